//! Majorities and votes (VCLT art. 9).

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;

use sponsio_record::{ActId, Draft, FieldError, ParticipantId, Value};

use crate::conference::deed::{Form, list, participant};
use crate::conference::{Conference, Ground, SilenceObject};

/// What a decision needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Majority {
    /// That nobody objects; no vote is taken.
    Consensus,
    /// The consent of all that are seated with a vote (VCLT art. 9(1)).
    Unanimity,
    /// At least this share of those present and voting; an abstention is no vote (VCLT art. 9(2)).
    PresentAndVoting(u32, u32),
    /// At least this share of all that are seated with a vote.
    Seated(u32, u32),
}

impl Majority {
    /// Two thirds of those present and voting (VCLT art. 9(2)).
    pub const TWO_THIRDS: Self = Self::PresentAndVoting(2, 3);

    /// Returns the words that the record gives, as `2/3 present-and-voting`.
    pub fn label(self) -> String {
        match self {
            Self::Consensus => "consensus".into(),
            Self::Unanimity => "unanimity".into(),
            Self::PresentAndVoting(part, whole) => format!("{part}/{whole} present-and-voting"),
            Self::Seated(part, whole) => format!("{part}/{whole} seated"),
        }
    }

    /// Returns the majority of these words.
    pub fn from_label(label: &str) -> Option<Self> {
        match label {
            "consensus" => return Some(Self::Consensus),
            "unanimity" => return Some(Self::Unanimity),
            _ => {}
        }
        let (share, of) = label.split_once(' ')?;
        let (part, whole) = share.split_once('/')?;
        let (part, whole): (u32, u32) = (part.parse().ok()?, whole.parse().ok()?);
        if part == 0 || part > whole || whole > 1_000 {
            return None;
        }
        let majority = match of {
            "present-and-voting" => Self::PresentAndVoting(part, whole),
            "seated" => Self::Seated(part, whole),
            _ => return None,
        };
        // One meaning, one form: `02/3` is not read.
        (majority.label() == label).then_some(majority)
    }

    pub(crate) fn read(value: &Value<'_>) -> Result<Self, FieldError> {
        value.read_as("a majority, as `2/3 present-and-voting`", Self::from_label)
    }
}

/// A vote by roll-call.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vote {
    /// Who voted for.
    pub in_favour: BTreeSet<ParticipantId>,
    /// Who voted against.
    pub against: BTreeSet<ParticipantId>,
    /// Who was present and did not vote.
    pub abstaining: BTreeSet<ParticipantId>,
}

/// How a decision was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// The chair saw no objection.
    Consensus,
    /// A vote was taken.
    Vote(Vote),
    /// A silence procedure ran out unbroken.
    Silence(ActId),
}

impl Decision {
    pub(crate) fn write(&self, form: &mut Form) {
        let draft = match self {
            Self::Consensus => Draft::object([("by", Draft::text("consensus"))]),
            Self::Silence(of) => Draft::object([
                ("by", Draft::text("silence")),
                ("of", Draft::text(format!("{of}"))),
            ]),
            Self::Vote(vote) => {
                let mut form = Form::default();
                form.text("by", "vote");
                form.names("for", &vote.in_favour);
                form.names("against", &vote.against);
                form.names("abstaining", &vote.abstaining);
                Draft::object(form.0)
            }
        };
        form.draft("decision", draft);
    }

    pub(crate) fn read(value: &Value<'_>) -> Result<Self, FieldError> {
        let mut fields = value.object()?.fields();
        let decision = match fields.required("by", Value::ascii)? {
            "consensus" => Self::Consensus,
            "silence" => Self::Silence(fields.required("of", Value::act_id)?),
            "vote" => Self::Vote(Vote {
                in_favour: list(&mut fields, "for", participant)?.into_iter().collect(),
                against: list(&mut fields, "against", participant)?
                    .into_iter()
                    .collect(),
                abstaining: list(&mut fields, "abstaining", participant)?
                    .into_iter()
                    .collect(),
            }),
            _ => {
                return fields
                    .required("by", |value| Err(value.wrong("consensus, silence or vote")));
            }
        };
        fields.finish()?;
        Ok(decision)
    }
}

impl Conference {
    /// Whether a decision satisfies what the rules of procedure need for it.
    pub(crate) fn decided(
        &self,
        decision: &Decision,
        needs: Majority,
        object: &SilenceObject,
    ) -> Result<(), Ground> {
        match decision {
            // That nobody objects satisfies every majority: it is what all consent to.
            Decision::Consensus => Ok(()),
            Decision::Silence(of) => self.silence_carried(*of, object),
            Decision::Vote(vote) => self.reached(vote, needs),
        }
    }

    fn reached(&self, vote: &Vote, needs: Majority) -> Result<(), Ground> {
        let ballots = [&vote.in_favour, &vote.against, &vote.abstaining];
        for code in ballots.into_iter().flatten() {
            if !self.seat(code).is_some_and(|seat| seat.votes) {
                return Err(Ground::NoVote(code.clone()));
            }
            if ballots.iter().filter(|list| list.contains(code)).count() > 1 {
                return Err(Ground::VotedTwice(code.clone()));
            }
        }
        let seated = self.seats().filter(|(_, seat)| seat.votes).count() as u64;
        let (given, against) = (vote.in_favour.len() as u64, vote.against.len() as u64);
        let at_least = |part: u32, whole: u32, of: u64| {
            given > 0 && given * u64::from(whole) >= of * u64::from(part)
        };
        let carried = match needs {
            Majority::Consensus => against == 0 && given > 0,
            Majority::Unanimity => given == seated && given > 0,
            Majority::PresentAndVoting(part, whole) => at_least(part, whole, given + against),
            Majority::Seated(part, whole) => at_least(part, whole, seated),
        };
        if carried {
            return Ok(());
        }
        Err(Ground::MajorityMissing {
            needs,
            given,
            against,
            seated,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn majorities_have_one_form() {
        for label in [
            "consensus",
            "unanimity",
            "2/3 present-and-voting",
            "3/4 seated",
        ] {
            let majority = Majority::from_label(label).expect(label);
            assert_eq!(majority.label(), label);
        }
        for label in [
            "",
            "2/3",
            "3/2 seated",
            "0/1 seated",
            "02/3 seated",
            "2/3 of all",
        ] {
            assert_eq!(Majority::from_label(label), None, "{label}");
        }
    }
}
