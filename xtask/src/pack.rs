//! Lays the program out for the way: what is alike stands together. In a module the instructions stand
//! among the numbers they use, and a compressor sees neither row as one; here the instructions are one
//! row, and each kind of number another. A local is told by how recently it was named, what comes often is an
//! instruction without a number (unpack/src/lib.rs has both), and what the instructions tell is left out: how
//! addresses are aligned, how long a function is. unpack/ lays it back, on the page, and stands in front in the
//! same file. It must not change what the program does.
//!
//! Measured, with all it takes: 21 KB of 148 KB brotli, 29 KB of 176 KB gzip; of those, 7 and 7 KB are locals by
//! how recent they are, whole instructions, and long constants in rows of their own. The price is that a browser
//! cannot compile while it loads. From the address to the list, with brotli, medians of 21, when it was 11 KB:
//! with 1.6 Mbit/s and a quarter of this processor 1,264 instead of 1,295 ms; with 9 Mbit/s 707 instead of 631;
//! with 20 Mbit/s and all of it 246 instead of 229. With the 7 KB more, beside without on another machine: 1,296
//! instead of 1,310, 350 instead of 351, 194 instead of 196.

use crate::body::{Piece, read};
use crate::shorten::{Bytes, push_number};
use unpack::{ADDRESS, FIRST_WHOLE, LOWEST, Recent, WHOLE};

const CODE: u8 = 10;

/// The rows of numbers, as they stand among the other parts. The instructions hold whatever has no row of
/// its own. Of the orders that were tried the one that compresses best.
const ROWS: [Piece; 9] = [
    Piece::Offset,
    Piece::Local,
    Piece::Long,
    Piece::Constant,
    Piece::Lowest,
    Piece::Branch,
    Piece::Block,
    Piece::Function,
    Piece::Address,
];

/// The file that the page loads: the module that unpacks, behind its length, and the packed program; `None`
/// also where that would not be laid back, within the room that unpack.js has for it.
pub fn file(module: &[u8], unpack: &[u8]) -> Option<Vec<u8>> {
    let packed = packed(module)?;
    let mut memory = packed.clone();
    memory.resize(3 * packed.len(), 0);
    let length = unpack::unpack(&mut memory, packed.len());
    // Its lengths take more bytes than before, so that it is the packed ones that are held against each other.
    let again = memory.get(packed.len()..)?.get(..length).and_then(self::packed);
    if again.as_ref() != Some(&packed) {
        return None;
    }
    let mut out = u32::try_from(unpack.len()).ok()?.to_le_bytes().to_vec();
    out.extend_from_slice(unpack);
    out.extend_from_slice(&packed);
    Some(out)
}

/// The packed program: the length of each part in four bytes, the lowest first, and the parts: what
/// stands behind the functions, the instructions, two rows, what each function keeps, what stands before the
/// functions, and the other rows. `None` where the bytes are no module, or the addresses are not aligned as [`crate::order::ordered`] leaves them.
fn packed(module: &[u8]) -> Option<Vec<u8>> {
    let (before, code, behind) = parted(module)?;
    let (mut plain, mut kept) = (Vec::new(), Vec::new());
    let mut rows = Rows::default();
    let mut bytes = Bytes { rest: code };
    let count = bytes.number()?;
    push_number(&mut plain, count);
    for _ in 0..count {
        let length = bytes.number()?;
        let mut body = Bytes { rest: bytes.take(length)? };
        let kinds = body.number()?;
        push_number(&mut kept, kinds);
        for _ in 0..kinds {
            push_number(&mut kept, body.number()?);
            kept.push(body.byte()?);
        }
        told(body.rest, &mut plain, &mut rows)?;
    }
    let [offset, local, others @ ..] = &rows;
    let parts = [behind, &plain, offset, local, &kept, before];
    let parts = parts.into_iter().chain(others.iter().map(Vec::as_slice));
    let mut out = Vec::new();
    for part in parts.clone() {
        out.extend_from_slice(&u32::try_from(part.len()).ok()?.to_le_bytes());
    }
    parts.for_each(|part| out.extend_from_slice(part));
    Some(out)
}

/// The numbers, each kind in its row.
type Rows = [Vec<u8>; ROWS.len()];

/// Puts the instructions behind those in `plain`, and their numbers into `rows`.
fn told(code: &[u8], plain: &mut Vec<u8>, rows: &mut Rows) -> Option<()> {
    let mut recent = Recent::default();
    read(code, &mut |piece, bytes| {
        let mut place = Vec::new();
        let bytes = match piece {
            Piece::Alignment(natural) => return (bytes == [natural]).then_some(()),
            Piece::Local => {
                push_number(&mut place, recent.place(Bytes { rest: bytes }.number()?));
                &place
            }
            _ => bytes,
        };
        let Some(row) = ROWS.iter().position(|row| *row == piece).and_then(|row| rows.get_mut(row)) else {
            plain.extend_from_slice(bytes);
            return Some(());
        };
        // The instruction that the number belongs to is the last one.
        let op = plain.last_mut()?;
        if let Some(whole) = WHOLE.iter().position(|(of, number)| of == op && bytes == [*number]) {
            *op = FIRST_WHOLE + u8::try_from(whole).ok()?;
            return Some(());
        }
        match piece {
            Piece::Address => *op = ADDRESS,
            Piece::Lowest => *op = LOWEST,
            _ => {}
        }
        row.extend_from_slice(bytes);
        Some(())
    })
}

/// The instructions of a function as they stand in a packed program, without what has a row of its own; nothing
/// where they are not known.
pub fn instructions(code: &[u8]) -> Option<Vec<u8>> {
    let mut plain = Vec::new();
    told(code, &mut plain, &mut Rows::default())?;
    Some(plain)
}

/// What stands before the functions, the functions, and what stands behind them.
fn parted(module: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let mut bytes = Bytes { rest: module };
    bytes.take(8)?;
    loop {
        let before = module.get(..module.len().checked_sub(bytes.rest.len())?)?;
        let id = bytes.byte()?;
        let length = bytes.number()?;
        let section = bytes.take(length)?;
        if id == CODE {
            return Some((before, section, bytes.rest));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unpack::unpack;

    /// A module of functions, each with what it keeps and its instructions. Their lengths take five bytes.
    fn module(functions: &[&[u8]]) -> Vec<u8> {
        let mut code = Vec::new();
        push_number(&mut code, functions.len());
        for function in functions {
            push_sized(&mut code, function);
        }
        let mut out = b"\0asm\x01\0\0\0\x01\x03\x01\x02\x03\x0a".to_vec();
        push_sized(&mut out, &code);
        out.extend_from_slice(b"\x0b\x04data");
        out
    }

    fn push_sized(out: &mut Vec<u8>, bytes: &[u8]) {
        let length = bytes.len();
        out.extend(
            (0..5).map(|place| (length >> (7 * place)) as u8 & 0x7f | if place < 4 { 0x80 } else { 0 }),
        );
        out.extend_from_slice(bytes);
    }

    /// What comes of a packed program, with so much room for it.
    fn unpacked(packed: &[u8], room: usize) -> Vec<u8> {
        let mut memory = packed.to_vec();
        memory.resize(packed.len() + room, 0xee);
        let length = unpack(&mut memory, packed.len());
        memory[packed.len()..][..length].to_vec()
    }

    const NUMBERS: &[u8] = &[
        2, 3, 0x7f, 1, 0x7e, // Locals: three of a kind, and one.
        0x41, 0xff, 0xff, 0xff, 0x07, 0x42, 0x7f, 0x43, 1, 2, 3, 0x0b, 0x44, 8, 7, 6, 5, 4, 3, 2, 0x0b, 0x1a,
        0x20, 0, 0x21, 1, 0x22, 0x81, 1, 0x23, 0, 0x24, 0, 0x10, 0x90, 1, 0x11, 3, 0, 0x1c, 1, 0x7f, 0x41,
        0x80, 0x80, 0x80, 0x80, 0x78, 0x41, 0, 0x41, 1, 0x41, 0x7f, 0x20, 0x81, 1, 0x20, 0x81, 1, 0x20, 0,
        0x20, 0x81, 1, 0x21, 0x81, 1, 0x22, 0x81, 1, 0x20, 0xff, 1, 0x20, 0x80, 2, 0x20, 0x80, 0x80, 4, 0x20,
        0x80, 2, 0x0b,
    ];
    const BLOCKS: &[u8] = &[
        0, 0x02, 0x40, 0x03, 0x7f, 0x04, 0x40, 0x0c, 1, 0x05, 0x0d, 0, 0x0b, 0x0e, 2, 0, 1, 2, 0x0b, 0x0b,
        0x0f, 0x3f, 0, 0x40, 0, 0xfc, 10, 0, 0, 0xfc, 11, 0, 0xfc, 2, 0xd0, 0x70, 0xd2, 5, 0x45, 0xc4, 0x1b,
        0x0b,
    ];

    #[test]
    fn every_kind_of_instruction_comes_back_as_it_was() {
        let mut memory = vec![0];
        for (number, hint) in (0..).zip([2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2])
        {
            memory.extend_from_slice(&[0x28 + number, hint, 0x84, 0x01]);
        }
        memory.push(0x0b);
        let long: Vec<u8> = [0].into_iter().chain([0x01; 20_000]).chain([0x0b]).collect();
        for functions in [&[][..], &[NUMBERS], &[NUMBERS, BLOCKS, &memory, &[0, 0x0b]], &[&long, BLOCKS]] {
            let module = module(functions);
            let packed = packed(&module).expect("a module");
            assert_eq!(unpacked(&packed, module.len()), module, "{functions:?}");
            assert_eq!(unpacked(&packed, module.len() - 1), b"", "too little room for {functions:?}");
        }
    }

    #[test]
    fn what_is_no_packed_program_is_refused_and_ends() {
        let whole = packed(&module(&[NUMBERS, BLOCKS])).expect("a module");
        for length in 0..whole.len() {
            assert_eq!(unpacked(&whole[..length], 1_000), b"", "{length} bytes");
        }
        for at in 0..52 {
            let mut other = whole.clone();
            other[at] ^= 1;
            assert_eq!(unpacked(&other, 1_000), b"", "another length at {at}");
        }
        // Whatever else is changed: it ends, with something or with nothing.
        for at in 52..whole.len() {
            for byte in [0x02, 0x06, 0x07, 0x0b, 0x0e, 0x20, 0x7f, 0xe0, 0xe8, 0xff] {
                let mut other = whole.clone();
                other[at] = byte;
                let out = unpacked(&other, 1_000);
                assert!(out.is_empty() || out.len() > 8, "{byte:#x} at {at}");
            }
        }
        assert_eq!(unpacked(&[0xff; 64], 1_000), b"");
    }

    #[test]
    fn what_is_no_module_is_not_packed() {
        assert_eq!(packed(b"\0asm\x01\0\0\0\x01\x02\x01"), None);
        assert_eq!(packed(&module(&[&[0, 0x28, 0, 4, 0x0b]])), None, "aligned otherwise");
        assert_eq!(packed(&module(&[&[0, 0xfd, 0x0b]])), None, "an instruction that is not known");
    }
}
