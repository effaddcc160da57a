//! The sheet of an outgoing link: its contents in words, and the methods that send it.

use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::outgoing::mail::MAIL_LIMIT;
use crate::present::parts::action::{Action, Choice};
use crate::present::parts::field::{FieldKind, plain_field};
use crate::present::parts::held_back::stays;
use crate::present::parts::link_context::LinkContext;
use crate::present::parts::sending::of_plan;
use crate::present::parts::sheet::{Entry, Section, SheetView, section};
use crate::program::event::{Press, SendMethod};
use crate::program::state::field::{Field, ShareField};
use crate::program::state::model::Model;
use crate::program::state::sharing::Told;
use crate::program::update::link::{Half, is_cancelled, outgoing, payload};
use crate::program::update::sending::{address, sending};
use crate::text::message::Message;
use crate::text::{Env, Words};

/// The length in characters from which a link counts as long. Mail and chat programs are reported to cut
/// links from about 2,000.
pub const LONG: usize = 1_800;

/// Returns the sheet of the link that goes out from the session; `None` if nothing can be sent.
pub(crate) fn outgoing_link(model: &Model, id: SessionId, now: Instant, env: &Env<'_>) -> Option<SheetView> {
    let link = outgoing(model, id)?;
    let mut context = LinkContext::of(model, now, env, &link);
    context.held = (context.from() == Party::Manager).then(|| model.private(id, Party::Manager).held);
    let other = context.name(context.from().other());
    let heading = match &link.half {
        _ if is_cancelled(&link) => Message::ShareCancelled { name: &other },
        Half::Seller { when: None, .. } => Message::ShareAsk { name: &other },
        Half::Seller { .. } => Message::ShareReply { name: &other },
        Half::Manager(half) => match half.content() {
            Some(half) if half.is_planned() => {
                let has_answered = model.session(id).is_some_and(|session| session.seller_half().is_some());
                of_plan(half, has_answered, &other)
            }
            _ => Message::ShareSummary { name: &other },
        },
    };
    let sharing = &model.sharing;
    let url = sharing
        .lock
        .payload()
        .map(str::to_owned)
        .or_else(|| payload(&link))
        .map(|code| address(model, &code));
    let length = url.as_ref().map_or(0, |url| url.chars().count());
    let mut holds = context.holds();
    if is_cancelled(&link) {
        let name = &context.name(Party::Manager);
        holds.push(Entry::Line(env.say(&Message::LinkCancelled { name }), None));
    }
    let holds = section("holds", env.say(&Message::HoldsHeading { name: &other }), holds);
    let mut names = Vec::new();
    for (label, by_initials) in [(Message::NamesWhole, false), (Message::NamesInitials, true)] {
        let action = Action::new(env, &label, Press::InitialsChosen(by_initials));
        names.push(Choice { action, is_chosen: sharing.by_initials == by_initials });
    }
    let names = vec![Entry::Choices(env.say(&Message::NamesHeading), names)];
    let names = section("names", env.say(&Message::NamesHeading), names);
    let mut sections = vec![holds];
    sections.extend(stays(model, env, id, context.from()));
    sections.push(names);
    if sharing.is_open {
        sections.push(others(model, env, id));
    }
    let has_address = model.here.share_url.is_some();
    let mut ways = Vec::new();
    let mut offer =
        |label: Message<'_>, way: SendMethod| ways.push(Action::new(env, &label, Press::Sent(way)));
    if !has_address {
        offer(Message::CopyCode, SendMethod::CopyCode);
    } else {
        if model.here.can_share {
            offer(Message::ShareSheet, SendMethod::Share);
        }
        offer(Message::CopyWords, SendMethod::Copy);
        offer(Message::CopyLink, SendMethod::CopyLink);
        offer(Message::SendMail, SendMethod::Mail);
    }
    for mail in ways.iter_mut().filter(|way| way.press == Press::Sent(SendMethod::Mail)) {
        let body = sending(model, env, now, SendMethod::Mail);
        mail.is_off = body.is_none_or(|mail| mail.text.chars().count() > MAIL_LIMIT);
    }
    // The first method is the main button, the others stand below.
    let mut ways = ways.into_iter();
    let ready = ways.next()?;
    let mut others_below: Vec<Action> = ways.collect();
    let toggle = if sharing.is_open { Message::DefaultsClose } else { Message::OtherWays };
    others_below.push(Action::new(env, &toggle, Press::WaysToggled));
    let told = match sharing.told {
        Some(Told::Copied) => Some(env.say(&Message::SummaryCopied)),
        Some(Told::Refused) => Some(env.say(&Message::SummaryRefused)),
        Some(Told::Shared) => Some(env.say(&Message::Shared)),
        Some(Told::NoPicture) => Some(env.say(&Message::NoPicture)),
        Some(Told::NoLock) => Some(env.say(&Message::NoLock)),
        None if url.is_none() => Some(env.say(&Message::LinkTooMuch)),
        None if length > LONG => Some(env.say(&Message::LinkLong { length })),
        None => None,
    };
    let back = if model.half(id).is_some() { Press::SessionOpened(id) } else { Press::HomeOpened };
    Some(SheetView {
        head: context.head(Message::BackHome),
        heading: env.say(&heading),
        lead: env.say(&Message::ShareLead),
        sections,
        told,
        text: url.filter(|_| sharing.told == Some(Told::Refused)).map(Words::from),
        ready,
        later: vec![Action::new(env, &Message::EditDone, back)],
        others: others_below,
    })
}

/// Returns the section of further methods: a picture, a code, a file, a password.
fn others(model: &Model, env: &Env<'_>, id: SessionId) -> Section {
    let sharing = &model.sharing;
    let mut entries = Vec::new();
    if let Some(picture) = &sharing.picture {
        entries.push(Entry::Picture(env.say(&Message::PictureName), picture.clone()));
    }
    let mut actions = vec![Action::new(env, &Message::PictureDraw, Press::PictureAsked)];
    if model.here.share_url.is_some() {
        actions.push(Action::new(env, &Message::CopyCode, Press::Sent(SendMethod::CopyCode)));
    }
    actions.push(Action::new(env, &Message::SaveSession, Press::SessionFileAsked(id)));
    actions.push(Action::new(env, &Message::SaveAll, Press::FileAsked));
    entries.push(Entry::Actions(actions));
    if model.here.can_lock {
        let hint = if sharing.lock.payload().is_some() { Message::Locked } else { Message::LockHint };
        let mut field = plain_field(
            model,
            env,
            Field::Share(ShareField::Password),
            &Message::PasswordLabel,
            &sharing.password,
        );
        field.hint = Some(env.say(&hint));
        field.kind = FieldKind::Text(Vec::new());
        entries.push(Entry::Field(field));
        let lock =
            Action::new(env, &Message::Lock, Press::LockAsked).only_if(sharing.lock.payload().is_none());
        entries.push(Entry::Actions(vec![lock]));
    }
    let mut section = section("ways", env.say(&Message::OtherWays), entries);
    section.lead = Some(env.say(&Message::OtherWaysLead));
    section
}
