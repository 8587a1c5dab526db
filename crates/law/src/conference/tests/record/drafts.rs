//! Drafts from what was said: walked back to the words that were spoken, and what no party proposes.

use super::*;

fn revision(hall: &Hall, id: &str, words: &str) -> Step {
    Step::Revision(RevisionMade {
        from: hall.conference().revision().copied(),
        revision: digest(words),
        changed: Vec::from([(place(id), Some(digest(words)))]),
        texts: BTreeMap::new(),
    })
}

#[test]
fn a_provision_is_walked_back_to_the_words_that_were_spoken() {
    let mut hall = Hall::assured();
    hall.confirmed(
        "r",
        StatementKind::Readiness,
        "We are ready to put it in writing,",
    );
    let day = "2027-01-12T09:00:00Z";
    hall.refused(day, Hall::draft("k7m2q0", &["r"]), "no-assurance");
    hall.refused(day, Hall::draft("k7m2qy", &["s"]), "provision-taken");
    hall.done("d", day, Hall::draft("k7m2q0", &["s", "r"]));
    let made = revision(&hall, "k7m2q0", "three");
    hall.done("r2", day, made);
    let amended = revision(&hall, "k7m2q0", "four");
    hall.done("r3", day, amended);
    let link = |provision: &str, draft: &str| {
        Step::OriginLinked(OriginLinked {
            provision: provision.parse().expect("an id"),
            draft: draft.parse().expect("an id"),
            reason: "split off".into(),
        })
    };
    hall.refused(day, link("k7m2qy", "k7m2q9"), "no-such-draft");
    hall.done("link", day, link("k7m2qy", "k7m2q0"));
    for id in ["k7m2q0", "k7m2qy"] {
        let walk = hall.conference().walk(id.parse().expect("an id"));
        let [origin] = walk.origins.as_slice() else {
            panic!("one origin");
        };
        assert_eq!(origin.link.is_some(), id == "k7m2qy");
        assert!(!origin.draft.hypothetical);
        let spoken = &origin.spoken[0];
        assert_eq!(spoken.quote.text, "We have no aggressive plans.");
        let (start, end) = (spoken.quote.start, spoken.quote.end());
        let (start, end) = (usize::try_from(start), usize::try_from(end));
        let (start, end) = (start.expect("small"), end.expect("small"));
        assert_eq!(REPORT.get(start..end), Some(spoken.quote.text.as_str()));
        assert_eq!(spoken.source.id, mark("source"));
        assert_eq!(origin.spoken[1].said.kind, StatementKind::Readiness);
    }
}

#[test]
fn what_software_prepared_from_a_real_source_is_proposed_by_no_party() {
    let mut hall = Hall::with_report(false);
    hall.confirmed(
        "s",
        StatementKind::Assurance,
        "We have no aggressive plans.",
    );
    let day = "2027-01-12T09:00:00Z";
    hall.done("d", day, Hall::draft("k7m2q0", &["s"]));
    assert!(hall.conference().drafts()[0].hypothetical);
    let inserted = revision(&hall, "k7m2q0", "three");
    hall.refused(day, inserted, "hypothetical");
    let copied = "Each  Party has no aggressive plans. And more.";
    for text in ["Other words. {#k7m2q0}", copied] {
        let Paper::Proposal(mut proposal) = hall.proposal("p", "ARD", "k7m2qy") else {
            panic!("a proposal");
        };
        proposal.operations[0].text = Some(text.into());
        let paper = Paper::Proposal(proposal);
        let step = Step::Tabled(hall.tabled("ARD", &paper));
        let examined = hall
            .conference()
            .examine_paper(mark("p"), &step, &paper, at(day));
        assert_eq!(ground(examined), "hypothetical", "{text}");
    }
    // A party's own words are its own.
    hall.table("p", "ARD", "k7m2qy", day);
}
