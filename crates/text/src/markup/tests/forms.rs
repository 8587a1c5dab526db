//! What lines and marks are read as.

use super::*;
use crate::body::{Body, Part, Position, Segment, Site};
use crate::expression::Expression;
use crate::provision::{Kind, Provision};
use crate::token::{Target, TermMark, TokenKind};
use alloc::string::ToString as _;
use alloc::vec::Vec;

const HEAD: &str = "# Title\nlanguage: en\n\n";

#[track_caller]
fn good(lines: &str) -> Expression {
    let parsed = body(lines);
    assert!(parsed.expression.is_some(), "{lines}\n{:#?}", parsed.faults);
    parsed.expression.unwrap()
}

/// Kind, label, level below the title, words.
fn outline(expression: &Expression) -> Vec<String> {
    let depth = |provision: &Provision| {
        let mut depth = 0;
        let mut parent = provision.parent;
        while let Some(above) = parent.and_then(|id| expression.provision(id)) {
            depth += 1;
            parent = above.parent;
        }
        depth
    };
    let one = |provision: &Provision| {
        let label = provision.label.as_ref().map_or("", |label| &label.text);
        let words = print_body(&provision.body);
        alloc::format!(
            "{}{:?} {label}: {words}",
            "  ".repeat(depth(provision)),
            provision.kind
        )
    };
    expression.provisions.iter().skip(1).map(one).collect()
}

#[test]
fn lines_make_a_tree() {
    let text = good(
        "## Preamble\n\nThe Parties,\n\nRecalling\nmuch,\n\n## Part I. General\n\nArticle 1. Aim\n\
         1. One:\n(a) first;\n  (i) deep;\n  - dash;\n  & deep end\n(b) second.\n& closing\n\n\
         2. Two\n2.1. Sub\n\nplain\n\nArticle 2\n\nwords\n\n## Annex II. List\n\nArticle 1. X\n\n\
         ## Testimonium\n\nDone.\n",
    );
    assert_eq!(
        outline(&text),
        [
            "Preamble : ",
            "  Recital : The Parties,",
            "  Recital : Recalling much,",
            "Part I: General",
            "  Article 1: Aim",
            "    Paragraph 1: One:",
            "      Item a: first;",
            "        Item i: deep;",
            "        Item : dash;",
            "        Closing : deep end",
            "      Item b: second.",
            "      Closing : closing",
            "    Paragraph 2: Two",
            "      Paragraph 2.1: Sub",
            "    Paragraph : plain",
            "  Article 2: ",
            "    Paragraph : words",
            "Annex II: List",
            "  Article 1: X",
            "Testimonium : ",
            "  Paragraph : Done.",
        ]
    );
}

#[test]
fn the_canonical_form_has_one_line_for_each_provision() {
    let source = "\u{feff}# Title {#aaaaaa}\r\nlanguage: tr\r\nlanguages: tr, en\r\n\r\n\
        ARTICLE 1.  Amaç {#bbbbbb}\r\nsatır\r\ndevam {#cccccc}\r\n> not\r\n| in force\r\n|= 00000000\r\n";
    let parsed = read(source);
    let text = parsed.expression.unwrap();
    assert_eq!(
        print(&text),
        "# Title {#aaaaaa}\nlanguage: tr\nlanguages: tr, en\n\nMadde 1. Amaç {#bbbbbb}\n\n\
         satır devam {#cccccc}\n> not\n| in force\n|= 00000000\n"
    );
    assert_eq!(parsed.faults.len(), 1, "the rule is not confirmed");
    assert_eq!(
        parsed.lines.values().copied().collect::<Vec<_>>(),
        [1, 5, 6]
    );
    assert!(parsed.assigned.is_empty());
}

fn words(text: &Expression) -> &Body {
    &text.provisions[1].body
}

fn site(body: &Body) -> &Site {
    let found = body.parts.iter().find_map(|part| match part {
        Part::Site(site) => Some(site),
        Part::Words(_) => None,
    });
    found.unwrap()
}

#[test]
fn contested_places_have_readings_with_positions() {
    let text = good(
        "Each Party shall [USA, JPN: at once | =: promptly | X-EU, CHE~, NOR!, TUR^: without undue \
         delay | FRA: -] notify.\n",
    );
    let site = site(words(&text));
    assert!(site.space_before);
    assert!(site.readings[0].is_base, "the base is listed first");
    let positions = |nth: usize| {
        let stances = site.readings[nth].stances.iter();
        stances.map(|stance| stance.position).collect::<Vec<_>>()
    };
    assert_eq!(positions(0), []);
    assert_eq!(positions(1), [Position::Propose, Position::Support]);
    assert_eq!(
        positions(2),
        [
            Position::Propose,
            Position::CanAccept,
            Position::Reserve,
            Position::Oppose
        ]
    );
    assert!(site.readings[3].segments.is_empty());
    let base: Vec<String> = words(&text)
        .base()
        .iter()
        .map(|token| token.text.to_string())
        .collect();
    assert_eq!(base, ["Each", "Party", "shall", "promptly", "notify", "."]);
    assert_eq!(
        print_body(words(&text)),
        "Each Party shall [=: promptly | USA, JPN: at once | X-EU, CHE~, NOR!, TUR^: without undue \
         delay | FRA: -] notify."
    );
}

#[test]
fn a_bracket_without_space_attaches_its_readings() {
    let text = good("shall[=: - | USA: , if possible,] notify\n");
    let site = site(words(&text));
    assert!(!site.space_before);
    let Segment::Words(tokens) = &site.readings[1].segments[0] else {
        panic!("words are words")
    };
    assert!(!tokens[0].space_before);
    assert_eq!(
        print_body(words(&text)),
        "shall[=: - | USA: , if possible,] notify"
    );
}

#[test]
fn a_reading_may_hold_one_more_place() {
    let source = "to [=: a | USA, JPN: b [USA: c | JPN: -] d] x";
    let text = good(source);
    assert_eq!(print_body(words(&text)), source);
    let unknown = "to [=: a | ?: b [?: c | ?: d]] x";
    assert_eq!(print_body(words(&good(unknown))), unknown);
}

#[test]
fn marks_within_a_line() {
    let text = good(
        "*Recalling* {term the Depositary} of {@aaaaaa}, {@aaaaaa full} and {@aaaaaa number}, \
         {=un-charter/art_51 Article 51 of the  Charter}; {?share}.^[NOR: reserves its position.] \
         the Depositary {#bbbbbb} {+ USA, JPN}\n\nArticle 1 {#aaaaaa}\n",
    );
    let provision = &text.provisions[1];
    assert_eq!(provision.inserted_by.len(), 2);
    let Part::Words(tokens) = &provision.body.parts[0] else {
        panic!("words are words")
    };
    assert!(tokens[0].marks.emphasis && !tokens[1].marks.emphasis);
    assert_eq!(tokens[1].marks.term, TermMark::First);
    assert_eq!(tokens[2].marks.term, TermMark::Further);
    let id = "aaaaaa".parse().unwrap();
    let kinds: Vec<&TokenKind> = tokens.iter().map(|token| &token.kind).collect();
    assert!(kinds.contains(&&TokenKind::Reference(Target::Provision(id))));
    assert!(kinds.contains(&&TokenKind::Reference(Target::ProvisionInFull(id))));
    assert!(kinds.contains(&&TokenKind::Reference(Target::ProvisionNumber(id))));
    let elsewhere = tokens.iter().find(|token| {
        matches!(&token.kind, TokenKind::Reference(Target::Elsewhere(target)) if &**target == "un-charter/art_51")
    });
    assert_eq!(&*elsewhere.unwrap().text, "Article 51 of the Charter");
    let footnote = tokens.iter().find_map(|token| match &token.kind {
        TokenKind::Footnote(footnote) => Some(footnote),
        _ => None,
    });
    assert_eq!(footnote.unwrap().by.as_ref().unwrap().as_str(), "NOR");
    assert_eq!(
        print(&text).lines().nth(3).unwrap(),
        "*Recalling* {term the Depositary} of {@aaaaaa}, {@aaaaaa full} and {@aaaaaa number}, \
         {=un-charter/art_51 Article 51 of the Charter}; {?share}.^[NOR: reserves its position.] \
         the Depositary {+ USA, JPN} {#bbbbbb}"
    );
}

#[test]
fn escapes_are_literal() {
    let text = good("\\1. a \\[b\\] \\{c\\} \\| \\* \\^ \\\\ x\n\n1. \\- y\n");
    assert_eq!(text.provisions[1].label, None);
    let joined: String = words(&text)
        .base()
        .iter()
        .map(|token| &*token.text)
        .collect();
    assert_eq!(joined, "1.a[b]{c}|*^\\x");
    assert!(print(&text).contains("\n\\1. a \\[b\\] \\{c\\} \\| \\* \\^ \\\\ x {#"));
    assert!(print(&text).contains("\n1. - y {#"));
}

#[test]
fn words_that_look_like_a_line_of_another_kind_are_guarded() {
    for words in [
        "Article 5. x",
        "- x",
        "1. x",
        "(a) x",
        "# x",
        "> x",
        "& x",
        "\\| x",
        "Alt A: x",
        "Alt:",
    ] {
        let first = words.strip_prefix('\\').unwrap_or(words);
        let text = good(&alloc::format!("\\{first}\n"));
        assert_eq!(text.provisions[1].kind, Kind::Paragraph, "{words}");
        let printed = print(&text);
        assert!(
            printed.contains(&alloc::format!("\n\\{first} {{#")),
            "{printed}"
        );
    }
}

#[test]
fn alternatives_belong_to_the_provision_above() {
    let text = good(
        "## Preamble\n\nOne {#aaaaaa}\n\nAlt A (USA, JPN~): Other\n\nmore\n\nAlt B (TUR): -\n\nAlt:\n\n\
         Two {#bbbbbb}\n\nArticle 1\n\n1. X {#cccccc}\n\nAlt A: Y\n\n(a) item\n\n2. Z\n",
    );
    let outline = outline(&text);
    assert_eq!(
        outline,
        [
            "Preamble : ",
            "  Recital : One",
            "  Recital : Two",
            "Article 1: ",
            "  Paragraph 1: X",
            "  Paragraph 2: Z",
        ]
    );
    let one = &text.provisions[2];
    assert_eq!(one.alternatives.len(), 2);
    assert_eq!(one.alternatives[0].provisions.len(), 1);
    assert_eq!(one.alternatives[0].stances.len(), 2);
    assert!(one.alternatives[1].body.is_none());
    assert_eq!(
        text.provisions[5].alternatives[0].provisions[0].kind,
        Kind::Item
    );
    let printed = print(&text);
    assert_eq!(printed.matches("\nAlt:\n").count(), 1, "{printed}");
    assert_eq!(
        print(&good(
            printed
                .strip_prefix(&printed[..HEAD.len() + " {#000000}".len()])
                .unwrap()
        ))
        .len(),
        printed.len()
    );
}

#[test]
fn notes_and_rules_stand_under_their_provision() {
    let text = good("1. X\n> a note\n| guarantee G1\n|     of \"x\"\n|= 3f9a1c20\nplain\n");
    let one = &text.provisions[1];
    assert_eq!(one.notes[0].text, "a note");
    assert_eq!(one.rules.lines.len(), 2);
    assert_eq!(one.rules.lines[1].text, "    of \"x\"");
    assert_eq!(one.rules.lines[1].line, 7);
    assert_eq!(one.rules.bound, Some([0x3f, 0x9a, 0x1c, 0x20]));
    assert_eq!(
        text.provisions.len(),
        3,
        "a line after a rule is a provision of its own"
    );
}
