"""Bare names of counties, weighed by what stands around them: brackets where one is a force."""

import pytest

OPENING = "HMICFRS inspected forces in May and published its reports today. "


@pytest.fixture(scope="module")
def strong(find):
    def run(marked):
        body = marked.replace("[", "").replace("]", "")
        reading, found = find("forces", OPENING + body)
        text = reading.text
        for note in sorted(found, key=lambda note: -note.start):
            if note.attributes["strong"]:
                text = f"{text[: note.start]}[{text[note.start : note.end]}]{text[note.end :]}"
        return text[text.index("today. ") + 7 :].rstrip()

    return run


@pytest.mark.parametrize(
    "body",
    [
        "[Kent] was graded good at preventing crime.",
        "[Kent] and [Essex] were inadequate.",
        "It told [Kent] to answer calls faster.",
        "[Kent] requires improvement, inspectors said.",
        "He was born in Kent.",
        "Crime is down across Kent.",
    ],
)
def test_a_county_that_is_graded_or_asked_is_a_force(strong, body):
    assert strong(body) == body


def test_a_fire_authority_at_the_head_of_its_minutes_stands_for_its_service(extractor):
    text = (
        "KENT FIRE AND RESCUE AUTHORITY\nPolicy Committee\n\nExtract from the minutes: HMICFRS inspection of the Service\n\n"
        "The service was graded good at preventing fires by HMICFRS. Firefighters were praised by the inspectors."
    )
    assert [force.id for force in extractor.extract_text(text).forces] == ["kent-fire-and-rescue-service"]
