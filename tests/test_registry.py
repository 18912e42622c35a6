import pytest

from extract.gazetteers import load_forces
from extract.registry import look_up


@pytest.fixture(scope="module")
def rows():
    return list(load_forces().values())


def found(rows, words):
    return [row.id for row in look_up(words, rows)]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Kent Police", ["kent-police"]),
        ("kent-police", ["kent-police"]),
        ("  KENT   police ", ["kent-police"]),
        ("gmp", ["greater-manchester-police"]),
        ("the Met", ["metropolitan-police-service"]),
        ("Devon & Cornwall Police", ["devon-and-cornwall-police"]),
        ("kent", ["kent-police", "kent-fire-and-rescue-service"]),  # a place is that of both
        ("Kent Constabulary", ["kent-police"]),  # nobody's alias, and yet its name
    ],
)
def test_a_name_an_alias_an_id_or_a_place_gives_those_alone(rows, words, ids):
    assert found(rows, words) == ids


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("north", ["north-wales-police", "north-yorkshire-police"]),  # before Northamptonshire
        ("west mid", ["west-midlands-police", "west-midlands-fire-service"]),  # before Mid and West Wales
        ("manch", ["greater-manchester-police", "greater-manchester-fire-and-rescue-service"]),
        ("police kent", ["kent-police"]),
        ("avon somerset", ["avon-and-somerset-police"]),
    ],
)
def test_whole_words_come_before_beginnings_and_runs_before_scattered_words(rows, words, first):
    assert found(rows, words)[: len(first)] == first


def test_a_word_that_many_names_hold_gives_them_all_once(rows):
    ids = found(rows, "police")
    assert len(ids) > 40
    assert len(set(ids)) == len(ids)
    assert "kent-fire-and-rescue-service" not in ids


def test_one_letter_matches_beginnings_of_words_alone(rows):
    ids = found(rows, "a")
    assert "avon-and-somerset-police" in ids
    assert "kent-police" not in ids
    assert len(ids) < 10


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("lincolnshrie polcie", "lincolnshire-police"),
        ("manchster", "greater-manchester-police"),
        ("Kents Police", "kent-police"),
        ("west midland polices", "west-midlands-police"),
    ],
)
def test_a_misspelt_name_gives_the_nearest_and_few(rows, words, first):
    ids = found(rows, words)
    assert ids[0] == first
    assert len(ids) <= 5


@pytest.mark.parametrize("words", ["zzz", "hello", "x", "-", "", "  ", "gotham city"])
def test_what_no_force_is_called_gives_none(rows, words):
    assert found(rows, words) == []


def test_a_force_is_found_by_each_of_its_names(rows):
    for row in rows:
        for name in (row.id, *row.names(), *row.places):
            assert row in look_up(name, rows), name


def test_without_a_registry_there_is_nothing_to_find():
    assert look_up("kent", []) == []
