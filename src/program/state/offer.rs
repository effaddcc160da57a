//! The state of the proposal that stands at a change of item.

/// The shown part of the proposal at a change of item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// The way that is proposed first is shown.
    First,
    /// All ways are shown.
    All,
}
