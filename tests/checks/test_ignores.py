import pytest

from extract.checks.ignores import Ignore, apply_ignores, read_ignores
from models import Finding


def finding(code="V201", path="/stated_counts/1"):
    return Finding(code=code, severity="warning", path=path, message="one")


def test_a_line_names_codes_and_a_reason():
    assert read_ignores("# peelback: ignore[V201, V205] lists four of the five\n\n# a note\n") == (
        Ignore("V201", "", "lists four of the five", 1),
        Ignore("V205", "", "lists four of the five", 1),
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("# peelback: ignore[V201]", "has no reason"),
        ("# peelback: ignore[V999] so", "'V999' is no code"),
        ("# peelback: ignore[] so", "'' is no code"),
        ("# peelback ignore V201", "is not of the form"),
        ("V201 so", "is not of the form"),
    ],
)
def test_a_line_that_is_no_ignore_is_refused_with_its_number(line, message):
    with pytest.raises(ValueError, match=f"line 2: .*{message}"):
        read_ignores("\n" + line)


def test_what_is_ignored_is_kept_apart():
    ignores = read_ignores("# peelback: ignore[V201] so")
    kept, hidden = apply_ignores([finding(), finding("V205")], ignores)
    assert [f.code for f in kept] == ["V205"]
    assert hidden == ((finding(), ignores[0]),)


@pytest.mark.parametrize(("path", "left"), [("/stated_counts/1", 0), ("/stated_counts", 0), ("/stated_counts/10", 1)])
def test_a_place_ignores_what_is_there_and_below_it(path, left):
    kept, _ = apply_ignores([finding()], read_ignores(f"# peelback: ignore[V201 {path}] so"))
    assert [f.code for f in kept if f.code != "V105"] == ["V201"] * left


def test_a_line_that_ignores_nothing_is_told():
    (note,), _ = apply_ignores([], read_ignores("\n# peelback: ignore[V402] so"))
    assert (note.code, note.severity) == ("V105", "note")
    assert note.message == "line 2 ignores V402, which was not found; remove it"
