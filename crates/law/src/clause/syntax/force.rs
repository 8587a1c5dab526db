//! Moments, terms and the points from which they run; entry into force and later joiners.

use alloc::boxed::Box;
use alloc::vec;

use crate::clause::diagnostic::{Detail, MisplacedPoint};
use crate::clause::rule::{Ends, Force, Joiner, JoinerScope, Moment, Point, Term};
use crate::clause::syntax::cursor::{Cursor, Read};

impl Cursor<'_> {
    /// Reads what follows `in force`.
    pub(super) fn force(&mut self) -> Read<Force> {
        if self.phrase("unmodelled") {
            return Ok(Force::Unmodelled(self.needed(Self::text)?));
        }
        if self.rare_phrase("while") {
            let condition = self.condition()?;
            let tested_on = if self.rare_phrase("tested on") {
                Some(self.needed(Self::text)?)
            } else {
                None
            };
            return Ok(Force::While {
                condition,
                tested_on,
            });
        }
        self.moment().map(Force::Moment)
    }

    /// Reads what follows `ends`.
    pub(super) fn ends(&mut self) -> Read<Ends> {
        if self.phrase("when fewer than") {
            let least = self.needed(|cursor| cursor.whole(u32::MAX))?;
            self.require("parties")?;
            return Ok(Ends::FewerThan(least));
        }
        if self.phrase("with") {
            return self.needed(Self::treaty).map(Ends::With);
        }
        if self.phrase("by decision of") {
            return self.needed(Self::text).map(Ends::Decision);
        }
        self.term().map(Ends::Term)
    }

    /// Reads what follows `each later joiner` or `each joiner after entry into force`.
    pub(super) fn joiner(&mut self, scope: JoinerScope) -> Read<Joiner> {
        self.joining = true;
        let term = if self.beyond_phrase("of") {
            self.set()?;
            self.moment()?;
            Term::On(Point::ItsDeposit)
        } else {
            self.term()?
        };
        let even_before = self.phrase(", even before general entry into force");
        Ok(Joiner {
            scope,
            term,
            even_before,
        })
    }

    pub(super) fn moment(&mut self) -> Read<Moment> {
        let first = self.term()?;
        if let Term::On(Point::Date(date)) = first
            && self.phrase("if by then")
        {
            let condition = self.condition()?;
            self.require("; otherwise")?;
            self.falling_back = true;
            let otherwise = self.term()?;
            self.falling_back = false;
            return Ok(Moment::Fallback {
                date,
                condition,
                otherwise,
            });
        }
        let mut terms = vec![first];
        while self.phrase("; or later:") {
            terms.push(self.term()?);
        }
        if terms.len() > 1 {
            return Ok(Moment::Latest(terms));
        }
        while self.phrase("; or earlier:") {
            terms.push(self.term()?);
        }
        Ok(match terms.len() {
            1 => Moment::Latest(terms),
            _ => Moment::Earliest(terms),
        })
    }

    fn term(&mut self) -> Read<Term> {
        if self.phrase("on the first day of the") {
            let month = self.month()?;
            self.require("following")?;
            let point = self.point()?;
            return Ok(Term::FirstOfMonth { month, point });
        }
        if self.phrase("on") {
            return self.point().map(Term::On);
        }
        let (count, unit) = self.needed(Self::period)??;
        self.require("after")?;
        let point = self.point()?;
        Ok(Term::After { count, unit, point })
    }

    fn month(&mut self) -> Read<u8> {
        if self.phrase("month") {
            return Ok(1);
        }
        let month = self.needed(Self::ordinal)?;
        self.require("month")?;
        Ok(month)
    }

    fn point(&mut self) -> Read<Point> {
        let begun_at = self.position();
        if let Some(date) = self.date() {
            Ok(Point::Date(date))
        } else if self.phrase("the day") {
            self.condition().map(Point::TheDay)
        } else if self.phrase("that day") {
            if !self.falling_back {
                self.report_since(begun_at, Detail::Misplaced(MisplacedPoint::ThatDay));
            }
            Ok(Point::ThatDay)
        } else if self.phrase("its deposit") {
            if !self.joining {
                self.report_since(begun_at, Detail::Misplaced(MisplacedPoint::ItsDeposit));
            }
            Ok(Point::ItsDeposit)
        } else if self.phrase("general entry into force") {
            Ok(Point::GeneralForce)
        } else if self.phrase("adoption") {
            Ok(Point::Adoption)
        } else if self.phrase("opening") {
            Ok(Point::Opening)
        } else if self.phrase("(") {
            self.nested(|cursor| cursor.term().map(|term| Point::Term(Box::new(term))))
        } else if self.point_beyond() {
            Ok(Point::Adoption)
        } else {
            self.unexpected()
        }
    }

    /// Passes a point that the tree of the core has no place for; the statement is kept in words.
    fn point_beyond(&mut self) -> bool {
        [
            "signature",
            "notification",
            "communication",
            "acceptance",
            "receipt of notice",
            "the end of that period",
            "its declaration",
        ]
        .into_iter()
        .any(|point| self.beyond_phrase(point))
    }
}
