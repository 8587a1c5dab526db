//! The settings of a server: what stands without any, then a file, then the environment, then the command
//! line; the later wins. Each remembers where it comes from.

pub mod file;
pub mod key;

use core::net::SocketAddr;
use core::str::FromStr;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use figment::value::{Dict, Map, Value};
use figment::{Figment, Metadata, Profile, Provider};

use sponsio_web::{Allowed, Limits, Network, ProxyHeader, Trusted};

use self::file::Wrong;
use self::key::{KEYS, Key, items};

/// The file that is read where no other is named, if it is there.
pub const FILE: &str = "/etc/sponsio/sponsio.toml";

/// The settings as flags.
#[derive(Debug, Clone, Default, Args)]
pub struct SettingArgs {
    /// File with settings, in the place of /etc/sponsio/sponsio.toml
    #[arg(long, value_name = "FILE", env = "SPONSIO_CONFIG")]
    pub config: Option<PathBuf>,
    /// Folder of the register [default: .]
    #[arg(long, value_name = "DIR")]
    pub register: Option<PathBuf>,
    /// Address on which everybody may read; port 0 takes any that is free [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS")]
    pub listen_public: Option<SocketAddr>,
    /// Address of the desk, on which officers sign in; the ledger must be free
    #[arg(long, value_name = "ADDRESS")]
    pub listen_desk: Option<SocketAddr>,
    /// Address under which browsers see the desk, as `https://desk.example.org`; passkeys are bound to it
    #[arg(long, value_name = "URL")]
    pub desk_origin: Option<String>,
    /// File whose first line is the passphrase of the log's key; otherwise it is asked for
    #[arg(long, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// File with the chain of certificates (PEM); both addresses then speak TLS alone
    #[arg(long, value_name = "FILE")]
    pub tls_cert: Option<PathBuf>,
    /// File with the key of the certificate (PEM)
    #[arg(long, value_name = "FILE", visible_alias = "tls-key")]
    pub tls_key_file: Option<PathBuf>,
    /// Proxies that are believed when they say for whom they ask: addresses and networks
    #[arg(long, value_name = "NETWORK", value_delimiter = ',')]
    pub trust_proxy: Vec<Network>,
    /// The header by which they say so: x-forwarded-for or forwarded [default: x-forwarded-for]
    #[arg(long, value_name = "HEADER", value_parser = key::PROXY_HEADERS)]
    pub proxy_header: Option<String>,
    /// File whose first line whoever reads /metrics must carry as bearer token; otherwise this machine alone may
    #[arg(long, value_name = "FILE")]
    pub metrics_token_file: Option<PathBuf>,
    /// Connections that one address may have at a time; 0 for any number [default: 64]
    #[arg(long, value_name = "NUMBER")]
    pub connections_per_address: Option<u32>,
    /// Requests that one address may make in a minute; 0 for any number [default: 600]
    #[arg(long, value_name = "NUMBER")]
    pub per_address: Option<u32>,
    /// Attempts to sign in that one address may make in a minute; 0 for any number [default: 20]
    #[arg(long, value_name = "NUMBER")]
    pub sign_in_per_address: Option<u32>,
    /// Requests that one account may make in a minute; 0 for any number [default: 600]
    #[arg(long, value_name = "NUMBER")]
    pub per_account: Option<u32>,
    /// Write a line of JSON among the messages for each answer: time, name, method, path, status
    #[arg(
        long,
        value_name = "BOOL",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true"
    )]
    pub log_json: Option<bool>,
}

impl SettingArgs {
    /// Returns the settings that were given as flags.
    fn given(&self) -> Vec<(&'static str, String)> {
        let path = |path: &Option<PathBuf>| path.as_ref().map(|path| path.display().to_string());
        let networks = self.trust_proxy.iter().map(ToString::to_string);
        let networks = networks.collect::<Vec<_>>().join(",");
        let given = [
            ("register", path(&self.register)),
            ("listen_public", text(self.listen_public.as_ref())),
            ("listen_desk", text(self.listen_desk.as_ref())),
            ("desk_origin", self.desk_origin.clone()),
            ("passphrase_file", path(&self.passphrase_file)),
            ("tls_cert", path(&self.tls_cert)),
            ("tls_key_file", path(&self.tls_key_file)),
            ("trust_proxy", (!networks.is_empty()).then_some(networks)),
            ("proxy_header", self.proxy_header.clone()),
            ("metrics_token_file", path(&self.metrics_token_file)),
            (
                "connections_per_address",
                text(self.connections_per_address.as_ref()),
            ),
            ("per_address", text(self.per_address.as_ref())),
            (
                "sign_in_per_address",
                text(self.sign_in_per_address.as_ref()),
            ),
            ("per_account", text(self.per_account.as_ref())),
            ("log_json", text(self.log_json.as_ref())),
        ];
        let given = given.into_iter();
        given
            .filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }
}

fn text(value: Option<&impl ToString>) -> Option<String> {
    value.map(ToString::to_string)
}

/// Where a setting comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Nothing was said.
    Default,
    /// A file, and the line in it.
    File(PathBuf, usize),
    /// A variable of the environment.
    Variable(String),
    /// The command line.
    Flag(String),
}

/// A setting that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its name.
    pub name: &'static str,
    /// Its value as text; absent where there is none.
    pub value: Option<String>,
    /// Where it comes from.
    pub origin: Origin,
}

/// Why there are no settings.
#[derive(Debug)]
pub enum SettingsError {
    /// The file cannot be read.
    Unread(PathBuf, io::Error),
    /// The file is not as it must be.
    Wrong(PathBuf, Vec<Wrong>),
    /// A variable has another form: its name, and the key of a sentence.
    Variable(String, &'static str),
}

/// The settings of a server.
#[derive(Debug, Clone)]
pub struct Settings {
    found: Vec<Found>,
    /// Variables that begin as ours do, and the setting that may be meant.
    pub strangers: Vec<(String, &'static str)>,
}

/// One layer of settings, under the name by which its origin is known again.
struct Layer {
    name: &'static str,
    values: Vec<(&'static str, String)>,
}

impl Provider for Layer {
    fn metadata(&self) -> Metadata {
        Metadata::named(self.name)
    }

    fn data(&self) -> Result<Map<Profile, Dict>, figment::Error> {
        let values = self.values.iter();
        let dict = values.map(|(name, value)| ((*name).to_owned(), Value::from(value.as_str())));
        Ok(Map::from([(Profile::Default, dict.collect())]))
    }
}

impl Settings {
    /// Reads the settings of the flags, the environment and a file.
    pub fn read(
        args: &SettingArgs,
        environment: impl IntoIterator<Item = (OsString, OsString)>,
    ) -> Result<Self, SettingsError> {
        Self::read_from(args, environment, Path::new(FILE))
    }

    fn read_from(
        args: &SettingArgs,
        environment: impl IntoIterator<Item = (OsString, OsString)>,
        usual: &Path,
    ) -> Result<Self, SettingsError> {
        let (path, written) = match &args.config {
            Some(path) => (path.as_path(), read_file(path)?),
            None if usual.is_file() => (usual, read_file(usual)?),
            None => (usual, Vec::new()),
        };
        let (variables, strangers) = variables(environment)?;
        let defaults = KEYS.iter();
        let defaults = defaults.filter_map(|key| Some((key.name, key.default?.to_owned())));
        let layers = [
            Layer {
                name: "default",
                values: defaults.collect(),
            },
            Layer {
                name: "file",
                values: written
                    .iter()
                    .map(|one| (one.name, one.value.clone()))
                    .collect(),
            },
            Layer {
                name: "variable",
                values: variables,
            },
            Layer {
                name: "flag",
                values: args.given(),
            },
        ];
        let figment = layers.into_iter().fold(Figment::new(), Figment::merge);
        let origin = |key: &Key| match figment.find_metadata(key.name).map(|from| &*from.name) {
            Some("flag") => Origin::Flag(key.flag()),
            Some("variable") => Origin::Variable(key.variable()),
            Some("file") => {
                let line = written.iter().find(|one| one.name == key.name);
                Origin::File(path.to_owned(), line.map_or(1, |one| one.line))
            }
            _ => Origin::Default,
        };
        let found = KEYS.iter().map(|key| Found {
            name: key.name,
            value: figment.extract_inner(key.name).ok(),
            origin: origin(key),
        });
        Ok(Self {
            found: found.collect(),
            strangers,
        })
    }

    /// Returns every setting, by name.
    pub fn all(&self) -> &[Found] {
        &self.found
    }

    /// Returns a setting.
    fn value(&self, name: &str) -> Option<&str> {
        let found = self.found.iter().find(|found| found.name == name)?;
        found.value.as_deref()
    }

    /// Returns a setting whose form was examined when it was read.
    fn parsed<T: FromStr>(&self, name: &str) -> Option<T> {
        self.value(name)?.parse().ok()
    }

    /// Returns the file of a setting.
    pub fn path(&self, name: &str) -> Option<PathBuf> {
        self.value(name).map(PathBuf::from)
    }

    /// Returns the folder of the register.
    pub fn register(&self) -> PathBuf {
        self.path("register").unwrap_or_else(|| PathBuf::from("."))
    }

    /// Returns where the public pages listen.
    pub fn listen_public(&self) -> SocketAddr {
        let usual = SocketAddr::from(([127, 0, 0, 1], 8_080));
        self.parsed("listen_public").unwrap_or(usual)
    }

    /// Returns where the desk listens, if there is one.
    pub fn listen_desk(&self) -> Option<SocketAddr> {
        self.parsed("listen_desk")
    }

    /// Returns the address under which browsers see the desk.
    pub fn desk_origin(&self) -> Option<String> {
        self.value("desk_origin").map(str::to_owned)
    }

    /// Whether a line is written for each answer.
    pub fn log_json(&self) -> bool {
        self.parsed("log_json").unwrap_or(false)
    }

    /// Returns how often somebody may ask.
    pub fn allowed(&self) -> Allowed {
        let usual = Allowed::default();
        Allowed {
            address: self.parsed("per_address").unwrap_or(usual.address),
            sign_in: self.parsed("sign_in_per_address").unwrap_or(usual.sign_in),
            account: self.parsed("per_account").unwrap_or(usual.account),
        }
    }

    /// Returns how many connections there may be.
    pub fn limits(&self) -> Limits {
        let usual = Limits::default();
        let from_one_address = match self.parsed("connections_per_address") {
            Some(0) => usize::MAX,
            Some(most) => most,
            None => usual.from_one_address,
        };
        Limits {
            from_one_address,
            ..usual
        }
    }

    /// Returns the proxies that are believed.
    pub fn trusted(&self) -> Trusted {
        let networks = items(self.value("trust_proxy").unwrap_or_default());
        let header = match self.value("proxy_header") {
            Some("forwarded") => ProxyHeader::Forwarded,
            _ => ProxyHeader::XForwardedFor,
        };
        Trusted {
            networks: networks.filter_map(|item| item.parse().ok()).collect(),
            header,
        }
    }
}

fn read_file(path: &Path) -> Result<Vec<file::Written>, SettingsError> {
    let text = fs::read_to_string(path);
    let text = text.map_err(|error| SettingsError::Unread(path.to_owned(), error))?;
    file::read(&text).map_err(|wrong| SettingsError::Wrong(path.to_owned(), wrong))
}

type Variables = (Vec<(&'static str, String)>, Vec<(String, &'static str)>);

/// Returns the settings of the environment, and the variables that are nearly one. Others that begin as
/// ours do are for other commands and scripts.
fn variables(
    environment: impl IntoIterator<Item = (OsString, OsString)>,
) -> Result<Variables, SettingsError> {
    let (mut found, mut strangers) = (Vec::new(), Vec::new());
    for (name, value) in environment {
        let Some(name) = name.to_str() else { continue };
        let Some(own) = name.strip_prefix("SPONSIO_") else {
            continue;
        };
        let own = own.to_ascii_lowercase();
        let Some(key) = key::find(&own) else {
            let names = KEYS.iter().map(|key| key.name);
            let file = format!("{own}_file");
            let meant = key::find(&file).map(|key| key.name);
            let meant = meant.or_else(|| crate::folder::suggestion::nearest(&own, names));
            strangers.extend(meant.map(|meant| (name.to_owned(), meant)));
            continue;
        };
        let value = value.to_string_lossy().into_owned();
        if let Some(wants) = key.form.wrong(&value) {
            return Err(SettingsError::Variable(name.to_owned(), wants));
        }
        found.push((key.name, value));
    }
    strangers.sort();
    Ok((found, strangers))
}

#[cfg(test)]
mod tests;
