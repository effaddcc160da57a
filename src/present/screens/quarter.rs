//! The form that books a quarter: sellers, hours, rhythm and days to avoid, with all dates beside them.

use super::quarter_dates::{dates_section, fault_words};
use crate::domain::agenda::SESSION_MINUTES;
use crate::domain::days_off::{NoDay, Unread};
use crate::domain::draft::{DRAFT_HOURS, Purpose, QuarterDraft};
use crate::domain::time::{Instant, Weekday};
use crate::present::parts::action::{Action, Choice};
use crate::present::parts::field::{FieldKind, FieldView};
use crate::present::parts::focus::field_id;
use crate::present::parts::head::link_head;
use crate::present::parts::line::Line;
use crate::present::parts::sheet::{Entry, Section, SheetView, beside, section};
use crate::program::event::{Press, QuarterPress};
use crate::program::state::field::{Field, QuarterField};
use crate::program::state::model::Model;
use crate::program::update::quarter::missing_hours;
use crate::program::update::quarter_dates::{
    Fault, QuarterDates, QuarterSeller, quarter_dates, quarter_sellers,
};
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Number of unread lines that are named beside the field.
const UNREAD_SHOWN: usize = 3;

/// The days of the week, from Monday on.
const DAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// Returns the form that books a quarter; `None` if no draft holds what is typed there.
pub(crate) fn quarter(model: &Model, now: Instant, env: &Env<'_>) -> Option<SheetView> {
    let draft = model.drafts.get::<QuarterDraft>(Purpose::Quarter)?;
    let dates = quarter_dates(model, env, now, draft);
    let form = Form { model, env, draft, dates: &dates };
    let count = dates.dates.iter().filter(|date| !date.is_left_out).count();
    let mut preview = dates_section(model, now, env, &dates);
    if dates.dates.is_empty() {
        preview.entries.extend(form.fault());
    }
    preview.entries.extend(form.fill());
    Some(SheetView {
        head: link_head(env, None, &env.say(&Message::QuarterOpen), None, &Message::BackHome),
        heading: env.say(&Message::QuarterHeading),
        lead: env.say(&Message::QuarterLead),
        sections: vec![form.who(), form.hours(), beside(preview), form.when(), form.more()],
        outcome: None,
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
            complaint: complaint.map(|(_, fault)| fault_words(self.env, fault)),
        }
    }

    /// Returns the fault of the form as a line, in place of the dates.
    fn fault(&self) -> Option<Entry> {
        let (_, fault) = self.dates.fault?;
        Some(Entry::Line(Line::plain(fault_words(self.env, fault))))
    }

    /// Returns the button that adds the hours that the sellers need, below the words that they do not suffice.
    fn fill(&self) -> Option<Entry> {
        self.dates.fault.filter(|(_, fault)| matches!(fault, Fault::TooMany { .. }))?;
        let count = missing_hours(self.model, self.env, self.draft);
        let fill = self.action(&Message::QuarterFill { count }, QuarterPress::HoursFilled);
        (count > 0).then(|| Entry::Actions(vec![fill]))
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
        let sellers = quarter_sellers(self.model, self.env, self.draft);
        let known = sellers.iter().filter_map(|seller| Some((seller, seller.pair?)));
        let mut entries: Vec<Entry> = known
            .map(|(seller, pair)| {
                let name = seller.name.as_str().into();
                self.tick(name, None, QuarterPress::SellerToggled(pair), seller.is_in)
            })
            .collect();
        let label = if entries.is_empty() { Message::QuarterNames } else { Message::QuarterNamesMore };
        let names = self.field(QuarterField::Names, &label, &self.draft.names, FieldKind::Lines);
        let hint = names.complaint.is_none().then(|| self.env.say(&Message::QuarterNamesHint));
        entries.push(Entry::Field(FieldView { hint, ..names }));
        section("quarter-who", self.env.say(&Message::QuarterWho), entries)
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
                FieldKind::Choice(days),
            );
            let label = Message::QuarterTime { number };
            let time = self.field(QuarterField::Time(at), &label, &hour.time, FieldKind::Time);
            entries.extend([Entry::Field(day), Entry::Field(time)]);
            if self.draft.hours.len() > 1 {
                let remove = Message::QuarterHourRemove { number };
                entries.push(Entry::Asides(vec![self.action(&remove, QuarterPress::HourRemoved(at))]));
            }
        }
        let mut actions = Vec::new();
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
            FieldKind::Choice(rhythms),
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
        let range = FieldKind::Number(*SESSION_MINUTES.start(), *SESSION_MINUTES.end());
        let minutes = self.field(QuarterField::Minutes, &Message::MinutesLabel, &draft.minutes, range);
        let fields = [avoid, first, last, minutes].map(Entry::Field).into();
        section("quarter-when", self.env.say(&Message::QuarterWhen), fields)
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
        for (at, seller) in (0_u8..).zip(&self.dates.sellers) {
            entries.push(self.days_off(at, seller));
        }
        section("quarter-more", Words::default(), entries)
    }

    /// Returns the days on which a seller does not work, folded.
    fn days_off(&self, at: u8, seller: &QuarterSeller) -> Entry {
        let label = &self.env.say(&Message::QuarterOff { seller: seller.name.as_str() });
        let days = (0..7_u8).filter(|day| !self.draft.rest_days.contains(day));
        let days = days.map(|day| {
            let is_off = self.draft.seller_off.iter().any(|(key, of)| *key == seller.key && *of == day);
            let words = self.day(day.into());
            let name = self.env.say(&Message::Labelled { label, words: &words });
            self.tick(words, Some(name), QuarterPress::DayOffToggled(at, day), is_off)
        });
        Entry::Folded(label.clone(), days.collect())
    }
}
