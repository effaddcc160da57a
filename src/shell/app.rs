//! The one struct component: it holds the model, stamps events, performs effects and draws.

use std::collections::VecDeque;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use litemap::LiteMap;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, ShadowRoot, StorageEvent};
use yew::prelude::*;

use super::alarm::alarm;
use super::bus::Seat;
use super::clock::{at_full_second, look, now};
use super::file::OfferedFile;
use super::storage::Store;
use super::{focus, intl, platform};
use crate::domain::time::Instant;
use crate::present::{face, present, summary};
use crate::program::effect::{Effect, Focus};
use crate::program::event::{Changed, Event, Found, MovedAside, Outcome, Settled};
use crate::program::model::Model;
use crate::program::update;
use crate::text::Voice;
use crate::ui::{Dispatch, repaint, whole};
use crate::wire::backup::backup;

/// How long after typing what was typed is saved, in milliseconds.
const SAVE_AFTER: u32 = 1_500;

/// How long after a field was left the screen is drawn, in milliseconds: longer than a press takes.
const DRAW_AFTER: u32 = 300;

/// Properties of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct AppProps {
    /// The shadow root that the widget lives in.
    pub root: ShadowRoot,
    /// Which of several widgets of one origin this is.
    pub instance: AttrValue,
    /// The BCP 47 tag that the person reads.
    pub lang: AttrValue,
}

/// What the component is told.
pub(super) enum Told {
    /// Something happened.
    Happened(Event),
    /// The person reads another language.
    Reads(AttrValue),
    /// A second has passed on the clock face.
    Ticked,
}

/// The widget.
pub(super) struct App {
    model: Model,
    voice: Voice,
    lang: AttrValue,
    store: Store,
    seat: Rc<Seat>,
    dispatch: Dispatch,
    moves_focus: Option<Focus>,
    had_focus: Option<HtmlElement>,
    /// The clock face's next second, while one is seen.
    ticking: Option<Timeout>,
    alarm: Option<Timeout>,
    saving: Option<Timeout>,
    /// Draws a little after a field was left, unless something else does before.
    drawing: Option<Timeout>,
    offered: Option<OfferedFile>,
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Told;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let store = Store::open(&props.instance);
        let dispatch = {
            let link = ctx.link().clone();
            Dispatch::new(move |event| link.send_message(Told::Happened(event)))
        };
        let voice = Voice::new(&props.lang, Rc::new(intl::Browser));
        let mut app = Self {
            model: Model::new(),
            voice,
            lang: props.lang.clone(),
            seat: Seat::take(store.prefix().clone(), dispatch.clone()),
            _listeners: listen(ctx, &store),
            store,
            dispatch,
            moves_focus: None,
            had_focus: None,
            ticking: None,
            alarm: None,
            saving: None,
            drawing: None,
            offered: None,
        };
        let found = Found { records: app.store.read_all(), seed: seed(), zone: intl::own_zone() };
        app.happened(&props.root, Event::Booted(Box::new(found)));
        app
    }

    fn update(&mut self, ctx: &Context<Self>, told: Told) -> bool {
        match told {
            Told::Ticked => {
                let Some(seen) = look() else {
                    self.tick(ctx);
                    return false;
                };
                self.happened(&ctx.props().root, Event::ClockSetBack { seen });
            }
            // A press on a button begins by taking the focus from a field, which saves. Were a notice
            // about saving drawn at once, the button would move away before it is let go.
            Told::Happened(Event::FieldLeft) => {
                self.happened(&ctx.props().root, Event::FieldLeft);
                let dispatch = self.dispatch.clone();
                self.drawing = Some(Timeout::new(DRAW_AFTER, move || dispatch.send(Event::SaveCame)));
                return false;
            }
            Told::Happened(event) => {
                self.drawing = None;
                // Drawing can take the focus from what holds it; that is told as an event of its own.
                self.had_focus = focus::holder(&ctx.props().root).or(self.had_focus.take());
                self.happened(&ctx.props().root, event);
            }
            Told::Reads(lang) => {
                self.voice = Voice::new(&lang, Rc::new(intl::Browser));
                self.lang = lang;
            }
        }
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        whole(&present(&self.model, now(), &self.voice), &self.lang, &self.dispatch)
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        self.happened(&ctx.props().root, Event::PageHidden);
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let had_focus = self.had_focus.take();
        match self.moves_focus.take() {
            Some(to) => focus::move_to(&ctx.props().root, to),
            None => had_focus.iter().for_each(|before| focus::give_back(&ctx.props().root, before)),
        }
        self.tick(ctx);
    }
}

impl App {
    /// Takes in an event and performs what follows.
    fn happened(&mut self, root: &ShadowRoot, event: Event) {
        let set_back = look();
        let now = now();
        let mut events = VecDeque::from([event]);
        // That the clock was set has to be known before anything else is done by it.
        if let Some(seen) = set_back {
            events.push_front(Event::ClockSetBack { seen });
        }
        while let Some(event) = events.pop_front() {
            for effect in update(&mut self.model, now, event) {
                events.extend(self.perform(root, now, effect));
            }
        }
    }

    /// Brings the clock face up to the second, and again at the next one while it is seen.
    fn tick(&mut self, ctx: &Context<Self>) {
        let face = face(&self.model, now(), &self.voice).filter(|_| !super::is_hidden());
        self.ticking = face.map(|face| {
            repaint(&ctx.props().root, &face);
            let link = ctx.link().clone();
            at_full_second(move || link.send_message(Told::Ticked))
        });
    }

    /// Performs an effect; returns what came of it where that is known at once.
    fn perform(&mut self, root: &ShadowRoot, now: Instant, effect: Effect) -> Option<Event> {
        match effect {
            Effect::Write { key, record, expected } => {
                let outcome = self.store.write(key, &record, expected);
                if outcome == Outcome::Stored {
                    self.seat.tell(key, &record);
                }
                return Some(Event::Settled(Box::new(Settled { key, outcome })));
            }
            Effect::MoveAside(name) => {
                let moved = self.store.move_aside(&name);
                return Some(Event::MovedAside(Box::new(MovedAside { name, moved })));
            }
            Effect::SaveSoon => {
                let dispatch = self.dispatch.clone();
                self.saving = Some(Timeout::new(SAVE_AFTER, move || dispatch.send(Event::SaveCame)));
            }
            Effect::Wake(instant) => {
                let dispatch = self.dispatch.clone();
                self.alarm = instant.map(|instant| alarm(instant, move || dispatch.send(Event::AlarmRang)));
            }
            Effect::MoveFocus(to) => self.moves_focus = Some(to),
            Effect::CopySummary => {
                let text = summary::text(&self.model, now, &self.voice, summary::Form::Plain);
                platform::copy(root, &text.unwrap_or_default());
            }
            Effect::OfferSummary => {
                let text = summary::text(&self.model, now, &self.voice, summary::Form::Markdown);
                let name = format!("coaching-session-{}.md", self.today(now));
                self.offered = OfferedFile::offer(&name, &text.unwrap_or_default());
            }
            Effect::OfferFile(records) => {
                let mut all = self.store.read_all().unwrap_or_default();
                for (name, record) in records.into_tuple_vec() {
                    all.insert(name, record);
                }
                self.offer(now, "coaching-sessions", &all);
            }
            Effect::OfferPart(records) => self.offer(now, "coaching-session", &records),
        }
        None
    }

    /// The date on this device, for the names of files.
    fn today(&self, now: Instant) -> String {
        self.voice.local(now, &self.model.zone).map(|local| local.date_field()).unwrap_or_default()
    }

    /// Offers a file of these records, named after today.
    fn offer(&mut self, now: Instant, name: &str, records: &LiteMap<String, String>) {
        let name = format!("{name}-{}.json", self.today(now));
        self.offered = OfferedFile::offer(&name, &backup(records));
    }
}

/// Listens to what the browser tells of other windows and of the page.
fn listen(ctx: &Context<App>, store: &Store) -> Vec<EventListener> {
    let (Some(window), Some(document)) = (web_sys::window(), super::document()) else { return Vec::new() };
    let tell = |link: &html::Scope<App>, event: Event| link.send_message(Told::Happened(event));
    let (of_storage, of_page, of_end) = (ctx.link().clone(), ctx.link().clone(), ctx.link().clone());
    let (of_copy, of_refusal) = (ctx.link().clone(), ctx.link().clone());
    let (keys, root) = (store.prefix().clone(), &ctx.props().root);
    vec![
        EventListener::new(root, "copied", move |_| tell(&of_copy, Event::CopySettled(true))),
        EventListener::new(root, "refused", move |_| tell(&of_refusal, Event::CopySettled(false))),
        EventListener::new(&window, "storage", move |event| {
            let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
            if let Some(key) = event.key().and_then(|name| keys.parse(&name)) {
                tell(
                    &of_storage,
                    Event::ChangedElsewhere(Box::new(Changed { key, record: event.new_value() })),
                );
            }
        }),
        EventListener::new(&document, "visibilitychange", move |_| {
            tell(&of_page, if super::is_hidden() { Event::PageHidden } else { Event::PageShown });
        }),
        EventListener::new(&window, "pagehide", move |_| tell(&of_end, Event::PageHidden)),
    ]
}

/// Chance from the browser's cryptographic source; from the time where there is none.
fn seed() -> u64 {
    let mut bytes = [0_u8; 8];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let drawn = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if drawn { u64::from_le_bytes(bytes) } else { now().0.unsigned_abs() }
}
