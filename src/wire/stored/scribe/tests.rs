//! Each check of the reading of JSON names the field at fault.

use super::*;
use crate::domain::note::NoteId;
use crate::domain::text::Text;
use crate::wire::json::parse;

fn fault_of(data: &str, read: fn(&mut Scribe<'_>)) -> Option<&'static str> {
    let data = parse(data).unwrap();
    let mut scribe = Scribe::reading(&data);
    scribe.object("data", read);
    scribe.fault()
}

fn read_all(scribe: &mut Scribe<'_>) {
    scribe.at("string").string(&mut String::new());
    scribe.at("text").text(&mut Text::blank());
    scribe.maybe("maybe", &mut None::<Text>);
    scribe.at("id").id(&mut 0);
    scribe.at("small").small(&mut 0);
    scribe.at("truth").truth(&mut false);
    scribe.at("list").list(2, &mut Vec::<NoteId>::new());
}

const GOOD: &str = r#"{"string":"","text":"a","maybe":"b","id":"00000000000000ff","small":65535,"truth":false,"list":[1,2]}"#;

#[test]
fn each_check_names_its_field() {
    assert_eq!(fault_of(GOOD, read_all), None);
    for (good, bad, fault) in [
        (r#""string":"""#, r#""string":1"#, "string"),
        (r#""text":"a""#, r#""text":" ""#, "text"),
        (r#""text":"a","#, "", "text"),
        (r#""maybe":"b""#, r#""maybe":null"#, "maybe"),
        ("ff", "FF", "id"),
        ("65535", "65536", "small"),
        ("65535", "-1", "small"),
        ("false", "0", "truth"),
        ("[1,2]", "[1,2,3]", "list"),
        ("[1,2]", "{}", "list"),
        ("{", r#"{"unknown":1,"#, "data"),
    ] {
        let data = GOOD.replacen(good, bad, 1);
        assert_eq!(fault_of(&data, read_all), Some(fault), "{data}");
    }
    assert_eq!(fault_of(&GOOD.replacen(r#""maybe":"b","#, "", 1), read_all), None);
}

#[test]
fn the_first_fault_is_the_one_that_is_told() {
    assert_eq!(fault_of("[]", read_all), Some("data"));
    assert_eq!(fault_of(r#"{"unknown":1}"#, read_all), Some("string"));
}
