from hypothesis import given
from hypothesis import strategies as st

from extract.assemble.evidence import Grounds
from extract.document.document import Block, Document
from extract.document.reading import read


def grounds_of(text):
    document = Document(text, (Block("paragraph", 0, len(text)),))
    reading = read(document)
    return Grounds(text, reading), reading


def test_evidence_is_cut_from_the_article_not_from_the_reading():
    text = "The force\u2019s \u201cgood\u00a0\u00a0work\u201d is a\nlong &amp; di\ufb03cult\u00ad job"
    grounds, reading = grounds_of(text)
    start = reading.text.index("good work")
    assert grounds.cut(start, start + 9)["text"] == "good\u00a0\u00a0work"
    start = reading.text.index("difficult")
    assert grounds.cut(start, start + 9)["text"] == "di\ufb03cult"


def test_white_space_at_the_edges_is_left_out_and_a_stretch_stands_once():
    grounds, _ = grounds_of("It is good work.")
    assert grounds.cut(2, 11) == {"start": 3, "end": 10, "text": "is good"}
    assert grounds.all([(3, 5), (2, 6), (6, 10)]) == [grounds.cut(3, 5), grounds.cut(6, 10)]


@given(
    st.text(st.sampled_from("ab “”‘’'\"\u00ad\u00a0\u2003\ufb01\ufb03\u2026&;lt\r\n👮é"), min_size=1, max_size=40),
    st.data(),
)
def test_any_stretch_of_the_reading_slices_to_its_own_text(text, data):
    grounds, reading = grounds_of(text)
    body = reading.text.rstrip("\n")
    if not body:
        return
    start = data.draw(st.integers(0, len(body) - 1))
    end = data.draw(st.integers(start + 1, len(body)))
    found = grounds.cut(start, end)
    assert found["text"]
    assert text[found["start"] : found["end"]] == found["text"]
