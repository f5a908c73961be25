//! What a curator decides about an item, and the changes of the files that follow from it.

use crate::model::TODO;
use serde_yaml::{Mapping, Value};

use super::{
    case::{Case, File, Reading},
    fields,
    item::{ReviewItem, Subject, text},
    yaml::{Change, Path},
};
use crate::{check::State, draft::excuse, model::ExcuseKind, numeral::NumeralKind};

/// A decision about one item.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Decision {
    /// It is right as it stands: a guess, or what the draft proposes for an open numeral.
    Accept,
    /// It is no outcome, for this reason.
    Excuse(Reason),
    /// The record is not needed.
    LeaveOut,
    /// It counts this metric, or none.
    Metric(Option<String>),
    /// It counts a metric that no register has yet.
    NewMetric(NewMetric),
    /// Another value of a field, by its path within the record; none takes the field out.
    Field(Path, Option<Value>),
    /// It stands under this pillar, or in the introduction.
    Pillar(Option<u64>),
}

/// Why a numeral is no outcome.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reason {
    pub kind: ExcuseKind,
    pub zh: String,
    pub en: String,
}

/// A metric to be defined.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct NewMetric {
    pub id: String,
    pub zh: String,
    pub en: String,
    pub theme: String,
    pub definition_zh: String,
    pub definition_en: String,
}

/// Why a decision cannot be carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Objection {
    /// There is nothing to accept: texts are still to be written, or it is done.
    NothingToAccept,
    /// The item is no figure.
    NoFigure,
    /// The record may not be left out.
    Needed,
    /// Another metric has this id, or it is no id.
    BadId,
    /// A text that is empty, or holds what cannot be seen.
    BadText,
}

pub(crate) type Changes = Vec<(File, Change)>;

/// The changes that carry out `decision` about `item`.
///
/// # Errors
/// When it cannot be carried out.
pub(crate) fn changes(
    case: &Case,
    reading: &Reading,
    item: &ReviewItem,
    decision: &Decision,
) -> Result<Changes, Objection> {
    let figure = KnownItem { case, reading, item };
    match decision {
        Decision::Accept => figure.accept(),
        Decision::Excuse(reason) => figure.excuse(reason),
        Decision::LeaveOut => figure.leave_out(),
        Decision::Metric(id) => figure.metric(id.as_deref()),
        Decision::NewMetric(metric) => figure.new_metric(metric),
        Decision::Field(path, value) => figure.field(path, value.as_ref()),
        Decision::Pillar(n) => figure.with("pillar", n.map(Value::from)),
    }
}

/// The id of the outcome that an open figure becomes when it is accepted, and whether its English label is still to be
/// written then; none for what is no open figure.
pub(crate) fn becomes(case: &Case, reading: &Reading, item: &ReviewItem) -> Option<(String, bool)> {
    let figure = KnownItem { case, reading, item };
    let is_figure = matches!(figure.kind(), Some(NumeralKind::Quantity(_)));
    let record = figure.outcome().ok().filter(|_| is_figure)?;
    let id = record.get("id")?.as_str()?.to_owned();
    Some((id, record.get("en").and_then(Value::as_str) == Some(TODO)))
}

/// An item with all that is known of it.
struct KnownItem<'a> {
    case: &'a Case,
    reading: &'a Reading,
    item: &'a ReviewItem,
}

impl KnownItem<'_> {
    fn accept(&self) -> Result<Changes, Objection> {
        match (self.item.state, &self.item.subject) {
            (Some(State::Guessed | State::Curated), Subject::Outcome(_)) => {
                let mut changes = Vec::new();
                if let Some((file, path)) = &self.item.at {
                    let metric = text(self.reading.file(*file), &path.field("metric"));
                    changes.extend(self.english(&metric));
                }
                let changes = self.confirmed(changes)?;
                if changes.is_empty() {
                    Err(Objection::NothingToAccept)
                } else {
                    Ok(changes)
                }
            }
            (Some(State::Open), Subject::Open(line, range)) => match self.kind() {
                Some(NumeralKind::Quantity(_)) | None => {
                    self.outcome().map(|record| vec![push_outcome(record)])
                }
                Some(kind) => {
                    let record = excuse(*line, self.case.line(*line), range, kind);
                    let record = serde_yaml::to_value(record).map_err(|_| Objection::NoFigure)?;
                    Ok(vec![push_excuse(record)])
                }
            },
            _ => Err(Objection::NothingToAccept),
        }
    }

    fn kind(&self) -> Option<&NumeralKind> {
        let Subject::Open(line, range) = &self.item.subject else {
            return None;
        };
        let numerals = self.reading.numerals.iter();
        let mut here = numerals.filter(|numeral| numeral.line == *line && numeral.range == *range);
        here.next().map(|numeral| &numeral.kind)
    }

    /// The outcome that the draft makes of an open numeral, with an id that is free.
    fn outcome(&self) -> Result<Mapping, Objection> {
        let Subject::Open(line, range) = &self.item.subject else {
            return Err(Objection::NoFigure);
        };
        let proposal = self.case.proposal(*line, range).ok_or(Objection::NoFigure)?;
        let record = serde_yaml::to_value(&proposal.record).map_err(|_| Objection::NoFigure)?;
        let Value::Mapping(mut record) = record else {
            return Err(Objection::NoFigure);
        };
        record.remove("guess");
        // What a person has to write stays to be written; what need not be there goes.
        record.retain(|key, value| key == "label" || key == "en" || value.as_str() != Some(TODO));
        let wanted = record
            .get("id")
            .and_then(Value::as_str)
            .unwrap_or("outcome")
            .to_owned();
        let free = |id: &String| self.reading.outcome(id).is_none();
        let id = std::iter::once(wanted.clone())
            .chain((2..).map(|n| format!("{wanted}-{n}")))
            .find(free);
        let metric = record.get("metric").and_then(Value::as_str).map(str::to_owned);
        if let Some(name) = metric.and_then(|id| self.name_of(&id).map(str::to_owned)) {
            record.insert("en".into(), name.into());
        }
        record.insert("id".into(), id.unwrap_or(wanted).into());
        Ok(record)
    }

    /// `changes`, and the mark of a guess goes.
    fn confirmed(&self, mut changes: Changes) -> Result<Changes, Objection> {
        let (file, path) = self.item.at.as_ref().ok_or(Objection::NoFigure)?;
        let guess = path.field("guess");
        if super::yaml::get(self.reading.file(*file), &guess).is_some() {
            changes.push((*file, Change::Remove(guess)));
        }
        Ok(changes)
    }

    fn metric(&self, id: Option<&str>) -> Result<Changes, Objection> {
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
    fn name_of(&self, metric: &str) -> Option<&str> {
        let mut metrics = self.reading.loaded.atlas.metrics.iter();
        metrics
            .find(|known| known.id.as_str() == metric)
            .map(|metric| &*metric.name.en)
    }

    /// An outcome that has only the number a draft gave it goes by its metric.
    fn called_after(&self, metric: &str) -> Option<(File, Change)> {
        let Subject::Outcome(id) = &self.item.subject else {
            return None;
        };
        let (file, path) = self.item.at.as_ref()?;
        let is_number = |n: &str| !n.is_empty() && n.bytes().all(|c| c.is_ascii_digit());
        id.strip_prefix("outcome-").filter(|n| is_number(n))?;
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

    /// The change that writes it where the English label is still to be written.
    fn english(&self, metric: &str) -> Option<(File, Change)> {
        let (file, path) = self.item.at.as_ref()?;
        let en = path.field("en");
        let name = self.name_of(metric).filter(|_| self.item.todo.contains(&en))?;
        Some((*file, Change::Set(en, name.into(), fields::order("outcomes"))))
    }

    fn new_metric(&self, metric: &NewMetric) -> Result<Changes, Objection> {
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

    fn excuse(&self, reason: &Reason) -> Result<Changes, Objection> {
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
                let cite = super::yaml::get(self.reading.file(*file), &path.field("cite"));
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

    fn leave_out(&self) -> Result<Changes, Objection> {
        let Some((file, path)) = &self.item.at else {
            return Err(Objection::Needed);
        };
        match (&self.item.subject, path.0.len()) {
            (Subject::Record(..), 2) if !path.to_string().starts_with("pillars") => {
                Ok(vec![(*file, Change::Remove(path.clone()))])
            }
            (Subject::Record(..), _) => Err(Objection::Needed),
            _ => Err(Objection::NoFigure),
        }
    }

    fn field(&self, field: &Path, value: Option<&Value>) -> Result<Changes, Objection> {
        if let Some(Value::String(text)) = value
            && !is_sound(text)
        {
            return Err(Objection::BadText);
        }
        let (file, path) = self.item.at.as_ref().ok_or(Objection::NoFigure)?;
        let whole = Path(path.0.iter().chain(&field.0).cloned().collect());
        self.set(*file, whole, value.cloned())
    }

    /// A field of the record itself.
    fn with(&self, name: &str, value: Option<Value>) -> Result<Changes, Objection> {
        let (file, path) = self.item.at.as_ref().ok_or(Objection::NoFigure)?;
        if !matches!(self.item.subject, Subject::Outcome(_) | Subject::Record(..)) {
            return Err(Objection::NoFigure);
        }
        self.set(*file, path.field(name), value)
    }

    /// A value where another, or none, stands; nothing when it is the same.
    fn set(&self, file: File, path: Path, value: Option<Value>) -> Result<Changes, Objection> {
        let order = match path.0.first() {
            Some(super::yaml::Key::Field(list)) => fields::order(list),
            _ => fields::order(""),
        };
        let old = super::yaml::get(self.reading.file(file), &path);
        Ok(match (old, value) {
            (old, Some(value)) if old == Some(&value) => Vec::new(),
            (_, Some(value)) => vec![(file, Change::Set(path, value, order))],
            (Some(_), None) => vec![(file, Change::Remove(path))],
            (None, None) => Vec::new(),
        })
    }
}

fn push_outcome(record: Mapping) -> (File, Change) {
    (
        File::Dossier,
        Change::Push("outcomes", record.into(), fields::DOSSIER),
    )
}

fn push_excuse(record: Value) -> (File, Change) {
    (File::Record, Change::Push("excused", record, fields::RECORD))
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

fn mapping<'a>(fields: impl IntoIterator<Item = (&'a str, &'a String)>) -> Mapping {
    let fields = fields.into_iter();
    fields
        .map(|(key, value)| (key.into(), value.as_str().into()))
        .collect()
}

fn kind_word(kind: ExcuseKind) -> String {
    let word = serde_yaml::to_string(&kind).unwrap_or_default();
    word.trim_end().to_owned()
}

/// Whether a text can be loaded.
fn is_sound(text: &str) -> bool {
    crate::draft::is_sound(text)
}
