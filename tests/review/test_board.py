import pytest

from extract.review.board import assemble, fold, spans_of
from extract.review.guard import hosts_of, is_loopback
from models.correction import Correction


def record(**lists):
    source = dict.fromkeys(("title", "published", "publisher", "author", "url"))
    names = ("forces", "stated_counts", "grades", "recommendations", "initiatives", "officials", "quotes", "findings")
    return {"source": source, "inspectorate": None, "programme": None} | {name: [] for name in names} | lists


def correct(number, row, action, new=None, **values):
    given = {"article": "a", "text_sha256": "0" * 64, "old": None, "editor": "Ada", "at": "2026-01-01T00:00:00+00:00"}
    return Correction(**{"number": number, "step": number, "row": row, "action": action, "new": new} | given | values)


def finding(path):
    return {"code": "V201", "severity": "warning", "path": path, "message": "m", "evidence": []}


def test_a_finding_follows_its_row_and_leaves_with_it():
    given = record(
        grades=[{"n": 0}, {"n": 1}, {"n": 2}], findings=[finding("/grades/0"), finding("/grades/2/area"), finding("")]
    )
    made = assemble(given, fold(given, [correct(1, "grades/0", "delete")]))
    assert [row["path"] for row in made["findings"]] == ["/grades/1/area", ""]


def test_a_finding_can_be_dismissed():
    given = record(findings=[finding(""), finding("/grades")])
    made = assemble(given, fold(given, [correct(1, "findings/0", "delete")]))
    assert [row["path"] for row in made["findings"]] == ["/grades"]


def test_undoing_an_added_row_takes_it_away_and_redoing_brings_it_back():
    given = record()
    added = correct(1, "grades/+1", "add", {"n": 7})
    undo = correct(2, "grades/+1", "undo", undoes=1)
    redo = correct(3, "grades/+1", "redo", undoes=1)
    assert assemble(given, fold(given, [added]))["grades"] == [{"n": 7}]
    assert assemble(given, fold(given, [added, undo]))["grades"] == []
    assert assemble(given, fold(given, [added, undo, redo]))["grades"] == [{"n": 7}]


def test_undoing_twice_what_was_undone_changes_nothing():
    given = record(grades=[{"n": 0}])
    log = [
        correct(1, "grades/0", "delete"),
        correct(2, "grades/0", "undo", undoes=1),
        correct(3, "grades/0", "undo", undoes=1),
    ]
    board = fold(given, log)
    assert board.rows["grades/0"].status == "open"
    assert board.undone["Ada"] == [1]


def test_every_span_of_a_value_is_found():
    value = {"area": {"start": 1, "end": 2}, "evidence": [{"start": 3, "end": 4}, {"start": 5, "end": 6}], "cue": None}
    assert spans_of(value) == [("/area", 1, 2), ("/evidence/0", 3, 4), ("/evidence/1", 5, 6)]


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("192.168.1.7", False),
        ("example.org", False),
    ],
)
def test_only_this_machine_is_loopback(host, own):
    assert is_loopback(host) is own
    assert (hosts_of(host) == {"127.0.0.1", "localhost", "[::1]"}) is (own)
