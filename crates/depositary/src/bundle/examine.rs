//! A bundle is read, verified, and its claim computed anew by the law. Pure: no database, no
//! network, no clock.

use alloc::collections::{BTreeMap, BTreeSet};

use sponsio_law::calendar::Date;
use sponsio_law::filing::{Filing, Matter};
use sponsio_law::refusal::Refusal as LawRefusal;
use sponsio_law::register::{Register, TreatyIndex};
use sponsio_ledger::bundle::{Bundle, Claim, Contents, Status};
use sponsio_ledger::entry::Entry;
use sponsio_ledger::policy::{Cosigned, Policy};
use sponsio_ledger::verdict::{Refusal, Rule, Verdict};
use sponsio_record::{Digest, Instant, ParticipantId, TreatyId};

use crate::admission::receive;
use crate::calendar::day_in;
use crate::failure::DeskError;

/// What a verified bundle proves.
#[derive(Debug, Clone)]
pub struct Examined {
    /// What it claims.
    pub claim: Claim,
    /// The origin of the log.
    pub log: String,
    /// The checkpoint, and who has cosigned it.
    pub cosigned: Cosigned,
    /// How many entries are here.
    pub entries: usize,
    /// When the last of them was recorded: what came later is not known here.
    pub recorded: Option<Instant>,
    /// How many signatures over its acts verify with a key that is here, and how many could not be
    /// judged.
    pub signatures: Signatures,
    /// How many documents its entries name, and how many of them are not here.
    pub documents: Documents,
    /// For the claim of a status: the state that the law computes from the acts.
    pub stated: Option<Stated>,
}

/// The signatures over the acts of a bundle. One that is false has the bundle refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signatures {
    /// Those that verify; whose key it is, is not known here.
    pub verified: u64,
    /// Those of another kind, or whose key is not here.
    pub unknown: u64,
}

/// The documents that the entries of a bundle name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Documents {
    /// All of them.
    pub named: usize,
    /// Those that are not here: nothing is said of what they contain.
    pub absent: usize,
}

/// The state of a treaty, computed from the acts of a bundle.
#[derive(Debug, Clone)]
pub struct Stated {
    /// The excerpt of the register: the treaty and those that its rule refers to.
    pub register: Register,
    /// The place of the treaty in it.
    pub treaty: TreatyIndex,
    /// Acts that the depositary received and that the law, as this program knows it, refuses: the
    /// place of the entry, and why. The register counts them all the same, and says so.
    pub contested: Vec<(u64, LawRefusal)>,
    /// Whether the register is one for practice.
    pub exercise: bool,
    /// The day of the last entry, at the depositary's seat.
    pub kept_to: Date,
}

/// Verifies what a bundle holds, before the law is asked what follows from it: whoever knows no law
/// reaches the same verdict.
pub fn evidence(file: &[u8], policy: &Policy) -> Verdict<Cosigned> {
    let bundle = match Bundle::read(file) {
        Ok(bundle) => bundle,
        Err(refusal) => return Verdict::Refused(refusal),
    };
    match bundle.verify(policy) {
        Verdict::Verified(contents) => Verdict::Verified(contents.cosigned),
        Verdict::Refused(refusal) => Verdict::Refused(refusal),
        Verdict::Incomplete(missing) => Verdict::Incomplete(missing),
    }
}

/// Verifies a bundle under the verifier's own policy.
pub fn examine(file: &[u8], policy: &Policy) -> Verdict<Examined> {
    let bundle = match Bundle::read(file) {
        Ok(bundle) => bundle,
        Err(refusal) => return Verdict::Refused(refusal),
    };
    let contents = match bundle.verify(policy) {
        Verdict::Verified(contents) => contents,
        Verdict::Refused(refusal) => return Verdict::Refused(refusal),
        Verdict::Incomplete(missing) => return Verdict::Incomplete(missing),
    };
    let stated = match bundle.claim() {
        Claim::Status(status) => match state(status, &contents) {
            Ok(stated) => Some(stated),
            Err(refusal) => return Verdict::Refused(refusal),
        },
        Claim::Act { .. } | Claim::Document { .. } => None,
    };
    let made: usize = contents
        .entries
        .iter()
        .map(|entry| entry.signatures().len())
        .sum();
    let made = made as u64;
    // The heads of the streams are a member of their own.
    let acts = contents.entries.iter();
    let acts = acts.filter_map(|entry| entry.act().filter(|act| act.kind != "heads"));
    let named: BTreeSet<Digest> = acts
        .flat_map(|act| act.documents.iter().map(|document| document.digest))
        .collect();
    Verdict::Verified(Examined {
        signatures: Signatures {
            verified: made.saturating_sub(contents.unknown),
            unknown: contents.unknown,
        },
        documents: Documents {
            named: named.len(),
            absent: named.intersection(&contents.absent).count(),
        },
        claim: bundle.claim().clone(),
        log: bundle.log().to_owned(),
        entries: contents.entries.len(),
        recorded: contents.entries.last().map(|entry| entry.head.recorded),
        cosigned: contents.cosigned,
        stated,
    })
}

/// Folds the acts and compares the state with the one that is claimed.
fn state(status: &Status, contents: &Contents<'_>) -> Result<Stated, Refusal> {
    let mut fold = Fold::default();
    for entry in &contents.entries {
        fold.follow(entry, contents)?;
    }
    let claim = |detail: String| Rule::ClaimForm.broken("bundle.json", 0, detail);
    let treaty = TreatyId::new(&status.treaty).map_err(|error| claim(error.to_string()))?;
    let place = fold.register.treaty_place(&treaty);
    let place = place.ok_or_else(|| claim(format!("the acts enter no treaty {treaty}")))?;
    if let Some(code) = &status.participant {
        let known = ParticipantId::new(code).ok();
        let known = known.and_then(|code| fold.register.party(&code));
        known.ok_or_else(|| claim(format!("the acts enter no participant {code}")))?;
    }
    let (mut register, treaty) = fold.register.excerpt(place);
    let found = register.digest();
    if found != status.register {
        let detail = format!(
            "the acts give the state {}, not {}",
            found.cited(),
            status.register.cited()
        );
        return Err(claim(detail));
    }
    let last = contents.entries.last().map(|entry| entry.head.recorded);
    let zone = fold.zone.unwrap_or_default();
    let kept_to = day_in(&zone, last.unwrap_or(Instant::MIN));
    register.keep_to(kept_to);
    Ok(Stated {
        register,
        treaty,
        contested: fold.contested,
        exercise: fold.exercise,
        kept_to,
    })
}

#[derive(Default)]
struct Fold {
    register: Register,
    contested: Vec<(u64, LawRefusal)>,
    zone: Option<String>,
    exercise: bool,
}

impl Fold {
    fn follow(&mut self, entry: &Entry<'_>, contents: &Contents<'_>) -> Result<(), Refusal> {
        let seq = entry.head.seq;
        let place = format!("entries/{seq}.json");
        let Some(act) = entry.act() else {
            return Ok(());
        };
        let filing = Filing::read(&act.object).map_err(|error| {
            Rule::EntryMember.broken(place.as_str(), error.offset, error.to_string())
        })?;
        match &filing.matter {
            Matter::Opening(opening) => {
                self.zone = Some(opening.zone.clone());
                self.exercise = opening.exercise;
            }
            Matter::Act(act) => {
                let received = act.known_from();
                if let Err(DeskError::Refused(refusal)) = receive(&self.register, act, received) {
                    self.contested.push((seq, *refusal));
                }
            }
            Matter::Disclosure { of, opening, .. } => {
                opens(*of, opening, contents)
                    .map_err(|detail| Rule::OpeningDiffers.broken(place.as_str(), 0, detail))?;
            }
            _ => {}
        }
        let documents: &BTreeMap<Digest, &[u8]> = &contents.documents;
        let document = |digest: &Digest| documents.get(digest).map(|bytes| bytes.to_vec());
        self.register
            .enter(&filing, &document)
            .map_err(|error| Rule::ClaimForm.broken(place, 0, error.to_string()))
    }
}

/// Whether the document of a disclosure is the opening of the entry that it names.
fn opens(of: u64, opening: &Digest, contents: &Contents<'_>) -> Result<(), String> {
    let document = contents.documents.get(opening);
    let opened = contents.openings.iter().find(|opened| opened.seq == of);
    let (Some(document), Some(opened)) = (document, opened) else {
        return Err(format!("the opening of entry {of} is not here"));
    };
    match opened.write() {
        Ok(bytes) if bytes == *document => Ok(()),
        _ => Err(format!("it is not the opening of entry {of}")),
    }
}
