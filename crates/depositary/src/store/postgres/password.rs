//! Where a password comes from: the variables and the file that every client of PostgreSQL knows
//! (`PGPASSWORD`, `PGPASSFILE`, `~/.pgpass`). It is never part of an address, a setting or an error.

use std::env;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use tokio_postgres::Config;
use tokio_postgres::config::Host;

/// The port where none is named.
const PORT: u16 = 5432;

/// Returns the password for this server, database and user, if there is one.
pub(super) fn find(config: &Config) -> Option<Vec<u8>> {
    if let Some(password) = env::var_os("PGPASSWORD") {
        return Some(password.into_encoded_bytes());
    }
    let file = match env::var_os("PGPASSFILE") {
        Some(file) => PathBuf::from(file),
        None => PathBuf::from(env::var_os("HOME")?).join(".pgpass"),
    };
    in_file(&file, &fields_of(config))
}

/// What a line of the file is compared with: host, port, database, user.
type Fields = [String; 4];

fn fields_of(config: &Config) -> Fields {
    // As in every client, a socket is called localhost.
    let host = match config.get_hosts().first() {
        Some(Host::Tcp(name)) => name.clone(),
        Some(Host::Unix(_)) | None => "localhost".to_owned(),
    };
    let port = config.get_ports().first().copied().unwrap_or(PORT);
    let user = config.get_user().unwrap_or_default().to_owned();
    let database = config
        .get_dbname()
        .map_or_else(|| user.clone(), str::to_owned);
    [host, port.to_string(), database, user]
}

/// Reads the file, unless others than its owner can.
fn in_file(path: &Path, fields: &Fields) -> Option<Vec<u8>> {
    let mode = fs::metadata(path).ok()?.mode();
    if mode & 0o077 != 0 {
        return None;
    }
    let text = fs::read_to_string(path).ok()?;
    text.lines().find_map(|line| password_of(line, fields))
}

fn password_of(line: &str, fields: &Fields) -> Option<Vec<u8>> {
    if line.starts_with('#') {
        return None;
    }
    let mut rest = line;
    for field in fields {
        let (found, after) = field_of(rest)?;
        if found != "*" && unescaped(found) != *field {
            return None;
        }
        rest = after;
    }
    Some(unescaped(rest).into_bytes())
}

/// Returns what stands before the next colon that is not escaped, and what stands after it.
fn field_of(text: &str) -> Option<(&str, &str)> {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b':' if !escaped => return Some((&text[..at], &text[at + 1..])),
            b'\\' if !escaped => escaped = true,
            _ => escaped = false,
        }
    }
    None
}

fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text.chars();
    while let Some(next) = rest.next() {
        match next {
            '\\' => plain.extend(rest.next()),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    fn fields(address: &str) -> Fields {
        fields_of(&address.parse().expect("an address"))
    }

    #[test]
    fn the_first_line_that_fits_counts() {
        let fields = fields("postgres://office@localhost/register");
        let lines = "# a comment\nelsewhere:*:*:*:no\n*:5433:*:*:no\nlocalhost:*:register:office:hu\\:sh\n*:*:*:*:late\n";
        let found = lines.lines().find_map(|line| password_of(line, &fields));
        assert_eq!(found.as_deref(), Some(b"hu:sh".as_slice()));
        assert_eq!(password_of("localhost:5432:register", &fields), None);
        assert_eq!(password_of("", &fields), None);
    }

    #[test]
    fn a_socket_is_localhost_and_a_database_is_named_like_its_user() {
        let named = fields("postgres://office@%2Frun%2Fpostgresql");
        assert_eq!(named, ["localhost", "5432", "office", "office"]);
        let odd = fields("postgres://a%5Cb@localhost/c%3Ad");
        assert_eq!(password_of("*:*:c\\:d:a\\\\b:x", &odd), Some(b"x".to_vec()));
    }

    #[test]
    fn a_file_that_others_can_read_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pgpass");
        fs::write(&path, "*:*:*:*:hush\n").unwrap();
        let fields = fields("postgres:///register");
        for (mode, found) in [(0o600, Some(b"hush".to_vec())), (0o640, None)] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            assert_eq!(in_file(&path, &fields), found);
        }
        assert_eq!(in_file(&folder.path().join("none"), &fields), None);
    }
}
