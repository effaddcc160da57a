//! The list of all people, by the date of the next session, and the page of one person with all sessions. They show
//! no counts by person and no rates.

use crate::domain::draft::Purpose;
use crate::domain::id::{PairId, SessionId};
use crate::domain::pair::SAMPLE;
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::present::parts::action::Action;
use crate::present::parts::brought_in::brought;
use crate::present::parts::came_up::{CameUpView, CameUpWith, came_up, came_up_with, lines_of_other};
use crate::present::parts::deleted::deletion_notice;
use crate::present::parts::field::{FieldKind, FieldView, plain_field};
use crate::present::parts::note_list::{NoteList, NoteRow, add_list, earlier_row};
use crate::present::parts::notice::Notice;
use crate::present::parts::own_weeks::{OwnWeeks, own_weeks};
use crate::present::parts::people::people;
use crate::present::parts::same::same_two;
use crate::present::parts::session_context::SessionContext;
pub use crate::present::parts::session_row::Group;
use crate::present::parts::session_row::{Listing, Stage, other_name, session_row, unplanned_row};
use crate::present::parts::standing::statement;
use crate::present::parts::step_list::{own_choices, shown_steps, step_lists, with_entered};
use crate::program::event::{Press, QuarterPress};
use crate::program::state::field::{Field, HomeField};
use crate::program::state::model::Model;
use crate::program::update::answering::begun;
use crate::program::update::came_up::{holds_own, is_own};
use crate::program::update::earlier::{self, Earlier};
use crate::program::update::host::is_for_one;
use crate::program::update::index::Index;
use crate::program::update::same::{SamePairs, others};
use crate::program::update::sample::is_sample;
use crate::program::update::single::text;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// The list of all people, or the page of one. On a seller's device the managers stand in the sellers' place.
#[derive(Clone, Debug, PartialEq)]
pub struct HomeView {
    /// Heading of the list, which names the person on the page of one.
    pub heading: Words,
    /// Explanation for a list without sessions; `None` if there are sessions.
    pub empty: Option<EmptyView>,
    /// Main button: opens the form for a new session; for a seller the request for one.
    pub plan: Action,
    /// In the list, the next steps of this person with buttons, then those that managers said to this person; on
    /// the page, the open next steps and parked matters of the two people.
    pub lists: Vec<NoteList>,
    /// List for the next session of the two, on the page of one person; `None` in the list of all people, and while it is
    /// covered.
    pub came_up: Option<CameUpView>,
    /// Way to the list for the next session with each person, in the list of all people; `None` on the page of one, and
    /// without people.
    pub came_up_with: Option<CameUpWith>,
    /// Sessions in groups: in the list a row for each person, by date; on the page all sessions, by state.
    /// Groups without sessions are left out.
    pub groups: Vec<Group>,
    /// Statement that sample sessions are listed, with the button that removes them; `None` without them.
    pub sample: Option<Notice>,
    /// Statement that sessions with people of one name stand together or apart. A button joins them if
    /// exactly one other pair has the name; another parts joined ones. `None` in the list of all people, and
    /// for a name that occurs once.
    pub same: Option<Notice>,
    /// Statement about the standing slot of the two, with the button that opens the slot; `None` in the list of all people,
    /// and without a slot.
    pub standing: Option<Notice>,
    /// Statement on a person's page without any session, with the button that takes the seller off the list; `None` in the
    /// list of all people, with sessions, while a line of this person waits, and on the seller's device.
    pub bare: Option<Notice>,
    /// Button that returns to the list of all people; `None` in that list.
    pub back: Option<Action>,
    /// Statements that a session was deleted since the list was opened, the last one at the end, each with a
    /// button to undo that; for the manager, if an invitation went out, also with one to tell the seller.
    pub deleted: Vec<DeletedView>,
    /// Statements that a file was imported, or that a link replaced something, the last one at the end, each with
    /// buttons to undo that or dismiss the statement.
    pub brought: Vec<Notice>,
    /// Own weeks of a manager; `None` on the page of one person, on a seller's device, and if there is nothing to count.
    pub weeks: Option<OwnWeeks>,
    /// Button that saves a file of all records; `None` if there are none.
    pub save: Option<Action>,
    /// Button that opens the form that books a quarter; `None` on the page of a pair, and for a seller.
    pub quarter: Option<Action>,
    /// Label of the input with which the browser opens a file.
    pub open: Words,
    /// Field into which the person pastes a link or a text code.
    pub pasted: FieldView,
    /// Button that opens the pasted link; `None` while the field is empty.
    pub paste: Option<Action>,
    /// The other one of the two: the request for a session, or for a seller the form for a new one. `None` where the host
    /// page is for one party.
    pub ask: Option<Action>,
}

/// Statement that a session was deleted.
#[derive(Clone, Debug, PartialEq)]
pub struct DeletedView {
    /// Session that was deleted.
    pub id: SessionId,
    /// Statement with its buttons.
    pub notice: Notice,
}

/// Explanation in a list without sessions.
#[derive(Clone, Debug, PartialEq)]
pub struct EmptyView {
    /// Statement that no session is booked yet.
    pub statement: Words,
    /// Lines that say how it works.
    pub how: Vec<Words>,
    /// Button that adds sample sessions to look around in.
    pub sample: Action,
}

/// Groups of the page in the order of [`Stage`]: the HTML id and the words of each heading.
const GROUPS: [(&str, Message<'static>); 6] = [
    ("group-asked", Message::GroupAsked),
    ("group-on", Message::GroupOn),
    ("group-next", Message::GroupNext),
    ("group-passed", Message::GroupPassed),
    ("group-held", Message::GroupHeld),
    ("group-cancelled", Message::GroupCancelled),
];

/// Returns the list at `now`: of all people for `None`, or for `pair` the page of one manager and one
/// seller.
pub(crate) fn home(model: &Model, pair: Option<PairId>, now: Instant, env: &Env<'_>) -> HomeView {
    let same = SamePairs::of(model);
    let context = pair.and_then(|pair| last_of(model, &same.all(pair), now, env));
    let (groups, lists) = match pair {
        Some(pair) => {
            let lists = context.as_ref().map(between);
            let lists = lists.unwrap_or_else(|| lines_of_other(model, pair, now, env));
            (groups(model, pair, &same, now, env), lists)
        }
        None => (people(model, &same, now, env), step_lists(model, now, env)),
    };
    let name = pair.and_then(|id| Some(other_name(model, id, model.pair(id)?, env)));
    let heading = match &name {
        Some(seller) => env.say(&Message::HomeOf { seller }),
        None => env.say(&Message::HomeHeading),
    };
    let invited = left_invitation(model, env);
    // Whoever left an invitation is a seller, of whom nothing is stored yet.
    let is_invited = invited.is_some() && groups.is_empty();
    let is_for_sellers = model.here.host.party == Some(Party::Seller) && model.pairs().next().is_none();
    let is_sellers = is_sellers(model, pair) || is_invited || is_for_sellers;
    let asks = Action::new(env, &Message::AskOne, Press::AskOpened);
    // The manager of a seller's page is nobody whom the seller coaches.
    let plan = pair.filter(|_| !is_sellers).map_or(Press::PlanOpened, Press::PlanWith);
    let plans = Action::new(env, &Message::PlanOne, plan);
    let (first, second) = if is_sellers { (asks, plans) } else { (plans, asks) };
    HomeView {
        heading,
        empty: (groups.is_empty() && pair.is_none() && !is_invited).then(|| empty(env)),
        plan: first,
        ask: (!is_for_one(model)).then_some(second),
        sample: sample(model, pair, env),
        same: pair.and_then(|pair| same_name(model, pair, &same, env)),
        standing: pair.and_then(|pair| statement(model, pair, now, env)),
        bare: pair.filter(|_| groups.is_empty()).and_then(|pair| bare(model, pair, env)),
        back: pair.map(|_| Action::new(env, &Message::BackHome, Press::HomeOpened)),
        came_up: pair.and_then(|pair| came_up(model, pair, &same, now, env)),
        came_up_with: if pair.is_none() { came_up_with(&groups, env) } else { None },
        groups,
        lists,
        deleted: deleted(model, now, env),
        brought: brought(model, now, env).into_iter().chain(invited).collect(),
        weeks: if pair.is_none() { own_weeks(model, now, env) } else { None },
        save: (!model.kept.is_empty()).then(|| Action::new(env, &Message::SaveFile, Press::FileAsked)),
        quarter: (pair.is_none() && !is_sellers)
            .then(|| Action::new(env, &Message::QuarterOpen, Press::Quarter(QuarterPress::Opened))),
        open: env.say(&Message::OpenFile),
        pasted: pasted(model, env),
        paste: (!text(model, Purpose::Pasted).trim().is_empty())
            .then(|| Action::new(env, &Message::OpenIt, Press::PastedOpened)),
    }
}

/// Returns the statement that an invitation was left without an answer; `None` otherwise.
fn left_invitation(model: &Model, env: &Env<'_>) -> Option<Notice> {
    let is_left = model.screen.list().is_some_and(|list| list.left_invitation);
    // The notice of a half-typed answer leads back to the invitation.
    (is_left && begun(model).is_empty()).then(|| Notice::new(env.say(&Message::InvitationLeft), Vec::new()))
}

/// Returns true if this person is a seller and nothing else: in the pair of the page, or in all pairs.
fn is_sellers(model: &Model, pair: Option<PairId>) -> bool {
    let mut of = model.pairs().map(|(id, _)| id).filter(|id| pair.is_none_or(|pair| pair == *id)).peekable();
    of.peek().is_some() && of.all(|id| model.side(id) == Party::Seller)
}

fn empty(env: &Env<'_>) -> EmptyView {
    let how = [Message::HowPlan, Message::HowTopic, Message::HowHold];
    EmptyView {
        statement: env.say(&Message::HomeEmpty),
        how: how.iter().map(|line| env.say(line)).collect(),
        sample: Action::new(env, &Message::SampleOpen, Press::SampleOpened),
    }
}

/// Returns the statement that sample sessions are shown, with the button that removes them; `None` without them.
fn sample(model: &Model, pair: Option<PairId>, env: &Env<'_>) -> Option<Notice> {
    let is_shown = pair.is_none_or(|pair| pair == SAMPLE) && is_sample(model, env, SAMPLE);
    let is_there = is_shown && model.sessions().any(|session| session.pair == SAMPLE);
    let remove = Action::new(env, &Message::SampleRemove, Press::SampleRemoved);
    is_there.then(|| Notice::new(env.say(&Message::SampleTold), vec![remove]))
}

/// Returns the statement on the page of a seller without any session. See [`HomeView::bare`].
fn bare(model: &Model, id: PairId, env: &Env<'_>) -> Option<Notice> {
    let pair = model.pair(id).filter(|_| model.side(id) == Party::Manager && !holds_own(model, id))?;
    let seller = &other_name(model, id, pair, env);
    let off = Action::new(env, &Message::TakeOff { seller }, Press::SellerTakenOff(id));
    Some(Notice::new(env.say(&Message::NothingWith { seller }), vec![off]))
}

fn pasted(model: &Model, env: &Env<'_>) -> FieldView {
    let field = Field::Home(HomeField::Pasted);
    let view = plain_field(model, env, field, &Message::PastedTitle, text(model, Purpose::Pasted));
    FieldView { kind: FieldKind::Text(Vec::new()), ..view }
}

/// Returns the sessions of the two people of `pair` by their state, without empty groups.
fn groups(model: &Model, pair: PairId, same: &SamePairs, now: Instant, env: &Env<'_>) -> Vec<Group> {
    let local = env.local(now, &model.zone);
    let of = same.one(pair);
    let mut groups = Vec::new();
    for (id, heading) in &GROUPS {
        groups.push(Group { id, heading: env.say(heading), rows: Vec::new() });
    }
    let (mut rows, mut order) = (Vec::new(), Index::new());
    for session in model.sessions().filter(|session| of == same.one(session.pair)) {
        let (stage, row) = match SessionContext::among(model, session.id, same, local, env) {
            Some(context) => session_row(&context, Listing::Page, now),
            // A cancelled session without words of the seller is not listed, although the seller's half is kept.
            None => match unplanned_row(model, session, same, Listing::Page, env) {
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

/// Returns the statements about deleted sessions. See [`HomeView::deleted`].
fn deleted(model: &Model, now: Instant, env: &Env<'_>) -> Vec<DeletedView> {
    let deletions = model.screen.list().into_iter().flat_map(|list| &list.deletions);
    let mut views = Vec::new();
    // The sample goes by one press, and comes back by one.
    let is_gone = is_sample(model, env, SAMPLE) && !model.sessions().any(|session| session.pair == SAMPLE);
    let mut sample = None;
    for deletion in deletions {
        let id = deletion.session;
        if is_gone && deletion.pair == SAMPLE {
            let undo = Action::new(env, &Message::Undo, Press::SampleRestored);
            sample = Some(DeletedView { id, notice: Notice::new(env.say(&Message::SampleGone), vec![undo]) });
        } else {
            views.push(DeletedView { id, notice: deletion_notice(model, deletion, now, env) });
        }
    }
    views.extend(sample);
    views
}

/// Returns the open next steps of the two people, the manager's first, and their parked matters.
fn between(context: &SessionContext<'_>) -> Vec<NoteList> {
    let mut lists = Vec::new();
    let mut add = |heading: &Message<'_>, notes: &[Earlier<'_>]| {
        let mut rows = Vec::new();
        for &by in &[Some(Party::Manager), Some(Party::Seller), None] {
            for earlier in notes {
                if earlier.pair == context.pair && earlier.note.by() == by {
                    let other = context.name(context.side.other());
                    let choices = own_choices(
                        context.model,
                        earlier.session,
                        earlier.note,
                        earlier.is_old,
                        &other,
                        context.env,
                    );
                    let row = earlier_row(context, earlier, choices);
                    let (session, note) = (earlier.session, earlier.note);
                    let more = with_entered(context.model, session, note, row.more, context.env);
                    rows.push(NoteRow { more, ..row });
                }
            }
        }
        add_list(context, &mut lists, heading, rows);
    };
    add(&Message::NextSteps, &shown_steps(context.model));
    // The own lines stand below their field.
    let mut parked = earlier::parked(context.model, context.session.pair);
    parked.retain(|earlier| !is_own(context.model, earlier.session));
    add(&Message::Parked, &parked);
    lists
}
