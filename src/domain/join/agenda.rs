//! Joins agendas. A plan is joined as a whole; an undo joins the agenda of one.

use super::listed::{Element, join_list};
use super::{Clash, Join, field};
use crate::domain::agenda::{Agenda, ITEM_LIMIT, Item, ItemId};

impl Join for Item {
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self {
        Self {
            id: mine.id,
            role: field(&base.role, &mine.role, &theirs.role),
            title: field(&base.title, &mine.title, &theirs.title),
            purpose: field(&base.purpose, &mine.purpose, &theirs.purpose),
            minutes: field(&base.minutes, &mine.minutes, &theirs.minutes),
            least: field(&base.least, &mine.least, &theirs.least),
            most: field(&base.most, &mine.most, &theirs.most),
        }
    }
}

impl Element for Item {
    fn id(&self) -> u16 {
        self.id.0
    }

    fn with_id(&self, id: u16) -> Self {
        Self { id: ItemId(id), ..self.clone() }
    }
}

impl Join for Agenda {
    /// `mine` holds as a whole if the joined items are no agenda.
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self {
        let items = join_list([base.items(), mine.items(), theirs.items()], ITEM_LIMIT, Clash::Mine);
        Self::new(items).unwrap_or_else(|_| mine.clone())
    }
}
