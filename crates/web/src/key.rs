//! The key of a witness or mirror as a file: `PRIVATE+KEY+name+id+base64`, the form of other
//! programs that read signed notes, with the type of a cosigner before the secret.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use sponsio_depositary::world::Chance;
use sponsio_ledger::note::SigningKey;
use sponsio_record::{from_base64, to_base64};

use crate::failure::Failure;

/// What a key file begins with.
const HEAD: &str = "PRIVATE+KEY+";

/// The type of a key that cosigns with Ed25519.
const COSIGNER: u8 = 0x04;

/// Makes a key of this name and writes it into a new file that its owner alone may read.
pub fn make(name: &str, path: &Path, chance: &dyn Chance) -> Result<SigningKey, Failure> {
    let mut secret = [0; 32];
    chance.fill(&mut secret)?;
    let key = cosigner(name, &secret)?;
    let mut typed = vec![COSIGNER];
    typed.extend_from_slice(&secret);
    let id = u32::from_be_bytes(key.verifier().id());
    let text = format!("{HEAD}{name}+{id:08x}+{}\n", to_base64(&typed));
    let write = || -> io::Result<()> {
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    };
    write().map_err(Failure::io(path))?;
    Ok(key)
}

/// Reads a key from its file.
pub fn load(path: &Path) -> Result<SigningKey, Failure> {
    let text = fs::read_to_string(path).map_err(Failure::io(path))?;
    parse(text.trim_end_matches('\n'))
}

fn parse(text: &str) -> Result<SigningKey, Failure> {
    let wrong = || Failure::Key("a key file is PRIVATE+KEY+name+id+base64 of a cosigner".into());
    let rest = text.strip_prefix(HEAD).ok_or_else(wrong)?;
    let mut parts = rest.splitn(3, '+');
    let (Some(name), Some(id), Some(base64)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(wrong());
    };
    let typed = from_base64(base64).map_err(|_| wrong())?;
    let Some((&COSIGNER, secret)) = typed.split_first() else {
        return Err(wrong());
    };
    let secret = secret.try_into().map_err(|_| wrong())?;
    let key = cosigner(name, secret)?;
    if format!("{:08x}", u32::from_be_bytes(key.verifier().id())) != id {
        return Err(Failure::Key(
            "the id in the key file is that of another key".into(),
        ));
    }
    Ok(key)
}

fn cosigner(name: &str, secret: &[u8; 32]) -> Result<SigningKey, Failure> {
    SigningKey::cosigner(name, secret).map_err(|error| Failure::Key(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sponsio_depositary::world::SystemChance;
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn a_key_is_read_as_it_was_made_and_never_made_over_another() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("witness.key");
        let made = make("witness.example/w", &path, &SystemChance).unwrap();
        assert_eq!(load(&path).unwrap().verifier(), made.verifier());
        let rights = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(rights & 0o777, 0o600);
        assert!(make("witness.example/w", &path, &SystemChance).is_err());
        assert_eq!(load(&path).unwrap().verifier(), made.verifier());
    }

    #[test]
    fn other_files_are_no_keys() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("witness.key");
        make("w", &path, &SystemChance).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        let text = text.trim_end();
        assert!(parse(text).is_ok());
        assert!(parse(&text.replacen("+w+", "+v+", 1)).is_err());
        assert!(parse(&text[..text.len() - 4]).is_err());
        assert!(parse("").is_err() && parse("PRIVATE+KEY+w").is_err());
        let of_log = to_base64(&[&[1][..], &[7; 32]].concat());
        assert!(parse(&format!("PRIVATE+KEY+w+00000000+{of_log}")).is_err());
    }
}
