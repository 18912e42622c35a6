"""Quotation marks paired into stretches, block by block: curly, straight and mixed, nested, unclosed or unopened.

Enters a span of the reading with the direction of its marks; leaves the outermost stretches between them. A
paragraph whose mark is never closed runs to its end, as speech over several paragraphs is printed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from extract.expressions import expression

_SINGLE = "'\u2018\u2019"
_MARKS = f'"\u201c\u201d{_SINGLE}'
_ELIDED = expression(r"(?:tis|twas|til|em|cause|n|cos|bout|\d0s|\d\d\b)(?!\w)", re.I)
_LATER_CLOSE = expression(r"[.,!?;]['\u2019]|['\u2019](?=[\s.,;:!?)\u2013-]|$)")
_SPOKEN_CLOSE = expression(r"[.,!?]['\u2019](?=\s|$)")
_OPENS = expression(r"\u2018|(?<=[ (])'(?=\w)")
_ENDS_SENTENCE = (". ", "? ", "! ")
_MEASURE = expression(r"(?:\d[\u2018\u2019']|\bft\.?) ?\d{1,2}(?:\.5|\u00bd)?$")
"""What stands before the mark of inches: "5'11"."""
_LEADS_IN = expression(
    r"\b(?:said|says|added|adds|commented|comments|explained|explains|continued|continues|stated|states)$"
)
_PAIR = 2
_TURNED = {"\u201c": -1, "\u201d": 1}
_INNER = 80
"""Characters of words in marks within speech in the same marks, at most."""
_CUT = expression(r"[.;](?=\s|$)|,? (?:and|but|while|as|because|after|when|which|who|said|he|she|they) ")


@dataclass(slots=True)
class Stretch:
    """Quoted text, without its marks.

    Args:
        start: Offset behind the opening mark.
        end: Offset of the closing mark, or of the end of the block where there is none.
        opened: Whether there is an opening mark.
        closed: Whether there is a closing mark.
        single: Whether the marks are single ones.
    """

    start: int
    end: int
    opened: bool
    closed: bool
    single: bool


def find_marks(typed: str, start: int, end: int) -> list[int]:
    """Where marks stand between two offsets that may open or close, in order: no apostrophes within words, no inches."""
    found: list[int] = []
    find, last = typed.find, end - 1
    for mark in _MARKS:
        single = mark in _SINGLE
        at = find(mark, start, end)
        while at >= 0:
            before = typed[at - 1] if at > start else "\n"
            if single:
                inside = at < last and typed[at + 1].isalnum()
                if not (inside and (before.isalnum() or (before == " " and _is_apart(typed, at, end)))):
                    found.append(at)
            elif not (before.isdigit() and _is_inches(typed, max(start, at - 8), at)):
                found.append(at)
            at = find(mark, at + 1, end)
    found.sort()
    return found


def find_stretches(
    typed: str, start: int, end: int, marks: Sequence[int] | None = None, *, continued: bool = False
) -> list[Stretch]:
    """Outermost quoted stretches of a block.

    Args:
        typed: The reading with the direction of its marks.
        start: Where the block begins.
        end: Where it ends.
        marks: Where marks stand in the reading, where that is known already.
        continued: Whether the block above ended inside a quotation.

    Returns:
        Stretches in order, not overlapping; empty ones are left out.
    """
    if marks is None:
        marks = find_marks(typed, start, end)
    found: list[Stretch] = []
    stack: list[tuple[bool, int]] = []  # (single, offset behind the mark)
    closed = -1
    number, last = bisect_left(marks, start), bisect_left(marks, end)
    doubles = _Doubles(typed, marks, number, last)
    while number < last:
        at, number = marks[number], number + 1
        mark = typed[at]
        if mark == "\u201c" and not stack and number < last and typed[marks[number]] == "\u201d":
            if marks[number] > at + 1:
                found.append(Stretch(at + 1, marks[number], True, True, False))
            number += 1
            continue
        single = mark in _SINGLE
        if single and not stack and number < last and marks[number] == at + 1 and typed[at + 1] in '"\u201c':
            continue  # "said: '"We act."": one mark too many
        if mark == "\u201c" and not stack:
            role = "open"
        elif mark == "\u201d" and stack and not stack[-1][0]:
            role = "close"
        elif mark in "\u201c\u201d":
            role = _curly_role(typed, at, start, end, inside=bool(stack) and not stack[-1][0])
            if role == "open" and stack and not stack[0][0] and _begins_again(typed, doubles, at):
                found.append(Stretch(stack[0][1], at - 1, True, False, False))
                stack.clear()
        else:
            before = typed[at - 1] if at > start else " "
            after = typed[at + 1] if at + 1 < end else " "
            if single:
                role = _single_role(typed, at, end, mark, before, after, stack)
            elif stack:
                inner = after.isalnum() and _is_inner(typed, doubles, at, start, stack[0][1])
                role = "open" if inner else _straight_role(before, after, stack)
                if role == "close" and after.isupper() and not stack[0][0] and _opens_next(typed, doubles, at):
                    found.append(Stretch(stack[0][1], at - 1, True, False, False))
                    stack.clear()
                    role = "open"
            else:
                leads = after == " " and _leads(typed, at, start, end)
                role = "open" if leads else _straight_role(before, after, stack)
        ahead = marks[number] if number < last else -1
        if role == "close" and not (stack or continued or single) and _is_late(typed, ahead, at, end):
            stack.append((single, at + 2))
            continue
        if role == "open":
            stack.append((single, at + 1))
            continue
        if role != "close" or not (stack or (continued or not found)):
            continue
        depth = len(stack) - 1
        while depth >= 0 and stack[depth][0] != single:
            depth -= 1
        if depth < 0:
            if not single and not stack and (continued or not found):
                begin = start if continued or not found else at
                if at > begin and not found:
                    opening = _unopened(typed, start, at, continued)
                    if opening is not None:
                        found.append(Stretch(opening, at, False, True, single))
            continue
        opening, closed = stack[depth][1], at
        del stack[depth:]
        if not stack and at > opening:
            found.append(Stretch(opening, at, True, True, single))
    if stack:
        single, opening = stack[0]
        found.extend(_unclosed(typed, start, end, single, opening, closed))
    return found


class _Doubles:
    """Double marks of a block, counted once for all who ask what stands behind one of them.

    Args:
        typed: The reading with the direction of its marks.
        marks: Where marks stand in it.
        first: Number of the first mark of the block.
        last: Number behind its last one.
    """

    def __init__(self, typed: str, marks: Sequence[int], first: int, last: int) -> None:
        self.block = typed, marks, first, last

    @cached_property
    def places(self) -> list[int]:
        typed, marks, first, last = self.block
        return [mark for mark in marks[first:last] if typed[mark] not in _SINGLE]

    @cached_property
    def surplus(self) -> list[int]:
        """How many more of them close than open, from each of them to the end of the block."""
        turned = [_TURNED.get(self.block[0][mark], 0) for mark in reversed(self.places)]
        return [0, *accumulate(turned)][::-1]

    def behind(self, at: int) -> list[int]:
        """The next two behind an offset."""
        number = bisect_right(self.places, at)
        return self.places[number : number + _PAIR]

    def closing(self, at: int) -> int:
        """How many more close than open behind an offset."""
        return self.surplus[bisect_right(self.places, at)]


def _is_inches(typed: str, start: int, at: int) -> bool:
    """Whether a double mark behind a digit is one of a measure: "5'11"", "5"10"."""
    return typed[at + 1 : at + 2].isdigit() or _MEASURE.search(typed, start, at) is not None


def _is_apart(typed: str, at: int, end: int) -> bool:
    """Whether a single mark between a space and a letter is an apostrophe that was set apart: "the force 's", "O 'Hare"."""
    if typed[at + 1] == "s":
        return at + 2 >= end or not typed[at + 2].isalnum()
    return typed.startswith("O", at - 2) and not typed[at - 3 : at - 2].isalnum()


def _leads(typed: str, at: int, start: int, end: int) -> bool:
    """Whether a mark opens speech though a space stands behind it: it begins its block, or stands behind a colon."""
    return (at == start or typed.endswith((": ", ":"), start, at)) and at + 2 < end and not typed[at + 2].islower()


def _is_inner(typed: str, doubles: _Doubles, at: int, start: int, opening: int) -> bool:
    """Whether a straight mark opens words within speech that stands between straight marks: '"the "quiet" hour"'."""
    if typed[at - 1] not in " (" or typed.endswith(_ENDS_SENTENCE, start, at):
        return False
    ahead = doubles.behind(at)
    if not ahead or ahead[0] - at > _INNER or typed[ahead[0] - 1].isspace():
        return False
    whole = opening == start + 1 or typed.startswith(": ", opening - 3)
    ends = not typed[ahead[0] + 1 : ahead[0] + 2].isalnum()
    return ends and (len(ahead) > 1 or whole)


def _curly_role(typed: str, at: int, start: int, end: int, *, inside: bool) -> str:
    """What a curly double mark does: as it is turned, but where it is turned the wrong way round ("said: \u201dWe")."""
    leads = (at == start or typed[at - 1] in " (") and at + 1 < end and typed[at + 1].isalnum()
    if typed[at] == "\u201d":
        return "open" if leads and not inside else "close"
    trails = at > start and not typed[at - 1].isspace() and (at + 1 == end or typed[at + 1] in " .,;")
    return "close" if trails and inside else "open"


def _begins_again(typed: str, doubles: _Doubles, at: int) -> bool:
    """Whether a mark within speech opens its next paragraph, set on one line with the first: "We act. \u201cWe try.\u201d"."""
    if not typed.endswith(_ENDS_SENTENCE, 0, at):
        return False
    return doubles.closing(at) <= 1


def _opens_next(typed: str, doubles: _Doubles, at: int) -> bool:
    """The same of a straight mark, unless the two behind it close: words within speech, and the speech."""
    if not typed.endswith(_ENDS_SENTENCE, 0, at):
        return False
    ahead = doubles.behind(at)
    return len(ahead) < _PAIR or any(typed[mark - 1].isspace() for mark in ahead)


def _is_late(typed: str, other: int, at: int, end: int) -> bool:
    """Whether a straight mark opens quoted words though it touches the word before them: 'was" glad of it".'."""
    if typed[at] != '"' or not typed[at - 1].isalpha() or not typed.startswith(" ", at + 1) or other < 0:
        return False
    ends = other + 1 == end or not typed[other + 1].isalnum()
    return typed[other] == '"' and not typed[other - 1].isspace() and ends


def _straight_role(before: str, after: str, stack: list[tuple[bool, int]]) -> str:
    inside = any(not single for single, _ in stack)
    opens = before in " (\u2013-/[\u2018'" and not after.isspace()
    closes = after in " .,;:!?)\u2013-]\u2019'" or after.isspace()
    if opens and not inside:
        return "open"
    if inside and (closes or not opens):
        return "close"
    return "open" if not inside and after.isalnum() else "close"


def _single_role(
    typed: str, at: int, end: int, mark: str, before: str, after: str, stack: list[tuple[bool, int]]
) -> str:
    if before.isalnum() and after.isalnum():
        return "apostrophe"
    inside = bool(stack) and stack[-1][0]
    if mark == "\u2018":
        return "open" if not after.isspace() else "apostrophe"
    if mark == "'" and before in ' (\u2013-/[\u201c"' and (after.isalnum() or after in '"\u201c\u2018.\u00a3['):
        return "apostrophe" if _ELIDED.match(typed, at + 1) else "open"
    if mark == "\u2019" and before in " (\u2013-[" and after.isalnum():
        return "apostrophe" if _ELIDED.match(typed, at + 1) or not after.isupper() else "open"
    if not inside:
        return "apostrophe"
    if before == "s" and after == " " and at + 2 < end and typed[at + 2].islower():
        introduced = typed[max(0, stack[-1][1] - 3) : stack[-1][1] - 1] == ": "
        if introduced and _SPOKEN_CLOSE.search(typed, at + 1, end):
            return "apostrophe"  # "said: 'The inspectors' report is tough. It is fair.'"
        later = _LATER_CLOSE.search(typed, at + 1, min(end, at + 160))
        opening = _OPENS.search(typed, at + 1, later.start() if later else at + 1)
        if later and opening is None and not _word_break(typed, at + 1, later.start()):
            return "apostrophe"  # "the forces' results" inside the quotation
    return "close"


def _word_break(typed: str, start: int, end: int) -> bool:
    return bool(re.search(r"[.!?;] |, \w+ said", typed[start:end]))


def _unopened(typed: str, start: int, at: int, continued: bool) -> int | None:
    """Where a stretch begins whose opening mark was lost: behind "said:", or with its block."""
    colon = typed.rfind(": ", start, at)
    if colon >= 0 and at - colon > 8:
        return colon + 2
    return start if continued and at - start > 12 else None


def _unclosed(typed: str, start: int, end: int, single: bool, opening: int, closed: int) -> list[Stretch]:
    """The stretch that nothing closes, or a mark of the other kind; `closed` is where the last mark that closes stands."""
    head = typed[start : opening - 1].rstrip()
    whole = not head or head.endswith((":", ";", ",", ".", "!", "?")) or len(head) < 3
    if whole or (typed[opening : opening + 1].isupper() and _LEADS_IN.search(head)):
        stop = end
        while stop > opening and typed[stop - 1].isspace():
            stop -= 1
        unlike = typed[stop - 1] in _MARKS and (typed[stop - 1] in _SINGLE) != single and closed != stop - 1
        if unlike and typed[stop - 2] in ".!?,":
            return [Stretch(opening, stop - 1, True, True, single)] if stop - 1 > opening else []
        return [Stretch(opening, stop, True, False, single)] if stop > opening else []
    cut = _CUT.search(typed, opening, end)
    stop = cut.start() if cut else end
    if single and stop - opening > 120:
        return []
    return [Stretch(opening, stop, True, False, single)] if stop > opening else []
