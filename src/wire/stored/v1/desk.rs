//! What lies open on the device, in version 1.

use crate::domain::desk::{Desk, Draft, Screen};
use crate::domain::id::SessionId;
use crate::domain::time::Instant;
use crate::wire::json::Json;
use crate::wire::stored::fields::{Data, Fields, number, object, shown, string_of, truth, whole};
use crate::wire::stored::{Stored, Unreadable};

/// `screen` is an object with the name of the screen and what it shows, empty for the list.
impl Stored for Desk {
    fn write(&self) -> Data {
        let screen = match &self.screen {
            Screen::Home => object([]),
            Screen::Plan(draft) => object([("plan", Some(write_draft(draft)))]),
            Screen::Session(id) => object([("session", shown(id))]),
            Screen::Agenda(id) => object([("agenda", shown(id))]),
        };
        object([("screen", Some(screen)), ("seen", self.seen.and_then(|seen| number(seen.0)))])
    }

    fn read(data: &Json) -> Result<Self, Unreadable> {
        let mut fields = Fields::of(data, "desk")?;
        let mut screens = Fields::of(fields.field("screen")?, "screen")?;
        let screen = match (screens.maybe("plan"), screens.maybe("session"), screens.maybe("agenda")) {
            (None, None, None) => Screen::Home,
            (Some(draft), None, None) => Screen::Plan(read_draft(draft)?),
            (None, Some(id), None) => Screen::Session(session(id)?),
            (None, None, Some(id)) => Screen::Agenda(session(id)?),
            _ => return Err(Unreadable::Value("screen")),
        };
        screens.end()?;
        let seen = fields.maybe("seen").map(|seen| whole(seen, "seen").map(Instant)).transpose()?;
        fields.end().map(|()| Self { screen, seen })
    }
}

fn session(id: &Json) -> Result<SessionId, Unreadable> {
    SessionId::parse(string_of(id, "session")?).ok_or(Unreadable::Value("session"))
}

fn write_draft(draft: &Draft) -> Data {
    object([
        ("session", draft.session.as_ref().and_then(shown)),
        ("seller", shown(&draft.seller)),
        ("date", shown(&draft.date)),
        ("time", shown(&draft.time)),
        ("minutes", shown(&draft.minutes)),
        ("place", shown(&draft.place)),
        ("own_name", shown(&draft.own_name)),
        ("defaults_open", truth(draft.defaults_open)),
    ])
}

fn read_draft(data: &Json) -> Result<Draft, Unreadable> {
    let mut fields = Fields::of(data, "plan")?;
    let draft = Draft {
        session: fields.maybe("session").map(session).transpose()?,
        seller: fields.string("seller")?.to_owned(),
        date: fields.string("date")?.to_owned(),
        time: fields.string("time")?.to_owned(),
        minutes: fields.string("minutes")?.to_owned(),
        place: fields.string("place")?.to_owned(),
        own_name: fields.string("own_name")?.to_owned(),
        defaults_open: match fields.field("defaults_open")? {
            Json::Truth(open) => *open,
            _ => return Err(Unreadable::Value("defaults_open")),
        },
    };
    fields.end().map(|()| draft)
}
