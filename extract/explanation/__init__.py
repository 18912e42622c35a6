"""Why a record says what it says: for each row the rule and the words that made it fire, and what was nearly a row.

Enters a document; leaves explanations in the order of the text. What a rule or a check held back is told by the same
qualifiers as in the pipes, one after the other; where none of them speaks, the explanation says that no rule fired.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract import errors
from extract.checks import run_checks
from extract.document.document import Document
from extract.errors import ConfigError
from extract.explanation.explained import FIELDS, Explained
from extract.explanation.held import explain_held
from extract.explanation.rows import explain_rows
from extract.explanation.trace import Trace
from extract.pipeline import Extractor

__all__ = ["FIELDS", "Explained", "explain"]


def explain(extractor: Extractor, document: Document, fields: Sequence[str] = ()) -> list[Explained]:
    """Explanations of the rows of a document's record, and of what gave none.

    Args:
        extractor: The pipeline.
        document: The article.
        fields: Fields of the record that are wanted; none for all.

    Returns:
        Field by field, rows before what was held back, each in the order of the text.

    Raises:
        ConfigError: E201 for a field that a record does not have.
    """
    for field in fields:
        if field not in FIELDS:
            raise ConfigError("E201", errors.E201.format(value=field, what="field with rows", valid=", ".join(FIELDS)))
    trace = Trace.of(extractor, document)
    findings = run_checks(trace.record, document.text, extractor.parts.lists)
    found: list[Explained] = []
    for field in fields or FIELDS:
        rows = list(explain_rows(trace, field, findings))
        held = list(explain_held(trace, field, rows))
        found += [*rows, *sorted(held, key=lambda row: row.start)]
    return found
