//! Which language follows which, and who has looked.

use super::*;

fn tag(language: &str) -> Language {
    Language::new(language).expect("a tag")
}

fn at_place(id: &str, language: &str) -> Place {
    Place {
        language: tag(language),
        ..place(id)
    }
}

/// A conference with a text in English and Turkish.
fn bilingual() -> Hall {
    let mut hall = Hall {
        register: Register::new(),
        documents: BTreeMap::new(),
    };
    let participant = Participant {
        id: code("ARD"),
        name: "ARD".into(),
        kind: ParticipantKind::State,
    };
    hall.register.add_participant(participant).expect("new");
    let convened = Convened {
        title: "Conference on Mutual Guarantees".into(),
        treaty: TreatyId::new("demo-g").expect("an identifier"),
        languages: Vec::from([tag("en"), tag("tr")]),
        rules: RulesOfProcedure::default(),
    };
    hall.done("open", "2027-01-10T09:00:00Z", Step::Convened(convened));
    hall.seat("ARD", true);
    let text = [("en", "one"), ("tr", "bir")];
    let changed = text.map(|(language, words)| (at_place("k7m2qy", language), digest(words)));
    revise(&mut hall, None, "r1", &changed);
    hall
}

fn revise(hall: &mut Hall, from: Option<&str>, name: &str, changed: &[(Place, Digest)]) {
    let changed = changed.iter().cloned();
    let revision = RevisionMade {
        from: from.map(digest),
        revision: digest(name),
        changed: changed.map(|(place, words)| (place, Some(words))).collect(),
        texts: BTreeMap::new(),
    };
    hall.done(name, "2027-01-11T09:00:00Z", Step::Revision(revision));
}

fn review(language: &str, from: &str, certified: bool) -> LanguageReviewed {
    LanguageReviewed {
        language: tag(language),
        from: tag(from),
        revision: digest("r1"),
        provisions: BTreeSet::new(),
        reviewer: "Language Group".into(),
        certified,
    }
}

fn state(hall: &Hall, language: &str) -> (TranslationState, Option<(Language, Digest)>) {
    let mut all = hall.conference().translations();
    let found = all.find(|(place, _)| **place == at_place("k7m2qy", language));
    let (_, translation) = found.expect("it has a text");
    (translation.state, translation.made_from.clone())
}

fn adopted(hall: &Hall) -> Step {
    Step::Adopted(Adopted {
        texts: BTreeMap::from([(tag("en"), digest("text")), (tag("tr"), digest("metin"))]),
        ..hall.adopted(Decision::Consensus)
    })
}

#[test]
fn no_text_is_adopted_before_its_languages_are_certified() {
    let mut hall = bilingual();
    let now = "2027-01-12T09:00:00Z";
    assert_eq!(state(&hall, "en"), (TranslationState::Source, None));
    let made_from = Some((tag("en"), digest("one")));
    assert_eq!(
        state(&hall, "tr"),
        (TranslationState::Drafted, made_from.clone())
    );
    let adoption = adopted(&hall);
    hall.refused(now, adoption.clone(), "language-stale");
    let certify = Step::LanguageReviewed(review("tr", "en", true));
    hall.refused(now, certify.clone(), "nothing-to-review");
    let nobody = LanguageReviewed {
        reviewer: " ".into(),
        ..review("tr", "en", false)
    };
    hall.refused(now, Step::LanguageReviewed(nobody), "no-reviewer");
    let review = Step::LanguageReviewed(review("tr", "en", false));
    hall.done("review", now, review.clone());
    assert_eq!(state(&hall, "tr").0, TranslationState::Reviewed);
    hall.refused(now, review, "nothing-to-review");
    hall.refused(now, adoption.clone(), "language-stale");
    hall.done("certify", now, certify);
    assert_eq!(state(&hall, "tr"), (TranslationState::Certified, made_from));
    hall.done("adopted", now, adoption);
}

#[test]
fn a_change_in_one_language_leaves_the_others_behind() {
    let mut hall = bilingual();
    let now = "2027-01-12T09:00:00Z";
    for certified in [false, true] {
        let id = if certified { "certify" } else { "review" };
        let step = Step::LanguageReviewed(review("tr", "en", certified));
        hall.done(id, now, step);
    }
    let words = digest("one and more");
    revise(
        &mut hall,
        Some("r1"),
        "r2",
        &[(at_place("k7m2qy", "en"), words)],
    );
    let no_longer = Some((tag("en"), digest("one")));
    assert_eq!(state(&hall, "tr"), (TranslationState::Stale, no_longer));
    let old = Step::LanguageReviewed(review("tr", "en", false));
    hall.refused(now, old, "revision-moved");
    let at_r2 = |certified| LanguageReviewed {
        revision: digest("r2"),
        provisions: BTreeSet::from(["k7m2qy".parse().expect("an id")]),
        ..review("tr", "en", certified)
    };
    let adoption = adopted(&hall);
    hall.refused(now, adoption, "language-stale");
    let certify = Step::LanguageReviewed(at_r2(true));
    hall.refused(now, certify.clone(), "review-not-awaited");
    hall.done("no change", now, Step::LanguageReviewed(at_r2(false)));
    hall.done("certify r2", now, certify);
    assert_eq!(
        state(&hall, "tr"),
        (TranslationState::Certified, Some((tag("en"), words)))
    );
}

#[test]
fn a_correction_of_the_translation_makes_it_the_source() {
    let mut hall = bilingual();
    let words = digest("tek");
    revise(
        &mut hall,
        Some("r1"),
        "r2",
        &[(at_place("k7m2qy", "tr"), words)],
    );
    assert_eq!(state(&hall, "tr"), (TranslationState::Source, None));
    let no_longer = Some((tag("en"), digest("one")));
    let english = state(&hall, "en");
    assert_eq!(english.0, TranslationState::Stale);
    assert_eq!(
        english.1, no_longer,
        "it was the source: what it said itself"
    );
    let wrong = LanguageReviewed {
        revision: digest("r2"),
        ..review("tr", "tr", false)
    };
    let now = "2027-01-12T09:00:00Z";
    hall.refused(now, Step::LanguageReviewed(wrong), "other-language");
}

#[test]
fn what_says_nothing_and_what_is_alone_needs_no_review() {
    let mut hall = bilingual();
    let nothing = sponsio_text::content_digest(&sponsio_text::Body::default());
    let heading = [
        (at_place("k7m2qx", "en"), nothing),
        (at_place("k7m2qx", "tr"), nothing),
        (at_place("k7m2qz", "en"), digest("alone")),
    ];
    revise(&mut hall, Some("r1"), "r2", &heading);
    assert_eq!(hall.conference().uncertified(), [at_place("k7m2qy", "tr")]);
}
