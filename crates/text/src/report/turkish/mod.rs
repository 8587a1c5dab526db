//! Speech in Turkish reports. The verb stands last: what it reports is the quotation before it or a
//! clause made a noun (`-DIğInI`, `-(y)AcAğInI`, `-mAsInI`), whose own subject is in the genitive, so that
//! whoever speaks is the one in the nominative, before the clause or, of `-(y)An`, behind the verb.

mod circumstance;
mod form;
mod names;
mod offices;
mod setting;
pub(super) mod signs;
mod subject;
mod suffix;
mod verbs;
mod words;

pub(super) use setting::{phrases, stages};

use alloc::vec::Vec;
use core::ops::Range;

use super::cast::Cast;
use super::frame::{Frame, Reported};
use super::mention::{Mention, Role};
use super::reading::{Cited, Span};
use super::scene::{Announced, Passage, Scene};
use super::speech::{Class, Who};
use super::word::{Sort, Tokens};
use form::Form;
use suffix::{Case, Nominal};
use verbs::{Found, Takes};
use words::{
    ANNOUNCES, ANONYMITY, BETWEEN, LINKS, SCARE_BEFORE, TITLE_AFTER, UTTERANCES, WITH_WORDS,
};

/// The longest quoted name, in bytes.
const NAME_MAX: usize = 80;

/// Learns the names of a sentence.
pub(super) fn learn(tokens: &Tokens<'_>, sentence: &Range<usize>, cast: &mut Cast) {
    names::learn(tokens, sentence, cast);
}

/// Whether a sentence ends at this mark: not after an abbreviation, an initial or an ordinal.
pub(super) fn ends(tokens: &Tokens<'_>, at: usize) -> bool {
    if !tokens.is_mark(at, '.') || at == 0 {
        return true;
    }
    let word = tokens.word_at(at - 1);
    let is_joined = tokens.list[at - 1].end == tokens.list[at].start;
    let is_initial = tokens.is_name(at - 1) && word.chars().count() == 1;
    let is_short = [
        "dr", "prof", "doç", "sn", "org", "gen", "alb", "av", "bkz", "vb", "no", "st", "mr",
    ]
    .contains(&word);
    let is_ordinal = tokens.list[at - 1].sort == Sort::Number && word.len() <= 2;
    !(is_joined && (is_initial || is_short || is_ordinal))
}

/// Whether a line ends like a report of speech.
pub(super) fn speaks(tokens: &Tokens<'_>) -> bool {
    let last = tokens.list.len().saturating_sub(1);
    verbs::verb_at(tokens, last, 0).is_some_and(|found| found.form == Form::Finite)
}

/// Returns where a passage ends whose closing mark is missing: before the verb that ends its sentence.
pub(super) fn inferred_end(tokens: &Tokens<'_>) -> Option<usize> {
    let stop = (0..tokens.list.len()).find(|at| {
        matches!(tokens.list[*at].sort, Sort::Mark('.' | '!' | '?')) && *at > 0 && {
            let found = verbs::verb_at(tokens, *at - 1, 0);
            found.is_some_and(|found| found.form == Form::Finite && found.takes & verbs::QUOTE != 0)
        }
    });
    let stop = stop.unwrap_or(tokens.list.len());
    let found = verbs::verb_at(tokens, stop.checked_sub(1)?, 0)?;
    let mut at = found.tokens.start;
    while at > 0 && LINKS.has(tokens.word_at(at - 1)) {
        at -= 1;
    }
    while at > 0 && tokens.is_mark(at - 1, ',') {
        at -= 1;
    }
    Some(tokens.list.get(at.checked_sub(1)?)?.end)
}

/// Reads a sentence.
pub(super) fn sentence(passage: &Passage<'_, '_>, sentence: Range<usize>, scene: &mut Scene) {
    let mut reader = Reader::new(passage, &sentence, scene);
    reader.according(scene);
    let mut from = sentence.start;
    let mut at = sentence.start;
    while at < sentence.end {
        if let Some(found) = verbs::verb_at(passage.tokens, at, from) {
            from = reader.verb(&found, from, scene);
        }
        at += 1;
    }
    reader.colon(scene);
    reader.utterances(scene);
    let announces = reader.frame.is_empty(scene) && reader.announces_at_end();
    reader.frame.alone(scene, announces);
    reader.topic(scene);
}

struct Reader<'r, 'p, 't> {
    frame: Frame<'r, 'p, 't>,
    tokens: &'r Tokens<'t>,
    sentence: Range<usize>,
    mentions: Vec<Mention<'r>>,
    /// Who speaks in this sentence so far.
    subject: Option<Who>,
    /// Where mentions begin by the family name of a person whom the report names in full.
    acquainted: Vec<usize>,
}

impl<'r, 'p, 't> Reader<'r, 'p, 't> {
    fn new(passage: &'r Passage<'p, 't>, sentence: &Range<usize>, scene: &Scene) -> Self {
        let tokens = passage.tokens;
        let mentions = names::mentions(tokens, sentence, &scene.cast);
        let is_known = |mention: &&Mention<'_>| {
            mention.name.len() == 1 && scene.cast.is_person(tokens.base_at(mention.name.start))
        };
        let acquainted = mentions.iter().filter(is_known);
        Self {
            frame: Frame::new(passage, sentence.clone(), scene),
            tokens,
            sentence: sentence.clone(),
            acquainted: acquainted.map(|mention| mention.tokens.start).collect(),
            mentions,
            subject: None,
        }
    }
}

/// What stands before a verb.
enum Complement {
    Quotes(Vec<usize>),
    Clause { end: usize },
    None,
}

impl Reader<'_, '_, '_> {
    /// Reads what a verb reports; returns from where the next one's clause may begin.
    fn verb(&mut self, found: &Found, from: usize, scene: &mut Scene) -> usize {
        if matches!(found.form, Form::Reported | Form::As) {
            self.reported(found, from, scene);
            return from;
        }
        // "… diye soran gazeteciye": a reporter's question is not speech.
        let next = self.tokens.word_at(found.tokens.end);
        let is_asked = self.tokens.word_at(found.tokens.start).starts_with("sor")
            && ["gazeteci", "muhabir", "sunucu"]
                .iter()
                .any(|of| next.starts_with(of));
        if found.form == Form::Participle && is_asked {
            return found.tokens.end;
        }
        let complement = self.complement(found, from);
        if matches!(complement, Complement::None) {
            if self.announces(found) {
                let (who, _) = self.speaker(found, from, scene);
                self.announce(who, Some(self.tokens.span(&found.tokens)), scene);
                return found.tokens.end;
            }
            return from;
        }
        let (who, start) = self.speaker(found, from, scene);
        let verb = self.tokens.span(&found.tokens);
        match complement {
            Complement::Quotes(quotes) => {
                let spoke = Announced {
                    who: who.clone(),
                    verb: Some(verb.clone()),
                };
                for quote in quotes {
                    self.frame
                        .direct(quote, &who, reported(&verb, found.class), scene);
                }
                // "…" dedi Tavsal, "…"
                let behind = self
                    .postposed(found)
                    .map_or(found.tokens.end, |mention| mention.tokens.end);
                if self.tokens.is_mark(behind, ',')
                    && let Some(quote) = self.tokens.quote_at(behind + 1)
                {
                    self.frame
                        .direct(quote, &who, reported(&verb, found.class), scene);
                }
                scene.spoke = Some(spoke);
            }
            Complement::Clause { end } => {
                let start = self.clause_start(start, end);
                // "adının saklı kalmasını isteyen" says of somebody that they are unnamed, not what they say.
                let hides = |at: usize| ANONYMITY.has(self.tokens.word_at(at));
                if found.form == Form::Participle && (from..end).any(hides) {
                    return found.tokens.end;
                }
                let (tokens, sentence) = (self.tokens, self.sentence.start);
                let is_title = |at| is_title(tokens, at, sentence);
                self.frame
                    .indirect(start..end, &who, &verb, found.class, is_title, scene);
            }
            Complement::None => {}
        }
        if found.takes & verbs::PASSIVE == 0 {
            self.subject = Some(who);
        }
        found.tokens.end
    }

    /// What stands directly before a verb, adverbs and links left out.
    fn complement(&self, found: &Found, from: usize) -> Complement {
        let tokens = self.tokens;
        let mut at = found.tokens.start;
        let mut is_linked = false;
        while at > from {
            let word = tokens.word_at(at - 1);
            let is_link = LINKS.has(word);
            if tokens.is_mark(at - 1, ',') || BETWEEN.has(word) || is_link {
                is_linked |= is_link;
                at -= 1;
            } else {
                break;
            }
        }
        if at == from {
            return Complement::None;
        }
        let last = at - 1;
        if let Some(quote) = tokens.quote_at(last) {
            if self.is_title(last) {
                return Complement::None;
            }
            let is_clause = self.is_clause(quote, found.takes);
            if found.takes & verbs::QUOTE == 0 && !is_clause {
                return Complement::None;
            }
            let begins = last == from || self.begins_quotation(last, from);
            if is_clause && !begins && !is_linked {
                return Complement::Clause { end: at };
            }
            return Complement::Quotes(self.row(last, from));
        }
        // "… saldırmakla" or a quotation with -mAklA, before "suçladı": a mark of case may follow the quotation.
        let is_charge = found.takes & verbs::WITH != 0
            && ["la", "le"]
                .iter()
                .any(|of| tokens.base_at(last).ends_with(of));
        let fits = is_charge
            || suffix::clause(tokens.base_at(last))
                .is_some_and(|(nominal, case)| is_taken(found.takes, nominal, case));
        let is_clause = fits && tokens.list[last].sort == Sort::Word && !is_linked
            || fits
                && matches!(
                    tokens.word_at(found.tokens.start - 1),
                    "yönünde" | "diyerek"
                );
        if is_clause {
            return Complement::Clause { end: at };
        }
        Complement::None
    }

    /// Whether nothing but the subject stands before a quotation.
    fn begins_quotation(&self, at: usize, from: usize) -> bool {
        let mut before = at;
        while before > from
            && (self.tokens.is_mark(before - 1, ',')
                || matches!(self.tokens.word_at(before - 1), "ise" | "da" | "de"))
        {
            before -= 1;
        }
        before == from
            || self
                .mentions
                .iter()
                .any(|mention| mention.tokens.end == before && mention.role == Role::Subject)
    }

    /// Whether the last word in a quotation is the noun of a clause.
    fn is_clause(&self, quote: usize, takes: Takes) -> bool {
        let inner = self.frame.passage.within(quote);
        let last = inner.list.len().saturating_sub(1);
        suffix::clause(inner.word_at(last))
            .is_some_and(|(nominal, case)| is_taken(takes, nominal, case))
    }

    /// The quotations that end with this one, joined by commas and "ve".
    fn row(&self, last: usize, from: usize) -> Vec<usize> {
        let tokens = self.tokens;
        let mut row: Vec<usize> = tokens.quote_at(last).into_iter().collect();
        let mut at = last;
        while at > from + 1 {
            let before = at - 1;
            if !(tokens.is_mark(before, ',') || matches!(tokens.word_at(before), "ve")) {
                break;
            }
            let Some(quote) = tokens.quote_at(before - 1) else {
                break;
            };
            row.push(quote);
            at = before - 1;
        }
        row.reverse();
        row
    }

    /// Whether a quoted passage is a title, a name, or kept at a distance.
    fn is_title(&self, at: usize) -> bool {
        is_title(self.tokens, at, self.sentence.start)
    }

    /// "Tavsal'ın "…" sözleri": whoever stands in the genitive before a quotation said it.
    fn utterances(&mut self, scene: &mut Scene) {
        for at in self.sentence.clone() {
            let Some(quote) = self.tokens.quote_at(at) else {
                continue;
            };
            let is_linked = matches!(
                self.tokens.word_at(at + 1),
                "şeklindeki" | "yönündeki" | "biçimindeki"
            );
            let noun = at + 1 + usize::from(is_linked);
            if WITH_WORDS.has(self.tokens.word_at(at + 1)) && !self.frame.is_taken(quote) {
                self.with_words(quote, at, scene);
                continue;
            }
            if self.frame.is_taken(quote) || !UTTERANCES.has(self.tokens.word_at(noun)) {
                continue;
            }
            let owner = self
                .mentions
                .iter()
                .find(|mention| mention.tokens.end == at && mention.role == Role::Possessor)
                .cloned();
            if let Some(owner) = owner {
                let who = scene.who(self.tokens, &owner);
                let noun = self.tokens.span(&(noun..noun + 1));
                self.frame
                    .direct(quote, &who, reported(&noun, Class::Say), scene);
            }
        }
    }

    /// "… sözleriyle ödülü aldı": whoever does that said it.
    fn with_words(&mut self, quote: usize, at: usize, scene: &mut Scene) {
        let subject = self.nominative(self.sentence.start, at, true).cloned();
        let who = match subject {
            Some(mention) => scene.who(self.tokens, &mention),
            None => match self.subject.clone().or_else(|| scene.topic.clone()) {
                Some(who) => who,
                None => return,
            },
        };
        let noun = self.tokens.span(&(at + 1..at + 2));
        self.frame
            .direct(quote, &who, reported(&noun, Class::Say), scene);
        self.subject = Some(who);
    }

    /// A verb that is itself reported: "… dediğini aktardı", "… belirttiği gibi".
    fn reported(&mut self, found: &Found, from: usize, scene: &mut Scene) {
        let fits = |mention: &&Mention<'_>| {
            mention.role == Role::Possessor
                && mention.tokens.end <= found.tokens.start
                && mention.tokens.start >= from
        };
        // A clause has a genitive of its own: "Morin'in, Halvar'ın çekilmesini istediği …".
        let clause = match self.complement(found, from) {
            Complement::Clause { end } if found.form == Form::Reported => Some(end),
            _ => None,
        };
        let owner = match clause {
            Some(_) => self.mentions.iter().find(fits),
            None => self.mentions.iter().rev().find(fits),
        };
        let Some(owner) = owner.cloned() else {
            return;
        };
        let verb = self.tokens.span(&found.tokens);
        let who = scene.who(self.tokens, &owner);
        if let Some(name) = &who.name {
            self.frame.cited.push(Cited {
                name: name.clone(),
                named: self.tokens.span(&owner.tokens),
                verb: verb.clone(),
            });
        }
        for at in owner.tokens.end..clause.unwrap_or(0) {
            if let Some(quote) = self.tokens.quote_at(at)
                && !self.is_title(at)
            {
                self.frame
                    .direct(quote, &who, reported(&verb, found.class), scene);
            }
        }
        let last = found.tokens.start - 1;
        if found.form == Form::Reported
            && let Some(quote) = self.tokens.quote_at(last)
            && !self.is_title(last)
        {
            self.frame
                .direct(quote, &who, reported(&verb, found.class), scene);
        }
    }

    /// A verb within a quotation: what it reports is somebody else's.
    fn within(&mut self, found: &Found, scene: &mut Scene) {
        let start = self.sentence.start;
        if matches!(found.form, Form::Reported | Form::As) {
            self.reported(found, start, scene);
            return;
        }
        let quotes = match self.complement(found, start) {
            Complement::Quotes(quotes) => quotes,
            _ => Vec::new(),
        };
        let before = |mention: &&Mention<'_>| {
            mention.role == Role::Subject && mention.tokens.end <= found.tokens.start
        };
        let set_off = self.nominative(start, found.tokens.start, true);
        let speaker = set_off
            .or_else(|| self.mentions.iter().rev().find(before))
            .cloned();
        let verb = self.tokens.span(&found.tokens);
        let who = speaker
            .map(|mention| scene.who(self.tokens, &mention))
            .unwrap_or_default();
        for quote in quotes {
            self.frame
                .direct(quote, &who, reported(&verb, found.class), scene);
        }
        if let (Some(name), Some(named)) = (who.name, who.named) {
            self.frame.cited.push(Cited { name, named, verb });
        }
    }

    /// Whether a verb announces what follows: "şunları söyledi:".
    fn announces(&self, found: &Found) -> bool {
        let tokens = self.tokens;
        let is_colon =
            tokens.is_mark(found.tokens.end, ':') || tokens.quote_at(found.tokens.end).is_some();
        let from = found
            .tokens
            .start
            .saturating_sub(4)
            .max(self.sentence.start);
        let points = (from..found.tokens.start).any(|at| ANNOUNCES.has(tokens.word_at(at)));
        is_colon || points && found.tokens.end + 1 >= self.sentence.end
    }

    fn announce(&mut self, who: Who, verb: Option<Span>, scene: &mut Scene) {
        self.subject = Some(who.clone());
        scene.announced = Some(Announced { who, verb });
    }

    /// Quotations behind a colon, and a name with a colon: "Tavsal: …".
    fn colon(&mut self, scene: &mut Scene) {
        let tokens = self.tokens;
        let Some(colon) = self.sentence.clone().find(|at| tokens.is_mark(*at, ':')) else {
            return;
        };
        let named = self
            .mentions
            .iter()
            .find(|mention| {
                mention.tokens.end == colon && mention.tokens.start == self.sentence.start
            })
            .cloned();
        if let Some(mention) = named {
            let who = scene.who(tokens, &mention);
            self.announce(who, None, scene);
        }
        // "Tavsal'ın açıklaması şöyle:"
        let points = |at: usize| {
            let word = tokens.word_at(at);
            ANNOUNCES.has(word)
                || matches!(word, "ise" | "da" | "de" | "oldu" | "şöyleydi" | "şuydu")
        };
        let noun = (self.sentence.start..colon).find(|at| UTTERANCES.has(tokens.word_at(*at)));
        let owner = self
            .mentions
            .iter()
            .find(|mention| {
                mention.role == Role::Possessor
                    && noun.is_some_and(|noun| {
                        mention.tokens.end == noun && (noun + 1..colon).all(points)
                    })
            })
            .cloned();
        if let (Some(owner), Some(noun), true) = (owner, noun, self.frame.is_empty(scene)) {
            let who = scene.who(tokens, &owner);
            self.announce(who, Some(tokens.span(&(noun..noun + 1))), scene);
        }
        let Some(announced) = scene.announced.clone() else {
            return;
        };
        for at in colon..self.sentence.end {
            if let Some(quote) = tokens.quote_at(at) {
                let how = Reported {
                    verb: announced.verb.clone(),
                    ..Reported::default()
                };
                self.frame.direct(quote, &announced.who, how, scene);
                scene.spoke = Some(announced.clone());
            }
        }
    }

    fn announces_at_end(&self) -> bool {
        let last = self.sentence.end.saturating_sub(1);
        self.tokens.is_mark(last, ':')
            || self.sentence.clone().any(|at| {
                verbs::verb_at(self.tokens, at, self.sentence.start)
                    .is_some_and(|found| self.announces(&found))
            })
    }
}

/// Reads what somebody says within a quotation; returns whom the quotation cites.
pub(super) fn inside(passage: &Passage<'_, '_>, quote: usize, scene: &mut Scene) -> Vec<Cited> {
    let tokens = passage.within(quote);
    let inner = Passage {
        tokens: &tokens,
        ..*passage
    };
    let mut cited = Vec::new();
    for sentence in tokens.sentences(passage.quotes, ends) {
        let mut reader = Reader::new(&inner, &sentence, scene);
        for at in sentence.clone() {
            if let Some(found) = verbs::verb_at(&tokens, at, sentence.start) {
                reader.within(&found, scene);
            }
        }
        cited.append(&mut reader.frame.cited);
    }
    cited
}

fn reported(verb: &Span, class: Class) -> Reported {
    Reported {
        verb: Some(verb.clone()),
        class: Some(class),
        clause: None,
    }
}

fn is_title(tokens: &Tokens<'_>, at: usize, start: usize) -> bool {
    let before = if at > start {
        tokens.word_at(at - 1)
    } else {
        ""
    };
    TITLE_AFTER.has(tokens.word_at(at + 1)) || SCARE_BEFORE.has(before) || is_named(tokens, at)
}

/// "“Mavi Ufuk” şenliğinin": several words that all begin with a capital, before a noun whose name they are.
fn is_named(tokens: &Tokens<'_>, at: usize) -> bool {
    let (Some(token), next) = (tokens.list.get(at), tokens.word_at(at + 1)) else {
        return false;
    };
    if token.end - token.start > NAME_MAX || next.is_empty() {
        return false;
    }
    let words = tokens.text[token.start..token.end].split_whitespace();
    let count = words.clone().count();
    let is_capital = |word: &str| {
        let word = word.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        word.starts_with(char::is_uppercase)
    };
    let is_linked = LINKS.has(next) || UTTERANCES.has(next) || WITH_WORDS.has(next);
    let is_possessed = [
        "ı", "i", "u", "ü", "ın", "in", "un", "ün", "nda", "nde", "na", "ne",
    ]
    .iter()
    .any(|of| next.ends_with(of));
    let reports = (at + 1..at + 4).any(|at| verbs::verb_at(tokens, at, at).is_some());
    count > 1 && words.clone().all(is_capital) && is_possessed && !is_linked && !reports
}

fn is_taken(takes: Takes, nominal: Nominal, case: Case) -> bool {
    use verbs::{ABL, ACC, ACT, ACT_NOM, DAT, GEN, NOM, TO_DO, WITH};
    let wanted = match (nominal, case) {
        (Nominal::Act, Case::Accusative) => ACT,
        (Nominal::Act, Case::Dative) => TO_DO,
        (Nominal::Act, Case::Nominative) => ACT_NOM,
        (Nominal::Infinitive, Case::Instrumental) => WITH,
        (Nominal::Infinitive, _) | (_, Case::Instrumental) => 0,
        (_, Case::Accusative) => ACC,
        (_, Case::Genitive) => GEN,
        (_, Case::Dative) => DAT,
        (_, Case::Nominative) => NOM,
        (_, Case::Ablative) => ABL,
    };
    takes & wanted != 0
}
