//! Counts passed and failed tests in the output of test programs. Must not run anything or decide what a failure
//! means.

/// Numbers of passed and failed tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

impl Tally {
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Returns true if no test ran.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// Returns the sum of cargo's lines `test result: ok. 3 passed; 0 failed; ...`.
pub fn cargo(output: &str) -> Tally {
    let mut sum = Tally::default();
    for line in output.lines().map(plain) {
        let Some(rest) = line.trim_start().strip_prefix("test result: ") else {
            continue;
        };
        let number = |label: &str| -> usize {
            let found =
                rest.split(['.', ';']).find_map(|part| part.trim().strip_suffix(label)?.trim().parse().ok());
            found.unwrap_or(0)
        };
        sum.add(Tally { passed: number("passed"), failed: number("failed") });
    }
    sum
}

/// Returns a line without terminal colours.
fn plain(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once('m').map_or("", |(_, rest)| rest));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Tally, cargo};

    #[test]
    fn cargo_lines_add_up() {
        let output = "running 3 tests\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.10s\n\
            test result: \u{1b}[31mFAILED\u{1b}[m. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n\
            said: test result: ok. 9 passed; 9 failed\n";
        assert_eq!(cargo(output), Tally { passed: 7, failed: 2 });
    }

    #[test]
    fn output_without_a_test_is_empty() {
        assert!(cargo("test result: ok. 0 passed; 0 failed; 0 ignored").is_empty());
        assert!(!cargo("test result: FAILED. 0 passed; 1 failed").is_empty());
    }
}
