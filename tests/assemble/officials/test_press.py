"""People as the press introduces them."""

from __future__ import annotations

import pytest

_HEAD = "Kent Police must improve\n\nHMICFRS has published a report on Kent Police.\n\n"


def _rows(record, text):
    return [(row.name, row.role, row.organisation) for row in record(_HEAD + text).officials]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("HMI chief Rita Orme said: “It is good.”", ("Rita Orme", "HMI chief", "HMICFRS")),
        (
            "Minister for Community Safety and Legal Affairs Mairead Donnachie said: “It is good.”",
            ("Mairead Donnachie", "Minister for Community Safety and Legal Affairs", "Scottish Government"),
        ),
        (
            "David Groves, director of the think tank Civic Lens, said: “It is good.”",
            ("David Groves", "director of the think tank Civic Lens", "Civic Lens"),
        ),
        (
            "Rita Orme CBE, Chief Constable at Kent Police said: “It is good.”",
            ("Rita Orme", "Chief Constable at Kent Police", "kent-police"),
        ),
        (
            "College of Policing Chief Constable Alan Moss said: “It is good.”",
            ("Alan Moss", "College of Policing Chief Constable", "College of Policing"),
        ),
        (
            "The Reform UK candidate Dan Bartley said: “It is good.”",
            ("Dan Bartley", "Reform UK candidate", "Reform UK"),
        ),
        (
            "Independent Office for Police Conduct deputy director general Kathie Moss said: “It is good.”",
            (
                "Kathie Moss",
                "Independent Office for Police Conduct deputy director general",
                "Independent Office for Police Conduct",
            ),
        ),
        ("Supt. Peter Stone, of Kent Police, said: “It is good.”", ("Peter Stone", "Supt", "kent-police")),
        ("Det. Ch. Insp. Al Moss said: “It is good.”", ("Al Moss", "Det. Ch. Insp", "kent-police")),
        (
            "Minister of State for Crime, Policing and Fire, Nick Hurst, said: “It is good.”",
            ("Nick Hurst", "Minister of State for Crime, Policing and Fire", "Home Office"),
        ),
        (
            "Rita Orme, Kent County Council Cabinet Member for Fire and Rescue and Communities, said: “It is good.”",
            (
                "Rita Orme",
                "Kent County Council Cabinet Member for Fire and Rescue and Communities",
                "Kent County Council",
            ),
        ),
        (
            "Rita Orme, Kent County Council's cabinet member for safer, stronger communities, said: “It is good.”",
            ("Rita Orme", "cabinet member for safer, stronger communities", "Kent County Council"),
        ),
        ("Sinn Féin MLA Gerry Kell said: “It is good.”", ("Gerry Kell", "Sinn Féin MLA", "Northern Ireland Assembly")),
        (
            "Labour's Clive Lund, MP for Norwich South, said: “It is good.”",
            ("Clive Lund", "MP for Norwich South", "House of Commons"),
        ),
        (
            "Rita Orme, cabinet member for communities and partnerships at Kent County Council, said: “It is good.”",
            (
                "Rita Orme",
                "cabinet member for communities and partnerships at Kent County Council",
                "Kent County Council",
            ),
        ),
        (
            "Jamie Wells, executive council member for the FBU's Eastern region, said: “It is good.”",
            ("Jamie Wells", "executive council member for the FBU's Eastern region", "FBU"),
        ),
        (
            "Andy Moss (London Fire Commissioner) said: “It is good.”",
            ("Andy Moss", "London Fire Commissioner", "london-fire-brigade"),
        ),
        (
            "Minister for Policing and the Fire Service, Nick Hurst said: “It is good.”",
            ("Nick Hurst", "Minister for Policing and the Fire Service", "Home Office"),
        ),
        (
            "Three years on comes the second State of Fire for HMI Rita Orme. HMI Orme said: “It is good.”",
            ("Rita Orme", "HMI", "HMICFRS"),
        ),
    ],
)
def test_offices_as_the_press_words_them(record, text, row):
    assert _rows(record, text) == [row]


@pytest.mark.parametrize("opening", ["A senior officer", "A union leader", "The county's top police officer"])
def test_an_opening_may_call_somebody_by_no_office(record, opening):
    text = f"{opening} has said he is “sad” about it.\n\nDeputy Chief Constable Al Moss said: “It is good.”"
    found = record(_HEAD + text)
    assert [row.name for row in found.officials] == ["Al Moss"]
    assert {quote.speaker for quote in found.quotes} == {"o1"}


def test_what_an_official_once_was_makes_nobody_private(record):
    text = "Kent PCC Al Moss said it “must do better”.\n\nMr Moss, a former army officer, said: “It is good.”"
    assert _rows(record, text) == [("Al Moss", "PCC", "Kent PCC office")]


def test_a_federation_in_the_place_of_a_force_is_no_part_of_it(record):
    text = "Kent's Police Federation chair, Sgt Al Moss, said: “It is good.” Former Met detective Jo Hale said: “No.”"
    assert [row[2] for row in _rows(record, text)] == ["Police Federation", "metropolitan-police-service"]


def test_an_office_in_the_plural_is_each_ones(record):
    rows = _rows(record, "PCCs Rita Orme and Al Moss said: “It is good.”")
    assert [row[:2] for row in rows] == [("Rita Orme", "PCC"), ("Al Moss", "PCC")]


def test_an_office_under_a_picture_gives_way_to_that_of_a_sentence(record):
    text = "Kent Police Maidstone Chief Constable Al Moss\n\nChief Constable Al Moss has written to staff.\n\nMr Moss said: “It is good.”"
    assert [row[:2] for row in _rows(record, text)] == [("Al Moss", "Chief Constable")]


def test_a_shadow_in_scotland_is_no_minister(record):
    text = "Police Scotland was inspected by HMICS. Scottish Conservative shadow justice secretary Russell Fenn said: “No.”"
    [row] = record(text, head="Police Scotland must improve\n\n").officials
    assert row.organisation == "Scottish Parliament"


def test_the_authority_of_a_member_is_the_council_that_the_text_names(record):
    text = (
        "Labour-run Medway Council is worried. Councillor Rita Orme, Deputy Leader and Cabinet Member for Highways, "
        "said: “We are.”\n\nCouncillor Paul Moss, the authority's Cabinet Member for Communities, said: “So am I.”"
    )
    assert _rows(record, text) == [
        ("Rita Orme", "Deputy Leader and Cabinet Member for Highways", "Medway Council"),
        ("Paul Moss", "Cabinet Member for Communities", "Medway Council"),
    ]


def test_whose_deputy_speaks_is_not_who_speaks(record):
    text = (
        "Rita Orme's deputy mayor for policing has admitted that “there were surprises” in it.\n\n"
        "Fiona Tennant said that there were faults she “had no idea” of."
    )
    assert [row[:2] for row in _rows(record, text)] == [("Fiona Tennant", "deputy mayor for policing")]


def test_an_opening_tells_of_somebody_by_an_office_whom_the_text_names_below(record):
    councillor = (
        "A Medway councillor says that the word “shock” is “the most worrying” he has heard.\n\n"
        "Councillor Philip Barton, who sits on a panel, was responding to the report.\n\n"
        "Cllr Barton said: “It is a shock.”"
    )
    found = record(councillor)
    assert [row.name for row in found.officials] == ["Philip Barton"]
    assert {quote.speaker for quote in found.quotes} == {"o1"}
    chief = (
        "Kent's police chief said he is “extremely concerned” by it.\n\n"
        "Acting Chief Constable Jim Collins, for Kent Police, added that he was “disappointed”."
    )
    assert _rows(record, chief) == [("Jim Collins", "Acting Chief Constable", "kent-police")]


def test_to_whom_a_letter_goes_is_not_who_writes_it(record):
    text = (
        "Labour hopeful Rita Orme has called for a change. "
        "In a letter to Home Secretary Nicola Stark today, she said: “Nobody has taken the blame.”"
    )
    assert _rows(record, text) == [("Rita Orme", "Labour hopeful", "Labour")]


def test_what_somebody_is_to_lead_is_no_office(record):
    text = "Alan Moss was appointed to lead HM Fire Service Inspectorate. Mr Moss said: “It is an honour.”"
    assert _rows(record, text) == [("Alan Moss", None, "HMFSI")]
