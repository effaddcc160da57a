//! The form that plans a session: the seller and the time, and one line of defaults.

use crate::domain::agenda::SESSION_MINUTES;
use crate::domain::coaching_type::CoachingType;
use crate::domain::draft::PlanDraft;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::time::{Instant, LocalDateTime};
use crate::present::parts::action::Action;
use crate::present::parts::complaint::complaint_about;
use crate::present::parts::field::{FieldKind, FieldView};
use crate::present::parts::focus::field_id;
use crate::present::parts::place::place;
use crate::present::parts::templates::{agendas, first, templates};
use crate::program::event::Press;
use crate::program::state::field::{Field, FormField, RENEWED};
use crate::program::state::model::Model;
use crate::program::update::offered;
use crate::program::update::overtaken::shown;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// The form that plans a session or changes its plan.
#[derive(Clone, Debug, PartialEq)]
pub struct FormView {
    /// Heading of the form.
    pub heading: Words,
    /// Explanation below the heading; `None` if the form changes a plan.
    pub lead: Option<Words>,
    /// Fields that are always shown: the seller, the date and the time; until it is known, also the manager's
    /// own name.
    pub fields: Vec<FieldView>,
    /// Coaching type, minutes and place in the form, in one line.
    pub defaults: Words,
    /// Button that shows or hides the fields for the coaching type, the minutes and the place.
    pub toggle: Action,
    /// Fields for the coaching type, the minutes and the place, for a template and an edited agenda where
    /// there is a choice, and for the own name once it is known; `None` while they are hidden.
    pub rest: Option<Vec<FieldView>>,
    /// Button that plans the session, or saves the changed plan.
    pub submit: Action,
    /// Button that leaves the form without planning or changing anything.
    pub cancel: Action,
}

/// Returns the form for `target`: a planned session to change, or a requested one to plan. `None` stands for
/// a new session. Returns `None` if no draft holds what is typed there.
pub(crate) fn form(
    model: &Model,
    target: Option<SessionId>,
    now: Instant,
    env: &Env<'_>,
) -> Option<FormView> {
    let draft = &shown(model, env, target)?;
    let template = offered::template(model, target, draft);
    let changes = offered::changed(model, target);
    let fields = Fields { model, target, changes, draft, template, now, env };
    let knows_name = model.settings().own_name.is_some();
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    for &field in &[FormField::Seller, FormField::Date, FormField::Time] {
        fields.add(field, &mut first);
    }
    for &field in
        &[FormField::Type, FormField::Template, FormField::Agenda, FormField::Minutes, FormField::Place]
    {
        fields.add(field, &mut rest);
    }
    // The name is asked for once; after that it is one of the defaults.
    fields.add(FormField::OwnName, if knows_name { &mut rest } else { &mut first });
    let (heading, submit) = match changes {
        Some(_) => (Message::FormHeadingChange, Message::FormSubmitChange),
        None => (Message::FormHeading, Message::FormSubmit),
    };
    let toggle = if draft.defaults_open { Message::DefaultsClose } else { Message::DefaultsChange };
    Some(FormView {
        heading: env.say(&heading),
        lead: changes.is_none().then(|| env.say(&Message::FormLead)),
        fields: first,
        defaults: fields.defaults(),
        toggle: Action::new(env, &toggle, Press::DefaultsToggled),
        rest: draft.defaults_open.then_some(rest),
        submit: Action::new(env, &submit, Press::PlanSubmitted),
        cancel: Action::new(env, &Message::Cancel, Press::FormCancelled),
    })
}

/// The data from which the fields of the form are made.
struct Fields<'a> {
    model: &'a Model,
    /// Session that the form changes or plans; `None` for a new one.
    target: Option<SessionId>,
    /// Session whose plan the form changes; `None` if it plans a new or a requested session.
    changes: Option<SessionId>,
    /// Text that the person has typed into the form, and what is stored in all other fields.
    draft: &'a PlanDraft,
    /// Template with which the form plans; `None` if the session keeps a coaching type that is not built in.
    template: Option<&'static CoachingType>,
    now: Instant,
    env: &'a Env<'a>,
}

impl Fields<'_> {
    /// Returns the coaching type, minutes and place in the form, in one line.
    fn defaults(&self) -> Words {
        let (draft, env) = (self.draft, self.env);
        let place = Some(draft.place.trim()).filter(|place| !place.is_empty()).map(place);
        let place = place.as_ref().map(|place| &*place.text);
        let kept = || self.changes.and_then(|id| self.model.half(id));
        let coaching_type = match self.template {
            Some(template) => env.phrase(template.name),
            None => kept().map(|half| env.wording(&half.plan.coaching_type.name)).unwrap_or_default(),
        };
        env.say(&Message::Defaults { coaching_type: &coaching_type, minutes: draft.minutes.trim(), place })
    }

    /// Returns the hint that the last session with this seller had the same template; `None` if it had not,
    /// or if the form changes a plan.
    fn as_last(&self) -> Option<Message<'static>> {
        let last = offered::last_with(self.model, &self.draft.seller)?;
        let is_same = self.template.is_some_and(|template| template.id == last.coaching_type.id.as_str());
        (is_same && self.changes.is_none()).then_some(Message::TypeAsLast)
    }

    /// Adds the field to `to`, unless it is a choice that the form does not offer now.
    fn add(&self, field: FormField, to: &mut Vec<FieldView>) {
        if let Some(view) = self.field(field) {
            to.push(view);
        }
    }

    /// Returns the field; `None` for a choice that the form does not offer now.
    fn field(&self, field: FormField) -> Option<FieldView> {
        let (draft, env) = (self.draft, self.env);
        let range = || FieldKind::Number(*SESSION_MINUTES.start(), *SESSION_MINUTES.end());
        let (label, value, kind, hint) = match field {
            FormField::Type => {
                let chosen = self.template.and_then(|template| first(template.family));
                let types = FieldKind::Choice(templates(env, None));
                (Message::TypeLabel, chosen.map_or("", |first| first.id), types, self.as_last())
            }
            FormField::Template => {
                let template = self.template?;
                let templates = FieldKind::Choice(templates(env, Some(template.family)));
                (Message::Phrase(template.which?), template.id, templates, None)
            }
            FormField::Agenda => {
                let renewed = if draft.renews_agenda { RENEWED } else { "" };
                let agendas = FieldKind::Choice(agendas(env));
                let asks = offered::asks_for_agenda(self.model, self.target, draft);
                asks.then_some((Message::AgendaLabel, renewed, agendas, None))?
            }
            FormField::Seller => {
                let renames = self.changes.map(|_| Message::SellerRenames);
                (Message::SellerLabel, draft.seller.as_str(), FieldKind::Text(self.sellers()), renames)
            }
            FormField::Date => (Message::DateLabel, draft.date.as_str(), FieldKind::Date, self.passed()),
            FormField::Time => (Message::TimeLabel, draft.time.as_str(), FieldKind::Time, None),
            FormField::Minutes => {
                (Message::MinutesLabel, draft.minutes.as_str(), range(), Some(Message::MinutesHint))
            }
            FormField::Place => (
                Message::PlaceLabel,
                draft.place.as_str(),
                FieldKind::Text(Vec::new()),
                Some(Message::PlaceHint),
            ),
            FormField::OwnName => (
                Message::OwnNameLabel,
                draft.own_name.as_str(),
                FieldKind::Text(Vec::new()),
                Some(Message::OwnNameHint),
            ),
        };
        let field = Field::Form(field);
        let complaint = complaint_about(self.model, env, field, value);
        Some(FieldView {
            field,
            id: field_id(field).into(),
            label: env.say(&label),
            value: value.into(),
            kind,
            // A complaint replaces the hint, since it says the same with more urgency.
            hint: hint.filter(|_| complaint.is_none()).map(|hint| env.say(&hint)),
            complaint,
        })
    }

    /// Returns the hint that the typed date and time have passed; `None` if not, or if they cannot be read.
    fn passed(&self) -> Option<Message<'static>> {
        let local = LocalDateTime::parse(&self.draft.date, &self.draft.time)?;
        (self.env.instant(local, &self.model.zone) < self.now).then_some(Message::DatePassed)
    }

    /// Returns the names of all sellers whom this person coaches, sorted, each once.
    fn sellers(&self) -> Vec<Words> {
        let mut names: Vec<Words> = Vec::new();
        for (_, pair) in self.model.pairs().filter(|(id, _)| self.model.side(*id) == Party::Manager) {
            let name = pair.seller.as_str();
            let place = names.iter().position(|other| &**other >= name).unwrap_or(names.len());
            if names.get(place).is_none_or(|other| &**other != name) {
                names.insert(place, name.into());
            }
        }
        names
    }
}
