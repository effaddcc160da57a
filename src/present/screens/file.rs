//! The contents of an opened file, grouped by the effect of their import, before anything is imported.

use crate::domain::draft::{Draft, Purpose};
use crate::domain::half::ManagerHalf;
use crate::domain::id::PairId;
use crate::domain::pair::Pair;
use crate::domain::party::Party;
use crate::domain::record::{Record, RecordId, Settings};
use crate::domain::session::Session;
use crate::domain::time::{Instant, LocalDateTime};
use crate::outgoing::start::start;
use crate::present::parts::action::{Action, Choice};
use crate::present::parts::changed::changed_parts;
use crate::present::parts::notice::{LEFT_SHOWN, shortened};
use crate::program::event::Press;
use crate::program::state::incoming::{Fault, Incoming, LeftOut, NotBackup};
use crate::program::state::model::Model;
use crate::program::update::incoming::{
    Stand, changes, has_older, is_for_here, is_own_private, session_of, stand, strangers,
};
use crate::program::update::left::reader_of;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// An opened file, or a file that cannot be opened.
#[derive(Clone, Debug, PartialEq)]
pub struct FileView {
    /// Heading of the screen.
    pub heading: Words,
    /// Explanation of the file as a whole, such as the reason why it cannot be opened.
    pub lead: Words,
    /// Records of the file, grouped by the effect of their import; empty if there are none, or the file
    /// cannot be opened.
    pub groups: Vec<FileGroup>,
    /// Buttons that import the file; empty if it holds nothing new. A file of one pair that is unknown here
    /// has a button for each of the two people, by which the person says who they are; any other file has
    /// one.
    pub take: Vec<Action>,
    /// Button that closes the file without importing it.
    pub leave: Action,
}

/// Records of a file whose import has the same effect, such as "New here".
#[derive(Clone, Debug, PartialEq)]
pub struct FileGroup {
    /// Effect of the import in words, and the number of records.
    pub heading: Words,
    /// Rows of the group, at most 50, and one more that counts the other records.
    pub rows: Vec<FileRow>,
}

/// A record of a file as a row.
#[derive(Clone, Debug, PartialEq)]
pub struct FileRow {
    /// Name of the seller; of a record without a seller, the name of the record; in the last row of a full
    /// group, the number of further records.
    pub who: Words,
    /// Date of the session, also for a party's private content; of any other record, the effect of its import
    /// or the reason why it stays out; empty in the row that counts.
    pub what: Words,
    /// Parts of a session that differ from the local ones, with the party that wrote them; a line for each
    /// party.
    pub changes: Vec<Words>,
    /// Box that keeps the older content of the session beside the local one; `None` for any other record.
    pub keep: Option<Choice>,
}

impl FileRow {
    fn new(who: Words, what: Words) -> Self {
        Self { who, what, changes: Vec::new(), keep: None }
    }
}

/// Effects that the import of a record can have, in the order of the screen, with the heading of each.
const STANDS: [(Stand, Message<'static>); 11] = [
    (Stand::LeftOut, Message::FileLeftOut),
    (Stand::Own, Message::FileOwn),
    (Stand::Both, Message::FileBoth),
    (Stand::Deleted, Message::FileDeleted),
    (Stand::Changed, Message::FileChanged),
    (Stand::Older, Message::FileOlder),
    (Stand::New, Message::FileNew),
    (Stand::Name, Message::FileNames),
    (Stand::Private, Message::FilePrivate),
    (Stand::Draft, Message::FileDrafts),
    (Stand::Same, Message::FileSame),
];

/// Upper bound on the rows of a group. Further records are only counted, since drawing ten thousand rows
/// takes long.
const ROWS: usize = 50;

/// Returns true if the record holds the names that are known here.
fn is_same(record: Option<&Record>, known: Option<&Pair>) -> bool {
    matches!((record, known), (Some(Record::Pair(theirs)), Some(known)) if theirs == known)
}

/// Records whose import has the same effect: their number, and the rows that are shown.
#[derive(Default)]
struct Fate {
    count: usize,
    rows: Vec<FileRow>,
}

/// An opened file with all that its screen needs to describe it.
struct FileContext<'a> {
    model: &'a Model,
    file: &'a Incoming,
    env: &'a Env<'a>,
    /// The local time of this device; `None` outside the range of the calendar.
    now: Option<LocalDateTime>,
}

/// Returns the view of the opened file, or of the file that cannot be opened.
pub(crate) fn file(
    model: &Model,
    file: Result<&Incoming, NotBackup>,
    now: Instant,
    env: &Env<'_>,
) -> FileView {
    let now = env.local(now, &model.zone);
    let context = file.ok().map(|file| FileContext { model, file, env, now });
    let fates = context.as_ref().map(FileContext::fates).unwrap_or_default();
    let holds = |of: &dyn Fn(Stand) -> bool| {
        STANDS.iter().zip(&fates).any(|((stand, _), fate)| of(*stand) && fate.count > 0)
    };
    let is_chosen = file.is_ok_and(|file| !file.chosen.is_empty());
    let is_new = is_chosen || holds(&|stand| !matches!(stand, Stand::Same | Stand::Older | Stand::LeftOut));
    let is_own = holds(&|stand| stand == Stand::Own);
    let is_older = holds(&|stand| stand == Stand::Older);
    let (heading, lead) = match file {
        Err(NotBackup::TooLarge) => (Message::FileRefused, Message::FileTooLarge),
        Err(NotBackup::Newer) => (Message::FileRefused, Message::FileNewer),
        Err(NotBackup::Foreign) => (Message::FileRefused, Message::FileForeign),
        Ok(_) if is_own => (Message::FileHeading, Message::FileOwnLead),
        Ok(_) if is_new => (Message::FileHeading, Message::FileLead),
        Ok(_) if is_older => (Message::FileHeading, Message::FileOlderLead),
        Ok(file) if file.values.is_empty() && !file.left_out.is_empty() => {
            (Message::FileHeading, Message::FileUnreadable)
        }
        Ok(_) => (Message::FileHeading, Message::FileNothingNew),
    };
    let leave = if is_new { Message::FileLeave } else { Message::BackHome };
    FileView {
        heading: env.say(&heading),
        lead: env.say(&lead),
        groups: groups(fates, env),
        take: context.filter(|_| is_new).map(|context| context.take(is_own)).unwrap_or_default(),
        leave: Action::new(env, &leave, Press::HomeOpened),
    }
}

/// Returns the groups that are not empty, each with a last row that counts the records without a row.
fn groups(fates: [Fate; STANDS.len()], env: &Env<'_>) -> Vec<FileGroup> {
    let mut groups = Vec::new();
    for ((_, heading), Fate { count, mut rows }) in STANDS.iter().zip(fates) {
        if count > rows.len() {
            let more = Message::FileMore { count: count - rows.len() };
            rows.push(FileRow::new(env.say(&more), Words::default()));
        }
        if count > 0 {
            let heading = Message::FileGroup { heading: &env.say(heading), count };
            groups.push(FileGroup { heading: env.say(&heading), rows });
        }
    }
    groups
}

/// Counts a record whose import has the effect `stand`. Returns the rows to add it to; `None` if the group is
/// full.
fn room(fates: &mut [Fate], stand: Stand) -> Option<&mut Vec<FileRow>> {
    let place = STANDS.iter().position(|(of, _)| *of == stand)?;
    let fate = fates.get_mut(place)?;
    fate.count = fate.count.saturating_add(1);
    (fate.rows.len() < ROWS).then_some(&mut fate.rows)
}

impl FileContext<'_> {
    /// Returns the buttons that import the file: one, or one for each of the two people of a pair that is
    /// unknown here. If the file changes what the person wrote, the button states that they wrote it.
    fn take(&self, is_own: bool) -> Vec<Action> {
        let env = self.env;
        let Some((_, two)) = strangers(self.file, self.model) else {
            let label = if is_own { Message::LinkOwnTake } else { Message::FileTake };
            return vec![Action::new(env, &label, Press::FileTaken(Party::Manager))];
        };
        let manager = two.manager.as_ref().map(|name| name.as_str().into());
        let manager = manager.unwrap_or_else(|| env.say(&Message::ManagerUnknown));
        let mut actions = Vec::new();
        for (party, name) in [(Party::Seller, two.seller.as_str()), (Party::Manager, &*manager)] {
            actions.push(Action::new(env, &Message::FileTakeAs { name }, Press::FileTaken(party)));
        }
        actions
    }

    /// Returns the records of the file by the effect of their import, in the order of [`STANDS`]. Names that
    /// come along with a new session, and the side of this person, have no row.
    fn fates(&self) -> [Fate; STANDS.len()] {
        let mut fates: [Fate; STANDS.len()] = Default::default();
        // The pairs with a session in the file that is not stored here, sorted.
        let mut brought: Vec<PairId> = Vec::new();
        for session in self.file.sessions() {
            if let (None, Err(place)) = (self.model.known(session.id), brought.binary_search(&session.pair)) {
                brought.insert(place, session.pair);
            }
            let has_older = has_older(self.model, self.file, session.id);
            let stand = stand(self.model, session);
            // A session that is older in one half and the same in the other is listed once.
            if let Some(rows) = Some(stand)
                .filter(|stand| !has_older || *stand != Stand::Same)
                .and_then(|stand| room(&mut fates, stand))
            {
                rows.push(self.changed_row(session));
            }
            if has_older && let Some(rows) = room(&mut fates, Stand::Older) {
                rows.push(self.older_row(session));
            }
        }
        for (id, record) in self.file.records().filter(|(id, record)| changes(self.model, *id, record)) {
            let stand = match id {
                // The name of a new session stands in the session's row.
                RecordId::Pair(id) if self.model.pair(id).is_none() && brought.binary_search(&id).is_ok() => {
                    continue;
                }
                // Names that are the same here are no news.
                RecordId::Pair(id) if is_same(record.content(), self.model.pair(id)) => continue,
                // The side of this person and the slot come along with the session and have no row.
                RecordId::Side(_) | RecordId::Standing(_) | RecordId::EnteredRow(_) | RecordId::Told(_) => {
                    continue;
                }
                RecordId::Private(session, party) if is_own_private(self.model, session, party) => Stand::Own,
                RecordId::Private(..) if record.content().is_some() => Stand::Private,
                _ => Stand::Name,
            };
            if let Some(rows) = room(&mut fates, stand) {
                rows.push(self.record_row(id, record.content()));
            }
        }
        for (purpose, draft) in &self.file.drafts {
            let stand =
                if is_for_here(self.model, self.file, *purpose) { Stand::Draft } else { Stand::LeftOut };
            if let Some(rows) = room(&mut fates, stand) {
                rows.push(self.draft_row(*purpose, draft, stand));
            }
        }
        for left_out in &self.file.left_out {
            if let Some(rows) = room(&mut fates, Stand::LeftOut) {
                rows.push(self.left_out_row(left_out));
            }
        }
        fates
    }

    /// Returns the row of a session, with the parts that the file would change.
    fn changed_row(&self, session: &Session) -> FileRow {
        let mine = self.model.known(session.id);
        let changes = mine.map(|mine| changed_parts(self.model, self.env, mine, session));
        FileRow { changes: changes.unwrap_or_default(), ..self.session_row(Some(session)) }
    }

    /// Returns the row of a session that is older in the file, with the box that keeps both.
    fn older_row(&self, session: &Session) -> FileRow {
        let row = self.changed_row(session);
        let name = self.env.say(&Message::Labelled { label: &row.who, words: &row.what });
        let name = Message::FileOlderKeepOf { name: &name };
        let press = Press::OlderChosen(session.id);
        let action = Action::named(self.env, &Message::FileOlderKeep, &name, press);
        let is_chosen = self.file.chosen.contains(&session.id);
        FileRow { keep: Some(Choice { action, is_chosen }), ..row }
    }

    /// Returns the row of a record that is no session, with what its import does; private content is only
    /// mentioned. `record` is `None` if the file deletes the content.
    fn record_row(&self, id: RecordId, record: Option<&Record>) -> FileRow {
        let env = self.env;
        let (who, what) = match (id, record) {
            (RecordId::Pair(id), Some(Record::Pair(pair))) => {
                let name = self.model.pair(id).map(|known| known.seller.as_str());
                (pair.seller.as_str().into(), Message::FileNameHere { name })
            }
            (RecordId::Same(id), same) => {
                let who = self.seller(id);
                let name = &*who;
                let what =
                    if same.is_some() { Message::SameJoined { name } } else { Message::SamePair { name } };
                let what = env.say(&what);
                return FileRow::new(who, what);
            }
            // Private contents are mentioned and never shown.
            (RecordId::Private(id, party), record)
                if record.is_some() || is_own_private(self.model, id, party) =>
            {
                let row = self.session_row(self.file.session(id).or_else(|| self.model.known(id)));
                let changes = is_own_private(self.model, id, party).then(|| env.say(&Message::FilePrivate));
                return FileRow { changes: changes.into_iter().collect(), ..row };
            }
            (RecordId::List(id), Some(Record::List(_))) => (self.seller(id), Message::CameUpList),
            (_, Some(Record::Settings(Settings { own_name: Some(name), .. }))) => {
                (name.as_str().into(), Message::FileNameOwn)
            }
            _ => (env.say(&Message::SellerUnknown), Message::FileContentGone),
        };
        FileRow::new(who, env.say(&what))
    }

    /// Returns the row of a half-typed text: where it was typed, and its words, unless they are for one party alone.
    fn draft_row(&self, purpose: Purpose, draft: &Draft, stand: Stand) -> FileRow {
        let env = self.env;
        let said = match (stand, reader_of(self.model, purpose, &draft.content)) {
            (Stand::LeftOut, _) => env.say(&Message::FaultUnfit),
            (_, Some(_)) => env.say(&Message::FilePrivate),
            (_, None) => {
                let text = draft.content.texts().collect::<Vec<_>>().join(" \u{b7} ");
                env.say(&Message::LeftTyped { text: &shortened(&text, LEFT_SHOWN) })
            }
        };
        let form = match purpose {
            Purpose::Plan => Message::PlanOne,
            Purpose::Request => Message::AskOne,
            Purpose::Quarter => Message::QuarterOpen,
            Purpose::OwnName => Message::OwnNameLabel,
            Purpose::Pasted => Message::PastedTitle,
            Purpose::Answer(_) => Message::FileAnswer,
            Purpose::CameUp(_) => Message::CameUp,
            _ => {
                let id = purpose.session();
                let session = id.and_then(|id| self.file.session(id).or_else(|| self.model.known(id)));
                return FileRow { changes: vec![said], ..self.session_row(session) };
            }
        };
        FileRow::new(env.say(&form), said)
    }

    /// Returns the row of a record, line or end of the file that is left out of the import.
    fn left_out_row(&self, left_out: &LeftOut) -> FileRow {
        let env = self.env;
        let (who, what) = match left_out {
            LeftOut::Record(name, fault) => {
                // A session that is stored here is described by its seller and date.
                let who = match session_of(name).and_then(|id| self.model.session(id)) {
                    Some(known) => {
                        let FileRow { who: label, what: words, .. } = &self.session_row(Some(known));
                        env.say(&Message::Labelled { label, words })
                    }
                    None => env.say(&Message::FileRecord { name }),
                };
                (who, why(*fault))
            }
            LeftOut::Line(number, fault) => (env.say(&Message::FileLine { number: *number }), why(*fault)),
            LeftOut::End => (env.say(&Message::FileEnd), Message::FaultMissing),
        };
        FileRow::new(who, env.say(&what))
    }

    /// Returns the row of a session, with its seller and date; general words for what is unknown, such as all
    /// of `None`.
    fn session_row(&self, session: Option<&Session>) -> FileRow {
        let half = session.and_then(|session| self.half(session));
        let when = |half: &ManagerHalf| start(self.env, half, &self.model.zone, self.now, Names::Short);
        let who = session.map(|session| self.seller(session.pair));
        FileRow::new(
            who.unwrap_or_else(|| self.env.say(&Message::SellerUnknown)),
            half.map_or_else(|| self.env.say(&Message::FileContentGone), when),
        )
    }

    /// Returns the manager's half from the file, or else from the local record; `None` if neither holds one.
    fn half<'a>(&'a self, session: &'a Session) -> Option<&'a ManagerHalf> {
        session.manager_half().or_else(|| self.model.half(session.id))
    }

    /// Returns the seller's name from the local record, or else from the file; a general word if neither
    /// holds one.
    fn seller(&self, id: PairId) -> Words {
        let pair = self.model.pair(id).or_else(|| self.file.pair(id));
        pair.map_or_else(|| self.env.say(&Message::SellerUnknown), |pair| pair.seller.as_str().into())
    }
}

/// Returns the reason why a part of the file cannot be imported.
fn why(fault: Fault) -> Message<'static> {
    match fault {
        Fault::Damaged => Message::FaultDamaged,
        Fault::TooLarge => Message::FaultTooLarge,
        Fault::Newer => Message::FaultNewer,
        Fault::Blocked => Message::FaultBlocked,
        Fault::Unfit => Message::FaultUnfit,
        Fault::Forged => Message::FaultForged,
    }
}
