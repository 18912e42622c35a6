"""What a sentence says of a force that it names."""

import pytest

from extract.assemble.forces.standing import LEFT_OUT, chains_of, traits_of
from extract.pipes.annotation import annotations_of, reading_of
from tests.marked import HEAD


@pytest.fixture(scope="module")
def traits(nlp):
    """Traits of the first mention of a force."""

    def run(body, name):
        doc = nlp(HEAD + body)
        reading, notes = reading_of(doc), annotations_of(doc, "forces")
        note = next(note for note in notes if note.attributes["id"].startswith(name))
        chain = chains_of(reading, notes)[note.start]
        return set(traits_of(reading, reading.sentence_at(note.start), chain))

    return run


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Kent Police is now good at preventing crime.", "does:value"),
        ("Kent Police requires improvement.", "does:value"),
        ("Kent Police was told to answer calls.", "does:passive"),
        ("Kent Police, inspected last spring, is big.", "does:passive"),
        ("Kent Police must answer calls.", "does:ask"),
        ("Kent Police said so.", "does:say"),
        ("Kent Police will be visited in May.", "does:ahead"),
        ("Kent Police had 1,310 phones in its queue.", "does:finding"),
        ("Kent Police, which was good last year, is now inadequate.", "does:which value value"),
        ("Surrey Police is good, as is Kent Police.", "does:inverted"),
        ("The other is Kent Police.", "does:inverted"),
    ],
)
def test_what_a_force_does_or_has_done_to_it(traits, body, expected):
    assert expected in traits(body, "kent")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The report on Kent Police is out.", "under:report on"),
        ("The chief constable of Kent Police said so.", "under:rank of"),
        ("He had a spell at Kent Police.", "under:career at"),
        ("It has a joint exercise with Kent Police.", "under:link with"),
        ("HMICFRS praised Kent Police.", "under:verb praised"),
    ],
)
def test_what_governs_the_name_of_a_force(traits, body, expected):
    assert expected in traits(body, "kent")


@pytest.mark.parametrize(
    ("body", "left_out"),
    [
        ("Kent Police was not part of the inspection.", True),
        ("Kent Police, which was not on the tour, is good.", True),
        ("Surrey Police and Kent Police, neither of them visited, sent material.", True),
        ("Kent Police was not among those visited.", True),
        ("Kent Police was not graded on the third.", False),
        ("Kent Police was not inspected for legitimacy.", False),
        ("Kent Police lent its van to Surrey Police, which was not in the sample.", False),
        ("Surrey Police, which lent Kent Police a van, was not in the sample.", False),
    ],
)
def test_a_force_that_an_inspection_left_out(traits, body, left_out):
    assert (LEFT_OUT in traits(body, "kent")) == left_out


def test_names_of_a_list_stand_together(traits):
    assert {"list3", "does:value"} <= traits("Kent Police, Surrey Police and Essex Police were good.", "kent")
    assert "list" not in traits("Kent Police was good. Essex Police was not.", "kent")
    assert "list3" in traits("HMICFRS went to Kent Police, Nottingham, Surrey Police and Essex Police.", "kent")
