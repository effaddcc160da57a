//! The browser for the program: the class `Platform` of `platform.ts`. The element hands an instance over.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use web_sys::{Event, EventTarget, ShadowRoot, Storage};

use super::float::Float;
use super::signals::Signals;
use crate::domain::party::Party;
use crate::domain::time::Minutes;
use crate::program::event::{Frame, FrameData, Here, Host, Hotkeys, StorageKind, Telling};

#[wasm_bindgen]
extern "C" {
    /// One widget's access to the browser: words, dates, time zones, clipboard, files and encryption.
    #[derive(Clone, Debug, PartialEq)]
    pub type Platform;

    /// Reports a panic, so that the element informs the person.
    #[wasm_bindgen(method)]
    pub(super) fn panicked(this: &Platform);

    /// Ends the program's life: frees its slot, and ends its timers and listeners.
    #[wasm_bindgen(method)]
    pub(super) fn ended(this: &Platform);

    /// Returns true if the program's life is over, after its removal or an error.
    #[wasm_bindgen(method, js_name = hasEnded)]
    pub(super) fn has_ended(this: &Platform) -> bool;

    /// Starts a timer of `wait` milliseconds. Returns the number of its handle.
    #[wasm_bindgen(method, js_name = startTimer)]
    pub(super) fn start_timer(this: &Platform, wait: u32, work: &Closure<dyn FnMut()>) -> u32;

    /// Attaches a listener. Returns the number of its handle.
    #[wasm_bindgen(method)]
    pub(super) fn listen(
        this: &Platform,
        target: &EventTarget,
        name: &str,
        work: &Closure<dyn FnMut(Event)>,
    ) -> u32;

    /// Ends the timer or the listener of a handle.
    #[wasm_bindgen(method)]
    pub(super) fn release(this: &Platform, handle: u32);

    /// Notes if storage takes every change of the program, for the message after an error.
    #[wasm_bindgen(method, setter, js_name = isStored)]
    pub(super) fn set_is_stored(this: &Platform, is_stored: bool);

    /// Tells the styles of a shadow root the height of the bar at the end of the window, in pixels.
    #[wasm_bindgen(method, js_name = tellBar)]
    pub(super) fn tell_bar(this: &Platform, root: &ShadowRoot, height: i32);

    /// Returns the time of the device's clock, in epoch milliseconds.
    #[wasm_bindgen(method)]
    pub(super) fn now(this: &Platform) -> f64;

    /// Returns the milliseconds since a moment that nobody can set.
    #[wasm_bindgen(method)]
    pub(super) fn steady(this: &Platform) -> f64;

    /// Returns random bytes of that number, from the browser's cryptographic source.
    #[wasm_bindgen(method)]
    pub(super) fn random(this: &Platform, count: u32) -> Vec<u8>;

    /// Returns the time zone of the device; `None` if the browser names none.
    #[wasm_bindgen(method, js_name = ownZone)]
    pub(super) fn own_zone(this: &Platform) -> Option<String>;

    /// Returns the offset of a time zone from UTC at `instant`, in milliseconds, positive to the east. Zero
    /// for an unknown zone.
    #[wasm_bindgen(method)]
    pub(super) fn offset(this: &Platform, zone: &str, instant: f64) -> Option<f64>;

    /// Returns the words of the message `id`. `pairs` holds each variable's name, followed by its value.
    #[wasm_bindgen(method)]
    pub(super) fn say(this: &Platform, id: &str, pairs: &Array) -> String;

    /// Returns the text of the company's file of content; `None` if the page names none, or it is not there yet.
    #[wasm_bindgen(method, getter)]
    pub(super) fn config(this: &Platform) -> Option<String>;

    /// Says the words of `text`, in the form of Project Fluent, in place of built-in ones of the language `tag`.
    #[wasm_bindgen(method, js_name = useWords)]
    pub(super) fn use_words(this: &Platform, tag: &str, text: &str);

    /// Tells the owner of the page, on the console, the faults of the company's file.
    #[wasm_bindgen(method, js_name = tellOwner)]
    pub(super) fn tell_owner(this: &Platform, faults: &str);

    /// Names a coaching type that nobody offers on the console, if the host page asks for it.
    #[wasm_bindgen(method, js_name = nameUnknownType)]
    pub(super) fn name_unknown_type(this: &Platform, named: &str);

    /// Returns the text with its first letter in lower case, by the rules of the language of the words.
    #[wasm_bindgen(method)]
    pub(super) fn lowered(this: &Platform, text: &str) -> String;

    /// Returns the date of `instant`, epoch milliseconds read as UTC, in words of the language `tag`. `names`
    /// is `long` or `short`; `with_year` is true to name the year.
    #[wasm_bindgen(method, js_name = sayDate)]
    pub(super) fn say_date(this: &Platform, tag: &str, instant: f64, names: &str, with_year: bool) -> String;

    /// Returns the time of day of `instant`, epoch milliseconds read as UTC, in words of the language `tag`.
    #[wasm_bindgen(method, js_name = sayTime)]
    pub(super) fn say_time(this: &Platform, tag: &str, instant: f64) -> String;

    /// Renames a stored record within JavaScript, since the program's strings would change text that is no
    /// valid Unicode. Returns true if the record moved.
    #[wasm_bindgen(method, js_name = moveRecord)]
    pub(super) fn move_record(this: &Platform, storage: &Storage, from: &str, to: &str) -> bool;

    /// Starts the download of a text as a file called `name`. Returns the address that holds the file's
    /// bytes; `None` on failure.
    #[wasm_bindgen(method, js_name = offerFile)]
    pub(super) fn offer_file(this: &Platform, name: &str, text: &str) -> Option<String>;

    /// Frees the bytes of a file that was offered for download, by the address of the bytes.
    #[wasm_bindgen(method, js_name = freeFile)]
    pub(super) fn free_file(this: &Platform, address: &str);

    /// Forgets the link by which the page was opened, so that a reload does not open the link again.
    #[wasm_bindgen(method, js_name = forgetLink)]
    pub(super) fn forget_link(this: &Platform);

    /// Returns true if the browser's history is the widget's: on the page of its own, outside of a frame.
    #[wasm_bindgen(method, js_name = ownsHistory)]
    pub(super) fn owns_history(this: &Platform) -> bool;

    /// Adds an entry to the history for the screen at `place`.
    #[wasm_bindgen(method, js_name = addPlace)]
    pub(super) fn add_place(this: &Platform, place: &str);

    /// Adds an entry to the history for a link or file above the screen, unless the browser made one for the link.
    #[wasm_bindgen(method, js_name = coverPlace)]
    pub(super) fn cover_place(this: &Platform, place: &str);

    /// Stores the place of the screen in the current entry of the history.
    #[wasm_bindgen(method, js_name = keepPlace)]
    pub(super) fn keep_place(this: &Platform, place: &str);

    /// Returns the place of the entry to which the person went in the history; `None` without one.
    #[wasm_bindgen(method, js_name = placeIn)]
    pub(super) fn place_in(this: &Platform, event: &Event) -> Option<String>;

    /// Goes on to the next entry of the history in the direction in which the person went.
    #[wasm_bindgen(method, js_name = goOn)]
    pub(super) fn go_on(this: &Platform);

    /// Returns the value that an attribute of the element counts as; "" for an absent or unknown free text.
    #[wasm_bindgen(method)]
    fn attribute(this: &Platform, name: &str) -> String;

    /// Sends an event of the element to the host page. `pairs` holds the name of each detail, followed by its value.
    #[wasm_bindgen(method)]
    pub(super) fn tell(this: &Platform, name: &str, pairs: &Array);

    /// Answers a call of the host page with a result, or with the reason why there is none.
    #[wasm_bindgen(method)]
    pub(super) fn answer(this: &Platform, call: u32, result: Option<&str>, reason: Option<&str>);

    /// Returns the place of the data, as the widget was started with: `local`, `session` or `none`.
    #[wasm_bindgen(method, getter)]
    fn storage(this: &Platform) -> String;

    /// Returns the address that links point to: the host page's `share-url`, or else the page's own, without
    /// query and fragment; `None` if that is no `http` or `https` address.
    #[wasm_bindgen(method, js_name = shareUrl)]
    pub(super) fn share_url(this: &Platform) -> Option<String>;

    /// Returns the address of the full page, and the relation of the data: `shared`, `apart` or `sealed`. Empty outside
    /// of a frame.
    #[wasm_bindgen(method)]
    fn framed(this: &Platform) -> Vec<String>;

    /// Returns true if the browser has a share sheet.
    #[wasm_bindgen(method, js_name = canShare)]
    pub(super) fn can_share(this: &Platform) -> bool;

    /// Returns true if the browser can encrypt, which needs a secure page.
    #[wasm_bindgen(method, js_name = canLock)]
    pub(super) fn can_lock(this: &Platform) -> bool;

    /// Returns the days of the week on which people of the reader's region do not work, from Monday as 0.
    #[wasm_bindgen(method, js_name = restDays)]
    pub(super) fn rest_days(this: &Platform) -> Vec<u8>;

    /// Copies a text to the clipboard. Rejects if the browser refuses.
    #[wasm_bindgen(method)]
    pub(super) fn copy(this: &Platform, text: &str) -> Promise;

    /// Opens the browser's share sheet with a text, and with a link unless it is `None`. Rejects if the
    /// person closes the sheet, or the browser refuses.
    #[wasm_bindgen(method)]
    pub(super) fn share(this: &Platform, title: &str, text: &str, link: Option<&str>) -> Promise;

    /// Opens the browser's dialog for printing.
    #[wasm_bindgen(method)]
    pub(super) fn print(this: &Platform);

    /// Returns the signals of a running session.
    #[wasm_bindgen(method, getter)]
    pub(super) fn signals(this: &Platform) -> Signals;

    /// Returns the floating clock.
    #[wasm_bindgen(method, getter)]
    pub(super) fn float(this: &Platform) -> Float;

    /// Returns true if the browser can show a small window above all others.
    #[wasm_bindgen(method, js_name = canFloat)]
    fn can_float(this: &Platform) -> bool;

    /// Opens the mail program with a new mail: `title` is its subject, `text` its body.
    #[wasm_bindgen(method)]
    pub(super) fn mail(this: &Platform, title: &str, text: &str);

    /// Encrypts bytes by a password. Resolves to the encrypted bytes; rejects if the browser refuses.
    #[wasm_bindgen(method)]
    pub(super) fn lock(this: &Platform, password: &str, plain: Uint8Array) -> Promise;

    /// Decrypts the result of `lock`. Resolves to the bytes; rejects for a wrong password or changed bytes.
    #[wasm_bindgen(method)]
    pub(super) fn unlock(this: &Platform, password: &str, sealed: Uint8Array) -> Promise;
}

impl Platform {
    /// Returns the wishes of the host page, as the attributes of the element say them.
    fn host(&self) -> Host {
        let text = |name| Some(self.attribute(name)).filter(|text| !text.is_empty());
        Host {
            party: match &*self.attribute("party") {
                "manager" => Some(Party::Manager),
                "seller" => Some(Party::Seller),
                _ => None,
            },
            coaching_type: text("type"),
            minutes: text("minutes").and_then(|text| Minutes::parse(&text)),
            storage: self.storage_kind(),
            telling: if self.attribute("events") == "on" { Telling::All } else { Telling::Trouble },
            hotkeys: if self.attribute("hotkeys") == "off" { Hotkeys::Off } else { Hotkeys::On },
        }
    }

    /// Returns the frame in which the page of its own is shown.
    fn frame(&self) -> Option<Frame> {
        let [page, data] = <[String; 2]>::try_from(self.framed()).ok()?;
        let data = match &*data {
            "shared" => FrameData::Shared,
            "apart" => FrameData::Apart,
            _ => FrameData::Sealed,
        };
        Some(Frame { page, data })
    }

    /// Returns the place of the stored data, as the widget was started with.
    pub(super) fn storage_kind(&self) -> StorageKind {
        match &*self.storage() {
            "session" => StorageKind::Session,
            "none" => StorageKind::Nowhere,
            _ => StorageKind::Local,
        }
    }

    /// Returns the abilities of the browser and the page, the working week of the reader's region, and the wishes of the
    /// host page.
    pub(super) fn here(&self) -> Here {
        Here {
            share_url: self.share_url(),
            can_share: self.can_share(),
            can_stay_awake: self.signals().can_stay_awake(),
            can_float: self.can_float(),
            owns_tab: self.owns_history(),
            can_lock: self.can_lock(),
            rest_days: self.rest_days(),
            host: self.host(),
            frame: self.frame(),
        }
    }
}
