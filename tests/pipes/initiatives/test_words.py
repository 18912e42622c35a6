import pytest

from extract.pipes.initiatives.words import Words

WORDS = Words({"night", "watch", "fire", "break", "lock", "boot", "day", "hat", "field", "open"})


@pytest.mark.parametrize("word", ["Night", "Locks", "Lock's", "Nightwatch", "Firebreak", "Reboot", "Don't", "Open-Day"])
def test_a_common_word_in_any_form_or_a_compound_of_two(word):
    assert WORDS.is_common(word)


@pytest.mark.parametrize("word", ["Rowntree", "Hatfield", "Oakapple", "Kent"])
def test_a_surname_or_place_is_none(word):
    assert not WORDS.is_common(word)
