"""What has a name as an initiative has, and is none: a paper, a part of a plan, a school, a body, a computer system."""

import pytest


@pytest.mark.parametrize(
    "body",
    [
        "In HMIC’s Counting the Pennies: Keeping the Peace report, Kent Police was judged to be good.",
        "The inspectorate published Counting the Pennies: Keeping the Peace, which says that forces can do more.",
        "HMICFRS has today published Seen and Heard.",
        "Since the publication of Seen and Heard, there has been a rise in crime.",
        "Seen and Heard found that forces let people down.",
        "Seen and Heard – a thematic inspection of call handling",
        "Officers follow Keeping People Well: a guide to working together.",
        "The statutory guidance Keeping People Well was issued in May.",
        "The ‘Not Laughing’ short film is aimed at pupils.",
    ],
)
def test_titles_of_reports_guidance_and_films_are_none(find, body):
    assert find("initiatives", body)[1] == []


@pytest.mark.parametrize(
    "body",
    [
        "There were prizes in four categories: Inner Strength, Mental Health, and Making the Space.",
        "The plan has three pillars: Stopping Harm, Safer Roads and Trusted Officers.",
        "The judges awarded ‘Highly Praised’ to each force.",
        "It came top in the Making the Space category.",
    ],
)
def test_parts_of_plans_and_prizes_are_none(find, body):
    assert find("initiatives", body)[1] == []


@pytest.mark.parametrize(
    "body",
    [
        "They live in a house called Daylight.",
        "Claims were made by a complainant known only as “Bob”.",
        "A new computer system called Harbour was introduced in 2022.",
        "It is a scheme run by a charity called Daylight.",
        "The mayor visited Halsham Academy during the operation.",
        "Jo Hale, of the campaign group Night Watch, said it was wrong.",
        "The Acceptable Conduct Agreement provides a framework for police.",
        "The Core Code of Conduct was launched in 2021.",
        "The force launched its Harm Against Boys and Men Strategy in 2022.",
        "The Save Our Pumps campaign group met councillors.",
        "Staff of Women’s Aid and Shelter work in the control room of the scheme.",
        "Crews went to Selby Pride and the Great Yorkshire Run.",
    ],
)
def test_houses_people_systems_schools_bodies_and_events_are_none(find, body):
    assert find("initiatives", body)[1] == []


@pytest.mark.parametrize(
    "body",
    [
        "It came after a crackdown led by police, a Kent Police Service-led project.",
        "Ten Police and Crime Commissioner-led projects won money.",
        "Partners are Mineral Riches Wales, Young Bakers Clubs and others. They praised [Oak Lights], a scheme.",
    ],
)
def test_parts_of_bodies_are_none(marks, body):
    assert marks("initiatives", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "The force has published a booklet for [Safe Steps], its scheme for tenants.",
        "Inspectors praised [Safe Steps]: a scheme that rings tenants.",
        "It has a hub called [Daylight].",
        "Our [Sleuth Academy] opened in May.",
    ],
)
def test_an_initiative_stays_one_beside_such_words(marks, body):
    assert marks("initiatives", body) == body
