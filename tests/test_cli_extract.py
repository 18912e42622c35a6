import io
import json
import os
import re
import sys

import pytest

import cli
from extract import errors
from extract.commands import reading
from models import Record
from tests.runs import DOG, KENT, PAGE, ROOT

# Inputs


def test_a_file_gives_a_line_of_json_and_nothing_else(run, write):
    path = write("kent.txt", KENT)
    done = run("extract", path)
    assert (done.status, done.err) == (0, "")
    (record,) = done.records
    assert record.source.path == str(path)
    assert [(row.force, row.grade) for row in record.grades] == [("kent-police", "good")]
    assert done.out == record.to_json() + "\n"


def test_the_same_input_gives_the_same_bytes(run, write):
    path = write("kent.txt", KENT)
    assert run("extract", path).bytes == run("extract", path).bytes


def test_inputs_of_every_kind_come_in_their_order(run, write, tmp_path):
    write("news/b.html", PAGE)
    write("news/a.txt", KENT)
    write("news/notes.xlsx", "no article")
    last = write("z.txt", DOG)
    done = run("extract", last, tmp_path / "news", "-", stdin=KENT.encode())
    assert (done.status, done.err) == (0, "")
    assert [record.source.path for record in done.records] == [
        str(last),
        str(tmp_path / "news" / "a.txt"),
        str(tmp_path / "news" / "b.html"),
        "-",
    ]


def test_a_path_stays_as_it_was_given(run, write, tmp_path, monkeypatch):
    write("news/a.txt", KENT)
    monkeypatch.chdir(tmp_path)
    assert run("extract", "./news/../news/a.txt").records[0].source.path == "./news/../news/a.txt"


def test_standard_input_may_be_a_page(run):
    (record,) = run("extract", "-", stdin=PAGE.encode()).records
    assert (record.source.media_type, record.source.title) == ("text/html", "Kent Police praised")


def test_bad_inputs_among_good_ones_cost_their_own_records_alone(run, write, tmp_path):
    good = [write("a.txt", KENT), write("z.txt", DOG)]
    bad = {
        tmp_path / "none.txt": "E101",
        write("empty.txt", ""): "E103",
        write("blank.txt", " \n\t\n"): "E104",
        write("binary.txt", bytes(range(1, 32)) * 5): "E105",
        write("paper.txt", b"%PDF-1.7\n..."): "E122",
        write("large.txt", "x" * 300): "E106",
        write("folder/notes.doc", "x").parent: "E107",
        write("paper.xlsx", b"PK..."): "E108",
        write("page.html", "<html><body><script>render()</script></body></html>"): "E109",
    }
    done = run("extract", "--max-bytes", 290, good[0], *bad, good[1])
    assert done.status == 3
    assert [record.source.path for record in done.records] == list(map(str, good))
    lines = done.err.splitlines()
    assert [line[:4] for line in lines] == list(bad.values())
    for line, path in zip(lines, bad, strict=True):
        assert line.startswith(f"{line[:4]}: {path} ")
        assert re.search(r"check|fetch|remove|convert|split|raise|name|save|rename|pipe", line[6 + len(str(path)) :]), (
            line
        )


def test_bad_files_in_a_folder_cost_their_own_records_alone(run, write, tmp_path):
    write("news/a.txt", "")
    write("news/b.txt", KENT)
    write("news/c.html", b"\x89PNG\r\n\x1a\n")
    done = run("extract", tmp_path / "news")
    assert done.status == 3
    assert len(done.records) == 1
    assert [line[:4] for line in done.err.splitlines()] == ["E103", "E105"]


def test_an_input_that_may_not_be_read_is_e102(run, write, tmp_path, monkeypatch):
    good, shut = write("a.txt", KENT), write("b.txt", KENT)
    real = open

    def refuse(path, *rest, **options):
        if str(path) == str(shut):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **options)

    monkeypatch.setattr("builtins.open", refuse)
    done = run("extract", shut, good)
    assert (done.status, len(done.records)) == (3, 1)
    assert (
        done.err
        == f"E102: {shut} cannot be read (permission denied); check that it is a file and that you may read it\n"
    )


def test_an_article_that_breaks_a_pipe_is_e110(run, write, monkeypatch):
    from extract.pipeline import Extractor

    real = Extractor.read

    def broken(self, item):
        if "DOG" in item.path:
            raise ImportError("no module named dog")
        return real(self, item)

    monkeypatch.setattr(Extractor, "read", broken)
    dog, kent = write("DOG.txt", DOG), write("kent.txt", KENT)
    done = run("extract", dog, kent)
    assert (done.status, len(done.records)) == (3, 1)
    assert done.err == (
        f"E110: {dog} could not be extracted (ImportError: no module named dog); please report this input\n"
    )


@pytest.mark.parametrize(
    ("change", "code"), [({"text": "elsewhere"}, "E301"), ({"text": ""}, "E302")], ids=["elsewhere", "empty"]
)
def test_evidence_that_does_not_hold_is_a_bug_and_the_others_are_done(run, write, monkeypatch, change, code):
    from extract.assemble.evidence import Grounds

    real = Grounds.cut

    def cut(self, start, end):
        value = real(self, start, end)
        return value if "dog" in self.text else value | change

    monkeypatch.setattr(Grounds, "cut", cut)
    kent, dog = write("kent.txt", KENT), write("dog.txt", DOG)
    done = run("extract", kent, dog)
    assert (done.status, len(done.records)) == (3, 1)
    assert done.err.startswith(f"{code}: {kent} /")
    assert done.err.endswith("please report this input\n")


def test_an_article_about_something_else_is_an_almost_empty_record(run, write):
    (record,) = run(
        "extract", write("soup.txt", "Leek soup\n\nSoften the leeks. It was good, said the cook.\n")
    ).records
    rows = ("forces", "grades", "recommendations", "stated_counts", "initiatives", "officials", "findings")
    assert {name: getattr(record, name) for name in rows} == dict.fromkeys(rows, ())
    assert (record.inspectorate, record.programme) == (None, None)


# Forms


def test_json_is_one_array(run, write):
    done = run("extract", write("a.txt", KENT), write("b.txt", DOG), "--format", "json")
    assert [value["source"]["title"] for value in json.loads(done.out)] == ["Kent Police praised", "Dog retires"]


def test_json_of_nothing_is_an_empty_array(run, write):
    done = run("extract", write("a.txt", ""), "-f", "json")
    assert (done.status, done.out) == (3, "[]\n")


def test_a_table_is_for_people(run, write):
    done = run("extract", write("a.txt", KENT), "-f", "table")
    assert done.status == 0
    assert re.search(r"^Kent Police +preventing crime +good", done.out, re.M)


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self):
        return True


@pytest.mark.parametrize("terminal", [True, False])
def test_a_terminal_gets_a_table_and_a_pipe_gets_lines(write, monkeypatch, terminal):
    shown = []
    monkeypatch.setattr(reading, "print_records", lambda records, form, output: shown.append((list(records), form)))
    monkeypatch.setattr(sys, "stdout", Screen() if terminal else io.StringIO())
    path = write("a.txt", KENT)
    monkeypatch.setattr(sys, "argv", ["peelback", "extract", str(path)])
    with pytest.raises(SystemExit):
        cli.main()
    ((_, form),) = shown
    assert form == (reading.Format.table if terminal else reading.Format.jsonl)


@pytest.mark.parametrize("form", ["xml", "JSON ", ""])
def test_an_unknown_form_is_a_wrong_use(run, write, form):
    done = run("extract", write("a.txt", KENT), "--format", form)
    assert (done.status, done.out) == (2, "")
    assert "jsonl" in done.err


# --output


@pytest.mark.parametrize("form", ["jsonl", "json", "table"])
def test_output_writes_what_would_be_printed(run, write, tmp_path, form):
    path = write("a.txt", KENT)
    done = run("extract", path, "-f", form, "--output", tmp_path / "out")
    assert (done.status, done.out, done.err) == (0, "", "")
    written = (tmp_path / "out").read_bytes()
    printed = run("extract", path, "-f", form).bytes
    assert written.split() == printed.split()
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "out"]


def test_output_is_lines_even_on_a_terminal(run, write, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stdout", Screen())
    run("extract", write("a.txt", KENT), "-o", tmp_path / "out")
    assert Record.model_validate_json((tmp_path / "out").read_text(encoding="utf-8"))


def test_output_appears_when_it_is_complete(run, write, tmp_path, monkeypatch):
    out = write("out", "earlier")
    seen = []

    def watched(records):
        for record in records:
            yield record.to_json()
            seen.append(out.read_text())

    monkeypatch.setattr("extract.sinks.lines.to_lines", watched)
    run("extract", write("a.txt", KENT), write("b.txt", DOG), "-o", out)
    assert seen == ["earlier", "earlier"]
    assert len(out.read_text().splitlines()) == 2


def test_output_that_cannot_be_written_is_e202_and_leaves_nothing(run, write, tmp_path):
    (tmp_path / "folder").mkdir()
    path = write("a.txt", KENT)
    for out, why in ((tmp_path / "none" / "out", "no such file or directory"), (tmp_path / "folder", "is a directory")):
        done = run("extract", path, "-o", out)
        assert (done.status, done.err) == (2, f"E202: --output {out}: {why}; name a file that can be written\n")
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "folder"]


def test_a_wrong_gazetteer_leaves_an_earlier_output_alone(run, write, tmp_path):
    out = write("out", "earlier")
    done = run("extract", write("a.txt", KENT), "-o", out, "--data", tmp_path / "none")
    assert (done.status, done.err[:5]) == (2, "E202:")
    assert out.read_text() == "earlier"
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "out"]


@pytest.mark.parametrize(("form", "read"), [("jsonl", lambda text: [json.loads(text)]), ("json", json.loads)])
def test_output_that_is_stopped_holds_what_was_done(run, write, tmp_path, monkeypatch, form, read):
    from extract.pipeline import Extractor

    real = Extractor.extract_item

    def stop(self, item):
        if "b.txt" in item.path:
            raise KeyboardInterrupt
        return real(self, item)

    monkeypatch.setattr(Extractor, "extract_item", stop)
    out = tmp_path / "out"
    done = run("extract", write("a.txt", KENT), write("b.txt", DOG), "-f", form, "-o", out)
    assert (done.status, done.err) == (130, f"stopped; {out} holds what was done\n")
    assert [value["source"]["title"] for value in read(out.read_text())] == ["Kent Police praised"]
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "b.txt", "out"]


def test_output_stopped_before_its_first_record_leaves_the_earlier_one(run, write, tmp_path, monkeypatch):
    from extract.pipeline import Extractor

    def stop(self, item):
        raise KeyboardInterrupt

    monkeypatch.setattr(Extractor, "extract_item", stop)
    out = write("out", "earlier")
    done = run("extract", write("a.txt", KENT), "-o", out)
    assert (done.status, done.err) == (130, "stopped; nothing was done\n")
    assert out.read_text() == "earlier"


# Settings


def test_a_limit_of_one_s_own(run, write):
    path = write("a.txt", KENT)
    done = run("extract", path, "--max-bytes", 10)
    assert done.status == 3
    assert done.err == (
        f"E106: {path} has {len(KENT.encode())} bytes, more than the limit of 10; "
        "split it, or raise the limit with --max-bytes or PEELBACK_MAX_BYTES\n"
    )
    assert run("extract", path, "--max-bytes", len(KENT.encode())).status == 0


def test_the_limit_of_the_environment_is_raised_by_the_option(run, write, monkeypatch):
    monkeypatch.setenv("PEELBACK_MAX_BYTES", "10")
    path = write("a.txt", KENT)
    assert run("extract", path).status == 3
    assert run("text", path).status == 3
    assert run("extract", path, "--max-bytes", 1000).status == 0
    assert run("text", path, "--max-bytes", 1000).status == 0


@pytest.mark.parametrize("value", ["0", "-5", "much"])
def test_a_limit_that_is_none_is_a_wrong_use(run, write, value):
    done = run("extract", write("a.txt", KENT), f"--max-bytes={value}")
    assert (done.status, "--max-bytes" in done.err) == (2, True)


def test_gazetteers_of_one_s_own(run, write, tmp_path):
    write("mine/forces.csv", "id,name,kind,nation,aliases,places\nport-police,Port Police,police,England,,\n")
    path = write("a.txt", KENT.replace("Kent", "Port"))
    (record,) = run("extract", path, "--data", tmp_path / "mine").records
    assert [row.id for row in record.forces] == ["port-police"]


def test_a_wrong_cue_is_e201_with_the_valid_ones(run, write, tmp_path):
    write("mine/cues/grades.toml", '[grades]\n"fine" = "super"\n')
    done = run("extract", write("a.txt", KENT), "--data", tmp_path / "mine")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("E201: grades.toml, grades.fine: super is no meaning; the valid ones are ")


def test_a_wrong_setting_is_e202(run, write, monkeypatch):
    monkeypatch.setenv("PEELBACK_MAX_BYTES", "much")
    done = run("extract", write("a.txt", KENT))
    assert (done.status, done.err[:28]) == (2, "E202: setting max_bytes: Inp")


def test_every_code_has_its_case_here():
    here = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests").rglob("test_*.py")))
    codes = {name for name in vars(errors) if re.fullmatch(r"E\d{3}", name)}
    assert codes <= set(re.findall(r"\bE[1-4]\d\d\b", here))
