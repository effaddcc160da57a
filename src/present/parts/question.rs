//! The coaching question on the screen of a running session.

use super::action::Action;
use super::session_context::SessionContext;
use crate::domain::agenda::Item;
use crate::domain::coaching_type::questions;
use crate::domain::question::next_unasked;
use crate::program::event::Press;
use crate::text::Words;
use crate::text::message::Message;

/// A coaching question, or the line that all questions were asked.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    /// The accessible name.
    pub name: Words,
    /// The question, or the line that all were asked.
    pub prompt: Prompt,
}

/// The state of the questions of an item.
#[derive(Clone, Debug, PartialEq)]
pub enum Prompt {
    /// A question is open.
    Open {
        /// The question.
        question: Words,
        /// The hint what to listen for, if the manager alone sees the screen.
        listen: Option<Words>,
        /// The action that marks the question as asked.
        asked: Action,
        /// The action that shows another question.
        another: Action,
    },
    /// All questions were asked; the line says so.
    AllAsked(Words),
}

/// Returns the question of `item`: the open question, or the first that was not asked. `None` for an item
/// without questions.
pub(crate) fn question(context: &SessionContext<'_>, item: &Item) -> Option<QuestionView> {
    let (env, asked, alone) = (context.env, &context.half.asked, context.half.prepared.alone);
    let all = questions(context.half.plan.coaching_type.id.as_str(), item);
    all.first()?;
    let name = env.say(&Message::AskName);
    let open = context.model.screen.session().and_then(|state| state.shown_question.as_ref());
    let open = open.filter(|open| !asked.contains(open));
    let open = all.iter().copied().find(|question| question.asked_in(item.id).as_ref() == open);
    let Some(question) = open.or_else(|| next_unasked(&all, item.id, asked, None)) else {
        return Some(QuestionView { name, prompt: Prompt::AllAsked(env.say(&Message::AskedAll)) });
    };
    let has_another = next_unasked(&all, item.id, asked, Some(question)).is_some();
    let another = Action::new(env, &Message::Another, Press::QuestionPassed(item.id, question));
    let prompt = Prompt::Open {
        question: env.say(&Message::Question(question)),
        listen: alone.then(|| env.say(&Message::ListenFor { answer: &env.say(&Message::Answer(question)) })),
        asked: Action::new(env, &Message::Asked, Press::QuestionAsked(item.id, question)),
        another: another.only_if(has_another),
    };
    Some(QuestionView { name, prompt })
}
