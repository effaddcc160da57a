//! State that only a frame has: questions of the page around the frame, and the file that the frame offered. None of it is
//! stored.

use super::request::RequestId;

/// The state that only a frame has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// Question that covers the screen; `None` if none does.
    pub question: Option<Question>,
    /// Call that waits for the stored records, with the origin of its page; `None` if none does.
    pub reading: Option<(RequestId, String)>,
    /// Wishes that the person declined since the start.
    pub declined: Vec<Wish>,
    /// File that the frame offered last; `None` before, and once the person has it or does without.
    pub file: Option<FrameFile>,
}

/// A file that the frame offered, and perhaps cannot save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameFile {
    /// Content of the file.
    pub text: String,
    /// Progress of copying the content.
    pub copying: Copying,
}

/// The progress of copying the content of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copying {
    /// The person has not tried.
    Untried,
    /// The browser is asked. Holds the number of the request.
    Asked(RequestId),
    /// The content is on the clipboard.
    Done,
    /// The browser refused.
    Refused,
}

/// A question of the page around the frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Number of the call that the answer is for.
    pub request: RequestId,
    /// Origin of the page, such as `https://intranet.example`.
    pub origin: String,
    /// Wish of the page.
    pub wish: Wish,
    /// Text that the page gets if the person agrees; empty for a deletion.
    pub text: String,
}

/// A wish of the page around the frame that the person is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The page asks for the link of the session on the screen.
    Link,
    /// The page asks for the calendar entry of the session on the screen.
    Calendar,
    /// The page asks for the summary of the session on the screen.
    Summary,
    /// The page asks for all data.
    Export,
    /// The page asks to remove all data.
    Delete,
}
