//! What is said to whoever comes while as many are here as there is room for: at once that it is full, instead
//! of letting the door stand shut.

use core::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::time::timeout;

/// The answer; it needs nothing of what was asked.
const FULL: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\n\
    content-type: application/problem+json\r\n\
    cache-control: no-store\r\n\
    retry-after: 1\r\n\
    content-length: 80\r\n\
    connection: close\r\n\r\n\
    {\"type\":\"urn:sponsio:problem:overload\",\"title\":\"too many at once\",\"status\":503}\n";

/// How long one may take to hear it.
const PATIENCE: Duration = Duration::from_secs(2);

/// The most that is read of what was asked, in bytes.
const HEARD: usize = 16_384;

/// Says that it is full, and closes.
pub(crate) async fn refuse(mut stream: impl AsyncRead + AsyncWrite + Unpin) {
    let told = async {
        stream.write_all(FULL).await?;
        stream.shutdown().await?;
        // What was sent is read away: a connection that is closed over unread bytes is reset, and the answer
        // may be lost with it.
        let mut heard = [0; 1_024];
        let mut left = HEARD;
        while left > 0 {
            let read = stream.read(&mut heard).await?;
            if read == 0 {
                break;
            }
            left = left.saturating_sub(read);
        }
        Ok::<(), std::io::Error>(())
    };
    // Whoever does not listen is not told.
    drop(timeout(PATIENCE, told).await);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_is_as_long_as_it_says() {
        let text = core::str::from_utf8(FULL).expect("it is text");
        let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
        assert!(
            head.contains(&format!("content-length: {}", body.len())),
            "{}",
            body.len()
        );
        let body: serde_json::Value = serde_json::from_str(body).expect("it is JSON");
        assert_eq!(body["status"], 503);
    }
}
