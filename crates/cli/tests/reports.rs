//! What the commands print about a small register, word for word.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use insta::assert_snapshot;
use support::{Folder, run};

/// Runs a command that succeeds without a message.
fn shown(folder: &Folder, words: &str) -> String {
    let done = run(folder.path(), words);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    done.out
}

#[test]
fn check_as_text() {
    assert_snapshot!(shown(&Folder::small(), "sponsio register check {}"));
}

#[test]
fn a_treaty_whose_date_was_never_announced_says_so() {
    let said = shown(&Folder::small(), "sponsio register check {}");
    let beta = said
        .split("  beta Protocol Beta")
        .nth(1)
        .expect("beta is reported");
    let lines: Vec<&str> = beta.lines().skip(1).take(2).collect();
    assert_eq!(
        lines,
        [
            "    computed 4 March 2002, announced nothing",
            "    in force by its clause; no announced date is recorded"
        ]
    );
    let data = shown(&Folder::small(), "sponsio register check {} --json");
    assert!(data.contains("\"kind\": \"nothing-announced\""), "{data}");
}

#[test]
fn acts_of_the_trigger_day_are_a_warning() {
    let folder = Folder::small();
    folder.add("acts.csv", "alpha,X-EU,accession,2001-02-10,test,\n");
    folder.put(
        "treaties/alpha.clausula",
        "treaty \"Convention Alpha\"\n  id alpha\n  policy organizations counted\n  data as of 2010-12-31\n\n\
         in force on the day at least 2 instruments\neach later joiner on its deposit\n",
    );
    let said = shown(&folder, "sponsio register check {} --json");
    let data: serde_json::Value = serde_json::from_str(&said).expect("it is JSON");
    let warnings = data["warnings"].as_array().expect("a list");
    let together: Vec<_> = warnings.iter().filter(|one| one["code"] == "W11").collect();
    let [one] = together.as_slice() else {
        panic!("one warning: {together:?}");
    };
    assert_eq!(
        (&one["file"], &one["line"]),
        (&"treaties/alpha.clausula".into(), &6.into())
    );
    assert_eq!(
        one["sentence"],
        "2 acts of 2001-02-10 completed the condition together; all are named as the trigger (EIF-8)"
    );
}

#[test]
fn reports_in_turkish() {
    let folder = Folder::small();
    assert_snapshot!(shown(&folder, "sponsio register check {} --lang tr"));
    assert_snapshot!(shown(&folder, "sponsio register effects {} --lang tr"));
    assert_snapshot!(compared("--lang tr"));
}

#[test]
fn rows_do_not_depend_on_the_language() {
    let folder = Folder::small();
    for words in [
        "sponsio register check {} --format csv",
        "sponsio register effects {} --format csv",
    ] {
        let turkish = shown(&folder, &format!("{words} --lang tr"));
        assert_eq!(shown(&folder, words), turkish);
    }
    assert_eq!(compared("--format csv"), compared("--format csv --lang tr"));
}

#[test]
fn faults_in_turkish() {
    let folder = Folder::small();
    folder.add("acts.csv", "alpha,TRU,accession,2004-02-31,,\nalpha,TUR\n");
    folder.add("treaties/beta.clausula", "withdrawal 12 mnths\n");
    let done = run(folder.path(), "sponsio register check {} --lang tr");
    assert_eq!(done.code, 1);
    assert_snapshot!(done.err);
}

#[test]
fn check_as_rows() {
    assert_snapshot!(shown(
        &Folder::small(),
        "sponsio register check {} --format csv"
    ));
}

#[test]
fn check_as_json() {
    assert_snapshot!(shown(&Folder::small(), "sponsio register check {} --json"));
}

#[test]
fn effects_as_text() {
    assert_snapshot!(shown(&Folder::small(), "sponsio register effects {}"));
}

#[test]
fn effects_announced_as_rows() {
    let words = "sponsio register effects {} --view announced --format csv";
    assert_snapshot!(shown(&Folder::small(), words));
}

/// Two registers side by side, the later with one act moved, one added, one clause changed.
fn compared(form: &str) -> String {
    let both = tempfile::tempdir().expect("a temporary folder");
    let (old, new) = (Folder::small(), Folder::small());
    let acts = std::fs::read_to_string(new.path().join("acts.csv")).expect("the file is there");
    let moved = acts.replace(
        "alpha,TUR,ratification,2001-02-10",
        "alpha,TUR,ratification,2002-05-20",
    );
    new.put(
        "acts.csv",
        moved + "gamma,NZL,acceptance,2003-02-01,test,\n",
    );
    let beta = std::fs::read_to_string(new.path().join("treaties/beta.clausula"))
        .expect("the file is there");
    new.put(
        "treaties/beta.clausula",
        beta.replace("Protocol Beta", "Protocol Beta, as amended"),
    );
    new.add("participants.csv", "PNG,Papua New Guinea,state\n");
    let put = |folder: &Folder, name: &str| {
        let (register, _) =
            sponsio::folder::read(folder.path(), &mut sponsio::folder::progress::Silent)
                .expect("a register");
        sponsio::folder::write(&register, &both.path().join(name))
            .expect("the register is written");
    };
    put(&old, "old");
    put(&new, "new");
    let done = run(
        both.path(),
        &format!("sponsio register diff {{}}/old {{}}/new {form}"),
    );
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    done.out
}

#[test]
fn diff_as_text() {
    assert_snapshot!(compared("--format text"));
}

#[test]
fn diff_as_rows() {
    assert_snapshot!(compared("--format csv"));
}

#[test]
fn diff_as_json() {
    assert_snapshot!(compared("--json"));
}

#[test]
fn nothing_changed() {
    let done = run(Folder::small().path(), "sponsio register diff {} {}");
    assert_eq!((done.code, done.out.as_str()), (0, "Nothing changed.\n"));
}

#[test]
fn completions_for_each_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = shown(&Folder::small(), &format!("sponsio completions {shell}"));
        assert!(script.contains("register"), "{shell}");
    }
}

#[test]
fn manual_pages() {
    let folder = Folder::small();
    shown(&folder, "sponsio manpages {}");
    let page = std::fs::read_to_string(folder.path().join("sponsio-register-check.1")).unwrap();
    assert!(
        page.contains("sponsio register check examples/register"),
        "{page}"
    );
    let none = run(&folder.path().join("none"), "sponsio manpages {}");
    assert_eq!(none.code, 4);
}
