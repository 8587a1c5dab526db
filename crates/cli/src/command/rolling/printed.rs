//! A rolling text for people at a terminal: brackets, and beneath a provision what is wanted in its
//! place.

mod colour;
mod place;
mod rival;

use alloc::collections::BTreeSet;

use sponsio_record::ParticipantId;
use sponsio_text::view::{Piece, Row, Style, plain, spelled_by};
use sponsio_text::{
    Expression, Position, ProvisionId, Rolling, Stance, Stated, Token, TokenKind, reference,
};

use crate::layout::wrapped;
use crate::wording::{Words, say};

pub(crate) use self::colour::Ink;
use self::colour::tinted;
use self::place::indent_of;
pub(crate) use self::place::label_of;
pub(crate) use self::place::place_of;
use self::rival::rival_line;

/// Returns tokens in words, references included.
pub(crate) fn words_of(text: &Expression, from: ProvisionId, tokens: &[Token]) -> String {
    let said = tokens.iter().map(|token| match &token.kind {
        TokenKind::Reference(target) if token.text.is_empty() => {
            let space = if token.space_before { " " } else { "" };
            let shown = reference(text, from, target).filter(|shown| !shown.is_empty());
            // What has no label is named by its id.
            let shown = shown
                .unwrap_or_else(|| plain(core::slice::from_ref(token)).trim_start().to_owned());
            format!("{space}{shown}")
        }
        _ => plain(core::slice::from_ref(token)),
    });
    said.collect()
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
pub(crate) fn lines(words: &Words, made: &Rolling, names: bool, ink: Ink, width: usize) -> String {
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

/// Returns the lines of what is open in a rolling text, with the headings above it.
pub(super) fn open_lines(
    words: &Words,
    made: &Rolling,
    names: bool,
    ink: Ink,
    width: usize,
) -> String {
    let view = if names {
        made.attributed()
    } else {
        made.unattributed()
    };
    let mut shown = BTreeSet::new();
    for row in view.rows.iter().filter(|row| is_open(row)) {
        let mut at = Some(row.provision);
        while let Some(own) = at.filter(|own| shown.insert(own.id)) {
            at = own.parent.and_then(|id| made.expression.provision(id));
        }
    }
    let rows = view.rows.iter();
    let rows = rows.filter(|row| shown.contains(&row.provision.id));
    rows.map(|row| row_lines(words, made, row, ink, width) + "\n")
        .collect()
}

fn is_open(row: &Row<'_>) -> bool {
    let is_place = |piece: &Piece<'_>| matches!(piece, Piece::Place { .. });
    row.is_inserted
        || !row.rivals.is_empty()
        || !row.unattached.is_empty()
        || !row.overrides.is_empty()
        || row.pieces.iter().any(is_place)
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
    for line in stated_lines(words, row) {
        said += &block(&line, indent + 4, width, |line| ink.open(line));
    }
    said
}

/// What delegations say of an insertion as a whole, and of words that are no more; and who stands here
/// itself although its group speaks for it.
pub(super) fn stated_lines(words: &Words, row: &Row<'_>) -> Vec<String> {
    let own = row.provision.body.base();
    let stance = |stated: &Stated| Stance {
        delegation: Some(stated.delegation.clone()),
        position: stated.position,
    };
    let (of_insertion, others): (Vec<_>, Vec<_>) = row
        .unattached
        .iter()
        .partition(|stated| row.is_inserted && stated.words == own);
    let mut lines = Vec::new();
    if !of_insertion.is_empty() {
        let stances: Vec<Stance> = of_insertion.into_iter().map(&stance).collect();
        lines.push(say!(words, "rolling-on-insertion", who = codes(&stances)));
    }
    for stated in others {
        let on = plain(&stated.words);
        lines.push(say!(
            words,
            "rolling-unattached",
            who = codes(&[stance(stated)]),
            words = on.trim_start()
        ));
    }
    for own in &row.overrides {
        let (member, group) = (own.member.as_str(), own.group.as_str());
        lines.push(say!(
            words,
            "rolling-override",
            member = member,
            group = group
        ));
    }
    lines
}

/// Pieces as one line, references in words.
pub(super) fn pieces_of(
    text: &Expression,
    from: ProvisionId,
    pieces: &[Piece<'_>],
    style: Style<'_>,
) -> String {
    spelled_by(pieces, style, &|tokens| words_of(text, from, tokens))
}

fn block(text: &str, indent: usize, width: usize, tint: impl Fn(&str) -> String) -> String {
    let spaces = " ".repeat(indent);
    let lines = wrapped(text, width.saturating_sub(indent).max(20));
    let lines = lines.iter().map(|line| format!("{spaces}{}\n", tint(line)));
    lines.collect()
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
