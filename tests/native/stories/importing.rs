//! A large file that the host page brings by a call: read in turns, so that the person goes on working.

use coaching_session::program::effect::{Effect, Refusal};
use coaching_session::program::event::{Call, Event};
use coaching_session::program::state::model::Model;
use coaching_session::program::state::request::RequestId;
use coaching_session::program::update::update;
use coaching_session::text::message::Message;

use crate::intl::env;
use crate::story::{Story, tell};

/// Returns a file of one session behind many lines that nobody can read: more than is read in one turn.
fn large() -> String {
    let mut story = Story::new();
    story.plan("Lee").press(Message::BackHome);
    let file = story.saved(Message::SaveFile);
    let (head, records) = file.split_once('\n').unwrap();
    format!("{head}\n{}{records}", format!("{}\n", "x".repeat(1_000)).repeat(300))
}

/// Returns the effects of an event, without those of storage.
fn effects(model: &mut Model, story: &Story, event: Event) -> Vec<Effect> {
    update(model, &env("en"), story.now, event)
}

fn answers(effects: &[Effect]) -> Vec<(RequestId, Result<String, Refusal>)> {
    let answer = |effect: &Effect| match effect {
        Effect::Answer(request, answer) => Some((*request, answer.clone())),
        _ => None,
    };
    effects.iter().filter_map(answer).collect()
}

const FIRST: RequestId = RequestId(1);
const SECOND: RequestId = RequestId(2);

#[test]
fn large_file_of_a_call_is_read_in_turns() {
    let file = large();
    let story = Story::elsewhere();
    let mut model = story.window().model.clone();
    let begun = effects(&mut model, &story, Event::Called(FIRST, Box::new(Call::Import(file))));
    assert!(begun.contains(&Effect::ImportOn) && answers(&begun).is_empty());
    let mut turns = 0;
    loop {
        let made = effects(&mut model, &story, Event::ImportOnCame);
        turns += 1;
        if !answers(&made).is_empty() {
            assert_eq!(answers(&made), [(FIRST, Ok(String::new()))]);
            assert!(!made.contains(&Effect::HoldScreen) && !made.contains(&Effect::ImportOn));
            break;
        }
        assert!(made.contains(&Effect::HoldScreen), "nothing new is on the screen yet");
        assert_eq!(model.sessions().count(), 0, "nothing is merged yet");
    }
    assert!(turns > 2, "{turns}");
    assert_eq!(model.sessions().count(), 1);
    assert!(effects(&mut model, &story, Event::ImportOnCame).contains(&Effect::HoldScreen));
}

#[test]
fn later_call_finds_what_an_earlier_one_brings() {
    let file = large();
    let mut story = Story::elsewhere();
    let mut model = story.window().model.clone();
    effects(&mut model, &story, Event::Called(FIRST, Box::new(Call::Import(file.clone()))));
    let made = effects(&mut model, &story, Event::Called(SECOND, Box::new(Call::Export)));
    assert_eq!(answers(&made), [(FIRST, Ok(String::new()))]);
    assert!(made.contains(&Effect::ReadStored(Some(SECOND))));

    let mut model = story.window().model.clone();
    effects(&mut model, &story, Event::Called(FIRST, Box::new(Call::Import(file.clone()))));
    let made = effects(&mut model, &story, Event::Called(SECOND, Box::new(Call::Delete)));
    assert_eq!(answers(&made), [(FIRST, Ok(String::new()))], "deleted once it was there");
    tell(&mut model, story.now, Event::ImportOnCame);
    assert_eq!(model.sessions().count(), 0);

    story.press(Message::PlanOne).fill(Message::SellerLabel, "Grace");
    story.send(Event::Called(FIRST, Box::new(Call::Import(file))));
    assert_eq!(story.field(Message::SellerLabel).0, "Grace");
    assert_eq!(story.window().model.sessions().count(), 1);
}
