//! The messages of the page in a frame: a part of the table in `message.rs`.

/// Passes a table on to the macro `$next`, with the messages of a frame at its end.
macro_rules! with_frame {
    ($next:ident $($table:ident)+ { $($others:tt)* }) => {
        $next! { $($table)+ {
            $($others)*

            // The page in a frame.
            AskedBy { page: Own },
            AskedLink, AskedCalendar, AskedSummary, AskedExport, AskedDelete, AskedText, AskedGive, AskedDeleteAll,
            AskedDecline, FullPage, FullPageWith, FrameApart, FrameFile, FrameFileCopied, FrameFileRefused,
            FrameFileCopy, StorageDeniedFrame,
        } }
    };
}

pub(super) use with_frame;
