//! The curator's review of a draft: what is open, what is decided about it, and the edits of the files that say so.
//!
//! Pure: no terminal and no disk. It is given the texts of the files and of the article; every step gives the new texts
//! back, to be written. A step that cannot be written is taken back with [`Review::not_saved`]; files that somebody else has
//! changed come in with [`Review::changed_underneath`].

mod case;
mod decision;
mod fields;
mod item;
#[cfg(test)]
pub(crate) mod tests;
mod yaml;

pub(crate) use case::{Case, File, FileTexts, NoCase, Reading};
pub(crate) use decision::{Decision, NewMetric, Objection, Reason};
use decision::{becomes, changes};
pub(crate) use fields::EDITED;
pub(crate) use item::{ReviewItem, Subject, text};
use yaml::{Edit, edit};
pub(crate) use yaml::{Path, get};

/// A review under way.
#[derive(Clone, Debug)]
pub(crate) struct Review {
    case: Case,
    texts: FileTexts,
    reading: Reading,
    items: Vec<ReviewItem>,
    /// For each numeral of the reading its item.
    belongs: Vec<usize>,
    cursor: usize,
    history: Vec<UndoStep>,
    /// The step that is being written: how to decide it again on other texts.
    pending: Option<PendingStep>,
}

/// A step that can be undone.
#[derive(Clone, Debug)]
struct UndoStep {
    /// The edits that take it back, the last first.
    back: Vec<(File, Edit)>,
    /// What it was about.
    subject: Subject,
}

#[derive(Clone, Debug)]
struct PendingStep {
    before: FileTexts,
    history: Vec<UndoStep>,
    cursor: usize,
    decisions: Vec<(Subject, Decision, Option<serde_yaml::Value>)>,
}

/// Texts to be written: the file, what it should still hold, and what it shall hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Save {
    pub file: File,
    pub before: String,
    pub after: String,
}

/// Why a step was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StepRefusal {
    Objection(Objection),
    /// The file has errors, or is written in a way that is not edited in place.
    NotInPlace(File),
    /// There is nothing to undo.
    NoStep,
    /// Nothing is of this kind any more.
    Nothing,
}

/// What became of a step when the files had been changed by somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rebased {
    /// It is taken on the new texts, and is to be written.
    Again,
    /// What it was about has changed or gone: to be decided anew.
    Dropped,
    /// The new texts cannot be read: the old ones stay, and no step is taken until they can.
    Unreadable,
}

impl Review {
    /// The review of `case`, at the first item that is left.
    pub(crate) fn new(case: Case, texts: FileTexts) -> Option<Self> {
        let reading = case.read(&texts)?;
        let (items, belongs) =
            item::items(&case, &reading, texts.get(File::Dossier), texts.get(File::Record));
        let cursor = items.iter().position(ReviewItem::is_left).unwrap_or(0);
        Some(Self {
            case,
            texts,
            reading,
            items,
            belongs,
            cursor,
            history: Vec::new(),
            pending: None,
        })
    }

    pub(crate) fn case(&self) -> &Case {
        &self.case
    }

    pub(crate) fn texts(&self) -> &FileTexts {
        &self.texts
    }

    pub(crate) fn reading(&self) -> &Reading {
        &self.reading
    }

    pub(crate) fn items(&self) -> &[ReviewItem] {
        &self.items
    }

    /// The item of the numeral at place `n` of the reading.
    pub(crate) fn item_of(&self, n: usize) -> usize {
        self.belongs.get(n).copied().unwrap_or_default()
    }

    pub(crate) fn cursor(&self) -> usize {
        self.cursor
    }

    /// The item under the cursor; none when there are none.
    pub(crate) fn item(&self) -> Option<&ReviewItem> {
        self.items.get(self.cursor)
    }

    pub(crate) fn go(&mut self, item: usize) {
        self.cursor = item.min(self.items.len().saturating_sub(1));
    }

    /// To the next item that is left, or the one before; round the end.
    pub(crate) fn go_to_left(&mut self, ahead: bool) {
        let count = self.items.len();
        let turn = |by: usize| match ahead {
            true => (self.cursor + by) % count,
            false => (self.cursor + count - by) % count,
        };
        if let Some(next) = (1..=count).map(turn).find(|at| self.items[*at].is_left()) {
            self.cursor = next;
        }
    }

    /// How many items wait for a person.
    pub(crate) fn left(&self) -> usize {
        self.items.iter().filter(|item| item.is_left()).count()
    }

    /// How many steps can be undone.
    #[cfg(test)]
    pub(crate) fn steps(&self) -> usize {
        self.history.len()
    }

    /// What the record of `item` has at `field`; empty when it has none.
    pub(crate) fn field(&self, item: &ReviewItem, field: &str) -> String {
        let path: Path = field.parse().unwrap_or_default();
        let value = item.at.as_ref().map(|(file, at)| {
            let whole = Path(at.0.iter().chain(&path.0).cloned().collect());
            text(self.reading.file(*file), &whole)
        });
        value.unwrap_or_default()
    }

    /// The outcome that the open figure under the cursor becomes, and whether its English label is to be written then.
    pub(crate) fn becomes(&self) -> Option<(Subject, bool)> {
        let (id, lacks_english) = becomes(&self.case, &self.reading, self.item()?)?;
        Some((Subject::Outcome(id), lacks_english))
    }

    /// Decides about the items of these subjects, all in one step.
    ///
    /// # Errors
    /// When one of them cannot be decided so: nothing is changed then.
    pub(crate) fn decide(&mut self, decisions: &[(Subject, Decision)]) -> Result<Vec<Save>, StepRefusal> {
        let (first, _) = decisions.first().ok_or(StepRefusal::Nothing)?;
        let value = |subject: &Subject| self.value(subject);
        let kept = decisions
            .iter()
            .map(|(subject, decision)| (subject.clone(), decision.clone(), value(subject)));
        let pending = PendingStep {
            before: self.texts.clone(),
            history: self.history.clone(),
            cursor: self.cursor,
            decisions: kept.collect(),
        };
        let mut next = self.clone();
        let mut back = Vec::new();
        for (subject, decision) in decisions {
            back.extend(next.step(subject, decision)?);
        }
        if next.texts == self.texts {
            return Err(StepRefusal::Nothing);
        }
        back.reverse();
        next.history.push(UndoStep {
            back,
            subject: first.clone(),
        });
        next.pending = Some(pending);
        let saves = saves(&self.texts, &next.texts);
        let was_left = self.item().is_some_and(ReviewItem::is_left);
        *self = next;
        if was_left {
            self.follow();
        }
        Ok(saves)
    }

    /// The value of the record that `subject` is about.
    fn value(&self, subject: &Subject) -> Option<serde_yaml::Value> {
        let item = self.items.iter().find(|item| item.subject == *subject)?;
        let (file, path) = item.at.as_ref()?;
        get(self.reading.file(*file), path).cloned()
    }

    /// Decides one; the edits that take it back, in the order they were made.
    fn step(&mut self, subject: &Subject, decision: &Decision) -> Result<Vec<(File, Edit)>, StepRefusal> {
        let item = self
            .items
            .iter()
            .find(|item| item.subject == *subject)
            .ok_or(StepRefusal::Nothing)?;
        let changes = changes(&self.case, &self.reading, item, decision).map_err(StepRefusal::Objection)?;
        let mut texts = self.texts.clone();
        let mut back = Vec::new();
        for (file, change) in changes {
            let text = texts.get(file);
            let edit = edit(text, &change).map_err(|_| StepRefusal::NotInPlace(file))?;
            back.push((file, edit.inverse(text)));
            let after = edit.apply(text);
            texts = texts.with(file, after);
        }
        if !self.take(texts) {
            return Err(StepRefusal::NotInPlace(File::Dossier));
        }
        Ok(back)
    }

    /// Shows `texts` instead; not when they cannot be read.
    fn take(&mut self, texts: FileTexts) -> bool {
        let Some(reading) = self.case.read(&texts) else {
            return false;
        };
        let subject = self.item().map(|item| item.subject.clone());
        let (dossier, record) = (texts.get(File::Dossier), texts.get(File::Record));
        (self.items, self.belongs) = item::items(&self.case, &reading, dossier, record);
        (self.reading, self.texts) = (reading, texts);
        let same = self
            .items
            .iter()
            .position(|item| Some(&item.subject) == subject.as_ref());
        self.go(same.unwrap_or(self.cursor));
        true
    }

    /// After a decision the cursor goes to the next item that is left, unless this one still is.
    fn follow(&mut self) {
        if !self.item().is_some_and(ReviewItem::is_left) {
            self.go_to_left(true);
        }
    }

    /// Takes the last step back.
    ///
    /// # Errors
    /// When there is none.
    pub(crate) fn undo(&mut self) -> Result<Vec<Save>, StepRefusal> {
        let pending = PendingStep {
            before: self.texts.clone(),
            history: self.history.clone(),
            cursor: self.cursor,
            decisions: Vec::new(),
        };
        let UndoStep { back, subject } = self.history.pop().ok_or(StepRefusal::NoStep)?;
        let mut texts = self.texts.clone();
        for (file, edit) in &back {
            let before = edit.apply(texts.get(*file));
            texts = texts.with(*file, before);
        }
        let saves = saves(&self.texts, &texts);
        if !self.take(texts) {
            self.history = pending.history;
            return Err(StepRefusal::NotInPlace(File::Dossier));
        }
        if let Some(at) = self.items.iter().position(|item| item.subject == subject) {
            self.cursor = at;
        }
        self.pending = Some(pending);
        Ok(saves)
    }

    /// What was given back last is written.
    pub(crate) fn saved(&mut self) {
        self.pending = None;
    }

    /// What was given back last could not be written: it is taken back.
    pub(crate) fn not_saved(&mut self) {
        if let Some(pending) = self.pending.take() {
            self.take(pending.before);
            self.history = pending.history;
            self.cursor = pending.cursor;
        }
    }

    /// The files hold `texts` now, which somebody else has written. The step that was to be written is taken on them if
    /// what it is about is unchanged; steps before can no longer be undone. What is to be written then, if anything.
    pub(crate) fn changed_underneath(&mut self, texts: FileTexts) -> (Rebased, Vec<Save>) {
        let pending = self.pending.take();
        let mut next = self.clone();
        next.history.clear();
        if !next.take(texts) {
            if let Some(pending) = pending {
                self.pending = Some(pending);
                self.not_saved();
            }
            return (Rebased::Unreadable, Vec::new());
        }
        *self = next;
        let Some(pending) = pending.filter(|pending| !pending.decisions.is_empty()) else {
            return (Rebased::Dropped, Vec::new());
        };
        let same = |(subject, _, value): &(Subject, Decision, Option<serde_yaml::Value>)| {
            self.items.iter().any(|item| item.subject == *subject) && self.value(subject) == *value
        };
        if !pending.decisions.iter().all(same) {
            return (Rebased::Dropped, Vec::new());
        }
        let decisions: Vec<_> = pending
            .decisions
            .into_iter()
            .map(|(subject, decision, _)| (subject, decision))
            .collect();
        match self.decide(&decisions) {
            Ok(saves) => (Rebased::Again, saves),
            Err(_) => (Rebased::Dropped, Vec::new()),
        }
    }
}

/// The files that differ.
fn saves(before: &FileTexts, after: &FileTexts) -> Vec<Save> {
    let differ = File::ALL
        .into_iter()
        .filter(|file| before.get(*file) != after.get(*file));
    let save = |file| Save {
        file,
        before: before.get(file).to_owned(),
        after: after.get(file).to_owned(),
    };
    differ.map(save).collect()
}
