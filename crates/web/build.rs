//! Fetches what the pages need from others, checks it byte for byte, and makes the files that the
//! program embeds. The running program needs neither Node nor a network.
//!
//! The packages are locked in `package-lock.json` and fetched by `npm ci` into the build folder, never
//! into the sources; each file that is taken is locked a second time in `assets.sha256`.

use core::fmt::Write as _;
use std::env;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest as _, Sha256};

const BASE_CSS: &str = "@digdir/designsystemet-css/dist/src/index.css";
const THEME_CSS: &str = "@digdir/designsystemet-css/dist/theme/designsystemet.css";
const DESIGN_LICENCE: &str = "@digdir/designsystemet-css/LICENSE";
const HTMX: &str = "htmx.org/dist/htmx.min.js";
const HTMX_SSE: &str = "htmx.org/dist/ext/hx-sse.min.js";
const HTMX_LICENCE: &str = "htmx.org/LICENSE";

const WATCHED: [&str; 5] = [
    "package.json",
    "package-lock.json",
    ".npmrc",
    "assets.sha256",
    "static",
];

/// The lines that tell why there are no assets and what to do.
type Trouble = Vec<String>;

fn main() -> ExitCode {
    for watched in WATCHED {
        println!("cargo::rerun-if-changed={watched}");
    }
    println!("cargo::rerun-if-env-changed=SPONSIO_WEB_ASSETS");
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(lines) => {
            for line in lines {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), Trouble> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| said("OUT_DIR is not set"))?);
    let folder = if env::var_os("DOCS_RS").is_some() {
        None
    } else if let Some(given) = env::var_os("SPONSIO_WEB_ASSETS") {
        Some(PathBuf::from(given))
    } else {
        Some(fetched(&out)?)
    };
    let take = |name: &str| match &folder {
        Some(folder) => checked(folder, name),
        None => Ok(Vec::new()),
    };
    let own = fs::read("static/app.css").map_err(|error| at("static/app.css", &error))?;
    let desk = fs::read("static/desk.css").map_err(|error| at("static/desk.css", &error))?;
    let room = fs::read("static/room.css").map_err(|error| at("static/room.css", &error))?;
    let own = [own, desk, room].join(&b'\n');
    let own = with_light_fallback(&String::from_utf8_lossy(&own));
    let style = [take(BASE_CSS)?, take(THEME_CSS)?, own.into_bytes()].join(&b'\n');
    let licences = [
        b"Designsystemet (@digdir/designsystemet-css)\n\n".to_vec(),
        take(DESIGN_LICENCE)?,
        b"\nhtmx (htmx.org)\n\n".to_vec(),
        take(HTMX_LICENCE)?,
    ]
    .concat();
    let icon = fs::read("static/icon.svg").map_err(|error| at("static/icon.svg", &error))?;
    let script = |name: &str| fs::read(name).map_err(|error| at(name, &error));
    let files = [
        ("STYLE", "sponsio", "css", "text/css; charset=utf-8", style),
        (
            "HTMX",
            "htmx",
            "js",
            "text/javascript; charset=utf-8",
            take(HTMX)?,
        ),
        (
            "HTMX_SSE",
            "htmx-sse",
            "js",
            "text/javascript; charset=utf-8",
            take(HTMX_SSE)?,
        ),
        ("ICON", "icon", "svg", "image/svg+xml", icon),
        (
            "ISLAND",
            "island",
            "js",
            "text/javascript; charset=utf-8",
            script("static/island.js")?,
        ),
        (
            "VERIFY",
            "verify",
            "js",
            "text/javascript; charset=utf-8",
            script("static/verify.js")?,
        ),
        (
            "CLAUSE",
            "clause",
            "js",
            "text/javascript; charset=utf-8",
            script("static/clause.js")?,
        ),
        (
            "PASSKEY",
            "passkey",
            "js",
            "text/javascript; charset=utf-8",
            script("static/passkey.js")?,
        ),
        (
            "CHOOSE",
            "choose",
            "js",
            "text/javascript; charset=utf-8",
            script("static/choose.js")?,
        ),
        (
            "VERIFIER",
            "verifier",
            "wasm",
            "application/wasm",
            island(&out, "verifier.wasm"),
        ),
        (
            "WORKBENCH",
            "workbench",
            "wasm",
            "application/wasm",
            island(&out, "workbench.wasm"),
        ),
        (
            "LICENCES",
            "licences",
            "txt",
            "text/plain; charset=utf-8",
            licences,
        ),
    ];
    let mut source = String::new();
    for (constant, stem, ending, media, bytes) in &files {
        let digest = hex(&Sha256::digest(bytes));
        let name = format!("{stem}-{}.{ending}", &digest[..16]);
        let (plain, packed) = (out.join(&name), out.join(format!("{name}.gz")));
        fs::write(&plain, bytes).map_err(|error| at(&name, &error))?;
        let gzip = gzip(bytes).map_err(|error| at(&name, &error))?;
        fs::write(&packed, gzip).map_err(|error| at(&name, &error))?;
        let (media, plain, packed) = (quoted(media), quoted_path(&plain), quoted_path(&packed));
        writeln!(
            source,
            "pub(crate) const {constant}: Asset = Asset {{ path: \"/assets/{name}\", name: {name:?}, \
             media: {media}, etag: \"\\\"{digest}\\\"\", bytes: include_bytes!({plain}), \
             gzip: include_bytes!({packed}) }};"
        )
        .map_err(|error| said(&error.to_string()))?;
    }
    let all: Vec<&str> = files.iter().map(|(constant, ..)| *constant).collect();
    let all = format!(
        "pub(crate) const ALL: [&Asset; {}] = [&{}];\n",
        all.len(),
        all.join(", &")
    );
    fs::write(out.join("assets.rs"), source + &all).map_err(|error| at("assets.rs", &error))
}

/// Returns a module that `scripts/wasm` has built into the target folder; nothing where it has not, and the
/// page says so then.
fn island(out: &Path, name: &str) -> Vec<u8> {
    // <target>/<profile>/build/<package>/out, with <triple> before <profile> where one was named.
    let places = out.ancestors().skip(4).take(2);
    let places = places.map(|target| target.join("islands").join(name));
    let mut found = Vec::new();
    for place in places {
        println!("cargo::rerun-if-changed={}", place.display());
        if found.is_empty() {
            found = fs::read(&place).unwrap_or_default();
        }
    }
    found
}

/// Runs `npm ci` in the build folder, unless the packages of this lock file are there.
fn fetched(out: &Path) -> Result<PathBuf, Trouble> {
    let folder = out.join("npm");
    let stamp = folder.join("stamp");
    let lock = fs::read("package-lock.json").map_err(|error| at("package-lock.json", &error))?;
    let wanted = hex(&Sha256::digest(&lock));
    let modules = folder.join("node_modules");
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(modules);
    }
    fs::create_dir_all(&folder).map_err(|error| at("npm", &error))?;
    for name in ["package.json", "package-lock.json", ".npmrc"] {
        fs::copy(name, folder.join(name)).map_err(|error| at(name, &error))?;
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let arguments = [
        "ci",
        "--ignore-scripts",
        "--omit=dev",
        "--no-audit",
        "--no-fund",
    ];
    let run = Command::new(npm)
        .args(arguments)
        .current_dir(&folder)
        .output();
    let output = match run {
        Ok(output) => output,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let first = "npm was not found. It fetches the 3 packages locked in \
                         crates/web/package-lock.json.";
            return Err([vec![first.to_owned()], ways_out()].concat());
        }
        Err(error) => return Err(at(npm, &error)),
    };
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        let lines: Vec<&str> = told.lines().collect();
        let last = &lines[lines.len().saturating_sub(10)..];
        let mut trouble = said("npm ci failed in crates/web. Its last lines:");
        trouble.extend(last.iter().map(|line| format!("  {line}")));
        trouble.extend(ways_out());
        return Err(trouble);
    }
    fs::write(&stamp, wanted).map_err(|error| at("stamp", &error))?;
    Ok(modules)
}

fn ways_out() -> Trouble {
    vec![
        "Install Node.js 20 or newer with npm, or set SPONSIO_WEB_ASSETS=DIR to a folder made \
         elsewhere"
            .to_owned(),
        "by `scripts/web-assets DIR`. The libraries need neither: try `cargo test -p sponsio-law`."
            .to_owned(),
    ]
}

/// Reads a file whose digest `assets.sha256` states.
fn checked(folder: &Path, name: &str) -> Result<Vec<u8>, Trouble> {
    let stated =
        fs::read_to_string("assets.sha256").map_err(|error| at("assets.sha256", &error))?;
    let expected = stated
        .lines()
        .filter_map(|line| line.split_once("  "))
        .find(|(_, stated)| *stated == name)
        .map(|(digest, _)| digest)
        .ok_or_else(|| said(&format!("{name} has no line in crates/web/assets.sha256")))?;
    let path = folder.join(name);
    let bytes = fs::read(&path).map_err(|error| at(&path.display().to_string(), &error))?;
    let found = hex(&Sha256::digest(&bytes));
    if found == expected {
        return Ok(bytes);
    }
    Err(vec![
        format!(
            "{} is not the file that crates/web/assets.sha256 states.",
            path.display()
        ),
        format!("expected SHA-256 {expected}"),
        format!("received SHA-256 {found}"),
        "Do not change assets.sha256 to silence this; find out where the other file comes from."
            .to_owned(),
    ])
}

/// Adds the light values for browsers that do not know `light-dark()`, read off the one list of colours.
fn with_light_fallback(style: &str) -> String {
    let mut plain = String::new();
    for declaration in style.split(';') {
        let Some((name, value)) = declaration.rsplit_once(": light-dark(") else {
            continue;
        };
        let name = name.rsplit_once("--").map_or(name, |(_, name)| name);
        if let Some((light, _)) = value.split_once(',') {
            plain.extend(["--", name, ":", light, ";"]);
        }
    }
    let guard = "@supports not (color: light-dark(#000, #fff))";
    format!("{style}\n{guard} {{ :root, [data-color-scheme] {{ {plain} }} }}\n")
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in bytes {
        for half in [byte >> 4, byte & 15] {
            text.extend(char::from_digit(u32::from(half), 16));
        }
    }
    text
}

/// Writes text as a literal of Rust.
fn quoted(text: &str) -> String {
    format!("{text:?}")
}

fn quoted_path(path: &Path) -> String {
    quoted(&path.display().to_string())
}

fn said(line: &str) -> Trouble {
    vec![line.to_owned()]
}

fn at(place: &str, error: &io::Error) -> Trouble {
    said(&format!("{place}: {error}"))
}
