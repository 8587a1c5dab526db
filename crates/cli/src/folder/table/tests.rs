use super::*;

const COLUMNS: Columns = Columns {
    names: &["code", "name", "kind"],
    required: 2,
};

/// Reads a table into `line:code/name`, and its faults into `line:column kind words`.
fn check(text: impl AsRef<[u8]>) -> (Vec<String>, Vec<String>) {
    let (mut rows, mut faults) = (Vec::new(), Faults::default());
    read("t.csv", text.as_ref(), COLUMNS, &mut faults, |row, _| {
        rows.push(format!("{}:{}/{}", row.line(), row.word(0), row.text(1)));
    });
    let faults = faults.kept().iter().map(|fault| {
        let Place { line, column, .. } = &fault.place;
        format!("{line}:{column} {} {}", fault.problem.kind(), fault.words)
    });
    (rows, faults.collect())
}

fn rows(text: &str) -> Vec<String> {
    let (rows, faults) = check(text);
    assert_eq!(faults, [""; 0]);
    rows
}

fn faults(text: impl AsRef<[u8]>) -> Vec<String> {
    check(text).1
}

#[test]
fn names_decide_and_order_is_free() {
    assert_eq!(rows("name,code\nTürkiye,TUR\n"), ["2:TUR/Türkiye"]);
    assert_eq!(rows("code,name\r\nA,a\r\n\r\nB,b"), ["2:A/a", "4:B/b"]);
    assert_eq!(rows("code,name\n"), [""; 0]);
}

#[test]
fn quoted_fields_keep_commas_and_line_ends() {
    let text = "code,name\nA,\"one, \"\"two\"\"\nthree\"\n B ,x\n";
    assert_eq!(rows(text), ["2:A/one, \"two\"\nthree", "4:B/x"]);
}

#[test]
fn a_header_is_checked() {
    assert_eq!(
        faults("code,naem\n"),
        ["1:6 unknown-column naem", "1:1 missing-column code,naem"]
    );
    assert_eq!(faults("code,name,code\n"), ["1:11 column-twice code"]);
    assert_eq!(faults(""), ["1:1 missing-column "]);
}

#[test]
fn a_row_has_as_many_fields_as_the_header() {
    let (rows, faults) = check("code,name\nA\nB,b\nC,c,c\n");
    assert_eq!(rows, ["3:B/b"]);
    assert_eq!(faults, ["2:1 field-count A", "4:1 field-count C,c,c"]);
}

#[test]
fn quotation_marks_that_do_not_match_swallow_nothing() {
    let (rows, faults) = check("code,name\nA,\"a\nB,b\nC,c\"c\nD,\"d\"d\nE,e\n");
    assert_eq!(rows, ["3:B/b", "6:E/e"]);
    assert_eq!(
        faults,
        ["2:3 quotation \"a…", "4:4 quotation \"c", "5:6 quotation d",]
    );
}

#[test]
fn bytes_that_are_not_utf8_are_found_where_they_stand() {
    let (rows, faults) = check(b"code,name\nA,\xc3\xbc\xff\nB,b\n");
    assert_eq!(rows, ["3:B/b"]);
    assert_eq!(faults, ["2:4 not-utf8 FF"]);
}

#[test]
fn a_line_that_is_too_long_is_left_out() {
    let long = "x".repeat(10 * LONGEST_LINE);
    let (rows, faults) = check(format!("code,name\nA,{long}\nB,b\n"));
    assert_eq!(rows, ["3:B/b"]);
    assert!(
        faults[0].starts_with("2:1 line-too-long A,xxx"),
        "{faults:?}"
    );
}

#[test]
fn a_field_that_is_too_long_is_left_out() {
    let long = "x".repeat(LONGEST_FIELD + 1);
    let (rows, faults) = check(format!("code,name\nA,{long}\nB,b\n"));
    assert_eq!(rows, ["3:B/b"]);
    assert!(
        faults[0].starts_with("2:3 field-too-long xxx"),
        "{faults:?}"
    );
}

#[test]
fn whatever_the_bytes_nothing_panics() {
    use proptest::prelude::*;
    let pieces = prop_oneof![
        Just(b",".to_vec()),
        Just(b"\"".to_vec()),
        Just(b"\n".to_vec()),
        Just(b"\r".to_vec()),
        Just(b"code,name\n".to_vec()),
        proptest::collection::vec(any::<u8>(), 0..4),
    ];
    let bytes = proptest::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat());
    proptest!(|(bytes in bytes)| {
        check(bytes);
    });
}

#[test]
fn what_is_written_is_read_back() {
    use proptest::prelude::*;
    proptest!(|(names in proptest::collection::vec("[a-c \",\r\n\u{fc}]{0,6}", 0..6))| {
        let mut writer = csv::Writer::from_writer(b"code,name\n".to_vec());
        for name in &names {
            writer.write_record(["A", name]).unwrap();
        }
        let (rows, faults) = check(writer.into_inner().unwrap());
        prop_assert_eq!(faults, [""; 0]);
        let read: Vec<_> = rows.iter().map(|row| row.split_once('/').unwrap().1).collect();
        prop_assert_eq!(read, names);
    });
}
