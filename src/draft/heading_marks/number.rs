//! The marks that count: 一、 （一） 1. ① 壹、 A. 第一， PART 01, and a number set off by a blank or a bar.

use super::run;
use crate::{draft::heading_style::Style, numeral::scan, text::han::is_han};

pub(crate) const NUMBERS: &str = "一二三四五六七八九十";

const FORMAL_NUMBERS: &str = "壹贰貳叁參肆伍陆陸柒捌玖拾ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ";

/// What stands between a number and what it counts.
const BARS: [char; 5] = ['|', '｜', '丨', '/', '·'];

/// The numbered style `text` begins with and the bytes of its mark; none when it begins with none.
pub(crate) fn numbered(text: &str) -> Option<(Style, usize)> {
    let first = text.chars().next()?;
    if ('①'..='⑳').contains(&first) {
        return Some((Style::ArabicBracket, first.len_utf8()));
    }
    bracketed_or_dotted(text)
        .or_else(|| formal(text))
        .or_else(|| letter(text))
        .or_else(|| part(text))
}

/// （一） 1） 一、 1. 第一，
fn bracketed_or_dotted(text: &str) -> Option<(Style, usize)> {
    let first = text.chars().next()?;
    let (open, inner) = match first {
        '（' | '(' => (true, &text[first.len_utf8()..]),
        _ => (false, text),
    };
    let ordinal = inner.strip_prefix('第').filter(|_| !open);
    let digits = ordinal.unwrap_or(inner);
    let han = run(digits, |c| {
        NUMBERS.contains(c) || open && FORMAL_NUMBERS.contains(c)
    });
    let arabic = run(digits, |c| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let number = han.max(arabic);
    let (after, count) = (&digits[number..], digits[..number].chars().count());
    let spaced = after.trim_start();
    let after = if spaced.starts_with('、') { spaced } else { after };
    if number == 0 || count > 3 || (count > 2 && arabic > 0) {
        return None;
    }
    let closes = after.starts_with(['）', ')']);
    let style = match (ordinal.is_some(), han > 0) {
        (true, _) => return ordinal_mark(text, after),
        (_, true) if closes => Some(Style::HanBracket),
        (_, false) if closes => Some(Style::ArabicBracket),
        _ if open => None,
        (_, true) => after
            .starts_with(['、', '．', '.', '，', ','])
            .then_some(Style::Han),
        (_, false) => dotted(after).then_some(Style::Arabic),
    };
    let mark = after.chars().next().map_or(0, char::len_utf8);
    style.map(|style| (style, text.len() - after.len() + mark))
}

/// 第一，… and 第一部分 …
fn ordinal_mark(text: &str, after: &str) -> Option<(Style, usize)> {
    let part = ["部分", "章", "篇章", "篇"]
        .into_iter()
        .find_map(|word| after.strip_prefix(word));
    let rest = part.unwrap_or(after);
    let mark = rest.chars().next()?;
    let style = if part.is_some() {
        Style::Division
    } else {
        Style::Place
    };
    let sets_off = "，,、：: \u{3000}".contains(mark) || part.is_some() && BARS.contains(&mark);
    sets_off.then_some((style, text.len() - rest.len() + mark.len_utf8()))
}

/// 1. and 1、 and 1．, but not 1.5 and not 1.2.3.
fn dotted(after: &str) -> bool {
    let mut chars = after.chars();
    let mark = chars.next().is_some_and(|c| ".、．".contains(c));
    let next = chars.find(|c| !c.is_whitespace());
    mark && next.is_some_and(|c| !c.is_ascii_digit() && !c.is_ascii_lowercase())
}

/// 壹、 贰｜ Ⅲ. and 肆 with a blank; 陆 时雨 is a name.
fn formal(text: &str) -> Option<(Style, usize)> {
    const SHORTEST: usize = 4;
    let number = run(text, |c| FORMAL_NUMBERS.contains(c));
    let mark = text[number..].chars().next().filter(|_| number > 0)?;
    let rest = &text[number + mark.len_utf8()..];
    let words = rest
        .trim_start()
        .chars()
        .take_while(|c| is_han(*c) || "“「".contains(*c));
    let sets_off = "、．.，,：:".contains(mark)
        || (mark.is_whitespace() || BARS.contains(&mark)) && words.count() >= SHORTEST;
    sets_off.then_some((Style::Han, number + mark.len_utf8()))
}

/// A. and B、 above or before Han text.
fn letter(text: &str) -> Option<(Style, usize)> {
    let mut chars = text.chars();
    let letter = chars
        .next()
        .filter(|c| ('A'..='H').contains(c) || ('Ａ'..='Ｈ').contains(c))?;
    let mark = chars.next().filter(|c| ".．、".contains(*c))?;
    let next = chars.find(|c| !c.is_whitespace())?;
    (is_han(next) || "“「《".contains(next)).then_some((Style::Letter, letter.len_utf8() + mark.len_utf8()))
}

/// PART 01, Part.2, Chapter 3, PART ONE, set off from what follows.
fn part(text: &str) -> Option<(Style, usize)> {
    const WORDS: [&str; 2] = ["part", "chapter"];
    const SPELT: [&str; 10] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    let head: String = text
        .chars()
        .take_while(char::is_ascii)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let word = WORDS.iter().find(|word| head.starts_with(**word))?;
    let behind = head[word.len()..].trim_start_matches([' ', '.', '-']);
    let digits = run(behind, |c| c.is_ascii_digit());
    let spelt = SPELT.iter().find(|number| behind.starts_with(**number));
    let number = if (1..=2).contains(&digits) {
        digits
    } else {
        spelt?.len()
    };
    let rest = &text[head.len() - behind.len() + number..];
    let words =
        rest.trim_start_matches(|c: char| c.is_whitespace() || ".．、：:，".contains(c) || BARS.contains(&c));
    let starts = words.chars().next().is_some_and(|c| !c.is_ascii_alphanumeric());
    (starts || words.is_empty()).then_some((Style::Division, text.len() - words.len()))
}

/// 1 学生发展, 1.1 招生, 一 学生发展, 01｜学生发展: a short line behind a number that counts nothing, set off by a
/// blank or a bar.
pub(crate) fn set_off(text: &str) -> Option<(Style, usize)> {
    const LONGEST: usize = 24;
    let han = run(text, |c| NUMBERS.contains(c));
    let number = han.max(run(text, |c| c.is_ascii_digit() || c == '.'));
    let rest = text[number..].trim_start_matches(|c: char| c.is_whitespace() || BARS.contains(&c));
    let said = text.len() - rest.len();
    let parts: Vec<&str> = text[..number].split('.').collect();
    let style = match parts.len() {
        1 if han > 0 && said > number => Style::Han,
        1 if said > number => Style::Arabic,
        2 => Style::Section,
        3 => Style::Subsection,
        _ => return None,
    };
    let sound = han > 0 || parts.iter().all(|part| matches!(part.len(), 1 | 2));
    let remark = rest.strip_suffix('）').and_then(|rest| rest.rfind('（'));
    let title = &rest[..remark.unwrap_or(rest.len())];
    let plain = title.chars().next().is_some_and(is_han)
        && !title.contains(['。', '，', '；', '：', ',', ':', '|', '｜', '丨', '/']);
    let counts = scan(text)
        .first()
        .is_some_and(|found| found.range.start == 0 && found.quantity().is_some());
    // 1 陶瓷产业学院 12 is a row of a table.
    let row = rest.split_whitespace().next_back().is_some_and(|cell| {
        scan(cell)
            .first()
            .is_some_and(|found| found.range.len() == cell.len())
    });
    (sound && plain && title.chars().count() <= LONGEST && !counts && !row).then_some((style, said))
}

/// Whether a text begins with a noun and its number, set off from what they head: 关键词一 ｜ 引领, 做法1　讲好课堂.
pub(crate) fn labelled(text: &str) -> bool {
    const BESIDE: [&str; 6] = ["附件", "附表", "附图", "续表", "图片", "视频"];
    let noun = run(text, |c| is_han(c) && c != '第' && !NUMBERS.contains(c));
    let rest = &text[noun..];
    let number = run(rest, |c| NUMBERS.contains(c)).max(run(rest, |c| c.is_ascii_digit()));
    let sets_off = |c: char| c.is_whitespace() || "：:".contains(c) || BARS.contains(&c);
    let short =
        (2..=4).contains(&text[..noun].chars().count()) && (1..=2).contains(&rest[..number].chars().count());
    short && rest[number..].starts_with(sets_off) && !BESIDE.contains(&&text[..noun])
}

/// Whether a text is a number and nothing else: 一, 贰, 03.
pub(crate) fn is_number(text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || NUMBERS.contains(c) || FORMAL_NUMBERS.contains(c);
    (1..=2).contains(&text.chars().count()) && text.chars().all(is_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_count() {
        for (text, style, mark) in [
            ("一、强化引领", Style::Han, "一、"),
            ("壹、强化引领", Style::Han, "壹、"),
            ("贰｜强化引领", Style::Han, "贰｜"),
            ("叁 强化引领", Style::Han, "叁 "),
            ("Ⅱ. 强化引领", Style::Han, "Ⅱ."),
            ("（一）强化引领", Style::HanBracket, "（一）"),
            ("一）强化引领", Style::HanBracket, "一）"),
            ("（壹）强化引领", Style::HanBracket, "（壹）"),
            ("1)强化引领", Style::ArabicBracket, "1)"),
            ("③强化引领", Style::ArabicBracket, "③"),
            ("A.强化引领", Style::Letter, "A."),
            ("Ｂ、“强化”引领", Style::Letter, "Ｂ、"),
            ("PART 01 强化引领", Style::Division, "PART 01 "),
            ("Part.2强化引领", Style::Division, "Part.2"),
            ("PART ONE｜强化引领", Style::Division, "PART ONE｜"),
            ("第一篇章｜强化引领", Style::Division, "第一篇章｜"),
            ("第二，强化引领", Style::Place, "第二，"),
        ] {
            assert_eq!(numbered(text), Some((style, mark.len())), "{text}");
        }
        for text in [
            "1.5万名学生",
            "陆 时雨",
            "A股上市公司",
            "A.I.课程",
            "PARTNER企业",
            "第一届技能节",
            "（强化）引领",
        ] {
            assert_eq!(numbered(text), None, "{text}");
        }
    }

    #[test]
    fn nouns_with_a_number() {
        for text in ["关键词一 ｜ 引领", "做法1　讲好课堂", "亮点二：产教同行"] {
            assert!(labelled(text), "{text}");
        }
        for text in [
            "附件1：名单",
            "车间一角",
            "第一课 起步",
            "服务2600余名老人",
            "图1 现场",
        ] {
            assert!(!labelled(text), "{text}");
        }
    }

    #[test]
    fn numbers_set_off_by_a_blank_or_a_bar() {
        for (text, style, mark) in [
            ("1 学生发展", Style::Arabic, "1 "),
            ("01｜学生发展", Style::Arabic, "01｜"),
            ("1.1 学生发展", Style::Section, "1.1 "),
            ("二　学生发展", Style::Han, "二　"),
            ("2.1 体制机制（自评等级：A）", Style::Section, "2.1 "),
        ] {
            assert_eq!(set_off(text), Some((style, mark.len())), "{text}");
        }
        for text in [
            "12 家企业",
            "1 陶瓷产业学院 12",
            "1｜陶瓷｜九家",
            "一起学习",
            "2 学校，企业",
        ] {
            assert_eq!(set_off(text), None, "{text}");
        }
    }
}
