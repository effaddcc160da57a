//! Coaching session: a browser widget that turns a talk between a sales manager and a seller into
//! a real coaching session. One direction of flow: an event comes in with the time at which it
//! happened, [`program::update`] changes the model and returns effects, [`present`] makes the view,
//! `ui` draws it, and `shell` is the only place that touches a browser. Both functions are given an
//! [`text::Env`] of two ports: the rules of time zones and the words. So an effect carries all that is
//! needed to perform it, finished text included.
//!
//! In reading order:
//! 1. [`domain`]: sessions, agendas, halves that merge; the port [`domain::time::Zones`]. Imports nothing
//!    of ours.
//! 2. [`timer`]: what the clock shows, from the log in `domain::timing` and now.
//! 3. [`wire`]: how all that is stored, saved as a file, and sent as a link.
//! 4. [`text`]: every word on the screen, typed, for each language; the port [`text::Translator`].
//! 5. [`outgoing`]: the summary, the message around a link, the QR code.
//! 6. [`program`]: the model, the events, the effects, and what each event does.
//! 7. [`present`]: what each screen shows, in words ready to be drawn.
//! 8. `ui`: draws it with Yew (feature `ui`).
//! 9. `shell`: the element, the storage, the alarm (feature `ui`).
//!
//! The log of the clock is a noun of `domain`, since a session holds one and `domain` may import
//! nothing; `timer` is left as pure reading. There is no index of the stored sessions, and what does
//! not exist cannot disagree with the records: the browser tests print how long the list takes with
//! 500 sessions.

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
