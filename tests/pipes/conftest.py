"""What tests of several pipes share."""

import pytest

from tests.marked import HEAD, mark, unmark

GRADED = "HMICFRS inspected Kent Police in May and published its report today.\n\n"
INSPECTED = "Kent Police inspected\n\n14 February 2024\n\nHMICFRS inspected Kent Police in May and published its report today.\n\n"


@pytest.fixture(scope="module")
def asks(find):
    """Words, kind and deadline of each ask, once."""

    def run(body):
        reading, found = find("recommendations", body)
        rows = []
        for note in found:
            when = note.attributes["deadline"]
            rows.append(
                (reading.text[note.start : note.end], note.attributes["kind"], when and reading.text[slice(*when)])
            )
        return rows

    return run


@pytest.fixture(scope="module")
def credited(find):
    """Who the words say speaks, and the parts, of each quote of one kind."""

    def run(kind, body):
        reading, found = find("quotes", body)
        result = []
        for note in found:
            who = note.attributes["speaker"]
            if note.label == kind:
                words = [reading.text[slice(*part)] for part in note.attributes["parts"]]
                result.append((who and reading.text[who["start"] : who["end"]], *words))
        return result

    return run


@pytest.fixture(scope="module")
def parts(find):
    """The body with brackets around the parts of the quotes of one kind."""

    def run(kind, marked):
        body, _ = unmark(marked)
        reading, found = find("quotes", body)
        spans = [reading.source(*part) for note in found if note.label == kind for part in note.attributes["parts"]]
        return mark(body, [(start - len(HEAD), end - len(HEAD)) for start, end in spans])

    return run


@pytest.fixture(scope="module")
def dated(record):
    """Grades of an article of February 2024 on Kent Police: `is` for this inspection, `was` for an earlier one."""

    def run(body):
        return [
            f"{row.area.text if row.area else 'all'} {'was' if row.previous else 'is'} {row.grade}"
            for row in record(body, INSPECTED).grades
        ]

    return run


@pytest.fixture(scope="module")
def grades(find):
    """Grades of a body about Kent Police: `grade: area | area`, `was` before that of an earlier inspection."""

    def run(body):
        reading, found = find("grades", GRADED + body)
        rows = []
        for note in found:
            data = note.attributes
            areas = [reading.text[start:end] for start, end in data["areas"]]
            areas = areas or (["overall"] if data["overall"] else [])
            rows.append(f"{'was ' if data['previous'] else ''}{data['grade']}: {' | '.join(areas)}".strip())
        return rows

    return run
