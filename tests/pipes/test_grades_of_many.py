"""Grades of many forces in one article: long lists, tables with pillars."""

import pytest

from extract import extract_file

ROUND_UP = "Ratings for every force\n\nHMIC published its reports on police forces on 2 March 2017.\n\n"


@pytest.fixture(scope="module")
def rows(record):
    def run(body, opening=ROUND_UP):
        return sorted(
            f"{(row.force or 'none').split('-')[0]}: {row.area.text} {'was' if row.previous else 'is'} {row.grade}"
            for row in record(opening + body).grades
        )

    return run


@pytest.fixture(scope="module")
def article(tmp_path_factory):
    def run(body):
        path = tmp_path_factory.mktemp("pages") / "page.html"
        path.write_text(f"<html><body><article><h1>Kent Police inspected</h1>{body}</article></body></html>")
        return [
            f"{row.area.text} {'was' if row.previous else 'is'} {row.grade}" for row in extract_file(str(path)).grades
        ]

    return run


MANY = (
    "Avon and Somerset, Cambridgeshire, Cheshire, Cleveland, Cumbria, Derbyshire, Dorset, Durham, Essex, Gwent, Kent, "
    "Lancashire, Lincolnshire, Merseyside, Norfolk, North Wales, North Yorkshire, Northumbria, South Wales, Suffolk, "
    "Surrey, Thames Valley, Warwickshire and Wiltshire"
)


def test_a_list_of_forces_under_a_grade_may_fill_a_paragraph(rows):
    found = rows(f"Forces were graded for their overall effectiveness.\n\nGood\n{MANY}\nInadequate\nBedfordshire")
    assert found[1] == "bedfordshire: effectiveness is inadequate"
    assert len(found) == 25
    assert all(": effectiveness is " in row for row in found)


def test_a_row_that_names_a_pillar_alone_parts_no_table(article):
    table = (
        "<table><tr><th>Question</th><th>This inspection</th><th>2021/22</th></tr>"
        '<tr><th colspan="3">Effectiveness</th></tr><tr><td>Preventing crime</td><td>Good</td><td>Adequate</td></tr>'
        '<tr><th colspan="3">Efficiency</th></tr><tr><td>Leadership</td><td>Adequate</td><td>Good</td></tr></table>'
    )
    assert article(f"<p>HMICFRS has inspected Kent Police.</p>{table}") == [
        "Preventing crime is good",
        "Preventing crime was adequate",
        "Leadership is adequate",
        "Leadership was good",
    ]


def test_a_pillar_beside_its_questions_is_not_what_is_graded(article):
    table = (
        "<table><tr><th>Pillar</th><th>Question</th><th>Grade</th></tr>"
        '<tr><td rowspan="2">Effectiveness</td><td>Preventing crime</td><td>Good</td></tr>'
        "<tr><td>Investigating crime</td><td>Inadequate</td></tr>"
        "<tr><td>Efficiency</td><td>Planning for the future</td><td>Adequate</td></tr></table>"
    )
    assert article(f"<p>HMICFRS has inspected Kent Police.</p>{table}") == [
        "Preventing crime is good",
        "Investigating crime is inadequate",
        "Planning for the future is adequate",
    ]
