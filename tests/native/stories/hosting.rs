//! The wishes of a host page: the party, type and minutes of its visitors, and where data are kept.
//!
//! Uses only the buttons and fields that the view offers.

use coaching_session::domain::coaching_type::BUILT_IN;
use coaching_session::domain::party::Party;
use coaching_session::domain::time::Minutes;
use coaching_session::program::event::{Event, Here, Host, StorageKind};
use coaching_session::text::message::Message;

use crate::seen;
use crate::story::{HOME, Room, Story};

/// Begins on a page with these wishes.
fn on_page(host: Host) -> Story {
    let mut story = Story::new();
    story.host = host;
    story.reload();
    story
}

/// Changes the wishes of the page while the widget runs.
fn wish(story: &mut Story, host: Host) {
    let here = Here { share_url: Some(HOME.into()), host, ..Here::default() };
    story.send(Event::HereChanged(here.into()));
}

fn for_party(party: Party) -> Host {
    Host { party: Some(party), ..Host::default() }
}

/// The main button of the list, and the other one if there is one.
#[track_caller]
fn check_buttons(story: &Story, main: &Message<'_>, other: Option<&Message<'_>>) {
    let view = story.view();
    let home = seen::home(&view);
    let name = |message: &Message<'_>| crate::intl::env("en").say(message).to_string();
    assert_eq!(home.plan.label.to_string(), name(main));
    assert_eq!(home.ask.as_ref().map(|ask| ask.label.to_string()), other.map(name));
}

#[test]
fn empty_list_on_page_of_one_party_has_its_button_alone() {
    check_buttons(&Story::new(), &Message::PlanOne, Some(&Message::AskOne));
    check_buttons(&on_page(for_party(Party::Manager)), &Message::PlanOne, None);
    check_buttons(&on_page(for_party(Party::Seller)), &Message::AskOne, None);
}

#[test]
fn party_of_the_page_may_change_while_the_widget_runs() {
    let mut story = Story::new();
    wish(&mut story, for_party(Party::Seller));
    check_buttons(&story, &Message::AskOne, None);
    wish(&mut story, Host::default());
    check_buttons(&story, &Message::PlanOne, Some(&Message::AskOne));
}

#[test]
fn list_with_a_seller_keeps_both_buttons_on_page_of_sellers() {
    let mut story = on_page(for_party(Party::Seller));
    story.host = Host::default();
    story.reload().plan("Lee").press(Message::BackHome);
    wish(&mut story, for_party(Party::Seller));
    check_buttons(&story, &Message::PlanOne, Some(&Message::AskOne));
}

/// Plans with a new seller on a page with that type and length; returns the line that says the rest.
fn defaults(coaching_type: Option<&str>, minutes: Option<u16>) -> String {
    let minutes = minutes.map(Minutes);
    let mut story =
        on_page(Host { coaching_type: coaching_type.map(str::to_owned), minutes, ..Host::default() });
    story.press(Message::PlanOne);
    seen::form(&story.view()).defaults.to_string()
}

#[test]
fn form_begins_with_type_and_minutes_of_the_page() {
    let usual = defaults(None, None);
    assert_eq!(defaults(Some("no-such-type"), None), usual);
    assert_eq!(defaults(Some("opportunity-earl"), None), usual);
    for template in BUILT_IN.iter() {
        let named = defaults(Some(&template.id), Some(60));
        assert!(named.contains("60 min"), "{named}");
        assert!(template.id == "opportunity-early" || named != defaults(None, Some(60)), "{}", template.id);
    }
    assert_eq!(defaults(Some("call"), None), defaults(Some("call-before"), None));
}

#[test]
fn type_that_nobody_offers_is_named_to_the_owner() {
    let of_type = |name: &str| Host { coaching_type: Some(name.to_owned()), ..Host::default() };
    let named = |story: &mut Story| story.window_mut().unknown_type.take();
    let mut story = on_page(of_type("lunch"));
    assert_eq!(named(&mut story).as_deref(), Some("lunch"), "at the start");
    wish(&mut story, of_type("call"));
    assert_eq!(named(&mut story), None);
    wish(&mut story, of_type("supper"));
    assert_eq!(named(&mut story).as_deref(), Some("supper"), "after a change");
    wish(&mut story, of_type("account"));
    story.send(Event::Configured(crate::config::example()));
    assert_eq!(named(&mut story).as_deref(), Some("account"), "a type that the company leaves out");
}

#[test]
fn page_that_stores_nothing_says_so_and_offers_a_file() {
    let mut story = Story::new();
    story.storage.room = Room::Unwanted;
    story.storage.records.clear();
    story.reload();
    let told = crate::intl::env("en").say(&Message::StorageUnwanted).to_string();
    assert_eq!(story.notices(), std::slice::from_ref(&told));
    story.plan("Lee");
    assert_eq!(story.notices(), [told], "said on each screen");
    assert!(story.storage.records.is_empty());
    assert!(story.saved(Message::SaveFile).contains("Lee"));
}

#[test]
fn page_that_stores_in_the_tab_says_so_in_the_list() {
    let mut story = on_page(Host { storage: StorageKind::Session, ..Host::default() });
    let told = crate::intl::env("en").say(&Message::StorageOfTab).to_string();
    assert_eq!(story.notices(), [told]);
    story.plan("Lee");
    assert!(story.notices().is_empty(), "not above each screen");
}
