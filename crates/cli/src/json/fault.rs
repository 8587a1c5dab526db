//! Faults and remarks of a folder as JSON.

use serde_json::{Map, Value, json};

use crate::folder::fault::{Fault, Faults};
use crate::folder::remark::Remarks;

/// Returns the faults that were kept, and how many there are.
pub fn faults(faults: &Faults) -> Value {
    let kept: Vec<Value> = faults.kept().iter().map(fault).collect();
    json!({ "count": faults.count(), "listed": kept })
}

fn fault(fault: &Fault) -> Value {
    json!({
        "kind": fault.problem.kind(),
        "file": fault.place.file,
        "line": fault.place.line,
        "column": fault.place.column,
        "words": fault.words,
        "sentence": fault.to_string(),
        "hint": fault.hint(),
    })
}

/// Returns how often each remark is made, and the labels that are no act of the catalogue.
pub fn remarks(remarks: &Remarks) -> Value {
    let counts: Map<String, Value> = remarks
        .counts()
        .map(|(remark, count)| (remark.kind().to_owned(), json!(count)))
        .collect();
    let labels: Map<String, Value> = remarks
        .labels()
        .map(|(label, count)| (label.to_owned(), json!(count)))
        .collect();
    json!({ "counts": counts, "unmapped_labels": labels })
}
