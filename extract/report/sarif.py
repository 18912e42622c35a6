"""Findings as SARIF 2.1.0, which code hosts and editors read.

Source: "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", OASIS Standard, 27 March 2020.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from extract.checks import CHECKS
from extract.report.checked import Checked
from models import Finding

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def to_sarif(articles: Sequence[Checked]) -> str:
    """One run with a rule for each check; a region only where the text is the file."""
    codes = sorted({*CHECKS, *(finding.code for article in articles for finding in article.findings)})
    run = {
        "tool": {"driver": {"name": "peelback", "version": _version(), "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(path)}} for path in dict.fromkeys(a.path for a in articles)],
        "results": [_result(article, finding, codes) for article in articles for finding in article.findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str) -> dict[str, Any]:
    check = CHECKS.get(code)
    if check is None:
        return {"id": code}
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in check.title.split()),
        "shortDescription": {"text": check.title},
        "fullDescription": {"text": check.explanation},
        "defaultConfiguration": {"level": check.severity},
    }


def _result(article: Checked, finding: Finding, codes: list[str]) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _uri(article.path)}}}
    place = article.place(finding)
    if place and article.verbatim:
        location["physicalLocation"]["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
            "snippet": {"text": finding.evidence[0].text},
        }
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.path, "kind": "member"}]
    key = "\0".join((finding.code, article.path, *(evidence.text for evidence in finding.evidence[:1]), finding.path))
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": finding.severity,
        "message": {"text": finding.message},
        "locations": [location],
        "partialFingerprints": {"peelback/v1": hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]},
    }


def _uri(path: str) -> str:
    """A path as a reference: relative ones stay so, absolute ones become `file:` addresses."""
    pure = PurePath(path or "-")
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix(), errors="surrogatepass")


def _version() -> str:
    try:
        return version("peelback")
    except PackageNotFoundError:  # run from a folder, not installed
        return "0"
