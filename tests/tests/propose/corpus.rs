//! The rules expected of the written clauses are those of the corpus, where it is at hand.

use std::fs;

use sponsio_law::clause::rule::{ClauseFile, Group, GroupSource, Rule, Span, Statement};
use sponsio_law::clause::{parse, print_statement};

use crate::cases::{corpus, read};

/// Returns the rule in words, with lists for the groups that are known and one name after the
/// other for those that are not: a sentence cannot know how a file calls them.
fn in_words(rule: &Rule, declared: &[Rule]) -> String {
    let mut words = print_rule(rule);
    let mut unknown = Vec::new();
    for rule in declared {
        match rule {
            Rule::Group(group) => match &group.members {
                GroupSource::Listed(members) => {
                    let listed = Rule::Group(Group {
                        name: "G".into(),
                        members: GroupSource::Listed(members.clone()),
                    });
                    let listed = print_rule(&listed);
                    let (_, listed) = listed.split_once('=').unwrap();
                    words = words.replace(&group.name, listed.trim());
                }
                _ => unknown.push(group.name.clone()),
            },
            Rule::Weights(weights) => unknown.push(weights.name.clone()),
            _ => {}
        }
    }
    unknown.retain(|name| words.contains(name.as_str()));
    unknown.sort_by_key(|name| words.find(name.as_str()));
    for (place, name) in unknown.iter().enumerate() {
        words = words.replace(name.as_str(), &format!("<{place}>"));
    }
    words
}

fn print_rule(rule: &Rule) -> String {
    print_statement(&Statement {
        rule: rule.clone(),
        citation: None,
        span: Span::default(),
        line: 1,
    })
}

fn statements(file: &ClauseFile) -> Vec<Rule> {
    let rules = file.statements.iter();
    rules.map(|statement| statement.rule.clone()).collect()
}

fn consent(rules: &[Rule]) -> Option<&Rule> {
    rules.iter().find(|rule| matches!(rule, Rule::Consent(_)))
}

#[test]
fn the_cases_expect_the_rules_of_the_corpus() {
    let Some(folder) = corpus() else {
        eprintln!("left out: the corpus is not beside the project");
        return;
    };
    // The text of the Comprehensive Nuclear-Test-Ban Treaty names an annex; the corpus lists it.
    let by_annex = ["26-4"];
    let mut compared = 0;
    for file in ["force-english.txt", "force-turkish.txt", "joiners.txt"] {
        for case in read(file) {
            let Some(expected) = &case.expected else {
                continue;
            };
            if by_annex.contains(&case.id.as_str()) && file != "joiners.txt" {
                continue;
            }
            let source = fs::read_to_string(folder.join(format!("{}.clausula", case.id))).unwrap();
            let published = statements(&parse(&source).file);
            let same_kind = |rule: &&Rule| {
                matches!(
                    (rule, expected.last()),
                    (Rule::Force(_), Some(Rule::Force(_)))
                        | (Rule::Joiner(_), Some(Rule::Joiner(_)))
                )
            };
            let published_rule = published.iter().find(same_kind).unwrap();
            assert_eq!(
                in_words(expected.last().unwrap(), expected),
                in_words(published_rule, &published),
                "{file}: [{}]",
                case.id
            );
            if let (Some(consent), true) = (consent(&published), file != "joiners.txt") {
                assert_eq!(self::consent(expected), Some(consent), "[{}]", case.id);
            }
            compared += 1;
        }
    }
    assert!(compared > 350, "only {compared} rules compared");
}

#[test]
fn every_treaty_with_a_rule_has_a_clause_in_both_languages() {
    let Some(folder) = corpus() else {
        eprintln!("left out: the corpus is not beside the project");
        return;
    };
    let mut with_rule: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let file = parse(&fs::read_to_string(path).unwrap()).file;
            statements(&file)
                .iter()
                .any(|rule| matches!(rule, Rule::Force(_)))
        })
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    with_rule.sort();
    for file in ["force-english.txt", "force-turkish.txt"] {
        let mut written: Vec<String> = read(file).into_iter().map(|case| case.id).collect();
        written.sort();
        assert_eq!(written, with_rule, "{file}");
    }
}
