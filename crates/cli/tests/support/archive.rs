//! Archives (APPNOTE) as tests need them: of any members, also of those that no word processor writes, and
//! the parts of a Word document one by one.

use flate2::{Compress, Compression, Crc, Decompress, FlushCompress, FlushDecompress};

/// A member of an archive: name, bytes as they stand, whether these are packed, length once unpacked.
pub(crate) type Member<'a> = (&'a str, Vec<u8>, bool, usize);

pub(crate) fn stored<'a>(name: &'a str, text: &str) -> Member<'a> {
    (name, text.as_bytes().to_vec(), false, text.len())
}

/// Packs bytes as densely as it goes.
pub(crate) fn packed<'a>(name: &'a str, bytes: &[u8]) -> (Member<'a>, u32) {
    let mut out = Vec::with_capacity(bytes.len() / 500 + 4_096);
    let mut state = Compress::new(Compression::new(6), false);
    state
        .compress_vec(bytes, &mut out, FlushCompress::Finish)
        .expect("it is packed");
    ((name, out, true, bytes.len()), crc(bytes))
}

pub(crate) fn crc(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}

fn short(length: usize) -> u16 {
    u16::try_from(length).expect("it is short")
}

fn long(length: usize) -> u32 {
    u32::try_from(length).expect("it is below 4 GiB")
}

/// Writes an archive (APPNOTE 4.3) of members as they are given.
pub(crate) fn archive(members: &[(Member<'_>, u32)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for ((name, bytes, is_packed, length), crc) in members {
        let mut shared = Vec::new();
        for half in [20_u16, 0, if *is_packed { 8 } else { 0 }, 0, 0x21] {
            shared.extend(half.to_le_bytes());
        }
        for word in [*crc, long(bytes.len()), long(*length)] {
            shared.extend(word.to_le_bytes());
        }
        shared.extend(short(name.len()).to_le_bytes());
        shared.extend([0, 0]);
        directory.extend([0x50, 0x4b, 1, 2, 20, 0]);
        directory.extend(&shared);
        directory.extend([0; 10]);
        directory.extend(long(out.len()).to_le_bytes());
        directory.extend(name.as_bytes());
        out.extend([0x50, 0x4b, 3, 4]);
        out.extend(&shared);
        out.extend(name.as_bytes());
        out.extend(bytes);
    }
    let begin = long(out.len());
    let length = long(directory.len());
    let count = short(members.len());
    out.extend(directory);
    out.extend([0x50, 0x4b, 5, 6, 0, 0, 0, 0]);
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(length.to_le_bytes());
    out.extend(begin.to_le_bytes());
    out.extend([0, 0]);
    out
}

pub(crate) fn with_sums(members: Vec<Member<'_>>) -> Vec<u8> {
    let summed = members.into_iter().map(|member| {
        let sum = crc(&member.1);
        (member, sum)
    });
    archive(&summed.collect::<Vec<_>>())
}

/// Unpacks a part of a Word document.
pub(crate) fn part(archive: &[u8], name: &str) -> String {
    let is_head = |at: &usize| {
        let head = archive.get(*at..*at + 30).unwrap_or_default();
        head.starts_with(b"PK\x03\x04") && archive[at + 30..].starts_with(name.as_bytes())
    };
    let at = (0..archive.len()).find(is_head).expect("the part is there");
    let extra = usize::from(u16::from_le_bytes([archive[at + 28], archive[at + 29]]));
    let packed = &archive[at + 30 + name.len() + extra..];
    let mut bytes = Vec::with_capacity(1 << 20);
    Decompress::new(false)
        .decompress_vec(packed, &mut bytes, FlushDecompress::Finish)
        .expect("it is packed by deflate");
    String::from_utf8(bytes).expect("it is UTF-8")
}

/// Returns a Word document with other bytes in one part: what an editor makes of it.
pub(crate) fn edited(bytes: &[u8], name: &str, edit: impl Fn(String) -> String) -> Vec<u8> {
    let mut members = Vec::new();
    for own in names(bytes) {
        let text = part(bytes, &own);
        members.push((own.clone(), if own == name { edit(text) } else { text }));
    }
    with_sums(
        members
            .iter()
            .map(|(name, text)| stored(name, text))
            .collect(),
    )
}

/// The names of the parts, in the order in which they stand.
fn names(bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for at in 0..bytes.len().saturating_sub(30) {
        if bytes[at..].starts_with(b"PK\x03\x04") {
            let length = usize::from(u16::from_le_bytes([bytes[at + 26], bytes[at + 27]]));
            let name = &bytes[at + 30..at + 30 + length];
            found.push(String::from_utf8(name.to_vec()).expect("a name"));
        }
    }
    found
}
