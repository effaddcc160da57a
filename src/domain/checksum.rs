//! The checksum of records, links and fingerprints. Must not be used against intent: anybody can make another
//! text with the same checksum.

use crc::{CRC_32_ISO_HDLC, Crc};

/// CRC-32 as zlib has it (ISO/IEC 13239). The `crc` crate, as its table of 1 KB takes less time to load than
/// the 16 KB of faster crates, and no record is long enough to gain from these.
pub static CRC_32: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
