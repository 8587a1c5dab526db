//! Proposals written as amendments.

use super::super::arrange::arrange;
use super::super::proposal::{Phrases, Proposal, results, verb};
use super::super::{Options, meta, name};
use super::{Writer, form, open_hierarchical};
use crate::amendment::Operation;
use crate::body::Passage;
use crate::expression::Expression;
use crate::markup::xml::Xml;
use crate::number::Label;
use crate::provision::{Kind, Provision, ProvisionId};
use crate::token::{Target, TermMark, Token, TokenKind};
use alloc::collections::BTreeSet;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

/// Writes one proposal on a text as an `amendment`.
pub fn write_proposal(
    base: &Expression,
    proposal: &Proposal,
    options: &Options<'_>,
    phrases: &Phrases<'_>,
) -> String {
    let mut writer = Amender::new(base, options, phrases);
    let mut xml = begin();
    writer.amendment(&mut xml, proposal, None);
    xml.line();
    xml.finish() + "\n"
}

/// Writes the proposals of a round on a text as an `amendmentList`.
pub fn write_proposals(
    base: &Expression,
    round: &str,
    proposals: &[Proposal],
    options: &Options<'_>,
    phrases: &Phrases<'_>,
) -> String {
    let mut writer = Amender::new(base, options, phrases);
    let mut xml = begin();
    xml.line().start("amendmentList").attr("name", "round");
    xml.attr("contains", "originalVersion").line();
    let number = alloc::format!("{}-{round}", options.number);
    xml.start("meta");
    meta::identification(
        &mut xml,
        &base.language,
        options,
        &meta::Named {
            kind: "amendmentList",
            number: &number,
            component: "main",
            date: options.date,
            event: "publication",
            author: "conference",
        },
    );
    let words = passages(base, proposals);
    let delegations = named(proposals, &words);
    meta::references(&mut xml, base, options, &delegations, &terms(&words));
    xml.start("proprietary").attr("source", "#sponsio");
    meta::own(&mut xml, &base.language, options);
    xml.start("sp:round").text(round).end().end().end();
    xml.line().start("collectionBody");
    if proposals.is_empty() {
        xml.start("component").start("interstitial").end().end();
    }
    for (number, proposal) in (1_usize..).zip(proposals) {
        let eid = alloc::format!("cmp_{number}");
        xml.line().start("component").attr("eId", &eid);
        writer.amendment(&mut xml, proposal, Some(&eid));
        xml.end();
    }
    xml.end().line();
    xml.finish() + "\n"
}

fn begin() -> Xml {
    let mut xml = Xml::new();
    xml.start("akomaNtoso")
        .attr("xmlns", name::AKN)
        .attr("xmlns:sp", name::OWN);
    xml
}

/// A modification as the analysis names it: its type, where it acts and on which side, and its words.
struct Modification {
    kind: &'static str,
    destinations: Vec<(Option<ProvisionId>, Option<&'static str>)>,
    news: Vec<String>,
}

struct Amender<'a> {
    writer: Writer<'a>,
    phrases: &'a Phrases<'a>,
    /// The provisions whose id stands in the document already.
    given: BTreeSet<ProvisionId>,
    /// The address of the text to which all is proposed.
    address: String,
}

impl<'a> Amender<'a> {
    fn new(base: &'a Expression, options: &'a Options<'a>, phrases: &'a Phrases<'a>) -> Self {
        let kind = if options.is_adopted { "act" } else { "bill" };
        Self {
            writer: Writer::new(base, options, arrange(base).eids),
            phrases,
            given: BTreeSet::new(),
            address: meta::address(kind, options.date, options.number) + "/!main",
        }
    }

    /// Writes one amendment; in a list its `eId`s begin with that of its component.
    fn amendment(&mut self, xml: &mut Xml, proposal: &Proposal, component: Option<&str>) {
        let prefix = component.map_or(String::new(), |own| alloc::format!("{own}__"));
        xml.line().start("amendment").attr("name", "proposal");
        xml.attr("contains", "originalVersion").line();
        self.meta(xml, proposal, &prefix, component.is_none());
        xml.line().start("amendmentBody");
        for (number, operation) in (1_usize..).zip(&proposal.operations) {
            xml.line().start("amendmentHeading");
            xml.start("block").attr("name", "provision");
            let about = concerned(operation).map(|id| self.cited(id));
            xml.text(&about.unwrap_or_default()).end().end();
            xml.start("amendmentContent").start("p");
            self.operation(xml, operation, &alloc::format!("{prefix}mod_{number}"));
            xml.end().end();
        }
        let codes = proposal.delegations.iter().map(ParticipantId::as_str);
        let codes = codes.collect::<Vec<_>>().join(", ");
        let said = alloc::format!("{}: {codes}", self.phrases.tabled_by);
        xml.line().start("amendmentReference").start("p");
        xml.text(&said).end().end();
        if !proposal.reason.is_empty() {
            xml.start("amendmentJustification").start("p");
            xml.attr("sp:as", "reason").text(&proposal.reason);
            xml.end().end();
        }
        xml.end().end();
    }

    fn meta(&self, xml: &mut Xml, proposal: &Proposal, prefix: &str, is_alone: bool) {
        let options = self.writer.options;
        let base = self.writer.expression;
        let author = proposal.delegations.first();
        let author = author.map_or("conference", ParticipantId::as_str);
        let number = alloc::format!("{}-{}", options.number, proposal.mark);
        let component = alloc::format!("{prefix}main");
        xml.start("meta");
        let named_so = meta::Named {
            kind: "amendment",
            number: &number,
            component: &component,
            date: proposal.at,
            event: "tabling",
            author,
        };
        meta::identification(xml, &base.language, options, &named_so);
        xml.start("lifecycle").attr("source", "#sponsio");
        xml.start("eventRef")
            .attr("eId", &alloc::format!("{prefix}e_1"))
            .attr("date", &meta::day(proposal.at))
            .attr("source", &alloc::format!("#{author}"))
            .attr("type", "generation");
        xml.end().end();
        if !proposal.operations.is_empty() {
            self.analysis(xml, proposal, prefix);
        }
        if is_alone {
            let proposals = core::slice::from_ref(proposal);
            let words = passages(base, proposals);
            let delegations = named(proposals, &words);
            meta::references(xml, base, options, &delegations, &terms(&words));
        }
        xml.start("proprietary").attr("source", "#sponsio");
        if is_alone {
            meta::own(xml, &base.language, options);
        }
        xml.start("sp:proposal").attr("mark", &proposal.mark);
        xml.attr("at", &proposal.at.to_string());
        for delegation in &proposal.delegations {
            xml.start("sp:by").text(delegation.as_str()).end();
        }
        xml.end().end().end();
    }

    fn analysis(&self, xml: &mut Xml, proposal: &Proposal, prefix: &str) {
        xml.start("analysis").attr("source", "#sponsio");
        xml.start("activeModifications");
        let mut count = 0;
        for (number, operation) in (1_usize..).zip(&proposal.operations) {
            let of = alloc::format!("{prefix}mod_{number}");
            for modification in self.modifications(operation, &of) {
                count += 1;
                xml.start("textualMod").attr("type", modification.kind);
                xml.attr("eId", &alloc::format!("{prefix}tm_{count}"));
                xml.start("source").attr("href", &alloc::format!("#{of}"));
                xml.end();
                for (id, side) in modification.destinations {
                    xml.start("destination").attr("href", &self.place(id));
                    if let Some(side) = side {
                        xml.attr("pos", side);
                    }
                    xml.end();
                }
                for new in modification.news {
                    xml.start("new")
                        .attr("href", &alloc::format!("#{new}"))
                        .end();
                }
                xml.end();
            }
        }
        xml.end().end();
    }

    fn modifications(&self, operation: &Operation, of: &str) -> Vec<Modification> {
        let shown = results(self.writer.expression, operation).len();
        let news = || (1..=shown).map(|number| structure(of, number)).collect();
        let one = |kind, destinations, news| Modification {
            kind,
            destinations,
            news,
        };
        let behind = |after: &Option<ProvisionId>| {
            let side = if after.is_some() { "after" } else { "start" };
            alloc::vec![(*after, Some(side))]
        };
        let at = |id: &ProvisionId| alloc::vec![(Some(*id), None)];
        match operation {
            Operation::Replace { id, .. } => alloc::vec![one("substitution", at(id), news())],
            Operation::InsertAfter { after, .. } => {
                alloc::vec![one("insertion", behind(after), news())]
            }
            Operation::Delete { id } => alloc::vec![one("repeal", at(id), Vec::new())],
            Operation::Move { id, after, .. } => alloc::vec![
                one("repeal", at(id), Vec::new()),
                one("insertion", behind(after), Vec::new()),
            ],
            Operation::Split { id, .. } => alloc::vec![one("split", at(id), news())],
            Operation::Join { id, with } => {
                let both = alloc::vec![(Some(*id), None), (Some(*with), None)];
                alloc::vec![one("join", both, news())]
            }
            Operation::Renumber { labels } => {
                let mut all: Vec<_> = labels.keys().map(|id| (Some(*id), None)).collect();
                if all.is_empty() {
                    all.push((None, None));
                }
                let news = (1..=labels.len()).map(|number| label_of(of, number));
                alloc::vec![one("renumbering", all, news.collect())]
            }
        }
    }

    /// Returns the address of a provision of the text; of none that of the text.
    fn place(&self, id: Option<ProvisionId>) -> String {
        let Some(id) = id else {
            return self.address.clone();
        };
        let eid = self.writer.eids.get(&id).cloned();
        let eid = eid.unwrap_or_else(|| id.to_string());
        alloc::format!("{}~{eid}", self.address)
    }

    /// Returns how the text cites a provision.
    fn cited(&self, id: ProvisionId) -> String {
        let target = TokenKind::Reference(Target::ProvisionInFull(id));
        self.writer.shown(&Token::plain(target, "", false))
    }

    fn operation(&mut self, xml: &mut Xml, operation: &Operation, eid: &str) {
        let said = self.said(operation);
        xml.text(&said).start("mod").attr("eId", eid);
        xml.attr("sp:do", verb(operation));
        let mut id = |name: &str, id: Option<ProvisionId>| {
            if let Some(id) = id {
                xml.attr(name, id.as_str());
            }
        };
        match operation {
            Operation::Replace { id: own, .. } | Operation::Delete { id: own } => {
                id("sp:provision", Some(*own));
            }
            Operation::InsertAfter {
                after,
                id: own,
                parent,
                ..
            }
            | Operation::Move {
                id: own,
                after,
                parent,
            } => {
                id("sp:provision", Some(*own));
                id("sp:after", *after);
                id("sp:parent", *parent);
            }
            Operation::Split {
                id: own,
                at,
                new,
                label,
            } => {
                id("sp:provision", Some(*own));
                id("sp:new", Some(*new));
                xml.attr("sp:at", &at.to_string());
                labelled(xml, label.as_ref());
            }
            Operation::Join { id: own, with } => {
                id("sp:provision", Some(*own));
                id("sp:with", Some(*with));
            }
            Operation::Renumber { .. } => {}
        }
        for (number, own) in (1_usize..).zip(results(self.writer.expression, operation)) {
            self.quoted(xml, &own, &structure(eid, number));
        }
        if let Operation::Renumber { labels } = operation {
            for (number, (id, label)) in (1_usize..).zip(labels) {
                xml.start("quotedText").attr("eId", &label_of(eid, number));
                xml.attr("sp:provision", id.as_str());
                labelled(xml, label.as_ref());
                let kind = self.writer.expression.provision(*id).map(|own| own.kind);
                let kind = kind.unwrap_or(Kind::Paragraph);
                let language = &self.writer.expression.language;
                let shown = label
                    .as_ref()
                    .map(|own| name::print_label(kind, own, language));
                xml.text(&shown.unwrap_or_default()).end();
            }
        }
        xml.end();
    }

    /// Returns the words before an operation.
    fn said(&self, operation: &Operation) -> String {
        let phrases = self.phrases;
        match operation {
            Operation::Replace { .. } => alloc::format!("{}: ", phrases.replace),
            Operation::InsertAfter { after: Some(_), .. } => alloc::format!("{}: ", phrases.insert),
            Operation::InsertAfter { .. } => alloc::format!("{}: ", phrases.insert_first),
            Operation::Delete { .. } => alloc::format!("{}. ", phrases.delete),
            Operation::Move {
                after: Some(id), ..
            } => {
                alloc::format!("{}: {}. ", phrases.moved, self.cited(*id))
            }
            Operation::Move { .. } => alloc::format!("{}. ", phrases.moved_first),
            Operation::Split { .. } => alloc::format!("{}: ", phrases.split),
            Operation::Join { with, .. } => {
                alloc::format!("{}: {}. ", phrases.join, self.cited(*with))
            }
            Operation::Renumber { .. } => alloc::format!("{}: ", phrases.renumber),
        }
    }

    /// Writes a provision as it is to read.
    fn quoted(&mut self, xml: &mut Xml, provision: &Provision, eid: &str) {
        self.writer.here = provision.id;
        xml.start("quotedStructure").attr("eId", eid);
        let block = match provision.kind {
            Kind::Title => Some("longTitle"),
            Kind::Recital => Some("recital"),
            Kind::Formula => Some("formula"),
            Kind::Closing => Some("wrapUp"),
            _ => None,
        };
        match block {
            Some(element) => {
                xml.start(element);
            }
            None => open_hierarchical(xml, provision.kind),
        }
        if provision.kind == Kind::Formula {
            xml.attr("name", "formula");
        }
        let inner = alloc::format!("{eid}__{}_1", name::prefix(provision.kind));
        xml.attr("eId", &inner);
        if self.given.insert(provision.id) {
            let guid = alloc::format!("{}{}", name::GUID, provision.id);
            xml.attr("GUID", &guid);
        }
        self.writer.label(xml, provision);
        if block.is_some() {
            self.writer.block(xml, &provision.body, provision);
        } else {
            self.writer.contents(xml, provision, &provision.body, false);
        }
        xml.end().end();
    }
}

/// The provision under which an operation is listed.
fn concerned(operation: &Operation) -> Option<ProvisionId> {
    match operation {
        Operation::Replace { id, .. }
        | Operation::Delete { id }
        | Operation::Move { id, .. }
        | Operation::Split { id, .. }
        | Operation::Join { id, .. } => Some(*id),
        Operation::InsertAfter { after, .. } => *after,
        Operation::Renumber { .. } => None,
    }
}

fn structure(of: &str, number: usize) -> String {
    alloc::format!("{of}__qstr_{number}")
}

fn label_of(of: &str, number: usize) -> String {
    alloc::format!("{of}__qtext_{number}")
}

fn labelled(xml: &mut Xml, label: Option<&Label>) {
    if let Some(label) = label {
        xml.attr("sp:form", form(label.form))
            .attr("sp:label", &label.text);
    }
}

/// The words that a proposal shows, in the order in which they are written.
fn passages(base: &Expression, proposals: &[Proposal]) -> Vec<Passage> {
    let operations = proposals.iter().flat_map(|own| &own.operations);
    let shown = operations.flat_map(|operation| results(base, operation));
    shown.map(|own| own.body.base()).collect()
}

/// The delegations that proposals name.
fn named(proposals: &[Proposal], words: &[Passage]) -> BTreeSet<ParticipantId> {
    let notes = words.iter().flatten().filter_map(|token| {
        let TokenKind::Footnote(note) = &token.kind else {
            return None;
        };
        note.by.clone()
    });
    let tabling = proposals.iter().flat_map(|own| own.delegations.clone());
    tabling.chain(notes).collect()
}

/// Returns the terms that are defined in some words.
fn terms(passages: &[Passage]) -> Vec<Passage> {
    let mut terms: Vec<Passage> = Vec::new();
    for token in passages.iter().flatten() {
        match (token.marks.term, terms.last_mut()) {
            (TermMark::None, _) => {}
            (TermMark::Further, Some(term)) => term.push(token.clone()),
            (TermMark::First | TermMark::Further, _) => terms.push(alloc::vec![token.clone()]),
        }
    }
    terms
}
