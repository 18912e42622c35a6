import json

import pytest

from extract.sinks.lines import to_array, to_lines
from models import Record

ARTICLES = (
    "Kent Police praised\n\nHMICFRS graded Kent Police \u2018good\u2019 at preventing crime.",
    "Dog retires\n\nA police dog hung up its harness.\u2028It was loved.",
)


@pytest.fixture(scope="module")
def records(extractor):
    return [extractor.extract_text(text, f"{number}.txt") for number, text in enumerate(ARTICLES)]


def stopped(records):
    yield from records
    raise KeyboardInterrupt


def test_a_record_a_line(records):
    lines = list(to_lines(records))
    assert len(lines) == 2
    assert all(line.isprintable() or "\u2028" in line for line in lines)
    assert not any(end in line for line in lines for end in "\r\n")
    assert [Record.model_validate_json(line) for line in lines] == records


def test_records_come_as_they_are_made():
    made = []

    def slow():
        for number in range(3):
            made.append(number)
            yield Record.model_construct()

    next(to_lines(slow()))
    assert made == [0]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_an_array_of_any_length_is_json(records, number):
    text = "".join(to_array(records[:number]))
    assert [Record.model_validate(value) for value in json.loads(text)] == records[:number]
    assert text.endswith("]\n")


def test_letters_are_written_as_they_are(records):
    assert "\u2018good\u2019" in "".join(to_array(records))
    assert "\u2018good\u2019" in next(to_lines(records))


@pytest.mark.parametrize("number", [1, 2])
def test_an_array_that_is_stopped_is_json_still(records, number):
    pieces = []
    with pytest.raises(KeyboardInterrupt):
        pieces.extend(to_array(stopped(records[:number])))  # what is there before it raises stays in the list
    assert len(json.loads("".join(pieces))) == number


def test_an_array_stopped_before_its_first_record_is_nothing():
    array = to_array(stopped([]))
    with pytest.raises(KeyboardInterrupt):
        next(array)


def test_both_say_the_same(records):
    assert json.loads("".join(to_array(records))) == [json.loads(line) for line in to_lines(records)]
