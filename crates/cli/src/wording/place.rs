//! Why a register place cannot be used, or its desk does not do what it is asked, in words.

use sponsio_depositary::store::OpenError;
use sponsio_depositary::{DeskError, Fatal, HealError, Unfit};
use sponsio_law::filing::EnterError;
use sponsio_law::register::{EntryError, Register};

use crate::failure::{Failure, Kind};
use crate::place::PlaceError;
use crate::place::config::ConfigError;
use crate::place::key::passphrase::{PassphraseError, SHORTEST};
use crate::place::ledger::ServerFault;
use crate::place::observers::ObserversError;
use crate::wording::{Voice, Words, conference, diagnostic, refusal, say};

/// Returns why a register place cannot be used.
pub fn failure(words: &Words, error: &PlaceError) -> Failure {
    failure_at(words, &Register::new(), error)
}

/// Returns why a desk over this register does not do what it is asked.
pub fn failure_at(words: &Words, register: &Register, error: &PlaceError) -> Failure {
    let defect = |sentence: String| Failure::new(Kind::Defect, sentence);
    match error {
        PlaceError::NotFound(path) => {
            let path = path.display().to_string();
            Failure::new(Kind::NotFound, say!(words, "place-not-found", path = &path))
                .with_hint(say!(words, "place-not-found-hint", path = path))
        }
        PlaceError::Taken(path) => {
            let path = path.display().to_string();
            Failure::new(Kind::Refused, say!(words, "place-taken", path = path))
        }
        PlaceError::Io(path, why) => {
            let (path, why) = (path.display().to_string(), why.to_string());
            defect(say!(words, "failure-file", path = path, why = why))
        }
        PlaceError::Config(path, why) => config(words, &path.display().to_string(), why),
        PlaceError::Origin(origin) => {
            Failure::new(Kind::Usage, say!(words, "place-origin", origin = origin))
        }
        PlaceError::Key(path) => {
            let path = path.display().to_string();
            defect(say!(words, "place-key", path = path))
        }
        PlaceError::WrongPassphrase(path) => {
            let path = path.display().to_string();
            Failure::new(Kind::Refused, say!(words, "passphrase-wrong", path = path))
        }
        PlaceError::Passphrase(error) => passphrase(words, error),
        PlaceError::Unsealed => defect(say!(words, "key-unsealed")),
        PlaceError::NoRecovery => Failure::new(Kind::Refused, say!(words, "key-no-recovery"))
            .with_hint(say!(words, "key-no-recovery-hint")),
        PlaceError::OtherRecovery(key) => {
            Failure::new(Kind::Refused, say!(words, "key-other-recovery", key = key))
        }
        PlaceError::Observers(error) => observers(words, error),
        PlaceError::Heal(error) => heal(words, error),
        PlaceError::Policy(path, why) => {
            let (path, why) = (path.display().to_string(), why.to_string());
            Failure::new(
                Kind::Usage,
                say!(words, "place-policy", path = path, why = why),
            )
        }
        PlaceError::Store(error) => store(words, error),
        PlaceError::Server(fault) => server(words, fault),
        PlaceError::Storage(error) => defect(say!(words, "place-storage", why = error.to_string()))
            .with_hint(say!(words, "hint-doctor")),
        PlaceError::Log(refusal) => Failure::new(
            Kind::NotVerified,
            say!(words, "verdict-refused", why = refusal.to_string()),
        ),
        PlaceError::Missing(what) => Failure::new(
            Kind::NotVerified,
            say!(words, "verdict-incomplete", what = what),
        ),
        PlaceError::Desk(error) => desk(words, register, error),
        PlaceError::RealClock => Failure::new(Kind::Refused, say!(words, "desk-real-clock")),
    }
}

fn passphrase(words: &Words, error: &PassphraseError) -> Failure {
    match error {
        PassphraseError::Nobody => Failure::new(Kind::Usage, say!(words, "passphrase-nobody"))
            .with_hint(say!(words, "passphrase-nobody-hint")),
        PassphraseError::Io(path, why) => {
            let (path, why) = (path.display().to_string(), why.to_string());
            Failure::new(
                Kind::Defect,
                say!(words, "failure-file", path = path, why = why),
            )
        }
        PassphraseError::Empty(path) => {
            let path = path.display().to_string();
            Failure::new(Kind::Usage, say!(words, "passphrase-empty", path = path))
        }
        PassphraseError::Short => Failure::new(
            Kind::Refused,
            say!(words, "passphrase-short", least = SHORTEST),
        ),
        PassphraseError::Differ => Failure::new(Kind::Usage, say!(words, "passphrase-differ")),
    }
}

fn observers(words: &Words, error: &ObserversError) -> Failure {
    let refused = |sentence: String| Failure::new(Kind::Refused, sentence);
    match error {
        ObserversError::Twice(name) => refused(say!(words, "observer-twice", name = name)),
        ObserversError::NoSuch(name) => {
            Failure::new(Kind::NotFound, say!(words, "observer-no-such", name = name))
        }
        ObserversError::Quorum { wanted, count } => refused(say!(
            words,
            "observer-quorum",
            wanted = *wanted,
            count = *count
        )),
        ObserversError::OwnQuorum => refused(say!(words, "observer-own-quorum", path = "policy")),
        ObserversError::Unfit(why) => refused(say!(words, "observer-unfit", why = why)),
    }
}

fn heal(words: &Words, error: &HealError) -> Failure {
    match error {
        HealError::NotBehind { known, size } => Failure::new(
            Kind::Refused,
            say!(words, "heal-not-behind", known = *known, size = *size),
        ),
        HealError::Parted(size) => {
            Failure::new(Kind::NotVerified, say!(words, "heal-parted", size = *size))
                .with_hint(say!(words, "heal-parted-hint"))
        }
        HealError::Unproven(_) | HealError::Checkpoint(_) => Failure::new(
            Kind::NotVerified,
            say!(words, "heal-failed", why = error.to_string()),
        ),
        HealError::Fetch(_) | HealError::NoDocument(_) | HealError::Fatal(_) => Failure::new(
            Kind::Defect,
            say!(words, "heal-failed", why = error.to_string()),
        ),
    }
}

fn config(words: &Words, path: &str, error: &ConfigError) -> Failure {
    let why = match error {
        ConfigError::Form(why) => why.clone(),
        ConfigError::Unknown(key, _) => say!(words, "config-unknown", key = key),
        ConfigError::NoText(key) => say!(words, "config-no-text", key = *key),
        ConfigError::Observer(place, why) => {
            say!(words, "config-observer", place = *place, why = why)
        }
    };
    let sentence = say!(words, "failure-file", path = path, why = why);
    let failure = Failure::new(Kind::Defect, sentence);
    match error {
        ConfigError::Unknown(_, Some(meant)) => {
            failure.with_hint(say!(words, "did-you-mean", id = *meant))
        }
        _ => failure,
    }
}

fn store(words: &Words, error: &OpenError) -> Failure {
    let defect = |sentence: String| Failure::new(Kind::Defect, sentence);
    match error {
        OpenError::Held { pid, .. } => {
            let pid = pid.map(|pid| pid.to_string()).unwrap_or_default();
            let known = if pid.is_empty() { "no" } else { "yes" };
            defect(say!(words, "store-held", known = known, pid = pid))
                .with_hint(say!(words, "store-held-hint"))
        }
        OpenError::Network { path, kind } => {
            let path = path.display().to_string();
            defect(say!(words, "store-network", path = path, kind = kind))
        }
        OpenError::Foreign { path } => {
            let path = path.display().to_string();
            defect(say!(words, "store-foreign", path = path))
        }
        OpenError::Newer { path, .. } => {
            let path = path.display().to_string();
            defect(say!(words, "store-newer", path = path))
        }
        other => defect(say!(words, "place-storage", why = other.to_string())),
    }
}

/// Why a database on a server is not used; the address is no secret, and a password is in no answer.
fn server(words: &Words, fault: &ServerFault) -> Failure {
    let because = |kind: Kind, key: &str| Failure::new(kind, say!(words, key));
    match fault {
        ServerFault::Address => {
            because(Kind::Usage, "server-address").with_hint(say!(words, "server-address-hint"))
        }
        ServerFault::Password => {
            because(Kind::Usage, "server-password").with_hint(say!(words, "server-password-hint"))
        }
        ServerFault::Unverified => {
            because(Kind::Usage, "server-unverified").with_hint(say!(words, "server-remote-hint"))
        }
        ServerFault::Remote => {
            because(Kind::Usage, "server-remote").with_hint(say!(words, "server-remote-hint"))
        }
        ServerFault::Unreachable(why) => {
            let sentence = say!(words, "server-unreachable", why = why);
            Failure::new(Kind::Defect, sentence).with_hint(say!(words, "server-unreachable-hint"))
        }
        ServerFault::Unsafe {
            setting,
            found,
            wanted,
        } => Failure::new(
            Kind::Defect,
            say!(
                words,
                "server-unsafe",
                setting = setting,
                found = found,
                wanted = wanted
            ),
        ),
        ServerFault::Foreign => because(Kind::Defect, "server-foreign"),
        ServerFault::Newer => because(Kind::Defect, "server-newer"),
        ServerFault::Taken(origin) => {
            Failure::new(Kind::Refused, say!(words, "server-taken", origin = origin))
                .with_hint(say!(words, "server-taken-hint"))
        }
        ServerFault::Dumped(address) => because(Kind::Refused, "server-dumped")
            .with_hint(say!(words, "server-dump-hint", address = address))
            .with_hint(say!(words, "server-undump-hint", address = address)),
        ServerFault::NotBuilt => because(Kind::Usage, "server-not-built"),
    }
}

/// Returns why a desk over this register does not do what it is asked.
pub fn desk(words: &Words, register: &Register, error: &DeskError) -> Failure {
    match error {
        DeskError::Refused(refused) => {
            let said = refusal::sentence(Voice::new(words, register), refused);
            Failure::new(Kind::Refused, said)
        }
        DeskError::Conference(refusal) => conference::refused(words, refusal),
        DeskError::Unfit(unfit) => self::unfit(words, unfit),
        DeskError::IdReused { id, seq } => {
            let id = id.to_string();
            Failure::new(
                Kind::Refused,
                say!(words, "desk-id-reused", id = id, seq = *seq),
            )
            .with_hint(say!(words, "desk-id-reused-hint"))
        }
        DeskError::Stale { expected, size } => Failure::new(
            Kind::Refused,
            say!(words, "desk-stale", expected = *expected, size = *size),
        ),
        DeskError::Busy => Failure::new(Kind::Defect, say!(words, "desk-busy")),
        DeskError::Stopped(fatal) => stopped(words, fatal),
    }
}

fn stopped(words: &Words, fatal: &Fatal) -> Failure {
    let defect = |sentence: String| Failure::new(Kind::Defect, sentence);
    match fatal {
        Fatal::Clock { now, last } => {
            let (now, last) = (now.to_string(), last.to_string());
            defect(say!(words, "desk-clock", now = now, last = last))
                .with_hint(say!(words, "desk-clock-hint"))
                .with_hint(say!(words, "desk-confirm-clock-hint"))
        }
        Fatal::Rollback { known, size } => {
            defect(say!(words, "desk-rollback", known = *known, size = *size))
                .with_hint(say!(words, "desk-rollback-hint"))
                .with_hint(say!(words, "desk-rollback-heal-hint"))
        }
        Fatal::Unconfirmed => {
            defect(say!(words, "desk-unconfirmed")).with_hint(say!(words, "desk-unconfirmed-hint"))
        }
        Fatal::Superseded => {
            defect(say!(words, "desk-superseded")).with_hint(say!(words, "desk-superseded-hint"))
        }
        Fatal::Key(why) => defect(say!(words, "desk-key", why = why)),
        other => defect(say!(words, "desk-stopped", why = other.to_string()))
            .with_hint(say!(words, "hint-doctor")),
    }
}

/// Why an act does not fit the register or the form of acts.
fn unfit(words: &Words, unfit: &Unfit) -> Failure {
    let because = |kind: Kind, sentence: String| Failure::new(kind, sentence);
    match unfit {
        Unfit::Enter(error) => enter(words, error),
        Unfit::NoSuchConference(id) => because(
            Kind::NotFound,
            say!(words, "conference-not-found", id = id.as_str()),
        ),
        Unfit::NotAddressed(of, code) => {
            let (of, code) = (of.to_string(), code.as_str());
            let sentence = say!(words, "conference-not-addressed", of = of, code = code);
            because(Kind::Refused, sentence)
        }
        Unfit::BareKey => because(Kind::Usage, say!(words, "desk-test-key"))
            .with_hint(say!(words, "desk-test-key-hint")),
        Unfit::Text {
            line,
            column,
            fault,
        } => {
            let why = format!("{line}:{column}: {fault}");
            because(Kind::Usage, say!(words, "conference-text", why = why))
        }
        Unfit::Rules {
            provision,
            line,
            fault,
        } => {
            let sentence = say!(
                words,
                "conference-rules",
                line = *line,
                provision = provision,
                why = fault
            );
            because(Kind::Usage, sentence)
        }
        Unfit::NotOpen => because(Kind::Refused, say!(words, "desk-not-open")),
        Unfit::OpenAlready => because(Kind::Refused, say!(words, "desk-open-already")),
        Unfit::NoDocument(digest) => {
            let digest = digest.cited();
            let sentence = say!(words, "desk-no-document", digest = digest);
            because(Kind::NotFound, sentence)
        }
        Unfit::Received { received, stated } => because(
            Kind::Refused,
            say!(words, "desk-received", received = received, stated = stated),
        ),
        Unfit::Mandate { office, kind } => because(
            Kind::Refused,
            say!(words, "desk-mandate", office = *office, kind = kind),
        ),
        Unfit::Zone(zone) => because(Kind::Usage, say!(words, "desk-zone", zone = zone))
            .with_hint(say!(words, "desk-zone-hint")),
        Unfit::NoReason => {
            let mut failure = because(Kind::Refused, say!(words, "desk-no-reason"));
            failure.rule = Some("DEP-5".to_owned());
            failure
        }
        Unfit::NoSuchAct(mark) => {
            because(Kind::NotFound, say!(words, "desk-no-such-act", mark = mark))
                .with_hint(say!(words, "desk-no-such-act-hint"))
        }
        Unfit::NoSuchEntry(seq) => because(
            Kind::NotFound,
            say!(words, "desk-no-such-entry", seq = *seq),
        ),
        Unfit::Public(seq) => because(Kind::Refused, say!(words, "desk-public", seq = *seq)),
        Unfit::Erased(seq) => because(Kind::Refused, say!(words, "desk-erased", seq = *seq)),
        Unfit::Keys(why) => because(Kind::Refused, say!(words, "desk-keys", why = why)),
        Unfit::NotPublished(seq) => {
            because(Kind::Refused, say!(words, "desk-not-published", seq = *seq))
                .with_hint(say!(words, "desk-not-published-hint"))
        }
        Unfit::HeadsBehind => because(Kind::Refused, say!(words, "desk-heads-behind"))
            .with_hint(say!(words, "desk-heads-behind-hint")),
        Unfit::NotConfidential(kind) => because(
            Kind::Refused,
            say!(words, "desk-not-confidential", kind = kind),
        ),
        other => because(
            Kind::Usage,
            say!(words, "desk-form", why = other.to_string()),
        ),
    }
}

fn enter(words: &Words, error: &EnterError) -> Failure {
    match error {
        EnterError::Entry(EntryError::Twice(name)) => {
            Failure::new(Kind::Refused, say!(words, "desk-twice", name = name))
        }
        EnterError::Entry(EntryError::NoSuchParticipant(code)) => {
            let sentence = say!(words, "not-found-participant", id = code.as_str());
            Failure::new(Kind::NotFound, sentence)
        }
        EnterError::Entry(EntryError::NoSuchTreaty(id)) => {
            let sentence = say!(words, "not-found-treaty", id = id.as_str());
            Failure::new(Kind::NotFound, sentence)
        }
        EnterError::Conference(refusal) => conference::refused(words, refusal),
        EnterError::Clauses(found) => {
            let mut failure = Failure::new(
                Kind::Usage,
                say!(words, "desk-clauses", count = found.len()),
            );
            for one in found {
                let what = diagnostic::detail(words, &one.detail);
                let (line, column) = (one.line, one.column);
                failure = failure.with_hint(format!("{line}:{column}: {what} [{}]", one.code));
            }
            failure
        }
        EnterError::OtherTreaty(id) => Failure::new(
            Kind::Usage,
            say!(words, "desk-other-treaty", id = id.as_str()),
        ),
        EnterError::Blocks(count) => {
            Failure::new(Kind::Usage, say!(words, "desk-blocks", count = *count))
        }
        other => Failure::new(
            Kind::Usage,
            say!(words, "desk-form", why = other.to_string()),
        ),
    }
}
