//! The list of sessions: running, planned and held ones. It shows no counts and no rates.

use std::cmp::Ordering;

use crate::domain::id::PairId;
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::present::parts::action::Action;
use crate::present::parts::field::{FieldKind, FieldView, plain_field};
use crate::present::parts::note_list::{NoteList, add_list, earlier_row};
use crate::present::parts::notice::Notice;
use crate::present::parts::same::same_two;
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::session_row::{SessionRow, Stage, other_name, requested_row, session_row};
use crate::program::event::Press;
use crate::program::state::field::{Field, HomeField};
use crate::program::state::model::Model;
use crate::program::state::screen::Deletion;
use crate::program::update::promise::{self, Earlier};
use crate::program::update::same;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// The list of sessions, of all sellers or of one.
#[derive(Clone, Debug, PartialEq)]
pub struct HomeView {
    /// The heading.
    pub heading: Words,
    /// The words of an empty list, and the advice how to begin.
    pub empty: Option<EmptyView>,
    /// The action that plans a session.
    pub plan: Action,
    /// The sessions, grouped by their state.
    pub groups: Vec<Group>,
    /// The open promises and parked notes of the two, on the page of one seller.
    pub lists: Vec<NoteList>,
    /// The heading above the seller pages, and the action that opens each.
    pub pages: Option<PagesView>,
    /// The statement that pairs of one name are separate or joined, and the actions that change this; on the
    /// page of one seller.
    pub same: Option<Notice>,
    /// The action that returns to the list of all sellers, on the page of one seller.
    pub back: Option<Action>,
    /// The statement that a session was deleted, with the actions that restore it or tell the seller.
    pub deleted: Option<Notice>,
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

/// The words of a list without sessions.
#[derive(Clone, Debug, PartialEq)]
pub struct EmptyView {
    /// The statement that there is no session yet.
    pub statement: Words,
    /// The advice how to begin.
    pub advice: Words,
}

/// The buttons that open the page of each seller.
#[derive(Clone, Debug, PartialEq)]
pub struct PagesView {
    /// The heading.
    pub heading: Words,
    /// A button for each seller.
    pub sellers: Vec<Action>,
}

/// Sessions of the same state.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The id of the heading in the markup.
    pub id: &'static str,
    /// The state in words.
    pub heading: Words,
    /// The sessions in order.
    pub rows: Vec<SessionRow>,
}

/// The groups in the order of [`Stage`]: the id in the markup, and the heading.
const GROUPS: [(&str, Message<'static>); 5] = [
    ("group-asked", Message::GroupAsked),
    ("group-on", Message::GroupOn),
    ("group-next", Message::GroupNext),
    ("group-passed", Message::GroupPassed),
    ("group-held", Message::GroupHeld),
];

/// Returns the list at `now`, of all sessions or of those of `pair`.
pub(crate) fn home(model: &Model, pair: Option<PairId>, now: Instant, env: &Env<'_>) -> HomeView {
    let mut groups = groups(model, pair, now, env);
    if pair.is_none() {
        add_promises(model, env, &mut groups);
    }
    let page = pair.and_then(|pair| last_of(model, pair, now, env));
    let heading = match &page {
        Some(context) => env.say(&Message::HomeOf { seller: &context.name(context.side.other()) }),
        None => env.say(&Message::HomeHeading),
    };
    HomeView {
        heading,
        empty: groups.is_empty().then(|| empty(env)),
        lists: page.as_ref().map(between).unwrap_or_default(),
        pages: if pair.is_none() { pages(model, &groups, env) } else { None },
        same: pair.and_then(|pair| same_name(model, pair, env)),
        back: pair.map(|_| Action::new(env, &Message::BackHome, Press::HomeOpened)),
        plan: Action::new(env, &Message::PlanOne, Press::PlanOpened),
        groups,
        deleted: deleted(model, env),
        brought: model.screen.list().is_some_and(|list| list.brought).then(|| env.say(&Message::FileBrought)),
        save: (!model.kept.is_empty()).then(|| Action::new(env, &Message::SaveFile, Press::FileAsked)),
        open: env.say(&Message::OpenFile),
        pasted: pasted(model, env),
        paste: (!typed_link(model).trim().is_empty())
            .then(|| Action::new(env, &Message::OpenIt, Press::PastedOpened)),
        ask: Action::new(env, &Message::AskOne, Press::AskOpened),
    }
}

fn empty(env: &Env<'_>) -> EmptyView {
    EmptyView { statement: env.say(&Message::HomeEmpty), advice: env.say(&Message::HomeEmptyHow) }
}

/// Returns the pasted text in which a link is looked for.
fn typed_link(model: &Model) -> &str {
    model.screen.list().map_or("", |list| &list.pasted)
}

fn pasted(model: &Model, env: &Env<'_>) -> FieldView {
    let field = Field::Home(HomeField::Pasted);
    let view = plain_field(model, env, field, &Message::PastedTitle, typed_link(model));
    FieldView { kind: FieldKind::Text(Vec::new()), ..view }
}

/// Returns the sessions by their stage, without empty groups.
fn groups(model: &Model, pair: Option<PairId>, now: Instant, env: &Env<'_>) -> Vec<Group> {
    let pairs = pair.map(|pair| same::all(model, pair));
    let is_listed = |session: &&Session| pairs.as_ref().is_none_or(|of| of.contains(&session.pair));
    let mut groups = Vec::new();
    for (id, heading) in &GROUPS {
        groups.push(Group { id, heading: env.say(heading), rows: Vec::new() });
    }
    for session in model.sessions().filter(is_listed) {
        let (stage, row) = match SessionContext::of(model, session.id, now, env) {
            // The page of one seller already names that seller in its heading.
            Some(context) if pair.is_some() => session_row(&context, context.side, now),
            Some(context) => session_row(&context, context.side.other(), now),
            None if session.manager.is_absent() => (Stage::Asked, requested_row(model, session, env)),
            // A cancelled session is not listed, although the seller's half is kept.
            None => continue,
        };
        if let Some(group) = groups.get_mut(stage as usize) {
            insert(&mut group.rows, row, stage);
        }
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

/// Inserts a row in order: sessions to come from the nearest on, all others from the latest back.
fn insert(rows: &mut Vec<SessionRow>, row: SessionRow, stage: Stage) {
    let before = match stage {
        Stage::Asked => return rows.push(row),
        Stage::Next => Ordering::Less,
        Stage::Running | Stage::Passed | Stage::Held => Ordering::Greater,
    };
    let order = |other: &SessionRow| (row.begins, row.id).cmp(&(other.begins, other.id));
    let place = rows.iter().position(|other| order(other) == before).unwrap_or(rows.len());
    rows.insert(place, row);
}

/// Returns the last stored session of the two people.
fn last_of<'a>(model: &'a Model, pair: PairId, now: Instant, env: &'a Env<'a>) -> Option<SessionContext<'a>> {
    let pairs = same::all(model, pair);
    let sessions = model.sessions().filter(|session| pairs.contains(&session.pair));
    sessions.filter_map(|session| SessionContext::of(model, session.id, now, env)).last()
}

/// Returns the buttons that open the page of each listed seller; `None` if there are none.
fn pages(model: &Model, groups: &[Group], env: &Env<'_>) -> Option<PagesView> {
    let is_listed = |pair| groups.iter().flat_map(|group| &group.rows).any(|row| row.pair == pair);
    let mut sellers = Vec::new();
    for (id, pair) in model.pairs() {
        let one = same::one(model, id);
        // The pair that represents all pairs of two people has the page, if its record is there.
        if (one == id || model.pair(one).is_none()) && is_listed(one) {
            let seller = other_name(model, id, pair, env);
            let name = Some(env.say(&Message::HomeOf { seller: &seller }));
            sellers.push(Action { name, ..Action::labelled(seller, Press::PairOpened(id)) });
        }
    }
    (!sellers.is_empty()).then(|| PagesView { heading: env.say(&Message::Pages), sellers })
}

/// Returns the statement that other pairs of the same name are separate from this pair or joined with it.
fn same_name(model: &Model, id: PairId, env: &Env<'_>) -> Option<Notice> {
    let name = other_name(model, id, model.pair(id)?, env);
    let is_joined = same::all(model, id).len() > 1;
    let joined = is_joined.then(|| same_two(env, &name, Press::PairParted(id), 1));
    let others = same::others(model, id);
    if others.is_empty() {
        return joined;
    }
    let mut notice = same_two(env, &name, Press::PairJoined(id), others.len());
    notice.actions.extend(joined.into_iter().flat_map(|joined| joined.actions));
    Some(notice)
}

/// Adds this person's open promises to the first row of each pair.
fn add_promises(model: &Model, env: &Env<'_>, groups: &mut [Group]) {
    for earlier in promise::open(model, None) {
        let mut rows = groups.iter_mut().flat_map(|group| &mut group.rows);
        if earlier.note.by() == Some(model.side(earlier.pair))
            && let Some(row) = rows.find(|row| row.pair == earlier.pair)
        {
            let words = earlier.note.words.as_str();
            row.lines.push(env.say(&Message::YouPromised { seller: &row.seller, words }));
        }
    }
}

/// Returns the statement that a session was deleted, with the actions that restore it or tell the seller.
fn deleted(model: &Model, env: &Env<'_>) -> Option<Notice> {
    let Deletion { pair, before } = model.screen.list()?.deletion.as_ref()?;
    let name = |known| other_name(model, *pair, known, env);
    let seller = model.pair(*pair).map_or_else(|| env.say(&Message::SellerUnknown), name);
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
    Some(Notice { text: env.say(&Message::DeletedSession { seller: &seller }), actions })
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
