//! The whole: notices that every screen shows, and the screen.

use std::rc::Rc;

use yew::prelude::*;

use super::agenda::Agenda;
use super::form::Form;
use super::home::Home;
use super::notice::Notices;
use super::over::Over;
use super::planned::Planned;
use super::run::Run;
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
        ScreenView::Home(view) => html! { <Home view={view.clone()} {dispatch} /> },
        ScreenView::Form(view) => html! { <Form view={view.clone()} {dispatch} /> },
        ScreenView::Planned(view) => html! { <Planned view={view.clone()} {dispatch} /> },
        ScreenView::Agenda(view) => html! { <Agenda view={view.clone()} {dispatch} /> },
        ScreenView::Run(view) => html! { <Run view={view.clone()} {dispatch} /> },
        ScreenView::Over(view) => html! { <Over view={view.clone()} {dispatch} /> },
    };
    html! {
        <ContextProvider<ClockContext> context={props.clock.clone()}>
            <div class="frame" part="frame" lang={props.lang.clone()} role="region" aria-label={words(&props.view.name)} {onfocusout}>
                <Notices notices={props.view.notices.clone()} dispatch={props.dispatch.clone()} />
                { screen }
            </div>
        </ContextProvider<ClockContext>>
    }
}
