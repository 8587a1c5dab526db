//! What a request asks for beside its path: the day, the language, the words that are searched for.

use axum::http::{HeaderMap, Uri, header};
use sponsio_law::calendar::{self, Date};

use crate::locale::Language;

/// The most bytes of words that are searched for.
const WORDS_MAX: usize = 200;

/// What only some pages ask for.
const OWN: [&str; 10] = [
    "suppose",
    "without",
    "who",
    "act",
    "day",
    "cursor",
    "provision",
    "since",
    "from",
    "to",
];

/// What a request asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asked {
    /// The path, as it stands in the address.
    pub(crate) path: String,
    /// The day that the pages are asked about.
    pub(crate) at: Option<Date>,
    /// The language of the answer.
    pub(crate) language: Language,
    /// Whether the address names the language; otherwise it is the one that the browser prefers.
    pub(crate) names_language: bool,
    /// The words that are searched for.
    pub(crate) words: String,
    /// The page of a long list; the first is 1.
    pub(crate) page: usize,
    /// The languages in which a text is wanted, by their tags with commas between them; empty: all.
    pub(crate) texts: String,
    /// What only some pages ask for, by the names of [`OWN`], in the order of the address.
    pub(crate) own: Vec<(&'static str, String)>,
    /// Whether only a part of the page is wanted, to be put in its place.
    pub(crate) is_part: bool,
}

/// What is wrong with what a request asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// The day is none of the calendar; the text, cut to a sensible length.
    Day(String),
    /// The language is none that the pages speak.
    Language(String),
    /// The words are too many.
    Words,
    /// The page of a list is no number from 1 on.
    Page,
    /// No page of a list begins there.
    Cursor(String),
    /// This cannot be supposed.
    Supposed(String),
}

impl Asked {
    /// Reads a request. What is wrong comes with what could be read, so that it can be said in the
    /// reader's language.
    pub(crate) fn read(uri: &Uri, headers: &HeaderMap) -> (Self, Option<Wrong>) {
        let accepted = headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .and_then(Language::accepted);
        let mut asked = Self {
            path: uri.path().to_owned(),
            at: None,
            language: accepted.unwrap_or(Language::English),
            names_language: false,
            words: String::new(),
            page: 1,
            texts: String::new(),
            own: Vec::new(),
            is_part: headers.contains_key("hx-request"),
        };
        let mut wrong = None;
        for (name, value) in parameters(uri.query().unwrap_or_default()) {
            let fault = asked.take(&name, &value);
            wrong = wrong.or(fault);
        }
        (asked, wrong)
    }

    fn take(&mut self, name: &str, value: &str) -> Option<Wrong> {
        match name {
            // A form sends a field that nobody filled in; a program leaves it out.
            "at" if value.is_empty() && !self.path.starts_with("/api/") => None,
            "at" => match calendar::parse(value) {
                Some(day) => {
                    self.at = Some(day);
                    None
                }
                None => Some(Wrong::Day(cut(value))),
            },
            "lang" => match Language::from_tag(value) {
                Some(language) => {
                    self.language = language;
                    self.names_language = true;
                    None
                }
                None => Some(Wrong::Language(cut(value))),
            },
            "q" if value.len() > WORDS_MAX => Some(Wrong::Words),
            "q" => {
                value.trim().clone_into(&mut self.words);
                None
            }
            // A language that the text does not have is passed over by the page.
            "text" => {
                self.texts = cut(value);
                None
            }
            "page" => match value.parse() {
                Ok(page) if page > 0 => {
                    self.page = page;
                    None
                }
                _ => Some(Wrong::Page),
            },
            // What is wrong with it is said by the page that asks.
            _ if OWN.contains(&name) && (name == "cursor" || !value.is_empty()) => {
                let own = OWN.into_iter().find(|own| *own == name);
                self.own
                    .extend(own.map(|own| (own, cut_to(value, OWN_MAX))));
                None
            }
            // What others add to an address, as the marks of a campaign, is nothing to us.
            _ => None,
        }
    }
}

fn cut(value: &str) -> String {
    cut_to(value, 40)
}

fn cut_to(value: &str, most: usize) -> String {
    value.chars().take(most).collect()
}

/// The longest value that only some pages ask for, in characters.
const OWN_MAX: usize = 120;

/// How many parameters are looked at.
const MOST: usize = 32;

/// Reads `application/x-www-form-urlencoded` (WHATWG URL 5.1): bytes that are not UTF-8 are replaced.
pub(crate) fn parameters(query: &str) -> impl Iterator<Item = (String, String)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty()).take(MOST);
    pairs.map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decoded(name), decoded(value))
    })
}

fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut read = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let escaped = (*byte == b'%')
            .then(|| text.get(at + 1..at + 3))
            .flatten()
            .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        if let Some(escaped) = escaped {
            read.push(escaped);
            at += 3;
        } else {
            read.push(if *byte == b'+' { b' ' } else { *byte });
            at += 1;
        }
    }
    String::from_utf8_lossy(&read).into_owned()
}

/// Writes a value so that it can stand in the query of an address.
pub(crate) fn encoded(text: &str) -> String {
    let mut written = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            written.push(char::from(byte));
        } else {
            let digit = |half: u8| char::from_digit(u32::from(half), 16);
            let digits = [byte >> 4, byte & 15].into_iter().filter_map(digit);
            written.push('%');
            written.extend(digits.map(|digit| digit.to_ascii_uppercase()));
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(uri: &str) -> (Asked, Option<Wrong>) {
        Asked::read(&uri.parse().unwrap(), &HeaderMap::new())
    }

    #[test]
    fn a_request_is_read() {
        let (asked, wrong) = read("/t/4-9?at=2024-02-29&lang=tr&q=I%C4%9Fd%C4%B1r+%2B&page=2&x=1");
        assert_eq!(wrong, None);
        assert_eq!(asked.path, "/t/4-9");
        assert_eq!(asked.at, calendar::parse("2024-02-29"));
        assert_eq!(asked.language, Language::Turkish);
        assert_eq!(asked.words, "Iğdır +");
        assert_eq!(asked.page, 2);
    }

    #[test]
    fn what_is_wrong_is_named() {
        for day in ["2023-02-29", "today", "2024-1-1", "%00", "0000-01-01"] {
            let (_, wrong) = read(&format!("/?at={day}"));
            assert!(matches!(wrong, Some(Wrong::Day(_))), "{day}");
        }
        assert_eq!(read("/?lang=xx").1, Some(Wrong::Language("xx".to_owned())));
        assert_eq!(read("/?page=0").1, Some(Wrong::Page));
        assert_eq!(
            read(&format!("/?q={}", "x".repeat(201))).1,
            Some(Wrong::Words)
        );
        assert_eq!(read("/?at=").1, None);
    }

    #[test]
    fn broken_escapes_stand_for_themselves() {
        assert_eq!(decoded("100%"), "100%");
        assert_eq!(decoded("%zz%4"), "%zz%4");
        assert_eq!(decoded("%+1%E2%82%AC"), "% 1€");
        assert_eq!(decoded("%FF"), "\u{fffd}");
        assert_eq!(decoded(&encoded("Åland & İzmir=+%")), "Åland & İzmir=+%");
    }
}
