//! Drafts: a provision written from words that were spoken. The link from its id to the words survives
//! amendment, renumbering and adoption, since an id never changes. What was written from a real source is
//! hypothetical: prepared by software, proposed by no party, and not to be tabled.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, Digest, Draft, FieldError, Fields, Instant, Value};
use sponsio_text::{Body, Language, ProvisionId, content_digest, tokenize};

use crate::conference::deed::{Deed, Form, act, language, list, owned, provision};
use crate::conference::{Conference, Doing, Ground, Proposal, RecordGround, StatementKind};

/// A provision is drafted from statements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvisionDrafted {
    /// The id that it will have in the text.
    pub provision: ProvisionId,
    /// The language of its words.
    pub language: Language,
    /// The passages on which it rests, in order; the first is that of an assurance.
    pub from: Vec<Passage>,
    /// Its words, in the source form of texts.
    pub words: String,
    /// Its guarantee, as the rule line that stands under it.
    pub guarantee: String,
}

/// A passage of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// The statement.
    pub of: ActId,
    /// Which of its passages, from 0.
    pub quote: u64,
}

/// A provision of the text is recorded as coming from a draft under another id: it was split, joined or
/// written anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginLinked {
    /// The provision.
    pub provision: ProvisionId,
    /// The id of the draft.
    pub draft: ProvisionId,
    /// How the one became the other.
    pub reason: String,
}

/// A draft as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftProvision {
    /// The act.
    pub id: ActId,
    /// When it was received.
    pub at: Instant,
    /// What was drafted.
    pub drafted: ProvisionDrafted,
    /// Whether it rests on a real source: proposed by no party.
    pub hypothetical: bool,
}

/// A link to a draft as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// The act.
    pub id: ActId,
    /// When it was received.
    pub at: Instant,
    /// What was linked.
    pub linked: OriginLinked,
}

impl Passage {
    fn draft(&self) -> Draft {
        let mut form = Form::default();
        form.named("of", &self.of);
        form.draft("quote", Draft::count(self.quote));
        Draft::object(form.0)
    }

    fn read(value: &Value<'_>) -> Result<Self, FieldError> {
        let mut fields = value.object()?.fields();
        let passage = Self {
            of: act(&mut fields, "of")?,
            quote: fields.required("quote", Value::count)?,
        };
        fields.finish()?;
        Ok(passage)
    }
}

impl Deed for ProvisionDrafted {
    const KIND: &'static str = "provision-drafted";

    fn write(&self, form: &mut Form) {
        form.named("provision", &self.provision);
        form.text("lang", self.language.as_str());
        form.list("from", &self.from, Passage::draft);
        form.text("words", &self.words);
        form.text("guarantee", &self.guarantee);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            provision: fields.required("provision", provision)?,
            language: fields.required("lang", language)?,
            from: list(fields, "from", Passage::read)?,
            words: fields.required("words", owned)?,
            guarantee: fields.required("guarantee", owned)?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        let taken =
            conference.draft(self.provision).is_some() || conference.known(self.provision).is_ok();
        if taken {
            return Err(RecordGround::ProvisionTaken(self.provision).into());
        }
        let mut assured = false;
        for passage in &self.from {
            let (_, said) = conference.confirmed(passage.of)?;
            let quote = usize::try_from(passage.quote).ok();
            if quote.and_then(|quote| said.quotes.get(quote)).is_none() {
                return Err(RecordGround::NotItsWords(passage.of).into());
            }
            match said.kind {
                StatementKind::Assurance => assured = true,
                // An offer, a proposal, a condition stand beside the assurance; they give none.
                StatementKind::Readiness | StatementKind::Proposal | StatementKind::Condition => {}
                StatementKind::Denial
                | StatementKind::Accusation
                | StatementKind::Report
                | StatementKind::Other => {
                    return Err(RecordGround::NotAnAssurance(passage.of).into());
                }
            }
        }
        if !assured {
            return Err(RecordGround::NoAssurance.into());
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        let hypothetical = !self.from.iter().all(|passage| {
            let said = conference.confirmed(passage.of).ok();
            let source = said.and_then(|(_, said)| conference.source(said.source));
            source.is_some_and(|source| source.recorded.fictional)
        });
        conference.dossier.drafts.push(DraftProvision {
            id: doing.id,
            at: doing.at,
            drafted: self.clone(),
            hypothetical,
        });
    }
}

impl Deed for OriginLinked {
    const KIND: &'static str = "origin-linked";

    fn write(&self, form: &mut Form) {
        form.named("provision", &self.provision);
        form.named("draft", &self.draft);
        form.text("reason", &self.reason);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            provision: fields.required("provision", provision)?,
            draft: fields.required("draft", provision)?,
            reason: fields.required("reason", owned)?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.known(self.provision)?;
        let draft = conference.draft(self.draft);
        let draft = draft.ok_or(RecordGround::NoSuchDraft(self.draft))?;
        if draft.hypothetical {
            return Err(RecordGround::Hypothetical(self.draft).into());
        }
        if self.reason.trim().is_empty() {
            return Err(Ground::NoReason);
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        conference.dossier.links.push(Linked {
            id: doing.id,
            at: doing.at,
            linked: self.clone(),
        });
    }
}

impl DraftProvision {
    fn content(&self) -> Digest {
        content_digest(&Body::of(tokenize(&self.drafted.words)))
    }
}

impl Conference {
    /// Returns the drafts in the order of receipt.
    pub fn drafts(&self) -> &[DraftProvision] {
        &self.dossier.drafts
    }

    /// Returns the draft of this id.
    pub fn draft(&self, id: ProvisionId) -> Option<&DraftProvision> {
        self.drafts()
            .iter()
            .find(|draft| draft.drafted.provision == id)
    }

    fn hypothetical(&self) -> impl Iterator<Item = &DraftProvision> {
        self.drafts().iter().filter(|draft| draft.hypothetical)
    }

    /// No operation of a proposal brings in a hypothetical draft, by its id or word for word.
    pub(crate) fn proposed_by_a_party(&self, proposal: &Proposal) -> Result<(), Ground> {
        for draft in self.hypothetical() {
            let id = draft.drafted.provision;
            let (marked, words) = (alloc::format!("{{#{id}}}"), spaced(&draft.drafted.words));
            let mut texts = proposal
                .operations
                .iter()
                .filter_map(|one| one.text.as_ref());
            if texts.any(|text| text.contains(&marked) || spaced(text).contains(&words)) {
                return Err(RecordGround::Hypothetical(id).into());
            }
        }
        Ok(())
    }

    /// No place of a revision is that of a hypothetical draft, by its id or by its words.
    pub(crate) fn revised_by_a_party<'a>(
        &self,
        changed: impl Iterator<Item = (ProvisionId, Option<&'a Digest>)>,
    ) -> Result<(), Ground> {
        if self.hypothetical().next().is_none() {
            return Ok(());
        }
        let (ids, contents): (BTreeSet<_>, BTreeSet<_>) = changed.unzip();
        for draft in self.hypothetical() {
            let id = draft.drafted.provision;
            if ids.contains(&id) || contents.contains(&Some(&draft.content())) {
                return Err(RecordGround::Hypothetical(id).into());
            }
        }
        Ok(())
    }
}

/// Words with single spaces, as a text has them.
fn spaced(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ")
}
