//! What is on the sheets of a report: a sheet for each kind of record, every row with its address, line and phrase.
//!
//! Owns what the sheets have in common: how a text in two languages, a figure and a citation are written in cells.

mod comparison;
mod kinds;
mod registers;

use super::{Value, WorkbookSheet};
use crate::{
    export::headings::Headings,
    lang::{Bilingual, Lang},
    model::{Atlas, Citation, College, Fact, Kind, Outcome, facts, words},
    page::builders::{period, plural},
    report::{Languages, Report},
};

/// The sheets, those with no rows left out.
pub(super) fn sheets(report: &Report<'_>) -> Vec<WorkbookSheet> {
    let book = Book {
        atlas: report.atlas,
        languages: report.languages,
        colleges: report
            .colleges
            .iter()
            .map(|&ix| report.atlas.college(ix))
            .collect(),
        report,
    };
    let all = [
        comparison::sheet(&book),
        kinds::outcomes(&book),
        kinds::pillars(&book),
        kinds::measures(&book),
        kinds::frameworks(&book),
        kinds::recognitions(&book),
        kinds::partners(&book),
        registers::sources(&book),
        registers::metrics(&book),
    ];
    all.into_iter().filter(|sheet| !sheet.rows.is_empty()).collect()
}

struct Book<'a> {
    atlas: &'a Atlas,
    languages: Languages,
    colleges: Vec<&'a College>,
    report: &'a Report<'a>,
}

/// Where every fact's row begins.
const FACT: [&str; 2] = ["addr", "college"];

/// A figure with all that belongs to it.
const FIGURE: [&str; 8] = [
    "label",
    "value",
    "max",
    "unit",
    "bound",
    "as_written",
    "period",
    "scope",
];

/// Where every fact's row ends.
const CITED: [&str; 3] = ["line", "exact", "source"];

impl<'a> Book<'a> {
    fn line(&self, words: impl Fn(Lang) -> String) -> Value {
        Value::Text(self.languages.line(words))
    }

    fn both(&self, words: &Bilingual) -> Value {
        self.line(|lang| words.get(lang).to_owned())
    }

    /// A sheet's name: both languages, without what Excel forbids in one.
    fn name(&self, words: impl Fn(Lang) -> String) -> String {
        let forbidden = |c: char| "[]:*?/\\'".contains(c);
        let name = self.languages.wordings(words).join(" ").replace(forbidden, " ");
        name.chars().take(31).collect()
    }

    fn sheet(&self, name: String, columns: &[&str], rows: Vec<Vec<Value>>) -> WorkbookSheet {
        let heading = |id: &&str| self.languages.line(|lang| Headings::In(lang).of(id).to_owned());
        WorkbookSheet {
            name,
            columns: columns.iter().map(heading).collect(),
            rows,
        }
    }

    fn of_kind(&self, kind: Kind) -> String {
        self.name(|lang| plural(kind, lang).to_owned())
    }

    fn sources_name(&self) -> String {
        self.name(|lang| lang.pick("出处", "Sources").to_owned())
    }

    /// The addr of a fact, which leads to the row of its source.
    fn addr(&self, fact: Fact<'_>) -> Value {
        let college = fact.college();
        Value::Link {
            text: fact.addr().to_string(),
            sheet: self.sources_name(),
            row: self
                .colleges
                .iter()
                .position(|other| other.id == college.id)
                .unwrap_or(0),
        }
    }

    fn cited(&self, college: &College, cite: &Citation) -> [Value; 3] {
        [
            Value::Number(f64::from(cite.line)),
            text(&cite.exact),
            text(self.atlas.source(college.source).name()),
        ]
    }

    fn college(&self, college: &College) -> Value {
        self.line(|lang| college.label(lang).to_owned())
    }

    fn pillar(&self, n: Option<u8>) -> Value {
        n.map_or(Value::Empty, |n| Value::Number(f64::from(n)))
    }

    fn unit(&self, unit: &str) -> Value {
        match unit {
            "" => Value::Empty,
            unit => self.line(|lang| words::unit_word(unit, lang)),
        }
    }

    /// What stands below [`FIGURE`].
    fn figure(&self, outcome: &Outcome) -> [Value; FIGURE.len()] {
        let quantity = &outcome.quantity;
        [
            self.both(&outcome.label),
            Value::Number(quantity.value),
            quantity.max.map_or(Value::Empty, Value::Number),
            self.unit(&quantity.unit),
            self.line(|lang| words::bound(quantity.bound, lang).to_owned()),
            text(&outcome.as_written),
            self.line(|lang| period(outcome, lang).text),
            self.line(|lang| outcome.scope.word(lang).to_owned()),
        ]
    }

    /// A sheet of the facts of one kind: address and college, `columns`, and where the article says so. `rows` makes what
    /// stands below `columns`.
    fn facts<Rows>(&self, kind: Kind, columns: &[&str], rows: impl Fn(Fact<'a>) -> Rows) -> WorkbookSheet
    where
        Rows: IntoIterator<Item = Vec<Value>>,
    {
        let mut whole = Vec::new();
        for fact in self.colleges.iter().flat_map(|college| facts(college)) {
            if fact.kind() != kind {
                continue;
            }
            for row in rows(fact) {
                let mut all = vec![self.addr(fact), self.college(fact.college())];
                all.extend(row);
                all.extend(
                    fact.cite()
                        .into_iter()
                        .flat_map(|cite| self.cited(fact.college(), cite)),
                );
                whole.push(all);
            }
        }
        self.sheet(self.of_kind(kind), &[&FACT, columns, &CITED].concat(), whole)
    }
}

fn text(words: &str) -> Value {
    match words {
        "" => Value::Empty,
        words => Value::Text(words.to_owned()),
    }
}

fn maybe(words: Option<&str>) -> Value {
    words.map_or(Value::Empty, text)
}
