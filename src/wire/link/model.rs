//! Foretells the next bit from what came before, so that a bit that was likely takes little room.
//!
//! Several contexts each say how likely a 1 is, and a mixer learns whom to believe (Mahoney 2005,
//! "Adaptive Weighing of Context Models for Lossless Data Compression"; the parts are those of lpaq).
//!
//! Of eight sets of short texts as people write them, 2,279 bytes in all, 916 are left; deflate with the
//! same dictionary leaves 1,265. Weights that do not ask how much was met before leave 941, a model
//! without words 951, without the fourth order 929; a sixth order would save 4.
//!
//! Whole numbers alone, so that every machine foretells the same. All of them are part of the format.

/// How many contexts are asked about each bit.
pub(super) const CONTEXTS: usize = 6;

/// How many kinds of bits have weights of their own.
pub(super) const KINDS: usize = 2;

/// How many weights there are.
const SETS: usize = KINDS * (CONTEXTS + 1);

/// Where a slot counts.
const SEEN: u32 = 1023;

/// What a slot says before anything was seen.
const HALF: u32 = 1 << 31;

/// What the contexts said so far of the bits that they stand before.
#[derive(Debug)]
pub(super) struct Model {
    /// How likely a 1 is, in the upper 22 bits; how often that was seen, in the lower 10. With the highest
    /// bit the other way, so that nothing seen and no knowing is zero. Each context has 64 Ki of its own.
    slots: Vec<[u32; 1 << 16]>,
    /// The inverse of [`squash`], for each of 4,096 likelihoods.
    stretched: [i16; 4096],
    /// How much each context is believed, 65,536 for fully; learned apart for each kind of bits, and for
    /// how many contexts were met before.
    weights: [[i32; CONTEXTS]; SETS],
    /// Of the bit that is foretold: the weights, the slots, what they say, and what is said of it all.
    set: usize,
    places: [u16; CONTEXTS],
    inputs: [i32; CONTEXTS],
    chance: i32,
}

impl Model {
    pub(super) fn new() -> Self {
        let (mut stretched, mut at) = ([0; 4096], -2047);
        for (chance, stretched) in (0..).zip(&mut stretched) {
            while at < 2047 && squash(at) >> 4 < chance {
                at += 1;
            }
            *stretched = at as i16;
        }
        Self {
            slots: vec![[0; 1 << 16]; CONTEXTS],
            stretched,
            weights: [[16_000; CONTEXTS]; SETS],
            set: 0,
            places: [0; CONTEXTS],
            inputs: [0; CONTEXTS],
            chance: 0,
        }
    }

    /// How likely a 1 is, of 65,536: never 0 and never all.
    pub(super) fn foretell(&mut self, contexts: &[u32; CONTEXTS], kind: usize) -> u32 {
        self.set = kind * (CONTEXTS + 1);
        let parts = self.slots.iter().zip(&mut self.places).zip(&mut self.inputs);
        for (((slots, place), input), context) in parts.zip(contexts) {
            *place = (context >> 16) as u16;
            let slot = slots.get(usize::from(*place)).copied().unwrap_or_default() ^ HALF;
            self.set += usize::from(slot & SEEN > 0);
            *input = self.stretched.get((slot >> 20) as usize).copied().unwrap_or_default().into();
        }
        let weights = self.weights.get(self.set).copied().unwrap_or_default();
        let sum: i64 =
            self.inputs.iter().zip(weights).map(|(said, weight)| i64::from(*said) * i64::from(weight)).sum();
        self.chance = squash((sum >> 16).clamp(-2047, 2047) as i32);
        self.chance.unsigned_abs()
    }

    /// Takes in the bit that was foretold.
    pub(super) fn learn(&mut self, bit: bool) {
        let wrong = (i32::from(bit) << 16) - self.chance;
        if let Some(weights) = self.weights.get_mut(self.set) {
            for (weight, said) in weights.iter_mut().zip(self.inputs) {
                *weight = weight.saturating_add((said * (wrong >> 3)) >> 12);
            }
        }
        for (slots, place) in self.slots.iter_mut().zip(self.places) {
            if let Some(slot) = slots.get_mut(usize::from(place)) {
                let (chance, seen) = (((*slot ^ HALF) >> 10).cast_signed(), (*slot & SEEN).cast_signed());
                let goal = if bit { (1 << 22) - 1 } else { 0 };
                // What is seen first counts for nine tenths.
                let next = chance + (goal - chance) * 10 / (seen * 10 + 11);
                *slot = HALF ^ (next.cast_unsigned() << 10 | (seen + 1).min(60).cast_unsigned());
            }
        }
    }
}

/// What a mixer's sum says of the next bit: 65,536 / (1 + e^(-at / 256)), kept off both ends.
fn squash(at: i32) -> i32 {
    const CURVE: [i32; 33] = [
        22, 36, 60, 98, 162, 267, 439, 720, 1179, 1921, 3108, 4971, 7812, 11961, 17625, 24743, 32768, 40793,
        47911, 53575, 57724, 60565, 62428, 63615, 64357, 64816, 65097, 65269, 65374, 65438, 65476, 65500,
        65514,
    ];
    let (step, within) = (((at + 2048) >> 7) as usize, (at + 2048) & 127);
    let [low, high] = [step, step + 1].map(|step| CURVE.get(step).copied().unwrap_or(65_514));
    low + (((high - low) * within) >> 7)
}
