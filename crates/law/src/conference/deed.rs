//! What every proceeding has in common: its record form, who may do it, what refuses it and what it
//! changes.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use sponsio_record::{
    ActId, Commitment, ConferenceId, Digest, Draft, FieldError, Fields, ParticipantId, Value,
};
use sponsio_text::{Language, ProvisionId};

use crate::conference::{Actor, Conference, Doing, Ground, Place};

/// A kind of proceeding.
pub(crate) trait Deed: Sized {
    /// The word that the record gives as `kind`.
    const KIND: &'static str;

    /// Adds the members of its record.
    fn write(&self, form: &mut Form);

    /// Reads the members of its record.
    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError>;

    /// Whose act it is.
    fn actor(&self) -> Actor<'_> {
        Actor::Presidency
    }

    /// What refuses it.
    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground>;

    /// What it changes, once it was examined.
    fn apply(&self, conference: &mut Conference, doing: &Doing);
}

/// Writes and reads the proceeding that says no more than which act it is about and whose it is.
macro_rules! of_an_act_by_a_delegation {
    () => {
        fn write(&self, form: &mut $crate::conference::deed::Form) {
            form.named("of", &self.of);
            form.named("participant", &self.participant);
        }

        fn read(
            fields: &mut sponsio_record::Fields<'_, '_>,
        ) -> Result<Self, sponsio_record::FieldError> {
            Ok(Self {
                of: $crate::conference::deed::act(fields, "of")?,
                participant: fields
                    .required("participant", $crate::conference::deed::participant)?,
            })
        }

        fn actor(&self) -> $crate::conference::Actor<'_> {
            $crate::conference::Actor::Delegation(&self.participant)
        }
    };
}
pub(crate) use of_an_act_by_a_delegation;

/// The members of a record while it is drawn up; what is absent is left out.
#[derive(Default)]
pub(crate) struct Form(pub(crate) Vec<(Cow<'static, str>, Option<Draft>)>);

impl Form {
    pub(crate) fn draft(&mut self, name: &'static str, draft: impl Into<Option<Draft>>) {
        self.0.push((name.into(), draft.into()));
    }

    pub(crate) fn text(&mut self, name: &'static str, text: &str) {
        self.draft(name, Draft::text(String::from(text)));
    }

    /// Absent is not the same as empty: an empty text is not written.
    pub(crate) fn said(&mut self, name: &'static str, text: &str) {
        self.draft(
            name,
            (!text.is_empty()).then(|| Draft::text(String::from(text))),
        );
    }

    pub(crate) fn named(&mut self, name: &'static str, named: &impl ToString) {
        self.draft(name, Draft::text(named.to_string()));
    }

    pub(crate) fn digest(&mut self, name: &'static str, digest: &Digest) {
        self.draft(name, Draft::digest(digest));
    }

    pub(crate) fn some<T>(
        &mut self,
        name: &'static str,
        value: Option<&T>,
        draft: impl FnOnce(&T) -> Draft,
    ) {
        self.draft(name, value.map(draft));
    }

    /// An empty list is not written.
    pub(crate) fn list<T>(
        &mut self,
        name: &'static str,
        items: impl IntoIterator<Item = T>,
        draft: impl FnMut(T) -> Draft,
    ) {
        let mut items = items.into_iter().map(draft).peekable();
        if items.peek().is_some() {
            self.draft(name, Draft::array(items));
        }
    }

    pub(crate) fn names<'a, T: ToString + 'a>(
        &mut self,
        name: &'static str,
        items: impl IntoIterator<Item = &'a T>,
    ) {
        self.list(name, items, |item| Draft::text(item.to_string()));
    }

    pub(crate) fn flag(&mut self, name: &'static str, set: bool) {
        self.draft(name, set.then(|| Draft::bool(true)));
    }

    pub(crate) fn place(&mut self, place: &Place) {
        self.named("provision", &place.provision);
        self.text("lang", place.language.as_str());
    }
}

/// A text that says something.
pub(crate) fn owned(value: &Value<'_>) -> Result<String, FieldError> {
    value.read_as("a text that is not empty", |text| {
        (!text.is_empty()).then(|| text.into())
    })
}

pub(crate) fn said(fields: &mut Fields<'_, '_>, name: &str) -> Result<String, FieldError> {
    Ok(fields.optional(name, owned)?.unwrap_or_default())
}

pub(crate) fn flag(fields: &mut Fields<'_, '_>, name: &str) -> Result<bool, FieldError> {
    // Absent is the one way to say no.
    let flag = fields.optional(name, |value| {
        if value.bool()? {
            Ok(true)
        } else {
            Err(value.wrong("true, or absent"))
        }
    })?;
    Ok(flag.unwrap_or(false))
}

pub(crate) fn list<T>(
    fields: &mut Fields<'_, '_>,
    name: &str,
    mut read: impl FnMut(&Value<'_>) -> Result<T, FieldError>,
) -> Result<Vec<T>, FieldError> {
    let items = fields.optional(name, |value| {
        let items = value.list(&mut read)?;
        if items.is_empty() {
            return Err(value.wrong("a list that is not empty"));
        }
        Ok(items)
    })?;
    Ok(items.unwrap_or_default())
}

pub(crate) fn strings(fields: &mut Fields<'_, '_>, name: &str) -> Result<Vec<String>, FieldError> {
    list(fields, name, owned)
}

pub(crate) fn conference_id(value: &Value<'_>) -> Result<ConferenceId, FieldError> {
    value.read_as("the identifier of a conference", |text| {
        ConferenceId::new(text).ok()
    })
}

pub(crate) fn participant(value: &Value<'_>) -> Result<ParticipantId, FieldError> {
    value.read_as("the code of a participant", |text| {
        ParticipantId::new(text).ok()
    })
}

pub(crate) fn provision(value: &Value<'_>) -> Result<ProvisionId, FieldError> {
    value.read_as("the id of a provision, six digits", |text| {
        text.parse().ok()
    })
}

pub(crate) fn language(value: &Value<'_>) -> Result<Language, FieldError> {
    value.read_as("a language tag, as en", |text| Language::new(text).ok())
}

pub(crate) fn commitment(value: &Value<'_>) -> Result<Commitment, FieldError> {
    value.digest().map(Commitment::from_digest)
}

pub(crate) fn place(fields: &mut Fields<'_, '_>) -> Result<Place, FieldError> {
    Ok(Place {
        provision: fields.required("provision", provision)?,
        language: fields.required("lang", language)?,
    })
}

pub(crate) fn act_id(value: &Value<'_>) -> Result<ActId, FieldError> {
    value.act_id()
}

pub(crate) fn act(fields: &mut Fields<'_, '_>, name: &str) -> Result<ActId, FieldError> {
    fields.required(name, Value::act_id)
}
