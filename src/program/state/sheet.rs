//! The state of a sheet, which dies with the screen.

use super::complaint::Complaint;
use super::field::Field;

/// The state of a sheet: of a preparation, of the answers at the close, or of the page of private words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetState {
    /// Complaints about the fields of the sheet, in the order of the fields.
    pub complaints: Vec<(Field, Complaint)>,
    /// True from a reload on until the party confirms to hold the device, which somebody else may hold by
    /// then.
    pub is_covered: bool,
    /// True while both may look at the sheet, which shows no text for one party alone: the session has begun.
    pub is_shared: bool,
    /// True if both look at the preparation, since it was opened while the session ran.
    pub is_agreed: bool,
    /// True while the party chooses the lines of the mindset checklist.
    pub edits_checklist: bool,
}
