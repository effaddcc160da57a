//! The booked dates of all sellers: one press that sends for each, and one file for the manager's calendar.

use super::outgoing_link::{contents, words_around};
use crate::domain::id::SessionId;
use crate::domain::phrase::Wording;
use crate::domain::sent::SentBy;
use crate::domain::time::Instant;
use crate::present::parts::action::{Action, Choice, Choices};
use crate::present::parts::focus::focus_id;
use crate::present::parts::head::link_head;
use crate::present::parts::line::Line;
use crate::present::parts::link_context::LinkContext;
use crate::present::parts::sending::{sent, sent_briefly};
use crate::present::parts::session_context::SessionContext;
use crate::present::parts::sheet::{Entry, MessageView, SendRowView, SheetView, section};
use crate::program::effect::Focus;
use crate::program::event::{Press, QuarterPress, SendMethod};
use crate::program::state::model::Model;
use crate::program::state::quarter::BookedState;
use crate::program::state::screen::OpenScreen;
use crate::program::state::sharing::Told;
use crate::program::update::calendar_row::{entries, is_entered};
use crate::program::update::kept_row::booked;
use crate::program::update::link::sent_link;
use crate::program::update::quarter_book::can_undo;
use crate::program::update::quarter_send::{BookedRow, booked_rows, method, method_of, promises, read};
use crate::program::update::sending::{open_sending, open_words};
use crate::program::update::standing::standing;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// Returns the sheet of the booked dates; `None` if nothing is booked in this way.
pub(crate) fn booked_quarter(model: &Model, now: Instant, env: &Env<'_>) -> Option<SheetView> {
    let OpenScreen::Booked(state) = &model.screen else { return None };
    let rows = booked_rows(model, env);
    let screen = Screen { model, now, env, read: read(model, &rows) };
    let drawn: Vec<SendRowView> = rows.iter().filter_map(|row| screen.row(*row)).collect();
    let quarter = |label: Message<'_>, press| Action::new(env, &label, Press::Quarter(press));
    let home = Action::new(env, &Message::QuarterDone, Press::HomeOpened);
    // The main button sends the message that is open to be read, else the first that is not sent.
    let open = || drawn.iter().filter(|row| row.is_open);
    let next = open().find(|row| row.message.is_some()).or_else(|| open().next());
    let (main, answers) = match next.map(|row| row.send.clone()) {
        Some(send) => {
            (Action { label: send.name.clone().unwrap_or(send.label), name: None, ..send }, vec![home])
        }
        None => (home, Vec::new()),
    };
    let save = quarter(Message::QuarterCalendar, QuarterPress::CalendarSaved);
    let undo = can_undo(model).then(|| quarter(Message::QuarterUndo, QuarterPress::BookingUndone));
    let methods = methods(model, env);
    let heading = methods.as_ref().map(|methods| methods.name.clone()).unwrap_or_default();
    let mut entries: Vec<Entry> = methods.map(Entry::Choices).into_iter().collect();
    entries.extend(count_on(model, env, &rows));
    entries.extend(drawn.into_iter().map(|row| Entry::Send(Box::new(row))));
    Some(SheetView {
        head: link_head(env, None, &env.say(&Message::QuarterOpen), None, &Message::BackHome),
        heading: env.say(&Message::QuarterBooked),
        lead: env.say(&Message::QuarterBookedLead),
        sections: vec![
            section("quarter-file", Words::default(), vec![Entry::Asides(vec![save])]),
            section("quarter-sends", heading, entries),
        ],
        outcome: screen
            .outcome(state)
            .or_else(|| is_saved(model, env, now).then(|| env.say(&Message::RowDone))),
        is_spoken: false,
        text_to_copy: screen.text_to_copy(state),
        main,
        answers,
        others: undo.into_iter().collect(),
    })
}

/// Returns true if the booked dates of all sellers, as they are now, were put into the calendar.
fn is_saved(model: &Model, env: &Env<'_>, now: Instant) -> bool {
    booked(model).all(|(pair, _)| is_entered(model, now, pair, &entries(model, env, now, pair)))
}

/// Returns the choice of the method for all messages; `None` if there is only one.
fn methods(model: &Model, env: &Env<'_>) -> Option<Choices> {
    model.here.share_url.as_ref()?;
    let mut methods = vec![(Message::QuarterCopy, SentBy::Copied)];
    if model.here.can_share {
        methods.push((Message::ShareSheet, SentBy::Shared));
    }
    methods.push((Message::SendMail, SentBy::Mailed));
    let chosen = method(model);
    let options = methods.into_iter().map(|(label, by)| Choice {
        action: Action::new(env, &label, Press::Quarter(QuarterPress::MethodChosen(by))),
        is_chosen: by == chosen,
    });
    Some(Choices { name: env.say(&Message::QuarterMethod), options: options.collect() })
}

/// Returns the lines that all sellers whose message is not sent can count on, folded; `None` once all are sent, and if none
/// are offered.
fn count_on(model: &Model, env: &Env<'_>, rows: &[BookedRow]) -> Option<Entry> {
    rows.iter().find(|row| row.is_open)?;
    let offered = model.catalogue.count_on();
    offered.first()?;
    let tick = |line: &Wording| {
        let press = Press::Quarter(QuarterPress::CountOnToggled(line.fingerprint()));
        let action = Action::labelled(env.wording(line), press);
        Entry::Tick(Choice { action, is_chosen: promises(model, rows, line) })
    };
    let mut entries: Vec<Entry> = offered.iter().map(tick).collect();
    if !offered.iter().all(|line| promises(model, rows, line)) {
        let all = Action::new(env, &Message::CountOnAll, Press::Quarter(QuarterPress::CountOnTaken));
        entries.push(Entry::Actions(vec![all]));
    }
    Some(Entry::Folded(env.say(&Message::QuarterCountOn), entries))
}

/// The data from which the rows are made.
struct Screen<'a> {
    model: &'a Model,
    now: Instant,
    env: &'a Env<'a>,
    /// Session whose message is open to be read; `None` while none is.
    read: Option<SessionId>,
}

impl Screen<'_> {
    /// Returns the name of the session's seller, inside a sentence.
    fn seller(&self, id: SessionId) -> Option<Words> {
        let context = SessionContext::of(self.model, id, self.now, self.env)?;
        Some(context.name(context.side.other()))
    }

    fn row(&self, row: BookedRow) -> Option<SendRowView> {
        let (model, env, id) = (self.model, self.env, row.session);
        let context = SessionContext::of(model, id, self.now, env)?;
        let when = &env.date_time(context.begins_here(), context.now, Names::Short);
        let (_, dates) = standing(model, row.pair)?;
        let later = dates.after(env.zones, self.now);
        let count = later.iter().filter(|(date, _)| !date.is_skipped && date.session != id).count();
        let words = env.say(&Message::QuarterBookedRow {
            seller: model.pair(row.pair)?.seller.as_str(),
            when,
            count,
        });
        let state = sent_briefly(&context).or_else(|| sent(&context).map(|sent| sent.words));
        let is_read = self.read == Some(id);
        Some(SendRowView {
            line: Line::plain(words),
            state,
            is_open: row.is_open,
            id: focus_id(Focus::Send(id)).into(),
            send: self.send(row, &self.seller(id)?),
            read: self.toggle(id, is_read, &self.seller(id)?),
            message: if is_read { self.message(id) } else { None },
        })
    }

    /// Returns the button that sends the message, whose accessible name holds the name of the seller.
    fn send(&self, row: BookedRow, name: &Words) -> Action {
        let by = method_of(self.model, self.env, self.now, row.session);
        let (short, long) = match (by, row.is_open) {
            (SentBy::Shared, true) => (Message::ShareSheet, Message::QuarterShareWith { name }),
            (SentBy::Shared, false) => (Message::QuarterShareAgain, Message::QuarterShareAgainWith { name }),
            (SentBy::Mailed, true) => (Message::SendMail, Message::QuarterMailTo { name }),
            (SentBy::Mailed, false) => (Message::QuarterMailAgain, Message::QuarterMailAgainTo { name }),
            (_, true) => (Message::QuarterCopy, Message::QuarterCopyFor { name }),
            (_, false) => (Message::QuarterCopyAgain, Message::QuarterCopyAgainFor { name }),
        };
        Action::named(self.env, &short, &long, Press::Quarter(QuarterPress::Sent(row.session)))
    }

    fn toggle(&self, id: SessionId, is_read: bool, name: &Words) -> Action {
        let label = if is_read { Message::QuarterReadClose } else { Message::QuarterRead };
        let long = Message::HoldsHeading { name };
        let said = &self.env.say(&label);
        let words = &self.env.say(&long);
        let long = Message::Labelled { label: said, words };
        Action::named(self.env, &label, &long, Press::Quarter(QuarterPress::ReadToggled(id)))
    }

    /// Returns the message with all that its link holds.
    fn message(&self, id: SessionId) -> Option<MessageView> {
        let (model, env, now) = (self.model, self.env, self.now);
        let link = sent_link(model, env, now, id)?;
        let around = words_around(&Message::MessageHeading, &open_words(model, env, now, &link), env);
        let holds = contents(&LinkContext::of(model, now, env, &link));
        let label = Message::QuarterOtherWays;
        let name = &self.seller(id)?;
        let long = Message::QuarterOtherWaysTo { name };
        Some(MessageView {
            id: format!("message-{}", id.0).into(),
            sections: vec![around, holds],
            others: Action::named(env, &label, &long, Press::ShareOpened(id)),
        })
    }

    /// Returns the outcome of the last press that sends; `None` if there is nothing to say.
    fn outcome(&self, state: &BookedState) -> Option<Words> {
        let (id, told) = state.told?;
        let name = &self.seller(id)?;
        Some(self.env.say(&match told {
            Told::Copied => Message::QuarterCopied { name },
            Told::Shared => Message::QuarterShared { name },
            Told::Refused if self.text_to_copy(state).is_none() => Message::LinkTooMuch,
            _ => Message::SummaryRefused,
        }))
    }

    /// Returns the message for copying by hand; `None` unless the browser refused to copy.
    fn text_to_copy(&self, state: &BookedState) -> Option<Words> {
        let (id, _) = state.told.filter(|(_, told)| *told == Told::Refused)?;
        let method =
            if self.model.here.share_url.is_some() { SendMethod::Copy } else { SendMethod::CopyCode };
        open_sending(self.model, self.env, self.now, id, method).map(|message| message.text.into())
    }
}
