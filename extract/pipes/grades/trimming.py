"""Where an area begins and ends: without the words before and behind it that do not name it.

Enters a text in lower case and the offsets of a wording; leaves those of the area.
"""

from __future__ import annotations

from functools import lru_cache

from extract.document.forms import FUNCTION_WORDS
from extract.expressions import expression

ASKED = r"(?:how [a-z]+|to what extent) (?:does|do|did|is|are|was|has|have|can)(?: (?:the|your|our|this) (?:force|service|constabulary|brigade)| it| they| we| forces| services| officers| [a-z]+ (?:police|constabulary))?"
"""The opening of a question that an inspectorate asks: "How well does the force \u2026"."""
_LEAD = expression(
    rf"(?:(?:{ASKED}|,|(?:how|the way|the way in which)(?: well)? the (?:force|service|constabulary|brigade|prison|unit)|together with|along with|apart from|other than|aside from|and|both|also|either|namely|including|only|as|to be|being|at|in|for|on|over|with(?! re(?:gard|spect) to)|to(?= (?:how|the way|[a-z]+ing\b|its|their))|under|when it comes to|in terms of|in relation to|in respect of|as regards"
    r"|with re(?:gard|spect) to|regarding|how well|how effectively(?= it)|how(?! [a-z]+ly (?:it|they|we|the|officers|staff|crews)\b| (?!well )[a-z]+ (?:its|their|our|the) [a-z]+ (?:is|are)\b)|the extent to which(?: the (?:force|service|constabulary|brigade))?|the way in which|the way that|the way|the manner in which|its|it's|their|our|his|the|it|they|we|the force|the service|the constabulary|the brigade|the prison"
    r"|force's|police's|service's|constabulary's|brigade's|is|are|that|work on|(?:(?:made|shown|seen) )?(?:[a-z]+ )?progress (?:in|on|with|at)|focus(?:ed|es|ing)? on|inspections? (?:of|into)|areas of|area of|the areas of|the area of|questions of|of|all of|across|bar|barring|except|except for|excepting|excluding|save for|performance (?:in|at|on|for|when it comes to)|(?:other|second|third|another|one)(?= (?:for|in|at|on)\b)|a|an|about|respect of|terms of|relation to|rest,|others,|remainder,|(?:across )?(?:all )?(?:the |its |their |our )?(?:two |three |four |five |six |seven |eight |nine |ten |eleven |\d+ )?(?:main |key |core |headline )?(?:pillars|categories|questions|strands|headings|themes) of|aspects of|each of|the following)(?:\s+|(?=['\"]))|['\"\u2013:(,;-]\s*)+",
)
_CLAUSE = expression(r"(?<![\w'-])(?:said|says|told|tweeted|insisted)(?![\w'-])")
"""What an area never holds: the verb of a speaker."""
_NO_AREA = expression(
    r"(?:(?:those|these|that|this|the) )?(?:two |three )?(?:grades?|ratings?|marks?)\b|(?:down|up) a (?:notch|grade)\b"
    r"|(?:of )?(?:the )?(?:rest|others|remainder)$|(?:an? |the )?(?:areas? for improvement|causes? (?:of|for) concern)$"
)
_BODIES = expression(
    r"(?:[a-z]+ ){0,4}(?:forces|services|brigades) to (?:achieve|get|receive|be|have|earn|win)\b"
    r"|(?:(?!with|of|by|from|between|for)[a-z]+ ){0,3}(?<!ing )(?:police )?forces$|(?<=only )services$"
)
"""Bodies, which are no area either."""
_HEADS = (
    *("area", "areas", "pillar", "pillars", "category", "categories", "question", "questions", "front", "fronts"),
    *("count", "counts", "heading", "headings", "measure", "measures", "respects", "domain", "domains", "board"),
    "criteria",
)
"""Nouns that name no area, whatever counts them."""
_ENDS = frozenset(head[-4:] for head in _HEADS)
_COUNTED = expression(
    r"(?:(?:all|each|every|any|these|those|the|others?|of|several|most|many|some|key|main|remaining|inspected|two|three|four|five|six|seven|eight|nine|ten|eleven|\d+) )*[a-z]+"
)
_GLOSS = expression(r",? (?:in essence|in effect|in other words|that is|i\.e\.|or how)\b")
"""What explains an area behind it."""
_TRAIL = expression(
    r"(?:[\s,;:.?'\")\u2013-]+|\s(?:and|or|but|while|with|which|where|both|were|was|is|are|as|it|to|to be|as well|too|again|respectively|alike|overall|also|all|each|in (?:its|their|our) own|in particular|this time|last time|that year|that time|however|by contrast|meanwhile|category|categories|pillar|strand|theme|heading|among (?:them|these|those)|very|nearly|almost|merely))+$"
)
_DEGREES = ("progress", "improvement", "improvements", "very", "only", "quite", "rather", "merely", "nearly", "almost")
_MARKS = " \n,;:.?'\")\u2013-"
_LAST = frozenset(
    (
        *("and", "or", "but", "while", "with", "which", "where", "both", "were", "was", "is", "are", "as", "it", "to"),
        *("be", "well", "too", "again", "respectively", "alike", "overall", "also", "all", "each", "own"),
        "particular",
        *("time", "year", "however", "contrast", "meanwhile", "category", "categories", "pillar", "heading"),
        *("strand", "theme", "them", "these", "those", "very", "nearly", "almost", "merely"),
    )
)
"""The last words of what trails: only behind one of them, or behind a mark, is it worth a search, which tries every word."""
_PILLAR = expression(
    r"(?:[a-z]+ ){0,2}['\"]?(?P<area>effectiveness|efficiency|legitimacy|leadership)['\"]? (?:assessment|inspection|report|review)s?"
)
"""The name of a pillar before the noun of its inspection: 'the annual "legitimacy" assessments'."""
_WATCHED = tuple(f"{noun}{end}" for noun in ("assessment", "inspection", "report", "review") for end in ("", "s"))
_OPENED = expression(r"(?<![^\s(])(['\"])(?=\w)(?:(?!\1).|(?<=\w)'(?=\w))*$")
"""A mark that opens inside an area and does not close there."""


@lru_cache(maxsize=64)
def clean(lower: str, start: int, end: int) -> tuple[int, int] | None:
    """An area without the words before and behind it that do not name it.

    The last answers are remembered, as what a wording looks like and how it is parted both ask.

    Args:
        lower: The reading in lower case.
        start: Where the wording begins.
        end: Where it ends.

    Returns:
        Offsets of the area, or None if nothing is left.
    """
    while start < end and lower[start] in " \n":
        start += 1
    if lead := _LEAD.match(lower, start, end):
        start = lead.end()
    start += len("own ") * lower.startswith("own ", start, end)
    text = lower[start:end]
    if text.endswith(_WATCHED) and (pillar := _PILLAR.fullmatch(text)):
        start, end = start + pillar.start("area"), start + pillar.end("area")
        text = lower[start:end]
    if text and (text[-1] in _MARKS or text.rpartition(" ")[2] in _LAST) and (trail := _TRAIL.search(text)):
        text = text[: trail.start()].rstrip(" \n")
    if "in e" in text or "in other" in text or "that is" in text or "i.e." in text or ", or how" in text:
        gloss = _GLOSS.search(text)
        text = text[: gloss.start()] if gloss and gloss.start() else text
    if "(" in text and text.count("(") > text.count(")"):
        text = text[: text.find("(")].rstrip(" ")
    end = start + len(text)
    if end - start < 3 or text in FUNCTION_WORDS or text in _DEGREES or _NO_AREA.match(text):
        return None
    if ("forces" in text or "services" in text or "brigades to " in text) and _BODIES.match(lower, start, end):
        return None
    if text[-4:] in _ENDS and text.endswith(_HEADS) and _COUNTED.fullmatch(text):
        return None
    said = "said" in text or "says" in text or "told" in text or "tweeted" in text or "insisted" in text
    return None if said and _CLAUSE.search(lower, start, end) else (start, _closed(lower, start, end))


def _closed(lower: str, start: int, end: int) -> int:
    """The end of an area behind the mark that closes what it quotes: "delivering 'what matters most'"."""
    mark = lower[end : end + 1]
    if not mark or mark not in "'\"" or lower.find(mark, start + 1, end) < 0:
        return end
    opened = _OPENED.search(lower, start + 1, end)
    return end + 1 if opened and opened[1] == mark else end
