//! Words of clauses in both languages: no panic, every marked place lies within the text, and every
//! proposed rule is printed and read back as the same rule.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_law::clause::propose::{self, Language};
use sponsio_law::clause::rule::{Span, Statement};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    for language in [Language::English, Language::Turkish] {
        match propose::propose(&text, language) {
            Ok(proposal) => {
                for proposed in proposal.rules {
                    for (span, _) in &proposed.spans {
                        assert!(lies_within(*span, &text), "{span:?}");
                    }
                    reads_back(proposed.rule);
                }
            }
            Err(refusal) => {
                for span in refusal.understood.iter().chain(&refusal.not_understood) {
                    assert!(lies_within(*span, &text), "{span:?}");
                }
            }
        }
    }
});

fn lies_within(span: Span, text: &str) -> bool {
    text.get(span.start as usize..span.end as usize).is_some()
}

fn reads_back(rule: sponsio_law::clause::rule::Rule) {
    let statement = Statement {
        rule,
        citation: None,
        span: Span::default(),
        line: 1,
    };
    let line = sponsio_law::clause::print_statement(&statement);
    assert_eq!(
        sponsio_law::clause::parse_statement(&line).as_ref(),
        Ok(&statement),
        "{line}"
    );
}
