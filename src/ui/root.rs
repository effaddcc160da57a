//! The whole: notices that every screen shows, and the screen.

use std::rc::Rc;

use yew::prelude::*;

use super::agenda::agenda;
use super::form::form;
use super::home::home;
use super::notice::notices;
use super::over::over;
use super::planned::planned;
use super::run::run;
use super::{ClockContext, Dispatch, words};
use crate::present::{ScreenView, View};
use crate::program::event::Event;

/// Properties of [`Root`].
#[derive(Clone, PartialEq, Properties)]
pub struct RootProps {
    /// Everything on the screen.
    pub view: Rc<View>,
    /// Where events go.
    pub dispatch: Dispatch,
    /// The clock of the clock face.
    pub clock: ClockContext,
    /// The BCP 47 tag of the words.
    pub lang: AttrValue,
}

/// The whole widget.
#[component]
pub fn Root(props: &RootProps) -> Html {
    let dispatch = props.dispatch.clone();
    let onfocusout = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: FocusEvent| dispatch.send(Event::FieldLeft))
    };
    let screen = match &props.view.screen {
        ScreenView::Home(view) => home(view, &dispatch),
        ScreenView::Form(view) => form(view, &dispatch),
        ScreenView::Planned(view) => planned(view, &dispatch),
        ScreenView::Agenda(view) => agenda(view, &dispatch),
        ScreenView::Run(view) => run(view, &dispatch),
        ScreenView::Over(view) => over(view, &dispatch),
    };
    html! {
        <ContextProvider<ClockContext> context={props.clock.clone()}>
            <div class="frame" part="frame" lang={props.lang.clone()} role="region" aria-label={words(&props.view.name)} {onfocusout}>
                { notices(&props.view.notices, &dispatch) }
                { screen }
            </div>
        </ContextProvider<ClockContext>>
    }
}
