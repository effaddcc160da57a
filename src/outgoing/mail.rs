//! The words around a link: the title and the text of a mail, of a shared or of a copied message.
//!
//! The words alone tell what the session is, for a reader who never opens the link.

use crate::domain::phrase::Phrase;
use crate::domain::plan::Plan;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// The longest text that is handed to a mail program, in characters: some cut what is longer.
pub const MAIL_LIMIT: usize = 1_500;

/// The reason for sending a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion<'a> {
    /// The manager invites the seller to a session that is planned so.
    Invitation(&'a Plan),
    /// The manager sends the record of a session that began.
    Record,
    /// The manager took the session off the calendar.
    Cancellation,
    /// The seller answers, or asks for a session.
    Answer,
}

/// A message around a link.
#[derive(Clone)]
pub struct Mail<'a> {
    /// The reader's language.
    pub env: &'a Env<'a>,
    /// The seller's name.
    pub seller: &'a str,
    /// The manager's name, where it is known.
    pub manager: Option<&'a str>,
    /// When the session is planned for, where that is known.
    pub when: Option<Words>,
    /// Why the link is sent.
    pub occasion: Occasion<'a>,
}

impl Mail<'_> {
    /// Returns the title: "Coaching session", who with whom, and when.
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

    /// Returns the plain text in front of the link, each line ended.
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
                for promise in [Phrase::CheckAsk, Phrase::CheckNoForecast, Phrase::CheckForWork] {
                    add(&format!("- {}", env.phrase(promise)));
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
