//! A session with all that its screens need to describe it.

use super::called::{called, whole_name};
use super::place::{PlaceView, place};
use crate::domain::agenda::Item;
use crate::domain::coaching_type::Guidance;
use crate::domain::half::ManagerHalf;
use crate::domain::id::{PairId, SessionId};
use crate::domain::pair::Pair;
use crate::domain::party::Party;
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::session::Session;
use crate::domain::time::{Instant, LocalDateTime};
use crate::outgoing::note::NoteWords;
use crate::program::state::model::Model;
use crate::program::update::earlier::{Earlier, open_or_told};
use crate::program::update::same::SamePairs;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// A session with all that its screens need to describe it.
pub(crate) struct SessionContext<'a> {
    pub id: SessionId,
    pub model: &'a Model,
    pub env: &'a Env<'a>,
    /// Local time of this device; `None` outside the range of the calendar.
    pub now: Option<LocalDateTime>,
    pub session: &'a Session,
    /// Party that this person is in the session: manager or seller.
    pub side: Party,
    /// Id of the pair, the manager and the seller over time; of pairs that the person joined, the one that
    /// stands for all.
    pub pair: PairId,
    /// Manager's half of the session: the plan and the record.
    pub half: &'a ManagerHalf,
    /// Names of the two; `None` if the stored names are damaged.
    pub two: Option<&'a Pair>,
}

impl<'a> SessionContext<'a> {
    /// Returns the session with its context; `None` if it is unknown, deleted, or not planned yet.
    pub(crate) fn of(model: &'a Model, id: SessionId, now: Instant, env: &'a Env<'a>) -> Option<Self> {
        Self::among(model, id, &SamePairs::of(model), env.local(now, &model.zone), env)
    }

    /// Returns the context of one of many sessions. The caller looks up `same` and `now` once for all of
    /// them.
    pub(crate) fn among(
        model: &'a Model,
        id: SessionId,
        same: &SamePairs,
        now: Option<LocalDateTime>,
        env: &'a Env<'a>,
    ) -> Option<Self> {
        let session = model.session(id)?;
        let half = session.manager_half()?;
        let two = model.pair(session.pair);
        let side = model.side(session.pair);
        let pair = same.one(session.pair);
        Some(Self { id, model, env, now, session, side, pair, half, two })
    }

    /// Returns true if the manager cancelled the session, and the seller, this person, wrote words for it.
    pub(crate) fn is_cancelled(&self) -> bool {
        self.side == Party::Seller && self.session.is_half_deleted()
    }

    /// Returns the place of the session; `None` if the plan names none.
    pub(crate) fn place(&self) -> Option<PlaceView> {
        self.half.plan.place.as_ref().map(|text| place(text.as_str()))
    }

    /// Returns a built-in phrase with the names of the two people put in.
    pub(crate) fn phrase(&self, phrase: Phrase) -> Words {
        let (seller, manager) = (&self.name(Party::Seller), &self.name(Party::Manager));
        self.env.say(&Message::PhraseOf { phrase, seller, manager })
    }

    /// Returns a built-in phrase with the names of the two people put in, or own words as they are.
    pub(crate) fn wording(&self, wording: &Wording) -> Words {
        match wording {
            Wording::BuiltIn(phrase) => self.phrase(*phrase),
            Wording::Own(text) => text.as_str().into(),
        }
    }

    /// Returns the line on the purpose of an item; `None` for an item that a person added.
    pub(crate) fn purpose(&self, item: &Item) -> Option<Words> {
        if item.purpose == Some(Phrase::LookBackPurpose) && !self.manager_owes() {
            return Some(self.env.say(&Message::LookBackLead));
        }
        let type_id = self.half.plan.coaching_type.id.as_str();
        let of_activity = || self.model.catalogue.activity(type_id, item)?.purpose.as_ref();
        match item.purpose {
            Some(phrase) => Some(self.phrase(phrase)),
            None => of_activity().map(|purpose| self.wording(purpose)),
        }
    }

    /// Returns true if the manager said in an earlier session of the two to do something, which is open or was settled since.
    pub(crate) fn manager_owes(&self) -> bool {
        let steps = open_or_told(self.model, Some(self.id), &[]);
        let is_own = |step: &Earlier<'_>| step.pair == self.pair && step.note.by() == Some(Party::Manager);
        steps.iter().any(is_own)
    }

    /// Returns the guidance of the session's coaching type.
    pub(crate) fn guidance(&self) -> &Guidance {
        self.model.catalogue.guidance(self.half.plan.coaching_type.id.as_str())
    }

    /// Returns the name of `party` inside a sentence: see [`called`].
    pub(crate) fn name(&self, party: Party) -> Words {
        called(self.model, self.env, self.two, party)
    }

    /// Returns the whole name of `party`, for titles and lists; a general word if it is unknown.
    pub(crate) fn whole_name(&self, party: Party) -> Words {
        whole_name(self.env, self.two, party)
    }

    /// Returns true if the manager's name is known.
    pub(crate) fn knows_manager(&self) -> bool {
        self.two.is_some_and(|two| two.manager.is_some())
    }

    /// Returns the instant of the planned start.
    pub(crate) fn begins(&self) -> Instant {
        let schedule = &self.half.plan.schedule;
        schedule.begins(self.env.zones)
    }

    /// Returns the planned start in the local time of this device.
    pub(crate) fn begins_here(&self) -> LocalDateTime {
        self.env.local(self.begins(), &self.model.zone).unwrap_or(self.half.plan.schedule.local)
    }
}

impl<'a> SessionContext<'a> {
    /// Returns the helper that puts the notes of this session into words, with the names of the two people.
    pub(crate) fn note_words(&'a self) -> NoteWords<'a> {
        let manager = self.knows_manager().then(|| self.name(Party::Manager));
        NoteWords { env: self.env, seller: self.name(Party::Seller), manager, today: self.now }
    }
}
