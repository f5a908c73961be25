//! Whether the terminal's background is light or dark, from its reply to OSC 11.
//!
//! Owns the reading of the reply. Sending and waiting are the probe's; what follows for the colours is `display`'s.

/// The background.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Dark, or no answer: what terminals mostly are.
    Dark,
    /// Light.
    Light,
}

impl Ground {
    /// Reads `11;rgb:hhhh/hhhh/hhhh` (xterm's ctlseqs: one to four hexadecimal digits a colour; `rgba:` adds a fourth).
    pub(crate) fn read(reply: &str) -> Option<Self> {
        let colour = reply.strip_prefix("11;")?;
        let parts = colour
            .strip_prefix("rgb:")
            .or_else(|| colour.strip_prefix("rgba:"))?;
        let mut parts = parts.split('/').map(part);
        let [red, green, blue] = [parts.next()??, parts.next()??, parts.next()??];
        // Luma of ITU-R BT.709; it weighs the colours as sent, which is near enough to tell light from dark.
        let luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        Some(if luma > 0.5 { Self::Light } else { Self::Dark })
    }
}

/// A colour's strength, 0 to 1.
fn part(digits: &str) -> Option<f64> {
    let length = u32::try_from(digits.len()).ok().filter(|n| (1..=4).contains(n))?;
    let value = digits
        .chars()
        .try_fold(0, |value, c| Some(value * 16 + c.to_digit(16)?))?;
    Some(f64::from(value) / f64::from(16_u32.pow(length) - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_terminals_reply() {
        for (reply, ground) in [
            ("11;rgb:0000/0000/0000", Some(Ground::Dark)),
            ("11;rgb:ffff/ffff/ffff", Some(Ground::Light)),
            ("11;rgb:ff/ff/dd", Some(Ground::Light)),
            ("11;rgb:f/f/f", Some(Ground::Light)),
            ("11;rgb:0000/2b2b/3636", Some(Ground::Dark)),
            ("11;rgba:ffff/ffff/ffff/8000", Some(Ground::Light)),
            ("11;rgb:0000/0000/ffff", Some(Ground::Dark)),
            ("11;rgb:0000/0000", None),
            ("11;rgb://", None),
            ("11;rgb:+f/ff/ff", None),
            ("11;rgb:fffff/0/0", None),
            ("11;?", None),
            ("10;rgb:ffff/ffff/ffff", None),
            ("", None),
        ] {
            assert_eq!(Ground::read(reply), ground, "{reply}");
        }
    }
}
