//! Literate cases: each file under `tests/cases` is a test of its own. `UPDATE=1` writes down what
//! the law answers now; a rewritten expectation is justified in the message of its commit.

extern crate alloc;

mod cases {
    pub(super) mod case;
    pub(super) mod conference;
    mod decided;
    pub(super) mod guarantee;
    pub(super) mod query;
    pub(super) mod register;
}

use alloc::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use cases::case::Case;
use libtest_mimic::{Arguments, Failed, Trial};
use sponsio_law::conference;
use sponsio_law::refusal::Ground;
use sponsio_law::remark::Concern;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let mut trials: Vec<Trial> = files
        .iter()
        .map(|file| {
            let name = file.strip_prefix(&root).unwrap_or(file).display();
            let (name, file) = (name.to_string(), file.clone());
            Trial::test(name, move || run(&file))
        })
        .collect();
    let texts: Vec<String> = files
        .iter()
        .filter_map(|file| fs::read_to_string(file).ok())
        .collect();
    let (refusals, remarks) = (outcomes(&texts, "refused "), outcomes(&texts, "  remark "));
    trials.push(Trial::test("every refusal has a case", move || {
        let codes = Ground::CODES.iter().chain(&conference::Ground::CODES);
        let codes = codes.chain(&cases::guarantee::CODES);
        same(&codes.copied().collect::<Vec<_>>(), &refusals)
    }));
    trials.push(Trial::test("every remark has a case", move || {
        same(&Concern::CODES, &remarks)
    }));
    trials.push(Trial::test("refused is as large as received", move || {
        let count = |folder: &str| {
            let folder = root.join(folder);
            files
                .iter()
                .filter(|file| file.starts_with(&folder))
                .count()
        };
        let (refused, received) = (count("refused"), count("received"));
        if refused >= received {
            Ok(())
        } else {
            Err(format!("{refused} refused, {received} received").into())
        }
    }));
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn run(file: &Path) -> Result<(), Failed> {
    let text = fs::read_to_string(file)?;
    let case = Case::read(&text)?;
    let answered = case.answer()?;
    let is_refused = answered.lines().any(|line| line.starts_with("refused "));
    if is_refused != file.components().any(|part| part.as_os_str() == "refused") {
        return Err(format!("the case lies in the wrong folder; the answer is\n{answered}").into());
    }
    if answered == case.expected {
        return Ok(());
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(file, case.with_expectation(&answered))?;
        return Ok(());
    }
    Err(format!("expected\n{}\nanswered\n{answered}", case.expected).into())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "md") {
            files.push(path);
        }
    }
}

/// The codes on the lines that begin with this word.
fn outcomes(texts: &[String], word: &str) -> BTreeSet<String> {
    let lines = texts.iter().flat_map(|text| text.lines());
    lines
        .filter_map(|line| line.strip_prefix(word))
        .filter_map(|rest| rest.split([' ', ':']).next())
        .map(String::from)
        .collect()
}

fn same(codes: &[&str], seen: &BTreeSet<String>) -> Result<(), Failed> {
    let codes: BTreeSet<String> = codes.iter().map(|code| String::from(*code)).collect();
    if codes == *seen {
        return Ok(());
    }
    let without: Vec<_> = codes.difference(seen).collect();
    let unknown: Vec<_> = seen.difference(&codes).collect();
    Err(format!("without a case: {without:?}; not a code: {unknown:?}").into())
}
