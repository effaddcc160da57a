//! The plan of a session: everything that the manager decides before it begins.

use super::agenda::{Agenda, Role};
use super::checksum::CRC_32;
use super::coaching_type::{Catalogue, CoachingType, History, TypeLabel};
use super::text::Text;
use super::time::Minutes;
use super::zone::Schedule;

/// The plan of a session, which the manager makes before the session begins.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Plan {
    /// Id and name of the coaching type of the session.
    pub coaching_type: TypeLabel,
    /// Date, time of day and time zone at which the session is planned to begin.
    pub schedule: Schedule,
    /// Booked length of the session, 20 to 90 minutes. The agenda may add up to another length, and the
    /// screen says so.
    pub minutes: Minutes,
    /// Room or meeting link of the session; `None` if the manager named none.
    pub place: Option<Text>,
    /// Agenda of the session: its items in order, with their planned minutes.
    pub agenda: Agenda,
}

impl Plan {
    /// Returns the plan for another coaching type. An agenda that nobody edited becomes that of the type, with a look
    /// back if it had one; an edited agenda stays. `catalogue` knows the types of both. Two devices with the same plan get the same result.
    #[must_use]
    pub fn retyped(&self, template: &CoachingType, catalogue: &Catalogue) -> Self {
        let known = catalogue.find(self.coaching_type.id.as_str());
        let is_edited = !known.is_some_and(|known| known.made(&self.agenda, self.minutes));
        let looks_back = self.agenda.items().iter().any(|item| item.role == Role::LookBack);
        let history = if looks_back { History::Returning } else { History::First };
        let own = if is_edited { None } else { template.agenda(self.minutes, history).ok() };
        Self {
            coaching_type: template.label().unwrap_or_else(|| self.coaching_type.clone()),
            agenda: own.unwrap_or_else(|| self.agenda.clone()),
            ..self.clone()
        }
    }

    /// Returns a number for the content that a [`Readiness`] is about: the coaching type's id, time, length,
    /// place, and the titles and minutes of the items. The number is a CRC-32, the same on every device and
    /// in every release.
    ///
    /// [`Readiness`]: super::readiness::Readiness
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
            written.push_str(&format!("\n{}\n{}", item.title.key(), item.minutes.0));
        }
        CRC_32.checksum(written.as_bytes()).into()
    }
}
