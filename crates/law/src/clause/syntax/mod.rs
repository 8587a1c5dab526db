//! From the words of Clausula to statements: the doors of the parser.
//!
//! Every fault of a source is reported in one run; a statement with a fault is left out and the
//! others are kept. Whether what is said makes sense is judged elsewhere (`lint`).

mod condition;
mod cursor;
mod extension;
mod force;
mod guarantee;
mod header;
mod statement;
#[cfg(test)]
mod tests;
mod value;

pub(super) use value::ordinal_of_month;

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::clause::diagnostic::{
    Code, Detail, Diagnostic, Expected, Faults, Found, Subject, meant,
};
use crate::clause::rule::{ClauseFile, DepositaryBlock, Policy, Rule, Span, Statement};
use crate::clause::syntax::cursor::{Cursor, Stop, quote};
use crate::clause::token::{self, Token};

/// The longest source that is read, in bytes.
pub const LONGEST_SOURCE: usize = 4 * 1024 * 1024;

/// A file as far as it could be read, and what is wrong with the rest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parsed {
    /// The header and the statements without fault.
    pub file: ClauseFile,
    /// What is wrong, in the order of the source.
    pub diagnostics: Vec<Diagnostic>,
}

/// Returns the treaty that a `.clausula` file describes, and all its faults of form.
pub fn parse(source: &str) -> Parsed {
    let mut faults = Faults::default();
    let mut reader = FileReader::default();
    if fits(source, &mut faults) {
        let tokens = token::read(source, &mut faults);
        for statement in tokens.statements() {
            reader.read(source, statement, &mut faults);
        }
        if !reader.begun {
            faults.syntax(Span::default(), Detail::NoHeader);
        }
    }
    Parsed {
        file: reader.file,
        diagnostics: faults.finish(source),
    }
}

/// Returns the one statement that a source holds.
pub fn parse_statement(source: &str) -> Result<Statement, Vec<Diagnostic>> {
    fn read(cursor: &mut Cursor<'_>) -> Result<Statement, Stop> {
        cursor.statement()
    }
    one(source, read)
}

/// Returns the policy that a source sets; the word `policy` may be left out.
pub fn parse_policy(source: &str) -> Result<Policy, Vec<Diagnostic>> {
    one(source, |cursor| {
        cursor.rare_phrase("policy");
        let policy = cursor.policy()?;
        cursor.end()?;
        Ok(policy)
    })
}

/// Returns the blocks of a `depositaries.clausula` file: a name and the policies below it.
pub fn parse_depositaries(source: &str) -> (Vec<DepositaryBlock>, Vec<Diagnostic>) {
    let mut faults = Faults::default();
    let mut blocks = Vec::new();
    if fits(source, &mut faults) {
        let tokens = token::read(source, &mut faults);
        for line in tokens.statements() {
            let mut cursor = Cursor::new(source, line, &mut faults);
            read_depositary(&mut cursor, &mut blocks);
        }
    }
    (blocks, faults.finish(source))
}

fn read_depositary(cursor: &mut Cursor<'_>, blocks: &mut Vec<DepositaryBlock>) {
    if cursor.phrase("depositary") {
        let name = cursor.needed(Cursor::text);
        let mut policies = Vec::new();
        if name.is_err() {
            cursor.skip_line(0);
        }
        cursor.policies(&mut policies);
        // Without its name a block cannot be found; its lines were read for their faults.
        blocks.extend(name.map(|name| DepositaryBlock {
            name,
            policies,
            span: cursor.whole_span(),
        }));
    } else if let Some(block) = blocks.last_mut() {
        cursor.policies(&mut block.policies);
    } else if cursor.peek_raw() == Some("policy") {
        cursor.advance();
        cursor.report(Detail::PolicyWithoutDepositary);
    } else {
        // `unexpected` has noted the fault; there is nothing to go on with.
        let _: Result<(), Stop> = cursor.unexpected();
    }
}

fn one<T>(
    source: &str,
    read: fn(&mut Cursor<'_>) -> Result<T, Stop>,
) -> Result<T, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    let mut value = None;
    if fits(source, &mut faults) {
        let tokens = token::read(source, &mut faults);
        let mut statements = tokens.statements();
        match statements.next() {
            Some(first) => value = read(&mut Cursor::new(source, first, &mut faults)).ok(),
            None => faults.syntax(Span::default(), Detail::NoStatement),
        }
        if let Some(second) = statements.next() {
            let span = Cursor::new(source, second, &mut faults).whole_span();
            faults.syntax(span, Detail::SeveralStatements);
        }
    }
    match value {
        Some(value) if faults.count() == 0 => Ok(value),
        _ => Err(faults.finish(source)),
    }
}

fn fits(source: &str, faults: &mut Faults) -> bool {
    let bytes = source.len();
    let fits = bytes <= LONGEST_SOURCE;
    if !fits {
        let most = LONGEST_SOURCE;
        faults.syntax(Span::default(), Detail::TooLong { bytes, most });
    }
    fits
}

/// What has been read of a file so far.
#[derive(Debug, Default)]
struct FileReader {
    file: ClauseFile,
    /// Whether the header has begun, or its absence has been reported.
    begun: bool,
    /// The header fields that have been read.
    fields: Vec<&'static str>,
    /// Whether a statement has been met, even a faulty one.
    in_statements: bool,
    /// The lines on which groups and tables are declared.
    declared: BTreeMap<(Subject, String), u32>,
}

impl FileReader {
    fn read(&mut self, source: &str, tokens: &[Token], faults: &mut Faults) {
        let mut cursor = Cursor::new(source, tokens, faults);
        let first = cursor.peek_raw().unwrap_or_default();
        let field = header::field_beginning_with(first);
        if first == "treaty" || (!self.begun && meant(first, ["treaty"]).is_some()) {
            self.header(&mut cursor, first);
        } else if let Some(field) = field {
            self.loose_field(&mut cursor, field);
        } else {
            if !self.begun {
                self.begun = true;
                cursor.advance();
                cursor.report(Detail::NoHeader);
                cursor = Cursor::new(source, tokens, faults);
            }
            self.statement(&mut cursor);
        }
    }

    fn header(&mut self, cursor: &mut Cursor<'_>, first: &str) {
        cursor.advance();
        if first != "treaty" {
            cursor.report(Detail::Expected {
                found: Found::Words(quote(first)),
                expected: alloc::vec![Expected::Words("treaty")],
                meant: Some("treaty"),
            });
        }
        if self.begun {
            return cursor.report(Detail::SecondHeader);
        }
        self.begun = true;
        let header = &mut self.file.header;
        header.span = cursor.whole_span();
        if cursor.title(header).is_err() {
            cursor.skip_line(0);
        }
        cursor.fields(header, &mut self.fields);
    }

    /// Reads a header field that is not indented below `treaty`.
    fn loose_field(&mut self, cursor: &mut Cursor<'_>, field: &'static str) {
        if self.in_statements {
            cursor.advance();
            cursor.report(Detail::FieldAfterStatement { field });
        } else if !self.begun {
            self.begun = true;
            cursor.advance();
            cursor.report(Detail::NoHeader);
        } else {
            cursor.fields(&mut self.file.header, &mut self.fields);
        }
    }

    fn statement(&mut self, cursor: &mut Cursor<'_>) {
        self.in_statements = true;
        let Ok(statement) = cursor.statement() else {
            return;
        };
        if let Some(name) = declaration(&statement.rule) {
            let line = *self.declared.entry(name.clone()).or_insert(statement.line);
            if line != statement.line {
                let (subject, name) = name;
                let first_line = line;
                let code = match subject {
                    Subject::Guarantee => Code::T406,
                    Subject::Group | Subject::Table => Code::Syntax,
                };
                return cursor.faults.push(
                    code,
                    statement.span,
                    Detail::DuplicateName {
                        subject,
                        name,
                        first_line,
                    },
                );
            }
        }
        self.file.statements.push(statement);
    }
}

fn declaration(rule: &Rule) -> Option<(Subject, String)> {
    match rule {
        Rule::Group(group) => Some((Subject::Group, group.name.clone())),
        Rule::Weights(weights) => Some((Subject::Table, weights.name.clone())),
        Rule::Guarantee(promise) => Some((Subject::Guarantee, promise.name.clone())),
        _ => None,
    }
}
