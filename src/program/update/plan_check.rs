//! The check of the form that plans a session: typed texts become values, or complaints.
//!
//! Never changes anything.

use super::complaint::checked_text;
use crate::domain::draft::PlanDraft;
use crate::domain::limits::Limits;
use crate::domain::text::Text;
use crate::domain::time::{LocalDateTime, Minutes};
use crate::program::state::complaint::Complaint;
use crate::program::state::field::{Field, FormField};
use crate::program::state::screen::Complaints;

/// The checked values of the form.
pub(super) struct Checked {
    /// Name of the seller.
    pub(super) seller: Text,
    /// Planned start in the time zone of this device.
    pub(super) local: LocalDateTime,
    /// Booked length of the session.
    pub(super) minutes: Minutes,
    /// Room or meeting link; `None` if the manager named none.
    pub(super) place: Option<Text>,
    /// Manager's own name; `None` if the manager named none.
    pub(super) own_name: Option<Text>,
}

/// Checks the form.
///
/// # Errors
/// The complaints, in the order of the fields.
pub(super) fn check(draft: &PlanDraft, limits: &Limits) -> Result<Checked, Complaints> {
    let mut complaints = Vec::new();
    let seller =
        checked_text(Field::Form(FormField::Seller), Text::parse(&draft.seller).map(Some), &mut complaints);
    // A date is checked with a valid time, and a time with a valid date.
    if LocalDateTime::parse(&draft.date, "00:00").is_none() {
        complaints.push((Field::Form(FormField::Date), Complaint::NoDate));
    }
    if LocalDateTime::parse("2000-01-01", &draft.time).is_none() {
        complaints.push((Field::Form(FormField::Time), Complaint::NoTime));
    }
    let local = LocalDateTime::parse(&draft.date, &draft.time);
    let minutes = session_minutes(&draft.minutes, limits);
    if minutes.is_none() {
        complaints.push((Field::Form(FormField::Minutes), Complaint::SessionMinutes));
    }
    let place = checked_text(Field::Form(FormField::Place), Text::optional(&draft.place), &mut complaints);
    let own_name =
        checked_text(Field::Form(FormField::OwnName), Text::optional(&draft.own_name), &mut complaints);
    match (seller, local, minutes) {
        (Some(seller), Some(local), Some(minutes)) if complaints.is_empty() => {
            Ok(Checked { seller, local, minutes, place, own_name })
        }
        _ => Err(complaints),
    }
}

/// Reads the typed length of a session; `None` for anything but a whole number within the limits.
pub(super) fn session_minutes(typed: &str, limits: &Limits) -> Option<Minutes> {
    Minutes::parse(typed).filter(|minutes| limits.allow(*minutes))
}
