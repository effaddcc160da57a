//! The sheet of an outgoing link: its contents in words, and the methods that send it.

use crate::domain::draft::Purpose;
use crate::domain::half::ManagerHalf;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::phrase::Wording;
use crate::domain::time::Instant;
use crate::outgoing::mail::{Around, MAIL_LIMIT};
use crate::present::parts::action::{Action, Choice, Choices};
use crate::present::parts::field::{FieldKind, plain_field};
use crate::present::parts::gone::{tell_gone, told_gone};
use crate::present::parts::held_back::stays;
use crate::present::parts::line::Line;
use crate::present::parts::link_context::LinkContext;
use crate::present::parts::sending::{of_plan, save_session};
use crate::present::parts::sheet::{Entry, Section, SheetView, beside, section};
use crate::program::event::{Press, QuarterPress, SendMethod};
use crate::program::state::field::{Field, ShareField};
use crate::program::state::model::Model;
use crate::program::state::sharing::{Lock, Sharing, Told};
use crate::program::update::cancelled::gone;
use crate::program::update::link::{Half, Link, is_cancelled, payload, sent_link};
use crate::program::update::names::are_initials;
use crate::program::update::sending::{address, locked, open_words, seller_half, sending};
use crate::program::update::sent::{SentState, sent_state};
use crate::program::update::single::text;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Number of characters from which a link counts as long. Mail and chat programs are reported to cut links
/// from about 2,000.
pub const LONG: usize = 1_800;

/// Number of characters from which a password is not called short.
const SAFE_PASSWORD: usize = 8;

/// Returns the sheet of the link that sends the session `id`; `None` if there is nothing to send, or another
/// screen is open.
pub(crate) fn outgoing_link(model: &Model, id: SessionId, now: Instant, env: &Env<'_>) -> Option<SheetView> {
    let link = sent_link(model, env, now, id)?;
    let mut context = LinkContext::of(model, now, env, &link);
    context.held = (context.from() == Party::Manager).then(|| model.private(id, Party::Manager).held);
    let sharing = model.screen.sharing()?;
    let invites = context.manager_half().filter(|half| half.is_planned());
    if invites.is_some() && link.manager.is_none() {
        return Some(name_asked(&context, id, sharing.is_of_quarter));
    }
    let locked = locked(model, env);
    let code = locked.as_ref().map(|(sealed, _)| (*sealed).to_owned()).or_else(|| payload(&link));
    let url = code.map(|code| address(model, &code));
    let words = match &locked {
        Some((_, around)) => words_around(&Message::MessageHeading, around, env),
        None => words_around(&Message::MessageHeading, &open_words(model, env, now, &link), env),
    };
    // The message stands beside what the manager chooses; without a choice, the contents stand beside the message.
    let mut sections = match invites {
        Some(half) => vec![count_on(&context, half), beside(words)],
        None => vec![words],
    };
    sections.push(contents(&context));
    sections.extend(stays(model, env, id, context.from()));
    let is_short = are_initials(model, link.pair);
    sections.push(names(env, is_short));
    if sharing.is_open {
        sections.push(further_methods(model, sharing, env, id, is_short));
    }
    // The first method is the main button, the others stand below.
    let fits_mail = fits_mail(model, now, env);
    let mut methods = methods(model, fits_mail, env).into_iter();
    let mut main = methods.next()?;
    let copies = matches!(main.press, Press::Sent(SendMethod::Copy | SendMethod::CopyCode));
    let told = told(model, sharing, &link);
    let is_spoken = copies && told == Some(Told::Copied);
    if is_spoken {
        main.label = env.say(&Message::CopiedPaste { name: &context.name(context.from().other()) });
    }
    let mut others: Vec<Action> = methods.collect();
    let toggle = if sharing.is_open { Message::OtherWaysHide } else { Message::OtherWays };
    others.push(Action::new(env, &toggle, Press::WaysToggled));
    let back = match model.half(id) {
        _ if sharing.is_of_quarter => back_to_quarter(env),
        Some(_) => Action::new(env, &Message::EditDone, Press::SessionOpened(id)),
        None => Action::new(env, &Message::EditDone, Press::HomeOpened),
    };
    Some(SheetView {
        head: context.head(Message::BackHome),
        heading: heading(&context),
        lead: lead(&context, locked.is_some()),
        sections,
        outcome: outcome(model, told, url.as_deref(), fits_mail, env),
        is_spoken,
        text_to_copy: url.filter(|_| sharing.told == Some(Told::Refused)).map(Words::from),
        main,
        answers: vec![back],
        others,
    })
}

/// Returns the heading of the sheet: the kind of message, such as an invitation, and the person it is for.
fn heading(context: &LinkContext<'_>) -> Words {
    let (model, link) = (context.model, context.link);
    let name = &*context.name(context.from().other());
    let planned = |half: &ManagerHalf| half.is_planned().then(|| of_plan(model, link.session, name));
    context.env.say(&match &link.half {
        _ if is_cancelled(link) => tell_gone(gone(model, context.env, link), name),
        Half::Seller { when: None, .. } => Message::ShareAsk { name },
        Half::Seller { .. } => Message::ShareReply { name },
        Half::Manager(half) => match half.content() {
            Some(half) => planned(half).unwrap_or(Message::ShareSummary { name }),
            None => Message::ShareSummary { name },
        },
    })
}

/// Returns the section that lists all contents of the link.
pub(crate) fn contents(context: &LinkContext<'_>) -> Section {
    let env = context.env;
    let mut entries = context.holds();
    if is_cancelled(context.link) {
        let name = &context.name(Party::Manager);
        let words = env.say(&told_gone(gone(context.model, env, context.link), name));
        entries.push(Entry::Line(Line { words, remark: context.planned_when() }));
    }
    let name = &context.name(context.from().other());
    beside(section("holds", env.say(&Message::HoldsHeading { name }), entries))
}

/// Returns the section of the text that goes out with the link, line by line.
pub(crate) fn words_around(heading: &Message<'_>, around: &Around, env: &Env<'_>) -> Section {
    let lines = around.text.lines().filter(|line| !line.is_empty());
    let lines = lines.map(|line| Entry::Line(Line::plain(line.into())));
    section("beside", env.say(heading), lines.collect())
}

/// Returns the explanation of the sheet. A seller may also answer without a link.
fn lead(context: &LinkContext<'_>, is_locked: bool) -> Words {
    let env = context.env;
    let lead = env.say(&match (is_locked, holds_answers(context)) {
        (true, true) => Message::ShareLeadAnswersLocked,
        (true, false) => Message::ShareLeadLocked,
        (false, true) => Message::ShareLeadAnswers,
        (false, false) => Message::ShareLead,
    });
    if context.from() == Party::Manager {
        return lead;
    }
    let tell = env.say(&Message::TellInChat { name: &context.name(Party::Manager) });
    format!("{tell} {lead}").into()
}

/// Returns true if the answers at the close are in the link, which this page does not show.
fn holds_answers(context: &LinkContext<'_>) -> bool {
    let manager = context.manager_half().map(|half| &half.closing);
    let seller = seller_half(context.link).map(|half| &half.closing);
    manager.or(seller).is_some_and(|closing| closing.is_in && closing.heard().is_none())
}

/// Returns the section in which the manager chooses what the seller can count on. None of the lines is chosen for the
/// manager.
fn count_on(context: &LinkContext<'_>, half: &ManagerHalf) -> Section {
    let env = context.env;
    let offered = context.model.catalogue.count_on();
    let tick = |line: &Wording| {
        let action = Action::labelled(env.wording(line), Press::CountOnToggled(line.fingerprint()));
        Entry::Tick(Choice { action, is_chosen: half.ahead.stands_by(line) })
    };
    let mut entries: Vec<Entry> = offered.iter().map(tick).collect();
    if !offered.iter().all(|line| half.ahead.stands_by(line)) {
        entries.push(Entry::Actions(vec![Action::new(env, &Message::CountOnAll, Press::CountOnTaken)]));
    }
    section("count-on", env.say(&Message::CountOnAsk { seller: &context.name(Party::Seller) }), entries)
}

/// Returns the button that leads back to the booked dates of all sellers.
fn back_to_quarter(env: &Env<'_>) -> Action {
    Action::new(env, &Message::QuarterBack, Press::Quarter(QuarterPress::BookedOpened))
}

/// Returns the sheet that asks a manager without a name for the name, before the first invitation goes out.
fn name_asked(context: &LinkContext<'_>, id: SessionId, is_of_quarter: bool) -> SheetView {
    let (env, field) = (context.env, Field::Share(ShareField::OwnName));
    let mut name =
        plain_field(context.model, env, field, &Message::OwnNameLabel, text(context.model, Purpose::OwnName));
    name.kind = FieldKind::Text(Vec::new());
    name.hint = Some(env.say(&Message::OwnNameHint));
    SheetView {
        head: context.head(Message::BackHome),
        heading: env.say(&Message::NameFirst { seller: &context.name(Party::Seller) }),
        lead: Words::default(),
        sections: vec![section("own-name", Words::default(), vec![Entry::Field(name)])],
        outcome: None,
        is_spoken: false,
        text_to_copy: None,
        main: Action::new(env, &Message::NameNext, Press::NameGiven),
        answers: vec![match is_of_quarter {
            true => back_to_quarter(env),
            false => Action::new(env, &Message::BackToSession, Press::SessionOpened(id)),
        }],
        others: Vec::new(),
    }
}

/// Returns the choice between whole names and initials, which stays chosen for the pair; `is_short` is true for initials.
fn names(env: &Env<'_>, is_short: bool) -> Section {
    let mut options = Vec::new();
    for (label, by_initials) in [(Message::NamesWhole, false), (Message::NamesInitials, true)] {
        let action = Action::new(env, &label, Press::InitialsChosen(by_initials));
        options.push(Choice { action, is_chosen: is_short == by_initials });
    }
    let name = env.say(&Message::NamesHeading);
    section("names", name.clone(), vec![Entry::Choices(Choices { name, options })])
}

/// Returns the buttons that share, copy or mail the link in this browser, the best first. Without an address
/// to share, there is only the one that copies the text code.
fn methods(model: &Model, fits_mail: bool, env: &Env<'_>) -> Vec<Action> {
    let is_awaited = model.screen.sharing().is_some_and(|sharing| sharing.lock.is_awaited());
    let send =
        |label: Message<'_>, method| Action::new(env, &label, Press::Sent(method)).only_if(!is_awaited);
    if model.here.share_url.is_none() {
        return vec![send(Message::CopyCode, SendMethod::CopyCode)];
    }
    let mut methods = Vec::new();
    if model.here.can_share {
        methods.push(send(Message::ShareSheet, SendMethod::Share));
    }
    methods.push(send(Message::CopyWords, SendMethod::Copy));
    methods.push(send(Message::CopyLink, SendMethod::CopyLink));
    if fits_mail {
        methods.push(send(Message::SendMail, SendMethod::Mail));
    }
    methods
}

/// Returns true if the message is short enough for a link that opens a mail program.
fn fits_mail(model: &Model, now: Instant, env: &Env<'_>) -> bool {
    let mail = sending(model, env, now, SendMethod::Mail);
    mail.is_some_and(|mail| mail.text.chars().count() <= MAIL_LIMIT)
}

/// Returns the outcome of the last action. A message that went out is no news once the content of the link has changed.
fn told(model: &Model, sharing: &Sharing, link: &Link) -> Option<Told> {
    let next = link.next.as_ref().map(|next| next.session);
    let is_changed = |id| matches!(sent_state(model, id), Some(SentState::Changed(_) | SentState::NotSent));
    let is_stale = [link.session].into_iter().chain(next).any(is_changed);
    sharing.told.filter(|told| !is_stale || !matches!(told, Told::Copied | Told::Shared | Told::Mailed))
}

/// Returns the outcome of the last action; else a warning that the link or the message is long, or that the session is
/// too long for a link, for which `url` is `None`. Returns `None` if there is nothing to say.
fn outcome(
    model: &Model,
    told: Option<Told>,
    url: Option<&str>,
    fits_mail: bool,
    env: &Env<'_>,
) -> Option<Words> {
    let length = url.map_or(0, |url| url.chars().count());
    Some(env.say(&match told {
        Some(Told::Copied) => Message::SummaryCopied,
        Some(Told::Refused) => Message::SummaryRefused,
        Some(Told::Shared) => Message::Shared,
        Some(Told::Mailed) => Message::MailStarted,
        Some(Told::NoPicture) => Message::NoPicture,
        Some(Told::NoLock) => Message::NoLock,
        Some(Told::Unlocked) => Message::Unlocked,
        Some(Told::NotLocked) => Message::NotLocked,
        None if url.is_none() => Message::LinkTooMuch,
        None if length > LONG => Message::LinkLong { length },
        None if model.here.share_url.is_some() && !fits_mail => Message::MailTooLong,
        None => return None,
    }))
}

/// Returns the section of the less common methods: a QR code, a text code unless that is the main method,
/// files, and, where the browser can encrypt, a password. `is_short` is true if the link holds initials.
fn further_methods(
    model: &Model,
    sharing: &Sharing,
    env: &Env<'_>,
    id: SessionId,
    is_short: bool,
) -> Section {
    let mut entries = Vec::new();
    if let Some(picture) = &sharing.picture {
        entries.push(Entry::Picture { name: env.say(&Message::PictureName), picture: picture.clone() });
    }
    let mut actions = vec![Action::new(env, &Message::PictureDraw, Press::PictureAsked)];
    if model.here.share_url.is_some() {
        actions.push(Action::new(env, &Message::CopyCode, Press::Sent(SendMethod::CopyCode)));
    }
    // A file of the session has no password and whole names, so none is offered beside a locked link or initials.
    let has_file = sharing.lock == Lock::Open && !is_short;
    if has_file {
        actions.push(save_session(model, env, id));
    }
    actions.push(Action::new(env, &Message::SaveAll, Press::FileAsked));
    entries.push(Entry::Actions(actions));
    if model.here.can_lock {
        let length = sharing.password.chars().count();
        let hint = match sharing.lock.payload() {
            Some(_) => Message::Locked,
            None if (1..SAFE_PASSWORD).contains(&length) => Message::PasswordShort,
            None => Message::LockHint,
        };
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
    section.lead =
        Some(env.say(if has_file { &Message::OtherWaysLead } else { &Message::OtherWaysLeadCode }));
    section
}
