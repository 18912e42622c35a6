"""Who wrote it: the name in a byline, alone on a line, beside a trade or a beat, or at the end of a standfirst."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document.forms import PERSON, UPPER, Forms, first_word
from extract.document.lines import Line
from extract.document.masthead import is_named, is_region
from extract.expressions import expression

_GLUED = expression(r"(?<=[a-z])(?=(?:Published|Posted|Updated|Last updated)\b)")
_CAMEL = expression(r"[a-z][A-Z]")
_TRADES = ("eporter", "ditor", "orrespondent", "riter", "ournalist")
"""How trades end that are glued to a name: "Jo HaleCrime Reporter"."""
_RANK = expression(
    r"^(?:[Tt]he )?(?:(?:Chief|Deputy|Assistant|Authority|Chair|Chairman|Chairwoman|Federation|Temporary|Acting|Detective|Police|and|Crime|Fire|Constable|Officer|Commissioner"
    r"|Superintendent|Inspector|Sergeant|Prosecutor|Judge|Recorder|Coroner|Solicitor|Firefighter|D?C?Supt|D?C?Insp|Sgt|W?PCs?|PCSO|DC[CIS]?|D[IS]|ACC|Dr|Cllr|Councillor|Mr|Mrs|Ms|HMI?|His|Her|Majesty['\u2019]s|of|Constabulary),? )+"
)
_CAPITALS = expression(rf"[{UPPER}][{UPPER}'\u2019-]+(?: [{UPPER}][{UPPER}'\u2019-]+){{1,3}}(?![\w])")
_ENDS = expression(
    r" (?:Published|Posted|Updated|Last updated|Filed)\b| (?:Date|Categor(?:y|ies)|Tags?|Share|Topics?): | [|\u2022\u00b7\u2013\u2014-] | (?:Photograph(?:y|s)|Pictures?|Photos?|Images?|Pics?|Illustrations?)\b| on \d| on [A-Z]|, |\t| {2,}| at \d|\d| and "
)
_PARTS = expression(r"\s*[|\u2022\u00b7]\s*|\s+(?://?|[\u2013\u2014-])\s+|\t+|\s{3,}")
_PARTING = ("|", "\u2022", "\u00b7", "\u2013", "\u2014", "-", " / ", " // ", "\t", "   ")
_BEAT = expression(r"[A-Za-z][a-z&' -]{2,40}")
"""What a writer writes about, behind the name: "Jo Hale, rural affairs"."""

_BEATS = expression(
    r"(?:,? (?:police|crime|home|affairs|courts?|news|community|business|senior|chief|deputy|local|digital|public|health|politics"
    r"|political|emergency|services|and|&))+$",
    re.I,
)
"""What stands between a name and the trade: "Jo Hale Police and crime"."""
_FROM = expression(rf"From (?P<name>{PERSON}) in [{UPPER}][\w-]+(?: [{UPPER}][\w-]+)?$")
_BY = expression(rf"\bby (?=[{UPPER}])")
_CREDITED = expression(r"(?:\b[Bb]y |\u00a9 |@)(?:[\w'\u2019-]+ ){0,2}$")
"""What stands before the surname of a writer whom a page credits again: "Pictures by Jo "."""
_OFFICE = expression(
    r"\b(?:chief|constable|officer|commissioner|inspector|superintendent|minister|secretary|chair|director|leader|mp|manager|head|clerk|auditor)\b",
    re.I,
)
_HOUSE = expression(
    r"\b(?:team|desk|staff|office|reporters?|newsroom|communications|release|statement|service)\b", re.I
)
_LABELLED = expression(r"(?!The )(?:[A-Z][\w'\u2019]*(?: (?:[a-z]+|[A-Z][a-z]+|&)){0,3}) ?: (?P<name>.+)$")
_WORK = frozenset(
    (
        "words",
        "pictures",
        "photos",
        "report",
        "reporting",
        "interview",
        "story",
        "text",
        "copy",
        "writing",
        "article",
        "exclusive",
    )
)
"""What a writer does, in the label before a name: "Words and pictures: Jo Hale"."""
_DONE = expression(
    r"(?:[A-Z][a-z]+ed|Written|Put|Brought|Told|Sent|Review|Analysis|Interview|Live reporting|(?:Show )?[Nn]otes(?: taken)?"
    r"|An? (?:[a-z]+ )?(?:report|column|diary|briefing|round-up|digest|letter))(?: up| together| down| out)?(?: (?:for|to) [a-z]+)? by "
)
"""How a byline opens that says what a writer did: "Rounded up by Jo Hale", "Put together for you by Jo Hale"."""
_PLACED = (" at ", " in ", " reports from ", " reporting from ")
_NAMED = 4
"""Spaces that a name does not reach."""
_BY_DAY = expression(
    r"[ ,]*\(?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\d|January|February|March|April|May|June|July|August|September|October|November|December)"
)
"""Where a day begins behind a name: "Jo Hale, 8 June 2025"."""
_HANDLE = expression(r" \(?@\w+\)?$")
_NAME = rf"[{UPPER}][\w'\u2019-]+(?: [{UPPER}][\w'\u2019-]+){{1,2}}"
_REPORTS = expression(
    rf"(?:^|[.!?:] )(?P<name>{_NAME}) (?:reports|explains|investigates|looks (?:at|back) [^.]+|writes)\.?$|, (?:by|writes|reports) (?P<by>{_NAME})\.?$"
    rf"|\b(?:[Oo]ur|[Yy]our) (?:man|woman|reporter|correspondent|guide|writer|columnist)\b[^.]* (?:is|was) (?P<our>{_NAME})\.?$"
)
_REPORTING = ("reports", "explains", "investigates", "looks ", "writes", ", by ", "ur ")
"""Without any of which that matches nothing."""
_TELLS = expression(
    rf"(?:^|[.!?:] )(?P<name>{_NAME}) (?!(?:is|was|has|as|says|adds|this|its|his)\b)[a-z]+s(?<!ss) [^.]+\.?$"
)
_STOP = frozenset(
    (
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
        "news",
        "release",
        "statement",
        "press",
        "update",
        "hm",
        "inspector",
        "constable",
        "commissioner",
        "officer",
        "police",
        "fire",
        "council",
        "chief",
        "superintendent",
        "senedd",
        "parliament",
        "assembly",
        "committee",
        "panel",
        "office",
        "department",
        "ministry",
        "media",
        "editor",
        "admin",
        "content",
        "digital",
        "corporate",
        "democracy",
        *("heddlu", "comisiynydd", "gwasanaeth", "swyddfa", "cyngor"),
    )
)
_LETTERS = expression(r"\b[A-Z]{3,}\b")
"""Letters that no name of a person holds."""
_LONGEST, _SHORT = 140, 90
_ABOUT = 3
"""Lines at the foot in which a page says who its writer is."""
_STANDFIRST = 260
"""Characters of a standfirst at most."""


def is_office(text: str) -> bool:
    """Whether words say an office and no publication: "Chief Constable of Kent"."""
    return _OFFICE.search(text) is not None


def is_ranked(text: str) -> bool:
    """Whether a name opens with a rank or a title, and not as the "Police Gazette" does."""
    rank = _RANK.match(text)
    return rank is not None and rank[0] not in ("Police ", "Fire ", "Crime ", "Constabulary ", "Firefighter ")


def _has_mark(text: str) -> bool:
    """Whether a mark behind which a byline can open stands in a line."""
    return "| " in text or "\u00b7 " in text or "\u2022 " in text or "\u2013 " in text or "- " in text


class Bylines:
    """Finds names of writers.

    Args:
        forms: Compiled cues.
    """

    def __init__(self, forms: Forms) -> None:
        self.forms = forms
        trade = forms.journalist.pattern.replace(r"\b", "")
        self.trades = re.compile(rf"(?<=[a-z])(?=[{UPPER}])(?={trade})")

    def of(self, text: str) -> str | None:
        """The name in a byline, or None."""
        if len(text) > _LONGEST:
            return None
        text = _GLUED.sub(" | ", text) if "Published" in text or "osted" in text or "pdated" in text else text
        text = self.trades.sub(" | ", text) if text.endswith(_TRADES) and _CAMEL.search(text) else text
        if _has_mark(text):
            match = self.forms.byline.search(text)
        else:
            match = self.forms.byline.match(text) if first_word(text[:30].lower()) in self.forms.bylines else None
        if match:
            return self._name(text[match.end() :])
        sent = _FROM.match(text) if text.startswith("From ") else None
        if sent and self.is_person(sent["name"]):
            return sent["name"]
        done = _DONE.match(text) if " by " in text[:30] else None
        if done:
            return self._name(text[done.end() :])
        labelled = _LABELLED.match(text) if ":" in text[:40] and len(text) < _SHORT else None
        if labelled and self._is_work(text[: labelled.start("name")]) and self.is_person(labelled["name"].strip()):
            return labelled["name"].strip()
        role = None if text.endswith(".") else self.forms.trade(text)
        if role and not (role[0].lower() == "bbc news" and text.startswith(",", role.end())):  # and where it is made
            for part in (text[: role.start()].strip(" ,|-\u2013"), text[role.end() :].strip(" ,|-\u2013")):
                part = _BEATS.sub("", part)
                name = self.forms.person.match(part)
                if name and len(name[0]) >= len(part) - 12 and name[0].split()[-1].lower() not in self.forms.site:
                    return name[0]
        return None

    def _name(self, text: str) -> str | None:
        text = _ENDS.split(_RANK.sub("", text))[0]
        label, colon, rest = text.partition(": ")
        text = rest if colon and self.forms.trade(label) else text
        role = self.forms.trade(text)
        if role:
            text = text[: role.start()].strip() or text[role.end() :].strip()
        name = _CAPITALS.match(text) or self.forms.person.match(text)
        if name and text.startswith(" & ", name.end()) and not self.forms.person.match(text, name.end() + 3):
            return None  # "Policing Procurement & Practice"
        if not name or _HOUSE.search(text) or not _STOP.isdisjoint(name[0].lower().split()):
            return None
        return name[0]

    def _is_work(self, label: str) -> bool:
        """Whether a label says what a writer is or does: "Court reporter: "."""
        words = label.lower().strip(" :").split()
        return not _WORK.isdisjoint(words) or self.forms.trade(label) is not None

    def is_person(self, text: str) -> bool:
        """Whether a line is a person's name and nothing else."""
        if (
            len(text) > 40
            or text.endswith(("'s", "\u2019s"))
            or not self.forms.person.fullmatch(text)
            or _RANK.match(text)
            or _HOUSE.search(text)
        ):
            return False
        words = text.lower().split()
        if not text.isupper() and _LETTERS.search(text):
            return False  # "OPCC Norfolk"
        return (
            words[0] != "dear"
            and not is_region(words)
            and words[-1].rpartition("-")[2] not in self.forms.site
            and _STOP.isdisjoint(words)
            and text.lower() not in self.forms.sections
        )

    def is_writer(self, text: str) -> bool:
        """Whether a line that no word makes a byline is a person's name beyond doubt, not that of a team or a place."""
        return self.is_person(text) and self.forms.is_given(text)

    def recurs(self, lines: Sequence[Line], number: int, name: str) -> bool:
        """Whether an article names somebody again who stands in one of its lines: one of whom it tells, not who wrote it.

        Args:
            lines: Lines of the text.
            number: Number of the line.
            name: Who stands there.
        """
        surname = name.rpartition(" ")[2]
        if surname.isupper():
            surname = surname.title()
        last = len(lines) - _ABOUT
        for other, line in enumerate(lines):
            if other > max(last, number + _ABOUT) and line.text.startswith(name):
                continue  # what a page says of its writer
            at = line.text.find(surname) if other != number else -1
            if at < 0 or line.text[at + len(surname) : at + len(surname) + 1].isalpha():
                continue
            told = line.text[:at].rpartition(". ")[2]
            if not (_CREDITED.search(told) or self.forms.trade(line.text)):
                return True
        return False

    def beside(self, text: str, *, dated: bool) -> str | None:
        """The name beside other things in a dateline or bar: "Jo Hale • 8 June 2025 • 2 min read", "Jo Hale, rural affairs".

        Args:
            text: The line.
            dated: Whether it is a dateline, in which "by" can stand anywhere.
        """
        if len(text) > _SHORT or text.endswith((".", "?", "\u201d", '"')):
            return None
        text = text.replace("\u00a0", " ")
        text = _GLUED.sub(" | ", text) if "Published" in text or "osted" in text or "pdated" in text else text
        by = _BY.search(text) if dated and "by " in text else None
        if by and (name := self._name(text[by.end() :])):
            return name
        if dated and (name := self._with_day(text)):
            return name
        if not dated and (name := self._where(text)):
            return name
        if " " in text and "@" in text and self.is_writer(bare := _HANDLE.sub("", text)):
            return bare
        head, comma, tail = text.partition(", ")
        if comma and self.is_writer(head) and not _OFFICE.search(tail) and (_BEAT.fullmatch(tail) or is_named(tail)):
            return head
        parts = _PARTS.split(text) if any(map(text.__contains__, _PARTING)) else ()
        if len(parts) < 2:
            return None
        named = (self._name(part[3:]) if part.lower().startswith("by ") else self._titled(part) for part in parts)
        return next(filter(None, named), None)

    def _with_day(self, text: str) -> str | None:
        """The name before a day or behind it: "Jo Hale, 8 June 2025", "8 June 2025, Jo Hale"."""
        if not text[0].isdigit():
            day = _BY_DAY.search(text)
            return text[: day.start()] if day and self.is_writer(text[: day.start()]) else None
        tail = text.rpartition(", ")[2]
        return tail if len(tail) < len(text) and tail[0].isupper() and self.is_writer(tail) else None

    def _where(self, text: str) -> str | None:
        """The name before the place where its writer was: "Jo Hale at Yate Leisure Centre"."""
        for word in _PLACED:
            head, found, place = text.partition(word)
            if found and head.count(" ") < _NAMED and place.removeprefix("the ")[:1].isupper() and self.is_writer(head):
                return head
        return None

    def headed(self, text: str) -> str | None:
        """The writer whose name opens the headline of an opinion: "Jo Hale: why I lock my door"."""
        name, colon, _ = text.partition(": ")
        return name if colon and self.is_writer(name) else None

    def _titled(self, text: str) -> str | None:
        """The name that a part of a bar is, alone or with a trade behind it: "Jo Hale, Deputy Editor"."""
        name, comma, trade = text.partition(", ")
        return name if self.is_writer(name) and (not comma or self.forms.trade(trade)) else None

    def signed(self, lines: Sequence[Line], first: int, last: int) -> str | None:
        """The writer whom a standfirst names at its end: "… Jo Hale reports", "Jo Hale picks the bones out of them".

        A name that the article goes on about is that of somebody in it.

        Args:
            lines: Lines of the text.
            first: Number of the line behind the headline.
            last: Number of the last line that can be a standfirst.
        """
        for number in range(first, min(last, len(lines))):
            text = lines[number].text
            if len(text) > _STANDFIRST:
                break
            match = _REPORTS.search(text) if any(map(text.__contains__, _REPORTING)) else None
            if match:
                name = str(match["name"] or match["by"] or match["our"])
                if self.is_person(name):
                    return name
            told = _TELLS.search(text)
            if told and self.is_writer(told["name"]) and not self.recurs(lines, number, told["name"]):
                return told["name"]
        return None
