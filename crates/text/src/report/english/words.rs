//! English words by what they do in a report. Data only, folded.

use super::super::kind::Signs;
use super::super::setting::Marks;
use super::super::speech::Class;
use super::verbs::{AS, ASK, BARE, CALL, Frames, GERUND, OF, QUOTE, THAT, TELL, TO};

/// Heads of offices.
pub(super) const OFFICES: &[&str] = &[
    "minister", "president", "premier", "spokesman", "spokeswoman", "spokesperson", "ambassador", "secretary",
    "secretary-general", "chancellor", "official", "envoy", "negotiator", "diplomat", "leader", "king", "queen", "prince",
    "princess", "chief", "commissioner", "general", "admiral", "colonel", "major", "captain", "lieutenant", "marshal", "brigadier",
    "adviser", "advisor", "delegate", "representative", "chairman", "chairwoman", "chair", "chairperson", "deputy", "head", "director",
    "director-general", "governor", "mayor", "senator", "lawmaker", "mp", "commander", "counterpart", "mediator", "rapporteur",
    "source", "analyst", "expert", "aide", "consul", "attaché", "speaker", "coordinator", "undersecretary", "judge", "prosecutor",
    "lawyer", "professor", "pope", "emir", "sultan", "observer", "officer", "member", "legislator", "monitor", "executive", "economist",
    "historian",
];

/// Offices whose holders are unnamed unless a name follows.
pub(super) const UNNAMED: &[&str] = &[
    "official", "diplomat", "source", "analyst", "expert", "aide", "delegate", "observer", "officer", "member", "lawmaker",
    "legislator", "monitor", "executive", "economist",
];

/// Heads of bodies that speak.
pub(super) const BODIES: &[&str] = &[
    "ministry", "government", "delegation", "side", "commission", "council", "alliance", "union", "office", "parliament", "army",
    "military", "organization", "organisation", "agency", "committee", "assembly", "court", "department", "authority", "presidency",
    "secretariat", "embassy", "pact", "federation", "republic", "kingdom", "bloc", "party", "administration", "cabinet", "senate",
    "board", "group", "coalition", "league", "community", "bank", "mission", "force", "navy", "opposition", "kremlin", "treasury",
];

/// Documents that speak for whoever issued them.
pub(super) const DOCUMENTS: &[&str] = &["statement", "communique", "communiqué", "declaration", "letter", "document", "note", "text", "message"];

/// Adjectives and nouns within an office or the name of a body.
pub(super) const MODIFIERS: &[&str] = &[
    "foreign", "defence", "defense", "prime", "chief", "senior", "top", "acting", "former", "interim", "deputy", "vice", "interior", "finance",
    "justice", "trade", "energy", "security", "policy", "affairs", "national", "state", "special", "permanent", "press", "government",
    "ministry", "military", "army", "presidential", "high", "lead", "retired", "western", "eastern", "northern", "southern", "unnamed",
    "new", "outgoing", "joint", "own", "visiting", "external", "two", "three", "four", "both", "other", "chief", "main", "long-time", "longtime", "regional", "local", "federal", "public",
];

/// Words before a name that only address it.
pub(super) const HONORIFICS: &[&str] = &["mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lord", "lady"];

/// Words with a capital at the beginning of a sentence that name nobody.
pub(super) const OPENERS: &[&str] = &[
    "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "in", "on", "at", "by", "for", "from",
    "with", "to", "of", "as", "but", "and", "or", "if", "when", "while", "after", "before", "during", "earlier", "later", "meanwhile",
    "however", "asked", "speaking", "both", "two", "three", "talks", "no", "not", "there", "here", "it", "he", "she", "they", "we", "i", "you",
    "who", "what", "according", "last", "next", "yesterday", "today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "some", "all", "any", "many", "most", "more", "so", "also", "still", "then", "now", "once", "since", "until", "under", "over",
    "several", "each", "every", "another", "one", "following", "addressing", "answering", "responding", "nothing", "everything", "trust",
    "let", "although",
];

/// Words before a mention that keep it from being a subject.
pub(super) const PREPOSITIONS: &[&str] = &[
    "of", "for", "by", "with", "in", "to", "from", "at", "on", "between", "against", "about", "under", "over", "into", "towards", "toward", "near",
    "across", "through", "during", "after", "before", "without", "within", "among", "beside", "alongside", "than", "like", "via", "behind", "around",
    "regarding", "concerning", "called",
];

/// Words that may stand between a subject and its verb, or before "that".
pub(super) const ADVERBS: &[&str] = &[
    "also", "later", "then", "again", "earlier", "has", "had", "have", "repeatedly", "publicly", "previously", "on", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "yesterday", "today", "once", "further", "however", "meanwhile", "firmly", "openly", "simply", "flatly",
    "clearly", "separately", "subsequently", "nevertheless", "since", "already", "always", "did", "briefly", "strongly", "categorically",
];

/// Whom somebody tells something.
pub(super) const AUDIENCES: &[&str] = &[
    "reporters", "journalists", "parliament", "lawmakers", "ambassadors", "diplomats", "newspaper", "us", "him", "them", "me", "her", "agency",
    "television", "radio", "council", "assembly", "session", "conference", "audience", "briefing", "deputies", "nation", "delegates", "supporters",
    "channel", "broadcaster", "magazine", "paper", "committee", "summit", "forum", "mps", "press",
];

/// Words that show that a clause has a verb.
pub(super) const FINITE: &[&str] = &[
    "was", "were", "had", "has", "have", "is", "are", "would", "will", "could", "can", "must", "should", "may", "might", "did", "does", "do",
    "cannot", "shall", "wants", "wanted", "stands", "stood", "met", "sent", "went", "began", "took", "made", "gave", "held", "needs", "needed",
    "fired", "killed", "won't", "wouldn't", "didn't", "isn't",
];

/// Words before a quotation that make it a title or keep it at a distance.
pub(super) const TITLE_BEFORE: &[&str] = &[
    "called", "titled", "entitled", "named", "dubbed", "so-called", "book", "novel", "film", "codenamed", "code-named", "nicknamed", "operation", "exercise",
    "headlined", "song", "play", "report", "documentary", "newspaper", "magazine", "project", "themed", "album", "memoir", "essay",
];

/// Words behind a quotation that make it a title or a name.
pub(super) const TITLE_AFTER: &[&str] = &[
    "conference", "summit", "exercise", "exercises", "forum", "festival", "newspaper", "film", "exhibition", "prize", "award", "project", "programme",
    "operation", "manoeuvres", "magazine",
];

/// Verbs that report: past, present, -ing, plain; what they do and what they take.
pub(super) const VERBS: &[([&str; 4], Class, Frames)] = &[
    (["said", "says", "saying", "say"], Class::Say, THAT | BARE | QUOTE),
    (["told", "tells", "telling", "tell"], Class::Say, THAT | BARE | QUOTE | TELL),
    (["informed", "informs", "informing", "inform"], Class::Say, THAT | TELL),
    (["assured", "assures", "assuring", "assure"], Class::Promise, THAT | QUOTE | TELL | BARE),
    (["reminded", "reminds", "reminding", "remind"], Class::Say, THAT | TELL | QUOTE),
    (["added", "adds", "adding", "add"], Class::Say, THAT | BARE | QUOTE),
    (["stated", "", "stating", ""], Class::Say, THAT | BARE | QUOTE),
    (["stressed", "stresses", "stressing", "stress"], Class::Say, THAT | BARE | QUOTE),
    (["noted", "", "noting", ""], Class::Say, THAT | BARE | QUOTE),
    (["announced", "announces", "announcing", "announce"], Class::Say, THAT | BARE | QUOTE),
    (["claimed", "", "claiming", ""], Class::Say, THAT | BARE | QUOTE),
    (["declared", "declares", "declaring", "declare"], Class::Say, THAT | BARE | QUOTE),
    (["insisted", "insists", "insisting", "insist"], Class::Say, THAT | BARE | QUOTE),
    (["explained", "explains", "explaining", "explain"], Class::Say, THAT | BARE | QUOTE),
    (["replied", "replies", "replying", "reply"], Class::Say, THAT | QUOTE),
    (["answered", "", "answering", ""], Class::Say, THAT | QUOTE),
    (["responded", "responds", "responding", ""], Class::Say, THAT | QUOTE),
    (["retorted", "", "retorting", ""], Class::Say, THAT | QUOTE),
    (["wrote", "writes", "writing", ""], Class::Say, THAT | QUOTE),
    (["tweeted", "posted", "", ""], Class::Say, THAT | QUOTE),
    (["read", "reads", "", ""], Class::Say, QUOTE),
    (["warned", "warns", "warning", ""], Class::Say, THAT | BARE | QUOTE | CALL),
    (["cautioned", "", "cautioning", ""], Class::Say, THAT | BARE | QUOTE),
    (["argued", "argues", "arguing", "argue"], Class::Say, THAT | BARE | QUOTE),
    (["maintained", "maintains", "maintaining", "maintain"], Class::Say, THAT | BARE | QUOTE),
    (["confirmed", "confirms", "confirming", "confirm"], Class::Say, THAT | BARE | QUOTE),
    (["reiterated", "reiterates", "reiterating", "reiterate"], Class::Say, THAT | BARE | QUOTE),
    (["repeated", "", "repeating", ""], Class::Say, THAT | BARE | QUOTE),
    (["reaffirmed", "reaffirms", "reaffirming", "reaffirm"], Class::Say, THAT | BARE | QUOTE),
    (["affirmed", "affirms", "affirming", "affirm"], Class::Say, THAT | BARE | QUOTE),
    (["emphasised", "emphasises", "emphasising", "emphasise"], Class::Say, THAT | BARE | QUOTE),
    (["emphasized", "emphasizes", "emphasizing", "emphasize"], Class::Say, THAT | BARE | QUOTE),
    (["underlined", "underlines", "underlining", "underline"], Class::Say, THAT | BARE | QUOTE),
    (["underscored", "underscores", "underscoring", ""], Class::Say, THAT | BARE | QUOTE),
    (["recalled", "recalls", "recalling", "recall"], Class::Say, THAT | BARE | QUOTE),
    (["acknowledged", "acknowledges", "acknowledging", "acknowledge"], Class::Say, THAT | BARE | QUOTE),
    (["admitted", "admits", "admitting", "admit"], Class::Say, THAT | BARE | QUOTE),
    (["conceded", "concedes", "conceding", "concede"], Class::Say, THAT | BARE | QUOTE),
    (["asserted", "asserts", "asserting", "assert"], Class::Say, THAT | BARE | QUOTE),
    (["alleged", "alleges", "alleging", "allege"], Class::Say, THAT | BARE | QUOTE),
    (["remarked", "", "remarking", ""], Class::Say, THAT | BARE | QUOTE),
    (["observed", "observes", "observing", ""], Class::Say, THAT | QUOTE),
    (["commented", "comments", "commenting", ""], Class::Say, THAT | QUOTE),
    (["concluded", "concludes", "concluding", ""], Class::Say, THAT | QUOTE),
    (["continued", "", "", ""], Class::Say, QUOTE),
    (["joked", "quipped", "joking", ""], Class::Say, THAT | QUOTE),
    (["reported", "", "reporting", ""], Class::Say, THAT | BARE | QUOTE),
    (["revealed", "reveals", "revealing", "reveal"], Class::Say, THAT | BARE | QUOTE),
    (["disclosed", "discloses", "disclosing", ""], Class::Say, THAT | BARE | QUOTE),
    (["suggested", "suggests", "suggesting", "suggest"], Class::Say, THAT | BARE | QUOTE),
    (["complained", "complains", "complaining", "complain"], Class::Say, THAT | QUOTE),
    (["predicted", "predicts", "predicting", "predict"], Class::Say, THAT | BARE | QUOTE),
    (["asked", "asks", "asking", ""], Class::Say, QUOTE),
    (["clarified", "clarifies", "clarifying", "clarify"], Class::Say, THAT | BARE | QUOTE),
    (["indicated", "indicates", "indicating", "indicate"], Class::Say, THAT | BARE | QUOTE),
    (["signalled", "signals", "signalling", ""], Class::Say, THAT | QUOTE),
    (["signaled", "", "signaling", ""], Class::Say, THAT | QUOTE),
    (["hinted", "hints", "hinting", ""], Class::Say, THAT | QUOTE),
    (["countered", "counters", "countering", ""], Class::Say, THAT | QUOTE),
    (["contended", "contends", "contending", "contend"], Class::Say, THAT | BARE | QUOTE),
    (["agreed", "", "", ""], Class::Say, THAT | QUOTE),
    (["echoed", "", "echoing", ""], Class::Say, QUOTE | CALL),
    (["testified", "testifies", "testifying", ""], Class::Say, THAT | QUOTE),
    (["lamented", "laments", "lamenting", ""], Class::Say, THAT | QUOTE),
    (["boasted", "boasts", "boasting", ""], Class::Say, THAT | QUOTE),
    (["stipulated", "stipulates", "stipulating", ""], Class::Say, THAT),
    (["shouted", "shouts", "shouting", ""], Class::Say, QUOTE),
    (["exclaimed", "", "exclaiming", ""], Class::Say, QUOTE),
    (["interjected", "", "", ""], Class::Say, QUOTE),
    (["mentioned", "mentions", "mentioning", ""], Class::Say, THAT),
    (["reckoned", "reckons", "", ""], Class::Say, THAT | BARE | QUOTE),
    (["ruled", "", "ruling", ""], Class::Say, THAT),
    (["swore", "swears", "swearing", ""], Class::Promise, THAT | TO | QUOTE),
    (["committed", "commits", "committing", ""], Class::Promise, TO),
    (["requested", "requests", "requesting", ""], Class::Propose, THAT | QUOTE),
    (["vowed", "vows", "vowing", "vow"], Class::Promise, THAT | BARE | QUOTE | TO),
    (["pledged", "pledges", "pledging", "pledge"], Class::Promise, THAT | BARE | QUOTE | TO),
    (["promised", "promises", "promising", "promise"], Class::Promise, THAT | BARE | QUOTE | TO),
    (["guaranteed", "guarantees", "guaranteeing", ""], Class::Promise, THAT | BARE | QUOTE),
    (["undertook", "undertakes", "undertaking", ""], Class::Promise, TO),
    (["offered", "offers", "offering", ""], Class::Offer, TO | QUOTE),
    (["threatened", "threatens", "threatening", ""], Class::Say, TO),
    (["proposed", "proposes", "proposing", "propose"], Class::Propose, THAT | BARE | QUOTE | GERUND),
    (["recommended", "recommends", "recommending", ""], Class::Propose, THAT | QUOTE | GERUND),
    (["demanded", "demands", "demanding", "demand"], Class::Propose, THAT | QUOTE),
    (["urged", "urges", "urging", "urge"], Class::Propose, ASK | QUOTE),
    (["called", "calls", "calling", "call"], Class::Characterise, CALL | ASK),
    (["appealed", "appeals", "appealing", ""], Class::Propose, ASK),
    (["invited", "invites", "inviting", ""], Class::Propose, ASK),
    (["denied", "denies", "denying", "deny"], Class::Deny, THAT | BARE | QUOTE | GERUND),
    (["accused", "accuses", "accusing", "accuse"], Class::Accuse, OF),
    (["blamed", "blames", "blaming", "blame"], Class::Accuse, OF),
    (["described", "describes", "describing", "describe"], Class::Characterise, CALL | AS),
    (["branded", "brands", "branding", ""], Class::Characterise, CALL),
    (["labelled", "labels", "labelling", ""], Class::Characterise, CALL),
    (["labeled", "", "labeling", ""], Class::Characterise, CALL),
    (["dismissed", "dismisses", "dismissing", ""], Class::Characterise, CALL | AS),
    (["denounced", "denounces", "denouncing", ""], Class::Characterise, CALL | AS),
    (["condemned", "condemns", "condemning", ""], Class::Characterise, CALL | AS),
    (["criticised", "criticises", "criticising", ""], Class::Characterise, CALL | AS),
    (["criticized", "criticizes", "criticizing", ""], Class::Characterise, CALL | AS),
    (["hailed", "hails", "hailing", ""], Class::Characterise, CALL | AS),
    (["praised", "praises", "praising", ""], Class::Characterise, CALL),
    (["welcomed", "welcomes", "welcoming", ""], Class::Characterise, CALL),
    (["rejected", "rejects", "rejecting", ""], Class::Characterise, CALL | AS),
    (["spoke", "speaks", "speaking", ""], Class::Characterise, CALL),
    (["expressed", "expresses", "expressing", ""], Class::Characterise, CALL),
    (["voiced", "voices", "voicing", ""], Class::Characterise, CALL),
    (["referred", "refers", "referring", ""], Class::Characterise, CALL),
];

/// What shows the kind of a statement.
pub(in super::super) const SIGNS: Signs = Signs {
    hostile: &[
        &["attack"], &["threat"], &["invade"], &["invasion"], &["hostile"], &["=war"], &["aggress"], &["aimed", "at"], &["target"], &["occup"], &["soldier"],
        &["troops"], &["=force"], &["weapon"], &["missile"], &["annex"],
    ],
    negative: &[
        &["=no"], &["=not"], &["=never"], &["nobody"], &["=none"], &["neither"], &["~n't"], &["cannot"], &["any", "intention"],
    ],
    promise: &[
        &["respect"], &["abide"], &["=we", "guarantee"], &["will", "guarantee"], &["would", "guarantee"], &["guaranteed"], &["give", "this", "word"], &["give", "=our", "word"], &["pledge"], &["promise"], &["=assure"],
        &["honour"], &["honor"], &["recognises", "this"], &["recognise", "this"], &["commit"], &["stand", "=by"], &["comply"], &["keep", "=our", "word"],
    ],
    ready: &[
        &["=ready", "=to"], &["stand", "ready"], &["=ready"], &["willing", "=to"], &["prepared", "=to"], &["willingness"], &["readiness"], &["open", "=to"],
    ],
    condition: &[
        &["=if"], &["unless"], &["=only", "=if"], &["provided"], &["on", "condition"], &["as", "long", "as"], &["=must"], &["have", "=to"], &["has", "=to"],
        &["=until"], &["depend"], &["required"], &["precondition"], &["cannot", "=be", "limited"], &["=needs", "=to"], &["=need", "=to"], &["=should", "not", "be"],
        &["in", "exchange", "for"], &["subject", "=to"],
    ],
    proposal: &[&["propos"], &["offer"], &["suggest"], &["invite"], &["let", "=us"], &["=call", "=on"], &["urge"]],
    blame: &[
        &["violat"], &["blame"], &["responsible", "=for"], &["exploit"], &["provoc"], &["sabotag"], &["undermin"], &["unacceptable"], &["only", "=on", "paper"],
        &["breach"], &["=breaking"], &["playing", "=for", "time"], &["lied"], &["=lies"], &["lying"], &["aggression"], &["broke", "=the"], &["broken"],
        &["shelled"], &["fired", "=on"], &["hypocri"], &["blackmail"], &["reckless"], &["illegal"],
    ],
    denial: &[
        &["untrue"], &["baseless"], &["unfounded"], &["groundless"], &["=false"], &["fabricat"], &["=never", "any"], &["not", "=true"], &["=lie"], &["=deployed", "=no"],
        &["deployed", "=no"], &["=no", "truth"], &["=nothing", "=to", "=do"], &["=did", "=not"], &["=didn't"], &["invention"], &["=denied"],
    ],
    no_promise: &[&["unanswered"], &["unpunished"], &["=accept"], &["tolerate"], &["bow", "=to"], &["give", "=in"], &["=allow"], &["hope"], &["hoping"], &["expect"], &["believe"], &["wish"]],
    meeting: &[
        &["talks", "=were"], &["talks", "=was"], &["talks", "=had"], &["talks", "=have"], &["talks", "~ed"], &["talks", "would", "resume"], &["meeting"],
        &["summit"], &["approved"], &["agreed"], &["=met"], &["discussed"], &["melted"], &["constructive"], &["misunderstanding"],
        &["would", "resume"], &["=negotiations", "=had"], &["=negotiations", "=were"], &["progress"],
    ],
};

/// What shows the setting of a statement.
pub(in super::super) const SETTING: Marks = Marks {
    place_suffixes: &[],
    place_before: &["in", "at", "from"],
    occasions: &[
        "briefing", "conference", "summit", "meeting", "speech", "interview", "ceremony", "forum", "session", "statement", "address", "visit", "opening",
    ],
    times: &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today"],
    audiences: AUDIENCES,
};
