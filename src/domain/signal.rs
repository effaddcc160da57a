//! Signals of a running session: what a person wants to hear and see of the clock.

/// A signal of the clock, or a quieter way to show it. Each is off until a person switches it on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Signal {
    /// A soft chime sounds when the time of an item is up.
    Chime,
    /// The chime sounds a minute before that, too.
    Nearing,
    /// The title of the browser's tab names the time left.
    Title,
    /// The screen of the device stays on.
    Awake,
    /// The clock shows the ring and words, and no number.
    NoNumbers,
    /// The clock shows no seconds until the last minute of an item.
    NoSeconds,
}

impl Signal {
    /// All signals, in the order of the screen.
    pub const ALL: [Self; 6] =
        [Self::Chime, Self::Nearing, Self::Title, Self::Awake, Self::NoNumbers, Self::NoSeconds];
}
