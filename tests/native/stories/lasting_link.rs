//! The lasting link of two people on a page with several widgets.

use coaching_session::domain::record::RecordId;
use coaching_session::program::effect::Effect;
use coaching_session::program::event::Event;
use coaching_session::program::update;
use coaching_session::program::update::opened::is_awaited;
use coaching_session::text::message::Message;
use coaching_session::wire::key::Key;
use coaching_session::wire::link::{NoLink, read};

use crate::intl::env;
use crate::story::Story;

/// Maria's slot with Lee, and the lasting link of the two out of the calendar file.
fn maria_and_link() -> (Story, String) {
    let mut story = Story::new();
    story.plan("Lee").press(Message::CalendarPut).press(Message::SlotOther);
    story.press("Every second Thursday at 10:00").press(Message::CalendarSave);
    let text = story.window().saved.clone().unwrap().replace("\r\n ", "").replace("\\n", "\n");
    let link = text.split("Your next session: ").nth(1).and_then(|rest| rest.lines().next()).unwrap();
    let link = link.to_owned();
    (story, link)
}

#[test]
fn lasting_link_of_strangers_is_offered_to_other_widgets_first() {
    let (_, link) = maria_and_link();
    let Err(NoLink::Pair(pair)) = read(&link) else { panic!("{link}") };
    let story = Story::elsewhere();
    let mut model = story.window().model.clone();
    let mut effects = Vec::new();
    for event in [Event::LinkOpened(link.clone()), Event::ReadOnCame, Event::ReadOnCame] {
        effects = update(&mut model, &env("en"), story.now, event);
    }
    let keys = vec![Key::Record(RecordId::Pair(pair.pair))];
    assert!(effects.contains(&Effect::HandOn { link, keys }), "{effects:?}");
    assert!(model.overlays.link.is_none());
    let mut elsewhere = model.clone();
    update(&mut elsewhere, &env("en"), story.now, Event::HandedOn(true));
    assert!(elsewhere.overlays.link.is_none() && !is_awaited(&elsewhere), "another widget got the link");
    update(&mut model, &env("en"), story.now, Event::HandedOn(false));
    assert!(model.overlays.link.is_some(), "the link stays here");
}

#[test]
fn lasting_link_of_known_people_stays_in_the_widget() {
    let (story, link) = maria_and_link();
    let mut model = story.window().model.clone();
    for event in [Event::LinkOpened(link), Event::ReadOnCame, Event::ReadOnCame] {
        let effects = update(&mut model, &env("en"), story.now, event);
        assert!(!effects.iter().any(|effect| matches!(effect, Effect::HandOn { .. })));
    }
}

#[test]
fn text_in_the_field_for_links_outlives_a_lasting_link() {
    let (maria, link) = maria_and_link();
    for mut story in [Story::elsewhere(), maria] {
        while story.offers(Message::BackHome) {
            story.press(Message::BackHome);
        }
        story.fill(Message::PastedTitle, "half a code").rest();
        story.send(Event::LinkOpened(link.clone()));
        for way_back in [Message::FileLeave, Message::BackHome] {
            while story.offers(way_back) {
                story.press(way_back);
            }
        }
        assert_eq!(story.field(Message::PastedTitle).0, "half a code");
    }
}
