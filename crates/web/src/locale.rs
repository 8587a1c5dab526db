//! The interface languages of the pages: their sentences, dates, numbers and direction, and which
//! one a reader is answered in.
//!
//! The sentences of the law itself come from [`crate::wording::Wording`]; these are the pages' own.

use alloc::collections::BTreeSet;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use sponsio_law::calendar::{self, Date};
use unic_langid::LanguageIdentifier;

/// The files of a language, one after the other.
macro_rules! files {
    ($tag:literal) => {
        concat!(
            include_str!(concat!("../locales/", $tag, "/page.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/coverage.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/record.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/desk.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/room.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/workbench.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/public.ftl")),
            "\n",
            include_str!(concat!("../locales/", $tag, "/program.ftl")),
        )
    };
}

/// A language of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// English.
    English,
    /// Turkish.
    Turkish,
    /// Arabic, written from right to left.
    Arabic,
}

impl Language {
    /// Every language, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::English, Self::Turkish, Self::Arabic];

    /// Returns the BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Turkish => "tr",
            Self::Arabic => "ar",
        }
    }

    /// Returns what the language calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Turkish => "Türkçe",
            Self::Arabic => "العربية",
        }
    }

    /// Returns the direction in which it is written, as `dir` wants it.
    pub const fn direction(self) -> &'static str {
        match self {
            Self::English | Self::Turkish => "ltr",
            Self::Arabic => "rtl",
        }
    }

    /// Returns the language of a tag; regions and scripts are passed over.
    pub(crate) fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next()?.trim();
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// Returns the first language that a reader accepts (`Accept-Language`, RFC 9110 12.5.4).
    pub(crate) fn accepted(header: &str) -> Option<Self> {
        let mut wanted: Vec<(u16, Self)> = Vec::new();
        for range in header.split(',').take(MOST_RANGES) {
            let mut parts = range.split(';').map(str::trim);
            let Some(language) = parts.next().and_then(Self::from_tag) else {
                continue;
            };
            let weight = parts.find_map(|part| part.strip_prefix("q="));
            wanted.push((weight.map_or(1_000, thousandths), language));
        }
        wanted.retain(|(weight, _)| *weight > 0);
        // The first of the greatest: `max_by_key` would give the last.
        wanted.sort_by_key(|(weight, _)| core::cmp::Reverse(*weight));
        wanted.first().map(|(_, language)| *language)
    }

    const fn source(self) -> &'static str {
        match self {
            Self::English => files!("en"),
            Self::Turkish => files!("tr"),
            Self::Arabic => files!("ar"),
        }
    }

    /// Returns the keys of the sentences that the language has.
    pub(crate) fn keys(self) -> BTreeSet<&'static str> {
        let lines = self.source().lines();
        let named =
            lines.filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()));
        named
            .filter_map(|line| line.split_once(" ="))
            .map(|(key, _)| key)
            .collect()
    }

    /// Returns how many sentences the language lacks that English has.
    pub(crate) fn missing(self) -> usize {
        let own = self.keys();
        let english = Self::English.keys();
        english.difference(&own).count()
    }

    /// Returns the sentences of the language.
    pub(crate) fn words(self) -> &'static Words {
        static WORDS: [OnceLock<Words>; 3] = [const { OnceLock::new() }; 3];
        let place = match self {
            Self::English => &WORDS[0],
            Self::Turkish => &WORDS[1],
            Self::Arabic => &WORDS[2],
        };
        place.get_or_init(|| Words::new(self))
    }
}

/// How many ranges of `Accept-Language` are looked at.
const MOST_RANGES: usize = 32;

/// Reads a weight of RFC 9110: `0.5` is 500; what is no weight counts as none.
fn thousandths(weight: &str) -> u16 {
    let (whole, part) = weight.split_once('.').unwrap_or((weight, ""));
    let part = format!("{part:0<3}");
    let read = |text: &str| text.parse::<u16>().ok();
    match (read(whole), part.get(..3).and_then(read)) {
        (Some(whole), Some(part)) if part < 1_000 => whole.min(1) * 1_000 + part,
        _ => 0,
    }
}

/// Says the sentence of a key with named data: `say!(words, "state-in-force", day = since)`.
macro_rules! say {
    ($words:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {{
        let data: Vec<(&str, fluent_bundle::FluentValue<'_>)> =
            vec![$((stringify!($name), $crate::locale::Spoken::value($value)),)*];
        $words.say($key, &fluent_bundle::FluentArgs::from_iter(data))
    }};
}
pub(crate) use say;

/// The sentences of one language.
pub(crate) struct Words {
    bundle: FluentBundle<FluentResource>,
    months: Months,
}

/// The names of the months, written out and short.
#[derive(Clone)]
struct Months {
    long: Vec<String>,
    short: Vec<String>,
}

impl Words {
    fn new(language: Language) -> Self {
        let identifier: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(false);
        let source = language.source().to_owned();
        let resource = FluentResource::try_new(source).unwrap_or_else(|(read, faults)| {
            debug_assert!(false, "{}: {faults:?}", language.tag());
            read
        });
        let added = bundle.add_resource(resource);
        debug_assert!(added.is_ok(), "{}: {added:?}", language.tag());
        let list = |key| {
            let listed = formatted(&bundle, key, &FluentArgs::new());
            listed.split(' ').map(str::to_owned).collect()
        };
        let months = Months {
            long: list("months"),
            short: list("months-short"),
        };
        let named = months.clone();
        let added = bundle.add_function("DATE", move |given, _| match given.first() {
            Some(FluentValue::String(day)) => calendar::parse(day)
                .map_or(FluentValue::Error, |day| {
                    FluentValue::String(written(day, &named.long).into())
                }),
            _ => FluentValue::Error,
        });
        debug_assert!(added.is_ok(), "{added:?}");
        let added = bundle.add_function("NUM", |given, _| match given.first() {
            Some(FluentValue::Number(number)) => {
                FluentValue::String(grouped(&number.as_string()).into())
            }
            _ => FluentValue::Error,
        });
        debug_assert!(added.is_ok(), "{added:?}");
        Self { bundle, months }
    }

    /// Returns the sentence of this key. A test reads templates and sources, so that every key that
    /// is used is in each language; one that is in none is shown as itself.
    pub(crate) fn say(&self, key: &str, args: &FluentArgs<'_>) -> String {
        formatted(&self.bundle, key, args)
    }

    /// Returns a date written out: `22 November 2026`.
    pub(crate) fn day(&self, day: Date) -> String {
        written(day, &self.months.long)
    }

    /// Returns a date for tables: `22 Nov 2026`.
    pub(crate) fn short_day(&self, day: Date) -> String {
        written(day, &self.months.short)
    }

    /// Whether the language has this sentence.
    #[cfg(test)]
    pub(crate) fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }
}

fn formatted(bundle: &FluentBundle<FluentResource>, key: &str, args: &FluentArgs<'_>) -> String {
    let pattern = bundle.get_message(key).and_then(|message| message.value());
    let Some(pattern) = pattern else {
        debug_assert!(false, "no language has {key}");
        return key.to_owned();
    };
    let mut faults = Vec::new();
    let said = bundle.format_pattern(pattern, Some(args), &mut faults);
    debug_assert!(faults.is_empty(), "{key}: {faults:?}");
    said.into_owned()
}

/// The day and the name of the month are not parted at the end of a line.
fn written(day: Date, months: &[String]) -> String {
    let place = usize::try_from(day.month()).unwrap_or(1).saturating_sub(1);
    let month = months.get(place).map_or("", String::as_str);
    format!("{}\u{a0}{month}\u{a0}{}", day.day(), day.year())
}

/// Returns a number with groups of three digits, parted by a narrow space that does not break.
pub(crate) fn grouped(digits: &str) -> String {
    let mut said = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) && digits.len() > 3 {
            said.push('\u{202f}');
        }
        said.push(digit);
    }
    said
}

/// A datum that a sentence can hold.
pub(crate) trait Spoken<'a> {
    /// Returns it as a value of Fluent: a date as text that `DATE` reads.
    fn value(self) -> FluentValue<'a>;
}

impl Spoken<'_> for Date {
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

macro_rules! spoken_numbers {
    ($($kind:ty),*) => {$(
        impl Spoken<'_> for $kind {
            fn value(self) -> FluentValue<'static> {
                FluentValue::from(self)
            }
        }
    )*};
}
spoken_numbers!(u32, u64, usize);

#[cfg(test)]
#[path = "locale/tests.rs"]
mod tests;
