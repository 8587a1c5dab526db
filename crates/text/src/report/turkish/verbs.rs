//! Turkish verbs that report, with the suffixes they take. Stems only: the suffix chain is read by rule.

use super::super::speech::Class;
use super::super::word::{Sort, Tokens};
use super::suffix::{is_suffix, is_vowel};
use core::ops::Range;

/// The form in which a verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// It ends its sentence: `-DI`, `-mIş`, `-(I)yor` …
    Finite,
    /// It ends a clause: `-(y)ArAk`, `-(y)Ip`, `-ken`.
    Converb,
    /// Its subject follows: `-(y)An`.
    Participle,
    /// It is itself reported: `-DIğInI`.
    Reported,
    /// `-DIğI gibi`, `-DIğI üzere`.
    As,
}

/// What a verb takes: sums of these.
pub(super) type Takes = u16;
/// A quotation directly before it.
pub(super) const QUOTE: Takes = 1;
/// A clause in the accusative.
pub(super) const ACC: Takes = 2;
/// A clause in the genitive.
pub(super) const GEN: Takes = 4;
/// A clause in the dative.
pub(super) const DAT: Takes = 8;
/// A clause without case.
pub(super) const NOM: Takes = 16;
/// -mA in the accusative.
pub(super) const ACT: Takes = 32;
/// -mA in the dative.
pub(super) const TO_DO: Takes = 64;
/// -mAklA.
pub(super) const WITH: Takes = 128;
/// -mA without case.
pub(super) const ACT_NOM: Takes = 256;
/// A clause in the ablative.
pub(super) const ABL: Takes = 512;
/// Its subject is whoever issued a document, or nobody who is named.
pub(super) const PASSIVE: Takes = 1024;

/// A verb that was found.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) tokens: Range<usize>,
    pub(super) class: Class,
    pub(super) takes: Takes,
    pub(super) form: Form,
}

/// Words before the stem, the stem, what it does and what it takes.
type Entry = (&'static [&'static str], &'static str, Class, Takes);

const SAY: Class = Class::Say;

/// The verbs by the first byte of their stems; phrases before the bare stem.
const VERBS: &[Entry] = &[
    (&["yer"], "al", SAY, QUOTE | PASSIVE),
    (
        &[
            "görüşünü",
            "düşüncesini",
            "kanaatini",
            "inancını",
            "umudunu",
            "temennisini",
            "kaygısını",
        ],
        "aktar",
        SAY,
        QUOTE | NOM,
    ),
    (&[], "açıkla", SAY, QUOTE | ACC),
    (&[], "açıklan", SAY, NOM | PASSIVE),
    (&[], "aktar", SAY, QUOTE | ACC),
    (&[], "aktarıl", SAY, QUOTE | NOM | PASSIVE),
    (&[], "anlat", SAY, QUOTE | ACC),
    (&[], "anımsat", SAY, QUOTE | ACC),
    (&[], "adlandır", Class::Characterise, QUOTE),
    (
        &["taahhüdünde", "vaadinde"],
        "bulun",
        Class::Promise,
        QUOTE | NOM | ACT_NOM,
    ),
    (
        &[
            "değerlendirmesinde",
            "değerlendirmesini",
            "açıklamasında",
            "uyarısında",
            "iddiasında",
            "yorumunda",
            "tespitinde",
            "ifadesinde",
            "ifadelerinde",
            "itirafında",
            "hatırlatmasında",
            "vurgusunda",
            "paylaşımında",
            "savunmasında",
        ],
        "bulun",
        SAY,
        QUOTE | NOM,
    ),
    (
        &[
            "çağrısında",
            "çağrısını",
            "önerisinde",
            "teklifinde",
            "talebinde",
        ],
        "bulun",
        Class::Propose,
        QUOTE | NOM | ACT_NOM,
    ),
    (&[], "belirt", SAY, QUOTE | ACC),
    (&[], "belirtil", SAY, QUOTE | NOM | PASSIVE),
    (&[], "bildir", SAY, QUOTE | ACC),
    (&[], "bildiril", SAY, QUOTE | NOM | PASSIVE),
    (&[], "bahset", SAY, ABL),
    (&[], "bahsed", SAY, ABL),
    (&[], "cevapla", SAY, QUOTE),
    (&[], "de", SAY, QUOTE),
    (&[], "di", SAY, QUOTE),
    (&[], "denil", SAY, QUOTE | PASSIVE),
    (&[], "den", SAY, QUOTE | PASSIVE),
    (&[], "duyur", SAY, QUOTE | ACC),
    (&[], "duyurul", SAY, NOM | PASSIVE),
    (&[], "doğrula", SAY, QUOTE | ACC),
    (&[], "değin", SAY, DAT),
    (&[], "değerlendir", Class::Characterise, QUOTE),
    (&["ifade"], "et", SAY, QUOTE | ACC),
    (&["ifade"], "ed", SAY, QUOTE | ACC),
    (&["ifade"], "edil", SAY, QUOTE | NOM | PASSIVE),
    (&["iddia"], "et", SAY, QUOTE | ACC),
    (&["iddia"], "ed", SAY, QUOTE | ACC),
    (&["iddia"], "edil", SAY, QUOTE | NOM | PASSIVE),
    (
        &[
            "ilan", "itiraf", "teyit", "kabul", "beyan", "not", "deklare",
        ],
        "et",
        SAY,
        QUOTE | ACC,
    ),
    (
        &[
            "ilan", "itiraf", "teyit", "kabul", "beyan", "not", "deklare",
        ],
        "ed",
        SAY,
        QUOTE | ACC,
    ),
    (&["ilan", "teyit", "beyan"], "edil", SAY, NOM | PASSIVE),
    (
        &["taahhüt", "garanti", "vaat", "vadet", "temin"],
        "et",
        Class::Promise,
        QUOTE | ACC | ACT | DAT,
    ),
    (
        &["taahhüt", "garanti", "vaat", "temin"],
        "ed",
        Class::Promise,
        QUOTE | ACC | ACT | DAT,
    ),
    (
        &["taahhüt", "garanti", "vaat"],
        "edil",
        Class::Promise,
        NOM | ACT_NOM | PASSIVE,
    ),
    (
        &["teklif", "talep", "tavsiye", "rica"],
        "et",
        Class::Propose,
        QUOTE | ACC | ACT,
    ),
    (
        &["teklif", "talep", "tavsiye", "rica"],
        "ed",
        Class::Propose,
        QUOTE | ACC | ACT,
    ),
    (
        &["teklif", "talep", "tavsiye"],
        "edil",
        Class::Propose,
        ACT_NOM | PASSIVE,
    ),
    (&["davet"], "et", Class::Propose, TO_DO),
    (&["davet"], "ed", Class::Propose, TO_DO),
    (&["işaret"], "et", SAY, DAT),
    (&["işaret"], "ed", SAY, DAT),
    (&["işaret"], "edil", SAY, DAT | PASSIVE),
    (&["sözlerine", "sözlerini"], "ekle", SAY, QUOTE | ACC),
    (&["devam"], "et", SAY, QUOTE),
    (&["devam"], "ed", SAY, QUOTE),
    (&["söz"], "et", SAY, ABL | QUOTE),
    (&["sarf"], "et", SAY, QUOTE),
    (&["sarf"], "ed", SAY, QUOTE),
    (&[], "ekle", SAY, QUOTE | ACC),
    (&["itham"], "et", Class::Accuse, WITH | QUOTE),
    (&["itham"], "ed", Class::Accuse, WITH | QUOTE),
    (&["dile", "gündeme"], "getir", SAY, QUOTE | ACC),
    (&["dile"], "getiril", SAY, QUOTE | NOM | PASSIVE),
    (&[], "hatırlat", SAY, QUOTE | ACC),
    (&[], "hatırlatıl", SAY, QUOTE | NOM | PASSIVE),
    (&[], "haykır", SAY, QUOTE),
    (&[], "ilet", SAY, QUOTE | ACC),
    (&[], "iste", Class::Propose, ACT),
    (&[], "isten", Class::Propose, ACT_NOM | PASSIVE),
    (
        &[
            "ifadesini",
            "ifadelerini",
            "sözlerini",
            "sözünü",
            "sözcüklerini",
            "kelimelerini",
            "cümlesini",
            "cümlelerini",
            "ifadeyi",
            "ifadeleri",
        ],
        "kullan",
        SAY,
        QUOTE | NOM,
    ),
    (
        &["ifadeleri", "ifadesi"],
        "kullanıl",
        SAY,
        QUOTE | NOM | PASSIVE,
    ),
    (&[], "kaydet", SAY, QUOTE | ACC),
    (&[], "kayded", SAY, QUOTE | ACC),
    (&[], "kaydedil", SAY, QUOTE | NOM | PASSIVE),
    (&[], "konuş", SAY, QUOTE),
    (&[], "müjdele", SAY, QUOTE | ACC),
    (&[], "nitelendir", Class::Characterise, QUOTE),
    (&[], "nitele", Class::Characterise, QUOTE),
    (
        &[
            "görüşünü",
            "görüşünde",
            "düşüncesini",
            "kanaatini",
            "inancını",
            "umudunu",
            "temennisini",
            "beklentisini",
        ],
        "paylaş",
        SAY,
        QUOTE | NOM,
    ),
    (&[], "reddet", Class::Deny, ACC),
    (&[], "redded", Class::Deny, ACC),
    (&["öne", "ileri"], "sür", SAY, QUOTE | ACC),
    (&["öne", "ileri"], "sürül", SAY, QUOTE | NOM | PASSIVE),
    (&["görüşünü", "iddiasını"], "savun", SAY, QUOTE | NOM),
    (&[], "söyle", SAY, QUOTE | ACC),
    (&[], "söylen", SAY, NOM | PASSIVE),
    (&[], "savun", SAY, QUOTE | ACC),
    (&[], "savunul", SAY, QUOTE | NOM | PASSIVE),
    (&[], "seslen", SAY, QUOTE),
    (&[], "sor", SAY, QUOTE | ACC),
    (&[], "sürdür", SAY, QUOTE),
    (&[], "suçla", Class::Accuse, WITH | QUOTE),
    (&[], "tekrarla", SAY, QUOTE | ACC),
    (&[], "tamamla", SAY, QUOTE),
    (&[], "tanımla", Class::Characterise, QUOTE),
    (&[], "uyar", SAY, QUOTE | NOM | DAT),
    (&["söz"], "ver", Class::Promise, QUOTE | DAT | NOM | ACT_NOM),
    (
        &[
            "sözü",
            "sözünü",
            "güvencesi",
            "güvencesini",
            "garantisi",
            "garantisini",
            "taahhüdünü",
            "teminatı",
            "teminatını",
        ],
        "ver",
        Class::Promise,
        QUOTE | NOM | ACT_NOM,
    ),
    (
        &[
            "yanıtını",
            "yanıtı",
            "yanıt",
            "cevabını",
            "cevabı",
            "cevap",
            "karşılığını",
            "karşılık",
            "mesajını",
            "mesajı",
            "mesajlarını",
            "bilgisini",
            "bilgiyi",
            "demecini",
            "tepkisini",
        ],
        "ver",
        SAY,
        QUOTE | NOM,
    ),
    (&["yer"], "veril", SAY, QUOTE | NOM | PASSIVE),
    (&["yer"], "ver", SAY, QUOTE | NOM),
    (&[], "vurgula", SAY, QUOTE | ACC),
    (&[], "vurgulan", SAY, QUOTE | NOM | PASSIVE),
    (&["vurgu"], "yap", SAY, QUOTE | DAT),
    (&["vurgu"], "yapıl", SAY, QUOTE | DAT | PASSIVE),
    (
        &[
            "değerlendirmesini",
            "açıklamasını",
            "uyarısını",
            "uyarısı",
            "yorumunu",
            "tespitini",
            "açıklaması",
            "vurgusunu",
            "vurgusu",
            "hatırlatmasını",
            "paylaşımını",
            "savunmasını",
            "yorumu",
            "değerlendirmesi",
        ],
        "yap",
        SAY,
        QUOTE | NOM,
    ),
    (
        &[
            "değerlendirmesi",
            "açıklaması",
            "uyarısı",
            "yorumu",
            "vurgusu",
        ],
        "yapıl",
        SAY,
        QUOTE | NOM | PASSIVE,
    ),
    (
        &["çağrısı", "çağrısını", "çağrı", "önerisini", "teklifini"],
        "yap",
        Class::Propose,
        QUOTE | ACT_NOM | TO_DO,
    ),
    (
        &["çağrısı"],
        "yapıl",
        Class::Propose,
        QUOTE | ACT_NOM | PASSIVE,
    ),
    (&[], "yinele", SAY, QUOTE | ACC),
    (&[], "yanıtla", SAY, QUOTE),
    (&[], "yaz", SAY, QUOTE | ACC),
    (&[], "yorumla", Class::Characterise, QUOTE),
    (&[], "yalanla", Class::Deny, ACC | QUOTE),
    (&["altını"], "çiz", SAY, QUOTE | GEN),
    (&["altı"], "çizil", SAY, QUOTE | GEN | PASSIVE),
    (&["dikkat", "dikkati"], "çek", SAY, QUOTE | DAT),
    (&["dikkat"], "çekil", SAY, QUOTE | DAT | PASSIVE),
    (&["söylemiyle", "tavrıyla"], "çık", SAY, QUOTE),
    (&[], "öğrenil", SAY, NOM | PASSIVE),
    (&[], "özetle", Class::Characterise, QUOTE),
    (&[], "öner", Class::Propose, QUOTE | ACC | ACT),
    (&[], "çağır", Class::Propose, TO_DO),
];

const FINITE: &[&str] = &[
    "DI",
    "DIlAr",
    "DIk",
    "mIştI",
    "mIşlArdI",
    "mIş",
    "mIştIr",
    "Iyor",
    "IyorlAr",
    "IyordI",
    "AcAk",
    "AcAktIr",
    "Ir",
    "Ar",
    "mAktA",
    "mAktAdIr",
];
const CONVERBS: &[&str] = &[
    "ArAk", "Ip", "Irken", "Arken", "DIktAn", "mIşken", "IncA", "mAklA",
];
const PARTICIPLES: &[&str] = &["An"];
const REPORTED: &[&str] = &[
    "DIğInI",
    "DIklArInI",
    "DIğInA",
    "DIğInIn",
    "AcAğInI",
    "DIğImI",
    "DIğImIzI",
    "AcAklArInI",
];
const AS: &[&str] = &["DIğI", "DIklArI", "DIğImIz", "DIğIm"];

/// Returns the verb that a token ends, if it reports.
pub(super) fn verb_at(tokens: &Tokens<'_>, at: usize, start: usize) -> Option<Found> {
    let token = tokens.list.get(at)?;
    if token.sort != Sort::Word {
        return None;
    }
    let word = tokens.word_at(at);
    let first = word.as_bytes().first()?;
    let begin = VERBS.partition_point(|(_, stem, ..)| stem.as_bytes().first() < Some(first));
    let alike = VERBS[begin..]
        .iter()
        .take_while(|(_, stem, ..)| stem.as_bytes().first() == Some(first));
    for (before, stem, class, takes) in alike {
        let Some(form) = form(stem, word) else {
            continue;
        };
        let mut begin = at;
        if !before.is_empty() {
            // "de" and "bir kez daha" may stand within a phrase.
            let mut place = begin;
            let mut steps = 0;
            while place > start
                && steps < 4
                && matches!(
                    tokens.word_at(place - 1),
                    "de" | "da" | "bir" | "kez" | "daha" | "yeniden"
                )
            {
                place -= 1;
                steps += 1;
            }
            if place == start || !before.contains(&tokens.word_at(place - 1)) {
                continue;
            }
            begin = place - 1;
            // "ifadelerine yer verildi", "sözlerine yer verdi".
            if before == &["yer"] {
                if begin == start || !is_of_words(tokens.word_at(begin - 1)) {
                    continue;
                }
                begin -= 1;
            }
        }
        let form = match (form, tokens.word_at(at + 1)) {
            (Form::As, "gibi" | "üzere" | "şekilde" | "biçimde") => Form::As,
            // "dediği öğrenildi": reported by nobody who is named.
            (Form::As, _) => Form::Reported,
            (form, _) => form,
        };
        return Some(Found {
            tokens: begin..at + 1,
            class: *class,
            takes: *takes,
            form,
        });
    }
    None
}

fn is_of_words(word: &str) -> bool {
    [
        "ifadelerine",
        "ifadesine",
        "sözlerine",
        "görüşlerine",
        "cümlelerine",
        "ifadeleri",
        "vurgusuna",
        "çağrısına",
    ]
    .contains(&word)
}

/// Returns the form in which a word has this stem.
fn form(stem: &str, word: &str) -> Option<Form> {
    if let Some(rest) = word.strip_prefix(stem) {
        let has = |patterns: &[&str]| patterns.iter().any(|pattern| takes(stem, rest, pattern));
        if has(FINITE) {
            return Some(Form::Finite);
        }
        if has(CONVERBS) {
            return Some(Form::Converb);
        }
        if has(PARTICIPLES) {
            return Some(Form::Participle);
        }
        if has(REPORTED) {
            return Some(Form::Reported);
        }
        if has(AS) {
            return Some(Form::As);
        }
        return None;
    }
    // Before -Iyor a final a or e is narrowed: söyle-, söylüyor.
    let narrowed = stem.strip_suffix(['a', 'e'])?;
    let rest = word.strip_prefix(narrowed)?;
    ["Iyor", "IyorlAr", "IyordI"]
        .iter()
        .any(|pattern| is_suffix(narrowed, rest, pattern))
        .then_some(Form::Finite)
}

/// Whether a suffix fits a stem; after a vowel, one that begins with a vowel takes a y, and -Ir and -Ar
/// lose theirs.
fn takes(stem: &str, rest: &str, pattern: &str) -> bool {
    let ends_in_vowel = stem.chars().next_back().is_some_and(is_vowel);
    let begins_with_vowel = pattern.starts_with(['A', 'I']);
    if !(ends_in_vowel && begins_with_vowel) {
        return is_suffix(stem, rest, pattern);
    }
    if let Some(after) = rest.strip_prefix('y')
        && is_suffix(stem, after, pattern)
    {
        return true;
    }
    matches!(pattern, "Ir" | "Irken" | "Iyor" | "IyorlAr" | "IyordI")
        && is_suffix(stem, rest, &pattern[1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_in_order() {
        assert!(VERBS.is_sorted_by_key(|(_, stem, ..)| stem.as_bytes()[0]));
    }

    #[test]
    fn suffix_chains_of_reporting_verbs() {
        for (stem, word, wanted) in [
            ("de", "dedi", Form::Finite),
            ("di", "diyen", Form::Participle),
            ("di", "diyerek", Form::Converb),
            ("de", "derken", Form::Converb),
            ("de", "dediğini", Form::Reported),
            ("söyle", "söylüyor", Form::Finite),
            ("söyle", "söylemişti", Form::Finite),
            ("söyle", "söyleyen", Form::Participle),
            ("belirt", "belirterek", Form::Converb),
            ("belirt", "belirttiği", Form::As),
            ("kayded", "kaydederek", Form::Converb),
            ("vurgula", "vurgulayarak", Form::Converb),
            ("vurgulan", "vurgulandı", Form::Finite),
            ("suçla", "suçlarken", Form::Converb),
            ("bildiril", "bildirildi", Form::Finite),
            ("konuş", "konuşuyor", Form::Finite),
        ] {
            assert_eq!(form(stem, word), Some(wanted), "{word}");
        }
        for (stem, word) in [
            ("söyle", "söylemedi"),
            ("açıkla", "açıklama"),
            ("de", "de"),
            ("belirt", "belirtisi"),
            ("yaz", "yazılı"),
        ] {
            assert_eq!(form(stem, word), None, "{word}");
        }
    }
}
