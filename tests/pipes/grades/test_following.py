"""What the sentences behind a grade add to it: the areas that were counted, the topic of all, bodies, the same again."""

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


@pytest.fixture(scope="module")
def listed(record):
    def run(body):
        return sorted(
            f"{(row.force or 'none').split('-')[0]}: {row.area.text if row.area else 'all'} is {row.grade}"
            for row in record("Forces graded\n\n14 February 2024\n\n" + body).grades
        )

    return run


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Kent Police was graded outstanding in two areas and good in three. The three areas were vetting, preventing"
            " crime and leadership. The other two were investigating crime and managing offenders.",
            [
                "investigating crime is outstanding",
                "managing offenders is outstanding",
                "vetting is good",
                "preventing crime is good",
                "leadership is good",
            ],
        ),
        (
            "Kent Police was graded inadequate for two areas of its work. One is how it manages offenders; the other is how"
            " it investigates crime.",
            ["manages offenders is inadequate", "investigates crime is inadequate"],
        ),
        (
            "Four of the eight areas HMICFRS graded at Kent Police were good. These included managing offenders and, for the"
            " first time, recording data about crime.",
            ["managing offenders is good", "recording data about crime is good"],
        ),
        (
            "Kent Police was given four goods, five adequates and two for which it requires improvement. The last of those"
            " went to vetting, and to managing offenders.",
            ["vetting is requires improvement", "managing offenders is requires improvement"],
        ),
        (
            "Kent Police had three goods from HMICFRS. Which areas were they? Prevention, vetting and leadership.",
            ["Prevention is good", "vetting is good", "leadership is good"],
        ),
        (
            "Leadership was one of two to be rated outstanding at Kent Police. The other was how it manages offenders.",
            ["Leadership is outstanding", "manages offenders is outstanding"],
        ),
    ],
)
def test_areas_that_were_counted_are_named_behind(rows, body, expected):
    assert rows(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Kent Police was good in three areas. They were surprised by the weather, the traffic and the news.",
        "Kent Police was good in three areas. The two forces were Essex and Surrey.",
    ],
)
def test_what_names_no_areas_names_none_that_were_counted(rows, body):
    assert rows(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "HMICFRS says that Kent Police was good at vetting. So were preventing crime, and managing offenders.",
            ["vetting is good", "preventing crime is good", "managing offenders is good"],
        ),
        (
            "HMICFRS says that Kent Police is good in how it prevents crime. It says the same about how it records it.",
            ["prevents crime is good", "records is good"],
        ),
        (
            "Kent Police was good at vetting. The same grade applies to leadership, where inspectors found gaps.",
            ["vetting is good", "leadership is good"],
        ),
        ("Kent Police was good at vetting. The same grade was given to the force in 2021.", ["vetting is good"]),
        (
            "HMICFRS says that vetting was good at Kent Police. Leadership, likewise.",
            ["vetting is good", "Leadership is good"],
        ),
        (
            "HMICFRS graded Kent Police good at leadership, and vetting is too.",
            ["leadership is good", "vetting is good"],
        ),
        (
            "At Kent Police its custody work was inadequate, as was its vetting work, HMICFRS said.",
            ["custody work is inadequate", "vetting work is inadequate"],
        ),
    ],
)
def test_the_same_grade_goes_to_what_is_named_behind(rows, body, expected):
    assert rows(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "HMICFRS inspected three forces. Kent Police was good, Essex Police requires improvement and Surrey Police was"
            " good. All three results are for the accuracy of crime recording, which inspectors check every few years.",
            [
                "essex: accuracy of crime recording is requires improvement",
                "kent: accuracy of crime recording is good",
                "surrey: accuracy of crime recording is good",
            ],
        ),
        (
            "HMICFRS looked at how six forces record crime. Two of the six forces were graded inadequate. They were"
            " Kent Police and Essex Police.",
            ["essex: record crime is inadequate", "kent: record crime is inadequate"],
        ),
    ],
)
def test_the_topic_and_the_bodies_are_told_behind(listed, body, expected):
    assert listed(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "HMICFRS inspected Kent Police and Essex Police. For vetting, both are adequate.",
            ["essex: vetting is adequate", "kent: vetting is adequate"],
        ),
        (
            "A report on vetting by HMICFRS has looked at Kent Police and Essex Police. Both rated good.",
            ["essex: vetting is good", "kent: vetting is good"],
        ),
        (
            "HMICFRS has inspected Kent Police and Essex Police. The former was rated good for vetting. The latter was rated"
            " adequate for leadership.",
            ["essex: leadership is adequate", "kent: vetting is good"],
        ),
        (
            "Both forces are good for leadership, HMICFRS says, but Kent Police is adequate and Essex Police requires"
            " improvement for vetting.",
            [
                "essex: leadership is good",
                "essex: vetting is requires improvement",
                "kent: leadership is good",
                "kent: vetting is adequate",
            ],
        ),
    ],
)
def test_two_bodies_are_meant_by_both_and_one_by_its_place(listed, body, expected):
    assert listed(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Kent Police\u2019s gradings were: Good \u2013 vetting, leadership; Adequate \u2013 custody, managing offenders; Requires"
            " Improvement \u2013 investigating crime; Inadequate \u2013 none.",
            [
                "vetting is good",
                "leadership is good",
                "custody is adequate",
                "managing offenders is adequate",
                "investigating crime is requires improvement",
            ],
        ),
        (
            "HMICFRS rates as good Kent Police, and it rates as adequate the force\u2019s vetting, its custody work and its"
            " leadership.",
            ["vetting is adequate", "custody work is adequate", "leadership is adequate"],
        ),
        (
            "HMICFRS asked how Kent Police prevents crime, how it manages offenders and how it responds to the public. It was"
            " good at the first and the third. It requires improvement at the other one.",
            ["prevents crime is good", "responds to the public is good", "manages offenders is requires improvement"],
        ),
        (
            "Kent Police\u2019s report is out. HMICFRS said vetting was good and that leadership was good as well.",
            ["vetting is good", "leadership is good"],
        ),
        (
            "Kent Police was good for vetting and adequate for everything except leadership, HMICFRS said.",
            ["vetting is good"],
        ),
    ],
)
def test_what_marks_and_words_settle(rows, body, expected):
    assert rows(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "The Northgate probation delivery unit has been rated \u2018Good\u2019 by HM Inspectorate of Probation.",
        "HM Inspectorate of Probation today published its report on Fenwick Youth Justice Service, which it rates as"
        " \u2018Good\u2019.",
        "Inspectors from HM Inspectorate of Probation have rated the Dorset probation service \u2018Good\u2019.",
    ],
)
def test_a_probation_or_youth_service_is_graded_as_a_whole(record, body):
    (row,) = record("A service inspected\n\n14 February 2024\n\n" + body).grades
    assert (row.force, row.area.text, row.grade) == (None, "overall", "good")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Kent Police was good for custody save for training, which had been outstanding.",
            {"custody is good", "training was outstanding"},
        ),
        (
            "Kent Police is good at vetting and custody apart from training, where it requires improvement.",
            {"vetting is good", "custody is good", "training is requires improvement"},
        ),
        (
            "Kent Police requires improvement for equality, diversity and inclusion.",
            {"equality, diversity and inclusion is requires improvement"},
        ),
    ],
)
def test_what_is_left_out_of_a_grade_has_its_own(rows, body, expected):
    assert set(rows(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "In 2019 it was given adequate for efficiency and for people. Efficiency is now good. For people, the "
            "verdict has not changed.",
            ["efficiency was adequate", "people was adequate", "Efficiency is good", "people is adequate"],
        ),
        ("Vetting is now rated good. Custody has gone the same way.", ["Vetting is good", "Custody is good"]),
        (
            "Three areas were good. The three were vetting, answering calls and leadership, on which it had done badly.",
            ["vetting is good", "answering calls is good", "leadership is good"],
        ),
        (
            "It was marked in nine areas and was good in three of them. As well as vetting, the three were answering "
            "calls and leadership.",
            ["vetting is good", "answering calls is good", "leadership is good"],
        ),
        (
            "Answering calls held on to its good. So did vetting. Of the rest, leadership is adequate.",
            [
                "Answering calls is good",
                "Answering calls was good",
                "vetting is good",
                "vetting was good",
                "leadership is adequate",
            ],
        ),
        (
            "It looked at vetting and custody. On the first it judged the force to be good, a step up from 2021, when "
            "its vetting was inadequate.",
            ["vetting is good", "vetting was inadequate"],
        ),
        ("Leadership, good last time, came out as adequate.", ["Leadership was good", "Leadership is adequate"]),
        (
            "That left vetting and answering calls. In both of those the force was told it required improvement, and in "
            "the second it had been good in 2023.",
            ["vetting is requires improvement", "answering calls is requires improvement", "answering calls was good"],
        ),
        (
            "HMICFRS named three areas: vetting, custody and leadership. The third brought the best news, for it was "
            "here that it awarded an outstanding.",
            ["leadership is outstanding"],
        ),
    ],
)
def test_what_papers_say_over_several_sentences(rows, body, expected):
    assert rows(body) == expected
