//! The lines of a case that concern the record of a conference: sources, statements, meetings,
//! clarifications, understandings, the agenda, drafts. Words are joined by `_`.

use alloc::collections::BTreeMap;

use libtest_mimic::Failed;
use sponsio_law::conference::{
    Capacity, ClarificationAnswered, ClarificationClosed, ClarificationRaised, Conference,
    ItemAdded, ItemConcluded, ItemTakenUp, Level, LevelGiven, MeetingAttended, MeetingClosed,
    MeetingOpened, OriginLinked, Paper, Passage, ProvisionDrafted, QuestionShared, Quote,
    ReadingRecorded, Repeated, Replied, Representative, SourceRecorded, Statement,
    StatementConfirmed, StatementKind, StatementSetAside, Step, UnderstandingAffirmed,
    UnderstandingCarried, UnderstandingRecorded, Weight, WordsAt,
};
use sponsio_record::{ActId, Commitment, Digest};
use sponsio_text::Language;

use super::case::date;
use super::conference::{Line, code, digest, id, mark, provision};

/// Reads a line that needs nothing but itself.
pub(super) fn recorded(line: Line<'_>, name: &str, of: ActId) -> Result<Option<Step>, Failed> {
    let because = || line.after("because").unwrap_or(" ").to_owned();
    let says = || line.needed("says").map(str::to_owned);
    Ok(Some(match line.word(1)? {
        "level" => Step::StatementLevel(LevelGiven {
            of,
            level: Level::from_label(line.word(3)?).ok_or("no level")?,
            grounds: because(),
            view: line.after("by").map(code).transpose()?,
        }),
        "set-aside" => Step::StatementSetAside(StatementSetAside {
            of,
            reader: line.needed("by")?.into(),
            reason: because(),
        }),
        "claim" | "repeat" => Step::StatementRepeated(Repeated {
            of: mark(line.needed("of")?),
            statement: line.after("with").map(mark),
            claim: line.after("bears-out").map(mark),
            claimed_in: line.after("in").map(mark),
            office: line.after("office").unwrap_or_default().into(),
            party: line.after("for").map(code).transpose()?,
            speaker: line.after("named").map(|name| names(&[name])),
            words: line.after("words").map(words_at).transpose()?,
        }),
        "reply" => Step::StatementAnswered(Replied {
            of,
            statement: mark(line.needed("with")?),
        }),
        "meeting" => Step::MeetingOpened(MeetingOpened {
            meeting: name.into(),
            date: date("2027-01-12")?,
            place: "Port Ansel".into(),
            subject: String::new(),
        }),
        "attend" => Step::MeetingAttended(MeetingAttended {
            meeting: name.into(),
            participant: line.by()?,
            representatives: line
                .list("sends")
                .into_iter()
                .map(|sent| representative(line, sent))
                .collect::<Result<_, _>>()?,
            names: names(&line.list("sends")),
        }),
        "end" => Step::MeetingClosed(MeetingClosed {
            meeting: name.into(),
            minutes: None,
        }),
        "question" => Step::ClarificationRaised(ClarificationRaised {
            participant: line.by()?,
            point: "what a plan is".into(),
            understood: says()?,
            about: line.after("about").map(mark),
        }),
        "share" => Step::ClarificationShared(QuestionShared {
            of,
            participant: line.by()?,
            understood: says()?,
        }),
        "respond" => Step::ClarificationAnswered(ClarificationAnswered {
            of,
            participant: line.by()?,
            answer: says()?,
        }),
        "reading" => Step::ClarificationAgreed(ReadingRecorded {
            of,
            participant: line.by()?,
            meeting: line.needed("in")?.into(),
            reading: says()?,
        }),
        "settle" => Step::ClarificationClosed(ClarificationClosed {
            of,
            meeting: line.needed("in")?.into(),
            reading: says()?,
        }),
        "understanding" => Step::UnderstandingRecorded(UnderstandingRecorded {
            words: "guarantees are mutual".into(),
            among: line.codes("among")?,
            meeting: line.after("in").unwrap_or_default().into(),
            claimed_in: line.after("claimed").map(mark),
        }),
        "affirm" => Step::UnderstandingAffirmed(UnderstandingAffirmed {
            of,
            participant: line.by()?,
        }),
        "carry" => Step::UnderstandingCarried(UnderstandingCarried {
            of,
            provision: provision(line.needed("into")?)?,
            reason: because(),
        }),
        "item" => Step::ItemAdded(ItemAdded {
            item: name.into(),
            title: name.into(),
        }),
        "take-up" => Step::ItemTakenUp(ItemTakenUp {
            item: name.into(),
            meeting: line.needed("in")?.into(),
            minutes: line.needed("for")?.parse()?,
        }),
        "conclude-item" => Step::ItemConcluded(ItemConcluded {
            item: name.into(),
            reason: because(),
        }),
        "draft" => {
            let from = line.list("from").into_iter().map(passage);
            Step::ProvisionDrafted(ProvisionDrafted {
                provision: provision(name)?,
                language: Language::new("en")?,
                from: from.collect::<Result<_, _>>()?,
                words: line.after("says").unwrap_or("drafted_words").into(),
                guarantee:
                    "guarantee G1 negative by each party to every other party, severally of \"x\""
                        .into(),
            })
        }
        "link" => Step::OriginLinked(OriginLinked {
            provision: provision(name)?,
            draft: provision(line.needed("to")?)?,
            reason: because(),
        }),
        _ => return Ok(None),
    }))
}

/// Reads `Orel:full-powers`; the word `powers` on the line says that they are produced.
fn representative(line: Line<'_>, sent: &str) -> Result<Representative, Failed> {
    let (_, capacity) = sent.split_once(':').unwrap_or((sent, "official"));
    Ok(Representative {
        capacity: Capacity::from_label(capacity).ok_or("no capacity")?,
        office: String::new(),
        full_powers: line.has("powers").then(|| digest("powers")),
    })
}

/// Commits to names.
fn names(names: &[&str]) -> Commitment {
    Commitment::of(&[7; 32], names.join("\n").as_bytes())
}

/// Reads `17+5`: five bytes of the first passage, from the 17th on.
fn words_at(text: &str) -> Result<WordsAt, Failed> {
    let (start, bytes) = text.split_once('+').ok_or("no place of words")?;
    Ok(WordsAt {
        quote: 0,
        start: start.parse()?,
        bytes: bytes.parse()?,
    })
}

/// Reads `S1:0`.
fn passage(text: &str) -> Result<Passage, Failed> {
    let (of, quote) = text.split_once(':').unwrap_or((text, "0"));
    Ok(Passage {
        of: mark(of),
        quote: quote.parse()?,
    })
}

/// Reads a source; what the report says is kept as its document.
pub(super) fn source(
    line: Line<'_>,
    documents: &mut BTreeMap<Digest, Vec<u8>>,
) -> Result<Step, Failed> {
    let report = line.needed("says")?.as_bytes().to_vec();
    let digest = Digest::of(&report);
    documents.insert(digest, report);
    Ok(Step::SourceRecorded(SourceRecorded {
        publisher: "Ardland Wire".into(),
        date: date(line.needed("dated")?)?,
        language: Language::new("en")?,
        address: String::new(),
        report: digest,
        fictional: line.has("fictional"),
    }))
}

/// Reads what a statement says; `from-byte` puts its words elsewhere.
pub(super) fn statement(
    line: Line<'_>,
    of: ActId,
    documents: &BTreeMap<Digest, Vec<u8>>,
) -> Result<Statement, Failed> {
    let report = documents
        .values()
        .map(|bytes| String::from_utf8_lossy(bytes));
    let report: Vec<_> = report.collect();
    let quotes = line.list("says").into_iter().map(|words| {
        let found = report.iter().find_map(|report| report.find(words));
        let start = match line.after("from-byte") {
            Some(byte) => byte.parse()?,
            None => found.unwrap_or(0) as u64,
        };
        Ok(Quote {
            start,
            text: words.into(),
            written: String::new(),
            direct: true,
        })
    });
    Ok(Statement {
        conference: id(),
        act: of,
        source: mark(line.needed("from")?),
        speaker: line.after("speaker").unwrap_or("Orel").into(),
        capacity: Capacity::from_label(line.after("capacity").unwrap_or("foreign-minister"))
            .ok_or("no capacity")?,
        office: String::new(),
        party: None,
        date: line.after("on").map(date).transpose()?,
        place: String::new(),
        occasion: String::new(),
        audience: Vec::new(),
        kind: StatementKind::from_label(line.needed("kind")?).ok_or("no kind")?,
        quotes: quotes.collect::<Result<_, Failed>>()?,
        accused: line.list("accused").into_iter().map(String::from).collect(),
        doubtful: line.after("doubtful").unwrap_or_default().into(),
    })
}

/// Reads a confirmation: it names the report of the statement's source.
pub(super) fn confirmation(
    line: Line<'_>,
    of: ActId,
    opening: Digest,
    paper: Option<&Paper>,
    held: Option<&Conference>,
) -> Result<Step, Failed> {
    let source = match paper {
        Some(Paper::Statement(said)) => held.and_then(|held| held.source(said.source)),
        _ => None,
    };
    Ok(Step::StatementConfirmed(StatementConfirmed {
        of,
        reader: line.needed("by")?.into(),
        opening,
        report: source.map_or(digest("none"), |source| source.recorded.report),
    }))
}

/// Answers a query on the record, if it is one.
pub(super) fn reply(line: Line<'_>, held: &Conference) -> Result<Option<String>, Failed> {
    let name = || line.word(1);
    Ok(Some(match line.word(0)? {
        "level" => {
            let held = held.statement(mark(name()?)).ok_or("no statement")?;
            let view = line.after("by").map(code).transpose()?;
            held.level(view.as_ref()).label().into()
        }
        "contested" => {
            let held = held.statement(mark(name()?)).ok_or("no statement")?;
            held.other_views().len().to_string()
        }
        "public" => {
            let held = held.statement(mark(name()?)).ok_or("no statement")?;
            held.public().is_some().to_string()
        }
        "sourced" => {
            let mut claims = held.repetitions(mark(line.needed("of")?));
            let claim = claims.find(|one| one.id == mark(name().unwrap_or_default()));
            claim.ok_or("no claim")?.sourced.is_some().to_string()
        }
        "replies" => {
            let held = held.statement(mark(name()?)).ok_or("no statement")?;
            held.replies.len().to_string()
        }
        "counts" => {
            let of = mark(name()?);
            let point = held.clarifications().iter().find(|point| point.id == of);
            match point.ok_or("no clarification")?.weight() {
                Weight::Open => "open".into(),
                Weight::Agreed => "agreed interpretation (VCLT art. 31(3)(a))".into(),
                Weight::PreparatoryWork(lacking) => {
                    let lacking: Vec<_> = lacking.iter().map(ToString::to_string).collect();
                    format!(
                        "preparatory work (VCLT art. 32), without {}",
                        lacking.join(", ")
                    )
                }
            }
        }
        "reached" => {
            let of = mark(name()?);
            let found = held.understandings().iter().find(|one| one.id == of);
            let found = found.ok_or("no understanding")?;
            (found.unaffirmed().next().is_none()).to_string()
        }
        "attention" => {
            let agenda = held.agenda(line.instant("at")?);
            let item = name()?;
            let found = agenda.iter().find(|one| one.item.added.item == item);
            let one = found.ok_or("no item")?;
            let share = one.share().map_or("none".into(), |share| share.to_string());
            format!(
                "place {}, {} days, {} of {} minutes, {share} thousandths",
                one.place, one.days, one.minutes, one.of_all
            )
        }
        "hypothetical" => {
            let draft = held.draft(provision(name()?)?).ok_or("no draft")?;
            draft.hypothetical.to_string()
        }
        "words" => {
            let walk = held.walk(provision(name()?)?);
            let spoken = walk.origins.iter().flat_map(|origin| &origin.spoken);
            let spoken: Vec<_> = spoken
                .map(|one| format!("{}@{}", one.quote.text, one.quote.start))
                .collect();
            spoken.join(" ")
        }
        _ => return Ok(None),
    }))
}
