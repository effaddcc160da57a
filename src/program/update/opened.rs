//! Links that come in: opened, looked at, and taken in where the person says so.

use super::complaint::{checked_text, complain};
use super::screen::put_up;
use super::{form, prepare};
use crate::domain::desk::{REPLY_DRAFT_LIMIT, ReplyDraft, Screen};
use crate::domain::half::Stance;
use crate::domain::id::PairId;
use crate::domain::pair::Pair;
use crate::domain::party::Party;
use crate::domain::readiness::Readiness;
use crate::domain::record::{Record, RecordId, Settings};
use crate::domain::text::{Text, TextError};
use crate::domain::time::Instant;
use crate::domain::topic::Topic;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::event::Taking;
use crate::program::state::field::{Field, LinkField};
use crate::program::state::kept::Kept;
use crate::program::state::model::{Complaint, Model};
use crate::program::update::link::{
    Half, Link, NoLink, Opened, Stage, Stand, Unseen, fingerprint, namesakes, news, reply, stand,
};
use crate::program::update::same;
use crate::wire::key::Key;
use crate::wire::link;

/// Looks for a link in a text that came from outside. Nothing of it is stored.
pub(super) fn open(model: &mut Model, text: String, effects: &mut Vec<Effect>) {
    begin(model, link::find(&text), Some(text), effects);
}

fn begin(
    model: &mut Model,
    found: Result<Vec<u8>, NoLink>,
    came_as: Option<String>,
    effects: &mut Vec<Effect>,
) {
    model.unseen = Some(Unseen { came_as, stage: Stage::Found(found) });
    effects.push(Effect::ReadOn);
}

/// Goes on with a link that is on no screen yet. The screen stays as it is until all of it was read.
pub(super) fn read_on(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Unseen { came_as, stage }) = model.unseen.take() else { return };
    match (stage, came_as) {
        (Stage::Found(found), came_as) => {
            let whole = found.and_then(|plain| link::decode(&plain)).map(Box::new);
            model.unseen = Some(Unseen { came_as, stage: Stage::Whole(whole) });
            effects.extend([Effect::HoldScreen, Effect::ReadOn]);
        }
        (Stage::Whole(Ok(whole)), Some(link)) => {
            let keys = [Key::Session(whole.session), Key::Record(RecordId::Pair(whole.pair))];
            model.unseen = Some(Unseen { came_as: None, stage: Stage::Whole(Ok(whole)) });
            effects.push(Effect::HandOn { link, keys });
        }
        (Stage::Whole(found), _) => put_link_up(model, found, effects),
    }
}

/// Takes in whether another widget got the link: else it is put up here.
pub(super) fn handed_on(model: &mut Model, is_elsewhere: bool, effects: &mut Vec<Effect>) {
    let Some(Unseen { stage: Stage::Whole(found), .. }) = model.unseen.take() else { return };
    if is_elsewhere {
        finish(model, effects);
    } else {
        put_link_up(model, found, effects);
    }
}

fn put_link_up(model: &mut Model, found: Result<Box<Link>, NoLink>, effects: &mut Vec<Effect>) {
    model.complaints.clear();
    let found = found.map(|link| *link);
    let opened = Opened { found, password: String::new(), is_same: false, is_wrong_password: false };
    model.opened = Some(Box::new(opened));
    move_focus(effects, Focus::Heading);
    finish(model, effects);
}

/// Is done with reading a link. A file may be waiting, too.
fn finish(model: &mut Model, effects: &mut Vec<Effect>) {
    model.waits_for_link = false;
    if model.reading.is_some() {
        effects.push(Effect::ReadOn);
    }
}

/// Opens what was pasted; or, where a link lies open that is locked, unlocks it.
pub(super) fn open_pasted(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.opened.as_deref() {
        // It was pressed twice.
        _ if model.unseen.is_some() => {}
        Some(Opened { found: Err(NoLink::Locked(sealed)), password, .. }) => {
            effects.push(Effect::Unlock { sealed: sealed.clone(), password: password.clone() });
        }
        _ => {
            let text = std::mem::take(&mut model.pasted);
            begin(model, link::find(&text), None, effects);
        }
    }
}

/// Takes in what became of unlocking, where the link that is locked still lies open.
pub(super) fn unlock(model: &mut Model, plain: Option<Vec<u8>>, effects: &mut Vec<Effect>) {
    let is_locked = matches!(model.opened.as_deref(), Some(Opened { found: Err(NoLink::Locked(_)), .. }));
    match plain {
        _ if !is_locked || model.unseen.is_some() => {}
        Some(plain) => begin(model, Ok(plain), None, effects),
        None => {
            if let Some(opened) = &mut model.opened {
                opened.is_wrong_password = true;
                move_focus(effects, Focus::Field(Field::Link(LinkField::Password)));
            }
        }
    }
}

/// Keeps what was typed while a link lies open.
pub(super) fn typed(model: &mut Model, field: LinkField, text: String) {
    let Some(opened) = &mut model.opened else { return };
    match field {
        LinkField::Pasted => model.pasted = text,
        LinkField::Password => {
            opened.password = text;
            opened.is_wrong_password = false;
        }
        LinkField::Topic => answer(model).into_iter().for_each(|reply| reply.topic.clone_from(&text)),
        LinkField::Wish => answer(model).into_iter().for_each(|reply| reply.wish.clone_from(&text)),
    }
}

/// What is answered to the link that lies open, to be changed. It is stored with the desk: a tab that the
/// browser discards would take it along.
fn answer(model: &mut Model) -> Option<&mut ReplyDraft> {
    let Some(Opened { found: Ok(link), .. }) = model.opened.as_deref() else { return None };
    let reply = reply(model, link);
    model.desk_unsaved = true;
    let replies = &mut model.desk.replies;
    replies.retain(|other| other.to != reply.to);
    if replies.len() >= REPLY_DRAFT_LIMIT {
        replies.remove(0);
    }
    replies.push(reply);
    replies.last_mut()
}

/// The two of that pair, or of the link that lies open, are those of another pair with the same name.
pub(super) fn join(model: &mut Model, pair: PairId) {
    if let Some(opened) = &mut model.opened {
        opened.is_same = true;
    } else if let Some(other) = same::others(model, pair).first() {
        same::join(model, pair, *other);
    }
}

/// They are not.
pub(super) fn part(model: &mut Model, pair: PairId, now: Instant) {
    match &mut model.opened {
        Some(opened) => opened.is_same = false,
        None => same::part(model, pair, now),
    }
}

/// Puts the link away, with nothing stored of it.
pub(super) fn leave(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(Opened { found: Ok(link), .. }) = model.opened.take().as_deref() {
        let (to, replies) = (fingerprint(link), &mut model.desk.replies);
        let count = replies.len();
        replies.retain(|reply| reply.to != to);
        model.desk_unsaved |= replies.len() < count;
    }
    model.complaints.clear();
    model.unseen = None;
    effects.push(Effect::ForgetLink);
}

/// Takes in what the link holds, as the person says.
pub(super) fn take(model: &mut Model, now: Instant, taking: Taking, effects: &mut Vec<Effect>) {
    let Some(Opened { found: Ok(link), .. }) = model.opened.as_deref() else { return };
    let link = link.clone();
    let ReplyDraft { topic, wish, other_time, .. } = reply(model, &link);
    if taking == Taking::OtherTime && !other_time {
        answer(model).into_iter().for_each(|reply| reply.other_time = true);
        return move_focus(effects, Focus::Field(Field::Link(LinkField::Wish)));
    }
    let mut complaints = Vec::new();
    let topic = checked_text(Field::Link(LinkField::Topic), Text::optional(&topic), &mut complaints);
    let wish = checked_text(Field::Link(LinkField::Wish), Text::optional(&wish), &mut complaints);
    if taking == Taking::Accepted && topic.is_none() && complaints.is_empty() {
        complaints.push((Field::Link(LinkField::Topic), Complaint::Text(TextError::Empty)));
    }
    if complain(model, complaints, effects) {
        return;
    }
    let stood = stand(model, &link);
    if matches!(stood, Stand::Unfit | Stand::Full) {
        return;
    }
    // What was typed on the screen below is kept, or it would be gone without a word. Where it cannot be,
    // that screen says so, and the link can be opened again.
    if !prepare::kept(model, effects) {
        model.opened = None;
        return;
    }
    let others = namesakes(model, &link);
    let is_same = model.opened.as_ref().is_some_and(|opened| opened.is_same);
    merge(model, &link);
    if let ([other], true) = (&*others, is_same) {
        same::join(model, link.pair, *other);
    }
    leave(model, effects);
    let id = link.session;
    match taking {
        // A form that was begun stays open: what is typed there is kept nowhere else.
        Taking::Merged if matches!(model.desk.screen, Screen::Plan(_) | Screen::Ask(_)) => {
            move_focus(effects, Focus::Heading);
        }
        Taking::Merged => {
            let is_there = model.half(id).is_some();
            put_up(model, if is_there { Screen::Session(id) } else { Screen::Home }, effects);
        }
        Taking::Planned => form::open_asked(model, id, effects),
        Taking::Accepted | Taking::BringsIt | Taking::OtherTime => {
            let Some(plan) = model.half(id).map(|half| half.plan.fingerprint()) else { return };
            let mut half =
                model.session(id).and_then(|session| session.seller_half()).cloned().unwrap_or_default();
            if let Some(words) = topic {
                let last = half.topics.iter().fold(0, |last, topic| topic.id.max(last));
                half.topics.push(Topic { id: last.saturating_add(1), words, worked_if: None });
            }
            half.wish = wish;
            half.stance = match taking {
                Taking::BringsIt => Some(Stance::BringsIt),
                Taking::OtherTime => Some(Stance::OtherTime),
                _ => None,
            };
            half.ready = (taking == Taking::Accepted).then_some(Readiness { at: now, plan });
            model.change_seller(id, half);
            super::share::open(model, id, effects);
        }
    }
}

/// Stores what is new in the link, and who the two are, where that is not known here.
fn merge(model: &mut Model, link: &Link) {
    let is_met = model.pair(link.pair).is_some();
    if !is_met {
        let pair = Pair { manager: link.manager.clone(), seller: link.seller.clone() };
        model.record(RecordId::Pair(link.pair), Record::Pair(pair));
        if let Half::Manager(_) = link.half {
            become_seller(model, link.pair, Some(&link.seller));
        }
    }
    if let Some((key, value)) = news(model, link) {
        match model.kept.get_mut(&key) {
            Some(kept) => kept.bring(&value),
            None => drop(model.kept.insert(key, Kept::brought(value))),
        }
    }
}

/// Keeps that this person is the seller of that pair, and what they are called.
pub(super) fn become_seller(model: &mut Model, pair: PairId, name: Option<&Text>) {
    model.record(RecordId::Side(pair), Record::Side(Party::Seller));
    if model.settings().own_name.is_none()
        && let Some(name) = name
    {
        model.record(RecordId::Settings, Record::Settings(Settings { own_name: Some(name.clone()) }));
    }
}
