//! The lasting link of two people as postcard writes it. It holds no session.

use serde::{Deserialize, Serialize};

use super::field::{Id, optional_text, text};
use super::standing::SlotDto;
use crate::domain::id::PairId;
use crate::domain::text::Text;
use crate::domain::zone::Zone;
use crate::wire::link::content::{NoLink, PairLink};

/// The lasting link as postcard writes it.
#[derive(Debug, Serialize, Deserialize)]
struct PairLinkDto<'a> {
    pair: Id,
    manager: Option<&'a str>,
    seller: &'a str,
    zone: &'a str,
    slot: Option<SlotDto>,
}

/// Returns the bytes of the lasting link; `None` if a reader would refuse them.
pub(in crate::wire::link) fn encode(link: &PairLink) -> Option<Vec<u8>> {
    let bytes = postcard::to_allocvec(&PairLinkDto::from(link)).ok()?;
    (bytes.len() <= BYTE_LIMIT).then_some(bytes)
}

/// Upper bound on a lasting link, in bytes; two names of usual length take under a hundred.
const BYTE_LIMIT: usize = 2_048;

/// Returns the lasting link in these bytes.
///
/// # Errors
/// [`NoLink::Damaged`], [`NoLink::TooLarge`].
pub(in crate::wire::link) fn decode(bytes: &[u8]) -> Result<PairLink, NoLink> {
    if bytes.len() > BYTE_LIMIT {
        return Err(NoLink::TooLarge);
    }
    let (link, rest) = postcard::take_from_bytes::<PairLinkDto<'_>>(bytes).map_err(|_| NoLink::Damaged)?;
    if rest.is_empty() { link.try_into() } else { Err(NoLink::Damaged) }
}

impl<'a> From<&'a PairLink> for PairLinkDto<'a> {
    fn from(PairLink { pair, manager, seller, zone, slot }: &'a PairLink) -> Self {
        Self {
            pair: Id(pair.0),
            manager: manager.as_ref().map(Text::as_str),
            seller: seller.as_str(),
            zone: zone.name(),
            slot: slot.as_ref().map(SlotDto::from),
        }
    }
}

impl TryFrom<PairLinkDto<'_>> for PairLink {
    type Error = NoLink;

    fn try_from(link: PairLinkDto<'_>) -> Result<Self, NoLink> {
        Ok(Self {
            pair: PairId(link.pair.0),
            manager: optional_text(link.manager)?,
            seller: text(link.seller)?,
            zone: Zone::parse(link.zone).ok_or(NoLink::Damaged)?,
            slot: link.slot.map(TryInto::try_into).transpose()?,
        })
    }
}
