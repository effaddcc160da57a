//! Every screen as markup: roles, accessible names, labels, ids, and words that all come from `text`.
//!
//! Ignores classes, and all nesting that no screen reader depends on.

use std::collections::BTreeSet;

use coaching_session::present::ScreenView;
use coaching_session::present::parts::focus::focus_id;
use coaching_session::program::event::Event;

use crate::given::TEN;
use crate::markup::{Element, Node, parse};
use crate::screens::{WRITTEN, markup_in, planned, running, screen, screens};
use crate::seen;
use crate::story::{HOME, Story};

#[test]
fn screens_have_one_heading_and_a_named_region() {
    for (name, story) in screens() {
        let screen = screen(&story);
        let headings = screen.tags("h1");
        assert_eq!(headings.len(), 1, "{name}");
        assert!(!headings[0].text().trim().is_empty(), "{name}: an empty heading");
        assert_eq!(headings[0].get("id"), Some("heading"), "{name}: the focus goes there");
        assert_eq!(headings[0].get("tabindex"), Some("-1"), "{name}");
        // The host page has the one `main` element; a widget inside the page has none.
        assert_eq!(screen.tags("main").len(), 0, "{name}");
        let frame =
            screen.all().into_iter().find(|element| element.get("role") == Some("region")).expect("a region");
        assert_eq!(
            (frame.get("aria-label"), frame.get("lang")),
            (Some("Coaching session"), Some("en")),
            "{name}"
        );
        for heading in screen.tags("h2") {
            assert!(!heading.text().trim().is_empty(), "{name}: an empty heading");
        }
    }
}

/// Returns the accessible name of an element that is not hidden.
fn name_of(element: &Element, screen: &Element) -> String {
    let by =
        |ids: &str| ids.split_whitespace().map(|id| by_id(screen, id).text()).collect::<Vec<_>>().join(" ");
    let label = element.get("aria-label").map(str::to_owned);
    label.or_else(|| element.get("aria-labelledby").map(by)).unwrap_or_else(|| element.text())
}

#[track_caller]
fn by_id<'a>(screen: &'a Element, id: &str) -> &'a Element {
    let found = screen.all().into_iter().find(|element| element.get("id") == Some(id));
    found.unwrap_or_else(|| panic!("nothing has the id {id}"))
}

#[test]
fn buttons_and_links_have_names() {
    for (name, story) in screens() {
        let screen = screen(&story);
        let mut names = Vec::new();
        for button in screen.tags("button").into_iter().chain(screen.tags("a")).chain(screen.tags("summary"))
        {
            assert!(button.get("disabled").is_none(), "{name}: the keyboard loses its place: {button:?}");
            let own = name_of(button, &screen);
            assert!(!own.trim().is_empty(), "{name}: {button:?}");
            assert!(
                button.tag != "button" || matches!(button.get("type"), Some("button" | "submit")),
                "{name}: {own}"
            );
            names.push(own);
        }
        // Each action is drawn, under its own name.
        for action in seen::actions(&story.view()) {
            assert!(
                // The name of a row in the list starts with the seller and holds all words of the row.
                names.iter().any(|drawn| {
                    drawn == seen::name(&action) || drawn.starts_with(&format!("{} ", seen::name(&action)))
                }),
                "{name}: {:?} among {names:?}",
                seen::name(&action)
            );
        }
    }
}

#[test]
fn accessible_names_contain_the_visible_label() {
    // WCAG 2.5.3, label in name: a person who speaks to the computer says the visible words.
    for (name, story) in screens() {
        for action in seen::actions(&story.view()) {
            let (label, spoken) = (action.label.to_lowercase(), seen::name(&action).to_lowercase());
            let words = |text: &str| {
                text.split(|mark: char| !mark.is_alphanumeric())
                    .filter(|word| word.len() > 3 || word.parse::<u32>().is_ok())
                    .map(str::to_owned)
                    .collect::<BTreeSet<_>>()
            };
            let missing: Vec<_> = words(&label).difference(&words(&spoken)).cloned().collect();
            assert!(missing.is_empty(), "{name}: {label:?} is called {spoken:?}");
        }
    }
}

#[test]
fn fields_have_a_label_and_refer_to_their_complaint() {
    let mut complaints = 0;
    for (name, story) in screens() {
        let screen = screen(&story);
        for group in screen.tags("fieldset") {
            assert_eq!(group.tags("legend").len(), 1, "{name}");
            let radios = group.tags("input");
            let chosen: Vec<_> = radios.iter().filter(|radio| radio.get("checked").is_some()).collect();
            assert_eq!((radios.len() > 1, chosen.len()), (true, 1), "{name}: one of several is chosen");
            assert!(radios.iter().all(|radio| radio.get("name") == chosen[0].get("id")), "{name}: one group");
            let labels = group.tags("label");
            assert!(
                labels.len() == radios.len() && labels.iter().all(|label| !label.text().is_empty()),
                "{name}"
            );
        }
        let is_radio = |input: &&Element| input.get("type") == Some("radio");
        let inputs = screen.tags("input").into_iter().filter(|input| !is_radio(input));
        for input in inputs.chain(screen.tags("textarea")) {
            // A field that is only read has its name as an attribute.
            if input.get("readonly").is_some() {
                assert!(!name_of(input, &screen).trim().is_empty(), "{name}");
                continue;
            }
            let id = input.get("id").unwrap_or_else(|| panic!("{name}: a field without an id"));
            let labels: Vec<_> =
                screen.tags("label").into_iter().filter(|label| label.get("for") == Some(id)).collect();
            assert_eq!(labels.len(), 1, "{name}: {id}");
            assert!(!labels[0].text().trim().is_empty(), "{name}: {id}");
            // A file is chosen, so the field holds no text.
            if input.get("type") == Some("file") {
                assert_eq!(input.get("value"), None, "{name}");
                continue;
            }
            let described: Vec<_> =
                input.get("aria-describedby").unwrap_or_default().split_whitespace().collect();
            let texts: Vec<String> = described.iter().map(|id| by_id(&screen, id).text()).collect();
            assert!(texts.iter().all(|text| !text.trim().is_empty()), "{name}: {id}");
            let wrong = seen::fields(&story.view())
                .into_iter()
                .find(|field| &*field.id == id)
                .expect("a field of the view");
            assert_eq!(input.get("aria-invalid"), wrong.complaint.as_ref().map(|_| "true"), "{name}: {id}");
            if let Some(complaint) = &wrong.complaint {
                assert!(
                    texts.iter().any(|text| **text == **complaint),
                    "{name}: {id} is described by {texts:?}"
                );
                complaints += 1;
            }
            if let Some(list) = input.get("list") {
                assert_eq!(by_id(&screen, list).tag, "datalist", "{name}");
            }
        }
        for field in seen::fields(&story.view()) {
            let input = by_id(&screen, &field.id);
            let value = input.get("value").map_or_else(|| input.text(), str::to_owned);
            assert_eq!(value, &*field.value, "{name}");
        }
    }
    assert!(complaints > 15, "the screens show complaints");
}

#[test]
fn ids_are_unique_and_references_resolve() {
    for (name, story) in screens() {
        let screen = screen(&story);
        let mut ids = BTreeSet::new();
        for id in screen.all().into_iter().filter_map(|element| element.get("id")) {
            assert!(ids.insert(id), "{name}: the id {id} twice");
        }
        for element in screen.all() {
            for reference in
                ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "list"]
            {
                for id in element.get(reference).unwrap_or_default().split_whitespace() {
                    assert!(ids.contains(id), "{name}: {reference} leads to {id}");
                }
            }
        }
    }
}

#[test]
fn focus_target_exists_and_takes_the_focus() {
    for (name, story) in screens() {
        let screen = screen(&story);
        if let Some(focus) = story.window().focus {
            let id = focus_id(focus);
            let target = by_id(&screen, &id);
            assert!(
                target.get("tabindex").is_some() || matches!(&*target.tag, "input" | "button" | "textarea"),
                "{name}: {id} takes no focus"
            );
        }
    }
}

#[test]
fn markup_has_no_styles_scripts_or_handlers() {
    for (name, story) in screens() {
        for element in screen(&story).all() {
            assert!(element.get("style").is_none(), "{name}: {element:?}");
            assert!(!["script", "style", "iframe"].contains(&element.tag.as_str()), "{name}");
            assert!(
                element.attributes.iter().all(|(attribute, _)| !attribute.starts_with("on")),
                "{name}: {element:?}"
            );
        }
    }
}

#[test]
fn clock_face_is_a_named_timer_with_digits_and_caption() {
    for (name, digits, caption) in [
        ("run", "3:00", "of 3 min left"),
        ("run, within an item", "2:00", "of 3 min left"),
        ("run, up", "+0:00", "time is up"),
        ("run, over", "+9:00", "over by 9 min"),
        ("run, paused", "3:00", "paused"),
        ("run, more", "8:00", "of 8 min left"),
    ] {
        let (_, story) = screens().into_iter().find(|(own, _)| *own == name).unwrap();
        let screen = screen(&story);
        let timers: Vec<_> =
            screen.all().into_iter().filter(|element| element.get("role") == Some("timer")).collect();
        assert_eq!(timers.len(), 1, "{name}");
        assert_eq!(timers[0].get("aria-label"), Some("Time for this item"), "{name}");
        assert_eq!(timers[0].texts(), [digits, caption], "{name}");
    }
}

#[test]
fn minutes_are_a_table_with_caption_and_headers() {
    for (name, story) in screens().into_iter().filter(|(name, _)| name.starts_with("over")) {
        let screen = screen(&story);
        let tables = screen.tags("table");
        assert_eq!(tables.len(), 1, "{name}");
        assert_eq!(tables[0].tags("caption").len(), 1, "{name}");
        assert!(
            tables[0].tags("th").iter().all(|head| matches!(head.get("scope"), Some("col" | "row"))),
            "{name}"
        );
        let rows = tables[0].tags("tr");
        assert_eq!(rows.len(), 1 + 6 + 1, "{name}");
        assert!(
            rows.iter().skip(1).all(|row| row.tags("th").len() == 1 && row.tags("td").len() == 2),
            "{name}"
        );
    }
}

#[test]
fn item_progress_is_said_in_words() {
    let (_, story) = screens().into_iter().find(|(name, _)| *name == "run, skipped").unwrap();
    let screen = screen(&story);
    let current: Vec<_> =
        screen.all().into_iter().filter(|element| element.get("aria-current").is_some()).collect();
    assert!(!current.is_empty());
    assert!(
        current
            .iter()
            .all(|item| item.text().contains("On now") && item.text().contains("First opportunity"))
    );
    assert!(
        screen.tags("li").iter().any(|item| item.text().contains("Left out") && item.text().contains("Open"))
    );
}

#[test]
fn notices_stand_in_a_permanent_status_region() {
    for (name, story) in screens() {
        let screen = screen(&story);
        let regions: Vec<_> =
            screen.all().into_iter().filter(|element| element.get("role") == Some("status")).collect();
        let told = regions.iter().map(|region| region.text()).collect::<String>();
        for notice in seen::notices(&story.view()) {
            assert!(told.contains(&*notice.text), "{name}: {:?}", notice.text);
        }
        assert!(!regions.is_empty(), "{name}");
    }
}

#[test]
fn typed_markup_is_shown_as_text() {
    let typed = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;";
    let mut story = Story::new();
    story
        .press("Plan a session")
        .press("Change")
        .fill("Place or meeting link", typed)
        .fill("Your name", typed);
    story.fill("Who will you coach?", typed).fill("Date", "2026-05-14").fill("Time", "10:00");
    let in_fields = screen(&story);
    assert!(in_fields.tags("input").iter().filter(|input| input.get("value") == Some(typed)).count() == 3);
    story.press("Plan this session").press("Edit the agenda").fill("Name of item 1", typed).press("Done");
    story.now = TEN;
    let on_the_way = |story: &Story| {
        let markup = markup_in(story, "en");
        assert!(!markup.contains("<script") && !markup.contains("<img"), "{markup}");
        assert!(parse(&markup).text().contains(typed));
    };
    on_the_way(&story);
    on_the_way(story.press("We both know: start"));
    on_the_way(story.press("End here"));
    on_the_way(story.press("All sessions"));
}

#[test]
fn typed_text_has_automatic_direction() {
    let mut story = planned();
    story.press("Change date or place").fill("Who will you coach?", "مرحبا").press("Save the change");
    for name in ["We both know: start", "End here", "All sessions"] {
        for element in screen(&story).all() {
            let own: Vec<_> = element
                .children
                .iter()
                .filter_map(|child| match child {
                    Node::Text(text) => Some(text.as_str()),
                    Node::Element(_) => None,
                })
                .collect();
            for text in own.into_iter().filter(|text| text.contains("مرحبا")) {
                let isolated = text.contains('\u{2068}');
                assert!(isolated || element.get("dir") == Some("auto"), "before {name}: {element:?}");
            }
        }
        story.now = TEN;
        story.press(name);
    }
}

/// Returns the letters of a text outside the marks of the pseudo-language, without typed words.
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
    // An address has no words.
    let outside = if outside.starts_with(HOME) { String::new() } else { outside };
    let outside = WRITTEN.iter().fold(outside, |text, written| text.replace(written, ""));
    outside.chars().filter(|mark| mark.is_alphabetic()).collect()
}

#[test]
fn all_words_on_all_screens_are_messages() {
    let mut marked = 0;
    for (name, story) in screens() {
        let screen = parse(&markup_in(&story, "en-XA"));
        for text in screen.texts() {
            assert_eq!(unmarked(text), "", "{name}: {text:?}");
            marked += usize::from(text.contains('⟦'));
        }
        for element in screen.all() {
            for attribute in [
                "aria-label",
                "title",
                "alt",
                "placeholder",
                "aria-roledescription",
                "aria-valuetext",
                "label",
            ] {
                let value = element.get(attribute).unwrap_or_default();
                assert_eq!(unmarked(value), "", "{name}: {attribute}={value:?}");
                marked += usize::from(value.contains('⟦'));
            }
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
            "agenda", "ask", "file", "form", "home", "link", "over", "planned", "prepare", "run", "share",
            "wish"
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
            // These screens are sheets, too.
            ScreenView::Sheet(_) if ["link", "share", "wish"].iter().any(|kind| name.starts_with(kind)) => {
                continue;
            }
            ScreenView::Decision(_) => "ask",
            ScreenView::Sheet(_) => "prepare",
            ScreenView::Over(_) => "over",
        };
        assert_eq!(name.split(',').next(), Some(kind), "{name}");
    }
    let asked: Vec<String> = screens().iter().flat_map(|(_, story)| story.notices()).collect();
    for part in [
        "does not let the page",
        "no room left",
        "was damaged",
        "were damaged",
        "is damaged",
        "are damaged",
        "comes from a newer",
        "come from a newer",
        "two windows",
        "while this page slept",
    ] {
        assert!(asked.iter().any(|notice| notice.contains(part)), "no screen says {part:?}");
    }
}

#[test]
fn minute_of_a_session_changes_its_dial_alone() {
    let mut story = running();
    let (view, dial) = (story.view(), story.dial());
    story.watch(1);
    for _ in 0..2 {
        assert_eq!(story.view(), view);
        assert_ne!(story.dial().digits, dial.digits);
        story.send(Event::PageShown);
    }
}

#[test]
fn clock_face_is_drawn_in_a_running_session_alone() {
    for (name, story) in screens() {
        let is_on = matches!(story.view().screen, ScreenView::Run(_));
        let has_timer = screen(&story).all().into_iter().any(|element| element.get("role") == Some("timer"));
        assert_eq!(has_timer, is_on, "{name}");
    }
}
