//! Refusals: why a proceeding was not received, as data. Each ground has its code, the rule on which it
//! rests and the next step; the other languages word the same data at the rim.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use sponsio_record::{ActId, ConferenceId, Digest, Instant, ParticipantId, TreatyId};
use sponsio_text::{Language, ProvisionId};

use crate::conference::{Audience, Majority, Place};

mod english;
mod facts;
mod record;

pub use record::RecordGround;

/// A proceeding that was not received, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConferenceRefusal {
    /// The conference.
    pub conference: ConferenceId,
    /// What it would have been.
    pub kind: &'static str,
    /// Whose act; none where it is the chair's or the secretariat's.
    pub by: Option<ParticipantId>,
    /// When it was received.
    pub at: Instant,
    /// Why it was refused.
    pub ground: Ground,
}

impl ConferenceRefusal {
    /// Returns the stable code of the ground.
    pub const fn code(&self) -> &'static str {
        self.ground.code()
    }

    /// Returns the rule on which the refusal rests.
    pub const fn rule(&self) -> &'static str {
        self.ground.rule()
    }
}

impl core::error::Error for ConferenceRefusal {}

/// Why a proceeding is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// The conference is convened already.
    ConferenceExists,
    /// The register has no such conference.
    UnknownConference,
    /// The register has a treaty of this identifier.
    TreatyExists(TreatyId),
    /// Another conference negotiates the treaty.
    Negotiated(ConferenceId),
    /// The register has no such participant.
    UnknownParticipant(ParticipantId),
    /// The State no longer exists.
    FormerState(ParticipantId),
    /// The participant is not seated.
    NotSeated(ParticipantId),
    /// The delegation may not table.
    MayNotTable(ParticipantId),
    /// The rules of procedure let the chair table.
    ThroughChair,
    /// The delegation has no vote.
    NoVote(ParticipantId),
    /// A delegation names itself among those for whom it speaks.
    SpeaksForItself,
    /// A delegation stands in two lists of a vote.
    VotedTwice(ParticipantId),
    /// The vote does not reach the majority.
    MajorityMissing {
        /// What the rules of procedure need.
        needs: Majority,
        /// How many voted for.
        given: u64,
        /// How many voted against.
        against: u64,
        /// How many are seated with a vote.
        seated: u64,
    },
    /// The text has moved on.
    RevisionMoved {
        /// The revision that the act names.
        stated: Option<Digest>,
        /// The revision there is.
        present: Option<Digest>,
    },
    /// A revision of this digest was made before.
    RevisionExists(Digest),
    /// The language is none of the authentic ones.
    OtherLanguage(Language),
    /// The text has no such provision in this language.
    UnknownProvision(Place),
    /// The text has no such provision.
    NoSuchProvision(ProvisionId),
    /// A round of this name was opened before.
    RoundExists(String),
    /// A round is still open.
    RoundStillOpen(String),
    /// The revision is not the one on which proposals are made.
    UnknownBase(Digest),
    /// A time limit does not lie ahead.
    NotLater(Instant),
    /// The round is closed already.
    RoundClosed(String),
    /// The round is archived already.
    RoundArchived(String),
    /// The round is not published.
    NotPublished(String),
    /// The round is published already.
    PublishedAlready(String),
    /// Proposals have no disposition.
    DispositionMissing(Vec<ActId>),
    /// There is no such round.
    NoSuchRound(String),
    /// The round is closed.
    AfterClose {
        /// The round.
        round: String,
        /// When it closed.
        closed: Instant,
    },
    /// The proposal is not of this delegation.
    NotASponsor {
        /// The proposal.
        of: ActId,
        /// The delegation.
        code: ParticipantId,
    },
    /// The proposal is not addressed to this delegation.
    NotAddressed {
        /// The proposal.
        of: ActId,
        /// The delegation.
        code: ParticipantId,
    },
    /// The delegation has acknowledged the proposal.
    AcknowledgedAlready(ActId),
    /// The delegation stands behind the proposal.
    SponsorAlready(ActId),
    /// A disposition names a revision where it must not, or none where it must.
    RevisionOfOutcome,
    /// No reason is given.
    NoReason,
    /// There is no such proposal.
    NoSuchProposal(ActId),
    /// The proposal has ended.
    Ended {
        /// The proposal.
        of: ActId,
        /// When it ended.
        ended: Instant,
    },
    /// The paper says something else than its act.
    OtherPaper(ActId),
    /// The proposal changes nothing.
    NothingProposed,
    /// The words that are proposed for a provision are no text in source form.
    NoText {
        /// The provision.
        provision: ProvisionId,
        /// The line of the words at which that is seen, from 1.
        line: u32,
        /// The column, from 1.
        column: u32,
    },
    /// The provision is outside the round's scope.
    OutsideScope {
        /// The provision.
        provision: ProvisionId,
        /// The round.
        round: String,
    },
    /// The provision is agreed.
    ProvisionAgreed {
        /// The provision.
        provision: ProvisionId,
        /// In which language it is agreed.
        language: Language,
    },
    /// The rules of procedure publish to somebody else.
    OtherAudience(Audience),
    /// No paper of the round lies behind this act.
    NothingSealed(ActId),
    /// A paper is disclosed twice.
    DisclosedTwice(ActId),
    /// Papers of the round are not disclosed: they would be lost.
    Undisclosed(Vec<ActId>),
    /// The opening does not open the commitment.
    DoesNotOpen(ActId),
    /// The text says something else there.
    OtherContent(Place),
    /// Live proposals touch the provision.
    StillContested(Vec<ActId>),
    /// Reservations of position are open.
    ReservationOpen(Vec<ActId>),
    /// The provision is not agreed.
    NotAgreed(Place),
    /// There is no such agreement.
    NoSuchAgreement(ActId),
    /// The confirmation of this delegation is not awaited.
    NotAwaited(ParticipantId),
    /// The confirmation was given, refused or has lapsed.
    AnsweredAlready(Instant),
    /// A package of this name was opened before.
    PackageExists(String),
    /// Everything in the package is agreed.
    PackageClosed(String),
    /// There is no such package.
    NoSuchPackage(String),
    /// The provision is not in the package.
    NotInPackage(String),
    /// There is no such open reservation of the delegation.
    NoSuchReservation(ActId),
    /// The text is another one.
    OtherText,
    /// A silence procedure on the same object runs.
    SilenceRuns,
    /// The silence procedure is over.
    SilenceOver(Instant),
    /// The rules of procedure know no extension.
    NoExtension,
    /// The silence procedure has not run out, or its outcome is not recorded.
    StillRuns(Instant),
    /// There is no such silence procedure.
    NoSuchSilence(ActId),
    /// Brackets are left.
    BracketsLeft(Vec<ProvisionId>),
    /// A blank is left.
    PlaceholderLeft(Vec<ProvisionId>),
    /// An authentic language does not follow the others.
    LanguageStale(Vec<Place>),
    /// A footnote reserves a delegation's position.
    ReservationInText(Vec<ProvisionId>),
    /// A conflict is open.
    ConflictOpen(Vec<ProvisionId>),
    /// A rule is not confirmed for this text.
    RuleUnconfirmed(Vec<ProvisionId>),
    /// The text in an authentic language is missing.
    LanguageMissing(Language),
    /// The text is adopted.
    AdoptedAlready(Instant),
    /// A package is open.
    PackageOpen(String),
    /// A confirmation *ad referendum* is awaited.
    ConfirmationAwaited {
        /// Where.
        place: Place,
        /// Of whom.
        from: BTreeSet<ParticipantId>,
    },
    /// The text says something else than what was agreed.
    AgreedStale(Place),
    /// The text is not adopted.
    NotAdopted,
    /// The delegation has initialled.
    InitialledAlready(Instant),
    /// The text is established as authentic.
    AuthenticAlready(Instant),
    /// Delegations have not initialled.
    NotInitialled(Vec<ParticipantId>),
    /// There is no such correction.
    NoSuchCorrection(ActId),
    /// The delegation has not refused its confirmation, nor let it lapse.
    NotRefused(ParticipantId),
    /// A delegation that refused has still to table its text.
    PeriodRuns {
        /// Where.
        place: Place,
        /// Who.
        code: ParticipantId,
        /// Until when.
        until: Instant,
    },
    /// Nothing in the language awaits that review.
    NothingToReview(Language),
    /// The provision does not await that review in the language.
    NotAwaitingReview(Place),
    /// Nobody is named as reviewer.
    NoReviewer,
    /// It concerns the record: what was said, where it met, what is before it.
    OfRecord(RecordGround),
}

impl Ground {
    /// Every code, in the order of the catalogue; [`RecordGround::CODES`] has those of the record.
    pub const CODES: [&'static str; 86] = [
        "conference-exists",
        "unknown-conference",
        "treaty-exists",
        "negotiated",
        "unknown-participant",
        "former-state",
        "not-seated",
        "may-not-table",
        "through-chair",
        "no-vote",
        "speaks-for-itself",
        "voted-twice",
        "majority-missing",
        "revision-moved",
        "revision-exists",
        "other-language",
        "unknown-place",
        "unknown-provision",
        "round-exists",
        "round-still-open",
        "unknown-base",
        "not-later",
        "round-closed",
        "round-archived",
        "not-published",
        "published-already",
        "disposition-missing",
        "no-such-round",
        "after-close",
        "not-a-sponsor",
        "not-addressed",
        "acknowledged-already",
        "sponsor-already",
        "revision-of-outcome",
        "no-reason",
        "no-such-proposal",
        "ended",
        "other-paper",
        "nothing-proposed",
        "no-text",
        "outside-scope",
        "provision-agreed",
        "other-audience",
        "nothing-sealed",
        "disclosed-twice",
        "undisclosed",
        "does-not-open",
        "other-content",
        "still-contested",
        "reservation-open",
        "not-agreed",
        "no-such-agreement",
        "not-awaited",
        "answered-already",
        "package-exists",
        "package-closed",
        "no-such-package",
        "not-in-package",
        "no-such-reservation",
        "other-text",
        "silence-runs",
        "silence-over",
        "no-extension",
        "still-runs",
        "no-such-silence",
        "brackets-left",
        "placeholder-left",
        "language-stale",
        "reservation-in-text",
        "conflict-open",
        "rule-unconfirmed",
        "language-missing",
        "adopted-already",
        "package-open",
        "confirmation-awaited",
        "agreed-stale",
        "not-adopted",
        "initialled-already",
        "authentic-already",
        "not-initialled",
        "no-such-correction",
        "not-refused",
        "period-runs",
        "nothing-to-review",
        "review-not-awaited",
        "no-reviewer",
    ];

    /// Returns the stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ConferenceExists => "conference-exists",
            Self::UnknownConference => "unknown-conference",
            Self::TreatyExists(_) => "treaty-exists",
            Self::Negotiated(_) => "negotiated",
            Self::UnknownParticipant(_) => "unknown-participant",
            Self::FormerState(_) => "former-state",
            Self::NotSeated(_) => "not-seated",
            Self::MayNotTable(_) => "may-not-table",
            Self::ThroughChair => "through-chair",
            Self::NoVote(_) => "no-vote",
            Self::SpeaksForItself => "speaks-for-itself",
            Self::VotedTwice(_) => "voted-twice",
            Self::MajorityMissing { .. } => "majority-missing",
            Self::RevisionMoved { .. } => "revision-moved",
            Self::RevisionExists(_) => "revision-exists",
            Self::OtherLanguage(_) => "other-language",
            Self::UnknownProvision(_) => "unknown-place",
            Self::NoSuchProvision(_) => "unknown-provision",
            Self::RoundExists(_) => "round-exists",
            Self::RoundStillOpen(_) => "round-still-open",
            Self::UnknownBase(_) => "unknown-base",
            Self::NotLater(_) => "not-later",
            Self::RoundClosed(_) => "round-closed",
            Self::RoundArchived(_) => "round-archived",
            Self::NotPublished(_) => "not-published",
            Self::PublishedAlready(_) => "published-already",
            Self::DispositionMissing(_) => "disposition-missing",
            Self::NoSuchRound(_) => "no-such-round",
            Self::AfterClose { .. } => "after-close",
            Self::NotASponsor { .. } => "not-a-sponsor",
            Self::NotAddressed { .. } => "not-addressed",
            Self::AcknowledgedAlready(_) => "acknowledged-already",
            Self::SponsorAlready(_) => "sponsor-already",
            Self::RevisionOfOutcome => "revision-of-outcome",
            Self::NoReason => "no-reason",
            Self::NoSuchProposal(_) => "no-such-proposal",
            Self::Ended { .. } => "ended",
            Self::OtherPaper(_) => "other-paper",
            Self::NothingProposed => "nothing-proposed",
            Self::NoText { .. } => "no-text",
            Self::OutsideScope { .. } => "outside-scope",
            Self::ProvisionAgreed { .. } => "provision-agreed",
            Self::OtherAudience(_) => "other-audience",
            Self::NothingSealed(_) => "nothing-sealed",
            Self::DisclosedTwice(_) => "disclosed-twice",
            Self::Undisclosed(_) => "undisclosed",
            Self::DoesNotOpen(_) => "does-not-open",
            Self::OtherContent(_) => "other-content",
            Self::StillContested(_) => "still-contested",
            Self::ReservationOpen(_) => "reservation-open",
            Self::NotAgreed(_) => "not-agreed",
            Self::NoSuchAgreement(_) => "no-such-agreement",
            Self::NotAwaited(_) => "not-awaited",
            Self::AnsweredAlready(_) => "answered-already",
            Self::PackageExists(_) => "package-exists",
            Self::PackageClosed(_) => "package-closed",
            Self::NoSuchPackage(_) => "no-such-package",
            Self::NotInPackage(_) => "not-in-package",
            Self::NoSuchReservation(_) => "no-such-reservation",
            Self::OtherText => "other-text",
            Self::SilenceRuns => "silence-runs",
            Self::SilenceOver(_) => "silence-over",
            Self::NoExtension => "no-extension",
            Self::StillRuns(_) => "still-runs",
            Self::NoSuchSilence(_) => "no-such-silence",
            Self::BracketsLeft(_) => "brackets-left",
            Self::PlaceholderLeft(_) => "placeholder-left",
            Self::LanguageStale(_) => "language-stale",
            Self::ReservationInText(_) => "reservation-in-text",
            Self::ConflictOpen(_) => "conflict-open",
            Self::RuleUnconfirmed(_) => "rule-unconfirmed",
            Self::LanguageMissing(_) => "language-missing",
            Self::AdoptedAlready(_) => "adopted-already",
            Self::PackageOpen(_) => "package-open",
            Self::ConfirmationAwaited { .. } => "confirmation-awaited",
            Self::AgreedStale(_) => "agreed-stale",
            Self::NotAdopted => "not-adopted",
            Self::InitialledAlready(_) => "initialled-already",
            Self::AuthenticAlready(_) => "authentic-already",
            Self::NotInitialled(_) => "not-initialled",
            Self::NoSuchCorrection(_) => "no-such-correction",
            Self::NotRefused(_) => "not-refused",
            Self::PeriodRuns { .. } => "period-runs",
            Self::NothingToReview(_) => "nothing-to-review",
            Self::NotAwaitingReview(_) => "review-not-awaited",
            Self::NoReviewer => "no-reviewer",
            Self::OfRecord(ground) => ground.code(),
        }
    }

    /// Returns the rule on which it rests.
    pub const fn rule(&self) -> &'static str {
        match self {
            Self::ConferenceExists
            | Self::UnknownConference
            | Self::Negotiated(_)
            | Self::SpeaksForItself
            | Self::RoundExists(_)
            | Self::RoundStillOpen(_)
            | Self::NotLater(_)
            | Self::RoundClosed(_)
            | Self::RoundArchived(_)
            | Self::NotPublished(_)
            | Self::PublishedAlready(_)
            | Self::DispositionMissing(_)
            | Self::AcknowledgedAlready(_)
            | Self::SponsorAlready(_)
            | Self::RevisionOfOutcome
            | Self::NoReason
            | Self::NoSuchProposal(_)
            | Self::Ended { .. }
            | Self::NothingProposed
            | Self::NoText { .. }
            | Self::OtherAudience(_)
            | Self::NotAgreed(_)
            | Self::NoSuchAgreement(_)
            | Self::NotAwaited(_)
            | Self::AnsweredAlready(_)
            | Self::PackageExists(_)
            | Self::PackageClosed(_)
            | Self::NoSuchPackage(_)
            | Self::NotInPackage(_)
            | Self::PackageOpen(_)
            | Self::ConfirmationAwaited { .. }
            | Self::AgreedStale(_)
            | Self::NotRefused(_)
            | Self::PeriodRuns { .. } => "rules of procedure",
            Self::TreatyExists(_) => "S-3",
            Self::UnknownParticipant(_) | Self::FormerState(_) => "S-1",
            Self::NotSeated(_)
            | Self::MayNotTable(_)
            | Self::ThroughChair
            | Self::NoVote(_)
            | Self::NotASponsor { .. }
            | Self::NotAddressed { .. } => "T506",
            Self::VotedTwice(_) => "VCLT art. 9(2)",
            Self::MajorityMissing { .. } | Self::AdoptedAlready(_) | Self::NotAdopted => {
                "VCLT art. 9"
            }
            Self::RevisionMoved { .. } | Self::RevisionExists(_) | Self::OtherContent(_) => "T505",
            Self::OtherLanguage(_) | Self::LanguageMissing(_) => "VCLT art. 33",
            Self::UnknownProvision(_) | Self::NoSuchProvision(_) | Self::UnknownBase(_) => "T504",
            Self::NoSuchRound(_) | Self::AfterClose { .. } => "T503",
            Self::OtherPaper(_)
            | Self::NothingSealed(_)
            | Self::DisclosedTwice(_)
            | Self::Undisclosed(_)
            | Self::DoesNotOpen(_) => "record of the conference",
            Self::OutsideScope { .. } => "T502",
            Self::ProvisionAgreed { .. } => "T501",
            Self::StillContested(_) | Self::BracketsLeft(_) => "T510",
            Self::ReservationOpen(_) | Self::NoSuchReservation(_) | Self::ReservationInText(_) => {
                "T513"
            }
            Self::OtherText | Self::InitialledAlready(_) | Self::AuthenticAlready(_) => {
                "VCLT art. 10"
            }
            Self::SilenceRuns
            | Self::SilenceOver(_)
            | Self::NoExtension
            | Self::StillRuns(_)
            | Self::NoSuchSilence(_) => "silence procedure",
            Self::PlaceholderLeft(_) => "T511",
            Self::LanguageStale(_)
            | Self::NothingToReview(_)
            | Self::NotAwaitingReview(_)
            | Self::NoReviewer => "T512",
            Self::ConflictOpen(_) => "T514",
            Self::RuleUnconfirmed(_) => "T515",
            Self::NotInitialled(_) => "VCLT art. 10(b)",
            Self::NoSuchCorrection(_) => "VCLT art. 79",
            Self::OfRecord(ground) => ground.rule(),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.provision, self.language)
    }
}
