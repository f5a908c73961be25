//! Rules for what the record leaves out: an excuse is of the kind it says, and no line of the site is a row of figures.
//!
//! Owns what speaks against a kind. Where the reader cannot tell what a numeral is, the curator is believed.

use super::{article::Article, cited::Stands, context::SourceContext};
use crate::{
    finding::{Code, Finding},
    model::ExcuseKind,
    numeral::{FoundNumeral, NumeralKind, read},
    text::clean::clean,
};

/// Every excuse is of the kind its text is.
pub(crate) fn kinds(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    let Some(article) = &context.article else { return };
    for (at, (cite, stands)) in context.excused.iter().enumerate() {
        let Stands::At(place) = stands else { continue };
        let said = context.source.excused[at].kind;
        let within = |found: &&FoundNumeral| place.start <= found.range.start && found.range.end <= place.end;
        let found: Vec<_> = article.numerals(cite.line).iter().filter(within).collect();
        if fits(said, &cite.exact, &found) {
            continue;
        }
        let (zh, en) = (word(said), name(said));
        out.push(context.of_source(
            Code::ExcuseKind,
            &format!("excused[{at}].kind"),
            format!("“{}”不像{zh}", cite.exact),
            format!("“{}” does not read as {en}", cite.exact),
        ));
    }
}

/// Whether `text`, in which the reader has `found` these numerals, can be of a kind.
fn fits(kind: ExcuseKind, text: &str, found: &[&FoundNumeral]) -> bool {
    let has = |kinds: &[NumeralKind]| found.iter().any(|found| kinds.contains(&found.kind));
    let says = |words: &str| text.contains(|c| words.contains(c));
    match kind {
        ExcuseKind::Year => {
            has(&[NumeralKind::Year, NumeralKind::Date, NumeralKind::ClassYear]) || says("年")
        }
        ExcuseKind::Date => has(&[NumeralKind::Year, NumeralKind::Date]) || says("月日号时点"),
        ExcuseKind::ClassYear => has(&[NumeralKind::ClassYear]) || says("届级"),
        ExcuseKind::Ordinal => {
            has(&[NumeralKind::Ordinal, NumeralKind::Unclear]) || says("第等首是其、号类级()（）")
        }
        ExcuseKind::Duration => has(&[NumeralKind::Duration]) || says("年月天日周时分期届学"),
        ExcuseKind::Multiple => says("倍番半成折双"),
        // A name or a scheme may hold any number, but a bare year is neither.
        ExcuseKind::Name | ExcuseKind::Framework => {
            let bare = |found: &&FoundNumeral| found.range.len() == text.len();
            !(has(&[NumeralKind::Year, NumeralKind::Date, NumeralKind::ClassYear]) && found.iter().any(bare))
        }
        ExcuseKind::Other => true,
    }
}

fn word(kind: ExcuseKind) -> &'static str {
    match kind {
        ExcuseKind::Year => "年份",
        ExcuseKind::Date => "日期",
        ExcuseKind::ClassYear => "届次",
        ExcuseKind::Ordinal => "次序",
        ExcuseKind::Name => "名称",
        ExcuseKind::Duration => "时长",
        ExcuseKind::Framework => "体系",
        ExcuseKind::Multiple => "倍数",
        ExcuseKind::Other => "别的",
    }
}

fn name(kind: ExcuseKind) -> &'static str {
    match kind {
        ExcuseKind::Year => "a year",
        ExcuseKind::Date => "a date",
        ExcuseKind::ClassYear => "a class of students",
        ExcuseKind::Ordinal => "a place in an order",
        ExcuseKind::Name => "part of a name",
        ExcuseKind::Duration => "a span of time",
        ExcuseKind::Framework => "part of a framework",
        ExcuseKind::Multiple => "a multiple",
        ExcuseKind::Other => "something else",
    }
}

/// No line of the site is a row of a table.
pub(crate) fn tables(context: &SourceContext<'_>, out: &mut Vec<Finding>) {
    let Some(article) = &context.article else { return };
    for (at, furniture) in context.source.furniture.iter().enumerate() {
        if let Some(line) = row(article, furniture.lines.first, furniture.lines.last) {
            let text = clean(article.line(line));
            let shown: String = text.chars().take(SHOWN).collect();
            out.push(context.of_source(
                Code::TableInFurniture,
                &format!("furniture[{at}].lines"),
                format!("第 {line} 行像是表格的一行: “{shown}”"),
                format!("line {line} reads as a row of a table: “{shown}”"),
            ));
        }
    }
}

/// Characters of a row that a message quotes.
const SHOWN: usize = 24;

fn row(article: &Article<'_>, first: u32, last: u32) -> Option<u32> {
    (first..=last.min(article.len())).find(|line| is_row(article.line(*line)))
}

/// Whether a line is cells set apart by tabs, bars or wide gaps, with a word in one and figures in others; one figure
/// will do where the gaps leave no doubt.
fn is_row(line: &str) -> bool {
    let apart = |between: &str| {
        let cells = line.split(|c| between.contains(c)).map(str::trim);
        cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>()
    };
    let is_figure = |cell: &&&str| read(cell).is_some_and(|_| !cell.contains(['-', '/', ':', '：']));
    let is_word = |cell: &&str| !cell.contains(|c: char| c.is_numeric());
    let figures = |cells: &[&str]| match cells.iter().any(is_word) {
        true => cells.iter().filter(is_figure).count(),
        false => 0,
    };
    let sentence = line.contains(['。', '；', '，']);
    !sentence && (figures(&apart("\t|｜")) >= 1 || figures(&apart(" \u{3000}\t")) >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeral::scan;

    #[test]
    fn a_kind_that_does_not_fit_is_seen_and_a_doubtful_one_is_not() {
        let fit = |kind, text: &str| {
            let found = scan(text);
            fits(kind, text, &found.iter().collect::<Vec<_>>())
        };
        for (kind, text) in [
            (ExcuseKind::Year, "2023年底"),
            (ExcuseKind::ClassYear, "2024届"),
            (ExcuseKind::Ordinal, "一、共建"),
            (ExcuseKind::Ordinal, "二等奖"),
            (ExcuseKind::Multiple, "倍增至"),
            (ExcuseKind::Duration, "近三年"),
            (ExcuseKind::Name, "360公司"),
            (ExcuseKind::Framework, "“3坊2室”"),
            (ExcuseKind::Other, "生产一线"),
        ] {
            assert!(fit(kind, text), "{text}");
        }
        for (kind, text) in [
            (ExcuseKind::Year, "二等奖"),
            (ExcuseKind::Date, "360公司"),
            (ExcuseKind::ClassYear, "2023年"),
            (ExcuseKind::Ordinal, "36家企业"),
            (ExcuseKind::Multiple, "2023年"),
            (ExcuseKind::Duration, "二等奖"),
            (ExcuseKind::Framework, "2023年"),
        ] {
            assert!(!fit(kind, text), "{text}");
        }
    }

    #[test]
    fn rows_are_told_from_the_lines_of_a_site() {
        for row in [
            "数控专业\t120人\t98%",
            "合作企业 | 36家",
            "专业数 人数 12个 300人",
            "就业率　98%　95%",
        ] {
            assert!(is_row(row), "{row}");
        }
        for line in [
            "资讯",
            "2024-05-06 09:30 来源：某报",
            "12月5日，学校与36家企业签约 ...",
            "浏览 1200次",
            "http://example.com/a|b",
            "上一篇：学校获奖3项",
            "1",
        ] {
            assert!(!is_row(line), "{line}");
        }
    }
}
