//! The tables of a package: what is a row, what identifies it and what it points to.
//!
//! Owns the names and keys that readers of the package rely on. A pillar's number points nowhere where it may be
//! empty: a composite key with an empty half has no meaning that all readers share.

use std::io::{self, Write};

use crate::{
    export::{
        CsvStyle, RecordRow, csv, jsonl,
        record::{
            About, CollegeRow, FamilyRow, FrameworkRow, MeasureRow, MemberRow, MetricRow, OutcomeRow,
            PartnerRow, PillarRow, RecognitionRow, SourceRow, ThemeRow,
        },
    },
    model::{Atlas, FamilyIx, MetricIx, ThemeIx},
};

/// One table.
#[derive(Debug)]
pub(crate) struct PackageTable {
    /// Its name, and that of its files but for the ending.
    pub(crate) name: &'static str,
    /// Its name in 中文.
    pub(crate) title: &'static str,
    /// What a row is.
    pub(crate) about: &'static str,
    /// Its columns.
    pub(crate) fields: &'static [About],
    /// The columns that together occur once.
    pub(crate) key: &'static [&'static str],
    /// What it points to.
    pub(crate) points: &'static [Pointer],
    /// Writes it as CSV.
    pub(crate) rows: CsvWriter,
    /// Writes it as JSON Lines.
    pub(crate) lines: RowWriter,
}

/// Writes the rows of an atlas.
type RowWriter = fn(&Atlas, &mut dyn Write) -> io::Result<()>;
/// The same in a style of CSV.
type CsvWriter = fn(&Atlas, &mut dyn Write, CsvStyle) -> io::Result<()>;

/// Columns whose values are found in another table.
#[derive(Debug)]
pub(crate) struct Pointer {
    /// The columns here.
    pub(crate) fields: &'static [&'static str],
    /// The other table.
    pub(crate) table: &'static str,
    /// The columns there.
    pub(crate) to: &'static [&'static str],
}

impl PackageTable {
    /// The name of its CSV file.
    pub(crate) fn csv(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// The name of its JSON Lines file.
    pub(crate) fn jsonl(&self) -> String {
        format!("{}.jsonl", self.name)
    }
}

/// Columns of the same names in `table`.
const fn to(fields: &'static [&'static str], table: &'static str) -> Pointer {
    Pointer {
        fields,
        table,
        to: fields,
    }
}

const COLLEGE: Pointer = to(&["college"], "colleges");
const SOURCE: Pointer = to(&["source"], "sources");
const THEME: Pointer = to(&["theme"], "themes");

macro_rules! table {
    ($name:literal $title:literal $about:literal, $row:ident by $key:expr, $points:expr, $atlas:ident => $rows:expr) => {
        PackageTable {
            name: $name,
            title: $title,
            about: $about,
            fields: $row::FIELDS,
            key: &$key,
            points: &$points,
            rows: |$atlas, out, style| csv(out, $rows, style, None),
            lines: |$atlas, out| jsonl(out, $rows),
        }
    };
}

/// The rows of one list of every college.
macro_rules! facts {
    ($atlas:ident $list:ident $row:ident) => {
        $atlas.colleges.iter().flat_map(move |college| {
            let row = move |fact| $row::of($atlas, college, fact);
            college.$list.iter().map(row)
        })
    };
}

/// Every table, the facts first.
pub(crate) const TABLES: &[PackageTable] = &[
    table!("outcomes" "成效" "One figure of an article.", OutcomeRow by ["addr"],
        [COLLEGE, SOURCE, THEME, to(&["metric"], "metrics")],
        atlas => facts!(atlas outcomes OutcomeRow)),
    table!("pillars" "支柱" "One pillar of a college.", PillarRow by ["addr"],
        [COLLEGE, SOURCE],
        atlas => facts!(atlas pillars PillarRow)),
    table!("measures" "举措" "One measure under a pillar.", MeasureRow by ["addr"],
        [COLLEGE, SOURCE, to(&["college", "pillar"], "pillars")],
        atlas => facts!(atlas measures MeasureRow)),
    table!("frameworks" "体系" "One named enumeration, such as 三链融合.", FrameworkRow by ["addr"],
        [COLLEGE, SOURCE],
        atlas => facts!(atlas frameworks FrameworkRow)),
    table!("framework-members" "体系成员" "One member of a framework; a counted part that names none has one row.",
        MemberRow by ["addr", "part", "n"],
        [COLLEGE, SOURCE, to(&["addr"], "frameworks")],
        atlas => facts!(atlas frameworks MemberRow).flatten()),
    table!("recognitions" "荣誉" "One award, selected case, title, project or named platform.",
        RecognitionRow by ["addr"],
        [COLLEGE, SOURCE, Pointer { fields: &["outcome"], table: "outcomes", to: &["addr"] }],
        atlas => facts!(atlas recognitions RecognitionRow)),
    table!("partners" "伙伴" "One partner that the article names.", PartnerRow by ["addr"],
        [COLLEGE, SOURCE],
        atlas => facts!(atlas partners PartnerRow)),
    table!("metrics" "指标" "What outcomes count; two outcomes of one metric are comparable.",
        MetricRow by ["metric"],
        [THEME, to(&["family"], "families")],
        atlas => (0..atlas.metrics.len()).map(|at| MetricRow::of(atlas, MetricIx(at as u16)))),
    table!("themes" "主题" "What pillars and metrics are about.", ThemeRow by ["theme"], [],
        atlas => (0..atlas.themes.len()).map(|at| ThemeRow::of(atlas, ThemeIx(at as u16)))),
    table!("families" "近似指标组" "Metrics that belong side by side and are not the same count.",
        FamilyRow by ["family"],
        [THEME],
        atlas => (0..atlas.families.len()).map(|at| FamilyRow::of(atlas, FamilyIx(at as u16)))),
    table!("sources" "出处" "One article.", SourceRow by ["source"], [],
        atlas => atlas.sources.iter().map(SourceRow::of)),
    table!("colleges" "院校" "One college.", CollegeRow by ["college"], [SOURCE],
        atlas => atlas.colleges.iter().map(|college| CollegeRow::of(atlas, college))),
];
