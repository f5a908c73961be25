//! Keys as a user's settings ask for them: what passes between the command line, which reads the settings, and the
//! explorer, which has the table of keys. Neither imports the other.

use crate::lang::Bilingual;

/// The keys that a user wants for an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRequest {
    /// The name of the action.
    pub action: String,
    /// The names of the keys, the one that is shown first.
    pub keys: Vec<String>,
}

/// The keys that an action has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionKeys {
    /// The name of the action.
    pub(crate) action: String,
    /// The names of its keys, blanks between them; where screens differ, those of the first screen that has it.
    pub(crate) keys: String,
    /// The user asked for them.
    pub(crate) is_requested: bool,
}

/// Why a request cannot be granted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestFault {
    /// Which request.
    pub(crate) request: usize,
    /// Which of its keys; none when the fault is the action's.
    pub(crate) key: Option<usize>,
    /// What is wrong.
    pub(crate) message: Bilingual,
    /// What helps.
    pub(crate) hint: Bilingual,
}

/// Tells which keys every action has once these requests are granted.
pub type Bind = fn(&[KeyRequest]) -> Result<Vec<ActionKeys>, Box<RequestFault>>;
