//! Two names that two windows or devices gave at once: the person sees both, and chooses.

use crate::domain::pair::Pair;
use crate::domain::record::{Record, RecordId};
use crate::domain::register::{Register, Written};
use crate::domain::text::Text;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::kept::{Kept, Value};
use crate::program::state::model::Model;
use crate::wire::key::Key;

/// Two versions of a record with names, of which the person chooses one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoNames {
    /// Record of the names: those of a pair, or the settings with the own name.
    pub id: RecordId,
    /// Names in which the shown version differs, and those of the other one.
    pub names: [Vec<Text>; 2],
}

/// Returns the record with its two versions if their names differ; `None` if there is nothing to choose.
#[must_use]
pub fn two_names(model: &Model, id: RecordId) -> Option<TwoNames> {
    let register = register(model, id)?;
    let shown = register.content()?;
    register
        .others()
        .iter()
        .find_map(|other| differing(shown, content(&other.written)?).map(|names| TwoNames { id, names }))
}

fn register(model: &Model, id: RecordId) -> Option<&Register<Record>> {
    model.kept.get(&Key::Record(id)).map(Kept::value).and_then(Value::register)
}

fn content(written: &Written<Record>) -> Option<&Record> {
    match written {
        Written::Content(record) => Some(record),
        Written::Deleted(_) => None,
    }
}

/// Returns the names in which two versions differ; `None` if none do. A name that is missing differs from none.
fn differing(shown: &Record, other: &Record) -> Option<[Vec<Text>; 2]> {
    let names = |record: &Record| match record {
        Record::Pair(Pair { manager, seller }) => vec![Some(seller.clone()), manager.clone()],
        Record::Settings(settings) => vec![settings.own_name.clone()],
        _ => Vec::new(),
    };
    let (mut mine, mut theirs) = (Vec::new(), Vec::new());
    for (one, two) in names(shown).into_iter().zip(names(other)) {
        if let (Some(one), Some(two)) = (one, two)
            && one != two
        {
            mine.push(one);
            theirs.push(two);
        }
    }
    (!mine.is_empty()).then_some([mine, theirs])
}

/// Keeps the names of the shown version for 0, else those of the other one. All else of the shown version stays.
pub(super) fn choose(model: &mut Model, id: RecordId, choice: usize, effects: &mut Vec<Effect>) {
    let writer = model.writer;
    let Some(register) = register(model, id) else { return };
    let Some(shown) = register.content() else { return };
    let is_other = |record: &Record| differing(shown, record).is_some();
    let place = register.others().iter().position(|other| content(&other.written).is_some_and(is_other));
    let Some((place, other)) =
        place.and_then(|place| Some((place, content(&register.others().get(place)?.written)?)))
    else {
        return;
    };
    let (kept, left) = if choice == 0 { (shown, other) } else { (other, shown) };
    let names = match (kept, left, shown) {
        (Record::Pair(kept), Record::Pair(left), _) => {
            let manager = kept.manager.clone().or_else(|| left.manager.clone());
            Record::Pair(Pair { manager, ..kept.clone() })
        }
        // All else that the two chose stays.
        (Record::Settings(kept), Record::Settings(left), _) => Record::Settings(kept.with(left)),
        _ => return,
    };
    let chosen = register.chosen(writer, place, Written::Content(names));
    if let Some(kept) = model.kept.get_mut(&Key::Record(id)) {
        kept.set(Value::Record(chosen));
        move_focus(effects, Focus::Heading);
    }
}
