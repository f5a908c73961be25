//! The styles of headings, in one table: where each stands among the others, and what a line with its sign needs to be a
//! heading.

/// A style of headings, in the order of their usual rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Style {
    /// 第一部分, 第一章, PART 01
    Division,
    /// A short line that stands alone.
    Bare,
    /// ◆ 党建红｜强引领: such a line behind a bullet.
    BareBullet,
    /// 关键词一 ｜ 引领, 做法1 讲好第一课堂: such a line behind a noun with a number.
    Labelled,
    /// `## …`, `**…**`, 【…】: set apart by signs.
    Signed,
    /// 一、 and 壹、
    Han,
    /// （一）
    HanBracket,
    /// 第一，
    Place,
    /// 首先，… 其次，… 最后，…
    Sequence,
    /// ——党建联建促民心相通。 at the beginning of a paragraph.
    Dashed,
    /// 1. and 1、, and 1 学生发展 set apart by a blank
    Arabic,
    /// 1.1
    Section,
    /// 1.1.1
    Subsection,
    /// 记者：…？ and Q：…？ in an interview.
    Question,
    /// 党建引领：…
    RunIn,
    /// 织密一张网。… : a short sentence that opens its paragraph.
    Lead,
    /// ●党建引领：… : a short text behind a bullet that opens its paragraph.
    Bullet,
    /// (1) and ①
    ArabicBracket,
    /// A.
    Letter,
    /// 一是
    Point,
}

/// What a line with the sign of a style needs beside it to be a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeadingNeed {
    /// The sign alone says so.
    Nothing,
    /// Another of its style in the article.
    Another,
    /// Another of its style that is built like it.
    Alike,
    /// Text of its own below it, whatever other headings there are; without it, it is a row of a list.
    Text,
}

impl Style {
    /// Where the style stands among the others, and what it needs. Styles of one rank are of one level.
    pub(crate) fn rule(self) -> (u8, HeadingNeed) {
        match self {
            Self::Division => (0, HeadingNeed::Nothing),
            Self::Bare | Self::BareBullet | Self::Labelled => (1, HeadingNeed::Another),
            Self::Signed => (1, HeadingNeed::Nothing),
            Self::Han => (1, HeadingNeed::Nothing),
            Self::Question => (1, HeadingNeed::Another),
            Self::HanBracket => (2, HeadingNeed::Nothing),
            Self::Place => (2, HeadingNeed::Another),
            Self::Arabic => (3, HeadingNeed::Nothing),
            Self::Section => (4, HeadingNeed::Another),
            Self::Subsection => (5, HeadingNeed::Nothing),
            Self::RunIn => (6, HeadingNeed::Another),
            Self::Bullet => (6, HeadingNeed::Another),
            Self::Sequence => (6, HeadingNeed::Another),
            Self::Dashed => (6, HeadingNeed::Nothing),
            Self::Lead => (7, HeadingNeed::Another),
            Self::ArabicBracket => (8, HeadingNeed::Another),
            Self::Letter => (8, HeadingNeed::Another),
            Self::Point => (9, HeadingNeed::Another),
        }
    }
}
