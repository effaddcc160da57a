//! The differences between two versions of a half of a session, in words. Alike things are left out.
//!
//! Never shows the answers at the close, which are hidden until both parties have answered. A choice of a version
//! keeps the words of both; where that cannot be, the difference is named without its content.

use super::notice::VersionLine;
use super::session_context::SessionContext;
use super::templates::type_name;
use crate::domain::agenda::{Agenda, Item};
use crate::domain::ahead::Ahead;
use crate::domain::closing::Closing;
use crate::domain::half::{Course, ManagerHalf, SellerHalf, TimeSaid, is_contradicted};
use crate::domain::note::{Answer, Note, Status};
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::text::Text;
use crate::domain::timing::Change;
use crate::domain::topic::Topic;
use crate::outgoing::note::{KINDS, of_kind};
use crate::text::message::Message;
use crate::text::{Names, Words};

/// The differences of two versions, line by line.
struct Differences<'a> {
    context: &'a SessionContext<'a>,
    lines: [Vec<VersionLine>; 2],
}

impl<'a> Differences<'a> {
    fn new(context: &'a SessionContext<'a>) -> Self {
        Self { context, lines: [Vec::new(), Vec::new()] }
    }

    /// Adds a thing with the words of each version, unless they are alike. A version without words says so.
    fn add(&mut self, label: &Message<'_>, words: [Vec<Words>; 2]) {
        let [first, second] = &words;
        if first == second {
            return;
        }
        let env = self.context.env;
        for (lines, words) in self.lines.iter_mut().zip(words) {
            let words = if words.is_empty() { vec![env.say(&Message::VersionNothing)] } else { words };
            lines.push(VersionLine { label: env.say(label), words });
        }
    }

    /// Adds a thing with at most one line of words in each version, unless they are alike.
    fn add_one(&mut self, label: &Message<'_>, words: [Option<Words>; 2]) {
        self.add(label, words.map(|words| words.into_iter().collect()));
    }

    /// Adds an optional text of each version, unless the two are alike.
    fn add_text(&mut self, label: &Message<'_>, texts: [&Option<Text>; 2]) {
        self.add_one(label, texts.map(|text| text.as_ref().map(|text| text.as_str().into())));
    }

    /// Adds the answers at the close without their content, if they contradict each other.
    fn add_answers(&mut self, [first, second]: [&Closing; 2]) {
        if first.contradicts(second) {
            let env = self.context.env;
            let line = || VersionLine {
                label: env.say(&Message::CloseAsk),
                words: vec![env.say(&Message::VersionReplies)],
            };
            self.lines.iter_mut().for_each(|lines| lines.push(line()));
        }
    }

    /// Adds the entries of two lists that are not in both; all of them if only their order differs.
    fn add_ordered<T: PartialEq>(
        &mut self,
        label: &Message<'_>,
        lists: [&[T]; 2],
        words: impl Fn(&T) -> Words,
    ) {
        let [first, second] = lists;
        let is_in = |list: &[T], other: &[T]| list.iter().all(|entry| other.contains(entry));
        if is_in(first, second) && is_in(second, first) {
            self.add(label, lists.map(|list| list.iter().map(&words).collect()));
        } else {
            self.add_entries(label, lists, words);
        }
    }

    /// Adds to each version the entries of its list that the other list lacks.
    fn add_entries<T: PartialEq>(
        &mut self,
        label: &Message<'_>,
        [first, second]: [&[T]; 2],
        words: impl Fn(&T) -> Words,
    ) {
        let own = |list: &[T], other: &[T]| -> Vec<Words> {
            list.iter().filter(|entry| !other.contains(entry)).map(&words).collect()
        };
        self.add(label, [own(first, second), own(second, first)]);
    }
}

/// Returns what each of two versions of the manager's half says otherwise.
pub(crate) fn of_manager(
    context: &SessionContext<'_>,
    shown: &ManagerHalf,
    other: &ManagerHalf,
) -> [Vec<VersionLine>; 2] {
    let mut all = Differences::new(context);
    let halves = [shown, other];
    plan(&mut all, [&shown.plan, &other.plan]);
    let env = context.env;
    let aheads = halves.map(|half| &half.ahead);
    let noted = |ahead: &Ahead| ahead.noted.as_ref().map(|topic| Words::from(topic.words.as_str()));
    all.add_one(&Message::NotedLabel, aheads.map(noted));
    let fact = |ahead: &Ahead| ahead.fact.as_ref().map(|fact| Words::from(fact.words.as_str()));
    all.add_one(&Message::FactLabel, aheads.map(fact));
    let count_on = aheads.map(|ahead| ahead.count_on.as_slice());
    all.add_entries(&Message::CanCountOn, count_on, |line| env.wording(line));
    let dates =
        aheads.map(|ahead| ahead.standing.iter().flat_map(|row| row.dates.clone()).collect::<Vec<_>>());
    all.add_entries(&Message::SlotDates, dates.each_ref().map(Vec::as_slice), |date| {
        let when = env.date_time(date.local, context.now, Names::Short);
        let skipped = env.say(&Message::SlotSkipped);
        if date.is_skipped { env.say(&Message::Labelled { label: &when, words: &skipped }) } else { when }
    });
    all.add_one(&Message::VersionClock, halves.map(|half| Some(clock(context, half))));
    let words = context.note_words();
    for (kind, heading) in &KINDS {
        let lists =
            halves.map(|half| of_kind(&half.notes.all, *kind).into_iter().cloned().collect::<Vec<Note>>());
        all.add_entries(heading, lists.each_ref().map(Vec::as_slice), |note| words.line(note));
    }
    let statuses = halves.map(|half| half.notes.statuses.as_slice());
    all.add_entries(&Message::VersionEarlier, statuses, |status| answer(context, status));
    all.add_answers(halves.map(|half| &half.closing));
    all.lines
}

/// Returns what each of two versions of the seller's half says otherwise.
pub(crate) fn of_seller(
    context: &SessionContext<'_>,
    shown: &SellerHalf,
    other: &SellerHalf,
) -> [Vec<VersionLine>; 2] {
    let env = context.env;
    let mut all = Differences::new(context);
    let halves = [shown, other];
    let topic = |topic: &Topic| -> Words {
        let words =
            topic.worked_if.as_ref().map(|words| env.say(&Message::WorkedIf { words: words.as_str() }));
        match words {
            Some(words) => format!("{} \u{b7} {words}", topic.words).into(),
            None => topic.words.as_str().into(),
        }
    };
    all.add_ordered(&Message::TopicsHeading, halves.map(|half| half.topics.as_slice()), topic);
    let evidence = halves.map(|half| half.evidence.as_slice());
    all.add_entries(&Message::EvidenceHeading, evidence, |line| line.words.as_str().into());
    all.add_text(&Message::LeaveHeading, halves.map(|half| &half.leave_alone));
    let seller = &context.name(Party::Seller);
    let brings = |half: &SellerHalf| half.brings_it.then(|| env.say(&Message::SaysBringsIt { name: seller }));
    let time = |half: &SellerHalf| {
        half.time.map(|time| {
            env.say(&match time.says {
                TimeSaid::Works => Message::RowSaidYes,
                TimeSaid::OtherTime => Message::RowOtherTime,
                TimeSaid::CantCome => Message::RowCantCome,
            })
        })
    };
    all.add_one(&Message::VersionAnswer, halves.map(brings));
    all.add_one(&Message::VersionAnswer, halves.map(time));
    all.add_text(&Message::WishOf, halves.map(|half| &half.wish));
    let about = |half: &SellerHalf| {
        half.about.as_ref().map(|id| type_name(env, &context.model.catalogue, id.as_str()))
    };
    all.add_one(&Message::TypeLabel, halves.map(about));
    let contradicted = |[half, other]: [&SellerHalf; 2]| {
        let steps = half.steps.iter().filter(|step| is_contradicted(step, &other.steps));
        steps.map(|step| answer(context, step)).collect()
    };
    all.add(&Message::VersionEarlier, [contradicted([shown, other]), contradicted([other, shown])]);
    all.add_answers(halves.map(|half| &half.closing));
    all.lines
}

/// Adds the differences of two plans.
fn plan(all: &mut Differences<'_>, plans: [&Plan; 2]) {
    let (env, now) = (all.context.env, all.context.now);
    all.add_one(&Message::TypeLabel, plans.map(|plan| Some(env.wording(&plan.coaching_type.name))));
    all.add_one(
        &Message::DateLabel,
        plans.map(|plan| Some(env.date(plan.schedule.local, now, Names::Short))),
    );
    all.add_one(&Message::TimeLabel, plans.map(|plan| Some(env.time(plan.schedule.local))));
    all.add_one(
        &Message::MinutesLabel,
        plans.map(|plan| Some(env.say(&Message::Minutes { minutes: plan.minutes }))),
    );
    all.add_text(&Message::PlaceLabel, plans.map(|plan| &plan.place));
    let said = |item: &Item| -> Words {
        let minutes = env.say(&Message::Minutes { minutes: item.minutes });
        format!("{} \u{b7} {minutes}", env.wording(&item.title)).into()
    };
    let items = plans.map(|plan| plan.agenda.items());
    let order = |agenda: &Agenda| agenda.items().iter().map(|item| item.id).collect::<Vec<_>>();
    let [first, second] = plans.map(|plan| order(&plan.agenda));
    let has_same_items = first.len() == second.len() && first.iter().all(|id| second.contains(id));
    if has_same_items && first != second {
        // The order differs, so every item is shown.
        all.add(&Message::AgendaHeading, items.map(|items| items.iter().map(said).collect()));
    } else {
        all.add_entries(&Message::AgendaHeading, items, said);
    }
}

/// Returns the state of the clock in one version, in words.
fn clock(context: &SessionContext<'_>, half: &ManagerHalf) -> Words {
    let env = context.env;
    let Course::Begun { log, .. } = &half.course else { return env.say(&Message::VersionPlanned) };
    let time = |at| env.time_at(at, &context.model.zone);
    match log.last() {
        Some(entry) if entry.change == Change::Ended => {
            env.say(&Message::VersionEnded { time: &time(entry.at) })
        }
        Some(entry) if entry.change == Change::Paused => {
            env.say(&Message::VersionPaused { time: &time(entry.at) })
        }
        _ => {
            let mut moves = log.0.iter().rev().filter_map(|entry| match entry.change {
                Change::MovedTo(item) | Change::SkippedTo(item) => {
                    Some((half.plan.agenda.item(item), entry.at))
                }
                Change::Started => Some((half.plan.agenda.items().first(), entry.at)),
                _ => None,
            });
            let (item, at) = moves.next().unwrap_or((None, context.begins()));
            let title = item.map(|item| env.wording(&item.title)).unwrap_or_default();
            env.say(&Message::VersionRunning { title: &title, time: &time(at) })
        }
    }
}

/// Returns an answer about a note of an earlier session in words, with the words of the note if it is known
/// here.
fn answer(context: &SessionContext<'_>, status: &Status) -> Words {
    let env = context.env;
    let half = context.model.session(status.session).and_then(|session| session.manager_half());
    let note = half.and_then(|half| half.notes.get(status.note));
    let answer = env.say(&match status.answer {
        Answer::Done => Message::StandingDone,
        Answer::NotYet => Message::AnswerNotYet,
        Answer::Dropped => Message::Dropped,
    });
    match note {
        Some(note) => env.say(&Message::Labelled { label: note.words.as_str(), words: &answer }),
        None => answer,
    }
}
