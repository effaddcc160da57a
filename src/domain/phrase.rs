//! Built-in wordings by name. `l10n` holds their words in each language.
//!
//! Stored data names a phrase by its key, so a key is never changed or used again. Links name it by its
//! number, its place in the list below: new phrases are added at the end, and none is moved or removed.

use super::checksum::CRC_32;
use super::text::Text;

macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)*) => {
        /// A built-in wording that ships with the product.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Phrase {
            $($(#[$doc])* $name,)*
        }

        impl Phrase {
            /// All phrases, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Returns the key of the phrase: its name in stored data, such as `item.open`.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)*
                }
            }

            /// Returns the phrase with this key; `None` for a key that this release does not know.
            #[must_use]
            pub fn from_key(key: &str) -> Option<Self> {
                match key {
                    $($key => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

phrases! {
    /// Name of the coaching type of an opportunity that is still being understood.
    OpportunityEarly = "type.opportunity-early",
    /// Name of the coaching type of an opportunity that is to be decided.
    OpportunityLate = "type.opportunity-late",
    /// Name of the family of the two coaching types for a call.
    Call = "type.call",
    /// Question of the form that tells the two coaching types for a call apart.
    CallWhich = "type.call.which",
    /// Name of the coaching type of a call that is still to come.
    CallBefore = "type.call-before",
    /// Name of the coaching type of a call that has been made.
    CallAfter = "type.call-after",
    /// Name of the coaching type of a customer that the seller works with over time.
    Account = "type.account",
    /// Name of the coaching type of all customers of a seller.
    Territory = "type.territory",
    /// Title of the item that opens each session.
    Open = "item.open",
    /// One line on the purpose of the item that opens each session.
    OpenPurpose = "item.open.purpose",
    /// Title of the item that goes through the next steps of last time.
    LookBack = "item.look-back",
    /// One line on the purpose of the look back.
    LookBackPurpose = "item.look-back.purpose",
    /// Title of the item that asks whether an early opportunity deserves the work.
    EarlyWorth = "early.worth",
    /// One line on the purpose of the item titled [`Phrase::EarlyWorth`].
    EarlyWorthPurpose = "early.worth.purpose",
    /// Title of the item that decides what to find out next.
    EarlyLearn = "early.learn",
    /// One line on the purpose of the item titled [`Phrase::EarlyLearn`].
    EarlyLearnPurpose = "early.learn.purpose",
    /// Title of the item about the first of two early opportunities.
    EarlyFirst = "early.first",
    /// One line on the purpose of the item about the first of two early opportunities.
    EarlyFirstPurpose = "early.first.purpose",
    /// Title of the item about the second of two early opportunities.
    EarlySecond = "early.second",
    /// One line on the purpose of the item about the second of two early opportunities.
    EarlySecondPurpose = "early.second.purpose",
    /// Title of the item that settles what a call is for, and with whom.
    CallAim = "call.aim",
    /// One line on the purpose of the item titled [`Phrase::CallAim`].
    CallAimPurpose = "call.aim.purpose",
    /// Title of the item that looks at the hardest moment of a call to come.
    CallHard = "call.hard",
    /// One line on the purpose of the item titled [`Phrase::CallHard`].
    CallHardPurpose = "call.hard.purpose",
    /// Title of the item that goes back to the minute of a call that mattered.
    CallReplay = "call.replay",
    /// One line on the purpose of the item titled [`Phrase::CallReplay`].
    CallReplayPurpose = "call.replay.purpose",
    /// Title of the item that takes one moment of a call word for word.
    CallMoment = "call.moment",
    /// One line on the purpose of the item titled [`Phrase::CallMoment`].
    CallMomentPurpose = "call.moment.purpose",
    /// Title of the item that says a part of the call again, in better words.
    CallAgain = "call.again",
    /// One line on the purpose of the item titled [`Phrase::CallAgain`].
    CallAgainPurpose = "call.again.purpose",
    /// Title of the item that rehearses aloud a conversation with the customer.
    Rehearse = "item.rehearse",
    /// One line on the purpose of the item titled [`Phrase::Rehearse`].
    RehearsePurpose = "item.rehearse.purpose",
    /// Title of the item that looks for what could still stop a late opportunity.
    LateStop = "late.stop",
    /// One line on the purpose of the item titled [`Phrase::LateStop`].
    LateStopPurpose = "late.stop.purpose",
    /// Title of the item that goes through the steps up to the signature.
    LateYes = "late.yes",
    /// One line on the purpose of the item titled [`Phrase::LateYes`].
    LateYesPurpose = "late.yes.purpose",
    /// Title of the item of a short session about an account: standing and next move in one.
    AccountIssue = "account.issue",
    /// One line on the purpose of the item titled [`Phrase::AccountIssue`].
    AccountIssuePurpose = "account.issue.purpose",
    /// Title of the item that asks how the seller stands with a customer.
    AccountStanding = "account.standing",
    /// One line on the purpose of the item titled [`Phrase::AccountStanding`].
    AccountStandingPurpose = "account.standing.purpose",
    /// Title of the item that chooses what to do next for a customer.
    AccountMove = "account.move",
    /// One line on the purpose of the item titled [`Phrase::AccountMove`].
    AccountMovePurpose = "account.move.purpose",
    /// Title of the item of a short session about a territory: effort and choices in one.
    TerritoryIssue = "territory.issue",
    /// One line on the purpose of the item titled [`Phrase::TerritoryIssue`].
    TerritoryIssuePurpose = "territory.issue.purpose",
    /// Title of the item that looks at where the seller's time goes.
    TerritoryEffort = "territory.effort",
    /// One line on the purpose of the item titled [`Phrase::TerritoryEffort`].
    TerritoryEffortPurpose = "territory.effort.purpose",
    /// Title of the item that chooses what to do, and what to stop.
    TerritoryChoices = "territory.choices",
    /// One line on the purpose of the item titled [`Phrase::TerritoryChoices`].
    TerritoryChoicesPurpose = "territory.choices.purpose",
    /// Title of the item in which both say a next step.
    NextSteps = "item.next-steps",
    /// One line on the purpose of the item in which both say a next step.
    NextStepsPurpose = "item.next-steps.purpose",
    /// Title of the item that ends each session.
    Close = "item.close",
    /// One line on the purpose of the item that ends each session.
    ClosePurpose = "item.close.purpose",
    /// Title of an item that the manager adds and has not named yet.
    NewItem = "item.new",
    /// Line of the manager's checklist, content: the manager has read the seller's preparation.
    CheckRead = "check.read",
    /// Line of the manager's checklist, content: the manager comes curious and without a verdict.
    CheckCurious = "check.curious",
    /// Line of the manager's checklist, tone: the manager asks before telling. Invitations can name this line.
    CheckAsk = "check.ask",
    /// Line of the manager's checklist, tone: no forecast today. Invitations can name this line.
    CheckNoForecast = "check.no-forecast",
    /// Line of the manager's checklist, tone: the talk serves the work alone. Invitations can name this line.
    CheckForWork = "check.for-work",
    /// Line of the manager's checklist, structure: nothing disturbs the session.
    CheckQuiet = "check.quiet",
    /// Line of the manager's checklist, structure: the manager did what the manager said, or says so first.
    CheckOwnSteps = "check.own-steps",
    /// Line of the seller's checklist, content: the seller picked the topic.
    CheckMyPick = "check.my-pick",
    /// Line of the seller's checklist, content: the seller can tell facts from guesses.
    CheckKnowGuess = "check.know-guess",
    /// Line of the seller's checklist, tone: the seller expects hard questions.
    CheckHard = "check.hard",
    /// Line of the seller's checklist, structure: the seller knows the help that is wanted.
    CheckHelp = "check.help",
    /// Line of the seller's checklist, structure: the seller knows the subject to leave alone.
    CheckLeave = "check.leave",
    /// Line of the manager's checklist for a call that was made.
    CheckCallManager = "check.call.manager",
    /// Line of the seller's checklist for a call to come.
    CheckCallSeller = "check.call.seller",
    /// Line of the manager's checklist for a call to come.
    CheckCallBeforeManager = "check.call-before.manager",
    /// Line of the seller's checklist for a call that was made.
    CheckCallAfterSeller = "check.call-after.seller",
    /// Line of the manager's checklist for an early opportunity.
    CheckEarlyManager = "check.early.manager",
    /// Line of the seller's checklist for an early opportunity.
    CheckEarlySeller = "check.early.seller",
    /// Line of the manager's checklist for a late opportunity.
    CheckLateManager = "check.late.manager",
    /// Line of the seller's checklist for a late opportunity.
    CheckLateSeller = "check.late.seller",
    /// Line of the manager's checklist for an account.
    CheckAccountManager = "check.account.manager",
    /// Line of the seller's checklist for an account.
    CheckAccountSeller = "check.account.seller",
    /// Line of the manager's checklist for a territory.
    CheckTerritoryManager = "check.territory.manager",
    /// Line of the seller's checklist for a territory.
    CheckTerritorySeller = "check.territory.seller",
    /// Hint for the seller at the evidence that helps in a session about a call to come.
    EvidenceCallBefore = "evidence.call-before",
    /// Hint for the seller at the evidence that helps in a session about a call that was made.
    EvidenceCallAfter = "evidence.call-after",
    /// Hint for the seller at the evidence that helps in a session about an early opportunity.
    EvidenceOpportunityEarly = "evidence.opportunity-early",
    /// Hint for the seller at the evidence that helps in a session about a late opportunity.
    EvidenceOpportunityLate = "evidence.opportunity-late",
    /// Hint for the seller at the evidence that helps in a session about an account.
    EvidenceAccount = "evidence.account",
    /// Hint for the seller at the evidence that helps in a session about a territory.
    EvidenceTerritory = "evidence.territory",
    /// Hint for the seller at the evidence that helps in a session of a type that this release does not know.
    EvidenceAny = "evidence.any",
    /// Hint for the manager: questions to leave unasked in a session about a call to come.
    AvoidCallBefore = "avoid.call-before",
    /// Hint for the manager: questions to leave unasked in a session about a call that was made.
    AvoidCallAfter = "avoid.call-after",
    /// Hint for the manager: questions to leave unasked in a session about an early opportunity.
    AvoidOpportunityEarly = "avoid.opportunity-early",
    /// Hint for the manager: questions to leave unasked in a session about a late opportunity.
    AvoidOpportunityLate = "avoid.opportunity-late",
    /// Hint for the manager: questions to leave unasked in a session about an account.
    AvoidAccount = "avoid.account",
    /// Hint for the manager: questions to leave unasked in a session about a territory.
    AvoidTerritory = "avoid.territory",
    /// Line that the seller can count on: the manager asks before telling.
    CountAsk = "count.ask",
    /// Line that the seller can count on: no questions about the forecast.
    CountNoForecast = "count.no-forecast",
    /// Line that the seller can count on: the notes stay out of the review of the seller.
    CountNotes = "count.notes",
}

impl Phrase {
    /// Returns the number of the phrase in links: its place in [`Phrase::ALL`], from 0.
    #[must_use]
    pub fn number(self) -> u16 {
        self as u16
    }

    /// Returns the phrase with this number; `None` for a number that this release does not know.
    #[must_use]
    pub fn from_number(number: u16) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }
}

/// The words of a title or name on the screen: built in, or somebody's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wording {
    /// A built-in phrase, shown in the language of the reader.
    BuiltIn(Phrase),
    /// Words of a person or a company, shown as they were written.
    Own(Text),
}

impl From<Phrase> for Wording {
    fn from(phrase: Phrase) -> Self {
        Self::BuiltIn(phrase)
    }
}

/// Fingerprint of a wording, by which a button names one of the offered wordings: a CRC-32 of its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordingKey(u32);

impl Wording {
    /// Returns the fingerprint of the wording.
    #[must_use]
    pub fn fingerprint(&self) -> WordingKey {
        WordingKey(CRC_32.checksum(self.key().as_bytes()))
    }

    /// Returns the name of the wording in fingerprints: the key of a built-in phrase, or the own words.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::BuiltIn(phrase) => phrase.key(),
            Self::Own(text) => text.as_str(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_names_one_phrase() {
        for phrase in Phrase::ALL {
            assert_eq!(Phrase::from_key(phrase.key()), Some(*phrase));
        }
        assert_eq!(Phrase::NewItem.key(), "item.new");
        for unknown in ["no such phrase", "", "item.new\n", "item.new\nitem.open", "item"] {
            assert_eq!(Phrase::from_key(unknown), None);
        }
    }
}
