"""Of which inspection a grade is where the build of its sentence says so: `is` for this one, `was` for an earlier one."""

import pytest


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Custody, in which the force was previously outstanding, slipped to good.", ["was outstanding", "is good"]),
        ("Custody, where the force was previously inadequate, rose to adequate.", ["was inadequate", "is adequate"]),
        ("Custody, for which it had been rated good, fell to adequate.", ["was good", "is adequate"]),
        ("Custody is good, where it had been no better than adequate in 2021.", ["is good", "was adequate"]),
        (
            "Custody was inadequate, where it had been no higher than adequate in 2021.",
            ["is inadequate", "was adequate"],
        ),
        (
            "On custody, where we were adequate in 2021, they have concluded that we require improvement.",
            ["was adequate", "is requires improvement"],
        ),
        (
            "For custody, which was good in 2021, the force was told that it requires improvement.",
            ["was good", "is requires improvement"],
        ),
        ("For custody, which had been good, it was moved down to adequate.", ["was good", "is adequate"]),
        ("Custody, where it was outstanding in 2021, has been taken down to good.", ["was outstanding", "is good"]),
        ("Custody, inadequate in 2019, was raised in 2021 to good.", ["was inadequate", "was good"]),
        (
            "A grade of adequate for custody replaces the inadequate of three years ago.",
            ["is adequate", "was inadequate"],
        ),
        ("The good for custody takes the place of the adequate that it got in 2021.", ["is good", "was adequate"]),
        ("What was a good for custody in 2021 is now an adequate.", ["was good", "is adequate"]),
        ("Custody, once a good, has become an adequate.", ["was good", "is adequate"]),
        ("It was adequate at custody and is good.", ["was adequate", "is good"]),
        ("It was good at custody and is good still.", ["was good", "is good"]),
        ("Custody is good, where it had been nothing better than adequate in 2021.", ["is good", "was adequate"]),
        ("It rose in one respect: from inadequate to adequate for custody.", ["was inadequate", "is adequate"]),
        ("Custody is inadequate, and so it was last time.", ["is inadequate", "was inadequate"]),
        (
            "Once rated outstanding for custody, the force now requires improvement.",
            ["was outstanding", "is requires improvement"],
        ),
        ("Kent's last grade for custody was requires improvement.", ["was requires improvement"]),
        ("The good grade for custody is up from adequate.", ["is good", "was adequate"]),
        ("It had been graded inadequate for custody before the new chief constable arrived.", ["was inadequate"]),
        ("We were graded good for custody two years ago and we still are.", ["is good", "was good"]),
        ("Custody had required improvement in 2021; this time it was good.", ["was requires improvement", "is good"]),
        ("Custody fell two grades, from outstanding to adequate.", ["was outstanding", "is adequate"]),
        ("Custody was adequate in round 2 and is good in round 3.", ["was adequate", "is good"]),
        ("It can be given one of four grades, from outstanding to inadequate, for custody.", []),
        (
            "Custody was good in 2019, adequate in 2021 and is now inadequate.",
            ["was good", "was adequate", "is inadequate"],
        ),
        ("Custody, which was examined by a new team, was graded good.", ["is good"]),
        ("The force, whose report came out last week, was graded good for custody.", ["is good"]),
    ],
)
def test_a_clause_of_earlier_is_told_from_the_one_around_it(dated, body, expected):
    assert [row.lower() for row in dated(body)] == [f"custody {row}" for row in expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("In 2021 custody was good then, and leadership required improvement.", ["custody was good", "leadership was requires improvement"]),
        ("Custody was good then, and leadership is adequate now.", ["custody was good", "leadership is adequate"]),
        ("Outstanding at custody, where it was only adequate in 2021, the force is good at leadership.", ["custody is outstanding", "custody was adequate", "leadership is good"]),
        ("Its 2021 grades were good for custody and adequate for leadership.", ["custody was good", "leadership was adequate"]),
        (
            "It is good at custody and adequate at vetting. In the first it got better; in the second it has dropped from good.",
            ["custody is good", "vetting is adequate", "vetting was good"],
        ),
        ("In 2021 the force was rated good by HMICFRS.", ["overall was good"]),
        ("The force was rated outstanding by the inspectorate two years ago.", ["overall was outstanding"]),
        ("For years the force was praised by HMICFRS.", []),
    ],
)  # fmt: skip
def test_the_areas_beside_are_told_apart(dated, body, expected):
    assert [row.lower() for row in dated(body)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Sussex Police, whose report came out last winter, was told that it required improvement for custody.", "was"),
        ("Sussex Police, which got its report last summer, was judged inadequate at custody.", "was"),
        ("Sussex Police, whose grades were published in 2022, was inadequate at custody.", "was"),
        ("Sussex Police, whose report was published this week, was inadequate at custody.", "is"),
        ("Sussex Police, whose chief left last winter, was inadequate at custody.", "is"),
    ],
)
def test_the_report_of_another_body_is_an_older_one(dated, body, expected):
    assert [row.split()[1] for row in dated(body)] == [expected]


@pytest.mark.parametrize(
    ("sentence", "previous"),
    [
        ("Essex Police, which was in October's batch, was inadequate at custody.", True),
        ("Essex Police, in October's batch, was graded adequate for custody.", True),
        ("Essex Police, which was in the first batch, was graded adequate for custody.", True),
        ("Essex Police, which was in the same batch, was graded adequate for custody.", False),
        ("In the Essex report, which came out in October, the force was found to be inadequate at custody.", True),
        ("In the Essex report, which came out in February, the force was found to be inadequate at custody.", False),
        ("In July, in a separate inspection, HMICFRS judged Essex Police to be inadequate at custody.", True),
        ("Essex Police, inspected last year, was rated outstanding at custody.", True),
        ("Essex Police, inspected in October, was rated outstanding at custody.", False),
        ("Essex Police was inspected in the same way last year and was found to be inadequate at custody.", True),
        ("Essex Police, which was graded inadequate for custody in August, is to be inspected again.", True),
        ("Essex Police, which was graded inadequate for custody in January, is to be inspected again.", False),
    ],
)
def test_another_body_is_told_of_from_an_older_report(record, sentence, previous):
    head = "Kent Police graded\n\n14 February 2024\n\nHMICFRS has graded Kent Police good at vetting.\n\n"
    assert [row.previous for row in record(sentence, head).grades if row.force == "essex-police"] == [previous]
