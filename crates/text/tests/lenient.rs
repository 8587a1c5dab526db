//! The lenient reader: what it makes of texts as they are found, and that no word is lost. The real
//! texts are read from beside the project; where they are not there, that test says so and is left out.

extern crate alloc;

use alloc::collections::BTreeMap;
use proptest::prelude::*;
use sponsio_record::Digest;
use sponsio_text::markup::lenient::{Lenient, Role, read};
use sponsio_text::markup::{Code, Options, print_body};
use sponsio_text::{
    Expression, IdsOfDigest, Kind, Part, Provision, ProvisionId, Token, TokenKind, tokenize,
};

fn loosely(source: &str) -> Lenient {
    let mut ids = IdsOfDigest::new(Digest::of(b"test"));
    read(source.as_bytes(), &Options::default(), &mut ids)
}

fn provisions(source: &str) -> Vec<Provision> {
    loosely(source)
        .parsed
        .expression
        .expect("a text")
        .provisions
}

fn words(source: &str) -> String {
    print_body(&provisions(source).last().expect("a provision").body)
}

/// The words of a text, as the tokenizer counts them.
fn counted(text: &str, into: &mut Vec<String>) {
    let tokens = tokenize(text);
    let words = tokens.iter().filter(|token| token.is_word());
    into.extend(words.map(|token| token.text.to_string()));
}

/// A text in its tokens, whatever its spaces and the form of its characters.
fn flat(text: &str) -> String {
    tokenize(text)
        .iter()
        .flat_map(|token| [&*token.text, " "])
        .collect()
}

fn of_token(token: &Token, into: &mut Vec<String>) {
    match token.kind {
        TokenKind::Word | TokenKind::Number => into.push(token.text.to_string()),
        _ => counted(&token.text, into),
    }
}

fn of_provision(provision: &Provision, source: &str, all: &mut BTreeMap<ProvisionId, Vec<String>>) {
    let own = all.entry(provision.id).or_default();
    let alternatives = provision.alternatives.iter();
    let bodies = alternatives.filter_map(|alternative| alternative.body.as_ref());
    for body in core::iter::once(&provision.body).chain(bodies) {
        body.each_token(&mut |token| of_token(token, own));
    }
    for note in &provision.notes {
        // A note of its own line is kept as it stands, a remark in braces as it reads.
        let as_it_stands = flat(source).contains(&flat(&note.text));
        let words = if as_it_stands {
            literal(&note.text)
        } else {
            note.text.clone()
        };
        counted(&words, own);
    }
    for rule in &provision.rules.lines {
        counted(&literal(&rule.text), own);
    }
    for alternative in &provision.alternatives {
        for provision in &alternative.provisions {
            of_provision(provision, source, all);
        }
    }
}

/// The words of a text without the backslashes that make the next character literal. Rules and headers
/// are kept as they stand, backslashes included.
fn literal(source: &str) -> String {
    let mut characters = source.chars();
    let mut plain = String::new();
    while let Some(character) = characters.next() {
        if character == '\\' {
            plain.extend(characters.next());
        } else {
            plain.push(character);
        }
    }
    plain
}

/// The provisions stand in the order in which their words do in the file.
fn in_order(text: &Expression, read: &Lenient) -> Result<(), String> {
    fn ids(provisions: &[Provision], into: &mut Vec<ProvisionId>) {
        for own in provisions {
            into.push(own.id);
            for rival in &own.alternatives {
                ids(&rival.provisions, into);
            }
        }
    }
    let mut order = Vec::new();
    ids(&text.provisions, &mut order);
    let mut begins: BTreeMap<ProvisionId, usize> = BTreeMap::new();
    for span in read.spans.iter().filter(|span| span.role == Role::Words) {
        begins.entry(span.provision).or_insert(span.range.start);
    }
    let mut before = 0;
    for (id, begin) in order.iter().filter_map(|id| Some((id, *begins.get(id)?))) {
        if begin < before {
            return Err(alloc::format!(
                "{id}, which begins at {begin}, stands after {before}"
            ));
        }
        before = begin;
    }
    Ok(())
}

/// The words of each provision are those of its spans, and the spans are a partition of the file.
fn judge(source: &str, read: &Lenient) -> Result<(), String> {
    let Some(text) = &read.parsed.expression else {
        return Ok(());
    };
    let mut at = 0;
    let mut spanned: BTreeMap<ProvisionId, Vec<String>> = BTreeMap::new();
    for span in &read.spans {
        if span.range.start != at || span.range.is_empty() {
            return Err(alloc::format!("a gap or an overlap at {at}: {span:?}"));
        }
        at = span.range.end;
        if span.role == Role::Words {
            let own = spanned.entry(span.provision).or_default();
            counted(&literal(&source[span.range.clone()]), own);
        }
    }
    if at != source.len() {
        return Err(alloc::format!("the spans end at {at} of {}", source.len()));
    }
    let mut held = BTreeMap::new();
    for provision in &text.provisions {
        of_provision(provision, source, &mut held);
    }
    for header in &text.headers {
        let title = text.provisions[0].id;
        let line = alloc::format!("{}: {}", header.key, header.value);
        counted(&literal(&line), held.entry(title).or_default());
    }
    in_order(text, read)?;
    for (id, mut words) in held {
        let mut expected = spanned.remove(&id).unwrap_or_default();
        words.sort();
        expected.sort();
        if words != expected {
            let lost: Vec<_> = expected
                .iter()
                .filter(|word| !words.contains(word))
                .collect();
            let won: Vec<_> = words
                .iter()
                .filter(|word| !expected.contains(word))
                .collect();
            let line = read.parsed.lines.get(&id);
            return Err(alloc::format!(
                "{id} of line {line:?} has {} words of {}: lost {lost:?}, won {won:?}",
                words.len(),
                expected.len(),
            ));
        }
    }
    match spanned.iter().find(|(_, words)| !words.is_empty()) {
        Some((id, words)) => Err(alloc::format!("{id} is no provision and has {words:?}")),
        None => Ok(()),
    }
}

#[test]
fn the_first_line_of_a_plain_text_is_its_title() {
    let titled = "Treaty on Assurances\n\nArticle 1. Assurance\n\nEach Party shall notify.\n";
    let found = provisions(titled);
    assert_eq!(found[0].kind, Kind::Title);
    assert_eq!(print_body(&found[0].body), "Treaty on Assurances");
    assert_eq!(found.len(), 3);
    for untitled in [
        "Article 1. Assurance\n\nEach Party shall notify.\n",
        "1. Each Party shall notify\n\n2. Others\n",
        "Each Party shall notify.\n\nNone shall delay.\n",
        "The Parties to this Treaty,\n\nRecalling the Charter,\n",
        "Option 1\n\nEach Party shall notify.\n",
        "Preamble\n\nThe Parties have agreed.\n",
        "Each Party\nshall notify.\n",
        "Each Party shall notify\n",
    ] {
        let found = provisions(untitled);
        assert!(found[0].is_blank(), "{untitled}: {found:?}");
    }
}

#[test]
fn each_alternative_in_a_bracket_is_read_under_its_own_code() {
    assert_eq!(
        words("Each Party shall [USA: at once; X-EU, NOR: without delay; see below] notify.\n"),
        "Each Party shall [= USA: at once | X-EU, NOR: without delay; see below] notify."
    );
    // Where nobody is named a semicolon is one of the words.
    assert_eq!(
        words("Each Party shall [at once; USA: soon] notify.\n"),
        "Each Party shall [= ?: at once; USA: soon | ?: -] notify."
    );
}

#[test]
fn options_stand_where_they_stood() {
    let found = provisions(
        "# T\n\n## Article 3\n\nIntro.\n\n**Option 1:** alpha\n\n**Option 2:** beta\n\n2. Two\n",
    );
    let shown: Vec<(String, usize)> = found
        .iter()
        .map(|own| (print_body(&own.body), own.alternatives.len()))
        .collect();
    let of = |words: &str, rivals| (String::from(words), rivals);
    assert_eq!(
        shown,
        [
            of("T", 0),
            of("", 0),
            of("Intro.", 0),
            of("", 2),
            of("Two", 0)
        ]
    );
    // A label without words announces them.
    let found =
        provisions("# T\n\n## Article 3\n\n1. One\n\n2.\n\nOption 1: alpha\n\nOption 2: beta\n");
    let last = found.last().expect("a provision");
    assert_eq!(last.label.as_ref().map(|own| &*own.text), Some("2"));
    assert_eq!(last.alternatives.len(), 2);
}

#[test]
fn brackets_without_delegations_are_places() {
    assert_eq!(words("The [joint] aim"), "The [= ?: joint | ?: -] aim");
    assert_eq!(
        words("We [shall][should] act"),
        "We [= ?: shall | ?: should] act"
    );
    assert_eq!(
        words("We [shall] [should]/[may] act"),
        "We [= ?: shall | ?: should | ?: may] act"
    );
    assert_eq!(
        words("[USA: at once][TUR, NOR!: soon]"),
        "[= USA: at once | TUR, NOR!: soon]"
    );
    assert_eq!(
        words("[=: at once | TUR: soon]"),
        "[=: at once | TUR: soon]"
    );
    assert_eq!(
        words("by [12 [-18] month]"),
        "by [= ?: 12 [= ?: -18 | ?: -] month | ?: -]"
    );
}

#[test]
fn what_does_not_close_is_closed_at_the_end() {
    let read = loosely("one [two [three] four\n\nfive] six");
    let codes: Vec<_> = read.parsed.faults.iter().map(|fault| fault.code).collect();
    assert!(codes.contains(&Code::T201) && codes.contains(&Code::T202));
    let text = read.parsed.expression.unwrap();
    assert_eq!(
        print_body(&text.provisions[1].body),
        "one [= ?: two [= ?: three | ?: -] four | ?: -]"
    );
    assert_eq!(print_body(&text.provisions[2].body), "five\\] six");
}

#[test]
fn emphasis_crosses_brackets() {
    assert_eq!(
        words("*[Taking* account] of"),
        "[= ?: *Taking* account | ?: -] of"
    );
    assert_eq!(
        words("r*eaffirming* that **all**"),
        "r*eaffirming* that *all*"
    );
}

#[test]
fn options_are_alternatives_of_one_place() {
    let text = provisions(
        "## Article 2 *(purpose)*\n\n**Option 1:**\n\n1. One\n\n   1. deep\n\n2. Two\n\n**Option 2:**\n\n\
         No text\n\n3. Three\n\n4. **Option 1:** first\n\n    **Option 2:** second\n\n## Article 3\n",
    );
    let article = &text[1];
    assert_eq!(article.alternatives.len(), 2);
    assert_eq!(article.alternatives[0].provisions.len(), 3);
    assert!(article.alternatives[1].body.is_none());
    assert_eq!(text[2].label.as_ref().map(|label| &*label.text), Some("3"));
    let four = &text[3];
    let bodies: Vec<_> = four
        .alternatives
        .iter()
        .map(|one| print_body(one.body.as_ref().unwrap()))
        .collect();
    assert_eq!(bodies, ["first", "second"]);
    assert_eq!(text.len(), 5);
}

#[test]
fn an_option_says_whose_it_is() {
    let source = "1. The Parties shall meet.\n\n1.2 Costs\n\nOption 1 (USA, X-EU): Each bears its own.\n\n\
        **Option 2** (NOR): No text.\n\nOption 3: Others bear them.\n";
    let read = loosely(source);
    assert_eq!(judge(source, &read), Ok(()));
    let text = provisions(source);
    let owner = text.iter().find(|own| !own.alternatives.is_empty());
    let rivals = &owner.expect("an owner").alternatives;
    let named = |at: usize| -> Vec<String> {
        let stances = rivals[at].stances.iter();
        let code = |stance: &sponsio_text::Stance| {
            let code = stance.delegation.as_ref();
            code.map_or_else(|| "?".to_owned(), ToString::to_string)
        };
        stances.map(code).collect()
    };
    assert_eq!(
        [named(0), named(1), named(2)],
        [
            vec!["USA".to_owned(), "X-EU".to_owned()],
            vec!["NOR".to_owned()],
            vec!["?".to_owned()]
        ]
    );
    assert!(rivals[1].body.is_none(), "it is no text");
}

#[test]
fn items_that_are_not_indented_belong_to_what_stands_before() {
    let source = "# T\n\nArticle 1. Notice\n\n1. Each Party shall:\n\n(a) tell:\n\n(i) the place;\n\n\
        (ii) the day;\n\n(b) listen.\n\n2. The Parties shall:\n\n(a) meet.\n";
    let read = loosely(source);
    assert_eq!(judge(source, &read), Ok(()));
    let text = provisions(source);
    let label = |id: Option<ProvisionId>| {
        let own = text.iter().find(|own| Some(own.id) == id);
        let label = own.and_then(|own| own.label.as_ref());
        label.map_or_else(String::new, |label| label.text.to_string())
    };
    let found: Vec<String> = text
        .iter()
        .filter(|own| own.label.is_some())
        .map(|own| format!("{} in {}", label(Some(own.id)), label(own.parent)))
        .collect();
    assert_eq!(
        found,
        [
            "1 in ", "1 in 1", "a in 1", "i in a", "ii in a", "b in 1", "2 in 1", "a in 2"
        ]
    );
}

#[test]
fn markdown_is_read() {
    let source = "---\ntitle: Draft text\nedit: true\n---\n\n*Edited*[^1] see [here][src] and [there](/x)\n\n\
        [src]: https://example.org/a\n\n* TOC\n{:toc}\n\n## [Article 3bis]\n\ntext {add this}\n\n[^1]: The note.\n";
    let read = loosely(source);
    judge(source, &read).unwrap();
    let text = read.parsed.expression.unwrap();
    assert_eq!(print_body(&text.provisions[0].body), "Draft text");
    assert_eq!(
        print_body(&text.provisions[1].body),
        "*Edited*^[The note.] see {=https://example.org/a here} and {=/x there}"
    );
    let article = text
        .provisions
        .iter()
        .find(|one| one.kind == Kind::Article)
        .unwrap();
    assert_eq!(
        article.label.as_ref().map(|label| &*label.text),
        Some("3 bis")
    );
    assert_eq!(text.provisions.last().unwrap().notes[0].text, "add this");
}

#[test]
fn what_is_taken_out_takes_no_words_with_it() {
    for source in ["]: [{Option 1:}][", "    #k7m2qx{#k7m2qx}USA: "] {
        assert_eq!(judge(source, &loosely(source)), Ok(()), "{source}");
    }
}

#[test]
fn the_markup_itself_is_read_too() {
    let source = "# T {#aaaaaa}\nlanguage: tr\nstatus: draft\n\nMadde 1. Amaç {#bbbbbb}\n\n1. Bir {@bbbbbb} {?sayı} \
        [=: a | TUR: b]. {#cccccc}\n> not\n| in force\n";
    let read = loosely(source);
    let text = read.parsed.expression.unwrap();
    assert_eq!(text.language.as_str(), "tr");
    assert_eq!(text.provisions[2].id.to_string(), "cccccc");
    assert!(matches!(text.provisions[2].body.parts[1], Part::Site(_)));
    assert_eq!(text.provisions[2].rules.lines.len(), 1);
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that is left out says so")]
fn the_real_texts_are_read_without_loss() {
    for name in ["2015-10-23", "2015-12-12"] {
        let path = alloc::format!(
            "{}/../../../shared/texts/paris/{name}.md",
            env!("CARGO_MANIFEST_DIR")
        );
        let Ok(source) = std::fs::read_to_string(&path) else {
            eprintln!("left out: ../shared/texts/paris is not there");
            return;
        };
        let read = loosely(&source);
        judge(&source, &read).unwrap();
        let text = read.parsed.expression.unwrap();
        let contested = text
            .provisions
            .iter()
            .filter(|one| one.body.is_contested())
            .count();
        if name == "2015-12-12" {
            assert_eq!(contested, 0, "the adopted text has no contested place");
        } else {
            assert!(contested > 50, "{contested}");
        }
        let articles = text
            .provisions
            .iter()
            .filter(|one| one.kind == Kind::Article)
            .count();
        assert!(articles >= 26, "{articles}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn no_word_is_lost(
        source in "(\\[|\\]|\\*|\\{|\\}|\\||\\^\\[|\\[\\^1\\]|\\]: |Option 1:|Option 2:|No text|Article 2|## |### |# |1\\. |\\(a\\) |- |> |\\| |    |  | |\n|\n\n|USA: |=: |one|iki|şey|条|👩|u\u{308}|\\\\|-|/|term |#k7m2qx|\\[x\\]|\\(y\\)|http://z|---|title: ){0,80}",
    ) {
        let read = loosely(&source);
        prop_assert!(read.parsed.expression.is_some());
        prop_assert_eq!(judge(&source, &read), Ok(()));
    }
}
