//! The times in a link in words: what the seller says about the start, the dates ahead, and the clocks of the reader.

use super::elsewhere::for_both_at;
use super::line::Line;
use super::link_context::LinkContext;
use super::session_context::SessionContext;
use super::sheet::Entry;
use super::standing::words;
use super::time_said::Told;
use super::time_said::time_said;
use crate::domain::half::{ManagerHalf, SellerHalf};
use crate::domain::party::Party;
use crate::domain::zone::Schedule;
use crate::outgoing::note::append;
use crate::program::update::link::Half;
use crate::program::update::same::SamePairs;
use crate::program::update::seller_zone::seller_time;
use crate::program::update::sent::{News, news};
use crate::program::update::standing::standing;
use crate::text::message::Message;
use crate::text::{Names, Words};

impl LinkContext<'_> {
    /// Returns a start here, in the words `time`, and behind it the one on the clocks of the other person, where these are
    /// known to show another time: "13:45 (10:00 in Berlin)" on the seller's device, "13:45 (10:00 for Maria)" on the screen
    /// that sends.
    pub(super) fn beside_reader(&self, schedule: &Schedule, time: Words) -> Words {
        let env = self.env;
        let other = match (self.from(), self.is_outgoing()) {
            (Party::Manager, false) => env
                .time_of_plan(schedule, &self.model.zone)
                .map(|there| env.say(&Message::TimeIn { time: &there, place: &schedule.zone.place() })),
            (Party::Seller, true) => env
                .time_of_plan(schedule, &self.model.zone)
                .map(|there| env.say(&Message::TimeFor { time: &there, name: &self.name(Party::Manager) })),
            (Party::Manager, true) | (Party::Seller, false) => {
                seller_time(self.model, env, self.link.session, schedule)
                    .map(|there| env.say(&Message::TimeFor { time: &there, name: &self.name(Party::Seller) }))
            }
        };
        match other {
            Some(other) => env.say(&Message::TimeBeside { time: &time, other: &other }),
            None => time,
        }
    }

    /// Adds the dates of the two ahead, under the words of their slot; of a slot that ended since the last message, that it
    /// has. Dates that the next session in the link names stand there alone.
    pub(super) fn dates_ahead(&self, half: &ManagerHalf, entries: &mut Vec<Entry>) {
        let env = self.env;
        let record = self.manager_half().filter(|record| !std::ptr::eq(*record, half));
        let next = self.link.next.as_ref().and_then(|next| next.half.content());
        let is_next = |next: &ManagerHalf| next.ahead.standing == half.ahead.standing;
        let is_known = record.is_none() && next.is_some_and(is_next);
        if let Some(standing) = half.ahead.standing.as_ref().filter(|_| !is_known) {
            entries.push(Entry::Heading(words(self.model, env, standing)));
            for date in standing.dates.iter().filter(|date| !date.is_skipped) {
                let begins = env.instant(date.local, &standing.zone);
                let local = env.local(begins, &self.model.zone).unwrap_or(date.local);
                let mut words = env.date_time(local, self.now, Names::Short).to_string();
                let schedule = Schedule::new(date.local, standing.zone.clone(), env.zones);
                self.on_other_clocks(&schedule).iter().for_each(|others| append(&mut words, others));
                entries.push(Entry::Line(Line::plain(words.into())));
            }
        }
        if half.ahead.standing.is_none() && self.has_slot_ended() {
            entries.push(Entry::Heading(env.say(&Message::SlotEndedShort)));
        }
    }

    /// Returns true if the link tells that the slot of the two has ended, and its reader does not know that yet.
    pub(crate) fn has_slot_ended(&self) -> bool {
        if self.is_outgoing() {
            return self.from() == Party::Manager && news(self.model, self.link.session) == News::SlotEnded;
        }
        let known = match self.model.half(self.link.session) {
            Some(half) => half.ahead.standing.as_ref(),
            None => standing(self.model, self.link.pair).map(|(_, row)| row),
        };
        known.is_some_and(|row| row.slot.is_some())
    }

    /// Returns a date of a row on the clocks of others, where these show another time.
    fn on_other_clocks(&self, schedule: &Schedule) -> Option<Words> {
        let same = SamePairs::of(self.model);
        match SessionContext::among(self.model, self.link.session, &same, self.now, self.env) {
            Some(context) => for_both_at(&context, schedule),
            None => self.env.at_place_of_plan(schedule, &self.model.zone),
        }
    }

    /// Returns what the seller says about the start in the link; `None` if the seller has said nothing about any start,
    /// and once the session has begun. A start that the manager has changed since says so.
    pub(super) fn time(&self, half: &SellerHalf, seller: &str) -> Option<Line> {
        let env = self.env;
        let Half::Seller { when: Some(schedule), .. } = &self.link.half else { return None };
        let here = self.model.half(self.link.session);
        if here.is_some_and(|here| !here.is_planned()) {
            return None;
        }
        let time = half.time?;
        if time.start != schedule.fingerprint() {
            return Some(Line::plain(env.say(&Message::TimeEarlier { name: seller })));
        }
        let when = self.beside_reader(schedule, self.when(schedule, Names::Full));
        let words = time_said(env, time.says, &when, Told::Of(seller));
        let moved = here.map(|here| &here.plan.schedule).filter(|here| *here != schedule);
        let when = moved.map(|moved| self.when(moved, Names::Short));
        Some(Line { words, remark: when.map(|when| env.say(&Message::TimeSince { when: &when })) })
    }
}
