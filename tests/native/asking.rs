//! Laws of the questions: their items, their order, and their words.
//!
//! Never presses or draws anything; `stories` do.

use std::collections::BTreeSet;

use coaching_session::domain::agenda::{Item, ItemId, Role};
use coaching_session::domain::coaching_type::{BUILT_IN, Catalogue, History};
use coaching_session::domain::phrase::Wording;
use coaching_session::domain::question::{self, ASKED_LIMIT, BuiltInQuestion, Question};
use coaching_session::domain::text::Text;
use coaching_session::domain::time::Minutes;
use coaching_session::text::message::Message;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::given::{cases, text};
use crate::intl::env;

/// Every item of every agenda that ships.
fn items() -> Vec<Item> {
    let agendas = BUILT_IN.iter().flat_map(|template| {
        [30, 45, 60].map(|minutes| template.agenda(Minutes(minutes), History::Returning))
    });
    agendas.flat_map(|agenda| agenda.unwrap().items().to_vec()).collect()
}

/// Every question that is asked in an item.
pub fn every_question() -> Vec<BuiltInQuestion> {
    let mut all: Vec<BuiltInQuestion> = items().iter().flat_map(questions).map(built_in).collect();
    all.sort_by_key(|question| (question.matter, question.number));
    all.dedup();
    all
}

/// Returns the questions of an item in a session of an unknown type.
fn questions(item: &Item) -> Vec<Question> {
    Catalogue::default().questions("unknown", item)
}

/// Returns the built-in question. No other one ships.
fn built_in(question: Question) -> BuiltInQuestion {
    match question {
        Question::BuiltIn(built_in) => built_in,
        Question::Own(own) => panic!("{own:?}"),
    }
}

fn next_unasked(item: &Item, asked: &[Text], after: Option<&Question>) -> Option<Question> {
    question::next_unasked(&questions(item), item.id, asked, after)
}

fn said(question: &Question) -> (String, String) {
    let (env, question) = (env("en"), built_in(question.clone()));
    (
        env.say(&Message::Question(question)).to_string(),
        env.say(&Message::ListenFor { answer: &env.say(&Message::Answer(question)) }).to_string(),
    )
}

#[test]
fn items_except_the_close_have_questions_with_words() {
    for item in items() {
        let questions = questions(&item);
        assert_eq!(questions.is_empty(), item.role == Role::Close, "{item:?}");
        let said: BTreeSet<_> = questions.iter().map(|question| said(question).0).collect();
        assert_eq!(said.len(), questions.len(), "each of them once: {said:?}");
    }
}

#[test]
fn question_ends_with_its_mark_and_its_hint_is_short() {
    for (question, listen) in items().iter().flat_map(questions).map(|question| said(&question)) {
        assert!(question.ends_with(['?', '.']) && question.len() < 90, "{question}");
        assert!(question.starts_with(char::is_uppercase), "{question}");
        let listen = listen.strip_prefix("Listen for: ").and_then(|listen| listen.strip_suffix('.')).unwrap();
        assert!(!listen.is_empty() && listen.len() < 50 && !listen.ends_with('.'), "{listen}");
        for text in [&*question, listen] {
            assert!(!text.contains(['!', '→', '|']) && text == text.trim(), "{text}");
        }
    }
}

#[test]
fn renamed_item_keeps_its_questions_and_added_item_has_none() {
    for item in items() {
        let renamed = Item { title: Wording::Own(text("The Hansen deal")), ..item.clone() };
        assert_eq!(questions(&renamed), questions(&item));
        assert_eq!(questions(&Item { purpose: None, ..item }), []);
    }
}

#[test]
fn the_name_of_a_question_is_its_own_and_lasts() {
    let all: Vec<Question> = items().iter().flat_map(questions).collect();
    let keys: BTreeSet<String> =
        all.iter().map(|question| question.asked_in(ItemId(7)).unwrap().to_string()).collect();
    let said: BTreeSet<String> = all.iter().map(|question| said(question).0).collect();
    assert_eq!(keys.len(), said.len());
    for key in
        ["7/item.open.1", "7/item.next-steps.5", "7/early.learn.2", "7/call.hard.3", "7/territory.choices.5"]
    {
        assert!(keys.contains(key), "{key} among {keys:?}");
    }
    let most = BUILT_IN.iter().map(|template| {
        let agenda = template.agenda(Minutes(90), History::Returning).unwrap();
        agenda.items().iter().map(|item| questions(item).len()).sum::<usize>()
    });
    assert!(most.max().unwrap() < ASKED_LIMIT);
}

fn with_some_asked() -> impl Strategy<Value = (Item, Vec<Text>, Option<Question>)> {
    let asked = vec((any::<Index>(), any::<bool>()), 0..12);
    (select(items()), asked, proptest::option::of(any::<Index>())).prop_map(|(item, picks, after)| {
        let all = questions(&item);
        if all.is_empty() {
            return (item, Vec::new(), None);
        }
        // Some of them were asked in another item, which is not this one.
        let asked = |(index, here): &(Index, bool)| {
            index.get(&all).asked_in(if *here { item.id } else { ItemId(item.id.0 + 1) }).unwrap()
        };
        let asked = picks.iter().map(asked).collect();
        let after = after.map(|index| index.get(&all).clone());
        (item, asked, after)
    })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_next_one_is_the_first_left_round_from_the_one_before((item, asked, after) in with_some_asked()) {
        let all = questions(&item);
        let is_left = |question: &Question| {
            Some(question) != after.as_ref() && !asked.contains(&question.asked_in(item.id).unwrap())
        };
        let turn = after.as_ref().and_then(|after| all.iter().position(|question| question == after)).map_or(0, |at| at + 1);
        let round = all[turn..].iter().chain(&all[..turn]).find(|question| is_left(question)).cloned();
        prop_assert_eq!(next_unasked(&item, &asked, after.as_ref()), round);
    }

    #[test]
    fn asking_on_and_on_asks_each_of_them_once((item, asked, _) in with_some_asked()) {
        let (mut all, mut last): (_, Option<Question>) = (asked.clone(), None);
        while let Some(question) = next_unasked(&item, &all, last.as_ref()) {
            all.push(question.asked_in(item.id).unwrap());
            last = Some(question);
        }
        let here: Vec<Text> = questions(&item).iter().filter_map(|question| question.asked_in(item.id)).collect();
        prop_assert!(here.iter().all(|name| all.contains(name)), "none is left");
        let new = &all[asked.len()..];
        prop_assert!(new.iter().all(|name| here.contains(name) && !asked.contains(name)));
        prop_assert_eq!(new.iter().collect::<BTreeSet<_>>().len(), new.len(), "none twice");
    }
}
