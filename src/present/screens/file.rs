//! The contents of an opened file, grouped by their fate, before anything is taken in.

use crate::domain::half::ManagerHalf;
use crate::domain::id::PairId;
use crate::domain::party::Party;
use crate::domain::record::{Record, RecordId, Settings};
use crate::domain::session::Session;
use crate::domain::time::{Instant, LocalDateTime};
use crate::present::parts::action::Action;
use crate::program::event::Press;
use crate::program::state::incoming::{Fault, Incoming, LeftOut, NotBackup};
use crate::program::state::model::Model;
use crate::program::update::incoming::{Stand, changes, session_of, stand, strangers};
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// An opened file.
#[derive(Clone, Debug, PartialEq)]
pub struct FileView {
    /// The heading.
    pub heading: Words,
    /// The explanation of the file as a whole.
    pub lead: Words,
    /// The contents, grouped by fate.
    pub groups: Vec<FileGroup>,
    /// The actions that take the file in; empty if it holds nothing new. A file of two strangers has an
    /// action for each of the two.
    pub take: Vec<Action>,
    /// The action that closes the file.
    pub leave: Action,
}

/// Contents that share a fate.
#[derive(Clone, Debug, PartialEq)]
pub struct FileGroup {
    /// The fate, and the number of records.
    pub heading: Words,
    /// The rows: a name, and a date or a description.
    pub rows: Vec<(Words, Words)>,
}

/// The fates of records in a file, in the order of the screen.
const STANDS: [(Stand, Message<'static>); 8] = [
    (Stand::LeftOut, Message::FileLeftOut),
    (Stand::Both, Message::FileBoth),
    (Stand::Deleted, Message::FileDeleted),
    (Stand::Changed, Message::FileChanged),
    (Stand::New, Message::FileNew),
    (Stand::Name, Message::FileNames),
    (Stand::Private, Message::FilePrivate),
    (Stand::Same, Message::FileSame),
];

/// Upper bound on the rows of a group. Further records are counted only: drawing ten thousand rows takes
/// long.
const ROWS: usize = 50;

/// The records of one fate: their number, and the rows that are shown.
#[derive(Default)]
struct Told {
    count: usize,
    rows: Vec<(Words, Words)>,
}

/// Returns the view of the opened file.
pub(crate) fn file(
    model: &Model,
    file: Result<&Incoming, NotBackup>,
    now: Instant,
    env: &Env<'_>,
) -> FileView {
    let all = file.map(|file| all(model, file, now, env)).unwrap_or_default();
    let changes = |(stand, _): &(Stand, Message<'_>)| !matches!(stand, Stand::Same | Stand::LeftOut);
    let takes = STANDS.iter().zip(&all).any(|(stand, told)| changes(stand) && told.count > 0);
    let (heading, lead) = match file {
        Err(NotBackup::TooLarge) => (Message::FileRefused, Message::FileTooLarge),
        Err(NotBackup::Newer) => (Message::FileRefused, Message::FileNewer),
        Err(NotBackup::Foreign) => (Message::FileRefused, Message::FileForeign),
        Ok(_) if takes => (Message::FileHeading, Message::FileLead),
        Ok(file) if file.values.is_empty() && !file.left_out.is_empty() => {
            (Message::FileHeading, Message::FileUnreadable)
        }
        Ok(_) => (Message::FileHeading, Message::FileNothingNew),
    };
    let leave = if takes { Message::FileLeave } else { Message::BackHome };
    let mut groups = Vec::new();
    for ((_, heading), Told { count, mut rows }) in STANDS.iter().zip(all) {
        if count > rows.len() {
            let more = Message::FileMore { count: count - rows.len() };
            rows.push((env.say(&more), Words::default()));
        }
        if count > 0 {
            let heading = Message::FileGroup { heading: &env.say(heading), count };
            groups.push(FileGroup { heading: env.say(&heading), rows });
        }
    }
    let mut take = Vec::new();
    match file.ok().and_then(|file| strangers(file, model)) {
        _ if !takes => {}
        Some((_, two)) => {
            let manager = two.manager.as_ref().map(|name| name.as_str().into());
            let manager = manager.unwrap_or_else(|| env.say(&Message::ManagerUnknown));
            for (party, name) in [(Party::Seller, two.seller.as_str()), (Party::Manager, &*manager)] {
                take.push(Action::new(env, &Message::FileTakeAs { name }, Press::FileTaken(party)));
            }
        }
        None => take.push(Action::new(env, &Message::FileTake, Press::FileTaken(Party::Manager))),
    }
    FileView {
        heading: env.say(&heading),
        lead: env.say(&lead),
        groups,
        take,
        leave: Action::new(env, &leave, Press::HomeOpened),
    }
}

fn all(model: &Model, file: &Incoming, now: Instant, env: &Env<'_>) -> [Told; STANDS.len()] {
    let here = env.local(now, &model.zone);
    let mut all: [Told; STANDS.len()] = Default::default();
    // The pairs with a session in the file that is not stored here, sorted.
    let mut brought: Vec<PairId> = Vec::new();
    for session in file.sessions() {
        if let (None, Err(place)) = (model.known(session.id), brought.binary_search(&session.pair)) {
            brought.insert(place, session.pair);
        }
        if let Some(rows) = room(&mut all, stand(model, session)) {
            rows.push(told(model, file, Some(session), here, env));
        }
    }
    for (id, record) in file.records().filter(|(id, record)| changes(model, *id, record)) {
        let stand = match id {
            // The name of a new session stands in the session's row.
            RecordId::Pair(id) if model.pair(id).is_none() && brought.binary_search(&id).is_ok() => continue,
            // The side of this person comes along with the session and has no row.
            RecordId::Side(_) => continue,
            RecordId::Private(..) if record.content().is_some() => Stand::Private,
            _ => Stand::Name,
        };
        let Some(rows) = room(&mut all, stand) else { continue };
        let (who, what) = match (id, record.content()) {
            (RecordId::Pair(id), Some(Record::Pair(pair))) => {
                let known = model.pair(id).map(|known| known.seller.as_str());
                (pair.seller.as_str().into(), Message::FileNameHere { name: known })
            }
            (RecordId::Same(id), same) => {
                let name = seller(model, file, id, env);
                let told = match same {
                    Some(_) => Message::SameJoined { name: &name },
                    None => Message::SamePair { name: &name },
                };
                let told = env.say(&told);
                rows.push((name, told));
                continue;
            }
            // Private contents are mentioned and never shown.
            (RecordId::Private(id, _), Some(_)) => {
                let of = file.session(id).or_else(|| model.known(id));
                rows.push(told(model, file, of, here, env));
                continue;
            }
            (_, Some(Record::Settings(Settings { own_name: Some(name) }))) => {
                (name.as_str().into(), Message::FileNameOwn)
            }
            _ => (env.say(&Message::SellerUnknown), Message::FileContentGone),
        };
        rows.push((who, env.say(&what)));
    }
    for left_out in &file.left_out {
        let Some(rows) = room(&mut all, Stand::LeftOut) else { continue };
        rows.push(match left_out {
            LeftOut::Record(name, fault) => {
                let mut record = env.say(&Message::FileRecord { name });
                // A session that is stored here is described by its seller and date.
                if let Some(known) = session_of(name).and_then(|id| model.session(id)) {
                    let (label, words) = &told(model, file, Some(known), here, env);
                    record = env.say(&Message::Labelled { label, words });
                }
                (record, why(*fault, env))
            }
            LeftOut::Line(number, fault) => {
                (env.say(&Message::FileLine { number: *number }), why(*fault, env))
            }
            LeftOut::End => (env.say(&Message::FileEnd), env.say(&Message::FaultMissing)),
        });
    }
    all
}

/// Returns the reason why a part of the file is left out.
fn why(fault: Fault, env: &Env<'_>) -> Words {
    env.say(&match fault {
        Fault::Damaged => Message::FaultDamaged,
        Fault::TooLarge => Message::FaultTooLarge,
        Fault::Newer => Message::FaultNewer,
        Fault::Blocked => Message::FaultBlocked,
    })
}

/// Counts a record of that fate. Returns the rows to add it to, or `None` if the group is full.
fn room(all: &mut [Told], stand: Stand) -> Option<&mut Vec<(Words, Words)>> {
    let place = STANDS.iter().position(|(of, _)| *of == stand)?;
    let told = all.get_mut(place)?;
    told.count = told.count.saturating_add(1);
    (told.rows.len() < ROWS).then_some(&mut told.rows)
}

/// Returns the seller and the date of a session.
fn told(
    model: &Model,
    file: &Incoming,
    session: Option<&Session>,
    here: Option<LocalDateTime>,
    env: &Env<'_>,
) -> (Words, Words) {
    let half = session.and_then(|session| half(model, session));
    let when = half.map(|half| when(model, half, here, env));
    let who = session.map(|session| seller(model, file, session.pair, env));
    (
        who.unwrap_or_else(|| env.say(&Message::SellerUnknown)),
        when.unwrap_or_else(|| env.say(&Message::FileContentGone)),
    )
}

/// Returns the manager's half from the file, or from the local record.
fn half<'a>(model: &'a Model, session: &'a Session) -> Option<&'a ManagerHalf> {
    session.manager_half().or_else(|| model.half(session.id))
}

fn when(model: &Model, half: &ManagerHalf, here: Option<LocalDateTime>, env: &Env<'_>) -> Words {
    env.begins(&half.plan.schedule, &model.zone, here, Names::Short)
}

/// Returns the seller's name from the local record, or from the file.
fn seller(model: &Model, file: &Incoming, id: PairId, env: &Env<'_>) -> Words {
    let pair = model.pair(id).or_else(|| file.pair(id));
    pair.map_or_else(|| env.say(&Message::SellerUnknown), |pair| pair.seller.as_str().into())
}
