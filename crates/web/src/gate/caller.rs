//! Whose request it is: the address at the other end, or, where that is a proxy that is trusted, the
//! address that the proxy names. Of what strangers say of themselves nothing is believed.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use core::str::FromStr;

use axum::http::{HeaderMap, HeaderName, header};
use thiserror::Error;

static X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
static X_FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// How many steps of a chain of proxies are followed.
const STEPS: usize = 16;

/// A network, as `10.0.0.0/8`, or a single address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

/// Why a text is no network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("an address or a network is wanted, as 192.0.2.7 or 10.0.0.0/8")]
pub struct NoNetwork;

impl FromStr for Network {
    type Err = NoNetwork;

    fn from_str(text: &str) -> Result<Self, NoNetwork> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| NoNetwork)?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = match bits {
            Some(bits) => bits.parse().map_err(|_| NoNetwork)?,
            None => most,
        };
        if bits > most {
            return Err(NoNetwork);
        }
        Ok(Self { address, bits })
    }
}

impl core::fmt::Display for Network {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}/{}", self.address, self.bits)
    }
}

impl Network {
    /// Whether an address lies in it.
    pub fn holds(&self, address: IpAddr) -> bool {
        match (self.address, address) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                let mask = u32::MAX.checked_shl(32 - u32::from(self.bits)).unwrap_or(0);
                own.to_bits() & mask == other.to_bits() & mask
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                let mask = u128::MAX
                    .checked_shl(128 - u32::from(self.bits))
                    .unwrap_or(0);
                own.to_bits() & mask == other.to_bits() & mask
            }
            _ => false,
        }
    }
}

/// The header by which a proxy says for whom it asks. Only one is read: a proxy sets the one that it
/// knows, and passes the other on as whoever asked wrote it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ProxyHeader {
    /// `X-Forwarded-For` with `X-Forwarded-Proto`.
    #[default]
    XForwardedFor,
    /// `Forwarded` (RFC 7239).
    Forwarded,
}

/// The proxies that are trusted, and the header by which they speak.
#[derive(Debug, Clone, Default)]
pub struct Trusted {
    /// Where they are.
    pub networks: Vec<Network>,
    /// What they write.
    pub header: ProxyHeader,
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Caller {
    /// The address; nobody knows one where no connection brought the request.
    pub(crate) address: IpAddr,
    /// Whether a trusted proxy says that the caller came to it by TLS.
    pub(crate) is_encrypted: bool,
}

impl Trusted {
    /// Whether this address is a proxy that is trusted.
    pub fn holds(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.networks.iter().any(|network| network.holds(address))
    }

    /// Returns who asks, given the other end of the connection.
    pub(crate) fn caller(&self, peer: IpAddr, headers: &HeaderMap) -> Caller {
        let peer = peer.to_canonical();
        if !self.holds(peer) {
            return Caller {
                address: peer,
                is_encrypted: false,
            };
        }
        let steps = match self.header {
            ProxyHeader::XForwardedFor => elements(headers, &X_FORWARDED_FOR),
            ProxyHeader::Forwarded => elements(headers, &header::FORWARDED),
        };
        let named = |step: &str| match self.header {
            ProxyHeader::XForwardedFor => node(step),
            ProxyHeader::Forwarded => node(parameter(step, "for")?),
        };
        let mut address = peer;
        // Each proxy adds its own caller at the end; the first from there that is no proxy of ours is meant.
        for step in steps.iter().rev().take(STEPS) {
            let Some(before) = named(step) else { break };
            address = before;
            if !self.holds(before) {
                break;
            }
        }
        let scheme = match self.header {
            ProxyHeader::XForwardedFor => elements(headers, &X_FORWARDED_PROTO).pop(),
            ProxyHeader::Forwarded => steps
                .last()
                .and_then(|step| parameter(step, "proto").map(str::to_owned)),
        };
        Caller {
            address,
            is_encrypted: scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("https")),
        }
    }
}

/// Whether a request went through some proxy.
pub(crate) fn was_forwarded(headers: &HeaderMap) -> bool {
    [&X_FORWARDED_FOR, &header::FORWARDED, &header::VIA]
        .iter()
        .any(|name| headers.contains_key(*name))
}

/// Returns what stands between the commas of all headers of this name.
fn elements(headers: &HeaderMap, name: &HeaderName) -> Vec<String> {
    let values = headers.get_all(name).iter();
    let texts = values.filter_map(|value| value.to_str().ok());
    texts
        .flat_map(|text| text.split(','))
        .map(|element| element.trim().to_owned())
        .collect()
}

/// Returns a parameter of an element of `Forwarded`, without quotation marks.
fn parameter<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let pairs = element
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='));
    let (_, value) = pairs
        .into_iter()
        .find(|(key, _)| key.eq_ignore_ascii_case(name))?;
    Some(value.trim_matches('"'))
}

/// Reads an address with or without a port; one that is hidden (RFC 7239 section 6.3) is none.
fn node(text: &str) -> Option<IpAddr> {
    if let Ok(address) = text.parse::<IpAddr>() {
        return Some(address.to_canonical());
    }
    if let Some(rest) = text.strip_prefix('[') {
        let (address, _) = rest.split_once(']')?;
        return address
            .parse::<Ipv6Addr>()
            .ok()
            .map(|address| IpAddr::V6(address).to_canonical());
    }
    let (address, _) = text.split_once(':')?;
    address.parse::<Ipv4Addr>().ok().map(IpAddr::V4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(lines: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(*name, value.parse().unwrap());
        }
        headers
    }

    fn caller(header: ProxyHeader, peer: &str, lines: &[(&'static str, &str)]) -> (String, bool) {
        let networks = ["127.0.0.1", "10.0.0.0/8", "fd00::/8"];
        let trusted = Trusted {
            networks: networks.map(|text| text.parse().unwrap()).to_vec(),
            header,
        };
        let found = trusted.caller(peer.parse().unwrap(), &headers(lines));
        (found.address.to_string(), found.is_encrypted)
    }

    #[test]
    fn a_stranger_says_nothing_about_itself_that_is_believed() {
        for header in [ProxyHeader::XForwardedFor, ProxyHeader::Forwarded] {
            let lines = [
                ("x-forwarded-for", "192.0.2.1"),
                ("x-forwarded-proto", "https"),
                ("forwarded", "for=192.0.2.1;proto=https"),
            ];
            let found = caller(header, "198.51.100.9", &lines);
            assert_eq!(found, ("198.51.100.9".to_owned(), false));
        }
    }

    #[test]
    fn a_proxy_is_believed_by_the_header_that_it_sets_alone() {
        let lines = [
            ("x-forwarded-for", "203.0.113.5, 192.0.2.1"),
            ("x-forwarded-proto", "https"),
            ("forwarded", "for=198.51.100.1"),
        ];
        let found = caller(ProxyHeader::XForwardedFor, "127.0.0.1", &lines);
        // What the caller wrote before it came to the proxy stands further to the left.
        assert_eq!(found, ("192.0.2.1".to_owned(), true));
        let found = caller(ProxyHeader::Forwarded, "::ffff:127.0.0.1", &lines);
        assert_eq!(found, ("198.51.100.1".to_owned(), false));
    }

    #[test]
    fn chains_are_followed_as_far_as_they_are_trusted() {
        let chain = [(
            "forwarded",
            "for=6.6.6.6, for=\"[2001:db8::7]:4711\";proto=https, for=10.1.2.3;proto=HTTPS",
        )];
        let found = caller(ProxyHeader::Forwarded, "fd00::1", &chain);
        assert_eq!(found, ("2001:db8::7".to_owned(), true));
        let hidden = [("forwarded", "for=192.0.2.1, for=_hidden, for=10.1.2.3")];
        let found = caller(ProxyHeader::Forwarded, "127.0.0.1", &hidden);
        assert_eq!(found, ("10.1.2.3".to_owned(), false));
        let nonsense = [("x-forwarded-for", "192.0.2.1, , <script>")];
        let found = caller(ProxyHeader::XForwardedFor, "127.0.0.1", &nonsense);
        assert_eq!(found.0, "127.0.0.1");
        let port = [("x-forwarded-for", "192.0.2.1:4711")];
        let found = caller(ProxyHeader::XForwardedFor, "127.0.0.1", &port);
        assert_eq!(found.0, "192.0.2.1");
    }

    #[test]
    fn networks_hold_what_begins_as_they_do() {
        let holds = |network: &str, address: &str| {
            let network: Network = network.parse().unwrap();
            network.holds(address.parse().unwrap())
        };
        assert!(holds("10.0.0.0/8", "10.255.0.1") && !holds("10.0.0.0/8", "11.0.0.1"));
        assert!(holds("0.0.0.0/0", "192.0.2.1") && !holds("0.0.0.0/0", "::1"));
        assert!(holds("2001:db8::/32", "2001:db8:1::1") && !holds("2001:db8::/32", "2001:db9::1"));
        assert!(holds("::1", "::1") && !holds("::1", "::2"));
        for none in [
            "",
            "10.0.0.0/33",
            "::/129",
            "example.org",
            "10.0.0/8",
            "1.1.1.1/-1",
        ] {
            assert_eq!(none.parse::<Network>(), Err(NoNetwork), "{none}");
        }
    }
}
