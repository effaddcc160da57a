//! Stories: acts of a person, and the screen and the storage afterwards.
//!
//! Stories use only the buttons and fields that the view offers.

mod absent_words;
mod again;
mod aloud;
mod began;
mod booking_undone;
mod bounds;
mod calendar;
mod calling;
mod came_up;
mod cancelling;
mod catching_up;
mod claims;
mod closing;
mod company;
mod correcting;
mod dated;
mod differently;
mod discarding;
mod drafts;
mod editing;
mod files;
mod floating;
mod forging;
mod framing;
mod half_typed;
mod held_lines;
mod holding;
mod hostile;
mod hosting;
mod importing;
mod interrupted;
mod inviting;
mod joining;
mod keys;
mod lasting_link;
mod leaping;
mod leaving;
pub mod linking;
mod listing;
mod misread;
mod namesakes;
mod noting;
mod one_alone;
mod other_clocks;
mod overlays;
mod passed_dates;
mod planning;
mod preparing;
mod quarter;
mod quarter_changed;
mod quarter_kept;
mod quarter_sending;
mod racing;
mod running;
mod saved_line;
mod shared_screen;
mod signals;
mod slot_end;
mod slot_told;
mod stale;
mod standing;
mod storage;
mod stranded;
mod taken_dates;
mod taking;
mod telling;
mod ticking;
mod together;
mod told_steps;
mod truthful;
mod types;
mod typing;
mod undone;
mod unsent;
mod walk;
mod weeks;
mod windows;
mod zones;

use coaching_session::present::ScreenView;

use crate::seen;
use crate::story::Story;

/// A step in the story of a running session.
#[derive(Clone, Copy, Debug)]
pub enum Do {
    /// A button is pressed.
    Press(&'static str),
    /// Minutes pass with the page awake.
    Watch(i64),
}

/// Takes steps and asserts after each that a reload changes nothing.
#[track_caller]
pub fn tell(story: &mut Story, steps: &[Do]) {
    for step in steps {
        match step {
            Do::Press(name) => story.press(name),
            Do::Watch(minutes) => story.watch(*minutes),
        };
        story.survives_a_reload();
    }
}

/// Returns planned and actual minutes of the items of a session that is over.
pub fn spent(story: &Story) -> Vec<(String, String)> {
    seen::over(&story.view())
        .rows
        .iter()
        .map(|row| (row.planned.to_string(), row.actual.to_string()))
        .collect()
}

/// Returns expected minutes in the form of [`spent`].
pub fn pairs(rows: &[(&str, &str)]) -> Vec<(String, String)> {
    rows.iter().map(|(planned, actual)| ((*planned).to_owned(), (*actual).to_owned())).collect()
}

/// Returns the items of the agenda beside the session, with their minutes.
pub fn rail(story: &Story) -> Vec<(String, String)> {
    let view = story.view();
    let rail = match &view.screen {
        ScreenView::Run(run) => run.rail.clone(),
        _ => seen::planned(&view).rail.clone(),
    };
    rail.iter().map(|item| (item.title.to_string(), item.minutes.to_string())).collect()
}
