"""The head of a plain article: site name, headline, standfirst, dateline, byline; and what they say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document.byline import Bylines, is_office
from extract.document.colophon import find_mention, find_rights, find_sender
from extract.document.dateline import read_dateline
from extract.document.dates import Day, find_dates
from extract.document.document import BlockKind, Metadata
from extract.document.forms import UPPER, Forms, first_word
from extract.document.headline import SUBJECT, find_headline, is_label
from extract.document.lines import Line
from extract.document.masthead import choose_publisher, find_owner, is_event, is_named, is_part, soften
from extract.expressions import expression

_LOOK = 16
_WIDEST = 140
"""Characters of a dateline or byline at most."""
_UPDATED = expression(r"\b(?:updated|modified|reviewed|amended)\b")
_OTHER = expression(r"\b(?:inspect(?:ed|ion)|visited|fieldwork|sent|received|event|deadline|due|of (?:the )?report)\b")
_MEETING = expression(r"\b(?:meeting|held)\b|\b(?:committee|panel|cabinet)(?: ?[,:\u2013-])? $")
_MET = expression(r"\b(?:meeting|minutes|held)\b")
"""What stands before the day of a meeting, and words of a headline whose date is one."""
_PUBLISHER = expression(rf"[{UPPER}][\w'\u2019&. -]{{2,50}}$")
_RANK = expression(
    r"^(?:Chief|Deputy|Assistant|Temporary|Acting|Detective|Police (?=and|Con|Serg)|Fire (?=Off|Comm)|Dr|Cllr|Councillor|Mr|Mrs|Ms"
    r"|(?:H[ie][sr] Majesty['\u2019]s|HM) (?:Chief |Deputy |Assistant )*Inspector(?= )|(?:Head|Director|Leader|Chair|Clerk) of) "
)
_PICTURED = expression(r"Image (?:source|caption|copyright)\b")
_OVERSEERS = frozenset(("commissioner", "pcc", "opcc", "pfcc"))
"""Words with which names of offices end that oversee a force."""
_CAMEL = expression(r"[A-Z][a-z]+")
_MENU, _TERSE = 3, 2
"""Lines above the headline from which on they are a menu, of so many words at most."""
_TO = expression(r"(?:to|cc):", re.I)
_ADDRESSEE = 3
"""Lines below which whom a letter is to: the name, the office, the body."""
_MARKED = expression(r"[.!?:,]")
_BAR = expression(r"\s*\|\s*")
_APART = expression(r" [\u00bb>\u203a|\u00b7\u2022] |  [\u2022-]  ")
"""What parts the names in a bar."""
_NAMED, _OFFICE = 10, 14
"""Words that a name of a body does not reach."""
_TRAIL = expression(r" [\u00bb>\u203a|\u00b7\u2022] | and [Tt]he Rt Hon ")
_SIGNED = 60
"""Characters of a byline at the foot."""
_INITIALS = 6
"""Letters that a name of one word in capitals has at most."""
_HEADED = 4
"""Spaces of a first line with a date in it that is a headline where a dateline stands below it."""
_CLAUSE = 4
"""Spaces of a line that can be a standfirst, as short as it is: "The force has a year to improve"."""
_FOOT = 6
"""Lines at the foot of a page in which its date can stand."""
_TODAY = expression(r"\btoday,? \(?(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?(?=[\da-z])")
_OPENING, _WIDTH = 7, 30
"""Lines of an opening, and characters of a date."""
_VIEWS = frozenset(("opinion", "comment", "analysis", "column", "blog", "viewpoint", "guest blog", "guest column"))
"""Labels below which the name of the writer stands."""
_LAST = 2
"""Lines at the foot in which a dateline closes an article that has one at its head."""
_POSTED_IN = 24
"""Lines at the foot in which that of the first publication can stand, above numbers to call and links."""
_POSTED = expression(
    r"(?:(?:first )?(?:posted|published|released)|(?:release|publication) date|date (?:posted|published|released))\b(?: at| on|:)*"
    r"(?:,? \d{1,2}[:.]\d\d(?:[:.]\d\d)? ?(?:am|pm)?)?(?: on)?,?(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?(?: the)? ?"
)
_FOOT_DATE = expression(r"(?:this )?(?:page )?(?:was )?(?:last )?(?:updated|reviewed|published|modified)\b")


class Head:
    """The lines above the body.

    Args:
        lines: Logical lines of the text.
        forms: Compiled cues.
        titled: Whether the first line is known to be the headline.
    """

    def __init__(self, lines: Sequence[Line], forms: Forms, *, titled: bool = False) -> None:
        self.lines = lines
        self.forms = forms
        self.kinds: dict[int, BlockKind] = {}
        self.title = -1
        self.body = 0
        self.site: str | None = None
        self.author: str | None = None
        self.above: str | None = None
        self.publisher: str | None = None
        self.comments = False
        self.bylines = Bylines(forms)
        self.dates: dict[int, bool] = {}
        self.days: dict[int, Day] = {}
        self.names: dict[int, str | None] = {}
        if titled:
            self.title = 0
        else:
            self._find_title()
        self._find_meta()

    def _find_title(self) -> None:
        """The headline, and what the lines above it are."""
        title = find_headline(self.lines, self.forms, dated=self._dated, signed=self._byline_of)
        if title < 0:
            return
        self.title = title
        self.kinds[title] = "headline"
        for number in range(title):
            text = self.lines[number].text
            if text.endswith((" / " + self.lines[number + 1].text, " > " + self.lines[number + 1].text)):
                self.kinds[number] = "boilerplate"  # a trail to the line below
            elif self._dated(number):
                self.kinds[number] = "dateline"
            elif self.forms.is_bar(text) or self.forms.is_page(text) or self.forms.is_caption(text):
                self.kinds[number] = "boilerplate"
            else:
                writer = self._byline_of(number)
                whole = len(text) > _SIGNED and text.endswith(".")
                self.kinds[number] = "boilerplate" if writer else "standfirst" if whole else "byline"
                self.above = self.above or writer
                continue
            barred = "|" in text or ">" in text or self.kinds[number] == "dateline"
            self.site = self.site or (find_owner(text, self.forms) if barred else None)
        above = [_BAR.split(self.lines[n].text)[0] for n in range(title) if self.kinds[n] == "byline"]
        menu = sum(text.count(" ") < _TERSE and not text.isupper() for text in above) >= _MENU
        above = [head for head, mark, _ in (text.partition(":") for text in above) if not mark or " " in head]
        foot = self._foot() if above else ""
        above = [
            text
            for text in above
            if is_named(text)
            and not (is_part(text) or is_event(text) or self._is_kicker(text, foot) or text.startswith("Dear "))
        ]
        own = (
            text
            for text in above
            if (last := text.split()[-1].lower()) in self.forms.site
            or last in _OVERSEERS
            or text.startswith("Office of the ")
        )
        named = above and not menu and " - " not in above[0] and not any(map(str.isdigit, above[0]))
        self.site = next(own, above[0] if named else self.site)

    def _is_kicker(self, text: str, foot: str) -> bool:
        """Whether a line above the headline says what the article is, and not whose: "OBITUARIES", "**FOR IMMEDIATE RELEASE**"."""
        lower = text.lower()
        shouted = text.isupper() and text.isalpha() and len(text) > _INITIALS
        named = lower in self.forms.site or lower in foot
        steps = _CAMEL.findall(text) if " " not in text else []  # "NewsCrime", of which a trail is left
        trail = len(steps) > 1 and self.forms.sections.issuperset(map(str.lower, steps))
        return trail or lower in self.forms.sections or is_label(lower.strip("* ")) or (shouted and not named)

    def _dated(self, number: int) -> bool:
        """Whether a line is a dateline: a date, a time or "Published", and little else."""
        found = self.dates.get(number)
        if found is None:
            text = self.lines[number].text
            found, day = read_dateline(text, self.forms)
            if found and not number and text.count(" ") > _HEADED and len(self.lines) > 1 and self._dated(1):
                found = first_word(text.lower()) in self.forms.datelines  # "Results of the ballot of June 2019"
            self.dates[number] = found
            if day:
                self.days[number] = day
        return found

    def _byline_of(self, number: int) -> str | None:
        """The name in a line that is a byline, or None."""
        if number not in self.names:
            self.names[number] = self.bylines.of(self.lines[number].text)
        return self.names[number]

    def _find_meta(self) -> None:
        """Datelines, bylines, captions and the standfirst below the headline, until the body begins."""
        meta: list[int] = []
        prose = 0
        beside: str | None = None
        for number in range(self.title + 1, min(len(self.lines), self.title + _LOOK)):
            text = self.lines[number].text
            if meta and prose and self.forms.is_tail(text):
                break  # days below are those of other articles
            if len(text) > _WIDEST:
                prose += 1
                if prose > 2:
                    break
                continue
            name = self._byline_of(number)
            above = number - 1 in meta and self.kinds.get(number - 1) == "dateline"
            above = above or (number - 1 > self.title and self.lines[number - 1].text.lower() in _VIEWS)
            alone = not (name or self.author) and ((above and self.bylines.is_person(text)) or self._bare_name(number))
            if alone and not self._writes(number):
                alone = False
                self._show(number)
            if alone:
                name = text
                if not above and not self._dated(number + 1):
                    below = self.lines[number + 1].text
                    house = below.split(",")[0]
                    told = self.forms.trade(below) or is_part(house) or not is_named(below)
                    self.publisher = None if told else house
                    self.kinds[number + 1] = "byline"
                    meta.append(number + 1)
            if self._dated(number):
                self.kinds[number] = "dateline"
                if prose and meta and number + _LAST >= len(self.lines):
                    break  # the foot of a short article
                meta.append(number)
                beside = beside or self.bylines.beside(text, dated=True)
            elif name and number not in self.kinds:
                self.kinds[number] = "byline"
                meta.append(number)
                self._house(text, name)
            elif not name and not prose and number not in self.kinds and self._beside_date(number):
                writer = self.bylines.beside(text, dated=False)
                if writer and not self.bylines.recurs(self.lines, number, writer):
                    beside = beside or writer
                    self.kinds[number] = "byline"
                    meta.append(number)
            self.author = self.author or name
            if text.endswith("."):
                prose += 1
                if prose > 2:
                    break
        self.body = max(meta, default=self.title) + 1
        self.author = self.author or beside or self.bylines.signed(self.lines, self.title + 1, self.title + 4)
        self.author = self.author or self._opined() or self._signed_below() or self.above
        for number in range(self.title + 1, self.body):
            if number in self.kinds or self.lines[number].mark:
                continue
            text = self.lines[number].text
            if not self.forms.is_own(text) and (
                self.forms.is_caption(text) or self.forms.is_page(text) or self.forms.is_bar(text)
            ):
                continue
            pictured = number + 1 < len(self.lines) and _PICTURED.match(self.lines[number + 1].text)
            if pictured:
                self.kinds[number] = "caption"  # what stands for a picture that is not shown
            elif is_named(text) and not _MARKED.search(text) and "  " not in text and self._is_body(text):
                self.kinds[number] = "byline"
                told = self.forms.trade(text) or _RANK.match(text) or self.bylines.is_person(text)
                told = told or any(_TO.match(self.lines[above].text) for above in range(number - _ADDRESSEE, number))
                self.site = self.site or (None if told else _TRAIL.split(text)[0])
            elif len(text) > 30:
                self.kinds[number] = "standfirst"
            elif _PUBLISHER.match(text) and (text.count(" ") < _CLAUSE or is_named(text)):
                self.kinds[number] = "byline"
        self.site = self.site or find_sender(self.lines[: max(self.body + 1, _TERSE)], self.forms)
        if self.site is None:
            under = range(self.title + 1, self.body)
            bars = (n for n in under if self.kinds.get(n) == "dateline" or _APART.search(self.lines[n].text))
            owners = (find_owner(self.lines[n].text, self.forms, self._foot()) for n in bars)
            self.site = next(filter(None, owners), None)

    def _foot(self) -> str:
        """The foot of the page in lower case."""
        return "\n".join(
            line.text.lower() for line in self.lines[max(self.title + 1, self.body, len(self.lines) - _FOOT) :]
        )

    def _is_body(self, text: str) -> bool:
        """Whether a line of capitals below the headline can be whose page it is: a name of some words, no number of an issue."""
        count = len(text.split())
        if any(map(str.isdigit, text)) or is_part(text):
            return False
        return 1 < count < (_OFFICE if text.startswith("Office of") else _NAMED) and not is_label(text.lower())

    def _opined(self) -> str | None:
        """The name before the headline where a line above it says that it is an opinion."""
        above = (part.lower() for line in self.lines[: max(0, self.title)] for part in _BAR.split(line.text))
        return None if _VIEWS.isdisjoint(above) else self.bylines.headed(self.lines[self.title].text)

    def _signed_below(self) -> str | None:
        """The name in a line at the foot that is a byline, or opens with one: "Words by Jo Hale"."""
        for number in range(len(self.lines) - 1, max(self.body, len(self.lines) - _FOOT), -1):
            text = self.lines[number].text
            text = text.partition(". ")[0] if " by " in text[:_SIGNED] else text
            name = self.bylines.of(text) if len(text) < _SIGNED and not text.endswith(".") else None
            if name and text.endswith(name):
                return name
        return None

    def _beside_date(self, number: int) -> bool:
        """Whether a dateline stands beside a line."""
        return any(self._dated(other) for other in (number - 1, number + 1) if self.title < other < len(self.lines))

    def _bare_name(self, number: int) -> bool:
        """A line that is just a name, with a place or a date below it."""
        text = self.lines[number].text
        if number in self.kinds or number + 1 >= len(self.lines) or number > self.title + 8:
            return False
        if self.lines[number - 1].text.endswith(":") or not self.bylines.is_person(text) or self._byline_of(number + 1):
            return False
        below = self.lines[number + 1].text
        if len(below) < _SIGNED and self.forms.trade(below) and not below.endswith("."):
            return True  # "BBC News, Bristol"
        return self._dated(number + 1) or (
            len(below) < 60
            and not below.endswith(".")
            and number + 3 < len(self.lines)
            and any(self._dated(other) for other in range(number + 2, min(number + 4, len(self.lines))))
        )

    def _writes(self, number: int) -> bool:
        """Whether a name alone on a line is that of the writer: of no team, no place, and nobody of whom the article tells."""
        line = self.lines[number]
        if line.mark or not self.bylines.is_writer(line.text):
            return False
        labelled = number - 1 > self.title and self.lines[number - 1].text.lower() in _VIEWS
        return labelled or not self.bylines.recurs(self.lines, number, line.text)

    def _show(self, number: int) -> None:
        """Take a name alone on a line below the headline, which is not the writer's, for what stands below a picture."""
        if number not in self.kinds and not self.lines[number].mark:
            self.kinds[number] = "caption"

    def _house(self, text: str, name: str) -> None:
        """The publication behind the name: "By - A Name - The Paper"."""
        rest = text[text.find(name) + len(name) :].strip(" ,|-\u2013\u2014")
        if (
            rest
            and _PUBLISHER.match(rest)
            and not self.forms.trade(rest)
            and not is_office(rest)
            and self._day_in(rest) is None
        ):
            self.publisher = self.publisher or rest

    @staticmethod
    def _day_in(text: str) -> Day | None:
        return next(find_dates(text.lower()), None)

    def metadata(self, kinds: Sequence[BlockKind], publisher: str | None = None) -> Metadata:
        """What the head and the foot say of the article; nobody is sought where the publisher is known."""
        published = None
        fallback = None
        for number, kind in enumerate(kinds[: self.body + 4]):
            if kind not in ("dateline", "byline"):
                continue
            lower = self.lines[number].text.lower()
            above = self.lines[number - 1].text.lower() if number else ""
            day = self.days.get(number) if kind == "dateline" else next(find_dates(lower), None)
            met = lower.startswith("date:") and self.title >= 0 and _MET.search(self.lines[self.title].text.lower())
            if met or (day and _MEETING.search(lower[: day.start])):
                continue  # the day of the meeting
            if (day and (_OTHER.search(lower[: day.start]) or lower.startswith("report published"))) or (
                day and (_UPDATED.search(lower[: day.start]) or (_UPDATED.search(above) and len(above) < 20))
            ):
                fallback = fallback or day.iso
            elif day and (not published or len(published) < len(day.iso)):
                published = day.iso
        published = published or self._posted()
        for line in self.lines[-_FOOT:] if not (published or fallback) else ():
            lower = line.text.lower()
            day = next(find_dates(lower), None) if _FOOT_DATE.match(lower) else None
            fallback = fallback or (day.iso if day else None)
        title = self.lines[self.title].text.removeprefix(SUBJECT) if self.title >= 0 else None
        if title and " | " in title:
            words, _, house = title.rpartition(" | ")
            if is_named(house) and house.split()[-1].lower() in self.forms.site:  # "Kent on the way up | The Gazette"
                title, self.site = words, self.site or house
        fallback = fallback or (None if published else self._told_today())
        headed = next(find_dates(title.lower()), None) if title and not (published or fallback) else None
        headed = None if headed and title and _MET.search(title.lower()[: headed.start]) else headed
        fallback = fallback or (headed.iso if headed else None)
        return Metadata(
            title=title,
            published=published or fallback,
            publisher=publisher or self._publisher(),
            author=self.author,
        )

    def _posted(self) -> str | None:
        """The day of a line at the foot that says when the page was put online, be it edited later: "Posted on 3 May 2019 at 4pm in News"."""
        for line in self.lines[max(self.body, len(self.lines) - _POSTED_IN) :]:
            text = line.text
            if text[0] in "PRDpr" and len(text) < _SIGNED + _WIDTH and (label := _POSTED.match(text.lower())):
                day = self._day_in(text)
                if day and day.start <= label.end():
                    return day.iso
        return None

    def _told_today(self) -> str | None:
        """The day that the opening calls today: "published today (Wednesday 14 December 2022)"."""
        for line in self.lines[self.title + 1 : self.title + _OPENING]:
            lower = line.text.lower()
            for match in _TODAY.finditer(lower) if "today" in lower else ():
                day = next(find_dates(lower[match.end() : match.end() + _WIDTH]), None)
                if day and day.start == 0:
                    return day.iso
        return None

    def _publisher(self) -> str | None:
        """The name under which the page is published, in its own letters where the head shouts it."""
        rights = find_rights(self.lines, self.forms, site=self.site, title=self.title)
        name = choose_publisher(self.publisher, rights, self.site)
        name = name or find_mention(self.lines, self.forms, title=self.title, body=self.body)
        return name and soften(name, (line.text for line in self.lines))
