//! What questions about guarantees share: which register, which treaties, which day, which people.

use clap::Args;

use sponsio_law::calendar::Date;
use sponsio_law::guarantee::{Asked, Coverage, coverage};
use sponsio_law::register::{PartyIndex, Register, TreatyIndex};
use sponsio_law::status::history::Lens;

use crate::args::{RegisterArg, Shared};
use crate::command::question::{ViewArg, day, participant, treaty};
use crate::command::register::open;
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Voice, Words, say};

/// The register, the day and the view of a question about guarantees.
#[derive(Debug, Clone, Args)]
pub struct CoverageArgs {
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// The day that is asked for; otherwise the latest day to which data of the treaties reach
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub at: Option<Date>,
    /// Answer from what the register knew on this day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub known: Option<Date>,
    /// Take the computed general date, or assume the announced one
    #[arg(long, value_enum, default_value_t)]
    pub view: ViewArg,
    /// Columns for which text is laid out; otherwise those of the terminal, at most 100
    #[arg(long, value_name = "COLUMNS")]
    pub width: Option<usize>,
}

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

impl Answered {
    /// Reads the register and computes the matrix; without treaties those that have guarantees.
    pub fn read(
        args: &CoverageArgs,
        treaties: &[String],
        among: &[String],
        shared: &Shared,
        console: &mut Console<'_>,
    ) -> Result<Self, Failure> {
        let words = Words::new(shared.lang);
        let (register, report) = open(&args.register.register, &words, console)?;
        let faults = report.faults.count();
        if faults > 0 {
            let said = say!(words, "faults-left-out", count = faults);
            writeln!(console.err, "{said}")?;
        }
        let treaties = named(&words, &register, treaties)?;
        let among: Result<Vec<PartyIndex>, Failure> = among
            .iter()
            .map(|code| participant(&words, &register, code))
            .collect();
        let among = among?;
        let lens = Lens {
            known: args.known,
            view: args.view.view(),
        };
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
        let party = self.coverage.members[member];
        self.register.participant(party).id.as_str()
    }

    /// Returns the identifier of the treaty of a promise.
    pub fn treaty(&self, treaty: usize) -> &str {
        let place = self.coverage.treaties[treaty].history.treaty;
        self.register.treaty(place).id.as_str()
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
    let places = register.treaty_places();
    let with: Vec<TreatyIndex> = places
        .filter(|place| register.treaty(*place).guarantees().next().is_some())
        .collect();
    Ok(with)
}
