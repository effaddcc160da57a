//! The agenda editor of a planned session.

use crate::domain::agenda::{AgendaError, Direction, ITEM_LIMIT, Item, SESSION_MINUTES};
use crate::domain::fit::FitError;
use crate::domain::text::TextError;
use crate::domain::time::Minutes;
use crate::present::parts::action::Action;
use crate::present::parts::complaint::too_long;
use crate::present::parts::field::{FieldKind, FieldView};
use crate::present::parts::focus::field_id;
use crate::present::parts::head::{HeadView, head};
use crate::present::parts::rail::agenda_sum;
use crate::present::parts::session_context::SessionContext;
use crate::program::event::Press;
use crate::program::state::complaint::Complaint;
use crate::program::state::field::{Field, ItemField};
use crate::program::state::screen::{AgendaChange, Undone};
use crate::program::update::agenda::typed_in;
use crate::text::Words;
use crate::text::message::Message;

/// The agenda editor: a row of fields for each item, and the sum of the minutes.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaView {
    /// Head of the screen: the coaching type, the names of the two people, and the way back to the list.
    pub head: HeadView,
    /// Heading of the editor.
    pub heading: Words,
    /// Explanation of the keys that move an item.
    pub help: Words,
    /// Column heading above the names of the items.
    pub titles: Words,
    /// Column heading above the minutes of the items.
    pub minutes: Words,
    /// Rows of the editor, one for each agenda item in order.
    pub rows: Vec<AgendaRow>,
    /// Sum of the items' minutes in words, compared with the booked minutes if the two differ.
    pub sum: Words,
    /// True if the sum of the items' minutes differs from the booked minutes of the session.
    pub is_mismatch: bool,
    /// Reason why the last try to fit the items to the booked minutes failed, or why the last undo left something;
    /// `None` if there is none.
    pub misfit: Option<Words>,
    /// Button that adds an item; off once the agenda has as many as it may.
    pub add: Action,
    /// Button that undoes the last change of the agenda; off if there is none.
    pub undo: Action,
    /// Button that changes the items' minutes to fill the booked minutes; off if they fill them already.
    pub fit: Action,
    /// Button that leaves the editor and returns to the session.
    pub done: Action,
}

/// An agenda item as a row of the editor.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaRow {
    /// Id of the item, unique within the agenda and the same after a move.
    pub id: crate::domain::agenda::ItemId,
    /// Field with the name of the item.
    pub title: FieldView,
    /// Field with the planned minutes of the item.
    pub minutes: FieldView,
    /// Button that moves the item towards the beginning; off if the item cannot move there.
    pub up: Action,
    /// Button that moves the item towards the end; off if the item cannot move there.
    pub down: Action,
    /// Button that removes the item; `None` for a protected item, and for the only one.
    pub remove: Option<Action>,
    /// Remark that the item always stays at the end; `None` for an item that is not protected.
    pub protected: Option<Words>,
}

/// Returns the agenda editor of the session.
pub(crate) fn agenda(context: &SessionContext<'_>) -> AgendaView {
    let (env, plan) = (context.env, &context.half.plan);
    let (mine, booked) = (plan.agenda.minutes(), plan.minutes);
    let editor = context.model.screen.agenda();
    let is_overtaken = editor.is_some_and(|editor| editor.undone == Undone::Overtaken);
    let overtaken = is_overtaken.then(|| env.say(&Message::UndoOvertaken));
    let misfit = editor.and_then(|editor| editor.misfit).map(|misfit| match misfit {
        FitError::TooShort { needed } => env.say(&Message::MisfitShort { needed }),
        FitError::TooLong { filled } => env.say(&Message::MisfitLong { filled }),
    });
    let mut rows = Vec::new();
    for (place, item) in plan.agenda.items().iter().enumerate() {
        rows.push(row(context, place, item));
    }
    let room = plan.agenda.items().len() < ITEM_LIMIT;
    AgendaView {
        head: head(context),
        heading: env.say(&Message::EditHeading),
        help: env.say(&Message::EditHelp),
        titles: env.say(&Message::ItemTitleShort),
        minutes: env.say(&Message::ItemMinutesShort),
        rows,
        sum: agenda_sum(context),
        is_mismatch: mine != booked,
        misfit: misfit
            .or(overtaken)
            .or_else(|| (!room).then(|| env.say(&Message::Full { most: ITEM_LIMIT }))),
        add: Action::new(env, &Message::AddItem, Press::ItemAdded).only_if(room),
        undo: undo(context),
        fit: Action::new(env, &Message::Fit { booked }, Press::AgendaFitted).only_if(mine != booked),
        done: Action::new(env, &Message::EditDone, Press::SessionOpened(context.id)),
    }
}

fn undo(context: &SessionContext<'_>) -> Action {
    let change = context.model.screen.agenda().and_then(|editor| editor.undo.last()).map(|edit| &edit.change);
    let label = match change {
        None => Message::Undo,
        Some(AgendaChange::Edited(..)) => Message::UndoEdited,
        Some(AgendaChange::Added) => Message::UndoAdded,
        Some(AgendaChange::Removed) => Message::UndoRemoved,
        Some(AgendaChange::Moved) => Message::UndoMoved,
        Some(AgendaChange::Fitted) => Message::UndoFitted,
    };
    Action::new(context.env, &label, Press::Undone).only_if(change.is_some())
}

fn row(context: &SessionContext<'_>, place: usize, item: &Item) -> AgendaRow {
    let env = context.env;
    let number = place + 1;
    let items = context.half.plan.agenda.items();
    let name = env.wording(&item.title);
    let free =
        |at: Option<usize>| at.and_then(|at| items.get(at)).is_some_and(|item| !item.role.is_protected());
    let can_move = |to: Option<usize>| free(Some(place)) && free(to);
    let shift = |direction, to| {
        let label = match direction {
            Direction::Earlier => Message::MoveUp { title: &name },
            Direction::Later => Message::MoveDown { title: &name },
        };
        Action::new(env, &label, Press::ItemMoved(item.id, direction)).only_if(can_move(to))
    };
    let removable = free(Some(place)) && items.len() > 1;
    let remove = || {
        Action::named(
            env,
            &Message::RemoveShort,
            &Message::Remove { title: &name },
            Press::ItemRemoved(item.id),
        )
    };
    let least = if item.role.is_protected() { item.least } else { Minutes(1) };
    AgendaRow {
        id: item.id,
        title: field(
            context,
            item,
            ItemField::Title,
            Message::ItemTitleLabel { number },
            &name,
            FieldKind::Text(Vec::new()),
        ),
        minutes: field(
            context,
            item,
            ItemField::Minutes,
            Message::ItemMinutesLabel { number },
            &item.minutes.0.to_string(),
            FieldKind::Number(least.0, *SESSION_MINUTES.end()),
        ),
        up: shift(Direction::Earlier, place.checked_sub(1)),
        down: shift(Direction::Later, Some(place + 1)),
        remove: removable.then(remove),
        protected: item.role.is_protected().then(|| env.say(&Message::Protected)),
    }
}

fn field(
    context: &SessionContext<'_>,
    item: &Item,
    field: ItemField,
    label: Message<'_>,
    value: &str,
    kind: FieldKind,
) -> FieldView {
    let typed = typed_in(context.model, item.id, field);
    let field = Field::Item(item.id, field);
    FieldView {
        field,
        id: field_id(field).into(),
        label: context.env.say(&label),
        value: typed.map_or(value, |(text, _)| text).into(),
        kind,
        hint: None,
        complaint: typed.and_then(|(_, complaint)| complaint).map(|complaint| complain(context, complaint)),
    }
}

fn complain(context: &SessionContext<'_>, complaint: Complaint) -> Words {
    let env = context.env;
    match complaint {
        Complaint::Text(TextError::TooLong { over }) => too_long(env, over),
        Complaint::Item(AgendaError::Minutes { least, most }) => {
            env.say(&Message::ComplainItemMinutes { least, most })
        }
        _ => env.say(&Message::ComplainTitle),
    }
}
