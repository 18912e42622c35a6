"""People with name, role and body, as one noun phrase gives them, and second mentions, as one noun phrase says them."""

import pytest

from extract.pipes.officials.lexicon import tokens_of


@pytest.fixture(scope="module")
def people(find):
    """Name, role and body of each person, once."""

    def run(body):
        reading, found = find("officials", body)
        rows = []
        for note in found:
            words = [note.attributes[key] and reading.text[slice(*note.attributes[key])] for key in ("role", "body")]
            if note.rule != "officials.mentioned":
                rows.append((reading.text[note.start : note.end], *words))
        return list(dict.fromkeys(rows))

    return run


@pytest.fixture(scope="module")
def subject(extractor):
    """Who a phrase before a verb of saying is: form, words, role and body."""

    def run(phrase):
        text = phrase.replace("’", "'") + " "
        found = extractor.parts.people.before(text, 0, len(text))
        if found is None:
            return None
        cut = [part and text[slice(*part)] for part in ((found.start, found.end), found.role, found.body)]
        return (found.form, *cut)

    return run


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Assistant Chief Constable Jo Hale agreed.", ("Jo Hale", "Assistant Chief Constable", None)),
        ("T/DCC Jo Hale agreed.", ("Jo Hale", "T/DCC", None)),
        ("Detective Superintendent Jo O’Neill-Smith agreed.", ("Jo O'Neill-Smith", "Detective Superintendent", None)),
        ("Chief Fire Officer Jo Hale agreed.", ("Jo Hale", "Chief Fire Officer", None)),
        (
            "His Majesty’s Inspector of Constabulary Roy Marsh agreed.",
            ("Roy Marsh", "His Majesty's Inspector of Constabulary", None),
        ),
        (
            "Police, Fire and Crime Commissioner Jo Hale agreed.",
            ("Jo Hale", "Police, Fire and Crime Commissioner", None),
        ),
        ("Kent’s chief constable, Jo Hale, agreed.", ("Jo Hale", "chief constable", "Kent")),
        (
            "Police Scotland Deputy Chief Constable Jo Hale agreed.",
            ("Jo Hale", "Deputy Chief Constable", "Police Scotland"),
        ),
        ("Unison’s regional secretary Jo Hale agreed.", ("Jo Hale", "regional secretary", "Unison")),
        ("Kent Police Federation chair Jo Hale agreed.", ("Jo Hale", "Kent Police Federation chair", None)),
        ("Deputy Chief Constable Jo van der Berg agreed.", ("Jo van der Berg", "Deputy Chief Constable", None)),
        ("On-call Support Officer Jo Hale agreed.", ("Jo Hale", "On-call Support Officer", None)),
        ("The Service Liaison Lead (HMICFRS), Jo Hale, agreed.", ("Jo Hale", "Service Liaison Lead", "HMICFRS")),
        ("Fire Brigades Union control rep Jo Hale agreed.", ("Jo Hale", "Fire Brigades Union control rep", None)),
        ("Ask Sgt Jo Hale what has changed.", ("Jo Hale", "Sgt", None)),
        ("Watch Chief Constable Jo Hale at work.", ("Jo Hale", "Chief Constable", None)),
        ("Both Cllr Jo Hale and the mayor agreed.", ("Jo Hale", "Cllr", None)),
    ],
)
def test_a_role_before_a_name(people, sentence, expected):
    assert people(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Jo Hale, the assistant chief constable of Dorset Police, agreed.",
            ("Jo Hale", "assistant chief constable of Dorset Police", "Dorset Police"),
        ),
        (
            "Cllr Ray Dunn, chair of Kent Police and Crime Panel, agreed.",
            ("Ray Dunn", "chair of Kent Police and Crime Panel", "Kent Police and Crime Panel"),
        ),
        ("Dr Jo Hale, head of custody, agreed.", ("Jo Hale", "head of custody", None)),
        ("Jo Hale (Superintendent, Neighbourhoods) agreed.", ("Jo Hale", "Superintendent", None)),
        ("Jo Hale (chief executive, Harbour) agreed.", ("Jo Hale", "chief executive", "Harbour")),
        ("Jo Hale chairs Kent Fire Authority.", ("Jo Hale", None, "Kent Fire Authority")),
        ("Dame Jo Hale, chair of the panel, agreed.", ("Dame Jo Hale", "chair of the panel", None)),
        (
            "Sir Roy Marsh, His Majesty’s Chief Inspector of Constabulary, agreed.",
            ("Sir Roy Marsh", "His Majesty's Chief Inspector of Constabulary", None),
        ),
    ],
)
def test_a_role_behind_a_name(people, sentence, expected):
    assert people(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "The report is long and the chief constable has read it.",
        "West Midlands Police has a chief constable.",
        "Chief constables should act.",
        "The Police and Crime Panel met at County Hall.",
        "Detective Superintendent is a rank.",
    ],
)
def test_ranks_and_bodies_without_a_name_are_no_people(people, sentence):
    assert people(sentence) == []


@pytest.mark.parametrize("sentence", ["Pensioner Jo Hale, of Hove, waited.", "The mother of one victim waited."])
def test_a_private_person_is_marked_as_one(find, sentence):
    _, (note,) = find("officials", sentence)
    assert note.attributes["private"]


def test_a_name_above_a_role_is_a_signature(find):
    reading, (note,) = find("officials", "We thank our officers.\n\nJo Hale\n\nChief Constable")
    assert note.rule == "officials.signature"
    assert reading.text[slice(*note.attributes["role"])] == "Chief Constable"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Jo Hale", ("name", "Jo Hale", None, None)),
        ("ACC Jo Hale", ("name", "Jo Hale", "ACC", None)),
        ("Dame Jo Hale", ("name", "Dame Jo Hale", None, None)),
        ("Mr Hale", ("surname", "Hale", None, None)),
        ("ACC Hale", ("surname", "Hale", "ACC", None)),
        ("Hale", ("surname", "Hale", None, None)),
        ("Mr Hale also", ("surname", "Hale", None, None)),
        ("she", ("pronoun", "she", None, None)),
        ("But he", ("pronoun", "he", None, None)),
        ("the chief constable", ("role", "chief constable", "chief constable", None)),
        ("a spokesperson for Kent Police", ("role", "spokesperson", "spokesperson", "Kent Police")),
        ("a Home Office spokeswoman", ("role", "spokeswoman", "spokeswoman", "Home Office")),
        ("HMICFRS", ("body", "HMICFRS", None, None)),
        ("the report", ("body", "report", None, None)),
        ("In its letter, inspectors", ("body", "inspectors", None, None)),
        ("one boy of 15", ("private", "boy of 15", None, None)),
        ("", None),
        ("the weather", None),
    ],
)
def test_a_phrase_before_a_verb_of_saying_names_its_subject(subject, phrase, expected):
    assert subject(phrase) == expected


def test_tokens_have_their_offsets_and_keep_no_possessive_in_their_key():
    text = "Kent Police's ACC (Jo Hale-Smith), forces' own"
    tokens = tokens_of(text, 0, len(text))
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert [(token.key, token.owner) for token in tokens if token.text[0].isalpha()] == [
        ("kent", False),
        ("police", True),
        ("acc", False),
        ("jo", False),
        ("hale-smith", False),
        ("forces", True),
        ("own", False),
    ]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Safe Haven Home, a domestic abuse charity in Hackney,", ("body", "Safe Haven Home", None, None)),
        (
            "A spokesman for Commissioner Jo Hale",
            ("role", "spokesman for Commissioner", "spokesman", "Commissioner Jo Hale"),
        ),
    ],
)
def test_who_is_meant_is_told_by_what_a_phrase_says_of_it(subject, phrase, expected):
    found = subject(phrase)
    assert found[0] == expected[0]
    assert found[2] == expected[2]


def test_the_holder_of_an_office_is_not_its_spokesperson(people):
    assert ("Jo Hale", "Police and Crime Commissioner", None) in people(
        "A spokeswoman for the Police and Crime Commissioner, Jo Hale, said so."
    )


@pytest.mark.parametrize("marks", ["Det Supt Jo Hale", "Jo Hale"])
def test_an_office_with_a_complement_behind_speech_is_of_the_next_name(record, marks):
    found = record(
        f"HMICFRS graded Kent Police good.\n\n“It works well,” said the force’s head of intelligence, {marks}."
    )
    assert [row.name for row in found.officials] == ["Jo Hale"]


@pytest.mark.parametrize("label", ["Jo Hale, Hull Sisters", "Jo Hale \u2013 Victim Support"])
def test_a_label_before_speech_names_person_and_body(record, label):
    (official,) = record(f"HMICFRS graded Kent Police good.\n\n{label}: “It means that somebody answers.”").officials
    assert official.organisation == label.partition(", ")[2] or label.partition(" \u2013 ")[2]
