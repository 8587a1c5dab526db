//! Documents there and back: each delegation finds its own text in one file, and what it changes there.

use super::*;
use crate::amendment::Operation;
use crate::body::Body;
use crate::expression::Expression;
use crate::language::Language;
use crate::number::{Label, LabelForm};
use crate::provision::{IdSource, Kind, Provision, ProvisionId};
use crate::rolling::{self, Rolling};
use crate::stand::Stand;
use crate::token::tokenize;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use proptest::prelude::*;
use sponsio_record::{Instant, ParticipantId};

struct Counting(u32);

impl IdSource for Counting {
    fn draw(&mut self) -> ProvisionId {
        self.0 += 1;
        ProvisionId::from_number(self.0)
    }
}

fn code(code: &str) -> ParticipantId {
    ParticipantId::new(code).unwrap()
}

fn date() -> Instant {
    "2026-11-29T12:00:00Z".parse().unwrap()
}

fn options(view: View) -> Options<'static> {
    Options {
        view,
        date: date(),
        wording: Wording::default(),
    }
}

fn paragraph(number: u32, text: &str) -> Provision {
    let label = Label {
        form: LabelForm::Dotted,
        text: alloc::format!("{number}").into(),
    };
    let id = ProvisionId::from_number(number);
    Provision::new(id, Kind::Paragraph, Some(label), Body::of(tokenize(text)))
}

fn expression(language: &str, texts: &[&str]) -> Expression {
    let provisions = (1..)
        .zip(texts)
        .map(|(number, text)| paragraph(number, text))
        .collect();
    Expression {
        language: Language::new(language).unwrap(),
        headers: vec![],
        provisions,
    }
}

/// What a delegation wants: its texts by number of the paragraph; none drops it.
type Wish<'a> = (&'a str, &'a [(u32, Option<&'a str>)]);

/// Returns the rolling text of these wishes.
fn rolled(base: &Expression, wishes: &[Wish<'_>]) -> Rolling {
    let stand = |(name, wishes): &Wish<'_>| {
        let wishes: BTreeMap<u32, Option<&str>> = wishes.iter().copied().collect();
        let mut text = Vec::new();
        for (number, own) in (1..).zip(&base.provisions) {
            match wishes.get(&number) {
                Some(Some(words)) => text.push(paragraph(number, words)),
                Some(None) => {}
                None => text.push(own.clone()),
            }
        }
        Stand::of(code(name), base, &text, date(), None)
    };
    let stands: Vec<Stand> = wishes.iter().map(stand).collect();
    rolling::rolling(base, &stands, &[], &rolling::Options::default()).unwrap()
}

fn texts(provisions: &[Provision]) -> Vec<String> {
    let expression = Expression {
        language: Language::new("en").unwrap(),
        headers: vec![],
        provisions: vec![],
    };
    let shower = show::Shower::new(&expression);
    provisions
        .iter()
        .map(|own| shower.text(&own.body.base(), own.id))
        .collect()
}

fn back(bytes: &[u8], rolling: &Rolling, name: &str) -> Result<Returned, ReturnFault> {
    let document = read(bytes).unwrap();
    returned(&document, rolling, &code(name), &mut Counting(1_000))
}

const BASE: [&str; 3] = [
    "Each Party shall promptly notify the others.",
    "The Parties meet once a year in the capital of one of them.",
    "Nothing in this Treaty affects the Charter.",
];

fn sample() -> (Expression, Rolling) {
    let base = expression("en", &BASE);
    let rolling = rolled(
        &base,
        &[
            (
                "TUR",
                &[(1, Some("Each Party shall at once notify the others."))],
            ),
            (
                "NOR",
                &[
                    (1, Some("Each Party shall notify the others, if possible.")),
                    (
                        2,
                        Some("The Parties meet twice a year in the capital of one of them."),
                    ),
                ],
            ),
            (
                "CHE",
                &[
                    (2, None),
                    (3, Some("Nothing here affects the Charter or other law.")),
                ],
            ),
        ],
    );
    (base, rolling)
}

#[test]
fn each_delegation_finds_its_text_and_nobody_the_base() {
    let (base, rolling) = sample();
    let bytes = write(&rolling, &options(View::Rolling));
    for name in ["TUR", "NOR", "CHE", "JPN"] {
        let found = back(&bytes, &rolling, name).unwrap();
        assert_eq!(
            found.text,
            rolling.project(&code(name)).provisions,
            "{name}"
        );
        assert!(
            found.losses.is_empty() && found.guessed.is_empty(),
            "{found:?}"
        );
    }
    assert_eq!(
        texts(&back(&bytes, &rolling, "JPN").unwrap().text),
        texts(&base.provisions)
    );
    assert_eq!(bytes, write(&rolling, &options(View::Rolling)));
}

#[test]
fn a_rolling_text_read_against_its_base_gives_each_only_its_own_words() {
    let (base, rolling) = sample();
    let bytes = write(&rolling, &options(View::Rolling));
    let against_base = |bytes: &[u8], name: &str| {
        let document = read(bytes).unwrap();
        returned(&document, &base, &code(name), &mut Counting(1_000))
    };
    for name in ["TUR", "NOR", "CHE", "JPN"] {
        let found = against_base(&bytes, name).unwrap();
        let wanted = rolling.project(&code(name)).provisions;
        assert_eq!(texts(&found.text), texts(&wanted), "{name}");
        let is_own = |list: &String| list.contains(name);
        assert!(!found.others.is_empty() && !found.others.iter().any(is_own));
    }
    // What a person adds under a name is of the delegation whose file it is.
    let changed = edited(&bytes, |text| {
        let own = "<w:ins w:id=\"900\" w:author=\"Jane\"><w:r><w:t xml:space=\"preserve\"> Indeed.</w:t></w:r></w:ins>";
        let at = text.rfind("</w:p>").unwrap();
        alloc::format!("{}{own}{}", &text[..at], &text[at..])
    });
    let found = against_base(&changed, "TUR").unwrap();
    assert_eq!(texts(&found.text)[2], alloc::format!("{} Indeed.", BASE[2]));
    // Whoever accepts a paragraph makes the words of all those of one.
    let settled = edited(&bytes, |text| {
        let (first, rest) = text.split_once("</w:p>").unwrap();
        let first = first
            .replace("w:ins ", "w:smartTag ")
            .replace("w:ins>", "w:smartTag>");
        let first = first
            .replace("w:del ", "w:smartTag ")
            .replace("w:del>", "w:smartTag>");
        alloc::format!("{first}</w:p>{rest}")
    });
    let Err(ReturnFault::Settled {
        changed,
        left,
        paragraphs,
    }) = against_base(&settled, "TUR")
    else {
        panic!("the words of all would be read as those of one");
    };
    assert_eq!((changed, left), (3, 2));
    let [named] = paragraphs.as_slice() else {
        panic!("one paragraph is named: {paragraphs:?}");
    };
    assert!(
        BASE.iter().any(|own| own.starts_with(&named.excerpt)),
        "{named:?}"
    );
    let cut = edited(&bytes, |text| {
        text.replace("w:author=\"CHE\"", "w:author=\"AUT, CHE, +40\"")
    });
    assert_eq!(
        against_base(&cut, "TUR"),
        Err(ReturnFault::ListCut("AUT, CHE, +40".into()))
    );
    assert!(against_base(&cut, "CHE").is_ok());
}

#[test]
fn a_working_copy_holds_ones_own_changes_and_the_readings_of_others() {
    let (_, rolling) = sample();
    let bytes = write(&rolling, &options(View::For(code("NOR"))));
    let found = back(&bytes, &rolling, "NOR").unwrap();
    assert_eq!(found.text, rolling.project(&code("NOR")).provisions);
    assert_eq!(
        found.comments,
        [],
        "comments of ours are no notes of theirs"
    );
    let archive = archive::Archive::read(&bytes).unwrap();
    let part = |name: &str| String::from_utf8(archive.unpack(name).unwrap().unwrap()).unwrap();
    assert!(!part("word/document.xml").contains("TUR"));
    assert!(part("word/comments.xml").contains("w:author=\"TUR\""));
    assert!(part("word/comments.xml").contains("at once"));
    assert_eq!(
        back(&bytes, &rolling, "TUR"),
        Err(ReturnFault::OthersCopy(code("NOR")))
    );
}

#[test]
fn a_moved_provision_stands_where_its_mover_wants_it() {
    let base = expression("en", &BASE);
    let mut text = base.provisions.clone();
    text.rotate_right(1);
    let mover = Stand::of(code("TUR"), &base, &text, date(), None);
    let rolling = rolling::rolling(&base, &[mover], &[], &rolling::Options::default()).unwrap();
    let bytes = write(&rolling, &options(View::Rolling));
    let found = back(&bytes, &rolling, "TUR").unwrap();
    assert_eq!(found.text, rolling.project(&code("TUR")).provisions);
    assert_eq!(texts(&found.text)[0], BASE[2]);
    assert_eq!(texts(&back(&bytes, &rolling, "NOR").unwrap().text), BASE);
}

#[test]
fn changes_of_structure_are_said_beside_the_text() {
    let base = expression("en", &BASE);
    let id = ProvisionId::from_number;
    let label = Label::new(LabelForm::Dotted, "9");
    let of = |name: &str, operations: &[Operation]| {
        crate::stand_of(code(name), &base, operations, date(), None).unwrap()
    };
    let stands = [
        of(
            "NOR",
            &[Operation::Renumber {
                labels: BTreeMap::from([(id(1), Some(label))]),
            }],
        ),
        of(
            "TUR",
            &[Operation::Split {
                id: id(2),
                at: 6,
                new: id(50),
                label: None,
            }],
        ),
        of(
            "CHE",
            &[Operation::Join {
                id: id(2),
                with: id(3),
            }],
        ),
        of(
            "JPN",
            &[Operation::Move {
                id: id(3),
                after: Some(id(1)),
                parent: None,
            }],
        ),
        of(
            "KOR",
            &[Operation::Move {
                id: id(3),
                after: Some(id(1)),
                parent: None,
            }],
        ),
    ];
    let rolling = rolling::rolling(&base, &stands, &[], &rolling::Options::default()).unwrap();
    let comments = |view| {
        let bytes = write(&rolling, &options(view));
        let archive = archive::Archive::read(&bytes).unwrap();
        String::from_utf8(archive.unpack("word/comments.xml").unwrap().unwrap()).unwrap()
    };
    let all = comments(View::Rolling);
    for (author, said) in [
        ("NOR", "labels it: 9."),
        ("TUR", "divides it here: in the capital of one of them."),
        ("CHE", "joins with it: "),
        ("JPN, KOR", "moves it to after: "),
    ] {
        let begin = all.find(&alloc::format!("w:author=\"{author}\"")).unwrap();
        let comment = all[begin..].split("</w:comment>").next().unwrap();
        assert!(comment.contains(said), "{author}: {comment}");
    }
    assert_eq!(all.matches("moves it to after").count(), 1);
    // In a working copy one's own move is a tracked change; what others want is said.
    let own = comments(View::For(code("JPN")));
    assert!(
        own.contains("w:author=\"KOR\"") && !own.contains("JPN"),
        "{own}"
    );
    let bytes = write(&rolling, &options(View::Rolling));
    for stand in &stands {
        let found = back(&bytes, &rolling, stand.delegation.as_str()).unwrap();
        let wanted = stand.text(&base).unwrap();
        assert_eq!(texts(&found.text), texts(&wanted), "{}", stand.delegation);
        assert_eq!(found.comments, []);
    }
}

#[test]
fn what_people_wrote_beside_the_text_is_kept_as_notes() {
    let base = expression("en", &BASE);
    let bytes = write(&base, &options(View::Rolling));
    let archive = archive::Archive::read(&bytes).unwrap();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for name in archive.names() {
        let part = String::from_utf8(archive.unpack(name).unwrap().unwrap()).unwrap();
        let part = match name {
            "word/comments.xml" => part.replace(
                "/>",
                "><w:comment w:id=\"77\" w:author=\"Jane\" w:initials=\"J\"><w:p><w:r><w:t>Ask the capital.\
                 </w:t></w:r></w:p></w:comment></w:comments>",
            ),
            "word/document.xml" => part.replacen(
                "</w:p>",
                "<w:r><w:commentReference w:id=\"77\"/></w:r></w:p>",
                2,
            ),
            _ => part,
        };
        parts.push((name.into(), part.into_bytes()));
    }
    let members: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, part)| (name.as_str(), part.as_slice()))
        .collect();
    let document = read(&archive::write(&members)).unwrap();
    let found = returned(&document, &base, &code("TUR"), &mut Counting(1_000)).unwrap();
    let notes: Vec<_> = found
        .comments
        .iter()
        .map(|own| (own.author.as_str(), own.text.as_str(), own.paragraph))
        .collect();
    assert_eq!(notes, [("Jane", "Ask the capital.", 2)]);
    assert_eq!(texts(&found.text), BASE);
}

/// Writes a document anew with its main part changed.
fn edited(bytes: &[u8], edit: impl Fn(&str) -> String) -> Vec<u8> {
    let archive = archive::Archive::read(bytes).unwrap();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for name in archive.names() {
        let mut part = archive.unpack(name).unwrap().unwrap();
        if name == "word/document.xml" {
            part = edit(&String::from_utf8(part).unwrap()).into_bytes();
        }
        parts.push((name.into(), part));
    }
    let members: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, part)| (name.as_str(), part.as_slice()))
        .collect();
    archive::write(&members)
}

#[test]
fn new_revisions_are_those_of_the_delegation() {
    let (_, rolling) = sample();
    let bytes = write(&rolling, &options(View::Rolling));
    // Jane strikes "others" and writes "other Parties"; she also strikes within a reading of Norway.
    let changed = edited(&bytes, |text| {
        text.replace(
            "the others",
            "the </w:t></w:r><w:del w:id=\"900\" w:author=\"Jane\"><w:r><w:delText>others\
             </w:delText></w:r></w:del><w:ins w:id=\"901\" w:author=\"Jane\"><w:hyperlink><w:r>\
             <w:t>other Parties</w:t></w:r></w:hyperlink></w:ins><w:r><w:t>",
        )
    });
    let found = back(&changed, &rolling, "TUR").unwrap();
    assert_eq!(
        texts(&found.text)[0],
        "Each Party shall at once notify the other Parties."
    );
    assert_eq!(texts(&found.text)[1..], BASE[1..]);
}

#[test]
fn revisions_that_are_gone_are_named() {
    let (_, rolling) = sample();
    let bytes = write(&rolling, &options(View::Rolling));
    let dropped = |text: &str, paragraph: &str| {
        // Accepts everything in one paragraph, as a program does that knows no revisions.
        let mut out = String::new();
        for piece in text.split_inclusive("</w:p>") {
            if !piece.contains(paragraph) {
                out.push_str(piece);
                continue;
            }
            let mut rest = piece;
            while let Some(begin) = rest.find("<w:del ") {
                out.push_str(&rest[..begin]);
                let end = rest.find("</w:del>").unwrap() + "</w:del>".len();
                rest = &rest[end..];
            }
            out.push_str(rest);
        }
        out
    };
    let spoilt = edited(&bytes, |text| dropped(text, "000001"));
    let Err(ReturnFault::RevisionsMissing(missing)) = back(&spoilt, &rolling, "TUR") else {
        panic!("refused");
    };
    assert_eq!(missing.len(), 1);
    assert_eq!(
        (missing[0].provision, missing[0].label.as_str()),
        (ProvisionId::from_number(1), "1.")
    );
}

#[test]
fn a_file_without_bookmarks_is_paired_by_its_words() {
    let base = expression("en", &BASE);
    let bytes = write(&base, &options(View::Rolling));
    let foreign = edited(&bytes, |text| {
        let text = text
            .replace("_sp_", "_Ref")
            .replace("once a year", "every two years");
        text.replace(
            "</w:body>",
            "<w:p><w:r><w:t>(a) A new item</w:t></w:r></w:p></w:body>",
        )
    });
    let document = read(&foreign).unwrap();
    let found = returned(&document, &base, &code("TUR"), &mut Counting(1_000)).unwrap();
    assert_eq!(found.guessed.len(), 3);
    assert_eq!(found.text.len(), 4);
    assert_eq!(
        texts(&found.text)[1],
        "The Parties meet every two years in the capital of one of them."
    );
    let last = &found.text[3];
    assert_eq!(
        (last.kind, texts(&found.text)[3].as_str()),
        (Kind::Item, "A new item")
    );
    assert_eq!(last.parent, Some(ProvisionId::from_number(3)));
}

#[test]
fn what_a_text_cannot_hold_is_reported() {
    let base = expression("en", &BASE);
    let bytes = write(&base, &options(View::Rolling));
    let foreign = edited(&bytes, |text| {
        text.replace("</w:body>", r#"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>today</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:smartTag><w:r><w:t xml:space="preserve"> Oslo</w:t></w:r></w:smartTag></w:p>
<w:p><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:r><w:t>one</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>one</w:t></w:r></mc:Fallback></mc:AlternateContent><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>
<w:p><w:moveFrom w:id="8" w:author="X"><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo w:id="9" w:author="X"><w:r><w:t>came</w:t></w:r></w:moveTo><w:ins w:id="10" w:author="X"><w:del w:id="11" w:author="Y"><w:r><w:delText>never</w:delText></w:r></w:del></w:ins></w:p></w:body>"#)
    });
    let document = read(&foreign).unwrap();
    let found = returned(&document, &base, &code("TUR"), &mut Counting(1_000)).unwrap();
    assert_eq!(
        texts(&found.text)[3..],
        ["A cell", "today Oslo", "one", "came"]
    );
    let kinds: Vec<&LossKind> = found.losses.iter().map(|loss| &loss.kind).collect();
    assert_eq!(
        kinds,
        [&LossKind::Table, &LossKind::Field, &LossKind::HiddenText]
    );
    assert_eq!(found.losses[1].paragraph, 5);
}

#[test]
fn arabic_is_written_from_right_to_left() {
    let base = expression("ar", &["تلتزم كل دولة طرف بعدم الاعتداء.", "نص ثان."]);
    let bytes = write(&base, &options(View::Rolling));
    let archive = archive::Archive::read(&bytes).unwrap();
    let text = String::from_utf8(archive.unpack("word/document.xml").unwrap().unwrap()).unwrap();
    assert_eq!(text.matches("<w:bidi/>").count(), 3);
    assert!(text.contains("<w:rtl/>"));
    let found = returned(
        &read(&bytes).unwrap(),
        &base,
        &code("EGY"),
        &mut Counting(9),
    )
    .unwrap();
    assert_eq!(texts(&found.text), texts(&base.provisions));
}

const WORDS: [&str; 12] = [
    "a",
    "the",
    "Party",
    "shall",
    "3",
    "notify,",
    "others.",
    "İstanbul",
    "ışık",
    "تلتزم",
    "é̩x",
    "🕊",
];

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 1..9).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn whatever_is_wished_is_found_again(
        base in prop::collection::vec(words(), 1..5),
        wishes in prop::collection::vec(
            prop::collection::btree_map(1_u32..6, prop::option::of(words()), 0..4),
            1..5,
        ),
    ) {
        let base: Vec<&str> = base.iter().map(String::as_str).collect();
        let base = expression("tr", &base);
        let names = ["AAA", "BBB", "CCC", "DDD"];
        let lists: Vec<Vec<(u32, Option<&str>)>> = wishes
            .iter()
            .map(|own| own.iter().map(|(number, text)| (*number, text.as_deref())).collect())
            .collect();
        let wishes: Vec<Wish<'_>> =
            names.iter().copied().zip(lists.iter().map(Vec::as_slice)).collect();
        let rolling = rolled(&base, &wishes);
        let bytes = write(&rolling, &options(View::Rolling));
        for name in names {
            let found = back(&bytes, &rolling, name).unwrap();
            prop_assert_eq!(&found.text, &rolling.project(&code(name)).provisions);
            let document = read(&bytes).unwrap();
            let found = returned(&document, &base, &code(name), &mut Counting(1_000)).unwrap();
            let wanted = rolling.project(&code(name)).provisions;
            prop_assert_eq!(texts(&found.text), texts(&wanted));
            let own = write(&rolling, &options(View::For(code(name))));
            let found = back(&own, &rolling, name).unwrap();
            prop_assert_eq!(found.text, rolling.project(&code(name)).provisions);
        }
    }
}
