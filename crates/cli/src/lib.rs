//! The command line of Sponsio: readers, commands and wording around the pure crates.
