//! A session that is planned.

use yew::Html;

use super::Dispatch;
use super::button::{Loudness, button, buttons, choice};
use super::head::head;
use super::notice::notices;
use super::rail::rail;
use super::tag::{element, paragraph, tag, text, words};
use crate::present::Action;
use crate::present::planned::{PlaceView, PlannedView};
use crate::text::Words;

/// A session that is planned.
pub(super) fn planned(view: &PlannedView, dispatch: &Dispatch) -> Html {
    let before = vec![
        notices(view.concurrent.as_slice(), dispatch),
        paragraph("when", &view.when),
        view.place.as_ref().map(place).unwrap_or_default(),
        element("h2", "question", vec![text(&view.lead.0)]),
        paragraph("lead", &view.lead.1),
        element("ul", "parties", view.parties.iter().map(|party| self::party(party, dispatch)).collect()),
        screen(view, dispatch),
    ];
    let title = tag!("h2", "id" = "agenda-heading"; vec![text(&view.agenda)]).into();
    let [edit, save] = [&view.edit, &view.save].map(|action| button(action, Loudness::Quiet, dispatch));
    let plan = vec![
        element("div", "plan-head", vec![title, paragraph("sum", &view.sum)]),
        rail(&view.rail),
        element("div", "actions", vec![edit, save]),
    ];
    let plan = tag!("section", "class" = "plan", "aria-labelledby" = "agenda-heading"; plan).into();
    let way_on = vec![
        button(&view.start, Loudness::Primary, dispatch),
        buttons(&view.others, Loudness::Quiet, dispatch),
    ];
    let children = vec![
        head(&view.head, Html::default(), dispatch),
        element("div", "columns", vec![element("section", "before", before), plan]),
        element("div", "way-on", way_on),
    ];
    element("div", "screen session planned", children)
}

/// What a party said, and the way to prepare as that party.
fn party((says, prepare): &(Words, Action), dispatch: &Dispatch) -> Html {
    let says = tag!("span", "dir" = "auto"; vec![text(says)]).into();
    element("li", "", vec![says, button(prepare, Loudness::Plain, dispatch)])
}

/// Whether the seller will see the screen.
fn screen(view: &PlannedView, dispatch: &Dispatch) -> Html {
    let (question, answers) = &view.screen;
    let answers = answers.iter().map(|answer| choice(answer, dispatch)).collect();
    let children = vec![
        tag!("span", "id" = "screen-seen"; vec![text(question)]).into(),
        tag!("div", "class" = "choices", "role" = "group", "aria-labelledby" = "screen-seen"; answers).into(),
    ];
    element("div", "screen-seen", children)
}

/// Where the two are.
pub(super) fn place(place: &PlaceView) -> Html {
    let text = vec![text(&place.text)];
    match &place.href {
        Some(href) => {
            let link =
                tag!("a", "href" = words(href), "target" = "_blank", "rel" = "noopener noreferrer"; text);
            element("p", "place", vec![link.into()])
        }
        None => tag!("p", "class" = "place", "dir" = "auto"; text).into(),
    }
}
