//! English verbs that report, with their forms. Data only, folded.

use super::super::speech::Class;
use super::verbs::{AS, ASK, BARE, CALL, Frames, GERUND, OF, QUOTE, TELL, THAT, TO};

/// Verbs that report: past, present, -ing, plain, all with one first letter, by which they are
/// in order; what they do and what they take.
pub(super) const VERBS: &[([&str; 4], Class, Frames)] = &[
    (
        ["assured", "assures", "assuring", "assure"],
        Class::Promise,
        THAT | QUOTE | TELL | BARE,
    ),
    (
        ["added", "adds", "adding", "add"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["announced", "announces", "announcing", "announce"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (["answered", "", "answering", ""], Class::Say, THAT | QUOTE),
    (
        ["argued", "argues", "arguing", "argue"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["affirmed", "affirms", "affirming", "affirm"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        [
            "acknowledged",
            "acknowledges",
            "acknowledging",
            "acknowledge",
        ],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["admitted", "admits", "admitting", "admit"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["asserted", "asserts", "asserting", "assert"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["alleged", "alleges", "alleging", "allege"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (["asked", "asks", "asking", ""], Class::Say, QUOTE),
    (["agreed", "", "", ""], Class::Say, THAT | QUOTE),
    (
        ["appealed", "appeals", "appealing", ""],
        Class::Propose,
        ASK,
    ),
    (
        ["accused", "accuses", "accusing", "accuse"],
        Class::Accuse,
        OF,
    ),
    (
        ["boasted", "boasts", "boasting", ""],
        Class::Say,
        THAT | QUOTE,
    ),
    (["blamed", "blames", "blaming", "blame"], Class::Accuse, OF),
    (
        ["branded", "brands", "branding", ""],
        Class::Characterise,
        CALL,
    ),
    (
        ["claimed", "", "claiming", ""],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["cautioned", "", "cautioning", ""],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["confirmed", "confirms", "confirming", "confirm"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["conceded", "concedes", "conceding", "concede"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["commented", "comments", "commenting", ""],
        Class::Say,
        THAT | QUOTE,
    ),
    (
        ["concluded", "concludes", "concluding", ""],
        Class::Say,
        THAT | QUOTE,
    ),
    (["continued", "", "", ""], Class::Say, QUOTE),
    (
        ["complained", "complains", "complaining", "complain"],
        Class::Say,
        THAT | QUOTE,
    ),
    (
        ["clarified", "clarifies", "clarifying", "clarify"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["countered", "counters", "countering", ""],
        Class::Say,
        THAT | QUOTE,
    ),
    (
        ["contended", "contends", "contending", "contend"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["committed", "commits", "committing", ""],
        Class::Promise,
        TO,
    ),
    (
        ["called", "calls", "calling", "call"],
        Class::Characterise,
        CALL | ASK,
    ),
    (
        ["condemned", "condemns", "condemning", ""],
        Class::Characterise,
        CALL | AS,
    ),
    (
        ["criticised", "criticises", "criticising", ""],
        Class::Characterise,
        CALL | AS,
    ),
    (
        ["criticized", "criticizes", "criticizing", ""],
        Class::Characterise,
        CALL | AS,
    ),
    (
        ["declared", "declares", "declaring", "declare"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["disclosed", "discloses", "disclosing", ""],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["demanded", "demands", "demanding", "demand"],
        Class::Propose,
        THAT | QUOTE,
    ),
    (
        ["denied", "denies", "denying", "deny"],
        Class::Deny,
        THAT | BARE | QUOTE | GERUND,
    ),
    (
        ["described", "describes", "describing", "describe"],
        Class::Characterise,
        CALL | AS,
    ),
    (
        ["dismissed", "dismisses", "dismissing", ""],
        Class::Characterise,
        CALL | AS,
    ),
    (
        ["denounced", "denounces", "denouncing", ""],
        Class::Characterise,
        CALL | AS,
    ),
    (
        ["explained", "explains", "explaining", "explain"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["emphasised", "emphasises", "emphasising", "emphasise"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["emphasized", "emphasizes", "emphasizing", "emphasize"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (["echoed", "", "echoing", ""], Class::Say, QUOTE | CALL),
    (["exclaimed", "", "exclaiming", ""], Class::Say, QUOTE),
    (
        ["expressed", "expresses", "expressing", ""],
        Class::Characterise,
        CALL,
    ),
    (
        ["guaranteed", "guarantees", "guaranteeing", ""],
        Class::Promise,
        THAT | BARE | QUOTE,
    ),
    (["hinted", "hints", "hinting", ""], Class::Say, THAT | QUOTE),
    (
        ["hailed", "hails", "hailing", ""],
        Class::Characterise,
        CALL | AS,
    ),
    (
        ["informed", "informs", "informing", "inform"],
        Class::Say,
        THAT | TELL,
    ),
    (
        ["insisted", "insists", "insisting", "insist"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["indicated", "indicates", "indicating", "indicate"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (["interjected", "", "", ""], Class::Say, QUOTE),
    (["invited", "invites", "inviting", ""], Class::Propose, ASK),
    (["joked", "", "joking", ""], Class::Say, THAT | QUOTE),
    (
        ["lamented", "laments", "lamenting", ""],
        Class::Say,
        THAT | QUOTE,
    ),
    (
        ["labelled", "labels", "labelling", ""],
        Class::Characterise,
        CALL,
    ),
    (["labeled", "", "labeling", ""], Class::Characterise, CALL),
    (
        ["maintained", "maintains", "maintaining", "maintain"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["mentioned", "mentions", "mentioning", ""],
        Class::Say,
        THAT,
    ),
    (["noted", "", "noting", ""], Class::Say, THAT | BARE | QUOTE),
    (
        ["observed", "observes", "observing", ""],
        Class::Say,
        THAT | QUOTE,
    ),
    (
        ["offered", "offers", "offering", ""],
        Class::Offer,
        TO | QUOTE,
    ),
    (["posted", "", "", ""], Class::Say, THAT | QUOTE),
    (
        ["predicted", "predicts", "predicting", "predict"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["pledged", "pledges", "pledging", "pledge"],
        Class::Promise,
        THAT | BARE | QUOTE | TO,
    ),
    (
        ["promised", "promises", "promising", "promise"],
        Class::Promise,
        THAT | BARE | QUOTE | TO,
    ),
    (
        ["proposed", "proposes", "proposing", "propose"],
        Class::Propose,
        THAT | BARE | QUOTE | GERUND,
    ),
    (
        ["praised", "praises", "praising", ""],
        Class::Characterise,
        CALL,
    ),
    (["quipped", "", "", ""], Class::Say, THAT | QUOTE),
    (
        ["reminded", "reminds", "reminding", "remind"],
        Class::Say,
        THAT | TELL | QUOTE,
    ),
    (
        ["replied", "replies", "replying", "reply"],
        Class::Say,
        THAT | QUOTE,
    ),
    (
        ["responded", "responds", "responding", ""],
        Class::Say,
        THAT | QUOTE,
    ),
    (["retorted", "", "retorting", ""], Class::Say, THAT | QUOTE),
    (["read", "reads", "", ""], Class::Say, QUOTE),
    (
        ["reiterated", "reiterates", "reiterating", "reiterate"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["repeated", "", "repeating", ""],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["reaffirmed", "reaffirms", "reaffirming", "reaffirm"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["recalled", "recalls", "recalling", "recall"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["remarked", "", "remarking", ""],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["reported", "", "reporting", ""],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["revealed", "reveals", "revealing", "reveal"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["reckoned", "reckons", "", ""],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (["ruled", "", "ruling", ""], Class::Say, THAT),
    (
        ["requested", "requests", "requesting", ""],
        Class::Propose,
        THAT | QUOTE,
    ),
    (
        ["recommended", "recommends", "recommending", ""],
        Class::Propose,
        THAT | QUOTE | GERUND,
    ),
    (
        ["rejected", "rejects", "rejecting", ""],
        Class::Characterise,
        CALL | AS,
    ),
    (
        ["referred", "refers", "referring", ""],
        Class::Characterise,
        CALL,
    ),
    (
        ["said", "says", "saying", "say"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["stated", "", "stating", ""],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["stressed", "stresses", "stressing", "stress"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["suggested", "suggests", "suggesting", "suggest"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["signalled", "signals", "signalling", ""],
        Class::Say,
        THAT | QUOTE,
    ),
    (["signaled", "", "signaling", ""], Class::Say, THAT | QUOTE),
    (
        ["stipulated", "stipulates", "stipulating", ""],
        Class::Say,
        THAT,
    ),
    (["shouted", "shouts", "shouting", ""], Class::Say, QUOTE),
    (
        ["swore", "swears", "swearing", ""],
        Class::Promise,
        THAT | TO | QUOTE,
    ),
    (
        ["spoke", "speaks", "speaking", ""],
        Class::Characterise,
        CALL,
    ),
    (
        ["told", "tells", "telling", "tell"],
        Class::Say,
        THAT | BARE | QUOTE | TELL,
    ),
    (["tweeted", "", "", ""], Class::Say, THAT | QUOTE),
    (
        ["testified", "testifies", "testifying", ""],
        Class::Say,
        THAT | QUOTE,
    ),
    (
        ["threatened", "threatens", "threatening", ""],
        Class::Say,
        TO,
    ),
    (
        ["underlined", "underlines", "underlining", "underline"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["underscored", "underscores", "underscoring", ""],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["undertook", "undertakes", "undertaking", ""],
        Class::Promise,
        TO,
    ),
    (
        ["urged", "urges", "urging", "urge"],
        Class::Propose,
        ASK | QUOTE,
    ),
    (
        ["vowed", "vows", "vowing", "vow"],
        Class::Promise,
        THAT | BARE | QUOTE | TO,
    ),
    (
        ["voiced", "voices", "voicing", ""],
        Class::Characterise,
        CALL,
    ),
    (["wrote", "writes", "writing", ""], Class::Say, THAT | QUOTE),
    (
        ["warned", "warns", "warning", ""],
        Class::Say,
        THAT | BARE | QUOTE | CALL,
    ),
    (
        ["welcomed", "welcomes", "welcoming", ""],
        Class::Characterise,
        CALL,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_in_order() {
        assert!(VERBS.is_sorted_by_key(|(forms, ..)| forms[0].as_bytes()[0]));
        for (forms, ..) in VERBS {
            let first = forms[0].as_bytes().first();
            let is_alike = |form: &&str| form.is_empty() || form.as_bytes().first() == first;
            assert!(forms.iter().all(is_alike), "{forms:?}");
        }
    }
}
