"""The person with whom the sentence before speech begins, or whom the question before it asks."""

from __future__ import annotations

from extract.expressions import expression
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes.attribution import Attribution
from extract.pipes.quotes.colons import main_subject
from extract.pipes.quotes.page import Page

_STATED = expression(r",? (?:is|was|had|has|were|[a-z]{2,}ed|shook|sat|stood|laughs|shrugs|nods|smiles|sighs)\b")
_ASKS = expression(
    r"(?:(?:And|But|So),? )?(?:(?:What|Why|How|When|Where)(?: \w+){0,3} )?(?:[Dd]oes|[Ww]ould|[Dd]id|[Dd]o|[Ii]s|[Ww]as|[Ww]ill|[Cc]an|[Cc]ould|[Hh]as|[Hh]ad|[Ss]hould)(?:n't)? "
    r"(?:(?P<who>he|she)\b|(?:(?P<title>[A-Z][a-z]{1,3}) )?(?P<name>[A-Z][\w'-]+))"
)
"""The subject of a question."""


def lead_credit(reading: Page, sentence: tuple[int, int]) -> Attribution | None:
    """The person with whom a sentence of narrative before speech begins: "Hale shrugged. '\u2026'"."""
    if reading.text[sentence[1] - 1] == "?":
        return _asked(reading, sentence)
    speaker = reading.lead(*sentence)
    weak = speaker is None or speaker.form not in ("name", "surname", "pronoun")
    if weak:
        speaker = main_subject(reading, *sentence) or speaker
    if speaker is None or speaker.form not in ("name", "surname", "pronoun"):
        inside = reading.between(*sentence)
        speaker = (
            inside[0] if len(inside) == 1 and _STATED.match(reading.text, max(inside[0].until, inside[0].end)) else None
        )
    if speaker is None:
        return None
    known = reading.text[speaker.start : speaker.end] in reading.names
    if speaker.form == "surname" and not (speaker.title or speaker.role or known):
        return None
    if speaker.form == "pronoun" and reading.lower[speaker.start : speaker.end] not in ("he", "she"):
        return None
    return Attribution(speaker.start, speaker.end, "", speaker, sentence[0])


def _asked(reading: Page, sentence: tuple[int, int]) -> Attribution | None:
    """Who answers a question that the article puts: "Would she come? '…'", "Does Hale mind? '…'"."""
    match = _ASKS.match(reading.text, *sentence)
    if match is None:
        return None
    one = Speaker("pronoun", *match.span("who")) if match["who"] else None
    if one is None and match["name"] in reading.names:
        one = Speaker("surname", *match.span("name"), (match["title"] or "").lower())
    return Attribution(one.start, one.end, "", one, sentence[0]) if one else None
