//! The names by which sentences call people: the given name, where it means one person on this device.

use crate::domain::name::{are_alike, given};
use crate::domain::pair::{Pair, SAMPLE};
use crate::domain::party::Party;
use crate::domain::text::Text;
use crate::program::state::model::Model;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns the name of a party of `two` inside a sentence: the given name; the whole name if somebody else whom this
/// device knows has the same given name; a general word for an unknown name. Titles and lists have whole names:
/// [`whole_name`].
pub(crate) fn called(model: &Model, env: &Env<'_>, two: Option<&Pair>, party: Party) -> Words {
    let Some(whole) = name_of(two, party) else { return whole_name(env, two, party) };
    let short = given(whole);
    let is_other = |name: &str| given(name) == short && !are_alike(name, whole);
    // The seller of the sample is nobody.
    let pairs = model.pairs().filter(|(id, _)| *id != SAMPLE).map(|(_, known)| known).chain(two);
    let mut names = pairs.flat_map(|pair| [Some(&pair.seller), pair.manager.as_ref()]).flatten();
    if names.any(|name| is_other(name.as_str())) { whole.into() } else { short.into() }
}

/// Returns the whole name of a party of `two`; a general word if it is unknown.
pub(crate) fn whole_name(env: &Env<'_>, two: Option<&Pair>, party: Party) -> Words {
    match (name_of(two, party), party) {
        (Some(name), _) => name.into(),
        (None, Party::Seller) => env.say(&Message::SellerUnknown),
        (None, Party::Manager) => env.say(&Message::ManagerUnknown),
    }
}

fn name_of(two: Option<&Pair>, party: Party) -> Option<&str> {
    let two = two?;
    match party {
        Party::Seller => Some(two.seller.as_str()),
        Party::Manager => two.manager.as_ref().map(Text::as_str),
    }
}
