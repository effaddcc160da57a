//! The one struct component: it holds the model, stamps events, performs effects and draws.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, ShadowRoot};
use yew::prelude::*;

use super::alarm;
use super::bus::Seat;
use super::clock::{look, now, to_full_second};
use super::file::OfferedFile;
use super::listeners::listen;
use super::platform::Platform;
use super::storage::{Prefix, Store};
use super::{focus, intl};
use crate::domain::record::RecordId;
use crate::domain::time::Instant;
use crate::present::share::{Sending, sending};
use crate::present::{face, present, summary};
use crate::program::effect::{Effect, Focus, Way};
use crate::program::event::{Event, Found, Here, MovedAside, Outcome, Press, Settled};
use crate::program::link::Unseen;
use crate::program::model::Model;
use crate::program::update;
use crate::ui::{Dispatch, repaint, whole};
use crate::wire::backup::backup;
use crate::wire::key::Key;

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
    /// The text of the link by which the page was opened.
    pub link: Option<AttrValue>,
    /// The browser.
    pub platform: Platform,
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
    platform: Platform,
    browser: intl::Browser,
    lang: AttrValue,
    store: Store,
    seat: Rc<Seat>,
    link: html::Scope<Self>,
    moves_focus: Option<Focus>,
    had_focus: Option<HtmlElement>,
    /// The clock face's next second, while one is seen.
    ticking: Option<Timeout>,
    alarm: Option<Timeout>,
    saving: Option<Timeout>,
    /// Goes on with what would take too long at once.
    resting: Option<Timeout>,
    /// Draws a little after a field was left, unless something else does before.
    drawing: Option<Timeout>,
    offered: Option<OfferedFile>,
    /// The text of a link that came by the address: it may be for another widget.
    came: Option<String>,
    /// Whether the link by which the page was opened is still to be read: until then the page shows what it
    /// shows where there is no widget yet, rather than what lies behind the link.
    waits: bool,
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Told;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let store = Store::open(&props.instance, &props.platform);
        let dispatch = {
            let link = ctx.link().clone();
            Dispatch::new(move |event| link.send_message(Told::Happened(event)))
        };
        let seat = Seat::take(store.prefix().clone(), dispatch);
        let mut app = Self {
            model: Model::new(),
            platform: props.platform.clone(),
            browser: intl::Browser::new(&props.lang, &props.platform),
            lang: props.lang.clone(),
            _listeners: listen(&seat),
            seat,
            link: ctx.link().clone(),
            store,
            moves_focus: None,
            had_focus: None,
            ticking: None,
            alarm: None,
            saving: None,
            resting: None,
            drawing: None,
            offered: None,
            came: None,
            waits: props.link.is_some(),
        };
        let found = Found {
            records: app.store.read_all(),
            seed: seed(),
            zone: intl::own_zone(&props.platform),
            here: here(&props.platform),
        };
        app.happened(Event::Booted(Box::new(found)));
        if let Some(text) = &props.link {
            // To start takes long enough by itself.
            app.resting = Some(app.later(0, Told::Happened(Event::LinkOpened(text.to_string()))));
        }
        app
    }

    fn update(&mut self, ctx: &Context<Self>, told: Told) -> bool {
        match told {
            Told::Ticked => {
                let Some(seen) = look() else {
                    self.tick(ctx);
                    return false;
                };
                self.happened(Event::ClockSetBack { seen });
            }
            // A press on a button begins by taking the focus from a field, which saves. Were a notice
            // about saving drawn at once, the button would move away before it is let go.
            Told::Happened(Event::FieldLeft) => {
                self.happened(Event::FieldLeft);
                self.drawing = Some(self.later(DRAW_AFTER, Told::Happened(Event::SaveCame)));
                return false;
            }
            // Nothing of a file or a link is seen before all of it was read.
            Told::Happened(event @ (Event::ReadOnCame | Event::FileCame(_))) => {
                let is_whole =
                    matches!((&event, &self.model.unseen), (Event::ReadOnCame, Some(Unseen::Whole(_))));
                if is_whole {
                    self.waits = false;
                    self.hand_on();
                }
                let was_reading = self.model.reading.is_some();
                self.happened(event);
                return is_whole || was_reading && self.model.reading.is_none();
            }
            Told::Happened(event) => {
                self.came = match &event {
                    Event::LinkOpened(text) => Some(text.clone()),
                    Event::Pressed(Press::PastedOpened) | Event::UnlockSettled(_) => None,
                    _ => self.came.take(),
                };
                // Drawing can take the focus from what holds it; that is told as an event of its own.
                self.had_focus = focus::holder(&ctx.props().root).or(self.had_focus.take());
                self.happened(event);
                self.drawing = None;
            }
            Told::Reads(lang) => {
                self.browser = intl::Browser::new(&lang, &self.platform);
                self.lang = lang;
            }
        }
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        if self.waits {
            return html! { <slot /> };
        }
        whole(&present(&self.model, &self.browser.env(), now()), &self.lang, &self.seat.dispatch)
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        self.happened(Event::PageHidden);
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
    fn happened(&mut self, event: Event) {
        // That the clock was set has to be known before anything else is done by it.
        let set_back = look();
        let now = now();
        let mut events = Vec::new();
        if let Some(seen) = set_back {
            events.push(Event::ClockSetBack { seen });
        }
        events.push(event);
        while !events.is_empty() {
            for event in std::mem::take(&mut events) {
                for effect in update(&mut self.model, &self.browser.env(), now, event) {
                    self.perform(now, effect, &mut events);
                }
            }
        }
    }

    /// Hands a link that came by the address on to the widget of the page that holds its session, or else
    /// knows its two. Where this one does, or none, it stays here.
    fn hand_on(&mut self) {
        let (Some(text), Some(Unseen::Whole(Ok(link)))) = (self.came.take(), &self.model.unseen) else {
            return;
        };
        for key in [Key::Session(link.session), Key::Record(RecordId::Pair(link.pair))] {
            let holds = |prefix: &Prefix| self.store.has(prefix, key);
            if holds(&self.seat.prefix) {
                return;
            }
            if let Some(other) = Seat::first(holds) {
                self.model.unseen = None;
                return other.dispatch.send(Event::LinkOpened(text));
            }
        }
    }

    /// Tells this component something after so many milliseconds, unless the handle is dropped before.
    fn later(&self, wait: u32, told: Told) -> Timeout {
        let link = self.link.clone();
        Timeout::new(wait, move || link.send_message(told))
    }

    /// Brings the clock face up to the second, and again at the next one while it is seen.
    fn tick(&mut self, ctx: &Context<Self>) {
        let face = face(&self.model, &self.browser.env(), now()).filter(|_| !super::is_hidden());
        self.ticking = face.map(|face| {
            repaint(&ctx.props().root, &face);
            self.later(to_full_second(), Told::Ticked)
        });
    }

    /// Performs an effect; what came of it, where that is known at once, is one more event.
    fn perform(&mut self, now: Instant, effect: Effect, events: &mut Vec<Event>) {
        match effect {
            Effect::Write { key, record, expected } => {
                let outcome = self.store.write(key, &record, expected);
                if outcome == Outcome::Stored {
                    self.seat.tell(key, &record);
                }
                events.push(Event::Settled(Box::new(Settled { key, outcome })));
            }
            Effect::MoveAside(name) => {
                let moved = self.store.move_aside(&name);
                events.push(Event::MovedAside(Box::new(MovedAside { name, moved })));
            }
            Effect::SaveSoon => {
                self.saving = Some(self.later(SAVE_AFTER, Told::Happened(Event::SaveCame)));
            }
            Effect::Wake(instant) => {
                self.alarm =
                    instant.map(|instant| self.later(alarm::wait(instant), Told::Happened(Event::AlarmRang)));
            }
            Effect::MoveFocus(to) => self.moves_focus = Some(to),
            Effect::CopySummary => {
                let text = summary::text(&self.model, now, &self.browser.env(), summary::Form::Plain);
                self.copy(&text.unwrap_or_default());
            }
            Effect::OfferSummary => {
                let text = summary::text(&self.model, now, &self.browser.env(), summary::Form::Markdown);
                let today = self.browser.env().local(now, &self.model.zone).map(|local| local.date_field());
                let name = format!("coaching-session-{}.md", today.unwrap_or_default());
                self.offer(&name, &text.unwrap_or_default());
            }
            Effect::OfferFile { name, records } => {
                let mut all = self.store.read_all().unwrap_or_default();
                for (name, record) in records {
                    all.insert(name, record);
                }
                self.offer(&name, &backup(&all));
            }
            Effect::Send(way) => self.send(now, way, events),
            Effect::Lock { plain, password } => {
                let sealed = self.platform.lock(&password, Uint8Array::from(&*plain));
                self.settle(sealed, |sealed| Event::LockSettled(bytes(sealed)));
            }
            Effect::Unlock { sealed, password } => {
                let plain = self.platform.unlock(&password, Uint8Array::from(&*sealed));
                self.settle(plain, |plain| Event::UnlockSettled(bytes(plain)));
            }
            Effect::ReadOn => self.resting = Some(self.later(0, Told::Happened(Event::ReadOnCame))),
            Effect::ForgetLink => self.platform.forget_link(),
            Effect::OfferPart { name, records } => self.offer(&name, &backup(&records)),
        }
    }

    /// Sends the link of the session that lies open.
    fn send(&self, now: Instant, way: Way, events: &mut Vec<Event>) {
        let Some(Sending { title, text, link }) = sending(&self.model, now, &self.browser.env(), way) else {
            // Nobody is left waiting for an answer; of a mail none is waited for.
            match way {
                Way::Share => events.push(Event::ShareSettled(false)),
                Way::Copy | Way::CopyLink | Way::CopyCode => events.push(Event::CopySettled(false)),
                Way::Mail => {}
            }
            return;
        };
        let parts = [Some(text.as_str()), link.as_deref()].into_iter().flatten();
        let whole = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
        match way {
            Way::Mail => self.platform.mail(&title, &whole),
            Way::Share => {
                let shared = self.platform.share(&title, &text, link.as_deref());
                self.settle(shared, |shared| Event::ShareSettled(shared.is_ok()));
            }
            Way::Copy | Way::CopyLink | Way::CopyCode => self.copy(&whole),
        }
    }

    /// Copies a text, and tells the program whether the browser did.
    fn copy(&self, text: &str) {
        self.settle(self.platform.copy(text), |copied| Event::CopySettled(copied.is_ok()));
    }

    /// Tells the program how a promise of the browser settled, unless the widget is gone by then.
    fn settle(&self, promise: Promise, event: fn(Result<JsValue, JsValue>) -> Event) {
        self.link.send_future(async move { Told::Happened(event(JsFuture::from(promise).await)) });
    }

    /// Offers a file of that name, in place of the one before.
    fn offer(&mut self, name: &str, text: &str) {
        self.offered = OfferedFile::offer(&self.platform, name, text);
    }
}

/// Returns what the browser lets the widget do.
fn here(platform: &Platform) -> Here {
    Here { share_url: platform.share_url(), can_share: platform.can_share(), can_lock: platform.can_lock() }
}

/// The bytes that a promise resolved to; `None` if it was rejected.
fn bytes(settled: Result<JsValue, JsValue>) -> Option<Vec<u8>> {
    settled.ok()?.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec())
}

/// Chance from the browser's cryptographic source; from the time where there is none.
fn seed() -> u64 {
    let mut bytes = [0_u8; 8];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let drawn = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if drawn { u64::from_le_bytes(bytes) } else { now().0.unsigned_abs() }
}
