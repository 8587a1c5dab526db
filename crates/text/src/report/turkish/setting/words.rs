//! Turkish words that say where, when, on what occasion and to whom something is said. Data only, folded.

use super::super::super::word_list::WordList;

/// Where people gather, besides `EVENTS`: stems.
pub(super) static GATHERINGS: WordList = WordList::of(&[
    "gala",
    "davet",
    "kahvaltı",
    "konsey",
    "kurul",
    "iftar",
    "fuar",
    "festival",
    "seminer",
    "kutlama",
    "soru-cevap",
]);

/// Nouns of place: stems.
pub(super) static PLACES: WordList = WordList::of(&[
    "kent",
    "kend",
    "şehir",
    "şehr",
    "başkent",
    "köy",
    "kasaba",
    "ada",
    "liman",
    "havaliman",
    "havaalan",
    "saray",
    "karargâh",
    "üniversite",
    "meclis",
    "parlamento",
    "bakanlığ",
    "bakanlık",
    "büyükelçiliğ",
    "büyükelçilik",
    "elçiliğ",
    "elçilik",
    "merkez",
    "bina",
    "köşk",
    "meydan",
    "otel",
    "gemi",
    "fırkateyn",
    "salon",
    "kışla",
    "sınır",
    "kürsü",
]);

/// Words behind words of time that belong to them.
pub(super) static PARTS_OF_DAY: WordList = WordList::of(&[
    "sabah",
    "sabahı",
    "akşam",
    "akşamı",
    "akşamki",
    "gece",
    "gecesi",
    "öğle",
    "öğlen",
    "öğleden",
    "ikindi",
    "önce",
    "sonra",
    "saatlerinde",
    "saatlerde",
    "günü",
    "günkü",
]);

/// Those to whom something is said, in the dative: stems.
pub(super) static PEOPLE: WordList = WordList::of(&[
    "gazeteci",
    "muhabir",
    "basın",
    "milletvekil",
    "vekil",
    "kamuoyu",
    "halk",
    "ulus",
    "millet",
    "diplomat",
    "büyükelçi",
    "parlamento",
    "meclis",
    "komisyon",
    "senato",
    "öğrenci",
    "üye",
    "delege",
    "temsilci",
    "yurttaş",
    "vatandaş",
    "asker",
    "lider",
    "katılımcı",
    "kalabalığ",
    "mensup",
    "mensub",
    "destekçi",
    "seçmen",
    "partili",
]);

/// Endings of the dative, with those of number and possessor before it.
pub(super) static DATIVES: WordList = WordList::of(&[
    "a", "e", "ya", "ye", "na", "ne", "lara", "lere", "larına", "lerine", "ına", "ine", "una",
    "üne", "sına", "sine",
]);

/// What was done with a document, before its name: "Bakanlıktan yapılan açıklamada".
pub(super) static ISSUED: WordList = WordList::of(&[
    "yapılan",
    "yayımlanan",
    "yayınlanan",
    "gelen",
    "paylaşılan",
    "gönderilen",
]);

/// Papers and broadcasters, as whose something they stand in the dative: stems.
pub(super) static MEDIA: WordList = WordList::of(&[
    "televizyonuna",
    "televizyona",
    "kanalına",
    "kanala",
    "gazetesine",
    "gazeteye",
    "ajansına",
    "ajansa",
    "dergisine",
    "dergiye",
    "radyosuna",
    "radyoya",
]);

/// Words before those to whom something is said that belong to them.
pub(super) static BEFORE_AUDIENCE: WordList = WordList::of(&[
    "bir",
    "grup",
    "basın",
    "yabancı",
    "yerli",
    "yerel",
    "bazı",
    "çok",
    "sayıda",
    "haftalık",
    "günlük",
    "aylık",
    "devlet",
    "özel",
    "resmi",
    "tüm",
    "bütün",
]);

/// Pronouns in the dative.
pub(super) static PRONOUNS: WordList = WordList::of(&[
    "bana",
    "sana",
    "ona",
    "bize",
    "size",
    "onlara",
    "kendisine",
    "kendilerine",
]);

/// Words behind a name in the dative that make it those who are spoken to: stems.
pub(super) static ADDRESSED: WordList = WordList::of(&[
    "verdi",
    "konuş",
    "hitab",
    "hitap",
    "seslen",
    "açıkla",
    "demeç",
    "anlat",
    "bilgi",
    "yaz",
    "değerlendir",
    "yaptığı",
    "mesaj",
]);

/// What those do in whose presence something is said.
pub(super) static ATTENDED: WordList = WordList::of(&[
    "katıldığı",
    "katıldıkları",
    "hazır",
    "bulunduğu",
    "izlediği",
    "dinlediği",
]);

/// Verbs of a sentence in which somebody speaks, though it does not say what: stems.
pub(super) static STAGES: WordList = WordList::of(&[
    "konuş",
    "hitap",
    "hitab",
    "seslen",
    "açıklama",
    "yanıtla",
    "cevapla",
    "değerlendir",
    "röportaj",
    "söyleşi",
    "mülakat",
    "konuk",
    "katıl",
    "düzenle",
    "söyle",
    "bilgi",
    "paylaş",
    "demeç",
    "brifing",
]);
