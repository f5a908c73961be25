//! A metric that is defined during a review: its texts are asked for one after the other.

use super::{App, Effect};
use crate::{
    lang::Bilingual,
    model::is_todo,
    review::{Decision, NewMetric},
    tui::review::{
        ask::{Ask, LinePrompt, Then},
        choices,
    },
};

impl App {
    /// Asks for the next text of a new metric; makes it when there is none.
    pub(super) fn make(&mut self, metric: NewMetric) -> Option<Effect> {
        let line = |zh: &str, en: &str, text: &str, metric: NewMetric| {
            Some(Ask::Line(LinePrompt::new(
                Bilingual::new(zh, en),
                text,
                Then::NewMetric(metric),
            )))
        };
        self.ask = match &metric {
            NewMetric { en, .. } if en.is_empty() => line("新指标的英文名", "name in English", "", metric),
            NewMetric { theme, .. } if theme.is_empty() => {
                self.making = Some(metric);
                Some(Ask::Choice(choices::themes(&self.review)))
            }
            NewMetric { definition_zh, .. } if definition_zh.is_empty() => line(
                "定义: 计什么, 不计什么 (中文)",
                "definition in Chinese: what is counted, what is not",
                "",
                metric,
            ),
            NewMetric { definition_en, .. } if definition_en.is_empty() => {
                line("定义 (英文)", "definition in English", "", metric)
            }
            NewMetric { id, .. } if id.is_empty() => {
                let id = slug(&metric.en);
                line("编号", "id", &id, metric)
            }
            _ => {
                let effect = self.decide(Decision::NewMetric(metric.clone()));
                // What was written so far is kept; of what is refused the id is asked for again.
                if effect.is_none() {
                    let id = metric.id.clone();
                    let metric = NewMetric {
                        id: String::new(),
                        ..metric
                    };
                    self.ask = line("编号", "id", &id, metric);
                }
                return effect;
            }
        };
        None
    }
}

/// The metric with `text` in the first place that is still empty.
pub(super) fn filled(metric: NewMetric, text: String) -> NewMetric {
    let mut metric = metric;
    let NewMetric {
        id,
        zh,
        en,
        definition_zh,
        definition_en,
        ..
    } = &mut metric;
    if let Some(empty) = [zh, en, definition_zh, definition_en, id]
        .into_iter()
        .find(|field| field.is_empty())
    {
        *empty = text;
    }
    metric
}

/// Whether a text waits to be written.
pub(super) fn is_open(text: &str) -> bool {
    text.is_empty() || is_todo(text)
}

/// An id from English words.
fn slug(en: &str) -> String {
    let words = en
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
}
