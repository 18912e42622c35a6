"""Whether an article reports an inspection: one that does not has no inspectorate, no grades and no asks."""

import pytest

NEWS = "Police in the county: the week\n\n24 November 2025\n\n"


@pytest.mark.parametrize(
    "body",
    [
        "Kent Police officers ran the marathon.\n\nThe money goes to a hospice.",
        "Kent Police seized cannabis worth \u00a340,000 in a raid.\n\nThe force will be inspected by HMICFRS next year.",
    ],
)
def test_an_article_on_something_else_reports_none(record, body):
    found = record(body, NEWS)
    assert found.inspectorate is None
    assert not found.grades
    assert not found.recommendations
    assert not any(force.subject for force in found.forces)


@pytest.mark.parametrize(
    "body",
    [
        "HMICFRS has graded Kent Police good at preventing crime.",
        "Inspectors found that Kent Police must answer calls faster. HMICFRS visited the force in May.",
        "Kent Police has been moved out of special measures by the police inspectorate.\n\nThe force was placed in the “Engage”"
        " phase of monitoring in 2022.\n\nHM Inspector of Constabulary Jo Hale said she was “pleased with the progress”.",
    ],
)
def test_an_article_on_an_inspection_reports_it(record, body):
    found = record(body, NEWS)
    assert found.inspectorate
    assert found.inspectorate.name == "HMICFRS"
    assert [force.subject for force in found.forces] == [True]
