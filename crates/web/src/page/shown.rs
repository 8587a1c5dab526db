//! A register as one reader sees it: its names in the reader's language, the rows of its tables.

use sponsio_law::act::ActKind;
use sponsio_law::calendar::Date;
use sponsio_law::clause::explain::ActIndex;
use sponsio_law::party::ParticipantKind;
use sponsio_law::register::{PartyIndex, TreatyIndex};
use sponsio_law::status::history::{Effect, History, Start};
use sponsio_law::status::live::End;
use sponsio_law::status::standing::Standing;

use crate::locale::{Language, Words};
use crate::page::asked::Asked;
use crate::page::tile::{State, Tile};
use crate::source::Reading;
use crate::wording::Wording;

/// A reading with the words in which it is shown.
#[derive(Clone, Copy)]
pub(crate) struct Shown<'a> {
    pub(crate) reading: &'a Reading,
    pub(crate) wording: &'a dyn Wording,
    pub(crate) language: Language,
}

/// Where one participant stands towards one treaty on a day.
pub(crate) struct Row {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) kind: ParticipantKind,
    pub(crate) tile: Tile,
    pub(crate) standing: Standing,
    /// The stable name of the status in data.
    pub(crate) label: &'static str,
    pub(crate) since: Option<Date>,
    pub(crate) signed: Option<Date>,
    pub(crate) deposited: Option<Date>,
    pub(crate) act: Option<ActKind>,
    pub(crate) start: Option<Date>,
    pub(crate) until: Option<Date>,
    /// Whether the end is not known, and may be as early as `until`.
    pub(crate) until_unknown: bool,
}

/// A treaty in a list.
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) state: State,
    pub(crate) tile: Tile,
    pub(crate) adopted: Option<Date>,
    pub(crate) parties: usize,
}

impl Shown<'_> {
    pub(crate) fn words(&self) -> &'static Words {
        self.language.words()
    }

    /// Returns the tag of the answers of the API: the size of the log and the day that they were computed at,
    /// with what else their words depend on. Without a log there is none.
    pub(crate) fn tag(&self, asked: &Asked) -> Option<String> {
        let log = self.reading.log.as_ref()?;
        let day = asked.at.or_else(|| self.reading.day());
        let day = day.map(|day| day.to_string()).unwrap_or_default();
        let (published, language) = (log.published.as_ref(), self.language.tag());
        let published = published.map_or(0, |published| published.size);
        let cosigned = log.published.as_ref().map_or(0, |published| {
            let seen = published.witnesses.iter();
            seen.filter(|(_, seen)| seen.is_some()).count()
        });
        let version = env!("CARGO_PKG_VERSION");
        Some(format!(
            "W/\"{}-{published}-{cosigned}-{day}-{language}-{version}\"",
            log.size
        ))
    }

    /// Returns the name of a participant.
    pub(crate) fn name(&self, party: PartyIndex) -> String {
        self.wording
            .name(self.language, &self.reading.register, party)
    }

    /// Returns the day of an answer about a treaty: the day asked for, otherwise its horizon.
    pub(crate) fn day_for(&self, treaty: TreatyIndex, at: Option<Date>) -> Option<Date> {
        let register = &self.reading.register;
        at.or_else(|| self.reading.history(treaty).horizon(register))
    }

    /// Returns a treaty as it stands in a list.
    pub(crate) fn entry(&self, treaty: TreatyIndex, at: Option<Date>) -> Entry {
        let register = &self.reading.register;
        let history = self.reading.history(treaty);
        let horizon = history.horizon(register);
        let day = at.or(horizon);
        let state = day.map_or(State::NothingKnown, |day| State::of(history, horizon, day));
        let known = day.map(|day| horizon.map_or(day, |horizon| day.min(horizon)));
        let effects = &history.effects;
        // Consents lie together by participant, so that each is counted once.
        let parties = effects.chunk_by(|one, next| one.consent.party == next.consent.party);
        let bound = parties.filter(|own| {
            let standing = |day| {
                history
                    .position(register, own[0].consent.party, day)
                    .standing
            };
            known.is_some_and(|day| standing(day).is_party())
        });
        let treaty = register.treaty(treaty);
        Entry {
            id: treaty.id.to_string(),
            title: treaty.title().to_owned(),
            state,
            tile: Tile::of_state(self.words(), state),
            adopted: treaty
                .clauses
                .header
                .adopted
                .as_ref()
                .map(|found| found.value),
            parties: bound.count(),
        }
    }

    /// Returns where everybody stands who has done something, by name.
    pub(crate) fn rows(&self, treaty: TreatyIndex, at: Date) -> Vec<Row> {
        let parties = self.reading.register.parties();
        let mut rows: Vec<Row> = parties.map(|party| self.row(treaty, party, at)).collect();
        rows.retain(|row| !matches!(row.standing, Standing::None | Standing::Entitled));
        rows.sort_by_cached_key(|row| self.wording.order(self.language, &row.name));
        rows
    }

    /// Returns where one participant stands.
    pub(crate) fn row(&self, treaty: TreatyIndex, party: PartyIndex, at: Date) -> Row {
        let register = &self.reading.register;
        let history = self.reading.history(treaty);
        let answer = history.answer(register, party, at);
        let day = answer.known_to.map_or(at, |known_to| at.min(known_to));
        let acts = register.treaty(treaty).acts();
        let position = &answer.position;
        let signed = position.signature.and_then(|act| acts.get(act.at()));
        let effect = position.effect.and_then(|place| history.effects.get(place));
        let known = |act: ActIndex| {
            acts.get(act.at())
                .is_some_and(|act| act.known_from() <= day)
        };
        let end = effect.and_then(|effect| ended(history, effect, day, known));
        let participant = register.participant(party);
        let tile = Tile::of(self.words(), &answer, history);
        let is_revoked = tile.pattern == "revoked";
        Row {
            code: participant.id.to_string(),
            name: self.name(party),
            kind: participant.kind,
            tile,
            standing: position.standing,
            label: if is_revoked {
                "revoked"
            } else {
                position.standing.label()
            },
            since: position.since,
            signed: signed.map(|act| act.date),
            deposited: effect.map(|effect| effect.consent.deposited),
            act: effect.map(|effect| effect.consent.kind),
            start: effect.and_then(started),
            until: end.map(|(day, _)| day),
            until_unknown: end.is_some_and(|(_, unknown)| unknown),
        }
    }
}

fn started(effect: &Effect) -> Option<Date> {
    match effect.start {
        Start::On(day) => Some(day),
        Start::NotYet | Start::Never | Start::Undetermined(_) => None,
    }
}

/// Returns the first day on which a consent binds no longer, as far as that was known on the day, and
/// whether it is not certain. Where the treaty has ended, nobody is bound any longer (EIF-6).
fn ended(
    history: &History,
    effect: &Effect,
    day: Date,
    known: impl Fn(ActIndex) -> bool,
) -> Option<(Date, bool)> {
    let own = match effect.consent.end {
        End::Day(end, act) if known(act) => Some((end, false)),
        End::UnknownFrom(end, act) if known(act) => Some((end, true)),
        End::Day(..) | End::UnknownFrom(..) | End::Open => None,
    };
    let of_treaty = history.ended().filter(|end| {
        let bound = started(effect).is_some_and(|start| start < *end);
        *end <= day && bound
    });
    match (own, of_treaty) {
        (Some((own, unknown)), Some(end)) if own < end => Some((own, unknown)),
        (_, Some(end)) => Some((end, false)),
        (own, None) => own,
    }
}
