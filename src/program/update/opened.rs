//! Incoming links: opened, read in steps, shown, and accepted or left.

use super::about;
use super::accept::{accept, add_topic, decline, keep_typed, merge};
use super::answering::{answer, answered, is_half_answered, known_wish, make_way, opened, tell_not_sent};
use super::cancelled::{keep_cancelled, plan_before};
use super::complaint::{checked_text, complain, typed_as};
use super::differently::carry_late;
use super::file::go_on_with_file;
use super::form;
use super::leave::{Leaving, leave as leave_screen};
use super::left;
use super::screen::put_up;
use super::seller_zone::own_zone;
use crate::domain::draft::{AnswerDraft, Purpose};
use crate::domain::half::TimeSaid;
use crate::domain::id::{PairId, WriterId};
use crate::domain::record::RecordId;
use crate::domain::session::Session;
use crate::domain::text::{Text, TextError, both_texts};
use crate::domain::time::Instant;
use crate::domain::topic::TOPIC_LIMIT;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::event::{Press, Taking};
use crate::program::state::complaint::Complaint;
use crate::program::state::field::{Field, LinkField};
use crate::program::state::model::Model;
use crate::program::state::overlay::{
    LinkOverlay, LinkReading, LinkSource, LinkStage, NotSent, OpenedLink, Unlocking,
};
use crate::program::state::request::RequestId;
use crate::program::update::link::{
    Link, NoLink, Stand, is_cancelled, namesakes, next_link, payload, purpose, reply, stand,
};
use crate::program::update::pair_link::target;
use crate::program::update::{same, single};
use crate::text::Env;
use crate::wire::key::Key;
use crate::wire::link;

/// Begins to look for a link in a text that came from outside. Nothing of it is stored.
pub(super) fn open(model: &mut Model, text: String, effects: &mut Vec<Effect>) {
    let is_read = |reading: &LinkReading| !matches!(reading.stage, LinkStage::Awaited);
    if model.overlays.link_reading.as_ref().is_some_and(is_read) {
        return model.overlays.links_waiting.push_back(text);
    }
    let source = if is_awaited(model) { LinkSource::Page } else { LinkSource::Outside };
    begin(model, source, link::find(&text), text, effects);
}

/// Begins to read the link that came while another one was read or open, once that one is answered or left. An answer that
/// is to be sent stays on the screen first.
pub(super) fn open_waiting(model: &mut Model, effects: &mut Vec<Effect>) {
    let is_free = model.overlays.link.is_none() && model.overlays.link_reading.is_none();
    if !is_free || matches!(model.screen.address(), Screen::Share(_)) {
        return;
    }
    if let Some(text) = model.overlays.links_waiting.pop_front() {
        begin(model, LinkSource::Outside, link::find(&text), text, effects);
    }
}

/// Returns true until the link by which the page was opened is read. Until then the page shows no content of
/// its own.
#[must_use]
pub fn is_awaited(model: &Model) -> bool {
    model.overlays.link_reading.as_ref().is_some_and(|reading| reading.source == LinkSource::Page)
}

fn begin(
    model: &mut Model,
    source: LinkSource,
    found: Result<Vec<u8>, NoLink>,
    text: String,
    effects: &mut Vec<Effect>,
) {
    model.overlays.link_reading = Some(LinkReading { source, stage: LinkStage::Found(text, found) });
    effects.push(Effect::ReadOn);
}

/// Does the next step of reading a link. The screen stays as it is until all of the link is read. Returns the press that
/// opens the next session of two people for their lasting link, if they are known here.
pub(super) fn read_on(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    effects: &mut Vec<Effect>,
) -> Option<Press> {
    let LinkReading { source, stage } = model.overlays.link_reading.take()?;
    let stage = match stage {
        LinkStage::Found(text, found) => {
            effects.extend([Effect::HoldScreen, Effect::ReadOn]);
            LinkStage::Whole(text, found.and_then(|plain| link::decode(&plain)).map(Box::new))
        }
        LinkStage::Whole(link, Ok(whole)) if source != LinkSource::Here => {
            let keys = vec![Key::Session(whole.session), Key::Record(RecordId::Pair(whole.pair))];
            effects.push(Effect::HandOn { link, keys });
            LinkStage::HandedOn(Ok(whole))
        }
        LinkStage::Whole(text, Err(NoLink::Pair(link))) => match target(model, env, now, &link) {
            None if source != LinkSource::Here => {
                let keys = vec![Key::Record(RecordId::Pair(link.pair))];
                effects.push(Effect::HandOn { link: text, keys });
                LinkStage::HandedOn(Err(NoLink::Pair(link)))
            }
            press => {
                match press {
                    Some(_) => leave(model, effects),
                    None => put_link_up(model, Err(NoLink::Pair(link)), String::new(), effects),
                }
                if source == LinkSource::Here && single::text(model, Purpose::Pasted) == text {
                    model.drafts.drop(Purpose::Pasted);
                }
                return press;
            }
        },
        LinkStage::Whole(text, found) => {
            if let (LinkSource::Here, Ok(link)) = (source, &found) {
                make_way(model, link.session);
            }
            let pasted = if source == LinkSource::Here { text } else { String::new() };
            put_link_up(model, found, pasted, effects);
            return None;
        }
        waiting @ (LinkStage::Awaited | LinkStage::HandedOn(_)) => waiting,
    };
    model.overlays.link_reading = Some(LinkReading { source, stage });
    None
}

/// Handles the answer of the other widgets of the page: `is_elsewhere` is true if one of them took the link;
/// otherwise the link opens here.
pub(super) fn handed_on(model: &mut Model, is_elsewhere: bool, effects: &mut Vec<Effect>) {
    let reading =
        model.overlays.link_reading.take_if(|reading| matches!(reading.stage, LinkStage::HandedOn(_)));
    match reading.map(|reading| reading.stage) {
        Some(LinkStage::HandedOn(_)) if is_elsewhere => {
            go_on_with_file(model, effects);
        }
        Some(LinkStage::HandedOn(found)) => put_link_up(model, found, String::new(), effects),
        _ => {}
    }
}

/// Shows a link that was read. `pasted` is the text that the person pasted here; a text without a link stays in its
/// field.
fn put_link_up(
    model: &mut Model,
    found: Result<Box<Link>, NoLink>,
    pasted: String,
    effects: &mut Vec<Effect>,
) {
    // A half-typed answer to another invitation is not covered: the new link waits until the person has left that one.
    if let Ok(link) = &found
        && is_half_answered(model)
        && opened(model).is_some_and(|opened| opened.link.session != link.session)
        && let Some(code) = payload(link)
    {
        model.overlays.links_waiting.push_back(code);
        tell_not_sent(model);
        move_focus(effects, Focus::Heading);
        return go_on_with_file(model, effects);
    }
    let holds_link = matches!(found, Ok(_) | Err(NoLink::Locked(_)));
    if holds_link && single::text(model, Purpose::Pasted) == pasted {
        model.drafts.drop(Purpose::Pasted);
    }
    model.overlays.link = Some(match found {
        Ok(link) => LinkOverlay::Opened(Box::new(OpenedLink {
            link: *link,
            is_same: false,
            complaints: Vec::new(),
            told: None,
        })),
        Err(NoLink::Locked(sealed)) => {
            LinkOverlay::Locked { sealed, password: String::new(), unlocking: Unlocking::Untried }
        }
        Err(why) => LinkOverlay::Refused { why, pasted },
    });
    move_focus(effects, Focus::Heading);
    go_on_with_file(model, effects);
}

/// Opens the pasted link, or unlocks the opened one by the typed password. Does nothing while a link is being
/// read.
pub(super) fn open_pasted(model: &mut Model, effects: &mut Vec<Effect>) {
    // A second press while a link is being read is ignored.
    if model.overlays.link_reading.is_some() {
        return;
    }
    let pasted = match &mut model.overlays.link {
        Some(LinkOverlay::Locked { sealed, password, unlocking }) => {
            let request = model.requests.begin();
            *unlocking = Unlocking::Asked(request);
            effects.push(Effect::Unlock { request, sealed: sealed.clone(), password: password.clone() });
            return;
        }
        Some(LinkOverlay::Refused { pasted, .. }) => pasted.clone(),
        _ => single::text(model, Purpose::Pasted).to_owned(),
    };
    // Enter in an empty field opens nothing.
    if pasted.trim().is_empty() {
        return;
    }
    begin(model, LinkSource::Here, link::find(&pasted), pasted, effects);
}

/// Goes on with a half-typed answer: opens its invitation again.
pub(super) fn reopen(
    model: &mut Model,
    purpose: Purpose,
    writer: Option<WriterId>,
    effects: &mut Vec<Effect>,
) {
    if model.overlays.link_reading.is_some() {
        return;
    }
    if let Some(writer) = writer {
        left::take(model, purpose, writer, effects);
    }
    let code = model.drafts.get::<AnswerDraft>(purpose).map(|answer| answer.link.clone());
    if let Some(code) = code.filter(|code| !code.is_empty()) {
        begin(model, LinkSource::Here, link::find(&code), code, effects);
    }
}

/// Handles the outcome of unlocking a link; `plain` is `None` if the password is wrong. Ignores an answer to
/// an earlier request.
pub(super) fn unlock(
    model: &mut Model,
    request: RequestId,
    plain: Option<Vec<u8>>,
    effects: &mut Vec<Effect>,
) {
    let is_busy = model.overlays.link_reading.is_some();
    let Some(LinkOverlay::Locked { unlocking, .. }) = &mut model.overlays.link else { return };
    if *unlocking != Unlocking::Asked(request) || is_busy {
        return;
    }
    match plain {
        Some(plain) => begin(model, LinkSource::Here, Ok(plain), String::new(), effects),
        None => {
            *unlocking = Unlocking::WrongPassword;
            move_focus(effects, Focus::Field(Field::Link(LinkField::Password)));
        }
    }
}

/// Returns the typed wish, with the one that another window stored since the answer was begun.
fn with_known_wish(model: &Model, link: &Link, typed: String) -> String {
    let known = typed_as(known_wish(model, link).as_ref());
    let from = model.drafts.from::<AnswerDraft>(purpose(link)).map_or("", |from| from.wish.as_str());
    if known == from || typed.trim().is_empty() { typed } else { both_texts(&known, &typed) }
}

/// Records the person's claim that the opened link, or else `pair`, is the local pair of the same name. The
/// claim about a link is stored only once the link is accepted.
pub(super) fn join(model: &mut Model, pair: PairId) {
    if let Some(LinkOverlay::Opened(opened)) = &mut model.overlays.link {
        opened.is_same = true;
    } else if let Some(other) = same::others(model, pair).first() {
        same::join(model, pair, *other);
    }
}

/// Withdraws the person's claims about the opened link, or else about `pair`.
pub(super) fn part(model: &mut Model, pair: PairId, now: Instant) {
    match &mut model.overlays.link {
        Some(LinkOverlay::Opened(opened)) => opened.is_same = false,
        _ => same::part(model, pair, now),
    }
}

/// Returns true if an invitation to a session is open that this device does not hold.
pub(super) fn is_invitation(model: &Model) -> bool {
    opened(model)
        .is_some_and(|opened| !is_cancelled(&opened.link) && stand(model, &opened.link) == Stand::Invited)
}

/// Closes the opened link; nothing of the link is stored, and the page's address forgets it unless another link waits. A
/// typed answer stays a draft.
pub(super) fn leave(model: &mut Model, effects: &mut Vec<Effect>) {
    model.overlays.link = None;
    model.overlays.link_reading = None;
    // The address may hold a link that waits.
    if model.overlays.links_waiting.is_empty() {
        effects.push(Effect::ForgetLink);
    }
}

/// Stores the opened link as the person answered, closes it and opens the screen that follows; or complains
/// about the answer. A link that does not fit the local data stays open.
pub(super) fn take(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    taking: Taking,
    effects: &mut Vec<Effect>,
) {
    let Some(link) = opened(model).map(|opened| opened.link.clone()) else { return };
    let stood = stand(model, &link);
    let is_cancelled = is_cancelled(&link) && matches!(stood, Stand::Invited | Stand::Changed | Stand::Known);
    // Any other link has no field for the topic and the wish.
    let has_fields = is_cancelled || !matches!(taking, Taking::Merged | Taking::Planned);
    let AnswerDraft { topic, wish, other_time, about, .. } =
        if has_fields { reply(model, &link) } else { AnswerDraft::default() };
    if taking == Taking::OtherTime && !other_time {
        answer(model).into_iter().for_each(|reply| reply.other_time = true);
        return move_focus(effects, Focus::Field(Field::Link(LinkField::Wish)));
    }
    let mut complaints = Vec::new();
    let wish = with_known_wish(model, &link, wish);
    let topic = checked_text(LinkField::Topic, Text::optional(&topic), &mut complaints);
    let wish = checked_text(LinkField::Wish, Text::optional(&wish), &mut complaints);
    let topics =
        model.session(link.session).and_then(Session::seller_half).map_or(0, |half| half.topics.len());
    if taking == Taking::Accepted && topic.is_none() && topics == 0 && complaints.is_empty() {
        complaints.push((LinkField::Topic, Complaint::Text(TextError::Empty)));
    }
    if topic.is_some() && topics >= TOPIC_LIMIT {
        complaints.push((LinkField::Topic, Complaint::OneTooMany(TOPIC_LIMIT)));
    }
    if complain(&complaints, Field::Link, effects) {
        if let Some(LinkOverlay::Opened(opened)) = &mut model.overlays.link {
            opened.complaints = complaints;
        }
        return;
    }
    if matches!(stood, Stand::Unfit | Stand::Forged | Stand::Full) {
        return;
    }
    // Keeps the typed text of the screen below, which would be lost silently. If that fails, the link stays, and says
    // so.
    let overlay = model.overlays.link.clone();
    if leave_screen(model, env, now, effects) == Leaving::Refused {
        model.overlays.link = overlay;
        if let Some(LinkOverlay::Opened(opened)) = &mut model.overlays.link {
            opened.told = Some(NotSent::Blocked);
        }
        return move_focus(effects, Focus::Heading);
    }
    let others = namesakes(model, &link);
    let is_same = opened(model).is_some_and(|opened| opened.is_same);
    let plan = plan_before(model, Key::Session(link.session));
    let before =
        model.session(link.session).and_then(Session::seller_half).and_then(|half| half.about.clone());
    merge(model, &link, stood);
    if let Some(next) = next_link(&link) {
        let stands = stand(model, &next);
        if matches!(stands, Stand::Invited | Stand::Changed | Stand::Own | Stand::Older) {
            merge(model, &next, stands);
        }
    }
    if stood == Stand::Replied {
        about::follow(model, link.session, before.as_ref());
        carry_late(model, link.session);
    }
    if is_cancelled {
        keep_typed(model, &link, topic.clone(), wish.clone());
    }
    keep_cancelled(model, Key::Session(link.session), plan);
    if let ([other], true) = (&*others, is_same) {
        same::join(model, link.pair, *other);
    }
    leave(model, effects);
    let id = link.session;
    match taking {
        // An open form stays open.
        Taking::Merged
            if matches!(model.screen.address(), Screen::Plan(_) | Screen::Ask | Screen::Quarter) =>
        {
            move_focus(effects, Focus::Heading);
        }
        Taking::Merged => {
            let is_there = model.half(id).is_some();
            put_up(model, if is_there { Screen::Session(id) } else { Screen::Home }, effects);
        }
        Taking::Planned => form::open_asked(model, id, effects),
        Taking::Accepted | Taking::BringsIt | Taking::OtherTime | Taking::Works => {
            let Some(plan) = model.half(id).map(|half| half.plan.clone()) else { return };
            let mut half =
                model.session(id).and_then(|session| session.seller_half()).cloned().unwrap_or_default();
            add_topic(&mut half, topic);
            let chosen = Text::parse(&about).ok();
            half.about = chosen.or(half.about);
            // A topic that comes along still does.
            half.brings_it = half.topics.is_empty() && (taking == Taking::BringsIt || half.brings_it);
            let zone = own_zone(model, env, id);
            if taking == Taking::OtherTime {
                decline(&mut half, &plan, zone, TimeSaid::OtherTime, wish);
            } else {
                accept(model, id, &mut half, &plan, zone);
            }
            answered(model, &link, taking);
            model.change_seller(id, half);
            super::share::open(model, id, effects);
        }
    }
}
