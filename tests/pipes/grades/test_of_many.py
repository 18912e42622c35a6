"""Grades of many forces in one article: long lists, bodies that are counted, one of several, the pillar of a round-up."""

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
        end = "<p>The reports are on the website of the inspectorate, where readers will find all of their text.</p>"
        path.write_text(f"<html><body><article><h1>Police forces inspected</h1>{body}{end}</article></body></html>")
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


def test_a_place_is_nothing_that_forces_are_rated_for(rows):
    opening = "The ratings for the South West\n\nHMIC judged how efficient each police force is.\n\n"
    assert rows("- Dorset: Good\n- Wiltshire: Inadequate", opening) == [
        "dorset: efficient is good",
        "wiltshire: efficient is inadequate",
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("have been judged as inadequate.", "inadequate"),
        ("were among ten forces deemed to need improvement by the inspectorate.", "requires improvement"),
        ("were among the 30 forces classed as good.", "good"),
        ("were two of only four forces judged to be outstanding.", "outstanding"),
    ],
)
def test_bodies_that_are_graded_as_such_need_no_area(rows, body, expected):
    assert rows(f"Kent Police and Essex Police {body}") == [
        f"essex: overall is {expected}",
        f"kent: overall is {expected}",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "HMIC graded Kent Police as outstanding, 30 forces as good and six as requiring improvement.",
        "Kent Police was graded outstanding. Police forces are good at treating people fairly.",
        "Kent Police was graded outstanding. All other forces were judged to be good.",
        "Thirty two police forces were rated as good, and one police force, Kent Police, was rated outstanding.",
    ],
)
def test_bodies_that_are_counted_give_their_grade_to_nobody_named(rows, body):
    assert rows(body) == ["kent: overall is outstanding"]


@pytest.mark.parametrize(
    "body",
    [
        "The following forces were rated as good: Kent and Essex.",
        "Rated good: Kent and Essex",
        "Two forces were judged to be good \u2013 Kent and Essex.",
        "Kent Police (good) and Essex Police (good) were also seen in May.",
    ],
)
def test_forces_may_stand_behind_or_beside_their_grade(rows, body):
    assert rows(body) == ["essex: overall is good", "kent: overall is good"]


def test_forces_of_a_number_may_be_told_their_grade(rows):
    assert rows("Nine forces, including Kent and Essex, were told they require improvement.") == [
        "essex: overall is requires improvement",
        "kent: overall is requires improvement",
    ]


def test_what_a_bracket_says_of_a_force_in_a_list_is_no_reason_to_grade_it_overall(rows):
    assert rows("Forces rated outstanding: Kent (legitimacy), Essex (effectiveness)") == []


def test_bodies_of_a_place_are_nothing_that_they_are_rated_for(rows):
    opening = "Ratings for the county's forces\n\nHMIC published reports on police forces.\n\n"
    assert rows("Inadequate: Kent and Essex.", opening) == [
        "essex: overall is inadequate",
        "kent: overall is inadequate",
    ]


def test_the_last_grade_of_a_sentence_opens_a_list(rows):
    opening = "Kent Police inspected\n\nHMICFRS inspected Kent Police in May.\n\n"
    body = "It was rated 'adequate' at managing offenders, but 'inadequate' in:\n\n- Vetting\n- Answering calls"
    assert rows(body, opening) == [
        "kent: Answering calls is inadequate",
        "kent: Vetting is inadequate",
        "kent: managing offenders is adequate",
    ]


def test_a_list_ends_with_its_full_stop(rows):
    opening = "Kent Police inspected\n\nHMICFRS inspected Kent Police in May.\n\n"
    body = (
        "The areas where it was found to be inadequate are:\n\nInvestigating crime\n\nPreventing and deterring crime\n\n"
        "Managing offenders.\n\nThe force has a plan."
    )
    assert rows(body, opening) == [
        "kent: Investigating crime is inadequate",
        "kent: Managing offenders is inadequate",
        "kent: Preventing and deterring crime is inadequate",
    ]


def test_a_round_up_of_one_pillar_is_told_from_the_name_of_the_programme(rows):
    opening = (
        "Police legitimacy: the force releases\n\nIn its yearly inspections of police effectiveness, efficiency and "
        "legitimacy (PEEL), HMICFRS assessed how legitimate the police forces are.\n\n"
    )
    assert rows("- The force judged as outstanding is Kent Police.", opening) == ["kent: legitimate is outstanding"]


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


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "<tr><th>Preventing crime</th><th>Managing offenders</th></tr><tr><td>Good</td><td>Adequate</td></tr>",
            ["Preventing crime is good", "Managing offenders is adequate"],
        ),
        (
            "<tr><th>Question</th><th>Grade</th></tr><tr><td>Q1 Preventing crime</td><td>Good</td></tr>"
            "<tr><td>Question 2: Managing offenders</td><td>Adequate</td></tr>",
            ["Preventing crime is good", "Managing offenders is adequate"],
        ),
        (
            "<tr><th rowspan='2'>Force</th><th colspan='2'>Efficiency</th><th colspan='2'>Leadership</th></tr>"
            "<tr><th>2017</th><th>2018</th><th>2017</th><th>2018</th></tr>"
            "<tr><td>Kent</td><td>Adequate</td><td>Good</td><td>Good</td><td>Outstanding</td></tr>",
            ["Efficiency was adequate", "Efficiency is good", "Leadership was good", "Leadership is outstanding"],
        ),
    ],
)
def test_areas_head_columns_and_may_have_numbers(article, table, expected):
    assert article(f"<p>HMICFRS has inspected Kent Police.</p><table>{table}</table>") == expected


def test_a_table_of_forces_is_of_its_caption_without_the_year(article):
    table = (
        "<caption>Police legitimacy 2016</caption><tr><th>Force</th><th>Grade</th></tr>"
        "<tr><td>Kent</td><td>Outstanding</td></tr><tr><td>Essex</td><td>Good</td></tr>"
    )
    assert article(f"<p>HMIC has graded the forces.</p><table>{table}</table>") == [
        "Police legitimacy is outstanding",
        "Police legitimacy is good",
    ]


def test_a_heading_above_those_of_grades_ends_their_lists(article):
    body = (
        "<h2>Effectiveness</h2><h3>Good</h3><ul><li>Kent</li></ul><h3>Inadequate</h3><ul><li>Essex</li></ul>"
        "<h2>Efficiency</h2><h3>Good</h3><ul><li>Essex</li></ul><h3>Adequate</h3><ul><li>Kent</li></ul>"
    )
    assert article(f"<p>HMIC has graded the forces.</p>{body}") == [
        "Effectiveness is good",
        "Effectiveness is inadequate",
        "Efficiency is good",
        "Efficiency is adequate",
    ]
