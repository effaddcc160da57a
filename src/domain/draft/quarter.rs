//! The form in which a manager books a quarter, as typed.

use crate::domain::id::PairId;
use crate::domain::time::LocalDateTime;

/// Upper bound on the hours of the week in the form.
pub const DRAFT_HOURS: usize = 40;

/// Upper bound on the entries of any other list in the form.
pub const DRAFT_ENTRIES: usize = 2_000;

/// The fields of the form in which a manager books a quarter, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuarterDraft {
    /// Names of further sellers, one on each line or separated by commas.
    pub names: String,
    /// Pairs of the known sellers for whom nothing is booked.
    pub left_out: Vec<PairId>,
    /// Pairs of the known sellers whose dates ahead the booking replaces; those of the others stay.
    pub replaced: Vec<PairId>,
    /// Hours of the week that the manager keeps for coaching.
    pub hours: Vec<HourDraft>,
    /// Number of weeks from one session of a seller to the next.
    pub every: String,
    /// Length of each session in minutes.
    pub minutes: String,
    /// Ids of the coaching types that take turns.
    pub types: Vec<String>,
    /// First date on which a session may be booked, `YYYY-MM-DD` once complete.
    pub first: String,
    /// Last date on which a session may be booked, `YYYY-MM-DD` once complete.
    pub last: String,
    /// Dates on which nothing is booked, one or a span of them on each line.
    pub avoid: String,
    /// Days of the week on which the manager does not work, from Monday as 0.
    pub rest_days: Vec<u8>,
    /// Days of the week on which a seller does not work, each with the seller's key.
    pub seller_off: Vec<(String, u8)>,
    /// Dates that the manager moved or left out.
    pub moves: Vec<MoveDraft>,
}

/// An hour of the week in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HourDraft {
    /// Day of the week, from Monday as 0.
    pub weekday: u8,
    /// Time of day at which the session begins, `HH:MM` once complete.
    pub time: String,
}

/// A date that the manager moved or left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MoveDraft {
    /// Key of the seller: the id of the pair, or a plus sign and the typed name.
    pub seller: String,
    /// Date and time of the seller's turn.
    pub turn: LocalDateTime,
    /// Date to which the session is moved, `YYYY-MM-DD` once complete.
    pub date: String,
    /// Time of day to which the session is moved, `HH:MM` once complete.
    pub time: String,
    /// True if the session is left out.
    pub is_left_out: bool,
}

impl MoveDraft {
    /// Returns true if this is the move of the turn of the seller with this key: a turn stays the same as long as it stays in
    /// its week, whatever its day and hour.
    #[must_use]
    pub fn is_of(&self, key: &str, turn: LocalDateTime) -> bool {
        let day = turn.days_after(self.turn).saturating_add(self.turn.days_since_monday());
        self.seller == key && (0..7).contains(&day)
    }

    /// Returns true if the person typed no other date or time than that of the turn.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.date == self.turn.date_field() && self.time == self.turn.time_field()
    }
}

/// Returns the names in a typed list, without the addresses and list marks that a pasted list brings along; an empty line is
/// an empty name.
fn names(typed: &str) -> impl Iterator<Item = &str> {
    typed.split(['\n', ',', ';', '\t']).map(|name| {
        let name = name.split('<').next().unwrap_or_default();
        name.trim_matches(|mark: char| mark.is_whitespace() || "-*\u{2022}\"".contains(mark))
    })
}

/// Returns the key of a seller with this typed name.
#[must_use]
pub fn key_of(typed: &str) -> String {
    format!("+{typed}")
}

impl QuarterDraft {
    /// Returns the typed names, without the addresses and list marks that a pasted list brings along.
    pub fn typed_names(&self) -> impl Iterator<Item = &str> {
        names(&self.names).filter(|name| !name.is_empty())
    }

    /// Replaces the typed names. If only one of them differs, it is the same seller, whose moves and days off stay.
    pub fn retype_names(&mut self, typed: String) {
        let renamed: Option<(String, String)> = {
            let (before, after): (Vec<&str>, Vec<&str>) =
                (names(&self.names).collect(), names(&typed).collect());
            let mut pairs = before.iter().zip(&after).filter(|(one, other)| one != other);
            let renamed =
                pairs.next().filter(|(one, _)| before.iter().filter(|name| name == one).count() == 1);
            let is_one = before.len() == after.len() && pairs.next().is_none();
            renamed.filter(|_| is_one).map(|(one, other)| (key_of(one), key_of(other)))
        };
        self.names = typed;
        if let Some((before, after)) = renamed {
            let moves = self.moves.iter_mut().map(|moved| &mut moved.seller);
            let keys = moves.chain(self.seller_off.iter_mut().map(|(key, _)| key));
            keys.filter(|key| **key == before).for_each(|key| key.clone_from(&after));
        }
    }

    /// Returns the typed texts of the form that have no default.
    #[must_use]
    pub fn texts(&self) -> [&str; 4] {
        [&self.names, &self.avoid, &self.first, &self.last]
    }
}
