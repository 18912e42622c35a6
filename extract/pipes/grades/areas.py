"""Areas of an inspection: where one ends, how a list of them is parted, and what does not belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from extract.document.forms import FUNCTION_WORDS
from extract.expressions import expression
from extract.pipes.grades.trimming import clean

Piece = tuple[int, int]
"""Start and end of an area in the reading."""

_PILLARS = frozenset(("effectiveness", "efficiency", "legitimacy", "leadership"))
_GERUND = expression(r"[a-z-]+ing\b")
_GERUNDS = expression(r"[a-z-]+ing(?:, [a-z-]+ing)*")
_HOW = expression(
    r"how(?: well| effectively| efficiently| fairly)? (?:it|they|we|the force|the service|officers|the constabulary|its staff)\b"
)
_SPLIT = expression(
    r"; (?:and )?| \| |, and |,? as well as |,? along with |,? plus |, | and (?![Rr]escue |(?<=fairness and )respect\b|(?<=safe and )secure\b|(?<=leadership and )capability\b|(?<=[a-z]ly and )[a-z]+ly\b|(?:in|for) (?:the )?(?:future|years ahead)\b)"
)
_BULLETED = expression(rf" [-\u2013\u2022\u00b7*] |{_SPLIT.pattern}")
_BULLETS = ("- ", "\u2013 ", "\u2022 ", "\u00b7 ", "* ")
_MARKED_OFF = (" |", ";", *(f" {bullet}" for bullet in _BULLETS))
"""Marks between the items of a list that are lists or hold commas themselves."""
_PARTING = (", ", " and ", "; ", " as well as ", " along with ", " plus ", " | ")
"""Without any of which `_SPLIT` matches nothing."""
_AGAIN = expression(
    r"(?:(?:at|in|for|on|to|of|about|how) (?:how |the way |its |their |it )?|the way (?:in which )?(?:it|they) )[a-z-]+"
)
_CLAUSE_HOW = expression(r"(?:(?:at|in|for|on) )?(?:how|the way)\b")
_FINITES = expression(r"[a-z]{2,}s(?:, [a-z]{2,}s)*")
"""Verbs without an object in such a list: "how it trains and equips its people"."""
_FINITE = expression(r"[a-z-]{2,}(?:s|ed) [a-z]")
"""A verb of a list of what a body does, behind "how it": "manages offenders"."""


_OBJECT = expression(r"\b(?:its|their|the) ")
"""Words without which a topic is the same."""
_DOES = expression(r"(?:(?<= and )|(?<=, )|^)([a-z]+?)(?:s|ing|ed)\b")
"""A verb of a clause with "how"."""
_TWO = 2
_TAIL = expression(r"[a-z]+ and [a-z ]+$")
"""The end of a topic that is an area by itself: "values and culture"."""
_MARKED = expression(r"(?:at|in|for|on|how|its|their|the)\b")
_APART = 1.4
"""What "and" costs between two words that each name an area."""
_SHARED = 0.3
"""What a second gerund with an object speaks for one area of both."""
_OVER = 2.0
"""What it costs to go on over an edge behind which "how it" stands again."""
_STEM = 5
"""Letters of a word without its ending."""
_PAIR = 1.2
"""What "and" costs between two phrases that need nothing of each other."""
_OWNED = ("its ", "their ", "our ")
"""What opens another area behind "and"."""
_LINKS = frozenset(("to", "of", "with", "for", "on", "against", "in", "how", "which", "from", "between"))
"""Words behind which both of what "and" joins may stand: "its response to fires and other emergencies"."""
_MOST = 14
"""Edges of a list at most, but for those that marks part."""
_LISTED = 0.6
"""What a comma costs on top of that before what names an area all by itself."""
_JOINS = (" and ", ", and ")
"""What stands before the last of a list."""
_COMMA = 1.8
"""What a comma inside one area costs, where "and" costs 0.5."""


class Areas:
    """Parts lists of areas.

    Args:
        topics: Wordings of the topics of every programme, in lower case.
        single: What names an area all by itself, in lower case.
    """

    def __init__(self, topics: Iterable[str], single: Iterable[str] = ()) -> None:
        self.topics = frozenset(topics)
        self.single = frozenset(single)
        self.stems = frozenset(topic for topic in self.topics if " " in topic)
        self.by_word: dict[str, list[frozenset[str]]] = {}
        for topic in sorted(self.stems):
            words = frozenset(topic.split()) - FUNCTION_WORDS
            for word in words:
                self.by_word.setdefault(word, []).append(words)
        self.tails = frozenset(tail for topic in self.stems for tail in _TAIL.findall(topic))
        self.edges: dict[str, list[str]] = {}
        for topic in sorted(self.stems):
            for match in _SPLIT.finditer(topic):
                for piece in (topic[: match.start()], topic[match.end() :]):
                    self.edges.setdefault(piece, []).append(topic)
        self.near = lru_cache(maxsize=1 << 12)(self._near)
        self.finite = lru_cache(maxsize=1 << 10)(self._finite)
        self.plain = frozenset(_OBJECT.sub("", topic) for topic in self.stems)

    def split(self, lower: str, start: int, end: int, count: int | None = None) -> list[Piece]:
        """The areas of a list.

        Args:
            lower: The reading in lower case.
            start: Where the list begins.
            end: Where it ends.
            count: How many areas the article says there are, or None.

        Returns:
            Areas in order, cleaned; one if the wording is no list.
        """
        edges: list[tuple[int, int]] = []
        bulleted = lower[max(0, start - 2) : start] in _BULLETS
        if bulleted or any(map(lower[start:end].__contains__, _PARTING)):
            edges = [match.span() for match in (_BULLETED if bulleted else _SPLIT).finditer(lower, start, end)]
        marks = [mark for mark in _MARKED_OFF if lower.find(mark, start, end) >= 0] if edges else []
        mark = next((mark for mark in marks if any(lower.startswith(mark, left) for left, _ in edges)), "")
        if not edges or (len(edges) > _MOST and not mark) or len(edges) > 2 * _MOST:
            piece = clean(lower, start, end)
            return [piece] if piece else []
        if mark:
            chosen = [edge for edge in edges if lower.startswith(mark, edge[0])]
            last = chosen[-1]
            if lower[slice(*last)] == "; " and len(chosen) + 1 != count and len(edges) <= _MOST:  # "A; B; C and D"
                chosen += self._choose(lower, last[1], end, [edge for edge in edges if edge[0] > last[0]], None)
        else:
            chosen = self._choose(lower, start, end, edges, count)
        pieces, begin = [], start
        for left, right in [*chosen, (end, end)]:
            if piece := clean(lower, begin, left):
                pieces.append(piece)
            begin = right
        police = len(pieces) > 1 and lower[slice(*pieces[1])] in _PILLARS and lower.startswith("police ", pieces[0][0])
        return [(pieces[0][0] + len("police "), pieces[0][1]), *pieces[1:]] if police else pieces

    def _choose(
        self, lower: str, start: int, end: int, edges: Sequence[Piece], count: int | None, *, goes_on: bool = False
    ) -> list[tuple[int, int]]:
        """The edges at which a list, which may go on behind it, is parted: the cheapest parting, from left to right."""
        forced = [edge for edge in edges if _AGAIN.match(lower, edge[1], end)]
        if forced and count is None:  # "at preventing crime and at managing offenders"
            return self._within(lower, start, end, edges, forced)
        bounds = [(start, start), *edges, (end, end)]
        size = len(bounds)
        limit = min(size - 1, count or size - 1)
        whole = lower[start:end]
        joined = " and " in whole
        clausal = _CLAUSE_HOW.match(whole) is not None or " with which " in whole
        best: list[dict[int, tuple[float, int]]] = [{} for _ in range(size)]
        best[0][0] = (0.0, -1)
        for right in range(1, size):
            for left in range(right):
                cost = self._cost(lower, bounds[left][1], bounds[right][0], whole, clausal=clausal)
                if count and right > left + 1 and self._is_two(lower, bounds[left : right + 1]):
                    cost += _APART  # "two areas, including investigating crime and managing offenders"
                if forced:
                    cost += _OVER * sum(edge in forced for edge in bounds[left + 1 : right])
                if left > 0 and right == size - 1 and joined and not goes_on and lower[slice(*bounds[left])] == ", ":
                    cost += 1.0  # the last of a list is joined by "and"
                for parts, (sofar, _) in best[left].items():
                    total = sofar + cost
                    if parts < limit and total < best[right].get(parts + 1, (1e9, 0))[0]:
                        best[right][parts + 1] = (total, left)
        if not (ends := best[size - 1]):
            return []
        if count in ends:
            parts = count
        else:
            parts = min(ends, key=lambda n: (ends[n][0] + self._parallel(lower, bounds, best, n), n))
        assert parts is not None
        return [bounds[n] for n in self._path(best, size - 1, parts)]

    def _within(
        self, lower: str, start: int, end: int, edges: Sequence[tuple[int, int]], forced: Sequence[tuple[int, int]]
    ) -> list[tuple[int, int]]:
        """Edges at which a list is parted for sure, and those between them at which its parts are lists themselves."""
        chosen: list[tuple[int, int]] = []
        begin = start
        for left, right in [*forced, (end, end)]:
            inner = [edge for edge in edges if begin < edge[0] and edge[1] < left]
            chosen += self._choose(lower, begin, left, inner, None, goes_on=left < end) if inner else []
            chosen += [(left, right)] if left < end else []
            begin = right
        return chosen

    @staticmethod
    def _path(best: Sequence[dict[int, tuple[float, int]]], right: int, parts: int) -> list[int]:
        path = []
        while parts > 1:
            right = best[right][parts][1]
            parts -= 1
            path.append(right)
        return path[::-1]

    def _parallel(
        self, lower: str, bounds: Sequence[tuple[int, int]], best: Sequence[dict[int, tuple[float, int]]], parts: int
    ) -> float:
        """A penalty for parts of different build: one a gerund, another a bare noun."""
        path = [0, *self._path(best, len(bounds) - 1, parts), len(bounds) - 1]
        kinds = []
        for left, right in pairwise(path):
            piece = clean(lower, bounds[left][1], bounds[right][0])
            if piece and lower[slice(*piece)] not in self.single:  # "training" is of either build
                kinds.append(bool(_GERUND.match(lower, *piece)))
        return 0.0 if not kinds or all(kinds) or not any(kinds) else 0.6

    def _cost(self, lower: str, start: int, end: int, whole: str, *, clausal: bool) -> float:
        """How unlike one area a wording is: low for a known topic, high for a fragment of one.

        Args:
            whole: The list that it is of.
            clausal: Whether that says how something is done.
        """
        piece = clean(lower, start, end)
        if piece is None:
            return 3.0
        text = lower[slice(*piece)]
        marked = bool(_MARKED.match(lower[start:end].strip()))
        clausal = clausal or _CLAUSE_HOW.match(lower, start, end) is not None
        if text in self.topics or text in self.tails or text.replace(", and ", " and ") in self.topics:
            return -0.1 if marked else 0.1
        words = text.split()
        if clausal and len(words) > _TWO and self.finite(text):
            return 0.1
        verbal = _GERUND.match(text) is not None or (clausal and _FINITE.match(text) is not None)
        known = self.near(text) and (" and " not in text or self._leads(text))
        cost = 1.0
        if any(topic in whole for topic in self.edges.get(text, ())):
            cost += 1.2  # a piece of a longer topic
        elif known:
            cost -= 0.6
        if verbal and len(words) > 1:
            cost -= 0.35
        elif len(words) == 1:
            cost += 0.0 if ", " in whole or text in self.single else 0.15 if marked or text in self.by_word else 0.35
        if marked:
            cost -= 0.2
        for match in _SPLIT.finditer(text) if any(map(text.__contains__, _PARTING)) else ():
            left, right = text[: match.start()], text[match.end() :]
            shared = clausal and _FINITES.fullmatch(left) and _FINITE.match(right)
            if match[0] in _JOINS and (shared or self._is_shared(left, right)):
                cost -= _SHARED
            elif (left in self.topics or self.near(left)) and (right in self.topics or self.near(right)):
                cost += (
                    0.9 if " and " in match[0] or "well" in match[0] else _COMMA
                )  # two areas that are known each by itself
            elif (self._ends(left, last=True) and self._ends(right, last=False)) or "well" in match[0]:
                cost += _APART
            elif right.startswith(_OWNED):
                cost += _PAIR if " and " in match[0] else _COMMA
            elif known and match[0] != ", ":
                continue
            elif _GERUND.match(right) or _HOW.match(right) or (clausal and _FINITE.match(right)):
                alone = not _GERUND.fullmatch(left) or " " not in text.rpartition(" and ")[2].rpartition(", ")[2]
                apart = match[0] in (", ", ", and ") and alone  # "call handling, training and planning"
                cost += _COMMA if apart else 0.75 if verbal else 0.5
            elif match[0] == " and ":
                cost += _PAIR if self._is_pair(left, right) else 0.5
            else:
                cost += _COMMA + _LISTED * self._ends(right, last=False)
        return cost

    def _is_two(self, lower: str, bounds: Sequence[Piece]) -> bool:
        """Whether the parts between some edges are topics each by itself."""
        parts = (clean(lower, left[1], right[0]) for left, right in pairwise(bounds))
        return all(part is not None and lower[slice(*part)] in self.stems for part in parts)

    def _is_pair(self, left: str, right: str) -> bool:
        """Whether two noun phrases stand by themselves: "financial planning and crime data accuracy"."""
        words, others = left.split(), right.split()
        if not _LINKS.isdisjoint(words) or _GERUND.match(left):
            return False
        return len(others) > 1 and (len(words) > 1 or left in self.single)

    def _is_shared(self, left: str, right: str) -> bool:
        """Whether what stands behind gerunds is of all: "building and supporting its workforce"."""
        alone = _GERUNDS.fullmatch(left)
        return (
            alone is not None
            and left.split(",", 1)[0] not in self.single
            and bool(_GERUND.match(right))
            and " " in right
        )

    def _ends(self, text: str, *, last: bool) -> bool:
        """Whether a list ends, or begins, with what names an area all by itself, without the words before it."""
        pieces = (text, _SPLIT.split(text)[-1 if last else 0])
        return any(piece.removeprefix("its ").removeprefix("their ") in self.single for piece in pieces)

    def is_topic(self, text: str) -> bool:
        """Whether a line in lower case is the wording of a topic."""
        return text.strip(" :.;,") in self.topics

    def likely(self, text: str) -> bool:
        """Whether a heading in lower case names an area: a topic, or what a force does."""
        text = text.strip(" :.")
        words = text.split()
        verbal = _GERUND.match(text) is not None and len(words) > 1
        return text in self.topics or self.near(text) or verbal or any(word in self.topics for word in words[:2])

    def _finite(self, text: str) -> bool:
        """Whether a clause says a topic with verbs for its gerunds: "manages performance and develops its leaders"."""
        return _DOES.sub(lambda verb: f"{verb[1].removesuffix('e')}ing", _OBJECT.sub("", text)) in self.plain

    def _leads(self, text: str) -> bool:
        """Whether the first of two words joined by "and" is one of a topic that both together are near to."""
        words = frozenset(text.split()) - FUNCTION_WORDS
        stem = text.split(" ", 1)[0][:_STEM]
        return any(word.startswith(stem) for topic in self._alike(words) for word in topic)

    def _near(self, text: str) -> bool:
        words = frozenset(text.replace("re-", "re").split()) - FUNCTION_WORDS
        return any(self._alike(words))

    def _alike(self, words: frozenset[str]) -> Iterator[frozenset[str]]:
        """Topics that have most of their words in common with some."""
        for word in words:
            for topic in self.by_word.get(word, ()):
                if len(words & topic) * 4 >= 3 * max(len(words), len(topic)):
                    yield topic
