"""Names in news that reports no inspection: a noun has to say what they are."""

import pytest

NEWS = "Man jailed after burglary\n\n24 November 2025\n\n"
TOUCHED = "Sergeant retires after thirty years\n\n24 November 2025\n\nHMICFRS was not asked about it.\n\n"


@pytest.fixture(scope="module")
def names(extractor):
    """Names of the initiatives of an article of which only the body is given."""

    def run(body, head=NEWS):
        return [row.name for row in extractor.extract_text(head + body, "a.txt").initiatives]

    return run


@pytest.mark.parametrize(
    "body",
    [
        "You can tell us through our Quick Contact Form.",
        "The thieves took a Silver Arrow and a pair of Summer Breeze trainers.",
        "The court gave him a Good Behaviour Order, which was made for two years.",
        "You can send a message via Facebook or Twitter.",
        "They work with Safe Ground, Bright Futures and Second Chance.",
        "They will be seen in the BBC programme Harbour Lives, and on ITV’s Night Shift series.",
        "### Covert operation found stolen bikes.",
        "The march was led by veterans of Operation Bittern and Operation Curlew.",
        "Wheelwright Bakery – stolen van found.",
    ],
)
def test_a_bare_name_in_news_is_none(names, body):
    assert names(body) == []
    assert names(body, TOUCHED) == []


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Call 101, quoting Operation Bittern.", "Operation Bittern"),
        ("Anybody who saw it should call 101 quoting Operation Bittern.", "Operation Bittern"),
        ("The search relates to Operation Bittern, the murder of Ann Lee in 1999.", "Operation Bittern"),
        ("Detective Sergeant Ann Lee is from Operation Bittern, the county’s burglary squad.", "Operation Bittern"),
        ("The Poppy Bus campaign, in which children paint a bus, began in May.", "Poppy Bus"),
        ("Staff know the 'Ring, Wait, Tell' campaign.", "Ring, Wait, Tell"),
        ("The force’s Upland Taskforce has a van.", "Upland Taskforce"),
        ("Thieves were caught in Operation Castle at noon.", "Operation Castle"),
        ("The Trust works with the Council on the It’s Never Too Late campaign.", "It’s Never Too Late"),
        ("The arrests are part of the Open Gate campaign.", "Open Gate"),
        ("She signed up to Quiet Hour, an initiative that helps autistic shoppers.", "Quiet Hour"),
        ("Pupils joined the scheme, called Paint the Town.", "Paint the Town"),
        ("They put up a stall for Warm Words, under which neighbours ring each other.", "Warm Words"),
        ("Detectives from our Lantern team arrested him.", "Lantern"),
        ("Volunteers run Hedgerow Watch in the valley.", "Hedgerow Watch"),
        ("He asked under Clare’s Law.", "Clare’s Law"),
    ],
)
def test_a_name_that_says_what_it_is_or_of_which_a_noun_does_stays(names, body, name):
    assert names(body) == [name]
    assert names(body, TOUCHED) == [name]
