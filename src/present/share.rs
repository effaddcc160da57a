//! Sending: all that a link holds, in words, before it goes out; and the ways by which it can.

use super::held::stays;
use super::planned::place;
use super::prepare::{Entry, PrepareView, Section, plain_field, section};
use super::spoken::Spoken;
use super::{Action, Choice, FieldKind};
use crate::domain::id::SessionId;
use crate::domain::phrase::Phrase;
use crate::domain::session::{ManagerHalf, Party};
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::program::effect::Way;
use crate::program::event::{Field, Press};
use crate::program::link::{Half, Told, is_cancelled, outgoing, payload};
use crate::program::model::Model;
use crate::text::message::{Message, OfLink};
use crate::text::{Env, Words};

/// The longest mail that is handed to a mail program, in characters: some cut what is longer.
pub const MAIL_LIMIT: usize = 1_500;

/// From how many characters on a link is told to be long: mail and chat programs are reported to cut
/// links from about 2,000.
pub const LONG: usize = 1_800;

/// What goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// The title of a mail, or of what is shared.
    pub title: String,
    /// The words; with the link on a line of its own, unless it stands in `link`.
    pub text: String,
    /// The link, where it goes beside the words.
    pub link: Option<String>,
}

/// What goes out of that session, and how.
pub(super) fn share(model: &Model, id: SessionId, now: Instant, env: &Env<'_>) -> Option<PrepareView> {
    let link = outgoing(model, id)?;
    let mut spoken = Spoken::of(model, now, env, &link);
    spoken.held = (spoken.from() == Party::Manager).then(|| model.private(id, Party::Manager).held);
    let other = spoken.name(spoken.from().other());
    let heading = match &link.half {
        _ if is_cancelled(&link) => Message::Link(OfLink::ShareCancelled { name: &other }),
        Half::Seller { when: None, .. } => Message::Link(OfLink::ShareAsk { name: &other }),
        Half::Seller { .. } => Message::Link(OfLink::ShareReply { name: &other }),
        Half::Manager(half) => match half.content() {
            Some(half) if half.is_planned() => {
                let has_answered = model.session(id).is_some_and(|session| session.seller_half().is_some());
                of_plan(half, has_answered, &other)
            }
            _ => Message::Link(OfLink::ShareSummary { name: &other }),
        },
    };
    let sharing = &model.sharing;
    let url = sharing.locked.clone().or_else(|| payload(&link)).map(|code| address(model, &code));
    let length = url.as_ref().map_or(0, |url| url.chars().count());
    let mut holds = spoken.holds();
    if is_cancelled(&link) {
        let name = &spoken.name(Party::Manager);
        holds.push(Entry::Line(env.say(&Message::Link(OfLink::LinkCancelled { name })), None));
    }
    let holds = section("holds", env.say(&Message::Link(OfLink::HoldsHeading { name: &other })), holds);
    let mut names = Vec::new();
    for (label, by_initials) in
        [(Message::Link(OfLink::NamesWhole), false), (Message::Link(OfLink::NamesInitials), true)]
    {
        let action = Action::new(env, &label, Press::InitialsChosen(by_initials));
        names.push(Choice { action, is_chosen: sharing.by_initials == by_initials });
    }
    let names = vec![Entry::Choices(env.say(&Message::Link(OfLink::NamesHeading)), names)];
    let names = section("names", env.say(&Message::Link(OfLink::NamesHeading)), names);
    let mut sections = vec![holds];
    sections.extend(stays(model, env, id, spoken.from()));
    sections.push(names);
    if sharing.is_open {
        sections.push(others(model, env, id));
    }
    let has_address = model.here.share_url.is_some();
    let mut ways = Vec::new();
    let mut offer = |label: Message<'_>, way: Way| ways.push(Action::new(env, &label, Press::Sent(way)));
    if !has_address {
        offer(Message::Link(OfLink::CopyCode), Way::CopyCode);
    } else {
        if model.here.can_share {
            offer(Message::Link(OfLink::ShareSheet), Way::Share);
        }
        offer(Message::Link(OfLink::CopyWords), Way::Copy);
        offer(Message::Link(OfLink::CopyLink), Way::CopyLink);
        offer(Message::Link(OfLink::SendMail), Way::Mail);
    }
    for mail in ways.iter_mut().filter(|way| way.press == Press::Sent(Way::Mail)) {
        let body = sending(model, now, env, Way::Mail);
        mail.is_off = body.is_none_or(|mail| mail.text.chars().count() > MAIL_LIMIT);
    }
    // The first way is the main button, the others stand below.
    let mut ways = ways.into_iter();
    let ready = ways.next()?;
    let mut others_below: Vec<Action> = ways.collect();
    let toggle = if sharing.is_open { Message::DefaultsClose } else { Message::Link(OfLink::OtherWays) };
    others_below.push(Action::new(env, &toggle, Press::WaysToggled));
    let told = match sharing.told {
        Some(Told::Copied) => Some(env.say(&Message::SummaryCopied)),
        Some(Told::Refused) => Some(env.say(&Message::SummaryRefused)),
        Some(Told::Shared) => Some(env.say(&Message::Link(OfLink::Shared))),
        Some(Told::NoPicture) => Some(env.say(&Message::Link(OfLink::NoPicture))),
        Some(Told::NoLock) => Some(env.say(&Message::Link(OfLink::NoLock))),
        None if url.is_none() => Some(env.say(&Message::Link(OfLink::LinkTooMuch))),
        None if length > LONG => Some(env.say(&Message::Link(OfLink::LinkLong { length }))),
        None => None,
    };
    let back = if model.half(id).is_some() { Press::SessionOpened(id) } else { Press::HomeOpened };
    Some(PrepareView {
        head: spoken.head(Message::BackHome),
        heading: env.say(&heading),
        lead: env.say(&Message::Link(OfLink::ShareLead)),
        sections,
        told,
        text: url.filter(|_| sharing.told == Some(Told::Refused)).map(Words::from),
        ready,
        later: vec![Action::new(env, &Message::EditDone, back)],
        others: others_below,
    })
}

/// What becomes of a plan that goes to the seller, and whether the seller answered before.
pub(super) fn of_plan<'a>(half: &ManagerHalf, has_answered: bool, name: &'a str) -> Message<'a> {
    Message::Link(match half.prepared.invited {
        Some(invited) if !invited.is_for(&half.plan) => OfLink::ShareChanged { name },
        Some(_) if has_answered => OfLink::SendTo { name },
        _ => OfLink::ShareInvite { name },
    })
}

/// The ways that few need.
fn others(model: &Model, env: &Env<'_>, id: SessionId) -> Section {
    let sharing = &model.sharing;
    let mut entries = Vec::new();
    if let Some(picture) = &sharing.picture {
        entries.push(Entry::Picture(env.say(&Message::Link(OfLink::PictureName)), picture.clone()));
    }
    let mut actions = vec![Action::new(env, &Message::Link(OfLink::PictureDraw), Press::PictureAsked)];
    if model.here.share_url.is_some() {
        actions.push(Action::new(env, &Message::Link(OfLink::CopyCode), Press::Sent(Way::CopyCode)));
    }
    actions.push(Action::new(env, &Message::SaveSession, Press::SessionFileAsked(id)));
    actions.push(Action::new(env, &Message::Link(OfLink::SaveAll), Press::FileAsked));
    entries.push(Entry::Actions(actions));
    if model.here.can_lock {
        let hint = if sharing.locked.is_some() {
            Message::Link(OfLink::Locked)
        } else {
            Message::Link(OfLink::LockHint)
        };
        let mut field = plain_field(
            model,
            env,
            Field::Password,
            &Message::Link(OfLink::PasswordLabel),
            &sharing.password,
        );
        field.hint = Some(env.say(&hint));
        field.kind = FieldKind::Text(Vec::new());
        entries.push(Entry::Field(Field::Password, field));
        let lock = Action::new(env, &Message::Link(OfLink::Lock), Press::LockAsked)
            .only_if(sharing.locked.is_none());
        entries.push(Entry::Actions(vec![lock]));
    }
    let mut section = section("ways", env.say(&Message::Link(OfLink::OtherWays)), entries);
    section.lead = Some(env.say(&Message::Link(OfLink::OtherWaysLead)));
    section
}

/// The address with that payload; the payload alone, where there is no address to share.
fn address(model: &Model, code: &str) -> String {
    match &model.here.share_url {
        Some(url) => format!("{url}#cs={code}"),
        None => code.to_owned(),
    }
}

/// What goes out in that way; `None` where there is nothing to send.
#[must_use]
pub fn sending(model: &Model, now: Instant, env: &Env<'_>, way: Way) -> Option<Sending> {
    let crate::domain::desk::Screen::Share(id) = model.desk.screen else { return None };
    let link = outgoing(model, id)?;
    let spoken = Spoken::of(model, now, env, &link);
    let code = model.sharing.locked.clone().or_else(|| payload(&link))?;
    let url = address(model, &code);
    let title = title(&spoken);
    let (text, link) = match way {
        Way::CopyCode => (code, None),
        Way::CopyLink => (url, None),
        Way::Share => (words(&spoken), Some(url)),
        Way::Copy | Way::Mail => (format!("{}\n{url}\n", words(&spoken)), None),
    };
    Some(Sending { title, text, link })
}

/// "Coaching session", who with whom, and when.
fn title(spoken: &Spoken<'_>) -> String {
    let (env, manager) = (spoken.env, spoken.link.manager.as_ref().map(Text::as_str));
    let seller = spoken.name(Party::Seller);
    let mut title = env.say(&Message::Product).to_string();
    title.push_str(": ");
    title.push_str(&env.say(&Message::SessionTitle { seller: &seller, manager }));
    if let Some(when) = spoken.planned_when() {
        title.push_str(", ");
        title.push_str(&when);
    }
    title
}

/// What is said before the link, in plain text.
fn words(spoken: &Spoken<'_>) -> String {
    let env = spoken.env;
    let mut text = format!("{}\n", title(spoken));
    let mut add = |line: &str| {
        text.push_str(line);
        text.push('\n');
    };
    match spoken.manager_half() {
        Some(half) if half.is_planned() => {
            if let Some(at) = &half.plan.place {
                add(&place(at.as_str()).href.unwrap_or_else(|| at.as_str().into()));
            }
            add("");
            let manager = &spoken.name(Party::Manager);
            add(&env.say(&Message::PrepareLeadSeller { manager }));
            for promise in [Phrase::CheckAsk, Phrase::CheckNoForecast, Phrase::CheckForWork] {
                add(&format!("- {}", env.phrase(promise)));
            }
            add("");
            for item in half.plan.agenda.items() {
                let minutes = env.say(&Message::Minutes(item.minutes));
                add(&format!("{}, {minutes}", env.wording(&item.title)));
            }
            add("");
            add(&env.say(&Message::Link(OfLink::WordsPrepare)));
        }
        Some(_) => add(&env.say(&Message::Link(OfLink::WordsSummary))),
        None if is_cancelled(spoken.link) => add(&env.say(&Message::Link(OfLink::WordsCancelled))),
        None => add(&env.say(&Message::Link(OfLink::WordsReply { name: &spoken.name(Party::Seller) }))),
    }
    text
}
