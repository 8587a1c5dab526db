//! Asking other houses: witnesses, mirrors, logs. An HTTP client that knows configured addresses
//! only, follows no redirection, and believes no answer longer or later than it allows.

use alloc::sync::Arc;
use core::fmt;
use core::pin::Pin;
use core::time::Duration;

use sponsio_ledger::path::{Level, TILE_WIDTH, TilePath};
use sponsio_record::ENTRY_MAX;
use tokio::task::spawn_blocking;

/// How long an answer may take, from the first byte asked to the last received.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The longest answer that is neither tile nor bundle: a note with all its signatures.
pub const ANSWER_MAX: usize = 300_000;

/// The longest entry bundle: 256 entries with their lengths.
pub const BUNDLE_MAX: usize = 256 * (ENTRY_MAX + 2);

/// The longest tile of hashes.
const TILE_MAX: usize = 8_192;

/// The address of another house, as its configuration gives it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address(String);

/// Why an address cannot be asked, or an answer not be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{url}: {detail}")]
pub struct FetchError {
    /// The address.
    pub url: String,
    /// What is wrong, or went wrong.
    pub detail: String,
}

/// What another house answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The content type, empty where none is given.
    pub content: String,
    /// The body.
    pub body: Vec<u8>,
}

impl Address {
    /// Reads an address: `http://` or `https://`, a host, and a path without query.
    pub fn parse(text: &str) -> Result<Self, FetchError> {
        let wrong = |detail: &str| FetchError {
            url: text.to_owned(),
            detail: detail.to_owned(),
        };
        let rest = ["http://", "https://"]
            .iter()
            .find_map(|scheme| text.strip_prefix(scheme))
            .ok_or_else(|| wrong("an address begins with http:// or https://"))?;
        let plain = |byte: u8| byte.is_ascii_graphic() && !b"?#\\@<>\"".contains(&byte);
        if rest.is_empty() || rest.starts_with('/') || !rest.bytes().all(plain) {
            return Err(wrong(
                "an address is a host and a path, without query and user",
            ));
        }
        Ok(Self(text.trim_end_matches('/').to_owned()))
    }

    /// Returns the address of what lies below this one.
    #[must_use]
    pub fn below(&self, path: &str) -> Self {
        Self(format!("{}/{path}", self.0))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A question to another house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Where it is asked.
    pub address: Address,
    /// What is sent, with its type; nothing where something is only fetched.
    pub body: Option<(&'static str, Vec<u8>)>,
    /// The most bytes of the answer.
    pub most: usize,
}

/// What a wire returns.
pub type Asked<'a> = Pin<Box<dyn Future<Output = Result<Reply, FetchError>> + Send + 'a>>;

/// A way by which questions reach other houses: HTTP, or a network that a trial has made.
pub trait Wire: Send + Sync + fmt::Debug {
    /// Asks once; an answer that is late, too long or cut short is an error.
    fn ask(&self, question: Question) -> Asked<'_>;
}

/// The client. Copies share their connections.
#[derive(Debug, Clone)]
pub struct Fetcher {
    wire: Arc<dyn Wire>,
}

impl Default for Fetcher {
    fn default() -> Self {
        Self::new(PATIENCE)
    }
}

impl Fetcher {
    /// Returns a client that waits so long for each whole answer.
    pub fn new(patience: Duration) -> Self {
        Self::over(Arc::new(Http::new(patience)))
    }

    /// Returns a client whose questions go over this wire.
    pub fn over(wire: Arc<dyn Wire>) -> Self {
        Self { wire }
    }

    /// Asks for what is at this address; the answer has at most so many bytes.
    pub async fn get(&self, address: &Address, most: usize) -> Result<Reply, FetchError> {
        let question = Question {
            address: address.clone(),
            body: None,
            most,
        };
        self.wire.ask(question).await
    }

    /// Returns what is at this address, `None` where nothing is.
    pub async fn find(
        &self,
        address: &Address,
        most: usize,
    ) -> Result<Option<Vec<u8>>, FetchError> {
        let reply = self.get(address, most).await?;
        match reply.status {
            200 => Ok(Some(reply.body)),
            404 => Ok(None),
            status => Err(FetchError {
                url: address.to_string(),
                detail: format!("status {status}"),
            }),
        }
    }

    /// Sends a body of this type.
    pub async fn post(
        &self,
        address: &Address,
        content: &'static str,
        body: Vec<u8>,
    ) -> Result<Reply, FetchError> {
        let question = Question {
            address: address.clone(),
            body: Some((content, body)),
            most: ANSWER_MAX,
        };
        self.wire.ask(question).await
    }

    /// Returns the tile or entry bundle at its path below a log's address. A partial one may have
    /// gone when the full one came; then so much of the full one is returned.
    pub async fn tile(
        &self,
        log: &Address,
        path: &TilePath,
    ) -> Result<Option<Vec<u8>>, FetchError> {
        let found = self.find(&log.below(&path.to_string()), most(path)).await?;
        if found.is_some() || path.is_full() {
            return Ok(found);
        }
        let Some(full) = TilePath::new(path.level(), path.index(), TILE_WIDTH) else {
            return Ok(None);
        };
        let found = self
            .find(&log.below(&full.to_string()), most(&full))
            .await?;
        Ok(found.and_then(|bytes| first_of(bytes, path)))
    }
}

/// Returns the first hashes or entries of a full tile, as many as the partial one has.
fn first_of(mut bytes: Vec<u8>, path: &TilePath) -> Option<Vec<u8>> {
    let width = usize::try_from(path.width()).ok()?;
    let end = match path.level() {
        Level::Hashes(_) => 32 * width,
        Level::Entries => {
            let entries = sponsio_ledger::tile::entries_of(&bytes, TILE_WIDTH).ok()?;
            let (at, last) = entries.get(width.checked_sub(1)?)?;
            at + last.len()
        }
    };
    bytes.truncate(end);
    Some(bytes)
}

fn most(path: &TilePath) -> usize {
    match path.level() {
        Level::Entries => BUNDLE_MAX,
        Level::Hashes(_) => TILE_MAX,
    }
}

/// HTTP, as the house speaks it: no proxy, no redirection, no cookie.
#[derive(Debug)]
struct Http {
    agent: ureq::Agent,
}

impl Http {
    fn new(patience: Duration) -> Self {
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(patience))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .proxy(None)
            .max_response_header_size(16_384)
            .user_agent("sponsio")
            .build();
        Self {
            agent: config.new_agent(),
        }
    }
}

impl Wire for Http {
    fn ask(&self, question: Question) -> Asked<'_> {
        let agent = self.agent.clone();
        Box::pin(async move {
            let url = question.address.to_string();
            let failed = |detail: String| FetchError {
                url: url.clone(),
                detail,
            };
            let asked = spawn_blocking({
                let url = url.clone();
                move || speak(&agent, &url, question.body, question.most)
            });
            match asked.await {
                Ok(answered) => answered.map_err(|error| failed(error.to_string())),
                Err(_) => Err(failed("the thread that asked has died".to_owned())),
            }
        })
    }
}

fn speak(
    agent: &ureq::Agent,
    url: &str,
    body: Option<(&'static str, Vec<u8>)>,
    most: usize,
) -> Result<Reply, ureq::Error> {
    let response = match body {
        None => agent.get(url).call()?,
        Some((content, body)) => agent
            .post(url)
            .header("content-type", content)
            .send(&body[..])?,
    };
    read(response, most)
}

fn read(mut response: ureq::http::Response<ureq::Body>, most: usize) -> Result<Reply, ureq::Error> {
    let content = response.headers().get("content-type");
    let content = content.and_then(|value| value.to_str().ok());
    Ok(Reply {
        status: response.status().as_u16(),
        content: content.unwrap_or_default().to_owned(),
        body: response
            .body_mut()
            .with_config()
            .limit(most as u64)
            .read_to_vec()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;

    #[test]
    fn only_plain_addresses_are_asked() {
        let parsed = |text: &str| Address::parse(text).map(|address| address.to_string());
        assert_eq!(
            parsed("https://mirror.example/log/").as_deref(),
            Ok("https://mirror.example/log")
        );
        for text in [
            "",
            "mirror.example",
            "file:///etc/passwd",
            "http://",
            "http:///x",
            "https://user@mirror.example",
            "http://mirror.example/?q",
            "http://mirror.example/#f",
            "http://mirror.example/a b",
        ] {
            assert!(parsed(text).is_err(), "{text}");
        }
    }

    /// A house that gives each caller the same bytes.
    fn house(answer: Vec<u8>) -> Address {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                drop(stream.read(&mut [0; 4_096]));
                // Whoever asked may have hung up.
                drop(stream.write_all(&answer));
            }
        });
        Address::parse(&address).unwrap()
    }

    #[tokio::test]
    async fn an_answer_that_is_too_long_or_leads_elsewhere_is_no_answer() {
        let fetcher = Fetcher::default();
        let long = house(b"HTTP/1.1 200 OK\r\ncontent-length: 11\r\n\r\nhello world".to_vec());
        assert_eq!(
            fetcher.find(&long, 11).await,
            Ok(Some(b"hello world".to_vec()))
        );
        assert!(fetcher.find(&long, 10).await.is_err());
        let target = house(b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nhere".to_vec());
        let answer =
            format!("HTTP/1.1 302 Found\r\nlocation: {target}\r\ncontent-length: 0\r\n\r\n");
        let elsewhere = house(answer.into_bytes());
        assert_eq!(fetcher.get(&elsewhere, 10).await.unwrap().status, 302);
        assert!(fetcher.find(&elsewhere, 10).await.is_err());
    }

    #[tokio::test]
    async fn who_does_not_answer_in_time_has_not_answered() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let silent = format!("http://{}", listener.local_addr().unwrap());
        let fetcher = Fetcher::new(Duration::from_millis(100));
        let asked = fetcher.get(&Address::parse(&silent).unwrap(), 10).await;
        assert!(asked.is_err());
    }
}
