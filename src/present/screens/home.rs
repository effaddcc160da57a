//! The list of sessions: running, planned and held ones. It shows no counts and no rates.

use crate::present::parts::action::Action;
use crate::present::parts::field::plain_field;
use crate::present::parts::field::{FieldKind, FieldView};
use crate::present::parts::note_list::{NoteList, add_list, earlier_row};
use crate::present::parts::same::same_two;
use crate::present::parts::session_context::SessionContext;
use std::cmp::Ordering;

use crate::domain::half::Course;
use crate::domain::id::{PairId, SessionId};
use crate::domain::pair::Pair;
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::time::{Instant, total};
use crate::domain::topic::Topic;
use crate::program::event::Press;
use crate::program::state::field::{Field, HomeField};
use crate::program::state::model::{Model, Undo};
use crate::program::update::promise::{self, Earlier};
use crate::program::update::same;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};
use crate::timer::reading::{Phase, reading};

/// The list of sessions, of all sellers or of one.
#[derive(Clone, Debug, PartialEq)]
pub struct HomeView {
    /// The heading.
    pub heading: Words,
    /// The words of an empty list, and the advice how to begin.
    pub empty: Option<(Words, Words)>,
    /// The action that plans a session.
    pub plan: Action,
    /// The sessions, grouped by their state.
    pub groups: Vec<Group>,
    /// The open promises and parked notes of the two, on the page of one seller.
    pub lists: Vec<NoteList>,
    /// The heading above the seller pages, and the action that opens each.
    pub pages: Option<(Words, Vec<Action>)>,
    /// The statement that pairs of one name are separate or joined, and the actions that change this; on the
    /// page of one seller.
    pub same: Option<(Words, Vec<Action>)>,
    /// The action that returns to the list of all sellers, on the page of one seller.
    pub back: Option<Action>,
    /// The statement that a session was deleted, with the actions that restore it or tell the seller.
    pub deleted: Option<(Words, Vec<Action>)>,
    /// The statement that a file was taken in.
    pub brought: Option<Words>,
    /// The action that saves a file of everything, if anything is stored.
    pub save: Option<Action>,
    /// The label of the field that opens a file.
    pub open: Words,
    /// The field into which a link or a code is pasted.
    pub pasted: FieldView,
    /// The action that opens the pasted link, once the field holds one.
    pub paste: Option<Action>,
    /// The action by which a seller asks for a session.
    pub ask: Action,
}

/// Sessions of the same state.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The id of the heading in the markup.
    pub id: &'static str,
    /// The state in words.
    pub heading: Words,
    /// The sessions in order.
    pub rows: Vec<Row>,
}

/// A session in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The id of the session.
    pub id: SessionId,
    /// The pair whose session it is.
    pub pair: PairId,
    /// The actual start, or the planned one.
    pub begins: Instant,
    /// The name of the other person.
    pub seller: Words,
    /// The start in words.
    pub when: Words,
    /// The coaching type, the minutes and the place.
    pub detail: Words,
    /// The action that opens the session.
    pub open: Action,
    /// The action that deletes the session.
    pub delete: Action,
    /// The topics in the seller's words, and the open promises of this person. The promises stand in the
    /// first row of the pair.
    pub lines: Vec<Words>,
}

/// The state of a session, in the order of the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    Asked,
    On,
    Next,
    Passed,
    Held,
}

/// The groups in the order of [`Stand`]: the id in the markup, and the heading.
const GROUPS: [(&str, Message<'static>); 5] = [
    ("group-asked", Message::GroupAsked),
    ("group-on", Message::GroupOn),
    ("group-next", Message::GroupNext),
    ("group-passed", Message::GroupPassed),
    ("group-held", Message::GroupHeld),
];

/// Returns the list at `now`, of all sessions or of those of `pair`.
pub(crate) fn home(model: &Model, pair: Option<PairId>, now: Instant, env: &Env<'_>) -> HomeView {
    let mut groups = Vec::new();
    for (id, heading) in &GROUPS {
        groups.push(Group { id, heading: env.say(heading), rows: Vec::new() });
    }
    let mut heading = env.say(&Message::HomeHeading);
    let mut lists = Vec::new();
    let pairs = pair.map(|pair| same::all(model, pair));
    for session in
        model.sessions().filter(|session| pairs.as_ref().is_none_or(|of| of.contains(&session.pair)))
    {
        let Some(context) = SessionContext::of(model, session.id, now, env) else {
            // A cancelled session is not listed, although the seller's half is kept.
            if let Some(group) = groups.get_mut(Stand::Asked as usize).filter(|_| session.manager.is_absent())
            {
                group.rows.push(asked(model, session, env));
            }
            continue;
        };
        let (stand, mut row) = row(&context, now);
        if pair.is_some() {
            // On this page the heading already names the seller.
            heading = env.say(&Message::HomeOf { seller: &context.name(context.side.other()) });
            row.seller = context.name(context.side);
            row.open.label = row.seller.clone();
            lists = between(&context);
        }
        if let Some(Group { rows, .. }) = groups.get_mut(stand as usize) {
            // Planned sessions run from the nearest on, held ones from the latest back.
            let first = if stand == Stand::Next { Ordering::Less } else { Ordering::Greater };
            let order = |other: &Row| (row.begins, row.id).cmp(&(other.begins, other.id));
            let place = rows.iter().position(|other| order(other) == first).unwrap_or(rows.len());
            rows.insert(place, row);
        }
    }
    groups.retain(|group| !group.rows.is_empty());
    let mut pages = Vec::new();
    if pair.is_none() {
        owe(model, env, &mut groups);
        for (id, of) in model.pairs() {
            let one = same::one(model, id);
            // The pair that represents all pairs of two people has the page, if its record is there.
            if (one == id || model.pair(one).is_none()) && first_of(&mut groups, one).is_some() {
                let seller = other(model, id, of, env);
                let seller = &*seller;
                let name = Some(env.say(&Message::HomeOf { seller }));
                let press = Press::PairOpened(id);
                pages.push(Action { label: seller.into(), name, press, is_off: false });
            }
        }
    }
    let empty = groups.is_empty().then(|| (env.say(&Message::HomeEmpty), env.say(&Message::HomeEmptyHow)));
    HomeView {
        heading,
        lists,
        pages: (!pages.is_empty()).then(|| (env.say(&Message::Pages), pages)),
        same: pair.and_then(|pair| said_same(model, pair, env)),
        back: pair.map(|_| Action::new(env, &Message::BackHome, Press::HomeOpened)),
        empty,
        plan: Action::new(env, &Message::PlanOne, Press::PlanOpened),
        groups,
        deleted: deleted(model, env),
        brought: model.brought.then(|| env.say(&Message::FileBrought)),
        save: (!model.kept.is_empty()).then(|| Action::new(env, &Message::SaveFile, Press::FileAsked)),
        open: env.say(&Message::OpenFile),
        pasted: FieldView {
            kind: FieldKind::Text(Vec::new()),
            ..plain_field(model, env, Field::Home(HomeField::Pasted), &Message::PastedTitle, &model.pasted)
        },
        paste: (!model.pasted.trim().is_empty())
            .then(|| Action::new(env, &Message::OpenIt, Press::PastedOpened)),
        ask: Action::new(env, &Message::AskOne, Press::AskOpened),
    }
}

/// Returns the statement that other pairs of the same name are separate from this pair or joined with it.
fn said_same(model: &Model, id: PairId, env: &Env<'_>) -> Option<(Words, Vec<Action>)> {
    let name = other(model, id, model.pair(id)?, env);
    let mut said = None;
    if same::all(model, id).len() > 1 {
        said = Some(same_two(env, &name, Press::PairParted(id), 1));
    }
    let others = same::others(model, id);
    if !others.is_empty() {
        let (told, mut ways) = same_two(env, &name, Press::PairJoined(id), others.len());
        ways.extend(said.into_iter().flat_map(|(_, ways)| ways));
        said = Some((told, ways));
    }
    said
}

/// Returns the name of the other person of a pair.
fn other(model: &Model, id: PairId, pair: &Pair, env: &Env<'_>) -> Words {
    match (model.side(id), &pair.manager) {
        (Party::Manager, _) => pair.seller.as_str().into(),
        (Party::Seller, Some(name)) => name.as_str().into(),
        (Party::Seller, None) => env.say(&Message::ManagerUnknown),
    }
}

/// Returns the row of a session that a seller asked for and nobody has planned. The seller can send it again;
/// the manager can plan it.
fn asked(model: &Model, session: &Session, env: &Env<'_>) -> Row {
    let unknown = || env.say(&Message::SellerUnknown);
    let who = model.pair(session.pair).map_or_else(unknown, |pair| other(model, session.pair, pair, env));
    let topic = session.seller_half().and_then(|half| half.topics.first());
    let press = match model.side(session.pair) {
        Party::Manager => Press::AskPlanned(session.id),
        Party::Seller => Press::ShareOpened(session.id),
    };
    let delete = Message::RowDelete { seller: &who, when: &env.say(&Message::GroupAsked) };
    Row {
        id: session.id,
        pair: same::one(model, session.pair),
        begins: Instant(0),
        seller: who.clone(),
        when: Words::default(),
        detail: topic.map_or("", |topic| topic.words.as_str()).into(),
        open: Action { label: who.clone(), name: None, press, is_off: false },
        delete: Action::named(env, &Message::Delete, &delete, Press::SessionDeleted(session.id)),
        lines: Vec::new(),
    }
}

/// Adds this person's open promises to the first row of each pair.
fn owe(model: &Model, env: &Env<'_>, groups: &mut [Group]) {
    for earlier in promise::open(model, None) {
        if earlier.note.by() == Some(model.side(earlier.pair))
            && let Some(row) = first_of(groups, earlier.pair)
        {
            let words = earlier.note.words.as_str();
            row.lines.push(env.say(&Message::YouPromised { seller: &row.seller, words }));
        }
    }
}

/// Returns the first row of that pair.
fn first_of(groups: &mut [Group], pair: PairId) -> Option<&mut Row> {
    for group in groups {
        for row in &mut group.rows {
            if row.pair == pair {
                return Some(row);
            }
        }
    }
    None
}

fn deleted(model: &Model, env: &Env<'_>) -> Option<(Words, Vec<Action>)> {
    let Some(Undo::Deletion { pair, before }) = model.undo.last() else { return None };
    let context = model.pair(*pair);
    let unknown = || env.say(&Message::SellerUnknown);
    let seller = context.map_or_else(unknown, |context| other(model, *pair, context, env));
    let mut actions = vec![Action::new(env, &Message::Undo, Press::Undone)];
    let session = before.iter().find_map(|(_, value)| value.session());
    let was_sent = session.filter(|session| {
        let invited = session.manager_half().is_some_and(|half| half.prepared.invited.is_some());
        invited && model.side(*pair) == Party::Manager
    });
    if let Some(session) = was_sent {
        let tell = Message::ShareCancelled { name: &seller };
        actions.push(Action::new(env, &tell, Press::ShareOpened(session.id)));
    }
    Some((env.say(&Message::DeletedSession { seller: &seller }), actions))
}

/// Returns the topics in the seller's words.
fn brings(context: &SessionContext<'_>) -> Vec<Words> {
    let (topics, parked) = context.session.topics();
    let mut lines = Vec::new();
    let mut add = |topic: &Topic, label: &str| {
        lines.push(context.env.say(&Message::Labelled { label, words: topic.words.as_str() }));
    };
    for topic in topics {
        add(topic, &context.seller);
    }
    for topic in parked {
        add(topic, &context.env.say(&Message::TopicParked));
    }
    lines
}

/// Returns the open promises of the two, the manager's first, and their parked notes.
fn between(context: &SessionContext<'_>) -> Vec<NoteList> {
    let mut lists = Vec::new();
    let mut add = |heading: &Message<'_>, notes: &[Earlier<'_>]| {
        let mut rows = Vec::new();
        for &by in &[Some(Party::Manager), Some(Party::Seller), None] {
            for earlier in notes {
                if earlier.pair == context.pair && earlier.note.by() == by {
                    rows.push(earlier_row(context, earlier, Vec::new()));
                }
            }
        }
        add_list(context, &mut lists, heading, rows);
    };
    add(&Message::Promises, &promise::open(context.model, None));
    add(&Message::Parked, &promise::parked(context.model, context.session.pair));
    lists
}

fn row(context: &SessionContext<'_>, now: Instant) -> (Stand, Row) {
    let env = context.env;
    let plan = &context.half.plan;
    let zone = &context.model.zone;
    let coaching_type = env.wording(&plan.coaching_type.name);
    let planned = |minutes| {
        let place = context.place();
        env.say(&Message::RowDetail {
            coaching_type: &coaching_type,
            minutes,
            place: place.as_ref().map(|place| &*place.text),
        })
    };
    let begins = context.begins();
    let (stand, shown, detail) = match &context.half.course {
        Course::Planned => {
            let passed = now >= begins.plus(plan.minutes.span());
            (if passed { Stand::Passed } else { Stand::Next }, begins, planned(plan.minutes))
        }
        Course::Begun { baseline, log } => {
            let reading = reading(baseline, log, now);
            let began = reading.started.unwrap_or(begins);
            let planned_minutes = total(reading.items.iter().map(|item| item.planned));
            if reading.phase == Phase::Ended {
                let spent = reading.spent().rounded_minutes();
                let detail =
                    Message::RowHeld { coaching_type: &coaching_type, spent, planned: planned_minutes };
                (Stand::Held, began, env.say(&detail))
            } else {
                (Stand::On, began, planned(planned_minutes))
            }
        }
    };
    let local = env.local(shown, zone).unwrap_or(plan.schedule.local);
    let when = env.date_time(local, context.now, Names::Short);
    let who = context.name(context.side.other());
    let delete = Message::RowDelete { seller: &who, when: &when };
    let row = Row {
        id: context.id,
        pair: context.pair,
        begins: shown,
        seller: who.clone(),
        detail,
        open: Action {
            label: who.clone(),
            name: None,
            press: Press::SessionOpened(context.id),
            is_off: false,
        },
        delete: Action::named(env, &Message::Delete, &delete, Press::SessionDeleted(context.id)),
        when,
        lines: if stand == Stand::Held { Vec::new() } else { brings(context) },
    };
    (stand, row)
}
