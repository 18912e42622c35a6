"""`peelback train` from the command line."""

import json

import extract.commands.training as command


def test_an_extra_that_is_missing_is_named(run, monkeypatch):
    monkeypatch.setattr(command, "find_spec", lambda name: None)
    done = run("train", "--check")
    assert done.status == 2
    assert "E126: needs the extra 'train'" in done.err


def test_weights_go_to_the_folder_of_the_user(run, write, tmp_path):
    gold = {"forces": [{"id": "kent-police", "subject": True}], "grades": [], "initiatives": []}
    row = {"id": "p", "text": "A report\n\n3 May 2024\n\nHMICFRS inspected Kent.", "gold": gold}
    path = write("few.jsonl", json.dumps(row) + "\n")
    done = run("train", path, "--data", tmp_path)
    assert done.status == 0
    assert (tmp_path / "weights" / "forces.json").is_file()


def test_lessons_that_are_not_there_are_named(run):
    done = run("train", "nowhere")
    assert done.status == 3
    assert "E101: nowhere" in done.err
