//! The address of a database: which server, which database, as whom. It never holds a password, and
//! never leads over an open network.

use super::password;
use core::fmt;
use core::net::IpAddr;
use core::str::FromStr;
use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};

/// Where Debian's server listens, if no host is named.
const SOCKETS: &str = "/var/run/postgresql";

/// The address of a database on a server of PostgreSQL, as `postgres:///register?host=/run/postgresql`.
#[derive(Clone, PartialEq, Eq)]
pub struct Address {
    text: String,
    config: Config,
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
    /// It leads over a network, where it would not be encrypted.
    #[error("its server is on another machine, and this program does not encrypt the connection")]
    Remote,
}

impl Address {
    /// Returns the text of the address; it is no secret.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns what is needed to connect, with the password that the surroundings give.
    pub(super) fn config(&self) -> Config {
        let mut config = self.config.clone();
        if let Some(password) = password::find(&config) {
            config.password(password);
        }
        config
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        if !(text.starts_with("postgres://") || text.starts_with("postgresql://")) {
            return Err(AddressError::Form);
        }
        let mut config: Config = text.parse().map_err(|_| AddressError::Form)?;
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
        if !near || config.get_ssl_mode() == SslMode::Require {
            return Err(AddressError::Remote);
        }
        config.ssl_mode(SslMode::Disable);
        config.application_name("sponsio");
        Ok(Self {
            text: text.to_owned(),
            config,
        })
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
            "postgres://office@localhost/register?sslmode=require",
        ] {
            assert_eq!(far.parse::<Address>(), Err(AddressError::Remote), "{far}");
        }
    }
}
