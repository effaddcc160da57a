//! The contents for one person alone, once a session has begun: a hint at a good answer, private notes, and what the
//! person held back. On a screen that the other may see they show for a while only.

use super::action::Action;
use super::brought::held_lines;
use super::came_up::held_for_next;
use super::line::Line;
use super::note_list::NoteList;
use super::notes::alone_notes;
use super::question::{Prompt, QuestionView};
use super::session_context::SessionContext;
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::program::event::{AlonePress, Press};
use crate::program::state::hold::Reveal;
use crate::program::update::alone::is_shown;
use crate::program::update::thrown::waits_alone;
use crate::text::Words;
use crate::text::message::Message;

/// The contents for one person alone, shown or hidden, with their buttons.
#[derive(Clone, Debug, PartialEq)]
pub enum AloneView {
    /// The contents are hidden, since the other may see the screen.
    Hidden {
        /// Button that shows the contents while it is held, and asks first after a short press.
        peek: Action,
    },
    /// The contents show while the person holds the button.
    Held {
        /// Held button.
        peek: Action,
        /// Shown contents.
        contents: AloneContents,
    },
    /// The person is asked if the other can see the screen right now.
    Asked {
        /// Button that was pressed.
        peek: Action,
        /// Question if the other can see the screen right now.
        question: Words,
        /// Answers to the question: the other sees the screen, and then that the other does not.
        answers: Vec<Action>,
    },
    /// The contents show.
    Shown {
        /// Shown contents.
        contents: AloneContents,
        /// Button that hides the contents.
        hide: Action,
    },
}

/// The contents for one person alone.
#[derive(Clone, Debug, PartialEq)]
pub struct AloneContents {
    /// Heading above the contents.
    pub heading: Words,
    /// Hint at a good answer to the shown question; `None` without a question.
    pub listen: Option<Words>,
    /// Words of the private notes of the preparation: one, or more if those of several devices do not fit in one; empty if
    /// there are none.
    pub own: Vec<Words>,
    /// Topics, evidence, a subject to leave alone, and lines for the next session that the person holds back; empty if there
    /// are none.
    pub held: Vec<Line>,
    /// Notes of this session that the manager alone reads; `None` on the seller's device, and if there are none.
    pub notes: Option<NoteList>,
}

/// Returns the contents for this person alone at `now`; `None` if there are none.
pub(crate) fn alone(
    context: &SessionContext<'_>,
    question: Option<&QuestionView>,
    now: Instant,
) -> Option<AloneView> {
    let env = context.env;
    let contents = contents(context, question)?;
    let press = |label: &Message<'_>, press| Action::new(env, label, Press::Alone(press));
    let peek = press(&Message::AloneShow, AlonePress::Asked);
    let reveal = context.model.screen.session().map(|state| state.reveal).unwrap_or_default();
    let is_shown = is_shown(context.model, now);
    Some(match reveal {
        Reveal::Hidden if is_shown => {
            let hide = Action::new(env, &Message::AloneHide, Press::AloneSaid(context.id, false));
            AloneView::Shown { contents, hide }
        }
        Reveal::Held => AloneView::Held { peek, contents },
        Reveal::Shown(..) if is_shown => {
            AloneView::Shown { contents, hide: press(&Message::AloneHide, AlonePress::Hidden) }
        }
        Reveal::Asked => {
            let answers = vec![
                press(&Message::AloneSeen, AlonePress::Hidden),
                press(&Message::AloneUnseen, AlonePress::Unseen),
            ];
            let question = env.say(&Message::AloneAsk { other: &context.name(context.side.other()) });
            AloneView::Asked { peek, question, answers }
        }
        Reveal::Hidden | Reveal::Shown(..) => AloneView::Hidden { peek },
    })
}

/// Returns the contents for this person alone; `None` if there are none.
fn contents(context: &SessionContext<'_>, question: Option<&QuestionView>) -> Option<AloneContents> {
    let listen = question.and_then(|view| match &view.prompt {
        Prompt::Open { listen, .. } => listen.clone(),
        Prompt::AllAsked(_) => None,
    });
    let parts = context.model.private_parts(context.id, context.side);
    let own: Vec<Words> = parts.iter().filter_map(|part| Some(part.note.as_ref()?.as_str().into())).collect();
    let mut held: Vec<Line> = parts.iter().flat_map(|part| held_lines(context.env, &part.held)).collect();
    held.extend(held_for_next(context));
    let mut notes = if context.side == Party::Manager { alone_notes(context) } else { None };
    // The line that changes a note belongs to a session that has begun.
    if let Some(notes) = notes.as_mut().filter(|_| context.half.is_planned()) {
        notes.rows.iter_mut().for_each(|row| row.choices.clear());
    }
    // A thrown-away note for the manager alone comes back once it may be seen here.
    let comes_back = waits_alone(context.model);
    let is_empty = listen.is_none() && own.is_empty() && held.is_empty() && notes.is_none() && !comes_back;
    let heading = context.env.say(&Message::NoteHeading);
    (!is_empty).then_some(AloneContents { heading, listen, own, held, notes })
}
