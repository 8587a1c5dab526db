//! Revisions of the text. Only the chair or the secretariat makes one, by comparing the revision that
//! it rests on with the one there is (T505).

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{
    ActId, Commitment, Digest, Draft, FieldError, Fields, Hasher, Instant, Value,
};
use sponsio_text::{Expression, Language, content_digest};

use crate::conference::deed::{Deed, Form, commitment, language, list, place};
use crate::conference::{Conference, Doing, Ground, Happening, Place};

/// A revision of the text is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionMade {
    /// The revision on which it rests; none for the first.
    pub from: Option<Digest>,
    /// Its own digest.
    pub revision: Digest,
    /// What it says anew, by the digest of the content; `None` where there is no longer a text. A
    /// first revision that is too long for one act is made by several.
    pub changed: Vec<(Place, Option<Digest>)>,
    /// The commitments to the texts themselves, by language, where the desk keeps them.
    pub texts: BTreeMap<Language, Commitment>,
}

/// A revision as its proceedings leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its digest.
    pub digest: Digest,
    /// The act that made it.
    pub id: ActId,
    /// When.
    pub at: Instant,
    /// The commitments to the texts, by language, where the desk keeps them.
    pub texts: BTreeMap<Language, Commitment>,
}

impl Deed for RevisionMade {
    const KIND: &'static str = "revision";

    fn write(&self, form: &mut Form) {
        form.some("from", self.from.as_ref(), Draft::digest);
        form.digest("revision", &self.revision);
        form.list("changed", &self.changed, |(place, content)| {
            let mut form = Form::default();
            form.place(place);
            form.some("content", content.as_ref(), Draft::digest);
            Draft::object(form.0)
        });
        form.list("texts", &self.texts, |(language, text)| {
            Draft::object([
                ("lang", Draft::text(String::from(language.as_str()))),
                ("text", Draft::digest(text.digest())),
            ])
        });
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            from: fields.optional("from", Value::digest)?,
            revision: fields.required("revision", Value::digest)?,
            changed: list(fields, "changed", |value| {
                let mut fields = value.object()?.fields();
                let place = place(&mut fields)?;
                let content = fields.optional("content", Value::digest)?;
                fields.finish()?;
                Ok((place, content))
            })?,
            texts: list(fields, "texts", |value| {
                let mut fields = value.object()?.fields();
                let text = (
                    fields.required("lang", language)?,
                    fields.required("text", commitment)?,
                );
                fields.finish()?;
                Ok(text)
            })?
            .into_iter()
            .collect(),
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.not_adopted()?;
        if self.from != conference.revision {
            return Err(Ground::RevisionMoved {
                stated: self.from,
                present: conference.revision,
            });
        }
        if conference.has_revision(&self.revision) {
            return Err(Ground::RevisionExists(self.revision));
        }
        for (place, _) in &self.changed {
            conference.language_of(place)?;
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        conference.text_changed(self, doing);
        conference.languages_changed(self, doing);
        for (place, content) in &self.changed {
            if conference.content(place) != content.as_ref() {
                let what = Happening::Revised {
                    revision: self.revision,
                    content: *content,
                };
                conference.note((doing.id, doing.at), place, what);
            }
            match content {
                Some(content) => drop(conference.contents.insert(place.clone(), *content)),
                None => drop(conference.contents.remove(place)),
            }
        }
        conference.revision = Some(self.revision);
        conference.revisions.push(Revision {
            digest: self.revision,
            id: doing.id,
            at: doing.at,
            texts: self.texts.clone(),
        });
    }
}

impl RevisionMade {
    /// Draws up the revision that these expressions are, on the present one: what they say anew, and the
    /// digest of the whole.
    pub fn of(conference: &Conference, expressions: &[Expression]) -> Self {
        let contents = contents_of(expressions);
        let from = conference.revision;
        let revision = digest_of(from.as_ref(), &contents);
        let gone = conference
            .contents
            .keys()
            .filter(|place| !contents.contains_key(*place));
        let gone: Vec<_> = gone.map(|place| (place.clone(), None)).collect();
        let news = contents
            .into_iter()
            .filter(|(place, content)| conference.contents.get(place) != Some(content));
        let news = news.map(|(place, content)| (place, Some(content)));
        Self {
            from,
            revision,
            changed: news.chain(gone).collect(),
            texts: BTreeMap::new(),
        }
    }
}

/// Returns the digest of a revision: on which it rests, and what it says at each place.
fn digest_of(from: Option<&Digest>, contents: &BTreeMap<Place, Digest>) -> Digest {
    let mut hasher = Hasher::new("sponsio revision 1");
    hasher.part(from.map_or(&[], |digest| digest.as_bytes().as_slice()));
    for (place, content) in contents {
        hasher.part(place.language.as_str().as_bytes());
        hasher.part(place.provision.as_str().as_bytes());
        hasher.part(content.as_bytes());
    }
    hasher.finish()
}

/// Returns what expressions say at each place, by digest.
fn contents_of(expressions: &[Expression]) -> BTreeMap<Place, Digest> {
    let mut contents = BTreeMap::new();
    for expression in expressions {
        for provision in &expression.provisions {
            let place = Place {
                provision: provision.id,
                language: expression.language.clone(),
            };
            contents.insert(place, content_digest(&provision.body));
        }
    }
    contents
}

impl Conference {
    /// Whether these expressions are the present revision, place by place.
    pub fn is_present_text(&self, expressions: &[Expression]) -> bool {
        contents_of(expressions) == self.contents
    }

    /// Returns the revisions in the order in which they were made.
    pub fn revisions(&self) -> &[Revision] {
        &self.revisions
    }

    pub(crate) fn has_revision(&self, digest: &Digest) -> bool {
        self.revisions.iter().any(|one| one.digest == *digest)
    }

    /// The place is in one of the authentic languages.
    pub(crate) fn language_of(&self, place: &Place) -> Result<(), Ground> {
        if self.convened.languages.contains(&place.language) {
            return Ok(());
        }
        Err(Ground::OtherLanguage(place.language.clone()))
    }

    /// Returns the digest of what the text says at a place.
    pub(crate) fn text_at(&self, place: &Place) -> Result<&Digest, Ground> {
        self.content(place)
            .ok_or_else(|| Ground::UnknownProvision(place.clone()))
    }
}
