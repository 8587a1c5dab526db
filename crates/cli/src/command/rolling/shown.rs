//! What of a rolling text is shown: a view of the whole, the text of one delegation, or those of two.

use sponsio_record::ParticipantId;
use sponsio_text::{Expression, Rolling};

use crate::command::rolling::printed::{self, Ink};
use crate::command::rolling::{Showing, View, columns, concessions, rows};
use crate::failure::{Failure, Kind};
use crate::wording::{Words, say};

/// What is to be shown.
pub(in crate::command) enum Shown {
    /// All of it, in this view.
    Whole(View),
    /// What is open, with the headings above it; with names, or without.
    Open { names: bool },
    /// Who would have to give way to clear each provision.
    Concessions,
    /// The text as this delegation would have it.
    Of(ParticipantId),
    /// The texts of two delegations side by side.
    Beside(ParticipantId, ParticipantId),
}

impl Shown {
    /// Returns what the arguments ask for.
    pub(in crate::command) fn of(
        of: Option<&str>,
        showing: &Showing,
        words: &Words,
        made: &Rolling,
    ) -> Result<Self, Failure> {
        let code = |code: &str| -> Result<ParticipantId, Failure> {
            let known = ParticipantId::new(code).ok();
            let known = known.filter(|code| made.delegations().contains(code));
            known.ok_or_else(|| {
                Failure::new(
                    Kind::NotFound,
                    say!(words, "rolling-no-version", code = code),
                )
            })
        };
        match (of, showing.beside.as_slice()) {
            (None, _) if showing.concessions => Ok(Self::Concessions),
            (Some(own), _) => Ok(Self::Of(code(own)?)),
            (None, [left, right]) => Ok(Self::Beside(code(left)?, code(right)?)),
            (None, []) if showing.only_open => match showing.view {
                View::Attributed => Ok(Self::Open { names: true }),
                View::Unattributed => Ok(Self::Open { names: false }),
                view => Ok(Self::Whole(view)),
            },
            (None, []) => Ok(Self::Whole(showing.view)),
            (None, _) => Err(Failure::new(Kind::Usage, say!(words, "rolling-two-codes"))),
        }
    }

    /// Returns it for people at a terminal.
    pub(super) fn text(&self, words: &Words, made: &Rolling, ink: Ink, width: usize) -> String {
        match self {
            Self::Open { names } => printed::open_lines(words, made, *names, ink, width),
            Self::Whole(View::Attributed) => printed::lines(words, made, true, ink, width),
            Self::Whole(View::Unattributed) => printed::lines(words, made, false, ink, width),
            Self::Whole(View::Columns) => columns::rolling(words, made, ink, width),
            Self::Whole(View::Clean) => printed::clean(made, width),
            Self::Whole(View::Positions) => rows::table(words, made, width),
            Self::Concessions => concessions::text(words, made, width),
            Self::Of(own) => columns::marked(words, made, own, ink, width),
            Self::Beside(left, right) => columns::beside(words, made, left, right, ink, width),
        }
    }

    /// The text in source form: one delegation's, the base, or all with its brackets.
    pub(super) fn expression(&self, made: &Rolling) -> Expression {
        match self {
            Self::Of(own) => made.project(own),
            Self::Whole(View::Clean) => made.base(),
            Self::Whole(_) | Self::Open { .. } | Self::Concessions | Self::Beside(..) => {
                made.expression.clone()
            }
        }
    }
}
