//! Quotation marks of many kinds, paired within a paragraph: “ ” „ “ « » " and the single ones, nested,
//! reopened in the next paragraph, or without a partner.

use alloc::vec::Vec;

use super::reading::Span;

/// How a quoted passage ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// With its closing mark.
    Closed,
    /// With its paragraph; the next one opens it again.
    Reopened,
    /// It never ends: the mark is missing.
    Unclosed,
    /// It has a closing mark only: where it begins is inferred.
    Unopened,
}

/// A quoted passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quote {
    /// Where the opening mark stands.
    pub(super) open: usize,
    /// What stands between the marks.
    pub(super) inner: Span,
    /// Where the text goes on after the closing mark.
    pub(super) close: usize,
    /// The passage in which it stands.
    pub(super) parent: Option<usize>,
    /// How it ends.
    pub(super) ending: Ending,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Low,
    Angle,
    Reversed,
    Single,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens(Family),
    Closes(Family),
    /// Opens or closes, whichever is possible.
    Either(Family),
    None,
}

/// Nested passages beyond this depth are not told apart.
const DEEPEST: usize = 8;

/// Whether a text begins with a mark that opens a passage.
pub(super) fn begins_quoted(text: &str) -> bool {
    text.trim_start()
        .starts_with(['“', '"', '«', '„', '”', '‟'])
}

/// Returns the quoted passages of a paragraph, in the order in which they open. `reopens` says that the
/// next paragraph begins with a quotation mark.
pub(super) fn find(text: &str, range: &Span, reopens: bool) -> Vec<Quote> {
    let mut open: Vec<(usize, Family)> = Vec::new();
    let mut found: Vec<Option<Quote>> = Vec::new();
    let paragraph = &text[range.clone()];
    let mut before: Option<char> = None;
    let mut opened_before = false;
    let mut closed_to = range.start;
    let mut letters = paragraph.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if !is_quotation_mark(letter) {
            opened_before = false;
            before = Some(letter);
            continue;
        }
        let (at, end) = (range.start + at, range.start + at + letter.len_utf8());
        let after = letters.peek().map(|(_, next)| *next);
        let top = open.last().map(|(_, family)| *family);
        let context = Context {
            before,
            after,
            opened_before,
            top,
            single: open.iter().any(|(_, family)| *family == Family::Single),
            double: open.iter().any(|(_, family)| *family == Family::Double),
        };
        let role = role(letter, &context);
        opened_before = matches!(role, Role::Opens(_));
        before = Some(letter);
        match role {
            Role::None | Role::Either(_) => {}
            Role::Opens(family) => {
                if open.len() < DEEPEST {
                    open.push((found.len(), family));
                    found.push(Some(Quote {
                        open: at,
                        inner: end..end,
                        close: end,
                        parent: None,
                        ending: Ending::Unclosed,
                    }));
                }
            }
            Role::Closes(family) => {
                close(family, at..end, &mut open, &mut found, closed_to);
                closed_to = end;
            }
        }
    }
    let last = range.start + paragraph.trim_end().len();
    for (index, family) in open {
        if family == Family::Single {
            found[index] = None;
        } else if let Some(quote) = &mut found[index] {
            quote.inner.end = last.max(quote.inner.start);
            quote.close = quote.inner.end;
            quote.ending = if reopens {
                Ending::Reopened
            } else {
                Ending::Unclosed
            };
        }
    }
    let mut quotes: Vec<Quote> = found.into_iter().flatten().collect();
    quotes.retain(|quote| text[quote.inner.clone()].chars().any(char::is_alphanumeric));
    nest(&mut quotes);
    quotes
}

fn close(
    family: Family,
    mark: Span,
    open: &mut Vec<(usize, Family)>,
    found: &mut Vec<Option<Quote>>,
    from: usize,
) {
    let Some(depth) = open.iter().rposition(|(_, known)| *known == family) else {
        if family != Family::Single && from < mark.start && open.is_empty() {
            found.push(Some(Quote {
                open: from,
                inner: from..mark.start,
                close: mark.end,
                parent: None,
                ending: Ending::Unopened,
            }));
        }
        return;
    };
    for (index, above) in open.drain(depth + 1..) {
        match &mut found[index] {
            Some(quote) if above != Family::Single => {
                quote.inner.end = mark.start;
                quote.close = mark.start;
            }
            single => *single = None,
        }
    }
    if let Some((index, _)) = open.pop()
        && let Some(quote) = &mut found[index]
    {
        quote.inner.end = mark.start;
        quote.close = mark.end;
        quote.ending = Ending::Closed;
    }
}

struct Context {
    before: Option<char>,
    after: Option<char>,
    opened_before: bool,
    top: Option<Family>,
    single: bool,
    double: bool,
}

impl Context {
    fn may_open(&self) -> bool {
        let free = self.before.is_none_or(|before| {
            before.is_whitespace()
                || self.opened_before
                || matches!(before, '(' | '[' | '-' | '–' | '—' | '/' | '\u{feff}' | ':')
        });
        free && self.after.is_some_and(|after| !after.is_whitespace())
    }

    fn may_close(&self) -> bool {
        self.before
            .is_some_and(|before| !before.is_whitespace() && !self.opened_before)
    }

    fn joins(&self) -> bool {
        let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        is_letter(self.before) && is_letter(self.after)
    }
}

/// Whether a character is one of those that [`role`] tells apart.
const fn is_quotation_mark(letter: char) -> bool {
    matches!(
        letter,
        '"' | '\'' | '«' | '»' | '‹' | '›' | '‘' | '’' | '‚' | '“' | '”' | '„' | '‟'
    )
}

fn role(letter: char, context: &Context) -> Role {
    use Family::{Angle, Double, Low, Reversed, Single};
    let role = match letter {
        '„' => Role::Opens(Low),
        '“' | '‟' | '”' if context.top == Some(Low) => Role::Closes(Low),
        // Sloppy typing: an opening mark where only a closing one can stand.
        '“' | '‟' if context.double && !context.may_open() && context.may_close() => {
            Role::Closes(Double)
        }
        '“' | '‟' => Role::Opens(Double),
        '”' if !context.double && !context.may_close() => Role::Opens(Double),
        '”' => Role::Closes(Double),
        '"' => Role::Either(Double),
        '«' | '‹' if context.top == Some(Reversed) => Role::Closes(Reversed),
        '«' | '‹' => Role::Opens(Angle),
        '»' | '›' if context.top == Some(Angle) => Role::Closes(Angle),
        '»' | '›' if context.may_open() && !context.may_close() => Role::Opens(Reversed),
        '»' | '›' => Role::Closes(Angle),
        '‘' | '’' | '\'' | '‚' if context.joins() => Role::None,
        '‘' | '‚' if context.may_open() => Role::Opens(Single),
        '’' | '‘' if context.single => Role::Closes(Single),
        '\'' => Role::Either(Single),
        _ => Role::None,
    };
    let Role::Either(family) = role else {
        return role;
    };
    let is_open = if family == Double {
        context.double
    } else {
        context.single
    };
    match (context.may_open(), context.may_close()) {
        (true, _) if !is_open => Role::Opens(family),
        (true, false) if family == Double => Role::Opens(Double),
        (_, true) if is_open => Role::Closes(family),
        (false, true) if family == Double => Role::Closes(Double),
        _ => Role::None,
    }
}

/// Says of each passage in which other one it stands.
fn nest(quotes: &mut [Quote]) {
    quotes.sort_by_key(|quote| (quote.open, core::cmp::Reverse(quote.close)));
    let mut stack: Vec<usize> = Vec::new();
    for index in 0..quotes.len() {
        while let Some(last) = stack.last()
            && quotes[*last].close <= quotes[index].open
        {
            stack.pop();
        }
        quotes[index].parent = stack.last().copied();
        if let Some(parent) = quotes[index].parent {
            let limit = quotes[parent].inner.end;
            let quote = &mut quotes[index];
            quote.inner.end = quote.inner.end.min(limit).max(quote.inner.start.min(limit));
            quote.close = quote.close.min(limit.max(quote.inner.end));
        }
        stack.push(index);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    fn quoted(text: &str) -> Vec<(String, Option<usize>, Ending)> {
        find(text, &(0..text.len()), false)
            .into_iter()
            .map(|quote| (text[quote.inner].into(), quote.parent, quote.ending))
            .collect()
    }

    fn words(text: &str) -> Vec<String> {
        quoted(text).into_iter().map(|(words, ..)| words).collect()
    }

    #[test]
    fn marks_of_many_kinds_are_paired() {
        assert_eq!(
            words("a “b” c \"d\" e «f» g „h“ i »j« k ”l” m"),
            ["b", "d", "f", "h", "j", "l"]
        );
        assert_eq!(words("‘Evet’ dedi; 'hayır' demedi"), ["Evet", "hayır"]);
        assert_eq!(
            words("Tavsal'ın \"Mavi Hat\"'nın, the ministers' 'own' words, 'tis"),
            ["Mavi Hat", "own"]
        );
    }

    #[test]
    fn nested_passages_know_their_parent() {
        let found = quoted("“a ‘b’ c” ve \"d 'e' f\"");
        let parents: Vec<_> = found
            .iter()
            .map(|(words, parent, _)| (words.as_str(), *parent))
            .collect();
        assert_eq!(
            parents,
            [
                ("a ‘b’ c", None),
                ("b", Some(0)),
                ("d 'e' f", None),
                ("e", Some(2))
            ]
        );
        assert_eq!(words("\"a \"b\" c\" d"), ["a \"b\" c", "b"]);
    }

    #[test]
    fn marks_without_partner_are_seen() {
        assert_eq!(quoted("“a b")[0].2, Ending::Unclosed);
        assert_eq!(quoted("a b” c")[0].2, Ending::Unopened);
        assert_eq!(find("“a b", &(0..6), true)[0].ending, Ending::Reopened);
        assert!(quoted("\"").is_empty() && quoted("”").is_empty());
    }
}
