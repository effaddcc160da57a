//! The choice between two versions of a session that were written at the same time, and its undo.

use super::action::Action;
use super::differences::{of_manager, of_seller};
use super::notice::{Notice, VersionLine, VersionView};
use super::session_context::SessionContext;
use crate::domain::half::SellerHalf;
use crate::domain::party::Party;
use crate::domain::register::{Content, Register, Version, Written};
use crate::program::event::Press;
use crate::program::state::screen::SessionChange;
use crate::text::message::Message;
use crate::text::{Names, Words};

/// Finds the differences of two contents: the lines of each.
type Differ<C> = fn(&SessionContext<'_>, &C, &C) -> [Vec<VersionLine>; 2];

/// Returns the notice that asks which version of the session to keep, of two that were written without
/// knowing of each other, and the notice that undoes the last such choice. It offers two at a time; the
/// result is empty if there is one version, and nothing to undo.
pub(crate) fn concurrent(context: &SessionContext<'_>) -> Vec<Notice> {
    let env = context.env;
    let mut notices = Vec::new();
    // The screen of a cancelled session says so itself.
    if context.is_cancelled() {
        return notices;
    }
    let managers = versions(context, &context.session.manager, of_manager);
    // Where the session was deleted here and planned again, nobody has to choose between the answer and nothing.
    let is_answer = |half: &&Register<SellerHalf>| {
        let is_deletion = |version: &Version<SellerHalf>| matches!(version.written, Written::Deleted(_));
        context.side == Party::Seller || !half.others().first().is_some_and(is_deletion)
    };
    let sellers = || {
        let half = context.session.seller.as_ref().filter(is_answer);
        half.and_then(|half| versions(context, half, of_seller))
    };
    if let Some(versions) = managers.or_else(sellers) {
        notices.push(Notice {
            text: env.say(&Message::Concurrent),
            versions,
            actions: vec![
                Action::new(env, &Message::KeepShown, Press::VersionChosen(context.id, 0)),
                Action::new(env, &Message::KeepOther, Press::VersionChosen(context.id, 1)),
            ],
        });
    }
    let last = context.model.screen.session().and_then(|state| state.undo.last());
    if let Some(SessionChange::Choice(_)) = last {
        let undo = Action::new(env, &Message::VersionUndo, Press::Undone);
        notices.push(Notice::new(env.say(&Message::VersionChosen), vec![undo]));
    }
    notices
}

/// Returns the shown version and the first other one; `None` if there is one version.
fn versions<C: Content>(
    context: &SessionContext<'_>,
    half: &Register<C>,
    differ: Differ<C>,
) -> Option<Vec<VersionView>> {
    let env = context.env;
    let (shown, other) = (half.shown(), half.others().first()?);
    let lines = match (&shown.written, &other.written) {
        (Written::Content(shown), Written::Content(other)) => differ(context, shown, other),
        (one, other) => [one, other].map(|written| vec![deletion(context, written)]),
    };
    let alike = || VersionLine { label: env.say(&Message::VersionAlike), words: Vec::new() };
    let view = |title: Message<'_>, writer, lines: Vec<VersionLine>| VersionView {
        title: env.say(&title),
        writer,
        lines: if lines.is_empty() { vec![alike()] } else { lines },
    };
    let [first, second] = lines;
    Some(vec![
        view(Message::VersionShown, writer(context, shown, other), first),
        view(Message::VersionOther, writer(context, other, shown), second),
    ])
}

/// Returns the line that says that a version is deleted, and when; or that it is kept.
fn deletion<C>(context: &SessionContext<'_>, written: &Written<C>) -> VersionLine {
    let env = context.env;
    let label = match written {
        Written::Content(_) => env.say(&Message::VersionKept),
        Written::Deleted(at) => {
            let local = env.local(*at, &context.model.zone);
            let when = local.map(|local| env.date_time(local, context.now, Names::Short)).unwrap_or_default();
            env.say(&Message::VersionDeleted { when: &when })
        }
    };
    VersionLine { label, words: Vec::new() }
}

/// Returns the words for the window that wrote a version; `None` if that is no open window of this browser,
/// or several wrote the version.
fn writer<C>(context: &SessionContext<'_>, version: &Version<C>, other: &Version<C>) -> Option<Words> {
    let mut writers =
        version.vector.counters().filter(|(writer, count)| *count > other.vector.count(*writer));
    let (Some((writer, _)), None) = (writers.next(), writers.next()) else { return None };
    if writer == context.model.writer {
        Some(context.env.say(&Message::VersionHere))
    } else if context.model.living.contains(&writer) {
        Some(context.env.say(&Message::VersionBeside))
    } else {
        None
    }
}
