//! Chinese numerals as digits and sums: 二十三, 一百五, 两三, 二〇二三. Sees characters, no line and no words.

/// The value of one Chinese digit.
#[rustfmt::skip]
pub(super) fn digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' => 1, '二' | '两' => 2, '三' => 3, '四' => 4, '五' => 5, '六' => 6, '七' => 7, '八' => 8, '九' => 9,
        _ => return None,
    })
}

/// 廿 and 卅, twenty and thirty in one character.
fn tens(c: char) -> Option<f64> {
    match c {
        '廿' => Some(20.0),
        '卅' => Some(30.0),
        _ => None,
    }
}

/// Whether `c` is part of a Chinese number.
pub(super) fn numeral(c: char) -> bool {
    digit(c).is_some() || magnitude(c).is_some() || tens(c).is_some()
}

/// The power of ten that `c` stands for.
pub(super) fn magnitude(c: char) -> Option<i32> {
    match c {
        '十' => Some(1),
        '百' => Some(2),
        '千' => Some(3),
        '万' => Some(4),
        '亿' => Some(8),
        _ => None,
    }
}

/// The value of a run of Chinese numerals, and the upper one where two neighbours stand side by side.
pub(super) fn evaluate(run: &[char]) -> Option<(f64, Option<f64>)> {
    if run.iter().all(|&c| digit(c).is_some()) && (run.len() != 2 || pair(run).is_none()) {
        let digits: String = run
            .iter()
            .filter_map(|&c| digit(c))
            .map(|d| d.to_string())
            .collect();
        return Some((digits.parse().ok()?, None));
    }
    let Some(at) = (0..run.len()).find(|&n| pair(&run[n..]).is_some()) else {
        return Some((sum(run)?, None));
    };
    let without = |n: usize| sum(&[&run[..n], &run[n + 1..]].concat());
    Some((without(at + 1)?, Some(without(at)?)))
}

/// Two neighbours that stand for a range: 两三, 七八, 三五.
fn pair(run: &[char]) -> Option<()> {
    let (low, high) = (digit(*run.first()?)?, digit(*run.get(1)?)?);
    (low > 0 && (high == low + 1 || (low, high) == (3, 5))).then_some(())
}

fn sum(run: &[char]) -> Option<f64> {
    let (mut total, mut section, mut last, mut unit) = (0.0, 0.0, None, 0);
    for &c in run {
        section += tens(c).unwrap_or(0.0);
        match (digit(c), magnitude(c)) {
            _ if tens(c).is_some() => unit = 1,
            (Some(0), _) => unit = 0,
            (Some(d), _) if last.is_none() => last = Some(f64::from(d)),
            (None, Some(power @ 1..=3)) => {
                section += last.take().unwrap_or(1.0) * 10f64.powi(power);
                unit = power;
            }
            (None, Some(power)) => {
                let part: f64 = section + last.take().unwrap_or(0.0);
                let whole = total + part;
                total = match power {
                    4 if total >= 1e8 => total + part * 1e4,
                    _ if whole == 0.0 => 10f64.powi(power),
                    _ => whole * 10f64.powi(power),
                };
                (section, unit) = (0.0, power);
            }
            _ => return None,
        }
    }
    // 一百五 is 150: a last digit counts in the next lower magnitude.
    let step = if unit > 1 { 10f64.powi(unit - 1) } else { 1.0 };
    Some(total + section + last.unwrap_or(0.0) * step)
}
