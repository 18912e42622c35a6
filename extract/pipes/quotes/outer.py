"""Whose quoted words are where one statement tells of another: "said they felt '\u2026'", "said that the force accepted '\u2026'".

Enters the attributions of a sentence before the words; leaves the one that governs them.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.expressions import expression
from extract.pipes.quotes.attribution import Attribution
from extract.pipes.quotes.page import Page
from extract.pipes.quotes.verbs import SHOWS, TELLS

_PARTS = expression(r"[,;:\u2013]| (?:and|but|then|or) ")
_MINDED = frozenset(("found", "felt", "thought", "believed", "hoped", "heard", "raised", "recorded", "accepted"))
"""Verbs by which somebody else's statement says what a body did."""
_THAT = frozenset(("that", "that the", "the", "that its", "its", "that a", "that some", "that many"))
"""What stands between a verb of saying and the subject of the clause that it reports."""
_OF_IT = (' the "', ' a "', ' an "', ' "')
"""How somebody says of a report what it tells, in words of their own: "described the '\u2026'"."""
_TELLING = frozenset(("told", "tells"))
_HEARERS = expression(r"(?:(?:the|its|his|her|their) )?[\w'-]+(?: that)?")
"""Who is told something, between that verb and the one that says what somebody feels."""


def outer(reading: Page, before: Sequence[Attribution]) -> Attribution:
    """The last attribution before quoted words, or the one in whose clause it stands.

    Args:
        reading: The text.
        before: Attributions of the sentence that end before the quoted words, in order; one at least.
    """
    last = before[-1]
    if (
        len(before) > 1
        and last.verb in SHOWS
        and before[-2].speaker
        and ";" not in reading.text[before[-2].end : last.start]
    ):
        return before[-2]  # "The union said the report showed '\u2026'"
    if len(before) > 1 and last.speaker is not None and last.speaker.form == "pronoun":
        between = reading.lower[before[-2].end : last.speaker.start].strip()
        if between in ("", "that") and before[-2].speaker is not None:
            return before[-2]
        word = reading.lower[last.speaker.start : last.speaker.end]
        if word == "they" and before[-2].verb in _TELLING and _HEARERS.fullmatch(between):
            return before[-2] if before[-2].speaker else last  # "Officers told inspectors they felt"
        if word == "it" and last.verb in ("felt", "feels") and between.endswith(" that") and before[-2].speaker:
            return before[-2]  # "One caller told the inspectors that it had felt '…'"
    if len(before) > 1 and last.speaker is not None and before[-2].speaker is not None:
        between = reading.lower[before[-2].end : last.start]
        if last.speaker.start < before[-2].start and not _PARTS.search(between):
            return before[-2]  # "His widow, Amina, said the family felt '…'"
    if len(before) > 1 and last.speaker is not None and last.speaker.form in ("body", "private"):
        between = reading.lower[before[-2].end : last.speaker.start].strip()
        if last.verb in _MINDED and between in _THAT:
            return before[-2]  # "He said that the force had found people and then left them"
        named = before[-2].speaker is not None and before[-2].speaker.form == "name"
        if named and last.verb in TELLS and between in _THAT and reading.text.startswith(_OF_IT, last.end):
            return before[-2]  # "Jo Hale said the report described the '\u2026'"
    return last
