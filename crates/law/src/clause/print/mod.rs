//! The canonical source form: one line per statement, header fields in a fixed order.
//!
//! Printing and parsing again gives the same tree. Quotation marks and line breaks, which no text
//! that was read can hold, are replaced, so that every tree prints as lines that can be read.

mod condition;
mod guarantee;
mod statement;
#[cfg(test)]
mod tests;
mod words;

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use crate::clause::print::words::{Quoted, optional};
use crate::clause::rule::{ClauseFile, DepositaryBlock, Header, Policy, Statement};

/// Returns a treaty file in canonical form.
pub fn print(file: &ClauseFile) -> String {
    let mut lines = header(&file.header);
    if !file.statements.is_empty() {
        lines.push(String::new());
    }
    lines.extend(file.statements.iter().map(print_statement));
    lines.push(String::new());
    lines.join("\n")
}

/// Returns a statement in canonical form, on one line.
pub fn print_statement(statement: &Statement) -> String {
    statement.to_string()
}

/// Returns a file of depositaries in canonical form.
pub fn print_depositaries(blocks: &[DepositaryBlock]) -> String {
    let mut lines = Vec::new();
    for block in blocks {
        lines.push(alloc::format!("depositary {}", Quoted(&block.name)));
        lines.extend(
            block
                .policies
                .iter()
                .map(|policy| alloc::format!("  {policy}")),
        );
    }
    lines.push(String::new());
    lines.join("\n")
}

fn header(header: &Header) -> Vec<String> {
    let mut lines = alloc::vec![alloc::format!("treaty {}", Quoted(&header.title))];
    let mut field = |words: fmt::Arguments<'_>| lines.push(alloc::format!("  {words}"));
    if let Some(id) = &header.id {
        field(format_args!("id {}", id.value));
    }
    match (&header.adopted, &header.place) {
        (Some(adopted), Some(place)) => {
            field(format_args!(
                "adopted {} at {}",
                adopted.value,
                Quoted(place)
            ));
        }
        (Some(adopted), None) => field(format_args!("adopted {}", adopted.value)),
        (None, _) => {}
    }
    if let Some(opened) = &header.opened {
        field(format_args!("opened {}", opened.value));
    }
    if let Some(depositary) = &header.depositary {
        field(format_args!("depositary {}", Quoted(&depositary.value)));
    }
    if let Some((place, zone)) = &header.seat {
        field(format_args!("seat {} zone {}", Quoted(place), Quoted(zone)));
    }
    if !header.authentic.is_empty() {
        let languages = header.authentic.join(", ");
        match &header.prevailing {
            Some(one) => field(format_args!("authentic {languages} prevailing {one}")),
            None => field(format_args!("authentic {languages}")),
        }
    }
    if let Some(announced) = &header.announced {
        field(format_args!("announced in force {}", announced.value));
    }
    if let Some(day) = &header.data_as_of {
        field(format_args!("data as of {}", day.value));
    }
    for policy in &header.policies {
        field(format_args!("{policy}"));
    }
    lines
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (policy, value) = self.setting.words();
        write!(f, "policy {policy} {value}")?;
        optional(f, " from ", self.from)?;
        optional(f, " until ", self.until)
    }
}
