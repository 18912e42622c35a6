"""Quotation marks as press offices type them: apart from the words they belong to, doubled, unlike, or none at all."""

import pytest


@pytest.mark.parametrize(
    "body",
    [
        'PC Jo Hale said: " [We found it at noon.]"',
        'PC Jo Hale said:\n\n" [We found it at noon.]\n\n" [We will go on.]"',
        'PC Jo Hale said: "[We found it at noon.]\n\n"[The yard is safe again.] "',
    ],
)
def test_a_mark_stands_apart_from_the_words(parts, body):
    assert parts("direct", body) == body


@pytest.mark.parametrize(
    "body",
    [
        'Jo Hale of the force \'s harbour unit and the chiefs \' council, said: "[We found it at noon.]\n\n"[We will go on.]"',
        'Chief Superintendent Rob O \'Hare said: "[We found it at noon.]\n\n"[We will go on.]"',
        'PC Jo Hale said: "[He is 5\'11" tall and thin.]\n\n"[The other is about 6\'2" and wore a cap.]"',
        "PC Jo Hale said: “[He is 5”10 and thin.]\n\n“[The other wore a cap.]”",
        "PC Jo Hale said: “[He is 5’11” tall and thin.]\n\n“[The other is about 6’2” and wore a cap.]”",
    ],
)
def test_apostrophes_and_inches_are_no_marks(parts, body):
    assert parts("direct", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "Jo Hale told the town 's council that the force 's yard was shut.",
        "PC Jo Hale said he was 5'6″-5'9″ tall and ran.",
    ],
)
def test_no_words_stand_between_apostrophes_and_inches(credited, body):
    assert not credited("fragment", body)


@pytest.mark.parametrize(
    "body",
    [
        'PC Jo Hale said "[We know the yard and who goes there]\n\n"[We will go on.]"',
        'PC Jo Hale said; "[We know the yard and who goes there.]\n\n"[We will go on.]"',
        'PC Jo Hale added; "[We know the yard.]"',
        'PC Jo Hale said: ""[We know the yard.]\n\n"[We will go on.]"',
        'PC Jo Hale said: "“[We know the yard.]\n\n“[We will go on.]”',
        "PC Jo Hale said: \"[We know the yard.]'",
        "PC Jo Hale said: '[We know the yard.]\"",
        'PC Jo Hale said: "[We know that this was no theft.] "[Call us if you saw it.]"',
        'PC Jo Hale said: ‘"[We know that this was no theft. Call us.]”',
    ],
)
def test_what_leads_in_and_closes_may_be_mistyped(parts, body):
    assert parts("direct", body) == body


@pytest.mark.parametrize(
    "body",
    [
        'PC Jo Hale said: "[We thank those who kept to the rules of the "quiet" hour at the yard.]"',
        'PC Jo Hale said: "[We thank all.]\n\n"[They kept to the rules of the "quiet" hour at the yard.]\n\n"[We will go on.]"',
        'PC Jo Hale said: "[They know what "opening up" means,]" and thanked them.',
    ],
)
def test_words_in_marks_stand_within_speech_in_the_same_marks(parts, body):
    assert parts("direct", body) == body


@pytest.mark.parametrize(
    "body",
    [
        'PC Jo Hale said: "[We found it at noon.]\n\n"[We ask you to go on looking]"',
        'PC Jo Hale said: "[We found it at noon.]\n\n"[We ask you to go on looking. ]"',
        'PC Jo Hale said: "[We found it at noon.]\n\n"[We ask you to go on looking]"\n\nThe yard is shut.',
    ],
)
def test_the_last_line_of_speech_lacks_its_stop(parts, body):
    assert parts("direct", body).replace("looking. ]", "looking.] ") == body.replace("looking. ]", "looking.] ")


def test_two_say_the_same_words(parts):
    body = (
        "PC Jo Hale said: “[We look into each fire.]\n\n“[I am glad of this day, which sends a clear message to all.]”\n\n"
        "Sergeant Al Dean said: “[We count the fires.]\n\n“[I am glad of this day, which sends a clear message to all.]”"
    )
    assert parts("direct", body) == body
