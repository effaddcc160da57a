//! Coaching session: a browser widget that turns a talk between a sales manager and a seller into a real
//! coaching session.
//!
//! Data flows in one direction. An event comes in with its time; [`program::update()`] changes the model and
//! returns effects; [`present`] derives the view; `ui` draws the view and reads the input; `shell` alone uses
//! the other functions of the browser. `update` and `present` get an [`text::Env`] of two ports: the rules of
//! time zones and the words. So an effect carries everything that is needed to perform it, finished text
//! included.
//!
//! In reading order:
//! 1. [`domain`]: sessions, agendas, halves that merge; the port [`domain::zone::Zones`]. Imports no other module.
//! 2. [`timer`]: the reading of the clock, from the log in [`domain::timing`] and now.
//! 3. [`wire`]: the formats of stored records, saved files and links.
//! 4. [`text`]: every message by id, with typed arguments; the port [`text::Translator`]. The words are in `l10n/`.
//! 5. [`outgoing`]: the summary, the message around a link, the entry for a calendar, the QR code.
//! 6. [`program`]: the state, the events, the effects, and the change that each event makes.
//! 7. [`present`]: the view of each screen, in words ready to be drawn.
//! 8. `ui`: the drawing of views with Yew (feature `ui`).
//! 9. `shell`: the element, the storage, the timers, the clipboard (feature `ui`).
//!
//! The log of the clock belongs to `domain`, since a session holds its log and `domain` imports no other
//! module; `timer` only reads it. There is no index of the stored sessions, because an index could disagree
//! with the records; the browser tests print the time that the list takes with 500 sessions.

pub mod domain;
pub mod outgoing;
pub mod present;
pub mod program;
#[cfg(feature = "ui")]
pub mod shell;
pub mod text;
pub mod timer;
#[cfg(feature = "ui")]
pub mod ui;
pub mod wire;
