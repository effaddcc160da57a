//! Sending: all that a link holds, in words, before it goes out; and the ways by which it can.

use super::close::said_at_close;
use super::head::{HeadView, date, link_head};
use super::held::stays;
use super::note::{KINDS, Two, of_kind};
use super::planned::place;
use super::prepare::{Entry, PrepareView, Section, lines, plain_field, readiness_of, section};
use super::{Action, Choice, FieldKind, summary};
use crate::domain::agenda::Agenda;
use crate::domain::id::SessionId;
use crate::domain::phrase::Phrase;
use crate::domain::session::{Course, ManagerHalf, Party, SellerHalf, Stance};
use crate::domain::text::Text;
use crate::domain::time::{Instant, LocalDateTime, Schedule};
use crate::program::effect::Way;
use crate::program::event::{Field, Press};
use crate::program::link::{Half, Link, Told, is_cancelled, outgoing, payload};
use crate::program::model::Model;
use crate::text::intl::Names;
use crate::text::message::{Message, OfLink};
use crate::text::{Voice, Words};

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

/// A link, and all that it takes to speak of it.
pub(super) struct Spoken<'a> {
    pub model: &'a Model,
    pub voice: &'a Voice,
    /// What clocks of this device show.
    pub now: Option<LocalDateTime>,
    pub link: &'a Link,
}

impl<'a> Spoken<'a> {
    pub(super) fn of(model: &'a Model, now: Instant, voice: &'a Voice, link: &'a Link) -> Self {
        Self { model, voice, now: voice.local(now, &model.zone), link }
    }

    /// What that party is called in the link.
    pub(super) fn name(&self, party: Party) -> Words {
        match (party, &self.link.manager) {
            (Party::Seller, _) => self.link.seller.as_str().into(),
            (Party::Manager, Some(name)) => name.as_str().into(),
            (Party::Manager, None) => self.voice.say(&Message::ManagerUnknown),
        }
    }

    /// From whom it is.
    pub(super) fn from(&self) -> Party {
        match self.link.half {
            Half::Manager(_) => Party::Manager,
            Half::Seller { .. } => Party::Seller,
        }
    }

    /// The manager's half, where the link has it.
    pub(super) fn manager_half(&self) -> Option<&ManagerHalf> {
        match &self.link.half {
            Half::Manager(half) => half.content(),
            Half::Seller { .. } => None,
        }
    }

    fn seller_half(&self) -> Option<&SellerHalf> {
        match &self.link.half {
            Half::Seller { half, .. } => half.content(),
            Half::Manager(_) => None,
        }
    }

    /// The date and time of that, as clocks of this device show it.
    pub(super) fn when(&self, schedule: &Schedule, names: Names) -> Words {
        let begins = self.voice.instant(schedule.local, &schedule.zone);
        let local = self.voice.local(begins, &self.model.zone).unwrap_or(schedule.local);
        let day = date(self.voice, local, self.now, names);
        self.voice.say(&Message::WhenShort { date: &day, from: &self.voice.time(local) })
    }

    /// When it is planned for, as the link says, else as it is known here.
    pub(super) fn planned_when(&self) -> Option<Words> {
        let known = || self.model.half(self.link.session).map(|half| &half.plan.schedule);
        let schedule = match &self.link.half {
            Half::Seller { when: Some(schedule), .. } => Some(schedule),
            _ => self.manager_half().map(|half| &half.plan.schedule).or_else(known),
        };
        schedule.map(|schedule| self.when(schedule, Names::Full))
    }

    /// The head of a screen that is about it.
    pub(super) fn head(&self, home: Message<'_>) -> HeadView {
        let half = self.manager_half().or_else(|| self.model.half(self.link.session));
        let coaching_type = half.map(|half| &half.plan.coaching_type.name);
        let (seller, manager) = (self.name(Party::Seller), self.link.manager.as_ref().map(Text::as_str));
        link_head(self.voice, coaching_type, &seller, manager, &home)
    }

    /// All that the link holds, in words.
    pub(super) fn holds(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        if let Some(half) = self.manager_half() {
            self.record(half, &mut entries);
        }
        if let Some(half) = self.seller_half() {
            self.reply(half, &mut entries);
        }
        entries
    }

    fn record(&self, half: &ManagerHalf, entries: &mut Vec<Entry>) {
        let voice = self.voice;
        let plan = &half.plan;
        let place = plan.place.as_ref().map(|place| place.as_str().into());
        entries.push(Entry::Line(self.when(&plan.schedule, Names::Full), place));
        entries.push(Entry::Line(voice.wording(&plan.coaching_type.name), Some(items(voice, &plan.agenda))));
        let (seller, manager) = (self.name(Party::Seller), self.link.manager.as_ref().map(Text::as_str));
        let two = Two { voice, seller: &seller, manager };
        for carried in &half.carried {
            let words = summary::entry(&two, &carried.note);
            entries.push(Entry::Line(words, Some(voice.say(&Message::PromisedBefore))));
        }
        for (kind, heading) in &KINDS {
            for note in of_kind(half, *kind) {
                entries.push(Entry::Line(summary::entry(&two, note), Some(voice.say(heading))));
            }
        }
        if half.prepared.ready.is_some() {
            entries.push(Entry::Line(self.ready(Party::Manager, half.prepared.ready), None));
        }
        if half.course != Course::Planned {
            entries.push(Entry::Line(voice.say(&Message::Link(OfLink::HoldsRecord)), None));
        }
        self.answers(half.closing.is_in, entries);
    }

    fn reply(&self, half: &SellerHalf, entries: &mut Vec<Entry>) {
        let voice = self.voice;
        entries.extend(lines(voice, half));
        if let Some(stance) = half.stance {
            let stance = match stance {
                Stance::BringsIt => Message::Link(OfLink::BringsIt),
                Stance::OtherTime => Message::Link(OfLink::WantsOtherTime),
            };
            entries.push(Entry::Line(voice.say(&stance), None));
        }
        if let Some(wish) = &half.wish {
            let label = &voice.say(&Message::Link(OfLink::WishLabel));
            entries.push(Entry::Line(voice.say(&Message::Labelled { label, words: wish.as_str() }), None));
        }
        if half.ready.is_some() {
            entries.push(Entry::Line(self.ready(Party::Seller, half.ready), None));
        }
        self.answers(half.closing.is_in, entries);
    }

    fn ready(&self, party: Party, ready: Option<crate::domain::preparation::Readiness>) -> Words {
        let plan = self.manager_half().or_else(|| self.model.half(self.link.session)).map(|half| &half.plan);
        readiness_of(self.voice, self.model, self.now, &self.name(party), ready, plan)
    }

    fn answers(&self, is_in: bool, entries: &mut Vec<Entry>) {
        if is_in {
            entries.push(Entry::Line(said_at_close(self.voice, &self.name(self.from().other())), None));
        }
    }
}

/// The items of an agenda in one line.
pub(super) fn items(voice: &Voice, agenda: &Agenda) -> Words {
    let mut line = String::new();
    for item in agenda.items() {
        let minutes = voice.say(&Message::Minutes(item.minutes));
        super::note::append(&mut line, &format!("{} {minutes}", voice.wording(&item.title)));
    }
    line.into()
}

/// What goes out of that session, and how.
pub(super) fn share(model: &Model, id: SessionId, now: Instant, voice: &Voice) -> Option<PrepareView> {
    let link = outgoing(model, id)?;
    let spoken = Spoken::of(model, now, voice, &link);
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
        holds.push(Entry::Line(voice.say(&Message::Link(OfLink::LinkCancelled { name })), None));
    }
    let holds = section("holds", voice.say(&Message::Link(OfLink::HoldsHeading { name: &other })), holds);
    let mut names = Vec::new();
    for (label, by_initials) in
        [(Message::Link(OfLink::NamesWhole), false), (Message::Link(OfLink::NamesInitials), true)]
    {
        let action = Action::new(voice, &label, Press::InitialsChosen(by_initials));
        names.push(Choice { action, is_chosen: sharing.by_initials == by_initials });
    }
    let names = vec![Entry::Choices(voice.say(&Message::Link(OfLink::NamesHeading)), names)];
    let names = section("names", voice.say(&Message::Link(OfLink::NamesHeading)), names);
    let mut sections = vec![holds];
    sections.extend(stays(model, voice, id, spoken.from()));
    sections.push(names);
    if sharing.is_open {
        sections.push(others(model, voice, id));
    }
    let has_address = model.here.share_url.is_some();
    let mut ways = Vec::new();
    let mut offer = |label: Message<'_>, way: Way| ways.push(Action::new(voice, &label, Press::Sent(way)));
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
        let body = sending(model, now, voice, Way::Mail);
        mail.is_off = body.is_none_or(|mail| mail.text.chars().count() > MAIL_LIMIT);
    }
    let ready = if ways.is_empty() { None } else { Some(ways.remove(0)) }?;
    let toggle = if sharing.is_open { Message::DefaultsClose } else { Message::Link(OfLink::OtherWays) };
    ways.push(Action::new(voice, &toggle, Press::WaysToggled));
    let told = match sharing.told {
        Some(Told::Copied) => Some(voice.say(&Message::SummaryCopied)),
        Some(Told::Refused) => Some(voice.say(&Message::SummaryRefused)),
        Some(Told::Shared) => Some(voice.say(&Message::Link(OfLink::Shared))),
        Some(Told::NoPicture) => Some(voice.say(&Message::Link(OfLink::NoPicture))),
        Some(Told::NoLock) => Some(voice.say(&Message::Link(OfLink::NoLock))),
        Some(Told::Absent) => Some(voice.say(&Message::Link(OfLink::PartAbsent))),
        None if url.is_none() => Some(voice.say(&Message::Link(OfLink::LinkTooMuch))),
        None if length > LONG => Some(voice.say(&Message::Link(OfLink::LinkLong { length }))),
        None => None,
    };
    let back = if model.half(id).is_some() { Press::SessionOpened(id) } else { Press::HomeOpened };
    Some(PrepareView {
        head: spoken.head(Message::BackHome),
        heading: voice.say(&heading),
        lead: voice.say(&Message::Link(OfLink::ShareLead)),
        sections,
        told,
        text: url.filter(|_| sharing.told == Some(Told::Refused)).map(Words::from),
        ready,
        later: vec![Action::new(voice, &Message::EditDone, back)],
        others: ways,
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
fn others(model: &Model, voice: &Voice, id: SessionId) -> Section {
    let sharing = &model.sharing;
    let mut entries = Vec::new();
    if let Some(picture) = &sharing.picture {
        entries.push(Entry::Picture(voice.say(&Message::Link(OfLink::PictureName)), picture.clone()));
    }
    let mut actions = vec![Action::new(voice, &Message::Link(OfLink::PictureDraw), Press::PictureAsked)];
    if model.here.share_url.is_some() {
        actions.push(Action::new(voice, &Message::Link(OfLink::CopyCode), Press::Sent(Way::CopyCode)));
    }
    actions.push(Action::new(voice, &Message::SaveSession, Press::SessionFileAsked(id)));
    actions.push(Action::new(voice, &Message::Link(OfLink::SaveAll), Press::FileAsked));
    entries.push(Entry::Actions(actions));
    if model.here.can_lock {
        let hint = if sharing.locked.is_some() {
            Message::Link(OfLink::Locked)
        } else {
            Message::Link(OfLink::LockHint)
        };
        let mut field = plain_field(
            model,
            voice,
            Field::Password,
            &Message::Link(OfLink::PasswordLabel),
            &sharing.password,
        );
        field.hint = Some(voice.say(&hint));
        field.kind = FieldKind::Text(Vec::new());
        entries.push(Entry::Field(Field::Password, field));
        let lock = Action::new(voice, &Message::Link(OfLink::Lock), Press::LockAsked)
            .only_if(sharing.locked.is_none());
        entries.push(Entry::Actions(vec![lock]));
    }
    let mut section = section("ways", voice.say(&Message::Link(OfLink::OtherWays)), entries);
    section.lead = Some(voice.say(&Message::Link(OfLink::OtherWaysLead)));
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
pub fn sending(model: &Model, now: Instant, voice: &Voice, way: Way) -> Option<Sending> {
    let crate::domain::desk::Screen::Share(id) = model.desk.screen else { return None };
    let link = outgoing(model, id)?;
    let spoken = Spoken::of(model, now, voice, &link);
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
    let (voice, manager) = (spoken.voice, spoken.link.manager.as_ref().map(Text::as_str));
    let seller = spoken.name(Party::Seller);
    let mut title = voice.say(&Message::Product).to_string();
    title.push_str(": ");
    title.push_str(&voice.say(&Message::SessionTitle { seller: &seller, manager }));
    if let Some(when) = spoken.planned_when() {
        title.push_str(", ");
        title.push_str(&when);
    }
    title
}

/// What is said before the link, in plain text.
fn words(spoken: &Spoken<'_>) -> String {
    let voice = spoken.voice;
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
            add(&voice.say(&Message::PrepareLeadSeller { manager }));
            for promise in [Phrase::CheckAsk, Phrase::CheckNoForecast, Phrase::CheckForWork] {
                add(&format!("- {}", voice.phrase(promise)));
            }
            add("");
            for item in half.plan.agenda.items() {
                let minutes = voice.say(&Message::Minutes(item.minutes));
                add(&format!("{}, {minutes}", voice.wording(&item.title)));
            }
            add("");
            add(&voice.say(&Message::Link(OfLink::WordsPrepare)));
        }
        Some(_) => add(&voice.say(&Message::Link(OfLink::WordsSummary))),
        None if is_cancelled(spoken.link) => add(&voice.say(&Message::Link(OfLink::WordsCancelled))),
        None => add(&voice.say(&Message::Link(OfLink::WordsReply { name: &spoken.name(Party::Seller) }))),
    }
    text
}
