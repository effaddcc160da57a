//! A half-typed answer to an invitation: it is not left without a word, and found again without the link.

use super::complaint::typed_as;
use super::sent::is_unsent;
use super::single;
use crate::domain::draft::{AnswerDraft, Draft, Purpose, Typed};
use crate::domain::id::{SessionId, WriterId};
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::event::Taking;
use crate::program::state::field::LinkField;
use crate::program::state::model::Model;
use crate::program::state::overlay::{LinkOverlay, NotSent, OpenedLink, Unlocking};
use crate::program::update::link::{Link, Stand, answer_to, payload, purpose, reply, stand};
use crate::wire::link;

/// Returns the opened link that can be read; `None` if there is none.
pub(super) fn opened(model: &Model) -> Option<&OpenedLink> {
    match &model.overlays.link {
        Some(LinkOverlay::Opened(opened)) => Some(opened),
        _ => None,
    }
}

/// Tells the person, once, that the typed answer is not sent; returns true if that was told now. The link stays open.
pub(super) fn asks_before_leaving(model: &mut Model) -> bool {
    let is_told = opened(model).is_some_and(|opened| opened.told.is_some());
    if is_told || !is_half_answered(model) {
        return false;
    }
    tell_not_sent(model);
    true
}

/// Returns true if the person typed an answer to the opened link.
pub(super) fn is_half_answered(model: &Model) -> bool {
    opened(model).is_some_and(|opened| {
        let AnswerDraft { topic, wish, .. } = reply(model, &opened.link);
        !topic.trim().is_empty() || !wish.trim().is_empty()
    })
}

/// Tells the person that the typed answer to the opened link is not sent.
pub(super) fn tell_not_sent(model: &mut Model) {
    if let Some(LinkOverlay::Opened(opened)) = &mut model.overlays.link {
        opened.told = Some(NotSent::Leaving);
    }
}

/// Returns the draft of the answer to the opened link for editing, and begins one if there is none; `None` if
/// no readable link is open.
pub(super) fn answer(model: &mut Model) -> Option<&mut AnswerDraft> {
    let purpose = purpose(&opened(model)?.link);
    if !model.drafts.has(purpose) {
        // Notes the stored wish, so that one of another window is found to be new. One that was not sent is in the field.
        let link = &opened(model)?.link;
        let wish = typed_as(known_wish(model, link).as_ref());
        let unsent = if is_unsent(model, link.session) { wish.clone() } else { String::new() };
        model.drafts.begin(purpose, AnswerDraft { wish: unsent, ..AnswerDraft::default() });
        if let Some(from) = model.drafts.told::<AnswerDraft>(purpose) {
            from.wish = wish;
        }
    }
    let link = payload(&opened(model)?.link).unwrap_or_default();
    let reply = model.drafts.edit::<AnswerDraft>(purpose)?;
    reply.link = link;
    Some(reply)
}

/// Goes back from the wish for another time to the invitation. The typed words stay in the draft.
pub(super) fn leave_other_time(model: &mut Model, effects: &mut Vec<Effect>) {
    answer(model).into_iter().for_each(|reply| reply.other_time = false);
    move_focus(effects, Focus::Heading);
}

/// Drops the typed answer to a link, which was taken. A time that was typed and is not asked for stays in the draft: the
/// screen of the session shows it.
pub(super) fn answered(model: &mut Model, link: &Link, taking: Taking) {
    let purpose = purpose(link);
    let is_left = taking != Taking::OtherTime && !reply(model, link).wish.trim().is_empty();
    match model.drafts.edit::<AnswerDraft>(purpose).filter(|_| is_left) {
        Some(reply) => reply.topic.clear(),
        None => model.drafts.drop(purpose),
    }
}

/// Returns the time that the seller of a link wished for, as it is stored; `None` if there is no such wish.
pub(super) fn known_wish(model: &Model, link: &Link) -> Option<Text> {
    model.session(link.session).and_then(Session::seller_half).and_then(|half| half.wish.clone())
}

/// A half-typed answer to an invitation that is neither open nor here.
#[derive(Clone, Debug, PartialEq)]
pub struct Begun<'a> {
    /// Purpose of the draft.
    pub purpose: Purpose,
    /// Closed window that left the draft; `None` for a draft of this window.
    pub writer: Option<WriterId>,
    /// Typed answer.
    pub draft: &'a Draft,
    /// The invitation; `None` if the draft does not hold it.
    pub link: Option<Link>,
}

/// Returns the half-typed answers that the list of all people and the screen of another opened link lead back to. An
/// answer to a session that is here stands on the screen of that session.
pub fn begun(model: &Model) -> Vec<Begun<'_>> {
    let open = match &model.overlays.link {
        Some(LinkOverlay::Opened(opened)) => Some(purpose(&opened.link)),
        Some(_) => return Vec::new(),
        None if model.screen.address() == Screen::Home && model.overlays.file.is_none() => None,
        None => return Vec::new(),
    };
    let is_here = |purpose| {
        let mut here = model.sessions().filter(|session| session.manager_half().is_some());
        here.any(|session| answer_to(session.id) == purpose)
    };
    let mut begun = Vec::new();
    for (purpose, writer, draft) in model.drafts.answers() {
        if open == Some(purpose) {
            continue;
        }
        let code = AnswerDraft::of(&draft.content).map_or("", |answer| &answer.link);
        let link = link::find(code).and_then(|plain| link::decode(&plain)).ok();
        // A link that says something new of a session that is here still asks for the answer.
        let is_new = |link: &Link| matches!(stand(model, link), Stand::Invited | Stand::Changed);
        if !is_here(purpose) || link.as_ref().is_some_and(is_new) {
            begun.push(Begun { purpose, writer, draft, link });
        }
    }
    begun
}

/// Makes way for a link that the person asked for: another one that is open waits until that one is answered or left.
pub(super) fn make_way(model: &mut Model, session: SessionId) {
    let other = opened(model).map(|opened| &opened.link).filter(|link| link.session != session);
    if let Some(code) = other.and_then(payload) {
        model.overlays.link = None;
        model.overlays.links_waiting.push_front(code);
    }
}

/// Stores the typed text of a field on the sheet of an opened link, and removes its complaint.
pub(super) fn typed(model: &mut Model, field: LinkField, text: String) {
    match (&mut model.overlays.link, field) {
        (Some(LinkOverlay::Refused { pasted, .. }), LinkField::Pasted) => {
            pasted.clone_from(&text);
            // The field of the list holds the text, too, once the page of the link is left or gone.
            single::typed(model, Purpose::Pasted, text);
        }
        (Some(LinkOverlay::Locked { password, unlocking, .. }), LinkField::Password) => {
            *password = text;
            *unlocking = Unlocking::Untried;
        }
        (Some(LinkOverlay::Opened(opened)), field) => {
            opened.complaints.retain(|(of, _)| *of != field);
            let Some(reply) = answer(model) else { return };
            match field {
                LinkField::Topic => reply.topic = text,
                LinkField::Wish => reply.wish = text,
                LinkField::Pasted | LinkField::Password => {}
            }
        }
        _ => {}
    }
}

/// Chooses the coaching type that fits the seller's topic, by its place among the offered ones; the same one again
/// withdraws the choice.
pub(super) fn choose_about(model: &mut Model, place: u8) {
    let Some(id) = model.catalogue.types().get(usize::from(place)).map(|template| template.id.clone()) else {
        return;
    };
    if let Some(reply) = answer(model) {
        reply.about = if reply.about == id { String::new() } else { id };
    }
}
