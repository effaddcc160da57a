//! Reads a function of the program instruction by instruction, and writes it with other numbers for
//! what it calls and where it keeps things (WebAssembly core specification, 5.4). It must not change
//! what the function does.

use crate::shorten::{Bytes, push_number};

/// What a number in an instruction stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Number {
    Function,
    Local,
}

/// The instructions with each number replaced by what `change` says for it; `None` where one is not
/// known here. How an address is aligned, which is a hint, is said as for any address of its kind.
pub fn rewritten(code: &[u8], change: &mut dyn FnMut(Number, usize) -> usize) -> Option<Vec<u8>> {
    let mut bytes = Bytes { rest: code };
    let mut out = Vec::with_capacity(code.len());
    // Copied as they are: so many numbers, and so many bytes behind them.
    while let Some(op) = bytes.byte() {
        out.push(op);
        let (numbers, more) = match op {
            // Blocks, branches, globals, tables, the size of the memory, whole numbers, no reference.
            0x02..=0x04 | 0x0c | 0x0d | 0x23..=0x26 | 0x3f..=0x42 | 0xd0 => (1, 0),
            // A branch by a table, which comes behind its length with one more for the rest.
            0x0e => (copied(&mut bytes, &mut out)? + 1, 0),
            0x10 | 0xd2 => {
                push_number(&mut out, change(Number::Function, bytes.number()?));
                (0, 0)
            }
            0x11 => (2, 0),
            // A choice that says its types.
            0x1c => (0, copied(&mut bytes, &mut out)?),
            0x20..=0x22 => {
                push_number(&mut out, change(Number::Local, bytes.number()?));
                (0, 0)
            }
            0x28..=0x3e => {
                bytes.byte().filter(|hint| *hint < 4)?;
                out.push(*NATURAL.get(usize::from(op - 0x28))?);
                (1, 0)
            }
            0x43 => (0, 4),
            0x44 => (0, 8),
            0xfc => match copied(&mut bytes, &mut out)? {
                0..=7 => (0, 0),
                8 | 10 | 12 | 14 => (2, 0),
                9 | 11 | 13 | 15..=17 => (1, 0),
                _ => return None,
            },
            0x00 | 0x01 | 0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => (0, 0),
            _ => return None,
        };
        for _ in 0..numbers {
            // Signed or longer than any length: the last byte is the one without its upmost bit.
            let length = bytes.rest.iter().position(|byte| *byte < 0x80)? + 1;
            out.extend_from_slice(bytes.take(length)?);
        }
        out.extend_from_slice(bytes.take(more)?);
    }
    Some(out)
}

/// How the addresses of loads and stores are aligned, as a power of two, from instruction 0x28 on.
const NATURAL: [u8; 23] = [2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2];

fn copied(bytes: &mut Bytes<'_>, out: &mut Vec<u8>) -> Option<usize> {
    let number = bytes.number()?;
    push_number(out, number);
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &[u8], expected: Option<&[u8]>) {
        let mut change = |what, number| if what == Number::Local { number + 1 } else { number + 200 };
        assert_eq!(rewritten(code, &mut change).as_deref(), expected);
    }

    #[test]
    fn calls_and_locals_get_other_numbers() {
        check(&[0x20, 3, 0x10, 5, 0x0b], Some(&[0x20, 4, 0x10, 0xcd, 0x01, 0x0b]));
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
