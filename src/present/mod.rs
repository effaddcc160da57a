//! The view of the model at an instant, in words that are ready to be drawn.
//!
//! Never draws and never changes anything. What a person can do is an [`Action`](parts::action::Action): its words and the
//! press that it stands for.

pub mod parts;
pub mod screens;

use self::parts::decision::DecisionView;
use self::parts::known::Known;
use self::parts::notice::{Notice, notices};
use self::parts::sheet::SheetView;
use self::screens::{
    agenda, close, file, form, hand_over, home, left, opened, over, planned, prepare, request, run, share,
};
use crate::domain::desk::{ClosingDraft, Preparing, Screen};
use crate::domain::half::Course;
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::program::model::Model;
use crate::text::message::Message;
use crate::text::{Env, Words};
use crate::timer::reading::{Phase, reading};

/// Everything on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The name of the whole, for a screen reader.
    pub name: Words,
    /// What asks for attention on every screen.
    pub notices: Vec<Notice>,
    /// The screen.
    pub screen: ScreenView,
}

/// The screen.
#[derive(Clone, Debug, PartialEq)]
pub enum ScreenView {
    /// The list of sessions.
    Home(Box<home::HomeView>),
    /// What a file holds that was opened from the list.
    File(Box<file::FileView>),
    /// The form that sets the stage.
    Form(Box<form::FormView>),
    /// A session that is planned.
    Planned(Box<planned::PlannedView>),
    /// The agenda, opened for editing.
    Agenda(Box<agenda::AgendaView>),
    /// One thing is asked.
    Decision(Box<DecisionView>),
    /// A party prepares, or answers at the close.
    Sheet(Box<SheetView>),
    /// A session that is on.
    Run(Box<run::RunView>),
    /// A session that is over.
    Over(Box<over::OverView>),
}

/// What is to be seen of `model` at `now`.
#[must_use]
pub fn present(model: &Model, env: &Env<'_>, now: Instant) -> View {
    let screen = match &model.desk.screen {
        _ if model.opened.is_some() => {
            let opened = model.opened.as_deref().map(|opened| opened::opened(model, opened, now, env));
            opened.map(|view| ScreenView::Sheet(Box::new(view)))
        }
        Screen::Share(id) => share::share(model, *id, now, env).map(|view| ScreenView::Sheet(Box::new(view))),
        Screen::Ask(asking) => Some(ScreenView::Sheet(Box::new(request::request(model, asking, env)))),
        Screen::Home | Screen::Pair(_) => None,
        Screen::Plan(draft) => Some(ScreenView::Form(Box::new(form::form(model, draft, now, env)))),
        Screen::Session(id) => Known::of(model, *id, now, env).map(|known| session(&known, now)),
        Screen::HandOver(id, party) => Known::of(model, *id, now, env)
            .map(|known| ScreenView::Decision(Box::new(hand_over::hand_over(&known, *party)))),
        Screen::Prepare(Preparing { session, party, .. })
        | Screen::Close(ClosingDraft { session, party, .. })
            if model.is_covered =>
        {
            Known::of(model, *session, now, env)
                .map(|known| ScreenView::Decision(Box::new(hand_over::hand_over(&known, *party))))
        }
        Screen::Prepare(preparing) => Known::of(model, preparing.session, now, env)
            .map(|known| ScreenView::Sheet(Box::new(prepare::prepare(&known, preparing)))),
        Screen::Close(draft) => Known::of(model, draft.session, now, env)
            .map(|known| ScreenView::Sheet(Box::new(close::close(&known, draft)))),
        Screen::Agenda(id) => {
            Known::of(model, *id, now, env).map(|known| ScreenView::Agenda(Box::new(agenda::agenda(&known))))
        }
    };
    View {
        name: env.say(&Message::Product),
        notices: notices(model, env),
        // A session that is gone leaves the list.
        screen: screen.unwrap_or_else(|| list(model, now, env)),
    }
}

/// The list of sessions, of all or of one seller's; or the file that lies open over it.
fn list(model: &Model, now: Instant, env: &Env<'_>) -> ScreenView {
    if let Some(file) = &model.file {
        return ScreenView::File(Box::new(file::file(model, file, now, env)));
    }
    let pair = match model.desk.screen {
        Screen::Pair(pair) if !model.is_gone() => Some(pair),
        _ => None,
    };
    ScreenView::Home(Box::new(home::home(model, pair, now, env)))
}

fn session(known: &Known<'_>, now: Instant) -> ScreenView {
    match &known.half.course {
        Course::Planned => ScreenView::Planned(Box::new(planned::planned(known))),
        Course::Begun { baseline, log } => {
            let reading = reading(baseline, log, now);
            if reading.phase == Phase::Ended {
                ScreenView::Over(Box::new(over::over(known, &reading, now)))
            } else if known.side == Party::Seller {
                // The manager's device runs the clock.
                ScreenView::Planned(Box::new(planned::planned(known)))
            } else if let Some(left) = left::left(known) {
                ScreenView::Decision(Box::new(left))
            } else {
                ScreenView::Run(Box::new(run::run(known, baseline, log, &reading)))
            }
        }
    }
}
