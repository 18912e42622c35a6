"""Subjects whose grade stands behind a verb of getting, words that a grade is, and what stands beside a known grade."""

import pytest


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Its preparations for riots have earned it its first ever outstanding.",
            ["preparations for riots is outstanding"],
        ),
        (
            "For custody it keeps its good, while its work with schools has brought it a first outstanding.",
            ["custody is good", "custody was good", "work with schools is outstanding"],
        ),
        ("The way it handles property has won it a good.", ["handles property is good"]),
        ("Its estate gave the force its only adequate.", ["estate is adequate"]),
        (
            "Its work on fairness, which used to be good, is no better than adequate.",
            ["fairness is adequate", "fairness was good"],
        ),
        ("Its estate is nothing more than adequate.", ["estate is adequate"]),
        ("Inadequate is the word for its approach to vetting.", ["approach to vetting is inadequate"]),
        ("Good, too, was the verdict on custody.", ["custody is good"]),
        ("Good was the verdict on its work with schools.", ["work with schools is good"]),
        ("Its critics have earned an outstanding reputation.", []),
        ("Its detectives are no better than good amateurs.", []),
        ("Inadequate was a word that nobody used of its vetting.", []),
    ],
)
def test_a_subject_has_the_grade_that_it_gets(rows, body, expected):
    assert rows(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Inspectors rated custody adequate in 2022. Cells are now clean and the mark has gone up to good.",
            ["custody is good", "custody was adequate"],
        ),
        (
            "Its custody suites were rated adequate in 2021. Two have since closed and the verdict this time is good.",
            ["custody suites is good", "custody suites was adequate"],
        ),
        (
            "Vetting was inadequate in 2022. The files are in order now, and the rating is adequate.",
            ["Vetting is adequate", "Vetting was inadequate"],
        ),
        (
            "Praise went to how it treats the public, which was rated outstanding in 2021 and is rated outstanding again.",
            ["treats the public is outstanding", "treats the public was outstanding"],
        ),
        (
            "Custody is another matter. Detainees waited hours for a nurse, and the grade is inadequate.",
            ["Custody is inadequate"],
        ),
        ("Custody is adequate. The mark that its chief hoped for was good.", ["Custody is adequate"]),
    ],
)
def test_a_mark_that_was_told_is_told_again(rows, body, expected):
    assert rows(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "On vetting, where it was adequate in 2022, they have concluded that it requires improvement.",
            ["vetting is requires improvement", "vetting was adequate"],
        ),
        (
            "At custody, in which it was good last time, inspectors now find that it is adequate.",
            ["custody is adequate", "custody was good"],
        ),
        (
            "For custody, which had been good in round one, it was moved down to adequate.",
            ["custody is adequate", "custody was good"],
        ),
        (
            "For custody we keep the good that we have held since 2018, while our work with schools has earned us our first outstanding.",
            ["custody is good", "custody was good", "work with schools is outstanding"],
        ),
        (
            "It requires improvement in vetting, a question that is new to the programme.",
            ["vetting is requires improvement"],
        ),
        ("It is good in vetting, a matter not graded in 2022.", ["vetting is good"]),
        ("It requires improvement in vetting, which was not examined in 2022.", ["vetting is requires improvement"]),
        (
            "We hang on to the good we earned in 2022 for managing offenders.",
            ["managing offenders is good", "managing offenders was good"],
        ),
        (
            "It was adequate for vetting and good for custody two years ago, and remains so.",
            ["custody is good", "custody was good", "vetting is adequate", "vetting was adequate"],
        ),
        (
            "On vetting Kent Police was good in 2022, and HMICFRS announced on Monday that it still is.",
            ["vetting is good", "vetting was good"],
        ),
        (
            "It was adequate for vetting, the same grade as in 2023, and for custody, which was previously good.",
            ["custody is adequate", "custody was good", "vetting is adequate", "vetting was adequate"],
        ),
        (
            "Vetting is good. Leadership had the same grade last time but has dropped to adequate.",
            ["Leadership is adequate", "Leadership was good", "Vetting is good"],
        ),
    ],
)
def test_each_clause_is_of_its_own_inspection(rows, body, expected):
    assert rows(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Custody and vetting were found wanting. Both require improvement, although for the second of them that is a step up.",
            ["Custody is requires improvement", "vetting is requires improvement"],
        ),
        ("Nobody in Maidstone will mind that it is good for vetting.", ["vetting is good"]),
        ("No wonder that custody is marked outstanding.", ["custody is outstanding"]),
        (
            "An “outstanding” in custody could not hide an “inadequate” in vetting.",
            ["custody is outstanding", "vetting is inadequate"],
        ),
        ("To be judged outstanding for custody is the best present it could have had.", ["custody is outstanding"]),
        ("The chief constable said she was disappointed with the adequate for custody.", ["custody is adequate"]),
        ("The chief constable said she had the adequate means for custody.", []),
        ("An “adequate” for custody could have been expected.", []),
        (
            "It is good at preventing crime and, more surprisingly, at treating its people fairly.",
            ["preventing crime is good", "treating its people fairly is good"],
        ),
        ("Custody came within a whisker of outstanding but was graded good.", ["Custody is good"]),
        ("Custody is good rather than outstanding.", ["Custody is good"]),
        ("The force is good, not outstanding, at custody.", ["custody is good"]),
        ("Vetting is not outstanding but good.", ["Vetting is good"]),
        ("Vetting was not good but it was not inadequate either.", []),
        ("Few were surprised that it is not good for vetting.", []),
        ("Of the nine areas graded, “vetting” was outstanding.", ["vetting is outstanding"]),
        ("She said that the government's own performance required improvement.", []),
        (
            "It has been rated good in two areas. They are vetting and custody, and each was adequate in 2022.",
            ["custody is good", "custody was adequate", "vetting is good", "vetting was adequate"],
        ),
    ],
)
def test_a_grade_is_for_what_its_own_clause_names(rows, body, expected):
    assert rows(body) == expected


SEVERAL = "18 March 2025\n\nHMICFRS published its reports on Kent Police, Essex Police and Suffolk Police today.\n\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Kent Police is good, Essex Police adequate.", ["essex: adequate", "kent: good"]),
        ("Suffolk came out top with an outstanding.", ["suffolk: outstanding"]),
        ("Kent and Essex had to settle for good.", ["essex: good", "kent: good"]),
        ("Kent Police was branded “inadequate” in a report by HMICFRS.", ["kent: inadequate"]),
        ("Kent Police was yesterday condemned as “inadequate” by the watchdog, HMICFRS.", ["kent: inadequate"]),
        ("Kent Police emerged from its inspection with a grade of good.", ["kent: good"]),
        ("Kent Police was condemned as “inadequate” by a councillor.", []),
        ("Kent Police was branded inadequate by a former detective.", []),
        ("Kent Police was branded inadequate in a report by a charity.", []),
        ("Kent Police was labelled inadequate by the mayor.", []),
        ("Campaigners labelled Kent Police inadequate.", []),
        ("The watchdog branded Kent Police inadequate.", ["kent: inadequate"]),
        ("Kent Police is good, Essex Police adequate, said a caller to the radio show.", []),
        ("Suffolk was rated the best in the country, and Essex was rated good.", ["essex: good"]),
        ("Kent Police is good to its word, and Essex Police is too.", []),
        ("Kent had to settle for good intentions.", []),
    ],
)
def test_bodies_that_grades_are_dealt_out_to_have_them_as_a_whole(record, body, expected):
    found = record(SEVERAL + body, "Forces graded\n\n").grades
    assert {row.area.text for row in found} <= {"overall"}
    assert sorted(f"{row.force.split('-')[0]}: {row.grade}" for row in found) == expected
