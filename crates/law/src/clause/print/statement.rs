//! Statements as they are printed, each on one line.

use core::fmt;

use crate::clause::print::words::{Printable, Quoted, listed, optional};
use crate::clause::rule::{
    BarStart, Ends, Force, Group, GroupSource, Joiner, JoinerScope, NoticeBar, Open, OpenFor,
    Reservations, Rule, Statement, WeightSource, Weights, Withdrawal,
};

impl fmt::Display for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.rule)?;
        match &self.citation {
            Some(citation) => write!(f, " [{}]", Printable(citation, ']', ')')),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Group(group) => write!(f, "{group}"),
            Self::Weights(weights) => write!(f, "{weights}"),
            Self::Consent(acts) => {
                f.write_str("consent by ")?;
                listed(f, acts)
            }
            Self::Force(Force::Moment(moment)) => write!(f, "in force {moment}"),
            Self::Force(Force::Unmodelled(words)) => {
                write!(f, "in force unmodelled {}", Quoted(words))
            }
            Self::Force(Force::While {
                condition,
                tested_on,
            }) => {
                write!(f, "in force while {condition}")?;
                optional(f, " tested on ", tested_on.as_deref().map(Quoted))
            }
            Self::Together(treaty) => write!(f, "in force together with {treaty}"),
            Self::Provisional(moment) => write!(f, "provisionally in force {moment}"),
            Self::Ends(ends) => write!(f, "ends {ends}"),
            Self::Joiner(joiner) => write!(f, "{joiner}"),
            Self::Withdrawal(withdrawal) => write!(f, "withdrawal {withdrawal}"),
            Self::Reservations(reservations) => write!(f, "reservations {reservations}"),
            Self::Open(open) => write!(f, "open for {open}"),
            Self::Guarantee(promise) => write!(f, "guarantee {promise}"),
            Self::Extension(extension) => f.write_str(&extension.words),
        }
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "group {} ", self.name)?;
        match &self.members {
            GroupSource::Listed(members) => {
                f.write_str("= {")?;
                listed(f, members)?;
                f.write_str("}")
            }
            GroupSource::File(path) => write!(f, "from {}", Quoted(path)),
            GroupSource::Unknown(words) => unknown(f, words.as_deref()),
        }
    }
}

impl fmt::Display for Weights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "weights {} ", self.name)?;
        match &self.source {
            WeightSource::File { path, total } => {
                write!(f, "from {}", Quoted(path))?;
                optional(f, " total ", *total)
            }
            WeightSource::Unknown(words) => unknown(f, words.as_deref()),
        }
    }
}

impl fmt::Display for Joiner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.scope {
            JoinerScope::Later => "each later joiner ",
            JoinerScope::AfterForce => "each joiner after entry into force ",
        })?;
        write!(f, "{}", self.term)?;
        if self.even_before {
            f.write_str(", even before general entry into force")?;
        }
        Ok(())
    }
}

impl fmt::Display for Ends {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FewerThan(least) => write!(f, "when fewer than {least} parties"),
            Self::Term(term) => write!(f, "{term}"),
            Self::With(treaty) => write!(f, "with {treaty}"),
            Self::Decision(organ) => write!(f, "by decision of {}", Quoted(organ)),
        }
    }
}

impl fmt::Display for Withdrawal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Silent => f.write_str("silent"),
            Self::Excluded => f.write_str("excluded"),
            Self::Notice {
                count,
                unit,
                not_before,
            } => {
                write!(f, "{count} {unit} after receipt of notice")?;
                optional(f, ", not before ", *not_before)
            }
        }
    }
}

impl fmt::Display for NoticeBar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let after = match self.after {
            BarStart::GeneralForce => "general entry into force",
            BarStart::ItsForce => "its entry into force",
        };
        write!(f, "{} {} after {after}", self.count, self.unit)
    }
}

impl fmt::Display for Reservations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (words, articles) = match self {
            Self::None => return f.write_str("none"),
            Self::Silent => return f.write_str("silent"),
            Self::Any => return f.write_str("any"),
            Self::Words(words) => return write!(f, "{}", Quoted(words)),
            Self::OnlyTo(articles) => ("only to ", articles),
            Self::NotTo(articles) => ("not to ", articles),
        };
        f.write_str(words)?;
        listed(f, articles)
    }
}

impl fmt::Display for Open {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.to_act {
            OpenFor::Signature => "signature",
            OpenFor::Accession => "accession",
        })?;
        optional(f, " to ", self.to.as_ref())?;
        optional(f, " from ", self.from)?;
        optional(f, " until ", self.until)?;
        optional(f, " at ", self.place.as_deref().map(Quoted))?;
        match self.invited_by.as_deref() {
            Some("all parties") => f.write_str(" by invitation of all parties"),
            inviter => optional(f, " by invitation of ", inviter.map(Quoted)),
        }
    }
}

fn unknown(f: &mut fmt::Formatter<'_>, words: Option<&str>) -> fmt::Result {
    f.write_str("unknown")?;
    optional(f, " ", words.map(Quoted))
}
