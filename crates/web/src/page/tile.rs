//! One word, one status, one tile: which letter, pattern and word a status of the law has on a page.
//! Two are never merged (`docs/guide/serve.md`).

use sponsio_law::calendar::Date;
use sponsio_law::clause::truth::Truth;
use sponsio_law::status::history::{Effect, Force, History, Start};
use sponsio_law::status::standing::{Answer, Standing};

use crate::locale::{Words, say};

/// The tile of a status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tile {
    /// The pattern, as the style sheet names it.
    pub(crate) pattern: &'static str,
    /// The letter of the interface language.
    pub(crate) letter: String,
    /// The word.
    pub(crate) word: String,
}

impl Tile {
    fn new(words: &Words, pattern: &'static str, key: &str) -> Self {
        Self {
            pattern,
            letter: say!(words, &format!("letter-{pattern}")),
            word: say!(words, &format!("status-{key}")),
        }
    }

    /// Returns the tile of a participant's answer. A consent that ended before the treaty could bind
    /// its author is not that of a former party.
    pub(crate) fn of(words: &Words, answer: &Answer, history: &History) -> Self {
        let position = &answer.position;
        let effect = position.effect.and_then(|place| history.effects.get(place));
        let standing = position.standing;
        if standing == Standing::Former && effect.is_some_and(never_bound) {
            return Self::revoked(words);
        }
        let mut tile = Self::new(words, pattern(standing), standing.label());
        if position.applies_provisionally && standing != Standing::Provisional {
            tile.word = say!(words, "status-and-provisional", status = tile.word);
        }
        tile
    }

    /// Returns the tile of a status as such.
    pub(crate) fn of_standing(words: &Words, standing: Standing) -> Self {
        Self::new(words, pattern(standing), standing.label())
    }

    /// Returns the tile of a consent that was withdrawn before entry into force (CON-5).
    pub(crate) fn revoked(words: &Words) -> Self {
        Self::new(words, "revoked", "revoked")
    }

    /// Returns the tile of a treaty's state.
    pub(crate) fn of_state(words: &Words, state: State) -> Self {
        Self {
            pattern: state.pattern(),
            letter: say!(words, &format!("letter-{}", state.pattern())),
            word: state.words(words),
        }
    }
}

const fn pattern(standing: Standing) -> &'static str {
    match standing {
        Standing::None | Standing::Entitled | Standing::Negotiating | Standing::Undetermined => {
            "none"
        }
        Standing::Signatory | Standing::SignatoryBoundBy18 => "signed",
        Standing::Contracting => "consented",
        Standing::Provisional => "provisional",
        Standing::Party | Standing::Withdrawing => "bound",
        Standing::Suspended => "suspended",
        Standing::Former => "withdrawn",
    }
}

fn never_bound(effect: &Effect) -> bool {
    matches!(effect.start, Start::Never | Start::NotYet)
}

/// Whether a treaty is in force on a day, as far as that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    InForce(Date),
    Later(Date),
    /// Acts after the day bring it into force.
    Before(Date),
    NotInForce,
    Ended(Date),
    Lapsed(Date),
    Undetermined(Option<Date>),
    NoRule,
    NothingKnown,
}

impl State {
    /// Returns the state on a day; after the horizon, the last that is known.
    pub(crate) fn of(history: &History, horizon: Option<Date>, day: Date) -> Self {
        let Some(horizon) = horizon else {
            return Self::NothingKnown;
        };
        let day = day.min(horizon);
        if let Some(end) = history.ended().filter(|end| *end <= day) {
            return Self::Ended(end);
        }
        match history.force() {
            Force::InForce { since, .. } if *since <= day => match history.in_force_on(day) {
                Truth::True => Self::InForce(*since),
                Truth::False => Self::Lapsed(*since),
                Truth::Unknown => Self::Undetermined(Some(*since)),
            },
            Force::InForce { since, trigger } => {
                if trigger.is_some_and(|trigger| day < trigger) {
                    Self::Before(*since)
                } else {
                    Self::Later(*since)
                }
            }
            Force::NotInForce => Self::NotInForce,
            Force::Undetermined { not_before, .. } => Self::Undetermined(*not_before),
            Force::NoRule => Self::NoRule,
        }
    }

    /// Returns the first day in force, where the treaty is or has been by the day.
    pub(crate) const fn since(self) -> Option<Date> {
        match self {
            Self::InForce(day) | Self::Lapsed(day) => Some(day),
            _ => None,
        }
    }

    /// Returns the day that the derivation explains: the first in force, be it in the future.
    pub(crate) const fn explained(self) -> Option<Date> {
        match self {
            Self::InForce(day) | Self::Lapsed(day) | Self::Later(day) | Self::Before(day) => {
                Some(day)
            }
            _ => None,
        }
    }

    /// Returns the stable name of the state in data.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::InForce(_) => "in-force",
            Self::Later(_) | Self::Before(_) | Self::NotInForce => "not-in-force",
            Self::Ended(_) => "ended",
            Self::Lapsed(_) => "lapsed",
            Self::Undetermined(_) => "undetermined",
            Self::NoRule => "no-rule",
            Self::NothingKnown => "nothing-known",
        }
    }

    const fn pattern(self) -> &'static str {
        match self {
            Self::InForce(_) => "bound",
            Self::Later(_) => "consented",
            Self::Before(_)
            | Self::NotInForce
            | Self::Undetermined(_)
            | Self::NoRule
            | Self::NothingKnown => "none",
            Self::Ended(_) | Self::Lapsed(_) => "withdrawn",
        }
    }

    fn words(self, words: &Words) -> String {
        match self {
            Self::InForce(day) => say!(words, "state-in-force", day = day),
            Self::Later(day) => say!(words, "state-later", day = day),
            Self::Before(day) => say!(words, "state-before", day = day),
            Self::NotInForce => say!(words, "state-not-in-force"),
            Self::Ended(day) => say!(words, "state-ended", day = day),
            Self::Lapsed(day) => say!(words, "state-lapsed", day = day),
            Self::Undetermined(Some(day)) => say!(words, "state-undetermined-from", day = day),
            Self::Undetermined(None) => say!(words, "state-undetermined"),
            Self::NoRule => say!(words, "state-no-rule"),
            Self::NothingKnown => say!(words, "state-nothing-known"),
        }
    }
}
