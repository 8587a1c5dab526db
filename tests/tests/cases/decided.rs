//! What a line of a case says that decides on the text: agreement, silence, adoption, authentication.

use alloc::collections::BTreeMap;

use libtest_mimic::Failed;
use sponsio_law::calendar;
use sponsio_law::conference::{
    Adopted, Agreed, Attached, Attachment, Authenticated, Corrigendum, CorrigendumObjection,
    Decision, Initialled, LanguageReviewed, Objection, PackageDissolved, PackageOpened, PeriodSet,
    PositionReserved, Procedure, ReferendumAnswer, Reopened, ReservationLifted, SilenceAnnounced,
    SilenceConcluded, SilenceExtended, SilenceObject, SilenceStarted, SilenceWithdrawn, Step, Vote,
};
use sponsio_record::{ActId, Digest};
use sponsio_text::Language;

use super::conference::{Line, code, digest, instant, mark, place, provisions};

fn texts(line: Line<'_>) -> Result<BTreeMap<Language, Digest>, Failed> {
    let pairs = line.list("text").into_iter().map(|pair| {
        let (language, words) = pair.split_once('=').ok_or("a text is `en=words`")?;
        Ok((Language::new(language)?, digest(words)))
    });
    pairs.collect()
}

fn decision(line: Line<'_>) -> Result<Decision, Failed> {
    if let Some(of) = line.after("by-silence") {
        return Ok(Decision::Silence(mark(of)));
    }
    if !(line.has("for") || line.has("against") || line.has("abstaining")) {
        return Ok(Decision::Consensus);
    }
    Ok(Decision::Vote(Vote {
        in_favour: line.codes("for")?,
        against: line.codes("against")?,
        abstaining: line.codes("abstaining")?,
    }))
}

/// What is decided on the text: agreement, silence, adoption, authentication.
pub(super) fn decided(line: Line<'_>, name: &str, of: ActId) -> Result<Step, Failed> {
    Ok(match line.word(1)? {
        "agree" => Step::Agreed(Agreed {
            place: place(name)?,
            revision: digest(line.after("revision").unwrap_or("r1")),
            content: digest(line.needed("says")?),
            package: line.after("package").map(String::from),
            ad_referendum: line.codes("referendum")?,
            until: line.after("until").map(instant).transpose()?,
            decision: decision(line)?,
        }),
        "reopen" => Step::Reopened(Reopened {
            place: place(name)?,
            reason: line.after("because").unwrap_or(" ").into(),
            decision: decision(line)?,
        }),
        "confirm" => Step::Referendum(ReferendumAnswer {
            of,
            participant: line.by()?,
            confirmed: !line.has("refused"),
        }),
        "period" => Step::PeriodSet(PeriodSet {
            of,
            participant: code(line.needed("for")?)?,
            until: line.instant("until")?,
        }),
        "review" => Step::LanguageReviewed(LanguageReviewed {
            language: Language::new(name)?,
            from: Language::new(line.needed("against")?)?,
            revision: digest(line.after("revision").unwrap_or("r1")),
            provisions: provisions(line, "of")?,
            reviewer: line.after("reviewer").unwrap_or(" ").into(),
            certified: line.has("certified"),
        }),
        "package" => Step::PackageOpened(PackageOpened {
            name: name.into(),
            places: line
                .list("of")
                .into_iter()
                .map(place)
                .collect::<Result<_, _>>()?,
        }),
        "dissolve" => Step::PackageDissolved(PackageDissolved {
            name: name.into(),
            reason: "no agreement".into(),
        }),
        "reserve" => Step::Reserved(PositionReserved {
            participant: line.by()?,
            place: place(name)?,
            note: String::new(),
        }),
        "lift" => Step::Lifted(ReservationLifted {
            of,
            participant: line.by()?,
        }),
        "silence" => {
            let on = line.needed("on")?;
            Step::SilenceStarted(SilenceStarted {
                on: if on == "adoption" {
                    SilenceObject::Adoption
                } else {
                    SilenceObject::Provision(place(on)?)
                },
                text: digest(line.needed("text")?),
                expires: line.instant("expires")?,
                meeting: "plenary".into(),
            })
        }
        "object" => Step::Objection(Objection {
            of,
            participant: line.by()?,
            amendment: None,
            oral: line.has("oral"),
        }),
        "extend" => Step::SilenceExtended(SilenceExtended {
            of,
            expires: line.instant("expires")?,
        }),
        "unsilence" => Step::SilenceWithdrawn(SilenceWithdrawn {
            of,
            reason: "the text changes".into(),
        }),
        "attach" => Step::Attached(Attached {
            of,
            participant: line.by()?,
            sort: Attachment::InterpretativeStatement,
            text: digest("statement"),
        }),
        "conclude" => Step::SilenceConcluded(SilenceConcluded { of }),
        "announce" => Step::SilenceAnnounced(SilenceAnnounced {
            of,
            meeting: "next plenary".into(),
        }),
        "adopt" => Step::Adopted(Adopted {
            revision: digest(name),
            texts: texts(line)?,
            done: calendar::parse("2027-03-01").ok_or("no date")?,
            place: "Port Ansel".into(),
            decision: decision(line)?,
            clauses: digest("clauses"),
            carries: line.list("carries").into_iter().map(mark).collect(),
        }),
        "initial" => Step::Initialled(Initialled {
            participant: code(name)?,
            texts: texts(line)?,
        }),
        "authentic" => Step::Authenticated(Authenticated {
            procedure: Procedure::from_label(name).ok_or("no procedure")?,
            texts: texts(line)?,
        }),
        "corrigendum" => Step::Corrigendum(Corrigendum {
            place: place(name)?,
            wrong: digest(line.needed("wrong")?),
            right: digest("right"),
            reason: "a letter".into(),
            until: line.instant("until")?,
        }),
        "contest" => Step::CorrigendumObjection(CorrigendumObjection {
            of,
            participant: line.by()?,
        }),
        other => return Err(format!("`{other}` is not understood: {}", line.0).into()),
    })
}
