"""Grades in lines, lists, headings and tables: `force: area is grade`, `was` for an earlier inspection."""

import pytest

OPENING = "HMICFRS inspected Kent Police in May 2024 and published its report today.\n\n"


@pytest.fixture(scope="module")
def rows(record):
    def run(body):
        found = []
        for row in record(OPENING + body).grades:
            force = (row.force or "none").removesuffix("-police")
            found.append(f"{force}: {row.area.text} {'was' if row.previous else 'is'} {row.grade}")
        return found

    return run


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Preventing crime: good\nLeadership: adequate", ["Preventing crime is good", "Leadership is adequate"]),
        ("Preventing crime: good (inadequate)", ["Preventing crime is good", "Preventing crime was inadequate"]),
        (
            "- Preventing crime: good (inadequate in 2022)\n- Leadership: adequate (no change)",
            [
                "Preventing crime is good",
                "Preventing crime was inadequate",
                "Leadership is adequate",
                "Leadership was adequate",
            ],
        ),
        (
            "- Preventing crime: inadequate \u2192 good\n- Leadership: good \u2192 adequate",
            [
                "Preventing crime was inadequate",
                "Preventing crime is good",
                "Leadership was good",
                "Leadership is adequate",
            ],
        ),
        (
            "Here are the grades, the 2021 one after the slash.\n\nPreventing crime: good / adequate\nLeadership: RI / good",
            [
                "Preventing crime is good",
                "Preventing crime was adequate",
                "Leadership is requires improvement",
                "Leadership was good",
            ],
        ),
        ("Good: preventing crime; managing offenders", ["preventing crime is good", "managing offenders is good"]),
        (
            "Good \u2013 preventing crime, managing offenders and leadership",
            ["preventing crime is good", "managing offenders is good", "leadership is good"],
        ),
        ("Preventing crime. GOOD.", ["Preventing crime is good"]),
        (
            "Outstanding at preventing crime and managing offenders\nGood at leadership, and in how it records crime.",
            [
                "preventing crime is outstanding",
                "managing offenders is outstanding",
                "leadership is good",
                "records crime is good",
            ],
        ),
    ],
)
def test_a_line_states_an_area_and_its_grade(rows, body, expected):
    assert rows(body) == [f"kent: {row}" for row in expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Good\n\n- Preventing crime\n- Managing offenders\n\nInadequate\n\n- Investigating crime",
            ["Preventing crime is good", "Managing offenders is good", "Investigating crime is inadequate"],
        ),
        (
            "The force was graded good in:\n\n- preventing crime\n- managing offenders (previously adequate)",
            ["preventing crime is good", "managing offenders is good", "managing offenders was adequate"],
        ),
        (
            "Preventing crime\n\nGood\n\nInvestigating crime\n\nInadequate\n\nManaging offenders\n\nGood",
            ["Preventing crime is good", "Investigating crime is inadequate", "Managing offenders is good"],
        ),
    ],
)
def test_a_grade_heads_a_list_or_stands_below_its_area(rows, body, expected):
    assert rows(body) == [f"kent: {row}" for row in expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Area\tGrade\nPreventing crime\tGood\nLeadership\tAdequate",
            ["kent: Preventing crime is good", "kent: Leadership is adequate"],
        ),
        (
            "Area\t2022\t2024\nPreventing crime\tInadequate\tGood",
            ["kent: Preventing crime was inadequate", "kent: Preventing crime is good"],
        ),
        (
            "Area\tNow\t2021/22\nPreventing crime\tGood\tInadequate",
            ["kent: Preventing crime is good", "kent: Preventing crime was inadequate"],
        ),
        (
            "Area\tKent Police\tEssex Police\nPreventing crime\tGood\tInadequate",
            ["kent: Preventing crime is good", "essex: Preventing crime is inadequate"],
        ),
        (
            "Good\tInadequate\nPreventing crime\tInvestigating crime\nManaging offenders\tLeadership",
            [
                "kent: Preventing crime is good",
                "kent: Investigating crime is inadequate",
                "kent: Managing offenders is good",
                "kent: Leadership is inadequate",
            ],
        ),
    ],
)
def test_a_table_is_read_by_what_its_columns_hold(rows, body, expected):
    assert sorted(rows(body)) == sorted(expected)
