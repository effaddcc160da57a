//! A seller asks for a session: of whom, about what, and when it would suit.

use super::Action;
use super::FieldKind;
use super::head::link_head;
use super::prepare::{Entry, PrepareView, plain_field, section};
use crate::domain::desk::Asking;
use crate::program::event::{Field, Press};
use crate::program::model::Model;
use crate::text::message::{Message, OfLink};
use crate::text::{Env, Words};

/// What the seller wrote so far.
pub(super) fn ask(model: &Model, asking: &Asking, env: &Env<'_>) -> PrepareView {
    let Asking { manager, own_name, topic, wish } = asking;
    let mut entries = Vec::new();
    for (field, label, typed) in [
        (Field::Manager, Message::Link(OfLink::WhoCoaches), manager),
        (Field::OwnName, Message::OwnNameLabel, own_name),
        (Field::Topic(0), Message::TopicFirst, topic),
        (Field::Wish, Message::Link(OfLink::WishLabel), wish),
    ] {
        let mut view = plain_field(model, env, field, &label, typed);
        if matches!(field, Field::Manager | Field::OwnName) {
            view.kind = FieldKind::Text(Vec::new());
        }
        entries.push(Entry::Field(field, view));
    }
    PrepareView {
        head: link_head(env, None, &env.say(&Message::Link(OfLink::AskOne)), None, &Message::BackHome),
        heading: env.say(&Message::Link(OfLink::AskHeading)),
        lead: env.say(&Message::Link(OfLink::AskLead)),
        sections: vec![section("ask", Words::default(), entries)],
        told: None,
        text: None,
        ready: Action::new(env, &Message::Link(OfLink::AskNext), Press::AskSent),
        later: vec![Action::new(env, &Message::Cancel, Press::HomeOpened)],
        others: Vec::new(),
    }
}
