//! Rolling texts on the command line: what delegations send back becomes one text, and each finds its own
//! in it again.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use serde_json::Value;

use support::archive::part;
use support::{Done, Folder, run, run_words};

const DRAFT: &str = "Article 1. Assurance\n\nEach Party shall promptly notify the other Parties of any exercise near \
    their borders, in writing.\n\nArticle 2. Consultations\n\nThe Parties shall meet once a year at the \
    invitation of one of them.\n";

/// A draft and the versions of three delegations.
fn versions() -> Folder {
    let folder = Folder::small();
    folder.put("draft.txt", DRAFT);
    let promptly = DRAFT.replace("promptly notify", "notify within three days");
    folder.put("ARD.txt", &promptly);
    folder.put(
        "BEL.txt",
        promptly.replace("near their", "within 50 kilometres of their"),
    );
    let military = DRAFT.replace("any exercise", "any military exercise");
    folder.put("CAR.txt", military.replace("once a year", "twice a year"));
    folder
}

/// Runs a command whose words are names in a folder where they begin with `{}`.
fn said(folder: &Folder, words: &str) -> Done {
    let mut done = run(folder.path(), words);
    let prefix = format!("{}/", folder.path().display());
    done.out = done.out.replace(&prefix, "");
    done.err = done.err.replace(&prefix, "");
    done
}

const ALL: &str = "sponsio rolling {}/draft.txt {}/ARD.txt {}/BEL.txt {}/CAR.txt";

#[test]
fn every_bracket_says_who_stands_behind_it() {
    let folder = versions();
    for (language, name) in [("en", "rolling_in_english"), ("tr", "rolling_in_turkish")] {
        let done = said(&folder, &format!("{ALL} --lang {language}"));
        assert_eq!(done.code, 0, "{}", done.err);
        insta::assert_snapshot!(name, done.out + "---\n" + &done.err);
    }
}

#[test]
fn a_delegation_finds_its_own_text_again() {
    let folder = versions();
    let done = said(&folder, &format!("{ALL} --as CAR"));
    assert_eq!(done.code, 0, "{}", done.err);
    for (words, is_its) in [
        ("military", true),
        ("twice", true),
        ("within three days", false),
    ] {
        assert_eq!(done.out.contains(words), is_its, "{words}: {}", done.out);
    }
    let own = said(&folder, &format!("{ALL} --format treaty"));
    assert_eq!(own.code, 0, "{}", own.err);
    for words in [
        "[=: promptly notify | ARD, BEL: notify within three days]",
        "[=: once | CAR: twice]",
    ] {
        assert!(own.out.contains(words), "{words}: {}", own.out);
    }
}

#[test]
fn a_word_document_comes_back_as_a_version_and_is_no_base() {
    let folder = versions();
    let made = said(&folder, &format!("{ALL} -o {{}}/rolling.docx"));
    assert_eq!(made.code, 0, "{}", made.err);
    let again = said(&folder, "sponsio rolling {}/rolling.docx {}/ARD.txt");
    assert_eq!(again.code, 5, "{}", again.err);
    assert!(again.err.contains("tracked changes"), "{}", again.err);
    assert!(again.err.contains("Accept or reject"), "{}", again.err);
}

#[test]
fn what_cannot_be_told_is_refused() {
    let folder = versions();
    folder.put("two.txt", DRAFT);
    folder.put(
        "odd.txt",
        "Article 1. Assurance\n\nEach Party [shall][should] notify.\n",
    );
    for (words, code, part) in [
        (
            "sponsio rolling {}/draft.txt {}/two.txt",
            2,
            "begins with no delegation's code",
        ),
        (
            "sponsio rolling {}/draft.txt {}/ARD.txt ARD={}/two.txt",
            2,
            "has two versions",
        ),
        (
            "sponsio rolling {}/draft.txt ARD={}/odd.txt",
            5,
            "line 3: a contested place",
        ),
        ("sponsio rolling {}/draft.txt {}/GAL.txt", 4, "GAL.txt"),
        (
            "sponsio rolling {}/draft.txt {}/ARD.txt --format docx",
            2,
            "needs a file",
        ),
    ] {
        let done = said(&folder, words);
        assert_eq!(done.code, code, "{words}: {}", done.err);
        assert!(done.err.contains(part), "{words}: {}", done.err);
    }
}

#[test]
fn two_editions_are_compared() {
    let folder = versions();
    let done = said(&folder, "sponsio text compare {}/draft.txt {}/CAR.txt");
    assert_eq!(done.code, 0, "{}", done.err);
    insta::assert_snapshot!("compared", done.out + &done.err);
}

#[test]
fn two_documents_are_compared_as_their_texts_are() {
    let folder = versions();
    for name in ["draft", "CAR"] {
        let made =
            format!("sponsio rolling {{}}/{name}.txt X-A={{}}/{name}.txt -o {{}}/{name}.treaty");
        assert_eq!(said(&folder, &made).code, 0);
        let out = format!("sponsio text docx {{}}/{name}.treaty -o {{}}/{name}.docx");
        assert_eq!(said(&folder, &out).code, 0);
    }
    let compared = |files: &str| {
        let done = said(
            &folder,
            &format!("sponsio text compare {files} --format csv"),
        );
        assert_eq!(done.code, 0, "{}", done.err);
        let lines = done.out.lines();
        let lines = lines.map(|line| line.split_once(',').map_or(line, |own| own.1));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let as_text = compared("{}/draft.txt {}/CAR.txt");
    assert!(as_text.len() > 1, "{as_text:?}");
    assert_eq!(as_text, compared("{}/draft.docx {}/CAR.docx"));
}

/// Runs a command with one word that holds spaces.
fn supposing(folder: &Folder, words: &str, named: &str) -> Done {
    let mut words: Vec<&str> = words.split(' ').collect();
    words.push(named);
    let mut done = run_words(folder.path(), &words);
    let prefix = format!("{}/", folder.path().display());
    done.out = done.out.replace(&prefix, "");
    done.err = done.err.replace(&prefix, "");
    done
}

#[test]
fn what_would_be_says_that_it_is_not() {
    let folder = versions();
    for (language, name) in [("en", "supposed_in_english"), ("tr", "supposed_in_turkish")] {
        let words = format!("{ALL} --lang {language} --drop BEL --accept");
        let done = supposing(&folder, &words, "CAR:Article 2");
        assert_eq!(done.code, 0, "{}", done.err);
        insta::assert_snapshot!(name, done.out + "---\n" + &done.err);
    }
}

#[test]
fn a_supposition_is_marked_in_every_form() {
    let folder = versions();
    let of = |form: &str| {
        let done = said(&folder, &format!("{ALL} --accept CAR --format {form}"));
        assert_eq!(done.code, 0, "{form}: {}", done.err);
        done.out
    };
    let notice = "Supposition: this is not the rolling text.";
    for form in ["text", "html", "treaty"] {
        assert!(of(form).contains(notice), "{form}");
    }
    let treaty = of("treaty");
    assert!(treaty.contains("\n> Supposition: "), "{treaty}");
    folder.put("supposed.en.treaty", &treaty);
    let read = said(&folder, "sponsio text check {}/supposed.en.treaty");
    assert_eq!(read.code, 0, "{}", read.out);
    for row in of("csv").lines().skip(1) {
        assert!(row.ends_with(",accept CAR"), "{row}");
    }
    let data: Value = serde_json::from_str(&of("json")).expect("JSON");
    let supposed = &data["supposition"];
    assert_eq!(supposed["hypothesis"], true);
    assert_eq!(supposed["supposed"][0]["delegation"], "CAR");
    assert_eq!(supposed["before"]["sites"], 3);
    assert_eq!(supposed["after"]["sites"], 0);
    let docx = said(&folder, &format!("{ALL} --accept CAR -o {{}}/what.docx"));
    assert_eq!(docx.code, 0, "{}", docx.err);
    let bytes = std::fs::read(folder.path().join("what.docx")).expect("written");
    let comments = part(&bytes, "word/comments.xml");
    assert!(comments.contains(notice), "{comments}");
    let plain = said(&folder, &format!("{ALL} --format json"));
    let plain: Value = serde_json::from_str(&plain.out).expect("JSON");
    assert!(plain["supposition"].is_null());
}

#[test]
fn what_is_supposed_of_nothing_is_refused() {
    let folder = versions();
    for (claim, code, part) in [
        ("ARD:Article 2", 4, "ARD has said nothing on Article 2"),
        ("CAR:Article 9", 4, "No provision is named Article 9"),
        ("DRU", 4, "DRU has no version here"),
    ] {
        for verb in ["--accept", "--drop"] {
            let done = supposing(&folder, &format!("{ALL} {verb}"), claim);
            assert_eq!(done.code, code, "{claim}: {}", done.err);
            assert!(done.err.contains(part), "{claim}: {}", done.err);
        }
    }
}

#[test]
fn who_would_have_to_give_way_is_counted() {
    let folder = versions();
    for (language, name) in [
        ("en", "concessions_in_english"),
        ("tr", "concessions_in_turkish"),
    ] {
        let done = said(&folder, &format!("{ALL} --concessions --lang {language}"));
        assert_eq!(done.code, 0, "{}", done.err);
        insta::assert_snapshot!(name, done.out);
    }
    let data = said(&folder, &format!("{ALL} --concessions --format json"));
    let data: Value = serde_json::from_str(&data.out).expect("JSON");
    let all = data["concessions"].as_array().expect("a list");
    assert_eq!(all.len(), 2);
    let sizes = |of: &Value| -> Vec<usize> {
        let sets = of["sets"].as_array().expect("a list").iter();
        sets.map(|set| set["gives_way"].as_array().expect("a list").len())
            .collect()
    };
    assert!(sizes(&all[0]).is_sorted(), "{:?}", sizes(&all[0]));
    assert_eq!(
        all[1]["sets"][0]["gives_way"],
        Value::from(Vec::<&str>::new())
    );
    assert_eq!(all[1]["exact"], true);
    let csv = said(
        &folder,
        &format!("{ALL} --concessions --format csv --drop CAR"),
    );
    insta::assert_snapshot!("concessions_as_rows", csv.out);
    let none = said(&folder, &format!("{ALL} --concessions --format treaty"));
    assert_eq!(none.code, 2, "{}", none.err);
    let page = said(&folder, &format!("{ALL} --concessions --format html"));
    assert!(page.out.contains("give way"), "{}", page.out);
}

#[test]
fn a_member_that_stands_apart_from_its_group_is_flagged() {
    let folder = versions();
    folder.put("X-NTH.txt", DRAFT.replace("in writing", "by letter"));
    let all = format!("{ALL} {{}}/X-NTH.txt --speaks-for X-NTH=CAR,DRU");
    for (language, name) in [("en", "group_in_english"), ("tr", "group_in_turkish")] {
        let text = said(&folder, &format!("{all} --lang {language}"));
        let positions = format!("{all} --view positions --lang {language}");
        let positions = said(&folder, &positions);
        assert_eq!((text.code, positions.code), (0, 0), "{}", text.err);
        insta::assert_snapshot!(name, text.out + "---\n" + &positions.out);
    }
    let data = said(&folder, &format!("{all} --format json"));
    let data: Value = serde_json::from_str(&data.out).expect("JSON");
    let overrides = data["overrides"].as_array().expect("a list");
    assert_eq!(overrides.len(), 1);
    assert_eq!(
        (&overrides[0]["member"], &overrides[0]["group"]),
        (&Value::from("CAR"), &Value::from("X-NTH"))
    );
    let html = said(&folder, &format!("{all} --format html"));
    assert!(html.out.contains("CAR stands here itself"), "{}", html.out);
    let unattributed = said(&folder, &format!("{all} --view unattributed"));
    assert!(!unattributed.out.contains("CAR"), "{}", unattributed.out);
}

#[test]
fn a_rolling_text_given_as_a_version_puts_no_words_into_a_mouth() {
    let folder = versions();
    let made = said(&folder, &format!("{ALL} -o {{}}/rolling.docx"));
    assert_eq!(made.code, 0, "{}", made.err);
    let own = "sponsio rolling {}/draft.txt CAR={}/rolling.docx --format treaty";
    let done = said(&folder, own);
    assert_eq!(done.code, 0, "{}", done.err);
    for (words, is_its) in [
        ("CAR: military", true),
        ("CAR: twice", true),
        ("within three days", false),
        ("kilometres", false),
    ] {
        assert_eq!(done.out.contains(words), is_its, "{words}: {}", done.out);
    }
    let others = "rolling.docx: the tracked changes of ARD, BEL; BEL are left to them";
    assert!(done.err.contains(others), "{}", done.err);
    let turkish = said(&folder, &format!("{own} --lang tr"));
    let others = "rolling.docx: ARD, BEL; BEL değişiklikleri kendilerine bırakıldı";
    assert!(turkish.err.contains(others), "{}", turkish.err);
}

#[test]
fn an_output_that_is_an_input_or_of_no_form_is_refused() {
    let folder = versions();
    for (words, part) in [
        (
            "-o {}/draft.txt",
            "draft.txt is read here and would be overwritten",
        ),
        ("-o {}/x.pdf", "The ending of x.pdf names no form of output"),
        ("-o {}/x.pdf --lang tr", "x.pdf adının uzantısı"),
        (
            "-o {}/x.docx --view columns",
            "--view has no effect in the form docx",
        ),
        (
            "-o {}/x.docx --as CAR",
            "--as has no effect in the form docx",
        ),
        ("-o {}/x.docx --beside ARD,CAR", "--beside has no effect"),
        (
            "-o {}/x.treaty --view unattributed",
            "--view has no effect in the form treaty",
        ),
        (
            "--format csv --view unattributed --lang tr",
            "--view csv biçiminde etkisizdir",
        ),
    ] {
        let done = said(&folder, &format!("{ALL} {words}"));
        assert_eq!(done.code, 2, "{words}: {}", done.err);
        assert!(done.err.contains(part), "{words}: {}", done.err);
        assert!(!folder.path().join("x.pdf").exists() && !folder.path().join("x.docx").exists());
    }
    // The same file under another name is the same file.
    let name = folder.path().file_name().expect("a name").to_owned();
    let name = name.to_str().expect("it is UTF-8");
    let done = said(&folder, &format!("{ALL} -o {{}}/../{name}/ARD.txt"));
    assert_eq!(done.code, 2, "{}", done.err);
    let kept = std::fs::read_to_string(folder.path().join("draft.txt")).expect("it is there");
    assert_eq!(kept, DRAFT);
    for (words, begin) in [("-o {}/x.txt", "Article 1"), ("-o {}/x.htm", "<!doctype")] {
        let done = said(&folder, &format!("{ALL} {words}"));
        assert_eq!(done.code, 0, "{words}: {}", done.err);
        let path = folder.path().join(&words[6..]);
        let text = std::fs::read_to_string(path).expect("it is written");
        assert!(text.starts_with(begin), "{words}: {text}");
    }
}

#[test]
fn a_plain_text_keeps_its_title_and_nobody_deletes_it() {
    let folder = versions();
    for file in ["draft.txt", "ARD.txt", "CAR.txt"] {
        let text = std::fs::read_to_string(folder.path().join(file)).expect("it is there");
        folder.put(file, format!("Treaty on Assurances\n\n{text}"));
    }
    let rolling = "sponsio rolling {}/draft.txt {}/ARD.txt {}/CAR.txt";
    let treaty = said(&folder, &format!("{rolling} --format treaty"));
    assert!(
        treaty.out.starts_with("# Treaty on Assurances {#"),
        "{}",
        treaty.out
    );
    let page = said(&folder, &format!("{rolling} --format html"));
    assert!(
        page.out.contains("<title>Treaty on Assurances</title>"),
        "{}",
        page.out
    );
    // With a title or without, a document that comes back unchanged proposes nothing.
    folder.put("bare.txt", DRAFT);
    folder.put("BEL.txt", DRAFT.replace("once a year", "twice a year"));
    for files in ["{}/draft.txt {}/ARD.txt", "{}/bare.txt {}/BEL.txt"] {
        for out in ["{}/r.docx", "{}/r.en.treaty"] {
            let done = said(&folder, &format!("sponsio rolling {files} -o {out}"));
            assert_eq!(done.code, 0, "{}", done.err);
        }
        let back = "sponsio text import {}/r.docx --as DOR --base {}/r.en.treaty";
        let done = said(&folder, back);
        assert_eq!(done.code, 0, "{}", done.err);
        assert!(
            done.out.contains("DOR wants no change"),
            "{files}: {}",
            done.out
        );
    }
}

#[test]
fn headings_without_words_are_seen() {
    let folder = Folder::small();
    let text = "# T\nlanguage: en\n\n## Preamble\n\nThe Parties,\n\nRecalling the Charter,\n\nArticle 1. A\n\n\
        Each Party shall notify.\n\n## Testimonium\n\nDone in two copies.\n";
    folder.put("base.en.treaty", text);
    folder.put("NOR.en.treaty", text.replace("notify", "inform"));
    for view in [
        "",
        " --view columns",
        " --view clean",
        " --as NOR",
        " --format html",
    ] {
        let words = format!("sponsio rolling {{}}/base.en.treaty {{}}/NOR.en.treaty{view}");
        let done = said(&folder, &words);
        for heading in ["Preamble", "Testimonium"] {
            assert!(
                done.out.contains(heading),
                "{view}, {heading}: {}",
                done.out
            );
        }
    }
}

#[test]
fn codes_that_could_not_be_read_again_are_refused() {
    let folder = versions();
    folder.put("EU.txt", DRAFT);
    for (given, part) in [
        ("{}/EU.txt", "X-EU={}/EU.txt"),
        ("ABCD={}/EU.txt", "X-ABCD={}/EU.txt"),
    ] {
        for language in ["en", "tr"] {
            let words = format!("sponsio rolling {{}}/draft.txt {given} --lang {language}");
            let done = said(&folder, &words);
            let hint = part.replace("{}/", "");
            assert_eq!(done.code, 2, "{words}: {}", done.err);
            assert!(done.err.contains(&hint), "{words}: {}", done.err);
        }
    }
    for code in ["X-EU", "CSK", "A1"] {
        let done = said(
            &folder,
            &format!("sponsio rolling {{}}/draft.txt {code}={{}}/EU.txt"),
        );
        assert_eq!(done.code, 0, "{code}: {}", done.err);
    }
}

#[test]
fn a_version_of_something_else_is_refused() {
    let folder = versions();
    folder.put("empty.txt", "\n");
    folder.put(
        "other.txt",
        "Madde 1. Güvence\n\nTaraflar tatbikatları gecikmeden bildirir.\n\nMadde 2. Danışma\n\nHer yıl toplanılır.\n",
    );
    folder.put("GAL.tr.txt", "Madde 1. Güvence\n\nTaraflar bildirir.\n");
    folder.put(
        "page.txt",
        "<!DOCTYPE html>\n<html><p>Each Party</p></html>\n",
    );
    folder.put("a.docm", b"PK\x03\x04....");
    folder.put("a.pdf", b"%PDF-1.7\n\xff\xfe");
    folder.put("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0");
    folder.put(
        "a.xml",
        "<?xml version=\"1.0\"?>\n<note>Each Party</note>\n",
    );
    for (file, code, english, turkish) in [
        (
            "empty.txt",
            5,
            "empty.txt has no words",
            "empty.txt içinde söz yok",
        ),
        (
            "other.txt",
            5,
            "no paragraph in common with",
            "ortak paragraf yok",
        ),
        (
            "GAL.tr.txt",
            5,
            "is in the language “tr”, the base in “en”",
            "“tr” dilinde",
        ),
        ("page.txt", 1, "a web page (HTML)", "bir ağ sayfası"),
        (
            "a.docm",
            1,
            "a packed file, as Word documents with macros",
            "paketlenmiş bir dosya",
        ),
        (
            "a.pdf",
            1,
            "a PDF document and is not read",
            "bir PDF belgesi",
        ),
        (
            "a.doc",
            1,
            "a document of an old Word (.doc)",
            "eski bir Word belgesi",
        ),
        ("a.xml", 1, "XML, but not Akoma Ntoso", "Akoma Ntoso değil"),
    ] {
        for (language, part) in [("en", english), ("tr", turkish)] {
            let words = format!("sponsio rolling {{}}/draft.txt ARD={{}}/{file} --lang {language}");
            let done = said(&folder, &words);
            assert_eq!(done.code, code, "{words}: {}", done.err);
            assert!(done.err.contains(part), "{words}: {}", done.err);
            assert_eq!(done.out, "", "{words}");
        }
    }
}

#[test]
fn akoma_ntoso_is_a_version_and_a_base() {
    let folder = Folder::small();
    let text = format!("# T\nlanguage: en\n\n{DRAFT}");
    folder.put("base.en.treaty", &text);
    for words in [
        "sponsio text fmt {}/base.en.treaty --write",
        "sponsio text akn {}/base.en.treaty -o {}/base.xml",
    ] {
        let done = said(&folder, words);
        assert_eq!(done.code, 0, "{words}: {}", done.err);
    }
    let xml = std::fs::read_to_string(folder.path().join("base.xml")).expect("it is there");
    folder.put("NOR.xml", xml.replace("once a year", "twice a year"));
    for base in ["base.en.treaty", "base.xml"] {
        let words = format!("sponsio rolling {{}}/{base} {{}}/NOR.xml --format treaty");
        let done = said(&folder, &words);
        assert_eq!(done.code, 0, "{words}: {}", done.err);
        assert_eq!(done.out.matches("NOR").count(), 1, "{}", done.out);
        assert!(done.out.contains("[=: once | NOR: twice]"), "{}", done.out);
    }
}

#[test]
fn references_are_said_by_their_labels() {
    let folder = Folder::small();
    let text = "# T {#aaaaaa}\nlanguage: en\n\nArticle 1. A {#aaaaab}\n\nEach Party shall notify under {@aaaaab}. \
        {#aaaaac}\n\nArticle 2. B {#aaaaad}\n\nEach Party shall consult. {#aaaaae}\n";
    folder.put("base.en.treaty", text);
    folder.put("NOR.en.treaty", text.replace("{@aaaaab}", "{@aaaaad}"));
    let files = "{}/base.en.treaty {}/NOR.en.treaty";
    for view in ["", " --view columns", " --view positions", " --as NOR"] {
        let done = said(&folder, &format!("sponsio rolling {files}{view}"));
        assert!(done.out.contains("Article 2"), "{view}: {}", done.out);
        assert!(!done.out.contains("{@"), "{view}: {}", done.out);
    }
    let done = said(&folder, &format!("sponsio text compare {files}"));
    assert!(done.out.contains("Article 1-]"), "{}", done.out);
    assert!(done.out.contains("Article 2+}"), "{}", done.out);
}

#[test]
fn data_can_be_asked_for_as_elsewhere() {
    let folder = versions();
    let (short, long) = (
        said(&folder, &format!("{ALL} --json")),
        said(&folder, &format!("{ALL} --format json")),
    );
    assert_eq!(short.code, 0, "{}", short.err);
    assert_eq!(short.out, long.out);
}
