//! How well a colour of a terminal can be read (WCAG 2.2, relative luminance and contrast ratio).
//!
//! Owns the colours that terminals ship under the 16 names, the 256 of xterm, and the backgrounds that are reckoned with.

/// The 16 named colours as the terminals ship them: xterm (`XTerm-col.ad`), VTE (GNOME Console), Windows Terminal
/// (Campbell); then the darkest and the lightest background each offers with them.
pub(super) const NAMED: [(&str, [u32; 16], u32, u32); 3] = [
    (
        "xterm",
        [
            0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f,
            0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
        ],
        0x000000,
        0xffffff,
    ),
    (
        "VTE",
        [
            0x171421, 0xc01c28, 0x26a269, 0xa2734c, 0x12488b, 0xa347ba, 0x2aa1b3, 0xd0cfcc, 0x5e5c64,
            0xf66151, 0x33d17a, 0xe9ad0c, 0x2a7bde, 0xc061cb, 0x33c7de, 0xffffff,
        ],
        0x171421,
        0xffffff,
    ),
    (
        "Windows Terminal",
        [
            0x0c0c0c, 0xc50f1f, 0x13a10e, 0xc19c00, 0x0037da, 0x881798, 0x3a96dd, 0xcccccc, 0x767676,
            0xe74856, 0x16c60c, 0xf9f1a5, 0x3b78ff, 0xb4009e, 0x61d6d6, 0xf2f2f2,
        ],
        0x0c0c0c,
        0xffffff,
    ),
];

/// Backgrounds that terminals with 256 colours are set to: from black to dark grey, from white to light grey.
pub(super) const GROUNDS: [u32; 2] = [0x303030, 0xeeeeee];

/// The least contrast of colour `colour` of the 256 on dark backgrounds, or on light ones; of a named colour in any of
/// the terminals.
pub(crate) fn least(colour: u8, on_light: bool) -> f64 {
    if colour >= 16 {
        return contrast(indexed(colour), GROUNDS[usize::from(on_light)]);
    }
    let of = |(_, table, dark, light): &(&str, [u32; 16], u32, u32)| {
        contrast(table[usize::from(colour)], if on_light { *light } else { *dark })
    };
    NAMED.iter().map(of).fold(f64::INFINITY, f64::min)
}

/// The nearest of the 240 colours that are the same in every terminal, by the distance of red, green and blue.
pub(super) fn nearest(rgb: u32) -> u8 {
    let distance = |colour: &u8| {
        let of = |shift: u32| {
            let channel = |rgb: u32| (rgb >> shift & 0xff) as i32;
            (channel(rgb) - channel(indexed(*colour))).pow(2)
        };
        of(16) + of(8) + of(0)
    };
    (16..=255).min_by_key(distance).unwrap_or(16)
}

/// Relative luminance.
fn luminance(rgb: u32) -> f64 {
    let channel = |shift: u32| {
        let c = f64::from(rgb >> shift & 0xff) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}

/// The ratio of two colours, 1 to 21.
pub(super) fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The colour cube and the greys of xterm, from 16 up; below it the named colours of xterm.
pub(super) fn indexed(colour: u8) -> u32 {
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * u32::from(step) };
    match colour {
        ..16 => NAMED[0].1[usize::from(colour)],
        16..232 => {
            let at = colour - 16;
            level(at / 36) << 16 | level(at / 6 % 6) << 8 | level(at % 6)
        }
        232.. => (8 + 10 * u32::from(colour - 232)) * 0x010101,
    }
}
