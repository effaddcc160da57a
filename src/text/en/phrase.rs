//! The names of types and items and what each is for, in English.

use crate::domain::phrase::Phrase;
use crate::domain::text::line;

/// The words, as one text: so they take less of the download than as a table. `@` stands for the seller's
/// name and `&`, which begins a sentence, for the manager's.
macro_rules! words {
    ($($name:ident => $words:literal;)*) => {
        const WORDS: &str = concat!($($words, "\n",)*);

        /// The place of a phrase in the text.
        enum Position { $($name,)* }

        /// What is built in.
        pub(super) fn built_in(phrase: Phrase) -> &'static str {
            let at = match phrase { $(Phrase::$name => Position::$name,)* };
            line(WORDS, at as usize)
        }
    };
}

words! {
    OpportunityEarly => "Early opportunity";
    OpportunityLate => "Late opportunity";
    Call => "Call";
    CallWhich => "Before the call, or after it?";
    CallBefore => "Before a call";
    CallAfter => "After a call";
    Account => "Account";
    Territory => "Territory";
    Open => "Open";
    OpenPurpose => "Agree what this session is for, and what you want in your hand at the end.";
    LookBack => "Look back";
    LookBackPurpose => "What did we each promise, and what came of it? & goes first.";
    EarlyWorth => "Worth it?";
    EarlyWorthPurpose => "Is there a problem here that somebody wants solved? @ talks most.";
    EarlyLearn => "Learn next";
    EarlyLearnPurpose => "What do we not know yet, and who could tell us?";
    EarlyFirst => "First opportunity";
    EarlyFirstPurpose => "Is it worth it, and what to learn next? @ talks most. & asks.";
    EarlySecond => "Second opportunity";
    EarlySecondPurpose => "Is it worth it, and what to learn next? Go as deep as with the first.";
    CallAim => "Aim and people";
    CallAimPurpose => "What shall the customer do afterwards, and who decides on it?";
    CallHard => "Hard moment";
    CallHardPurpose => "Which moment will be the hardest? Go there now, while it costs nothing.";
    CallReplay => "Replay";
    CallReplayPurpose => "Go back to the minute that mattered, not through the whole call.";
    CallMoment => "One moment";
    CallMomentPurpose => "What was said, word for word, and what could it have meant?";
    CallAgain => "Try again";
    CallAgainPurpose => "Say it as you would now. & is the customer, and no judge.";
    Rehearse => "Rehearse";
    RehearsePurpose => "Say it aloud, as if the customer sat here; then once more, shorter.";
    LateStop => "What could stop it";
    LateStopPurpose => "What could still stop it, and have we looked? The price comes last.";
    LateYes => "Path to yes";
    LateYesPurpose => "Which steps lead to yes, and which of them does the customer own?";
    AccountIssue => "One issue";
    AccountIssuePurpose => "One thing with this customer: how do we stand, and what is the next move?";
    AccountStanding => "Standing";
    AccountStandingPurpose => "What are we worth to this customer, and who there would say so?";
    AccountMove => "Next move";
    AccountMovePurpose => "One move that helps them first. The others can wait.";
    TerritoryIssue => "One question";
    TerritoryIssuePurpose => "One question about where the effort goes, and what to choose.";
    TerritoryEffort => "Where effort goes";
    TerritoryEffortPurpose => "Lay the calendar beside the plan: where does the time really go?";
    TerritoryChoices => "Choices";
    TerritoryChoicesPurpose => "Two bets, and what stops to make room for them.";
    Promise => "Promise";
    PromisePurpose => "@ sums up and promises a first small step. & promises after that.";
    Close => "Close";
    ClosePurpose => "Was it coaching, or just talking? Book the next one before you part.";
    NewItem => "New item";
    CheckRead => "I have read what @ wrote.";
    CheckCurious => "I come with one thing I am curious about, and no verdict.";
    CheckAsk => "I will ask before I tell.";
    CheckNoForecast => "No forecast today.";
    CheckForWork => "What we say here is for working on it.";
    CheckQuiet => "Notifications are off, and nothing is booked right behind.";
    CheckOwnPromise => "What I promised last time is done, or I will say so first.";
    CheckMyPick => "This is my pick.";
    CheckKnowGuess => "I can say what I know and what I guess.";
    CheckHard => "I expect hard questions: about the deal, not about me.";
    CheckHelp => "I know what help I want.";
    CheckLeave => "I know what I would rather leave alone today.";
    CheckCallManager => "I heard the passage and chose one moment. No scorecard.";
    CheckCallSeller => "My aim was written down beforehand, and I am ready to rehearse.";
    CheckCallBeforeManager => "I know the aim that was written down, and I am ready to be the customer.";
    CheckCallAfterSeller => "I bring one moment, word for word, and I am ready to try it again.";
    CheckEarlyManager => "I am ready to hear: let us walk away. No amounts, no dates.";
    CheckEarlySeller => "I bring one doubt as well as one hope.";
    CheckLateManager => "I will not take over, and not touch the price first.";
    CheckLateSeller => "I know which steps the customer confirmed, and when I would walk away.";
    CheckAccountManager => "I know one fact about the customer's business, and I am ready to open a door.";
    CheckAccountSeller => "Bad news is included. One move, not a wish list.";
    CheckTerritoryManager => "No rankings, and nobody else's numbers.";
    CheckTerritorySeller => "I bring my own calendar, two bets and one stop.";
}
