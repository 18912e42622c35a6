import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import extract
from extract.errors import Failure, GroundingError
from extract.pipeline import Extractor
from extract.sources.files import Item
from models import Record

ROOT = Path(__file__).parents[1]
KENT = "Kent Police praised\n\nHMICFRS graded Kent Police good at preventing crime.\n"
DOG = "Dog retires\n\nA police dog hung up its harness, and a gardener said it could sleep now.\n"


# The Python interface


def test_a_string_gives_a_record():
    record = extract.extract_text(KENT, path="kent")
    assert isinstance(record, Record)
    assert (record.source.path, record.source.title) == ("kent", "Kent Police praised")
    assert [(row.force, row.area.text, row.grade) for row in record.grades] == [
        ("kent-police", "preventing crime", "good")
    ]


def test_a_file_gives_the_record_of_its_text(write):
    path = write("kent.txt", KENT)
    record = extract.extract_file(path)
    assert record.source.path == str(path)
    assert record == extract.extract_text(KENT, path=str(path))


def test_a_page_gives_the_record_of_its_visible_text(write):
    path = write("kent.html", f"<html><body><h1>Kent Police praised</h1><p>{KENT.splitlines()[-1]}</p></body></html>")
    record = extract.extract_file(str(path))
    assert record.source.media_type == "text/html"
    assert [row.grade for row in record.grades] == ["good"]


def test_many_strings_give_records_in_their_order_one_at_a_time():
    taken = []

    def texts():
        for text in (KENT, DOG, KENT):
            taken.append(text)
            yield text

    records = extract.extract_many(texts())
    assert taken == []
    assert next(records).source.title == "Kent Police praised"
    assert taken == [KENT]
    assert [record.source.title for record in records] == ["Dog retires", "Kent Police praised"]


def test_the_pipeline_is_one_and_takes_a_pipe_of_one_s_own():
    nlp = extract.load()
    assert extract.load() is nlp
    assert nlp("Kent Police praised").text
    assert set(nlp.pipe_names) >= {"forces", "grades", "quotes"}


def test_a_folder_of_gazetteers_has_a_pipeline_of_its_own(write, tmp_path):
    write("mine/forces.csv", "id,name,kind,nation,aliases,places\nport-police,Port of Tyne Police,police,England,,\n")
    text = KENT.replace("Kent Police", "Port of Tyne Police")
    assert [row.id for row in extract.extract_text(text, data=tmp_path / "mine").forces] == ["port-police"]
    assert [row.id for row in extract.extract_text(text).forces] == []


@pytest.mark.parametrize(
    ("text", "code"), [("", "E103"), (" \n\t", "E104"), ("\ufeff\u00a0", "E104"), ("Kent \ud83d Police", "E105")]
)
def test_a_string_in_which_there_is_nothing_to_read_is_an_error(text, code):
    with pytest.raises(extract.InputError) as raised:
        extract.extract_text(text, path="a")
    assert (raised.value.code, raised.value.path) == (code, "a")


def test_a_file_that_cannot_be_read_is_an_error(write, tmp_path):
    with pytest.raises(extract.InputError, match="E101"):
        extract.extract_file(tmp_path / "none.txt")
    with pytest.raises(extract.InputError, match="E106"):
        extract.extract_file(write("a.txt", KENT), max_bytes=10)


def test_a_folder_that_is_none_is_an_error():
    with pytest.raises(extract.ConfigError, match="E202"):
        extract.load("nowhere")


def test_what_is_public_is_there_and_documented():
    for name in extract.__all__:
        assert inspect.getdoc(getattr(extract, name)), name


def test_importing_does_not_load_spacy():
    code = "import sys, extract, models; print([m for m in ('spacy', 'lxml', 'trafilatura') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# Articles that are odd, and faults of ours


@pytest.mark.parametrize(
    "text",
    [
        DOG,
        "Recipe: leek soup\n\nSoften the leeks. It was good, said the cook. Serve in five areas of the table.\n",
        "Cup final\n\nThe home side were outstanding, and the visitors inadequate in three areas, said the coach Ida Roe.\n",
        "x",
        "“”",
        "1234567890",
        "Ніщо тут не є англійською.",
    ],
    ids=["dog", "recipe", "sport", "letter", "marks", "digits", "other-script"],
)
def test_an_article_about_something_else_gives_no_rows_of_an_inspection(text):
    record = extract.extract_text(text)
    assert (record.grades, record.recommendations, record.stated_counts) == ((), (), ())
    assert (record.inspectorate, record.programme) == (None, None)
    assert not any(force.subject for force in record.forces)


class Broken(Extractor):
    """An extractor whose reading of an item raises what it is told to."""

    def __init__(self, extractor, error):
        self.__dict__.update(extractor.__dict__)
        self.error = error

    def read(self, item):
        raise self.error


ITEM = Item("kent.txt", KENT.encode(), "text/plain")


@pytest.mark.parametrize(
    "error",
    [
        ImportError("no module"),
        OSError(5, "Input/output error"),
        RuntimeError("boom"),
        RecursionError(),
        MemoryError(),
        KeyError("x"),
        NotImplementedError(),
        StopIteration(),
        UnicodeDecodeError("utf-8", b"x", 0, 1, "odd"),
        type("Own", (Exception,), {})("first line\nsecond line"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_whatever_goes_wrong_with_an_article_is_its_failure(extractor, error):
    found = Broken(extractor, error).extract_item(ITEM)
    assert isinstance(found, Failure)
    assert (found.path, found.code) == ("kent.txt", "E110")
    assert type(error).__name__ in found.message
    assert "report this input" in found.message
    assert "\n" not in found.message


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_a_wish_to_stop_is_none_of_its_faults(extractor, error):
    with pytest.raises(error):
        Broken(extractor, error()).extract_item(ITEM)


def test_a_failure_stays_one(extractor):
    failure = Failure("a.txt", "E101", "cannot be found")
    assert extractor.extract_item(failure) is failure


@pytest.fixture
def ungrounded(extractor, monkeypatch):
    """Makes an extractor whose evidence is cut by another function."""

    def make(change):
        from extract.assemble.evidence import Grounds

        cut = Grounds.cut
        monkeypatch.setattr(Grounds, "cut", lambda self, start, end: change(cut(self, start, end)))
        return extractor

    return make


def test_evidence_that_is_not_the_article_s_is_e301(ungrounded):
    found = ungrounded(lambda value: value | {"text": value["text"].upper()}).extract_item(ITEM)
    assert (found.path, found.code) == ("kent.txt", "E301")
    assert "/evidence/0: the text at 21 to 28 is 'HMICFRS'" not in found.message  # upper case already: it holds
    assert (
        "is 'Kent Police praised', not 'KENT POLICE PRAISED'" in found.message or "not 'KENT POLICE'" in found.message
    )
    assert found.message.endswith("please report this input")


def test_evidence_of_the_wrong_length_is_e301(ungrounded):
    found = ungrounded(lambda value: value | {"end": value["end"] + 1}).extract_item(ITEM)
    assert found.code == "E301"


def test_a_row_that_is_not_whole_is_e302(extractor, monkeypatch):
    from extract.assemble.rows import Rows

    monkeypatch.setattr(Rows, "force", lambda self, row, name, kind: {"id": row.id, "name": name})
    found = extractor.extract_item(ITEM)
    assert found.code == "E302"
    assert found.message == "/forces/0/rule: Field required; please report this input"


def test_a_fault_of_ours_is_raised_where_one_article_is_read(ungrounded):
    extractor = ungrounded(lambda value: value | {"text": "x" * len(value["text"])})
    with pytest.raises(GroundingError) as raised:
        extractor.extract_text(KENT, "kent.txt")
    assert (raised.value.code, raised.value.path) == ("E301", "kent.txt")
