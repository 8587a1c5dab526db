//! Labels that a word processor counts, alone and in a document.

use super::super::{archive, base, read, returned};
use super::*;
use crate::language::Language;
use crate::markup::print;
use crate::provision::{IdSource, ProvisionId};
use sponsio_record::ParticipantId;

fn level(script: Script, shows: &str) -> Level {
    Level {
        start: 1,
        script,
        shows: String::from(shows),
        is_legal: false,
        style: None,
    }
}

fn numbering() -> Numbering {
    let levels = [
        level(Script::Roman, "Article %1."),
        level(Script::Digits, "%2."),
        level(Script::SmallLetters, "%3)"),
        level(Script::Bullet, "\u{f0b7}"),
    ];
    let mut numbering = Numbering::default();
    let form = levels.into_iter().enumerate().collect();
    numbering.forms.insert(String::from("f"), form);
    for (name, starts) in [("1", BTreeMap::new()), ("2", BTreeMap::from([(0, 9)]))] {
        let form = String::from("f");
        numbering
            .lists
            .insert(String::from(name), List { form, starts });
    }
    numbering
}

#[test]
fn lists_are_counted_as_the_word_processor_counts() {
    let numbering = numbering();
    let mut counter = Counter::new(&numbering);
    let mut next = |list: &str, level| {
        let list = String::from(list);
        counter.next(&Numbered { list, level }).unwrap_or_default()
    };
    let found = [
        next("1", 0),
        next("1", 1),
        next("1", 2),
        next("1", 2),
        next("1", 1),
        next("1", 2),
        next("1", 3),
        next("1", 0),
        next("1", 1),
        next("2", 0),
        next("2", 0),
        next("3", 0),
    ];
    let wanted = [
        "Article I\n",
        "1.\t",
        "(a)\t",
        "(b)\t",
        "2.\t",
        "(a)\t",
        "\u{2013}\t",
        "Article II\n",
        "1.\t",
        "Article IX\n",
        "Article X\n",
        "",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn labels_take_the_form_of_texts() {
    for (shown, wanted) in [
        ("1.2", "1.2.\t"),
        ("[iv]", "(iv)\t"),
        ("Madde 3 -", "Madde 3\n"),
        ("A.", "(A)\t"),
        ("3)", "(3)\t"),
    ] {
        assert_eq!(front(shown).as_deref(), Some(wanted));
    }
    assert_eq!(front(" . "), None);
    assert_eq!(written(Script::SmallLetters, 28), "bb");
    assert_eq!(written(Script::Roman, 4_000_000), "4000000");
}

#[test]
fn a_paragraph_is_of_its_own_list_or_that_of_its_style() {
    let mut numbering = numbering();
    let of_list = |list: &str, level| Membership {
        list: (!list.is_empty()).then(|| String::from(list)),
        level,
    };
    let based = (of_list("", Some(1)), Some(String::from("Base")));
    numbering.styles.insert(String::from("Item"), based);
    numbering.styles.insert(
        String::from("Base"),
        (of_list("1", None), Some(String::from("Base"))),
    );
    let numbered = |list: &str, level| {
        let list = String::from(list);
        Ok(Some(Numbered { list, level }))
    };
    assert_eq!(numbering.of(None, Some("Item")), numbered("1", 1));
    let own = of_list("2", Some(2));
    assert_eq!(numbering.of(Some(&own), Some("Item")), numbered("2", 2));
    assert_eq!(
        numbering.of(Some(&of_list("0", None)), Some("Item")),
        Ok(None)
    );
    assert_eq!(numbering.of(Some(&of_list("7", None)), None), Err(()));
    assert_eq!(numbering.of(Some(&of_list("1", Some(8))), None), Err(()));
    assert_eq!(numbering.of(None, None), Ok(None));
}

struct Counting(u32);

impl IdSource for Counting {
    fn draw(&mut self) -> ProvisionId {
        self.0 += 1;
        ProvisionId::from_number(self.0)
    }
}

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// Returns a document as a word processor writes it, whose articles, paragraphs and items it counts.
fn document(body: &str) -> Vec<u8> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = alloc::format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"a\" Type=\"{kind}/numbering\" Target=\"numbering.xml\"/>\
         <Relationship Id=\"b\" Type=\"{kind}/styles\" Target=\"styles.xml\"/></Relationships>"
    );
    let level = |number: u32, script: &str, shows: &str, style: &str| {
        alloc::format!(
            "<w:lvl w:ilvl=\"{number}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{script}\"/>{style}\
             <w:lvlText w:val=\"{shows}\"/></w:lvl>"
        )
    };
    let numbering = alloc::format!(
        "<w:numbering {W}><w:abstractNum w:abstractNumId=\"0\">{}{}{}</w:abstractNum>\
         <w:num w:numId=\"5\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>",
        level(
            0,
            "decimal",
            "Article %1.",
            "<w:pStyle w:val=\"Heading3\"/>"
        ),
        level(1, "decimal", "%2.", ""),
        level(2, "lowerLetter", "(%3)", ""),
    );
    let styles = alloc::format!(
        "<w:styles {W}><w:style w:styleId=\"Heading3\"><w:pPr><w:numPr><w:numId w:val=\"5\"/></w:numPr>\
         </w:pPr></w:style></w:styles>"
    );
    let text = alloc::format!("<w:document {W}><w:body>{body}</w:body></w:document>");
    archive::write(&[
        ("word/document.xml", text.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/numbering.xml", numbering.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
    ])
}

fn paragraph(properties: &str, content: &str) -> String {
    alloc::format!("<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>")
}

fn run(text: &str) -> String {
    alloc::format!("<w:r><w:t>{text}</w:t></w:r>")
}

fn listed(level: u32) -> String {
    alloc::format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"5\"/></w:numPr>")
}

#[test]
fn counted_labels_are_labels_of_the_text() {
    let heading = "<w:pStyle w:val=\"Heading3\"/>";
    let inserted = "<w:rPr><w:ins w:id=\"1\" w:author=\"NOR\"/></w:rPr>";
    let by_norway =
        |text: &str| alloc::format!("<w:ins w:id=\"2\" w:author=\"NOR\">{}</w:ins>", run(text));
    let body = [
        paragraph(heading, &run("Scope")),
        paragraph(&listed(1), &run("First.")),
        paragraph(&(listed(1) + inserted), &by_norway("By Norway.")),
        paragraph(&listed(1), &run("Each Party shall:")),
        paragraph(&listed(2), &run("notify;")),
        paragraph(&listed(2), &run("consult.")),
        paragraph(heading, &run("Entry into force")),
        paragraph(
            "<w:numPr><w:numId w:val=\"9\"/></w:numPr>",
            &run("Who counts this?"),
        ),
    ];
    let bytes = document(&body.concat());
    let document = read(&bytes).unwrap();
    let language = Language::new("en").unwrap();
    let base = base(&document, &language, &mut Counting(0));
    let printed = print(&base.expression);
    for line in [
        "Article 1. Scope",
        "1. First.",
        "2. By Norway.",
        "3. Each Party shall:",
        "(a) notify;",
        "(b) consult.",
        "Article 2. Entry into force",
    ] {
        assert!(printed.contains(line), "{line} in\n{printed}");
    }
    let losses: Vec<_> = base
        .losses
        .iter()
        .map(|own| (&own.kind, own.paragraph))
        .collect();
    assert_eq!(losses[0], (&super::super::LossKind::Numbering, 8));
    // Without what Norway inserts the paragraphs are counted otherwise.
    let rejected = super::super::resolve::lines(&document, &mut Vec::new(), |_| false);
    let texts: Vec<String> = rejected
        .iter()
        .map(super::super::resolve::Line::text)
        .collect();
    assert_eq!(texts[2], "2.\tEach Party shall:");
    let code = ParticipantId::new("NOR").unwrap();
    let found = returned(&document, &base.expression, &code, &mut Counting(900)).unwrap();
    let words = |own: &crate::Provision| own.body.base();
    let wanted: Vec<_> = base.expression.provisions.iter().map(words).collect();
    assert_eq!(found.text.iter().map(words).collect::<Vec<_>>(), wanted);
}
