//! Bad input: a clear message with its place, the right exit code, and the rest computed.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use support::{Done, Folder, run};

const CHECK: &str = "sponsio register check {} --format csv";

/// Checks that a folder is read with exactly these faults, that it is a defect, and that the other
/// treaties are computed all the same.
fn check(folder: &Folder, faults: &[&str]) {
    let Done { code, out, err } = run(folder.path(), CHECK);
    let found: Vec<&str> = err
        .lines()
        .filter(|line| line.contains(" [") && !line.starts_with(' '))
        .collect();
    assert_eq!(found, faults, "{err}");
    assert_eq!(code, 1);
    assert!(
        out.starts_with("treaty,state,date,announced,verdict\n"),
        "{out}"
    );
    assert!(out.contains("\ngamma,no rule,,,no rule\n"), "{out}");
}

#[test]
fn a_register_without_fault_is_done() {
    let done = run(Folder::small().path(), CHECK);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
}

#[test]
fn a_folder_that_is_not_there() {
    let done = run(&Folder::small().path().join("none"), CHECK);
    assert_eq!(done.code, 4);
    assert!(
        done.err.starts_with("error: there is no folder "),
        "{}",
        done.err
    );
}

#[test]
fn a_file_where_a_folder_is_expected() {
    let folder = Folder::small();
    let file = folder.path().join("acts.csv");
    let done = run(&file, CHECK);
    assert_eq!((done.code, done.out.as_str()), (2, ""));
    let (first, hints) = done.err.split_once('\n').expect("a line and a hint");
    assert_eq!(first, format!("error: {} is not a folder", file.display()));
    assert_eq!(hints.lines().count(), 1, "{hints}");
}

#[test]
fn a_folder_that_holds_no_register_says_how_to_name_one() {
    let folder = Folder::small();
    let done = run(
        &folder.path().join("treaties"),
        "sponsio why alpha --register {}",
    );
    assert_eq!((done.code, done.out.as_str()), (1, ""));
    assert!(done.err.contains(" holds no register: "), "{}", done.err);
    assert!(done.err.contains("--register DIR"), "{}", done.err);
    assert!(done.err.contains("SPONSIO_REGISTER"), "{}", done.err);
    assert_eq!(done.err.lines().count(), 2, "{}", done.err);
}

#[test]
fn a_treaty_that_is_left_out_is_named_once() {
    let folder = Folder::small();
    folder.put(
        "treaties/alpha.clausula",
        b"treaty \"A\"\n  id alpha \xc3(\n",
    );
    folder.add(
        "acts.csv",
        "alhpa,TUR,accession,2004-01-01,,\nalhpa,AUS,accession,2004-01-01,,\n",
    );
    check(
        &folder,
        &[
            "error: treaties/alpha.clausula:2:12: the byte C3 at offset 22 is not UTF-8 [not-utf8]",
            "error: acts.csv:2:1: the file of the treaty “alpha” cannot be used; 5 acts are left out with it [treaty-left-out]",
            "error: acts.csv:10:1: no treaty has the identifier “alhpa”; 2 acts that name it are left out [unknown-treaty]",
        ],
    );
}

#[test]
fn a_missing_table_of_acts() {
    let folder = Folder::small();
    folder.take("acts.csv");
    let done = run(folder.path(), CHECK);
    assert_eq!((done.code, done.out.as_str()), (1, ""));
    assert!(
        done.err.contains("acts.csv: there is no file acts.csv"),
        "{}",
        done.err
    );
}

#[test]
fn a_file_that_a_rule_names_is_missing() {
    let folder = Folder::small();
    folder.add("treaties/beta.clausula", "group G from \"groups/g.csv\"\n");
    let fault = "error: treaties/beta.clausula:7:1: there is no file groups/g.csv [missing-file]";
    check(&folder, &[fault]);
}

#[test]
fn a_path_that_leaves_the_folder() {
    let folder = Folder::small();
    for path in ["../g.csv", "/etc/passwd", "groups/../../g.csv"] {
        folder.put(
            "treaties/delta.clausula",
            format!("treaty \"D\"\n  id delta\n\ngroup G from \"{path}\"\n"),
        );
        let fault = format!(
            "error: treaties/delta.clausula:4:1: the path “{path}” leaves the folder of the \
             register [path-outside]"
        );
        check(&folder, &[&fault]);
    }
}

#[test]
fn a_row_of_another_form() {
    let folder = Folder::small();
    folder.add("acts.csv", "alpha,TUR\n");
    check(
        &folder,
        &["error: acts.csv:10:1: the row “alpha,TUR” has 2 fields, the header has 6 [field-count]"],
    );
}

#[test]
fn an_unknown_code_with_the_one_that_is_meant() {
    let folder = Folder::small();
    folder.add(
        "acts.csv",
        "alpha,TRU,accession,2004-01-01,,\nalhpa,TUR,accession,2004-01-01,,\n",
    );
    check(
        &folder,
        &[
            "error: acts.csv:10:7: no participant has the code “TRU” [unknown-participant]",
            "error: acts.csv:11:1: no treaty has the identifier “alhpa” [unknown-treaty]",
        ],
    );
    let hints = run(folder.path(), CHECK).err;
    assert!(hints.contains("  did you mean TUR?"), "{hints}");
    assert!(hints.contains("  did you mean alpha?"), "{hints}");
}

#[test]
fn a_rule_that_names_an_unknown_code() {
    let folder = Folder::small();
    folder.put(
        "treaties/delta.clausula",
        "treaty \"D\"\n  id delta\n\ngroup TRU = {AUS, # not {TRU}\n    NZL, TRU}\n\
         in force on the day all of TRU and at least 1 states of {QQQ, X-EU, QQQ}\n",
    );
    check(
        &folder,
        &[
            "error: treaties/delta.clausula:5:10: no participant has the code “TRU” [unknown-participant]",
            "error: treaties/delta.clausula:6:58: no participant has the code “QQQ” [unknown-participant]",
        ],
    );
    let Done { out, err, .. } = run(folder.path(), CHECK);
    assert!(out.contains("\ndelta,no rule,,,no rule\n"), "{out}");
    assert!(err.contains("  did you mean TUR?"), "{err}");
}

#[test]
fn an_unknown_column_with_the_one_that_is_meant() {
    let folder = Folder::small();
    folder.put(
        "participants.csv",
        "code,name,kind,efect\nTUR,T,state,\nAUS,A,state,\nNZL,N,state,\n",
    );
    check(
        &folder,
        &["error: participants.csv:1:16: the column “efect” is not known [unknown-column]"],
    );
}

#[test]
fn a_day_that_does_not_exist() {
    let folder = Folder::small();
    folder.add(
        "acts.csv",
        "alpha,X-EU,accession,2004-02-31,,\nalpha,X-EU,accession,1.2.2004,,\n",
    );
    check(
        &folder,
        &[
            "error: acts.csv:10:22: “2004-02-31” is not a date: there is no such day [date]",
            "error: acts.csv:11:22: “1.2.2004” is not a date [date]",
        ],
    );
}

#[test]
fn a_row_that_stands_twice() {
    let folder = Folder::small();
    folder.add("acts.csv", "gamma,TUR,acceptance,2003-01-01,test,\n");
    let fault = "error: acts.csv:10:1: “gamma,TUR,acceptance,2003-01-01” stands twice, first on line 9 [twice]";
    check(&folder, &[fault]);
}

#[test]
fn treaties_that_wait_for_each_other() {
    let folder = Folder::small();
    folder.put(
        "treaties/delta.clausula",
        "treaty \"D\"\n  id delta\n\nin force on the day treaty epsilon in force\neach later joiner on its deposit\n",
    );
    folder.put(
        "treaties/epsilon.clausula",
        "treaty \"E\"\n  id epsilon\n\nin force on the day treaty delta in force\neach later joiner on its deposit\n",
    );
    let Done { code, out, err } = run(folder.path(), "sponsio register check {}");
    assert_eq!(code, 1);
    assert!(
        out.contains("Treaties that wait for each other\n  delta, epsilon\n"),
        "{out}"
    );
    assert!(
        err.contains("error: treaties/delta.clausula:4:1: E05: "),
        "{err}"
    );
    assert!(
        err.contains("error: treaties/epsilon.clausula:4:1: E05: "),
        "{err}"
    );
}

#[test]
fn a_clause_that_does_not_parse() {
    let folder = Folder::small();
    folder.add(
        "treaties/beta.clausula",
        "withdrawal 12 mnths after receipt of notice\n",
    );
    let Done { code, err, .. } = run(folder.path(), CHECK);
    assert_eq!(code, 1);
    assert!(
        err.contains("error: treaties/beta.clausula:7:15: syntax: "),
        "{err}"
    );
    assert!(err.contains("[clause]"), "{err}");
}

#[test]
fn an_identifier_that_is_not_the_name_of_the_file() {
    let folder = Folder::small();
    folder.put("treaties/delta.clausula", "treaty \"D\"\n  id dleta\n");
    let fault = "error: treaties/delta.clausula:2:6: the identifier “dleta” is not the name of the file, delta [treaty-name]";
    check(&folder, &[fault]);
}

#[test]
fn a_line_of_ten_megabytes() {
    let folder = Folder::small();
    folder.add(
        "acts.csv",
        format!("alpha,TUR,{}\n", "x".repeat(10_000_000)),
    );
    let Done { code, out, err } = run(folder.path(), CHECK);
    assert_eq!(code, 1);
    assert!(
        err.contains("error: acts.csv:10:1: the line that begins “alpha,TUR,xxx"),
        "{err}"
    );
    assert!(
        err.contains("has more than 1048576 bytes [line-too-long]"),
        "{err}"
    );
    assert!(err.len() < 1_000, "the line is not repeated");
    assert!(
        out.contains("\nalpha,in force,2001-03-12,2001-03-13,difference\n"),
        "{out}"
    );
}

#[test]
fn a_clause_that_is_nested_too_deeply() {
    let folder = Folder::small();
    let (open, close) = ("(".repeat(100_000), ")".repeat(100_000));
    folder.put(
        "treaties/delta.clausula",
        format!(
            "treaty \"D\"\n  id delta\n\nin force on the day {open}at least 1 instruments{close}\n"
        ),
    );
    let Done { code, err, .. } = run(folder.path(), CHECK);
    assert_eq!(code, 1);
    assert!(err.contains("error: treaties/delta.clausula:4:"), "{err}");
    assert!(err.contains("[clause]"), "{err}");
}

#[test]
fn bytes_that_are_not_utf8() {
    let folder = Folder::small();
    folder.add("acts.csv", b"gamma,AUS,accession,2004-01-01,,\xff\xfe\n");
    folder.put("treaties/delta.clausula", b"treaty \"D\"\n  id \xc3(\n");
    check(
        &folder,
        &[
            "error: treaties/delta.clausula:2:6: the byte C3 at offset 16 is not UTF-8 [not-utf8]",
            "error: acts.csv:10:33: the byte FF at offset 392 is not UTF-8 [not-utf8]",
        ],
    );
}

#[test]
fn a_hundred_thousand_acts_with_one_wrong() {
    let folder = Folder::small();
    let row = |row: u32| {
        let (year, day) = (row % 100, if row == 77_777 { 31 } else { row % 28 + 1 });
        format!("gamma,AUS,application,19{year:02}-02-{day:02},row {row},\n")
    };
    let rows: String = (0..100_000).map(row).collect();
    folder.add("acts.csv", rows);
    check(
        &folder,
        &["error: acts.csv:77787:23: “1977-02-31” is not a date: there is no such day [date]"],
    );
}

#[test]
fn many_faults_are_counted() {
    let folder = Folder::small();
    folder.add(
        "acts.csv",
        "alpha,TRU,accession,2004-01-01,,\n".repeat(1_000),
    );
    let Done { code, err, .. } = run(folder.path(), CHECK);
    assert_eq!(code, 1);
    assert_eq!(err.matches("[unknown-participant]").count(), 200);
    assert!(err.contains("\nand 800 more\n"), "{err}");
}

#[test]
fn a_correction_that_corrects_nothing() {
    let folder = Folder::small();
    folder.put(
        "acts.csv",
        "id,treaty,participant,act,date,effect,of\n\
         a1,gamma,TUR,acceptance,2003-01-01,,\n\
         ,gamma,AUS,correction,2003-01-02,,a1\n\
         ,gamma,TUR,correction,2003-01-02,,\n\
         a1,gamma,NZL,acceptance,2003-01-01,,\n\
         ,gamma,AUS,continuation,2003-01-02,,TRU\n",
    );
    check(
        &folder,
        &[
            "error: acts.csv:4:35: the act does not say what it corrects or continues [missing-of]",
            "error: acts.csv:5:1: “gamma,NZL,acceptance,2003-01-01” stands twice, first on line 2 [twice]",
            "error: acts.csv:3:35: no act of this treaty and participant has the id “a1” [unknown-act]",
            "error: acts.csv:6:37: no participant has the code “TRU” [unknown-participant]",
        ],
    );
}

#[test]
fn groups_and_weights_are_checked() {
    let folder = Folder::small();
    folder.put(
        "treaties/delta.clausula",
        "treaty \"D\"\n  id delta\n\ngroup G from \"groups/g.csv\"\nweights W from \"weights/w.csv\"\n\
         in force on the day all of G and together at least 50 % of W\n\
         each later joiner on its deposit\n",
    );
    folder.put(
        "groups/g.csv",
        "participant,from,until\nTUR,,2001-01-01\nTUR,2000-01-01,\nAUS,2002-01-01,2001-01-01\n",
    );
    folder.put(
        "weights/w.csv",
        "participant,weight\nTUR,1e3\nAUS,5\nAUS,6\n",
    );
    check(
        &folder,
        &[
            "error: groups/g.csv:3:1: the time of “TUR” overlaps with its time on line 2 [twice]",
            "error: groups/g.csv:4:16: the time ends on “2001-01-01”, before it begins [until-before-from]",
            "error: weights/w.csv:2:5: “1e3” is not a number [number]",
            "error: weights/w.csv:4:1: “AUS” stands twice, first on line 3 [twice]",
        ],
    );
}
