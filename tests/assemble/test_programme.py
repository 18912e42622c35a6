import pytest

from extract.assemble.programme import Programmes
from extract.sources.files import Item


@pytest.fixture(scope="module")
def programmes(gazetteers):
    return Programmes(gazetteers.programmes)


@pytest.mark.parametrize(
    ("inspectorate", "kind", "published", "areas", "words", "expected"),
    [
        ("HMICFRS", "police", "2025-03-12", ["preventing crime", "managing offenders"], "peel", "peel-2023-25"),
        ("HMICFRS", "police", "1999-12-08", ["effectiveness", "efficiency", "legitimacy"], "peel", None),
        ("HMIC", "police", "2016-12-08", ["effectiveness", "efficiency", "legitimacy"], "peel", "peel-2014-17"),
        ("HMICFRS", None, "2025-03-12", [], "nothing of the sort", None),
        (None, "police", "2025-03-12", ["preventing crime"], "peel", None),
        ("HMICFRS", "police", None, ["preventing crime"], "peel 2023–2025: kent police", "peel-2023-25"),
        ("Ofsted", "police", "2025-03-12", ["preventing crime"], "peel", None),
    ],
)
def test_the_programme_is_that_of_the_body_the_years_and_the_areas(
    programmes, inspectorate, kind, published, areas, words, expected
):
    assert programmes.choose(inspectorate, kind, published, areas, words).id == expected


def test_a_programme_that_does_not_give_such_grades_is_another(programmes):
    told = "HMICFRS", "fire", None, ["preventing fires"], ""
    assert programmes.choose(*told, ["good", "adequate"]).id == "fire-round-3"
    assert programmes.choose(*told, ["good", "adequate"]).told
    assert not programmes.choose(*told, ["good"]).told


@pytest.mark.parametrize(
    ("told", "words", "expected"),
    [
        (("HMICFRS", "police", "2018-11-02", []), "a crime data integrity inspection of the force", "cdi"),
        (("HMIC", "police", "2014-08-02", []), "a crime data integrity inspection of the force", None),
        (("HMICFRS", "police", "2024-11-02", []), "a national child protection inspection of the force", "ncpi-2024"),
        (("HMICFRS", "police", None, ["leadership"]), "its 2023\u201325 peel report; peel is annual", "peel-2023-25"),
        (("HMICFRS", "fire", None, []), "fire and rescue service inspections 2018/19 \u2013 avon", "fire-round-1"),
        (
            ("HMICFRS", "fire", None, []),
            "the second round of inspections, of which the third round is told",
            "fire-round-2",
        ),
        (("HMICFRS", "fire", "2019-12-17", []), "a report on fires", None),
    ],
)
def test_a_programme_that_is_named_needs_no_areas(programmes, told, words, expected):
    choice = programmes.choose(*told, words)
    assert (choice.id, choice.told) == (expected, True)


def test_a_cue_alone_does_not_tell_the_programme_of_a_text_without_a_day(programmes):
    told = "HMICFRS", "police", None, ["recording data about crime"], "its crime recording is poor"
    assert not programmes.choose(*told).told
    assert programmes.choose(*told[:4], "its crime data integrity inspection").told


def test_grades_of_the_whole_force_are_of_the_one_programme_of_those_years(programmes):
    assert programmes.choose("HMIC", "police", "2016-02-18", [], "an annual inspection", ["good"]).id == "peel-2014-17"
    assert programmes.choose("HMICFRS", "police", None, [], "an annual inspection", ["good"]).id is None
    assert programmes.choose("HMICFRS", "fire", "2019-12-17", [], "reports on fires", ["good"]).id == "fire-round-1"


def test_many_areas_that_are_only_counted_are_of_a_wide_programme(programmes):
    assert programmes.choose("HMICFRS", "police", "2021-11-23", [], "areas", counted=10).id == "peel-2021-22"
    assert programmes.choose("HMICFRS", "police", "2021-11-23", [], "areas", counted=3).id is None


@pytest.mark.parametrize(
    ("area", "topic"),
    [
        ("managing offenders", "managing-offenders"),
        ("Managing offenders and suspects", "managing-offenders"),
        ("managing ofenders", "managing-offenders"),
        ("the weather", None),
        ("", None),
    ],
)
def test_an_area_is_linked_to_its_topic(programmes, area, topic):
    assert programmes.topics_of("peel-2023-25")(area) == topic


def test_without_a_programme_there_is_no_topic(programmes):
    assert programmes.topics_of(None)("managing offenders") is None


def test_every_wording_of_a_programme_is_its_own_topic(programmes, gazetteers):
    for programme in gazetteers.programmes.values():
        for topic, wordings in programme.topics.items():
            for wording in wordings:
                first = next(key for key, words in programme.topics.items() if wording in words)
                assert programmes.topics_of(programme.id)(wording) == first, (programme.id, topic)


@pytest.mark.parametrize(
    ("published", "words", "told"),
    [
        ("2025-03-12", "", True),
        (None, "the peel report", False),
        (None, "its second full inspection", True),
    ],
)
def test_an_article_without_a_day_may_leave_the_programme_open(programmes, published, words, told):
    kind = "fire" if "second" in words else "police"
    areas = ["responding to fires"] if kind == "fire" else ["preventing crime", "managing offenders"]
    assert programmes.choose("HMICFRS", kind, published, areas, words).told is told


def test_the_page_of_a_service_is_on_fire_although_it_names_the_police_alone(extractor):
    page = (
        '<html><head><title>Our inspection</title><meta property="og:site_name" content="Kent Fire and Rescue Service">'
        "</head><body><article><h1>Our inspection</h1><p>12 May 2024</p>"
        "<p>HMICFRS inspected us in the autumn and graded us good at making best use of resources.</p>"
        "<p>We were graded adequate at preventing fires and other risks. Kent Police helps us.</p>"
        f"<p>{'Much else was said. ' * 15}</p></article></body></html>"
    )
    record = extractor.extract_item(Item("a", page.encode(), "text/html"))
    assert record.programme == "fire-round-3"
