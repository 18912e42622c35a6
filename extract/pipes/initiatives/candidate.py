"""A name that may be that of an initiative, with all that is known of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.pipes.initiatives.names import Name


@dataclass(slots=True)
class Candidate:
    """A name and all its mentions.

    Args:
        shape: What it is made of.
        names: Its mentions.
        shorts: Its mentions by a part of the name: "Beacon" for "Operation Beacon".
        features: Features of all of them.
        noun: The noun that says what it is, or "".
        weight: Above 0 for an initiative.
        rule: How it was told.
        started: When it began, by one of its mentions, or None.
        tries: Mentions at which that was looked for.
    """

    shape: str
    names: list[Name] = field(default_factory=list)
    shorts: list[Name] = field(default_factory=list)
    features: set[str] = field(default_factory=set)
    noun: str = ""
    weight: float = 0.0
    rule: str = ""
    started: str | None = None
    tries: int = 0
