//! The style sheet keeps its own rules: one place for colours, no side of the page by name, short.

const STYLE: &str = include_str!("../../static/app.css");

/// Returns the tokens, and the rules after them.
fn parts() -> (&'static str, &'static str) {
    STYLE.split_once("/* ground */").unwrap()
}

#[test]
fn every_colour_stands_once_among_the_tokens() {
    let (tokens, rules) = parts();
    for line in rules.lines() {
        let is_color = |word: &str| {
            let digits = word.trim_start_matches('#');
            word.starts_with('#') && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
        };
        let found = line.split([' ', ',', ';', '(', ')']).any(is_color);
        assert!(
            !found && !line.contains("rgb(") && !line.contains("hsl("),
            "{line}"
        );
    }
    let names = tokens
        .split(';')
        .filter(|declared| declared.contains("light-dark("));
    assert!(names.clone().count() >= 12);
    for declared in names {
        let (light, dark) = declared
            .split_once("light-dark(#")
            .unwrap()
            .1
            .split_once(", #")
            .unwrap();
        assert_eq!(
            (light.len(), dark.trim_end_matches(')').len()),
            (6, 6),
            "{declared}"
        );
    }
}

#[test]
fn no_rule_names_a_side_of_the_page() {
    let (_, rules) = parts();
    for line in rules
        .lines()
        .filter(|line| !line.contains("@page") && !line.starts_with("/*"))
    {
        let declared = line.split([';', '{']).map(str::trim);
        for declaration in declared {
            let property = declaration.split(':').next().unwrap_or_default();
            let physical = ["left", "right", "top", "bottom"];
            let named = property.split('-').any(|part| physical.contains(&part));
            assert!(!named || property.starts_with('.'), "{line}");
        }
        assert!(
            !line.contains("text-align: left") && !line.contains("text-transform"),
            "{line}"
        );
    }
}

#[test]
fn the_style_sheet_stays_short() {
    let (_, rules) = parts();
    assert!(rules.lines().count() < 150, "{}", rules.lines().count());
}
