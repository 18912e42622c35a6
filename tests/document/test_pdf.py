import pytest

from extract.document.pdf import read_pdf
from extract.errors import InputError
from tests.sources.containers import pdf_of

BODY = [
    "Inspectors found that Kent Police is good at prevent-",
    "ing crime. They praised its well-equipped control",
    "room, which the chief constable said was well-",
    "equipped. Two of the other areas, they said, are ade-",
    "quate.",
]


def set_page(lines, number, *, head="HMICFRS report 2025", top=740):
    """A page with a running head, lines and a page number."""
    body = [(72, top - 14 * step, 11, text) for step, text in enumerate(lines)]
    return [(72, 800, 9, head), *body, (300, 40, 9, f"Page {number} of 3")]


def text_of(forms, pages):
    return read_pdf(pdf_of(pages), forms, "a.pdf").text


def test_lines_are_joined_and_broken_words_are_whole(forms):
    text = text_of(forms, [set_page(BODY, 1), set_page(["Another paragraph."], 2)])
    assert text == (
        "Inspectors found that Kent Police is good at preventing crime. They praised its well-equipped control room, "
        "which the chief constable said was well-equipped. Two of the other areas, they said, are adequate."
        "\n\nAnother paragraph."
    )


def test_running_heads_and_page_numbers_are_left_out(forms):
    text = text_of(forms, [set_page([f"Page of words {n}."], n) for n in (1, 2, 3)])
    assert text == "Page of words 1.\n\nPage of words 2.\n\nPage of words 3."


def test_what_stands_at_the_edge_of_one_page_alone_stays(forms):
    pages = [set_page(["First."], 1, head="A title of its own"), set_page(["Second."], 2, head="Other words")]
    assert text_of(forms, pages).startswith("A title of its own")


def test_a_sentence_goes_on_over_the_page_and_the_page_is_known(forms):
    pages = [set_page(["The force was told to improve how it"], 1), set_page(["answers calls. It did."], 2)]
    document = read_pdf(pdf_of(pages), forms)
    assert document.text == "The force was told to improve how it answers calls. It did."
    assert [document.text[start:][:7] for start in document.pages] == ["The for", "answers"]


def test_an_empty_page_begins_where_the_next_does(forms):
    document = read_pdf(pdf_of([set_page(["One."], 1), [], set_page(["Three."], 3)]), forms)
    assert document.pages == (0, 6, 6)
    assert document.text[6:] == "Three."


def test_gaps_and_sizes_part_paragraphs(forms):
    page = [
        (72, 760, 20, "A headline"),
        (72, 700, 11, "One paragraph"),
        (72, 686, 11, "goes on."),
        (72, 650, 11, "Two."),
    ]
    assert text_of(forms, [page]) == "A headline\n\nOne paragraph goes on.\n\nTwo."


def test_items_stay_apart(forms):
    page = [
        (72, 700 - 14 * n, 11, text) for n, text in enumerate(["It should:", "\u2022 train staff", "\u2022 buy radios"])
    ]
    assert text_of(forms, [page]) == "It should:\n\n\u2022 train staff\n\n\u2022 buy radios"


def test_the_record_points_into_the_text_and_knows_the_pages(extractor):
    from extract.sources.files import Item

    pages = [
        set_page(["Kent Police praised"], 1),
        set_page(["HMICFRS graded Kent Police good at preventing crime."], 2),
    ]
    item = Item("a.pdf", pdf_of(pages), "application/pdf")
    record = extractor.extract_item(item)
    text = extractor.read(item).text
    (grade,) = record.grades
    assert text[grade.area.start : grade.area.end] == grade.area.text == "preventing crime"
    assert record.source.pages == (0, text.index("HMICFRS"))
    assert '"pages":[0,' in record.to_json()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "E103"),
        (b"%PDF-1.4 nothing else", "E122"),
        (pdf_of([[]]), "E109"),
        (pdf_of([[(72, 700, 11, "x")]], encrypted=True), "E123"),
    ],
)
def test_what_cannot_be_read_says_why(forms, data, code):
    with pytest.raises(InputError) as told:
        read_pdf(data, forms, "a.pdf")
    assert told.value.code == code


def test_without_its_library_it_says_what_to_install(forms, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(InputError, match=r"E126: a.pdf .*peelback\[pdf\]"):
        read_pdf(b"%PDF", forms, "a.pdf")
