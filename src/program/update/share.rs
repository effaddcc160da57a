//! Sending a session: the link to the other party, its send methods, and the request for a session.

use super::complaint::{checked_text, complain, typed_as};
use super::note;
use super::screen::put_up;
use super::sides::become_seller;
use crate::domain::draft::{Purpose, RequestDraft};
use crate::domain::half::SellerHalf;
use crate::domain::id::SessionId;
use crate::domain::note::{CARRIED_LIMIT, Carried, NOTE_LIMIT, Note, NoteId};
use crate::domain::pair::Pair;
use crate::domain::party::Party;
use crate::domain::private::Private;
use crate::domain::readiness::Readiness;
use crate::domain::record::{Record, RecordId, Settings};
use crate::domain::register::Register;
use crate::domain::session::Session;
use crate::domain::text::{Text, TextError};
use crate::domain::time::Instant;
use crate::domain::topic::Topic;
use crate::domain::ui_state::Screen;
use crate::outgoing::picture::Picture;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::event::SendMethod;
use crate::program::state::complaint::Complaint;
use crate::program::state::field::{AskField, Field, ShareField};
use crate::program::state::kept::{Kept, Value};
use crate::program::state::model::Model;
use crate::program::state::request::RequestId;
use crate::program::state::sharing::{Lock, Sharing, Told};
use crate::program::update::earlier;
use crate::program::update::link::outgoing;
use crate::program::update::same::{named, one};
use crate::program::update::sending::{Sending, address, sending};
use crate::text::Env;
use crate::wire::key::Key;
use crate::wire::link::{encode, write, write_locked};

/// Opens the screen that sends the session. A plan takes open next steps of earlier sessions along.
pub(super) fn open(model: &mut Model, id: SessionId, effects: &mut Vec<Effect>) {
    let mut carried = Vec::new();
    let Some(pair) = model.known(id).map(|session| one(model, session.pair)) else { return };
    let open = earlier::open(model, Some(id)).into_iter().filter(|earlier| earlier.pair == pair);
    for earlier in open.take(CARRIED_LIMIT) {
        let note = earlier.note.clone();
        carried.push(Carried { session: earlier.session, began: earlier.began, note });
    }
    model.change(id, &mut |half| {
        if half.is_planned() {
            half.carried.clone_from(&carried);
        }
    });
    put_up(model, Screen::Share(id), effects);
}

/// Sends the session on the screen by this method, and records the invitation of a planned one. Does nothing
/// while the link is being encrypted.
pub(super) fn send(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    method: SendMethod,
    effects: &mut Vec<Effect>,
) {
    // The person waits for a locked link; an open one must not go out in its place.
    if model.screen.sharing().is_some_and(|sharing| sharing.lock.is_awaited()) {
        return;
    }
    remember(model, now);
    let request = model.requests.begin();
    let message = sending(model, env, now, method);
    let Some(sharing) = model.screen.sharing_mut() else { return };
    sharing.told = None;
    sharing.sending = None;
    match (message, method) {
        (Some(Sending { text, .. }), SendMethod::Copy | SendMethod::CopyLink | SendMethod::CopyCode) => {
            sharing.sending = Some(request);
            effects.push(Effect::Copy { request, text });
        }
        (Some(Sending { title, text, link }), SendMethod::Share) => {
            sharing.sending = Some(request);
            effects.push(Effect::Share { request, title, text, link });
        }
        (Some(Sending { title, text, .. }), SendMethod::Mail) => {
            effects.push(Effect::Mail { subject: title, body: text });
        }
        // The session is too long for a link: the screen says so.
        (None, SendMethod::Copy | SendMethod::CopyLink | SendMethod::CopyCode) => {
            refuse(sharing, effects);
        }
        (None, SendMethod::Share | SendMethod::Mail) => {}
    }
}

/// Handles the outcome of copying; `is_copied` is true if the text is on the clipboard. Ignores an answer to
/// an earlier request.
pub(super) fn copied(model: &mut Model, request: RequestId, is_copied: bool, effects: &mut Vec<Effect>) {
    let Some(sharing) = model.screen.sharing_mut() else { return };
    if sharing.sending.take_if(|awaited| *awaited == request).is_some() {
        match is_copied {
            true => sharing.told = Some(Told::Copied),
            false => refuse(sharing, effects),
        }
    }
}

/// Tells that copying failed, and shows the text for copying by hand, if there is one.
fn refuse(sharing: &mut Sharing, effects: &mut Vec<Effect>) {
    sharing.told = Some(Told::Refused);
    move_focus(effects, Focus::Summary);
}

/// Handles the outcome of the share sheet; `is_shared` is true if the person shared the text. Ignores an
/// answer to an earlier request.
pub(super) fn shared(model: &mut Model, request: RequestId, is_shared: bool) {
    let Some(sharing) = model.screen.sharing_mut() else { return };
    if sharing.sending.take_if(|awaited| *awaited == request).is_some() {
        sharing.told = is_shared.then_some(Told::Shared);
    }
}

/// Draws the link as a QR code, or the text code if there is no address, and records the invitation of a
/// planned session. Does nothing while the link is being encrypted.
pub(super) fn draw(model: &mut Model, now: Instant) {
    if model.screen.sharing().is_some_and(|sharing| sharing.lock.is_awaited()) {
        return;
    }
    remember(model, now);
    let Some(code) = code(model) else { return };
    let (picture, plain) = (Picture::of(&address(model, &code)), plain(model));
    let Some(sharing) = model.screen.sharing_mut() else { return };
    sharing.told = picture.is_none().then_some(Told::NoPicture);
    sharing.picture = picture;
    sharing.made_of = plain;
}

/// Asks the browser to encrypt the link by the typed password, or complains if none is typed. Records the
/// invitation of a planned session.
pub(super) fn ask_lock(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    remember(model, now);
    let plain = plain(model);
    let request = model.requests.begin();
    let Some(sharing) = model.screen.sharing_mut() else { return };
    let password = sharing.password.clone();
    if password.is_empty() {
        let complaints = vec![(Field::Share(ShareField::Password), Complaint::Text(TextError::Empty))];
        complain(&complaints, |field| field, effects);
        sharing.complaints = complaints;
    } else if sharing.lock == Lock::Open
        && let Some(plain) = plain
    {
        sharing.lock = Lock::Asked(request);
        sharing.made_of = Some(plain.clone());
        effects.push(Effect::Lock { request, plain, password });
    }
}

/// Forgets the QR code and locks the link again if what the link carries has changed since, here or in another
/// window. So a locked link never goes out open, nor with other content than the screen shows.
pub(super) fn follow(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    let made_of = model.screen.sharing().and_then(|sharing| sharing.made_of.as_ref());
    if made_of.is_none() || made_of == plain(model).as_ref() {
        return;
    }
    remember(model, now);
    let (plain, request) = (plain(model), model.requests.begin());
    let Some(sharing) = model.screen.sharing_mut() else { return };
    let was_locked = std::mem::take(&mut sharing.lock) != Lock::Open;
    sharing.picture = None;
    sharing.told = None;
    sharing.made_of = plain.filter(|_| was_locked);
    if let Some(plain) = sharing.made_of.clone() {
        sharing.lock = Lock::Asked(request);
        effects.push(Effect::Lock { request, plain, password: sharing.password.clone() });
    }
}

/// Returns the content of the open link, not encrypted; `None` on another screen, or if the session is too long for a
/// link.
fn plain(model: &Model) -> Option<Vec<u8>> {
    open_session(model).and_then(|id| encode(&outgoing(model, id)?).ok())
}

/// Stores the encrypted link, which goes out from now on; `sealed` is `None` if the browser refused. Drops
/// the answer if another link is open by now, or if the link changed: the answer could hold content that is
/// held back since.
pub(super) fn locked(model: &mut Model, request: RequestId, sealed: Option<&[u8]>) {
    let Some(sharing) = model.screen.sharing_mut() else { return };
    if sharing.lock == Lock::Asked(request) {
        sharing.told = sealed.is_none().then_some(Told::NoLock);
        sharing.lock = sealed.map_or(Lock::Open, |sealed| Lock::Locked(write_locked(sealed)));
        sharing.picture = None;
    }
}

/// Chooses the names in the outgoing link; `by_initials` is true for initials.
pub(super) fn choose_initials(model: &mut Model, by_initials: bool) {
    if let Some(sharing) = model.screen.sharing_mut() {
        sharing.by_initials = by_initials;
    }
    forget_made(model);
}

/// Holds a note back from the seller: moves it from the session to the manager's private record, if that has
/// room and can be stored.
pub(super) fn hold(model: &mut Model, note: NoteId) {
    let Some(id) = open_session(model) else { return };
    let Some(note) = model.half(id).and_then(|half| half.notes.get(note)).cloned() else { return };
    let mut private = model.private(id, Party::Manager);
    if private.held.notes.len() < NOTE_LIMIT && model.keeps_private(id, Party::Manager) {
        model.change(id, &mut |half| half.notes.set(note.id, None, 0));
        private.held.hold(&note);
        redact(model, id, private);
    }
}

/// Shares a held-back note with the seller again, if the session's record has room.
pub(super) fn unhold(model: &mut Model, note: NoteId) {
    let Some(id) = open_session(model) else { return };
    let mut private = model.private(id, Party::Manager);
    let Some(place) = private.held.notes.iter().position(|held| held.id == note) else { return };
    let Some(notes) = model.half(id).map(|half| &half.notes) else { return };
    // Another device may have given the same id to a new note.
    let Some(free) = note::free(model, id, notes) else { return };
    let name = if notes.get(note).is_none() { note } else { free };
    let before = notes.all.iter().position(|other| other.id > name).unwrap_or(usize::MAX);
    let note = Note { id: name, ..private.held.notes.remove(place) };
    model.change(id, &mut |half| half.notes.set(name, Some(&note), before));
    redact(model, id, private);
}

/// Stores the manager's private record with the held-back notes, and shows these on the screen, so that the
/// change can be undone at once.
fn redact(model: &mut Model, id: SessionId, private: Private) {
    model.keep_private(id, Party::Manager, private);
    show_held(model);
    forget_made(model);
}

/// Stores the typed password for the outgoing link. A locked link is open again, and the screen says so.
pub(super) fn typed(model: &mut Model, field: ShareField, text: String) {
    let Some(sharing) = model.screen.sharing_mut() else { return };
    match field {
        ShareField::Password => sharing.password = text,
    }
    let was_open = sharing.told != Some(Told::Unlocked) && sharing.lock == Lock::Open;
    forget_made(model);
    if let Some(sharing) = model.screen.sharing_mut() {
        sharing.lock = Lock::Open;
        sharing.told = (!was_open).then_some(Told::Unlocked);
    }
}

/// Stores the typed text of a field in the form in which a seller asks for a session.
pub(super) fn typed_asking(model: &mut Model, field: AskField, text: String) {
    let Some(asking) = model.drafts.edit::<RequestDraft>(Purpose::Request) else { return };
    match field {
        AskField::Manager => asking.manager = text,
        AskField::OwnName => asking.own_name = text,
        AskField::Topic => asking.topic = text,
        AskField::Wish => asking.wish = text,
    }
}

/// Forgets the QR code and the outcome, which belong to an older link.
fn forget_made(model: &mut Model) {
    if let Some(sharing) = model.screen.sharing_mut() {
        sharing.picture = None;
        sharing.told = None;
    }
}

/// Shows the notes that are held back, on the screen that sends the session.
pub(super) fn show_held(model: &mut Model) {
    if let Some(sharing) = model.screen.sharing_mut() {
        sharing.shows_held = true;
    }
}

/// Shows or hides the less common send methods.
pub(super) fn toggle_ways(model: &mut Model) {
    if let Some(sharing) = model.screen.sharing_mut() {
        sharing.is_open = !sharing.is_open;
    }
}

/// Returns the session on the screen that sends it; `None` on another screen.
fn open_session(model: &Model) -> Option<SessionId> {
    match model.screen.address() {
        Screen::Share(id) => Some(id),
        _ => None,
    }
}

/// Returns the text code of the outgoing link, encrypted if it is locked; `None` on another screen, or if the
/// session is too long for a link.
fn code(model: &Model) -> Option<String> {
    let plain = || write(&outgoing(model, open_session(model)?)?).ok();
    let locked = model.screen.sharing().and_then(|sharing| sharing.lock.payload());
    locked.map(str::to_owned).or_else(plain)
}

/// Records that an invitation for the current plan went out to the seller, unless one did before. Does
/// nothing on the seller's device, or once the session has begun.
fn remember(model: &mut Model, now: Instant) {
    let Some(id) = open_session(model) else { return };
    model.change(id, &mut |half| {
        if half.is_planned() && !half.prepared.invited.is_some_and(|invited| invited.is_for(&half.plan)) {
            half.prepared.invited = Some(Readiness { at: now, plan: half.plan.fingerprint() });
        }
    });
}

/// Opens the form in which a seller asks for a session.
pub(super) fn open_asking(model: &mut Model, effects: &mut Vec<Effect>) {
    let own_name = typed_as(model.settings().own_name.as_ref());
    put_up(model, Screen::Ask, effects);
    model.drafts.resume(Purpose::Request, RequestDraft { own_name, ..RequestDraft::default() });
}

/// Stores the seller's request for a session, and opens the screen that sends it; or complains about the
/// form. A manager of a known name is the same person.
pub(super) fn ask(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(asking) = model.drafts.get::<RequestDraft>(Purpose::Request) else { return };
    let mut complaints = Vec::new();
    let manager =
        checked_text(Field::Ask(AskField::Manager), Text::parse(&asking.manager).map(Some), &mut complaints);
    let own =
        checked_text(Field::Ask(AskField::OwnName), Text::parse(&asking.own_name).map(Some), &mut complaints);
    let topic = checked_text(Field::Ask(AskField::Topic), Text::optional(&asking.topic), &mut complaints);
    let wish = checked_text(Field::Ask(AskField::Wish), Text::optional(&asking.wish), &mut complaints);
    if complain(&complaints, |field| field, effects) {
        model.screen.set_complaints(complaints);
        return;
    }
    let (Some(manager), Some(own)) = (manager, own) else { return };
    let met = named(model, Party::Seller, manager.as_str()).next();
    let pair = met.unwrap_or_else(|| model.ids.pair());
    let names = Pair { manager: Some(manager), seller: own.clone() };
    model.record(RecordId::Pair(pair), Record::Pair(names));
    if met.is_none() {
        become_seller(model, pair, Some(&own));
    }
    model.record(RecordId::Settings, Record::Settings(Settings { own_name: Some(own), ..model.settings() }));
    let id = model.ids.session();
    let topics = topic.map(|words| Topic { id: 0, words, worked_if: None });
    let half = SellerHalf { topics: topics.into_iter().collect(), wish, ..SellerHalf::default() };
    let session = Session::unplanned(id, pair, Register::new(model.writer, half));
    model.kept.insert(Key::Session(id), Kept::new(Value::Session(Box::new(session))));
    model.drafts.drop(Purpose::Request);
    put_up(model, Screen::Share(id), effects);
}
