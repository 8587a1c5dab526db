//! The cases of two servers on one store: who is first, who has lost, who is fenced.

use super::{batch, chain, open, signed};
use crate::store::{Backend, Head, StoreError};

/// Runs the cases of two servers on one store, which is new and empty.
pub async fn two_servers<S: Backend>(first: &S, second: &S) {
    let start = open(first).await;
    assert_eq!(open(second).await, start);
    let start = race(first, second, &start).await;
    // Both saw the same head; one is first.
    let one = batch(&start, 2, "first");
    assert_eq!(first.append(start.position(), one.clone()).await, Ok(()));
    let other = batch(&start, 3, "second");
    let stale = StoreError::Stale {
        head: one.head.position(),
    };
    assert_eq!(second.append(start.position(), other).await, Err(stale));
    assert_eq!(second.head().await.as_ref(), Ok(&one.head));
    // The second takes over while the first one is paused.
    assert_eq!(second.seize().await, Ok(1));
    let head = second.head().await.expect("the head is there");
    let fenced = Err(StoreError::Stale {
        head: head.position(),
    });
    let late = batch(&one.head, 1, "late");
    assert_eq!(first.append(one.head.position(), late).await, fenced);
    let last = first
        .signed()
        .await
        .expect("it reads")
        .map(|last| last.size);
    assert_eq!(first.sign(last, signed(&one.head)).await, fenced);
    let next = batch(&head, 1, "next");
    assert_eq!(second.append(head.position(), next.clone()).await, Ok(()));
    assert_eq!(second.sign(last, signed(&next.head)).await, Ok(()));
    assert_eq!(first.entries(0, 10).await, second.entries(0, 10).await);
    assert_eq!(first.signed().await, second.signed().await);
    // A server that ends takes nothing from the other one.
    assert_eq!(first.close().await, Ok(()));
    assert_eq!(second.head().await, Ok(next.head));
}

/// How many batches each of two racing servers writes.
const RACED: u64 = 12;

/// Two servers append and sign at the same time, each knowing only what it has read: all entries get
/// one order, and each size one checkpoint. Returns the head that comes of it.
async fn race<S: Backend>(first: &S, second: &S, start: &Head) -> Head {
    let (one, other) = (racer(first, start, "one"), racer(second, start, "other"));
    both(one, other).await;
    let end = first.head().await.expect("it reads");
    assert_eq!(second.head().await.as_ref(), Ok(&end));
    assert_eq!(end.size, start.size + 2 * RACED);
    let entries = first.entries(0, usize::MAX).await.expect("it reads");
    let follow = |root, entry: &Vec<u8>| chain(&root, entry);
    let root = entries[usize::try_from(start.size).expect("it is short")..].iter();
    assert_eq!(root.fold(start.root, follow), end.root, "one order");
    assert_eq!(first.signed().await, second.signed().await);
    end
}

/// Appends and signs until all batches are written; who has lost loads again.
async fn racer<S: Backend>(store: &S, start: &Head, label: &str) {
    let (mut head, mut written) = (start.clone(), 0);
    while written < RACED {
        let next = batch(&head, 1, label);
        match store.append(head.position(), next.clone()).await {
            Ok(()) => {
                (head, written) = (next.head, written + 1);
                let last = store.signed().await.expect("it reads");
                let last = last.map(|last| last.size);
                if last.is_none_or(|last| last < head.size) {
                    match store.sign(last, signed(&head)).await {
                        Ok(()) | Err(StoreError::Stale { .. }) => {}
                        other => panic!("{other:?}"),
                    }
                }
            }
            Err(StoreError::Stale { .. }) => head = store.head().await.expect("it reads"),
            other => panic!("{other:?}"),
        }
    }
}

/// Waits for both, whichever goes on first.
async fn both(one: impl Future<Output = ()>, other: impl Future<Output = ()>) {
    let (mut one, mut other) = (Some(Box::pin(one)), Some(Box::pin(other)));
    core::future::poll_fn(|context| {
        if one
            .as_mut()
            .is_some_and(|one| one.as_mut().poll(context).is_ready())
        {
            one = None;
        }
        if other
            .as_mut()
            .is_some_and(|other| other.as_mut().poll(context).is_ready())
        {
            other = None;
        }
        if one.is_none() && other.is_none() {
            core::task::Poll::Ready(())
        } else {
            core::task::Poll::Pending
        }
    })
    .await;
}
