//! Reads a dated report in Turkish or English as a draft record: what was said, in whose name, with which
//! verb, in what setting. It proposes and never decides: each part names the words it rests on, what is
//! doubtful says so, and nothing is recorded until a person confirms it.
//!
//! Rules and word lists only, the same answer every time. It knows no law and no date but the one that
//! the report carries and the one that the caller gives.

mod cast;
mod date;
mod day_words;
mod english;
mod frame;
mod heading;
mod html;
mod kind;
mod mention;
mod quotes;
mod reading;
mod scene;
mod segment;
mod setting;
mod source;
mod speech;
mod turkish;
mod word;
mod word_list;

pub use date::{Day, DayError};
pub use reading::{
    Circumstance, Cited, Doubt, Heading, Kind, Notice, Passage, Reading, Remark, Setting, Span,
    Tongue,
};
pub use source::{Encoding, Extracted, REPORT_MAX, Unreadable, unmarked};

use alloc::vec::Vec;

use cast::Cast;
use quotes::{Ending, Quote};
use scene::{Announced, Scene};
use segment::Paragraph;
use speech::Said;
use word::Tokens;

/// More passages than these are not listed.
const PASSAGES_MAX: usize = 100_000;

/// What a reader of reports is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The language of the report.
    pub tongue: Tongue,
    /// The day on which it is read, where dates in the future shall be remarked.
    pub today: Option<Day>,
}

/// Reads a report.
///
/// # Errors
/// Where the bytes are no text, too many, or hold no words.
pub fn read(bytes: &[u8], options: &Options) -> Result<Reading, Unreadable> {
    let text = source::extract(bytes)?;
    let dated = date::dated(&text.text);
    let from = dated.map_or(0, |(_, after)| after);
    let tongue = options.tongue;
    let paragraphs = segment::paragraphs(&text, from, |line| {
        speaks(
            &Tokens::of(&text.text, line.clone(), &[], None, tongue),
            tongue,
        )
    });
    let mut remarks = Vec::new();
    remark_date(dated, options.today, from, &mut remarks);
    remark_direction(&text.text, &mut remarks);

    let mut reader = Reader {
        text: &text.text,
        tongue,
        day: dated.map(|(day, _)| day),
        scene: Scene::default(),
        remarks,
    };
    reader.scene.cast = reader.cast(&paragraphs);
    let mut headings = Vec::new();
    let mut found: Vec<Said> = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        if found.len() > PASSAGES_MAX {
            let span = paragraph.span.clone();
            reader.remarks.push(Remark {
                notice: Notice::ManyPassages,
                span,
            });
            break;
        }
        if paragraph.is_heading {
            headings.push(paragraph.span.clone());
            continue;
        }
        let reopens = paragraphs[index + 1..]
            .iter()
            .find(|next| !next.is_heading)
            .is_some_and(|next| quotes::begins_quoted(&text.text[next.span.clone()]));
        reader.paragraph(paragraph, reopens);
        found.append(&mut reader.scene.said);
    }
    let Reader {
        mut remarks, scene, ..
    } = reader;
    if scene.cast.is_full {
        remarks.push(Remark {
            notice: Notice::ManyNames,
            span: 0..0,
        });
    }
    found.sort_by_key(|said| {
        (
            said.span.start,
            core::cmp::Reverse(said.span.end),
            said.is_direct,
        )
    });
    found.dedup_by(|later, earlier| {
        later.span == earlier.span && later.is_direct == earlier.is_direct
    });
    let mut passages: Vec<Passage> = found
        .into_iter()
        .map(|said| passage(&text.text, said, tongue))
        .collect();
    let headings = heading::link(&text.text, &headings, &mut passages, tongue);
    remarks.sort_by_key(|remark| (remark.span.start, remark.notice));
    Ok(Reading {
        date: dated.map(|(day, _)| day),
        text,
        headings,
        passages,
        remarks,
    })
}

fn passage(text: &str, said: Said, tongue: Tongue) -> Passage {
    let (kind, rests_on) = kind::of(text, &said, tongue);
    Passage {
        span: said.span,
        is_direct: said.is_direct,
        doubt: said.doubt.or(said.who.doubt),
        speaker: said.who.name,
        named: said.who.named,
        capacity: said.who.capacity,
        verb: said.verb,
        kind,
        rests_on,
        is_heading: false,
        repeats: None,
        cited: said.cited,
        setting: said.setting,
    }
}

fn remark_date(
    dated: Option<(Day, usize)>,
    today: Option<Day>,
    from: usize,
    remarks: &mut Vec<Remark>,
) {
    match (dated, today) {
        (None, _) => remarks.push(Remark {
            notice: Notice::NoDate,
            span: 0..0,
        }),
        (Some((day, _)), Some(today)) if day > today => {
            remarks.push(Remark {
                notice: Notice::DateInFuture,
                span: from - 10..from,
            });
        }
        _ => {}
    }
}

/// Remarks the first place where writing runs from right to left.
fn remark_direction(text: &str, remarks: &mut Vec<Remark>) {
    // No such letter begins with a lesser byte.
    let turns = |at: usize| {
        let letter = text[at..].chars().next()?;
        let turns = matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        turns.then_some((at, letter))
    };
    let mut bytes = text.bytes().enumerate();
    let first = bytes.find_map(|(at, byte)| match byte {
        0xd6..=0xe2 | 0xef => turns(at),
        _ => None,
    });
    if let Some((at, letter)) = first {
        remarks.push(Remark {
            notice: Notice::RightToLeft,
            span: at..at + letter.len_utf8(),
        });
    }
}

fn speaks(tokens: &Tokens<'_>, tongue: Tongue) -> bool {
    match tongue {
        Tongue::Turkish => turkish::speaks(tokens),
        Tongue::English => english::speaks(tokens),
    }
}

fn ends(tongue: Tongue) -> fn(&Tokens<'_>, usize) -> bool {
    match tongue {
        Tongue::Turkish => turkish::ends,
        Tongue::English => english::ends,
    }
}

struct Reader<'t> {
    text: &'t str,
    tongue: Tongue,
    day: Option<Day>,
    scene: Scene,
    remarks: Vec<Remark>,
}

impl Reader<'_> {
    /// Goes through the whole text once for the full names in it.
    fn cast(&self, paragraphs: &[Paragraph]) -> Cast {
        let mut cast = Cast::default();
        for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.is_heading) {
            let tokens = Tokens::of(self.text, paragraph.span.clone(), &[], None, self.tongue);
            for sentence in tokens.sentences(&[], ends(self.tongue)) {
                match self.tongue {
                    Tongue::Turkish => turkish::learn(&tokens, &sentence, &mut cast),
                    Tongue::English => english::learn(&tokens, &sentence, &mut cast),
                }
            }
        }
        cast
    }

    fn paragraph(&mut self, paragraph: &Paragraph, reopens: bool) {
        let mut quotes = quotes::find(self.text, &paragraph.span, reopens);
        self.repair(&mut quotes, reopens);
        let begins_quoted = quotes
            .first()
            .is_some_and(|quote| quote.open == paragraph.span.start);
        let tokens = Tokens::of(
            self.text,
            paragraph.span.clone(),
            &quotes,
            None,
            self.tongue,
        );
        let passage = scene::Passage {
            text: self.text,
            quotes: &quotes,
            tokens: &tokens,
            tongue: self.tongue,
        };
        let before: Option<Announced> = self.scene.announced.clone();
        if !begins_quoted && before.is_some() {
            self.scene.announced = None;
        }
        self.scene.is_near = false;
        for sentence in tokens.sentences(&quotes, ends(self.tongue)) {
            let (first, of) = (self.scene.said.len(), sentence.clone());
            match self.tongue {
                Tongue::Turkish => turkish::sentence(&passage, sentence, &mut self.scene),
                Tongue::English => english::sentence(&passage, sentence, &mut self.scene),
            }
            setting::of_sentence(&passage, &of, first, self.day, &mut self.scene);
        }
    }

    /// Infers where passages without a closing mark end: before the verb that reports them.
    fn repair(&mut self, quotes: &mut [Quote], reopens: bool) {
        for quote in quotes {
            let ending = quote.ending;
            if !matches!(
                ending,
                Ending::Unclosed | Ending::Reopened | Ending::Unopened
            ) {
                continue;
            }
            let inner = quote.inner.clone();
            let tokens = Tokens::of(self.text, inner.clone(), &[], None, self.tongue);
            let end = match (ending, self.tongue) {
                (Ending::Unopened, _) => None,
                (_, Tongue::Turkish) => turkish::inferred_end(&tokens),
                (_, Tongue::English) => english::inferred_end(&tokens),
            };
            if ending == Ending::Unopened {
                let begin = inferred_begin(&tokens);
                quote.inner.start = begin.clamp(inner.start, inner.end);
                quote.open = quote.inner.start;
            } else if let Some(end) = end.filter(|end| inner.contains(end)) {
                quote.inner.end = end;
                quote.close = end;
                quote.ending = Ending::Unclosed;
            } else if reopens && ending == Ending::Reopened {
                continue;
            }
            let (start, width) = (quote.open, usize::from(quote.ending != Ending::Reopened));
            let span =
                start..start + width * self.text[start..].chars().next().map_or(0, char::len_utf8);
            self.remarks.push(Remark {
                notice: Notice::Unbalanced,
                span,
            });
        }
    }
}

/// Where a passage without an opening mark begins: after the last comma or colon before a capital letter,
/// or with its sentence.
fn inferred_begin(tokens: &Tokens<'_>) -> usize {
    let is_begin = |at: usize| {
        at == 0
            || tokens.is_name(at)
                && [',', ':', '.']
                    .iter()
                    .any(|mark| tokens.is_mark(at - 1, *mark))
    };
    let begin = (0..tokens.list.len()).rev().find(|at| is_begin(*at));
    begin.map_or(0, |at| tokens.list[at].start)
}
