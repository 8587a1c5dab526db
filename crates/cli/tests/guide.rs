//! The commands of the guide, run word for word on the example register.

use std::path::Path;

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
