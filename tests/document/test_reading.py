import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document.decoding import find_flaws
from extract.document.document import Block, Document
from extract.document.plain import read_text
from extract.document.reading import Reading, lower_case, read


def reading_of(text):
    return read(Document(text, (Block("paragraph", 0, len(text)),), flaws=find_flaws(text)))


def source(text, wanted):
    """The characters of the text for words of its reading."""
    reading = reading_of(text)
    start = reading.text.index(wanted)
    begin, end = reading.source(start, start + len(wanted))
    return text[begin:end]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("\u201cIt\u2019s good,\u201d she said", '"It\'s good," she said'),
        ("Kent\u00a0Police  was\r\n graded", "Kent Police was graded"),
        ("The\u00adre is a zero\u200bspace", "There is a zerospace"),
        ("e\ufb03cient o\ufb00ence", "efficient offence"),
        ("Devon &amp; Cornwall &pound;5m &#8217;tis", "Devon and Cornwall \u00a35m 'tis"),
        ("Devon & Cornwall, R&D", "Devon and Cornwall, R&D"),
        ("safe-\nguarding is well-\nbeing", "safe-guarding is well-being"),
        ("she said:\u201cWe will", 'she said: "We will'),
        ("''We will,'' she said", '"We will," she said'),
        ("the force \u2013 it \u2014 was", "the force \u2013 it \u2013 was"),
        ("child\u2011centred", "child-centred"),
        ("\u00abWe will\u00bb", '"We will"'),
        ("the force?s men said ?We will.?", 'the force\'s men said "We will."'),
        ("Is it so? Who knows?", "Is it so? Who knows?"),
        ("and so on\u2026", "and so on\u2026".replace("\u2026", "...")),
        ("&nosuch; &", "&nosuch; &"),
        ("Kent\0Police", "KentPolice"),
    ],
)
def test_one_typography(text, folded):
    assert reading_of(text).text == folded + "\n"


@pytest.mark.parametrize(
    ("text", "wanted", "there"),
    [
        ("The\u00adre is", "There", "The\u00adre"),
        ("a fi\ufb02e  and\r\nmore", "fifle and", "fi\ufb02e  and"),
        ("Devon &amp; Cornwall Police", "Devon and Cornwall", "Devon &amp; Cornwall"),
        ("Devon &amp; Cornwall Police", "Police", "Police"),
        ("said:\u201cWe will", '"We', "\u201cWe"),
        ("a \U0001f692 in Kent", "Kent", "Kent"),
        ("an e\ufb03cient force", "effic", "e\ufb03c"),
        ("the force?s men weren?t", "force's", "force?s"),
    ],
)
def test_words_of_the_reading_are_traced_to_the_characters_of_the_text(text, wanted, there):
    assert source(text, wanted) == there


def test_the_direction_of_quotation_marks_is_kept_beside():
    reading = reading_of("\u201cIt\u2019s good\u201d")
    assert reading.typed == "\u201cIt\u2019s good\u201d\n"
    assert reading.lower == '"it\'s good"\n'


def test_boilerplate_is_not_read():
    text = "One\nTwo\nThree"
    blocks = (Block("paragraph", 0, 3), Block("boilerplate", 4, 7), Block("item", 8, 13, lead=0))
    reading = read(Document(text, blocks))
    assert reading.text == "One\nThree\n"
    assert [(span.kind, span.lead) for span in reading.spans] == [("paragraph", -1), ("item", 0)]


def test_a_lead_that_is_not_read_is_none():
    reading = read(Document("One\nTwo", (Block("boilerplate", 0, 3), Block("item", 4, 7, lead=0))))
    assert reading.spans[0].lead == -1


def test_a_block_that_folds_to_nothing_has_no_span():
    reading = read(Document("\u200b\nTwo", (Block("paragraph", 0, 1), Block("paragraph", 2, 5))))
    assert [(span.start, span.end) for span in reading.spans] == [(0, 3)]


def test_a_row_is_read_cell_by_cell():
    text = "Leadership\t\tGood"
    reading = read(Document(text, (Block("row", 0, 16, cells=((0, 10), (12, 16))),)))
    (span,) = reading.spans
    assert [reading.text[start:end] for start, end in span.cells] == ["Leadership", "Good"]
    assert reading.source(*span.cells[1]) == (12, 16)
    assert len(reading.sentences) == 1


def test_sentences_know_their_span():
    text = "One. Two is here.\nThree"
    reading = read(Document(text, (Block("paragraph", 0, 17), Block("paragraph", 18, 23))))
    assert [(reading.text[s.start : s.end], s.span) for s in reading.sentences] == [
        ("One.", 0),
        ("Two is here.", 0),
        ("Three", 1),
    ]
    assert [reading.sentence_at(offset) for offset in (0, 5, 20)] == [0, 1, 2]
    assert [reading.span_at(offset) for offset in (0, 16, 20)] == [0, 0, 1]


def test_a_block_longer_than_a_paragraph_can_be_is_parted_at_the_end_of_a_sentence():
    text = "The force has improved since May. " * 300
    reading = reading_of(text)
    assert 2 < len(reading.spans) < 6
    assert all(reading.text[span.start : span.end].strip().endswith("May.") for span in reading.spans)
    assert reading.text.replace("\n", "") == text


def test_a_document_without_blocks_has_an_empty_reading():
    reading = read(Document("", ()))
    assert (reading.text, reading.spans, reading.sentences) == ("", [], [])
    assert reading.span_at(0) == -1


def test_a_reading_comes_back_from_plain_lists():
    reading = read(Document("One. Two", (Block("paragraph", 0, 8),)))
    assert Reading.from_plain([list(part) if isinstance(part, tuple) else part for part in reading]) is not None
    assert Reading.from_plain(tuple(reading)) == reading


def test_lower_case_keeps_the_length():
    text = "\u0130stanbul KENT"  # its lower case has two code points
    assert len(lower_case(text)) == len(text)
    assert lower_case(text).endswith("kent")


CHARACTERS = st.sampled_from(
    [
        *"abZ .,:!?'\"`&;-#\n\r\t\0",
        "\u00ad",
        "\u200b",
        "\u00a0",
        "\ufb03",
        "\u2026",
        "\u201c",
        "\u2019",
        "\u2013",
        "\u0130",
        "\U0001f692",
        "&amp;",
        "&#8217;",
        "  ",
        "?s ",
        "-\n",
        ":\u201c",
        "- ",
        "\t|\t",
    ]
)
TEXTS = st.lists(CHARACTERS, max_size=60).map("".join)


@given(TEXTS)
def test_every_character_of_a_reading_is_traced_into_its_block(text):
    reading = reading_of(text)
    assert len(reading.text) == len(reading.typed) == len(reading.lower)
    for span in reading.spans:
        last = 0
        for offset in range(span.start, span.end):
            begin, end = reading.source(offset, offset + 1)
            assert 0 <= begin <= end <= len(text)
            assert begin >= last or text[begin:end] != reading.text[offset]
            last = max(last, begin)
            if reading.text[offset].isalpha() and reading.text[offset] in text[begin:end]:
                assert end > begin


@given(TEXTS, st.data())
def test_a_stretch_of_letters_is_traced_to_the_same_letters(text, data):
    reading = reading_of(text)
    if not reading.spans:
        return
    start = data.draw(st.integers(0, reading.spans[-1].end - 1))
    end = data.draw(st.integers(start + 1, reading.spans[-1].end))
    begin, stop = reading.source(start, end)
    there = [char for char in text[begin:stop] if char in "bZ"]
    assert there == [char for char in reading.text[start:end] if char in "bZ"]


@given(TEXTS)
def test_blocks_of_a_plain_text_lie_in_order_inside_it_and_the_reading_covers_them(forms, text):
    document = read_text(text, forms)
    assert document.text == text
    last = 0
    for block in document.blocks:
        assert last <= block.start < block.end <= len(text)
        assert block.lead < document.blocks.index(block)
        assert all(block.start <= start <= end <= block.end for start, end in block.cells)
        last = block.end
    reading = read(document)
    covered = [
        char
        for block in document.blocks
        if block.kind != "boilerplate"
        for char in text[block.start : block.end]
        if char in "bZ"
    ]
    assert [char for char in reading.text if char in "bZ"] == covered
    for sentence in reading.sentences:
        assert reading.source(sentence.start, sentence.end)[1] <= len(text)
