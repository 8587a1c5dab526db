//! The record: statements and their readers, levels, repetitions and answers.

mod drafts;
mod meetings;

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
                written: String::new(),
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
            capacity,
            office: String::new(),
            full_powers,
        }]),
        names: Commitment::of(&SALT, b"names"),
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
fn of_html_the_words_stand_in_their_stretch_without_its_markup() {
    let mut statement = Hall::said("s", StatementKind::Assurance, "We will not attack.");
    let mut stands = |source: &str, written: &str| {
        let quote = &mut statement.quotes[0];
        quote.start = source.find(written).unwrap_or(0) as u64;
        quote.written = written.into();
        let end = usize::try_from(quote.end()).unwrap_or(0);
        assert!(source[..end].ends_with(written));
        statement.verbatim(source.as_bytes()).is_ok()
    };
    let html = "<p>“We <b>will</b> not&nbsp;attack.” We will <i>never</i> not attack.</p>";
    assert!(stands(html, "We <b>will</b> not&nbsp;attack."));
    // Other words, and words that only a stretch without its markup would say.
    assert!(!stands(html, "We will <i>never</i> not attack."));
    let plain = "“We will <do> not attack.”";
    assert!(!stands(plain, "We will <do> not attack."));
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
        office: "President".into(),
        party: Some(code("ARD")),
        speaker: None,
        words: claiming.place_of("has said so often"),
    };
    assert_eq!(claiming.place_of("swears it"), None);
    let by_nobody = Repeated {
        office: String::new(),
        party: None,
        ..claim.clone()
    };
    hall.refused(day, Step::StatementRepeated(by_nobody), "repetition-form");
    for (start, bytes) in [(15, 19), (15, (1 << 53) - 1), (9, 0), (14, 1)] {
        let words = Some(WordsAt {
            quote: 0,
            start,
            bytes,
        });
        let unfounded = Repeated {
            words,
            ..claim.clone()
        };
        hall.refused(day, Step::StatementRepeated(unfounded), "not-its-words");
    }
    hall.done("claim", day, Step::StatementRepeated(claim));
    let words = |hall: &Hall| {
        let conference = hall.conference();
        let claim = conference.repetitions(mark("s")).next().expect("claimed");
        claim.words(conference).map(String::from)
    };
    assert_eq!(words(&hall).as_deref(), Some("has said so often"));
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
        office: String::new(),
        party: None,
        speaker: None,
        words: None,
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
fn what_changed_over_time_stands_side_by_side_and_is_not_merged() {
    let mut hall = Hall::with_report(true);
    let said = |id: &str, kind, words: &str, day: &str| Statement {
        date: calendar::parse(day),
        ..Hall::said(id, kind, words)
    };
    let plans = "We have no aggressive plans.";
    let offer = "We are ready to put it in writing,";
    let later = said("s", StatementKind::Assurance, plans, "2027-01-11");
    let earlier = said("r", StatementKind::Readiness, offer, "2027-01-09");
    let first = said("q", StatementKind::Readiness, offer, "2027-01-08");
    let mut other = said("o", StatementKind::Other, offer, "2027-01-10");
    other.speaker = "Somebody else".into();
    other.party = None;
    for statement in [&later, &earlier, &first, &other] {
        hall.record(statement).expect("recorded");
    }
    for (statement, id) in [(&later, "s-c"), (&earlier, "r-c"), (&other, "o-c")] {
        let step = hall.confirmation(statement, "o-ben");
        hall.done(id, "2027-01-11T11:00:00Z", step);
    }
    let beside = |hall: &Hall, of: &str| -> Vec<ActId> {
        let beside = hall.conference().also_said(mark(of));
        beside.iter().map(|held| held.id).collect()
    };
    // What nobody confirmed stands beside nothing.
    assert_eq!(beside(&hall, "s"), [mark("r")]);
    let step = hall.confirmation(&first, "o-ben");
    hall.done("q-c", "2027-01-11T12:00:00Z", step);
    assert_eq!(beside(&hall, "s"), [mark("q"), mark("r")]);
    assert_eq!(beside(&hall, "r"), [mark("q"), mark("s")]);
    assert_eq!(beside(&hall, "o"), []);
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
