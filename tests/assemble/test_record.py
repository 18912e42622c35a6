"""Whole articles to whole records."""

import hashlib
import textwrap

import pytest

ARTICLE = """Force praised for its work with partners

24 November 2025

By Ann Lee

HMICFRS has graded Kent Police good at preventing crime, and ‘requires improvement’ at managing offenders.

The force needs to train its call handlers within six months, the report says.

His Majesty’s Inspector of Constabulary Roy Marsh said: “The force knows its communities.

“But too many calls wait.”

Assistant Chief Constable Jo Hale said: “We run Operation Oak, which began in 2021.”

Related News

Essex Police graded inadequate
"""


@pytest.fixture(scope="module")
def whole(extractor):
    return extractor.extract_text(ARTICLE, "article.txt")


def test_the_source_is_what_the_article_says_of_itself(whole):
    assert whole.source.title == "Force praised for its work with partners"
    assert (whole.source.published, whole.source.author) == ("2025-11-24", "Ann Lee")
    assert whole.source.characters == len(ARTICLE)
    assert whole.source.text_sha256 == hashlib.sha256(ARTICLE.encode()).hexdigest()


def test_every_field_has_its_rows(whole):
    assert (whole.inspectorate.name, whole.programme) == ("HMICFRS", "peel-2025-27")
    assert [(row.id, row.subject) for row in whole.forces] == [("kent-police", True)]
    assert [(row.area.text, row.grade) for row in whole.grades] == [
        ("preventing crime", "good"),
        ("managing offenders", "requires improvement"),
    ]
    assert [(row.evidence[0].text, row.deadline.date) for row in whole.recommendations] == [
        ("The force needs to train its call handlers", "2026-05-24")
    ]
    assert [(row.name, row.organisation) for row in whole.officials] == [
        ("Roy Marsh", "HMICFRS"),
        ("Jo Hale", "kent-police"),
    ]
    assert [(row.speaker, row.kind, len(row.parts)) for row in whole.quotes] == [
        ("o1", "direct", 2),
        ("o2", "direct", 1),
    ]
    assert [(row.name, row.started) for row in whole.initiatives] == [("Operation Oak", "2021")]
    assert whole.findings == ()


def plain(record):
    """The values of a record without offsets, digests and typography."""

    def fold(text):
        return " ".join(text.replace("\u00ad", "").replace("’", "'").split())

    return (
        [(row.id, row.subject) for row in record.forces],
        [(row.force, fold(row.area.text), row.grade, row.previous) for row in record.grades],
        [(row.force, [fold(mention.text) for mention in row.evidence]) for row in record.recommendations],
        [(fold(row.name), fold(row.role), row.organisation) for row in record.officials],
        [(row.speaker, row.kind, [fold(part.text) for part in row.parts]) for row in record.quotes],
        [(fold(row.name), row.started) for row in record.initiatives],
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("“", '"').replace("”", '"').replace("‘", "'").replace("’", "'"),
        lambda text: text.replace(" the ", "\u00a0the\u2003").replace(" Police", "\u00a0Police"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("crime", "cri\u00adme"),
        lambda text: "\n\n".join(textwrap.fill(part, 76) for part in text.split("\n\n")) + "\n",
        lambda text: "\n\n\n" + text,
    ],
    ids=["line ends", "straight marks", "odd spaces", "fixed spaces", "soft hyphens", "hard wrapped", "empty lines"],
)
def test_typography_changes_no_value(extractor, whole, change):
    changed = extractor.extract_text(change(ARTICLE))
    assert plain(changed) == plain(whole)


def test_an_article_about_something_else_has_an_almost_empty_record(extractor):
    found = extractor.extract_text(
        "Cake wins prize\n\n24 November 2025\n\nA cake by Jo Hale of Hove was rated good by the judges, who found the "
        "icing outstanding. The oven must be hot. The operation took an hour."
    )
    assert found.source.title == "Cake wins prize"
    for field in ("forces", "grades", "recommendations", "stated_counts", "initiatives", "officials", "quotes"):
        assert getattr(found, field) == (), field
    assert (found.inspectorate, found.programme) == (None, None)


def test_boilerplate_gives_no_rows(extractor, whole):
    more = ARTICLE + (
        "\nSurrey Police must train its staff\n\nREAD MORE: Operation Elm begins\n\n"
        "Copyright © 2025 The Weald Gazette. All rights reserved.\n"
    )
    assert plain(extractor.extract_text(more)) == plain(whole)
