"""V50x: quotation marks, and who said what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from extract.checks.check import Case, Notice, check, plain
from extract.expressions import expression
from models.record import Official, Quote

_OPEN, _CLOSE = "“‘\"'«„", "”’\"'»"
_UNTIL = expression(r"[\"“‘]|(?<=[.!?:”\"])\s*\n|\n\s*\n")
_CLOSING = expression(r"[.,;!?]?[\"”’'»?]?")
_PRONOUN = expression(r"\b(?:he|she)\b")
_HONOURS = ("sir", "dame", "lord", "lady")
_FAR = 700
"""How far above a quote the name of its speaker may stand, in characters."""
_REACH = 160
"""How far from a quote its speaker is looked for, in characters."""
_BEHIND = expression(r"[.,;:!?…\s]*")


@check("V501", "warning", "quotation marks out of balance")
def see_marks(case: Case) -> Iterator[Notice]:
    """A quote is opened with a quotation mark and its last part is not closed, or is closed and was not opened. A mark
    is missing in the article, and the quote may run too far or be cut.
    """
    if not case.sound or case.text is None:
        return
    text = case.text
    for number, quote in enumerate(case.record.quotes):
        first, last = quote.parts[0], quote.parts[-1]
        if quote.kind == "indirect":
            continue
        before = text[max(0, first.start - 2) : first.start].rstrip()[-1:]
        gap = _BEHIND.match(text, last.end)
        end = gap.end() if gap else last.end
        after = text[end : end + 1]
        opened, closed = before in _OPEN and before != "", after in _CLOSE and after != ""
        if opened and not closed:
            evidence = case.cut(max(last.start, last.end - 30), last.end)
            yield Notice(f"/quotes/{number}", "is opened with a quotation mark and not closed", (evidence,))
        elif closed and not opened and after not in "'’":
            evidence = case.cut(first.start, min(first.end, first.start + 30))
            yield Notice(f"/quotes/{number}", "is closed with a quotation mark and was not opened", (evidence,))


@check("V502", "warning", "quote without a speaker")
def see_anonymous(case: Case) -> Iterator[Notice]:
    """Direct speech is credited to nobody. The article names no speaker, or the words that do were not understood."""
    for number, quote in enumerate(case.record.quotes):
        if quote.speaker is None and quote.kind == "direct":
            yield Notice(f"/quotes/{number}/speaker", "the quote is credited to nobody", quote.parts[:1])


@check("V503", "warning", "quote of another speaker")
def see_swapped(case: Case) -> Iterator[Notice]:
    """The words around a quote name an official, and the quote is credited to another, who is not named near it. The
    speakers were mixed up.
    """
    if not case.sound or case.text is None:
        return
    people = {official.id: official for official in case.record.officials}
    verbs = _verbs(tuple(case.lists.cues["quotes"]["say"]))
    for number, quote in enumerate(case.record.quotes):
        speaker = people.get(quote.speaker or "")
        if speaker is None:
            continue
        others = [person for person in people.values() if person is not speaker]
        other = _credited(speaker, others, _around(case, quote), verbs) or _present(speaker, others, case, quote)
        if other is not None:
            message = (
                f"is credited to {speaker.name or speaker.role}, the words beside it to {other.name or other.role}"
            )
            yield Notice(f"/quotes/{number}/speaker", message, quote.parts[:1])


@check("V504", "warning", "words quoted twice")
def see_overlaps(case: Case) -> Iterator[Notice]:
    """Two quotes have the same characters, so that one thing is said by two people or counted twice."""
    spans = [(p.start, p.end, number) for number, quote in enumerate(case.record.quotes) for p in quote.parts]
    seen: set[tuple[int, int]] = set()
    reach, holder = -1, -1
    for start, end, number in sorted(spans):
        if start < reach and holder != number and (holder, number) not in seen:
            seen.add((holder, number))
            one, two = case.record.quotes[holder], case.record.quotes[number]
            if one.kind == two.kind:
                part = next(p for p in two.parts if p.start == start)
                yield Notice(f"/quotes/{number}", f"has characters of /quotes/{holder}", (part,))
        if end > reach:
            reach, holder = end, number


@check("V505", "warning", "parts out of order")
def see_disorder(case: Case) -> Iterator[Notice]:
    """The parts of a quote do not follow each other in the text, or overlap. One of them is at the wrong place."""
    for number, quote in enumerate(case.record.quotes):
        for position in range(1, len(quote.parts)):
            if quote.parts[position].start < quote.parts[position - 1].end:
                message = "begins before the part above it ends"
                yield Notice(f"/quotes/{number}/parts/{position}", message, (quote.parts[position],))


def _around(case: Case, quote: Quote) -> list[str]:
    """The text beside the parts of a quote, to the next quotation mark or the end of the paragraph."""
    text = case.text or ""
    zones = []
    if quote.kind != "direct":
        low, high = case.sentence(quote.parts[0].start)
        inside = text[low : quote.parts[0].start] + " … " + text[quote.parts[-1].end : max(high, quote.parts[-1].end)]
        return [inside]
    for position, part in enumerate(quote.parts):
        mark = _CLOSING.match(text, part.end)
        begin = mark.end() if mark else part.end
        stop = _UNTIL.search(text, begin)
        after = text[begin : min(stop.start() if stop else len(text), begin + _REACH)]
        sentence = re.match(r"[^.!?]*(?:[.!?](?=[^\s]))?[^.!?]*", after)
        zones.append(sentence[0] if sentence else after)
        if position == 0:
            low = max(0, part.start - _REACH)
            before = text[low : part.start].rstrip("“‘\"' \r\n")
            cut = max(before.rfind(". "), before.rfind("\n"), before.rfind("” "), before.rfind("?"))
            if before.endswith((":", ",")) or "\n" not in text[part.start - 2 : part.start]:
                zones.append(before[cut + 1 :])
    return zones


def _credited(
    speaker: Official, others: Sequence[Official], zones: Sequence[str], verbs: re.Pattern[str]
) -> Official | None:
    """Another official whom the words beside a quote name with a verb of saying, where they do not name the speaker."""
    named = [person for person in others if any(_by_name(person, zone) for zone in zones)]
    if any(_by_name(speaker, zone) for zone in zones) or (not named and any(_by_role(speaker, zone) for zone in zones)):
        return None
    if any(_PRONOUN.search(zone.lower()[-25:]) or _PRONOUN.search(zone.lower()[:25]) for zone in zones):
        return None
    for zone in zones:
        words = plain(zone)
        if verbs.search(words) or words.endswith(":"):
            for person in others:
                if _by_name(person, zone) or (not person.name and _by_role(person, zone)):
                    return person
    return None


def _present(speaker: Official, others: Sequence[Official], case: Case, quote: Quote) -> Official | None:
    """Another official who is named in the paragraph of a quote or the one above, where the speaker is not, nor near."""
    text = case.text or ""
    start, end = quote.parts[0].start, quote.parts[-1].end
    low = _line_before(text, start)
    stop = text.find("\n", end)
    between = [text[one.end : two.start] for one, two in pairwise(quote.parts)]
    outside = " … ".join((text[low:start], *between, text[end : stop if stop >= 0 else len(text)]))
    above = text[_line_before(text, max(0, len(text[: max(low, 0)].rstrip()) - 1)) : low]
    far = text[max(0, start - _FAR) : start] + outside
    if _by_name(speaker, far) or _by_role(speaker, outside) or _by_role(speaker, above):
        return None
    for zone in (outside, above):
        named = [person for person in others if _by_name(person, zone)]
        if named:
            return named[0] if len(named) == 1 else None
    return None


def _line_before(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _by_name(person: Official, zone: str) -> bool:
    """Whether a zone has a word of a person's name."""
    names = [word for word in plain(person.name or "").split() if word not in _HONOURS and len(word) > 2]
    return bool(names) and re.search(rf"\b(?:{'|'.join(map(re.escape, names))})\b", plain(zone)) is not None


def _by_role(person: Official, zone: str) -> bool:
    """Whether a zone has two words of a person's role together, or its only one."""
    role = plain(person.role or "").split()
    pairs = [" ".join(pair) for pair in pairwise(role)] if len(role) > 1 else role
    words = plain(zone)
    return any(re.search(rf"\b{re.escape(pair)}\b", words) for pair in pairs)


@lru_cache(maxsize=4)
def _verbs(say: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(say, key=len, reverse=True)))})\b")
