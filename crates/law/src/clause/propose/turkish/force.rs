//! General entry into force in Turkish.

use super::condition::{day_of, having_been_deposited, word_for_the_day};
use super::phrase::{Case, from_date, on_date, subject, treaty};
use super::term::from_day;
use crate::clause::propose::Role;
use crate::clause::propose::cursor::Cursor;
use crate::clause::propose::reading::Said;
use crate::clause::rule::{Atom, Condition, Moment, Point, Term};

/// Reads a sentence on general entry into force, to its end.
pub(super) fn sentence(c: &mut Cursor<'_>) -> Option<Said> {
    c.attempt(fallback)
        .or_else(|| c.attempt(same_day))
        .or_else(|| c.attempt(plain))
        .map(Said::Force)
}

/// Reads `yürürlüğe girer`.
pub(super) fn enters(c: &mut Cursor<'_>) -> bool {
    c.say("yürürlüğe girer|girecektir")
}

/// Reads the end of a sentence.
pub(super) fn end(c: &mut Cursor<'_>) -> Option<()> {
    (c.at_end() || c.say(".")).then_some(())
}

fn plain(c: &mut Cursor<'_>) -> Option<Moment> {
    let subject_first = subject(c);
    c.say(",");
    let before = c.attempt(bound_before);
    let term = term(c)?;
    if !subject_first {
        c.say(",");
        subject(c).then_some(())?;
        c.say(",");
    }
    let between = c.attempt(bound_before_verb);
    c.say(",");
    enters(c).then_some(())?;
    let after = c.attempt(bound_after);
    end(c)?;
    let mut terms = alloc::vec![term];
    terms.extend(before);
    terms.extend(between);
    terms.extend(after);
    (terms.len() <= 2).then_some(Moment::Latest(terms))
}

fn term(c: &mut Cursor<'_>) -> Option<Term> {
    c.attempt(|c| {
        let (condition, day) = c.noting(Role::Anchor, day_of)?;
        from_day(c, day, Point::TheDay(condition))
    })
    .or_else(|| on_date(c).map(|date| Term::On(Point::Date(date))))
    .or_else(|| c.attempt(milestone))
}

/// Reads `kabul edildiği tarihten …`, `imzaya açıldığı tarihten …`.
fn milestone(c: &mut Cursor<'_>) -> Option<Term> {
    let (point, day) = c.noting(Role::Anchor, |c| {
        let point = if c.say("kabul edildiği") {
            Point::Adoption
        } else if c.say("imzaya açıldığı") {
            Point::Opening
        } else {
            return None;
        };
        Some((point, word_for_the_day(c)?))
    })?;
    from_day(c, day, point)
}

/// Reads a bound before the term: `13 Ocak 1995 tarihinden önce olmamak kaydıyla,`.
fn bound_before(c: &mut Cursor<'_>) -> Option<Term> {
    let term = c
        .attempt(never_before)
        .or_else(|| c.attempt(parent_in_force))?;
    c.say(",").then_some(term)
}

/// Reads a bound between the term and the verb.
fn bound_before_verb(c: &mut Cursor<'_>) -> Option<Term> {
    c.say(",").then_some(())?;
    c.say("ancak");
    c.attempt(never_before)
        .or_else(|| c.attempt(parent_in_force))
}

fn never_before(c: &mut Cursor<'_>) -> Option<Term> {
    c.say("hiçbir halde|durumda");
    let term = before_day(c)?;
    c.say("olmamak kaydıyla|koşuluyla|şartıyla|üzere")
        .then_some(term)
}

/// Reads `… tarihinden önce`.
fn before_day(c: &mut Cursor<'_>) -> Option<Term> {
    let date = from_date(c)?;
    c.say("önce").then_some(Term::On(Point::Date(date)))
}

/// Reads `Sözleşme'nin yürürlükte olması kaydıyla`.
fn parent_in_force(c: &mut Cursor<'_>) -> Option<Term> {
    let id = c.noting(Role::Treaty, |c| c.other_treaty().cloned())?;
    c.say_one(&["yürürlükte olması", "yürürlüğe girmiş olması"])
        .then_some(())?;
    c.say("kaydıyla|koşuluyla|şartıyla").then_some(())?;
    Some(Term::On(Point::TheDay(Condition::Atom(Atom::InForce(id)))))
}

/// Reads `; ancak hiçbir hâlde 13 Ocak 1995 tarihinden önce yürürlüğe girmez` and `ancak Sözleşme
/// yürürlüğe girmeden önce yürürlüğe girmez`.
fn bound_after(c: &mut Cursor<'_>) -> Option<Term> {
    c.say("[,|;] ancak [,]").then_some(())?;
    c.say("hiçbir halde|durumda");
    let term = c.attempt(before_day).or_else(|| {
        c.attempt(|c| {
            let id = c.noting(Role::Treaty, |c| c.other_treaty().cloned())?;
            c.say_one(&["yürürlüğe girmeden [önce]", "yürürlüğe girmesinden önce"])
                .then_some(())?;
            Some(Term::On(Point::TheDay(Condition::Atom(Atom::InForce(id)))))
        })
    })?;
    c.say("yürürlüğe girmez|giremez|girmeyecektir")
        .then_some(term)
}

/// Reads `Bu Protokol, Sözleşme ile aynı gün yürürlüğe girer.`
fn same_day(c: &mut Cursor<'_>) -> Option<Moment> {
    subject(c).then_some(())?;
    c.say(",");
    let id = c.noting(Role::Treaty, |c| c.other_treaty().cloned())?;
    c.say("ile aynı gün|günde|tarihte").then_some(())?;
    enters(c).then_some(())?;
    end(c)?;
    let point = Point::TheDay(Condition::Atom(Atom::InForce(id)));
    Some(Moment::Latest(alloc::vec![Term::On(point)]))
}

/// Reads a fixed day on condition, and what holds when the condition is not met by then.
fn fallback(c: &mut Cursor<'_>) -> Option<Moment> {
    subject(c).then_some(())?;
    c.say(",");
    let condition = c.noting(Role::Anchor, having_been_deposited)?;
    c.say("kaydıyla|koşuluyla|şartıyla [,]").then_some(())?;
    let date = on_date(c)?;
    enters(c).then_some(())?;
    c.say(".").then_some(())?;
    c.say("bu|söz [konusu] koşul|koşullar|şart|şartlar")
        .then_some(())?;
    c.say("o|bu tarihe kadar yerine getirilmemişse|getirilmezse|gelmemişse [,]")
        .then_some(())?;
    treaty(c, Case::Nominative).then_some(())?;
    c.say(",");
    c.say("koşulun|koşulların|şartın|şartların yerine getirildiği|geldiği")
        .then_some(())?;
    let day = word_for_the_day(c)?;
    let otherwise = from_day(c, day, Point::ThatDay)?;
    enters(c).then_some(())?;
    end(c)?;
    Some(Moment::Fallback {
        date,
        condition,
        otherwise,
    })
}
