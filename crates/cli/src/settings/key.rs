//! The settings of a server one by one: name, form, what stands without one. It is the only list of them.

use sponsio_web::Network;

/// The form of a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A file or folder.
    Path,
    /// A file that holds a secret; only its place is a setting.
    SecretFile,
    /// An address with a port, as `127.0.0.1:8080`.
    Socket,
    /// Text.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number from zero.
    Count,
    /// Addresses and networks.
    Networks,
    /// One of these words.
    Word(&'static [&'static str]),
}

/// A setting.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// Its name in a file. With hyphens it is that of the flag, in capitals behind `SPONSIO_` that of the variable.
    pub name: &'static str,
    /// Its form.
    pub form: Form,
    /// What stands where nothing is said, if anything does.
    pub default: Option<&'static str>,
}

const fn key(name: &'static str, form: Form, default: Option<&'static str>) -> Key {
    Key {
        name,
        form,
        default,
    }
}

/// The words for the header of a proxy.
pub const PROXY_HEADERS: [&str; 2] = ["x-forwarded-for", "forwarded"];

/// Every setting, by name.
pub const KEYS: [Key; 15] = [
    key("connections_per_address", Form::Count, Some("64")),
    key("desk_origin", Form::Text, None),
    key("listen_desk", Form::Socket, None),
    key("listen_public", Form::Socket, Some("127.0.0.1:8080")),
    key("log_json", Form::Flag, Some("false")),
    key("metrics_token_file", Form::SecretFile, None),
    key("passphrase_file", Form::SecretFile, None),
    key("per_account", Form::Count, Some("600")),
    key("per_address", Form::Count, Some("600")),
    key(
        "proxy_header",
        Form::Word(&PROXY_HEADERS),
        Some(PROXY_HEADERS[0]),
    ),
    key("register", Form::Path, Some(".")),
    key("sign_in_per_address", Form::Count, Some("20")),
    key("tls_cert", Form::Path, None),
    key("tls_key_file", Form::SecretFile, None),
    key("trust_proxy", Form::Networks, None),
];

/// Finds a setting.
pub fn find(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}

impl Key {
    /// Returns the name of the variable.
    pub fn variable(&self) -> String {
        format!("SPONSIO_{}", self.name.to_ascii_uppercase())
    }

    /// Returns the flag.
    pub fn flag(&self) -> String {
        format!("--{}", self.name.replace('_', "-"))
    }
}

impl Form {
    /// Returns what is wrong with a value as text, if something is: the key of a sentence.
    pub fn wrong(self, text: &str) -> Option<&'static str> {
        let is_right = match self {
            Self::Path | Self::SecretFile | Self::Text => !text.is_empty(),
            Self::Socket => text.parse::<core::net::SocketAddr>().is_ok(),
            Self::Flag => matches!(text, "true" | "false"),
            Self::Count => text.parse::<u32>().is_ok(),
            Self::Networks => items(text).all(|item| item.parse::<Network>().is_ok()),
            Self::Word(words) => words.contains(&text),
        };
        (!is_right).then_some(match self {
            Self::Path | Self::SecretFile | Self::Text => "config-wants-text",
            Self::Socket => "config-wants-socket",
            Self::Flag => "config-wants-flag",
            Self::Count => "config-wants-count",
            Self::Networks => "config-wants-networks",
            Self::Word(_) => "config-wants-word",
        })
    }
}

/// Returns the items of a list that is written with commas.
pub fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(',')
        .map(str::trim)
        .filter(|item| !item.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order_and_defaults_have_their_form() {
        assert!(KEYS.is_sorted_by(|one, next| one.name < next.name));
        for key in &KEYS {
            if let Some(default) = key.default {
                assert_eq!(key.form.wrong(default), None, "{}", key.name);
            }
        }
        assert_eq!(find("tls_cert").unwrap().variable(), "SPONSIO_TLS_CERT");
        assert_eq!(find("tls_cert").unwrap().flag(), "--tls-cert");
    }

    #[test]
    fn a_value_of_another_form_is_refused() {
        for (name, bad) in [
            ("listen_public", "8080"),
            ("log_json", "yes"),
            ("per_address", "-1"),
            ("per_address", "4294967296"),
            ("trust_proxy", "10.0.0.0/8, example.org"),
            ("proxy_header", "x-real-ip"),
            ("register", ""),
        ] {
            assert!(
                find(name).unwrap().form.wrong(bad).is_some(),
                "{name} {bad}"
            );
        }
        assert_eq!(Form::Networks.wrong("::1, 10.0.0.0/8,"), None);
        assert_eq!(Form::Networks.wrong(""), None);
    }
}
