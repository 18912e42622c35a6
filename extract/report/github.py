"""Findings as annotations of GitHub: one command of a workflow a line.

Source: "Workflow commands for GitHub Actions", documentation of GitHub.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.checks import CHECKS
from extract.report.checked import Checked
from models import Finding

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def to_github(articles: Sequence[Checked]) -> str:
    """One annotation a finding; line and column only where the text is the file."""
    return "".join(_annotation(article, finding) + "\n" for article in articles for finding in article.findings)


def _annotation(article: Checked, finding: Finding) -> str:
    place = article.place(finding)
    properties: dict[str, object] = {"file": article.path}
    if place and article.verbatim:
        properties |= {"line": place.line, "endLine": place.end_line, "col": place.column}
        if place.line == place.end_line:  # columns are only understood within a line
            properties["endColumn"] = place.end_column
    title = CHECKS[finding.code].title if finding.code in CHECKS else ""
    properties["title"] = f"{finding.code} {title}".strip()
    joined = ",".join(f"{name}={_escape(str(value), ':,')}" for name, value in properties.items())
    words = (
        f" ({' '.join(finding.evidence[0].text.split())[:120]})" if finding.evidence and not article.verbatim else ""
    )
    return f"::{_LEVELS[finding.severity]} {joined}::{_escape(finding.message + words)}"


def _escape(value: str, more: str = "") -> str:
    """A value with the characters that end it written as per cent signs and digits."""
    for char in "%\r\n" + more:
        value = value.replace(char, f"%{ord(char):02X}")
    return value
