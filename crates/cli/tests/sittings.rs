//! Meetings and what is done at them, by the command line: who sat there, points understood differently,
//! understandings, and the agenda.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use std::fs;
use std::path::Path;

use support::sitting::{at, done, refused};
use support::talks::{DAY, marked, practice, shown};
use tempfile::TempDir;

fn bytes_below(folder: &Path) -> Vec<u8> {
    let all = fs::read_dir(folder).expect("a folder").map(|one| {
        let path = one.expect("an entry of the folder").path();
        if path.is_dir() {
            bytes_below(&path)
        } else {
            fs::read(path).expect("a file")
        }
    });
    all.flatten().collect()
}

/// The log shows offices and capacities; the names are in the drawer.
fn names_are_for_those_who_sat_there(folder: &TempDir) {
    let list = "meeting list talks";
    let public = at(folder, DAY, list).out;
    assert!(
        public.contains("BEL: envoy, holder of full powers"),
        "{public}"
    );
    let log = bytes_below(&folder.path().join("p/log"));
    let entries = String::from_utf8_lossy(&log);
    assert!(entries.contains("meeting-attended"), "the log is published");
    for name in ["Orel", "Benno"] {
        assert!(!public.contains(name), "{public}");
        for reader in ["--presidency", "--as BEL"] {
            let inside = at(folder, DAY, &format!("{list} {reader}")).out;
            assert!(inside.contains(name), "{inside}");
        }
        assert!(!entries.contains(name), "{name} stands in the log");
    }
}

#[test]
fn meetings_clarifications_understandings_and_the_agenda() {
    let folder = practice();
    done(
        &folder,
        DAY,
        "meeting open talks plenary-1 --place Port-Ansel --date 2027-01-12",
    );
    let attend = "meeting attend talks plenary-1 --as";
    refused(
        &folder,
        DAY,
        &format!("{attend} BEL --name Benno --capacity full-powers"),
        "7(1)(a)",
    );
    done(
        &folder,
        DAY,
        &format!("{attend} ARD --name Orel --capacity foreign-minister"),
    );
    let powers = "--capacity full-powers --full-powers {}/report.txt";
    done(
        &folder,
        DAY,
        &format!("{attend} BEL --name Benno --office envoy {powers}"),
    );
    names_are_for_those_who_sat_there(&folder);
    let point = marked(
        &folder,
        DAY,
        "clarification raise talks --as ARD --point plan --understood study",
    );
    let on = |verb: &str, rest: &str| format!("clarification {verb} talks {point} {rest}");
    done(&folder, DAY, &on("share", "--as BEL --understood approved"));
    done(&folder, DAY, &on("answer", "--as BEL --answer approved"));
    let reading = "--meeting plenary-1 --reading approved";
    refused(&folder, DAY, &on("close", reading), "31(3)(a)");
    done(&folder, DAY, &on("agree", &format!("--as ARD {reading}")));
    done(&folder, DAY, &on("agree", &format!("--as BEL {reading}")));
    done(&folder, DAY, &on("close", reading));
    let reached = marked(
        &folder,
        DAY,
        "understanding record talks --words mutual --among ARD --among BEL --meeting plenary-1",
    );
    let affirm = format!("understanding affirm talks {reached} --as");
    done(&folder, DAY, &format!("{affirm} ARD"));
    for item in ["security", "waters", "trade"] {
        done(
            &folder,
            DAY,
            &format!("agenda add talks {item} --title {item}"),
        );
    }
    // An act that was recorded under a mark is not recorded twice.
    let marked = format!(
        "agenda add talks wrecks --title wrecks --id {}",
        "0a".repeat(16)
    );
    let answer = done(&folder, DAY, &marked);
    assert_eq!(answer["id"], "0a".repeat(16).as_str());
    let later = "2027-01-12T09:30:00Z";
    refused(&folder, later, &marked, "is taken by entry");
    let take = |item: &str, minutes: u32| {
        format!("agenda take-up talks {item} --meeting plenary-1 --minutes {minutes}")
    };
    done(&folder, "2027-01-13T09:00:00Z", &take("security", 90));
    done(&folder, "2027-01-14T09:00:00Z", &take("waters", 30));
    done(
        &folder,
        "2027-01-20T09:00:00Z",
        "agenda conclude talks waters --reason settled",
    );
    done(
        &folder,
        "2027-01-20T09:00:00Z",
        "meeting close talks plenary-1 --minutes {}/report.txt",
    );
    refused(
        &folder,
        "2027-01-20T10:00:00Z",
        &take("security", 1),
        "closed",
    );
    let later = "2027-01-24T09:00:00Z";
    for lang in ["en", "tr"] {
        let shows =
            |words: &str| shown(&at(&folder, later, &format!("{words} talks --lang {lang}")));
        let all = [
            "meeting list",
            "clarification list",
            "understanding list",
            "agenda list",
        ];
        insta::assert_snapshot!(format!("sittings_{lang}"), all.map(shows).join("\n"));
    }
    let agenda = done(&folder, later, "agenda list talks");
    assert_eq!(agenda["items"][0]["share_in_thousandths"], 750);
    assert_eq!(agenda["items"][2]["days"], 12);
    let points = done(&folder, later, "clarification list talks");
    assert_eq!(
        points["clarifications"][0]["counts_as"],
        "agreed-interpretation"
    );
}
