//! The report of `sponsio register diff` in sentences.

use sponsio_law::act::Act;
use sponsio_law::clause::print;
use sponsio_law::party::Participant;
use sponsio_law::status::consequence::Consequence;
use sponsio_law::treaty::Treaty;

use crate::change::{Change, Changes};
use crate::layout::hanging;
use crate::wording::{Voice, say, state};

/// Returns what changed, in lines of at most this width.
pub(super) fn text(voice: Voice<'_>, changes: &Changes<'_>, width: usize) -> String {
    let words = voice.words;
    let item = |line: String| hanging(&line, 2, 4, width);
    let participants = changes.participants.iter();
    let treaties = changes.treaties.iter();
    let acts = changes.acts.iter();
    let (forces, parties) = consequences(voice, &changes.consequences);
    let sections: [(String, String); 5] = [
        (
            say!(words, "diff-participants"),
            participants
                .map(|change| item(changed(voice, change, |one| participant(voice, one))))
                .collect(),
        ),
        (
            say!(words, "diff-treaties"),
            treaties
                .map(|change| treaty(voice, change, width))
                .collect(),
        ),
        (
            say!(words, "diff-acts"),
            acts.map(|change| item(act(voice, change))).collect(),
        ),
        (
            say!(words, "diff-forces"),
            forces.into_iter().map(item).collect(),
        ),
        (
            say!(words, "diff-parties"),
            parties.into_iter().map(item).collect(),
        ),
    ];
    let sections: Vec<String> = sections
        .into_iter()
        .filter(|(_, lines)| !lines.is_empty())
        .map(|(title, lines)| format!("{title}\n{lines}"))
        .collect();
    if sections.is_empty() {
        return say!(words, "diff-nothing") + "\n";
    }
    sections.join("\n")
}

/// Returns the mark of a change with what it was or is, or both.
fn changed<T>(voice: Voice<'_>, change: &Change<'_, T>, say: impl Fn(&T) -> String) -> String {
    match change {
        Change::Added(after) => format!("+ {}", say(after)),
        Change::Removed(before) => format!("- {}", say(before)),
        Change::Changed(before, after) => {
            let (before, after) = (say(before), say(after));
            let said = say!(voice.words, "diff-change", before = before, after = after);
            format!("~ {said}")
        }
    }
}

fn participant(voice: Voice<'_>, one: &Participant) -> String {
    say!(
        voice.words,
        "diff-participant",
        name = &one.name,
        id = one.id.as_str(),
        kind = voice.words.participant_kind(one.kind)
    )
}

fn treaty(voice: Voice<'_>, change: &Change<'_, Treaty>, width: usize) -> String {
    let named = |treaty: &Treaty| {
        let (id, title) = (treaty.id.as_str(), treaty.title());
        say!(voice.words, "report-treaty", id = id, title = title)
    };
    match change {
        Change::Changed(before, after) => {
            let head = hanging(&format!("~ {}", named(after)), 2, 4, width);
            head + &changed_lines(&print(&before.clauses), &print(&after.clauses))
        }
        other => hanging(&changed(voice, other, named), 2, 4, width),
    }
}

/// The lines of a clause file that went and came, verbatim.
fn changed_lines(before: &str, after: &str) -> String {
    let gone = |one: &str, other: &str, mark: &str| -> String {
        let lines = one.lines().map(str::trim).filter(|line| !line.is_empty());
        let gone = lines.filter(|line| !other.lines().any(|other| other.trim() == *line));
        gone.flat_map(|line| ["      ", mark, " ", line, "\n"])
            .collect()
    };
    gone(before, after, "-") + &gone(after, before, "+")
}

fn act(voice: Voice<'_>, change: &Change<'_, Act>) -> String {
    let words = voice.words;
    let Some(one) = change.after().or(change.before()) else {
        return String::new();
    };
    let day = |act: &Act| match act.effect {
        Some(effect) if effect != act.date => {
            say!(
                words,
                "diff-day-with-effect",
                day = act.date,
                effect = effect
            )
        }
        _ => words.day(act.date),
    };
    let (mark, when) = match change {
        Change::Added(after) => ("+", day(after)),
        Change::Removed(before) => ("-", day(before)),
        Change::Changed(before, after) => {
            let (before, after) = (day(before), day(after));
            (
                "~",
                say!(words, "diff-change", before = before, after = after),
            )
        }
    };
    let said = say!(
        words,
        "diff-act",
        treaty = one.treaty.as_str(),
        who = voice.participant(&one.participant),
        act = voice.act(one),
        when = when
    );
    format!("{mark} {said}")
}

/// What follows for treaties, and what for participants.
fn consequences(voice: Voice<'_>, found: &[Consequence]) -> (Vec<String>, Vec<String>) {
    let words = voice.words;
    let (mut forces, mut parties) = (Vec::new(), Vec::new());
    for consequence in found {
        match consequence {
            Consequence::Treaty {
                treaty,
                before,
                after,
            } => forces.push(say!(
                words,
                "diff-force",
                treaty = treaty.as_str(),
                before = state::force(voice, before.as_ref()),
                after = state::force(voice, after.as_ref())
            )),
            Consequence::Participant {
                treaty,
                participant,
                before,
                after,
            } => parties.push(say!(
                words,
                "diff-party",
                treaty = treaty.as_str(),
                who = voice.participant(participant),
                before = state::intervals(voice, before),
                after = state::intervals(voice, after)
            )),
        }
    }
    (forces, parties)
}
