//! The message around a link: title and text for a mail, the share sheet or the clipboard.
//!
//! The text explains the session to a reader who never opens the link.

use crate::domain::phrase::Phrase;
use crate::domain::plan::Plan;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Upper bound on the text for a mail program, in characters; some programs cut longer texts. A longer text
/// is not sent by mail.
pub const MAIL_LIMIT: usize = 1_500;

/// The reason for sending a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion<'a> {
    /// The manager invites the seller to a session that has not begun, with this plan.
    Invitation(&'a Plan),
    /// The manager sends the record of a session that began.
    Record,
    /// The manager cancelled the session.
    Cancellation,
    /// The seller answers, or asks for a session.
    Answer,
}

/// The message around a link: the inputs of a title, and of a text in front of the link. Mail, share sheet
/// and clipboard use the same words.
#[derive(Clone)]
pub struct Mail<'a> {
    /// Ports that put the message into the reader's language.
    pub env: &'a Env<'a>,
    /// Name of the seller.
    pub seller: &'a str,
    /// Name of the manager; `None` if it is unknown.
    pub manager: Option<&'a str>,
    /// Planned time of the session in words; `None` if no time is planned.
    pub when: Option<Words>,
    /// Reason for sending the link.
    pub occasion: Occasion<'a>,
}

/// The finished words around a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Around {
    /// The title of a mail, or of a shared message.
    pub title: String,
    /// The plain text in front of the link, each line ended.
    pub text: String,
}

/// Returns the words around a locked link: the kind of the message, and that the link needs a password. They
/// travel in the clear, so they hold nothing of the session.
#[must_use]
pub fn locked_words(env: &Env<'_>, occasion: Occasion<'_>) -> Around {
    let title = env.say(&match occasion {
        Occasion::Invitation(_) => Message::LockedInvitation,
        Occasion::Answer => Message::LockedAnswer,
        Occasion::Record | Occasion::Cancellation => Message::LockedNews,
    });
    let text = format!("{title}\n{}\n", env.say(&Message::LockedHow));
    Around { title: title.to_string(), text }
}

impl Mail<'_> {
    /// Returns the title of the message: the product's name, the names of the two as far as they are known,
    /// and the planned time if there is one.
    #[must_use]
    pub fn title(&self) -> String {
        let env = self.env;
        let two = env.two(self.seller, self.manager);
        let mut title = format!("{}: {two}", env.say(&Message::Product));
        if let Some(when) = &self.when {
            title.push_str(", ");
            title.push_str(when);
        }
        title
    }

    /// Returns the plain text of the message in front of the link, each line ended by a line feed: the title,
    /// and the occasion in words. An invitation also has the place, what the seller can count on and the
    /// agenda.
    #[must_use]
    pub fn text(&self) -> String {
        let env = self.env;
        let mut text = format!("{}\n", self.title());
        let mut add = |line: &str| {
            text.push_str(line);
            text.push('\n');
        };
        match self.occasion {
            Occasion::Invitation(plan) => {
                if let Some(place) = &plan.place {
                    add(place.as_str());
                }
                add("");
                let unknown = env.say(&Message::ManagerUnknown);
                add(&env.say(&Message::PrepareLeadSeller { manager: self.manager.unwrap_or(&unknown) }));
                for line in [Phrase::CheckAsk, Phrase::CheckNoForecast, Phrase::CheckForWork] {
                    add(&format!("- {}", env.phrase(line)));
                }
                add("");
                for item in plan.agenda.items() {
                    let minutes = env.say(&Message::Minutes { minutes: item.minutes });
                    add(&format!("{}, {minutes}", env.wording(&item.title)));
                }
                add("");
                add(&env.say(&Message::WordsPrepare));
            }
            Occasion::Record => add(&env.say(&Message::WordsSummary)),
            Occasion::Cancellation => add(&env.say(&Message::WordsCancelled)),
            Occasion::Answer => add(&env.say(&Message::WordsReply { name: self.seller })),
        }
        text
    }
}
