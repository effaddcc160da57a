//! The list of sessions: asked for, running, planned and held ones. It shows no counts and no rates.

use crate::domain::id::{PairId, SessionId};
use crate::domain::party::Party;
use crate::domain::record::Record;
use crate::domain::register::Register;
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::present::parts::action::Action;
use crate::present::parts::field::{FieldKind, FieldView, plain_field};
use crate::present::parts::note_list::{NoteList, add_list, earlier_row};
use crate::present::parts::notice::Notice;
use crate::present::parts::same::same_two;
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::session_row::{SessionRow, Stage, other_name, session_row, unplanned_row};
use crate::program::event::Press;
use crate::program::state::brought::Brought;
use crate::program::state::field::{Field, HomeField};
use crate::program::state::model::Model;
use crate::program::state::screen::Deletion;
use crate::program::update::earlier::{self, Earlier};
use crate::program::update::index::Index;
use crate::program::update::same::{SamePairs, others};
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// The list of sessions, of all sellers or on the page of one. On a seller's device the managers stand in the
/// sellers' place.
#[derive(Clone, Debug, PartialEq)]
pub struct HomeView {
    /// Heading of the list, which names the person on the page of one.
    pub heading: Words,
    /// Advice for a list without sessions; `None` if there are sessions.
    pub empty: Option<EmptyView>,
    /// Button that opens the form for a new session.
    pub plan: Action,
    /// Sessions, grouped by their state; groups without sessions are left out.
    pub groups: Vec<Group>,
    /// Open next steps and parked matters of the two people; empty in the list of all sellers.
    pub lists: Vec<NoteList>,
    /// Buttons that open the page of each person; `None` on such a page, and without sessions.
    pub pages: Option<PagesView>,
    /// Statement that sessions with people of one name stand together or apart. A button joins them if
    /// exactly one other pair has the name; another parts joined ones. `None` in the list of all sellers, and
    /// for a name that occurs once.
    pub same: Option<Notice>,
    /// Button that returns to the list of all sellers; `None` in that list.
    pub back: Option<Action>,
    /// Statements that a session was deleted since the list was opened, the last one at the end, each with a
    /// button to undo that; for the manager, if an invitation went out, also with one to tell the seller.
    pub deleted: Vec<DeletedView>,
    /// Statement that a file was imported, or that a link replaced something, with buttons to undo that or dismiss
    /// the statement; `None` without such a change.
    pub brought: Option<Notice>,
    /// Button that saves a file of all records; `None` if there are none.
    pub save: Option<Action>,
    /// Label of the input with which the browser opens a file.
    pub open: Words,
    /// Field into which the person pastes a link or a text code.
    pub pasted: FieldView,
    /// Button that opens the pasted link; `None` while the field is empty.
    pub paste: Option<Action>,
    /// Button that opens the form in which a seller asks for a session.
    pub ask: Action,
}

/// Statement that a session was deleted.
#[derive(Clone, Debug, PartialEq)]
pub struct DeletedView {
    /// Session that was deleted.
    pub id: SessionId,
    /// Statement with its buttons.
    pub notice: Notice,
}

/// Advice in a list without sessions.
#[derive(Clone, Debug, PartialEq)]
pub struct EmptyView {
    /// Statement that no session is booked yet.
    pub statement: Words,
    /// Advice how to begin, below the statement.
    pub advice: Words,
}

/// Buttons that open the page of each person.
#[derive(Clone, Debug, PartialEq)]
pub struct PagesView {
    /// Heading above the buttons that open the pages.
    pub heading: Words,
    /// Buttons named after a person; each opens the sessions with that person.
    pub sellers: Vec<Action>,
}

/// Sessions of the list that have the same state, such as "Held".
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// HTML id of the group's heading.
    pub id: &'static str,
    /// State of the sessions in words.
    pub heading: Words,
    /// Rows of the group: sessions to come from the nearest on, requested ones by id, all others from the
    /// latest back.
    pub rows: Vec<SessionRow>,
}

/// Groups of the list in the order of [`Stage`]: the HTML id and the words of each heading.
const GROUPS: [(&str, Message<'static>); 6] = [
    ("group-asked", Message::GroupAsked),
    ("group-on", Message::GroupOn),
    ("group-next", Message::GroupNext),
    ("group-passed", Message::GroupPassed),
    ("group-held", Message::GroupHeld),
    ("group-cancelled", Message::GroupCancelled),
];

/// Returns the notice that a file was imported, or that a link replaced something; or that a part of it stayed when
/// it was undone.
fn brought(brought: &Brought, env: &Env<'_>) -> Notice {
    let undo = Action::new(env, &Message::Undo, Press::FileUndone);
    let dismiss = Action::new(env, &Message::Dismiss, Press::FileConfirmed);
    match brought {
        Brought::File(_) => Notice::new(env.say(&Message::FileBrought), vec![undo, dismiss]),
        Brought::Link(_) => Notice::new(env.say(&Message::LinkBrought), vec![undo, dismiss]),
        Brought::Stayed => Notice::new(env.say(&Message::FileStays), vec![dismiss]),
    }
}

/// Returns the list at `now`: of all sessions for `None`, or for `pair` the page of one manager and one
/// seller.
pub(crate) fn home(model: &Model, pair: Option<PairId>, now: Instant, env: &Env<'_>) -> HomeView {
    let same = SamePairs::of(model);
    let mut groups = groups(model, pair, &same, now, env);
    if pair.is_none() {
        add_next_steps(model, env, &mut groups);
    }
    let page = pair.and_then(|pair| last_of(model, &same.all(pair), now, env));
    let heading = match &page {
        Some(context) => env.say(&Message::HomeOf { seller: &context.name(context.side.other()) }),
        None => env.say(&Message::HomeHeading),
    };
    HomeView {
        heading,
        empty: groups.is_empty().then(|| empty(env)),
        lists: page.as_ref().map(between).unwrap_or_default(),
        pages: if pair.is_none() { pages(model, &groups, &same, env) } else { None },
        same: pair.and_then(|pair| same_name(model, pair, &same, env)),
        back: pair.map(|_| Action::new(env, &Message::BackHome, Press::HomeOpened)),
        plan: Action::new(env, &Message::PlanOne, pair.map_or(Press::PlanOpened, Press::PlanWith)),
        groups,
        deleted: deleted(model, now, env),
        brought: model.brought.as_ref().map(|last| brought(last, env)),
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

/// Returns the text that the person pasted into the field for a link; empty on another screen.
fn typed_link(model: &Model) -> &str {
    model.screen.list().map_or("", |list| &list.pasted)
}

fn pasted(model: &Model, env: &Env<'_>) -> FieldView {
    let field = Field::Home(HomeField::Pasted);
    let view = plain_field(model, env, field, &Message::PastedTitle, typed_link(model));
    FieldView { kind: FieldKind::Text(Vec::new()), ..view }
}

/// Returns the sessions by their state, without empty groups: those of the two people of `pair`, or all for
/// `None`.
fn groups(model: &Model, pair: Option<PairId>, same: &SamePairs, now: Instant, env: &Env<'_>) -> Vec<Group> {
    let local = env.local(now, &model.zone);
    let pairs = pair.map(|pair| same.one(pair));
    let is_listed = |session: &&Session| pairs.is_none_or(|of| of == same.one(session.pair));
    let mut groups = Vec::new();
    for (id, heading) in &GROUPS {
        groups.push(Group { id, heading: env.say(heading), rows: Vec::new() });
    }
    let (mut rows, mut order) = (Vec::new(), Index::new());
    for session in model.sessions().filter(is_listed) {
        let (stage, row) = match SessionContext::among(model, session.id, same, local, env) {
            // The page of one seller already names that seller in its heading.
            Some(context) if pair.is_some() => session_row(&context, context.side, now),
            Some(context) => session_row(&context, context.side.other(), now),
            // A cancelled session without words of the seller is not listed, although the seller's half is kept.
            None => match unplanned_row(model, session, same, env) {
                Some(row) => row,
                None => continue,
            },
        };
        order.insert((row.begins.0, row.id.0), rows.len());
        rows.push(Some((stage, row)));
    }
    for place in order.values() {
        if let Some((stage, row)) = rows.get_mut(*place).and_then(Option::take)
            && let Some(group) = groups.get_mut(stage as usize)
        {
            group.rows.push(row);
        }
    }
    // Sessions to come stand from the nearest on, those of the past from the latest back.
    for stage in [Stage::Running, Stage::Passed, Stage::Held, Stage::Cancelled] {
        groups.get_mut(stage as usize).into_iter().for_each(|group| group.rows.reverse());
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

/// Returns a planned or begun session of the two people, under any of these pairs, to name them and list
/// their notes; `None` if there is none.
fn last_of<'a>(
    model: &'a Model,
    pairs: &[PairId],
    now: Instant,
    env: &'a Env<'a>,
) -> Option<SessionContext<'a>> {
    let sessions = model.sessions().filter(|session| pairs.contains(&session.pair));
    let last = sessions.filter(|session| session.manager_half().is_some()).last()?;
    SessionContext::of(model, last.id, now, env)
}

/// Returns the buttons that open the page of each pair with a row in `groups`, named after the other person;
/// `None` if there are none.
fn pages(model: &Model, groups: &[Group], same: &SamePairs, env: &Env<'_>) -> Option<PagesView> {
    let rows = groups.iter().flat_map(|group| &group.rows);
    let mut listed = Index::new();
    for row in rows {
        listed.insert(name(row.pair), 0);
    }
    let mut sellers = Vec::new();
    for (id, pair) in model.pairs() {
        let one = same.one(id);
        // The pair that represents all pairs of two people has the page, if its record is there.
        if (one == id || model.pair(one).is_none()) && listed.contains_key(&name(one)) {
            let seller = other_name(model, id, pair, env);
            let name = Some(env.say(&Message::HomeOf { seller: &seller }));
            sellers.push(Action { name, ..Action::labelled(seller, Press::PairOpened(id)) });
        }
    }
    (!sellers.is_empty()).then(|| PagesView { heading: env.say(&Message::Pages), sellers })
}

/// Returns the statement that other pairs of the same name are kept apart from this pair or joined with it;
/// `None` if the name occurs once.
fn same_name(model: &Model, id: PairId, same: &SamePairs, env: &Env<'_>) -> Option<Notice> {
    let name = other_name(model, id, model.pair(id)?, env);
    let is_joined = same.all(id).len() > 1;
    let joined = is_joined.then(|| same_two(env, &name, Press::PairParted(id), 1));
    let others = others(model, id);
    if others.is_empty() {
        return joined;
    }
    let mut notice = same_two(env, &name, Press::PairJoined(id), others.len());
    notice.actions.extend(joined.into_iter().flat_map(|joined| joined.actions));
    Some(notice)
}

/// Adds this person's open next steps to the first row of each other person.
fn add_next_steps(model: &Model, env: &Env<'_>, groups: &mut [Group]) {
    let mut rows: Vec<&mut SessionRow> = groups.iter_mut().flat_map(|group| &mut group.rows).collect();
    // From the last row to the first, so that the first row of a pair stays.
    let mut first = Index::new();
    for (place, row) in rows.iter().enumerate().rev() {
        first.insert(name(row.pair), place);
    }
    for earlier in earlier::open(model, None) {
        if earlier.note.by() == Some(model.side(earlier.pair))
            && let Some(row) = first.get(&name(earlier.pair)).and_then(|place| rows.get_mut(*place))
        {
            let words = earlier.note.words.as_str();
            row.lines.push(env.say(&Message::YouSaid { seller: &row.seller, words }));
        }
    }
}

/// Returns the name of a pair in an [`Index`].
fn name(pair: PairId) -> (i64, u64) {
    (0, pair.0)
}

/// Returns the statements about deleted sessions. See [`HomeView::deleted`].
fn deleted(model: &Model, now: Instant, env: &Env<'_>) -> Vec<DeletedView> {
    let deletions = model.screen.list().into_iter().flat_map(|list| &list.deletions);
    let view = |deletion: &Deletion| DeletedView {
        id: deletion.session,
        notice: deletion_notice(model, deletion, now, env),
    };
    deletions.map(view).collect()
}

/// Returns the statement that a session was deleted. The date tells two sessions with one person apart.
fn deletion_notice(model: &Model, deletion: &Deletion, now: Instant, env: &Env<'_>) -> Notice {
    let Deletion { session: id, pair, before, .. } = deletion;
    let name = |known| other_name(model, *pair, known, env);
    let seller = model.pair(*pair).map_or_else(|| env.say(&Message::SellerUnknown), name);
    let mut actions = vec![Action::new(env, &Message::Undo, Press::DeletionUndone(*id))];
    let session = before.iter().find_map(|(_, value)| value.session());
    let half = session.and_then(Session::manager_half);
    let was_sent = before.iter().any(|(_, value)| match value.register().and_then(Register::content) {
        Some(Record::Private(private)) => private.sent.is_some(),
        _ => false,
    });
    if was_sent && half.is_some() && model.side(*pair) == Party::Manager {
        let tell = Message::ShareCancelled { name: &seller };
        actions.push(Action::new(env, &tell, Press::ShareOpened(*id)));
    }
    let now = env.local(now, &model.zone);
    let when = half.map(|half| env.begins(&half.plan.schedule, &model.zone, now, Names::Short));
    let text = match &when {
        Some(when) => Message::DeletedPlanned { seller: &seller, when },
        None => Message::DeletedSession { seller: &seller },
    };
    Notice::new(env.say(&text), actions)
}

/// Returns the open next steps of the two people, the manager's first, and their parked matters.
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
    add(&Message::NextSteps, &earlier::open(context.model, None));
    add(&Message::Parked, &earlier::parked(context.model, context.session.pair));
    lists
}
