//! The messages of opened links: a part of the table in `message.rs`.

/// Passes a table on to the macro `$table`, with the messages of opened links at its end.
macro_rules! with_incoming {
    ($table:ident { $($others:tt)* }) => {
        $table! {
            $($others)*

            // Links that come in.
            PastedTitle, PastedLabel, OpenIt,
            InvitedHeading { manager: Name },
            GrantedHeading { manager: Name },
            InvitedLead,
            InvitedStored { manager: Name },
            AnswerSaysYes { when: Said },
            AnswerSaysYesFirst { when: Said },
            ItIsCoaching { manager: Name },
            ReadySaysYes { when: Said },
            NotYetBring, AskOtherTime, TimeBack, HoldsInvitation,
            AbsenceQuestion { when: Said },
            AbsenceLead { manager: Name },
            AbsenceNext { name: Name },
            AbsenceTell { name: Name },
            AbsenceAfter { manager: Name },
            NotLocked, AbsenceAsk, AbsenceLabel, AbsenceBack, AbsenceMove, AbsenceStart,
            NotThere { manager: Name },
            NotThereLine { manager: Name },
            NotThereChange { manager: Name },
            SamePair { name: Name },
            SameJoined { name: Name },
            SameJoin { name: Name },
            SamePart, WhatChanged,
            ChangedFrom { from: Own, to: Own },
            LinkLead { name: Name },
            LinkUnfit, LinkUnfitLead, LinkForged, LinkForgedLead, LinkOlder,
            LinkOlderLead { name: Name },
            LinkOlderTake, LinkFull, LinkFullLead, LinkKnown, LinkKnownLead, LinkOwn,
            LinkOwnLead { name: Name },
            LinkOwnTake,
            LinkCancelled { name: Name }, LinkNotHeld { name: Name }, LinkDeleted { name: Name },
            LinkCancelledLead { when: Said },
            LinkCancelledUnknown,
            LinkCancelledStays { when: Said },
            LinkCancelledTyped,
            CancelledOwn { name: Name }, NotHeldOwn { name: Name }, DeletedOwn { name: Name },
            CancelledKept, CancelledWrote, CancelledTwice, CancelledTwiceLead, CancelledPlan, PlannedBefore,
            CancelledWhen { when: Said },
            LinkGone { name: Name },
            LinkGoneLead { name: Name },
            LinkGoneTake, LinkReplaces, LinkReplacesBoth,
            LinkBrought { what: Said }, AnswerBrought { name: Name },
            LinkChanged { name: Name },
            LinkSummary { when: Said },
            LinkReplied { name: Name },
            LinkAsked { name: Name },
            LinkAskedLead { name: Name },
            InvitationLeft,
            LinkStrange,
            LinkStrangeLead { name: Name, when: Said },
            LinkOtherPlan,
            LinkOtherPlanLead { name: Name, when: Said },
            LinkStrangeTake, LinkNone, LinkNoneLead, LinkDamaged, LinkDamagedLead, LinkTooLarge, LinkNewer, KeepUnanswered,
            LinkLocked, LinkLockedLead, LinkLockedNever, WrongPassword,
        }
    };
}

pub(super) use with_incoming;
