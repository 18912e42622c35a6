import io

import pytest
from rich.console import Console

from extract.sinks.table import to_table
from models import Record

ARTICLE = """Kent Police told to answer callers faster
HMICFRS graded Kent Police good at preventing crime; in 2022 it was adequate at responding. It found one cause of concern.
The force must answer calls by 31 March 2026. Callers wait too long.
Under Operation Larkspur officers sit in the control room.
\u201cWe have not done [well] enough, and callers have paid for it,\u201d said Chief Constable Ida Rowntree of the force. \u201cThat ends now.\u201d
"""
RULE = {"rule": "some.rule", "confidence": 0.9}


def at(text):
    """The evidence of a text's first place in the article."""
    start = ARTICLE.index(text)
    return {"start": start, "end": start + len(text), "text": text}


def build():
    kent = {"force": "kent-police", "previous": False, **RULE}
    return Record.model_validate(
        {
            "source": {
                "path": "news/kent.txt",
                "media_type": "text/plain",
                "sha256": "0" * 64,
                "text_sha256": "0" * 64,
                "characters": len(ARTICLE),
                "title": "Kent Police told to answer callers faster",
                "published": "2025-11-24",
                "author": "Ann Lee",
            },
            "inspectorate": {"name": "HMICFRS", "evidence": [at("HMICFRS")]},
            "programme": "peel-2025-27",
            "forces": [
                {"id": f"{name.lower()}-police", "name": f"{name} Police", "kind": "police", "subject": subject, **RULE}
                | {"evidence": [at("Kent Police")]}
                for name, subject in (("Kent", True), ("Essex", False))
            ],
            "stated_counts": [
                {"count": 1, "of": "causes of concern", "evidence": [at("one cause of concern")], **RULE},
                {"count": 2, "of": "areas", "grade": "good", "evidence": [at("good")], **RULE},
            ],
            "grades": [
                kent | {"area": at("preventing crime"), "grade": "good", "evidence": [at("good")]},
                kent | {"area": at("responding"), "grade": "adequate", "previous": True, "evidence": [at("adequate")]},
                kent | {"area": {"text": "overall"}, "grade": "inadequate", "force": None, "evidence": [at("found")]},
            ],
            "recommendations": [
                {
                    "kind": "cause_of_concern",
                    "force": "kent-police",
                    "evidence": [at("answer calls"), at("answer callers faster")],
                    "deadline": at("by 31 March 2026") | {"date": "2026-03-31"},
                    **RULE,
                },
                {"kind": "recommendation", "force": None, "evidence": [at("answer calls")], **RULE},
            ],
            "initiatives": [
                {
                    "name": "Operation Larkspur",
                    "kind": "operation",
                    "started": "2021",
                    "about": at("Under Operation Larkspur officers sit in the control room."),
                    "evidence": [at("Operation Larkspur")],
                    **RULE,
                }
            ],
            "officials": [
                {"id": "o1", "name": "Ida Rowntree", "role": "Chief Constable", "organisation": "kent-police", **RULE}
                | {"evidence": [at("Ida Rowntree")]},
                {"id": "o2", "name": None, "role": "spokesperson", "organisation": "Home Office", **RULE}
                | {"evidence": [at("It")]},
            ],
            "quotes": [
                {"speaker": "o1", "kind": "direct", **RULE}
                | {
                    "parts": [at("We have not done [well] enough, and callers have paid for it,"), at("That ends now.")]
                },
                {"speaker": "o2", "kind": "fragment", "parts": [at("too long")], **RULE},
                {"speaker": "HMICFRS", "kind": "indirect", "parts": [at("Callers wait too long")], **RULE},
                {"speaker": None, "kind": "direct", "parts": [at("too long")], **RULE},
            ],
            "findings": [{"code": "V103", "severity": "warning", "path": "", "message": "control character '\\x00'"}],
        },
        context={"text": ARTICLE},
    )


def drawn(record, width=120):
    console = Console(file=io.StringIO(), width=width)
    console.print(to_table(record))
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines())


@pytest.fixture(scope="module")
def record():
    return build()


def test_the_table_of_a_record(record, snapshot):
    assert drawn(record) == snapshot


@pytest.mark.parametrize("width", [20, 40, 80])
def test_a_narrow_terminal_loses_no_letter(record, width):
    def letters(text):
        return sorted(char for char in text if char.isalnum())

    assert letters(drawn(record, width)) == letters(drawn(record, 400))


def test_what_is_empty_has_no_table(record):
    source = record.source.model_copy(update={"published": None, "author": None, "path": ""})
    assert drawn(Record(source=source)) == "Kent Police told to answer callers faster"


def test_a_record_without_title_says_so(record):
    silent = record.model_copy(update={"source": record.source.model_copy(update={"title": None})})
    assert drawn(silent).startswith("(no title)")


def test_square_brackets_of_an_article_are_no_markup(record):
    name = record.initiatives[0].model_copy(update={"name": "Operation [bold]Larkspur[/]"})
    source = record.source.model_copy(update={"title": "[red]Kent[/nosuch]", "path": "a[1].txt"})
    text = drawn(record.model_copy(update={"initiatives": (name,), "source": source}))
    assert "Operation [bold]Larkspur[/]" in text
    assert "[red]Kent[/nosuch]" in text
    assert "a[1].txt" in text


def test_a_long_quote_is_cut_with_a_mark(record):
    words = "We have waited for this day " + "and waited " * 30
    part = record.quotes[0].parts[0].model_copy(update={"text": words})
    quote = record.quotes[0].model_copy(update={"parts": (part,)})
    text = drawn(record.model_copy(update={"quotes": (quote,)}), 400)
    (row,) = (line for line in text.splitlines() if "We have waited" in line)
    assert row.endswith("and wa\u2026")
    assert len(row) < 150


def test_a_control_character_does_not_reach_the_terminal(record):
    name = record.initiatives[0].model_copy(update={"name": "Operation \x1b[2JLarkspur"})
    source = record.source.model_copy(update={"title": "Kent\x07\x9b Police", "path": "a\x1b.txt", "author": "A\x00B"})
    text = drawn(record.model_copy(update={"initiatives": (name,), "source": source}))
    assert not [char for char in text if not char.isprintable() and char != "\n"]
    assert "Operation \ufffd[2JLarkspur" in text
