//! What questions about guarantees share: which register, which treaties, which day, which people.

use sponsio_law::calendar::Date;
use sponsio_law::guarantee::{Asked, Coverage, coverage, promising};
use sponsio_law::register::{PartyIndex, Register, TreatyIndex};

use crate::args::Shared;
use crate::command::question::{PointArgs, participant, treaty};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Voice, Words, say};

/// The answer to a question about guarantees, with what it takes to say it.
pub struct Answered {
    /// The words of the answer.
    pub words: Words,
    /// The register.
    pub register: Register,
    /// The matrix.
    pub coverage: Coverage,
    /// The columns for which text is laid out.
    pub width: usize,
}

/// A matrix with the words in which it is said, whoever asked for it.
#[derive(Clone, Copy)]
pub struct Matrix<'a> {
    /// The words.
    pub words: &'a Words,
    /// The register.
    pub register: &'a Register,
    /// The matrix.
    pub coverage: &'a Coverage,
}

impl<'a> Matrix<'a> {
    /// Returns a voice that knows the names of the register.
    pub const fn voice(self) -> Voice<'a> {
        Voice::new(self.words, self.register)
    }

    /// Returns the code of a member of the matrix.
    pub fn code(self, member: usize) -> &'a str {
        let party = self.coverage.members[member];
        self.register.participant(party).id.as_str()
    }

    /// Returns the identifier of the treaty of a promise.
    pub fn treaty(self, treaty: usize) -> &'a str {
        let place = self.coverage.treaties[treaty].history.treaty;
        self.register.treaty(place).id.as_str()
    }
}

impl Answered {
    /// Reads the register and computes the matrix; without treaties those that have guarantees.
    pub fn read(
        args: &PointArgs,
        treaties: &[String],
        among: &[String],
        shared: &Shared,
        console: &mut Console<'_>,
    ) -> Result<Self, Failure> {
        let words = Words::new(shared.lang);
        let register = args.open(&words, console)?;
        let treaties = named(&words, &register, treaties)?;
        let among: Result<Vec<PartyIndex>, Failure> = among
            .iter()
            .map(|code| participant(&words, &register, code))
            .collect();
        let among = among?;
        let lens = args.lens();
        let horizons = treaties.iter().map(|place| {
            let treaty = register.treaty(*place);
            register
                .horizon(treaty)
                .map(|day| args.known.map_or(day, |known| known.min(day)))
        });
        let at = args.at.or(horizons.flatten().max()).unwrap_or(Date::MAX);
        let asked = Asked {
            treaties: &treaties,
            at,
            lens,
            among: &among,
        };
        let coverage = coverage(&register, &asked).map_err(|large| {
            let sentence = say!(words, "coverage-too-large", cells = large.cells);
            let hint = say!(words, "coverage-too-large-step");
            Failure::new(Kind::Defect, sentence).with_hint(hint)
        })?;
        Ok(Self {
            words,
            register,
            coverage,
            width: args.width.unwrap_or(console.width),
        })
    }

    /// Returns a voice that knows the names of the register.
    pub const fn voice(&self) -> Voice<'_> {
        Voice::new(&self.words, &self.register)
    }

    /// Returns the code of a member of the matrix.
    pub fn code(&self, member: usize) -> &str {
        self.matrix().code(member)
    }

    /// Returns the identifier of the treaty of a promise.
    pub fn treaty(&self, treaty: usize) -> &str {
        self.matrix().treaty(treaty)
    }

    /// Returns the matrix with its words.
    pub const fn matrix(&self) -> Matrix<'_> {
        Matrix {
            words: &self.words,
            register: &self.register,
            coverage: &self.coverage,
        }
    }
}

/// The treaties with these identifiers; without any, those in which something is guaranteed.
fn named(
    words: &Words,
    register: &Register,
    treaties: &[String],
) -> Result<Vec<TreatyIndex>, Failure> {
    if !treaties.is_empty() {
        let found = treaties.iter().map(|id| treaty(words, register, id));
        let mut found = found.collect::<Result<Vec<_>, _>>()?;
        let mut seen = alloc::collections::BTreeSet::new();
        found.retain(|place| seen.insert(*place));
        return Ok(found);
    }
    Ok(promising(register))
}
