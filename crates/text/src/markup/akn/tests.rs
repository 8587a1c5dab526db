//! Akoma Ntoso there and back.

use super::*;
use crate::expression::Expression;
use crate::markup;
use crate::provision::{IdSource, Kind, ProvisionId};
use alloc::string::String;
use alloc::vec::Vec;

struct Counting(u32);

impl IdSource for Counting {
    fn draw(&mut self) -> ProvisionId {
        self.0 += 1;
        ProvisionId::from_number(self.0)
    }
}

fn options(is_adopted: bool) -> Options<'static> {
    Options {
        number: "x1",
        date: "2026-12-12T10:00:00Z".parse().unwrap(),
        is_adopted,
        is_authentic: true,
        record: None,
        before: None,
        no_text: "no text",
        name: &|_| None,
    }
}

fn parsed(source: &str) -> Expression {
    let parsed = markup::parse(
        source.as_bytes(),
        &markup::Options::default(),
        &mut Counting(90_000),
    );
    parsed
        .expression
        .unwrap_or_else(|| panic!("{:?}", parsed.faults))
}

pub(super) const SOURCE: &str = "# Treaty on Mutual Guarantees
language: en
languages: en, tr
rules: en

## Preamble

The Parties to this Treaty, {#a0b1c2}

*Recalling* their duty to refrain from the *threat or use* of force, {#a0b1c3}

Have agreed as follows: {#a0b1c4}

## Part I. General {#b0b1c4}

Article 1. No attack {#k7m2qx}

1. Each Party undertakes [=: - | TUR, X-EU: solemnly] not to attack, nor to plan an attack on, any other Party. {#k7m2qy}
| guarantee G1 negative by each party to every other party, severally
|     of \"not to attack, nor to plan an attack on, its territory\"
|     when always

2. A Party that has information under {@k7m2qy} and {@k7m2qx full} or number {@k7m2qx number} shall: {#k7m2qz}

(a) notify the {term High Depositary} [= CHE: within 3 days | USA, JPN: at once [TUR: or | USA, JPN: and] soon | NOR: without undue delay | X-EU~: immediately]; {#k7m2r0}

(b) inform the other Parties.^[NOR: reserves its position.] {#k7m2r1}

& in accordance with {=un-charter/art_51 Article 51 of the Charter}. {#k7m2r2}

Article 14 bis. Entry into force {#n7k2aa}

1. This Treaty shall enter into force 30 days after the deposit of the fifth instrument of ratification. {#n7k2ab}
> The chair will come back to this.

2. The seat of the secretariat shall be at {?city}. {#n7k2ac}

Alt A (TUR, NOR): The secretariat has no seat.

Alt B (USA): -

3. Each Party shall consult the others shall[=: - | USA: , if possible,] notify. {#n7k2ad} {+ USA, JPN}

## Testimonium {#n7k2ae}

Done at the capital. {#n7k2af}

## Annex I. List {#n7k2ag}

1. First. {#n7k2ah}
";

fn source() -> String {
    // An inner place needs exactly the delegations of the reading around it.
    String::from(SOURCE).replace("[TUR: or | USA, JPN: and]", "[USA: or | JPN: and]")
}

#[test]
fn what_is_exported_is_imported() {
    let expression = parsed(&source());
    let xml = write(&expression, &options(false));
    let imported = read(xml.as_bytes(), &mut Counting(1)).unwrap();
    for (found, wanted) in imported
        .expression
        .provisions
        .iter()
        .zip(&expression.provisions)
    {
        assert_eq!(found, wanted, "\n{xml}");
    }
    assert_eq!(imported.expression, expression);
    assert_eq!(imported.remainders, []);
    assert_eq!(xml, write(&expression, &options(false)));
}

#[test]
fn an_adopted_text_is_an_act() {
    let agreed = "# Treaty\nlanguage: tr\n\nMadde 1. Saldırmama {#k7m2qx}\n\n1. Taraf. {#k7m2qy}\n";
    let xml = write(&parsed(agreed), &options(true));
    assert!(
        xml.contains("<act name=\"treaty\" contains=\"originalVersion\">"),
        "{xml}"
    );
    assert!(xml.contains("<FRBRlanguage language=\"tur\"/>"));
    assert!(xml.contains("eId=\"art_1__para_1\" GUID=\"p-k7m2qy\""));
}

#[test]
fn a_foreign_text_keeps_its_words_and_says_what_is_left() {
    let xml = r##"<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="x"><meta>
<identification source="#a"><FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification></meta>
<preface><longTitle><p>An <docTitle>Act</docTitle></p></longTitle></preface>
<body><section eId="sec_1"><num>1</num><heading>Scope</heading><subsection eId="sec_1__subsec_1"><num>(1)</num><content>
<p>See <ref href="#sec_2">section 2</ref> and <b>bold</b> words.</p><p>Second.</p></content></subsection></section>
<section eId="sec_2"><num>2</num><content><table><tr><td><p>Cell</p></td></tr></table></content></section></body></act></akomaNtoso>"##;
    let imported = read(xml.as_bytes(), &mut Counting(1)).unwrap();
    let words: Vec<String> = imported
        .expression
        .provisions
        .iter()
        .map(|own| {
            markup::docx::show::Shower::new(&imported.expression).text(&own.body.base(), own.id)
        })
        .collect();
    assert_eq!(
        words,
        [
            "An Act",
            "Scope",
            "See paragraph 2 and bold words.",
            "Second.",
            "",
            "Cell"
        ]
    );
    let left: Vec<&str> = imported
        .remainders
        .iter()
        .map(|left| left.element.as_str())
        .collect();
    assert_eq!(left, ["subsection", "b", "section", "table", "tr", "td"]);
    assert_eq!(imported.remainders[1].line, 5);
    let kinds: Vec<Kind> = imported
        .expression
        .provisions
        .iter()
        .map(|own| own.kind)
        .collect();
    assert_eq!(kinds[..2], [Kind::Title, Kind::Section]);
    assert_eq!(imported.aliases.len(), 3);
}

#[test]
fn what_is_no_text_is_refused() {
    let fault = |xml: &str| read(xml.as_bytes(), &mut Counting(1)).unwrap_err();
    assert_eq!(fault("<html/>"), ImportFault::NotAkomaNtoso("html".into()));
    let akn =
        |inner: &str| alloc::format!("<akomaNtoso xmlns=\"{}\">{inner}</akomaNtoso>", name::AKN);
    assert_eq!(
        fault(&akn("<debate/>")),
        ImportFault::NotAkomaNtoso("debate".into())
    );
    assert_eq!(fault(&akn("<act/>")), ImportFault::NoLanguage);
    assert!(matches!(fault("<!DOCTYPE a><a/>"), ImportFault::Xml(_)));
}
