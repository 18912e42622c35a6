"""Second mentions led back to the first, and who is credited with what, in whole articles."""

import pytest


@pytest.fixture(scope="module")
def speakers(record):
    """The speaker of each quote, by name, by role where there is none, or as the record words it."""

    def run(body):
        found = record(body)
        people = {official.id: official.name or official.role for official in found.officials}
        return [people.get(quote.speaker, quote.speaker) for quote in found.quotes]

    return run


FIRST = "Assistant Chief Constable Jo Hale of Kent Police said: “We did it well.”\n\nThe streets were quiet.\n\n"


@pytest.mark.parametrize(
    "second",
    [
        "Ms Hale said: “We will do it again.”",
        "ACC Hale said: “We will do it again.”",
        "Hale said: “We will do it again.”",
        "Jo Hale said: “We will do it again.”",
        "She said: “We will do it again.”",
        "“We will do it again,” she added.",
        "The assistant chief constable said: “We will do it again.”",
        "But Ms Hale told the panel that the force would go on.",
        "Ms Hale’s view is that it was “long overdue”, she said.",
    ],
)
def test_a_second_mention_is_the_person_of_the_first(speakers, record, second):
    assert speakers(FIRST + second) == ["Jo Hale", "Jo Hale"]
    (official,) = record(FIRST + second).officials
    assert (official.role, official.organisation) == ("Assistant Chief Constable", "kent-police")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Chief Constable Jo Hale said: “We did it well.”\n\nCllr Ray Dunn said: “They did not do it.”\n\n"
            "The chief constable said: “We really did.”",
            ["Jo Hale", "Ray Dunn", "Jo Hale"],
        ),
        (
            "Chief Constable Jo Hale said: “We did it well.”\n\nMr Ray Dunn, chair of the panel, said: “They did not do "
            "it.”\n\nMs Hale said: “We really did.”\n\n“They did not,” he said.",
            ["Jo Hale", "Ray Dunn", "Jo Hale", "Ray Dunn"],
        ),
        (
            "Sir Roy Marsh, HM Chief Inspector of Constabulary, said: “It is slow.”\n\nSir Roy said: “It must act.”",
            ["Sir Roy Marsh", "Sir Roy Marsh"],
        ),
        (
            "Ms Hale said: “We did it well.”\n\nAssistant Chief Constable Jo Hale leads on crime.",
            ["Jo Hale"],
        ),
        (
            "Chief Constable Jo Hale said: “We did it well.”\n\nInspector Jo Hale-Barnes said: “So did I, in fact.”",
            ["Jo Hale", "Jo Hale-Barnes"],
        ),
        ("ACC Jo Hale said: “We did it well and are glad.” Cllr Ray Dunn welcomed the report.", ["Jo Hale"]),
    ],
)
def test_two_people_are_told_apart(speakers, body, expected):
    assert speakers(body) == expected


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("ACC Jo Hale, who joined from Essex Police in 2019, said: “We are glad of it.”", "ACC"),
        ("Jo Hale, Kent Police’s assistant chief constable, said: “We are glad of it.”", "assistant chief constable"),
        ("“We are glad of it,” said Kent’s chief constable, Jo Hale.", "chief constable"),
        ("“We are glad of it”, the chief constable, Jo Hale, said.", "chief constable"),
        ("Responding to the report, Chief Constable Jo Hale said: “We are glad of it.”", "Chief Constable"),
        ("Speaking on Monday, Ms Jo Hale, the deputy mayor, said: “We are glad of it.”", "deputy mayor"),
        ("Chief Constable Jo Hale QPM said: “We are glad of it.”", "Chief Constable"),
        ("Chief Constable Jo Hale (Kent Police) said: “We are glad of it.”", "Chief Constable"),
        ("Jo Hale – chair of the panel – said: “We are glad of it.”", "chair of the panel"),
        ("Jo Hale, who is the chief constable, said: “We are glad of it.”", "chief constable"),
        ("“We are glad of it.”\n\nThose were the words of Chief Constable Jo Hale.", "Chief Constable"),
        ("Chief Constable Jo Hale welcomed the report. “We are glad of it,” she said.", "Chief Constable"),
        ("Chief Constable Jo Hale was pleased with it: “We are glad of it.”", "Chief Constable"),
        ("“We are glad of it,” Jo Hale, chair of the panel, told Ray Dunn, the mayor.", "chair of the panel"),
    ],
)
def test_the_ways_in_which_a_speaker_is_introduced(speakers, record, body, role):
    body = "Kent Police published its plan in May.\n\n" + body
    assert speakers(body) == ["Jo Hale"]
    assert [row.role for row in record(body).officials] == [role]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("In a statement, Kent Police said: “We are glad of it.”", ["Kent Police"]),
        ("A statement from Kent Police read: “We are glad of it.”", ["Kent Police"]),
    ],
)
def test_a_body_speaks_under_its_name(speakers, body, expected):
    assert speakers(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A Home Office spokesman said: “We are glad of it.”", [(None, "spokesman", "Home Office")]),
        ("A spokesperson for Kent Police said: “We are glad of it.”", [(None, "spokesperson", "kent-police")]),
        (
            "A Kent Police spokeswoman said: “We are glad of it.”\n\nA spokeswoman for Essex Police said: “We are not "
            "glad of it.”",
            [(None, "spokeswoman", "kent-police"), (None, "spokeswoman", "essex-police")],
        ),
        (
            "A Kent Police spokeswoman said: “We are glad of it.”\n\nThe streets were quiet.\n\nThe spokeswoman added: "
            "“We will go on as we are.”",
            [(None, "spokeswoman", "kent-police")],
        ),
    ],
)
def test_an_unnamed_spokesperson_is_an_official_by_role(record, body, expected):
    assert [(row.name, row.role, row.organisation) for row in record(body).officials] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Pensioner Ann Lee, of Hove, said: “It is too slow.”", ["Ann Lee"]),
        ("The mother of one victim said: “It is too slow.”", ["mother of one victim"]),
        ("One boy of 15 said: “It is too slow.”", ["boy of 15"]),
        ("“It is too slow,” said one boy of 15.", ["boy of 15"]),
    ],
)
def test_private_people_are_quoted_and_no_officials(record, speakers, body, expected):
    assert speakers(body) == expected
    assert record(body).officials == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The report said: “It is too slow.”",
        "Inspectors said: “It is too slow.”",
        "“It is too slow,” the watchdog said.",
        "HMICFRS said it was “too slow to act”.",
        "The inspectorate’s report said: “It is too slow.”",
        "It said: “It is too slow.”",
    ],
)
def test_what_a_report_or_its_inspectors_say_is_the_inspectorates(speakers, sentence):
    assert speakers("HMICFRS published a report on Kent Police in May.\n\n" + sentence) == ["HMICFRS"]


@pytest.mark.parametrize(
    "body",
    [
        "She said: “It is too slow.”",
        "“It is too slow and that is that.”\n\nThe streets were quiet.",
    ],
)
def test_a_speaker_that_nothing_names_is_none(speakers, body):
    assert speakers(body) == [None]


@pytest.mark.parametrize(
    "body",
    [
        "Chief Constable Jo Hale, of Kent Police, and Cllr Ray Dunn, chair of the panel, said: “We are glad of it.”",
        "Chief Constable Jo Hale and Commissioner Ray Dunn said in a joint statement: “We are glad of it.”",
        "The chief constable, Jo Hale, and the commissioner, Ray Dunn, said: “We are glad of it.”",
    ],
)
def test_a_joint_statement_is_one_row_under_the_first_named(speakers, record, body):
    assert speakers(body) == ["Jo Hale"]
    assert [row.name for row in record(body).officials] == ["Jo Hale", "Ray Dunn"]


@pytest.mark.parametrize(
    ("second", "runs"),
    [
        ("“We will do it again.”", [2]),
        ("The streets were quiet.\n\nMs Hale said: “We will do it again.”", [1, 1]),
        ("The streets were quiet.\n\n“We will do it again,” she said.", [1, 1]),
        ("She went on: “We will do it again.”", [2]),
    ],
)
def test_a_run_lasts_until_narrative_or_a_new_introduction(record, second, runs):
    found = record("ACC Jo Hale of Kent Police said: “We did it well.”\n\n" + second)
    assert [len(quote.parts) for quote in found.quotes] == runs


@pytest.mark.parametrize(
    ("speaker", "name", "role"),
    [
        ("Dame Jo Hale, chair of the panel,", "Dame Jo Hale", "chair of the panel"),
        ("Dr Jo Hale, head of custody,", "Jo Hale", "head of custody"),
        ("Mr Ray Dunn, leader of Medway Council,", "Ray Dunn", "leader of Medway Council"),
        ("CFO Jo Hale", "Jo Hale", "CFO"),
        ("Cllr Ray Dunn", "Ray Dunn", "Cllr"),
        ("Cllr Ray Dunn, chair of Kent Police and Crime Panel,", "Ray Dunn", "chair of Kent Police and Crime Panel"),
        ("The force’s chief constable, Jo Hale,", "Jo Hale", "chief constable"),
    ],
)
def test_honours_stay_in_a_name_and_a_title_is_the_role_where_there_is_no_other(record, speaker, name, role):
    (official,) = record(f"{speaker} said: “We have read every word of the report.”").officials
    assert (official.name, official.role) == (name, role)


def test_a_letter_in_the_first_person_is_no_quote(record):
    found = record(
        "Dear Chief Constable\n\nI am writing about our inspection of your force. We graded Kent Police good at "
        "preventing crime. We were glad of your help.\n\nYours sincerely\n\nRoy Marsh\n\nHis Majesty’s Inspector of "
        "Constabulary"
    )
    assert (found.quotes, found.officials) == ((), ())


def test_a_headline_that_repeats_the_body_is_no_quote(extractor):
    found = extractor.extract_text(
        "‘We are proud of our work’, says Kent Police\n\n24 November 2025\n\nACC Jo Hale said: “We are proud of our work.”"
    )
    assert [[part.text for part in quote.parts] for quote in found.quotes] == [["We are proud of our work."]]


def test_officials_are_those_who_are_quoted_in_the_order_of_their_first_quote(record):
    found = record(
        "Chief Constable Jo Hale met Superintendent Ann Lee and Sergeant Tom Reed.\n\nSuperintendent Lee said: “It went "
        "well for us.”\n\nMs Hale said that the force was glad."
    )
    assert [(row.id, row.name) for row in found.officials] == [("o1", "Ann Lee"), ("o2", "Jo Hale")]
    assert [quote.speaker for quote in found.quotes] == ["o1", "o2"]


def test_the_fullest_name_and_role_stand_in_the_record_verbatim(record):
    found = record(
        "“We did it well,” said ACC Hale.\n\nJo Hale, the force’s Assistant Chief Constable for crime, leads.\n\n"
        "“We did it well, all of us,” said Jo Hale."
    )
    (official,) = found.officials
    assert official.name == "Jo Hale"
    assert {evidence.text for evidence in official.evidence} >= {"Jo Hale"}
