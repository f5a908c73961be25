//! The schema a file is written for: `schema: 1` at its head, and 1 where it does not say.
//!
//! Owns which schemas are read. A file for another one is not read at all: what its fields mean is not known, and half of it
//! understood would be figures in the wrong place.

use std::ops::Range;

use serde::{
    Deserialize, Deserializer,
    de::{Error, Unexpected},
};

/// The newest schema that is read, and every one before it.
pub(crate) const NEWEST: u32 = 1;

fn is_known(number: u64) -> bool {
    (1..=u64::from(NEWEST)).contains(&number)
}

/// A schema that is read.
#[derive(Debug, Default)]
pub(crate) struct Version;

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let number = u64::deserialize(from)?;
        match is_known(number) {
            true => Ok(Self),
            false => Err(D::Error::invalid_value(Unexpected::Unsigned(number), &"1")),
        }
    }
}

/// A schema that is not known, most often one to come.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct UnknownSchema {
    pub(crate) number: u64,
    /// The bytes where it is written.
    pub(crate) range: Range<usize>,
}

impl UnknownSchema {
    /// The unknown schema that `text`, a whole file, says it is written for.
    pub(crate) fn of(text: &str) -> Option<Self> {
        const KEY: &str = "schema:";
        let key = match text.starts_with(KEY) {
            true => 0,
            false => text.find("\nschema:")? + 1,
        };
        let rest = &text[key + KEY.len()..];
        let line = rest.lines().next().unwrap_or_default();
        let word = line.split(" #").next().unwrap_or_default().trim();
        let number = word.parse().ok().filter(|number| !is_known(*number))?;
        let start = key + KEY.len() + line.find(word).unwrap_or_default();
        let range = start..start + word.len();
        Some(Self { number, range })
    }
}

#[cfg(test)]
mod tests {
    use super::UnknownSchema;

    #[test]
    fn only_a_number_that_is_not_known_is_refused() {
        let unknown = |text| UnknownSchema::of(text).map(|it| (it.number, it.range));
        assert_eq!(unknown("schema: 2\nid: a\n"), Some((2, 8..9)));
        assert_eq!(unknown("schema: 0"), Some((0, 8..9)));
        assert_eq!(unknown("id: a\r\nschema:  12 # later\r\n"), Some((12, 16..18)));
        for text in [
            "",
            "id: a",
            "schema: 1",
            "schema: new",
            "schema:",
            "  schema: 2",
            "x: schema: 2",
            "schema: -2",
        ] {
            assert_eq!(unknown(text), None, "{text}");
        }
    }
}
