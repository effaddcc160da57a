//! Links that come in: opened, looked at, and taken in where the person says so.

use super::{checked_text, complain, form, prepare, put_up};
use crate::domain::desk::Screen;
use crate::domain::id::PairId;
use crate::domain::preparation::Readiness;
use crate::domain::record::{Pair, Record, RecordId, Settings};
use crate::domain::session::{Party, Stance, Topic};
use crate::domain::text::{Text, TextError};
use crate::domain::time::Instant;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::event::{Field, Taking};
use crate::program::kept::Kept;
use crate::program::link::{Half, Link, NoLink, Opened, Shut, Stand, Told, news, stand};
use crate::program::model::{Complaint, Model};
use crate::wire::link::{read, unlocked};

/// Puts up what a text holds that may have a link in it. Nothing of it is stored.
pub(super) fn open(model: &mut Model, text: &str, effects: &mut Vec<Effect>) {
    show(model, read(text), effects);
}

fn show(model: &mut Model, found: Result<Link, NoLink>, effects: &mut Vec<Effect>) {
    model.complaints.clear();
    model.opened = Some(Box::new(Opened {
        found,
        topic: String::new(),
        wish: String::new(),
        other_time: false,
        password: String::new(),
        shut: None,
    }));
    move_focus(effects, Focus::Heading);
}

/// Opens what was pasted; or, where a link lies open that is locked, unlocks it.
pub(super) fn open_pasted(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.opened.as_deref() {
        Some(Opened { found: Err(NoLink::Locked(sealed)), password, .. }) => {
            effects.push(Effect::Unlock { sealed: sealed.clone(), password: password.clone() });
        }
        _ => {
            let text = std::mem::take(&mut model.pasted);
            open(model, &text, effects);
        }
    }
}

/// Takes in what became of unlocking.
pub(super) fn unlock(model: &mut Model, plain: Option<&[u8]>, effects: &mut Vec<Effect>) {
    match (plain, &mut model.opened) {
        (Some(plain), Some(_)) => show(model, unlocked(plain), effects),
        (None, _) => stay_shut(model, Shut::Wrong, effects),
        (_, None) => {}
    }
}

/// Keeps why the link stays shut.
fn stay_shut(model: &mut Model, why: Shut, effects: &mut Vec<Effect>) {
    if let Some(opened) = &mut model.opened {
        opened.shut = Some(why);
        move_focus(effects, Focus::Field(Field::Password));
    }
}

/// Takes in that what draws and locks could not be loaded.
pub(super) fn miss(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.opened {
        Some(_) => stay_shut(model, Shut::Absent, effects),
        None => model.sharing.told = Some(Told::Absent),
    }
}

/// Keeps what was typed while a link lies open, or into the field for one.
pub(super) fn typed(model: &mut Model, field: Field, typed: String) {
    model.complaints.retain(|(of, _)| *of != field);
    match (&mut model.opened, field) {
        (_, Field::Pasted) => model.pasted = typed,
        (Some(opened), Field::Topic(_)) => opened.topic = typed,
        (Some(opened), Field::Wish) => opened.wish = typed,
        (Some(opened), Field::Password) => {
            opened.password = typed;
            opened.shut = None;
        }
        _ => {}
    }
}

/// Puts the link away, with nothing stored of it.
pub(super) fn leave(model: &mut Model, effects: &mut Vec<Effect>) {
    model.opened = None;
    model.complaints.clear();
    effects.push(Effect::ForgetLink);
}

/// Takes in what the link holds, as the person says.
pub(super) fn take(model: &mut Model, now: Instant, taking: Taking, effects: &mut Vec<Effect>) {
    let Some(opened) = &mut model.opened else { return };
    if taking == Taking::OtherTime && !opened.other_time {
        opened.other_time = true;
        return move_focus(effects, Focus::Field(Field::Wish));
    }
    let Opened { found: Ok(link), topic, wish, .. } = &**opened else { return };
    let link = link.clone();
    let mut complaints = Vec::new();
    let topic = checked_text(Field::Topic(0), Text::optional(topic), &mut complaints);
    let wish = checked_text(Field::Wish, Text::optional(wish), &mut complaints);
    if taking == Taking::Accepted && topic.is_none() && complaints.is_empty() {
        complaints.push((Field::Topic(0), Complaint::Text(TextError::Empty)));
    }
    if complain(model, complaints, effects) {
        return;
    }
    let stood = stand(model, &link);
    if stood == Stand::Unfit {
        return;
    }
    // What was typed on the screen below is kept, or it would be gone without a word. Where it cannot be,
    // that screen says so, and the link can be opened again.
    if !prepare::kept(model, effects) {
        model.opened = None;
        return;
    }
    merge(model, &link);
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
            let Some(plan) = model.half(id).map(|half| half.plan.print()) else { return };
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
