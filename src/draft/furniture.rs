//! Which lines belong to the site around an article: labels, navigation, links, lists of other news.
//!
//! A guess for a person to confirm. Looks at single lines and at the lists that follow the article, never at layout.

mod words;

use super::heading_marks::is_bullet;
use crate::text::han::is_han;
use words::{CALLS, CREDITS, LABELS, LINKS, LISTS};

/// What each of `lines` is to the site; none: it is the article's. A blank line goes with the line before it.
pub(crate) fn of(lines: &[&str]) -> Vec<Option<&'static str>> {
    let mut read = false;
    let mut tail = None;
    let mut before = None;
    let mut site = Vec::with_capacity(lines.len());
    for line in lines {
        let text = line.trim();
        if read && tail.is_none() && is_list(text) {
            tail = Some("list");
            site.push(Some("label"));
            continue;
        }
        before = match tail {
            Some(tail) => Some(tail),
            None if text.is_empty() => before,
            None => kind(text, read),
        };
        read |= before.is_none() && text.chars().count() > 40;
        site.push(before);
    }
    site
}

fn is_list(text: &str) -> bool {
    let text = text
        .trim_start_matches(is_bullet)
        .trim_start()
        .trim_end_matches(['：', ':', '>', '»', ' ', '】'])
        .trim_start_matches('【');
    LISTS.contains(&text)
}

/// `read` says whether the article has begun.
fn kind(text: &str, read: bool) -> Option<&'static str> {
    let bare = text.trim_matches([
        '(', ')', '（', '）', '【', '】', '[', ']', '|', '-', '—', '·', '▼', '▲', '↓', '↑', '☝', '👆', '👇',
        ' ', '\u{3000}',
    ]);
    let short = text.chars().count() <= 80;
    if LINKS.iter().any(|link| bare.starts_with(link)) && (short || bare.is_ascii() || bare.contains("http"))
    {
        return Some("link");
    }
    if is_call(bare) || is_contents(bare) {
        return Some("navigation");
    }
    if LABELS.contains(&bare) || (bare.contains("ICP备") && short) {
        return Some("label");
    }
    if short && (is_credit(bare) || is_credit(behind_date(bare))) {
        return Some("credit");
    }
    if !bare.contains(|c: char| is_han(c) || c.is_ascii_alphanumeric()) {
        return Some("list");
    }
    if is_stamp(bare) || !read && is_dated(bare) {
        return Some("credit");
    }
    if is_page_number(bare) {
        return Some("label");
    }
    let path = bare.starts_with("首页") && bare.contains(['/', '|', '-', '·', '→']);
    if (is_trail(bare) || path) && bare.chars().count() <= 40 && !read {
        return Some("navigation");
    }
    let cut = text.ends_with("...") || text.ends_with('…');
    (read && cut && bare.chars().count() <= 80).then_some("teaser")
}

/// 新闻网 > 学院动态 > 正文: where a page stands on its site. 占比>30% states a figure.
fn is_trail(text: &str) -> bool {
    let sentence = text.contains(['。', '；', '，', '！']);
    let figure = |(at, sign): (usize, &str)| {
        let next = text[at + sign.len()..].trim_start();
        sign == ">" && next.starts_with(|c: char| c.is_ascii_digit())
    };
    !sentence && text.contains(['>', '»', '›']) && !text.match_indices('>').any(figure)
}

/// 点击蓝字 关注我们, 长按识别二维码: what asks the reader to do something on the page; a sentence is none.
fn is_call(text: &str) -> bool {
    const LONGEST: usize = 24;
    let calls = CALLS.iter().any(|word| text.starts_with(word));
    calls && text.chars().count() <= LONGEST && !text.ends_with(['。', '；'])
}

/// 一、学校概况……3: a line of a table of contents.
fn is_contents(text: &str) -> bool {
    let title = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let dots = title.trim_end().trim_end_matches(['…', '.', '·', '．']);
    title.len() < text.len() && title.trim_end().len() - dots.len() >= "…".len() && dots.contains(is_han)
}

/// 责任编辑：某某, 来源 某报; a sentence is none.
fn is_credit(text: &str) -> bool {
    let sentence = text.ends_with(['。', '！', '；', '？']);
    let named = |word: &&&str| {
        let rest = text.strip_prefix(**word);
        rest.is_some_and(|rest| {
            rest.ends_with('/') || rest.is_empty() || follows(rest) || word.ends_with('/')
        })
    };
    !sentence && CREDITS.iter().find(named).is_some()
}

/// What follows a date and a time at the beginning: the 来源：某报 of 2024-05-06 09:30 | 来源：某报.
fn behind_date(text: &str) -> &str {
    let rest =
        text.trim_start_matches(|c: char| c.is_ascii_digit() || "年月日-/.: ：|｜\u{3000}".contains(c));
    let dated = text.len() - rest.len() >= "2024-5-6".len();
    if dated { rest } else { "" }
}

fn follows(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['次', '数', '量', '人', '者', '员', '丨']);
    rest.trim_start().starts_with(['：', ':', '|', '｜', '/']) || rest.starts_with([' ', '\u{3000}'])
}

/// 第2页 共3页, 2/3: the foot of a page.
fn is_page_number(text: &str) -> bool {
    let parts: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = parts.contains(|c: char| c.is_ascii_digit());
    let page = parts.starts_with('第') && parts.contains('页') || parts.contains('/') && parts.len() <= 7;
    digits
        && page
        && parts
            .chars()
            .all(|c| c.is_ascii_digit() || "第页共，,/".contains(c))
}

/// 东江职业学院 | 2024-05-11: a short line that closes with a day, above the article.
fn is_dated(text: &str) -> bool {
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit() || "-/.: ".contains(c));
    let day = text[rest.len()..].split_whitespace().next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    let dated = matches!(parts[..], [year, _, _] if year.len() == 4);
    dated && text.chars().count() <= 40
}

/// A line of nothing but a date or a time; a row of numbers is none.
fn is_stamp(text: &str) -> bool {
    let rest = |c: char| c.is_ascii_digit() || "年月日时分秒-/.: ：\u{3000}".contains(c);
    let begins_with_year = text
        .get(..4)
        .is_some_and(|year| year.parse::<u16>().is_ok_and(|year| (1990..2100).contains(&year)));
    let behind = text.get(4..).unwrap_or_default();
    let dated = begins_with_year && behind.starts_with(['年', '-', '/', '.']);
    let timed = text
        .split_once([':', '：'])
        .is_some_and(|(hour, minutes)| hour.parse::<u8>().is_ok_and(|hour| hour < 24) && minutes.len() >= 2);
    let written = text
        .chars()
        .all(|c| "〇零○Ｏ一二三四五六七八九十年月日".contains(c));
    (dated || timed) && text.chars().all(rest) || written && text.contains('年') && text.contains('月')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_site() {
        let body = "某学院与三十家企业一起办学".repeat(5) + "。";
        let lines = [
            "资讯",
            "首页 > 新闻 > 正文",
            "东江职业学院 | 2024-05-11",
            "校企同心育人才",
            "来源：某报 2024-05-06",
            "",
            "2024-05-06 10:20",
            "2024-05-06 10:20 | 来源：某报",
            "【网络编辑：某某】",
            &body,
            "",
            "推动改革，怎么做？",
            &body,
            "责任编辑：某某",
            "https://example.org/a?b",
            "相关阅读",
            "另一则新闻",
            "第 2 页 共 3 页",
            "-",
        ];
        let is_site: Vec<bool> = of(&lines).iter().map(Option::is_some).collect();
        let expected = [1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1].map(|site| site == 1);
        assert_eq!(is_site, expected);
    }

    #[test]
    fn lines_of_an_account() {
        for line in [
            "点击蓝字 关注我们",
            "▲点击上方“某职院”关注我们",
            "长按识别二维码",
            "扫描二维码，了解更多",
            "阅读原文",
            "点赞、在看、分享",
            "— END —",
            "- THE END -",
            "来源｜宣传部 图文｜某某 审核｜某某",
            "投稿邮箱：a@b.cn",
            "地址：某市站前大道1号 邮编：100 000",
            "二〇二四年十二月三日",
            "一、学校概况……3",
            "（二）人才培养 ........ 12",
        ] {
            assert!(kind(line, false).is_some(), "{line}");
        }
        for line in [
            "点亮乡村振兴的灯",
            "转发率和点赞数是新媒体课程的作业。",
            "关注我们身边的工匠，书写我们自己的故事，是课程的要求。",
            "增长11.5",
            "往前一步，天地宽",
        ] {
            assert_eq!(kind(line, true), None, "{line}");
        }
        for line in [
            "学生就业占比>30%",
            "合格率 > 95%；",
            "招生 > 培养 > 就业，一路护航",
        ] {
            assert_eq!(kind(line, false), None, "{line}");
        }
    }

    #[test]
    fn words_that_begin_like_credits_are_no_credits() {
        for line in [
            "时间轴上的匠心",
            "图片里的校园记忆",
            "编辑部进课堂，学生当主编",
            "来源于企业的真实项目",
            "阅读工程：润物无声。",
        ] {
            assert_eq!(kind(line, true), None, "{line}");
        }
    }
}
