//! Faults of a company's file: the path of the part, and the rule that it breaks.
//!
//! The texts are for the owner of the page, in English; no person who coaches sees them.

use std::fmt;

/// A fault of a company's file. The part at the path is left out, and the built-in content stands in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Path of the part, such as `types[2].agendas.45`; empty for the whole file.
    pub path: String,
    /// Rule that the part breaks.
    pub rule: Rule,
}

/// A rule of a company's file, with the found value and the allowed one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The file has more bytes than allowed.
    Bytes {
        /// Number of bytes of the file.
        found: usize,
        /// Most bytes of a file.
        most: usize,
    },
    /// The text is not JSON, has one name twice in an object, or nests too deep. Holds the words of the reader, with line
    /// and column.
    Json(String),
    /// The part has another form than it should have. Holds the words of the reader.
    Form(String),
    /// The name is none of those that the object can have. Holds those names.
    Unknown(&'static [&'static str]),
    /// The text is empty.
    Empty,
    /// The text is too long.
    Length {
        /// Number of Unicode scalar values of the text.
        found: usize,
        /// Most Unicode scalar values of the text.
        most: usize,
    },
    /// The list has too many entries, or too few.
    Entries {
        /// Number of entries of the list.
        found: usize,
        /// Fewest entries of the list.
        least: usize,
        /// Most entries of the list.
        most: usize,
    },
    /// The number is out of range.
    Range {
        /// Found number.
        found: i64,
        /// Least number.
        least: i64,
        /// Greatest number.
        most: i64,
    },
    /// The minutes of an agenda do not add up to its length.
    Sum {
        /// Sum of the minutes of the items.
        found: u16,
        /// Length of the agenda.
        wanted: u16,
    },
    /// An item has fewer minutes than its least, or more than its most.
    Bounds,
    /// The agenda does not end with the next steps and the close, each of them once.
    End,
    /// The agenda has no item about a topic.
    NoTopic,
    /// No agenda of the type can be fitted into a session of so many minutes.
    Fit(u16),
    /// The text is no name: 1 to 40 lower-case letters, digits and hyphens.
    Name,
    /// The id or name is that of an earlier entry.
    Twice,
    /// The file names no such activity of its own and no built-in one.
    NoActivity,
    /// The file names no such built-in text.
    NoText,
    /// The file names no such built-in coaching type.
    NoType,
    /// The file is of another version. Holds the one that this release reads.
    Version(u8),
}

impl fmt::Display for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes { found, most } => write!(out, "the file has {found} bytes; at most {most}"),
            Self::Json(words) | Self::Form(words) => out.write_str(words),
            Self::Unknown(known) => write!(out, "unknown name; known are {}", known.join(", ")),
            Self::Empty => out.write_str("the text is empty"),
            Self::Length { found, most } => write!(out, "the text has {found} characters; at most {most}"),
            Self::Entries { found, least, most } => {
                write!(out, "the list has {found} entries; {least} to {most} are allowed")
            }
            Self::Range { found, least, most } => write!(out, "{found} is not from {least} to {most}"),
            Self::Sum { found, wanted } => write!(out, "minutes add up to {found}, not {wanted}"),
            Self::Bounds => {
                out.write_str("`minutes` must lie from `least` to `most`, and `least` is 1 or more")
            }
            Self::End => out.write_str("must end with `next-steps` and `close`, each once"),
            Self::NoTopic => out.write_str("has no item about a topic"),
            Self::Fit(minutes) => write!(out, "no agenda fits a session of {minutes} minutes"),
            Self::Name => out.write_str("must be 1 to 40 of the characters a-z, 0-9 and -"),
            Self::Twice => out.write_str("stands twice"),
            Self::NoActivity => out.write_str("no such activity in `activities`, and none built in"),
            Self::NoText => out.write_str("no such built-in text"),
            Self::NoType => out.write_str("no such built-in coaching type"),
            Self::Version(known) => write!(out, "the version must be {known}"),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.path {
            "" => write!(out, "{}", self.rule),
            path => write!(out, "{path}: {}", self.rule),
        }
    }
}

/// The place in a company's file where a fault is noted, and the list of all faults.
pub(super) struct At<'a> {
    path: String,
    faults: &'a mut Vec<Fault>,
}

impl<'a> At<'a> {
    /// Returns the place of the whole file.
    pub(super) fn file(faults: &'a mut Vec<Fault>) -> Self {
        Self { path: String::new(), faults }
    }

    /// Returns the place of a named part.
    pub(super) fn name(&mut self, name: &str) -> At<'_> {
        let path = if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
        At { path, faults: self.faults }
    }

    /// Returns the place of an entry of a list, from 0.
    pub(super) fn entry(&mut self, place: usize) -> At<'_> {
        At { path: format!("{}[{place}]", self.path), faults: self.faults }
    }

    /// Notes a fault here. Returns `None`, the value of a part that is left out.
    pub(super) fn fault<T>(&mut self, rule: Rule) -> Option<T> {
        // A hostile file has one fault for each of its entries.
        if self.faults.len() < FAULT_LIMIT {
            self.faults.push(Fault { path: self.path.clone(), rule });
        }
        None
    }

    /// Notes a fault at a path below this place, as the reader of a part writes it. Returns `None`.
    pub(super) fn fault_below<T>(&mut self, below: &str, rule: Rule) -> Option<T> {
        match below {
            "." | "" => self.fault(rule),
            below if below.starts_with('[') => {
                At { path: format!("{}{below}", self.path), faults: self.faults }.fault(rule)
            }
            below => self.name(below).fault(rule),
        }
    }
}

/// Upper bound on the faults of one file that are told.
const FAULT_LIMIT: usize = 50;
