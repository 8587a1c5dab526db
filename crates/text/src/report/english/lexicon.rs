//! English verbs that report, with their forms. Data only, folded.

use super::super::speech::Class;
use super::verbs::{AS, ASK, BARE, CALL, Frames, GERUND, OF, QUOTE, TELL, THAT, TO};

/// Verbs that report: past, present, -ing, plain, all with one first letter; what they do and what they take.
pub(super) const VERBS: &[([&str; 4], Class, Frames)] = &[
    (
        ["said", "says", "saying", "say"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["told", "tells", "telling", "tell"],
        Class::Say,
        THAT | BARE | QUOTE | TELL,
    ),
    (
        ["informed", "informs", "informing", "inform"],
        Class::Say,
        THAT | TELL,
    ),
    (
        ["assured", "assures", "assuring", "assure"],
        Class::Promise,
        THAT | QUOTE | TELL | BARE,
    ),
    (
        ["reminded", "reminds", "reminding", "remind"],
        Class::Say,
        THAT | TELL | QUOTE,
    ),
    (
        ["added", "adds", "adding", "add"],
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
    (["noted", "", "noting", ""], Class::Say, THAT | BARE | QUOTE),
    (
        ["announced", "announces", "announcing", "announce"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["claimed", "", "claiming", ""],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["declared", "declares", "declaring", "declare"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["insisted", "insists", "insisting", "insist"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["explained", "explains", "explaining", "explain"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["replied", "replies", "replying", "reply"],
        Class::Say,
        THAT | QUOTE,
    ),
    (["answered", "", "answering", ""], Class::Say, THAT | QUOTE),
    (
        ["responded", "responds", "responding", ""],
        Class::Say,
        THAT | QUOTE,
    ),
    (["retorted", "", "retorting", ""], Class::Say, THAT | QUOTE),
    (["wrote", "writes", "writing", ""], Class::Say, THAT | QUOTE),
    (["tweeted", "", "", ""], Class::Say, THAT | QUOTE),
    (["posted", "", "", ""], Class::Say, THAT | QUOTE),
    (["read", "reads", "", ""], Class::Say, QUOTE),
    (
        ["warned", "warns", "warning", ""],
        Class::Say,
        THAT | BARE | QUOTE | CALL,
    ),
    (
        ["cautioned", "", "cautioning", ""],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["argued", "argues", "arguing", "argue"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["maintained", "maintains", "maintaining", "maintain"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["confirmed", "confirms", "confirming", "confirm"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
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
        ["affirmed", "affirms", "affirming", "affirm"],
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
        ["recalled", "recalls", "recalling", "recall"],
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
        ["conceded", "concedes", "conceding", "concede"],
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
    (
        ["remarked", "", "remarking", ""],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["observed", "observes", "observing", ""],
        Class::Say,
        THAT | QUOTE,
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
    (["joked", "", "joking", ""], Class::Say, THAT | QUOTE),
    (["quipped", "", "", ""], Class::Say, THAT | QUOTE),
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
        ["disclosed", "discloses", "disclosing", ""],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["suggested", "suggests", "suggesting", "suggest"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["complained", "complains", "complaining", "complain"],
        Class::Say,
        THAT | QUOTE,
    ),
    (
        ["predicted", "predicts", "predicting", "predict"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (["asked", "asks", "asking", ""], Class::Say, QUOTE),
    (
        ["clarified", "clarifies", "clarifying", "clarify"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["indicated", "indicates", "indicating", "indicate"],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (
        ["signalled", "signals", "signalling", ""],
        Class::Say,
        THAT | QUOTE,
    ),
    (["signaled", "", "signaling", ""], Class::Say, THAT | QUOTE),
    (["hinted", "hints", "hinting", ""], Class::Say, THAT | QUOTE),
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
    (["agreed", "", "", ""], Class::Say, THAT | QUOTE),
    (["echoed", "", "echoing", ""], Class::Say, QUOTE | CALL),
    (
        ["testified", "testifies", "testifying", ""],
        Class::Say,
        THAT | QUOTE,
    ),
    (
        ["lamented", "laments", "lamenting", ""],
        Class::Say,
        THAT | QUOTE,
    ),
    (
        ["boasted", "boasts", "boasting", ""],
        Class::Say,
        THAT | QUOTE,
    ),
    (
        ["stipulated", "stipulates", "stipulating", ""],
        Class::Say,
        THAT,
    ),
    (["shouted", "shouts", "shouting", ""], Class::Say, QUOTE),
    (["exclaimed", "", "exclaiming", ""], Class::Say, QUOTE),
    (["interjected", "", "", ""], Class::Say, QUOTE),
    (
        ["mentioned", "mentions", "mentioning", ""],
        Class::Say,
        THAT,
    ),
    (
        ["reckoned", "reckons", "", ""],
        Class::Say,
        THAT | BARE | QUOTE,
    ),
    (["ruled", "", "ruling", ""], Class::Say, THAT),
    (
        ["swore", "swears", "swearing", ""],
        Class::Promise,
        THAT | TO | QUOTE,
    ),
    (
        ["committed", "commits", "committing", ""],
        Class::Promise,
        TO,
    ),
    (
        ["requested", "requests", "requesting", ""],
        Class::Propose,
        THAT | QUOTE,
    ),
    (
        ["vowed", "vows", "vowing", "vow"],
        Class::Promise,
        THAT | BARE | QUOTE | TO,
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
        ["guaranteed", "guarantees", "guaranteeing", ""],
        Class::Promise,
        THAT | BARE | QUOTE,
    ),
    (
        ["undertook", "undertakes", "undertaking", ""],
        Class::Promise,
        TO,
    ),
    (
        ["offered", "offers", "offering", ""],
        Class::Offer,
        TO | QUOTE,
    ),
    (
        ["threatened", "threatens", "threatening", ""],
        Class::Say,
        TO,
    ),
    (
        ["proposed", "proposes", "proposing", "propose"],
        Class::Propose,
        THAT | BARE | QUOTE | GERUND,
    ),
    (
        ["recommended", "recommends", "recommending", ""],
        Class::Propose,
        THAT | QUOTE | GERUND,
    ),
    (
        ["demanded", "demands", "demanding", "demand"],
        Class::Propose,
        THAT | QUOTE,
    ),
    (
        ["urged", "urges", "urging", "urge"],
        Class::Propose,
        ASK | QUOTE,
    ),
    (
        ["called", "calls", "calling", "call"],
        Class::Characterise,
        CALL | ASK,
    ),
    (
        ["appealed", "appeals", "appealing", ""],
        Class::Propose,
        ASK,
    ),
    (["invited", "invites", "inviting", ""], Class::Propose, ASK),
    (
        ["denied", "denies", "denying", "deny"],
        Class::Deny,
        THAT | BARE | QUOTE | GERUND,
    ),
    (
        ["accused", "accuses", "accusing", "accuse"],
        Class::Accuse,
        OF,
    ),
    (["blamed", "blames", "blaming", "blame"], Class::Accuse, OF),
    (
        ["described", "describes", "describing", "describe"],
        Class::Characterise,
        CALL | AS,
    ),
    (
        ["branded", "brands", "branding", ""],
        Class::Characterise,
        CALL,
    ),
    (
        ["labelled", "labels", "labelling", ""],
        Class::Characterise,
        CALL,
    ),
    (["labeled", "", "labeling", ""], Class::Characterise, CALL),
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
        ["hailed", "hails", "hailing", ""],
        Class::Characterise,
        CALL | AS,
    ),
    (
        ["praised", "praises", "praising", ""],
        Class::Characterise,
        CALL,
    ),
    (
        ["welcomed", "welcomes", "welcoming", ""],
        Class::Characterise,
        CALL,
    ),
    (
        ["rejected", "rejects", "rejecting", ""],
        Class::Characterise,
        CALL | AS,
    ),
    (
        ["spoke", "speaks", "speaking", ""],
        Class::Characterise,
        CALL,
    ),
    (
        ["expressed", "expresses", "expressing", ""],
        Class::Characterise,
        CALL,
    ),
    (
        ["voiced", "voices", "voicing", ""],
        Class::Characterise,
        CALL,
    ),
    (
        ["referred", "refers", "referring", ""],
        Class::Characterise,
        CALL,
    ),
];
