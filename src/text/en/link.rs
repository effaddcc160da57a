//! English, of links.

use super::grammar::{
    self, Slot,
    Slot::{Grouped, Name, Nth, Text},
};
use crate::domain::text::line;
use crate::text::message::OfLink;

/// Says a message.
pub(super) fn say(message: &OfLink<'_>) -> String {
    let of = match *message {
        OfLink::SaysOtherTime { wish: "", .. } => Position::SaysOtherTimeAny,
        OfLink::Stays { count: 1 } => Position::StaysOne,
        _ => line_of(message),
    };
    filled_with(line(LINES, of as usize), message)
}

lines! {
    OfLink;
    ShareInvite { name } => "Invite {}" [Name(name)];
    ShareChanged { name } => "Tell {} what changed" [Name(name)];
    ShareSummary { name } => "Send {} the record" [Name(name)];
    ShareCancelled { name } => "Tell {} that it is cancelled" [Name(name)];
    ShareReply { name } => "Send it to {}" [Name(name)];
    ShareAsk { name } => "Ask {} for a session" [Name(name)];
    ShareLead => "This is all that the link holds. Whoever has the link can read it, and it proves nothing about who sent it.";
    SendTo { name } => "Send to {}" [Name(name)];
    HoldsHeading { name } => "What {} sees" [Name(name)];
    HoldsRecord => "How long each item took, and which questions were asked.";
    Stays { count } => "{} things stay with you" [Nth(count)];
    ChangeStays => "Change what is shared";
    HoldsAnswers { name } => "The answers at the close. {} sees them once both are in." [Name(name)];
    BringsIt => "Not yet, but the topic comes along.";
    WantsOtherTime => "Another time would be better.";
    WishLabel => "When would suit you?";
    NamesHeading => "Names in the link";
    NamesWhole => "As they are";
    NamesInitials => "Initials";
    ShareSheet => "Share";
    CopyWords => "Copy text and link";
    CopyLink => "Copy the link";
    CopyCode => "Copy the text code";
    SendMail => "E-mail";
    OtherWays => "Other ways";
    OtherWaysLead => "Where links are cut or blocked, a code or a file does the same: it is opened from the list of sessions. A file of everything holds private notes too: it is for a device of your own.";
    PictureDraw => "Show a QR code";
    SaveAll => "Everything, for a device of my own";
    PictureName => "QR code of the link";
    NoPicture => "This link is too long for a QR code.";
    PasswordLabel => "Password";
    Lock => "Lock the link";
    LockHint => "Tell it some other way than by this link. Without it the link stays shut, and nobody can open it for you.";
    Locked => "Locked: what you send now opens with this password alone.";
    NoLock => "This browser could not lock it.";
    Shared => "Handed over.";
    LinkTooMuch => "This is more than a link can hold. Save the session as a file and send that.";
    LinkLong { length } => "The link has {} characters, and some programs cut what is longer than 2,000. Shorter notes make it shorter; a file has no such limit." [Grouped(length)];
    WordsPrepare => "Open this link and say what would help most. It takes a minute.";
    WordsSummary => "What we held on to, and what each of us promised:";
    WordsCancelled => "This session will not take place. The link takes it off your list:";
    WordsReply { name } => "From {}, for our coaching session:" [Name(name)];
    PrepareOwn => "Prepare";
    SaysBringsIt { name } => "{} knows that it is coaching, and brings the topic along." [Name(name)];
    SaysOtherTime { name, wish } => "{} would like another time: {}" [Name(name), Name(wish)];
    InviteOut { name, when } => "The invitation went out {}. {} has not answered yet." [Text(when), Name(name)];
    PlannedLeadSeller { manager } => "{} invites you to coaching. What would help most?" [Name(manager)];
    PlannedLeadSellerMore => "Prepare as much or as little as helps you, and send it again when something changed.";
    NothingBooked => "Nothing is booked yet. You can ask for it.";

    PastedTitle => "Open a link or a code";
    PastedLabel => "The whole link, or the text code";
    OpenIt => "Open it";
    InvitedHeading { manager } => "{} invites you to a coaching session" [Name(manager)];
    InvitedLead => "Not a forecast, not a review. You pick.";
    InvitedStored { manager } => "Nothing is sent before you answer, and nothing of the link is stored. Then you see what {} sees." [Name(manager)];
    ItIsCoaching => "It's coaching. Send my topic";
    NotYetBring => "Not yet, I'll bring it";
    AskOtherTime => "Ask for another time";
    HoldsInvitation => "What the link holds";
    SamePair { name } => "You have other sessions with a {}. They are kept apart from these." [Name(name)];
    SameJoined { name } => "All sessions with {} stand together here." [Name(name)];
    SameJoin { name } => "It is the same {}" [Name(name)];
    SamePart => "Keep them apart";
    WhatChanged => "What changed";
    ChangedFrom { from, to } => "{} → {}" [Name(from), Name(to)];
    LinkLead { name } => "Nothing is stored until you take it in. It says that it comes from {}; a link cannot prove that." [Name(name)];
    LinkUnfit => "This link fits nothing here";
    LinkUnfitLead => "It says things of a session that cannot be. Nothing of it was taken in.";
    LinkFull => "Choose a version first";
    LinkFullLead => "So many versions of this session wait for your choice that there is no room for one more. Open it, choose, and then open the link again: nothing of it was taken in.";
    LinkKnown => "Nothing new";
    LinkKnownLead => "All that this link holds is here already, or was followed by something newer.";
    LinkOwn => "This comes from your own side";
    LinkOwnLead { name } => "It says that {} wrote it, and that is you. Take it in only if you did, on another device." [Name(name)];
    LinkOwnTake => "I wrote it. Take it in";
    LinkCancelled { name } => "{} cancelled a session" [Name(name)];
    LinkCancelledLead { when } => "It was planned for {}. Taken in, it goes off your list." [Text(when)];
    LinkChanged { name } => "News from {}" [Name(name)];
    LinkSummary { when } => "Your coaching session of {}" [Text(when)];
    LinkReplied { name } => "{} answers" [Name(name)];
    LinkAsked { name } => "{} asks for a coaching session" [Name(name)];
    LinkStrange => "An answer to a session that is not here";
    LinkStrangeLead { name, when } => "It is from {}, for the session of {}. Open it where that was planned; or keep it, and it joins the session once that is here." [Name(name), Text(when)];
    LinkStrangeTake => "Keep it";
    LinkNone => "There is no link in this";
    LinkNoneLead => "Paste the whole link, or the text code.";
    LinkDamaged => "This link cannot be opened";
    LinkDamagedLead => "A part of it is missing, or was changed on its way. Nothing of it is shown. Ask for it again, or paste the text code.";
    LinkTooLarge => "It is longer than any link that is made here. Of a long mail paste the link alone, or the text code.";
    LinkNewer => "A newer release made it. Reload the page to get that release, and open it again.";
    LinkLocked => "This link has a password";
    LinkLockedLead => "Whoever sent it can tell you.";
    LinkLockedNever => "It cannot be opened on this page, which is not served over https. Open it where it is, or ask for a link without a password.";
    WrongPassword => "That is not the password.";

    GroupAsked => "Asked for";
    AskOne => "Ask for a session";
    AskHeading => "Who, and what for?";
    AskLead => "Say who should coach you and what would help. The answer comes as a link.";
    WhoCoaches => "Who should coach you?";
    AskNext => "Next: send it";
    ComplainName => "Write a name.";
    ComplainTopic => "Write what would help most; or say that you bring it.";
    ComplainPassword => "Write a password first.";

    @besides
    SaysOtherTimeAny => "{} would like another time.";
    StaysOne => "One thing stays with you";
}
