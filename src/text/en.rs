//! English, in the voice of a good coach: short, kind, exact; no exclamation marks, no jargon.

mod phrase;
mod question;

use super::message::Message as M;
use crate::domain::time::Minutes;

/// Says a message.
pub(super) fn say(message: &M<'_>) -> String {
    match *message {
        M::Phrase(phrase) => phrase::built_in(phrase).to_owned(),

        M::Product => "Coaching session".into(),
        M::SellerUnknown => "A seller without a name".into(),
        M::BackHome => "All sessions".into(),
        M::Undo => "Undo".into(),
        M::Dismiss => "Got it".into(),
        M::Minutes(minutes) => format!("{} min", minutes.0),
        M::MinutesOf { spent, planned } => format!("{spent} of {} min", planned.0),

        M::HomeHeading => "Your coaching sessions".into(),
        M::HomeEmpty => "Nothing is booked yet.".into(),
        M::HomeEmptyHow => "Coaching happens when it has a date and is called coaching. Who is first, and when?".into(),
        M::PlanOne => "Plan a session".into(),
        M::GroupOn => "On now".into(),
        M::GroupNext => "Next".into(),
        M::GroupPassed => "The date has passed".into(),
        M::GroupHeld => "Held".into(),
        M::RowDelete { seller, when } => format!("Delete the session with {}, {when}", isolated(seller)),
        M::Delete => "Delete".into(),
        M::RowDetail { coaching_type, minutes, place } => match place {
            Some(place) => format!("{coaching_type}, {}, {}", count(minutes), isolated(place)),
            None => format!("{coaching_type}, {}", count(minutes)),
        },
        M::RowHeld { coaching_type, spent, planned } => format!("{coaching_type}, {spent} of {} minutes", planned.0),
        M::YouPromised { seller, words } => format!("You promised {}: {}", isolated(seller), isolated(words)),
        M::DeletedSession { seller } => format!("The session with {} is deleted.", isolated(seller)),

        M::ManagerUnknown => "The manager".into(),
        M::PrepareAs { name } => format!("Prepare as {}", isolated(name)),
        M::HandOver { name } => format!("Over to {}", isolated(name)),
        M::HandOverLead { name } => format!("From here on the screen shows what {0} wrote for {0} alone. That is a courtesy between you, not a lock.", isolated(name)),
        M::HandOverTo { name } => format!("Hand over to {}", isolated(name)),
        M::IAm { name } => format!("I am {}", isolated(name)),
        M::BackToSession => "Back to the session".into(),
        M::PrepareHeading { name } => format!("{} prepares", isolated(name)),
        M::PrepareLeadManager { seller } => format!("First what {} wrote, then your own mind.", isolated(seller)),
        M::PrepareLeadSeller { manager } => format!("{} invites you to a coaching session. Not a forecast, not a review. You pick.", isolated(manager)),
        M::Brought { seller } => format!("What {} brings", isolated(seller)),
        M::NothingBrought { seller } => format!("Nothing from {} yet.", isolated(seller)),
        M::Promised { manager } => format!("{} says", isolated(manager)),
        M::TopicsHeading => "What to work on".into(),
        M::TopicFirst => "What would help most?".into(),
        M::TopicNext => "What else would help?".into(),
        M::TopicParked => "Parked for another time".into(),
        M::TopicAdd => "Another topic".into(),
        M::WorkedIfLabel => "It worked if ...".into(),
        M::WorkedIf { words } => format!("It worked if: {}", isolated(words)),
        M::EvidenceHeading => "What you know".into(),
        M::EvidenceLead => "A line each, and how you know it.".into(),
        M::EvidenceLabel => "What you know".into(),
        M::EvidenceAdd => "Add a line".into(),
        M::SourceLabel => "How you know it".into(),
        M::Seen => "Seen".into(),
        M::Told => "Told".into(),
        M::Guessed => "Guessed".into(),
        M::LeaveHeading => "What to leave alone".into(),
        M::LeaveLabel => "What should be left alone today?".into(),
        M::LeaveAlone { words } => format!("To be left alone: {}", isolated(words)),
        M::CheckHeading => "Your own mind".into(),
        M::CheckLead => "The ticks are yours. Nobody else sees them.".into(),
        M::CheckContent => "Content".into(),
        M::CheckTone => "Tone".into(),
        M::CheckStructure => "Structure".into(),
        M::NoteHeading => "Only for you".into(),
        M::NoteLead => "Not in links or summaries. Only in a backup you save.".into(),
        M::NoteLabel => "Private note".into(),
        M::ReadyManager => "I am ready to coach".into(),
        M::ReadySeller => "It is coaching. I am ready".into(),
        M::NotReady => "Keep it, not ready yet".into(),
        M::ReadyNever { name } => format!("{} has not said yet: ready.", isolated(name)),
        M::Ready { name, when } => format!("{} is ready, as of {when}.", isolated(name)),
        M::ReadyEarlier { name, when } => format!("{} was ready for an earlier plan, {when}.", isolated(name)),
        M::BothReady => "You both said that you are ready for coaching.".into(),
        M::ScreenSeen { seller } => format!("Will {} see this screen?", isolated(seller)),
        M::Yes => "Yes".into(),
        M::No => "No".into(),
        M::HeldReady => "You had both said that you were ready for coaching.".into(),
        M::HeldTogether => "You said it to each other at the start: this is coaching.".into(),

        M::FormHeading => "Plan a coaching session".into(),
        M::FormHeadingChange => "Change the session".into(),
        M::FormLead => "Who, and when?".into(),
        M::SellerLabel => "Who will you coach?".into(),
        M::SellerRenames => "Another name here renames this seller in all sessions.".into(),
        M::DateLabel => "Date".into(),
        M::TimeLabel => "Time".into(),
        M::TypeLabel => "What is it about?".into(),
        M::TypeAsLast => "The same as last time.".into(),
        M::AgendaLabel => "You edited the agenda. Keep it?".into(),
        M::AgendaKeep => "Keep it".into(),
        M::AgendaRenew => "Take a new one".into(),
        M::MinutesLabel => "Minutes".into(),
        M::MinutesHint => "20 to 90. If you need longer, two sessions work better.".into(),
        M::PlaceLabel => "Place or meeting link".into(),
        M::PlaceHint => "A quiet room, or the link of a call.".into(),
        M::OwnNameLabel => "Your name".into(),
        M::OwnNameHint => "Kept on this device for next time.".into(),
        M::Defaults { coaching_type, minutes, place } => match place {
            Some(place) => format!("{coaching_type}, {minutes} minutes, {}", isolated(place)),
            None => format!("{coaching_type}, {minutes} minutes"),
        },
        M::DefaultsChange => "Change".into(),
        M::DefaultsClose => "Show less".into(),
        M::FormSubmit => "Plan this session".into(),
        M::FormSubmitChange => "Save the change".into(),
        M::Cancel => "Cancel".into(),
        M::DatePassed => "This date has passed.".into(),
        M::ComplainSeller => "Write the name of the seller.".into(),
        M::ComplainDate => "Choose a date.".into(),
        M::ComplainTime => "Choose a time.".into(),
        M::ComplainMinutes => "Write a whole number from 20 to 90.".into(),
        M::ComplainTooLong { found, allowed } => {
            format!("At most {} characters; this has {}.", grouped(allowed), grouped(found))
        }

        M::SessionKicker { coaching_type } => format!("Coaching session · {}", lower_first(coaching_type)),
        M::SessionTitle { seller, manager } => match manager {
            Some(manager) => format!("{} with {}", isolated(seller), isolated(manager)),
            None => seller.into(),
        },
        M::When { date, from, to } => format!("{date}, {from} to {to}"),
        M::WhenShort { date, from } => format!("{date}, {from}"),
        M::PlannedLead { seller } => format!("Does {} know that this is coaching?", isolated(seller)),
        M::PlannedLeadMore => "Unless you both know, it is only a conversation. Say it to each other before you begin; starting says that you did.".into(),
        M::AgendaHeading => "Agenda".into(),
        M::AgendaSum { planned } => count(planned),
        M::AgendaOff { planned, booked } => {
            let (more, less) = (planned.0.saturating_sub(booked.0), booked.0.saturating_sub(planned.0));
            if more > 0 {
                format!("{}: {more} more than the {} you booked", count(planned), booked.0)
            } else {
                format!("{}: {less} fewer than the {} you booked", count(planned), booked.0)
            }
        }
        M::AgendaEdit => "Edit the agenda".into(),
        M::ChangePlan => "Change date or place".into(),
        M::Start => "Start the session".into(),
        M::Protected => "always at the end".into(),
        M::ProtectedGroup => "Always at the end".into(),

        M::EditHeading => "Edit the agenda".into(),
        M::EditHelp => "Alt with the up or down arrow moves the item you are in.".into(),
        M::EditDone => "Done".into(),
        M::ItemTitleLabel { number } => format!("Name of item {number}"),
        M::ItemMinutesLabel { number } => format!("Minutes of item {number}"),
        M::ItemTitleShort => "Item".into(),
        M::ItemMinutesShort => "Minutes".into(),
        M::MoveUp { title } => format!("Move up: {}", isolated(title)),
        M::MoveDown { title } => format!("Move down: {}", isolated(title)),
        M::Remove { title } => format!("Remove: {}", isolated(title)),
        M::RemoveShort => "Remove".into(),
        M::AddItem => "Add an item".into(),
        M::Fit { booked } => format!("Fit it to {} minutes", booked.0),
        M::MisfitShort { needed } => {
            format!("These items need at least {} minutes. Take one out, or plan more time.", needed.0)
        }
        M::MisfitLong { filled } => format!("These items fill {} minutes at most. Add one, or plan less time.", filled.0),
        M::ComplainTitle => "Give the item a name.".into(),
        M::ComplainItemMinutes { least, most } => format!("Write a whole number from {} to {}.", least.0, most.0),
        M::UndoEdited => "Undo: item edited".into(),
        M::UndoAdded => "Undo: item added".into(),
        M::UndoRemoved => "Undo: item removed".into(),
        M::UndoMoved => "Undo: item moved".into(),
        M::UndoFitted => "Undo: minutes fitted".into(),

        M::AskName => "A question to ask".into(),
        M::Question(question) => question::asks(question).0.into(),
        M::ListenFor(question) => format!("Listen for: {}.", question::asks(question).1),
        M::Asked => "Asked".into(),
        M::Another => "Another".into(),
        M::AskedAll => "All asked. Stay with the answer that matters most.".into(),

        M::FinishAbout { time } => format!("Finish about {time}"),
        M::FinishOnTime => "On time".into(),
        M::FinishBehind { minutes } => format!("{minutes} min behind"),
        M::FinishAhead { minutes } => format!("{minutes} min in hand"),
        M::PausedSince { time } => format!("Paused since {time}"),
        M::RailLine { number, of, next } => match next {
            Some(next) => format!("{number} of {of} · then {}", isolated(next)),
            None => format!("{number} of {of} · the last one"),
        },
        M::ItemNumber { number, of } => format!("Item {number} of {of}"),
        M::TimerName => "Time for this item".into(),
        M::LeftOf { minutes } => format!("of {} min left", minutes.0),
        M::OverBy { minutes } => format!("over by {minutes} min"),
        M::OverJust => "time is up".into(),
        M::TimePaused => "paused".into(),
        M::Next { title } => format!("Next: {}", isolated(title)),
        M::Finish => "End the session".into(),
        M::Back => "Back".into(),
        M::Pause => "Pause".into(),
        M::Resume => "Resume".into(),
        M::Skip => "Skip".into(),
        M::More => "More time".into(),
        M::ExtendBy { minutes } => format!("+{} min", minutes.0),
        M::ExtendByLong { minutes } => format!("+{} min for this item", minutes.0),
        M::EndEarly => "End here".into(),
        M::StandingDone => "Done".into(),
        M::StandingCurrent => "On now".into(),
        M::StandingSkipped => "Left out".into(),
        M::ClockUndoStart => "Undo the start".into(),
        M::ClockUndoMove => "Undo the move".into(),
        M::ClockUndoSkip => "Undo the skip".into(),
        M::ClockUndoExtend { minutes } => format!("Undo +{} min", minutes.0),
        M::ClockUndoPause => "Undo the pause".into(),
        M::ClockUndoResume => "Undo resuming".into(),
        M::ClockUndoEnd => "It is not over".into(),
        M::ClockUndoAnswer => "Undo the last answer".into(),

        M::WriteDown => "Write down".into(),
        M::WritePromise => "Promise".into(),
        M::WriteParked => "Park it".into(),
        M::WriteNote => "Note".into(),
        M::You => "You".into(),
        M::WhoPromises => "Who promises?".into(),
        M::WhoRaised => "Who raised it?".into(),
        M::PromiseLabel => "What is promised?".into(),
        M::ParkLabel => "What has its place elsewhere?".into(),
        M::SharedNoteLabel => "A note for both of you".into(),
        M::FirstStepLabel => "First small step".into(),
        M::WhenLabel => "When".into(),
        M::Keep => "Keep it".into(),
        M::Promises => "Promises".into(),
        M::Parked => "Parked".into(),
        M::Notes => "Notes".into(),
        M::PromisedBefore => "Promised before".into(),
        M::ParkedBefore => "Parked for today".into(),
        M::SaidOn { day } => format!("From {day}"),
        M::Labelled { label, words } => format!("{}: {}", isolated(label), isolated(words)),
        M::Confirm => "Confirm".into(),
        M::Confirmed => "Confirmed".into(),
        M::NextTime => "Next time".into(),
        M::Elsewhere => "Elsewhere".into(),
        M::DropIt => "Drop it".into(),
        M::AnswerNotYet => "Not yet".into(),
        M::UndoNote => "Undo the last note".into(),

        M::HandOverClose { name, other } => format!("{} answers alone, and {} looks away. You see both answers together, once both are in.", isolated(name), isolated(other)),
        M::CloseHeading { name } => format!("{}, how was it?", isolated(name)),
        M::CloseLead { other } => format!("{} does not see this yet. Once both answers are in, you see them together. Skip what you like.", isolated(other)),
        M::CloseAsk => "How was it?".into(),
        M::HasAnswered { name } => format!("{} has answered.", isolated(name)),
        M::NotAnswered { name } => format!("{} has not answered yet.", isolated(name)),
        M::AnswerAs { name } => format!("Answer as {}", isolated(name)),
        M::AnswerAgain { name } => format!("Change as {}", isolated(name)),
        M::AnswerIn => "That is my answer".into(),
        M::AnswerLater => "Keep it for later".into(),
        M::AskTalk => "Was it coaching, or just talking?".into(),
        M::AskSpoke => "Who talked more?".into(),
        M::Partly => "Partly".into(),
        M::Coaching => "Coaching".into(),
        M::JustTalking => "Just talking".into(),
        M::SpokeEven => "Both alike".into(),
        M::KeepLabel => "What should we keep?".into(),
        M::ChangeLabel => "What should we change?".into(),
        M::NextHeading => "Your next session".into(),
        M::NextOn { when } => format!("Booked: {when}"),
        M::OpenNext => "Open it".into(),
        M::Book { when } => format!("Book {when}"),
        M::AnotherTime => "Another time".into(),

        M::Unseen { minutes } => {
            format!("{minutes} minutes went by while this page slept. Were you still talking?")
        }
        M::UnseenStayed => "We kept talking".into(),
        M::UnseenAway => "We were away".into(),
        M::UnseenClock => "The clock was changed".into(),
        M::LeftOpen { day, time } => format!("This session was left open. It was last seen on {day} at {time}."),
        M::LeftOpenWhen => "When did it end?".into(),
        M::LeftOpenEnd { time } => format!("It ended at {time}"),
        M::LeftOpenEndDay { day, time } => format!("It ended on {day} at {time}"),
        M::EarlierBy { minutes } => format!("{} min earlier", minutes.0),
        M::LaterBy { minutes } => format!("{} min later", minutes.0),
        M::LeftOpenStay => "We are still in it".into(),

        M::OverWhen { date, from, to } => format!("{date}, {from} to {to}"),
        M::OverLead { spent, planned } => format!("{spent} min spent, {} planned.", planned.0),
        M::OverLeadNext => "The next one is easiest to book now.".into(),
        M::SummaryHeading => "Summary".into(),
        M::SummaryLead => "For both of you. Read it to see exactly what it holds.".into(),
        M::SummaryRead => "Read it".into(),
        M::SummaryCopy => "Copy".into(),
        M::SummarySave => "Save as Markdown".into(),
        M::SummaryCopied => "Copied.".into(),
        M::SummaryRefused => "This browser does not let the page copy. The text is selected: copy it with the keyboard.".into(),
        M::SummaryWent => "What we went through".into(),
        M::TableCaption => "Planned and actual minutes".into(),
        M::TableItem => "Item".into(),
        M::TablePlanned => "Planned".into(),
        M::TableActual => "Actual".into(),
        M::TableTotal => "Total".into(),
        M::TableSkipped => "left out".into(),
        M::TableNotReached => "not reached".into(),
        M::PlanNext { seller } => format!("Plan the next one with {}", isolated(seller)),

        M::SaveSession => "Save this session".into(),
        M::OpenFile => "Open a file".into(),
        M::FileHeading => "What this file holds".into(),
        M::FileRefused => "This file cannot be opened".into(),
        M::FileTooLarge => "It is larger than 20 MB, and no file that was saved here is. Nothing was changed.".into(),
        M::FileNewer => "It was saved by a newer release. Reload the page to get that release, and open it again. Nothing was changed.".into(),
        M::FileForeign => "It was not saved by a coaching session, or a part of it is missing. Nothing was changed.".into(),
        M::FileLead => "Nothing is stored until you take it in.".into(),
        M::FileNothingNew => "Nothing new: all that can be read in it is here already, or was deleted here.".into(),
        M::FileNew => "New here".into(),
        M::FileChanged => "Changed there".into(),
        M::FileBoth => "Changed in both places, both kept until you choose".into(),
        M::FileDeleted => "Deleted there, and then here".into(),
        M::FileNames => "Names".into(),
        M::FileSame => "No change".into(),
        M::FileLeftOut => "Cannot be read and stays out".into(),
        M::FileGroup { heading, count } => format!("{heading}: {count}"),
        M::FileContentGone => "deleted".into(),
        M::FileNameHere { name } => match name {
            "" => "new here".into(),
            name => format!("here: {}", isolated(name)),
        },
        M::FileNameOwn => "your own name".into(),
        M::FilePrivate => "ticks or a private note".into(),
        M::FileRecord { name } => format!("Record {}", isolated(name)),
        M::FaultDamaged => "damaged".into(),
        M::FaultTooLarge => "too large".into(),
        M::FaultNewer => "from a newer release".into(),
        M::FaultBlocked => "what is stored here under this name cannot be read".into(),
        M::FileTake => "Take it in".into(),
        M::FileLeave => "Leave it".into(),
        M::FileBrought => "The file is taken in.".into(),

        M::StorageDenied => "This browser does not let the page store anything. What you do here works until you close it. Save a file to keep it.".into(),
        M::StorageFull => "This browser has no room left for the page. Your last changes are only in memory. Save a file to keep them.".into(),
        M::SaveFile => "Save a file".into(),
        M::DamagedMoved { count } => match count {
            1 => "One stored record was damaged. It is set aside as it was found; a saved file holds it.".into(),
            many => format!("{many} stored records were damaged. They are set aside as they were found; a saved file holds them."),
        },
        M::DamagedStuck { count } => match count {
            1 => "One stored record is damaged and could not be set aside. It is left untouched; a saved file holds it.".into(),
            many => format!("{many} stored records are damaged and could not be set aside. They are left untouched; a saved file holds them."),
        },
        M::NewerData { count } => match count {
            1 => "One stored record comes from a newer release. It is left untouched; reload the page to get that release.".into(),
            many => format!("{many} stored records come from a newer release. They are left untouched; reload the page to get that release."),
        },
        M::Concurrent => "This session was changed in two windows at once. Both versions are kept until you choose.".into(),
        M::ConcurrentDetail { when, minutes } => format!("The other one: {when}, {}.", count(minutes)),
        M::ConcurrentDeletion => "In the other one it is deleted.".into(),
        M::KeepShown => "Keep what is shown".into(),
        M::KeepOther => "Take the other one".into(),
    }
}

/// "45 minutes", "1 minute".
fn count(minutes: Minutes) -> String {
    match minutes.0 {
        1 => "1 minute".into(),
        many => format!("{many} minutes"),
    }
}

/// A number below a million with a comma before its thousands.
fn grouped(number: usize) -> String {
    match (number / 1000, number % 1000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{thousands},{rest:03}"),
    }
}

/// Words of which the first letter is small, as within a sentence.
fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| std::iter::once(first.to_ascii_lowercase()).chain(letters).collect())
        .unwrap_or_default()
}

/// Text that may run from right to left, kept from turning the words around it (Unicode UAX 9,
/// first strong isolate). Plain Latin text stays as it is.
fn isolated(text: &str) -> String {
    if text.chars().any(|letter| letter >= '\u{590}') {
        format!("\u{2068}{text}\u{2069}")
    } else {
        text.to_owned()
    }
}
