import io

import pytest

from extract.document.word import read_word
from extract.errors import InputError
from tests.sources.containers import zip_of

docx = pytest.importorskip("docx")


def word_of(*paragraphs, table=()):
    file = docx.Document()
    for style, text in paragraphs:
        file.add_paragraph(text, style=style)
    if table:
        grid = file.add_table(len(table), len(table[0]))
        for row, cells in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    whole = io.BytesIO()
    file.save(whole)
    return whole.getvalue()


def test_paragraphs_items_and_tables_in_their_order(forms):
    data = word_of(
        ("Title", "Kent Police praised"),
        ("Normal", "The force must:"),
        ("List Bullet", "train staff"),
        ("List Bullet", "buy radios"),
        table=[("area", "grade"), ("Leadership", "good")],
    )
    document = read_word(data, forms, "a.docx")
    assert document.text == (
        "Kent Police praised\n\nThe force must:\n\n\u2022 train staff\n\n\u2022 buy radios\n\narea\tgrade\nLeadership\tgood"
    )
    assert [block.kind for block in document.blocks[-2:]] == ["row", "row"]


def test_a_word_file_gives_a_record_and_is_no_archive(extractor, write):
    from extract.sources.archives import Archives

    path = write("a.docx", word_of(("Title", "Kent Police praised"), ("Normal", "Kent Police is good, HMICFRS said.")))
    (item,) = Archives().read([str(path)])
    record = extractor.extract_item(item)
    assert [force.id for force in record.forces] == ["kent-police"]
    assert record.source.media_type == item.media_type


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "E103"), (b"PK\x03\x04 no more", "E122"), (zip_of({"a.txt": b"x"}), "E122"), (word_of(), "E103")],
)
def test_what_cannot_be_read_says_why(forms, data, code):
    with pytest.raises(InputError) as told:
        read_word(data, forms, "a.docx")
    assert told.value.code == code


def test_one_that_expands_too_far_is_left(forms, monkeypatch):
    monkeypatch.setattr("extract.document.word._MOST", 1000)
    with pytest.raises(InputError, match="E124"):
        read_word(word_of(("Normal", "x")), forms)
