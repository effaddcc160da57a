//! The page on which a party reads again what stays private about a session: the private note, and what the party held
//! back. Nothing can be changed here.

use crate::domain::party::Party;
use crate::present::parts::action::Action;
use crate::present::parts::brought::held_lines;
use crate::present::parts::head::head;
use crate::present::parts::line::Line;
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::sheet::{Entry, Section, SheetView, section};
use crate::program::event::Press;
use crate::text::message::Message;

/// Returns the page of what `party` keeps private about the session.
pub(crate) fn own(context: &SessionContext<'_>, party: Party) -> SheetView {
    let env = context.env;
    let parts = context.model.private_parts(context.id, party);
    let mut sections = Vec::new();
    let mut add = |id: &str, heading: Message<'_>, lines: Vec<Line>| {
        if !lines.is_empty() {
            let entries = lines.into_iter().map(Entry::Line).collect();
            sections.push(Section { is_private: true, ..section(id, env.say(&heading), entries) });
        }
    };
    let notes = parts.iter().filter_map(|part| part.note.as_ref());
    add("own", Message::NoteLabel, notes.map(|note| Line::plain(note.as_str().into())).collect());
    add("held", Message::OnlyForMe, parts.iter().flat_map(|part| held_lines(env, &part.held)).collect());
    if sections.is_empty() {
        let nothing = Entry::Line(Line::plain(env.say(&Message::OwnEmpty)));
        sections.push(section("own", env.say(&Message::NoteLabel), vec![nothing]));
    }
    SheetView {
        head: head(context),
        heading: env.say(&Message::OwnAsk { name: &context.name(party) }),
        lead: env.say(&Message::NoteLead),
        sections,
        outcome: None,
        is_spoken: false,
        text_to_copy: None,
        main: Action::new(env, &Message::OwnDone, Press::SessionOpened(context.id)),
        answers: Vec::new(),
        others: Vec::new(),
    }
}
