//! A rule of Clausula as a sentence for a drafter.
//!
//! A sentence says what the rule says, no more: what a rule brings about is the derivation's.

mod condition;

use sponsio_law::calendar::Unit;
use sponsio_law::clause::print_statement;
use sponsio_law::clause::rule::{
    BarStart, Ends, Force, Group, GroupSource, Joiner, JoinerScope, Moment, Open, OpenFor,
    OrganizationCounting, PeriodExpiry, Point, Policy, PolicySetting, Reservations, Rule, Set,
    Statement, Term, WeightSource, Weights, Withdrawal,
};

use self::condition::{Case, Form, condition, set};
use crate::wording::{Voice, Words, guarantee, say};

pub(super) use self::condition::share;

/// Returns a statement as a sentence, without its citation.
pub fn sentence(voice: Voice<'_>, statement: &Statement) -> String {
    let words = voice.words;
    match &statement.rule {
        Rule::Group(group) => group_sentence(voice, group),
        Rule::Weights(table) => weights_sentence(words, table),
        Rule::Consent(kinds) => {
            let acts: Vec<String> = kinds.iter().map(|kind| words.act(*kind)).collect();
            say!(words, "rule-consent", acts = words.list(&acts))
        }
        Rule::Force(force) => force_sentence(voice, force),
        Rule::Together(treaty) => say!(words, "rule-together", treaty = treaty.as_str()),
        Rule::Provisional(moment) => {
            let rule = moment_sentence(voice, moment);
            say!(words, "rule-provisional", rule = rule)
        }
        Rule::Ends(ends) => ends_sentence(voice, ends),
        Rule::Joiner(joiner) => joiner_sentence(voice, joiner),
        Rule::Withdrawal(withdrawal) => withdrawal_sentence(words, withdrawal),
        Rule::Reservations(reservations) => reservations_sentence(words, reservations),
        Rule::Open(open) => open_sentence(voice, open),
        Rule::Guarantee(promise) => guarantee::sentence(voice, promise),
        Rule::Extension(extension) => say!(words, "rule-extension", words = &extension.words),
    }
}

/// Returns a policy as a sentence.
pub fn policy(words: &Words, policy: &Policy) -> String {
    match policy.setting {
        PolicySetting::PeriodExpiry(expiry) => period_expiry(words, expiry),
        PolicySetting::Organizations(counting) => organizations(words, counting),
        _ => say!(words, "rule-policy-other", words = policy.to_string()),
    }
}

/// Returns the convention on the day on which a period ends (DATE-3).
pub fn period_expiry(words: &Words, expiry: PeriodExpiry) -> String {
    match expiry {
        PeriodExpiry::SameDay => say!(words, "rule-policy-period-expiry-same-day"),
        PeriodExpiry::NextDay => say!(words, "rule-policy-period-expiry-next-day"),
    }
}

/// Returns the convention on organizations (S-4).
pub fn organizations(words: &Words, counting: OrganizationCounting) -> String {
    match counting {
        OrganizationCounting::NotAdditional => {
            say!(words, "rule-policy-organizations-not-additional")
        }
        OrganizationCounting::Counted => say!(words, "rule-policy-organizations-counted"),
        OrganizationCounting::NeverCounted => {
            say!(words, "rule-policy-organizations-never-counted")
        }
    }
}

/// Returns a period: `30 days`, `30 gün`.
pub fn period(words: &Words, count: u32, unit: Unit) -> String {
    match unit {
        Unit::Days => say!(words, "period-days", count = count),
        Unit::Months => say!(words, "period-months", count = count),
        Unit::Years => say!(words, "period-years", count = count),
    }
}

fn group_sentence(voice: Voice<'_>, group: &Group) -> String {
    let (words, name) = (voice.words, &group.name);
    match &group.members {
        GroupSource::Listed(ids) => {
            say!(
                words,
                "rule-group-listed",
                name = name,
                members = voice.participants(ids)
            )
        }
        GroupSource::File(path) => say!(words, "rule-group-file", name = name, path = path),
        GroupSource::Unknown(None) => say!(words, "rule-group-unknown", name = name),
        GroupSource::Unknown(Some(text)) => {
            say!(words, "rule-group-unknown-words", name = name, words = text)
        }
    }
}

fn weights_sentence(words: &Words, table: &Weights) -> String {
    let name = &table.name;
    match &table.source {
        WeightSource::File { path, total: None } => {
            say!(words, "rule-weights-file", name = name, path = path)
        }
        WeightSource::File {
            path,
            total: Some(total),
        } => {
            say!(
                words,
                "rule-weights-total",
                name = name,
                path = path,
                total = *total
            )
        }
        WeightSource::Unknown(None) => say!(words, "rule-weights-unknown", name = name),
        WeightSource::Unknown(Some(text)) => {
            say!(
                words,
                "rule-weights-unknown-words",
                name = name,
                words = text
            )
        }
    }
}

fn force_sentence(voice: Voice<'_>, force: &Force) -> String {
    let words = voice.words;
    match force {
        Force::Unmodelled(text) => say!(words, "rule-force-unmodelled", words = text),
        Force::Moment(moment) => moment_sentence(voice, moment),
        Force::While {
            condition: holds,
            tested_on,
        } => {
            let holds = condition(voice, holds, Form::Day);
            match tested_on {
                None => say!(words, "rule-force-while", condition = holds),
                Some(days) => say!(
                    words,
                    "rule-force-while-tested",
                    condition = holds,
                    days = days
                ),
            }
        }
    }
}

fn moment_sentence(voice: Voice<'_>, moment: &Moment) -> String {
    let words = voice.words;
    match moment {
        Moment::Latest(terms) => match terms.as_slice() {
            [one] => say!(words, "rule-force", term = term(voice, one)),
            several => say!(words, "rule-force-latest", terms = numbered(voice, several)),
        },
        Moment::Earliest(terms) => {
            say!(words, "rule-force-earliest", terms = numbered(voice, terms))
        }
        Moment::Fallback {
            date,
            condition: holds,
            otherwise,
        } => say!(
            words,
            "rule-force-fallback",
            day = *date,
            condition = condition(voice, holds, Form::If),
            term = term(voice, otherwise),
        ),
    }
}

fn ends_sentence(voice: Voice<'_>, ends: &Ends) -> String {
    let words = voice.words;
    match ends {
        Ends::FewerThan(least) => say!(words, "rule-ends-fewer", count = *least),
        Ends::Term(at) => say!(words, "rule-ends-term", term = term(voice, at)),
        Ends::With(treaty) => say!(words, "rule-ends-with", treaty = treaty.as_str()),
        Ends::Decision(organ) => say!(words, "rule-ends-decision", organ = organ),
    }
}

fn numbered(voice: Voice<'_>, terms: &[Term]) -> String {
    let said: Vec<String> = terms
        .iter()
        .enumerate()
        .map(|(at, one)| {
            say!(
                voice.words,
                "rule-term-of-several",
                nth = at + 1,
                term = term(voice, one)
            )
        })
        .collect();
    said.join("; ")
}

fn joiner_sentence(voice: Voice<'_>, joiner: &Joiner) -> String {
    let even = if joiner.even_before { "yes" } else { "no" };
    let term = term(voice, &joiner.term);
    match joiner.scope {
        JoinerScope::Later => say!(voice.words, "rule-joiner-later", term = term, even = even),
        JoinerScope::AfterForce => {
            say!(
                voice.words,
                "rule-joiner-after-force",
                term = term,
                even = even
            )
        }
    }
}

fn withdrawal_sentence(words: &Words, withdrawal: &Withdrawal) -> String {
    match withdrawal {
        Withdrawal::Silent => say!(words, "rule-withdrawal-silent"),
        Withdrawal::Excluded => say!(words, "rule-withdrawal-excluded"),
        Withdrawal::Notice {
            count,
            unit,
            not_before,
        } => {
            let notice = period(words, *count, *unit);
            let Some(bar) = not_before else {
                return say!(words, "rule-withdrawal-notice", period = notice);
            };
            let start = match bar.after {
                BarStart::GeneralForce => "general",
                BarStart::ItsForce => "own",
            };
            let bar = period(words, bar.count, bar.unit);
            say!(
                words,
                "rule-withdrawal-barred",
                period = notice,
                bar = bar,
                start = start
            )
        }
    }
}

fn reservations_sentence(words: &Words, reservations: &Reservations) -> String {
    match reservations {
        Reservations::None => say!(words, "rule-reservations-none"),
        Reservations::Silent => say!(words, "rule-reservations-silent"),
        Reservations::Any => say!(words, "rule-reservations-any"),
        Reservations::OnlyTo(articles) => say!(
            words,
            "rule-reservations-only",
            count = articles.len(),
            articles = words.list(articles),
        ),
        Reservations::NotTo(articles) => say!(
            words,
            "rule-reservations-not",
            count = articles.len(),
            articles = words.list(articles),
        ),
        Reservations::Words(text) => say!(words, "rule-reservations-words", words = text),
    }
}

fn open_sentence(voice: Voice<'_>, open: &Open) -> String {
    let words = voice.words;
    let whom = if let Some(to) = &open.to {
        say!(words, "rule-open-to", set = set(voice, to, Case::Plain))
    } else {
        say!(words, "rule-open-all")
    };
    let details: Vec<String> = [
        Some(whom),
        open.from
            .map(|day| say!(words, "rule-open-from", day = day)),
        open.until
            .map(|day| say!(words, "rule-open-until", day = day)),
        open.place
            .as_ref()
            .map(|place| say!(words, "rule-open-at", place = place)),
        open.invited_by
            .as_ref()
            .map(|by| say!(words, "rule-open-invited", by = by)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let details = details.join(" ");
    match open.to_act {
        OpenFor::Signature => say!(words, "rule-open-signature", details = details),
        OpenFor::Accession => say!(words, "rule-open-accession", details = details),
    }
}

/// The part that a point plays in its sentence.
#[derive(Clone, Copy)]
enum Role {
    On,
    From,
    Following,
}

impl Role {
    const fn name(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::From => "from",
            Self::Following => "following",
        }
    }
}

fn term(voice: Voice<'_>, term: &Term) -> String {
    let words = voice.words;
    match term {
        Term::On(at) => point(voice, at, Role::On),
        Term::After {
            count,
            unit,
            point: start,
        } => {
            let (period, start) = (
                period(words, *count, *unit),
                point(voice, start, Role::From),
            );
            say!(words, "term-after", period = period, point = start)
        }
        Term::FirstOfMonth {
            month,
            point: start,
        } => {
            let start = point(voice, start, Role::Following);
            say!(words, "term-first-of-month", month = *month, point = start)
        }
    }
}

fn point(voice: Voice<'_>, named: &Point, role: Role) -> String {
    let (words, case) = (voice.words, role.name());
    match named {
        Point::Date(day) => say!(words, "point-date", case = case, day = *day),
        Point::TheDay(holds) => {
            let holds = condition(voice, holds, Form::Day);
            say!(words, "point-the-day", case = case, condition = holds)
        }
        Point::ThatDay => say!(words, "point-that-day", case = case),
        Point::ItsDeposit => say!(words, "point-its-deposit", case = case),
        Point::GeneralForce => say!(words, "point-general-force", case = case),
        Point::Adoption => say!(words, "point-adoption", case = case),
        Point::Opening => say!(words, "point-opening", case = case),
        Point::Term(inner) => match inner.as_ref() {
            Term::On(at) => point(voice, at, role),
            Term::After {
                count,
                unit,
                point: start,
            } => {
                let (period, start) = (
                    period(words, *count, *unit),
                    point(voice, start, Role::From),
                );
                say!(
                    words,
                    "point-after",
                    case = case,
                    period = period,
                    point = start
                )
            }
            Term::FirstOfMonth {
                month,
                point: start,
            } => {
                let start = point(voice, start, Role::Following);
                say!(
                    words,
                    "point-first-of-month",
                    case = case,
                    month = *month,
                    point = start
                )
            }
        },
    }
}

/// Returns a set that stands alone.
pub fn plain_set(voice: Voice<'_>, named: &Set) -> String {
    set(voice, named, Case::Plain)
}

/// Returns the source line of a statement with its citation.
pub fn line(statement: &Statement) -> String {
    print_statement(statement)
}
