//! The mouse: what a report of it says. Terminals send reports only where `--mouse` asked for them.
//!
//! Owns the reading of one SGR report (xterm's modes 1000 and 1006): `CSI < button ; column ; row M`, `m` for a release. A
//! release, a drag and the other buttons mean nothing here. What stands under the mouse is `view::pointer`'s.

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// The left button was pressed.
    Click,
    /// The wheel was turned away from the user.
    WheelUp,
    /// The wheel was turned towards the user.
    WheelDown,
}

/// What the mouse did, and in which cell, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub deed: Deed,
    /// The column.
    pub column: u16,
    /// The row.
    pub row: u16,
}

/// Shift, Alt and Ctrl in the number of a button.
const HELD: u16 = 4 | 8 | 16;

/// The report whose parameters, without the `<`, are `params`.
pub(crate) fn report(params: &[u8], end: u8) -> Option<Mouse> {
    let text = std::str::from_utf8(params).ok()?;
    let numbers: Vec<u16> = text.split(';').map(str::parse).collect::<Result<_, _>>().ok()?;
    let ([button, column, row], b'M') = (&numbers[..], end) else {
        return None;
    };
    let deed = match button & !HELD {
        0 => Deed::Click,
        64 => Deed::WheelUp,
        65 => Deed::WheelDown,
        _ => return None,
    };
    Some(Mouse {
        deed,
        column: column.checked_sub(1)?,
        row: row.checked_sub(1)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presses_of_the_left_button_and_the_wheel_are_read() {
        let read =
            |params: &str| report(params.as_bytes(), b'M').map(|mouse| (mouse.deed, mouse.column, mouse.row));
        assert_eq!(read("0;10;20"), Some((Deed::Click, 9, 19)));
        assert_eq!(read("16;1;1"), Some((Deed::Click, 0, 0)));
        assert_eq!(read("64;65535;3"), Some((Deed::WheelUp, 65534, 2)));
        assert_eq!(read("65;1;2"), Some((Deed::WheelDown, 0, 1)));
        for nothing in [
            "",
            "0",
            "0;1",
            "0;0;1",
            "0;1;0",
            "2;1;1",
            "32;1;1",
            "35;1;1",
            "0;1;2;3",
            "0;99999;1",
            "x;1;1",
            "0;-1;1",
        ] {
            assert_eq!(read(nothing), None, "{nothing}");
        }
        assert_eq!(report(b"0;10;20", b'm'), None);
    }
}
