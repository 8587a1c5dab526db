//! What was read in a report, in words.

use sponsio_text::report::{
    Circumstance, Doubt, Encoding, Kind, Notice, Passage, REPORT_MAX, Reading, Span, Unreadable,
};

use crate::args::Language;
use crate::wording::{Words, say};

/// Returns what stands above a draft: what was read on one line, its date on another.
pub fn head(words: &Words, file: &str, reading: &Reading, language: Language) -> String {
    let language = match language {
        Language::En => say!(words, "speech-in-english"),
        Language::Tr => say!(words, "speech-in-turkish"),
    };
    let headings = reading.headings.len();
    let passages = reading
        .passages
        .iter()
        .filter(|one| !one.is_heading)
        .count();
    let read = say!(
        words,
        "speech-read",
        file = file,
        language = language,
        passages = passages,
        headings = headings
    );
    match reading.date {
        Some(day) => read + "\n" + &say!(words, "speech-dated", day = day.to_string()),
        None => read,
    }
}

/// Returns whose a passage is, what kind it is of and how it is reported.
pub fn whose(words: &Words, passage: &Passage, reading: &Reading) -> String {
    let nobody = || say!(words, "speech-nobody");
    let speaker = passage.speaker.clone().unwrap_or_else(nobody);
    let kind = kind(words, passage.kind);
    let form = if passage.is_heading {
        say!(words, "speech-heading")
    } else if passage.is_direct {
        say!(words, "speech-direct")
    } else {
        say!(words, "speech-indirect")
    };
    if let Some(verb) = &passage.verb {
        say!(
            words,
            "speech-whose-verb",
            speaker = speaker,
            kind = kind,
            form = form,
            verb = reading.words(verb)
        )
    } else {
        say!(
            words,
            "speech-whose",
            speaker = speaker,
            kind = kind,
            form = form
        )
    }
}

/// Returns what else is known of a passage, a line each.
pub fn details(
    words: &Words,
    passage: &Passage,
    reading: &Reading,
    line: usize,
    column: usize,
) -> Vec<String> {
    let mut said = vec![say!(words, "speech-place", line = line, column = column)];
    let mut put = |key: fn(&Words, &str) -> String, span: &Option<Span>| {
        if let Some(span) = span {
            said.push(key(words, reading.words(span)));
        }
    };
    put(
        |words, found| say!(words, "speech-rests-on", words = found),
        &passage.rests_on,
    );
    put(
        |words, found| say!(words, "speech-named", words = found),
        &passage.named,
    );
    said.extend(setting(words, passage, reading));
    for cited in &passage.cited {
        let verb = reading.words(&cited.verb);
        said.push(say!(
            words,
            "speech-cited",
            name = cited.name.as_str(),
            verb = verb
        ));
    }
    if let Some(other) = passage.repeats {
        said.push(say!(words, "speech-repeats", number = other + 1));
    }
    if let Some(doubt) = passage.doubt {
        said.push(say!(words, "speech-doubtful", why = why(words, doubt)));
    }
    said
}

/// Returns where, on what occasion, when and to whom it was said, as far as the text says.
fn setting(words: &Words, passage: &Passage, reading: &Reading) -> Vec<String> {
    let shown = |part: &Option<Circumstance>| {
        let part = part.as_ref()?;
        let found = reading.words(&part.span);
        if !part.is_carried {
            return Some(found.to_owned());
        }
        let line = reading.text.text[..part.span.start].matches('\n').count() + 1;
        Some(say!(words, "speech-carried", words = found, line = line))
    };
    let setting = &passage.setting;
    let place = shown(&setting.place).map(|found| say!(words, "speech-where", words = found));
    let occasion =
        shown(&setting.occasion).map(|found| say!(words, "speech-occasion", words = found));
    let time = shown(&setting.time).map(|found| {
        if let Some(day) = setting.day {
            say!(
                words,
                "speech-when-day",
                words = found,
                day = day.to_string()
            )
        } else {
            say!(words, "speech-when", words = found)
        }
    });
    let audience =
        shown(&setting.audience).map(|found| say!(words, "speech-audience", words = found));
    [place, occasion, time, audience]
        .into_iter()
        .flatten()
        .collect()
}

/// Returns the word for a kind of statement.
pub fn kind(words: &Words, kind: Kind) -> String {
    match kind {
        Kind::Assurance => say!(words, "speech-kind-assurance"),
        Kind::Readiness => say!(words, "speech-kind-readiness"),
        Kind::Proposal => say!(words, "speech-kind-proposal"),
        Kind::Denial => say!(words, "speech-kind-denial"),
        Kind::Accusation => say!(words, "speech-kind-accusation"),
        Kind::Condition => say!(words, "speech-kind-condition"),
        Kind::Report => say!(words, "speech-kind-report"),
        Kind::Other => say!(words, "speech-kind-other"),
    }
}

fn why(words: &Words, doubt: Doubt) -> String {
    match doubt {
        Doubt::MarkMissing => say!(words, "speech-doubt-mark"),
        Doubt::StandsAlone => say!(words, "speech-doubt-alone"),
        Doubt::SeveralFit => say!(words, "speech-doubt-several"),
        Doubt::HeadingDiffers => say!(words, "speech-doubt-heading"),
    }
}

/// Returns what is remarked of a report.
pub fn notice(words: &Words, notice: Notice) -> String {
    match notice {
        Notice::NoDate => say!(words, "speech-no-date"),
        Notice::DateInFuture => say!(words, "speech-future"),
        Notice::Unbalanced => say!(words, "speech-unbalanced"),
        Notice::RightToLeft => say!(words, "speech-right-to-left"),
        Notice::ManyNames => say!(words, "speech-many-names"),
        Notice::ManyPassages => say!(words, "speech-many-passages"),
    }
}

/// Returns why a report cannot be read.
pub fn unreadable(words: &Words, file: &str, why: &Unreadable) -> String {
    match why {
        Unreadable::Empty => say!(words, "speech-empty", file = file),
        Unreadable::TooLarge => say!(words, "speech-large", file = file, most = REPORT_MAX >> 20),
        Unreadable::NotUtf8 { line, column, .. } => {
            say!(
                words,
                "speech-not-utf8",
                file = file,
                line = *line,
                column = *column
            )
        }
    }
}

/// Returns what to do about it.
pub fn hint(words: &Words, why: &Unreadable) -> Option<String> {
    let Unreadable::NotUtf8 { looks_like, .. } = why else {
        return None;
    };
    Some(match looks_like {
        Encoding::Utf16 => say!(words, "speech-hint-utf16"),
        Encoding::SingleByte => say!(words, "speech-hint-single-byte"),
        Encoding::Binary => say!(words, "speech-hint-binary"),
    })
}
