//! The keys of sentences that are put together from a family and a label.

use crate::wording::derivation::KINDS;
use sponsio_law::act::ActKind;
use sponsio_law::clause::diagnostic::Code;
use sponsio_law::clause::propose::RemarkKind;
use sponsio_law::clause::propose::Role;
use sponsio_law::conference;
use sponsio_law::guarantee::Condition;
use sponsio_law::guarantee::LegalForce;
use sponsio_law::guarantee::Mark;
use sponsio_law::guarantee::promise::Mode;
use sponsio_law::party::ParticipantKind;
use sponsio_law::published::COUNTED;
use sponsio_law::refusal::Ground;
use sponsio_law::remark::Concern;
use sponsio_law::status::standing::Standing;

use crate::wording::proposal;

/// The problems that are said with no other data than the words that offend.
const BARE_FAULTS: [&str; 6] = [
    "kind-of-participant",
    "date",
    "number",
    "unknown-participant",
    "unknown-act",
    "until-before-from",
];

/// The words under which treaties are counted.
const TALLIES: [&str; 6] = [
    "in-force",
    "not-in-force",
    "undetermined",
    "no-rule",
    "equal",
    "difference",
];

/// The parts of a register that `sponsio doctor` examines.
const CHECKS: [&str; 11] = [
    "accounts",
    "clock",
    "indexes",
    "key",
    "lock",
    "log",
    "publication",
    "server",
    "space",
    "store",
    "witness",
];

/// What can be due at a conference.
const DUES: [&str; 9] = [
    "period-to-set",
    "round-to-close",
    "round-to-publish",
    "round-to-archive",
    "disposition",
    "conveyance",
    "silence-to-conclude",
    "silence-to-announce",
    "confirmation-lapsed",
];

/// What is counted in a round.
const FIGURES: [&str; 16] = [
    "tabled",
    "withdrawn",
    "superseded",
    "absorbed",
    "accepted",
    "not-pursued",
    "open",
    "tablers",
    "acknowledged",
    "answers",
    "places",
    "agreed",
    "ad-referendum",
    "in-package",
    "touched",
    "reservations",
];

/// The lines of the derivation of a cell, beyond those of a derivation.
const CELL: [&str; 6] = [
    "cell",
    "legal-force",
    "guarantor",
    "beneficiary",
    "time",
    "condition",
];

/// What a complete guarantee says.
const GAPS: [&str; 6] = [
    "trigger",
    "finder",
    "act-owed",
    "exceptions",
    "duration",
    "earlier-duties",
];

/// The keys that are put together from a family and a label.
pub(super) fn families() -> Vec<String> {
    fn with(family: &str, labels: &[impl AsRef<str>]) -> Vec<String> {
        labels
            .iter()
            .map(|label| format!("{family}-{}", label.as_ref()))
            .collect()
    }
    let opening = ActKind::ALL
        .into_iter()
        .filter(|kind| kind.is_consent() || *kind == ActKind::Continuation);
    [
        with("standing", &Standing::ALL.map(Standing::label)),
        with("act", &ActKind::ALL.map(ActKind::label)),
        with("kind", &ParticipantKind::ALL.map(ParticipantKind::label)),
        with(
            "code",
            &Code::ALL
                .iter()
                .map(|code| code.as_str())
                .collect::<Vec<_>>(),
        ),
        with("label", &KINDS),
        with("letter", &opening.map(ActKind::label).collect::<Vec<_>>()),
        with("refusal", &Ground::CODES),
        with("refusal", &Ground::CODES.map(|code| format!("{code}-step"))),
        with("remark", &Concern::CODES),
        with("counted", &COUNTED),
        with("fault", &BARE_FAULTS),
        with("tally", &TALLIES),
        with("rests", &Role::ALL.map(proposal::part)),
        with("weigh", &RemarkKind::ALL.map(proposal::kind)),
        with("doctor", &CHECKS),
        with("grade", &["sound", "warning", "defect"]),
        with("level", &["recorded", "published", "witnessed"]),
        with("ground", &conference::Ground::CODES),
        with(
            "ground",
            &conference::Ground::CODES.map(|code| format!("{code}-step")),
        ),
        with("end", &["open", "withdrawn", "superseded"]),
        with("step", conference::Step::KINDS),
        with(
            "operation",
            &conference::Operation::ALL
                .iter()
                .map(|operation| operation.label())
                .collect::<Vec<_>>(),
        ),
        with(
            "end",
            &conference::Outcome::ALL
                .iter()
                .map(|outcome| outcome.label())
                .collect::<Vec<_>>(),
        ),
        with("round", &["open", "closed", "published", "archived"]),
        with("silence", &["running", "broken", "withdrawn", "adopted"]),
        with("confirm-no-need", &["lock", "clock"]),
        with("confirm-rehearsed", &["lock", "clock"]),
        with("observer", &["witness", "mirror"]),
        with("rotate", &["done", "rehearsed"]),
        with("revoke", &["done", "rehearsed"]),
        with("compare", &["gone", "kind", "new", "place", "words"]),
        with(
            "rolling-position",
            &[
                "propose",
                "chair",
                "support",
                "can-accept",
                "reserve",
                "oppose",
            ],
        ),
        with("ground", conference::RecordGround::CODES),
        with(
            "ground",
            &conference::RecordGround::CODES
                .iter()
                .map(|code| format!("{code}-step"))
                .collect::<Vec<_>>(),
        ),
        with(
            "statement-kind",
            &conference::StatementKind::ALL
                .iter()
                .map(|one| one.label())
                .collect::<Vec<_>>(),
        ),
        with(
            "capacity",
            &conference::Capacity::ALL
                .iter()
                .map(|one| one.label())
                .collect::<Vec<_>>(),
        ),
        with(
            "held-level",
            &conference::Level::ALL
                .iter()
                .map(|one| one.label())
                .collect::<Vec<_>>(),
        ),
        with("source", &["line", "line-fictional"]),
        with("meeting", &["line-open", "line-closed"]),
        with("agenda", &["line", "line-never", "line-concluded"]),
        with("statement", &["words", "told"]),
        with("due", &DUES),
        with(
            "carried",
            &[
                "absorbed",
                "anchor-gone",
                "changed-and-unwanted",
                "deleted",
                "overlap",
                "restructured",
                "unchanged",
                "unconfirmed",
            ],
        ),
        with("corrigendum", &["made", "open", "refused"]),
        with(
            "silence",
            &["formal-reservation", "interpretative-statement"],
        ),
        with(
            "standing",
            &[
                "ad-referendum",
                "agreed",
                "in-package",
                "open",
                "refused",
                "reopened",
                "stale",
            ],
        ),
        with(
            "translation",
            &["certified", "drafted", "reviewed", "source", "stale"],
        ),
        with("figure", &FIGURES),
        with("mark", &Mark::ALL.map(Mark::label)),
        with("condition", &Condition::ALL.map(Condition::label)),
        with("mode", &Mode::ALL.map(Mode::label)),
        with("legal-force", &LegalForce::ALL.map(LegalForce::label)),
        with("direction", &["mutual", "self", "third-party", "one-sided"]),
        with("label", &CELL),
        with("rung", &["signed", "guarantors", "beneficiaries"]),
        with("advice-missing", &GAPS),
    ]
    .concat()
}
