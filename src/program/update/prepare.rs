//! The preparation of a party for a session: texts, ticks and readiness.

use super::accept::accept;
use super::alone::{give, take_back};
use super::checklist::line_of;
use super::close;
use super::complaint::complain;
use super::link::has_own_device;
use super::note::park_the_rest;
use super::screen::put_up;
use super::seller_zone::own_zone;
use super::sheet::{Checked, bring_together, checked, ensure_shared_topic, seller_half_of, stored_sheet};
use super::sheet_join::free_topic_id;
use crate::domain::draft::{PreparationDraft, Purpose, TopicDraft};
use crate::domain::evidence::{EVIDENCE_LIMIT, Source};
use crate::domain::half::{Course, ManagerHalf, SellerHalf};
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::phrase::WordingKey;
use crate::domain::plan::Plan;
use crate::domain::private::Private;
use crate::domain::readiness::Readiness;
use crate::domain::time::Instant;
use crate::domain::topic::TOPIC_LIMIT;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::field::{Field, Holdable, PrepareField};
use crate::program::state::model::Model;
use crate::text::Env;
use crate::timer::reading::reading;

/// Opens the screen on which the party confirms to hold the device, before any private text shows. On the
/// seller's device, and while the two write topics down together, opens the next screen at once.
pub(super) fn hand_over(
    model: &mut Model,
    now: Instant,
    id: SessionId,
    party: Party,
    effects: &mut Vec<Effect>,
) {
    let is_own = model.session(id).is_some_and(|session| model.side(session.pair) == Party::Seller);
    put_up(model, Screen::HandOver(id, party), effects);
    // The seller's device has one user, and so has the manager's before the session, if the seller answered from an own one.
    // Text that the two write together during the session is for both.
    let is_planned = model.half(id).is_some_and(ManagerHalf::is_planned);
    let is_alone =
        party == Party::Manager && is_planned && model.handed.is_none() && has_own_device(model, id);
    if is_own || is_alone || is_before_answers(model, now, id) {
        begin(model, now, effects);
    } else if party == Party::Seller {
        give(model, id);
    }
}

/// Returns true while the session runs and is not at its last item: then the two write down topics, and do
/// not answer at the close yet. Always false on the seller's device.
fn is_before_answers(model: &Model, now: Instant, id: SessionId) -> bool {
    let Some(session) = model.session(id).filter(|session| model.side(session.pair) == Party::Manager) else {
        return false;
    };
    match session.manager_half().map(|half| &half.course) {
        Some(Course::Begun { baseline, log }) => reading(baseline, log, now).next().is_some(),
        _ => false,
    }
}

/// Shows a covered sheet again. On the screen that hands the device over, opens the preparation of its party,
/// or their answers once it is time for the close.
pub(super) fn begin(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    // A screen that was covered by a reload is shown again, with its draft.
    let address = model.screen.address();
    if let Screen::HandOver(_, Party::Manager)
    | Screen::Prepare(_, Party::Manager)
    | Screen::Close(_, Party::Manager)
    | Screen::Own(_, Party::Manager) = address
    {
        take_back(model);
    }
    if model.screen.sheet_mut().is_some_and(|sheet| std::mem::take(&mut sheet.is_covered)) {
        return move_focus(effects, Focus::Heading);
    }
    let Screen::HandOver(id, party) = address else { return };
    let Some(session) = model.session(id) else { return };
    // A party prepares before the session, and answers at the close once the session has begun.
    let agrees = is_before_answers(model, now, id);
    if session.manager_half().is_some_and(|half| !half.is_planned()) && !agrees {
        return close::begin(model, id, party, effects);
    }
    if agrees && party == Party::Manager {
        // The session was started in another window. The two write what they agree on into the seller's half.
        return put_up(model, Screen::Session(id), effects);
    }
    if agrees {
        return open_agreed(model, id, effects);
    }
    let (preparing, _) = stored_sheet(model, id, party, false);
    put_up(model, Screen::Prepare(id, party), effects);
    model.drafts.resume(Purpose::Preparation(id, party), preparing);
}

/// Opens the sheet on which the two write topics down while the session runs.
pub(super) fn open_agreed(model: &mut Model, id: SessionId, effects: &mut Vec<Effect>) {
    let (preparing, _) = stored_sheet(model, id, Party::Seller, true);
    put_up(model, Screen::Prepare(id, Party::Seller), effects);
    model.drafts.resume(Purpose::Preparation(id, Party::Seller), preparing);
    if let Some(sheet) = model.screen.sheet_mut() {
        sheet.is_agreed = true;
    }
}

/// Opens the page on which the party reads again what stays private about the session; covered, unless the device is the
/// seller's, whom nobody sits beside.
pub(super) fn read_again(model: &mut Model, id: SessionId, party: Party, effects: &mut Vec<Effect>) {
    let is_sellers = model.session(id).is_some_and(|session| model.side(session.pair) == Party::Seller);
    put_up(model, Screen::Own(id, party), effects);
    if let Some(sheet) = model.screen.sheet_mut() {
        sheet.is_covered = !is_sellers;
    }
    if party == Party::Seller && !is_sellers {
        give(model, id);
    }
}

/// Returns the draft of the open preparation for editing, and marks it as typed; `None` on another screen.
fn edited(model: &mut Model) -> Option<&mut PreparationDraft> {
    let Screen::Prepare(id, party) = model.screen.address() else { return None };
    model.drafts.edit(Purpose::Preparation(id, party))
}

/// Stores the typed text of a field in the open preparation, letter for letter.
pub(super) fn typed(model: &mut Model, field: PrepareField, text: String) {
    let Some(preparing) = edited(model) else { return };
    let place = match field {
        PrepareField::Topic(at) => preparing.topics.get_mut(usize::from(at)).map(|topic| &mut topic.words),
        PrepareField::WorkedIf(at) => {
            preparing.topics.get_mut(usize::from(at)).map(|topic| &mut topic.worked_if)
        }
        PrepareField::Evidence(at) => preparing.evidence.get_mut(usize::from(at)).map(|(words, _)| words),
        PrepareField::LeaveAlone => Some(&mut preparing.leave_alone),
        PrepareField::Note => Some(&mut preparing.note),
    };
    if let Some(place) = place {
        *place = text;
    }
}

/// Adds an empty topic to the open preparation, and moves the focus there. Does nothing if the list is full.
pub(super) fn add_topic(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(preparing) = edited(model) else { return };
    if let Some(at) = next_index(preparing.topics.len(), TOPIC_LIMIT) {
        let id = free_topic_id(&preparing.topics);
        preparing.topics.push(TopicDraft { id, ..TopicDraft::default() });
        move_focus(effects, Focus::Field(Field::Prepare(PrepareField::Topic(at))));
    }
}

/// Puts a saved topic into the first empty topic that is shared, or adds it, and moves the focus there. Its measure of
/// success comes along, unless one is typed. Does nothing if the list is full.
pub(super) fn bring_topic(model: &mut Model, words: &str, measure: Option<&str>, effects: &mut Vec<Effect>) {
    let Some(preparing) = edited(model) else { return };
    let is_free =
        |at: u16, topic: &TopicDraft| topic.words.trim().is_empty() && !preparing.held_topics.contains(&at);
    let mut places = (0..).zip(&preparing.topics);
    let free = places.find(|(at, topic)| is_free(*at, topic)).and_then(|(at, _)| u8::try_from(at).ok());
    let Some(at) = free.or_else(|| next_index(preparing.topics.len(), TOPIC_LIMIT)) else { return };
    if free.is_none() {
        let id = free_topic_id(&preparing.topics);
        preparing.topics.push(TopicDraft { id, ..TopicDraft::default() });
    }
    if let Some(topic) = preparing.topics.get_mut(usize::from(at)) {
        words.clone_into(&mut topic.words);
        if let Some(measure) = measure.filter(|_| topic.worked_if.trim().is_empty()) {
            measure.clone_into(&mut topic.worked_if);
        }
    }
    move_focus(effects, Focus::Field(Field::Prepare(PrepareField::Topic(at))));
}

/// Adds an empty line of evidence to the open preparation, and moves the focus there. Does nothing if the
/// list is full.
pub(super) fn add_evidence(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(preparing) = edited(model) else { return };
    if let Some(at) = next_index(preparing.evidence.len(), EVIDENCE_LIMIT) {
        preparing.evidence.push((String::new(), Source::default()));
        move_focus(effects, Focus::Field(Field::Prepare(PrepareField::Evidence(at))));
    }
}

/// Returns the index of the next entry of a list with `count` entries; `None` if the list is full.
fn next_index(count: usize, limit: usize) -> Option<u8> {
    u8::try_from(count).ok().filter(|_| count < limit)
}

/// Sets the source of the line of evidence at this index.
pub(super) fn choose_source(model: &mut Model, at: u8, source: Source) {
    let Some(preparing) = edited(model) else { return };
    if let Some((_, chosen)) = preparing.evidence.get_mut(usize::from(at)) {
        *chosen = source;
    }
}

/// Holds back a part of the seller's preparation from the manager, or shares it again. Nothing moves if the
/// private record cannot be stored, or if two merged versions are longer than the list's limit.
pub(super) fn hold(model: &mut Model, part: Holdable) {
    let Screen::Prepare(session, party) = model.screen.address() else { return };
    let is_kept = model.keeps_private(session, party);
    let Some(preparing) = edited(model) else { return };
    let (at, held, is_possible) = match part {
        Holdable::Topic(at) => (at, &mut preparing.held_topics, preparing.topics.len() <= TOPIC_LIMIT),
        Holdable::Evidence(at) => {
            (at, &mut preparing.held_evidence, preparing.evidence.len() <= EVIDENCE_LIMIT)
        }
        Holdable::LeaveAlone if is_kept => {
            preparing.holds_leave = !preparing.holds_leave;
            return;
        }
        Holdable::LeaveAlone => return,
    };
    if is_possible && is_kept {
        let (at, before) = (u16::from(at), held.len());
        held.retain(|held| *held != at);
        if held.len() == before {
            held.push(at);
        }
        ensure_shared_topic(preparing);
    }
}

/// Ticks a line of the mindset checklist, or removes the tick. Ticks are private and no part of the draft, so
/// they are kept at once.
pub(super) fn tick(model: &mut Model, line: WordingKey) {
    let Some((id, party, line)) = line_of(model, line) else { return };
    let ticked = model.private(id, party).ticked(&line);
    model.keep_private(id, party, ticked);
}

/// Keeps the preparation and opens the session; with a wrong text, the sheet stays. Before the session,
/// `is_ready` tells if the party is ready. On the sheet of the close, hands the answers in or keeps them: see
/// [`close::say`].
pub(super) fn say(model: &mut Model, env: &Env<'_>, now: Instant, is_ready: bool, effects: &mut Vec<Effect>) {
    let Screen::Prepare(id, party) = model.screen.address() else {
        return close::say(model, now, is_ready, effects);
    };
    if !kept(model, effects) {
        return;
    }
    let Some(half) = model.half(id) else { return };
    let (plan, is_planned) = (half.plan.fingerprint(), half.is_planned());
    let ready = is_ready.then_some(Readiness { at: now, plan });
    match party {
        // Readiness that was declared before the session stays.
        _ if !is_planned => {}
        Party::Manager => model.change(id, &mut |half| half.prepared.ready = ready),
        Party::Seller => {
            let mut half = seller_half_of(model, id);
            half.ready = ready;
            // Whoever is ready for a session comes to it, unless the seller said otherwise.
            if let Some(plan) = plan_to_accept(model, id, &half).filter(|_| is_ready) {
                let zone = own_zone(model, env, id);
                accept(model, id, &mut half, &plan, zone);
            }
            model.change_seller(id, half);
        }
    }
    put_up(model, Screen::Session(id), effects);
}

/// Returns the plan to whose start the seller's half says yes once the seller is ready; `None` if the seller has answered
/// about that start, and on the manager's device, where the two talk.
#[must_use]
pub fn plan_to_accept(model: &Model, id: SessionId, half: &SellerHalf) -> Option<Plan> {
    let session = model.session(id).filter(|session| model.side(session.pair) == Party::Seller)?;
    let plan = &session.manager_half().filter(|half| half.is_planned())?.plan;
    half.says_of(plan).is_none().then(|| plan.clone())
}

/// Keeps the typed text of the open preparation, or of the answers at the close. A preparation that changed
/// elsewhere since the draft began is brought together with the draft first. Returns false if some text is
/// wrong, or the two do not fit together; then the focus moves to the first such text, and the sheet stays
/// with all of it.
pub(super) fn kept(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Screen::Prepare(id, party) = model.screen.address() else { return close::kept(model, effects) };
    // Nothing can be kept of a session that is gone: the text stays a draft.
    if model.half(id).is_none() {
        return true;
    }
    // Once the session has begun, both look at the seller's sheet.
    let has_begun = model.half(id).is_some_and(|half| !half.is_planned());
    let agrees = party == Party::Seller && has_begun;
    bring_together(model, id, party, agrees);
    let Some(preparing) = model.drafts.get::<PreparationDraft>(Purpose::Preparation(id, party)) else {
        return true;
    };
    let (mut mine, private) = (seller_half_of(model, id), model.private(id, party));
    let Checked { shared, mut held, note, complaints } = checked(preparing);
    let is_covered = model.screen.sheet().is_some_and(|sheet| sheet.is_covered);
    if is_covered && !complaints.is_empty() {
        // Whoever looks at the cover cannot mend the text, which stays a draft.
        return true;
    }
    if complain(&complaints, |field| field, effects) {
        model.screen.set_complaints(complaints);
        return false;
    }
    held.notes.clone_from(&private.held.notes);
    let (_, is_whole) = stored_sheet(model, id, party, agrees);
    let is_single = model.private_versions(id, party).nth(1).is_none();
    let fact = shared.evidence.clone();
    if party == Party::Seller {
        mine = SellerHalf {
            topics: shared.topics,
            evidence: shared.evidence,
            leave_alone: shared.leave_alone,
            ..mine
        };
        model.change_seller(id, mine);
        if model.half(id).is_some_and(|half| !half.is_planned()) {
            park_the_rest(model, id);
        }
    }
    if is_covered {
        model.drafts.drop(Purpose::Preparation(id, party));
    }
    if party == Party::Manager && !agrees {
        let fact = fact.first().cloned();
        model.change(id, &mut |half| half.ahead.fact.clone_from(&fact));
    }
    let Private { ticks, entered, sent, stated, moved, .. } = private.clone();
    let kept = Private { ticks, note, held, entered, sent, stated, moved };
    if kept == private && is_single {
        return true;
    }
    if is_whole {
        model.keep_private_of_sheet(id, party, kept);
    } else {
        model.keep_private(id, party, kept);
    }
    true
}
