//! The small parts of a company's file: texts, numbers, lists, lines and checklists.

use super::dto::{ChecklistDto, LineDto, QuestionDto};
use super::fault::{At, Rule};
use crate::domain::coaching_type::Checklist;
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::question::{OWN_QUESTION_LIMIT, OwnQuestion, Question};
use crate::domain::text::Text;

/// Most Unicode scalar values of a name or title.
pub(super) const NAME_LIMIT: usize = 60;

/// Most Unicode scalar values of a line or hint.
pub(super) const LINE_LIMIT: usize = 300;

/// Most lines of one group of a checklist.
const LINES: usize = 8;

/// Most questions of one activity.
const QUESTIONS: usize = 20;

/// Reads a text as the product reads a typed one; `None` with a fault if it is empty or longer than `most`.
pub(super) fn text(words: &str, most: usize, at: &mut At<'_>) -> Option<Text> {
    let found = words.trim().chars().count();
    if found > most {
        return at.fault(Rule::Length { found, most });
    }
    match Text::parse(words) {
        Ok(text) => Some(text),
        Err(_) => at.fault(Rule::Empty),
    }
}

/// Returns the name if it is one of 1 to 40 lower-case letters, digits and hyphens; `None` with a fault otherwise.
pub(super) fn name(name: String, at: &mut At<'_>) -> Option<String> {
    let is_of_name = |mark: char| matches!(mark, 'a'..='z' | '0'..='9' | '-');
    match (1..=40).contains(&name.len()) && name.chars().all(is_of_name) {
        true => Some(name),
        false => at.fault(Rule::Name),
    }
}

/// Returns the number if it is in the range; `None` with a fault otherwise.
pub(super) fn in_range<T: Copy + PartialOrd + Into<i64>>(
    number: T,
    [least, most]: [T; 2],
    at: &mut At<'_>,
) -> Option<T> {
    match (least..=most).contains(&number) {
        true => Some(number),
        false => at.fault(Rule::Range { found: number.into(), least: least.into(), most: most.into() }),
    }
}

/// Returns true if a list has from `least` to `most` entries; false with a fault otherwise.
pub(super) fn is_listed(found: usize, least: usize, most: usize, at: &mut At<'_>) -> bool {
    let is_listed = (least..=most).contains(&found);
    if !is_listed {
        at.fault::<()>(Rule::Entries { found, least, most });
    }
    is_listed
}

/// Returns the values of the entries without a fault; `None` with a fault for too few or too many entries.
pub(super) fn entries<T, V>(
    list: Vec<T>,
    [least, most]: [usize; 2],
    at: &mut At<'_>,
    read: impl Fn(T, &mut At<'_>) -> Option<V>,
) -> Option<Vec<V>> {
    if !is_listed(list.len(), least, most, at) {
        return None;
    }
    let values = list.into_iter().enumerate().filter_map(|(place, entry)| read(entry, &mut at.entry(place)));
    Some(values.collect())
}

/// Returns the wording of a line; `None` with a fault for an unknown key, and for an empty or too long text.
pub(super) fn line(line: LineDto, at: &mut At<'_>) -> Option<Wording> {
    match line {
        LineDto::Own(words) => text(&words, LINE_LIMIT, at).map(Wording::Own),
        LineDto::BuiltIn(of) => match Phrase::from_key(&of.built_in) {
            Some(phrase) => Some(phrase.into()),
            None => at.name("built-in").fault(Rule::NoText),
        },
    }
}

/// Returns the checklist; `None` with a fault if one of its parts has one: half a checklist would be worse than the
/// built-in one.
pub(super) fn checklist(checklist: ChecklistDto, at: &mut At<'_>) -> Option<Checklist> {
    let ChecklistDto { content, tone, structure, more } = checklist;
    let mut group = |name: &str, lines: Vec<LineDto>| {
        let (found, mut at) = (lines.len(), at.name(name));
        entries(lines, [0, LINES], &mut at, line).filter(|lines| lines.len() == found)
    };
    let parts =
        [group("content", content), group("tone", tone), group("structure", structure), group("more", more)];
    let [Some(content), Some(tone), Some(structure), Some(more)] = parts else { return None };
    if content.is_empty() && tone.is_empty() && structure.is_empty() {
        return at.fault(Rule::Entries { found: 0, least: 1, most: 3 * LINES });
    }
    Some(Checklist { content, tone, structure, more })
}

/// Returns the questions without a fault.
pub(super) fn questions(questions: Vec<QuestionDto>, at: &mut At<'_>) -> Vec<Question> {
    let read = |question: QuestionDto, at: &mut At<'_>| {
        let words = text(&question.ask, OWN_QUESTION_LIMIT, &mut at.name("ask"))?;
        let listen =
            question.listen_for.and_then(|words| text(&words, LINE_LIMIT, &mut at.name("listen-for")));
        Some(Question::Own(OwnQuestion { words, listen }))
    };
    entries(questions, [0, QUESTIONS], at, read).unwrap_or_default()
}
