//! `sponsio examine-upload`: says what a PDF is that somebody handed in. The desk starts it for each file, as a
//! process of its own: it takes its limits before it reads a byte, and can open no file and no connection.

mod confine;
mod pdf;

use std::io::Read as _;

use clap::Args;
use serde_json::json;

use crate::failure::{Failure, Kind};
use crate::print::Console;

/// The most bytes that are read.
const LARGEST: u64 = 50_000_000;

/// Arguments of `sponsio examine-upload`.
#[derive(Debug, Args)]
pub struct ExamineUpload {}

/// Reads a PDF from standard input and prints what it is, or why it is none, as JSON.
pub fn run(_: &ExamineUpload, console: &mut Console<'_>) -> Result<(), Failure> {
    confine::confine().map_err(|error| Failure::new(Kind::Defect, error.to_string()))?;
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)?;
    let is_too_long = LARGEST < u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let found = match pdf::examined(&bytes) {
        _ if is_too_long => json!({ "refused": "too-much" }),
        Err(why) => json!({ "refused": why.label() }),
        Ok(found) => json!({
            "version": found.version,
            "pages": found.pages,
            "encrypted": found.encrypted,
            "scripts": found.scripts,
            "attachments": found.attachments,
            "signatures": found.signatures,
        }),
    };
    Ok(console.json(&found)?)
}
