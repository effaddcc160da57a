//! The last sending of a session from this device: the method, the instant, and the content that went out.
//!
//! Copied is not sent, and sent is not read: the screen says no more than this record knows.

use super::time::Instant;

/// The last sending of a session to the other party. It stays on the device of the sender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sent {
    /// Instant at which the browser took the message.
    pub at: Instant,
    /// Method by which the message left.
    pub by: SentBy,
    /// Fingerprint of the content that went out: see [`ManagerHalf::fingerprint`] and [`SellerHalf::fingerprint`].
    ///
    /// [`ManagerHalf::fingerprint`]: super::half::ManagerHalf::fingerprint
    /// [`SellerHalf::fingerprint`]: super::half::SellerHalf::fingerprint
    pub content: u64,
    /// True if the invitation went along with the record of an earlier session, in one message.
    pub with_record: bool,
}

/// The method by which a message left this device, as far as the browser tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SentBy {
    /// The message, the link or the text code is on the clipboard.
    Copied,
    /// The share sheet took the message.
    Shared,
    /// The mail program opened with the message.
    Mailed,
    /// A file of the session was saved.
    Saved,
    /// The QR code of the link was shown.
    Shown,
}
