//! What a store keeps beside its entries, compared with what the entries say: the documents that
//! acts name, the envelopes behind commitments, the checkpoint that was signed last. Nothing is
//! written.

use alloc::collections::BTreeSet;

use sponsio_ledger::entry::{Act, Entry, Matter, disclosed};
use sponsio_ledger::policy::Policy;
use sponsio_ledger::tree::Tree;
use sponsio_record::Digest;

use crate::failure::Fatal;
use crate::store::{Backend, StoreError};

/// How many entries are read at a time.
const AT_A_TIME: usize = 1_024;

/// What is kept beside the entries of a log, and what of it is damaged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holdings {
    /// How many documents acts name, those of confidential acts among them as far as these are kept.
    pub documents: usize,
    /// Those of them that are not kept.
    pub absent: Vec<Digest>,
    /// How many entries commit to something confidential.
    pub commitments: usize,
    /// How many of them have no envelope any more, or never had one here.
    pub erased: usize,
    /// How many entries the signed checkpoint covers that is kept.
    pub signed: Option<u64>,
    /// What contradicts the entries, a sentence each.
    pub damaged: Vec<String>,
}

/// Reads all that is kept beside the entries of the log that this policy names.
///
/// # Errors
///
/// If the entries themselves cannot be read; damage beside them is reported and not an error.
pub async fn holdings(
    store: &dyn Backend,
    origin: &str,
    policy: &Policy,
) -> Result<Holdings, Fatal> {
    let head = store.open_log(origin).await?;
    let signed = store.signed().await?;
    let mut reader = Reader {
        store,
        named: BTreeSet::new(),
        found: Holdings::default(),
    };
    let mut tree = Tree::new();
    let mut stated = signed.as_ref().is_none_or(|signed| signed.size == 0);
    while tree.size() < head.size {
        let bundle = store.entries(tree.size(), AT_A_TIME).await?;
        if bundle.is_empty() {
            let size = head.size;
            return Err(Fatal::Storage(format!("fewer entries than {size}")));
        }
        for bytes in &bundle {
            let seq = tree.size();
            let entry =
                Entry::at(bytes, origin, seq).map_err(|refusal| Fatal::entry(seq, &refusal))?;
            reader.read(&entry).await?;
            tree.append(entry.leaf());
            if let Some(signed) = signed.as_ref().filter(|one| one.size == tree.size()) {
                stated = Digest::from_bytes(tree.root()) == signed.root;
            }
        }
    }
    let Reader { mut found, .. } = reader;
    if let Some(signed) = signed {
        found.signed = Some(signed.size);
        match policy.open_signed(&signed.note) {
            Err(fault) => found
                .damaged
                .push(format!("the signed checkpoint: {fault}")),
            Ok(opened) => {
                let checkpoint = opened.checkpoint;
                stated &=
                    checkpoint.size == signed.size && checkpoint.root == *signed.root.as_bytes();
            }
        }
        if !stated {
            let size = signed.size;
            let sentence = format!("the signed checkpoint over {size} entries is not theirs");
            found.damaged.push(sentence);
        }
    }
    Ok(found)
}

struct Reader<'a> {
    store: &'a dyn Backend,
    named: BTreeSet<Digest>,
    found: Holdings,
}

impl Reader<'_> {
    async fn read(&mut self, entry: &Entry<'_>) -> Result<(), Fatal> {
        match &entry.matter {
            Matter::Act(act, _) => self.documents(act).await,
            Matter::Commitment(commitment) => self.envelope(entry, commitment.digest()).await,
        }
    }

    async fn envelope(&mut self, entry: &Entry<'_>, commitment: &Digest) -> Result<(), Fatal> {
        self.found.commitments += 1;
        // The store compares what it gives with the commitment.
        let envelope = match self.store.get(commitment).await {
            Ok(Some(envelope)) => envelope,
            Ok(None) => {
                self.found.erased += 1;
                return Ok(());
            }
            Err(error) => return self.damage(error),
        };
        match disclosed(&envelope.bytes) {
            Ok((act, _)) => self.documents(&act).await,
            Err(detail) => {
                let seq = entry.head.seq;
                let sentence = format!("what is behind entry {seq}: {detail}");
                self.found.damaged.push(sentence);
                Ok(())
            }
        }
    }

    async fn documents(&mut self, act: &Act<'_>) -> Result<(), Fatal> {
        for cited in &act.documents {
            if !self.named.insert(cited.digest) {
                continue;
            }
            self.found.documents += 1;
            match self.store.document(&cited.digest).await {
                Ok(None) => self.found.absent.push(cited.digest),
                Ok(Some(document)) if document.bytes.len() as u64 == cited.bytes => {}
                Ok(Some(_)) => {
                    let digest = cited.digest.cited();
                    let sentence = format!("document {digest} has another length than is cited");
                    self.found.damaged.push(sentence);
                }
                Err(error) => self.damage(error)?,
            }
        }
        Ok(())
    }

    /// What a store says of bytes that are not what they were is a finding; that it cannot be read at
    /// all, is not.
    fn damage(&mut self, error: StoreError) -> Result<(), Fatal> {
        match error {
            StoreError::Fatal(sentence) => {
                self.found.damaged.push(sentence);
                Ok(())
            }
            other => Err(other.into()),
        }
    }
}
