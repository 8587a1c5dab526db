//! Akoma Ntoso from outside: whatever a text holds comes back, and every document is valid by the
//! official schema, judged by `xmllint`.

use proptest::prelude::*;
use sponsio_record::ParticipantId;
use sponsio_text::markup::{Options, akn, parse};
use sponsio_text::{
    Alternative, Body, Expression, Footnote, Header, Kind, Label, LabelForm, Language, Marks, Note,
    Operation, Part, Position, Provision, ProvisionId, Reading, RuleLine, Segment, Site, Stance,
    Target, TermMark, Token, TokenKind, tokenize,
};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the generator draws for one provision.
type Seed = (u8, u8, u8, Vec<u8>);

const TEXTS: [&str; 8] = [
    "Each Party shall notify",
    "the others, (if possible) within 3.5 days",
    "İstanbul'da ışık; 14'üncü",
    "تلتزم كل دولة طرف",
    "条约 a<b>&\"c\" 🕊 e\u{301}x",
    "[literal] * {words} | ^",
    "promptly",
    "1,000.5 / 5 % – co-operation",
];
const CODES: [&str; 4] = ["TUR", "NOR", "X-EU", "USA"];
const POSITIONS: [Position; 5] = [
    Position::Propose,
    Position::Support,
    Position::CanAccept,
    Position::Reserve,
    Position::Oppose,
];
const KINDS: [Kind; 10] = [
    Kind::Part,
    Kind::Chapter,
    Kind::Section,
    Kind::Article,
    Kind::Paragraph,
    Kind::Item,
    Kind::Closing,
    Kind::Recital,
    Kind::Formula,
    Kind::Paragraph,
];

/// Draws choices from bytes; when they run out the first choice is taken.
struct Choices<'a>(&'a [u8]);

impl Choices<'_> {
    fn of(&mut self, most: usize) -> usize {
        let Some((first, rest)) = self.0.split_first() else {
            return 0;
        };
        self.0 = rest;
        usize::from(*first) % most
    }

    fn words(&mut self, space: bool) -> Vec<Token> {
        let mut tokens = tokenize(TEXTS[self.of(TEXTS.len())]);
        if let Some(first) = tokens.first_mut() {
            first.space_before = space;
        }
        match self.of(9) {
            1 => tokens
                .iter_mut()
                .for_each(|token| token.marks.emphasis = true),
            2 => {
                for (place, token) in tokens.iter_mut().enumerate() {
                    token.marks.term = if place == 0 {
                        TermMark::First
                    } else {
                        TermMark::Further
                    };
                }
            }
            3 => tokens.push(Token::plain(TokenKind::Placeholder, "share of costs", true)),
            4 => tokens.push(Token {
                kind: TokenKind::Footnote(Box::new(Footnote {
                    by: ParticipantId::new(CODES[self.of(4)]).ok(),
                    tokens: tokenize("reserves its position."),
                })),
                text: "".into(),
                space_before: false,
                marks: Marks::default(),
            }),
            5 | 6 => {
                let id = ProvisionId::from_number(u32::try_from(self.of(6)).unwrap_or_default());
                let target = match self.of(4) {
                    0 => Target::Provision(id),
                    1 => Target::ProvisionInFull(id),
                    2 => Target::ProvisionNumber(id),
                    _ => Target::Elsewhere("un-charter/art_51".into()),
                };
                let words = if matches!(target, Target::Elsewhere(_)) {
                    "Article 51 of it"
                } else {
                    ""
                };
                tokens.push(Token::plain(TokenKind::Reference(target), words, true));
            }
            _ => {}
        }
        tokens
    }

    fn stances(&mut self) -> Vec<Stance> {
        let count = self.of(3);
        (0..count)
            .map(|place| Stance {
                delegation: match self.of(6) {
                    5 => None,
                    other => ParticipantId::new(CODES[(other + place) % 4]).ok(),
                },
                position: POSITIONS[self.of(5)],
            })
            .collect()
    }

    fn site(&mut self, is_outer: bool) -> Site {
        let space_before = self.of(4) > 0;
        let mut readings = Vec::new();
        for place in 0..2 + self.of(2) {
            let mut segments = Vec::new();
            if self.of(4) > 0 {
                segments.push(Segment::Words(self.words(space_before)));
                if is_outer && place > 0 && self.of(3) == 1 {
                    segments.push(Segment::Site(self.site(false)));
                    segments.push(Segment::Words(self.words(true)));
                }
            }
            let is_base = is_outer && place == 0;
            readings.push(Reading {
                is_base,
                stances: self.stances(),
                segments,
            });
        }
        Site {
            space_before,
            readings,
        }
    }

    fn body(&mut self) -> Body {
        let mut parts = Vec::new();
        for place in 0..self.of(4) {
            if place % 2 == 0 {
                parts.push(Part::Words(self.words(place > 0)));
            } else {
                parts.push(Part::Site(self.site(true)));
            }
        }
        Body { parts }
    }

    fn label(&mut self, kind: Kind) -> Option<Label> {
        let form = match kind {
            Kind::Part | Kind::Chapter | Kind::Section | Kind::Article => LabelForm::Heading,
            _ => [LabelForm::Dotted, LabelForm::Parenthesised, LabelForm::Dash][self.of(3)],
        };
        let text = ["14 bis", "3.2", "a", "ç", "IV", "1"][self.of(6)];
        let text = if form == LabelForm::Dash { "" } else { text };
        (self.of(4) > 0).then(|| Label::new(form, text))
    }
}

fn expression(seeds: &[Seed]) -> Expression {
    let mut provisions: Vec<Provision> = Vec::new();
    let mut open: Vec<ProvisionId> = Vec::new();
    for (number, (kind, depth, extras, bytes)) in (1_u32..).zip(seeds) {
        let mut choices = Choices(bytes);
        let is_last = number as usize == seeds.len();
        let kind = match number {
            1 if *extras & 1 == 1 => Kind::Title,
            2 if *extras & 1 == 1 => Kind::Preamble,
            _ if is_last && *extras & 2 == 2 => Kind::Annex,
            _ if *extras == 77 => Kind::Testimonium,
            _ => KINDS[usize::from(*kind) % KINDS.len()],
        };
        let is_root = matches!(
            kind,
            Kind::Title | Kind::Preamble | Kind::Annex | Kind::Testimonium
        );
        let keep = if is_root {
            0
        } else {
            usize::from(*depth) % (open.len() + 1)
        };
        open.truncate(keep);
        let id = ProvisionId::from_number(number);
        let label = choices.label(kind);
        let mut provision = Provision::new(id, kind, label, choices.body());
        provision.parent = open.last().copied();
        if *extras & 0b1100 == 0b1100 {
            for letter in ['A', 'B'] {
                let body = (choices.of(3) > 0).then(|| choices.body());
                provision.alternatives.push(Alternative {
                    letter,
                    stances: choices.stances(),
                    body,
                    provisions: Vec::new(),
                });
            }
        }
        if *extras & 0b11_0000 == 0b11_0000 {
            provision.inserted_by = vec![ParticipantId::new("NOR").expect("a code")];
            provision.notes.push(Note {
                text: "The chair's  note <1>.".into(),
            });
            let line = RuleLine {
                text: "in force at once".into(),
                line: number,
            };
            provision.rules.lines.push(line);
            provision.rules.bound = Some([1, 2, 3, 0xfe]);
        }
        open.push(id);
        provisions.push(provision);
    }
    Expression {
        language: Language::new(if seeds.len().is_multiple_of(2) {
            "tr"
        } else {
            "pt-BR"
        })
        .expect("a tag"),
        headers: vec![Header {
            key: "parties".into(),
            value: "TUR, <NOR>".into(),
        }],
        provisions,
    }
}

fn options(expression: &Expression) -> akn::Options<'_> {
    akn::Options {
        number: "x1",
        date: "2026-12-12T10:00:00Z".parse().expect("an instant"),
        is_adopted: expression.provisions.len().is_multiple_of(3),
        is_authentic: expression.provisions.len().is_multiple_of(2),
        record: None,
        before: None,
        no_text: "no text",
        name: &|code| Some(format!("Delegation of {code}")),
    }
}

fn export(expression: &Expression) -> String {
    akn::write(expression, &options(expression))
}

fn export_proposals(base: &Expression, proposals: &[akn::Proposal]) -> Vec<String> {
    let (options, phrases) = (options(base), akn::Phrases::default());
    let mut documents: Vec<String> = proposals
        .iter()
        .map(|own| akn::write_proposal(base, own, &options, &phrases))
        .collect();
    documents.push(akn::write_proposals(
        base, "I & II", proposals, &options, &phrases,
    ));
    documents
}

/// Draws proposals on a text: every operation, on provisions that it has and on some that it has not.
fn proposals(base: &Expression, bytes: &[u8]) -> Vec<akn::Proposal> {
    let mut choices = Choices(bytes);
    let count = choices.of(4);
    (0..count)
        .map(|number| akn::Proposal {
            mark: format!("p {number}"),
            delegations: (0..choices.of(3))
                .map(|place| ParticipantId::new(CODES[place]).expect("a code"))
                .collect(),
            at: "2026-12-13T08:30:01Z".parse().expect("an instant"),
            operations: (0..choices.of(4))
                .map(|_| operation(base, &mut choices))
                .collect(),
            reason: ["", "Because.", "as in 1928;  <see>\nthere"][choices.of(3)].into(),
        })
        .collect()
}

fn operation(base: &Expression, choices: &mut Choices<'_>) -> Operation {
    let most = u32::try_from(base.provisions.len()).expect("few") + 2;
    let mut drawn = || {
        let number = choices.of(usize::try_from(most).expect("few"));
        ProvisionId::from_number(u32::try_from(number).expect("few"))
    };
    let (id, other) = (drawn(), drawn());
    let after = (choices.of(3) > 0).then_some(other);
    let parent = (choices.of(3) > 0).then_some(other);
    let kind = KINDS[choices.of(KINDS.len())];
    match choices.of(7) {
        0 => Operation::Replace {
            id,
            words: choices.words(false),
        },
        1 => Operation::InsertAfter {
            after,
            id: ProvisionId::from_number(900),
            kind,
            label: choices.label(kind),
            parent,
            words: choices.words(false),
        },
        2 => Operation::Delete { id },
        3 => Operation::Move { id, after, parent },
        4 => Operation::Split {
            id,
            at: 1 + choices.of(3),
            new: ProvisionId::from_number(901),
            label: choices.label(kind),
        },
        5 => Operation::Join { id, with: other },
        _ => Operation::Renumber {
            labels: (0..choices.of(3))
                .map(|place| {
                    let id = ProvisionId::from_number(u32::try_from(place).expect("few"));
                    (id, choices.label(kind))
                })
                .collect(),
        },
    }
}

struct Counting(u32);

impl sponsio_text::IdSource for Counting {
    fn draw(&mut self) -> ProvisionId {
        self.0 += 1;
        ProvisionId::from_number(self.0)
    }
}

/// Files in a folder of their own, judged together.
fn judge(name: &str, documents: &[String]) {
    let schema =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/schema/akomantoso30.xsd");
    if !schema.exists() {
        say("left out: the official schema (../shared/schema/akomantoso30.xsd) is not there");
        return;
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut command = Command::new("xmllint");
    command.args(["--noout", "--nonet", "--schema"]).arg(schema);
    for (number, document) in documents.iter().enumerate() {
        let path = folder.join(format!("{number}.xml"));
        std::fs::write(&path, document).expect("a file");
        command.arg(path);
    }
    let output = command
        .output()
        .expect("xmllint is installed (Debian: libxml2-utils)");
    let said = String::from_utf8_lossy(&output.stderr);
    let bad: Vec<&str> = said
        .lines()
        .filter(|line| !line.ends_with(" validates"))
        .collect();
    assert!(
        output.status.success() && bad.is_empty(),
        "{}",
        bad.join("\n")
    );
}

#[expect(clippy::print_stderr, reason = "what is left out is said")]
fn say(message: &str) {
    eprintln!("{message}");
}

fn seeds() -> impl Strategy<Value = Vec<Seed>> {
    let bytes = prop::collection::vec(any::<u8>(), 0..48);
    prop::collection::vec((any::<u8>(), any::<u8>(), any::<u8>(), bytes), 0..14)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn whatever_is_exported_is_imported(seeds in seeds()) {
        let expression = expression(&seeds);
        let xml = export(&expression);
        let imported = akn::read(xml.as_bytes(), &mut Counting(500)).unwrap();
        prop_assert_eq!(&imported.expression, &expression, "{}", xml);
        prop_assert_eq!(imported.remainders, []);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn whatever_is_proposed_is_proposed_again(
        seeds in seeds(),
        bytes in prop::collection::vec(any::<u8>(), 0..120),
    ) {
        let base = expression(&seeds);
        let proposals = proposals(&base, &bytes);
        let documents = export_proposals(&base, &proposals);
        for (number, document) in documents.iter().enumerate() {
            let is_list = number == proposals.len();
            prop_assert!(akn::holds_proposals(document.as_bytes()));
            let read = akn::read_proposals(document.as_bytes(), Some(&base), &mut Counting(500));
            let read = read.unwrap();
            let wanted = if is_list {
                &proposals[..]
            } else {
                &proposals[number..=number]
            };
            prop_assert_eq!(&read.proposals[..], wanted, "{}", document);
            prop_assert_eq!(read.round.as_deref(), is_list.then_some("I & II"));
            prop_assert_eq!(&read.language, &base.language);
            prop_assert_eq!(&read.remainders, &[]);
        }
    }
}

#[test]
fn a_renumbered_text_keeps_its_former_names() {
    let before = expression(&[
        (3, 0, 0, vec![0, 1, 0, 5, 1]),
        (3, 0, 0, vec![0, 1, 0, 5, 1]),
    ]);
    let mut after = before.clone();
    after.provisions[1].label = Some(Label::new(LabelForm::Heading, "2"));
    after.provisions.swap(0, 1);
    let options = akn::Options {
        before: Some(&before),
        ..options(&after)
    };
    let xml = akn::write(&after, &options);
    let imported = akn::read(xml.as_bytes(), &mut Counting(500)).unwrap();
    assert_eq!(imported.expression, after);
    let eid = |text: &Expression, place: usize| {
        let xml = akn::write(
            text,
            &akn::Options {
                before: None,
                ..options.clone()
            },
        );
        let guid = format!("\" GUID=\"p-{}", text.provisions[place].id);
        let end = xml.find(&guid).expect("its GUID");
        let begin = xml[..end].rfind('"').expect("its eId") + 1;
        xml[begin..end].to_owned()
    };
    let moved = before.provisions[1].id;
    assert_eq!(imported.former.get(&moved), Some(&eid(&before, 1)));
    assert_ne!(eid(&before, 1), eid(&after, 0));
    judge("akn-renumbered", &[xml]);
}

#[test]
fn every_document_is_valid_by_the_official_schema() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let documents: Vec<String> = (0..150)
        .map(|_| {
            export(&expression(
                &seeds().new_tree(&mut runner).expect("a tree").current(),
            ))
        })
        .collect();
    judge("akn", &documents);
}

/// The texts of the invented negotiation, as Akoma Ntoso.
fn negotiated() -> Vec<(Expression, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/negotiation");
    let editions = ["narrow-sea", "agreed"];
    let files = editions
        .iter()
        .flat_map(|name| ["en", "tr"].map(|language| format!("{name}.{language}.treaty")));
    let read = |file: String| {
        let bytes = std::fs::read(folder.join(&file)).expect("it is there");
        let parsed = parse(&bytes, &Options::default(), &mut Counting(900));
        assert!(
            parsed.assigned.is_empty(),
            "{file}: every provision has its id"
        );
        let text = parsed.expression.expect("it is a text");
        let options = akn::Options {
            number: "narrow-sea",
            date: "2027-02-10T10:00:00Z".parse().expect("an instant"),
            is_adopted: file.starts_with("agreed"),
            is_authentic: true,
            record: None,
            before: None,
            no_text: "no text",
            name: &|_| None,
        };
        let xml = akn::write(&text, &options);
        (text, xml)
    };
    files.map(read).collect()
}

#[test]
fn the_negotiated_treaty_keeps_its_ids_in_both_languages() {
    let texts = negotiated();
    for (text, xml) in &texts {
        let imported = akn::read(xml.as_bytes(), &mut Counting(900)).expect("it is read");
        assert_eq!(imported.remainders, []);
        assert_eq!(&imported.expression, text);
        for own in &text.provisions {
            assert!(
                xml.contains(own.id.as_str()),
                "{} is in the document",
                own.id
            );
        }
    }
    let ids = |text: &Expression| -> Vec<ProvisionId> {
        text.provisions.iter().map(|own| own.id).collect()
    };
    // The two languages of an edition have the same provisions; what was agreed has all of the draft's.
    for pair in texts.chunks(2) {
        assert_eq!(ids(&pair[0].0), ids(&pair[1].0));
    }
    let agreed = ids(&texts[2].0);
    assert!(ids(&texts[0].0).iter().all(|id| agreed.contains(id)));
}

#[test]
fn the_negotiated_treaty_is_valid_by_the_official_schema() {
    let documents: Vec<String> = negotiated().into_iter().map(|(_, xml)| xml).collect();
    judge("akn-negotiated", &documents);
}

#[test]
fn every_proposal_is_valid_by_the_official_schema() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let bytes = prop::collection::vec(any::<u8>(), 0..120);
    let documents: Vec<String> = (0..80)
        .flat_map(|_| {
            let mut draw = || seeds().new_tree(&mut runner).expect("a tree").current();
            let base = expression(&draw());
            let bytes = bytes.new_tree(&mut runner).expect("bytes").current();
            export_proposals(&base, &proposals(&base, &bytes))
        })
        .collect();
    judge("akn-proposals", &documents);
}

#[test]
fn the_proposal_of_others_is_read_as_what_it_changes() {
    let base = "# Treaty\nlanguage: en\n\nArticle 1. Scope {#k7m2qx}\n\n1. Old text. {#k7m2qy}\n";
    let parsed = parse(base.as_bytes(), &Options::default(), &mut Counting(900));
    let base = parsed.expression.unwrap();
    let xml = r##"<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><amendment name="a"><meta>
<identification source="#x"><FRBRWork><FRBRuri value="/akn/un/amendment/2026-12-12/a7"/><FRBRdate date="2026-12-12" name="t"/>
<FRBRauthor href="#USA"/></FRBRWork><FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification>
<analysis source="#x"><activeModifications>
<textualMod type="substitution" eId="t1"><source href="#m1"/><destination href="/akn/x/!main~art_1__para_1"/><new href="#m1q"/></textualMod>
<textualMod type="insertion" eId="t2"><source href="#m2"/><destination href="#art_1__para_1" pos="after"/><new href="#m2q"/></textualMod>
<textualMod type="repeal" eId="t3"><source href="#m3"/><destination href="#art_9"/></textualMod>
</activeModifications></analysis></meta><amendmentBody>
<amendmentContent><p><mod eId="m1"><quotedStructure eId="m1q"><paragraph><num>1.</num><content><p>New text.</p></content></paragraph></quotedStructure></mod></p></amendmentContent>
<amendmentContent><p><mod eId="m2"><quotedStructure eId="m2q"><paragraph><num>2.</num><content><p>See <ref href="#art_1">Article 1</ref>.</p></content></paragraph></quotedStructure></mod></p></amendmentContent>
<amendmentJustification><p>Because.</p></amendmentJustification></amendmentBody></amendment></akomaNtoso>"##;
    let read = akn::read_proposals(xml.as_bytes(), Some(&base), &mut Counting(500)).unwrap();
    let [proposal] = read.proposals.as_slice() else {
        panic!("one proposal");
    };
    assert_eq!(
        (proposal.mark.as_str(), proposal.reason.as_str()),
        ("a7", "Because.")
    );
    assert_eq!(proposal.delegations, [ParticipantId::new("USA").unwrap()]);
    let made = sponsio_text::apply(&base, &proposal.operations).unwrap();
    let printed = sponsio_text::markup::print(&made);
    assert!(printed.contains("1. New text. {#k7m2qy}"), "{printed}");
    assert!(printed.contains("2. See {@k7m2qx}."), "{printed}");
    let left: Vec<_> = read
        .remainders
        .iter()
        .map(|own| (own.element.as_str(), own.line))
        .collect();
    assert_eq!(left, [("textualMod", 7)]);
}
