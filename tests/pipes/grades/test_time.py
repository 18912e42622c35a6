"""Of which inspection a grade is: `is` for this one, `was` for an earlier one."""

from types import SimpleNamespace

import pytest

from extract.pipes.grades.times import Times


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The grade for crime recording fell from good in 2018 to inadequate.", ["was good", "is inadequate"]),
        ("HMICFRS graded it inadequate for crime recording, down from good in 2018.", ["is inadequate", "was good"]),
        ("It has made progress since its last inspection, when it was graded good for crime recording.", ["was good"]),
        ("The report follows one in 2019, in which it was rated good at crime recording.", ["was good"]),
        ("Crime recording was good when the force was inspected in 2021.", ["was good"]),
        (
            "Three years ago, when the question was asked otherwise, the force was good at crime recording.",
            ["was good"],
        ),
        ("HMICFRS last reported on the force in 2021. At that time crime recording was graded as good.", ["was good"]),
        ("It was placed in Engage in 2021. In that inspection it was graded good at crime recording.", ["was good"]),
        ("Crime recording \u2013 inadequate in 2021 \u2013 is now adequate.", ["was inadequate", "is adequate"]),
        ("Crime recording: good (2021: adequate).", ["is good", "was adequate"]),
        ("Its crime recording, previously good, is only adequate.", ["was good", "is adequate"]),
        ("It kept its good for crime recording.", ["is good", "was good"]),
        ("It maintained its good grade for crime recording.", ["is good", "was good"]),
        ("It has once again been rated good for crime recording.", ["is good", "was good"]),
        ("It has improved in crime recording (inadequate to good).", ["was inadequate", "is good"]),
        ("It is good at crime recording, as it was in 2021.", ["is good", "was good"]),
        ("It was graded good at crime recording for the second time.", ["is good", "was good"]),
        (
            "It is the second report in a row in which the force has been inadequate at crime recording.",
            ["is inadequate", "was inadequate"],
        ),
        ("It is the second report in which the force has been inadequate at crime recording.", ["is inadequate"]),
        ("Nobody will mind that it is good at crime recording.", ["is good"]),
        ("Nobody believes that it is good at crime recording.", []),
        ("It is good at crime recording, as before.", ["is good", "was good"]),
        ("For crime recording, good has turned into inadequate.", ["was good", "is inadequate"]),
        ("Its crime recording had gone from requires improvement to good.", ["was requires improvement", "is good"]),
        (
            "It was graded good for crime recording, two grades better than the inadequate of 2021.",
            ["is good", "was inadequate"],
        ),
        (
            "It was inadequate for crime recording, a long way from the good handed down last time.",
            ["is inadequate", "was good"],
        ),
        ("It is adequate at crime recording, having been good.", ["is adequate", "was good"]),
        ("It is no longer good at crime recording: it is adequate.", ["was good", "is adequate"]),
        ("It is good at crime recording. The previous grade was adequate.", ["is good", "was adequate"]),
        (
            "The rating of adequate for crime recording is a step up on the last inspection, which found it inadequate.",
            ["is adequate", "was inadequate"],
        ),
        ("It regained its good grade for crime recording, lost in 2021.", ["is good"]),
        ("There was no movement on crime recording, which stays adequate.", ["is adequate", "was adequate"]),
        (
            "It is good at crime recording. My predecessor had found it adequate in that area in 2021.",
            ["is good", "was adequate"],
        ),
        ("It is five years since it was rated good for crime recording.", ["was good"]),
        ("It is good at crime recording again.", ["is good", "was good"]),
        ("It is good at crime recording, the grade it also held in 2021.", ["is good", "was good"]),
        ("It is good at crime recording, which has not changed since 2021.", ["is good", "was good"]),
        ("Its crime recording was and is good.", ["is good", "was good"]),
        ("Its crime recording has been good since 2021.", ["is good", "was good"]),
        ("Its crime recording, good in 2021, requires improvement.", ["was good", "is requires improvement"]),
        ("It is good at crime recording. It was given that grade in 2021, too.", ["is good", "was good"]),
        ("It is good at crime recording. So it was two years ago.", ["is good", "was good"]),
        ("It is good at crime recording. This is no change from the last report.", ["is good", "was good"]),
        ("In the inspection, when officers were watched, it was graded good at crime recording.", ["is good"]),
        (
            "For the third year running, inspectors judged the force to require improvement at crime recording.",
            ["is requires improvement", "was requires improvement"],
        ),
        (
            "Inspectors came for the second time this year and found the force good at crime recording.",
            ["is good"],
        ),
        (
            "It is adequate at crime recording, the same grade as in 2021, and HMICFRS was pleased.",
            ["is adequate", "was adequate"],
        ),
        ("It is good at crime recording (the same mark that it had in 2021).", ["is good", "was good"]),
        ("It is good at crime recording, the same grade as Essex Police.", ["is good"]),
        ("It is good at crime recording, which is what HMICFRS said in 2021.", ["is good", "was good"]),
        ("It was good at crime recording in 2021, and inspectors say that it still is.", ["is good", "was good"]),
        ("It was good at crime recording in 2021 and is still short of staff.", ["was good"]),
        ("Crime recording is adequate, but it was good back then.", ["is adequate", "was good"]),
        ("The visit came ten months after a report that rated it inadequate at crime recording.", ["was inadequate"]),
        ("It is a year after inspectors found the force to be good at crime recording.", ["was good"]),
        ("The grade, published a year after an inspection in May, is good for crime recording.", ["is good"]),
        ("In 2021 its custody was criticised. It was also told that it was good at crime recording.", ["is good"]),
    ],
)
def test_a_clause_or_a_sentence_beside_says_when(dated, body, expected):
    assert [row.lower() for row in dated(body)] == [f"crime recording {row}" for row in expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "It was inadequate at crime recording - down from good in 2018 - and adequate at leadership.",
            ["crime recording is inadequate", "crime recording was good", "leadership is adequate"],
        ),
        (
            "It kept its good for crime recording and its adequate for leadership.",
            [
                "crime recording is good",
                "crime recording was good",
                "leadership is adequate",
                "leadership was adequate",
            ],
        ),
        (
            "While it kept its good for leadership, the force slipped to adequate for crime recording.",
            ["leadership is good", "leadership was good", "crime recording is adequate"],
        ),
        (
            "It is good at crime recording, as it was in 2021, and adequate at leadership.",
            ["crime recording is good", "crime recording was good", "leadership is adequate"],
        ),
        (
            "It was adequate at crime recording and good at leadership two years ago, and remains so.",
            [
                "crime recording is adequate",
                "crime recording was adequate",
                "leadership is good",
                "leadership was good",
            ],
        ),
        (
            "In 2021 it was rated good for crime recording and adequate for leadership.",
            ["crime recording was good", "leadership was adequate"],
        ),
        (
            "It is good at crime recording and leadership. Six of the grades are the same as in 2021.",
            ["crime recording is good", "leadership is good"],
        ),
        (
            "It is good at crime recording and leadership. Back in 2021 it was adequate in both.",
            [
                "crime recording is good",
                "leadership is good",
                "crime recording was adequate",
                "leadership was adequate",
            ],
        ),
        (
            "Crime recording comes out as adequate. So does leadership.",
            ["Crime recording is adequate", "leadership is adequate"],
        ),
        (
            "Two areas were inadequate.\n\nThey were crime recording and leadership.",
            ["crime recording is inadequate", "leadership is inadequate"],
        ),
    ],
)
def test_what_stands_beside_goes_on(dated, body, expected):
    assert dated(body) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kent Police was graded good in a report published in November.", ["month:reported"]),
        ("Kent Police was graded good in February.", []),
        ("Kent Police, which is to move in May, is good.", ["month:in"]),
        ("Kent Police was graded good in November 2023.", []),
    ],
)
def test_the_month_of_another_report_is_a_sign(sentence, expected):
    view = SimpleNamespace(published="2024-02-14", low=0, high=len(sentence))
    assert list(Times._months(view, sentence.lower())) == expected


def test_what_was_also_found_is_of_the_same_inspection(dated):
    body = "In 2021 the force was inadequate at vetting. It was also found to require improvement at custody."
    assert dated(body) == ["vetting was inadequate", "custody was requires improvement"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "It was good at vetting and at custody, the latter an improvement on requires improvement.",
            ["vetting is good", "custody is good", "custody was requires improvement"],
        ),
        (
            "Kent Police is good for its vetting (in 2021 it required improvement).",
            ["vetting is good", "vetting was requires improvement"],
        ),
        ("Its first report, in 2018, had it at adequate for vetting.", ["vetting was adequate"]),
        (
            "The last PEEL report on the force was published in 2022. It graded it good at vetting.",
            ["vetting was good"],
        ),
        (
            "The grades given in 2021 stand for those: the force was good at vetting and adequate at custody.",
            ["vetting was good", "custody was adequate"],
        ),
        (
            "It is good for vetting and adequate for custody, a step down from last time\u2019s good.",
            ["vetting is good", "custody is adequate", "custody was good"],
        ),
        (
            "It is good overall, two years after an inspection in which it came out as inadequate.",
            ["overall is good", "overall was inadequate"],
        ),
        (
            "It was rated good overall, two grades higher than the adequate handed down in its child abuse files inspection of 2021.",
            ["overall is good", "overall was adequate"],
        ),
        ("Our overall judgment is good (it was inadequate).", ["overall is good", "overall was inadequate"]),
        (
            "Vetting and custody are each good and so, for the second inspection running, is leadership.",
            ["Vetting is good", "custody is good", "leadership is good"],
        ),
        (
            "A month after inspectors at HMICFRS marked the force inadequate at vetting, its chief has gone.",
            ["vetting is inadequate"],
        ),
        (
            "Custody is good. Two years earlier, values and culture had been graded as adequate.",
            ["Custody is good", "values and culture was adequate"],
        ),
        (
            "The force was assessed in 2023 as adequate for custody and in 2024 as good.",
            ["custody was adequate", "custody is good"],
        ),
        (
            "In 2021 it was good for both vetting and custody. It has held on to the first and lost the second, which "
            "requires improvement.",
            ["vetting was good", "custody was good", "custody is requires improvement"],
        ),
        (
            "It was good at vetting, an improvement on the 2022 inspection when it was inadequate.",
            ["vetting is good", "vetting was inadequate"],
        ),
        (
            "As in 2022, the force was good at vetting and adequate at custody.",
            ["vetting is good", "vetting was good", "custody is adequate", "custody was adequate"],
        ),
        ("Compared with 2022, the force was good at vetting.", ["vetting is good"]),
        (
            "Its grades for vetting (good) and custody (adequate) were the same as two years ago.",
            ["vetting is good", "vetting was good", "custody is adequate", "custody was adequate"],
        ),
    ],
)
def test_what_is_beside_a_grade_says_of_which_inspection_it_is(dated, body, expected):
    assert dated(body) == expected
