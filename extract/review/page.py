"""An article beside its record as one HTML file: everything is in it, and nothing in it can be changed.

It holds the scripts and the style of the editors' page. Its content security policy names the digests of these alone, so
that an article cannot bring a script of its own, and nothing is loaded from anywhere.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from markupsafe import Markup

from extract.gazetteers import Gazetteers
from extract.review.board import fold
from extract.review.rendering import templates
from extract.review.store import Article
from extract.review.views import show_article, show_lists
from models import Record

STATIC = Path(__file__).parent / "static"
SCRIPTS = ("base", "text", "record", "show")


def draw_page(text: str, record: Record, lists: Gazetteers) -> str:
    """The page.

    Args:
        text: The article that the record's offsets point into.
        record: Its record.
        lists: Names of forces and programmes.

    Returns:
        HTML; the same record gives the same characters.
    """
    data = record.model_dump(mode="json")
    article = Article(0, record.source.path, record.source.text_sha256, data, text)
    lists_shown = show_lists(lists)
    known = {force.id for force in record.forces} | {official.organisation for official in record.officials}
    known |= {row.force for row in record.grades} | {row.force for row in record.recommendations}
    known |= {row.force for row in record.stated_counts}
    lists_shown["forces"] = [force for force in lists_shown["forces"] if force["id"] in known]
    lists_shown["programmes"] = [one for one in lists_shown["programmes"] if one["id"] == record.programme]
    style = (STATIC / "page.css").read_text(encoding="utf-8")
    script = "\n".join((STATIC / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    return templates().get_template("show.html").render(
        title=record.source.title or record.source.path or "Article",
        data={"article": show_article(article, text, fold(data, ()), ""), "lists": lists_shown},
        style=Markup(style),
        script=Markup(script),
        policy=f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:; base-uri 'none'",
    ) + "\n"  # fmt: skip


def _digest(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
