//! What a refusal names, as data: the wording of every language is made of it.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use sponsio_record::Digest;

use crate::conference::Ground;

impl Ground {
    /// Returns what it names, each fact with its name; the wording of every language is made of these.
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TreatyExists(what) => facts([("what", what.to_string())]),
            Self::Negotiated(what) => facts([("what", what.to_string())]),
            Self::UnknownParticipant(what)
            | Self::FormerState(what)
            | Self::NotSeated(what)
            | Self::MayNotTable(what)
            | Self::NoVote(what)
            | Self::VotedTwice(what)
            | Self::NotAwaited(what)
            | Self::NotRefused(what) => facts([("what", what.to_string())]),
            Self::RevisionExists(what) | Self::UnknownBase(what) => facts([("what", what.cited())]),
            Self::OtherLanguage(what)
            | Self::LanguageMissing(what)
            | Self::NothingToReview(what) => facts([("what", what.to_string())]),
            Self::UnknownProvision(what)
            | Self::OtherContent(what)
            | Self::NotAgreed(what)
            | Self::AgreedStale(what)
            | Self::NotAwaitingReview(what) => facts([("what", what.to_string())]),
            Self::NoSuchProvision(what) => facts([("what", what.to_string())]),
            Self::RoundExists(what)
            | Self::RoundStillOpen(what)
            | Self::RoundClosed(what)
            | Self::RoundArchived(what)
            | Self::NotPublished(what)
            | Self::PublishedAlready(what)
            | Self::NoSuchRound(what)
            | Self::PackageExists(what)
            | Self::PackageClosed(what)
            | Self::NoSuchPackage(what)
            | Self::NotInPackage(what)
            | Self::PackageOpen(what) => facts([("what", what.clone())]),
            Self::NotLater(what)
            | Self::AnsweredAlready(what)
            | Self::SilenceOver(what)
            | Self::StillRuns(what)
            | Self::AdoptedAlready(what)
            | Self::InitialledAlready(what)
            | Self::AuthenticAlready(what) => facts([("what", what.to_string())]),
            Self::DispositionMissing(what)
            | Self::Undisclosed(what)
            | Self::StillContested(what)
            | Self::ReservationOpen(what) => facts([("what", listed(what))]),
            Self::AcknowledgedAlready(what)
            | Self::SponsorAlready(what)
            | Self::NoSuchProposal(what)
            | Self::OtherPaper(what)
            | Self::NothingSealed(what)
            | Self::DisclosedTwice(what)
            | Self::DoesNotOpen(what)
            | Self::NoSuchAgreement(what)
            | Self::NoSuchReservation(what)
            | Self::NoSuchSilence(what)
            | Self::NoSuchCorrection(what) => facts([("what", what.to_string())]),
            Self::OtherAudience(what) => facts([("what", what.label().to_string())]),
            Self::BracketsLeft(what)
            | Self::PlaceholderLeft(what)
            | Self::ReservationInText(what)
            | Self::ConflictOpen(what)
            | Self::RuleUnconfirmed(what) => facts([("what", listed(what))]),
            Self::LanguageStale(what) => facts([("what", listed(what))]),
            Self::NotInitialled(what) => facts([("what", listed(what))]),
            Self::MajorityMissing {
                needs,
                given,
                against,
                seated,
            } => facts([
                ("needs", needs.label()),
                ("given", given.to_string()),
                ("against", against.to_string()),
                ("seated", seated.to_string()),
            ]),
            Self::RevisionMoved { stated, present } => facts([
                ("stated", cited(stated.as_ref())),
                ("present", cited(present.as_ref())),
            ]),
            Self::AfterClose { round, closed } => {
                facts([("round", round.clone()), ("closed", closed.to_string())])
            }
            Self::NotASponsor { of, code } | Self::NotAddressed { of, code } => {
                facts([("of", of.to_string()), ("code", code.to_string())])
            }
            Self::Ended { of, ended } => {
                facts([("of", of.to_string()), ("ended", ended.to_string())])
            }
            Self::NoText {
                provision,
                line,
                column,
            } => facts([
                ("provision", provision.to_string()),
                ("place", alloc::format!("{line}:{column}")),
            ]),
            Self::OutsideScope { provision, round } => facts([
                ("provision", provision.to_string()),
                ("round", round.clone()),
            ]),
            Self::ProvisionAgreed {
                provision,
                language,
            } => facts([
                ("provision", provision.to_string()),
                ("language", language.to_string()),
            ]),
            Self::PeriodRuns { place, code, until } => facts([
                ("place", place.to_string()),
                ("code", code.to_string()),
                ("until", until.to_string()),
            ]),
            Self::ConfirmationAwaited { place, from } => {
                facts([("place", place.to_string()), ("from", listed(from))])
            }
            Self::OfRecord(ground) => ground.facts(),
            _ => Vec::new(),
        }
    }
}

fn facts<const N: usize>(facts: [(&'static str, String); N]) -> Vec<(&'static str, String)> {
    facts.into()
}

fn cited(digest: Option<&Digest>) -> String {
    digest.map_or_else(|| "-".into(), Digest::cited)
}

fn listed<'a, T: ToString + 'a>(items: impl IntoIterator<Item = &'a T>) -> String {
    let items: Vec<String> = items.into_iter().map(ToString::to_string).collect();
    match items.get(..NAMED) {
        Some(first) if items.len() > NAMED => format!("{}, … ({})", first.join(", "), items.len()),
        _ => items.join(", "),
    }
}

/// How many things a list names before it only counts.
const NAMED: usize = 8;
