//! Messages by meaning, a line for each. The words of a message are in `l10n/*.ftl` under its name in kebab
//! case; its parameters are variables there.

use super::message_id::{kebab, phrase_id, question_id};
use super::parameter::{Parameter, kind};
use crate::domain::phrase::Phrase;
use crate::domain::question::Question;

/// Makes the enum [`Message`] from the table below: the kind of each parameter is a variant of [`Parameter`].
macro_rules! messages {
    ($($name:ident $({ $($field:ident: $kind:ident),* })?,)*) => {
        /// A message of the product by its meaning, with the values of its parameters.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "l10n/en.ftl shows what a message says")]
        pub enum Message<'a> {
            /// The words of a built-in phrase that names neither party.
            Phrase(Phrase),
            /// The words of a built-in phrase that names the seller or the manager.
            PhraseOf { phrase: Phrase, seller: &'a str, manager: &'a str },
            /// The words of a built-in question for the coach to ask.
            Question(Question),
            /// The answer that the coach listens for after a built-in question.
            Answer(Question),
            $($name $({ $($field: kind::$kind<'a>),* })?,)*
        }

        impl<'a> Message<'a> {
            /// The messages of the table below by name, with the names and kinds of their parameters.
            /// Built-in phrases and questions are not in the table.
            pub const TABLE: &'static [(&'static str, &'static [(&'static str, &'static str)])] =
                &[$((stringify!($name), &[$($((stringify!($field), stringify!($kind)),)*)?]),)*];

            /// Returns the id of the words in `l10n/*.ftl`, such as `plan-one`; a part behind a dot names an
            /// attribute.
            #[must_use]
            pub fn id(&self) -> String {
                kebab(match self {
                    Message::Phrase(phrase) | Message::PhraseOf { phrase, .. } => return phrase_id(*phrase),
                    Message::Question(question) => return question_id(*question),
                    Message::Answer(question) => return question_id(*question) + ".answer",
                    $(Message::$name { .. } => stringify!($name),)*
                })
            }

            /// Returns the parameters of the message by name.
            #[must_use]
            pub fn parameters(&self) -> Vec<(&'static str, Parameter<'a>)> {
                match *self {
                    Message::Phrase(_) | Message::Question(_) | Message::Answer(_) => Vec::new(),
                    Message::PhraseOf { seller, manager, .. } => {
                        vec![("seller", Parameter::Name(seller)), ("manager", Parameter::Name(manager))]
                    }
                    $(Message::$name $({ $($field),* })? => {
                        vec![$($((stringify!($field), Parameter::$kind($field)),)*)?]
                    })*
                }
            }
        }
    };
}

#[rustfmt::skip]
messages! {
    // Anywhere.
    Product, SellerUnknown, BackHome, Undo, Dismiss,
    TimeAtPlace { time: Said, place: Own },
    Minutes { minutes: Minutes },
    MinutesOf { spent: Number, planned: Minutes },
    Thousands { thousands: Said, rest: Said },

    // The list of sessions.
    HomeHeading,
    HomeOf { seller: Name },
    HomeEmpty, HowPlan, HowTopic, HowHold, PlanOne, HomeSteps, HomeSaid,
    ForWhom { seller: Name },
    StillWorth, StillDo, GroupEarlier, GroupWeek, GroupLater, GroupUndated, GroupOn, GroupNext, GroupPassed, GroupHeld,
    GroupCancelled, RowOpen,
    RowOpenLong { seller: Name, when: Said },
    RowHappened,
    RowHappenedLong { seller: Name, when: Said },
    TodayAt { time: Said },
    TomorrowAt { time: Said },
    NoTopic, NoTopicOwn, RowBringsIt, RowOtherTime, AsksFor, AskedForOwn,
    BookWith { when: Said, seller: Name },
    RowDelete { seller: Name, when: Said },
    Delete, SampleOpen, SampleTold, SampleRemove, SampleSeller, SampleTopic, SampleWalkAway, SampleEvidence,
    SampleTopicHeld, SampleStepSeller, SampleStepManager, SampleWhen,
    DeletedSession { seller: Name },
    DeletedPlanned { seller: Name, when: Said },

    // Preparing.
    ManagerUnknown, ManagerUnknownWithin,
    PrepareAs { name: Name },
    HandOver { name: Name },
    HandOverLead { name: Name },
    HandOverTo { name: Name },
    IAm { name: Name },
    BackToSession, ReadAgain, OwnEmpty, OwnDone,
    BroughtBefore { seller: Name },
    OwnAsk { name: Name },
    PrepareHeading { name: Name },
    PrepareLeadManager { seller: Name },
    PrepareLeadSeller { manager: Name },
    Brought { seller: Name },
    NothingBrought { seller: Name },
    CanCountOn, NotedLabel, FactLabel,
    FactFrom { manager: Name },
    FactLead,
    TopicsHeading, TopicFirst, TopicNext, TopicParked, TopicHeld, TopicAdd, SavedHeading, SavedBring, WorkedIfLabel,
    WorkedIf { words: Own },
    EvidenceHeading,
    EvidenceLead { evidence: Said },
    AvoidHeading, EvidenceLabel, EvidenceAdd, SourceLabel, Seen, Told, Guessed, LeaveHeading, LeaveLabel,
    LeaveAlone { words: Own },
    CheckHeading, CheckLead, 
    CheckMore { coaching_type: Within },
    NoteHeading, NoteLead, NoteLabel,
    OnlyForMe, ReadyManager, ReadySeller, NotReady,
    ReadyNever { name: Name },
    Ready { name: Name, when: Said },
    ReadyEarlier { name: Name, when: Said },
    BothReady, BothKnow,
    ScreenSeen { seller: Name },
    Yes, No,
    HeldReady { manager: Name, time: Said }, HeldStarted { manager: Name, time: Said },

    // Setting the stage.
    FormHeading, FormHeadingChange, FormLead, SellerLabel, SellerRenames, DateLabel, TimeLabel, TypeLabel,
    TypeAsLast, AgendaLabel, AgendaKeep, AgendaRenew, MinutesLabel, MinutesHint, PlaceLabel, PlaceHint,
    OwnNameLabel, OwnNameHint,
    Defaults { coaching_type: Said, minutes: Said, place: Optional },
    DefaultsChange, DefaultsClose, FormSubmit, FormSubmitChange, Cancel, NamesLabel, NamesEdit, NamesDone,
    NamesHint, SlotsLabel, PlanAnyway, SaveAnyway, DatePassed, DoubtSameNames, DoubtFar,
    DoubtOverlaps { seller: Name, time: Said },
    ComplainSeller, ComplainWhich, NoSessionYet,
    ComplainDate, ComplainTime, ComplainMinutes,
    ComplainTooLong { over: Grouped, allowed: Grouped },
    ComplainTooMany { most: Grouped },
    ComplainNoTopic,
    ComplainOvertaken { text: Own },
    ComplainAgenda, FormThrown,
    TwoNames { one: Own, other: Own },
    OwnTwoNames { one: Own, other: Own },
    Full { most: Count },
    FullAnswers { most: Count },

    // A planned session.
    SessionKicker { coaching_type: Within },
    SessionTitle { seller: Name, manager: Name },
    When { date: Said, from: Said, to: Said },
    WhenShort { date: Said, from: Said },
    HandshakeLead { seller: Name }, HandshakeLeadReady { seller: Name },
    Handshake, NotToday, AgendaHeading,
    AgendaSum { minutes: Minutes },
    AgendaOver { minutes: Minutes, by: Minutes, booked: Minutes },
    AgendaUnder { minutes: Minutes, by: Minutes, booked: Minutes },
    AgendaEdit, ChangePlan,
    StartSaid { seller: Name }, StartAsk { when: Said },
    StartNow, StartNot, HappenedAsk, HappenedYes, HappenedMove, HappenedNot, HeldUnclocked,
    Protected, ProtectedGroup,

    // The calendar.
    CalendarPut, CalendarHeading,
    CalendarLead { name: Name },
    CalendarLeadOwn, CalendarSave, CalendarAgain, CalendarDone, CalendarMoved, CalendarOpen, CalendarOpenLead, CalendarGoogle, CalendarOutlook,
    CalendarMicrosoft, CalendarTooLong, CalendarHolds, CalendarPrivate, CalendarExpect,
    CalendarPlan { link: Said },

    // The agenda, opened for editing.
    EditHeading, EditHelp, EditDone,
    ItemTitleLabel { number: Count }, ItemMinutesLabel { number: Count },
    ItemTitleShort, ItemMinutesShort,
    MoveUp { title: Own }, MoveDown { title: Own }, Remove { title: Own },
    RemoveShort, AddItem,
    Fit { booked: Minutes },
    MisfitShort { needed: Minutes }, MisfitLong { filled: Minutes },
    ComplainTitle,
    ComplainItemMinutes { least: Minutes, most: Minutes },
    UndoEdited, UndoAdded, UndoRemoved, UndoMoved, UndoFitted,

    // The session.
    AskName,
    ListenFor { answer: Said },
    Asked, Another, AskedAll,
    FinishAbout { time: Said },
    FinishOnTime,
    FinishLate { minutes: Number, planned: Said },
    FinishAhead { minutes: Number },
    PausedSince { time: Said },
    RailLine { number: Count, of: Count, next: Optional },
    ItemNumber { number: Count, of: Count },
    TimerName,
    LeftOf { minutes: Minutes }, OverBy { minutes: Number },
    OverJust, TimePaused,
    Next { title: Own },
    NextShort, Finish, Back, Pause, Resume, Skip, More,
    ExtendBy { minutes: Minutes }, ExtendByLong { minutes: Minutes },
    EndEarly, StandingDone, StandingCurrent, StandingSkipped, ClockUndoStart, ClockUndoMove, ClockUndoSkip,
    ClockUndoExtend { minutes: Minutes },
    ClockUndoPause, ClockUndoResume, ClockUndoEnd, ClockUndoAnswer,

    // What is written down.
    AloneAsk { other: Name }, MayAsk { seller: Name },
    AloneSeen, AloneUnseen, KeysOn, NotesAlone, NoteShared, OnlyMe, WhoReads, KeptAlone, BringBack,
    Agreed, AgreedWrite, AloneHide, AloneShow, WriteDown, WriteNextStep, WriteParked, WriteNote, You,
    WhoseStep, WhoRaised, NextStepLabel, ParkLabel, SharedNoteLabel, FirstStepLabel, WhenLabel, Keep,
    NextSteps, Parked, Notes, StepsBefore, ParkedBefore,
    SaidOn { day: Said },
    Labelled { label: Own, words: Own },
    ReadAloud, ThatsRight, NextTime, Elsewhere, DropIt, AnswerNotYet, UndoNote, UndoOvertaken,

    // The close, and the next session.
    HandOverClose { name: Name, other: Name },
    CloseHeading { name: Name },
    CloseLead { other: Name },
    CloseAsk,
    HasAnswered { name: Name },
    NotAnswered { name: Name },
    AnswerAs { name: Name },
    AnswerAgain { name: Name },
    AnswerIn, AnswerLater, AskGot, AskTalk, AskSpoke, AskDifferently, WriteDifferently, OwnQuestion, Partly, Coaching, JustTalking, SpokeEven,
    NextHeading,
    NextOn { when: Said },
    OpenNext,
    KeepDate { when: Said },
    AnotherTime,

    // What the clock says.
    ToldStarts { title: Own, minutes: Minutes },
    ToldNears { title: Own }, ToldUp { title: Own },
    ToldOver { title: Own, minutes: Number },

    // Questions about the clock.
    Unseen { minutes: Number },
    UnseenStayed, UnseenAway, UnseenClock,
    LeftOpen { day: Said, time: Said },
    LeftOpenWhen,
    LeftOpenEnd { time: Said },
    LeftOpenEndDay { day: Said, time: Said },
    EarlierBy { minutes: Minutes }, LaterBy { minutes: Minutes },
    LeftOpenStay,

    // A session that is over.
    OverWhen { date: Said, from: Said, to: Said },
    OverLead { spent: Number, planned: Minutes },
    OverLeadNext, SummaryHeading, SummaryLead, SummaryRead, SummaryPrint, SummaryCopy, SummarySave, SummaryCopied,
    SummaryRefused, SummaryFoot, SummaryWent,
    SummaryBrought { seller: Name },
    SummaryPlaced { words: Own, place: Within },
    Dropped, TableCaption, TableItem, TablePlanned, TableActual, TableTotal, TableSkipped, TableNotReached,
    PlanNext { seller: Name },

    // Files.
    SaveSession, OpenFile, FileHeading, FileRefused, FileTooLarge, FileNewer, FileForeign, FileLead,
    FileNothingNew, FileUnreadable, FileOwn, FileOwnLead, FileOlder, FileOlderLead, FileOlderKeep,
    FileOlderKeepOf { name: Own },
    PartAll, PartPlan, PartAgenda, PartAhead, PartReady, PartCourse, PartNotes, PartClose, PartTopics, PartEvidence,
    PartAnswer,
    FileNew, FileChanged, FileBoth, FileDeleted, FileNames, FileSame,
    FileLeftOut,
    FileGroup { heading: Said, count: Count },
    FileMore { count: Count },
    FileContentGone,
    FileNameHere { name: Optional },
    FileNameOwn, FilePrivate,
    FileRecord { name: Own },
    FileLine { number: Count },
    FileEnd, FaultMissing, FaultDamaged, FaultTooLarge, FaultNewer, FaultBlocked, FaultUnfit, FaultForged,
    FileTake,
    FileTakeAs { name: Name },
    FileLeave, FileBrought, FileStays,

    // Storage, and other windows.
    StorageDenied, StorageFull, StorageCleared, StoragePutBack, StorageLeaveCleared,
    LeftTyped { text: Own },
    LeftFor { name: Name },
    LeftTake, LeftDiscard,
    Expiring { day: Said },
    ExpiringKeep,
    Stranded { text: Own },
    StrandedFor { name: Name },
    DeletedElsewhere, BegunElsewhere, StartedElsewhere, AnsweredElsewhere, RepliedElsewhere, Resumed, ResumedNote, StartOver,
    SaveFile,
    DamagedMoved { count: Count },
    DamagedStuck { count: Count },
    NewerData { count: Count },
    Concurrent, KeepShown, KeepOther, VersionShown, VersionOther, VersionHere, VersionBeside,
    VersionNothing, VersionEarlier, VersionAnswer, VersionClock, VersionPlanned,
    VersionRunning { title: Own, time: Said },
    VersionPaused { time: Said },
    VersionEnded { time: Said },
    VersionDeleted { when: Said },
    VersionKept, VersionAlike, VersionReplies, VersionChosen, VersionUndo,

    // Links that go out.
    ShareInvite { name: Name },
    ShareChanged { name: Name },
    ShareSummary { name: Name },
    ShareCancelled { name: Name },
    ShareReply { name: Name },
    ShareAsk { name: Name },
    ShareLead,
    SendTo { name: Name },
    ShareLeadLocked, LockedInvitation, LockedAnswer, LockedNews, LockedHow, LockedBeside,
    HoldsHeading { name: Name },
    Stays { count: Count },
    ChangeStays,
    HoldsAnswers { name: Name },
    BringsIt, WantsOtherTime, WishLabel, NamesHeading, NamesWhole, NamesInitials, ShareSheet,
    CopiedPaste { name: Name },
    CopyWords,
    CopyLink, CopyCode, SendMail, OtherWays, OtherWaysLead, PictureDraw, SaveAll, PictureName, NoPicture,
    PasswordLabel, Lock, LockHint, Locked, Unlocked, NoLock, Shared, LinkTooMuch,
    LinkLong { length: Grouped },
    MailTooLong,
    WordsPrepare, WordsSummary, WordsCancelled,
    WordsReply,
    WordsNext { when: Said },
    WordsExpect, WordsChanged, WordsChangedOpen, WordsAsk, WordsAskOpen, WordsClosing, WordsCountOn,
    WordsFact { source: Said, words: Own },
    WordsNoted { words: Own },
    WordsTopic { words: Own },
    WordsWish { wish: Own },
    WordsTopicNext { words: Own },
    WordsTopicSaved { words: Own },
    WordsBringsIt,
    WordsOtherTime { wish: Optional },
    WordsWorks,
    PrepareOwn,
    SaysBringsIt { name: Name },
    SaysOtherTime { name: Name, wish: Optional },
    NotSent, NotSentChange,
    InviteCopied { when: Said },
    InviteShared { when: Said },
    InviteMailed { when: Said },
    InviteSaved { when: Said },
    InviteShown { when: Said },
    ReplyCopied { when: Said },
    ReplyShared { when: Said },
    ReplyMailed { when: Said },
    ReplySaved { when: Said },
    ReplyShown { when: Said },
    TimeWorks, AboutLabel, AgendaFollows, WorksForMe, LeaveTyped, LinkBlocked,
    WishSaid { seller: Name, wish: Own },
    MovedHeading { from: Said, to: Said },
    SaysWorks { name: Name },
    SaysTopic { name: Name },
    CountOnAsk { seller: Name },
    CountOnAll, MessageHeading,
    TellInChat { name: Name },
    NotedAsk { seller: Name },
    NotedHint { seller: Name },
    NotedReplaced { seller: Name },
    NotedBy { manager: Name },
    NotedWords { manager: Name, words: Own },
    NameFirst { seller: Name },
    NameNext,
    PasswordShort,
    PlannedLeadSeller { manager: Name },
    PlannedLeadSellerMore, NothingBooked,

    // Links that come in.
    PastedTitle, PastedLabel, OpenIt,
    InvitedHeading { manager: Name },
    InvitedLead,
    InvitedStored { manager: Name },
    ItIsCoaching { manager: Name },
    NotYetBring, AskOtherTime, HoldsInvitation,
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
    LinkCancelled { name: Name },
    LinkCancelledLead { when: Said },
    LinkCancelledUnknown,
    LinkCancelledStays { when: Said },
    LinkCancelledTyped,
    CancelledStays { name: Name },
    NotCancelled,
    LinkGone { name: Name },
    LinkGoneLead { name: Name },
    LinkGoneTake, LinkReplaces, LinkReplacesBoth, LinkBrought,
    LinkChanged { name: Name },
    LinkSummary { when: Said },
    LinkReplied { name: Name },
    LinkAsked { name: Name },
    LinkStrange,
    LinkStrangeLead { name: Name, when: Said },
    LinkOtherPlan,
    LinkOtherPlanLead { name: Name, when: Said },
    LinkStrangeTake, LinkNone, LinkNoneLead, LinkDamaged, LinkDamagedLead, LinkTooLarge, LinkNewer,
    LinkLocked, LinkLockedLead, LinkLockedNever, WrongPassword,

    // Asking for a session.
    GroupAsked, AskOne, AskHeading, AskLead, WhoCoaches, AskNext, ComplainName, ComplainTopic,
    ComplainPassword,
}
