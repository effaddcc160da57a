//! The screen of a standing slot: its rhythm, and the dates of its row.

use crate::domain::id::{PairId, SessionId};
use crate::domain::party::Party;
use crate::domain::standing::{EnteredBy, Rhythm, Standing, StandingSlot};
use crate::domain::time::Instant;
use crate::domain::zone::{Schedule, Zone};
use crate::outgoing::calendar::CalendarEntry;
use crate::outgoing::calendar_row::google_row;
use crate::outgoing::note::append;
use crate::present::parts::action::{Action, Choice, Choices};
use crate::present::parts::elsewhere::{for_both, for_both_at};
use crate::present::parts::head::head;
use crate::present::parts::line::Line;
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::sheet::{Entry, LinkView, Section, SheetView, beside, section};
use crate::present::parts::slot_told::{end_words, has_just_ended, left_in_calendar, tells, told};
use crate::present::parts::standing::{for_both_of, here, words};
use crate::program::event::Press;
use crate::program::state::model::Model;
use crate::program::update::calendar::entered_row;
use crate::program::update::calendar_row::{entries, is_entered};
use crate::program::update::standing::{DateState, Upcoming, anchor, is_ending, slot_at, standing, upcoming};
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// Returns the sheet of the slot of two people: with a slot its row of dates, else the slots that can be kept. `None` if no
/// session of the two is here.
pub(crate) fn standing_slot(model: &Model, pair: PairId, now: Instant, env: &Env<'_>) -> Option<SheetView> {
    let id = anchor(model, env.local(now, &model.zone), pair)?;
    let context = SessionContext::of(model, id, now, env)?;
    let back = Action::new(env, &Message::BackToSession, Press::SessionOpened(id));
    let Some((of, kept)) = standing(model, pair) else {
        let name = &context.name(context.side.other());
        let end = end_words(&context, now);
        let heading = match end {
            Some(_) => Message::SlotEnded { name },
            None => Message::SlotHeading { seller: name },
        };
        let rhythms = (context.side == Party::Manager).then(|| rhythms(&context, None));
        let tell = tells(&context).filter(|_| end.is_some());
        let (main, answers) = match tell {
            Some(tell) => (tell, vec![back]),
            None => (back, Vec::new()),
        };
        let undo = has_just_ended(model).then(|| Action::new(env, &Message::Undo, Press::Undone));
        return Some(SheetView {
            head: head(&context),
            heading: env.say(&heading),
            lead: end.unwrap_or_else(|| env.say(&Message::SlotLeadAsk)),
            sections: left_in_calendar(&context, now).into_iter().chain(rhythms).collect(),
            outcome: None,
            is_spoken: false,
            text_to_copy: None,
            main,
            answers: undo.into_iter().chain(answers).collect(),
            others: Vec::new(),
        });
    };
    let is_manager = context.side == Party::Manager;
    let entries = entries(model, env, now, pair);
    let is_in = is_entered(model, now, pair, &entries);
    let by = entered_row(model, pair).map(|row| row.by);
    let mut sections = vec![dates(&context, of, now)];
    sections.extend(told(&context));
    sections.extend(calendar(&context, kept, &entries, by.is_some()));
    if is_manager {
        sections.push(beside(rhythms(&context, Some(kept))));
    }
    let label = if is_in { Message::CalendarAgain } else { Message::CalendarSave };
    let save = Action::new(env, &label, Press::RowSaved).only_if(!entries.is_empty());
    let (main, answers) = if is_in || entries.is_empty() { (back, vec![save]) } else { (save, vec![back]) };
    let end = Action::new(env, &Message::SlotEnd, Press::StandingEnded(of));
    Some(SheetView {
        head: head(&context),
        heading: words(model, env, kept),
        lead: env.say(&Message::SlotLead),
        sections,
        outcome: match (is_in, by) {
            _ if entries.is_empty() => None,
            (true, Some(EnteredBy::Web)) => Some(env.say(&Message::CalendarDoneWeb)),
            (true, _) => Some(env.say(&Message::RowDone)),
            (false, Some(_)) => Some(env.say(&Message::RowMoved)),
            (false, None) => None,
        },
        is_spoken: false,
        text_to_copy: None,
        main,
        answers,
        others: if is_manager { vec![end] } else { Vec::new() },
    })
}

/// Returns the sections about the calendar: what the entries hold, after an earlier file (`was_in`) what a new one can take
/// away, and the link that opens an entry that repeats; none without a date.
fn calendar(
    context: &SessionContext<'_>,
    kept: &Standing,
    entries: &[CalendarEntry],
    was_in: bool,
) -> Vec<Section> {
    let env = context.env;
    let Some(first) = entries.first() else { return Vec::new() };
    let mut lines: Vec<Words> = vec![first.title.as_str().into()];
    lines.extend(first.place.as_deref().map(Words::from));
    lines.extend(first.body.lines().filter(|line| !line.trim().is_empty()).map(Words::from));
    let lines = lines.into_iter().map(|words| Entry::Line(Line::plain(words))).collect();
    let mut holds = section(
        "row-holds",
        env.say(&Message::RowHolds),
        vec![Entry::Folded(env.say(&Message::CalendarHolds), lines)],
    );
    holds.lead = Some(env.say(&Message::RowFile { count: entries.len() }));
    if was_in {
        holds.entries.push(Entry::Line(Line::plain(env.say(&Message::RowGoneCan))));
    }
    let href = kept.slot.and_then(|slot| {
        let local = env.local(first.begins, &kept.zone)?;
        google_row(first, slot, &kept.zone, local, entries.len())
    });
    if let Some(href) = href {
        let action = Action::new(env, &Message::CalendarGoogle, Press::RowOpened);
        holds.entries.push(Entry::Line(Line::plain(env.say(&Message::RowGoogle))));
        holds.entries.push(Entry::Links(vec![LinkView { action, href: href.into() }]));
    }
    vec![holds]
}

/// Returns the section in which the manager chooses the rhythm, at the day and time of the session in `context`. If that
/// session is not at the time of the slot that is `kept`, each option names its day and time.
fn rhythms(context: &SessionContext<'_>, kept: Option<&Standing>) -> Section {
    let (env, zone) = (context.env, &context.half.plan.schedule.zone);
    let mut options = Vec::new();
    for rhythm in Rhythm::ALL {
        let slot = slot_at(&context.half.plan.schedule, rhythm);
        let is_kept = kept.is_some_and(|kept| is_at(kept, slot, zone));
        let action = Action::labelled(for_both_of(context, slot), Press::StandingKept(context.id, rhythm));
        options.push(Choice { action, is_chosen: is_kept });
    }
    let name = env.say(&Message::SlotHow);
    section("standing-how", name.clone(), vec![Entry::Choices(Choices { name, options })])
}

/// Returns true if the row goes on by the rhythm of `slot`, at its day and time.
fn is_at(kept: &Standing, slot: StandingSlot, zone: &Zone) -> bool {
    let is_on =
        |own: StandingSlot| own.first == slot.first || kept.dates.iter().any(|date| date.local == slot.first);
    kept.slot.is_some_and(|own| own.rhythm == slot.rhythm && is_on(own)) && kept.zone == *zone
}

/// Returns the section with the dates of the row, each with the button that skips it or puts it back.
fn dates(context: &SessionContext<'_>, pair: PairId, now: Instant) -> Section {
    let env = context.env;
    let dates = upcoming(context.model, env, now, pair);
    let zone = standing(context.model, pair).map_or(&context.model.zone, |(_, row)| &row.zone);
    let mut entries: Vec<Entry> = dates.iter().map(|date| row(context, pair, zone, date)).collect();
    // The session from which the slot was kept stands before the dates that follow.
    let is_beside = |date: &Upcoming<'_>| !matches!(date.state, DateState::Planned(id) | DateState::Moved(id) if id == context.id);
    if context.half.is_planned() && context.begins() > now && dates.iter().all(is_beside) {
        let when = env.date_time(context.begins_here(), context.now, Names::Short);
        let open = opens(env, context.id, &when);
        let words = with_others(when, for_both(context));
        entries.insert(0, Entry::Row(Line::remarked(words, env.say(&Message::SlotPlanned)), open));
    }
    if entries.is_empty() {
        entries.push(Entry::Line(Line::plain(env.say(&Message::SlotNone))));
    }
    if context.side == Party::Manager && is_ending(context.model, env, now, pair) {
        entries.push(Entry::Line(Line::plain(env.say(&Message::SlotFew))));
        let extend = Action::new(env, &Message::SlotExtend, Press::StandingExtended(pair));
        entries.push(Entry::Actions(vec![extend]));
    }
    section("standing-dates", env.say(&Message::SlotDates), entries)
}

/// Returns a date in words, with its start on the clocks of others behind it.
fn with_others(when: Words, others: Option<Words>) -> Words {
    let mut all = when.to_string();
    others.iter().for_each(|others| append(&mut all, others));
    all.into()
}

/// Returns the button that opens the session at `when`.
fn opens(env: &Env<'_>, id: SessionId, when: &str) -> Action {
    let label = env.say(&Message::RowOpen);
    let name = env.say(&Message::Labelled { label: &label, words: when });
    Action { name: Some(name), ..Action::labelled(label, Press::SessionOpened(id)) }
}

/// Returns the row of a date, with its time on the clocks of others while a session is or can be planned on it.
fn row(context: &SessionContext<'_>, pair: PairId, zone: &Zone, date: &Upcoming<'_>) -> Entry {
    let env = context.env;
    let others = for_both_at(context, &Schedule::new(date.date.local, zone.clone(), env.zones));
    let when = env.date_time(here(context.model, env, date), context.now, Names::Short);
    let open = |id| opens(env, id, &when);
    let toggle = |label: &Message<'_>, name: &Message<'_>| {
        Action::named(env, label, name, Press::StandingToggled(pair, date.date.session))
    };
    let is_manager = context.side == Party::Manager;
    match date.state {
        DateState::Planned(id) => {
            let words = with_others(when.clone(), others);
            Entry::Row(Line::remarked(words, env.say(&Message::SlotPlanned)), open(id))
        }
        DateState::Moved(id) => Entry::Row(Line::remarked(when.clone(), moved(context, id)), open(id)),
        DateState::Skipped if is_manager => Entry::Row(
            Line::remarked(when.clone(), env.say(&Message::SlotSkipped)),
            toggle(&Message::SlotPutBack, &Message::SlotPutBackLong { when: &when }),
        ),
        DateState::Skipped => Entry::Line(Line::remarked(when, env.say(&Message::SlotSkipped))),
        DateState::Free if is_manager => Entry::Row(
            Line::plain(with_others(when.clone(), others)),
            toggle(&Message::SlotSkip, &Message::SlotSkipLong { when: &when }),
        ),
        DateState::Free => Entry::Line(Line::plain(with_others(when, others))),
    }
}

/// Returns the remark about a session that is not at the time of its date, or has begun.
fn moved(context: &SessionContext<'_>, id: SessionId) -> Words {
    let (env, model) = (context.env, context.model);
    if model.half(id).is_some_and(|half| !half.is_planned()) {
        return env.say(&Message::SlotBegun);
    }
    let schedule = model.half(id).map(|half| &half.plan.schedule);
    let when = schedule.map(|schedule| env.begins(schedule, &model.zone, context.now, Names::Short));
    env.say(&Message::SlotMoved { when: &when.unwrap_or_default() })
}
