//! Who is mentioned in a Turkish sentence: names with their offices, bodies, and in which case.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::super::cast::{Being, Cast};
use super::super::mention::{Mention, Role};
use super::super::word::{Sort, Tokens};
use super::super::word_list::WordList;
use super::offices::{BODIES, DEPENDENT, MODIFIERS, OFFICES, PEOPLES, SEVERAL, UNNAMED};
use super::suffix::Ending;
use super::words::OPENERS;

/// A word that is an office or a body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    /// Its stem, as the list has it.
    pub(super) stem: &'static str,
    is_body: bool,
    is_plural: bool,
    role: Role,
    /// How many characters are stem and possessor.
    kept: usize,
    /// How many of them are the possessor's.
    own: usize,
}

/// Suffixes without case.
const SUBJECTS: [(&str, usize, bool); 7] = [
    ("", 0, false),
    ("I", 1, false),
    ("sI", 2, false),
    ("lAr", 0, true),
    ("lArI", 0, true),
    ("mIz", 0, false),
    ("ImIz", 0, false),
];

/// Suffixes with case, how much of them is the possessor's, and what they make of the word.
const CASES: [(&str, usize, Role); 34] = [
    ("In", 0, Role::Possessor),
    ("nIn", 0, Role::Possessor),
    ("InIn", 1, Role::Possessor),
    ("sInIn", 2, Role::Possessor),
    ("lArIn", 0, Role::Possessor),
    ("lArInIn", 0, Role::Possessor),
    ("DAn", 0, Role::Source),
    ("IndAn", 1, Role::Source),
    ("sIndAn", 2, Role::Source),
    ("ndAn", 0, Role::Source),
    ("lArdAn", 0, Role::Source),
    ("lArIndAn", 0, Role::Source),
    ("A", 0, Role::Object),
    ("yA", 0, Role::Object),
    ("InA", 1, Role::Object),
    ("sInA", 2, Role::Object),
    ("nA", 0, Role::Object),
    ("yI", 0, Role::Object),
    ("InI", 1, Role::Object),
    ("sInI", 2, Role::Object),
    ("nI", 0, Role::Object),
    ("lArA", 0, Role::Object),
    ("lArInA", 0, Role::Object),
    ("lArInI", 0, Role::Object),
    ("DA", 0, Role::Other),
    ("IndA", 1, Role::Other),
    ("sIndA", 2, Role::Other),
    ("lArdA", 0, Role::Other),
    ("lA", 0, Role::Other),
    ("ylA", 0, Role::Other),
    ("IylA", 1, Role::Other),
    ("sIylA", 2, Role::Other),
    ("lArlA", 0, Role::Other),
    ("lArIylA", 0, Role::Other),
];

/// Returns what office or body a folded word is, before its apostrophe.
#[inline]
pub(super) fn known(word: &str) -> Option<Known> {
    if OFFICES.may_begin(word) || BODIES.may_begin(word) {
        office_or_body(word)
    } else {
        None
    }
}

fn office_or_body(word: &str) -> Option<Known> {
    let find = |list: &WordList, is_body: bool| {
        list.stems(word)
            .filter_map(|stem| {
                let (ending, rest) = (Ending::of(stem), &word[stem.len()..]);
                let letters = stem.chars().count();
                let subject = SUBJECTS
                    .iter()
                    .find(|(pattern, ..)| ending.takes(rest, pattern))
                    .map(|(_, own, is_plural)| (*own, *is_plural, Role::Subject));
                let (own, is_plural, role) = subject.or_else(|| {
                    CASES
                        .iter()
                        .find(|(pattern, ..)| ending.takes(rest, pattern))
                        .map(|(pattern, own, role)| (*own, pattern.starts_with("lAr"), *role))
                })?;
                Some(Known {
                    stem,
                    is_body,
                    is_plural,
                    role,
                    kept: letters + own,
                    own,
                })
            })
            .max_by_key(|known| known.stem.len())
    };
    find(&OFFICES, false).or_else(|| find(&BODIES, true))
}

/// Returns what a suffix behind an apostrophe makes of a name.
fn role_of(suffix: &str) -> Role {
    let ends = |endings: &[&str]| endings.contains(&suffix);
    if suffix.is_empty() || suffix.starts_with("lar") || suffix.starts_with("ler") {
        Role::Subject
    } else if ends(&["ın", "in", "un", "ün", "nın", "nin", "nun", "nün"]) {
        Role::Possessor
    } else if ends(&["dan", "den", "tan", "ten", "ndan", "nden"]) {
        Role::Source
    } else if ends(&[
        "a", "e", "ya", "ye", "na", "ne", "ı", "i", "u", "ü", "yı", "yi", "yu", "yü", "nı", "ni",
        "nu", "nü",
    ]) {
        Role::Object
    } else {
        Role::Other
    }
}

/// Returns the mentions of a sentence, in order.
pub(super) fn mentions<'w>(
    tokens: &'w Tokens<'_>,
    sentence: &Range<usize>,
    cast: &Cast,
) -> Vec<Mention<'w>> {
    let mut found = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        match chain(tokens, at, sentence, cast) {
            Some(mention) => {
                at = mention.tokens.end.max(at + 1);
                found.push(mention);
            }
            None => at += 1,
        }
    }
    found
}

/// Learns the names of a sentence.
pub(super) fn learn(tokens: &Tokens<'_>, sentence: &Range<usize>, cast: &mut Cast) {
    for at in sentence.clone() {
        let is_inside = at > sentence.start;
        let is_marked = !tokens.suffix_at(at).is_empty();
        if tokens.is_name(at) && (is_inside || is_marked) {
            cast.know(tokens.base_at(at));
        }
    }
    for mention in mentions(tokens, sentence, cast) {
        let mut room = String::new();
        cast.learn(&mention.naming(tokens, &mut room));
        learn_body(tokens, &mention.title, cast);
        if mention.being == Being::Body && abbreviated(tokens, mention.tokens.end).is_some() {
            let short = tokens.base_at(mention.tokens.end + 1);
            cast.abbreviate(&mention.naming(tokens, &mut room), short);
        }
    }
}

/// A body within an office: "Kıyı Birliği Komisyonu Başkanı".
fn learn_body(tokens: &Tokens<'_>, title: &Range<usize>, cast: &mut Cast) {
    let body = title
        .clone()
        .rev()
        .find(|at| known(tokens.base_at(*at)).is_some_and(|known| known.is_body));
    let Some(last) = body else {
        return;
    };
    let name = title.start..last + 1;
    let mention = body_mention(tokens, name.clone(), name);
    let mut room = String::new();
    cast.learn(&mention.naming(tokens, &mut room));
    if abbreviated(tokens, last + 1).is_some() {
        let short = tokens.base_at(last + 2);
        cast.abbreviate(&mention.naming(tokens, &mut room), short);
    }
}

fn body_mention<'w>(tokens: &'w Tokens<'_>, all: Range<usize>, name: Range<usize>) -> Mention<'w> {
    let last = name.end - 1;
    let word = known(tokens.base_at(last));
    let is_marked = !tokens.suffix_at(last).is_empty();
    let role = match word {
        _ if is_marked => role_of(tokens.suffix_at(last)),
        Some(word) => word.role,
        None => Role::Subject,
    };
    Mention {
        office: office(tokens, &name),
        tokens: all,
        title: name.end..name.end,
        being: Being::Body,
        role,
        cut: word.filter(|_| !is_marked).map(|word| word.kept),
        name,
    }
}

/// Whether the second stem is the first one with its final k made soft.
fn is_softened(hard: &str, soft: &str) -> bool {
    let hard = hard.strip_suffix('k');
    hard.is_some() && hard == soft.strip_suffix('ğ')
}

/// The folded words of an office; office words by their stem. An office that depends on another hides it.
fn office<'w>(tokens: &'w Tokens<'_>, title: &Range<usize>) -> Vec<&'w str> {
    let mut words: Vec<&str> = Vec::new();
    for at in title
        .clone()
        .filter(|at| tokens.list[*at].sort == Sort::Word)
    {
        let base = tokens.base_at(at);
        let stem = known(base).map_or(base, |known| known.stem);
        // Before a vowel a final k is soft: bakanlık, bakanlığı.
        let hard = || {
            OFFICES
                .all()
                .iter()
                .chain(BODIES.all())
                .find(|hard| is_softened(hard, stem))
        };
        let stem = match stem.ends_with('ğ').then(hard).flatten() {
            Some(hard) => *hard,
            None => stem,
        };
        if DEPENDENT.has(stem) && words.last().is_some_and(|last| OFFICES.has(last)) {
            words.pop();
        }
        words.push(stem);
    }
    words
}

/// A run of words with a head: an office, a body, a name.
struct Run {
    end: usize,
    head: Option<usize>,
    body: Option<usize>,
}

fn run(tokens: &Tokens<'_>, start: usize, sentence: &Range<usize>) -> Run {
    let mut run = Run {
        end: start,
        head: None,
        body: None,
    };
    while run.end < sentence.end {
        let end = run.end;
        // "Dağ Devletleri Birliği (DDB) Genel Sekreteri"
        if let Some(behind) = abbreviated(tokens, end)
            .filter(|behind| run.body == Some(end.wrapping_sub(1)) && (tokens.is_name(*behind)))
        {
            run.end = behind;
            continue;
        }
        if tokens.list[end].sort != Sort::Word || !belongs(tokens, &run, start, sentence) {
            break;
        }
        let word = known(tokens.base_at(end));
        if let Some(word) = word {
            if word.is_body {
                run.body = Some(end);
            } else {
                run.head = Some(end);
            }
        }
        run.end += 1;
        let is_case = word.is_some_and(|word| word.role != Role::Subject || word.is_plural);
        if !tokens.suffix_at(end).is_empty() || is_case {
            break;
        }
    }
    run
}

/// Whether the word behind a run belongs to it: a name, or an office or body that its possessor suffix
/// ties to what stands before.
fn belongs(tokens: &Tokens<'_>, run: &Run, start: usize, sentence: &Range<usize>) -> bool {
    let end = run.end;
    if tokens.is_name(end) {
        return true;
    }
    let word = tokens.base_at(end);
    if word == "tarafından" && end > start {
        return false;
    }
    let Some(known) = known(word) else {
        return end > start && run.head.is_none() && leads(tokens, end, sentence);
    };
    if end == start {
        return true;
    }
    let is_behind_head = run.head == Some(end - 1) || run.body == Some(end - 1);
    if is_behind_head {
        return known.own > 0 || known.is_plural || !tokens.is_name(end - 1);
    }
    // Below the head of an office only a name follows it.
    if run.head.is_some() {
        return false;
    }
    let before = tokens.base_at(end - 1);
    known.own > 0
        || leads(tokens, end, sentence)
        || known.is_plural == tokens.is_name(end - 1)
        || ["lı", "li", "lu", "lü"]
            .iter()
            .any(|of| before.ends_with(of))
        || PEOPLES.iter().any(|(people, _)| *people == before)
}

/// Whether a word in small letters only leads to an office or body that is tied to it: "dışişleri bakanı".
fn leads(tokens: &Tokens<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let is_open = MODIFIERS.has(tokens.word_at(at)) || known(tokens.base_at(at)).is_some();
    is_open
        && (at + 1..sentence.end.min(at + 4))
            .take_while(|at| tokens.list[*at].sort == Sort::Word)
            .find_map(|at| {
                let word = tokens.word_at(at);
                match known(tokens.base_at(at)) {
                    Some(known) => Some(known.own > 0),
                    None if MODIFIERS.has(word) => None,
                    None => Some(false),
                }
            })
            .unwrap_or(false)
}

/// Returns the place behind an abbreviation in brackets.
fn abbreviated(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let is_short = tokens.is_mark(at, '(')
        && tokens.is_mark(at + 2, ')')
        && tokens.is_name(at + 1)
        && tokens
            .name_at(at + 1)
            .chars()
            .all(|letter| letter.is_uppercase() || letter.is_numeric());
    is_short.then_some(at + 3)
}

fn chain<'w>(
    tokens: &'w Tokens<'_>,
    start: usize,
    sentence: &Range<usize>,
    cast: &Cast,
) -> Option<Mention<'w>> {
    let first = tokens.list.get(start)?;
    if first.sort != Sort::Word {
        return None;
    }
    let base = tokens.base_at(start);
    if matches!(base, "sayın" | "sn" | "bay" | "bayan" | "dr" | "prof") {
        return None;
    }
    let opener = start == sentence.start && OPENERS.has(base);
    let first_known = if first.is_capital && opener {
        None
    } else {
        known(base)
    };
    if !first.is_capital && first_known.is_none() || opener {
        return None;
    }
    if !first.is_capital && first_known.is_some_and(|known| known.is_body) {
        return None;
    }
    let Run { end, head, body } = run(tokens, start, sentence);
    if end == start {
        return None;
    }
    let all = start..end;
    let role = last_role(tokens, end - 1);
    let Some(head) = head else {
        return Some(match body {
            Some(body) => body_mention(tokens, all.clone(), start..body + 1),
            None => plain(tokens, all, sentence, cast, role)?,
        });
    };
    if let Some(body) = body.filter(|body| *body > head && *body + 1 == end) {
        return Some(body_mention(tokens, all, start..body + 1));
    }
    let title = start..head + 1;
    let name = head + 1..end;
    let stem = known(tokens.base_at(head)).map_or("", |known| known.stem);
    let is_many = known(tokens.base_at(head)).is_some_and(|known| known.is_plural);
    let being = if name.is_empty()
        && (UNNAMED.has(stem) || is_many || follows_one(tokens, start, sentence))
    {
        Being::Unnamed
    } else {
        Being::Person
    };
    Some(Mention {
        office: office(tokens, &title),
        tokens: all,
        name,
        title,
        being,
        role,
        cut: None,
    })
}

/// Whether "bir" or a number stands shortly before an office: one of many, or several.
fn follows_one(tokens: &Tokens<'_>, start: usize, sentence: &Range<usize>) -> bool {
    let from = sentence.start.max(start.saturating_sub(2));
    (from..start).any(|at| tokens.word_at(at) == "bir")
        || start > sentence.start && SEVERAL.has(tokens.word_at(start - 1))
}

fn last_role(tokens: &Tokens<'_>, last: usize) -> Role {
    if !tokens.suffix_at(last).is_empty() {
        return role_of(tokens.suffix_at(last));
    }
    known(tokens.base_at(last)).map_or(Role::Subject, |known| known.role)
}

/// A name without office. At the beginning of a sentence it must be known, long, or stand alone.
fn plain<'w>(
    tokens: &'w Tokens<'_>,
    all: Range<usize>,
    sentence: &Range<usize>,
    cast: &Cast,
    role: Role,
) -> Option<Mention<'w>> {
    let is_first = all.start == sentence.start;
    let base = tokens.base_at(all.start);
    let is_marked = !tokens.suffix_at(all.start).is_empty();
    let is_known = cast.knows(base) || cast.is_person(base) || is_marked;
    if is_first && all.len() == 1 && !is_known {
        let stands_alone = tokens.is_mark(all.end, ',')
            || tokens.is_mark(all.end, ':')
            || matches!(tokens.word_at(all.end), "ve" | "ile") && tokens.is_name(all.end + 1)
            || matches!(tokens.word_at(all.end), "ise" | "da" | "de");
        let is_adverb = [
            "da", "de", "ta", "te", "dan", "den", "ca", "ce", "la", "le", "ken", "arak", "erek",
            "ıp", "ip",
        ]
        .iter()
        .any(|ending| base.ends_with(ending));
        if !stands_alone || is_adverb && base.chars().count() > 4 {
            return None;
        }
    }
    Some(Mention {
        office: Vec::new(),
        title: all.start..all.start,
        name: all.clone(),
        tokens: all,
        being: Being::Person,
        role,
        cut: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_and_bodies_with_their_cases() {
        let of = |word: &str| known(word).map(|known| (known.stem, known.role));
        assert_eq!(of("bakanı"), Some(("bakan", Role::Subject)));
        assert_eq!(of("bakanının"), Some(("bakan", Role::Possessor)));
        assert_eq!(of("bakanlığından"), Some(("bakanlığ", Role::Source)));
        assert_eq!(of("sözcüsü"), Some(("sözcü", Role::Subject)));
        assert_eq!(of("başbakan"), Some(("başbakan", Role::Subject)));
        assert_eq!(of("tarafının"), Some(("taraf", Role::Possessor)));
        assert!(of("bakarak").is_none() && of("generalist").is_none());
    }
}
