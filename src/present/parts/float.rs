//! The floating clock: a small window above all others, which anybody may see.

use std::rc::Rc;

use super::action::Action;
use super::face::{FaceView, face};
use super::question::{Prompt, question};
use super::session_context::SessionContext;
use super::signals::numbers;
use crate::domain::agenda::Role;
use crate::domain::half::Course;
use crate::domain::time::Instant;
use crate::program::event::{Press, RunningPress};
use crate::program::state::model::Model;
use crate::program::update::line::line;
use crate::text::message::Message;
use crate::text::{Env, Words};
use crate::timer::reading::reading;

/// The contents of the floating clock. None can hold what is for one person alone.
#[derive(Clone, Debug, PartialEq)]
pub struct FloatView {
    /// Accessible name of the window.
    pub name: Words,
    /// Name of the current item.
    pub item: Words,
    /// Clock face with the time of the current item.
    pub face: Rc<FaceView>,
    /// Coaching question for the current item; `None` if none is left to ask.
    pub question: Option<Words>,
    /// Label of the button that opens the line for a next step on the page.
    pub step: Words,
    /// Label of the button to the next item, and the name of that item; `None` on the last one.
    pub next: Option<(Words, Words)>,
    /// True while a line for notes is open on the page, which the button for a next step leaves as it is.
    pub is_writing: bool,
}

/// Returns the contents of the floating clock at `now`; `None` unless a session's clock is on the screen.
#[must_use]
pub fn float(model: &Model, env: &Env<'_>, now: Instant) -> Option<FloatView> {
    let context = SessionContext::of(model, model.open_session()?, now, env)?;
    let Course::Begun { baseline, log } = &context.half.course else { return None };
    let (reading, agenda) = (reading(baseline, log, now), &context.half.plan.agenda);
    let item = agenda.item(reading.current()?.item)?;
    let next = reading.next().and_then(|next| agenda.item(next.item));
    let question = question(&context, item).and_then(|view| match view.prompt {
        Prompt::Open { question, .. } => Some(question),
        Prompt::AllAsked(_) => None,
    });
    let close = agenda.items().iter().find(|item| item.role == Role::Close).map(|item| item.id);
    Some(FloatView {
        name: env.say(&Message::Product),
        item: env.wording(&item.title),
        face: face(env, numbers(model), (baseline, log), close),
        question,
        step: env.say(&Message::WriteNextStep),
        next: next.map(|next| (env.say(&Message::NextShort), env.wording(&next.title))),
        is_writing: line(model).is_some(),
    })
}

/// Returns the button that opens the floating clock, or closes it; `None` where the browser has no such windows.
pub(crate) fn float_button(env: &Env<'_>, model: &Model) -> Option<Action> {
    let label = if model.signals.is_floating { Message::FloatClose } else { Message::FloatOpen };
    let press = Press::Running(RunningPress::FloatToggled);
    model.here.can_float.then(|| Action::new(env, &label, press))
}
