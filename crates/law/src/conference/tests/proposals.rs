//! What happens to a proposal between its tabling and its archive.

use super::*;

#[test]
fn no_proposal_is_lost_between_tabling_and_archive() {
    let mut hall = Hall::open();
    hall.table("p1", "ARD", "k7m2qy", "2027-01-11T10:00:00Z");
    hall.table("p2", "BEL", "k7m2qz", "2027-01-11T11:00:00Z");
    let published = RoundPublished {
        round: "I".into(),
        to: Audience::Public,
        disclosed: Vec::new(),
        more: false,
    };
    let step = Step::RoundPublished(published);
    hall.refused("2027-01-12T10:00:00Z", step, "round-still-open");
    hall.close("2027-01-20T12:00:00Z");
    let paper = hall.proposal("p1", "ARD", "k7m2qy");
    let first = hall.opening("p1", &paper);
    let lost = hall.publish("2027-01-20T13:00:00Z", Vec::from([first.clone()]));
    let lost = lost.expect_err("the second would be lost");
    assert_eq!(lost.ground, Ground::Undisclosed(Vec::from([mark("p2")])));
    // An opening that belongs to the other proposal does not open.
    let forged = Disclosed {
        of: mark("p2"),
        opening: first.opening,
    };
    let forged = hall.publish("2027-01-20T13:00:00Z", Vec::from([first.clone(), forged]));
    assert_eq!(forged.expect_err("forged").code(), "does-not-open");
    let paper = hall.proposal("p2", "BEL", "k7m2qz");
    let second = hall.opening("p2", &paper);
    let all = hall.publish("2027-01-20T13:00:00Z", Vec::from([first, second]));
    assert_eq!(all, Ok(()));
    let archive = || Step::RoundArchived(RoundArchived { round: "I".into() });
    hall.dispose("p1", "2027-01-20T14:00:00Z");
    let due = hall.conference().due(at("2027-01-20T14:00:00Z"));
    assert!(due.contains(&Due::Disposition(mark("p2"))), "{due:?}");
    hall.refused("2027-01-20T14:00:00Z", archive(), "disposition-missing");
    hall.dispose("p2", "2027-01-20T14:00:00Z");
    hall.done("archive", "2027-01-20T15:00:00Z", archive());
    let figures = hall.conference().figures("I", at("2027-01-21T00:00:00Z"));
    assert_eq!(
        (figures.tabled, figures.open, figures.not_pursued),
        (2, 0, 2)
    );
    let travaux = hall.conference().travaux("k7m2qy".parse().expect("an id"));
    assert_eq!(
        travaux.traces.iter().map(Trace::of).collect::<Vec<_>>(),
        [mark("r1"), mark("p1")],
        "the text that was there, and what was proposed"
    );
    assert!(travaux.unknown.is_empty());
}

#[test]
fn a_withdrawn_proposal_may_stay_sealed() {
    let mut hall = Hall::open();
    hall.table("p1", "ARD", "k7m2qy", "2027-01-11T10:00:00Z");
    let joined = CoSponsored {
        of: mark("p1"),
        participant: code("BEL"),
    };
    hall.done("join", "2027-01-11T11:00:00Z", Step::CoSponsored(joined));
    let withdraw = |by: &str| {
        Step::Withdrawn(Withdrawn {
            of: mark("p1"),
            participant: code(by),
            reason: String::new(),
        })
    };
    hall.refused("2027-01-12T10:00:00Z", withdraw("CAR"), "not-a-sponsor");
    hall.done("w1", "2027-01-12T10:00:00Z", withdraw("ARD"));
    // The other sponsor goes on with it.
    let proposal = hall.conference().proposal(mark("p1")).expect("tabled");
    assert_eq!(
        (proposal.proposer(), &proposal.end),
        (Some(&code("BEL")), &None)
    );
    hall.done("w2", "2027-01-12T11:00:00Z", withdraw("BEL"));
    hall.refused("2027-01-12T12:00:00Z", withdraw("BEL"), "ended");
    hall.close("2027-01-13T10:00:00Z");
    assert_eq!(hall.publish("2027-01-13T11:00:00Z", Vec::new()), Ok(()));
}

#[test]
fn a_later_proposal_of_the_same_delegation_supersedes() {
    let mut hall = Hall::open();
    hall.table("p1", "ARD", "k7m2qy", "2027-01-11T10:00:00Z");
    let later = |hall: &Hall, by: &str| {
        let paper = hall.proposal("p2", by, "k7m2qy");
        let mut tabled = hall.tabled(by, &paper);
        tabled.supersedes = Some(mark("p1"));
        Step::Tabled(tabled)
    };
    let foreign = later(&hall, "BEL");
    hall.refused("2027-01-11T11:00:00Z", foreign, "not-a-sponsor");
    let own = later(&hall, "ARD");
    hall.done("p2", "2027-01-11T11:00:00Z", own);
    let proposal = hall.conference().proposal(mark("p1")).expect("tabled");
    assert!(matches!(proposal.end, Some((End::Superseded(by), ..)) if by == mark("p2")));
}

#[test]
fn what_a_proposal_says_is_examined_before_it_is_sealed() {
    let mut hall = Hall::open();
    let examine = |hall: &Hall, change: &dyn Fn(&mut Proposal)| {
        let Paper::Proposal(mut proposal) = hall.proposal("p1", "ARD", "k7m2qy") else {
            panic!("a proposal")
        };
        change(&mut proposal);
        let paper = Paper::Proposal(proposal);
        let step = Step::Tabled(hall.tabled("ARD", &paper));
        let on = at("2027-01-11T10:00:00Z");
        let examined = hall
            .conference()
            .examine_paper(mark("p1"), &step, &paper, on);
        examined.map_err(|ground| ground.code())
    };
    assert_eq!(examine(&hall, &|_| {}), Ok(()));
    assert_eq!(
        examine(&hall, &|one| one.base = digest("r0")),
        Err("unknown-base")
    );
    assert_eq!(
        examine(&hall, &|one| one.by = code("BEL")),
        Err("other-paper")
    );
    assert_eq!(
        examine(&hall, &|one| one.act = mark("p2")),
        Err("other-paper")
    );
    assert_eq!(
        examine(&hall, &|one| one.operations.clear()),
        Err("nothing-proposed")
    );
    let open = |one: &mut Proposal| one.operations[0].text = Some("a [=: b".into());
    assert_eq!(examine(&hall, &open), Err("no-text"));
    let cut_nowhere = |one: &mut Proposal| {
        one.operations[0].operation = Operation::Split;
        one.operations[0].text = Some(" ".into());
    };
    assert_eq!(examine(&hall, &cut_nowhere), Err("nothing-proposed"));
    let unknown =
        |one: &mut Proposal| one.operations[0].provision = "zzzzzz".parse().expect("an id");
    assert_eq!(examine(&hall, &unknown), Err("unknown-provision"));
    let stranger = |one: &mut Proposal| one.to = Some(BTreeSet::from([code("ZZZ")]));
    assert_eq!(examine(&hall, &stranger), Err("not-seated"));
    let agreed = Agreed {
        place: place("k7m2qy"),
        revision: digest("r1"),
        content: digest("one"),
        package: None,
        ad_referendum: BTreeSet::new(),
        until: None,
        decision: Decision::Consensus,
    };
    hall.done("agreed", "2027-01-11T09:00:00Z", Step::Agreed(agreed));
    assert_eq!(examine(&hall, &|_| {}), Err("provision-agreed"));
    hall.refused(
        "2027-01-20T12:00:00Z",
        Step::Tabled(hall.tabled("ARD", &hall.proposal("p1", "ARD", "k7m2qz"))),
        "after-close",
    );
}

#[test]
fn papers_stay_out_of_messages() {
    let hall = Hall::open();
    let paper = hall.proposal("p1", "ARD", "k7m2qy");
    let mut conference = hall.conference().clone();
    let shown = alloc::format!("{paper:?}");
    assert!(!shown.contains("solemnly"), "{shown}");
    let step = Step::Tabled(hall.tabled("ARD", &paper));
    conference.apply(mark("p1"), at("2027-01-11T10:00:00Z"), &step);
    let bytes = paper.write().expect("a record");
    conference
        .disclose(mark("p1"), &SALT, &bytes)
        .expect("it opens");
    let shown = alloc::format!("{conference:?}");
    assert!(
        !shown.contains("solemnly") && !shown.contains("1928"),
        "{shown}"
    );
    let travaux = conference.travaux("k7m2qy".parse().expect("an id"));
    let shown = alloc::format!("{travaux:?}");
    assert!(
        !shown.contains("solemnly") && !shown.contains("1928"),
        "{shown}"
    );
}
