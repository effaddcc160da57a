//! The sheet on which a party answers at the close. Its answers stay hidden from the other party until both
//! have answered.

use crate::domain::closing::questions;
use crate::domain::desk::ClosingDraft;
use crate::present::parts::action::{Action, Choice};
use crate::present::parts::closing::{asked_words, reply_words};
use crate::present::parts::hand_over::over_to;
use crate::present::parts::head::head;
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::sheet::{Entry, Section, SheetView, field, section};
use crate::program::event::Press;
use crate::program::state::field::{CloseField, Field};
use crate::text::message::Message;

/// Returns the sheet of the party in `draft`.
pub(crate) fn close(context: &SessionContext<'_>, draft: &ClosingDraft) -> SheetView {
    let env = context.env;
    let party = draft.party;
    let (own, others) = (context.name(party), context.name(party.other()));
    let closing = context.session.closing(party);
    let mut sections: Vec<Section> = Vec::new();
    for asked in questions(context.session.topics().0) {
        let mut choices = Vec::new();
        for reply in asked.offers() {
            let press = Press::Replied(asked, *reply);
            choices.push(Choice {
                action: Action { label: reply_words(context, *reply), name: None, press, is_off: false },
                is_chosen: closing.reply(asked) == Some(*reply),
            });
        }
        let (id, heading) = asked_words(context, asked);
        sections.push(section(&id, heading.clone(), vec![Entry::Choices(heading, choices)]));
    }
    let fields = vec![
        field(context, Field::Close(CloseField::Keep), Message::KeepLabel, &draft.keep),
        field(context, Field::Close(CloseField::Change), Message::ChangeLabel, &draft.change),
    ];
    sections.push(section("again", env.say(&Message::NextTime), fields));
    SheetView {
        head: head(context),
        heading: env.say(&Message::CloseHeading { name: &own }),
        lead: env.say(&Message::CloseLead { other: &others }),
        sections,
        told: None,
        text: None,
        // An empty answer would reveal the other party's answer by a slip of the finger.
        ready: Action::new(env, &Message::AnswerIn, Press::ReadySaid)
            .only_if(!closing.replies.is_empty() || !draft.keep.is_empty() || !draft.change.is_empty()),
        later: vec![Action::new(env, &Message::AnswerLater, Press::NotReadySaid)],
        others: over_to(context, party.other()),
    }
}
