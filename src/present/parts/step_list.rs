//! The next steps of all people, in the list: this person's own ones with buttons, and those of others.

use super::action::Action;
use super::called::called;
use super::note_list::{Fold, NoteButton, NoteList, NoteRow, RowKind};
use super::session_row::other_name;
use super::told::told;
use crate::domain::id::SessionId;
use crate::domain::note::{Answer, Note};
use crate::domain::party::Party;
use crate::domain::time::{Instant, LocalDateTime};
use crate::outgoing::note::{NoteWords, append};
use crate::program::event::Press;
use crate::program::state::model::Model;
use crate::program::update::earlier::{self, Earlier};
use crate::program::update::step::{Telling, can_answer, said, telling};
use crate::program::update::step_entry::has_entry;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// Returns what this person said they would do, with buttons; then, where this person is a seller, what the managers
/// said they would do. Lists without rows are left out.
pub(crate) fn step_lists(model: &Model, now: Instant, env: &Env<'_>) -> Vec<NoteList> {
    let (mut own, mut others) = (Vec::new(), Vec::new());
    let mut by = Vec::new();
    for earlier in shown_steps(model) {
        let side = model.side(earlier.pair);
        if earlier.note.by() == Some(side) {
            own.push(own_row(model, &earlier, now, env));
        } else if side == Party::Seller {
            others.push(row(model, &earlier, now, Vec::new(), env));
            by.push(called(model, env, model.pair(earlier.pair), Party::Manager));
        }
    }
    let mut lists = Vec::new();
    by.dedup();
    let said = match &*by {
        [name] => Message::HomeSaidBy { name },
        _ => Message::HomeSaid,
    };
    for (heading, rows) in [(Message::HomeSteps, own), (said, others)] {
        if !rows.is_empty() {
            lists.push(NoteList { heading: env.say(&heading), rows, fold: Fold::Never });
        }
    }
    lists
}

/// Returns the next steps that a list shows: the open ones, those that were answered since the list opened, and those that
/// the other person settled since the last session. A step that a seller settled stays on the seller's list until the
/// manager was told.
pub(crate) fn shown_steps(model: &Model) -> Vec<Earlier<'_>> {
    let answered = model.screen.list().map(|list| list.answered.as_slice()).unwrap_or_default();
    let mut steps = earlier::open_or_told(model, None, answered);
    steps.retain(|earlier| {
        let is_told = || matches!(telling(model, earlier.session, earlier.note.id), Some(Telling::Told));
        let is_managers =
            earlier.note.by() == Some(Party::Manager) && model.side(earlier.pair) == Party::Manager;
        let is_settled = || if is_managers { earlier.told.is_some() } else { is_told() };
        answered.contains(&(earlier.session, earlier.note.id)) || !is_settled()
    });
    steps
}

/// Returns the row of an own next step, with the buttons of this person, who alone answers for it.
fn own_row(model: &Model, earlier: &Earlier<'_>, now: Instant, env: &Env<'_>) -> NoteRow {
    let local = env.local(now, &model.zone);
    let began = env.local(earlier.began, &model.zone);
    let day = began.map(|began| env.date(began, local, Names::Short)).unwrap_or_default();
    let other = called(model, env, model.pair(earlier.pair), model.side(earlier.pair).other());
    let mut more = env.say(&Message::AgreedOn { seller: &other, day: &day }).to_string();
    let is_asked = earlier.is_old && is_undecided(model, earlier, local);
    let choices = own_choices(model, earlier.session, earlier.note, is_asked, &other, env);
    if let Some(details) =
        (NoteWords { env, seller: other, manager: None, today: local }).more(earlier.note, "")
    {
        append(&mut more, &details);
    }
    if is_asked && !choices.is_empty() {
        append(&mut more, &env.say(&Message::StillWorth));
    }
    let more = with_entered(model, earlier.session, earlier.note, Some(more.into()), env);
    NoteRow { more, ..row(model, earlier, now, choices, env) }
}

/// Returns true while a step is neither done nor ahead: its date, if it has one, has come.
fn is_undecided(model: &Model, earlier: &Earlier<'_>, today: Option<LocalDateTime>) -> bool {
    let is_ahead =
        earlier.note.on().zip(today).is_some_and(|(day, today)| day.midnight().days_after(today) > 0);
    !is_ahead && said(model, earlier.session, earlier.note.id).is_none()
}

/// Returns the name of the other person of the pair.
fn other(model: &Model, earlier: &Earlier<'_>, env: &Env<'_>) -> Words {
    let pair = model.pair(earlier.pair);
    pair.map_or_else(|| env.say(&Message::SellerUnknown), |pair| other_name(model, earlier.pair, pair, env))
}

/// Returns the row of a next step: its words, the name of the other person, and `choices`.
fn row(
    model: &Model,
    earlier: &Earlier<'_>,
    now: Instant,
    choices: Vec<NoteButton>,
    env: &Env<'_>,
) -> NoteRow {
    let (note, today) = (earlier.note, env.local(now, &model.zone));
    let other = other(model, earlier, env);
    let mut line = other.to_string();
    if let Some(details) = (NoteWords { env, seller: other.clone(), manager: None, today }).more(note, "") {
        append(&mut line, &details);
    }
    let is_others = note.by() == Some(model.side(earlier.pair).other());
    if let Some(told) = told(earlier.told, &other, env).filter(|_| is_others) {
        append(&mut line, &told);
    }
    NoteRow {
        key: format!("{}-{}", earlier.session, note.id.0),
        kind: RowKind::of(note),
        words: note.words.as_str().into(),
        more: Some(line.into()),
        beside: Vec::new(),
        choices,
    }
}

/// Returns the buttons of an own next step: done; dropped, if the step was carried over; for a seller who answered, one
/// that tells the manager, called `other`; and for an open step with a date its calendar entry. Empty for a step of the other party, and where this device stores no answer.
pub(crate) fn own_choices(
    model: &Model,
    session: SessionId,
    note: &Note,
    is_old: bool,
    other: &str,
    env: &Env<'_>,
) -> Vec<NoteButton> {
    let mut choices = Vec::new();
    if !can_answer(model, session, note.id) {
        return choices;
    }
    let mut offer = |answer: Answer, label: &Message<'_>| {
        let is_on = Some(said(model, session, note.id) == Some(answer));
        let press = Press::StepAnswered(session, note.id, answer);
        choices.push(NoteButton { action: named(note, label, press, env), is_on, id: None });
    };
    offer(Answer::Done, &Message::StandingDone);
    if is_old {
        offer(Answer::Dropped, &Message::DropIt);
    }
    if let Some(Telling::Open(at)) = telling(model, session, note.id) {
        let tell = named(note, &Message::SendTo { name: other }, Press::ShareOpened(at), env);
        choices.push(NoteButton { action: tell, is_on: None, id: None });
    }
    if said(model, session, note.id).is_none() {
        choices.extend(entry(model, session, note, env));
    }
    choices
}

/// Returns the button that makes the calendar entry of an own next step; `None` for a step without a date, and for a step
/// of the other party.
pub(crate) fn entry(model: &Model, session: SessionId, note: &Note, env: &Env<'_>) -> Option<NoteButton> {
    let action = || named(note, &Message::StepCalendar, Press::StepEntered(session, note.id), env);
    has_entry(model, session, note.id).then(|| NoteButton { action: action(), is_on: None, id: None })
}

/// Returns the details of an own next step, and after its calendar entry was saved the next thing to do.
pub(crate) fn with_entered(
    model: &Model,
    session: SessionId,
    note: &Note,
    more: Option<Words>,
    env: &Env<'_>,
) -> Option<Words> {
    if model.screen.entered_step() != Some((session, note.id)) {
        return more;
    }
    let mut all = more.map(|more| more.to_string()).unwrap_or_default();
    append(&mut all, &env.say(&Message::StepCalendarDone));
    Some(all.into())
}

/// Returns a button with the words of the step in its accessible name.
fn named(note: &Note, label: &Message<'_>, press: Press, env: &Env<'_>) -> Action {
    let label: Words = env.say(label);
    let name = Some(env.say(&Message::Labelled { label: &label, words: note.words.as_str() }));
    Action { name, ..Action::labelled(label, press) }
}
