//! The screen that puts a session into a calendar: the whole entry, a file of it, and links that open it filled in.

use crate::domain::party::Party;
use crate::domain::standing::EnteredBy;
use crate::outgoing::calendar::{CalendarEntry, CalendarService};
use crate::present::parts::action::Action;
use crate::present::parts::head::head;
use crate::present::parts::line::Line;
use crate::present::parts::sending::of_plan;
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::sheet::{Entry, LinkView, Section, SheetView, beside, section};
use crate::present::parts::standing::ask;
use crate::present::screens::planned::when;
use crate::program::event::Press;
use crate::program::update::calendar::{entered_by, entry, was_entered};
use crate::program::update::sent::{SentState, sent_state};
use crate::text::Words;
use crate::text::message::Message;

/// The calendars on the web, in the order of the screen.
const SERVICES: [(CalendarService, Message<'static>); 3] = [
    (CalendarService::Google, Message::CalendarGoogle),
    (CalendarService::Outlook, Message::CalendarOutlook),
    (CalendarService::Microsoft365, Message::CalendarMicrosoft),
];

/// Returns the sheet that puts the session into a calendar; `None` once the session has begun.
pub(crate) fn calendar(context: &SessionContext<'_>) -> Option<SheetView> {
    let (env, id) = (context.env, context.id);
    let entry = entry(context.model, env, id)?;
    let by = entered_by(context.model, id);
    let is_in = by.is_some();
    let done = by.map(|by| match by {
        EnteredBy::File => env.say(&Message::CalendarDone),
        EnteredBy::Web => env.say(&Message::CalendarDoneWeb),
    });
    let is_moved = !is_in && was_entered(context.model, id);
    let label = if is_in { Message::CalendarAgain } else { Message::CalendarSave };
    let save = Action::new(env, &label, Press::CalendarSaved);
    let next = next(context);
    let (main, mut answers) = if is_in { (next, vec![save]) } else { (save, vec![next]) };
    let back = Action::new(env, &Message::BackToSession, Press::SessionOpened(context.id));
    if ![&main].into_iter().chain(&answers).any(|action| action.press == back.press) {
        answers.push(back);
    }
    Some(SheetView {
        head: head(context),
        heading: env.say(&Message::CalendarHeading),
        // At the top, where the screen begins anew after the press.
        lead: done.clone().unwrap_or_else(|| lead(context)),
        sections: [links(context, &entry)]
            .into_iter()
            .chain(slot(context))
            .chain([holds(context, &entry)])
            .collect(),
        is_spoken: done.is_some(),
        outcome: done.or_else(|| is_moved.then(|| env.say(&Message::CalendarMoved))),
        text_to_copy: None,
        main,
        answers,
        others: Vec::new(),
    })
}

/// Returns the question about a standing slot, with the buttons that keep it or offer another rhythm; `None` if it is not
/// asked.
fn slot(context: &SessionContext<'_>) -> Option<Section> {
    let (question, keep) = ask(context)?;
    let other = Action::new(context.env, &Message::SlotOther, Press::StandingOpened(context.session.pair));
    Some(section("standing", question, vec![Entry::Actions(vec![keep, other])]))
}

/// Returns whom the entry tells: nobody. The other person hears of an unsent plan when the manager sends it.
fn lead(context: &SessionContext<'_>) -> Words {
    let is_known = matches!(sent_state(context.model, context.id), Some(SentState::Sent(_)));
    if context.side == Party::Seller || is_known {
        return context.env.say(&Message::CalendarLeadOwn);
    }
    context.env.say(&Message::CalendarLead { name: &context.name(Party::Seller) })
}

/// Returns the button that follows: the manager sends the plan, unless the seller knows it; else back to the session.
fn next(context: &SessionContext<'_>) -> Action {
    let state = sent_state(context.model, context.id);
    let is_invited = matches!(state, Some(SentState::Sent(_)));
    if context.side == Party::Manager && !is_invited {
        let seller = &context.name(Party::Seller);
        let label = of_plan(context.model, context.id, seller);
        return Action::new(context.env, &label, Press::ShareOpened(context.id));
    }
    Action::new(context.env, &Message::BackToSession, Press::SessionOpened(context.id))
}

/// Returns the links that open the entry filled in; a line instead if the entry is too long for a link.
fn links(context: &SessionContext<'_>, entry: &CalendarEntry) -> Section {
    let env = context.env;
    let mut links = Vec::new();
    for (service, label) in SERVICES {
        if let Some(href) = entry.address(service) {
            links.push(LinkView {
                action: Action::new(env, &label, Press::CalendarOpened),
                href: href.into(),
            });
        }
    }
    let entry = match links.is_empty() {
        true => Entry::Line(Line::plain(env.say(&Message::CalendarTooLong))),
        false => Entry::Links(links),
    };
    let mut section = section("calendar-links", env.say(&Message::CalendarOpen), vec![entry]);
    section.lead = Some(env.say(&Message::CalendarOpenLead));
    section
}

/// Returns everything that the entry holds.
fn holds(context: &SessionContext<'_>, entry: &CalendarEntry) -> Section {
    let env = context.env;
    let mut lines: Vec<Words> = vec![entry.title.as_str().into(), when(context)];
    lines.extend(entry.place.as_deref().map(Words::from));
    lines.extend(entry.body.lines().filter(|line| !line.trim().is_empty()).map(Words::from));
    let lines = lines.into_iter().map(|words| Entry::Line(Line::plain(words)));
    let mut section = section("holds", env.say(&Message::CalendarHolds), lines.collect());
    section.lead = Some(env.say(&Message::CalendarPrivate));
    beside(section)
}
