//! The lines for the next session that are held back, taken out of what leaves the device.

use crate::domain::half::{ManagerHalf, SellerHalf};
use crate::domain::id::SessionId;
use crate::domain::note::Carried;
use crate::domain::session::Session;
use crate::program::state::model::Model;

/// Returns the session as it leaves the device: without the lines that this person holds back. Another window may have put one
/// into a half before it knew.
pub(super) fn without_held(model: &Model, session: Session) -> Session {
    let held: Vec<SessionId> =
        model.listed().filter(|(_, own)| own.is_held).map(|(_, own)| own.line.session).collect();
    let is_held = |line: &Carried| held.contains(&line.session);
    let manager = session.manager_half().filter(|half| half.carried.iter().any(is_held)).map(|half| {
        let carried = half.carried.iter().filter(|line| !is_held(line)).cloned().collect();
        session.manager.amended(ManagerHalf { carried, ..half.clone() })
    });
    let seller = session.seller_half().filter(|half| half.listed.iter().any(is_held)).and_then(|half| {
        let listed = half.listed.iter().filter(|line| !is_held(line)).cloned().collect();
        Some(session.seller.as_ref()?.amended(SellerHalf { listed, ..half.clone() }))
    });
    Session { manager: manager.unwrap_or(session.manager), seller: seller.or(session.seller), ..session }
}
