//! Reads a function of the program instruction by instruction (WebAssembly core specification, 5.4), and
//! writes it with other numbers for what it calls. It must not change what the function does.

use crate::shorten::{Bytes, push_number};
use unpack::NATURAL;

/// What a piece of an instruction is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Which instruction it is, and whatever is named nowhere below.
    Plain,
    /// The number of a function.
    Function,
    /// The number of a local.
    Local,
    /// What a block takes and gives.
    Block,
    /// How many blocks are left by a branch.
    Branch,
    /// How an address is aligned, which is a hint, beside what is so for any address of its kind.
    Alignment(u8),
    /// What is added to an address.
    Offset,
    /// A whole number of 32 bits.
    Constant,
    /// One that takes four bytes, as addresses do.
    Address,
    /// One that takes five, as what is near the lowest does.
    Lowest,
    /// A whole number of 64 bits.
    Long,
}

/// Shows the instructions piece by piece: what it is, and its bytes. `None` where an instruction is not
/// known here.
pub fn read<'a>(code: &'a [u8], see: &mut dyn FnMut(Piece, &'a [u8]) -> Option<()>) -> Option<()> {
    let mut bytes = Bytes { rest: code };
    while let Some(op) = bytes.rest.first().copied() {
        see(Piece::Plain, bytes.take(1)?)?;
        let mut number = |piece, bytes: &mut Bytes<'a>| see(piece, digits(bytes)?);
        match op {
            0x02..=0x04 => number(Piece::Block, &mut bytes)?,
            // Globals, tables, the size of the memory, no reference.
            0x23..=0x26 | 0x3f | 0x40 | 0xd0 => number(Piece::Plain, &mut bytes)?,
            0x0c | 0x0d => number(Piece::Branch, &mut bytes)?,
            // A branch by a table, which comes behind its length with one more for the rest.
            0x0e => {
                for _ in 0..=counted(&mut bytes, see)? {
                    see(Piece::Plain, digits(&mut bytes)?)?;
                }
            }
            0x10 | 0xd2 => number(Piece::Function, &mut bytes)?,
            0x11 => {
                number(Piece::Plain, &mut bytes)?;
                number(Piece::Plain, &mut bytes)?;
            }
            // A choice that says its types.
            0x1c => {
                let count = counted(&mut bytes, see)?;
                see(Piece::Plain, bytes.take(count)?)?;
            }
            0x20..=0x22 => number(Piece::Local, &mut bytes)?,
            0x28..=0x3e => {
                let natural = *NATURAL.get(usize::from(op - 0x28))?;
                see(
                    Piece::Alignment(natural),
                    bytes.take(1).filter(|hint| hint.iter().all(|hint| *hint < 4))?,
                )?;
                see(Piece::Offset, digits(&mut bytes)?)?;
            }
            0x41 => {
                let digits = digits(&mut bytes)?;
                let piece = match digits.len() {
                    4 => Piece::Address,
                    5 => Piece::Lowest,
                    _ => Piece::Constant,
                };
                see(piece, digits)?;
            }
            0x42 => number(Piece::Long, &mut bytes)?,
            0x43 => see(Piece::Plain, bytes.take(4)?)?,
            0x44 => see(Piece::Plain, bytes.take(8)?)?,
            0xfc => {
                let numbers = match counted(&mut bytes, see)? {
                    0..=7 => 0,
                    8 | 10 | 12 | 14 => 2,
                    9 | 11 | 13 | 15..=17 => 1,
                    _ => return None,
                };
                for _ in 0..numbers {
                    see(Piece::Plain, digits(&mut bytes)?)?;
                }
            }
            0x00 | 0x01 | 0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => {}
            _ => return None,
        }
    }
    Some(())
}

/// The instructions with other numbers for the functions that they name, and every address aligned as any of
/// its kind; `None` where an instruction is not known.
pub fn rewritten(code: &[u8], function: &dyn Fn(usize) -> usize) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(code.len());
    read(code, &mut |piece, bytes| {
        match piece {
            Piece::Function => push_number(&mut out, function(Bytes { rest: bytes }.number()?)),
            Piece::Alignment(natural) => out.push(natural),
            _ => out.extend_from_slice(bytes),
        }
        Some(())
    })?;
    Some(out)
}

/// The bytes of a number. Signed, or longer than any length: the last byte is the one without its upmost
/// bit.
fn digits<'a>(bytes: &mut Bytes<'a>) -> Option<&'a [u8]> {
    let length = bytes.rest.iter().position(|byte| *byte < 0x80)? + 1;
    bytes.take(length)
}

/// A number that says how much comes behind it.
fn counted<'a>(bytes: &mut Bytes<'a>, see: &mut dyn FnMut(Piece, &'a [u8]) -> Option<()>) -> Option<usize> {
    let digits = digits(bytes)?;
    see(Piece::Plain, digits)?;
    Bytes { rest: digits }.number()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &[u8], expected: Option<&[u8]>) {
        assert_eq!(rewritten(code, &|number| number + 200).as_deref(), expected);
    }

    #[test]
    fn what_is_called_gets_another_number() {
        check(&[0x20, 3, 0x10, 5, 0x0b], Some(&[0x20, 3, 0x10, 0xcd, 0x01, 0x0b]));
    }

    #[test]
    fn what_looks_like_a_call_within_a_number_stays() {
        check(
            &[0x41, 0x90, 0x20, 0x42, 0xa0, 0x90, 0x10, 0x0b],
            Some(&[0x41, 0x90, 0x20, 0x42, 0xa0, 0x90, 0x10, 0x0b]),
        );
        check(
            &[0x44, 0x10, 1, 0x20, 2, 0x10, 3, 0x20, 4, 0x43, 0x10, 1, 0x20, 2],
            Some(&[0x44, 0x10, 1, 0x20, 2, 0x10, 3, 0x20, 4, 0x43, 0x10, 1, 0x20, 2]),
        );
        check(&[0x0e, 2, 0x10, 0x20, 0x10, 0x0b], Some(&[0x0e, 2, 0x10, 0x20, 0x10, 0x0b]));
        check(&[0xfc, 10, 0, 0, 0x11, 0x10, 0], Some(&[0xfc, 10, 0, 0, 0x11, 0x10, 0]));
    }

    #[test]
    fn a_load_says_how_its_kind_is_aligned() {
        check(
            &[0x28, 0, 16, 0x2d, 0, 0x20, 0x29, 2, 0x10],
            Some(&[0x28, 2, 16, 0x2d, 0, 0x20, 0x29, 3, 0x10]),
        );
        check(&[0x28, 0x42, 0, 16], None);
    }

    #[test]
    fn an_instruction_that_is_not_known_is_refused() {
        check(&[0xfd, 0x0c], None);
        check(&[0xfc, 18], None);
        check(&[0x10], None);
    }
}
