//! A provision as one paragraph, with a hidden bookmark by which it is found again.

use super::super::cut::{Change, Cut};
use super::super::sheet::Shown;
use super::super::show::{anchor, front, is_heading};
use super::{View, Writer};
use crate::body::Part;
use crate::language::Direction;
use crate::markup::xml::Xml;
use crate::provision::{Kind, Provision};

/// How far an item stands in, per level, in twentieths of a point.
const STEP: usize = 567;
/// Levels beyond this one stand where this one does.
const DEEPEST_LEVEL: usize = 8;

impl Writer<'_> {
    pub(super) fn paragraph(&mut self, xml: &mut Xml, shown: &Shown<'_>) {
        let (provision, cut) = (&*shown.provision, &shown.cut);
        self.here = provision.id;
        xml.start("w:p");
        self.properties(xml, provision, cut);
        let bookmark = self.id();
        xml.start("w:bookmarkStart")
            .attr("w:id", &bookmark)
            .attr("w:name", &shown.bookmark)
            .end();
        let label = front(provision, &self.expression.language);
        if !label.is_empty() {
            let is_alone = cut.pieces.is_empty();
            let end = match (is_alone, is_heading(provision.kind)) {
                (true, _) => "",
                (false, true) => "\n",
                (false, false) => "\t",
            };
            self.front(xml, &alloc::format!("{label}{end}"), &cut.paragraph);
        }
        self.words(xml, provision, cut);
        xml.start("w:bookmarkEnd").attr("w:id", &bookmark).end();
        // What is moved is shown twice, and spoken of where it stands in the base.
        if shown.bookmark == anchor(provision.id) {
            let said = self.structure(provision);
            self.asides.add(said);
        }
        self.aside_to_provision(xml, provision, cut);
        xml.end();
    }

    /// Writes the words, with comments around the contested places that have some.
    fn words(&mut self, xml: &mut Xml, provision: &Provision, cut: &Cut) {
        let sites = provision.body.parts.iter().filter_map(|part| match part {
            Part::Site(site) => Some(site),
            Part::Words(_) => None,
        });
        let sites: alloc::vec::Vec<_> = sites.collect();
        let mut begun: Option<(usize, alloc::vec::Vec<alloc::string::String>)> = None;
        for piece in &cut.pieces {
            if begun.as_ref().map(|(number, _)| *number) != piece.site {
                if let Some((_, comments)) = begun.take() {
                    end_comments(xml, &comments);
                }
                if let Some(number) = piece.site
                    && let Some(site) = sites.get(number)
                {
                    let comments = self.comments_on(site);
                    for id in &comments {
                        xml.start("w:commentRangeStart").attr("w:id", id).end();
                    }
                    begun = Some((number, comments));
                }
            }
            self.piece(xml, piece);
        }
        if let Some((_, comments)) = begun {
            end_comments(xml, &comments);
        }
    }

    fn properties(&mut self, xml: &mut Xml, provision: &Provision, cut: &Cut) {
        xml.start("w:pPr");
        xml.start("w:pStyle")
            .attr("w:val", style(provision.kind))
            .end();
        if provision.kind == Kind::Annex {
            xml.start("w:pageBreakBefore").end();
        }
        if self.expression.language.direction() == Direction::RightToLeft {
            xml.start("w:bidi").end();
        }
        let level = self.level(provision);
        if provision.kind == Kind::Item && level > 1 {
            let left = alloc::format!("{}", STEP * (level + 1));
            xml.start("w:ind")
                .attr("w:left", &left)
                .attr("w:hanging", "567")
                .end();
        }
        let revision = match &cut.paragraph {
            Change::Kept => None,
            Change::Dropped(voices) => Some(("w:del", voices)),
            Change::Inserted(voices) => Some(("w:ins", voices)),
        };
        if let Some((name, voices)) = revision {
            xml.start("w:rPr");
            let author = voices.author();
            self.revision(xml, name, &author);
            xml.end().end();
        }
        xml.end();
    }

    /// How deep an item stands: 1 below a paragraph.
    fn level(&self, provision: &Provision) -> usize {
        let mut level = 0;
        let mut at = Some(provision);
        while let Some(step) = at
            && step.kind == Kind::Item
            && level < DEEPEST_LEVEL
        {
            level += 1;
            at = step.parent.and_then(|parent| self.shower.provision(parent));
        }
        level
    }

    /// Whether the document is a working copy.
    pub(super) fn is_working_copy(&self) -> bool {
        matches!(self.options.view, View::For(_))
    }
}

fn end_comments(xml: &mut Xml, comments: &[alloc::string::String]) {
    for id in comments {
        xml.start("w:commentRangeEnd").attr("w:id", id).end();
        comment_mark(xml, id);
    }
}

/// Writes the mark of a comment.
pub(super) fn comment_mark(xml: &mut Xml, id: &str) {
    xml.start("w:r").start("w:rPr");
    xml.start("w:rStyle")
        .attr("w:val", "CommentReference")
        .end()
        .end();
    xml.start("w:commentReference").attr("w:id", id).end().end();
}

fn style(kind: Kind) -> &'static str {
    match kind {
        Kind::Title => "Title",
        Kind::Preamble | Kind::Part | Kind::Annex => "Heading1",
        Kind::Chapter | Kind::Section => "Heading2",
        Kind::Article => "Heading3",
        Kind::Recital => "Recital",
        Kind::Item => "Item",
        Kind::Testimonium => "Testimonium",
        Kind::Formula | Kind::Paragraph | Kind::Closing => "Paragraph",
    }
}
