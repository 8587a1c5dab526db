//! Arbitrary trees print and are read back as they were; arbitrary words never panic.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use sponsio_record::{ParticipantId, TreatyId};

use crate::act::ActKind;
use crate::calendar::{Date, LONGEST_PERIOD, Unit};
use crate::clause::decimal::Decimal;
use crate::clause::policy::CHOICES;
use crate::clause::rule::{
    AsAt, Atom, BarStart, Bound, ClauseFile, Condition, DepositaryBlock, Ends, Extension,
    ExtensionKeyword, Filter, Force, Group, GroupSource, Header, Joiner, JoinerScope, Moment,
    NoticeBar, Noun, Open, OpenFor, Point, Policy, Reservations, Roll, Rule, Set, Share, Span,
    Spanned, Statement, Term, WeightSource, Weights, Withdrawal,
};
use crate::clause::{
    parse, parse_depositaries, parse_policy, parse_statement, print, print_depositaries,
};

mod promise;

use self::promise::promise;

fn date() -> impl Strategy<Value = Date> {
    (1_i16..=9999, 1_i8..=12, 1_i8..=28)
        .prop_map(|(year, month, day)| Date::constant(year, month, day))
}

fn text() -> impl Strategy<Value = String> {
    "[ -!#-~ıİşé€]{0,20}"
}

fn name() -> impl Strategy<Value = String> {
    "[A-Z][A-Z0-9_-]{0,8}"
}

fn treaty() -> impl Strategy<Value = TreatyId> {
    "[a-z0-9][a-z0-9.@_-]{0,12}".prop_filter_map("an identifier", |word| TreatyId::new(&word).ok())
}

fn participants() -> impl Strategy<Value = Vec<ParticipantId>> {
    let one = "[A-Z]{3}|X-[A-Z]{2,5}";
    vec(
        one.prop_filter_map("an identifier", |word| ParticipantId::new(&word).ok()),
        1..5,
    )
}

fn decimal() -> impl Strategy<Value = Decimal> {
    (0_u64..1_000_000_000_000, 0_u32..1_000_000).prop_filter_map("a number", |(whole, part)| {
        Decimal::parse(&format!("{whole}.{part:06}"))
    })
}

fn unit() -> impl Strategy<Value = Unit> {
    prop_oneof![Just(Unit::Days), Just(Unit::Months), Just(Unit::Years)]
}

fn period() -> impl Strategy<Value = (u32, Unit)> {
    (0..=LONGEST_PERIOD, unit())
}

fn set() -> impl Strategy<Value = Set> {
    prop_oneof![
        name().prop_map(Set::Named),
        participants().prop_map(Set::Listed),
        Just(Set::Signatories),
        (treaty(), option::of(date())).prop_map(|(treaty, as_at)| Set::PartiesTo { treaty, as_at }),
        (roll(), as_at()).prop_map(at_its_day),
    ]
}

fn roll() -> impl Strategy<Value = Roll> {
    prop_oneof![
        Just(Roll::Parties),
        Just(Roll::Signatories),
        name().prop_map(Roll::MembersOf),
        treaty().prop_map(Roll::PartiesTo),
    ]
}

fn as_at() -> impl Strategy<Value = AsAt> {
    prop_oneof![
        date().prop_map(AsAt::Date),
        Just(AsAt::Adoption),
        Just(AsAt::Opening),
        Just(AsAt::Trigger),
        Just(AsAt::EachDay),
        Just(AsAt::Communication),
    ]
}

/// The parties to another treaty on a named day have a form of their own.
fn at_its_day((roll, day): (Roll, AsAt)) -> Set {
    match (roll, day) {
        (Roll::PartiesTo(treaty), AsAt::Date(day)) => Set::PartiesTo {
            treaty,
            as_at: Some(day),
        },
        (roll, day) => Set::AsAt { roll, day },
    }
}

/// A set of which a part may be asked for: it is listed, or says on which day it is taken (EIF-10).
fn fixed_set() -> impl Strategy<Value = Set> {
    prop_oneof![
        participants().prop_map(Set::Listed),
        (roll(), as_at()).prop_map(at_its_day),
    ]
}

fn fraction() -> impl Strategy<Value = (u32, u32)> {
    (any::<u32>(), 1..=u32::MAX)
}

fn filter() -> impl Strategy<Value = Filter> {
    prop_oneof![
        set().prop_map(Filter::Of),
        set().prop_map(Filter::OtherThan),
        (name(), decimal()).prop_map(|(table, least)| Filter::EachWith { table, least }),
        Just(Filter::CountingProvisional),
    ]
}

fn share() -> impl Strategy<Value = Share> {
    prop_oneof![
        decimal().prop_map(Share::Percent),
        fraction().prop_map(|(above, below)| Share::Fraction(above, below)),
    ]
}

fn atom() -> impl Strategy<Value = Atom> {
    let noun = || prop_oneof![Just(Noun::Instruments), Just(Noun::States)];
    let bound = prop_oneof![Just(Bound::AtLeast), Just(Bound::MoreThan)];
    prop_oneof![
        (any::<u32>(), noun(), vec(filter(), 0..3)).prop_map(|(than, noun, filters)| {
            Atom::MoreThan {
                than,
                noun,
                filters,
            }
        }),
        (bound, fraction(), fixed_set()).prop_map(|(bound, fraction, set)| Atom::Proportion {
            bound,
            fraction,
            set
        }),
        (fraction(), name()).prop_map(|(fraction, table)| Atom::ShareAbove { fraction, table }),
        (any::<u32>(), noun(), vec(filter(), 0..3)).prop_map(|(least, noun, filters)| {
            Atom::Count {
                least,
                noun,
                filters,
            }
        }),
        (any::<u32>(), set()).prop_map(|(least, set)| Atom::Of { least, set }),
        set().prop_map(Atom::AllOf),
        (share(), name()).prop_map(|(share, table)| Atom::Share { share, table }),
        treaty().prop_map(Atom::InForce),
        date().prop_map(Atom::OnOrAfter),
    ]
}

fn condition() -> impl Strategy<Value = Condition> {
    atom()
        .prop_map(Condition::Atom)
        .prop_recursive(4, 16, 3, |inner| {
            prop_oneof![
                vec(inner.clone(), 2..4).prop_map(Condition::Any),
                vec(inner, 2..4).prop_map(Condition::All),
            ]
        })
}

/// A point that may stand anywhere; `its deposit` and `that day` may not.
fn point() -> impl Strategy<Value = Point> {
    prop_oneof![
        date().prop_map(Point::Date),
        condition().prop_map(Point::TheDay),
        Just(Point::GeneralForce),
        Just(Point::Adoption),
        Just(Point::Opening),
    ]
}

fn term_from(point: impl Strategy<Value = Point> + Clone + 'static) -> BoxedStrategy<Term> {
    let from = |point: BoxedStrategy<Point>| {
        prop_oneof![
            point.clone().prop_map(Term::On),
            (period(), point.clone()).prop_map(|((count, unit), point)| Term::After {
                count,
                unit,
                point
            }),
            (1_u8..=12, point).prop_map(|(month, point)| Term::FirstOfMonth { month, point }),
        ]
    };
    let inner = from(point.clone().boxed());
    let nested = inner.clone().prop_map(|term| Point::Term(Box::new(term)));
    prop_oneof![inner, from(nested.boxed())].boxed()
}

fn moment() -> impl Strategy<Value = Moment> {
    let terms = |least| vec(term_from(point().boxed()), least..4);
    let otherwise = term_from(prop_oneof![point(), Just(Point::ThatDay)].boxed());
    prop_oneof![
        terms(1).prop_map(Moment::Latest),
        terms(2).prop_map(Moment::Earliest),
        (date(), condition(), otherwise).prop_map(|(date, condition, otherwise)| {
            Moment::Fallback {
                date,
                condition,
                otherwise,
            }
        }),
    ]
}

fn joiner() -> impl Strategy<Value = Joiner> {
    let scope = prop_oneof![Just(JoinerScope::Later), Just(JoinerScope::AfterForce)];
    let term = term_from(prop_oneof![point(), Just(Point::ItsDeposit)].boxed());
    (scope, term, any::<bool>()).prop_map(|(scope, term, even_before)| Joiner {
        scope,
        term,
        even_before,
    })
}

fn ends() -> impl Strategy<Value = Ends> {
    prop_oneof![
        any::<u32>().prop_map(Ends::FewerThan),
        term_from(point().boxed()).prop_map(Ends::Term),
        treaty().prop_map(Ends::With),
        text().prop_map(Ends::Decision),
    ]
}

/// A joiner's own term cannot ask who is a party: such a statement is kept in words.
fn kept_in_words_if_circular(joiner: Joiner) -> Rule {
    let rule = Rule::Joiner(joiner);
    let words = rule.to_string();
    if words.contains(" parties as at") {
        return Rule::Extension(Extension {
            keyword: ExtensionKeyword::JoinerBeyond,
            words,
        });
    }
    rule
}

fn withdrawal() -> impl Strategy<Value = Withdrawal> {
    let after = prop_oneof![Just(BarStart::GeneralForce), Just(BarStart::ItsForce)];
    let bar = (period(), after).prop_map(|((count, unit), after)| NoticeBar { count, unit, after });
    prop_oneof![
        Just(Withdrawal::Silent),
        Just(Withdrawal::Excluded),
        (period(), option::of(bar)).prop_map(|((count, unit), not_before)| Withdrawal::Notice {
            count,
            unit,
            not_before
        }),
    ]
}

fn reservations() -> impl Strategy<Value = Reservations> {
    let articles = || vec("[0-9IVX]{1,3}( bis)?(\\([0-9a-z]\\)){0,2}", 1..4);
    prop_oneof![
        Just(Reservations::None),
        Just(Reservations::Silent),
        Just(Reservations::Any),
        articles().prop_map(Reservations::OnlyTo),
        articles().prop_map(Reservations::NotTo),
        text().prop_map(Reservations::Words),
    ]
}

fn open() -> impl Strategy<Value = Open> {
    let to_act = prop_oneof![Just(OpenFor::Signature), Just(OpenFor::Accession)];
    let days = option::of(date()).prop_flat_map(|from| {
        (Just(from), option::of(date()))
            .prop_filter("in order", |(from, until)| until.is_none() || from <= until)
    });
    let invited = prop_oneof![Just("all parties".to_string()), text()];
    (
        to_act,
        option::of(set()),
        days,
        option::of(text()),
        option::of(invited),
    )
        .prop_map(|(to_act, to, (from, until), place, invited_by)| Open {
            to_act,
            to,
            from,
            until,
            place,
            invited_by,
        })
}

fn extension() -> impl Strategy<Value = Extension> {
    prop_oneof![
        Just((ExtensionKeyword::Unit, "unit TRADE of \"art. 4\"")),
        Just((ExtensionKeyword::Ends, "ends 5 years after notification")),
        Just((
            ExtensionKeyword::InForceBeyond,
            "in force on the day decision of \"the Council\""
        )),
        Just((
            ExtensionKeyword::ReadSo,
            "withdrawal silent read so from 2015-01-01 because \"X\""
        )),
    ]
    .prop_map(|(keyword, words)| Extension {
        keyword,
        words: words.into(),
    })
}

fn force() -> impl Strategy<Value = Rule> {
    prop_oneof![
        moment().prop_map(|moment| Rule::Force(Force::Moment(moment))),
        text().prop_map(|words| Rule::Force(Force::Unmodelled(words))),
        (condition(), option::of(text())).prop_map(|(condition, tested_on)| {
            Rule::Force(Force::While {
                condition,
                tested_on,
            })
        }),
        treaty().prop_map(Rule::Together),
        moment().prop_map(Rule::Provisional),
        ends().prop_map(Rule::Ends),
    ]
}

fn rule() -> impl Strategy<Value = Rule> {
    let acts = ActKind::ALL
        .into_iter()
        .filter(|act| act.is_consent())
        .collect::<Vec<_>>();
    let members = prop_oneof![
        participants().prop_map(GroupSource::Listed),
        text().prop_map(GroupSource::File),
        option::of(text()).prop_map(GroupSource::Unknown),
    ];
    let source = prop_oneof![
        (text(), option::of(decimal()))
            .prop_map(|(path, total)| WeightSource::File { path, total }),
        option::of(text()).prop_map(WeightSource::Unknown),
    ];
    prop_oneof![
        (name(), members).prop_map(|(name, members)| Rule::Group(Group { name, members })),
        (name(), source).prop_map(|(name, source)| Rule::Weights(Weights { name, source })),
        vec(proptest::sample::select(acts), 1..4).prop_map(Rule::Consent),
        force(),
        joiner().prop_map(kept_in_words_if_circular),
        withdrawal().prop_map(Rule::Withdrawal),
        reservations().prop_map(Rule::Reservations),
        open()
            .prop_filter("kept in words", |open| !matches!(
                open.to,
                Some(Set::AsAt { .. })
            ))
            .prop_map(Rule::Open),
        promise().prop_map(|promise| Rule::Guarantee(Box::new(promise))),
        extension().prop_map(Rule::Extension),
    ]
}

fn statement() -> impl Strategy<Value = Statement> {
    (rule(), option::of("[ -Z^-~é]{1,12}")).prop_map(|(rule, citation)| Statement {
        rule,
        citation,
        span: Span::default(),
        line: 1,
    })
}

fn policy() -> impl Strategy<Value = Policy> {
    let settings = CHOICES
        .iter()
        .flat_map(|(_, values)| values.iter().map(|(_, value)| *value));
    let settings = proptest::sample::select(settings.collect::<Vec<_>>());
    let days = (option::of(date()), option::of(date()));
    let days = days.prop_filter("in order", |(from, until)| until.is_none() || from <= until);
    (settings, days).prop_map(|(setting, (from, until))| Policy {
        setting,
        from,
        until,
        span: Span::default(),
    })
}

fn spanned<T>(value: T) -> Spanned<T> {
    Spanned {
        value,
        span: Span::default(),
    }
}

fn header() -> impl Strategy<Value = Header> {
    let day = || option::of(date().prop_map(spanned));
    let languages = vec("[a-z]{2}(-[A-Z]{2})?", 0..4);
    let names = (
        text(),
        option::of(treaty()),
        option::of(text()),
        option::of((text(), text())),
    );
    let adopted = (day(), option::of(text()));
    let policies = vec(policy(), 0..3);
    (
        names,
        adopted,
        day(),
        day(),
        day(),
        languages,
        any::<bool>(),
        policies,
    )
        .prop_map(
            |(
                (title, id, depositary, seat),
                (adopted, place),
                opened,
                announced,
                data,
                languages,
                prevails,
                policies,
            )| {
                Header {
                    title,
                    id: id.map(spanned),
                    place: place.filter(|_| adopted.is_some()),
                    adopted,
                    opened,
                    depositary: depositary.map(spanned),
                    seat,
                    prevailing: languages.first().cloned().filter(|_| prevails),
                    authentic: languages,
                    announced,
                    data_as_of: data,
                    policies,
                    span: Span::default(),
                }
            },
        )
}

fn without_second_declarations(statements: Vec<Statement>) -> Vec<Statement> {
    let mut declared = Vec::new();
    let mut first = |rule: &Rule| {
        let name = match rule {
            Rule::Group(group) => Some((0, group.name.clone())),
            Rule::Weights(weights) => Some((1, weights.name.clone())),
            Rule::Guarantee(promise) => Some((2, promise.name.clone())),
            _ => None,
        };
        let new = name.as_ref().is_none_or(|name| !declared.contains(name));
        declared.extend(name);
        new
    };
    statements
        .into_iter()
        .filter(|statement| first(&statement.rule))
        .collect()
}

proptest! {
    #[test]
    fn a_statement_is_read_back(statement in statement()) {
        let printed = statement.to_string();
        prop_assert_eq!(parse_statement(&printed), Ok(statement), "{}", printed);
    }

    #[test]
    fn a_file_is_read_back(header in header(), statements in vec(statement(), 0..6)) {
        let statements = without_second_declarations(statements);
        let file = ClauseFile { header, statements };
        let printed = print(&file);
        let parsed = parse(&printed);
        prop_assert_eq!(&parsed.diagnostics, &[], "{}", printed);
        prop_assert_eq!(&parsed.file, &file);
        prop_assert_eq!(print(&parsed.file), printed);
    }

    #[test]
    fn depositaries_are_read_back(blocks in vec((text(), vec(policy(), 0..4)), 0..4)) {
        let block = |(name, policies)| DepositaryBlock { name, policies, span: Span::default() };
        let blocks = blocks.into_iter().map(block).collect::<Vec<_>>();
        let printed = print_depositaries(&blocks);
        prop_assert_eq!(parse_depositaries(&printed), (blocks, Vec::new()), "{}", printed);
    }

    #[test]
    fn a_policy_is_read_back(policy in policy()) {
        let printed = policy.to_string();
        prop_assert_eq!(parse_policy(&printed), Ok(policy.clone()));
        prop_assert_eq!(parse_policy(printed.trim_start_matches("policy")), Ok(policy));
    }

    #[test]
    fn arbitrary_characters_never_panic(source in "\\PC{0,80}|[ \\n\\r\\t\"#\\[\\](){},;:=%a-zA-Z0-9-]{0,120}") {
        for fault in parse(&source).diagnostics.into_iter().chain(parse_depositaries(&source).1) {
            prop_assert!(!fault.to_string().is_empty());
        }
        prop_assert!(parse_policy(&source).is_err());
    }

    #[test]
    fn shuffled_keywords_never_panic(words in vec(proptest::sample::select(KEYWORDS), 0..30)) {
        let source = words.join(" ");
        match parse_statement(&source) {
            Ok(statement) => prop_assert_eq!(parse_statement(&statement.to_string()), Ok(statement)),
            Err(faults) => prop_assert!(faults.iter().all(|fault| !fault.detail.to_string().is_empty())),
        }
    }
}

/// Words from which shuffled statements are made; some of them are faulty.
const KEYWORDS: &[&str] = &[
    "in force",
    "on",
    "the day",
    "at least",
    "35",
    "instruments",
    "states",
    "of",
    "P5",
    "{CHN}",
    "and",
    "or",
    "(",
    ")",
    "; or later:",
    "; or earlier:",
    "; otherwise",
    "if by then",
    "1989-01-01",
    "2015-02-31",
    "3 months after",
    "30 days after",
    "its deposit",
    "that day",
    "each later joiner",
    "together at least",
    "2/3",
    "55 %",
    "CO2",
    "as at",
    "each day",
    "parties",
    "signatories",
    "parties to 4-4",
    "treaty 4-4 in force",
    "withdrawal",
    "silent",
    ",",
    "\"words\"",
    "[art. 1]",
    "read so from",
    "because",
    "for unit",
    "X",
    ":",
    "\n",
    "\n  ",
    "reservations",
    "only to",
    "unit",
    "group",
    "=",
    "unknown",
    "weights",
    "from",
    "open for",
    "signature",
];
