//! The languages of a document: one, or both side by side.

use super::Text;
use crate::{lang::Lang, page::Tone};

/// One language, or two of which the first leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Languages {
    first: Lang,
    second: Option<Lang>,
}

impl Languages {
    /// A single language.
    pub(crate) fn one(lang: Lang) -> Self {
        Self {
            first: lang,
            second: None,
        }
    }

    /// Both, `first` leading.
    pub(crate) fn both(first: Lang) -> Self {
        Self {
            first,
            second: Some(first.other()),
        }
    }

    /// The leading one.
    pub(crate) fn first(self) -> Lang {
        self.first
    }

    /// Each of them, the leading one first.
    pub(crate) fn each(self) -> impl Iterator<Item = Lang> {
        std::iter::once(self.first).chain(self.second)
    }

    /// A wording in a line, both set apart by a stroke and once where they are alike: `平台建设 / Platforms`.
    pub(crate) fn line(self, words: impl Fn(Lang) -> String) -> String {
        self.wordings(words).join(" / ")
    }

    /// A wording with a line for each language, once where they are alike.
    pub(crate) fn text(self, tone: Tone, words: impl Fn(Lang) -> String) -> Text {
        let wordings = self.wordings(words);
        Text::lines(wordings.iter().map(|words| Text::toned(tone, words)))
    }

    /// The wordings, each once.
    pub(crate) fn wordings(self, words: impl Fn(Lang) -> String) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for words in self.each().map(words) {
            if !words.is_empty() && !all.contains(&words) {
                all.push(words);
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_alike_stands_once() {
        let both = Languages::both(Lang::Zh);
        assert_eq!(
            both.line(|lang| lang.pick("指标", "Metric").to_owned()),
            "指标 / Metric"
        );
        assert_eq!(both.line(|_| "34".to_owned()), "34");
        let one = Languages::one(Lang::En);
        assert_eq!(one.line(|lang| lang.pick("指标", "Metric").to_owned()), "Metric");
    }
}
