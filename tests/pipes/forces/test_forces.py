"""Names of forces, aliases, misspelt names, and bare county names where their context makes them the force."""

import textwrap

import pytest

from extract.pipes.annotation import annotations_of, reading_of
from tests.marked import HEAD, mark, unmark


@pytest.fixture(scope="module")
def ids(find):
    """Ids of the forces that a body names for sure."""

    def run(body, head="Inspectors publish report\n\n"):
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


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Kent Police was inspected.", ["kent-police"]),
        ("Inspectors went to Suffolk Constabulary.", ["suffolk-constabulary"]),
        ("GMP and the Met were inspected.", ["greater-manchester-police", "metropolitan-police-service"]),
        ("The Metropolitan Police was inspected.", ["metropolitan-police-service"]),
        ("Avon & Somerset Police was graded.", ["avon-and-somerset-police"]),
        ("DYFED-POWYS POLICE was graded.", ["dyfed-powys-police"]),
        ("Dyfed Powys Police was graded.", ["dyfed-powys-police"]),
        ("Cleveland Fire Brigade was graded.", ["cleveland-fire-brigade"]),
        ("Northamptonshire Fire and Rescue was inspected.", ["northamptonshire-fire-and-rescue-service"]),
        ("The Police Service of Northern Ireland was inspected.", ["police-service-of-northern-ireland"]),
        ("Police Scotland was inspected.", ["police-scotland"]),
        (
            "North Yorkshire Police and South Yorkshire Police were visited.",
            ["north-yorkshire-police", "south-yorkshire-police"],
        ),
    ],
)
def test_a_name_or_alias_is_its_force(ids, body, expected):
    assert ids(body) == expected


@pytest.mark.parametrize("width", range(58, 90, 2))
def test_a_name_is_found_over_the_end_of_a_line(ids, width):
    sentence = (
        "The inspectors of the inspectorate told the people of the county that Avon and Somerset Police is as good as "
        "any other force in the land, that West Midlands Police is better, and that nobody knows about Dyfed-Powys "
        "Police, which they had no time to visit during their journey through the west of the country in the spring."
    )
    expected = ["avon-and-somerset-police", "west-midlands-police", "dyfed-powys-police"]
    assert ids(textwrap.fill(sentence, width)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("West Midland Police’s control room is slow.", ["west-midlands-police"]),
        ("Norhumbria Police was inspected.", ["northumbria-police"]),
        ("Thames Vally Police was inspected.", ["thames-valley-police"]),
        ("Greater Manchster Police was inspected.", ["greater-manchester-police"]),
        ("North Midlands Police does not exist.", []),
        ("Somerdale Police is on television.", []),
        ("Lancashire Constabluary was inspected.", ["lancashire-constabulary"]),
    ],
)
def test_a_misspelt_name_is_the_nearest_force_or_none(ids, body, expected):
    assert ids(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "People in Kent were asked.",
        "[Kent] was rated good.",
        "[Kent]’s officers were praised.",
        "Kent’s beaches are long.",
        "HMICFRS told [Kent] to improve.",
        "The chief constable of [Kent] agreed with HMICFRS.",
        "He lives in Norfolk and works in Suffolk.",
        "The forces inspected were [Kent], [Essex] and [Suffolk].",
        "[Kent], [Essex] and [Suffolk] were graded good.",
        "[Kent], which was inspected in May, is good.",
        "Neighbouring [Essex] was not inspected.",
        "The Kent coast is long.",
        "The [City of London] was rated good by HMICFRS.",
        "HMICFRS graded [Kent] good and the [City of London] adequate at preventing crime.",
        "He was born in the City of London.",
        "The City of London Corporation was asked by HMICFRS.",
    ],
)
def test_a_county_is_a_force_only_in_the_context_of_one(strong, body):
    assert strong(body) == body


@pytest.mark.parametrize(
    "body",
    [
        "Kent Police Federation objected.",
        "Kent Police and Crime Commissioner Jo Hale objected.",
        "Kent County Council was asked.",
        "The University of Kent was asked.",
        "Kent Fire and Rescue Authority met.",
        "Maidstone Crown Court heard of it.",
        "gmp is written with capitals.",
        "avon and somerset police",
    ],
)
def test_the_name_of_another_body_is_no_force(ids, body):
    assert ids(body) == []


def test_the_next_cell_of_a_row_is_no_part_of_a_name(find):
    table = "Service\tRun by\tGrade\nOxfordshire\tCounty council\tGood\nKent\tFire authority\tGood"
    reading, found = find("forces", table)
    assert [reading.text[note.start : note.end] for note in found] == ["Oxfordshire", "Kent"]


def test_a_county_of_a_text_on_fire_is_its_service_although_its_police_are_named(ids):
    body = (
        "Three fire services were inspected. The fire report praises fire prevention, fire safety and the fire crews.\n\n"
        "HMICFRS rated Humberside good. Humberside Police supplies it with maps."
    )
    assert ids(body) == ["humberside-fire-and-rescue-service", "humberside-police"]


def test_of_two_counties_in_a_list_one_tells_the_kind_of_the_other(ids):
    body = "Officers and crews came. The police inspectorate and the fire inspectorate rated Northumbria and Cleveland good."
    assert ids(body) == ["northumbria-police", "cleveland-police"]


def test_a_county_stands_for_what_it_stood_for_in_a_list(ids):
    body = (
        "HMICFRS has been round Oxfordshire, Surrey, East Sussex and West Sussex and told the fire services what it made "
        "of them. Surrey was adequate at fire safety; its fire engines and fire crews are few.\n\nOfficers of Sussex Police and Hampshire Police caught a swan."
    )
    assert "surrey-police" not in ids(body)


def test_counties_that_have_a_grade_each_are_forces(strong):
    marked = "HMIC marked it, which was inadequate in [Kent], adequate in [Essex] and was good in [Wiltshire]."
    assert strong(marked) == marked


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Humberside’s crews were praised by the fire inspectorate. The fire service was quick to each fire.",
            "humberside-fire-and-rescue-service",
        ),
        ("Humberside’s officers were praised by the police inspectorate. Policing there is good.", "humberside-police"),
    ],
)
def test_a_county_with_police_and_fire_is_what_the_article_is_about(ids, body, expected):
    assert ids(body) == [expected]


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("Kent Police was inspected.", "forces.name"),
        ("Norhumbria Police was inspected.", "forces.misspelt"),
        ("Kent was rated good by HMICFRS.", "forces.bare"),
    ],
)
def test_a_mention_says_by_which_rule_it_was_found(find, body, rule):
    _, (note,) = find("forces", body)
    assert note.rule == rule
    assert note.attributes["kind"] == "police"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Inspectors went to Northumberland Fire and Rescue Service (NFRS). NFRS was good.",
            "northumberland-fire-and-rescue-service",
        ),
        (
            "NFRS was good. Northumberland Fire and Rescue Service (the NFRS) agreed.",
            "northumberland-fire-and-rescue-service",
        ),
        (
            "Inspectors went to Bedfordshire Fire and Rescue Service (BFRS). BFRS was good.",
            "bedfordshire-fire-and-rescue-service",
        ),
        ("NFRS was good.", "northamptonshire-fire-and-rescue-service"),
    ],
)
def test_an_abbreviation_in_brackets_is_of_the_name_before_it(ids, body, expected):
    assert set(ids(body)) == {expected}
    assert len(ids(body)) == body.count("FRS") + body.count("Fire and")


@pytest.mark.parametrize(
    "body",
    [
        "Inspectors went to North Lincolnshire and found it good.",
        "HMICFRS said that services in South Gloucestershire were good.",
        "Mid Sussex was graded good.",
        "The Commissioner for North Yorkshire thanked HMICFRS.",
        "HMICFRS said that Kent families were good.",
    ],
)
def test_a_part_of_a_county_is_no_force(ids, body):
    assert ids(body) == []


def test_people_behind_a_full_name_make_no_other_body_of_it(ids):
    assert ids("When she came from Kent Police people were afraid.") == ["kent-police"]


def test_a_county_in_a_table_is_not_joined_with_the_next_cell(find):
    page = (
        "Fire services inspected\n\n1 May 2024\n\nHMICFRS inspected five fire and rescue services.\n\n"
        "Service\tRun by\tGrade\nOxfordshire\tCounty council\tGood\nSurrey\tCounty council\tAdequate\n"
    )
    _, found = find("forces", page, "")
    assert [note.attributes["id"].split("-")[0] for note in found if note.attributes["strong"]] == [
        "oxfordshire",
        "surrey",
    ]


def test_a_county_whose_only_body_is_of_the_other_kind_is_a_county(ids):
    body = "Thames Valley Police was graded good. It works with councils in Buckinghamshire, Berkshire and Oxfordshire."
    assert ids(body) == ["thames-valley-police"]


def test_the_fire_service_of_the_county_is_named_by_its_county(find):
    reading, found = find(
        "forces",
        "Norfolk’s police and crime commissioner wants the county’s fire and rescue service. It was inspected by HMICFRS.",
    )
    assert [
        (reading.text[note.start : note.end], note.attributes["id"]) for note in found if note.rule.endswith("bed")
    ] == [("the county's fire and rescue service", "norfolk-fire-and-rescue-service")]


@pytest.mark.parametrize("rest", ["on Sunday", "live on a shoestring", "office in Dover", "court officers"])
def test_small_words_behind_a_full_name_make_no_paper_of_it(ids, rest):
    assert ids(f"Inspectors wrote to Kent Police {rest}.") == ["kent-police"]


def test_two_counties_in_the_name_of_one_other_body_are_no_forces(ids):
    assert ids("HMICFRS said that Norfolk and Suffolk NHS Foundation Trust was good.") == []


def test_a_panel_names_the_force_of_which_a_text_only_speaks(ids):
    body = "The Kent Police and Crime Panel asked why the force was graded inadequate by HMICFRS."
    assert ids(body) == ["kent-police"]
    assert ids(body.replace("the force", "it")) == []


def test_a_council_at_the_foot_of_a_page_on_fire_is_its_service_where_no_other_is_named(ids):
    body = "The fire service was visited. The fire report praises fire safety and the fire crews.\n\nIt was short.\n\n"
    head = "Fire service praised\n\n"
    assert ids(body + "Surrey County Council", head) == ["surrey-fire-and-rescue-service"]
    named = (
        "Suffolk Fire and Rescue Service was visited. "
        + body
        + "Its peers were led by a councillor (Surrey County Council)."
    )
    assert ids(named, head) == ["suffolk-fire-and-rescue-service"]


def test_an_abbreviation_that_is_given_is_the_force_wherever_it_is_a_word_of_its_own(nlp):
    doc = nlp("Report\n\nKent Police (KP) said. KP's chief met the KPs of KPX; the KP Federation and KP agreed.")
    reading = reading_of(doc)
    found = [(note.start, reading.text[note.start : note.end]) for note in annotations_of(doc, "forces")]
    names = [name for _, name in found]
    assert names == ["Kent Police", "KP", "KP", "KP"]
    assert reading.text[found[-1][0] :].startswith("KP agreed")
