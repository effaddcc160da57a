//! Changes of the model by events: a file for each concern, with its queries beside it.

mod about;
mod accept;
pub mod agenda;
pub mod alone;
pub mod answering;
mod around;
pub mod ask;
pub mod attending;
mod bare;
mod boot;
mod brought;
pub mod calendar;
pub mod calendar_row;
mod called;
pub mod came_up;
pub mod cancelled;
mod carry;
pub mod checklist;
mod choose;
pub mod clock;
pub mod close;
pub mod complaint;
mod configure;
pub mod correction;
mod count_on;
mod dated;
pub mod differently;
mod discard;
pub mod doubts;
pub mod earlier;
pub mod file;
mod form;
mod frame_file;
mod hold_line;
pub mod host;
mod importing;
pub mod incoming;
pub mod index;
mod interrupted;
mod keep;
pub mod kept_row;
mod leap;
mod leave;
pub mod left;
pub mod line;
mod line_note;
pub mod link;
mod list;
pub mod names;
mod new_session;
mod note;
pub mod noted;
pub mod offer;
pub mod offered;
mod open_clock;
pub mod opened;
pub mod overtaken;
pub mod pair_link;
pub mod past;
mod plan_check;
pub mod prepare;
pub mod quarter;
pub mod quarter_book;
mod quarter_busy;
pub mod quarter_dates;
mod quarter_move;
pub mod quarter_sellers;
pub mod quarter_send;
mod record;
mod records;
mod request;
mod retype;
pub mod rhythm;
mod running;
pub mod same;
pub mod sample;
pub mod saved;
mod saving;
pub mod screen;
pub mod seller_zone;
pub mod sending;
pub mod sent;
mod share;
mod sheet;
mod sheet_join;
mod sides;
mod signals;
pub mod single;
pub mod slots;
pub mod standing;
pub mod step;
pub mod step_entry;
pub mod summary;
mod tell;
pub mod thrown;
mod told;
pub mod two_names;
mod typed;
mod undo;
pub mod unsaved;
mod withheld;

use self::leave::{Leaving, leads_away, leave};
use self::saving::Saving;
use crate::domain::sent::SentBy;
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, Told, move_focus};
use crate::program::event::{AlonePress, Event, Press};
use crate::program::state::model::Model;
use crate::text::Env;

/// Changes the model by an event that happened at `now`; returns the effects. The only way to change a model.
pub fn update(model: &mut Model, env: &Env<'_>, now: Instant, event: Event) -> Vec<Effect> {
    let mut effects = Vec::new();
    let saving = Saving::of(&event);
    let reads_again = !matches!(event, Event::StorageSeen(_) | Event::Settled(_));
    // A step of the clock is noticed before anything is logged by the new time.
    leap::notice(model, now, &event);
    signals::hear(model, &event);
    let place = alone::place(model, now);
    handle(model, env, now, event, &mut effects);
    opened::open_waiting(model, &mut effects);
    if alone::let_go(model, now, place) {
        line::cover(model);
    }
    agenda::close_begun(model);
    screen::cover(model);
    if !matches!(saving, Saving::Settled) {
        keep::unite(model);
        share::follow(model, env, now, &mut effects);
    }
    leap::ask(model, now);
    model.drafts.stamp(now);
    match saving {
        Saving::Now => keep::save(model, &mut effects),
        // The first unsaved letter sets the timer, and later ones leave it: else steady typing would never be saved.
        Saving::Soon if !model.saves_soon && keep::is_unsaved(model) => {
            model.saves_soon = true;
            effects.push(Effect::SaveSoon);
        }
        Saving::Soon | Saving::Settled => {}
    }
    if reads_again && model.health.is_unread && !effects.contains(&Effect::LookAgain) {
        effects.push(Effect::LookAgain);
    }
    frame_file::follow(model, &effects);
    tell::follow(model, now, &mut effects);
    signals::follow(model, env, now, &mut effects);
    let wakes = [signals::wakes_at(model, now), alone::hides_at(model, now)];
    effects.push(Effect::Wake(wakes.into_iter().flatten().min()));
    effects
}

fn handle(model: &mut Model, env: &Env<'_>, now: Instant, event: Event, effects: &mut Vec<Effect>) {
    match event {
        Event::Booted(found) => {
            boot::boot(model, now, *found, effects);
            host::name_unknown(model, effects);
            effects.push(Effect::Tell(Told::Ready));
        }
        Event::HereChanged(here) => {
            host::heed(model, *here);
            host::name_unknown(model, effects);
        }
        Event::Pressed(press) => pressed(model, env, now, press, effects),
        Event::Typed(field, text) => typed::typed(model, field, text),
        Event::FieldLeft => agenda::leave_field(model),
        Event::SaveCame => model.saves_soon = false,
        // All trigger the steps around every event alone: log the step, save, catch up, set the alarm.
        Event::ClockStepped(_) | Event::AlarmRang | Event::AwakeSettled(_) | Event::FloatSettled(_) => {}
        Event::Configured(file) => {
            configure::configure(model, &file, effects);
            host::name_unknown(model, effects);
        }
        Event::StorageDoubted if model.health.cleared.is_some() => {}
        Event::PageShown | Event::StorageDoubted => effects.push(Effect::LookAgain),
        Event::PageHidden => {
            // No release of a held button comes to a hidden page.
            alone::pressed(model, now, AlonePress::Released);
            model.screen_unsaved = true;
        }
        Event::Settled(settled) => keep::settle(model, settled.place, settled.outcome, effects),
        Event::ChangedElsewhere(changed) => {
            keep::take_in(model, changed.place, changed.record.as_deref(), effects);
        }
        Event::StorageSeen(stored) => keep::see(model, now, stored, effects),
        Event::CopySettled(request, is_copied) if frame_file::copied(model, request, is_copied) => {}
        Event::CopySettled(request, is_copied) => match model.screen.address() {
            Screen::Share(_) => share::copied(model, now, request, is_copied, effects),
            Screen::Booked => {
                quarter_send::settled(model, env, now, (request, SentBy::Copied, is_copied), effects);
            }
            _ => record::copied(model, now, request, is_copied, effects),
        },
        Event::ShareSettled(request, is_shared) if model.screen.address() == Screen::Booked => {
            quarter_send::settled(model, env, now, (request, SentBy::Shared, is_shared), effects);
        }
        Event::ShareSettled(request, is_shared) => share::shared(model, now, request, is_shared),
        Event::LockSettled(request, sealed) => share::locked(model, request, sealed.as_deref()),
        Event::UnlockSettled(request, plain) => opened::unlock(model, request, plain, effects),
        Event::LinkOpened(text) => opened::open(model, text, effects),
        Event::PlaceRecalled(place) => {
            if let Some(press) = past::recall(model, env, &place, effects) {
                pressed(model, env, now, press, effects);
            }
        }
        Event::HandedOn(is_elsewhere) => opened::handed_on(model, is_elsewhere, effects),
        Event::StoredRead(None, stored) => file::offer(model, env, now, stored.unwrap_or_default(), effects),
        Event::StoredRead(Some(id), stored) => around::exported(model, id, stored, effects),
        Event::Called(request, call) => called::handle(model, env, now, (request, *call), effects),
        Event::CalledAround(id, call, page) => around::handle(model, env, now, (id, *call, page), effects),
        Event::AllRemoved(request, is_removed) => called::removed(request, is_removed, effects),
        Event::FileCame(file, part) => file::add_part(model, file, &part, effects),
        Event::FileOpened(file, name) => file::open_file(model, file, name.as_deref(), effects),
        Event::ReadOnCame if model.overlays.link_reading.is_some() => {
            if let Some(press) = opened::read_on(model, env, now, effects) {
                pressed(model, env, now, press, effects);
            }
        }
        Event::ReadOnCame => file::go_on(model, effects),
        Event::ImportOnCame => importing::go_on(model, now, effects),
        Event::Quarantined(record) => keep::quarantined(model, record.name, record.moved),
    }
}

fn pressed(model: &mut Model, env: &Env<'_>, now: Instant, press: Press, effects: &mut Vec<Effect>) {
    offer::withdraw(model, press);
    // Leaving a link changes nothing: the screen below is as it was.
    if press == Press::HomeOpened && model.overlays.link.is_some() {
        if answering::asks_before_leaving(model) {
            return;
        }
        let is_invitation = opened::is_invitation(model);
        opened::leave(model, effects);
        model.screen.list_mut().into_iter().for_each(|list| list.left_invitation = is_invitation);
        move_focus(effects, Focus::Heading);
        return;
    }
    if leads_away(press) && leave(model, env, now, effects) == Leaving::Refused {
        return;
    }
    match press {
        Press::HomeOpened => list::open_home(model, effects),
        Press::PairOpened(id) => list::open_pair(model, id, effects),
        Press::CameUp(press) => came_up::pressed(model, now, press, effects),
        Press::LineHoldToggled(line) => hold_line::toggle(model, line),
        Press::SessionOpened(id) => {
            if model.overlays.link.is_some() {
                opened::leave(model, effects);
            }
            list::open_session(model, now, id, effects);
        }
        Press::SessionDeleted(id) => list::delete(model, now, id, effects),
        Press::SessionLetGo(id) => list::let_go(model, now, id, effects),
        Press::SellerTakenOff(pair) => list::take_off(model, now, pair, effects),
        Press::SellerBooked(pair, start) => list::book(model, env, now, (pair, start), effects),
        Press::Undone => undo::undo(model, now, effects),
        Press::DeletionUndone(id) => list::restore(model, id, effects),
        Press::StepEntered(id, note) => step_entry::save(model, env, now, (id, note), effects),
        Press::StepAnswered(id, note, answer) => step::answer(model, id, note, answer),
        Press::SampleOpened => sample::open(model, env, now, effects),
        Press::SampleRemoved => sample::remove(model, now, effects),
        Press::SampleRestored => sample::restore(model, effects),
        Press::PairJoined(id) => opened::join(model, id),
        Press::PairParted(id) => opened::part(model, id, now),
        Press::PlanOpened => form::open(model, effects),
        Press::PlanWith(pair) => form::open_with(model, pair, effects),
        Press::SellerChosen(pair) => form::choose_seller(model, pair),
        Press::SlotChosen(slot) => form::choose_slot(model, env, now, slot, effects),
        Press::NamesToggled => names::toggle_editor(model),
        Press::NameToggled(pair) => names::toggle(model, pair),
        Press::NextPlanned(id, local) => form::open_next(model, id, local, effects),
        Press::NextBooked(id, local) => standing::book_next(model, env, now, (id, local), effects),
        Press::StandingKept(id, rhythm) => standing::keep(model, env, now, (id, rhythm), effects),
        Press::StandingOpened(pair) => screen::put_up(model, Screen::Standing(pair), effects),
        Press::StandingToggled(pair, id) => standing::toggle(model, pair, id),
        Press::StandingExtended(pair) => standing::extend(model, env, now, pair),
        Press::RowSaved => calendar_row::save(model, env, now, effects),
        Press::RowOpened => calendar_row::opened(model, env, now),
        Press::StandingEnded(pair) => standing::end(model, now, pair, effects),
        Press::Quarter(press) => quarter::pressed(model, env, now, press, effects),
        Press::PlanReopened(id, local) => form::reopen(model, id, local, effects),
        Press::DefaultsToggled => form::toggle_defaults(model, effects),
        Press::PlanSubmitted => form::submit(model, env, now, effects),
        Press::AgendaOpened(id) => agenda::open(model, id, effects),
        Press::ItemAdded => agenda::add(model, effects),
        Press::ItemRemoved(item) => agenda::remove(model, item, effects),
        Press::ItemMoved(item, direction) => agenda::shift(model, item, direction),
        Press::AgendaFitted => agenda::fit_to_booked(model, effects),
        Press::Started => clock::start_on_time(model, env, now, effects),
        Press::StartConfirmed => clock::start(model, now, effects),
        Press::StartDeclined => clock::decline_start(model),
        Press::HappenedSaid => {
            clock::say_happened(model, env, effects);
            standing::plan_after(model, env, now);
        }
        Press::Paused => clock::pause(model, now),
        Press::Resumed => clock::resume(model, now),
        Press::WentOn => clock::go_on(model, now, effects),
        Press::WentBack => clock::go_back(model, now, effects),
        Press::Skipped => clock::skip(model, now, effects),
        Press::Extended(by) => clock::extend(model, now, by),
        Press::QuestionAsked(item, question) => ask::asked(model, item, question, effects),
        Press::QuestionPassed(item, question) => ask::passed(model, item, question),
        Press::Ended => clock::end(model, env, now, effects),
        Press::Corrected(press) => correction::pressed(model, env, now, press, effects),
        Press::Offer(press) => offer::pressed(model, env, now, press),
        Press::ClockUndone => clock::undo(model, env, now, effects),
        Press::Frame(press) => around::pressed(model, press, effects),
        Press::SummaryRead => record::read(model),
        Press::SummaryCopied => record::copy(model, env, now, effects),
        Press::SummaryPrinted => effects.push(Effect::Print),
        Press::SummarySaved => record::save(model, env, now, effects),
        Press::Note(press) => line::pressed(model, env, now, press, effects),
        Press::StayedAnswered => leap::answer_stayed(model, now),
        Press::GapAnswered(cause) => leap::answer_gap(model, now, cause),
        Press::EndMoved(by) => leap::move_end(model, now, by),
        Press::EndConfirmed => {
            leap::confirm_end(model, now, effects);
            standing::plan_after(model, env, now);
        }
        Press::PrepareAsked(id, party) => prepare::hand_over(model, now, id, party, effects),
        Press::OwnAsked(id, party) => prepare::read_again(model, id, party, effects),
        Press::PartySaid => prepare::begin(model, now, effects),
        Press::TopicAdded => prepare::add_topic(model, effects),
        Press::EvidenceAdded => prepare::add_evidence(model, effects),
        Press::SourceChosen(place, source) => prepare::choose_source(model, place, source),
        Press::Replied(asked, reply) => close::reply(model, asked, reply),
        Press::RepliedAloud(id, party, asked, reply) => {
            close::reply_aloud(model, now, id, party, (asked, reply), effects);
        }
        Press::AloudAsked => move_focus(effects, Focus::Say),
        Press::HoldToggled(part) => prepare::hold(model, part),
        Press::Ticked(line) => prepare::tick(model, line),
        Press::ChecklistToggled => checklist::toggle_editor(model),
        Press::ChecklistLineToggled(line) => checklist::toggle(model, line),
        Press::ChecklistRestored => checklist::restore(model),
        Press::ReadySaid => prepare::say(model, env, now, true, effects),
        Press::NotReadySaid => prepare::say(model, env, now, false, effects),
        Press::Alone(press) => alone::pressed(model, now, press),
        Press::Running(press) => running::pressed(model, press, effects),
        Press::AloneSaid(id, alone) => alone::say(model, id, alone),
        Press::ShareOpened(id) => share::open(model, id, effects),
        Press::CalendarAsked(id) => screen::put_up(model, Screen::Calendar(id), effects),
        Press::CalendarSaved => calendar::save(model, env, now, effects),
        Press::CalendarOpened => calendar::opened(model, env, now),
        Press::StaysOpened => share::show_held(model),
        Press::NoteHeld(note) => share::hold(model, note),
        Press::NoteShared(note) => share::unhold(model, note),
        Press::CountOnToggled(line) => count_on::toggle(model, line),
        Press::CountOnTaken => count_on::take_all(model),
        Press::NameGiven => share::give_name(model, effects),
        Press::Sent(method) => share::send(model, env, now, method, effects),
        Press::WaysToggled => share::toggle_ways(model),
        Press::InitialsChosen(by_initials) => share::choose_initials(model, by_initials),
        Press::PictureAsked => share::draw(model, env, now),
        Press::LockAsked => share::ask_lock(model, env, now, effects),
        Press::PastedOpened => opened::open_pasted(model, effects),
        Press::SavedBrought(at) => saved::bring(model, at, effects),
        Press::AboutChosen(number) => answering::choose_about(model, number),
        Press::LinkTaken(taking) => opened::take(model, env, now, taking, effects),
        Press::OtherTimeLeft => answering::leave_other_time(model, effects),
        Press::TimeAccepted(id) => attending::accept(model, env, id, effects),
        Press::AbsenceAsked(id) => attending::ask(model, id, effects),
        Press::AbsenceLeft(id) => attending::leave(model, id, effects),
        Press::AbsenceSaid(id) => attending::say(model, env, id, effects),
        Press::AskPlanned(id) => form::open_asked(model, id, effects),
        Press::AskOpened => request::open(model, effects),
        Press::AskSent => request::ask(model, env, now, effects),
        // A file of all records includes the stored ones, read at this moment.
        Press::FileAsked => effects.push(Effect::ReadStored(None)),
        Press::SessionFileAsked(id) => {
            file::offer_session(model, env, id, effects);
            share::saved(model, env, now, id);
        }
        Press::FileTaken(party) => file::take(model, now, party, effects),
        Press::LeftTaken(purpose, writer) => left::take(model, purpose, writer, effects),
        Press::AnswerReopened(purpose, writer) => opened::reopen(model, purpose, writer, effects),
        Press::LeftDiscarded(purpose, writer) => left::discard(model, purpose, writer, effects),
        Press::FormCancelled => discard::cancel(model, effects),
        Press::FormBroughtBack(place) => discard::bring_back(model, now, place, effects),
        Press::StartedOver => discard::start_over(model, env, now, effects),
        Press::DraftUncovered(purpose) => alone::uncover(model, purpose),
        Press::DraftDiscarded(purpose) => left::discard_own(model, purpose, effects),
        Press::ExpiredKept => left::keep_expired(model, now, effects),
        Press::StoragePutBack => keep::put_back(model),
        Press::StorageLeftCleared => boot::begin_anew(model, effects),
        Press::OlderChosen(id) => file::choose_older(model, id),
        Press::FileUndone(place) => brought::undo(model, now, place, effects),
        Press::FileConfirmed(place) => brought::confirm(model, place, effects),
        Press::NoticeDismissed => model.health.dismissed = true,
        Press::NameChosen(id, choice) => two_names::choose(model, id, choice, effects),
        Press::VersionChosen(id, choice) => choose::choose(model, id, choice, effects),
    }
}
