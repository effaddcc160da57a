//! The sheet on which a party answers the questions at the close, the last part of a session. The answers
//! stay hidden from the other party until both have answered.

use crate::domain::closing::{Asked, Closing, Reply, questions};
use crate::domain::draft::{CloseDraft, Purpose};
use crate::domain::party::Party;
use crate::present::parts::action::{Action, Choice, Choices};
use crate::present::parts::closing::{question_id, question_words, reply_words};
use crate::present::parts::hand_over::over_to;
use crate::present::parts::head::head;
use crate::present::parts::line::Line;
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::sheet::{Entry, Section, SheetView, field, section};
use crate::program::event::Press;
use crate::program::state::field::{CloseField, Field};
use crate::text::Words;
use crate::text::message::Message;

/// Returns the sheet on which `party` answers at the close; `None` if no draft holds what is typed there.
pub(crate) fn close(context: &SessionContext<'_>, party: Party) -> Option<SheetView> {
    let env = context.env;
    let draft = context.model.drafts.get::<CloseDraft>(Purpose::Close(context.session.id, party))?;
    let other = party.other();
    let closing = context.session.closing(party);
    let mut sections = Vec::new();
    for asked in questions(party, context.session.topics().0) {
        sections.push(question(context, &closing, asked));
    }
    let is_talk = closing.reply(Asked::Talk) == Some(Reply::JustTalking);
    if is_talk || !draft.differently.is_empty() {
        let of = Field::Close(CloseField::Differently);
        let mut field = field(context, of, Message::AskDifferently, &draft.differently);
        if let Entry::Field(view) = &mut field {
            view.hint = Some(env.say(&Message::DifferentlyHint));
        }
        sections.push(section("again", Words::default(), vec![field]));
    }
    let own = Line::plain(env.say(&Message::OwnQuestion));
    sections.push(section("own", Words::default(), vec![Entry::Line(own)]));
    // An empty answer would reveal the other party's answer by a slip of the finger.
    let has_answer = !closing.replies.is_empty() || !draft.differently.is_empty();
    Some(SheetView {
        head: head(context),
        heading: env.say(&Message::CloseHeading { name: &context.name(party) }),
        lead: lead(context, party),
        sections,
        outcome: None,
        is_spoken: false,
        text_to_copy: None,
        main: Action::new(env, &Message::AnswerIn, Press::ReadySaid).only_if(has_answer),
        answers: vec![Action::new(env, &Message::AnswerLater, Press::NotReadySaid)],
        others: over_to(context, other),
    })
}

/// Returns the explanation above the questions to this party. The manager is asked one question, and skips none.
fn lead(context: &SessionContext<'_>, party: Party) -> Words {
    let other = &context.name(party.other());
    context.env.say(&match party {
        Party::Manager => Message::CloseLeadManager { other },
        Party::Seller => Message::CloseLead { other },
    })
}

/// Returns the section of a question at the close, with the answers to choose from.
fn question(context: &SessionContext<'_>, closing: &Closing, asked: Asked) -> Section {
    let mut options = Vec::new();
    for reply in asked.offers() {
        let action = Action::labelled(reply_words(context, *reply), Press::Replied(asked, *reply));
        options.push(Choice { action, is_chosen: closing.reply(asked) == Some(*reply) });
    }
    let name = question_words(context, asked);
    let entries = vec![Entry::Choices(Choices { name: name.clone(), options })];
    section(&question_id(asked), name, entries)
}
