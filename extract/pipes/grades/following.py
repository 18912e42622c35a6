"""What the sentence behind a grade adds to it: "Six areas are good. They are A, B and C.", "A was adequate. So was B."."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Container, Sequence
from dataclasses import replace

from extract.document.dates import NUMBER, read_number
from extract.document.forms import FUNCTION_WORDS
from extract.document.reading import Reading, Sentence
from extract.expressions import expression
from extract.pipes.grades.areas import Areas, Piece
from extract.pipes.grades.chosen import RELATES, THEY, behind, chosen
from extract.pipes.grades.references import PLACES
from extract.pipes.grades.verdict import Verdict

_FIRST = expression(
    r"(?:the )?(?:one|first)(?: of (?:them|these|those|the two|the \w+))?(?: area)? (?:is|was|concerns|covers) "
)
_SECOND = expression(
    r"(?:the )?(?:other|second|another)(?: one| area| of (?:them|these|those))?,? (?:is|was|concerns|covers)?:? ?"
)
_AND = expression(r"(?:[,;]|,? and|,? while) (?=the (?:other|second)\b)")
"""Between the two of "One is A and the other is B"."""
ARTICLE = 4
"""Characters in which "the" stands before a force."""
_TWO = 2
_LONG = 7
"""From so many words on a wording is more than an area."""
_WORD = expression(r"[a-z'-]+")
_BODIES = expression(
    rf"\b{NUMBER}(?: of the {NUMBER})?(?: (?:other|more|welsh|english|police|fire|fire and rescue|[a-z]+ern))? (?:forces|services|brigades|constabularies)\b"
)
"""Words that count bodies."""
_SOON = 6
"""From which sentence behind grades on it is not said any more what they are for."""
_ANSWER = expression(r"(?:a|answer|namely|they are)(?::|,| \u2013)? ")
_VERB = expression(r"\b(?:is|are|was|were|has|have|had|be|been|will|would|should|must|needs?|said|says)\b")
"""What a sentence has that is more than a list."""
_TOO = expression(
    r"(?P<areas>[^.;:]{4,90}?),? (?:(?:(?:is|are|was|were) )?(?:too|likewise|as well|also)|(?:fared|fares|fare|did|does|do|was|were|is|are) no better)[.]?$"
)
"""A sentence that gives what it names the grade of the one before: "Right people and right skills, likewise."."""
_SO = expression(
    r"(?:and )?(?:so|likewise|equally)(?: too)?,? (?:is|are|was|were|does|do|did|has|have|had)(?: been)? "
    r"|it (?:is|was) (?:much |exactly )?the same (?:story )?(?:in|at|for|with) (?!(?:19|20)\d\d|the (?:last|previous))"
    r"|the (?:very )?same (?:is true|was true|goes|went|applies|applied|can be said|could be said|holds) (?:of|for|to) "
    r"|the (?:very )?same (?:grade|grading|mark|rating|verdict|judge?ment|score) (?:goes|went|applies|applied|holds|held|(?:is|was|has been) (?:given|awarded|handed out|handed down|reached)) (?:of|for|to|in|on) "
    r"|(?:it|they|he|she|hmic[a-z]*|inspectors|the (?:inspectors|inspectorate|report)) (?:say|says|said|found|thought) (?:(?:much |exactly )?the same|so) (?:about|of|for) "
)
_GRADES = r"(?:results|grades|verdicts|ratings|marks|judge?ments|scores|gradings|grade|mark|verdict|rating|result)"
_RESULTS = expression(
    rf"(?:all|both|the|these|those|each of)(?: of)?(?: the| these| those)?(?: {NUMBER})? (?:{_GRADES} )?(?:(?:are|were|is|was|relates?|related|refers?|appl(?:y|ies))"
    rf"(?: all| both)?(?: (?:the|their) {_GRADES})? (?:for|to|on|about) (?!be\b)|(?:covers?|concerns?) )"
    r"|(?:the|what) (?:subject|topic|question|test|inspectors (?:tested|looked at|graded|checked))(?: each time| in each case| this time)? (?:is|was) "
)
"""What opens a sentence that says what the grades before it are for."""
_MORE = expression(
    r", (?:(?:on|in|for|at|of|to|from|with|about|over) (?=which|whose))?(?:which|where|who|whose|although|though|but|while|as|and (?:so|it|they|the force|the service))\b| (?:although|though|but|while) "
)
"""What goes on behind a list."""
_HOW = expression(r"(?:how|the (?:way|manner)) (?:in which )?(?:it|they|we|the \w+|\w+ \w+) [a-z]+s? ")
"""With which a clause that names an area begins."""
_ASIDE = expression(r",? and, [^,]{3,60}, ")
"""What is put in before an item of a list: "and, to the relief of some, its culture"."""


_GIVEN_THEN = r"the same (?:\w+ )?(?:grades|ratings|marks|verdicts|scores|judge?ments)(?! as\b)"
_THEN = r"(?:(?:in|at) (?:(?:19|20)\d\d|(?:its|the|our|their) (?:last|previous|first) \w+)|last time)"
_HELD = expression(
    r"\b(?:(?:exactly |just |all )*(?:the )?same(?: \w+)? as\b[^.;]*?\b(?:last (?:time|year|inspection|report)|years? ago|(?:19|20)\d\d|before|previous(?:ly)?)\b"
    rf"|(?P<grades>{_GIVEN_THEN} {_THEN}|{_THEN}\b[^.;]*? {_GIVEN_THEN})\b"
    r"|(?:has|have)(?:n't| not) (?:moved|changed)\b|(?:is|are) unchanged\b"
    r"|(?:neither|none|no)(?: of (?:them|these|those))?(?: [a-z]+)? (?:has|have) (?:moved|changed)\b)"
)
"""What says that grades are those of the inspection before."""
_WHEN = r"(?:(?:back )?(?:in|at|last|then|two|three|four|five)\b|a year)"
_ABOVE = expression(
    rf"(?:(?:and|but) )?(?:so (?:it|they|we) (?:was|were|had been) {_WHEN}|(?:that|this|it) (?:was|is|had been|has been) (?:also |already )?the case {_WHEN}"
    r"|(?:that|this|it) (?:is|was|marks|means|represents) no change\b|(?:there (?:is|was|has been) )?no change (?:there|here|then|since|from)\b|(?:nothing|little) has changed(?: there| here)?[.,]"
    rf"|(?:[\w'-]+ ){{1,5}}?(?:gave|given|got|had|held|received|earned|awarded|handed) (?:it |them |us |the \w+ )?(?:exactly )?that (?:grade|mark|rating|judge?ment|verdict)(?: too| also)? {_WHEN}"
    r"|the (?:previous|last|(?:19|20)\d\d) (?:report|inspection) (?:said|found|reached|came to) (?:exactly |much )?the same\b)"
)
"""What says, in other words, that the grades of the sentence before are those of the inspection before it."""
_MEANT = expression(
    r"\b(?:grades?|ratings?|marks?|verdicts?|judge?ments?|scores?)\b(?: (?:given |awarded )?(?P<for>for|in|at|on) )?"
)
_OWN = expression(r"(?:'s?|\b(?:its|the|their|our|your|both)) (?P<area>[a-z][a-z -]{3,40}[a-z]) $")
"""The area whose mark it is: "Kent's prevention mark"."""
_FRONTED = expression(r"(?:(?:but|and) )?(?:as )?(?:for|on|in|at) (?P<area>[^,;:.]{3,60}), (?:the|its|their) $")
"""Before the noun of a grade, what it is for: "For people, the verdict has not changed"."""
_SOME = expression(
    rf"\b(?:(?:{NUMBER}|most|many|some|several|half|few) of (?:the|its|their|our|these|those) |(?:most|many|some|several|few) $)"
)
"""Before the noun of grades, of which only some are meant."""
_THAT = expression(
    r"(?:(?:and|but) )?(?:(?:that|this|it|they|these|those|both|each|all(?: [a-z]+){0,2})(?: of (?:them|these|those))? )?(?:(?:is|was|are|were) )?"
)


_ENDINGS = tuple(f"{word}{stop}" for word in ("too", "likewise", "as well", "also", "no better") for stop in ("", "."))
"""How such a sentence ends."""
_STOP = 2
"""Characters of what ends a sentence."""
_GAP = 4
"""Characters before a sentence in which the mark of the one before it stands."""
_SHORT = 110
"""Characters of a sentence of the kind of `_TOO`."""


class Following:
    """Reads sentences without grades for what a grade before them is for.

    Args:
        areas: Parter of lists.
        known: Whether a word is of what bodies are graded for.
    """

    def __init__(self, areas: Areas, known: Callable[[str], bool]) -> None:
        self.areas = areas
        self.known = known

    def settle(self, reading: Reading, verdicts: list[Verdict], number: int, graded: Container[int]) -> list[Verdict]:
        """Verdicts without those that only count their areas, unless the sentences behind name these.

        Args:
            reading: The text.
            verdicts: What a sentence gives.
            number: Its number.
            graded: Numbers of sentences with grades.
        """
        counted = [verdict for verdict in verdicts if verdict.counted or verdict.count]
        if not counted:
            return verdicts
        near = verdicts[-1].counted or verdicts[-1].count is not None
        for sentence in behind(reading, number, graded):
            told = self.told(reading, sentence, counted, near=near)
            if told:
                told.back = 0
            near = told is not None
        return [verdict for verdict in verdicts if verdict.areas or verdict.back or not verdict.counted]

    def point(self, reading: Reading, verdict: Verdict, number: int, graded: Container[int]) -> None:
        """Give a grade of areas that it points back to those that the next sentence names: "in the last two. They are A and B.".

        Args:
            reading: The text.
            verdict: The last grade of a sentence.
            number: Number of the sentence.
            graded: Numbers of sentences with grades.
        """
        ahead = next(behind(reading, number, graded), None)
        meant = replace(verdict, areas=[], count=len(verdict.areas))
        if ahead and len(verdict.areas) >= _TWO and self.told(reading, ahead, [meant], near=False):
            verdict.areas = meant.areas

    @staticmethod
    def bodies(reading: Reading, number: int, graded: Container[int], mentions: Sequence[tuple[int, int]]) -> int:
        """Where the next sentence names the bodies that a grade was given to by their number, or 0: "They are Kent and Essex.".

        Args:
            reading: The text.
            number: Number of the sentence with the grade.
            graded: Numbers of sentences with grades.
            mentions: Forces in the text.
        """
        sentence, ahead = reading.sentences[number], next(behind(reading, number, graded), None)
        match = THEY.match(reading.lower, ahead.start, ahead.end) if ahead else None
        if not match or not match["be"] or not _BODIES.search(reading.lower, sentence.start, sentence.end):
            return 0
        at = bisect_left(mentions, (match.end(),))
        return match.end() if at < len(mentions) and mentions[at][0] <= match.end() + ARTICLE else 0

    def told(self, reading: Reading, sentence: Sentence, counted: Sequence[Verdict], *, near: bool) -> Verdict | None:
        """Give one of some counted grades the areas that a sentence names: "They are A and B.", "The other three were …".

        Args:
            reading: The text.
            sentence: A sentence without grades.
            counted: Grades of a sentence before it that have a count of their areas, in order; one gets areas.
            near: Whether it follows right behind them, or behind another that names such areas.

        Returns:
            That grade, or None.
        """
        lower = reading.lower
        match = THEY.match(lower, sentence.start, sentence.end)
        if not match or (match["one"] and all(one.count != 1 for one in counted)):  # "It is good to see A among them"
            return (
                self._one_by_one(lower, sentence, counted)
                or self._chosen(reading, sentence, counted, near=near)
                or (
                    self._bare(lower, sentence, counted)
                    if near or lower.find("?", max(0, sentence.start - _GAP), sentence.start) >= 0
                    else None
                )
            )
        number = read_number(match["count"]) if match["count"] else 1 if match["one"] else None
        if not near and not match["count"]:
            return None
        place = PLACES.get(match["place"] or "")
        if place is not None and not -len(counted) <= place < len(counted):
            return None
        free = [verdict for verdict in (counted if place is None else [counted[place]]) if not verdict.areas]
        fitting = [verdict for verdict in free if verdict.count == number] if number else []
        if match["count"] and not fitting:
            return None
        if not free:
            return None
        verdict = (fitting or free)[-1]
        count = verdict.count
        said = match["be"] or ("are" if match["one"] or match["place"] or match["count"] else "include")
        some = not said.startswith(("are", "were", "being", "have"))
        over = RELATES.search(lower, match.end(), sentence.end)
        stop = over.start() if over else sentence.end
        aside = _ASIDE.search(lower, match.end(), stop)
        if match["besides"]:
            found = self.areas.split(lower, *match.span("besides"), 1)
            found += self.areas.split(lower, match.end(), stop, count - 1 if count and not some else None)
        elif aside:
            found = self.areas.split(lower, match.end(), aside.start(), count - 1 if count and not some else None)
            found += self.areas.split(lower, aside.end(), stop, 1)
        else:
            found = self.areas.split(lower, match.end(), stop, None if some else count)
        if some:
            fits = bool(found) and (not count or len(found) <= count) and self._are_areas(lower, found)
        elif count:
            fits = len(found) == count and (
                any(self._is_area(lower, piece) for piece in found)
                or len(_HOW.findall(lower, match.end(), sentence.end)) == count
            )
        else:
            fits = len(found) > 1 and self._are_areas(lower, found)
        if not fits:
            return None
        verdict.areas = found
        return verdict

    def _chosen(
        self, reading: Reading, sentence: Sentence, counted: Sequence[Verdict], *, near: bool
    ) -> Verdict | None:
        """Give one of some counted grades the area that a sentence says to be one of theirs: "Custody is one of the five"."""
        one = chosen(reading.lower, sentence.start, sentence.end, near=near)
        areas = self.likely(reading, *one.area) if one else []
        for verdict in reversed(counted):
            fits = one and (verdict.count or 0) >= one.least and one.number in (None, verdict.count)
            if fits and areas and not verdict.areas:
                verdict.areas = areas
                return verdict
        return None

    def _bare(self, lower: str, sentence: Sentence, counted: Sequence[Verdict]) -> Verdict | None:
        """Give a grade the areas of a sentence that is nothing but a list of as many: "Prevention, protection and response."."""
        start = _ANSWER.match(lower, sentence.start, sentence.end)
        begin = start.end() if start else sentence.start
        for verdict in counted:
            if verdict.areas or not verdict.count or verdict.count < _TWO:
                continue
            found = self.areas.split(lower, begin, sentence.end, verdict.count)
            if lower.startswith("the ", begin):
                return None
            if (
                len(found) == verdict.count
                and found[-1][1] + _STOP >= sentence.end
                and any(self._is_area(lower, piece) for piece in found)
                and not _VERB.search(lower, begin, sentence.end)
            ):
                verdict.areas = found
                return verdict
        return None

    def _one_by_one(self, lower: str, sentence: Sentence, counted: Sequence[Verdict]) -> Verdict | None:
        """Give a grade of two areas one of them or both: "One is A; the other is B."."""
        verdict = next((one for one in reversed(counted) if one.count == _TWO and len(one.areas) < _TWO), None)
        if verdict is None:
            return None
        second = _SECOND.match(lower, sentence.start, sentence.end) if verdict.areas else None
        first = second or _FIRST.match(lower, sentence.start, sentence.end)
        if not first or bool(second) != bool(verdict.areas):
            return None
        parted = None if second else _AND.search(lower, first.end(), sentence.end)
        found = self.areas.split(lower, first.end(), parted.start() if parted else sentence.end, 1)
        if parted and (behind := _SECOND.match(lower, parted.end(), sentence.end)):
            found += self.areas.split(lower, behind.end(), sentence.end, 1)
        if not found or not any(self._is_area(lower, piece) for piece in found):
            return None
        verdict.areas = [*verdict.areas, *found]
        return verdict

    def held(self, reading: Reading, sentence: Sentence, *, follows: bool) -> tuple[str, list[Piece]] | None:
        """What a sentence says is graded as it was: "every" grade of a force, some areas, or the grades "above" it.

        Args:
            reading: The text.
            sentence: A sentence without grades.
            follows: Whether the one before it has some.
        """
        lower = reading.lower
        if follows and _ABOVE.match(lower, sentence.start, sentence.end):
            return "above", []
        match = _HELD.search(lower, sentence.start, sentence.end)
        if not match:
            return None
        if match["grades"]:
            return "every", []
        nouns = _MEANT.search(lower, sentence.start, match.start())
        if nouns and _SOME.search(lower, sentence.start, nouns.start()):
            return None
        own = _OWN.search(lower, sentence.start, nouns.start()) if nouns and not nouns["for"] else None
        if own and (own["area"] in self.areas.single or self.areas.likely(own["area"])):
            return "areas", [own.span("area")]
        if nouns:
            fronted = _FRONTED.match(lower, sentence.start, nouns.start())
            if fronted and (areas := self.likely(reading, *fronted.span("area"))):
                return "areas", areas
            areas = self.likely(reading, nouns.end(), match.start()) if nouns["for"] else []
            return ("areas" if areas else "every"), areas
        if _THAT.fullmatch(lower, sentence.start, match.start()):
            return ("above", []) if follows else None
        areas = self.likely(reading, sentence.start, match.start())
        return ("areas", areas) if areas else None

    def topic(self, reading: Reading, number: int, graded: Container[int]) -> list[Piece]:
        """What one of the sentences behind one says that its grades are for: "All three results are for crime recording."."""
        sentences = reading.sentences
        for other in range(number + 1, min(number + _SOON, len(sentences))):
            sentence = sentences[other]
            match = None if other in graded else _RESULTS.match(reading.lower, sentence.start, sentence.end)
            if match:
                return self.likely(reading, match.end(), sentence.end)
        return []

    @staticmethod
    def likewise(reading: Reading, sentence: Sentence) -> tuple[int, int]:
        """Where a sentence names what has the grade of the one before it: "So does A.", "A too."; nowhere if it does not."""
        match = _SO.match(reading.lower, sentence.start, sentence.end)
        if match:
            return match.end(), sentence.end
        if sentence.end - sentence.start > _SHORT or not reading.lower.endswith(_ENDINGS, sentence.start, sentence.end):
            return 0, 0
        match = _TOO.match(reading.lower, sentence.start, sentence.end)
        return match.span("areas") if match and not _VERB.search(match["areas"]) else (0, 0)

    def likely(self, reading: Reading, start: int, end: int) -> list[Piece]:
        """The areas of a list, if that is what it is.

        Args:
            reading: The text.
            start: Where the list begins.
            end: Where its sentence ends.
        """
        more = _MORE.search(reading.lower, start, end)
        found = self.areas.split(reading.lower, start, more.start() if more else end)
        if _HOW.match(reading.lower, start, end) and len(found) <= len(_HOW.findall(reading.lower, start, end)):
            return found
        return found if self._are_areas(reading.lower, found) else []

    def _are_areas(self, lower: str, pieces: Sequence[Piece]) -> bool:
        """Whether most of a list are known as areas or named as what a body does."""
        return 2 * sum(self._is_area(lower, piece) for piece in pieces) > len(pieces)

    def _is_area(self, lower: str, piece: Piece) -> bool:
        text = lower[slice(*piece)]
        if text in self.areas.single or self.areas.likely(text):
            return True
        words = [word for word in _WORD.findall(text) if word not in FUNCTION_WORDS]
        return 1 < len(words) < _LONG and all(map(self.known, words))
