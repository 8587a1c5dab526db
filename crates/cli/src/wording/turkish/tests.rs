use super::Suffix::{Ablative, Accusative, Dative, Genitive, Locative, Ordinal, Possessive};
use super::*;

fn check(suffix: Suffix, forms: &[&str]) {
    for form in forms {
        let (word, _) = form.rsplit_once('\'').expect("a form has an apostrophe");
        assert_eq!(&suffixed(word, suffix), form);
    }
}

#[test]
fn every_digit_and_round_number_takes_its_own_locative_and_ablative() {
    check(
        Locative,
        &[
            "27 Mayıs 1987'de",
            "1980'de",
            "1976'da",
            "1983'te",
            "1984'te",
            "1985'te",
            "1990'da",
            "2000'de",
            "2001'de",
            "2010'da",
            "1970'te",
            "1960'ta",
            "1940'ta",
            "1900'de",
            "2030'da",
        ],
    );
    check(
        Ablative,
        &[
            "26 Haziran 1987'den",
            "1976'dan",
            "2010'dan",
            "1940'tan",
            "100'den",
            "1000'den",
            "0'dan",
            "1'den",
            "2'den",
            "3'ten",
            "4'ten",
            "5'ten",
            "6'dan",
            "7'den",
            "8'den",
            "9'dan",
            "10'dan",
            "20'den",
            "30'dan",
            "40'tan",
            "50'den",
            "60'tan",
            "70'ten",
            "80'den",
            "90'dan",
            "1.000.000'dan",
            "2.000.000.000'dan",
            "12.000'den",
            "10.500'den",
        ],
    );
}

#[test]
fn numbers_take_buffers_where_they_end_in_a_vowel() {
    check(
        Genitive,
        &[
            "4-4'ün",
            "4-5'in",
            "18-10'un",
            "6'nın",
            "2'nin",
            "20'nin",
            "40'ın",
            "9'un",
            "27-7-a'nın",
            "27-2-b'nin",
        ],
    );
    check(
        Dative,
        &[
            "6'ya", "1'e", "3'e", "10'a", "20'ye", "7'ye", "40'a", "2017'ye",
        ],
    );
    check(Accusative, &["6'yı", "1'i", "3'ü", "10'u", "2'yi", "50'yi"]);
    check(
        Possessive,
        &[
            "6'sı",
            "2'si",
            "3'ü",
            "4'ü",
            "5'i",
            "10'u",
            "20'si",
            "30'u",
            "40'ı",
            "50'si",
            "%61,6'sı",
            "%55'i",
            "2/3'si",
            "3/4'ü",
        ],
    );
    check(
        Ordinal,
        &[
            "1'inci",
            "2'nci",
            "3'üncü",
            "4'üncü",
            "5'inci",
            "6'ncı",
            "9'uncu",
            "10'uncu",
            "20'nci",
            "22'nci",
            "30'uncu",
            "35'inci",
            "40'ıncı",
            "50'nci",
            "60'ıncı",
            "100'üncü",
            "1000'inci",
        ],
    );
}

#[test]
fn names_follow_their_own_sounds() {
    check(
        Genitive,
        &[
            "Danimarka'nın",
            "Türkiye'nin",
            "Irak'ın",
            "İran'ın",
            "Peru'nun",
            "Ürdün'ün",
            "Gürcistan'ın",
            "Lüksemburg'un",
            "Kıbrıs'ın",
        ],
    );
    check(
        Dative,
        &[
            "Türkiye'ye",
            "Danimarka'ya",
            "Fas'a",
            "Ürdün'e",
            "Mısır'a",
            "Çin'e",
        ],
    );
    check(
        Ablative,
        &[
            "Irak'tan",
            "Fas'tan",
            "Türkiye'den",
            "Birleşik Krallık'tan",
            "Kongo'dan",
            "Meksika'dan",
        ],
    );
    check(
        Locative,
        &[
            "Haziran'da",
            "Mart'ta",
            "Eylül'de",
            "Iğdır'da",
            "Kazakistan'da",
        ],
    );
    check(
        Accusative,
        &["Fransa'yı", "Kenya'yı", "Çad'ı", "Moğolistan'ı"],
    );
}

#[test]
fn compounds_take_the_pronominal_n() {
    check(
        Dative,
        &[
            "Dominik Cumhuriyeti'ne",
            "Avrupa Birliği'ne",
            "Marshall Adaları'na",
        ],
    );
    check(
        Locative,
        &["Rusya Federasyonu'nda", "Amerika Birleşik Devletleri'nde"],
    );
    check(Ablative, &["Avrupa Birliği'nden"]);
    check(Genitive, &["Avrupa Birliği'nin", "Rusya Federasyonu'nun"]);
}

#[test]
fn codes_are_read_letter_by_letter() {
    check(
        Genitive,
        &[
            "TUR'nin", "GBR'nin", "USA'nın", "X-EU'nun", "FRA'nın", "ABD'nin",
        ],
    );
    check(Ablative, &["TUR'den", "X'ten"]);
    check(Dative, &["VCLT'ye", "TDK'ye", "UNESCO'ya"]);
}

#[test]
fn nothing_to_read_is_no_fault() {
    assert_eq!(suffixed("", Genitive), "'nin");
    assert_eq!(suffixed("—", Dative), "—'ye");
    assert_eq!(suffixed("27(1)", Genitive), "27(1)'in");
}
