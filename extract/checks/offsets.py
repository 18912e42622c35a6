"""V10x and V11x: whether the text is whole, and whether evidence stands in it where the record says."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from extract.checks.check import Case, Notice, check, plain
from extract.expressions import expression
from models import Evidence

_MOJIBAKE = expression(r"[ÂÃâïð][\u0080-\u00bfŒœŠšŽžŸƒˆ˜–-™€]+")
_LOST = expression(r"(?<=[A-Za-z])\?(?=(?:s|t|d|m|ll|re|ve)\b)")
_CONTROL = expression(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffd]")


def _unreported(case: Case, code: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, re.Match[str], Evidence]]:
    """The first match in the evidence of a record whose article's reader did not report it."""
    if any(finding.code == code for finding in case.record.findings):
        return
    for path, evidence in case.evidence:
        found = pattern.search(evidence.text)
        if found:
            at = evidence.start + found.start()
            yield path, found, Evidence(start=at, end=at + len(found[0]), text=found[0])
            return


@check("V101", "warning", "mojibake")
def see_mojibake(case: Case) -> Iterator[Notice]:
    """Characters were decoded wrongly, such as â€™ for an apostrophe. Save the article again in UTF-8: names and
    quotations that hold such characters are wrong as well.
    """
    for path, found, evidence in _unreported(case, "V101", _MOJIBAKE):
        from ftfy.badness import is_bad

        if is_bad(found.string[max(0, found.start() - 40) : found.end() + 40]):
            yield Notice(path, f"mojibake: {found[0]!r} was decoded wrongly", (evidence,))


@check("V102", "warning", "quotation marks lost")
def see_lost_marks(case: Case) -> Iterator[Notice]:
    """Apostrophes and quotation marks stand as question marks, so that the ends of quotations are guessed. Get the
    article again from its source.
    """
    for path, _, evidence in _unreported(case, "V102", _LOST):
        yield Notice(path, "quotation marks and apostrophes were lost and stand as question marks", (evidence,))


@check("V103", "warning", "control characters")
def see_controls(case: Case) -> Iterator[Notice]:
    """Control characters, or the sign for a character that could not be decoded, stand in the text. Get the article
    again from its source.
    """
    for path, found, evidence in _unreported(case, "V103", _CONTROL):
        yield Notice(path, f"control character {found[0]!r} in the text", (evidence,))


@check("V106", "error", "gold that is wrong")
def see_gold(case: Case) -> Iterator[Notice]:
    """A file of gold is not of the format, names a force that is not in the registry, or has words that are not in the
    article; the message names the key and the nearest words that are. Only `peelback gold --check` tells it.
    """
    yield from ()


@check("V110", "error", "not a record")
def see_form(case: Case) -> Iterator[Notice]:
    """What was given is no record: a key is missing or unknown, a value is of the wrong sort, the length of an evidence
    is not that of its offsets. The message names the key. Nothing else is checked until it is mended; a record that
    could be read at all never has this finding.
    """
    yield from ()


@check("V105", "note", "ignore that ignores nothing")
def see_unused(case: Case) -> Iterator[Notice]:
    """A line of the article's `.ignore` file names a code that was not found, so that it may hide a later finding.
    Remove the line. It is told where the file is read, not from the record.
    """
    yield from ()


@check("V111", "error", "evidence out of step with the text")
def see_shifted(case: Case) -> Iterator[Notice]:
    """The article says something else between the offsets than the evidence does. Offsets count Unicode code points
    into the text that `peelback text` prints; a tool that counted bytes or UTF-16 units, or an edited article, moves
    them. The message says where the words do stand.
    """
    for path, evidence in case.off_text:
        text = case.text or ""
        places = [found.start() for found in re.finditer(re.escape(evidence.text), text)]
        near = min(places, key=lambda at: abs(at - evidence.start), default=None)
        hint = f"these words stand at {near}" if near is not None else "these words are nowhere in the article"
        there = text[evidence.start : evidence.end]
        yield Notice(
            path, f"the article has {_short(there)!r} here, not {_short(evidence.text)!r}; {hint}", (evidence,)
        )


@check("V112", "error", "another text")
def see_other_text(case: Case) -> Iterator[Notice]:
    """The digest of the article's text is not the one that the record holds: the article was changed after it was
    extracted, or the record belongs to another article. Extract it again.
    """
    if case.text is not None:
        digest = hashlib.sha256(case.text.encode("utf-8", "surrogatepass")).hexdigest()
        source = case.record.source
        if digest != source.text_sha256 or len(case.text) != source.characters:
            message = f"the record is of a text of {source.characters} characters, the article has {len(case.text)}"
            if len(case.text) == source.characters:
                message = "the record is of a text of this length with other characters"
            yield Notice("/source/text_sha256", f"{message}; extract it again")


@check("V113", "note", "article not at hand")
def see_absence(case: Case) -> Iterator[Notice]:
    """The article of a record could not be found at `source.path`, so that evidence was not held against its text, and
    checks that read the text did not run. Run the command in the folder in which the record was made.
    """
    if case.text is None:
        path = case.record.source.path or "text without a path"
        yield Notice("/source/path", f"the article ({path}) is not at hand; its text was not checked")


@check("V114", "warning", "evidence cut within a word")
def see_cut_words(case: Case) -> Iterator[Notice]:
    """Evidence begins or ends in the middle of a word, so that its offsets are off by some characters, though its
    words are those between them.
    """
    if not case.sound or case.text is None:
        return
    for path, evidence in case.evidence:
        before, after = (
            case.text[max(0, evidence.start - 1) : evidence.start],
            case.text[evidence.end : evidence.end + 1],
        )
        if _joined(before, evidence.text[0]) or _joined(evidence.text[-1], after):
            low, high = max(0, evidence.start - 12), evidence.end + 12
            around = (
                case.text[low : evidence.start] + "[" + _short(evidence.text) + "]" + case.text[evidence.end : high]
            )
            yield Notice(path, f"is cut within a word: {around!r}", (evidence,))


@check("V115", "warning", "evidence begins or ends in white space")
def see_loose_edges(case: Case) -> Iterator[Notice]:
    """Evidence begins or ends with a space or a line end, which no value of a record does: its offsets are off by a
    character or more.
    """
    for path, evidence in case.evidence:
        if evidence.text != evidence.text.strip():
            yield Notice(path, f"begins or ends in white space: {_short(evidence.text)!r}", (evidence,))


@check("V116", "warning", "value not in its evidence")
def see_ungrounded(case: Case) -> Iterator[Notice]:
    """The name of an official or initiative, or the role of an official, is in none of the row's evidence, so that the
    value and the place that it points to do not belong together.
    """
    record = case.record
    for number, official in enumerate(record.officials):
        for key in ("name", "role"):
            value = getattr(official, key)
            if value and not any(plain(value) in plain(evidence.text) for evidence in official.evidence):
                yield Notice(
                    f"/officials/{number}/{key}", f"{value!r} is in none of its evidence", official.evidence[:1]
                )
    for number, initiative in enumerate(record.initiatives):
        if not any(plain(initiative.name) in plain(evidence.text) for evidence in initiative.evidence):
            message = f"{initiative.name!r} is in none of its evidence"
            yield Notice(f"/initiatives/{number}/name", message, initiative.evidence[:1])


def _joined(left: str, right: str) -> bool:
    return bool(left and right and left.isalnum() and right.isalnum() and not (left.isdigit() and right.isalpha()))


def _short(text: str) -> str:
    flat = " ".join(text.split()) if len(text) > 60 else text
    return flat if len(flat) <= 60 else flat[:59] + "…"
