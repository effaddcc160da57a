//! The view of the model at an instant, in words that are ready to be drawn.
//!
//! [`present`] chooses the screen. Each file in [`screens`] builds the view of one screen from the pieces in
//! [`parts`]. Nothing here draws or changes anything: all that a person can do is an
//! [`Action`](parts::action::Action), a label with the press that it sends.

mod absence;
mod called_off;
pub mod parts;
pub mod screens;

use self::parts::began::began;
use self::parts::decision::DecisionView;
use self::parts::full_page::{FullPageView, file_notice, full_page};
use self::parts::notice::{Notice, notices};
use self::parts::session_context::SessionContext;
use self::parts::sheet::SheetView;
use self::parts::unsaid::unsaid;
use self::screens::{
    agenda, asked, booked, calendar, close, file, form, hand_over, home, left_open, opened_link,
    outgoing_link, over, own, pair_link, planned, prepare, quarter, request, run, shared, standing,
};
use crate::domain::half::Course;
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::program::event::Telling;
use crate::program::state::model::Model;
use crate::program::state::overlay::{FileOverlay, LinkOverlay};
use crate::program::state::running::Layer;
use crate::program::update::link::NoLink;
use crate::program::update::screen::is_gone;
use crate::text::message::Message;
use crate::text::{Env, Words};
use crate::timer::reading::{Phase, reading};

/// Everything on the screen at one instant, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Accessible name of the widget, for a screen reader.
    pub name: Words,
    /// Notices above every screen: about failing or cleared storage, unreadable records, drafts (typed text
    /// that is not kept yet), and changes by another window that concern the screen. Empty if there is
    /// nothing to say.
    pub notices: Vec<Notice>,
    /// Statement that the host page is told of sessions; `None` where it is not.
    pub told: Option<Words>,
    /// Link to the full page, below every screen of a frame; `None` outside of a frame.
    pub full_page: Option<FullPageView>,
    /// The open screen, or the opened link or file that covers it.
    pub screen: ScreenView,
}

/// The screen to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum ScreenView {
    /// The list of sessions is open: those of all pairs, or those of one pair.
    Home(Box<home::HomeView>),
    /// An opened file covers the list. The person sees its contents before anything is imported.
    File(Box<file::FileView>),
    /// The form is open that plans a session or changes the plan of one.
    Form(Box<form::FormView>),
    /// A session is open that has not begun; on the seller's device also one that is running.
    Planned(Box<planned::PlannedView>),
    /// The agenda editor of a planned session is open.
    Agenda(Box<agenda::AgendaView>),
    /// A question hides a session until it is answered: who holds the device now, or when the session ended.
    Decision(Box<DecisionView>),
    /// A sheet is open: a page of sections with text, fields and boxes to tick. It shows a preparation, the
    /// answers at the close, an outgoing or an opened link, or a request for a session.
    Sheet(Box<SheetView>),
    /// A running or paused session is open on the manager's device.
    Run(Box<run::RunView>),
    /// A running or paused session is drawn for a screen that both see.
    Shared(Box<shared::SharedView>),
    /// A session is open that has ended.
    Over(Box<over::OverView>),
    /// The page around the frame asks for data, or for their deletion.
    Asked(Box<asked::AskedView>),
}

/// Returns the view of `model` at `now`.
#[must_use]
pub fn present(model: &Model, env: &Env<'_>, now: Instant) -> View {
    let question = model.around.question.as_ref().map(|question| asked::asked(question, env));
    let screen = match question {
        Some(question) => ScreenView::Asked(Box::new(question)),
        None => uncovered(model, env, now),
    };
    // Nothing else may stand on a screen that both see.
    if let ScreenView::Shared(_) = screen {
        let name = env.say(&Message::Product);
        return View { name, notices: Vec::new(), told: None, full_page: None, screen };
    }
    let notices = notices(model, env).into_iter().chain(began(model, env, now));
    let notices = notices.chain(file_notice(model, env)).chain(unsaid(model, env, now)).collect();
    let told = (model.here.host.telling == Telling::All).then(|| env.say(&Message::PageIsTold));
    View { name: env.say(&Message::Product), notices, told, full_page: full_page(model, env), screen }
}

/// Returns the view of the opened link, or of the open screen below it.
fn uncovered(model: &Model, env: &Env<'_>, now: Instant) -> ScreenView {
    match &model.overlays.link {
        Some(LinkOverlay::Refused { why: NoLink::Pair(link), .. }) => {
            ScreenView::Sheet(Box::new(pair_link::pair_link(link, &model.zone, env)))
        }
        Some(link) => ScreenView::Sheet(Box::new(opened_link::opened_link(model, link, now, env))),
        None => below(model, env, now).unwrap_or_else(|| list(model, now, env)),
    }
}

/// Returns the view of the open screen. `None` stands for the list of sessions, which also replaces a screen
/// whose session, or whose draft, the text typed on it, is gone.
fn below(model: &Model, env: &Env<'_>, now: Instant) -> Option<ScreenView> {
    match model.screen.address() {
        Screen::Share(id) => {
            outgoing_link::outgoing_link(model, id, now, env).map(|view| ScreenView::Sheet(Box::new(view)))
        }
        Screen::Calendar(id) => SessionContext::of(model, id, now, env)
            .and_then(|context| calendar::calendar(&context))
            .map(|view| ScreenView::Sheet(Box::new(view))),
        Screen::Standing(pair) => {
            standing::standing_slot(model, pair, now, env).map(|view| ScreenView::Sheet(Box::new(view)))
        }
        Screen::Ask => request::request(model, env).map(|view| ScreenView::Sheet(Box::new(view))),
        Screen::Quarter => quarter::quarter(model, now, env).map(|view| ScreenView::Sheet(Box::new(view))),
        Screen::Booked => {
            booked::booked_quarter(model, now, env).map(|view| ScreenView::Sheet(Box::new(view)))
        }
        Screen::Home | Screen::Pair(_) => None,
        Screen::Plan(target) => {
            form::form(model, target, now, env).map(|view| ScreenView::Form(Box::new(view)))
        }
        Screen::Session(id) => SessionContext::of(model, id, now, env).map(|context| session(&context, now)),
        Screen::HandOver(id, party) => SessionContext::of(model, id, now, env)
            .map(|context| ScreenView::Decision(Box::new(hand_over::hand_over(&context, party)))),
        Screen::Prepare(id, party) | Screen::Close(id, party) | Screen::Own(id, party)
            if model.screen.sheet().is_some_and(|sheet| sheet.is_covered) =>
        {
            SessionContext::of(model, id, now, env)
                .map(|context| ScreenView::Decision(Box::new(hand_over::hand_over(&context, party))))
        }
        Screen::Prepare(id, party) => SessionContext::of(model, id, now, env)
            .and_then(|context| prepare::prepare(&context, party))
            .map(|view| ScreenView::Sheet(Box::new(view))),
        Screen::Own(id, party) => SessionContext::of(model, id, now, env)
            .map(|context| ScreenView::Sheet(Box::new(own::own(&context, party)))),
        Screen::Close(id, party) => SessionContext::of(model, id, now, env)
            .and_then(|context| close::close(&context, party))
            .map(|view| ScreenView::Sheet(Box::new(view))),
        Screen::Agenda(id) => SessionContext::of(model, id, now, env)
            .map(|context| ScreenView::Agenda(Box::new(agenda::agenda(&context)))),
    }
}

/// Returns the list of sessions, or the opened file that covers it.
fn list(model: &Model, now: Instant, env: &Env<'_>) -> ScreenView {
    let file = match &model.overlays.file {
        Some(FileOverlay::Opened(incoming)) => Some(Ok(&**incoming)),
        Some(FileOverlay::Refused(why)) => Some(Err(*why)),
        Some(FileOverlay::Coming(..) | FileOverlay::Read(_)) | None => None,
    };
    if let Some(file) = file {
        return ScreenView::File(Box::new(file::file(model, file, now, env)));
    }
    let pair = match model.screen.address() {
        Screen::Pair(pair) if !is_gone(model) => Some(pair),
        _ => None,
    };
    ScreenView::Home(Box::new(home::home(model, pair, now, env)))
}

fn session(context: &SessionContext<'_>, now: Instant) -> ScreenView {
    match &context.half.course {
        Course::Planned => ScreenView::Planned(Box::new(absence::planned_or_absent(context, now))),
        Course::Begun { baseline, log } => {
            let reading = reading(baseline, log, now);
            if reading.phase == Phase::Ended {
                ScreenView::Over(Box::new(over::over(context, &reading, now)))
            } else if context.side == Party::Seller {
                // The clock runs on the manager's device alone.
                ScreenView::Planned(Box::new(absence::planned_or_absent(context, now)))
            } else if let Some(left) = left_open::left_open(context) {
                ScreenView::Decision(Box::new(left))
            } else if context.model.screen.session().is_some_and(|state| state.layer == Layer::Shared) {
                ScreenView::Shared(Box::new(shared::shared(context, baseline, log, &reading)))
            } else {
                ScreenView::Run(Box::new(run::run(context, baseline, log, &reading, now)))
            }
        }
    }
}
