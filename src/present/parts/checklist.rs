//! The mindset checklist of a party for a session, and the choice of its lines.

use super::action::{Action, Choice};
use super::line::Line;
use super::session_context::SessionContext;
use super::sheet::{Column, Entry, Section, SectionKind, section};
use crate::domain::coaching_type::{Checklist, History};
use crate::domain::half::ManagerHalf;
use crate::domain::party::Party;
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::session::Session;
use crate::program::event::Press;
use crate::program::update::checklist;
use crate::program::update::earlier;
use crate::program::update::same::SamePairs;
use crate::text::message::Message;

/// Returns the main lines of the checklist of `party`, without the removed ones: content, tone, structure. A first
/// session asks nothing about a last one.
pub(crate) fn checklist_lines(context: &SessionContext<'_>, party: Party) -> Vec<Wording> {
    let lines = of_type(context, party).lines(history(context, party)).into_iter();
    lines.filter(|line| !is_removed(context, party, line)).collect()
}

fn of_type<'a>(context: &'a SessionContext<'_>, party: Party) -> &'a Checklist {
    context.guidance().checklist(party)
}

fn is_removed(context: &SessionContext<'_>, party: Party, line: &Wording) -> bool {
    checklist::is_removed(context.model, context.id, party, line)
}

/// Returns the past of the two people for the checklist of `party`: if another session of theirs has begun, and for the manager,
/// if a next step of the manager is open or done since.
fn history(context: &SessionContext<'_>, party: Party) -> History {
    if party == Party::Manager && !context.manager_owes() {
        return History::First;
    }
    let same = SamePairs::of(context.model);
    let mut others = context.model.sessions().filter(|session| session.id != context.id);
    let has_begun =
        |session: &Session| session.manager_half().is_some_and(|half: &ManagerHalf| !half.is_planned());
    match others.any(|session| same.one(session.pair) == context.pair && has_begun(session)) {
        true => History::Returning,
        false => History::First,
    }
}

/// Returns the section with the checklist of `party`: three lines to tick, and more for the coaching type folded under
/// them; or all lines to choose from.
pub(crate) fn checklist(context: &SessionContext<'_>, party: Party) -> Section {
    let env = context.env;
    let edits = context.model.screen.sheet().is_some_and(|sheet| sheet.edits_checklist);
    let (lead, mut entries, change) = match edits {
        true => (Message::CheckChangeLead, to_choose(context, party), Message::CheckChanged),
        false => (Message::CheckLead, to_tick(context, party), Message::CheckChange),
    };
    let mut actions = vec![Action::new(env, &change, Press::ChecklistToggled)];
    if edits && entries.iter().any(|entry| matches!(entry, Entry::Row(line, _) if line.remark.is_some())) {
        actions.push(Action::new(env, &Message::CheckAll, Press::ChecklistRestored));
    }
    entries.push(Entry::Asides(actions));
    Section {
        lead: Some(env.say(&lead)),
        column: Column::Beside,
        kind: SectionKind::Checklist,
        ..section("mindset", env.say(&Message::CheckHeading), entries)
    }
}

/// Returns the boxes for the lines of the checklist. The open next steps of the party stand below the manager's line
/// about them; a seller's below the main lines.
fn to_tick(context: &SessionContext<'_>, party: Party) -> Vec<Entry> {
    let env = context.env;
    let private = context.model.private(context.id, party);
    let tick = |line: &Wording| {
        let action = Action::labelled(context.wording(line), Press::Ticked(line.fingerprint()));
        Entry::Tick(Choice { action, is_chosen: private.ticks.contains(line) })
    };
    let mut entries = Vec::new();
    for line in checklist_lines(context, party) {
        entries.push(tick(&line));
        if line == Wording::BuiltIn(Phrase::CheckOwnSteps) {
            add_own_steps(context, party, &mut entries);
        }
    }
    if party == Party::Seller {
        let mut steps = Vec::new();
        add_own_steps(context, party, &mut steps);
        if !steps.is_empty() {
            entries.push(Entry::Heading(env.say(&Message::HomeSteps)));
            entries.extend(steps);
        }
    }
    let more = of_type(context, party).more.iter().filter(|line| !is_removed(context, party, line));
    let of_type: Vec<Entry> = more.map(tick).collect();
    if !of_type.is_empty() {
        let coaching_type = &env.wording(&context.half.plan.coaching_type.name);
        entries.push(Entry::Folded(env.say(&Message::CheckMore { coaching_type }), of_type));
    }
    entries
}

/// Returns a row for each line of the checklist, with the button that removes the line or puts it back.
fn to_choose(context: &SessionContext<'_>, party: Party) -> Vec<Entry> {
    let (env, list) = (context.env, of_type(context, party));
    let row = |line: &Wording| {
        let words = context.wording(line);
        let press = Press::ChecklistLineToggled(line.fingerprint());
        if is_removed(context, party, line) {
            let action =
                Action::named(env, &Message::CheckBack, &Message::CheckBackLong { line: &words }, press);
            return Entry::Row(Line::remarked(words, env.say(&Message::CheckRemoved)), action);
        }
        let name = Message::CheckRemoveLong { line: &words };
        let action = Action::named(env, &Message::CheckRemove, &name, press);
        Entry::Row(Line::plain(words), action)
    };
    list.lines(history(context, party)).iter().chain(&list.more).map(row).collect()
}

/// Adds a line for each open next step that `party` owes the other person.
fn add_own_steps(context: &SessionContext<'_>, party: Party, entries: &mut Vec<Entry>) {
    for earlier in earlier::open(context.model, None) {
        if earlier.pair == context.pair && earlier.note.by() == Some(party) {
            let words = earlier.note.words.as_str().into();
            let remark = context.note_words().more(earlier.note, "");
            entries.push(Entry::Line(Line { words, remark }));
        }
    }
}
