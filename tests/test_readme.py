import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer

import cli
from extract import errors
from extract.gazetteers import DATA

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```", README, re.M | re.S)
INSTALLING, TESTING, *RUNNING = BLOCKS


def read_block(block):
    """Commands of a block, each with the lines that it shows."""
    calls = []
    for line in block.splitlines():
        if line.startswith("$ "):
            calls.append((line[2:], []))
        else:
            calls[-1][1].append(line)
    return calls


@pytest.fixture
def shell(tmp_path):
    """Runs a line in a folder that has the samples and the command, and nothing else."""
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    programs = tmp_path / "programs"
    programs.mkdir()
    command = programs / "peelback"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m cli "$@"\n')
    command.chmod(0o755)
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith("PEELBACK_")} | {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "XDG_CONFIG_HOME": str(tmp_path),
        "COLUMNS": "120",
    }

    def run(line):
        return subprocess.run(
            ["bash", "-c", line],
            cwd=tmp_path,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )

    return run


@pytest.mark.parametrize("block", RUNNING, ids=lambda block: read_block(block)[0][0])
def test_what_the_readme_runs_prints_what_it_shows(block, shell):
    for line, shown in read_block(block):
        done = shell(line)
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        assert done.stderr == "", line
        printed = iter(row.rstrip() for row in done.stdout.splitlines())
        for row in shown:
            assert row.rstrip() in printed, f"{line} does not print {row!r} (there, in this order):\n{done.stdout}"


def test_a_written_file_has_a_record_for_each_sample(shell, tmp_path):
    (line,) = (line for block in RUNNING for line, _ in read_block(block) if "--output records.jsonl" in line)
    shell(line)
    articles = [path for path in (ROOT / "samples" / "dev").iterdir() if path.suffix in {".txt", ".html"}]
    assert len((tmp_path / "records.jsonl").read_text(encoding="utf-8").splitlines()) == len(articles)


def test_the_first_command_installs_and_shows_a_sample():
    ((line, _),) = read_block(INSTALLING)
    venv, install, show = line.split(" && ")
    assert (venv, install) == ("python3 -m venv .venv", ".venv/bin/pip install .")
    program, command, sample = show.split()
    assert (program, command) == (".venv/bin/peelback", "extract")
    assert (ROOT / sample).is_file()


def test_the_second_command_installs_extras_that_exist_and_runs_the_tests():
    ((line, _),) = read_block(TESTING)
    venv, install, test = line.split(" && ")
    assert (venv, test) == ("python3 -m venv .venv", ".venv/bin/python -m pytest")
    extras = re.fullmatch(r"\.venv/bin/pip install --editable '\.\[([\w,]+)\]'", install)
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert extras
    for extra in extras[1].split(","):
        assert re.search(rf"^{extra} = \[", project, re.M), extra


def test_every_command_and_option_has_its_words():
    group = typer.main.get_command(cli.app)
    for name, command in group.commands.items():
        section = re.search(rf"^### `peelback {name}\b[^\n]*\n(.*?)^##", README, re.M | re.S)
        assert section, name
        for parameter in command.params:
            for option in parameter.opts if parameter.param_type_name == "option" else ():
                assert option == "--help" or f"`{option}" in section[1], f"{name} {option}"


def test_every_error_has_its_row():
    codes = {name for name in vars(errors) if re.fullmatch(r"E\d{3}", name)}
    assert set(re.findall(r"^\| (E\d{3}) \|", README, re.M)) == codes


def test_every_field_of_a_record_has_its_row():
    from models import Record

    section = README[README.index("## The record") :]
    assert re.findall(r"^\| `(\w+)` \|", section[: section.index("\n## ")], re.M) == list(Record.model_fields)


def test_every_finding_of_the_readme_is_found_somewhere():
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "extract").rglob("*.py"))
    assert set(re.findall(r"\bV\d{3}\b", README)) == set(re.findall(r'"(V\d{3})"', code))


def test_every_gazetteer_has_its_row():
    section = README[README.index("## Gazetteers of your own") :]
    named = set(re.findall(r"^\| `([^`]+)` \|", section[: section.index("\n## ")], re.M))
    generated = {"confidence.toml"}
    assert named == {path.name for path in DATA.iterdir() if path.is_file()} - generated | {"cues/NAME.toml"}


def test_links_lead_to_files():
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
