//! What is asked while a decision is made: a list to choose from, narrowed by typing, or a line to write.

use serde_yaml::Value;
use tui_input::{Input, InputRequest};

use crate::{
    find::NameQuery,
    lang::Bilingual,
    review::{NewMetric, Path, Reason, Subject},
    text::clean::clean,
    tui::list::List,
};

/// Longest line taken, in code points: a gist, not an essay.
const LONGEST: usize = 240;

/// A question on the screen.
#[derive(Clone, Debug)]
pub(crate) enum Ask {
    Choice(Choice),
    Line(LinePrompt),
}

/// A list to choose from.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub title: Bilingual,
    rows: Vec<ChoiceRow>,
    /// Places of the rows that suit what is typed.
    pub offered: Vec<usize>,
    /// Places of the rows that are marked, where several may be.
    pub marked: Option<Vec<usize>>,
    pub input: Input,
    pub list: List,
}

/// One row of a list.
#[derive(Clone, Debug)]
pub(crate) struct ChoiceRow {
    pub name: Bilingual,
    /// At the end of the row: a count, a value.
    pub end: String,
    /// Told under the list while the cursor is here: a definition, a phrase.
    pub note: Bilingual,
    pub pick: Pick,
}

/// What choosing a row does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Pick {
    Metric(Option<String>),
    NewMetric,
    Reason(Reason),
    OwnReason,
    Pillar(Option<u64>),
    /// Edit this field.
    Field(Path),
    /// This value for that field; none takes it out.
    Value(Path, Option<Value>),
    /// A theme of a pillar, or of a new metric.
    Theme(String),
    /// The first subject, and all of its kind.
    All(Vec<Subject>, bool),
    Item(usize),
}

/// A line to write.
#[derive(Clone, Debug)]
pub(crate) struct LinePrompt {
    pub label: Bilingual,
    pub input: Input,
    pub then: Then,
}

/// What is done with a line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Then {
    /// It is the value of a field; with the next text to be written of the same record after it, or not.
    Field(Path, bool),
    /// It is the English label of this outcome, which an open figure becomes by it.
    Accepted(Subject),
    /// It is the reason in Chinese; English comes next.
    ReasonZh,
    ReasonEn(String),
    /// It is the first text of a new metric that is still empty.
    NewMetric(NewMetric),
}

impl ChoiceRow {
    pub(crate) fn new(name: Bilingual, pick: Pick) -> Self {
        Self {
            name,
            end: String::new(),
            note: Bilingual::default(),
            pick,
        }
    }

    #[must_use]
    pub(crate) fn end(self, end: impl Into<String>) -> Self {
        Self {
            end: end.into(),
            ..self
        }
    }

    #[must_use]
    pub(crate) fn note(self, note: Bilingual) -> Self {
        Self { note, ..self }
    }
}

impl Choice {
    pub(crate) fn new(zh: &str, en: &str, rows: Vec<ChoiceRow>) -> Self {
        Self {
            title: Bilingual::new(zh, en),
            offered: (0..rows.len()).collect(),
            rows,
            marked: None,
            input: Input::default(),
            list: List::default(),
        }
    }

    /// The same with the cursor on the first row of which `wanted` holds.
    #[must_use]
    pub(crate) fn at(mut self, wanted: impl Fn(&ChoiceRow) -> bool) -> Self {
        self.list.cursor = self.rows.iter().position(wanted).unwrap_or(0);
        self
    }

    /// The same, for several rows to be marked.
    #[must_use]
    pub(crate) fn several(self) -> Self {
        Self {
            marked: Some(Vec::new()),
            ..self
        }
    }

    pub(crate) fn row(&self, offered: usize) -> Option<&ChoiceRow> {
        self.rows.get(*self.offered.get(offered)?)
    }

    pub(crate) fn is_marked(&self, offered: usize) -> bool {
        let marked = self.marked.as_deref().unwrap_or_default();
        self.offered.get(offered).is_some_and(|row| marked.contains(row))
    }

    /// Marks or unmarks the row under the cursor.
    pub(crate) fn mark(&mut self) {
        let Some(row) = self.offered.get(self.list.cursor).copied() else {
            return;
        };
        let Some(marked) = &mut self.marked else { return };
        match marked.iter().position(|known| *known == row) {
            Some(at) => drop(marked.remove(at)),
            None => marked.push(row),
        }
    }

    /// What is chosen: the marked rows, else the one under the cursor.
    pub(crate) fn chosen(&self) -> Vec<Pick> {
        let marked = self.marked.as_deref().unwrap_or_default();
        let rows: Vec<usize> = match marked.is_empty() {
            true => self.offered.get(self.list.cursor).copied().into_iter().collect(),
            false => marked.to_vec(),
        };
        rows.into_iter().map(|row| self.rows[row].pick.clone()).collect()
    }

    /// Offers the rows that suit what is typed.
    pub(crate) fn narrow(&mut self) {
        let query = NameQuery::new(self.input.value());
        let typed = self.input.value();
        let fits = |row: &ChoiceRow| {
            row.end == typed || query.fits_any(&row.name, &[&row.end]) && has_numerals(&row.name.zh, typed)
        };
        let fitting = self.rows.iter().enumerate().filter(|(_, row)| fits(row));
        self.offered = fitting.map(|(at, _)| at).collect();
        self.list = List::default();
    }
}

/// Whether every number typed is one of `name`, whole: 5个 is not in 58名. The last may still be typed.
fn has_numerals(name: &str, typed: &str) -> bool {
    let numerals = |text: &str| -> Vec<String> {
        let runs = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','));
        runs.filter(|run| run.contains(|c: char| c.is_ascii_digit()))
            .map(str::to_owned)
            .collect()
    };
    let printed = numerals(name);
    let wanted = numerals(typed);
    let last = wanted.len().wrapping_sub(1);
    wanted.iter().enumerate().all(|(at, wanted)| {
        let goes_on = at == last && typed.ends_with(wanted.as_str());
        printed
            .iter()
            .any(|own| own == wanted || goes_on && own.starts_with(wanted.as_str()))
    })
}

impl LinePrompt {
    pub(crate) fn new(label: Bilingual, text: &str, then: Then) -> Self {
        Self {
            label,
            input: Input::new(text.to_owned()),
            then,
        }
    }
}

impl Ask {
    pub(crate) fn input(&mut self) -> &mut Input {
        match self {
            Self::Choice(choice) => &mut choice.input,
            Self::Line(line) => &mut line.input,
        }
    }

    /// Types or pastes.
    pub(crate) fn type_text(&mut self, text: &str) {
        let input = self.input();
        let room = LONGEST.saturating_sub(input.value().chars().count());
        for c in clean(text.trim_end_matches(['\r', '\n'])).chars().take(room) {
            input.handle(InputRequest::InsertChar(c));
        }
        self.edited();
    }

    pub(crate) fn edit(&mut self, request: InputRequest) {
        if self.input().handle(request).is_some_and(|changed| changed.value) {
            self.edited();
        }
    }

    fn edited(&mut self) {
        if let Self::Choice(choice) = self {
            choice.narrow();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::has_numerals;

    #[test]
    fn a_number_that_is_typed_is_a_whole_one() {
        for (name, typed, expected) in [
            ("58名 党员教师", "5个", false),
            ("58名 党员教师", "5", true),
            ("58名 党员教师", "58名", true),
            ("1.2万余人 在校生", "2万", false),
            ("1.2万余人 在校生", "1.2万", true),
            ("15个 项目", "5个", false),
            ("校名", "mz", true),
        ] {
            assert_eq!(has_numerals(name, typed), expected, "{name} {typed}");
        }
    }
}
