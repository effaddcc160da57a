//! The open next steps of all people, in the list: this person's own ones with buttons, and those of others.

use super::action::Action;
use super::note_list::{Fold, NoteButton, NoteList, NoteRow};
use super::session_row::other_name;
use crate::domain::note::Answer;
use crate::domain::party::Party;
use crate::outgoing::note::{NoteWords, append};
use crate::program::event::Press;
use crate::program::state::model::Model;
use crate::program::update::earlier::{self, Earlier};
use crate::program::update::step::{can_answer, said};
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns what this person said they would do, with buttons; then, where this person is a seller, what the managers
/// said they would do. Lists without rows are left out.
pub(crate) fn step_lists(model: &Model, env: &Env<'_>) -> Vec<NoteList> {
    let (mut own, mut others) = (Vec::new(), Vec::new());
    let answered = model.screen.list().map(|list| list.answered.as_slice()).unwrap_or_default();
    for earlier in earlier::open_or(model, answered) {
        let side = model.side(earlier.pair);
        if earlier.note.by() == Some(side) {
            own.push(row(model, &earlier, side, env));
        } else if side == Party::Seller {
            others.push(row(model, &earlier, side, env));
        }
    }
    let mut lists = Vec::new();
    for (heading, rows) in [(Message::HomeSteps, own), (Message::HomeSaid, others)] {
        if !rows.is_empty() {
            lists.push(NoteList { heading: env.say(&heading), rows, fold: Fold::Never });
        }
    }
    lists
}

/// Returns the row of a next step. `side` is the party of this person, who alone answers for own steps.
fn row(model: &Model, earlier: &Earlier<'_>, side: Party, env: &Env<'_>) -> NoteRow {
    let note = earlier.note;
    let is_own = note.by() == Some(side);
    let pair = model.pair(earlier.pair);
    let other = pair
        .map_or_else(|| env.say(&Message::SellerUnknown), |pair| other_name(model, earlier.pair, pair, env));
    let words = NoteWords { env, seller: other.clone(), manager: None };
    let mut more =
        if is_own { env.say(&Message::ForWhom { seller: &other }) } else { other.clone() }.to_string();
    if let Some(details) = words.more(note, "") {
        append(&mut more, &details);
    }
    let mut choices = Vec::new();
    if is_own && can_answer(model, earlier) {
        choices.push(choice(model, earlier, Answer::Done, &Message::StandingDone, env));
        if earlier.is_old {
            append(&mut more, &env.say(&Message::StillWorth));
            choices.push(choice(model, earlier, Answer::Dropped, &Message::DropIt, env));
        }
    }
    NoteRow {
        key: format!("{}-{}", earlier.session, note.id.0),
        words: note.words.as_str().into(),
        more: Some(more.into()),
        beside: Vec::new(),
        choices,
    }
}

fn choice(
    model: &Model,
    earlier: &Earlier<'_>,
    answer: Answer,
    label: &Message<'_>,
    env: &Env<'_>,
) -> NoteButton {
    let label: Words = env.say(label);
    let name = Some(env.say(&Message::Labelled { label: &label, words: earlier.note.words.as_str() }));
    let press = Press::StepAnswered(earlier.session, earlier.note.id, answer);
    let action = Action { name, ..Action::labelled(label, press) };
    NoteButton { action, is_on: Some(said(model, earlier) == Some(answer)), id: None }
}
