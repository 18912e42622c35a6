"""The hooks of pre-commit and the action of GitHub, run as far as they can be without the network."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer
import yaml

import cli

ROOT = Path(__file__).parent.parent
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
ACTION = yaml.safe_load((ROOT / ".github" / "actions" / "check" / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
NAMES = ("trade-01-kent-peel-eight-areas", "news-07-police-dog-retires")


@pytest.fixture
def folder(tmp_path):
    """Two samples with their gold, and the command, in a folder of their own."""
    (tmp_path / "samples").mkdir()
    for name in NAMES:
        for suffix in (".txt", ".gold.json"):
            shutil.copy(ROOT / "samples" / "dev" / (name + suffix), tmp_path / "samples")
    command = tmp_path / "bin" / "peelback"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m cli "$@"\n')
    command.chmod(0o755)
    return tmp_path


def run(line, folder, **variables):
    surroundings = os.environ | variables | {"PYTHONPATH": str(ROOT), "PATH": f"{folder}/bin:{os.environ['PATH']}"}
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", line], cwd=folder, env=surroundings, capture_output=True, text=True
    )


def hook(name, folder):
    """What pre-commit does: the entry with the names of the files that its pattern finds."""
    files = sorted(str(path.relative_to(folder)) for path in (folder / "samples").iterdir())
    chosen = [file for file in files if re.search(HOOKS[name]["files"], file)]
    assert len(chosen) == len(NAMES)
    return run(f"{HOOKS[name]['entry']} {shlex.join(chosen)}", folder)


def step(name, folder, **inputs):
    """A step of the action, its expressions filled in as a runner does."""
    values = {key: value["default"] for key, value in ACTION["inputs"].items()} | inputs

    def fill(text):
        return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: values[found[1]], text)

    return run(STEPS[name]["run"], folder, **{key: fill(text) for key, text in STEPS[name]["env"].items()})


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_passes_good_samples(name, folder):
    done = hook(name, folder)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_hook_fails_at_gold_that_is_wrong(folder):
    path = folder / "samples" / f"{NAMES[0]}.gold.json"
    path.write_text(path.read_text(encoding="utf-8").replace("Investigating crime", "Investigating crimes", 1))
    done = hook("peelback-gold", folder)
    assert done.returncode == 1
    assert "the nearest there is 'Investigating crime" in done.stdout


def test_the_pattern_of_the_articles_leaves_gold_and_other_files_aside():
    pattern = re.compile(HOOKS["peelback-validate"]["files"])
    assert pattern.search("samples/dev/a.html")
    assert not pattern.search("samples/a.gold.json")
    assert not pattern.search("notes/a.txt")


@pytest.mark.parametrize("name", ["Gold", "Findings"])
def test_a_step_of_the_action_passes_good_samples(name, folder):
    done = step(name, folder)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_action_annotates_and_fails_where_it_is_told_to(folder):
    article = folder / "samples" / f"{NAMES[0]}.txt"
    text = article.read_text(encoding="utf-8").replace("must make sure", "must make make sure")
    article.write_text(text, encoding="utf-8")
    done = step("Findings", folder, **{"fail-on": "warning", "sarif": "out.sarif"})
    assert done.returncode == 1
    assert re.search(r"^::warning file=samples/trade-01.*V122", done.stdout, re.M)
    assert '"V122"' in (folder / "out.sarif").read_text(encoding="utf-8")


def test_every_command_and_option_of_the_action_is_there():
    commands = typer.main.get_command(cli.app).commands
    lines = (
        "\n".join(step["run"] for step in STEPS.values()) + "\n" + "\n".join(hook["entry"] for hook in HOOKS.values())
    )
    for name, rest in re.findall(r"peelback (\w+)([^;|\n]*)", lines):
        options = {option for parameter in commands[name].params for option in parameter.opts}
        assert set(re.findall(r"--[\w-]+", rest)) <= options, name


def test_the_action_is_composite_and_every_step_names_its_shell():
    assert ACTION["runs"]["using"] == "composite"
    assert all(step.get("shell") == "bash" for step in STEPS.values())
    used = set(re.findall(r"inputs\.([\w-]+)", str(ACTION["runs"])))
    assert used == set(ACTION["inputs"])
