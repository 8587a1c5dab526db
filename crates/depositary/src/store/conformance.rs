//! The suite that every backend passes: what the contract of the traits says, as assertions. For
//! tests; a store that breaks the contract makes it panic.

mod servers;

pub use servers::two_servers;

use super::{
    Backend, Batch, Cosignature, Document, Envelope, Head, Letter, NewEntry, Position, Signed,
    StoreError,
};
use sponsio_record::{ActId, Digest, Instant};

/// The origin of the log in all cases.
pub const ORIGIN: &str = "office.example/conformance";

/// Runs all cases, each on a new and empty store.
pub async fn conforms<S: Backend>(make: impl AsyncFn() -> S) {
    begins_empty(&make().await).await;
    keeps_entries_in_order(&make().await).await;
    keeps_a_large_batch(&make().await).await;
    refuses_a_stale_writer(&make().await).await;
    takes_an_act_once(&make().await).await;
    keeps_documents_and_envelopes_once(&make().await).await;
    fences_the_server_before(&make().await).await;
    signs_in_turn(&make().await).await;
    keeps_cosignatures(&make().await).await;
    erases_envelopes(&make().await).await;
    posts_letters_until_they_are_sent(&make().await).await;
    ends_when_closed(&make().await).await;
    for wrong in contradictions() {
        stops_at_a_contradiction(&make().await, wrong).await;
    }
    for wrong in wrong_checkpoints() {
        stops_at_a_wrong_checkpoint(&make().await, wrong).await;
    }
}

/// Returns a batch of so many entries after this head; labels tell batches of one place apart. It
/// brings a document, an envelope and a letter per entry.
///
/// The root stands for a tree: the digest over the root before and the leaf.
pub fn batch(after: &Head, entries: u64, label: &str) -> Batch {
    let new: Vec<_> = (after.size..after.size + entries)
        .map(|seq| entry(seq, label))
        .collect();
    let root = new
        .iter()
        .fold(after.root, |root, entry| chain(&root, &entry.bytes));
    let recorded = after.last_recorded.seconds() + 1;
    Batch {
        documents: (after.size..after.size + entries)
            .map(|seq| document(&format!("document {seq} {label}")))
            .collect(),
        envelopes: (after.size..after.size + entries)
            .map(|seq| Envelope::of([7; 32], format!("payload {seq} {label}").into_bytes()))
            .collect(),
        letters: new.iter().map(|entry| letter(entry.act)).collect(),
        head: Head {
            size: after.size + entries,
            root,
            frontier: vec![root, Digest::of(label.as_bytes())],
            epoch: after.epoch,
            last_recorded: Instant::from_seconds(recorded).expect("the year is below 10000"),
        },
        entries: new,
    }
}

/// Returns the root after one more entry, as [`batch`] has it.
pub fn chain(root: &Digest, entry: &[u8]) -> Digest {
    Digest::of(&[root.as_bytes(), entry].concat())
}

/// Returns the entry that [`batch`] puts in this place.
pub fn entry(seq: u64, label: &str) -> NewEntry {
    // Entries are bytes; nothing may depend on their being text.
    let bytes = [b"\0\xff", format!("{label} {seq}").as_bytes()].concat();
    NewEntry {
        leaf: Digest::of(&bytes),
        act: act(&format!("{label} {seq}")),
        act_digest: Digest::of(label.as_bytes()),
        stream: format!("instrument/{}", seq % 3),
        nth: seq / 3,
        bytes,
    }
}

/// Returns an id made from a label.
pub fn act(label: &str) -> ActId {
    let digest = Digest::of(label.as_bytes());
    let (half, _) = digest
        .as_bytes()
        .split_first_chunk()
        .expect("a digest has 32 bytes");
    ActId::from_bytes(*half)
}

fn document(text: &str) -> Document {
    Document::of("text/plain", text.as_bytes().to_vec())
}

fn letter(act: ActId) -> Letter {
    Letter {
        act,
        addressee: "NOR".to_owned(),
        text: Digest::of(b"letter"),
    }
}

fn signed(head: &Head) -> Signed {
    Signed {
        size: head.size,
        root: head.root,
        note: format!("note over {}", head.size).into_bytes(),
        epoch: head.epoch,
    }
}

async fn open<S: Backend>(store: &S) -> Head {
    store.open_log(ORIGIN).await.expect("the log opens")
}

/// Returns the head after a first batch.
async fn begun<S: Backend>(store: &S, entries: u64) -> Head {
    let start = open(store).await;
    let first = batch(&start, entries, "begun");
    let written = store.append(start.position(), first.clone()).await;
    assert_eq!(written, Ok(()));
    first.head
}

fn fatal<T>(outcome: &Result<T, StoreError>) -> bool {
    matches!(outcome, Err(StoreError::Fatal(_)))
}

async fn begins_empty<S: Backend>(store: &S) {
    assert!(fatal(&store.head().await), "no log is open yet");
    assert_eq!(open(store).await, Head::empty());
    assert_eq!(
        open(store).await,
        Head::empty(),
        "opening again is the same"
    );
    assert!(fatal(&store.open_log("office.example/other").await));
    assert_eq!(store.head().await, Ok(Head::empty()));
    assert_eq!(store.entries(0, 10).await, Ok(Vec::new()));
    assert_eq!(store.find_act(&act("x")).await, Ok(None));
    assert_eq!(store.document(&Digest::of(b"x")).await, Ok(None));
    assert_eq!(store.signed().await, Ok(None));
    assert_eq!(store.cosignatures(0).await, Ok(Vec::new()));
    assert_eq!(store.get(&Digest::of(b"x")).await, Ok(None));
    assert_eq!(store.list().await, Ok(Vec::new()));
    assert_eq!(store.take(10).await, Ok(Vec::new()));
}

async fn keeps_entries_in_order<S: Backend>(store: &S) {
    let mut head = open(store).await;
    let (mut bytes, mut rows) = (Vec::new(), Vec::new());
    for count in [1, 5, 0, 17, 2] {
        let next = batch(&head, count, "order");
        rows.extend(next.entries.iter().cloned());
        bytes.extend(next.entries.iter().map(|entry| entry.bytes.clone()));
        let written = store.append(head.position(), next.clone()).await;
        assert_eq!(written, Ok(()));
        assert_eq!(store.head().await.as_ref(), Ok(&next.head));
        for document in next.documents {
            let found = store.document(&document.digest).await;
            assert_eq!(found, Ok(Some(document)));
        }
        head = next.head;
    }
    assert_eq!(store.entries(0, usize::MAX).await.as_ref(), Ok(&bytes));
    assert_eq!(store.entries(3, 4).await, Ok(bytes[3..7].to_vec()));
    assert_eq!(store.entries(24, 4).await, Ok(bytes[24..].to_vec()));
    assert_eq!(store.entries(0, 0).await, Ok(Vec::new()));
    assert_eq!(store.rows(0, usize::MAX).await.as_ref(), Ok(&rows));
    assert_eq!(store.rows(3, 4).await, Ok(rows[3..7].to_vec()));
    for beyond in [25, 26, u64::MAX] {
        assert_eq!(store.rows(beyond, 4).await, Ok(Vec::new()));
        assert_eq!(store.entries(beyond, 4).await, Ok(Vec::new()));
    }
    for seq in 0..25 {
        let NewEntry {
            act, act_digest, ..
        } = entry(seq, "order");
        assert_eq!(store.find_act(&act).await, Ok(Some((seq, act_digest))));
    }
}

async fn keeps_a_large_batch<S: Backend>(store: &S) {
    let start = open(store).await;
    let mut large = batch(&start, 4_096, "large");
    large.entries[17].bytes = vec![0xAB; 65_535];
    large.documents = vec![Document::of("application/pdf", vec![0x25; 3_000_000])];
    large.envelopes = vec![Envelope::of([0; 32], Vec::new())];
    let written = store.append(start.position(), large.clone()).await;
    assert_eq!(written, Ok(()));
    let kept: Vec<_> = large.entries.into_iter().map(|entry| entry.bytes).collect();
    assert_eq!(store.entries(0, 5_000).await, Ok(kept));
    let document = &large.documents[0];
    assert_eq!(
        store.document(&document.digest).await.as_ref(),
        Ok(&Some(document.clone()))
    );
    let envelope = &large.envelopes[0];
    assert_eq!(
        store.get(&envelope.commitment).await.as_ref(),
        Ok(&Some(envelope.clone()))
    );
}

async fn refuses_a_stale_writer<S: Backend>(store: &S) {
    let head = begun(store, 3).await;
    let before = state(store).await;
    for (size, epoch) in [(0, 0), (2, 0), (4, 0), (3, 1), (u64::MAX - 9, 0)] {
        let expected = Position { size, epoch };
        let believed = Head {
            size,
            epoch,
            ..head.clone()
        };
        let late = batch(&believed, 2, "late");
        let stale = StoreError::Stale {
            head: head.position(),
        };
        assert_eq!(store.append(expected, late).await, Err(stale));
    }
    assert_eq!(state(store).await, before, "nothing was written");
}

async fn takes_an_act_once<S: Backend>(store: &S) {
    let head = begun(store, 3).await;
    let before = state(store).await;
    let mut again = batch(&head, 3, "again");
    let taken = |seq, same| {
        Err(StoreError::ActTaken {
            id: act("begun 1"),
            seq,
            same,
        })
    };
    again.entries[2].act = act("begun 1");
    let refused = store.append(head.position(), again.clone()).await;
    assert_eq!(refused, taken(1, false), "the id with another act");
    again.entries[2].act_digest = Digest::of(b"begun");
    let refused = store.append(head.position(), again.clone()).await;
    assert_eq!(refused, taken(1, true), "the same act again");
    let mut twice = batch(&head, 3, "twice");
    twice.entries[2].act = twice.entries[0].act;
    let refused = store.append(head.position(), twice).await;
    let within = StoreError::ActTaken {
        id: act("twice 3"),
        seq: 3,
        same: true,
    };
    assert_eq!(refused, Err(within), "twice in one batch");
    assert_eq!(state(store).await, before, "nothing was written");
    let right = batch(&head, 3, "right");
    assert_eq!(store.append(head.position(), right).await, Ok(()));
}

async fn keeps_documents_and_envelopes_once<S: Backend>(store: &S) {
    let start = open(store).await;
    let letter = document("the letter");
    assert_eq!(store.put_document(letter.clone()).await, Ok(()));
    let renamed = Document {
        media: "text/html".to_owned(),
        ..letter.clone()
    };
    assert_eq!(store.put_document(renamed.clone()).await, Ok(()));
    let draft = Envelope::of([1; 32], b"draft".to_vec());
    assert_eq!(store.put(draft.clone()).await, Ok(()));
    assert_eq!(store.put(draft.clone()).await, Ok(()));
    let mut first = batch(&start, 1, "once");
    first.documents = vec![renamed, letter.clone()];
    first.envelopes = vec![draft.clone(), draft.clone()];
    assert_eq!(store.append(start.position(), first).await, Ok(()));
    assert_eq!(store.document(&letter.digest).await, Ok(Some(letter)));
    assert_eq!(store.list().await, Ok(vec![draft.commitment]));
}

async fn fences_the_server_before<S: Backend>(store: &S) {
    let before = begun(store, 2).await;
    assert_eq!(store.seize().await, Ok(1));
    assert_eq!(store.seize().await, Ok(2));
    let after = Head {
        epoch: 2,
        ..before.clone()
    };
    assert_eq!(store.head().await.as_ref(), Ok(&after));
    let stale = StoreError::Stale {
        head: after.position(),
    };
    let late = batch(&before, 1, "late");
    let refused = store.append(before.position(), late).await;
    assert_eq!(refused, Err(stale.clone()));
    assert_eq!(store.sign(None, signed(&before)).await, Err(stale));
    let next = batch(&after, 1, "next");
    assert_eq!(store.append(after.position(), next).await, Ok(()));
}

async fn signs_in_turn<S: Backend>(store: &S) {
    let head = begun(store, 5).await;
    let early = Signed {
        size: 2,
        ..signed(&head)
    };
    assert_eq!(store.sign(None, early.clone()).await, Ok(()));
    assert_eq!(store.signed().await.as_ref(), Ok(&Some(early.clone())));
    let stale = Err(StoreError::Stale {
        head: head.position(),
    });
    for old in [None, Some(1), Some(5)] {
        assert_eq!(store.sign(old, signed(&head)).await, stale, "{old:?}");
    }
    assert_eq!(store.sign(Some(2), signed(&head)).await, Ok(()));
    for (size, found) in [
        (2, Some(early)),
        (5, Some(signed(&head))),
        (0, None),
        (6, None),
    ] {
        assert_eq!(store.signed_over(size).await, Ok(found), "{size}");
    }
    assert_eq!(store.signed_over(u64::MAX).await, Ok(None));
    let resigned = Signed {
        note: b"with more signatures".to_vec(),
        ..signed(&head)
    };
    assert_eq!(store.sign(Some(5), resigned.clone()).await, Ok(()));
    assert_eq!(store.signed().await, Ok(Some(resigned)));
}

/// Returns checkpoints that are wrong after five entries of which four are signed.
fn wrong_checkpoints() -> [fn(&Head) -> Signed; 4] {
    [
        |head| Signed {
            size: 3,
            ..signed(head)
        },
        |head| Signed {
            size: 6,
            ..signed(head)
        },
        |head| Signed {
            size: 4,
            root: Digest::of(b"other"),
            ..signed(head)
        },
        |head| Signed {
            root: Digest::of(b"other"),
            ..signed(head)
        },
    ]
}

async fn stops_at_a_wrong_checkpoint<S: Backend>(store: &S, wrong: fn(&Head) -> Signed) {
    let head = begun(store, 5).await;
    let right = Signed {
        size: 4,
        ..signed(&head)
    };
    assert_eq!(store.sign(None, right.clone()).await, Ok(()));
    let wrong = wrong(&head);
    let refused = store.sign(Some(4), wrong.clone()).await;
    assert!(fatal(&refused), "{wrong:?}: {refused:?}");
    assert_eq!(store.signed().await, Ok(Some(right)));
    only_reads(store, &head).await;
}

/// Returns what makes a batch contradict itself or what is written.
fn contradictions() -> [fn(&mut Batch); 11] {
    [
        |batch| batch.head.size += 1,
        |batch| batch.head.size -= 1,
        |batch| batch.head.epoch += 1,
        |batch| batch.head.last_recorded = Instant::MIN,
        |batch| batch.entries[1].bytes = Vec::new(),
        |batch| batch.entries[1].bytes = vec![0; 65_536],
        |batch| batch.entries[1].stream = String::new(),
        |batch| {
            batch.entries[1].stream = String::from("instrument/0");
            batch.entries[1].nth = 0;
        },
        |batch| batch.documents[0].bytes.push(0),
        |batch| batch.envelopes[0].salt[0] ^= 1,
        |batch| batch.letters.push(batch.letters[0].clone()),
    ]
}

async fn stops_at_a_contradiction<S: Backend>(store: &S, wrong: fn(&mut Batch)) {
    let head = begun(store, 3).await;
    let before = state(store).await;
    let mut next = batch(&head, 2, "wrong");
    wrong(&mut next);
    let refused = store.append(head.position(), next.clone()).await;
    assert!(fatal(&refused), "{next:?}: {refused:?}");
    assert_eq!(state(store).await, before, "nothing was written");
    only_reads(store, &head).await;
}

/// After a fatal error everything is read and nothing is written.
async fn only_reads<S: Backend>(store: &S, head: &Head) {
    let before = state(store).await;
    let right = batch(head, 1, "right");
    assert!(fatal(&store.append(head.position(), right).await));
    assert!(fatal(&store.put_document(document("right")).await));
    assert!(fatal(&store.put(Envelope::of([2; 32], Vec::new())).await));
    assert!(fatal(&store.erase(&Digest::of(b"x")).await));
    assert!(fatal(&store.seize().await));
    assert!(fatal(&store.sign(None, signed(head)).await));
    assert!(fatal(
        &store.add_cosignature(1, cosignature("a", "b")).await
    ));
    assert!(fatal(&store.done(1).await));
    assert!(fatal(&store.failed(1, "no").await));
    assert_eq!(state(store).await, before);
}

fn cosignature(witness: &str, line: &str) -> Cosignature {
    Cosignature {
        witness: witness.to_owned(),
        line: line.to_owned(),
    }
}

async fn keeps_cosignatures<S: Backend>(store: &S) {
    begun(store, 1).await;
    let (north, south) = (cosignature("north", "n1"), cosignature("south", "s1"));
    assert_eq!(store.add_cosignature(1, south.clone()).await, Ok(()));
    assert_eq!(store.add_cosignature(1, north).await, Ok(()));
    let fresh = cosignature("north", "n2");
    assert_eq!(store.add_cosignature(1, fresh.clone()).await, Ok(()));
    assert_eq!(store.add_cosignature(0, fresh.clone()).await, Ok(()));
    assert_eq!(store.cosignatures(1).await, Ok(vec![fresh.clone(), south]));
    assert_eq!(store.cosignatures(0).await, Ok(vec![fresh]));
    assert_eq!(store.cosignatures(2).await, Ok(Vec::new()));
}

async fn erases_envelopes<S: Backend>(store: &S) {
    open(store).await;
    let mut kept = [1, 2].map(|salt| Envelope::of([salt; 32], b"draft".to_vec()));
    kept.sort_by_key(|envelope| envelope.commitment);
    let [first, second] = kept;
    for envelope in [&second, &first] {
        assert_eq!(store.put(envelope.clone()).await, Ok(()));
    }
    let both = vec![first.commitment, second.commitment];
    assert_eq!(store.list().await, Ok(both));
    assert_eq!(store.erase(&first.commitment).await, Ok(true));
    assert_eq!(store.erase(&first.commitment).await, Ok(false));
    assert_eq!(store.get(&first.commitment).await, Ok(None));
    let found = store.get(&second.commitment).await;
    assert_eq!(found, Ok(Some(second.clone())));
    assert_eq!(store.list().await, Ok(vec![second.commitment]));
}

async fn posts_letters_until_they_are_sent<S: Backend>(store: &S) {
    begun(store, 3).await;
    let waiting = store.take(10).await.expect("letters wait");
    let acts: Vec<_> = waiting.iter().map(|waiting| waiting.letter.act).collect();
    assert_eq!(acts, [act("begun 0"), act("begun 1"), act("begun 2")]);
    assert_eq!(store.take(2).await, Ok(waiting[..2].to_vec()));
    let [first, second, third] = [0, 1, 2].map(|at| waiting[at].id);
    assert_eq!(store.failed(first, "the mail is down").await, Ok(()));
    assert_eq!(store.done(second).await, Ok(()));
    let left = store.take(10).await.expect("letters wait");
    let ids: Vec<_> = left.iter().map(|waiting| waiting.id).collect();
    assert_eq!(ids, [third, first], "those that failed come last");
    assert_eq!(left[1].attempts, 1);
    assert_eq!(left[1].failure.as_deref(), Some("the mail is down"));
    for nobody in [second, 0, u64::MAX] {
        assert_eq!(store.done(nobody).await, Ok(()));
        assert_eq!(store.failed(nobody, "never").await, Ok(()));
    }
    assert_eq!(store.take(10).await, Ok(left));
}

async fn ends_when_closed<S: Backend>(store: &S) {
    let head = begun(store, 1).await;
    assert_eq!(store.close().await, Ok(()));
    assert_eq!(store.close().await, Ok(()));
    assert!(fatal(&store.head().await));
    assert!(fatal(&store.entries(0, 1).await));
    let next = batch(&head, 1, "next");
    assert!(fatal(&store.append(head.position(), next).await));
}

/// Everything that can be read, to see that nothing changed.
pub type State = (
    Head,
    Vec<Vec<u8>>,
    Option<Signed>,
    Vec<Cosignature>,
    Vec<Digest>,
    Vec<super::Waiting>,
);

/// Returns everything that can be read without knowing what to ask for.
pub async fn state<S: Backend>(store: &S) -> State {
    let reads = "a store reads";
    let head = store.head().await.expect(reads);
    (
        head.clone(),
        store.entries(0, usize::MAX).await.expect(reads),
        store.signed().await.expect(reads),
        store.cosignatures(head.size).await.expect(reads),
        store.list().await.expect(reads),
        store.take(usize::MAX).await.expect(reads),
    )
}
