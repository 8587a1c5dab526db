//! The walk from a provision back to the words that somebody spoke: the adopted text, what was done to
//! it, the draft, the statement, the passage in the source. Each level is shown as what it is.

use alloc::vec::Vec;

use sponsio_text::ProvisionId;

use crate::conference::{
    Adoption, Conference, DraftProvision, Linked, Quote, RecordedStatement, Source, Statement,
    Travaux, Understanding,
};

/// What lies behind a provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk<'a> {
    /// The provision.
    pub provision: ProvisionId,
    /// The adoption of the text, where it has the provision.
    pub adopted: Option<&'a Adoption>,
    /// What was done to it.
    pub travaux: Travaux,
    /// The understandings that were carried into it.
    pub understandings: Vec<&'a Understanding>,
    /// The drafts from which it comes.
    pub origins: Vec<Origin<'a>>,
}

/// A draft from which a provision comes, with the words on which it rests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin<'a> {
    /// The draft.
    pub draft: &'a DraftProvision,
    /// The act that links the provision to it, where their ids differ.
    pub link: Option<&'a Linked>,
    /// The passages, in the order of the draft.
    pub spoken: Vec<Spoken<'a>>,
}

/// A passage of a confirmed statement in its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken<'a> {
    /// The statement as it was recorded.
    pub statement: &'a RecordedStatement,
    /// What it says.
    pub said: &'a Statement,
    /// The words at their place.
    pub quote: &'a Quote,
    /// The source.
    pub source: &'a Source,
}

impl Conference {
    /// Returns what lies behind a provision, as far as papers are at hand.
    pub fn walk(&self, provision: ProvisionId) -> Walk<'_> {
        let own = self.draft(provision).map(|draft| (draft, None));
        let links = self.dossier.links.iter();
        let linked = links
            .filter(|link| link.linked.provision == provision)
            .filter_map(|link| Some((self.draft(link.linked.draft)?, Some(link))));
        let origins = own.into_iter().chain(linked).map(|(draft, link)| Origin {
            draft,
            link,
            spoken: self.spoken(draft),
        });
        let understandings = self.understandings().iter();
        Walk {
            provision,
            adopted: self.adoption().filter(|_| self.known(provision).is_ok()),
            travaux: self.travaux(provision),
            understandings: understandings
                .filter(|one| one.carried.iter().any(|(into, ..)| *into == provision))
                .collect(),
            origins: origins.collect(),
        }
    }

    /// Returns the passages on which a draft rests.
    pub fn spoken<'a>(&'a self, draft: &'a DraftProvision) -> Vec<Spoken<'a>> {
        let passages = draft.drafted.from.iter();
        let spoken = passages.filter_map(|passage| {
            let (statement, said) = self.confirmed(passage.of).ok()?;
            Some(Spoken {
                statement,
                said,
                quote: said.quotes.get(usize::try_from(passage.quote).ok()?)?,
                source: self.source(said.source)?,
            })
        });
        spoken.collect()
    }
}
