//! A pair: one manager and one seller over time.

use super::id::PairId;
use super::text::Text;

/// Id of the pair of the sample sessions, which nobody holds. Random ids are never this one but by a chance of one in
/// 18 quintillion.
pub const SAMPLE: PairId = PairId(0x5a3b_1e00_5a3b_1e00);

/// The names of a pair: one manager and one seller who hold sessions over time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// Manager's name; `None` until somebody typed it or a link brought it.
    pub manager: Option<Text>,
    /// Seller's name, as the manager typed it, or the seller in a request for a session.
    pub seller: Text,
}
