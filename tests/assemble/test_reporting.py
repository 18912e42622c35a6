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


@pytest.mark.parametrize(
    "page",
    [
        "Essex Police branded a failing force\n\nHM Inspector of Constabulary Jo Hale said that the standard of its cases had"
        " “deteriorated” in two years. The mayor said the report was the “worst in memory” and asked for help.\n\nAnn Lee was dismissed"
        " as chief constable in 2012.",
        "Gwent Police ‘must improve’ after inadequate ratings\n\nThe chief constable said that she accepted the findings of the report.\n\n"
        "Answers were slow.\n\nHis Majesty’s Inspector of Constabulary Jo Hale said: “I have concerns about how Gwent Police performs.”",
        "Kent Police highlighted for its work with anglers\n\nThe force is in the latest report from HMICFRS.\n\nInspectors said: “Anglers are kept safe.”",
        "Trust is thin, says watchdog\n\nChief inspector of constabulary Jo Hale has called for action.\n\nA watchdog has asked for powers so that"
        " inspectors can order failing forces to improve.\n\nMs Hale said that recommendations of her inspections were ignored.",
    ],
)
def test_an_inspector_who_is_quoted_on_a_report_tells_of_an_inspection(record, page):
    found = record(page, "")
    assert found.inspectorate
    assert found.inspectorate.name == "HMICFRS"
    assert found.inspectorate.evidence


@pytest.mark.parametrize(
    "page",
    [
        "Jo Hale appointed chief constable\n\nKent Police has a new head. HM Inspector of Constabulary Ann Lee said: “She mended an inadequate force.”"
        "\n\nThe inspection report of that force was read by all.",
        "Panel backs rise in council tax\n\nThe panel backed a plan for Kent Police to cost 13 pence more a week.\n\nThe commissioner told it that the"
        " money would help the force after leaving enhanced monitoring by HMICFRS.",
        "A new head for Dover\n\nChief Inspector Jo Hale of Kent Police worked at HM Inspectorate of Constabulary (HMIC), and came back to us.",
        "Kent Police seeks inspectors\n\nSergeants and inspectors of the force share a course, and inspectors should apply for it by Monday.",
        "Ticket inspectors and Kent Police\n\nRevenue inspectors walked through the train, and ticket inspectors fined a man.",
        "Former chief inspector of constabulary Jo Hale chairs the inquiry\n\nKent Police will give evidence to the inquiry.",
    ],
)
def test_an_article_on_a_tax_or_a_post_that_touches_on_one_tells_of_none(record, page):
    assert record(page, "").inspectorate is None
