//! Takes out of the program where in the dependencies an error would arise: file, line and column of
//! each of a hundred places, for a message on the console that nobody can act upon; the message itself
//! and the stack stay, and so do the places in our own files. Measured: 0.9 KB of 136 KB brotli. It must
//! not change what the program does.

use crate::shorten::Bytes;

/// How `core::panic::Location` lies in the memory: where the file's name is, how long it is, the line
/// and the column, each of four bytes.
const WORDS: usize = 4;
const WORD: usize = 4;

/// What the dependencies would say of errors that are theirs alone, and that cannot happen where they are
/// right. Whoever reads a console has the stack.
const MESSAGES: [&str; 29] = [
    "assertion failed: edge.height == self.height - 1",
    "assertion failed: edge.height == self.node.height - 1",
    "assertion failed: src.len() == dst.len()",
    "assertion failed: self.height > 0",
    "assertion failed: count > 0",
    "assertion failed: old_right_len + count <= CAPACITY",
    "assertion failed: old_right_len >= count",
    "assertion failed: old_left_len + count <= CAPACITY",
    "assertion failed: old_left_len >= count",
    "assertion failed: new_left_len <= CAPACITY",
    "internal error: entered unreachable code: empty internal node",
    "internal error: entered unreachable code: The JS binding should only ever produce a valid value or the specific 'invalid' value",
    "recursive use of an object detected which would lead to unsafe aliasing in rust",
    "attempted to take ownership of Rust value while it was borrowed",
    "one-time initialization may not be performed recursively",
    "cannot modify the panic hook from a panicking thread",
    "failed to generate unique thread ID: bitspace exhausted",
    "Once instance has previously been poisoned",
    "Lazy instance has previously been poisoned",
    "closure invoked recursively or after being dropped",
    "To suspend rendering, a <Suspense /> component is required.",
    "a Display implementation returned an error unexpectedly",
    "attempt to join into collection with len > usize::MAX",
    "copy_from_slice: source slice length (",
    ") does not match destination slice length (",
    "Tried to shrink to a larger capacity",
    "`async fn` resumed after completion",
    "Hash table capacity overflow",
    "null pointer passed to rust",
];

/// The names of our own files begin with it.
const OWN: &[u8] = b"src/";

/// The data section (WebAssembly core specification, 5.5.14) without those places, and how many they
/// were; `None` where it is laid out otherwise.
pub fn without_places(section: &[u8]) -> Option<(Vec<u8>, usize)> {
    let pieces = pieces(section)?;
    let mut data = section.to_vec();
    let mut count = 0;
    let mut nowhere = None;
    for piece in &pieces {
        for at in (piece.start..piece.end).step_by(WORD) {
            let Some((address, length)) = place(section, at, piece.end) else { continue };
            let Some(name) = pieces.iter().find_map(|piece| piece.within(address, length)) else { continue };
            let file = section.get(name.clone())?;
            if !file.ends_with(b".rs") || !file.is_ascii() || file.contains(&b' ') || file.starts_with(OWN) {
                continue;
            }
            data.get_mut(name)?.fill(0);
            // All at the same place, whose name is empty.
            let nowhere = nowhere.get_or_insert(address).to_le_bytes();
            let record = data.get_mut(at..at + WORDS * WORD)?;
            record.fill(0);
            record.get_mut(..WORD)?.copy_from_slice(&nowhere);
            count += 1;
        }
    }
    for message in MESSAGES {
        let found = data.windows(message.len()).position(|bytes| bytes == message.as_bytes());
        if let Some(at) = found {
            data.get_mut(at..at + message.len())?.fill(0);
        }
    }
    Some((data, count))
}

/// A piece of the memory, and where its bytes stand in the section.
struct Piece {
    address: usize,
    start: usize,
    end: usize,
}

impl Piece {
    fn within(&self, address: u32, length: usize) -> Option<std::ops::Range<usize>> {
        let start = usize::try_from(address).ok()?.checked_sub(self.address)? + self.start;
        let end = start.checked_add(length)?;
        (end <= self.end).then_some(start..end)
    }
}

fn pieces(section: &[u8]) -> Option<Vec<Piece>> {
    let mut bytes = Bytes { rest: section };
    let mut pieces = Vec::new();
    for _ in 0..bytes.number()? {
        // Of the first memory, at a constant address: `i32.const`, and the end of the expression.
        if bytes.number()? != 0 || bytes.byte()? != 0x41 {
            return None;
        }
        let address = bytes.number()?;
        if bytes.byte()? != 0x0b || address % WORD != 0 {
            return None;
        }
        let length = bytes.number()?;
        let start = section.len() - bytes.rest.len();
        bytes.take(length)?;
        pieces.push(Piece { address, start, end: start + length });
    }
    bytes.rest.is_empty().then_some(pieces)
}

/// Where the name of a file is, and how long, if what is there can be a place.
fn place(section: &[u8], at: usize, end: usize) -> Option<(u32, usize)> {
    let record = section.get(at..at + WORDS * WORD).filter(|_| at + WORDS * WORD <= end)?;
    let mut words =
        record.chunks_exact(WORD).map(|word| word.try_into().map(u32::from_le_bytes).unwrap_or(0));
    let (address, length, line, column) = (words.next()?, words.next()?, words.next()?, words.next()?);
    let can_be = (4..300).contains(&length) && (1..100_000).contains(&line) && (1..1000).contains(&column);
    can_be.then_some((address, usize::try_from(length).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A section of one piece at address 64: a place in that file, and its name.
    fn section(file: &[u8]) -> Vec<u8> {
        // The numbers are below 64, or written with a second byte, as a signed one is.
        let mut out = vec![1, 0, 0x41, 0xc0, 0x00, 0x0b, u8::try_from(16 + file.len()).expect("short")];
        for word in [80, u32::try_from(file.len()).expect("short"), 12, 5] {
            out.extend_from_slice(&u32::to_le_bytes(word));
        }
        out.extend_from_slice(file);
        out
    }

    #[test]
    fn a_place_in_a_dependency_is_nowhere() {
        let (data, count) = without_places(&section(b"yew/src/lib.rs")).expect("a section");
        assert_eq!(count, 1);
        assert_eq!(data.get(7..), Some([[80].as_slice(), &[0; 29]].concat().as_slice()));
    }

    #[test]
    fn what_only_a_dependency_could_say_is_blank() {
        let (data, _) =
            without_places(&section(b"yes, assertion failed: count > 0 is it")).expect("a section");
        let text = [b"yes, ".as_slice(), &[0; 27], b" is it"].concat();
        assert!(data.ends_with(&text), "{data:?}");
    }

    #[test]
    fn our_own_places_and_other_data_stay() {
        for file in [b"src/lib.rs".as_slice(), b"no file at all", b"two files.rs"] {
            let before = section(file);
            assert_eq!(without_places(&before), Some((before.clone(), 0)));
        }
        assert_eq!(without_places(&[1, 1]), None);
    }
}
