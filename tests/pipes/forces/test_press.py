"""Forces as the press names them: by letters that others have too, by their chief constable, by "the Kent force"."""

import pytest

from extract.pipes.forces.letters import letters_of
from tests.marked import HEAD, mark, unmark

NEWS = "The week in the county\n\n1 May 2019\n\n"


@pytest.fixture(scope="module")
def ids(find):
    """Ids of the forces that a body names for sure."""

    def run(body, head=NEWS):
        _, found = find("forces", body, head)
        return [note.attributes["id"] for note in found if note.attributes["strong"]]

    return run


@pytest.fixture(scope="module")
def strong(find):
    """The body with brackets around the forces that it names for sure."""

    def run(marked):
        body, _ = unmark(marked)
        reading, found = find("forces", body)
        spans = [reading.source(note.start, note.end) for note in found if note.attributes["strong"]]
        return mark(body, [(start - len(HEAD), end - len(HEAD)) for start, end in spans])

    return run


def test_the_letters_of_a_service_are_those_with_which_its_words_begin(gazetteers):
    letters = letters_of(gazetteers.forces.values())
    assert letters["TWFRS"] == ["tyne-and-wear-fire-and-rescue-service"]
    assert {key.split("-")[0] for key in letters["HFRS"]} == {"hertfordshire", "humberside"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("NYFRS sent two engines.", ["north-yorkshire-fire-and-rescue-service"]),
        ("Nyfrs is written with capitals.", []),
        (
            "SFRS sent two engines. Suffolk Fire and Rescue Service thanked the farmer.",
            ["suffolk-fire-and-rescue-service"] * 2,
        ),
        ("SFRS sent two engines to a farm in Surrey.", ["surrey-fire-and-rescue-service"]),
        ("SFRS sent two engines.", ["scottish-fire-and-rescue-service"]),
        ("HFRS sent two engines.", []),
    ],
)
def test_letters_that_services_share_are_of_the_one_that_the_text_names(ids, body, expected):
    assert ids(body)[: len(expected)] == expected
    assert len(ids(body)) >= len(expected)
    assert expected or not ids(body)


def test_letters_that_a_prosecutor_shares_are_of_a_force_only_where_it_is_named(ids):
    assert ids("The DPP will bring no charges.") == []
    assert ids("Dyfed-Powys Police (DPP) has a new chief. DPP is the largest force.") == ["dyfed-powys-police"] * 3


@pytest.mark.parametrize(
    "body",
    [
        "[Gwent] chief constable Jo Hale has resigned.",
        "[Devon and Cornwall]’s deputy chief constable was cleared.",
        "The former chief constable of [Dorset] was cleared.",
        "The [Gwent] force will lose 200 posts.",
        "The police in the north Wales hills are few; the [north Wales] force is small.",
        "[Durham] detectives are hunting a man.",
        "The chief fire officer of [Surrey] has resigned.",
        "Police custody in [Cleveland] was looked at by inspectors.",
        "People in Kent were asked about the force used on them.",
        "Two men from Kent were jailed.",
        "The Gwent force area is large.",
    ],
)
def test_a_county_with_a_chief_constable_or_cells_or_called_a_force_is_one(strong, body):
    assert strong(body) == body


def test_the_first_of_two_forces_may_be_written_without_its_hyphen(strong):
    body = "[Dyfed Powys] and [Gwent Police] were told to improve by HMICFRS."
    assert strong(body) == body


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "HMICFRS graded [Kent] and [London] good at preventing fires, and fire crews were praised by the fire service.",
            True,
        ),
        ("HMICFRS graded Kent Police and London good.", False),
        ("HMICFRS graded [Kent] and London Ambulance Service good.", False),
        ("People in Kent and London were asked by HMICFRS.", False),
    ],
)
def test_the_capital_is_a_force_in_a_list_of_bare_names_alone(find, body, expected):
    plain, _ = unmark(body)
    reading, found = find("forces", plain)
    ids = {note.attributes["id"] for note in found if reading.text[note.start : note.end] == "London"}
    assert ids == ({"london-fire-brigade"} if expected else set())
