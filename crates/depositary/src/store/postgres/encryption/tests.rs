//! A server on loopback that shows a certificate: believed where the authority and the name are right.

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use std::fs;
use std::net::TcpListener;
use std::path::Path;

use super::super::cluster::Cluster;
use super::super::{OpenError, Postgres, Settings};
use crate::store::Store as _;

/// An authority, with its certificate in a file.
struct Authority {
    issuer: Issuer<'static, KeyPair>,
    pem: String,
}

impl Authority {
    fn new(name: &str) -> Self {
        let key = KeyPair::generate().expect("a key");
        let mut params = CertificateParams::new(Vec::new()).expect("parameters");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params
            .distinguished_name
            .push(rcgen::DnType::CommonName, name);
        let pem = params.self_signed(&key).expect("a certificate").pem();
        let issuer = Issuer::new(params, key);
        Self { issuer, pem }
    }

    /// Returns a certificate for this name, and its key.
    fn certify(&self, name: &str) -> (String, String) {
        let key = KeyPair::generate().expect("a key");
        let params = CertificateParams::new(vec![name.to_owned()]).expect("parameters");
        let certificate = params.signed_by(&key, &self.issuer).expect("a certificate");
        (certificate.pem(), key.serialize_pem())
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("loopback");
    listener.local_addr().expect("an address").port()
}

fn open(port: u16, authority: &Path) -> Result<Postgres, OpenError> {
    let address = format!(
        "postgres://office@localhost:{port}/register?sslmode=verify-full&sslrootcert={}",
        authority.display()
    );
    let address = address.parse().expect("an address");
    Postgres::open(&address, &Settings::default())
}

#[tokio::test]
async fn a_server_is_believed_by_its_name_and_its_authority() {
    let folder = tempfile::tempdir().expect("a folder");
    let (right, wrong) = (Authority::new("right"), Authority::new("wrong"));
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("written");
        path
    };
    let (believed, foreign) = (file("right.pem", &right.pem), file("wrong.pem", &wrong.pem));
    let none = file("none.pem", "nothing");

    let (chain, key) = right.certify("localhost");
    let port = free_port();
    let cluster = Cluster::start_encrypted(port, &chain, &key);
    let cluster = cluster.expect("Debian's package `postgresql` is installed");
    cluster.database("register").expect("a database");
    let store = open(port, &believed).expect("it is verified");
    let head = store.open_log("register.example/exercise").await;
    assert_eq!(head.expect("it is open").size, 0);
    let encrypted = "SELECT count(*) FILTER (WHERE ssl) > 0 AND count(*) FILTER (WHERE NOT ssl) = 0
                     FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
                     WHERE application_name = 'sponsio'";
    assert_eq!(
        cluster.sql("register", encrypted).as_deref().ok(),
        Some("t")
    );
    drop(store);
    for (authority, why) in [(&foreign, "UnknownIssuer"), (&none, "no certificate")] {
        let refused = open(port, authority).err().expect("it is not verified");
        assert!(refused.to_string().contains(why), "{refused}");
    }
    drop(cluster);

    // The right authority, for another name.
    let (chain, key) = right.certify("database.example");
    let port = free_port();
    let cluster = Cluster::start_encrypted(port, &chain, &key).expect("it starts");
    cluster.database("register").expect("a database");
    let refused = open(port, &believed).err().expect("it has another name");
    assert!(
        refused.to_string().contains("not valid for name"),
        "{refused}"
    );
}
