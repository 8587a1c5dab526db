//! The languages of a provision: which follows which, and whether somebody has looked. A change in one
//! language leaves every other behind until a named reviewer has seen it; no text is adopted while an
//! authentic language is not certified (VCLT art. 33; T512). Nothing here judges meaning: the acts of
//! those who do are kept.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, Digest, FieldError, Fields, Instant, ParticipantId, Value};
use sponsio_text::{Body, Language, ProvisionId, content_digest};

use crate::conference::deed::{Deed, Form, flag, language, list, owned, provision};
use crate::conference::history::Happening;
use crate::conference::{Conference, Doing, Ground, Place, Proposal, RevisionMade, TabledProposal};

/// A language is reviewed against another, or certified after the review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageReviewed {
    /// The language.
    pub language: Language,
    /// The language that it is to follow.
    pub from: Language,
    /// The revision that was looked at.
    pub revision: Digest,
    /// The provisions; none named means all that await it.
    pub provisions: BTreeSet<ProvisionId>,
    /// Who looked, by name or group.
    pub reviewer: String,
    /// Whether it is certified; otherwise it is reviewed. What had fallen behind and is reviewed needs no
    /// change: a change would be a revision.
    pub certified: bool,
}

/// How far the words of a provision in one language have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TranslationState {
    /// The others are made from it; a text in one language has no other.
    Source,
    /// It was made from the source; nobody has looked.
    Drafted,
    /// The source changed; it follows words that are no more.
    Stale,
    /// Somebody has looked.
    Reviewed,
    /// It is certified to follow the source.
    Certified,
}

impl TranslationState {
    /// Returns the stable word.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Drafted => "drafted",
            Self::Stale => "stale",
            Self::Reviewed => "reviewed",
            Self::Certified => "certified",
        }
    }
}

/// The words of a provision in one language, towards the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// How far it has come.
    pub state: TranslationState,
    /// Which language it follows, and what that said: where it is stale, what it no longer says. None
    /// where it is the source.
    pub made_from: Option<(Language, Digest)>,
    /// Since when.
    pub since: Instant,
    /// Who looked last.
    pub reviewer: Option<String>,
}

impl Translation {
    const fn of(
        state: TranslationState,
        made_from: Option<(Language, Digest)>,
        since: Instant,
    ) -> Self {
        Self {
            state,
            made_from,
            since,
            reviewer: None,
        }
    }
}

impl Deed for LanguageReviewed {
    const KIND: &'static str = "language-reviewed";

    fn write(&self, form: &mut Form) {
        form.text("lang", self.language.as_str());
        form.text("from", self.from.as_str());
        form.digest("revision", &self.revision);
        form.names("provisions", &self.provisions);
        form.text("reviewer", &self.reviewer);
        form.flag("certified", self.certified);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            language: fields.required("lang", language)?,
            from: fields.required("from", language)?,
            revision: fields.required("revision", Value::digest)?,
            provisions: list(fields, "provisions", provision)?.into_iter().collect(),
            reviewer: fields.required("reviewer", owned)?,
            certified: flag(fields, "certified")?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.not_adopted()?;
        if conference.revision != Some(self.revision) {
            return Err(Ground::RevisionMoved {
                stated: Some(self.revision),
                present: conference.revision,
            });
        }
        let languages = &conference.convened.languages;
        for one in [&self.language, &self.from] {
            if !languages.contains(one) || self.language == self.from {
                return Err(Ground::OtherLanguage(one.clone()));
            }
        }
        if self.reviewer.trim().is_empty() {
            return Err(Ground::NoReviewer);
        }
        for id in &self.provisions {
            for language in [&self.language, &self.from] {
                conference.text_at(&Place {
                    provision: *id,
                    language: language.clone(),
                })?;
            }
            if !self.moves(conference, *id) {
                return Err(Ground::NotAwaitingReview(self.place(*id)));
            }
        }
        if self.targets(conference).is_empty() {
            return Err(Ground::NothingToReview(self.language.clone()));
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        for id in self.targets(conference) {
            let place = self.place(id);
            let made_from = conference.content(&self.source(id)).copied();
            let translation = Translation {
                state: if self.certified {
                    TranslationState::Certified
                } else {
                    TranslationState::Reviewed
                },
                made_from: made_from.map(|digest| (self.from.clone(), digest)),
                since: doing.at,
                reviewer: Some(self.reviewer.clone()),
            };
            conference.translations.insert(place.clone(), translation);
            let what = Happening::Reviewed {
                from: self.from.clone(),
                reviewer: self.reviewer.clone(),
                certified: self.certified,
            };
            conference.note((doing.id, doing.at), &place, what);
        }
    }
}

impl LanguageReviewed {
    fn place(&self, provision: ProvisionId) -> Place {
        Place {
            provision,
            language: self.language.clone(),
        }
    }

    fn source(&self, provision: ProvisionId) -> Place {
        Place {
            provision,
            language: self.from.clone(),
        }
    }

    /// Whether the review changes how far a provision has come. It is certified against the words
    /// against which it was reviewed.
    fn moves(&self, conference: &Conference, provision: ProvisionId) -> bool {
        let Some(translation) = conference.translations.get(&self.place(provision)) else {
            return false;
        };
        let Some(source) = conference.content(&self.source(provision)) else {
            return false;
        };
        match translation.state {
            TranslationState::Drafted | TranslationState::Stale => !self.certified,
            TranslationState::Reviewed => {
                self.certified && translation.made_from == Some((self.from.clone(), *source))
            }
            TranslationState::Source | TranslationState::Certified => false,
        }
    }

    fn targets(&self, conference: &Conference) -> Vec<ProvisionId> {
        if !self.provisions.is_empty() {
            return self.provisions.iter().copied().collect();
        }
        let all = conference.translations.keys();
        all.filter(|place| place.language == self.language)
            .map(|place| place.provision)
            .filter(|id| self.moves(conference, *id))
            .collect()
    }
}

impl Conference {
    /// Returns how far each provision has come in each language, by place.
    pub fn translations(&self) -> impl Iterator<Item = (&Place, &Translation)> {
        self.translations.iter()
    }

    /// Returns the places at which an authentic language is neither the source nor certified. What says
    /// nothing, as an article without a heading, needs no review.
    pub fn uncertified(&self) -> Vec<Place> {
        let nothing = content_digest(&Body::default());
        let open = self.translations.iter().filter(|(place, translation)| {
            !matches!(
                translation.state,
                TranslationState::Source | TranslationState::Certified
            ) && self.content(place) != Some(&nothing)
        });
        open.map(|(place, _)| place.clone()).collect()
    }

    /// Folds a revision into the state of the languages; called before its words replace the former ones.
    pub(crate) fn languages_changed(&mut self, made: &RevisionMade, doing: &Doing) {
        let mut by_provision: BTreeMap<ProvisionId, BTreeMap<Language, Option<Digest>>> =
            BTreeMap::new();
        for (place, content) in &made.changed {
            if self.content(place) != content.as_ref() {
                let changed = by_provision.entry(place.provision).or_default();
                changed.insert(place.language.clone(), *content);
            }
        }
        for (provision, changed) in by_provision {
            self.provision_changed(provision, &changed, doing.at);
        }
    }

    fn provision_changed(
        &mut self,
        provision: ProvisionId,
        changed: &BTreeMap<Language, Option<Digest>>,
        at: Instant,
    ) {
        let place = |language: &Language| Place {
            provision,
            language: language.clone(),
        };
        let languages = self.convened.languages.clone();
        let before: BTreeMap<&Language, Digest> = languages
            .iter()
            .filter_map(|one| Some((one, *self.content(&place(one))?)))
            .collect();
        let after: BTreeMap<&Language, Digest> = languages
            .iter()
            .filter_map(|one| {
                let content = match changed.get(one) {
                    Some(content) => *content,
                    None => before.get(one).copied(),
                };
                Some((one, content?))
            })
            .collect();
        let former = languages.iter().find(|one| {
            let translation = self.translations.get(&place(one));
            translation.is_some_and(|own| own.state == TranslationState::Source)
        });
        let rewritten = |one: &&Language| before.contains_key(*one) && changed.contains_key(*one);
        let mut present = languages.iter().filter(|one| after.contains_key(*one));
        let moved = present.clone().find(rewritten);
        let kept = former.filter(|one| after.contains_key(*one));
        let source = moved.or(kept).or_else(|| present.next());
        let (Some(source), true) = (source, !after.is_empty()) else {
            for language in &languages {
                self.translations.remove(&place(language));
            }
            return;
        };
        let said = after.get(source).map(|digest| (source.clone(), *digest));
        let no_longer = former.and_then(|one| Some((one.clone(), *before.get(one)?)));
        for language in &languages {
            let at_place = place(language);
            let translation = if !after.contains_key(language) {
                self.translations.remove(&at_place);
                continue;
            } else if language == source {
                match self.translations.get(&at_place) {
                    Some(own)
                        if own.state == TranslationState::Source
                            && !changed.contains_key(language) =>
                    {
                        continue;
                    }
                    _ => Translation::of(TranslationState::Source, None, at),
                }
            } else if changed.contains_key(language) {
                Translation::of(TranslationState::Drafted, said.clone(), at)
            } else if moved.is_some() || former != Some(source) {
                let known = self.translations.get(&at_place);
                let followed = known.and_then(|own| own.made_from.clone());
                let followed = followed.or_else(|| no_longer.clone());
                Translation::of(TranslationState::Stale, followed, at)
            } else {
                continue;
            };
            self.translations.insert(at_place, translation);
        }
    }
}

/// Words of a proposal that the other languages lack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingTranslation {
    /// The proposal.
    pub of: ActId,
    /// Who proposes it.
    pub by: ParticipantId,
    /// The provision.
    pub provision: ProvisionId,
    /// The language of its words.
    pub language: Language,
    /// The authentic languages in which nothing was tabled for the provision by the same delegation.
    pub missing: Vec<Language>,
}

impl Conference {
    /// Returns the live proposals with words that wait for their translation, as far as papers are at hand.
    pub fn pending_translations(&self) -> Vec<PendingTranslation> {
        let live = || self.proposals.iter().filter(|one| one.end.is_none());
        let mut pending = Vec::new();
        for proposal in live() {
            let Some(paper) = &proposal.paper else {
                continue;
            };
            let worded = paper.operations.iter().filter(|one| one.text.is_some());
            let provisions: BTreeSet<ProvisionId> = worded.map(|one| one.provision).collect();
            for provision in provisions {
                let is_there = |language: &Language| {
                    live().any(|other| {
                        other.paper.as_ref().is_some_and(|other| {
                            other.by == paper.by
                                && other.language == *language
                                && other.touched().contains(&provision)
                        })
                    })
                };
                let languages = self.convened.languages.iter();
                let missing: Vec<Language> = languages
                    .filter(|language| !is_there(language))
                    .cloned()
                    .collect();
                if !missing.is_empty() {
                    pending.push(PendingTranslation {
                        of: proposal.id,
                        by: paper.by.clone(),
                        provision,
                        language: paper.language.clone(),
                        missing,
                    });
                }
            }
        }
        pending
    }

    /// Returns the proposals that are questions of those who review the languages; they are listed apart.
    pub fn concordance_notes(&self) -> impl Iterator<Item = &TabledProposal> {
        self.proposals.iter().filter(|proposal| {
            let paper = proposal.paper.as_ref();
            paper.is_some_and(Proposal::is_concordance_note)
        })
    }
}
