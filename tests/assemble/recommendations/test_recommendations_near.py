"""Asks that what stands near them tells to be the inspectorate's."""

import pytest

OPENING = "HMICFRS inspected Kent Police in May and published its report today.\n\n"
ASK = "the force needs to train its staff"


@pytest.fixture(scope="module")
def rows(record):
    """Mentions of each ask."""

    def run(body):
        return [[evidence.text for evidence in row.evidence] for row in record(OPENING + body).recommendations]

    return run


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "HMICFRS has told us that we need to improve how we spot strain.",
            ["we need to improve how we spot strain"],
        ),
        (
            "The report says that the force should publish its plans and that it needs to count its officers.",
            ["the force should publish its plans", "it needs to count its officers"],
        ),
        (
            "According to the report Kent needs to ask what people think of it, and it should mend its records.",
            ["Kent needs to ask what people think of it", "it should mend its records"],
        ),
        (
            "Inspectors found that Kent Police and the Department of Health should agree a protocol for beds.",
            ["Kent Police and the Department of Health should agree a protocol for beds"],
        ),
    ],
)
def test_further_clauses_and_partners_stay_the_inspectorates(rows, body, expected):
    assert [mention for row in rows(body) for mention in row] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Bosses have to clear the backlog by June.", ["Bosses have to clear the backlog"]),
        ("Inspectors also want every station to have a nurse.", ["Inspectors also want every station to have a nurse"]),
        (
            "HMICFRS would like the two sergeants to explain it.",
            ["HMICFRS would like the two sergeants to explain it"],
        ),
        (
            "The force should train its staff. Cameras must be issued to every officer.",
            ["The force should train its staff", "Cameras must be issued to every officer"],
        ),
        (
            "I sat through it all. I took notes. Page 27 has a recommendation. The force should vet its cleaners.",
            ["The force should vet its cleaners"],
        ),
        (
            "Each force was left with an area for improvement of its own. Ours reads as follows. “Kent needs to vet its "
            "cleaners.”",
            ["Kent needs to vet its cleaners"],
        ),
        (
            "There are two areas for improvement: that the force needs a plan; and that Fire Control should log each call.",
            ["the force needs a plan", "Fire Control should log each call"],
        ),
        ("Recommendation 3 says that Kent should vet its cleaners.", ["Kent should vet its cleaners"]),
        (
            "Kent Police has been told it will need to count its vans.",
            ["it will need to count its vans"],
        ),
        (
            "HMICFRS says Kent Police has come a long way but must hire analysts.",
            ["must hire analysts"],
        ),
        (
            "I asked to see it. I will wait. There is one cause of concern: the force should vet its cleaners.",
            ["the force should vet its cleaners"],
        ),
        (
            "HMICFRS inspector Jo Hale said: “It was late. Someone needs to vet the cleaners. The machines they rely on "
            "must be mended. Everyone who works in a cell block should have a radio.”",
            [
                "Someone needs to vet the cleaners",
                "The machines they rely on must be mended",
                "Everyone who works in a cell block should have a radio",
            ],
        ),
        (
            "It was late, a spokesperson for HMICFRS said. “Kent needs to vet its cleaners.”",
            ["Kent needs to vet its cleaners"],
        ),
        (
            "HMICFRS said the force should see that call handlers give advice, and that it needs to count its dogs.",
            ["the force should see that call handlers give advice", "it needs to count its dogs"],
        ),
        (
            "The report has one cause of concern for the force, which says that by May it must vet its cleaners.",
            ["it must vet its cleaners"],
        ),
        (
            "It issued one cause of concern, under which the force must vet its cleaners.",
            ["the force must vet its cleaners"],
        ),
        (
            "Farmers want drones. It follows a report in which HMICFRS said that the force should vet its cleaners.",
            ["the force should vet its cleaners"],
        ),
        (
            "HMICFRS says that in Kent the force and the council should share their lists.",
            ["the force and the council should share their lists"],
        ),
        ("It requires improvement: by March the force has to train its staff.", ["the force has to train its staff"]),
        ("The Department of Justice was not inspected. It is urged to bring in a law on bail.", []),
        ("The Home Office funds the work. It should give more.", []),
        ("The council gave the force a van. It must now find a driver.", ["It must now find a driver"]),
        ("The Home Office gave the force a van. It must now find a driver.", ["It must now find a driver"]),
        ("The charity Lean-To, in Maidstone, has warned of this. It’s calling on the force to sack its supplier.", []),
        ("The supplier, which has asked for its part of the report to be held back, is gone.", []),
        ("The Home Office, which should fund it, is at fault.", []),
        ("The council is calling on the force to open its desk.", []),
        (
            "The force must train its staff. Patrols need to know who lives at an address.",
            ["The force must train its staff", "Patrols need to know who lives at an address"],
        ),
        (
            "Inspectors have praised Kent Police for the way in which it trains its animals but say it needs to count its dogs and horses.\n\n"
            "Inspectors have praised Kent Police for the way in which it trains its animals but say it needs to count its dogs and horses.",
            ["it needs to count its dogs and horses"],
        ),
        ("There are 3 AFIs. They include vetting all of its cleaners.", ["vetting all of its cleaners"]),
    ],
)
def test_what_stands_near_an_ask_tells_that_it_is_one(rows, body, expected):
    assert [mention for row in rows(body) for mention in row] == expected


@pytest.mark.parametrize(
    "body",
    [
        "HMICFRS says the force should have a process for complaints, and that it should be in place by May.",
        "HMICFRS says: “The force should have a process for complaints, and I expect it to have done so by May.”",
    ],
)
def test_what_only_says_by_when_sets_the_day_of_the_ask_before_it(record, body):
    (row,) = record(OPENING + body).recommendations
    assert (row.evidence[0].text.lower(), row.deadline.text) == (
        "the force should have a process for complaints",
        "by May",
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The force should stop holding children in cells overnight.\n\n“Too many children spend the night in a cell,” "
            "said HM Inspector Anna Lorne. “The force must put an end to it.”",
            [2],
        ),
        (
            "The force should give each rape victim an adviser. It should give each victim of fraud a leaflet.",
            [1, 1],
        ),
        (
            "The force should count its knives.\n\n“Knives lay on the floor,” said HM Inspector Anna Lorne. “The force "
            "must mend it, and put the cash somewhere else.”",
            [1, 1],
        ),
        (
            "The force must:\n\n- vet its staff every year; and\n- give each offender manager no more than 50 cases.\n\n"
            "The average is now 63. The force needs to bring each manager’s caseload down to 50, as we asked.",
            [1, 2],
        ),
        (
            "The brigade must stop its bullying culture.\n\n“Staff told us of cruel nicknames,” said HM Inspector Anna "
            "Lorne. “The brigade has to stamp it out.”",
            [2],
        ),
    ],
)
def test_what_stands_before_an_ask_and_as_we_asked_tell_that_it_is_said_again(rows, body, expected):
    assert [len(mentions) for mentions in rows(body)] == expected


LETTER = """Kent Police: progress letter

Publication date: 17 October 2023

From: {writer}

To: Chief Constable Royle

Dear Annette

Thank you for your help with the HMICFRS inspection of Kent Police.

{asks}

Yours sincerely

{writer}
"""


@pytest.mark.parametrize(
    ("writer", "asks", "expected"),
    [
        (
            "Desmond Harker, His Majesty’s Inspector of Constabulary",
            "Please send me an updated action plan by 30 November. Please accept my thanks.",
            ["Please send me an updated action plan"],
        ),
        ("Chief Constable Royle, Kent Police", "Please send me the file list that your team used.", []),
    ],
)
def test_a_letter_of_the_inspectorate_asks_by_please(record, writer, asks, expected):
    found = record(LETTER.format(writer=writer, asks=asks)).recommendations
    assert [row.evidence[0].text for row in found] == expected


def test_an_area_for_improvement_can_be_a_gerund_with_a_clause(rows):
    body = "Areas for improvement:\n\n- making sure every firefighter has an appraisal\n- ensuring all staff are vetted"
    assert [len(mentions) for mentions in rows(body)] == [1, 1]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("ask all who resign for their reasons", "The brigade must consult the people it is losing."),
        ("crew its text desk round the clock", "Somebody must be there at every hour."),
        ("staff its desk at all hours", "The brigade must not leave it unattended at night."),
        ("hold its drills fortnightly", "Crews must drill every week."),
    ],
)
def test_an_ask_is_said_again_in_other_words(rows, told, said):
    body = (
        f"HMICFRS said the brigade should {told}. It should count its vans.\n\n“{said}” said HM Inspector Anna Lorne."
    )
    assert [len(mentions) for mentions in rows(body)] == [2, 1]


def test_a_report_that_is_quoted_tells_a_new_ask_sooner_than_a_person(rows):
    body = (
        "HMICFRS said the force should offer each victim a visit. {} “The force must stop its delays for each victim.”"
    )
    assert [len(mentions) for mentions in rows(body.format("The report also says:"))] == [1, 1]


COMMENTS = """Kent PCC comments on the report

Dear Home Secretary

I write with my comments on the HMICFRS report on Kent Police. I thank the inspectors for it.

HMICFRS names four areas for improvement. {answer}

Custody

The force should fit new doors. I saw them go in.

Phones

My staff rang 101 last week. The force should have picked up sooner, to my mind.

{heading}

The force should hold a meeting of all its dog handlers.

Yours sincerely

Jo Hale, Police and Crime Commissioner for Kent
"""


@pytest.mark.parametrize(
    ("answer", "heading", "expected"),
    [
        ("I comment on each of them below.", "Dogs", ["fit new doors", "hold a meeting of all its dog handlers"]),
        ("I comment on each of them below.", "My own view", ["fit new doors"]),
        ("I am glad of them.", "Dogs", []),
    ],
)
def test_a_letter_that_answers_asks_one_by_one_tells_them_first(record, answer, heading, expected):
    found = record(COMMENTS.format(answer=answer, heading=heading)).recommendations
    assert [(row.evidence[0].text, row.kind) for row in found] == [
        (f"The force should {action}", "area_for_improvement") for action in expected
    ]


def test_the_names_of_partners_join_no_asks(rows):
    body = (
        "What needs to improve:\n\n- the council and the clinical commissioning group should agree who pays\n"
        "- the force should count its dogs\n\nHMICFRS was clear.\n\nThe council and the clinical commissioning "
        "group should publish a single form for referrals."
    )
    assert [len(mentions) for mentions in rows(body)] == [1, 1, 1]


def test_a_headline_that_names_who_told_a_body_leaves_it_out(record):
    article = "Kent Police told to mend its masts by inspectorate\n\n14 May 2024\n\nHMICFRS has been to Kent Police."
    assert [row.evidence[0].text for row in record(article).recommendations] == ["Kent Police told to mend its masts"]


def test_items_under_a_cause_of_concern_are_recommendations(record):
    article = (
        "HMICFRS on Kent Police\n\nCause of concern\n\nHow the force keeps guns is a cause of concern to HMICFRS.\n\n"
        "- The force should count its guns each month.\n- The force should train its armourers."
    )
    assert [row.kind for row in record(article).recommendations] == ["recommendation", "recommendation"]
