//! The coaching question on the screen of a running session, for the manager to ask.

use super::action::Action;
use super::session_context::SessionContext;
use crate::domain::agenda::Item;
use crate::domain::question::{Question, next_unasked};
use crate::program::event::Press;
use crate::program::update::ask::offered;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// A coaching question for the manager to ask, or the line that all were asked.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    /// Label above the question, which is also the accessible name of the region.
    pub name: Words,
    /// Question to ask, or the line that all questions were asked.
    pub prompt: Prompt,
}

impl QuestionView {
    /// Returns the buttons below the question; none once all questions were asked.
    #[must_use]
    pub fn choices(&self) -> &[Action] {
        match &self.prompt {
            Prompt::Open { choices, .. } => choices,
            Prompt::AllAsked(_) => &[],
        }
    }
}

/// The state of the coaching questions for one agenda item.
#[derive(Clone, Debug, PartialEq)]
pub enum Prompt {
    /// A question is shown that was not asked during this item.
    Open {
        /// Text of the coaching question.
        question: Words,
        /// Hint at a good answer, for the manager alone; `None` for a company's question without one.
        listen: Option<Words>,
        /// Two buttons: the first records the question as asked, and shows the next one; the second shows another
        /// question without recording this one, and is off if there is no other.
        choices: Vec<Action>,
    },
    /// All questions for the item were asked. Holds the line that says so.
    AllAsked(Words),
}

/// Returns the coaching question for `item`: the shown one, else the first that was not asked, else the line
/// that all were asked. `None` for an item without questions.
pub(crate) fn question(context: &SessionContext<'_>, item: &Item) -> Option<QuestionView> {
    let (env, asked) = (context.env, &context.half.asked);
    let all = offered(&context.model.catalogue, context.half, item);
    all.first()?;
    let name = env.say(&Message::AskName);
    let open = context.model.screen.session().and_then(|state| state.shown_question.as_ref());
    let open = open.filter(|open| !asked.contains(open));
    let open = all.iter().find(|question| question.asked_in(item.id).as_ref() == open);
    let Some(question) = open.cloned().or_else(|| next_unasked(&all, item.id, asked, None)) else {
        return Some(QuestionView { name, prompt: Prompt::AllAsked(env.say(&Message::AskedAll)) });
    };
    let has_another = next_unasked(&all, item.id, asked, Some(&question)).is_some();
    let was_asked =
        Action::new(env, &Message::Asked, Press::QuestionAsked(item.id, question.key_in(item.id)));
    let another =
        Action::new(env, &Message::Another, Press::QuestionPassed(item.id, question.key_in(item.id)));
    let prompt = Prompt::Open {
        question: words(env, &question),
        listen: listen(env, &question),
        choices: vec![was_asked, another.only_if(has_another)],
    };
    Some(QuestionView { name, prompt })
}

/// Returns the words of a question.
fn words(env: &Env<'_>, question: &Question) -> Words {
    match question {
        Question::BuiltIn(built_in) => env.say(&Message::Question(*built_in)),
        Question::Own(own) => own.words.as_str().into(),
    }
}

/// Returns the hint at a good answer to a question; `None` for a company's question without one.
fn listen(env: &Env<'_>, question: &Question) -> Option<Words> {
    let answer = match question {
        Question::BuiltIn(built_in) => env.say(&Message::Answer(*built_in)),
        Question::Own(own) => own.listen.as_ref()?.as_str().into(),
    };
    Some(env.say(&Message::ListenFor { answer: &answer }))
}
