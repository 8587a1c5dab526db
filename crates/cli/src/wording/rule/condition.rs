//! Conditions, tests and sets as parts of a sentence.

use sponsio_law::clause::rule::{AsAt, Atom, Bound, Condition, Filter, Noun, Roll, Set, Share};

use crate::wording::{Language, Voice, Words, say};

/// Whether a condition names a day (*the day on which …*) or is itself supposed (*if …*).
#[derive(Clone, Copy)]
pub(in crate::wording) enum Form {
    Day,
    If,
}

impl Form {
    const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::If => "if",
        }
    }
}

pub(super) fn condition(voice: Voice<'_>, condition: &Condition, form: Form) -> String {
    match condition {
        Condition::Atom(atom) => self::atom(voice, atom, form),
        Condition::All(parts) => voice.words.list(&nested(voice, parts, form)),
        Condition::Any(parts) => voice.words.alternatives(&nested(voice, parts, form)),
    }
}

fn nested(voice: Voice<'_>, parts: &[Condition], form: Form) -> Vec<String> {
    let said = parts.iter().map(|part| {
        let said = condition(voice, part, form);
        match part {
            Condition::Atom(_) => said,
            Condition::Any(_) | Condition::All(_) => {
                say!(voice.words, "condition-nested", condition = said)
            }
        }
    });
    said.collect()
}

pub(in crate::wording) fn atom(voice: Voice<'_>, atom: &Atom, form: Form) -> String {
    let (words, name) = (voice.words, form.name());
    match atom {
        Atom::Count {
            least,
            noun,
            filters,
        } => {
            let said = counted(voice, Bound::AtLeast, *least, *noun, filters, form);
            deposited(words, *noun, form, said, *least)
        }
        Atom::MoreThan {
            than,
            noun,
            filters,
        } => {
            let said = counted(voice, Bound::MoreThan, *than, *noun, filters, form);
            deposited(words, *noun, form, said, than.saturating_add(1))
        }
        Atom::Proportion {
            bound,
            fraction: (numerator, denominator),
            set: of,
        } => say!(
            words,
            "atom-proportion",
            form = name,
            bound = bound_name(*bound),
            share = share(words, Share::Fraction(*numerator, *denominator)),
            set = set(voice, of, Case::Of),
        ),
        Atom::ShareAbove {
            fraction: (numerator, denominator),
            table,
        } => say!(
            words,
            "atom-share-above",
            form = name,
            share = share(words, Share::Fraction(*numerator, *denominator)),
            table = table,
        ),
        Atom::Of { least, set: of } => {
            let of = set(voice, of, Case::From);
            say!(words, "atom-of", form = name, count = *least, set = of)
        }
        Atom::AllOf(of) => say!(
            words,
            "atom-all-of",
            form = name,
            set = set(voice, of, Case::Of)
        ),
        Atom::Share { share: part, table } => {
            let part = share(words, *part);
            say!(
                words,
                "atom-share",
                form = name,
                share = part,
                table = table
            )
        }
        Atom::InForce(treaty) => say!(
            words,
            "atom-in-force",
            form = name,
            treaty = treaty.as_str()
        ),
        Atom::OnOrAfter(day) => say!(words, "atom-on-or-after", form = name, day = *day),
    }
}

fn deposited(words: &Words, noun: Noun, form: Form, counted: String, count: u32) -> String {
    let name = form.name();
    match noun {
        Noun::Instruments => say!(
            words,
            "atom-instruments",
            form = name,
            counted = counted,
            count = count
        ),
        Noun::States => say!(
            words,
            "atom-states",
            form = name,
            counted = counted,
            count = count
        ),
    }
}

/// What a count counts, with its filters: those that admit come before those that leave out.
fn counted(
    voice: Voice<'_>,
    bound: Bound,
    number: u32,
    noun: Noun,
    filters: &[Filter],
    form: Form,
) -> String {
    let (words, name, bound) = (voice.words, form.name(), bound_name(bound));
    let mut said = match noun {
        Noun::Instruments => say!(
            words,
            "count-instruments",
            form = name,
            bound = bound,
            count = number
        ),
        Noun::States => say!(
            words,
            "count-states",
            form = name,
            bound = bound,
            count = number
        ),
    };
    let mut admitted = false;
    for filter in filters {
        if let Filter::Of(of) = filter {
            admitted = true;
            said = match noun {
                Noun::Instruments => {
                    let of = set(voice, of, Case::To);
                    say!(words, "filter-of-instruments", counted = said, set = of)
                }
                Noun::States => {
                    let of = set(voice, of, Case::Plain);
                    say!(words, "filter-of-states", counted = said, set = of)
                }
            };
        }
    }
    for filter in filters {
        let Filter::OtherThan(others) = filter else {
            continue;
        };
        let others = set(voice, others, Case::Plain);
        said = match noun {
            _ if admitted => say!(words, "filter-also-other", counted = said, set = others),
            Noun::Instruments => {
                say!(
                    words,
                    "filter-other-instruments",
                    counted = said,
                    set = others
                )
            }
            Noun::States => say!(words, "filter-other-states", counted = said, set = others),
        };
    }
    for filter in filters {
        let Filter::EachWith { table, least } = filter else {
            continue;
        };
        said = match noun {
            Noun::Instruments => {
                say!(
                    words,
                    "filter-each-instruments",
                    counted = said,
                    table = table,
                    least = *least
                )
            }
            Noun::States => {
                say!(
                    words,
                    "filter-each-states",
                    counted = said,
                    table = table,
                    least = *least
                )
            }
        };
    }
    if filters.contains(&Filter::CountingProvisional) {
        said = say!(words, "filter-provisional", counted = said);
    }
    said
}

/// The part that a set plays in its sentence; English knows only with and without the article.
#[derive(Clone, Copy)]
pub(super) enum Case {
    Plain,
    Of,
    To,
    From,
}

impl Case {
    const fn name(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::En, Self::Of | Self::From) => "the",
            (_, Self::Plain) => "plain",
            (_, Self::Of) => "of",
            (_, Self::To) => "to",
            (_, Self::From) => "from",
        }
    }
}

pub(super) fn set(voice: Voice<'_>, named: &Set, case: Case) -> String {
    let words = voice.words;
    let case = case.name(words.language());
    match named {
        Set::Named(name) => say!(words, "set-named", case = case, name = name),
        Set::Listed(ids) => {
            say!(
                words,
                "set-listed",
                case = case,
                members = voice.participants(ids)
            )
        }
        Set::Signatories => say!(words, "set-signatories", case = case),
        Set::PartiesTo {
            treaty,
            as_at: None,
        } => {
            say!(words, "set-parties", case = case, treaty = treaty.as_str())
        }
        Set::PartiesTo {
            treaty,
            as_at: Some(day),
        } => {
            say!(
                words,
                "set-parties-as-at",
                case = case,
                treaty = treaty.as_str(),
                day = *day
            )
        }
        Set::AsAt { roll, day } => {
            let roll = match roll {
                Roll::Parties => say!(words, "set-own-parties", case = case),
                Roll::Signatories => say!(words, "set-signatories", case = case),
                Roll::MembersOf(name) => say!(words, "set-named", case = case, name = name),
                Roll::PartiesTo(treaty) => {
                    say!(words, "set-parties", case = case, treaty = treaty.as_str())
                }
            };
            say!(words, "set-as-at", roll = roll, day = as_at(words, *day))
        }
    }
}

fn as_at(words: &Words, day: AsAt) -> String {
    match day {
        AsAt::Date(day) => say!(words, "as-at-date", day = day),
        AsAt::Adoption => say!(words, "as-at-adoption"),
        AsAt::Opening => say!(words, "as-at-opening"),
        AsAt::Trigger => say!(words, "as-at-trigger"),
        AsAt::EachDay => say!(words, "as-at-each-day"),
        AsAt::Communication => say!(words, "as-at-communication"),
    }
}

/// Returns a share: `55 per cent`, `2/3`.
pub(in crate::wording) fn share(words: &Words, share: Share) -> String {
    match share {
        Share::Percent(percent) => say!(words, "share-percent", percent = percent),
        Share::Fraction(numerator, denominator) => {
            say!(
                words,
                "share-fraction",
                numerator = numerator,
                denominator = denominator
            )
        }
    }
}

const fn bound_name(bound: Bound) -> &'static str {
    match bound {
        Bound::AtLeast => "at-least",
        Bound::MoreThan => "more-than",
    }
}
