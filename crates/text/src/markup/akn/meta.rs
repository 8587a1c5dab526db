//! What a document says of itself: work, expression and manifestation, who is named in it, and in our
//! own part what Akoma Ntoso has no place for.

use super::Options;
use super::write::delegations;
use crate::expression::Expression;
use crate::markup::docx::show::Shower;
use crate::markup::xml::Xml;
use crate::provision::{Provision, ProvisionId};
use crate::token::{TermMark, Token};
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

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

fn code(expression: &Expression) -> &str {
    let primary = expression.language.primary();
    LANGUAGES
        .iter()
        .find(|row| row.0 == primary)
        .map_or(primary, |row| row.1)
}

/// Writes the meta of a document.
pub(super) fn write(xml: &mut Xml, expression: &Expression, options: &Options<'_>, kind: &str) {
    xml.start("meta");
    identification(xml, expression, options, kind, "main");
    references(xml, expression, options);
    proprietary(xml, expression, options);
    xml.end();
}

/// Writes the meta of an annex.
pub(super) fn annex(xml: &mut Xml, expression: &Expression, options: &Options<'_>, eid: &str) {
    xml.start("meta");
    identification(xml, expression, options, "act", eid);
    xml.end();
}

fn identification(
    xml: &mut Xml,
    expression: &Expression,
    options: &Options<'_>,
    kind: &str,
    component: &str,
) {
    let date: String = options.date.to_string().chars().take(10).collect();
    let number: String = options
        .number
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || matches!(c, '-' | '.') {
                c
            } else {
                '-'
            }
        })
        .collect();
    let work = alloc::format!("/akn/un/{kind}/{date}/{number}");
    let language = code(expression);
    let version = alloc::format!("{work}/{language}@{date}");
    let event = if options.is_adopted {
        "adoption"
    } else {
        "draft"
    };
    let authentic = if options.is_authentic {
        "true"
    } else {
        "false"
    };
    xml.start("identification").attr("source", "#sponsio");

    level(
        xml,
        "FRBRWork",
        (&work, component, ""),
        (&date, event),
        "#conference",
    );
    xml.start("FRBRcountry").attr("value", "un").end();
    if options.is_adopted {
        xml.start("FRBRauthoritative")
            .attr("value", authentic)
            .end();
    }
    xml.end();

    level(
        xml,
        "FRBRExpression",
        (&version, component, ""),
        (&date, event),
        "#conference",
    );
    if options.is_adopted {
        xml.start("FRBRauthoritative")
            .attr("value", authentic)
            .end();
    }
    xml.start("FRBRlanguage")
        .attr("language", language)
        .end()
        .end();

    level(
        xml,
        "FRBRManifestation",
        (&version, component, ".xml"),
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

fn references(xml: &mut Xml, expression: &Expression, options: &Options<'_>) {
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
    for delegation in delegations(expression) {
        let shown = (options.name)(&delegation).unwrap_or_else(|| delegation.to_string());
        organization(delegation.as_str(), &shown);
    }
    let shower = Shower::new(expression);
    for (number, term) in terms(expression).iter().enumerate() {
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
    xml.start("sp:language")
        .text(expression.language.as_str())
        .end();
    if let Some(digest) = options.record {
        xml.start("sp:record").attr("digest", &digest.cited()).end();
    }
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
