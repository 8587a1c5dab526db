//! One proceeding of each kind, with every member that its record can have.

use alloc::collections::{BTreeMap, BTreeSet};

use sponsio_law::calendar;
use sponsio_law::conference::{
    Acknowledged, Adopted, Agreed, Answered, Attached, Attachment, Audience, Authenticated,
    CoSponsored, Convened, Conveyed, Corrigendum, CorrigendumObjection, Decision, Disclosed,
    Disposed, Initialled, LanguageReviewed, Lapse, Majority, Objection, Outcome, PackageDissolved,
    PackageOpened, PeriodSet, Place, PositionReserved, PositionTaken, Procedure, Proceeding,
    ReferendumAnswer, Reopened, ReservationLifted, RevisionMade, RoundArchived, RoundClosed,
    RoundOpened, RoundPublished, RulesOfProcedure, Seat, SilenceAnnounced, SilenceConcluded,
    SilenceExtended, SilenceExtension, SilenceObject, SilenceStarted, SilenceWithdrawn, Step,
    Tabled, Tabling, Voice, Vote, Withdrawn,
};
use sponsio_law::filing::Matter;
use sponsio_record::{ActId, Commitment, ConferenceId, Digest, Instant, ParticipantId, TreatyId};
use sponsio_text::Language;

fn code(text: &str) -> ParticipantId {
    ParticipantId::new(text).expect("a code")
}

fn codes<const N: usize>(texts: [&str; N]) -> BTreeSet<ParticipantId> {
    texts.map(code).into()
}

fn instant(text: &str) -> Instant {
    text.parse().expect("an instant")
}

fn language(tag: &str) -> Language {
    Language::new(tag).expect("a tag")
}

fn place(id: &str) -> Place {
    Place {
        provision: id.parse().expect("an id"),
        language: language("tr"),
    }
}

fn vote() -> Decision {
    Decision::Vote(Vote {
        in_favour: codes(["ARD", "BEL"]),
        against: codes(["CAR"]),
        abstaining: codes(["DOR"]),
    })
}

/// One of each kind.
pub(crate) fn proceedings() -> Vec<Matter> {
    let of = ActId::from_bytes([1; 16]);
    let paper = Commitment::of(&[7; 32], b"paper");
    let digest = |text: &str| Digest::of(text.as_bytes());
    let texts = || {
        BTreeMap::from([
            (language("en"), digest("en")),
            (language("tr"), digest("tr")),
        ])
    };
    let round = || String::from("Round I");
    let steps = [
        Step::Convened(Convened {
            title: "Conference on Mutual Guarantees".into(),
            treaty: TreatyId::new("demo-1").expect("an identifier"),
            languages: vec![language("en"), language("tr")],
            rules: RulesOfProcedure {
                tabling: Tabling::Delegations,
                adoption: Majority::TWO_THIRDS,
                reopening: Majority::Seated(3, 4),
                publication: Audience::Public,
                silence_extension: SilenceExtension::None,
                ad_referendum_lapse: Lapse::Refuse,
            },
        }),
        Step::Seated(Seat {
            participant: code("ARD"),
            tables: true,
            votes: true,
        }),
        Step::SpeaksFor(Voice {
            participant: code("ARD"),
            members: codes(["BEL", "CAR"]),
            from: instant("2027-01-10T09:00:00Z"),
            until: Some(instant("2027-02-10T09:00:00Z")),
        }),
        Step::Revision(RevisionMade {
            from: Some(digest("first")),
            revision: digest("second"),
            changed: vec![
                (place("k7m2qy"), Some(digest("words"))),
                (place("k7m2qz"), None),
            ],
            texts: BTreeMap::from([(language("tr"), paper)]),
        }),
        Step::RoundOpened(RoundOpened {
            round: round(),
            base: digest("first"),
            scope: ["k7m2qy".parse().expect("an id")].into(),
            closes: instant("2027-01-20T17:00:00Z"),
        }),
        Step::RoundClosed(RoundClosed { round: round() }),
        Step::RoundPublished(RoundPublished {
            round: round(),
            to: Audience::Public,
            disclosed: vec![Disclosed {
                of,
                opening: digest("opening"),
            }],
            more: true,
        }),
        Step::RoundArchived(RoundArchived { round: round() }),
        Step::Tabled(Tabled {
            round: round(),
            participant: code("ARD"),
            through_chair: true,
            paper,
            supersedes: Some(of),
            in_reply_to: Some(ActId::from_bytes([2; 16])),
        }),
        Step::Conveyed(Conveyed {
            of,
            to: codes(["BEL"]),
        }),
        Step::Acknowledged(Acknowledged {
            of,
            participant: code("BEL"),
        }),
        Step::Answered(Answered {
            of,
            participant: code("BEL"),
            paper,
        }),
        Step::CoSponsored(CoSponsored {
            of,
            participant: code("CAR"),
        }),
        Step::Withdrawn(Withdrawn {
            of,
            participant: code("ARD"),
            reason: "Gerekçe".into(),
        }),
        Step::Disposed(Disposed {
            of,
            outcome: Outcome::Absorbed,
            revision: Some(digest("second")),
            reason: "taken into the second revision".into(),
        }),
        Step::Position(PositionTaken {
            round: round(),
            participant: code("BEL"),
            paper,
        }),
        Step::Agreed(Agreed {
            place: place("k7m2qy"),
            revision: digest("second"),
            content: digest("words"),
            package: Some("finance".into()),
            ad_referendum: codes(["CAR"]),
            until: Some(instant("2027-03-01T00:00:00Z")),
            decision: Decision::Consensus,
        }),
        Step::Reopened(Reopened {
            place: place("k7m2qy"),
            reason: "a number is wrong".into(),
            decision: vote(),
        }),
        Step::Referendum(ReferendumAnswer {
            of,
            participant: code("CAR"),
            confirmed: false,
        }),
        Step::PeriodSet(PeriodSet {
            of,
            participant: code("CAR"),
            until: instant("2027-02-20T17:00:00Z"),
        }),
        Step::PackageOpened(PackageOpened {
            name: "finance".into(),
            places: [place("k7m2qy")].into(),
        }),
        Step::PackageDissolved(PackageDissolved {
            name: "finance".into(),
            reason: "no agreement".into(),
        }),
        Step::Reserved(PositionReserved {
            participant: code("BEL"),
            place: place("k7m2qy"),
            note: "reserves its position".into(),
        }),
        Step::Lifted(ReservationLifted {
            of,
            participant: code("BEL"),
        }),
        Step::LanguageReviewed(LanguageReviewed {
            language: language("tr"),
            from: language("en"),
            revision: digest("second"),
            provisions: ["k7m2qy".parse().expect("an id")].into(),
            reviewer: "Language Group".into(),
            certified: true,
        }),
        Step::SilenceStarted(SilenceStarted {
            on: SilenceObject::Provision(place("k7m2qy")),
            text: digest("words"),
            expires: instant("2027-02-01T16:00:00Z"),
            meeting: "12th meeting".into(),
        }),
        Step::Objection(Objection {
            of,
            participant: code("CAR"),
            amendment: Some(ActId::from_bytes([3; 16])),
            oral: true,
        }),
        Step::SilenceExtended(SilenceExtended {
            of,
            expires: instant("2027-02-02T16:00:00Z"),
        }),
        Step::SilenceWithdrawn(SilenceWithdrawn {
            of,
            reason: "the text changes".into(),
        }),
        Step::Attached(Attached {
            of,
            participant: code("BEL"),
            sort: Attachment::InterpretativeStatement,
            text: digest("statement"),
        }),
        Step::SilenceConcluded(SilenceConcluded { of }),
        Step::SilenceAnnounced(SilenceAnnounced {
            of,
            meeting: "13th meeting".into(),
        }),
        Step::Adopted(Adopted {
            revision: digest("second"),
            texts: texts(),
            done: calendar::parse("2027-03-01").expect("a date"),
            place: "Port Ansel".into(),
            decision: Decision::Silence(of),
            clauses: digest("clauses"),
            carries: vec![of],
        }),
        Step::Initialled(Initialled {
            participant: code("ARD"),
            texts: texts(),
        }),
        Step::Authenticated(Authenticated {
            procedure: Procedure::Initialling,
            texts: texts(),
        }),
        Step::Corrigendum(Corrigendum {
            place: place("k7m2qy"),
            wrong: digest("words"),
            right: digest("right words"),
            reason: "a letter is missing".into(),
            until: instant("2027-06-01T00:00:00Z"),
        }),
        Step::CorrigendumObjection(CorrigendumObjection {
            of,
            participant: code("CAR"),
        }),
    ];
    let received = instant("2027-01-15T10:00:00Z");
    steps
        .map(|step| {
            Matter::Proceeding(Proceeding {
                conference: ConferenceId::new("guarantees-2027").expect("an identifier"),
                received,
                step,
            })
        })
        .into()
}
