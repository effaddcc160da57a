//! Notices: sentences that ask for attention, with buttons. Those about storage stand above every screen.

use super::action::Action;
use super::called::called;
use crate::domain::draft::{Draft, Purpose};
use crate::domain::note::NoteLine;
use crate::domain::party::Party;
use crate::domain::record::RecordId;
use crate::domain::text::Text;
use crate::domain::ui_state::Screen;
use crate::program::event::{NotePress, Press, StorageFault, StorageKind};
use crate::program::state::model::Model;
use crate::program::state::thrown::{Thrown, ThrownBy};
use crate::program::update::came_up::is_covered;
use crate::program::update::close::is_final;
use crate::program::update::left::{Stranded, is_resumed, left, reader_of, stranded, waiting};
use crate::program::update::line;
use crate::program::update::offered::begun;
use crate::program::update::screen::is_gone;
use crate::program::update::thrown::thrown_forms;
use crate::program::update::two_names::{TwoNames, two_names};
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// A sentence that asks for attention, with buttons.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Sentence of the notice.
    pub text: Words,
    /// Versions between which the notice lets a person choose, side by side, each with a button of `actions`
    /// in the same order; empty for most notices.
    pub versions: Vec<VersionView>,
    /// Buttons that respond to the notice, the likeliest first; empty if there is nothing to do.
    pub actions: Vec<Action>,
}

/// One of two versions of a session, and how it differs from the other one.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionView {
    /// Heading of the version.
    pub title: Words,
    /// Statement that this window or another open one wrote the version; `None` if another device or a closed
    /// window did, or several windows.
    pub writer: Option<Words>,
    /// Everything that this version says otherwise than the other one.
    pub lines: Vec<VersionLine>,
}

/// A thing of which two versions differ, and what one of them says.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionLine {
    /// Name of the thing, such as "Place".
    pub label: Words,
    /// Content of this version, a line each.
    pub words: Vec<Words>,
}

impl Notice {
    /// Returns a notice without versions to choose from.
    pub(crate) fn new(text: Words, actions: Vec<Action>) -> Self {
        Self { text, versions: Vec::new(), actions }
    }
}

/// Returns the notices above every screen, the most pressing first: about failing or cleared storage, drafts
/// that closed windows left, changes by another window, and unreadable records.
pub(crate) fn notices(model: &Model, env: &Env<'_>) -> Vec<Notice> {
    let health = &model.health;
    let save = || Action::new(env, &Message::SaveFile, Press::FileAsked);
    let fault = health.fault.map(|fault| match fault {
        StorageFault::Denied if model.here.frame.is_some() => Message::StorageDeniedFrame,
        StorageFault::Denied => Message::StorageDenied,
        StorageFault::Full => Message::StorageFull,
        StorageFault::Unwanted => Message::StorageUnwanted,
    });
    let mut notices = Vec::new();
    if health.cleared.is_some() {
        let put_back = Action::new(env, &Message::StoragePutBack, Press::StoragePutBack);
        let leave = Action::new(env, &Message::StorageLeaveCleared, Press::StorageLeftCleared);
        notices.push(Notice::new(env.say(&Message::StorageCleared), vec![put_back, save(), leave]));
    }
    if let Some(text) = fault {
        notices.push(Notice::new(env.say(&text), vec![save()]));
    }
    // Said where the data are listed, not above each screen.
    let is_of_tab = model.here.host.storage == StorageKind::Session;
    if is_of_tab && matches!(model.screen.address(), Screen::Home) && model.overlays.link.is_none() {
        notices.push(Notice::new(env.say(&Message::StorageOfTab), vec![save()]));
    }
    for (purpose, draft) in waiting(model) {
        let take = match purpose {
            Purpose::Line(_, NoteLine::New(kind)) => NotePress::Opened(kind),
            Purpose::Line(_, NoteLine::Differently) => NotePress::DifferentlyOpened,
            Purpose::Line(_, NoteLine::Of(readers, note)) => NotePress::Reopened(readers, note),
            _ => continue,
        };
        let mut notice =
            typed(model, env, (purpose, draft), Press::Note(take), Press::DraftDiscarded(purpose));
        // The line opens on the screen of the session alone.
        if let Screen::Share(id) = model.screen.address() {
            notice.actions = vec![Action::new(env, &Message::BackToSession, Press::SessionOpened(id))];
        }
        notices.push(notice);
    }
    notices.extend(covered(model, env));
    let is_shown = |purpose: Purpose| !matches!(purpose, Purpose::CameUp(pair) if is_covered(model, pair));
    for (purpose, writer, draft) in left(model).into_iter().filter(|(purpose, ..)| is_shown(*purpose)) {
        let (take, discard) = (Press::LeftTaken(purpose, writer), Press::LeftDiscarded(purpose, writer));
        notices.push(typed(model, env, (purpose, draft), take, discard));
    }
    notices.extend(changed_elsewhere(model, env));
    notices.extend(names_in_doubt(model, env));
    notices.extend(thrown(model, env));
    notices.extend(expiring(model, env).filter(|_| !health.dismissed));
    let moved = health.damaged.iter().filter(|(_, was_moved)| *was_moved).count();
    let stuck = health.damaged.len() - moved;
    for (count, text) in [
        (moved, Message::DamagedMoved { count: moved }),
        (stuck, Message::DamagedStuck { count: stuck }),
        (health.newer, Message::NewerData { count: health.newer }),
    ] {
        if count > 0 && !health.dismissed {
            let dismiss = Action::new(env, &Message::Dismiss, Press::NoticeDismissed);
            notices.push(Notice::new(env.say(&text), vec![save(), dismiss]));
        }
    }
    notices
}

/// Returns the notice that words for the manager alone wait on the page of a pair while a seller has the device, with the press
/// that shows them; `None` on any other screen.
fn covered(model: &Model, env: &Env<'_>) -> Option<Notice> {
    let Screen::Pair(pair) = model.screen.address() else { return None };
    if model.overlays.link.is_some() || !is_covered(model, pair) {
        return None;
    }
    let name = called(model, env, model.pair(pair), Party::Manager);
    let show = Action::new(env, &Message::IAm { name: &name }, Press::DraftUncovered(Purpose::CameUp(pair)));
    Some(Notice::new(env.say(&Message::WaitsFor { name: &name }), vec![show]))
}

/// Returns the notice about a half-typed text, with the presses that go on with it and discard it. Text for one party alone
/// shows once that party says so.
fn typed(
    model: &Model,
    env: &Env<'_>,
    (purpose, draft): (Purpose, &Draft),
    take: Press,
    discard: Press,
) -> Notice {
    let discard = Action::new(env, &Message::LeftDiscard, discard);
    if let Some(party) = reader_of(model, purpose, &draft.content) {
        let name = name_of(model, env, purpose, party);
        let show = Action::new(env, &Message::IAm { name: &name }, Press::DraftUncovered(purpose));
        return Notice::new(env.say(&Message::LeftFor { name: &name }), vec![show, discard]);
    }
    let text = draft.content.texts().collect::<Vec<_>>().join(" \u{b7} ");
    let take = Action::new(env, &Message::LeftTake, take);
    let text = env.say(&Message::LeftTyped { text: &shortened(&text, LEFT_SHOWN) });
    Notice::new(text, vec![take, discard])
}

/// Returns the notice that text of forms was thrown away, or was discarded in a notice, with a button that brings each back;
/// `None` if none was just now. Several texts are told apart by their words, unless they are for one party alone. A form or
/// sheet offers its own texts alone, and what was discarded there.
fn thrown(model: &Model, env: &Env<'_>) -> Option<Notice> {
    let own = model.screen.address().purpose();
    let is_below = model.overlays.link.is_some();
    let is_offered = |(_, thrown): &(usize, &Thrown)| {
        let is_of_form = !is_below && own.is_none_or(|own| thrown.purpose == own);
        thrown.by == ThrownBy::Discard || is_of_form
    };
    let forms: Vec<(usize, &Thrown)> = thrown_forms(model).filter(is_offered).take(THROWN_SHOWN).collect();
    let mut actions = Vec::new();
    for (place, thrown) in &forms {
        let press = Press::FormBroughtBack(*place);
        let is_alone = reader_of(model, thrown.purpose, &thrown.draft.content).is_some()
            && thrown.by == ThrownBy::Discard;
        let text = shortened(&thrown.shown_texts().join(" \u{b7} "), LABEL_SHOWN);
        let label = match forms.len() {
            1 => Message::BringBack,
            _ if is_alone => Message::BringBack,
            _ => Message::BringBackText { text: &text },
        };
        actions.push(Action::new(env, &label, press));
    }
    (!actions.is_empty()).then(|| Notice::new(env.say(&Message::FormThrown), actions))
}

/// Returns the questions about names that were given at once: on the list about all, on the page of a pair and in a session
/// about those of that pair.
fn names_in_doubt(model: &Model, env: &Env<'_>) -> Vec<Notice> {
    let ids: Vec<RecordId> = match model.screen.address() {
        _ if model.overlays.link.is_some() => Vec::new(),
        Screen::Home => {
            let pairs = model.pairs().map(|(id, _)| RecordId::Pair(id));
            [RecordId::Settings].into_iter().chain(pairs).collect()
        }
        Screen::Pair(id) => vec![RecordId::Pair(id)],
        Screen::Session(id) => {
            model.session(id).map(|session| RecordId::Pair(session.pair)).into_iter().collect()
        }
        _ => Vec::new(),
    };
    let mut notices = Vec::new();
    for TwoNames { id, names } in ids.into_iter().filter_map(|id| two_names(model, id)) {
        let [one, other] =
            names.map(|names| names.iter().map(Text::as_str).collect::<Vec<_>>().join(" \u{b7} "));
        let text = match id {
            RecordId::Settings => Message::OwnTwoNames { one: &one, other: &other },
            _ => Message::TwoNames { one: &one, other: &other },
        };
        let choose = |name: &str, choice| Action::labelled(name.into(), Press::NameChosen(id, choice));
        notices.push(Notice::new(env.say(&text), vec![choose(&one, 0), choose(&other, 1)]));
    }
    notices
}

/// Returns the notice that expired drafts go, on the list with the texts that are not for one party alone; `None` if there
/// are no such drafts, and above an opened link.
fn expiring(model: &Model, env: &Env<'_>) -> Option<Notice> {
    let told = model.expiry_told.filter(|_| model.overlays.link.is_none())?;
    let oldest = model.drafts.oldest_expired(told)?;
    let day = env.date(env.local(oldest, &model.zone)?, None, Names::Full);
    let is_list = model.screen.address() == Screen::Home;
    let is_open = |(purpose, draft): &(Purpose, &Draft)| reader_of(model, *purpose, &draft.content).is_none();
    let shown = model.drafts.expired(told).filter(|expired| is_list && is_open(expired));
    let texts: Vec<&str> = shown.flat_map(|(_, draft)| draft.content.texts()).collect();
    let text = shortened(&texts.join(" \u{b7} "), LEFT_SHOWN);
    let days = model.limits.drafts_kept_days();
    let keep = Action::new(env, &Message::ExpiringKeep { days }, Press::ExpiredKept);
    let dismiss = Action::new(env, &Message::Dismiss, Press::NoticeDismissed);
    let words = match texts.is_empty() {
        true => Message::Expiring { day: &day, days },
        false => Message::ExpiringText { day: &day, text: &text, days },
    };
    Some(Notice::new(env.say(&words), vec![keep, dismiss]))
}

/// Returns the notices about text that was typed here and can no longer be kept, or that the person came back
/// to, and about a change by another window that concerns the open screen.
fn changed_elsewhere(model: &Model, env: &Env<'_>) -> Vec<Notice> {
    let mut notices = Vec::new();
    for Stranded { purpose, writer, texts, reader } in stranded(model) {
        let text = texts.join(" \u{b7} ");
        let discard = match writer {
            None => Press::DraftDiscarded(purpose),
            Some(writer) => Press::LeftDiscarded(purpose, writer),
        };
        let discard = Action::new(env, &Message::LeftDiscard, discard);
        // A file may bring the text without its session.
        let is_elsewhere = purpose.session().is_some_and(|id| model.known(id).is_none());
        if let Some(party) = reader {
            let name = name_of(model, env, purpose, party);
            let show = Action::new(env, &Message::IAm { name: &name }, Press::DraftUncovered(purpose));
            let told = match is_elsewhere {
                true => Message::StrandedElsewhereFor { name: &name },
                false => Message::StrandedFor { name: &name },
            };
            notices.push(Notice::new(env.say(&told), vec![show, discard]));
        } else {
            let told = match (is_elsewhere, purpose) {
                (true, _) => Message::StrandedElsewhere { text: &text },
                (_, Purpose::Answer(_)) => Message::LeftTyped { text: &text },
                _ => Message::Stranded { text: &text },
            };
            notices.push(Notice::new(env.say(&told), vec![discard]));
        }
    }
    if model.overlays.link.is_some() {
        return notices;
    }
    let mut tell = |message: Message<'_>, actions| notices.push(Notice::new(env.say(&message), actions));
    match model.screen.address() {
        Screen::Plan(Some(_)) if is_gone(model) => tell(Message::DeletedElsewhere, Vec::new()),
        Screen::Pair(_) | Screen::Share(_) => {}
        _ if is_gone(model) => tell(Message::SessionGone, Vec::new()),
        Screen::Plan(target) if begun(model, target).is_some() => tell(Message::BegunElsewhere, Vec::new()),
        Screen::Plan(_) | Screen::Ask | Screen::Quarter if is_resumed(model) => {
            let start_over = Action::new(env, &Message::StartOver, Press::StartedOver);
            tell(Message::Resumed, vec![start_over]);
        }
        Screen::Session(_) if line::is_resumed(model) => {
            let start_over = Action::new(env, &Message::StartOver, Press::StartedOver);
            tell(Message::ResumedNote, vec![start_over]);
        }
        Screen::Prepare(id, _)
            if model.half(id).is_some_and(|half| !half.is_planned())
                && model.screen.sheet().is_some_and(|sheet| !sheet.is_agreed) =>
        {
            tell(Message::StartedElsewhere, Vec::new());
        }
        Screen::Close(id, party) if is_final(model, id, party) => {
            tell(Message::AnsweredElsewhere, Vec::new());
        }
        _ => {}
    }
    notices
}

/// Returns the name of a party of the session that a purpose belongs to, which may be deleted.
fn name_of(model: &Model, env: &Env<'_>, purpose: Purpose, party: Party) -> Words {
    let session = purpose.session().and_then(|id| model.known(id));
    called(model, env, session.and_then(|session| model.pair(session.pair)), party)
}

/// Upper bound on the shown characters of an offered draft, one that a closed window left or this one set
/// aside.
pub(crate) const LEFT_SHOWN: usize = 160;

/// Upper bound on the shown characters of a thrown-away text on the button that brings it back, and of a half-typed answer
/// that another screen leads back to.
pub(crate) const LABEL_SHOWN: usize = 40;

/// Upper bound on the buttons that bring thrown-away text of forms back; the earlier texts follow as these are brought
/// back.
const THROWN_SHOWN: usize = 3;

/// Returns the first `most` characters of a text, with an ellipsis where the text goes on.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}\u{2026}", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}
