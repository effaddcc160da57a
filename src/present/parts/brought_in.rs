//! Notices about a seller who was taken off the list, and about the files and links that were taken in: which one it was, with the button that undoes it.

use super::action::Action;
use super::notice::Notice;
use super::session_row::other_name;
use crate::domain::half::ManagerHalf;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::outgoing::start::start;
use crate::program::event::Press;
use crate::program::state::brought::{Brought, BroughtChange};
use crate::program::state::model::Model;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// Returns the notices that a seller was taken off the list, that files were imported, or that links replaced something; or that
/// a part of one stayed when it was undone. Each names the file, and the session.
pub(crate) fn brought(model: &Model, now: Instant, env: &Env<'_>) -> Vec<Notice> {
    let mut notices: Vec<Notice> = taken_off(model, env).into_iter().collect();
    for (place, brought) in model.brought.iter().enumerate() {
        let undo = Action::new(env, &Message::Undo, Press::FileUndone(place));
        let dismiss = Action::new(env, &Message::Dismiss, Press::FileConfirmed(place));
        notices.push(match brought {
            Brought::File(file) => {
                let what = sessions(model, &file.changes, now, env);
                let name = &*named_file(&file.name, env);
                let told = match &what {
                    Some(what) => Message::FileBroughtOf { file: name, what },
                    None => Message::FileBrought { file: name },
                };
                Notice::new(env.say(&told), vec![undo, dismiss])
            }
            Brought::Link(changes) if is_gone(model, changes) => continue,
            Brought::Link(changes) => {
                let what = sessions(model, changes, now, env);
                let what = what.unwrap_or_else(|| env.say(&Message::SellerUnknown));
                let told = match answer(model, changes, env) {
                    Some(name) => env.say(&Message::AnswerBrought { name: &name }),
                    None => env.say(&Message::LinkBrought { what: &what }),
                };
                Notice::new(told, vec![undo, dismiss])
            }
            Brought::Stayed(file) => {
                let told = match file {
                    Some(file) => env.say(&Message::FileStaysOf { file: &named_file(file, env) }),
                    None => env.say(&Message::FileStays),
                };
                Notice::new(told, vec![dismiss])
            }
        });
    }
    notices
}

/// Returns the notices that a seller's answer to session `id` was added, on the manager's device, as on the list.
pub(crate) fn answer_brought(model: &Model, id: SessionId, env: &Env<'_>) -> Vec<Notice> {
    let mut notices = Vec::new();
    for (place, brought) in model.brought.iter().enumerate() {
        if let Brought::Link(changes) = brought
            && changes.iter().any(|change| change.session().is_some_and(|session| session.id == id))
            && let Some(name) = answer(model, changes, env)
        {
            let undo = Action::new(env, &Message::Undo, Press::FileUndone(place));
            let dismiss = Action::new(env, &Message::Dismiss, Press::FileConfirmed(place));
            notices.push(Notice::new(env.say(&Message::AnswerBrought { name: &name }), vec![undo, dismiss]));
        }
    }
    notices
}

/// Returns the name of the seller whose answer to a planned session these changes are, on the manager's device; `None` for
/// other changes.
fn answer(model: &Model, changes: &[BroughtChange], env: &Env<'_>) -> Option<Words> {
    let [BroughtChange { before, taken, .. }] = changes else { return None };
    let (before, taken) = (before.as_ref()?.session()?, taken.session()?);
    let is_planned = taken.manager_half().is_some_and(ManagerHalf::is_planned);
    let is_answer = is_planned
        && model.side(taken.pair) == Party::Manager
        && before.manager_half() == taken.manager_half();
    let pair = model.pair(taken.pair).filter(|_| is_answer)?;
    Some(other_name(model, taken.pair, pair, env))
}

/// Returns the statement that a seller was taken off the list just now, with its undo; `None` if none was.
fn taken_off(model: &Model, env: &Env<'_>) -> Option<Notice> {
    let pair = model.screen.list()?.taken_off.as_ref()?.pair;
    let seller = &other_name(model, pair, model.pair(pair)?, env);
    let undo = Action::new(env, &Message::Undo, Press::Undone);
    Some(Notice::new(env.say(&Message::TakenOff { seller }), vec![undo]))
}

/// Returns the name of an imported file. What the host page hands over has none.
fn named_file(name: &str, env: &Env<'_>) -> Words {
    if name.is_empty() { env.say(&Message::FileOfPage) } else { name.into() }
}

/// Returns true if no session that changed is here any more.
fn is_gone(model: &Model, changes: &[BroughtChange]) -> bool {
    let mut sessions = changes.iter().filter_map(BroughtChange::session).peekable();
    sessions.peek().is_some() && sessions.all(|session| model.session(session.id).is_none())
}

/// Returns the first changed session, by its person and date, and the number of the others; `None` if no session changed.
fn sessions(model: &Model, changes: &[BroughtChange], now: Instant, env: &Env<'_>) -> Option<Words> {
    let mut sessions = changes.iter().filter_map(BroughtChange::session);
    let first = named(model, sessions.next()?, now, env);
    match sessions.count() {
        0 => Some(first),
        count => Some(env.say(&Message::AndSessions { first: &first, count })),
    }
}

/// Returns the other person of a session, and its date if it has one.
fn named(model: &Model, session: &Session, now: Instant, env: &Env<'_>) -> Words {
    let pair = model.pair(session.pair);
    let who = pair.map(|pair| other_name(model, session.pair, pair, env));
    let label = &*who.unwrap_or_else(|| env.say(&Message::SellerUnknown));
    let Some(half) = session.manager_half() else { return label.into() };
    let words = &start(env, half, &model.zone, env.local(now, &model.zone), Names::Short);
    env.say(&Message::Labelled { label, words })
}
