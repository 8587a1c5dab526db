//! What the questions about one treaty share: which register, which treaty, which day, and from
//! where it is seen.

use clap::{Args, ValueEnum};

use sponsio_law::calendar::{self, Date};
use sponsio_law::register::{PartyIndex, Register, TreatyIndex};
use sponsio_law::status::history::{History, Lens, View};
use sponsio_record::{ParticipantId, TreatyId};

use crate::args::{RegisterArg, Shared};
use crate::command::register::open;
use crate::failure::{Failure, Kind};
use crate::folder::suggestion::nearest;
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{Voice, Words, answer, say};

/// The treaty of a question, with the rest of it.
#[derive(Debug, Clone, Args)]
pub struct QuestionArgs {
    /// The treaty, by its identifier in the register
    pub treaty: String,
    /// Which register, which day, which view
    #[command(flatten)]
    pub point: PointArgs,
}

/// Which register is asked, for which day, and from where it is seen.
#[derive(Debug, Clone, Args)]
pub struct PointArgs {
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// The day that is asked for; otherwise the latest day to which the data reach
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

impl PointArgs {
    /// Reads the register, and says how many of its lines were left out.
    pub fn open(&self, words: &Words, console: &mut Console<'_>) -> Result<Register, Failure> {
        let (register, report) = open(&self.register.register, words, console)?;
        let faults = report.faults.count();
        if faults > 0 {
            let said = say!(words, "faults-left-out", count = faults);
            writeln!(console.err, "{said}")?;
        }
        Ok(register)
    }

    /// Returns from where the register is seen.
    pub const fn lens(&self) -> Lens {
        Lens {
            known: self.known,
            view: self.view.view(),
        }
    }
}

/// Which general date is taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ViewArg {
    /// What follows from the clause and the acts.
    #[default]
    Computed,
    /// What the depositary published.
    Announced,
}

impl ViewArg {
    /// Returns the view.
    pub const fn view(self) -> View {
        match self {
            Self::Computed => View::Computed,
            Self::Announced => View::Announced,
        }
    }
}

/// Returns the stable name of a view.
pub const fn view_name(view: View) -> &'static str {
    match view {
        View::Computed => "computed",
        View::Announced => "announced",
    }
}

/// Returns the day that an argument names.
pub fn day(text: &str) -> Result<Date, String> {
    calendar::parse(text).ok_or_else(|| format!("`{text}` is no day; write it as 1976-03-23"))
}

/// A question about one treaty, with the register that answers it.
pub struct Question {
    /// The words of the answer.
    pub words: Words,
    /// The register.
    pub register: Register,
    /// The treaty.
    pub treaty: TreatyIndex,
    /// From where it is seen.
    pub lens: Lens,
    /// The history of the treaty from there.
    pub history: History,
    /// The day that is asked for.
    pub at: Date,
    /// The day to which the data reach; absent where nothing is known.
    pub horizon: Option<Date>,
    /// The columns for which text is laid out.
    pub width: usize,
}

impl Question {
    /// Reads the register and finds the treaty.
    pub fn read(
        args: &QuestionArgs,
        shared: &Shared,
        console: &mut Console<'_>,
    ) -> Result<Self, Failure> {
        let words = Words::new(shared.lang);
        let point = &args.point;
        let register = point.open(&words, console)?;
        let treaty = treaty(&words, &register, &args.treaty)?;
        let width = point.width.unwrap_or(console.width);
        Ok(Self::on(
            words,
            register,
            treaty,
            point.lens(),
            point.at,
            width,
        ))
    }

    /// Asks about a treaty of a register that was read: on the day to which the data reach, if no
    /// other is asked for.
    pub fn on(
        words: Words,
        register: Register,
        treaty: TreatyIndex,
        lens: Lens,
        at: Option<Date>,
        width: usize,
    ) -> Self {
        let history = register.history(treaty, lens);
        let horizon = history.horizon(&register);
        Self {
            words,
            at: at.or(horizon).unwrap_or(Date::MAX),
            register,
            treaty,
            lens,
            history,
            horizon,
            width,
        }
    }

    /// Returns a voice that knows the names of the register.
    pub const fn voice(&self) -> Voice<'_> {
        Voice::new(&self.words, &self.register)
    }

    /// Returns the day to which an answer can reach: the day asked for, or the horizon before it.
    pub fn day(&self) -> Date {
        self.horizon.map_or(self.at, |horizon| horizon.min(self.at))
    }

    /// Returns the first lines of an answer: title, whether in force, until when that is known.
    pub fn head(&self) -> String {
        let (voice, register) = (self.voice(), &self.register);
        let title = answer::title(voice, register, &self.history);
        let force = answer::force(voice, register, &self.history, self.at);
        let horizon = answer::horizon(voice, register, &self.history);
        let provisional = answer::provisional(voice, register, &self.history, self.at);
        let lines = [Some(title), Some(force), provisional, horizon];
        let lines = lines.into_iter().flatten();
        lines.map(|line| paragraph(&line, self.width)).collect()
    }

    /// Finds a participant by code.
    pub fn participant(&self, code: &str) -> Result<PartyIndex, Failure> {
        participant(&self.words, &self.register, code)
    }
}

/// Finds a treaty by identifier, or says which may be meant.
pub fn treaty(words: &Words, register: &Register, id: &str) -> Result<TreatyIndex, Failure> {
    let found = TreatyId::new(id)
        .ok()
        .and_then(|id| register.treaty_place(&id));
    found.ok_or_else(|| {
        let known = || register.treaties().iter().map(|treaty| treaty.id.as_str());
        let failure = Failure::new(Kind::NotFound, say!(words, "not-found-treaty", id = id));
        let hint = if let Some(meant) = nearest(id, known()) {
            say!(words, "did-you-mean", id = meant)
        } else {
            let ids: Vec<&str> = known().take(MOST_NAMED).collect();
            say!(words, "list-them", ids = ids.join(", "))
        };
        failure.with_hint(hint)
    })
}

/// Finds a participant by code, or by its name as the register or the language has it.
pub fn participant(words: &Words, register: &Register, code: &str) -> Result<PartyIndex, Failure> {
    let found = ParticipantId::new(code)
        .ok()
        .and_then(|id| register.party(&id));
    let voice = Voice::new(words, register);
    let named = || {
        let participants = register.participants().iter();
        let mut named =
            participants.filter(|one| one.name == code || voice.participant(&one.id) == code);
        register.party(&named.next()?.id)
    };
    found.or_else(named).ok_or_else(|| {
        let failure = Failure::new(
            Kind::NotFound,
            say!(words, "not-found-participant", id = code),
        );
        let known = register.participants().iter();
        match nearest(
            code,
            known.flat_map(|one| [one.id.as_str(), one.name.as_str()]),
        ) {
            Some(meant) => failure.with_hint(say!(words, "did-you-mean", id = meant)),
            None => failure,
        }
    })
}

/// The most identifiers that a hint names.
const MOST_NAMED: usize = 20;
