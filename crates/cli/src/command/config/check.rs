//! `sponsio config check`: whether a server can run by these settings.

use serde_json::json;

use super::{ConfigArgs, examine, settings};
use crate::command::doctor::Grade;
use crate::failure::{Failure, Kind};
use crate::layout::labelled;
use crate::print::Console;
use crate::wording::{Words, say};

/// Examines the settings; a defect makes the command fail, a remark does not.
pub(super) fn run(
    args: &ConfigArgs,
    words: &Words,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let settings = settings(&args.settings, words)?;
    let findings = examine(&settings, words);
    let defects = findings
        .iter()
        .filter(|one| one.grade == Grade::Defect)
        .count();
    let strangers = settings.strangers.iter();
    let strangers = strangers.map(|(name, meant)| {
        let sentence = say!(words, "config-stranger", name = name, meant = *meant);
        (name.clone(), Grade::Warning, sentence)
    });
    let all = findings
        .into_iter()
        .map(|one| (one.setting.to_owned(), one.grade, one.sentence))
        .chain(strangers);
    let all: Vec<_> = all.collect();
    if args.json {
        let rows = all.iter().map(|(setting, grade, sentence)| {
            json!({ "setting": setting, "result": grade.word(), "detail": sentence })
        });
        let rows: Vec<_> = rows.collect();
        console.json(&json!({ "defects": defects, "findings": rows }))?;
    } else {
        let lines = all.iter().map(|(setting, grade, sentence)| {
            let grade = say!(words, &format!("grade-{}", grade.word()));
            (setting.clone(), format!("{grade}: {sentence}"))
        });
        let mut lines: Vec<_> = lines.collect();
        if lines.is_empty() {
            lines.push((say!(words, "config-setting"), say!(words, "config-sound")));
        }
        console.text(&labelled(&lines, console.width))?;
    }
    if defects == 0 {
        return Ok(());
    }
    let sentence = say!(words, "config-defects", count = defects);
    Err(Failure::new(Kind::Usage, sentence))
}
