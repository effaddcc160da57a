//! A layer above the screen of a running session: a dialog of the browser, which keeps the keyboard within.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::button::{Loudness, button, tick};
use crate::present::parts::shortcuts::{KeysSheet, KeysView};
use crate::program::event::{Press, RunningPress};
use crate::ui::dispatch::Dispatch;

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct LayerProps {
    /// HTML id of the heading, which names the dialog.
    pub labelled_by: AttrValue,
    /// Press that closes the layer, by Escape.
    pub close: Press,
    pub dispatch: Dispatch,
    pub children: Html,
}

/// The component of a layer. The browser shows the dialog above everything once it is drawn.
#[component]
pub(in crate::ui) fn Layer(LayerProps { labelled_by, close, dispatch, children }: &LayerProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            // A browser without such dialogs shows the layer in the page.
            let dialog = dialog.cast::<HtmlDialogElement>();
            if let Some(dialog) = dialog.as_ref().filter(|dialog| dialog.show_modal().is_err()) {
                dialog.set_open(true);
            }
            // Gives the focus back to the element that had it.
            move || dialog.iter().for_each(HtmlDialogElement::close)
        });
    }
    let close = *close;
    // Escape closes the dialog.
    let onclose = dispatch.callback(move |_: Event| close);
    html! {
        <dialog ref={dialog} id="layer" class="layer" tabindex="-1" aria-labelledby={labelled_by} {onclose}>
            {children.clone()}
        </dialog>
    }
}

/// Draws the switch of the keys, and the button that lists them.
pub(in crate::ui) fn keys(view: Option<&KeysView>, dispatch: &Dispatch) -> Html {
    let Some(view) = view else { return Html::default() };
    html! {
        <div class="keys actions">
            {tick(&view.switch, dispatch)}
            {button(&view.list, Loudness::Quiet, dispatch)}
        </div>
    }
}

/// Draws the list of the keys; nothing while it is closed.
pub(in crate::ui) fn keys_sheet(view: Option<&KeysView>, dispatch: &Dispatch) -> Html {
    let Some(view) = view.and_then(|view| view.sheet.as_ref()) else { return Html::default() };
    html! {
        <Layer key="keys" labelled_by="keys-heading" close={Press::Running(RunningPress::KeysListed)} dispatch={dispatch.clone()}>
            {keys_list(view, dispatch)}
        </Layer>
    }
}

fn keys_list(view: &KeysSheet, dispatch: &Dispatch) -> Html {
    html! {
        <>
            <h2 id="keys-heading">{&view.heading}</h2>
            <p class="hint">{&view.hint}</p>
            <dl class="keys-list">
                {for view.keys.iter().map(|(key, says)| html! {
                    <div key={*key}>
                        <dt><kbd>{*key}</kbd></dt>
                        <dd>{says}</dd>
                    </div>
                })}
            </dl>
            {button(&view.close, Loudness::Primary, dispatch)}
        </>
    }
}
