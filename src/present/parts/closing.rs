//! The close, the last part of a session: the answers of both parties, and the date of the next session.

use super::action::Action;
use super::elsewhere::beside_here;
use super::focus::focus_id;
use super::hand_over::answers_as;
use super::line::Line;
use super::note_list::{Fold, NoteButton, NoteList, NoteRow, RowKind};
use super::session_context::SessionContext;
use super::standing::{here, keep_slot, then};
use crate::domain::closing::{Asked, Closing, Reply, questions};
use crate::domain::draft::Purpose;
use crate::domain::half::Course;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::text::Text;
use crate::domain::time::{Instant, LocalDateTime, Span};
use crate::outgoing::summary::{whether, worked_if};
use crate::program::effect::Focus;
use crate::program::event::{NotePress, Press};
use crate::program::state::screen::SessionChange;
use crate::program::update::close::{corrects, is_aloud, is_elsewhere, is_settled};
use crate::program::update::differently::{both, is_said_together, unsaid};
use crate::program::update::earlier::has_next_begun;
use crate::program::update::link::has_own_device;
use crate::program::update::rhythm;
use crate::program::update::slots::next as next_slots;
use crate::program::update::standing::free;
use crate::text::message::Message;
use crate::text::{Names, Words};
use crate::timer::reading::reading;

/// Returns the HTML id of a question at the close.
pub(crate) fn question_id(asked: Asked) -> Words {
    match asked {
        Asked::Worked(topic) => format!("worked-{topic}").into(),
        Asked::Talk => "talk".into(),
        Asked::Spoke => "spoke".into(),
    }
}

/// Returns the text of a question at the close.
pub(crate) fn question_words(context: &SessionContext<'_>, asked: Asked) -> Words {
    let env = context.env;
    match asked {
        Asked::Worked(_) => env.say(&Message::AskGot),
        Asked::Talk => env.say(&Message::AskTalk),
        Asked::Spoke => env.say(&Message::AskSpoke),
    }
}

/// Returns the text of an answer that can be chosen at the close.
pub(crate) fn reply_words(context: &SessionContext<'_>, reply: Reply) -> Words {
    if let Some(words) = plain_words(reply) {
        return context.env.say(&words);
    }
    context.env.say(&match reply {
        Reply::Seller => return context.name(Party::Seller),
        Reply::Manager => return context.name(Party::Manager),
        _ => Message::SpokeEven,
    })
}

/// Returns the text of an answer that names nobody; `None` for any other.
pub(crate) fn plain_words(reply: Reply) -> Option<Message<'static>> {
    whether(reply).or(match reply {
        Reply::Coaching => Some(Message::Coaching),
        Reply::JustTalking => Some(Message::JustTalking),
        _ => None,
    })
}

/// Returns the answers at the close; `None` if there are none. On a screen that both see, the answers are said aloud.
/// Answers that a party wrote alone are hidden until both parties have answered, and then stand there with all that the
/// two wrote. Once the two begin another session, the chosen answers are gone. While the session `runs`, they are a step
/// of the close.
pub(crate) fn closing(context: &SessionContext<'_>, runs: bool) -> Option<NoteList> {
    let rows = match context.session.both_answered() {
        _ if has_next_begun(context.model, context.id) => left_behind(context),
        _ if is_aloud(context.model, context.id) => aloud(context),
        true => together(context),
        false => blind(context),
    };
    if rows.is_empty() {
        return None;
    }
    let list = NoteList { heading: context.env.say(&Message::CloseAsk), rows, fold: Fold::Never };
    // Nothing folds once the session is over.
    Some(if runs {
        list.step(context.env, is_settled(context.model, context.id).then_some(&Message::StandingDone))
    } else {
        list
    })
}

/// The answers at the close that this device asks for next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Due {
    /// The two say their answers aloud, on the screen of the session.
    Aloud,
    /// The party answers alone, on a sheet.
    Alone(Party),
}

/// Returns the answers at the close that this device asks for next; `None` if all are in that can be given here, and once
/// the two have begun another session.
pub(crate) fn due(context: &SessionContext<'_>) -> Option<Due> {
    let (model, id) = (context.model, context.id);
    if context.session.both_answered() || has_next_begun(model, id) {
        return None;
    }
    if is_aloud(model, id) {
        return Some(Due::Aloud);
    }
    let seller_is_here = match context.side {
        Party::Seller => true,
        Party::Manager => !is_elsewhere(model, id) && !has_own_device(model, id),
    };
    let asked = [(Party::Seller, seller_is_here), (Party::Manager, context.side == Party::Manager)];
    let asked =
        asked.into_iter().filter(|(party, is_here)| *is_here && !context.session.closing(*party).is_in);
    asked.map(|(party, _)| Due::Alone(party)).next()
}

/// Time after the end in which the two may still sit together.
const TOGETHER: Span = Span::minutes(120);

/// Returns true if the two may read their next steps aloud, on the manager's device: until the end, and for some time
/// after it if they answer aloud.
pub(crate) fn are_together(context: &SessionContext<'_>, now: Instant) -> bool {
    let ended = match &context.half.course {
        Course::Begun { baseline, log } => reading(baseline, log, now).ended,
        Course::Planned => None,
    };
    let is_aloud = || is_aloud(context.model, context.id);
    context.side == Party::Manager && ended.is_none_or(|ended| now.since(ended) <= TOGETHER && is_aloud())
}

/// Returns the date of the next session, or the buttons that book one; it is a step of the close while the session `runs`.
pub(crate) fn next_date(context: &SessionContext<'_>, now: Instant, runs: bool) -> NoteList {
    let row = next(context, now);
    let fold = if runs { Fold::Open } else { Fold::Never };
    NoteList { heading: context.env.say(&Message::NextHeading), rows: vec![row], fold }
}

/// Returns a row for each question and party, the seller first, with the answers as buttons. The first question names what
/// the seller came for. If somebody says that it was just talking, a last row asks what to do differently, and its button
/// opens a line for the next session.
fn aloud(context: &SessionContext<'_>) -> Vec<NoteRow> {
    let env = context.env;
    let mut rows = Vec::new();
    let (mut is_talk, mut has_next) = (false, false);
    for &party in &[Party::Seller, Party::Manager] {
        let closing = context.session.closing(party);
        is_talk |= closing.reply(Asked::Talk) == Some(Reply::JustTalking);
        for asked in questions(party, context.session.topics().0) {
            let label = context.name(party);
            let question = question_words(context, asked);
            // The first question without an answer is scrolled into sight.
            let is_next = !has_next && closing.reply(asked).is_none();
            has_next |= is_next;
            let mut choices = Vec::new();
            for (place, reply) in asked.offers().iter().enumerate() {
                let words = reply_words(context, *reply);
                let name = Some(env.say(&Message::Labelled { label: &label, words: &words }));
                let press = Press::RepliedAloud(context.id, party, asked, *reply);
                let action = Action { name, ..Action::labelled(words, press) };
                choices.push(NoteButton {
                    action,
                    is_on: Some(closing.reply(asked) == Some(*reply)),
                    id: (is_next && place == 0).then(|| focus_id(Focus::Say)),
                });
            }
            let key = format!("{party:?}-{}", question_id(asked));
            let words = env.say(&Message::Labelled { label: &label, words: &question });
            let more = match asked {
                Asked::Worked(_) => context
                    .session
                    .topics()
                    .0
                    .first()
                    .map(|topic| worked_if(env, topic).unwrap_or_else(|| topic.words.as_str().into())),
                Asked::Talk | Asked::Spoke => None,
            };
            rows.push(NoteRow { choices, more, ..row(key, words, Vec::new()) });
        }
    }
    if is_talk || has_answer_of_both(context) {
        rows.push(ask_differently(context, Some(NotePress::DifferentlyOpened)));
    }
    rows
}

/// Returns a row for each party that states only if the party has answered, with a button to answer as that
/// party where this device offers it. Shows no answer.
fn blind(context: &SessionContext<'_>) -> Vec<NoteRow> {
    let mut rows = Vec::new();
    for &party in &[Party::Seller, Party::Manager] {
        let name = context.name(party);
        let is_own = context.side == Party::Seller && party == Party::Seller;
        let is_elsewhere = party == Party::Seller && is_elsewhere(context.model, context.id);
        let (says, does) = match context.session.closing(party).is_in {
            true if is_own => (Message::OwnAnswered, Message::AnswerOwnAgain),
            // Nobody but the seller changes what came from the seller's own device.
            true if is_elsewhere => (Message::HasAnswered { name: &name }, Message::IsHere { name: &name }),
            true => (Message::HasAnswered { name: &name }, Message::AnswerAgain { name: &name }),
            false if is_own => (Message::OwnNotAnswered, Message::AnswerOwn),
            false if is_elsewhere => {
                (Message::AnswersElsewhere { name: &name }, Message::IsHere { name: &name })
            }
            false => (Message::NotAnswered { name: &name }, answers_as(party, &name)),
        };
        let answer = Action::new(context.env, &does, Press::PrepareAsked(context.id, party));
        let key = if party == Party::Seller { "seller" } else { "manager" };
        // On their own device the seller answers for nobody else; answers from there are opened nowhere else.
        let is_theirs = party == Party::Seller
            && context.session.closing(party).is_in
            && has_own_device(context.model, context.id);
        let is_offered = (context.side == Party::Manager || party == Party::Seller) && !is_theirs;
        let answers = if is_offered { vec![answer] } else { Vec::new() };
        rows.push(row(key.into(), context.env.say(&says), answers));
    }
    rows
}

/// Key of the row about what to do differently next time.
pub(crate) const DIFFERENTLY: &str = "differently";

/// Returns a row for each question that somebody answered, with the answers of both parties side by side. A seller can
/// correct on an own device what was said aloud on the manager's.
fn together(context: &SessionContext<'_>) -> Vec<NoteRow> {
    let env = context.env;
    let mut rows = Vec::new();
    let mut add = |key: Words, question: Words, answer: &dyn Fn(&Closing) -> Option<Words>| {
        let mut beside = Vec::new();
        for &party in &[Party::Seller, Party::Manager] {
            if let Some(words) = answer(&context.session.closing(party)) {
                beside.push(Line::remarked(words, context.name(party)));
            }
        }
        if !beside.is_empty() {
            rows.push(NoteRow { beside, ..row(key.to_string(), question, Vec::new()) });
        }
    };
    for asked in questions(Party::Seller, context.session.topics().0) {
        let reply = |closing: &Closing| closing.reply(asked).map(|reply| reply_words(context, reply));
        add(question_id(asked), question_words(context, asked), &reply);
    }
    let words = |text: &Option<Text>| text.as_ref().map(|text| text.as_str().into());
    add(DIFFERENTLY.into(), env.say(&Message::AskDifferently), &|closing| words(&closing.differently));
    // Where the two differ, they have something to talk about.
    rows.sort_by_key(|row| {
        row.beside.iter().zip(row.beside.iter().skip(1)).all(|(one, other)| one.words == other.words)
    });
    add_differently(context, &mut rows);
    if corrects(context.model, context.session, context.side) {
        let correct = Press::PrepareAsked(context.id, Party::Seller);
        let words = env.say(&Message::AnsweredAloud { name: &context.name(Party::Manager) });
        rows.push(row("aloud".into(), words, vec![Action::new(env, &Message::AnswerCorrect, correct)]));
    }
    rows
}

/// Returns the rows once the two have begun another session: chosen answers are gone by then, and the words about what to
/// do differently stay until the next session has them. A party that wrote words alone can still hand them in.
fn left_behind(context: &SessionContext<'_>) -> Vec<NoteRow> {
    if context.session.both_answered() {
        let mut rows = if unsaid(context.session).next().is_some() { together(context) } else { Vec::new() };
        rows.retain(|row| row.key == DIFFERENTLY);
        return rows;
    }
    let is_written = [Party::Seller, Party::Manager].into_iter().any(|party| {
        let purpose = Purpose::Close(context.id, party);
        let is_half_typed = context.model.drafts.typed(purpose).is_some()
            || context.model.drafts.left(purpose).any(|(_, draft)| draft.holds_text());
        let closing = context.session.closing(party);
        // On the manager's device what was handed in moved on to the next session.
        let has_moved = context.side == Party::Manager && closing.is_in;
        (closing.differently.is_some() && !has_moved) || is_half_typed
    });
    if is_written { blind(context) } else { Vec::new() }
}

/// Returns true if the two answered what to do differently, in the line at the close.
fn has_answer_of_both(context: &SessionContext<'_>) -> bool {
    context.half.notes.all.iter().any(|note| is_said_together(context.session, note))
}

/// Returns the row that asks what to do differently, with the button of `press`; without one for `None`.
fn ask_differently(context: &SessionContext<'_>, press: Option<NotePress>) -> NoteRow {
    let write = press.map(|press| Action::new(context.env, &Message::WriteDifferently, Press::Note(press)));
    let words = context.env.say(&Message::AskDifferently);
    let mut row = row(DIFFERENTLY.into(), words, write.into_iter().collect());
    for choice in row.choices.iter_mut().filter(|_| press == Some(NotePress::DifferentlyOpened)) {
        choice.id = Some(focus_id(Focus::Differently));
    }
    row
}

/// Adds the button that takes what the two wrote to do differently to the next session, on the manager's device. If
/// somebody said that it was just talking, and nobody wrote anything, the button opens a line for the next session.
fn add_differently(context: &SessionContext<'_>, rows: &mut Vec<NoteRow>) {
    let closings = both(context.session);
    let is_talk = closings.iter().any(|closing| closing.reply(Asked::Talk) == Some(Reply::JustTalking));
    let is_written = closings.iter().any(|closing| closing.differently.is_some());
    let has_answer = has_answer_of_both(context);
    if !has_answer && (context.side == Party::Seller || !is_talk && !is_written) {
        return;
    }
    let press = if is_written { NotePress::DifferentlyKept } else { NotePress::DifferentlyOpened };
    let is_open = !is_written || unsaid(context.session).next().is_some();
    let new = ask_differently(context, Some(press).filter(|_| is_open && context.side == Party::Manager));
    match rows.iter_mut().find(|row| row.key == new.key) {
        Some(row) => row.choices = new.choices,
        None => rows.push(new),
    }
}

/// Returns the id of the next planned session of the two, and its start in words; `None` if none is booked.
pub(crate) fn booked(context: &SessionContext<'_>) -> Option<(SessionId, Words)> {
    let session = rhythm::booked(context.model, context.id, context.now)?;
    let schedule = &session.manager_half()?.plan.schedule;
    Some((session.id, context.env.begins(schedule, &context.model.zone, context.now, Names::Short)))
}

/// Returns suggested dates for the next session after this one: those of the row if the two have a standing slot.
pub(crate) fn slots(context: &SessionContext<'_>, now: Instant) -> Vec<LocalDateTime> {
    let plan = &context.half.plan;
    let row = free(context.model, context.env, now, context.session.pair);
    if !row.is_empty() {
        return row.iter().take(2).map(|date| here(context.model, context.env, date)).collect();
    }
    next_slots(
        context.model,
        context.env,
        now,
        plan,
        context.model.catalogue.guidance(plan.coaching_type.id.as_str()).weeks,
    )
}

/// Returns the row of the next session: its date if it is booked, or a button for each suggested date and for
/// another time. On the seller's device no buttons.
fn next(context: &SessionContext<'_>, now: Instant) -> NoteRow {
    let env = context.env;
    if let Some((id, when)) = booked(context) {
        let last = context.model.screen.session().and_then(|state| state.undo.last());
        let is_new = matches!(last, Some(SessionChange::Booked(..)));
        let undo = is_new.then(|| Action::new(env, &Message::UndoBooked, Press::Undone));
        let booked =
            row(String::new(), env.say(&Message::NextOn { when: &when }), undo.into_iter().collect());
        let begins = context.model.half(id).map_or(now, |half| half.plan.schedule.begins(env.zones));
        return NoteRow { more: then(context.model, context.session.pair, (begins, now), env), ..booked };
    }
    if context.side == Party::Seller {
        return row(String::new(), env.say(&Message::NothingBooked), Vec::new());
    }
    let last = context.begins_here();
    let (mut choices, mut slots) = (Vec::new(), slots(context, now));
    let keep = keep_slot(context);
    let asks = keep.is_some();
    if asks {
        // The other answer is just the next date.
        slots.truncate(1);
    }
    for slot in slots {
        // The slot says the time of day, unless the date is free at another time alone.
        let is_said = asks && slot == slot.at_time_of(context.begins_here());
        let when = &match is_said {
            true => env.date(slot, context.now, Names::Short),
            false => beside_here(context, slot, env.date_time(slot, context.now, Names::Short)),
        };
        let label = if asks { Message::JustDate { when } } else { Message::KeepDate { when } };
        choices.push(Action::new(env, &label, Press::NextBooked(context.id, slot)));
    }
    choices.extend(keep);
    choices.push(Action::new(env, &Message::AnotherTime, Press::NextPlanned(context.id, last)));
    row(String::new(), env.say(&Message::OverLeadNext), choices)
}

/// Returns a row of the close with the words and the buttons.
fn row(key: String, words: Words, actions: Vec<Action>) -> NoteRow {
    let mut choices = Vec::new();
    for action in actions {
        choices.push(NoteButton { action, is_on: None, id: None });
    }
    NoteRow { key, kind: RowKind::Other, words, more: None, beside: Vec::new(), choices }
}
