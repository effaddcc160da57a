//! The whole widget: the notices above every screen, and the screen.

use yew::prelude::*;

use super::clock::Clock;
use super::dispatch::Dispatch;
use super::parts::notice::notices;
use super::screens::agenda::agenda;
use super::screens::asked::asked;
use super::screens::decision::decision;
use super::screens::file::file;
use super::screens::form::form;
use super::screens::home::home;
use super::screens::over::over;
use super::screens::planned::planned;
use super::screens::run::run;
use super::screens::shared::shared;
use super::screens::sheet::sheet;
use crate::present::parts::full_page::FullPageView;
use crate::present::{ScreenView, View};
use crate::program::event::Event as Happened;

/// Draws the whole widget. `lang` is the BCP 47 tag of the language of its words.
pub fn whole(view: &View, lang: &AttrValue, clock: &Clock, dispatch: &Dispatch) -> Html {
    let onfocusout = dispatch.callback(|_: FocusEvent| Happened::FieldLeft);
    html! {
        <div class="frame" part="frame" {lang} role="region" aria-label={&view.name} {onfocusout}>
            {notices(&view.notices, dispatch)}
            {screen(&view.screen, clock, dispatch)}
            {for view.told.iter().map(|told| html! { <p class="page-told">{told}</p> })}
            {for view.full_page.iter().map(full_page)}
        </div>
    }
}

/// Draws the link to the full page. The full page asks its opener for the data that go along.
fn full_page(view: &FullPageView) -> Html {
    let rel = if view.takes_over { "opener" } else { "noopener" };
    html! {
        <p class="page-told full-page">
            if let Some(lead) = &view.lead {
                <span>{lead}</span>
            }
            <a href={AttrValue::from(&view.address)} target="_blank" {rel}>{&view.label}</a>
        </p>
    }
}

fn screen(view: &ScreenView, clock: &Clock, dispatch: &Dispatch) -> Html {
    match view {
        ScreenView::Home(view) => home(view, dispatch),
        ScreenView::File(view) => file(view, dispatch),
        ScreenView::Form(view) => form(view, dispatch),
        ScreenView::Planned(view) => planned(view, dispatch),
        ScreenView::Agenda(view) => agenda(view, dispatch),
        ScreenView::Decision(view) => decision(view, dispatch),
        ScreenView::Sheet(view) => sheet(view, dispatch),
        ScreenView::Run(view) => run(view, clock, dispatch),
        ScreenView::Shared(view) => shared(view, clock, dispatch),
        ScreenView::Over(view) => over(view, dispatch),
        ScreenView::Asked(view) => asked(view, dispatch),
    }
}
