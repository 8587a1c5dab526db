//! What a document says of itself: work, expression and manifestation, who is named in it, and in our
//! own part what Akoma Ntoso has no place for.

use super::Options;
use super::write::delegations;
use crate::expression::Expression;
use crate::language::Language;
use crate::markup::docx::show::Shower;
use crate::markup::xml::Xml;
use crate::provision::{Provision, ProvisionId};
use crate::token::{TermMark, Token};
use alloc::collections::BTreeSet;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use sponsio_record::{Instant, ParticipantId};

/// The languages of ISO 639-2 by their BCP 47 tags; the others have three letters already.
const LANGUAGES: [(&str, &str); 20] = [
    ("ar", "ara"),
    ("az", "aze"),
    ("de", "deu"),
    ("el", "ell"),
    ("en", "eng"),
    ("es", "spa"),
    ("fa", "fas"),
    ("fr", "fra"),
    ("he", "heb"),
    ("hi", "hin"),
    ("it", "ita"),
    ("ja", "jpn"),
    ("ko", "kor"),
    ("nl", "nld"),
    ("pl", "pol"),
    ("pt", "por"),
    ("ru", "rus"),
    ("tr", "tur"),
    ("uk", "ukr"),
    ("zh", "zho"),
];

/// Returns the tag of a language code of ISO 639-2.
pub(super) fn tag(code: &str) -> Option<&'static str> {
    LANGUAGES.iter().find(|row| row.1 == code).map(|row| row.0)
}

fn code(language: &Language) -> &str {
    let primary = language.primary();
    LANGUAGES
        .iter()
        .find(|row| row.0 == primary)
        .map_or(primary, |row| row.1)
}

/// What a document is called.
pub(super) struct Named<'a> {
    /// The kind of document, as in its address: `bill`.
    pub(super) kind: &'a str,
    /// The document among those of its kind and day.
    pub(super) number: &'a str,
    /// The part of it: `main`.
    pub(super) component: &'a str,
    /// Its day.
    pub(super) date: Instant,
    /// What happened on that day.
    pub(super) event: &'a str,
    /// Who made it, by the name in the references.
    pub(super) author: &'a str,
}

/// Writes the meta of a document.
pub(super) fn write(xml: &mut Xml, expression: &Expression, options: &Options<'_>, kind: &str) {
    xml.start("meta");
    text(xml, expression, options, kind, "main");
    let delegations = delegations(expression).into_iter().collect();
    references(xml, expression, options, &delegations, &terms(expression));
    proprietary(xml, expression, options);
    xml.end();
}

/// Writes the meta of an annex.
pub(super) fn annex(xml: &mut Xml, expression: &Expression, options: &Options<'_>, eid: &str) {
    xml.start("meta");
    text(xml, expression, options, "act", eid);
    xml.end();
}

fn text(
    xml: &mut Xml,
    expression: &Expression,
    options: &Options<'_>,
    kind: &str,
    component: &str,
) {
    let event = if options.is_adopted {
        "adoption"
    } else {
        "draft"
    };
    let named = Named {
        kind,
        number: options.number,
        component,
        date: options.date,
        event,
        author: "conference",
    };
    identification(xml, &expression.language, options, &named);
}

/// Returns the day of an instant: `2026-12-12`.
pub(super) fn day(at: Instant) -> String {
    at.to_string().chars().take(10).collect()
}

/// Returns the address of a work: `/akn/un/bill/2026-12-12/x1`.
pub(super) fn address(kind: &str, date: Instant, number: &str) -> String {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    let clean = |c: char| if fits(c) { c } else { '-' };
    let number: String = number.chars().map(clean).collect();
    alloc::format!("/akn/un/{kind}/{}/{number}", day(date))
}

/// Writes work, expression and manifestation.
pub(super) fn identification(
    xml: &mut Xml,
    language: &Language,
    options: &Options<'_>,
    named: &Named<'_>,
) {
    let date = day(named.date);
    let work = address(named.kind, named.date, named.number);
    let language = code(language);
    let version = alloc::format!("{work}/{language}@{date}");
    let (component, event) = (named.component, named.event);
    let author = alloc::format!("#{}", named.author);
    // Whether a language is authentic is asked of adopted texts alone.
    let is_text = matches!(named.kind, "act" | "bill");
    let authentic = match options.is_authentic {
        _ if !options.is_adopted || !is_text => None,
        true => Some("true"),
        false => Some("false"),
    };
    let authoritative = |xml: &mut Xml| {
        if let Some(value) = authentic {
            xml.start("FRBRauthoritative").attr("value", value).end();
        }
    };
    xml.start("identification").attr("source", "#sponsio");

    let address = (work.as_str(), component, "");
    level(xml, "FRBRWork", address, (&date, event), &author);
    xml.start("FRBRcountry").attr("value", "un").end();
    authoritative(xml);
    xml.end();

    let address = (version.as_str(), component, "");
    level(xml, "FRBRExpression", address, (&date, event), &author);
    authoritative(xml);
    xml.start("FRBRlanguage").attr("language", language).end();
    xml.end();

    let address = (version.as_str(), component, ".xml");
    level(
        xml,
        "FRBRManifestation",
        address,
        (&date, "export"),
        "#sponsio",
    );
    xml.start("FRBRformat").attr("value", "xml").end().end();
    xml.end();
}

/// Opens a level of identification with what all levels have.
fn level(
    xml: &mut Xml,
    name: &'static str,
    (address, component, ending): (&str, &str, &str),
    (date, event): (&str, &str),
    author: &str,
) {
    xml.start(name);
    let this = alloc::format!("{address}/!{component}{ending}");
    xml.start("FRBRthis").attr("value", &this).end();
    xml.start("FRBRuri")
        .attr("value", &alloc::format!("{address}{ending}"))
        .end();
    xml.start("FRBRdate")
        .attr("date", date)
        .attr("name", event)
        .end();
    xml.start("FRBRauthor").attr("href", author).end();
}

/// Writes who and what is referred to: delegations, and the terms that are defined.
pub(super) fn references(
    xml: &mut Xml,
    expression: &Expression,
    options: &Options<'_>,
    delegations: &BTreeSet<ParticipantId>,
    terms: &[Vec<Token>],
) {
    xml.start("references").attr("source", "#sponsio");
    let mut organization = |eid: &str, shown: &str| {
        xml.start("TLCOrganization")
            .attr("eId", eid)
            .attr("href", &alloc::format!("/ontology/organization/{eid}"))
            .attr("showAs", shown)
            .end();
    };
    organization("sponsio", "Sponsio");
    organization("conference", "Conference");
    for delegation in delegations {
        let shown = (options.name)(delegation).unwrap_or_else(|| delegation.to_string());
        organization(delegation.as_str(), &shown);
    }
    let shower = Shower::new(expression);
    for (number, term) in terms.iter().enumerate() {
        let eid = alloc::format!("term_{}", number + 1);
        xml.start("TLCConcept")
            .attr("eId", &eid)
            .attr("href", &alloc::format!("/ontology/concept/{eid}"))
            .attr(
                "showAs",
                shower.text(term, ProvisionId::from_number(0)).trim_start(),
            )
            .end();
    }
    xml.end();
}

/// Returns the terms that are defined, in the order in which they are written.
fn terms(expression: &Expression) -> Vec<Vec<Token>> {
    let mut terms: Vec<Vec<Token>> = Vec::new();
    for provision in &expression.provisions {
        let mut visit = |token: &Token| match token.marks.term {
            TermMark::None => {}
            TermMark::First => terms.push(alloc::vec![token.clone()]),
            TermMark::Further => {
                if let Some(term) = terms.last_mut() {
                    term.push(token.clone());
                }
            }
        };
        provision.body.each_token(&mut visit);
        for alternative in &provision.alternatives {
            if let Some(body) = &alternative.body {
                body.each_token(&mut visit);
            }
        }
    }
    terms
}

fn proprietary(xml: &mut Xml, expression: &Expression, options: &Options<'_>) {
    xml.start("proprietary").attr("source", "#sponsio");
    own(xml, &expression.language, options);
    for header in &expression.headers {
        xml.start("sp:header")
            .attr("key", &header.key)
            .text(&header.value)
            .end();
    }
    for provision in &expression.provisions {
        rules(xml, provision);
    }
    xml.end();
}

/// Writes what every document of ours says: its language, and the record of which it is a copy.
pub(super) fn own(xml: &mut Xml, language: &Language, options: &Options<'_>) {
    xml.start("sp:language").text(language.as_str()).end();
    if let Some(digest) = options.record {
        xml.start("sp:record").attr("digest", &digest.cited()).end();
    }
}

fn rules(xml: &mut Xml, provision: &Provision) {
    if !provision.rules.lines.is_empty() || provision.rules.bound.is_some() {
        xml.start("sp:rules").attr("of", provision.id.as_str());
        if let Some(bound) = provision.rules.bound {
            xml.attr(
                "bound",
                &alloc::format!("{:08x}", u32::from_be_bytes(bound)),
            );
        }
        for line in &provision.rules.lines {
            xml.start("sp:line")
                .attr("line", &line.line.to_string())
                .text(&line.text)
                .end();
        }
        xml.end();
    }
    for further in provision
        .alternatives
        .iter()
        .flat_map(|own| &own.provisions)
    {
        rules(xml, further);
    }
}
