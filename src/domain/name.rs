//! Names of people, as far as two names may mean one person.

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

/// Returns true if the two names look alike: they differ at most in letter case, in white space, in invisible
/// characters, and in the way in which Unicode writes a letter with its accent.
#[must_use]
pub fn are_alike(one: &str, other: &str) -> bool {
    one == other || folded(one) == folded(other)
}

/// Returns the form of a name that all names alike share: normalised, in lower case, each run of white space as one
/// space, without invisible characters.
#[must_use]
pub fn folded(name: &str) -> String {
    let visible: String = name.chars().filter(|mark| !is_invisible(*mark)).collect();
    let normal = decomposed(&decomposed(&visible).to_lowercase());
    let words: Vec<&str> = normal.split(is_space).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Titles in front of a name, in lower case without a dot. Whoever is written with one is called by the whole name.
const TITLES: [&str; 10] = ["dr", "mr", "mrs", "ms", "miss", "mx", "prof", "sir", "herr", "frau"];

/// Returns the part of a name by which colleagues call the person: "Lee" of "Lee Park" and of "Park, Lee". A name that
/// does not plainly begin with a given name is returned whole: one with a title or an initial in front, of two
/// people, in small letters, or in a script without capital letters.
#[must_use]
pub fn given(name: &str) -> &str {
    let name = name.trim();
    let behind_comma = name.split_once(',').map_or(name, |(_, given)| given.trim());
    let first = behind_comma.split(is_space).next().unwrap_or(name);
    let is_given = |word: &str| {
        let is_title = TITLES.contains(&&*word.to_lowercase());
        !is_title && word.chars().count() > 1 && word.chars().all(is_of_name)
    };
    let begins_with_capital = first.chars().next().is_some_and(char::is_uppercase);
    // "Lee & Ann", "Seller 1", "Team 2".
    let has_only_names =
        name.split(is_space).all(|word| word.starts_with(|mark: char| mark.is_alphabetic() || mark == '('));
    if has_only_names && begins_with_capital && is_given(first) { first } else { name }
}

fn is_of_name(mark: char) -> bool {
    mark.is_alphabetic() || canonical_combining_class(mark) != 0 || "-'\u{2019}".contains(mark)
}

/// Returns the canonical decomposition of a text (Unicode UAX 15, form NFD). Two texts have the same one exactly if they
/// are the same in the form NFC, which needs larger tables.
fn decomposed(text: &str) -> String {
    let mut marks = Vec::new();
    for mark in text.chars() {
        decompose_canonical(mark, |part| marks.push(part));
    }
    // The accents of one letter stand in the order of their classes.
    for letter in marks.chunk_by_mut(|_, next| canonical_combining_class(*next) != 0) {
        letter.sort_by_key(|mark| canonical_combining_class(*mark));
    }
    marks.into_iter().collect()
}

fn is_space(mark: char) -> bool {
    mark.is_whitespace() || mark.is_control()
}

/// Returns true for a character that shows nothing by itself: Unicode's property `Default_Ignorable_Code_Point`
/// (DerivedCoreProperties.txt).
fn is_invisible(mark: char) -> bool {
    matches!(mark,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, other: &str, alike: bool) {
        assert_eq!(are_alike(one, other), alike, "{one:?} {other:?}");
        assert_eq!(are_alike(other, one), alike, "{other:?} {one:?}");
    }

    #[test]
    fn names_that_look_the_same_are_alike() {
        for other in [
            "lee park",
            " Lee  Park ",
            "Lee\u{a0}Park",
            "Lee\u{202f}\tPark",
            "L\u{200b}ee P\u{ad}ark\u{feff}",
        ] {
            check("Lee Park", other, true);
        }
        check("Zo\u{eb}", "ZOE\u{308}", true);
        // Two accents in either order.
        check("a\u{323}\u{302}", "a\u{302}\u{323}", true);
        check("\u{1ead}", "A\u{302}\u{323}", true);
        check("Σίσυφος", "ΣΊΣΥΦΟΣ", true);
        check("Łukasz", "łUKASZ", true);
    }

    #[test]
    fn given_name_is_the_first_word_where_it_plainly_is_one() {
        for (name, called) in [
            ("Lee Park", "Lee"),
            (" Lee\u{a0}Park", "Lee"),
            ("Park, Lee", "Lee"),
            ("Lee (sample)", "Lee"),
            ("Jean-Luc Picard", "Jean-Luc"),
            ("D'Arcy Moore", "D'Arcy"),
            ("Łukasz Nowak", "Łukasz"),
            ("Zo\u{eb} Lind", "Zo\u{eb}"),
            ("Анна Петрова", "Анна"),
        ] {
            assert_eq!(given(name), called, "{name}");
        }
    }

    #[test]
    fn name_without_a_plain_given_name_is_whole() {
        for name in [
            "Lee",
            "lee park",
            "van den Berg",
            "Dr Lee Park",
            "Dr. Lee Park",
            "J. R. Park",
            "J Park",
            "3M Sales",
            "山田 太郎",
            "לאה כהן",
            "Park,",
            "Lee & Ann",
            "Seller 1",
            "Lee/Ann Park",
            "",
        ] {
            assert_eq!(given(name), name, "{name}");
        }
    }

    #[test]
    fn names_that_look_different_are_not_alike() {
        for (one, other) in
            [("Lee", "Leo"), ("Lee Park", "LeePark"), ("Zoë", "Zoe"), ("", "Lee"), ("Ana", "Аnа")]
        {
            check(one, other, false);
        }
    }
}
