import pytest

from extract.assemble.programme import Programmes


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
