import tomllib

import pytest

from extract.errors import ConfigError
from extract.gazetteers import DATA, ForceRow, load_forces, load_gazetteers

HEAD = "id,name,kind,nation,aliases,places\n"
OURS = load_gazetteers()


@pytest.fixture
def folder(tmp_path, write):
    """Loads the lists with files of one's own over them: `folder({"forces.csv": ...})`."""

    def load(files):
        for name, content in files.items():
            write(f"mine/{name}", content)
        return load_gazetteers(tmp_path / "mine")

    return load


def refused(folder, files):
    with pytest.raises(ConfigError) as raised:
        folder(files)
    return raised.value


# What comes with peelback


def test_our_lists_are_whole():
    assert len(OURS.forces) > 90
    assert {row.kind for row in OURS.forces.values()} == {"police", "fire"}
    assert set(OURS.cues) == {path.stem for path in (DATA / "cues").glob("*.toml")}
    for row in OURS.forces.values():
        assert all(row.names())
        assert row.nation, row.id
    for programme in OURS.programmes.values():
        assert set(programme.inspectorates) <= set(OURS.inspectorates), programme.id
        assert programme.start < (programme.until or "9999"), programme.id


def test_no_two_forces_share_a_name():
    owners = {}
    for row in OURS.forces.values():
        for name in row.names():
            assert owners.setdefault(name.lower(), row.id) == row.id, name


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.toml")), ids=lambda path: path.stem)
def test_a_list_says_its_source_and_its_date(path):
    text = path.read_text(encoding="utf-8")
    if path.name != "confidence.toml":
        assert text.startswith("# ")
        assert "Source: " in text[:600]
        assert "Date: " in text[:600]
    assert tomllib.loads(text)


def test_a_force_is_known_by_its_place_and_each_ending():
    row = ForceRow("kent-police", "Kent Police", "police", "England", ("KP",), ("Kent",))
    assert list(row.names())[:4] == ["Kent Police", "KP", "Kent Police", "Kent Constabulary"]


# Forces of one's own


def test_a_new_row_adds_a_known_one_replaces_a_sign_removes(folder):
    rows = "kent-police,Kent Constabulary,police,England,KC;Kent Bobbies,Kent\nport-police,Port Police,police,,,\n-essex-police\n"
    lists = folder({"forces.csv": HEAD + rows})
    assert lists.forces["kent-police"].aliases == ("KC", "Kent Bobbies")
    assert lists.forces["port-police"].name == "Port Police"
    assert "essex-police" not in lists.forces
    assert len(lists.forces) == len(OURS.forces)


def test_spaces_blank_lines_and_a_byte_order_mark_do_no_harm(folder):
    lists = folder({"forces.csv": "\ufeff" + HEAD + "\n port-police , Port Police ,police, , PP ; ,\n"})
    assert lists.forces["port-police"] == ForceRow("port-police", "Port Police", "police", "", ("PP",), ())


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Port Police,Port Police,police,,,", "forces.csv, line 2: the id 'Port Police' is not lower-case words"),
        (",Port Police,police,,,", "the id ''"),
        ("port-police,Port Police,dock,,,", "the kind 'dock' is neither police nor fire"),
        ("port-police,,police,,,", "the name is empty"),
        ("port-police", "the kind '' is neither"),
    ],
)
def test_a_row_that_cannot_be_used_is_e202_with_its_line(folder, row, reason):
    error = refused(folder, {"forces.csv": HEAD + row + "\n"})
    assert error.code == "E202"
    assert reason in error.message


def test_a_missing_column_is_e202(folder):
    assert "the column id is missing" in refused(folder, {"forces.csv": "name,kind\nPort Police,police\n"}).message


@pytest.mark.parametrize(
    "name", ["forces.csv", "inspectorates.csv", "programmes.toml", "ranks.toml", "cues/quotes.toml"]
)
def test_a_file_that_is_no_utf_8_is_e202_with_its_path(folder, name):
    error = refused(folder, {name: b"\xff\xfe\x00"})
    assert (error.code, "cannot be read" in error.message) == ("E202", True)
    assert name.split("/")[-1] in error.message


@pytest.mark.parametrize("load", [load_gazetteers, load_forces])
def test_a_folder_that_is_none_is_e202(load, tmp_path, write):
    for path in (tmp_path / "none", write("file.txt", "x")):
        with pytest.raises(ConfigError, match=f"{path}: is not a folder; name one that holds gazetteers") as raised:
            load(path)
        assert raised.value.code == "E202"


def test_an_empty_folder_changes_nothing(tmp_path):
    assert load_gazetteers(tmp_path) == OURS


# Inspectorates and programmes


def test_inspectorates_are_added_replaced_and_removed(folder):
    lists = folder(
        {"inspectorates.csv": "name,aliases,leads,kind,until\nHMIX,Docks Inspectorate,Chief Docker,police,\n-HMIC\n"}
    )
    assert lists.inspectorates["HMIX"].leads == ("chief docker",)
    assert "HMIC" not in lists.inspectorates


def test_an_inspectorate_without_a_name_is_e202(folder):
    error = refused(folder, {"inspectorates.csv": "name,aliases\n,Docks\n"})
    assert error.message == "inspectorates.csv, line 2: the name is empty"


PROGRAMME = """[[programme]]
id = "docks-2025"
name = "Docks"
inspectorates = ["HMICFRS"]
kind = "police"
from = "2025-01"
until = ""
scale = ["good"]
cues = ["docks"]
[programme.topics]
cranes = ["minding cranes"]
"""


def test_a_programme_is_added(folder):
    lists = folder({"programmes.toml": PROGRAMME})
    assert lists.programmes["docks-2025"].topics == {"cranes": ("minding cranes",)}
    assert len(lists.programmes) == len(OURS.programmes) + 1


def test_a_programme_that_lacks_a_key_is_e202_with_its_number(folder):
    error = refused(folder, {"programmes.toml": PROGRAMME.replace('kind = "police"\n', "")})
    assert error.message == "programmes.toml, programme 1: 'kind' is missing or of the wrong type"


# Cues


def test_a_flat_list_is_added_to_replaced_and_removed_from(folder):
    lists = folder({"cues/quotes.toml": 'say = ["deadpanned", "said"]\n"=report" = ["said"]\n'})
    assert lists.cues["quotes"]["say"] == [*OURS.cues["quotes"]["say"], "deadpanned"]
    assert lists.cues["quotes"]["report"] == ["said"]
    removed = folder({"cues/quotes.toml": '"-say" = ["said", "never there"]\n'})
    assert removed.cues["quotes"]["say"] == [word for word in OURS.cues["quotes"]["say"] if word != "said"]


def test_a_list_in_a_table_is_added_to_replaced_and_removed_from(folder):
    words = '[words]\ngiven = ["crowned"]\n"=at" = ["at"]\n"-previous" = ["last time"]\n'
    theirs, ours = folder({"cues/grades.toml": words}).cues["grades"], OURS.cues["grades"]
    assert theirs["words"]["given"] == [*ours["words"]["given"], "crowned"]
    assert theirs["words"]["at"] == ["at"]
    assert theirs["words"]["previous"] == [word for word in ours["words"]["previous"] if word != "last time"]
    for key in set(ours["words"]) - {"given", "at", "previous"}:
        assert theirs["words"][key] == ours["words"][key]
    assert theirs["grades"] == ours["grades"]


def test_the_sign_of_a_table_holds_for_each_list_in_it(folder):
    theirs = folder({"cues/grades.toml": '["-words"]\ngiven = ["graded"]\n'}).cues["grades"]["words"]
    assert theirs["given"] == [word for word in OURS.cues["grades"]["words"]["given"] if word != "graded"]
    theirs = folder({"cues/grades.toml": '["=words"]\ngiven = ["graded"]\n'}).cues["grades"]["words"]
    assert theirs["given"] == ["graded"]
    assert theirs["at"] == OURS.cues["grades"]["words"]["at"]


def test_words_with_meanings_are_added_changed_replaced_and_removed(folder):
    ours = OURS.cues["grades"]["grades"]
    added = folder({"cues/grades.toml": '[grades]\n"top marks" = "outstanding"\n"satisfactory" = "satisfactory"\n'})
    assert added.cues["grades"]["grades"] == ours | {"top marks": "outstanding", "satisfactory": "satisfactory"}
    removed = folder({"cues/grades.toml": '["-grades"]\n"ri" = ""\n'})
    assert removed.cues["grades"]["grades"] == {word: grade for word, grade in ours.items() if word != "ri"}
    replaced = folder({"cues/grades.toml": '["=grades"]\n"good" = "good"\n'})
    assert replaced.cues["grades"]["grades"] == {"good": "good"}


def test_ranks_take_the_same_signs(folder):
    lists = folder({"ranks.toml": 'police = ["dock master"]\n"-fire" = ["firefighter"]\n'})
    assert lists.ranks["police"][-1] == "dock master"
    assert "firefighter" not in lists.ranks["fire"]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("quotes", 'sya = ["x"]', "quotes.toml, sya: no such list; there are "),
        ("quotes", 'say = "x"', 'quotes.toml, say: is no list of words; write ["one", "two"]'),
        ("quotes", "say = [1]", "quotes.toml, say: is no list of words"),
        ("quotes", 'say = [""]', "quotes.toml, say: is no list of words"),
        ("grades", "words = []", "grades.toml, words: is no table; write [words]"),
        ("grades", '[words]\ngvien = ["x"]', "grades.toml, words.gvien: no such list; there are "),
        ("grades", '[words]\ngiven = "x"', "grades.toml, words.given: is no list of words"),
        ("quotes", "say = [", "cannot be read"),
    ],
)
def test_a_cue_that_cannot_be_used_is_e202_with_its_place(folder, name, text, reason):
    error = refused(folder, {f"cues/{name}.toml": text + "\n"})
    assert error.code == "E202"
    assert reason in error.message


@pytest.mark.parametrize("meaning", ['"super"', "1", '["good"]'])
def test_a_meaning_that_is_none_is_e201_with_the_valid_ones(folder, meaning):
    error = refused(folder, {"cues/grades.toml": f'[grades]\n"fine" = {meaning}\n'})
    assert error.code == "E201"
    assert error.message.startswith("grades.toml, grades.fine: ")
    assert "the valid ones are adequate, " in error.message


def test_a_file_of_cues_that_no_pipe_reads_is_e201_with_the_valid_ones(folder, tmp_path):
    error = refused(folder, {"cues/grade.toml": "x = 1\n"})
    assert error.code == "E201"
    assert str(error) == (
        f"E201: {tmp_path / 'mine' / 'cues' / 'grade.toml'} is no list of cues; "
        "the valid ones are blocks, classes, counts, forces, grades, initiatives, names, quotes, recommendations, senses"
    )


def test_weights_of_a_users_folder_take_the_place_of_ours(tmp_path):
    (tmp_path / "weights").mkdir()
    (tmp_path / "weights" / "forces.json").write_text('{"bare": {"": -9.0}}', encoding="utf-8")
    found = load_gazetteers(tmp_path).weights
    assert found["forces"] == {"bare": {"": -9.0}}
    assert found["grades"] == OURS.weights["grades"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("forces.json", '{"bare": {"": "much"}}'),
        ("forces.json", '{"bare": 1}'),
        ("forces.json", "[]"),
        ("forces.json", "{"),
        ("fores.json", '{"bare": {}}'),
        ("forces.toml", "[bare]\n"),
    ],
)
def test_weights_that_cannot_be_used_are_refused(tmp_path, name, text):
    (tmp_path / "weights").mkdir()
    (tmp_path / "weights" / name).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=name):
        load_gazetteers(tmp_path)
