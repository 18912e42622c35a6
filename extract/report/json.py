"""Findings as one array of JSON, an object an article."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from extract.checks import CHECKS
from extract.report.checked import Checked
from models import Finding


def to_json(articles: Sequence[Checked]) -> str:
    """Every article, those without findings too; each finding with its title and its place in lines and columns."""
    return json.dumps([_article(article) for article in articles], ensure_ascii=False, indent=2) + "\n"


def _article(article: Checked) -> dict[str, Any]:
    return {
        "path": article.path,
        "record": article.origin or None,
        "ignored": article.ignored,
        "findings": [_finding(article, finding) for finding in article.findings],
    }


def _finding(article: Checked, finding: Finding) -> dict[str, Any]:
    place = article.place(finding)
    title = CHECKS[finding.code].title if finding.code in CHECKS else None
    return finding.model_dump(mode="json") | {"title": title, "place": place._asdict() if place else None}
