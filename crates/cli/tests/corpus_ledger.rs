//! The register of real treaties becomes a ledger: every act of it is counted, the log and a bundle of
//! a protocol with its parent are verified by three programs, and a byte that is changed is noticed by
//! whoever reads it.

extern crate alloc;

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use alloc::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use support::corpus;
use support::running::{Foreign, copy, ended, sponsio, text};

/// What the corpus holds, by the kind of act that records it; issue 2 counts the acts.
const HELD: [(&str, u64); 4] = [
    ("participant", 232),
    ("published", 26_032),
    ("table", 1),
    ("treaty", 300),
];

/// A protocol, and the convention whose parties alone it can bind.
const CHILD: &str = "4-5";
const PARENT: &str = "4-4";

/// A folder in which the corpus is kept as a ledger.
struct Kept {
    folder: tempfile::TempDir,
    foreign: Foreign,
}

impl Kept {
    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs a command whose words are names in this folder where they begin with `@`.
    fn run(&self, words: &str, code: i32) -> Value {
        let mut command = sponsio();
        for word in words.split(' ') {
            match word.strip_prefix('@') {
                Some(name) => command.arg(self.at(name)),
                None => command.arg(word),
            };
        }
        let output = command.output().expect("it runs");
        ended(&output, code);
        serde_json::from_slice(&output.stdout).unwrap_or(Value::Null)
    }

    /// Has the foreign verifiers judge files of this folder.
    fn foreign(&self, what: &str, name: &str, code: i32, part: &str) {
        let (policy, file) = (self.at("kept/policy"), self.at(name));
        let words = [Path::new(what), &policy, &file];
        self.foreign.say(&words, code, part);
    }
}

#[test]
#[expect(
    clippy::print_stderr,
    reason = "figures, and what is left out, are said"
)]
fn the_corpus_is_recorded_counted_and_verified_by_three_programs() {
    let Some(corpus) = corpus() else {
        eprintln!("left out: there is no ../shared/corpus beside the project");
        return;
    };
    let kept = Kept {
        folder: tempfile::tempdir().expect("a folder"),
        foreign: Foreign::find(),
    };
    kept.run(
        "init @kept --origin corpus.example --title Corpus --no-passphrase",
        0,
    );
    let import = format!("import {} --register @kept --json", corpus.display());
    let imported = kept.run(&import, 0);
    let brought: u64 = HELD.iter().map(|(_, count)| count).sum();
    assert_eq!(imported["recorded"], brought, "{imported}");
    let size = imported["size"].as_u64().expect("a size");
    let again = kept.run(&import, 0);
    assert_eq!([&again["recorded"], &again["repeated"]], [0, brought]);
    assert_eq!(again["size"], size, "repeated without harm");

    let entries = kept.run("log show --json --register @kept", 0);
    let entries = entries["entries"].as_array().expect("entries").clone();
    let (mut kinds, mut streams) = (BTreeMap::new(), BTreeMap::new());
    for entry in &entries {
        let name = |place: &str| {
            let found = entry.pointer(place).and_then(Value::as_str);
            found.expect("a text").to_owned()
        };
        *kinds.entry(name("/entry/act/kind")).or_insert(0_u64) += 1;
        *streams.entry(name("/entry/stream/name")).or_insert(0_u64) += 1;
    }
    let heads = kinds.remove("heads").expect("heads are named");
    // One after every 1,000 entries, and one when the import ends.
    assert_eq!(heads, (1 + brought) / 1_000 + 1);
    assert_eq!(kinds.remove("opening"), Some(1));
    let held = HELD.map(|(kind, count)| (kind.to_owned(), count));
    assert_eq!(kinds, BTreeMap::from(held));
    assert_eq!(size, 1 + brought + heads);
    assert_eq!(entries.len() as u64, size);

    kept.run("log export @copy --register @kept", 0);
    let verified = kept.run(
        "log verify @copy --policy @kept/policy --documents --json",
        0,
    );
    assert_eq!(verified["verdict"], "verified");
    assert_eq!(verified["entries"], size);
    assert!(verified["register"].is_string(), "{verified}");
    // The law says the same of the ledger as of the tables that it was made from.
    let checked = |place: &Path| {
        let mut check = sponsio();
        let check = check.args(["register", "check"]).arg(place);
        let output = check.args(["--format", "csv"]).output().expect("it runs");
        text(&output.stdout)
    };
    let rows = checked(&corpus);
    assert_eq!(rows.lines().count(), 301);
    assert!(rows == checked(&kept.at("kept")), "the answers differ");
    kept.foreign("log", "copy", 0, "OK");

    let words = format!("bundle make --treaty {CHILD} -o @child.sponsio --register @kept");
    kept.run(&words, 0);
    let proved = kept.run(
        "bundle verify @child.sponsio --policy @kept/policy --json",
        0,
    );
    let needed = [CHILD, PARENT].map(|treaty| streams[&format!("instrument/{treaty}")]);
    let [participants, tables] = ["participants", "tables"].map(|name| streams[name]);
    // The opening, and the entry that names the heads.
    let least = 2 + participants + tables + needed.iter().sum::<u64>();
    assert_eq!(proved["proved"]["entries"], least, "{proved}");
    kept.foreign("bundle", "child.sponsio", 0, "OK");
    eprintln!(
        "figure: {size} entries: {brought} from the corpus, 1 opening, {heads} heads; the bundle of \
         {CHILD} with {PARENT} has {least}"
    );
    changed_bytes_are_noticed(&kept);
}

/// A byte in the middle of a file of each kind is changed and changed back.
fn changed_bytes_are_noticed(kept: &Kept) {
    let changed = |name: &str, check: &dyn Fn()| {
        let path = kept.at(name);
        let good = fs::read(&path).expect(name);
        let mut bad = good.clone();
        bad[good.len() / 2] ^= 1;
        fs::write(&path, bad).expect("written");
        check();
        fs::write(&path, good).expect("written");
    };
    let above = newest(&kept.at("copy"), "tile/1/000.p");
    for name in ["checkpoint", "tile/0/050", &above, "tile/entries/070"] {
        changed(&format!("copy/{name}"), &|| {
            kept.run("log verify @copy --policy @kept/policy", 3);
            // The corpus of `tests/verifiers` has every kind of change; here only those that end soon.
            if name.ends_with("checkpoint") || name.starts_with("tile/entries") {
                kept.foreign("log", "copy", 1, "FAIL");
            }
        });
    }
    changed("child.sponsio", &|| {
        kept.run("bundle verify @child.sponsio --policy @kept/policy", 3);
        kept.foreign("bundle", "child.sponsio", 1, "FAIL");
    });
    changed_entries_of_the_database_are_noticed(kept);
}

/// Returns the widest of the partial tiles in a folder.
fn newest(log: &Path, folder: &str) -> String {
    let widths = fs::read_dir(log.join(folder)).expect("partial tiles");
    let widths = widths.map(|item| item.expect("an item").file_name());
    let widest = widths.filter_map(|name| name.to_str()?.parse::<u64>().ok());
    format!("{folder}/{}", widest.max().expect("a tile"))
}

/// A letter within an act is changed in the database, where its pages lie.
fn changed_entries_of_the_database_are_noticed(kept: &Kept) {
    copy(&kept.at("kept"), &kept.at("damaged"));
    let path = kept.at("damaged/register.sqlite");
    let mut bytes = fs::read(&path).expect("a database");
    let words = b"un-depositary-table";
    let places = bytes.windows(words.len()).enumerate();
    let places = places.filter(|(_, found)| found == words).map(|(at, _)| at);
    let places: Vec<usize> = places.collect();
    let at = places[places.len() / 2];
    bytes[at] ^= 1;
    fs::write(&path, bytes).expect("written");
    let mut status: Command = sponsio();
    status.args(["status", CHILD, "--register"]);
    let said = status.arg(kept.at("damaged")).output().expect("it runs");
    assert!(
        !said.status.success(),
        "a changed entry is read as if it were none"
    );
}
