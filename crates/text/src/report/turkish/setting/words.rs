//! Turkish words that say where, when, on what occasion and to whom something is said. Data only, folded.

/// Where people gather, besides `EVENTS`: stems.
pub(super) const GATHERINGS: &[&str] = &[
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
];

/// Nouns of place: stems.
pub(super) const PLACES: &[&str] = &[
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
];

/// Words behind words of time that belong to them.
pub(super) const PARTS_OF_DAY: &[&str] = &[
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
];

/// Those to whom something is said, in the dative: stems.
pub(super) const PEOPLE: &[&str] = &[
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
];

/// Endings of the dative, with those of number and possessor before it.
pub(super) const DATIVES: &[&str] = &[
    "a", "e", "ya", "ye", "na", "ne", "lara", "lere", "larına", "lerine", "ına", "ine", "una",
    "üne", "sına", "sine",
];

/// What was done with a document, before its name: "Bakanlıktan yapılan açıklamada".
pub(super) const ISSUED: &[&str] = &[
    "yapılan",
    "yayımlanan",
    "yayınlanan",
    "gelen",
    "paylaşılan",
    "gönderilen",
];

/// Papers and broadcasters, as whose something they stand in the dative: stems.
pub(super) const MEDIA: &[&str] = &[
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
];

/// Words before those to whom something is said that belong to them.
pub(super) const BEFORE_AUDIENCE: &[&str] = &[
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
];

/// Pronouns in the dative.
pub(super) const PRONOUNS: &[&str] = &[
    "bana",
    "sana",
    "ona",
    "bize",
    "size",
    "onlara",
    "kendisine",
    "kendilerine",
];

/// Words behind a name in the dative that make it those who are spoken to: stems.
pub(super) const ADDRESSED: &[&str] = &[
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
];

/// What those do in whose presence something is said.
pub(super) const ATTENDED: &[&str] = &[
    "katıldığı",
    "katıldıkları",
    "hazır",
    "bulunduğu",
    "izlediği",
    "dinlediği",
];

/// Verbs of a sentence in which somebody speaks, though it does not say what: stems.
pub(super) const STAGES: &[&str] = &[
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
];
