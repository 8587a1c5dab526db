#![expect(
    clippy::cast_possible_truncation,
    reason = "the sizes in these tests are small"
)]

use super::*;
use crate::specimen::{ORIGIN, Specimen};
use crate::tree::{Leaves, leaf_hash, root_of_first};
use alloc::format;
use alloc::vec;
use proptest::prelude::*;

/// A log of plain entries; what they say does not matter to a mirror.
fn entries(count: u64) -> Vec<Vec<u8>> {
    (0..count)
        .map(|seq| format!("entry {seq}").into_bytes())
        .collect()
}

struct Log(Vec<Vec<u8>>, Vec<Hash>);

impl Log {
    fn of(count: u64) -> Self {
        let entries = entries(count);
        let leaves = entries.iter().map(|entry| leaf_hash(entry)).collect();
        Self(entries, leaves)
    }

    fn latest(&self, size: u64) -> Latest {
        let root = root_of_first(&Leaves(&self.1), size).unwrap();
        Latest { size, root }
    }

    fn body(&self, start: u64, end: u64, most: usize) -> Vec<u8> {
        let header = Header {
            origin: ORIGIN.into(),
            start,
            end,
            ticket: vec![],
        };
        let entry = |seq: u64| self.0.get(seq as usize).cloned();
        upload(&header, most, &entry, &Leaves(&self.1)).unwrap()
    }

    fn receive<'b>(&self, body: &'b [u8], state: &State) -> Received<'b> {
        let held = |seq: u64| (seq < state.next).then(|| self.1[seq as usize]);
        receive(
            body,
            |origin| (origin == ORIGIN).then(|| state.clone()),
            &held,
        )
    }
}

fn state(log: &Log, pending: &[u64], mirrored: u64, next: u64) -> State {
    State {
        pending: pending.iter().map(|size| log.latest(*size)).collect(),
        mirrored,
        next,
    }
}

#[test]
fn a_mirror_takes_a_log_in_requests_of_any_length() {
    let log = Log::of(1_000);
    let mut state = state(&log, &[1_000], 0, 0);
    let mut held: Vec<Vec<u8>> = Vec::new();
    let mut statuses = Vec::new();
    while held.len() < 1_000 {
        let body = log.body(state.next, 1_000, 1);
        let received = log.receive(&body, &state);
        for (seq, entry) in &received.entries {
            assert_eq!(*seq, held.len() as u64);
            held.push(entry.to_vec());
        }
        state.next = held.len() as u64;
        statuses.push(received.answer.status);
        if received.answer.status == 202 {
            let info: Info = received.answer.body.parse().unwrap();
            assert_eq!(
                info,
                Info {
                    pending: 1_000,
                    next: state.next,
                    ticket: vec![]
                }
            );
            assert_eq!(received.answer.content, INFO_TYPE);
        } else {
            assert_eq!(received.complete, Some(log.latest(1_000)));
        }
    }
    assert_eq!(statuses, [202, 202, 202, 200]);
    assert_eq!(held, log.0);
}

#[test]
fn a_mirror_goes_on_in_the_middle_of_a_tile() {
    let log = Log::of(700);
    for (start, next) in [(300, 300), (260, 300), (0, 300), (300, 700)] {
        let body = log.body(start, 700, 32);
        let received = log.receive(&body, &state(&log, &[300, 700], 300, next));
        assert_eq!(received.answer.status, 200);
        let new: Vec<u64> = received.entries.iter().map(|(seq, _)| *seq).collect();
        assert_eq!(new, (next..700).collect::<Vec<_>>());
    }
    let nothing = log.body(700, 700, 32);
    let received = log.receive(&nothing, &state(&log, &[700], 300, 700));
    assert_eq!((received.answer.status, received.entries.len()), (200, 0));
}

#[test]
fn each_status_has_its_reason() {
    let log = Log::of(9_000);
    let status = |body: &[u8], state: &State| {
        let answer = log.receive(body, state).answer;
        (answer.status, answer.content)
    };
    let text = crate::witness::TEXT_TYPE;
    let fresh = state(&log, &[600], 0, 0);
    let good = log.body(0, 600, 32);
    let unknown = receive(&good, |_| None, &|_| None);
    assert_eq!(unknown.answer.status, 404);
    assert_eq!(status(&good, &state(&log, &[], 0, 0)), (422, text));
    // An end that is not pending, one below the mirror, a start beyond, a start far below.
    assert_eq!(status(&log.body(0, 599, 1), &fresh), (409, INFO_TYPE));
    assert_eq!(status(&log.body(0, 0, 1), &fresh), (409, INFO_TYPE));
    assert_eq!(
        status(&good, &state(&log, &[600, 700], 700, 700)),
        (409, INFO_TYPE)
    );
    assert_eq!(status(&log.body(256, 600, 1), &fresh), (409, INFO_TYPE));
    assert_eq!(
        status(&log.body(0, 9_000, 1), &state(&log, &[9_000], 0, 8_193)),
        (409, INFO_TYPE)
    );
    assert_eq!(
        status(&log.body(0, 9_000, 1), &state(&log, &[9_000], 0, 8_192)),
        (202, INFO_TYPE)
    );
    // Bodies that end too early.
    assert_eq!(status(&good[..20], &fresh), (400, text));
    assert_eq!(status(&[], &fresh), (400, text));
    let header = Header {
        origin: ORIGIN.into(),
        start: 0,
        end: 600,
        ticket: vec![],
    };
    let empty = header.write().unwrap();
    assert_eq!(status(&empty, &fresh), (400, text));
    assert_eq!(status(&good[..empty.len() + 500], &fresh), (400, text));
    assert_eq!(status(&good[..good.len() - 1], &fresh), (202, INFO_TYPE));
    let backwards = Header {
        start: 601,
        ..header.clone()
    }
    .write()
    .unwrap();
    assert_eq!(status(&backwards, &fresh), (400, text));
    assert_eq!(status(&good, &fresh), (200, text));
    // A ticket that the mirror did not give out is not believed.
    let ticket = Header {
        ticket: vec![1, 2, 3],
        ..header
    }
    .write()
    .unwrap();
    let with_ticket = [&ticket, &good[empty.len()..]].concat();
    assert_eq!(status(&with_ticket, &fresh), (200, text));
}

#[test]
fn a_package_that_does_not_fit_is_refused_and_those_before_are_kept() {
    let log = Log::of(600);
    let fresh = state(&log, &[600], 0, 0);
    let good = log.body(0, 600, 32);
    let first = log.body(0, 600, 1).len();
    let mut wrong = good.clone();
    wrong[first + 5] ^= 1;
    let received = log.receive(&wrong, &fresh);
    assert_eq!(received.answer.status, 422);
    assert_eq!(received.entries.len(), 256);
    assert_eq!(received.complete, None);
    let mut wrong = good.clone();
    wrong[first - 1] ^= 1;
    let received = log.receive(&wrong, &fresh);
    assert_eq!((received.answer.status, received.entries.len()), (422, 0));
    // Another log under the same name.
    let other = Specimen::of(600);
    let other = Log(other.entries.clone(), other.leaves());
    let received = log.receive(&good, &state(&other, &[600], 0, 0));
    assert_eq!(received.answer.status, 422);
}

#[test]
fn a_pulling_mirror_asks_for_what_it_lacks() {
    let path = |held, size| next_bundle(held, size).map(|path| format!("{path}"));
    assert_eq!(path(0, 0), None);
    assert_eq!(path(0, 5).as_deref(), Some("tile/entries/000.p/5"));
    assert_eq!(path(5, 300).as_deref(), Some("tile/entries/000"));
    assert_eq!(path(256, 300).as_deref(), Some("tile/entries/001.p/44"));
    assert_eq!(path(300, 300), None);
    assert_eq!(path(301, 300), None);
}

#[test]
fn what_a_mirror_says_has_one_spelling() {
    for text in [
        "",
        "1\n2\n",
        "1\n2\n\n\n",
        "01\n2\n\n",
        "1\n2\n=\n",
        "1\n2\n",
        "1\n\n2\n",
    ] {
        assert!(text.parse::<Info>().is_err(), "{text:?}");
    }
    let info = Info {
        pending: 7,
        next: 0,
        ticket: vec![1],
    };
    assert_eq!(format!("{info}").parse(), Ok(info));
    assert_eq!(
        "1\n2\n\n".parse(),
        Ok(Info {
            pending: 1,
            next: 2,
            ticket: vec![]
        })
    );
}

proptest! {
    #[test]
    fn a_killed_upload_resumes_at_any_byte(
        size in 1_u64..900,
        next in any::<prop::sample::Index>(),
        cut in any::<prop::sample::Index>(),
    ) {
        let log = Log::of(size);
        let next = next.index(size as usize + 1) as u64;
        let state = state(&log, &[size], 0, next);
        let body = log.body(next, size, 32);
        let cut = &body[..cut.index(body.len() + 1)];
        let received = log.receive(cut, &state);
        let held = next + received.entries.len() as u64;
        for (at, (seq, entry)) in received.entries.iter().enumerate() {
            prop_assert_eq!(*seq, next + at as u64);
            prop_assert_eq!(*entry, &log.0[*seq as usize][..]);
        }
        match received.answer.status {
            200 => prop_assert_eq!(held, size),
            202 => prop_assert!(held > next && held < size),
            400 => prop_assert_eq!(held, next),
            other => prop_assert!(false, "{}", other),
        }
    }
}
