//! The question of the page around the frame.

use yew::prelude::*;

use crate::present::screens::asked::AskedView;
use crate::ui::dispatch::Dispatch;
use crate::ui::parts::button::{Loudness, button};
use crate::ui::parts::head::heading;
use crate::ui::parts::summary::text_to_copy;

/// Draws the question, the text that it is about, and both answers alike. The text is folded: somebody else may see the
/// screen.
pub(in crate::ui) fn asked(view: &AskedView, dispatch: &Dispatch) -> Html {
    html! {
        <div class="screen session" key="asked">
            <div class="head" part="header">
                <div class="who">
                    <p class="kicker">{&view.kicker}</p>
                    {heading(&view.heading)}
                </div>
            </div>
            <section class="ask">
                <p class="lead">{&view.lead}</p>
                if let Some((label, text)) = &view.text {
                    <details class="asked-text">
                        <summary>{label}</summary>
                        {text_to_copy(label, text)}
                    </details>
                }
            </section>
            <div class="way-on">
                {button(&view.decline, Loudness::Plain, dispatch)}
                {button(&view.allow, Loudness::Plain, dispatch)}
            </div>
        </div>
    }
}
