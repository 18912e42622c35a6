"""Whose an ask is, where its own sentence does not say so."""

import pytest

OPENING = "HMICFRS inspected Kent Police in May and published its report today.\n\n"


@pytest.fixture(scope="module")
def asked(record):
    """Words of each ask."""

    def run(body):
        return [row.evidence[0].text for row in record(OPENING + body).recommendations]

    return run


@pytest.mark.parametrize(
    "body",
    [
        "Members are recommended to:\n\n(i) note the report;\n(ii) approve the action plan; and\n(iii) ask for another.",
        "The panel is invited to:\n\n- approve the action plan\n- ask for another report",
        "ACTION 14: DCC to circulate waiting times. Force must include laptops.",
        "“A case should not fail because a box was lost,” said HM Inspector of Constabulary Jo Hale.",
        "Kent’s Chief Constable, Jo Hale, did not duck it. She would like her force to be “funded like Essex”, she said.",
        "We expect the force to give this priority.",
    ],
)
def test_what_a_meeting_a_chief_or_nobody_in_particular_asks_is_no_recommendation(asked, body):
    assert asked(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The report said that no one should be held in a cell until it was safe.",
            ["no one should be held in a cell until it was safe"],
        ),
        (
            "In 60 cases, they say, 22 victims had heard nothing, and they tell the force it should name an officer.",
            ["it should name an officer"],
        ),
        (
            "Fifteen recommendations have been made.\n\n> Kent Police should record each search\n> Adults should be called at booking in",
            ["Kent Police should record each search", "Adults should be called at booking in"],
        ),
        (
            "The inspectorate says that Kent Police is failing. It’s also told us to check each file.",
            ["us to check each file"],
        ),
    ],
)
def test_what_stands_around_an_ask_tells_whose_it_is(asked, body, expected):
    assert asked(body) == expected


def test_the_head_of_a_column_is_no_ask_and_a_number_before_one_is_no_part_of_it(write):
    page = write(
        "page.html",
        "<title>Kent Police and HMICFRS</title><h1>Response to HMICFRS</h1><p>HMICFRS inspected Kent Police.</p><table>"
        "<tr><th>Area for improvement</th><th>What Kent Police says</th></tr>"
        "<tr><td>6. Timeliness of visits after an appointment has been missed</td><td>Agreed.</td></tr></table>",
    )
    from extract import extract_file

    found = [row.evidence[0].text for row in extract_file(page).recommendations]
    assert found == ["Timeliness of visits after an appointment has been missed"]


def test_one_service_is_not_the_two_that_were_named_in_passing(record):
    body = (
        "Kent Police was inspected. Kent Police is slow. Essex Police and Surrey Police have both asked for a copy.\n\n"
        "The force needs to replace that spreadsheet."
    )
    assert [row.force for row in record(OPENING + body).recommendations] == ["kent-police"]
