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
        (
            "It marked the force as follows: preventing crime \u2013 good; leadership \u2013 adequate.",
            ["preventing crime is good", "leadership is adequate"],
        ),
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
        (
            "Good\tPreventing crime\tManaging offenders\nAdequate\tInvestigating crime\tLeadership",
            [
                "kent: Preventing crime is good",
                "kent: Managing offenders is good",
                "kent: Investigating crime is adequate",
                "kent: Leadership is adequate",
            ],
        ),
    ],
)
def test_a_table_is_read_by_what_its_columns_hold(rows, body, expected):
    assert sorted(rows(body)) == sorted(expected)


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


def test_letters_of_a_table_are_the_grades_of_its_key(rows):
    table = "\tVetting\tCustody\nKent\tG\tRI\nEssex\tO\tI\n"
    key = "\nKey: O outstanding, G good, RI requires improvement, I inadequate\n"
    assert rows(table + key) == [
        "kent: Vetting is good",
        "kent: Custody is requires improvement",
        "essex: Vetting is outstanding",
        "essex: Custody is inadequate",
    ]
    assert "kent: Vetting is good" not in rows(table)


def test_arrows_under_a_colon_are_bullets(rows):
    assert rows("This is how it fell:\n\n» Vetting – good\n» Custody – adequate\n") == [
        "kent: Vetting is good",
        "kent: Custody is adequate",
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "How it was graded:\n\nGood: answering calls and treating the public fairly\nAdequate: custody suites",
            ["answering calls is good", "treating the public fairly is good", "custody suites is adequate"],
        ),
        (
            "In full:\n\n- Inadequate – financial planning\n- Good – preventing crime",
            ["financial planning is inadequate", "preventing crime is good"],
        ),
        (
            "Graded areas\n\nChild protection (adequate)\nFinancial planning (good)\nSupporting victims (inadequate)",
            ["Child protection is adequate", "Financial planning is good", "Supporting victims is inadequate"],
        ),
        (
            "Good\n\n- Vetting (no change)\n- Preventing crime (up from adequate)\n- Custody, same-day release\n",
            [
                "Vetting is good",
                "Vetting was good",
                "Preventing crime is good",
                "Custody, same-day release is good",
                "Preventing crime was adequate",
            ],
        ),
    ],
)
def test_lists_as_papers_set_them(rows, body, expected):
    assert rows(body) == [f"kent: {row}" for row in expected]


def test_a_bullet_behind_the_colon_of_a_head_is_no_word_of_it(rows):
    assert rows("This means we are \u2018Good\u2019 at: \u00b7\n\n- Preventing fires.\n- Future affordability.\n") == [
        "kent: Preventing fires is good",
        "kent: Future affordability is good",
    ]


def test_the_last_sentence_of_a_paragraph_heads_a_list(rows):
    body = (
        "We were rated good for how we treat people. We were rated adequate at:\n\n- Custody care\n- Preventing crime\n"
    )
    assert rows(body) == [
        "kent: treat people is good",
        "kent: Custody care is adequate",
        "kent: Preventing crime is adequate",
    ]


@pytest.mark.parametrize(
    "head", ["The force requires improvement in the following two areas.", "The force requires improvement in:"]
)
def test_a_statement_that_goes_on_in_a_list_opens_it(rows, head):
    assert rows(f"{head}\n\n- Fleet readiness\n- Records of stores\n") == [
        "kent: Fleet readiness is requires improvement",
        "kent: Records of stores is requires improvement",
    ]


@pytest.mark.parametrize(
    "listed",
    [
        "- fleet readiness - records of stores - custody.",
        "\u00b7 fleet readiness \u00b7 records of stores \u00b7 custody.",
        "- fleet readiness; - records of stores; and - custody.",
        "- fleet readiness - records of stores - custody, as it was told.",
    ],
)
def test_bullets_run_together_part_a_list(rows, listed):
    assert rows(f"The inspectors came in May.\n\nThe force is good at: {listed}\n") == [
        "kent: fleet readiness is good",
        "kent: records of stores is good",
        "kent: custody is good",
    ]


def test_a_dash_that_no_colon_opens_is_no_bullet(rows):
    assert rows("One thing is clear: the force is good at vetting - a surprise - and custody is adequate.") == [
        "kent: vetting is good",
        "kent: custody is adequate",
    ]
