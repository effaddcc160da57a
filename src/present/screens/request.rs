//! The sheet on which a seller asks for a session: the manager, the topic, and a time that suits.

use crate::domain::draft::{Purpose, RequestDraft};
use crate::present::parts::action::Action;
use crate::present::parts::field::{FieldKind, plain_field};
use crate::present::parts::head::link_head;
use crate::present::parts::sheet::{Entry, SheetView, section};
use crate::program::event::Press;
use crate::program::state::field::{AskField, Field};
use crate::program::state::model::Model;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns the sheet on which a seller asks for a session; `None` if no draft holds what is typed there.
pub(crate) fn request(model: &Model, env: &Env<'_>) -> Option<SheetView> {
    let RequestDraft { manager, own_name, topic, wish } = model.drafts.get(Purpose::Request)?;
    let mut entries = Vec::new();
    for (field, label, typed) in [
        (AskField::Manager, Message::WhoCoaches, manager),
        (AskField::OwnName, Message::OwnNameLabel, own_name),
        (AskField::Topic, Message::TopicFirst, topic),
        (AskField::Wish, Message::WishLabel, wish),
    ] {
        let mut view = plain_field(model, env, Field::Ask(field), &label, typed);
        if matches!(field, AskField::Manager | AskField::OwnName) {
            view.kind = FieldKind::Text(Vec::new());
        }
        entries.push(Entry::Field(view));
    }
    Some(SheetView {
        head: link_head(env, None, &env.say(&Message::AskOne), None, &Message::BackHome),
        heading: env.say(&Message::AskHeading),
        lead: env.say(&Message::AskLead),
        sections: vec![section("ask", Words::default(), entries)],
        outcome: None,
        is_spoken: false,
        text_to_copy: None,
        main: Action::new(env, &Message::AskNext, Press::AskSent),
        answers: vec![Action::new(env, &Message::Cancel, Press::FormCancelled)],
        others: Vec::new(),
    })
}
