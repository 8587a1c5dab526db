//! Where webhooks are told: https, at an address that a person configured; never a private network, unless
//! that was allowed. Names are looked up once, what they mean is examined, and exactly that is connected to,
//! so that a name cannot mean something else a moment later.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use core::time::Duration;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};

use super::Message;
use crate::fetch::Address;

/// The most bytes of an answer that are read; nothing is done with them.
const ANSWER: u64 = 16_384;

/// An address where somebody is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    address: Address,
    /// Whether it may lie in a private network or on this machine.
    inside: bool,
    is_plain: bool,
}

/// Why nobody can be told at an address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoAddress {
    /// It is none.
    #[error("{0}")]
    Form(String),
    /// What is sent could be read on the way.
    #[error(
        "{0}: a webhook is told over https; http is for this machine alone, and where that is allowed"
    )]
    Plain(String),
    /// It lies where nobody outside can look.
    #[error("{0}: a private network or this machine, which was not allowed")]
    Inside(String),
}

impl Place {
    /// Reads an address. A private network and this machine are addresses only where that is allowed.
    pub fn parse(text: &str, inside: bool) -> Result<Self, NoAddress> {
        let address = Address::parse(text).map_err(|error| NoAddress::Form(error.to_string()))?;
        let uri: Uri = address
            .to_string()
            .parse()
            .map_err(|_| NoAddress::Form(text.to_owned()))?;
        let host = uri.host().unwrap_or_default();
        let literal: Option<IpAddr> = host.trim_matches(['[', ']']).parse().ok();
        let is_here = host == "localhost" || literal.is_some_and(|ip| ip.is_loopback());
        let is_plain = uri.scheme_str() == Some("http");
        if is_plain && !(is_here && inside) {
            return Err(NoAddress::Plain(text.to_owned()));
        }
        if !inside && (is_here || literal.is_some_and(|ip| !is_public(ip))) {
            return Err(NoAddress::Inside(text.to_owned()));
        }
        Ok(Self {
            address,
            inside,
            is_plain,
        })
    }

    /// Sends a message once; returns the status. No redirection is followed.
    pub(super) fn tell(
        &self,
        message: &Message,
        sent: i64,
        signature: &str,
        patience: Duration,
    ) -> Result<u16, String> {
        let config = Agent::config_builder()
            .timeout_global(Some(patience))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .proxy(None)
            .max_response_header_size(16_384)
            .max_idle_connections(0)
            .user_agent("sponsio")
            .build();
        let sentry = Sentry {
            lookup: DefaultResolver::default(),
            inside: self.inside,
            is_plain: self.is_plain,
        };
        let agent = Agent::with_parts(config, DefaultConnector::default(), sentry);
        let answered = agent
            .post(self.address.to_string())
            .header("content-type", "application/json")
            .header("webhook-id", &message.id)
            .header("webhook-timestamp", sent.to_string())
            .header("webhook-signature", signature)
            .send(&message.body[..]);
        let mut answer = answered.map_err(|error| said(&error))?;
        // An answer that is too long is cut off; its status counts.
        drop(answer.body_mut().with_config().limit(ANSWER).read_to_vec());
        Ok(answer.status().as_u16())
    }
}

/// What went wrong, without what the other side wrote.
fn said(error: &Error) -> String {
    error.to_string().chars().take(200).collect()
}

/// Looks names up, and gives on only where one may go.
#[derive(Debug)]
struct Sentry {
    lookup: DefaultResolver,
    inside: bool,
    is_plain: bool,
}

impl Resolver for Sentry {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.lookup.resolve(uri, config, timeout)?;
        let is_good = |ip: IpAddr| {
            let is_here = ip.to_canonical().is_loopback();
            (!self.is_plain || is_here) && (self.inside || is_public(ip))
        };
        // One bad address among good ones is a trap as well.
        if found.iter().all(|address| is_good(address.ip())) {
            return Ok(found);
        }
        let host = uri.host().unwrap_or_default().to_owned();
        Err(Error::Other(Box::new(NoAddress::Inside(host))))
    }
}

/// Whether an address is one of the public internet (IANA special-purpose registries, RFC 6890).
fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let is_special = match (a, b, c) {
        // This network, this machine, multicast and what is reserved.
        (0 | 10 | 127 | 224.., ..)
        // Networks of providers behind one address.
        | (100, 64..=127, _)
        // Link-local, where clouds keep their secrets.
        | (169, 254, _)
        | (172, 16..=31, _)
        // Protocols, examples, relays, private.
        | (192, 0, 0 | 2)
        | (192, 88, 99)
        | (192, 168, _)
        // Measurements and examples.
        | (198, 18 | 19, _)
        | (198, 51, 100)
        | (203, 0, 113) => true,
        _ => false,
    };
    !is_special
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    if let Some(ip) = ip.to_ipv4_mapped() {
        return is_public_v4(ip);
    }
    let words = ip.segments();
    let embedded = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match words {
        // Addresses of IPv4 behind translators and tunnels.
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => embedded(high, low),
        // Protocols and Teredo, examples.
        [0x2001, 0..=0x1ff | 0xdb8, ..] | [0x3fff, 0..=0xfff, ..] => false,
        // Of what is left only this eighth was ever given out.
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_networks_are_no_addresses() {
        for text in [
            "127.0.0.1",
            "127.8.9.10",
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "100.127.255.255",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.1",
            "192.0.2.1",
            "192.168.1.1",
            "192.88.99.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "2002:c0a8:101::1",
            "3fff::1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!is_public(text.parse().unwrap()), "{text}");
        }
        for text in [
            "1.1.1.1",
            "9.255.255.255",
            "100.63.255.255",
            "100.128.0.1",
            "172.15.0.1",
            "172.32.0.1",
            "192.0.1.1",
            "198.20.0.1",
            "223.255.255.255",
            "::ffff:1.1.1.1",
            "2606:4700::1111",
            "2001:200::1",
            "2a00:1450::1",
            "64:ff9b::101:101",
            "2002:101:101::1",
        ] {
            assert!(is_public(text.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn an_address_is_https_or_this_machine_where_that_is_allowed() {
        for good in ["https://hooks.example.org/a", "https://1.1.1.1:8443/a"] {
            assert!(Place::parse(good, false).is_ok(), "{good}");
        }
        for here in [
            "http://127.0.0.1:9/a",
            "http://localhost:9/a",
            "http://[::1]:9/a",
            "https://10.0.0.1/a",
            "https://localhost/a",
        ] {
            assert!(Place::parse(here, true).is_ok(), "{here}");
            assert!(Place::parse(here, false).is_err(), "{here}");
        }
        for bad in [
            "",
            "hooks.example.org",
            "ftp://hooks.example.org",
            "file:///etc/passwd",
            "http://hooks.example.org/a",
            "http://10.0.0.1/a",
            "http://localhost.example.org/a",
            "https://user@hooks.example.org/",
            "https://hooks.example.org/?q=1",
            "https://hooks.example.org/\r\nx: y",
        ] {
            assert!(Place::parse(bad, true).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_a_name_means_is_examined_before_anybody_is_connected_to() {
        // A listener that would notice.
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let port = listener.local_addr().unwrap().port();
        let message = Message {
            id: "msg_1".to_owned(),
            kind: "act.x".to_owned(),
            seq: None,
            body: b"{}".to_vec(),
        };
        // The names of this machine that `parse` does not know: whoever answers for them is found by the sentry.
        for host in ["2130706433", "0x7f.1", "127.1", "localhost."] {
            let place = Place {
                address: Address::parse(&format!("https://{host}:{port}/a")).unwrap(),
                inside: false,
                is_plain: false,
            };
            let told = place.tell(&message, 0, "v1,x", Duration::from_secs(2));
            assert!(told.is_err(), "{host}: {told:?}");
            assert!(listener.accept().is_err(), "{host} was connected to");
        }
    }
}
