"""Asks by how a document lays them out: under headings that ask or set a day, in turn, in one sentence, or summed up."""

import re

import pytest

OPENING = "HMICFRS inspected Kent Police in May and published its report today.\n\n"


@pytest.fixture(scope="module")
def asked(record):
    """Words and deadline of each mention, in the order of the text."""

    def run(body):
        found = [
            (evidence.start, evidence.text, row.deadline.text if row.deadline else None)
            for row in record(OPENING + body).recommendations
            for evidence in row.evidence
        ]
        return [mention[1:] for mention in sorted(found)]

    return run


@pytest.fixture(scope="module")
def kinds(record):
    """Words and kind of each mention, in the order of the text."""

    def run(body):
        rows = record(OPENING + body).recommendations
        return [(evidence.text, row.kind) for row in rows for evidence in row.evidence]

    return run


@pytest.mark.parametrize("head", ["What is now asked", "What the inspectorate asks", "Asked of the force"])
def test_headings_of_what_is_asked_hold_headings_of_days(asked, head):
    body = (
        f"{head}\n\nBefore the summer holidays\n\n(a) The force to bring its logs up to date.\n\n"
        "(b) A written plan for each cell block.\n\nNo date set\n\n(c) An agreement with each council on who goes."
    )
    assert asked(body) == [
        ("The force to bring its logs up to date", "Before the summer holidays"),
        ("A written plan for each cell block", "Before the summer holidays"),
        ("An agreement with each council on who goes", None),
    ]


def test_what_the_writers_of_a_page_ask_is_not_the_inspectorates(asked):
    assert asked("What we ask\n\n(a) The force to bring its logs up to date.\n\n(b) A written plan for each van.") == []


@pytest.mark.parametrize(
    "body",
    [
        "Requirements\n\n- A full driving licence\n- Good eyesight",
        "What they ask\n\n- Why do you want to join?\n- Who inspired you?",
    ],
)
def test_what_is_asked_of_applicants_is_no_recommendation(asked, body):
    assert asked(body) == []


def test_items_under_a_day_go_on_with_the_heading_above_it(asked):
    body = (
        "The cells were clean. The staff were kind to those who were held in them, and knew who they were.\n\n"
        "The queue for tips was long.\n\nRecommendations\n\nBy 15 August 2026:\n\n- the old claims to be settled, the longest first;\n"
        "- a superintendent to sign each log.\n\n"
        "By 15 December 2026, jointly with the councils:\n\n- the force to have a means of sharing its maps.\n\n"
        "The force told us that it will train two people to make tea."
    )
    assert asked(body) == [
        ("the old claims to be settled, the longest first", "By 15 August 2026"),
        ("a superintendent to sign each log", "By 15 August 2026"),
        ("the force to have a means of sharing its maps", "By 15 December 2026"),
    ]


def test_a_date_opens_a_paragraph(asked):
    body = (
        "What you will have to do\n\nThis is in order.\n\n30 September 2026. Chief constables should count each store.\n\n"
        "31 December 2026. Cash is no longer to be held at stations.\n\nNo date. Drugs and guns need to be kept apart."
    )
    assert asked(body) == [
        ("Chief constables should count each store", "30 September 2026"),
        ("Cash is no longer to be held at stations", "31 December 2026"),
        ("Drugs and guns need to be kept apart", None),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Area for improvement: the force should clear its cells. (By Easter)", "By Easter"),
        (
            "Before the next round of promotions, the force must pick a new board.",
            "Before the next round of promotions",
        ),
        ("Before the next intake, the force must pick a new board.", "Before the next intake"),
        (
            "Before the end of the year, the inspectorate wants the force to test its plans.",
            "Before the end of the year",
        ),
        ("Before the next shift, the force must pick a new board.", None),
    ],
)
def test_days_stand_around_an_ask(asked, body, expected):
    assert [deadline for _, deadline in asked(body)] == [expected]


def test_a_table_can_say_what_was_asked(asked):
    body = (
        "No. | Asked of us | To be done by | Our progress\n"
        "R1 | Staff the desk to the level of the forecast | 29 May 2026 | We must hire.\n"
        "R2 | Callers who hang up are to be rung back within an hour | 1 June 2026 | Begun.\n"
        "R3 | Callers who wait to be rung back the same day | 2 June 2026 | Begun."
    )
    assert asked(body) == [
        ("Staff the desk to the level of the forecast", "29 May 2026"),
        ("Callers who hang up are to be rung back within an hour", "1 June 2026"),
        ("Callers who wait to be rung back the same day", "2 June 2026"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "There are six areas for improvement. These are the two that matter.",
        "Areas for improvement",
        "The report has two areas for improvement.",
    ],
)
def test_paragraphs_that_tell_in_turn_have_the_kind_of_what_announces_them(kinds, head):
    body = (
        f"{head}\n\nFirst, lost keys. The force should find them sooner. There were nine of them.\n\n"
        "Second, divers. The force needs to give them a hut near the quay. It had none."
    )
    assert kinds(body) == [
        ("The force should find them sooner", "area_for_improvement"),
        ("The force needs to give them a hut near the quay", "area_for_improvement"),
    ]


def test_paragraphs_below_another_heading_have_no_such_kind(kinds):
    body = "It has two areas for improvement.\n\nFleet\n\nFirst, vans. The force should wash them.\n\nSecond, it should sell two."
    assert "area_for_improvement" not in dict(kinds(body)).values()


def test_a_heading_can_put_asks_to_a_body_that_was_not_inspected(asked):
    body = (
        "Recommendations\n\nTo the Chief Constable\n\nRecommendation 1: audit a sample of cases each month.\n\n"
        "To the College of Policing\n\nRecommendation 2: rewrite the guidance on cells.\n\n"
        "To the force\n\nRecommendation 3: count the keys each night."
    )
    assert [text for text, _ in asked(body)] == ["audit a sample of cases each month", "count the keys each night"]


def test_the_end_of_a_page_asks_nothing(asked):
    body = (
        "Areas for improvement\n\nVans\n\nEach van should be washed.\n\nNotes to editors\n\n"
        "1. The inspection of vans in May.\n2. Please contact Ann Mott for more information."
    )
    assert [text for text, _ in asked(body)] == ["Each van should be washed"]


@pytest.mark.parametrize(
    "body",
    [
        "Kent Police must, within three months: [count its keys]; [wash its vans]; and [sell two boats].",
        "Area for improvement: [the way the force assesses risk]; [the supervision of its vans]; and [the welfare of staff].",
        "It was given two areas for improvement. They are [the supervision of its vans] and [the welfare of its divers].",
        "The inspectorate asked for three things: [a review of its shifts], [a map of its drains] and [a course for divers].",
        "The report asked for one thing above all others: [new radios to be bought for both boats].",
        "HMICFRS has made four recommendations, among them [an audit of its stores] and [a register of its keys].",
        "It makes recommendations. They are: that, by May, [the force gives each victim a name]; that [it replaces its old forms]; and that ministers pay.",
        "Its recommendations were as follows: (a) that [the force review its shifts]; and (b) that [it appoint a lead for boats].",
        "The inspectorate’s recommendation is that [each sergeant is shown, by night, how to load a van].",
        "To put it plainly: [wash the vans], [get the logs straight], and [know who holds the keys].",
        "In short: [count the keys], [wash the vans] and [sell the boats].",
        "It was asked to do two things. One is to [count its keys]. Another is to [wash its vans].",
        "Areas for improvement:\n\n- [Overtime: one rota, shown to all staff].\n- [How it records searches].",
        "The inspectorate’s point is that [the force should make sure that all staff know the code].",
        "HMICFRS recommends that [he bring the stock of radios up to strength].",
        "[The force and NHS England should agree who pays for the doctor].",
        "Kent Police has been told that [its boats ought to carry a radio that works].",
        "[The force should wash its vans]. [It is also to make sure that the keys are counted].",
        "The chief has seen the cells, since that is when divers are to be found there.",
        "The Fire Brigades Union put it to us that every station ought to have a diver.",
        "The Superintendents’ Association says it wants forces to stop selling horses.",
        "The force, whom nobody asked, did everything that I would want to see done in Deal.",
        "Inspectors read 40 files in which the force had been asked to find a cousin.",
        "The watchdog’s verdict was that [stores needed to be audited].",
        "[A review of shift patterns was recommended] by HMICFRS.",
        "[More training for call handlers is recommended] in the report.",
        "A merger of two forces was recommended by the union.",
        "If a review of shifts is recommended by inspectors, it will cost more.",
        "[Recommendation 2 asks it to count the cash each week].",
        "HMICFRS told us plenty. “One told us she had rung twice and had then been asked to write a letter,” the report says.",
        "They are the work of years. The areas for improvement are closed.",
        "She said that she had advised four chief constables from other regions to visit the stables.",
    ],
)
def test_one_sentence_lists_asks_or_none(asked, body):
    assert [text for text, _ in asked(body.replace("[", "").replace("]", ""))] == re.findall(r"\[(.*?)\]", body)
