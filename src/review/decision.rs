//! What a curator decides about an item, and the changes of the files that follow from it.

mod excuse;
mod metric;

use serde_yaml::{Mapping, Value};

use super::{
    case::{Case, File, Reading},
    fields,
    item::{ReviewItem, Subject, text},
    yaml::{Change, Path},
};
use crate::model::TODO;
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
            Some(super::yaml::PathStep::Field(list)) => fields::order(list),
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

fn mapping<'a>(fields: impl IntoIterator<Item = (&'a str, &'a String)>) -> Mapping {
    let fields = fields.into_iter();
    fields
        .map(|(key, value)| (key.into(), value.as_str().into()))
        .collect()
}

/// Whether a text can be loaded.
fn is_sound(text: &str) -> bool {
    crate::draft::is_sound(text)
}
