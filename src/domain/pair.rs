//! A pair: one manager and one seller over time.

use super::text::Text;

/// The names of a pair: one manager and one seller who hold sessions over time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// Manager's name; `None` until somebody typed it or a link brought it.
    pub manager: Option<Text>,
    /// Seller's name, as the manager typed it, or the seller in a request for a session.
    pub seller: Text,
}
