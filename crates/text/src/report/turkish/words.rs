//! Turkish words by what they do in a report. Data only; folded, without suffixes unless said.

use super::super::kind::Signs;
use super::super::setting::Marks;

/// Stems of offices that a person holds. The head of the office stands last in its phrase.
pub(super) const OFFICES: &[&str] = &[
    "bakan", "başbakan", "başkan", "cumhurbaşkan", "sözcü", "sekreter", "temsilci", "büyükelçi", "elçi",
    "müsteşar", "danışman", "yardımcı", "vekil", "müzakereci", "komiser", "komutan", "general", "orgeneral",
    "korgeneral", "tümgeneral", "tuğgeneral", "amiral", "oramiral", "albay", "yarbay", "binbaşı", "yüzbaşı",
    "lider", "şansölye", "vali", "müdür", "direktör", "diplomat", "kral", "kraliçe", "prens", "sultan",
    "milletvekil", "senatör", "uzman", "yetkili", "görevli", "kaynak", "kaynağ", "arabulucu", "delege",
    "raportör", "gözlemci", "konsolos", "ataşe", "mevkidaş", "muhatab", "muhatap", "hâkim", "savcı", "avukat",
    "profesör", "analist", "koordinatör", "papa",
];

/// Offices whose holders are unnamed unless a name follows.
pub(super) const UNNAMED: &[&str] = &[
    "yetkili", "görevli", "kaynak", "kaynağ", "diplomat", "uzman", "analist", "gözlemci", "delege",
];

/// Offices that make the one before them another's: a deputy minister is no minister.
pub(super) const DEPENDENT: &[&str] = &["yardımcı", "vekil", "danışman", "sözcü", "müsteşar", "temsilci"];

/// Stems of bodies that speak.
pub(super) const BODIES: &[&str] = &[
    "bakanlık", "bakanlığ", "komisyon", "konsey", "hükümet", "hükûmet", "meclis", "parlamento", "senato", "ordu",
    "birlik", "birliğ", "ittifak", "ittifağ", "pakt", "örgüt", "teşkilat", "kurum", "kurul", "komite",
    "delegasyon", "heyet", "taraf", "yönetim", "makam", "büyükelçilik", "büyükelçiliğ", "sekreterya", "sekretarya",
    "saray", "divan", "mahkeme", "parti", "ajans", "başkanlık", "başkanlığ", "valilik", "valiliğ", "federasyon",
    "cumhuriyet", "krallık", "krallığ", "topluluk", "topluluğ",
];

/// Words with a capital at the beginning of a sentence that name nobody.
pub(super) const OPENERS: &[&str] = &[
    "bu", "bir", "şu", "o", "ancak", "ayrıca", "öte", "fakat", "ama", "ve", "ise", "her", "hiçbir", "bazı",
    "toplantıda", "toplantının", "görüşmede", "görüşmenin", "açıklamada", "konuşmasında", "konuşmada", "bildiride",
    "açıklamasında", "dün", "bugün", "yarın", "pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi",
    "pazar", "son", "daha", "böylece", "bununla", "buna", "bunun", "bunu", "dolayısıyla", "üstelik", "nitekim",
    "özellikle", "öncelikle", "sonuç", "sayın", "basın", "soru", "soruları", "üst", "adının", "adı", "eski", "yeni",
    "iki", "üç", "taraflar", "tarafların", "görüşmeler", "müzakereler", "anlaşma", "protokol", "zirve", "zirvede",
    "ne", "biz", "ben", "yine", "diğer",
];

/// Words that may stand between a clause and its verb.
pub(super) const BETWEEN: &[&str] = &[
    "yeniden", "tekrar", "bir", "kez", "daha", "defa", "kere", "da", "de", "ayrıca", "açıkça", "net", "şekilde",
    "biçimde", "dille", "özellikle", "defalarca", "ısrarla", "bugün", "dün", "ilk", "kesin", "açık", "sert",
    "önemle", "bilhassa", "birçok", "sözlerine", "böylece", "ardından", "sonra", "daima", "resmen", "yazılı",
    "olarak", "alenen", "kamuoyuna", "gazetecilere", "muhabirlere", "basına", "üzerine", "bizzat", "aynı", "zamanda",
    "altını", "kararlılıkla", "dikkatle", "memnuniyetle",
];

/// Words between a direct quotation and its verb.
pub(super) const LINKS: &[&str] = &[
    "diye", "şeklinde", "biçiminde", "ifadesiyle", "ifadeleriyle", "sözleriyle", "cümlesiyle", "cümleleriyle",
    "sözlerini", "ile", "diyerek", "yönünde", "olarak", "mealinde", "minvalinde", "ve", "gibi", "sözüyle",
    "mesajıyla", "anlamında",
];

/// Phrases before a clause that say on what occasion it was said: it begins after them.
pub(super) const OCCASIONS: &[&str] = &[
    "açıklamada", "açıklamasında", "bildiride", "bildirgede", "bildirisinde", "konuşmada", "konuşmasında",
    "demeçte", "demecinde", "mülakatta", "röportajda", "röportajında", "mülakatında", "söyleşide", "söyleşisinde",
    "paylaşımda", "paylaşımında", "mesajda", "mesajında", "mesajda", "mektupta", "mektubunda", "basın toplantısında",
    "değerlendirmede", "değerlendirmesinde", "metinde", "raporda", "raporunda", "brifingde", "notada",
];

/// Documents that speak for whoever issued them.
pub(super) const DOCUMENTS: &[&str] = &[
    "açıklamada", "açıklamasında", "bildiride", "bildirgede", "bildirisinde", "metinde", "mesajda", "raporda",
    "notada", "mektupta", "duyuruda", "belgede", "tebliğde", "tutanakta",
];

/// Words behind a quotation that make it a title or a name.
pub(super) const TITLE_AFTER: &[&str] = &[
    "adlı", "isimli", "başlıklı", "konulu", "temalı", "adını", "adıyla", "adındaki", "ismini", "ismiyle", "başlığıyla",
    "kod", "filmi", "filmini", "kitabı", "kitabını", "romanı", "romanını", "gazetesi", "gazetesine", "gazetesinin",
    "dergisi", "dergisine", "operasyonu", "tatbikatı", "tatbikatının", "konferansı", "konferansında", "zirvesi",
    "forumu", "ödülü", "sergisi", "projesi", "programı", "belgeseli", "sorusuna", "sorusunu", "sorusu",
];

/// Words before a quotation that keep it at a distance.
pub(super) const SCARE_BEFORE: &[&str] = &["sözde", "güya", "namıdiğer", "kod"];

/// Words that announce what is quoted after a colon.
pub(super) const ANNOUNCES: &[&str] = &[
    "şunları", "şöyle", "şunu", "şu", "aynen", "özetle", "ifadeleri", "ifadeyi", "sözleri", "sözlerle", "ifadelerle",
    "şunlar",
];

/// Nouns behind a quotation whose possessor said it: "Tavsal'ın "…" sözleri".
pub(super) const UTTERANCES: &[&str] = &[
    "sözleri", "sözü", "sözlerini", "sözünü", "sözlerine", "sözüne", "sözlerinin", "ifadesi", "ifadesini", "ifadesine", "ifadeleri", "ifadelerini",
    "ifadelerine", "açıklaması", "açıklamasını", "açıklamasına", "açıklamasının", "çıkışı", "çıkışına", "mesajı", "mesajını", "mesajına", "uyarısı",
    "uyarısına", "uyarısını", "yanıtı", "yanıtını", "çağrısı", "çağrısına", "çağrısını", "sözlerinden", "açıklamasından", "değerlendirmesi",
];

/// Names of peoples that stand before "side" or "delegation", and their States.
pub(super) const PEOPLES: &[(&str, &str)] = &[
    ("rus", "Rusya"), ("amerikan", "ABD"), ("türk", "Türkiye"), ("alman", "Almanya"), ("fransız", "Fransa"),
    ("ingiliz", "İngiltere"), ("çin", "Çin"), ("japon", "Japonya"), ("yunan", "Yunanistan"), ("ermeni", "Ermenistan"),
    ("azeri", "Azerbaycan"), ("gürcü", "Gürcistan"), ("bulgar", "Bulgaristan"), ("sırp", "Sırbistan"),
    ("macar", "Macaristan"), ("ukraynalı", "Ukrayna"), ("polonyalı", "Polonya"), ("italyan", "İtalya"),
    ("ispanyol", "İspanya"), ("iranlı", "İran"), ("suriyeli", "Suriye"), ("leh", "Polonya"),
];

/// Words that join a name to another, so that it is not the subject by itself.
pub(super) const JOINS: &[&str] = &[
    "ile", "ve", "tarafından", "gibi", "için", "adına", "adlı", "veya", "ya", "kadar", "hakkında", "karşı", "dışında",
    "yerine",
];

/// What shows the kind of a statement.
pub(in super::super) const SIGNS: Signs = Signs {
    hostile: &[
        &["saldır"], &["tehdit"], &["işgal"], &["düşmanca"], &["savaş"], &["hedef"], &["savaşma"], &["istila"], &["asker", "gönder"],
        &["asker"], &["silah"], &["ilhak"], &["füze"], &["ateş", "aç"], &["güç", "kullan"], &["kuvvet", "kullan"], &["gözümüz"], &["göz", "dik"], &["hasmane"],
    ],
    negative: &[
        &["=yok"], &["yoktur"], &["=değil"], &["değiliz"], &["değildir"], &["olmadığ"], &["bulunmadığ"], &["bulunmuyor"], &["olmayacağ"],
        &["etmiyor"], &["istemiyor"], &["istemediğ"], &["istemeyiz"], &["planlamıyor"], &["planlamadığ"], &["etmeyece"], &["saldırmay"], &["saldırmıyor"], &["göndermeyece"], &["almadığ"], &["almıyor"], &["taşımıyor"],
        &["taşımadığ"], &["etmediğ"], &["etmeyiz"], &["=asla"], &["=hiçbir"], &["=ne", "~e"], &["kullanmayaca"], &["girmeyece"],
        &["başvurmayaca"], &["gütmüyor"], &["gütmediğ"], &["olmayaca"], &["niyetimiz", "yok"], &["*mayaca"], &["*meyece"], &["*mıyor"], &["*miyor"], &["*madığ"], &["*mediğ"], &["~mayız"], &["~meyiz"], &["yapmayaca"], &["açmayaca"],
    ],
    promise: &[
        &["saygı", "göster"], &["saygı", "duy"], &["güvence", "ver"], &["garanti", "ed"], &["garanti", "ver"], &["söz", "ver"],
        &["=sözü"], &["bağlı", "kal"], &["taahhüt"], &["tanımaktadır"], &["tanıyaca"], &["teminat", "ver"], &["güvencesi", "ver"],
        &["=sözünü"], &["uyaca"], &["riayet", "ed"], &["göndermeyece"], &["kullanmayaca"], &["savunacağız"],
    ],
    ready: &[&["hazırız"], &["hazır", "olduk"], &["hazır", "olduğ"], &["=hazır"], &["hazırdır"], &["hazırım"], &["hazırlıklı", "olduk"],
        &["istekli", "ol"], &["açık", "olduk"], &["açık", "olduğ"], &["açığız"]],
    condition: &[
        &["=ancak", "~a"], &["=şartıyla"], &["=koşuluyla"], &["=halinde"], &["=hâlinde"], &["=durumunda"], &["=takdirde"], &["gerek"],
        &["=şart"], &["şarttır"], &["=önkoşul"], &["koşuldur"], &["~madıkça"], &["~medikçe"], &["~madan"], &["~meden"], &["=sürece"], &["olamaz"],
        &["sınırlanamaz"], &["~namayacağını"], &["~nemeyeceğini"], &["zorunda"], &["zorunlu"], &["=eğer"], &["sürerse"], &["~ılırsa"], &["~ilirse"],
        &["~arsa"], &["~erse"], &["~ırsa"], &["~irse"], &["~ursa"], &["~ürse"], &["~amazsa"], &["~emezse"], &["~mazsa"], &["~mezse"],
        &["ön", "koşul"], &["ön", "şart"], &["çerçevede"], &["=olmazsa"], &["=olursa"],
    ],
    proposal: &[&["öner"], &["teklif"], &["çağrı"], &["talep"], &["davet"], &["gelin"]],
    blame: &[
        &["ihlal"], &["suçla"], &["sorumlu"], &["istismar"], &["provok"], &["kışkırt"], &["yalan", "söyl"], &["kullanıyor"], &["kullandığ"], &["çarpıt"], &["bahane"], &["aldat"], &["sabot"],
        &["baltala"], &["engelli"], &["engelle"], &["kabul", "edilemez"], &["kâğıt", "üzerinde"], &["oyalı"], &["oyala"], &["saldırgan"],
        &["saldırısı"], &["çiğne"], &["ikiyüzlü"], &["tehdit", "ed"], &["gizli"],
    ],
    denial: &[
        &["asılsız"], &["gerçek", "dışı"], &["doğru", "değil"], &["gerçeği", "yansıtm"], &["=yalan"], &["iftira"], &["reddedi"],
        &["konuşlandırmadığ"], &["=hiç", "olmadı"], &["~madık"], &["~medik"], &["*madığımız"], &["*mediğimiz"], &["yapmadık"], &["yapmadığ"], &["böyle", "bir", "~ı"], &["söz", "konusu", "değil"],
        &["uydurma"], &["temelsiz"], &["mesnetsiz"], &["dahli"], &["yalanla"],
    ],
    no_promise: &[&["boyun"], &["cevapsız"], &["yanıtsız"], &["karşılıksız"], &["kabul", "etmey"], &["izin", "vermey"], &["göz", "yum"], &["müsaade", "etmey"], &["umdu"], &["umuyor"], &["umarım"], &["umarız"], &["bekled"], &["bekliyor"], &["inand"], &["temenni"], &["diled"]],
    meeting: &[
        &["görüşme"], &["toplantı"], &["zirve"], &["temas"], &["onayladığ"], &["imzaladı"], &["anlaştığ"], &["uzlaş"], &["mutabık"],
        &["mutabakat"], &["ele", "al"], &["yanlış", "anlama"], &["buzlar"], &["müzakere", "tamamla"], &["müzakere", "~eçtiğini"], &["bir", "araya", "gel"], &["anlayış"],
    ],
};

/// What shows the setting of a statement.
pub(in super::super) const SETTING: Marks = Marks {
    place_suffixes: &["da", "de", "ta", "te", "daki", "deki", "nda", "nde"],
    place_before: &["başkent"],
    occasions: &[
        "toplantısında", "toplantıda", "zirvesinde", "zirvede", "konferansında", "konferansta", "görüşmede", "görüşmesinde", "konuşmasında",
        "konuşmada", "açıklamada", "açıklamasında", "röportajda", "röportajında", "mülakatta", "forumunda", "törende", "töreninde",
        "paylaşımında", "oturumunda", "oturumda", "brifingde", "ziyaretinde", "açılışında", "mesajında", "mektubunda", "bildiride",
    ],
    times: &[
        "dün", "bugün", "pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar", "sabah", "akşam",
    ],
    audiences: &[
        "gazetecilere", "muhabirlere", "basına", "milletvekillerine", "kamuoyuna", "televizyonuna", "kanalına", "gazetesine", "ajansına",
        "halka", "diplomatlara", "büyükelçilere", "parlamentoya", "meclise", "dergisine", "radyosuna",
    ],
};
