"""Grades in lines, lists, headings and tables: `force: area is grade`, `was` for an earlier inspection."""

import pytest

from extract import extract_file

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
        (
            "Area \u2013 Grade \u2013 Last time\n\nVetting \u2013 Good \u2013 Adequate\nLeadership \u2013 RI \u2013 Good",
            ["Vetting is good", "Vetting was adequate", "Leadership is requires improvement", "Leadership was good"],
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
            "Preventing crime\n\nGood (in our previous assessment: adequate)\n\nIt has done well since.",
            ["Preventing crime is good", "Preventing crime was adequate"],
        ),
        (
            "OUTSTANDING\n\nCounter-terrorism patrols\n\nGOOD\n\nTrack safety\n\nEngaging with passengers",
            ["Counter-terrorism patrols is outstanding", "Track safety is good", "Engaging with passengers is good"],
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


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Good\nPreventing crime\nBurglary is down\nGood\nVetting\nAll up to date\nAdequate\nLeadership\nNew faces",
            ["Preventing crime is good", "Vetting is good", "Leadership is adequate"],
        ),
        (
            "Preventing crime\nStopping it early\nGood\nVetting\nWho is let in\nAdequate",
            ["Preventing crime is good", "Vetting is adequate"],
        ),
        (
            "Good\nPrevention\nBurglary is down\nGood\nFairness\nAll up to date\nAdequate\nResponse\nNew faces",
            ["Prevention is good", "Fairness is good", "Response is adequate"],
        ),
    ],
)
def test_a_card_holds_a_grade_a_name_and_a_remark(rows, body, expected):
    assert rows(body) == [f"kent: {row}" for row in expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Preventing crime ........ Good (Adequate)\nWorking together .. Adequate (not marked)",
            ["Preventing crime is good", "Preventing crime was adequate", "Working together is adequate"],
        ),
        (
            "Vetting: RI (first time graded)\nLeadership: good (new)",
            ["Vetting is requires improvement", "Leadership is good"],
        ),
        ("Vetting: good (it was inadequate in 2019)", ["Vetting is good", "Vetting was inadequate"]),
        ("Vetting: RI (2021: \u2013)\nLeadership: good", ["Vetting is requires improvement", "Leadership is good"]),
        (
            "Vetting: RI (in our previous assessment: good)",
            ["Vetting is requires improvement", "Vetting was good"],
        ),
        (
            "Vetting: then, good; now, adequate\nLeadership \u2013 now good, was RI",
            ["Vetting was good", "Vetting is adequate", "Leadership is good", "Leadership was requires improvement"],
        ),
        (
            "Vetting \u25b2 good (from adequate)\nLeadership: RI \u2193 (good)",
            ["Vetting is good", "Vetting was adequate", "Leadership is requires improvement", "Leadership was good"],
        ),
        (
            "Vetting (adequate; inadequate in 2021)\nLeadership: RI (-1)",
            ["Vetting is adequate", "Vetting was inadequate", "Leadership is requires improvement"],
        ),
        ("- Good Preventing crime\n- RI Culture", ["Preventing crime is good", "Culture is requires improvement"]),
        (
            "Outstanding: none. Good: vetting. Adequate: leadership.",
            ["vetting is good", "leadership is adequate"],
        ),
        ("How we lead - good\nVetting - adequate", ["lead is good", "Vetting is adequate"]),
        (
            "Vetting: RI\nLeadership: good\nRI = requires improvement",
            ["Vetting is requires improvement", "Leadership is good"],
        ),
        (
            "Vetting: RI (RI)\nO: outstanding, G: good",
            ["Vetting is requires improvement", "Vetting was requires improvement"],
        ),
    ],
)
def test_what_stands_behind_a_grade_and_what_explains_it(rows, body, expected):
    assert rows(body) == [f"kent: {row}" for row in expected]


@pytest.mark.parametrize(
    "body",
    [
        "How we grade\n\nOutstanding: the force does more than we expect\nGood: the force does what we expect\n"
        "Adequate: some work to do\nInadequate: serious failings",
        "Outstanding: far better than anybody would expect\nGood: as good as anybody would expect\n"
        "Adequate: much the same as most others\nInadequate: so poor that people are at risk",
        "Readers' poll\n\nOutstanding\t4%\nGood\t20%",
        "Case files\n\nGood: 21\nInadequate: 10",
        "How the 43 forces did\n\nOutstanding: 2\nGood: 20\nInadequate: 2",
    ],
)
def test_a_scale_a_poll_and_counts_grade_nothing(rows, body):
    assert rows(body) == []


def test_a_form_is_not_of_a_force_that_somebody_works_for(record):
    text = (
        "Performance committee: minutes\n\nCllr Tiley declared that his son was a serving firefighter with "
        "Kent Fire and Rescue Service.\n\nThe chief presented the HMICFRS report on Avon Fire and Rescue Service.\n\n"
        "Prevention: good\nProtection: adequate\n"
    )
    assert {row.force for row in record(text).grades} == {"avon-fire-and-rescue-service"}


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
