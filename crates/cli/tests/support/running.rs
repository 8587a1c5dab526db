//! The command as a process that serves until it is dropped, and the foreign verifiers.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};

use tempfile::TempDir;

/// Returns the command, without what the environment would tell it.
pub(crate) fn sponsio() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sponsio"));
    command
        .env_remove("SPONSIO_REGISTER")
        .env_remove("SPONSIO_LANG");
    command
}

/// A process that is killed when it is dropped.
pub(crate) struct Running {
    pub(crate) child: Child,
    pub(crate) address: String,
    /// What else it says; a house that nobody listens to any more may end.
    out: BufReader<ChildStdout>,
}

impl Running {
    /// Starts a house and waits until it says where it listens.
    pub(crate) fn start(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().expect("it starts");
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().expect("piped"));
        out.read_line(&mut line).expect("a line");
        let address = line.strip_prefix("listening on ").expect("an address");
        Self {
            child,
            address: format!("http://{}", address.trim_end()),
            out,
        }
    }

    /// Waits for the next line that it says.
    pub(crate) fn said(&mut self) -> String {
        let mut line = String::new();
        self.out.read_line(&mut line).expect("a line");
        line.trim_end().to_owned()
    }

    /// Posts a body and returns the status and the body of the answer.
    pub(crate) fn post(&self, path: &str, body: &[u8]) -> (u16, String) {
        let host = self.address.strip_prefix("http://").expect("an address");
        let mut stream = TcpStream::connect(host).expect("somebody listens");
        let length = body.len();
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).expect("sent");
        stream.write_all(body).expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
        let status = head.split(' ').nth(1).expect("a status");
        (status.parse().expect("a number"), body.to_owned())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Returns the answer to a request, with plain spaces; it must be a good one.
pub(crate) fn get(house: &Running, path: &str) -> String {
    let host = house.address.strip_prefix("http://").expect("an address");
    let mut stream = TcpStream::connect(host).expect("somebody listens");
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    let plain = answer.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(plain.starts_with("HTTP/1.1 200 "), "{path}: {plain}");
    plain
}

/// Serves the log of a register.
pub(crate) fn serve(folder: &Path) -> Running {
    Running::start(sponsio().args(["log", "serve", "--register"]).arg(folder))
}

/// The programs under `tests/verifiers`, which share no line with this project's crates.
pub(crate) struct Foreign {
    _folder: TempDir,
    programs: Vec<(&'static str, PathBuf)>,
}

impl Foreign {
    /// Finds Python and builds the verifier in Go; what is not there is named and left out.
    #[expect(clippy::print_stderr, reason = "what is left out is said")]
    pub(crate) fn find() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let verifiers = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/verifiers");
        let mut programs = Vec::new();
        let python = verifiers.join("python/verify.py");
        if Command::new("python3").arg("--version").output().is_ok() {
            programs.push(("python", python));
        } else {
            eprintln!("left out: the verifier in Python; python3 is not installed");
        }
        let packages = std::env::var_os("SPONSIO_GOPATH").unwrap_or("/usr/share/gocode".into());
        let go = folder.path().join("verify");
        if Path::new(&packages).join("src/golang.org/x/mod").is_dir() {
            let built = Command::new("go")
                .args(["build", "-o"])
                .arg(&go)
                .arg(".")
                .current_dir(verifiers.join("go"))
                .env("GO111MODULE", "off")
                .env("GOPATH", packages)
                .output();
            let built = built.expect("go runs");
            assert!(built.status.success(), "{}", text(&built.stderr));
            programs.push(("go", go));
        } else {
            eprintln!(
                "left out: the verifier in Go; golang-go and golang-golang-x-mod-dev are not installed"
            );
        }
        Self {
            _folder: folder,
            programs,
        }
    }

    /// Asserts that each of them says so: the exit code, and a part of the line.
    pub(crate) fn say(&self, words: &[&Path], code: i32, part: &str) {
        for (name, program) in &self.programs {
            let said = Command::new(program)
                .args(words)
                .env("PYTHONDONTWRITEBYTECODE", "1")
                .output()
                .expect("it runs");
            let line = text(&said.stdout);
            assert_eq!(said.status.code(), Some(code), "{name} {words:?}: {line}");
            assert!(line.contains(part), "{name} {words:?}: {line}");
        }
    }
}

/// Returns what a program wrote.
pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Asserts the exit code of a command, and returns what it said on both streams.
pub(crate) fn ended(output: &Output, code: i32) -> String {
    let said = text(&output.stdout) + &text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}");
    said
}

/// Copies a folder with everything in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for item in fs::read_dir(from).expect("a folder") {
        let item = item.expect("an item");
        let target = to.join(item.file_name());
        if item.path().is_dir() {
            copy(&item.path(), &target);
        } else {
            fs::copy(item.path(), target).expect("copied");
        }
    }
}
