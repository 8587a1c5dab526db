//! What was read from a document from elsewhere, in words and as data.

use serde_json::{Value, json};

use sponsio_record::ParticipantId;
use sponsio_text::ProvisionId;
use sponsio_text::markup::{docx, print};

use super::returned::Change;
use super::{Import, Imported};
use crate::command::text::exchanged;
use crate::wording::{Words, say};

/// Returns what was read as data.
pub(super) fn data(args: &Import, imported: &Imported) -> Value {
    let change = |own: &Change| json!({ "change": own.what, "provision": own.provision.as_str(), "words": own.words });
    let comment = |own: &docx::Comment| json!({ "author": own.author, "text": own.text, "paragraph": own.paragraph });
    json!({
        "file": args.file.display().to_string(),
        "as": args.delegation.as_ref().map(ParticipantId::as_str),
        "language": imported.text.language.as_str(),
        "provisions": imported.text.provisions.len(),
        "changes": imported.changes.iter().map(change).collect::<Vec<_>>(),
        "guessed": imported.guessed.iter().map(ProvisionId::as_str).collect::<Vec<_>>(),
        "left_to_others": imported.others,
        "private_notes": imported.comments.iter().map(comment).collect::<Vec<_>>(),
        "not_carried_over": imported.losses.iter().map(|own| own.0.clone()).collect::<Vec<_>>(),
        "text": print(&imported.text),
    })
}

/// Returns what was read in words.
pub(super) fn sentences(words: &Words, args: &Import, imported: &Imported) -> String {
    let file = args.file.display().to_string();
    let count = imported.text.provisions.len();
    let mut lines = vec![say!(words, "import-read", file = &file, count = count)];
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
    lines.extend(exchanged::left_to_others(words, &file, &imported.others));
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
