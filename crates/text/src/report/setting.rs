//! Where, when, on what occasion and to whom something was said. The words stand in the sentence of the
//! passage, outside what is said, or in an earlier sentence by the same speaker: "Lavrov spoke in Moscow."
//! is carried to what follows, until another scene begins.

use alloc::vec::Vec;
use core::ops::Range;

use super::day_words::resolve;
use super::reading::{Circumstance, Setting, Span, Tongue};
use super::scene::{Passage, Scene, beginning};
use super::speech::{Said, Who};
use super::word::{Sort, Token, Tokens};
use super::{Day, english, turkish};

/// The settings of more speakers than these are not kept.
const KEPT_MAX: usize = 256;

/// What one stretch of a sentence says of the setting, in tokens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Phrases {
    pub(super) place: Option<Range<usize>>,
    pub(super) occasion: Option<Range<usize>>,
    pub(super) time: Option<Range<usize>>,
    pub(super) audience: Option<Range<usize>>,
    /// The occasion is over, or time has passed since: what was before is another scene.
    pub(super) is_later: bool,
}

/// The tokens of a stretch that belong neither to what is said nor to whoever says it.
pub(super) struct Stretch<'s, 't> {
    pub(super) tokens: &'s Tokens<'t>,
    pub(super) range: Range<usize>,
    taken: &'s [Span],
    /// The free words of the range, folded; empty where there is none.
    words: Vec<&'s str>,
}

impl<'s, 't> Stretch<'s, 't> {
    fn new(tokens: &'s Tokens<'t>, range: Range<usize>, taken: &'s [Span]) -> Self {
        let word = |at: usize| {
            if is_free(&tokens.list[at], taken) {
                tokens.word_at(at)
            } else {
                ""
            }
        };
        Self {
            tokens,
            words: range.clone().map(word).collect(),
            range,
            taken,
        }
    }

    /// Returns a free word, folded; nothing of a mark or of what is not free.
    pub(super) fn word(&self, at: usize) -> &'s str {
        let nth = at.checked_sub(self.range.start);
        nth.and_then(|nth| self.words.get(nth))
            .copied()
            .unwrap_or_default()
    }

    /// Returns where the words begin that this token, which is not free, belongs to.
    pub(super) fn owner(&self, at: usize) -> Option<usize> {
        let token = self.tokens.list.get(at)?;
        let span = self
            .taken
            .iter()
            .find(|span| span.start <= token.start && token.start < span.end)?;
        let is_within = |at: &usize| self.tokens.list[*at].start >= span.start;
        Some(self.range.clone().find(is_within)?.min(at))
    }

    /// Whether a token is a free word with a capital letter.
    pub(super) fn is_name(&self, at: usize) -> bool {
        !self.word(at).is_empty() && self.tokens.is_name(at)
    }

    /// Whether a token is a free number.
    pub(super) fn is_number(&self, at: usize) -> bool {
        !self.word(at).is_empty() && self.tokens.list[at].sort == Sort::Number
    }
}

/// Whether a token may say something of the setting.
fn is_free(own: &Token, taken: &[Span]) -> bool {
    let holds = |span: &Span| span.start <= own.start && own.start < span.end;
    !taken.iter().any(holds)
}

/// Passages that one verb reports.
struct Group {
    verb: Span,
    said: Vec<usize>,
}

/// Gives the passages found in a sentence, from `first` on, their setting.
pub(super) fn of_sentence(
    passage: &Passage<'_, '_>,
    sentence: &Range<usize>,
    first: usize,
    day: Option<Day>,
    scene: &mut Scene,
) {
    let whole = passage.tokens.span(sentence);
    let said = &scene.said[first..];
    let is_main = |one: &Said| one.sentence == whole && container(one, said).is_none();
    let mut groups: Vec<Group> = Vec::new();
    for (nth, one) in said.iter().enumerate() {
        if !is_main(one) {
            continue;
        }
        let verb = one
            .verb
            .clone()
            .filter(|verb| whole.start <= verb.start && verb.end <= whole.end)
            .unwrap_or(one.span.end..one.span.end);
        match groups.iter_mut().find(|group| group.verb == verb) {
            Some(group) => group.said.push(nth),
            None => groups.push(Group {
                verb,
                said: alloc::vec![nth],
            }),
        }
    }
    groups.sort_by_key(|group| group.verb.start);
    let mut taken: Vec<Span> = Vec::new();
    for one in said.iter().filter(|one| is_main(one)) {
        taken.extend([one.span.clone(), one.clause.clone()]);
        taken.extend(one.who.named.clone());
    }
    let inner: Vec<(usize, Setting)> = (0..said.len())
        .filter(|nth| !is_main(&said[*nth]))
        .map(|nth| (nth, within(passage, &said[nth], said, day)))
        .collect();
    for (nth, setting) in inner {
        scene.said[first + nth].setting = setting;
    }
    if groups.is_empty() {
        staged(passage, sentence, &taken, day, scene);
        return;
    }
    let mut from = sentence.start;
    for (nth, group) in groups.iter().enumerate() {
        let until = match groups.get(nth + 1) {
            Some(next) => boundary(passage, from..sentence.end, &group.verb, &next.verb, &taken),
            None => sentence.end,
        };
        let stretch = Stretch::new(passage.tokens, from..until.max(from), &taken);
        let own = phrases(&stretch, passage.tongue);
        let who = scene.said[first + group.said[0]].who.clone();
        let setting = carried(passage, &own, &who, day, scene);
        for one in &group.said {
            scene.said[first + one].setting = setting.clone();
        }
        from = until.max(from);
    }
}

/// The passage by somebody else in whose words this one stands.
fn container<'s>(one: &Said, said: &'s [Said]) -> Option<&'s Said> {
    said.iter().find(|other| {
        other.span.start <= one.span.start
            && one.span.end <= other.span.end
            && other.span != one.span
            && (other.verb != one.verb || other.who.name != one.who.name)
    })
}

/// Where the words around one verb end and those around the next begin.
fn boundary(
    passage: &Passage<'_, '_>,
    range: Range<usize>,
    verb: &Span,
    next: &Span,
    taken: &[Span],
) -> usize {
    let tokens = passage.tokens;
    let behind = |at: usize| tokens.list[at].start >= verb.end;
    let before = |at: usize| tokens.list[at].end <= next.start;
    let between = range.clone().filter(|at| behind(*at) && before(*at));
    let divides = |at: &usize| {
        is_free(&tokens.list[*at], taken)
            && (tokens.is_mark(*at, ',')
                || matches!(tokens.word_at(*at), "while" | "but" | "and" | "whereas"))
    };
    let all: Vec<usize> = between.collect();
    match passage.tongue {
        Tongue::Turkish => all.first().copied(),
        Tongue::English => all
            .iter()
            .rev()
            .find(|at| divides(at))
            .or(all.last())
            .copied(),
    }
    .unwrap_or_else(|| range.clone().find(|at| behind(*at)).unwrap_or(range.end))
}

fn phrases(stretch: &Stretch<'_, '_>, tongue: Tongue) -> Phrases {
    match tongue {
        Tongue::Turkish => turkish::phrases(stretch),
        Tongue::English => english::phrases(stretch),
    }
}

/// A sentence in which nothing is said, but somebody speaks: what follows is said there.
fn staged(
    passage: &Passage<'_, '_>,
    sentence: &Range<usize>,
    taken: &[Span],
    day: Option<Day>,
    scene: &mut Scene,
) {
    let mut taken = taken.to_vec();
    let whole = passage.tokens.span(sentence);
    let who = match (&scene.announced, &scene.topic) {
        (Some(announced), _) if is_named_in(&announced.who, &whole) => announced.who.clone(),
        (_, Some(topic)) => topic.clone(),
        _ => return,
    };
    taken.extend(who.named.clone());
    let stretch = Stretch::new(passage.tokens, sentence.clone(), &taken);
    let stages = match passage.tongue {
        Tongue::Turkish => turkish::stages(&stretch),
        Tongue::English => english::stages(&stretch),
    };
    if stages {
        let own = phrases(&stretch, passage.tongue);
        if own != Phrases::default() {
            carried(passage, &own, &who, day, scene);
        }
    }
}

fn is_named_in(who: &Who, sentence: &Span) -> bool {
    who.named
        .as_ref()
        .is_some_and(|named| sentence.start <= named.start && named.end <= sentence.end)
}

/// The setting of what is said within somebody else's words: only those say it.
fn within(passage: &Passage<'_, '_>, one: &Said, said: &[Said], day: Option<Day>) -> Setting {
    let around = container(one, said).map_or(&one.sentence, |other| &other.span);
    let around = if one.sentence.len() < around.len() {
        &one.sentence
    } else {
        around
    };
    let tokens = Tokens::of(
        passage.text,
        beginning(passage.text, around),
        &[],
        None,
        passage.tongue,
    );
    let mut taken = alloc::vec![one.span.clone()];
    taken.extend(one.who.named.clone());
    let stretch = Stretch::new(&tokens, 0..tokens.list.len(), &taken);
    let own = phrases(&stretch, passage.tongue);
    // Of a place or an occasion in somebody's words it is not sure that it is that of the words cited.
    let own = Phrases {
        audience: own.audience,
        ..Phrases::default()
    };
    setting(&tokens, &own, day, passage.tongue)
}

fn setting(tokens: &Tokens<'_>, own: &Phrases, day: Option<Day>, tongue: Tongue) -> Setting {
    let here = |range: &Option<Range<usize>>| {
        range.as_ref().map(|range| Circumstance {
            span: tokens.span(range),
            is_carried: false,
        })
    };
    Setting {
        place: here(&own.place),
        occasion: here(&own.occasion),
        time: here(&own.time),
        audience: here(&own.audience),
        day: own
            .time
            .as_ref()
            .zip(day)
            .and_then(|(range, day)| resolve(tokens, range, day, tongue)),
    }
}

/// Adds what is known of the scene in which somebody speaks, and keeps it for what they say next.
fn carried(
    passage: &Passage<'_, '_>,
    own: &Phrases,
    who: &Who,
    day: Option<Day>,
    scene: &mut Scene,
) -> Setting {
    let mut found = setting(passage.tokens, own, day, passage.tongue);
    let Some(name) = &who.name else {
        return found;
    };
    let words = |part: &Option<Circumstance>| {
        part.as_ref()
            .map(|part| &passage.text[part.span.clone()])
            .unwrap_or_default()
    };
    if let Some(known) = scene.settings.get(name) {
        let differs = |own: &Option<Circumstance>, known: &Option<Circumstance>| {
            own.is_some() && known.is_some() && words(own) != words(known)
        };
        let is_other_day = match (found.day, known.day) {
            (Some(own), Some(known)) => own != known,
            _ => differs(&found.time, &known.time),
        };
        let is_other_scene = own.is_later
            || is_other_day
            || differs(&found.place, &known.place)
            || differs(&found.occasion, &known.occasion);
        if !is_other_scene {
            let carry = |own: &mut Option<Circumstance>, known: &Option<Circumstance>| {
                if own.is_none() {
                    *own = known.clone().map(|known| Circumstance {
                        is_carried: true,
                        ..known
                    });
                }
            };
            if found.time.is_none() {
                found.day = known.day;
            }
            carry(&mut found.place, &known.place);
            carry(&mut found.occasion, &known.occasion);
            carry(&mut found.time, &known.time);
            carry(&mut found.audience, &known.audience);
        }
    }
    if scene.settings.contains_key(name) || scene.settings.len() < KEPT_MAX {
        scene.settings.insert(name.clone(), found.clone());
    }
    found
}
