//! What a party answers at the close, in version 1.

use crate::domain::closing::{Asked, Closing, REPLIES, REPLY_LIMIT, Reply};
use crate::wire::json::Json;
use crate::wire::stored::fields::{Faults, Fields};
use crate::wire::stored::write::Writer;

/// The word for a reply.
fn word(reply: Reply) -> &'static str {
    match reply {
        Reply::Yes => "yes",
        Reply::Partly => "partly",
        Reply::NotYet => "not-yet",
        Reply::Coaching => "coaching",
        Reply::JustTalking => "talking",
        Reply::Seller => "seller",
        Reply::Manager => "manager",
        Reply::Even => "even",
    }
}

/// `closing` is there once something was answered. A topic is asked for by its number.
pub(super) fn write_closing(closing: &Closing, out: &mut Writer) {
    if *closing == Closing::default() {
        return;
    }
    out.at("closing").object(|out| {
        out.at("replies").list(|out| {
            for (asked, reply) in &closing.replies {
                out.list(|out| {
                    match asked {
                        Asked::Worked(topic) => out.number(*topic),
                        Asked::Talk => out.text("talk"),
                        Asked::Spoke => out.text("spoke"),
                    }
                    out.text(word(*reply));
                });
            }
        });
        out.maybe_text("keep", closing.keep.as_ref());
        out.maybe_text("change", closing.change.as_ref());
        if closing.is_in {
            out.at("in").truth(true);
        }
    });
}

#[inline(never)]
pub(super) fn read_closing(fields: &mut Fields<'_>, faults: &Faults) -> Closing {
    let Some(data) = fields.maybe("closing") else { return Closing::default() };
    faults.object(data, "closing", |fields| {
        let mut closing = Closing::default();
        for line in fields.list("replies", REPLY_LIMIT) {
            let (asked, reply) = read_reply(line, faults);
            match reply.filter(|reply| asked.offers().contains(reply)) {
                Some(reply) if closing.reply(asked).is_none() => closing.replies.push((asked, reply)),
                _ => faults.note("replies"),
            }
        }
        closing.keep = fields.maybe_text("keep");
        closing.change = fields.maybe_text("change");
        closing.is_in = fields.maybe("in").is_some_and(|is_in| faults.truth(is_in, "in"));
        closing
    })
}

fn read_reply(line: &Json, faults: &Faults) -> (Asked, Option<Reply>) {
    let [asked, reply] = faults.list(line, "replies", 2) else { return (Asked::Talk, None) };
    let asked = match asked {
        Json::Text(word) if word == "talk" => Asked::Talk,
        Json::Text(word) if word == "spoke" => Asked::Spoke,
        topic => Asked::Worked(faults.small(topic, "replies")),
    };
    let said = faults.string(reply, "replies");
    (asked, REPLIES.into_iter().find(|reply| word(*reply) == said))
}
