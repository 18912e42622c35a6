"""Names of bodies in a text, by the noun that ends them: councils and panels, unions, courts, prisons.

Enters the reading; leaves the body of a kind that is named nearest a place. A text is searched for a kind once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from extract.assemble.evidence import Grounds
from extract.document.forms import UPPER
from extract.expressions import expression

WORD = rf"[{UPPER}][\w'-]*"
_LINKED = rf"(?:{WORD}(?:(?<=Police),)? (?:(?:and|of|on|for|with|in|the|&) ){{0,2}}){{1,8}}"
_SEATED = _LINKED.replace("|on|for|with|in|", "|for|")
"""The same where words for a place belong to the sentence: "with Medway Council"."""
KINDS = {
    "court": rf"(?:{WORD} ){{1,3}}(?:Crown|Magistrates'|County|High|Sheriff|Coroner's|Coroners') Court",
    "prison": rf"HM(?:P|YOI)(?:/YOI)? {WORD}(?: {WORD})*",
    "assembly": rf"{_SEATED}(?:Council|Authority|Panel|Board|Assembly)\b"
    r"|(?:[A-Z&,'-]{1,24} ){1,9}(?:COUNCIL|AUTHORITY|PANEL|BOARD)\b"
    rf"|(?:{WORD} ){{0,3}}(?:(?:city and county |combined )?(?:police(?:, fire)? and crime panel|fire(?: and rescue)? authority))\b",
    "union": rf"(?:{WORD} ){{0,3}}(?:Federation|Union|Association)\b|\b(?:FBU|Unison|UNISON|GMB|Napo|Prospect|PCS|Unite|Aslef|ASLEF|RMT|TSSA|POA)\b",
    "named": rf"{_LINKED}(?:Council|Authority|Panel|Board|Union|Federation|Association|Trust|Charity|University|College"
    r"|Society|Commission|Agency|Foundation|Institute|Network|Committee|ROCU)\b",
}
"""Patterns of names by kind of body."""

_ENDINGS = {
    "court": ("Court",),
    "prison": ("HMP", "HMYOI"),
    "assembly": (
        *("Council", "Authority", "Panel", "Board", "Assembly", "crime panel", "authority"),
        *("COUNCIL", "AUTHORITY", "PANEL", "BOARD"),
    ),
    "union": (
        *("Federation", "Union", "Association", "FBU", "Unison", "UNISON", "GMB", "Napo", "Prospect", "PCS", "Unite"),
        *("Aslef", "ASLEF", "RMT", "TSSA", "POA"),
    ),
    "named": (
        *("Council", "Authority", "Panel", "Board", "Union", "Federation", "Association", "Trust", "Charity"),
        *(
            "University",
            "College",
            "Society",
            "Commission",
            "Agency",
            "Foundation",
            "Institute",
            "Network",
            "Committee",
            "ROCU",
        ),
    ),
}
"""Words of which every name of a kind holds one."""

_AFTER = expression(
    r"^(?:(?:The|Its|A|An|Meeting|Minutes|Chair\w*|Leader|Members?|MEMBERS|COUNCILLORS|Director|Head|Report|Response|Statement|Letter|Message|Councillors?)\b"
    r".*?\b(?:of|at|for|from|to|by|with) (?:the )?|\w+day's |[A-Z]\w+-(?:run|led|controlled) |(?:Every|Each|Any|No|One|What|How|Why|Where|Who|This|That|Our|Your|The|At|In|On|For|From|To|But|And|When|While|Both) (?:the )?)(?=[A-Z])"
)
"""Words in capitals before the name of a body that are no part of it: "Meeting of ", "Director of Works at "."""
_ANY = ("Every ", "Each ", "Any ", "No ", "Many ", "Most ", "Some ")
"""Words before a noun that make it no name: "Every fire authority"."""
_GOES_ON = ("Association", "Federation", "Institute", "Society", "College", "University")
_COMPLEMENT = expression(rf" (?:of|for) (?:the )?{WORD}(?: (?:(?:and|of|&) )?{WORD})*")
"""What goes on behind some names."""
_SORT = r"(?:charity|group|think[ -]tank|network|helpline|campaign|enterprise|company|firm|refuge)"
_NAME = rf"(?P<body>{WORD}(?: (?:(?:of|and|for|the|on|with|&) )?{WORD})*)"
_CALLED = expression(
    rf"\b{_SORT} (?:the )?{_NAME}|{_NAME.replace('body', 'apposed')}(?:, (?:an?|the)|,? which is an?) (?:[\w-]+ ){{0,3}}{_SORT}\b"
)
"""A body that the text says is one: "the charity Safe Harbour", "Safe Harbour, a local charity"."""
_EXPANDED = ("Union", "Federation", "Council", "Association")
"""Ends of names for which their letters stand."""
_SHORTEST = 3
"""Letters of an abbreviation."""
_REACH = 320
"""Within how many characters behind such a name "its" means it."""
_LONDON = "Greater London Authority"
_MAYOR = expression(
    r"(?:(?:[Ff]ormer|[Dd]eputy|[Ee]lected|[Ll]abour) )?(?P<place>(?!(?:Deputy|Former|Elected|Lord|Metro|Labour|Conservative|Tory|Independent|Assistant) )[A-Z][\w'-]+(?: (?:of |and )?[A-Z][\w'-]+)*) (?:[Mm]etro )?[Mm]ayor"
)
"""A mayor with the place before the office: "Bristol mayor"."""
_REGIONS = frozenset(
    (
        "west of england",
        "west midlands",
        "tees valley",
        "liverpool city region",
        "cambridgeshire and peterborough",
        "north east",
    )
)
"""Regions whose mayor oversees no police force."""
_SEATS = ("council", "authority", "panel", "board")
_HELD_BY_ALL = expression(r"\b(?:Combined|Police) Authority\b")


def _initials(name: str) -> str:
    return "".join([word[0] for word in name.split() if word[0].isupper()])


@lru_cache(maxsize=256)
def _named_by(kind: str, noun: str) -> re.Pattern[str]:
    """What finds the names of a kind, or those that a noun ends."""
    return re.compile(
        KINDS.get(kind)
        or rf"{_LINKED}{noun.capitalize()}\b|\bpolice(?:,? fire)? and crime {noun}\b|(?<!')\b(?:(?!(?:the|a|an|its|their|said|says|told|of|and|to|by|from|asked|asks|added|adds|replied|answered|wondered|insisted|warned|claimed|joked|with|for|at|in|on|this|that|his|her|our|fellow) )[a-z]+ ){{1,3}}{noun}\b"
    )


_OF_UNION = expression(
    r"(?:secretary|rep|representative|organiser|officer|official|steward|convenor|chair\w*) (?:of|for) (?:the )?(?:Unison|UNISON|GMB|FBU|PCS|Unite|Prospect)\b"
)
"""A post in a union that is named by itself: "branch secretary of Unison at Kent Police"."""


class NamedBodies:
    """Bodies that a text names.

    Args:
        grounds: Cuts the characters of a name.
        publisher: Who published the article, or None.
    """

    def __init__(self, grounds: Grounds, publisher: str | None = None) -> None:
        self.grounds = grounds
        self.publisher = publisher
        self.text = grounds.reading.text
        self.found: dict[str, list[tuple[int, int]]] = {}

    def of(self, kind: str) -> list[tuple[int, int]]:
        """Where bodies of a kind are named, in order; a kind of `KINDS`, or the noun that ends a name."""
        places = self.found.get(kind)
        if places is None:
            places = self.found[kind] = []
            noun = kind.split()[-1]
            lines = self._lines(_ENDINGS.get(kind) or (noun, noun.capitalize()))
            find = _named_by(kind, noun).finditer
            for match in chain.from_iterable(find(self.text, *line) for line in lines):
                if match[0].startswith(_ANY):
                    continue
                lead = _AFTER.match(match[0])
                begin = lead.end() if lead else match[0].rfind(" THE ") + 5 if " OF THE " in match[0] else 0
                places.append((match.start() + begin, match.end()))
        return places

    def _lines(self, endings: Iterable[str]) -> list[tuple[int, int]]:
        """Lines that hold one of some words; no name goes over the end of a line."""
        text = self.text
        found: set[tuple[int, int]] = set()
        for ending in endings:
            at = text.find(ending)
            while at >= 0:
                stop = text.find("\n", at)
                stop = stop if stop >= 0 else len(text)
                found.add((text.rfind("\n", 0, at) + 1, stop))
                at = text.find(ending, stop)
        return sorted(found)

    def nearest(self, kind: str, at: int, reach: int = 1 << 30) -> str | None:
        """The body named nearest before a place, else the first behind it.

        Args:
            reach: Within how many characters.
        """
        places = self.of(kind)
        if kind == "union":  # "Union" in a headline names none
            places = [place for place in places if self.text[slice(*place)] not in _EXPANDED]
        number = max(0, bisect_right(places, (at + 60, 1 << 60)) - 1)
        if number >= len(places) or abs(places[number][0] - at) > reach:
            return None
        return self._whole(places[number])

    def before(self, at: int) -> str | None:
        """The body that the sentence before a place opens with: "The County Councils Network said so. Chairman Jo Hale"."""
        reading = self.grounds.reading
        number = reading.sentence_at(at)
        above = reading.sentences[number - 1] if number else None
        if above is None or above.span != reading.sentences[number].span:
            return None
        places = self.of("named")
        first = bisect_right(places, (above.start - 1, 1 << 60))
        if first < len(places) and places[first][0] - above.start in (0, 4):
            name = self._whole(places[first])
            return name if " " in name else self.fullest("named", name.lower(), at) or name
        return None

    def called(self, at: int) -> tuple[int, int] | None:
        """The charity or group named last before a place, by what it is said to be: "the charity Safe Harbour … Its chief"."""
        reading = self.grounds.reading
        number = reading.sentence_at(at)
        start = max(0, reading.spans[max(0, reading.sentences[number].span - 1)].start, at - _REACH)
        found = [match.span(match.lastgroup or 0) for match in _CALLED.finditer(self.text, start, at)]
        return found[-1] if found else None

    def union_in(self, role: tuple[int, int]) -> str | None:
        """A union whose name stands in full in a role: "Fire Brigades Union secretary"."""
        start, end = role
        if " Union " not in self.text[start:end] and not _OF_UNION.search(self.text, start, end):
            return None
        places = (place for place in self.of("union") if start <= place[0] and place[1] <= end)
        return next((str(self.grounds.cut(*place)["text"]) for place in places), None)

    def _whole(self, place: tuple[int, int]) -> str:
        """The characters of a name with what goes on behind it: "Police Federation of England and Wales"."""
        start, end = place
        if self.text.endswith(_GOES_ON, start, end):
            match = _COMPLEMENT.match(self.text, end)
            end = match.end() if match else end
        return str(self.grounds.cut(start, end)["text"])

    def spelled(self, short: str) -> str | None:
        """The name of a union or council of which an abbreviation gives the initials, where the text has it, or None."""
        if not short.isupper() or len(short) < _SHORTEST:
            return None
        if not any(noun[0] == short[-1] and noun in self.text for noun in _EXPANDED):
            return None
        places = (place for kind in ("union", "named") for place in self.of(kind))
        places = (place for place in places if self.text.endswith(_EXPANDED, *place))
        places = (place for place in places if _initials(self.text[slice(*place)]) == short)
        return next((str(self.grounds.cut(*place)["text"]) for place in places), None)

    def fullest(self, kind: str, noun: str, at: int) -> str | None:
        """The longest name that ends in a noun: "Tyne and Wear Fire and Rescue Authority" for "the Authority"."""
        ending = [place for place in self.of(kind) if self.text[slice(*place)].lower().endswith(noun)]
        if not ending:
            return None
        best = max(ending, key=lambda place: (min(place[1] - place[0], 60), -abs(place[0] - at)))
        return self._whole(best) if best[1] - best[0] > len(noun) else None

    def assembly(self, at: int, *, mayor: bool = False) -> str | None:
        """The council, panel or authority that somebody sits on: of those named the nearest, in full.

        Args:
            mayor: Whether a combined authority counts, as for a mayor of a region.
        """
        places = [
            place
            for place in self.of("assembly")
            if mayor == bool(_HELD_BY_ALL.search(self.text, *place)) and " " in self.text[slice(*place)]
        ]
        if not places:
            return None
        number = max(0, bisect_right(places, (at + 60, 1 << 60)) - 1)
        name = self.text[slice(*places[number])]
        longer = [
            place for place in places if self.text[slice(*place)].endswith(name) and place[1] - place[0] > len(name)
        ]
        return str(self.grounds.cut(*(longer or places[number : number + 1])[0])["text"])

    def publishes(self, noun: str) -> str | None:
        """The publisher, where the last word of its name is a noun."""
        return self.publisher if self.publisher and self.publisher.lower().endswith(noun) else None

    def seat(self, at: int) -> str | None:
        """The council, panel or authority of a member: the one named nearest, or the publisher."""
        near = self.assembly(at)
        own = next((name for noun in _SEATS if (name := self.publishes(noun))), None)
        if near and own:
            return own if near.split()[-1] == own.split()[-1] else near
        return near or own

    def town(self, role: str, at: int, combined: str | None = None) -> str | None:
        """The council of a mayor, or the combined authority of a region's.

        Args:
            role: The office: "mayor of Hove", "Deputy Mayor for Policing".
            combined: The authority of the region whose force the article is about, where a mayor oversees that.
        """
        if "London" in role or combined == _LONDON:
            return "City Hall" if "City Hall" in self.text else _LONDON
        combined = self.assembly(at, mayor=True) or combined
        before = _MAYOR.fullmatch(role)
        place = before["place"] if before else role.rpartition(" of ")[2] if " of " in role else ""
        if place.lower().removeprefix("the ") in _REGIONS:
            return f"{place.removeprefix('the ')} Combined Authority"
        if combined and (not place or place in combined or role.lower().startswith("deputy mayor for")):
            return combined
        named = (self.text[slice(*span)] for span in self.of("assembly"))
        own = next((name for name in named if place and place in name), None)
        if before:
            return own
        return own or (
            f"{place}{'' if role.startswith('elected') else ' Town'} Council" if place else self.assembly(at)
        )
