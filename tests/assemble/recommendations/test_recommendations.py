"""Asks as rows: whose voice, which force, and which mentions are one ask."""

import pytest

import extract

OPENING = "HMICFRS inspected Kent Police in May and published its report today.\n\n"
ASK = "the force needs to train its staff"


@pytest.fixture(scope="module")
def rows(record):
    """Mentions of each ask."""

    def run(body):
        return [[evidence.text for evidence in row.evidence] for row in record(OPENING + body).recommendations]

    return run


@pytest.mark.parametrize(
    "body",
    [
        "Inspectors said that the force needs to train its staff.",
        "The report says: “the force needs to train its staff”.",
        "His Majesty’s Inspector of Constabulary Roy Marsh said that the force needs to train its staff.",
        "His Majesty’s Inspector of Constabulary Roy Marsh said: “I am clear that the force needs to train its staff.”",
        "It is plain that the force needs to train its staff.",
        "In 2021 inspectors said that the force needs to train its staff.",
        "Conclusion: the force needs to train its staff.",
        "HMI Roy Marsh said: “I am clear that the force needs to train its staff.”",
        "Roy Marsh, who led the inspection, said: “I am clear that the force needs to train its staff.”",
        "It does, however, say that the force needs to train its staff.",
        "The inspectors raised a cause of concern, which says that the force needs to train its staff.",
        "In the inspectorate’s words, the force needs to train its staff.",
        "On fairness, it found two faults and it said that the force needs to train its staff.",
        "Chapter four says that the force needs to train its staff.",
        "It says in the section on skills that the force needs to train its staff.",
        "It has been praised for its work but told that the force needs to train its staff.",
        "HMI Roy Marsh, writing in the report, says the force “has a clear view” and that the force needs to train its staff.",
        "It raised a cause of concern, the only one of the year, which says that the force needs to train its staff.",
        "Area for improvement 4 reads: “the force needs to train its staff.”",
    ],
)
def test_the_inspectorate_asks_in_its_own_voice_or_in_the_articles(rows, body):
    assert rows(body) == [[ASK]]


@pytest.mark.parametrize(
    "body",
    [
        "ACC Jo Hale of Kent Police said: “We need to train our staff.”",
        "ACC Jo Hale of Kent Police said that the force needs to train its staff.",
        "Police Federation chair Ray Dunn said: “I am clear that the force needs to train its staff.”",
        "Police and Crime Commissioner Jo Hale said that the force must train its staff.",
        "The charity’s director, Jo Hale, said the force “needs to train its staff”.",
        "The judge, Jo Hale, told the court that the force must train its staff.",
        "The force needs to train its staff, Cllr Ray Dunn said.",
        "The Home Office should pay for the training of staff.",
        "The College of Policing must write a course for staff.",
        "Ministers should pay for it.",
        "Victims should call 101.",
        "You must book a seat.",
        "Our response: the force must train its staff.",
        "The authority, Cllr Dunn joked, must train its staff.",
        "MP Jo Hale called on the force to train its staff.",
        "Cllr Ann Lee: The force must train its staff.",
        "A report to the panel says the force should train its staff.",
        "Members agreed that the force should train its staff.",
        "The force knows it must train its staff.",
        "It accepted that it needed to train its staff.",
        "Ideally officers should train each month.",
        "Witnesses are asked to call the police.",
        "Work to mend the roof is to be finished by June.",
        "The union’s plan requires officers to train each month.",
        "The charity asked the force to train its staff.",
        "HMICFRS would have told the force to train its staff.",
        "HMICFRS said it would have had to tell the force that its staff must be trained.",
        "The inspectors did not say that the force should train its staff.",
        "Nor did HMICFRS say that the force should train its staff.",
        "Kent Police was told by the panel to train its staff.",
        "Asked by the police and crime commissioner to train its staff, Kent Police agreed.",
        "A charity spoke out. It called on the force to train its staff.",
        "The force should train its staff. That is the view of the union.",
        "The Home Office should write a course, the report says, and it should train its staff.",
        "Deputy Chief Constable Ray Dunn has been asked to train its staff.",
        "Inspectors heard that officers must share 30 desks.",
        "Officers must wear a badge under force policy.",
        "Those words ought to be on the wall of every station.",
        "The union recommended a review of the force’s training.",
        "Residents have long said the force needs to train its staff.",
        "Staff told inspectors they needed to be trained better.",
        "By law, the force must record each crime.",
        "Officers had to wait for three hours.",
        "RESOLVED:\n\n(a) That the report be noted;\n(b) That Kent Police should be invited to show its dogs.",
        "The Department of Justice should write a law on it.",
        "The inspector was struck by Project Oak and wanted it to carry on.",
        "Staff were unsure of which shift they should be on.",
        "Jo Hale, of the charity Open Cell, said it was late. In her view the force needs to train its staff.",
        "“Other forces should go and look,” said His Majesty’s Inspector Roy Marsh.",
        "The chief constable is to retire in June, an old friend says.",
        "Officers have to drive 40 miles to the nearest cell.",
        "The force should ring you within a day.",
        "The report stops short of saying that the force needs to train its staff.",
        "“It is late,” one neighbour said. He added that the force needs to train its staff.",
        "My comment: It is late. The force needs to train its staff.",
        "All who come should wear something red.",
        "To be graded good, a force should train its staff.",
        "Inspectors were told that the force needs to train its staff.",
        "It was suggested to inspectors that the force needs to train its staff.",
        "Copies of the report must be ordered from the press office.",
        "Our plan is here.\n\nFor staff:\n\n- We must train our staff.\n- Sergeants should check files.",
        "The family has asked that donations be sent to the hospice.",
        "My own view is that the force needs to train its staff.",
        "Its conclusions are:\n\n- The inspectorate should publish its costs.\n- The force needs to train its staff.",
        "Dear Minister\n\nI have asked the Chief Constable to train all staff.\n\nYours sincerely\n\nJo Hale\nPolice and Crime Commissioner for Kent",
    ],
)
def test_what_others_want_and_what_others_are_asked_is_no_recommendation(rows, body):
    assert rows(body) == []


def test_what_is_to_be_done_is_an_ask_where_an_inspectorate_is_in_view(record):
    lines = "The hall was cold. Tea was served. Few people came. The chair spoke first. "
    assert not record(OPENING + lines + "The room must be booked by May.").recommendations
    assert record(OPENING + lines + "Inspectors found mould. The room must be cleaned by May.").recommendations


def test_the_heading_of_a_column_asks_for_what_stands_in_it(write):
    rows = "<tr><td>1</td><td>Visit victims in person</td><td>By May 2026</td></tr>"
    head = "<tr><th>No.</th><th>The Chief Officer should</th><th>When</th></tr>"
    page = f"<html><body><h1>Kent Police inspected</h1><p>{OPENING}</p><table>{head}{rows}</table></body></html>"
    (row,) = extract.extract_file(write("kent.html", page)).recommendations
    assert (row.evidence[0].text, row.deadline.text) == ("Visit victims in person", "By May 2026")


@pytest.mark.parametrize("head", ["Kent Police should:", "HMICFRS asked the force to"])
def test_a_cell_under_such_a_heading_can_begin_with_its_day(write, head):
    rows = "<tr><td>by 1 May 2026, read every file</td><td>We must end it soon.</td></tr>"
    head = f"<tr><th>{head}</th><th>What we say to this</th></tr>"
    page = f"<html><body><h1>Kent Police inspected</h1><p>{OPENING}</p><table>{head}{rows}</table></body></html>"
    (row,) = extract.extract_file(write("kent.html", page)).recommendations
    assert (row.evidence[0].text, row.deadline.text) == ("read every file", "by 1 May 2026")


def test_a_part_of_the_body_is_asked_beside_the_body(rows):
    body = "The force should name an officer, and its control room must ask about each call."
    assert rows(body) == [["The force should name an officer"], ["its control room must ask about each call"]]


def test_a_headline_can_ask_by_itself(record):
    head = "Kent Police is good at phones but must improve its response to children at risk\n\n1 May 2026\n\n"
    (row,) = record("HMICFRS inspected the force in May.", head=head).recommendations
    assert row.evidence[0].text == "must improve its response to children at risk"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("It called on the force to review its training.", ["the force to review its training"]),
        (
            "The inspectorate has asked the chief constable to publish a plan within 100 days.",
            ["the chief constable to publish a plan"],
        ),
        (
            "Inspectors urged the force to review its training and to check its files.",
            ["the force to review its training and to check its files"],
        ),
        (
            "The force has been given six months to review its training.",
            ["The force has been given six months to review its training"],
        ),
        (
            "The first is that the force should review its training. The second is that it should check its files.",
            ["the force should review its training", "it should check its files"],
        ),
        (
            "The force must do the following:\n\n- review its training\n- check its files",
            ["review its training", "check its files"],
        ),
        ("The force needs to be better at recording crime.", ["The force needs to be better at recording crime"]),
        (
            "Kent must improve the way it treats victims, HMICFRS has said.",
            ["Kent must improve the way it treats victims"],
        ),
        (
            "Kent Police and its partners must share what they know of children.",
            ["Kent Police and its partners must share what they know of children"],
        ),
        ("HMICFRS recommends the force reviews its use of bail.", ["the force reviews its use of bail"]),
        ("Inspectors recommended that Kent Police share what it knows.", ["Kent Police share what it knows"]),
        ("HMICFRS wants better supervision. It advised Kent to train its sergeants.", ["Kent to train its sergeants"]),
        (
            "Kent Police, which the inspectorate says should cost its plan, is good at planning.",
            ["Kent Police, which the inspectorate says should cost its plan"],
        ),
        (
            "The inspectorate said that while its cells are clean, the force must train its staff.",
            ["the force must train its staff"],
        ),
        ("It needs a plan for its estate.", ["It needs a plan for its estate"]),
        ("The report recommends reviewing its use of strip searches.", ["reviewing its use of strip searches"]),
        (
            "Among the areas for improvement are the way notebooks are stored, and the support given to staff.",
            ["the way notebooks are stored", "the support given to staff"],
        ),
        ("By the end of May the force should have trained its staff.", ["the force should have trained its staff"]),
        (
            "The Chief Constable should\n\n1. review its training;\n2. check its files.",
            ["review its training", "check its files"],
        ),
        (
            "The force must:\n\n(a) review its training;\n(b) check its files; and\n(c) publish a plan.",
            ["review its training", "check its files", "publish a plan"],
        ),
    ],
)
def test_the_wordings_of_an_ask(rows, body, expected):
    assert [mentions[0] for mentions in rows(body)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The force should train its call handlers to spot risk.\n\nThe report said: “The force needs to train call "
            "handlers so that they spot risk.”",
            [2],
        ),
        ("The force should train its call handlers to spot risk. It should also check its custody records.", [1, 1]),
        (
            "The force should:\n\n- train its call handlers to spot risk;\n- train its call handlers to record risk.",
            [1, 1],
        ),
        (
            "The force must record the voice of the child.\n\nThe force should:\n\n- record the voice of the child in "
            "each case; and\n- check its custody records.",
            [2, 1],
        ),
        (
            "The force should visit each offender whose review is overdue.\n\nIt should also count its dogs.\n\n"
            "“A review that is late is no review,” said HM Inspector Anna Lorne. “The force must knock on those doors.”",
            [2, 1],
        ),
    ],
)
def test_two_statements_of_one_ask_are_one_row_and_two_asks_of_a_list_are_two(rows, body, expected):
    assert [len(mentions) for mentions in rows(body)] == expected


@pytest.mark.parametrize(
    ("body", "forces"),
    [
        ("The force should train its staff.", ["kent-police"]),
        ("Essex Police, too, should train its staff.", ["essex-police"]),
        ("Chief constables should train their staff.", [None]),
        ("Every force in England and Wales should train its staff.", [None]),
        ("All forces should train their staff.", [None]),
        ("Any officer using force should complete a form.", ["kent-police"]),
        ("Kent Police and Essex Police should train their staff.", ["kent-police", "essex-police"]),
        ("Kent Police met Essex Police. Both forces should train their staff.", ["kent-police", "essex-police"]),
        ("Kent Police met Essex Police. Each should train its staff.", ["kent-police", "essex-police"]),
        ("Kent Police met Essex Police. Each of the two forces must train its staff.", ["kent-police", "essex-police"]),
        (
            "Of three recommendations two are for Essex Police:\n\n- The force should train its staff\n- It should count its dogs",
            ["essex-police"] * 2,
        ),
        ("Kent Police met Essex Police. The former should train its staff.", ["kent-police"]),
        ("Kent Police met Essex Police. The latter should train its staff.", ["essex-police"]),
        ("It falls to chief constables. By June, they should train their staff.", [None]),
        ("The county’s Forensic Agency (CFA) is small. The CFA should train its staff.", [None]),
        ("Essex Police is slow. It should train its staff. It should also count its dogs.", ["essex-police"] * 2),
    ],
)
def test_an_ask_is_put_to_the_force_of_its_subject(record, body, forces):
    assert [row.force for row in record(OPENING + body).recommendations] == forces


def test_an_ask_of_a_prison_has_no_force(record):
    body = "HM Inspectorate of Prisons went to HMP Elmley. Safety was poor. The prison should reduce violence."
    (row,) = record(body).recommendations
    assert (row.force, row.evidence[0].text) == (None, "The prison should reduce violence")


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("The force should train its staff.", ["recommendation"]),
        ("Areas for improvement\n\n- The force should train its staff.", ["area_for_improvement"]),
        ("Inspectors issued a cause of concern.\n\nThe force should:\n\n- train its staff.", ["recommendation"]),
        (
            "The force should train its call handlers to spot risk.\n\nArea for improvement\n\nThe force should train "
            "call handlers to spot risk.",
            ["area_for_improvement"],
        ),
        (
            "In what is listed as the first of nine areas for improvement, the force should train its staff.",
            ["area_for_improvement"],
        ),
        (
            "It set three areas for improvement; one is that the force should train its staff.",
            ["area_for_improvement"],
        ),
        (
            "The force must train its staff; that is one of eleven areas for improvement.",
            ["area_for_improvement"],
        ),
        ("As to the areas for improvement, the force should train its staff.", ["area_for_improvement"]),
        (
            "4.2 PEEL 2023 AFI 3: The force should train its staff.",
            ["area_for_improvement"],
        ),
        (
            "Area for improvement 3 of the report reads:\n\n“The force needs to train its staff.”",
            ["area_for_improvement"],
        ),
        (
            "There were 14 areas for improvement and no causes of concern. These were read out:\n\n(i) The force should "
            "train its staff.",
            ["area_for_improvement"],
        ),
        (
            "Areas for improvement\n\nWe list those that matter most.\n\n1. The force should train its staff.\n2. The force "
            "should check its files.",
            ["area_for_improvement", "area_for_improvement"],
        ),
    ],
)
def test_the_kind_is_the_label_of_any_mention(record, body, kinds):
    assert [row.kind for row in record(OPENING + body).recommendations] == kinds


PAGE = """HMICFRS inspected Kent Police and graded it adequate at investigating crime and inadequate at responding to the public.

Investigating crime

Too many files were late, and supervisors did not look at them. Victims were not told.

Areas for improvement

The force should make sure that supervisors check files.

Responding to the public

The force does not answer calls fast enough. It should answer 999 calls in ten seconds."""


def test_an_ask_belongs_to_the_area_of_its_heading(record):
    found = [(row.area, row.kind) for row in record(PAGE).recommendations]
    assert found == [
        ("investigating-crime", "area_for_improvement"),
        ("responding-to-the-public", "recommendation"),
    ]


def test_the_last_of_a_list_of_areas_and_grades_heads_no_ask(record):
    body = (
        "HMICFRS inspected Kent Police in May and gave it two grades.\n\nResponding to the public\n\nGood\n\n"
        "Investigating crime\n\nAdequate\n\nKent Police, says the report, should train its call handlers to spot risk."
    )
    assert [row.area for row in record(body).recommendations] == [None]


def test_the_deadline_has_the_words_and_the_day(record):
    (row,) = record(OPENING + "Within three months, the force should train its staff.").recommendations
    assert (row.deadline.text, row.deadline.date) == ("Within three months", "2026-02-24")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The force should clear its backlog of referrals from schools.\n\nIt needs to clear what is left of the "
            "backlog and keep it down.",
            [2],
        ),
        (
            "The force should reduce the queue at its laboratory, so that no device waits.\n\nThe force needs to get "
            "through those devices sooner.",
            [2],
        ),
        (
            "Kent Police should see that each child at risk has an officer.\n\nKent Police should end its use of slang.",
            [1, 1],
        ),
        ("The force should improve how it records rape.\n\nIt should improve how it records burglary.", [1, 1]),
        (
            "The force should check each curfew at least weekly.\n\nSergeants should record the outcome of each check "
            "of a curfew.",
            [1, 1],
        ),
    ],
)
def test_words_that_many_asks_share_and_the_name_of_the_force_join_no_asks(rows, body, expected):
    assert [len(mentions) for mentions in rows(body)] == expected


def test_what_the_inspectorate_recommends_as_we_is_its_own(rows):
    assert rows("We recommend the force trains its staff.") == [["the force trains its staff"]]


def test_a_headline_that_repeats_an_ask_is_a_mention_of_it(record):
    body = "HMICFRS inspected the force. It should train its call handlers to spot risk."
    (row,) = record(body, head="Kent Police told to train its call handlers\n\n1 May 2026\n\n").recommendations
    assert [evidence.text for evidence in row.evidence] == [
        "Kent Police told to train its call handlers",
        "It should train its call handlers to spot risk",
    ]


def test_what_a_probation_unit_is_asked_has_no_force(record):
    body = "HMI Probation inspected the Leeds unit, which works with Kent Police. The unit must ask about abuse."
    assert [row.force for row in record(body).recommendations] == [None]


def test_it_is_a_body_outside_that_the_sentence_before_is_of(record):
    ask = "was not visited. It should publish its accounts."
    assert not record(f"Kent Police was visited.\n\nThe ministry {ask}").recommendations
    assert record(f"Kent Police was visited.\n\nMinistry of Defence Police {ask}").recommendations


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("The council was not inspected.", False),
        ("The trust, its partner, was not part of the inspection.", False),
        ("The force has not been inspected since 2023.", True),
    ],
)
def test_it_is_asked_nothing_where_it_was_not_inspected(record, before, asked):
    found = record(f"Kent Police was visited.\n\n{before} It should publish its accounts, HMICFRS said.")
    assert bool(found.recommendations) == asked
