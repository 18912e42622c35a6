import pytest


@pytest.mark.parametrize(
    ("date", "body", "expected"),
    [
        ("24 November 2025", "HMICFRS graded Kent Police good at preventing crime.", "HMICFRS"),
        ("8 December 2016", "HMIC graded Kent Police good at preventing crime.", "HMIC"),
        ("8 December 2016", "Inspectors graded Kent Police good at preventing crime.", "HMIC"),
        ("24 November 2025", "Inspectors graded Kent Police good at preventing crime.", "HMICFRS"),
        ("24 November 2025", "The PEEL report graded Kent Police good at preventing crime.", "HMICFRS"),
        ("24 November 2025", "The watchdog said Kent Police must train its staff.", "HMICFRS"),
        ("24 November 2025", "In its inspection HMICS said Police Scotland should train its staff.", "HMICS"),
        (
            "24 November 2025",
            "A team led by HM Inspectorate of Prisons, with HMICFRS, went to HMP Elmley. Safety was poor.",
            "HMIP",
        ),
        (
            "24 November 2025",
            "After their inspection Ofsted, HMICFRS and the CQC said Kent Police should train its staff.",
            "Ofsted",
        ),
        ("24 November 2025", "HMICS said Police Scotland should train its staff.", "HMICS"),
        (
            "24 November 2025",
            "A report by Her Majesty’s Inspectorate of Constabulary and Fire & Rescue Service graded Kent Police good.",
            "HMICFRS",
        ),
        (
            "24 November 2025",
            "Her Majesty’s Inspectorate of Constabulary’s (HMICFRS) report graded Kent Police good at vetting.",
            "HMICFRS",
        ),
        (
            "24 November 2025",
            "Kent Police is good at vetting, says HM Inspectorate of Constabulary, Fire and Rescue Services.",
            "HMICFRS",
        ),
        (
            "24 November 2025",
            "I write about our inspection. We graded Kent Police good at preventing crime.\n\nYours sincerely\n\n"
            "Roy Marsh\n\nHis Majesty’s Inspector of Constabulary",
            "HMICFRS",
        ),
        (
            "24 November 2025",
            "I have looked at vetting. Each chief constable should vet all staff by May.\n\nWe inspected eight forces, and "
            "our inspection found that records are poor.\n\nYours sincerely\n\nRoy Marsh\n\nHis Majesty’s Inspector of "
            "Constabulary",
            "HMICFRS",
        ),
        (
            "24 November 2025",
            "HMIC, as it was then, was cross. HMICFRS has now graded Kent Police good at preventing crime.",
            "HMICFRS",
        ),
        (
            "24 November 2025",
            "After praise from Ofsted the council was told by HMICFRS that Kent Fire and Rescue Service is good at prevention.",
            "HMICFRS",
        ),
        (
            "24 November 2025",
            "The Garda Síochána Inspectorate has reported on cells. An Garda Síochána should put cameras in all stations, the "
            "inspectorate said after its inspection.",
            "Garda Inspectorate",
        ),
        ("24 November 2025", "Kent Police has a new dog.", None),
        (
            "24 November 2025",
            "A peer review team of fire chiefs spent four days at Kent Fire and Rescue Service, which it called good at prevention. "
            + "It met firefighters, staff and councillors, and went to nine of the stations. " * 3
            + "The service was last seen by HMICFRS in 2023.",
            None,
        ),
        ("24 November 2025", "A hotel that Kent Fire and Rescue Service’s inspectors saw was fined £9,000.", None),
        (
            "24 November 2025",
            "Kent Fire and Rescue Service was called to a fire. Fire safety inspectors had told the owner to improve the exits.",
            None,
        ),
        (
            "24 November 2025",
            "Inspectors graded Kent Fire and Rescue Service good at protection. "
            + "Its crews know their patch. " * 12
            + "It took trading standards along, and two owners were prosecuted.",
            "HMICFRS",
        ),
        (
            "24 November 2025",
            "Inspectors graded Kent Police good at custody, two years after a peer review. "
            + "It is calm. " * 30
            + "HMICFRS will return.",
            "HMICFRS",
        ),
        ("24 November 2025", "The HSE told Kent Police, after its inspectors came, that it must train drivers.", None),
    ],
)
def test_the_inspectorate_is_the_lead_body_whose_findings_are_reported(record, date, body, expected):
    found = record(body, f"Report on the service\n\n{date}\n\n").inspectorate
    assert (found and found.name) == expected


def test_an_article_that_only_touches_on_an_inspectorate_has_none(record):
    body = "Kent Police officers ran the marathon. Nobody from HMICFRS did."
    assert record(body, "News from the county\n\n24 November 2025\n\n").inspectorate is None
