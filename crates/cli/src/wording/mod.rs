//! The words of the rim: everything that Sponsio says, in English and in Turkish, from the same data.
//!
//! The sentences stand in `locales/<language>/*.ftl`, with the same keys in each language; this module
//! knows how numbers, dates and suffixes are written, and which data a sentence needs. It decides no
//! law.

pub mod account;
pub mod answer;
pub mod chain;
pub mod conference;
pub mod derivation;
pub mod diagnostic;
pub mod failure;
pub mod fault;
pub mod guarantee;
pub mod missing;
mod names;
mod number;
mod order;
pub mod place;
pub mod proposal;
pub mod reason;
pub mod refusal;
pub mod remark;
pub mod report;
pub mod rule;
pub mod speech;
pub mod state;
#[cfg(test)]
mod tests;
pub mod text;
mod turkish;
pub mod verdict;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use sponsio_law::calendar::{self, Date};
use sponsio_law::clause::decimal::Decimal;
use unic_langid::{LanguageIdentifier, langid};

pub use crate::args::Language;
pub use names::{Voice, names_of};
pub use turkish::{Suffix, suffixed};

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::En, Self::Tr];

    /// Returns the BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Tr => "tr",
        }
    }

    const fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::En => langid!("en"),
            Self::Tr => langid!("tr"),
        }
    }

    const fn sources(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::En => ENGLISH,
            Self::Tr => TURKISH,
        }
    }
}

macro_rules! sources {
    ($tag:literal: $($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../locales/", $tag, "/", $name, ".ftl")))),*]
    };
}

const ENGLISH: &[(&str, &str)] = sources!("en": "answer" "clause" "conference" "derivation" "desk" "exchange" "fault" "guarantee" "names" "network" "office" "operations" "program" "proposal" "refusal" "remark" "report" "rolling" "rule" "speech" "statement" "text" "timeline");
const TURKISH: &[(&str, &str)] = sources!("tr": "answer" "clause" "conference" "derivation" "desk" "detail" "exchange" "fault" "guarantee" "names" "network" "office" "operations" "program" "proposal" "refusal" "remark" "report" "rolling" "rule" "speech" "statement" "text" "timeline");

/// Says the sentence of a key with named data: `say!(words, "in-force-since", day = since)`.
macro_rules! say {
    ($words:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {{
        let data: Vec<(&str, fluent_bundle::FluentValue<'_>)> =
            vec![$((stringify!($name), $crate::wording::Spoken::value($value)),)*];
        let args = fluent_bundle::FluentArgs::from_iter(data);
        $words.say($key, &args)
    }};
}
pub(crate) use say;

/// The sentences of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// Returns the sentences of a language.
    pub fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new(vec![language.identifier()]);
        bundle.set_use_isolating(false);
        for (name, source) in language.sources() {
            let resource =
                FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(read, faults)| {
                    debug_assert!(false, "{name}: {faults:?}");
                    read
                });
            let added = bundle.add_resource(resource);
            debug_assert!(added.is_ok(), "{name}: {added:?}");
        }
        add_functions(&mut bundle, language);
        Self { language, bundle }
    }

    /// Returns the language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Returns the sentence of this key. Every key that the program uses is in every language: a
    /// test of this module reads the sources to make sure of it.
    ///
    /// # Panics
    ///
    /// If a key is in no locale file: a fault of the program that its tests do not let pass.
    pub fn say(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let pattern = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
            .expect("a test checks that every key that is used exists in each language");
        let mut faults = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(args), &mut faults);
        debug_assert!(faults.is_empty(), "{key}: {faults:?}");
        said.into_owned()
    }

    /// Returns a number with grouped digits.
    pub fn number(&self, number: Decimal) -> String {
        number::grouped(&number.to_string(), self.language)
    }

    /// Returns how many there are, with grouped digits.
    pub fn count(&self, count: usize) -> String {
        number::grouped(&count.to_string(), self.language)
    }

    /// Returns a date written out.
    pub fn day(&self, day: Date) -> String {
        number::written_out(day, self.language)
    }

    /// Returns a key by which names are sorted as readers of the language expect.
    pub fn order(&self, name: &str) -> Vec<u8> {
        let place = match self.language {
            Language::En => order::english,
            Language::Tr => order::turkish,
        };
        name.chars().map(place).collect()
    }

    /// Returns a list with its last two joined by *and*.
    pub fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        joined(items, |first, last| {
            say!(self, "list", first = first, last = last)
        })
    }

    /// Returns a list with its last two joined by *or*.
    pub fn alternatives<T: AsRef<str>>(&self, items: &[T]) -> String {
        joined(items, |first, last| {
            say!(self, "alternatives", first = first, last = last)
        })
    }
}

fn joined<T: AsRef<str>>(items: &[T], last_two: impl Fn(&str, &str) -> String) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            last_two(&first.join(", "), last.as_ref())
        }
    }
}

/// A datum that a sentence can hold.
pub(crate) trait Spoken<'a> {
    /// Returns it as a value of Fluent: dates and decimals as text that the functions read.
    fn value(self) -> FluentValue<'a>;
}

impl Spoken<'_> for Date {
    fn value(self) -> FluentValue<'static> {
        FluentValue::String(self.to_string().into())
    }
}

impl Spoken<'_> for Decimal {
    fn value(self) -> FluentValue<'static> {
        FluentValue::String(self.to_string().into())
    }
}

impl Spoken<'_> for String {
    fn value(self) -> FluentValue<'static> {
        FluentValue::String(self.into())
    }
}

impl<'a> Spoken<'a> for &'a str {
    fn value(self) -> FluentValue<'a> {
        FluentValue::String(self.into())
    }
}

impl<'a> Spoken<'a> for &'a String {
    fn value(self) -> FluentValue<'a> {
        FluentValue::String(self.as_str().into())
    }
}

macro_rules! spoken_numbers {
    ($($kind:ty),*) => {$(
        impl Spoken<'_> for $kind {
            fn value(self) -> FluentValue<'static> {
                FluentValue::from(self)
            }
        }
    )*};
}
spoken_numbers!(u8, u32, u64, usize);

/// The functions of the locale files: `DATE`, `NUM`, `ORD`, and in Turkish `EK` for suffixes.
fn add_functions(bundle: &mut FluentBundle<FluentResource>, language: Language) {
    let date = move |text: &str, _: &FluentArgs<'_>| {
        calendar::parse(text).map(|day| number::written_out(day, language))
    };
    let num = move |text: &str, _: &FluentArgs<'_>| Some(number::grouped(text, language));
    let ord = |text: &str, _: &FluentArgs<'_>| text.parse().ok().map(number::ordinal);
    let suffix = |text: &str, named: &FluentArgs<'_>| match named.get("ek") {
        Some(FluentValue::String(ek)) => Suffix::named(ek).map(|ek| suffixed(text, ek)),
        _ => None,
    };
    add_function(bundle, "DATE", date);
    add_function(bundle, "NUM", num);
    add_function(bundle, "ORD", ord);
    add_function(bundle, "EK", suffix);
}

fn add_function(
    bundle: &mut FluentBundle<FluentResource>,
    name: &str,
    function: impl Fn(&str, &FluentArgs<'_>) -> Option<String> + Send + Sync + 'static,
) {
    let added = bundle.add_function(name, move |positional, named| {
        let text = match positional.first() {
            Some(FluentValue::String(text)) => text.to_string(),
            Some(FluentValue::Number(number)) => number.as_string().into_owned(),
            _ => return FluentValue::Error,
        };
        function(&text, named).map_or(FluentValue::Error, |said| FluentValue::String(said.into()))
    });
    debug_assert!(added.is_ok(), "{name}: {added:?}");
}
