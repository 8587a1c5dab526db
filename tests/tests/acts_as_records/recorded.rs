//! One proceeding of each kind of the record of a conference, with every member that it can have.

use sponsio_law::calendar;
use sponsio_law::conference::{
    Capacity, ClarificationAnswered, ClarificationClosed, ClarificationRaised, ItemAdded,
    ItemConcluded, ItemTakenUp, Level, LevelGiven, MeetingAttended, MeetingClosed, MeetingOpened,
    OriginLinked, Passage, ProvisionDrafted, QuestionShared, ReadingRecorded, Repeated, Replied,
    Representative, SourceRecorded, StatementConfirmed, StatementRecorded, StatementSetAside, Step,
    UnderstandingAffirmed, UnderstandingCarried, UnderstandingRecorded, WordsAt,
};
use sponsio_record::{ActId, Commitment, Digest};

use super::proceedings::{code, codes, language};

/// One of each kind.
pub(crate) fn recorded() -> Vec<Step> {
    let of = ActId::from_bytes([1; 16]);
    let other = ActId::from_bytes([2; 16]);
    let digest = |text: &str| Digest::of(text.as_bytes());
    let date = |text: &str| calendar::parse(text).expect("a date");
    let id = |text: &str| text.parse().expect("an id");
    let meeting = || String::from("plenary-1");
    let names = || Commitment::of(&[7; 32], b"names");
    vec![
        Step::SourceRecorded(SourceRecorded {
            publisher: "Ardland Wire".into(),
            date: date("2027-01-11"),
            language: language("tr"),
            address: "https://wire.example/2027/01/11".into(),
            report: digest("report"),
            fictional: true,
        }),
        Step::StatementRecorded(StatementRecorded {
            reader: "o-ana".into(),
            paper: Commitment::of(&[7; 32], b"paper"),
        }),
        Step::StatementConfirmed(StatementConfirmed {
            of,
            reader: "o-ben".into(),
            opening: digest("opening"),
            report: digest("report"),
        }),
        Step::StatementSetAside(StatementSetAside {
            of,
            reader: "o-ben".into(),
            reason: "the words are another's".into(),
        }),
        Step::StatementLevel(LevelGiven {
            of,
            level: Level::WithCapacity,
            grounds: "said by the minister, in public".into(),
            view: Some(code("ARD")),
        }),
        Step::StatementRepeated(Repeated {
            of,
            statement: Some(other),
            claim: Some(ActId::from_bytes([3; 16])),
            claimed_in: Some(ActId::from_bytes([4; 16])),
            office: "President".into(),
            party: Some(code("ARD")),
            speaker: Some(names()),
            words: Some(WordsAt {
                quote: 1,
                start: 15,
                bytes: 9,
            }),
        }),
        Step::StatementAnswered(Replied {
            of,
            statement: other,
        }),
        Step::MeetingOpened(MeetingOpened {
            meeting: meeting(),
            date: date("2027-01-12"),
            place: "Port Ansel".into(),
            subject: "guarantees".into(),
        }),
        Step::MeetingAttended(MeetingAttended {
            meeting: meeting(),
            participant: code("ARD"),
            representatives: vec![Representative {
                capacity: Capacity::FullPowers,
                office: "special envoy".into(),
                full_powers: Some(digest("full powers")),
            }],
            names: names(),
        }),
        Step::MeetingClosed(MeetingClosed {
            meeting: meeting(),
            minutes: Some(digest("minutes")),
        }),
        Step::ClarificationRaised(ClarificationRaised {
            participant: code("ARD"),
            point: "what a plan is".into(),
            understood: "any staff study".into(),
            about: Some(of),
        }),
        Step::ClarificationShared(QuestionShared {
            of,
            participant: code("BEL"),
            understood: "an approved plan".into(),
        }),
        Step::ClarificationAnswered(ClarificationAnswered {
            of,
            participant: code("CAR"),
            answer: "an approved plan".into(),
        }),
        Step::ClarificationAgreed(ReadingRecorded {
            of,
            participant: code("ARD"),
            meeting: meeting(),
            reading: "an approved plan".into(),
        }),
        Step::ClarificationClosed(ClarificationClosed {
            of,
            meeting: meeting(),
            reading: "an approved plan".into(),
        }),
        Step::UnderstandingRecorded(UnderstandingRecorded {
            words: "guarantees are mutual".into(),
            among: codes(["ARD", "BEL"]),
            meeting: meeting(),
            claimed_in: Some(of),
        }),
        Step::UnderstandingAffirmed(UnderstandingAffirmed {
            of,
            participant: code("BEL"),
        }),
        Step::UnderstandingCarried(UnderstandingCarried {
            of,
            provision: id("k7m2qy"),
            reason: "the rule of article 1".into(),
        }),
        Step::ItemAdded(ItemAdded {
            item: "waters".into(),
            title: "Safety in the straits".into(),
        }),
        Step::ItemTakenUp(ItemTakenUp {
            item: "waters".into(),
            meeting: meeting(),
            minutes: 40,
        }),
        Step::ItemConcluded(ItemConcluded {
            item: "waters".into(),
            reason: "settled by article 3".into(),
        }),
        Step::ProvisionDrafted(ProvisionDrafted {
            provision: id("k7m2q0"),
            language: language("tr"),
            from: vec![Passage { of, quote: 0 }, Passage { of: other, quote: 1 }],
            words: "Her Taraf şu güvenceyi verir: “planımız yok”.".into(),
            guarantee: "guarantee G1 negative by each party to every other party, severally of \"planımız yok\"".into(),
        }),
        Step::OriginLinked(OriginLinked {
            provision: id("k7m2qy"),
            draft: id("k7m2q0"),
            reason: "split off".into(),
        }),
    ]
}
