//! Entries that a party holds back from the other party: the box that does so, and the count of such entries beside an
//! outgoing link.

use super::action::{Action, Choice};
use super::focus::field_id;
use super::session_context::SessionContext;
use super::sheet::section;
use super::sheet::{Entry, HoldableView, Section};
use crate::domain::draft::PreparationDraft;
use crate::domain::half::ManagerHalf;
use crate::domain::id::SessionId;
use crate::domain::listed::Listed;
use crate::domain::note::{NOTE_LIMIT, Note};
use crate::domain::party::Party;
use crate::program::event::Press;
use crate::program::state::field::{Field, Holdable};
use crate::program::state::model::Model;
use crate::program::update::came_up::held_lines;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns true if the party that prepares holds this part back from the other party.
pub(crate) fn is_held(preparing: &PreparationDraft, part: Holdable) -> bool {
    match part {
        Holdable::Topic(at) => preparing.held_topics.contains(&u16::from(at)),
        Holdable::Evidence(at) => preparing.held_evidence.contains(&u16::from(at)),
        Holdable::LeaveAlone => preparing.holds_leave,
    }
}

/// Adds the entries of `part` to `all`, with the box that holds them back. The box is named after the typed
/// words, or after the question while there are none.
///
/// Once the session has begun, both people look at the screen. It then has no box and leaves held-back
/// entries out.
pub(crate) fn add_holdable(
    context: &SessionContext<'_>,
    preparing: &PreparationDraft,
    part: Holdable,
    (asked, words): (&Message<'_>, &str),
    entries: Vec<Entry>,
    all: &mut Vec<Entry>,
) {
    let (env, is_held) = (context.env, is_held(preparing, part));
    match context.half.is_planned() {
        false if is_held => return,
        false => return all.extend(entries),
        true => {}
    }
    let asked = &env.say(asked);
    let words = if words.is_empty() { asked } else { words };
    let press = Press::HoldToggled(part);
    all.push(holdable(env, field_id(Field::Prepare(part.field())).into(), words, entries, press, is_held));
}

/// Returns `line`, which shows a note, with the box that holds the note back from the other party. `is_held`
/// is true if the box is ticked; `id` is the group's key for Yew.
/// A note that has no room where the box would move it stays, and the box says so: `has_room` is false.
pub(crate) fn note_holdable(
    env: &Env<'_>,
    note: &Note,
    line: Entry,
    (is_held, has_room): (bool, bool),
    id: Words,
) -> Entry {
    let press = if is_held { Press::NoteShared(note.id) } else { Press::NoteHeld(note.id) };
    let mut entry = holdable(env, id, note.words.as_str(), vec![line], press, is_held);
    if let (Entry::Holdable(view), false) = (&mut entry, has_room) {
        view.hold.action.is_off = true;
        view.hint = Some(env.say(&Message::Full { most: NOTE_LIMIT }));
    }
    entry
}

/// Returns `entry`, which shows an own line for the next session, with the box that holds the line back.
pub(crate) fn line_holdable(env: &Env<'_>, own: &Listed, entry: Entry) -> Entry {
    let Listed { is_held, line } = own;
    let press = Press::LineHoldToggled(line.session);
    let id = format!("line-{}", line.session).into();
    let mut entry = holdable(env, id, line.note.words.as_str(), vec![entry], press, *is_held);
    if let (Entry::Holdable(view), true) = (&mut entry, *is_held) {
        view.hint = Some(env.say(&Message::CameUpHeld));
    }
    entry
}

/// Returns the entries with the box that holds them back from the other party. `is_held` is true if the box
/// is ticked.
fn holdable(
    env: &Env<'_>,
    id: Words,
    words: &str,
    entries: Vec<Entry>,
    press: Press,
    is_held: bool,
) -> Entry {
    let label = &env.say(&Message::OnlyForMe);
    let name = Message::Labelled { label, words };
    let action = Action::named(env, &Message::OnlyForMe, &name, press);
    Entry::Holdable(HoldableView {
        id,
        entries,
        hold: Choice { action, is_chosen: is_held },
        hint: is_held.then(|| env.say(&Message::NoteLead)),
    })
}

/// Returns the section that counts the entries held back by party `from`; `None` if there are none, or the
/// screen already shows them.
///
/// Its button shows the entries to the manager, and to the seller the held-back lines for the next session; else it opens
/// the seller's preparation, while the session is planned. The entries stay hidden at first, since somebody may look on.
pub(crate) fn stays(model: &Model, env: &Env<'_>, id: SessionId, from: Party) -> Option<Section> {
    let shows = model.screen.sharing().is_some_and(|sharing| sharing.shows_held);
    let lines = model.known(id).map_or(0, |session| held_lines(model, session.pair).len());
    let (prepared, lines) = match (from, shows) {
        (Party::Manager, true) => (0, 0),
        (Party::Seller, true) => (model.private(id, from).held.count(), 0),
        (_, false) => (model.private(id, from).held.count(), lines),
    };
    if prepared == 0 && lines == 0 {
        return None;
    }
    let is_here = from == Party::Manager || lines > 0;
    let press = if is_here { Press::StaysOpened } else { Press::PrepareAsked(id, from) };
    let mut entries = Vec::new();
    if is_here || model.half(id).is_some_and(ManagerHalf::is_planned) {
        entries.push(Entry::Actions(vec![Action::new(env, &Message::ChangeStays, press)]));
    }
    Some(Section {
        lead: Some(env.say(&Message::NoteLead)),
        is_private: true,
        ..section("stays", env.say(&Message::Stays), entries)
    })
}
