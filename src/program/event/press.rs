//! Presses: the meanings of the buttons on the screen.

use crate::domain::agenda::{Direction, ItemId};
use crate::domain::closing::{Asked, Reply};
use crate::domain::draft::Purpose;
use crate::domain::evidence::Source;
use crate::domain::id::{PairId, SessionId, WriterId};
use crate::domain::note::{Answer, NoteId};
use crate::domain::party::Party;
use crate::domain::phrase::WordingKey;
use crate::domain::question::QuestionKey;
use crate::domain::record::RecordId;
use crate::domain::standing::Rhythm;
use crate::domain::time::{LocalDateTime, Minutes, Span};
use crate::domain::timing::Cause;
use crate::program::event::{
    correction::CorrectionPress, host::FramePress, note::NotePress, offer::OfferPress, quarter::QuarterPress,
    running::RunningPress,
};
use crate::program::state::field::Holdable;

/// The meaning of a button on the screen. Every button carries a press, so the type is small and `Copy`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// The person asked that this party prepare for the session, or answer at its close. On a device that
    /// both use, the party first confirms to hold it.
    PrepareAsked(SessionId, Party),
    /// The person confirmed to be the party to whom the device was handed.
    PartySaid,
    /// The seller added an empty topic to the preparation.
    TopicAdded,
    /// The seller brings a topic that was saved for this session. Holds its place among the saved ones, from 0.
    SavedBrought(u8),
    /// The seller added an empty line of evidence to the preparation.
    EvidenceAdded,
    /// The seller chose the source of a line of evidence. Holds the index of the line, from 0.
    SourceChosen(u8, Source),
    /// The seller held back a part of the preparation from the manager, or shared it again.
    HoldToggled(Holdable),
    /// The manager held back a note from the seller, on the screen that sends the session.
    NoteHeld(NoteId),
    /// The manager shared a held-back note again, on the screen that sends the session.
    NoteShared(NoteId),
    /// The manager asked to see the held-back notes, on the screen that sends the session.
    StaysOpened,
    /// The person ticked a line of the mindset checklist, or removed the tick.
    Ticked(WordingKey),
    /// The person opened or closed the choice of the lines of the mindset checklist.
    ChecklistToggled,
    /// The person removed a line from the mindset checklist, or put the line back.
    ChecklistLineToggled(WordingKey),
    /// The person put all removed lines of the mindset checklist back.
    ChecklistRestored,
    /// The person chose an answer to a question at the close, or chose it again to withdraw it.
    Replied(Asked, Reply),
    /// A party said an answer at the close aloud, on a screen that both see, or took the same answer back.
    RepliedAloud(SessionId, Party, Asked, Reply),
    /// The person asked for the next question that the two answer aloud at the close.
    AloudAsked,
    /// The person declared to be ready for the session, kept the topics that both agree on while it runs, or
    /// handed in the answers at the close.
    ReadySaid,
    /// The person kept the preparation or the answers at the close without declaring them complete.
    NotReadySaid,
    /// The manager stated who sees the screen during the session; true for the manager alone, false for both.
    AloneSaid(SessionId, bool),
    /// The manager pressed a button of the contents for the manager alone, during the session. Holds its meaning.
    Alone(AlonePress),
    /// The person pressed a button of what surrounds the clock of a running session. Holds its meaning.
    Running(RunningPress),
    /// The person asked for the list of sessions, or closed an opened link or file.
    HomeOpened,
    /// The person asked for the page of a pair: the sessions of one manager and one seller.
    PairOpened(PairId),
    /// The person pressed a button of the list for the next session. Holds its meaning.
    CameUp(CameUpPress),
    /// The person holds this own line for the next session back from the other one, or lets it go out again.
    LineHoldToggled(SessionId),
    /// The person declared that this pair and another one of the same name are the same two people.
    PairJoined(PairId),
    /// The person declared that this pair and those joined with it are different people.
    PairParted(PairId),
    /// The person answered for an own next step outside of a session, or took the same answer back. Holds the
    /// session in which the step was said, the step and the answer.
    StepAnswered(SessionId, NoteId, Answer),
    /// The person asked for the calendar entry of an own next step with a date. Holds the session in which the step was
    /// said, and the step.
    StepEntered(SessionId, NoteId),
    /// The person asked for sample sessions to look around in.
    SampleOpened,
    /// The person removed the sample sessions.
    SampleRemoved,
    /// The person asked for the form that plans a new session.
    PlanOpened,
    /// The person asked for the form that plans a new session with the seller of this pair.
    PlanWith(PairId),
    /// The manager chose the seller of this pair in the form that plans a session.
    SellerChosen(PairId),
    /// The manager chose this start, in the time zone of this device, and submitted the form that plans a session.
    SlotChosen(LocalDateTime),
    /// The person opened or closed the choice of the names that the form suggests.
    NamesToggled,
    /// The person removed the seller of this pair from the suggested names, or put the name back.
    NameToggled(PairId),
    /// The person asked for the form that plans the next session after this one. Holds the start of this one
    /// in the time zone of this device.
    NextPlanned(SessionId, LocalDateTime),
    /// The person booked a session like this one. Holds the planned start of the new one in the time zone of
    /// this device.
    NextBooked(SessionId, LocalDateTime),
    /// The manager keeps a standing slot at the day and time of this session, in this rhythm.
    StandingKept(SessionId, Rhythm),
    /// The person asked for the screen of the standing slot of this pair.
    StandingOpened(PairId),
    /// The manager skipped the date of this session in the pair's row, or put the date back.
    StandingToggled(PairId, SessionId),
    /// The manager added the next quarter to the row of the pair.
    StandingExtended(PairId),
    /// The manager ended the standing slot of the pair.
    StandingEnded(PairId),
    /// The person asked for the dates of the open row as a calendar file.
    RowSaved,
    /// The person opened the dates of the open row in a calendar on the web.
    RowOpened,
    /// The manager pressed a button of the form that books a quarter, or on the screen of the booked dates.
    Quarter(QuarterPress),
    /// The person asked for the form that changes the plan of a session. Holds its start in this device's
    /// time zone.
    PlanReopened(SessionId, LocalDateTime),
    /// The person asked for the screen of a session.
    SessionOpened(SessionId),
    /// The person asked for the agenda editor of a session.
    AgendaOpened(SessionId),
    /// The person deleted a session.
    SessionDeleted(SessionId),
    /// The manager said that a session whose date has passed did not take place, and lets it go.
    SessionLetGo(SessionId),
    /// The person took the removal of the sample sessions back.
    SampleRestored,
    /// The manager took the seller of this pair off the list of all people.
    SellerTakenOff(PairId),
    /// The manager booked a session with the seller of this pair, who has none, at this start in the time zone of this
    /// device.
    SellerBooked(PairId, LocalDateTime),
    /// The person undid the last change on the screen: a deletion, a change of the agenda or of a note, or a
    /// choice between versions.
    Undone,
    /// The person undid the deletion of a session, on the list.
    DeletionUndone(SessionId),
    /// The person showed or hid the fields with defaults in the form that plans a session, such as the place.
    DefaultsToggled,
    /// The person submitted the form that plans a session or changes its plan.
    PlanSubmitted,
    /// The person added an item to the agenda.
    ItemAdded,
    /// The person removed an item from the agenda.
    ItemRemoved(ItemId),
    /// The person moved an agenda item by one place.
    ItemMoved(ItemId, Direction),
    /// The person asked to fit the minutes of the items to the booked minutes.
    AgendaFitted,
    /// The manager pressed that the seller said yes: the session starts, or the screen first asks about its date.
    Started,
    /// The manager starts the session although it is booked for another time.
    StartConfirmed,
    /// The manager does not start a session that is booked for another time.
    StartDeclined,
    /// The manager said that a session whose date has passed took place, without the clock.
    HappenedSaid,
    /// The manager paused the clock of the session.
    Paused,
    /// The manager resumed the paused clock of the session.
    Resumed,
    /// The manager went on to the next agenda item.
    WentOn,
    /// The manager went back to the agenda item before.
    WentBack,
    /// The manager skipped the current agenda item.
    Skipped,
    /// The manager gave the current agenda item so many more minutes.
    Extended(Minutes),
    /// The manager asked the seller the shown coaching question, during this item.
    QuestionAsked(ItemId, QuestionKey),
    /// The manager passed over the shown coaching question during this item, and wants another one.
    QuestionPassed(ItemId, QuestionKey),
    /// The manager ended the session.
    Ended,
    /// The manager pressed a button of the proposal at a change of item. Holds its meaning.
    Offer(OfferPress),
    /// The manager corrected the clock, or noted the reason of a pause. Holds its meaning.
    Corrected(CorrectionPress),
    /// The manager undid the last change of the session's clock.
    ClockUndone,
    /// The person pressed a button of the notes. Holds its meaning.
    Note(NotePress),
    /// The person showed or hid the summary of a session that is over.
    SummaryRead,
    /// The person asked to copy the summary of a session that is over.
    SummaryCopied,
    /// The person asked to print the summary of a session that is over.
    SummaryPrinted,
    /// The person asked for the summary of a session that is over as a Markdown file.
    SummarySaved,
    /// The person answered that the session went on while the page was asleep or closed.
    StayedAnswered,
    /// The person answered that the time in which the page was asleep or closed does not count. Holds the
    /// cause.
    GapAnswered(Cause),
    /// The person moved the suggested end of a session that was left running; a positive span is later.
    EndMoved(Span),
    /// The person confirmed that a session that was left running ended at the suggested end.
    EndConfirmed,
    /// A party asked to read again the words that stay private about a session.
    OwnAsked(SessionId, Party),
    /// The person asked for the screen that sends the session to the other party.
    ShareOpened(SessionId),
    /// The person asked for the screen that puts the session into a calendar.
    CalendarAsked(SessionId),
    /// The person asked for the entry of the open session as a file.
    CalendarSaved,
    /// The person opened the entry of the open session in a calendar on the web.
    CalendarOpened,
    /// The manager chose a line that the seller can count on, or no longer, on the screen that sends the session.
    CountOnToggled(WordingKey),
    /// The manager chose all lines that the seller can count on.
    CountOnTaken,
    /// The manager gave the own name, which the screen that sends the session asked for.
    NameGiven,
    /// The person sent the session by this method.
    Sent(SendMethod),
    /// The person showed or hid the less common send methods.
    WaysToggled,
    /// The person chose the names in the outgoing link; true for initials, false for whole names.
    InitialsChosen(bool),
    /// The person asked for the outgoing link as a QR code.
    PictureAsked,
    /// The person asked to lock the outgoing link by the typed password.
    LockAsked,
    /// The person asked to open the pasted link, or to unlock the opened one by the typed password.
    PastedOpened,
    /// The seller chose the coaching type at this place among the offered ones as the one that fits the topic, or chose it again to withdraw
    /// it, on the sheet of an invitation.
    AboutChosen(u8),
    /// The person answered an opened link. Holds the answer.
    LinkTaken(Taking),
    /// The seller went back from the wish for another time to the invitation. The typed words stay.
    OtherTimeLeft,
    /// The seller says yes to the planned start, on the page of the session.
    TimeAccepted(SessionId),
    /// The seller asked for the form that says "I can't come", on the page of the session or after deleting it.
    AbsenceAsked(SessionId),
    /// The seller closed that form. The typed words stay.
    AbsenceLeft(SessionId),
    /// The seller says "I can't come", with the typed words.
    AbsenceSaid(SessionId),
    /// The manager asked for the form that plans a session for which the seller asked.
    AskPlanned(SessionId),
    /// The person asked for the form in which a seller asks for a session.
    AskOpened,
    /// The seller submitted the form that asks for a session.
    AskSent,
    /// The person asked for a file of all stored records.
    FileAsked,
    /// The person asked for a file of this session alone.
    SessionFileAsked(SessionId),
    /// The person imported the opened file. Holds their party, if the two people of the file are unknown here.
    FileTaken(Party),
    /// The person chose to keep the older content of a session in the opened file, too, or no longer.
    OlderChosen(SessionId),
    /// The person undid the change at this place among those that files and links brought.
    FileUndone(usize),
    /// The person dismissed the notice about the change at this place.
    FileConfirmed(usize),
    /// The person dismissed the notice about damaged or newer records.
    NoticeDismissed,
    /// The person goes on with an offered draft (typed text that is not kept yet): that of a closed window,
    /// or one that was set aside. Holds what the text is for, and the writer under which it is stored.
    LeftTaken(Purpose, WriterId),
    /// The person goes on with a half-typed answer to an invitation that is not open. Holds what the text is for, and for
    /// the draft of a closed window its writer.
    AnswerReopened(Purpose, Option<WriterId>),
    /// The person discarded an offered draft. Holds what the text is for, and the writer of its record.
    LeftDiscarded(Purpose, WriterId),
    /// The person discarded what is typed in the open form, and left the form.
    FormCancelled,
    /// The person brought back what *Cancel* or *Discard it* threw away. Holds the place of the text among all
    /// thrown-away ones.
    FormBroughtBack(usize),
    /// The person discarded what was typed in the open form before, and begins anew.
    StartedOver,
    /// The party asked to see text for them alone that no screen can keep any more. Holds its purpose.
    DraftUncovered(Purpose),
    /// The person discarded text that was typed here and that no screen can keep any more. Holds its purpose.
    DraftDiscarded(Purpose),
    /// The person keeps the drafts of the notice that expired drafts go.
    ExpiredKept,
    /// The person wants everything in memory stored again after storage was cleared.
    StoragePutBack,
    /// The person wants storage to stay cleared, and the memory emptied, too.
    StorageLeftCleared,
    /// The person chose among two names that were given at once: 0 for the shown ones. Holds the record of the names.
    NameChosen(RecordId, usize),
    /// The person chose among concurrent versions of the session: 0 for the shown one, from 1 for the others.
    VersionChosen(SessionId, usize),
    /// The person pressed a button that only a frame has.
    Frame(FramePress),
}

/// A method by which a person sends a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendMethod {
    /// The message with the link in it goes to the clipboard.
    Copy,
    /// The link alone goes to the clipboard.
    CopyLink,
    /// The text code of the link alone, without an address, goes to the clipboard.
    CopyCode,
    /// The message and the link go to the browser's share sheet.
    Share,
    /// The message with the link in it goes to the mail program.
    Mail,
}

/// The answer of a person to an opened link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// The seller agrees that this is coaching and to the time, and sends the typed topic, which is required.
    Accepted,
    /// The seller agrees to the time, and brings a topic along to the session; a typed one is sent all the same.
    BringsIt,
    /// The seller asks for another time: the first press opens a field for the time, the second answers.
    OtherTime,
    /// The seller agrees to the time of a session that was moved, or that the seller asked for.
    Works,
    /// The person stores the content of the link, merged with the local data.
    Merged,
    /// The manager stores the seller's request, and plans the session.
    Planned,
}

/// The meaning of a button of the list for the next session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameUpPress {
    /// The person asked for the field that takes a line for the next session of this pair.
    Asked(PairId),
    /// The person put the typed line on the list, or changed a line by it.
    Kept,
    /// The person asked for this line in the field, to change it.
    Reopened(SessionId),
    /// The person removed this line from the list.
    Removed(SessionId),
    /// The person undid the last change of the list.
    Undone,
}

/// The meaning of a button of the contents for one person alone, on a screen that the other may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlonePress {
    /// The person holds the button down.
    Held,
    /// The person released the button.
    Released,
    /// The person pressed the button for a moment, and is asked if the other can see the screen right now.
    Asked,
    /// The person answered that the other does not see the screen right now.
    Unseen,
    /// The person hides the contents, or answered that the other sees the screen right now.
    Hidden,
}
