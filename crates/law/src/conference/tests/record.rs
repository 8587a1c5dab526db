//! The record: statements and their readers, levels, repetitions and answers; meetings, clarifications,
//! understandings, the agenda; and a draft that is walked back to the words that were spoken.

use super::*;

const REPORT: &str = "Orel said: \"We have no aggressive plans.\" President Ilin has said so often. \
    \"We are ready to put it in writing,\" she added. \"The others use this war.\"";

impl Hall {
    /// A hall with a report as its source.
    fn with_report(fictional: bool) -> Self {
        let mut hall = Self::open();
        hall.source("source", REPORT, fictional);
        hall
    }

    fn source(&mut self, id: &str, report: &str, fictional: bool) {
        let bytes = report.as_bytes();
        let report = Digest::of(bytes);
        self.documents.insert(report, bytes.into());
        let source = SourceRecorded {
            publisher: "Ardland Wire".into(),
            date: calendar::parse("2027-01-11").expect("a date"),
            language: Language::new("en").expect("a tag"),
            address: String::new(),
            report,
            fictional,
        };
        self.done(id, "2027-01-11T09:00:00Z", Step::SourceRecorded(source));
    }

    fn said(id: &str, kind: StatementKind, words: &str) -> Statement {
        Statement {
            conference: guarantees(),
            act: mark(id),
            source: mark("source"),
            speaker: "Ana Orel".into(),
            capacity: Capacity::ForeignMinister,
            office: String::new(),
            party: Some(code("ARD")),
            date: None,
            place: "Port Ansel".into(),
            occasion: String::new(),
            audience: Vec::from(["ambassadors".into()]),
            kind,
            quotes: Vec::from([Quote {
                start: REPORT.find(words).unwrap_or(0) as u64,
                text: words.into(),
                direct: true,
            }]),
            accused: Vec::new(),
            doubtful: String::new(),
        }
    }

    fn record(&mut self, statement: &Statement) -> Result<(), Ground> {
        let paper = Paper::Statement(Box::new(statement.clone()));
        let step = Step::StatementRecorded(StatementRecorded {
            reader: "o-ana".into(),
            paper: Commitment::of(&SALT, &paper.write().expect("a record")),
        });
        let on = at("2027-01-11T10:00:00Z");
        self.conference()
            .examine_paper(statement.act, &step, &paper, on)?;
        let id = statement.act;
        let filing = Filing {
            id,
            matter: Matter::Proceeding(Proceeding {
                conference: guarantees(),
                received: on,
                step,
            }),
            documents: Vec::new(),
        };
        self.register.enter(&filing, &|_| None).expect("received");
        Ok(())
    }

    fn confirmation(&mut self, statement: &Statement, reader: &str) -> Step {
        let report = self.conference().source(statement.source);
        let report = report.expect("its source").recorded.report;
        let opening = Opening {
            seq: 7,
            salt: SALT,
            bytes: Paper::Statement(Box::new(statement.clone()))
                .write()
                .expect("a record"),
        };
        let bytes = opening.write().expect("a record");
        let digest = Digest::of(&bytes);
        self.documents.insert(digest, bytes);
        Step::StatementConfirmed(StatementConfirmed {
            of: statement.act,
            reader: reader.into(),
            opening: digest,
            report,
        })
    }

    fn confirmed(&mut self, id: &str, kind: StatementKind, words: &str) {
        let mut statement = Self::said(id, kind, words);
        if kind == StatementKind::Accusation {
            statement.accused.push("the others".into());
        }
        self.record(&statement).expect("recorded");
        let step = self.confirmation(&statement, "o-ben");
        self.done(&[id, "-c"].concat(), "2027-01-11T11:00:00Z", step);
    }

    fn assured() -> Self {
        let mut hall = Self::with_report(true);
        let words = "We have no aggressive plans.";
        hall.confirmed("s", StatementKind::Assurance, words);
        hall
    }

    fn level(level: Level, of: &str, view: Option<&str>) -> Step {
        Step::StatementLevel(LevelGiven {
            of: mark(of),
            level,
            grounds: "said by the minister, in public".into(),
            view: view.map(code),
        })
    }

    fn meet(&mut self) {
        let opened = MeetingOpened {
            meeting: "plenary-1".into(),
            date: calendar::parse("2027-01-12").expect("a date"),
            place: "Port Ansel".into(),
            subject: String::new(),
        };
        self.done("meet", "2027-01-12T09:00:00Z", Step::MeetingOpened(opened));
        for id in ["ARD", "BEL"] {
            let attended = attended(id, Capacity::ForeignMinister, None);
            self.done(&["at-", id].concat(), "2027-01-12T09:00:01Z", attended);
        }
    }

    fn draft(id: &str, from: &[&str]) -> Step {
        let from = from.iter().map(|of| Passage {
            of: mark(of),
            quote: 0,
        });
        Step::ProvisionDrafted(ProvisionDrafted {
            provision: id.parse().expect("an id"),
            language: Language::new("en").expect("a tag"),
            from: from.collect(),
            words: "Each Party has no aggressive plans.".into(),
            guarantee:
                "guarantee G1 negative by each party to every other party, severally of \"x\""
                    .into(),
        })
    }
}

fn attended(id: &str, capacity: Capacity, full_powers: Option<Digest>) -> Step {
    Step::MeetingAttended(MeetingAttended {
        meeting: "plenary-1".into(),
        participant: code(id),
        representatives: Vec::from([Representative {
            name: "Ana Orel".into(),
            capacity,
            office: String::new(),
            full_powers,
        }]),
    })
}

fn ground(refused: Result<(), Ground>) -> &'static str {
    refused.expect_err("it is refused").code()
}

#[test]
fn nothing_is_public_or_rests_on_a_statement_before_a_second_reader_confirms() {
    let mut hall = Hall::with_report(true);
    let statement = Hall::said(
        "s",
        StatementKind::Assurance,
        "We have no aggressive plans.",
    );
    hall.record(&statement).expect("recorded");
    let held = hall.conference().statement(mark("s")).expect("held");
    assert_eq!((&held.statement, held.public()), (&None, None));
    let paper = Paper::Statement(Box::new(statement.clone()));
    let late = at("2027-01-12T10:00:00Z");
    let reads = |hall: &Hall| {
        hall.conference()
            .may_read(mark("s"), &paper, &code("ARD"), late)
    };
    assert!(!reads(&hall), "the secretariat alone reads it");
    let day = "2027-01-11T11:00:00Z";
    let level = Hall::level(Level::WithCapacity, "s", None);
    hall.refused(day, level, "unconfirmed");
    hall.refused(day, Hall::draft("k7m2q0", &["s"]), "unconfirmed");
    let first = hall.confirmation(&statement, "o-ana");
    hall.refused(day, first, "same-reader");
    let second = hall.confirmation(&statement, "o-ben");
    hall.done("c", day, second.clone());
    assert!(reads(&hall));
    let held = hall.conference().statement(mark("s")).expect("held");
    assert_eq!(held.public(), Some(&statement));
    assert_eq!(held.level(None), Level::Report);
    hall.refused(day, second, "confirmed-already");
    let aside = Step::StatementSetAside(StatementSetAside {
        of: mark("s"),
        reader: "o-ben".into(),
        reason: "no".into(),
    });
    hall.refused(day, aside, "confirmed-already");
}

#[test]
fn words_stand_in_the_source_letter_for_letter_and_a_statement_says_what_one_says() {
    let mut hall = Hall::with_report(true);
    let mut statement = Hall::said(
        "s",
        StatementKind::Assurance,
        "We have no aggressive plans.",
    );
    statement.quotes[0].start += 1;
    assert_eq!(
        statement.verbatim(REPORT.as_bytes()),
        Err(RecordGround::NotVerbatim(statement.quotes[0].start))
    );
    // A desk that does not look lets it in; whoever folds the confirmation finds it.
    hall.record(&statement).expect("recorded");
    let step = hall.confirmation(&statement, "o-ben");
    hall.refused("2027-01-11T11:00:00Z", step, "not-verbatim");
    let mut other = Hall::said("t", StatementKind::Accusation, "The others use this war.");
    assert_eq!(ground(hall.record(&other)), "nobody-accused");
    other.accused.push("the others".into());
    other.capacity = Capacity::Unknown;
    assert_eq!(ground(hall.record(&other)), "no-capacity");
    other.doubtful = "the report names nobody".into();
    other.date = calendar::parse("2027-01-12");
    assert_eq!(ground(hall.record(&other)), "after-its-report");
    other.date = None;
    other.quotes.clear();
    assert_eq!(ground(hall.record(&other)), "no-words");
    other.source = mark("none");
    assert_eq!(ground(hall.record(&other)), "no-such-source");
}

#[test]
fn software_raises_no_level_and_an_offer_is_no_assurance() {
    let mut hall = Hall::assured();
    hall.confirmed(
        "r",
        StatementKind::Readiness,
        "We are ready to put it in writing,",
    );
    let day = "2027-01-12T09:00:00Z";
    let up = |of: &str| Hall::level(Level::UnilateralAssurance, of, None);
    let skipped = up("s");
    hall.refused(day, skipped, "level-skipped");
    let offer = up("r");
    hall.refused(day, offer, "readiness-is-an-offer");
    let capacity = Hall::level(Level::WithCapacity, "s", None);
    hall.done("l1", day, capacity.clone());
    hall.refused(day, capacity, "same-level");
    let up = up("s");
    hall.done("l2", day, up);
    // Another view is kept beside the first, and neither decides.
    let view = Hall::level(Level::Report, "s", Some("BEL"));
    hall.done("l3", day, view);
    let held = hall.conference().statement(mark("s")).expect("held");
    assert_eq!(held.level(None), Level::UnilateralAssurance);
    assert_eq!(
        held.other_views(),
        BTreeMap::from([(&code("BEL"), Level::Report)])
    );
    assert_eq!(held.level(Some(&code("CAR"))), Level::UnilateralAssurance);
    let readiness = Hall::level(Level::Readiness, "r", None);
    hall.done("l4", day, readiness);
}

#[test]
fn a_claimed_repetition_stays_claimed_until_its_own_source_is_recorded() {
    let mut hall = Hall::assured();
    let mut claiming = Hall::said(
        "c",
        StatementKind::Report,
        "President Ilin has said so often.",
    );
    claiming.quotes[0].direct = false;
    hall.record(&claiming).expect("recorded");
    let step = hall.confirmation(&claiming, "o-ben");
    let day = "2027-01-12T09:00:00Z";
    hall.done("c-c", day, step);
    let claim = Repeated {
        of: mark("s"),
        statement: None,
        claim: None,
        claimed_in: Some(mark("c")),
        speaker: "President Ilin".into(),
        words: "has said so often".into(),
    };
    let unfounded = Repeated {
        words: "swears it".into(),
        ..claim.clone()
    };
    hall.refused(day, Step::StatementRepeated(unfounded), "not-its-words");
    hall.done("claim", day, Step::StatementRepeated(claim));
    let sourced = |hall: &Hall| {
        let conference = hall.conference();
        conference
            .repetitions(mark("s"))
            .next()
            .expect("claimed")
            .sourced
    };
    assert_eq!(sourced(&hall), None);
    let words = "We have no aggressive plans.";
    hall.confirmed("same", StatementKind::Assurance, words);
    // Another report than that which claims it.
    hall.source("other", "Ilin said: We have no aggressive plans.", true);
    let mut own = Hall::said("own", StatementKind::Assurance, words);
    own.source = mark("other");
    own.quotes[0].start = 11;
    hall.record(&own).expect("recorded");
    let step = hall.confirmation(&own, "o-ben");
    hall.done("own-c", day, step);
    let bears_out = Repeated {
        of: mark("s"),
        statement: Some(mark("own")),
        claim: Some(mark("claim")),
        claimed_in: None,
        speaker: String::new(),
        words: String::new(),
    };
    let both = Repeated {
        claimed_in: Some(mark("c")),
        ..bears_out.clone()
    };
    hall.refused(day, Step::StatementRepeated(both), "repetition-form");
    for of in ["same", "c"] {
        let again = Repeated {
            statement: Some(mark(of)),
            ..bears_out.clone()
        };
        let rule = if of == "c" {
            "other-kind"
        } else {
            "same-source"
        };
        hall.refused(day, Step::StatementRepeated(again), rule);
    }
    hall.done("own-r", day, Step::StatementRepeated(bears_out.clone()));
    assert_eq!(sourced(&hall), Some(mark("own")));
    hall.refused(day, Step::StatementRepeated(bears_out), "sourced-already");
}

#[test]
fn an_accusation_has_its_answers_and_nothing_is_adjudicated() {
    let mut hall = Hall::assured();
    hall.confirmed("a", StatementKind::Accusation, "The others use this war.");
    let reply = |of: &str, statement: &str| {
        Step::StatementAnswered(Replied {
            of: mark(of),
            statement: mark(statement),
        })
    };
    let day = "2027-01-12T09:00:00Z";
    hall.refused(day, reply("s", "a"), "not-an-accusation");
    hall.refused(day, reply("a", "a"), "answers-itself");
    hall.done("reply", day, reply("a", "s"));
    hall.refused(day, reply("a", "s"), "replies-already");
    let held = hall.conference().statement(mark("a")).expect("held");
    assert_eq!(held.replies, [(mark("s"), at(day))]);
    assert_eq!(held.level(None), Level::Report);
}

#[test]
fn a_reading_counts_only_if_all_who_had_the_question_recorded_it_together() {
    let mut hall = Hall::open();
    hall.meet();
    let day = "2027-01-12T10:00:00Z";
    let powers = attended("CAR", Capacity::FullPowers, None);
    hall.refused(day, powers, "full-powers-missing");
    let raised = Step::ClarificationRaised(ClarificationRaised {
        participant: code("ARD"),
        point: "what a plan is".into(),
        understood: "any staff study".into(),
        about: None,
    });
    hall.done("q", day, raised);
    let shared = |id: &str| {
        Step::ClarificationShared(QuestionShared {
            of: mark("q"),
            participant: code(id),
            understood: "an approved plan".into(),
        })
    };
    hall.done("q-b", day, shared("BEL"));
    hall.done("q-c", day, shared("CAR"));
    let agree = |id: &str, reading: &str| {
        Step::ClarificationAgreed(ReadingRecorded {
            of: mark("q"),
            participant: code(id),
            meeting: "plenary-1".into(),
            reading: reading.into(),
        })
    };
    let close = |reading: &str| {
        Step::ClarificationClosed(ClarificationClosed {
            of: mark("q"),
            meeting: "plenary-1".into(),
            reading: reading.into(),
        })
    };
    hall.refused(day, close("an approved plan"), "nobody-agreed");
    hall.refused(day, agree("CAR", "an approved plan"), "not-attending");
    hall.done("q-1", day, agree("ARD", "an approved plan"));
    hall.done("q-2", day, agree("BEL", "an approved plan"));
    let mut other = hall.register.clone();
    hall.done("q-3", day, close("an approved plan"));
    let weight = |register: &Register| {
        let held = register.conference(&guarantees()).expect("convened");
        held.clarifications()[0].weight()
    };
    let lacking = BTreeSet::from([code("CAR")]);
    assert_eq!(weight(&hall.register), Weight::PreparatoryWork(lacking));
    core::mem::swap(&mut other, &mut hall.register);
    hall.done("at-C", day, attended("CAR", Capacity::Official, None));
    hall.done("q-4", day, agree("CAR", "an approved plan"));
    hall.done("q-5", day, close("an approved plan"));
    assert_eq!(weight(&hall.register), Weight::Agreed);
    hall.refused(day, close("an approved plan"), "clarification-over");
}

#[test]
fn an_item_keeps_its_place_and_neglect_is_computed() {
    let mut hall = Hall::open();
    hall.meet();
    for item in ["security", "waters"] {
        let added = ItemAdded {
            item: item.into(),
            title: item.into(),
        };
        hall.done(item, "2027-01-12T10:00:00Z", Step::ItemAdded(added));
    }
    let take = |item: &str, minutes: u64| {
        Step::ItemTakenUp(ItemTakenUp {
            item: item.into(),
            meeting: "plenary-1".into(),
            minutes,
        })
    };
    let none = hall.conference().agenda(at("2027-01-12T11:00:00Z"))[0].share();
    assert_eq!(none, None);
    hall.done("t1", "2027-01-13T10:00:00Z", take("security", 90));
    hall.done("t2", "2027-01-14T10:00:00Z", take("waters", 30));
    hall.done("t3", "2027-01-20T10:00:00Z", take("security", 60));
    hall.refused("2027-01-20T10:00:00Z", take("security", 0), "no-attention");
    let conference = hall.conference();
    let stand = conference.agenda(at("2027-01-24T09:59:59Z"));
    let stand: Vec<_> = stand
        .iter()
        .map(|one| (one.place, one.days, one.minutes, one.of_all, one.share()))
        .collect();
    assert_eq!(
        stand,
        [(1, 3, 150, 180, Some(833)), (2, 9, 30, 180, Some(166))]
    );
    // What came later does not count at an earlier instant.
    let earlier = conference.agenda(at("2027-01-13T10:00:00Z"));
    assert_eq!((earlier[0].minutes, earlier[0].of_all), (90, 90));
}

#[test]
fn an_understanding_is_reached_when_all_affirm_it_and_is_carried_into_the_text() {
    let mut hall = Hall::open();
    let recorded = |among: &[&str]| {
        Step::UnderstandingRecorded(UnderstandingRecorded {
            words: "guarantees are mutual".into(),
            among: among.iter().map(|id| code(id)).collect(),
            meeting: String::new(),
            claimed_in: None,
        })
    };
    let day = "2027-01-12T10:00:00Z";
    hall.refused(day, recorded(&["ARD"]), "fewer-than-two");
    hall.done("u", day, recorded(&["ARD", "BEL"]));
    let affirm = |id: &str| {
        Step::UnderstandingAffirmed(UnderstandingAffirmed {
            of: mark("u"),
            participant: code(id),
        })
    };
    hall.refused(day, affirm("CAR"), "not-among");
    hall.done("u-a", day, affirm("ARD"));
    let lacking = |hall: &Hall| hall.conference().understandings()[0].unaffirmed().count();
    assert_eq!(lacking(&hall), 1);
    hall.done("u-b", day, affirm("BEL"));
    assert_eq!(lacking(&hall), 0);
    let carry = Step::UnderstandingCarried(UnderstandingCarried {
        of: mark("u"),
        provision: "k7m2qy".parse().expect("an id"),
        reason: "the rule of article 1".into(),
    });
    hall.done("u-c", day, carry.clone());
    hall.refused(day, carry, "carried-already");
    let walk = hall.conference().walk("k7m2qy".parse().expect("an id"));
    assert_eq!(walk.understandings.len(), 1);
}

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
