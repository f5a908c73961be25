//! What the answer to a question does: a row that is chosen, a line that is written.
//!
//! Owns the way from an answer to the decision, and to the question after it. What is asked is `ask`'s.

use serde_yaml::Value;

use super::{App, Effect};
use crate::{
    check::State,
    lang::Bilingual,
    numeral,
    review::{Decision, NewMetric, Path, Reason, ReviewItem, Subject},
    tui::{
        app::edit,
        list::ListStep,
        msg::Action as Typing,
        review::ask::{Ask, Choice, LinePrompt, Pick, Then},
    },
};

impl App {
    /// A key while something is asked.
    pub(super) fn answer(&mut self, action: Typing) -> Option<Effect> {
        let height = self.list_height();
        let ask = self.ask.as_mut()?;
        let ends = match action {
            Typing::First => Some(ListStep::First),
            Typing::Last => Some(ListStep::Last),
            _ => None,
        };
        // Where nothing is typed there is no place to go to but in the list.
        if let (Ask::Choice(choice), Some(step)) = (&mut *ask, ends)
            && choice.input.value().is_empty()
        {
            choice.list = choice.list.step(step, choice.offered.len(), height);
            return None;
        }
        if let Some(request) = edit(action) {
            ask.edit(request);
            return None;
        }
        let step = match action {
            Typing::Up => Some(ListStep::Up),
            Typing::Down => Some(ListStep::Down),
            Typing::PageUp => Some(ListStep::PageUp),
            Typing::PageDown => Some(ListStep::PageDown),
            _ => None,
        };
        if let (Ask::Choice(choice), Some(step)) = (&mut *ask, step) {
            choice.list = choice.list.step(step, choice.offered.len(), height);
            return None;
        }
        match (action, self.ask.take()?) {
            (Typing::Open, Ask::Choice(choice)) => self.chosen(&choice),
            (Typing::Open, Ask::Line(line)) => self.written(line),
            (Typing::NextPane, Ask::Choice(mut choice)) => {
                choice.mark();
                self.ask = Some(Ask::Choice(choice));
                None
            }
            (Typing::Back, _) => {
                self.making = None;
                None
            }
            (_, ask) => {
                self.ask = Some(ask);
                None
            }
        }
    }

    fn chosen(&mut self, choice: &Choice) -> Option<Effect> {
        let picks = choice.chosen();
        let item = self.review.item()?.clone();
        match picks.first()?.clone() {
            Pick::Metric(id) => self.decide(Decision::Metric(id)),
            Pick::NewMetric => {
                let label = self.review.field(&item, "label");
                let label = if super::new_metric::is_open(&label) {
                    String::new()
                } else {
                    label
                };
                self.ask = Some(Ask::Line(LinePrompt::new(
                    Bilingual::new("新指标的中文名", "name of the new metric in Chinese"),
                    &label,
                    Then::NewMetric(NewMetric::default()),
                )));
                None
            }
            Pick::Reason(reason) => self.decide(Decision::Excuse(reason)),
            Pick::OwnReason => {
                let label = Bilingual::new("缘由 (中文)", "reason in Chinese");
                self.ask = Some(Ask::Line(LinePrompt::new(label, "", Then::ReasonZh)));
                None
            }
            Pick::Pillar(n) => self.decide(Decision::Pillar(n)),
            Pick::Field(path) => {
                self.ask_field(&item, path, false);
                None
            }
            Pick::Value(path, value) => self.decide(Decision::Field(path, value)),
            Pick::Theme(id) => match self.making.take() {
                Some(metric) => self.make(NewMetric { theme: id, ..metric }),
                None => {
                    let id = |pick: Pick| match pick {
                        Pick::Theme(id) => Some(Value::from(id)),
                        _ => None,
                    };
                    let themes: Vec<_> = picks.into_iter().filter_map(id).collect();
                    self.write_field("themes".parse().unwrap_or_default(), Some(themes.into()), true)
                }
            },
            Pick::All(subjects, leave_out) => {
                let decision = if leave_out {
                    Decision::LeaveOut
                } else {
                    Decision::Accept
                };
                let all: Vec<_> = subjects
                    .into_iter()
                    .map(|subject| (subject, decision.clone()))
                    .collect();
                self.decide_all(all)
            }
            Pick::Item(at) => {
                self.review.go(at);
                None
            }
        }
    }

    fn written(&mut self, line: LinePrompt) -> Option<Effect> {
        let text = line.input.value().trim().to_owned();
        match line.then {
            Then::Field(path, goes_on) => self.write_text(path, &text, goes_on),
            Then::Accepted(outcome) => {
                let mut decisions = vec![(self.review.item()?.subject.clone(), Decision::Accept)];
                if !text.is_empty() {
                    let en = "en".parse().unwrap_or_default();
                    decisions.push((outcome, Decision::Field(en, Some(text.into()))));
                }
                self.decide_all(decisions)
            }
            Then::ReasonZh if text.is_empty() => None,
            Then::ReasonZh => {
                let label = Bilingual::new("缘由 (英文)", "reason in English");
                self.ask = Some(Ask::Line(LinePrompt::new(label, "", Then::ReasonEn(text))));
                None
            }
            Then::ReasonEn(zh) => self.decide(Decision::Excuse(Reason {
                kind: crate::model::ExcuseKind::Other,
                zh,
                en: text,
            })),
            Then::NewMetric(_) if text.is_empty() => self.set_notice("没有新建", "no metric was made"),
            Then::NewMetric(metric) => self.make(super::new_metric::filled(metric, text)),
        }
    }

    fn write_text(&mut self, path: Path, text: &str, goes_on: bool) -> Option<Effect> {
        const OPTIONAL: [&str; 5] = ["en", "max", "unit", "named", "slogan"];
        let name = path.to_string();
        let is_outcome = matches!(self.review.item()?.subject, Subject::Outcome(_));
        let value = match (name.as_str(), text) {
            (_, "") if goes_on => return self.next_text(&path),
            (name, "") if is_outcome && OPTIONAL.contains(&name) => None,
            ("value" | "max", text) => match numeral::value(text).or_else(|| text.parse().ok()) {
                Some(number) => Some(number_value(number)),
                None => return self.set_notice("不是数", "not a number"),
            },
            ("named", text) => {
                let names = text
                    .split(['、', ',', '，'])
                    .map(str::trim)
                    .filter(|name| !name.is_empty());
                Some(names.map(Value::from).collect::<Vec<_>>().into())
            }
            (_, text) => Some(text.into()),
        };
        self.write_field(path, value, goes_on)
    }

    /// Writes a field. With the last text of a record that a draft has guessed the guess is accepted; before that the next
    /// text is asked for.
    fn write_field(&mut self, path: Path, value: Option<Value>, goes_on: bool) -> Option<Effect> {
        let item = self.review.item()?.clone();
        let mut decisions = vec![(item.subject.clone(), Decision::Field(path.clone(), value))];
        let is_last = item.todo.len() == 1 && item.todo[0].0.ends_with(&path.0);
        if goes_on && is_last && item.state == Some(State::Guessed) {
            decisions.push((item.subject.clone(), Decision::Accept));
        }
        let effect = self.decide_all(decisions);
        let same = |now: &&ReviewItem| now.subject == item.subject && !now.todo.is_empty();
        if let Some(now) = self
            .review
            .item()
            .filter(same)
            .filter(|_| goes_on && effect.is_some())
            .cloned()
        {
            self.ask_text(&now, 0);
        }
        effect
    }

    /// Leaves the text at `path` unwritten and asks for the one after it.
    fn next_text(&mut self, path: &Path) -> Option<Effect> {
        let item = self.review.item()?.clone();
        let own = item.todo.iter().position(|todo| todo.0.ends_with(&path.0))?;
        self.ask_text(&item, own + 1);
        None
    }
}

/// A whole number is written as one: 34, not 34.0.
fn number_value(number: f64) -> Value {
    const SURE: f64 = 9_007_199_254_740_992.0;
    match number.fract() == 0.0 && number.abs() < SURE {
        true => Value::from(number as i64),
        false => Value::from(number),
    }
}
