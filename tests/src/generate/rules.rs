//! Rules in Clausula: every statement of the core, in sizes that few acts can fulfil.

use super::{Choices, World, line};

const UNITS: [&str; 3] = ["days", "months", "days"];

const CONSENTS: [&str; 5] = [
    "ratification",
    "accession",
    "acceptance",
    "definitive-signature",
    "succession",
];

/// The depositary whose habits `depositaries.clausula` gives.
const DEPOSITARY: &str = "The Government of Somewhere";

/// What may be asked about in one treaty's conditions.
struct Scope<'a> {
    world: &'a World,
    number: u32,
}

/// Returns the file of the depositaries' habits.
pub(super) fn depositaries(world: &World, choices: &mut Choices) -> String {
    let mut text = format!("# habits\ndepositary \"{DEPOSITARY}\"\n");
    for _ in 0..=choices.below(2) {
        expiry(world, &mut text, choices);
    }
    if choices.one_in(3) {
        organizations(&mut text, choices);
    }
    text.push_str("\ndepositary \"Another\"\n  policy period-expiry next-day\n");
    text
}

fn expiry(world: &World, text: &mut String, choices: &mut Choices) {
    let habit = *choices.one_of(&["next-day", "same-day", "next-day"]);
    let (one, other) = (world.day(choices), world.day(choices));
    let (from, until) = (one.min(other), one.max(other));
    match choices.below(4) {
        1 => line(
            text,
            format_args!("  policy period-expiry {habit} from {from}"),
        ),
        2 => line(
            text,
            format_args!("  policy period-expiry {habit} until {until}"),
        ),
        3 => line(
            text,
            format_args!("  policy period-expiry {habit} from {from} until {until}"),
        ),
        _ => line(text, format_args!("  policy period-expiry {habit}")),
    }
}

fn organizations(text: &mut String, choices: &mut Choices) {
    let policy = *choices.one_of(&["not-additional", "counted", "never-counted"]);
    line(text, format_args!("  policy organizations {policy}"));
}

/// Returns one treaty's file.
pub(super) fn treaty(world: &World, number: u32, choices: &mut Choices) -> String {
    let scope = Scope { world, number };
    let mut rules = String::new();
    if choices.one_in(4) {
        let kinds: Vec<&str> = CONSENTS.into_iter().filter(|_| choices.one_in(2)).collect();
        let kinds = if kinds.is_empty() {
            String::from("ratification")
        } else {
            kinds.join(", ")
        };
        line(&mut rules, format_args!("consent by {kinds} [art. 2]"));
    }
    let negotiated = choices.one_in(12);
    if negotiated {
        if choices.one_in(2) {
            let codes = world.some_codes(choices).join(", ");
            line(&mut rules, format_args!("group NEGOTIATING = {{{codes}}}"));
        }
    } else {
        scope.force(&mut rules, choices);
    }
    scope.joiner(&mut rules, choices);
    scope.beyond_the_core(&mut rules, choices);
    let barred = withdrawal(&mut rules, choices);
    if barred {
        rules = rules.replace(", even before general entry into force", "");
    }
    if choices.one_in(4) {
        rules.push_str("reservations not to 2, 14 bis, 7(2)(a) [art. 9]\n");
    }

    let mut text =
        format!("# a treaty nobody made\ntreaty \"Treaty No. {number}\"\n  id t-{number}\n");
    let adopted = world.first;
    if choices.one_in(5) {
        line(&mut text, format_args!("  opened {adopted}"));
    } else {
        line(
            &mut text,
            format_args!("  adopted {adopted} at \"Some, where\"   # a place"),
        );
    }
    if choices.one_in(3) {
        line(&mut text, format_args!("  depositary \"{DEPOSITARY}\""));
    }
    if !barred && choices.one_in(4) {
        let announced = world.day(choices);
        line(&mut text, format_args!("  announced in force {announced}"));
    }
    while choices.one_in(3) {
        expiry(world, &mut text, choices);
    }
    if choices.one_in(3) {
        organizations(&mut text, choices);
    }
    text.push('\n');
    scope.declare(&rules, &mut text, choices);
    text.push_str(&rules);
    text
}

/// Writes the withdrawal statement; says whether it bars notices.
fn withdrawal(text: &mut String, choices: &mut Choices) -> bool {
    let unit = *choices.one_of(&UNITS);
    let count = 1 + choices.below(40) % if unit == "months" { 3 } else { 40 };
    let (bar_unit, bar) = (*choices.one_of(&UNITS), 1 + choices.below(6));
    match choices.below(8) {
        1 => text.push_str("withdrawal silent\n"),
        2 => text.push_str("withdrawal excluded [art. 7]\n"),
        3 | 4 => {
            line(
                text,
                format_args!(
                    "withdrawal {count} {unit} after receipt of notice, not before {bar} {bar_unit} \
                     after general entry into force"
                ),
            );
            return true;
        }
        5 => {
            line(
                text,
                format_args!(
                    "withdrawal {count} {unit} after receipt of notice, not before {bar} {bar_unit} \
                     after its entry into force"
                ),
            );
            return true;
        }
        6 => {}
        _ => line(
            text,
            format_args!("withdrawal {count} {unit} after receipt of notice [art. 6]"),
        ),
    }
    false
}

impl Scope<'_> {
    /// Declares the groups and tables that the rules name.
    fn declare(&self, rules: &str, text: &mut String, choices: &mut Choices) {
        if rules.contains("REGIONAL") {
            text.push_str("group REGIONAL from \"groups/regional.csv\"\n");
        }
        if rules.contains("LISTED") {
            let codes = self.world.some_codes(choices).join(", ");
            line(text, format_args!("group LISTED = {{{codes}}}"));
        }
        if rules.contains("SOMEBODY") {
            text.push_str("group SOMEBODY unknown \"the annex is lost\"\n");
        }
        if rules.contains("SHARES") {
            match choices.below(3) {
                1 => text.push_str("weights SHARES from \"weights/table.csv\" total 100\n"),
                2 => text.push_str("weights SHARES from \"weights/table.csv\" total 61.5\n"),
                _ => text.push_str("weights SHARES from \"weights/table.csv\"\n"),
            }
        }
        if rules.contains("TONNAGE") {
            text.push_str("weights TONNAGE unknown\n");
        }
    }

    fn moment(&self, choices: &mut Choices) -> String {
        match choices.below(14) {
            0..=6 => self.term(choices),
            7 | 8 => self.several(choices, "later"),
            9 | 10 => self.several(choices, "earlier"),
            11 | 12 => {
                let date = self.world.day(choices);
                let condition = self.condition(choices, 2);
                let otherwise = match choices.below(4) {
                    1 => String::from("on the first day of the month following that day"),
                    2 => String::from("on the first day of the third month following that day"),
                    3 => String::from("on that day"),
                    _ => format!("{} days after that day", choices.below(40)),
                };
                format!("on {date} if by then {condition}; otherwise {otherwise}")
            }
            _ if choices.one_in(3) => String::from("unmodelled \"by decision of a council\""),
            _ => self.term(choices),
        }
    }

    fn force(&self, rules: &mut String, choices: &mut Choices) {
        let tested = choices.below(36);
        if tested < 2 {
            let condition = self.condition(choices, 2);
            let days = if tested == 1 {
                " tested on \"the first Monday in June\""
            } else {
                ""
            };
            line(rules, format_args!("in force while {condition}{days}"));
            return;
        }
        let together = choices.below(16);
        if together > 0 {
            let moment = self.moment(choices);
            line(rules, format_args!("in force {moment} [art. 3(1)]"));
        }
        if together < 2 {
            let other = if choices.one_in(3) {
                self.other_treaty(choices)
            } else {
                // The neighbour often says the same of this one.
                format!("t-{}", self.number ^ 1)
            };
            line(rules, format_args!("in force together with {other}"));
        }
    }

    /// Writes statements on the end of the treaty and on provisional entry into force.
    fn beyond_the_core(&self, rules: &mut String, choices: &mut Choices) {
        if choices.one_in(4) {
            let moment = self.moment(choices);
            // What is not modelled is no moment.
            if !moment.starts_with("unmodelled") {
                line(
                    rules,
                    format_args!("provisionally in force {moment} [art. 4]"),
                );
            }
        }
        match choices.below(14) {
            1..=4 => {
                let few = 1 + self.few(choices);
                line(
                    rules,
                    format_args!("ends when fewer than {few} parties [art. 16]"),
                );
            }
            5 => line(
                rules,
                format_args!(
                    "ends {} days after general entry into force",
                    choices.below(200)
                ),
            ),
            6 => line(rules, format_args!("ends on {}", self.world.day(choices))),
            7 => line(rules, format_args!("ends {}", self.term(choices))),
            8 => line(
                rules,
                format_args!("ends with {}", self.other_treaty(choices)),
            ),
            9 => rules.push_str("ends by decision of \"the Council\"\n"),
            _ => {}
        }
    }

    fn several(&self, choices: &mut Choices, which: &str) -> String {
        let mut terms = vec![self.term(choices)];
        for _ in 0..=choices.below(2) {
            terms.push(match choices.below(4) {
                1 => format!("on {}", self.world.day(choices)),
                2 => format!(
                    "{} days after {}",
                    choices.below(60),
                    self.world.day(choices)
                ),
                _ => self.term(choices),
            });
        }
        terms.join(&format!("; or {which}: "))
    }

    fn term(&self, choices: &mut Choices) -> String {
        let condition = self.condition(choices, 2);
        over(&format!("the day {condition}"), choices)
    }

    fn condition(&self, choices: &mut Choices, depth: u32) -> String {
        match choices.below(if depth == 0 { 5 } else { 8 }) {
            5 => {
                let (one, other) = (
                    self.condition(choices, depth - 1),
                    self.condition(choices, depth - 1),
                );
                format!("{one} and {other}")
            }
            6 => {
                let (one, other) = (
                    self.condition(choices, depth - 1),
                    self.condition(choices, depth - 1),
                );
                format!("{one} or {other}")
            }
            7 => {
                let (one, other) = (
                    self.condition(choices, depth - 1),
                    self.condition(choices, depth - 1),
                );
                format!("({one}) and ({other})")
            }
            _ => self.atom(choices),
        }
    }

    fn atom(&self, choices: &mut Choices) -> String {
        let few = self.few(choices);
        match choices.below(16) {
            12 | 13 => {
                let bound = *choices.one_of(&["at least", "more than"]);
                let fraction = *choices.one_of(&["1/2", "2/3", "1/3", "3/4", "1/1"]);
                format!("{bound} {fraction} of {}", self.fixed_set(choices))
            }
            14 => format!(
                "more than {} {}{}",
                few.saturating_sub(1),
                choices.one_of(&["instruments", "states"]),
                self.filters(choices)
            ),
            15 => format!("together more than {}/4 of SHARES", choices.below(4)),
            0..=3 => format!("at least {few} instruments{}", self.filters(choices)),
            4 | 5 => format!("at least {few} states{}", self.filters(choices)),
            6 => format!("at least {few} of {}", self.set(choices)),
            7 => format!("all of {}", self.set(choices)),
            8 | 9 => {
                let table = if choices.one_in(6) {
                    "TONNAGE"
                } else {
                    "SHARES"
                };
                match choices.below(3) {
                    1 => format!("together at least {}/3 of {table}", 1 + choices.below(2)),
                    2 => format!("together at least {}.5 % of {table}", choices.below(80)),
                    _ => format!("together at least {}% of {table}", 1 + choices.below(70)),
                }
            }
            10 => format!("treaty {} in force", self.other_treaty(choices)),
            _ => format!("on or after {}", self.world.day(choices)),
        }
    }

    /// Returns a number that the participants can often reach; seldom nought.
    fn few(&self, choices: &mut Choices) -> u32 {
        let half = u32::try_from(self.world.participants.len()).unwrap_or(2) / 2;
        if choices.one_in(40) {
            0
        } else {
            1 + choices.below(half + 1)
        }
    }

    fn filters(&self, choices: &mut Choices) -> String {
        let mut filters = String::new();
        while filters.len() < 60 && choices.one_in(4) {
            let filter = match choices.below(5) {
                4 => String::from(" counting notices of provisional application"),
                1 => format!(" other than {}", self.set(choices)),
                2 => {
                    let table = if choices.one_in(5) {
                        "TONNAGE"
                    } else {
                        "SHARES"
                    };
                    format!(" each with {table} at least {}", choices.below(30))
                }
                _ => format!(" of {}", self.set(choices)),
            };
            filters.push_str(&filter);
        }
        filters
    }

    fn set(&self, choices: &mut Choices) -> String {
        match choices.below(10) {
            0 | 1 => format!("{{{}}}", self.world.some_codes(choices).join(", ")),
            2 | 3 => String::from("REGIONAL"),
            4 | 5 => String::from("LISTED"),
            6 => String::from("SOMEBODY"),
            7 => String::from("signatories"),
            8 => format!("parties to {}", self.other_treaty(choices)),
            _ => {
                let day = self.world.day(choices);
                format!("parties to {} as at {day}", self.other_treaty(choices))
            }
        }
    }

    /// Returns a set that is taken on a day of its own.
    fn fixed_set(&self, choices: &mut Choices) -> String {
        if choices.one_in(6) {
            return format!("{{{}}}", self.world.some_codes(choices).join(", "));
        }
        let organizations = self.world.codes_of("organization");
        let roll = match choices.below(8) {
            0..=2 => format!("parties to {}", self.other_treaty(choices)),
            3 | 4 => String::from("signatories"),
            5 => String::from("members of REGIONAL"),
            6 if !organizations.is_empty() => {
                format!("members of {}", choices.one_of(&organizations))
            }
            7 => String::from("parties"),
            _ => String::from("members of SOMEBODY"),
        };
        let day = match choices.below(12) {
            0..=3 => String::from("each day"),
            4 => String::from("adoption"),
            5 => String::from("opening"),
            6 => String::from("the trigger"),
            7 => String::from("communication"),
            _ => self.world.day(choices).to_string(),
        };
        format!("{roll} as at {day}")
    }

    /// Returns a treaty's id: mostly an earlier one; seldom any, or one that is not there.
    fn other_treaty(&self, choices: &mut Choices) -> String {
        let earlier = self.number.saturating_sub(1);
        if earlier > 0 && !choices.one_in(8) {
            format!("t-{}", 1 + choices.below(earlier))
        } else {
            format!("t-{}", 1 + choices.below(self.world.treaties + 1))
        }
    }

    fn joiner(&self, text: &mut String, choices: &mut Choices) {
        let term = match choices.below(6) {
            1 => over("its deposit", choices),
            2 => String::from("on its deposit"),
            3 => format!("on {}", self.world.day(choices)),
            4 => String::from("10 days after general entry into force"),
            _ => format!(
                "{} {} after its deposit",
                1 + choices.below(20),
                choices.one_of(&UNITS)
            ),
        };
        match choices.below(5) {
            1 => {}
            2 => line(
                text,
                format_args!("each joiner after entry into force {term} [art. 4]"),
            ),
            3 => line(
                text,
                format_args!("each later joiner {term}, even before general entry into force"),
            ),
            _ => line(text, format_args!("each later joiner {term} [art. 3(2)]")),
        }
    }
}

/// Returns a term over a point, sometimes a term over a term.
fn over(point: &str, choices: &mut Choices) -> String {
    let count = choices.below(45);
    match choices.below(8) {
        0 | 1 => format!("on {point}"),
        2 | 3 => format!("{count} days after\n      {point}"),
        4 => format!("{} months after {point}", count % 4),
        5 => format!("on the first day of the month following {point}"),
        6 => {
            let ordinal = choices.one_of(&["second", "third", "twelfth"]);
            format!(
                "on the first day of the {ordinal} month following ({count} days after {point})"
            )
        }
        _ => format!(
            "{} months after ({count} days after {point})",
            1 + count % 2
        ),
    }
}
