//! Who watches the log from outside: witnesses and mirrors, as the configuration names them, and
//! what one of them is asked. A cosignature is verified before it is believed.

use alloc::collections::BTreeMap;

use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::mirror::{Header, INFO_TYPE, Info, PACKAGES_MAX, spans, upload};
use sponsio_ledger::note::{KeyKind, Note, Signature, VerifierKey};
use sponsio_ledger::path::TILE_WIDTH;
use sponsio_ledger::policy::{Cosigned, Policy};
use sponsio_ledger::tree::consistency;
use sponsio_ledger::witness::{AddCheckpoint, Reply, TEXT_TYPE, origin_hash, read_answer};
use sponsio_record::ENTRY_MAX;

use crate::fetch::{ANSWER_MAX, Address, Fetcher};
use crate::store::Store;
use crate::tiles::{Shelved, Tiles};

/// The most bytes of entries of one upload, where a single package is not larger.
const UPLOAD_BYTES: usize = 8 << 20;

/// How often an observer may correct what is believed of it, before it is left for the next round.
const CORRECTIONS: usize = 4;

/// What an observer does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duty {
    /// It cosigns what is consistent with all that it saw.
    Witness,
    /// It cosigns what it holds durably and serves.
    Mirror,
}

/// A witness or mirror that is asked for cosignatures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observer {
    /// What it does.
    pub duty: Duty,
    /// Where it is asked, and what it last saw is read.
    pub address: Address,
    /// The key with which it cosigns; its name is that of the observer.
    pub key: VerifierKey,
}

/// Why an observer has not cosigned.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Absence {
    /// It was not reached, or what it answered is no answer.
    #[error("{0}")]
    Unreached(String),
    /// It refused.
    #[error("refused with status {status}: {reason}")]
    Refused {
        /// The status.
        status: u16,
        /// What it says.
        reason: String,
    },
    /// It has seen more of this log than this log has.
    #[error("it has seen a checkpoint over {0} entries")]
    SeenMore(u64),
    /// The log's own files or entries could not be read.
    #[error("{0}")]
    Unread(String),
}

/// A checkpoint that is to be cosigned, and where to read what proves it.
pub(crate) struct Request<'a> {
    pub(crate) fetcher: &'a Fetcher,
    pub(crate) store: &'a dyn Store,
    pub(crate) shelf: Shelved,
    pub(crate) checkpoint: &'a Checkpoint,
    pub(crate) note: &'a Note,
}

impl Observer {
    /// Returns the observer, if its key is one that cosigns and is verified here.
    pub fn new(duty: Duty, address: Address, key: VerifierKey) -> Option<Self> {
        (key.kind() == KeyKind::Cosigner).then_some(Self { duty, address, key })
    }

    /// Returns what the observer shows as the last that it saw of the log that this policy names;
    /// `None` where it has seen nothing.
    pub async fn seen(&self, fetcher: &Fetcher, log: &Policy) -> Result<Option<Cosigned>, Absence> {
        let unreached = |detail: String| Absence::Unreached(detail);
        let origin = log.logs().first().map_or("", |log| log.key.name());
        let place = format!("{}/checkpoint", origin_hash(origin));
        let found = fetcher.find(&self.address.below(&place), ANSWER_MAX).await;
        let Some(note) = found.map_err(|error| unreached(error.to_string()))? else {
            return Ok(None);
        };
        // A note that this log has not signed says nothing about it.
        let opened = log.open_signed(&note);
        opened
            .map(Some)
            .map_err(|fault| unreached(fault.to_string()))
    }

    /// Asks for a cosignature. `seen` is the size that the observer is believed to have seen last,
    /// and is corrected by its answers.
    pub(crate) async fn ask(
        &self,
        request: &Request<'_>,
        seen: &mut u64,
    ) -> Result<Signature, Absence> {
        let signature = self.add_checkpoint(request, seen).await?;
        match (self.duty, signature) {
            (Duty::Witness, Some(signature)) => Ok(signature),
            (Duty::Mirror, _) => self.add_entries(request).await,
            (Duty::Witness, None) => Err(Absence::Unreached("no cosignature".to_owned())),
        }
    }

    async fn add_checkpoint(
        &self,
        request: &Request<'_>,
        seen: &mut u64,
    ) -> Result<Option<Signature>, Absence> {
        let size = request.checkpoint.size;
        let address = self.address.below("add-checkpoint");
        for _ in 0..CORRECTIONS {
            if *seen > size {
                return Err(Absence::SeenMore(*seen));
            }
            let old = *seen;
            let proof = Tiles::new(request.shelf.clone(), size)
                .prove(|nodes| consistency(&nodes, old, size))
                .await
                .map_err(|error| Absence::Unread(error.to_string()))?
                .ok_or_else(|| Absence::Unread(format!("no proof from {old} to {size}")))?;
            let body = AddCheckpoint {
                old,
                proof,
                note: request.note.clone(),
            };
            let reply = request
                .fetcher
                .post(&address, TEXT_TYPE, body.print())
                .await;
            let reply = reply.map_err(|error| Absence::Unreached(error.to_string()))?;
            let said = String::from_utf8_lossy(&reply.body).into_owned();
            if self.duty == Duty::Mirror && reply.status == 200 {
                *seen = size;
                return Ok(None);
            }
            let keys = core::slice::from_ref(&self.key);
            match read_answer(reply.status, &said, request.note.text(), keys) {
                Reply::Cosigned(mut lines) => {
                    *seen = size;
                    return Ok(lines.pop());
                }
                Reply::From(other) => *seen = other,
                Reply::Refused(status) => return Err(refused(status, &said)),
            }
        }
        Err(Absence::Unreached("its answers do not settle".to_owned()))
    }

    async fn add_entries(&self, request: &Request<'_>) -> Result<Signature, Absence> {
        let size = request.checkpoint.size;
        let address = self.address.below("add-entries");
        let mut header = Header {
            origin: request.checkpoint.origin.clone(),
            start: 0,
            end: size,
            ticket: Vec::new(),
        };
        let mut tiles = Tiles::new(request.shelf.clone(), size);
        // Each request but the corrections brings the mirror a package further.
        let most = CORRECTIONS as u64 + size.div_ceil(TILE_WIDTH);
        for _ in 0..=most {
            let (entries, packages) = gather(request.store, &header).await?;
            let entry = |seq: u64| entries.get(&seq).cloned();
            let body = tiles
                .prove(|nodes| upload(&header, packages, &entry, &nodes))
                .await
                .map_err(|error| Absence::Unread(error.to_string()))?
                .ok_or_else(|| Absence::Unread("a tile is not there".to_owned()))?;
            let reply = request
                .fetcher
                .post(&address, "application/octet-stream", body)
                .await;
            let reply = reply.map_err(|error| Absence::Unreached(error.to_string()))?;
            let said = String::from_utf8_lossy(&reply.body).into_owned();
            match reply.status {
                200 => {
                    let keys = core::slice::from_ref(&self.key);
                    return match read_answer(200, &said, request.note.text(), keys) {
                        Reply::Cosigned(mut lines) => lines.pop(),
                        Reply::From(_) | Reply::Refused(_) => None,
                    }
                    .ok_or_else(|| Absence::Unreached("no cosignature".to_owned()));
                }
                202 | 409 if reply.content == INFO_TYPE => {
                    let info: Info = said.parse().map_err(|_| {
                        Absence::Unreached("it does not say where it stands".into())
                    })?;
                    // It aims at another checkpoint by now, or goes round in circles.
                    if info.pending != size || info.next > size {
                        return Err(Absence::Refused {
                            status: reply.status,
                            reason: said,
                        });
                    }
                    header.start = info.next;
                    header.ticket = info.ticket;
                }
                status => return Err(refused(status, &said)),
            }
        }
        Err(Absence::Unreached("its answers do not settle".to_owned()))
    }
}

fn refused(status: u16, said: &str) -> Absence {
    let reason = said.trim().chars().take(200).collect();
    Absence::Refused { status, reason }
}

/// Returns the entries of as many packages as one upload takes.
async fn gather(
    store: &dyn Store,
    header: &Header,
) -> Result<(BTreeMap<u64, Vec<u8>>, usize), Absence> {
    let (mut entries, mut packages, mut bytes) = (BTreeMap::new(), 0, 0);
    for span in spans(header.start, header.end).take(PACKAGES_MAX) {
        let mut at = span.start;
        while at < span.end {
            let most = usize::try_from(span.end - at).unwrap_or(ENTRY_MAX);
            let more = store.entries(at, most).await;
            let more = more.map_err(|error| Absence::Unread(error.to_string()))?;
            if more.is_empty() {
                return Err(Absence::Unread(format!("entry {at} is not in the store")));
            }
            for entry in more {
                bytes += entry.len();
                entries.insert(at, entry);
                at += 1;
            }
        }
        packages += 1;
        if bytes > UPLOAD_BYTES {
            break;
        }
    }
    Ok((entries, packages))
}
