//! A pair: one manager and one seller over time.

use super::text::Text;

/// One manager and one seller over time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// The manager's name, if known.
    pub manager: Option<Text>,
    /// The seller's name.
    pub seller: Text,
}
