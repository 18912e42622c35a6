"""What a check is: a small function with a code, a severity and an explanation, and what it is given to look at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from extract.expressions import expression
from models import Evidence, Finding, Record, Severity

_BREAK = expression(r"\r?\n[ \t]*\r?\n|(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\r?\n(?=\s*[\"“‘•*–-])")


class Body(Protocol):
    """A row of the registry of forces."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def aliases(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def places(self) -> tuple[str, ...]: ...  # noqa: D102
    def names(self) -> Iterator[str]: ...  # noqa: D102


class Programme(Protocol):
    """An inspection programme."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def inspectorates(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def start(self) -> str: ...  # noqa: D102
    @property
    def until(self) -> str: ...  # noqa: D102
    @property
    def scale(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def topics(self) -> Mapping[str, tuple[str, ...]]: ...  # noqa: D102


class Inspectorate(Protocol):
    """A row of the list of inspectorates."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def aliases(self) -> tuple[str, ...]: ...  # noqa: D102


class Lists(Protocol):
    """The gazetteers that checks hold a record against."""

    @property
    def forces(self) -> Mapping[str, Body]: ...  # noqa: D102
    @property
    def programmes(self) -> Mapping[str, Programme]: ...  # noqa: D102
    @property
    def inspectorates(self) -> Mapping[str, Inspectorate]: ...  # noqa: D102
    @property
    def ranks(self) -> Mapping[str, Sequence[str]]: ...  # noqa: D102
    @property
    def cues(self) -> Mapping[str, Mapping[str, Any]]: ...  # noqa: D102


@dataclass(frozen=True)
class Case:
    """One record, with all that it can be held against.

    Args:
        record: The record.
        text: `Document.text` of its article, or None where that cannot be had.
        lists: Gazetteers.
        today: The day of the check, in ISO form; later days lie in the future.
    """

    record: Record
    text: str | None
    lists: Lists
    today: str

    @cached_property
    def sound(self) -> bool:
        """Whether the text is there and the evidence can be trusted to stand in it."""
        return self.text is not None and not any(self.off_text)

    @cached_property
    def evidence(self) -> list[tuple[str, Evidence]]:
        """Every evidence of the record, with its JSON pointer."""
        return list(evidence_of(self.record))

    @cached_property
    def off_text(self) -> list[tuple[str, Evidence]]:
        """Evidence, by its place in the record, that says something else than the text does there."""
        if self.text is None:
            return []
        return [
            (path, evidence)
            for path, evidence in self.evidence
            if self.text[evidence.start : evidence.end] != evidence.text
        ]

    @cached_property
    def breaks(self) -> list[int]:
        """Where sentences begin, roughly: after a full stop or an empty line."""
        return [0, *(found.end() for found in _BREAK.finditer(self.text or ""))]

    def sentence(self, offset: int) -> tuple[int, int]:
        """Start and end of the sentence around an offset."""
        at = bisect_right(self.breaks, offset)
        end = self.breaks[at] if at < len(self.breaks) else len(self.text or "")
        return self.breaks[at - 1], end

    def cut(self, start: int, end: int) -> Evidence:
        """Evidence of the text; there must be one."""
        assert self.text is not None
        return Evidence(start=start, end=end, text=self.text[start:end])

    @cached_property
    def names(self) -> dict[str, str]:
        """Names of the forces, by id."""
        return {force.id: force.name for force in self.record.forces}

    @cached_property
    def bodies(self) -> list[tuple[int, int, str]]:
        """Every mention of a force of the record: start, end, id, in the order of the text."""
        return sorted((e.start, e.end, force.id) for force in self.record.forces for e in force.evidence)


class Notice(NamedTuple):
    """What a check saw, before it gets its code.

    Args:
        path: JSON pointer into the record.
        message: What does not add up.
        evidence: The characters that show it.
    """

    path: str
    message: str
    evidence: tuple[Evidence, ...] = ()


Function = Callable[[Case], Iterable[Notice]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check.

    Args:
        code: `V` and three digits; stable.
        severity: How grave it is when the check fires.
        title: A few words, for lists and reports.
        explanation: What it says and what to do, one paragraph.
        function: Yields what it sees.
    """

    code: str
    severity: Severity
    title: str
    explanation: str
    function: Function

    def run(self, case: Case) -> Iterator[Finding]:
        """Findings of one case, in the order of the record."""
        for path, message, evidence in self.function(case):
            yield Finding(code=self.code, severity=self.severity, path=path, message=message, evidence=evidence)


CHECKS: dict[str, Check] = {}
"""Every check by its code; the modules of this package fill it as they are imported."""


def check(code: str, severity: Severity, title: str) -> Callable[[Function], Function]:
    """Enter a function into the registry of checks; its docstring is the explanation.

    Args:
        code: `V` and three digits.
        severity: Of its findings.
        title: A few words.
    """

    def enter(function: Function) -> Function:
        explanation = " ".join((function.__doc__ or "").split())
        if code in CHECKS or not explanation:
            raise ValueError(f"{code} is taken or has no explanation")
        CHECKS[code] = Check(code, severity, title, explanation, function)
        return function

    return enter


def evidence_of(record: Record) -> Iterator[tuple[str, Evidence]]:
    """Every evidence of a record, its areas and deadlines among them, with its JSON pointer."""
    if record.inspectorate:
        for number, evidence in enumerate(record.inspectorate.evidence):
            yield f"/inspectorate/evidence/{number}", evidence
    for name in ("forces", "stated_counts", "grades", "recommendations", "initiatives", "officials", "quotes"):
        for number, row in enumerate(getattr(record, name)):
            for key in ("evidence", "parts"):
                for position, evidence in enumerate(getattr(row, key, ())):
                    yield f"/{name}/{number}/{key}/{position}", evidence
            for key in ("area", "deadline", "about", "cue"):
                value = getattr(row, key, None)
                start, end = getattr(value, "start", None), getattr(value, "end", None)
                if start is not None and end is not None and value is not None:
                    yield f"/{name}/{number}/{key}", Evidence(start=start, end=end, text=value.text)


def plain(text: str) -> str:
    """Lower case with straight marks and single spaces, for comparing words."""
    return " ".join(text.lower().replace("’", "'").replace("‘", "'").replace("&", "and").split())
