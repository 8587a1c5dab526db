//! Grounds of the record of a conference: sources, statements, meetings, clarifications,
//! understandings, agenda and drafts. Each is one row: its code, the rule, the sentence, the next step.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use sponsio_record::{ActId, ParticipantId};
use sponsio_text::ProvisionId;

use crate::calendar::Date;
use crate::conference::Ground;

macro_rules! grounds {
    ($($(#[$doc:meta])* $name:ident $(($what:ident: $fact:ty))? =
        $code:literal, $rule:literal, $why:literal, $step:literal;)*) => {
        /// Why an act of the record is refused.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum RecordGround {
            $($(#[$doc])* $name $(($fact))?,)*
        }

        impl RecordGround {
            /// Every code, in the order of the catalogue.
            pub const CODES: &'static [&'static str] = &[$($code),*];

            const fn row(&self) -> [&'static str; 4] {
                match self {
                    $(Self::$name { .. } => [$code, $rule, $why, $step],)*
                }
            }

            /// Returns what it names, in words.
            fn named(&self) -> Vec<String> {
                match self {
                    $(Self::$name $(($what))? => Vec::from([$($what.to_string())?]),)*
                }
            }
        }
    };
}

grounds! {
    /// There is no such source.
    NoSuchSource(what: ActId) = "no-such-source", "record of the conference",
        "there is no source {what}",
        "record the dated report first, and take its mark";
    /// The same bytes were recorded before.
    SourceExists(what: ActId) = "source-exists", "record of the conference",
        "the same bytes are recorded as the source {what}",
        "take that source";
    /// A date lies in the future.
    FutureDate(what: Date) = "future-date", "record of the conference",
        "{what} lies in the future",
        "check the date";
    /// A statement would be later than the report of it.
    AfterItsReport(what: Date) = "after-its-report", "record of the conference",
        "{what} is later than the report",
        "check the date of the statement and that of the report";
    /// There is no such statement.
    NoSuchStatement(what: ActId) = "no-such-statement", "record of the conference",
        "there is no statement {what}",
        "check its mark";
    /// The statement waits for its second reader.
    Unconfirmed(what: ActId) = "unconfirmed", "record of the conference",
        "no second reader has confirmed the statement {what}",
        "have a second reader confirm it: until then it is not public and nothing rests on it";
    /// The statement is confirmed.
    ConfirmedAlready(what: ActId) = "confirmed-already", "record of the conference",
        "the statement {what} is confirmed",
        "nothing is left to do";
    /// The statement was set aside.
    SetAsideAlready(what: ActId) = "set-aside-already", "record of the conference",
        "the statement {what} was set aside",
        "record it anew, as the second reader would have it";
    /// One person reads twice.
    SameReader(what: String) = "same-reader", "record of the conference",
        "{what} recorded the statement",
        "another reader compares it with the source";
    /// The statement quotes nothing.
    NoWords = "no-words", "record of the conference",
        "the statement quotes no words of its source",
        "name at least one passage, by its words or its place";
    /// A passage is not in the source as it is quoted.
    NotVerbatim(what: u64) = "not-verbatim", "record of the conference",
        "the source does not have these words at byte {what}",
        "quote the source letter for letter, from the bytes that were recorded";
    /// The capacity of the speaker is not known, and nothing says that the attribution is doubtful.
    NoCapacity = "no-capacity", "ILC Guiding Principles 2006, 4",
        "the capacity in which was spoken is not known",
        "name the capacity, or mark the attribution as doubtful and say why";
    /// An accusation accuses nobody.
    NobodyAccused = "nobody-accused", "record of the conference",
        "an accusation names whom it accuses, and nothing else does",
        "name the accused as the source names them";
    /// What is no assurance cannot be taken for one.
    NotAnAssurance(what: ActId) = "not-an-assurance", "ILC Guiding Principles 2006, 1 and 7",
        "the statement {what} is no assurance",
        "leave it at the level of what was said";
    /// Readiness to give an assurance is an offer.
    ReadinessIsAnOffer(what: ActId) = "readiness-is-an-offer", "GUA-6",
        "the statement {what} says that its speaker is ready to give an assurance, which is an offer",
        "record the assurance itself when it is given";
    /// The attribution is doubtful.
    DoubtfulAttribution(what: ActId) = "doubtful-attribution", "ILC Guiding Principles 2006, 4",
        "it is doubtful who made the statement {what}",
        "find the speaker's own words and record them from their own source";
    /// A level rests on the one below it.
    LevelSkipped(what: ActId) = "level-skipped", "GUA-6",
        "the statement {what} is not yet held to be one of a person with capacity",
        "give that level first, with its own grounds";
    /// It has this level.
    SameLevel(what: ActId) = "same-level", "GUA-6",
        "the statement {what} is held at this level",
        "nothing is left to do";
    /// A repetition is claimed by its speaker's name in a statement, or is a statement of its own.
    RepetitionForm = "repetition-form", "record of the conference",
        "a repetition is either claimed in a statement, with its words and with who is said to have spoken, or has its own statement",
        "name the claim or the statement, not both";
    /// The claim does not rest on words of the statement.
    NotItsWords(what: ActId) = "not-its-words", "record of the conference",
        "the statement {what} does not say that in the words it is quoted with",
        "take the words on which the claim rests from its passages";
    /// The other statement is of another kind.
    OtherKind(what: ActId) = "other-kind", "GUA-6",
        "the statement {what} is of another kind",
        "what is said otherwise is recorded as a statement of its own and shown beside the first";
    /// There is no such claim.
    NoSuchClaim(what: ActId) = "no-such-claim", "record of the conference",
        "there is no claimed repetition {what} of that statement",
        "check its mark";
    /// The claim has its source.
    SourcedAlready(what: ActId) = "sourced-already", "record of the conference",
        "the claim {what} has its own source",
        "record a further repetition without the claim";
    /// The source of the repetition is that in which it is only claimed.
    SameSource(what: ActId) = "same-source", "record of the conference",
        "the statement {what} is of the source in which the repetition is claimed",
        "a claim is borne out by a source of its own; record it, or let the claim stay a claim";
    /// The repetition is recorded.
    RepeatedAlready(what: ActId) = "repeated-already", "record of the conference",
        "this repetition of the statement {what} is recorded",
        "nothing is left to do";
    /// The statement accuses nobody.
    NotAnAccusation(what: ActId) = "not-an-accusation", "record of the conference",
        "the statement {what} is no accusation",
        "name the accusation that is answered";
    /// A statement answers itself.
    AnswersItself(what: ActId) = "answers-itself", "record of the conference",
        "the statement {what} cannot answer itself",
        "record the answer from its own source";
    /// The statement is recorded as an answer to that accusation.
    RepliesAlready(what: ActId) = "replies-already", "record of the conference",
        "the statement {what} is recorded as its answer",
        "nothing is left to do";
    /// A meeting of this name was opened before.
    MeetingExists(what: String) = "meeting-exists", "record of the conference",
        "a meeting {what} was opened before",
        "give the meeting another name";
    /// There is no such meeting.
    NoSuchMeeting(what: String) = "no-such-meeting", "record of the conference",
        "there is no meeting {what}",
        "open it first";
    /// The meeting is closed.
    MeetingOver(what: String) = "meeting-over", "record of the conference",
        "the meeting {what} is closed",
        "do it at a meeting that is open";
    /// The delegation does not attend the meeting.
    NotAttending(what: ParticipantId) = "not-attending", "record of the conference",
        "{what} does not attend the meeting",
        "have its delegation recorded as attending, with its representatives";
    /// The delegation sends nobody.
    NobodySent(what: ParticipantId) = "nobody-sent", "VCLT art. 7",
        "no representative of {what} is named",
        "name who sits for it, in which capacity";
    /// Somebody acts by full powers that were not produced.
    FullPowersMissing(what: String) = "full-powers-missing", "VCLT art. 7(1)(a)",
        "{what} is to act by full powers, and none are produced",
        "produce the full powers as a document, or name another capacity";
    /// There is no such clarification.
    NoSuchClarification(what: ActId) = "no-such-clarification", "record of the conference",
        "there is no clarification {what}",
        "check its mark";
    /// The clarification is closed.
    ClarificationOver(what: ActId) = "clarification-over", "record of the conference",
        "the clarification {what} is closed",
        "raise the point anew";
    /// The delegation has the question already.
    HasTheQuestion(what: ParticipantId) = "has-the-question", "record of the conference",
        "{what} has recorded that it had the question",
        "nothing is left to do";
    /// The delegation did not have the question.
    HadNoQuestion(what: ParticipantId) = "had-no-question", "VCLT art. 31(3)(a)",
        "{what} has not recorded that it had the question",
        "record first how it understood the point";
    /// Nobody recorded this reading at this meeting.
    NobodyAgreed(what: ActId) = "nobody-agreed", "VCLT art. 31(3)(a)",
        "nobody who had the question recorded this reading of {what} at this meeting",
        "have each of them record it, word for word the same";
    /// There is no such understanding.
    NoSuchUnderstanding(what: ActId) = "no-such-understanding", "record of the conference",
        "there is no understanding {what}",
        "check its mark";
    /// An understanding needs two.
    FewerThanTwo = "fewer-than-two", "record of the conference",
        "an understanding is one among at least two",
        "name those among whom it was reached";
    /// The understanding is not one of this delegation.
    NotAmong(what: ParticipantId) = "not-among", "record of the conference",
        "{what} is not among those who are said to have reached it",
        "only they can affirm it";
    /// The delegation has affirmed it.
    AffirmedAlready(what: ParticipantId) = "affirmed-already", "record of the conference",
        "{what} has affirmed it",
        "nothing is left to do";
    /// The understanding is carried into that provision.
    CarriedAlready(what: ProvisionId) = "carried-already", "record of the conference",
        "it is carried into the provision {what}",
        "nothing is left to do";
    /// An item of this name is on the agenda.
    ItemExists(what: String) = "item-exists", "record of the conference",
        "the item {what} is on the agenda",
        "take up the item there is, or give it another name";
    /// The agenda has no such item.
    NoSuchItem(what: String) = "no-such-item", "record of the conference",
        "the agenda has no item {what}",
        "add it first";
    /// The item is concluded.
    ItemOver(what: String) = "item-over", "record of the conference",
        "the item {what} is concluded",
        "add it anew under another name";
    /// No time was given to an item.
    NoAttention = "no-attention", "record of the conference",
        "an item that is taken up has at least one minute",
        "say how many minutes it was given";
    /// A draft rests on no assurance.
    NoAssurance = "no-assurance", "GUA-6",
        "the draft rests on no confirmed assurance",
        "name the statement that gives the assurance; an offer may stand beside it";
    /// The provision is in the text, or was drafted.
    ProvisionTaken(what: ProvisionId) = "provision-taken", "T504",
        "the id {what} is given to a provision already",
        "draw another id";
    /// There is no draft of this id.
    NoSuchDraft(what: ProvisionId) = "no-such-draft", "record of the conference",
        "no draft has the id {what}",
        "draft the provision from a statement first";
    /// The draft was made from the words of a real source.
    Hypothetical(what: ProvisionId) = "hypothetical", "proposed by no party",
        "the draft {what} is hypothetical: software prepared it from a real source, and no party proposed it",
        "a party that wishes to propose drafts its own words and tables them as its own";
}

impl RecordGround {
    pub(crate) const fn code(&self) -> &'static str {
        let [code, ..] = self.row();
        code
    }

    pub(crate) const fn rule(&self) -> &'static str {
        let [_, rule, ..] = self.row();
        rule
    }

    /// Why, with the names of facts in braces, and what to do next.
    pub(crate) const fn words(&self) -> (&'static str, &'static str) {
        let [_, _, why, step] = self.row();
        (why, step)
    }

    pub(crate) fn facts(&self) -> Vec<(&'static str, String)> {
        self.named()
            .into_iter()
            .map(|named| ("what", named))
            .collect()
    }
}

impl From<RecordGround> for Ground {
    fn from(ground: RecordGround) -> Self {
        Self::OfRecord(ground)
    }
}
