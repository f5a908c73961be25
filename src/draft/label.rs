//! What a figure counts, in the words of its clause: the label that a draft proposes.
//!
//! Owns the choice among the words around a figure; where they lie is `clause`'s. A label is cut at the borders of the
//! clause, never within a word, and holds no other figure.

use super::clause::{Clause, JOINING, without_then};
use super::heading_marks::is_bullet;
use super::leading_words::{without_end, without_start};
use crate::text::han::is_han;

/// Longest label, in characters, and longest with a list in it.
const LONGEST: usize = 18;
const LONGEST_LIST: usize = 24;

/// Words that say how a thing changed, or how it is reckoned, and not what it is.
const CHANGES: [&str; 21] = [
    "增长",
    "同比增长",
    "提高",
    "提升",
    "下降",
    "减少",
    "增加",
    "人均",
    "户均",
    "年均",
    "较去年同期提升",
    "比上年增长",
    "比上年提高",
    "同比",
    "环比",
    "较上年",
    "比上年",
    "比去年多",
    "比上年多",
    "获得",
    "占比",
];

/// How a figure stands to another, which is nothing without what was measured in the clause before.
const COMPARES: [&str; 6] = ["是", "高出", "高于", "低于", "多出", "还多"];

/// Words that are a part of another label's: 国家级专业群1个、省级3个.
const LEVELS: [&str; 8] = [
    "国家级",
    "省级",
    "市级",
    "校级",
    "部级",
    "部省级",
    "省部级",
    "院级",
];

/// What stands before a figure and says nothing of it where it stands alone: 把40%的专业课搬进医院.
const ALONE: [&str; 5] = ["把", "将", "和", "以", "被"];

/// What a word led up to begins with: 与9个省（区、市） leaves no label.
const PREPOSITIONS: [char; 7] = ['与', '和', '在', '对', '向', '同', '以'];

/// What is counted, as the clause has it without its figures; empty when that is too long or says nothing.
pub(super) fn label(clause: Clause<'_>) -> String {
    let (before, after) = (before(clause), after(clause));
    let (subject, lead) = (subject(clause), without_start(without_end(clause.lead)));
    let about = if subject.is_empty() { lead } else { subject };
    if let Some(members) = clause.chosen_from() {
        return first(&[members]);
    }
    if clause.is_a_start() || clause.is_an_end() {
        return first(&[about, lead]);
    }
    if let Some(level) = LEVELS.iter().find(|level| before == **level && after.is_empty()) {
        let named = LEVELS
            .iter()
            .chain(&["全国"])
            .find_map(|other| lead.split_once(other));
        return first(&[&format!("{level}{}", named.map_or(lead, |(_, thing)| thing))]);
    }
    if before.starts_with('占') && !before.starts_with("占地") {
        return first(&[&format!("{lead}{before}"), before]);
    }
    let share = clause.words().contains("的比例") || clause.words().contains("的比重");
    if clause.follows_figure && share {
        return first(&[&format!("{subject}{before}"), before]);
    }
    let (front, behind) = clause.joined;
    let front = if before.is_empty() {
        ""
    } else {
        without_start(front)
    };
    let whole = format!("{before}{after}");
    // 由11家增至64家: the words in front of the second figure say how it came about, not what is counted.
    let of_subject = format!("{subject}{after}");
    let of_lead = if lead.is_empty() {
        String::new()
    } else {
        format!("{lead}{}{after}", clause.before())
    };
    first(&[
        &format!("{front}{whole}{behind}"),
        &whole,
        after,
        thing(after),
        before,
        won(before),
        &of_subject,
        subject,
        &of_lead,
        lead,
    ])
}

/// The words behind the figure that are its own.
fn after(clause: Clause<'_>) -> &str {
    let after = clause.after();
    if !clause.is_cut {
        return after;
    }
    // 金奖1银奖3, 国家级6项省级32项, 工作站1个和工作室13个: what stands behind is of the next figure.
    let next_ones = LEVELS.contains(&after) || after.ends_with(['奖', '牌']) || after.starts_with(JOINING);
    if next_ones && !before(clause).is_empty() {
        return "";
    }
    // 2项标准被4国采用: by whom is of the next figure.
    after.find('被').map_or(after, |end| &after[..end])
}

/// What does something, of the words behind a figure: 工作室 of 工作室全部由专业带头人领衔.
fn thing(after: &str) -> &str {
    const PREDICATES: [&str; 6] = ["全部", "均", "都", "已", "由", "被"];
    let ends = PREDICATES.iter().filter_map(|word| after.find(word));
    ends.min().map_or("", |end| &after[..end])
}

/// What was won, of the words before a figure that name where at length: 获金奖 of 学生团队在…大赛中获金奖.
fn won(before: &str) -> &str {
    let at = before.rfind("中获").map(|at| at + '中'.len_utf8());
    at.map_or("", |at| &before[at..])
}

/// The words before the figure that are its own.
fn before(clause: Clause<'_>) -> &str {
    let before = clause.before();
    // 8所院校和6家企业: what stands before 和 is of the figure before.
    if clause.follows_figure && before.ends_with(JOINING) {
        return "";
    }
    // 工作站1个和工作室13个: it joins two figures.
    let before = match clause.follows_figure {
        true => before
            .strip_prefix("以及")
            .unwrap_or(before)
            .trim_start_matches(['和', '及']),
        false => before,
    };
    let before = without_start(before.trim_start_matches('的'));
    // 与甲厂、乙厂等31家企业: the names are examples of what is counted.
    let before = if before.ends_with('等') && !clause.after().is_empty() {
        ""
    } else {
        before
    };
    // 与14个国家的32所院校: the word leads up to the next figure.
    let leads = clause.is_cut && before.chars().count() == 1 && before.starts_with(PREPOSITIONS);
    if leads || ALONE.contains(&before) {
        ""
    } else {
        before
    }
}

/// The first words of the clause, without what a year in them is measured by: 比2019年.
fn subject(clause: Clause<'_>) -> &str {
    let subject = clause.subject.trim();
    let subject = subject.trim_end_matches(['比', '较', '自', '于', '前', '上']);
    without_start(without_end(without_then(subject)))
}

/// The first of the candidates that can stand as a label.
fn first(candidates: &[&str]) -> String {
    let found = candidates.iter().map(|words| cut(words)).find(|words| {
        let longest = if words.contains('、') {
            LONGEST_LIST
        } else {
            LONGEST
        };
        (2..=longest).contains(&words.chars().count()) && is_plain(words)
    });
    found.unwrap_or_default().to_owned()
}

/// The words without a quotation mark that lacks its twin, and without 的 at the end.
fn cut(words: &str) -> &str {
    let mut words = words.trim_start_matches(opens_item).trim().trim_end_matches('的');
    words = words.trim_end_matches(['+', '＋', '↑', '↓', '-']).trim_end();
    for (open, close) in [('“', '”'), ('《', '》')] {
        let alone = |mark: char, twin: char| words.matches(mark).count() > words.matches(twin).count();
        if words.starts_with(open) && alone(open, close) {
            words = &words[open.len_utf8()..];
        } else if words.ends_with(close) && alone(close, open) {
            words = &words[..words.len() - close.len_utf8()];
        }
    }
    words
}

/// ● 新增院系1个, ①…: what opens an item of a list, and the blanks around it.
fn opens_item(c: char) -> bool {
    c.is_whitespace() || is_bullet(c) || matches!(c, '·' | '①'..='⑳')
}

/// Whether words can stand alone: more than a change, a Han letter in them, and every quotation mark with its twin.
fn is_plain(words: &str) -> bool {
    if CHANGES.contains(&words.trim_end_matches('了')) || COMPARES.iter().any(|word| words.starts_with(word))
    {
        return false;
    }
    if words.chars().count() == 2 && words.starts_with(PREPOSITIONS) {
        return false;
    }
    let pairs = [('“', '”'), ('《', '》'), ('‘', '’'), ('【', '】')];
    let even = |(open, close): (char, char)| words.matches(open).count() == words.matches(close).count();
    words.chars().any(is_han) && pairs.into_iter().all(even)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::draft;

    /// The labels of the figures of a sentence within an article.
    fn labels(sentence: &str) -> Vec<String> {
        const PROSE: &str =
            "学院和企业一起走进车间，一起商量课程，一起带学生，大家都说这样的办法很好，也愿意接着做下去。";
        let text = format!("校企同心育人才\n{PROSE}\n{sentence}\n{PROSE}\n");
        let draft = draft(&text);
        let figures = draft.figures.iter().filter(|figure| figure.line == 3);
        figures
            .map(|figure| label(Clause::new(&draft, sentence, figure)))
            .collect()
    }

    #[test]
    fn a_label_is_cut_at_the_borders_of_words_and_figures() {
        for (sentence, expected) in [
            ("三年来共议定事项76项。", &["共议定事项"][..]),
            ("年均接纳学生实习3500人次。", &["年均接纳学生实习"]),
            (
                "校企共享师资380人。共享场地4.3万平方米。",
                &["校企共享师资", "共享场地"],
            ),
            ("2025年底前新建产业学院2个。", &["新建产业学院"]),
            (
                "毕业生持有两个以上证书的比例达到56.8%。",
                &["毕业生持有证书", "毕业生持有证书"],
            ),
            ("合作企业由最初的20家增加到115家。", &["合作企业", "合作企业"]),
            (
                "本地就业的比例，由五年前的不足三成提高到目前的61.5%。",
                &["本地就业的比例", "本地就业的比例"],
            ),
            (
                "就业率达到68%，比2019年提高了21个百分点。",
                &["就业率", "就业率提高了"],
            ),
            (
                "国家级高水平专业群1个、省级3个。",
                &["国家级高水平专业群", "省级高水平专业群"],
            ),
            (
                "开发课程71门，占专业课总数的42.3%。",
                &["开发课程", "开发课程占专业课总数"],
            ),
            ("8所院校和6家企业作了交流发言。", &["院校", "企业作了交流发言"]),
            ("现有教室、实训室320间。", &["教室、实训室"]),
            ("船长、网具师傅……学院先后聘请导师134名。", &["聘请导师"]),
            (
                "14个“双带头人”党支部书记工作室全部由专业带头人领衔。",
                &["“双带头人”党支部书记工作室"],
            ),
            ("获奖392人次，较前两年增长57%。", &["获奖", "获奖增长"]),
            ("成员由初创时的76家增加到198家。", &["成员", "成员"]),
            ("合格率由试点之初的81%提升到95%。", &["合格率", "合格率"]),
            (
                "订单班学生由2020年的310人扩大到1420人，翻了两番多。",
                &["订单班学生", "订单班学生", "订单班学生"],
            ),
            ("“考试通过率连续四年稳定在98%以上。”处长说。", &["考试通过率"]),
            ("与12个5A级景区共建实训基地。", &["与5A级景区共建实训基地"]),
            ("与9个省（区、市）的188家企业建立合作。", &["", "企业建立合作"]),
            ("与8个国家的21所院校建立合作。", &["国家", "国家的院校建立合作"]),
            ("展会上获金奖2银奖4铜奖7。", &["展会上获金奖", "银奖", "铜奖"]),
            ("一、二等奖共19项。", &["一、二等奖"]),
            ("“双带头人”比例达到百分之九十五。", &["“双带头人”比例"]),
            (
                "学生团队在中国国际大学生创新创业大赛中获金奖1项、银奖3项。",
                &["获金奖", "银奖"],
            ),
            ("与甲厂、乙厂等31家企业开展支部共建。", &["企业开展支部共建"]),
            (
                "参与的3项行业标准被东盟6国采用。",
                &["参与的行业标准", "行业标准被东盟采用"],
            ),
            (
                "从86名党员教师中遴选特派员31名。",
                &["党员教师", "党员教师中遴选特派员"],
            ),
            (
                "由12名师生党员组成的突击队进驻工地。",
                &["师生党员组成的突击队进驻工地"],
            ),
            (
                "到账金额385万元，是建设前的3倍。",
                &["到账金额", "到账金额是建设前"],
            ),
            (
                "取证率达91%，高出全省平均水平9个百分点。",
                &["取证率", "取证率高出全省平均水平"],
            ),
            (
                "村民收入由1.2万元涨到2.6万元，翻了一番还多。",
                &["村民收入", "村民收入", "村民收入"],
            ),
            (
                "一同顶岗的还有66名同学，就有12人当了组长。",
                &["一同顶岗的同学", "当了组长"],
            ),
            ("兼职教师数量是五年前的两倍。", &["兼职教师数量"]),
            (
                "● 新增标杆院系3个，到款620万元，同比+12.5%。",
                &["新增标杆院系", "到款", "到款同比"],
            ),
            (
                "但技能人才缺口在4000人左右，留存率正好七成。",
                &["技能人才缺口", "留存率"],
            ),
            (
                "设有院士工作站1个、博士后工作站1个和大师工作室13个。",
                &["院士工作站", "博士后工作站", "大师工作室"],
            ),
            (
                "获批全国样板支部2个、省级5个。",
                &["获批全国样板支部", "省级样板支部"],
            ),
        ] {
            assert_eq!(labels(sentence), expected, "{sentence}");
        }
    }
}
