//! The question to ask, on the screen of a session that is on.

use super::action::Action;
use super::known::Known;
use crate::domain::agenda::Item;
use crate::domain::question::{next_unasked, questions};
use crate::program::event::Press;
use crate::text::Words;
use crate::text::message::Message;

/// A question to ask, or that all of them were asked.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    /// What this is.
    pub name: Words,
    /// The question.
    pub question: Words,
    /// What to listen for, where the manager alone sees the screen.
    pub listen: Option<Words>,
    /// Marks it as asked, and shows another one.
    pub ways: Vec<Action>,
}

/// The question to ask in that item: the one that lies open, else the first that was not asked. `None`
/// for an item without questions.
pub(crate) fn question(known: &Known<'_>, item: &Item) -> Option<QuestionView> {
    let (env, asked, alone) = (known.env, &known.half.asked, known.half.prepared.alone);
    let all = questions(item);
    all.first()?;
    let name = env.say(&Message::AskName);
    let open = known.model.desk.question.as_ref().filter(|open| !asked.contains(open));
    let open = all.iter().copied().find(|question| question.asked_in(item.id).as_ref() == open);
    let Some(question) = open.or_else(|| next_unasked(item, asked, None)) else {
        return Some(QuestionView {
            name,
            question: env.say(&Message::AskedAll),
            listen: None,
            ways: Vec::new(),
        });
    };
    let another = Action::new(env, &Message::Another, Press::QuestionPassed(item.id, question));
    Some(QuestionView {
        name,
        question: env.say(&Message::Question(question)),
        listen: alone.then(|| env.say(&Message::ListenFor(question))),
        ways: vec![
            Action::new(env, &Message::Asked, Press::QuestionAsked(item.id, question)),
            another.only_if(next_unasked(item, asked, Some(question)).is_some()),
        ],
    })
}
