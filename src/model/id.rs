//! Names of things: slugs, addresses, and the indices that stand for resolved references.
//!
//! Owns their grammar. It does not know what exists; [`super::Atlas`] resolves.

use std::{borrow::Borrow, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// Longest slug, in bytes (ASCII, so also in code points and cells).
const LONGEST: usize = 64;

/// An id: a lowercase ASCII letter, then lowercase letters, digits and single hyphens, 64 at most.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Box<str>")]
pub struct Slug(Box<str>);

/// The text is no [`Slug`] or [`Addr`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadId;

impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id: lowercase letters, digits and hyphens, a letter first, 64 at most")
    }
}

impl std::error::Error for BadId {}

impl Slug {
    /// The text of the id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A slug is found by its text: both hash and compare alike.
impl Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        Self::try_from(Box::from(text))
    }
}

impl TryFrom<Box<str>> for Slug {
    type Error = BadId;

    fn try_from(text: Box<str>) -> Result<Self, BadId> {
        let bytes = text.as_bytes();
        let known = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        let starts = bytes.first().is_some_and(u8::is_ascii_lowercase);
        let joined = bytes.ends_with(b"-") || bytes.windows(2).any(|pair| pair == b"--");
        if starts && !joined && bytes.len() <= LONGEST && bytes.iter().all(known) {
            Ok(Self(text))
        } else {
            Err(BadId)
        }
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The public name of a fact: `tzvcst`, `tzvcst/p1` (pillar 1), `tzvcst/mould-firms`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Addr {
    pub(crate) college: Slug,
    /// The fact within its dossier; none for the college itself.
    pub(crate) fact: Option<Slug>,
}

impl Addr {
    /// The address of a college.
    pub(crate) fn college(college: &Slug) -> Self {
        Self {
            college: college.clone(),
            fact: None,
        }
    }

    /// The address of a fact.
    pub(crate) fn fact(college: &Slug, fact: &Slug) -> Self {
        Self {
            college: college.clone(),
            fact: Some(fact.clone()),
        }
    }

    /// The address of pillar `n`.
    pub(crate) fn pillar(college: &Slug, n: u8) -> Self {
        Self {
            college: college.clone(),
            fact: Some(Slug(format!("p{n}").into())),
        }
    }
}

impl FromStr for Addr {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let (college, fact) = match text.split_once('/') {
            Some((college, fact)) => (college, Some(fact.parse()?)),
            None => (text, None),
        };
        Ok(Self {
            college: college.parse()?,
            fact,
        })
    }
}

impl fmt::Display for Addr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.fact {
            Some(fact) => write!(f, "{}/{fact}", self.college),
            None => write!(f, "{}", self.college),
        }
    }
}

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident($int:ty);)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub $int);

        impl $name {
            /// The position in the atlas's list.
            pub fn at(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

index! {
    /// A college, by its place in [`super::Atlas::colleges`].
    CollegeIx(u32);
    /// A source, by its place in [`super::Atlas::sources`].
    SourceIx(u32);
    /// A theme, by its place in [`super::Atlas::themes`].
    ThemeIx(u16);
    /// A metric, by its place in [`super::Atlas::metrics`].
    MetricIx(u16);
    /// A family, by its place in [`super::Atlas::families`].
    FamilyIx(u16);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs() {
        for good in ["a", "tzvcst", "mould-firms", "p1", "x-2-y"] {
            assert_eq!(good.parse::<Slug>().unwrap().as_str(), good);
        }
        for bad in [
            "",
            "A",
            "1a",
            "-a",
            "a-",
            "a--b",
            "a_b",
            "台州",
            "a/b",
            &"a".repeat(65),
        ] {
            assert_eq!(bad.parse::<Slug>(), Err(BadId), "{bad}");
        }
    }

    #[test]
    fn addresses_read_back() {
        for text in ["tzvcst", "tzvcst/p1", "tzvcst/mould-firms"] {
            assert_eq!(text.parse::<Addr>().unwrap().to_string(), text);
        }
        for bad in ["tzvcst/", "/p1", "a/b/c", ""] {
            assert!(bad.parse::<Addr>().is_err(), "{bad}");
        }
    }
}
