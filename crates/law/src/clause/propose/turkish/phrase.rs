//! Phrases that occur in every Turkish clause: the treaty itself, the depositary, the kinds of
//! instrument, dates, periods. Endings are listed, not guessed.

use alloc::vec::Vec;

use super::number::inflected;
use crate::act::ActKind;
use crate::calendar::{Date, Unit};
use crate::clause::decimal::Decimal;
use crate::clause::propose::Role;
use crate::clause::propose::cursor::Cursor;
use crate::clause::propose::list::items;
use crate::clause::propose::number::{Form, decimal, number, percent, plain};
use crate::clause::propose::token::Kind;

/// What stands between the items of an enumeration.
pub(super) const SEPARATORS: [&str; 4] = [", ve|veya", "ve|veya", "ya da", ","];

/// The word for the treaty, with the endings of one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// Sözleşme
    Nominative,
    /// Sözleşmenin
    Genitive,
    /// Sözleşmeyi
    Accusative,
    /// Sözleşmeye
    Dative,
    /// Sözleşmeden
    Ablative,
}

/// Each name of a treaty in the order of [`Case`].
const TREATY: [[&str; 5]; 7] = [
    [
        "sözleşme",
        "sözleşmenin",
        "sözleşmeyi",
        "sözleşmeye",
        "sözleşmeden",
    ],
    [
        "antlaşma",
        "antlaşmanın",
        "antlaşmayı",
        "antlaşmaya",
        "antlaşmadan",
    ],
    [
        "andlaşma",
        "andlaşmanın",
        "andlaşmayı",
        "andlaşmaya",
        "andlaşmadan",
    ],
    [
        "anlaşma",
        "anlaşmanın",
        "anlaşmayı",
        "anlaşmaya",
        "anlaşmadan",
    ],
    [
        "protokol",
        "protokolün",
        "protokolü",
        "protokole",
        "protokolden",
    ],
    ["statü", "statünün", "statüyü", "statüye", "statüden"],
    [
        "değişiklik",
        "değişikliğin",
        "değişikliği",
        "değişikliğe",
        "değişiklikten",
    ],
];

const MONTHS: [&str; 12] = [
    "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim",
    "kasım", "aralık",
];

const NOUNS: [(&str, ActKind); 9] = [
    ("onaylama|onay", ActKind::Ratification),
    ("kabul", ActKind::Acceptance),
    ("uygun bulma", ActKind::Approval),
    ("uygun bulunma", ActKind::Approval),
    ("tasvip", ActKind::Approval),
    ("katılma|katılım", ActKind::Accession),
    ("resmi teyit", ActKind::FormalConfirmation),
    ("resmî teyit", ActKind::FormalConfirmation),
    ("resmi onaylama", ActKind::FormalConfirmation),
];

const PARTICIPLES: [(&str, ActKind); 5] = [
    ("onaylayan", ActKind::Ratification),
    ("kabul eden", ActKind::Acceptance),
    ("uygun bulan", ActKind::Approval),
    ("katılan", ActKind::Accession),
    ("resmi teyitte bulunan", ActKind::FormalConfirmation),
];

/// Reads the name that the treaty gives itself, in this case; not that of another treaty.
pub(super) fn treaty(c: &mut Cursor<'_>, case: Case) -> bool {
    c.attempt(|c| {
        if c.attempt(|c| c.other_treaty().cloned()).is_some() {
            return None;
        }
        c.say("[bu|işbu]");
        c.say("[ek|ihtiyari]");
        TREATY
            .iter()
            .any(|forms| forms.get(case as usize).is_some_and(|form| c.say(form)))
            .then_some(())
    })
    .is_some()
}

/// Reads the treaty as the subject of its own clause. "Protokol" or "Değişiklik" alone may be one
/// that is adopted under it, so those need "bu" or "işbu".
pub(super) fn subject(c: &mut Cursor<'_>) -> bool {
    let certain = c.next().is_some_and(|token| {
        let own = ["bu", "işbu", "sözleşme", "antlaşma", "andlaşma", "statü"];
        own.contains(&token.word())
    });
    certain && treaty(c, Case::Nominative)
}

/// Reads the depositary as the one with whom an instrument is deposited.
pub(super) fn depositary(c: &mut Cursor<'_>) {
    c.attempt(|c| {
        c.say_one(&[
            "birleşmiş milletler",
            "[avrupa] konseyi",
            "teşkilat",
            "örgüt",
        ]);
        c.say_one(&[
            "genel sekreterine|sekretere",
            "genel sekreterliğe|sekreterliğine",
            "genel sekreteri|sekreter nezdinde",
            "genel müdüre|müdürüne",
            "genel direktöre|direktörüne",
            "depozitere|depozitöre",
            "depoziter|depozitör devlete|hükumete",
            "depoziter|depozitör nezdine|nezdinde",
            "tevdi makamına",
        ])
        .then_some(())
    });
}

/// Reads the depositary as the one who receives: `Genel Sekreter tarafından`.
pub(super) fn by_depositary(c: &mut Cursor<'_>) {
    c.attempt(|c| {
        c.say_one(&["birleşmiş milletler"]);
        c.say_one(&[
            "genel sekreteri|sekreter tarafından",
            "genel müdür|müdürü tarafından",
            "genel direktör|direktörü tarafından",
            "depoziter|depozitör tarafından",
            "depoziter|depozitör devlet|hükumet tarafından",
            "genel sekreterce|sekreterince",
            "depoziterce|depozitörce",
        ])
        .then_some(())
    });
}

/// Reads the kinds of instrument before the word for it, and keeps them.
pub(super) fn kinds(c: &mut Cursor<'_>) -> Option<()> {
    let kinds = c.noting(Role::Kinds, |c| {
        items(c, &SEPARATORS, |c| {
            NOUNS
                .iter()
                .find_map(|(words, kind)| c.say(words).then_some(*kind))
        })
    })?;
    c.keep_kinds(kinds);
    Some(())
}

/// Reads `onaylayan, kabul eden veya katılan`, each with or without the treaty as its object.
pub(super) fn participles(c: &mut Cursor<'_>) -> Option<Vec<ActKind>> {
    c.noting(Role::Kinds, |c| {
        items(c, &SEPARATORS, |c| {
            if !treaty(c, Case::Accusative) {
                treaty(c, Case::Dative);
            }
            PARTICIPLES
                .iter()
                .find_map(|(words, kind)| c.say(words).then_some(*kind))
        })
    })
}

/// Reads a day of the calendar without what follows it: `1 Ocak 1989`. The year may carry one of
/// these endings after an apostrophe.
pub(super) fn date(c: &mut Cursor<'_>, endings: &[&str]) -> Option<Date> {
    c.noting(Role::Date, |c| {
        let day = plain(c, 2)?;
        let month = MONTHS.iter().position(|month| c.say(month))?;
        let Kind::Figure { digits, suffix } = &c.next()?.kind else {
            return None;
        };
        let fits = suffix.is_empty() || endings.contains(&suffix.as_str());
        let year: i16 = digits.parse().ok()?;
        if !fits || digits.len() != 4 || !(1800..3000).contains(&year) {
            return None;
        }
        c.advance(1);
        Date::new(year, i8::try_from(month + 1).ok()?, i8::try_from(day).ok()?).ok()
    })
}

/// Reads `1 Ocak 1989 tarihinde`, `1 Ocak 1989'da`.
pub(super) fn on_date(c: &mut Cursor<'_>) -> Option<Date> {
    c.attempt(|c| {
        let date = date(c, &[])?;
        c.say("tarihinde|günü").then_some(date)
    })
    .or_else(|| {
        c.attempt(|c| {
            let before = c.place();
            let date = date(c, &["da", "de", "ta", "te"])?;
            let inflected = c.words_from(before).ends_with(char::is_alphabetic);
            inflected.then_some(date)
        })
    })
}

/// Reads `1 Ocak 1989 tarihinden`, `1 Ocak 1989'dan`.
pub(super) fn from_date(c: &mut Cursor<'_>) -> Option<Date> {
    c.attempt(|c| {
        let date = date(c, &[])?;
        c.say("tarihinden|gününden").then_some(date)
    })
    .or_else(|| {
        c.attempt(|c| {
            let before = c.place();
            let date = date(c, &["dan", "den", "tan", "ten"])?;
            let inflected = c.words_from(before).ends_with(char::is_alphabetic);
            inflected.then_some(date)
        })
    })
}

/// Reads `üç ay`, `otuz (30) gün`, `bir yıl`.
pub(super) fn period(c: &mut Cursor<'_>) -> Option<(u32, Unit)> {
    c.noting(Role::Period, |c| {
        let count = number(c, Form::Cardinal)?;
        let unit = unit(c, &["gün", "ay", "yıl|sene"])?;
        Some((count, unit))
    })
}

/// Reads `on iki aylık süre` with this ending of the last word, or `on iki ayın`.
pub(super) fn span_of_time(c: &mut Cursor<'_>) -> Option<(u32, Unit)> {
    c.noting(Role::Period, |c| {
        c.attempt(|c| {
            let count = number(c, Form::Cardinal)?;
            let unit = unit(c, &["günlük", "aylık", "yıllık|senelik"])?;
            c.say("[bir] sürenin").then_some((count, unit))
        })
        .or_else(|| {
            c.attempt(|c| {
                let count = number(c, Form::Cardinal)?;
                Some((count, unit(c, &["günün", "ayın", "yılın"])?))
            })
        })
    })
}

fn unit(c: &mut Cursor<'_>, words: &[&str; 3]) -> Option<Unit> {
    words
        .iter()
        .zip([Unit::Days, Unit::Months, Unit::Years])
        .find_map(|(words, unit)| c.say(words).then_some(unit))
}

/// Reads `yüzde elli beşini`, `%55'ini`: a number of per cent with an accusative ending.
pub(super) fn percent_number(c: &mut Cursor<'_>) -> Option<Decimal> {
    const ENDINGS: [&str; 16] = [
        "ini", "ını", "unu", "ünü", "sini", "sını", "sunu", "sünü", "i", "ı", "u", "ü", "yi", "yı",
        "yu", "yü",
    ];
    let said = c.say("yüzde|%");
    if !said {
        return None;
    }
    if let Some(value) = c.attempt(|c| {
        let (value, suffix) = decimal(c)?;
        ENDINGS.contains(&suffix).then_some(value)
    }) {
        return percent(value);
    }
    let tens = c.attempt(|c| {
        let value = number(c, Form::Cardinal)?;
        (value % 10 == 0 && value < 100).then_some(value)
    });
    let last = c.next()?.word();
    let endings: &[&str] = &["ini", "ını", "unu", "ünü", "sini", "sını", "sunu", "sünü"];
    let last = inflected(last, endings)?;
    let fits = tens.is_none_or(|_| last < 10);
    c.advance(1);
    let value = Decimal::whole(tens.unwrap_or(0) + last);
    fits.then(|| percent(value)).flatten()
}

/// Reads an annex with these endings: `Ek A'da`, `Ek 2'de`.
pub(super) fn in_annex(c: &mut Cursor<'_>) -> bool {
    const ENDINGS: [&str; 6] = ["da", "de", "ta", "te", "nda", "nde"];
    c.attempt(|c| {
        c.say("ek").then_some(())?;
        let label = c.next()?;
        let inflected = ENDINGS.contains(&label.suffix());
        inflected.then(|| c.advance(1))
    })
    .is_some()
}
