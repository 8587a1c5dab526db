//! The closed catalogue of proceedings: what can be done at a conference, each with its kind.

use sponsio_record::{ConferenceId, FieldError, Fields, Instant, ParticipantId};

use crate::conference::deed::{Deed as _, Form};
use crate::conference::{
    Acknowledged, Adopted, Agreed, Answered, Attached, Authenticated, CoSponsored, Conference,
    Convened, Conveyed, Corrigendum, CorrigendumObjection, Disposed, Doing, Ground, Initialled,
    LanguageReviewed, Objection, PackageDissolved, PackageOpened, PeriodSet, PositionReserved,
    PositionTaken, ReferendumAnswer, Reopened, ReservationLifted, RevisionMade, RoundArchived,
    RoundClosed, RoundOpened, RoundPublished, Seat, SilenceAnnounced, SilenceConcluded,
    SilenceExtended, SilenceStarted, SilenceWithdrawn, Tabled, Voice, Withdrawn,
};

/// One act of a conference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proceeding {
    /// The conference.
    pub conference: ConferenceId,
    /// The instant of its receipt: what counts for every time limit of the conference.
    pub received: Instant,
    /// What is done.
    pub step: Step,
}

/// Whose act a proceeding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor<'a> {
    /// The chair or the secretariat of the conference.
    Presidency,
    /// A delegation.
    Delegation(&'a ParticipantId),
}

impl<'a> Actor<'a> {
    /// Returns the delegation, if it is the act of one.
    pub const fn party(self) -> Option<&'a ParticipantId> {
        match self {
            Self::Presidency => None,
            Self::Delegation(code) => Some(code),
        }
    }
}

macro_rules! catalogue {
    ($($(#[$doc:meta])* $name:ident($deed:ty),)*) => {
        /// What is done at a conference.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Step {
            $($(#[$doc])* $name($deed),)*
        }

        impl Step {
            /// Every kind, in the order of the catalogue.
            pub const KINDS: &'static [&'static str] = &[$(<$deed>::KIND),*];

            /// Returns the word that the record gives as `kind`.
            pub const fn kind(&self) -> &'static str {
                match self {
                    $(Self::$name(_) => <$deed>::KIND,)*
                }
            }

            /// Returns whose act it is.
            pub fn actor(&self) -> Actor<'_> {
                match self {
                    $(Self::$name(deed) => deed.actor(),)*
                }
            }

            pub(crate) fn write(&self, form: &mut Form) {
                match self {
                    $(Self::$name(deed) => deed.write(form),)*
                }
            }

            pub(crate) fn read(
                kind: &str,
                fields: &mut Fields<'_, '_>,
            ) -> Option<Result<Self, FieldError>> {
                $(if kind == <$deed>::KIND {
                    return Some(<$deed>::read(fields).map(Self::$name));
                })*
                None
            }

            pub(crate) fn examine(
                &self,
                conference: &Conference,
                doing: &Doing,
            ) -> Result<(), Ground> {
                match self {
                    $(Self::$name(deed) => deed.examine(conference, doing),)*
                }
            }

            pub(crate) fn apply(&self, conference: &mut Conference, doing: &Doing) {
                match self {
                    $(Self::$name(deed) => deed.apply(conference, doing),)*
                }
            }
        }
    };
}

catalogue! {
    /// The conference is convened with its rules of procedure.
    Convened(Convened),
    /// A delegation is seated.
    Seated(Seat),
    /// A delegation speaks for others.
    SpeaksFor(Voice),
    /// A revision of the text is made.
    Revision(RevisionMade),
    /// A round opens.
    RoundOpened(RoundOpened),
    /// A round closes: what was tabled is frozen.
    RoundClosed(RoundClosed),
    /// A round is published.
    RoundPublished(RoundPublished),
    /// A round is archived: every proposal has its disposition.
    RoundArchived(RoundArchived),
    /// A proposal is tabled.
    Tabled(Tabled),
    /// A proposal is conveyed to its addressees.
    Conveyed(Conveyed),
    /// An addressee acknowledges a proposal.
    Acknowledged(Acknowledged),
    /// An addressee answers a proposal.
    Answered(Answered),
    /// A delegation joins a proposal.
    CoSponsored(CoSponsored),
    /// A proposal is withdrawn.
    Withdrawn(Withdrawn),
    /// A proposal is disposed of.
    Disposed(Disposed),
    /// A delegation takes a position.
    Position(PositionTaken),
    /// A provision is agreed.
    Agreed(Agreed),
    /// An agreed provision is reopened.
    Reopened(Reopened),
    /// A delegation answers for an agreement *ad referendum*.
    Referendum(ReferendumAnswer),
    /// The chair sets the period in which a delegation that refused tables its text.
    PeriodSet(PeriodSet),
    /// Provisions are bound together.
    PackageOpened(PackageOpened),
    /// Provisions are no longer bound together.
    PackageDissolved(PackageDissolved),
    /// A delegation reserves its position.
    Reserved(PositionReserved),
    /// A delegation lifts its reservation of position.
    Lifted(ReservationLifted),
    /// A language is reviewed or certified.
    LanguageReviewed(LanguageReviewed),
    /// A silence procedure starts.
    SilenceStarted(SilenceStarted),
    /// A delegation breaks silence, or comes too late.
    Objection(Objection),
    /// The expiry of a silence procedure is moved.
    SilenceExtended(SilenceExtended),
    /// A silence procedure is withdrawn.
    SilenceWithdrawn(SilenceWithdrawn),
    /// A statement is attached to a decision under silence.
    Attached(Attached),
    /// A silence procedure ran out unbroken.
    SilenceConcluded(SilenceConcluded),
    /// A decision under silence is announced at a meeting.
    SilenceAnnounced(SilenceAnnounced),
    /// The text is adopted (VCLT art. 9).
    Adopted(Adopted),
    /// A delegation initials the text (VCLT art. 10(b)).
    Initialled(Initialled),
    /// The text is established as authentic and definitive (VCLT art. 10).
    Authenticated(Authenticated),
    /// A correction of the text is proposed (VCLT art. 79).
    Corrigendum(Corrigendum),
    /// A delegation objects to a correction.
    CorrigendumObjection(CorrigendumObjection),
}
