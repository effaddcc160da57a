//! The sheet of a lasting link of two people whom this device does not know: it says where the link opens their next
//! session.

use crate::domain::zone::Zone;
use crate::outgoing::standing::slot_words;
use crate::present::parts::action::Action;
use crate::present::parts::head::link_head;
use crate::present::parts::line::Line;
use crate::present::parts::sheet::{Entry, SheetView, section};
use crate::program::event::Press;
use crate::program::update::link::PairLink;
use crate::text::Env;
use crate::text::Words;
use crate::text::message::Message;

/// Returns the sheet of the lasting link, for a reader in the time zone `here`.
pub(crate) fn pair_link(link: &PairLink, here: &Zone, env: &Env<'_>) -> SheetView {
    let seller = link.seller.as_str();
    let manager = link.manager.as_ref().map(|name| Words::from(name.as_str()));
    let manager = &manager.unwrap_or_else(|| env.say(&Message::ManagerUnknown));
    let line = |message: &Message<'_>| Entry::Line(Line::plain(env.say(message)));
    let mut entries = Vec::new();
    if let Some(slot) = link.slot {
        entries.push(Entry::Line(Line::plain(slot_words(env, slot, &link.zone, here))));
    }
    entries.push(line(&Message::PairLinkSeller { seller, manager }));
    entries.push(line(&Message::PairLinkManager { manager }));
    SheetView {
        head: link_head(
            env,
            None,
            seller,
            link.manager.as_ref().map(|name| name.as_str()),
            &Message::FileLeave,
        ),
        heading: env.say(&Message::PairLinkHeading),
        lead: env.say(&Message::PairLinkLead),
        sections: vec![section("pair-link", Words::default(), entries)],
        outcome: None,
        is_spoken: false,
        text_to_copy: None,
        main: Action::new(env, &Message::BackHome, Press::HomeOpened),
        answers: Vec::new(),
        others: Vec::new(),
    }
}
