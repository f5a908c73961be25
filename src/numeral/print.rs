//! Figures back into print, in the manner of the sources: 2000多万元, 近2万人次, 98%以上.
//!
//! What is printed here reads back as the same quantity. Rounds nothing.

use super::{Bound, Quantity};

/// The quantity as a source would print it, with 万 and 亿 where they shorten it.
pub fn print(quantity: &Quantity) -> String {
    let unit = &*quantity.unit;
    match quantity.bound {
        Bound::Exact => plain(quantity.value, unit),
        Bound::AtLeast => plain(quantity.value, unit) + "以上",
        Bound::MoreThan => more(quantity.value, unit),
        Bound::Nearly => format!("近{}", plain(quantity.value, unit)),
        Bound::About => format!("约{}", plain(quantity.value, unit)),
        Bound::LessThan => format!("不足{}", plain(quantity.value, unit)),
        Bound::Range => range(quantity.value, quantity.max.unwrap_or(quantity.value), unit),
    }
}

/// The value in full, with a comma every three digits: 20,000,000.
pub fn grouped(value: f64) -> String {
    let text = value.abs().to_string();
    let (whole, part) = text
        .split_once('.')
        .map_or((&*text, None), |(whole, part)| (whole, Some(part)));
    let mut out = String::from(if value < 0.0 { "-" } else { "" });
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    part.map_or(out.clone(), |part| out + "." + part)
}

fn plain(value: f64, unit: &str) -> String {
    let (digits, magnitude) = short(value);
    digits + magnitude + unit
}

/// The digits and the magnitude word. 亿 or 万 only if two decimals then say it all.
fn short(value: f64) -> (String, &'static str) {
    let text = value.to_string();
    [(8, "亿"), (4, "万")]
        .into_iter()
        .find_map(|(places, word)| shifted(&text, places).map(|digits| (digits, word)))
        .unwrap_or((text, ""))
}

/// Whole digits with the point moved left; none if the rest is below one or longer than two decimals.
fn shifted(text: &str, places: usize) -> Option<String> {
    let point = text.len().checked_sub(places).filter(|&point| point > 0)?;
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (whole, part) = text.split_at(point);
    let part = part.trim_end_matches('0');
    match part.len() {
        0 => Some(whole.to_owned()),
        1 | 2 => Some(format!("{whole}.{part}")),
        _ => None,
    }
}

/// 300多项, 2000多万元, 2万多人, 1.2万多人次; 超53.2% and 超34家 where 多 would not be Chinese.
fn more(value: f64, unit: &str) -> String {
    let (digits, magnitude) = short(value);
    let tens = digits.ends_with('0') && !digits.contains('.') && digits.len() > 1;
    let share = unit.ends_with('%') || unit.ends_with('‰') || unit.ends_with("百分点");
    match (magnitude, share) {
        (_, false) if tens => format!("{digits}多{magnitude}{unit}"),
        ("万" | "亿", false) => format!("{digits}{magnitude}多{unit}"),
        _ => format!("超{digits}{magnitude}{unit}"),
    }
}

/// 20至30家, 80%至90%; both ends in one magnitude, or both in full.
fn range(low: f64, high: f64, unit: &str) -> String {
    let ((low_digits, low_word), (high_digits, high_word)) = (short(low), short(high));
    match (unit, low_word == high_word) {
        ("%" | "‰", _) => format!("{low}{unit}至{high}{unit}"),
        (_, true) => format!("{low_digits}{low_word}至{high_digits}{high_word}{unit}"),
        _ => format!("{low}至{high}{unit}"),
    }
}
