import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document.decoding import check_text, decode, find_flaws
from extract.errors import InputError

SENTENCE = "Kent Police was graded \u2018good\u2019, its chief said: \u201cWe\u2019ll keep \u00a35m \u2013 caf\u00e9 and all\u2026\u201d"
MARKS = (b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_an_english_text_is_decoded_whatever_its_encoding(encoding):
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


def test_latin_1_is_decoded():
    text = "Heddlu Gogledd Cymru: \u00a35m caf\u00e9 na\u00efve r\u00f4le"
    assert decode(text.encode("latin-1")) == text


@pytest.mark.parametrize("order", ["little", "big"])
def test_utf_16_with_a_byte_order_mark_is_decoded_in_either_order(order):
    mark, encoding = (codecs.BOM_UTF16_LE, "utf-16-le") if order == "little" else (codecs.BOM_UTF16_BE, "utf-16-be")
    assert decode(mark + SENTENCE.encode(encoding)) == SENTENCE


def test_a_byte_order_mark_alone_is_left_out():
    assert decode(codecs.BOM_UTF8 + b"\r\n Kent \r\n") == "\r\n Kent \r\n"


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n", "\u2028", "\n\r\n"])
def test_line_ends_stay(ends):
    text = f"Kent Police{ends}was graded good.{ends}"
    assert decode(text.encode()) == text


def test_a_few_control_characters_stay():
    text = "Kent\0 Police was graded good\x0b at preventing crime and at many other things."
    assert decode(text.encode()) == text


def test_nothing_is_an_error():
    with pytest.raises(InputError) as raised:
        decode(b"", "a.txt")
    assert (raised.value.code, raised.value.path) == ("E103", "a.txt")


@pytest.mark.parametrize("text", [" ", "\n\r\n\t", "\u00a0\u200b", "\u00a0\ufeff"])
def test_white_space_alone_is_an_error(text):
    with pytest.raises(InputError) as raised:
        decode(text.encode())
    assert raised.value.code == "E104"


@pytest.mark.parametrize("mark", MARKS[1:])
def test_a_byte_order_mark_without_a_text_is_an_error(mark):
    with pytest.raises(InputError) as raised:
        decode(mark)
    assert raised.value.code == "E103"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04rest", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old office document"),
        (b"{\\rtf1 Kent}", "an RTF document"),
        (bytes(range(1, 32)) * 20, "control bytes"),
        (b"\xff\xfeK", "broken utf-16 at byte 2"),
    ],
)
def test_what_is_not_text_is_refused_by_name(data, what):
    with pytest.raises(InputError, match=what) as raised:
        decode(data, "a.txt")
    assert raised.value.code == "E105"
    assert "convert it to .txt or .html" in raised.value.message


@given(st.sampled_from(MARKS), st.binary(max_size=200))
def test_decoding_gives_a_text_or_an_input_error(mark, data):
    try:
        text = decode(mark + data, "a.txt")
    except InputError as error:
        assert error.code in ("E103", "E104", "E105")  # noqa: PT017
    else:
        assert text.strip("\0 \t\r\n")
        text.encode("utf-8")


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"), min_size=1),
    st.sampled_from(["utf-8", "utf-16", "utf-32"]),
)
def test_a_text_in_a_unicode_encoding_comes_back(text, encoding):
    text = "Kent " + text
    assert decode(text.encode(encoding)) == text


def test_a_string_is_held_like_a_file():
    check_text("Kent")
    for text, code in (("", "E103"), (" \n", "E104")):
        with pytest.raises(InputError) as raised:
            check_text(text)
        assert raised.value.code == code


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_mojibake_is_found_and_left_as_it_is(encoding):
    text = "It\u2019s Kent".encode().decode(encoding)
    (flaw,) = find_flaws(text)
    assert flaw.code == "V101"
    assert text[flaw.start : flaw.end] == "\u2019".encode().decode(encoding)
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    "text", [SENTENCE, "Heddlu Llŵyd: \u00c2ch \u00e2g", "A caf\u00e9, a na\u00efve r\u00f4le", "plain"]
)
def test_good_text_has_no_flaw(text):
    assert find_flaws(text) == ()


def test_lost_quotation_marks_are_found():
    (flaw,) = find_flaws("The force?s leaders said they weren?t told.")
    assert (flaw.code, flaw.start, flaw.end) == ("V102", 9, 10)


@pytest.mark.parametrize("text", ["Why? so that it is known.", "Is it good? The force says so."])
def test_a_question_is_no_lost_mark(text):
    assert find_flaws(text) == ()


@pytest.mark.parametrize("control", ["\0", "\x07", "\x1b", "\x7f", "\ufffd"])
def test_a_control_character_is_found(control):
    (flaw,) = find_flaws(f"Kent{control} Police{control}")
    assert (flaw.code, flaw.start, flaw.end) == ("V103", 4, 5)
