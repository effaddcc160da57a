//! The list for the next session of two people, on the page of the pair: the field that takes a line, and the lines of
//! this person. And the way there from the list of all people.

use super::action::Action;
use super::called::called;
use super::field::{FieldKind, FieldView, plain_field};
use super::line::Line;
use super::note_list::{Fold, NoteButton, NoteList, NoteRow, RowKind};
use super::notice::{LABEL_SHOWN, Notice, shortened};
use super::session_context::SessionContext;
use super::session_row::Group;
use crate::domain::id::PairId;
use crate::domain::listed::Listed;
use crate::domain::time::{Instant, LocalDateTime};
use crate::program::event::{CameUpPress, Press};
use crate::program::state::came_up::ListChange;
use crate::program::state::field::{Field, HomeField};
use crate::program::state::model::Model;
use crate::program::update::came_up::{
    changing, held_lines, is_alone, is_covered, is_own, lines, own_line, text,
};
use crate::program::update::earlier::parked;
use crate::program::update::same::SamePairs;
use crate::program::update::standing::{DateState, upcoming};
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// The list for the next session, on the page of a pair.
#[derive(Clone, Debug, PartialEq)]
pub struct CameUpView {
    /// Field that takes a line. Its hint names the day of the next session.
    pub field: FieldView,
    /// Button that puts the line on the list; the list is changed by it while a line is changed.
    pub keep: Action,
    /// Statement about the last change, with the button that undoes it; `None` before the first.
    pub told: Option<Notice>,
    /// Lines of this person, the oldest first; `None` without any.
    pub list: Option<NoteList>,
}

/// The way from the list of all people to the list for the next session with each of them.
#[derive(Clone, Debug, PartialEq)]
pub struct CameUpWith {
    /// Name of the whole, which unfolds it.
    pub name: Words,
    /// Button for each person, in the order of the list.
    pub people: Vec<Action>,
}

/// Returns the list for the next session of a pair at `now`; `None` for an unknown pair, and while words for the manager alone
/// are covered.
pub(crate) fn came_up(
    model: &Model,
    pair: PairId,
    same: &SamePairs,
    now: Instant,
    env: &Env<'_>,
) -> Option<CameUpView> {
    model.pair(pair).filter(|_| !is_covered(model, pair))?;
    let label = Message::CameUp;
    let field = Field::Home(HomeField::CameUp);
    let typed = plain_field(model, env, field, &label, text(model, pair));
    let local = env.local(now, &model.zone);
    let rows: Vec<NoteRow> = lines(model, pair).iter().map(|line| row(model, line, local, env)).collect();
    let heading = env.say(&Message::CameUpList);
    let keep = if changing(model).is_some() { Message::FormSubmitChange } else { Message::CameUpKeep };
    Some(CameUpView {
        field: FieldView {
            kind: FieldKind::Text(Vec::new()),
            hint: Some(match is_alone(model, pair) {
                true => env.say(&Message::CameUpHeld),
                false => hint(next(model, pair, same, now, env), local, env),
            }),
            ..typed
        },
        keep: Action::new(env, &keep, Press::CameUp(CameUpPress::Kept)),
        told: told(model, env),
        list: (!rows.is_empty()).then_some(NoteList { heading, rows, fold: Fold::Never }),
    })
}

/// Returns the buttons that lead from the list of all people to the list with each of them; `None` without people. The button
/// for the only person has the name of the whole.
pub(crate) fn came_up_with(groups: &[Group], env: &Env<'_>) -> Option<CameUpWith> {
    let name = env.say(&Message::CameUp);
    let mut people: Vec<Action> = Vec::new();
    for row in groups.iter().flat_map(|group| &group.rows) {
        let press = Press::CameUp(CameUpPress::Asked(row.pair));
        if people.iter().all(|action| action.press != press) {
            let words = Message::Labelled { label: &name, words: &row.seller };
            people
                .push(Action { name: Some(env.say(&words)), ..Action::labelled(row.seller.clone(), press) });
        }
    }
    if let [only] = &mut *people {
        only.label.clone_from(&name);
    }
    (!people.is_empty()).then_some(CameUpWith { name, people })
}

/// Returns the start of the next session of the pair that is planned and not over, or the next date of their slot; `None`
/// without either.
fn next(model: &Model, pair: PairId, same: &SamePairs, at: Instant, env: &Env<'_>) -> Option<LocalDateTime> {
    let (of, now) = (same.one(pair), env.local(at, &model.zone));
    let sessions = model.sessions().filter(|session| same.one(session.pair) == of);
    let mut starts = Vec::new();
    for session in sessions.filter(|session| !session.is_half_deleted()) {
        let Some(context) = SessionContext::among(model, session.id, same, now, env) else { continue };
        let begins = context.begins_here();
        if context.half.is_planned() && now.is_none_or(|now| begins.days_after(now) >= 0) {
            starts.push(begins);
        }
    }
    let free = upcoming(model, env, at, pair).into_iter().filter(|date| date.state == DateState::Free);
    starts.extend(free.filter_map(|date| env.local(date.begins, &model.zone)));
    starts.into_iter().min()
}

/// Returns the sentence below the field: the day of the next session by its name within a week.
fn hint(next: Option<LocalDateTime>, now: Option<LocalDateTime>, env: &Env<'_>) -> Words {
    let (Some(next), Some(now)) = (next, now) else { return env.say(&Message::CameUpHintNext) };
    match next.days_after(now) {
        0 => env.say(&Message::CameUpHint { day: 8 }),
        1..7 => {
            let day = usize::try_from(next.days_since_monday()).unwrap_or_default().saturating_add(1);
            env.say(&Message::CameUpHint { day })
        }
        _ => env.say(&Message::CameUpHintOn { when: &env.date(next, Some(now), Names::Full) }),
    }
}

/// Returns the row of an own line, with the buttons that change it, remove it, and hold it back from the other person.
fn row(model: &Model, own: &Listed, now: Option<LocalDateTime>, env: &Env<'_>) -> NoteRow {
    let Listed { is_held, line } = own;
    let words: Words = line.note.words.as_str().into();
    let button = |label: &Message<'_>, press, is_on| {
        let label = env.say(label);
        let name = Some(env.say(&Message::Labelled { label: &label, words: &words }));
        let action = Action { name, ..Action::labelled(label, press) };
        NoteButton { action, is_on, id: None }
    };
    let is_open = changing(model) == Some(line.session);
    let choices = vec![
        button(
            &Message::DefaultsChange,
            Press::CameUp(CameUpPress::Reopened(line.session)),
            is_open.then_some(true),
        ),
        button(&Message::RemoveShort, Press::CameUp(CameUpPress::Removed(line.session)), None),
        button(&Message::OnlyForMe, Press::LineHoldToggled(line.session), Some(*is_held)),
    ];
    let day = env.local(line.began, &model.zone).map(|day| env.date(day, now, Names::Short));
    let said = day.map(|day| env.say(&Message::SaidOn { day: &day }));
    let more = if *is_held { Some(env.say(&Message::CameUpHeld)) } else { said };
    NoteRow { key: line.session.to_string(), kind: RowKind::Other, words, more, beside: Vec::new(), choices }
}

/// Returns the lines of the other person for the next session of a pair, which has no session now, at `now`.
pub(crate) fn lines_of_other(model: &Model, pair: PairId, now: Instant, env: &Env<'_>) -> Vec<NoteList> {
    let mut rows = Vec::new();
    for line in parked(model, pair).iter().filter(|line| !is_own(model, line.session)) {
        let label = &called(model, env, model.pair(pair), line.note.by().unwrap_or(model.side(pair).other()));
        let words = env.say(&Message::Labelled { label, words: line.note.words.as_str() });
        let day = env
            .local(line.began, &model.zone)
            .map(|day| env.date(day, env.local(now, &model.zone), Names::Short));
        let more = day.map(|day| env.say(&Message::SaidOn { day: &day }));
        let key = format!("{}-{}", line.session, line.note.id.0);
        rows.push(NoteRow {
            key,
            kind: RowKind::Other,
            words,
            more,
            beside: Vec::new(),
            choices: Vec::new(),
        });
    }
    let heading = env.say(&Message::Parked);
    (!rows.is_empty()).then_some(NoteList { heading, rows, fold: Fold::Never }).into_iter().collect()
}

/// Returns the lines for the next session that this person holds back from the other one of the session's pair.
pub(crate) fn held_for_next(context: &SessionContext<'_>) -> Vec<Line> {
    let list = context.env.say(&Message::CameUpList);
    let lines = held_lines(context.model, context.session.pair).into_iter();
    lines.map(|own| Line::remarked(own.line.note.words.as_str().into(), list.clone())).collect()
}

/// Returns the statement about the last change of the list, with its undo.
fn told(model: &Model, env: &Env<'_>) -> Option<Notice> {
    let ListChange { pair, before, after, .. } = model.screen.list()?.came_up.undo.last()?;
    let is_held =
        after.as_ref().and_then(|after| own_line(model, after.line.session)).is_some_and(|own| own.is_held);
    let said = match (before, after) {
        (None, _) if is_held => env.say(&Message::CameUpKeptAlone),
        (None, _) => {
            let name = &called(model, env, model.pair(*pair), model.side(*pair).other());
            env.say(&Message::CameUpKept { name })
        }
        (Some(_), Some(_)) => env.say(&Message::CameUpChanged),
        (Some(before), None) => {
            let words = &shortened(before.line.note.words.as_str(), LABEL_SHOWN);
            env.say(&Message::CameUpRemoved { words })
        }
    };
    let undo = Action::new(env, &Message::Undo, Press::CameUp(CameUpPress::Undone));
    Some(Notice::new(said, vec![undo]))
}
