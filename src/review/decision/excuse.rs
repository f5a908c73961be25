//! That a numeral is no outcome, and why: its entry in the record of the article.

use serde_yaml::{Mapping, Value};

use super::{Changes, KnownItem, Objection, Reason, is_sound, mapping, push_excuse};
use crate::{
    draft::excuse,
    model::ExcuseKind,
    review::{fields, item::Subject, yaml::Change},
};

impl KnownItem<'_> {
    pub(super) fn excuse(&self, reason: &Reason) -> Result<Changes, Objection> {
        if !is_sound(&reason.zh) || !is_sound(&reason.en) {
            return Err(Objection::BadText);
        }
        let mut changes = Vec::new();
        let cite = match (&self.item.subject, &self.item.at) {
            (Subject::Excuse(..), Some((file, path))) => {
                let kind = Value::from(kind_word(reason.kind));
                let words = mapping([("zh", &reason.zh), ("en", &reason.en)]);
                changes.push((
                    *file,
                    Change::Set(path.field("kind"), kind, fields::order("excused")),
                ));
                changes.push((
                    *file,
                    Change::Set(path.field("reason"), words.into(), fields::order("excused")),
                ));
                return Ok(changes);
            }
            (Subject::Outcome(_), Some((file, path))) => {
                let cite = crate::review::yaml::get(self.reading.file(*file), &path.field("cite"));
                let exact =
                    cite.and_then(|cite| Some((cite.get("line")?.clone(), cite.get("exact")?.clone())));
                changes.push((*file, Change::Remove(path.clone())));
                exact.ok_or(Objection::NoFigure)?
            }
            (Subject::Open(line, range), _) => {
                let kind = self.kind().ok_or(Objection::NoFigure)?;
                let record = excuse(*line, self.case.line(*line), range, kind);
                (
                    (*line).into(),
                    record["exact"].as_str().unwrap_or_default().into(),
                )
            }
            _ => return Err(Objection::NoFigure),
        };
        let mut record = Mapping::new();
        record.insert("line".into(), cite.0);
        record.insert("exact".into(), cite.1);
        record.insert("kind".into(), kind_word(reason.kind).into());
        record.insert(
            "reason".into(),
            mapping([("zh", &reason.zh), ("en", &reason.en)]).into(),
        );
        changes.push(push_excuse(record.into()));
        Ok(changes)
    }
}

fn kind_word(kind: ExcuseKind) -> String {
    let word = serde_yaml::to_string(&kind).unwrap_or_default();
    word.trim_end().to_owned()
}
