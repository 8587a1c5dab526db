//! Each rule of the grammar, and each fault with its place.

mod faults;
mod forms;
mod round;

use super::*;
use crate::provision::IdsOfDigest;
use alloc::string::String;
use sponsio_record::Digest;

/// Reads a file strictly, with ids that follow from nothing but this test.
fn read(source: &str) -> Parsed {
    let mut ids = IdsOfDigest::new(Digest::of(b"test"));
    parse(source.as_bytes(), &Options::default(), &mut ids)
}

/// Reads these lines below the head of a file in English.
fn body(lines: &str) -> Parsed {
    read(&alloc::format!("# Title\nlanguage: en\n\n{lines}"))
}

fn shown(fault: &Fault) -> String {
    alloc::format!("{} {}:{}", fault.code, fault.line, fault.column)
}
