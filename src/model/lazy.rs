//! A value that is at hand, or lies where it is fetched from when it is first looked at.
//!
//! Owns the waiting. Of 3,000 dossiers a reader looks at a few; the others stay on their shelf. What a shelf is, and
//! what it hands out when it cannot read, is the loader's.

use std::{
    fmt::Debug,
    ops::{Deref, DerefMut},
    sync::{Arc, OnceLock},
};

/// Where values lie that nobody has looked at yet.
pub(crate) trait Shelf<T>: Debug + Send + Sync {
    /// The value at place `at`. Asked for once; it may take as long as reading a few kilobytes.
    fn take(&self, at: u32) -> T;
}

/// A value that can be used as if it were at hand.
#[derive(Clone, Debug)]
pub struct Held<T>(Where<T>);

#[derive(Clone, Debug)]
enum Where<T> {
    Hand(T),
    Shelf {
        seen: OnceLock<T>,
        shelf: Arc<dyn Shelf<T>>,
        at: u32,
    },
}

impl<T> Held<T> {
    /// The value at place `at` of `shelf`, left there until it is looked at.
    pub(crate) fn shelved(shelf: Arc<dyn Shelf<T>>, at: u32) -> Self {
        let seen = OnceLock::new();
        Self(Where::Shelf { seen, shelf, at })
    }

    /// The value, unless it would have to be fetched.
    pub(crate) fn at_hand(&self) -> Option<&T> {
        match &self.0 {
            Where::Hand(value) => Some(value),
            Where::Shelf { seen, .. } => seen.get(),
        }
    }
}

impl<T> From<T> for Held<T> {
    fn from(value: T) -> Self {
        Self(Where::Hand(value))
    }
}

impl<T> Deref for Held<T> {
    type Target = T;

    fn deref(&self) -> &T {
        match &self.0 {
            Where::Hand(value) => value,
            Where::Shelf { seen, shelf, at } => seen.get_or_init(|| shelf.take(*at)),
        }
    }
}

impl<T> DerefMut for Held<T> {
    fn deref_mut(&mut self) -> &mut T {
        if let Where::Shelf { seen, shelf, at } = &mut self.0 {
            let value = seen.take().unwrap_or_else(|| shelf.take(*at));
            self.0 = Where::Hand(value);
        }
        match &mut self.0 {
            Where::Hand(value) => value,
            Where::Shelf { .. } => unreachable!("it was taken from there"),
        }
    }
}

impl<T: PartialEq> PartialEq for Held<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    #[derive(Debug, Default)]
    struct Counting(AtomicU32);

    impl Shelf<String> for Counting {
        fn take(&self, at: u32) -> String {
            self.0.fetch_add(1, Ordering::Relaxed);
            format!("value {at}")
        }
    }

    #[test]
    fn it_is_fetched_once_and_only_when_looked_at() {
        let shelf = Arc::new(Counting::default());
        let taken = || shelf.0.load(Ordering::Relaxed);
        let mut held = Held::shelved(Arc::clone(&shelf) as Arc<dyn Shelf<String>>, 7);
        assert_eq!((held.at_hand(), taken()), (None, 0));
        assert_eq!((held.as_str(), held.len(), taken()), ("value 7", 7, 1));
        held.push('!');
        assert_eq!((&*held, taken()), (&"value 7!".to_owned(), 1));
        assert_eq!(held, Held::from("value 7!".to_owned()));
    }
}
