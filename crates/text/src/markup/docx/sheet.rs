//! The paragraphs of a document: which provisions stand in it, in which order, with whose changes. Both
//! what is written and what is expected back follow from it.

use super::cut::{Cut, cut};
use super::seam;
use super::show::anchor;
use super::voices::Voices;
use super::write::View;
use crate::body::Body;
use crate::expression::Expression;
use crate::provision::{Provision, ProvisionId};
use crate::rolling::Rolling;
use crate::stand::Placement;
use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

/// A text with its contested places, of which a document is made.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    pub(crate) expression: &'a Expression,
    pub(crate) rolling: Option<&'a Rolling>,
}

impl<'a> From<&'a Expression> for Source<'a> {
    fn from(expression: &'a Expression) -> Self {
        Self {
            expression,
            rolling: None,
        }
    }
}

impl<'a> From<&'a Rolling> for Source<'a> {
    fn from(rolling: &'a Rolling) -> Self {
        Self {
            expression: &rolling.expression,
            rolling: Some(rolling),
        }
    }
}

/// One paragraph.
#[derive(Debug, Clone)]
pub(crate) struct Shown<'a> {
    pub(crate) provision: Cow<'a, Provision>,
    pub(crate) cut: Cut,
    /// The name of its bookmark.
    pub(crate) bookmark: String,
}

/// What a document of a view consists of, and what others insert that it does not show: each with the
/// number of paragraphs before it.
pub(crate) struct Sheet<'a> {
    pub(crate) shown: Vec<Shown<'a>>,
    pub(crate) missed: Vec<(usize, &'a Provision)>,
}

/// Returns the sheet of a view.
pub(crate) fn sheet<'a>(source: Source<'a>, view: &View) -> Sheet<'a> {
    let mut paragraphs = Vec::new();
    for provision in &source.expression.provisions {
        paragraphs.push(shown(Cow::Borrowed(provision)));
        for alternative in &provision.alternatives {
            let voices = Voices::of_reading(&alternative.stances).known();
            for further in &alternative.provisions {
                let further = Provision {
                    inserted_by: voices.clone(),
                    ..further.clone()
                };
                paragraphs.push(shown(Cow::Owned(further)));
            }
        }
    }
    if let Some(rolling) = source.rolling {
        for (delegation, placements) in &rolling.placements {
            displace(&mut paragraphs, rolling, delegation, placements);
        }
    }
    let View::For(own) = view else {
        seam::part(&mut paragraphs, &source.expression.language);
        return Sheet {
            shown: paragraphs,
            missed: Vec::new(),
        };
    };
    let mut sheet = Sheet {
        shown: Vec::new(),
        missed: Vec::new(),
    };
    for paragraph in paragraphs {
        match (paragraph.cut.narrowed(own), paragraph.provision) {
            (Some(cut), provision) => {
                sheet.shown.push(Shown {
                    provision,
                    cut,
                    bookmark: paragraph.bookmark,
                });
            }
            (None, Cow::Borrowed(provision)) => sheet.missed.push((sheet.shown.len(), provision)),
            // What belongs to a whole alternative of others, or is moved by them, is said there.
            (None, Cow::Owned(_)) => {}
        }
    }
    seam::part(&mut sheet.shown, &source.expression.language);
    sheet
}

fn shown(provision: Cow<'_, Provision>) -> Shown<'_> {
    Shown {
        cut: cut(&provision),
        bookmark: anchor(provision.id),
        provision,
    }
}

/// Shows what a delegation moves as taken out where it stands and put in where it is to stand.
fn displace<'a>(
    paragraphs: &mut Vec<Shown<'a>>,
    rolling: &'a Rolling,
    delegation: &ParticipantId,
    placements: &[Placement],
) {
    let text = rolling.project(delegation);
    let words: BTreeMap<ProvisionId, &Provision> =
        text.provisions.iter().map(|own| (own.id, own)).collect();
    for placement in placements {
        let id = placement.provision;
        let Some(own) = words.get(&id) else { continue };
        let moved = Provision {
            body: Body::of(own.body.base()),
            parent: placement.parent,
            label: own.label.clone(),
            inserted_by: alloc::vec![delegation.clone()],
            ..(*own).clone()
        };
        let is_visible = |paragraph: &Shown<'_>, wanted: ProvisionId| {
            paragraph.provision.id == wanted
                && super::cut::read_as(&paragraph.cut, Some(delegation)).is_some()
        };
        for paragraph in paragraphs.iter_mut() {
            if is_visible(paragraph, id) {
                paragraph.cut.drop_for(delegation);
            }
        }
        let after = placement.after.and_then(|after| {
            paragraphs
                .iter()
                .position(|paragraph| is_visible(paragraph, after))
        });
        let bookmark = alloc::format!("{}_{delegation}", anchor(id));
        let at = after.map_or(0, |at| at + 1);
        paragraphs.insert(
            at,
            Shown {
                cut: cut(&moved),
                provision: Cow::Owned(moved),
                bookmark,
            },
        );
    }
}
