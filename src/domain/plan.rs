//! The plan of a session: everything that the manager decides before it begins.

use super::agenda::Agenda;
use super::checksum::CRC_32;
use super::coaching_type::TypeLabel;
use super::phrase::Wording;
use super::text::Text;
use super::time::{Minutes, Schedule};

/// What the manager decides before the session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Plan {
    /// The coaching type.
    pub coaching_type: TypeLabel,
    /// When it begins.
    pub schedule: Schedule,
    /// How long it is booked for: 20 to 90 minutes. The agenda may differ and says so.
    pub minutes: Minutes,
    /// A room, or the link of a meeting.
    pub place: Option<Text>,
    /// What happens in it.
    pub agenda: Agenda,
}

impl Plan {
    /// Returns a number that tells this plan from others: readiness is said for one plan. The number is
    /// the CRC-32 of the text below, so it is the same on every device and in every release.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        let local = self.schedule.local;
        let mut written = format!(
            "{}\n{}\n{}\n{}\n{}\n{}",
            self.coaching_type.id.as_str(),
            local.date_field(),
            local.time_field(),
            self.schedule.zone.name(),
            self.minutes.0,
            self.place.as_ref().map_or("", Text::as_str),
        );
        for item in self.agenda.items() {
            let title = match &item.title {
                Wording::BuiltIn(phrase) => phrase.key(),
                Wording::Own(text) => text.as_str(),
            };
            written.push_str(&format!("\n{title}\n{}", item.minutes.0));
        }
        CRC_32.checksum(written.as_bytes()).into()
    }
}
