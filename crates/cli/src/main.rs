//! The `sponsio` command: parse, one match, print.

fn main() {}
