//! The form in which a seller asks a manager for a session.

use super::complaint::{checked_text, complain, typed_as};
use super::screen::put_up;
use super::sides::become_seller;
use crate::domain::draft::{Purpose, RequestDraft};
use crate::domain::half::SellerHalf;
use crate::domain::id::PairId;
use crate::domain::pair::Pair;
use crate::domain::party::Party;
use crate::domain::record::{Record, RecordId, Settings};
use crate::domain::register::Register;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::domain::topic::Topic;
use crate::domain::ui_state::Screen;
use crate::domain::zone::ZoneAt;
use crate::program::effect::Effect;
use crate::program::state::field::{AskField, Field};
use crate::program::state::kept::{Kept, Value};
use crate::program::state::model::Model;
use crate::program::update::same::named;
use crate::text::Env;
use crate::wire::key::Key;

/// Opens the form in which a seller asks for a session.
pub(super) fn open(model: &mut Model, effects: &mut Vec<Effect>) {
    let own_name = typed_as(model.settings().own_name.as_ref());
    let manager = typed_as(known_manager(model).as_ref());
    put_up(model, Screen::Ask, effects);
    model.drafts.resume(Purpose::Request, RequestDraft { manager, own_name, ..RequestDraft::default() });
}

/// Returns the name of the manager whom the seller is about to ask: the one of the open page, else the only one;
/// `None` if several are known, or none.
fn known_manager(model: &Model) -> Option<Text> {
    let pair = match model.screen.address() {
        Screen::Pair(pair) => Some(pair),
        _ => None,
    };
    let is_of = |id: PairId| model.side(id) == Party::Seller && pair.is_none_or(|pair| pair == id);
    let mut known = model.pairs().filter(|(id, _)| is_of(*id)).filter_map(|(_, names)| names.manager.clone());
    let manager = known.next()?;
    known.all(|other| other == manager).then_some(manager)
}

/// Stores the seller's request for a session, and opens the screen that sends it; or complains about the
/// form. A manager of a known name is the same person. The request carries the time zone of this device, so that the manager
/// sees offered starts on the seller's clocks, too.
pub(super) fn ask(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) {
    let Some(asking) = model.drafts.get::<RequestDraft>(Purpose::Request) else { return };
    let mut complaints = Vec::new();
    let manager =
        checked_text(Field::Ask(AskField::Manager), Text::parse(&asking.manager).map(Some), &mut complaints);
    // A name that was changed in another window since is not written back by a field that nobody touched.
    let from = model.drafts.from::<RequestDraft>(Purpose::Request);
    let stored = typed_as(model.settings().own_name.as_ref());
    let is_overtaken = from.is_some_and(|from| from.own_name == asking.own_name) && !stored.is_empty();
    let own_name = if is_overtaken { &stored } else { &asking.own_name };
    let own = checked_text(Field::Ask(AskField::OwnName), Text::parse(own_name).map(Some), &mut complaints);
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
    let zone = ZoneAt::of(&model.zone, now, env.zones);
    let half = SellerHalf { topics: topics.into_iter().collect(), wish, zone, ..SellerHalf::default() };
    let session = Session::unplanned(id, pair, Register::new(model.writer, half));
    model.kept.insert(Key::Session(id), Kept::new(Value::Session(Box::new(session))));
    model.drafts.drop(Purpose::Request);
    put_up(model, Screen::Share(id), effects);
}

/// Stores the typed text of a field in the form in which a seller asks for a session.
pub(super) fn typed(model: &mut Model, field: AskField, text: String) {
    let Some(asking) = model.drafts.edit::<RequestDraft>(Purpose::Request) else { return };
    match field {
        AskField::Manager => asking.manager = text,
        AskField::OwnName => asking.own_name = text,
        AskField::Topic => asking.topic = text,
        AskField::Wish => asking.wish = text,
    }
}
