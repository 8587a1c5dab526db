//! Turkish verbs that report, with the suffixes they take. Stems only: the suffix chain is read by rule.

use super::super::speech::Class;
use super::super::word::{Sort, Tokens};
use super::super::word_list::Begins;
use super::form::{Form, form};
use core::ops::Range;

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
            "mesajını",
            "notunu",
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

/// With which letters a word begins that has one of these stems, a final a or e left out: before -Iyor it
/// is narrowed.
static BEGINS: Begins = {
    let mut begins = Begins::none();
    let mut at = 0;
    while at < VERBS.len() {
        let stem = VERBS[at].1;
        begins.add(stem.as_bytes());
        let (narrowed, last) = stem.as_bytes().split_at(stem.len() - 1);
        if let ([only], [b'a' | b'e']) = (narrowed, last) {
            begins.add_byte(*only);
        }
        at += 1;
    }
    begins
};

/// Returns the verb that a token ends, if it reports.
pub(super) fn verb_at(tokens: &Tokens<'_>, at: usize, start: usize) -> Option<Found> {
    let token = tokens.list.get(at)?;
    if token.sort != Sort::Word {
        return None;
    }
    let word = tokens.word_at(at);
    if !BEGINS.has(word.as_bytes()) {
        return None;
    }
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
        "ifadesi",
        "sözleri",
        "cümlesi",
        "vurgusuna",
        "çağrısına",
    ]
    .contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_in_order() {
        assert!(VERBS.is_sorted_by_key(|(_, stem, ..)| stem.as_bytes()[0]));
    }
}
