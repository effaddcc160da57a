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
            QuarterWorking, QuarterOffs, QuarterOff { seller: Name }, QuarterDates, QuarterWeek { day: Said }, QuarterAt { time: Said, seller: Name },
            QuarterRow { when: Said, seller: Name }, QuarterRowOf { when: Said, seller: Name, coaching_type: Within },
            QuarterInstead { day: Said }, QuarterOut, QuarterNoHour, QuarterLater { dates: Said }, QuarterCountOn, QuarterMove, QuarterMoveDone,
            QuarterMoveDate, QuarterMoveTime, QuarterLeaveOut, QuarterPutBack, QuarterLeftOut,
            QuarterUnplaced { seller: Name, day: Said }, QuarterPlace, QuarterPlaceLong { seller: Name, day: Said },
            QuarterOnAvoided, QuarterOnRest, QuarterOnSellersRest { seller: Name }, QuarterAllKept,
            QuarterSlot { seller: Name, slot: Within }, QuarterSlotEnds { seller: Name, slot: Within }, QuarterSlotKeep { seller: Name },
            QuarterHas { seller: Name, day: Said }, QuarterHasEnds { seller: Name, day: Said }, QuarterHasKeep { seller: Name }, QuarterReplace, QuarterBook { count: Count }, QuarterNoSeller, QuarterTooShort,
            QuarterTooLong, QuarterNoWorkingDay, QuarterTooMany { sellers: Count, fit: Count }, QuarterNoDates,
            QuarterWrongDate, QuarterBusy, QuarterSameDay { seller: Name }, QuarterUnreadSome, QuarterUnread { line: Own },
            QuarterUnclear { line: Own }, QuarterSpan { line: Own }, QuarterManyDays { line: Own }, QuarterBooked,
            QuarterBookedLead, QuarterBookedRow { seller: Name, when: Said, count: Count }, QuarterMethod,
            QuarterCopy, QuarterCopyFor { name: Name }, QuarterCopyAgain, QuarterCopyAgainFor { name: Name },
            QuarterShareWith { name: Name }, QuarterShareAgain, QuarterShareAgainWith { name: Name },
            QuarterMailTo { name: Name }, QuarterMailAgain, QuarterMailAgainTo { name: Name }, QuarterRead, QuarterReadClose,
            QuarterOtherWays, QuarterOtherWaysTo { name: Name }, QuarterCopied { name: Name }, QuarterShared { name: Name },
            QuarterSentCopied { when: Said }, QuarterSentShared { when: Said }, QuarterSentMailed { when: Said },
            QuarterCalendar, QuarterUndo, QuarterDone, QuarterBack,
        } }
    };
}

pub(super) use with_quarter;
