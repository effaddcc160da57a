//! The contents for the manager alone during a session: a hint at a good answer, and private notes. On a screen that the
//! seller may see they show for a while only.

use super::action::Action;
use super::note_list::NoteList;
use super::notes::alone_notes;
use super::question::{Prompt, QuestionView};
use super::session_context::SessionContext;
use crate::domain::agenda::Item;
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::program::event::{AlonePress, Press};
use crate::program::state::hold::Reveal;
use crate::program::update::alone::is_shown;
use crate::text::Words;
use crate::text::message::Message;

/// The contents for the manager alone, shown or hidden, with their buttons.
#[derive(Clone, Debug, PartialEq)]
pub enum AloneView {
    /// The contents are hidden, since the seller may see the screen.
    Hidden {
        /// Button that shows the contents while it is held, and asks first after a short press.
        peek: Action,
    },
    /// The contents show while the manager holds the button.
    Held {
        /// Held button.
        peek: Action,
        /// Shown contents.
        contents: AloneContents,
    },
    /// The manager is asked if the seller can see the screen right now.
    Asked {
        /// Button that was pressed.
        peek: Action,
        /// Question if the seller can see the screen right now.
        question: Words,
        /// Answers to the question: the seller sees the screen, and then that the seller does not.
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

/// The contents for the manager alone.
#[derive(Clone, Debug, PartialEq)]
pub struct AloneContents {
    /// Heading above the contents.
    pub heading: Words,
    /// Hint at a good answer to the shown question; `None` without a question.
    pub listen: Option<Words>,
    /// Words of the private note of the preparation; `None` if there is none.
    pub note: Option<Words>,
    /// Notes of this session that the manager alone reads; `None` if there are none.
    pub notes: Option<NoteList>,
}

/// Returns the contents for the manager alone at `now`; `None` if there are none.
pub(crate) fn alone(
    context: &SessionContext<'_>,
    item: Option<&Item>,
    question: Option<&QuestionView>,
    now: Instant,
) -> Option<AloneView> {
    let env = context.env;
    let contents = contents(context, question)?;
    let press = |label: &Message<'_>, press| Action::new(env, label, Press::Alone(press));
    let peek = press(&Message::AloneShow, AlonePress::Asked);
    let reveal = context.model.screen.session().map(|state| state.reveal).unwrap_or_default();
    let is_shown = is_shown(context.model, now, item.map(|item| item.id));
    Some(match reveal {
        _ if context.half.prepared.alone => {
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
            let question = env.say(&Message::AloneAsk { seller: &context.seller });
            AloneView::Asked { peek, question, answers }
        }
        Reveal::Hidden | Reveal::Shown(..) => AloneView::Hidden { peek },
    })
}

/// Returns the contents for the manager alone; `None` if there are none.
fn contents(context: &SessionContext<'_>, question: Option<&QuestionView>) -> Option<AloneContents> {
    let listen = question.and_then(|view| match &view.prompt {
        Prompt::Open { listen, .. } => Some(listen.clone()),
        Prompt::AllAsked(_) => None,
    });
    let note = context.model.private(context.id, Party::Manager).note.map(|note| note.as_str().into());
    let notes = alone_notes(context);
    let is_empty = listen.is_none() && note.is_none() && notes.is_none();
    let heading = context.env.say(&Message::NoteHeading);
    (!is_empty).then_some(AloneContents { heading, listen, note, notes })
}
