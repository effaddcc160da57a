//! The messages of the clock of a running session: a part of the table in `message.rs`.

/// Passes a table on to the macro `$next`, with the messages of the clock at its end.
macro_rules! with_clock {
    ($next:ident $($table:ident)+ { $($others:tt)* }) => {
        $next! { $($table)+ {
            $($others)*

            // What the clock says.
            ToldStarts { title: Own, minutes: Minutes },
            ToldNears { title: Own, minutes: Number }, ToldUp { title: Own }, ToldUpLast { title: Own },
            ToldOver { title: Own, minutes: Number },

            TimeClosing, MoreOrOn, MoreOrEnd, RailTimes { from: Said, to: Said },
            RailTimesCurrent { from: Said, to: Said }, RailTimesComing { from: Said, to: Said },

            // Undoing a change of the clock.
            ClockUndoStart, ClockUndoMove, ClockUndoSkip, ClockUndoExtend { minutes: Minutes }, ClockUndoShorten,
            ClockUndoDrop, ClockUndoPause, ClockUndoResume, ClockUndoEnd, ClockUndoAnswer,

            // Corrections, and the reason of a pause.
            CorrectClock, BeganAgo { minutes: Minutes }, EndedAgo { minutes: Minutes }, ClockUndoBegan, ClockUndoReason,
            Interrupted, HeldInterrupted, PauseWhy, PauseCall, PauseVisitor, PauseBreak, PauseLine,

            // The proposal at a change of item.
            OfferBehind { minutes: Number, way: Said }, OfferAhead { minutes: Number, way: Said },
            OfferWay { changes: Said, time: Said }, OfferWithout { title: Own, time: Said },
            OfferChange { title: Own, from: Minutes, to: Minutes },
            OfferChangeSpoken { title: Own, from: Minutes, to: Minutes },
            OfferFinish { time: Said }, OfferOthers, OfferFewer,
        } }
    };
}

pub(super) use with_clock;
