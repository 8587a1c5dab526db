//! Settings from a file: TOML, in which every key must be one that there is; a fault says its line and column.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::key::{Form, KEYS, find};
use crate::folder::suggestion::nearest;

/// A setting as a file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its name.
    pub name: &'static str,
    /// Its value as text; a list is written with commas.
    pub value: String,
    /// The line, counted from one.
    pub line: usize,
}

/// What is wrong with a file, and where: line and column, counted from one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
    /// What it is.
    pub what: What,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It is no TOML.
    Form(String),
    /// A key that no setting has, and the one that may be meant.
    Unknown(String, Option<&'static str>),
    /// A value of another form: the setting, and the key of a sentence.
    Value(&'static str, &'static str),
}

/// Reads a file; everything that is wrong with it is said at once.
pub fn read(text: &str) -> Result<Vec<Written>, Vec<Wrong>> {
    let table = DeTable::parse(text).map_err(|error| {
        let (line, column) = place(text, error.span().map_or(0, |span| span.start));
        let what = What::Form(error.message().to_owned());
        vec![Wrong { line, column, what }]
    })?;
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    for (name, value) in table.get_ref() {
        let mut refuse = |at: usize, what| {
            let (line, column) = place(text, at);
            wrong.push(Wrong { line, column, what });
        };
        let Some(key) = find(name.get_ref()) else {
            let names = KEYS.iter().map(|key| key.name);
            let meant = meant(name.get_ref()).or_else(|| nearest(name.get_ref(), names));
            let what = What::Unknown(name.get_ref().to_string(), meant);
            refuse(name.span().start, what);
            continue;
        };
        let value_at = value.span().start;
        match written(key.form, value).ok_or(key.form.wants()) {
            Ok(value) => match key.form.wrong(&value) {
                None => found.push(Written {
                    name: key.name,
                    value,
                    line: place(text, value_at).0,
                }),
                Some(wants) => refuse(value_at, What::Value(key.name, wants)),
            },
            Err(wants) => refuse(value_at, What::Value(key.name, wants)),
        }
    }
    if wrong.is_empty() {
        return Ok(found);
    }
    wrong.sort_by_key(|one| (one.line, one.column));
    Err(wrong)
}

/// A secret is never a setting itself: whoever writes it in the file is told of the key that names its file.
fn meant(name: &str) -> Option<&'static str> {
    let file = format!("{name}_file");
    find(&file).map(|key| key.name)
}

impl Form {
    /// Returns the sentence for a value that TOML has in another form.
    const fn wants(self) -> &'static str {
        match self {
            Self::Flag => "config-wants-flag",
            Self::Count => "config-wants-count",
            Self::Networks => "config-wants-networks",
            Self::Path | Self::SecretFile | Self::Text | Self::Socket | Self::Word(_) => {
                "config-wants-text"
            }
        }
    }
}

/// Returns a value as text, if it has the form.
fn written(form: Form, value: &Spanned<DeValue<'_>>) -> Option<String> {
    let value = value.get_ref();
    match form {
        Form::Flag => value.as_bool().map(|flag| flag.to_string()),
        Form::Count => {
            let number = value.as_integer()?;
            (number.radix() == 10).then(|| number.as_str().replace('_', ""))
        }
        Form::Networks => {
            let items = value.as_array()?.iter();
            let items: Option<Vec<&str>> = items.map(|item| item.get_ref().as_str()).collect();
            items.map(|items| items.join(","))
        }
        Form::Path | Form::SecretFile | Form::Text | Form::Socket | Form::Word(_) => {
            value.as_str().map(str::to_owned)
        }
    }
}

/// Returns line and column of a byte.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let begin = before.rfind('\n').map_or(0, |end| end + 1);
    (line, before[begin..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_with_their_lines() {
        let text = "# ours\nregister = \"/srv/register\"\nlog_json = true\n\nper_address = 1_200\n\
                    trust_proxy = [\"10.0.0.0/8\", \"::1\"]\n";
        let found = read(text).unwrap();
        let found: Vec<_> = found
            .iter()
            .map(|one| (one.name, one.value.as_str(), one.line))
            .collect();
        assert!(found.contains(&("register", "/srv/register", 2)));
        assert!(found.contains(&("log_json", "true", 3)));
        assert!(found.contains(&("per_address", "1200", 5)));
        assert!(found.contains(&("trust_proxy", "10.0.0.0/8,::1", 6)));
        assert_eq!(read(""), Ok(Vec::new()));
    }

    #[test]
    fn everything_that_is_wrong_is_said_with_its_place() {
        let text = "register = \"x\"\nlisten_publik = \"a\"\n  passphrase = \"secret\"\n\
                    log_json = \"true\"\nper_address = -1\nlisten_desk = \"8081\"\n[tls]\ncert = \"a\"\n";
        let wrong = read(text).unwrap_err();
        let unknown = |name: &str, meant| What::Unknown(name.to_owned(), meant);
        let expected = [
            (2, 1, unknown("listen_publik", Some("listen_public"))),
            (3, 3, unknown("passphrase", Some("passphrase_file"))),
            (4, 12, What::Value("log_json", "config-wants-flag")),
            (5, 15, What::Value("per_address", "config-wants-count")),
            (6, 15, What::Value("listen_desk", "config-wants-socket")),
            (7, 2, unknown("tls", None)),
        ];
        let expected = expected.map(|(line, column, what)| Wrong { line, column, what });
        assert_eq!(wrong, expected);
    }

    #[test]
    fn what_is_no_toml_is_refused_where_it_ends_to_be() {
        let wrong = read("register = \"x\"\nlog_json =\n").unwrap_err();
        assert_eq!(wrong.len(), 1);
        assert_eq!(wrong[0].line, 2);
        assert!(matches!(wrong[0].what, What::Form(_)));
        let twice = read("log_json = true\nlog_json = false\n").unwrap_err();
        assert_eq!(twice[0].line, 2);
    }
}
