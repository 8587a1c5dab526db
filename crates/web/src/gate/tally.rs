//! What is counted of answers and connections, as Prometheus reads it (text format 0.0.4): numbers only,
//! of faces, methods and codes, never of persons or pages.

use alloc::collections::BTreeMap;
use core::fmt::Display;
use core::sync::atomic::{AtomicU64, Ordering};
use core::time::Duration;
use std::sync::{Mutex, PoisonError};

use axum::http::Method;

/// The upper ends of the classes of time, in microseconds.
const CLASSES: [u64; 13] = [
    1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000,
    5_000_000, 10_000_000,
];

/// Why somebody was turned away before an answer was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TurnedAway {
    /// Too many requests from one address.
    Address,
    /// Too many attempts to sign in from one address.
    SignIn,
    /// Too many connections at a time.
    Full,
    /// The connection could not be encrypted.
    Encryption,
}

impl TurnedAway {
    const ALL: [Self; 4] = [Self::Address, Self::SignIn, Self::Full, Self::Encryption];

    const fn word(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::SignIn => "sign-in",
            Self::Full => "full",
            Self::Encryption => "tls",
        }
    }
}

/// What is counted of one face.
#[derive(Debug, Default)]
pub struct Tally {
    answers: Mutex<BTreeMap<(&'static str, u16), u64>>,
    classes: [AtomicU64; 14],
    micros: AtomicU64,
    turned_away: [AtomicU64; 4],
    connections: AtomicU64,
}

impl Tally {
    /// Counts an answer.
    pub(crate) fn answered(&self, method: &Method, status: u16, took: Duration) {
        let method = match *method {
            Method::GET => "GET",
            Method::HEAD => "HEAD",
            Method::POST => "POST",
            Method::PUT => "PUT",
            Method::DELETE => "DELETE",
            Method::OPTIONS => "OPTIONS",
            _ => "other",
        };
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        *answers.entry((method, status)).or_default() += 1;
        drop(answers);
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let class = CLASSES.partition_point(|end| *end < micros);
        self.classes[class].fetch_add(1, Ordering::Relaxed);
        self.micros.fetch_add(micros, Ordering::Relaxed);
    }

    /// Counts somebody who was turned away.
    pub(crate) fn turned_away(&self, why: TurnedAway) {
        self.turned_away[why as usize].fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a connection for as long as what is returned is held.
    pub(crate) fn connected(self: &alloc::sync::Arc<Self>) -> Connected {
        self.connections.fetch_add(1, Ordering::Relaxed);
        Connected(alloc::sync::Arc::clone(self))
    }
}

/// A connection that is counted.
pub(crate) struct Connected(alloc::sync::Arc<Tally>);

impl Drop for Connected {
    fn drop(&mut self) {
        self.0.connections.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Writes the head of a measure.
pub(crate) fn head(out: &mut String, name: &str, kind: &str, what: &str) {
    out.extend([format!("# HELP {name} {what}\n# TYPE {name} {kind}\n")]);
}

/// Writes a value of a measure, with its labels.
pub(crate) fn value(out: &mut String, name: &str, labels: &str, value: impl Display) {
    out.extend([format!("{name}{{{labels}}} {value}\n")]);
}

/// Writes a measure that has one value.
pub(crate) fn single(out: &mut String, name: &str, kind: &str, what: &str, value: impl Display) {
    head(out, name, kind, what);
    out.extend([format!("{name} {value}\n")]);
}

/// Writes what was counted of these faces.
pub(crate) fn write(out: &mut String, faces: &[(&'static str, &Tally)]) {
    let name = "sponsio_http_requests_total";
    let what = "Answers, by face, method and status code.";
    head(out, name, "counter", what);
    for (face, tally) in faces {
        let answers = tally.answers.lock().unwrap_or_else(PoisonError::into_inner);
        for ((method, status), count) in &*answers {
            let labels = format!("face=\"{face}\",method=\"{method}\",status=\"{status}\"");
            value(out, name, &labels, count);
        }
    }
    let name = "sponsio_http_request_duration_seconds";
    head(out, name, "histogram", "Time until an answer was made.");
    for (face, tally) in faces {
        let labels = format!("face=\"{face}\"");
        let mut sum = 0;
        for (class, counted) in tally.classes.iter().enumerate() {
            sum += counted.load(Ordering::Relaxed);
            let end = CLASSES.get(class).map(|end| seconds(*end));
            let end = end.as_deref().unwrap_or("+Inf");
            let labels = format!("{labels},le=\"{end}\"");
            value(out, &format!("{name}_bucket"), &labels, sum);
        }
        let micros = seconds(tally.micros.load(Ordering::Relaxed));
        value(out, &format!("{name}_sum"), &labels, micros);
        value(out, &format!("{name}_count"), &labels, sum);
    }
    let name = "sponsio_turned_away_total";
    let what = "Requests and connections that were turned away early, by reason.";
    head(out, name, "counter", what);
    for (face, tally) in faces {
        for why in TurnedAway::ALL {
            let count = tally.turned_away[why as usize].load(Ordering::Relaxed);
            let labels = format!("face=\"{face}\",reason=\"{}\"", why.word());
            value(out, name, &labels, count);
        }
    }
    let name = "sponsio_connections";
    head(out, name, "gauge", "Connections that are open.");
    for (face, tally) in faces {
        let count = tally.connections.load(Ordering::Relaxed);
        value(out, name, &format!("face=\"{face}\""), count);
    }
}

/// Writes microseconds as seconds, exactly.
fn seconds(micros: u64) -> String {
    let (whole, part) = (micros / 1_000_000, micros % 1_000_000);
    let text = format!("{whole}.{part:06}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::sync::Arc;

    #[test]
    fn what_is_counted_is_written_as_prometheus_reads_it() {
        let tally = Arc::new(Tally::default());
        tally.answered(&Method::GET, 200, Duration::from_micros(900));
        tally.answered(&Method::GET, 200, Duration::from_millis(1));
        tally.answered(&Method::PATCH, 405, Duration::from_secs(11));
        tally.turned_away(TurnedAway::SignIn);
        let held = tally.connected();
        let mut text = String::new();
        write(&mut text, &[("public", &tally)]);
        for line in [
            "sponsio_http_requests_total{face=\"public\",method=\"GET\",status=\"200\"} 2",
            "sponsio_http_requests_total{face=\"public\",method=\"other\",status=\"405\"} 1",
            "sponsio_http_request_duration_seconds_bucket{face=\"public\",le=\"0.001\"} 2",
            "sponsio_http_request_duration_seconds_bucket{face=\"public\",le=\"10\"} 2",
            "sponsio_http_request_duration_seconds_bucket{face=\"public\",le=\"+Inf\"} 3",
            "sponsio_http_request_duration_seconds_sum{face=\"public\"} 11.0019",
            "sponsio_http_request_duration_seconds_count{face=\"public\"} 3",
            "sponsio_turned_away_total{face=\"public\",reason=\"sign-in\"} 1",
            "sponsio_turned_away_total{face=\"public\",reason=\"full\"} 0",
            "sponsio_connections{face=\"public\"} 1",
        ] {
            assert!(text.lines().any(|one| one == line), "{line}\n{text}");
        }
        drop(held);
        assert_eq!(tally.connections.load(Ordering::Relaxed), 0);
        // Each measure is said what it is, once, before its values.
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let name = line.split(['{', ' ']).next().unwrap();
            let family = ["_bucket", "_sum", "_count"]
                .iter()
                .find_map(|end| name.strip_suffix(end))
                .unwrap_or(name);
            let types = text.matches(&format!("# TYPE {family} ")).count();
            assert_eq!(types, 1, "{family}");
        }
    }

    #[test]
    fn seconds_are_exact() {
        assert_eq!(seconds(0), "0");
        assert_eq!(seconds(2_500), "0.0025");
        assert_eq!(seconds(10_000_000), "10");
        assert_eq!(seconds(1), "0.000001");
    }
}
