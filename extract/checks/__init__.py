"""Checks: a record, and the text of its article where it can be had, to findings.

Enters a record and the gazetteers; leaves findings, the gravest first. Nothing of the record is changed. Each module
holds the checks of one sort of code: `offsets` V11x, `wording` V12x, `counts` and `missed` V2xx, `forces` and `officials` V3xx,
`grades` V4xx, `quotes` V5xx, `dates` V6xx.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from extract import errors
from extract.checks import counts, dates, forces, grades, missed, officials, offsets, quotes, wording
from extract.checks.check import CHECKS, Case, Check, Lists
from extract.errors import ConfigError
from models import Finding, Record

__all__ = ["CHECKS", "SEVERITIES", "Case", "Check", "chooser", "run_checks"]

SEVERITIES = ("error", "warning", "note")
"""Severities, the gravest first."""

for _code in sorted(CHECKS):
    CHECKS[_code] = CHECKS.pop(_code)  # whatever the order of the imports

_MODULES = (offsets, wording, counts, missed, forces, officials, grades, quotes, dates)


def chooser(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Callable[[str], bool]:
    """The function that says whether a code is wanted.

    Args:
        select: Codes, or beginnings of codes such as `V2`, that are wanted; none for all.
        ignore: Codes or beginnings that are not wanted, whatever `select` says.

    Raises:
        ConfigError: E201 for a code that no check has.
    """
    wanted, left = tuple(select) or ("V",), tuple(ignore)
    for beginning in (*wanted, *left):
        if not any(code.startswith(beginning) for code in CHECKS):
            raise ConfigError(
                "E201", errors.E201.format(value=beginning, what="code of a check", valid=", ".join(CHECKS))
            )
    return lambda code: code.startswith(wanted) and not (left and code.startswith(left))


def run_checks(
    record: Record,
    text: str | None,
    lists: Lists,
    *,
    wanted: Callable[[str], bool] | None = None,
    today: str | None = None,
) -> tuple[Finding, ...]:
    """Findings of a record: those that it holds already, and those of every wanted check.

    Args:
        record: The record.
        text: `Document.text` of its article, or None.
        lists: Gazetteers.
        wanted: Whether a code is wanted; None for all.
        today: ISO date after which days lie in the future; None for this machine's today.

    Returns:
        Findings without repeats, the gravest first, then by their place in the text.
    """
    case = Case(record, text, lists, today or date.today().isoformat())
    wanted = wanted or chooser()
    found = dict.fromkeys(finding for finding in record.findings if wanted(finding.code))
    for code in sorted(CHECKS):
        if wanted(code):
            found.update(dict.fromkeys(CHECKS[code].run(case)))
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[int, int, str]:
    start = finding.evidence[0].start if finding.evidence else -1
    return SEVERITIES.index(finding.severity), start, finding.code
