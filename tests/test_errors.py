import copy
import pickle
import re
import string

import pytest

from extract import errors
from extract.errors import ConfigError, EngineError, Failure, GroundingError, InputError, PeelbackError

MESSAGES = {name: text for name, text in vars(errors).items() if re.fullmatch(r"E\d{3}", name)}
ADVICE = re.compile(
    r"\b(?:check|remove|convert|split|raise|name|save|report|write|say|has the format|pipe|fetch|install|unpack|mend|give|wait|name another|run peelback|valid ones are)\b|\{reason\}$"
)  # what to do; a reason says it itself


@pytest.mark.parametrize("code", MESSAGES)
def test_a_message_says_what_to_do(code):
    assert ADVICE.search(MESSAGES[code]), MESSAGES[code]
    assert not MESSAGES[code].endswith(".")


@pytest.mark.parametrize("code", MESSAGES)
def test_a_message_needs_only_what_it_names(code):
    names = [name for _, name, _, _ in string.Formatter().parse(MESSAGES[code]) if name]
    text = MESSAGES[code].format(**dict.fromkeys(names, 7))
    assert "{" not in text


def test_an_error_says_code_place_and_message():
    assert str(InputError("E103", "is empty", "a.txt")) == "E103: a.txt is empty"
    assert str(ConfigError("E202", "max_bytes: is no number")) == "E202: max_bytes: is no number"


@pytest.mark.parametrize("kind", [InputError, ConfigError, GroundingError, EngineError])
@pytest.mark.parametrize("again", [copy.copy, lambda error: pickle.loads(pickle.dumps(error))], ids=["copy", "pickle"])
def test_an_error_comes_through_a_process_whole(kind, again):
    error = again(kind("E999", "what is wrong", "a.txt"))
    assert type(error) is kind
    assert isinstance(error, PeelbackError)
    assert (error.code, error.message, error.path) == ("E999", "what is wrong", "a.txt")


def test_a_failure_takes_the_path_of_the_error_or_that_of_the_input():
    assert Failure.of(InputError("E103", "is empty", "a.txt"), "b.txt") == Failure("a.txt", "E103", "is empty")
    assert Failure.of(InputError("E103", "is empty"), "b.txt").path == "b.txt"
