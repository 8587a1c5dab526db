//! A server of PostgreSQL for tests: a private cluster in a folder of its own, reached through a
//! socket in that folder and through nothing else. It ends with the process that started it, also
//! when that is killed.

use crate::world::{Chance as _, SystemChance};
use core::time::Duration;
use std::env;
use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

/// The folder with the server's programs, where it is not the one of Debian's package.
pub const PROGRAMS: &str = "SPONSIO_POSTGRES";

/// Where Debian's package puts them, by version.
const DEBIAN: &str = "/usr/lib/postgresql";

/// Whom the server runs as where a test runs as root: it refuses to be root itself.
const SERVER_USERS: [&str; 2] = ["postgres", "nobody"];

/// The name of the one who may do everything in the cluster.
const OWNER: &str = "office";

/// The number in the name of a server's socket, where it listens nowhere else.
const PORT: u16 = 5432;

/// How often it is asked whether the server is there; a tenth of a second passes in between.
const PATIENCE: u32 = 600;

/// Starts the server, waits until nobody holds its input any more, and clears everything away.
const WATCH: &str = r#"
programs=$1 folder=$2
shift 2
"$programs/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c max_connections=200 \
    -c shared_buffers=32MB -c unix_socket_permissions=0777 -c log_min_messages=warning "$@" \
    </dev/null >"$folder/server.log" 2>&1 &
server=$!
cat >/dev/null
kill -INT "$server"
wait "$server"
rm -rf "$folder"
"#;

/// A running server.
#[derive(Debug)]
pub struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    port: u16,
    watch: Child,
}

/// What a server shows of itself on loopback.
struct Encrypted<'a> {
    port: u16,
    chain: &'a str,
    key: &'a str,
}

impl Encrypted<'_> {
    /// Writes the files and returns the settings that name them.
    fn settings(&self, folder: &Path, owner: Option<(u32, u32)>) -> io::Result<Vec<String>> {
        let files = [("server.crt", self.chain), ("server.key", self.key)];
        for (name, text) in files {
            let path = folder.join(name);
            fs::write(&path, text)?;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600))?;
            if let Some((user, group)) = owner {
                chown(&path, Some(user), Some(group))?;
            }
        }
        let [chain, key] = files.map(|(name, _)| folder.join(name).display().to_string());
        Ok(vec![
            "listen_addresses=127.0.0.1".to_owned(),
            format!("port={}", self.port),
            "ssl=on".to_owned(),
            format!("ssl_cert_file={chain}"),
            format!("ssl_key_file={key}"),
        ])
    }
}

impl Cluster {
    /// Makes a cluster with checksums and starts its server. A missing server is an error: a test
    /// that cannot ask it has not passed.
    pub fn start() -> io::Result<Self> {
        Self::start_with(None)
    }

    /// Starts a server that can also be reached on loopback at this port, encrypted with this chain of
    /// certificates and key, both in PEM.
    pub fn start_encrypted(port: u16, chain: &str, key: &str) -> io::Result<Self> {
        Self::start_with(Some(Encrypted { port, chain, key }))
    }

    fn start_with(encrypted: Option<Encrypted<'_>>) -> io::Result<Self> {
        let programs = programs()?;
        let memory = Path::new("/dev/shm");
        let above = if memory.is_dir() {
            memory.to_owned()
        } else {
            env::temp_dir()
        };
        let mut chance = [0; 8];
        SystemChance.fill(&mut chance).map_err(io::Error::other)?;
        let folder = above.join(format!("sponsio-pg-{:016x}", u64::from_le_bytes(chance)));
        fs::create_dir(&folder)?;
        let owner = server_user(&folder)?;
        if let Some((user, group)) = owner {
            chown(&folder, Some(user), Some(group))?;
        }
        let as_owner = |program: &Path| {
            let mut command = Command::new(program);
            command.current_dir("/").stdin(Stdio::null());
            if let Some((user, group)) = owner {
                command.gid(group).uid(user);
            }
            command
        };
        let made = as_owner(&programs.join("initdb"))
            .arg("--pgdata")
            .arg(folder.join("data"))
            .args(["--username", OWNER, "--auth=trust", "--data-checksums"])
            .args(["--encoding=UTF8", "--locale=C", "--no-sync"])
            .output()?;
        if !made.status.success() {
            let why = String::from_utf8_lossy(&made.stderr).into_owned();
            return Err(io::Error::other(format!("initdb: {why}")));
        }
        let settings = match &encrypted {
            None => Vec::new(),
            Some(encrypted) => encrypted.settings(&folder, owner)?,
        };
        let watch = as_owner(Path::new("/bin/sh"))
            .args(["-c", WATCH, "sh"])
            .args([&programs, &folder])
            .args(settings.iter().flat_map(|setting| ["-c", setting]))
            .stdin(Stdio::piped())
            .process_group(0)
            .spawn()?;
        let cluster = Self {
            folder,
            programs,
            port: encrypted.map_or(PORT, |encrypted| encrypted.port),
            watch,
        };
        cluster.wait()?;
        Ok(cluster)
    }

    /// Makes a new database and returns its address.
    pub fn database(&self, name: &str) -> io::Result<String> {
        self.sql("postgres", &format!("CREATE DATABASE {name}"))?;
        Ok(self.address(name))
    }

    /// Removes a database, whoever is still connected to it.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        self.sql("postgres", &format!("DROP DATABASE {name} WITH (FORCE)"))?;
        Ok(())
    }

    /// Returns the address of a database.
    pub fn address(&self, database: &str) -> String {
        let folder = self.folder.display();
        format!("postgres:///{database}?host={folder}&user={OWNER}")
    }

    /// Returns the socket on which the server listens.
    pub fn socket(&self) -> PathBuf {
        self.folder.join(format!(".s.PGSQL.{}", self.port))
    }

    /// Returns a program of the server's package, to be started.
    pub fn program(&self, name: &str) -> Command {
        let mut command = Command::new(self.programs.join(name));
        command.stdin(Stdio::null());
        command
    }

    /// Has a statement done by another program than ours, and returns what it answers.
    pub fn sql(&self, database: &str, sql: &str) -> io::Result<String> {
        let answer = self
            .program("psql")
            .args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align"])
            .args(["--set=ON_ERROR_STOP=1", "--username", OWNER, "--host"])
            .arg(&self.folder)
            .args(["--port", &self.port.to_string()])
            .args(["--dbname", database, "--command", sql])
            .output()?;
        if answer.status.success() {
            return Ok(String::from_utf8_lossy(&answer.stdout).trim().to_owned());
        }
        let why = String::from_utf8_lossy(&answer.stderr).trim().to_owned();
        Err(io::Error::other(why))
    }

    fn wait(&self) -> io::Result<()> {
        let mut last = Ok(());
        for _ in 0..PATIENCE {
            last = self.sql("postgres", "SELECT 1").map(drop);
            if last.is_ok() {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(100));
        }
        let log = fs::read_to_string(self.folder.join("server.log")).unwrap_or_default();
        last.map_err(|error| io::Error::other(format!("{error}\n{log}")))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.watch.stdin.take());
        // What the watch could not clear away lies in memory, and is named after these tests.
        drop(self.watch.wait());
    }
}

/// Returns the folder with the programs of the newest server.
fn programs() -> io::Result<PathBuf> {
    if let Some(folder) = env::var_os(PROGRAMS) {
        return Ok(folder.into());
    }
    let version = |path: &Path| path.file_name()?.to_str()?.parse::<u32>().ok();
    let newest = fs::read_dir(DEBIAN)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|found| Some((version(&found.path())?, found.path().join("bin"))))
        .filter(|(_, programs)| programs.join("initdb").is_file())
        .max();
    let missing = || {
        io::Error::other(format!(
            "no server of PostgreSQL is here: install Debian's package `postgresql`, or name the \
             folder with `initdb` in {PROGRAMS}"
        ))
    };
    newest.map(|(_, programs)| programs).ok_or_else(missing)
}

/// Returns user and group for the server, where the test itself is root.
fn server_user(folder: &Path) -> io::Result<Option<(u32, u32)>> {
    if fs::metadata(folder)?.uid() != 0 {
        return Ok(None);
    }
    let accounts = fs::read_to_string("/etc/passwd")?;
    let account = |name: &&str| {
        let line = accounts
            .lines()
            .find(|line| line.starts_with(&format!("{name}:")))?;
        let fields: Vec<_> = line.split(':').collect();
        Some((fields.get(2)?.parse().ok()?, fields.get(3)?.parse().ok()?))
    };
    let found = SERVER_USERS.iter().find_map(account);
    let nobody = || io::Error::other("the server refuses to be root, and there is nobody else");
    found.map(Some).ok_or_else(nobody)
}
