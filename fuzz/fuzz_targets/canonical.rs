//! Records: whatever the bytes are, reading does not panic, and a fault lies within them. What is
//! accepted is reproduced byte for byte by the writer, and every value within stands where it says,
//! with bytes that are canonical by themselves.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_record::{Draft, Opening, Value, read};

fuzz_target!(|bytes: &[u8]| {
    match read(bytes) {
        Ok(record) => {
            assert_eq!(record.bytes(), bytes);
            assert_eq!(Draft::from(record.object()).finish().as_deref(), Ok(bytes));
            assert_eq!(Draft::raw(record.object()).finish().as_deref(), Ok(bytes));
            for (_, value) in record.object().members() {
                check(value, bytes);
            }
            if let Ok(opening) = Opening::read(&record) {
                assert_eq!(opening.write().as_deref(), Ok(bytes));
                assert!(opening.commitment().opens(&opening.salt, &opening.bytes));
            }
        }
        Err(fault) => {
            assert!(fault.offset <= bytes.len());
            assert!((1..=8).contains(&fault.rule()));
        }
    }
});

fn check(value: &Value<'_>, whole: &[u8]) {
    let end = value.offset() + value.bytes().len();
    assert_eq!(whole.get(value.offset()..end), Some(value.bytes()));
    let members = [
        ("part", Draft::from(value)),
        ("type", Draft::text("sponsio.part/1")),
    ];
    let alone = Draft::object(members)
        .finish()
        .expect("a part is no deeper than its whole");
    let alone = read(&alone).expect("what is written is read");
    assert_eq!(alone.get("part").map(Value::bytes), Some(value.bytes()));
    match value {
        Value::Object(object) => {
            for (_, value) in object.members() {
                check(value, whole);
            }
        }
        Value::Array(array) => {
            for item in array.items() {
                check(item, whole);
            }
        }
        Value::Text(_) | Value::Integer(_) | Value::Bool(_) => {}
    }
}
