"""The tables that records become: every column, its type and what it holds.

`article` joins all tables; within an article `force` joins forces, and `official` joins officials. Offsets are code
points into the article's text, the end exclusive.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Type = Literal["BIGINT", "VARCHAR", "BOOLEAN", "DOUBLE"]


class Column(NamedTuple):
    """One column.

    Args:
        name: Its name in every format.
        type: Its type in DuckDB and Parquet.
        about: What it holds.
    """

    name: str
    type: Type
    about: str


def _text(name: str, about: str) -> Column:
    return Column(name, "VARCHAR", about)


def _number(name: str, about: str) -> Column:
    return Column(name, "BIGINT", about)


_ARTICLE = _number("article", "Number of the article: its line in records.jsonl, the first 1.")
_RULE = (
    _text("rule", "Name of the rule that found the row."),
    Column("confidence", "DOUBLE", "Measured precision of that rule, 0 to 1."),
)
_MENTIONS = _number("mentions", "How many times the article says it.")


def _evidence(what: str) -> tuple[Column, ...]:
    return (
        _number("start", f"Offset of the first character of {what}."),
        _number("end", "Offset behind its last character."),
        _text("text", "The characters between them, verbatim."),
        _number("page", "Page that it begins on, the first 1; empty for what has no pages."),
    )


TABLES: dict[str, tuple[Column, ...]] = {
    "articles": (
        _ARTICLE,
        _text("path", "Where it came from, as it was given."),
        _text("id", "The caller's id, from the column that --id-field names."),
        _text("title", "Its title."),
        _text("published", "Day, month or year of publication, ISO 8601."),
        _text("publisher", "Its publisher."),
        _text("author", "Its author."),
        _text("url", "Its address."),
        _text("media_type", "What it was read from: text/plain, text/html, application/pdf, message/rfc822."),
        _number("characters", "Length of its text, in code points."),
        _text("sha256", "Digest of its bytes."),
        _text("text_sha256", "Digest of its text in UTF-8."),
        _text("inspectorate", "Short name of the body whose findings it reports."),
        _text("programme", "Id of the inspection programme."),
        _text("given", "Other columns of the row that it came from, as JSON."),
    ),
    "forces": (
        _ARTICLE,
        _text("force", "Id of the force in the registry."),
        _text("name", "Its name."),
        _text("kind", "police or fire."),
        Column("subject", "BOOLEAN", "Whether the article reports its inspection."),
        _MENTIONS,
        *_evidence("the first mention"),
        *_RULE,
    ),
    "stated_counts": (
        _ARTICLE,
        _number("count", "The number that the article states."),
        _text("of", "Of what."),
        _text("grade", "Of which grade."),
        _text("force", "Id of the force."),
        *_evidence("the statement"),
        *_RULE,
    ),
    "grades": (
        _ARTICLE,
        _number("number", "Number of the grade in its article, the first 1."),
        _text("force", "Id of the force; empty for a body outside the registry."),
        _text("area", "What was graded, verbatim; overall for the whole force."),
        _number("area_start", "Offset of the area's first character."),
        _number("area_end", "Offset behind its last character."),
        _text("topic", "Id of the topic of the programme that the area is."),
        _text("grade", "The grade."),
        Column("previous", "BOOLEAN", "Whether it is the grade of an earlier inspection."),
        _MENTIONS,
        *_evidence("the first statement of the grade"),
        *_RULE,
    ),
    "recommendations": (
        _ARTICLE,
        _number("number", "Number of the ask in its article, the first 1."),
        _number("mention", "Number of the mention of this ask, the first 1."),
        _text("kind", "What kind of ask it is."),
        _text("force", "Id of the force that is asked."),
        _text("area", "Topic of the graded area that it belongs to."),
        _text("deadline", "By when, verbatim."),
        _text("deadline_date", "By when, ISO 8601, where it can be told."),
        *_evidence("the mention"),
        *_RULE,
    ),
    "initiatives": (
        _ARTICLE,
        _number("number", "Number of the initiative in its article, the first 1."),
        _text("name", "Its name."),
        _text("kind", "operation, project, programme, scheme, campaign, team."),
        _text("started", "When it started, ISO 8601."),
        _text("about", "The sentence that first describes it."),
        _number("about_start", "Offset of that sentence."),
        _number("about_end", "Offset behind it."),
        _MENTIONS,
        *_evidence("the first mention"),
        *_RULE,
    ),
    "officials": (
        _ARTICLE,
        _text("official", "Id of the person in the article: o1, o2 …"),
        _text("name", "The fullest name in the article."),
        _text("role", "The role, verbatim."),
        _text("organisation", "Id of the force, else short name of the body."),
        _MENTIONS,
        *_evidence("the first mention"),
        *_RULE,
    ),
    "quotes": (
        _ARTICLE,
        _number("number", "Number of the quote in its article, the first 1."),
        _number("part", "Number of the part of this quote, the first 1."),
        _text("kind", "direct, fragment or indirect."),
        _text("official", "Id of the person in officials; empty where the speaker is none."),
        _text("speaker", "Name of the speaker: of the official, of a body, of a private person."),
        _text("cue", "The words that credit the quote."),
        *_evidence("the part"),
        *_RULE,
    ),
    "findings": (
        _ARTICLE,
        _text("code", "Code of the finding, V and three digits."),
        _text("severity", "error, warning or note."),
        _text("path", "Where in the record, as a JSON pointer."),
        _text("message", "What is odd."),
        *_evidence("the first place"),
    ),
}
"""Columns of each table, in their order."""

VIEWS: dict[str, str] = {
    "grades_over_time": """
        select coalesce(f.name, g.force) as force, a.published, a.inspectorate, a.programme, g.topic, g.area, g.grade,
            g.previous, a.title, a.path, g.article, g.number
        from grades g join articles a using (article) left join forces f using (article, force)
        order by force, g.topic, a.published, g.article, g.number""",
    "asks_by_area": """
        select coalesce(area, '(none)') as area, kind, count(distinct (article, number)) as asks,
            count(*) as mentions, count(distinct force) as forces, count(distinct article) as articles
        from recommendations group by all order by asks desc, area, kind""",
    "asks_by_force": """
        select coalesce(f.name, r.force) as force, r.kind, count(distinct (r.article, r.number)) as asks,
            min(a.published) as first, max(a.published) as last
        from recommendations r join articles a using (article) left join forces f using (article, force)
        group by all order by asks desc, force, kind""",
    "who_is_quoted": """
        select q.speaker, any_value(o.role order by a.published desc, q.article) as role,
            any_value(o.organisation order by a.published desc, q.article) as organisation,
            count(distinct (q.article, q.number)) as quotes, count(distinct q.article) as articles,
            min(a.published) as first, max(a.published) as last
        from quotes q join articles a using (article) left join officials o using (article, official)
        where q.speaker is not null group by q.speaker order by quotes desc, q.speaker""",
}
"""Views of the DuckDB file: a force's grades over time, asks by area and by force, who is quoted."""


def describe() -> str:
    """Every table and column as a page of Markdown."""
    lines = ["# The tables", "", *(__doc__ or "").strip().splitlines()[2:], ""]
    for table, columns in TABLES.items():
        lines += [f"## {table}", "", "| column | type | what it holds |", "|---|---|---|"]
        lines += [f"| `{column.name}` | {column.type} | {column.about} |" for column in columns]
        lines.append("")
    lines += ["## Views of the DuckDB file", ""]
    lines += [f"- `{name}`" for name in VIEWS]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(describe(), end="")
