"""The force of an article that does not name it: its own page, its overseer's, or its council's."""

import pytest

from extract.sources.files import Item

GRADED = "HMICFRS has graded the force inadequate at answering callers. The force must answer callers faster."
OURS = "HMICFRS has graded us good at preventing crime. It says we must answer callers faster, and our force will."
FIRE = "The fire service was graded good at preventing fires by HMICFRS. The service must train its firefighters."


@pytest.fixture
def subjects(extractor):
    """Forces that a page is about, and that of its grade."""

    def run(body, *, head="Inspection report is out\n\n5 May 2023\n\n", foot="", site="", media_type="text/plain"):
        text = f"{head}{body}\n\n{foot}"
        if media_type == "text/html":
            title, day, *rest = (part for part in text.split("\n\n") if part)
            meta = f'<meta property="og:site_name" content="{site}">' if site else ""
            paragraphs = "".join(f"<p>{part}</p>" for part in rest if part != foot)
            text = (
                f"<html><head>{meta}</head><body><main><h1>{title}</h1><p>{day}</p>{paragraphs}<p>{'Much else was said. ' * 15}</p>"
                f"</main><footer>{foot}</footer></body></html>"
            )
        record = extractor.extract_item(Item("a", text.encode(), media_type))
        return [row.id for row in record.forces if row.subject], {row.force for row in record.grades}

    return run


@pytest.mark.parametrize(
    ("site", "body", "expected"),
    [
        ("Nottinghamshire OPCC", GRADED, "nottinghamshire-police"),
        ("Police and Crime Commissioner for Sussex", GRADED, "sussex-police"),
        ("Office of the Police and Crime Commissioner for Norfolk", GRADED, "norfolk-constabulary"),
        ("West Midlands Police Federation", GRADED, "west-midlands-police"),
        ("Oxfordshire County Council", FIRE, "oxfordshire-fire-and-rescue-service"),
        ("Oxfordshire County Council", GRADED, None),
        ("Northbridge Gazette", GRADED, None),
    ],
)
def test_the_force_is_told_by_who_oversees_it(subjects, site, body, expected):
    found, graded = subjects(body, site=site, media_type="text/html")
    assert (found, graded - {None}) == (([expected], {expected}) if expected else ([], set()))


@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        ("Media contact: communications, Gwent Police, Cwmbran NP44 2XJ", "gwent-police"),
        ("\u00a9 2023. Press office, Gwent Police", "gwent-police"),
        ("Press office: Gwent Police and South Wales Police", None),
    ],
)
def test_the_force_is_told_by_the_foot_of_its_own_page(subjects, media_type, foot, expected):
    assert subjects(OURS, foot=foot, media_type=media_type)[0] == ([expected] if expected else [])


def test_a_link_at_the_foot_tells_no_force(subjects):
    assert subjects(OURS, foot="Read more: Gwent Police officer retires")[0] == []


def test_a_force_that_the_text_names_first_is_the_one_that_it_speaks_of(subjects):
    body = f"Kent Police was inspected. {GRADED}"
    assert subjects(body, site="Sussex OPCC", media_type="text/html") == (["kent-police"], {"kent-police"})


def test_the_force_of_a_federation_is_told_before_another_is_named(subjects):
    body = f"The chair of Sussex Police Federation was not surprised. {GRADED}\n\nSurrey Police is a neighbour."
    assert subjects(body) == (["sussex-police"], {"sussex-police"})
