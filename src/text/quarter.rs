//! The messages of booking a quarter: a part of the table in `message.rs`.

/// Passes a table on to the macro `$next`, with the messages of booking a quarter at its end.
macro_rules! with_quarter {
    ($next:ident $table:ident { $($others:tt)* }) => {
        $next! { $table {
            $($others)*

            // Booking a quarter.
            QuarterOpen, QuarterHeading, QuarterLead, QuarterWho, QuarterNames, QuarterNamesMore, QuarterNamesHint,
            QuarterHours, QuarterDay { number: Count }, QuarterTime { number: Count }, QuarterHourAdd,
            QuarterFill { count: Count }, QuarterHourRemove { number: Count }, QuarterEvery, QuarterWeekly, QuarterTwoWeeks,
            QuarterFourWeeks, QuarterWhen, QuarterFirst, QuarterLast, QuarterAvoid, QuarterAvoidHint, QuarterTypes,
            QuarterWorking, QuarterOff { seller: Name }, QuarterDates, QuarterWeek { day: Said },
            QuarterRow { when: Said, seller: Name, coaching_type: Within },
            QuarterRowMoved { when: Said, seller: Name, coaching_type: Within, day: Said }, QuarterMove, QuarterMoveDone,
            QuarterMoveDate, QuarterMoveTime, QuarterLeaveOut, QuarterPutBack, QuarterLeftOut,
            QuarterUnplaced { seller: Name, day: Said }, QuarterBook { count: Count }, QuarterNoSeller, QuarterTooShort,
            QuarterTooLong, QuarterNoWorkingDay, QuarterTooMany { sellers: Count, fit: Count }, QuarterNoDates,
            QuarterWrongDate, QuarterBusy, QuarterSameDay { seller: Name }, QuarterUnreadSome, QuarterUnread { line: Own },
            QuarterUnclear { line: Own }, QuarterSpan { line: Own }, QuarterManyDays { line: Own }, QuarterBooked,
            QuarterBookedLead, QuarterSends, QuarterBookedRow { seller: Name, when: Said, count: Count },
            QuarterUnsent { words: Said, sent: Said }, QuarterCalendar, QuarterUndo, QuarterDone, QuarterBack,
        } }
    };
}

pub(super) use with_quarter;
