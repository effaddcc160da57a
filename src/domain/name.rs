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
    fn names_that_look_different_are_not_alike() {
        for (one, other) in
            [("Lee", "Leo"), ("Lee Park", "LeePark"), ("Zoë", "Zoe"), ("", "Lee"), ("Ana", "Аnа")]
        {
            check(one, other, false);
        }
    }
}
