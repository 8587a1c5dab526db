//! What people read of an error or a value: the sentences, one by one. They reach refusals, pages and
//! logs as they are, so that one that is lost or exchanged is a defect.

use crate::{
    ActId, ActIdError, Base64Error, Breach, Digest, DigestError, Fault, FieldError, Instant,
    InstantError, Kind, NameError, ParticipantId, Problem,
};
use alloc::format;
use alloc::string::{String, ToString as _};

const BREACHES: [(Breach, u8, &str); 23] = [
    (Breach::NotUtf8, 1, "the string is not UTF-8"),
    (Breach::ByteOrderMark, 1, "a record has no byte order mark"),
    (
        Breach::WhiteSpace,
        1,
        "no white space stands between tokens",
    ),
    (Breach::Truncated, 1, "the bytes end before the record does"),
    (Breach::NotAnObject, 1, "a record is an object"),
    (Breach::Trailing, 1, "nothing may follow the record"),
    (Breach::Token, 1, "another token is expected here"),
    (
        Breach::NotAValue,
        2,
        "a value is an object, an array, a string, an integer, true or false",
    ),
    (
        Breach::NotAnInteger,
        2,
        "a number has no fraction and no exponent",
    ),
    (
        Breach::Name,
        3,
        "the name of a member matches [a-z][a-z0-9_]{0,63}",
    ),
    (
        Breach::Order,
        3,
        "members stand in ascending order of their names",
    ),
    (Breach::Repeated, 3, "a member is not repeated"),
    (Breach::IntegerForm, 4, "an integer is 0 or -?[1-9][0-9]*"),
    (
        Breach::IntegerRange,
        4,
        "the absolute value of an integer is below 2^53",
    ),
    (
        Breach::ControlCharacter,
        5,
        "a character below U+0020 is escaped",
    ),
    (
        Breach::Escape,
        5,
        "the escape is not the canonical form of a character",
    ),
    (Breach::Nul, 5, "a string does not hold U+0000"),
    (Breach::Surrogate, 5, "a surrogate is not a character"),
    (Breach::NotAscii, 6, "a type is ASCII"),
    (Breach::Depth, 7, "no value stands at depth 17"),
    (Breach::EntryLength, 7, "an entry has at most 65535 bytes"),
    (Breach::NoType, 8, "a record has a text member `type`"),
    (
        Breach::TypeForm,
        8,
        "a type has the form sponsio.NAME/VERSION",
    ),
];

#[test]
fn a_breach_has_its_rule_and_its_sentence() {
    for (what, rule, sentence) in BREACHES {
        let fault = Fault { what, offset: 41 };
        assert_eq!((what.rule(), fault.rule()), (rule, rule), "{what:?}");
        assert_eq!(what.to_string(), sentence);
        assert_eq!(
            fault.to_string(),
            format!("rule {rule}, byte 41: {sentence}")
        );
    }
}

#[test]
fn what_is_no_scalar_is_told_what_one_is() {
    assert_eq!(
        Base64Error.to_string(),
        "raw bytes are standard base64 with padding and unused bits zero"
    );
    assert_eq!(
        DigestError.to_string(),
        "a digest is 64 lower-case hexadecimal digits"
    );
    assert_eq!(
        InstantError.to_string(),
        "an instant is a second of UTC written as 2026-11-22T13:24:40Z"
    );
    assert_eq!(
        ActIdError.to_string(),
        "the identifier of an act is 32 lower-case hexadecimal digits"
    );
    let names = [
        NameError::Empty,
        NameError::TooLong(65),
        NameError::Character(3),
    ];
    assert_eq!(
        names.map(|error| error.to_string()),
        [
            "an identifier cannot be empty",
            "an identifier has at most 64 bytes, this one has 65",
            "an identifier cannot hold the character at byte 3",
        ]
    );
}

#[test]
fn scalars_are_shown_as_they_are_written() {
    let digest = Digest::of(b"");
    let hex = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(
        (digest.to_string(), format!("{digest:?}")),
        (hex.into(), hex.into())
    );
    let instant: Instant = "2026-11-22T13:24:40Z".parse().unwrap();
    assert_eq!(format!("{instant:?}"), "2026-11-22T13:24:40Z");
    let id = ActId::from_bytes([0xab; 16]);
    assert_eq!(
        (id.to_string(), format!("{id:?}")),
        ("ab".repeat(16), "ab".repeat(16))
    );
    let code = ParticipantId::new("NOR").unwrap();
    assert_eq!(format!("[{code:5}] {code:?}"), "[NOR  ] NOR");
    let kind = Kind::parse("sponsio.entry/1").unwrap();
    assert_eq!(
        format!("{kind} {kind:?}"),
        "sponsio.entry/1 sponsio.entry/1"
    );
}

fn said(member: &str, what: Problem) -> String {
    let error = FieldError {
        member: member.into(),
        offset: 7,
        what,
    };
    error.within("act").to_string()
}

#[test]
fn a_wrong_member_is_named_with_its_place() {
    let wrong = Problem::Wrong {
        expected: "a digest",
        found: "an integer",
    };
    assert_eq!(
        said("id", Problem::Missing),
        "byte 7: member `act.id` is missing"
    );
    assert_eq!(
        said("", Problem::Unknown),
        "byte 7: member `act` is unknown"
    );
    assert_eq!(
        said("id", wrong),
        "byte 7: `act.id` is a digest, not an integer"
    );
}
