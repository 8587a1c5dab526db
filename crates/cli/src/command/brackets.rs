//! `sponsio brackets`: how much of a negotiating text stands in brackets.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use sponsio_text::brackets::{Brackets, Paragraph};
use sponsio_text::markup::docx;

use crate::args::{Format, OutputArg, Shared};
use crate::command::rolling::inputs::content::Content;
use crate::command::text::source::{Source, is_document};
use crate::failure::{Failure, Kind};
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{Words, say};

/// The columns of a row.
const COLUMNS: [&str; 6] = [
    "paragraph",
    "brackets",
    "words_in_brackets",
    "words",
    "max_depth",
    "unclosed",
];

/// Arguments of `sponsio brackets`.
#[derive(Debug, Args)]
#[command(
    after_help = "The file may be in any markup: brackets are counted as they stand. A \
    paragraph ends at an empty line, and an open bracket with it. Of a Word document the paragraphs\n    are counted, its tracked changes accepted.\n\n\
    Example:\n  \
    sponsio brackets draft.md --format csv"
)]
pub struct BracketsArgs {
    /// Text file or Word document
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Form of the output
    #[command(flatten)]
    pub output: OutputArg,
}

/// Counts and prints.
pub fn run(args: &BracketsArgs, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let source = Source::read(&words, &args.file)?;
    if !is_document(&args.file) && source.bytes.len() > sponsio_text::markup::FILE_MAX {
        let sentence = say!(&words, "text-brackets-large", file = source.name.as_str());
        return Err(Failure::new(Kind::Defect, sentence));
    }
    let text = match Content::of(&words, &source)? {
        Content::Word => document(&words, &source)?,
        Content::Xml | Content::Text => String::from_utf8(source.bytes.clone()).map_err(|_| {
            let file = source.name.as_str();
            let sentence = say!(&words, "text-brackets-not-utf8", file = file);
            Failure::new(Kind::Defect, sentence)
        })?,
    };
    let counted = Brackets::of(&text);
    match args.output.form() {
        Format::Csv => csv(&counted, console),
        Format::Json => Ok(console.json(&data(&counted))?),
        Format::Text => {
            let said = sentence(&words, &source.name, &counted);
            Ok(console.text(&paragraph(&said, console.width))?)
        }
    }
}

/// The paragraphs of a Word document, as they read with its tracked changes accepted.
fn document(words: &Words, source: &Source) -> Result<String, Failure> {
    let read = docx::read(&source.bytes).map_err(|fault| {
        let (file, why) = (source.name.as_str(), fault.to_string());
        let sentence = say!(words, "text-unreadable", file = file, why = why);
        Failure::new(Kind::Defect, sentence)
    })?;
    Ok(docx::paragraphs(&read).join("\n\n"))
}

fn row(name: String, one: &Paragraph, unclosed: usize) -> [String; 6] {
    [
        name,
        one.brackets.to_string(),
        one.words_in_brackets.to_string(),
        one.words.to_string(),
        one.max_depth.to_string(),
        unclosed.to_string(),
    ]
}

/// A row for each paragraph, and one for all, which also says how many there are.
fn csv(counted: &Brackets, console: &mut Console<'_>) -> Result<(), Failure> {
    let rows = counted
        .paragraphs
        .iter()
        .zip(1_usize..)
        .map(|(one, nth)| row(nth.to_string(), one, usize::from(!one.is_balanced())));
    let total = format!(
        "total paragraphs={} clean={} options={}",
        counted.paragraphs.len(),
        counted.clean(),
        counted.options
    );
    let total = row(total, &counted.total(), counted.unclosed());
    console.csv(COLUMNS, rows.chain([total]))
}

fn data(counted: &Brackets) -> serde_json::Value {
    let one = |one: &Paragraph, unclosed: usize| {
        json!({
            "brackets": one.brackets,
            "words_in_brackets": one.words_in_brackets,
            "words": one.words,
            "max_depth": one.max_depth,
            "unclosed": unclosed,
        })
    };
    let paragraphs = counted
        .paragraphs
        .iter()
        .map(|paragraph| one(paragraph, usize::from(!paragraph.is_balanced())));
    json!({
        "paragraphs": paragraphs.collect::<Vec<_>>(),
        "total": one(&counted.total(), counted.unclosed()),
        "clean_paragraphs": counted.clean(),
        "options": counted.options,
    })
}

fn sentence(words: &Words, file: &str, counted: &Brackets) -> String {
    let total = counted.total();
    let paragraphs = counted.paragraphs.len();
    say!(
        words,
        "text-brackets",
        file = file,
        words = total.words,
        brackets = total.brackets,
        inside = total.words_in_brackets,
        share = percent(total.words_in_brackets, total.words),
        paragraphs = paragraphs,
        clean = counted.clean(),
        cleanshare = percent(counted.clean(), paragraphs),
        options = counted.options,
        depth = total.max_depth,
        unclosed = counted.unclosed(),
    )
}

/// A part in whole per cent, half a per cent to the even neighbour.
fn percent(part: usize, whole: usize) -> usize {
    if whole == 0 {
        return 0;
    }
    let (down, rest) = (100 * part / whole, 100 * part % whole);
    let is_up = 2 * rest > whole || 2 * rest == whole && down % 2 == 1;
    down + usize::from(is_up)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_rounded_to_the_even_neighbour() {
        assert_eq!(percent(1, 3), 33);
        assert_eq!(percent(1, 8), 12);
        assert_eq!(percent(3, 8), 38);
        assert_eq!(percent(0, 0), 0);
    }
}
