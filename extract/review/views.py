"""What the page is told: an article with its rows, the lists to choose from, the words for each field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from extract.checks import CHECKS
from extract.gazetteers import Gazetteers
from extract.review.board import Board, Row
from extract.review.store import Article
from models import vocabulary

Json = Any

FIELDS: Mapping[str, tuple[str, str, str]] = {
    "forces": ("Forces", "force", "1"),
    "grades": ("Grades", "grade", "2"),
    "recommendations": ("Recommendations", "recommendation", "3"),
    "initiatives": ("Initiatives", "initiative", "4"),
    "officials": ("Officials", "official", "5"),
    "quotes": ("Quotes", "quote", "6"),
    "stated_counts": ("Stated counts", "count", "7"),
    "inspectorate": ("Inspectorate", "inspectorate", "8"),
    "findings": ("Findings", "finding", ""),
}
"""Fields that have places in the text: what several and one are called, and the key that adds one."""


def explain(code: str) -> str:
    """What a finding means.

    Example:
        >>> explain("unknown")
        ''
    """
    return CHECKS[code].explanation if code in CHECKS else ""


def show_row(row: Row) -> Json:
    """A row as the page knows it."""
    shown = {name: getattr(row, name) for name in ("key", "value", "base", "status", "revision", "editor", "at")}
    if row.field == "findings" and row.base:
        shown["explanation"] = explain(row.base["code"])
    return shown


def show_board(board: Board, editor: str) -> Json:
    """A board as the page knows it."""
    return {
        "revision": board.revision,
        "state": board.state,
        "rows": [show_row(row) for row in board.rows.values()],
        "undo": board.undoable(editor) is not None,
        "redo": board.redoable(editor) is not None,
    }


def show_article(article: Article, text: str, board: Board, editor: str) -> Json:
    """An article as the page knows it."""
    return {"id": article.id, "path": article.path, "text": text, "board": show_board(board, editor)}


def show_lists(lists: Gazetteers) -> Json:
    """What an editor chooses from: forces, programmes and their topics, inspectorates, closed lists of words."""
    return {
        "fields": [{"name": name, "many": many, "one": one, "key": key} for name, (many, one, key) in FIELDS.items()],
        "forces": [
            {"id": row.id, "name": row.name, "kind": row.kind, "aliases": list(row.aliases[:4])}
            for row in lists.forces.values()
        ],
        "programmes": [
            {
                "id": row.id,
                "name": row.name,
                "scale": list(row.scale),
                "topics": {t: w[0] for t, w in row.topics.items()},
            }
            for row in lists.programmes.values()
        ],
        "inspectorates": list(lists.inspectorates),
        "grades": list(get_args(vocabulary.GradeWord)),
        "kinds": {
            "recommendations": list(get_args(vocabulary.RecommendationKind)),
            "initiatives": list(get_args(vocabulary.InitiativeKind)),
            "quotes": list(get_args(vocabulary.QuoteKind)),
        },
        "counted": list(get_args(vocabulary.Counted)),
    }
