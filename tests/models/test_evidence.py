import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from models import Evidence

ARTICLE = "Kent Police was graded good."


def test_holds_start_end_and_text():
    evidence = Evidence(start=0, end=4, text="Kent")
    assert evidence.model_dump() == {"start": 0, "end": 4, "text": "Kent"}


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (-1, 3, "Kent"),  # before the article
        (4, 4, ""),  # nothing
        (0, 0, "Kent"),  # an end at the very beginning
        (5, 1, "Kent"),  # an end before the start
        (0, 5, "Kent"),  # longer than its text
        (0, 3, "Kent"),  # shorter than its text
    ],
)
def test_refuses_offsets_that_do_not_span_the_text(start, end, text):
    with pytest.raises(ValidationError):
        Evidence(start=start, end=end, text=text)


def test_a_length_that_differs_is_told_with_both_lengths():
    with pytest.raises(ValidationError, match="text has 4 characters, offsets 2 to 9 span 7"):
        Evidence(start=2, end=9, text="Kent")


def test_is_held_against_the_article_of_the_context():
    value = {"start": 5, "end": 11, "text": "Police"}
    assert Evidence.model_validate(value, context={"text": ARTICLE}).text == "Police"
    with pytest.raises(ValidationError, match="the article has 'Kent P' at 0, not 'Police'"):
        Evidence.model_validate(value | {"start": 0, "end": 6}, context={"text": ARTICLE})


def test_beyond_the_end_of_the_article_is_refused():
    with pytest.raises(ValidationError, match="the article has '' at 90"):
        Evidence.model_validate({"start": 90, "end": 94, "text": "Kent"}, context={"text": ARTICLE})


@pytest.mark.parametrize("context", [None, {}, {"forces": set()}])
def test_without_an_article_only_the_length_is_held(context):
    assert Evidence.model_validate({"start": 90, "end": 94, "text": "Kent"}, context=context).start == 90


def test_offsets_count_code_points():
    article = "\U0001f692 Kent"  # a fire engine is one code point, two UTF-16 units, four bytes
    assert Evidence.model_validate({"start": 2, "end": 6, "text": "Kent"}, context={"text": article})


def test_is_frozen():
    evidence = Evidence(start=0, end=4, text="Kent")
    with pytest.raises(ValidationError, match="frozen"):
        evidence.start = 1


def test_refuses_a_key_beyond_its_own():
    with pytest.raises(ValidationError, match="colour"):
        Evidence(start=0, end=4, text="Kent", colour="red")


@given(st.text(min_size=1), st.data())
def test_every_slice_of_an_article_holds(article, data):
    start = data.draw(st.integers(0, len(article) - 1))
    end = data.draw(st.integers(start + 1, len(article)))
    value = {"start": start, "end": end, "text": article[start:end]}
    assert Evidence.model_validate(value, context={"text": article}).text == article[start:end]


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=5), st.integers(0, 20))
def test_no_other_text_than_the_article_s_holds(article, text, start):
    value = {"start": start, "end": start + len(text), "text": text}
    if article[start : start + len(text)] == text:
        assert Evidence.model_validate(value, context={"text": article})
    else:
        with pytest.raises(ValidationError):
            Evidence.model_validate(value, context={"text": article})
