//! The English wording of a refusal: what, why by which rule, and the next step, in one sentence.

use alloc::string::String;
use core::fmt;

use crate::conference::{ConferenceRefusal, Ground};

impl fmt::Display for ConferenceRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: `{}`", self.conference, self.kind)?;
        if let Some(by) = &self.by {
            write!(f, " by {by}")?;
        }
        write!(
            f,
            " received at {} is refused because {}",
            self.at, self.ground
        )
    }
}

impl fmt::Display for Ground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (why, step) = words(self);
        let mut said = String::from(why);
        for (name, fact) in self.facts() {
            said = said.replace(&alloc::format!("{{{name}}}"), &fact);
        }
        write!(f, "{said} ({}); {step}", self.rule())
    }
}

/// Why, with the names of facts in braces, and what to do next.
const fn words(ground: &Ground) -> (&'static str, &'static str) {
    match ground {
        Ground::ConferenceExists => (
            "the conference is convened already",
            "choose another identifier, or go on with the one there is",
        ),
        Ground::UnknownConference => (
            "the register has no such conference",
            "check the identifier, or convene it first",
        ),
        Ground::TreatyExists(_) => (
            "the register already has the treaty {what}",
            "choose another identifier for what is negotiated",
        ),
        Ground::Negotiated(_) => (
            "the conference {what} negotiates that treaty",
            "choose another identifier for what is negotiated",
        ),
        Ground::UnknownParticipant(_) => (
            "the register has no participant {what}",
            "check the code, or enter the participant first",
        ),
        Ground::FormerState(_) => ("{what} no longer exists", "seat its successor"),
        Ground::NotSeated(_) => ("{what} is not seated", "have its delegation seated first"),
        Ground::MayNotTable(_) => (
            "{what} may not table",
            "ask a delegation that may, or have its rights changed by the chair",
        ),
        Ground::ThroughChair => (
            "the rules of procedure let the chair table",
            "bring it to the chair",
        ),
        Ground::NoVote(_) => (
            "{what} has no vote",
            "have its rights changed by the chair, or leave it out",
        ),
        Ground::SpeaksForItself => (
            "a delegation speaks for itself without saying so",
            "leave it out of the members",
        ),
        Ground::VotedTwice(_) => (
            "{what} stands in two lists of the vote",
            "count each delegation once",
        ),
        Ground::MajorityMissing { .. } => (
            "{needs} is needed; {given} voted for, {against} against, {seated} have a vote",
            "go on negotiating, or vote again",
        ),
        Ground::RevisionMoved { .. } => (
            "the text has moved on: it stands at {present}, not at {stated}",
            "look at the present revision and do it again on that",
        ),
        Ground::RevisionExists(_) => (
            "the revision {what} was made before",
            "a revision that takes back another one is a new revision",
        ),
        Ground::OtherLanguage(_) => (
            "`{what}` is no authentic language of the text",
            "use one of the languages with which the conference was convened",
        ),
        Ground::UnknownProvision(_) => (
            "the present revision has no {what}",
            "check the id and the language",
        ),
        Ground::NoSuchProvision(_) => (
            "the present revision has no provision {what}",
            "check the id",
        ),
        Ground::RoundExists(_) => (
            "a round {what} was opened before",
            "give the round another name",
        ),
        Ground::RoundStillOpen(_) => ("the round {what} is not closed", "close it first"),
        Ground::UnknownBase(_) => (
            "{what} is not the revision on which this is done",
            "take the base of the round",
        ),
        Ground::NotLater(_) => (
            "the time limit {what} does not lie ahead",
            "name a later instant",
        ),
        Ground::RoundClosed(_) => ("the round {what} is closed already", "publish it"),
        Ground::RoundArchived(_) => (
            "the round {what} is archived already",
            "nothing is left to do",
        ),
        Ground::NotPublished(_) => (
            "the round {what} is not published",
            "publish it first: what was tabled is read before it is filed away",
        ),
        Ground::PublishedAlready(_) => {
            ("the round {what} is published already", "use a later round")
        }
        Ground::DispositionMissing(_) => (
            "{what} has no disposition",
            "dispose of each, with the reason: no proposal ends without",
        ),
        Ground::NoSuchRound(_) => ("there is no round {what}", "check the name of the round"),
        Ground::AfterClose { .. } => (
            "the round {round} closed at {closed}",
            "table it in a later round",
        ),
        Ground::NotASponsor { .. } => (
            "{code} does not stand behind the proposal {of}",
            "its sponsors may do that",
        ),
        Ground::NotAddressed { .. } => (
            "the proposal {of} is not addressed to {code}",
            "only those to whom it is addressed take it up before its round is published",
        ),
        Ground::AcknowledgedAlready(_) => (
            "the proposal {what} was acknowledged before",
            "nothing is left to do",
        ),
        Ground::SponsorAlready(_) => (
            "the delegation stands behind the proposal {what} already",
            "nothing is left to do",
        ),
        Ground::RevisionOfOutcome => (
            "`absorbed` names the revision, and no other outcome does",
            "name the revision that took the proposal in",
        ),
        Ground::NoReason => ("no reason is given", "say why"),
        Ground::NoSuchProposal(_) => ("there is no proposal {what}", "check its mark"),
        Ground::Ended { .. } => ("the proposal {of} ended at {ended}", "table a new one"),
        Ground::OtherPaper(_) => (
            "the paper is not that of the act {what}",
            "seal the paper that names conference, act, round and delegation of the act",
        ),
        Ground::NothingProposed => ("the proposal changes nothing", "name what it would change"),
        Ground::NoText { .. } => (
            "the words for the provision {provision} are no text in source form at {place}",
            "close what is open there; the markup of texts says how words are written",
        ),
        Ground::OutsideScope { .. } => (
            "the provision {provision} is not open in the round {round}",
            "ask the chair for a round that takes it in",
        ),
        Ground::ProvisionAgreed { .. } => (
            "the provision {provision} is agreed in `{language}`",
            "ask for it to be reopened",
        ),
        Ground::OtherAudience(_) => (
            "the rules of procedure publish a round to `{what}`",
            "publish it so",
        ),
        Ground::NothingSealed(_) => (
            "no paper of the round lies behind the act {what}",
            "name the acts that committed to papers in this round",
        ),
        Ground::DisclosedTwice(_) => ("the paper of {what} is disclosed twice", "name it once"),
        Ground::Undisclosed(_) => (
            "the papers of {what} are not disclosed",
            "disclose each paper of the round; only withdrawn proposals may stay sealed",
        ),
        Ground::DoesNotOpen(_) => (
            "what is given does not open the commitment of {what}",
            "bring salt and bytes as they were sealed",
        ),
        Ground::OtherContent(_) => (
            "the present revision says something else at {what}",
            "take the digest of what it says",
        ),
        Ground::StillContested(_) => (
            "{what} would still change the provision",
            "dispose of each first",
        ),
        Ground::ReservationOpen(_) => (
            "the reservation {what} is open",
            "ask for it to be lifted, or have the record of adoption carry it",
        ),
        Ground::NotAgreed(_) => ("{what} is not agreed", "nothing has to be reopened"),
        Ground::NoSuchAgreement(_) => ("there is no agreement {what}", "check its mark"),
        Ground::NotAwaited(_) => (
            "no confirmation of {what} is awaited",
            "nothing is left to do",
        ),
        Ground::AnsweredAlready(_) => (
            "that was settled at {what}",
            "ask the chair for a new agreement",
        ),
        Ground::PackageExists(_) => (
            "a package {what} was opened before",
            "give the package another name",
        ),
        Ground::PackageClosed(_) => (
            "everything in the package {what} is agreed",
            "reopen the provision that is meant",
        ),
        Ground::NoSuchPackage(_) => ("there is no package {what}", "check its name"),
        Ground::NotInPackage(_) => (
            "the provision is not in the package {what}",
            "agree it by itself, or open a package that takes it in",
        ),
        Ground::NoSuchReservation(_) => (
            "there is no such open reservation {what}",
            "check its mark and its author",
        ),
        Ground::OtherText => (
            "the text is another one than that on which this is done",
            "take the digests of the text as it stands",
        ),
        Ground::SilenceRuns => (
            "a procedure on the same object runs already",
            "wait for its end, or withdraw it first",
        ),
        Ground::SilenceOver(_) => ("the procedure ended at {what}", "start a new one"),
        Ground::NoExtension => (
            "the rules of procedure know no extension",
            "withdraw the procedure and start anew",
        ),
        Ground::StillRuns(_) => (
            "it runs until {what}, or its outcome is not recorded",
            "wait for its expiry, then record the outcome",
        ),
        Ground::NoSuchSilence(_) => ("there is no silence procedure {what}", "check its mark"),
        Ground::BracketsLeft(_) => ("brackets are left at {what}", "resolve them in a revision"),
        Ground::PlaceholderLeft(_) => ("a blank is left at {what}", "fill it in a revision"),
        Ground::LanguageStale(_) => (
            "{what} is not certified to follow the other languages",
            "have the languages reviewed and certified",
        ),
        Ground::ReservationInText(_) => (
            "a footnote reserves a position at {what}",
            "have it lifted, or carry it into the record and strike the footnote",
        ),
        Ground::ConflictOpen(_) => ("a conflict is open at {what}", "resolve it in a revision"),
        Ground::RuleUnconfirmed(_) => (
            "the rule under {what} is not confirmed for this text",
            "read rule and text together, then confirm the rule",
        ),
        Ground::LanguageMissing(_) => (
            "the text in `{what}` is missing",
            "bring the text in each authentic language",
        ),
        Ground::AdoptedAlready(_) => (
            "the text was adopted at {what}",
            "what is wrong in it is corrected by a corrigendum; what is to change needs an amendment",
        ),
        Ground::PackageOpen(_) => (
            "not everything in the package {what} is agreed",
            "agree the rest, or dissolve the package",
        ),
        Ground::ConfirmationAwaited { .. } => (
            "{place} waits for the confirmation of {from}",
            "wait for it, or for its time limit",
        ),
        Ground::AgreedStale(_) => (
            "{what} says something else than what was agreed",
            "agree the provision as it stands, or reopen it",
        ),
        Ground::NotAdopted => ("the text is not adopted", "adopt it first"),
        Ground::InitialledAlready(_) => ("it initialled at {what}", "nothing is left to do"),
        Ground::AuthenticAlready(_) => (
            "the text was established as authentic at {what}",
            "nothing is left to do",
        ),
        Ground::NotInitialled(_) => (
            "{what} has not initialled",
            "collect the initials, or name another procedure",
        ),
        Ground::NoSuchCorrection(_) => ("there is no correction {what}", "check its mark"),
        Ground::NotRefused(_) => (
            "{what} has not refused its confirmation, nor let it lapse",
            "wait for its answer, or for the time limit",
        ),
        Ground::PeriodRuns { .. } => (
            "{code} may table its text on {place} until {until}",
            "wait for the text, or for the end of the period",
        ),
        Ground::NothingToReview(_) => (
            "nothing in `{what}` awaits that",
            "a draft or what fell behind is reviewed; what was reviewed is certified against the same language",
        ),
        Ground::NotAwaitingReview(_) => (
            "{what} does not await that",
            "a draft or what fell behind is reviewed; what was reviewed is certified against the same language",
        ),
        Ground::NoReviewer => ("nobody is named as reviewer", "name who looked"),
        Ground::OfRecord(ground) => ground.words(),
    }
}
