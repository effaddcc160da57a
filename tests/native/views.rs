//! Every screen as markup: roles, accessible names, labels, ids, and words that all come from `text`.
//!
//! Ignores classes, and all nesting that no screen reader depends on.

use std::collections::BTreeSet;

use coaching_session::text::message::Message;

use coaching_session::present::ScreenView;
use coaching_session::present::parts::focus::focus_id;
use coaching_session::program::event::Event;
use scraper::ElementRef;
use yew::virtual_dom::VNode;

use crate::drawn::{Screen, markup, nodes, screen, screen_in, text, within};
use crate::given::TEN;
use crate::screens::{WRITTEN, planned, running, screens};
use crate::seen;
use crate::story::{HOME, Story};

/// Asserts a rule of the markup of every screen.
#[track_caller]
fn check(rule: impl Fn(&str, &Story, &Screen)) {
    for (name, story) in screens() {
        rule(name, &story, &screen(&story));
    }
}

/// Returns the screen that a story of that name reached.
#[track_caller]
fn named(name: &str) -> Screen {
    let (_, story) = screens().into_iter().find(|(own, _)| *own == name).expect("a screen of that name");
    screen(&story)
}

#[test]
fn screens_have_one_heading_and_a_named_region() {
    check(|name, _, screen| {
        let headings = screen.find("h1");
        assert_eq!(headings.len(), 1, "{name}");
        assert_eq!(headings[0].attr("id"), Some("heading"), "{name}: the focus goes there");
        assert_eq!(headings[0].attr("tabindex"), Some("-1"), "{name}");
        for heading in screen.find("h1, h2") {
            assert!(!text(heading).trim().is_empty(), "{name}: an empty heading");
        }
        // A page says where its main content is; a widget within one does not.
        assert_eq!(screen.find("main").len(), 0, "{name}");
        let frames = screen.find("[role='region']");
        let found = frames.iter().map(|frame| (frame.attr("aria-label"), frame.attr("lang")));
        assert_eq!(found.collect::<Vec<_>>(), [(Some("Coaching session"), Some("en"))], "{name}");
    });
}

#[test]
fn buttons_and_links_have_names() {
    check(|name, story, screen| {
        assert_eq!(screen.find("[disabled]").len(), 0, "{name}: the keyboard loses its place");
        assert_eq!(screen.find("button:not([type='button'], [type='submit'])").len(), 0, "{name}");
        let buttons = screen.find("button, a, summary");
        let names: Vec<String> = buttons.into_iter().map(|button| screen.name_of(button)).collect();
        assert!(names.iter().all(|name| !name.trim().is_empty()), "{name}: {names:?}");
        for action in seen::actions(&story.view()) {
            let own = seen::name(&action);
            // The name of a row is all that stands on it, the seller first.
            let begins = format!("{own} ");
            let is_drawn = names.iter().any(|drawn| drawn == own || drawn.starts_with(&begins));
            assert!(is_drawn, "{name}: {own:?} among {names:?}");
        }
    });
}

/// Returns the words and numbers of a text that are long enough to be told apart.
fn words_of(text: &str) -> BTreeSet<String> {
    let lowercase = text.to_lowercase();
    let words = lowercase.split(|mark: char| !mark.is_alphanumeric());
    words.filter(|word| word.len() > 3 || word.parse::<u32>().is_ok()).map(str::to_owned).collect()
}

#[test]
fn accessible_names_contain_the_visible_label() {
    // WCAG 2.5.3: who speaks to the machine says what stands on the button.
    for (name, story) in screens() {
        for action in seen::actions(&story.view()) {
            let (label, spoken) = (words_of(&action.label), words_of(seen::name(&action)));
            assert!(
                label.is_subset(&spoken),
                "{name}: {:?} is called {:?}",
                &*action.label,
                seen::name(&action)
            );
        }
    }
}

#[test]
fn groups_of_choices_have_a_legend_and_one_chosen() {
    check(|name, _, screen| {
        for group in screen.find("fieldset") {
            assert_eq!(within(group, "legend").len(), 1, "{name}");
            let (radios, chosen) = (within(group, "input"), within(group, "input[checked]"));
            assert_eq!((radios.len() > 1, chosen.len()), (true, 1), "{name}");
            assert!(radios.iter().all(|radio| radio.attr("name") == chosen[0].attr("id")), "{name}");
            let labels = within(group, "label");
            assert_eq!(labels.len(), radios.len(), "{name}");
            assert!(labels.into_iter().all(|label| !text(label).is_empty()), "{name}");
        }
    });
}

/// The fields in which a person types.
const TYPED: &str = "input:not([type='radio'], [type='file']), textarea:not([readonly]), select";

#[test]
fn fields_have_one_label() {
    check(|name, _, screen| {
        for field in screen.find(TYPED).into_iter().chain(screen.find("input[type='file']")) {
            let id = field.attr("id").unwrap_or_else(|| panic!("{name}: a field without an id"));
            let labels = screen.find(&format!("label[for='{id}']"));
            assert_eq!(labels.len(), 1, "{name}: {id}");
            assert!(!text(labels[0]).trim().is_empty(), "{name}: {id}");
        }
        for read_only in screen.find("textarea[readonly]") {
            assert!(!screen.name_of(read_only).trim().is_empty(), "{name}");
        }
        // A file is chosen; nothing of it is kept in the field.
        assert_eq!(screen.find("input[type='file'][value]").len(), 0, "{name}");
    });
}

#[test]
fn fields_show_their_value_and_refer_to_their_complaint() {
    let mut complaints = 0;
    for (name, story) in screens() {
        let screen = screen(&story);
        let fields = seen::fields(&story.view());
        for field in &fields {
            let input = screen.by_id(&field.id);
            let chosen = screen.find(&format!("[id='{}'] > option[selected]", field.id)).into_iter().next();
            let value = chosen.unwrap_or(input).attr("value").map_or_else(|| text(input), str::to_owned);
            assert_eq!(value, &*field.value, "{name}");
        }
        for input in screen.find(TYPED) {
            let id = input.attr("id").unwrap();
            let field = fields.iter().find(|field| &*field.id == id).expect("a field of the view");
            let described = input.attr("aria-describedby").unwrap_or_default().split_whitespace();
            let beside: Vec<String> = described.map(|id| text(screen.by_id(id))).collect();
            assert!(beside.iter().all(|text| !text.trim().is_empty()), "{name}: {id}");
            assert_eq!(input.attr("aria-invalid"), field.complaint.as_ref().map(|_| "true"), "{name}: {id}");
            if let Some(complaint) = &field.complaint {
                assert!(beside.iter().any(|text| **text == **complaint), "{name}: {id}: {beside:?}");
                complaints += 1;
            }
            if let Some(list) = input.attr("list") {
                assert_eq!(screen.by_id(list).value().name(), "datalist", "{name}");
            }
        }
    }
    assert!(complaints > 15, "the screens show complaints");
}

#[test]
fn ids_are_unique_and_references_resolve() {
    check(|name, _, screen| {
        let mut ids = BTreeSet::new();
        for element in screen.find("[id]") {
            let id = element.attr("id").unwrap();
            assert!(ids.insert(id), "{name}: the id {id} twice");
        }
        for reference in ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "list"]
        {
            for element in screen.find(&format!("[{reference}]")) {
                for id in element.attr(reference).unwrap().split_whitespace() {
                    assert!(ids.contains(id), "{name}: {reference} leads to {id}");
                }
            }
        }
    });
}

/// Asserts that siblings of a list that Yew matches by key have different keys.
#[track_caller]
fn check_keys(name: &str, node: &VNode) {
    match node {
        VNode::VTag(tag) => tag.children().into_iter().for_each(|children| check_keys(name, children)),
        VNode::VList(list) => {
            let keys: Vec<&str> = list.iter().filter_map(VNode::key).map(|key| &**key).collect();
            let unique: BTreeSet<&str> = keys.iter().copied().collect();
            assert_eq!(unique.len(), keys.len(), "{name}: {keys:?}");
            list.iter().for_each(|child| check_keys(name, child));
        }
        _ => {}
    }
}

#[test]
fn keys_of_siblings_are_unique() {
    for (name, story) in screens() {
        check_keys(name, &nodes(&story));
    }
}

#[test]
fn letter_of_a_shortcut_stands_on_its_button() {
    let screen = named("run");
    let shown: Vec<_> = screen
        .find("button[aria-keyshortcuts]")
        .into_iter()
        .map(|button| (text(button), button.attr("aria-keyshortcuts"), button.attr("data-key")))
        .collect();
    let told = |(label, key): (&str, &'static str)| (label.to_owned(), Some(key), None);
    let written = |(label, key): (&str, &'static str)| (label.to_owned(), Some(key), Some(key));
    let mut expected = vec![];
    expected.extend(
        [
            ("Asked", "a"),
            ("Another", "o"),
            ("+1 min", "m"),
            ("View for a shared screen", "v"),
            ("Floating clock", "f"),
            ("List of the keys", "?"),
        ]
        .map(told),
    );
    expected.extend([("Add a step", "s"), ("Park", "p"), ("Note", "n")].map(written));
    expected.extend([("Back", "b"), ("Pause", "w"), ("Next First opportunity", "g")].map(told));
    assert_eq!(shown, expected);
}

#[test]
fn focus_target_exists_and_takes_the_focus() {
    check(|name, story, screen| {
        if let Some(focus) = story.window().focus {
            let target = screen.by_id(&focus_id(focus));
            let takes_focus = matches!(target.value().name(), "input" | "button" | "textarea");
            assert!(takes_focus || target.attr("tabindex").is_some(), "{name}: {focus:?} takes no focus");
        }
    });
}

#[test]
fn markup_has_no_styles_scripts_or_handlers() {
    check(|name, _, screen| {
        assert_eq!(screen.find("[style], script, style, iframe").len(), 0, "{name}");
        for element in screen.find("*") {
            let handler = element.value().attrs().find(|(attribute, _)| attribute.starts_with("on"));
            assert_eq!(handler, None, "{name}");
        }
    });
}

#[test]
fn clock_face_is_a_named_timer_with_digits_and_caption() {
    for (name, digits, caption) in [
        ("run", "3:00", "of 3 min left"),
        ("run, within an item", "2:00", "of 3 min left"),
        ("run, up", "+0:00", "time is up"),
        ("run, over", "+9:00", "over the 3 min"),
        ("run, paused", "3:00", "paused"),
        ("run, more", "8:00", "of 8 min left"),
    ] {
        let screen = named(name);
        let timers = screen.find("[role='timer']");
        assert_eq!(timers.len(), 1, "{name}");
        assert_eq!(timers[0].attr("aria-label"), Some("Time for this item"), "{name}");
        assert_eq!(timers[0].text().collect::<Vec<_>>(), [digits, caption], "{name}");
    }
}

#[test]
fn clock_face_is_drawn_in_a_running_session_alone() {
    check(|name, story, screen| {
        let is_running = matches!(story.view().screen, ScreenView::Run(_) | ScreenView::Shared(_));
        assert_eq!(screen.find("[role='timer']").len(), usize::from(is_running), "{name}");
    });
}

#[test]
fn minute_of_a_session_changes_its_dial_alone() {
    let mut story = running();
    // Ten minutes into an item of twenty, no more corrections become possible, and the end is not near.
    story.press("Next: First opportunity").watch(10);
    let (view, dial) = (story.view(), story.dial());
    story.watch(1);
    for _ in 0..2 {
        assert_eq!(story.view(), view);
        assert_ne!(story.dial().digits, dial.digits);
        story.send(Event::PageShown);
    }
}

#[test]
fn minutes_are_a_table_with_caption_and_headers() {
    for (name, story) in screens().into_iter().filter(|(name, _)| name.starts_with("over")) {
        let screen = screen(&story);
        if name == "over, of the seller" {
            assert_eq!(screen.find("table").len(), 0, "minutes stay with the manager");
            continue;
        }
        assert_eq!(screen.find("table").len(), 1, "{name}");
        assert_eq!(screen.find("table caption").len(), 1, "{name}");
        assert_eq!(screen.find("th:not([scope='col'], [scope='row'])").len(), 0, "{name}");
        assert_eq!(screen.find("thead tr").len(), 1, "{name}");
        let rows = screen.find("tbody tr, tfoot tr");
        assert_eq!(rows.len(), 6 + 1, "{name}");
        for row in rows {
            assert_eq!((within(row, "th").len(), within(row, "td").len()), (1, 2), "{name}");
        }
    }
}

#[test]
fn item_progress_is_said_in_words() {
    let screen = named("run, skipped");
    let current = screen.find("[aria-current]");
    assert!(!current.is_empty());
    for item in current {
        assert!(text(item).contains("On now") && text(item).contains("First opportunity"));
    }
    let mut items = screen.find("li").into_iter().map(text);
    assert!(items.any(|item| item.contains("Left out") && item.contains("Open")));
}

#[test]
fn notices_stand_in_a_permanent_status_region() {
    check(|name, story, screen| {
        let regions = screen.find("[role='status']");
        assert!(!regions.is_empty(), "{name}");
        let said: String = regions.into_iter().map(text).collect();
        for notice in seen::notices(&story.view()) {
            assert!(said.contains(&*notice.text), "{name}: {:?}", notice.text);
        }
    });
}

#[test]
fn typed_markup_is_shown_as_text() {
    let typed = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;";
    let mut story = Story::new();
    story
        .press(Message::PlanOne)
        .press(Message::DefaultsChange)
        .fill(Message::PlaceLabel, typed)
        .fill(Message::OwnNameLabel, typed);
    story
        .fill(Message::SellerLabel, typed)
        .fill(Message::DateLabel, "2026-05-14")
        .fill(Message::TimeLabel, "10:00");
    let form = screen(&story);
    let values = form.find("input").into_iter().filter_map(|input| input.attr("value"));
    assert_eq!(values.filter(|value| *value == typed).count(), 3);
    story
        .press(Message::FormSubmit)
        .press(Message::AgendaEdit)
        .fill(Message::ItemTitleLabel { number: 1 }, typed)
        .press(Message::EditDone);
    story.now = TEN;
    let check_text = |story: &Story| {
        let markup = markup(story, "en");
        assert!(!markup.contains("<script") && !markup.contains("<img"), "{markup}");
        assert!(screen(story).texts().concat().contains(typed));
    };
    check_text(&story);
    check_text(story.press_start());
    check_text(story.press(Message::EndEarly));
    check_text(story.press(Message::BackHome));
}

/// Returns the texts that are direct children of an element.
fn own_texts(element: ElementRef<'_>) -> Vec<&str> {
    element.children().filter_map(|child| child.value().as_text()).map(|text| &**text).collect()
}

#[test]
fn typed_text_has_automatic_direction() {
    let mut story = planned();
    story.press(Message::ChangePlan).fill(Message::SellerLabel, "مرحبا").press(Message::FormSubmitChange);
    for name in ["Lee said yes: start", "End here", "All sessions"] {
        for element in screen(&story).find("*") {
            for text in own_texts(element).into_iter().filter(|text| text.contains("مرحبا")) {
                let is_isolated = text.contains('\u{2068}');
                assert!(is_isolated || element.attr("dir") == Some("auto"), "before {name}: {text}");
            }
        }
        story.now = TEN;
        if name == "Lee said yes: start" {
            story.press_start()
        } else {
            story.press(name)
        };
    }
}

/// Returns the letters of a text outside of marked words, people's words and digits.
fn unmarked(text: &str) -> String {
    let mut depth = 0_i32;
    let outside: String = text
        .chars()
        .filter(|mark| {
            depth += i32::from(*mark == '⟦');
            let is_outside = depth == 0;
            depth -= i32::from(*mark == '⟧');
            is_outside
        })
        .collect();
    // An address is in no language.
    let outside = if outside.starts_with(HOME) { String::new() } else { outside };
    // So is the name of a key.
    let outside = if outside.chars().count() == 1 { String::new() } else { outside };
    let outside = WRITTEN.iter().fold(outside, |text, written| text.replace(written, ""));
    outside.chars().filter(|mark| mark.is_alphabetic()).collect()
}

/// The attributes that people read or hear.
const SAID: [&str; 7] =
    ["aria-label", "title", "alt", "placeholder", "aria-roledescription", "aria-valuetext", "label"];

#[test]
fn all_words_on_all_screens_are_messages() {
    let mut marked = 0;
    for (name, story) in screens() {
        let screen = screen_in(&story, "en-XA");
        let attributes = SAID.into_iter().flat_map(|attribute| {
            screen
                .find(&format!("[{attribute}]"))
                .into_iter()
                .filter_map(move |element| element.attr(attribute))
        });
        for words in screen.texts().iter().map(String::as_str).chain(attributes.collect::<Vec<_>>()) {
            assert_eq!(unmarked(words), "", "{name}: {words:?}");
            marked += usize::from(words.contains('⟦'));
        }
    }
    assert!(marked > 1_000, "{marked}");
}

#[test]
fn every_kind_of_screen_is_reached() {
    let reached: BTreeSet<&str> = screens().iter().map(|(name, _)| name.split(',').next().unwrap()).collect();
    assert_eq!(
        reached,
        BTreeSet::from([
            "agenda", "ask", "file", "form", "home", "link", "over", "page", "planned", "prepare", "quarter",
            "run", "share", "shared", "standing", "wish"
        ])
    );
    for (name, story) in screens() {
        let view = story.view();
        let kind = match view.screen {
            ScreenView::Home(_) => "home",
            ScreenView::File(_) => "file",
            ScreenView::Form(_) => "form",
            ScreenView::Planned(_) => "planned",
            ScreenView::Agenda(_) => "agenda",
            ScreenView::Run(_) => "run",
            ScreenView::Shared(_) => "shared",
            // These are made of the same parts.
            ScreenView::Sheet(_)
                if ["link", "quarter", "share", "standing", "wish"]
                    .iter()
                    .any(|kind| name.starts_with(kind)) =>
            {
                continue;
            }
            ScreenView::Asked(_) => "page",
            ScreenView::Decision(_) => "ask",
            ScreenView::Sheet(_) => "prepare",
            ScreenView::Over(_) => "over",
        };
        assert_eq!(name.split(',').next(), Some(kind), "{name}");
    }
    let asked: Vec<String> = screens().iter().flat_map(|(_, story)| story.notices()).collect();
    for part in [
        "doesn't let the page",
        "no room left",
        "was damaged",
        "were damaged",
        "is damaged",
        "are damaged",
        "comes from a newer",
        "come from a newer",
        "two places",
        "while this page slept",
    ] {
        assert!(asked.iter().any(|notice| notice.contains(part)), "no screen says {part:?}");
    }
}

/// Plans a session with a seller from the list, and leaves its screen open.
fn plan_with(story: &mut Story, seller: &str, date: &str) {
    story.press(Message::PlanOne).fill(Message::SellerLabel, seller).fill(Message::DateLabel, date);
    story.fill(Message::TimeLabel, "10:00").press(Message::FormSubmit);
}

#[test]
fn names_inside_sentences_are_kept_from_translators() {
    let mut story = Story::new();
    plan_with(&mut story, "Lee Park", "2026-05-14");
    let names = |story: &Story| -> Vec<String> {
        screen(story).find("button bdi[translate=no]").into_iter().map(text).collect()
    };
    assert!(names(&story).contains(&"Lee".to_owned()), "{:?}", names(&story));
    // Two people of one given name are called by their whole names.
    story.press(Message::BackHome);
    plan_with(&mut story, "Lee Wong", "2026-05-15");
    assert!(names(&story).contains(&"Lee Wong".to_owned()), "{:?}", names(&story));
    assert!(!names(&story).contains(&"Lee".to_owned()), "{:?}", names(&story));
}
