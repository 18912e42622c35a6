"""What tests of several pipes share."""

import pytest


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
