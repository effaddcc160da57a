//! The message that sends a link: its words, and the link.
//!
//! Never sends: a finished message is the payload of an effect.

use super::cancelled::gone;
use super::link::{Half, Link, is_cancelled, next_link, outgoing, payload, sent_link};
use super::seller_zone::at_both_places;
use super::sent::{News, SentState, has_seller_written, news, plan_told, time_told, told_state, was_told};
use crate::domain::half::{ManagerHalf, SellerHalf, TimeSaid};
use crate::domain::id::SessionId;
use crate::domain::note::{Answer, Status};
use crate::domain::plan::Plan;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::domain::topic::TOPICS_AT_ONCE;
use crate::domain::ui_state::Screen;
use crate::domain::zone::Schedule;
use crate::outgoing::change::changes;
use crate::outgoing::mail::{Around, Mail, Occasion, locked_words};
use crate::outgoing::standing::{later, slot_line};
use crate::outgoing::start::{start, start_at_place};
use crate::program::event::SendMethod;
use crate::program::state::model::Model;
use crate::program::update::step::told_words;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// A finished message, link or text code, ready to be copied, shared or mailed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// Subject of a mail, or title of a shared message.
    pub title: String,
    /// Text to send: the message, which ends with the link unless `link` holds it; or the link or text code
    /// alone, if the person copies only that.
    pub text: String,
    /// Link to share beside the text; `None` if the text holds the link.
    pub link: Option<String>,
}

/// Returns the message for the session on the screen that sends it; `None` on another screen, or if the
/// session is too long for a link.
#[must_use]
pub fn sending(model: &Model, env: &Env<'_>, now: Instant, method: SendMethod) -> Option<Sending> {
    let Screen::Share(id) = model.screen.address() else { return None };
    let link = sent_link(model, env, now, id)?;
    let (code, around) = match locked(model, env) {
        Some((sealed, words)) => (sealed.to_owned(), words),
        None => (payload(&link)?, open_words(model, env, now, &link)),
    };
    Some(finished(model, code, around, method))
}

/// Returns the message for session `id` with a link that is not locked; `None` if the session is too long for a link.
#[must_use]
pub fn open_sending(
    model: &Model,
    env: &Env<'_>,
    now: Instant,
    id: SessionId,
    method: SendMethod,
) -> Option<Sending> {
    let link = sent_link(model, env, now, id)?;
    Some(finished(model, payload(&link)?, open_words(model, env, now, &link), method))
}

/// Returns the message of these words around the link with the text code `code`.
fn finished(model: &Model, code: String, Around { title, text }: Around, method: SendMethod) -> Sending {
    let url = address(model, &code);
    let (text, link) = match method {
        SendMethod::CopyCode => (code, None),
        SendMethod::CopyLink => (url, None),
        SendMethod::Share => (text, Some(url)),
        SendMethod::Copy | SendMethod::Mail => (format!("{text}\n{url}\n"), None),
    };
    Sending { title, text, link }
}

/// Returns the text code of the locked link on the screen, and the words around it; `None` for an unlocked
/// link, or on another screen.
#[must_use]
pub fn locked<'a>(model: &'a Model, env: &Env<'_>) -> Option<(&'a str, Around)> {
    let sealed = model.screen.sharing()?.lock.payload()?;
    let Screen::Share(id) = model.screen.address() else { return None };
    Some((sealed, locked_words(env, occasion(model, env, &outgoing(model, id)?, None))))
}

/// Returns the words around a link that is not locked.
#[must_use]
pub fn open_words(model: &Model, env: &Env<'_>, now: Instant, link: &Link) -> Around {
    let next = next_link(link).and_then(|next| when_at_place(model, env, now, &next));
    let before = plan_told(model, link.session);
    let mail = Mail {
        env,
        seller: link.seller.as_str(),
        manager: link.manager.as_ref().map(Text::as_str),
        when: when_at_place(model, env, now, link),
        told: told(model, link),
        changes: changed(model, env, now, link, before.as_ref().map(|(plan, _)| plan)),
        before: before.as_ref(),
        dates: dates(model, env, link),
        later: next_link(link).and_then(|next| later(env, manager_half(&next)?)),
        asked: asked(model, link),
        occasion: occasion(model, env, link, next.as_ref()),
    };
    let (title, text) = (mail.title(), mail.text());
    // The seller knows the slot from an earlier message.
    let is_end =
        matches!(mail.occasion, Occasion::Invitation(_)) && news(model, link.session) == News::SlotEnded;
    let text = if is_end { format!("{}\n\n{text}", mail.dates) } else { text };
    Around { title, text }
}

fn occasion<'a>(model: &Model, env: &Env<'_>, link: &'a Link, next: Option<&'a Words>) -> Occasion<'a> {
    let state = told_state(model, link.session);
    match manager_half(link) {
        Some(half) if half.is_planned() => match state {
            Some(SentState::Changed(_)) => Occasion::Change(half),
            Some(SentState::Sent(_)) if has_seller_written(model, link.session) => Occasion::Again(half),
            Some(SentState::NotSent) if has_seller_written(model, link.session) => Occasion::Granted(half),
            _ => Occasion::Invitation(half),
        },
        Some(_) => Occasion::Record(next),
        None if is_cancelled(link) => Occasion::Cancellation(gone(model, env, link)),
        None => of_seller(model, link),
    }
}

/// Returns the changes of the plan in the link since the last message, in words.
fn changed(model: &Model, env: &Env<'_>, now: Instant, link: &Link, before: Option<&Plan>) -> Vec<Words> {
    let half = manager_half(link).filter(|half| half.is_planned());
    let Some((half, before)) = half.zip(before) else { return Vec::new() };
    let here = env.local(now, &model.zone);
    let when = |plan: &Plan| at_both_places(model, env, link.session, &plan.schedule, (here, Names::Full));
    changes(env, before, &half.plan, &when)
}

/// Returns the statement of a message that changes nothing but the other dates of the two: their slot, or that it has
/// ended.
fn dates(model: &Model, env: &Env<'_>, link: &Link) -> Words {
    let standing = manager_half(link).and_then(|half| half.ahead.standing.as_ref());
    match standing.map(|row| row.slot.map(|slot| (slot, &row.zone))) {
        Some(Some((slot, zone))) => slot_line(env, slot, zone),
        Some(None) if news(model, link.session) == News::MoreDates => env.say(&Message::WordsMoreDates),
        Some(None) => env.say(&Message::WordsDates),
        None if news(model, link.session) == News::SlotEnded => env.say(&Message::WordsSlotEnded),
        None => env.say(&Message::WordsChanged),
    }
}

/// Returns the words of the topics that the seller sent about the session of the link.
fn asked(model: &Model, link: &Link) -> Vec<Words> {
    let half = model.session(link.session).and_then(Session::seller_half);
    let topics = half.map(|half| half.topics.as_slice()).unwrap_or_default();
    topics.iter().take(TOPICS_AT_ONCE).map(|topic| topic.words.as_str().into()).collect()
}

/// Returns the words of the steps about which the seller's half in the link answers, with the answers, without those that
/// an earlier message told; empty for a link of the manager.
fn told(model: &Model, link: &Link) -> Vec<(Answer, Words)> {
    let steps = seller_half(link).map(|half| half.steps.as_slice()).unwrap_or_default();
    let new: Vec<Status> =
        steps.iter().filter(|status| !was_told(model, Some(link.session), status)).copied().collect();
    let told = told_words(model, link.pair, &new).into_iter();
    told.map(|(answer, note)| (answer, note.words.as_str().into())).collect()
}

/// Returns the occasion of a seller's link: a request, an answer to the invitation, the answers at the close, or what
/// became of next steps.
fn of_seller<'a>(model: &Model, link: &'a Link) -> Occasion<'a> {
    let has_begun = model.half(link.session).is_some_and(|half| !half.is_planned());
    match (&link.half, seller_half(link)) {
        (Half::Seller { when: None, .. }, Some(half)) => Occasion::Request(half),
        (_, Some(half)) if half.closing.is_in => Occasion::Closing,
        (_, Some(half)) if has_begun && !half.steps.is_empty() => Occasion::Steps,
        (_, half) => Occasion::Answer {
            half,
            time: half.and_then(|half| time_said(model, link, half)),
            is_later: matches!(told_state(model, link.session), Some(SentState::Changed(_))),
        },
    }
}

/// Returns what the seller says about the start in the link; `None` if that is nothing, or a yes that an earlier message
/// said.
fn time_said(model: &Model, link: &Link, half: &SellerHalf) -> Option<TimeSaid> {
    let Half::Seller { when: Some(schedule), .. } = &link.half else { return None };
    let time = half.time.filter(|time| time.start == schedule.fingerprint())?;
    let is_known = time.says == TimeSaid::Works && time_told(model, link.session) == Some(time);
    (!is_known).then_some(time.says)
}

/// Returns the link with the text code `code`; the text code alone if the page has no address to share.
#[must_use]
pub fn address(model: &Model, code: &str) -> String {
    match &model.here.share_url {
        Some(url) => format!("{url}#cs={code}"),
        None => code.to_owned(),
    }
}

/// Returns the manager's half in the link, the plan and the record; `None` if the link holds none.
#[must_use]
pub fn manager_half(link: &Link) -> Option<&ManagerHalf> {
    match &link.half {
        Half::Manager(half) => half.content(),
        Half::Seller { .. } => None,
    }
}

/// Returns the seller's half in the link, the answer; `None` if the link holds none.
#[must_use]
pub fn seller_half(link: &Link) -> Option<&SellerHalf> {
    match &link.half {
        Half::Seller { half, .. } => half.content(),
        Half::Manager(_) => None,
    }
}

/// Returns the start in words, from the link or from the local session: see [`start`]. `None` if neither holds a plan.
#[must_use]
pub fn planned_when(model: &Model, env: &Env<'_>, now: Instant, link: &Link) -> Option<Words> {
    let here = env.local(now, &model.zone);
    if let Some(half) = begun(model, link) {
        return Some(start(env, half, &model.zone, here, Names::Full));
    }
    schedule(model, link).map(|schedule| env.begins(schedule, &model.zone, here, Names::Full))
}

/// Returns the planned start in words with the place of the time zone, for a reader who may be elsewhere.
fn when_at_place(model: &Model, env: &Env<'_>, now: Instant, link: &Link) -> Option<Words> {
    let here = env.local(now, &model.zone);
    if let Some(half) = begun(model, link) {
        return Some(start_at_place(env, half, &model.zone, here, Names::Full));
    }
    let (id, schedule) = (link.session, schedule(model, link)?);
    Some(at_both_places(model, env, id, schedule, (here, Names::Full)))
}

/// Returns the manager's half of a session that has begun, from the link or from the local session; `None` for any other
/// link.
fn begun<'a>(model: &'a Model, link: &'a Link) -> Option<&'a ManagerHalf> {
    manager_half(link).or_else(|| model.half(link.session)).filter(|half| !half.is_planned())
}

fn schedule<'a>(model: &'a Model, link: &'a Link) -> Option<&'a Schedule> {
    let known = || model.half(link.session).map(|half| &half.plan.schedule);
    let is_sent = matches!(model.screen.address(), Screen::Share(id) if id == link.session);
    let cancelled =
        || Some(&model.screen.sharing().filter(|_| is_sent)?.cancelled.as_ref()?.half.plan.schedule);
    match &link.half {
        Half::Seller { when: Some(schedule), .. } => Some(schedule),
        _ => manager_half(link).map(|half| &half.plan.schedule).or_else(known).or_else(cancelled),
    }
}
