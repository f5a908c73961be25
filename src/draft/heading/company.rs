//! Which candidates are headings: those whose sign is enough, and those in company of their own style.

use super::{Candidate, bare};
use crate::draft::heading_marks::numbered;
use crate::draft::heading_style::{HeadingNeed, Style};

/// How many candidates of its style, on each side, one is compared with.
const NEIGHBOURS: usize = 8;

/// Longest bare heading that is like every other of its length (守艺, 传艺), in characters.
const TINY: usize = 3;

/// Takes out the candidates that lack the company they need.
pub(super) fn keep(found: &mut Vec<Candidate>, body: &[(u32, &str)], lines: &[&str]) {
    lists(found, lines);
    // What is answered in an interview begins with who answers.
    let asks = |found: &Candidate| found.style == Some(Style::Question);
    if found.iter().filter(|found| asks(found)).count() > 1 {
        found.retain(|found| found.style != Some(Style::RunIn));
    }
    // 此外 and 最后 go on with a list only where something came first.
    let begins = |found: &Candidate| {
        let text = &lines[found.line as usize - 1][found.printed.clone()];
        found.style == Some(Style::Sequence) && text.starts_with("首先")
    };
    if !found.iter().any(begins) {
        found.retain(|found| found.style != Some(Style::Sequence));
    }
    // Behind a bullet, only where no other line has one.
    let bullets = found
        .iter()
        .filter(|found| found.style == Some(Style::BareBullet))
        .count();
    let alone = |found: &Candidate| {
        let at = body.iter().position(|(line, _)| *line == found.line);
        let only = found.style != Some(Style::BareBullet) || bullets == 1;
        only && found.is_bare() && at.is_some_and(|at| bare::stands_alone(body, at))
    };
    let stands: Vec<bool> = (0..found.len())
        .map(|at| match found[at].need {
            HeadingNeed::Nothing => true,
            HeadingNeed::Another => {
                has_another(found, at, lines) || alone(&found[at]) || is_among_alike(found, at, lines)
            }
            HeadingNeed::Alike => is_among_alike(found, at, lines),
            HeadingNeed::Text => false,
        })
        .collect();
    let mut stands = stands.into_iter();
    found.retain(|_| stands.next().unwrap_or_default());
}

/// Takes out the numbered lines that follow one another as a list: half of them rows, or nothing under any of them.
fn lists(found: &mut Vec<Candidate>, lines: &[&str]) {
    const FEWEST: usize = 3;
    let text = |found: &Candidate| lines[found.line as usize - 1];
    let next_line = |one: &Candidate, other: &Candidate| {
        let numbers = numbered(text(one).trim_start()).is_some();
        let mut between = lines[one.line as usize..(other.line as usize - 1).max(one.line as usize)].iter();
        numbers && one.style == other.style && between.all(|line| line.trim().is_empty())
    };
    let mut lists = Vec::with_capacity(found.len());
    for block in found.chunk_by(next_line) {
        let rows = block.iter().filter(|row| row.need == HeadingNeed::Text).count();
        let whole = |row: &Candidate| row.printed.end == text(row).trim_end().len();
        let bare = block.len() >= FEWEST && block.iter().all(whole);
        let list = rows > 0 && 2 * rows >= block.len() || bare;
        lists.extend(std::iter::repeat_n(list, block.len()));
    }
    let mut lists = lists.into_iter();
    found.retain(|_| !lists.next().unwrap_or_default());
}

/// Whether two candidates are of one style; with bullets, behind the same one: △ 评委检查墙面 is a picture's.
fn is_of_one_style(one: &Candidate, other: &Candidate, lines: &[&str]) -> bool {
    let bullet = |found: &Candidate| lines[found.line as usize - 1].trim_start().chars().next();
    one.style == other.style && (one.style != Some(Style::BareBullet) || bullet(one) == bullet(other))
}

/// Whether another candidate of the style stands by its own sign.
fn has_another(found: &[Candidate], at: usize, lines: &[&str]) -> bool {
    let sure = |other: &Candidate| {
        is_of_one_style(&found[at], other, lines)
            && matches!(other.need, HeadingNeed::Nothing | HeadingNeed::Another)
    };
    let before = found[..at].iter().rev();
    before.chain(&found[at + 1..]).any(sure)
}

/// Whether one candidate that is sure, two that are not, or one that is very like it, are built as this one.
fn is_among_alike(found: &[Candidate], at: usize, lines: &[&str]) -> bool {
    let same = |other: &&Candidate| is_of_one_style(&found[at], other, lines);
    let before = found[..at].iter().rev().filter(same).take(NEIGHBOURS);
    let behind = found[at + 1..].iter().filter(same).take(NEIGHBOURS);
    let text = |found: &Candidate| &lines[found.line as usize - 1][found.said.clone()];
    let mut score = 0;
    for other in before.chain(behind) {
        let shared = alike(text(&found[at]), text(other));
        score += match other.need {
            _ if shared == 0 => 0,
            HeadingNeed::Alike => shared.min(2),
            _ => 2,
        };
    }
    score >= 2
}

/// How much two headings are alike: the characters they share at the same places, where their clauses are of one
/// length; 0 where they are not built alike, or say the same.
fn alike(one: &str, other: &str) -> usize {
    let clauses = |text: &str| -> Vec<Vec<char>> {
        let parts = text.split(['，', ',', '：', ':', ' ', '\u{3000}', '·']);
        parts.map(|part| part.chars().collect()).collect()
    };
    let same = one == other;
    let (one, other) = (clauses(one), clauses(other));
    if same || one.len() != other.len() {
        return 0;
    }
    if let ([one], [other]) = (&one[..], &other[..])
        && one.len() == other.len()
        && one.len() <= TINY
    {
        return 2;
    }
    let near = |(one, other): (&Vec<char>, &Vec<char>)| one.len().abs_diff(other.len()) <= 1 + one.len() / 8;
    if !one.iter().zip(&other).all(near) {
        return 0;
    }
    let shared = |(one, other): (&Vec<char>, &Vec<char>)| {
        let front = one.iter().zip(other).filter(|(a, b)| a == b).count();
        let back = one.iter().rev().zip(other.iter().rev()).filter(|(a, b)| a == b);
        front.max(back.count())
    };
    one.iter().zip(&other).map(shared).sum()
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn built_alike() {
        for (one, other, expected) in [
            ("建强一个组织", "办好一所学院", 1),
            ("组织嵌进去，让项目有“主心骨”", "作用显出来，让攻关有“主力军”", 5),
            ("守艺", "传薪", 2),
            ("强化引领", "学校党委高度重视", 0),
            ("强化引领，筑牢根基", "强化引领", 0),
            ("学院开会", "学院开会", 0),
        ] {
            assert_eq!(alike(one, other), expected, "{one} {other}");
        }
    }
}
