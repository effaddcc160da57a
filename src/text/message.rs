//! What can be said, by meaning. Names and numbers come in; words are each language's own.

mod link;

use crate::domain::phrase::Phrase;
use crate::domain::question::Question;
use crate::domain::time::Minutes;

pub use link::OfLink;

/// Something that the screen says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each language file shows what a message says")]
pub enum Message<'a> {
    Phrase(Phrase),
    PhraseOf {
        phrase: Phrase,
        seller: &'a str,
        manager: &'a str,
    },

    // Anywhere.
    Product,
    SellerUnknown,
    BackHome,
    Undo,
    Dismiss,
    Minutes(Minutes),
    MinutesOf {
        spent: i64,
        planned: Minutes,
    },

    // The list of sessions.
    HomeHeading,
    HomeOf {
        seller: &'a str,
    },
    Pages,
    HomeEmpty,
    HomeEmptyHow,
    PlanOne,
    GroupOn,
    GroupNext,
    GroupPassed,
    GroupHeld,
    RowDelete {
        seller: &'a str,
        when: &'a str,
    },
    Delete,
    RowDetail {
        coaching_type: &'a str,
        minutes: Minutes,
        place: Option<&'a str>,
    },
    RowHeld {
        coaching_type: &'a str,
        spent: i64,
        planned: Minutes,
    },
    YouPromised {
        seller: &'a str,
        words: &'a str,
    },
    DeletedSession {
        seller: &'a str,
    },

    // Preparing.
    ManagerUnknown,
    PrepareAs {
        name: &'a str,
    },
    HandOver {
        name: &'a str,
    },
    HandOverLead {
        name: &'a str,
    },
    HandOverTo {
        name: &'a str,
    },
    IAm {
        name: &'a str,
    },
    BackToSession,
    PrepareHeading {
        name: &'a str,
    },
    PrepareLeadManager {
        seller: &'a str,
    },
    PrepareLeadSeller {
        manager: &'a str,
    },
    Brought {
        seller: &'a str,
    },
    NothingBrought {
        seller: &'a str,
    },
    Promised {
        manager: &'a str,
    },
    TopicsHeading,
    TopicFirst,
    TopicNext,
    TopicParked,
    TopicHeld,
    TopicAdd,
    WorkedIfLabel,
    WorkedIf {
        words: &'a str,
    },
    EvidenceHeading,
    EvidenceLead {
        coaching_type: &'a str,
    },
    AvoidHeading,
    Avoid {
        coaching_type: &'a str,
    },
    EvidenceLabel,
    EvidenceAdd,
    SourceLabel,
    Seen,
    Told,
    Guessed,
    LeaveHeading,
    LeaveLabel,
    LeaveAlone {
        words: &'a str,
    },
    CheckHeading,
    CheckLead,
    CheckContent,
    CheckTone,
    CheckStructure,
    NoteHeading,
    NoteLead,
    NoteLabel,
    OnlyForMe,
    ReadyManager,
    ReadySeller,
    NotReady,
    ReadyNever {
        name: &'a str,
    },
    Ready {
        name: &'a str,
        when: &'a str,
    },
    ReadyEarlier {
        name: &'a str,
        when: &'a str,
    },
    BothReady,
    BothKnow,
    ScreenSeen {
        seller: &'a str,
    },
    Yes,
    No,
    HeldReady,
    HeldTogether,

    // Links.
    Link(OfLink<'a>),

    // Setting the stage.
    FormHeading,
    FormHeadingChange,
    FormLead,
    SellerLabel,
    SellerRenames,
    DateLabel,
    TimeLabel,
    TypeLabel,
    TypeAsLast,
    AgendaLabel,
    AgendaKeep,
    AgendaRenew,
    MinutesLabel,
    MinutesHint,
    PlaceLabel,
    PlaceHint,
    OwnNameLabel,
    OwnNameHint,
    Defaults {
        coaching_type: &'a str,
        minutes: &'a str,
        place: Option<&'a str>,
    },
    DefaultsChange,
    DefaultsClose,
    FormSubmit,
    FormSubmitChange,
    Cancel,
    DatePassed,
    ComplainSeller,
    ComplainDate,
    ComplainTime,
    ComplainMinutes,
    ComplainTooLong {
        found: usize,
        allowed: usize,
    },

    // A planned session.
    SessionKicker {
        coaching_type: &'a str,
    },
    SessionTitle {
        seller: &'a str,
        manager: Option<&'a str>,
    },
    When {
        date: &'a str,
        from: &'a str,
        to: &'a str,
    },
    WhenShort {
        date: &'a str,
        from: &'a str,
    },
    PlannedLead {
        seller: &'a str,
    },
    PlannedLeadMore,
    JustTalkNow,
    AgendaHeading,
    AgendaSum {
        planned: Minutes,
    },
    AgendaOff {
        planned: Minutes,
        booked: Minutes,
    },
    AgendaEdit,
    ChangePlan,
    Start,
    StartTogether,
    Protected,
    ProtectedGroup,

    // The agenda, opened for editing.
    EditHeading,
    EditHelp,
    EditDone,
    ItemTitleLabel {
        number: usize,
    },
    ItemMinutesLabel {
        number: usize,
    },
    ItemTitleShort,
    ItemMinutesShort,
    MoveUp {
        title: &'a str,
    },
    MoveDown {
        title: &'a str,
    },
    Remove {
        title: &'a str,
    },
    RemoveShort,
    AddItem,
    Fit {
        booked: Minutes,
    },
    MisfitShort {
        needed: Minutes,
    },
    MisfitLong {
        filled: Minutes,
    },
    ComplainTitle,
    ComplainItemMinutes {
        least: Minutes,
        most: Minutes,
    },
    UndoEdited,
    UndoAdded,
    UndoRemoved,
    UndoMoved,
    UndoFitted,

    // The session.
    AskName,
    Question(Question),
    ListenFor(Question),
    Asked,
    Another,
    AskedAll,
    FinishAbout {
        time: &'a str,
    },
    FinishOnTime,
    FinishBehind {
        minutes: i64,
    },
    FinishAhead {
        minutes: i64,
    },
    PausedSince {
        time: &'a str,
    },
    RailLine {
        number: usize,
        of: usize,
        next: Option<&'a str>,
    },
    ItemNumber {
        number: usize,
        of: usize,
    },
    TimerName,
    LeftOf {
        minutes: Minutes,
    },
    OverBy {
        minutes: i64,
    },
    OverJust,
    TimePaused,
    Next {
        title: &'a str,
    },
    Finish,
    Back,
    Pause,
    Resume,
    Skip,
    More,
    ExtendBy {
        minutes: Minutes,
    },
    ExtendByLong {
        minutes: Minutes,
    },
    EndEarly,
    StandingDone,
    StandingCurrent,
    StandingSkipped,
    ClockUndoStart,
    ClockUndoMove,
    ClockUndoSkip,
    ClockUndoExtend {
        minutes: Minutes,
    },
    ClockUndoPause,
    ClockUndoResume,
    ClockUndoEnd,
    ClockUndoAnswer,

    // What is written down.
    Agreed,
    AgreedWrite,
    AloneHide,
    AloneShow,
    WriteDown,
    WritePromise,
    WriteParked,
    WriteNote,
    You,
    WhoPromises,
    WhoRaised,
    PromiseLabel,
    ParkLabel,
    SharedNoteLabel,
    FirstStepLabel,
    WhenLabel,
    Keep,
    Promises,
    Parked,
    Notes,
    PromisedBefore,
    ParkedBefore,
    SaidOn {
        day: &'a str,
    },
    Labelled {
        label: &'a str,
        words: &'a str,
    },
    Confirm,
    Confirmed,
    NextTime,
    Elsewhere,
    DropIt,
    AnswerNotYet,
    UndoNote,

    // The close, and the next session.
    HandOverClose {
        name: &'a str,
        other: &'a str,
    },
    CloseHeading {
        name: &'a str,
    },
    CloseLead {
        other: &'a str,
    },
    CloseAsk,
    HasAnswered {
        name: &'a str,
    },
    NotAnswered {
        name: &'a str,
    },
    AnswerAs {
        name: &'a str,
    },
    AnswerAgain {
        name: &'a str,
    },
    AnswerIn,
    AnswerLater,
    AskTalk,
    AskSpoke,
    Partly,
    Coaching,
    JustTalking,
    SpokeEven,
    KeepLabel,
    ChangeLabel,
    NextHeading,
    NextOn {
        when: &'a str,
    },
    OpenNext,
    Book {
        when: &'a str,
    },
    AnotherTime,

    // What the clock says.
    ToldStarts {
        title: &'a str,
        minutes: Minutes,
    },
    ToldNears {
        title: &'a str,
    },
    ToldUp {
        title: &'a str,
    },
    ToldOver {
        title: &'a str,
        minutes: i64,
    },

    // Questions about the clock.
    Unseen {
        minutes: i64,
    },
    UnseenStayed,
    UnseenAway,
    UnseenClock,
    LeftOpen {
        day: &'a str,
        time: &'a str,
    },
    LeftOpenWhen,
    LeftOpenEnd {
        time: &'a str,
    },
    LeftOpenEndDay {
        day: &'a str,
        time: &'a str,
    },
    EarlierBy {
        minutes: Minutes,
    },
    LaterBy {
        minutes: Minutes,
    },
    LeftOpenStay,

    // A session that is over.
    OverWhen {
        date: &'a str,
        from: &'a str,
        to: &'a str,
    },
    OverLead {
        spent: i64,
        planned: Minutes,
    },
    OverLeadNext,
    SummaryHeading,
    SummaryLead,
    SummaryRead,
    SummaryCopy,
    SummarySave,
    SummaryCopied,
    SummaryRefused,
    SummaryWent,
    SummaryBrought {
        seller: &'a str,
    },
    SummaryPlaced {
        words: &'a str,
        place: &'a str,
    },
    Dropped,
    TableCaption,
    TableItem,
    TablePlanned,
    TableActual,
    TableTotal,
    TableSkipped,
    TableNotReached,
    PlanNext {
        seller: &'a str,
    },

    // Files.
    SaveSession,
    OpenFile,
    FileHeading,
    FileRefused,
    FileTooLarge,
    FileNewer,
    FileForeign,
    FileLead,
    FileNothingNew,
    FileUnreadable,
    FileNew,
    FileChanged,
    FileBoth,
    FileDeleted,
    FileNames,
    FileSame,
    FileLeftOut,
    FileGroup {
        heading: &'a str,
        count: usize,
    },
    /// So many more than are shown.
    FileMore {
        count: usize,
    },
    FileContentGone,
    FileNameHere {
        name: &'a str,
    },
    FileNameOwn,
    FilePrivate,
    FileRecord {
        name: &'a str,
    },
    FaultDamaged,
    FaultTooLarge,
    FaultNewer,
    FaultBlocked,
    FileTake,
    FileTakeAs {
        name: &'a str,
    },
    FileLeave,
    FileBrought,

    // Storage, and other windows.
    StorageDenied,
    StorageFull,
    SaveFile,
    DamagedMoved {
        count: usize,
    },
    DamagedStuck {
        count: usize,
    },
    NewerData {
        count: usize,
    },
    Concurrent,
    ConcurrentDetail {
        when: &'a str,
        minutes: Minutes,
    },
    ConcurrentDeletion,
    KeepShown,
    KeepOther,
}
