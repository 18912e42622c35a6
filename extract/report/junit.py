"""Findings as JUnit XML: an article is a suite, a check is a case.

Source: the schema of the Jenkins xUnit plugin, which CI servers read.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from extract.checks import CHECKS
from extract.expressions import expression
from extract.report.checked import Checked
from extract.report.text import to_text

_FORBIDDEN = expression(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_junit(articles: Sequence[Checked]) -> str:
    """A case for each check of each article: failed by errors and warnings; notes stand in its output."""
    root = ElementTree.Element("testsuites", name="peelback")
    cases = failures = 0
    for article in articles:
        codes = sorted({*CHECKS, *(finding.code for finding in article.findings)})
        suite = ElementTree.SubElement(root, "testsuite", name=_clean(article.path))
        failed = 0
        for code in codes:
            found = tuple(finding for finding in article.findings if finding.code == code)
            title = CHECKS[code].title if code in CHECKS else code
            case = ElementTree.SubElement(suite, "testcase", classname=_clean(article.path), name=f"{code} {title}")
            told = to_text([Checked(article.path, article.text, found, 0, article.origin, article.verbatim)])
            grave = [finding for finding in found if finding.severity != "note"]
            if grave:
                failed += 1
                message = _clean("; ".join(finding.message for finding in grave))
                ElementTree.SubElement(case, "failure", type=grave[0].severity, message=message).text = _clean(told)
            elif found:
                ElementTree.SubElement(case, "system-out").text = _clean(told)
        for key, value in (("tests", len(codes)), ("failures", failed), ("errors", 0), ("skipped", 0)):
            suite.set(key, str(value))
        cases, failures = cases + len(codes), failures + failed
    root.set("tests", str(cases))
    root.set("failures", str(failures))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _clean(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)
