//! What a link carries, and how. Replaced by the codec.

use crate::domain::id::{PairId, SessionId};
use crate::domain::register::Register;
use crate::domain::session::{ManagerHalf, SellerHalf};
use crate::domain::text::Text;
use crate::domain::time::Schedule;
use crate::wire::stored::{Scribe, Stored, open, seal};

/// What a link carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// p
    pub pair: PairId,
    /// s
    pub session: SessionId,
    /// m
    pub manager: Option<Text>,
    /// s
    pub seller: Text,
    /// h
    pub half: Half,
}
/// h
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Half {
    /// m
    Manager(Register<ManagerHalf>),
    /// s
    Seller {
        /// w
        when: Option<Schedule>,
        /// h
        half: Register<SellerHalf>,
    },
}
/// t
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMuch;
/// n
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoLink {
    /// n
    None,
    /// n
    Damaged,
    /// n
    TooLarge,
    /// n
    Newer(u32),
    /// n
    Locked(Vec<u8>),
}
impl Stored for Link {
    fn blank() -> Self {
        Self {
            pair: PairId(0),
            session: SessionId(0),
            manager: None,
            seller: Text::BLANK,
            half: Half::Manager(Register::absent()),
        }
    }
    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { pair, session, manager, seller, half } = self;
        scribe.object("link", |scribe| {
            pair.pass(scribe.at("pair"));
            session.pass(scribe.at("session"));
            scribe.maybe("manager", manager);
            scribe.at("seller").text(seller);
            if scribe.is_reading() && scribe.finds("reply") {
                *half = Half::Seller { when: None, half: Register::blank() };
            }
            match half {
                Half::Manager(half) => half.pass(scribe.at("record")),
                Half::Seller { half, .. } => half.pass(scribe.at("reply")),
            }
        });
    }
}
/// w
pub fn write(link: &Link) -> Result<String, TooMuch> {
    let mut out = String::from("1.");
    for byte in seal(link).bytes() {
        out.push_str(&format!("{byte:02x}"));
    }
    Ok(out)
}
/// r
pub fn read(text: &str) -> Result<Link, NoLink> {
    let (_, code) = text.split_once("1.").ok_or(NoLink::None)?;
    let mut bytes = Vec::new();
    let digits: Vec<char> = code.chars().take_while(|c| c.is_ascii_hexdigit()).collect();
    for pair in digits.chunks(2) {
        let pair: String = pair.iter().collect();
        bytes.push(u8::from_str_radix(&pair, 16).map_err(|_| NoLink::Damaged)?);
    }
    open(&String::from_utf8(bytes).map_err(|_| NoLink::Damaged)?).map_err(|_| NoLink::Damaged)
}
/// l
pub fn lockable(link: &Link) -> Result<Vec<u8>, TooMuch> {
    write(link).map(String::into_bytes)
}
/// l
pub fn lock(sealed: &[u8]) -> String {
    format!("1.{}", sealed.len())
}
/// u
pub fn unlocked(plain: &[u8]) -> Result<Link, NoLink> {
    read(&String::from_utf8(plain.to_vec()).map_err(|_| NoLink::Damaged)?)
}
