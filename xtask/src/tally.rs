//! Counting what passed and failed from what the test programs print. Pure; it
//! must not run anything or decide what a failure means.

/// How many passed and failed.
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

    /// Whether nothing ran at all.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// The sum of cargo's lines `test result: ok. 3 passed; 0 failed; ...`.
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

/// The totals node prints last: `ℹ pass 3` (spec) or `# pass 3` (tap). A test
/// may print such a line too, so the last one counts.
pub fn node(output: &str) -> Tally {
    let lines: Vec<String> = output.lines().map(plain).collect();
    let number = |label: &str| -> usize {
        let value = |line: &String| {
            let mut words = line.split(' ');
            let start = words.next().is_some_and(|sign| sign == "ℹ" || sign == "#");
            let same = words.next() == Some(label);
            let number = words.next()?.parse().ok()?;
            (start && same && words.next().is_none()).then_some(number)
        };
        lines.iter().rev().find_map(value).unwrap_or(0)
    };
    // A test that was cut off did not pass.
    Tally { passed: number("pass"), failed: number("fail") + number("cancelled") }
}

/// A line without terminal colours.
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
    use super::{Tally, cargo, node};

    #[test]
    fn cargo_lines_add_up() {
        let output = "running 3 tests\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.10s\n\
            test result: \u{1b}[31mFAILED\u{1b}[m. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n\
            said: test result: ok. 9 passed; 9 failed\n";
        assert_eq!(cargo(output), Tally { passed: 7, failed: 2 });
    }

    #[test]
    fn node_totals_are_read_in_both_forms() {
        let spec = "✔ a (1ms)\nℹ tests 5\nℹ suites 0\nℹ pass 3\nℹ fail 1\nℹ cancelled 1\nℹ skipped 0\n";
        assert_eq!(node(spec), Tally { passed: 3, failed: 2 });
        assert_eq!(node("# tests 2\n# pass 2\n# fail 0\n"), Tally { passed: 2, failed: 0 });
        assert_eq!(node("\u{1b}[34mℹ pass 4\u{1b}[39m\n"), Tally { passed: 4, failed: 0 });
    }

    #[test]
    fn the_last_node_total_counts() {
        assert_eq!(node("# pass 100\n# pass 2\n# fail 0\n"), Tally { passed: 2, failed: 0 });
    }

    #[test]
    fn nothing_run_is_seen() {
        assert!(cargo("test result: ok. 0 passed; 0 failed; 0 ignored").is_empty());
        assert!(node("").is_empty());
        assert!(!node("ℹ fail 1").is_empty());
    }
}
