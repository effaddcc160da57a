//! "Something came up": a line that waits on the list of the next session of two people.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::time::Span;
use coaching_session::present::parts::note_list::NoteList;
use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use crate::given::TEN;
use crate::seen;
use crate::story::{News, Story};

const LINE: &str = "The contract moved to June";

/// The words of a list.
fn words(list: &NoteList) -> Vec<String> {
    list.rows.iter().map(|row| row.words.to_string()).collect()
}

/// The own lines on the page of a person.
fn lines(story: &Story) -> Vec<String> {
    let view = story.view();
    let came_up = seen::home(&view).came_up.clone().expect("the page of a person");
    came_up.list.as_ref().map(words).unwrap_or_default()
}

/// The sentence below the field.
fn hint(story: &Story) -> String {
    let view = story.view();
    let came_up = seen::home(&view).came_up.clone().expect("the page of a person");
    came_up.field.hint.expect("a hint").to_string()
}

/// Returns to the list of all people, and opens the field for a line with this person.
fn ask(story: &mut Story, name: &str) {
    while story.offers(Message::BackHome) {
        story.press(Message::BackHome);
    }
    story.press(&format!("Something came up: {name}"));
}

/// Puts a line on the list of the open page.
fn put(story: &mut Story, line: &str) {
    story.fill(Message::CameUp, line).press(Message::CameUpKeep);
}

/// Maria, who planned a session with Lee for Thursday and put a line on its list.
fn listed() -> Story {
    let mut story = Story::new();
    story.plan("Lee");
    ask(&mut story, "Lee");
    put(&mut story, LINE);
    story
}

/// Returns what waits for the planned session, on its screen.
fn waiting(story: &Story) -> Vec<String> {
    let view = story.view();
    let parked = seen::planned(&view).parked.clone();
    parked.map(|parked| parked.lines.iter().map(ToString::to_string).collect()).unwrap_or_default()
}

/// Returns what an earlier time left for the open item of the running session.
fn left(story: &Story) -> Vec<String> {
    seen::notes(&story.view()).unwrap().left.iter().flat_map(words).collect()
}

#[test]
fn line_waits_on_the_list_of_the_next_session_until_settled() {
    let mut story = listed();
    assert_eq!(lines(&story), [LINE]);
    assert_eq!(story.field(Message::CameUp).0, "", "the field is free for the next line");
    story.reload();
    assert_eq!(lines(&story), [LINE]);
    story.press(Message::BackHome).open_first();
    assert!(waiting(&story)[0].ends_with(LINE), "{:?}", waiting(&story));
    story.now = TEN;
    story.press_start();
    assert!(left(&story).iter().any(|line| line.ends_with(LINE)), "{:?}", left(&story));
    story.press(&format!("Drop it: {LINE}"));
    ask(&mut story, "Lee");
    assert_eq!(lines(&story), Vec::<String>::new());
}

#[test]
fn hint_names_the_day_of_the_next_session() {
    let mut story = listed();
    assert_eq!(hint(&story), "Can't wait? Call now. Otherwise it's on Thursday's list.");
    story.now = TEN.plus(Span::minutes(-60));
    assert_eq!(hint(&story), "Can't wait? Call now. Otherwise it's on today's list.");
    story.now = TEN.plus(Span::minutes(-20 * 24 * 60));
    assert_eq!(hint(&story), "Can't wait? Call now. Otherwise it's on the list for Thursday 14 May.");
    story.now = TEN;
    story.press(Message::BackHome).open_first();
    story.press_start();
    ask(&mut story, "Lee");
    assert_eq!(hint(&story), "Can't wait? Call now. Otherwise it waits for the next session.");
}

#[test]
fn line_can_be_changed_and_removed_and_each_undone() {
    let mut story = listed();
    story.press(&format!("Change: {LINE}"));
    assert_eq!(story.field(Message::CameUp).0, LINE);
    story.fill(Message::CameUp, "The contract moved to July").press(Message::FormSubmitChange);
    assert_eq!(lines(&story), ["The contract moved to July"]);
    story.press(Message::Undo);
    assert_eq!(lines(&story), [LINE]);
    put(&mut story, "Dana left");
    story.press(&format!("Remove: {LINE}"));
    assert_eq!(lines(&story), ["Dana left"]);
    story.press(Message::Undo);
    assert_eq!(lines(&story), [LINE, "Dana left"], "in its place");
    // A line that goes again waits in the field.
    story.press(Message::Undo);
    assert_eq!(lines(&story), [LINE]);
    assert_eq!(story.field(Message::CameUp).0, "Dana left");
}

#[test]
fn half_typed_line_is_kept_before_another_one_is_changed() {
    let mut story = listed();
    story.fill(Message::CameUp, "Dana le").rest().survives_a_reload();
    story.press(&format!("Change: {LINE}"));
    assert_eq!(lines(&story), [LINE, "Dana le"]);
    // An emptied field leaves the line as it was.
    story.fill(Message::CameUp, "").press(Message::FormSubmitChange);
    assert_eq!(lines(&story), [LINE, "Dana le"]);
    story.fill(Message::CameUp, &"x".repeat(2_001)).press(Message::CameUpKeep);
    assert!(story.field(Message::CameUp).1.is_some(), "the text is too long");
    assert_eq!(lines(&story).len(), 2);
}

#[test]
fn managers_line_goes_out_with_the_invitation_that_shows_it() {
    let mut maria = listed();
    maria.press(Message::BackHome).open_first().invite("Lee");
    let preview = format!("{:?}", seen::sheet(&maria.view()).sections);
    assert!(preview.contains(LINE), "{preview}");
    maria.press(Message::CopyLink).settle_copy(true);
    let link = maria.window().sent.clone().unwrap().text;
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(link));
    let shown = format!("{:?}", seen::sheet(&lee.view()).sections);
    assert!(shown.contains(LINE), "{shown}");
    lee.fill(Message::TopicFirst, "The pilot").press(Message::ItIsCoaching { manager: "Maria" });
    lee.press(Message::EditDone);
    assert!(waiting(&lee)[0].ends_with(LINE), "{:?}", waiting(&lee));
    // Removed again, the line is nowhere on Maria's device, although the invitation held it.
    ask(&mut maria, "Lee");
    maria.press(&format!("Remove: {LINE}")).press(Message::BackHome).open_first();
    assert_eq!(waiting(&maria), Vec::<String>::new());
}

#[test]
fn sellers_line_goes_out_with_the_answer_that_shows_it() {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee").press(Message::CopyLink).settle_copy(true);
    let link = maria.window().sent.clone().unwrap().text;
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(link)).fill(Message::TopicFirst, "The pilot");
    lee.press(Message::ItIsCoaching { manager: "Maria" }).press(Message::CopyLink).settle_copy(true);
    lee.press(Message::EditDone);
    ask(&mut lee, "Maria");
    put(&mut lee, LINE);
    assert_eq!(hint(&lee), "Can't wait? Call now. Otherwise it's on Thursday's list.");
    lee.press(Message::BackHome).open_first();
    assert!(waiting(&lee)[0].ends_with(LINE), "{:?}", waiting(&lee));
    lee.press(Message::SendTo { name: "Maria" });
    let preview = format!("{:?}", seen::sheet(&lee.view()).sections);
    assert!(preview.contains(LINE), "{preview}");
    lee.press(Message::CopyLink).settle_copy(true);
    let answer = lee.window().sent.clone().unwrap().text;
    maria.send(Event::LinkOpened(answer)).press(Message::FileTake);
    assert!(waiting(&maria).iter().any(|line| line.ends_with(LINE)), "{:?}", waiting(&maria));
    // On Maria's page of Lee the line has no button: it is Lee's.
    ask(&mut maria, "Lee");
    assert_eq!(lines(&maria), Vec::<String>::new());
    maria.press(Message::BackHome).open_first();
    maria.now = TEN;
    maria.press_start();
    maria.press(&format!("Drop it: {LINE}"));
    ask(&mut maria, "Lee");
    let page = format!("{:?}", seen::home(&maria.view()).lists);
    assert!(!page.contains(LINE), "{page}");
}

#[test]
fn lines_of_two_windows_both_stay() {
    let mut story = listed();
    story.open_window_alike();
    story.news = News::WhenDelivered;
    for (window, line) in [(0, "One"), (1, "Two")] {
        story.in_window(window);
        ask(&mut story, "Lee");
        put(&mut story, line);
    }
    story.news = News::AtOnce;
    for window in [0, 1] {
        story.in_window(window).deliver();
        let mut both = lines(&story);
        both.sort_unstable();
        assert_eq!(both, ["One", LINE, "Two"], "window {window}");
    }
}

#[test]
fn line_without_a_session_keeps_its_person_on_the_list() {
    let mut story = listed();
    story.fill(Message::CameUp, "and the rene").rest();
    let delete = seen::home(&story.view()).groups[0].rows[0].delete.clone();
    story.send(delete.expect("the page of one person").press).reload();
    while story.offers(Message::BackHome) {
        story.press(Message::BackHome);
    }
    story.open_first_page();
    assert_eq!(lines(&story), [LINE]);
    assert_eq!(story.field(Message::CameUp).0, "and the rene");
    story.fill(Message::CameUp, "").press(&format!("Remove: {LINE}")).press(Message::BackHome);
    assert!(seen::home(&story.view()).empty.is_some(), "nothing waits: {:?}", story.view());
}

#[test]
fn lines_of_a_seller_without_a_session_stay_on_the_list() {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee").press(Message::CopyLink).settle_copy(true);
    let link = maria.window().sent.clone().unwrap().text;
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(link)).fill(Message::TopicFirst, "The pilot");
    lee.press(Message::ItIsCoaching { manager: "Maria" }).press(Message::EditDone);
    ask(&mut lee, "Maria");
    put(&mut lee, LINE);
    lee.press(Message::BackHome).delete_first().reload();
    ask(&mut lee, "Maria");
    assert_eq!(lines(&lee), [LINE]);
}

#[test]
fn kept_line_says_when_it_goes_out_and_that_it_stays() {
    let mut story = listed();
    let told =
        |story: &Story| seen::home(&story.view()).came_up.clone().unwrap().told.unwrap().text.to_string();
    assert_eq!(told(&story), "On your list. It goes to Lee with your next message.");
    story.press(&format!("Only for me: {LINE}"));
    assert_eq!(told(&story), "On your list, only for you.");
}

#[test]
fn person_stays_on_the_list_while_an_own_line_waits() {
    let mut story = listed();
    let off = Message::TakeOff { seller: "Lee" };
    while story.offers(Message::BackHome) {
        story.press(Message::BackHome);
    }
    story.delete_first();
    ask(&mut story, "Lee");
    assert!(!story.offers(off), "a line waits");
    story.press(&format!("Remove: {LINE}")).fill(Message::CameUp, "Half");
    assert!(!story.offers(off), "half a line waits");
    story.fill(Message::CameUp, "");
    assert!(story.offers(off));
}

#[test]
fn line_for_somebody_off_the_suggestions_stays_on_the_list() {
    let mut story = listed();
    story.press(Message::BackHome).press(Message::PlanOne).press(Message::NamesEdit);
    let off = seen::names(&story.view()).into_iter().find(|name| name.starts_with("Lee"));
    story.press(&off.expect("the name of Lee")).press(Message::Cancel);
    story.delete_first().reload();
    ask(&mut story, "Lee");
    assert_eq!(lines(&story), [LINE]);
}

#[test]
fn person_taken_off_the_list_comes_back_with_what_they_told() {
    let mut maria = Story::new();
    maria.plan("Lee").invite("Lee").press(Message::CopyLink).settle_copy(true);
    let link = maria.window().sent.clone().unwrap().text;
    let mut lee = Story::elsewhere();
    lee.send(Event::LinkOpened(link)).fill(Message::TopicFirst, "The pilot");
    lee.press(Message::ItIsCoaching { manager: "Maria" }).press(Message::EditDone);
    ask(&mut lee, "Maria");
    put(&mut lee, LINE);
    lee.press(Message::BackHome).open_first().press(Message::SendTo { name: "Maria" });
    lee.press(Message::CopyLink).settle_copy(true);
    maria.send(Event::LinkOpened(lee.window().sent.clone().unwrap().text)).take_in();
    while maria.offers(Message::BackHome) {
        maria.press(Message::BackHome);
    }
    maria.delete_first();
    ask(&mut maria, "Lee");
    let shows = |maria: &Story| format!("{:?}", maria.view()).contains(LINE);
    assert!(shows(&maria));
    maria.press(Message::TakeOff { seller: "Lee" });
    assert!(!shows(&maria));
    maria.press(Message::Undo).rest().reload();
    ask(&mut maria, "Lee");
    assert!(shows(&maria), "with what Lee told");
}
