"""Lists of areas in sentences: where they are parted, what goes on in them, and which clause their grade is of."""

import pytest

OPENING = "HMICFRS inspected Kent Police in May 2024 and published its report today.\n\n"


@pytest.fixture(scope="module")
def rows(record):
    def run(body):
        return [
            f"{row.area.text if row.area else 'all'} {'was' if row.previous else 'is'} {row.grade}"
            for row in record(OPENING + body).grades
        ]

    return run


@pytest.mark.parametrize(
    ("areas", "expected"),
    [
        ("Custody, training and call handling", ["Custody", "training", "call handling"]),
        (
            "Fire safety checks on shops, training and performance management",
            ["Fire safety checks on shops", "training", "performance management"],
        ),
        (
            "Preventing crime, protecting vulnerable people and treatment of the public",
            ["Preventing crime", "protecting vulnerable people", "treatment of the public"],
        ),
        ("Building, supporting and protecting the workforce", ["Building, supporting and protecting the workforce"]),
        ("Recruiting, coaching and keeping staff", ["Recruiting, coaching and keeping staff"]),
    ],
)
def test_a_comma_parts_what_a_gerund_alone_would_join(rows, areas, expected):
    assert rows(f"{areas} were rated adequate.") == [f"{area} is adequate" for area in expected]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("manages performance and develops its leaders", ["manages performance and develops its leaders"]),
        ("manages offenders and investigates crime", ["manages offenders", "investigates crime"]),
    ],
)
def test_a_clause_that_says_one_topic_with_verbs_is_one_area(rows, clause, expected):
    assert rows(f"It was adequate for how it {clause}.") == [f"{area} is adequate" for area in expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "A good went to neighbourhood policing and to the management of sex offenders, and custody is adequate.",
            ["neighbourhood policing is good", "management of sex offenders is good", "custody is adequate"],
        ),
        (
            "It was rated good for responding to calls and for getting the right people with the right skills.",
            ["responding to calls is good", "getting the right people with the right skills is good"],
        ),
    ],
)
def test_a_preposition_that_stands_again_goes_on_with_the_list(rows, body, expected):
    assert rows(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Leadership is good and so, to nobody’s surprise, is vetting.",
            ["Leadership is good", "vetting is good"],
        ),
        (
            "Assessment was rated as good, and so was reviewing; planning and the delivery of sentences were rated as"
            " inadequate.",
            [
                "Assessment is good",
                "reviewing is good",
                "planning and the delivery of sentences is inadequate",
            ],
        ),
        (
            "Investigating crime requires improvement, as against good when inspectors were here in 2021.",
            ["Investigating crime is requires improvement", "Investigating crime was good"],
        ),
        (
            "Leadership is adequate, as opposed to good in 2019.",
            ["Leadership is adequate", "Leadership was good"],
        ),
    ],
)
def test_a_clause_keeps_its_grade_to_itself(rows, body, expected):
    assert rows(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Its grip on sickness and overtime, meanwhile, requires improvement.",
            ["grip on sickness and overtime is requires improvement"],
        ),
        ("Custody is good. Its latest report requires improvement.", ["Custody is good"]),
    ],
)
def test_what_a_body_has_is_the_subject_of_a_grade_that_is_a_verb(rows, body, expected):
    assert rows(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "For the way it answers calls the force has dropped from adequate to inadequate.",
            ["answers calls was adequate", "answers calls is inadequate"],
        ),
        ("The union calls its custody good.", []),
    ],
)
def test_calls_that_somebody_answers_are_no_verdict_of_his(rows, body, expected):
    assert rows(body) == expected


def test_a_side_is_no_area(rows):
    assert rows("On the credit side, managing offenders goes up from adequate to good.") == [
        "managing offenders was adequate",
        "managing offenders is good",
    ]


@pytest.mark.parametrize(
    "following",
    [
        "The two: custody; vetting.",
        "The two are custody and vetting.",
    ],
)
def test_a_count_and_a_colon_name_the_areas_that_were_counted(rows, following):
    assert rows(f"Leadership is good and two areas are adequate. {following}") == [
        "Leadership is good",
        "custody is adequate",
        "vetting is adequate",
    ]


def test_a_sentence_that_goes_on_is_no_list(rows):
    body = (
        "Kent Police was graded good in six areas and adequate in two.\n\n"
        "His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS) visited the force in May."
    )
    assert rows(body) == []


def test_lines_that_name_forces_explain_no_grades(record):
    body = (
        "Forces have received their grades for investigating crime.\n\nThis is how they fell:\n\n"
        "- Outstanding: Kent Police\n- Good: Essex Police; Surrey Police\n- Adequate: Norfolk Constabulary\n"
        "- Requires improvement: Sussex Police"
    )
    assert [f"{row.force}: {row.grade}" for row in record("Forces graded\n\n14 February 2024\n\n" + body).grades] == [
        "kent-police: outstanding",
        "essex-police: good",
        "surrey-police: good",
        "norfolk-constabulary: adequate",
        "sussex-police: requires improvement",
    ]


def test_a_probation_unit_is_no_force(record):
    body = (
        "Probation in Kent inspected\n\n14 February 2024\n\nHM Inspectorate of Probation has inspected the Kent Probation"
        " Delivery Unit. Inspectors rated leadership ‘Good’.\n\nKent Police answered few of its questions."
    )
    assert [(row.force, row.area.text) for row in record("", head=body).grades] == [(None, "leadership")]


@pytest.mark.parametrize(
    "said",
    ["It has two goods to its name", "It has two goods of its own", "It can point to two goods"],
)
def test_goods_that_a_body_has_are_for_what_stands_behind(rows, said):
    assert rows(f"{said}, for prevention and for custody.") == ["prevention is good", "custody is good"]
