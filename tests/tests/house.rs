//! The rules of the house as tests: what each crate may know, how long a file may grow, which words
//! and names are not used, and that the documents lead where they say. Every complaint says what to
//! do about it. These tests know nothing of treaties.

extern crate alloc;

mod house {
    mod asvs;
    mod crates;
    mod documents;
    mod lengths;
    mod locales;
    mod tree;
    mod words;

    /// Fails with every complaint at once, under the rule that was broken.
    #[track_caller]
    fn expect_none(rule: &str, complaints: &[String]) {
        assert!(
            complaints.is_empty(),
            "{rule}\n  {}",
            complaints.join("\n  ")
        );
    }
}
