//! The canonical form: one line per provision with its id, one empty line between provisions.
//! Printing twice prints the same, and what is printed is read back as the same text.

mod words;

use crate::body::{Body, Stance};
use crate::expression::Expression;
use crate::keyword::{Keyword, keyword};
use crate::language::Language;
use crate::markup::rank::{Rank, continues_alternative};
use crate::markup::scan::{Shape, classify};
use crate::number::{Label, LabelForm};
use crate::provision::{Alternative, Kind, Provision, ProvisionId};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use core::fmt::Write as _;
use sponsio_record::ParticipantId;

/// Returns the words of a provision in canonical form, without label and id.
pub fn print_body(body: &Body) -> String {
    words::body(body)
}

/// Returns a text in canonical form.
pub fn print(expression: &Expression) -> String {
    let mut printer = Printer::of(&expression.language);
    let mut provisions = expression.provisions.iter().peekable();
    let title = provisions.next_if(|first| first.kind == Kind::Title);
    printer.head(expression, title);
    while let Some(provision) = provisions.next() {
        printer.out.push('\n');
        printer.provision(provision);
        if provision.alternatives.is_empty() {
            continue;
        }
        for alternative in &provision.alternatives {
            printer.alternative(alternative);
        }
        let rank = printer.rank(provision);
        let is_taken = provisions.peek().is_some_and(|next| {
            let level = printer.level(next);
            continues_alternative(rank, next.kind, next.label.as_ref(), level)
        });
        if is_taken {
            let word = keyword(&expression.language, Keyword::Alternative);
            printer.line(&alloc::format!("\n{word}:"));
        }
    }
    printer.out
}

/// Returns words as a proposal gives them for a provision: none is taken for a label.
pub fn print_words(body: &Body, language: &Language) -> String {
    Printer::of(language).guarded("", &words::body(body))
}

/// Returns some provisions of a text as a proposal words them ([`pieces`](super::pieces)): without ids,
/// notes and rules.
pub fn print_pieces(
    text: &[Provision],
    wanted: &BTreeSet<ProvisionId>,
    language: &Language,
) -> String {
    let mut printer = Printer::of(language);
    for provision in text {
        let head = printer.head_of(provision);
        if wanted.contains(&provision.id) {
            if !printer.out.is_empty() {
                printer.out.push('\n');
            }
            let line = printer.guarded(&head, &words::body(&provision.body));
            printer.line(&line);
        }
    }
    printer.out
}

struct Printer<'e> {
    out: String,
    language: &'e Language,
    /// How deep each item stands.
    levels: BTreeMap<ProvisionId, u32>,
}

impl<'e> Printer<'e> {
    const fn of(language: &'e Language) -> Self {
        Self {
            out: String::new(),
            language,
            levels: BTreeMap::new(),
        }
    }
}

impl Printer<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn head(&mut self, expression: &Expression, title: Option<&Provision>) {
        match title {
            Some(title) => self.numbered_line("#", title),
            None => self.line("#"),
        }
        self.line(&alloc::format!("language: {}", expression.language));
        for header in &expression.headers {
            let line = alloc::format!("{}: {}", header.key, header.value);
            self.line(line.trim_end());
        }
        if let Some(title) = title {
            let begins = self.out.len();
            self.beside(title);
            // An empty line ends the head.
            if self.out.len() > begins {
                self.out.insert(begins, '\n');
            }
        }
    }

    fn level(&self, provision: &Provision) -> u32 {
        let is_indented = matches!(provision.kind, Kind::Item | Kind::Closing);
        let parent = provision.parent.filter(|_| is_indented);
        let above = parent.and_then(|parent| self.levels.get(&parent));
        above.map_or(0, |above| above.saturating_add(1))
    }

    fn rank(&self, provision: &Provision) -> Rank {
        let level = self.level(provision);
        Rank::of(provision.kind, provision.label.as_ref(), level)
    }

    fn provision(&mut self, provision: &Provision) {
        let head = self.head_of(provision);
        self.numbered_line(&head, provision);
        self.beside(provision);
    }

    /// The indentation of a provision and what stands before its words.
    fn head_of(&mut self, provision: &Provision) -> String {
        let level = self.level(provision);
        if provision.kind == Kind::Item {
            self.levels.insert(provision.id, level);
        }
        "  ".repeat(level as usize) + &self.beginning(provision)
    }

    /// What stands before the words of a provision.
    fn beginning(&self, provision: &Provision) -> String {
        let label = provision.label.as_ref();
        let number = label.map_or("", |label| &label.text);
        let heading = |hashes: &str, word| {
            let word = keyword(self.language, word);
            let space = if number.is_empty() { "" } else { " " };
            let stop = if provision.body.parts.is_empty() {
                ""
            } else {
                "."
            };
            alloc::format!("{hashes}{word}{space}{number}{stop}")
        };
        let division = |hashes: &str, word| match label {
            Some(_) => heading(&alloc::format!("{hashes} "), word),
            None => hashes.into(),
        };
        match provision.kind {
            Kind::Title => "#".into(),
            Kind::Preamble => heading("## ", Keyword::Preamble),
            Kind::Annex => heading("## ", Keyword::Annex),
            Kind::Testimonium => heading("## ", Keyword::Testimonium),
            Kind::Part => division("##", Keyword::Part),
            Kind::Chapter => division("###", Keyword::Chapter),
            Kind::Section => division("####", Keyword::Section),
            Kind::Article => heading("", Keyword::Article),
            Kind::Closing => "&".into(),
            Kind::Recital | Kind::Formula | Kind::Paragraph | Kind::Item => {
                label.map_or_else(String::new, written)
            }
        }
    }

    /// One line: what it begins with, the words, and what stands at the end.
    fn numbered_line(&mut self, head: &str, provision: &Provision) {
        let words = words::body(&provision.body);
        let mut line = self.guarded(head, &words);
        if !provision.inserted_by.is_empty() {
            let codes: alloc::vec::Vec<&str> = provision
                .inserted_by
                .iter()
                .map(ParticipantId::as_str)
                .collect();
            spaced(&mut line, &alloc::format!("{{+ {}}}", codes.join(", ")));
        }
        spaced(&mut line, &alloc::format!("{{#{}}}", provision.id));
        self.line(&line);
    }

    /// Joins the beginning of a line and its words. Where the words would be taken for something else,
    /// their first character is made literal.
    fn guarded(&self, head: &str, words: &str) -> String {
        let join = |literal: &str| {
            let mut line = String::from(head);
            let words = alloc::format!("{literal}{words}");
            spaced(&mut line, &words);
            line
        };
        let line = join("");
        let plain = join("\\");
        let (_, found) = classify(&line, self.language);
        let (_, meant) = classify(&plain, self.language);
        let same = match (&found, &meant) {
            (Shape::Empty, _) => true,
            (found, meant) => found == meant,
        };
        if same || words.is_empty() {
            line
        } else {
            plain
        }
    }

    /// Notes and rules under a provision.
    fn beside(&mut self, provision: &Provision) {
        for note in &provision.notes {
            let text = note.text.replace(['\n', '\r'], " ");
            self.line(alloc::format!("> {}", text.trim()).trim_end());
        }
        for rule in &provision.rules.lines {
            let text = rule.text.replace(['\n', '\r'], " ");
            self.line(alloc::format!("| {text}").trim_end());
        }
        if let Some(bound) = provision.rules.bound {
            let bound = u32::from_be_bytes(bound);
            self.line(&alloc::format!("|= {bound:08x}"));
        }
    }

    fn alternative(&mut self, alternative: &Alternative) {
        let word = keyword(self.language, Keyword::Alternative);
        let mut line = alloc::format!("\n{word} {}", alternative.letter);
        if !alternative.stances.is_empty() {
            line.push_str(" (");
            stances(&mut line, &alternative.stances);
            line.push(')');
        }
        line.push(':');
        match &alternative.body {
            None => line.push_str(" -"),
            Some(body) => match words::body(body).as_str() {
                "" => {}
                // A dash alone would be no text.
                "-" => line.push_str(" \\-"),
                words => {
                    line.push(' ');
                    line.push_str(words);
                }
            },
        }
        self.line(&line);
        for provision in &alternative.provisions {
            self.out.push('\n');
            self.provision(provision);
        }
    }
}

fn written(label: &Label) -> String {
    match label.form {
        LabelForm::Heading | LabelForm::Dotted => alloc::format!("{}.", label.text),
        LabelForm::Parenthesised => alloc::format!("({})", label.text),
        LabelForm::Dash => "-".into(),
    }
}

/// Adds words after a space, if there are words on both sides.
fn spaced(line: &mut String, words: &str) {
    if !line.is_empty() && !words.is_empty() {
        line.push(' ');
    }
    line.push_str(words);
}

/// Writes delegations with the marks of their positions.
fn stances(line: &mut String, stances: &[Stance]) {
    for (nth, stance) in stances.iter().enumerate() {
        if nth > 0 {
            line.push_str(", ");
        }
        let code = stance
            .delegation
            .as_ref()
            .map_or("?", ParticipantId::as_str);
        let mark = crate::markup::who::mark(stance.position);
        let written = write!(line, "{code}{mark}");
        debug_assert!(written.is_ok(), "a string takes what is written to it");
    }
}
