//! The agenda, opened for editing.

use super::form::too_long;
use super::head::{HeadView, head};
use super::{Action, FieldKind, FieldView, Known, focus_id};
use crate::domain::agenda::{AgendaError, Direction, ITEM_LIMIT, Item, SESSION_MINUTES};
use crate::domain::fit::FitError;
use crate::domain::text::TextError;
use crate::domain::time::Minutes;
use crate::program::effect::Focus;
use crate::program::event::{ItemField, Press};
use crate::program::model::{AgendaChange, Complaint, Undo};
use crate::text::Words;
use crate::text::message::Message;

/// The agenda, opened for editing.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaView {
    /// Whose session.
    pub head: HeadView,
    /// The heading.
    pub heading: Words,
    /// How the keyboard moves items.
    pub help: Words,
    /// The words above the names, and above the minutes.
    pub columns: (Words, Words),
    /// The items.
    pub rows: Vec<AgendaRow>,
    /// The minutes together, and how far they are off what is booked.
    pub sum: Words,
    /// Whether they are off.
    pub is_off: bool,
    /// Why they cannot be fitted.
    pub misfit: Option<Words>,
    /// Fits them to what is booked, where they are off.
    pub fit: Option<Action>,
    /// Adds an item, where one more is allowed.
    pub add: Option<Action>,
    /// Takes the last change back.
    pub undo: Option<Action>,
    /// Back to the session.
    pub done: Action,
}

/// One item.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaRow {
    /// Its id in the agenda.
    pub id: crate::domain::agenda::ItemId,
    /// Its name.
    pub title: FieldView,
    /// Its minutes.
    pub minutes: FieldView,
    /// Moves it up, where it can go.
    pub up: Option<Action>,
    /// Moves it down, where it can go.
    pub down: Option<Action>,
    /// Takes it out, where it can go.
    pub remove: Option<Action>,
    /// That it is protected.
    pub protected: Option<Words>,
}

/// The agenda of that session.
pub(super) fn agenda(known: &Known<'_>) -> AgendaView {
    let (voice, plan) = (known.voice, &known.half.plan);
    let (mine, booked) = (plan.agenda.minutes(), plan.minutes);
    let sum = if mine == booked {
        Message::AgendaSum { planned: mine }
    } else {
        Message::AgendaOff { planned: mine, booked }
    };
    let misfit = known.model.misfit.map(|misfit| match misfit {
        FitError::TooShort { needed } => voice.say(&Message::MisfitShort { needed }),
        FitError::TooLong { filled } => voice.say(&Message::MisfitLong { filled }),
    });
    let room = plan.agenda.items().len() < ITEM_LIMIT;
    AgendaView {
        head: head(known),
        heading: voice.say(&Message::EditHeading),
        help: voice.say(&Message::EditHelp),
        columns: (voice.say(&Message::ItemTitleShort), voice.say(&Message::ItemMinutesShort)),
        rows: plan.agenda.items().iter().enumerate().map(|(place, item)| row(known, place, item)).collect(),
        sum: voice.say(&sum),
        is_off: mine != booked,
        misfit,
        fit: (mine != booked).then(|| Action::new(voice, &Message::Fit { booked }, Press::AgendaFitted)),
        add: room.then(|| Action::new(voice, &Message::AddItem, Press::ItemAdded)),
        undo: undo(known),
        done: Action::new(voice, &Message::EditDone, Press::SessionOpened(known.id)),
    }
}

fn undo(known: &Known<'_>) -> Option<Action> {
    let Some(Undo::Agenda { change, .. }) = known.model.undo.last() else { return None };
    let label = match change {
        AgendaChange::Edited(..) => Message::UndoEdited,
        AgendaChange::Added => Message::UndoAdded,
        AgendaChange::Removed => Message::UndoRemoved,
        AgendaChange::Moved => Message::UndoMoved,
        AgendaChange::Fitted => Message::UndoFitted,
    };
    Some(Action::new(known.voice, &label, Press::Undone))
}

fn row(known: &Known<'_>, place: usize, item: &Item) -> AgendaRow {
    let voice = known.voice;
    let number = place + 1;
    let items = known.half.plan.agenda.items();
    let name = voice.wording(&item.title);
    let free =
        |at: Option<usize>| at.and_then(|at| items.get(at)).is_some_and(|item| !item.role.is_protected());
    let can_move = |to: Option<usize>| free(Some(place)) && free(to);
    let shift = |direction| {
        let label = match direction {
            Direction::Earlier => Message::MoveUp { title: &name },
            Direction::Later => Message::MoveDown { title: &name },
        };
        Action::new(voice, &label, Press::ItemMoved(item.id, direction))
    };
    let removable = free(Some(place)) && items.len() > 1;
    let remove = || {
        Action::named(
            voice,
            &Message::RemoveShort,
            &Message::Remove { title: &name },
            Press::ItemRemoved(item.id),
        )
    };
    let least = if item.role.is_protected() { item.least } else { Minutes(1) };
    AgendaRow {
        id: item.id,
        title: field(
            known,
            item,
            ItemField::Title,
            Message::ItemTitleLabel { number },
            &name,
            FieldKind::Text(Vec::new()),
        ),
        minutes: field(
            known,
            item,
            ItemField::Minutes,
            Message::ItemMinutesLabel { number },
            &item.minutes.0.to_string(),
            FieldKind::Number(least.0, *SESSION_MINUTES.end()),
        ),
        up: can_move(place.checked_sub(1)).then(|| shift(Direction::Earlier)),
        down: can_move(Some(place + 1)).then(|| shift(Direction::Later)),
        remove: removable.then(remove),
        protected: item.role.is_protected().then(|| voice.say(&Message::Protected)),
    }
}

fn field(
    known: &Known<'_>,
    item: &Item,
    field: ItemField,
    label: Message<'_>,
    value: &str,
    kind: FieldKind,
) -> FieldView {
    let typed = known.model.typed.iter().find(|typed| typed.place == (item.id, field));
    FieldView {
        id: focus_id(Focus::Item(item.id, field)).into(),
        label: known.voice.say(&label),
        value: typed.map_or(value, |typed| typed.text.as_str()).into(),
        kind,
        hint: None,
        complaint: typed.and_then(|typed| typed.complaint).map(|complaint| complain(known, complaint)),
    }
}

fn complain(known: &Known<'_>, complaint: Complaint) -> Words {
    let voice = known.voice;
    match complaint {
        Complaint::Text(TextError::TooLong { found }) => too_long(voice, found),
        Complaint::Item(AgendaError::Minutes { least, most }) => {
            voice.say(&Message::ComplainItemMinutes { least, most })
        }
        _ => voice.say(&Message::ComplainTitle),
    }
}
