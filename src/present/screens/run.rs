//! A running session: the current item, its time, and the buttons of the clock.

use std::rc::Rc;

use crate::domain::agenda::{Item, Role};
use crate::domain::party::Party;
use crate::domain::time::{Instant, Minutes, Span};
use crate::domain::timing::{Baseline, Change, Log};
use crate::present::parts::action::Action;
use crate::present::parts::again::{AgainView, again};
use crate::present::parts::alone::{AloneView, alone};
use crate::present::parts::clock_told::announce;
use crate::present::parts::clock_undo::undo;
use crate::present::parts::concurrent::concurrent;
use crate::present::parts::corrections::{
    CorrectionsView, corrections, interrupt, pause_reason, pause_reasons,
};
use crate::present::parts::face::{FaceView, face};
use crate::present::parts::float::float_button;
use crate::present::parts::head::{HeadView, head};
use crate::present::parts::line::Line;
use crate::present::parts::missed_time::missed_time;
use crate::present::parts::notes::{NotesView, notes};
use crate::present::parts::notice::Notice;
use crate::present::parts::offer::{OfferView, offer};
use crate::present::parts::place::PlaceView;
use crate::present::parts::question::{QuestionView, question};
use crate::present::parts::rail::{RailItem, rail};
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::shortcuts::{KeysView, keys};
use crate::present::parts::signals::{Numbers, SignalsView, numbers, signals};
use crate::present::parts::topic_line::topic_line;
use crate::program::event::{Press, RunningPress};
use crate::program::update::clock::can_skip;
use crate::program::update::correction::can_interrupt;
use crate::text::message::Message;
use crate::text::{Env, Words};
use crate::timer::clock_state::nearing;
use crate::timer::pace::{NOTABLE, pace};
use crate::timer::reading::{Phase, Reading};

/// A running or paused session, on the manager's device.
#[derive(Clone, Debug, PartialEq)]
pub struct RunView {
    /// Head of the screen: the coaching type, the names of the two people, and the way back to the list.
    pub head: HeadView,
    /// Expected finish of the session, or the time since which it is paused.
    pub finish: FinishView,
    /// Place of the session; `None` if the plan names none.
    pub place: Option<PlaceView>,
    /// Items of the agenda in order, with their progress.
    pub rail: Vec<RailItem>,
    /// Name of the agenda: visible where it is folded, and the accessible name of the list.
    pub rail_name: Words,
    /// Agenda in one line, for narrow screens: the number of the current item, and the name of the next.
    pub rail_line: Words,
    /// Number of the current item and of all items, in words: "Item 2 of 5".
    pub number: Words,
    /// Name of the current item.
    pub title: Words,
    /// Sentence that says what the current item is for; `None` for an item that the manager added.
    pub purpose: Option<Words>,
    /// Topic for the current item in the seller's words, and its measure of success; `None` if the item has
    /// none.
    pub topic: Option<Line>,
    /// Other topics that both agreed on; `None` if there is nothing to read or write, and at the close.
    pub agreed: Option<AgreedView>,
    /// Contents for the manager alone, with their buttons; `None` if there are none.
    pub alone: Option<AloneView>,
    /// Words of the preparations, to read again.
    pub again: AgainView,
    /// True on the last item, where the two settle the notes; the lists of notes then stand first.
    pub is_last: bool,
    /// Sentence about the clock for a screen reader, which announces each change. It changes at the start of
    /// an item, with more time, near the end, when the time is up, and after each five minutes of overrun;
    /// empty if there is nothing new.
    pub announcement: Words,
    /// Clock face with the time of the current item.
    pub face: Rc<FaceView>,
    /// Notes of the session, and the line to write in.
    pub notes: NotesView,
    /// Coaching question for the current item; `None` for an item without questions.
    pub question: Option<QuestionView>,
    /// Notices that ask which version to keep and how to count time that the page missed, and the one that
    /// undoes the last choice of a version.
    pub asks: Vec<Notice>,
    /// Proposal at the change to the current item; `None` without one.
    pub offer: Option<OfferView>,
    /// Main button: goes on to the next item, or ends the session on the last one.
    pub next: Action,
    /// Name of the next item, which stands in the main button; `None` on the last item.
    pub next_title: Option<Words>,
    /// Button that returns to the item before; off on the first item.
    pub back: Action,
    /// Button that pauses the session, or resumes it while paused.
    pub pause: Action,
    /// True while the session is paused. Then the button that resumes is the main button.
    pub is_paused: bool,
    /// Button that skips the current item; `None` for a protected item, and for the last one.
    pub skip: Option<Action>,
    /// True in the last fifth of the current item and after it: then the buttons for more time stand beside the clock face.
    pub is_nearly_up: bool,
    /// True once the time of the current item is used up: then the label of the buttons asks for a decision.
    pub is_up: bool,
    /// Label of the buttons that give the current item more time: a question once its time is up.
    pub more: Words,
    /// Buttons that give the current item one, two or five more minutes.
    pub extend: Vec<Action>,
    /// Button that ends the session before its last item; `None` on the last item.
    pub end: Option<Action>,
    /// Button that undoes the last change of the clock.
    pub undo: Option<Action>,
    /// Button that draws the session for a screen that both see.
    pub shared: Action,
    /// Buttons that correct the clock; `None` if nothing can be corrected.
    pub corrections: Option<CorrectionsView>,
    /// Button that breaks the session off, to go on another day; `None` unless it is paused before its last item.
    pub interrupt: Option<Action>,
    /// Buttons that note the reason of the pause; `None` unless the clock is paused without one.
    pub reasons: Option<CorrectionsView>,
    /// Button of the floating clock; `None` where the browser has no such windows.
    pub float: Option<Action>,
    /// Keys of the screen; `None` where the host page keeps the keys for itself.
    pub keys: Option<KeysView>,
    /// Switches of the signals.
    pub signals: SignalsView,
}

/// The expected finish of a running session, or the time since which it is paused.
#[derive(Clone, Debug, PartialEq)]
pub struct FinishView {
    /// Time of day at which the session is expected to end, or since which it is paused, in words. Empty in the mode
    /// without numbers.
    pub statement: Words,
    /// Minutes by which the session is behind or ahead of the plan, or that it is on time, in words; while it is paused the
    /// reason. `None` for a pause without a reason, if the session is behind by less than three minutes, and if it began early and takes as long as
    /// planned.
    pub difference: Option<Words>,
}

/// The topics that both agreed on, except that of the current item.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreedView {
    /// Heading above the topics.
    pub heading: Words,
    /// Topics with their measures of success, then a subject that the seller wants left alone.
    pub lines: Vec<Line>,
    /// Button that opens the sheet to write topics down or to change them; `None` unless the current item is the opening.
    pub write: Option<Action>,
}

/// Returns the view of a running session at `now`.
pub(crate) fn run(
    context: &SessionContext<'_>,
    baseline: &Baseline,
    log: &Log,
    reading: &Reading,
    now: Instant,
) -> RunView {
    let env = context.env;
    let agenda = &context.half.plan.agenda;
    let item = reading.current().and_then(|item| agenda.item(item.item));
    let following = reading.next().and_then(|next| agenda.item(next.item));
    let following = following.map(|item| env.wording(&item.title));
    let is_last = following.is_none();
    let (number, of) = (reading.current_index().map_or(0, |at| at + 1), reading.items.len());
    let numbers = numbers(context.model);
    let question = item.and_then(|item| question(context, item));
    let mut asks = concurrent(context);
    asks.extend(missed_time(context));
    let close = agenda.items().iter().find(|item| item.role == Role::Close).map(|item| item.id);
    let is_up = reading.current().is_some_and(|current| current.remaining() == Span::ZERO);
    let more = match (is_up, is_last) {
        (false, _) => Message::More,
        (true, false) => Message::MoreOrOn,
        (true, true) => Message::MoreOrEnd,
    };
    let view = RunView {
        head: head(context),
        finish: finish(context, baseline, log, reading),
        place: context.place(),
        rail: rail(context, Some(reading)),
        rail_name: env.say(&Message::AgendaHeading),
        rail_line: env.say(&Message::RailLine { number, of, next: following.as_deref() }),
        number: env.say(&Message::ItemNumber { number, of }),
        title: item.map(|item| env.wording(&item.title)).unwrap_or_default(),
        purpose: item.and_then(|item| context.purpose(item)),
        topic: item.and_then(|item| context.session.topic(item)).map(|topic| topic_line(context, topic)),
        agreed: agreed(context, item),
        alone: alone(context, question.as_ref(), now),
        again: again(context),
        is_last,
        announcement: announce(env, numbers, item, reading).unwrap_or_default(),
        face: face(env, numbers, (baseline, log), close),
        notes: notes(context, now, item, is_last),
        question,
        asks,
        offer: offer(context),
        next: next(env, following.as_deref()),
        next_title: following,
        back: Action::new(env, &Message::Back, Press::WentBack).only_if(reading.previous().is_some()),
        pause: pause(env, reading),
        is_paused: reading.phase == Phase::Paused,
        skip: can_skip(context.half, reading).then(|| Action::new(env, &Message::Skip, Press::Skipped)),
        is_nearly_up: reading.current().is_some_and(|current| current.remaining() <= nearing(current)),
        is_up,
        more: env.say(&more),
        extend: extend(env),
        end: (!is_last).then(|| Action::new(env, &Message::EndEarly, Press::Ended)),
        undo: undo(env, log),
        shared: Action::new(env, &Message::SharedOpen, Press::Running(RunningPress::SharedToggled)),
        corrections: corrections(env, reading, now),
        interrupt: can_interrupt(reading).then(|| interrupt(env)),
        reasons: pause_reasons(env, log, reading),
        float: float_button(env, context.model),
        keys: keys(env, context.model),
        signals: signals(env, context.model),
    };
    if numbers == Numbers::Hidden { without_numbers(view) } else { view }
}

/// Returns the view without the times that stand beside the clock face.
fn without_numbers(mut view: RunView) -> RunView {
    view.finish = FinishView { statement: Words::default(), difference: None };
    for item in &mut view.rail {
        item.minutes = Words::default();
        item.times = None;
    }
    view
}

/// Returns the main button: it goes on to the next item, named `following`, or ends the session for `None`.
fn next(env: &Env<'_>, following: Option<&str>) -> Action {
    match following {
        Some(title) => Action::named(env, &Message::NextShort, &Message::Next { title }, Press::WentOn),
        None => Action::new(env, &Message::Finish, Press::Ended),
    }
}

fn pause(env: &Env<'_>, reading: &Reading) -> Action {
    match reading.phase {
        Phase::Paused => Action::new(env, &Message::Resume, Press::Resumed),
        _ => Action::new(env, &Message::Pause, Press::Paused),
    }
}

fn extend(env: &Env<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    for &minutes in &[Minutes(1), Minutes(2), Minutes(5)] {
        let (label, name) = (Message::ExtendBy { minutes }, Message::ExtendByLong { minutes });
        actions.push(Action::named(env, &label, &name, Press::Extended(minutes)));
    }
    actions
}

/// Returns the topics of this session, except that of `item`, and a subject to leave alone; `None` if there
/// is nothing to read or write.
fn agreed(context: &SessionContext<'_>, item: Option<&Item>) -> Option<AgreedView> {
    let env = context.env;
    // The questions of the close name what the seller came for.
    if item.is_some_and(|item| item.role == Role::Close) {
        return None;
    }
    let own = item.and_then(|item| context.session.topic(item));
    let mut lines = Vec::new();
    for topic in context.session.topics().0.iter().filter(|topic| Some(*topic) != own) {
        lines.push(topic_line(context, topic));
    }
    let has_others = !lines.is_empty();
    if let Some(words) = context.session.seller_half().and_then(|half| half.leave_alone.as_ref()) {
        let words = words.as_str();
        lines.push(Line::plain(if has_others {
            env.say(&Message::LeaveAlone { words })
        } else {
            words.into()
        }));
    }
    let opens = item.is_some_and(|item| item.role == Role::Open);
    let press = Press::PrepareAsked(context.id, Party::Seller);
    let has_topic = !context.session.topics().0.is_empty();
    let label = if has_topic { Message::AgreedChange } else { Message::AgreedWrite };
    let write = opens.then(|| Action::new(env, &label, press));
    let is_empty = lines.is_empty() && write.is_none();
    let heading = match own {
        _ if !has_others && !lines.is_empty() => Message::LeaveHeading,
        Some(_) => Message::AgreedAlso,
        None => Message::Agreed,
    };
    (!is_empty).then(|| AgreedView { heading: env.say(&heading), lines, write })
}

/// Returns the expected finish, and its difference from the booked one; or the time since which the clock is paused.
fn finish(context: &SessionContext<'_>, baseline: &Baseline, log: &Log, reading: &Reading) -> FinishView {
    let (env, zone) = (context.env, &context.model.zone);
    if let (Phase::Paused, Some(entry)) = (reading.phase, log.last()) {
        let paused = log.0.iter().rfind(|entry| entry.change == Change::Paused).unwrap_or(entry);
        let time = &env.time_at(paused.at, zone);
        return FinishView {
            statement: env.say(&Message::PausedSince { time }),
            difference: pause_reason(env, log),
        };
    }
    let pace = pace(context.begins(), baseline, log, reading);
    let planned = &env.time_at(pace.planned, zone);
    let difference = match pace.late {
        // A minute or two is no news to either.
        1..NOTABLE => None,
        NOTABLE.. => Some(Message::FinishLate { minutes: pace.late, planned }),
        _ if pace.saved > 0 => Some(Message::FinishAhead { minutes: pace.saved }),
        _ => pace.is_as_booked.then_some(Message::FinishOnTime),
    };
    let time = &env.time_at(reading.expected_finish, zone);
    let statement = env.say(&Message::FinishAbout { time });
    FinishView { statement, difference: difference.map(|difference| env.say(&difference)) }
}
