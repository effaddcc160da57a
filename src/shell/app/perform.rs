//! The effects of the program, performed in the browser.
//!
//! Must not decide anything about coaching.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{App, Told};
use crate::program::effect::{Effect, SAVE_AFTER, Tone};
use crate::program::event::{Event, Outcome, Quarantined, Settled};
use crate::shell::alarm;
use crate::shell::file::OfferedFile;

impl App {
    /// Performs an effect. A result that is known at once becomes one more event.
    pub(super) fn perform(&mut self, effect: Effect, events: &mut Vec<Event>) {
        match effect {
            Effect::Write { place, record } => {
                let outcome = self.store.write(place, &record);
                if outcome == Outcome::Stored {
                    self.seat.tell(place, Some(&record));
                }
                events.push(Event::Settled(Box::new(Settled { place, outcome })));
            }
            Effect::Remove(place) => {
                let outcome = self.store.remove(place);
                if outcome == Outcome::Removed {
                    self.seat.tell(place, None);
                }
                events.push(Event::Settled(Box::new(Settled { place, outcome })));
            }
            Effect::LookAgain => events.push(Event::StorageSeen(self.store.look_again())),
            Effect::Quarantine(name) => {
                let moved = self.store.quarantine(&name);
                events.push(Event::Quarantined(Box::new(Quarantined { name, moved })));
            }
            Effect::SaveSoon => {
                self.saving = Some(self.later(SAVE_AFTER, Told::Happened(Event::SaveCame)));
            }
            Effect::Wake(instant) => {
                self.alarm =
                    instant.map(|instant| self.later(alarm::wait(instant), Told::Happened(Event::AlarmRang)));
            }
            Effect::MoveFocus(to) => self.moves_focus = Some(to),
            Effect::Show(what) => self.shows = Some(what),
            Effect::Copy { request, text } => {
                self.settle(self.platform.copy(&text), move |copied| {
                    Event::CopySettled(request, copied.is_ok())
                });
            }
            Effect::Share { request, title, text, link } => {
                let shared = self.platform.share(&title, &text, link.as_deref());
                self.settle(shared, move |shared| Event::ShareSettled(request, shared.is_ok()));
            }
            Effect::Mail { subject, body } => self.platform.mail(&subject, &body),
            // Drops the file offered before.
            Effect::OfferFile { name, text } => {
                self.offered = OfferedFile::offer(&self.platform, &name, &text);
            }
            Effect::UseWords(languages) => {
                languages.iter().for_each(|(tag, words)| self.platform.use_words(tag, words));
            }
            Effect::TellOwner(lines) => self.platform.tell_owner(&lines.join("\n")),
            Effect::NameUnknownType(named) => self.platform.name_unknown_type(&named),
            Effect::Print => self.platform.print(),
            Effect::Chime(tone) => {
                self.platform.signals().chime(if tone == Tone::Up { "up" } else { "nearing" })
            }
            Effect::Float(false) => {
                self.platform.float().close();
                events.push(Event::FloatSettled(false));
            }
            Effect::Float(true) => {
                let link = self.link.clone();
                let hear = Closure::new(move |news| link.send_message(Told::Floated(news)));
                let opened = self.platform.float().open(&hear);
                self.hears_float = Some(hear);
                self.settle(opened, |opened| Event::FloatSettled(opened.is_ok()));
            }
            Effect::NameTab(title) => self.platform.signals().name_tab(title.as_deref()),
            Effect::KeepAwake(is_kept) => {
                let kept = self.platform.signals().keep_awake(is_kept);
                self.settle(kept, |kept| Event::AwakeSettled(kept.is_ok()));
            }
            Effect::ReadStored(call) => events.push(Event::StoredRead(call, self.store.read_all())),
            Effect::RemoveAll(call) => {
                let (removed, is_whole) = self.store.remove_all();
                removed.into_iter().for_each(|place| self.seat.tell(place, None));
                events.push(Event::AllRemoved(call, is_whole));
            }
            Effect::Answer(call, answer) => {
                let reason = answer.as_ref().err().map(|refusal| refusal.reason());
                self.platform.answer(call.0, answer.as_deref().ok(), reason);
            }
            // The host page hears of it once the screen shows it.
            Effect::Tell(told) => self.tells.push(told),
            Effect::Lock { request, plain, password } => {
                let sealed = self.platform.lock(&password, Uint8Array::from(&*plain));
                self.settle(sealed, move |sealed| Event::LockSettled(request, bytes(sealed)));
            }
            Effect::Unlock { request, sealed, password } => {
                let plain = self.platform.unlock(&password, Uint8Array::from(&*sealed));
                self.settle(plain, move |plain| Event::UnlockSettled(request, bytes(plain)));
            }
            Effect::ReadOn => self.resting = Some(self.later(0, Told::Happened(Event::ReadOnCame))),
            Effect::ImportOn => self.importing = Some(self.later(0, Told::Happened(Event::ImportOnCame))),
            Effect::ForgetLink => self.platform.forget_link(),
            // `happened` returns this effect to its caller.
            Effect::HoldScreen => {}
            Effect::HandOn { link, keys } => events.push(Event::HandedOn(self.hand_on(link, keys))),
        }
    }

    /// Reports the result of a next step to the program, unless the widget is gone by then.
    fn settle(&self, promise: Promise, event: impl FnOnce(Result<JsValue, JsValue>) -> Event + 'static) {
        self.link.send_future(async move { Told::Happened(event(JsFuture::from(promise).await)) });
    }
}

/// Returns the bytes of a resolved promise; `None` for a rejected one.
fn bytes(settled: Result<JsValue, JsValue>) -> Option<Vec<u8>> {
    settled.ok()?.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec())
}
