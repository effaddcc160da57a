//! What a coach asks, and what to listen for.
//!
//! The order is part of the stored data: a question is known by its place. New ones come at the end.

use crate::domain::phrase::Phrase;
use crate::domain::question::Question;
use crate::domain::text::{cut, line};

/// What a question says, and what to listen for.
pub(super) fn asks(question: Question) -> (&'static str, &'static str) {
    cut(line(about(question.matter), usize::from(question.number).saturating_sub(1)), '|')
}

/// The questions about that, a line each, with what to listen for behind a `|`. As one text they take a
/// fifth less of the download than as a table.
fn about(matter: Phrase) -> &'static str {
    match matter {
        Phrase::Open => {
            "\
            Of all you could bring, why this?|a stake, not a duty\n\
            What do you want in your hand when we stop?|a plan, a decision, a sentence\n\
            What have you tried?|their own thinking\n\
            Questions, sparring or hands-on help: what do you want from me?|a clear ask\n\
            What should I leave alone today?|a boundary"
        }
        Phrase::LookBack => {
            "\
            What did I promise you and not do?|candour; the boss goes first\n\
            What changed at the customer because you acted?|effect, not activity\n\
            What got in the way that you could not move?|a job for the manager\n\
            Is it still worth doing, or do we drop it?|a real choice\n\
            What would you do differently now?|what carries over"
        }
        Phrase::Promise => {
            "\
            What do you see now that you did not at the start?|their own words\n\
            What is the first small step, and when in your week?|a day and a cue\n\
            If something knocks it over, what then?|an if and a then\n\
            Whom do you depend on, and how will you ask?|a name, and the wording\n\
            What do you need from me, and by when?|a promise for the manager to make"
        }
        Phrase::CallAim => {
            "\
            What should the customer do afterwards that they would not do otherwise?|their action, with a date\n\
            Who is in the room, and what does each hope or fear?|names, and gaps\n\
            What do they believe now that you want to unsettle?|their view, not our pitch\n\
            What can you learn only here?|one unknown\n\
            What would make you change course midway?|a plan B"
        }
        Phrase::CallHard => {
            "\
            Which question are you putting off?|the one they would rather avoid\n\
            Where have you no good answer yet?|an honest gap\n\
            Where will you be tempted to talk?|knowing oneself"
        }
        Phrase::Rehearse => {
            "\
            Say your opening. How does it sound from their chair?|the customer's words\n\
            How will you ask for the next step?|a sentence that can be said\n\
            Say it again in half the words.|what was worth keeping"
        }
        Phrase::CallReplay => {
            "\
            Take me to the minute that mattered.|a moment, not a summary\n\
            What did you intend there?|the aim, against what happened\n\
            What surprised you?|whether they were listening, or waiting to talk\n\
            Which question earned most?|the answer it got\n\
            When did you feel it turn?|a cue they noticed"
        }
        Phrase::CallMoment => {
            "\
            What were their exact words?|words, not what they meant\n\
            What else could they have meant?|two readings\n\
            What did you hold back, and why?|an assumption"
        }
        Phrase::CallAgain => {
            "\
            Say it again, now.|a full sentence\n\
            And what would they answer?|the customer's side\n\
            Where else does this happen to you?|what carries over"
        }
        Phrase::EarlyWorth => {
            "\
            Who feels this problem most, and what does it cost them?|a person, a consequence\n\
            What if they live with it another year?|if it is bearable, there is no deal\n\
            Where are we a poor fit?|honesty\n\
            Which of this did you hear, and which do we infer?|the source\n\
            What would make you leave, and by when?|an exit sign"
        }
        Phrase::EarlyLearn => {
            "\
            Who loses if this goes ahead?|opponents nobody has seen\n\
            Who has a say whom you have not met?|a single thread into the customer\n\
            How did their last comparable purchase go?|steps, and traps\n\
            What does your contact gain by taking you further?|a motive that was tested\n\
            What small effort could we ask for that shows they mean it?|a step for both sides"
        }
        Phrase::LateStop => {
            "\
            It is spring and they bought nothing: tell me the story.|inertia, or a sponsor who is gone\n\
            Which step have we never checked?|legal, security, purchasing\n\
            Who has gone quiet, and since when?|a name, a date\n\
            What is said about us when we are out of the room?|a weak spot they know\n\
            What happens on their side on that date?|the customer's event, not our quarter"
        }
        Phrase::LateYes => {
            "\
            Start at the first day of use and walk back.|steps that the customer owns\n\
            How will the signer explain it upstairs?|the signer's own reason\n\
            If we give, what do we get?|a trade, and a limit\n\
            Where would I help, and where would I be in the way?|the seller keeps the lead\n\
            If it slips, what do we keep?|the next trigger"
        }
        Phrase::AccountStanding => {
            "\
            What are they after this year that is not about us?|the customer's goal\n\
            If we vanished, who would notice first?|real value\n\
            Who speaks for us, and who against?|names, with proof\n\
            What result would they put their name to?|an outcome, not usage\n\
            Where does one person carry us?|who comes after"
        }
        Phrase::AccountMove => {
            "\
            Which problem could we raise before they do?|insight\n\
            Which possible move would you not make?|a choice\n\
            Who should meet whom, to do what?|a purpose\n\
            What must be mended before we ask?|credit we have, or have not\n\
            What will they do in 60 days if it works?|a sign on their side"
        }
        Phrase::TerritoryEffort => {
            "\
            What does your calendar say that your plan does not?|a gap\n\
            Who gets more of you than they repay?|a habit, by its name\n\
            Where were you good, and where lucky?|causes\n\
            Which corner do you know least?|a blind spot\n\
            If you took this patch over on Monday, what would change?|fresh eyes"
        }
        Phrase::TerritoryChoices => {
            "\
            Which two bets, and why these?|reasons\n\
            What stops to make room?|a real loss\n\
            How will you know early that a bet is off?|a sign, a date\n\
            Where do they sit in your week?|blocks in the calendar\n\
            What can only I clear?|a task for the manager"
        }
        _ => "",
    }
}
