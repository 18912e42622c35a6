"""One article and what the checks said of it: what every form of report is made from."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from extract.expressions import expression
from models import Finding, Severity

_END = expression(r"\r\n|\n|\r")


class Place(NamedTuple):
    """A stretch of an article as editors count it: lines and columns from 1, columns in code points, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Checked:
    """An article that was checked.

    Args:
        path: The article, as it was given or as its record names it.
        text: `Document.text`, or None where it was not at hand.
        findings: What remains to be reported.
        ignored: How many findings the article's file of ignores hid.
        origin: File and line of its record, or "" where it was extracted for the checks.
        verbatim: Whether the text is the file, so that lines and columns of the text are those of the file.
    """

    path: str
    text: str | None
    findings: tuple[Finding, ...]
    ignored: int = 0
    origin: str = ""
    verbatim: bool = True

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _END.finditer(self.text or ""))]

    def place(self, finding: Finding) -> Place | None:
        """Where the first evidence of a finding stands, or None where there is none or no text."""
        if self.text is None or not finding.evidence:
            return None
        start, end = finding.evidence[0].start, finding.evidence[0].end
        if end > len(self.text):
            return None
        line, end_line = bisect_right(self._starts, start), bisect_right(self._starts, end)
        return Place(line, start - self._starts[line - 1] + 1, end_line, end - self._starts[end_line - 1] + 1)

    def line(self, number: int) -> str:
        """A line of the text, without its end."""
        text = self.text or ""
        end = self._starts[number] if number < len(self._starts) else len(text)
        return text[self._starts[number - 1] : end].rstrip("\r\n")


def count_severities(checked: Iterable[Checked]) -> Counter[Severity]:
    """How many findings of each severity."""
    return Counter(finding.severity for article in checked for finding in article.findings)
