//! What is on the sheets of a report: a sheet for each kind of record, every row with its address, line and phrase.

use super::{Sheet, Value};
use crate::{
    compare::{self, Options},
    export::headings::Headings,
    lang::{Bilingual, Lang},
    model::{
        Atlas, Citation, College, Fact, Framework, Kind, Measure, MetricIx, Outcome, Partner, Pillar,
        Recognition, facts, words,
    },
    page::builders::{
        compare::{Face, sentences},
        period, plural, unnamed,
    },
    report::{Languages, Report, languages::unstated},
};

/// The sheets, those with no rows left out.
pub(super) fn sheets(report: &Report<'_>) -> Vec<Sheet> {
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
        book.comparison(),
        book.outcomes(),
        book.pillars(),
        book.measures(),
        book.frameworks(),
        book.recognitions(),
        book.partners(),
        book.sources(),
        book.metrics(),
    ];
    all.into_iter().filter(|sheet| !sheet.rows.is_empty()).collect()
}

struct Book<'a> {
    atlas: &'a Atlas,
    languages: Languages,
    colleges: Vec<&'a College>,
    report: &'a Report<'a>,
}

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

    fn sheet(&self, name: String, columns: &[&str], rows: Vec<Vec<Value>>) -> Sheet {
        let heading = |id: &&str| self.languages.line(|lang| Headings::In(lang).of(id).to_owned());
        Sheet {
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

    /// The facts of every college that `pick` knows, a row each.
    fn rows(&self, pick: impl Fn(Fact<'a>) -> Option<Vec<Value>>) -> Vec<Vec<Value>> {
        let row = |fact: Fact<'a>| {
            let mut row = vec![self.addr(fact), self.college(fact.college())];
            row.extend(pick(fact)?);
            row.extend(
                fact.cite()
                    .map(|cite| self.cited(fact.college(), cite))
                    .into_iter()
                    .flatten(),
            );
            Some(row)
        };
        self.colleges
            .iter()
            .flat_map(|college| facts(college))
            .filter_map(row)
            .collect()
    }

    /// A statement of each college on each row of the comparison; what is not stated is said not to be.
    fn comparison(&self) -> Sheet {
        let columns = [
            "row",
            "theme",
            "relation",
            "name",
            "college",
            "label",
            "value",
            "max",
            "unit",
            "bound",
            "as_written",
            "period",
            "scope",
            "caveats",
            "addr",
            "line",
            "exact",
            "source",
        ];
        let name = self.name(|lang| lang.pick("对比", "Comparison").to_owned());
        let mut rows = Vec::new();
        if self.colleges.len() > 1 {
            let options = Options {
                theme: self.report.theme,
                diff: false,
            };
            let comparison = compare::compare(self.atlas, self.report.colleges, options);
            for (at, row) in comparison.rows.iter().enumerate() {
                let notes =
                    self.line(|lang| sentences(&Face::Figures(&comparison).notes(at, false, lang), lang));
                let notes = match notes {
                    Value::Text(text) => text,
                    _ => String::new(),
                };
                for (college, cell) in comparison.subjects.iter().zip(&row.cells) {
                    let head = || {
                        vec![
                            Value::Number((at + 1) as f64),
                            self.both(&self.atlas.theme(row.theme).name),
                            self.line(|lang| row.relation.word(lang).to_owned()),
                            self.line(|lang| row.label(self.atlas, lang).to_owned()),
                            self.college(college),
                        ]
                    };
                    if cell.is_empty() {
                        let mut silent = head();
                        silent.extend((0..5).map(|_| Value::Empty));
                        silent.push(self.line(unstated));
                        silent.extend([Value::Empty, Value::Empty, text(&notes)]);
                        rows.push(silent);
                    }
                    for outcome in cell {
                        let mut row = head();
                        row.push(self.both(&outcome.label));
                        row.extend(self.figure(outcome));
                        row.extend([text(&notes), self.addr(Fact::Outcome(college, outcome))]);
                        row.extend(self.cited(college, &outcome.cite));
                        rows.push(row);
                    }
                }
            }
        }
        self.sheet(name, &columns, rows)
    }

    fn unit(&self, unit: &str) -> Value {
        match unit {
            "" => Value::Empty,
            unit => self.line(|lang| words::unit_word(unit, lang)),
        }
    }

    /// Value, upper end, unit, bound, print, period and scope.
    fn figure(&self, outcome: &Outcome) -> [Value; 7] {
        let quantity = &outcome.quantity;
        [
            Value::Number(quantity.value),
            quantity.max.map_or(Value::Empty, Value::Number),
            self.unit(&quantity.unit),
            self.line(|lang| words::bound(quantity.bound, lang).to_owned()),
            text(&outcome.as_written),
            self.line(|lang| period(outcome, lang).text),
            self.line(|lang| outcome.scope.word(lang).to_owned()),
        ]
    }

    fn outcomes(&self) -> Sheet {
        let mut columns = vec![
            "addr",
            "college",
            "pillar",
            "theme",
            "metric",
            "label",
            "value",
            "max",
            "unit",
            "bound",
            "as_written",
            "period",
            "scope",
            "named",
        ];
        columns.extend(CITED);
        let row = |fact: Fact<'a>| {
            let Fact::Outcome(_, outcome) = fact else {
                return None;
            };
            let theme = self.atlas.theme_of(outcome);
            if self.report.theme.is_some_and(|only| Some(only) != theme) {
                return None;
            }
            let mut row = vec![
                self.pillar(outcome.pillar),
                theme.map_or_else(|| text(""), |ix| self.both(&self.atlas.theme(ix).name)),
                outcome
                    .metric
                    .map_or_else(|| text(""), |ix| self.both(&self.atlas.metric(ix).name)),
                self.both(&outcome.label),
            ];
            row.extend(self.figure(outcome));
            row.push(text(&outcome.named.join("、")));
            Some(row)
        };
        self.sheet(
            self.name(|lang| plural(Kind::Outcome, lang).to_owned()),
            &columns,
            self.rows(row),
        )
    }

    fn pillars(&self) -> Sheet {
        let mut columns = vec![
            "addr", "college", "pillar", "heading", "slogan", "printed", "themes", "gist",
        ];
        columns.extend(CITED);
        let row = |fact: Fact<'a>| match fact {
            Fact::Pillar(_, pillar) => Some(self.pillar_row(pillar)),
            _ => None,
        };
        self.sheet(self.of_kind(Kind::Pillar), &columns, self.rows(row))
    }

    fn pillar_row(&self, pillar: &Pillar) -> Vec<Value> {
        let themes = |lang: Lang| {
            let names: Vec<_> = pillar
                .themes
                .iter()
                .map(|ix| self.atlas.theme(*ix).name.get(lang))
                .collect();
            names.join(lang.pick("、", ", "))
        };
        vec![
            Value::Number(f64::from(pillar.n)),
            self.both(&pillar.heading),
            text(&pillar.slogan),
            text(&pillar.printed),
            self.line(themes),
            self.both(&pillar.gist),
        ]
    }

    fn measures(&self) -> Sheet {
        let mut columns = vec!["addr", "college", "pillar", "n", "title", "slogan", "gist"];
        columns.extend(CITED);
        let one = |measure: &Measure| {
            vec![
                Value::Number(f64::from(measure.pillar)),
                Value::Number(f64::from(measure.n)),
                self.both(&measure.title),
                maybe(measure.slogan.as_deref()),
                self.both(&measure.gist),
            ]
        };
        let row = |fact: Fact<'a>| match fact {
            Fact::Measure(_, measure) => Some(one(measure)),
            _ => None,
        };
        self.sheet(self.of_kind(Kind::Measure), &columns, self.rows(row))
    }

    /// A row for each counted part.
    fn frameworks(&self) -> Sheet {
        let mut columns = vec![
            "addr", "college", "pillar", "name", "gist", "group", "total", "unit", "members", "unnamed",
        ];
        columns.extend(CITED);
        let all = self
            .colleges
            .iter()
            .flat_map(|college| college.frameworks.iter().map(move |it| (*college, it)));
        let rows = all
            .flat_map(|(college, framework)| self.framework_rows(college, framework))
            .collect();
        self.sheet(self.of_kind(Kind::Framework), &columns, rows)
    }

    fn framework_rows(&self, college: &College, framework: &Framework) -> Vec<Vec<Value>> {
        let part = |group: &crate::model::Group| {
            let mut row = vec![
                self.addr(Fact::Framework(college, framework)),
                self.college(college),
                self.pillar(framework.pillar),
                self.both(&framework.name),
                self.both(&framework.gist),
                self.both(&group.name),
                group
                    .total
                    .map_or(Value::Empty, |total| Value::Number(f64::from(total))),
                self.unit(group.unit.as_deref().unwrap_or_default()),
                text(&group.members.join("、")),
                self.line(|lang| unnamed(group, lang).unwrap_or_default()),
            ];
            row.extend(self.cited(college, &framework.cite));
            row
        };
        framework.groups.iter().map(part).collect()
    }

    fn recognitions(&self) -> Sheet {
        let mut columns = vec![
            "addr", "college", "pillar", "kind", "name", "work", "level", "year", "holder",
        ];
        columns.extend(CITED);
        let one = |it: &Recognition| {
            vec![
                self.pillar(it.pillar),
                self.line(|lang| it.kind.word(lang).to_owned()),
                self.both(&it.name),
                maybe(it.work.as_deref()),
                it.level.map_or(Value::Empty, |level| {
                    self.line(|lang| level.word(lang).to_owned())
                }),
                it.year.map_or(Value::Empty, |year| text(&year.to_string())),
                maybe(it.holder.as_deref()),
            ]
        };
        let row = |fact: Fact<'a>| match fact {
            Fact::Recognition(_, recognition) => Some(one(recognition)),
            _ => None,
        };
        self.sheet(self.of_kind(Kind::Recognition), &columns, self.rows(row))
    }

    fn partners(&self) -> Sheet {
        let mut columns = vec!["addr", "college", "pillar", "kind", "name"];
        columns.extend(CITED);
        let one = |it: &Partner| {
            let kind = self.line(|lang| it.kind.word(lang).to_owned());
            vec![self.pillar(it.pillar), kind, self.both(&it.name)]
        };
        let row = |fact: Fact<'a>| match fact {
            Fact::Partner(_, partner) => Some(one(partner)),
            _ => None,
        };
        self.sheet(self.of_kind(Kind::Partner), &columns, self.rows(row))
    }

    /// A row for each college, in the order that the links count.
    fn sources(&self) -> Sheet {
        let columns = [
            "source",
            "college",
            "reporter",
            "scope",
            "outlet",
            "title",
            "byline",
            "published",
            "url",
            "lines",
            "sha256",
        ];
        let row = |college: &&College| {
            let source = self.atlas.source(college.source);
            vec![
                text(source.id.as_str()),
                self.line(|lang| lang.pick(&college.name.zh, &college.name.en).to_string()),
                self.both(&college.reporter.name),
                self.line(|lang| college.reporter.scope.word(lang).to_owned()),
                maybe(source.outlet.as_deref()),
                maybe(source.title.as_deref()),
                text(&source.byline.join(" ")),
                maybe(source.published.as_deref()),
                source
                    .url
                    .as_deref()
                    .map_or(Value::Empty, |url| Value::Web(url.to_owned())),
                Value::Number(f64::from(source.text.lines)),
                text(&source.text.sha256),
            ]
        };
        self.sheet(
            self.sources_name(),
            &columns,
            self.colleges.iter().map(row).collect(),
        )
    }

    fn metrics(&self) -> Sheet {
        let columns = ["metric", "name", "theme", "family", "unit", "definition"];
        let used = self
            .colleges
            .iter()
            .flat_map(|college| college.outcomes.iter().filter_map(|outcome| outcome.metric));
        let used: std::collections::BTreeSet<MetricIx> = used.collect();
        let row = |ix: MetricIx| {
            let metric = self.atlas.metric(ix);
            let family = metric.family.map(|ix| &self.atlas.family(ix).name);
            vec![
                text(metric.id.as_str()),
                self.both(&metric.name),
                self.both(&self.atlas.theme(metric.theme).name),
                family.map_or(Value::Empty, |name| self.both(name)),
                self.unit(&metric.unit),
                self.both(&metric.definition),
            ]
        };
        let wanted = |ix: &MetricIx| {
            self.report
                .theme
                .is_none_or(|only| self.atlas.metric(*ix).theme == only)
        };
        let rows = used.into_iter().filter(wanted).map(row).collect();
        self.sheet(self.of_kind(Kind::Metric), &columns, rows)
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
