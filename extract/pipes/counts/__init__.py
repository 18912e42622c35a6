"""Counts that an article states: areas graded, areas with one grade, recommendations, causes of concern.

Enters the letters of the text, the wordings of grades and the nouns that are counted; leaves one annotation a count.
Counts of an earlier inspection, of progress made, of forces and of case files are left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from spacy.tokens import Doc

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation, Pipe, notes_of, reading_of
from extract.pipes.counts.graded import Graded
from extract.pipes.counts.lines import Line
from extract.pipes.counts.sequels import find_again, find_listed, find_shared, find_tiers, is_part
from extract.pipes.counts.stated import Stated
from extract.pipes.grades.scope import Scope
from extract.pipes.letters import Classes, Letters, letters_of, names_inspection
from extract.pipes.triggers import Hit, hits_of, hits_within

_PLACE = attrgetter("start", "end")
_NO_MARKS: Mapping[str, str] = {}
_READ = frozenset(("paragraph", "standfirst", "item", "subheading", "headline", "quote"))
_COMPARED = expression(
    r"(?:,| \u2013|;)? (?:is |are |was |which is )?(?:down from|up from|compared (?:with|to)|lower than|higher than|fewer than|more than|rather than|against|instead of|(?:more than )?(?:double|twice|half|three times) (?:the|as many|that|what))\b"
)
"""From here on a sentence speaks of an earlier inspection, or of what was not counted."""

_THAN = ("double", "twice", "half the", "half as", "times ", "than ", " from ", "compared", "against", "instead of")
_REPORTED = expression("[sae][^,;.T]{0,4}T")
_HEAD = 400
"""Characters within which a page says that it is the minutes of a meeting."""

_THAN_LAST = expression(
    r" (?:than|as|since|from)(?: (?:it|they) (?:was|were|had|did))?(?: (?:at|in))?(?: the| its| their)? last (?:time|year|inspection|report)\b"
)
"""With which something is compared, and nothing is told of it."""
_IN_YEAR = expression(r" (?:back )?in (?:[a-z]+ )?(?P<year>(?:19|20)\d\d)\b(?!,? (?:to|from))")
"""Right behind the last count: "had three causes of concern in 2018"."""
_OFTEN = 2
"""In how many sentences one "had" makes an article report what was said."""

_OPENING = expression(r"\W*in (?:[a-z]+ )?(?P<year>(?:19|20)\d\d)\b")
_TURNED = expression(r", and (?:this|it|we|they|that) (?:has|have|is|are) ")
"""Behind what was before, what is now: "after last year's inspection, and this has brought us a good in all three"."""
_ASIDE = expression(
    r";|, (?:(?:for|in|on|of|at) )?(?:which|when|where|having) "
    r"|,? (?:along |together )?(?:with|beside|alongside) (?:those|the ones) "
)
"""Behind the last count: an aside that can speak of another inspection."""

_OLDER = expression(
    r"\b(?:earlier|previous|last|first|original|former) (?:[\w-]+ ){0,2}(?:review|report|inspection|audit|visit)\b[^.;]{0,60}\b(?:made|contained|had|issued|set out|gave|raised|found|identified|listed)\b"
)
"""Of an earlier report, which is the subject."""

_DATED = expression(
    r"\b(?P<year>(?:19|20)\d\d)(?![/\u2013-]) (?:[\w-]+ )?(?:review|report|inspection|audit)\b[^.;]{0,40}\b(?:made|contained|had|issued|set out|gave|raised|found|identified|listed)\b"
    r"|\b(?:made|issued|raised|given|set)(?: \w+){0,3} in (?:[a-z]+ )?(?P<made>(?:19|20)\d\d)\b"
)
_THERE = expression(r"\bthere (?:were|was)\b[^.;]{0,60}\bin (?:[a-z]+ )?(?P<year>(?:19|20)\d\d)\b")
_OF_THEN = expression(r"\b(?:then|that year|that (?:earlier )?(?:report|review|inspection))\b")
"""What points back to an earlier inspection."""

_THAT_REPORT = expression(r"\W*that (?:earlier |first )?(?:report|review|inspection)\b")
"""The same at the beginning of a paragraph."""

_AT_THAT_TIME = expression(r"\b(?:at that time|back then|on that occasion)\b")
_THEN = ("at that time", "back then", "on that occasion")
"""Without any of which that matches nothing."""
_ALLEGED = expression(r"\b(?:court|jury|magistrates?|tribunal|inquest)(?: \w+){0,2} (?:heard|told)\b")
"""What a court hears is no count of an inspectorate's."""

_ISSUING = expression(
    r"\b(?:we|it|they|inspectors|the inspectorate) (?:issued|made|gave|had|identified|raised|set out|contained|listed|included)\b"
)
_FURTHER = expression(r"\W*(?:an?|one|two|three|four|five|six|seven|eight|nine|ten) (?:further|more|others?)\b")
"""With which a sentence goes on with what the one before it counts."""
_RECALLED = expression(
    r"\byou(?: will|'ll| may| might)? (?:also )?(?:remember|recall)\b|\b(?:readers|members|you) (?:will|may|might) (?:remember|recall)\b"
)
"""In a sentence that reminds somebody of an earlier report."""

_FIELDWORK = expression(r"\bbetween [^,.;]{3,24} and (?:\w+ )?(?P<year>20\d\d)\b")
"""The months that an inspection took, which began in the year before."""

_PAIR_OF = expression(r"\b(?:pair|brace|trio|quartet) of (?:\w+ )?$")
_NEAR = 24
"""Characters before a noun in which "a pair of" can stand."""

_NEEDY = expression(r"\bin need of improvement\b")
"""A grade in words that name no area with it: "six good and two in need of improvement"."""

_ONLY = ("only ", "sole ", "lone ")
"""Words before the single area with a grade."""

_DISCHARGED = expression(r"\b(?:closed|lifted|discharged|signed off)\b")


class Counts(Pipe):
    """The pipe of the field `stated_counts`.

    Args:
        cues: Table of `cues/counts.toml`.
        scope: Reader of qualifiers.
        classes: Letters of words.
    """

    key = "stated_counts"

    def __init__(self, cues: Mapping[str, Any], scope: Scope, classes: Classes) -> None:
        self.of: dict[str, str] = dict(cues["of"])
        self.marks = {noun: "Z" if of == "areas" else "X" for noun, of in self.of.items()}
        self.scope = scope
        self.classes = classes
        self.graded = Graded(scope)
        self.stated = Stated(cues["words"])

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Counts, in the order of the text."""
        reading = reading_of(doc)
        grades, nouns = hits_of(doc, "grade"), hits_of(doc, "count")
        if not grades and not nouns:
            return
        letters = letters_of(doc, self.classes)
        if "need of improvement" in reading.lower:
            needy = [(*match.span(), "requires improvement") for match in _NEEDY.finditer(reading.lower)]
            grades = sorted([*grades, *needy])
        published = notes_of(doc).get("published")
        if not (names_inspection(letters) or notes_of(doc).get("publisher")):
            return
        minutes = reading.lower.find("minutes", 0, _HEAD) >= 0
        minutes = minutes or reading.lower.count(" had ") * _OFTEN >= len(reading.sentences)
        last = -2
        before: Line | None = None
        known: set[int] = set()
        whole: dict[str, int] = {}
        for number in self._numbers(reading, letters, grades, nouns):
            sentence = reading.sentences[number]
            if reading.spans[sentence.span].kind not in _READ:
                continue
            line = self._line(reading, letters, sentence.start, sentence.end, grades, nouns)
            above = before if last == number - 1 and reading.sentences[last].span == sentence.span else None
            if minutes or (above and above.reported):
                line = line._replace(reported=True)
            before, last = line, number
            counts = list(self._sentence(line, above, published, known, whole))
            if not counts:
                continue
            areas = (note.attributes for note in counts if note.attributes["of"] == "areas")
            known.update(data["count"] for data in areas if not data["grade"])
            if any(note.attributes["grade"] for note in counts):
                before = line._replace(counting=True)
            elif (of := counts[-1].attributes["of"]) != "areas":
                before = line._replace(asks=of)
            if _is_alleged(reading.lower[line.low : line.high]):
                continue
            if not self._is_previous(line, above, published, max(note.end for note in counts)):
                yield from sorted(counts, key=_PLACE)

    def _numbers(self, reading: Reading, letters: Letters, grades: Sequence[Hit], nouns: Sequence[Hit]) -> list[int]:
        """Numbers of the sentences in which something can be counted."""
        single: set[int] = set()
        found: set[int] = set()
        for hit in nouns:
            number = reading.sentence_at(hit[0])
            found.add(number)
            if self.of.get(hit[2], "areas") != "areas":
                singular = not reading.lower.endswith("s", hit[0], hit[1])
                if (singular and letters.text[letters.at(hit[0]) - 1] in "Dwegy") or _PAIR_OF.search(
                    reading.lower, max(0, hit[0] - _NEAR), hit[0]
                ):
                    single.add(number)
                if number + 1 < len(reading.sentences):
                    found.add(number + 1)
        end = -1
        for hit in grades:
            if hit[0] >= end:
                number = reading.sentence_at(hit[0])
                found.add(number)
                end = reading.sentences[number].end
        text, starts = letters.text, letters.starts
        for number in found - single:
            low, high, _ = reading.sentences[number]
            first = bisect_left(starts, low)
            numbered = text.find("0", first, bisect_left(starts, high, first)) >= 0
            if numbered or any(map(reading.lower[low:high].__contains__, _ONLY)):
                single.add(number)
        return sorted(single)

    def _line(
        self, reading: Reading, letters: Letters, low: int, high: int, grades: Sequence[Hit], nouns: Sequence[Hit]
    ) -> Line:
        """A sentence with its grades and its nouns marked, up to where it speaks of an earlier inspection."""
        named = hits_within(nouns, low, high)
        if named and any(map(reading.lower[named[0][1] : high].__contains__, _THAN)):
            compared = _COMPARED.search(reading.lower, named[0][1], high)
            if compared and not hits_within(grades, compared.start(), high):
                high = compared.start()
                named = hits_within(named, low, high)
        starts = letters.starts
        base = bisect_left(starts, low)
        text = letters.text[base : bisect_left(starts, high, base)]
        inside = [hit for hit in hits_within(grades, low, high) if hit[2] != "same"]
        for hits, marks, other in ((inside, _NO_MARKS, "G"), (named, self.marks, "#")):
            for begin, stop, key in hits:
                first = bisect_left(starts, begin, base) - base
                if first < len(text):
                    end = bisect_left(starts, stop, base + first) - base
                    text = f"{text[:first]}{marks.get(key, other)}{'_' * (end - first - 1)}{text[end:]}"
        reported = "T" in text and _REPORTED.search(text) is not None
        return Line(text.replace("'", '"'), base, letters, reading, low, high, inside, named, self.of, reported)

    def _sentence(
        self, line: Line, above: Line | None, published: str | None, known: Container[int], whole: dict[str, int]
    ) -> Iterator[Annotation]:
        """Counts of a sentence.

        Args:
            line: The sentence.
            above: The one before it in its paragraph, or None.
            published: Day of the article.
            known: Numbers of areas that the article has stated.
            whole: The largest number of each kind of ask that it has stated; filled in here.
        """
        taken: list[tuple[int, int]] = []
        if line.grades:
            yield from self.graded.find(line, above, published, taken, known)
        if "Z" in line.text or "X" in line.text or "#" in line.text:
            if "X" not in line.text and line.text.count("0") > 1:
                yield from find_tiers(line, taken)
            asks: Annotation | None = None
            for note in (*self.stated.find(line, taken), *self.stated.others(line, taken)):
                of, count = note.attributes["of"], note.attributes["count"]
                if of != "areas":
                    if is_part(line, note, whole.get(of, 0)):
                        continue
                    asks, whole[of] = note, max(count, whole.get(of, 0))
                yield note
            if not asks and "X" in line.text:
                yield from find_listed(line)
            if asks:
                yield from find_shared(line, asks.attributes["of"], line.at(asks.end))
        elif above:
            yield from find_again(line, above)
            if above.asks:
                yield from find_shared(line, above.asks, 0)

    def _is_previous(self, line: Line, above: Line | None, published: str | None, last: int) -> bool:
        """Whether a sentence is about an earlier inspection, in what it says up to the clause of its last count."""
        aside = _ASIDE.search(line.reading.lower, last, line.high)
        begin = line.low
        if ", and " in line.reading.lower[line.low : last]:
            begin = max((match.end() for match in _TURNED.finditer(line.reading.lower, begin, last)), default=begin)
        lower = line.told(begin, aside.start() if aside else line.high)
        if " re" in lower and _RECALLED.search(lower):
            return True
        year = _OPENING.match(lower)
        if year and published and year["year"] < published[:4]:
            return True
        dated = _IN_YEAR.match(line.reading.lower, last, line.high)
        if dated and published and dated["year"] < published[:4]:
            return True
        text = lower = _THAN_LAST.sub(" ", lower) if "last " in lower else lower
        if "between " in lower:
            text = _FIELDWORK.sub(lambda m: "" if m["year"] == (published or "")[:4] else m[0], lower)
        if self.scope.is_earlier(text, published):
            return not any(map(text.__contains__, ("this time", "this year", "today")))
        if any(map(text.__contains__, _THEN)) and _AT_THAT_TIME.search(text):
            return True
        if "re" in text and _OLDER.search(text):
            return True
        dated = _DATED.search(text) if published and ("19" in text or "20" in text) else None
        if dated and published and (dated["year"] or dated["made"]) < published[:4]:
            return True
        there = _THERE.search(text) if "there w" in text and published else None
        if there and published and there["year"] < published[:4]:
            return True
        if _OF_THEN.search(lower) and self.scope.is_dated(
            _before(line, beyond=_THAT_REPORT.match(lower) is not None), published
        ):
            return True
        if _FURTHER.match(text) and self.scope.is_earlier(_before(line, beyond=False), published):
            return True
        if above is None or not _ISSUING.search(text):
            return False
        before = above.told(above.low, above.high)
        if " re" in before and _RECALLED.search(before):
            return True
        if "between " in before:
            before = _FIELDWORK.sub(lambda m: "" if m["year"] == (published or "")[:4] else m[0], before)
        return not _DISCHARGED.search(before) and self.scope.is_earlier(before, published)


def _before(line: Line, *, beyond: bool) -> str:
    """The sentence before one in its paragraph, or beyond it, in lower case."""
    number = line.reading.sentence_at(line.low)
    before = line.reading.sentences[max(0, number - 1)]
    same = beyond or before.span == line.reading.sentences[number].span
    return line.reading.lower[before.start : before.end] if same else ""


def _is_alleged(text: str) -> bool:
    """Whether a sentence says what a court heard."""
    return (" heard" in text or " told" in text) and _ALLEGED.search(text) is not None
