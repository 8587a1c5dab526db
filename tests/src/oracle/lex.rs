//! Lines to statements, statements to words, marks and numbers.

use super::rule::{Billionths, ONE};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Word(String),
    Quoted(String),
    Mark(char),
}

/// Splits a file into statements: a line, with the lines that are indented deeper.
pub(super) fn statements(text: &str) -> Vec<Vec<Token>> {
    let mut statements: Vec<(usize, Vec<Token>)> = Vec::new();
    for line in text.lines() {
        let tokens = tokens_of(line);
        if tokens.is_empty() {
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        match statements.last_mut() {
            Some((head, statement)) if indent > *head => statement.extend(tokens),
            _ => statements.push((indent, tokens)),
        }
    }
    statements.into_iter().map(|(_, tokens)| tokens).collect()
}

/// Splits a line into tokens; comments and citations are left out.
fn tokens_of(line: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = line.chars().peekable();
    while let Some(next) = rest.next() {
        match next {
            '#' => break,
            '[' => while rest.next().is_some_and(|inside| inside != ']') {},
            '"' => {
                let mut quoted = String::new();
                while let Some(inside) = rest.next() {
                    match inside {
                        '"' => break,
                        '\\' => quoted.extend(rest.next()),
                        plain => quoted.push(plain),
                    }
                }
                tokens.push(Token::Quoted(quoted));
            }
            '{' | '}' | '(' | ')' | ',' | ';' | ':' | '=' | '%' => tokens.push(Token::Mark(next)),
            blank if blank.is_whitespace() => {}
            first => {
                let mut word = String::from(first);
                while let Some(inside) = rest.peek() {
                    if inside.is_whitespace() || "{}(),;:=%[\"#".contains(*inside) {
                        break;
                    }
                    word.extend(rest.next());
                }
                tokens.push(Token::Word(word));
            }
        }
    }
    tokens
}

/// Reads a number with up to nine decimal places.
pub(super) fn billionths(text: &str) -> Option<Billionths> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() > 9 || !fraction.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let whole: u64 = whole.parse().ok()?;
    let fraction: u64 = format!("{fraction:0<9}").parse().ok()?;
    Some(i128::from(whole) * ONE + i128::from(fraction))
}
