//! What a PDF is, as facts: version, pages, whether it is encrypted, what a reader would run, what is
//! attached, how many signature fields are filled. Nothing is judged, and no signature is verified here.

use lopdf::{Dictionary, Document, LoadOptions, Object};
use sponsio_web::{Examined, Unexamined};

/// How many bytes from the end the end of a file is looked for.
const TAIL: usize = 1_024;

/// The most bytes that a packed part of a file is unpacked to.
const UNPACKED: usize = 64 << 20;

/// How deep a tree of form fields is followed.
const DEPTH: usize = 32;

/// Names of actions that a reader performs (ISO 32000-2 section 12.6.4).
const ACTIONS: [&[u8]; 5] = [
    b"JavaScript",
    b"Launch",
    b"ImportData",
    b"Rendition",
    b"SubmitForm",
];

/// Examines a file.
pub(super) fn examined(bytes: &[u8]) -> Result<Examined, Unexamined> {
    if !bytes.starts_with(b"%PDF-") {
        return Err(Unexamined::NoPdf);
    }
    if !ends_as_pdf(bytes) || is_archive(bytes) {
        return Err(Unexamined::Polyglot);
    }
    let options = LoadOptions {
        max_decompressed_size: Some(UNPACKED),
        ..LoadOptions::default()
    };
    let document = Document::load_mem_with_options(bytes, options);
    let document = document.map_err(|_| Unexamined::Broken)?;
    let pages = document.get_pages().len();
    if pages == 0 && !document.is_encrypted() {
        return Err(Unexamined::Broken);
    }
    let mut dictionaries = Vec::new();
    for object in document.objects.values() {
        collect(object, &mut dictionaries, 0);
    }
    Ok(Examined {
        version: document.version.chars().take(8).collect(),
        pages: u64::try_from(pages).unwrap_or(u64::MAX),
        encrypted: document.trailer.has(b"Encrypt") || document.is_encrypted(),
        scripts: dictionaries.iter().any(|one| has_script(one)),
        attachments: dictionaries.iter().any(|one| has_attachment(one)),
        signatures: signatures(&document),
    })
}

/// Whether nothing but white space follows the last mark of the end.
fn ends_as_pdf(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    let mark = b"%%EOF";
    let last = tail.windows(mark.len()).rposition(|part| part == mark);
    last.is_some_and(|at| {
        let rest = &tail[at + mark.len()..];
        rest.iter()
            .all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0))
    })
}

/// Whether it is a ZIP archive as well: its directory ends where the file ends (APPNOTE 4.3.16).
fn is_archive(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(22 + 65_535)..];
    tail.windows(22).enumerate().any(|(at, part)| {
        let length = usize::from(u16::from_le_bytes([part[20], part[21]]));
        part.starts_with(b"PK\x05\x06") && at + 22 + length == tail.len()
    })
}

/// Collects the dictionaries of an object, those in it too.
fn collect<'d>(object: &'d Object, found: &mut Vec<&'d Dictionary>, depth: usize) {
    if DEPTH < depth {
        return;
    }
    let own = match object {
        Object::Dictionary(own) => own,
        Object::Stream(stream) => &stream.dict,
        Object::Array(items) => {
            for item in items {
                collect(item, found, depth + 1);
            }
            return;
        }
        _ => return,
    };
    found.push(own);
    for (_, value) in own {
        collect(value, found, depth + 1);
    }
}

fn is_named(one: &Dictionary, key: &[u8], names: &[&[u8]]) -> bool {
    let name = one.get(key).and_then(Object::as_name);
    name.is_ok_and(|name| names.contains(&name))
}

fn has_script(one: &Dictionary) -> bool {
    let runs = |key: &[u8]| one.has(key);
    is_named(one, b"S", &ACTIONS)
        || runs(b"JS")
        || runs(b"JavaScript")
        || runs(b"AA")
        || runs(b"XFA")
}

fn has_attachment(one: &Dictionary) -> bool {
    one.has(b"EF")
        || one.has(b"EmbeddedFiles")
        || is_named(one, b"Type", &[b"EmbeddedFile"])
        || is_named(one, b"Subtype", &[b"FileAttachment", b"RichMedia"])
}

/// Counts the signature fields with a signature (ISO 32000-2 section 12.7.5.5): the dictionaries with a range of
/// bytes and a content.
fn signatures(document: &Document) -> u64 {
    let signed = document.objects.values().filter(|object| {
        object
            .as_dict()
            .is_ok_and(|one| one.has(b"ByteRange") && one.has(b"Contents"))
    });
    u64::try_from(signed.count()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests;
