"""What quoted text is: direct speech, a fragment in the article's sentence, or none; and which words credit it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document.forms import alternation
from extract.document.reading import Span
from extract.document.sentences import DOT
from extract.expressions import expression
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes.attribution import Attribution
from extract.pipes.quotes.findings import is_implied
from extract.pipes.quotes.marks import Stretch
from extract.pipes.quotes.outer import outer
from extract.pipes.quotes.page import Page
from extract.pipes.quotes.verbs import JUDGED

_ENDED = (".", "!", "?", ",", "\u2026", "\u2013", "-")
_STOPPED = (".", "!", "?", ":")
_NAMING = expression(
    r"\b(?:known as|so-called|so called|named|titled|entitled|dubbed|termed|the words?|the phrases?|the terms?|(?:words|phrases|terms|expressions) (?:such as|like)|(?:talk|speak|talks|spoke|speaks|lecture|talking|speaking) (?:about|on)|headed|headlined|marked|labelled|under the title|headlines[a-z ]{0,20} (?:such as|like)|hmic\w* report|a (?:scheme|project|campaign|programme|system|process|report|document|film) called|what (?:\w+ ){1,3}calls?|everyone(?: else)? calls|is called|are called|was called|the|its|an|those|these)[ (]*$"
)
_FILED = expression(
    r"\b(?:listed|written (?:down|up|off)|log(?:ged|ging|s)?|record(?:ed|ing|s)?|marked|flag(?:ged|ging)|coded|class(?:ed|ified)|registered|entered|filed|put down|treat(?:ed|ing)) (?:[\w-]+ ){0,4}?as (?:an? [\w-]+ who )?$"
)
"""How a file calls somebody or something, whose word it quotes: "was written down as 'absent'"."""
_PRAISED = expression(
    r"\b(?:praised|praises|welcomed|welcomes|criticised|condemned|hailed|hails|noted|highlighted|commended|attacked|blamed|lamented|deplored|spoke of|speaks of|talked of|talks of)"
    r" (?:the|its|their|his|her|an?)(?: [\w-]+)? [(\"']*$"
)
_JUDGED = expression(r"\b(?:was|were|is|are|be|been|it|them|as) an? [(\"']*$")
_DESCRIBES = expression(r"(?:an?|one|the (?:best|worst|most)|very|too|so) ")
_ARTICLE = expression(r"\b(?:the|an|its|those|these)[ (]*$")
_DASH_NAME = expression(r"[\"'\u201d\u2019.]*\s*[\u2013-]\s*(?=[A-Z])")
_DASH_WORDS = expression(
    r"[\"'.]{1,2}\s*[\u2013-]\s*(?:(?:an?|one) )?(?P<who>[a-z][\w-]*(?: [a-z][\w-]*){0,3})(?:(?:,| at| in| from| of) [^.!?\"]{2,50})?\.?"
)
"""Who speaks, without a name behind a dash that ends the block: "'About time.' \u2013 response officer, Swindon"."""
_THOSE_WORDS = expression(r"[\"'.]{1,2} With (?:those|these) (?:\w+ )?words,? ")
"""How the sentence behind speech opens that names who spoke."""
_NEAR = 60
_IN_BRACKETS = expression(r"[\"'.]{1,2} \((?P<who>@\w+|[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)(?:, (?:[A-Z][\w' -]+|\d+))?\)")
"""Who speaks, in brackets behind speech: "'Well deserved' (Karen, Goole)"."""
_PARTED = expression(rf"[.!?](?= [A-Z])(?:(?<!\.)|(?<={DOT}))")
"""Where a sentence ends and the next begins."""
_AHEAD, _TOLD = 160, 30
"""How far before speech behind a comma its verb stands; and before speech without a stop of its own."""
_BRIEF = 3
"""Words up to which a quoted phrase is no speech where nothing ends it."""
_AFTER = 31
"""Within how many characters of its end a block names who speaks below it, whatever comes behind."""
_TERM = 2
"""How many words a term has at most by which a file calls somebody or something."""
_SHORT = 12
"""Under how many characters words can be said twice in one speech."""
_MISTYPED = 4
"""How far before speech its verb ends where a semicolon stands for the colon."""
_BESIDE = 4
"""How far behind speech the name of who speaks begins, where nothing else stands there."""
_WORD = expression(r"\w+")
_SMALL = frozenset(("a", "an", "the", "of", "and", "in", "for", "to", "on", "at", "with", "or"))
"""Words without a capital in the titles of what is quoted: "State of Policing"."""
_FILLERS = frozenset(
    ["rated", "graded", "a", "an", "all", "the", "is", "are", "as", "overall", "grade", "rating", "or", "and", "at"]
)
_PLAIN = frozenset(("said", "says", "added", "adds", ":", "words of", "puts it", "put it"))
_SUBORDINATE = expression(r"(?<=[\w\"] )(?:when|after|because|since|before|as|until) (?:the |an? )?$")
_IS = (" is ", " was ", " feels ", " felt ", " remains ")
"""Words between somebody and one word of theirs: "Hale is 'thrilled'"."""
_PERSONS = ("pronoun", "name", "surname", "private")
_GLUE = expression(r"[\"'\u201d\u2019\s,.\u2013;-]*$")


class Kinds:
    """Tells kinds of quoted text.

    Args:
        grades: Wordings of grades, in lower case.
    """

    def __init__(self, grades: Sequence[str]) -> None:
        self.grade = re.compile(rf"\b(?:{alternation(grades)})\b")
        self.first = _FILLERS.union(grade.split()[0] for grade in grades)
        self.words = _FILLERS.union(_WORD.findall(" ".join(grades)))

    def is_grade(self, lower: str) -> bool:
        """Whether quoted words in lower case are grades and nothing else: "rated good overall"."""
        first = _WORD.search(lower)
        if first is None or first[0] not in self.first:
            return False
        second = _WORD.search(lower, first.end())
        if second and second[0] not in self.words:
            return False
        rest, count = self.grade.subn(" ", lower)
        return count > 0 and _FILLERS.issuperset(_WORD.findall(rest))

    def are_direct(
        self, reading: Page, span: Span, stretches: Sequence[Stretch], attributions: Sequence[Attribution]
    ) -> list[bool]:
        """Which of the stretches of a block are direct speech."""
        found: list[bool] = []
        previous: Stretch | None = None
        for stretch in stretches:
            found.append(self.is_direct(reading, span, stretch, previous, attributions))
            previous = stretch if found[-1] else previous
        return found

    def is_direct(
        self,
        reading: Page,
        span: Span,
        stretch: Stretch,
        previous: Stretch | None,
        attributions: Sequence[Attribution],
    ) -> bool:
        """Whether a stretch is direct speech.

        Args:
            previous: The direct stretch before it in the block, or None.
        """
        inner = reading.text[stretch.start : stretch.end].strip()
        if len(inner) < 2:
            return False
        if self.is_grade(inner.lower()) and (previous is None or inner[-1] not in ".!?"):
            # but '"They like it," he said. "Good."'
            return inner[-1] in ",.?!" and inner[0].isupper() and self._is_uttered(reading, stretch, attributions)
        text, words = reading.text, inner.count(" ") + 1
        before = text[span.start : max(span.start, stretch.start - 1)].rstrip()
        before = before[:-2] if before.endswith(": '") else before  # "said: '"We act."": one mark too many
        after = text[stretch.end + 1 : span.end].lstrip()
        ended = not stretch.closed or inner.endswith(_ENDED)
        ended = ended or (inner[-1] in "\"'" and inner.rstrip("\"'").endswith(_ENDED))
        capital = inner[0].isupper() or inner[0].isdigit() or inner[0] in "\u2026.'\"(["
        bracket = capital and words > 2 and text.find(" (", stretch.end, stretch.end + 4) >= 0
        if bracket and _IN_BRACKETS.match(text, stretch.end, span.end):
            return True
        if not before or before in ("(", "["):
            if not after.strip(" .,)") or not stretch.closed:
                return words > 2 or ended
            if ended and inner[-1] != "-":
                return True
            return bool(_DASH_NAME.match(text, stretch.end)) or self._credited_behind(reading, stretch, attributions)
        if before[-1] == ":":
            return words > 1 or (ended and bool(attributions))
        if before[-1] == ";" and capital and any(0 < stretch.start - a.end <= _MISTYPED for a in attributions):
            return words > 1
        if previous is not None:
            between = text[previous.end : stretch.start]
            spoken = any(previous.end <= attribution.start < stretch.start for attribution in attributions)
            if spoken and len(between) < 250 and (ended or not after or (capital and self._ends_sentence(after))):
                return capital or before.endswith((",", "\u2013", "-"))
            if not between.strip("\"' ,.") and ended:
                return True
        if before[-1] == "," and capital and (ended or (after[:1] == "." and words > _BRIEF)):
            reach = _AHEAD if ended else _TOLD
            return any(a.end <= stretch.start and a.start >= stretch.start - reach for a in attributions)
        verb = next((a.verb for a in attributions if 0 <= stretch.start - a.end <= 2), "")
        if verb and capital and ended:
            return verb not in JUDGED or not all(
                word[:1].isupper() for word in inner.split()
            )  # a report called "Why Us?"
        if not capital or not before.rstrip("\"')]").endswith(_STOPPED):
            return False
        if ended:
            return (
                not after or before.endswith("?") or words > 3 or self._credited_behind(reading, stretch, attributions)
            )
        if not after:
            return before.endswith("?")  # an answer without a full stop
        few = 2 if after.startswith(",") else _BRIEF
        return words > few and self._credited_behind(reading, stretch, attributions)

    @staticmethod
    def _is_uttered(reading: Page, stretch: Stretch, attributions: Sequence[Attribution]) -> bool:
        """Whether somebody says a grade aloud that is a sentence or begins one: "'Inadequate,' he says, and sighs"."""
        text, opens = reading.text, stretch.start - 1
        own = next((a for a in attributions if a.end == opens - 2 and text[a.end] == ":"), None)
        if own is None and text[stretch.end - 1] != ".":
            own = next((a for a in attributions if a.start >= stretch.end), None)
            begins = text[max(0, opens - 2) : opens].rstrip(" ")[-1:] in ("", "\n", ".", "!", "?", ":")
            own = own if own and begins and _GLUE.match(text[stretch.end : own.clause]) else None
        who = own.speaker if own and own.verb in _PLAIN else None
        return who is not None and who.form in _PERSONS and reading.lower[who.start : who.end] != "it"

    @staticmethod
    def _ends_sentence(after: str) -> bool:
        return not after or after[0] in ".!?" or after[0].isupper()

    @staticmethod
    def _credited_behind(reading: Page, stretch: Stretch, attributions: Sequence[Attribution]) -> bool:
        for attribution in attributions:
            if attribution.start >= stretch.end:
                between = reading.text[stretch.end + 1 : attribution.clause]
                return not between.strip(" ,.\"'") and attribution.start - stretch.end < 160
        return False

    def credit(
        self, reading: Page, span: Span, stretch: Stretch, attributions: Sequence[Attribution]
    ) -> Attribution | None:
        """The attribution of direct speech within its block, or None."""
        behind = None
        for attribution in attributions:
            if attribution.start >= stretch.end:
                behind = attribution
                break
        if behind and (
            self._introduced(reading, span, stretch, attributions) or self._is_apart(reading, span, stretch, behind)
        ):
            behind = None
        if behind and _GLUE.match(reading.text[stretch.end : behind.clause]) and behind.start - stretch.end < 220:
            between = reading.text[stretch.end : behind.start]
            if '" ' not in between[2:] and not _PARTED.search(between, 2):
                return behind
        if not attributions and stretch.start <= span.start + 1 and (signed := self._signs(reading, span, stretch)):
            return signed
        before = [a for a in attributions if a.end <= stretch.start]
        if before:
            main = [a for a in before if not self._is_aside(reading, span, a)]
            last = (main or before)[-1]
            between = reading.text[last.end : max(last.end, stretch.start - 1)]
            if between.rstrip().endswith((":", ",")) or len(between) < 3 or len(between) < 160:
                return last
        if stretch.end + 2 >= span.end:
            return None
        words = _THOSE_WORDS.match(reading.text, stretch.end, span.end)
        if words and (named := reading.between(words.end(), min(span.end, words.end() + _NEAR))):
            return Attribution(words.start(), words.end(), "words of", named[0], words.start(), True)
        if told := _IN_BRACKETS.match(reading.text, stretch.end, span.end):
            named = reading.between(*told.span("who"))
            one = named[0] if named else Speaker("private", *told.span("who"), private=True)
            return Attribution(told.start(), told.start(), "\u2013", one, told.start(), True)
        if words := _DASH_WORDS.fullmatch(reading.text, stretch.end, span.end):
            private = Speaker("private", *words.span("who"), private=True)
            return Attribution(words.start(), words.start("who"), "\u2013", private, words.start(), True)
        dash = _DASH_NAME.match(reading.text, stretch.end, span.end)
        speaker = reading.behind(dash.end(), span.end) if dash else None
        if dash and speaker:
            return Attribution(dash.start(), dash.end(), "\u2013", speaker, dash.start(), True)
        return None

    @staticmethod
    def _signs(reading: Page, span: Span, stretch: Stretch) -> Attribution | None:
        """The person who alone is named behind speech that fills a block: "'We did it.' Jo Hale, chief constable"."""
        inside = reading.between(stretch.end, span.end) if span.end - stretch.end > _SHORT else []
        if len(inside) != 1 or inside[0].until < span.end - 1:
            return None
        start = min(inside[0].start, inside[0].since if inside[0].since >= 0 else inside[0].start)
        return Attribution(start, start, "\u2013", inside[0], start, True) if start - stretch.end < _BESIDE else None

    @staticmethod
    def _is_apart(reading: Page, span: Span, stretch: Stretch, behind: Attribution) -> bool:
        """Whether the sentence behind speech that ended with a full stop says something else: "'We did.' Hale agreed to go."."""
        ended = reading.text[stretch.end - 1] == "." and reading.text[stretch.end + 1 : stretch.end + 2] == " "
        if ended and behind.verb == ":" and behind.start < behind.end:
            return stretch.start > span.start + 1  # "'We did.' Hale shook her head: '…'"
        return ended and stretch.start > span.start + 1 and not behind.inverted and behind.verb not in _PLAIN

    @staticmethod
    def _is_aside(reading: Page, span: Span, one: Attribution) -> bool:
        """Whether somebody is said to speak in a clause that only says when or why: "said Hale when HMICFRS suggested it"."""
        if one.speaker is None or one.inverted or one.start > one.end:
            return False
        start = max(span.start, min(one.speaker.start, one.speaker.role[0] if one.speaker.role else one.speaker.start))
        return _SUBORDINATE.search(reading.lower, max(span.start, start - 24), start) is not None

    @staticmethod
    def _introduced(reading: Page, span: Span, stretch: Stretch, attributions: Sequence[Attribution]) -> bool:
        """Whether "said:" before a stretch that ends its sentence credits it, whatever the next sentence says."""
        if reading.text[stretch.end - 1 : stretch.end] not in (".", "!", "?"):
            return False
        lead = reading.text[span.start : stretch.start - 1].rstrip()
        return lead.endswith(":") and any(a.end <= stretch.start for a in attributions)

    def is_fragment(self, reading: Page, span: Span, stretch: Stretch) -> bool:
        """Whether a stretch that is no direct speech may be a fragment: no grade, no title, no term."""
        inner = reading.text[stretch.start : stretch.end].strip()
        lower = inner.lower().rstrip(".,;:!?")
        words = inner.split()
        if not words or self.is_grade(lower) or len(inner) < 4:
            return False
        before = reading.lower[max(span.start, stretch.start - 40) : max(span.start, stretch.start - 1)]
        if len(words) <= _TERM + (" who " in before) and before.find(" as ") >= 0 and _FILED.search(before):
            return False
        named = (len(words) <= 4 or inner[0].isupper()) and _NAMING.search(before)
        if named and not (_DESCRIBES.match(inner) or _PRAISED.search(before) or _JUDGED.search(before)):
            article = _ARTICLE.search(before)
            if not article or len(words) <= 2 or inner[0].isupper():
                return bool(article) and len(words) > 1 and inner[0].islower() and self._ends_noun(reading, stretch)
        large = [word for word in words if word not in _SMALL]
        titled = words[0][0].isupper() and all(word[0].isupper() for word in large)
        return not (titled and len(large) <= 6)

    @staticmethod
    def _ends_noun(reading: Page, stretch: Stretch) -> bool:
        """Whether the sentence does not go on with a noun behind the quoted words ("the 'dry cell' at")."""
        after = reading.text[stretch.end + 1 : stretch.end + 3]
        return not after or after[0] in ".,;!?"

    def fragment_credit(
        self, reading: Page, span: Span, stretch: Stretch, attributions: Sequence[Attribution]
    ) -> Attribution | None:
        """The attribution that governs quoted words in their sentence, or None."""
        sentence = reading.sentences[reading.sentence_at(stretch.start)]
        inside = [a for a in attributions if sentence.start <= a.start < max(sentence.end, stretch.end + 80)]
        before = [a for a in inside if a.end <= stretch.start]
        if before:
            return outer(reading, before)
        if given := self._for_whom(reading, sentence.start, stretch):
            return given
        behind = next((a for a in inside if a.start >= stretch.end), None)
        if behind is None or behind.start - stretch.end >= 160:
            return self.implied_credit(reading, span, stretch)
        outside = behind.clause >= sentence.end and not behind.inverted
        alone = len(reading.text[stretch.start : stretch.end].split()) == 1
        return None if outside or alone else behind

    @staticmethod
    def _for_whom(reading: Page, start: int, stretch: Stretch) -> Attribution | None:
        """Whose view a sentence gives by the phrase with which it begins: "For Hale, the report is '…'"."""
        if not reading.text.startswith(("For ", "To "), start):
            return None
        begin = reading.text.find(" ", start) + 1
        comma = reading.text.find(",", begin, stretch.start)
        speaker = reading.lead(begin, stretch.start) if comma > 0 and reading.text[begin].isupper() else None
        if speaker is None or speaker.form not in ("name", "surname"):
            return None
        known = speaker.form == "name" or speaker.title or reading.text[speaker.start : speaker.end] in reading.names
        return Attribution(start, begin - 1, "", speaker, start) if known else None

    @staticmethod
    def implied_credit(reading: Page, span: Span, stretch: Stretch) -> Attribution | None:
        """The inspectorate, for words of its own that name no speaker: 'should "clearly define"'."""
        if not is_implied(reading, span, stretch):
            return None
        return Attribution(
            stretch.start, stretch.start, "", None, reading.sentences[reading.sentence_at(stretch.start)].start
        )

    def subject_credit(self, reading: Page, span: Span, stretch: Stretch) -> Attribution | None:
        """The person with whom the sentence begins, where no verb of saying credits the words."""
        sentence = reading.sentences[reading.sentence_at(stretch.start)]
        if len(reading.text[stretch.start : stretch.end].split()) < 2 and not reading.text.endswith(
            _IS, sentence.start, stretch.start - 1
        ):
            return None
        if reading.text[sentence.start + 1 : stretch.start].islower():
            return None  # it names nobody
        speaker = reading.lead(sentence.start, stretch.start)
        if (
            speaker is None
            or speaker.form not in ("name", "surname")
            or (speaker.form == "surname" and not speaker.title)
        ):
            return None
        return Attribution(speaker.start, speaker.end, "", speaker, sentence.start)

    @staticmethod
    def introduces(
        reading: Page, span: Span, stretches: Sequence[Stretch], attributions: Sequence[Attribution]
    ) -> Attribution | None:
        """The attribution of a block that introduces speech in the next: "Jo Hale said:"."""
        if not attributions:
            return None
        last = attributions[-1]
        if stretches and stretches[-1].start > last.end:
            return None
        if reading.text[span.end - 1] == ":" and span.end > last.end:
            return last
        if last.verb in ("asked", "asks"):
            return None
        near = span.end - last.end < _AFTER or _PARTED.search(reading.text, last.end, span.end) is None
        return last if near else None
