//! The witness: cosigns a checkpoint that continues all it saw of a log, and remembers before it
//! signs (C2SP tlog-witness). What it decides is decided in `ledger`.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Path as Named, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use sponsio_depositary::world::Clock;
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::note::{KeyKind, SigningKey, VerifierKey};
use sponsio_ledger::witness::{AddCheckpoint, Answer, Latest, TEXT_TYPE, judge, origin_hash};
use tokio::sync::Mutex;

use crate::evidence::Evidence;
use crate::failure::Failure;
use crate::fork::two_faces;
use crate::problem::Problem;
use crate::state::{Stated, Workplace};

/// The longest request: a note with all its signatures, and a proof.
const REQUEST_MAX: usize = 300_000;

/// How much more of a request is read before it is refused: who is cut off while sending cannot read
/// the answer.
const READ_OUT: usize = 1_000_000;

/// A witness over the logs that it knows.
pub struct Witness {
    key: SigningKey,
    clock: Arc<dyn Clock>,
    logs: BTreeMap<String, Seen>,
    _place: Workplace,
}

/// What is kept of one log.
struct Seen {
    keys: Vec<VerifierKey>,
    folder: PathBuf,
    /// The last checkpoint, as it is on the disk. Compare and persist are one step: the mutex is
    /// held over both. After a failure to persist nobody knows what the disk has, and nothing is
    /// signed until a new start has read it.
    last: Mutex<Result<Option<Stated>, ()>>,
    /// The last checkpoint with the cosignature, as it is shown.
    shown: RwLock<Option<String>>,
}

impl Witness {
    /// Opens the witness of these logs over its folder; what it saw before is read again.
    pub fn open(
        key: SigningKey,
        logs: &[VerifierKey],
        folder: &Path,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Failure> {
        let mut witness = Self {
            key,
            clock,
            logs: BTreeMap::new(),
            _place: Workplace::take(folder)?,
        };
        for (origin, keys) in by_origin(logs)? {
            let folder = folder.join(origin_hash(&origin));
            sponsio_depositary::disk::make_folder(&folder).map_err(Failure::io(&folder))?;
            let last = Stated::kept(&folder.join(LAST))?;
            let shown = last.as_ref().map(|last| witness.shown(last)).transpose()?;
            let seen = Seen {
                keys,
                folder,
                last: Mutex::new(Ok(last)),
                shown: RwLock::new(shown),
            };
            witness.logs.insert(origin, seen);
        }
        Ok(witness)
    }

    /// Returns the face of the witness.
    pub fn router(self: Arc<Self>) -> Router {
        Router::new()
            .route("/add-checkpoint", post(add))
            .route("/{origin}/checkpoint", get(show))
            .with_state(self)
    }

    /// Judges a request; what is answered with 200 is on the disk.
    pub async fn add_checkpoint(&self, body: &[u8]) -> Result<Answer, Failure> {
        let origin = AddCheckpoint::parse(body)
            .and_then(|request| Checkpoint::parse(request.note.text()))
            .map(|checkpoint| checkpoint.origin);
        let Some((seen, origin)) = origin
            .ok()
            .and_then(|origin| Some((self.logs.get(&origin)?, origin)))
        else {
            let nobody = judge(body, |_| Vec::new(), |_| Latest::none());
            let stopped = || Failure::Key("an unknown log is not cosigned".into());
            return nobody.err().ok_or_else(stopped);
        };
        let mut last = seen.last.lock().await;
        let Ok(held) = last.as_ref() else {
            return Err(stopped(&seen.folder));
        };
        let latest = held.as_ref().map_or_else(Latest::none, latest);
        let accepted = match judge(body, |_| seen.keys.clone(), |_| latest) {
            Ok(accepted) => accepted,
            Err(answer) => {
                if answer.evidence {
                    keep(body, held.as_ref(), &seen.folder)?;
                }
                return Ok(answer);
            }
        };
        let stated = Stated {
            checkpoint: accepted.checkpoint.clone(),
            note: accepted.note.clone(),
        };
        if let Err(failure) = stated.keep(seen.folder.join(LAST)).await {
            *last = Err(());
            return Err(failure);
        }
        *last = Ok(Some(stated));
        let (answer, note) = accepted
            .cosign(&self.key, self.time())
            .map_err(|error| Failure::Key(format!("{origin}: {error}")))?;
        *seen.shown.write().unwrap_or_else(PoisonError::into_inner) = Some(note.to_string());
        Ok(answer)
    }

    /// Returns the last checkpoint of the log of this origin hash, with the cosignature.
    fn last_of(&self, hash: &str) -> Option<String> {
        let seen = self
            .logs
            .iter()
            .find(|(origin, _)| origin_hash(origin) == hash)?;
        let shown = seen.1.shown.read();
        shown.unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn shown(&self, last: &Stated) -> Result<String, Failure> {
        let unsigned = |error: &dyn core::fmt::Display| Failure::Key(error.to_string());
        let line = sponsio_ledger::cosignature::cosign(last.note.text(), &self.key, self.time())
            .map_err(|error| unsigned(&error))?;
        let note = last.note.with(&[line]).map_err(|fault| unsigned(&fault))?;
        Ok(note.to_string())
    }

    fn time(&self) -> u64 {
        u64::try_from(self.clock.now().seconds()).unwrap_or(0)
    }
}

/// The file of the last checkpoint: the log's verified signatures and no line of a stranger.
const LAST: &str = "checkpoint";

/// Sorts log keys by origin; keys of another kind cannot be those of a log.
pub(crate) fn by_origin(
    logs: &[VerifierKey],
) -> Result<BTreeMap<String, Vec<VerifierKey>>, Failure> {
    let mut sorted: BTreeMap<String, Vec<VerifierKey>> = BTreeMap::new();
    for key in logs {
        if key.kind() != KeyKind::Log {
            return Err(Failure::Key(format!(
                "{} is not the key of a log",
                key.name()
            )));
        }
        sorted
            .entry(key.name().to_owned())
            .or_default()
            .push(key.clone());
    }
    Ok(sorted)
}

pub(crate) fn latest(stated: &Stated) -> Latest {
    Latest {
        size: stated.checkpoint.size,
        root: stated.checkpoint.root,
    }
}

pub(crate) fn stopped(folder: &Path) -> Failure {
    Failure::damaged(
        folder,
        "writing has failed; a new start must read what is there",
    )
}

/// Keeps a request that the log validly signed and that contradicts what was seen.
pub(crate) fn keep(body: &[u8], held: Option<&Stated>, folder: &Path) -> Result<(), Failure> {
    let Ok(request) = AddCheckpoint::parse(body) else {
        return Ok(());
    };
    let offered = Stated::read(request.note.to_string().as_bytes());
    let evidence = match (held, offered) {
        (Some(held), Some(offered))
            if held.checkpoint.size == offered.checkpoint.size
                && held.checkpoint.root != offered.checkpoint.root =>
        {
            two_faces(held, &offered)
        }
        (held, offered) => Evidence {
            kind: "unproven",
            size: offered.map_or(0, |offered| offered.checkpoint.size),
            says: "The log has signed checkpoint-2 and it was not shown to continue checkpoint-1. \
                   By itself this proves no lie: compare with the log's tiles.\n"
                .to_owned(),
            files: held
                .map(|held| {
                    (
                        "checkpoint-1".to_owned(),
                        held.note.to_string().into_bytes(),
                    )
                })
                .into_iter()
                .chain([
                    (
                        "checkpoint-2".to_owned(),
                        request.note.to_string().into_bytes(),
                    ),
                    ("request".to_owned(), body.to_vec()),
                ])
                .collect(),
        },
    };
    evidence.keep(&folder.join("evidence"))?;
    Ok(())
}

async fn add(State(witness): State<Arc<Witness>>, body: Body) -> Response {
    let body = match to_bytes(body, REQUEST_MAX + READ_OUT).await {
        Ok(body) if body.len() <= REQUEST_MAX => body,
        Ok(_) | Err(_) => return Problem::TooLarge.into_response(),
    };
    // A caller that hangs up must not stop between the disk and the memory of what was seen.
    let judged = tokio::spawn(async move { witness.add_checkpoint(&body).await });
    match judged.await {
        Ok(Ok(answer)) => said(answer),
        Ok(Err(_)) | Err(_) => Problem::Unavailable.into_response(),
    }
}

async fn show(State(witness): State<Arc<Witness>>, Named(origin): Named<String>) -> Response {
    match witness.last_of(&origin) {
        Some(note) => {
            let headers = [
                (header::CONTENT_TYPE, TEXT_TYPE),
                (header::CACHE_CONTROL, "no-cache"),
            ];
            (headers, note).into_response()
        }
        None => Problem::NotFound.into_response(),
    }
}

/// Returns an answer of the protocol as one over HTTP.
pub(crate) fn said(answer: Answer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, answer.body).into_response();
    let content = HeaderValue::from_static(answer.content);
    response.headers_mut().insert(header::CONTENT_TYPE, content);
    response
}
