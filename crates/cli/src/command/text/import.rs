//! `sponsio text import`: what a document from elsewhere says.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use sponsio_record::{Digest, Instant, ParticipantId};
use sponsio_text::markup::{akn, docx, print, print_body};
use sponsio_text::{
    Body, Content, Expression, IdsOfDigest, Language, Provision, ProvisionId, Stand,
};

use crate::args::Shared;
use crate::command::text::docx::code;
use crate::command::text::{exchanged, fmt, source::Source};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// The largest file that is read, in bytes: what it may be once unpacked.
const LARGEST: u64 = 64 << 20;

/// Arguments of `sponsio text import`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio text import draft.docx --language en -o draft.en.treaty\n  \
    sponsio text import treaty.xml -o treaty.en.treaty\n  \
    sponsio text import back.docx --as TUR --base rolling.en.treaty -o TUR.en.treaty\n\n\
    With --as the document is what came back from a delegation: every change is listed for it to\n\
    confirm, with everything in the file that a text cannot hold.")]
pub struct Import {
    /// Word document or Akoma Ntoso
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The delegation from which a Word document came back
    #[arg(long = "as", value_name = "CODE", value_parser = code, requires = "base")]
    pub delegation: Option<ParticipantId>,
    /// The text that went out to it, with its brackets
    #[arg(long, value_name = "FILE", requires = "delegation")]
    pub base: Option<PathBuf>,
    /// Language of a Word document
    #[arg(long, value_name = "TAG", value_parser = language, default_value = "en")]
    pub language: Language,
    /// Text file to write; without it the text is not written
    #[arg(short, long, value_name = "OUT.treaty")]
    pub output: Option<PathBuf>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

fn language(tag: &str) -> Result<Language, String> {
    Language::new(tag).map_err(|error| error.to_string())
}

/// What was read.
struct Imported {
    text: Expression,
    changes: Vec<Change>,
    guessed: Vec<ProvisionId>,
    comments: Vec<docx::Comment>,
    losses: Vec<(Value, String)>,
}

/// What a delegation wants otherwise than the base.
struct Change {
    what: &'static str,
    provision: ProvisionId,
    words: Option<String>,
}

/// Reads a document.
pub fn run(args: &Import, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let bytes = bytes(&words, &args.file)?;
    let is_document = args
        .file
        .extension()
        .is_some_and(|name| name.eq_ignore_ascii_case("docx"));
    let imported = match (is_document, &args.delegation, &args.base) {
        (true, Some(delegation), Some(base)) => {
            let source = Source::read(&words, base)?;
            let went_out = exchanged::text(&words, &source, console)?;
            returned(&words, &args.file, &bytes, &went_out, delegation)?
        }
        (true, _, _) => document(&words, args, &bytes)?,
        (false, Some(_), _) => {
            return Err(Failure::new(Kind::Usage, say!(&words, "import-as-docx")));
        }
        (false, None, _) => akoma_ntoso(&words, args, &bytes)?,
    };
    if let Some(output) = &args.output {
        fmt::write(&words, output, print(&imported.text).as_bytes())?;
    }
    if args.json {
        console.json(&data(args, &imported))?;
    } else {
        console.text(&sentences(&words, args, &imported))?;
    }
    Ok(())
}

fn bytes(words: &Words, path: &Path) -> Result<Vec<u8>, Failure> {
    let name = path.display().to_string();
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    if let Err(error) = read {
        let kind = match error.kind() {
            std::io::ErrorKind::NotFound => Kind::NotFound,
            _ => Kind::Defect,
        };
        let why = error.to_string();
        return Err(Failure::new(
            kind,
            say!(words, "text-unreadable", file = name, why = why),
        ));
    }
    if bytes.len() as u64 > LARGEST {
        return Err(Failure::new(
            Kind::Defect,
            say!(words, "import-large", file = name),
        ));
    }
    Ok(bytes)
}

fn unread(words: &Words, path: &Path, why: &str) -> Failure {
    let name = path.display().to_string();
    Failure::new(
        Kind::Defect,
        say!(words, "text-unreadable", file = name, why = why),
    )
}

fn document(words: &Words, args: &Import, bytes: &[u8]) -> Result<Imported, Failure> {
    let document =
        docx::read(bytes).map_err(|fault| unread(words, &args.file, &fault.to_string()))?;
    let mut ids = IdsOfDigest::new(Digest::of(bytes));
    let base = docx::base(&document, &args.language, &mut ids);
    Ok(Imported {
        text: base.expression,
        changes: Vec::new(),
        guessed: Vec::new(),
        comments: document.comments,
        losses: losses(words, &base.losses),
    })
}

fn akoma_ntoso(words: &Words, args: &Import, bytes: &[u8]) -> Result<Imported, Failure> {
    let mut ids = IdsOfDigest::new(Digest::of(bytes));
    let found = akn::read(bytes, &mut ids)
        .map_err(|fault| unread(words, &args.file, &fault.to_string()))?;
    let name = args.file.display().to_string();
    let remainder = |left: &akn::Remainder| {
        let element = left.element.as_str();
        let said = say!(words, "loss-unknown", name = element);
        let said = format!("{name}:{}:{}: {said}", left.line, left.column);
        (
            json!({ "element": element, "line": left.line, "column": left.column }),
            said,
        )
    };
    Ok(Imported {
        losses: found.remainders.iter().map(remainder).collect(),
        text: found.expression,
        changes: Vec::new(),
        guessed: Vec::new(),
        comments: Vec::new(),
    })
}

fn losses(words: &Words, losses: &[docx::Loss]) -> Vec<(Value, String)> {
    let one = |loss: &docx::Loss| {
        let what = exchanged::code(&loss.kind);
        let data = json!({ "what": what, "paragraph": loss.paragraph, "excerpt": loss.excerpt });
        (data, exchanged::loss(words, loss))
    };
    losses.iter().map(one).collect()
}

fn returned(
    words: &Words,
    path: &Path,
    bytes: &[u8],
    went_out: &Expression,
    delegation: &ParticipantId,
) -> Result<Imported, Failure> {
    let document = docx::read(bytes).map_err(|fault| unread(words, path, &fault.to_string()))?;
    let mut ids = IdsOfDigest::new(Digest::of(bytes));
    let found = docx::returned(&document, went_out, delegation, &mut ids)
        .map_err(|fault| refusal(words, path, &fault))?;
    let base = settled(went_out);
    let at = Instant::from_seconds(0).unwrap_or(Instant::MIN);
    let stand = Stand::of(delegation.clone(), &base, &found.text, at, None);
    let changes = changes(&stand);
    Ok(Imported {
        text: Expression {
            provisions: found.text,
            ..base
        },
        changes,
        guessed: found.guessed,
        comments: found.comments,
        losses: losses(words, &found.losses),
    })
}

fn refusal(words: &Words, path: &Path, fault: &docx::ReturnFault) -> Failure {
    let file = path.display().to_string();
    match fault {
        docx::ReturnFault::OthersCopy(other) => {
            let code = other.as_str();
            Failure::new(
                Kind::Refused,
                say!(words, "import-others-copy", file = file, code = code),
            )
        }
        docx::ReturnFault::RevisionsMissing(missing) => {
            let sentence = say!(
                words,
                "import-revisions-missing",
                file = file,
                count = missing.len()
            );
            let mut failure = Failure::new(Kind::Refused, sentence);
            for one in missing {
                let (id, label) = (one.provision.to_string(), one.label.as_str());
                let (excerpt, authors) = (one.excerpt.as_str(), one.authors.join("; "));
                failure = failure.with_hint(say!(
                    words,
                    "import-missing-in",
                    id = id,
                    label = label,
                    excerpt = excerpt,
                    authors = authors
                ));
            }
            failure.with_hint(say!(words, "import-missing-hint"))
        }
    }
}

/// The base of a text with brackets.
fn settled(went_out: &Expression) -> Expression {
    let of_base = |own: &&Provision| own.inserted_by.is_empty();
    let settle = |own: &Provision| Provision {
        body: Body::of(own.body.base()),
        alternatives: Vec::new(),
        ..own.clone()
    };
    Expression {
        provisions: went_out
            .provisions
            .iter()
            .filter(of_base)
            .map(settle)
            .collect(),
        ..went_out.clone()
    }
}

fn changes(stand: &Stand) -> Vec<Change> {
    let mut changes = Vec::new();
    for (id, tabled) in &stand.texts {
        let (what, words) = match &tabled.content {
            Content::Text(tokens) => ("replaced", Some(print_body(&Body::of(tokens.clone())))),
            Content::NoText => ("deleted", None),
        };
        changes.push(Change {
            what,
            provision: *id,
            words,
        });
    }
    for insertion in &stand.insertions {
        let words = Some(print_body(&insertion.provision.body));
        changes.push(Change {
            what: "inserted",
            provision: insertion.provision.id,
            words,
        });
    }
    for placement in &stand.placements {
        changes.push(Change {
            what: "moved",
            provision: placement.provision,
            words: None,
        });
    }
    changes
}

fn data(args: &Import, imported: &Imported) -> Value {
    let change = |own: &Change| json!({ "change": own.what, "provision": own.provision.as_str(), "words": own.words });
    let comment = |own: &docx::Comment| json!({ "author": own.author, "text": own.text, "paragraph": own.paragraph });
    json!({
        "file": args.file.display().to_string(),
        "as": args.delegation.as_ref().map(ParticipantId::as_str),
        "language": imported.text.language.as_str(),
        "provisions": imported.text.provisions.len(),
        "changes": imported.changes.iter().map(change).collect::<Vec<_>>(),
        "guessed": imported.guessed.iter().map(ProvisionId::as_str).collect::<Vec<_>>(),
        "private_notes": imported.comments.iter().map(comment).collect::<Vec<_>>(),
        "not_carried_over": imported.losses.iter().map(|own| own.0.clone()).collect::<Vec<_>>(),
        "text": print(&imported.text),
    })
}

fn sentences(words: &Words, args: &Import, imported: &Imported) -> String {
    let file = args.file.display().to_string();
    let count = imported.text.provisions.len();
    let mut lines = vec![say!(words, "import-read", file = file, count = count)];
    if let Some(delegation) = &args.delegation {
        let code = delegation.as_str();
        lines.push(say!(
            words,
            "import-changes",
            code = code,
            count = imported.changes.len()
        ));
        for change in &imported.changes {
            let id = change.provision.to_string();
            let text = change.words.as_deref().unwrap_or_default();
            let said = match change.what {
                "replaced" => say!(words, "import-replaced", id = id, text = text),
                "inserted" => say!(words, "import-inserted", id = id, text = text),
                "deleted" => say!(words, "import-deleted", id = id),
                _ => say!(words, "import-moved", id = id),
            };
            lines.push(format!("  {said}"));
        }
    }
    if !imported.guessed.is_empty() {
        let ids: Vec<&str> = imported.guessed.iter().map(ProvisionId::as_str).collect();
        let ids = words.list(&ids);
        lines.push(say!(words, "import-guessed", ids = ids));
    }
    for comment in &imported.comments {
        let (author, text) = (comment.author.as_str(), comment.text.as_str());
        lines.push(say!(words, "import-note", author = author, text = text));
    }
    if !imported.losses.is_empty() {
        lines.push(say!(words, "import-losses", count = imported.losses.len()));
        lines.extend(imported.losses.iter().map(|(_, said)| format!("  {said}")));
    }
    lines.join("\n") + "\n"
}
