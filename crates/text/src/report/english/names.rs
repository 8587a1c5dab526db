//! Who is mentioned in an English sentence: names with their offices before or behind them, bodies,
//! pronouns, and the unnamed.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::super::cast::{Being, Cast};
use super::super::mention::{Mention, Role};
use super::super::word::{Sort, Tokens};
use super::offices::{BODIES, HONORIFICS, MODIFIERS, OFFICES, UNNAMED};
use super::verbs::verb_at;
use super::words::{ADVERBS, DOCUMENTS, FINITE, OPENERS, PREPOSITIONS};

/// How many common nouns stand at most behind "of" in an office, with the comma behind them.
const COMMON: usize = 6;

/// How many words before its head an office or body may have.
const BEFORE_HEAD: usize = 6;

fn singular(word: &str) -> &str {
    match word {
        "ministries" => "ministry",
        _ => word
            .strip_suffix('s')
            .filter(|one| OFFICES.has(one) || BODIES.has(one))
            .unwrap_or(word),
    }
}

fn is_office(word: &str) -> bool {
    OFFICES.has(singular(word))
}

fn is_body(word: &str) -> bool {
    BODIES.has(singular(word)) || DOCUMENTS.has(word)
}

fn is_plural(word: &str) -> bool {
    singular(word) != word
}

/// Returns the mentions of a sentence, in order.
pub(super) fn mentions<'w>(tokens: &'w Tokens<'_>, sentence: &Range<usize>) -> Vec<Mention<'w>> {
    let mut found: Vec<Mention<'_>> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let Some(mut mention) = mention(tokens, at, sentence) else {
            at += 1;
            continue;
        };
        let inner = mention.tokens.end;
        extend(tokens, &mut mention, sentence);
        // What stands in apposition or behind "of" is looked at by itself too.
        at = inner.max(at + 1);
        found.push(mention);
    }
    found
}

/// Learns the names of a sentence.
pub(super) fn learn(tokens: &Tokens<'_>, sentence: &Range<usize>, cast: &mut Cast) {
    for mention in mentions(tokens, sentence) {
        let mut room = String::new();
        let naming = mention.naming(tokens, &mut room);
        cast.learn(&naming);
        let end = mention.tokens.end;
        let is_short = mention.being == Being::Body
            && tokens.is_mark(end, '(')
            && tokens.is_mark(end + 2, ')')
            && tokens.name_at(end + 1).chars().all(char::is_uppercase);
        if is_short {
            cast.abbreviate(&naming, tokens.base_at(end + 1));
        }
    }
}

/// A run of words with a head: an office, a body, a name.
struct Run {
    end: usize,
    /// Where the run begins after a possessive.
    begin: usize,
    head: Option<usize>,
    is_body: bool,
}

fn capital(tokens: &Tokens<'_>, at: usize, sentence: &Range<usize>) -> bool {
    tokens.is_name(at) && !(at == sentence.start && OPENERS.has(tokens.word_at(at)))
}

fn run(tokens: &Tokens<'_>, from: usize, sentence: &Range<usize>) -> Run {
    let mut run = Run {
        end: from,
        begin: from,
        head: None,
        is_body: false,
    };
    let mut at = from;
    while at < sentence.end
        && tokens.list[at].sort == Sort::Word
        && at - run.begin <= BEFORE_HEAD + 4
    {
        let word = tokens.base_at(at);
        let is_capital = capital(tokens, at, sentence);
        let (office, body) = (is_office(word), is_body(word));
        if at > from && HONORIFICS.has(word) && !is_capital {
            break;
        }
        if office || body {
            // "foreign ministry spokesman": the last head counts, but no office follows a name.
            let is_open = |at: usize| MODIFIERS.has(tokens.base_at(at));
            let is_new = run
                .head
                .is_none_or(|head| is_capital || (head + 1..at).all(is_open));
            if !is_new {
                break;
            }
            run.head = Some(at);
            run.is_body = body && !office;
        } else if !is_capital {
            let leads = (at..(at + BEFORE_HEAD).min(sentence.end)).take_while(|next| {
                let word = tokens.base_at(*next);
                tokens.list[*next].sort == Sort::Word
                    && (MODIFIERS.has(word)
                        || is_office(word)
                        || is_body(word)
                        || tokens.is_name(*next))
            });
            let reaches = leads
                .map(|next| tokens.base_at(next))
                .any(|word| is_office(word) || is_body(word));
            if !reaches || run.head.is_some_and(|head| head + 1 < at) {
                break;
            }
        }
        at += 1;
        run.end = at;
        if !tokens.suffix_at(at - 1).is_empty()
            || tokens.is_mark(at, '\'')
            || tokens.is_mark(at, '’')
        {
            let after = if tokens.suffix_at(at - 1).is_empty() {
                at + 1
            } else {
                at
            };
            let rest = Rest { tokens, sentence };
            if rest.has_head(after) {
                run.begin = after;
                run.head = None;
                at = after;
                continue;
            }
            break;
        }
    }
    run
}

struct Rest<'r, 't> {
    tokens: &'r Tokens<'t>,
    sentence: &'r Range<usize>,
}

impl Rest<'_, '_> {
    /// Whether an office or body follows within a few words that may stand before it.
    fn has_head(&self, from: usize) -> bool {
        let to = (from + BEFORE_HEAD).min(self.sentence.end);
        (from..to)
            .take_while(|at| {
                let word = self.tokens.base_at(*at);
                let is_word = self.tokens.list[*at].sort == Sort::Word;
                is_word
                    && (self.tokens.is_name(*at)
                        || MODIFIERS.has(word)
                        || is_office(word)
                        || is_body(word))
            })
            .any(|at| is_office(self.tokens.base_at(at)) || is_body(self.tokens.base_at(at)))
    }
}

fn mention<'w>(
    tokens: &'w Tokens<'_>,
    start: usize,
    sentence: &Range<usize>,
) -> Option<Mention<'w>> {
    let token = tokens.list.get(start)?;
    if token.sort != Sort::Word {
        return None;
    }
    let word = tokens.word_at(start);
    let role = role(tokens, start, sentence);
    if matches!(word, "he" | "she" | "they" | "it") {
        let all = start..start + 1;
        return Some(Mention {
            office: alloc::vec![word],
            name: start..start,
            title: start..start,
            tokens: all,
            being: Being::Unnamed,
            role,
            cut: None,
        });
    }
    if HONORIFICS.has(word) {
        let is_stop = tokens.is_mark(start + 1, '.');
        let name = start + 1 + usize::from(is_stop);
        let end = (name..sentence.end)
            .find(|at| !tokens.is_name(*at) || !tokens.suffix_at(at - 1).is_empty() && *at > name)
            .unwrap_or(sentence.end);
        return (end > name).then(|| person(tokens, start..end, name..name, name..end, role));
    }
    let determiner = matches!(
        word,
        "the" | "a" | "an" | "his" | "her" | "its" | "their" | "another" | "one" | "our"
    );
    let from = if determiner { start + 1 } else { start };
    if !determiner && !capital(tokens, start, sentence) && !is_office(word) {
        return None;
    }
    let run = run(tokens, from, sentence);
    if run.end == from {
        return None;
    }
    let is_indefinite = matches!(word, "a" | "an" | "another" | "one");
    let mut role = role;
    let last = run.end - 1;
    if !tokens.suffix_at(last).is_empty() {
        role = Role::Possessor;
    }
    let Some(head) = run.head else {
        let lower = (from..run.end).any(|at| !capital(tokens, at, sentence));
        return (!lower && (!determiner || run.end - from > 0))
            .then(|| plain(start..run.end, from..run.end, role));
    };
    let head_word = singular(tokens.base_at(head));
    if run.is_body {
        return Some(body(tokens, start, from, &run, head, role, sentence));
    }
    let name = head + 1..run.end;
    let title = run.begin..head + 1;
    let name = addressed(tokens, name);
    let mut mention = person(tokens, start..run.end, title, name, role);
    let many = is_plural(tokens.base_at(head));
    if mention.name.is_empty() && (UNNAMED.has(head_word) || many || is_indefinite) {
        mention.being = Being::Unnamed;
    }
    Some(mention)
}

fn role(tokens: &Tokens<'_>, start: usize, sentence: &Range<usize>) -> Role {
    let before = if start > sentence.start {
        tokens.word_at(start - 1)
    } else {
        ""
    };
    if PREPOSITIONS.has(before) {
        Role::Other
    } else {
        Role::Subject
    }
}

fn office<'w>(tokens: &'w Tokens<'_>, title: &Range<usize>) -> Vec<&'w str> {
    title
        .clone()
        .map(|at| singular(tokens.base_at(at)))
        .collect()
}

fn person<'w>(
    tokens: &'w Tokens<'_>,
    all: Range<usize>,
    title: Range<usize>,
    name: Range<usize>,
    role: Role,
) -> Mention<'w> {
    Mention {
        office: office(tokens, &title),
        tokens: all,
        name,
        title,
        being: Being::Person,
        role,
        cut: None,
    }
}

fn plain(all: Range<usize>, name: Range<usize>, role: Role) -> Mention<'static> {
    Mention {
        office: Vec::new(),
        title: all.start..all.start,
        tokens: all,
        name,
        being: Being::Person,
        role,
        cut: None,
    }
}

/// A body: by its own name if there are capitals in it, otherwise by what it is.
fn body<'w>(
    tokens: &'w Tokens<'_>,
    start: usize,
    from: usize,
    run: &Run,
    head: usize,
    role: Role,
    sentence: &Range<usize>,
) -> Mention<'w> {
    let end = head + 1;
    let is_named = (from..end).any(|at| capital(tokens, at, sentence));
    let mut last = end;
    // "Ministry of Foreign Affairs".
    if tokens.is_name(head) && tokens.word_at(end) == "of" {
        let after = end + 1 + usize::from(tokens.word_at(end + 1) == "the");
        let stop = (after..sentence.end)
            .find(|at| !tokens.is_name(*at) && tokens.word_at(*at) != "and")
            .unwrap_or(sentence.end);
        let stop = if stop > after && tokens.word_at(stop - 1) == "and" {
            stop - 1
        } else {
            stop
        };
        if stop > after {
            last = stop;
        }
    }
    let all = start..run.end.max(last);
    if is_named {
        Mention {
            office: office(tokens, &(from..end)),
            tokens: all,
            name: from..last,
            title: last..last,
            being: Being::Body,
            role,
            cut: None,
        }
    } else {
        Mention {
            office: office(tokens, &(from..end)),
            tokens: all,
            name: end..end,
            title: from..end,
            being: Being::Body,
            role,
            cut: None,
        }
    }
}

/// Takes in what belongs to a mention behind it: "of Halvar", ", the foreign minister of Halvar,".
fn extend<'w>(tokens: &'w Tokens<'_>, mention: &mut Mention<'w>, sentence: &Range<usize>) {
    if mention.role == Role::Possessor
        || mention
            .office
            .first()
            .is_some_and(|word| matches!(*word, "he" | "she" | "it" | "they"))
    {
        return;
    }
    let mut end = behind(tokens, mention.tokens.end, sentence);
    let has_office = !mention.office.is_empty();
    if tokens.is_mark(end, ',') {
        let after = end + 1;
        let word = tokens.word_at(after);
        let is_article = matches!(word, "the" | "a" | "an" | "his" | "her" | "its" | "their");
        let from = if is_article { after + 1 } else { after };
        let run = run(tokens, from, sentence);
        match run.head {
            // "Petra Silan, the foreign minister of Halvar,"
            Some(head) if !mention.name.is_empty() && head + 1 == run.end && !run.is_body => {
                let close = behind(tokens, run.end, sentence);
                // "According to Holm, the minister believes …" is no apposition: nothing closes it.
                let is_closed = close >= sentence.end
                    || matches!(tokens.list[close].sort, Sort::Mark(_) | Sort::Quote(_))
                    || verb_at(tokens, close, close).is_some();
                if !is_closed {
                    return;
                }
                end = close;
                let title = run.begin..head + 1;
                mention.office.extend(office(tokens, &title));
                if mention.title.is_empty() {
                    mention.title = from..head + 1;
                }
                mention.being = Being::Person;
            }
            // "Halvar's foreign minister, Petra Silan,"; "the spokesman, Colonel Viktor Sarn"
            _ if mention.name.is_empty()
                && has_office
                && mention.being != Being::Body
                && run.end > from
                && !is_article =>
            {
                let name = addressed(tokens, run.head.map_or(from, |head| head + 1)..run.end);
                let is_name = !name.is_empty()
                    && name.clone().all(|at| tokens.is_name(at))
                    && tokens.suffix_at(run.end - 1).is_empty();
                if is_name && !run.is_body {
                    if let Some(head) = run.head {
                        mention.office.extend(office(tokens, &(from..head + 1)));
                    }
                    mention.name = name;
                    mention.being = Being::Person;
                    end = run.end;
                }
            }
            _ => {}
        }
        if end > after && tokens.is_mark(end, ',') {
            end += 1;
        }
    }
    mention.tokens.end = end.min(sentence.end).max(mention.tokens.end);
}

/// A name without what only addresses its bearer.
fn addressed(tokens: &Tokens<'_>, mut name: Range<usize>) -> Range<usize> {
    while name.len() > 1 && HONORIFICS.has(tokens.word_at(name.start)) {
        name.start += 1;
    }
    name
}

/// The place after "of Halvar", "for the Arvenian foreign ministry".
fn behind(tokens: &Tokens<'_>, end: usize, sentence: &Range<usize>) -> usize {
    if !matches!(
        tokens.word_at(end),
        "of" | "for" | "to" | "at" | "from" | "in"
    ) {
        return end;
    }
    let from = end
        + 1
        + usize::from(matches!(
            tokens.word_at(end + 1),
            "the" | "its" | "his" | "her"
        ));
    let run = run(tokens, from, sentence);
    let named =
        run.end > from && (run.head.is_some() || (from..run.end).all(|at| tokens.is_name(at)));
    if named {
        return behind(tokens, run.end, sentence);
    }
    // "the chief of staff, General …": common nouns up to what stands in apposition.
    let comma = (from..sentence.end.min(from + COMMON))
        .take_while(|at| *at == from || is_common(tokens, at - 1))
        .find(|at| tokens.is_mark(*at, ','));
    match comma {
        Some(comma) if comma > from => comma,
        _ => end,
    }
}

/// Whether a word may be of a phrase of nouns within an office: "the northern front".
fn is_common(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word_at(at);
    tokens.list[at].sort == Sort::Word
        && !FINITE.has(word)
        && !ADVERBS.has(word)
        && !PREPOSITIONS.has(word)
        && verb_at(tokens, at, at).is_none()
}
