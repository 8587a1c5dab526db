//! Bad texts and documents from elsewhere: a clear report with its place, nothing followed, nothing run,
//! and nothing that takes long.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use support::archive::{archive, packed, stored, with_sums};
use support::{Folder, on, run};

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fn text(body: &str) -> String {
    format!("<w:document {W}><w:body>{body}</w:body></w:document>")
}

/// Returns a document with this body and these further parts.
fn document(body: &str, further: &[(&str, &str)]) -> Vec<u8> {
    let text = text(body);
    let mut members = vec![stored("word/document.xml", &text)];
    members.extend(further.iter().map(|(name, part)| stored(name, part)));
    with_sums(members)
}

/// Imports a document that is refused, and returns the first line of why.
fn refused(file: &str, content: impl AsRef<[u8]>) -> String {
    let done = on(file, content, &format!("sponsio text import {{}}/{file}"));
    assert_eq!((done.code, done.out.as_str()), (1, ""), "{}", done.err);
    done.err.lines().next().unwrap_or_default().to_owned()
}

const PARAGRAPH: &str = "<w:p><w:r><w:t>1. Each Party shall notify.</w:t></w:r></w:p>";

#[test]
fn archives_that_grow_are_refused_before_they_do() {
    let bomb = vec![b' '; 4 << 20];
    let (member, sum) = packed("word/document.xml", &bomb);
    assert!(member.1.len() * 200 < bomb.len(), "{}", member.1.len());
    assert_eq!(
        refused("a.docx", archive(&[(member.clone(), sum)])),
        "error: a.docx cannot be read: `word/document.xml` unpacks to more than 200 times its size"
    );
    // One that lies about its size is noticed when it is unpacked, which goes no further than it says.
    let small = (member.0, member.1, true, 4_096);
    assert_eq!(
        refused("a.docx", archive(&[(small, sum)])),
        "error: a.docx cannot be read: the archive contradicts itself at `word/document.xml`"
    );
    let huge = ("word/media/a.bin", vec![0; 400_000], true, 70 << 20);
    assert_eq!(
        refused("a.docx", archive(&[(huge, 0)])),
        "error: a.docx cannot be read: 73400320 bytes once unpacked; at most 67108864 are read"
    );
    let names: Vec<String> = (0..1_001).map(|number| format!("a{number}")).collect();
    let many = names.iter().map(|name| stored(name, "")).collect();
    assert_eq!(
        refused("a.docx", with_sums(many)),
        "error: a.docx cannot be read: 1001 parts; at most 1000 are read"
    );
    assert_eq!(
        refused("a.docx", document(PARAGRAPH, &[("../../etc/cron", "x")])),
        "error: a.docx cannot be read: `../../etc/cron` is no name of a part"
    );
}

#[test]
fn xml_that_grows_is_refused_at_its_place() {
    let laughs = "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;\">]>\n<a>&c;</a>";
    assert_eq!(
        refused("a.xml", laughs),
        "error: a.xml cannot be read: 2:1: a document type is not read"
    );
    let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    assert_eq!(
        refused("a.xml", &deep),
        "error: a.xml cannot be read: 1:769: elements are nested deeper than 256"
    );
    let open = "<akomaNtoso>\n <act>\n</akomaNtoso>";
    assert!(
        refused("a.xml", open).starts_with("error: a.xml cannot be read: 3:"),
        "{}",
        refused("a.xml", open)
    );
    let outside = "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>";
    assert!(refused("a.xml", outside).contains("1:22: a document type is not read"));
    let part = with_sums(vec![stored("word/document.xml", laughs)]);
    assert_eq!(
        refused("a.docx", part),
        "error: a.docx cannot be read: word/document.xml:2:1: a document type is not read"
    );
    let part = with_sums(vec![stored("word/document.xml", &deep)]);
    assert_eq!(
        refused("a.docx", part),
        "error: a.docx cannot be read: word/document.xml:1:769: elements are nested deeper than 256"
    );
}

#[test]
fn macros_and_links_are_reported_and_never_followed() {
    let relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
        <Relationship Id=\"a\" Type=\"http://x/attachedTemplate\" Target=\"http://127.0.0.1:9/x.dotm\" TargetMode=\"External\"/>\
        </Relationships>";
    let bytes = document(
        PARAGRAPH,
        &[
            ("word/_rels/document.xml.rels", relations),
            ("word/vbaProject.bin", "a macro"),
            ("word/embeddings/sheet.xlsx", "an object"),
        ],
    );
    let done = on("a.docx", &bytes, "sponsio text import {}/a.docx --json");
    assert_eq!(done.code, 0, "{}", done.err);
    let said: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    let left = said["not_carried_over"].as_array().unwrap();
    let left: Vec<_> = left
        .iter()
        .map(|own| {
            (
                own["what"].as_str().unwrap(),
                own["excerpt"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        left,
        [
            ("embedded", "word/embeddings/sheet.xlsx"),
            ("macros", "word/vbaProject.bin"),
            ("external-link", "http://127.0.0.1:9/x.dotm"),
        ]
    );
    for (language, words) in [
        ("en", "a link out of the file, which was not followed"),
        ("tr", "dosyanın dışına giden, izlenmeyen bir bağlantı"),
    ] {
        let words_of = format!("sponsio text import {{}}/a.docx --lang {language}");
        let done = on("a.docx", &bytes, &words_of);
        assert!(done.out.contains(words), "{}", done.out);
    }
}

#[test]
fn a_version_says_what_of_it_is_not_carried_over() {
    let base = "Article 1. A\n\nEach Party shall notify.\n";
    let body = "<w:p><w:r><w:t>Article 1. A</w:t></w:r></w:p><w:p><w:r><w:t>Each Party shall \u{202e}notify\u{202c}.\
        </w:t></w:r></w:p>";
    let folder = Folder::small();
    folder.put("base.txt", base);
    folder.put(
        "NOR.docx",
        document(body, &[("word/vbaProject.bin", "a macro")]),
    );
    for (language, parts) in [
        (
            "en",
            [
                "2 things are not carried over:",
                "macros, which are never kept",
                "paragraph 2: ",
            ],
        ),
        (
            "tr",
            [
                "2 öğe aktarılmadı:",
                "makrolar; hiçbir zaman saklanmaz",
                "paragraf 2: ",
            ],
        ),
    ] {
        let words = format!("sponsio rolling {{}}/base.txt {{}}/NOR.docx --lang {language}");
        let done = run(folder.path(), &words);
        assert_eq!(done.code, 0, "{}", done.err);
        for part in parts {
            assert!(done.err.contains(part), "{part}: {}", done.err);
        }
    }
}

#[test]
fn a_document_of_another_text_proposes_nothing() {
    let folder = Folder::small();
    let paragraph = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let lines = [
        "Fish shall be landed in port.",
        "Nets are measured yearly.",
        "Boats carry lights at night.",
    ];
    let body: String = lines.iter().map(|words| paragraph(words)).collect();
    folder.put("back.docx", document(&body, &[]));
    folder.put(
        "base.en.treaty",
        "# T\nlanguage: en\n\nEach Party notifies every exercise.\n\nThe Council meets when asked to.\n\n\
         This Treaty enters into force on signature.\n",
    );
    for (language, part) in [
        ("en", "no paragraph in common with"),
        ("tr", "ortak paragraf yok"),
    ] {
        let words = format!(
            "sponsio text import {{}}/back.docx --as NOR --base {{}}/base.en.treaty --lang {language}"
        );
        let done = run(folder.path(), &words);
        assert_eq!((done.code, done.out.as_str()), (5, ""), "{}", done.err);
        assert!(done.err.contains(part), "{}", done.err);
    }
}

#[test]
fn brackets_are_counted_and_a_base_is_read_in_word_documents() {
    let body = "<w:p><w:r><w:t>Each Party shall [promptly][at once] notify.</w:t></w:r></w:p>\
        <w:p><w:r><w:t>The Parties meet yearly.</w:t></w:r></w:p>";
    let done = on(
        "a.docx",
        document(body, &[]),
        "sponsio brackets {}/a.docx --format csv",
    );
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(done.out.lines().nth(1), Some("1,2,3,7,1,0"), "{}", done.out);
    assert!(
        done.out.contains("total paragraphs=2 clean=1 options=0"),
        "{}",
        done.out
    );
    let folder = Folder::small();
    let plain = "<w:p><w:r><w:t>Each Party shall notify.</w:t></w:r></w:p>\
        <w:p><w:r><w:t>The Parties meet yearly.</w:t></w:r></w:p>";
    folder.put("base.docx", document(plain, &[]));
    folder.put("NOR.docx", document(&plain.replace("yearly", "twice"), &[]));
    let import = "sponsio text import {}/NOR.docx --as NOR --base {}/base.docx";
    let done = run(folder.path(), import);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(
        done.out.contains("is to read: The Parties meet twice."),
        "{}",
        done.out
    );
    assert!(done.out.contains("NOR wants 1 change"), "{}", done.out);
}

#[test]
fn files_of_fifty_megabytes_are_read_or_refused() {
    let large = "Each Party shall notify. ".repeat(2 << 20);
    for words in [
        "sponsio text check {}/x.en.treaty",
        "sponsio text check --lenient {}/x.en.treaty",
        "sponsio text fmt {}/x.en.treaty",
    ] {
        let done = on("x.en.treaty", &large, words);
        assert_eq!(done.code, 1, "{words}: {}", done.err);
        let said = done.out + &done.err;
        assert!(
            said.contains("x.en.treaty:1:1: error[T004]"),
            "{words}: {said}"
        );
    }
    let folder = Folder::small();
    folder.put(
        "base.en.treaty",
        "# T\nlanguage: en\n\nEach Party shall notify.\n",
    );
    folder.put("TUR.txt", &large);
    let done = run(
        folder.path(),
        "sponsio rolling {}/base.en.treaty {}/TUR.txt",
    );
    assert_eq!(done.code, 1, "{}", done.err);
    assert!(
        done.err.contains("TUR.txt:1:1: error[T004]"),
        "{}",
        done.err
    );
    // Pictures may be large, and are not words.
    let bytes = document(PARAGRAPH, &[("word/media/map.bin", &large[..50 << 20])]);
    let done = on("a.docx", &bytes, "sponsio text import {}/a.docx");
    assert_eq!(done.code, 0, "{}", done.err);
    let bytes = vec![b' '; 65 << 20];
    assert_eq!(
        refused("a.docx", bytes),
        "error: a.docx is larger than 64 MiB and is not read"
    );
}

#[test]
fn brackets_ids_and_references_are_pointed_at() {
    let head = "# T\nlanguage: en\n\n";
    let found = |content: &str, words: &str| {
        let folder = Folder::small();
        folder.put(
            "first.en.treaty",
            format!("{head}a {{#k7m2qx}}\n\nb {{#k7m2qy}}\n"),
        );
        folder.put("x.en.treaty", format!("{head}{content}"));
        let done = run(folder.path(), words);
        let prefix = format!("{}/", folder.path().display());
        let first = done
            .out
            .lines()
            .next()
            .unwrap_or_default()
            .replace(&prefix, "");
        (done.code, first)
    };
    let check = "sponsio text check {}/x.en.treaty";
    let (code, said) = found("Each [=: Party | USA: State shall\n", check);
    assert_eq!(code, 1);
    assert!(said.starts_with("x.en.treaty:4:6: error[T201]"), "{said}");
    let (code, said) = found("a {#k7m2qx}\n\nb {#k7m2qx}\n", check);
    assert_eq!(code, 1);
    assert!(said.starts_with("x.en.treaty:6:3: error[T302]"), "{said}");
    // What the first edition had and this one has no more is deleted.
    let since = "sponsio text check {}/x.en.treaty --since {}/first.en.treaty";
    let (code, said) = found("a, see {@k7m2qy} {#k7m2qx}\n", since);
    assert_eq!(code, 1);
    assert!(said.starts_with("x.en.treaty:4:8: error[T304]"), "{said}");
    let (code, _) = found("a, see {@k7m2qy} {#k7m2qx}\n\nb {#k7m2qy}\n", since);
    assert_eq!(code, 0);
    let (_, said) = found("a, see {@k7m2qy} {#k7m2qx}\n", check);
    assert!(said.starts_with("x.en.treaty:4:8: error[T303]"), "{said}");
}

#[test]
fn every_writing_is_read_and_what_turns_it_is_reported() {
    let head = "# T\nlanguage: ar\n\n";
    let arabic = format!("{head}1. تلتزم كل دولة طرف بعدم الاعتداء. {{#k7m2qx}}\n");
    let done = on("x.ar.treaty", &arabic, "sponsio text check {}/x.ar.treaty");
    assert_eq!(done.code, 0, "{}", done.out);
    // A letter and its mark are one, as Unicode composes them; the place counts both.
    let combining = "# T\nlanguage: en\n\nEach Party of the re\u{301}gime {#k7m2qx}\n";
    let done = on(
        "x.en.treaty",
        combining,
        "sponsio text check {}/x.en.treaty",
    );
    assert_eq!(done.code, 0, "{}", done.out);
    assert!(
        done.out.starts_with("x.en.treaty:4:20: warning[T006]"),
        "{}",
        done.out
    );
    let done = on("x.en.treaty", combining, "sponsio text fmt {}/x.en.treaty");
    assert!(done.out.contains("r\u{e9}gime"), "{}", done.out);
    let body = "<w:p><w:r><w:t>1. The \u{202e}ytraP\u{202c} re\u{301}gime.</w:t></w:r></w:p>";
    let done = on(
        "a.docx",
        document(body, &[]),
        "sponsio text import {}/a.docx --json",
    );
    let said: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(said["not_carried_over"][0]["what"], "direction-control");
    assert_eq!(said["not_carried_over"][0]["paragraph"], 1);
    let text = said["text"].as_str().unwrap();
    assert!(text.contains("1. The ytraP r\u{e9}gime."), "{text}");
}

#[test]
fn turkish_keywords_are_those_of_the_table() {
    let head = "# T\nlanguage: tr\n\n";
    let check = "sponsio text check {}/x.tr.treaty";
    let right =
        format!("{head}## KISIM I. Genel\n\nMADDE 1. Işık {{#k7m2qx}}\n\n1. İlk. {{#k7m2qy}}\n");
    let done = on("x.tr.treaty", &right, check);
    assert_eq!(done.code, 0, "{}", done.out);
    let shown = on("x.tr.treaty", &right, "sponsio text fmt {}/x.tr.treaty");
    assert!(shown.out.contains("## Kısım I. Genel"), "{}", shown.out);
    // A dotted i where the keyword has none, and none where it has one, is no keyword, and is told.
    for (wrong, meant) in [("## KİSİM I. Genel", "KISIM"), ("Maddı 1. Ad", "Madde")] {
        let done = on("x.tr.treaty", format!("{head}{wrong}\n"), check);
        assert!(done.out.contains("x.tr.treaty:4:"), "{wrong}: {}", done.out);
        assert!(done.out.contains(meant), "{wrong}: {}", done.out);
    }
}

#[test]
fn a_heading_below_its_number_is_that_of_the_article() {
    let line = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let body: String = [
        "Article 1",
        "Notice",
        "1. Each Party shall notify.",
        "Article 2",
        "The Parties meet.",
    ]
    .map(line)
    .concat();
    let done = on(
        "split.docx",
        document(&body, &[]),
        "sponsio text import {}/split.docx -o {}/split.en.treaty --json",
    );
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(done.out.contains("Article 1. Notice {#"), "{}", done.out);
    // What ends like a sentence is no heading; that two paragraphs became one is said.
    assert!(done.out.contains("Article 2 {#"), "{}", done.out);
    assert!(done.out.contains("merged"), "{}", done.out);
}
