//! English, in the voice of a good coach: short, kind, exact; no exclamation marks, no jargon.
//!
//! A line for each message: what it says, and what goes into the `{}` of it, in that order. All lines
//! together are one text: so they take a third less of the download than one by one.

#[macro_use]
mod lines;

mod grammar;
mod hint;
mod link;
mod phrase;
mod question;

use super::message::Message as M;
use crate::domain::text::line;
use crate::domain::time::Minutes;
use grammar::Slot::{self, Bare, Counted, Grouped, Lowered, Name, Nth, Number, Text};

/// Says a message.
pub(super) fn say(message: &M<'_>) -> String {
    let of = match *message {
        M::PhraseOf { phrase, .. } => return filled_with(phrase::built_in(phrase), message),
        M::RowDetail { place: Some(_), .. } => Position::RowDetailAt,
        M::Defaults { place: Some(_), .. } => Position::DefaultsAt,
        M::SessionTitle { manager: Some(_), .. } => Position::SessionTitleWith,
        M::AgendaOff { planned, booked } if planned <= booked => Position::AgendaShort,
        M::RailLine { next: None, .. } => Position::RailLineLast,
        M::FileNameHere { name: "" } => Position::FileNameNew,
        M::DamagedMoved { count: 1 } => Position::DamagedMovedOne,
        M::DamagedStuck { count: 1 } => Position::DamagedStuckOne,
        M::NewerData { count: 1 } => Position::NewerDataOne,
        _ => line_of(message),
    };
    filled_with(line(LINES, of as usize), message)
}

lines! {
    M;
    Phrase(phrase) => "{}" [Text(phrase::built_in(phrase))];
    PhraseOf { seller, manager } => "{}" [Name(seller), Name(manager)];

    Product => "Coaching session";
    SellerUnknown => "A seller without a name";
    BackHome => "All sessions";
    Undo => "Undo";
    Dismiss => "Got it";
    Minutes(minutes) => "{} min" [Bare(minutes)];
    MinutesOf { spent, planned } => "{} of {} min" [Number(spent), Bare(planned)];

    HomeHeading => "Your coaching sessions";
    HomeOf { seller } => "Coaching sessions of {}" [Name(seller)];
    Pages => "By person";
    HomeEmpty => "Nothing is booked yet.";
    HomeEmptyHow => "Coaching happens when it has a date and is called coaching. Who is first, and when?";
    PlanOne => "Plan a session";
    GroupOn => "On now";
    GroupNext => "Next";
    GroupPassed => "The date has passed";
    GroupHeld => "Held";
    RowDelete { seller, when } => "Delete the session with {}, {}" [Name(seller), Text(when)];
    Delete => "Delete";
    RowDetail { coaching_type, minutes, place } => "{}, {}" [Text(coaching_type), Counted(minutes), Name(place.unwrap_or_default())];
    RowHeld { coaching_type, spent, planned } => "{}, {} of {} minutes" [Text(coaching_type), Number(spent), Bare(planned)];
    YouPromised { seller, words } => "You promised {}: {}" [Name(seller), Name(words)];
    DeletedSession { seller } => "The session with {} is deleted." [Name(seller)];

    ManagerUnknown => "The manager";
    PrepareAs { name } => "Prepare as {}" [Name(name)];
    HandOver { name } => "Over to {}" [Name(name)];
    HandOverLead { name } => "From here on the screen shows what {} wrote for {} alone. That is a courtesy between you, not a lock." [Name(name), Name(name)];
    HandOverTo { name } => "Hand over to {}" [Name(name)];
    IAm { name } => "I am {}" [Name(name)];
    BackToSession => "Back to the session";
    PrepareHeading { name } => "{} prepares" [Name(name)];
    PrepareLeadManager { seller } => "First what {} wrote, then your own mind." [Name(seller)];
    PrepareLeadSeller { manager } => "{} invites you to a coaching session. Not a forecast, not a review. You pick." [Name(manager)];
    Brought { seller } => "What {} brings" [Name(seller)];
    NothingBrought { seller } => "Nothing from {} yet." [Name(seller)];
    Promised { manager } => "{} says" [Name(manager)];
    TopicsHeading => "What to work on";
    TopicFirst => "What would help most?";
    TopicNext => "What else would help?";
    TopicParked => "Parked for another time";
    TopicHeld => "What stays with you";
    TopicAdd => "Another topic";
    WorkedIfLabel => "It worked if ...";
    WorkedIf { words } => "It worked if: {}" [Name(words)];
    EvidenceHeading => "What you know";
    EvidenceLead { coaching_type } => "A line each, and how you know it. {}" [Text(hint::evidence(coaching_type))];
    AvoidHeading => "Better left unasked";
    Avoid { coaching_type } => "{}" [Text(hint::avoid(coaching_type))];
    EvidenceLabel => "What you know";
    EvidenceAdd => "Add a line";
    SourceLabel => "How you know it";
    Seen => "Seen";
    Told => "Told";
    Guessed => "Guessed";
    LeaveHeading => "What to leave alone";
    LeaveLabel => "What should be left alone today?";
    LeaveAlone { words } => "To be left alone: {}" [Name(words)];
    CheckHeading => "Your own mind";
    CheckLead => "The ticks are yours. Nobody else sees them.";
    CheckContent => "Content";
    CheckTone => "Tone";
    CheckStructure => "Structure";
    NoteHeading => "Only for you";
    NoteLead => "Not in links or summaries. Only in a backup you save.";
    NoteLabel => "Private note";
    OnlyForMe => "Only for me";
    ReadyManager => "I am ready to coach";
    ReadySeller => "It is coaching. I am ready";
    NotReady => "Keep it, not ready yet";
    ReadyNever { name } => "{} has not said yet: I am ready." [Name(name)];
    Ready { name, when } => "{} is ready, as of {}." [Name(name), Text(when)];
    ReadyEarlier { name, when } => "{} was ready for an earlier plan, {}." [Name(name), Text(when)];
    BothReady => "You both said that you are ready for coaching.";
    BothKnow => "You both know that this is coaching.";
    ScreenSeen { seller } => "Will {} see this screen?" [Name(seller)];
    Yes => "Yes";
    No => "No";
    HeldReady => "You had both said that you were ready for coaching.";
    HeldTogether => "You said it to each other at the start: this is coaching.";

    Link(link) => "{}" [Text(&link::say(&link))];

    FormHeading => "Plan a coaching session";
    FormHeadingChange => "Change the session";
    FormLead => "Who, and when?";
    SellerLabel => "Who will you coach?";
    SellerRenames => "Another name here renames this seller in all sessions.";
    DateLabel => "Date";
    TimeLabel => "Time";
    TypeLabel => "What is it about?";
    TypeAsLast => "The same as last time.";
    AgendaLabel => "You edited the agenda. Keep it?";
    AgendaKeep => "Keep it";
    AgendaRenew => "Take a new one";
    MinutesLabel => "Minutes";
    MinutesHint => "20 to 90. If you need longer, two sessions work better.";
    PlaceLabel => "Place or meeting link";
    PlaceHint => "A quiet room, or the link of a call.";
    OwnNameLabel => "Your name";
    OwnNameHint => "Kept on this device for next time.";
    Defaults { coaching_type, minutes, place } => "{}, {} minutes" [Text(coaching_type), Text(minutes), Name(place.unwrap_or_default())];
    DefaultsChange => "Change";
    DefaultsClose => "Show less";
    FormSubmit => "Plan this session";
    FormSubmitChange => "Save the change";
    Cancel => "Cancel";
    DatePassed => "This date has passed.";
    ComplainSeller => "Write the name of the seller.";
    ComplainDate => "Choose a date.";
    ComplainTime => "Choose a time.";
    ComplainMinutes => "Write a whole number from 20 to 90.";
    ComplainTooLong { found, allowed } => "At most {} characters; this has {}." [Grouped(allowed), Grouped(found)];

    SessionKicker { coaching_type } => "Coaching session · {}" [Lowered(coaching_type)];
    SessionTitle { seller, manager } => "{}" [manager.map_or(Text(seller), |_| Name(seller)), Name(manager.unwrap_or_default())];
    When { date, from, to } => "{}, {} to {}" [Text(date), Text(from), Text(to)];
    WhenShort { date, from } => "{}, {}" [Text(date), Text(from)];
    PlannedLead { seller } => "Does {} know that this is coaching?" [Name(seller)];
    PlannedLeadMore => "Unless you both know, it is only a conversation. Say it to each other before you begin; starting says that you did. Or just talk now, with nothing recorded, and book a real one.";
    JustTalkNow => "Just talking now";
    AgendaHeading => "Agenda";
    AgendaSum { planned } => "{}" [Counted(planned)];
    AgendaOff { planned, booked } => "{}: {} more than the {} you booked" [Counted(planned), Bare(Minutes(planned.0.abs_diff(booked.0))), Bare(booked)];
    AgendaEdit => "Edit the agenda";
    ChangePlan => "Change date or place";
    Start => "Start the session";
    StartTogether => "We both know: start";
    Protected => "always at the end";
    ProtectedGroup => "Always at the end";

    EditHeading => "Edit the agenda";
    EditHelp => "Alt with the up or down arrow moves the item you are in.";
    EditDone => "Done";
    ItemTitleLabel { number } => "Name of item {}" [Nth(number)];
    ItemMinutesLabel { number } => "Minutes of item {}" [Nth(number)];
    ItemTitleShort => "Item";
    ItemMinutesShort => "Minutes";
    MoveUp { title } => "Move up: {}" [Name(title)];
    MoveDown { title } => "Move down: {}" [Name(title)];
    Remove { title } => "Remove: {}" [Name(title)];
    RemoveShort => "Remove";
    AddItem => "Add an item";
    Fit { booked } => "Fit it to {} minutes" [Bare(booked)];
    MisfitShort { needed } => "These items need at least {} minutes. Take one out, or plan more time." [Bare(needed)];
    MisfitLong { filled } => "These items fill {} minutes at most. Add one, or plan less time." [Bare(filled)];
    ComplainTitle => "Give the item a name.";
    ComplainItemMinutes { least, most } => "Write a whole number from {} to {}." [Bare(least), Bare(most)];
    UndoEdited => "Undo: item edited";
    UndoAdded => "Undo: item added";
    UndoRemoved => "Undo: item removed";
    UndoMoved => "Undo: item moved";
    UndoFitted => "Undo: minutes fitted";

    AskName => "A question to ask";
    Question(question) => "{}" [Text(question::asks(question).0)];
    ListenFor(question) => "Listen for: {}." [Text(question::asks(question).1)];
    Asked => "Asked";
    Another => "Another";
    AskedAll => "All asked. Stay with the answer that matters most.";

    FinishAbout { time } => "Finish about {}" [Text(time)];
    FinishOnTime => "On time";
    FinishBehind { minutes } => "{} min behind" [Number(minutes)];
    FinishAhead { minutes } => "{} min in hand" [Number(minutes)];
    PausedSince { time } => "Paused since {}" [Text(time)];
    RailLine { number, of, next } => "{} of {} · then {}" [Nth(number), Nth(of), Name(next.unwrap_or_default())];
    ItemNumber { number, of } => "Item {} of {}" [Nth(number), Nth(of)];
    TimerName => "Time for this item";
    LeftOf { minutes } => "of {} min left" [Bare(minutes)];
    OverBy { minutes } => "over by {} min" [Number(minutes)];
    OverJust => "time is up";
    TimePaused => "paused";
    Next { title } => "Next: {}" [Name(title)];
    Finish => "End the session";
    Back => "Back";
    Pause => "Pause";
    Resume => "Resume";
    Skip => "Skip";
    More => "More time";
    ExtendBy { minutes } => "+{} min" [Bare(minutes)];
    ExtendByLong { minutes } => "+{} min for this item" [Bare(minutes)];
    EndEarly => "End here";
    StandingDone => "Done";
    StandingCurrent => "On now";
    StandingSkipped => "Left out";
    ClockUndoStart => "Undo the start";
    ClockUndoMove => "Undo the move";
    ClockUndoSkip => "Undo the skip";
    ClockUndoExtend { minutes } => "Undo +{} min" [Bare(minutes)];
    ClockUndoPause => "Undo the pause";
    ClockUndoResume => "Undo resuming";
    ClockUndoEnd => "It is not over";
    ClockUndoAnswer => "Undo the last answer";

    Agreed => "Today";
    AgreedWrite => "Write what you agree on";
    AloneHide => "Hide what is for you alone";
    AloneShow => "Show what is for you alone";
    WriteDown => "Write down";
    WritePromise => "Promise";
    WriteParked => "Park it";
    WriteNote => "Note";
    You => "You";
    WhoPromises => "Who promises?";
    WhoRaised => "Who raised it?";
    PromiseLabel => "What is promised?";
    ParkLabel => "What has its place elsewhere?";
    SharedNoteLabel => "A note for both of you";
    FirstStepLabel => "First small step";
    WhenLabel => "When";
    Keep => "Keep it";
    Promises => "Promises";
    Parked => "Parked";
    Notes => "Notes";
    PromisedBefore => "Promised before";
    ParkedBefore => "Parked for today";
    SaidOn { day } => "From {}" [Text(day)];
    Labelled { label, words } => "{}: {}" [Name(label), Name(words)];
    Confirm => "Confirm";
    Confirmed => "Confirmed";
    NextTime => "Next time";
    Elsewhere => "Elsewhere";
    DropIt => "Drop it";
    AnswerNotYet => "Not yet";
    UndoNote => "Undo the last note";

    HandOverClose { name, other } => "{} answers alone, and {} looks away. You see both answers together, once both are in." [Name(name), Name(other)];
    CloseHeading { name } => "{}, how was it?" [Name(name)];
    CloseLead { other } => "{} does not see this yet. Once both answers are in, you see them together. Skip what you like." [Name(other)];
    CloseAsk => "How was it?";
    HasAnswered { name } => "{} has answered." [Name(name)];
    NotAnswered { name } => "{} has not answered yet." [Name(name)];
    AnswerAs { name } => "Answer as {}" [Name(name)];
    AnswerAgain { name } => "Change as {}" [Name(name)];
    AnswerIn => "That is my answer";
    AnswerLater => "Keep it for later";
    AskTalk => "Was it coaching, or just talking?";
    AskSpoke => "Who talked more?";
    Partly => "Partly";
    Coaching => "Coaching";
    JustTalking => "Just talking";
    SpokeEven => "Both alike";
    KeepLabel => "What should we keep?";
    ChangeLabel => "What should we change?";
    NextHeading => "Your next session";
    NextOn { when } => "Booked: {}" [Text(when)];
    OpenNext => "Open the next session";
    Book { when } => "Book {}" [Text(when)];
    AnotherTime => "Another time";

    ToldStarts { title, minutes } => "{}: {}." [Name(title), Counted(minutes)];
    ToldNears { title } => "{}: one minute left." [Name(title)];
    ToldUp { title } => "{}: time is up." [Name(title)];
    ToldOver { title, minutes } => "{}: {} minutes over." [Name(title), Number(minutes)];

    Unseen { minutes } => "{} minutes went by while this page slept. Were you still talking?" [Number(minutes)];
    UnseenStayed => "We kept talking";
    UnseenAway => "We were away";
    UnseenClock => "The clock was changed";
    LeftOpen { day, time } => "This session was left open. It was last seen on {} at {}." [Text(day), Text(time)];
    LeftOpenWhen => "When did it end?";
    LeftOpenEnd { time } => "It ended at {}" [Text(time)];
    LeftOpenEndDay { day, time } => "It ended on {} at {}" [Text(day), Text(time)];
    EarlierBy { minutes } => "{} min earlier" [Bare(minutes)];
    LaterBy { minutes } => "{} min later" [Bare(minutes)];
    LeftOpenStay => "We are still in it";

    OverWhen { date, from, to } => "{}, {} to {}" [Text(date), Text(from), Text(to)];
    OverLead { spent, planned } => "{} min spent, {} planned." [Number(spent), Bare(planned)];
    OverLeadNext => "The next one is easiest to book now.";
    SummaryHeading => "Summary";
    SummaryLead => "For both of you. Read it to see exactly what it holds.";
    SummaryRead => "Read it";
    SummaryCopy => "Copy";
    SummarySave => "Save as Markdown";
    SummaryCopied => "Copied.";
    SummaryRefused => "This browser does not let the page copy. The text is selected: copy it with the keyboard.";
    SummaryBrought { seller } => "What {} brought" [Name(seller)];
    SummaryPlaced { words, place } => "{} · {}" [Name(words), Lowered(place)];
    Dropped => "dropped";
    SummaryWent => "What we went through";
    TableCaption => "Planned and actual minutes";
    TableItem => "Item";
    TablePlanned => "Planned";
    TableActual => "Actual";
    TableTotal => "Total";
    TableSkipped => "left out";
    TableNotReached => "not reached";
    PlanNext { seller } => "Plan the next one with {}" [Name(seller)];

    SaveSession => "Save this session";
    OpenFile => "Open a file";
    FileHeading => "What this file holds";
    FileRefused => "This file cannot be opened";
    FileTooLarge => "It is larger than 16 MB, or holds more than 10,000 records: too many to be read. Nothing was changed.";
    FileNewer => "It was saved by a newer release. Reload the page to get that release, and open it again. Nothing was changed.";
    FileForeign => "It was not saved by a coaching session, or a part of it is missing. Nothing was changed.";
    FileLead => "Nothing is stored until you take it in.";
    FileNothingNew => "Nothing new: all that can be read in it is here already, or was deleted here.";
    FileUnreadable => "Nothing in it can be read.";
    FileNew => "New here";
    FileChanged => "Changed there";
    FileBoth => "Changed in both places, both kept until you choose";
    FileDeleted => "Deleted there, and then here";
    FileNames => "Names";
    FileSame => "No change";
    FileLeftOut => "Cannot be read and stays out";
    FileGroup { heading, count } => "{}: {}" [Text(heading), Nth(count)];
    FileMore { count } => "And {} more" [Nth(count)];
    FileContentGone => "deleted";
    FileNameHere { name } => "here: {}" [Name(name)];
    FileNameOwn => "your own name";
    FilePrivate => "What is for one of you alone";
    FileRecord { name } => "Record {}" [Name(name)];
    FileLine { number } => "Line {}" [Nth(number)];
    FileEnd => "The end of the file";
    FaultMissing => "missing";
    FaultDamaged => "damaged";
    FaultTooLarge => "too large";
    FaultNewer => "from a newer release";
    FaultBlocked => "what is stored here under this name cannot be read";
    FileTake => "Take it in";
    FileTakeAs { name } => "Take it in as {}" [Name(name)];
    FileLeave => "Leave it";
    FileBrought => "The file is taken in.";

    StorageDenied => "This browser does not let the page store anything. What you do here works until you close it. Save a file to keep it.";
    StorageFull => "This browser has no room left for the page. Your last changes are only in memory. Save a file to keep them.";
    SaveFile => "Save a file";
    DamagedMoved { count } => "{} stored records were damaged. They are set aside as they were found; a saved file holds them." [Nth(count)];
    DamagedStuck { count } => "{} stored records are damaged and could not be set aside. They are left untouched; a saved file holds them." [Nth(count)];
    NewerData { count } => "{} stored records come from a newer release. They are left untouched; reload the page to get that release." [Nth(count)];
    Concurrent => "This session was changed in two windows at once. Both versions are kept until you choose.";
    ConcurrentDetail { when, minutes } => "The other one: {}, {}." [Text(when), Counted(minutes)];
    ConcurrentDeletion => "In the other one it is deleted.";
    KeepShown => "Keep what is shown";
    KeepOther => "Take the other one";

    @besides
    RowDetailAt => "{}, {}, {}";
    DefaultsAt => "{}, {} minutes, {}";
    SessionTitleWith => "{} with {}";
    AgendaShort => "{}: {} fewer than the {} you booked";
    RailLineLast => "{} of {} · the last one";
    FileNameNew => "new here";
    DamagedMovedOne => "One stored record was damaged. It is set aside as it was found; a saved file holds it.";
    DamagedStuckOne => "One stored record is damaged and could not be set aside. It is left untouched; a saved file holds it.";
    NewerDataOne => "One stored record comes from a newer release. It is left untouched; reload the page to get that release.";
}
