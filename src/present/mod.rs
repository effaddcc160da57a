//! The view of the model at an instant, in words that are ready to be drawn.
//!
//! Never draws and never changes anything. What a person can do is an [`Action`]: its words and the
//! press that it stands for.

pub mod agenda;
mod ask;
mod choice;
mod close;
pub mod file;
pub mod form;
pub mod head;
pub mod held;
pub mod home;
pub mod left;
pub mod note;
mod notice;
mod opened;
pub mod over;
pub mod planned;
pub mod prepare;
pub mod question;
pub mod rail;
pub mod run;
pub mod share;
mod spoken;
pub mod summary;

use crate::domain::desk::{ClosingDraft, Preparing, Screen};
use crate::domain::id::{PairId, SessionId};
use crate::domain::note::Kind;
use crate::domain::phrase::Phrase;
use crate::domain::session::{Course, ManagerHalf, Party, Session};
use crate::domain::text::Text;
use crate::domain::time::{Instant, LocalDateTime};
use crate::program::effect::Focus;
use crate::program::event::{Field, ItemField, NoteField, Press};
use crate::program::model::Model;
use crate::program::same::one;
use crate::text::message::Message;
use crate::text::{Env, Words};
use crate::timer::reading::{Phase, reading};

/// Something that a person can do.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// The words on it.
    pub label: Words,
    /// What a screen reader says instead, where the words alone do not tell.
    pub name: Option<Words>,
    /// What it brings about.
    pub press: Press,
    /// Whether it cannot be done at the moment. It keeps its place, so that its neighbours keep
    /// theirs, and the keyboard that stands on it.
    pub is_off: bool,
}

impl Action {
    fn new(env: &Env<'_>, label: &Message<'_>, press: Press) -> Self {
        Self { label: env.say(label), name: None, press, is_off: false }
    }

    fn named(env: &Env<'_>, label: &Message<'_>, name: &Message<'_>, press: Press) -> Self {
        Self { name: Some(env.say(name)), ..Self::new(env, label, press) }
    }

    /// The same, off where it is not possible.
    fn only_if(self, is_possible: bool) -> Self {
        Self { is_off: !is_possible, ..self }
    }
}

/// One of several things that can be chosen, or something that can be ticked.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Chooses it, or ticks it.
    pub action: Action,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// A screen that asks one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct AskView {
    /// Whose session.
    pub head: head::HeadView,
    /// The question.
    pub question: Words,
    /// What there is to know about it.
    pub lead: Words,
    /// Changes what is offered as the answer.
    pub steps: Vec<Action>,
    /// The likely answer.
    pub yes: Action,
    /// The other one.
    pub no: Action,
}

/// Something that asks for the person's attention, with what can be done about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What it says.
    pub text: Words,
    /// What can be done, the likeliest first.
    pub actions: Vec<Action>,
}

/// A field of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldView {
    /// Its id in the markup.
    pub id: Words,
    /// What it is for.
    pub label: Words,
    /// What is in it.
    pub value: Words,
    /// How it is filled in.
    pub kind: FieldKind,
    /// What helps to fill it in.
    pub hint: Option<Words>,
    /// What is wrong with what is in it.
    pub complaint: Option<Words>,
}

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldKind {
    /// With words, of which some can be offered.
    Text(Vec<Words>),
    /// With words on several lines.
    Lines,
    /// With a date.
    Date,
    /// With a time of day.
    Time,
    /// With a whole number from a least to a most.
    Number(u16, u16),
    /// With one of these: what is filled in, and the words for it.
    Choice(Vec<(Words, Words)>),
}

/// Everything on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The name of the whole, for a screen reader.
    pub name: Words,
    /// What asks for attention on every screen.
    pub notices: Vec<Notice>,
    /// The screen.
    pub screen: ScreenView,
}

/// The screen.
#[derive(Clone, Debug, PartialEq)]
pub enum ScreenView {
    /// The list of sessions.
    Home(Box<home::HomeView>),
    /// What a file holds that was opened from the list.
    File(Box<file::FileView>),
    /// The form that sets the stage.
    Form(Box<form::FormView>),
    /// A session that is planned.
    Planned(Box<planned::PlannedView>),
    /// The agenda, opened for editing.
    Agenda(Box<agenda::AgendaView>),
    /// One thing is asked.
    Ask(Box<AskView>),
    /// A party prepares, or answers at the close.
    Prepare(Box<prepare::PrepareView>),
    /// A session that is on.
    Run(Box<run::RunView>),
    /// A session that is over.
    Over(Box<over::OverView>),
}

/// What is to be seen of `model` at `now`.
#[must_use]
pub fn present(model: &Model, env: &Env<'_>, now: Instant) -> View {
    let screen = match &model.desk.screen {
        _ if model.opened.is_some() => {
            let opened = model.opened.as_deref().map(|opened| opened::opened(model, opened, now, env));
            opened.map(|view| ScreenView::Prepare(Box::new(view)))
        }
        Screen::Share(id) => {
            share::share(model, *id, now, env).map(|view| ScreenView::Prepare(Box::new(view)))
        }
        Screen::Ask(asking) => Some(ScreenView::Prepare(Box::new(ask::ask(model, asking, env)))),
        Screen::Home | Screen::Pair(_) => None,
        Screen::Plan(draft) => Some(ScreenView::Form(Box::new(form::form(model, draft, now, env)))),
        Screen::Session(id) => Known::of(model, *id, now, env).map(|known| session(&known, now)),
        Screen::HandOver(id, party) => Known::of(model, *id, now, env)
            .map(|known| ScreenView::Ask(Box::new(prepare::hand_over(&known, *party)))),
        Screen::Prepare(Preparing { session, party, .. })
        | Screen::Close(ClosingDraft { session, party, .. })
            if model.is_covered =>
        {
            Known::of(model, *session, now, env)
                .map(|known| ScreenView::Ask(Box::new(prepare::hand_over(&known, *party))))
        }
        Screen::Prepare(preparing) => Known::of(model, preparing.session, now, env)
            .map(|known| ScreenView::Prepare(Box::new(prepare::prepare(&known, preparing)))),
        Screen::Close(draft) => Known::of(model, draft.session, now, env)
            .map(|known| ScreenView::Prepare(Box::new(close::close(&known, draft)))),
        Screen::Agenda(id) => {
            Known::of(model, *id, now, env).map(|known| ScreenView::Agenda(Box::new(agenda::agenda(&known))))
        }
    };
    View {
        name: env.say(&Message::Product),
        notices: notice::notices(model, env),
        // A session that is gone leaves the list.
        screen: screen.unwrap_or_else(|| list(model, now, env)),
    }
}

/// The list of sessions, of all or of one seller's; or the file that lies open over it.
fn list(model: &Model, now: Instant, env: &Env<'_>) -> ScreenView {
    if let Some(file) = &model.file {
        return ScreenView::File(Box::new(file::file(model, file, now, env)));
    }
    let pair = match model.desk.screen {
        Screen::Pair(pair) if !model.is_gone() => Some(pair),
        _ => None,
    };
    ScreenView::Home(Box::new(home::home(model, pair, now, env)))
}

/// What the clock face shows at `now`; `None` where there is none to be seen. This alone is made
/// anew each second.
#[must_use]
pub fn face(model: &Model, env: &Env<'_>, now: Instant) -> Option<run::FaceView> {
    let Screen::Session(id) = model.desk.screen else { return None };
    if left::question(model, id).is_some() {
        return None;
    }
    let Course::Begun { baseline, log } = &model.half(id)?.course else { return None };
    if model.side(model.session(id)?.pair) == Party::Seller {
        return None;
    }
    let reading = reading(baseline, log, now);
    (reading.phase != Phase::Ended).then(|| run::face(env, &reading))
}

fn session(known: &Known<'_>, now: Instant) -> ScreenView {
    match &known.half.course {
        Course::Planned => ScreenView::Planned(Box::new(planned::planned(known))),
        Course::Begun { baseline, log } => {
            let reading = reading(baseline, log, now);
            if reading.phase == Phase::Ended {
                ScreenView::Over(Box::new(over::over(known, &reading, now)))
            } else if known.side == Party::Seller {
                // The manager's device runs the clock.
                ScreenView::Planned(Box::new(planned::planned(known)))
            } else if let Some(left) = left::left(known) {
                ScreenView::Ask(Box::new(left))
            } else {
                ScreenView::Run(Box::new(run::run(known, baseline, log, &reading)))
            }
        }
    }
}

/// A session, and all that it takes to speak of it.
struct Known<'a> {
    id: SessionId,
    model: &'a Model,
    env: &'a Env<'a>,
    /// What clocks of this device show.
    now: Option<LocalDateTime>,
    session: &'a Session,
    /// Which of the two this person is.
    side: Party,
    /// The pair that stands for all of the same two.
    pair: PairId,
    half: &'a ManagerHalf,
    seller: Words,
    manager: Option<&'a str>,
}

impl<'a> Known<'a> {
    fn of(model: &'a Model, id: SessionId, now: Instant, env: &'a Env<'a>) -> Option<Self> {
        let session = model.session(id)?;
        let half = session.manager_half()?;
        let pair = model.pair(session.pair);
        // A pair whose record was damaged still needs a name to be spoken of by.
        let seller =
            pair.map_or_else(|| env.say(&Message::SellerUnknown), |pair| pair.seller.as_str().into());
        let manager = pair.and_then(|pair| pair.manager.as_ref()).map(Text::as_str);
        let now = env.local(now, &model.zone);
        let side = model.side(session.pair);
        let pair = one(model, session.pair);
        Some(Self { id, model, env, now, session, side, pair, half, seller, manager })
    }

    /// Where it takes place.
    fn place(&self) -> Option<planned::PlaceView> {
        self.half.plan.place.as_ref().map(|place| planned::place(place.as_str()))
    }

    /// A phrase of the product, with the names of the two.
    fn phrase(&self, phrase: Phrase) -> Words {
        let manager = self.name(Party::Manager);
        self.env.say(&Message::PhraseOf { phrase, seller: &self.seller, manager: &manager })
    }

    /// What that party is called.
    fn name(&self, party: Party) -> Words {
        match (party, self.manager) {
            (Party::Seller, _) => self.seller.clone(),
            (Party::Manager, Some(name)) => name.into(),
            (Party::Manager, None) => self.env.say(&Message::ManagerUnknown),
        }
    }

    /// When it is planned to begin.
    fn begins(&self) -> Instant {
        let schedule = &self.half.plan.schedule;
        self.env.instant(schedule.local, &schedule.zone)
    }

    /// The same as clocks of this device show it.
    fn begins_here(&self) -> LocalDateTime {
        self.env.local(self.begins(), &self.model.zone).unwrap_or(self.half.plan.schedule.local)
    }
}

/// The id in the markup of that which takes the focus.
#[must_use]
pub fn focus_id(focus: Focus) -> String {
    match focus {
        Focus::Heading => "heading".into(),
        Focus::Question => "question".into(),
        Focus::Items => "items".into(),
        Focus::Summary => "summary-text".into(),
        Focus::Notes => "notes".into(),
        Focus::Line => note::field_id(NoteField::Words).into(),
        Focus::Opener(Kind::Promise) => "write-promise".into(),
        Focus::Opener(Kind::Parked) => "write-parked".into(),
        Focus::Opener(Kind::Shared) => "write-note".into(),
        Focus::Note(id) => format!("note-{}", id.0),
        Focus::Field(field) => field_id(field),
        Focus::Item(item, ItemField::Title) => format!("item-{}-title", item.0),
        Focus::Item(item, ItemField::Minutes) => format!("item-{}-minutes", item.0),
    }
}

fn field_id(field: Field) -> String {
    match field {
        Field::Seller => "field-seller".into(),
        Field::Date => "field-date".into(),
        Field::Time => "field-time".into(),
        Field::Type => "field-type".into(),
        Field::Which => "field-which".into(),
        Field::Agenda => "field-agenda".into(),
        Field::Minutes => "field-minutes".into(),
        Field::Place => "field-place".into(),
        Field::OwnName => "field-own-name".into(),
        Field::Topic(at) => format!("topic-{at}"),
        Field::WorkedIf(at) => format!("worked-if-{at}"),
        Field::Evidence(at) => format!("evidence-{at}"),
        Field::LeaveAlone => "leave-alone".into(),
        Field::Note => "note".into(),
        Field::Keep => "keep".into(),
        Field::Change => "change".into(),
        Field::Wish => "wish".into(),
        Field::Manager => "manager".into(),
        Field::Pasted => "pasted-link".into(),
        Field::Password => "password".into(),
    }
}
