//! The drafts of this window and the state of their records in storage; and the drafts that other windows
//! left.

use crate::domain::draft::{Content, Draft, LineDraft, Purpose, Typed};
use crate::domain::id::{Ids, SessionId, WriterId};
use crate::domain::limits::Limits;
use crate::domain::time::Instant;

use record::{Left, Saving};

mod answers;
mod brought;
mod record;

/// Drafts, typed text that is not kept yet: those of this window, and those that it offers.
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    /// Drafts of this window, one for each purpose, each with the state of its record in storage.
    own: Vec<Entry>,
    /// Stored drafts that are offered, never merged: those of closed windows, and those that this window set
    /// aside, each under a new writer.
    left: Vec<Left>,
    /// Limits of the page, for the lifetime of a draft.
    pub(in crate::program) limits: Limits,
}

/// A draft of this window, with the state of its record in storage.
#[derive(Clone, Debug)]
struct Entry {
    /// Purpose of the draft, that is what the text is for.
    purpose: Purpose,
    /// Typed text; `None` for a draft that was dropped and whose record is still to be removed.
    draft: Option<Draft>,
    /// State of the draft's record in storage.
    saving: Saving,
    /// True if the person left the form of the draft and came back to it.
    is_resumed: bool,
    /// Writers whose records hold the text until this one is stored, or is no longer wanted.
    replaced: Vec<WriterId>,
}

impl Entry {
    fn new(purpose: Purpose, draft: Option<Draft>, saving: Saving) -> Self {
        Self { purpose, draft, saving, is_resumed: false, replaced: Vec::new() }
    }
}

impl Drafts {
    fn entry(&self, purpose: Purpose) -> Option<&Entry> {
        self.own.iter().find(|entry| entry.purpose == purpose)
    }

    fn entry_mut(&mut self, purpose: Purpose) -> Option<&mut Entry> {
        self.own.iter_mut().find(|entry| entry.purpose == purpose)
    }

    /// Keeps a draft of this window, in place of any other for the same purpose.
    fn set(&mut self, mut entry: Entry) {
        for other in self.own.extract_if(.., |other| other.purpose == entry.purpose) {
            entry.replaced.extend(other.replaced);
        }
        self.own.push(entry);
    }

    /// Returns true if this window has a draft for `purpose`.
    #[must_use]
    pub fn has(&self, purpose: Purpose) -> bool {
        self.entry(purpose).is_some_and(|entry| entry.draft.is_some())
    }

    /// Returns this window's draft for `purpose` as the kind of text `T`; `None` if there is no draft of that
    /// kind.
    #[must_use]
    pub fn get<T: Typed>(&self, purpose: Purpose) -> Option<&T> {
        T::of(&self.entry(purpose)?.draft.as_ref()?.content)
    }

    /// Returns the draft for `purpose` for editing, and marks it as typed and changed; `None` if there is no
    /// draft of the kind `T`.
    pub(in crate::program) fn edit<T: Typed>(&mut self, purpose: Purpose) -> Option<&mut T> {
        let entry = self.entry_mut(purpose)?;
        let draft = entry.draft.as_mut()?;
        let typed = T::of_mut(&mut draft.content)?;
        draft.is_typed = true;
        entry.saving = Saving::Changed;
        Some(typed)
    }

    /// Returns the fields as the draft for `purpose` began, or as the person was told of them since; `None` if
    /// there is no draft of that kind.
    #[must_use]
    pub fn from<T: Typed>(&self, purpose: Purpose) -> Option<&T> {
        T::of(&self.entry(purpose)?.draft.as_ref()?.from)
    }

    /// Returns the fields as the draft for `purpose` began, to note there what the person was told of meanwhile;
    /// `None` if there is no draft of the kind `T`.
    pub(in crate::program) fn told<T: Typed>(&mut self, purpose: Purpose) -> Option<&mut T> {
        let entry = self.entry_mut(purpose)?;
        let from = T::of_mut(&mut entry.draft.as_mut()?.from)?;
        entry.saving = Saving::Changed;
        Some(from)
    }

    /// Returns the line for notes of a session that is open, with its purpose; `None` if all are closed.
    #[must_use]
    pub fn open_line(&self, session: SessionId) -> Option<(Purpose, &LineDraft)> {
        let lines = self.own.iter().map(|entry| entry.purpose);
        let mut lines = lines.filter(|purpose| matches!(purpose, Purpose::Line(of, _) if *of == session));
        let open = |purpose| Some((purpose, self.get::<LineDraft>(purpose).filter(|line| line.is_open)?));
        lines.find_map(open)
    }

    /// Returns the purposes of the session for which this window has a draft or a closed window left one.
    pub(in crate::program) fn purposes_of(&self, session: SessionId) -> Vec<Purpose> {
        let own = self.own.iter().map(|entry| entry.purpose);
        let all = own.chain(self.left.iter().map(|left| left.purpose));
        let mut all: Vec<Purpose> = all.filter(|purpose| purpose.session() == Some(session)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Returns the drafts of the sessions that `is_meant` names: purpose, and the writer of an offered one.
    pub(in crate::program) fn of_sessions(
        &self,
        is_meant: impl Fn(SessionId) -> bool,
    ) -> Vec<(Purpose, Option<WriterId>)> {
        let own = self.own.iter().map(|entry| (entry.purpose, None));
        let all = own.chain(self.left.iter().map(|left| (left.purpose, Some(left.writer))));
        all.filter(|(purpose, _)| purpose.session().is_some_and(&is_meant)).collect()
    }

    /// Begins a draft for `purpose`, in place of any other. It counts as typed only once it is edited.
    pub(in crate::program) fn begin(&mut self, purpose: Purpose, typed: impl Into<Content>) {
        let content = typed.into();
        let draft = Draft { changed: Instant(0), is_typed: false, from: content.clone(), content };
        self.set(Entry::new(purpose, Some(draft), Saving::Changed));
    }

    /// Goes on with this window's draft for `purpose` if the person typed in it, and marks it as resumed;
    /// else begins one with `typed`.
    pub(in crate::program) fn resume(&mut self, purpose: Purpose, typed: impl Into<Content>) {
        match self.entry_mut(purpose) {
            Some(entry) if entry.draft.as_ref().is_some_and(Draft::holds_text) => entry.is_resumed = true,
            _ => self.begin(purpose, typed),
        }
    }

    /// Returns true if the person left the form of the draft and came back to it.
    #[must_use]
    pub fn is_resumed(&self, purpose: Purpose) -> bool {
        self.entry(purpose).is_some_and(|entry| entry.is_resumed && entry.draft.is_some())
    }

    /// Returns the own draft for `purpose` if the person typed in it.
    #[must_use]
    pub fn typed(&self, purpose: Purpose) -> Option<&Draft> {
        self.entry(purpose)?.draft.as_ref().filter(|draft| draft.holds_text())
    }

    /// Returns true if the person changed the own draft for `purpose`, be it that all of its texts were emptied.
    #[must_use]
    pub fn is_changed(&self, purpose: Purpose) -> bool {
        let draft = self.entry(purpose).and_then(|entry| entry.draft.as_ref());
        draft.is_some_and(|draft| draft.is_typed && draft.content != draft.from)
    }

    /// Returns true if a draft of a session holds typed text: one of this window, or one that a closed window left.
    #[must_use]
    pub fn hold_text_of(&self, session: SessionId) -> bool {
        let own = self.own.iter().filter_map(|entry| Some((entry.purpose, entry.draft.as_ref()?)));
        let left = self.left.iter().map(|left| (left.purpose, &left.draft));
        own.chain(left).any(|(purpose, draft)| purpose.session() == Some(session) && draft.holds_text())
    }

    /// Takes the drafts of a session out, and returns them: those of this window, whose records the next save removes,
    /// and the offered ones with their writers, whose records are still to be removed.
    pub(in crate::program) fn take_out(
        &mut self,
        session: SessionId,
    ) -> Vec<(Purpose, Option<WriterId>, Draft)> {
        let is_of = |purpose: Purpose| purpose.session() == Some(session);
        let mut out = Vec::new();
        for entry in self.own.iter_mut().filter(|entry| is_of(entry.purpose)) {
            out.extend(entry.draft.take().map(|draft| (entry.purpose, None, draft)));
            entry.saving = Saving::Unsaved;
        }
        let left = self.left.extract_if(.., |left| is_of(left.purpose));
        out.extend(left.map(|left| (left.purpose, Some(left.writer), left.draft)));
        out
    }

    /// Puts a draft back that was taken out, so that the next save writes it.
    pub(in crate::program) fn put_back(&mut self, purpose: Purpose, draft: Draft) {
        self.set(Entry::new(purpose, Some(draft), Saving::Unsaved));
    }

    /// Drops this window's draft for `purpose`: its text is kept, sent, or no longer wanted. Its record stays
    /// until the next save removes it.
    pub(in crate::program) fn drop(&mut self, purpose: Purpose) {
        if let Some(entry) = self.entry_mut(purpose) {
            (entry.draft, entry.saving, entry.is_resumed) = (None, Saving::Unsaved, false);
        }
    }

    /// Adds a draft of this writer that was read from storage at the start.
    pub(in crate::program) fn read(&mut self, purpose: Purpose, draft: Draft) {
        self.set(Entry::new(purpose, Some(draft), Saving::Saved));
    }

    /// Marks the draft that was read as this window's own, and whose record is that of another writer, as unsaved. That
    /// record is to be removed once this one is stored.
    pub(in crate::program) fn adopt(&mut self, purpose: Purpose, from: WriterId) {
        if let Some(entry) = self.entry_mut(purpose) {
            entry.saving = Saving::Unsaved;
            entry.replaced.push(from);
        }
    }

    /// Drops the drafts that are expired at `now`, unless they hold text and were not expired yet at `told`, the
    /// instant of a notice. Returns the dropped drafts of closed windows, whose records are still to be removed.
    pub(in crate::program) fn expire(
        &mut self,
        now: Instant,
        told: Option<Instant>,
    ) -> Vec<(Purpose, WriterId)> {
        let kept = self.limits.drafts_kept;
        let was_told = |draft: &Draft| told.is_some_and(|told| draft.is_expired(told, kept));
        let goes = |draft: &Draft| draft.is_expired(now, kept) && (!draft.holds_text() || was_told(draft));
        let is_old = |entry: &Entry| entry.draft.as_ref().is_some_and(goes);
        let own: Vec<Purpose> =
            self.own.iter().filter(|entry| is_old(entry)).map(|entry| entry.purpose).collect();
        for purpose in own {
            self.drop(purpose);
        }
        let gone = self.left.extract_if(.., |left| goes(&left.draft));
        gone.map(|left| (left.purpose, left.writer)).collect()
    }

    /// Returns the instant of the last change of the oldest draft with text that is expired at `at`; `None` if
    /// there is none.
    #[must_use]
    pub fn oldest_expired(&self, at: Instant) -> Option<Instant> {
        self.expired(at).map(|(_, draft)| draft.changed).min()
    }

    /// Begins the lifetime of the drafts that are expired at `told` anew at `now`. A window writes no record of another
    /// one, so each draft of a closed window moves to a new writer.
    pub(in crate::program) fn renew(&mut self, told: Instant, now: Instant, ids: &mut Ids) {
        let kept = self.limits.drafts_kept;
        let is_old = |entry: &Entry| entry.draft.as_ref().is_some_and(|draft| draft.is_expired(told, kept));
        self.own.iter_mut().filter(|entry| is_old(entry)).for_each(|entry| entry.saving = Saving::Changed);
        for left in self.left.iter_mut().filter(|left| left.draft.is_expired(told, kept)) {
            left.draft.changed = now;
            left.saving = Saving::Unsaved;
            left.replaced = Some(std::mem::replace(&mut left.writer, ids.writer()));
        }
    }

    /// Forgets all drafts but the own ones that belong to no session and were typed in at `since` or later. Storage was
    /// cleared, so no record is to be removed.
    pub(in crate::program) fn keep_new(&mut self, since: Instant) {
        let is_new = |draft: &Draft| draft.is_typed && draft.changed >= since;
        self.left.clear();
        self.own
            .retain(|entry| entry.purpose.session().is_none() && entry.draft.as_ref().is_some_and(is_new));
        self.save_again();
    }

    /// Sets `now` as the instant of all changes since the last call.
    pub(in crate::program) fn stamp(&mut self, now: Instant) {
        for entry in self.own.iter_mut().filter(|entry| entry.saving == Saving::Changed) {
            entry.saving = Saving::Unsaved;
            if let Some(draft) = &mut entry.draft {
                draft.changed = now;
            }
        }
    }

    /// Returns the purposes of this window's drafts that storage holds as they are now.
    pub(in crate::program) fn stored(&self) -> impl Iterator<Item = Purpose> {
        self.own.iter().filter(|entry| entry.saving == Saving::Saved).map(|entry| entry.purpose)
    }

    /// Marks all drafts as unsaved, so that the next save writes them again.
    pub(in crate::program) fn save_again(&mut self) {
        let saved = self.own.iter_mut().filter(|entry| entry.saving == Saving::Saved);
        saved.for_each(|entry| entry.saving = Saving::Unsaved);
        self.left.iter_mut().for_each(|left| left.saving = Saving::Unsaved);
    }

    /// Marks this window's draft for `purpose` as unsaved, so that the next save writes it again.
    pub(in crate::program) fn save_again_for(&mut self, purpose: Purpose) {
        let saved = self.entry_mut(purpose).filter(|entry| entry.saving == Saving::Saved);
        saved.into_iter().for_each(|entry| entry.saving = Saving::Unsaved);
    }

    /// Returns this window's drafts with changes that storage does not hold yet; `None` for a dropped one,
    /// whose record is to be removed. Leaves out drafts whose record still holds a text that was set aside, until that
    /// text has a record of its own.
    pub(in crate::program) fn unsaved(&self) -> impl Iterator<Item = (Purpose, Option<&Draft>)> {
        let waits = |purpose| self.unsaved_left().any(|(left, ..)| left == purpose);
        let unsaved =
            self.own.iter().filter(move |entry| entry.saving != Saving::Saved && !waits(entry.purpose));
        unsaved.map(|entry| (entry.purpose, entry.draft.as_ref()))
    }

    /// Marks the draft for `purpose` as stored; forgets a dropped one. Returns the writers whose records of the text
    /// are to be removed now.
    pub(in crate::program) fn saved(&mut self, purpose: Purpose) -> Vec<WriterId> {
        let Some(entry) = self.entry_mut(purpose) else { return Vec::new() };
        entry.saving = Saving::Saved;
        let replaced = std::mem::take(&mut entry.replaced);
        self.own.retain(|entry| entry.purpose != purpose || entry.draft.is_some());
        replaced
    }

    /// Offers a draft of a window that is closed, as storage holds it.
    pub(in crate::program) fn leave(&mut self, purpose: Purpose, writer: WriterId, draft: Draft) {
        self.forget_left(purpose, writer);
        self.left.push(Left { purpose, writer, draft, saving: Saving::Saved, replaced: None });
    }

    /// Offers a draft that storage does not hold under this writer yet.
    pub(in crate::program) fn offer(&mut self, purpose: Purpose, writer: WriterId, draft: Draft) {
        self.leave(purpose, writer, draft);
        self.lost(purpose, writer);
    }

    /// Marks an offered draft as unsaved: its record is missing.
    pub(in crate::program) fn lost(&mut self, purpose: Purpose, writer: WriterId) {
        let left = self.left.iter_mut().filter(|left| left.is(purpose, writer));
        left.for_each(|left| left.saving = Saving::Unsaved);
    }

    /// Returns the places of the offered drafts that storage holds.
    pub(in crate::program) fn stored_left(&self) -> impl Iterator<Item = (Purpose, WriterId)> {
        let stored = self.left.iter().filter(|left| left.saving == Saving::Saved);
        stored.map(|left| (left.purpose, left.writer))
    }

    /// Returns the offered drafts for `purpose`, each with its writer: those of closed windows, and those
    /// that this window set aside.
    pub fn left(&self, purpose: Purpose) -> impl Iterator<Item = (WriterId, &Draft)> {
        self.left.iter().filter(move |left| left.purpose == purpose).map(|left| (left.writer, &left.draft))
    }

    /// Offers a draft no longer; its record stays in storage. Returns the writer of another record of the text, if there
    /// is one.
    pub(in crate::program) fn forget_left(&mut self, purpose: Purpose, writer: WriterId) -> Option<WriterId> {
        self.left.extract_if(.., |left| left.is(purpose, writer)).find_map(|left| left.replaced)
    }

    /// Forgets the left drafts of a window that turns out to be open.
    pub(in crate::program) fn forget_left_by(&mut self, writer: WriterId) {
        self.left.retain(|left| left.writer != writer);
    }

    /// Leaves the own draft for `purpose`, if the person typed in it, as an offered draft of `aside`, a new
    /// writer.
    pub(in crate::program) fn set_aside(&mut self, purpose: Purpose, aside: WriterId) {
        if let Some(draft) = self.typed(purpose).cloned() {
            self.drop(purpose);
            self.offer(purpose, aside, draft);
        }
    }

    /// Makes the offered draft of `writer` this window's own. The own draft before it, if the person typed in
    /// it, is offered as a draft of `aside`, a new writer. Returns true if there is such an offer.
    pub(in crate::program) fn take_over(
        &mut self,
        purpose: Purpose,
        writer: WriterId,
        aside: WriterId,
    ) -> bool {
        let Some(place) = self.left.iter().position(|left| left.is(purpose, writer)) else { return false };
        let theirs = self.left.remove(place);
        self.set_aside(purpose, aside);
        self.put_back(purpose, theirs.draft);
        if let Some(entry) = self.entry_mut(purpose) {
            entry.replaced.extend(theirs.replaced.into_iter().chain([writer]));
        }
        true
    }

    /// Returns the offered drafts that storage does not hold, each with its writer.
    pub(in crate::program) fn unsaved_left(&self) -> impl Iterator<Item = (Purpose, WriterId, &Draft)> {
        let unsaved = self.left.iter().filter(|left| left.saving != Saving::Saved);
        unsaved.map(|left| (left.purpose, left.writer, &left.draft))
    }

    /// Marks the offered draft of `writer` as stored. Returns the writer whose record of the text is to be removed now.
    pub(in crate::program) fn left_saved(&mut self, purpose: Purpose, writer: WriterId) -> Option<WriterId> {
        let left = self.left.iter_mut().find(|left| left.is(purpose, writer))?;
        left.saving = Saving::Saved;
        left.replaced.take()
    }
}
