//! The message around a link: title and text for a mail, the share sheet or the clipboard.
//!
//! The text explains the session to a reader who never opens the link.

use super::expect::expect;
use super::plain::plain;
use super::standing::later;
use crate::domain::ahead::Ahead;
use crate::domain::evidence::Source;
use crate::domain::gone::Gone;
use crate::domain::half::{ManagerHalf, SellerHalf, TimeSaid};
use crate::domain::note::Answer;
use crate::domain::plan::Plan;
use crate::domain::topic::TOPICS_AT_ONCE;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Upper bound on the text for a mail program, in characters; some programs cut longer texts. A longer text
/// is not sent by mail.
pub const MAIL_LIMIT: usize = 1_800;

/// The reason for sending a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion<'a> {
    /// The manager invites the seller to a session that has not begun.
    Invitation(&'a ManagerHalf),
    /// The manager answers the seller's own request for a session with a date.
    Granted(&'a ManagerHalf),
    /// The manager tells a seller who was invited before what has changed since.
    Change(&'a ManagerHalf),
    /// The manager sends the same invitation again to a seller who has answered it.
    Again(&'a ManagerHalf),
    /// The manager sends the record of a session that began. Holds the start of the next session in words, with the place
    /// of the time zone; `None` if none goes along.
    Record(Option<&'a Words>),
    /// The manager deleted the session. Holds what became of it.
    Cancellation(Gone),
    /// The seller asks for a session. Holds the topic and the time that would suit.
    Request(&'a SellerHalf),
    /// The seller answers the invitation.
    Answer {
        /// Answer of the seller; `None` if it is deleted.
        half: Option<&'a SellerHalf>,
        /// Answer about the planned start; `None` if there is none, or if an earlier message said it.
        time: Option<TimeSaid>,
        /// True if an earlier message said the rest.
        is_later: bool,
    },
    /// The seller has answered at the close of the session.
    Closing,
    /// The seller tells what became of own next steps of a session that has begun.
    Steps,
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
    /// Planned time of the session in words, with the place of the time zone; `None` if no time is planned.
    pub when: Option<Words>,
    /// Words of the seller's own next steps about which the link says something, with the answers; empty in a link of
    /// the manager.
    pub told: Vec<(Answer, Words)>,
    /// Changes of the plan since the last message, line by line; empty if the plan is the same or the message is no change.
    pub changes: Vec<Words>,
    /// Plan and words of the manager in the last message; `None` before the first, and in a message of the seller.
    pub before: Option<&'a (Plan, Ahead)>,
    /// Statement about the other dates of the two, for a message that changes nothing else.
    pub dates: Words,
    /// Statement about the dates after the next session, whose plan goes along with a record; `None` without any.
    pub later: Option<Words>,
    /// Words of the topics that the seller asked about; empty unless the message answers a request.
    pub asked: Vec<Words>,
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
        Occasion::Answer { .. } | Occasion::Granted(_) => Message::LockedAnswer,
        Occasion::Change(_)
        | Occasion::Again(_)
        | Occasion::Record(_)
        | Occasion::Cancellation(_)
        | Occasion::Request(_)
        | Occasion::Closing
        | Occasion::Steps => Message::LockedNews,
    });
    let text = format!("{title}\n{}\n", env.say(&Message::LockedHow));
    Around { title: title.to_string(), text }
}

impl Mail<'_> {
    /// Returns the title of the message: the product's name, the names of the two as far as they are known,
    /// and the planned time if there is one.
    #[must_use]
    pub fn title(&self) -> String {
        let mut title = self.names();
        if let Some(when) = &self.when {
            title.push_str(", ");
            title.push_str(when);
        }
        plain(&title)
    }

    /// Returns the product's name, and the names of the two as far as they are known.
    fn names(&self) -> String {
        let two = self.env.two(self.seller, self.manager);
        plain(&format!("{}: {two}", self.env.say(&Message::Product)))
    }

    /// Returns the plain text of the message in front of the link, each line ended by a line feed. An answer starts
    /// with the seller's topic, or with the absence, so that the manager need not open anything. An invitation has the time, the place, what
    /// to expect, the manager's words ahead of the session and the agenda; a change has first what changed, then the time, the
    /// place and the manager's words as they are now.
    #[must_use]
    pub fn text(&self) -> String {
        let env = self.env;
        let mut lines = Vec::new();
        match self.occasion {
            Occasion::Invitation(half) => self.add_invitation(half, &mut lines),
            Occasion::Granted(half) => self.add_granted(half, &mut lines),
            Occasion::Change(half) => self.add_change(half, &mut lines),
            Occasion::Again(half) => self.add_again(half, &mut lines),
            Occasion::Record(next) => {
                lines.push(match &self.when {
                    Some(when) => env.say(&Message::WordsHeld { when }).to_string(),
                    None => self.title(),
                });
                lines.extend(next.map(|when| env.say(&Message::WordsNext { when }).to_string()));
                lines.extend(self.later.as_ref().map(ToString::to_string));
                lines.push(env.say(&Message::WordsSummary).to_string());
            }
            Occasion::Cancellation(gone) => self.add_cancellation(gone, &mut lines),
            Occasion::Request(half) => self.add_request(half, &mut lines),
            Occasion::Answer { half, time, is_later } => self.add_answer(half, time, is_later, &mut lines),
            Occasion::Closing => {
                self.add_told(&mut lines);
                lines.extend([self.title(), env.say(&Message::WordsClosing).to_string()]);
            }
            Occasion::Steps => {
                self.add_told(&mut lines);
                lines.push(env.say(&Message::WordsSteps).to_string());
            }
        }
        let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        plain(&text)
    }

    /// Adds the deletion of a session. Of one that has passed nothing is left to delete in a calendar.
    fn add_cancellation(&self, gone: Gone, lines: &mut Vec<String>) {
        let env = self.env;
        let words = match (&self.when, gone) {
            (None, _) => Message::WordsCancelledSome,
            (Some(when), Gone::Cancelled) => Message::WordsCancelled { when },
            (Some(when), Gone::NotHeld) => Message::WordsNotHeld { when },
            (Some(when), Gone::Held) => Message::WordsDeleted { when },
        };
        let open = match gone {
            Gone::Cancelled => Message::WordsCancelledOpen,
            Gone::NotHeld | Gone::Held => Message::WordsDeletedOpen,
        };
        lines.extend([words, open].map(|words| env.say(&words).to_string()));
    }

    fn add_invitation(&self, half: &ManagerHalf, lines: &mut Vec<String>) {
        self.add_plan(half, lines);
        lines.extend([String::new(), self.env.say(&Message::WordsPrepare).to_string()]);
    }

    /// Adds the answer to the seller's request: the topics that the seller asked about, then the session.
    fn add_granted(&self, half: &ManagerHalf, lines: &mut Vec<String>) {
        let env = self.env;
        lines.push(env.say(&Message::WordsGranted).to_string());
        lines.extend(
            self.asked.iter().map(|words| env.say(&Message::WordsGrantedTopic { words }).to_string()),
        );
        lines.push(String::new());
        self.add_plan(half, lines);
        lines.extend([String::new(), env.say(&Message::WordsGrantedOpen).to_string()]);
    }

    fn add_again(&self, half: &ManagerHalf, lines: &mut Vec<String>) {
        let env = self.env;
        lines.extend([env.say(&Message::WordsAgain).to_string(), String::new(), self.title()]);
        lines.extend(half.plan.place.iter().map(ToString::to_string));
        self.add_ahead(&half.ahead, lines);
        lines.extend([String::new(), env.say(&Message::WordsAgainOpen).to_string()]);
    }

    /// Adds the time, the place, what to expect, the manager's words ahead of the session and the agenda.
    fn add_plan(&self, half: &ManagerHalf, lines: &mut Vec<String>) {
        let (env, plan) = (self.env, &half.plan);
        lines.push(self.title());
        lines.extend(plan.place.iter().map(ToString::to_string));
        lines.extend(later(env, half).map(|words| words.to_string()));
        lines.extend([String::new(), env.say(&expect(plan)).to_string()]);
        self.add_ahead(&half.ahead, lines);
        lines.push(String::new());
        for item in plan.agenda.items() {
            let minutes = env.say(&Message::Minutes { minutes: item.minutes });
            lines.push(format!("{}, {minutes}", env.wording(&item.title)));
        }
    }

    fn add_change(&self, half: &ManagerHalf, lines: &mut Vec<String>) {
        let env = self.env;
        let mut news = half.ahead.clone();
        if let Some((_, before)) = self.before {
            news.noted.take_if(|noted| before.noted.as_ref() == Some(noted));
            news.fact.take_if(|fact| before.fact.as_ref() == Some(fact));
            if news.count_on == before.count_on {
                news.count_on.clear();
            }
        }
        let is_more = news.noted.is_some() || news.fact.is_some() || !news.count_on.is_empty();
        if !self.changes.is_empty() {
            lines.push(env.say(&Message::WordsChangedPlan).to_string());
            lines.extend(self.changes.iter().map(|change| format!("- {change}")));
        } else if self.before.is_none() {
            lines.push(env.say(&Message::WordsChanged).to_string());
        } else if !is_more {
            lines.push(self.dates.to_string());
        }
        self.add_ahead(&news, lines);
        lines.extend([String::new(), self.title()]);
        lines.extend(half.plan.place.iter().map(ToString::to_string));
        let is_moved = self.before.is_none_or(|(before, _)| before.schedule != half.plan.schedule);
        let open = if is_moved { Message::WordsChangedOpen } else { Message::WordsAgainOpen };
        lines.extend([String::new(), env.say(&open).to_string()]);
        // Without a change of the plan the news come first.
        if lines.first().is_some_and(String::is_empty) {
            lines.remove(0);
        }
    }

    /// Adds words of the manager ahead of the session, each below an empty line.
    fn add_ahead(&self, ahead: &Ahead, lines: &mut Vec<String>) {
        let env = self.env;
        if !ahead.count_on.is_empty() {
            lines.extend([String::new(), env.say(&Message::WordsCountOn).to_string()]);
            lines.extend(ahead.count_on.iter().map(|line| format!("- {}", env.wording(line))));
        }
        if let Some(fact) = &ahead.fact {
            let source = &env.say(&match fact.source {
                Source::Seen => Message::WordsSeen,
                Source::Told => Message::WordsTold,
                Source::Guessed => Message::WordsGuessed,
            });
            let words = fact.words.as_str();
            lines.extend([String::new(), env.say(&Message::WordsFact { source, words }).to_string()]);
        }
        if let Some(topic) = &ahead.noted {
            let words = topic.words.as_str();
            lines.extend([String::new(), env.say(&Message::WordsNoted { words }).to_string()]);
        }
    }

    fn add_request(&self, half: &SellerHalf, lines: &mut Vec<String>) {
        let env = self.env;
        lines.push(env.say(&Message::WordsAsk).to_string());
        self.add_topics(half, lines);
        if let Some(wish) = &half.wish {
            lines.push(env.say(&Message::WordsWish { wish: wish.as_str() }).to_string());
        }
        lines.extend([String::new(), self.title(), env.say(&Message::WordsAskOpen).to_string()]);
    }

    /// Adds the seller's lines for the next session.
    fn add_listed(&self, half: &SellerHalf, lines: &mut Vec<String>) {
        for line in &half.listed {
            let words = line.note.words.as_str();
            lines.push(self.env.say(&Message::WordsListed { words }).to_string());
        }
    }

    /// Adds the seller's topics, each with what the seller wants to walk away with.
    fn add_topics(&self, half: &SellerHalf, lines: &mut Vec<String>) {
        let env = self.env;
        for (place, topic) in half.topics.iter().enumerate() {
            let words = topic.words.as_str();
            let topic_words = match place {
                0 => Message::WordsTopic { words },
                next if next < TOPICS_AT_ONCE => Message::WordsTopicNext { words },
                _ => Message::WordsTopicSaved { words },
            };
            lines.push(env.say(&topic_words).to_string());
            let worked_if =
                topic.worked_if.as_ref().map(|words| Message::WordsWorkedIf { words: words.as_str() });
            lines.extend(worked_if.map(|words| env.say(&words).to_string()));
        }
    }

    /// Adds what became of the seller's own next steps, with an empty line below; nothing if the link says nothing of it.
    fn add_told(&self, lines: &mut Vec<String>) {
        for (answer, words) in &self.told {
            let message = match answer {
                Answer::Dropped => Message::WordsStepDropped { words },
                Answer::Done | Answer::NotYet => Message::WordsStepDone { words },
            };
            lines.push(self.env.say(&message).to_string());
        }
        if !self.told.is_empty() {
            lines.push(String::new());
        }
    }

    fn add_answer(
        &self,
        answer: Option<&SellerHalf>,
        time: Option<TimeSaid>,
        is_later: bool,
        lines: &mut Vec<String>,
    ) {
        let env = self.env;
        let wish = answer.and_then(|half| half.wish.as_ref()).map(|wish| wish.as_str());
        let when = self.when.as_deref().unwrap_or_default();
        let said = |time: TimeSaid| match time {
            TimeSaid::Works => Message::WordsWorks { when },
            TimeSaid::OtherTime => Message::WordsOtherTime { when, wish },
            TimeSaid::CantCome => Message::WordsCantCome { when, wish },
        };
        let comes = time.is_none_or(|time| time == TimeSaid::Works);
        let time = time.map(|time| env.say(&said(time)).to_string());
        // Whoever doesn't come says so first, as does whoever answers about another time.
        let is_first = !comes || is_later;
        lines.extend(time.clone().filter(|_| is_first));
        if let Some(half) = answer {
            self.add_topics(half, lines);
            self.add_listed(half, lines);
            if half.brings_it && half.topics.is_empty() && comes {
                lines.push(env.say(&Message::WordsBringsIt).to_string());
            }
        }
        let is_named = time.is_some();
        lines.extend(time.filter(|_| !is_first));
        if !lines.is_empty() {
            lines.push(String::new());
        }
        self.add_told(lines);
        // An answer about the time names it above.
        lines.push(if is_named { self.names() } else { self.title() });
        lines.push(env.say(&Message::WordsReply).to_string());
    }
}
