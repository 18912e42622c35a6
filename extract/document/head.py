"""The head of a plain article: site name, headline, standfirst, dateline, byline; and what they say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document.dates import find_dates
from extract.document.document import BlockKind, Metadata
from extract.document.forms import UPPER, Forms, rights_holder
from extract.document.lines import Line
from extract.document.masthead import find_owner, is_masthead, is_motto

_LOOK = 16
_UPDATED = re.compile(r"\b(?:updated|modified|reviewed|amended)\b")
_OTHER_DATE = re.compile(
    r"\b(?:inspected|inspection|visited|fieldwork|sent|received|meeting|event|deadline|due|held|of (?:the )?report)\b"
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]m\b|\bmin(?:ute)?s? read\b")
_PUBLISHER = re.compile(rf"[{UPPER}][\w'\u2019&. -]{{2,50}}$")
_SLOGAN = re.compile(
    rf"((?:[{UPPER}][\w'\u2019-]*|&)(?: (?:[{UPPER}][\w'\u2019-]*|&|and|of)){{1,4}})(?::| [\u2013\u2014-]) [a-z]"
)
_GLUED = re.compile(r"(?<=[a-z])(?=(?:Published|Posted|Updated|Last updated)\b)")
_RANK = re.compile(
    r"^(?:(?:Chief|Deputy|Assistant|Temporary|Acting|Detective|Police|and|Crime|Fire|Constable|Officer|Commissioner"
    r"|Superintendent|Inspector|Sergeant|Dr|Cllr|Councillor|Mr|Mrs|Ms) )+"
)
_BAR = re.compile(r"\s*\|\s*")
_CAPITALS = re.compile(rf"[{UPPER}][{UPPER}'\u2019-]+(?: [{UPPER}][{UPPER}'\u2019-]+){{1,3}}(?![\w])")
_FOOT = 6
"""Lines at the foot of a page in which its date can stand."""
_FOOT_DATE = re.compile(r"(?:this )?(?:page )?(?:was )?(?:last )?(?:updated|reviewed|published|modified)\b")
_REPORTS = re.compile(
    rf"(?:^|[.!?:] )(?P<name>[{UPPER}][\w'\u2019-]+(?: [{UPPER}][\w'\u2019-]+){{1,2}}) (?:reports|explains|investigates|looks at [^.]+)\.?$|, by (?P<by>[{UPPER}][\w'\u2019-]+(?: [{UPPER}][\w'\u2019-]+){{1,2}})$"
)
_ASKS = re.compile(r"\b(?:should|must|needs? to|has to|have to|ought to|will|is|are|was|were|has|have|recommends?)\b")
_STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "our",
        "this",
        "that",
        "in",
        "on",
        "at",
        "of",
        "for",
        "to",
        "and",
        "but",
        "it",
        "we",
        "he",
        "she",
        "they",
        "is",
        "was",
        "has",
        "have",
        "what",
        "how",
        "why",
    ]
)


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
        self.publisher: str | None = None
        self.comments = False
        if titled:
            self.title = 0
        else:
            self._find_title()
        self._find_meta()

    def _find_title(self) -> None:
        first = range(min(len(self.lines), 10))
        bars = []
        for number in first[:6]:
            text = self.lines[number].text
            trail = text.lower().startswith(("home ", "home>")) and self.forms.is_bar(text)
            if (self._dated(number) and not trail) or len(text) > 100 or text.lower().startswith("share"):
                break  # the article has begun
            if self.forms.is_bar(text):
                bars.append(number)
        start = 0
        if bars and bars[-1] + 1 < len(self.lines):
            start = bars[-1] + 1
            for number in range(start):
                self.kinds[number] = "boilerplate" if number in bars else "byline"
            self.site = next((_BAR.split(self.lines[n].text)[0] for n in range(start) if n not in bars), None)
            self.site = self.site or next(
                filter(None, (find_owner(self.lines[n].text, self.forms) for n in bars)), None
            )
        for number in first:
            if number < start or number in self.kinds:
                continue
            text = self.lines[number].text
            if (
                number == start
                and not bars
                and is_masthead(self.lines, number, self.forms, dated=self._dated, signed=self._byline)
            ):
                self.site = text
                self.kinds[number] = "byline"
                if is_motto(self.lines, number + 1, self.forms):
                    self.kinds[number + 1] = "byline"
                continue
            if text.lower() in self.forms.sections and number + 1 < len(self.lines):
                self.kinds[number] = "byline"
                continue
            if self._dated(number) or self._byline(text) or self.forms.is_page(text) or self.forms.is_caption(text):
                self.kinds[number] = "boilerplate" if not self._dated(number) else "dateline"
                self.site = self.site or (find_owner(text, self.forms) if "|" in text else None)
                continue
            if not bars and self._is_site(number):
                site = _BAR.split(text)[0]
                self.site = site if site.lower() not in self.forms.sections else self.site
                self.kinds[number] = "byline"
                continue
            self.title = number
            self.kinds[number] = "headline"
            return

    def _is_site(self, number: int) -> bool:
        """A short name in capitals above a longer line is the site, not the headline."""
        text = self.lines[number].text
        if number + 2 >= len(self.lines) or number > 2:
            return False
        words, below = text.split(), self.lines[number + 1].text
        if self.lines[number + 1].text.lower() in self.forms.sections and number + 2 < len(self.lines):
            below = self.lines[number + 2].text
        if text.startswith("Office of ") and len(below) > 30 and not below.endswith("."):
            return True
        if (
            len(words) > 9
            or self._dated(number + 1)
            or self._byline(below)
            or len(below) <= len(text)
            or len(below) > 200
        ):
            return False
        if len(words) == 1 and text.isupper() and len(below) > 30:
            return True
        named = sum(word[0].isupper() for word in words) >= len(
            [w for w in words if w not in ("of", "and", "in", "for", "the", "&")]
        )
        return named and words[-1].lower() in self.forms.site and not re.search(r"[.!?:,\u2018\u2019'\"]", text)

    def _dated(self, number: int) -> bool:
        """Whether a line is a dateline: a date, a time or "Published", and little else."""
        text = self.lines[number].text
        if len(text) > 130:
            return False
        lower = text.lower()
        days = list(find_dates(lower))
        rest = lower
        for day in reversed(days):
            rest = rest[: day.start] + rest[day.end :]
        rest = _CLOCK.sub(" ", rest)
        label = self.forms.dateline.match(lower.lstrip("\u2022 ("))
        if not days:
            return bool(label) and len(rest) < 24 and not text.endswith(".") and lower not in self.forms.sections
        words = re.findall(r"[a-z]+", rest)
        weekday = {
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "am",
            "pm",
            "bst",
            "gmt",
            "at",
            "on",
        }
        left = [word for word in words if word not in weekday]
        if _ASKS.search(lower) and not label:
            return False  # a sentence or lead-in with a date in it
        if len(left) <= 4 or label:
            return not text.endswith(".") or len(left) <= 2
        return bool(re.search(r"\s[|\u00b7\u2022\u2013-]\s|\t", text)) or bool(self.forms.byline.search(text))

    def _byline(self, text: str) -> str | None:
        """The name in a byline, or None."""
        if len(text) > 140:
            return None
        text = _GLUED.sub(" | ", text)
        match = self.forms.byline.search(text)
        if match:
            return self._name(text[match.end() :])
        role = self.forms.trade(text)
        if role and not text.endswith("."):
            before, after = text[: role.start()].strip(" ,|-\u2013"), text[role.end() :].strip(" ,|-\u2013")
            for part in (before, after):
                name = self.forms.person.match(part)
                if name and len(name[0]) >= len(part) - 12:
                    return name[0]
        return None

    def _name(self, text: str) -> str | None:
        text = _RANK.sub("", re.split(r" [|\u2013\u2014-] | on \d| on [A-Z]|, |\t| at \d|\d| and ", text)[0])
        role = self.forms.trade(text)
        if role:
            text = text[: role.start()].strip()
        name = self.forms.person.match(text) or _CAPITALS.match(text)
        if not name:
            return None
        team = re.search(r"\b(?:team|desk|staff|office|reporters?|newsroom|communications)\b", text, re.I)
        return None if team else name[0]

    def _find_meta(self) -> None:
        """Datelines, bylines, captions and the standfirst below the headline, until the body begins."""
        if self.title < 0:
            return
        meta: list[int] = []
        prose = 0
        for number in range(self.title + 1, min(len(self.lines), self.title + _LOOK)):
            text = self.lines[number].text
            name = self._byline(text)
            above = number - 1 in meta and self.kinds.get(number - 1) == "dateline"
            if not name and not self.author and above and self._is_person(text):
                name = text
            if not name and not self.author and self._bare_name(number):
                name = text
                below = self.lines[number + 1].text
                if not self._dated(number + 1):
                    self.publisher = below.split(",")[0]
                    self.kinds[number + 1] = "byline"
                    meta.append(number + 1)
            if self._dated(number):
                self.kinds[number] = "dateline"
                meta.append(number)
                self._inline_byline(text)
            elif name and number not in self.kinds:
                self.kinds[number] = "byline"
                meta.append(number)
                self._house(text, name)
            if name and not self.author:
                self.author = name
            if len(text) > 160 or text.endswith("."):
                prose += 1
                if prose > 2:
                    break
        bars = (self.lines[n].text.split("|") for n in meta if "|" in self.lines[n].text and n in self.kinds)
        names = (part.strip() for bar in bars for part in bar[1:])  # "27 April 2023 | A Name | 4 min read"
        self.author = self.author or self._signed()
        self.author = self.author or next((part for part in names if self.forms.person.fullmatch(part)), None)
        self.body = max(meta, default=self.title) + 1
        for number in range(self.title + 1, self.body):
            if number in self.kinds or self.lines[number].mark:
                continue
            text = self.lines[number].text
            if self.forms.is_caption(text) or self.forms.is_page(text) or self.forms.is_bar(text):
                continue
            if len(text) > 30:
                self.kinds[number] = "standfirst"
            elif _PUBLISHER.match(text):
                self.kinds[number] = "byline"
                if len(text.split()) > 1 and text.split()[-1].lower() in self.forms.site:
                    self.site = self.site or text

    def _signed(self) -> str | None:
        """The writer whom the standfirst names at its end: "… A Name reports"."""
        for number in range(self.title + 1, min(len(self.lines), self.title + 4)):
            match = _REPORTS.search(self.lines[number].text)
            if match and self.forms.person.fullmatch(match["name"] or match["by"]):
                return match["name"] or match["by"]
        return None

    def _is_person(self, text: str) -> bool:
        """Whether a line is a person's name and nothing else."""
        words = text.lower().split()
        plain = self.forms.person.fullmatch(text) and not _RANK.match(text)
        return bool(plain) and words[-1] not in self.forms.site and not any(word in _STOP for word in words)

    def _bare_name(self, number: int) -> bool:
        """A line that is just a name, with a place or a date below it."""
        text = self.lines[number].text
        if number in self.kinds or number + 1 >= len(self.lines) or number > self.title + 8:
            return False
        if not self.forms.person.fullmatch(text) or _RANK.match(text) or self.lines[number - 1].text.endswith(":"):
            return False
        words = text.lower().split()
        if words[-1] in self.forms.site or any(word in _STOP for word in words):
            return False
        below = self.lines[number + 1].text
        return self._dated(number + 1) or (
            len(below) < 60
            and not below.endswith(".")
            and number + 3 < len(self.lines)
            and any(self._dated(other) for other in range(number + 2, min(number + 4, len(self.lines))))
        )

    def _inline_byline(self, text: str) -> None:
        name = self._byline(text)
        if name and not self.author:
            self.author = name

    def _house(self, text: str, name: str) -> None:
        """The publication behind the name: "By - A Name - The Paper"."""
        rest = text[text.find(name) + len(name) :].strip(" ,|-\u2013\u2014")
        if rest and _PUBLISHER.match(rest) and not self.forms.trade(rest) and not self._date_in(rest):
            self.publisher = self.publisher or rest

    @staticmethod
    def _date_in(text: str) -> bool:
        return next(find_dates(text.lower()), None) is not None

    def metadata(self, kinds: Sequence[BlockKind]) -> Metadata:
        """What the head and the foot say of the article."""
        published = None
        fallback = None
        for number, kind in enumerate(kinds[: self.body + 4]):
            if kind not in ("dateline", "byline"):
                continue
            lower = self.lines[number].text.lower()
            above = self.lines[number - 1].text.lower() if number else ""
            day = next(find_dates(lower), None)
            if (day and _OTHER_DATE.search(lower[: day.start])) or (
                day and (_UPDATED.search(lower[: day.start]) or (_UPDATED.search(above) and len(above) < 20))
            ):
                fallback = fallback or day.iso
            elif day and not published:
                published = day.iso
        for line in self.lines[-_FOOT:] if not (published or fallback) else ():
            lower = line.text.lower()
            day = next(find_dates(lower), None) if _FOOT_DATE.match(lower) else None
            fallback = fallback or (day.iso if day else None)
        title = self.lines[self.title].text if self.title >= 0 else None
        headed = next(find_dates(title.lower()), None) if title and not (published or fallback) else None
        fallback = fallback or (headed.iso if headed else None)
        return Metadata(
            title=title,
            published=published or fallback,
            publisher=self.publisher or self._rights() or self.site,
            author=self.author,
        )

    def _rights(self) -> str | None:
        for line in reversed(self.lines[-12:]):
            name = rights_holder(line.text)
            if name:
                return name
        if not self.lines:
            return None
        last = self.lines[-1].text
        slogan = _SLOGAN.match(last) if last != self.lines[max(self.title, 0)].text else None
        return slogan[1] if slogan else None
