//! The choice between two versions of a session that two windows wrote at the same time.

use super::action::Action;
use super::notice::Notice;
use super::session_context::SessionContext;
use crate::domain::register::Written;
use crate::program::event::Press;
use crate::text::Names;
use crate::text::message::Message;

/// Returns the notice that asks which version of the session to keep, of two that were written without
/// knowing of each other. It offers two at a time; the result is empty if there is one version.
pub(crate) fn concurrent(context: &SessionContext<'_>) -> Vec<Notice> {
    let env = context.env;
    let managers = context.session.manager.others().first().map(|other| &other.written);
    let sellers = context.session.seller.as_ref().and_then(|half| half.others().first());
    let detail = match (managers, sellers.map(|other| &other.written)) {
        (None, None) => return Vec::new(),
        (Some(Written::Content(half)), _) => {
            let when = env.date_time(half.plan.schedule.local, context.now, Names::Short);
            env.say(&Message::ConcurrentDetail { when: &when, minutes: half.plan.agenda.minutes() })
        }
        (None, Some(Written::Content(half))) => env.say(&match half.topics.first() {
            Some(topic) => Message::Labelled { label: &context.seller, words: topic.words.as_str() },
            None => Message::NothingBrought { seller: &context.seller },
        }),
        _ => env.say(&Message::ConcurrentDeletion),
    };
    vec![Notice {
        text: format!("{} {detail}", env.say(&Message::Concurrent)).into(),
        actions: vec![
            Action::new(env, &Message::KeepShown, Press::VersionChosen(context.id, 0)),
            Action::new(env, &Message::KeepOther, Press::VersionChosen(context.id, 1)),
        ],
    }]
}
