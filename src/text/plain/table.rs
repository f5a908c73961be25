//! The substitutes that no property of Unicode gives, one line a kind.
//!
//! Output is ASCII in one cell or a Wide or Fullwidth character in two: the only kinds that are right in every
//! terminal and every font.

/// What is drawn for `c`, where one fixed text will do.
pub(super) fn fixed(c: char) -> Option<&'static str> {
    marks(c)
        .or_else(|| signs(c))
        .or_else(|| shapes(c))
        .or_else(|| letters(c))
}

fn marks(c: char) -> Option<&'static str> {
    Some(match c {
        '“' | '”' | '″' | '¨' => "\"",
        '‘' | '’' | '′' | '´' | 'ˊ' => "'",
        'ˋ' => "`",
        '…' => "...",
        '‥' => "..",
        '—' | '―' | '–' | '‐' | '‾' | 'ˉ' => "-",
        '·' | '•' | '‧' | '˙' => "・",
        '¡' => "!",
        '¿' => "?",
        '¸' => ",",
        'ˇ' => "v",
        '§' => "S.",
        '¶' => "P.",
        '†' => "+",
        '‡' => "++",
        '‖' => "||",
        '\u{fffd}' => "?",
        _ => return None,
    })
}

fn signs(c: char) -> Option<&'static str> {
    Some(match c {
        '°' => "度",
        '℃' => "゜C",
        '℉' => "゜F",
        '×' => "x",
        '÷' => "/",
        '±' => "+-",
        '≥' | '≧' => ">=",
        '≤' | '≦' => "<=",
        '≠' => "!=",
        '≈' | '∼' | '≒' => "~",
        '≡' => "==",
        '∞' => "inf",
        '√' => "sqrt",
        '∑' => "sum",
        '∶' => ":",
        '∷' => "::",
        '∕' => "/",
        '≪' => "<<",
        '≫' => ">>",
        '\u{2126}' => "ohm",
        '‰' => "%o",
        '€' => "EUR",
        '¤' => "$",
        '№' => "No.",
        '™' => "(TM)",
        '®' => "(R)",
        '→' => "->",
        '←' => "<-",
        '↑' => "^",
        '↓' => "v",
        '↔' => "<->",
        '⇒' => "=>",
        '⇔' => "<=>",
        _ => return None,
    })
}

fn shapes(c: char) -> Option<&'static str> {
    Some(match c {
        '●' | '◆' | '★' | '☆' | '※' => "*",
        '○' | '◎' | '◯' | '◇' => "o",
        '■' => "#",
        '□' => "[]",
        '▲' | '△' => "^",
        '▼' | '▽' => "v",
        '▶' | '▷' => ">",
        '◀' | '◁' => "<",
        '─' | '━' | '═' => "-",
        '│' | '┃' | '║' | '∣' => "|",
        '\u{2500}'..='\u{257f}' => "+",
        '\u{2580}'..='\u{259f}' => "#",
        _ => return None,
    })
}

/// Letters that do not come apart into a base and a mark.
fn letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ɑ' => "a",
        'ɡ' => "g",
        'Æ' => "AE",
        'æ' => "ae",
        'Œ' => "OE",
        'œ' => "oe",
        'Ð' => "D",
        'ð' | 'đ' => "d",
        'Ø' => "O",
        'ø' => "o",
        'Þ' => "TH",
        'þ' => "th",
        'ß' => "ss",
        'Ħ' => "H",
        'ħ' => "h",
        'ı' => "i",
        'ĸ' => "k",
        'Ŀ' => "L",
        'ŀ' | 'ł' => "l",
        'ŉ' => "n",
        'Ŧ' => "T",
        'Ŋ' => "NG",
        'ŋ' => "ng",
        'ŧ' => "t",
        _ => return greek(c),
    })
}

/// Greek by name; μ is `u`, as in um for micrometre.
fn greek(c: char) -> Option<&'static str> {
    const SMALL: [&str; 24] = [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "u",
        "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ];
    const CAPITAL: [&str; 24] = [
        "Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta", "Iota", "Kappa", "Lambda",
        "Mu", "Nu", "Xi", "Omicron", "Pi", "Rho", "Sigma", "Tau", "Upsilon", "Phi", "Chi", "Psi", "Omega",
    ];
    // After rho one code point is skipped: final sigma, and nothing among the capitals.
    let nth = |first: char, skipped: u32| (u32::from(c) - u32::from(first) - skipped) as usize;
    match c {
        'α'..='ρ' => SMALL.get(nth('α', 0)).copied(),
        'σ'..='ω' => SMALL.get(nth('α', 1)).copied(),
        'Α'..='Ρ' => CAPITAL.get(nth('Α', 0)).copied(),
        'Σ'..='Ω' => CAPITAL.get(nth('Α', 1)).copied(),
        _ => None,
    }
}

/// A number or letter in a circle, as the same in brackets: ① is `(1)`, ⓐ is `(a)`.
pub(super) fn circled(c: char) -> Option<String> {
    let from = |first: char| c as u32 - first as u32;
    let number = match c {
        '①'..='⑳' => from('①') + 1,
        '❶'..='❿' => from('❶') + 1,
        '⓵'..='⓾' => from('⓵') + 1,
        '⓫'..='⓴' => from('⓫') + 11,
        '㉈'..='㉏' => (from('㉈') + 1) * 10,
        '⓿' => 0,
        'Ⓐ'..='Ⓩ' => return letter('A', from('Ⓐ')),
        'ⓐ'..='ⓩ' => return letter('a', from('ⓐ')),
        _ => return None,
    };
    Some(format!("({number})"))
}

fn letter(first: char, offset: u32) -> Option<String> {
    char::from_u32(first as u32 + offset).map(|c| format!("({c})"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::grapheme::is_settled;

    #[test]
    fn no_row_is_idle_and_none_makes_things_worse() {
        for c in '\u{80}'..='\u{ffff}' {
            let drawn = fixed(c).map(str::to_owned).or_else(|| circled(c));
            let Some(drawn) = drawn else { continue };
            let boxes = matches!(c, '\u{2500}'..='\u{259f}');
            assert!(
                boxes || !is_settled(c.encode_utf8(&mut [0; 4])),
                "{c} needs no substitute"
            );
            assert!(
                drawn.is_ascii() || is_settled(&drawn) || c == '℃' || c == '℉',
                "{c} {drawn}"
            );
        }
    }
}
