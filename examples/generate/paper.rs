//! The article being written: lines of text, and every numeral that stands in them without being a figure.

use std::collections::HashSet;

/// Where a fact stands.
#[derive(Clone)]
pub(crate) struct Cite {
    /// 1-based.
    pub line: usize,
    pub exact: String,
}

/// A numeral that is no figure.
pub(crate) struct Excuse {
    pub cite: Cite,
    pub kind: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
}

#[derive(Default)]
pub(crate) struct Paper {
    pub lines: Vec<String>,
    pub excuses: Vec<Excuse>,
    /// Years that the line being written already holds: each may be excused once a line.
    years: HashSet<u16>,
    line: String,
}

impl Paper {
    pub(crate) fn say(&mut self, text: &str) {
        self.line.push_str(text);
    }

    /// Says `exact` and cites it.
    pub(crate) fn cite(&mut self, exact: &str) -> Cite {
        self.say(exact);
        self.here(exact)
    }

    /// Cites what the line being written says somewhere.
    pub(crate) fn here(&self, exact: &str) -> Cite {
        Cite {
            line: self.lines.len() + 1,
            exact: exact.to_owned(),
        }
    }

    pub(crate) fn excuse(&mut self, exact: &str, kind: &'static str, zh: &'static str, en: &'static str) {
        let cite = self.here(exact);
        self.excuses.push(Excuse { cite, kind, zh, en });
    }

    /// Whether `year` may still be printed on this line; it is taken by asking.
    pub(crate) fn take_year(&mut self, year: u16) -> bool {
        self.years.insert(year)
    }

    /// Ends the line; an empty one is none.
    pub(crate) fn end_line(&mut self) {
        if self.line.is_empty() {
            return;
        }
        self.lines.push(std::mem::take(&mut self.line));
        self.years.clear();
    }

    /// Whether every phrase stands once in its line, as a citation without prefix and suffix must.
    pub(crate) fn is_sound<'a>(&'a self, cites: impl Iterator<Item = &'a Cite>) -> bool {
        cites
            .chain(self.excuses.iter().map(|excuse| &excuse.cite))
            .all(|cite| {
                self.lines
                    .get(cite.line - 1)
                    .is_some_and(|line| line.matches(&cite.exact).count() == 1)
            })
    }

    /// The text file, with a line feed after every line.
    pub(crate) fn text(&self) -> String {
        self.lines.iter().map(|line| format!("{line}\n")).collect()
    }
}
