//! Built-in wordings by name. `l10n` holds their words in each language.
//!
//! Stored data names a phrase by its key, so a key is never changed or used again. Links name it by its
//! number, its place in the list below: new phrases are added at the end, and none is moved or removed.

use super::text::Text;

macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)*) => {
        /// A wording that ships with the product.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Phrase {
            $($(#[$doc])* $name,)*
        }

        impl Phrase {
            /// All phrases, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Returns the key, which is the name in stored data.
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
    /// The coaching type of an opportunity that is still being understood.
    OpportunityEarly = "type.opportunity-early",
    /// The coaching type of an opportunity that is to be decided.
    OpportunityLate = "type.opportunity-late",
    /// The family of the two coaching types for a call.
    Call = "type.call",
    /// The question that tells the two types of calls apart.
    CallWhich = "type.call.which",
    /// The coaching type of a call that is still to come.
    CallBefore = "type.call-before",
    /// The coaching type of a call that has been made.
    CallAfter = "type.call-after",
    /// The coaching type of a customer that one works with over time.
    Account = "type.account",
    /// The coaching type of all that a seller looks after.
    Territory = "type.territory",
    /// The item that opens each session.
    Open = "item.open",
    /// The purpose of the opening.
    OpenPurpose = "item.open.purpose",
    /// The item that goes through the promises of last time.
    LookBack = "item.look-back",
    /// The purpose of looking back.
    LookBackPurpose = "item.look-back.purpose",
    /// The item that asks whether an early opportunity deserves the work.
    EarlyWorth = "early.worth",
    /// Purpose of the item [`Phrase::EarlyWorth`].
    EarlyWorthPurpose = "early.worth.purpose",
    /// The item that decides what to find out next.
    EarlyLearn = "early.learn",
    /// Purpose of the item [`Phrase::EarlyLearn`].
    EarlyLearnPurpose = "early.learn.purpose",
    /// The first of two opportunities.
    EarlyFirst = "early.first",
    /// The purpose of the first of two opportunities.
    EarlyFirstPurpose = "early.first.purpose",
    /// The second of two opportunities.
    EarlySecond = "early.second",
    /// The purpose of the second of two opportunities.
    EarlySecondPurpose = "early.second.purpose",
    /// The item that settles what a call is for, and with whom.
    CallAim = "call.aim",
    /// Purpose of the item [`Phrase::CallAim`].
    CallAimPurpose = "call.aim.purpose",
    /// The item that looks at the hardest moment of a call to come.
    CallHard = "call.hard",
    /// Purpose of the item [`Phrase::CallHard`].
    CallHardPurpose = "call.hard.purpose",
    /// The item that goes back to the minute of a call that mattered.
    CallReplay = "call.replay",
    /// Purpose of the item [`Phrase::CallReplay`].
    CallReplayPurpose = "call.replay.purpose",
    /// The item that takes one moment of a call word for word.
    CallMoment = "call.moment",
    /// Purpose of the item [`Phrase::CallMoment`].
    CallMomentPurpose = "call.moment.purpose",
    /// The item that says it once more.
    CallAgain = "call.again",
    /// Purpose of the item [`Phrase::CallAgain`].
    CallAgainPurpose = "call.again.purpose",
    /// The item that says aloud what is to be said.
    Rehearse = "item.rehearse",
    /// Purpose of the item [`Phrase::Rehearse`].
    RehearsePurpose = "item.rehearse.purpose",
    /// The item that looks for what could still stop a late opportunity.
    LateStop = "late.stop",
    /// Purpose of the item [`Phrase::LateStop`].
    LateStopPurpose = "late.stop.purpose",
    /// The item that goes through the steps up to the signature.
    LateYes = "late.yes",
    /// Purpose of the item [`Phrase::LateYes`].
    LateYesPurpose = "late.yes.purpose",
    /// The item of a short session about an account: both of the following in one.
    AccountIssue = "account.issue",
    /// Purpose of the item [`Phrase::AccountIssue`].
    AccountIssuePurpose = "account.issue.purpose",
    /// The item that asks how one stands with a customer.
    AccountStanding = "account.standing",
    /// Purpose of the item [`Phrase::AccountStanding`].
    AccountStandingPurpose = "account.standing.purpose",
    /// The item that chooses what to do next for a customer.
    AccountMove = "account.move",
    /// Purpose of the item [`Phrase::AccountMove`].
    AccountMovePurpose = "account.move.purpose",
    /// The item of a short session about a territory: both of the following in one.
    TerritoryIssue = "territory.issue",
    /// Purpose of the item [`Phrase::TerritoryIssue`].
    TerritoryIssuePurpose = "territory.issue.purpose",
    /// The item that looks at where the time goes.
    TerritoryEffort = "territory.effort",
    /// Purpose of the item [`Phrase::TerritoryEffort`].
    TerritoryEffortPurpose = "territory.effort.purpose",
    /// The item that chooses what to do, and what to stop.
    TerritoryChoices = "territory.choices",
    /// Purpose of the item [`Phrase::TerritoryChoices`].
    TerritoryChoicesPurpose = "territory.choices.purpose",
    /// The item in which both promise.
    Promise = "item.promise",
    /// The purpose of the promises.
    PromisePurpose = "item.promise.purpose",
    /// The item that ends each session.
    Close = "item.close",
    /// The purpose of the close.
    ClosePurpose = "item.close.purpose",
    /// An item that the manager adds and has not named yet.
    NewItem = "item.new",
    /// The manager's checklist, content: has read.
    CheckRead = "check.read",
    /// The manager's checklist, content: curious.
    CheckCurious = "check.curious",
    /// The manager's checklist, tone: asks before telling. The seller sees it.
    CheckAsk = "check.ask",
    /// The manager's checklist, tone: no forecast. The seller sees it.
    CheckNoForecast = "check.no-forecast",
    /// The manager's checklist, tone: what is said is for working on it. The seller sees it.
    CheckForWork = "check.for-work",
    /// The manager's checklist, structure: nothing disturbs.
    CheckQuiet = "check.quiet",
    /// The manager's checklist, structure: the own promise.
    CheckOwnPromise = "check.own-promise",
    /// The seller's checklist, content: the own pick.
    CheckMyPick = "check.my-pick",
    /// The seller's checklist, content: what is known and what guessed.
    CheckKnowGuess = "check.know-guess",
    /// The seller's checklist, tone: hard questions.
    CheckHard = "check.hard",
    /// The seller's checklist, structure: which help.
    CheckHelp = "check.help",
    /// The seller's checklist, structure: what to leave alone.
    CheckLeave = "check.leave",
    /// The manager's checklist for a call that was made.
    CheckCallManager = "check.call.manager",
    /// The seller's checklist for a call to come.
    CheckCallSeller = "check.call.seller",
    /// The manager's checklist for a call to come.
    CheckCallBeforeManager = "check.call-before.manager",
    /// The seller's checklist for a call that was made.
    CheckCallAfterSeller = "check.call-after.seller",
    /// The manager's checklist for an early opportunity.
    CheckEarlyManager = "check.early.manager",
    /// The seller's checklist for an early opportunity.
    CheckEarlySeller = "check.early.seller",
    /// The manager's checklist for a late opportunity.
    CheckLateManager = "check.late.manager",
    /// The seller's checklist for a late opportunity.
    CheckLateSeller = "check.late.seller",
    /// The manager's checklist for an account.
    CheckAccountManager = "check.account.manager",
    /// The seller's checklist for an account.
    CheckAccountSeller = "check.account.seller",
    /// The manager's checklist for a territory.
    CheckTerritoryManager = "check.territory.manager",
    /// The seller's checklist for a territory.
    CheckTerritorySeller = "check.territory.seller",
    /// The hint at evidence about a call to come.
    EvidenceCallBefore = "evidence.call-before",
    /// The hint at evidence about a call that was made.
    EvidenceCallAfter = "evidence.call-after",
    /// The hint at evidence about an early opportunity.
    EvidenceOpportunityEarly = "evidence.opportunity-early",
    /// The hint at evidence about a late opportunity.
    EvidenceOpportunityLate = "evidence.opportunity-late",
    /// The hint at evidence about an account.
    EvidenceAccount = "evidence.account",
    /// The hint at evidence about a territory.
    EvidenceTerritory = "evidence.territory",
    /// The hint at evidence for a type that this release does not know.
    EvidenceAny = "evidence.any",
    /// Questions to leave unasked about a call to come.
    AvoidCallBefore = "avoid.call-before",
    /// Questions to leave unasked about a call that was made.
    AvoidCallAfter = "avoid.call-after",
    /// Questions to leave unasked about an early opportunity.
    AvoidOpportunityEarly = "avoid.opportunity-early",
    /// Questions to leave unasked about a late opportunity.
    AvoidOpportunityLate = "avoid.opportunity-late",
    /// Questions to leave unasked about an account.
    AvoidAccount = "avoid.account",
    /// Questions to leave unasked about a territory.
    AvoidTerritory = "avoid.territory",
}

impl Phrase {
    /// Returns the number in links.
    #[must_use]
    pub fn number(self) -> u16 {
        self as u16
    }

    /// Returns the phrase with that number; `None` for a number that this release does not know.
    #[must_use]
    pub fn from_number(number: u16) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }
}

/// Words on the screen: built in, and then in the reader's language, or somebody's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wording {
    /// A phrase of the product.
    BuiltIn(Phrase),
    /// A person's or a company's words.
    Own(Text),
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
