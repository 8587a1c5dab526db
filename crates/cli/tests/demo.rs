//! The tour of `scripts/demo`, walked without pauses in each language with the command that Cargo
//! has built for this test: nothing is built twice.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use support::journey::{demo, in_order, walked};

/// The widest line of a terminal of the usual width.
const COLUMNS: usize = 80;

fn tour(language: &str) -> String {
    let documents = tempfile::tempdir().expect("a folder");
    walked(&["--fast", "--lang", language], documents.path(), None)
}

/// Returns the lines too wide for a terminal that the tour itself says; the reports on registers
/// also hold titles as published, which are not broken; no more are digests and keys.
fn too_wide(text: &str) -> Vec<&str> {
    let mut reporting = false;
    text.lines()
        .filter(|line| {
            reporting = (reporting || line.starts_with("$ sponsio register check"))
                && !line.starts_with("== ")
                && !line.starts_with("$ export");
            let whole = line.contains("sha256:") || line.starts_with("Public key");
            let whole = whole || line.starts_with("Açık anahtar");
            // As the source of a text has it: no line is broken.
            let whole = whole
                || line.contains("/enrol/")
                || line.contains("{#")
                || line.starts_with("| guarantee");
            !reporting && !whole && line.chars().count() > COLUMNS
        })
        .collect()
}

#[test]
fn the_tour_answers_in_english() {
    let said = tour("en");
    in_order(
        &said,
        &[
            "$ sponsio register check examples/register\n",
            "13 treaties",
            "$ sponsio why 18-10\n",
            "In force since 1 July 2002.\n",
            "raised the\nnumber from 56 to 66; 60 were needed",
            "11 April 2002 + 60 days = 10 June 2002",
            "$ sponsio why 18-10 GRC --at 2002-07-01\n",
            "Greece: contracting since 15 May 2002.\n",
            "$ sponsio why-not 27-7-a --known 2004-11-17\n",
            "1 of Russian Federation or United States of America",
            "$ sponsio why 27-7-a\n",
            "In force since 16 February 2005.\n",
            "(61.78 %)",
            "$ sponsio whatif 27-7-a --remove \"RUS ratification\"\n",
            "Entry into force: 16 February 2005 → not in force",
            "$ sponsio why 12-1\n",
            "Undetermined: not before 17 March 1958.\n",
            "$ sponsio why early-notification-1986\n",
            "(D + N + 1)",
            "$ sponsio timeline demo-assurances\n",
            "8 needed",
            "$ sponsio why-not demo-assurances\n",
            "3 of 8; 5 more needed",
            "$ sponsio whatif demo-assurances",
            "Entry into force: not in force → 31 January 2027",
            "(demo-protocol)",
            "Entry into force: not in force → 31 January 2027",
            "--known 2026-10-20\n",
            "Beryland: signatory (18)",
            "Beryland: contracting since 12 October 2026.\n",
            "== Many versions, one text\n",
            "[promptly notify][ARD, BEL: notify within three days]",
            "== Words that were spoken",
            "1. Ilya Moren: assurance (direct, “said”)\n",
            "$ sponsio init practice",
            "EXERCISE: nothing in this register has legal effect.\n",
            "Claimed to have been repeated by President, KSR",
            "Answer of Mira Tarn",
            "a plan is what a commander has approved\n",
            "never taken up",
            "| guarantee G1 negative by each party to every other party, severally",
            "No text with it is adopted (VCLT art. 9).\n",
            "== Four States negotiate a treaty",
            "2 languages, no difference\n",
            "$ sponsio propose port-ansel I --as ADM",
            "Its words are sealed, or not for this reader.\n",
            "Addressed to KSR alone.\n",
            "$ sponsio round text port-ansel I",
            "[in good time]",
            "[ADM, BYL: at",
            "[KSR: at least seven days]",
            "[BYL: 2 bis. Every other Party may send observers",
            "round-I.en.docx\n",
            "round-I.en.html\n",
            "the archiving of the round is refused because",
            "$ sponsio round text port-ansel II",
            "[in good time][GLD, KSR,\nADM, BYL: at least twenty-one days]",
            "error[T313]: {#4nsq31} the numbers differ",
            "--outcome not-pursued",
            "$ sponsio adopt port-ansel",
            "== The treaty computes",
            "0 of 3; 3 more needed",
            "--dry-run",
            "Nothing was written.",
            "Entry into force: not in force → 20 May 2027\n",
            "Recorded as entry 100",
            "the 3rd instrument (Galdria) was deposited on 20 April 2027",
            "(CON-3",
            "BYL □       □   □\n",
            "ratification of narrow-sea by Beryland: closes 6 gaps alone.",
            "Tabled by KSR",
            "In force since 20 May 2027.\n",
            "Ilya Moren said: “We have no plans to attack any State around the Narrow Sea,”",
            "$ sponsio travaux port-ansel 4nsq31",
            "forty-two",
            "withdrawn",
            "taken into a revision",
            "adopted with the text",
            "two delegations oppose observers",
            "narrow-sea.tr.xml: written",
            "$ sponsio bundle verify narrow-sea.sponsio",
            "Verified: the acts are in the log, and the law, run again here,",
            "OK the log states by its heads",
            "$ sponsio bundle verify forged.sponsio",
            "[member-list]\n",
            "FAIL: bundle: digest of entries/100.json\n",
            "== At the table\n",
            "/enrol/",
            "/n/harbour\n    Sign in",
            "== In a browser\n",
            "\n200 http://localhost:",
            "== What to try next\n",
        ],
    );
    assert_eq!(too_wide(&said), [""; 0]);
    assert!(
        !said.contains('\u{1b}'),
        "no color where there is no terminal"
    );
}

#[test]
fn the_tour_answers_in_turkish() {
    let said = tour("tr");
    in_order(
        &said,
        &[
            "== Bir antlaşma sicili\n",
            "$ sponsio why 18-10\n",
            "1 Temmuz 2002'den beri yürürlükte.\n",
            "$ sponsio why-not 27-7-a --known 2004-11-17\n",
            "Amerika Birleşik Devletleri veya Rusya Federasyonu",
            "16 Şubat 2005'ten beri yürürlükte.\n",
            "Belirsiz: 17 Mart 1958'den önce değil.\n",
            "$ sponsio why-not demo-assurances\n",
            "8 yerine 3; 5 eksik",
            "Yürürlüğe giriş: yürürlükte değil → 31 Ocak 2027",
            "Beryland: 12 Ekim 2026'dan beri âkit.\n",
            "== Söylenen sözler",
            "1. İlya Moren: güvence (doğrudan, “dedi”)\n",
            "Onu içeren hiçbir metin kabul edilmedi (VAHS md. 9).\n",
            "== Dört Devlet bir antlaşma müzakere ediyor",
            "2 dil, fark yok\n",
            "Yalnız KSR heyetine yöneltildi.\n",
            "[makul bir süre]",
            "[ADM, BYL: en az kırk iki gün]",
            "[BYL: 2 bis. Diğer Tarafların her biri",
            "turun arşivlenmesi reddedildi",
            "[GLD, KSR, ADM, BYL: en az",
            "== Antlaşma hesaplar",
            "Yürürlüğe giriş: yürürlükte değil → 20 Mayıs 2027\n",
            "$ sponsio travaux port-ansel 4nsq31",
            "iki heyet gözlemcilere karşı çıkıyor",
            "$ sponsio bundle verify forged.sponsio",
            "FAIL: bundle: digest of entries/100.json\n",
            "== Masada\n",
            "/n/harbour\n    Oturum aç",
            "== Tarayıcıda\n",
            "\n200 http://localhost:",
            "== Bundan sonra\n",
        ],
    );
    assert_eq!(too_wide(&said), [""; 0]);
}

#[test]
fn the_tour_stops_where_a_step_fails() {
    let folder = tempfile::tempdir().expect("a folder");
    let done = demo(&["--fast"], "/bin/false", folder.path(), None);
    assert_eq!(done.status.code(), Some(1));
    let messages = String::from_utf8_lossy(&done.stderr);
    assert!(messages.contains("'sponsio register check examples/register' ended with status 1"));
    assert!(!String::from_utf8_lossy(&done.stdout).contains("why 18-10"));
}

#[test]
fn a_wrong_use_is_a_message() {
    let folder = tempfile::tempdir().expect("a folder");
    let done = demo(&["--lang", "de"], "/bin/false", folder.path(), None);
    assert_eq!(done.status.code(), Some(2));
    assert!(done.stdout.is_empty());
    assert!(String::from_utf8_lossy(&done.stderr).contains("--lang wants en or tr, not 'de'"));
    let help = demo(&["--help"], "/bin/false", folder.path(), None);
    assert_eq!(help.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&help.stdout).contains("scripts/demo --fast"));
}
