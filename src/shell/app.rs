//! The root component: holds the model, stamps events with the time, performs effects, and draws the view.
//!
//! Must not decide anything about coaching.

mod perform;

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlElement, ShadowRoot};
use yew::prelude::*;

use super::bus::Seat;
use super::clock::{Watch, now, seed};
use super::file::OfferedFile;
use super::float::show;
use super::handle::Handle;
use super::leaving::Leaving;
use super::listeners::listen;
use super::past::{self, Way};
use super::platform::Platform;
use super::pointer::Pointer;
use super::sight::Sight;
use super::storage::{Prefix, Store};
use super::ticks::clock;
use super::{focus, intl, told};
use crate::domain::note::NoteKind;
use crate::present::parts::float::float;
use crate::present::present;
use crate::program::effect::{Effect, Focus};
use crate::program::event::{Event, Found, NotePress, Press};
use crate::program::state::model::Model;
use crate::program::update::opened::is_awaited;
use crate::program::update::past::is_passed_over;
use crate::program::{self, update};
use crate::ui::{Clock, Dispatch, whole};
use crate::wire::key::Key;

/// Delay between leaving a field and drawing the screen, in milliseconds: longer than a press takes.
const DRAW_AFTER: u32 = 300;

/// Properties of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct AppProps {
    /// Shadow root that the widget draws into.
    pub root: ShadowRoot,
    /// Name that separates the data of several widgets of one origin.
    pub instance: AttrValue,
    /// BCP 47 tag of the reader's language.
    pub lang: AttrValue,
    /// Text of the link by which the page was opened; `None` if no link opened it.
    pub link: Option<AttrValue>,
    /// Access to the browser: words, dates, clipboard, files and the like.
    pub platform: Platform,
    /// Slot of this widget: a number from 0 that no other running widget of the instance has. `None` if the
    /// browser has no Web Locks, or answered too late.
    pub slot: Option<u32>,
    /// Slots of all running widgets of the instance at the start, this one included; `None` if unknown.
    pub living: Option<Rc<[u32]>>,
}

/// A message to the root component.
pub(super) enum Told {
    /// The event is to be handled by the program.
    Happened(Event),
    /// The reader's language changed. Holds its BCP 47 tag.
    Reads(AttrValue),
    /// The host page changed an attribute of the element.
    Wishes,
    /// The element asks for a sign of life. Holds the function to call.
    Asked(Function),
    /// The floating clock has news: see [`Float::open`](super::float::Float::open).
    Floated(String),
    /// The element left the page. Holds the handle that destroys the component.
    Removed(AppHandle<App>),
}

/// The root component: one widget with its model and its handles to the browser.
pub(super) struct App {
    model: Model,
    platform: Platform,
    browser: Rc<intl::Browser>,
    clock: Clock,
    watch: Rc<Watch>,
    lang: AttrValue,
    store: Rc<Store>,
    seat: Rc<Seat>,
    link: html::Scope<Self>,
    /// Target of the focus after the next drawing, set by [`Effect::MoveFocus`]; `None` leaves the focus
    /// where it was.
    moves_focus: Option<Focus>,
    /// Element that the next drawing scrolls into sight, set by [`Effect::Show`]; `None` scrolls nothing.
    shows: Option<Focus>,
    /// Element that had the focus before the next drawing, to give the focus back to it; `None` if no element
    /// had it.
    had_focus: Option<HtmlElement>,
    /// Timer of the last [`Effect::Wake`]; `None` if that asked for no alarm.
    alarm: Option<Handle>,
    /// Timer of the last [`Effect::SaveSoon`], which saves typed text; `None` before the first.
    saving: Option<Handle>,
    /// Timer of zero milliseconds that continues long work in a later turn; `None` before the first such
    /// work.
    resting: Option<Handle>,
    /// Turn of the browser while the file of a call is read; `None` while there is no such file.
    importing: Option<Handle>,
    /// Timer that saves and draws [`DRAW_AFTER`] milliseconds after a field was left; `None` if another event
    /// has drawn since.
    drawing: Option<Handle>,
    /// File that was offered for download last; the browser holds its bytes until it is replaced. `None`
    /// before the first.
    offered: Option<OfferedFile>,
    /// Function that hears of the floating clock; `None` before it was opened.
    hears_float: Option<Closure<dyn FnMut(String)>>,
    /// Events for the host page, sent once the screen is drawn.
    tells: Vec<program::effect::Told>,
    /// Listeners for the moment before the page goes.
    leaving: Leaving,
    /// Pointer over the widget, and the control below it.
    pointer: Rc<Pointer>,
    /// Elements on the screen, to bring new ones into sight.
    sight: Sight,
    _listeners: Vec<Handle>,
}

impl Component for App {
    type Message = Told;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let store = Rc::new(Store::open(&props.instance, &props.platform));
        let dispatch = {
            let link = ctx.link().clone();
            Dispatch::new(move |event| link.send_message(Told::Happened(event)))
        };
        let seat = Seat::take(store.prefix().clone(), dispatch);
        let browser = Rc::new(intl::Browser::new(&props.lang, &props.platform));
        let watch = Rc::new(Watch::default());
        let pointer = Rc::new(Pointer::default());
        let mut listeners = listen(&props.platform, &seat);
        listeners.extend(pointer.follow(&props.root, &props.platform, &seat));
        listeners.push(Sight::follow(&props.root, &props.platform));
        let mut app = Self {
            model: Model::new(),
            platform: props.platform.clone(),
            clock: clock(&browser, &watch, &seat, &store),
            watch,
            browser,
            lang: props.lang.clone(),
            pointer,
            sight: Sight::default(),
            _listeners: listeners,
            seat,
            link: ctx.link().clone(),
            store,
            moves_focus: None,
            shows: None,
            had_focus: None,
            alarm: None,
            saving: None,
            resting: None,
            importing: None,
            drawing: None,
            offered: None,
            hears_float: None,
            tells: Vec::new(),
            leaving: Leaving::default(),
        };
        let found = Found {
            records: app.store.read_all(),
            seed: seed(&props.platform),
            zone: intl::own_zone(&props.platform),
            here: props.platform.here(),
            has_link: props.link.is_some(),
            slot: props.slot,
            living: props.living.as_deref().unwrap_or_default().to_vec(),
        };
        if let Some(file) = app.platform.config() {
            app.happened(Event::Configured(file));
        }
        app.happened(Event::Booted(Box::new(found)));
        past::begin(&app.platform, &app.model);
        app.store.look_after(app.model.writer);
        if let Some(text) = &props.link {
            // Starting takes long enough by itself.
            app.resting = Some(app.later(0, Told::Happened(Event::LinkOpened(text.to_string()))));
        }
        app
    }

    fn update(&mut self, ctx: &Context<Self>, told: Told) -> bool {
        match told {
            // A press on a button first takes the focus from a field, and leaving the field saves. A notice
            // about saving, drawn at once, would move the button before its release.
            Told::Happened(Event::FieldLeft) => {
                self.happened(Event::FieldLeft);
                self.drawing = Some(self.later(DRAW_AFTER, Told::Happened(Event::SaveCame)));
                return false;
            }
            Told::Happened(Event::PlaceRecalled(to)) if is_passed_over(&self.model, &to) => {
                self.platform.go_on();
                return false;
            }
            Told::Happened(event) => {
                // Drawing can take the focus from its element, which causes an event of its own.
                let holder = focus::holder(&ctx.props().root);
                let before = past::before(&self.platform, &self.model);
                let way = Way::of(&event);
                self.sight.hear(&event);
                let drawing = self.happened(event);
                if let Some(before) = before {
                    past::follow(&self.platform, &self.model, way, &before);
                }
                if drawing == Drawing::Held {
                    return false;
                }
                self.had_focus = holder.or(self.had_focus.take());
                self.drawing = None;
            }
            Told::Reads(lang) => {
                self.browser = Rc::new(intl::Browser::new(&lang, &self.platform));
                self.clock = clock(&self.browser, &self.watch, &self.seat, &self.store);
                self.lang = lang;
            }
            Told::Wishes => {
                let here = Box::new(self.platform.here());
                return Component::update(self, ctx, Told::Happened(Event::HereChanged(here)));
            }
            Told::Floated(news) => return self.floated(ctx, &news),
            Told::Asked(answer) => {
                // The function of the element throws nothing.
                drop(answer.call0(&JsValue::NULL));
                return false;
            }
            Told::Removed(handle) => {
                handle.destroy();
                return false;
            }
        }
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        // While a link waits, the page shows the element's own content rather than the screen behind the
        // link.
        if is_awaited(&self.model) {
            return html! { <slot /> };
        }
        let view = present(&self.model, &self.browser.env(), now());
        self.seat.dispatch.let_keys(self.model.here.host.hotkeys);
        whole(&view, &self.lang, &self.clock, &self.seat.dispatch)
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        self.happened(Event::PageHidden);
        self.platform.ended();
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let had_focus = self.had_focus.take();
        let is_other = self.moves_focus == Some(Focus::Heading);
        match self.moves_focus.take() {
            Some(to) => focus::move_to(&ctx.props().root, to),
            None => had_focus.iter().for_each(|before| focus::give_back(&ctx.props().root, before)),
        }
        self.show_float();
        self.sight.drawn(&ctx.props().root, &ctx.props().platform, is_other);
        self.shows.take().iter().for_each(|what| focus::show(&ctx.props().root, *what));
        self.pointer.drawn(&ctx.props().root, &self.seat);
        // A page that waits for a link is not ready yet.
        if !is_awaited(&self.model) {
            self.tells.drain(..).for_each(|told| told::tell(&self.platform, told));
        }
    }
}

impl App {
    /// Handles an event and performs its effects.
    fn happened(&mut self, event: Event) -> Drawing {
        // After an error the model cannot be trusted, and another program may have taken this one's place.
        if self.platform.has_ended() {
            return Drawing::Held;
        }
        // A step of the clock is reported before an event is stamped with its time, but after the record of
        // another window that may know of the step.
        let step = self.watch.take().map(Event::ClockStepped);
        let now = now();
        let is_news = matches!(event, Event::ChangedElsewhere(_));
        let mut events = Vec::from_iter(step);
        events.insert(if is_news { 0 } else { events.len() }, event);
        let mut drawing = Drawing::Anew;
        let (mut has_written, mut may_look) = (false, true);
        while !events.is_empty() {
            for event in std::mem::take(&mut events) {
                for effect in update(&mut self.model, &self.browser.env(), now, event) {
                    if effect == Effect::HoldScreen {
                        drawing = Drawing::Held;
                    }
                    has_written |= matches!(effect, Effect::Write { .. });
                    self.perform(effect, &mut events);
                }
            }
            // Each saving, also the one as the page is hidden, finds the records that the page removed meanwhile. One
            // look is enough: storage that takes nothing would be looked at for good.
            if events.is_empty() && has_written && std::mem::take(&mut may_look) && self.store.has_lost() {
                events.push(Event::StorageDoubted);
            }
        }
        self.platform.set_is_stored(self.model.health.takes_all());
        self.leaving.follow(&self.model, &self.platform, &self.seat);
        drawing
    }

    /// Hands a link to the widget of the page that stores its session or pair; returns true if another widget
    /// took it. Returns false if this widget stores the session or pair, or no widget does.
    fn hand_on(&self, link: String, keys: Vec<Key>) -> bool {
        for key in keys {
            let holds = |prefix: &Prefix| self.store.has(prefix, key);
            if holds(&self.seat.prefix) {
                return false;
            }
            if let Some(other) = Seat::first(holds) {
                other.dispatch.send(Event::LinkOpened(link));
                return true;
            }
        }
        false
    }

    /// Handles news of the floating clock.
    fn floated(&mut self, ctx: &Context<Self>, news: &str) -> bool {
        let view = float(&self.model, &self.browser.env(), now());
        let event = match news {
            "next" => Press::WentOn.into(),
            "step" => {
                self.platform.float().to_page();
                // An open line stays as it is.
                if view.is_none_or(|view| view.is_writing) {
                    return false;
                }
                Press::Note(NotePress::Opened(NoteKind::NextStep)).into()
            }
            "closed" => Event::FloatSettled(false),
            _ => {
                self.show_float();
                return false;
            }
        };
        Component::update(self, ctx, Told::Happened(event))
    }

    /// Draws the floating clock, if it is open.
    fn show_float(&self) {
        if !self.model.signals.is_floating {
            return;
        }
        let (env, now) = (self.browser.env(), now());
        if let Some(view) = float(&self.model, &env, now) {
            show(&self.platform.float(), &view, &env, now, &self.lang);
        }
    }

    /// Sends a message to the component after a delay in milliseconds. Dropping the handle cancels the
    /// message.
    fn later(&self, wait: u32, told: Told) -> Handle {
        let link = self.link.clone();
        Handle::timer(&self.platform, wait, move || link.send_message(told))
    }
}

/// The drawing of the screen after an event.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Drawing {
    /// The screen is drawn anew after the event.
    Anew,
    /// The screen stays as it is, since an effect of the event was [`Effect::HoldScreen`].
    Held,
}
