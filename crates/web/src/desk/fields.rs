//! The fields of a form, as they came in and as they are kept.

use alloc::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::page::asked::parameters;

/// Fields by name; of a name that comes twice the last one counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Fields(BTreeMap<String, String>);

impl Fields {
    /// Reads `application/x-www-form-urlencoded`.
    pub(super) fn of_form(body: &str) -> Self {
        Self(parameters(body).collect())
    }

    /// Returns these fields.
    pub(super) fn of_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(pairs.into_iter().collect())
    }

    /// Reads fields as they are kept.
    pub(super) fn of_kept(text: &str) -> Self {
        let kept: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
        let words = kept.into_iter().filter_map(|(name, value)| match value {
            Value::String(text) => Some((name, text)),
            _ => None,
        });
        Self(words.collect())
    }

    /// Returns the fields of these names as they are kept; browsers send line ends of their own.
    pub(super) fn kept(&self, names: &[&str]) -> String {
        let wanted = self
            .0
            .iter()
            .filter(|(name, _)| names.contains(&name.as_str()));
        let kept: Map<String, Value> = wanted
            .map(|(name, value)| (name.clone(), value.replace("\r\n", "\n").trim().into()))
            .collect();
        Value::Object(kept).to_string()
    }

    /// Returns a field; one that is not there is empty.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Returns a field without blanks around it.
    pub(super) fn trimmed(&self, name: &str) -> &str {
        self.get(name).trim()
    }

    /// Whether a box is ticked.
    pub(super) fn is_ticked(&self, name: &str) -> bool {
        self.get(name) == "yes"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again() {
        let form = Fields::of_form("note=a%0D%0Ab+&token=t&treaty=watch&note2=x");
        let kept = form.kept(&["note", "treaty"]);
        let again = Fields::of_kept(&kept);
        assert_eq!(again.get("note"), "a\nb");
        assert_eq!(again.get("treaty"), "watch");
        assert_eq!((again.get("token"), again.get("note2")), ("", ""));
        assert_eq!(Fields::of_kept("no json"), Fields::default());
    }
}
