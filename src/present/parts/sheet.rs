//! A sheet: a page of sections with text to read, fields to fill in and boxes to tick.

use super::action::{Action, Choice, Choices};
use super::field::{FieldView, plain_field};
use super::head::HeadView;
use super::line::Line;
use super::session_context::SessionContext;
pub use crate::outgoing::picture::Picture;
use crate::program::state::field::Field;
use crate::text::Words;
use crate::text::message::Message;

/// A sheet: a page of sections with text, fields and boxes. It shows a preparation, the answers at the close,
/// an outgoing link, an opened link, or the request for a session.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetView {
    /// Head of the sheet: the coaching type, the names of the two people, and the way back to the list.
    pub head: HeadView,
    /// Heading of the sheet, below the head.
    pub heading: Words,
    /// Explanation below the heading of the sheet.
    pub lead: Words,
    /// Sections of the sheet, in the order of the screen.
    pub sections: Vec<Section>,
    /// Message below the sections: the outcome of the last action, or a warning; `None` if there is nothing
    /// to say.
    pub outcome: Option<Words>,
    /// True if the main button shows the outcome: then the sentence below the sections is for screen readers alone.
    pub is_spoken: bool,
    /// Text for copying by hand, the link or its text code; `None` unless the browser refused to copy.
    pub text_to_copy: Option<Words>,
    /// Main button of the sheet, such as the one that hands the answers in.
    pub main: Action,
    /// Buttons beside the main button, with the other answers that a person may give.
    pub answers: Vec<Action>,
    /// Buttons of further actions, below the sections.
    pub others: Vec<Action>,
}

/// A section of a sheet: a heading with entries.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// HTML id of the section's heading.
    pub id: Words,
    /// Heading of the section; `None` if the label of its first field says as much.
    pub heading: Option<Words>,
    /// Explanation below the section's heading; `None` if the heading is enough.
    pub lead: Option<Words>,
    /// Contents of the section, in the order of the screen.
    pub entries: Vec<Entry>,
    /// Button that adds an empty entry; `None` for a section in which nothing can be added.
    pub add: Option<Action>,
    /// True if the other party never sees the contents of the section.
    pub is_private: bool,
    /// Contents of the section, for the looks of a host page.
    pub kind: SectionKind,
    /// Column in which the section stands where there is room for two.
    pub column: Column,
}

/// The contents of a section, as far as a host page may give them looks of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionKind {
    /// The section holds the mindset checklist.
    Checklist,
    /// The section holds the topics.
    Topics,
    /// The section holds other things.
    Other,
}

/// The column of a section on a wide screen. On a narrow one the sections beside follow the first main one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The section stands in the main column.
    Main,
    /// The section stands beside the main column.
    Beside,
}

/// A piece of a section: text, a field, a choice, a picture or buttons.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// The entry is a line of text to read.
    Line(Line),
    /// The entry is a heading between other entries. Holds its words.
    Heading(Words),
    /// The entry holds other entries, folded below their name.
    Folded(Words, Vec<Entry>),
    /// The entry is a field to fill in.
    Field(FieldView),
    /// The entry is a line of fields that belong together.
    Inline(InlineView),
    /// The entry is a week of dates, which unfolds.
    Week(WeekView),
    /// The entry is a group of options, of which one can be chosen.
    Choices(Choices),
    /// The entry is a box to tick.
    Tick(Choice),
    /// The entry is the QR code of the outgoing link.
    Picture {
        /// Accessible name of the QR code, for a screen reader.
        name: Words,
        /// Squares of the QR code.
        picture: Picture,
    },
    /// The entry is a line of text with a button beside it.
    Row(Line, Action),
    /// The entry is a line of text with a button beside it that can take the focus. Holds the HTML id of the button.
    FocusRow(Words, Line, Action),
    /// The entry is a row of a seller to whom booked dates go.
    Send(Box<SendRowView>),
    /// The entry is a row of buttons.
    Actions(Vec<Action>),
    /// The entry is a row of buttons that stand back.
    Asides(Vec<Action>),
    /// The entry is a row of links that open other pages.
    Links(Vec<LinkView>),
    /// The entry is a group with a box that holds the group back from the other party.
    Holdable(HoldableView),
}

/// Fields that belong together, on one line where there is room.
#[derive(Clone, Debug, PartialEq)]
pub struct InlineView {
    /// Fields, in the order of the screen.
    pub fields: Vec<FieldView>,
    /// Button that removes the fields; its label is for a screen reader alone. `None` if they stay, and show their labels.
    pub remove: Option<Action>,
    /// True if only a screen reader reads the labels of the fields: the section's heading says enough to all others.
    pub is_spoken: bool,
}

/// A week of dates: its days with all sessions in few words, and a row for each date below.
#[derive(Clone, Debug, PartialEq)]
pub struct WeekView {
    /// Name of the week.
    pub name: Words,
    /// A line for each day, with its sessions.
    pub days: Vec<Words>,
    /// Rows of the dates, which unfold.
    pub entries: Vec<Entry>,
    /// True if the week is unfolded from the start: the manager moved a date, or a date is wrong.
    pub is_open: bool,
}

/// A row of a seller to whom booked dates go.
#[derive(Clone, Debug, PartialEq)]
pub struct SendRowView {
    /// Seller and dates.
    pub line: Line,
    /// Statement about the sending; `None` if the seller needs no message.
    pub state: Option<Words>,
    /// True while the message is still to be sent.
    pub is_open: bool,
    /// HTML id of the button that sends.
    pub id: Words,
    /// Button that sends the message by the chosen method.
    pub send: Action,
    /// Button that opens the message to be read, or closes it.
    pub read: Action,
    /// The message, and all that its link holds; `None` while the message is closed.
    pub message: Option<MessageView>,
}

/// A message to be read before it is sent.
#[derive(Clone, Debug, PartialEq)]
pub struct MessageView {
    /// HTML id of the message.
    pub id: Words,
    /// The message, and all that its link holds.
    pub sections: Vec<Section>,
    /// Button that leads to the other methods, such as a password or a QR code.
    pub others: Action,
}

/// A link that opens another page.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkView {
    /// Label of the link, and the press that tells the program that the page was opened.
    pub action: Action,
    /// Address of the page.
    pub href: Words,
}

/// Entries that the party that wrote them shares with the other party or holds back, all together.
#[derive(Clone, Debug, PartialEq)]
pub struct HoldableView {
    /// Key by which Yew tells the group from the others of its section.
    pub id: Words,
    /// Entries that are shared or held back together.
    pub entries: Vec<Entry>,
    /// Box that holds the entries back from the other party while it is ticked.
    pub hold: Choice,
    /// Explanation that held-back entries appear in no link or summary; `None` while the entries are shared.
    pub hint: Option<Words>,
}

/// Returns a section without an explanation and without a button that adds an entry. The other party may see
/// it. An empty `heading` stands for no heading.
pub(crate) fn section(id: &str, heading: Words, entries: Vec<Entry>) -> Section {
    let heading = (!heading.is_empty()).then_some(heading);
    Section {
        id: id.into(),
        heading,
        lead: None,
        entries,
        add: None,
        is_private: false,
        kind: SectionKind::Other,
        column: Column::Main,
    }
}

/// Returns the section in the column beside the main one.
pub(crate) fn beside(section: Section) -> Section {
    Section { column: Column::Beside, ..section }
}

/// Returns a field for several lines of text, as an entry of a sheet.
pub(crate) fn field(context: &SessionContext<'_>, field: Field, label: Message<'_>, value: &str) -> Entry {
    Entry::Field(plain_field(context.model, context.env, field, &label, value))
}
