//! Who must have consented, in Turkish: names, all signatories, a number, with a share before it.

use alloc::string::String;
use alloc::vec::Vec;

use super::phrase::{in_annex, percent_number};
use crate::clause::propose::cursor::Cursor;
use crate::clause::propose::list::items;
use crate::clause::propose::number::plain;
use crate::clause::propose::{RemarkKind, Role};
use crate::clause::rule::{Atom, Set, Share};
use sponsio_record::ParticipantId;

/// Stems of words of quantity of which a share can be taken.
const QUANTITIES: [&str; 10] = [
    "tonaj", "emisyon", "oy", "sermaye", "taahhüt", "taahhüd", "tüketim", "üretim", "katkı",
    "ihracat",
];

/// Words that end a description: what follows them changes the meaning of a clause.
const BREAKS: &[&str] = &[
    "ve",
    "veya",
    "ya",
    "değil",
    "olmayan",
    "olmadıkça",
    "hariç",
    "dışında",
    "başka",
    "ancak",
    "eğer",
    "ise",
    "şartıyla",
    "kaydıyla",
    "koşuluyla",
    "önce",
    "sonra",
    "kadar",
    "daha",
    "az",
    "fazla",
    "çok",
    "en",
    "yüzde",
    "belgesinin",
    "belgelerinin",
    "belgesi",
    "belgelerini",
    "devletin",
    "tarih",
    "tarihi",
    "tarihten",
    "gün",
    "ay",
    "yürürlüğe",
    "girer",
    "tevdi",
    "edilen",
    "eden",
    "her",
    "hiçbir",
    "itibaren",
    "onay",
    "onaylama",
    "katılma",
    "sözleşme",
    "protokol",
    "antlaşma",
    "anlaşma",
    "dahil",
    "diğer",
    "yalnızca",
    "sadece",
    "itiraz",
];

const GENITIVE: [&str; 8] = ["nın", "nin", "nun", "nün", "ın", "in", "un", "ün"];

const LONGEST_DESCRIPTION: usize = 30;

/// Reads names, the last of them with a genitive ending: `Fransa, İtalya ve Norveç'in`.
pub(super) fn names_of(c: &mut Cursor<'_>) -> Option<Vec<ParticipantId>> {
    c.noting(Role::Set, |c| {
        let listed = items(c, &[", ve", "ve", ","], |c| c.participant().cloned())?;
        let suffix = c.behind().map_or("", |token| token.suffix());
        GENITIVE.contains(&suffix).then_some(listed)
    })
}

/// Reads `bütün imzacı Devletlerin`.
pub(super) fn all_signatories(c: &mut Cursor<'_>) -> Option<Set> {
    let start = c.place();
    c.noting(Role::Set, |c| {
        c.say_one(&[
            "bütün|tüm imzacı devletlerin",
            "imzacı devletlerin tümünün|tamamının|hepsinin",
        ])
        .then_some(())?;
        c.remark(RemarkKind::AllSignatories, start);
        Some(Set::Signatories)
    })
}

/// Reads `Ek 2'de sayılan` before a noun, and declares the group.
pub(super) fn listed_in_annex(c: &mut Cursor<'_>) -> Option<Set> {
    c.attempt(|c| {
        let start = c.place();
        in_annex(c).then_some(())?;
        (c.say("yer alan") || c.say("sayılan|belirtilen|gösterilen|listelenen")).then_some(())?;
        let (words, span) = (c.words_from(start), c.span_since(start));
        Some(Set::Named(c.declare_group(words, span)))
    })
}

/// Reads `dünya ticaret filosu gros tonajının en az yüzde ellisini temsil eden`.
pub(super) fn share(c: &mut Cursor<'_>) -> Option<Atom> {
    c.say("[,]");
    let start = c.place();
    let quantity = description(c)?;
    let (words, span) = (c.words_from(start), c.span_since(start));
    c.say_one(&["toplam [olarak] en az", "birlikte en az", "en az"])
        .then_some(())?;
    let share = c.noting(Role::Share, |c| {
        c.attempt(fraction)
            .or_else(|| c.attempt(percent_number).map(Share::Percent))
    })?;
    c.say_one(&[
        "temsil eden",
        "oluşturan",
        "teşkil eden",
        "elinde bulunduran",
    ])
    .then_some(())?;
    c.say(",");
    quantity.then_some(())?;
    let table: String = c.declare_table(words, span);
    Some(Atom::Share { share, table })
}

fn fraction(c: &mut Cursor<'_>) -> Option<Share> {
    let known = [
        ("yarısını", 1, 2),
        ("üçte birini", 1, 3),
        ("üçte ikisini", 2, 3),
        ("dörtte üçünü", 3, 4),
    ];
    known
        .into_iter()
        .find_map(|(words, numerator, denominator)| {
            c.say(words)
                .then_some(Share::Fraction(numerator, denominator))
        })
}

/// Reads the description of a total; `true` where one of its words is a known quantity.
fn description(c: &mut Cursor<'_>) -> Option<bool> {
    let mut quantity = false;
    for _ in 0..LONGEST_DESCRIPTION {
        let word = c.next()?.word();
        if in_annex(c) || year(c).is_some() {
            continue;
        }
        if word.is_empty() || (BREAKS.contains(&word) && word != "toplam") {
            return Some(quantity);
        }
        if word == "toplam" && c.ahead(1).is_some_and(|next| next.word() == "en") {
            return Some(quantity);
        }
        quantity |= QUANTITIES.iter().any(|stem| {
            word.strip_prefix(stem)
                .is_some_and(|ending| *stem != "oy" || ["ların", "larının"].contains(&ending))
        });
        c.advance(1);
    }
    None
}

fn year(c: &mut Cursor<'_>) -> Option<u32> {
    c.attempt(|c| plain(c, 4).filter(|year| (1800..3000).contains(year)))
}
