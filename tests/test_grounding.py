"""Every value points at its own characters, whatever the text; the same text gives the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import extract
from extract.errors import Failure, InputError
from extract.sources.files import Item
from models.record import offsets

SAMPLES = sorted((Path(__file__).parent.parent / "samples/dev").glob("*.txt"))
TEXTS = [path.read_bytes().decode("utf-8-sig", "replace") for path in SAMPLES]
PIECES = [
    "HMICFRS graded Kent Police ‘good’ at preventing crime, and “requires improvement” in two areas – a and b.",
    "Kent", "Essex Police’s", "GMP", "HMICFRS", "the force", "The report said: “", "ACC Jo Hale said:", "she added", "said Mr Hale.",
    "should train its staff", "must", "within three months", "by May 2026", "Operation Oak", "which began in 2021",
    "Recommendations", "Area for improvement", "The force should:", "- record crime;", "1.", "•", "\tGood\t", " | ", "Effectiveness: good (good)",
    "inadequate", "requires improvement", "not", "“", "”", "‘", "’", '"', "'", "``", "''", "«", "—", "(", ")", "[", "]",
    "\n", "\n\n", "\r\n", "\r", "\u2028", "\x0c", "\x00", "\x85", "\ufeff", "\u00ad", "\u200b", "\u00a0", "ﬁ", "…", "İ", "ǅ", "ß",
    "👮\u200d♀️", "\U0001d54f", "\U0001f1ec\U0001f1e7", "é", "e\u0301", "\ud83d", "&amp;", "&#8217;", "&", "?s", ".", ",", ":", " ",
    "24 November 2025", "By Ann Lee", "Related News", "Copyright © 2025", "Picture: X",
]  # fmt: skip
BEGINNINGS = ["", "Report\n\n24 November 2025\n\n", "Kent Police inspected by HMICFRS\n\n"]
composed = st.builds(
    lambda head, pieces, glue: head + glue.join(pieces),
    st.sampled_from(BEGINNINGS),
    st.lists(st.sampled_from(PIECES), max_size=40),
    st.sampled_from([" ", "", "\n\n"]),
)


def check(record, text):
    """Every pair of offsets holds the characters that the record says stand there."""
    assert record.source.characters == len(text)
    plain = record.model_dump()
    found = list(offsets(record))
    for path, start, end in found:
        value = plain
        for key in path.strip("/").split("/"):
            value = value[int(key) if key.isdigit() else key]
        assert 0 <= start < end <= len(text), path
        assert text[start:end] == value["text"], path
    return found


def hold(text):
    """The record of a text is grounded and the same twice; a text without words is refused."""
    try:
        once = extract.extract_text(text)
    except InputError as error:
        refused: str | None = error.code
    else:
        refused = None
        check(once, text)
    if refused:
        assert refused in ("E103", "E104", "E105")
        return
    assert extract.extract_text(text) == once


@given(st.text(max_size=200))
def test_any_text_is_grounded_or_refused(text):
    hold(text)


@given(composed)
@settings(max_examples=150)
def test_text_made_of_our_own_cues_is_grounded(text):
    hold(text)


def mangle(text, data):
    """A stretch of an article with a few of its characters lost, doubled or replaced."""
    start = data.draw(st.integers(0, max(0, len(text) - 900)))
    text = text[start : start + data.draw(st.integers(200, 900))]
    for _ in range(data.draw(st.integers(0, 6))):
        at = data.draw(st.integers(0, len(text)))
        width = data.draw(st.integers(0, 3))
        text = text[:at] + data.draw(st.sampled_from(PIECES)) + text[at + width :]
    return text


@given(st.sampled_from(TEXTS), st.data())
@settings(max_examples=100)
def test_mangled_articles_are_grounded(text, data):
    hold(mangle(text, data))


CHANGES = {
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "old line ends": lambda text: text.replace("\n", "\r"),
    "a mark of byte order": lambda text: "\ufeff" + text,
    "zeros": lambda text: text.replace(" the ", " the\x00 "),
    "emoji": lambda text: text.replace(" and ", " 👮\u200d♀️ and ").replace("“", "👍“"),
    "letters beyond the first plane": lambda text: "\U0001d54f" + text.replace("e", "\U0001d556"),
    "soft hyphens": lambda text: text.replace("tion", "\u00adtion"),
    "no closing marks": lambda text: text.replace("”", "").replace("’ ", " "),
    "no opening marks": lambda text: text.replace("“", "").replace(" ‘", " "),
    "straight marks": lambda text: text.replace("“", '"').replace("”", '"').replace("‘", "'").replace("’", "'"),
    "marks lost to a question mark": lambda text: text.replace("“", "?").replace("”", "?").replace("’", "?"),
    "capitals": str.upper,
    "small letters": str.lower,
    "one line": lambda text: " ".join(text.split()),
    "letters whose small form is longer": lambda text: text.replace("I", "İ"),
    "entities": lambda text: text.replace("“", "&ldquo;").replace("”", "&rdquo;").replace("’", "&#8217;"),
    "twice": lambda text: text + "\n\n" + text,
    "backwards": lambda text: text[::-1],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("number", range(0, len(TEXTS), 9))
def test_a_changed_sample_is_grounded_and_the_same_twice(number, change):
    text = change(TEXTS[number])
    once = extract.extract_text(text)
    check(once, text)
    assert extract.extract_text(text).to_json() == once.to_json()


@given(st.binary(max_size=300), st.sampled_from(["text/plain", "text/html"]))
def test_any_bytes_give_a_grounded_record_or_a_failure(extractor, data, media_type):
    found = extractor.extract_item(Item("some/path", data, media_type))
    if isinstance(found, Failure):
        assert (found.path, found.code[:2]) == ("some/path", "E1")
        assert found.code != "E110"
    else:
        check(found, extractor.read(Item("some/path", data, media_type)).text)


MARKUP = ["<p>", "</p>", "<li>", "<table><tr><td>", "</td>", "<h2>", "</h2>", "<br>", "<script>", "<!--", "-->", "&nbsp;", "&#x201c;", "<div class=menu>", "</div>", "<q>", "\x00", "<"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES[:40] + MARKUP), max_size=40))
def test_any_page_gives_a_grounded_record_or_a_failure(extractor, pieces):
    page = f"<html><head><title>Report</title></head><body><h1>Report</h1><p>{' '.join(pieces)}</body></html>"
    item = Item("page.html", page.encode("utf-8", "replace"), "text/html")
    found = extractor.extract_item(item)
    if isinstance(found, Failure):
        assert found.code in ("E104", "E105", "E109")
    else:
        check(found, extractor.read(item).text)
