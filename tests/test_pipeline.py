"""The whole chain: items to records or failures, texts in order, and a user's own gazetteers."""

from __future__ import annotations

import pytest

import extract
from extract.errors import ConfigError, Failure, GroundingError, InputError
from extract.pipeline import PREFIX, Extractor, build_language
from extract.sources.files import Item
from models import Record
from tests.marked import HEAD

GRADED = HEAD + "HMICFRS graded Kent Police good at preventing crime."


@pytest.mark.parametrize(
    ("data", "media_type", "code"),
    [
        (b"", "text/plain", "E103"),
        (b" \n\t ", "text/plain", "E104"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00", "text/plain", "E105"),
        (b"<html><body><script>run()</script></body></html>", "text/html", "E109"),
    ],
)
def test_an_item_that_cannot_be_read_is_a_failure(extractor, data, media_type, code):
    found = extractor.extract_item(Item("a/b.txt", data, media_type))
    assert isinstance(found, Failure)
    assert (found.path, found.code) == ("a/b.txt", code)
    assert found.message


def test_a_failure_stays_as_it_is(extractor):
    failure = Failure("a/b.txt", "E101", "cannot be found")
    assert extractor.extract_item(failure) is failure


@pytest.mark.parametrize(
    "error", [ValueError("odd"), KeyError("odd"), RecursionError("odd"), MemoryError(), IndexError("odd")]
)
def test_a_bug_on_one_item_is_a_failure_of_that_item(extractor, monkeypatch, error):
    def fail(document):
        raise error

    monkeypatch.setattr(extractor, "extract", fail)
    found = extractor.extract_item(Item("a/b.txt", GRADED.encode(), "text/plain"))
    assert (found.path, found.code) == ("a/b.txt", "E110")
    assert type(error).__name__ in found.message


def test_an_error_of_ours_keeps_its_code(extractor, monkeypatch):
    def fail(document):
        raise GroundingError("E301", "does not stand there")

    monkeypatch.setattr(extractor, "extract", fail)
    found = extractor.extract_item(Item("a/b.txt", GRADED.encode(), "text/plain"))
    assert (found.path, found.code, found.message) == ("a/b.txt", "E301", "does not stand there")


def test_ctrl_c_is_no_failure(extractor, monkeypatch):
    def stop(document):
        raise KeyboardInterrupt

    monkeypatch.setattr(extractor, "extract", stop)
    with pytest.raises(KeyboardInterrupt):
        extractor.extract_item(Item("a/b.txt", GRADED.encode(), "text/plain"))


def test_an_item_is_a_record_with_its_path_and_digest(extractor):
    item = Item("a/b.txt", GRADED.encode(), "text/plain")
    found = extractor.extract_item(item)
    assert isinstance(found, Record)
    assert (found.source.path, found.source.sha256) == ("a/b.txt", item.sha256)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "E103"),
        (" \r\n\t\u00a0", "E104"),
        ("\u2003\u3000\u2028", "E104"),
    ],
)
def test_a_string_without_words_is_refused(text, code):
    with pytest.raises(InputError) as caught:
        extract.extract_text(text)
    assert caught.value.code == code


def test_a_file_and_its_text_give_the_same_rows(write):
    path = write("article.txt", GRADED)
    found = extract.extract_file(path)
    assert found.source.path == str(path)
    assert found.model_copy(update={"source": None}) == extract.extract_text(GRADED).model_copy(update={"source": None})


def test_many_texts_give_their_records_one_by_one_in_order():
    def texts():
        for number in range(5):
            given.append(number)
            yield f"Article number {number}\n\nKent Police has {number + 2} dogs."

    given: list[int] = []
    found = extract.extract_many(texts())
    assert next(found).source.title == "Article number 0"
    assert given == [0]
    assert [record.source.title for record in found] == [f"Article number {number}" for number in range(1, 5)]


def test_many_texts_stop_at_one_without_words():
    found = extract.extract_many(["One article", "  "])
    assert next(found).source.title == "One article"
    with pytest.raises(InputError, match="E104"):
        next(found)


def test_load_gives_a_pipeline_that_takes_pipes_of_ones_own():
    nlp = extract.load()
    assert nlp is extract.load()
    own = build_language()
    own.add_pipe("sentencizer")
    assert [name for name in own.pipe_names if name != "sentencizer"] == nlp.pipe_names
    assert len(list(own(GRADED).sents)) > 1
    assert all("." not in own.get_pipe_meta(name).factory for name in own.pipe_names)
    assert own.get_pipe_meta("grades").factory == PREFIX + "grades"


def test_docs_come_in_order_from_pipe_and_from_other_processes():
    nlp = extract.load()
    texts = [f"Article number {number}\n\nKent Police has {number + 2} dogs." for number in range(3)]
    assert [doc.text.split("\n")[0] for doc in nlp.pipe(texts)] == [text.split("\n")[0] for text in texts]


# -- gazetteers of a user ----------------------------------------------------------------------------------------------


@pytest.fixture
def mine(write, tmp_path):
    """An extractor with a user's folder laid over our lists: `mine({"forces.csv": "…"})`."""

    def build(files):
        for name, content in files.items():
            write(f"mine/{name}", content)
        return Extractor(tmp_path / "mine")

    return build


COLUMNS = "id,name,kind,nation,aliases,places\n"


def forces(record):
    return [row.id for row in record.forces]


def test_a_force_of_ones_own_is_found_by_name_alias_place_and_misspelt(mine):
    own = mine({"forces.csv": COLUMNS + "port-of-tyne-police,Port of Tyne Police,police,England,PTP,Tynedock\n"})
    for words in ("Port of Tyne Police was", "PTP was", "Tynedock was", "Port of Tine Police was"):
        found = own.extract_text(HEAD + f"HMICFRS said {words} graded good at preventing crime.")
        assert forces(found) == ["port-of-tyne-police"], words
        assert [row.force for row in found.grades] == ["port-of-tyne-police"]


def test_a_force_that_is_taken_away_is_not_found(mine, extractor):
    own = mine({"forces.csv": COLUMNS + "-thames-valley-police,,,,,\n"})
    text = HEAD + "HMICFRS graded Thames Valley Police and Essex Police good at preventing crime."
    assert forces(extractor.extract_text(text)) == ["thames-valley-police", "essex-police"]
    assert forces(own.extract_text(text)) == ["essex-police"]


def test_a_force_that_is_replaced_has_its_new_name(mine):
    own = mine({"forces.csv": COLUMNS + "kent-police,Kent and Medway Police,police,England,,Kent\n"})
    (row,) = own.extract_text(HEAD + "HMICFRS graded Kent and Medway Police good at preventing crime.").forces
    assert (row.id, row.name) == ("kent-police", "Kent and Medway Police")


def test_a_verb_of_saying_is_added_and_removed(mine, extractor):
    own = mine({"cues/quotes.toml": 'say = ["be like"]\n"-say" = ["say"]\n'})
    added = HEAD + "“We have not lost a single crane,” Chief Constable Ida Rowntree be like."
    removed = HEAD + "“We have not lost a single crane,” Chief Constable Ida Rowntree say."
    assert [len(one.extract_text(added).officials) for one in (extractor, own)] == [0, 1]
    assert [len(one.extract_text(removed).officials) for one in (extractor, own)] == [1, 0]


def test_a_wording_of_a_grade_is_added(mine, extractor):
    own = mine({"cues/grades.toml": '[grades]\n"top notch" = "outstanding"\n'})
    text = HEAD + "HMICFRS graded Kent Police top notch at preventing crime."
    assert [[row.grade for row in one.extract_text(text).grades] for one in (extractor, own)] == [[], ["outstanding"]]


def test_a_modal_is_removed(mine, extractor):
    own = mine({"cues/recommendations.toml": '"-modal" = ["should"]\n'})
    text = HEAD + "HMICFRS’s report says that Kent Police should train its staff."
    assert [len(one.extract_text(text).recommendations) for one in (extractor, own)] == [1, 0]


def test_an_initiative_known_by_name_alone_is_added(mine, extractor):
    own = mine({"cues/initiatives.toml": '[lists]\nknown = ["Tegid Whistlers"]\n'})
    text = HEAD + "Officers are among the Tegid Whistlers, who walk home whoever wants it."
    names = [[row.name for row in one.extract_text(text).initiatives] for one in (extractor, own)]
    assert names == [[], ["Tegid Whistlers"]]


def test_ours_are_untouched_by_a_users(mine, extractor):
    before = extractor.extract_text(GRADED).to_json()
    mine({"forces.csv": COLUMNS + "-kent-police,,,,,\n"})
    assert extractor.extract_text(GRADED).to_json() == before
    assert Extractor().extract_text(GRADED).to_json() == before


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("forces.csv", COLUMNS + "Kent Police,Kent Police,police,England,,\n", "E202", "line 2"),
        ("forces.csv", COLUMNS + "kent-navy,Kent Navy,navy,England,,\n", "E202", "navy"),
        ("forces.csv", "name,kind\nKent Police,police\n", "E202", "the column id is missing"),
        ("cues/quotes.toml", 'shout = ["yelled"]\n', "E202", "no such list"),
        ("cues/quotes.toml", "say = [\n", "E202", "quotes.toml"),
        ("cues/jokes.toml", 'say = ["quipped"]\n', "E201", "quotes"),
    ],
)
def test_a_gazetteer_that_cannot_be_used_says_where_and_why(mine, name, content, code, words):
    with pytest.raises(ConfigError) as caught:
        mine({name: content})
    assert caught.value.code == code
    assert words in str(caught.value)


def test_a_folder_that_is_not_there_is_an_error_of_the_setting(tmp_path):
    with pytest.raises(ConfigError, match="is not a folder"):
        Extractor(tmp_path / "nowhere")
