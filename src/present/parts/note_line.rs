//! The open line in which a note of a session is written or changed.

use super::action::Action;
use super::complaint::complaint_about;
use super::field::{FieldKind, FieldView};
use super::focus::field_id;
use super::note_list::{NoteButton, choice};
use super::session_context::SessionContext;
use crate::domain::draft::LineDraft;
use crate::domain::note::{NOTE_LIMIT, NoteKind, NoteLine, Readers};
use crate::domain::party::Party;
use crate::program::event::{NotePress, Press};
use crate::program::state::field::{Field, NoteField};
use crate::program::update::differently::is_said_together;
use crate::program::update::line;
use crate::program::update::thrown::can_bring_back;
use crate::text::Words;
use crate::text::message::Message;

/// The open line in which a note is written: a small form.
#[derive(Clone, Debug, PartialEq)]
pub struct LineView {
    /// People who read the note once it is kept.
    pub readers: Readers,
    /// Question above the group of people: who takes the step, who raised the note, or whom the note is for.
    pub ask: Words,
    /// Buttons that choose the person who takes the step or raised the note, or the readers of a note; empty for
    /// the change of a note that has its readers.
    pub who: Vec<NoteButton>,
    /// Warning below the chosen reader of the note; `None` unless the note is for the manager alone.
    pub who_hint: Option<Words>,
    /// Fields of the line: the words of the note; of a next step also its first step and its time.
    pub fields: Vec<FieldView>,
    /// Button that adds the note to the session, or changes the edited note.
    pub keep: Action,
    /// Button that closes the line, and throws its text away.
    pub away: Action,
    /// Button that brings another thrown-away text back, in place of the one that was brought back just now; `None` for any
    /// other text, and if there is no other.
    pub other: Option<Action>,
}

/// Returns the view of the open line.
pub(crate) fn line(context: &SessionContext<'_>, line: &LineDraft) -> LineView {
    let env = context.env;
    let (ask, label) = match line.kind {
        NoteKind::NextStep => (Message::WhoseStep, Message::NextStepLabel),
        NoteKind::Parked if answers_differently(context) => (Message::WhoRaised, Message::AskDifferently),
        NoteKind::Parked => (Message::WhoRaised, Message::ParkLabel),
        NoteKind::Shared => (Message::WhoReads, Message::SharedNoteLabel),
    };
    let mut who = Vec::new();
    if line.kind != NoteKind::Shared && !answers_differently(context) {
        for &of in &[Party::Seller, Party::Manager] {
            let is_on = Some(line.by == Some(of));
            who.push(choice(
                context,
                context.note_words().party(of),
                None,
                NotePress::PartyChosen(of),
                is_on,
            ));
        }
    }
    let is_new = line::is_new(context.model);
    if line.kind == NoteKind::Shared && is_new {
        for (readers, label) in
            [(Readers::Both, Message::NoteShared), (Readers::ManagerAlone, Message::OnlyMe)]
        {
            let is_on = Some(line.readers == readers);
            let press = NotePress::ReadersChosen(readers);
            let reader = choice(context, env.say(&label), None, press, is_on);
            let is_possible = readers == Readers::Both || line::takes_alone(context.model, context.id);
            who.push(NoteButton { action: reader.action.only_if(is_possible), ..reader });
        }
    }
    let mut fields = vec![field(context, NoteField::Words, &label, &line.words)];
    if line.kind == NoteKind::NextStep {
        fields.push(field(context, NoteField::FirstStep, &Message::FirstStepLabel, &line.first_step));
        fields.push(field(context, NoteField::When, &Message::WhenAsk, &line.when));
        fields.push(field(context, NoteField::On, &Message::StepDate, &line.on));
    }
    LineView {
        readers: if line.is_alone() { Readers::ManagerAlone } else { Readers::Both },
        ask: env.say(&ask),
        who,
        who_hint: who_hint(context, line, is_new),
        fields,
        keep: Action::new(env, &Message::Keep, Press::Note(NotePress::Kept)),
        away: Action::new(env, &Message::Cancel, Press::Note(NotePress::PutAway)),
        other: can_bring_back(context.model)
            .then(|| Action::new(env, &Message::BringBackOther, Press::Note(NotePress::BroughtBack))),
    }
}

/// Returns the warning that the seller may ask to see a note for the manager alone, or the statement that no more of
/// these fit; `None` for any other note.
fn who_hint(context: &SessionContext<'_>, line: &LineDraft, is_new: bool) -> Option<Words> {
    let env = context.env;
    let is_shared = line.kind == NoteKind::Shared;
    let held = context.model.private(context.id, Party::Manager).held.notes.len();
    if is_shared && is_new && held >= NOTE_LIMIT {
        return Some(env.say(&Message::Full { most: NOTE_LIMIT }));
    }
    (is_new && line.is_alone()).then(|| env.say(&Message::MayAsk { seller: &context.name(Party::Seller) }))
}

fn field(context: &SessionContext<'_>, of: NoteField, label: &Message<'_>, typed: &str) -> FieldView {
    let field = Field::Note(of);
    let complaint = complaint_about(context.model, context.env, field, typed);
    // A field of one line would drop the line breaks of a parked topic.
    let kind = match of {
        NoteField::On => FieldKind::Date,
        _ if typed.contains('\n') => FieldKind::Lines,
        _ => FieldKind::Text(Vec::new()),
    };
    FieldView {
        field,
        id: field_id(field).into(),
        label: context.env.say(label),
        value: typed.into(),
        kind,
        hint: None,
        complaint,
    }
}

/// Returns true if the open line answers what to do differently next time.
fn answers_differently(context: &SessionContext<'_>) -> bool {
    match line::open_place(context.model) {
        Some(NoteLine::Differently) => true,
        Some(NoteLine::Of(Readers::Both, id)) => {
            context.half.notes.get(id).is_some_and(|note| is_said_together(context.session, note))
        }
        _ => false,
    }
}
