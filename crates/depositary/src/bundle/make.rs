//! What a bundle needs is gathered: entries with their receipts, documents, openings, heads.

use alloc::collections::{BTreeMap, BTreeSet};

use sponsio_law::calendar::Date;
use sponsio_law::filing::{
    Filing, Matter, PARTICIPANTS_STREAM, POLICIES_STREAM, SEALED_STREAM, TABLES_STREAM,
    instrument_stream,
};
use sponsio_law::register::TreatyIndex;
use sponsio_ledger::bundle::{Claim, Status, write};
use sponsio_ledger::entry::Entry;
use sponsio_record::{Digest, ParticipantId, TreatyId};

use crate::copyist::{Copyist, Published};
use crate::desk::Depositary;
use crate::failure::{DeskError, Fatal, Unfit};
use crate::state::{State, filing_of, needed_documents};

/// How to check a bundle by hand.
const README: &str = include_str!("README.txt");

/// What a bundle is to prove.
#[derive(Debug, Clone)]
pub enum Ask {
    /// That an entry is in the log.
    Act {
        /// Its place.
        seq: u64,
    },
    /// That a document is what an entry names.
    Document {
        /// The place of the entry.
        seq: u64,
        /// The document.
        digest: Digest,
    },
    /// How a treaty stands.
    Status {
        /// The treaty.
        treaty: TreatyId,
        /// The participant asked for; all, where absent.
        participant: Option<ParticipantId>,
        /// The legal date asked for.
        at: Option<Date>,
        /// As known on this day.
        known: Option<Date>,
    },
}

/// Which documents a bundle brings along.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Enclosed {
    /// Those without which the claim cannot be verified; of an act, its own.
    #[default]
    Needed,
    /// All that its entries name and that are kept here.
    All,
}

impl Depositary {
    /// Returns the bytes of a bundle. For a status the heads of the streams are named first, so that
    /// it can show that nothing is left out.
    pub async fn make_bundle(&self, ask: Ask, enclosed: Enclosed) -> Result<Vec<u8>, DeskError> {
        let size = match ask {
            Ask::Act { seq } | Ask::Document { seq, .. } => seq + 1,
            Ask::Status { .. } => self.name_heads().await? + 1,
        };
        self.published(size).await?;
        self.copyist().bundle(&self.state(), ask, enclosed).await
    }
}

impl Copyist {
    /// Returns the bytes of a bundle over what is published. The state is that of the store. For a
    /// status the heads of the streams must have been named after all that it rests on.
    pub async fn bundle(
        &self,
        state: &State,
        ask: Ask,
        enclosed: Enclosed,
    ) -> Result<Vec<u8>, DeskError> {
        let (claim, chosen, size) = match ask {
            Ask::Act { seq } => (Claim::Act { seq }, BTreeSet::from([seq]), seq + 1),
            Ask::Document { seq, digest } => {
                let claim = Claim::Document { digest, seq };
                (claim, BTreeSet::from([seq]), seq + 1)
            }
            Ask::Status {
                treaty,
                participant,
                at,
                known,
            } => {
                let heads = state.heads.size.checked_sub(1);
                let heads = heads.ok_or(Unfit::HeadsBehind)?;
                let place = state.register.treaty_place(&treaty);
                let place = place.ok_or_else(|| Unfit::NoSuchTreaty(treaty.clone()))?;
                let claim = Claim::Status(Status {
                    treaty: treaty.to_string(),
                    register: state.register.excerpt(place).0.digest(),
                    participant: participant.map(|code| code.to_string()),
                    at: at.map(|day| day.to_string()),
                    known: known.map(|day| day.to_string()),
                });
                let chosen = self.entries_for_status(state, place, heads).await?;
                (claim, chosen, heads + 1)
            }
        };
        let published = self.covering(size).await?;
        let chosen = Chosen {
            claim,
            entries: chosen,
            enclosed,
        };
        Ok(self.gather_bundle(&chosen, &published).await?)
    }

    /// The entries on which a treaty's status rests: whole streams, the opening, and the heads.
    async fn entries_for_status(
        &self,
        state: &State,
        place: TreatyIndex,
        heads: u64,
    ) -> Result<BTreeSet<u64>, DeskError> {
        let (excerpt, _) = state.register.excerpt(place);
        let instruments = excerpt.treaties().iter();
        let mut streams: Vec<String> = instruments
            .map(|treaty| instrument_stream(&treaty.id))
            .collect();
        let common = [PARTICIPANTS_STREAM, POLICIES_STREAM, TABLES_STREAM];
        streams.extend(common.map(str::to_owned));
        let mut chosen = BTreeSet::from([0, heads]);
        let mut disclosed = false;
        for stream in streams {
            disclosed |= self
                .follow_stream(state, &stream, heads, &mut chosen)
                .await?;
        }
        if disclosed {
            self.follow_stream(state, SEALED_STREAM, heads, &mut chosen)
                .await?;
        }
        Ok(chosen)
    }

    /// Follows a stream from its last entry to its first; whether it discloses anything.
    async fn follow_stream(
        &self,
        state: &State,
        stream: &str,
        heads: u64,
        chosen: &mut BTreeSet<u64>,
    ) -> Result<bool, DeskError> {
        let mut next = state.streams.get(stream).map(|head| head.last);
        if next.is_some_and(|last| last > heads) {
            return Err(Unfit::HeadsBehind.into());
        }
        let mut disclosed = false;
        while let Some(seq) = next {
            let bytes = self.entry(seq).await?;
            let entry = Entry::at(&bytes, &self.origin, seq)
                .map_err(|refusal| Fatal::entry(seq, &refusal))?;
            chosen.insert(seq);
            disclosed |= entry.act().is_some_and(|act| act.kind == "disclose");
            next = entry.head.stream.prev;
        }
        Ok(disclosed)
    }

    async fn gather_bundle(
        &self,
        chosen: &Chosen,
        published: &Published,
    ) -> Result<Vec<u8>, Fatal> {
        let mut members = BTreeMap::from([
            ("README.txt".to_owned(), README.as_bytes().to_vec()),
            ("checkpoint".to_owned(), published.bytes.clone()),
        ]);
        let mut tiles = self.tiles(published);
        for seq in &chosen.entries {
            let receipt = self.receipt_under(published, *seq, &mut tiles).await?;
            self.add_documents(chosen, *seq, &receipt.entry, &mut members)
                .await?;
            members.insert(format!("receipts/{seq}.tlog-proof"), receipt.proof.print());
            members.insert(format!("entries/{seq}.json"), receipt.entry);
        }
        let size = published.checkpoint.size;
        write(&chosen.claim, &self.origin, size, &members)
            .map_err(|refusal| Fatal::Storage(format!("the bundle: {refusal}")))
    }

    /// Adds the documents that an entry brings into a bundle: those that it is asked for, those that
    /// the fold needs, the heads, and openings.
    async fn add_documents(
        &self,
        chosen: &Chosen,
        seq: u64,
        bytes: &[u8],
        members: &mut BTreeMap<String, Vec<u8>>,
    ) -> Result<(), Fatal> {
        let (filing, signers) = {
            let entry = Entry::at(bytes, &self.origin, seq)
                .map_err(|refusal| Fatal::entry(seq, &refusal))?;
            let filing = filing_of(&entry).map_err(|unfit| Fatal::entry(seq, &unfit))?;
            let signatures = entry.signatures().iter();
            let signers: Vec<Digest> = signatures.map(|one| one.key).collect();
            (filing, signers)
        };
        let Some(filing) = filing else {
            return Ok(());
        };
        if let Matter::Heads(digest) = &filing.matter {
            if matches!(chosen.claim, Claim::Status(_)) {
                let document = self.document(digest).await?;
                members.insert("heads.json".to_owned(), document);
            }
            return Ok(());
        }
        for digest in wanted(&chosen.claim, seq, &filing) {
            let document = self.document(&digest).await?;
            if let Matter::Disclosure { of, .. } = &filing.matter {
                members.insert(format!("openings/{of}.json"), document.clone());
            }
            members.insert(format!("documents/{digest}"), document);
        }
        for key in signers {
            // Keys of X.509 are no documents of the act.
            if let Some(document) = self.store.document(&key).await? {
                members.insert(format!("documents/{key}"), document.bytes);
            }
        }
        if chosen.enclosed == Enclosed::All {
            for named in &filing.documents {
                // What was never brought, or was erased, is named as absent by whoever verifies.
                if let Some(document) = self.store.document(&named.digest).await? {
                    members.insert(format!("documents/{}", named.digest), document.bytes);
                }
            }
        }
        Ok(())
    }

    async fn document(&self, digest: &Digest) -> Result<Vec<u8>, Fatal> {
        let document = self.store.document(digest).await?;
        let missing = || Fatal::Storage(format!("the document {} is not there", digest.cited()));
        Ok(document.ok_or_else(missing)?.bytes)
    }
}

/// What goes into a bundle.
struct Chosen {
    claim: Claim,
    entries: BTreeSet<u64>,
    enclosed: Enclosed,
}

/// The documents of an entry that a claim needs.
fn wanted(claim: &Claim, seq: u64, filing: &Filing) -> BTreeSet<Digest> {
    match claim {
        Claim::Document { digest, seq: of } if *of == seq => BTreeSet::from([*digest]),
        Claim::Act { seq: of } if *of == seq => {
            let documents = filing.documents.iter();
            documents.map(|document| document.digest).collect()
        }
        _ => needed_documents(filing),
    }
}
