//! The review as a program of the terminal: the passage, one open item at a time, every step written to the files at once.
//!
//! Owns what the pure [`App`] may not do, reading and writing the files. What a step means is `crate::review`'s.

mod app;
mod ask;
mod choices;
mod disk;
mod item_choices;
mod keys;
mod regions;
#[cfg(test)]
mod tests;
mod view;
mod words;

use std::io;

use app::{App, Effect, Msg};
use disk::{Disk, Saved};
use keys::ReviewKeys;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Size},
};

use super::{
    display::Look,
    keymap::Keymap,
    probe::{ProbeRequest, Verdict},
    run::{self, End, Event, Program},
    screen::Widths,
    term::Term,
};
use crate::{
    find,
    lang::{Bilingual, Lang},
    load::{Articles, Origin, load},
    model::{Atlas, College},
    review::{Case, File, NoCase, Review, ReviewItem},
    text::width::Policy,
};

/// What the review is opened with.
#[derive(Clone, Debug)]
pub struct ReviewSetup {
    /// Where the files are.
    pub origin: Origin,
    /// The source or the dossier to review; the one that is unfinished when none is named.
    pub name: Option<String>,
    /// Where article texts may be.
    pub articles: Articles,
}

/// A review that can begin.
#[derive(Debug)]
pub struct Reviewing {
    review: Review,
    disk: Disk,
}

impl ReviewSetup {
    /// Reads the files.
    ///
    /// # Errors
    /// Why the review cannot begin, and what helps, in `lang`.
    pub fn read(&self, lang: Lang) -> Result<Reviewing, String> {
        self.begin().map_err(|no_case| {
            let (message, hint) = words::no_case(&no_case);
            format!(
                "{}\n  {}: {}",
                message.get(lang),
                lang.pick("提示", "hint"),
                hint.get(lang)
            )
        })
    }

    fn begin(&self) -> Result<Reviewing, NoCase> {
        let loaded = load(&self.origin);
        let atlas = &loaded.atlas;
        let named = dossiers_named(atlas, self.name.as_deref())?;
        let entries = self.origin.entries().0;
        let held = self.articles.held(atlas);
        let mut found: Vec<Result<Reviewing, NoCase>> = Vec::new();
        for college in named {
            let held = held[college.source.at()].clone();
            found.push(Case::new(&loaded, &entries, college, held).and_then(Reviewing::of));
        }
        if found.len() == 1 {
            return found.remove(0);
        }
        // Of several the one that somebody has to look at.
        let name = |reviewing: &Reviewing| {
            reviewing
                .review
                .reading()
                .college()
                .map(|college| college.id.to_string())
        };
        let mut left: Vec<_> = found.into_iter().flatten().collect();
        left.retain(|reviewing| reviewing.review.items().iter().any(ReviewItem::is_left));
        match left.len() {
            1 => Ok(left.remove(0)),
            0 => Err(NoCase::AllDecided(
                atlas
                    .colleges
                    .iter()
                    .map(|college| college.id.to_string())
                    .collect(),
            )),
            _ => Err(NoCase::Which(left.iter().filter_map(name).collect())),
        }
    }
}

/// The dossiers meant: that of the college of this name, or one that cites the source of this id; all when none is named.
fn dossiers_named<'a>(atlas: &'a Atlas, name: Option<&str>) -> Result<Vec<&'a College>, NoCase> {
    let Some(name) = name else {
        let all: Vec<_> = atlas.colleges.iter().collect();
        return if all.is_empty() {
            Err(NoCase::Absent(None))
        } else {
            Ok(all)
        };
    };
    let source = atlas.source_by_id(name);
    let meant = |college: &&College| college.id.as_str() == name || Some(college.source) == source;
    let by_name = || find::college(atlas, name).ok().map(|ix| atlas.college(ix));
    let first = atlas.colleges.iter().find(meant).or_else(by_name);
    match (first, source) {
        (Some(college), _) => Ok(vec![college]),
        (None, Some(_)) => Err(NoCase::NoDossier(name.to_owned())),
        (None, None) => Err(NoCase::Absent(Some(name.to_owned()))),
    }
}

impl Reviewing {
    fn of(case: Case) -> Result<Self, NoCase> {
        let name = case.entry(File::Dossier).name.to_string();
        let name = Bilingual::new(name.clone(), name);
        let disk = Disk::of(&case).ok_or_else(|| NoCase::NoFile(name.clone()))?;
        let texts = disk.read().map_err(NoCase::NoFile)?;
        let review = Review::new(case, texts).ok_or(NoCase::NoFile(name))?;
        Ok(Self { review, disk })
    }

    /// Opens it in the terminal and returns when the user leaves.
    ///
    /// # Errors
    /// Those of the terminal, which is restored either way.
    pub fn open(self, look: Look, keymap: Keymap, term: Term) -> io::Result<End> {
        let options = run::RunOptions {
            ask: ProbeRequest {
                widths: !look.fixed,
                ground: look.follows && term.tells_colours,
            },
            term,
            kiosk: false,
            limits: None,
        };
        let mut app = App::new(self.review, look, Size::default());
        app.keys = ReviewKeys::new(keymap);
        let mut program = Reviewer {
            app,
            disk: self.disk,
            told: None,
        };
        run::run(&mut program, &options)
    }
}

struct Reviewer {
    app: App,
    disk: Disk,
    /// The width rule that the terminal itself has told.
    told: Option<Policy>,
}

impl Program for Reviewer {
    fn update(&mut self, event: Event) -> Option<run::RunEffect> {
        let msg = self.msg(event)?;
        let mut wanted = self.app.update(msg);
        loop {
            wanted = match wanted? {
                Effect::Save(saves) => match self.disk.save(&saves) {
                    Saved::Done => self.app.update(Msg::Saved),
                    Saved::Changed(texts) => self.app.update(Msg::Changed(texts)),
                    Saved::Failed(reason) => self.app.update(Msg::NotSaved(reason)),
                },
                Effect::Reload => {
                    let msg = self.reload();
                    self.app.update(msg)
                }
                Effect::Repaint => return Some(run::RunEffect::Repaint),
                Effect::Suspend => return Some(run::RunEffect::Suspend),
                Effect::Quit => return Some(run::RunEffect::Quit),
            };
        }
    }

    fn view(&self, buf: &mut Buffer) -> Option<Position> {
        view::view(&self.app, buf)
    }

    fn widths(&self) -> Widths {
        Widths {
            policy: self.app.look.policy,
            sure: self.told == Some(self.app.look.policy),
        }
    }
}

impl Reviewer {
    fn msg(&mut self, event: Event) -> Option<Msg> {
        match event {
            Event::Key(key) => self.app.press(key),
            Event::Paste(text) => Some(Msg::Paste(text)),
            Event::Resize(size) => Some(Msg::Resize(size)),
            Event::Answered(answer) => {
                self.told = match answer.widths {
                    Some(Verdict::Narrow) => Some(Policy::Narrow),
                    Some(Verdict::Wide) => Some(Policy::Wide),
                    Some(Verdict::Ascii | Verdict::Unknown) | None => None,
                };
                let policy = answer.widths.map(|_| self.told.unwrap_or(Policy::Safe));
                Some(Msg::Probed(policy, answer.ground))
            }
            Event::Copied(_) | Event::Closing(..) | Event::Beat | Event::Mouse(_) => None,
        }
    }

    fn reload(&self) -> Msg {
        match self.disk.read() {
            Ok(texts) if texts == *self.app.review.texts() => Msg::Same,
            Ok(texts) => Msg::Changed(texts),
            Err(reason) => Msg::Unread(reason),
        }
    }
}
