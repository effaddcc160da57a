//! Lays a packed program back as it was compiled (WebAssembly core specification, 5): xtask/src/pack.rs says how it is packed, and why.
//!
//! Total: whatever bytes come, it ends, and says when they are not a whole program. In WebAssembly, as
//! the same in JavaScript takes twice as long when it runs for the first time (6 and 13 ms).

#![cfg_attr(target_arch = "wasm32", no_std)]

/// How many parts a packed program has, each with its length in front of them all.
const PARTS: usize = 13;

/// How addresses are aligned, as a power of two, from instruction 0x28 on.
pub const NATURAL: [u8; 23] = [2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2];

const CONSTANT: u8 = 0x41;

/// A constant whose number takes four bytes, as addresses do: in a packed program it is an instruction of its
/// own, and its numbers are a row of their own.
pub const ADDRESS: u8 = 0x06;

/// The same of one whose number takes five bytes, as what is near the lowest number does.
pub const LOWEST: u8 = 0x07;

/// The first of the instructions that hold their number: each stands for one of [`WHOLE`].
pub const FIRST_WHOLE: u8 = 0xe0;

/// Instructions that come often with this number. That of a local is its place in [`Recent`].
pub const WHOLE: [(u8, u8); 9] = [
    (0x20, 0),
    (0x20, 1),
    (0x21, 0),
    (0x22, 0),
    (0x0c, 0),
    (0x0d, 0),
    (CONSTANT, 0),
    (CONSTANT, 1),
    (CONSTANT, 0x7f),
];

/// The locals of a function, the one that was named last in front. Each is named by its place here, so that
/// what is done alike with other locals reads alike.
pub struct Recent([u8; 256]);

impl Default for Recent {
    /// Nothing is named yet: each is in the place of its number.
    fn default() -> Self {
        let mut locals = [0; 256];
        for (local, number) in locals.iter_mut().zip(0..=u8::MAX) {
            *local = number;
        }
        Self(locals)
    }
}

impl Recent {
    /// The local in that place, which comes to the front. One behind all places is named by its number.
    pub fn named(&mut self, place: usize) -> usize {
        let Some(named) = self.0.get(place).copied() else { return place };
        let mut before = named;
        for local in self.0.iter_mut().take(place + 1) {
            core::mem::swap(local, &mut before);
        }
        usize::from(named)
    }

    /// The place of a local, which comes to the front.
    pub fn place(&mut self, local: usize) -> usize {
        let place = self.0.iter().position(|other| usize::from(*other) == local).unwrap_or(local);
        self.named(place);
        place
    }
}

/// What is kept free for a length in a module: the most bytes that it takes.
const SIZE: usize = 5;

/// What a row says that has come to its end: a number of one byte, and the end of a block, so that all
/// that reads it ends as well.
const END: u8 = 0x0b;

/// Writes the program behind the packed one, which is the first `length` bytes of `memory`, and gives
/// its length in bytes; 0 where there is not enough room, or where the packed program is not a whole one.
///
/// Lengths of functions and of their section take five bytes each, however small they are, and numbers of
/// locals as few as they can; else the program is what was packed, byte for byte.
#[must_use]
pub fn unpack(memory: &mut [u8], length: usize) -> usize {
    let mut program = Program { memory, length };
    let mut header = 0;
    let mut end = 4 * PARTS;
    let mut part = || {
        let from = end;
        for shift in [0, 8, 16, 24] {
            end = end.saturating_add(usize::from(program.at(&mut header)) << shift);
        }
        from
    };
    let (mut behind, plain, offset, local) = (part(), part(), part(), part());
    let (kept, mut before, long, constant) = (part(), part(), part(), part());
    let (lowest, branch, block, function, address) = (part(), part(), part(), part(), part());
    if end != length {
        return 0;
    }
    let (end_behind, end_kept, end_before) = (plain, before, long);
    let ends = [offset, local, kept, end_kept, constant, lowest, branch, block, function, address, end];
    while before < end_before {
        program.byte(&mut before);
    }
    program.push(0x0a);
    let mut rows =
        Rows { plain, offset, local, kept, long, constant, lowest, branch, block, function, address };
    program.sized(&mut |program| {
        for _ in 0..program.number(&mut rows.plain) {
            program.sized(&mut |program| rows.body(program));
        }
    });
    while behind < end_behind {
        program.byte(&mut behind);
    }
    let Rows { plain, offset, local, kept, long, constant, lowest, branch, block, function, address } = rows;
    let read = [plain, offset, local, kept, long, constant, lowest, branch, block, function, address];
    if read == ends && program.length <= program.memory.len() { program.length - length } else { 0 }
}

/// Where each row of a packed program is read on.
struct Rows {
    plain: usize,
    offset: usize,
    local: usize,
    kept: usize,
    long: usize,
    constant: usize,
    lowest: usize,
    branch: usize,
    block: usize,
    function: usize,
    address: usize,
}

impl Rows {
    /// A function: what it keeps, and its instructions, of which the last ends the outermost block.
    fn body(&mut self, program: &mut Program<'_>) {
        for _ in 0..program.number(&mut self.kept) {
            program.number(&mut self.kept);
            program.byte(&mut self.kept);
        }
        let mut recent = Recent::default();
        let mut blocks = 1_u32;
        while blocks > 0 {
            let told = program.at(&mut self.plain);
            let whole = WHOLE.get(usize::from(told).wrapping_sub(usize::from(FIRST_WHOLE)));
            let op = match (told, whole) {
                (ADDRESS | LOWEST, _) => CONSTANT,
                (_, Some((op, _))) => *op,
                _ => told,
            };
            program.push(op);
            let row = match op {
                0x02..=0x04 => {
                    blocks += 1;
                    &mut self.block
                }
                0x0c | 0x0d => &mut self.branch,
                0x10 | 0xd2 => &mut self.function,
                0x20..=0x22 => {
                    let place = whole.map(|(_, place)| usize::from(*place));
                    let place = place.unwrap_or_else(|| program.read(&mut self.local));
                    program.push_number(recent.named(place));
                    continue;
                }
                0x28..=0x3e => {
                    program.push(NATURAL.get(usize::from(op) - 0x28).copied().unwrap_or(0));
                    &mut self.offset
                }
                CONSTANT if told == ADDRESS => &mut self.address,
                CONSTANT if told == LOWEST => &mut self.lowest,
                CONSTANT => &mut self.constant,
                0x42 => &mut self.long,
                _ => {
                    let (numbers, bytes) = match op {
                        END => {
                            blocks -= 1;
                            (0, 0)
                        }
                        0x0e => (program.number(&mut self.plain) + 1, 0),
                        0x11 => (2, 0),
                        0x1c => (0, program.number(&mut self.plain)),
                        0x23..=0x26 | 0x3f | 0x40 | 0xd0 => (1, 0),
                        0x43 => (0, 4),
                        0x44 => (0, 8),
                        0xfc => match program.number(&mut self.plain) {
                            0..=7 => (0, 0),
                            8 | 10 | 12 | 14 => (2, 0),
                            _ => (1, 0),
                        },
                        _ => (0, 0),
                    };
                    for _ in 0..numbers {
                        program.number(&mut self.plain);
                    }
                    for _ in 0..bytes {
                        program.byte(&mut self.plain);
                    }
                    continue;
                }
            };
            match whole {
                Some((_, number)) => program.push(*number),
                None => drop(program.number(row)),
            }
        }
    }
}

/// The packed program, and behind it the program as far as it is written.
struct Program<'a> {
    memory: &'a mut [u8],
    length: usize,
}

impl Program<'_> {
    /// The next byte of a row.
    fn at(&self, row: &mut usize) -> u8 {
        let byte = self.memory.get(*row).copied().unwrap_or(END);
        *row += 1;
        byte
    }

    fn push(&mut self, byte: u8) {
        if let Some(place) = self.memory.get_mut(self.length) {
            *place = byte;
        }
        self.length += 1;
    }

    /// Copies the next byte of a row.
    fn byte(&mut self, row: &mut usize) -> u8 {
        let byte = self.at(row);
        self.push(byte);
        byte
    }

    /// The next number of a row: its last byte is the one without its upmost bit.
    fn read(&self, row: &mut usize) -> usize {
        let mut number = 0;
        let mut shift = 0;
        loop {
            let byte = self.at(row);
            number |= usize::from(byte & 0x7f).wrapping_shl(shift);
            shift += 7;
            if byte < 0x80 {
                return number;
            }
        }
    }

    /// Copies a number. What it says counts only where it is how much comes behind it, and that is no more
    /// than there is.
    fn number(&mut self, row: &mut usize) -> usize {
        let mut from = *row;
        let number = self.read(row);
        while from < *row {
            self.byte(&mut from);
        }
        number.min(self.memory.len())
    }

    fn push_number(&mut self, mut number: usize) {
        while number >= 0x80 {
            self.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.push(number as u8);
    }

    /// Writes what `write` writes behind its length, which takes all the bytes that a length may take: what
    /// is written need not be moved then.
    fn sized(&mut self, write: &mut dyn FnMut(&mut Self)) {
        let start = self.length;
        self.length += SIZE;
        write(self);
        let end = self.length;
        self.length = start;
        let mut left = end - start - SIZE;
        for _ in 1..SIZE {
            self.push(left as u8 | 0x80);
            left >>= 7;
        }
        self.push(left as u8);
        self.length = end;
    }
}

/// What the page calls.
#[cfg(target_arch = "wasm32")]
mod page {
    /// Nothing here panics, so nothing is left of it.
    #[panic_handler]
    fn stop(_: &core::panic::PanicInfo<'_>) -> ! {
        core::arch::wasm32::unreachable()
    }

    /// Unpacks what lies at `packed`, so many bytes, to where it ends; the length of the program, or 0.
    ///
    /// # Safety
    ///
    /// The page has put the packed program there and keeps `room` bytes from there on for this call.
    #[expect(unsafe_code, reason = "the page knows memory by numbers alone")]
    #[unsafe(no_mangle)]
    unsafe extern "C" fn unpack(packed: *mut u8, length: usize, room: usize) -> usize {
        super::unpack(unsafe { core::slice::from_raw_parts_mut(packed, room) }, length)
    }
}
