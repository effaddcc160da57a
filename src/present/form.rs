//! The form that sets the stage: who and when, and one line of defaults.

use litemap::LiteMap;

use super::planned::place;
use super::{Action, FieldKind, FieldView, field_id};
use crate::domain::agenda::SESSION_MINUTES;
use crate::domain::desk::Draft;
use crate::domain::id::SessionId;
use crate::domain::template::BUILT_IN;
use crate::domain::text::{TEXT_LIMIT, TextError};
use crate::domain::time::{Instant, LocalDateTime};
use crate::program::event::{Field, Press};
use crate::program::model::{Complaint, Model};
use crate::text::message::Message;
use crate::text::{Voice, Words};

/// The form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormView {
    /// The heading.
    pub heading: Words,
    /// What it asks for.
    pub lead: Option<Words>,
    /// Who and when.
    pub fields: Vec<(Field, FieldView)>,
    /// The rest in one line.
    pub defaults: Words,
    /// Opens the rest for editing, or closes it.
    pub toggle: Action,
    /// The rest as fields, where it is open.
    pub rest: Option<Vec<(Field, FieldView)>>,
    /// Sends the form off.
    pub submit: Action,
    /// Leaves it.
    pub cancel: Action,
}

/// The form with what was typed.
pub(super) fn form(model: &Model, draft: &Draft, now: Instant, voice: &Voice) -> FormView {
    let fields = Fields { model, draft, now, voice };
    let knows_name = model.settings().own_name.is_some();
    let mut first = vec![Field::Seller, Field::Date, Field::Time];
    let mut rest = vec![Field::Minutes, Field::Place];
    // The name is asked for once; after that it is one of the defaults.
    if knows_name {
        rest.push(Field::OwnName)
    } else {
        first.push(Field::OwnName)
    }
    let field = |field: Field| (field, fields.field(field));
    let changes = draft.session;
    let (heading, submit) = match changes {
        Some(_) => (Message::FormHeadingChange, Message::FormSubmitChange),
        None => (Message::FormHeading, Message::FormSubmit),
    };
    let toggle = if draft.defaults_open { Message::DefaultsClose } else { Message::DefaultsChange };
    FormView {
        heading: voice.say(&heading),
        lead: changes.is_none().then(|| voice.say(&Message::FormLead)),
        fields: first.into_iter().map(field).collect(),
        defaults: defaults(model, draft, voice),
        toggle: Action::new(voice, &toggle, Press::DefaultsToggled),
        rest: draft.defaults_open.then(|| rest.into_iter().map(field).collect()),
        submit: Action::new(voice, &submit, Press::PlanSubmitted),
        cancel: Action::new(voice, &Message::Cancel, changes.map_or(Press::HomeOpened, Press::SessionOpened)),
    }
}

/// The line of defaults: the coaching type of the session that is changed, or the one offered.
fn defaults(model: &Model, draft: &Draft, voice: &Voice) -> Words {
    let of_session = |id: SessionId| model.half(id).map(|half| voice.wording(&half.plan.coaching_type.name));
    let offered = || BUILT_IN.first().map(|template| voice.phrase(template.name));
    let coaching_type = draft.session.and_then(of_session).or_else(offered).unwrap_or_default();
    let place = Some(draft.place.trim()).filter(|place| !place.is_empty()).map(place);
    let place = place.as_ref().map(|place| &*place.text);
    voice.say(&Message::Defaults { coaching_type: &coaching_type, minutes: draft.minutes.trim(), place })
}

struct Fields<'a> {
    model: &'a Model,
    draft: &'a Draft,
    now: Instant,
    voice: &'a Voice,
}

impl Fields<'_> {
    fn field(&self, field: Field) -> FieldView {
        let draft = self.draft;
        let range = || FieldKind::Number(*SESSION_MINUTES.start(), *SESSION_MINUTES.end());
        let (label, value, kind, hint) = match field {
            Field::Seller => {
                let renames = draft.session.map(|_| Message::SellerRenames);
                (Message::SellerLabel, &draft.seller, FieldKind::Text(self.sellers()), renames)
            }
            Field::Date => (Message::DateLabel, &draft.date, FieldKind::Date, self.passed()),
            Field::Time => (Message::TimeLabel, &draft.time, FieldKind::Time, None),
            Field::Minutes => (Message::MinutesLabel, &draft.minutes, range(), Some(Message::MinutesHint)),
            Field::Place => {
                (Message::PlaceLabel, &draft.place, FieldKind::Text(Vec::new()), Some(Message::PlaceHint))
            }
            // What else there is belongs to a preparation.
            _ => (
                Message::OwnNameLabel,
                &draft.own_name,
                FieldKind::Text(Vec::new()),
                Some(Message::OwnNameHint),
            ),
        };
        let complaint = self.model.complaints.iter().find(|(of, _)| *of == field);
        let complaint = complaint.map(|(_, complaint)| complain(self.voice, field, *complaint));
        FieldView {
            id: field_id(field).into(),
            label: self.voice.say(&label),
            value: value.as_str().into(),
            kind,
            // A complaint says what the hint says, and that it is needed now.
            hint: hint.filter(|_| complaint.is_none()).map(|hint| self.voice.say(&hint)),
            complaint,
        }
    }

    /// That the date has passed, where it has.
    fn passed(&self) -> Option<Message<'static>> {
        let local = LocalDateTime::parse(&self.draft.date, &self.draft.time)?;
        (self.voice.instant(local, &self.model.zone) < self.now).then_some(Message::DatePassed)
    }

    /// The sellers known so far, by name.
    fn sellers(&self) -> Vec<Words> {
        let mut names = LiteMap::new_vec();
        for (_, pair) in self.model.pairs() {
            names.insert(pair.seller.as_str(), ());
        }
        names.keys().map(|name| Words::from(*name)).collect()
    }
}

pub(super) fn complain(voice: &Voice, field: Field, complaint: Complaint) -> Words {
    match complaint {
        Complaint::Text(TextError::TooLong { found }) => too_long(voice, found),
        Complaint::NoDate => voice.say(&Message::ComplainDate),
        Complaint::NoTime => voice.say(&Message::ComplainTime),
        Complaint::SessionMinutes | Complaint::Item(_) => voice.say(&Message::ComplainMinutes),
        Complaint::Text(TextError::Empty) => match field {
            Field::Date => voice.say(&Message::ComplainDate),
            Field::Time => voice.say(&Message::ComplainTime),
            _ => voice.say(&Message::ComplainSeller),
        },
    }
}

/// That a text is too long.
pub(super) fn too_long(voice: &Voice, found: usize) -> Words {
    voice.say(&Message::ComplainTooLong { found, allowed: TEXT_LIMIT })
}
