"""Grades that forms give to forces: lists under a grade, tables of several forces, tables that a force owns."""

import pytest

from extract import extract_file

BOTH = "HMICFRS published its reports on Kent Police, Essex Police and Norfolk Constabulary today.\n\n"


@pytest.fixture(scope="module")
def listed(record):
    def run(body):
        return sorted(
            f"{(row.force or 'none').split('-')[0]}: {row.area.text} {'was' if row.previous else 'is'} {row.grade}"
            for row in record(BOTH + body).grades
        )

    return run


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Vetting\n\nOutstanding: none\nGood: Kent and Norfolk\nInadequate: Essex (was good)",
            [
                "essex: Vetting is inadequate",
                "essex: Vetting was good",
                "kent: Vetting is good",
                "norfolk: Vetting is good",
            ],
        ),
        (
            "Overall judgments\n\nGood: Kent; Norfolk\nInadequate: Essex",
            ["essex: overall is inadequate", "kent: overall is good", "norfolk: overall is good"],
        ),
        (
            "Question: how well do they do at vetting?\n\nGood: the regional unit, Kent, Norfolk\nAdequate: Essex",
            [
                "essex: vetting is adequate",
                "kent: vetting is good",
                "none: vetting is good",
                "norfolk: vetting is good",
            ],
        ),
        (
            "Graded for vetting:\n\nKent and Norfolk: good\nEssex: adequate (good)",
            [
                "essex: vetting is adequate",
                "essex: vetting was good",
                "kent: vetting is good",
                "norfolk: vetting is good",
            ],
        ),
        (
            "Vetting\n\nOutstanding (1): Norfolk\nGood (two forces): Kent, Essex",
            ["essex: Vetting is good", "kent: Vetting is good", "norfolk: Vetting is outstanding"],
        ),
        (
            "Vetting: outstanding \u2013 Norfolk; good \u2013 Kent and Essex",
            ["essex: Vetting is good", "kent: Vetting is good", "norfolk: Vetting is outstanding"],
        ),
        (
            "How they did for vetting\n\nKent ....... Good\nEssex ...... Inadequate\nNorfolk .... Good",
            ["essex: vetting is inadequate", "kent: vetting is good", "norfolk: vetting is good"],
        ),
        (
            "Vetting\n\nKent (good), Essex (RI), Norfolk (good)",
            ["essex: Vetting is requires improvement", "kent: Vetting is good", "norfolk: Vetting is good"],
        ),
        (
            "Forces graded inadequate for vetting:\n\n- Kent\n- Essex\n\nForces graded good for vetting:\n\n- Norfolk",
            ["essex: vetting is inadequate", "kent: vetting is inadequate", "norfolk: vetting is good"],
        ),
        (
            "How they did for vetting\n\nGood\n\nKent Police, which was adequate a year ago.\n\n"
            "Inadequate\n\nEssex Police, for the second year in a row.",
            [
                "essex: vetting is inadequate",
                "essex: vetting was inadequate",
                "kent: vetting is good",
                "kent: vetting was adequate",
            ],
        ),
    ],
)
def test_a_grade_is_given_to_a_list_of_forces(listed, body, expected):
    assert listed(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Force\tVetting, 2021\tVetting, 2024\tLeadership (2024)\nKent\tGood\tAdequate\tRI\nEssex\tRI\tGood\t\u2013",
            [
                "essex: Vetting is good",
                "essex: Vetting was requires improvement",
                "kent: Leadership is requires improvement",
                "kent: Vetting is adequate",
                "kent: Vetting was good",
            ],
        ),
        (
            "Force\tGovernance\tVetting\nKent\tCounty council\tGood\nEssex\tMayor\tAdequate",
            ["essex: Vetting is adequate", "kent: Vetting is good"],
        ),
        (
            "Force\tVetting\nKent\tGood\nEngland average\tAdequate",
            ["kent: Vetting is good"],
        ),
        (
            "Force\tArea\tGrade\nKent\tVetting\tGood\nKent\tLeadership\tRI\nEssex\tVetting\tRI",
            [
                "essex: Vetting is requires improvement",
                "kent: Leadership is requires improvement",
                "kent: Vetting is good",
            ],
        ),
        ("Grade\tNumber of areas\nGood\t4\nAdequate\t3", []),
    ],
)
def test_the_head_of_a_column_names_its_area_beside_a_year(listed, body, expected):
    assert listed(body) == expected


MORE = (
    "<p>The chief constable said that more people would answer calls from the spring on, at all hours of the day.</p>"
    "<p>Neighbours of the station had heard the news on the radio and were pleased about it, as far as it went.</p>"
)


def table(*rows):
    """A page with a table of cells."""
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    lead = "HMICFRS inspected Kent Police and Essex Police in May and its reports on both were published today."
    return f"<html><body><article><h1>Two reports</h1><p>{lead}</p><table>{cells}</table>{MORE}</article></body></html>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ("Outstanding|Good", "Kent|Essex", "|Norfolk"),
            ["essex: overall is good", "kent: overall is outstanding", "norfolk: overall is good"],
        ),
        (
            ("Grade|Forces", "Outstanding|Kent", "Good|Essex, Norfolk", "Inadequate|None"),
            ["essex: overall is good", "kent: overall is outstanding", "norfolk: overall is good"],
        ),
        (
            ("Essex Police|2021|2024", "Vetting|Good|RI"),
            ["essex: Vetting is requires improvement", "essex: Vetting was good"],
        ),
        (
            ("Essex Police", "Area|2021|2024", "Vetting|Good|RI"),
            ["essex: Vetting is requires improvement", "essex: Vetting was good"],
        ),
        (
            ("|Vetting|Leadership", "|2021|2024|2021|2024", "Kent|Good|RI|Good|Good", "Essex|RI|Good|RI|Adequate"),
            [
                "essex: Leadership is adequate",
                "essex: Leadership was requires improvement",
                "essex: Vetting is good",
                "essex: Vetting was requires improvement",
                "kent: Leadership is good",
                "kent: Leadership was good",
                "kent: Vetting is requires improvement",
                "kent: Vetting was good",
            ],
        ),
        (
            ("Force|Area|Grade", "Kent|Vetting|Good", "Leadership|RI", "Essex|Vetting|RI", "Leadership|Good"),
            [
                "essex: Leadership is good",
                "essex: Vetting is requires improvement",
                "kent: Leadership is requires improvement",
                "kent: Vetting is good",
            ],
        ),
        (
            ("Area|Essex Police|Change", "Vetting|Good|Up from adequate", "Leadership|RI|No change"),
            [
                "essex: Leadership is requires improvement",
                "essex: Leadership was requires improvement",
                "essex: Vetting is good",
                "essex: Vetting was adequate",
            ],
        ),
    ],
)
def test_heads_of_two_rows_cells_over_several_rows_and_the_force_of_a_table(tmp_path, rows, expected):
    path = tmp_path / "page.html"
    path.write_text(table(*rows))
    found = [
        f"{(row.force or 'none').split('-')[0]}: {row.area.text} {'was' if row.previous else 'is'} {row.grade}"
        for row in extract_file(path).grades
    ]
    assert sorted(found) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("For vetting, Kent got a good, the other two an adequate.", ["essex: adequate", "kent: good", "norfolk: adequate"]),
        ("Kent was good at vetting; the other two forces required improvement.", ["essex: requires improvement", "kent: good", "norfolk: requires improvement"]),
        ("Kent was good at vetting, the two others inadequate.", ["essex: inadequate", "kent: good", "norfolk: inadequate"]),
        ("Kent was good at vetting and was told that the other three were adequate.", ["kent: good"]),
    ],
)  # fmt: skip
def test_the_rest_of_the_forces_named_before_are_graded(listed, body, expected):
    assert [row.replace("vetting is ", "") for row in listed(body)] == expected
