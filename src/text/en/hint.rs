//! What belongs to a coaching type and to no item: what is worth knowing beforehand, and what is better
//! left unasked.

/// What the seller could know about it; for a type that this release does not know, what always helps.
pub(super) fn evidence(coaching_type: &str) -> &'static str {
    match coaching_type {
        "call-before" => "The guest list, the last promise, three questions you plan to ask.",
        "call-after" => {
            "The customer's own words: a time mark in a lawful recording, or notes of the same day."
        }
        "opportunity-early" => {
            "The problem in the customer's words, whom you met (a title is not a name), how it began."
        }
        "opportunity-late" => {
            "Steps with who and when, confirmed or assumed; the last three contacts; terms still open."
        }
        "account" => {
            "People and when you last spoke, results they would confirm, open complaints, contract dates."
        }
        "territory" => {
            "Your calendar of the last four weeks, customers in three groups, where new business came from."
        }
        _ => "A fact each.",
    }
}

/// What the manager better leaves unasked; empty for a type that this release does not know.
pub(super) fn avoid(coaching_type: &str) -> &'static str {
    match coaching_type {
        "call-before" => "Are you prepared? What will you pitch? Here is how I would open.",
        "call-after" => {
            "How did it go? Why did you not ask about the budget? Here is what I would have said. Rate your discovery."
        }
        "opportunity-early" => "Is it qualified? What is the budget? How big is it? Is the form filled in?",
        "opportunity-late" => {
            "Anything that only a date can answer. Can we pull it in? What discount do they want? Shall I call them?"
        }
        "account" => "What else can we sell them? Is the plan up to date? Why is it down? Get me the boss.",
        "territory" => "How many calls? Will you make your number? Why so thin? Why is somebody else ahead?",
        _ => "",
    }
}
