//! A negotiation in two languages by the command line: rounds with their rolling text and convergence,
//! packages, confirmation *ad referendum* and the period after its refusal, silence with statements, reopening
//! by a majority, the review of languages, adoption, correction, and the travaux of a provision.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use std::fs;

use sponsio_text::{Body, content_digest, tokenize};
use support::run;
use support::sitting::{at, done, mark, refused};
use tempfile::TempDir;

const FORCE: &str = "This Treaty shall enter into force on the second accession.";

/// The text in English, with other words for the second paragraph.
fn english(second: &str) -> String {
    let bound = content_digest(&Body::of(tokenize(FORCE))).to_string();
    format!(
        "# Treaty {{#k7m2qt}}\nlanguage: en\nlanguages: en, tr\nrules: en\n\n\
         Article 1. Notice {{#k7m2qx}}\n\n\
         1. {FORCE} {{#k7m2qy}}\n| consent by accession\n| in force on the day at least 2 instruments\n\
         |= {}\n\n2. {second} {{#k7m2qz}}\n",
        &bound[..8]
    )
}

/// The text in Turkish, with other words for the second paragraph.
fn turkish(second: &str) -> String {
    format!(
        "# Antlaşma {{#k7m2qt}}\nlanguage: tr\n\nMadde 1. Bildirim {{#k7m2qx}}\n\n\
         1. Bu Antlaşma ikinci katılma ile yürürlüğe girer. {{#k7m2qy}}\n\n2. {second} {{#k7m2qz}}\n"
    )
}

const SECOND: &str = "Each Party shall promptly notify the Depositary of every attack.";
const IKINCI: &str = "Her Taraf her saldırıyı gecikmeden Depozitere bildirir.";

fn put(folder: &TempDir, file: &str, text: &str) {
    fs::write(folder.path().join(file), text).expect("written");
}

/// A conference of three delegations with a text in two languages and its first round.
fn sitting(rules: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    put(&folder, "text.en.treaty", &english(SECOND));
    put(&folder, "text.tr.treaty", &turkish(IKINCI));
    let made =
        "sponsio init {}/p --origin a.example --title T --exercise --now 2027-01-10T08:00:00Z";
    assert_eq!(run(folder.path(), made).code, 0);
    let now = "2027-01-10T08:00:00Z";
    for code in ["ARD", "BEL", "CAR"] {
        done(&folder, now, &format!("participant add {code} {code}"));
    }
    let open = format!(
        "conference open guarantees --title Guarantees --treaty demo-g --language en --language tr {rules}"
    );
    done(&folder, now, open.trim());
    for code in ["ARD", "BEL", "CAR"] {
        let seat = format!("conference seat guarantees {code} --tables --votes");
        done(&folder, now, &seat);
    }
    revise(&folder, now, "");
    done(
        &folder,
        now,
        "round open guarantees I --closes 2027-01-20T12:00:00Z",
    );
    folder
}

/// Makes a revision of both files; returns its digest.
fn revise(folder: &TempDir, now: &str, from: &str) -> String {
    let texts = "--text {}/text.en.treaty --text {}/text.tr.treaty";
    let words = format!("conference revise guarantees {texts} {from}");
    done(folder, now, words.trim());
    let shown = done(folder, now, "conference show guarantees");
    shown["revision"].as_str().expect("a digest").to_owned()
}

fn propose(folder: &TempDir, round: &str, code: &str, now: &str, words: &str) -> String {
    put(folder, "words.txt", words);
    let ask = format!(
        "propose guarantees {round} --as {code} --language en --replace k7m2qz={{}}/words.txt"
    );
    mark(&done(folder, now, &ask))
}

fn dispose(folder: &TempDir, now: &str, of: &str, how: &str) {
    let words = format!("proposal dispose guarantees {of} --reason agreed-so {how}");
    done(folder, now, &words);
}

fn close(folder: &TempDir, round: &str, now: &str) {
    for verb in ["close", "publish"] {
        done(folder, now, &format!("round {verb} guarantees {round}"));
    }
}

#[test]
fn rounds_have_their_rolling_text_and_converge() {
    let folder = sitting("--publication public");
    let now = "2027-01-11T09:00:00Z";
    let at_once = SECOND.replace("promptly", "at once");
    let first = propose(&folder, "I", "ARD", now, &at_once);
    let second = propose(&folder, "I", "BEL", now, &SECOND.replace("every", "each"));
    let third = propose(&folder, "I", "CAR", now, &at_once);
    let text = "round text guarantees I --language en";
    let before = at(&folder, now, text);
    assert_eq!(before.code, 0, "{}", before.err);
    assert!(!before.out.contains("ARD"), "sealed: {}", before.out);
    assert!(before.err.matches("sealed").count() == 3, "{}", before.err);
    let shown = at(&folder, now, &format!("{text} --presidency"));
    assert!(shown.out.contains("ARD, CAR: at once"), "{}", shown.out);
    let pending = at(
        &folder,
        now,
        "round text guarantees I --language tr --presidency",
    );
    assert!(
        pending.err.contains("Translation into tr pending: k7m2qz"),
        "{}",
        pending.err
    );
    suppositions(&folder, now, &format!("{text} --presidency"));
    close(&folder, "I", "2027-01-20T12:00:00Z");
    let later = "2027-01-21T09:00:00Z";
    put(&folder, "text.en.treaty", &english(&at_once));
    let from = done(&folder, later, "conference show guarantees");
    let from = from["revision"].as_str().expect("a digest").to_owned();
    let revision = revise(&folder, later, &format!("--from {from}"));
    let carried = done(&folder, later, "proposal carried guarantees");
    let outcomes: Vec<_> = carried["carried"].as_array().expect("a list").clone();
    let outcome = |nth: usize| &outcomes[nth]["outcomes"][0]["outcome"];
    assert_eq!(outcome(0), "absorbed");
    assert_eq!(outcome(1), "unconfirmed");
    for of in [&first, &third] {
        let how = format!("--outcome absorbed --revision {revision}");
        dispose(&folder, later, of, &how);
    }
    dispose(&folder, later, &second, "--outcome not-pursued");
    done(&folder, later, "round archive guarantees I");
    done(
        &folder,
        later,
        "round open guarantees II --closes 2027-02-20T12:00:00Z",
    );
    let each = at_once.replace("every", "each");
    let last = propose(&folder, "II", "BEL", "2027-01-22T09:00:00Z", &each);
    let after = "2027-02-20T12:00:00Z";
    close(&folder, "II", after);
    dispose(&folder, after, &last, "--outcome not-pursued");
    convergence(&folder, after);
}

/// What would be if one withdrew or another's text were taken, and who would have to give way.
fn suppositions(folder: &TempDir, now: &str, text: &str) {
    let accepted = at(folder, now, &format!("{text} --accept ARD:k7m2qz"));
    assert_eq!(accepted.code, 0, "{}", accepted.err);
    let notice = "Supposition: this is not the";
    assert!(accepted.out.contains(notice), "{}", accepted.out);
    assert!(
        accepted
            .err
            .contains("Then without anything open: Article 1(2)."),
        "{}",
        accepted.err
    );
    let dropped = done(folder, now, &format!("{text} --drop BEL"));
    assert_eq!(dropped["supposition"]["supposed"][0]["what"], "drop");
    assert_eq!(dropped["supposition"]["after"]["sites"], 1);
    let words = dropped["text"].as_str().expect("a text");
    assert!(!words.contains("BEL"), "{words}");
    let plain = done(folder, now, text);
    assert!(plain["supposition"].is_null());
    let sets = done(folder, now, &format!("{text} --concessions"));
    let sets = &sets["concessions"][0];
    assert_eq!(sets["provision"], "k7m2qz");
    assert_eq!(sets["sets"][0]["gives_way"], serde_json::json!([]));
    let public = at(
        folder,
        now,
        "round text guarantees I --language en --accept ARD",
    );
    assert_eq!(
        public.code, 4,
        "what is sealed is not supposed: {}",
        public.out
    );
}

fn convergence(folder: &TempDir, now: &str) {
    let asked = "round convergence guarantees --language en";
    let figures = done(folder, now, asked);
    let rounds = figures["rounds"].as_array().expect("a list");
    assert_eq!(rounds.len(), 2);
    assert_eq!(rounds[0]["text"]["sites"], 2);
    assert_eq!(rounds[1]["text"]["sites"], 1);
    assert_eq!(rounds[1]["since"]["resolved"], 1);
    assert_eq!(rounds[1]["since"]["persisting"], 1);
    assert_eq!(rounds[0]["text"]["bracketed"][0], "k7m2qz");
    let rows = at(folder, now, &format!("{asked} --csv"));
    insta::assert_snapshot!("convergence_as_rows", rows.out);
    let said = at(folder, now, asked);
    insta::assert_snapshot!("convergence_in_english", said.out);
    let said = at(folder, now, &format!("{asked} --lang tr"));
    insta::assert_snapshot!("convergence_in_turkish", said.out);
    let drawn = at(folder, now, &format!("{asked} --svg {{}}/curve.svg"));
    assert_eq!(drawn.code, 0, "{}", drawn.err);
    let picture = fs::read_to_string(folder.path().join("curve.svg")).expect("it was written");
    insta::assert_snapshot!("convergence_as_a_picture", picture);
    let nobody = at(
        folder,
        now,
        "round convergence guarantees --language fr --lang tr",
    );
    assert_eq!(nobody.code, 4, "{}", nobody.err);
    assert!(nobody.err.contains("fr dilinde"), "{}", nobody.err);
}

#[test]
fn a_conflict_is_named_before_adoption() {
    let folder = sitting("");
    let now = "2027-01-11T09:00:00Z";
    let of = propose(
        &folder,
        "I",
        "ARD",
        now,
        &SECOND.replace("promptly", "at once"),
    );
    let from = done(&folder, now, "conference show guarantees");
    let from = from["revision"].as_str().expect("a digest").to_owned();
    put(
        &folder,
        "text.en.treaty",
        &english(&SECOND.replace("promptly", "in good time")),
    );
    let later = "2027-01-21T09:00:00Z";
    revise(&folder, later, &format!("--from {from}"));
    let carried = at(&folder, later, "proposal carried guarantees --presidency");
    assert!(carried.out.contains("conflict:"), "{}", carried.out);
    let adopt = "adopt guarantees --text {}/text.en.treaty --text {}/text.tr.treaty --title Guarantees --place Ansel";
    refused(&folder, later, adopt, "T514");
    dispose(&folder, later, &of, "--outcome not-pursued");
    refused(&folder, later, adopt, "T512");
    // The Turkish text follows words that are no more; what was not looked at is not certified.
    let shown = done(&folder, later, "language show guarantees");
    assert_eq!(shown["uncertified"].as_array().map(Vec::len), Some(4));
    let certify = "language certify guarantees tr --against en --reviewer Group";
    refused(&folder, later, certify, "T512");
    let missing = at(&folder, later, &format!("{adopt} --lang tr"));
    assert!(missing.err.contains("onaylanmamış"), "{}", missing.err);
    let review = "language review guarantees tr --against en --reviewer Group";
    done(&folder, later, review);
    done(&folder, later, certify);
    done(&folder, later, adopt);
}

#[test]
fn a_package_a_refusal_and_its_period() {
    let folder = sitting("");
    let now = "2027-01-12T09:00:00Z";
    let open = "package open guarantees finance --of k7m2qy:en --of k7m2qz:en";
    done(&folder, now, open);
    done(
        &folder,
        now,
        "provision agree guarantees k7m2qy en --package finance",
    );
    let agreed = done(
        &folder,
        now,
        "provision agree guarantees k7m2qz en --package finance --ad-referendum CAR --until 2027-02-01T00:00:00Z",
    );
    let of = mark(&agreed);
    let shown = at(&folder, now, "package show guarantees");
    insta::assert_snapshot!("package_that_is_open", shown.out);
    let shown = at(&folder, now, "package show guarantees --lang tr");
    insta::assert_snapshot!("package_that_is_open_in_turkish", shown.out);
    let refuse = format!("provision confirm guarantees {of} --as CAR --refuse");
    done(&folder, now, &refuse);
    let due = done(&folder, now, "conference show guarantees");
    let due = due["due"].as_array().expect("a list").clone();
    assert!(
        due.iter().any(|due| due["due"] == "period-to-set"),
        "{due:?}"
    );
    let period = format!("provision period guarantees {of} --for CAR --until 2027-02-10T00:00:00Z");
    done(&folder, now, &period);
    refused(
        &folder,
        now,
        "provision agree guarantees k7m2qz en --package finance",
        "rules of procedure",
    );
    // The round has closed for the others.
    let late = "2027-01-25T09:00:00Z";
    let words = SECOND.replace("promptly", "at once");
    put(&folder, "words.txt", &words);
    let late_words = "propose guarantees I --as BEL --language en --replace k7m2qz={}/words.txt";
    refused(&folder, late, late_words, "T503");
    propose(&folder, "I", "CAR", late, &words);
    done(
        &folder,
        late,
        "package dissolve guarantees finance --reason no-agreement",
    );
    let path = at(&folder, late, "travaux guarantees k7m2qz --presidency");
    for said in [
        "bound into the package",
        "refuses its confirmation",
        "may table its text",
    ] {
        assert!(path.out.contains(said), "{said}: {}", path.out);
    }
}

#[test]
fn what_is_agreed_is_reopened_by_the_majority_of_the_rules() {
    let folder = sitting("--reopening unanimity");
    let now = "2027-01-12T09:00:00Z";
    done(&folder, now, "provision agree guarantees k7m2qz en");
    let words = SECOND.replace("promptly", "at once");
    put(&folder, "words.txt", &words);
    let ask = "propose guarantees I --as ARD --language en --replace k7m2qz={}/words.txt";
    refused(&folder, now, ask, "T501");
    let reopen = "provision reopen guarantees k7m2qz en --reason wrong --for ARD --for BEL";
    let said = refused(
        &folder,
        now,
        &format!("{reopen} --against CAR"),
        "VCLT art. 9",
    );
    assert!(said.contains("unanimity"), "{said}");
    done(&folder, now, &format!("{reopen} --for CAR"));
    done(&folder, now, ask);
}

#[test]
fn silence_has_its_statements_and_is_extended_where_the_rules_allow_it() {
    let folder = sitting("--silence-extension before-expiry");
    put(
        &folder,
        "statement.txt",
        "CAR understands this as it always did.",
    );
    let now = "2027-01-12T09:00:00Z";
    let start = "silence start guarantees --provision k7m2qz --language en --expires 2027-01-20T12:00:00Z --meeting plenary";
    let of = mark(&done(&folder, now, start));
    let attach = format!("silence attach guarantees {of} --as CAR");
    let statement = format!("{attach} --interpretative {{}}/statement.txt");
    done(&folder, now, &statement);
    done(
        &folder,
        now,
        &format!("silence break guarantees {of} --as BEL --oral"),
    );
    let extend = format!("silence extend guarantees {of} --expires 2027-01-22T12:00:00Z");
    done(&folder, now, &extend);
    let expired = "2027-01-22T12:00:00Z";
    let reservation = format!("{attach} --reservation {{}}/statement.txt");
    done(&folder, expired, &reservation);
    done(
        &folder,
        expired,
        &format!("silence break guarantees {of} --as BEL"),
    );
    done(
        &folder,
        expired,
        &format!("silence conclude guarantees {of}"),
    );
    let shown = done(&folder, expired, "silence show guarantees");
    let one = &shown["silences"][0];
    assert_eq!(one["state"], "adopted");
    assert_eq!(one["statements"][0]["late"], false);
    assert_eq!(one["statements"][1]["late"], true);
    assert_eq!(one["objections"][0]["oral"], true);
    assert_eq!(one["objections"][1]["late"], true);
    for (lang, said) in [
        ("en", "Too late, not attached"),
        ("tr", "Geç kaldı, eklenmedi"),
    ] {
        let told = at(
            &folder,
            expired,
            &format!("silence show guarantees --lang {lang}"),
        );
        assert!(told.out.contains(said), "{}", told.out);
    }
    let agree = format!("provision agree guarantees k7m2qz en --silence {of}");
    done(&folder, expired, &agree);
    let path = done(&folder, expired, "travaux guarantees k7m2qz");
    let last = path["traces"]
        .as_array()
        .and_then(|all| all.last())
        .cloned();
    assert_eq!(last.expect("it was agreed")["decision"]["by"], "silence");
}

#[test]
fn an_adopted_text_is_corrected_and_never_overwritten() {
    let folder = sitting("");
    let now = "2027-01-21T09:00:00Z";
    for verb in ["review", "certify"] {
        let words = format!("language {verb} guarantees tr --against en --reviewer Group");
        done(&folder, now, &words);
    }
    put(
        &folder,
        "right.txt",
        &SECOND.replace("attack", "armed attack"),
    );
    let propose = "corrigendum propose guarantees k7m2qz en --right {}/right.txt --reason omitted --until 2027-03-01T00:00:00Z";
    refused(&folder, now, propose, "VCLT art. 9");
    let adopt = "adopt guarantees --text {}/text.en.treaty --text {}/text.tr.treaty --title Guarantees --place Ansel";
    done(&folder, now, adopt);
    let of = mark(&done(&folder, now, propose));
    let state = |now: &str| {
        let shown = done(&folder, now, "corrigendum show guarantees");
        shown["corrigenda"][0]["state"].as_str().map(str::to_owned)
    };
    assert_eq!(state(now).as_deref(), Some("open"));
    let until = "2027-03-01T00:00:00Z";
    done(
        &folder,
        until,
        &format!("corrigendum object guarantees {of} --as CAR"),
    );
    assert_eq!(state(until).as_deref(), Some("made"));
    let told = at(&folder, until, "corrigendum show guarantees --lang tr");
    assert!(told.out.contains("geç kaldı"), "{}", told.out);
    let again = at(&folder, until, propose);
    assert!(
        again.err.contains("T505") || again.err.contains("rules of procedure"),
        "{}",
        again.err
    );
}
