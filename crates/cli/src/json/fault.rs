//! Faults and remarks of a register as JSON.

use alloc::collections::BTreeMap;

use serde_json::{Value, json};

use sponsio_law::register::Register;
use sponsio_law::remark::Remark;
use sponsio_law::treaty::Treaty;

use crate::folder::fault::{Fault, Faults};
use crate::json::act;
use crate::layout::untied;
use crate::wording::{self, Voice, Words};

/// Returns the faults that were kept, and how many there are.
pub fn faults(words: &Words, faults: &Faults) -> Value {
    let kept: Vec<Value> = faults.kept().iter().map(|one| fault(words, one)).collect();
    json!({ "count": faults.count(), "listed": kept })
}

fn fault(words: &Words, fault: &Fault) -> Value {
    json!({
        "kind": fault.problem.kind(),
        "file": fault.place.file,
        "line": fault.place.line,
        "column": fault.place.column,
        "words": fault.words,
        "sentence": untied(&wording::fault::sentence(words, fault)),
        "hint": wording::fault::hint(words, fault).map(|hint| untied(&hint)),
    })
}

/// Returns a remark on a treaty or on one of its acts.
pub fn remark(voice: Voice<'_>, treaty: &Treaty, remark: &Remark) -> Value {
    json!({
        "code": remark.code(),
        "rule": remark.rule(),
        "act": remark.act.map(|index| act::cited(treaty, index)),
        "sentence": untied(&wording::remark::sentence(voice, remark)),
    })
}

/// Returns how often each remark is made, and the labels that are no act of the catalogue.
pub fn remarks(register: &Register, counts: &BTreeMap<&'static str, usize>) -> Value {
    json!({ "counts": counts, "unmapped_labels": register.unmapped_labels() })
}
