//! Topics that a seller saved for the next session: those after the first two of the last session, and what was parked
//! for the seller.

use super::answering::answer;
use super::earlier;
use super::prepare;
use super::same::all;
use crate::domain::id::{PairId, SessionId};
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::field::{Field, LinkField};
use crate::program::state::model::Model;
use crate::program::state::overlay::LinkOverlay;

/// Upper bound on the saved topics that are offered.
const OFFERED: usize = 5;

/// Returns the words of the topics that the seller of the pair saved for session `id`, each once, at most five: what was
/// parked for the seller in earlier sessions, and the saved topics of the last session before it.
#[must_use]
pub fn saved_for(model: &Model, pair: PairId, id: SessionId) -> Vec<Text> {
    let pairs = all(model, pair);
    let start = |session: &Session| session.manager_half().map(|half| half.plan.schedule.local);
    let own = model.session(id).and_then(start);
    let is_before = |session: &&Session| {
        let is_earlier = own.is_none_or(|own| start(session).is_some_and(|start| start < own));
        session.id != id && pairs.contains(&session.pair) && is_earlier
    };
    let mut saved = Vec::new();
    let mut add = |words: &Text| {
        if saved.len() < OFFERED && !saved.contains(words) {
            saved.push(words.clone());
        }
    };
    for earlier in earlier::parked(model, pair) {
        if earlier.session != id && earlier.note.by() == Some(Party::Seller) {
            add(&earlier.note.words);
        }
    }
    if let Some(last) = model.sessions().filter(is_before).max_by_key(|session| (start(session), session.id))
    {
        let is_noted = |words: &Text| {
            last.manager_half().is_some_and(|half| half.notes.all.iter().any(|note| note.words == *words))
        };
        last.topics().1.iter().filter(|topic| !is_noted(&topic.words)).for_each(|topic| add(&topic.words));
    }
    saved
}

/// Returns the measure of success that the seller last gave a topic with these words; `None` if there is none.
fn measure_of(model: &Model, pair: PairId, words: &Text) -> Option<Text> {
    let pairs = all(model, pair);
    let halves = model.sessions().filter(|session| pairs.contains(&session.pair));
    let topics = halves.filter_map(Session::seller_half).flat_map(|half| &half.topics);
    topics.filter(|topic| topic.words == *words).filter_map(|topic| topic.worked_if.clone()).last()
}

/// Brings the saved topic at this place, from 0, to the open preparation or to the answer to an opened invitation.
pub(super) fn bring(model: &mut Model, at: u8, effects: &mut Vec<Effect>) {
    let words = |model: &Model, pair, id| saved_for(model, pair, id).into_iter().nth(usize::from(at));
    if let Some(LinkOverlay::Opened(opened)) = &model.overlays.link {
        let (pair, id) = (opened.link.pair, opened.link.session);
        if let Some(words) = words(model, pair, id)
            && let Some(reply) = answer(model).filter(|reply| reply.topic.trim().is_empty())
        {
            reply.topic = words.to_string();
            move_focus(effects, Focus::Field(Field::Link(LinkField::Topic)));
        }
    } else if let Screen::Prepare(id, _) = model.screen.address()
        && let Some(pair) = model.session(id).map(|session| session.pair)
        && let Some(words) = words(model, pair, id)
    {
        let measure = measure_of(model, pair, &words);
        prepare::bring_topic(model, words.as_str(), measure.as_ref().map(Text::as_str), effects);
    }
}
