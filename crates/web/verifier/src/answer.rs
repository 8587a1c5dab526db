//! What a page is told of its files: which of them were read as what, the verdict with its rule and place,
//! and what was found out. The words of the page are the page's own.

use sponsio_ledger::bundle::{Bundle, Claim, Contents, Stretch};
use sponsio_ledger::entry::{Entry, Matter};
use sponsio_ledger::policy::{Cosigned, Policy};
use sponsio_ledger::receipt::Receipt;
use sponsio_ledger::verdict::{Missing, Refusal, Verdict};
use sponsio_record::{Digest, Draft};

/// The type of an answer.
const TYPE: &str = "sponsio.verified/1";

/// The most entries that an answer lists.
const MOST_LISTED: usize = 500;

/// The members of an object.
type Members = Vec<(&'static str, Draft)>;

/// Verifies files under a policy, which is the first part, and returns the answer as JSON.
pub(crate) fn answer(parts: &[Vec<u8>]) -> Vec<u8> {
    let mut members = match parts {
        [policy, files @ ..] => judged(policy, files),
        [] => refused_for("nothing", "policy"),
    };
    members.push(("type", Draft::text(TYPE)));
    let answer = Draft::object(members.into_iter().map(|(name, value)| (name, Some(value))));
    answer.finish().unwrap_or_default()
}

fn judged(policy: &[u8], files: &[Vec<u8>]) -> Members {
    let policy = match Policy::parse(policy) {
        Ok(policy) => policy,
        Err(fault) => {
            return verdict("policy", Verdict::Refused(fault.in_place("policy")), |()| {
                Vec::new()
            });
        }
    };
    match files {
        [one] if is_archive(one) => bundle(one, &policy),
        [one] => verdict("checkpoint", checkpoint(one, &policy), |cosigned| {
            witnessed(&cosigned)
        }),
        [one, other] => {
            let (entry, proof) = if one.starts_with(b"{") {
                (one, other)
            } else {
                (other, one)
            };
            receipt(entry, proof, &policy)
        }
        _ => refused_for("nothing", "files"),
    }
}

/// A tape archive says so behind the name, the numbers and the link of its first member.
fn is_archive(file: &[u8]) -> bool {
    file.get(257..262) == Some(b"ustar")
}

fn checkpoint(note: &[u8], policy: &Policy) -> Verdict<Cosigned> {
    policy
        .open(note)
        .map_err(|fault| fault.in_place("checkpoint"))
        .into()
}

fn receipt(entry: &[u8], proof: &[u8], policy: &Policy) -> Members {
    let read = match Receipt::read(entry, proof) {
        Ok(read) => read,
        Err(refusal) => return verdict("receipt", Verdict::Refused(refusal), |()| Vec::new()),
    };
    verdict("receipt", read.verify(policy), |logged| {
        let mut found = witnessed(&logged.cosigned);
        let entries = Entry::at(entry, &logged.cosigned.checkpoint.origin, logged.seq);
        found.push(("entries", Draft::array(entries.iter().map(line))));
        found
    })
}

fn bundle(file: &[u8], policy: &Policy) -> Members {
    let read = match Bundle::read(file) {
        Ok(read) => read,
        Err(refusal) => return verdict("bundle", Verdict::Refused(refusal), |()| Vec::new()),
    };
    verdict("bundle", read.verify(policy), |contents| {
        let mut found = witnessed(&contents.cosigned);
        found.extend(held(&read, &contents));
        found
    })
}

fn held(bundle: &Bundle<'_>, contents: &Contents<'_>) -> Members {
    let count = |number: usize| Draft::count(u64::try_from(number).unwrap_or(u64::MAX));
    let digests = |list: &mut dyn Iterator<Item = &Digest>| {
        Draft::array(list.map(|digest| Draft::text(digest.to_string())))
    };
    let mut found = Vec::from([
        ("count", count(contents.entries.len())),
        (
            "entries",
            Draft::array(contents.entries.iter().take(MOST_LISTED).map(line)),
        ),
        ("documents", digests(&mut contents.documents.keys())),
        ("absent", digests(&mut contents.absent.iter())),
        ("unjudged", Draft::count(contents.unknown)),
    ]);
    match bundle.claim() {
        Claim::Act { seq } => {
            found.push(("claim", Draft::text("act")));
            found.push(("seq", Draft::count(*seq)));
        }
        Claim::Document { digest, seq } => {
            found.push(("claim", Draft::text("document")));
            found.push(("seq", Draft::count(*seq)));
            found.push(("document", Draft::text(digest.to_string())));
        }
        Claim::Status(status) => {
            let stream = format!("instrument/{}", status.treaty);
            let is_whole = contents.stretch(&stream) == Stretch::Whole;
            found.push(("claim", Draft::text("status")));
            found.push(("treaty", Draft::text(status.treaty.clone())));
            found.push(("register", Draft::text(status.register.to_string())));
            found.push(("whole", Draft::bool(is_whole)));
        }
    }
    found
}

/// The checkpoint, and who has cosigned it.
fn witnessed(cosigned: &Cosigned) -> Members {
    let head = &cosigned.checkpoint;
    let seen = cosigned.seen.iter().map(|seen| {
        Draft::object([
            ("name", Some(Draft::text(seen.witness.clone()))),
            ("time", Some(Draft::count(seen.time))),
        ])
    });
    Vec::from([
        ("log", Draft::text(head.origin.clone())),
        ("size", Draft::count(head.size)),
        ("root", Draft::base64(&head.root)),
        ("witnesses", Draft::array(seen)),
    ])
}

/// An entry in short.
fn line(entry: &Entry<'_>) -> Draft {
    let head = &entry.head;
    let (kind, party, day) = match &entry.matter {
        Matter::Act(act, _) => {
            let text = |member| act.text(member).map(str::to_owned);
            (
                act.kind.clone(),
                text("participant"),
                text("date").or_else(|| text("done")),
            )
        }
        Matter::Commitment(_) => ("sealed".to_owned(), None, None),
    };
    let optional = |text: Option<String>| text.map(Draft::text);
    Draft::object([
        ("seq", Some(Draft::count(head.seq))),
        ("recorded", Some(Draft::instant(head.recorded))),
        ("stream", Some(Draft::text(head.stream.name.clone()))),
        ("kind", Some(Draft::text(kind))),
        ("participant", optional(party)),
        ("date", optional(day)),
    ])
}

fn verdict<T>(kind: &'static str, found: Verdict<T>, told: impl FnOnce(T) -> Members) -> Members {
    let mut members = Vec::from([("kind", Draft::text(kind))]);
    match found {
        Verdict::Verified(found) => {
            members.push(("verdict", Draft::text("verified")));
            members.extend(told(found));
        }
        Verdict::Refused(refusal) => members.extend(refused(&refusal)),
        Verdict::Incomplete(missing) => {
            members.push(("verdict", Draft::text("incomplete")));
            let missing = missing.iter().map(Missing::to_string);
            members.push(("missing", Draft::array(missing.map(Draft::text))));
        }
    }
    members
}

fn refused(refusal: &Refusal) -> Members {
    let offset = u64::try_from(refusal.offset).unwrap_or(u64::MAX);
    Vec::from([
        ("verdict", Draft::text("refused")),
        ("rule", Draft::text(refusal.rule.id())),
        ("place", Draft::text(refusal.place.clone())),
        ("offset", Draft::count(offset)),
        ("detail", Draft::text(refusal.detail.clone())),
        ("words", Draft::text(refusal.rule.to_string())),
    ])
}

/// What was given is not what can be verified.
fn refused_for(kind: &'static str, place: &'static str) -> Members {
    Vec::from([
        ("kind", Draft::text(kind)),
        ("verdict", Draft::text("unread")),
        ("place", Draft::text(place)),
    ])
}
