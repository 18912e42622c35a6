"""Closed classes of words by which a noun phrase begins, goes on and ends, and the cutting of phrases."""

from __future__ import annotations

from collections.abc import Sequence

from extract.pipes.officials.lexicon import Token

LINKS = frozenset(("of", "and", "for", "the", "in", "to", "&"))
DETERMINERS = frozenset(
    ("the", "a", "an", "its", "their", "his", "her", "our", "my", "your", "this", "that", "one", "another")
)
PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we"))
ADVERBS = frozenset(
    [
        "also",
        "then",
        "later",
        "previously",
        "has",
        "had",
        "have",
        "is",
        "was",
        "were",
        "be",
        "been",
        "being",
        "nevertheless",
        "however",
        "recently",
        "first",
        "yesterday",
        "today",
        "now",
        "still",
        "meanwhile",
        "simply",
        "only",
        "always",
        "once",
        "never",
        "often",
        "further",
        "himself",
        "herself",
        "itself",
        "themselves",
        "and",
        "but",
        "or",
        "both",
        "all",
        "rightly",
        "duly",
        "again",
        "instead",
        "too",
        "repeatedly",
        "publicly",
        "privately",
        "quickly",
        "reportedly",
        "apparently",
        "have",
        "would",
        "could",
        "will",
        "can",
        "may",
        "might",
        "did",
        "does",
    ]
)
OPENERS = frozenset(
    [
        "but",
        "and",
        "so",
        "yet",
        "however",
        "meanwhile",
        "then",
        "later",
        "when",
        "while",
        "as",
        "after",
        "before",
        "although",
        "though",
        "because",
        "if",
        "since",
        "until",
        "for",
        "in",
        "on",
        "at",
        "by",
        "speaking",
        "last",
        "earlier",
        "today",
        "yesterday",
        "also",
        "even",
        "still",
        "nor",
        "or",
        "now",
        "once",
        "that",
        "which",
        "where",
        "according",
        "thus",
        "what",
        "how",
        "why",
        "following",
        "responding",
        "commenting",
        "reacting",
    ]
)
PREDICATE = frozenset(
    [
        "has",
        "had",
        "have",
        "is",
        "was",
        "were",
        "are",
        "be",
        "been",
        "will",
        "would",
        "could",
        "can",
        "did",
        "does",
        "do",
        "may",
        "might",
        "must",
        "should",
        "said",
        "says",
        "told",
    ]
)
INTRODUCING = frozenset(
    ("charity", "union", "company", "firm", "group", "campaign", "network", "organisation", "consultancy")
)
CLAUSES = frozenset(("who", "whose", "which", "whom", "where", "when"))
NEVER_NOUNS = frozenset(
    [
        *("about", "above", "across", "against", "along", "alongside", "amid", "among", "around", "behind", "below"),
        *("beneath", "beside", "besides", "between", "beyond", "despite", "down", "except", "inside", "into", "like"),
        *(
            "off",
            "onto",
            "outside",
            "over",
            "past",
            "per",
            "than",
            "through",
            "throughout",
            "toward",
            "towards",
            "under",
        ),
        *(
            "unlike",
            "up",
            "upon",
            "via",
            "within",
            "without",
            "each",
            "every",
            "next",
            "some",
            "any",
            "no",
            "not",
            "both",
        ),
        *(
            "whether",
            "who",
            "quoting",
            "met",
            "told",
            "made",
            "took",
            "got",
            "let",
            "left",
            "beat",
            "sent",
            "led",
            "put",
        ),
        *("saw", "hit", "won", "lost", "ran", "gave", "came", "went", "knew", "kept", "held", "late", "early", "then"),
        *("tonight", "tomorrow", "afterwards", "here", "there", "aboard", "ago", "because", "unless", "once", "so"),
    ]
)
"""Words in lower case that stand between names and are no nouns: prepositions, verbs, adverbs."""
APPOSED = frozenset(["a", "an", "the", "of", "from", "at", "now", "then", "formerly", "who", "whose"])
"""Words with which a phrase begins that says of a name before it who that is."""
TIMED = frozenset(["in", "on", "at", "by", "after", "before", "last", "earlier", "later"])
"""Words with which a phrase of place or time begins a sentence: "On Thursday, Hale"."""
QUARTERS = frozenset(
    ["new", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "mid", "greater"]
)
PREPOSITIONS = frozenset(["of", "in", "at", "for", "from", "on", "with", "by", "to", "near"])
MODIFIERS = frozenset(
    [
        "branch",
        "opposition",
        "regional",
        "general",
        "national",
        "local",
        "joint",
        "interim",
        "former",
        "senior",
        "lead",
        "executive",
        "vice",
        "divisional",
        "deputy",
        "assistant",
        "acting",
        "lay",
        "independent",
        "temporary",
        "co",
        "honorary",
        "area",
        "borough",
        "county",
        "district",
        "parliamentary",
        "shadow",
        "general",
        "policy",
        "policing",
        "brigade",
        "cabinet",
        "group",
        "newly-appointed",
        "outgoing",
    ]
)
MODIFIERS |= {"investigating", "arresting"}
RELATIVE = frozenset(
    (
        *("who", "whose", "which", "whom", "aged", "of", "from", "at", "in", "with"),
        *("formerly", "based", "pictured", "speaking"),
    )
)


DATED = frozenset(("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"))
DATED |= {"november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
POLICE = frozenset(("police", "policing"))
"""Words behind which a comma before "fire" parts nothing: "Police, Fire and Crime", "Policing, Fire and Crime"."""
_FIELDS = frozenset(
    (
        *("Policing", "Police", "Crime", "Fire", "Criminal", "Justice", "Prisons", "Probation", "Victims", "Safety"),
        *("Resilience", "Rescue", "Communities", "Security", "Safeguarding", "Highways", "Housing"),
    )
)
"""What ministers, mayors and members of councils answer for, in lists: "for Crime, Policing and Fire"."""
LEADS = frozenset(
    (
        "leads",
        "led",
        "heads",
        "headed",
        "runs",
        "ran",
        "represents",
        "chairs",
        "chaired",
        "commands",
        "works",
        "speaks",
        "founded",
        "directs",
        "manages",
        "coordinates",
        "co-ordinates",
        "founded",
        "campaigns",
        "advises",
        "volunteers",
        "inspects",
        "studies",
        "teaches",
        "lectures",
        "researches",
        "inspected",
        "organises",
        "oversees",
    )
)
LEADS_BODY = frozenset(("chair", "chairman", "chairwoman", "president", "secretary", "treasurer", "vice-chair"))
"""Offices of a union or association, which say more of a speaker than the rank: "Sgt Jo Hale, chair of the federation"."""
CHIEFS = frozenset(("npcc", "nfcc", "chiefs", "acpo", "cfoa"))
"""Words of the councils of chiefs, for which an officer leads on something beside the office at home."""
NO_OWNERS = frozenset(("majesty", "here", "there", "that", "it", "he", "she", "what", "who", "let"))
"""Words before "'s" that own nothing."""
SAYINGS = frozenset(
    ("response", "comment", "comments", "statement", "reply", "letter", "message", "foreword", "evidence")
)
DESCRIBING = frozenset(("charity", "group", "union", "campaign", "organisation", "network", "company", "firm", "trust"))
DESCRIBING |= {"provider", "contractor", "supplier", "operator", "consultancy", "helpline"}
_PARTING = frozenset((",", "\u2013", ";", ":", "|"))


def without_brackets(tokens: list[Token]) -> list[Token]:
    """Tokens less what stands in brackets."""
    for token in tokens:
        if token.text == "(":
            break
    else:
        return tokens
    kept, depth = [], 0
    for token in tokens:
        if token.text == "(":
            depth += 1
        elif token.text == ")" and depth:
            depth -= 1
        elif not depth:
            kept.append(token)
    return [token for token in tokens if token.text != "("] if depth else kept


def goes_on(before: Token, behind: Token) -> bool:
    """Whether a comma between two words parts nothing but the fields of one office: "Police, Fire and Crime"."""
    if behind.key == "fire" and before.key in POLICE:
        return True
    return behind.text in _FIELDS and before.text in _FIELDS


def cut_phrases(tokens: Sequence[Token]) -> list[list[Token]]:
    """Stretches between commas and dashes; the comma in "Police, Fire and Crime" parts nothing."""
    if _PARTING.isdisjoint([token.text for token in tokens]):
        return [list(tokens)]
    found: list[list[Token]] = [[]]
    for number, token in enumerate(tokens):
        if token.text in _PARTING:
            ahead = tokens[number + 1].key if number + 1 < len(tokens) else ""
            if not (ahead and token.text == "," and found[-1] and goes_on(found[-1][-1], tokens[number + 1])):
                found.append([])
                continue
        found[-1].append(token)
    return found


SUBORDINATING = frozenset(
    ("after", "when", "while", "because", "since", "before", "until", "that", "although", "though")
)
"""Words in lower case with which a clause begins, whose own subject follows."""
SEATS = frozenset(("cllr", "councillor", "coun", "alderman", "ald"))
NOT_NOUNS = NEVER_NOUNS | PREPOSITIONS | ADVERBS | OPENERS | CLAUSES | PREDICATE | PRONOUNS | LINKS
"""Words that are no part of a noun phrase before a name."""


_GOVERNING = PREPOSITIONS | LINKS


def last_phrase(tokens: list[Token]) -> list[Token]:
    """Tokens from the last article on that begins a noun phrase of its own: "The report quotes a victim"."""
    for number in range(len(tokens) - 1, 0, -1):
        before = tokens[number - 1]
        if tokens[number].key in DETERMINERS and before.text.islower() and before.key not in _GOVERNING:
            return tokens[number:]
    return tokens


def first_phrase(tokens: list[Token]) -> list[Token]:
    """Tokens before the article that begins the next noun phrase: "In the view of one sergeant the rota was"."""
    for number in range(2, len(tokens)):
        if tokens[number].key in DETERMINERS and tokens[number - 1].key not in _GOVERNING:
            return tokens[:number]
    return tokens


def is_one(segment: Sequence[Token]) -> bool:
    """Whether a phrase is "one of them", which the next explains."""
    return len(segment) > 2 and segment[0].key in ("one", "another") and segment[1].key == "of"
