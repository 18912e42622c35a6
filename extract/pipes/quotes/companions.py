"""Who speaks in a phrase with "with" ("with Jo Hale saying that"), who is only spoken of there, and whose view a noun tells.

Enters the reading and the place of the verb or noun; leaves the noun phrase before it.
"""

from __future__ import annotations

from extract.expressions import expression
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes.page import Page

_APART = expression(r"(?:[,;\u2013-]|\b(?:and|but|while)) with (?P<who>[^.;:\"]{2,150}) $")
"""Behind a mark or a conjunction, where "with" belongs to no verb: ", with the chair of the panel adding"."""
_BESIDE = expression(r"[a-z)'\"] with (?P<who>[^.,;:\"]{2,80}) $")
"""Behind a word: "a row broke out with Cllr Jo Hale claiming"."""
_MOVED = expression(
    r"\b(?P<by>(?:led|leads|leading) to |(?:prompt|caus|mov)(?:ed|es|s|ing) )[^.;:\"]{3,120} (?P<to>(?:to )?)$"
)
"""What makes somebody speak, before who does."""
_MOVES = ("led to ", "leading to ", "leads to ", "prompt", "caus", "mov")
_SPOKEN_OF = expression(r"\bwith (?:[\w'-]+ ){1,4}$")
_FAR = 170
_PERSONS = ("name", "surname")
_SPEAKING = ("name", "surname", "role", "private", "body")


def companion(reading: Page, start: int, verb: int) -> Speaker | None:
    """Who speaks beside what a sentence tells, before a participle: "with Deputy Chief Constable Jo Hale saying".

    Args:
        start: Where the clause begins.
        verb: Where the participle does.
    """
    low = max(start, verb - _FAR)
    if reading.text.rfind("with ", low, verb) < 0:
        return None
    apart = _APART.search(reading.text, low, verb)
    match = apart or _BESIDE.search(reading.text, low, verb)
    if match is None:
        return None
    begin = match.start("who")
    begin = max(begin, reading.text.rfind(" with ", begin, verb) + len(" with "))
    closed = reading.text.endswith(", ", begin, verb)
    if closed and reading.text.count(", ", begin, verb) == 1:
        return None  # "She agreed, with some regret, saying"
    speaker = reading.before(begin, verb)
    if speaker is None or speaker.start < begin:
        return None
    return speaker if speaker.form in (_SPEAKING if apart and not closed else _PERSONS) else None


def is_spoken_of(before: str) -> bool:
    """Whether the words before a participle make whom "with" names the one it tells of: "with crews praised for"."""
    return "with " in before and _SPOKEN_OF.search(before) is not None


def of_view(reading: Page, start: int, at: int) -> Speaker | None:
    """Whose view, claim or warning a sentence tells: "rejected Mr Hale's claim that".

    Args:
        start: Where the block begins.
        at: Where the noun does.
    """
    stop = at - 1 if reading.text.endswith("' ", start, at) else at - 3
    if not (reading.text.startswith("'", stop) and stop > start):
        return None
    begin = max(start, reading.sentences[reading.sentence_at(at)].start)
    return reading.before(begin, stop, apposed=True)


def moved(reading: Page, start: int, verb: int) -> Speaker | None:
    """Whom something made speak: "It led to the mayor, Jo Hale, saying", "prompting Cllr Jo Hale to say".

    Args:
        start: Where the clause begins.
        verb: Where the verb does.
    """
    low = max(start, verb - _FAR)
    if not any(reading.text.find(word, low, verb) >= 0 for word in _MOVES):
        return None
    match = _MOVED.search(reading.text, low, verb)
    return reading.before(match.end("by"), verb - len(" to") * match["to"].count("to")) if match else None
