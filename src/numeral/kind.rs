//! What a numeral in a line turned out to be. No reading here.

use std::ops::Range;

use super::Quantity;
use crate::lang::Lang;

/// One numeral of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundNumeral {
    /// Byte offsets in the line: the shortest printed phrase, bound words and unit included (近2万人次).
    pub range: Range<usize>,
    /// What the numeral is.
    pub(crate) kind: NumeralKind,
}

impl FoundNumeral {
    /// The quantity, if this numeral is one.
    pub fn quantity(&self) -> Option<&Quantity> {
        match &self.kind {
            NumeralKind::Quantity(quantity) => Some(quantity),
            _ => None,
        }
    }
}

/// A figure, or the reason why a numeral is none.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum NumeralKind {
    /// A count or a measure: 34家, 近2万人次, 98%以上.
    Quantity(Quantity),
    /// 2023年, 2022-2024年, 2023年底.
    Year,
    /// A day, a month or a time of day: 10月17日, 2023年5月.
    Date,
    /// The year of a class of students: 2024届, 2023级.
    ClassYear,
    /// A place in an order: 一是, 第三届, 二等奖, 一、.
    Ordinal,
    /// Part of a name: 360公司, 五一劳动奖章, 1+X, 5G, a title in 《》.
    Name,
    /// A span of time: 近3年, 三年来, 3个月.
    Duration,
    /// A named enumeration: 五育, 5院4中心, 三全育人.
    Framework,
    /// No rule knows it: it may count something. For a person to decide.
    Unclear,
    /// The rest of a number that begins on the line before.
    Torn,
}

impl NumeralKind {
    /// The word for readers; English takes the stable name.
    pub(crate) fn word(&self, lang: Lang) -> &'static str {
        let zh = match self {
            Self::Quantity(_) => "数量",
            Self::Year => "年份",
            Self::Date => "日期",
            Self::ClassYear => "届次",
            Self::Ordinal => "次序",
            Self::Name => "名称",
            Self::Duration => "时长",
            Self::Framework => "体系",
            Self::Unclear => "不能断定",
            Self::Torn => "上一行的数的后半",
        };
        lang.pick(zh, self.as_str())
    }

    /// The stable name, used wherever a numeral is excused from being curated.
    pub(crate) fn as_str(&self) -> &'static str {
        match self {
            Self::Quantity(_) => "quantity",
            Self::Year => "year",
            Self::Date => "date",
            Self::ClassYear => "class_year",
            Self::Ordinal => "ordinal",
            Self::Name => "name",
            Self::Duration => "duration",
            Self::Framework => "framework",
            Self::Unclear => "unclear",
            Self::Torn => "torn",
        }
    }
}
