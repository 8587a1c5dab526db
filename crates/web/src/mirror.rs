//! The mirror: holds a log durably, serves it, and cosigns what it holds (C2SP tlog-mirror). What it
//! decides is decided in `ledger`.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use std::io::Read as _;
use std::path::Path;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Path as Named, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use flate2::read::MultiGzDecoder;
use sponsio_depositary::world::Clock;
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::cosignature::cosign;
use sponsio_ledger::mirror::{Header, State as Stands, receive};
use sponsio_ledger::note::{SigningKey, VerifierKey};
use sponsio_ledger::witness::{AddCheckpoint, Answer, Latest, TEXT_TYPE, judge, origin_hash};
use tokio::sync::{Mutex, Semaphore};
use tokio::task::spawn_blocking;

use crate::failure::Failure;
use crate::holding::Holding;
use crate::problem::Problem;
use crate::read::LogFolder;
use crate::state::{Stated, Workplace};
use crate::witness::{by_origin, keep, latest, said, stopped};

/// The longest `add-checkpoint`.
const CHECKPOINT_MAX: usize = 300_000;

/// The longest `add-entries`, unpacked: three packages of the longest entries, or many of others.
const ENTRIES_MAX: usize = 64 << 20;

/// A mirror over the logs that it knows.
pub struct Mirror {
    key: SigningKey,
    clock: Arc<dyn Clock>,
    logs: BTreeMap<String, Log>,
    /// How many uploads are read at a time; each is held in memory.
    room: Semaphore,
    _place: Workplace,
}

/// How many uploads are read at a time.
const UPLOADS_AT_ONCE: usize = 4;

struct Log {
    keys: Vec<VerifierKey>,
    files: LogFolder,
    /// After a failure nobody knows what the disk has, and nothing is taken until a new start.
    holding: Mutex<Option<Holding>>,
}

impl Mirror {
    /// Opens the mirror of these logs over its folder; what it holds is read again and computed anew.
    pub async fn open(
        key: SigningKey,
        logs: &[VerifierKey],
        folder: &Path,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Failure> {
        let mut mirror = Self {
            key,
            clock,
            logs: BTreeMap::new(),
            room: Semaphore::new(UPLOADS_AT_ONCE),
            _place: Workplace::take(folder)?,
        };
        for (origin, keys) in by_origin(logs)? {
            let folder = folder.join(origin_hash(&origin));
            let mut holding = Holding::open(&folder, &mut |_, _| {}).await?;
            mirror.finish(&mut holding).await?;
            let log = Log {
                keys,
                files: LogFolder::exactly(holding.log_folder()),
                holding: Mutex::new(Some(holding)),
            };
            mirror.logs.insert(origin, log);
        }
        Ok(mirror)
    }

    /// Returns the face of the mirror: what is brought to it, and what it holds.
    pub fn router(self: Arc<Self>) -> Router {
        Router::new()
            .route("/add-checkpoint", post(add_checkpoint))
            .route("/add-entries", post(add_entries))
            .route("/{origin}/{*path}", get(show))
            .with_state(self)
    }

    /// Judges a checkpoint; the one that is accepted is pending from now on.
    pub async fn add_checkpoint(&self, body: &[u8]) -> Result<Answer, Failure> {
        let origin = AddCheckpoint::parse(body)
            .and_then(|request| Checkpoint::parse(request.note.text()))
            .map(|checkpoint| checkpoint.origin);
        let Some(log) = origin.ok().and_then(|origin| self.logs.get(&origin)) else {
            let nobody = judge(body, |_| Vec::new(), |_| Latest::none());
            let stopped = || Failure::Key("an unknown log is not mirrored".into());
            return nobody.err().ok_or_else(stopped);
        };
        let mut place = log.holding.lock().await;
        // What cannot be finished leaves the place empty: only a new start takes it again.
        let mut holding = place.take().ok_or_else(|| stopped(Path::new("mirror")))?;
        let held = holding.pending().map_or_else(Latest::none, latest);
        let answer = match judge(body, |_| log.keys.clone(), |_| held) {
            Ok(accepted) => {
                holding
                    .aim(Stated {
                        checkpoint: accepted.checkpoint,
                        note: accepted.note,
                    })
                    .await?;
                Answer {
                    status: 200,
                    content: TEXT_TYPE,
                    body: String::new(),
                    evidence: false,
                }
            }
            Err(answer) => {
                if answer.evidence {
                    let folder = holding.log_folder();
                    let folder = folder.parent().unwrap_or(&folder);
                    keep(body, holding.pending(), folder)?;
                }
                answer
            }
        };
        *place = Some(holding);
        Ok(answer)
    }

    /// Takes an upload: what is verified is held, and what is complete is cosigned.
    pub async fn add_entries(&self, body: &[u8]) -> Result<Answer, Failure> {
        let header = Header::read(body).map(|(header, _)| header);
        let known = header.and_then(|header| Some((self.logs.get(&header.origin)?, header)));
        let Some((log, header)) = known else {
            return Ok(receive(body, |_| None, &|_| None).answer);
        };
        let mut place = log.holding.lock().await;
        let mut holding = place.take().ok_or_else(|| stopped(Path::new("mirror")))?;
        let leaves = holding
            .leaves_before(header.start.min(holding.next()))
            .await?;
        let received = receive(body, |_| Some(stands(&holding)), &|seq| {
            leaves.get(&seq).copied()
        });
        let new: Vec<&[u8]> = received.entries.iter().map(|(_, entry)| *entry).collect();
        holding.take(&new).await?;
        let mut answer = received.answer;
        if received.complete.is_some() {
            answer.body = self.finish(&mut holding).await?.unwrap_or_default();
        }
        *place = Some(holding);
        Ok(answer)
    }

    /// Stands for the pending checkpoint if all of it is held: moved, persisted, then cosigned.
    /// Returns the cosignature.
    async fn finish(&self, holding: &mut Holding) -> Result<Option<String>, Failure> {
        let Some(pending) = holding.pending().cloned() else {
            return Ok(None);
        };
        if pending.checkpoint.size != holding.next() {
            return Ok(None);
        }
        holding.complete(&pending).await?;
        let time = u64::try_from(self.clock.now().seconds()).unwrap_or(0);
        let unsigned = |error: &dyn core::fmt::Display| Failure::Key(error.to_string());
        let line =
            cosign(pending.note.text(), &self.key, time).map_err(|error| unsigned(&error))?;
        let note = pending.note.with(core::slice::from_ref(&line));
        holding
            .publish(&note.map_err(|fault| unsigned(&fault))?)
            .await?;
        Ok(Some(line.to_string()))
    }
}

fn stands(holding: &Holding) -> Stands {
    Stands {
        pending: holding.pending().map(latest).into_iter().collect(),
        mirrored: holding.mirrored().map_or(0, |held| held.checkpoint.size),
        next: holding.next(),
    }
}

async fn add_checkpoint(State(mirror): State<Arc<Mirror>>, body: Body) -> Response {
    let Ok(body) = to_bytes(body, CHECKPOINT_MAX).await else {
        return Problem::TooLarge.into_response();
    };
    // A caller that hangs up stops nothing that has begun.
    let judged = tokio::spawn(async move { mirror.add_checkpoint(&body).await });
    answered(judged.await)
}

async fn add_entries(
    State(mirror): State<Arc<Mirror>>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let house = Arc::clone(&mirror);
    let _room = house.room.acquire().await;
    let Ok(body) = to_bytes(body, ENTRIES_MAX).await else {
        return Problem::TooLarge.into_response();
    };
    let coding = headers.get(header::CONTENT_ENCODING);
    let body = match coding.map(HeaderValue::as_bytes) {
        None | Some(b"identity") => body.to_vec(),
        Some(b"gzip") => match spawn_blocking(move || unpack(&body)).await {
            Ok(Some(body)) => body,
            Ok(None) | Err(_) => return Problem::Encoding.into_response(),
        },
        Some(_) => return Problem::Encoding.into_response(),
    };
    let judged = tokio::spawn(async move { mirror.add_entries(&body).await });
    answered(judged.await)
}

/// Unpacks a body, if it is gzip and not longer than what is taken.
fn unpack(body: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = ENTRIES_MAX as u64 + 1;
    MultiGzDecoder::new(body)
        .take(most)
        .read_to_end(&mut bytes)
        .ok()?;
    (bytes.len() <= ENTRIES_MAX).then_some(bytes)
}

fn answered(judged: Result<Result<Answer, Failure>, tokio::task::JoinError>) -> Response {
    match judged {
        Ok(Ok(answer)) => said(answer),
        Ok(Err(_)) | Err(_) => Problem::Unavailable.into_response(),
    }
}

async fn show(
    State(mirror): State<Arc<Mirror>>,
    Named((origin, path)): Named<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let logs = &mut mirror.logs.iter();
    match logs.find(|(name, _)| origin_hash(name) == origin) {
        Some((_, log)) => log.files.answer(path, &headers).await,
        None => Problem::NotFound.into_response(),
    }
}
