//! The laws of joining what two windows of one browser wrote at the same time, with an example of each rule.

use std::collections::BTreeSet;
use std::fmt::Debug;

use coaching_session::domain::agenda::{Agenda, Direction};
use coaching_session::domain::ahead::Ahead;
use coaching_session::domain::closing::{Asked, Closing};
use coaching_session::domain::coaching_type::COUNT_ON;
use coaching_session::domain::evidence::{Evidence, SOURCES, Source};
use coaching_session::domain::half::{Course, ManagerHalf, SellerHalf, TimeAnswer, TimeSaid};
use coaching_session::domain::id::{PairId, SessionId};
use coaching_session::domain::join::{Join, Joined};
use coaching_session::domain::note::{
    Answer, Carried, Detail, NOTE_LIMIT, Note, NoteId, Notes, Place, SLOTS, Status,
};
use coaching_session::domain::pair::Pair;
use coaching_session::domain::party::Party;
use coaching_session::domain::phrase::{Phrase, Wording};
use coaching_session::domain::plan::Plan;
use coaching_session::domain::private::{Held, Private};
use coaching_session::domain::readiness::{Handshake, Prepared, Readiness};
use coaching_session::domain::record::{Record, RemovedLine, Settings};
use coaching_session::domain::sent::{Sent, SentBy, SentKind, Stated};
use coaching_session::domain::signal::Signal;
use coaching_session::domain::text::{TEXT_LIMIT, Text};
use coaching_session::domain::time::{Instant, Minutes};
use coaching_session::domain::timing::{Baseline, Change, Entry, Log};
use coaching_session::domain::topic::Topic;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::given::{at, many_cases, plan, session, standing, text};

/// The changes that one window may make, so that two windows can change different things.
#[derive(Clone, Copy, Debug)]
struct Hand {
    /// The fields that the window may change, a bit for each.
    fields: u32,
    /// The parity of the keys of the list entries that the window may change; `None` for all.
    parity: Option<u16>,
    /// True if the window may change the order of a list.
    reorders: bool,
}

/// A window that may change everything.
const FREE: Hand = Hand { fields: u32::MAX, parity: None, reorders: true };

/// Generates two windows that never change the same thing.
fn two_hands() -> impl Strategy<Value = (Hand, Hand)> + Clone {
    any::<u32>().prop_map(|fields| {
        let one = Hand { fields, parity: Some(0), reorders: true };
        (one, Hand { fields: !fields, parity: Some(1), reorders: false })
    })
}

impl Hand {
    /// Generates the value of a field after the window's changes.
    fn field<T: Clone + Debug + 'static>(
        self,
        bit: u32,
        base: &T,
        other: impl Strategy<Value = T> + 'static,
    ) -> BoxedStrategy<T> {
        match self.fields >> bit & 1 {
            0 => Just(base.clone()).boxed(),
            _ => prop_oneof![Just(base.clone()), other].boxed(),
        }
    }

    /// Generates a list after a few changes of the window. `key` names an entry within the list, and its number
    /// decides who may change the entry.
    fn list<T: Clone + Debug + 'static, K: PartialEq + 'static>(
        self,
        base: &[T],
        entry: impl Strategy<Value = T> + 'static,
        key: fn(&T) -> (u16, K),
    ) -> BoxedStrategy<Vec<T>> {
        let base = base.to_vec();
        let change = (0..6, any::<Index>(), any::<Index>(), entry);
        let apply = move |changes: Vec<(i32, Index, Index, T)>| {
            let mut list = base.clone();
            let is_mine = |entry: &T| self.parity.is_none_or(|parity| key(entry).0 % 2 == parity);
            for (kind, place, other, entry) in changes {
                let at = place.index(list.len().max(1));
                let found = list.iter().position(|known| key(known).1 == key(&entry).1);
                // An entry that comes back in another place changes the order.
                let comes_back = !self.reorders && base.iter().any(|known| key(known).1 == key(&entry).1);
                let is_added = found.is_none() && !comes_back && is_mine(&entry);
                match kind {
                    0 | 1 if is_added => list.push(entry),
                    2 if is_added => list.insert(at.min(list.len()), entry),
                    3 if list.get(at).is_some_and(is_mine) => drop(list.remove(at)),
                    4 if self.reorders && !list.is_empty() => {
                        let other = other.index(list.len());
                        list.swap(at, other);
                    }
                    _ => {
                        if let Some(found) = found.filter(|_| is_mine(&entry)) {
                            list[found] = entry;
                        }
                    }
                }
            }
            list
        };
        vec(change, 0..5).prop_map(apply).boxed()
    }
}

fn words() -> impl Strategy<Value = Text> + Clone {
    select(["a", "b", "c", "d", "e", "f", "g"].map(text).to_vec())
}

fn maybe_words() -> impl Strategy<Value = Option<Text>> + Clone {
    proptest::option::of(words())
}

/// Generates private texts of a few lines.
fn lines() -> impl Strategy<Value = Option<Text>> {
    vec(words(), 0..5).prop_map(|lines| {
        let lines: Vec<String> = lines.iter().map(Text::to_string).collect();
        Text::parse(&lines.join("\n")).ok()
    })
}

fn note() -> impl Strategy<Value = Note> {
    let next_step = (maybe_words(), any::<bool>()).prop_map(|(when, is_confirmed)| Detail::NextStep {
        by: Party::Seller,
        first_step: None,
        when,
        on: None,
        is_confirmed,
    });
    let place = select(vec![None, Some(Place::NextTime), Some(Place::Dropped)]);
    let parked = (place, select(vec![None, Some(1), Some(2)])).prop_map(|(place, quotes)| Detail::Parked {
        by: None,
        place,
        quotes,
    });
    let detail = prop_oneof![next_step, parked, Just(Detail::Shared)];
    let id = prop_oneof![9 => 0..6_u16, 1 => Just(u16::MAX)];
    (id, words(), detail).prop_map(|(id, words, detail)| Note { id: NoteId(id), item: None, words, detail })
}

fn topic() -> impl Strategy<Value = Topic> {
    (0..6_u16, words(), maybe_words()).prop_map(|(id, words, worked_if)| Topic { id, words, worked_if })
}

fn notes_after(hand: Hand, base: &[Note]) -> BoxedStrategy<Vec<Note>> {
    hand.list(base, note(), |note| (note.id.0, note.id))
}

fn topics_after(hand: Hand, base: &[Topic]) -> BoxedStrategy<Vec<Topic>> {
    hand.list(base, topic(), |topic| (topic.id, topic.id))
}

/// Returns a number for the parity of an entry with this text for a key.
fn number(words: &Text) -> u16 {
    words.as_str().bytes().next().unwrap().into()
}

fn evidence_after(hand: Hand, base: &[Evidence]) -> BoxedStrategy<Vec<Evidence>> {
    let line = (words(), select(SOURCES.to_vec())).prop_map(|(words, source)| Evidence { words, source });
    hand.list(base, line, |line| (number(&line.words), line.words.clone()))
}

fn closing_after(hand: Hand, base: &Closing) -> impl Strategy<Value = Closing> + use<> {
    let asked = select(vec![Asked::Worked(0), Asked::Worked(1), Asked::Talk, Asked::Spoke]);
    let reply = (asked, 0..2_usize).prop_map(|(asked, at)| (asked, asked.offers()[at]));
    let replies = hand.list(&base.replies, reply, |(asked, _)| match asked {
        Asked::Worked(topic) => (*topic, *asked),
        Asked::Talk => (0, *asked),
        Asked::Spoke => (1, *asked),
    });
    let differently = hand.field(0, &base.differently, maybe_words());
    (replies, differently, hand.field(1, &base.is_in, any::<bool>())).prop_map(
        |(replies, differently, is_in)| Closing { replies, differently, is_in, ..Closing::default() },
    )
}

/// Generates the clock after a few entries taken back and a few added ones.
fn course_after(base: &Course) -> impl Strategy<Value = Course> + use<> {
    let base = match base {
        Course::Planned => Log::default(),
        Course::Begun { log, .. } => log.clone(),
    };
    let change = select(vec![Change::Paused, Change::Resumed, Change::Ended]);
    (0..3_usize, vec((0..2_i64, change), 0..3)).prop_map(move |(taken_back, added)| {
        let mut log = base.clone();
        log.0.truncate(base.0.len().saturating_sub(taken_back));
        for (minute, change) in added {
            let change = if log.0.is_empty() { Change::Started } else { change };
            log.0.push(Entry { at: at(minute), change });
        }
        match log.0.is_empty() {
            true => Course::Planned,
            false => Course::Begun { baseline: Baseline::of(&plan().agenda), log },
        }
    })
}

/// Generates one of a few plans.
fn plans() -> impl Strategy<Value = Plan> {
    let other = |change: fn(&mut Plan)| {
        let mut other = plan();
        change(&mut other);
        other
    };
    let agenda = |change: fn(&mut Agenda)| {
        let mut other = plan();
        change(&mut other.agenda);
        other
    };
    select(vec![
        plan(),
        other(|plan| plan.place = None),
        other(|plan| plan.minutes = Minutes(60)),
        agenda(|agenda| agenda.shift(agenda.items()[1].id, Direction::Later).unwrap()),
        agenda(|agenda| {
            agenda.add(Wording::Own(text("More"))).unwrap();
        }),
    ])
}

fn readiness() -> impl Strategy<Value = Option<Readiness>> {
    let said =
        (0..3_i64, plans()).prop_map(|(minute, plan)| Readiness { at: at(minute), plan: plan.fingerprint() });
    proptest::option::of(said)
}

fn statuses_after(hand: Hand, base: &[Status]) -> BoxedStrategy<Vec<Status>> {
    let answer = select(vec![Answer::Done, Answer::NotYet, Answer::Dropped]);
    let status = (0..2_u64, 0..4_u16, answer).prop_map(|(session, note, answer)| Status {
        session: SessionId(session),
        note: NoteId(note),
        answer,
    });
    hand.list(base, status, |status| (status.note.0, (status.session, status.note)))
}

fn manager_after(hand: Hand, base: &ManagerHalf) -> impl Strategy<Value = ManagerHalf> + use<> {
    let Notes { all, statuses } = &base.notes;
    let statuses = statuses_after(hand, statuses);
    let settled = statuses_after(hand, &base.settled);
    let carried = (0..2_u64, note()).prop_map(|(session, note)| Carried {
        session: SessionId(session),
        began: at(0),
        note,
    });
    let carried = hand.list(&base.carried, carried, |one| (one.note.id.0, (one.session, one.note.id)));
    let asked = hand.list(&base.asked, words(), |name| (number(name), name.clone()));
    let Prepared { ready, handshake, alone } = base.prepared;
    let handshakes = select(vec![None, Some(Handshake::Ready), Some(Handshake::Together)]);
    // A changed agenda and a start of the clock are no different things.
    let course = match hand.fields >> 3 & 1 {
        0 => Just(base.course.clone()).boxed(),
        _ => course_after(&base.course).boxed(),
    };
    let prepared = (
        hand.field(4, &ready, readiness()),
        hand.field(6, &handshake, handshakes),
        hand.field(7, &alone, any::<bool>()),
    )
        .prop_map(|(ready, handshake, alone)| Prepared { ready, handshake, alone });
    let plan = hand.field(3, &base.plan, plans());
    (
        plan,
        course,
        (prepared, ahead_after(hand, &base.ahead)),
        notes_after(hand, all),
        statuses,
        (carried, settled),
        asked,
        closing_after(hand, &base.closing),
    )
        .prop_map(
            |(plan, course, (prepared, ahead), all, statuses, (carried, settled), asked, closing)| {
                ManagerHalf {
                    plan,
                    prepared,
                    ahead,
                    course,
                    notes: Notes { all, statuses },
                    carried,
                    settled,
                    asked,
                    closing,
                }
            },
        )
}

fn ahead_after(hand: Hand, base: &Ahead) -> impl Strategy<Value = Ahead> + use<> {
    let Ahead { noted, fact, count_on, standing: row } = base;
    let fact_of = |words: Option<Text>| words.map(|words| Evidence { words, source: Source::Seen });
    let lines = select(vec![Vec::new(), COUNT_ON.map(Wording::BuiltIn).to_vec()]);
    (
        hand.field(5, noted, maybe_words().prop_map(|words| words.map(Topic::noted))),
        hand.field(0, fact, maybe_words().prop_map(fact_of)),
        hand.field(1, count_on, lines),
        hand.field(1, row, proptest::option::of(standing())),
    )
        .prop_map(|(noted, fact, count_on, standing)| Ahead { noted, fact, count_on, standing })
}

fn seller_after(hand: Hand, base: &SellerHalf) -> impl Strategy<Value = SellerHalf> + use<> {
    let says = select(vec![TimeSaid::Works, TimeSaid::OtherTime, TimeSaid::CantCome]);
    let times = (0..3_u64, says).prop_map(|(start, says)| TimeAnswer { start, says });
    (
        topics_after(hand, &base.topics),
        evidence_after(hand, &base.evidence),
        hand.field(3, &base.leave_alone, maybe_words()),
        hand.field(2, &base.about, maybe_words()),
        (
            hand.field(4, &base.brings_it, any::<bool>()),
            hand.field(7, &base.time, proptest::option::of(times)),
        ),
        hand.field(5, &base.wish, maybe_words()),
        hand.field(6, &base.ready, readiness()),
        (statuses_after(hand, &base.steps), closing_after(hand, &base.closing)),
    )
        .prop_map(|(topics, evidence, leave_alone, about, (brings_it, time), wish, ready, last)| {
            let (steps, closing) = last;
            SellerHalf {
                topics,
                evidence,
                leave_alone,
                about,
                brings_it,
                time,
                zone: None,
                wish,
                ready,
                steps,
                listed: Vec::new(),
                closing,
            }
        })
}

fn sendings() -> impl Strategy<Value = Option<Sent>> {
    let by = select(vec![SentBy::Copied, SentBy::Shared]);
    proptest::option::of((0..3_i64, by).prop_map(|(at, by)| Sent {
        at: Instant(at),
        by,
        content: 7,
        what: SentKind::Invitation,
    }))
}

fn stated() -> impl Strategy<Value = Stated> {
    let time = (0..3_u64).prop_map(|start| TimeAnswer { start, says: TimeSaid::Works });
    proptest::option::of(time).prop_map(|time| Stated { time, ..Stated::default() })
}

/// Returns the number of a ticked line, which is a built-in one here, and the line.
fn tick_key(tick: &Wording) -> (u16, Wording) {
    match tick {
        Wording::BuiltIn(phrase) => (phrase.number(), tick.clone()),
        Wording::Own(_) => (0, tick.clone()),
    }
}

fn private_after(hand: Hand, base: &Private) -> impl Strategy<Value = Private> + use<> {
    let Held { topics, evidence, leave_alone, notes } = &base.held;
    let entered = base.entered;
    let tick = select(Phrase::ALL[..6].to_vec()).prop_map(Wording::BuiltIn);
    (
        hand.list(&base.ticks, tick, tick_key),
        hand.field(0, &base.note, lines()),
        topics_after(hand, topics),
        evidence_after(hand, evidence),
        hand.field(1, leave_alone, lines()),
        notes_after(hand, notes),
        hand.field(2, &base.sent, sendings()),
        hand.field(2, &base.stated, stated()),
    )
        .prop_map(move |(ticks, note, topics, evidence, leave_alone, notes, sent, stated)| Private {
            ticks,
            note,
            held: Held { topics, evidence, leave_alone, notes },
            entered,
            sent,
            stated,
            moved: Vec::new(),
        })
}

fn record_after(hand: Hand, base: &Record) -> BoxedStrategy<Record> {
    match base {
        Record::Pair(Pair { manager, seller }) => {
            (hand.field(0, manager, maybe_words()), hand.field(1, seller, words()))
                .prop_map(|(manager, seller)| Record::Pair(Pair { manager, seller }))
                .boxed()
        }
        Record::Settings(Settings {
            own_name,
            unlisted,
            keys_are_off,
            removed,
            waiting,
            by_initials,
            send_by,
            signals,
        }) => {
            let gone = |line: Phrase| RemovedLine { pair: None, line: line.into() };
            let lines = select(vec![
                Vec::new(),
                vec![gone(Phrase::CheckRead)],
                vec![gone(Phrase::CheckRead), gone(Phrase::CheckCurious)],
            ]);
            let other =
                select(vec![Vec::new(), vec![PairId(1)], vec![PairId(1), PairId(2)], vec![PairId(3)]]);
            (
                hand.field(0, own_name, maybe_words()),
                hand.field(1, unlisted, other.clone()),
                hand.field(2, keys_are_off, any::<bool>()),
                hand.field(3, removed, lines),
                hand.field(4, waiting, other.clone()),
                hand.field(5, by_initials, other),
                hand.field(6, send_by, select(vec![None, Some(SentBy::Copied), Some(SentBy::Mailed)])),
                hand.field(7, signals, select(vec![Vec::new(), vec![Signal::Chime], Signal::ALL.to_vec()])),
            )
                .prop_map(
                    |(own_name, unlisted, keys_are_off, removed, waiting, by_initials, send_by, signals)| {
                        Record::Settings(Settings {
                            own_name,
                            unlisted,
                            keys_are_off,
                            removed,
                            waiting,
                            by_initials,
                            send_by,
                            signals,
                        })
                    },
                )
                .boxed()
        }
        Record::Private(private) => {
            private_after(hand, private).prop_map(|private| Record::Private(Box::new(private))).boxed()
        }
        Record::Side(party) => {
            let parties = select(vec![Party::Manager, Party::Seller]);
            hand.field(0, party, parties).prop_map(Record::Side).boxed()
        }
        Record::Same(_) | Record::Standing(_) | Record::EnteredRow(_) | Record::List(_) | Record::Told(_) => {
            Just(base.clone()).boxed()
        }
    }
}

/// Generates what both windows knew, and what each of them has.
fn three<T: Clone + Debug + 'static, S: Strategy<Value = T> + 'static>(
    first: T,
    hands: impl Strategy<Value = (Hand, Hand)>,
    after: fn(Hand, &T) -> S,
) -> impl Strategy<Value = [T; 3]> {
    (hands, after(FREE, &first)).prop_flat_map(move |((one, other), base)| {
        (after(one, &base), after(other, &base)).prop_map(move |(mine, theirs)| [base.clone(), mine, theirs])
    })
}

fn manager_halves(hands: impl Strategy<Value = (Hand, Hand)>) -> impl Strategy<Value = [ManagerHalf; 3]> {
    let first = session(Course::Planned).manager_half().unwrap().clone();
    three(first, hands, manager_after)
}

fn seller_halves(hands: impl Strategy<Value = (Hand, Hand)>) -> impl Strategy<Value = [SellerHalf; 3]> {
    three(SellerHalf::default(), hands, seller_after)
}

fn privates(hands: impl Strategy<Value = (Hand, Hand)>) -> impl Strategy<Value = [Private; 3]> {
    three(Private::default(), hands, private_after)
}

fn records(hands: impl Strategy<Value = (Hand, Hand)> + Clone) -> impl Strategy<Value = [Record; 3]> {
    let record = |first| three(first, hands.clone(), record_after);
    prop_oneof![
        record(Record::Pair(Pair { manager: None, seller: text("a") })),
        record(Record::Settings(Settings::default())),
        record(Record::Private(Box::default())),
        record(Record::Side(Party::Manager)),
    ]
}

/// Returns the result of joining without a conflict.
#[track_caller]
fn one<T: Join + Debug>(base: &T, mine: &T, theirs: &T) -> T {
    match T::joined(base, mine, theirs) {
        Joined::One(one) => one,
        Joined::Both { mine, theirs } => panic!("in conflict: {mine:?} and {theirs:?}"),
    }
}

/// Asserts the laws that hold for all values.
fn check_laws<T: Join + Debug>([base, mine, theirs]: &[T; 3]) -> Result<(), TestCaseError> {
    let joined = T::join(base, mine, theirs);
    prop_assert_eq!(&T::join(base, mine, base), mine, "a side that changed nothing has no say");
    prop_assert_eq!(&T::join(base, base, theirs), theirs, "a side that changed nothing has no say");
    prop_assert_eq!(&T::join(base, mine, mine), mine);
    prop_assert_eq!(&T::join(base, mine, &joined), &joined, "joining again changes something");
    let reverse = T::join(base, theirs, mine);
    let both =
        if joined == reverse { Joined::One(joined) } else { Joined::Both { mine: joined, theirs: reverse } };
    prop_assert_eq!(T::joined(base, mine, theirs), both);
    Ok(())
}

/// Asserts that two windows that changed different things are joined without a conflict, and that the result has
/// the texts of both.
fn check_disjoint<T: Join + Debug>([base, mine, theirs]: &[T; 3]) -> Result<(), TestCaseError> {
    let joined = T::join(base, mine, theirs);
    prop_assert_eq!(&joined, &T::join(base, theirs, mine), "different things are in conflict");
    let kept = texts(&joined);
    for new in (&texts(mine) | &texts(theirs)).difference(&texts(base)) {
        prop_assert!(kept.contains(new), "{:?} is lost", new);
    }
    Ok(())
}

/// Returns all texts of a value, line by line: the quoted strings of its debug form.
fn texts<T: Debug>(value: &T) -> BTreeSet<String> {
    let shown = format!("{value:?}");
    let quoted = shown.split("Text(\"").skip(1).filter_map(|rest| rest.split_once('"'));
    quoted.flat_map(|(text, _)| text.split("\\n").map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Asserts that each new text is on one of the two sides.
fn check_texts<T: Join + Debug>([base, mine, theirs]: &[T; 3]) -> Result<(), TestCaseError> {
    let (one, other) = (T::join(base, mine, theirs), T::join(base, theirs, mine));
    let kept = &texts(&one) | &texts(&other);
    for new in (&texts(mine) | &texts(theirs)).difference(&texts(base)) {
        prop_assert!(kept.contains(new), "{:?} is lost", new);
    }
    Ok(())
}

/// Asserts that each note that one side added, and the other did not, is there whoever decides conflicts.
fn check_notes([base, mine, theirs]: [&[Note]; 3], joined: &[Note]) -> Result<(), TestCaseError> {
    let is_new = |note: &&Note| base.iter().all(|known| known.id != note.id);
    for note in mine.iter().chain(theirs).filter(is_new) {
        let is_kept = |kept: &Note| Note { id: note.id, ..kept.clone() } == *note;
        prop_assert!(joined.iter().any(is_kept), "{:?} is lost", note);
    }
    let ids: BTreeSet<NoteId> = joined.iter().map(|note| note.id).collect();
    prop_assert_eq!(ids.len(), joined.len(), "two notes have one id");
    Ok(())
}

proptest! {
    #![proptest_config(many_cases())]

    #[test]
    fn joined_manager_halves_obey_the_laws(halves in manager_halves(Just((FREE, FREE)))) {
        check_laws(&halves)?;
        // The carried next steps are copies.
        check_texts(&halves.map(|half| ManagerHalf { carried: Vec::new(), ..half }))?;
    }

    #[test]
    fn joined_seller_halves_obey_the_laws(halves in seller_halves(Just((FREE, FREE)))) {
        check_laws(&halves)?;
        check_texts(&halves)?;
    }

    #[test]
    fn joined_records_obey_the_laws(records in records(Just((FREE, FREE)))) {
        check_laws(&records)?;
        check_texts(&records)?;
    }

    #[test]
    fn changes_of_different_things_are_no_conflict(
        managers in manager_halves(two_hands()), sellers in seller_halves(two_hands()), records in records(two_hands()),
    ) {
        check_disjoint(&managers)?;
        check_disjoint(&sellers)?;
        check_disjoint(&records)?;
    }

    #[test]
    fn added_notes_stay_whoever_decides(
        [base, mine, theirs] in manager_halves(Just((FREE, FREE))), privates in privates(Just((FREE, FREE))),
    ) {
        let joined = Join::join(&base, &mine, &theirs);
        check_notes([&base.notes.all, &mine.notes.all, &theirs.notes.all], &joined.notes.all)?;
        let [base, mine, theirs] = &privates;
        let joined = Join::join(base, mine, theirs);
        check_notes([base, mine, theirs].map(|private| &private.held.notes[..]), &joined.held.notes)?;
        let kept = texts(&joined);
        for new in (&texts(mine) | &texts(theirs)).difference(&texts(base)) {
            prop_assert!(kept.contains(new), "{:?} is lost, and nobody is asked about private things", new);
        }
    }
}

/// Returns notes with these ids and words.
fn notes(all: &[(u16, &str)]) -> Notes {
    let note = |(id, words): &(u16, &str)| Note {
        id: NoteId(*id),
        item: None,
        words: text(words),
        detail: Detail::Shared,
    };
    Notes { all: all.iter().map(note).collect(), statuses: Vec::new() }
}

/// Asserts the result of joining notes, the same from both sides.
#[track_caller]
fn check([base, mine, theirs]: [&[(u16, &str)]; 3], expected: &[(u16, &str)]) {
    let joined = one(&notes(base), &notes(mine), &notes(theirs));
    assert_eq!(joined, notes(expected));
}

/// Asserts that notes are in conflict, and the result for each side.
#[track_caller]
fn check_conflict(sides: [&[(u16, &str)]; 3], mine: &[(u16, &str)], theirs: &[(u16, &str)]) {
    let [base, here, there] = sides.map(notes);
    let (mine, theirs) = (notes(mine), notes(theirs));
    assert_eq!(Notes::joined(&base, &here, &there), Joined::Both { mine, theirs });
}

#[test]
fn notes_added_in_two_windows_both_stay() {
    check([&[(0, "a")], &[(0, "a"), (8, "b")], &[(0, "a"), (9, "c")]], &[(0, "a"), (8, "b"), (9, "c")]);
    // A note that its window put in front stays there.
    check([&[(0, "a")], &[(8, "b"), (0, "a")], &[(0, "a"), (9, "c")]], &[(8, "b"), (0, "a"), (9, "c")]);
}

#[test]
fn notes_added_under_one_id_both_stay_apart() {
    check([&[(0, "a")], &[(0, "a"), (1, "c")], &[(0, "a"), (1, "b")]], &[(0, "a"), (1, "b"), (2, "c")]);
    check([&[], &[(0, "b"), (7, "x")], &[(0, "a"), (8, "y")]], &[(0, "a"), (7, "x"), (8, "y"), (9, "b")]);
    // The last id has no id above it.
    check([&[], &[(u16::MAX, "b")], &[(u16::MAX, "a")]], &[(0, "b"), (u16::MAX, "a")]);
}

#[test]
fn note_removed_beside_an_unchanged_one_is_removed() {
    check([&[(0, "a"), (1, "b")], &[(1, "b")], &[(0, "a"), (1, "b"), (2, "c")]], &[(1, "b"), (2, "c")]);
}

#[test]
fn note_removed_beside_a_changed_one_is_a_conflict() {
    check_conflict([&[(0, "a")], &[], &[(0, "b")]], &[], &[(0, "b")]);
    check_conflict([&[(0, "a")], &[(2, "x")], &[(0, "b")]], &[(2, "x")], &[(0, "b"), (2, "x")]);
}

#[test]
fn order_of_the_side_that_reordered_holds() {
    let base: &[_] = &[(0, "a"), (1, "b"), (2, "c")];
    check(
        [base, &[(2, "c"), (0, "a"), (1, "b")], &[(0, "x"), (1, "b"), (2, "c")]],
        &[(2, "c"), (0, "x"), (1, "b")],
    );
    let (mine, theirs): (&[_], &[_]) = (&[(1, "b"), (0, "a"), (2, "c")], &[(0, "a"), (2, "c"), (1, "b")]);
    check_conflict([base, mine, theirs], mine, theirs);
}

#[test]
fn notes_that_do_not_fit_together_are_a_conflict() {
    let all = |from: u16, word: &'static str| (from..from + 60).map(|id| (id, word)).collect::<Vec<_>>();
    let (mine, theirs) = (all(0, "a"), all(100, "b"));
    check_conflict([&[], &mine, &theirs], &mine, &theirs);
    let fits = one(&notes(&[]), &notes(&mine), &notes(&theirs[..NOTE_LIMIT - 60]));
    assert_eq!(fits.all.len(), NOTE_LIMIT);
}

/// Returns the course with a log of these entries after the start.
fn course(entries: &[(i64, Change)]) -> Course {
    let entries = [(0, Change::Started)].iter().chain(entries);
    let log = entries.map(|(minute, change)| Entry { at: at(*minute), change: *change }).collect();
    Course::Begun { baseline: Baseline::of(&plan().agenda), log: Log(log) }
}

/// Asserts the clock after joining, the same from both sides; `None` for a conflict.
#[track_caller]
fn check_course([base, mine, theirs]: [Course; 3], expected: Option<Course>) {
    match (Course::joined(&base, &mine, &theirs), expected) {
        (Joined::One(joined), Some(expected)) => assert_eq!(joined, expected),
        (Joined::Both { mine: here, theirs: there }, None) => assert_eq!((here, there), (mine, theirs)),
        (joined, expected) => panic!("{joined:?} in place of {expected:?}"),
    }
}

#[test]
fn the_longer_of_two_logs_holds_if_it_continues_the_other() {
    let (paused, resumed) = ((1, Change::Paused), (2, Change::Resumed));
    check_course([Course::Planned, course(&[paused]), Course::Planned], Some(course(&[paused])));
    check_course([Course::Planned, course(&[paused]), course(&[])], Some(course(&[paused])));
    check_course(
        [course(&[]), course(&[paused, resumed]), course(&[paused])],
        Some(course(&[paused, resumed])),
    );
    check_course([course(&[paused, resumed]), course(&[paused]), course(&[])], Some(course(&[])));
}

#[test]
fn logs_that_part_ways_are_a_conflict() {
    let (paused, resumed, ended) = ((1, Change::Paused), (2, Change::Resumed), (3, Change::Ended));
    check_course([course(&[]), course(&[paused]), course(&[ended])], None);
    // An entry that one side took back, and from which the other went on.
    check_course([course(&[paused]), course(&[]), course(&[paused, resumed])], None);
    check_course([course(&[]), Course::Planned, course(&[paused])], None);
}

#[test]
fn start_beside_a_changed_agenda_is_a_conflict() {
    let base = session(Course::Planned).manager_half().unwrap().clone();
    let mut begun = base.clone();
    begun.course = course(&[]);
    begun.prepared.handshake = Some(Handshake::Together);
    let mut changed = base.clone();
    changed.plan.agenda.add(Wording::Own(text("More"))).unwrap();
    changed.notes = notes(&[(0, "a")]);
    let both = Joined::Both {
        mine: ManagerHalf { notes: changed.notes.clone(), ..begun.clone() },
        theirs: changed.clone(),
    };
    assert_eq!(ManagerHalf::joined(&base, &begun, &changed), both);
    // Another place is no reason to ask.
    changed.plan = Plan { place: None, ..plan() };
    let joined = one(&base, &begun, &changed);
    assert_eq!((joined.course, joined.plan), (begun.course, changed.plan));
}

#[test]
fn two_statements_are_one_about_the_joined_plan() {
    let base = session(Course::Planned).manager_half().unwrap().clone();
    let said = |minute, plan: &Plan| Some(Readiness { at: at(minute), plan: plan.fingerprint() });
    let mut mine = ManagerHalf { plan: Plan { place: None, ..plan() }, ..base.clone() };
    mine.prepared.ready = said(1, &mine.plan);
    let mut theirs = base.clone();
    theirs.prepared.ready = said(2, &base.plan);
    let joined = one(&base, &mine, &theirs);
    assert_eq!(joined.prepared.ready, mine.prepared.ready, "the plan is the one of this statement");
}

/// Asserts the private note after joining, the same from both sides.
#[track_caller]
fn check_private([base, mine, theirs]: [&str; 3], expected: &str) {
    let private = |note| Private { note: Text::parse(note).ok(), ..Private::default() };
    assert_eq!(one(&private(base), &private(mine), &private(theirs)), private(expected));
}

#[test]
fn private_notes_of_two_windows_keep_all_lines() {
    check_private(["", "b", "a"], "a\nb");
    check_private(["Ask", "Ask\nb", "Ask\na"], "Ask\na\nb");
    check_private(["Ask", "Ask\na", "Ask\na\nb"], "Ask\na\nb");
    check_private(["Ask\nEnd", "Ask\nb\nEnd", "Ask\na\nEnd"], "Ask\na\nb\nEnd");
    check_private(["a", "", "a b"], "a b");
    check_private(["a\nb", "b", "a"], "b\na");
}

#[test]
fn private_notes_too_long_together_are_a_conflict() {
    let private = |mark: &str| Private { note: Some(text(&mark.repeat(TEXT_LIMIT))), ..Private::default() };
    let both = Joined::Both { mine: private("b"), theirs: private("a") };
    assert_eq!(Private::joined(&Private::default(), &private("b"), &private("a")), both);
}

#[test]
fn held_note_changed_in_two_windows_stays_twice() {
    let held = |all: &[(u16, &str)]| Private {
        held: Held { notes: notes(all).all, ..Held::default() },
        ..Private::default()
    };
    let joined = one(&held(&[(3, "a")]), &held(&[(3, "c")]), &held(&[(3, "b")]));
    assert_eq!(joined, held(&[(3, "b"), (4, "c")]));
    let joined = one(&held(&[(3, "a")]), &held(&[]), &held(&[(3, "b")]));
    assert_eq!(joined, held(&[(3, "b")]));
}

#[test]
fn windows_of_different_slots_give_different_ids() {
    let ids = |taken: &[u16]| taken.iter().map(|id| NoteId(*id)).collect::<Vec<_>>();
    for taken in [&[][..], &[0], &[7], &[8], &[3, 90, 12]] {
        let free: Vec<NoteId> = (0..SLOTS).map(|slot| NoteId::free(slot, ids(taken)).unwrap()).collect();
        assert_eq!(free.iter().collect::<BTreeSet<_>>().len(), free.len());
        assert!(free.iter().all(|id| Some(id) > ids(taken).iter().max()));
    }
    assert_eq!(NoteId::free(2, ids(&[2])), Some(NoteId(10)));
    assert_eq!(NoteId::free(0, ids(&[u16::MAX])), None);
}

#[test]
fn asked_questions_keep_their_order_and_added_ones_follow() {
    let half = |names: &[&str]| {
        let asked = names.iter().map(|name| text(name)).collect();
        ManagerHalf { asked, ..session(Course::Planned).manager_half().unwrap().clone() }
    };
    let joined = one(&half(&["b", "a"]), &half(&["b", "a", "d"]), &half(&["b", "a", "c"]));
    assert_eq!(joined, half(&["b", "a", "c", "d"]));
}
