//! Colours that a user puts in the place of a palette's: by the name of what has them.
//!
//! Owns these names, how a colour is written, and which of them a palette can show. Where only the 16 named colours are
//! to be had, a colour beyond them gives way to the palette's own.

use super::{Ink, Palette, contrast};
use crate::{lang::Bilingual, load::shortened, page::Tone};

/// What may have a colour of the user's own, in the order of the palettes' tables; the bars of the four subjects last.
const ROLES: [&str; 10] = [
    "label",
    "qualifier",
    "quote",
    "muted",
    "warning",
    "error",
    "bar-1",
    "bar-2",
    "bar-3",
    "bar-4",
];

/// The bars are the last of the roles.
const FIRST_BAR: usize = 6;

/// The named colours (ECMA-48, 8.3.117, and their bright counterparts).
const NAMES: [&str; 8] = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
];

/// Colours by role, each by its number among xterm's 256.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnColours([Option<u8>; ROLES.len()]);

/// A palette with a user's colours in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnPalette {
    pub(crate) palette: Palette,
    own: OwnColours,
}

/// Why a colour is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ColourFault {
    /// Which of the requests.
    pub(crate) request: usize,
    /// It is the colour, not the name of what is to have it.
    pub(crate) is_colour: bool,
    pub(crate) message: Bilingual,
    pub(crate) hint: Bilingual,
}

/// A colour that cannot be read well.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct FaintColour {
    pub(crate) role: &'static str,
    pub(crate) on_light: bool,
    /// The contrast it has, and that it should have.
    pub(crate) contrast: f64,
    pub(crate) least: f64,
}

impl OwnColours {
    /// Reads roles with their colours.
    ///
    /// # Errors
    /// The first that is no role, no colour, or stands twice.
    pub(crate) fn read(requests: &[(String, String)]) -> Result<Self, Box<ColourFault>> {
        let mut own = Self::default();
        for (request, (role, colour)) in requests.iter().enumerate() {
            let fault = |is_colour, message, hint| {
                Box::new(ColourFault {
                    request,
                    is_colour,
                    message,
                    hint,
                })
            };
            let Some(at) = ROLES.iter().position(|known| known == role) else {
                let (role, all) = (shortened(role), ROLES.join(", "));
                return Err(fault(
                    false,
                    Bilingual::new(
                        format!("没有叫 {role} 的颜色"),
                        format!("no colour is called {role}"),
                    ),
                    Bilingual::new(format!("可写: {all}"), format!("it may be: {all}")),
                ));
            };
            if own.0[at].is_some() {
                return Err(fault(
                    false,
                    Bilingual::new(format!("{role} 写了两次"), format!("{role} stands twice")),
                    Bilingual::new("删去一处", "delete one of them"),
                ));
            }
            let Some(number) = number(colour) else {
                let colour = shortened(colour);
                return Err(fault(
                    true,
                    Bilingual::new(format!("{colour} 不是颜色"), format!("{colour} is no colour")),
                    Bilingual::new(
                        "写 cyan、bright-cyan 等十六个名称之一，0 至 255，或 \"#5fd7d7\"（带引号）",
                        "write one of the sixteen names such as cyan or bright-cyan, 0 to 255, or \"#5fd7d7\" in quotation marks",
                    ),
                ));
            };
            own.0[at] = Some(number);
        }
        Ok(own)
    }

    /// Every role that has a colour, and its number.
    fn chosen(self) -> impl Iterator<Item = (usize, u8)> {
        let all = self.0.into_iter().enumerate();
        all.filter_map(|(at, colour)| Some((at, colour?)))
    }

    /// Those with too little contrast for text (4.5) or bars (3), on the backgrounds named.
    pub(crate) fn faint(self, grounds: &[bool]) -> Vec<FaintColour> {
        let faint = |(at, colour): (usize, u8)| {
            let least = if at < FIRST_BAR { 4.5 } else { 3.0 };
            let on = move |on_light: &bool| FaintColour {
                role: ROLES[at],
                on_light: *on_light,
                contrast: contrast::least(colour, *on_light),
                least,
            };
            grounds.iter().map(on)
        };
        let all = self.chosen().flat_map(faint);
        all.filter(|faint| faint.contrast < faint.least).collect()
    }
}

/// The number of a colour: by name, by number, or the nearest to `#rrggbb`.
fn number(text: &str) -> Option<u8> {
    if let Some(hex) = text.strip_prefix('#') {
        let digits = hex.len() == 6 && hex.chars().all(|c| c.is_ascii_hexdigit());
        return digits.then(|| u32::from_str_radix(hex, 16).ok().map(contrast::nearest))?;
    }
    let (name, bright) = match text.strip_prefix("bright-") {
        Some(name) => (name, 8),
        None => (text, 0),
    };
    let named = NAMES.iter().position(|known| *known == name);
    named.map(|at| at as u8 + bright).or_else(|| {
        text.parse()
            .ok()
            .filter(|_| text.chars().all(|c| c.is_ascii_digit()))
    })
}

impl From<Palette> for OwnPalette {
    fn from(palette: Palette) -> Self {
        Self {
            palette,
            own: OwnColours::default(),
        }
    }
}

impl OwnPalette {
    /// `palette` with `own` in it.
    pub fn new(palette: Palette, own: OwnColours) -> Self {
        Self { palette, own }
    }

    pub(crate) fn ink(self, tone: Tone) -> Ink {
        let ink = self.palette.ink(tone);
        let own = role(tone)
            .and_then(|at| self.own.0[at])
            .filter(|colour| self.palette.shows(*colour));
        match (own, tone) {
            (None, _) => ink,
            (Some(_), Tone::Bar(_)) => Ink {
                fg: own,
                bg: own,
                ..ink
            },
            (Some(_), _) => Ink { fg: own, ..ink },
        }
    }

    /// The same for a background that turned out to be light, or dark.
    #[must_use]
    pub(crate) fn on_light(self, light: bool) -> Self {
        Self {
            palette: self.palette.on_light(light),
            ..self
        }
    }
}

/// The role whose colour a tone has.
fn role(tone: Tone) -> Option<usize> {
    match tone {
        Tone::Plain | Tone::Heading | Tone::Value | Tone::Match => None,
        Tone::Label | Tone::Key => Some(0),
        Tone::Qualifier => Some(1),
        Tone::Quote => Some(2),
        Tone::Muted | Tone::Rule => Some(3),
        Tone::Warning => Some(4),
        Tone::Error => Some(5),
        Tone::Bar(subject) => Some(FIRST_BAR + usize::from(subject) % (ROLES.len() - FIRST_BAR)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(role: &str, colour: &str) -> Result<OwnColours, Box<ColourFault>> {
        OwnColours::read(&[(role.to_owned(), colour.to_owned())])
    }

    #[test]
    fn colours_are_read_by_name_number_and_value() {
        for (text, number) in [
            ("cyan", 6),
            ("bright-black", 8),
            ("0", 0),
            ("255", 255),
            ("#000000", 16),
            ("#5fd7d7", 80),
            ("#FFFFFF", 231),
            ("#080808", 232),
        ] {
            assert_eq!(
                own("quote", text).unwrap().chosen().collect::<Vec<_>>(),
                [(2, number)],
                "{text}"
            );
        }
        for text in [
            "pink",
            "256",
            "-1",
            "+5",
            "#fff",
            "#gggggg",
            "",
            "bright-",
            "#+12345",
            "Bright-red",
        ] {
            let fault = own("quote", text).unwrap_err();
            assert!(
                fault.is_colour && fault.message.en.contains("is no colour"),
                "{text}"
            );
        }
        assert!(!own("headline", "red").unwrap_err().is_colour);
        let twice = [("quote".into(), "red".into()), ("quote".into(), "red".into())];
        assert_eq!(OwnColours::read(&twice).unwrap_err().request, 1);
    }

    #[test]
    fn a_colour_holds_where_the_palette_can_show_it() {
        let ink = |palette, colour| OwnPalette::new(palette, own("label", colour).unwrap()).ink(Tone::Key);
        assert_eq!(ink(Palette::RichDark, "208").fg, Some(208));
        assert_eq!(ink(Palette::Dark, "208"), Palette::Dark.ink(Tone::Key));
        assert_eq!(ink(Palette::Light, "red").fg, Some(1));
        assert_eq!(ink(Palette::RichLight, "red").fg, Some(1));
        assert_eq!(ink(Palette::Mono, "red"), Palette::Mono.ink(Tone::Key));
        assert!(ink(Palette::RichDark, "208").bold, "weight stays");
        let bar = OwnPalette::new(Palette::RichDark, own("bar-2", "99").unwrap());
        assert_eq!(bar.ink(Tone::Bar(1)).bg, Some(99));
        assert_eq!(bar.ink(Tone::Bar(0)), Palette::RichDark.ink(Tone::Bar(0)));
    }

    #[test]
    fn every_role_is_that_of_a_tone_and_none_of_two_colours() {
        let tones = [
            Tone::Label,
            Tone::Qualifier,
            Tone::Quote,
            Tone::Muted,
            Tone::Warning,
            Tone::Error,
            Tone::Bar(0),
            Tone::Bar(1),
            Tone::Bar(2),
            Tone::Bar(3),
        ];
        for (at, tone) in tones.into_iter().enumerate() {
            let changed = OwnPalette::new(Palette::RichDark, own(ROLES[at], "201").unwrap());
            for other in tones {
                let is_own = changed.ink(other) != Palette::RichDark.ink(other);
                assert_eq!(is_own, other == tone, "{} {other:?}", ROLES[at]);
            }
        }
    }

    #[test]
    fn faint_colours_are_told_for_the_backgrounds_at_hand() {
        let yellow = own("warning", "bright-yellow").unwrap();
        assert_eq!(yellow.faint(&[false]), []);
        let [faint] = yellow.faint(&[false, true])[..] else {
            panic!("not one");
        };
        assert!(faint.on_light && faint.contrast < 1.5 && faint.least == 4.5);
        assert_eq!(own("bar-1", "31").unwrap().faint(&[true]), []);
    }
}
