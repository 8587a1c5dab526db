//! A text written as Akoma Ntoso.

mod proposal;

pub use self::proposal::{write_proposal, write_proposals};

use super::Options;
use super::arrange::{Arranged, Node, arrange, name_all, trees};
use super::{meta, name, stance};
use crate::body::Body;
use crate::expression::Expression;
use crate::markup::docx::show::Shower;
use crate::markup::xml::Xml;
use crate::provision::{Alternative, Kind, Provision, ProvisionId};
use crate::token::Token;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

/// A document that is being written.
pub(super) struct Writer<'a> {
    pub(super) expression: &'a Expression,
    pub(super) options: &'a Options<'a>,
    pub(super) eids: BTreeMap<ProvisionId, String>,
    pub(super) sites: usize,
    pub(super) terms: usize,
    pub(super) footnotes: usize,
    shower: Shower<'a>,
    /// The provision that is being written.
    here: ProvisionId,
    /// The `eId`s that are given.
    taken: BTreeSet<String>,
    /// The `eId`s before the last renumbering.
    former: BTreeMap<ProvisionId, String>,
}

/// Writes a text.
pub fn write(expression: &Expression, options: &Options<'_>) -> String {
    let arranged = arrange(expression);
    let mut writer = Writer::new(expression, options, arranged.eids.clone());
    writer.document(&arranged)
}

impl<'a> Writer<'a> {
    fn new(
        expression: &'a Expression,
        options: &'a Options<'a>,
        eids: BTreeMap<ProvisionId, String>,
    ) -> Self {
        let former = options.before.map(|before| arrange(before).eids);
        Self {
            expression,
            options,
            sites: 0,
            terms: 0,
            footnotes: 0,
            shower: Shower::new(expression),
            here: ProvisionId::from_number(0),
            taken: eids.values().cloned().collect(),
            former: former.unwrap_or_default(),
            eids,
        }
    }
}

impl Writer<'_> {
    fn document(&mut self, arranged: &Arranged<'_>) -> String {
        let is_contested = |own: &Provision| {
            own.body.is_contested() || !own.alternatives.is_empty() || !own.inserted_by.is_empty()
        };
        let is_rolling = self.expression.provisions.iter().any(is_contested);
        let is_act = self.options.is_adopted && !is_rolling;
        let (kind, title) = match (is_act, is_rolling) {
            (true, _) => ("act", "treaty"),
            (false, true) => ("bill", "rollingText"),
            (false, false) => ("bill", "draftTreaty"),
        };
        let mut xml = Xml::new();
        xml.start("akomaNtoso")
            .attr("xmlns", name::AKN)
            .attr("xmlns:sp", name::OWN);
        xml.line().start(kind).attr("name", title);
        xml.attr(
            "contains",
            if is_act {
                "originalVersion"
            } else {
                "singleVersion"
            },
        );
        xml.line();
        meta::write(&mut xml, self.expression, self.options, kind);
        if let Some(title) = &arranged.title {
            xml.line().start("preface").start("longTitle");
            self.identity(&mut xml, title);
            self.block(&mut xml, &title.provision.body, title.provision);
            self.block_alternatives(&mut xml, title);
            xml.end().end();
        }
        if let Some(preamble) = &arranged.preamble {
            self.preamble(&mut xml, preamble);
        }
        xml.line().start("body");
        if arranged.body.is_empty() {
            xml.start("hcontainer").attr("name", "none").end();
        }
        self.hierarchy(&mut xml, &arranged.body);
        xml.end();
        if let Some(conclusions) = &arranged.conclusions {
            xml.line().start("conclusions");
            self.identity(&mut xml, conclusions);
            self.block(&mut xml, &conclusions.provision.body, conclusions.provision);
            self.blocks(&mut xml, &conclusions.children);
            self.block_alternatives(&mut xml, conclusions);
            xml.end();
        }
        if !arranged.attachments.is_empty() {
            xml.line().start("attachments");
            for annex in &arranged.attachments {
                self.attachment(&mut xml, annex);
            }
            xml.end();
        }
        xml.line();
        let mut document = xml.finish();
        document.push('\n');
        document
    }

    /// Writes who a provision is: attributes of its element.
    fn identity(&mut self, xml: &mut Xml, node: &Node<'_>) {
        self.here = node.provision.id;
        xml.attr("eId", &node.eid);
        let former = self.former.get(&node.provision.id);
        if let Some(former) = former.filter(|former| **former != node.eid) {
            xml.attr("wId", former);
        }
        xml.attr(
            "GUID",
            &alloc::format!("{}{}", name::GUID, node.provision.id),
        );
        self.circumstances(xml, node);
    }

    /// Writes what an element does not say by itself.
    fn circumstances(&self, xml: &mut Xml, node: &Node<'_>) {
        let provision = node.provision;
        if node.is_displaced {
            let parent = provision
                .parent
                .map(|parent| parent.to_string())
                .unwrap_or_default();
            xml.attr("sp:parent", &parent);
        }
        if !provision.inserted_by.is_empty() {
            xml.attr("sp:inserted", &stance::print_codes(&provision.inserted_by));
        }
        self.label(xml, provision);
    }

    /// Writes a label that is not read off its print.
    fn label(&self, xml: &mut Xml, provision: &Provision) {
        let Some(label) = &provision.label else {
            return;
        };
        let shown = name::print_label(provision.kind, label, &self.expression.language);
        if name::parse_label(&shown).as_ref() != Some(label) {
            xml.attr("sp:form", form(label.form))
                .attr("sp:label", &label.text);
        }
    }

    fn preamble(&mut self, xml: &mut Xml, preamble: &Node<'_>) {
        xml.line().start("preamble");
        self.identity(xml, preamble);
        self.block(xml, &preamble.provision.body, preamble.provision);
        let mut rest = preamble.children.as_slice();
        let mut groups = 0;
        while let Some(first) = rest.first() {
            let recitals = rest
                .iter()
                .take_while(|node| node.provision.kind == Kind::Recital)
                .count();
            if recitals > 0 {
                groups += 1;
                let eid = alloc::format!("{}__recs_{groups}", preamble.eid);
                xml.line().start("recitals").attr("eId", &eid);
                for recital in &rest[..recitals] {
                    xml.start("recital");
                    self.within_block(xml, recital);
                    xml.end();
                }
                xml.end();
                rest = &rest[recitals..];
                continue;
            }
            if first.provision.kind == Kind::Formula {
                xml.line().start("formula").attr("name", "formula");
                self.within_block(xml, first);
                xml.end();
            } else {
                self.blocks(xml, core::slice::from_ref(first));
            }
            rest = &rest[1..];
        }
        self.block_alternatives(xml, preamble);
        xml.end();
    }

    /// Writes a provision whose element holds blocks.
    fn within_block(&mut self, xml: &mut Xml, node: &Node<'_>) {
        self.identity(xml, node);
        self.block(xml, &node.provision.body, node.provision);
        self.blocks(xml, &node.children);
        self.block_alternatives(xml, node);
    }

    /// Writes the words of a provision as a block.
    fn block(&mut self, xml: &mut Xml, body: &Body, provision: &Provision) {
        xml.start("p");
        if is_block_labelled(provision)
            && let Some(label) = &provision.label
        {
            let shown = name::print_label(provision.kind, label, &self.expression.language);
            xml.start("span")
                .attr("sp:as", "num")
                .text(&shown)
                .end()
                .text(" ");
        }
        self.body(xml, body);
        notes(xml, provision);
        xml.end();
    }

    /// Writes provisions where no hierarchy may stand: each is a paragraph that says what it is.
    fn blocks(&mut self, xml: &mut Xml, nodes: &[Node<'_>]) {
        for node in nodes {
            let provision = node.provision;
            xml.start("p");
            self.identity(xml, node);
            xml.attr("sp:kind", name::of(provision.kind));
            if let Some(parent) = provision.parent
                && !node.is_displaced
            {
                xml.attr("sp:parent", parent.as_str());
            }
            if let Some(label) = &provision.label {
                let shown = name::print_label(provision.kind, label, &self.expression.language);
                xml.start("span").attr("sp:as", "num").text(&shown).end();
            }
            self.body(xml, &provision.body);
            notes(xml, provision);
            xml.end();
            self.block_alternatives(xml, node);
            self.blocks(xml, &node.children);
        }
    }

    fn block_alternatives(&mut self, xml: &mut Xml, node: &Node<'_>) {
        for alternative in &node.provision.alternatives {
            xml.start("p");
            self.alternative_identity(xml, node, alternative);
            match &alternative.body {
                Some(body) => self.body(xml, body),
                None => self.no_text(xml, alternative),
            }
            xml.end();
            let mut inner = trees(&alternative.provisions);
            self.name_further(&mut inner, &node.eid);
            for node in &inner {
                self.further(xml, node);
            }
        }
    }

    /// Writes a provision of an alternative where only blocks may stand.
    fn further(&mut self, xml: &mut Xml, node: &Node<'_>) {
        xml.start("p").attr("sp:further", "1");
        self.identity(xml, node);
        xml.attr("sp:kind", name::of(node.provision.kind));
        let parent = node
            .provision
            .parent
            .map(|parent| parent.to_string())
            .unwrap_or_default();
        if !node.is_displaced {
            xml.attr("sp:parent", &parent);
        }
        if let Some(label) = &node.provision.label {
            let shown = name::print_label(node.provision.kind, label, &self.expression.language);
            xml.start("span").attr("sp:as", "num").text(&shown).end();
        }
        self.body(xml, &node.provision.body);
        notes(xml, node.provision);
        xml.end();
        for child in &node.children {
            self.further(xml, child);
        }
    }

    fn name_further(&mut self, nodes: &mut [Node<'_>], around: &str) {
        let around = alloc::format!("{around}-alt");
        name_all(nodes, &around, &mut self.taken, &mut self.eids);
    }

    fn alternative_identity(&mut self, xml: &mut Xml, node: &Node<'_>, alternative: &Alternative) {
        let mut number = 1;
        let mut eid = alloc::format!("{}-alt_{number}", node.eid);
        while !self.taken.insert(eid.clone()) {
            number += 1;
            eid = alloc::format!("{}-alt_{number}", node.eid);
        }
        xml.attr("eId", &eid).attr("alternativeTo", &node.eid);
        xml.attr("sp:of", node.provision.id.as_str());
        xml.attr("sp:letter", &alternative.letter.to_string());
        xml.attr("sp:by", &stance::print(&alternative.stances));
    }

    fn no_text(&self, xml: &mut Xml, alternative: &Alternative) {
        let codes = stance::print(&alternative.stances);
        let said = alloc::format!("[{}: {codes}]", self.options.no_text);
        xml.start("remark").attr("sp:as", "none").text(&said).end();
    }

    /// Writes provisions as a hierarchy.
    fn hierarchy(&mut self, xml: &mut Xml, nodes: &[Node<'_>]) {
        for node in nodes {
            self.hierarchical(xml, node);
        }
    }

    fn hierarchical(&mut self, xml: &mut Xml, node: &Node<'_>) {
        let provision = node.provision;
        open_hierarchical(xml, provision.kind);
        self.identity(xml, node);
        let (inner, closing) = match node.children.split_last() {
            Some((last, before)) if is_wrap_up(last) => (before, Some(last)),
            _ => (node.children.as_slice(), None),
        };
        let has_more = !inner.is_empty() || closing.is_some();
        self.contents(xml, provision, &provision.body, has_more);
        self.hierarchy(xml, inner);
        if let Some(closing) = closing {
            xml.start("wrapUp");
            self.identity(xml, closing);
            self.block(xml, &closing.provision.body, closing.provision);
            xml.end();
        }
        xml.end();
        for alternative in &provision.alternatives {
            open_hierarchical(xml, provision.kind);
            self.alternative_identity(xml, node, alternative);
            let has_more = !alternative.provisions.is_empty();
            if let Some(body) = &alternative.body {
                let bare = Provision {
                    label: provision.label.clone(),
                    ..Provision::new(provision.id, provision.kind, None, Body::default())
                };
                self.contents(xml, &bare, body, has_more);
            } else {
                xml.start(if has_more { "intro" } else { "content" })
                    .start("p");
                self.no_text(xml, alternative);
                xml.end().end();
            }
            let mut inner = trees(&alternative.provisions);
            self.name_further(&mut inner, &node.eid);
            self.hierarchy(xml, &inner);
            xml.end();
        }
    }

    /// Writes label and words of an element of the hierarchy.
    fn contents(&mut self, xml: &mut Xml, provision: &Provision, body: &Body, has_more: bool) {
        if let Some(label) = &provision.label {
            let shown = name::print_label(provision.kind, label, &self.expression.language);
            xml.start("num").text(&shown).end();
        }
        if name::is_heading(provision.kind) {
            if !body.parts.is_empty() || !provision.notes.is_empty() {
                xml.start("heading");
                self.body(xml, body);
                notes(xml, provision);
                xml.end();
            }
            return;
        }
        xml.start(if has_more { "intro" } else { "content" })
            .start("p");
        self.body(xml, body);
        notes(xml, provision);
        xml.end().end();
    }

    fn attachment(&mut self, xml: &mut Xml, annex: &Node<'_>) {
        xml.line().start("attachment");
        self.identity(xml, annex);
        self.contents(xml, annex.provision, &annex.provision.body, true);
        xml.start("doc").attr("name", "annex");
        meta::annex(xml, self.expression, self.options, &annex.eid);
        xml.start("mainBody");
        if annex.children.is_empty() && annex.provision.alternatives.is_empty() {
            xml.start("p").attr("sp:as", "none").end();
        }
        self.hierarchy(xml, &annex.children);
        self.block_alternatives(xml, annex);
        xml.end().end().end();
    }

    pub(super) fn shown(&self, token: &Token) -> String {
        self.shower.token(token, self.here).into_owned()
    }
}

/// Words after a list are the end of what they belong to, if nothing more is to be said of them.
fn is_wrap_up(node: &Node<'_>) -> bool {
    let provision = node.provision;
    provision.kind == Kind::Closing && node.children.is_empty() && provision.alternatives.is_empty()
}

/// Whether the label of a provision stands within its block, its element having none for it.
fn is_block_labelled(provision: &Provision) -> bool {
    matches!(
        provision.kind,
        Kind::Title
            | Kind::Preamble
            | Kind::Recital
            | Kind::Formula
            | Kind::Testimonium
            | Kind::Closing
    )
}

pub(super) fn form(form: crate::number::LabelForm) -> &'static str {
    use crate::number::LabelForm;
    match form {
        LabelForm::Heading => "heading",
        LabelForm::Dotted => "dotted",
        LabelForm::Parenthesised => "parenthesised",
        LabelForm::Dash => "dash",
    }
}

/// Returns every delegation that a text names.
pub(super) fn delegations(expression: &Expression) -> Vec<ParticipantId> {
    let mut found = BTreeSet::new();
    for provision in &expression.provisions {
        gather(provision, &mut found);
    }
    found.into_iter().collect()
}

fn gather(provision: &Provision, found: &mut BTreeSet<ParticipantId>) {
    found.extend(provision.inserted_by.iter().cloned());
    gather_body(&provision.body, found);
    for alternative in &provision.alternatives {
        found.extend(
            alternative
                .stances
                .iter()
                .filter_map(|own| own.delegation.clone()),
        );
        if let Some(body) = &alternative.body {
            gather_body(body, found);
        }
        for further in &alternative.provisions {
            gather(further, found);
        }
    }
}

fn gather_body(body: &Body, found: &mut BTreeSet<ParticipantId>) {
    use crate::body::{Part, Segment, Site};
    fn site(outer: &Site, found: &mut BTreeSet<ParticipantId>) {
        for reading in &outer.readings {
            found.extend(
                reading
                    .stances
                    .iter()
                    .filter_map(|own| own.delegation.clone()),
            );
            for segment in &reading.segments {
                if let Segment::Site(inner) = segment {
                    site(inner, found);
                }
            }
        }
    }
    for part in &body.parts {
        if let Part::Site(own) = part {
            site(own, found);
        }
    }
    body.each_token(&mut |token| {
        if let crate::token::TokenKind::Footnote(note) = &token.kind {
            found.extend(note.by.clone());
        }
    });
}

fn open_hierarchical(xml: &mut Xml, kind: Kind) {
    xml.line();
    match kind {
        Kind::Part => xml.start("part"),
        Kind::Chapter => xml.start("chapter"),
        Kind::Section => xml.start("section"),
        Kind::Article => xml.start("article"),
        Kind::Paragraph => xml.start("paragraph"),
        Kind::Item => xml.start("point"),
        other => xml.start("hcontainer").attr("name", name::of(other)),
    };
}

fn notes(xml: &mut Xml, provision: &Provision) {
    for note in &provision.notes {
        xml.start("remark")
            .attr("sp:as", "note")
            .text(&note.text)
            .end();
    }
}

/// The name of the concept that a term defines.
pub(super) fn concept(number: usize) -> String {
    alloc::format!("term_{number}")
}
