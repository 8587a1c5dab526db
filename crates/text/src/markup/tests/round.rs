//! Printing and reading are inverse to each other, over generated texts.

use super::*;
use crate::body::{Body, Part, Position, Reading, Segment, Site, Stance};
use crate::expression::{Expression, Header};
use crate::language::Language;
use crate::number::{LATIN, Label, LabelForm};
use crate::provision::{Alternative, Kind, Note, Provision, ProvisionId, RuleLine};
use crate::token::{Footnote, Target, TermMark, Token, TokenKind, tokenize};
use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;
use proptest::prelude::*;
use sponsio_record::ParticipantId;

const CODES: [&str; 8] = [
    "USA",
    "TUR",
    "X-EU",
    "NOR",
    "JPN",
    "CHE",
    "FRA",
    "X-CARICOM",
];

/// A piece of a line before it is put into a row.
#[derive(Debug, Clone)]
enum Piece {
    Text {
        text: String,
        space: bool,
        emphasis: bool,
    },
    Term {
        text: String,
        space: bool,
    },
    Reference {
        target: u32,
        kind: u8,
        space: bool,
    },
    Elsewhere {
        words: String,
        space: bool,
    },
    Blank {
        name: String,
        space: bool,
    },
    Footnote {
        by: Option<usize>,
        text: String,
        space: bool,
    },
    Contested {
        readings: Vec<(u8, Vec<Self>)>,
        space: bool,
    },
}

fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-zA-Z]{1,8}",
        Just("İstanbul'da".into()),
        Just("ılık".into()),
        Just("المعاهدة".into()),
        Just("条約第三".into()),
        Just("u\u{308}x\u{323}\u{301}".into()),
        Just("👩\u{200d}🚀🇹🇷🇳🇴".into()),
        Just("1,000.5".into()),
        Just("co-operation".into()),
        Just("Article 5. A".into()),
        Just("Alt A:".into()),
        "[-\\[\\]{}|*^\\\\#>&:;,.()/=@?+!~\"']{1,4}",
        Just("- ".into()),
        Just("1. ".into()),
        Just("(a) ".into()),
        Just("NOR: ".into()),
        Just("\u{301}".into()),
        Just("\u{a0}".into()),
        "\\PC{1,3}",
    ];
    prop::collection::vec(word, 0..5).prop_map(|words: Vec<String>| words.join(" "))
}

fn piece(depth: u32) -> BoxedStrategy<Piece> {
    let plain =
        (text(), any::<bool>(), any::<bool>()).prop_map(|(text, space, emphasis)| Piece::Text {
            text,
            space,
            emphasis,
        });
    let term = (text(), any::<bool>()).prop_map(|(text, space)| Piece::Term { text, space });
    let reference =
        (any::<u32>(), 0..3_u8, any::<bool>()).prop_map(|(target, kind, space)| Piece::Reference {
            target,
            kind,
            space,
        });
    let elsewhere =
        (text(), any::<bool>()).prop_map(|(words, space)| Piece::Elsewhere { words, space });
    let blank = (text(), any::<bool>()).prop_map(|(name, space)| Piece::Blank { name, space });
    let footnote = (prop::option::of(0..CODES.len()), text(), any::<bool>())
        .prop_map(|(by, text, space)| Piece::Footnote { by, text, space });
    let leaf = prop_oneof![4 => plain, 1 => term, 1 => reference, 1 => elsewhere, 1 => blank, 1 => footnote];
    if depth == 0 {
        return leaf.boxed();
    }
    let reading = (any::<u8>(), prop::collection::vec(piece(depth - 1), 0..3));
    let contested = (prop::collection::vec(reading, 1..4), any::<bool>())
        .prop_map(|(readings, space)| Piece::Contested { readings, space });
    prop_oneof![4 => leaf, 1 => contested].boxed()
}

fn line() -> impl Strategy<Value = Vec<Piece>> {
    prop::collection::vec(piece(2), 0..5)
}

/// Puts pieces into a row that the markup can say.
struct Maker {
    targets: u32,
}

impl Maker {
    fn segments(&self, pieces: &[Piece], leads: bool, codes: &[&str], depth: u32) -> Vec<Segment> {
        let mut segments: Vec<Segment> = Vec::new();
        let mut tokens: Vec<Token> = Vec::new();
        let mut is_text = false;
        for piece in pieces {
            let is_first = segments.is_empty() && tokens.is_empty();
            let led = |space: bool| if is_first { leads } else { space };
            let was_text = core::mem::replace(&mut is_text, false);
            match piece {
                Piece::Text {
                    text,
                    space,
                    emphasis,
                } => {
                    let mut made = tokenize(text);
                    if let Some(first) = made.first_mut() {
                        // Two runs of text without a mark between them are told apart by a space only.
                        first.space_before = led(*space || was_text);
                    }
                    for token in &mut made {
                        token.marks.emphasis = *emphasis;
                    }
                    is_text = was_text || !made.is_empty();
                    tokens.extend(made);
                }
                Piece::Term { text, space } => {
                    let mut made = tokenize(text);
                    for (nth, token) in made.iter_mut().enumerate() {
                        token.marks.term = if nth == 0 {
                            TermMark::First
                        } else {
                            TermMark::Further
                        };
                        if nth == 0 {
                            token.space_before = led(*space);
                        }
                    }
                    is_text = was_text && made.is_empty();
                    tokens.extend(made);
                }
                Piece::Reference {
                    target,
                    kind,
                    space,
                } => {
                    let id = ProvisionId::from_number(target % self.targets);
                    let target = match kind {
                        0 => Target::Provision(id),
                        1 => Target::ProvisionInFull(id),
                        _ => Target::ProvisionNumber(id),
                    };
                    tokens.push(Token::plain(TokenKind::Reference(target), "", led(*space)));
                }
                Piece::Elsewhere { words, space } => {
                    let target =
                        TokenKind::Reference(Target::Elsewhere("un-charter/art_51".into()));
                    let words = normal(words);
                    if words.is_empty() {
                        is_text = was_text;
                    } else {
                        tokens.push(Token::plain(target, &words, led(*space)));
                    }
                }
                Piece::Blank { name, space } => {
                    let name = normal(name);
                    if name.is_empty() {
                        is_text = was_text;
                    } else {
                        tokens.push(Token::plain(TokenKind::Placeholder, &name, led(*space)));
                    }
                }
                Piece::Footnote { by, text, space } => {
                    let mut made = tokenize(text);
                    if let Some(first) = made.first_mut() {
                        first.space_before = false;
                    }
                    let by = by.map(|nth| ParticipantId::new(CODES[nth]).unwrap());
                    let footnote = Footnote { by, tokens: made };
                    tokens.push(Token::plain(
                        TokenKind::Footnote(Box::new(footnote)),
                        "",
                        led(*space),
                    ));
                }
                Piece::Contested { readings, space } => {
                    let Some(site) = self.site(readings, led(*space), codes, depth) else {
                        is_text = was_text;
                        continue;
                    };
                    if !tokens.is_empty() {
                        segments.push(Segment::Words(core::mem::take(&mut tokens)));
                    }
                    segments.push(Segment::Site(site));
                }
            }
        }
        if !tokens.is_empty() {
            segments.push(Segment::Words(tokens));
        }
        segments
    }

    /// A contested place: at the top with a base, within a reading with exactly its delegations.
    fn site(
        &self,
        readings: &[(u8, Vec<Piece>)],
        space: bool,
        codes: &[&str],
        depth: u32,
    ) -> Option<Site> {
        let mut left = codes;
        let mut made = Vec::new();
        let count = if depth == 0 {
            readings.len()
        } else {
            readings.len().min(codes.len())
        };
        for (nth, (choice, pieces)) in readings.iter().take(count).enumerate() {
            let is_base = depth == 0 && nth == 0;
            let is_last = nth + 1 == count;
            let room = left.len().saturating_sub(count - nth - 1);
            let wish = usize::from(choice % 3) + usize::from(!is_base);
            let taken = if depth > 0 && is_last {
                room
            } else {
                wish.min(room)
            };
            let (own, rest) = left.split_at(taken);
            left = rest;
            if own.is_empty() && !is_base {
                return None;
            }
            // Who keeps the base supports it, and the base holds no further place.
            let inner: &[&str] = if depth == 0 && !is_base { own } else { &[] };
            let stances = positions(own, *choice, is_base);
            let segments = self.segments(pieces, space, inner, depth + 1);
            made.push(Reading {
                is_base,
                stances,
                segments,
            });
        }
        (!made.is_empty()).then_some(Site {
            space_before: space,
            readings: made,
        })
    }

    fn body(&self, pieces: &[Piece]) -> Body {
        let segments = self.segments(pieces, false, &CODES, 0);
        let parts = segments.into_iter().map(|segment| match segment {
            Segment::Words(tokens) => Part::Words(tokens),
            Segment::Site(site) => Part::Site(site),
        });
        Body {
            parts: parts.collect(),
        }
    }
}

fn positions(codes: &[&str], choice: u8, is_base: bool) -> Vec<Stance> {
    let mut proposes = is_base;
    let stance = |(nth, code): (usize, &&str)| {
        let position = match choice.wrapping_add(u8::try_from(nth).unwrap()) % 5 {
            0 => Position::CanAccept,
            1 => Position::Reserve,
            2 => Position::Oppose,
            _ if proposes => Position::Support,
            _ => {
                proposes = true;
                Position::Propose
            }
        };
        let delegation = Some(ParticipantId::new(code).unwrap());
        Stance {
            delegation,
            position,
        }
    };
    codes.iter().enumerate().map(stance).collect()
}

fn normal(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").nfc().collect()
}

/// What a provision is made from.
type Seed = (Vec<Piece>, u8, Option<(Vec<Piece>, Vec<Vec<Piece>>)>);

fn seed() -> impl Strategy<Value = Seed> {
    let alternative = (line(), prop::collection::vec(line(), 0..2));
    (
        line(),
        any::<u8>(),
        prop::option::weighted(0.2, alternative),
    )
}

/// An item with those in it, a paragraph with its items.
type Items = Vec<(Seed, Vec<Seed>)>;
type Paragraphs = Vec<(Seed, Items)>;

#[derive(Debug, Clone)]
struct Plan {
    title: Vec<Piece>,
    recitals: Vec<Seed>,
    articles: Vec<(Seed, Paragraphs)>,
    annex: Option<Vec<Seed>>,
    language: usize,
}

fn plan() -> impl Strategy<Value = Plan> {
    use prop::collection::vec;
    let item = (seed(), vec(seed(), 0..2));
    let paragraph = (seed(), vec(item, 0..3));
    let article = (seed(), vec(paragraph, 0..3));
    (
        line(),
        vec(seed(), 0..3),
        vec(article, 0..3),
        prop::option::of(vec(seed(), 0..2)),
        0..5_usize,
    )
        .prop_map(|(title, recitals, articles, annex, language)| Plan {
            title,
            recitals,
            articles,
            annex,
            language,
        })
}

struct Grower {
    maker: Maker,
    next: u32,
    grown: Vec<Provision>,
}

impl Grower {
    fn id(&mut self) -> ProvisionId {
        self.next += 1;
        ProvisionId::from_number(self.next - 1)
    }

    fn grow(
        &mut self,
        kind: Kind,
        label: Option<Label>,
        parent: Option<ProvisionId>,
        seed: &Seed,
    ) -> ProvisionId {
        let (words, choice, alternative) = seed;
        let id = self.id();
        let mut provision = Provision::new(id, kind, label, self.maker.body(words));
        provision.parent = parent;
        if choice % 4 == 0 {
            let codes = ["USA", "X-EU"].map(|code| ParticipantId::new(code).unwrap());
            provision.inserted_by = codes.to_vec();
        }
        if choice % 5 == 0 {
            provision.notes.push(Note {
                text: "A note: 1. [x]".into(),
            });
            for text in ["in force", "   when always", ""] {
                let text = text.into();
                provision.rules.lines.push(RuleLine { text, line: 0 });
            }
            provision.rules.bound = (choice % 2 == 0).then_some([0, 1, 2, *choice]);
        }
        if let Some((words, further)) = alternative {
            let kind = if kind == Kind::Recital {
                Kind::Recital
            } else {
                Kind::Paragraph
            };
            let mut within = Vec::new();
            for words in further {
                let mut one = Provision::new(self.id(), kind, None, self.maker.body(words));
                one.parent = Some(id);
                within.push(one);
            }
            let body = Some(self.maker.body(words));
            let stances = positions(&CODES[..usize::from(choice % 4)], *choice, false);
            provision.alternatives = alloc::vec![
                Alternative {
                    letter: 'A',
                    stances,
                    body,
                    provisions: within
                },
                Alternative {
                    letter: 'B',
                    stances: Vec::new(),
                    body: None,
                    provisions: Vec::new()
                },
            ];
        }
        self.grown.push(provision);
        id
    }
}

fn grow(plan: &Plan) -> Expression {
    let maker = Maker { targets: 1 };
    let mut grower = Grower {
        maker,
        next: 0,
        grown: Vec::new(),
    };
    grower.grow(Kind::Title, None, None, &(plan.title.clone(), 1, None));
    let empty: Seed = (Vec::new(), 1, None);
    let numbered = |form, text: &str| Some(Label::new(form, text));
    if !plan.recitals.is_empty() {
        let preamble = grower.grow(Kind::Preamble, None, None, &empty);
        for recital in &plan.recitals {
            grower.grow(Kind::Recital, None, Some(preamble), recital);
        }
    }
    let part = numbered(LabelForm::Heading, "I");
    let part = (plan.articles.len() > 1).then(|| grower.grow(Kind::Part, part, None, &empty));
    for (nth, (article, paragraphs)) in plan.articles.iter().enumerate() {
        let number = alloc::format!("{} {}", nth + 1, LATIN[nth]);
        let label = numbered(LabelForm::Heading, &number);
        let article = grower.grow(Kind::Article, label, part, article);
        for (nth, (paragraph, items)) in paragraphs.iter().enumerate() {
            let label = match paragraph.1 % 3 {
                0 => None,
                1 => numbered(LabelForm::Dotted, &alloc::format!("{}", nth + 1)),
                _ => numbered(LabelForm::Parenthesised, &alloc::format!("{}", nth + 1)),
            };
            let paragraph = grower.grow(Kind::Paragraph, label, Some(article), paragraph);
            for (nth, (item, deeper)) in items.iter().enumerate() {
                let label = match item.1 % 2 {
                    0 => numbered(LabelForm::Dash, ""),
                    _ => numbered(LabelForm::Parenthesised, ["a", "b", "c"][nth]),
                };
                let item = grower.grow(Kind::Item, label, Some(paragraph), item);
                for (nth, deep) in deeper.iter().enumerate() {
                    let label = numbered(LabelForm::Parenthesised, ["i", "ii"][nth]);
                    grower.grow(Kind::Item, label, Some(item), deep);
                }
            }
            if !items.is_empty() {
                grower.grow(Kind::Closing, None, Some(paragraph), &empty);
            }
        }
    }
    if let Some(paragraphs) = &plan.annex {
        let annex = grower.grow(
            Kind::Annex,
            numbered(LabelForm::Heading, "IV"),
            None,
            &empty,
        );
        for paragraph in paragraphs {
            grower.grow(Kind::Paragraph, None, Some(annex), paragraph);
        }
    }
    let tag = ["en", "tr", "fr", "es", "ru"][plan.language];
    Expression {
        language: Language::new(tag).unwrap(),
        headers: alloc::vec![Header {
            key: "status".into(),
            value: "draft".into()
        }],
        provisions: grower.grown,
    }
}

fn without_lines(mut provisions: Vec<Provision>) -> Vec<Provision> {
    for provision in &mut provisions {
        for rule in &mut provision.rules.lines {
            rule.line = 0;
        }
        for alternative in &mut provision.alternatives {
            alternative.provisions = without_lines(core::mem::take(&mut alternative.provisions));
        }
    }
    provisions
}

/// How many generated texts each property is tried on.
fn cases(most: u32) -> ProptestConfig {
    let cases = option_env!("SPONSIO_CASES").and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: cases.unwrap_or(most),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn what_is_printed_is_read_back(plan in plan()) {
        let text = grow(&plan);
        let printed = print(&text);
        let parsed = read(&printed);
        prop_assert!(parsed.expression.is_some(), "{printed}\n{:#?}", parsed.faults);
        let again = parsed.expression.unwrap();
        let again = Expression { provisions: without_lines(again.provisions), ..again };
        prop_assert_eq!(&again, &text, "{}", printed);
        prop_assert_eq!(print(&again), printed);
        prop_assert!(parsed.assigned.is_empty());
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read_and_print(&bytes)?;
    }

    #[test]
    fn any_marks_are_read_without_panic(
        lines in prop::collection::vec("(Article [0-9]|Alt|Alt A|\\(|=|USA|TUR|: | \\| |\\[|\\]|\\{|\\}|#|@|\\?|term |\\*|\\^\\[|- |& |> |\\| |1\\. |\\(a\\) |  |\n|\n\n|x|é|k7m2qx|\\\\){0,60}", 1..3),
    ) {
        let source = alloc::format!("# T\nlanguage: en\n\n{}", lines.join("\n\n"));
        read_and_print(source.as_bytes())?;
    }
}

/// Whatever is read is printed, and then printing is at rest.
fn read_and_print(bytes: &[u8]) -> Result<(), TestCaseError> {
    let mut ids = IdsOfDigest::new(Digest::of(b"test"));
    let parsed = parse(bytes, &Options::default(), &mut ids);
    if let Some(text) = parsed.expression {
        let printed = print(&text);
        let again = read(&printed);
        prop_assert!(again.expression.is_some(), "{printed}\n{:#?}", again.faults);
        prop_assert_eq!(print(&again.expression.unwrap()), printed);
    }
    Ok(())
}
