//! Joins notes, topics, and the answers of a session.

use super::keyed::join_keyed;
use super::listed::{Element, join_list};
use super::{Clash, Join, field};
use crate::domain::closing::{Closing, REPLY_LIMIT};
use crate::domain::note::{Detail, NOTE_LIMIT, Note, NoteId, Notes, STATUS_LIMIT};
use crate::domain::topic::Topic;

impl Join for Detail {
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self {
        match (base, mine, theirs) {
            (
                Self::NextStep { by: by0, first_step: step0, when: when0, on: on0, is_confirmed: confirmed0 },
                Self::NextStep { by: by1, first_step: step1, when: when1, on: on1, is_confirmed: confirmed1 },
                Self::NextStep { by: by2, first_step: step2, when: when2, on: on2, is_confirmed: confirmed2 },
            ) => Self::NextStep {
                by: field(by0, by1, by2),
                first_step: field(step0, step1, step2),
                when: field(when0, when1, when2),
                on: field(on0, on1, on2),
                is_confirmed: field(confirmed0, confirmed1, confirmed2),
            },
            (
                Self::Parked { by: by0, place: place0, quotes: quotes0 },
                Self::Parked { by: by1, place: place1, quotes: quotes1 },
                Self::Parked { by: by2, place: place2, quotes: quotes2 },
            ) => Self::Parked {
                by: field(by0, by1, by2),
                place: field(place0, place1, place2),
                quotes: field(quotes0, quotes1, quotes2),
            },
            _ => field(base, mine, theirs),
        }
    }
}

impl Join for Note {
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self {
        Self {
            id: mine.id,
            item: field(&base.item, &mine.item, &theirs.item),
            words: field(&base.words, &mine.words, &theirs.words),
            detail: Join::join(&base.detail, &mine.detail, &theirs.detail),
        }
    }
}

impl Element for Note {
    fn id(&self) -> u16 {
        self.id.0
    }

    fn with_id(&self, id: u16) -> Self {
        Self { id: NoteId(id), ..self.clone() }
    }
}

impl Join for Topic {
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self {
        Self {
            id: mine.id,
            words: field(&base.words, &mine.words, &theirs.words),
            worked_if: field(&base.worked_if, &mine.worked_if, &theirs.worked_if),
        }
    }
}

impl Element for Topic {
    fn id(&self) -> u16 {
        self.id
    }

    fn with_id(&self, id: u16) -> Self {
        Self { id, ..self.clone() }
    }
}

impl Join for Notes {
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self {
        let statuses = [&base.statuses[..], &mine.statuses, &theirs.statuses];
        let about = |status: &crate::domain::note::Status| (status.session, status.note);
        Self {
            all: join_list([&base.all, &mine.all, &theirs.all], NOTE_LIMIT, Clash::Mine),
            statuses: join_keyed(statuses, about, STATUS_LIMIT, Clash::Mine),
        }
    }
}

impl Join for Closing {
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self {
        let replies = [&base.replies[..], &mine.replies, &theirs.replies];
        let heard = [&base.heard[..], &mine.heard, &theirs.heard];
        Self {
            heard: join_keyed(heard, |(asked, _)| *asked, REPLY_LIMIT, Clash::Mine),
            replies: join_keyed(replies, |(asked, _)| *asked, REPLY_LIMIT, Clash::Mine),
            differently: field(&base.differently, &mine.differently, &theirs.differently),
            is_in: field(&base.is_in, &mine.is_in, &theirs.is_in),
            is_aloud: match () {
                () if theirs == base => mine.is_aloud,
                () if mine == base => theirs.is_aloud,
                () => mine.is_aloud_with(theirs),
            },
        }
    }
}
