//! The names of types and items and what each is for, in English.

use crate::domain::phrase::Phrase;

/// What is built in.
pub(super) fn built_in(phrase: Phrase) -> &'static str {
    match phrase {
        Phrase::OpportunityEarly => "Early opportunity",
        Phrase::OpportunityLate => "Late opportunity",
        Phrase::Call => "Call",
        Phrase::CallWhich => "Before the call, or after it?",
        Phrase::CallBefore => "Before a call",
        Phrase::CallAfter => "After a call",
        Phrase::Account => "Account",
        Phrase::Territory => "Territory",
        Phrase::Open => "Open",
        Phrase::OpenPurpose => "Agree what this session is for, and what you want in your hand at the end.",
        Phrase::LookBack => "Look back",
        Phrase::LookBackPurpose => "What did we each promise, and what came of it? The manager goes first.",
        Phrase::EarlyWorth => "Worth it?",
        Phrase::EarlyWorthPurpose => {
            "Is there a problem here that somebody wants solved? The seller talks most."
        }
        Phrase::EarlyLearn => "Learn next",
        Phrase::EarlyLearnPurpose => "What do we not know yet, and who could tell us?",
        Phrase::EarlyFirst => "First opportunity",
        Phrase::EarlyFirstPurpose => {
            "Is it worth it, and what to learn next? The seller talks most; the manager asks."
        }
        Phrase::EarlySecond => "Second opportunity",
        Phrase::EarlySecondPurpose => "Is it worth it, and what to learn next? Go as deep as with the first.",
        Phrase::CallAim => "Aim and people",
        Phrase::CallAimPurpose => "What shall the customer do afterwards, and who decides on it?",
        Phrase::CallHard => "Hard moment",
        Phrase::CallHardPurpose => "Which moment will be the hardest? Go there now, while it costs nothing.",
        Phrase::CallReplay => "Replay",
        Phrase::CallReplayPurpose => "Go back to the minute that mattered, not through the whole call.",
        Phrase::CallMoment => "One moment",
        Phrase::CallMomentPurpose => "What was said, word for word, and what could it have meant?",
        Phrase::CallAgain => "Try again",
        Phrase::CallAgainPurpose => "Say it as you would now. The manager is the customer, and no judge.",
        Phrase::Rehearse => "Rehearse",
        Phrase::RehearsePurpose => "Say it aloud, as if the customer sat here; then once more, shorter.",
        Phrase::LateStop => "What could stop it",
        Phrase::LateStopPurpose => "What could still stop it, and have we looked? The price comes last.",
        Phrase::LateYes => "Path to yes",
        Phrase::LateYesPurpose => "Which steps lead to yes, and which of them does the customer own?",
        Phrase::AccountIssue => "One issue",
        Phrase::AccountIssuePurpose => {
            "One thing with this customer: how do we stand, and what is the next move?"
        }
        Phrase::AccountStanding => "Standing",
        Phrase::AccountStandingPurpose => "What are we worth to this customer, and who there would say so?",
        Phrase::AccountMove => "Next move",
        Phrase::AccountMovePurpose => "One move that helps them first. The others can wait.",
        Phrase::TerritoryIssue => "One question",
        Phrase::TerritoryIssuePurpose => "One question about where the effort goes, and what to choose.",
        Phrase::TerritoryEffort => "Where effort goes",
        Phrase::TerritoryEffortPurpose => "Lay the calendar beside the plan: where does the time really go?",
        Phrase::TerritoryChoices => "Choices",
        Phrase::TerritoryChoicesPurpose => "Two bets, and what stops to make room for them.",
        Phrase::Promise => "Promise",
        Phrase::PromisePurpose => {
            "The seller sums up and promises a first small step; then the manager promises."
        }
        Phrase::Close => "Close",
        Phrase::ClosePurpose => "Was it coaching, or just talking? Book the next one before you part.",
        Phrase::NewItem => "New item",
        Phrase::CheckRead => "I have read what the seller wrote.",
        Phrase::CheckCurious => "I come with one thing I am curious about, and no verdict.",
        Phrase::CheckAsk => "I will ask before I tell.",
        Phrase::CheckNoForecast => "No forecast today.",
        Phrase::CheckForWork => "What we say here is for working on it.",
        Phrase::CheckQuiet => "Notifications are off, and nothing is booked right behind.",
        Phrase::CheckOwnPromise => "What I promised last time is done, or I will say so first.",
        Phrase::CheckMyPick => "This is my pick.",
        Phrase::CheckKnowGuess => "I can say what I know and what I guess.",
        Phrase::CheckHard => "I expect hard questions: about the deal, not about me.",
        Phrase::CheckHelp => "I know what help I want.",
        Phrase::CheckLeave => "I know what I would rather leave alone today.",
        Phrase::CheckCallManager => "I heard the passage and chose one moment. No scorecard.",
        Phrase::CheckCallSeller => "My aim was written down beforehand, and I am ready to rehearse.",
        Phrase::CheckEarlyManager => "I am ready to hear: let us walk away. No amounts, no dates.",
        Phrase::CheckEarlySeller => "I bring one doubt as well as one hope.",
        Phrase::CheckLateManager => "I will not take over, and not touch the price first.",
        Phrase::CheckLateSeller => "I know which steps the customer confirmed, and when I would walk away.",
        Phrase::CheckAccountManager => {
            "I know one fact about the customer's business, and I am ready to open a door."
        }
        Phrase::CheckAccountSeller => "Bad news is included. One move, not a wish list.",
        Phrase::CheckTerritoryManager => "No rankings, and nobody else's numbers.",
        Phrase::CheckTerritorySeller => "I bring my own calendar, two bets and one stop.",
    }
}
