"""Bare counties in an article on no inspection: forces where police work stands beside them, else places."""

import pytest

from tests.marked import HEAD, mark, unmark

NEWS = "A week on the roads\n\n1 May 2019\n\n"


@pytest.fixture(scope="module")
def strong(find):
    """The body with brackets around the forces that it names for sure."""

    def run(marked):
        body, _ = unmark(marked)
        reading, found = find("forces", body, NEWS)
        spans = [reading.source(note.start, note.end) for note in found if note.attributes["strong"]]
        return mark(body, [(start - len(NEWS), end - len(NEWS)) for start, end in spans])

    return run


@pytest.mark.parametrize(
    "body",
    [
        "Jo Hale, 41, of Mill Lane, Harwich, Essex, was fined by the court.",
        "A lorry that was taken in Kent was left on a farm across the border in Surrey.",
        "The ring sold its tools throughout Dorset, Wiltshire and Avon and Somerset.",
        "Ann Hampshire, who lost a horsebox, thanked all who looked for it.",
        "A student of the University of Sussex found the horsebox in a car park.",
        "HMICFRS and HMCPSI have inspected it. A study of stalkers that the University of Gloucestershire wrote with a trust is out.",
        "Surrey's Police and Crime Commissioner saw the horsebox come home.",
        "Officers arrested two men from Luton, Bedfordshire, beside the horsebox.",
    ],
)
def test_a_county_without_police_work_beside_it_is_a_place(strong, body):
    assert strong(body) == body


@pytest.mark.parametrize(
    "body",
    [
        "Officers from [Essex], [Kent] and [Sussex] stopped lorries all night.",
        "The [Suffolk], [Norfolk] and [Essex] Major Crime Unit looks into it.",
        "[Dorset]'s Road Policing Team stopped a tractor.",
        "[Wiltshire] officers stopped a tractor.",
        "[Suffolk] and [Norfolk] Special Constabularies want more hands.",
        "Four forces – [Humberside], [Cleveland], [Durham] and [Northumbria] – share a boat.",
        "[Merseyside Police], [Cheshire] and [Cumbria] shared the cost of it.",
        "Constable Jo Hale transferred to [North Yorkshire] in 1996.",
        "She leads roads policing for [Cambridgeshire], [Bedfordshire] and [Hertfordshire].",
    ],
)
def test_police_work_beside_a_county_makes_a_force_of_it(strong, body):
    assert strong(body) == body


def test_an_article_that_may_be_on_an_inspection_is_weighed(find):
    _, found = find("forces", "HMICFRS has graded Kent good and Essex adequate at custody.", HEAD)
    assert [note.attributes["id"] for note in found if note.attributes["strong"]][-2:] == [
        "kent-police",
        "essex-police",
    ]


@pytest.mark.parametrize(
    "body", ["Chester Police Station is shut.", "Herefordshire Police and Lanarkshire Police met."]
)
def test_a_place_without_a_force_of_its_name_is_no_slip_for_another(strong, body):
    assert strong(body) == body
