//! The same bytes before our reader and before an independent implementation of RFC 8785: what we
//! write is what it writes, and we accept exactly those of its bytes that keep the narrower rules.

use proptest::prelude::*;
use serde_json::{Map, Value};
use sponsio_record::{Draft, read};

const MOST: i64 = (1 << 53) - 1;

/// Returns the bytes that the other implementation gives for the value of these bytes.
fn peer(bytes: &[u8]) -> Option<(Value, Vec<u8>)> {
    let value: Value = serde_json::from_slice(bytes).ok()?;
    let written = serde_json_canonicalizer::to_vec(&value).ok()?;
    Some((value, written))
}

/// Returns whether a value at this depth is one that the rules 2, 3, 4, 5 and 7 admit.
fn admitted(value: &Value, depth: usize) -> bool {
    depth <= 16
        && match value {
            Value::Null => false,
            Value::Bool(_) => true,
            Value::Number(number) => number
                .as_i64()
                .is_some_and(|it| (-MOST..=MOST).contains(&it)),
            Value::String(text) => !text.contains('\0'),
            Value::Array(items) => items.iter().all(|item| admitted(item, depth + 1)),
            Value::Object(members) => members
                .iter()
                .all(|(name, value)| is_name(name) && admitted(value, depth + 1)),
        }
}

fn is_name(name: &str) -> bool {
    let mut characters = name.chars();
    name.len() <= 64
        && characters
            .next()
            .is_some_and(|first| first.is_ascii_lowercase())
        && characters.all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '_')
}

/// Returns whether the type has the form of rule 8.
fn has_type(value: &Value) -> bool {
    let kind = value
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let Some((name, version)) = kind
        .strip_prefix("sponsio.")
        .and_then(|kind| kind.split_once('/'))
    else {
        return false;
    };
    is_name(&name.replace('-', "_"))
        && !name.contains('_')
        && version.len() <= 9
        && version
            .parse::<u32>()
            .is_ok_and(|number| number > 0 && number.to_string() == version)
}

/// Checks that we accept these bytes if and only if the peer reproduces them and the value keeps
/// the rules that are narrower than RFC 8785, and that we then reproduce them too.
fn agree(bytes: &[u8]) -> Result<bool, TestCaseError> {
    let expected = peer(bytes).is_some_and(|(value, written)| {
        written == bytes && value.is_object() && admitted(&value, 0) && has_type(&value)
    });
    let shown = String::from_utf8_lossy(bytes);
    match read(bytes) {
        Ok(record) => {
            prop_assert!(expected, "we accept and the peer does not: {}", shown);
            prop_assert_eq!(Draft::from(record.object()).finish(), Ok(bytes.to_vec()));
        }
        Err(fault) => prop_assert!(
            !expected,
            "we refuse ({}) and the peer does not: {}",
            fault,
            shown
        ),
    }
    Ok(expected)
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[\u{1}-\u{22}/\\\\\u{7f}\u{2028}\u{2029}éß😀]{0,10}",
        "\\PC{0,10}",
        any::<String>(),
    ]
}

/// Values of which most keep our rules and some do not.
fn value() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        8 => text().prop_map(Value::from),
        8 => (-MOST..=MOST).prop_map(Value::from),
        4 => any::<bool>().prop_map(Value::from),
        1 => prop_oneof![
            Just(Value::Null),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
        ],
    ];
    let name = prop_oneof![30 => "[a-z][a-z0-9_]{0,6}", 1 => text()];
    scalar.prop_recursive(5, 30, 4, move |inner| {
        let members = prop::collection::vec((name.clone(), inner.clone()), 0..4);
        prop_oneof![
            members.prop_map(|members| Value::Object(Map::from_iter(members))),
            prop::collection::vec(inner, 0..4).prop_map(Value::Array),
        ]
    })
}

fn record() -> impl Strategy<Value = Value> {
    let kind =
        prop_oneof![12 => "sponsio\\.[a-z]{1,5}/[1-9]", 1 => "sponsio\\.[a-z_-]{0,3}/[0-9]{0,3}"];
    (
        prop::collection::btree_map("[a-z][a-z0-9_]{0,6}", value(), 0..5),
        kind,
    )
        .prop_map(|(members, kind)| {
            let mut members = Map::from_iter(members);
            members.insert("type".to_owned(), Value::from(kind));
            Value::Object(members)
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn both_agree_on_canonical_values(value in record()) {
        let bytes = serde_json_canonicalizer::to_vec(&value).expect("the value has a canonical form");
        agree(&bytes)?;
    }

    #[test]
    fn both_agree_on_values_written_otherwise(value in record()) {
        agree(value.to_string().as_bytes())?;
        agree(format!("{value:#}").as_bytes())?;
    }

    #[test]
    fn both_agree_on_mutated_bytes(
        value in record(),
        at in any::<prop::sample::Index>(),
        length in 0..3_usize,
        inserted in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..2),
            prop::sample::select(vec![
                "1", "0", "-", ".0", "e1", "a", "_", "\\n", "\\u000a", "\\u001f", "\\u001F", "\\/", "é", "[1]",
                ",\"a\":1", "\"a\":1,", "null", "{}", " ", "\n",
            ])
            .prop_map(|text| text.as_bytes().to_vec()),
        ],
    ) {
        let bytes = serde_json_canonicalizer::to_vec(&value).expect("the value has a canonical form");
        let start = at.index(bytes.len());
        let end = bytes.len().min(start + length);
        agree(&[&bytes[..start], &inserted, &bytes[end..]].concat())?;
    }
}

#[test]
fn both_agree_on_the_greatest_depth_and_integers() {
    let nested = |depth: usize| {
        let value = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        format!(r#"{{"a":{value},"type":"sponsio.a/1"}}"#)
    };
    for (depth, expected) in [(15, true), (16, true), (17, false), (100, false)] {
        assert_eq!(
            agree(nested(depth).as_bytes()).unwrap(),
            expected,
            "{depth}"
        );
    }
    for (integer, expected) in [
        (MOST, true),
        (-MOST, true),
        (MOST + 1, false),
        (-MOST - 1, false),
        (0, true),
    ] {
        let text = format!(r#"{{"a":{integer},"type":"sponsio.a/1"}}"#);
        assert_eq!(agree(text.as_bytes()).unwrap(), expected, "{integer}");
    }
}
