"""Who a noun phrase is: the inspectorate, a pronoun, a person whom the quotes know better, or somebody else.

Enters a line and a noun phrase in it; leaves one of `ours` (the inspectorate), `it` and `they`, `he`, `we`, `name`,
`other`, or "" where nobody is named.
"""

from __future__ import annotations

from typing import NamedTuple

from extract.expressions import expression
from extract.pipes.recommendations.lines import Line

_OUTSIDERS = expression("[ON]")
_OWNED = expression(r"[BFSw]z?\w*R$")
_BODIES = expression("[FBS]")
_ONE = frozenset(("one", "another"))
_QUOTES = expression('[EW]?:"')
"""One of many whom inspectors met, and what he said."""

_THEIRS = frozenset(("his", "her"))
_PART = expression(
    r"(?:the |its |that |this |(?:the )?body of the )?(?:chapter|page|paragraph|section|part|narrative|summary|foreword|preface|annex|appendix|text)\b"
)
"""Parts of a report, which say what it says: "Chapter four says that \u2026"."""

_TEAM = expression(r"\binspect(?:ion|ing) (?:body|bodies|agency|team|service|organisation)$")
_THEIR_OWN = expression("D?[RH]h*z[wc]")
_AUTHORS = expression(r"(?:its|the|the report's) authors?\b(?! of the (?!report|review|inspection))")
_TIME_OF = expression(
    r"\b(?:(?:year|month|week|autumn|summer|spring|winter|today|yesterday|[a-z]+day|january|february|march|april|may|june|july|august|september|october|november|december|round|decade)'s|\d{4}'s|(?:years|months|weeks)')"
)
"""Before a report: when it came out, and not whose it is."""

_RANK = expression(r"(?:chief |detective |police )?inspector [a-z]")
_POSTS = frozenset(("lead", "head", "chair"))
_HM = expression(r"\bhm|majesty|inspector (?:of|for)\b|hmi\b")
NOUNS = frozenset(("recommendation", "recommendations"))
LABEL = expression(r"\b(?:causes? of concern|areas? for improvement|afis?|recommendations?)\b")


class Credit(NamedTuple):
    """Whom a clause is credited to.

    Args:
        who: As above.
        verb: Token of the verb that reports or asks, or -1.
        name: Last word of who it is.
    """

    who: str
    verb: int = -1
    name: str = ""


NOBODY = Credit("")
_PLAIN = {"": "", "D": "they", "I": "it", "E": "they", "W": "we", "J": "we", "K": "he", "H": "ours"}
"""Who the plainest noun phrases are: "these", "it", "they"."""


def credit_of(line: Line, first: int, last: int, verb: int) -> Credit:
    """The credit of a noun phrase and the verb that reports."""
    if line.word(verb) == "heard":
        return Credit("other", verb)  # what somebody told them
    if line.text[first:last] == "0" and line.word(first) in _ONE and _QUOTES.match(line.text, verb + 1):
        return Credit("other", verb)  # "One told us: "They must stop""
    return Credit(class_of(line, first, last), verb, line.word(last - 1))


def class_of(line: Line, first: int, last: int) -> str:
    """Who a noun phrase is."""
    text = line.text[first:last]
    plain = _PLAIN.get(text)
    if plain is not None:
        return plain
    if text[0] == "0" and line.word(first - 1) in NOUNS:
        return "ours"  # "recommendation 3 says"
    if text == "DB" and line.word(last - 1) == "team":
        return "it"
    said = line.words(first, last)
    if _AUTHORS.match(said) or _THEIR_OWN.match(text):
        return "ours"  # "its authors", "the watchdog's Jo Bland"
    if text[-1] == "z" or LABEL.search(said) or _PART.match(said):
        return "ours"  # "the cause of concern says", "Kent's says", "page 31 says"
    if text[-1] in "IE":
        return "it" if text[-1] == "I" else "they"
    if "former " in said:
        return "other"
    if said.endswith((" predecessor", " predecessors")):
        return "we"
    if line.word(first) in _THEIRS and "H" not in text and not _HM.search(line.words(first, last)):
        return "he"  # "her letter"
    if text == "yK":
        return "he"
    if text[-1] in "WJ":
        return "we"
    if _TEAM.search(said):
        return "ours"
    if _OUTSIDERS.search(text):
        return "other"
    owner = _OWNED.search(text)
    if "H" in text:
        return "ours"
    if "R" in text:
        words = line.words(first, last)
        if words.endswith("reports") and text[0] != "D" and line.word(last) == "of":
            return "other"  # "received reports of men in vans"
        if owner and "z" in text and "Rz" not in text and not (_HM.search(words) or _TIME_OF.search(words)):
            return "other"  # "the union's report"
        if _RANK.search(words) and not _HM.search(words):
            return "name"
        if text.endswith("RV") and line.word(last - 1) not in _POSTS:
            text = text[:-1]  # "The report set a date, and says"
        if text.endswith("R") or "RP" in text or "Rp" in text or _HM.search(words):
            return "ours"
        return "name"
    if _BODIES.search(text):
        return "name" if text.endswith("w") else "other"
    if (text[0] == "0" or text[:2] == "D0") and not line.words(first, first + 1)[:1].isdigit():
        return "it"  # "the first says that"
    return "name" if line.reading.text[line.start(last - 1)].isupper() else "other"


def lists_asks(line: Line, at: int) -> bool:
    """Whether a sentence lists as recommendations what begins at a token: "are: that A; that B"."""
    noun = line.text.rfind("j", 0, at)
    return noun >= 0 and line.word(noun) in NOUNS and line.text.find(":", noun, at) > 0
