//! The whole: notices that every screen shows, and the screen.

use yew::virtual_dom::ListenerKind;
use yew::{AttrValue, Html};

use super::Dispatch;
use super::agenda::agenda;
use super::ask::ask;
use super::file::file;
use super::form::form;
use super::home::home;
use super::notice::notices;
use super::over::over;
use super::planned::planned;
use super::prepare::prepare;
use super::run::run;
use super::tag::{hearing, tag, words};
use crate::present::{ScreenView, View};
use crate::program::event::Event;

/// The whole widget, in words of the language with that BCP 47 tag.
pub fn whole(view: &View, lang: &AttrValue, dispatch: &Dispatch) -> Html {
    let screen = match &view.screen {
        ScreenView::Home(view) => home(view, dispatch),
        ScreenView::File(view) => file(view, dispatch),
        ScreenView::Form(view) => form(view, dispatch),
        ScreenView::Planned(view) => planned(view, dispatch),
        ScreenView::Agenda(view) => agenda(view, dispatch),
        ScreenView::Ask(view) => ask(view, dispatch),
        ScreenView::Prepare(view) => prepare(view, dispatch),
        ScreenView::Run(view) => run(view, dispatch),
        ScreenView::Over(view) => over(view, dispatch),
    };
    let frame = tag!("div", "class" = "frame", "part" = "frame", "lang" = lang.clone(), "role" = "region",
        "aria-label" = words(&view.name); vec![notices(&view.notices, dispatch), screen]);
    let dispatch = dispatch.clone();
    hearing(frame, || ListenerKind::onfocusout, move |_| dispatch.send(Event::FieldLeft)).into()
}
