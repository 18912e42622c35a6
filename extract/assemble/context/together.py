"""Bodies that a sentence names together by their number: "both", "they", "the latter", "all three".

Enters the mentions of forces before a place; leaves those that are meant, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extract.document.dates import read_number
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation

_EVERY = expression(
    r"\b(?=[aet])(?<!\bin )(?<!\bat )(?<!\bfor )(?:(?:every one of |each of |all of |all )?the |all |all of these |each of these )(?P<size>three|four|five|six|seven|eight|nine|ten|(?P<group>trio|quartet|quintet))"
    r"(?P<bodies> (?:police |fire |welsh )?(?:forces|services|brigades|constabularies|bodies)|(?= (?:were|had been|have been) (?:last )?(?:inspected|visited|told|asked|warned)\b))?"
    r"(?= (?:were|are|had|have|got|get|came|come|required?|need(?:ed)?|is|was|has|requires|needs)\b| ?$)"
)
"""Bodies that are counted as the subject of a clause: "All three were good", "When the three were inspected"."""
_EACH = ("each ", "every ", "all ")
_EACH_IS = expression(
    r"(?:(?:each|every)(?: one of (?:the|these|those) (?:forces|services|brigades)| (?:force|service|brigade|constabulary))"
    r"|all(?: of)? (?:the|these|those) (?:police )?(?:forces|services|brigades)) (?:is|are|was|were|has|have|had|got|gets?|receive[sd]|requires?|required)\b"
)
"""Bodies named before as the subject of a sentence: "Each force was good"; "all" alone may be areas."""
_GROUPS = {"trio": 3, "quartet": 4, "quintet": 5}
"""Words for so many bodies."""
_REACH = 7
"""Sentences before it in which they are named, and one."""
_TWO = 2
_ARE = r"both (?:(?:of )?(?:the|these|those) )?(?:welsh |police |fire )?(?:forces |services |brigades |constabularies )?(?:being|are|were|have|had|got|get|came|come|require[sd]?|needs?|needed|remain|remained|rated|graded|judged|scored)\b"
_PLACED = expression(r"the (former|latter) (?:is|was|has|had|got|received|requires|required|needs|came|rated|also)\b")
"""One of two bodies as the subject of a sentence."""
_TURN = expression(r"(?:[,;]| and| but| while| whereas) the (former|latter)\b")
"""The other one as the subject of the next clause."""
_OPENS = ("they ", "the former ", "the latter ")
"""How a sentence begins whose subject is two bodies or one of them."""
_BOTH_ARE = expression(_ARE)
_OTHERS = expression(
    r"(?:^|[,;:\u2013] |\b(?:and|but|while|whereas|with) )the (?:(?:other|remaining) (?P<size>one|two|three|four|five|six)|(?P<more>two|three|four|five) others)"
    r"(?: (?:police |fire |welsh )?(?:forces?|services?|brigades?|constabularies)\b|(?! (?:areas?|questions?|categor|pillars?|grades?|tests?|measures?|was|were|is|are|have been|had been)\b))"
)
"""Those of some bodies that a clause has not named, as the subject of the next; before "were" areas may be meant."""
_AREAS = (" area", " questions", " categories", " pillars", " in three ", " at two ", " grades ", " themes")
"""Words with which others than bodies are counted in such a sentence."""
_SUBJECT = expression(rf"[,;:] (?:at [^,;.]{{3,40}} |though, |and |but |while )?{_ARE}")
"""Where "both" is the subject of a clause, of the two bodies before it."""


class Together:
    """Finds the bodies that words for several stand for.

    Args:
        reading: The text.
        inside: Gives the mentions of forces between two offsets.
        ranked: Forces by how often they are named.
    """

    def __init__(self, reading: Reading, inside: Callable[[int, int], list[Annotation]], ranked: Sequence[str]) -> None:
        self.reading = reading
        self.inside = inside
        self.ranked = ranked

    def every(self, sentence: tuple[int, int], offset: int) -> list[str]:
        """The bodies of "all three" and "the four", if so many are named just before.

        Where nothing says that they are bodies they may be areas, so the nearest paragraph that names a body must name them all.
        """
        lower = self.reading.lower
        match = _EVERY.search(lower, sentence[0], offset)
        if not match:
            each = lower.startswith(_EACH, sentence[0]) and _EACH_IS.match(lower, sentence[0], offset)
            return self._last_named(sentence[0]) if each else []
        size, found = _GROUPS.get(match["size"]) or read_number(match["size"]), set[str]()
        number = self.reading.sentence_at(sentence[0])
        block = None
        for other in range(number - 1, max(-1, number - _REACH), -1):
            above = self.reading.sentences[other]
            if block not in (None, above.span) and match["bodies"] is None and not match["group"]:
                break
            named = {note.attributes["id"] for note in self.inside(above.start, above.end)}
            block = above.span if named else block
            found |= named
            if size and len(found) >= size:
                break
        return [key for key in self.ranked if key in found] if len(found) == size else []

    def _last_named(self, start: int) -> list[str]:
        """The bodies of the nearest sentence before one that names several."""
        number = self.reading.sentence_at(start)
        for other in range(number - 1, max(-1, number - _REACH), -1):
            named = self._ids(*self.reading.sentences[other][:2])
            if len(named) > 1:
                return [key for key in self.ranked if key in named]
        return []

    def others(self, offset: int, sentence: tuple[int, int]) -> list[str]:
        """The bodies of "the other two": those named just before, without those that the clauses before it name.

        Args:
            offset: A grade.
            sentence: Start and end of its sentence.
        """
        lower = self.reading.lower
        if lower.find("other", sentence[0], offset) < 0 and lower.find("the remaining ", sentence[0], offset) < 0:
            return []
        start = sentence[0]
        match = _OTHERS.search(lower[start:offset])
        if not match or self.inside(start + match.end(), offset):
            return []
        if any(lower.find(word, start, start + match.start()) >= 0 for word in _AREAS):
            return []
        number = self.reading.sentence_at(start)
        own = self._ids(start, start + match.start())
        if not own and number and match.start() == 0:
            number -= 1
            own = self._ids(*self.reading.sentences[number][:2])
        found = set(own)
        size = len(found) + (read_number(match["size"] or match["more"]) or _REACH)
        for other in range(number - 1, max(-1, number - _REACH), -1):
            if len(found) >= size:
                break
            found |= self._ids(*self.reading.sentences[other][:2])
        return [key for key in self.ranked if key in found - own] if own and len(found) == size else []

    def _ids(self, start: int, end: int) -> set[str]:
        """The bodies named between two offsets."""
        return {note.attributes["id"] for note in self.inside(start, end)}

    def pair(self, offset: int, sentence: tuple[int, int]) -> list[str]:
        """The two bodies named before "both", where that opens a clause or they do a sentence: "For leadership, both are good"."""
        lower = self.reading.lower
        opens = lower.startswith(_OPENS, sentence[0])
        if not opens and lower.find("both ", sentence[0], offset) < 0:
            return []
        they, place = lower.startswith("they ", sentence[0]), _PLACED.match(lower, sentence[0])
        if they or place or _BOTH_ARE.match(lower, sentence[0], offset):
            stop = sentence[0]
        elif both := _SUBJECT.search(lower, sentence[0], offset):
            stop = both.start()
        else:
            return []
        named = list(dict.fromkeys(note.attributes["id"] for note in self.inside(sentence[0], stop)))
        number = self.reading.sentence_at(sentence[0])
        for other in range(number - 1, max(-1, number - 4), -1):
            if len(named) == _TWO or (they and other < number - 1):
                break
            above = self.reading.sentences[other]
            inside = [note.attributes["id"] for note in self.inside(above.start, above.end)]
            named = list(dict.fromkeys([*inside, *named]))
        if len(named) != _TWO or self.inside(stop, offset):
            return []
        turned = list(_TURN.finditer(lower, place.end(), offset)) if place else []
        return [named[(turned[-1] if turned else place)[1] == "latter"]] if place else named
