//! Groups, tables, numbers and shares: E01, E04, W06, W08, W14, W15.

use alloc::string::ToString as _;
use alloc::vec::Vec;

use crate::clause::decimal::Decimal;
use crate::clause::diagnostic::{Code, Detail, Subject};
use crate::clause::lint::Findings;
use crate::clause::lint::parts::{Parts, tables_of};
use crate::clause::rule::{
    Atom, Bound, Filter, GroupSource, Roll, Set, Share, Statement, WeightSource,
};

/// The fractions that per cents are commonly rounded from; their per cents do not end.
const ENDLESS: [(u32, u32); 8] = [
    (1, 3),
    (2, 3),
    (1, 6),
    (5, 6),
    (1, 7),
    (6, 7),
    (1, 9),
    (8, 9),
];

impl Findings<'_> {
    /// Judges groups, tables, numbers and shares.
    pub(super) fn sets(&mut self) {
        let file = self.file;
        for statement in &file.statements {
            let parts = Parts::of(&statement.rule);
            for set in parts.all_sets() {
                self.declared_group(statement, set);
            }
            for atom in parts.atoms {
                self.test(statement, atom);
            }
        }
    }

    fn declared_group(&mut self, statement: &Statement, set: &Set) {
        let name = match set {
            Set::Named(name) => name,
            // The code of an organization is declared by the register.
            Set::AsAt {
                roll: Roll::MembersOf(name),
                ..
            } if !name.starts_with("X-") => name,
            _ => return,
        };
        let subject = Subject::Group;
        let name = name.clone();
        match self.groups.get(name.as_str()).map(|group| group.source) {
            None => self.at(statement, Code::E04, Detail::Undeclared { subject, name }),
            Some(GroupSource::Unknown(_)) => {
                self.at(statement, Code::W14, Detail::Unknown { subject, name });
            }
            Some(GroupSource::Listed(_) | GroupSource::File(_)) => {}
        }
    }

    fn test(&mut self, statement: &Statement, atom: &Atom) {
        for name in tables_of(atom) {
            let (subject, name) = (Subject::Table, name.to_string());
            match self.tables.get(name.as_str()) {
                None => self.at(statement, Code::E04, Detail::Undeclared { subject, name }),
                Some(WeightSource::Unknown(_)) => {
                    self.at(statement, Code::W14, Detail::Unknown { subject, name });
                }
                Some(WeightSource::File { .. }) => {}
            }
        }
        match atom {
            Atom::Of { least, set } => self.number(statement, *least, set),
            Atom::AllOf(set) => self.all_of(statement, set),
            Atom::Count { least, filters, .. } => self.count(statement, *least, filters),
            Atom::Share { share, table } => {
                self.share(statement, *share, Bound::AtLeast, table);
            }
            Atom::MoreThan { than, filters, .. } => {
                self.count(statement, than.saturating_add(1), filters);
            }
            Atom::Proportion {
                bound,
                fraction,
                set,
            } => self.proportion(statement, *bound, *fraction, set),
            Atom::ShareAbove {
                fraction: (numerator, denominator),
                table,
            } => self.share(
                statement,
                Share::Fraction(*numerator, *denominator),
                Bound::MoreThan,
                table,
            ),
            Atom::InForce(_) | Atom::OnOrAfter(_) => {}
        }
    }

    fn number(&mut self, statement: &Statement, least: u32, set: &Set) {
        let Some(members) = self.members(set).map(|members| members.len()) else {
            return;
        };
        let wanted = usize::try_from(least).unwrap_or(usize::MAX);
        let set = set.to_string();
        if wanted > members {
            let detail = Detail::CountExceedsSet {
                least,
                members,
                set,
            };
            self.at(statement, Code::E01, detail);
        } else if wanted == members {
            self.at(statement, Code::W06, Detail::CountIsWholeSet { least, set });
        }
    }

    fn all_of(&mut self, statement: &Statement, set: &Set) {
        if self.members(set).is_some_and(|members| members.is_empty()) {
            let set = set.to_string();
            self.at(statement, Code::E01, Detail::EmptySet { set });
        }
    }

    fn count(&mut self, statement: &Statement, least: u32, filters: &[Filter]) {
        for filter in filters {
            if let Filter::Of(set) = filter {
                self.number(statement, least, set);
            }
        }
        for filter in filters {
            if let Filter::EachWith { table, .. } = filter {
                self.rows_of_members(statement, filters, table);
            }
        }
    }

    fn rows_of_members(&mut self, statement: &Statement, filters: &[Filter], table: &str) {
        for filter in filters {
            if let Filter::Of(set) = filter {
                self.members_without_row(statement, set, table);
            }
        }
    }

    fn members_without_row(&mut self, statement: &Statement, set: &Set, table: &str) {
        let context = self.context;
        let Some((members, rows)) = self.members(set).zip(context.tables.get(table)) else {
            return;
        };
        let missing = members.iter().filter(|member| !rows.contains_key(*member));
        for participant in missing.cloned().collect::<Vec<_>>() {
            let table = table.to_string();
            let detail = Detail::WithoutWeight { participant, table };
            self.at(statement, Code::E04, detail);
        }
    }

    fn proportion(
        &mut self,
        statement: &Statement,
        bound: Bound,
        (numerator, denominator): (u32, u32),
        set: &Set,
    ) {
        if above_the_whole(bound, (numerator.into(), denominator.into())) {
            let share = Share::Fraction(numerator, denominator);
            self.at(statement, Code::E01, Detail::ShareOverWhole { share });
        }
        self.all_of(statement, set);
    }

    fn share(&mut self, statement: &Statement, share: Share, bound: Bound, name: &str) {
        let (numerator, denominator) = ratio(share);
        if above_the_whole(bound, (numerator, denominator)) {
            self.at(statement, Code::E01, Detail::ShareOverWhole { share });
        }
        if let Some((percent, (numerator, denominator))) = rounded(share) {
            let detail = Detail::RoundedFraction {
                percent,
                numerator,
                denominator,
            };
            self.at(statement, Code::W15, detail);
        }
        let stated = self.tables.get(name).and_then(|source| match source {
            WeightSource::File { total, .. } => *total,
            WeightSource::Unknown(_) => None,
        });
        let rows = self.context.tables.get(name);
        let rows = rows.map(|rows| rows.values().copied().sum::<Decimal>());
        let Some(total) = stated.or(rows) else { return };
        let table = name.to_string();
        if total == Decimal::ZERO {
            self.at(statement, Code::W08, Detail::ShareOfNothing { table });
        } else if let Some(rows) = rows
            && numerator <= denominator
            && rows.cmp_share(total, numerator, denominator).is_lt()
        {
            let detail = Detail::ShareOverRows {
                share,
                table,
                rows,
                total,
            };
            self.at(statement, Code::E01, detail);
        }
    }
}

/// Whether no part of a whole can reach the bound.
fn above_the_whole(bound: Bound, (numerator, denominator): (u128, u128)) -> bool {
    match bound {
        Bound::AtLeast => numerator > denominator,
        Bound::MoreThan => numerator >= denominator,
    }
}

/// Returns numerator and denominator of a share.
fn ratio(share: Share) -> (u128, u128) {
    match share {
        Share::Fraction(numerator, denominator) => (numerator.into(), denominator.into()),
        Share::Percent(percent) => {
            let whole = Decimal::whole(100).millionths();
            (percent.millionths().into(), whole.into())
        }
    }
}

/// Returns a per cent with decimals that was cut or rounded from an endless one, and the fraction
/// of that one.
fn rounded(share: Share) -> Option<(Decimal, (u32, u32))> {
    let Share::Percent(percent) = share else {
        return None;
    };
    let millionths = u128::from(percent.millionths());
    let last_digit = (0..=5)
        .map(|zeros| 10_u128.pow(zeros))
        .rfind(|step| millionths % step == 0)?;
    let near = |(numerator, denominator): &(u32, u32)| {
        let exact = u128::from(*numerator) * 100_000_000;
        let (written, step) = (
            millionths * u128::from(*denominator),
            u128::from(*denominator) * last_digit,
        );
        if written <= exact {
            exact - written < step
        } else {
            (written - exact) * 2 <= step
        }
    };
    let fraction = ENDLESS.iter().find(|fraction| near(fraction))?;
    Some((percent, *fraction))
}
