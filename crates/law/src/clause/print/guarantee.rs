//! Guarantee lines as they are printed: clauses in the order of the grammar, each on the one line.

use core::fmt;

use crate::clause::print::words::{Quoted, optional};
use crate::guarantee::force::LegalForce;
use crate::guarantee::promise::{
    Beneficiaries, Finder, Guarantors, Invoker, Lasting, Mode, Promise, Trigger,
};

impl fmt::Display for Promise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} by {}", self.name, self.sense.label(), self.by)?;
        write!(f, " to {}, {}", self.to, self.mode)?;
        write!(f, " of {}", Quoted(&self.object))?;
        optional(f, " when ", self.trigger.as_ref())?;
        optional(f, " found by ", self.finder.as_ref())?;
        optional(f, " owes ", self.owes.as_deref().map(Quoted))?;
        let alone = self.act_alone.map(|alone| if alone { "yes" } else { "no" });
        optional(f, " act alone ", alone)?;
        optional(f, " except ", self.except.as_deref().map(Quoted))?;
        optional(f, " invoked by ", self.invoked_by.map(Invoker::words))?;
        optional(f, " remedy ", self.remedy.as_deref().map(Quoted))?;
        optional(f, " ", self.lasts.as_ref())?;
        optional(f, " force ", self.force.map(LegalForce::words))?;
        optional(f, " restates ", self.restates.as_deref().map(Quoted))?;
        optional(f, " linked to ", self.linked_to.as_ref())
    }
}

impl fmt::Display for Guarantors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EachParty => f.write_str("each party"),
            Self::AllParties => f.write_str("all parties"),
            Self::Set(set) => write!(f, "{set}"),
        }
    }
}

impl fmt::Display for Beneficiaries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EveryOtherParty => f.write_str("every other party"),
            Self::AllParties => f.write_str("all parties"),
            Self::Itself => f.write_str("itself"),
            Self::Set(set) => write!(f, "{set}"),
            Self::Third(set) => write!(f, "third {set}"),
        }
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

impl fmt::Display for Trigger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Always => f.write_str("always"),
            Self::Words(words) => write!(f, "{}", Quoted(words)),
        }
    }
}

impl fmt::Display for Finder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EachForItself => f.write_str("each for itself"),
            Self::Organ { name, majority } => {
                f.write_str(name)?;
                match majority {
                    Some((numerator, denominator)) => write!(f, " by {numerator}/{denominator}"),
                    None => Ok(()),
                }
            }
        }
    }
}

impl fmt::Display for Lasting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Until(day) => write!(f, "until {day}"),
            Self::UntilWithdrawal => f.write_str("until withdrawal"),
            Self::UntilEvent(words) => write!(f, "until {}", Quoted(words)),
            Self::For(count, unit) => write!(f, "for {count} {unit}"),
        }
    }
}
