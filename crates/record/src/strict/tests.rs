//! What the strict reader accepts and refuses, rule by rule, with the offset of every fault.

use super::*;
use crate::canonical::Draft;
use alloc::format;
use alloc::string::String;

/// Returns a record with this text as the value of its member `a`.
fn with(value: &str) -> String {
    format!(r#"{{"a":{value},"type":"sponsio.test/1"}}"#)
}

/// Where the value of [`with`] begins.
const VALUE: usize = 5;

#[track_caller]
fn refused(bytes: impl AsRef<[u8]>, what: Breach, offset: usize) {
    let bytes = bytes.as_ref();
    let shown = String::from_utf8_lossy(bytes);
    assert_eq!(read(bytes).err(), Some(Fault { what, offset }), "{shown}");
}

/// Checks that a value is refused at this offset from its beginning.
#[track_caller]
fn value_refused(value: &str, what: Breach, offset: usize) {
    refused(with(value), what, VALUE + offset);
}

#[track_caller]
fn accepted(value: &str) {
    let text = with(value);
    let record = read(text.as_bytes()).unwrap_or_else(|fault| panic!("{text}: {fault}"));
    assert_eq!(record.get("a").unwrap().bytes(), value.as_bytes());
    let rewritten = Draft::from(record.object()).finish();
    assert_eq!(rewritten.as_deref(), Ok(text.as_bytes()));
}

#[test]
fn every_value_knows_its_bytes_and_its_place() {
    let text = r#"{"a":{"b":[1,-20,true]},"c":"x\ny","type":"sponsio.test/12"}"#;
    let record = read(text.as_bytes()).unwrap();
    assert_eq!(record.bytes(), text.as_bytes());
    assert_eq!(record.digest(), Digest::of(text.as_bytes()));
    assert_eq!(record.kind(), "sponsio.test/12");
    assert_eq!(
        (record.kind().name(), record.kind().version()),
        ("test", 12)
    );

    let Some(Value::Object(nested)) = record.get("a") else {
        panic!("a is an object");
    };
    assert_eq!(
        (nested.bytes(), nested.offset()),
        (&b"{\"b\":[1,-20,true]}"[..], 5)
    );
    assert_eq!(nested.digest(), Digest::of(nested.bytes()));
    assert_eq!(nested.get("c"), None);
    let Some(Value::Array(array)) = nested.get("b") else {
        panic!("b is an array");
    };
    assert_eq!((array.bytes(), array.offset()), (&b"[1,-20,true]"[..], 10));
    let spans: Vec<_> = array
        .items()
        .iter()
        .map(|item| (item.bytes(), item.offset()))
        .collect();
    assert_eq!(spans, [(&b"1"[..], 11), (b"-20", 13), (b"true", 17)]);

    let Some(Value::Text(text)) = record.get("c") else {
        panic!("c is a text");
    };
    assert_eq!(text.as_str(), "x\ny");
    assert_eq!((text.bytes(), text.offset()), (&br#""x\ny""#[..], 28));
    let names: Vec<_> = record
        .object()
        .members()
        .iter()
        .map(|(name, _)| *name)
        .collect();
    assert_eq!(names, ["a", "c", "type"]);
}

#[test]
fn rule_1_one_object_of_utf8_without_white_space() {
    refused("", Breach::Truncated, 0);
    refused("\u{feff}{}", Breach::ByteOrderMark, 0);
    refused(" {}", Breach::WhiteSpace, 0);
    refused("\n", Breach::WhiteSpace, 0);
    refused("[]", Breach::NotAnObject, 0);
    refused("1", Breach::NotAnObject, 0);
    refused("{ }", Breach::WhiteSpace, 1);
    refused(r#"{"a" :1}"#, Breach::WhiteSpace, 4);
    refused(r#"{"a":1 }"#, Breach::WhiteSpace, 6);
    refused("{\"a\":\t1}", Breach::WhiteSpace, 5);
    refused(r#"{"a":1,}"#, Breach::Token, 7);
    refused(r#"{,"a":1}"#, Breach::Token, 1);
    refused(r#"{"a"1}"#, Breach::Token, 4);
    refused(r#"{"a":1"b":1}"#, Breach::Token, 6);
    refused(r#"{"a":}"#, Breach::Token, 5);
    refused(r#"{"a":1]"#, Breach::Token, 6);
    refused("{a:1}", Breach::Token, 1);
    value_refused("[,1]", Breach::Token, 1);
    value_refused("[1,]", Breach::Token, 3);
    value_refused("[1 ,2]", Breach::WhiteSpace, 2);
    value_refused("[1}", Breach::Token, 2);
    value_refused("truex", Breach::Token, 4);
    let whole = with("1");
    let end = whole.len();
    refused(format!("{whole}\n"), Breach::Trailing, end);
    refused(format!("{whole}{whole}"), Breach::Trailing, end);
    refused(b"{\"a\":\"x\xffy\"}", Breach::NotUtf8, 7);
    refused(b"{\"a\":\"\xed\xa0\x80\"}", Breach::NotUtf8, 6);
    refused(b"{\"a\":\"\xc3\"}", Breach::NotUtf8, 6);
    refused(b"{\"a\":\"\xc0\xaf\"}", Breach::NotUtf8, 6);
}

#[test]
fn a_record_cut_short_anywhere_is_refused() {
    let text = with(r#"[{"b":[true,-12,"\u001f\"é"]},false]"#);
    assert!(read(text.as_bytes()).is_ok());
    for (end, _) in text.char_indices() {
        let fault = read(&text.as_bytes()[..end]).unwrap_err();
        // A word that is cut short is a wrong word; all else is noticed at the end.
        let expected = if matches!(fault.what, Breach::NotAValue) {
            text[..end].rfind(|letter| "tf".contains(letter)).unwrap()
        } else {
            assert_eq!(fault.what, Breach::Truncated, "{}", &text[..end]);
            end
        };
        assert_eq!(fault.offset, expected, "{}", &text[..end]);
    }
}

#[test]
fn rule_2_no_null_no_fraction_no_exponent() {
    for other in [
        "null", "nul", "True", "tru", "NaN", "Infinity", "+1", ".5", "'a'", "é", "\u{a0}",
    ] {
        value_refused(other, Breach::NotAValue, 0);
    }
    value_refused("1.5", Breach::NotAnInteger, 1);
    value_refused("1.0", Breach::NotAnInteger, 1);
    value_refused("-0.0", Breach::NotAnInteger, 2);
    value_refused("10e2", Breach::NotAnInteger, 2);
    value_refused("1E2", Breach::NotAnInteger, 1);
    for value in ["{}", "[]", r#""""#, "true", "false", "[[],{}]"] {
        accepted(value);
    }
}

#[test]
fn rule_3_names_are_words_in_ascending_order() {
    for name in [
        "",
        "A",
        "aB",
        "1a",
        "_a",
        "a-b",
        "a b",
        "é",
        r"\u0061",
        r"a\n",
        &"a".repeat(65),
    ] {
        value_refused(&format!(r#"{{"{name}":1}}"#), Breach::Name, 1);
    }
    value_refused(r#"{"b":1,"a":1}"#, Breach::Order, 7);
    value_refused(r#"{"aa":1,"a":1}"#, Breach::Order, 8);
    value_refused(r#"{"a_":1,"a1":1}"#, Breach::Order, 8);
    value_refused(r#"{"a":1,"a":1}"#, Breach::Repeated, 7);
    refused(r#"{"type":"sponsio.test/1","a":1}"#, Breach::Order, 25);
    accepted(r#"{"a":1,"a1":1,"a_":1,"aa":1,"b":1}"#);
    accepted(&format!(r#"{{"{}":1}}"#, "a".repeat(64)));
}

#[test]
fn rule_4_integers_have_one_form_and_fit_a_double() {
    for form in ["-0", "00", "01", "-01", "-", "-a", "--1"] {
        value_refused(form, Breach::IntegerForm, 0);
    }
    for large in [
        "9007199254740992",
        "-9007199254740992",
        "10000000000000000",
        &"9".repeat(400),
    ] {
        value_refused(large, Breach::IntegerRange, 0);
    }
    for integer in [
        "0",
        "1",
        "-1",
        "10",
        "9007199254740991",
        "-9007199254740991",
    ] {
        accepted(integer);
        let text = with(integer);
        let record = read(text.as_bytes()).unwrap();
        assert_eq!(
            record.get("a").unwrap().integer(),
            Ok(integer.parse().unwrap())
        );
    }
}

#[test]
fn rule_5_each_character_has_one_form() {
    for escape in [
        r"\/", r"\u0041", r"\u0022", r"\u0008", r"\u000a", r"\u000A", r"\u001F", r"\u007f",
        r"\u2028", r"\u0020", r"\a", r"\'", r"\U0001", r"\x01", r"\u 01f", r"\u+01f", r"\u00é",
        r"\u",
    ] {
        value_refused(&format!(r#""x{escape}""#), Breach::Escape, 2);
    }
    value_refused(r#""\u0000""#, Breach::Nul, 1);
    value_refused("\"\0\"", Breach::Nul, 1);
    for surrogate in [r"\ud800", r"\uDFFF", r"\ud83d\ude00"] {
        value_refused(&format!(r#""{surrogate}""#), Breach::Surrogate, 1);
    }
    for control in ["\u{1}", "\n", "\t", "\u{1f}"] {
        value_refused(&format!("\"ab{control}\""), Breach::ControlCharacter, 3);
    }
    accepted(r#""\"\\\b\t\n\f\r""#);
    accepted(r#""\u0001\u0007\u000b\u000e\u001f""#);
    accepted("\"/\u{7f}\u{80}\u{2028}\u{2029}\u{feff}\u{ffff}\u{10ffff}😀\"");
}

#[test]
fn rule_6_text_is_never_normalised() {
    let [composed, decomposed] = ["\"\u{e9}\"", "\"e\u{301}\""];
    accepted(composed);
    accepted(decomposed);
    assert_ne!(
        read(with(composed).as_bytes()),
        read(with(decomposed).as_bytes())
    );
    refused(r#"{"type":"sponsio.entrée/1"}"#, Breach::NotAscii, 8);
}

#[test]
fn rule_7_depth_ends_at_sixteen() {
    let nested =
        |depth: usize, value: &str| format!("{}{value}{}", "[".repeat(depth), "]".repeat(depth));
    // The outermost bracket has depth 1.
    accepted(&nested(15, "1"));
    accepted(&nested(15, "[]"));
    accepted(&nested(15, "{}"));
    value_refused(&nested(16, "1"), Breach::Depth, 16);
    value_refused(&nested(16, "[]"), Breach::Depth, 16);
    value_refused(&nested(100_000, ""), Breach::Depth, 16);
    let objects = format!("{}1{}", r#"{"a":"#.repeat(17), "}".repeat(17));
    refused(objects, Breach::Depth, 17 * 5);
}

#[test]
fn rule_7_an_entry_has_a_greatest_length() {
    let frame = with(r#""""#).len();
    let of_length = |length: usize| with(&format!(r#""{}""#, "x".repeat(length - frame)));
    let longest = of_length(ENTRY_MAX);
    assert_eq!(read(longest.as_bytes()).unwrap().fits_entry(), Ok(()));
    let longer = of_length(ENTRY_MAX + 1);
    let fault = read(longer.as_bytes()).unwrap().fits_entry().unwrap_err();
    assert_eq!((fault.rule(), fault.offset), (7, 65_535));
}

#[test]
fn rule_8_every_record_has_a_type() {
    refused("{}", Breach::NoType, 0);
    refused(r#"{"types":"sponsio.a/1"}"#, Breach::NoType, 0);
    refused(r#"{"a":1,"type":1}"#, Breach::NoType, 14);
    refused(r#"{"type":"sponsio.\u001fa/1"}"#, Breach::TypeForm, 8);
    accepted(r#"{"type":"anything"}"#);
}
