//! Which metric a figure counts: one that is known, none, or a new one, and what follows of it for its id and its English.

use serde_yaml::{Mapping, Value};

use super::{Changes, KnownItem, NewMetric, Objection, is_sound, mapping, push_outcome};
use crate::{
    model::TODO,
    numeral::NumeralKind,
    review::{
        case::File,
        fields,
        item::{Subject, text},
        yaml::Change,
    },
};

impl KnownItem<'_> {
    pub(super) fn metric(&self, id: Option<&str>) -> Result<Changes, Objection> {
        match self.item.subject {
            Subject::Open(..) if matches!(self.kind(), Some(NumeralKind::Quantity(_)) | None) => {
                let mut record = self.outcome()?;
                record.remove("metric");
                if let Some(id) = id {
                    if let Some(free) = self.free_id(id) {
                        record.insert("id".into(), free.into());
                    }
                    insert_metric(&mut record, id);
                    if let Some(name) = self
                        .name_of(id)
                        .filter(|_| record.get("en") == Some(&TODO.into()))
                    {
                        record.insert("en".into(), name.into());
                    }
                }
                Ok(vec![push_outcome(record)])
            }
            Subject::Outcome(_) => {
                let mut changes = self.with("metric", id.map(Value::from))?;
                changes.extend(id.and_then(|id| self.english(id)));
                changes.extend(id.and_then(|id| self.called_after(id)));
                self.confirmed(changes)
            }
            _ => Err(Objection::NoFigure),
        }
    }

    /// The English name of a metric, which an outcome of it is called by until somebody writes another.
    pub(super) fn name_of(&self, metric: &str) -> Option<&str> {
        let mut metrics = self.reading.loaded.atlas.metrics.iter();
        metrics
            .find(|known| known.id.as_str() == metric)
            .map(|metric| &*metric.name.en)
    }

    /// The metric that the figure counts so far.
    fn old_metric(&self) -> String {
        let at = self.item.at.as_ref();
        at.map_or_else(String::new, |(file, path)| {
            text(self.reading.file(*file), &path.field("metric"))
        })
    }

    /// An outcome that has only the number a draft gave it, or the name of another metric, goes by its metric.
    fn called_after(&self, metric: &str) -> Option<(File, Change)> {
        let Subject::Outcome(id) = &self.item.subject else {
            return None;
        };
        let (file, path) = self.item.at.as_ref()?;
        let is_number = |n: &str| !n.is_empty() && n.bytes().all(|c| c.is_ascii_digit());
        let old = self.old_metric();
        let is_named_after = |name: &str| {
            let rest = id.strip_prefix(name)?.strip_prefix('-')?;
            is_number(rest).then_some(())
        };
        let by_metric = !old.is_empty() && old != metric && (*id == old || is_named_after(&old).is_some());
        if !by_metric {
            is_named_after("outcome")?;
        }
        let recognitions = self
            .reading
            .dossier
            .get("recognitions")
            .and_then(Value::as_sequence);
        let refers = |fact: &Value| fact.get("outcome").and_then(Value::as_str) == Some(id);
        if recognitions.into_iter().flatten().any(refers) {
            return None;
        }
        let free = self.free_id(metric)?;
        Some((
            *file,
            Change::Set(path.field("id"), free.into(), fields::order("outcomes")),
        ))
    }

    /// The metric's id, or that and a number, where no fact of the dossier has it yet.
    fn free_id(&self, metric: &str) -> Option<String> {
        let taken = |id: &str| {
            let dossier = self.reading.dossier.as_mapping().into_iter().flatten();
            let facts = dossier.filter_map(|(_, list)| list.as_sequence()).flatten();
            facts
                .into_iter()
                .any(|fact| fact.get("id").and_then(Value::as_str) == Some(id))
        };
        std::iter::once(metric.to_owned())
            .chain((2..100).map(|n| format!("{metric}-{n}")))
            .find(|id| !taken(id))
    }

    /// The change that writes it where the English label is still to be written, or is the name of another metric.
    pub(super) fn english(&self, metric: &str) -> Option<(File, Change)> {
        let (file, path) = self.item.at.as_ref()?;
        let en = path.field("en");
        let old = self.old_metric();
        let by_metric = old != metric && self.name_of(&old) == Some(&*text(self.reading.file(*file), &en));
        let name = self
            .name_of(metric)
            .filter(|_| by_metric || self.item.todo.contains(&en))?;
        Some((*file, Change::Set(en, name.into(), fields::order("outcomes"))))
    }

    pub(super) fn new_metric(&self, metric: &NewMetric) -> Result<Changes, Objection> {
        let taken = |id: &str| {
            self.reading
                .loaded
                .atlas
                .metrics
                .iter()
                .any(|known| known.id.as_str() == id)
        };
        if metric.id.parse::<crate::model::Slug>().is_err() || taken(&metric.id) {
            return Err(Objection::BadId);
        }
        let texts = [
            &metric.zh,
            &metric.en,
            &metric.theme,
            &metric.definition_zh,
            &metric.definition_en,
        ];
        if texts.into_iter().any(|text| !is_sound(text)) {
            return Err(Objection::BadText);
        }
        let unit = self.unit().ok_or(Objection::NoFigure)?;
        let definition = mapping([("zh", &metric.definition_zh), ("en", &metric.definition_en)]);
        let mut record = mapping([
            ("id", &metric.id),
            ("zh", &metric.zh),
            ("en", &metric.en),
            ("theme", &metric.theme),
            ("unit", &unit),
        ]);
        record.insert("definition".into(), definition.into());
        let mut changes = vec![(
            File::Metrics,
            Change::Push("metrics", record.into(), fields::METRICS),
        )];
        let mut outcome = self.metric(Some(&metric.id))?;
        if let (Some((file, path)), true) = (&self.item.at, matches!(self.item.subject, Subject::Outcome(_)))
        {
            let en = path.field("en");
            if self.item.todo.contains(&en) {
                outcome.insert(
                    0,
                    (
                        *file,
                        Change::Set(en, metric.en.as_str().into(), fields::order("outcomes")),
                    ),
                );
            }
        }
        changes.extend(outcome);
        Ok(changes)
    }

    /// The unit of the figure, as its record has it or the draft reads it.
    fn unit(&self) -> Option<String> {
        let unit = match (&self.item.subject, &self.item.at) {
            (Subject::Outcome(_), Some((file, path))) => text(self.reading.file(*file), &path.field("unit")),
            _ => self.outcome().ok()?.get("unit")?.as_str()?.to_owned(),
        };
        Some(unit).filter(|unit| !unit.is_empty())
    }
}

/// The metric where it is usually written: before the label.
fn insert_metric(record: &mut Mapping, id: &str) {
    let mut with = Mapping::new();
    for (key, value) in std::mem::take(record) {
        if key == "label" {
            with.insert("metric".into(), id.into());
        }
        with.insert(key, value);
    }
    with.insert("metric".into(), id.into());
    *record = with;
}
