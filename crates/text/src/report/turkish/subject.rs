//! Who speaks in a Turkish sentence.

use super::super::cast::Being;
use super::super::mention::{Mention, Role};
use super::super::reading::Doubt;
use super::super::scene::Scene;
use super::super::speech::{Class, Who};
use super::super::word::Sort;
use super::Reader;
use super::form::Form;
use super::offices::PEOPLES;
use super::suffix;
use super::verbs::{Found, PASSIVE};
use super::words::{ANONYMITY, BETWEEN, DOCUMENTS, INFORMATION, JOINS};

/// How far behind -(y)An its subject begins.
const BEHIND: usize = 3;

impl<'r> Reader<'r, '_, '_> {
    /// Who speaks with this verb, and the token where a clause of theirs begins.
    pub(super) fn speaker(
        &mut self,
        found: &Found,
        from: usize,
        scene: &mut Scene,
    ) -> (Who, usize) {
        if found.form == Form::Participle {
            let behind = self
                .mentions
                .iter()
                .find(|mention| {
                    mention.tokens.start >= found.tokens.end
                        && mention.tokens.start < found.tokens.end + BEHIND
                })
                .cloned();
            let who = behind
                .map(|mention| self.speaking(&mention, scene))
                .or_else(|| self.subject.clone());
            let start = self
                .nominative(from, found.tokens.start, true)
                .map_or(from, |mention| mention.tokens.end);
            return (who.unwrap_or_default(), start);
        }
        if found.takes & PASSIVE != 0 {
            return self.issuer(found, from, scene);
        }
        if let Some(mention) = self
            .nominative(from, found.tokens.start, from == self.sentence.start)
            .cloned()
        {
            let who = self.speaking(&mention, scene);
            return (who, mention.tokens.end);
        }
        if let Some(mention) = self.postposed(found) {
            return (self.speaking(&mention, scene), from);
        }
        // "Adının açıklanmasını istemeyen bir banka yöneticisi, …": somebody whom the text does not name.
        let hides = |at: usize| ANONYMITY.has(self.tokens.word_at(at));
        if self.subject.is_none() && (from..found.tokens.start).any(hides) {
            return (Who::default(), from);
        }
        let mut who = self
            .subject
            .clone()
            .or_else(|| scene.topic.clone())
            .unwrap_or_default();
        // Somebody stands where a subject would, and may be it.
        let is_uncertain = self.subject.is_none()
            && self.mentions.iter().any(|mention| {
                mention.tokens.start == from
                    && mention.tokens.end < found.tokens.start
                    && mention.role == Role::Subject
                    && mention.being != Being::Unnamed
            });
        if is_uncertain && who.name.is_some() {
            who.doubt = who.doubt.or(Some(Doubt::SeveralFit));
        }
        (who, from)
    }

    /// A subject right behind its verb: "…" dedi Tavsal.
    pub(super) fn postposed(&self, found: &Found) -> Option<Mention<'r>> {
        let tokens = self.tokens;
        let is_end = |at: usize| {
            at >= self.sentence.end
                || [',', '.', ':', ';', '!']
                    .iter()
                    .any(|mark| tokens.is_mark(at, *mark))
        };
        self.mentions
            .iter()
            .find(|mention| {
                found.form == Form::Finite
                    && mention.tokens.start == found.tokens.end
                    && mention.role == Role::Subject
                    && is_end(mention.tokens.end)
            })
            .cloned()
    }

    /// Who is meant by the subject: "Rus tarafı" is Russia.
    fn speaking(&self, mention: &Mention<'_>, scene: &mut Scene) -> Who {
        let mut who = scene.who(self.tokens, mention);
        let start = mention.tokens.start;
        // "Halvar ve Doruva, …": neither says it alone.
        let is_joined = start > self.sentence.start
            && matches!(self.tokens.word_at(start - 1), "ve" | "ile")
            && self.mentions.iter().any(|other| {
                other.tokens.end + 1 == start
                    && other.role == Role::Subject
                    && other.tokens.start == self.sentence.start
            });
        if is_joined {
            return Who {
                named: who.named,
                doubt: Some(Doubt::SeveralFit),
                ..Who::default()
            };
        }
        if mention.being == Being::Body
            && mention.office.last().is_some_and(|head| *head == "taraf")
        {
            let first = self.tokens.base_at(mention.name.start);
            let state = PEOPLES
                .iter()
                .find(|(people, _)| *people == first)
                .map(|(_, state)| *state);
            who.name = Some(state.map_or_else(
                || {
                    let last = mention.name.end - 1;
                    let words = self.tokens.span(&(mention.name.start..last));
                    self.tokens.text[words].into()
                },
                Into::into,
            ));
        }
        who
    }

    /// The first mention in the nominative that may be a subject. Behind another clause of the sentence
    /// it must be set off.
    pub(super) fn nominative(
        &self,
        from: usize,
        to: usize,
        is_first: bool,
    ) -> Option<&Mention<'r>> {
        self.mentions
            .iter()
            .filter(|mention| mention.tokens.start >= from && mention.tokens.end <= to)
            .find(|mention| {
                mention.role == Role::Subject && self.may_be_subject(mention, from, is_first)
            })
    }

    fn may_be_subject(&self, mention: &Mention<'_>, from: usize, is_first: bool) -> bool {
        let tokens = self.tokens;
        let end = mention.tokens.end;
        let next = tokens.word_at(end);
        if JOINS.has(next) || tokens.is_mark(end, '-') || tokens.is_mark(end, '–') {
            return false;
        }
        let is_set_off = tokens.is_mark(end, ',')
            || matches!(next, "ise" | "da" | "de" | "dahi")
            || tokens.quote_at(end).is_some()
            || tokens.is_mark(end, '(');
        let word = tokens.base_at(mention.tokens.end - 1);
        let is_person = mention.being == Being::Person
            && (!mention.office.is_empty() || mention.name.len() > 1);
        let is_body = mention.being == Being::Body;
        let begins = mention.tokens.start == from
            || mention.tokens.start == self.sentence.start
            || (from < mention.tokens.start
                && (from..mention.tokens.start)
                    .all(|at| tokens.is_mark(at, ',') || BETWEEN.has(tokens.word_at(at))));
        if is_set_off {
            // An enumeration: "Halvar, Doruva ve …" has a name after its comma, then "ve".
            let is_listed = tokens.is_mark(end, ',')
                && self.mentions.iter().any(|other| {
                    other.tokens.start == end + 1
                        && matches!(tokens.word_at(other.tokens.end), "ve")
                        && other.role != Role::Possessor
                        && mention.office.is_empty()
                        && !begins
                });
            return !is_listed && (is_first || begins || mention.tokens.start > from);
        }
        if mention.being == Being::Unnamed {
            let one_of_many = (from..mention.tokens.start)
                .any(|at| at + 2 >= mention.tokens.start && tokens.word_at(at) == "bir");
            return !mention.office.is_empty()
                && (begins && tokens.list[mention.tokens.start].is_capital
                    || is_first && one_of_many);
        }
        if is_person || is_body {
            return is_first || begins;
        }
        // A bare name directly before other words: a genitive after it, or a known adverb.
        let genitive =
            suffix::without(next, "In").is_some() || suffix::without(next, "nIn").is_some();
        let is_apart = genitive
            || BETWEEN.has(next)
            || tokens
                .list
                .get(end)
                .is_some_and(|token| token.is_capital || token.sort == Sort::Number);
        let is_acquainted = self.acquainted.contains(&mention.tokens.start);
        begins
            && !word.is_empty()
            && (is_apart || is_first && !next.is_empty() && (is_acquainted || !is_owned(next)))
    }

    /// Who issued the document whose words a passive verb reports, and where the clause begins.
    fn issuer(&mut self, found: &Found, from: usize, scene: &mut Scene) -> (Who, usize) {
        let tokens = self.tokens;
        let document =
            (from..found.tokens.start).find(|at| suffix::is_in(tokens.word_at(*at), &DOCUMENTS));
        let by = (from..found.tokens.start).find(|at| tokens.word_at(*at) == "tarafından");
        let named = self
            .mentions
            .iter()
            .filter(|mention| mention.tokens.start >= from)
            .find(|mention| match (document, by) {
                (_, Some(by)) if mention.tokens.end == by => true,
                (Some(document), _) if mention.tokens.end <= document => match mention.role {
                    Role::Source => true,
                    // "Tavsal'ın açıklamasında"; of "Tavsal'ın ofisinden yapılan açıklamada" it is the office.
                    Role::Possessor => !(mention.tokens.end..document).any(|at| {
                        ["dan", "den", "tan", "ten"]
                            .iter()
                            .any(|ending| tokens.word_at(at).ends_with(ending))
                    }),
                    _ => false,
                },
                _ => false,
            })
            .cloned();
        // What several issue together is of none of them alone.
        let is_joint = document.is_some_and(|document| {
            (from..document).any(|at| matches!(tokens.word_at(at), "ortak" | "müşterek"))
        });
        if is_joint
            && named
                .as_ref()
                .is_none_or(|mention| mention.being != Being::Body)
        {
            let council = scene
                .topic
                .clone()
                .filter(|who| who.is_body && named.is_none());
            if council.is_some() {
                scene.issuer.clone_from(&council);
            }
            return (
                council.unwrap_or_default(),
                document.map_or(from, |at| at + 1),
            );
        }
        let start = document.map_or(from, |at| at + 1);
        if let Some(mention) = named {
            let who = scene.who(tokens, &mention);
            scene.issuer = Some(who.clone());
            return (who, start.max(mention.tokens.end));
        }
        if document.is_some() {
            let who = scene
                .issuer
                .clone()
                .or_else(|| scene.topic.clone())
                .unwrap_or_default();
            return (who, start);
        }
        (Who::default(), from)
    }

    /// Whom "göre" names: "Tavsal'a göre", "kaynaklardan edinilen bilgiye göre", "ajansın haberine göre".
    fn informant(&self, at: usize) -> Option<Mention<'r>> {
        let is_information =
            at > self.sentence.start && INFORMATION.has(self.tokens.word_at(at - 1));
        let fits = |mention: &&Mention<'_>| {
            mention.tokens.end == at && mention.role == Role::Object
                || is_information
                    && mention.tokens.end < at
                    && matches!(mention.role, Role::Source | Role::Possessor)
        };
        self.mentions.iter().find(fits).cloned()
    }

    /// "X'e göre, …": everything behind it is what X says.
    pub(super) fn according(&mut self, scene: &mut Scene) {
        let tokens = self.tokens;
        let Some(at) = self
            .sentence
            .clone()
            .find(|at| tokens.word_at(*at) == "göre")
        else {
            return;
        };
        let Some(mention) = self.informant(at) else {
            return;
        };
        let start = self.clause_start(at + 1, self.sentence.end);
        let mut end = self.sentence.end;
        while end > start && matches!(tokens.list[end - 1].sort, Sort::Mark('.' | '!' | '…')) {
            end -= 1;
        }
        let reports = (start..end).any(|at| super::verbs::verb_at(tokens, at, start).is_some());
        if start >= end || reports {
            return;
        }
        let who = scene.who(tokens, &mention);
        let verb = tokens.span(&(at..at + 1));
        let sentence = self.sentence.start;
        let is_title = |at| super::is_title(tokens, at, sentence);
        self.frame
            .indirect(start..end, &who, &verb, Class::Say, is_title, scene);
    }

    /// "Bakanlıktan açıklama geldi", "hükümet açıklama yaptı": whose a statement is of which one speaks next.
    fn issues(&self, scene: &mut Scene) {
        let tokens = self.tokens;
        let of = |at: usize| {
            let word = tokens.word_at(at);
            DOCUMENTS.stems(word).any(|stem| {
                matches!(
                    &word[stem.len()..],
                    "" | "sı" | "si" | "yı" | "yi" | "sını" | "sini"
                )
            })
        };
        let makes = |at: usize| {
            [
                "yap", "yayımla", "yayınla", "gel", "paylaş", "duyur", "kabul",
            ]
            .iter()
            .any(|stem| tokens.word_at(at).starts_with(stem))
        };
        let Some(document) = self
            .sentence
            .clone()
            .find(|at| of(*at) && (at + 1..at + 3).any(makes))
        else {
            return;
        };
        let before = |mention: &&Mention<'_>| mention.tokens.end <= document;
        let source = self
            .mentions
            .iter()
            .filter(before)
            .find(|mention| mention.role == Role::Source);
        let subject = || self.nominative(self.sentence.start, document, true);
        if let Some(mention) = source.or_else(subject).cloned() {
            scene.issuer = Some(scene.who(tokens, &mention));
        }
    }

    /// Remembers of whom the sentence speaks.
    pub(super) fn topic(&mut self, scene: &mut Scene) {
        let tokens = self.tokens;
        self.issues(scene);
        if let Some(who) = self.subject.take() {
            scene.topic = Some(who);
            return;
        }
        let subject = self
            .nominative(self.sentence.start, self.sentence.end, true)
            .cloned();
        if let Some(mention) = subject {
            let who = scene.who(tokens, &mention);
            scene.topic = Some(who);
        }
    }
}

/// Whether a word is something of the name before it: "Halvar birlikleri", "Halvar sınırında". Nouns in
/// the accusative look alike and count as such.
fn is_owned(word: &str) -> bool {
    let is_bare = word.ends_with(['ı', 'i', 'u', 'ü'])
        && !["yı", "yi", "yu", "yü"].iter().any(|of| word.ends_with(of));
    let cases = [
        "nda", "nde", "ndan", "nden", "na", "ne", "nı", "ni", "nu", "nü", "ıyla", "iyle", "uyla",
        "üyle",
    ];
    is_bare && !word.ends_with("ki")
        || cases
            .iter()
            .any(|of| word.ends_with(of) && word.chars().count() > 4)
}
