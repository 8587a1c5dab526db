//! The address of a database: which server, which database, as whom. It never holds a password, and
//! never leads over an open network: to another machine it goes encrypted, to a server that is verified.

use super::encryption::Encryption;
use super::password;
use core::fmt;
use core::net::IpAddr;
use core::str::FromStr;
use std::io;
use std::path::{Path, PathBuf};
use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};

/// Where Debian's server listens, if no host is named.
const SOCKETS: &str = "/var/run/postgresql";

/// The address of a database on a server of PostgreSQL, as `postgres:///register?host=/run/postgresql`.
#[derive(Clone, PartialEq, Eq)]
pub struct Address {
    text: String,
    /// Apart, because it is large and an address stands in every error.
    config: Box<Config>,
    /// The certificates of whoever vouches for the server; none where the connection is not encrypted.
    authority: Option<PathBuf>,
}

/// Why an address is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// It cannot be read; it is not repeated, because it may hold a secret in a wrong place.
    #[error("it is no address of the form postgres://USER@HOST/DATABASE")]
    Form,
    /// It holds a password.
    #[error("it holds a password")]
    Password,
    /// It leads over a network and does not say by whom the server is verified.
    #[error("its server is on another machine: add sslmode=verify-full&sslrootcert=FILE")]
    Remote,
    /// It asks for an encryption that verifies nobody, or names no file of an authority.
    #[error("it is encrypted with sslmode=verify-full&sslrootcert=FILE only, an absolute path")]
    Unverified,
}

impl Address {
    /// Returns the text of the address; it is no secret.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns what is needed to connect, with the password that the surroundings give.
    pub(super) fn config(&self) -> Config {
        let mut config = Config::clone(&self.config);
        if let Some(password) = password::find(&config) {
            config.password(password);
        }
        config
    }
}

impl Address {
    /// Returns the encryption of the connection, where it is to be encrypted.
    pub(super) fn encryption(&self) -> io::Result<Option<Encryption>> {
        let authority = self.authority.as_deref();
        authority.map(Encryption::read).transpose()
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        if !(text.starts_with("postgres://") || text.starts_with("postgresql://")) {
            return Err(AddressError::Form);
        }
        let asked = Asked::of(text);
        let mut config: Config = asked.rest.parse().map_err(|_| AddressError::Form)?;
        if config.get_password().is_some() {
            return Err(AddressError::Password);
        }
        if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
            config.host_path(SOCKETS);
        }
        let here = |host: &Host| match host {
            Host::Unix(_) => true,
            Host::Tcp(name) => {
                name == "localhost" || name.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
            }
        };
        let near = config.get_hosts().iter().all(here)
            && config.get_hostaddrs().iter().all(IpAddr::is_loopback);
        let authority = match (asked.mode, asked.authority) {
            (Some("verify-full"), Some(path)) if Path::new(path).is_absolute() => {
                config.ssl_mode(SslMode::Require);
                Some(PathBuf::from(path))
            }
            (None | Some("disable"), None) if near => {
                config.ssl_mode(SslMode::Disable);
                None
            }
            (None | Some("disable"), None) => return Err(AddressError::Remote),
            _ => return Err(AddressError::Unverified),
        };
        config.application_name("sponsio");
        Ok(Self {
            text: text.to_owned(),
            config: Box::new(config),
            authority,
        })
    }
}

/// What an address asks of the connection, and the rest of it, which the client reads.
struct Asked<'a> {
    mode: Option<&'a str>,
    authority: Option<&'a str>,
    rest: String,
}

impl<'a> Asked<'a> {
    fn of(text: &'a str) -> Self {
        let (before, query) = text.split_once('?').unwrap_or((text, ""));
        let (mut mode, mut authority) = (None, None);
        let others = query.split('&').filter(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            match name {
                "sslmode" => mode = Some(value),
                "sslrootcert" => authority = Some(value),
                _ => return !part.is_empty(),
            }
            false
        });
        let others: Vec<_> = others.collect();
        let rest = if others.is_empty() {
            before.to_owned()
        } else {
            format!("{before}?{}", others.join("&"))
        };
        Self {
            mode,
            authority,
            rest,
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Address").field(&self.text).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sockets_and_this_machine_are_near() {
        for near in [
            "postgres:///register",
            "postgres:///register?host=/run/postgresql",
            "postgresql://office@%2Frun%2Fpostgresql/register",
            "postgres://office@localhost:5433/register",
            "postgres://office@127.0.0.1/register",
            "postgres://office@[::1]/register",
        ] {
            let address: Address = near.parse().expect(near);
            assert_eq!(address.text(), near);
        }
    }

    #[test]
    fn a_password_is_refused_and_never_repeated() {
        for secret in [
            "postgres://office:hush@localhost/register",
            "postgres://office@localhost/register?password=hush",
        ] {
            let refused = secret.parse::<Address>().unwrap_err();
            assert_eq!(refused, AddressError::Password);
            assert!(!refused.to_string().contains("hush"));
        }
        for wrong in [
            "postgres://a:hush@[",
            "mysql://a:hush@localhost/b",
            "hush",
            "",
        ] {
            let refused = wrong.parse::<Address>().unwrap_err();
            assert_eq!(refused, AddressError::Form);
            assert!(!refused.to_string().contains("hush"));
        }
    }

    #[test]
    fn nothing_goes_over_an_open_network() {
        for far in [
            "postgres://office@db.example/register",
            "postgres://office@10.0.0.7/register",
            "postgres://office@localhost,db.example/register",
            "postgres:///register?host=/run/postgresql&hostaddr=10.0.0.7",
            "postgres://office@db.example/register?sslmode=disable",
        ] {
            assert_eq!(far.parse::<Address>(), Err(AddressError::Remote), "{far}");
        }
    }

    #[test]
    fn over_a_network_the_server_is_verified() {
        let far = "postgres://office@db.example:5433/register\
                   ?connect_timeout=3&sslmode=verify-full&sslrootcert=/etc/sponsio/database.pem";
        let address: Address = far.parse().expect(far);
        assert_eq!(address.text(), far);
        let config = address.config();
        assert_eq!(config.get_ssl_mode(), SslMode::Require);
        assert_eq!(config.get_ports(), [5433]);
        let authority = address.authority.as_deref();
        assert_eq!(authority, Some(Path::new("/etc/sponsio/database.pem")));
        let missing = address.encryption().err().expect("the file is not there");
        assert!(missing.to_string().contains("/etc/sponsio/database.pem"));
        for query in [
            "sslmode=require",
            "sslmode=prefer",
            "sslmode=verify-ca&sslrootcert=/ca.pem",
            "sslmode=verify-full",
            "sslmode=verify-full&sslrootcert=ca.pem",
            "sslmode=verify-full&sslrootcert=",
            "sslrootcert=/ca.pem",
        ] {
            for host in ["localhost", "db.example"] {
                let wrong = format!("postgres://office@{host}/register?{query}");
                let refused = wrong.parse::<Address>();
                assert_eq!(refused, Err(AddressError::Unverified), "{wrong}");
            }
        }
    }
}
