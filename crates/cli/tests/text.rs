//! Texts on the command line: findings with their places, the canonical form, languages compared,
//! brackets counted.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use std::path::Path;
use std::process::Command;

use support::{Folder, on, run};

const HEAD: &str = "# Title {#aaaaaa}\nlanguage: en\n\n";

fn example(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/text");
    root.join(name).display().to_string()
}

#[test]
fn a_finding_points_at_its_words() {
    let text = format!(
        "{HEAD}Artıcle 14 bis. Notification\n\nEach Party [shall] notify [=: at once | USA: soon the others. \
         {{@k7m2qx}} {{#k7m2qy}}\n"
    );
    let done = on("x.en.treaty", &text, "sponsio text check {}/x.en.treaty");
    assert_eq!(done.code, 1);
    insta::assert_snapshot!("findings_in_english", done.out + &done.err);
    let done = on(
        "x.en.treaty",
        &text,
        "sponsio text check {}/x.en.treaty --lang tr",
    );
    insta::assert_snapshot!("findings_in_turkish", done.out + &done.err);
}

#[test]
fn findings_are_data_too() {
    let text = format!("{HEAD}a [b] c\n");
    let done = on("x.treaty", text, "sponsio text check {}/x.treaty --json");
    assert_eq!(done.code, 1);
    let answer: serde_json::Value = serde_json::from_str(&done.out).expect("it is JSON");
    let fault = &answer[0]["faults"][0];
    assert_eq!(fault["code"], "T203");
    assert_eq!(
        (fault["line"].as_u64(), fault["column"].as_u64()),
        (Some(4), Some(3))
    );
    assert_eq!(
        (fault["end_line"].as_u64(), fault["end_column"].as_u64()),
        (Some(4), Some(4))
    );
    assert!(
        fault["help"]
            .as_str()
            .is_some_and(|help| help.contains("[=:"))
    );
    assert!(answer[0]["provisions"].is_null());
}

#[test]
fn bad_files_are_refused_with_their_place() {
    let check = "sponsio text check {}/x.en.treaty";
    let of = |content: &[u8]| {
        let done = on("x.en.treaty", content, check);
        assert_eq!(done.code, 1, "{}", done.out);
        let first = done.out.lines().next().unwrap_or_default().to_owned();
        first.split(": ").take(2).collect::<Vec<_>>().join(": ")
    };
    assert_eq!(
        of(b"# T\nlanguage: en\n\n\xff"),
        "x.en.treaty:4:1: error[T001]"
    );
    assert_eq!(
        of(b"# T\nlanguage: en\n\na\0"),
        "x.en.treaty:4:2: error[T002]"
    );
    let rtl = "# T\nlanguage: en\n\nab\u{202e}c";
    assert_eq!(of(rtl.as_bytes()), "x.en.treaty:4:3: error[T003]");
    let large = vec![b'a'; 50 << 20];
    assert_eq!(of(&large), "x.en.treaty:1:1: error[T004]");
    let twice = format!("{HEAD}a {{#k7m2qx}}\n\nb {{#k7m2qx}}\n");
    assert_eq!(of(twice.as_bytes()), "x.en.treaty:6:3: error[T302]");
    let done = run(Folder::small().path(), "sponsio text check {}/none.treaty");
    assert_eq!(done.code, 4);
}

#[test]
fn what_could_steer_a_terminal_is_not_passed_on() {
    let text = "# T\nlanguage: en\n\na \u{1b}[31mred\u{202e}x\n";
    let done = on("x.treaty", text, "sponsio text check {}/x.treaty");
    assert!(!done.out.contains(['\u{1b}', '\u{202e}']), "{}", done.out);
}

#[test]
fn real_texts_are_read_leniently() {
    let text = "## Article 1\n\n**Option 1:** [a][b]\n\n**Option 2:** No text\n\nopen [c\n";
    let strict = on("d.md", text, "sponsio text check {}/d.md");
    assert_eq!(strict.code, 1);
    assert!(strict.err.contains("--lenient"), "{}", strict.err);
    let lenient = on("d.md", text, "sponsio text check --lenient {}/d.md");
    assert_eq!(lenient.code, 0, "{}", lenient.err);
    assert!(
        lenient.out.contains("d.md:7:6: warning[T201]"),
        "{}",
        lenient.out
    );
    let formatted = on("d.md", text, "sponsio text fmt --lenient {}/d.md");
    assert!(
        formatted.out.contains("Alt A (?): [= ?: a | ?: b]"),
        "{}",
        formatted.out
    );
    assert!(formatted.out.contains("Alt B (?): -"), "{}", formatted.out);
}

#[test]
fn the_canonical_form_is_at_rest() {
    let folder = Folder::small();
    folder.put("x.en.treaty", "# T\nlanguage: en\n\nArticle 1\n1. a\nb\n");
    folder.put("x.tr.treaty", "# T\nlanguage: tr\n\nArticle 1\n\n1. c\n");
    let both = "{}/x.en.treaty {}/x.tr.treaty";
    let checked = run(folder.path(), &format!("sponsio text fmt --check {both}"));
    assert_eq!(checked.code, 3, "{}", checked.err);
    let written = run(folder.path(), &format!("sponsio text fmt --write {both}"));
    assert_eq!((written.code, written.err.as_str()), (0, ""));
    let again = run(folder.path(), &format!("sponsio text fmt --check {both}"));
    assert_eq!((again.code, again.out.as_str()), (0, ""));
    let read = |file: &str| std::fs::read_to_string(folder.path().join(file)).expect("it is there");
    let (en, tr) = (read("x.en.treaty"), read("x.tr.treaty"));
    assert!(
        en.contains("1. a b {#") && tr.contains("Madde 1 {#"),
        "{en}{tr}"
    );
    let compared = run(folder.path(), &format!("sponsio text concordance {both}"));
    assert_eq!(compared.code, 0, "{}", compared.out);
}

#[test]
fn the_examples_are_clean_and_concord() {
    let (en, tr) = (
        example("guarantees.en.treaty"),
        example("guarantees.tr.treaty"),
    );
    let check = run(
        Path::new("."),
        &format!("sponsio text check --json {en} {tr}"),
    );
    assert_eq!(check.code, 0, "{}", check.out);
    let answer: serde_json::Value = serde_json::from_str(&check.out).expect("it is JSON");
    let codes = answer.as_array().expect("a list").iter().flat_map(|file| {
        file["faults"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|fault| fault["code"].clone())
    });
    assert!(
        codes.into_iter().all(|code| code == "T410"),
        "{}",
        check.out
    );
    let compared = run(
        Path::new("."),
        &format!("sponsio text concordance {en} {tr}"),
    );
    assert_eq!(
        (compared.code, compared.out.as_str()),
        (0, "2 languages, no difference\n")
    );
}

#[test]
fn one_change_in_one_language_is_one_finding() {
    let original = std::fs::read_to_string(example("guarantees.tr.treaty")).expect("it is there");
    for (from, to, code) in [
        ("doksan günlük", "seksen günlük", "T313"),
        ("%0,5'i", "%0,6'sı", "T313"),
        ("1 Mart 2031", "2 Mart 2031", "T314"),
        ("{@7art05} uyarınca", "{@7art04} uyarınca", "T315"),
        ("EVR: , gerekirse", "ALD: , gerekirse", "T316"),
        ("{?city} olur", "Liman olur", "T312"),
        ("{term Sekretarya}", "Sekretarya", "T317"),
        ("Madde 4.", "Madde 4 bis.", "T311"),
        ("{#7tem2b}", "{#7tem2c}", "T310"),
    ] {
        assert!(original.contains(from), "{from}");
        let folder = Folder::small();
        folder.put("g.tr.treaty", original.replace(from, to));
        let en = example("guarantees.en.treaty");
        let done = run(
            folder.path(),
            &format!("sponsio text concordance --json {en} {{}}/g.tr.treaty"),
        );
        assert_eq!(done.code, 3, "{to}: {}", done.err);
        let answer: serde_json::Value = serde_json::from_str(&done.out).expect("it is JSON");
        let found = answer.as_array().expect("a list");
        assert!(
            found.iter().all(|one| one["code"] == code),
            "{to}: {}",
            done.out
        );
        assert!(found.len() == 1 || code == "T310", "{to}: {}", done.out);
    }
}

#[test]
fn a_line_that_is_no_rule_is_found_where_it_stands() {
    let text = format!(
        "{HEAD}Article 1. Force {{#k7m2qx}}\n\n1. Words. {{#k7m2qy}}\n| in force 30 days after the dai at \
         least 3 instruments\n\n2. Words. {{#k7m2qz}}\n| in forse 30 days\n"
    );
    let check = "sponsio text check {}/x.en.treaty";
    let done = on("x.en.treaty", &text, check);
    assert_eq!(done.code, 1, "{}", done.out);
    insta::assert_snapshot!("misruled_in_english", done.out + &done.err);
    let done = on("x.en.treaty", &text, &format!("{check} --lang tr"));
    insta::assert_snapshot!("misruled_in_turkish", done.out + &done.err);
    let done = on("x.en.treaty", &text, &format!("{check} --json"));
    let answer: serde_json::Value = serde_json::from_str(&done.out).expect("it is JSON");
    let faults = answer[0]["faults"].as_array().expect("a list");
    let places: Vec<_> = faults
        .iter()
        .filter(|fault| fault["code"] == "T403")
        .map(|fault| (fault["line"].as_u64(), fault["column"].as_u64()))
        .collect();
    assert_eq!(places.len(), 2, "{}", done.out);
    assert_eq!(places[1].0, Some(10), "{}", done.out);
    let lenient = on("x.en.treaty", &text, &format!("{check} --lenient"));
    assert_eq!(lenient.code, 0, "kept as a note: {}", lenient.out);
}

#[test]
fn a_rule_stands_under_a_provision_in_the_file_of_its_language() {
    let check = "sponsio text check {}/x.tr.treaty";
    let other =
        "# T {#aaaaaa}\nlanguage: tr\nlanguages: en, tr\n\na {#k7m2qx}\n| in force 2030-01-01\n";
    let done = on("x.tr.treaty", other, check);
    assert!(
        done.out.contains("x.tr.treaty:6:1: error[T402]"),
        "{}",
        done.out
    );
    assert_eq!(done.code, 1);
    let alone = "# T {#aaaaaa}\nlanguage: tr\n\n| in force 2030-01-01\n";
    let done = on("x.tr.treaty", alone, check);
    assert!(
        done.out.contains("x.tr.treaty:4:1: error[T401]"),
        "{}",
        done.out
    );
}

const FINAL: &str = "# Protocol {#p0n000}\nlanguage: en\n\nArticle 1. Notice {#p0n100}\n\n\
    1. Each Party notifies the others. {#p0n101}\n\n1 bis. It does so in writing. {#p0n102}\n\n\
    Article 1 bis. Places {#p0n150}\n\n1. A notice under {@p0n102} names the place. {#p0n151}\n\n\
    Article 2. Meetings {#p0n200}\n\n1. They meet as {@p0n150} says. {#p0n201}\n";

const SON: &str = "# Protokol {#p0n000}\nlanguage: tr\n\nMadde 1. Bildirim {#p0n100}\n\n\
    1. Her Taraf ötekilere bildirir. {#p0n101}\n\n1 bis. Bildirim yazılıdır. {#p0n102}\n\n\
    Madde 1 bis. Yerler {#p0n150}\n\n1. {@p0n102} uyarınca bildirim yeri gösterir. {#p0n151}\n\n\
    Madde 2. Toplantılar {#p0n200}\n\n1. {@p0n150} uyarınca toplanırlar. {#p0n201}\n";

#[test]
fn a_settled_text_is_renumbered_with_its_table() {
    let folder = Folder::small();
    folder.put("f.en.treaty", FINAL);
    folder.put("f.tr.treaty", SON);
    let both = "sponsio text scrub {}/f.en.treaty {}/f.tr.treaty";
    let name = |text: &str| text.replace(&format!("{}/", folder.path().display()), "");
    for (language, snapshot) in [("en", "scrub_in_english"), ("tr", "scrub_in_turkish")] {
        let done = run(folder.path(), &format!("{both} --lang {language}"));
        assert_eq!(done.code, 0, "{}", done.err);
        insta::assert_snapshot!(snapshot, name(&done.out) + "---\n" + &name(&done.err));
    }
    let rows = run(folder.path(), &format!("{both} --format csv"));
    insta::assert_snapshot!("scrub_as_rows", name(&rows.out));
    let data = run(folder.path(), &format!("{both} --write --format json"));
    let data: serde_json::Value = serde_json::from_str(&data.out).expect("it is JSON");
    assert_eq!(data[1]["table"][0]["old"], "1 bis");
    assert_eq!(data[1]["table"][0]["new"], "2");
    let read = |file: &str| std::fs::read_to_string(folder.path().join(file)).expect("it is there");
    assert_eq!(read("f.en.treaty"), data[0]["text"]);
    assert!(read("f.tr.treaty").contains("Madde 3. Toplantılar"));
    // Once is enough, and what is written is in canonical form.
    let again = run(folder.path(), &format!("{both} --write --format csv"));
    assert_eq!(again.out, "file,provision,place,old,new\n");
    let checked = run(
        folder.path(),
        "sponsio text fmt --check {}/f.en.treaty {}/f.tr.treaty",
    );
    assert_eq!(checked.code, 0, "{}", checked.err);
}

#[test]
fn an_open_text_and_languages_out_of_step_get_no_final_numbers() {
    let open = FINAL.replace("notifies", "[=: notifies | TUR: informs]");
    let scrub = "sponsio text scrub {}/f.en.treaty";
    let done = on("f.en.treaty", &open, scrub);
    assert_eq!(done.code, 5, "{}", done.err);
    assert!(
        done.err.contains("f.en.treaty:6: Article 1(1)"),
        "{}",
        done.err
    );
    assert!(done.out.is_empty(), "{}", done.out);
    let inserted = FINAL.replace("names the place. {#", "names the place. {+ TUR} {#");
    assert_eq!(on("f.en.treaty", &inserted, scrub).code, 5);
    let folder = Folder::small();
    folder.put("f.en.treaty", FINAL);
    let lacking = "Madde 1 bis. Yerler {#p0n150}\n\n1. {@p0n102} uyarınca bildirim yeri gösterir. {#p0n151}\n\n";
    let without = SON.replace(lacking, "").replace("{@p0n150}", "{@p0n100}");
    folder.put("f.tr.treaty", &without);
    let both = "sponsio text scrub {}/f.en.treaty {}/f.tr.treaty --write";
    let done = run(folder.path(), both);
    assert_eq!(done.code, 5, "{}", done.err);
    assert!(done.err.contains("p0n200"), "{}", done.err);
    let kept = std::fs::read_to_string(folder.path().join("f.tr.treaty")).expect("it is there");
    assert_eq!(kept, without, "nothing is written");
}

#[test]
fn brackets_are_counted_by_paragraph() {
    let text = "one [two [three]] four\n\n**Option 1:** [five\n\nsix\n";
    let done = on("d.md", text, "sponsio brackets {}/d.md --format csv");
    assert_eq!(
        done.out,
        "paragraph,brackets,words_in_brackets,words,max_depth,unclosed\n1,2,2,4,2,0\n2,1,1,3,1,1\n3,0,0,1,0,0\n\
         total paragraphs=3 clean=1 options=1,3,3,8,2,1\n"
    );
    let said = on("d.md", text, "sponsio brackets {}/d.md");
    insta::assert_snapshot!("brackets", said.out);
}

/// The script beside the project and this program count the same in two real texts.
#[test]
#[expect(clippy::print_stderr, reason = "a test that is left out says so")]
fn brackets_are_counted_as_the_script_counts_them() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let script = shared.join("peers/rolling/brackets.py");
    if !script.is_file() {
        eprintln!("left out: ../shared/peers/rolling is not there");
        return;
    }
    for name in ["2015-10-23", "2015-12-12"] {
        let file = shared.join(format!("texts/paris/{name}.md"));
        let Ok(peer) = Command::new("python3").arg(&script).arg(&file).output() else {
            eprintln!("left out: there is no python3");
            return;
        };
        let peer = String::from_utf8(peer.stdout).expect("it is UTF-8");
        let (_, peer) = peer.split_once(" {").expect("a name and an object");
        let peer: serde_json::Value =
            serde_json::from_str(&format!("{{{peer}")).expect("it is JSON");
        let done = run(
            Path::new("."),
            &format!("sponsio brackets {} --json", file.display()),
        );
        let ours: serde_json::Value = serde_json::from_str(&done.out).expect("it is JSON");
        let total = &ours["total"];
        let paragraphs = ours["paragraphs"].as_array().expect("a list").len() as u64;
        assert_eq!(total["words"], peer["words"]);
        assert_eq!(total["brackets"], peer["opening brackets"]);
        assert_eq!(total["max_depth"], peer["deepest nesting"]);
        assert_eq!(
            total["unclosed"],
            peer["paragraphs whose brackets do not close"]
        );
        assert_eq!(ours["options"], peer["option headings"]);
        assert_eq!(Some(paragraphs), peer["paragraphs"].as_u64());
        let percent = |part: &serde_json::Value, whole: u64| {
            let part = part.as_u64().expect("a number");
            (200 * part + whole) / (2 * whole)
        };
        let words = total["words"].as_u64().expect("a number");
        assert_eq!(
            Some(percent(&total["words_in_brackets"], words)),
            peer["words inside brackets %"].as_u64()
        );
        assert_eq!(
            Some(percent(&ours["clean_paragraphs"], paragraphs)),
            peer["paragraphs without brackets %"].as_u64()
        );
    }
}

#[test]
fn a_rule_is_bound_to_the_words_that_somebody_read_with_it() {
    let text = format!(
        "{HEAD}Article 1. Force {{#k7m2qw}}\n\n1. This Treaty enters into force 30 days after the fifth ratification. \
         {{#k7m2qx}}\n| in force 30 days after the day at least 5 instruments\n\n2. No Party attacks another. \
         {{#k7m2qy}}\n| guarantee G1 negative by each party to every other party, severally\n\
         |     of \"not to attack\"\n|= 00000000\n"
    )
    .replace("language: en\n", "language: en\nlanguages: en\nrules: en\n");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("x.en.treaty");
    std::fs::write(&file, text).expect("written");
    let at = |words: &str| run(folder.path(), &format!("sponsio {words}"));
    let unconfirmed = || {
        let found = at("text check {}/x.en.treaty");
        found.out.matches("T410").count()
    };
    assert_eq!(unconfirmed(), 2);
    for lang in ["en", "tr"] {
        let read = at(&format!("rule confirm {{}}/x.en.treaty --lang {lang}"));
        assert_eq!(read.code, 0, "{}", read.err);
        let name = file.display().to_string();
        insta::assert_snapshot!(
            format!("rules_to_confirm_{lang}"),
            read.out.replace(&name, "x.en.treaty")
        );
    }
    assert_eq!(unconfirmed(), 2, "nothing was written");
    let one = at("rule confirm {}/x.en.treaty k7m2qx --write");
    assert_eq!(one.code, 0, "{}", one.err);
    assert_eq!(unconfirmed(), 1);
    let rest = at("rule confirm {}/x.en.treaty --write --json");
    assert!(rest.out.contains("00000000"), "{}", rest.out);
    assert_eq!(unconfirmed(), 0);
    let formatted = at("text fmt --check {}/x.en.treaty");
    assert_eq!(
        formatted.code, 0,
        "the rest is as it was: {}",
        formatted.err
    );
    let nowhere = at("rule confirm {}/x.en.treaty k7m2qw --write");
    assert_eq!(nowhere.code, 4, "{}", nowhere.err);
    // Other words: the binding does not fit any more.
    let changed = std::fs::read_to_string(&file)
        .expect("read")
        .replace("attacks", "invades");
    std::fs::write(&file, changed).expect("written");
    assert_eq!(unconfirmed(), 1);
}
