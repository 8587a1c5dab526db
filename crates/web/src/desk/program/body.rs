//! What a program sends: members of a JSON object, each with its longest form, read as the fields of the
//! desk's own forms. The table is what the description of the API is made from as well.

use serde_json::{Map, Value};

use super::refusal::Refusal;
use crate::desk::fields::Fields;

/// A member of a body.
pub(crate) struct Member {
    /// Its name.
    pub(crate) name: &'static str,
    /// The field of the desk's form that it fills.
    field: &'static str,
    /// Whether it must be there.
    pub(crate) is_required: bool,
    /// Of what form it is.
    pub(crate) form: Form,
}

/// Of what form a member is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A treaty's identifier.
    Treaty,
    /// A participant's code.
    Participant,
    /// The kind of an instrument of consent.
    Kind,
    /// The mark of an act: 32 hexadecimal digits.
    Act,
    /// A day.
    Day,
    /// Words, so many characters at most.
    Words(usize),
}

const fn member(name: &'static str, field: &'static str, form: Form) -> Member {
    Member {
        name,
        field,
        is_required: true,
        form,
    }
}

const fn optional(name: &'static str, field: &'static str, form: Form) -> Member {
    Member {
        is_required: false,
        ..member(name, field, form)
    }
}

/// Something that a program can bring: the last part of its path, the kind of motion, the members of its body.
pub(crate) struct Matter {
    pub(crate) path: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) members: &'static [Member],
}

/// What a program can bring.
pub(crate) const MATTERS: [Matter; 3] = [
    Matter {
        path: "instruments",
        kind: "deposit",
        members: &[
            member("treaty", "treaty", Form::Treaty),
            member("participant", "participant", Form::Participant),
            member("kind", "label", Form::Kind),
            optional("done", "done", Form::Day),
            optional("predecessor", "predecessor", Form::Participant),
            optional("source", "source", Form::Words(400)),
            optional("note", "note", Form::Words(4_000)),
        ],
    },
    Matter {
        path: "corrections",
        kind: "correction",
        members: &[
            member("act", "of", Form::Act),
            member("right", "right", Form::Day),
            member("reason", "reason", Form::Words(4_000)),
            optional("source", "source", Form::Words(400)),
        ],
    },
    Matter {
        path: "notifications",
        kind: "notification",
        members: &[member("act", "of", Form::Act)],
    },
];

/// Returns the member that fills a field of the desk's form.
pub(super) fn named(field: &str) -> &str {
    let members = MATTERS.iter().flat_map(|matter| matter.members);
    let mut found = members.filter(|member| member.field == field);
    found.next().map_or(field, |member| member.name)
}

/// Reads a body as the fields of the desk's form; what is no member of it is refused.
pub(super) fn fields(matter: &Matter, bytes: &[u8]) -> Result<Fields, Refusal> {
    let whole = |rule| Refusal::Form(String::new(), rule);
    let read: Value = serde_json::from_slice(bytes).map_err(|_| whole("no-json"))?;
    let Value::Object(given) = read else {
        return Err(whole("no-object"));
    };
    let is_known = |name: &&String| matter.members.iter().any(|member| member.name == **name);
    if let Some(other) = given.keys().find(|name| !is_known(name)) {
        let name = other.chars().take(80).collect();
        return Err(Refusal::Form(name, "unknown-member"));
    }
    let pairs = matter.members.iter();
    let pairs = pairs.filter_map(|member| text(member, &given).transpose());
    let pairs: Vec<(String, String)> = pairs.collect::<Result<_, _>>()?;
    Ok(Fields::of_pairs(pairs))
}

fn text(member: &Member, given: &Map<String, Value>) -> Result<Option<(String, String)>, Refusal> {
    let wrong = |rule| Refusal::Form(member.name.to_owned(), rule);
    let text = match given.get(member.name) {
        Some(Value::String(text)) => text,
        Some(_) => return Err(wrong("no-text")),
        None if member.is_required => return Err(wrong("missing-member")),
        None => return Ok(None),
    };
    let most = match member.form {
        Form::Words(most) => most,
        _ => 64,
    };
    if most < text.chars().count() {
        return Err(wrong("too-long"));
    }
    // An empty field of a form means that nothing is said; a program leaves the member out.
    if text.trim().is_empty()
        && !matches!((member.form, member.is_required), (Form::Words(_), false))
    {
        return Err(wrong("missing-member"));
    }
    Ok(Some((member.field.to_owned(), text.clone())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_read_strictly() {
        let read = |body: &str| fields(&MATTERS[1], body.as_bytes());
        let good = read(r#"{"act":"00","right":"2026-01-02","reason":"a\nb"}"#).unwrap();
        assert_eq!((good.get("of"), good.get("reason")), ("00", "a\nb"));
        let long = format!(r#"{{"act":"{}"}}"#, "0".repeat(65));
        for (body, member, rule) in [
            ("", "", "no-json"),
            ("{", "", "no-json"),
            ("[]", "", "no-object"),
            ("null", "", "no-object"),
            (r#"{"act":"00","token":"x"}"#, "token", "unknown-member"),
            (r#"{"act":1}"#, "act", "no-text"),
            (r#"{"act":null}"#, "act", "no-text"),
            (r#"{"right":"2026-01-02"}"#, "act", "missing-member"),
            (
                r#"{"act":"00","right":"2026-01-02","reason":"  "}"#,
                "reason",
                "missing-member",
            ),
            (long.as_str(), "act", "too-long"),
        ] {
            let expected = Refusal::Form(member.to_owned(), rule);
            assert_eq!(read(body).err(), Some(expected), "{body}");
        }
        // Depth is bounded by the reader.
        let deep = "[".repeat(10_000);
        assert!(read(&deep).is_err());
        assert_eq!(named("label"), "kind");
    }
}
