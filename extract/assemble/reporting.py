"""Whether an article reports an inspection, or only touches on one.

Enters the text, the inspectorates that it names and what was found; leaves features, whose weights are data
(`data/weights/forces.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extract.document.reading import Reading
from extract.pipes.annotation import Annotation

_SPEAKS = re.compile(
    r"\b(?:inspections?|inspected|re-?inspected|inspectors(?! of)|inspectorate|watchdog|hmi[a-z]*|hmfsi|peel|ofsted|cqc|cji|grades?|graded|rated|revisit\w*)\b"
)
_FOUND = re.compile(
    r"\b(?:inspectors|inspectorate|watchdog|hmi[a-z]*|hmfsi|ofsted|cqc|cji|reports?|letter|review|inspection|it|they)(?:'s)? (?:(?:has|have|had|also|further|now) )*(?:found|finds|said|says|concluded|praised|criticised|judged|graded|rated|published|identified|described|warned|made|noted|highlighted|examined|visited|told|wants|calls?|recommend\w*|reports|heard|saw|gave|gives|inspected|looked)\b"
)
_OTHER = re.compile(
    r"\b(?:no bearing|unrelated|nothing to do with|not connected|has no connection|food|school|hygiene|building|vehicle|gas|tax|animal|port|weights) (?:inspect\w*)?"
)
_CRIME = re.compile(
    r"\b(?:court|jailed|arrested|sentenced|pleaded|magistrates|appeal for witnesses|crash|inquest|charity|raised)\b"
)
_HEAD = 4
"""Sentences at the head of an article that say what it is about."""


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
    spoken = {reading.sentence_at(match.start()) for match in _SPEAKS.finditer(lower)}
    near = spoken | {number + 1 for number in spoken if number + 1 < len(reading.sentences)}
    found = [number for number in near if _FOUND.search(lower, *reading.sentences[number][:2])]
    first = min((reading.sentence_at(note.start) for note in named), default=count)
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
        f"found{min(3, len(found))}",
        f"head{sum(number < _HEAD for number in spoken)}",
        f"{rows}|{asks}",
        f"any{bool(findings.graded or findings.asks or findings.counts)}",
    ]
    size = "short" if count < 9 else "middle" if count < 20 else "long"
    any_row = bool(findings.graded or findings.asks or findings.counts)
    traits += [f"rows{any_row}|{size}", f"rows{any_row}|{size}|{traits[6]}", f"rows{any_row}|{traits[8]}"]
    traits.append(f"{traits[1]}|{traits[6]}")
    traits.append(f"{traits[-2]}|{traits[7]}")
    if _OTHER.search(lower):
        traits.append("other")
    if _CRIME.search(lower):
        traits.append("crime")
    if reading.sentences and 0 in spoken:
        traits.append("headline")
    return traits
