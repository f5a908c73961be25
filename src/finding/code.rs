//! The register of finding codes: name, severity, what it means and what helps.
//!
//! One row a code; `check --explain CODE`, the JSON and the documentation all read it. A code is
//! never renamed and never reused.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::Severity::{self, Error, Warning};
use crate::lang::{Bilingual, Lang};

macro_rules! register {
    ($($variant:ident $name:literal $severity:ident $zh:literal $en:literal $hint_zh:literal $hint_en:literal;)*) => {
        /// A stable finding code.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Code { $(#[doc = $en] $variant,)* }

        impl Code {
            /// Every code, in the order of the register.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The stable name, as in the JSON: `unknown-field`.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// How bad a finding of this code is.
            pub(crate) fn severity(self) -> Severity {
                match self { $(Self::$variant => $severity,)* }
            }

            /// What the code means.
            pub(crate) fn meaning(self) -> Bilingual {
                match self { $(Self::$variant => Bilingual::new($zh, $en),)* }
            }

            /// What usually helps.
            pub(crate) fn hint(self) -> Bilingual {
                match self { $(Self::$variant => Bilingual::new($hint_zh, $hint_en),)* }
            }
        }
    };
}

register! {
    Unreadable "unreadable" Error
        "文件无法读取" "The file cannot be read"
        "检查路径与权限" "Check the path and its permissions";
    TooLarge "too-large" Error
        "文件超过 1 MiB" "The file is over 1 MiB"
        "一份档案通常只有几十 KB；把它拆开" "A dossier is some tens of KB; split the file";
    NotUtf8 "not-utf8" Error
        "文件不是 UTF-8" "The file is not UTF-8"
        "若是 GB18030，请先转换: iconv -f GB18030 -t UTF-8" "If it is GB18030, convert it first: iconv -f GB18030 -t UTF-8";
    Tab "tab" Error
        "YAML 里有制表符" "There is a tab in the YAML"
        "用空格缩进" "Indent with spaces";
    ControlCharacter "control-character" Error
        "含有不可见的控制字符" "There is an invisible control character"
        "删去它，或重新键入这一行" "Delete it, or type the line again";
    IdeographicIndent "ideographic-indent" Error
        "用全角空格缩进" "The line is indented with ideographic spaces (U+3000)"
        "换成半角空格" "Use ASCII spaces";
    TooDeep "too-deep" Error
        "未闭合的括号超过 64 层" "More than 64 brackets are open at once"
        "若不是流式写法，请给整个值加引号" "If no flow style is meant, put the value in quotes";
    Syntax "syntax" Error
        "YAML 语法错误" "The YAML is malformed"
        "键后用半角冒号加空格；含 “: ”、“ #” 或以 @ * & ! | > % 开头的文字要加引号" "A key ends in an ASCII colon and a space; quote text that holds `: ` or ` #`, or starts with @ * & ! | > %";
    DuplicateKey "duplicate-key" Error
        "同一个键写了两次" "A key stands twice in one mapping"
        "删去其中一个" "Delete one of the two";
    UnknownField "unknown-field" Error
        "不认识的字段" "The field is not known"
        "检查拼写" "Check the spelling";
    UnknownSchema "unknown-schema" Error
        "文件所依的格式是本程序不知道的" "The file is written for a schema that is not known"
        "换用更新的 rongtu；rongtu --version 显示现用的版本" "Get a newer rongtu; `rongtu --version` tells which this is";
    MissingField "missing-field" Error
        "缺少必需的字段" "A required field is missing"
        "补上该字段" "Add the field";
    WrongType "wrong-type" Error
        "值的类型不对" "The value is of the wrong type"
        "按所要求的类型书写" "Write a value of the type named";
    NotFinite "not-finite" Error
        "不是有限的数" "The number is not finite"
        "写出文章所载的数" "Write the number the article prints";
    BadId "bad-id" Error
        "编号不合规则" "The id is malformed"
        "小写字母开头，只用小写字母、数字和连字符，最多 64 个字符" "Lowercase letter first, then lowercase letters, digits and hyphens, 64 at most";
    DuplicateId "duplicate-id" Error
        "编号重复" "The id is already taken"
        "每个编号在其范围内只能用一次" "An id may be used once in its range";
    UnknownReference "unknown-reference" Error
        "所引用的编号不存在" "The id referred to does not exist"
        "检查拼写，或先在相应文件里定义它" "Check the spelling, or define it in its file first";
    BadPillar "bad-pillar" Error
        "没有这个支柱" "There is no such pillar"
        "支柱从 1 起连续编号" "Pillars are numbered from 1 without gaps";
    BadRange "bad-range" Error
        "区间的两端不合" "The ends of the range do not agree"
        "range 需要 max 大于 value；其他界不写 max" "bound: range needs a max above value; other bounds have no max";
    Invisible "invisible-character" Warning
        "含有看不见的字符，已标明" "There are invisible characters; they are shown by name"
        "删去它们" "Delete them";
    EmptyText "empty-text" Error
        "文字为空" "The text is empty"
        "写出内容，或删去该字段" "Write it, or delete the field";
    SourceChanged "source-changed" Error
        "找到的文章文本与记录不符" "The article text found is not the one on record"
        "恢复原文；若文章确已更新，重新核对后改写 sha256、bytes 与 lines" "Restore the text; if the article was updated, check the figures again and renew sha256, bytes and lines";
    LineCount "line-count" Error
        "文本的行数与记录不符" "The text has another number of lines than the record says"
        "末行没有换行符也算一行" "A last line without a line feed counts";
    LinesUncovered "lines-uncovered" Error
        "有的行既不是正文，也不是网页附带内容" "Some lines are neither body nor furniture"
        "把它们写进 body 或 furniture" "Put them into body or furniture";
    LinesOverlap "lines-overlap" Error
        "同一行属于两个部分" "A line belongs to two parts"
        "每一行只属于 body 或 furniture 之一" "Each line is either body or furniture, once";
    NoSuchLine "no-such-line" Error
        "原文没有这一行" "The article has no such line"
        "行号从 1 起" "Lines are numbered from 1";
    InFurniture "in-furniture" Error
        "引语在网页附带的内容里" "The phrase is in the site around the article"
        "只引正文；若这一行是正文，改 body 与 furniture" "Cite the body only; if the line is part of it, correct body and furniture";
    PhraseNotFound "phrase-not-found" Error
        "原文没有这个引语" "The article has no such phrase"
        "从原文逐字抄录，标点也不改" "Copy it from the article character by character, punctuation included";
    WrongLine "wrong-line" Error
        "引语在另一行" "The phrase stands on another line"
        "改行号" "Correct the line";
    PhraseAmbiguous "phrase-ambiguous" Error
        "引语在这一行不止一处" "The phrase stands more than once on its line"
        "加长引语，或写 prefix、suffix" "Make it longer, or add prefix or suffix";
    WrongContext "wrong-context" Error
        "引语前后的文字不是所写的" "The text around the phrase is not what is written"
        "prefix 是紧接其前的文字，suffix 是紧接其后的" "prefix is the text right before the phrase, suffix the text right after";
    PhraseTooLong "phrase-too-long" Warning
        "引语太长" "The phrase is long"
        "只引能说明这一事实的最短文字" "Cite the shortest text that states the fact";
    NotPrinted "not-printed" Error
        "原文没有这些文字" "The article does not print this"
        "照原文书写，或删去该字段" "Write it as printed, or delete the field";
    NameNotPrinted "name-not-printed" Warning
        "名称与所印的不合" "A name is not made of what is printed"
        "照原文书写；省写、补全时只用该行印出的字" "Write it as printed; a name that is shortened or completed is made of the words of its line";
    NotInPhrase "not-in-phrase" Error
        "as_written 不在引语里" "as_written does not stand in the phrase"
        "as_written 是引语中数量的写法，逐字照抄" "as_written is the quantity as the phrase prints it, character by character";
    NoFigure "no-figure" Error
        "读不出唯一的数量" "No single figure can be read"
        "as_written 只写一个数量，连同界和单位: 近2万人次" "as_written holds one figure with its bound and unit: 近2万人次";
    FigureCut "figure-cut" Error
        "数量没有取全" "Part of the figure is left out"
        "把界、数字和单位都取进来" "Take in bound, digits and unit";
    ValueDiffers "value-differs" Error
        "数值与所印的不符" "The value is not the one printed"
        "value 用基本单位: 2000多万元 是 20000000，98% 是 98" "value is in base units: 2000多万元 is 20000000, 98% is 98";
    BoundDiffers "bound-differs" Error
        "界与所印的不符" "The bound is not the one printed"
        "以上 at_least，多、余、超 more_than，近 nearly，约 about，不足 less_than" "以上 at_least; 多, 余, 超 more_than; 近 nearly; 约 about; 不足 less_than";
    UnitDiffers "unit-differs" Error
        "单位与所印的不符" "The unit is not the one printed"
        "unit 是去掉万、亿的量词" "unit is the measure word without 万 or 亿";
    Unsure "unsure-figure" Warning
        "数量读不真切" "The figure cannot be read with certainty"
        "对照原文核对；若原文有误断、误识，可不理会" "Compare it with the article yourself; if it holds, let it stand";
    Guess "guess" Warning
        "草稿里的数字还没有人核对" "A figure of a draft that nobody has confirmed"
        "核对后选定 metric（或不写），再删去 guess" "Choose its metric, or none, and delete guess";
    MetricUnit "metric-unit" Error
        "成效与指标的单位不同" "Outcome and metric differ in unit"
        "选用同一单位的指标，或另立一个" "Choose a metric of that unit, or define one";
    PeriodKind "period-kind" Error
        "时间的种类与文字不符" "The kind of the period does not fit its words"
        "year 某年，as_of 截至，cumulative 累计，recent 近年来，class 某届" "year 2023年, as_of 截至…, cumulative 累计, recent 近年来, class 2024届";
    PeriodYear "period-year" Error
        "年份与文字不符" "The year is not that of the words"
        "文字里有一个年份就写 year，没有就不写" "Words with one year have that year; words without have none";
    PeriodNotPrinted "period-not-printed" Error
        "数字附近没有印这个时间" "The period is not printed near the figure"
        "时间写在数字之前或同一句里；没有就不写 period" "A period stands before its figure or in its sentence; leave it out if there is none";
    OtherPeriod "other-period" Error
        "离数字最近的是另一个时间" "Another time stands nearer to the figure"
        "用最近的那个" "Take the nearest";
    PeriodMissing "period-missing" Warning
        "印出的时间没有录入" "A printed time was not kept"
        "补上 period；若这个时间与数字无关，可不理会" "Add it to period, unless it has nothing to do with the figure";
    DuplicateOutcome "duplicate-outcome" Error
        "同一处数字录了两次" "One figure of the article is two outcomes"
        "删去其中一个" "Delete one of them";
    RepeatedOutcome "repeated-outcome" Warning
        "两项成效说的是同一件事" "Two outcomes say the same"
        "若原文说了两遍，留一个，另一处列入 excused" "If the article says it twice, keep one and excuse the other place";
    PillarOrder "pillar-order" Error
        "支柱的次序与原文不符" "Pillars are not in the article's order"
        "按原文的次序编号" "Number them as the article does";
    WrongPillar "wrong-pillar" Error
        "引语不在所写的支柱之下" "The phrase does not stand under the pillar named"
        "改 pillar 或引语" "Correct pillar or phrase";
    MeasureOrder "measure-order" Error
        "举措的编号与原文不符" "Measures are not numbered as in the article"
        "每个支柱下从 1 起，按原文的次序" "From 1 under each pillar, in the article's order";
    MeasureTheme "measure-theme" Error
        "举措的主题不在支柱的主题之中" "A measure's theme is none of its pillar's"
        "改举措的 themes，或补上支柱的 themes" "Correct the measure's themes, or add to the pillar's";
    FrameworkTotal "framework-total" Error
        "体系的总数与所印的不符" "A framework's total is not the one printed"
        "5院4中心: 院 5，中心 4；没有印数字的，不写 total" "5院4中心: 院 5, 中心 4; where no number is printed, leave total out";
    TooManyMembers "too-many-members" Error
        "列出的比总数多" "More are named than are counted"
        "检查总数与成员" "Check the total and the members";
    DuplicateMember "duplicate-member" Error
        "成员列了两次" "A member is named twice"
        "删去其中一个" "Delete one of the two";
    RecognitionYear "recognition-year" Error
        "荣誉的年份与所印的不符" "The year of a recognition is not the one printed"
        "只写与它印在一起的年份" "Give the year printed with it, or none";
    RecognitionLevel "recognition-level" Error
        "荣誉的级别没有印出" "The level of a recognition is not printed"
        "全国、国家 national，省 province，市 city；没有印出就不写" "全国, 国家 national; 省 province; 市 city; leave it out if none is printed";
    CountedElsewhere "counted-elsewhere" Error
        "计入的成效在另一行" "The outcome that counts it stands on another line"
        "改 outcome，或删去它" "Correct outcome, or delete it";
    QuotesTooMuch "quotes-too-much" Error
        "提要抄了原文" "A summary repeats the article"
        "用自己的话写；连续相同不得满 30 个字" "Write it in your own words; 30 characters in a row are too many";
    ExcusedFigure "excused-figure" Warning
        "列入 excused 的像是一个数量" "What is excused reads as a quantity"
        "录为成效；若确实不是，在缘由里说清，可不理会" "Make it an outcome, unless it is none for a good reason";
    ExcuseKind "excuse-kind" Warning
        "所列的文字与种类不合" "What is excused is not of the kind named"
        "改 kind；确属这一种的，可不理会" "Correct kind, unless it is of that kind after all";
    TableInFurniture "table-in-furniture" Warning
        "网页附带的行像是表格" "A line of the site reads as a row of a table"
        "若是文章的表格，把它写进 body" "If the table is the article's, put the line into body";
    IdleExcuse "idle-excuse" Warning
        "所列的文字里没有数词" "An excused phrase holds no numeral"
        "删去这一条" "Delete the entry";
    Unfinished "unfinished" Error
        "草稿没有写完" "A draft is not finished"
        "把 TODO 换成内容，给支柱选定主题" "Write what stands as TODO, and choose themes for the pillar";
    Uncovered "uncovered" Error
        "正文里有数词没有交代" "A numeral of the article is not accounted for"
        "录为成效，或列入 excused 并说明缘由" "Make it an outcome, or excuse it and say why";
    FileName "file-name" Error
        "文件名与编号不同" "The file is not called after its id"
        "改文件名或编号" "Rename the file or correct the id";
    ReporterScope "reporter-scope" Error
        "报告者与范围不符" "Reporter and scope do not agree"
        "全校的报告者就是学校，scope: college；其余 scope: unit" "The whole college reports under its own name with scope: college; anything else is scope: unit";
    BadPinyin "bad-pinyin" Error
        "拼音读不出校名" "The pinyin does not read the name"
        "小写，不标声调，逐字拼写: `taizhou keji`" "Lowercase, no tones, every character: taizhou keji";
    WrongLanguage "wrong-language" Error
        "名称或说明的语言不对" "A name or a text is in the wrong language"
        "中文写在 zh，英文写在 en" "Chinese goes into zh, English into en";
    NoEnglish "no-english" Warning
        "有的文字没有英文说法" "A text has no English"
        "时间写 period.en，体系的各部分写 en，校名太长写 short_en，点名的写入 english；单位换成常用的量词" "A time has period.en, a part of a framework en, a long name short_en, a printed name an entry under english; take a usual measure word for a unit";
    Undrawable "undrawable" Warning
        "有的终端显示不出这个字符" "Some terminals cannot show this character"
        "tmux、screen、mosh 里以 〓 代替；换成常用的字" "tmux, screen and mosh show 〓 in its place; take a usual one";
    BadDate "bad-date" Error
        "不是日期" "The date is none"
        "写成 \"2024-05-06\"，须是日历上有的一天" "Write \"2024-05-06\", a day of the calendar";
    FutureDate "future-date" Warning
        "日期还没有到" "The date is yet to come"
        "核对年份" "Check the year";
    FamilyTheme "family-theme" Error
        "指标与所属的组主题不同" "Metric and family differ in theme"
        "一组指标同属一个主题" "The metrics of a family share its theme";
    DuplicateName "duplicate-name" Error
        "名称或定义重复" "A name or a definition stands twice"
        "各写各的，使人不致混淆" "Give each its own, so that nobody mixes them up";
    Unused "unused" Warning
        "没有档案用到" "No dossier uses it"
        "删去它，或补上用它的档案" "Delete it, or add the dossier that uses it";
}

/// The page of every code, `docs/findings.md`.
pub fn page() -> String {
    let head = "# What `rongtu check` finds\n\n\
        `rongtu check` 的全部代码，按检查的次序；`rongtu check --explain CODE` 在终端里说明其中一个。\n\n\
        Every code, in the order of the checks; `rongtu check --explain CODE` tells of one in the terminal. An error (错误) \
        makes `check` exit with 1; a warning (警告) does not: it is worth a look, and the record stands. Codes are never \
        renamed and never used again.\n\n\
        Findings that go back to one cause are folded under it, \"and 66 that follow from it\"; `--all` lists them. In JSON \
        and CSV each stands as a row of its own, whose `cause` names the finding it belongs to by code, file, line and \
        column.\n"
        .to_owned();
    let row = |code: &Code| {
        let (meaning, hint) = (code.meaning(), code.hint());
        format!(
            "\n## `{code}`\n\n{} · {}。{}。\n\n{}: {}. {}.\n",
            code.severity().word(Lang::Zh),
            meaning.zh,
            hint.zh,
            code.severity().word(Lang::En),
            meaning.en,
            hint.en
        )
    };
    Code::ALL.iter().fold(head, |page, code| page + &row(code))
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Code {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.as_str() == name)
            .ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_slugs_and_read_back() {
        for (at, code) in Code::ALL.iter().enumerate() {
            assert!(
                code.as_str()
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            );
            assert_eq!(code.as_str().parse(), Ok(*code));
            assert!(
                Code::ALL[..at]
                    .iter()
                    .all(|other| other.as_str() != code.as_str())
            );
            assert!(!code.meaning().zh.is_empty() && !code.hint().en.is_empty());
        }
    }
}
