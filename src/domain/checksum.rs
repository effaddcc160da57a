//! The checksum of records, links and fingerprints. It detects accidents alone: anybody can make another text
//! with the same checksum.

use crc::{CRC_32_ISO_HDLC, Crc};

/// The algorithm of all checksums: CRC-32 as in zlib (ISO/IEC 13239).
pub static CRC_32: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
