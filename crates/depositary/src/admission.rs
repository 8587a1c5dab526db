//! Whether an act may become the next entry: its form, the office that brings it, the law, and that
//! it enters the register. Nothing is decided here that the law decides.

use alloc::borrow::Cow;
use alloc::collections::BTreeSet;

use sponsio_law::act::Act;
use sponsio_law::calendar::Date;
use sponsio_law::conference::{Paper, RevisionMade, Step};
use sponsio_law::consent::Request;
use sponsio_law::filing::{EnterError, Filing, Matter, SEALED_STREAM, disclosed_act};
use sponsio_law::register::Register;
use sponsio_law::remark::Remark;
use sponsio_ledger::entry::{self, Entry, Head, Office, Visibility};
use sponsio_ledger::rotation::Succession;
use sponsio_record::{Commitment, Digest, Instant};

use crate::adoption::read_texts;
use crate::brought::Brought;
use crate::calendar::day_in;
use crate::failure::{DeskError, Unfit};
use crate::mandate;
use crate::state::{Documents, State};
use crate::store::{Document, Envelope, NewEntry};
use crate::submission::Submission;

/// An act that became the next entry of a state.
#[derive(Debug)]
pub(crate) struct Admitted {
    pub(crate) entry: NewEntry,
    pub(crate) envelope: Option<Envelope>,
    pub(crate) remarks: Vec<Remark>,
}

/// Makes a submission the next entry of the state, or says why not; then the state is as it was. The
/// documents are those without which it cannot enter; that the others it names are there is for
/// whoever brings it here.
pub(crate) fn admit(
    state: &mut State,
    log: &str,
    submission: &Brought,
    recorded: Instant,
    documents: &Documents,
    salt: [u8; 32],
) -> Result<Admitted, DeskError> {
    if let Some(expected) = submission.expected_size
        && expected != state.size()
    {
        let size = state.size();
        return Err(DeskError::Stale { expected, size });
    }
    let filing = submission.filing()?;
    mandate::check(submission.by.office, &filing.matter)?;
    mandate::check_party(&submission.by, &filing.matter)?;
    mandate::check_signatures(state, &filing.matter, &submission.signatures)?;
    let given = |digest: &Digest| documents.get(digest).cloned();
    let remarks = examine(state, filing, submission.reached, &given)?;
    examine_papers(state, filing, submission)?;
    let public = submission.visibility == Visibility::Public;
    let stream = if public {
        filing.matter.stream()
    } else {
        confidential(&filing.matter)?;
        SEALED_STREAM.to_owned()
    };
    let head = Head {
        log: log.to_owned(),
        seq: state.size(),
        recorded,
        by: submission.by.clone(),
        stream: state.streams.next(&stream),
        visibility: submission.visibility,
    };
    let (bytes, envelope) = write(&head, submission, salt)?;
    let place = format!("entry {}", head.seq);
    let entry = Entry::read(&bytes, &place).map_err(|r| Unfit::Entry(r.to_string()))?;
    if Succession::concerns(&entry) {
        let mut succession = state.succession.as_ref().clone();
        succession
            .follow(&entry)
            .map_err(|refusal| Unfit::Keys(refusal.to_string()))?;
    }
    // The entry is ready: from here on nothing is refused that has changed the state.
    if public {
        state.fold(Cow::Borrowed(filing), documents)?;
    }
    let leaf = entry.leaf();
    state.take(recorded, &entry.head.stream, leaf, Some(&entry))?;
    Ok(Admitted {
        entry: NewEntry {
            leaf: Digest::from_bytes(leaf),
            act: filing.id,
            act_digest: submission.digest(),
            stream,
            nth: head.stream.nth,
            bytes,
        },
        envelope,
        remarks,
    })
}

/// Has the law examine an act of the catalogue (VCLT art. 77(1)(d)); other matters are examined as
/// they enter the register.
pub(crate) fn examine(
    state: &State,
    filing: &Filing,
    reached: Instant,
    document: &dyn Fn(&Digest) -> Option<Vec<u8>>,
) -> Result<Vec<Remark>, DeskError> {
    let act = match &filing.matter {
        Matter::Act(act) => Cow::Borrowed(act),
        // What was confidential is examined when it begins to count.
        Matter::Disclosure {
            treaty,
            opening,
            on,
            ..
        } => {
            let bytes = document(opening).ok_or(Unfit::NoDocument(*opening))?;
            let act = disclosed_act(&bytes, treaty).map_err(Unfit::Enter)?;
            let received = act.recorded.unwrap_or(act.date);
            on_the_day(state, *on, reached)?;
            let known = |mark: &String| state.register.act_marked(mark).is_some();
            if act.id.as_ref().is_some_and(known) {
                return Err(Unfit::Enter(EnterError::DisclosedAlready).into());
            }
            return receive(&state.register, &act, received);
        }
        Matter::Proceeding(proceeding) => {
            if proceeding.received != reached {
                return Err(Unfit::Received {
                    received: reached.to_string(),
                    stated: proceeding.received.to_string(),
                }
                .into());
            }
            state
                .register
                .examine_proceeding(filing.id, proceeding)
                .map_err(DeskError::Conference)?;
            return Ok(Vec::new());
        }
        _ => return Ok(Vec::new()),
    };
    let received = on_the_day(state, act.recorded, reached)?;
    receive(&state.register, &act, received)
}

/// Returns the day at the seat on which something is received, which is what it states.
fn on_the_day(state: &State, stated: Option<Date>, reached: Instant) -> Result<Date, DeskError> {
    let Some(opening) = &state.opening else {
        return Err(Unfit::NotOpen.into());
    };
    let received = day_in(&opening.zone, reached);
    if stated == Some(received) {
        return Ok(received);
    }
    Err(Unfit::Received {
        received: received.to_string(),
        stated: stated.map(|day| day.to_string()).unwrap_or_default(),
    }
    .into())
}

/// Has the law examine what lies behind the commitments of a proceeding: each is given with it, and an
/// envelope that no commitment names is not kept.
fn examine_papers(
    state: &State,
    filing: &Filing,
    submission: &Submission,
) -> Result<(), DeskError> {
    let committed = match &filing.matter {
        Matter::Proceeding(proceeding) => match &proceeding.step {
            Step::Revision(made) => return examine_texts(state, filing, made, submission),
            Step::Tabled(tabled) => Some(tabled.paper),
            Step::Answered(answered) => Some(answered.paper),
            Step::Position(position) => Some(position.paper),
            Step::StatementRecorded(statement) => Some(statement.paper),
            Step::StatementRepeated(repeated) => repeated.speaker,
            Step::MeetingAttended(attended) => Some(attended.names),
            _ => None,
        },
        _ => None,
    };
    let (commitment, envelope) = match (committed, submission.envelopes.as_slice()) {
        (None, []) => return Ok(()),
        (Some(commitment), [envelope]) if envelope.commitment == *commitment.digest() => {
            (commitment, envelope)
        }
        _ => return Err(Unfit::Paper(filing.id).into()),
    };
    let unfit = || Unfit::Paper(filing.id);
    if !commitment.opens(&envelope.salt, &envelope.bytes) {
        return Err(unfit().into());
    }
    let paper = Paper::from_bytes(&envelope.bytes).map_err(|_| unfit())?;
    let Matter::Proceeding(proceeding) = &filing.matter else {
        return Ok(());
    };
    let Some(conference) = state.register.conference(&proceeding.conference) else {
        return Ok(());
    };
    conference
        .examine_paper(filing.id, &proceeding.step, &paper, proceeding.received)
        .map_err(|ground| {
            let refusal = conference.refusal(&proceeding.step, proceeding.received, ground);
            DeskError::Conference(Box::new(refusal))
        })
}

/// The texts of a revision come with it, as many as it commits to, and are what it says by digest.
fn examine_texts(
    state: &State,
    filing: &Filing,
    made: &RevisionMade,
    submission: &Submission,
) -> Result<(), DeskError> {
    let envelopes = &submission.envelopes;
    let named: BTreeSet<&Digest> = made.texts.values().map(Commitment::digest).collect();
    let given: BTreeSet<&Digest> = envelopes.iter().map(|one| &one.commitment).collect();
    let mut each = envelopes.iter();
    let opens =
        each.all(|one| Commitment::from_digest(one.commitment).opens(&one.salt, &one.bytes));
    let unfit = || DeskError::from(Unfit::Paper(filing.id));
    if named != given || envelopes.len() != made.texts.len() || !opens {
        return Err(unfit());
    }
    let Matter::Proceeding(proceeding) = &filing.matter else {
        return Ok(());
    };
    let conference = state.register.conference(&proceeding.conference);
    let Some(conference) = conference.filter(|_| !envelopes.is_empty()) else {
        return Ok(());
    };
    let texts = envelopes
        .iter()
        .map(|one| Document::of("text/plain;charset=utf-8", one.bytes.clone()));
    let expressions = read_texts(&texts.collect::<Vec<_>>())?;
    let drawn = RevisionMade::of(conference, &expressions);
    if drawn.revision != made.revision || drawn.changed != made.changed {
        return Err(unfit());
    }
    Ok(())
}

/// Has the law examine an act that is received on a day.
pub(crate) fn receive(
    register: &Register,
    act: &Act,
    received: Date,
) -> Result<Vec<Remark>, DeskError> {
    let Some(kind) = act.kind() else {
        return Ok(Vec::new());
    };
    let request = Request {
        id: act.id.clone(),
        treaty: act.treaty.clone(),
        participant: act.participant.clone(),
        kind,
        date: act.date,
        effect: act.effect,
        refers_to: act.refers_to.clone(),
        source: act.source.clone(),
        note: act.note.clone(),
    };
    match register.receive(request, received) {
        Ok(received) => Ok(received.remarks),
        Err(refusal) => Err(DeskError::Refused(Box::new(refusal))),
    }
}

/// Only an act that concerns status can be confidential: everything else is what others rest on.
fn confidential(matter: &Matter) -> Result<(), Unfit> {
    match matter {
        Matter::Act(_) => Ok(()),
        other => Err(Unfit::NotConfidential(other.kind().to_owned())),
    }
}

fn write(
    head: &Head,
    submission: &Brought,
    salt: [u8; 32],
) -> Result<(Vec<u8>, Option<Envelope>), Unfit> {
    let refused = |refusal: sponsio_ledger::verdict::Refusal| Unfit::Entry(refusal.to_string());
    let signatures = &submission.signatures;
    let act = submission.draft()?;
    if head.visibility == Visibility::Public {
        let bytes = entry::public_with(head, act, signatures).map_err(refused)?;
        return Ok((bytes, None));
    }
    let private = entry::private_with(act, signatures).map_err(refused)?;
    let commitment = Commitment::of(&salt, &private);
    let mut head = head.clone();
    if head.visibility == Visibility::Sealed {
        // Who acts is part of what is sealed.
        head.by.office = Office::Depositary;
        head.by.party = None;
        head.by.officer = None;
    }
    let bytes = entry::confidential(&head, &commitment).map_err(refused)?;
    Ok((bytes, Some(Envelope::of(salt, private))))
}
