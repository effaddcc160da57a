//! What lies open on the device, in version 1.

use super::note::{read_line, write_line};
use crate::domain::desk::{Desk, Draft, Screen};
use crate::domain::id::SessionId;
use crate::domain::time::Instant;
use crate::wire::json::Json;
use crate::wire::stored::Stored;
use crate::wire::stored::fields::Faults;
use crate::wire::stored::write::Writer;

/// `screen` is an object with the name of the screen and what it shows, empty for the list.
impl Stored for Desk {
    fn write(&self, out: &mut Writer) {
        out.object(|out| {
            out.at("screen").object(|out| match &self.screen {
                Screen::Home => {}
                Screen::Plan(draft) => write_draft(draft, out.at("plan")),
                Screen::Session(id) => out.at("session").id(id.0),
                Screen::Agenda(id) => out.at("agenda").id(id.0),
            });
            if let Some(seen) = self.seen {
                out.at("seen").number(seen.0);
            }
            if let Some(line) = &self.line {
                write_line(line, out.at("line"));
            }
        });
    }

    fn read(data: &Json, faults: &Faults) -> Option<Self> {
        faults.object(data, "desk", |fields| {
            let screen = read_screen(fields.field("screen"), faults);
            let seen = fields.maybe("seen").map(|seen| Instant(faults.whole(seen, "seen")));
            let line = fields.maybe("line").and_then(|line| read_line(line, faults));
            Some(Self { screen, seen, line })
        })
    }
}

fn read_screen(data: &Json, faults: &Faults) -> Screen {
    faults.object(data, "screen", |fields| {
        let session = |id| SessionId(faults.id(faults.string(id, "session"), "session"));
        match (fields.maybe("plan"), fields.maybe("session"), fields.maybe("agenda")) {
            (None, None, None) => Screen::Home,
            (Some(draft), None, None) => Screen::Plan(read_draft(draft, faults)),
            (None, Some(id), None) => Screen::Session(session(id)),
            (None, None, Some(id)) => Screen::Agenda(session(id)),
            _ => {
                faults.note("screen");
                Screen::Home
            }
        }
    })
}

fn write_draft(draft: &Draft, out: &mut Writer) {
    out.object(|out| {
        if let Some(session) = draft.session {
            out.at("session").id(session.0);
        }
        out.at("seller").text(&draft.seller);
        out.at("date").text(&draft.date);
        out.at("time").text(&draft.time);
        out.at("minutes").text(&draft.minutes);
        out.at("place").text(&draft.place);
        out.at("own_name").text(&draft.own_name);
        out.at("defaults_open").truth(draft.defaults_open);
    });
}

fn read_draft(data: &Json, faults: &Faults) -> Draft {
    faults.object(data, "plan", |fields| {
        let session = fields.maybe("session");
        let mut string = |name| fields.string(name).to_owned();
        Draft {
            session: session.map(|id| SessionId(faults.id(faults.string(id, "session"), "session"))),
            seller: string("seller"),
            date: string("date"),
            time: string("time"),
            minutes: string("minutes"),
            place: string("place"),
            own_name: string("own_name"),
            defaults_open: fields.truth("defaults_open"),
        }
    })
}
