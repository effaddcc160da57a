//! The form that sets the stage: who and when, and one line of defaults.

use crate::domain::agenda::SESSION_MINUTES;
use crate::domain::desk::Draft;
use crate::domain::template::Template;
use crate::domain::time::{Instant, LocalDateTime};
use crate::present::parts::action::Action;
use crate::present::parts::complaint::complain;
use crate::present::parts::field::{FieldKind, FieldView};
use crate::present::parts::focus::field_id;
use crate::present::parts::place::place;
use crate::present::parts::templates::{agendas, first, templates};
use crate::program::event::{Field, Press, RENEWED};
use crate::program::model::Model;
use crate::program::offered;
use crate::text::message::Message;
use crate::text::{Env, Words};

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
pub(crate) fn form(model: &Model, draft: &Draft, now: Instant, env: &Env<'_>) -> FormView {
    let template = offered::template(model, draft);
    let fields = Fields { model, draft, template, now, env };
    let knows_name = model.settings().own_name.is_some();
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    for &field in &[Field::Seller, Field::Date, Field::Time] {
        fields.add(field, &mut first);
    }
    for &field in &[Field::Type, Field::Which, Field::Agenda, Field::Minutes, Field::Place] {
        fields.add(field, &mut rest);
    }
    // The name is asked for once; after that it is one of the defaults.
    fields.add(Field::OwnName, if knows_name { &mut rest } else { &mut first });
    let changes = draft.session;
    let (heading, submit) = match changes {
        Some(_) => (Message::FormHeadingChange, Message::FormSubmitChange),
        None => (Message::FormHeading, Message::FormSubmit),
    };
    let toggle = if draft.defaults_open { Message::DefaultsClose } else { Message::DefaultsChange };
    FormView {
        heading: env.say(&heading),
        lead: changes.is_none().then(|| env.say(&Message::FormLead)),
        fields: first,
        defaults: fields.defaults(),
        toggle: Action::new(env, &toggle, Press::DefaultsToggled),
        rest: draft.defaults_open.then_some(rest),
        submit: Action::new(env, &submit, Press::PlanSubmitted),
        cancel: Action::new(env, &Message::Cancel, changes.map_or(Press::HomeOpened, Press::SessionOpened)),
    }
}

struct Fields<'a> {
    model: &'a Model,
    draft: &'a Draft,
    /// What is planned with; `None` where a session keeps a type that is not ours.
    template: Option<&'static Template>,
    now: Instant,
    env: &'a Env<'a>,
}

impl Fields<'_> {
    /// The line of defaults.
    fn defaults(&self) -> Words {
        let (draft, env) = (self.draft, self.env);
        let place = Some(draft.place.trim()).filter(|place| !place.is_empty()).map(place);
        let place = place.as_ref().map(|place| &*place.text);
        let kept = || draft.session.and_then(|id| self.model.half(id));
        let coaching_type = match self.template {
            Some(template) => env.phrase(template.name),
            None => kept().map(|half| env.wording(&half.plan.coaching_type.name)).unwrap_or_default(),
        };
        env.say(&Message::Defaults { coaching_type: &coaching_type, minutes: draft.minutes.trim(), place })
    }

    /// That the type is the one of the last session with this seller, where it is.
    fn as_last(&self) -> Option<Message<'static>> {
        let last = offered::last_with(self.model, &self.draft.seller)?;
        let is_same = self.template.is_some_and(|template| template.id == last.coaching_type.id.as_str());
        (is_same && self.draft.session.is_none()).then_some(Message::TypeAsLast)
    }

    /// Adds the field to those, unless it is a choice that there is not to make.
    fn add(&self, field: Field, to: &mut Vec<(Field, FieldView)>) {
        if let Some(view) = self.field(field) {
            to.push((field, view));
        }
    }

    /// The field; `None` for a choice that there is not to make.
    fn field(&self, field: Field) -> Option<FieldView> {
        let (draft, env) = (self.draft, self.env);
        let range = || FieldKind::Number(*SESSION_MINUTES.start(), *SESSION_MINUTES.end());
        let (label, value, kind, hint) = match field {
            Field::Type => {
                let chosen = self.template.and_then(|template| first(template.of));
                let types = FieldKind::Choice(templates(env, None));
                (Message::TypeLabel, chosen.map_or("", |first| first.id), types, self.as_last())
            }
            Field::Which => {
                let template = self.template?;
                let templates = FieldKind::Choice(templates(env, Some(template.of)));
                (Message::Phrase(template.which?), template.id, templates, None)
            }
            Field::Agenda => {
                let renewed = if draft.renews_agenda { RENEWED } else { "" };
                let agendas = FieldKind::Choice(agendas(env));
                let asks = offered::asks_for_agenda(self.model, draft);
                asks.then_some((Message::AgendaLabel, renewed, agendas, None))?
            }
            Field::Seller => {
                let renames = draft.session.map(|_| Message::SellerRenames);
                (Message::SellerLabel, draft.seller.as_str(), FieldKind::Text(self.sellers()), renames)
            }
            Field::Date => (Message::DateLabel, draft.date.as_str(), FieldKind::Date, self.passed()),
            Field::Time => (Message::TimeLabel, draft.time.as_str(), FieldKind::Time, None),
            Field::Minutes => {
                (Message::MinutesLabel, draft.minutes.as_str(), range(), Some(Message::MinutesHint))
            }
            Field::Place => (
                Message::PlaceLabel,
                draft.place.as_str(),
                FieldKind::Text(Vec::new()),
                Some(Message::PlaceHint),
            ),
            // What belongs to a preparation is never asked for here.
            Field::OwnName
            | Field::Topic(_)
            | Field::WorkedIf(_)
            | Field::Evidence(_)
            | Field::LeaveAlone
            | Field::Keep
            | Field::Change
            | Field::Wish
            | Field::Manager
            | Field::Pasted
            | Field::Password
            | Field::Note => (
                Message::OwnNameLabel,
                draft.own_name.as_str(),
                FieldKind::Text(Vec::new()),
                Some(Message::OwnNameHint),
            ),
        };
        let complaint = self.model.complaints.iter().find(|(of, _)| *of == field);
        let complaint = complaint.map(|(_, complaint)| complain(env, field, *complaint));
        Some(FieldView {
            id: field_id(field).into(),
            label: env.say(&label),
            value: value.into(),
            kind,
            // A complaint says what the hint says, and that it is needed now.
            hint: hint.filter(|_| complaint.is_none()).map(|hint| env.say(&hint)),
            complaint,
        })
    }

    /// That the date has passed, where it has.
    fn passed(&self) -> Option<Message<'static>> {
        let local = LocalDateTime::parse(&self.draft.date, &self.draft.time)?;
        (self.env.instant(local, &self.model.zone) < self.now).then_some(Message::DatePassed)
    }

    /// The sellers known so far, by name.
    fn sellers(&self) -> Vec<Words> {
        let mut names: Vec<Words> = Vec::new();
        for (_, pair) in self.model.pairs() {
            let name = pair.seller.as_str();
            let place = names.iter().position(|other| &**other >= name).unwrap_or(names.len());
            if names.get(place).is_none_or(|other| &**other != name) {
                names.insert(place, name.into());
            }
        }
        names
    }
}
