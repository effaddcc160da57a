//! Numbers of requests to the browser, by which a late answer is told from the awaited one.

/// The number of a request to the browser, such as to copy, or of a file that the person chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct RequestId(pub u32);

/// The source of request numbers, which counts up from the last one given.
#[derive(Clone, Debug, Default)]
pub struct Requests {
    last: RequestId,
}

impl Requests {
    /// Returns a number that no earlier request has.
    pub fn begin(&mut self) -> RequestId {
        self.last = RequestId(self.last.0.wrapping_add(1));
        self.last
    }
}
