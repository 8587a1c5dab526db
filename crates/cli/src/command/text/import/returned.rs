//! What came back from a delegation, read: what it wants otherwise than the text that went out to it.

use std::path::Path;

use sponsio_record::{Digest, Instant, ParticipantId};
use sponsio_text::markup::{docx, print_body};
use sponsio_text::{Body, Content, Expression, IdsOfDigest, Provision, ProvisionId, Stand};

use super::{Imported, losses, unread};
use crate::command::text::exchanged;
use crate::failure::Failure;
use crate::wording::Words;

/// What a delegation wants otherwise than the base.
pub(super) struct Change {
    pub(super) what: &'static str,
    pub(super) provision: ProvisionId,
    pub(super) words: Option<String>,
}

/// Reads what came back from a delegation against the text that went out to it.
pub(super) fn returned(
    words: &Words,
    path: &Path,
    bytes: &[u8],
    (base_file, went_out): (&str, &Expression),
    delegation: &ParticipantId,
) -> Result<Imported, Failure> {
    let document = docx::read(bytes).map_err(|fault| unread(words, path, &fault.to_string()))?;
    let mut ids = IdsOfDigest::new(Digest::of(bytes));
    let found = docx::returned(&document, went_out, delegation, &mut ids)
        .map_err(|fault| exchanged::not_taken(words, &path.display().to_string(), &fault))?;
    let base = settled(went_out);
    exchanged::refuse_foreign(
        words,
        [&path.display().to_string(), base_file],
        &base,
        &found.text,
    )?;
    let at = Instant::from_seconds(0).unwrap_or(Instant::MIN);
    let stand = Stand::of(delegation.clone(), &base, &found.text, at, None);
    let changes = changes(&stand);
    Ok(Imported {
        text: Expression {
            provisions: found.text,
            ..base
        },
        changes,
        guessed: found.guessed,
        comments: found.comments,
        others: found.others,
        losses: losses(words, &found.losses),
    })
}

/// The base of a text with brackets.
fn settled(went_out: &Expression) -> Expression {
    let of_base = |own: &&Provision| own.inserted_by.is_empty();
    let settle = |own: &Provision| Provision {
        body: Body::of(own.body.base()),
        alternatives: Vec::new(),
        ..own.clone()
    };
    Expression {
        provisions: went_out
            .provisions
            .iter()
            .filter(of_base)
            .map(settle)
            .collect(),
        ..went_out.clone()
    }
}

fn changes(stand: &Stand) -> Vec<Change> {
    let mut changes = Vec::new();
    for (id, tabled) in &stand.texts {
        let (what, words) = match &tabled.content {
            Content::Text(tokens) => ("replaced", Some(print_body(&Body::of(tokens.clone())))),
            Content::NoText => ("deleted", None),
        };
        changes.push(Change {
            what,
            provision: *id,
            words,
        });
    }
    for insertion in &stand.insertions {
        let words = Some(print_body(&insertion.provision.body));
        changes.push(Change {
            what: "inserted",
            provision: insertion.provision.id,
            words,
        });
    }
    for placement in &stand.placements {
        changes.push(Change {
            what: "moved",
            provision: placement.provision,
            words: None,
        });
    }
    changes
}
