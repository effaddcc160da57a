//! The hand-over: before the screen shows the private words of a party, that party confirms to hold the
//! device.

use crate::domain::half::Course;
use crate::domain::party::Party;
use crate::domain::ui_state::Screen;
use crate::present::parts::action::Action;
use crate::present::parts::decision::DecisionView;
use crate::present::parts::head::head;
use crate::present::parts::session_context::SessionContext;
use crate::program::event::Press;
use crate::program::update::close::is_elsewhere;
use crate::text::message::Message;

/// Returns the question on which `party` confirms to hold the device now.
pub(crate) fn hand_over(context: &SessionContext<'_>, party: Party) -> DecisionView {
    let env = context.env;
    let (name, other) = (context.name(party), context.name(party.other()));
    let is_own = matches!(context.model.screen.address(), Screen::Own(..));
    let lead = match context.half.course {
        Course::Planned | Course::Begun { .. } if is_own => Message::HandOverLead { name: &name },
        Course::Planned => Message::HandOverLead { name: &name },
        // A seller who is elsewhere sees nothing to look away from.
        Course::Begun { .. } if party == Party::Manager && is_elsewhere(context.model, context.id) => {
            Message::HandOverLead { name: &name }
        }
        Course::Begun { .. } => Message::HandOverClose { name: &name, other: &other },
    };
    DecisionView {
        head: head(context),
        question: env.say(&Message::HandOver { name: &name }),
        lead: env.say(&lead),
        steps: Vec::new(),
        yes: Action::new(env, &Message::IAm { name: &name }, Press::PartySaid),
        others: vec![Action::new(env, &Message::BackToSession, Press::SessionOpened(context.id))],
    }
}
