//! The form that books a quarter: sellers, hours, rhythm and days to avoid, with all dates beside them.

use super::quarter_dates::{dates_section, fault_words};
use crate::domain::days_off::{NoDay, Unread};
use crate::domain::draft::{DRAFT_HOURS, Purpose, QuarterDraft};
use crate::domain::id::PairId;
use crate::domain::time::{Instant, Weekday};
use crate::present::parts::action::{Action, Choice, Choices};
use crate::present::parts::field::{FieldKind, FieldView, minutes_kind, plain_field};
use crate::present::parts::focus::field_id;
use crate::present::parts::head::link_head;
use crate::present::parts::line::Line;
use crate::present::parts::sheet::{Entry, InlineView, Section, SheetView, beside, section};
use crate::present::parts::standing::words;
use crate::program::event::{Press, QuarterPress};
use crate::program::state::field::{Field, QuarterField};
use crate::program::state::model::Model;
use crate::program::update::quarter::missing_hours;
use crate::program::update::quarter_dates::{Fault, QuarterDates, quarter_dates};
use crate::program::update::quarter_sellers::{QuarterSeller, quarter_sellers};
use crate::program::update::single::text;
use crate::program::update::standing::standing;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// Number of unread lines that are named beside the field.
const UNREAD_SHOWN: usize = 3;

/// The days of the week, from Monday on.
const DAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// Returns the form that books a quarter; `None` if no draft holds what is typed there.
pub(crate) fn quarter(model: &Model, now: Instant, env: &Env<'_>) -> Option<SheetView> {
    let draft = model.drafts.get::<QuarterDraft>(Purpose::Quarter)?;
    let dates = quarter_dates(model, env, now, draft);
    let form = Form { model, env, now, draft, dates: &dates };
    let count = dates.dates.iter().filter(|date| !date.is_left_out).count();
    let mut preview = dates_section(model, now, env, &dates);
    if dates.dates.is_empty() {
        preview.entries.extend(form.fault());
    }
    Some(SheetView {
        head: link_head(env, None, &env.say(&Message::QuarterOpen), None, &Message::BackHome),
        heading: env.say(&Message::QuarterHeading),
        lead: env.say(&Message::QuarterLead),
        sections: vec![form.who(), form.hours(), form.when(), form.more(), beside(preview)],
        outcome: None,
        is_spoken: false,
        text_to_copy: None,
        main: form.action(&Message::QuarterBook { count }, QuarterPress::Booked),
        answers: vec![Action::new(env, &Message::Cancel, Press::FormCancelled)],
        others: Vec::new(),
    })
}

/// The data from which the form is made.
struct Form<'a> {
    model: &'a Model,
    env: &'a Env<'a>,
    now: Instant,
    draft: &'a QuarterDraft,
    dates: &'a QuarterDates,
}

impl Form<'_> {
    fn action(&self, label: &Message<'_>, press: QuarterPress) -> Action {
        Action::new(self.env, label, Press::Quarter(press))
    }

    /// Returns a box to tick, whose accessible name says more than its label where `name` is given.
    fn tick(&self, label: Words, name: Option<Words>, press: QuarterPress, is_chosen: bool) -> Entry {
        let action = Action { name, ..Action::labelled(label, Press::Quarter(press)) };
        Entry::Tick(Choice { action, is_chosen })
    }

    fn field(&self, field: QuarterField, label: &Message<'_>, value: &str, kind: FieldKind) -> FieldView {
        let complaint = self.shown_fault().filter(|(of, _)| *of == field);
        let field = Field::Quarter(field);
        FieldView {
            field,
            id: field_id(field).into(),
            label: self.env.say(label),
            value: value.into(),
            kind,
            hint: None,
            complaint: complaint.map(|(_, fault)| fault_words(self.env, &self.model.limits, fault)),
        }
    }

    /// Returns the fault of the form as a line, in place of the dates.
    fn fault(&self) -> Option<Entry> {
        let (_, fault) = self.dates.fault?;
        Some(Entry::Line(Line::plain(fault_words(self.env, &self.model.limits, fault))))
    }

    /// Returns the button that adds the hours that the sellers need, below the words that they do not suffice.
    fn fill(&self) -> Option<Action> {
        self.dates.fault.filter(|(_, fault)| matches!(fault, Fault::TooMany { .. }))?;
        let missing = missing_hours(self.model, self.env, self.now, self.draft);
        let count = self.draft.hours.len().saturating_add(missing);
        let fill = self.action(&Message::QuarterFill { count }, QuarterPress::HoursFilled);
        (missing > 0).then_some(fill)
    }

    /// Returns the fault of the form; `None` while the form is as it began, without a seller.
    fn shown_fault(&self) -> Option<(QuarterField, Fault)> {
        let is_touched = self.model.drafts.typed(Purpose::Quarter).is_some();
        self.dates.fault.filter(|(_, fault)| is_touched || *fault != Fault::NoSeller)
    }

    fn day(&self, day: usize) -> Words {
        let day = DAYS.get(day).copied().unwrap_or(Weekday::Mon);
        self.env.say(&Message::NameOfDay { day })
    }

    fn who(&self) -> Section {
        let sellers = quarter_sellers(self.model, self.env, self.now, self.draft);
        let known = sellers.iter().filter_map(|seller| Some((seller, seller.pair?)));
        let mut entries = Vec::new();
        for (seller, pair) in known {
            let name = seller.name.as_str().into();
            entries.push(self.tick(name, None, QuarterPress::SellerToggled(pair), seller.is_in));
            entries.extend(self.kept(seller, pair));
        }
        let label = if entries.is_empty() { Message::QuarterNames } else { Message::QuarterNamesMore };
        let names = self.field(QuarterField::Names, &label, &self.draft.names, FieldKind::Lines);
        let hint = names.complaint.is_none().then(|| self.env.say(&Message::QuarterNamesHint));
        entries.push(Entry::Field(FieldView { hint, ..names }));
        entries.extend(self.own_name());
        section("quarter-who", self.env.say(&Message::QuarterWho), entries)
    }

    /// Returns the choice between keeping and replacing the dates that a chosen seller has; empty for a seller without.
    fn kept(&self, seller: &QuarterSeller, pair: PairId) -> Vec<Entry> {
        let Some((_, kept)) = standing(self.model, pair).filter(|_| seller.is_in && seller.has_dates) else {
            return Vec::new();
        };
        let (env, name) = (self.env, seller.name.as_str());
        let (says, keep) = if kept.slot.is_some() {
            let slot = &words(self.model, env, kept);
            let says = match seller.is_replaced {
                true => Message::QuarterSlotEnds { seller: name, slot },
                false => Message::QuarterSlot { seller: name, slot },
            };
            (env.say(&says), Message::QuarterSlotKeep { seller: name })
        } else {
            let last = kept.dates.iter().filter(|date| !date.is_skipped).map(|date| date.local).max();
            let today = env.local(self.now, &self.model.zone);
            let day = &env.date(last.unwrap_or_default(), today, Names::Short);
            let says = match seller.is_replaced {
                true => Message::QuarterHasEnds { seller: name, day },
                false => Message::QuarterHas { seller: name, day },
            };
            (env.say(&says), Message::QuarterHasKeep { seller: name })
        };
        let option =
            |label: &Message<'_>, press, is_chosen| Choice { action: self.action(label, press), is_chosen };
        let mut replace =
            option(&Message::QuarterReplace, QuarterPress::DatesReplaced(pair), seller.is_replaced);
        let said = &replace.action.label;
        replace.action.name = Some(env.say(&Message::Labelled { label: said, words: name }));
        let options = vec![option(&keep, QuarterPress::DatesKept(pair), !seller.is_replaced), replace];
        vec![Entry::Line(Line::plain(says.clone())), Entry::Choices(Choices { name: says, options })]
    }

    /// Returns the field for the manager's own name, which all messages bear; `None` once it is known.
    fn own_name(&self) -> Option<Entry> {
        if self.model.settings().own_name.is_some() {
            return None;
        }
        let field = Field::Quarter(QuarterField::OwnName);
        let typed = text(self.model, Purpose::OwnName);
        let name = plain_field(self.model, self.env, field, &Message::OwnNameLabel, typed);
        let hint = Some(self.env.say(&Message::OwnNameHint));
        Some(Entry::Field(FieldView { kind: FieldKind::Text(Vec::new()), hint, ..name }))
    }

    fn hours(&self) -> Section {
        let mut entries = Vec::new();
        for (at, hour) in (0_u8..).zip(&self.draft.hours) {
            let number = usize::from(at).saturating_add(1);
            let rests = |day: u8| self.draft.rest_days.contains(&day) && day != hour.weekday;
            let days = (0..7_u8).filter(|day| !rests(*day));
            let days = days.map(|day| (day.to_string().into(), self.day(day.into()))).collect();
            let label = Message::QuarterDay { number };
            let day = self.field(
                QuarterField::Weekday(at),
                &label,
                &hour.weekday.to_string(),
                FieldKind::Menu(days),
            );
            let label = Message::QuarterTime { number };
            let time = self.field(QuarterField::Time(at), &label, &hour.time, FieldKind::Time);
            let remove = Message::QuarterHourRemove { number };
            let remove = self.action(&remove, QuarterPress::HourRemoved(at));
            let remove = (self.draft.hours.len() > 1).then_some(remove);
            entries.push(Entry::Inline(InlineView { fields: vec![day, time], remove, is_spoken: true }));
        }
        let mut actions: Vec<Action> = self.fill().into_iter().collect();
        if self.draft.hours.len() < DRAFT_HOURS {
            actions.push(self.action(&Message::QuarterHourAdd, QuarterPress::HourAdded));
        }
        entries.push(Entry::Actions(actions));
        let rhythms = [
            ("1", Message::QuarterWeekly),
            ("2", Message::QuarterTwoWeeks),
            ("4", Message::QuarterFourWeeks),
        ];
        let rhythms = rhythms.map(|(value, label)| (value.into(), self.env.say(&label))).into();
        let every = self.field(
            QuarterField::Every,
            &Message::QuarterEvery,
            &self.draft.every,
            FieldKind::Menu(rhythms),
        );
        entries.push(Entry::Field(every));
        section("quarter-hours", self.env.say(&Message::QuarterHours), entries)
    }

    fn when(&self) -> Section {
        let draft = self.draft;
        let first = self.field(QuarterField::First, &Message::QuarterFirst, &draft.first, FieldKind::Date);
        let last = self.field(QuarterField::Last, &Message::QuarterLast, &draft.last, FieldKind::Date);
        let avoid = self.field(QuarterField::Avoid, &Message::QuarterAvoid, &draft.avoid, FieldKind::Lines);
        let unread = self.unread();
        let hint = unread.is_none().then(|| self.env.say(&Message::QuarterAvoidHint));
        let avoid = FieldView { complaint: unread, hint, ..avoid };
        let range = minutes_kind(&self.model.limits);
        let minutes = self.field(QuarterField::Minutes, &Message::MinutesLabel, &draft.minutes, range);
        let span = InlineView { fields: vec![first, last], remove: None, is_spoken: false };
        let entries = vec![Entry::Inline(span), Entry::Field(avoid), Entry::Field(minutes)];
        section("quarter-when", self.env.say(&Message::QuarterWhen), entries)
    }

    /// Returns the words about the lines that hold no date; `None` if all do.
    fn unread(&self) -> Option<Words> {
        let unread = &self.dates.off.unread;
        let words = |Unread { line, why }: &Unread| {
            self.env.say(&match why {
                NoDay::NoDate => Message::QuarterUnread { line },
                NoDay::Unclear => Message::QuarterUnclear { line },
                NoDay::Span => Message::QuarterSpan { line },
                NoDay::TooMany => Message::QuarterManyDays { line },
            })
        };
        let words: Vec<String> =
            unread.iter().take(UNREAD_SHOWN).map(|line| words(line).to_string()).collect();
        (!words.is_empty()).then(|| words.join(" ").into())
    }

    fn more(&self) -> Section {
        let env = self.env;
        let types = (0_u8..).zip(self.model.catalogue.firsts()).map(|(at, template)| {
            let is_chosen = self.draft.types.iter().any(|id| *id == template.id);
            self.tick(env.wording(&template.family), None, QuarterPress::TypeToggled(at), is_chosen)
        });
        let works = (0..7_u8).map(|day| {
            let is_chosen = !self.draft.rest_days.contains(&day);
            self.tick(self.day(day.into()), None, QuarterPress::WorkdayToggled(day), is_chosen)
        });
        let mut entries = vec![
            Entry::Folded(env.say(&Message::QuarterTypes), types.collect()),
            Entry::Folded(env.say(&Message::QuarterWorking), works.collect()),
        ];
        let off = (0_u8..).zip(&self.dates.sellers).flat_map(|(at, seller)| self.days_off(at, seller));
        let off: Vec<Entry> = off.collect();
        if !off.is_empty() {
            entries.push(Entry::Folded(self.env.say(&Message::QuarterOffs), off));
        }
        section("quarter-more", Words::default(), entries)
    }

    /// Returns the days on which a seller does not work, below a heading.
    fn days_off(&self, at: u8, seller: &QuarterSeller) -> Vec<Entry> {
        let label = &self.env.say(&Message::QuarterOff { seller: seller.name.as_str() });
        let days = (0..7_u8).filter(|day| !self.draft.rest_days.contains(day));
        let days = days.map(|day| {
            let is_off = self.draft.seller_off.iter().any(|(key, of)| *key == seller.key && *of == day);
            let words = self.day(day.into());
            let name = self.env.say(&Message::Labelled { label, words: &words });
            self.tick(words, Some(name), QuarterPress::DayOffToggled(at, day), is_off)
        });
        std::iter::once(Entry::Heading(label.clone())).chain(days).collect()
    }
}
