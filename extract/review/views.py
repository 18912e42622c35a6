"""What the page is told: an article with its rows, the lists to choose from, the words for each field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

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

EXPLANATIONS: Mapping[str, str] = {
    "V101": "Characters were saved in one encoding and read in another. The words can be read all the same; names with "
    "accents and quotation marks are where values go wrong.",
    "V102": "Quotation marks were lost when the article was saved, so that speech cannot be told from narrative by its "
    "marks. Look at where quotes begin and end.",
    "V103": "The text holds control characters, which print as nothing. Words next to them may be cut.",
    "V1": "The text itself is damaged, or a value stands beside its words.",
    "V2": "A number that the article states is not the number of rows that were found. One is missing, one is too many, "
    "or the article counts something else.",
    "V3": "A force or a speaker is not certain.",
    "V4": "A grade does not go with the scale, the areas or the years of the inspection programme.",
    "V5": "A quotation does not close, has no speaker, or is credited oddly.",
    "V6": "A date is not possible, or lies oddly to that of the article.",
}
"""What a finding means to an editor, by its code or the class of its code."""


def explain(code: str) -> str:
    """What a finding means.

    Example:
        >>> explain("V103").partition(",")[0]
        'The text holds control characters'
    """
    return EXPLANATIONS.get(code) or EXPLANATIONS.get(code[:2], "")


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
