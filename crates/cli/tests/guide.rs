//! The commands of the guide, run word for word on the example register.

use std::path::Path;

use clap::Parser as _;

#[test]
fn the_guide_shows_what_the_commands_print() {
    let register = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/register");
    let register = register
        .canonicalize()
        .expect("the example register is there");
    trycmd::TestCases::new()
        .env(
            "SPONSIO_REGISTER",
            register.to_str().expect("the path is UTF-8"),
        )
        .case("../../docs/guide/questions.md");
}

#[test]
fn the_guide_to_the_desk_shows_what_the_commands_do() {
    trycmd::TestCases::new().case("../../docs/guide/desk.md");
}

#[test]
fn the_guide_to_rolling_texts_shows_what_the_commands_do() {
    trycmd::TestCases::new().case("../../docs/guide/rolling.md");
}

#[test]
fn the_guide_to_running_a_server_shows_what_the_commands_do() {
    let page = "../../docs/guide/operations.md";
    trycmd::TestCases::new()
        .env("SPONSIO_LANG", "en")
        .case(page);
    commands_are_there("operations.md", 7);
}

/// The marks of acts differ from run to run, so the page is read and `negotiation.rs` conducts it.
#[test]
fn the_guide_to_a_negotiation_shows_commands_that_there_are() {
    commands_are_there("negotiation.md", 40);
}

/// Links differ from run to run, and a desk is served until it is stopped: `accounts.rs` does both.
#[test]
fn the_guide_to_accounts_shows_commands_that_there_are() {
    commands_are_there("accounts.md", 3);
}

/// Tokens and handles differ from run to run: `webhooks.rs` makes them.
#[test]
fn the_guide_to_programs_shows_commands_that_there_are() {
    commands_are_there("api.md", 8);
}

fn commands_are_there(page: &str, more_than: usize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide");
    let page = std::fs::read_to_string(folder.join(page)).expect("the page is there");
    let lines: Vec<&str> = page
        .lines()
        .filter(|line| line.starts_with("sponsio "))
        .collect();
    assert!(lines.len() > more_than, "{}", lines.len());
    for line in lines {
        let line = line
            .replace("MARK", "00112233445566778899aabbccddeeff")
            .replace("DIGEST", &format!("sha256:{}", "0".repeat(64)));
        let parsed = sponsio::args::Cli::try_parse_from(words(&line));
        assert!(parsed.is_ok(), "{line}: {parsed:?}");
    }
}

/// Splits a command line at spaces outside of quotation marks.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match (letter, words.last_mut()) {
            ('"', _) => quoted = !quoted,
            (' ', _) if !quoted => words.push(String::new()),
            (letter, Some(word)) => word.push(letter),
            (_, None) => {}
        }
    }
    words
}
