//! `sponsio register effects`: a row for each act of consent, with what it brings about.

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use sponsio_law::act::{Act, ActKind};
use sponsio_law::calendar::Date;
use sponsio_law::register::{PartyIndex, Register};
use sponsio_law::status::history::{Effect, History, Lens, Start, View};
use sponsio_law::status::live::End;
use sponsio_law::status::standing::Standing;

use crate::args::{Format, OutputArg, Shared};
use crate::command::register::{FolderArg, open, print_faults, settle};
use crate::failure::Failure;
use crate::layout::Table;
use crate::print::Console;
use crate::wording::{Words, say};

const HEADER: [&str; 7] = [
    "treaty",
    "participant",
    "act",
    "deposited",
    "in_force_for_it",
    "until",
    "status",
];

/// Arguments of `sponsio register effects`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
        sponsio register effects examples/register --format csv\n  \
        sponsio register effects examples/register --view announced --format json\n\n\
        `until` is the first day not bound. `status` is that of the participant on the day to which\n\
        the treaty's acts are known. An act of consent that follows while an earlier one is live\n\
        shows the dates of the earlier one.")]
pub struct Effects {
    /// Where the register is.
    #[command(flatten)]
    pub folder: FolderArg,
    /// Which general date is taken
    #[arg(long, value_enum, default_value_t)]
    pub view: ViewArg,
    /// The form of the output.
    #[command(flatten)]
    pub output: OutputArg,
}

/// Which general date is taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ViewArg {
    /// The one that follows from clause and acts.
    #[default]
    Computed,
    /// The one that the depositary published, where it did: a declared assumption.
    Announced,
}

impl From<ViewArg> for View {
    fn from(view: ViewArg) -> Self {
        match view {
            ViewArg::Computed => Self::Computed,
            ViewArg::Announced => Self::Announced,
        }
    }
}

/// Lists the effects of a register.
pub fn run(args: &Effects, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (register, report) = open(&args.folder.folder, &words, console)?;
    let lens = Lens {
        known: None,
        view: args.view.into(),
    };
    let rows = rows(&register, &register.chronicle(lens));
    print_faults(&words, &report.faults, console)?;
    match args.output.form() {
        Format::Csv => console.csv(HEADER, rows)?,
        Format::Json => {
            let rows: Vec<Value> = rows.iter().map(object).collect();
            let view = match args.view {
                ViewArg::Computed => "computed",
                ViewArg::Announced => "announced",
            };
            console.json(&json!({"hypothesis": false, "view": view, "effects": rows}))?;
        }
        Format::Text => console.text(&table(&words, &rows, console.width))?,
    }
    settle(&words, &report.faults)
}

/// Returns the rows of all treaties, sorted by treaty, participant and date.
pub fn rows(register: &Register, histories: &[History]) -> Vec<[String; 7]> {
    let mut histories: Vec<&History> = histories.iter().collect();
    histories.sort_by_key(|history| &register.treaty(history.treaty).id);
    let mut rows = Vec::new();
    for history in histories {
        let treaty = register.treaty(history.treaty);
        let mut acts: Vec<&Act> = treaty.acts().iter().collect();
        acts.retain(|act| act.kind().is_some_and(ActKind::is_consent));
        acts.sort_by_key(|act| (&act.participant, act.date, act.kind()));
        let mut reading = Reading {
            register,
            history,
            horizon: register.horizon(treaty),
            last: None,
        };
        for act in acts {
            if let Some(party) = register.party(&act.participant) {
                rows.push(reading.row(act, party));
            }
        }
    }
    rows
}

/// One treaty's history while its rows are read.
struct Reading<'a> {
    register: &'a Register,
    history: &'a History,
    horizon: Option<Date>,
    /// The latest standing that was asked for: the acts of one interval share it.
    last: Option<(PartyIndex, Date, Standing)>,
}

impl Reading<'_> {
    fn row(&mut self, act: &Act, party: PartyIndex) -> [String; 7] {
        // The interval that the act opened, or within which it stands.
        let effect = self
            .history
            .effects_of(party)
            .filter(|effect| effect.consent.from <= act.date)
            .last();
        let start = match effect.map(|effect| effect.start) {
            Some(Start::On(day)) => day.to_string(),
            _ => String::new(),
        };
        let until = match effect.map(|effect| effect.consent.end) {
            Some(End::Day(day, _)) => day.to_string(),
            _ => String::new(),
        };
        [
            act.treaty.to_string(),
            act.participant.to_string(),
            act.label.as_str().to_owned(),
            act.date.to_string(),
            start,
            until,
            self.standing(party, effect).label().to_owned(),
        ]
    }

    /// The standing at the horizon; an interval that is over by then has its own last word,
    /// whatever the participant did afterwards.
    fn standing(&mut self, party: PartyIndex, effect: Option<&Effect>) -> Standing {
        let Some(horizon) = self.horizon else {
            return Standing::Undetermined;
        };
        let over = effect.and_then(|effect| effect.consent.end.day());
        let day = over.map_or(horizon, |over| over.min(horizon));
        if let Some((_, _, standing)) = self.last.filter(|last| (last.0, last.1) == (party, day)) {
            return standing;
        }
        let standing = self.history.position(self.register, party, day).standing;
        self.last = Some((party, day, standing));
        standing
    }
}

fn object(row: &[String; 7]) -> Value {
    let fields = HEADER.iter().zip(row);
    let value = |field: &String| match field.as_str() {
        "" => Value::Null,
        field => json!(field),
    };
    fields
        .map(|(name, field)| ((*name).to_owned(), value(field)))
        .collect()
}

/// The rows as a table for people: acts and statuses in the words of the language.
fn table(words: &Words, rows: &[[String; 7]], width: usize) -> String {
    let row = |[treaty, participant, act, deposited, start, until, status]: &[String; 7]| {
        let act = ActKind::from_label(act).map_or_else(|| act.clone(), |kind| words.act(kind));
        let status = say!(words, &format!("standing-{status}"));
        let cells = [treaty, participant, &act, deposited, start, until, &status];
        cells.map(String::clone).to_vec()
    };
    let header = [
        say!(words, "column-treaty"),
        say!(words, "column-participant"),
        say!(words, "column-act"),
        say!(words, "column-deposited"),
        say!(words, "column-start"),
        say!(words, "column-until"),
        say!(words, "column-standing"),
    ];
    let table = Table {
        header: header.to_vec(),
        rows: rows.iter().map(row).collect(),
    };
    table.laid_out(width)
}
