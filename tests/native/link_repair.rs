//! Repairs of links that mail programs, gateways and people damaged.
//!
//! Each line of the tables names the source of the damage.

use std::time::{Duration, Instant};

use coaching_session::wire::link::{LINK_LIMIT, Link, NoLink, read, write, write_locked};

use crate::forged::of_version;
use crate::link::samples::{reply, untouched};

/// A page as an intranet serves it.
const PAGE: &str = "https://intranet.example/coaching/";

fn payload() -> String {
    write(&untouched()).unwrap()
}

fn address() -> String {
    format!("{PAGE}#cs={}", payload())
}

/// Each byte but letters and digits as a percent sign and two digits.
fn percent(text: &str) -> String {
    text.bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            },
        )
        .collect()
}

/// The text with `with` behind every so many characters.
fn broken(text: &str, every: usize, with: &str) -> String {
    let marks: Vec<char> = text.chars().collect();
    marks.chunks(every).map(String::from_iter).collect::<Vec<_>>().join(with)
}

#[track_caller]
fn check(name: &str, text: &str, expected: Result<&Link, NoLink>) {
    assert_eq!(read(text).as_ref(), expected.as_ref().map(|link| *link), "{name}: {text:.300}");
}

#[test]
fn damage_on_the_way_is_repaired() {
    let (payload, address, link) = (payload(), address(), untouched());
    let html = address.replace('#', "&#35;").replace('=', "&#x3d;").replace('.', "&#46;");
    let quoted = broken(&address.replace('=', "=3D"), 60, "=\r\n");
    let wrapped = percent(&address);
    let proofpoint = wrapped.replace('%', "-").replace("-2F", "_");
    for (name, text) in [
        ("it comes as it was sent", address.clone()),
        ("only the code was copied", payload.clone()),
        ("the code with its name was copied", format!("cs={payload}")),
        ("the fragment alone", format!("#cs={payload}")),
        ("as a query", format!("{PAGE}?cs={payload}")),
        ("behind another parameter", format!("{PAGE}?lang=de&cs={payload}&theme=dark")),
        ("behind a route of the page's own", format!("{PAGE}#/coaching?cs={payload}")),
        ("behind another part of the fragment", format!("{PAGE}#top&cs={payload}")),
        ("the hash was escaped", address.replace('#', "%23")),
        ("hash and equals sign were escaped", address.replace('#', "%23").replace('=', "%3D")),
        ("escaped in small letters", address.replace('#', "%23").replace('=', "%3d").replace('.', "%2e")),
        ("everything was escaped", wrapped.clone()),
        ("escaped twice", percent(&wrapped)),
        ("escaped three times", percent(&percent(&wrapped))),
        ("an ampersand as HTML", format!("{PAGE}?a=1&amp;cs={payload}")),
        ("an ampersand as HTML, twice", format!("{PAGE}?a=1&amp;amp;cs={payload}")),
        ("HTML in numbers", html),
        ("HTML in names", address.replace('#', "&num;").replace('=', "&equals;")),
        ("HTML around it", format!("<p>Hello</p><a href=\"{address}\">Open</a>")),
        ("HTML within HTML", format!("&lt;a href=&quot;{address}&quot;&gt;Open&lt;/a&gt;")),
        ("a break for narrow screens", address.replace("#cs=", "#<wbr>cs=").replace("1.A", "1.<wbr>A")),
        ("a break of lines in HTML", broken(&address, 50, "<br>")),
        ("quoted-printable", quoted.clone()),
        ("quoted-printable with bare line feeds", quoted.replace('\r', "")),
        ("quoted-printable of an escaped one", broken(&wrapped, 70, "=\r\n")),
        ("a campaign's tail", format!("{address}&utm_source=mail&utm_medium=x")),
        ("a network's tail", format!("{address}?fbclid=IwAR0abc")),
        ("a tail that was escaped", format!("{}%26utm_source%3Dmail", percent(&address))),
        (
            "Safe Links",
            format!(
                "https://eur01.safelinks.protection.outlook.com/?url={wrapped}&data=05%7C02%7Clee%40example.com%7C0&sdata=x%3D&reserved=0"
            ),
        ),
        (
            "Safe Links in HTML",
            format!(
                "https://eur01.safelinks.protection.outlook.com/?url={wrapped}&amp;data=05%7C02&amp;reserved=0"
            ),
        ),
        (
            "Safe Links around Safe Links",
            format!(
                "https://a.safelinks.example/?url={}",
                percent(&format!("https://b.example/?url={wrapped}&data=1"))
            ),
        ),
        (
            "Proofpoint, version 2",
            format!("https://urldefense.proofpoint.com/v2/url?u={proofpoint}&d=DwMFaQ&c=x-_y&r=z"),
        ),
        (
            "Proofpoint, version 3",
            format!("https://urldefense.com/v3/__{}__;Iw!!abc!xyz$", address.replace('#', "*")),
        ),
        (
            "a search engine's forwarding",
            format!("https://www.google.com/url?q={wrapped}&sa=D&source=calendar"),
        ),
        ("a chat's forwarding", format!("https://slack-redir.net/link?url={wrapped}")),
        ("lines of 76", broken(&address, 76, "\n")),
        ("lines of 40 from Windows", broken(&address, 40, "\r\n")),
        ("a quoted mail", format!("> {}", broken(&address, 60, "\n> "))),
        ("a mail quoted twice", format!(">> {}", broken(&address, 60, "\n>> "))),
        ("a mail quoted in HTML", broken(&address, 60, "\n&gt; ")),
        ("indented lines", broken(&address, 60, "\n    ")),
        ("a space in the middle", broken(&address, 100, " ")),
        ("a hard space in the middle", broken(&address, 100, "\u{a0}")),
        ("an escaped space in the middle", broken(&address, 100, "%20")),
        ("an escaped line break in the middle", broken(&address, 100, "%0D%0A")),
        ("zero-width spaces", broken(&address, 9, "\u{200b}")),
        ("word joiners and byte order marks", format!("\u{feff}{}", broken(&address, 33, "\u{2060}"))),
        ("soft hyphens", broken(&address, 20, "\u{ad}")),
        ("soft hyphens as HTML", broken(&address, 50, "&shy;")),
        ("marks of direction", format!("\u{202a}{address}\u{202c}")),
        ("hyphens that do not break", address.replace('-', "\u{2011}")),
        ("pointed brackets", format!("<{address}>")),
        ("quotation marks", format!("\"{address}\"")),
        ("German quotation marks", format!("„{address}“")),
        ("parentheses", format!("(see {address})")),
        ("a full stop behind it", format!("It is here: {address}.")),
        ("all kinds of ends", format!("{address}.,;:!?)]>'\"")),
        ("Markdown", format!("[our session]({address})")),
        ("Markdown with a title", format!("[our session]({address} \"Coaching\")")),
        ("Markdown that escapes", format!("[x]({})", address.replace('_', "\\_").replace('-', "\\-"))),
        ("in italics", format!("_{address}_")),
        ("in bold", format!("**{address}**")),
        ("as code", format!("`{payload}`")),
        ("in a table", format!("| {address} |")),
        ("a line behind it", format!("{address}\nSee you on Thursday at 10. Maria")),
        (
            "a mail around it",
            format!(
                "Hi Lee,\n\nhere is the plan for 14.5. (v1.2):\n{address}\n\nBest,\nMaria\n-- \n1.5 of 3"
            ),
        ),
        ("the protocol is gone", address.replace("https://", "")),
        ("the host is shouted", address.replace("https://intranet.example", "HTTPS://INTRANET.EXAMPLE")),
        ("a damaged one before it", format!("{}\n{address}", address.replace("1.A", "1.B"))),
    ] {
        check(name, &text, Ok(&link));
    }
}

#[test]
fn first_whole_link_of_several_is_opened() {
    let (first, second) = (write(&reply()).unwrap(), payload());
    check("the first", &format!("{PAGE}#cs={first} {PAGE}#cs={second}"), Ok(&reply()));
    check("the other way", &format!("{PAGE}#cs={second} {PAGE}#cs={first}"), Ok(&untouched()));
    let cut = &first[..first.len() - 1];
    check("the first is cut", &format!("{PAGE}#cs={cut}. {PAGE}#cs={second}"), Ok(&untouched()));
}

#[test]
fn uncertain_repair_is_refused_as_damaged() {
    let (payload, address) = (payload(), address());
    for (name, text) in [
        ("small letters", address.to_lowercase()),
        ("capitals", address.to_uppercase()),
        ("cut at the end", address[..address.len() - 1].to_owned()),
        ("cut in the middle", address[..address.len() - payload.len() / 2].to_owned()),
        ("cut behind its name", format!("{PAGE}#cs=")),
        ("cut behind the version", format!("{PAGE}#cs=1.")),
        ("a character more", format!("{address}A")),
        ("dots for the rest", format!("{}...", &address[..address.len() - 9])),
        ("a word in the middle", broken(&address, 60, " [more] ")),
        ("the version is gone", address.replace("1.", "")),
        ("another version, not its checksum", address.replace("cs=1.", "cs=2.")),
        ("only the code, and damaged", payload.replace("1.A", "1.C")),
    ] {
        check(name, &text, Err(NoLink::Damaged));
    }
}

#[test]
fn text_without_a_link_has_none() {
    for text in [
        "",
        " ",
        "Hi Lee, see you on 14.5. at 10.30, version 1.2 of the plan is in room 4.",
        "https://intranet.example/coaching/",
        "https://intranet.example/coaching/#agenda",
        "https://example.com/?css=1.5&discs=2",
        "1. Open the page of our session, and read\n2. Answer",
        "192.168.0.1",
        "1.",
        "1.-_-_",
        "no. 1.something",
        "%",
        "%2",
        "&",
        "&#",
        "&#x",
        "&#x110000;",
        "&#99999999999;",
        "=",
        "=\r",
        "<br",
        "urldefense",
    ] {
        check("nothing", text, Err(NoLink::None));
    }
}

#[test]
fn newer_version_is_told_by_its_number() {
    for version in [2, 3, 10, u32::MAX] {
        let payload = of_version(version, b"something that is still to be thought of");
        check("newer", &payload, Err(NoLink::Newer(version)));
        check("newer, in an address", &format!("{PAGE}#cs={payload}"), Err(NoLink::Newer(version)));
        check("newer, escaped", &percent(&format!("{PAGE}#cs={payload}")), Err(NoLink::Newer(version)));
    }
    check("older than the first", &of_version(0, b"something that never was"), Err(NoLink::Damaged));
    check("ours, and empty", &of_version(1, b""), Err(NoLink::Damaged));
    check("ours, and of no kind", &of_version(1, &[0xff, 1, 2, 3]), Err(NoLink::Damaged));
}

#[test]
fn locked_link_gives_back_its_bytes() {
    for length in [0, 1, 2, 3, 44, 45, 46, 500] {
        for fill in 0..=255 {
            let sealed: Vec<u8> = (0..length).map(|place| fill ^ place as u8).collect();
            let payload = write_locked(&sealed);
            assert!(!payload.ends_with(['-', '_']), "{payload}");
            check("locked", &payload, Err(NoLink::Locked(sealed)));
        }
    }
}

#[test]
fn text_up_to_the_limit_is_searched_and_a_longer_refused() {
    let (address, link) = (address(), untouched());
    let mail = |length: usize| {
        let words = "Señor, some words. ".repeat(length / 19 + 1);
        let before: String = words.chars().take(length - address.len() - 1).collect();
        format!("{before} {address}")
    };
    check("a long mail", &mail(LINK_LIMIT), Ok(&link));
    check("too long a mail", &mail(LINK_LIMIT + 1), Err(NoLink::TooLarge));
    check("a long text with none", &"Some words. ".repeat(5_000), Err(NoLink::None));
    check("too long a text with none", &"Some words. ".repeat(6_000), Err(NoLink::TooLarge));
    check("a code without end", &format!("#cs=1.{}", "A".repeat(100_000)), Err(NoLink::TooLarge));
}

#[test]
fn wrapped_link_is_found_in_four_layers_or_three_if_long() {
    let (address, link) = (address(), untouched());
    let mail = |bytes: usize, times: usize, word: &str| {
        let wrapped = (0..times).fold(address.clone(), |inner, _| percent(&inner));
        let words: String = word.chars().cycle().take(bytes - wrapped.len()).collect();
        format!("{words}{wrapped}")
    };
    const LONG: usize = 16 * 1024;
    for (name, bytes, times, word, expected) in [
        ("short", LONG, 4, "Some words. ", Ok(&link)),
        ("short, twice read", LONG, 4, "urldefense words. ", Ok(&link)),
        ("short, wrapped once more", LONG, 5, "Some words. ", Err(NoLink::None)),
        ("long", LONG + 1, 3, "Some words. ", Ok(&link)),
        ("long, wrapped once more", LONG + 1, 4, "Some words. ", Err(NoLink::None)),
        ("long, twice read", LONG + 1, 1, "urldefense words. ", Ok(&link)),
        ("long, twice read, wrapped once more", LONG + 1, 2, "urldefense words. ", Err(NoLink::None)),
    ] {
        check(name, &mail(bytes, times, word), expected);
    }
}

/// The slowest texts of each kind. The page freezes during a search, so an optimised build must finish within 50 ms;
/// `cargo test -- --nocapture` prints the times.
#[test]
fn hostile_text_is_searched_in_time() {
    let mut most = (Duration::ZERO, "");
    for hostile in [
        "1.",
        "cs=1.A",
        "1.A ",
        "#cs=",
        "%25",
        "&amp;",
        "=3D",
        "&#x25;",
        "1.AAAA\n",
        "%2525",
        "urldefense-2D",
        "urldefense%25252525251.A",
        "urldefense&amp;amp;amp;amp;amp;1.A",
        "&#x110000",
        "\u{1f3f3}1.A",
    ] {
        let text: String = hostile.chars().cycle().take(LINK_LIMIT).collect();
        #[expect(clippy::disallowed_methods, reason = "the program is timed, and told nothing")]
        let start = Instant::now();
        assert!(read(&text).is_err(), "{hostile}");
        most = most.max((start.elapsed(), hostile));
    }
    println!("the longest look took {:?}, through a text of {:?}", most.0, most.1);
    assert!(most.0 < Duration::from_secs(2), "{most:?}");
}
