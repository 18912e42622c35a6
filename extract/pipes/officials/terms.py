"""Since when and how long somebody has had an office, and what somebody is said to lead.

Enters the tokens behind a name; leaves them without such words, or offsets of a body.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from extract.document.dates import NUMBERS
from extract.pipes.officials.lexicon import Token
from extract.pipes.officials.words import DATED, DESCRIBING, DETERMINERS, PREPOSITIONS

BEGINS = frozenset(
    ("took", "takes", "joined", "serves", "served", "works", "acts", "stepped", "doubles", "started", "sits")
)
"""Words that an office follows behind "as": "who took over as chief constable"."""
WHEN = frozenset(("in", "on", "after", "before", "from", "last", "this", "earlier", "when"))
"""Words that say when somebody came into an office, or with what it ends."""
WHENS = DATED | {"spring", "summer", "autumn", "winter"}
"""Days, months and seasons."""
_NUMBERS = (frozenset(NUMBERS) - {"zero", "one"}) | {
    *("almost", "nearly", "just", "about", "over", "more", "only", "around"),
}
"""Words with which it begins how long somebody has had an office."""
_LINKS = frozenset(("since", "until", "in", "for", "at"))
_LY_NOUNS = frozenset(("family", "assembly", "ally", "bully", "reply"))
"""Nouns that end as adverbs do."""
HAVING = frozenset(("has", "had", "now", "currently", "also"))
_LED = frozenset(
    (
        *("leads", "led", "heads", "headed", "runs", "ran", "run", "commands", "chairs", "manages", "oversees"),
        *("co-ordinates", "coordinates", "co-ordinated", "coordinated", "directs", "supervises", "organises"),
    )
)
_OWNERS = frozenset(("commissioner", "council", "force", "constabulary", "brigade", "union", "charity", "authority"))
"""Bodies that own what somebody is said to run."""
_DESCRIBED = 7
"""Within how many words behind a name it is said to be a charity."""
SPEAKS = frozenset(("speaks", "works", "campaigns", "volunteers", "organises", "acts"))
"""What somebody does for the body behind "for"."""
SPEAKING = frozenset(("speaking", "prosecuting", "appearing", "acting"))
"""Words before "for" and the body that somebody speaks for."""
_WHOLE = frozenset(("force", "service", "constabulary", "brigade", "inspection", "union", "charity", "panel"))
"""Nouns for a body of which somebody is said to be the head."""

_CHAIRS = frozenset(("chairs", "chaired"))
_MEETING = frozenset(("panel", "group", "forum"))
"""What somebody chairs that has no name of its own."""
_OWNING = frozenset(("his", "her", "their", "my", "our"))
"""Words before what somebody has, behind a verb."""
_ACTED = frozenset(
    (
        *(
            "wrote",
            "spoke",
            "gave",
            "took",
            "made",
            "went",
            "came",
            "saw",
            "met",
            "sent",
            "got",
            "began",
            "drew",
            "told",
        ),
        *("said", "thought", "felt", "brought", "heard", "knew", "sat", "stood", "asked", "called", "rang", "read"),
    )
)
"""Past tenses with which no office begins."""
BIDDING = frozenset(
    ("Ask", "Meet", "Join", "Picture", "Take", "See", "Watch", "Follow", "Imagine", "Enter", "Try", "Thank")
)
"""Verbs by which a report bids its reader."""
GOVERNING = frozenset(("of", "for", "from", "by"))
ADDRESSED = ("majesty", "honour")
"""Words behind "his" or "her" with which an office begins."""
ON_CASE = frozenset(("case", "investigating", "arresting"))
"""Words that say what somebody has to do with what an article tells, and name no office: "the officer in the case"."""
RANKS = frozenset(("pc", "dc", "ds", "sgt", "insp"))
"""Ranks of the police that stand before a name as a title does."""
PARTS = frozenset(("team", "unit", "squad", "department"))
"""What "our" makes a part of whoever publishes."""
CROWN = frozenset(("hmi", "hm", "his", "her"))
"""Words with which the office of an inspector begins."""
_LEADING = frozenset(("lead", "head", "chair", "champion", "command", "partner", "deputise"))
"""What somebody is appointed to do, in words that name an office as well."""
_CREWS = frozenset(("commander", "manager", "officer", "leader", "support", "assistant"))
"""Offices of a watch in a fire station."""


_STREETS = frozenset(
    (
        *("road", "street", "avenue", "lane", "close", "drive", "crescent", "gardens", "terrace", "grove", "way"),
        *("court", "walk", "square", "rise"),
    )
)
_SITTING = frozenset(("crown", "magistrates", "county", "high", "sheriff", "coroner", "coroners", "supreme", "youth"))
"""Courts that are none to live in."""
_PAST = frozenset(("until", "previously", "formerly", "once", "before", "earlier"))
"""Words by which a clause tells what is over."""


def led(words: Sequence[Token], verb: int, places: Collection[str]) -> tuple[int, int] | None:
    """What somebody is said to lead by its noun alone, letters or place: "who leads the force", "who has run KFRS"."""
    if words[verb].key not in _LED:
        return None
    first, last, owner = words[verb + 1], words[-1], words[verb + 2] if len(words) > verb + 3 else None
    if owner and words[verb].key in _CHAIRS and last.key in _MEETING and last.text.islower():
        own = max((n for n in range(verb + 1, len(words)) if words[n].owner), default=verb + 1)
        return words[own + 1].start, last.end  # "who chairs the county's stop and search panel"
    if first.key in DETERMINERS and owner and owner.owner and owner.text.islower() and owner.key in _OWNERS:
        return owner.start, owner.end - (2 if owner.text.endswith("'s") else 1)  # "who runs the council's helpline"
    if (first.text.isupper() and len(first.text) > 2) or (first.key in places and first.capital):
        end = next((n for n in range(verb + 2, len(words)) if not words[n].capital), len(words))
        return first.start, words[end - 1].end
    if last.text.isupper() and len(last.text) > 2 and words[-2].key in ("the", "of"):
        return last.start, last.end  # "who chairs the county branch of the NFU"
    if first.key not in DETERMINERS:
        return None
    number = verb + 2
    while number + 1 < len(words) and (words[number].owner or words[number].key in ("fire", "police")):
        number += 1
    if number >= len(words) or words[number].key not in _WHOLE or words[number].owner:
        return None
    return words[number].start, words[number].end


def is_act(words: Sequence[Token]) -> bool:
    """Whether a phrase behind a name begins with a verb: "shook her head", "talks to the chief"."""
    first, ahead = words[0], words[1].key if len(words) > 1 else ""
    if not first.text.islower() or first.key in PREPOSITIONS:
        return False
    if first.key in _ACTED and not ahead.endswith("by"):
        return True  # "wrote to the commissioner"
    verbal = first.key.endswith(("s", "ed"))
    return ahead in _OWNING or (verbal and (ahead in DETERMINERS or ahead in ("to", "with", "about")))


def is_adverb(word: Token) -> bool:
    """Whether a word ends as adverbs do and is no noun: "recently", not "family"."""
    return word.key.endswith("ly") and not word.capital and word.key not in _LY_NOUNS


def is_bidding(ahead: Token | None) -> bool:
    """Whether such a verb, by the word behind it, begins a sentence: "Watch Sgt Jo Hale", but no "Watch Commander Jo Hale"."""
    return ahead is not None and ahead.key not in _CREWS


def parted(words: Sequence[Token], heads: Collection[str]) -> tuple[Sequence[Token], Sequence[Token]]:
    """The office in brackets behind a name, and its field or body behind a comma: "(Superintendent, Neighbourhoods)"."""
    comma = next((n for n, word in enumerate(words) if word.text == ","), len(words))
    office, rest = words[:comma], words[comma + 1 :]
    if not any(word.key in heads for word in office):
        return words, ()
    if words[-1].text.islower():
        return office, ()  # "(HM Inspector, HMICFRS, by video)"
    return (words, ()) if any(word.key in heads for word in rest) else (office, rest)


def is_past(segment: Sequence[Token]) -> bool:
    """Whether a clause tells what somebody did before: "who led Kent Police until last year"."""
    return not _PAST.isdisjoint([token.key for token in segment])


def ends_body(left: Sequence[Token], spokespeople: Collection[str], roles: Collection[str]) -> bool:
    """Whether capitals go on with the name of the body for which somebody speaks: "A spokesman for Victim"."""
    if not left or not left[-1].capital or left[-1].key in roles:
        return False
    keys = [token.key for token in left]
    spoken = next((n for n, key in enumerate(keys) if key in spokespeople), len(keys))
    return keys[spoken + 1 : spoken + 2] in (["for"], ["from"], ["at"])


def is_described(segment: Sequence[Token]) -> bool:
    """Whether a phrase says of what stands before it that it is a charity, a firm or the like."""
    for number, token in enumerate(segment[:_DESCRIBED]):
        if token.key in DESCRIBING and number and segment[0].key in DETERMINERS and not token.owner:
            ahead = segment[number + 1] if number + 1 < len(segment) else None
            return ahead is None or ahead.key in PREPOSITIONS or ahead.key in ("that", "which", "based", "run")
    return False


def owns_office(words: Sequence[Token], number: int, heads: Collection[str]) -> bool:
    """Whether "people's" and the like end a name that owns the office behind it: "Missing People's chief executive"."""
    ahead = words[number + 1 : number + 3]
    named = number and words[number - 1].capital and words[number].capital and words[number - 1].text != "The"
    return bool(named and ahead and ahead[0].text.islower() and ahead[-1].key in heads)


def is_in_name(words: Sequence[Token], roles: Collection[str]) -> bool:
    """Whether "New" begins the name of a place, and says nothing of an office: "New Forest MP"."""
    return words[0].text == "New" and len(words) > 2 and words[1].capital and words[1].key not in roles


def until_time(words: Sequence[Token]) -> list[Token]:
    """A phrase without what says since when: "commissioner since 2021", "chief constable two years ago", "chief for two years"."""
    keys = [token.key for token in words]
    since = len(words)
    for n in () if _LINKS.isdisjoint(keys) else range(1, len(words)):
        link, ahead = keys[n], keys[n + 1 : n + 3]
        if (
            link in ("since", "until")
            or (link == "in" and ahead and (ahead[0].isdigit() or not WHENS.isdisjoint(ahead)))
            or (link == "for" and ahead and (ahead[0] in _NUMBERS or ahead[0].isdigit()))
            or (link == "at" and ahead == ["the", "time"])
        ):
            since = n
            break
    if words and keys[-1] == "ago":
        since = min(since, len(words) - 3)
    return list(words[: max(since, 1)])


def until_place(words: Sequence[Token]) -> list[Token]:
    """A phrase without an adverb of place or time at its end: "commissioner there"."""
    kept = list(words)
    while kept and kept[-1].key in ("there", "here", "now", "today", "too", "locally"):
        kept.pop()
    return kept


def from_owner(words: Sequence[Token]) -> Sequence[Token]:
    """A phrase from its last article or possessive on, with the owner before it."""
    for number in range(len(words) - 1, -1, -1):
        if words[number].key in DETERMINERS:
            return words[number:]
    return words


def is_to_do(words: Sequence[Token]) -> bool:
    """Whether words say what somebody is to do and name no office: "appointed to lead the inspectorate"."""
    return words[0].key == "to" and len(words) > 1 and words[1].text in _LEADING


def is_further(words: Sequence[Token], number: int) -> bool:
    """Whether an article begins what an office is for as well: "Minister for Policing and the Fire Service"."""
    if number < 3 or words[number - 1].key != "and" or number + 1 == len(words):
        return False
    return words[number + 1].capital and words[number - 2].capital and words[number - 3].key in ("for", "of")


def is_fielded(words: Sequence[Token], heads: Collection[str]) -> bool:
    """Whether words end in an office and its field: "the lead for Ports and"."""
    comma = max((n for n, token in enumerate(words) if token.text == ","), default=-1)
    keys = [token.key for token in words[comma + 1 :]]
    head = next((n for n, key in enumerate(keys) if key in heads), len(keys))
    return "for" in keys[head + 1 :] or "of" in keys[head + 1 :]


def is_place(words: Sequence[Token], places: Collection[str]) -> bool:
    """Whether words are the name of a force's place and nothing else."""
    return all(word.capital for word in words) and any(word.key in places for word in words)


def is_address(words: Sequence[Token]) -> bool:
    """Whether words behind a name say where somebody lives: "of Chapel Rise", "Harbour Court"."""
    for number in range(1, len(words)):
        before, token = words[number - 1], words[number]
        if token.key in _STREETS and token.capital and before.capital and before.key not in _SITTING:
            return number + 1 == len(words) or not words[number + 1].capital
    return False
