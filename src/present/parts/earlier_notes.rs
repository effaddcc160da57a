//! Notes that earlier sessions left open, in the item of a running session that they belong to, with the buttons that answer
//! for them.

use super::note_list::{NoteButton, NoteList, add_list, choice, earlier_row};
use super::session_context::SessionContext;
use crate::domain::agenda::{Item, Role};
use crate::domain::note::{Answer, NoteKind, STATUS_LIMIT};
use crate::domain::party::Party;
use crate::program::event::NotePress;
use crate::program::update::earlier::{self, Earlier};
use crate::text::message::Message;

/// Returns the open notes of earlier sessions that belong to `item`. Open next steps belong to the item that
/// looks back, the manager's first, or to the opening if no item looks back. Parked notes belong to the
/// opening, below what the two wanted to do differently, which asks for no answer.
pub(crate) fn left(context: &SessionContext<'_>, item: &Item) -> Vec<NoteList> {
    let looks_back = |item: &Item| item.role == Role::LookBack;
    let opens = item.role == Role::Open;
    let mut lists = Vec::new();
    if looks_back(item) || (opens && !context.half.plan.agenda.items().iter().any(looks_back)) {
        let open = earlier::open_or_told(context.model, Some(context.id), &[]);
        let mut rows = Vec::new();
        for &party in &[Party::Manager, Party::Seller] {
            for earlier in open.iter().filter(|earlier| earlier.note.by() == Some(party)) {
                // What the seller settled needs no answer of the two.
                let is_settled = earlier.told.is_some();
                let answers = if is_settled { Vec::new() } else { answers(context, earlier) };
                rows.push(earlier_row(context, earlier, answers));
            }
        }
        add_list(context, &mut lists, &Message::StepsBefore, rows);
    }
    if opens {
        let (mut rows, mut differently) = (Vec::new(), Vec::new());
        for earlier in &earlier::parked_for(context.model, context.id) {
            if earlier.note.is_differently() {
                differently.push(earlier_row(context, earlier, Vec::new()));
            } else {
                rows.push(earlier_row(context, earlier, answers(context, earlier)));
            }
        }
        add_list(context, &mut lists, &Message::DifferentlyBefore, differently);
        add_list(context, &mut lists, &Message::ParkedBefore, rows);
    }
    lists
}

/// Returns the buttons that answer for an earlier note. A next step is done, not yet done, or dropped; a parked
/// matter goes elsewhere, stays for the next time, or is dropped. The buttons are off if the record holds as
/// many answers as it may.
fn answers(context: &SessionContext<'_>, earlier: &Earlier<'_>) -> Vec<NoteButton> {
    let note = earlier.note;
    let said_now = context.half.notes.answer(earlier.session, note.id);
    // A session holds so many answers and no more.
    let has_room = said_now.is_some() || context.half.notes.statuses.len() < STATUS_LIMIT;
    let mut choices = Vec::new();
    let labels = match note.kind() {
        NoteKind::NextStep if earlier.is_old => [Message::StandingDone, Message::StillDo, Message::DropIt],
        NoteKind::NextStep => [Message::StandingDone, Message::AnswerNotYet, Message::DropIt],
        _ => [Message::Elsewhere, Message::NextTime, Message::DropIt],
    };
    for (answer, label) in [Answer::Done, Answer::NotYet, Answer::Dropped].iter().zip(&labels) {
        let press = NotePress::Answered(earlier.session, note.id, *answer);
        let is_on = Some(said_now == Some(*answer));
        let answer = choice(context, context.env.say(label), Some(note.words.as_str()), press, is_on);
        choices.push(NoteButton { action: answer.action.only_if(has_room), ..answer });
    }
    choices
}
