use super::*;
use crate::markup::{Options, parse};
use crate::provision::IdsOfDigest;
use sponsio_record::Digest;

fn text(tag: &str, lines: &str) -> Expression {
    let source = alloc::format!("# T {{#aaaaaa}}\nlanguage: {tag}\n\n{lines}\n");
    let mut ids = IdsOfDigest::new(Digest::of(tag.as_bytes()));
    let parsed = parse(source.as_bytes(), &Options::default(), &mut ids);
    assert!(parsed.expression.is_some(), "{source}\n{:?}", parsed.faults);
    parsed.expression.unwrap()
}

#[track_caller]
fn codes(first: (&str, &str), other: (&str, &str)) -> Vec<&'static str> {
    let found = concordance(
        &text(first.0, first.1),
        &text(other.0, other.1),
        &BTreeSet::new(),
    );
    found.iter().map(|finding| finding.code.as_str()).collect()
}

fn same(first: (&str, &str), other: (&str, &str)) {
    let line = |words: &str| alloc::format!("{words} {{#bbbbbb}}");
    let (one, two) = (line(first.1), line(other.1));
    assert_eq!(
        codes((first.0, &one), (other.0, &two)),
        Vec::<&str>::new(),
        "{first:?} {other:?}"
    );
}

fn differs(first: (&str, &str), other: (&str, &str), code: &str) {
    let line = |words: &str| alloc::format!("{words} {{#bbbbbb}}");
    let (one, two) = (line(first.1), line(other.1));
    assert_eq!(
        codes((first.0, &one), (other.0, &two)),
        [code],
        "{first:?} {other:?}"
    );
}

#[test]
fn numbers_are_equal_in_their_languages() {
    same(("en", "1,000.5 tonnes"), ("tr", "1.000,5 ton"));
    same(("en", "1,000.5 tonnes"), ("fr", "1 000,5 tonnes"));
    same(("en", "twenty-five days"), ("tr", "yirmi beş gün"));
    same(("en", "twenty-five days"), ("tr", "yirmibeş gün"));
    same(("en", "within 30 days"), ("tr", "otuz gün içinde"));
    same(("en", "the fifth instrument"), ("tr", "beşinci belge"));
    same(("en", "the 14th day"), ("tr", "14'üncü gün"));
    same(("en", "5 per cent"), ("tr", "%5"));
    same(("en", "5 %"), ("tr", "yüzde 5"));
    same(("en", "eighty votes"), ("fr", "quatre-vingts voix"));
    same(("en", "one State"), ("tr", "Devlet"));
    same(("en", "one third of all"), ("tr", "tümünün üçte biri"));
    same(("en", "two thirds of all"), ("tr", "tümünün üçte ikisi"));
    same(("en", "Two-thirds of all"), ("tr", "tümünün üçte ikisinin"));
    same(("en", "two thirds of all"), ("fr", "les deux tiers"));
    same(("en", "three quarters"), ("tr", "dörtte üçü"));
    same(("en", "three quarters"), ("fr", "trois quarts"));
    same(("en", "one half of it"), ("tr", "yarısı"));
    same(("en", "twice a year"), ("tr", "yılda iki kez"));
    same(("en", "once a year"), ("tr", "yılda bir kez"));
    same(("en", "the first meeting"), ("tr", "ilk toplantı"));
    same(("en", "the first meeting"), ("tr", "birinci toplantı"));
    same(("en", "both Parties"), ("tr", "her iki Taraf"));
    same(("en", "two of the Parties"), ("tr", "Taraflardan ikisi"));
    same(("en", "four of the Parties"), ("tr", "Taraflardan dördü"));
    differs(("en", "two thirds"), ("tr", "dörtte üçü"), "T313");
    differs(("en", "two thirds"), ("tr", "üçte biri"), "T313");
    differs(("en", "twice"), ("tr", "üç kez"), "T313");
    differs(("en", "two Parties"), ("tr", "her Taraf"), "T313");
    differs(("en", "the first"), ("tr", "ikinci"), "T313");
    same(("en", "one State"), ("fr", "un État"));
    same(("en", "5 days"), ("ar", "٥ أيام"));
    same(("en", "three days"), ("de", "drei Tage"));
    same(("en", "Iki"), ("tr", "Hiç"));
    differs(("en", "30 days"), ("tr", "31 gün"), "T313");
    differs(("en", "30 days"), ("tr", "gün"), "T313");
    differs(("en", "5 %"), ("tr", "5"), "T313");
    differs(("en", "twenty-one days"), ("tr", "yirmi gün"), "T313");
    differs(("en", "1,000 tonnes"), ("tr", "1,000 ton"), "T313");
}

#[test]
fn dates_are_equal_in_their_languages() {
    same(("en", "on 9 May 1992"), ("tr", "9 Mayıs 1992'de"));
    same(("en", "on May 9, 1992"), ("tr", "9 Mayıs 1992 tarihinde"));
    same(("en", "on 9 May 1992"), ("es", "el 9 de mayo de 1992"));
    same(("en", "on 9 May 1992"), ("tr", "9.5.1992 tarihinde"));
    same(("en", "1992-05-09"), ("fr", "9 mai 1992"));
    same(("en", "may 9 Parties"), ("tr", "9 Taraf"));
    differs(("en", "on 9 May 1992"), ("tr", "9 Nisan 1992"), "T314");
    differs(("en", "on 9 May 1992"), ("tr", "9 Mayıs 1993"), "T314");
}

#[test]
fn references_and_marks_are_equal() {
    same(("en", "see {@aaaaaa full}"), ("tr", "{@aaaaaa number} bak"));
    differs(("en", "see {@aaaaaa}"), ("tr", "bak"), "T315");
    differs(
        ("en", "{=un/1 Article 1}"),
        ("tr", "{=un/2 Madde 1}"),
        "T315",
    );
    differs(("en", "a ^[x]"), ("tr", "a"), "T312");
    differs(("en", "a {?x}"), ("tr", "a"), "T312");
    differs(
        ("en", "the {term Depositary}, Depositary"),
        ("tr", "Depoziter"),
        "T317",
    );
}

#[test]
fn contested_places_are_equal_in_any_order() {
    same(
        ("en", "a [=: - | USA: x] [=: y | TUR: z]"),
        ("tr", "[=: y | TUR: z] [=: - | USA: x] a"),
    );
    differs(("en", "a [=: 5 | USA: x]"), ("tr", "a 5"), "T316");
    differs(("en", "[=: a | USA: x]"), ("tr", "[=: a | TUR: x]"), "T316");
    differs(
        ("en", "[=: a | USA: x]"),
        ("tr", "[=: a | USA~: x]"),
        "T316",
    );
    differs(("en", "[=: a | USA: -]"), ("tr", "[=: a | USA: x]"), "T316");
}

#[test]
fn the_trees_are_equal() {
    let en = "1. a {#bbbbbb}\n\n(a) b {#cccccc}\n\n(b) c {#dddddd}";
    let tr = "1. a {#bbbbbb}\n\n(a) b {#cccccc}\n\n(b) c {#dddddd}";
    assert_eq!(codes(("en", en), ("tr", tr)), Vec::<&str>::new());
    let without = "1. a {#bbbbbb}\n\n(a) b {#cccccc}";
    assert_eq!(codes(("en", en), ("tr", without)), ["T310"]);
    assert_eq!(codes(("en", without), ("tr", en)), ["T310"]);
    let label = "2. a {#bbbbbb}\n\n(a) b {#cccccc}\n\n(b) c {#dddddd}";
    assert_eq!(codes(("en", en), ("tr", label)), ["T311"]);
    let swapped = "1. a {#bbbbbb}\n\n(a) b {#dddddd}\n\n(b) c {#cccccc}";
    assert_eq!(codes(("en", en), ("tr", swapped)), ["T310", "T311", "T311"]);
    let turkish = "1. a {#bbbbbb}\n\n(c) b {#cccccc}\n\n(ç) c {#dddddd}";
    let english = "1. a {#bbbbbb}\n\n(c) b {#cccccc}\n\n(d) c {#dddddd}";
    assert_eq!(codes(("en", english), ("tr", turkish)), Vec::<&str>::new());
}

#[test]
fn items_that_were_never_given_an_id_are_counted() {
    let first = text("en", "1. a {#bbbbbb}\n\n(a) b {#cccccc}");
    let other = text("tr", "1. a {#bbbbbb}");
    let assigned = BTreeSet::from(["cccccc".parse().unwrap()]);
    let found = concordance(&first, &other, &assigned);
    assert_eq!(found[0].code, Code::T312);
    assert_eq!(found[0].provision.as_str(), "bbbbbb");
}
