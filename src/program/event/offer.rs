//! Presses on the proposal that stands at a change of item.

/// The meaning of a button of the proposal at a change of item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferPress {
    /// The manager took the way with this number; the one that is proposed first has 0.
    Taken(u8),
    /// The manager leaves the minutes as they are.
    Declined,
    /// The manager showed or hid the other ways.
    OthersToggled,
}
