//! The conference is convened: what is negotiated, in which languages, under which rules of
//! procedure.

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{Draft, FieldError, Fields, TreatyId, Value};
use sponsio_text::Language;

use crate::conference::deed::{Deed, Form, language, owned};
use crate::conference::publication::Audience;
use crate::conference::{Conference, Doing, Ground, Majority};

/// What a conference is convened as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Convened {
    /// Its name.
    pub title: String,
    /// The identifier under which the treaty enters the register when its text is adopted.
    pub treaty: TreatyId,
    /// The authentic languages, in their order; never empty.
    pub languages: Vec<Language>,
    /// Its rules of procedure.
    pub rules: RulesOfProcedure,
}

/// What the participants have agreed on how they proceed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesOfProcedure {
    /// Who may table proposals.
    pub tabling: Tabling,
    /// By which majority the text is adopted (VCLT art. 9).
    pub adoption: Majority,
    /// By which majority an agreed provision is reopened.
    pub reopening: Majority,
    /// To whom a round is published.
    pub publication: Audience,
    /// Whether the expiry of a silence procedure may be moved.
    pub silence_extension: SilenceExtension,
    /// What it means that a confirmation does not come in time.
    pub ad_referendum_lapse: Lapse,
}

impl Default for RulesOfProcedure {
    /// Returns what holds where the participants have not agreed otherwise: two thirds of those present
    /// and voting (VCLT art. 9(2)); everybody tables; the participants read what is published.
    fn default() -> Self {
        Self {
            tabling: Tabling::Delegations,
            adoption: Majority::TWO_THIRDS,
            reopening: Majority::TWO_THIRDS,
            publication: Audience::Participants,
            silence_extension: SilenceExtension::None,
            ad_referendum_lapse: Lapse::Refuse,
        }
    }
}

/// Declares an enum of words, with the label that the record gives to each.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $word:ident = $label:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$each])* $word,)*
        }

        impl $name {
            /// Every one, in order.
            pub const ALL: &'static [Self] = &[$(Self::$word),*];

            /// Returns the word that the record gives.
            pub const fn label(self) -> &'static str {
                match self {
                    $(Self::$word => $label,)*
                }
            }

            /// Returns the one with this label.
            pub fn from_label(label: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.label() == label)
            }

            pub(crate) fn read(
                value: &sponsio_record::Value<'_>,
            ) -> Result<Self, sponsio_record::FieldError> {
                value.read_as(concat!("one of ", $("`", $label, "` "),*), Self::from_label)
            }
        }
    };
}
pub(crate) use words;

words! {
    /// Who may table proposals.
    Tabling {
        /// Every seated delegation that may table.
        Delegations = "delegations",
        /// The chair alone, in the name of a delegation.
        Chair = "chair",
    }
}

words! {
    /// Whether the expiry of a silence procedure may be moved.
    SilenceExtension {
        /// It may not: whoever needs more time withdraws the procedure and starts anew.
        None = "none",
        /// It may, while it is not reached.
        BeforeExpiry = "before-expiry",
    }
}

words! {
    /// What it means that a confirmation *ad referendum* does not come in time.
    Lapse {
        /// It counts as refused.
        Refuse = "refuse",
        /// It counts as confirmed.
        Confirm = "confirm",
    }
}

impl RulesOfProcedure {
    fn draft(&self) -> Draft {
        Draft::object([
            ("tabling", Draft::text(self.tabling.label())),
            ("adoption", Draft::text(self.adoption.label())),
            ("reopening", Draft::text(self.reopening.label())),
            ("publication", Draft::text(self.publication.label())),
            (
                "silence_extension",
                Draft::text(self.silence_extension.label()),
            ),
            (
                "ad_referendum_lapse",
                Draft::text(self.ad_referendum_lapse.label()),
            ),
        ])
    }

    fn read(value: &Value<'_>) -> Result<Self, FieldError> {
        let mut fields = value.object()?.fields();
        let rules = Self {
            tabling: fields.required("tabling", Tabling::read)?,
            adoption: fields.required("adoption", Majority::read)?,
            reopening: fields.required("reopening", Majority::read)?,
            publication: fields.required("publication", Audience::read)?,
            silence_extension: fields.required("silence_extension", SilenceExtension::read)?,
            ad_referendum_lapse: fields.required("ad_referendum_lapse", Lapse::read)?,
        };
        fields.finish()?;
        Ok(rules)
    }
}

impl Deed for Convened {
    const KIND: &'static str = "conference";

    fn write(&self, form: &mut Form) {
        form.text("title", &self.title);
        form.named("treaty", &self.treaty);
        form.names("languages", &self.languages);
        form.draft("rules", self.rules.draft());
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            title: fields.required("title", owned)?,
            treaty: fields.required("treaty", |value| {
                value.read_as("the identifier of a treaty", |text| {
                    TreatyId::new(text).ok()
                })
            })?,
            languages: fields.required("languages", |value| {
                let languages = value.list(language)?;
                if languages.is_empty() {
                    return Err(value.wrong("a list that is not empty"));
                }
                Ok(languages)
            })?,
            rules: fields.required("rules", RulesOfProcedure::read)?,
        })
    }

    /// A conference that is there is not convened again.
    fn examine(&self, _: &Conference, _: &Doing) -> Result<(), Ground> {
        Err(Ground::ConferenceExists)
    }

    fn apply(&self, _: &mut Conference, _: &Doing) {}
}
