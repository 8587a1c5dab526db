//! Adoption of the text (VCLT art. 9): by consensus, by a vote, or by silence; needs a text in which
//! nothing is open.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, Digest, Draft, FieldError, Fields, Instant, Value};
use sponsio_text::{
    Expression, Language, Provision, ProvisionId, Token, TokenKind, content_digest,
};

use crate::calendar::Date;
use crate::conference::deed::{Deed, Form, act_id, language, list, owned};
use crate::conference::proposal::mark;
use crate::conference::{Conference, Decision, Doing, Ground, Place, SilenceObject, Standing};
use crate::filing::date;

/// The text is adopted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adopted {
    /// The revision.
    pub revision: Digest,
    /// The digest of the text in each of its authentic languages.
    pub texts: BTreeMap<Language, Digest>,
    /// The legal date of adoption.
    pub done: Date,
    /// Where.
    pub place: String,
    /// How.
    pub decision: Decision,
    /// The digest of the final clauses in Clausula, with which the treaty enters the register.
    pub clauses: Digest,
    /// The reservations of position that the record of adoption carries.
    pub carries: Vec<ActId>,
}

/// The adoption as its proceedings leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adoption {
    /// The act.
    pub id: ActId,
    /// When it was received.
    pub at: Instant,
    /// What it says.
    pub adopted: Adopted,
}

/// What is still open in a text, as it is computed from the text: the law asks, and does not read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextFacts {
    /// Places with brackets or rival texts (T510).
    pub brackets: Vec<Place>,
    /// Places with a blank still to be filled (T511).
    pub placeholders: Vec<Place>,
    /// Authentic languages that do not follow the others at a provision (T512).
    pub stale: Vec<Place>,
    /// Provisions with a footnote by which a delegation reserves its position (T513).
    pub reservations: Vec<ProvisionId>,
    /// Places at which a proposal could not be carried over (T514).
    pub conflicts: Vec<Place>,
    /// Provisions whose rule nobody has confirmed for this text (T515).
    pub unconfirmed: Vec<ProvisionId>,
}

impl TextFacts {
    /// Reads what is open in the expressions of a text: brackets and rival texts, blanks, footnotes that
    /// reserve, provisions that another language lacks, rules that are not confirmed for the words above
    /// them. Conflicts and the reviews of languages are not in the text.
    pub fn read(expressions: &[Expression]) -> Self {
        let mut facts = Self::default();
        for expression in expressions {
            for provision in &expression.provisions {
                facts.look_at(provision, &expression.language);
                let lacking = expressions.iter().filter(|other| {
                    let found = other.provision(provision.id);
                    found.is_none_or(|found| found.body.parts.is_empty())
                        && !provision.body.parts.is_empty()
                });
                facts.stale.extend(lacking.map(|other| Place {
                    provision: provision.id,
                    language: other.language.clone(),
                }));
            }
        }
        facts.stale.sort_unstable();
        facts.stale.dedup();
        facts
    }

    fn look_at(&mut self, provision: &Provision, language: &Language) {
        let place = || Place {
            provision: provision.id,
            language: language.clone(),
        };
        let contested = provision.body.is_contested() || !provision.inserted_by.is_empty();
        if contested || !provision.alternatives.is_empty() {
            self.brackets.push(place());
        }
        let words = provision.body.base();
        if words
            .iter()
            .any(|token| token.kind == TokenKind::Placeholder)
        {
            self.placeholders.push(place());
        }
        let reserves = |token: &Token| matches!(&token.kind, TokenKind::Footnote(footnote) if footnote.by.is_some());
        if words.iter().any(reserves) {
            self.reservations.push(provision.id);
        }
        if !provision.rules.lines.is_empty() && !is_confirmed(provision) {
            self.unconfirmed.push(provision.id);
        }
    }

    /// Whether the text can be adopted as far as the text goes; the first fault by code.
    pub fn examine(&self) -> Result<(), Ground> {
        let places = |list: &[Place]| list.iter().map(|place| place.provision).collect();
        if !self.brackets.is_empty() {
            Err(Ground::BracketsLeft(places(&self.brackets)))
        } else if !self.placeholders.is_empty() {
            Err(Ground::PlaceholderLeft(places(&self.placeholders)))
        } else if !self.stale.is_empty() {
            Err(Ground::LanguageStale(self.stale.clone()))
        } else if !self.reservations.is_empty() {
            Err(Ground::ReservationInText(self.reservations.clone()))
        } else if !self.conflicts.is_empty() {
            Err(Ground::ConflictOpen(places(&self.conflicts)))
        } else if !self.unconfirmed.is_empty() {
            Err(Ground::RuleUnconfirmed(self.unconfirmed.clone()))
        } else {
            Ok(())
        }
    }
}

/// Whether the rule lines under a provision were confirmed for the words that it has now.
fn is_confirmed(provision: &Provision) -> bool {
    let content = content_digest(&provision.body);
    provision.rules.bound.as_ref() == content.as_bytes().first_chunk::<4>()
}

/// Writes texts as a list of language and digest.
pub(crate) fn write_texts(form: &mut Form, texts: &BTreeMap<Language, Digest>) {
    form.list("texts", texts, |(language, digest)| {
        Draft::object([
            ("lang", Draft::text(String::from(language.as_str()))),
            ("text", Draft::digest(digest)),
        ])
    });
}

pub(crate) fn read_texts(
    fields: &mut Fields<'_, '_>,
) -> Result<BTreeMap<Language, Digest>, FieldError> {
    fields.required("texts", |value| {
        let texts = value.list(|value| {
            let mut fields = value.object()?.fields();
            let text = (
                fields.required("lang", language)?,
                fields.required("text", Value::digest)?,
            );
            fields.finish()?;
            Ok(text)
        })?;
        Ok(texts.into_iter().collect())
    })
}

impl Deed for Adopted {
    const KIND: &'static str = "text-adopted";

    fn write(&self, form: &mut Form) {
        form.digest("revision", &self.revision);
        write_texts(form, &self.texts);
        form.named("done", &self.done);
        form.text("place", &self.place);
        self.decision.write(form);
        form.digest("clauses", &self.clauses);
        form.list("carries", &self.carries, mark);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            revision: fields.required("revision", Value::digest)?,
            texts: read_texts(fields)?,
            done: fields.required("done", date)?,
            place: fields.required("place", owned)?,
            decision: fields.required("decision", Decision::read)?,
            clauses: fields.required("clauses", Value::digest)?,
            carries: list(fields, "carries", act_id)?,
        })
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        conference.not_adopted()?;
        if conference.revision != Some(self.revision) {
            return Err(Ground::RevisionMoved {
                stated: Some(self.revision),
                present: conference.revision,
            });
        }
        let languages = conference.convened.languages.iter();
        if let Some(missing) = languages.clone().find(|one| !self.texts.contains_key(*one)) {
            return Err(Ground::LanguageMissing(missing.clone()));
        }
        if let Some(other) = self
            .texts
            .keys()
            .find(|one| !languages.clone().any(|of| of == *one))
        {
            return Err(Ground::OtherLanguage(other.clone()));
        }
        conference.nothing_open(&self.carries, doing.at)?;
        conference.decided(
            &self.decision,
            conference.convened.rules.adoption,
            &SilenceObject::Adoption,
        )
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        for of in &self.carries {
            if let Some(reserved) = conference.reservations.get_mut(of) {
                reserved.carried = Some(doing.id);
            }
        }
        conference.adoption = Some(Adoption {
            id: doing.id,
            at: doing.at,
            adopted: self.clone(),
        });
    }
}

impl Conference {
    /// Returns the adoption of the text, if it was adopted.
    pub fn adoption(&self) -> Option<&Adoption> {
        self.adoption.as_ref()
    }

    /// After the adoption the negotiation is over.
    pub(crate) fn not_adopted(&self) -> Result<(), Ground> {
        match &self.adoption {
            Some(adoption) => Err(Ground::AdoptedAlready(adoption.at)),
            None => Ok(()),
        }
    }

    /// No proposal, reservation, package or confirmation is open.
    fn nothing_open(&self, carries: &[ActId], at: Instant) -> Result<(), Ground> {
        let live: Vec<ActId> = self
            .proposals
            .iter()
            .filter(|proposal| proposal.end.is_none())
            .map(|proposal| proposal.id)
            .collect();
        if !live.is_empty() {
            return Err(Ground::DispositionMissing(live));
        }
        let mut open = self.open_reservations(None);
        if let Some(other) = carries.iter().find(|of| !open.contains(of)) {
            return Err(Ground::NoSuchReservation(*other));
        }
        open.retain(|of| !carries.contains(of));
        if !open.is_empty() {
            return Err(Ground::ReservationOpen(open));
        }
        let behind = self.uncertified();
        if !behind.is_empty() {
            return Err(Ground::LanguageStale(behind));
        }
        if let Some(package) = self.open_package(at) {
            return Err(Ground::PackageOpen(package.opened.name.clone()));
        }
        for place in self.agreements.keys() {
            self.heard(place, at)?;
            match self.standing(place, at) {
                Some(Standing::AdReferendum(waiting)) => {
                    return Err(Ground::ConfirmationAwaited {
                        place: place.clone(),
                        from: waiting,
                    });
                }
                Some(Standing::Stale) => return Err(Ground::AgreedStale(place.clone())),
                _ => {}
            }
        }
        Ok(())
    }

    /// Returns the act that adopted the text under this mark.
    pub fn adopted_by(&self, of: ActId) -> Option<&Adoption> {
        self.adoption().filter(|adoption| adoption.id == of)
    }
}
