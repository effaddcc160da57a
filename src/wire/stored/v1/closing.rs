//! What a party answers at the close, in version 1.

use crate::domain::closing::{Asked, Closing, REPLY_LIMIT, Reply};
use crate::wire::stored::{Scribe, Stored};

/// `closing` stands among the fields of the half, once something was answered.
pub(super) fn pass_closing(closing: &mut Closing, scribe: &mut Scribe<'_>) {
    if !scribe.has("closing", *closing != Closing::default()) {
        return;
    }
    let Closing { replies, keep, change, is_in } = closing;
    scribe.object("closing", |scribe| {
        scribe.at("replies").list(REPLY_LIMIT, replies);
        for (asked, reply) in &*replies {
            let times = replies.iter().filter(|(other, _)| other == asked).count();
            if times > 1 || !asked.offers().contains(reply) {
                scribe.note("replies");
            }
        }
        scribe.maybe("keep", keep);
        scribe.maybe("change", change);
        if scribe.has("in", *is_in) {
            scribe.truth(is_in);
        }
    });
}

/// What is asked, and the reply. A topic is asked for by its number.
impl Stored for (Asked, Reply) {
    fn blank() -> Self {
        (Asked::Talk, Reply::blank())
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let (asked, reply) = self;
        scribe.row(|scribe| {
            let is_topic = !scribe.next().comes_as_text(!matches!(asked, Asked::Worked(_)));
            if is_topic && scribe.is_reading() {
                *asked = Asked::Worked(0);
            }
            match asked {
                Asked::Worked(topic) => scribe.small(topic),
                Asked::Talk | Asked::Spoke => {
                    let mut place = usize::from(*asked == Asked::Spoke);
                    scribe.word(&["talk", "spoke"], &mut place);
                    *asked = if place == 0 { Asked::Talk } else { Asked::Spoke };
                }
            }
            reply.pass(scribe.next());
        });
    }
}
