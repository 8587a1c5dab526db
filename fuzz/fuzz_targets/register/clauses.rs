//! Rules as trees, built without the parser: also such as no words can say.

use arbitrary::{Arbitrary, Result, Unstructured};
use sponsio_law::act::ActKind;
use sponsio_law::calendar::Unit;
use sponsio_law::clause::rule::{
    Atom, BarStart, ClauseFile, Condition, Extension, ExtensionKeyword, Filter, Force, Group,
    GroupSource, Header, Joiner, JoinerScope, Moment, NoticeBar, Noun, Open, OpenFor,
    OrganizationCounting, PeriodExpiry, Point, Policy, PolicySetting, Rule, Set, Share, Span,
    Spanned, Statement, Term, WeightSource, Weights, Withdrawal, WithdrawalBeforeForce,
};

use crate::world::{any_party, day, maybe_day, treaty, weight};

type Choices<'a, 'b> = &'a mut Unstructured<'b>;

const NAMES: [&str; 6] = [
    "LISTED",
    "DATED",
    "NOBODY",
    "ENTITLED",
    "NEGOTIATING",
    "NOWHERE",
];
const TABLES: [&str; 3] = ["SHARES", "SECRET", "NOWHERE"];

pub(crate) fn file(choices: Choices<'_, '_>) -> Result<ClauseFile> {
    let mut rules = vec![
        group("LISTED", listed(choices)?),
        group("DATED", GroupSource::File(String::from("groups/dated.csv"))),
        group("NOBODY", GroupSource::Unknown(None)),
        weights(choices)?,
        Rule::Weights(Weights {
            name: String::from("SECRET"),
            source: WeightSource::Unknown(None),
        }),
    ];
    for name in ["ENTITLED", "NEGOTIATING"] {
        if choices.ratio(1, 4)? {
            rules.push(group(name, listed(choices)?));
        }
    }
    for _ in 0..choices.int_in_range(0..=5)? {
        rules.push(rule(choices)?);
    }
    let statements = rules.into_iter().map(statement).collect();
    Ok(ClauseFile {
        header: header(choices)?,
        statements,
    })
}

fn statement(rule: Rule) -> Statement {
    Statement {
        rule,
        citation: None,
        span: Span::default(),
        line: 1,
    }
}

fn group(name: &str, members: GroupSource) -> Rule {
    let name = name.to_owned();
    Rule::Group(Group { name, members })
}

fn listed(choices: Choices<'_, '_>) -> Result<GroupSource> {
    let number = choices.int_in_range(0..=4)?;
    let members = (0..number)
        .map(|_| any_party(choices))
        .collect::<Result<_>>()?;
    Ok(GroupSource::Listed(members))
}

fn weights(choices: Choices<'_, '_>) -> Result<Rule> {
    let total = if choices.arbitrary()? {
        Some(weight(choices)?)
    } else {
        None
    };
    Ok(Rule::Weights(Weights {
        name: String::from("SHARES"),
        source: WeightSource::File {
            path: String::from("weights/table.csv"),
            total,
        },
    }))
}

fn header(choices: Choices<'_, '_>) -> Result<Header> {
    let dated = |choices: Choices<'_, '_>| {
        let day = maybe_day(choices)?;
        Ok(day.map(|value| Spanned {
            value,
            span: Span::default(),
        }))
    };
    let number = choices.int_in_range(0..=3)?;
    Ok(Header {
        title: String::from("T"),
        adopted: dated(choices)?,
        opened: dated(choices)?,
        announced: dated(choices)?,
        data_as_of: dated(choices)?,
        policies: (0..number)
            .map(|_| policy(choices))
            .collect::<Result<_>>()?,
        ..Header::default()
    })
}

fn policy(choices: Choices<'_, '_>) -> Result<Policy> {
    let setting = *choices.choose(&[
        PolicySetting::PeriodExpiry(PeriodExpiry::NextDay),
        PolicySetting::PeriodExpiry(PeriodExpiry::SameDay),
        PolicySetting::Organizations(OrganizationCounting::Counted),
        PolicySetting::Organizations(OrganizationCounting::NeverCounted),
        PolicySetting::Organizations(OrganizationCounting::NotAdditional),
        PolicySetting::WithdrawalBeforeForce(WithdrawalBeforeForce::Refused),
    ])?;
    Ok(Policy {
        setting,
        from: maybe_day(choices)?,
        until: maybe_day(choices)?,
        span: Span::default(),
    })
}

fn rule(choices: Choices<'_, '_>) -> Result<Rule> {
    Ok(match choices.int_in_range(0..=11)? {
        0..=4 => Rule::Force(Force::Moment(moment(choices)?)),
        5 => Rule::Force(Force::Unmodelled(String::from("words"))),
        6 | 7 => Rule::Joiner(Joiner {
            scope: *choices.choose(&[JoinerScope::Later, JoinerScope::AfterForce])?,
            term: term(choices, 3)?,
            even_before: choices.arbitrary()?,
        }),
        8 => Rule::Consent(vec![ActKind::Ratification, *choices.choose(&ActKind::ALL)?]),
        9 => Rule::Withdrawal(withdrawal(choices)?),
        10 => Rule::Open(Open {
            to_act: *choices.choose(&[OpenFor::Signature, OpenFor::Accession])?,
            to: if choices.arbitrary()? {
                Some(set(choices)?)
            } else {
                None
            },
            from: maybe_day(choices)?,
            until: maybe_day(choices)?,
            place: None,
            invited_by: None,
        }),
        _ => Rule::Extension(Extension {
            keyword: *choices.choose(&[
                ExtensionKeyword::Pair,
                ExtensionKeyword::WithdrawalBeyond,
                ExtensionKeyword::Declaration,
                ExtensionKeyword::Ends,
            ])?,
            words: String::from("ends when nobody is left"),
        }),
    })
}

fn withdrawal(choices: Choices<'_, '_>) -> Result<Withdrawal> {
    Ok(match choices.int_in_range(0..=4)? {
        0 => Withdrawal::Silent,
        1 => Withdrawal::Excluded,
        _ => Withdrawal::Notice {
            count: count(choices)?,
            unit: unit(choices)?,
            not_before: if choices.arbitrary()? {
                Some(bar(choices)?)
            } else {
                None
            },
        },
    })
}

fn bar(choices: Choices<'_, '_>) -> Result<NoticeBar> {
    Ok(NoticeBar {
        count: count(choices)?,
        unit: unit(choices)?,
        after: *choices.choose(&[BarStart::GeneralForce, BarStart::ItsForce])?,
    })
}

fn moment(choices: Choices<'_, '_>) -> Result<Moment> {
    let number = choices.int_in_range(0..=3)?;
    Ok(match choices.int_in_range(0..=3)? {
        0 | 1 => Moment::Latest(vec![term(choices, 3)?]),
        2 => Moment::Earliest(
            (0..number)
                .map(|_| term(choices, 3))
                .collect::<Result<_>>()?,
        ),
        _ if choices.arbitrary()? => Moment::Fallback {
            date: day(choices)?,
            condition: condition(choices, 3)?,
            otherwise: term(choices, 3)?,
        },
        _ => Moment::Latest(
            (0..number)
                .map(|_| term(choices, 3))
                .collect::<Result<_>>()?,
        ),
    })
}

fn term(choices: Choices<'_, '_>, depth: u8) -> Result<Term> {
    let point = point(choices, depth)?;
    Ok(match choices.int_in_range(0..=3)? {
        0 | 1 => Term::On(point),
        2 => Term::After {
            count: count(choices)?,
            unit: unit(choices)?,
            point,
        },
        _ => Term::FirstOfMonth {
            month: choices.arbitrary()?,
            point,
        },
    })
}

fn point(choices: Choices<'_, '_>, depth: u8) -> Result<Point> {
    Ok(match choices.int_in_range(0..=12)? {
        0 => Point::Date(day(choices)?),
        1 => Point::ThatDay,
        2 => Point::ItsDeposit,
        3 => Point::GeneralForce,
        4 => Point::Adoption,
        5 => Point::Opening,
        6 | 7 if depth > 0 => Point::Term(Box::new(term(choices, depth - 1)?)),
        _ => Point::TheDay(condition(choices, depth)?),
    })
}

fn condition(choices: Choices<'_, '_>, depth: u8) -> Result<Condition> {
    let number = choices.int_in_range(0..=3)?;
    let parts = |choices: Choices<'_, '_>| {
        (0..number)
            .map(|_| condition(choices, depth.saturating_sub(1)))
            .collect::<Result<Vec<_>>>()
    };
    Ok(match choices.int_in_range(0..=5)? {
        0 if depth > 0 => Condition::Any(parts(choices)?),
        1 if depth > 0 => Condition::All(parts(choices)?),
        _ => Condition::Atom(atom(choices)?),
    })
}

fn atom(choices: Choices<'_, '_>) -> Result<Atom> {
    Ok(match choices.int_in_range(0..=9)? {
        0..=3 => Atom::Count {
            least: count(choices)?,
            noun: *choices.choose(&[Noun::Instruments, Noun::States])?,
            filters: filters(choices)?,
        },
        4 => Atom::Of {
            least: count(choices)?,
            set: set(choices)?,
        },
        5 => Atom::AllOf(set(choices)?),
        6 | 7 => Atom::Share {
            share: share(choices)?,
            table: (*choices.choose(&TABLES)?).to_owned(),
        },
        8 => Atom::InForce(treaty(choices.int_in_range(1..=4)?)),
        _ => Atom::OnOrAfter(day(choices)?),
    })
}

fn filters(choices: Choices<'_, '_>) -> Result<Vec<Filter>> {
    let number = choices.int_in_range(0..=2)?;
    let filter = |choices: Choices<'_, '_>| {
        Ok(match choices.int_in_range(0..=2)? {
            0 => Filter::Of(set(choices)?),
            1 => Filter::OtherThan(set(choices)?),
            _ => Filter::EachWith {
                table: (*choices.choose(&TABLES)?).to_owned(),
                least: weight(choices)?,
            },
        })
    };
    (0..number).map(|_| filter(choices)).collect()
}

fn set(choices: Choices<'_, '_>) -> Result<Set> {
    Ok(match choices.int_in_range(0..=4)? {
        0 | 1 => Set::Named((*choices.choose(&NAMES)?).to_owned()),
        2 => match listed(choices)? {
            GroupSource::Listed(members) => Set::Listed(members),
            GroupSource::File(_) | GroupSource::Unknown(_) => Set::Signatories,
        },
        3 => Set::Signatories,
        _ => Set::PartiesTo {
            treaty: treaty(choices.int_in_range(1..=4)?),
            as_at: maybe_day(choices)?,
        },
    })
}

fn share(choices: Choices<'_, '_>) -> Result<Share> {
    Ok(if choices.arbitrary()? {
        Share::Percent(weight(choices)?)
    } else {
        Share::Fraction(choices.int_in_range(0..=4)?, choices.int_in_range(0..=4)?)
    })
}

/// Mostly a number that few participants or days can reach.
fn count(choices: Choices<'_, '_>) -> Result<u32> {
    Ok(match u8::arbitrary(choices)? {
        254 => 36_525,
        255 => u32::MAX,
        few => u32::from(few % 6),
    })
}

fn unit(choices: Choices<'_, '_>) -> Result<Unit> {
    Ok(*choices.choose(&[Unit::Days, Unit::Months, Unit::Years])?)
}
