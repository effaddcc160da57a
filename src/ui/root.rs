//! The whole: notices that every screen shows, and the screen.

use yew::{AttrValue, Html};

use super::Dispatch;
use super::agenda::agenda;
use super::ask::ask;
use super::ear::Hears;
use super::file::file;
use super::form::form;
use super::home::home;
use super::notice::notices;
use super::over::over;
use super::page::{Drawn, Page, draw};
use super::planned::planned;
use super::prepare::prepare;
use super::run::run;
use crate::present::{ScreenView, View};

/// The whole widget, in words of the language with that BCP 47 tag.
pub fn whole(view: &View, lang: &AttrValue, dispatch: &Dispatch) -> Html {
    let mut page = Page::new(dispatch);
    frame(&mut page, view, lang);
    page.done()
}

/// Apart, since what is handed to a function is found in fewer steps than what lies within its caller.
#[inline(never)]
fn frame(page: &mut Page, view: &View, lang: &AttrValue) -> Drawn {
    draw!(
        page,
        "<div class='frame' part='frame' lang='{}' role='region' aria-label='{}'>{}{}</div>",
        lang.clone(),
        &view.name,
        notices(page, &view.notices),
        screen(page, &view.screen),
    );
    page.hears(Hears::Leaving)
}

fn screen(page: &mut Page, view: &ScreenView) -> Drawn {
    match view {
        ScreenView::Home(view) => home(page, view),
        ScreenView::File(view) => file(page, view),
        ScreenView::Form(view) => form(page, view),
        ScreenView::Planned(view) => planned(page, view),
        ScreenView::Agenda(view) => agenda(page, view),
        ScreenView::Decision(view) => ask(page, view),
        ScreenView::Sheet(view) => prepare(page, view),
        ScreenView::Run(view) => run(page, view),
        ScreenView::Over(view) => over(page, view),
    }
}
