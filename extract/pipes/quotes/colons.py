"""Who is named before a colon and speech, without a verb of saying.

Enters a block; leaves the speaker before the colon, by name, by an announcement or as a body.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from extract.document.forms import alternation
from extract.expressions import expression
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes.page import Page, begin_of

_CAPITALS = expression(r"(?<![\w'-])[A-Z][A-Z'-]+(?: [A-Z][A-Z'-]+){1,2}$")
"""A name in capitals before a colon: "JO HALE: '\u2026'"."""
_BODY = expression(r"(?:[A-Z]{3,}|[A-Z][\w&'-]+(?: (?:(?:of|and|for|the|&) )?[A-Z][\w&'-]+){1,5})")
"""The name of a body alone before a colon: "HMICFRS: '\u2026'"."""
_QUESTIONED = ("Asked ", "Pressed ", "Challenged ", "Questioned ", "Quizzed ", "Told ")
"""How a sentence begins with what somebody is asked."""
_PASSAGE = expression(
    r"(?:(?:area for improvement|recommendation|paragraph|page|section|chapter) (?:no\.? )?\d+[a-z]?|(?:the )?(?:foreword|executive summary|first page|last page|last line|first line|opening line)) "
)


_MAIN = expression(r", (?:(?P<who>he|she)|(?:(?P<title>[A-Z][a-z]{1,3}) )?(?P<name>[A-Z][\w'-]+)) [a-z]")
"""The subject behind a clause with which a sentence begins: "Asked if he would go, he shrugged."."""
_PLACED = expression(
    r"(?:For|From|At|In|On|Over|Outside|Inside|Among|Across) [^,;:\"]{3,60}, (?:the |its |our |their )?"
)
"""Where, or for whom, somebody speaks, before their name."""
_ACTS = expression(r",? (?:(?:has|had|is|was|was not) )?[a-z]+(?:s|ed|ing)?\b")


class Named(NamedTuple):
    """A speaker before a colon.

    Args:
        colon: Offset of the colon, or of the mark of a question in its place.
        speaker: Who speaks.
        start: Where the sentence begins.
    """

    colon: int
    speaker: Speaker
    start: int


class Colons:
    """Reads what stands before a colon.

    Args:
        cues: Table of `cues/quotes.toml`.
    """

    def __init__(self, cues: Mapping[str, Any]) -> None:
        headed = alternation(cues["headed"])
        self.owner = expression(
            rf"(?:(?P<pronoun>His|Her|Their)|(?P<who>[^.:;!?]{{3,60}}?)'s?) (?:[\w-]+ ){{0,3}}(?:{headed})\b",
            holder=self,
        )
        self.voices = expression(rf"\b(?:{alternation(cues['voices'])})\b", holder=self)
        self.within = expression(
            rf"\b(?:in|from|of|by) (?P<who>{alternation(cues['voices'])})(?: itself)?$", holder=self
        )

    def named(self, reading: Page, start: int, speech: int, verbs: Sequence[int]) -> Named | None:
        """A name and a colon before speech, without a verb: "Chief Officer Jo Hale: 'Here is \u2026'".

        Args:
            reading: The text.
            start: Where the stretch before the speech begins.
            speech: Where the speech begins.
            verbs: Where verbs of saying stand.
        """
        colon = reading.text.rfind(":", start, speech)
        if (
            colon < 0
            and reading.text.startswith("? ", speech - 3)
            and self.owner.match(reading.text, start, speech - 3)
        ):
            colon = speech - 3  # "Hale's verdict? '…'"
        if colon < 0 or speech - colon > 3:
            return None
        start = max(start, reading.sentences[reading.sentence_at(colon)].start)
        if colon - start > 140 or any(start <= verb < colon for verb in verbs):
            return None
        speaker = reading.before(start, colon)
        if (
            speaker is None
            or speaker.form not in ("name", "surname")
            or (speaker.start > start and "." in reading.text[start : speaker.start])
        ):
            speaker = self._announcing(reading, start, colon)
        label = _CAPITALS.search(reading.text, start, colon) if speaker is None else None
        if label:
            speaker = Speaker("name", *label.span())
        if speaker is None and (body := _BODY.fullmatch(reading.text, start, colon)):
            speaker = Speaker("body", *body.span())
        if speaker is None:
            return None
        return Named(colon, speaker, start)

    def _announcing(self, reading: Page, start: int, colon: int) -> Speaker | None:
        """Whose message a sentence announces: "Her answer was short:", "The inspectorate's verdict is blunt:"."""
        begin = max(start, reading.sentences[reading.sentence_at(colon)].start)
        match = self.owner.match(reading.text, begin, colon)
        if match and match["pronoun"]:
            return Speaker("pronoun", match.start("pronoun"), match.end("pronoun"))
        if match:
            found = reading.before(begin, match.end("who"), apposed=True)
            return found if found and found.form in ("name", "surname", "role", "body") else None
        voice = self.voices.match(reading.lower, begin, colon) or _PASSAGE.match(reading.lower, begin, colon)
        if voice is None and reading.text.startswith(_QUESTIONED, begin):
            return main_subject(reading, begin, colon)  # "Asked if he would go, he shrugged:"
        lead = reading.lead(begin, colon) if voice is None else None
        if voice:
            return Speaker("body", voice.start(), voice.end())
        if (lead is None or lead.form == "body") and (acting := self._acting(reading, begin, colon)):
            return acting
        if within := self.within.search(reading.lower, begin, colon):
            return Speaker("body", *within.span("who"))  # "Another is set out in the report:"
        if (
            lead is None
            or lead.form == "body"
            or (lead.form == "role" and lead.title != "anonymous" and reading.text[begin] == "A")
        ):
            return None
        text = reading.text[lead.start : lead.end]
        if lead.form == "pronoun" and text.lower() not in ("he", "she"):
            return None
        first = text.lower() in reading.parser.lexicon.first_names
        return (
            None if lead.form == "surname" and not (lead.title or lead.role or first or text in reading.names) else lead
        )

    @staticmethod
    def _acting(reading: Page, begin: int, colon: int) -> Speaker | None:
        """The one person whom a sentence names, behind where or for whom they speak: "For the Guild, Jo Hale wants more:"."""
        inside = reading.between(begin, colon)
        if len(inside) != 1 or not _PLACED.fullmatch(reading.text, begin, begin_of(inside[0])):
            return None
        acts = _ACTS.match(reading.text, max(inside[0].until, inside[0].end), colon)
        return inside[0] if acts else None


def main_subject(reading: Page, start: int, end: int) -> Speaker | None:
    """The subject behind the clause with which a sentence begins, where it is a pronoun or somebody whom the text names."""
    main = _MAIN.search(reading.text, start, end)
    if main is None or not (main["who"] or main["name"] in reading.names):
        return None
    if main["who"]:
        return Speaker("pronoun", *main.span("who"))
    return Speaker("surname", *main.span("name"), (main["title"] or "").lower())
