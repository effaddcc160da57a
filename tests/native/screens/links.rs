//! The screens of links: outgoing ones, and opened ones on another person's device.

use coaching_session::program::event::Event;
use coaching_session::text::message::Message;

use super::{ITEM, NOTE, OWN_NAME, SELLER, planned};
use crate::given::TEN;
use crate::story::Story;

/// Returns the link on the open sheet.
fn link(story: &mut Story) -> String {
    story.press(Message::CopyLink).settle_copy(true);
    story.window().sent.clone().expect("a link").text
}

/// Returns another person's device with the opened link.
fn opened(text: &str) -> Story {
    let mut story = Story::elsewhere();
    story.send(Event::LinkOpened(text.to_owned()));
    story
}

fn pressed(mut story: Story, names: &[&str]) -> Story {
    for name in names {
        story.press(name);
    }
    story
}

/// Returns the screens of links, by name.
pub(super) fn screens() -> Vec<(&'static str, Story)> {
    let sharing = pressed(planned(), &["Invite Xqz"]);
    let ways = pressed(sharing.clone(), &["Other ways", "Show a QR code"]);
    let mut locked = ways.clone();
    locked.fill(Message::PasswordLabel, NOTE).press(Message::Lock);
    let mut refused = sharing.clone();
    refused.press(Message::CopyLink).settle_copy(false);
    let mut sent = sharing.clone();
    let invitation = link(&mut sent);
    let invited = opened(&invitation);
    let other_time = pressed(invited.clone(), &["Another time"]);
    let mut answered = invited.clone();
    answered.fill(Message::TopicFirst, ITEM).press(Message::ItIsCoaching { manager: OWN_NAME });
    let reply = link(&mut answered.clone());
    let mut replied = pressed(sent, &["Done"]);
    replied.send(Event::LinkOpened(reply.clone()));
    let agreed = pressed(replied.clone(), &["Add it"]);
    let mut moved = pressed(agreed.clone(), &["Change date or place"]);
    moved.fill(Message::TimeLabel, "14:00").fill(Message::PlaceLabel, NOTE);
    let mut moved = pressed(moved, &["Save the change", "Tell Xqz what changed"]);
    let mut changed = answered.clone();
    changed.send(Event::LinkOpened(link(&mut moved)));
    let mut cancelling = pressed(agreed.clone(), &["Delete", "Tell Xqz it's cancelled"]);
    let mut cancelled = answered.clone();
    cancelled.send(Event::LinkOpened(link(&mut cancelling)));
    let mut held = agreed.clone();
    held.now = TEN;
    held.press_start().press(Message::WriteNextStep).fill(Message::NextStepLabel, NOTE).press(Message::Keep);
    let running = link(&mut pressed(held.clone(), &["End here", "Send to Xqz"]));
    let mut record = answered.clone();
    record.now = TEN;
    record.send(Event::LinkOpened(running));
    let mut asking = pressed(Story::elsewhere(), &["Ask for a session"]);
    asking.fill(Message::WhoCoaches, OWN_NAME).fill(Message::OwnNameLabel, SELLER);
    asking.fill(Message::TopicFirst, ITEM).fill(Message::WishLabel, NOTE);
    let mut asked = pressed(asking.clone(), &["Next: send it"]);
    let mut namesake = planned();
    namesake.send(Event::LinkOpened(link(&mut asked.clone())));
    let same = pressed(namesake.clone(), &["It's the same Xqz"]);
    let page = pressed(same.clone(), &["Plan a session", "Cancel", "Your sessions with Xqz"]);
    let mut pasted = Story::new();
    pasted.fill(Message::PastedTitle, &invitation);
    vec![
        ("share, invitation", sharing),
        ("share, other ways", ways),
        ("share, locked", locked.clone()),
        ("share, not copied", refused),
        ("share, changed", moved),
        ("share, cancelled", cancelling),
        ("share, reply", answered.clone()),
        (
            "share, held back",
            pressed(
                answered.clone(),
                &["Done", "Prepare", "Only for me: Qxj", "Save, I'm not ready yet", "Send to Wvk"],
            ),
        ),
        ("link, invitation", invited.clone()),
        ("link, topic typed", {
            let mut story = invited;
            story.fill(Message::TopicFirst, ITEM);
            story
        }),
        ("link, another time", other_time.clone()),
        ("share, another time", pressed(other_time, &["Ask for another time"])),
        ("link, locked", opened(&link(&mut locked))),
        ("link, reply", replied),
        ("link, changed", changed),
        ("link, cancelled", cancelled),
        ("link, record", record.clone()),
        ("link, known", {
            let mut story = answered.clone();
            story.send(Event::LinkOpened(invitation.clone()));
            story
        }),
        ("link, of nobody here", opened(&reply)),
        ("link, asked for", opened(&link(&mut asked))),
        ("link, of a namesake", namesake),
        ("link, of the same two", same),
        ("home, of the same two", page.clone()),
        ("home, of a namesake", pressed(page, &["Keep them apart"])),
        ("link, none", opened(NOTE)),
        ("link, damaged", opened("#cs=1.damaged")),
        ("planned, agreed", agreed),
        ("planned, of the seller", pressed(answered.clone(), &["Done"])),
        ("home, of the seller", pressed(answered, &["All sessions"])),
        ("over, of the seller", pressed(record, &["Add it"])),
        ("wish", asking),
        ("wish, all wrong", pressed(Story::elsewhere(), &["Ask for a session", "Next: send it"])),
        ("share, asked for", asked.clone()),
        ("home, asked for", pressed(asked, &["All sessions"])),
        ("home, pasted", pasted),
    ]
}
