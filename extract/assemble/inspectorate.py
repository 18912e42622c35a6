"""The inspectorate whose findings an article reports, and who speaks for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from extract.document.reading import Reading
from extract.expressions import expression
from extract.gazetteers import InspectorateRow
from extract.pipes.annotation import Annotation

_INSPECTOR = expression(
    r"\b(?:hm|majesty's|h\.m\.) (?:chief |deputy chief |assistant )?inspector\b|\binspector of (?:constabulary|fire|prisons|probation)\b"
)
_HMI = expression(
    r"(?:the |an? )?(?:(?:lead|senior|chief) )?(?:hmi|hmi[a-z]{1,4}(?:'s)? (?:chief |lead |senior |assistant )?inspector|hm chief inspector)(?: (?:for|of) (?:the )?\w[\w -]*)?"
)
"""Offices that name the inspectorate by its letters alone: "HMI", "HMIC inspector"."""
_CROWNED = expression(
    r"(?<!former )(?<!then )(?<!ex-)\b(?:(?:his |her )?majesty's (?:chief )?|hm (?:chief )?|chief )inspector of (?:constabulary|fire)\b(?! (?:in|for) scotland)"
    r"(?:(?: and|, )?(?: fire)?(?: and|&)* rescue services?\b)?(?! (?:in|for) scotland)"
)
"""The office that stands for an inspectorate that an article does not name."""
_CROWN = expression(r"^(?:his|her) majesty's |^hm |^h\.m\. ")
_LED = ("led by the ", "led by ")
_GENERIC = expression(
    r"\b(?:hm inspectorate|(?:hm|h\.m\.|majesty's) (?:chief )?inspectors?|hmi(?= [a-z])|the (?:police|fire) (?:inspectorate|watchdog)|police watchdog|fire watchdog|watchdog|inspectorate|inspectors)\b"
)
_RANKED = expression(
    r"\b(?:(?:detective|ticket|revenue|temporary|special|duty|neighbourhood|policing|(?<!hm )(?<!majesty's )chief|sergeants,?|superintendents,?|constables,?|pcs,?|pcsos,?) (?:(?:and|to|or|&) )?(?:chief )?inspectors"
    r"|appointments? of (?:\w+ )?inspectors|inspectors(?:,| and| or|/) ?(?:and )?(?:detective |chief |sergeants|superintendents|constables|pcs\b|pcsos))\b"
)
"""Inspectors who are officers of a force by rank, or look at tickets."""
_INSPECTING = expression(
    r"\binspectors(?:,? (?:who|have|had|has|also|then|last|this|week|month|year|[a-z]+ly))* (?:found|find|said|say|visited|praised|criticised|noted|concluded|graded|rated|judged|told|identified|recommend\w*|warned|saw|were|looked|examined|described|spent|want)\b"
    r"|\b(?:by|told|from) (?:the |these |those )?inspectors\b(?! [a-z]+ and)|\binspectors' (?:report|findings|verdict|visit)"
)
"""Inspectors who inspect."""
_WATCHED = expression(r"\bthe (?:new )?(?P<kind>police|fire)(?: and rescue| service)? (?:inspectorate|watchdog)\b")
"""What calls an inspectorate by what it inspects, in an article that names no body."""
_PREMISES = expression(
    r"\b(?:(?:prohibition|enforcement|alterations) notices?|fire safety (?:order|prosecutions?|offences?|inspectors?|officers?|audits?)|regulatory reform|(?:was|were|been|is|are) (?:fined|prosecuted)|fined \u00a3|pleaded guilty|crown court|magistrates)\b"
)
"""What befalls the owners of buildings, which a fire service's own inspectors look at."""
_OTHERS = expression(
    r"\b(?:health and safety executive|hse|dvsa|environment agency|trading standards|care inspectorate|planning inspectorate|home office inspectors)\b"
)
"""Who has inspectors as well: those of whom a text goes on to tell, not a partner that it names later."""
_PEERS = expression(r"\bpeer (?:reviews?|challenges?|teams?|assessments?|reviewers?)\b")
"""Whose visit the head of an article tells of that is no inspection."""
_PEEL = expression(
    r"\bpeel (?:inspections?|assessments?|reports?|reviews?|programme|grades?|(?:police )?(?:effectiveness|efficiency|legitimacy)|(?:19|20)\d\d)\b"
)
"""The programme by which an inspectorate of the police is known at the head of a page that does not name it."""
_HEAD = 300
"""Characters of the head."""
_HELD = ("inspector", "hmi", "watchdog")
"""Of which each has one."""

_GLOSSED = (" (", "'s (", "' (")
"""What stands between a name and its letters."""

_FIRE_MOVED = "2025-04-01"
"""When the fire services of England went from the Home Office to another department."""
_OF_FORCES = frozenset(("HMIC", "HMICFRS", "HMICS"))
"""Inspectorates beside whose names a chief inspector is as likely an officer."""
_HMIC_ENDED = "2017-07-19"


def choose_inspectorate(
    reading: Reading,
    notes: Sequence[Annotation],
    rows: Mapping[str, InspectorateRow],
    *,
    published: str | None,
    publisher: str | None,
    kind: str | None,
    offices: Collection[str],
) -> tuple[str | None, list[Annotation]]:
    """Short name of the lead inspectorate and its mentions.

    Args:
        notes: Annotations of the pipe `inspectorate`.
        published: ISO date of the article.
        publisher: Who published it.
        kind: `police` or `fire` where the article is about such a body.
        offices: Ranks and offices that the article names, in lower case.

    Returns:
        The name, or None where no inspectorate is named, and its mentions in order.
    """
    named = [note for note in notes if reading.spans[reading.span_at(note.start)].kind != "caption"]
    late = not named or named[0].start > _HEAD
    if late and reading.lower.find("inspect", 0, _HEAD) < 0 and _PEERS.search(reading.lower, 0, _HEAD):
        return None, []
    lead = next((note for note in named if reading.lower.endswith(_LED, 0, note.start)), None)
    if lead is None and named:
        lead = named[0]
    if lead is not None:
        name = str(lead.attributes["name"])
        others = list(dict.fromkeys(str(note.attributes["name"]) for note in named))
        if name == "HMIC" and "HMICFRS" in others and (_is_late(published) or _is_glossed(reading, lead, named)):
            name = "HMICFRS"  # which the older name, told of the past, is no longer
        if kind == "fire" and "fire" not in rows[name].kind:
            name = next((other for other in others if "fire" in rows[other].kind), name)
        return name, [note for note in notes if note.attributes["name"] == name]
    for row in rows.values():
        if row.name not in ("HMIC", "HMICFRS") and any(
            office in offices and office.count(" ") > 1 for office in row.leads
        ):
            return row.name, []
    if publisher and (row_name := _published_by(publisher, rows)):
        return row_name, []
    held = [match.span() for match in _CROWNED.finditer(reading.lower)] if "inspector of " in reading.lower else []
    watched = None if kind or held else _WATCHED.search(reading.lower)
    kind = kind or ("police" if held else watched and watched["kind"])
    named_so = bool(held or watched) or _is_meant(reading.lower, kind)
    if (kind in ("police", "fire") and named_so) or (kind == "police" and _PEEL.search(reading.lower, 0, _HEAD)):
        early = published is not None and published < _HMIC_ENDED
        name = "HMIC" if early else "HMICFRS"
        return name, [Annotation("inspectorate", *span, "inspectorate.office", {"name": name}) for span in held]
    return None, []


def _is_meant(lower: str, kind: str | None) -> bool:
    """Whether an inspectorate is spoken of without its name."""
    if not any(map(lower.__contains__, _HELD)):
        return False
    words = {match[0] for match in _GENERIC.finditer(lower)}
    if words != {"inspectors"}:
        return bool(words)
    if _RANKED.search(lower) and not _INSPECTING.search(lower):
        return False
    others = _OTHERS.search(lower, 0, lower.find("inspectors"))
    return not others and not (kind == "fire" and _PREMISES.search(lower, 0, _HEAD))


def _is_late(published: str | None) -> bool:
    return published is not None and published >= _HMIC_ENDED


def _is_glossed(reading: Reading, lead: Annotation, named: Sequence[Annotation]) -> bool:
    """Whether the letters of another name stand in brackets behind a name that was cut short: "HM Inspectorate of Constabulary's (HMICFRS)"."""
    return any(
        other.start > lead.end and reading.lower[lead.end : other.start] in _GLOSSED
        for other in named
        if other.attributes["name"] != lead.attributes["name"]
    )


def _published_by(publisher: str, rows: Mapping[str, InspectorateRow]) -> str | None:
    plain = publisher.lower().replace("&", "and").replace("\u2019", "'")
    for row in rows.values():
        if plain in {name.lower() for name in (row.name, *row.aliases)}:
            return row.name
    return None


def chief_of(
    reading: Reading, role: tuple[int, int], notes: Sequence[Annotation], forces: Sequence[Annotation]
) -> str | None:
    """The inspectorate that a block names last before its chief: "HM Inspectorate of Probation … Chief inspector Jo Hale".

    Args:
        role: Offsets of "chief inspector", which with a capital "Inspector" is a rank.
        notes: Annotations of the pipe `inspectorate`.
        forces: Annotations of the pipe `forces`.
    """
    block = reading.spans[reading.span_at(role[0])].start
    if reading.text[role[1] - len("inspector")] != "i":
        return None
    near = [note for note in notes if block <= note.start < role[0]]
    if not near or near[-1].attributes["name"] in _OF_FORCES:
        return None
    told = any(near[-1].end <= note.start < role[0] for note in forces)
    return None if told else str(near[-1].attributes["name"])


class Inspectors:
    """Tells inspectors by their office, the same for every article.

    Args:
        leads: Short name of each inspectorate by an office of its people, the longest first.

    Attributes:
        by_role: Short name of the inspectorate that a role belongs to, or None; roles recur from article to article.
    """

    def __init__(self, leads: Mapping[str, str]) -> None:
        self.leads = leads
        self.by_role = lru_cache(maxsize=1 << 12)(self._by_role)

    def _by_role(self, lower: str, inspectorate: str | None, kind: str | None, early: bool) -> str | None:
        plain = _CROWN.sub("", lower)
        for office, name in self.leads.items():
            if office in plain and (plain != lower or len(office.split()) > 2 or "chief inspector" in plain):
                if name in ("HMICFRS", "HMIC"):
                    return inspectorate if inspectorate in ("HMIC", "HMICFRS") else "HMIC" if early else "HMICFRS"
                return name
        if inspectorate and _HMI.fullmatch(lower):
            return inspectorate
        if _INSPECTOR.search(lower) and not lower.startswith("detective"):
            return inspectorate or "HMICFRS"
        if inspectorate and (
            lower in ("lead inspector", "chief inspector") or (lower == "inspector" and kind == "fire")
        ):
            return inspectorate
        return None


class Offices:
    """Tells inspectors of one article by their office.

    Args:
        inspectors: What tells them in every article.
        inspectorate: Short name of the inspectorate of the article, or None.
        kind: `police`, `fire` or None: what the article is about.
        published: ISO date of the article, or None.
    """

    def __init__(
        self, inspectors: Inspectors, inspectorate: str | None, kind: str | None, published: str | None = None
    ) -> None:
        self.fire_moved = published is not None and published >= _FIRE_MOVED
        self.early = published is not None and published < _HMIC_ENDED
        self.inspectors = inspectors
        self.inspectorate = inspectorate
        self.kind = kind

    def of(self, reading: Reading, roles: Iterable[tuple[tuple[int, int], bool]]) -> str | None:
        """Short name of the inspectorate that a person speaks for by any of their roles, or None."""
        for (start, end), _ in roles:
            name = self.inspectors.by_role(reading.lower[start:end], self.inspectorate, self.kind, self.early)
            if name:
                return name
        return None
