import json
import os
import re
import signal
import subprocess
import sys
import time

import pytest
import typer
from typer.testing import CliRunner

import cli
from models import Record
from models.record import offsets
from tests.runs import DOG, KENT, PAGE, ROOT, start

SAMPLES = ROOT / "samples" / "dev"
COMMANDS = ("extract", "text", "schema", "forces")


# text


@pytest.mark.parametrize(
    "content", [DOG.encode(), b"\xef\xbb\xbf" + DOG.encode(), KENT.encode("cp1252"), PAGE.encode()]
)
def test_text_prints_exactly_what_offsets_point_into(run, write, content):
    path = write("a.txt", content)
    printed = run("text", path).bytes.decode()
    (record,) = run("extract", path).records
    assert len(printed) == record.source.characters
    for pointer, begin, end in offsets(record):
        value = record.model_dump()
        for part in pointer.split("/")[1:]:
            value = value[int(part) if part.isdigit() else part]
        assert printed[begin:end] == value["text"], pointer


def test_text_keeps_line_ends_and_adds_none(run, write):
    assert run("text", write("a.txt", DOG)).bytes == DOG.encode()
    assert run("text", "-", stdin=b"Kent").bytes == b"Kent"


def test_text_of_a_page_is_its_visible_text(run, write):
    done = run("text", write("a.html", PAGE))
    assert done.out == "Kent Police praised\nHMICFRS graded Kent\u00a0Police good."


@pytest.mark.parametrize(
    ("name", "content", "code"), [("a.txt", "", "E103"), ("a.xlsx", "x", "E108"), ("b/a.txt", "x", "E102")]
)
def test_text_of_a_bad_input_is_its_error(run, write, name, content, code):
    path = write(name, content)
    path = path.parent if code == "E102" else path
    done = run("text", path)
    assert (done.status, done.out) == (3, "")
    assert done.err.startswith(f"{code}: {path} ")


# schema, forces, and what all have


def test_schema_prints_a_json_schema(run):
    done = run("schema")
    assert (done.status, done.err) == (0, "")
    assert json.loads(done.out) == Record.model_json_schema()


def test_forces_prints_a_line_for_each(run):
    done = run("forces", "greater", "manchester", "police")
    assert (done.status, done.err) == (0, "")
    assert done.out == "greater-manchester-police\tGreater Manchester Police\tpolice\tEngland\tGMP; Manchester Police\n"


def test_forces_prints_ten_and_says_that_there_are_more(run):
    done = run("forces", "police")
    assert (done.status, len(done.out.splitlines())) == (0, 10)
    assert re.fullmatch(r"and \d\d more; say more of the name\n", done.err)


def test_forces_that_finds_none_is_a_finding(run):
    done = run("forces", "gotham", "city")
    assert (done.status, done.out) == (1, "")
    assert done.err == "no force is called 'gotham city'; try a shorter part of its name\n"


def test_forces_looks_in_a_registry_of_one_s_own(run, write, tmp_path):
    write("mine/forces.csv", "id,name,kind,nation,aliases,places\nport-police,Port Police,police,England,,\n")
    assert run("forces", "port", "--data", tmp_path / "mine").out.startswith("port-police\t")


def test_forces_refuses_a_folder_that_is_none(run, tmp_path):
    done = run("forces", "a", "--data", tmp_path / "nope")
    assert (done.status, done.out) == (2, "")
    assert done.err == f"E202: {tmp_path / 'nope'}: is not a folder; name one that holds gazetteers\n"


@pytest.mark.parametrize("arguments", [(), ("--help",), *((name, "--help") for name in COMMANDS)])
def test_help_names_what_there_is(run, arguments):
    done = run(*arguments)
    assert done.status == (0 if arguments else 2)
    shown = done.out + done.err
    group = typer.main.get_command(cli.app)
    if len(arguments) == 2:
        for parameter in group.commands[arguments[0]].params:
            word = parameter.opts[0] if parameter.param_type_name == "option" else parameter.metavar.split("...")[0]
            assert word in shown
    else:
        assert all(name in shown for name in COMMANDS)


@pytest.mark.parametrize(
    "arguments", [("extract",), ("text",), ("forces",), ("read", "a.txt"), ("extract", "--nosuch", "a")]
)
def test_a_wrong_use_is_2_and_prints_no_data(run, arguments):
    done = run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert done.err


def test_the_app_runs_within_a_runner(write):
    done = CliRunner().invoke(cli.app, ["extract", str(write("a.txt", KENT))])
    assert done.exit_code == 0
    assert Record.model_validate_json(done.stdout).source.title == "Kent Police praised"


# As a process of its own


def test_a_process_prints_utf_8_whatever_the_surroundings(write):
    path = write("a.txt", KENT)
    process = start("extract", path, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"})
    out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert "\u2018good\u2019" in Record.model_validate_json(out).model_dump_json()
    assert "\u2018".encode() in out or b"\\u2018" in out


def test_a_process_reads_its_standard_input(write):
    process = start("extract", "-", "--format", "json", stdin=subprocess.PIPE)
    out, _ = process.communicate(KENT.encode())
    assert [value["source"]["path"] for value in json.loads(out)] == ["-"]


@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_ctrl_c_leaves_130_and_keeps_what_was_done(write, tmp_path, form):
    os.mkfifo(tmp_path / "never.txt")  # the second article does not come
    out = tmp_path / "out"
    process = start("extract", write("a.txt", KENT), tmp_path / "never.txt", "-f", form, "-o", out)
    part = tmp_path / ".out.part"
    while process.poll() is None and not (part.exists() and part.stat().st_size):
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    printed, told = process.communicate(timeout=60)
    assert (process.returncode, printed) == (130, b"")
    assert told.decode() == f"stopped; {out} holds what was done\n"
    text = out.read_text(encoding="utf-8")
    values = json.loads(text) if form == "json" else [json.loads(line) for line in text.splitlines()]
    assert [value["source"]["title"] for value in values] == ["Kent Police praised"]
    assert not part.exists()


def test_ctrl_c_without_output_leaves_130_and_no_traceback(write, tmp_path):
    os.mkfifo(tmp_path / "never.txt")
    process = start("extract", write("a.txt", KENT), tmp_path / "never.txt")
    line = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (130, b"")
    assert Record.model_validate_json(line)


@pytest.mark.parametrize("arguments", [("extract", SAMPLES), ("extract", SAMPLES, "-f", "table"), ("schema",)])
def test_a_reader_that_has_seen_enough_is_no_error(arguments):
    process = start(*arguments)
    process.stdout.read(1 if arguments[0] == "extract" else 0)
    process.stdout.close()
    told = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), told) == (0, b"")


@pytest.mark.parametrize("arguments", [("--help",), ("extract", "--help"), ("schema",), ("forces", "gmp")])
def test_what_reads_no_article_does_not_import_spacy(arguments):
    code = (
        "import sys, cli\n"
        f"sys.argv = ['peelback', *{arguments!r}]\n"
        "try:\n    cli.main()\nexcept SystemExit as leaving:\n"
        "    heavy = [name for name in ('spacy', 'numpy', 'trafilatura', 'lxml') if name in sys.modules]\n"
        "    print(leaving.code or 0, heavy, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr == "0 []\n"
    assert done.stdout
