import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from extract.errors import ConfigError, InputError
from extract.review.command import open_review, serve_review
from extract.review.server import bind
from tests.review.articles import KENT

ROOT = Path(__file__).parent.parent.parent


def run(*arguments):
    return CliRunner().invoke(cli.app, ["review", *map(str, arguments)])


def test_export_prints_the_rules_and_writes_beside_the_store(folder):
    done = run(folder, "--export")
    assert (done.exit_code, done.stdout.splitlines()[0].split("\t")[0]) == (0, "rule")
    assert any(line.startswith("grades.") for line in done.stdout.splitlines())
    assert sorted(path.name for path in (folder / "review.corrected").iterdir()) == [
        "corrections.csv",
        "records.jsonl",
        "rules.csv",
    ]


def test_export_is_without_a_path_that_of_this_folder(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert run("--export").exit_code == 0
    assert len((folder / "review.corrected" / "records.jsonl").read_text().splitlines()) == 3


@pytest.mark.parametrize(("path", "error"), [("nowhere", InputError), ("empty", InputError), ("kent.txt", ConfigError)])
def test_what_cannot_be_reviewed_is_said_before_a_server_starts(tmp_path, path, error):
    (tmp_path / "empty").mkdir()
    (tmp_path / "kent.txt").write_text(KENT)
    done = run(tmp_path / path, "--store", tmp_path / "s.sqlite")
    assert isinstance(done.exception, error)


def test_a_port_that_is_taken_is_named(folder, tmp_path):
    taken = bind("127.0.0.1", 0)
    review = open_review(folder, store=tmp_path / "s.sqlite", load=lambda _: None)
    with pytest.raises(ConfigError, match="--port 0"):
        serve_review(review, host="127.0.0.1", port=taken.getsockname()[1], token="", say=print)
    taken.close()


@pytest.mark.parametrize("command", [("review",), ("show", "kent.txt")])
def test_without_its_packages_the_command_says_what_to_install(folder, tmp_path, command):
    (tmp_path / "jinja2.py").write_text("raise ImportError('not installed')\n")
    done = subprocess.run(
        [sys.executable, "-m", "cli", *command],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'peelback[review]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_article_is_shown_from_the_command(folder, tmp_path):
    done = CliRunner().invoke(cli.app, ["show", str(folder / "kent.txt"), "--output", str(tmp_path / "page.html")])
    assert done.exit_code == 0
    assert "Kent Police told to answer calls faster" in (tmp_path / "page.html").read_text()


def test_the_token_can_come_from_the_environment(folder, monkeypatch):
    given = {}
    monkeypatch.setattr("extract.review.command.serve_review", lambda review, **options: given.update(options))
    monkeypatch.setenv("PEELBACK_TOKEN", "moss")
    assert run(folder, "--host", "0.0.0.0").exit_code == 0
    assert (given["token"], given["host"]) == ("moss", "0.0.0.0")
