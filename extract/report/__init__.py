"""Findings for readers: text for people, JSON, annotations of GitHub, JUnit XML and SARIF for programs.

Enters articles with their findings; leaves text. Each module writes one form.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extract.report.checked import Checked, Place, count_severities
from extract.report.github import to_github
from extract.report.json import to_json
from extract.report.junit import to_junit
from extract.report.sarif import to_sarif
from extract.report.text import to_text

__all__ = ["REPORTS", "Checked", "Place", "count_severities", "to_text"]

REPORTS: dict[str, Callable[[Sequence[Checked]], str]] = {
    "text": to_text,
    "json": to_json,
    "github": to_github,
    "junit": to_junit,
    "sarif": to_sarif,
}
"""Every form by its name: articles in, the whole report out, with a line end where it is not empty."""
