//! The read face: checkpoint, tiles, entry bundles and public documents of a log, from its folder.
//!
//! Only what a tree of the published size has is given out; whether it is right is for the reader
//! to verify.

use alloc::sync::Arc;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use flate2::Compression;
use flate2::write::GzEncoder;
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::note::Note;
use sponsio_ledger::path::{Level, TILE_WIDTH, TilePath};
use sponsio_record::Digest;
use tokio::task::spawn_blocking;

use crate::problem::Problem;

/// The folder of a log's public files.
#[derive(Debug, Clone)]
pub struct LogFolder {
    folder: Arc<Path>,
}

/// What a file is to a cache.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Checkpoint,
    Immutable,
}

impl LogFolder {
    /// Returns the public files of a register's folder, or of the log's folder itself.
    pub fn of(folder: &Path) -> Self {
        let inner = folder.join("log");
        let folder = if inner.is_dir() { inner } else { folder.into() };
        Self {
            folder: folder.into(),
        }
    }

    /// Returns exactly this folder.
    pub(crate) fn exactly(folder: PathBuf) -> Self {
        Self {
            folder: folder.into(),
        }
    }

    /// Returns the read face of this log.
    pub fn router(self) -> Router {
        let answer = async |State(folder): State<Self>, request: Request| {
            let path = request.uri().path().trim_start_matches('/').to_owned();
            folder.answer(path, request.headers()).await
        };
        Router::new()
            .route("/{*path}", get(answer))
            .with_state(self)
    }

    /// Returns the file at this path, as it is published.
    pub(crate) async fn answer(&self, path: String, headers: &HeaderMap) -> Response {
        let (folder, gzip) = (Arc::clone(&self.folder), wants_gzip(headers));
        let read = spawn_blocking(move || {
            let Some((sort, bytes)) = published(&folder, &path)? else {
                return Ok(None);
            };
            let bytes = if gzip { pack(&bytes)? } else { bytes };
            Ok::<_, io::Error>(Some((sort, bytes)))
        });
        match read.await {
            Ok(Ok(Some((sort, bytes)))) => shown(sort, bytes, gzip),
            Ok(Ok(None)) => Problem::NotFound.into_response(),
            Ok(Err(_)) | Err(_) => Problem::Unavailable.into_response(),
        }
    }
}

/// Reads a file that a log of the published size has.
fn published(folder: &Path, path: &str) -> io::Result<Option<(Sort, Vec<u8>)>> {
    let Some(note) = read(&folder.join("checkpoint"))? else {
        return Ok(None);
    };
    if path == "checkpoint" {
        return Ok(Some((Sort::Checkpoint, note)));
    }
    let known = match path.strip_prefix("documents/") {
        Some(digest) => digest.parse::<Digest>().is_ok(),
        None => path
            .parse()
            .is_ok_and(|tile| size_of(&note).is_some_and(|size| has(&tile, size))),
    };
    if !known {
        return Ok(None);
    }
    let found = read(&folder.join(path))?;
    Ok(found.map(|bytes| (Sort::Immutable, bytes)))
}

fn size_of(note: &[u8]) -> Option<u64> {
    let note = Note::parse(note).ok()?;
    Some(Checkpoint::parse(note.text()).ok()?.size)
}

/// Whether a log of this size has the tile, or had it at a smaller size.
fn has(tile: &TilePath, size: u64) -> bool {
    let in_level = match tile.level() {
        Level::Entries => size,
        Level::Hashes(level) => size.checked_shr(8 * u32::from(level)).unwrap_or(0),
    };
    let start = tile.index().checked_mul(TILE_WIDTH);
    let end = start.and_then(|start| start.checked_add(tile.width()));
    end.is_some_and(|end| end <= in_level)
}

fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    use io::ErrorKind::{IsADirectory, NotADirectory, NotFound};
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if matches!(error.kind(), NotFound | IsADirectory | NotADirectory) => Ok(None),
        Err(error) => Err(error),
    }
}

pub(crate) fn pack(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Whether an answer may come as gzip.
pub(crate) fn wants_gzip(headers: &HeaderMap) -> bool {
    let listed = headers.get_all(header::ACCEPT_ENCODING);
    listed
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| {
            let mut parts = coding.split(';').map(str::trim);
            let named = parts
                .next()
                .is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
            let refused = |part: &str| {
                let weight = part.strip_prefix("q=").or_else(|| part.strip_prefix("Q="));
                weight.is_some_and(|weight| weight.bytes().all(|byte| b"0.".contains(&byte)))
            };
            named && !parts.any(refused)
        })
}

fn shown(sort: Sort, bytes: Vec<u8>, gzip: bool) -> Response {
    let (content, cache) = match sort {
        Sort::Checkpoint => ("text/plain; charset=utf-8", "no-cache"),
        Sort::Immutable => (
            "application/octet-stream",
            "public, max-age=31536000, immutable",
        ),
    };
    let mut response = (StatusCode::OK, bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    if gzip {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_is_given_only_where_it_is_asked_for() {
        let wants = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(value));
            wants_gzip(&headers)
        };
        assert!(wants("gzip"));
        assert!(wants("br, GZIP;q=0.5"));
        for other in ["", "identity", "x-gzip", "gzip;q=0", "gzip; q=0.0", "br"] {
            assert!(!wants(other), "{other}");
        }
        assert!(!wants_gzip(&HeaderMap::new()));
    }

    #[test]
    fn a_log_has_the_tiles_of_its_sizes_and_no_others() {
        let has = |path: &str, size| has(&path.parse().unwrap(), size);
        assert!(has("tile/0/000.p/5", 5) && has("tile/0/000.p/4", 5));
        assert!(!has("tile/0/000.p/6", 5) && !has("tile/0/000", 255));
        assert!(has("tile/1/000.p/1", 256) && !has("tile/1/000.p/1", 255));
        assert!(has("tile/entries/001.p/44", 300) && !has("tile/entries/001.p/45", 300));
        assert!(!has("tile/63/000", u64::MAX));
    }
}
