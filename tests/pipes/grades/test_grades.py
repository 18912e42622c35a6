"""Grades in sentences, lists, headings and tables; `was` stands before the grade of an earlier inspection."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("HMICFRS graded Kent Police good at preventing crime.", ["good: preventing crime"]),
        ("Kent Police was rated as outstanding at how it records crime.", ["outstanding: records crime"]),
        ("Kent Police was rated as outstanding for the way in which it records crime.", ["outstanding: records crime"]),
        ("“It was graded good at preventing crime,” Cllr Ray Dunn said.", ["good: preventing crime"]),
        ("The force was judged adequate in its leadership.", ["adequate: leadership"]),
        ("Inspectors found the force’s response to the public inadequate.", ["inadequate: response to the public"]),
        ("Its response to the public was graded as ‘adequate’.", ["adequate: response to the public"]),
        ("The force requires improvement in managing offenders.", ["requires improvement: managing offenders"]),
        ("The force needs improvement at supporting victims.", ["requires improvement: supporting victims"]),
        ("It was given a ‘good’ grade for tackling serious crime.", ["good: tackling serious crime"]),
        ("Kent Police was rated good overall.", ["good: overall"]),
        ("Inspectors found the force’s use of searches inadequate.", ["inadequate: use of searches"]),
        ("Leadership fared worse, and was rated adequate.", ["adequate: leadership"]),
        ("Kent's crime panel was told that its vetting was graded good.", ["good: vetting"]),
        ("Recording of crime is outstanding, HMICFRS said.", ["outstanding: recording of crime"]),
        (
            "His Majesty’s Inspectorate of Constabulary, Fire and Rescue Services said Kent Police was good at vetting.",
            ["good: vetting"],
        ),
    ],
)
def test_a_sentence_gives_a_grade_and_its_area(grades, sentence, expected):
    assert [row.lower() for row in grades(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "It was ‘good’ in one area (working with partners), ‘adequate’ in its leadership of child protection, and "
            "‘requires improvement’ in three areas – responding to risk, recording crime, and investigating abuse.",
            [
                "good: working with partners",
                "adequate: leadership of child protection",
                "requires improvement: responding to risk | recording crime | investigating abuse",
            ],
        ),
        (
            "The force was graded good at preventing crime, supporting victims and managing offenders and suspects.",
            ["good: preventing crime | supporting victims | managing offenders and suspects"],
        ),
        (
            "It was good at preventing and deterring crime and antisocial behaviour, and reducing vulnerability.",
            ["good: preventing and deterring crime and antisocial behaviour | reducing vulnerability"],
        ),
        (
            "The service was good at understanding fires and other risks, preventing fires and risk, and responding to "
            "fires and other emergencies.",
            [
                "good: understanding fires and other risks | preventing fires and risk | "
                "responding to fires and other emergencies"
            ],
        ),
        (
            "It was good at recording data about crime; preventing and deterring crime, antisocial behaviour and "
            "vulnerability; and managing offenders.",
            [
                "good: recording data about crime | preventing and deterring crime, antisocial behaviour and "
                "vulnerability | managing offenders"
            ],
        ),
        (
            "The force was rated good at investigating crime and at managing offenders.",
            ["good: investigating crime | managing offenders"],
        ),
        (
            "Effectiveness and efficiency are good, but its legitimacy requires improvement.",
            ["good: Effectiveness | efficiency", "requires improvement: legitimacy"],
        ),
        (
            "Effectiveness and efficiency were rated good, while its legitimacy requires improvement.",
            ["good: Effectiveness | efficiency", "requires improvement: legitimacy"],
        ),
        (
            "The force was “good” at preventing crime, “adequate” at answering calls and “requires improvement” at "
            "investigating crime.",
            ["good: preventing crime", "adequate: answering calls", "requires improvement: investigating crime"],
        ),
        (
            "The force received one outstanding grade, for preventing crime, and two inadequates, for answering calls "
            "and investigating crime.",
            ["outstanding: preventing crime", "inadequate: answering calls | investigating crime"],
        ),
        (
            "Rehabilitation was not sufficiently good, safety was poor and respect was reasonably good.",
            ["not sufficiently good: Rehabilitation", "poor: safety", "reasonably good: respect"],
        ),
        (
            "Effectiveness and legitimacy were rated good and inadequate respectively.",
            ["good: Effectiveness", "inadequate: legitimacy"],
        ),
    ],
)
def test_a_list_of_areas_is_split_where_one_area_ends(grades, sentence, expected):
    assert grades(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "It slipped from good to adequate at preventing crime.",
            ["was good: preventing crime", "adequate: preventing crime"],
        ),
        (
            "Managing offenders has improved from inadequate to good.",
            ["was inadequate: Managing offenders", "good: Managing offenders"],
        ),
        (
            "At its last inspection the force was graded inadequate at recording crime.",
            ["was inadequate: recording crime"],
        ),
        (
            "Its response to the public is now good, having previously been inadequate.",
            ["good: response to the public", "was inadequate: response to the public"],
        ),
        (
            "Its response to the public is now good. It was previously inadequate.",
            ["good: response to the public", "was inadequate:"],
        ),
        (
            "In 2019 the force was judged good at preventing crime. It is now inadequate at that.",
            ["was good: preventing crime", "inadequate: preventing crime"],
        ),
        (
            "It is now inadequate at managing offenders, whereas in 2019 it was good.",
            ["inadequate: managing offenders", "was good: managing offenders"],
        ),
        (
            "It was graded good at preventing crime, up from requires improvement.",
            ["good: preventing crime", "was requires improvement: preventing crime"],
        ),
        (
            "Effectiveness: Good (2019: Requires improvement)",
            ["good: Effectiveness", "was requires improvement: Effectiveness"],
        ),
        (
            "It kept its good grade for preventing crime.",
            ["good: preventing crime"],
        ),
    ],
)
def test_the_grade_of_an_earlier_inspection_is_told_from_the_present_one(grades, sentence, expected):
    assert grades(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The force was not graded good at anything.",
        "The force was never rated outstanding at preventing crime.",
        "Nobody called the force’s leadership inadequate.",
        "The chief hopes that the force will be graded good at preventing crime.",
        "It could have been judged inadequate at preventing crime.",
        "The force is far from good at answering calls.",
        "The force is anything but good at answering calls.",
        "It was outstanding for neither.",
        "The inadequate grade for recording crime was withdrawn.",
        "If it were rated outstanding at preventing crime, residents would be glad.",
        "The control room was rated good by its own staff.",
        "Its response to burglary was judged ‘inadequate’ by four in five residents in a survey.",
        "Custody was described as good by independent custody visitors.",
        "No area was graded outstanding.",
        "“We have put plans in place to focus on the areas that require improvement,” the chief said.",
        "Whether the force is good at preventing crime is another question.",
    ],
)
def test_a_denied_or_conditional_grade_is_none(grades, sentence):
    assert grades(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Inspectors looked at 71 case files; 21 of the 71 files were good.",
        "Of the 40 investigations that inspectors examined, 12 were inadequate.",
        "Inspectors examined 33 cases. They found 10 good, 12 requiring improvement and 11 inadequate.",
        ("We examined 33 cases. We found 10 good, 12 that require improvement and 11 inadequate."),
        "In half of the cases the supervision was poor.",
        "Inspectors listened to 20 calls to the force. Twelve were good and three were inadequate.",
        "Inspectors read files. Most were adequate and some were inadequate.",
        "Inspectors read twenty case files, of which nine were inadequate.",
        "The inspectors examined 50 investigations. Only five were outstanding.",
        "In 20 cases, supervision was inadequate in eight.",
    ],
)
def test_a_verdict_on_case_files_is_no_grade(grades, sentence):
    assert grades(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Forces are graded as outstanding, good, adequate, requires improvement or inadequate.",
        "The force works well with partners and has good relations with councils.",
        "Officers do a good job in difficult times.",
        "There were 14 outstanding warrants.",
        "It is a good idea to lock your door.",
        "The force needs to improve how it records crime.",
        "Two recommendations are outstanding.",
        "The inspectors’ good-humoured visit ended on Monday.",
        "The weather was so poor that the drill was called off.",
        "A surveyor’s report says that the roof of the station is inadequate.",
    ],
)
def test_praise_scales_and_adjectives_are_no_grades(grades, sentence):
    assert grades(sentence) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The grades are:\n\n- Preventing crime: good\n- Managing offenders: requires improvement",
            ["good: Preventing crime", "requires improvement: Managing offenders"],
        ),
        (
            "The force was good at:\n\n- preventing crime\n- recording data about crime\n\nIt was adequate at:\n\n"
            "- managing offenders",
            ["good: preventing crime", "good: recording data about crime", "adequate: managing offenders"],
        ),
        (
            "The results:\n\nEffectiveness: good (good)\n\nEfficiency: adequate (good)",
            ["good: Effectiveness", "was good: Effectiveness", "adequate: Efficiency", "was good: Efficiency"],
        ),
        (
            "Good\n\n- Preventing crime\n- Supporting victims\n\nInadequate\n\n- Responding to the public",
            ["good: Preventing crime", "good: Supporting victims", "inadequate: Responding to the public"],
        ),
        (
            "Area | Grade | Previous grade\nPreventing crime | Good | Adequate\nManaging offenders | Inadequate | Good",
            [
                "good: Preventing crime",
                "was adequate: Preventing crime",
                "inadequate: Managing offenders",
                "was good: Managing offenders",
            ],
        ),
        (
            "Force\tEffectiveness\tEfficiency\nKent Police\tGood\tOutstanding\nEssex Police\tAdequate\tGood",
            ["good: Effectiveness", "outstanding: Efficiency", "adequate: Effectiveness", "good: Efficiency"],
        ),
    ],
)
def test_lists_headings_and_tables_give_grades(grades, body, expected):
    assert grades(body) == expected


def test_a_grade_says_which_words_made_it_one(find):
    reading, (note,) = find("grades", "The force NEEDS IMPROVEMENT at preventing crime.")
    (cue,) = note.cues
    assert reading.text[cue[0] : cue[1]] == "NEEDS IMPROVEMENT"
    assert (cue[2], note.attributes["grade"]) == ("needs improvement", "requires improvement")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "It was upgraded from requires improvement to good at vetting.",
            ["was requires improvement: vetting", "good: vetting"],
        ),
        ("Readers will find that the force is good at vetting.", ["good: vetting"]),
        ("There was one good grade, for vetting.", ["good: vetting"]),
        ("Only leadership was better than adequate.", []),
        (
            "It is good at vetting but inadequate at putting out fires.",
            ["good: vetting", "inadequate: putting out fires"],
        ),
        ("On vetting it was good, on custody adequate.", ["good: vetting", "adequate: custody"]),
    ],
)
def test_the_words_around_a_grade_say_whether_and_of_what_it_is(grades, sentence, expected):
    assert grades(sentence) == expected


def test_a_list_goes_on_behind_a_relative_clause(grades):
    sentence = (
        "It is good at vetting, an area in which it had been adequate in 2022, and at developing a positive workplace."
    )
    assert sorted(grades(sentence)) == [
        "good: vetting | developing a positive workplace",
        "was adequate: vetting",
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was adequate for its custody suite, call handling and vetting.", ["adequate: custody suite | call handling | vetting"]),
        ("Response and call handling were both rated adequate.", ["adequate: response | call handling"]),
        ("It is adequate for custody and vetting.", ["adequate: custody | vetting"]),
        ("It is good for leadership and culture.", ["good: leadership and culture"]),
        ("It got the grade of good for its work with victims and the grade of adequate for custody.",
         ["good: work with victims", "adequate: custody"]),
        ("It liked the leadership (good).", ["good: leadership"]),
        ("The force did best in leadership, where it was outstanding.", ["outstanding: leadership"]),
    ],
)  # fmt: skip
def test_an_area_begins_and_ends_where_its_words_do(grades, sentence, expected):
    assert [row.lower() for row in grades(sentence)] == expected


def test_a_clause_goes_on_behind_an_aside_with_a_grade(grades):
    found = grades("Call handling – inadequate in 2021 – is now adequate.")
    assert [row.lower() for row in found] == ["was inadequate: call handling", "adequate: call handling"]
