//! Results as structured data, with names that stay the same: what a program reads where a person
//! reads sentences.

pub mod act;
pub mod change;
pub mod check;
pub mod derivation;
pub mod fault;
pub mod history;
pub mod speech;

use serde_json::{Value, json};

use sponsio_law::calendar::Date;

/// Returns a day as JSON, `null` where there is none.
pub fn day(day: Option<Date>) -> Value {
    day.map_or(Value::Null, |day| json!(day.to_string()))
}
