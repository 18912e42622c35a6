"""Asks in the imperative, which no noun announces."""

import pytest

OPENING = "HMICFRS inspected Kent Police in May and published its report today.\n\n"


@pytest.fixture(scope="module")
def mentions(record):
    """Mentions of all asks of an article."""

    def run(body):
        rows = record(OPENING + body).recommendations
        return sorted(evidence.text for row in rows for evidence in row.evidence)

    return run


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("“Count the keys every night,” said HM Inspector Tom Reeve.", ["Count the keys every night"]),
        (
            "“The force can mend this. Check each lock, each night,” said HM Inspector Tom Reeve.",
            ["Check each lock, each night"],
        ),
        ("HM Inspector Tom Reeve: “The force is rich. Hire more detectives.”", ["Hire more detectives"]),
        (
            "“Ask the victims, and write down what they say,” was how HM Inspector Tom Reeve put it.",
            ["Ask the victims, and write down what they say"],
        ),
        (
            "“Give each victim a name. Record what the child says,” said HM Inspector Tom Reeve.",
            ["Give each victim a name", "Record what the child says"],
        ),
        ("“Give credit where it is due,” said HM Inspector Tom Reeve.", []),
        ("“Answer the phone,” said Ann Mott, the police and crime commissioner.", []),
        ("“Look at these figures,” said HM Inspector Tom Reeve. “They are good.”", []),
        ("“Make no mistake, this is a good force,” said HM Inspector Tom Reeve.", []),
        ("“Ask any officer and he will tell you,” said HM Inspector Tom Reeve.", []),
        ("“Let us be fair. Count the calls and it is a good force,” said HM Inspector Tom Reeve.", []),
        ("“Support for staff is good. Work has begun,” said HM Inspector Tom Reeve.", []),
        ("“Thank you to all who spoke to us,” said HM Inspector Tom Reeve.", []),
        ("“My advice to ministers is simple. Keep this chief where she is,” said HM Inspector Tom Reeve.", []),
        ("“What would I tell them? Tell them that help is coming,” said HM Inspector Tom Reeve.", []),
    ],
)
def test_what_an_inspector_tells_to_do_is_asked(mentions, body, expected):
    assert mentions(body) == expected


@pytest.mark.parametrize(
    ("headline", "asks"),
    [
        ("Check every file within a week, Kent Police told", True),
        ("Go to every burglary, police in Kent told", True),
        ("Hire more detectives, force urged", True),
        ("Clear your backlog of phones, inspectors tell Kent Police", True),
        ("Get out more, pensioners told", False),
        ("Lock your doors, police tell residents", False),
        ("Check your alarms, fire service tells families", False),
    ],
)
def test_a_headline_tells_a_body_what_to_do(record, headline, asks):
    rows = record(OPENING, head=f"{headline}\n\n1 May 2026\n\n").recommendations
    assert [row.evidence[0].text for row in rows] == [headline] * asks


@pytest.mark.parametrize(
    "body",
    [
        "For the force: [count its shotguns].\n\nFor the chief constable: [publish the names of the units].",
        "For both forces: [decide who takes the cases].\n\nFor Kent: [train call handlers]; [check each file].",
        "To the brigade: [check each lift twice a day].",
        "For residents: call 101.\n\nFor the press: contact the media team on Monday.",
        "For the Home Office and ministers: pay for it all.",
    ],
)
def test_a_line_can_begin_with_whom_it_is_for(marks, body):
    assert marks("recommendations", body) == body
