"""Who publishes a page by what it says of itself, at its head, at its foot and beside the article."""

import pytest

from extract.document.plain import read_blocks

BODY = (
    "Inspectors found that the force answers its callers far too slowly, and that it has known so for years.\n\n"
    "The chief constable said that more people would answer them from the spring on, at all hours of the day.\n\n"
    "A councillor asked what that would cost, and was told that nobody had worked it out in full so far.\n\n"
)
TITLE = "Kent Police told to answer callers faster"


@pytest.mark.parametrize(
    ("above", "below", "publisher"),
    [
        ("", "Copyright © 2025 The Northbridge Gazette", "The Northbridge Gazette"),
        ("Northbridge Gazette\nHome > News > Crime\n\n", "", "Northbridge Gazette"),
        ("", "© Crown copyright", None),
        ("", "© Parliamentary copyright", None),
        ("", "Northbridge Gazette © 2025", "Northbridge Gazette"),
        ("FIREHOUSE & LADDER\n\n", "© Firehouse & Ladder Publishing", "Firehouse & Ladder"),
        ("FIREHOUSE & LADDER\n\n", "", "FIREHOUSE & LADDER"),
        ("NORTHBRIDGE GAZETTE\n\n", "He told the Northbridge Gazette so.", "Northbridge Gazette"),
        (
            "Office of the Police and Crime Commissioner for Kent\nSutton Road\nMaidstone\nAnn Lee\nHome Secretary\n\n",
            "",
            "Office of the Police and Crime Commissioner for Kent",
        ),
        ("News Front Page\nAfrica\nEngland\nSport\n\n", "", None),
        ("", "It is published beside the reports on single services.", None),
        ("", "The Report is published by the inspectorate.", None),
        (
            "",
            "Office of the Police and Crime Commissioner for Kent\nSutton Road, Maidstone ME15 9BZ",
            "Office of the Police and Crime Commissioner for Kent",
        ),
        (
            "",
            "Kent Fire and Rescue Service\nThe Godlands, Straw Mill Hill, Maidstone ME15 6XB",
            "Kent Fire and Rescue Service",
        ),
        ("", "Yours sincerely\n\nAnn Lee\nKent Police", None),
        ("", "Get the top stories from the Northbridge Gazette in your inbox", "Northbridge Gazette"),
        ("", "Follow the Northbridge Gazette on Facebook", "Northbridge Gazette"),
        ("", "More news from the Northbridge Gazette:\nBridge to close\nSchool praised", "Northbridge Gazette"),
        ("", "If you like it, please think about supporting the Northbridge Gazette.", "Northbridge Gazette"),
        ("", "Follow us on Facebook for more local news", None),
        ("", "Policing Fortnight | Subscribe | Advertise | Jobs\nIn other news: Bridge to close", "Policing Fortnight"),
        ("", "News | Subscribe | Advertise", None),
        ("", "Sign up for Latest News on WhatsApp", None),
        ("", "Follow TeesLive-Echo", "TeesLive-Echo"),
        ("", "(c) Harbour Wire 2023. Registered office: St Helier.", "Harbour Wire"),
        ("", "(c) The Evidence Room. Printed on recycled notebooks", "The Evidence Room"),
        ("", "\u00a9 HMIC 2016 ISBN 978-1-78655-000-0", "HMIC"),
        ("", "All content can be used again.\n\nHMICFRS", "HMICFRS"),
        ("", "Police Affairs | Unit 9, Salter's Yard, Hexham | Registered in England", "Police Affairs"),
        ("From: HMICFRS Communications\n\n", "", "HMICFRS"),
        ("Harbour Wire > News > Crime\n\n", "", "Harbour Wire"),
        ("Northbridge Weekly Observer \u2014 Friday 8 November 2024\n\n", "", "Northbridge Weekly Observer"),
        ("", "Northbridge Fire and Rescue Service\nNorthbridge News", None),
        ("NewsCrime\n", "", None),
        (
            "Search\nMenu\nHome\nAbout\nContact\nKent Police and Crime Commissioner\n\nHome \u00bb News\n\n",
            "",
            "Kent Police and Crime Commissioner",
        ),
        ("", "Bracken and his handler (Image: Northbridge Gazette)", "Northbridge Gazette"),
        ("", "Bracken and his handler (Image: Alamy Live News)", None),
        ("Blue Light Procurement Monthly\n\n", "© BLPM", "Blue Light Procurement Monthly"),
        ("", "Watch Room is published by Hosepipe Press. ISSN 0000-0461", "Watch Room"),
        ("", "The Badge is free because you tell your mates about it.", "The Badge"),
        ("", "The Watchroom is the members’ magazine of the Society of Fire Leaders", "The Watchroom"),
        ("OBITUARIES\n\n", "", None),
        ("**FOR IMMEDIATE RELEASE**\n\n", "", None),
        ("", "BIRTHS AND DEATHS: page 14", None),
        ("", "", None),
    ],
)
def test_the_publisher_is_the_holder_of_the_rights_or_the_site(forms, above, below, publisher):
    assert read_blocks(f"{above}{TITLE}\n\n{BODY}{below}", forms)[1].publisher == publisher


@pytest.mark.parametrize(
    ("below", "publisher"),
    [
        ("Fire & Rescue Journal\n24 November 2025", "Fire & Rescue Journal"),
        ("Northbridge Star-Observer\nHome  News  Sport\nBy Ann Lee\n24 November 2025", "Northbridge Star-Observer"),
        ("Court and inquests  -  Northbridge Mercury\nBy Ann Lee\n24 November 2025", "Northbridge Mercury"),
        ("Northbridge Citizen & Gazette » Courts\n24 November 2025", "Northbridge Citizen & Gazette"),
        ("Ann Lee\nSenior reporter, Northbridge Courier\n24 November 2025", "Northbridge Courier"),
        ("By Ann Lee\n24 November 2025\nNorthbridge Courier", "Northbridge Courier"),
        ("By Ann Lee\nBBC News, Bristol\n24 November 2025", "BBC News"),
        (
            "Published\n24 November 2025\nShare\n\nKent Police\nImage source, Kent Police\n\nAnn Lee\nBBC News, South East",
            "BBC News",
        ),
        ("By Ann Lee\nCrime News, Bristol\n24 November 2025", None),
        ("Words: Ann Lee\nAppears in: Rank & Whistle, spring 2026", "Rank & Whistle"),
        ("24 November 2025\nBell & Ladder, issue 418", "Bell & Ladder"),
        ("From: Home Office\nPublished 24 November 2025", "Home Office"),
        ("Home Office and The Rt Hon Ann Lee\nPublished 24 November 2025", "Home Office"),
        ("Issued by: Press office, Kent Police\n24 November 2025", "Kent Police"),
        ("Cornwall Council press office\nIssued: 24 November 2025", "Cornwall Council"),
        ("From: Chief Constable Ann Lee\n24 November 2025", None),
        (
            "From:\nAnn Lee\nHis Majesty\u2019s Inspector of Constabulary\n\nTo:\nBob Ray\nChief Constable\nKent Police\n\nSent on:\n24 November 2025",
            None,
        ),
        ("Report by Ann Lee, Head of Assurance\n24 November 2025", None),
        ("By Ann Lee, Local Democracy Reporting Service\n24 November 2025", None),
        ("Issue 77\n24 November 2025", None),
        ("Ann Lee | Chief Reporter | 24 November 2025", None),
        ("Ann Lee | Northbridge Reporter | 24 November 2025", "Northbridge Reporter"),
        (
            "Office of the Police and Crime Commissioner Hampshire & Isle of Wight\n24 November 2025",
            "Office of the Police and Crime Commissioner Hampshire & Isle of Wight",
        ),
    ],
)
def test_the_publisher_can_stand_below_the_headline(forms, below, publisher):
    assert read_blocks(f"{TITLE}\n\n{below}\n\n{BODY}", forms)[1].publisher == publisher


@pytest.mark.parametrize("above", ["Transparency / Reports\n\nReports", "YouTube\nOpen Menu\n\nReports of the year"])
def test_a_trail_or_a_button_is_no_publisher(forms, above):
    assert read_blocks(f"{above}\n\n{BODY}", forms)[1].publisher is None


def test_a_post_code_is_no_publisher(forms):
    below = (
        "From:\nAnn Lee\n\nTo:\nBob Ray\nHome Secretary\n2 Marsham Street\nLondon\nSW1P 4DF\n\nSent on:\n11 May 2023"
    )
    assert read_blocks(f"{TITLE}\n\n{below}\n\n{BODY}", forms)[1].publisher is None


def test_a_day_is_no_publisher(forms):
    _, metadata = read_blocks(f"{TITLE}\n\n12 May 2024\n\nIt was found wanting.", forms)
    assert (metadata.published, metadata.publisher) == ("2024-05-12", None)


@pytest.mark.parametrize("foot", ["Today, 16 more were published.", "Online, nobody knew."])
def test_a_word_with_which_names_end_is_no_publisher_by_itself(forms, foot):
    assert read_blocks(f"{TITLE}\n\n{BODY}{foot}", forms)[1].publisher is None
