//! The form that plans a session: the seller and the time, and one line of defaults.

use std::sync::Arc;

use crate::domain::coaching_type::CoachingType;
use crate::domain::draft::PlanDraft;
use crate::domain::id::SessionId;
use crate::domain::limits::Limits;
use crate::domain::name::{are_alike, folded};
use crate::domain::party::Party;
use crate::domain::phrase::Wording;
use crate::domain::time::{Instant, LocalDateTime};
use crate::present::parts::action::{Action, Choice};
use crate::present::parts::called::called;
use crate::present::parts::complaint::{complain, complaint_about};
use crate::present::parts::elsewhere::beside_offered;
use crate::present::parts::field::{FieldKind, FieldView, minutes_kind};
use crate::present::parts::focus::field_id;
use crate::present::parts::templates::{agendas, templates};
use crate::present::parts::time_said::{Told, wish_about, wish_said};
use crate::program::event::Press;
use crate::program::state::field::{Field, FormField, RENEWED};
use crate::program::state::model::Model;
use crate::program::state::screen::{Complaints, OpenScreen};
use crate::program::update::doubts::{doubts, is_doubt};
use crate::program::update::names::{KnownSeller, sellers};
use crate::program::update::offered;
use crate::program::update::overtaken::shown;
use crate::program::update::same::all;
use crate::program::update::sample::is_sample;
use crate::program::update::slots::offered as offered_slots;
use crate::program::update::standing::anchor;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// The form that plans a session or changes its plan.
#[derive(Clone, Debug, PartialEq)]
pub struct FormView {
    /// Heading of the form.
    pub heading: Words,
    /// Explanation below the heading; `None` if the form changes a plan.
    pub lead: Option<Words>,
    /// Fields for who and when: the seller, the date and the time.
    pub fields: Vec<FieldView>,
    /// Names of known sellers below the seller's field; `None` if nobody is known, or for a session with a seller.
    pub names: Option<NamesView>,
    /// Offered starts, each of which plans at once; `None` if there is no free one.
    pub slots: Option<SlotsView>,
    /// Fields that are always shown beside these: the coaching type, its template, an edited agenda where there is a
    /// choice, and the place; until it is known, also the manager's own name.
    pub about: Vec<FieldView>,
    /// Coaching type and minutes in the form, in one line.
    pub defaults: Words,
    /// Button that shows or hides the field for the minutes.
    pub toggle: Action,
    /// Fields for the minutes, and for the own name once it is known; `None` while they are hidden.
    pub rest: Option<Vec<FieldView>>,
    /// Button that plans the session, or saves the changed plan.
    pub submit: Action,
    /// Button that leaves the form without planning or changing anything.
    pub cancel: Action,
    /// Quiet button that cancels the session in place of moving it; `None` unless the form changes a plan. It stands below
    /// the fields, away from the buttons at the end of the screen before, where a second click would cancel.
    pub call_off: Option<Action>,
}

/// The names of known sellers, one press each.
#[derive(Clone, Debug, PartialEq)]
pub struct NamesView {
    /// Accessible name of the group.
    pub label: Words,
    /// Suggested names that contain what is typed in the seller's field; the chosen one is the one in that field. While the names are edited: all names, the
    /// suggested ones ticked.
    pub names: Vec<Choice>,
    /// Explanation while the names are edited; `None` otherwise.
    pub hint: Option<Words>,
    /// Button that opens or closes the choice of the suggested names.
    pub edit: Action,
}

/// Starts that the form offers.
#[derive(Clone, Debug, PartialEq)]
pub struct SlotsView {
    /// Heading of the group.
    pub label: Words,
    /// Field above which the starts stand: the date, or for a session that is moved the first field of the form.
    pub above: Field,
    /// Button for each start; a press plans the session, or saves the changed plan.
    pub slots: Vec<Action>,
}

/// Upper bound on the suggested names on the screen; the field suggests the others while the person types.
const NAMES: usize = 12;

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
    let doubts = doubts(model, env, now, target, draft);
    let fields = Fields { model, target, changes, draft, template, doubts, env };
    let knows_name = model.settings().own_name.is_some();
    let (mut first, mut about, mut rest) = (Vec::new(), Vec::new(), Vec::new());
    for &field in &[FormField::Seller, FormField::Date, FormField::Time] {
        fields.add(field, &mut first);
    }
    for &field in &[FormField::Type, FormField::Template, FormField::Agenda, FormField::Place] {
        fields.add(field, &mut about);
    }
    fields.add(FormField::Minutes, &mut rest);
    // The name is asked for once; after that it is one of the defaults.
    fields.add(FormField::OwnName, if knows_name { &mut rest } else { &mut about });
    let (heading, submit, cancel) = match changes {
        Some(_) => (Message::FormHeadingChange, Message::FormSubmitChange, Message::FormLeave),
        None => (Message::FormHeading, Message::FormSubmit, Message::Cancel),
    };
    let toggle = if draft.defaults_open { Message::DefaultsClose } else { Message::DefaultsChange };
    Some(FormView {
        heading: env.say(&heading),
        lead: wished(model, target, env).or_else(|| changes.is_none().then(|| env.say(&Message::FormLead))),
        fields: first,
        names: fields.names(),
        slots: fields.slots(now),
        about,
        defaults: fields.defaults(),
        toggle: Action::new(env, &toggle, Press::DefaultsToggled),
        rest: draft.defaults_open.then_some(rest),
        submit: fields.keep().unwrap_or_else(|| Action::new(env, &submit, Press::PlanSubmitted)),
        cancel: Action::new(env, &cancel, Press::FormCancelled),
        call_off: changes.map(|id| Action::new(env, &Message::FormCallOff, Press::SessionDeleted(id))),
    })
}

/// Returns the time that the seller of the session wished for, or the reason for an absence, which decides the date; `None`
/// without such words.
fn wished(model: &Model, target: Option<SessionId>, env: &Env<'_>) -> Option<Words> {
    let session = model.session(target?)?;
    let name = called(model, env, Some(model.pair(session.pair)?), Party::Seller);
    let (half, told) = (session.seller_half()?, Told::Of(&name));
    match session.manager_half() {
        Some(planned) => wish_about(env, half, &planned.plan, told),
        None => wish_said(env, half, told),
    }
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
    template: Option<Arc<CoachingType>>,
    /// Doubts about the values in the form.
    doubts: Complaints,
    env: &'a Env<'a>,
}

impl Fields<'_> {
    /// Returns the coaching type and the minutes in the form, in one line.
    fn defaults(&self) -> Words {
        let (draft, env) = (self.draft, self.env);
        let kept = || self.changes.and_then(|id| self.model.half(id));
        let coaching_type = match &self.template {
            Some(template) => env.wording(&template.name),
            None => kept().map(|half| env.wording(&half.plan.coaching_type.name)).unwrap_or_default(),
        };
        env.say(&Message::Defaults { coaching_type: &coaching_type, minutes: draft.minutes.trim() })
    }

    /// Returns the hint that the last session with this seller had the same template; `None` if it had not,
    /// or if the form changes a plan.
    fn as_last(&self) -> Option<Message<'static>> {
        let last = offered::last_with(self.model, self.draft)?;
        let is_same =
            self.template.as_ref().is_some_and(|template| template.id == last.coaching_type.id.as_str());
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
        let range = || minutes_kind(&self.model.limits);
        let (label, value, kind, hint) = match field {
            FormField::Type => {
                let chosen = self
                    .template
                    .as_ref()
                    .and_then(|template| self.model.catalogue.first_of(&template.family));
                let types = FieldKind::Choice(templates(env, &self.model.catalogue, None));
                (Message::TypeLabel, chosen.map_or("", |first| &first.id), types, self.as_last())
            }
            FormField::Template => {
                let template = self.template.as_ref()?;
                let templates =
                    FieldKind::Choice(templates(env, &self.model.catalogue, Some(&template.family)));
                let Some(Wording::BuiltIn(which)) = template.which else { return None };
                (Message::Phrase(which), &*template.id, templates, None)
            }
            FormField::Agenda => {
                let renewed = if draft.renews_agenda.is_some() { RENEWED } else { "" };
                let agendas = FieldKind::Choice(agendas(env));
                let asks = offered::asks_for_agenda(self.model, self.target, draft);
                asks.then_some((Message::AgendaLabel, renewed, agendas, None))?
            }
            FormField::Seller => {
                let renames = self.changes.map(|_| Message::SellerRenames);
                (Message::SellerLabel, draft.seller.as_str(), FieldKind::Text(self.sellers()), renames)
            }
            FormField::Date => (Message::DateLabel, draft.date.as_str(), FieldKind::Date, None),
            FormField::Time => (Message::TimeLabel, draft.time.as_str(), FieldKind::Time, None),
            FormField::Minutes => {
                let Limits { shortest: least, longest: most, .. } = self.model.limits;
                let hint = Message::MinutesHint { least, most };
                (Message::MinutesLabel, draft.minutes.as_str(), range(), Some(hint))
            }
            FormField::Place => {
                (Message::PlaceLabel, draft.place.as_str(), FieldKind::Text(Vec::new()), None)
            }
            FormField::OwnName => (
                Message::OwnNameLabel,
                draft.own_name.as_str(),
                FieldKind::Text(Vec::new()),
                Some(Message::OwnNameHint),
            ),
        };
        let doubt = self.doubt(field);
        let field = Field::Form(field);
        let complaint = complaint_about(self.model, env, field, value);
        Some(FieldView {
            field,
            id: field_id(field).into(),
            label: env.say(&label),
            value: value.into(),
            kind,
            // A complaint replaces the hint, since it says the same with more urgency.
            hint: doubt.or_else(|| hint.map(|hint| env.say(&hint))).filter(|_| complaint.is_none()),
            complaint,
        })
    }

    /// Returns the words of the doubt about the field, which the person may keep; `None` without one.
    fn doubt(&self, field: FormField) -> Option<Words> {
        let doubt = self.doubts.iter().find(|(of, _)| *of == Field::Form(field))?;
        Some(complain(self.model, self.env, doubt.0, doubt.1))
    }

    /// Returns the button that plans although the person was asked about a doubtful value; `None` without such a question.
    fn keep(&self) -> Option<Action> {
        let is_asked = self.model.screen.complaints().iter().any(|(_, complaint)| is_doubt(*complaint));
        let label = if self.changes.is_some() { Message::SaveAnyway } else { Message::PlanAnyway };
        is_asked.then(|| Action::new(self.env, &label, Press::PlanSubmitted))
    }

    /// Returns the starts that the form offers, each with the press that plans; `None` without any.
    fn slots(&self, now: Instant) -> Option<SlotsView> {
        let (model, env) = (self.model, self.env);
        let here = env.local(now, &model.zone);
        let changed = self.changes.and_then(|id| model.session(id)).map(|session| session.pair);
        let pair = changed.or_else(|| offered::pair_of(model, self.draft));
        // A request tells the seller's clocks itself.
        let known = self.target.or_else(|| pair.and_then(|pair| anchor(model, here, pair)));
        let action = |slot: LocalDateTime| {
            let when = env.date_time(slot, here, Names::Short);
            let when = match known {
                Some(id) => beside_offered(model, env, id, slot, when),
                None => when,
            };
            Action::labelled(when, Press::SlotChosen(slot))
        };
        let slots = offered_slots(model, env, now, self.target, self.draft).into_iter().map(action);
        let slots: Vec<Action> = slots.collect();
        let (label, above) = match self.changes {
            Some(_) => (Message::SlotsLabelChange, FormField::Seller),
            None => (Message::SlotsLabel, FormField::Date),
        };
        (!slots.is_empty()).then(|| SlotsView { label: env.say(&label), above: Field::Form(above), slots })
    }

    /// Returns the names of the sellers whom this person coaches; `None` without any, or if the form is for a session
    /// with a seller.
    fn names(&self) -> Option<NamesView> {
        let (model, env) = (self.model, self.env);
        let mut sellers = self.real_sellers();
        if self.target.is_some() || sellers.is_empty() {
            return None;
        }
        let edits = matches!(&model.screen, OpenScreen::Plan(_, state) if state.edits_names);
        if offered::is_ambiguous(model, self.draft) && !edits {
            sellers.retain(|seller| are_alike(self.draft.seller.trim(), seller.name));
        } else if !edits {
            // A name must not replace other words that are typed in the field.
            let typed = folded(&self.draft.seller);
            let is_known = sellers.iter().any(|seller| folded(seller.name) == typed);
            sellers.retain(|seller| seller.is_listed && (is_known || folded(seller.name).contains(&typed)));
            let mut latest: Vec<_> = sellers.iter().map(|seller| (seller.last, seller.pair)).collect();
            latest.sort_unstable();
            let first = latest.len().checked_sub(NAMES).and_then(|first| latest.get(first)).copied();
            sellers.retain(|seller| first.is_none_or(|first| (seller.last, seller.pair) >= first));
        }
        let name = |seller: KnownSeller<'_>| {
            let press = if edits { Press::NameToggled } else { Press::SellerChosen };
            let is_chosen = match self.draft.pair {
                _ if edits => seller.is_listed,
                Some(pair) if seller.has_namesake => all(model, pair).contains(&seller.pair),
                None if seller.has_namesake => false,
                _ => are_alike(self.draft.seller.trim(), seller.name),
            };
            Choice { action: Action::labelled(self.name_of(&seller), press(seller.pair)), is_chosen }
        };
        let edit = if edits { Message::NamesDone } else { Message::NamesEdit };
        Some(NamesView {
            label: env.say(&Message::NamesLabel),
            names: sellers.into_iter().map(name).collect(),
            hint: edits.then(|| env.say(&Message::NamesHint)),
            edit: Action::new(env, &edit, Press::NamesToggled),
        })
    }

    /// Returns the name of the seller; of several people of one name, with the date of the last session.
    fn name_of(&self, seller: &KnownSeller<'_>) -> Words {
        if !seller.has_namesake {
            return seller.name.into();
        }
        let last = seller.last.map(|last| self.env.date(last, None, Names::Short));
        let words = &last.unwrap_or_else(|| self.env.say(&Message::NoSessionYet));
        self.env.say(&Message::Labelled { label: seller.name, words })
    }

    /// Returns the names of the sellers that the browser suggests while the person types.
    fn sellers(&self) -> Vec<Words> {
        let listed = self.real_sellers().into_iter().filter(|seller| seller.is_listed);
        let mut names: Vec<Words> = listed.map(|seller| seller.name.into()).collect();
        names.dedup();
        names
    }

    /// Returns the sellers whom this person coaches, without the one of the sample.
    fn real_sellers(&self) -> Vec<KnownSeller<'_>> {
        let mut sellers = sellers(self.model);
        sellers.retain(|seller| !is_sample(self.model, self.env, seller.pair));
        sellers
    }
}
