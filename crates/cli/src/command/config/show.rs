//! `sponsio config show`: every setting with where it comes from; of secrets, only where they lie.

use serde_json::{Value, json};

use super::{ConfigArgs, origin, settings};
use crate::failure::Failure;
use crate::layout::Table;
use crate::print::Console;
use crate::settings::key::{Form, find, items};
use crate::settings::{Found, Origin};
use crate::wording::{Words, say};

/// Shows the settings.
pub(super) fn run(
    args: &ConfigArgs,
    words: &Words,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let settings = settings(&args.settings, words)?;
    if args.json {
        let rows = settings.all().iter().map(|found| {
            json!({ "setting": found.name, "value": value(found), "origin": data(&found.origin) })
        });
        return Ok(console.json(&json!({ "settings": rows.collect::<Vec<_>>() }))?);
    }
    let header = ["config-setting", "config-value-head", "config-origin"];
    let rows = settings.all().iter().map(|found| {
        let value = found.value.clone().unwrap_or_else(|| "–".to_owned());
        vec![found.name.to_owned(), value, origin(words, &found.origin)]
    });
    let table = Table {
        header: header.map(|key| say!(words, key)).to_vec(),
        rows: rows.collect(),
    };
    Ok(console.text(&table.laid_out(console.width))?)
}

/// Returns a value in its own form. What a file holds is never read here.
fn value(found: &Found) -> Value {
    let (Some(text), Some(key)) = (&found.value, find(found.name)) else {
        return Value::Null;
    };
    match key.form {
        Form::Flag => Value::Bool(text == "true"),
        Form::Count => text.parse::<u32>().map_or(Value::Null, Value::from),
        Form::Networks => items(text).collect(),
        Form::Path | Form::SecretFile | Form::Socket | Form::Text | Form::Word(_) => {
            Value::from(text.as_str())
        }
    }
}

fn data(origin: &Origin) -> Value {
    match origin {
        Origin::Default => json!({ "kind": "default" }),
        Origin::File(path, line) => {
            json!({ "kind": "file", "file": path.display().to_string(), "line": line })
        }
        Origin::Variable(name) => json!({ "kind": "environment", "name": name }),
        Origin::Flag(name) => json!({ "kind": "flag", "name": name }),
    }
}
