//! A conference at the desk: papers reach those to whom they are addressed and nobody else, a published
//! round can be checked by everybody, and an adopted text becomes a treaty whose status is computed.

extern crate alloc;

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod practice;

use alloc::collections::BTreeSet;
use std::fs;
use std::path::Path;

use practice::{code, desk, set_up};
use sponsio_depositary::store::Document;
use sponsio_depositary::{
    Adopt, AnswerProposal, Convene, Depositary, DeskError, Dispose, Intent, MakeRevision,
    OnProposal, OpenRound, Pending, Reader, RecordAct, SeatDelegation, Table, TakePosition, Unfit,
};
use sponsio_law::act::ActKind;
use sponsio_law::clause::truth::Truth;
use sponsio_law::conference::{
    Amendment, Audience, Convened, Decision, Operation, Outcome, Paper, Place, Procedure,
    RulesOfProcedure, Seat, Subject,
};
use sponsio_record::{ActId, ConferenceId, Instant, TreatyId};
use sponsio_text::{Body, Language, Position, content_digest, tokenize};

/// Words that stand in drafts only: wherever they are found, a draft has leaked.
const CANARY: &str = "kanarya-gizli-metin";

fn guarantees() -> ConferenceId {
    ConferenceId::new("guarantees").expect("an identifier")
}

fn english() -> Language {
    Language::new("en").expect("a tag")
}

fn place(id: &str) -> Place {
    Place {
        provision: id.parse().expect("an id"),
        language: english(),
    }
}

/// The text, with these rule lines under its only paragraph. The rule is confirmed for the words above it.
fn text(rules: &str) -> Document {
    let words = "This Treaty shall enter into force on the second ratification.";
    let content = content_digest(&Body::of(tokenize(words)));
    let bound = &content.to_string()[..8];
    let rules = if rules.is_empty() {
        String::new()
    } else {
        format!("{rules}|= {bound}\n")
    };
    let source = format!(
        "# Treaty on Mutual Guarantees {{#k7m2qt}}\nlanguage: en\n\nArticle 1. Force {{#k7m2qx}}\n\n1. {words} {{#k7m2qy}}\n{rules}"
    );
    Document::of("text/plain;charset=utf-8", source.into_bytes())
}

fn later() -> Instant {
    "2099-01-01T00:00:00Z".parse().expect("an instant")
}

/// A conference of Ardenia, Belmar and Cardon, with a text and an open round.
async fn convened(folder: &Path, publication: Audience) -> Depositary {
    let desk = desk(folder).await;
    set_up(&desk).await;
    let participant = sponsio_law::party::Participant {
        id: code("CAR"),
        name: "Cardon".to_owned(),
        kind: sponsio_law::party::ParticipantKind::State,
    };
    let request = sponsio_depositary::AddParticipant { participant };
    desk.add_participant(request).await.expect("it is added");
    let request = Convene {
        conference: guarantees(),
        convened: Convened {
            title: "Conference on Mutual Guarantees".to_owned(),
            treaty: TreatyId::new("demo-g").expect("an identifier"),
            languages: vec![english()],
            rules: RulesOfProcedure {
                publication,
                ..RulesOfProcedure::default()
            },
        },
    };
    desk.convene(request).await.expect("it is convened");
    for id in ["ARD", "BEL", "CAR"] {
        let request = SeatDelegation {
            conference: guarantees(),
            seat: Seat {
                participant: code(id),
                tables: true,
                votes: true,
            },
        };
        desk.seat(request).await.expect("it is seated");
    }
    let request = MakeRevision {
        conference: guarantees(),
        from: None,
        texts: vec![text("")],
    };
    desk.make_revision(request).await.expect("it is made");
    let request = OpenRound {
        conference: guarantees(),
        round: "I".to_owned(),
        base: None,
        scope: BTreeSet::new(),
        closes: later(),
    };
    desk.open_round(request).await.expect("it opens");
    desk
}

fn proposal(by: &str, to: Option<&str>) -> Table {
    Table {
        conference: guarantees(),
        round: "I".to_owned(),
        participant: code(by),
        through_chair: false,
        to: to.map(|to| BTreeSet::from([code(to)])),
        co_sponsors: BTreeSet::new(),
        supersedes: None,
        in_reply_to: None,
        language: english(),
        operations: vec![Amendment {
            operation: Operation::Replace,
            provision: place("k7m2qy").provision,
            other: None,
            text: Some(format!("Each Party {CANARY} undertakes")),
        }],
        reason: format!("because {CANARY}"),
    }
}

fn on(of: ActId, by: &str) -> OnProposal {
    OnProposal {
        conference: guarantees(),
        of,
        participant: code(by),
    }
}

/// Whether the canary stands in any public file of the log.
fn leaks(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return false;
    };
    entries.filter_map(Result::ok).any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return leaks(&path);
        }
        let bytes = fs::read(&path).expect("a file");
        bytes
            .windows(CANARY.len())
            .any(|window| window == CANARY.as_bytes())
    })
}

#[tokio::test]
async fn a_draft_reaches_its_addressee_and_neither_log_nor_message() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = convened(folder.path(), Audience::Participants).await;
    let tabled = desk
        .table(proposal("ARD", Some("BEL")))
        .await
        .expect("it is tabled");
    let of = tabled.act;
    desk.convey(&guarantees(), of, BTreeSet::new())
        .await
        .expect("it is conveyed");
    desk.acknowledge(on(of, "BEL"))
        .await
        .expect("it is acknowledged");
    // To whom it is not addressed, it is as if it said nothing; and the refusal says nothing of it.
    let refused = desk
        .acknowledge(on(of, "CAR"))
        .await
        .expect_err("not addressed");
    assert!(matches!(refused, DeskError::Unfit(Unfit::NotAddressed(..))));
    let mut messages = format!("{refused:?} {refused}");
    let answer = AnswerProposal {
        conference: guarantees(),
        of,
        participant: code("BEL"),
        stance: Position::CanAccept,
        text: format!("we {CANARY} too"),
    };
    desk.answer(answer).await.expect("it is answered");
    let position = TakePosition {
        conference: guarantees(),
        round: "I".to_owned(),
        participant: code("BEL"),
        stance: Position::Support,
        on: Subject::Proposal(of),
    };
    desk.take_position(position).await.expect("it is taken");
    let wrong = Table {
        operations: Vec::new(),
        ..proposal("BEL", None)
    };
    let refused = desk.table(wrong).await.expect_err("it proposes nothing");
    messages.extend([format!("{refused:?} {refused}")]);
    let read = async |reader: Reader| {
        let paper = desk.read_paper(&guarantees(), of, &reader).await;
        matches!(paper, Ok(Some(Paper::Proposal(_))))
    };
    assert!(read(Reader::Delegation(code("ARD"))).await);
    assert!(read(Reader::Delegation(code("BEL"))).await);
    assert!(!read(Reader::Delegation(code("CAR"))).await);
    assert!(!read(Reader::Public).await);
    let view = desk
        .view(&guarantees(), &Reader::Delegation(code("CAR")))
        .await
        .expect("a view");
    assert_eq!(view.travaux(place("k7m2qy").provision).unknown, [of]);
    messages.extend([format!("{view:?} {:?}", desk.state())]);
    assert!(!messages.contains(CANARY), "{messages}");
    desk.published(desk.state().size())
        .await
        .expect("it is published");
    assert!(
        !leaks(&folder.path().join("log")),
        "a draft stands in the public log"
    );
    // After the round is published, every delegation reads it; the log still holds no word of it.
    desk.close_round(&guarantees(), "I")
        .await
        .expect("it is closed");
    desk.publish_round(&guarantees(), "I")
        .await
        .expect("it is published");
    assert!(read(Reader::Delegation(code("CAR"))).await);
    assert!(!read(Reader::Public).await);
    desk.published(desk.state().size())
        .await
        .expect("it is published");
    assert!(!leaks(&folder.path().join("log")));
    desk.close().await.expect("it closes");
}

#[tokio::test]
async fn a_round_for_the_public_is_checked_by_whoever_opens_the_log_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = convened(folder.path(), Audience::Public).await;
    let of = desk
        .table(proposal("ARD", None))
        .await
        .expect("it is tabled")
        .act;
    let of_belmar = desk
        .table(proposal("BEL", Some("CAR")))
        .await
        .expect("it is tabled")
        .act;
    desk.withdraw_proposal(on(of_belmar, "BEL"), String::new())
        .await
        .expect("it is withdrawn");
    desk.close_round(&guarantees(), "I")
        .await
        .expect("it is closed");
    desk.publish_round(&guarantees(), "I")
        .await
        .expect("it is published");
    let archived = desk.archive_round(&guarantees(), "I").await;
    let refused = archived.expect_err("a disposition is missing");
    assert!(
        matches!(&refused, DeskError::Conference(refusal) if refusal.code() == "disposition-missing"),
        "{refused}"
    );
    let dispose = Dispose {
        conference: guarantees(),
        of,
        outcome: Outcome::NotPursued,
        revision: None,
        reason: "no agreement".to_owned(),
    };
    desk.dispose(dispose).await.expect("it is disposed of");
    desk.archive_round(&guarantees(), "I")
        .await
        .expect("it is archived");
    desk.close().await.expect("it closes");
    // What is folded anew from the store says the same.
    let again = practice::desk(folder.path()).await;
    let view = again
        .view(&guarantees(), &Reader::Public)
        .await
        .expect("a view");
    let proposal = view.proposal(of).expect("tabled");
    assert!(proposal.paper.is_some() && proposal.end.is_some());
    let sealed = view.proposal(of_belmar).expect("tabled");
    assert!(sealed.paper.is_none(), "what was withdrawn stays sealed");
    again.close().await.expect("it closes");
}

#[tokio::test]
async fn an_adopted_text_becomes_a_treaty_whose_status_is_computed() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = convened(folder.path(), Audience::Participants).await;
    let rules =
        "| consent by ratification, accession\n| in force on the day at least 2 instruments\n";
    let adopt = |text: Document| Adopt {
        conference: guarantees(),
        texts: vec![text],
        title: "Treaty on Mutual Guarantees".to_owned(),
        depositary: None,
        done: None,
        place: "Port Ansel".to_owned(),
        decision: Decision::Consensus,
        carries: Vec::new(),
    };
    let change = |from: &str, to: &str| {
        let source = String::from_utf8(text(rules).bytes).expect("it is text");
        Document::of(
            "text/plain;charset=utf-8",
            source.replace(from, to).into_bytes(),
        )
    };
    for (faulty, code) in [
        (change("second", "[=: second | ARD: third]"), "T510"),
        (change("second", "{?number}"), "T511"),
        (change("second", "third"), "T515"),
    ] {
        let refused = desk.adopt(adopt(faulty)).await.expect_err(code);
        assert!(
            matches!(&refused, DeskError::Conference(one) if one.rule() == code),
            "{code}: {refused}"
        );
    }
    let faulty = change("in force on the day", "in force whenever");
    let refused = desk.adopt(adopt(faulty)).await.expect_err("no rule");
    assert!(
        matches!(&refused, DeskError::Unfit(Unfit::Rules { line: 8, .. })),
        "{refused}"
    );
    let size = desk.state().size();
    let adopted = desk.adopt(adopt(text(rules))).await.expect("it is adopted");
    assert_eq!((adopted.adoption.seq, adopted.treaty.seq), (size, size + 1));
    for by in ["ARD", "BEL", "CAR"] {
        desk.initial(&guarantees(), code(by))
            .await
            .expect("it initials");
    }
    let authentic = desk
        .authenticate(&guarantees(), Procedure::Initialling)
        .await;
    authentic.expect("it is authentic");
    // No further entry about the text: two acts of the parties bring the treaty into force.
    let treaty = TreatyId::new("demo-g").expect("an identifier");
    for by in ["ARD", "BEL"] {
        let act = RecordAct::new(ActKind::Accession, treaty.clone(), code(by));
        desk.record_act(act).await.expect("it accedes");
    }
    let mut register = desk.state().register.clone();
    register.keep_to(desk.today());
    let place = register
        .treaty_place(&treaty)
        .expect("it is in the register");
    let history = register.history(place, sponsio_law::status::history::Lens::default());
    assert_eq!(
        history.in_force_on(desk.today()),
        Truth::True,
        "{history:?}"
    );
    desk.close().await.expect("it closes");
}

#[tokio::test]
async fn what_is_asserted_over_is_recorded_but_for_the_instant_of_receipt() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = convened(folder.path(), Audience::Participants).await;
    let size = desk.state().size();
    let asked = proposal("ARD", Some("BEL"));
    let pending = desk
        .prepare(Intent::Table(asked))
        .await
        .expect("it is drawn up");
    assert_eq!(desk.state().size(), size, "nothing is recorded");
    let act = pending.act().expect("bytes");
    let text = String::from_utf8(act.clone()).expect("text");
    assert!(text.contains("1970-01-01T00:00:00Z") && !text.contains(CANARY));
    assert!(!format!("{pending:?}").contains(CANARY));
    let envelopes = pending.envelopes().to_vec();
    // Without its paper, and with other bytes, nothing is recorded.
    let bare = desk.resume(&act, Vec::new()).await.expect("it is read");
    desk.carry(bare, "o-eda")
        .await
        .expect_err("its paper is missing");
    let other = text.replace("\"round\":\"I\"", "\"round\":\"X\"");
    assert_ne!(other, text);
    let other = desk.resume(other.as_bytes(), envelopes.clone()).await;
    let refused = desk.carry(other.expect("it is read"), "o-eda").await;
    assert!(
        matches!(refused, Err(DeskError::Conference(_))),
        "{refused:?}"
    );
    let pending = desk.resume(&act, envelopes).await.expect("it is read");
    let recorded = desk.carry(pending, "o-eda").await.expect("it is recorded");
    let state = desk.state();
    let conference = state
        .register
        .conference(&guarantees())
        .expect("it is there");
    let received = conference.proposal(recorded.act).expect("it is tabled").at;
    let kept = text.replace("1970-01-01T00:00:00Z", &received.to_string());
    let found = Pending::digest_of(kept.as_bytes()).expect("a digest");
    assert_eq!(found, sponsio_record::Digest::of(&act));
    let twice = Pending::digest_of(b"{}").expect_err("no act");
    assert!(matches!(twice, DeskError::Unfit(_)));

    desk.close_round(&guarantees(), "I")
        .await
        .expect("it is closed");
    let acts = desk.prepare_publication(&guarantees(), "I").await;
    let acts = acts.expect("it is drawn up");
    assert_eq!(acts.len(), 1);
    // What is answered meanwhile is missing in it.
    let answer = AnswerProposal {
        conference: guarantees(),
        of: recorded.act,
        participant: code("BEL"),
        stance: Position::CanAccept,
        text: String::new(),
    };
    desk.answer(answer).await.expect("it is answered");
    for act in acts {
        let bytes = act.act().expect("bytes");
        let act = desk.resume(&bytes, Vec::new()).await.expect("it is read");
        let refused = desk.carry(act, "o-gul").await;
        assert!(
            matches!(refused, Err(DeskError::Conference(_))),
            "{refused:?}"
        );
    }
}

#[tokio::test]
async fn a_publication_to_all_carries_its_openings() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = convened(folder.path(), Audience::Public).await;
    desk.table(proposal("ARD", None))
        .await
        .expect("it is tabled");
    desk.close_round(&guarantees(), "I")
        .await
        .expect("it is closed");
    let acts = desk.prepare_publication(&guarantees(), "I").await;
    for act in acts.expect("it is drawn up") {
        let bytes = act.act().expect("bytes");
        let act = desk.resume(&bytes, Vec::new()).await.expect("it is read");
        desk.carry(act, "o-gul").await.expect("it is published");
    }
    let view = desk
        .view(&guarantees(), &Reader::Public)
        .await
        .expect("a view");
    let published = view.proposals().first().and_then(|one| one.paper.as_ref());
    assert!(published.is_some(), "everybody reads it");
}
