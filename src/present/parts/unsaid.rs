//! The notice before a session that words for it were written after an earlier one, and not handed in.

use super::action::Action;
use super::head::day;
use super::notice::Notice;
use super::session_context::SessionContext;
use crate::domain::half::{Course, ManagerHalf};
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::program::event::Press;
use crate::program::state::model::Model;
use crate::program::update::differently::waiting;
use crate::text::Env;
use crate::text::message::Message;

/// Returns the notice on the screen of a planned session; `None` without such words. It shows none of them: they may be for
/// one party alone.
pub(crate) fn unsaid(model: &Model, env: &Env<'_>, now: Instant) -> Option<Notice> {
    let Screen::Session(id) = model.screen.address() else { return None };
    if model.overlays.link.is_some() || !model.half(id).is_some_and(ManagerHalf::is_planned) {
        return None;
    }
    let (session, party) = waiting(model, id)?;
    let context = SessionContext::of(model, session, now, env)?;
    let began = match &context.half.course {
        Course::Begun { log, .. } => log.began()?,
        Course::Planned => return None,
    };
    let told = Message::DifferentlyWaits { name: &context.name(party), day: &day(&context, began) };
    let open = Action::new(env, &Message::RowOpen, Press::SessionOpened(session));
    Some(Notice::new(env.say(&told), vec![open]))
}
