"""Whether an article reports an inspection, or only touches on one.

Enters the text, the inspectorates that it names and what was found; leaves features, whose weights are data
(`data/weights/forces.json`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice
from typing import NamedTuple

from extract.assemble.forces.judged import judges
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation
from extract.pipes.literals import holds, matches_at

_SPEAKS = expression(
    r"\b(?:inspections?|inspected|re-?inspected|inspectors(?! of)|inspectorate|watchdog|hmi[a-z]*|hmfsi|peel|ofsted|cqc|cji|grades?|graded|rated|revisit\w*|special measures|engage (?:phase|process|stage)|(?:enhanced|closer|routine) (?:level of )?monitoring|causes? of concern)\b"
)
_SPOKEN = (
    *("inspect", "reinspect", "watchdog", "hmi", "hmfsi", "peel", "ofsted", "cqc", "cji", "grade", "rated", "revisit"),
)
"""How what speaks of an inspection begins; what is inspected again counts where "inspected" begins."""

_FOUND = expression(
    r"\b(?:i(?:nspect(?:ors|orate|ion)|t)|watchdog|hm(?:i[a-z]*|fsi)|ofsted|c(?:qc|ji)|re(?:ports?|view)|letter|they)(?:'s)? (?:(?:has|have|had|also|further|now) )*(?:found|finds|said|says|concluded|praise[sd]|criticise[sd]|commend(?:s|ed)|applaud(?:s|ed)|hail(?:s|ed)|censure[sd]|condemn(?:s|ed)|rebuke[sd]|fault(?:s|ed)|singl(?:es|ed) out|judged|graded|rated|published|identified|described|warned|made|noted|highlighted|examined|visited|told|wants|calls?|recommend\w*|reports|heard|saw|gave|gives|inspected|looked)\b"
)
_DOES = expression(
    r"(?:\)|'s)?(?:,? (?:also|now|today|has|have|had|again|further|which|who|this|last|week|month|[a-z]+ly),?)*"
    r" (?:found|finds|said|says|concluded|praise[sd]|criticise[sd]|commend(?:s|ed)|applaud(?:s|ed)|hail(?:s|ed)|censure[sd]|condemn(?:s|ed)|rebuke[sd]|fault(?:s|ed)|singl(?:es|ed) out|judged|graded|rated|published|identified|described|warned|reports?|inspect\w+|revisit\w*|looked|visited|examined|recommend\w*|told|review|findings?|grad\w+|verdict|assess\w+)\b"
)
"""What stands behind the name of an inspectorate whose findings are told of, or whose report."""
_CREDITED = (" by ", " from ", " said ", " says ", " to ", " told ", " of ", " graded ", " rated ", "\nby ", "\nfrom ")
"""What stands before it."""
_BACKGROUND = (
    *(" last ", " latest ", "recent ", "previous", " earlier", " once ", " ago", " expected", " due ", " will "),
    *(" next ", " in 19", " in 20"),
)
"""What makes background of a sentence that speaks of an inspection."""
_MEASURES = expression(
    r"\bspecial measures\b|\bengage (?:phase|process|stage)\b|[\"']engage[\"']|\b(?:leaves|out of|into|from) engage\b"
    r"|\b(?:enhanced|closer|routine|special|advanced) (?:(?:level|phase|stage) of )?monitoring\b|\bcauses? of concern\b"
)
"""Words for what an inspectorate does with a body that fails."""

_MEASURED = {
    "special measures": ("special measures",),
    "engage": ("engage ", '"engage"', "'engage'", "leaves engage", "out of engage", "into engage", "from engage"),
    "monitoring": ("enhanced ", "closer ", "routine ", "special ", "advanced "),
    " of concern": ("cause of concern", "causes of concern"),
}
"""What each of them holds, and how such words begin."""
_OTHERS = (
    *(
        "no bearing",
        "unrelated",
        "nothing to do with",
        "not connected",
        "has no connection",
        "food",
        "school",
        "hygiene",
    ),
    *("building", "vehicle", "gas", "tax", "animal", "port", "weights"),
)
"""What stands before "inspector" where it is of another sort."""

_OTHER = expression(rf"\b(?:{'|'.join(_OTHERS)}) ")
_CRIMES = (
    *("court", "jailed", "arrested", "sentenced", "pleaded", "magistrates", "appeal for witnesses", "crash", "inquest"),
    *("charity", "raised"),
)
_CRIME = expression(rf"\b(?:{'|'.join(_CRIMES)})\b")
_ENOUGH = 3
"""Sentences that tell what was found, of which more say no more."""
_HEAD = 4
"""Sentences at the head of an article that say what it is about."""
_LEAD = 2
"""Those of them that say it before all: the headline and what it leads to."""


_VERDICT = expression(
    r"\b(?:inadequate|requir\w+ improvement|failing (?:force|service|brigade)|concerns? (?:about|over|with) (?:the |[\w' ]+'s )?(?:performance|accuracy)"
    r"|performance in keeping|deteriorat\w+|publish\w+ (?:the|a|its|their|his|her) report|(?:highlighted|commended|singled out) (?:for|in)\b|examples of (?:bullying|poor|bad))\b"
)
"""What is said of a body by an inspector whom an article quotes, or of what he found."""
_REPORTED = expression(
    r"\b(?:(?:full|new|latest|scathing|critical|damning|annual|published?|this|the|a) report|findings|inspection|graded|rated)\b"
)
"""Where it was said."""
_CAREER = expression(
    r"\b(?:work(?:ed|ing|s)?|serv(?:ed|es|ing)|second(?:ed|ments?)|post(?:ed|ings?)?|roles?|spells?|stints?|time|joined|career|attached|attachments?)\b[^.;]{0,40}?"
    r" (?:at|to|with|for|in|by|as part of) (?:the )?$"
)
"""What stands before an inspectorate for which somebody worked once."""
_WORKED = 80
"""Characters in which that stands."""
_ELSE = expression(
    r"\b(?:council tax|precept|appoint(?:ed|ment|s)|reappoint\w+|preferred candidate|confirmation hearing|select committee|retire[sd]?|retirement"
    r"|jailed|sentenced|arrested|crown court|inquest)\b"
)
"""What the head of an article tells of that is no inspection, though it touches on one."""


class Findings(NamedTuple):
    """What was found in an article.

    Args:
        graded: Rows of grades.
        asks: Rows of asks.
        counts: Stated counts.
        spoken: Whether an inspector or inspectorate is quoted.
    """

    graded: int
    asks: int
    counts: int
    spoken: bool


def describe_article(reading: Reading, named: Sequence[Annotation], findings: Findings) -> list[str]:
    """Features of an article that names an inspectorate.

    Args:
        reading: The text.
        named: Annotations of the pipe `inspectorate`.
        findings: What was found.
    """
    lower = reading.lower
    count = len(reading.sentences) or 1
    measured = [begin for words, begins in _MEASURED.items() if words in lower for begin in begins]
    spoken = {reading.sentence_at(at) for at in matches_at(_SPEAKS, lower, (*_SPOKEN, *measured))}
    behind = {number + 1 for number in spoken if number + 1 < len(reading.sentences)} - spoken
    telling = (number for number in chain(spoken, behind) if _FOUND.search(lower, *reading.sentences[number][:2]))
    found = len(list(islice(telling, _ENOUGH)))
    first = min((reading.sentence_at(note.start) for note in named), default=count)
    told = (lower[slice(*reading.sentences[number][:2])] for number in islice(spoken, 4))
    fresh = sum(not any(map(words.__contains__, _BACKGROUND)) for words in told)
    does = sum(_DOES.match(lower, note.end) is not None for note in named)
    ends = (
        note.start - 4 if lower.startswith("the ", note.start - 4) else note.start for note in named if note.start > 3
    )
    credited = sum(lower.endswith(_CREDITED, 0, end) for end in ends)
    rows = f"graded{min(findings.graded, 3)}"
    asks = f"asks{min(findings.asks, 3)}"
    traits = [
        f"named{min(len(named), 4)}",
        f"first{'head' if first < _HEAD else 'half' if first * 2 < count else 'late' if named else 'never'}",
        rows,
        asks,
        f"counts{min(findings.counts, 2)}",
        f"spoken{findings.spoken}",
        f"speaks{min(4, len(spoken) * 8 // count)}",
        f"found{found}",
        f"head{sum(number < _HEAD for number in spoken)}",
        f"{rows}|{asks}",
        f"any{bool(findings.graded or findings.asks or findings.counts)}",
        f"does{min(does, 3)}",
        f"fresh{min(fresh, 3)}",
        f"fresh{min(fresh, 3)} of {min(len(spoken), 4)}",
        f"credited{min(credited, 2)}",
    ]
    size = "short" if count < 9 else "middle" if count < 20 else "long"
    any_row = bool(findings.graded or findings.asks or findings.counts)
    traits += [f"rows{any_row}|{size}", f"rows{any_row}|{size}|{traits[6]}", f"rows{any_row}|{traits[8]}"]
    traits.append(f"{traits[1]}|{traits[6]}")
    traits.append(f"{traits[-2]}|{traits[7]}")
    stale = f"stale{not fresh}"
    traits += [f"{stale}|{traits[1]}", f"{stale}|{traits[6]}|rows{any_row}", f"{stale}|{traits[8]}"]
    measures = min(matches_at(_MEASURES, lower, measured), default=-1)
    if measures >= 0:
        early = reading.sentence_at(measures) < _HEAD
        traits += [f"measures:{'head' if early else 'later'}", f"measures|rows{any_row}|{early}"]
        traits.append(f"measures|spoken{findings.spoken}|{early}")
    if holds(_OTHER, lower, _OTHERS):
        traits.append("other")
    if holds(_CRIME, lower, _CRIMES):
        traits.append("crime")
    if reading.sentences and 0 in spoken:
        traits.append("headline")
    if named and not (findings.graded or findings.counts) and _is_career(reading, named):
        traits.append("career")
    return traits


def _is_career(reading: Reading, named: Sequence[Annotation]) -> bool:
    """Whether an inspectorate is only where somebody worked: "seconded to HMICFRS", whose letters may follow its name."""
    return all(
        _CAREER.search(reading.lower, max(0, note.start - _WORKED), note.start)
        or any(note.start == other.end + 2 for other in named)
        for note in named
    )


def settle(reading: Reading, traits: Sequence[str], score: float) -> bool:
    """Whether an article reports an inspection, given what its features weigh.

    The head of an article that says whom an inspectorate praised or criticised tells of one. What an inspector is quoted with does where the head has the verdict or its report; an article on a tax or an appointment that
    only touches on one, with nothing found, tells of none.

    Args:
        reading: The text.
        traits: Its features.
        score: What they weigh.
    """
    lower = reading.lower
    if "career" in traits:
        return False
    if score > 0 and ("anyTrue" in traits or "spokenTrue" in traits or "found0" not in traits):
        return True
    if score <= 0 and "spokenTrue" not in traits:
        return any(judges(lower, low, high) for low, high, _ in reading.sentences[:_HEAD])
    end = reading.sentences[min(_LEAD, len(reading.sentences)) - 1].end if reading.sentences else 0
    if _ELSE.search(lower, 0, end):
        return False
    if score > 0:
        return True
    early = [pattern for pattern in (_VERDICT, _REPORTED) if pattern.search(lower, 0, end)]
    return bool(early) and all(pattern.search(lower) for pattern in (_VERDICT, _REPORTED))
