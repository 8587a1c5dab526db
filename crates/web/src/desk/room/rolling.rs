//! The rolling text article by article: words, brackets with who stands behind each reading, whole
//! alternatives, and how each article stands.

use sponsio_law::conference::{
    Conference, Place as LawPlace, SilenceObject, SilenceState, Standing,
};
use sponsio_record::{Instant, ParticipantId};
use sponsio_text::view::{Bracket, Piece, Rival, Row};
use sponsio_text::{Expression, Kind, Position, ProvisionId, Rolling, Stance, Token};

use crate::locale::{Words, say};
use crate::page::text::{depth, is_heading, label, write};

/// A stretch of a line.
pub(super) enum Bit {
    /// Words as they are read.
    Words(String),
    /// A reading begins.
    Begin {
        /// Whether it is that of the base.
        is_base: bool,
        /// Who stands where on it.
        by: Vec<Code>,
    },
    /// A reading without words.
    NoText,
    /// A reading ends.
    End,
}

/// A delegation with its mark, and the word for the mark.
pub(super) struct Code {
    pub(super) name: String,
    pub(super) mark: &'static str,
    pub(super) said: String,
}

/// What is wanted in the place of a whole provision.
pub(super) struct Instead {
    pub(super) head: String,
    pub(super) by: Vec<Code>,
    pub(super) bits: Vec<Bit>,
}

/// A provision.
pub(super) struct Line {
    pub(super) id: String,
    pub(super) depth: usize,
    pub(super) label: String,
    pub(super) bits: Vec<Bit>,
    pub(super) instead: Vec<Instead>,
    pub(super) footnotes: Vec<String>,
    pub(super) is_inserted: bool,
    pub(super) is_selected: bool,
}

/// What is said of how an article stands.
pub(super) struct Tag {
    pub(super) said: String,
    pub(super) is_open: bool,
}

/// A heading with the provisions below it; the first may have none.
pub(super) struct Article {
    pub(super) heading: Option<Line>,
    pub(super) lines: Vec<Line>,
    pub(super) tags: Vec<Tag>,
}

/// From what articles are made.
pub(super) struct Made<'a> {
    pub(super) words: &'a Words,
    pub(super) view: &'a Conference,
    pub(super) now: Instant,
    pub(super) selected: Option<ProvisionId>,
    pub(super) with_names: bool,
}

/// How much is open in an article.
#[derive(Default)]
struct Open {
    places: usize,
    alternatives: usize,
    deletions: usize,
    inserted: bool,
    ids: Vec<ProvisionId>,
}

impl Made<'_> {
    /// Returns the articles of a rolling text.
    pub(super) fn articles(&self, rolling: &Rolling) -> Vec<Article> {
        let view = if self.with_names {
            rolling.attributed()
        } else {
            rolling.unattributed()
        };
        let text = &rolling.expression;
        self.grouped(
            text,
            view.rows.iter().map(|row| (row, self.line(text, row))),
        )
    }

    fn grouped<'r>(
        &self,
        text: &Expression,
        lines: impl Iterator<Item = (&'r Row<'r>, Line)>,
    ) -> Vec<Article> {
        let mut articles: Vec<(Article, Open)> = Vec::new();
        for (row, line) in lines {
            let begins = is_heading(row.provision.kind);
            if begins || articles.is_empty() {
                let article = Article {
                    heading: None,
                    lines: Vec::new(),
                    tags: Vec::new(),
                };
                articles.push((article, Open::default()));
            }
            let Some((article, open)) = articles.last_mut() else {
                continue;
            };
            count(row, open);
            if begins {
                article.heading = Some(line);
            } else {
                article.lines.push(line);
            }
        }
        let articles = articles.into_iter().map(|(article, open)| Article {
            tags: self.tags(text, &open),
            ..article
        });
        articles.collect()
    }

    fn line(&self, text: &Expression, row: &Row<'_>) -> Line {
        let own = row.provision;
        let mut footnotes = Vec::new();
        let bits = self.bits(text, own.id, &row.pieces, &mut footnotes);
        let instead = row
            .rivals
            .iter()
            .map(|rival| self.instead(text, own.id, rival));
        let is_title = own.kind == Kind::Title;
        Line {
            id: own.id.to_string(),
            depth: if is_title { 0 } else { depth(text, own) },
            label: label(text, own),
            bits,
            instead: instead.collect(),
            footnotes,
            is_inserted: row.is_inserted,
            is_selected: self.selected == Some(own.id),
        }
    }

    /// Returns words and brackets as a template writes them.
    fn bits(
        &self,
        text: &Expression,
        from: ProvisionId,
        pieces: &[Piece<'_>],
        footnotes: &mut Vec<String>,
    ) -> Vec<Bit> {
        let mut bits = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Words(tokens) => bits.push(said(text, from, tokens, footnotes)),
                Piece::Place {
                    space_before,
                    brackets,
                } => {
                    for (place, bracket) in brackets.iter().enumerate() {
                        if *space_before || place > 0 {
                            bits.push(Bit::Words(" ".to_owned()));
                        }
                        self.bracket(text, from, bracket, footnotes, &mut bits);
                    }
                }
            }
        }
        bits
    }

    fn bracket(
        &self,
        text: &Expression,
        from: ProvisionId,
        bracket: &Bracket<'_>,
        footnotes: &mut Vec<String>,
        bits: &mut Vec<Bit>,
    ) {
        bits.push(Bit::Begin {
            is_base: bracket.is_base,
            by: codes(self.words, bracket.stances),
        });
        if bracket.pieces.is_empty() {
            bits.push(Bit::NoText);
        } else {
            let mut inner = self.bits(text, from, &bracket.pieces, footnotes);
            if let Some(Bit::Words(first)) = inner.first_mut() {
                *first = first.trim_start().to_owned();
            }
            bits.append(&mut inner);
        }
        bits.push(Bit::End);
    }

    fn instead(&self, text: &Expression, from: ProvisionId, rival: &Rival<'_>) -> Instead {
        let words = self.words;
        let named = |by: &[&ParticipantId]| {
            let codes = by.iter().map(|code| Code {
                name: code.to_string(),
                mark: "",
                said: String::new(),
            });
            codes.collect::<Vec<_>>()
        };
        match rival {
            Rival::Text {
                letter,
                stances,
                words: pieces,
            } => {
                let mut notes = Vec::new();
                let letter = letter.to_string();
                Instead {
                    head: say!(words, "room-alternative", letter = letter.as_str()),
                    by: codes(words, stances),
                    bits: pieces.as_ref().map_or_else(
                        || vec![Bit::NoText],
                        |pieces| self.bits(text, from, pieces, &mut notes),
                    ),
                }
            }
            Rival::Moved { by, after } => {
                let after = after.and_then(|id| text.provision(id));
                let after = after.map(|own| label(text, own)).unwrap_or_default();
                Instead {
                    head: say!(words, "room-moved", after = after.as_str()),
                    by: named(by),
                    bits: Vec::new(),
                }
            }
            Rival::Restructured { by, .. } => Instead {
                head: say!(words, "room-restructured"),
                by: named(by),
                bits: Vec::new(),
            },
        }
    }

    /// Returns how an article stands. Unbracketed is never said as agreed.
    fn tags(&self, text: &Expression, open: &Open) -> Vec<Tag> {
        let words = self.words;
        let mut tags = Vec::new();
        let mut add = |said: String, is_open: bool| tags.push(Tag { said, is_open });
        if open.places > 0 {
            add(say!(words, "room-tag-bracketed", count = open.places), true);
        }
        if open.deletions > 0 {
            add(say!(words, "room-tag-deletion"), true);
        }
        if open.alternatives > open.deletions {
            add(say!(words, "room-tag-alternatives"), true);
        }
        if open.inserted {
            add(say!(words, "room-tag-inserted"), true);
        }
        if tags.is_empty() {
            tags.push(Tag {
                said: say!(words, "room-tag-unbracketed"),
                is_open: false,
            });
        }
        for key in self.standing(text, open) {
            tags.push(Tag {
                said: say!(words, key),
                is_open: false,
            });
        }
        tags
    }

    /// What was agreed, and what silence is asked for; an article is agreed when all of it is.
    fn standing(&self, text: &Expression, open: &Open) -> Vec<&'static str> {
        let places = open.ids.iter().map(|id| LawPlace {
            provision: *id,
            language: text.language.clone(),
        });
        let places: Vec<LawPlace> = places.collect();
        let standing = |place| self.view.standing(place, self.now);
        let is_agreed = |place| matches!(standing(place), Some(Standing::Agreed(_)));
        let is_given = |place| {
            matches!(
                standing(place),
                Some(Standing::AdReferendum(_) | Standing::InPackage(_))
            )
        };
        let mut found = Vec::new();
        if !places.is_empty() && places.iter().all(is_agreed) {
            found.push("room-tag-agreed");
        } else if places.iter().any(is_given) {
            found.push("room-tag-ad-referendum");
        }
        let mut silences = self.view.silences();
        let runs = silences.any(|(_, silence)| {
            let on_this = match &silence.started.on {
                SilenceObject::Provision(place) => places.contains(place),
                SilenceObject::Adoption | SilenceObject::Decision(_) => false,
            };
            on_this && matches!(silence.state(self.now), SilenceState::Running(_))
        });
        if runs {
            found.push("room-tag-silence");
        }
        found
    }
}

fn count(row: &Row<'_>, open: &mut Open) {
    let is_place = |piece: &&Piece<'_>| matches!(piece, Piece::Place { .. });
    open.places += row.pieces.iter().filter(is_place).count();
    open.alternatives += row.rivals.len();
    let is_deletion = |rival: &&Rival<'_>| matches!(rival, Rival::Text { words: None, .. });
    open.deletions += row.rivals.iter().filter(is_deletion).count();
    open.inserted |= row.is_inserted;
    // A heading without words, as that of a preamble, is nothing to agree on.
    if !row.provision.body.parts.is_empty() {
        open.ids.push(row.provision.id);
    }
}

fn said(
    text: &Expression,
    from: ProvisionId,
    tokens: &[Token],
    footnotes: &mut Vec<String>,
) -> Bit {
    let mut line = String::new();
    write(text, from, tokens, &mut line, footnotes);
    Bit::Words(line)
}

/// Returns the word for a position; supporting and proposing need none.
pub(super) fn stance_key(position: Position) -> &'static str {
    match position {
        Position::Propose => "stance-propose",
        Position::Support => "stance-support",
        Position::CanAccept => "stance-can-accept",
        Position::Reserve => "stance-reserve",
        Position::Oppose => "stance-oppose",
    }
}

fn codes(words: &Words, stances: &[Stance]) -> Vec<Code> {
    let codes = stances.iter().map(|stance| {
        let mark = match stance.position {
            Position::Propose | Position::Support => "",
            Position::CanAccept => "~",
            Position::Reserve => "!",
            Position::Oppose => "^",
        };
        let code = stance.delegation.as_ref();
        Code {
            name: code.map_or_else(|| "?".to_owned(), ParticipantId::to_string),
            mark,
            said: if mark.is_empty() {
                String::new()
            } else {
                say!(words, stance_key(stance.position))
            },
        }
    });
    codes.collect()
}
