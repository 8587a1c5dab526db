//! TLS of a face: a chain of certificates and its key from files, as a public authority or the office's own
//! gives them. TLS 1.2 and 1.3 with the suites of rustls, all with forward secrecy; nobody is asked for a
//! certificate.

use alloc::sync::Arc;
use std::path::Path;

use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::TlsAcceptor;

use crate::failure::Failure;

/// What a face shows of itself before it speaks.
#[derive(Clone)]
pub struct Encryption(pub(crate) TlsAcceptor);

impl Encryption {
    /// Reads a chain, its own certificate first, and the key; both in PEM (RFC 7468). A key that is not that
    /// of the certificate is refused.
    pub fn read(chain: &Path, key: &Path) -> Result<Self, Failure> {
        let wrong = |path: &Path, why: &dyn core::fmt::Display| Failure::damaged(path, why);
        let certificates = CertificateDer::pem_file_iter(chain)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|error| wrong(chain, &error))?;
        if certificates.is_empty() {
            return Err(wrong(chain, &"there is no certificate in it"));
        }
        let secret = PrivateKeyDer::from_pem_file(key).map_err(|error| wrong(key, &error))?;
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| wrong(chain, &error))?
            .with_no_client_auth()
            .with_single_cert(certificates, secret)
            .map_err(|error| wrong(chain, &error))?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self(TlsAcceptor::from(Arc::new(config))))
    }
}

impl core::fmt::Debug for Encryption {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Encryption")
    }
}
