//! What can happen to the explorer, what a user can ask of it, and what it asks of the world.

use std::{path::PathBuf, sync::Arc};

use ratatui::layout::Size;

use super::{
    background::Ground,
    clip::{CopyRefusal, Route},
    key::Key,
    regions::Pane,
};
use crate::{
    find::Index,
    lang::Bilingual,
    load::Loaded,
    model::{Kind, SourceIx},
    remembered::LookChoice,
    text::width::Policy,
};

/// Why a file was not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// There is a file of that name: nothing is replaced unasked.
    There(PathBuf),
    /// The system refuses, or may not be asked.
    Refused(Bilingual),
}

/// The folders in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subfolders {
    /// The folder as it was typed: nothing, or with the slash after it.
    pub folder: String,
    /// The full path of it.
    pub path: PathBuf,
    /// The names of the folders in it, in order.
    pub names: Vec<String>,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// The user asked for something.
    Do(Action),
    /// A character was typed into a prompt.
    Type(char),
    /// This was clicked.
    Click(ClickTarget),
    /// The wheel was turned over this, towards the user or away.
    Wheel(Surface, bool),
    /// A key was pressed that means nothing here.
    Unbound(Key),
    /// Text was pasted: never keys.
    Paste(String),
    /// The terminal has a new size, in cells.
    Resize(Size),
    /// The data was read again.
    Reloaded(Arc<Loaded>),
    /// The data was made ready for searching.
    Indexed(Arc<Loaded>, Arc<Index>),
    /// Reading the data has ended without any.
    NotLoaded,
    /// So many of so many files have been read.
    Loading(usize, usize),
    /// The data, or the first of it while the rest is read.
    Loaded(Arc<Loaded>),
    /// A text went to a clipboard, or did not.
    Copied(Result<Route, CopyRefusal>),
    /// A file was saved under this full path, or was not.
    Saved(Result<PathBuf, NotSaved>),
    /// What folders there are, for a path being typed.
    Listed(Subfolders),
    /// The text of a source was looked for.
    Fetched(SourceIx, Option<Arc<str>>),
    /// The terminal said how it draws ambiguous characters, and what its background is.
    Probed(Option<Policy>, Option<Ground>),
}

/// Something that can be clicked, but for the hints of the footer, which are actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClickTarget {
    /// A row of a pane, from 0.
    Row(Pane, usize),
    /// The title of a pane.
    Title(Pane),
    /// The tab of a kind of facts.
    Tab(Kind),
    /// The detail.
    Detail,
    /// A row of the page on top.
    PageRow(usize),
    /// A row of the list that is typed into.
    Offer(usize),
    /// A line of the comparison, and the place of a college.
    Line(usize, usize),
}

/// Something that scrolls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// A pane.
    Pane(Pane),
    /// The page on top.
    Page,
    /// The list that is typed into.
    Offers,
    /// The comparison.
    Comparison,
}

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// Something a user can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action {
            $($(#[$doc])* $name,)*
            /// The pillar of this number; 0 is every outcome of the college.
            Pillar(u8),
        }

        impl Action {
            /// Every action but [`Action::Pillar`].
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its name in `config.yaml`: `show-source`.
            pub(crate) fn name(self) -> String {
                let name = match self {
                    $(Self::$name => stringify!($name),)*
                    Self::Pillar(_) => "Pillar",
                };
                let mut words = String::new();
                for (at, c) in name.char_indices() {
                    if at > 0 && c.is_ascii_uppercase() {
                        words.push('-');
                    }
                    words.push(c.to_ascii_lowercase());
                }
                words
            }

            /// Whether it is out of reach behind a public account, where nothing is written and no shell is.
            pub(crate) fn needs_own_account(self) -> bool {
                matches!(self, Self::Save | Self::Suspend)
            }

            /// Whether it only moves the cursor.
            pub(crate) fn moves(self) -> bool {
                matches!(
                    self,
                    Self::Up
                        | Self::Down
                        | Self::Left
                        | Self::Right
                        | Self::PageUp
                        | Self::PageDown
                        | Self::HalfUp
                        | Self::HalfDown
                        | Self::First
                        | Self::Last
                        | Self::NextPane
                        | Self::LastPane
                        | Self::Pillar(_)
                )
            }
        }
    };
}

actions! {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// To the pane or column on the left.
    Left,
    /// To the pane or column on the right.
    Right,
    /// A screenful up.
    PageUp,
    /// A screenful down.
    PageDown,
    /// Half a screen up.
    HalfUp,
    /// Half a screen down.
    HalfDown,
    /// The first row.
    First,
    /// The last row.
    Last,
    /// The next pane.
    NextPane,
    /// The pane before.
    LastPane,
    /// Facts of the next kind.
    NextTab,
    /// Facts of the kind before.
    LastTab,
    /// Give the focused pane the whole screen, or give it back.
    Zoom,
    /// One more column beside an outcome, after the last none.
    Columns,
    /// Open what is under the cursor.
    Open,
    /// One step back.
    Back,
    /// Mark or unmark a college for comparison.
    Mark,
    /// Put the marked colleges side by side.
    Compare,
    /// Figures or pillars.
    Face,
    /// Only rows that differ.
    Differences,
    /// The next row that differs, or the next figure of the article.
    Next,
    /// The row before that differs, or the figure before.
    Previous,
    /// Fold or unfold a theme.
    Fold,
    /// Move the column to the left.
    MoveLeft,
    /// Move the column to the right.
    MoveRight,
    /// Make the column the reference that stays.
    Pin,
    /// Themes by colleges.
    Overview,
    /// The passage that states it.
    ShowSource,
    /// Look for anything.
    Find,
    /// To the next of what was looked for.
    NextHit,
    /// To the last of what was looked for.
    PreviousHit,
    /// Look for words in the page on top.
    FindInPage,
    /// Set a bookmark, or take it away.
    Bookmark,
    /// The list of bookmarks.
    Bookmarks,
    /// To the place before.
    Backward,
    /// To the place that was left by going back.
    Forward,
    /// Complete the line being typed.
    Complete,
    /// Every command that holds here.
    Palette,
    /// Narrow the list.
    Filter,
    /// Take back the character before the cursor.
    Erase,
    /// Take back the character under the cursor.
    EraseNext,
    /// Take back the word before the cursor.
    EraseWord,
    /// Take back the whole line.
    EraseLine,
    /// Every key.
    Help,
    /// In which order the colleges stand.
    Sort,
    /// What is wrong with the data.
    Findings,
    /// Read the data again.
    Reload,
    /// The other interface language.
    Language,
    /// The next width policy.
    Width,
    /// A card that shows which width policy is right.
    Card,
    /// Copy what is under the cursor.
    Copy,
    /// Save what is on screen as a file.
    Save,
    /// Have the mouse reported, or no longer.
    Mouse,
    /// Draw everything anew.
    Repaint,
    /// To the shell, and back with `fg`.
    Suspend,
    /// Leave.
    Quit,
}

/// Something the explorer asks of the world; the runner does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Put a text on the user's clipboard.
    Copy(String),
    /// Put bytes into a file; over another one only if that was agreed to. `~` is the user's own folder.
    Save {
        /// As it was typed.
        path: String,
        /// What is in it.
        bytes: Vec<u8>,
        /// Whether a file of that name may be replaced.
        replace: bool,
    },
    /// Remember this for the next time.
    Remember(LookChoice),
    /// Look which folders there are in this one, as it was typed.
    List(String),
    /// Look for the text of a source.
    Fetch(SourceIx),
    /// Read the data again.
    Reload,
    /// Draw everything anew.
    Repaint,
    /// Stop until the shell continues us.
    Suspend,
    /// Leave.
    Quit,
}
