"""Findings that a person looked at and holds to be right so: the file `NAME.ignore` beside an article.

Enters its text; leaves the findings that remain, and the lines that ignored nothing. Each line names one or more
codes, a place where only one place is meant, and a reason: `# peelback: ignore[V201] the article lists four of five`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.checks.check import CHECKS
from extract.expressions import expression
from models import Finding

SUFFIX = ".ignore"
"""Ending of the file, in place of the article's own."""

_LINE = expression(r"#\s*peelback:\s*ignore\[(?P<codes>[^\]]*)\]\s*(?P<reason>.*)")
_PLACE = expression(r"(?P<code>V\d{3})(?:\s+(?P<path>/\S*))?")


@dataclass(frozen=True, slots=True)
class Ignore:
    """One code that is not to be reported.

    Args:
        code: The code.
        path: JSON pointer under which it is ignored, or "" for all of the article.
        reason: Why, in a person's words.
        line: Number of the line that says so.
    """

    code: str
    path: str
    reason: str
    line: int

    def covers(self, finding: Finding) -> bool:
        """Whether a finding is meant."""
        below = not self.path or finding.path == self.path or finding.path.startswith(self.path.rstrip("/") + "/")
        return finding.code == self.code and below


def ignores_of(article: str) -> Path:
    """The file of ignores beside an article.

    Example:
        >>> ignores_of("samples/a.txt").name
        'a.ignore'
    """
    return Path(article).with_suffix(SUFFIX)


def read_ignores(text: str) -> tuple[Ignore, ...]:
    """The lines of a file of ignores.

    Args:
        text: What the file holds; empty lines and other comments are left aside.

    Raises:
        ValueError: For a line that is no ignore, a code that no check has, or a reason that is missing.

    Example:
        >>> read_ignores("# peelback: ignore[V201 /stated_counts/1] lists four of five")[0].path
        '/stated_counts/1'
    """
    found: list[Ignore] = []
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line.strip())
        if match is None:
            if line.strip() and ("peelback" in line or not line.lstrip().startswith("#")):
                raise ValueError(f"line {number}: is not of the form '# peelback: ignore[V201] reason'")
            continue
        if not match["reason"].strip():
            raise ValueError(f"line {number}: has no reason; say behind the bracket why this is right")
        for part in match["codes"].split(","):
            place = _PLACE.fullmatch(part.strip())
            if place is None or place["code"] not in CHECKS:
                raise ValueError(
                    f"line {number}: {part.strip()!r} is no code of a check; there are {', '.join(CHECKS)}"
                )
            found.append(Ignore(place["code"], place["path"] or "", match["reason"].strip(), number))
    return tuple(found)


def apply_ignores(
    findings: Iterable[Finding], ignores: Sequence[Ignore]
) -> tuple[tuple[Finding, ...], tuple[tuple[Finding, Ignore], ...]]:
    """Findings that remain, and those that were ignored, each with the line that did it.

    Args:
        findings: What the checks found.
        ignores: Lines of the article's file.

    Returns:
        The first with a note (V105) for each line that ignored nothing.
    """
    kept: list[Finding] = []
    hidden: list[tuple[Finding, Ignore]] = []
    for finding in findings:
        ignore = next((line for line in ignores if line.covers(finding)), None)
        if ignore is None:
            kept.append(finding)
        else:
            hidden.append((finding, ignore))
    used = {ignore for _, ignore in hidden}
    for ignore in ignores:
        if ignore not in used:
            message = f"line {ignore.line} ignores {ignore.code}, which was not found; remove it"
            kept.append(Finding(code="V105", severity=CHECKS["V105"].severity, path="", message=message))
    return tuple(kept), tuple(hidden)
