//! A rolling text for people at a terminal: brackets, and beneath a provision what is wanted in its
//! place.

use sponsio_record::ParticipantId;
use sponsio_text::view::{Piece, Rival, Row, Style, plain, spelled};
use sponsio_text::{
    Change, Expression, Kind, Label, LabelForm, Position, Provision, ProvisionId, Rolling, Stance,
    Token, TokenKind, keyword, reference,
};

use crate::layout::wrapped;
use crate::wording::{Words, say};

/// Whether and how words are coloured.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ink {
    is_on: bool,
}

impl Ink {
    /// Returns ink, or none.
    pub(crate) const fn new(is_on: bool) -> Self {
        Self { is_on }
    }

    fn dyed(self, code: &str, text: &str) -> String {
        if self.is_on {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }

    /// What is open.
    pub(super) fn open(self, text: &str) -> String {
        self.dyed("33", text)
    }

    /// What is new.
    pub(crate) fn new_words(self, text: &str) -> String {
        self.dyed("32", text)
    }

    /// What is gone.
    pub(crate) fn gone(self, text: &str) -> String {
        self.dyed("31", text)
    }
}

/// Returns tokens in words, references included.
pub(super) fn words_of(text: &Expression, from: ProvisionId, tokens: &[Token]) -> String {
    let said = tokens.iter().map(|token| match &token.kind {
        TokenKind::Reference(target) if token.text.is_empty() => {
            let space = if token.space_before { " " } else { "" };
            let shown = reference(text, from, target).unwrap_or_else(|| "?".to_owned());
            format!("{space}{shown}")
        }
        _ => plain(core::slice::from_ref(token)),
    });
    said.collect()
}

/// Returns what stands before the words of a provision: `Article 14 bis. `, `1. `, `(a) `.
pub(super) fn label_of(text: &Expression, own: &Provision) -> String {
    let Some(label) = &own.label else {
        return String::new();
    };
    label_words(text, own.kind, label)
}

fn label_words(text: &Expression, kind: Kind, label: &Label) -> String {
    use sponsio_text::Keyword;
    let of_kind = match kind {
        Kind::Article => Some(Keyword::Article),
        Kind::Part => Some(Keyword::Part),
        Kind::Chapter => Some(Keyword::Chapter),
        Kind::Section => Some(Keyword::Section),
        Kind::Annex => Some(Keyword::Annex),
        _ => None,
    };
    match (label.form, of_kind) {
        (LabelForm::Heading, Some(word)) => {
            format!("{} {}. ", keyword(&text.language, word), label.text)
        }
        (LabelForm::Heading | LabelForm::Dotted, _) => format!("{}. ", label.text),
        (LabelForm::Parenthesised, _) => format!("({}) ", label.text),
        (LabelForm::Dash, _) => "- ".to_owned(),
    }
}

/// Returns the place of a provision in words, for sentences about it.
pub(crate) fn place_of(text: &Expression, id: ProvisionId) -> String {
    let Some(own) = text.provision(id) else {
        return id.to_string();
    };
    let label = label_of(text, own);
    let label = label.trim_end().trim_end_matches('.');
    let above = own.parent.and_then(|parent| text.provision(parent));
    match above {
        Some(above) if above.label.is_some() && !label.is_empty() => {
            format!("{} {label}", place_of(text, above.id))
        }
        _ if label.is_empty() => {
            let start: String = plain(&own.body.base()).chars().take(24).collect();
            if start.is_empty() {
                id.to_string()
            } else {
                format!("“{start}…”")
            }
        }
        _ => label.to_owned(),
    }
}

/// How far a provision stands in.
pub(super) fn indent_of(text: &Expression, own: &Provision) -> usize {
    let mut depth = 0;
    let mut parent = own.parent;
    while let Some(above) = parent.and_then(|id| text.provision(id)) {
        if depth == 16 {
            break;
        }
        if above.kind == Kind::Item || own.kind == Kind::Item && above.kind == Kind::Paragraph {
            depth += 1;
        }
        parent = above.parent;
    }
    2 * depth
}

/// Returns codes with the marks of positions.
pub(super) fn codes(stances: &[Stance]) -> String {
    let code = |stance: &Stance| {
        let code = stance
            .delegation
            .as_ref()
            .map_or("?", ParticipantId::as_str);
        let mark = match stance.position {
            Position::Propose | Position::Support => "",
            Position::CanAccept => "~",
            Position::Reserve => "!",
            Position::Oppose => "^",
        };
        format!("{code}{mark}")
    };
    let all: Vec<String> = stances.iter().map(code).collect();
    all.join(", ")
}

fn list(by: &[&ParticipantId]) -> String {
    let all: Vec<&str> = by.iter().map(|code| code.as_str()).collect();
    all.join(", ")
}

/// Returns the lines of a rolling text.
pub(super) fn lines(words: &Words, made: &Rolling, names: bool, ink: Ink, width: usize) -> String {
    let view = if names {
        made.attributed()
    } else {
        made.unattributed()
    };
    let mut said = String::new();
    for row in &view.rows {
        said += &row_lines(words, made, row, ink, width);
        said.push('\n');
    }
    said
}

/// A provision with what is wanted in its place, in lines of this width.
pub(super) fn row_lines(
    words: &Words,
    made: &Rolling,
    row: &Row<'_>,
    ink: Ink,
    width: usize,
) -> String {
    let text = &made.expression;
    let no_text = say!(words, "rolling-no-text");
    let style = Style {
        no_text: &no_text,
        slashes: false,
    };
    let indent = indent_of(text, row.provision);
    let mut line = label_of(text, row.provision);
    line += &pieces_of(text, row.provision.id, &row.pieces, style);
    if row.is_inserted {
        let by: Vec<&ParticipantId> = row.inserted_by.iter().collect();
        line = if by.is_empty() {
            format!("[{line}]")
        } else {
            format!("[{}: {line}]", list(&by))
        };
    }
    let mut said = block(&line, indent, width, |line| tinted(line, ink));
    for rival in &row.rivals {
        let line = rival_line(words, made, row.provision.id, rival, style);
        said += &block(&line, indent + 4, width, |line| ink.open(line));
    }
    for stated in &row.unattached {
        let stance = Stance {
            delegation: Some(stated.delegation.clone()),
            position: stated.position,
        };
        let on = plain(&stated.words);
        let line = say!(
            words,
            "rolling-unattached",
            who = codes(core::slice::from_ref(&stance)),
            words = on.trim_start()
        );
        said += &block(&line, indent + 4, width, |line| ink.open(line));
    }
    said
}

/// Pieces as one line, references in words.
pub(super) fn pieces_of(
    text: &Expression,
    from: ProvisionId,
    pieces: &[Piece<'_>],
    style: Style<'_>,
) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Words(tokens) => words_of(text, from, tokens),
            Piece::Place { .. } => spelled(core::slice::from_ref(piece), style),
        })
        .collect()
}

fn rival_line(
    words: &Words,
    made: &Rolling,
    from: ProvisionId,
    rival: &Rival<'_>,
    style: Style<'_>,
) -> String {
    let text = &made.expression;
    match rival {
        Rival::Text {
            letter,
            stances,
            words: own,
        } => {
            let alt = keyword(&text.language, sponsio_text::Keyword::Alternative);
            let who = if stances.is_empty() {
                String::new()
            } else {
                format!(" ({})", codes(stances))
            };
            let own = match own {
                Some(pieces) => pieces_of(text, from, pieces, style),
                None => format!("[{}]", style.no_text),
            };
            format!("{alt} {letter}{who}: {own}")
        }
        Rival::Moved { by, after } => {
            let place = after.map_or_else(String::new, |id| place_of(text, id));
            let key = if after.is_some() {
                say!(words, "rolling-moved", place = place)
            } else {
                say!(words, "rolling-moved-first")
            };
            attributed(by, &key)
        }
        Rival::Restructured { by, change } => {
            let what = match change {
                Change::Split(_) => say!(words, "rolling-split"),
                Change::Join(with) => {
                    say!(words, "rolling-joined", place = place_of(text, *with))
                }
                Change::Relabel(label) => {
                    let label = label.as_ref().map_or("", |label| &*label.text);
                    say!(words, "rolling-numbered", label = label)
                }
                Change::Conflict(_) => say!(words, "rolling-conflict"),
            };
            attributed(by, &what)
        }
    }
}

fn attributed(by: &[&ParticipantId], what: &str) -> String {
    if by.is_empty() {
        format!("[{what}]")
    } else {
        format!("[{}: {what}]", list(by))
    }
}

fn block(text: &str, indent: usize, width: usize, tint: impl Fn(&str) -> String) -> String {
    let spaces = " ".repeat(indent);
    let lines = wrapped(text, width.saturating_sub(indent).max(20));
    let lines = lines.iter().map(|line| format!("{spaces}{}\n", tint(line)));
    lines.collect()
}

/// Colours what stands in brackets, line by line: a bracket that goes on in the next line is not told
/// from words there.
fn tinted(line: &str, ink: Ink) -> String {
    if !ink.is_on {
        return line.to_owned();
    }
    let mut said = String::new();
    let mut rest = line;
    while let Some(start) = rest.find('[') {
        said += &rest[..start];
        let end = rest[start..]
            .find(']')
            .map_or(rest.len(), |end| start + end + 1);
        said += &ink.open(&rest[start..end]);
        rest = &rest[end..];
    }
    said + rest
}

/// Returns the base without brackets.
pub(super) fn clean(made: &Rolling, width: usize) -> String {
    let base = made.base();
    let mut said = String::new();
    for own in made.clean(None).iter().flatten() {
        let line = label_of(&base, own) + &words_of(&base, own.id, &own.body.base());
        said += &block(&line, indent_of(&base, own), width, str::to_owned);
        said.push('\n');
    }
    said
}
