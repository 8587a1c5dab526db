//! The invented negotiation of `examples/negotiation` by the command line, in each language: four delegations, a bracket
//! that is resolved, a proposal that is not pursued, an adopted text whose final clauses compute. What people see at the
//! main steps is in the snapshots.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use std::fs;
use std::path::Path;

use support::{Done, run_words};
use tempfile::TempDir;

/// A negotiation in one language of the interface, in which the proposals are worded too.
struct Negotiation {
    folder: TempDir,
    language: &'static str,
    marks: Vec<String>,
    seen: String,
}

impl Negotiation {
    /// Convenes the conference of four delegations with the draft, and opens the first round.
    fn open(language: &'static str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/negotiation");
        for source in [examples.clone(), examples.join("proposals")] {
            for file in fs::read_dir(source).expect("a folder") {
                let file = file.expect("a file").path();
                if file.is_file() {
                    let name = file.file_name().expect("a name");
                    fs::copy(&file, folder.path().join(name)).expect("copied");
                }
            }
        }
        let mut own = Self {
            folder,
            language,
            marks: Vec::new(),
            seen: String::new(),
        };
        own.done("init {}/p --origin a.example --title T --exercise --now 2027-01-11T08:00:00Z");
        for code in ["ADM", "BYL", "GLD", "KSR"] {
            own.at(
                "2027-01-11T08:00:00Z",
                &format!("participant add {code} {code}"),
            );
        }
        own.at(
            "2027-01-11T09:00:00Z",
            "conference open port-ansel --title Port_Ansel --treaty narrow-sea --language en --language tr --adoption consensus",
        );
        for code in ["ADM", "BYL", "GLD", "KSR"] {
            let seat = format!("conference seat port-ansel {code} --tables --votes");
            own.at("2027-01-11T09:05:00Z", &seat);
        }
        own.at(
            "2027-01-11T09:10:00Z",
            "conference revise port-ansel --text {}/narrow-sea.en.treaty --text {}/narrow-sea.tr.treaty",
        );
        let open = "round open port-ansel I --closes 2027-01-22T17:00:00Z";
        own.at("2027-01-11T09:15:00Z", open);
        own
    }

    /// Runs a command; `_` stands for a space within a word, `@` for the language of the proposals.
    fn run(&self, words: &str) -> Done {
        let line = format!("sponsio {words} --lang {}", self.language).replace('@', self.language);
        let words: Vec<String> = line.split(' ').map(|word| word.replace('_', " ")).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        run_words(self.folder.path(), &words)
    }

    #[track_caller]
    fn done(&mut self, words: &str) -> String {
        let done = self.run(words);
        assert_eq!(done.code, 0, "{words}: {}{}", done.out, done.err);
        let said = done.out + &done.err;
        let is_mark = |word: &&str| word.len() == 32 && word.bytes().all(|b| b.is_ascii_hexdigit());
        let mut found = said
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(is_mark);
        if let Some(mark) = found.next() {
            self.marks.push(mark.to_owned());
        }
        said
    }

    /// Does something at an instant, and returns the mark of the act.
    #[track_caller]
    fn at(&mut self, now: &str, words: &str) -> String {
        self.done(&format!("{words} --register {{}}/p --now {now}"));
        self.marks.last().cloned().unwrap_or_default()
    }

    /// Keeps what is seen at a step.
    fn see(&mut self, what: &str, words: &str) {
        let done = self.run(words);
        let folder = self.folder.path().display().to_string();
        let said = without_short_marks(&(done.out + &done.err).replace(&folder, "…"));
        let step = format!("== {what} ({})\n{said}\n", done.code);
        self.seen.push_str(&step);
    }

    fn reading(&self, code: &str, round: &str) -> String {
        format!(
            "round text port-ansel {round} --language {} --as {code} --only-open --register {{}}/p \
             --now 2027-01-30T09:00:00Z",
            self.language
        )
    }

    /// What was seen, with marks numbered in the order in which they are met and digests left out.
    fn transcript(&self) -> String {
        let mut said = self.seen.clone();
        let mut number = 0;
        for mark in &self.marks {
            if said.contains(mark.as_str()) {
                number += 1;
                said = said.replace(mark.as_str(), &format!("<act {number}>"));
            }
        }
        said
    }
}

/// Acts that a derivation cites by sixteen digits of their digest: they differ from run to run.
fn without_short_marks(said: &str) -> String {
    let is_mark = |word: &str| word.len() == 16 && word.bytes().all(|b| b.is_ascii_hexdigit());
    let lines = said.lines().map(|line| match line.rsplit_once(' ') {
        Some((before, word)) if is_mark(word) => format!("{before} <act>\n"),
        _ => format!("{line}\n"),
    });
    lines.collect()
}

/// The first round: two readings of one provision, a word between two, and a new paragraph that two oppose.
fn first_round(own: &mut Negotiation) -> [String; 4] {
    let replace = "--language @ --replace 4nsq31={}/";
    let of = |code: &str, more: &str| {
        format!("propose port-ansel I --as {code} {replace}{code}.@.txt{more}")
    };
    let adm = own.at("2027-01-18T09:00:00Z", &of("ADM", " --reason preparation"));
    let ksr = own.at("2027-01-18T10:00:00Z", &of("KSR", ""));
    let to = format!(" --to KSR --in-reply-to {ksr}");
    let gld = own.at("2027-01-19T09:00:00Z", &of("GLD", &to));
    own.at(
        "2027-01-19T09:05:00Z",
        &format!("proposal convey port-ansel {gld}"),
    );
    let acknowledge = format!("proposal acknowledge port-ansel {gld} --as KSR");
    own.at("2027-01-19T09:30:00Z", &acknowledge);
    let answer = format!(
        "proposal answer port-ansel {gld} --as KSR --stance can-accept --text From_the_notice."
    );
    own.at("2027-01-20T09:00:00Z", &answer);
    let support = format!("position port-ansel I {adm} --as BYL --stance support");
    own.at("2027-01-20T11:00:00Z", &support);
    let insert = "propose port-ansel I --as BYL --language @ --insert-after 4nsq32={}/BYL.@.txt";
    let byl = own.at("2027-01-20T11:30:00Z", insert);
    for code in ["GLD", "KSR"] {
        let oppose = format!("position port-ansel I {byl} --as {code} --stance oppose");
        own.at("2027-01-21T09:00:00Z", &oppose);
    }
    let read = |reader: &str| {
        format!(
            "proposal show port-ansel {gld} {reader} --register {{}}/p --now 2027-01-21T10:00:00Z"
        )
    };
    own.see("Galdria's words, read by Kestria", &read("--as KSR"));
    own.see("Galdria's words, read by Aldmark", &read("--as ADM"));
    own.at("2027-01-22T17:00:00Z", "round close port-ansel I");
    own.at("2027-01-22T17:05:00Z", "round publish port-ansel I");
    let rolling = own.reading("BYL", "I");
    own.see("The rolling text of the first round", &rolling);
    let archive = "round archive port-ansel I --register {}/p --now 2027-01-22T18:00:00Z --dry-run";
    own.see("Archived too early", archive);
    [adm, ksr, gld, byl]
}

/// The second round: one reading with all behind it.
fn second_round(own: &mut Negotiation, [adm, ksr, gld, _]: &[String; 4]) -> String {
    let open = "round open port-ansel II --scope 4nsq31 --closes 2027-01-29T17:00:00Z";
    own.at("2027-01-25T09:00:00Z", open);
    let table = format!(
        "propose port-ansel II --as GLD --supersedes {gld} --language @ --replace 4nsq31={{}}/GLD.@.txt"
    );
    let compromise = own.at("2027-01-25T10:00:00Z", &table);
    for code in ["KSR", "ADM", "BYL"] {
        let join = format!("proposal join port-ansel {compromise} --as {code}");
        own.at("2027-01-26T09:00:00Z", &join);
    }
    for (of, code) in [(adm, "ADM"), (ksr, "KSR")] {
        let withdraw = format!("proposal withdraw port-ansel {of} --as {code} --reason compromise");
        own.at("2027-01-27T10:00:00Z", &withdraw);
    }
    own.at("2027-01-29T17:00:00Z", "round close port-ansel II");
    own.at("2027-01-29T17:05:00Z", "round publish port-ansel II");
    let rolling = own.reading("BYL", "II");
    own.see("The rolling text of the second round", &rolling);
    compromise
}

fn revision(own: &Negotiation) -> String {
    let shown =
        own.run("conference show port-ansel --json --register {}/p --now 2027-02-01T09:00:00Z");
    let shown: serde_json::Value = serde_json::from_str(&shown.out).expect("JSON");
    shown["revision"].as_str().expect("a revision").to_owned()
}

/// The revision, the dispositions, agreement, silence and adoption.
fn concluded(own: &mut Negotiation, byl: &str, compromise: &str) {
    let stale = "text concordance {}/agreed.en.treaty {}/narrow-sea.tr.treaty";
    own.see("The Turkish text has not followed", stale);
    let from = revision(own);
    let revise = format!(
        "conference revise port-ansel --from {from} --text {{}}/agreed.en.treaty --text {{}}/agreed.tr.treaty"
    );
    own.at("2027-02-01T09:00:00Z", &revise);
    for (step, minute) in [("review", 10), ("certify", 20)] {
        let follows =
            format!("language {step} port-ansel tr --against en --reviewer Language_Group");
        own.at(&format!("2027-02-01T09:{minute}:00Z"), &follows);
    }
    let to = revision(own);
    let absorbed = format!(
        "proposal dispose port-ansel {compromise} --outcome absorbed --revision {to} --reason all_stand_behind_it"
    );
    own.at("2027-02-01T09:30:00Z", &absorbed);
    let not_pursued =
        format!("proposal dispose port-ansel {byl} --outcome not-pursued --reason two_oppose_it");
    own.at("2027-02-01T09:40:00Z", &not_pursued);
    for round in ["I", "II"] {
        own.at(
            "2027-02-01T09:45:00Z",
            &format!("round archive port-ansel {round}"),
        );
    }
    for language in ["en", "tr"] {
        let agree = format!("provision agree port-ansel 4nsq31 {language}");
        own.at("2027-02-01T10:00:00Z", &agree);
    }
    let start =
        "silence start port-ansel --adoption --expires 2027-02-09T16:00:00Z --meeting third";
    let silence = own.at("2027-02-02T09:00:00Z", start);
    own.at(
        "2027-02-09T16:00:00Z",
        &format!("silence conclude port-ansel {silence}"),
    );
    let adopt = format!(
        "adopt port-ansel --text {{}}/agreed.en.treaty --text {{}}/agreed.tr.treaty --silence {silence} \
         --title Treaty_on_Mutual_Guarantees --place Port_Ansel"
    );
    own.at("2027-02-10T09:00:00Z", &adopt);
    for code in ["ADM", "BYL", "GLD", "KSR"] {
        own.at(
            "2027-02-10T10:00:00Z",
            &format!("initial port-ansel --as {code}"),
        );
    }
    own.at(
        "2027-02-10T11:00:00Z",
        "authenticate port-ansel --procedure initialling",
    );
    let show = "conference show port-ansel --register {}/p --now 2027-02-11T09:00:00Z";
    own.see("The conference after the adoption", show);
}

/// Signatures and ratifications; the status follows from the text's own clauses.
fn in_force(own: &mut Negotiation, byl: &str) {
    own.see(
        "Before anybody ratifies",
        "why-not narrow-sea --register {}/p",
    );
    for code in ["ADM", "BYL", "GLD", "KSR"] {
        own.at("2027-03-01T10:00:00Z", &format!("sign narrow-sea {code}"));
    }
    for (code, day) in [("KSR", "03-15"), ("ADM", "04-02"), ("GLD", "04-20")] {
        let deposit = format!("deposit narrow-sea {code} ratification");
        own.at(&format!("2027-{day}T10:00:00Z"), &deposit);
    }
    own.see("Why it is in force", "why narrow-sea --register {}/p");
    own.see(
        "Who is bound",
        "status narrow-sea --register {}/p --at 2027-04-20",
    );
    let travaux = "travaux port-ansel 4nsq31 --as BYL --register {}/p --now 2027-05-01T09:00:00Z";
    own.see("The preparatory work", travaux);
    let shown = format!(
        "proposal show port-ansel {byl} --as BYL --register {{}}/p --now 2027-05-01T09:00:00Z"
    );
    own.see("What was not pursued", &shown);
}

fn negotiated(language: &'static str) -> String {
    let mut own = Negotiation::open(language);
    let marks = first_round(&mut own);
    let compromise = second_round(&mut own, &marks);
    concluded(&mut own, &marks[3], &compromise);
    in_force(&mut own, &marks[3]);
    own.transcript()
}

#[test]
fn a_treaty_is_negotiated_in_english() {
    insta::assert_snapshot!("negotiated_in_english", negotiated("en"));
}

#[test]
fn a_treaty_is_negotiated_in_turkish() {
    insta::assert_snapshot!("negotiated_in_turkish", negotiated("tr"));
}

#[test]
fn before_publication_a_delegation_sees_what_is_addressed_to_it() {
    let mut own = Negotiation::open("en");
    let replace = "--language en --replace 4nsq31={}/";
    let ksr = format!("propose port-ansel I --as KSR {replace}KSR.en.txt");
    own.at("2027-01-18T10:00:00Z", &ksr);
    let gld = format!("propose port-ansel I --as GLD --to KSR {replace}GLD.en.txt");
    let gld = own.at("2027-01-19T09:00:00Z", &gld);
    let rolling = |reader: &str| {
        let words = own
            .reading("BYL", "I")
            .replace("--as BYL", reader)
            .replace("01-30", "01-19");
        own.run(&words.replace("T09:", "T10:"))
    };
    for (reader, sees) in [
        ("--as KSR", true),
        ("--as ADM", false),
        ("--presidency", true),
    ] {
        let mut shown = rolling(reader);
        assert_eq!(shown.code, 0, "{}", shown.err);
        shown.out = shown.out.replace('\n', " ");
        assert!(
            shown.out.contains("KSR: at least seven days"),
            "{reader}: {}",
            shown.out
        );
        assert_eq!(
            shown.out.contains("twenty-one"),
            sees,
            "{reader}: {}",
            shown.out
        );
        assert_eq!(
            shown.err.contains(&gld),
            !sees,
            "what is sealed is named: {}",
            shown.err
        );
    }
    // Whom the rules of procedure do not let read the text is told so.
    let public = rolling("--no-alternatives");
    assert_eq!(public.code, 4, "{}", public.err);
    assert!(
        public.err.contains("that this reader may read"),
        "{}",
        public.err
    );
}

#[test]
fn words_that_cannot_be_read_are_not_tabled() {
    let own = Negotiation::open("en");
    fs::write(
        own.folder.path().join("open.txt"),
        "Each Party [shall notify.",
    )
    .expect("written");
    let refused = own.run(
        "propose port-ansel I --as ADM --language en --replace 4nsq31={}/open.txt --register {}/p --now 2027-01-18T10:00:00Z",
    );
    assert_eq!(refused.code, 1, "{}", refused.out);
    assert!(refused.err.contains("open.txt:1:12: "), "{}", refused.err);
}
