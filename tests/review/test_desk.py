import sqlite3
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.review.board import assemble, fold
from extract.review.desk import ConflictError, RefusedError, Wish
from models import Record
from tests.review.articles import KENT, changed


def record_of(desk, key):
    article, text, board = desk.open(key)
    return desk.validate(article, text, board)


def test_without_corrections_the_record_is_what_was_extracted(desk, kent):
    article, _, board = desk.open(kent)
    assert assemble(article.record, board) == article.record
    assert board.state == "new"


def test_accepting_keeps_the_value_and_says_who(desk, kent, rows):
    desk.step(kent, [Wish("grades/0", "accept")], "Ada")
    row = rows(kent, "grades")["grades/0"]
    assert (row.status, row.editor, row.value) == ("accepted", "Ada", row.base)
    assert desk.open(kent)[2].state == "in progress"


def test_a_change_stands_in_the_record_as_an_editors(desk, kent, rows):
    desk.step(kent, [changed(rows(kent, "grades")["grades/0"], grade="outstanding")], "Ada")
    grade = record_of(desk, kent).grades[0]
    assert (grade.grade, grade.rule, grade.confidence) == ("outstanding", "grades.editor", 1)


def test_deleting_takes_a_row_out_and_the_others_keep_their_names(desk, kent, rows):
    before = rows(kent, "grades")["grades/1"].value
    desk.step(kent, [Wish("grades/0", "delete")], "Ada")
    assert [grade.model_dump(mode="json") for grade in record_of(desk, kent).grades] == [before]
    desk.step(kent, [Wish("grades/1", "accept")], "Ada")
    assert rows(kent, "grades")["grades/1"].status == "accepted"


def test_a_row_is_added_with_the_words_at_its_offsets_behind_an_emoji(desk, kent, rows):
    start = KENT.index("force must answer")
    end = KENT.index(" within ten")
    span = {"start": start, "end": end, "text": "whatever the page says"}
    ask = {"kind": "recommendation", "force": "kent-police", "deadline": None, "area": None, "evidence": [span]}
    desk.step(kent, [Wish("recommendations/+", "add", 0, ask)], "Ada")
    added = next(row for row in rows(kent, "recommendations").values() if row.status == "added")
    assert added.value["evidence"][0]["text"] == "force must answer 999 calls"
    assert "force must answer 999 calls" in [ask.evidence[0].text for ask in record_of(desk, kent).recommendations]


def test_an_added_row_stands_where_its_evidence_stands(desk, kent):
    start = KENT.index("HMICFRS graded")
    area = {"text": "overall", "start": None, "end": None, "topic": None}
    grade = {
        "force": "kent-police",
        "area": area,
        "grade": "good",
        "previous": False,
        "evidence": [{"start": start, "end": start + 14}],
    }
    desk.step(kent, [Wish("grades/+", "add", 0, grade)], "Ada")
    offsets = [row.evidence[0].start for row in record_of(desk, kent).grades]
    assert offsets == sorted(offsets)


def test_a_new_official_gets_an_id_that_nobody_had(desk, kent, rows):
    start = KENT.index("Ida Rowntree")
    person = {
        "id": None,
        "name": "Ida Rowntree",
        "role": None,
        "organisation": None,
        "evidence": [{"start": start, "end": start + 12}],
    }
    known = {row.value["id"] for row in rows(kent, "officials").values()}
    desk.step(kent, [Wish("officials/+", "add", 0, person)], "Ada")
    (fresh,) = {row.value["id"] for row in rows(kent, "officials").values()} - known
    desk.step(
        kent,
        [
            Wish(
                next(k for k, r in rows(kent, "officials").items() if r.value and r.value["id"] == fresh),
                "delete",
                10**6,
            )
        ],
        "Ada",
    )
    desk.step(kent, [Wish("officials/+", "add", 0, person)], "Ada")
    assert fresh not in {row.value["id"] for row in rows(kent, "officials").values() if row.value}


def test_quotes_of_a_deleted_official_keep_the_name(desk, kent, rows):
    desk.step(kent, [Wish("officials/0", "delete")], "Ada")
    assert {row.value["speaker"] for row in rows(kent, "quotes").values()} == {"Ada Fenwick"}
    assert desk.undo(kent, "Ada")
    assert {row.value["speaker"] for row in rows(kent, "quotes").values()} == {"o1"}


@pytest.mark.parametrize(
    ("field", "values", "words"),
    [
        ("grades", {"grade": "fair"}, "grade"),
        ("grades", {"force": "no-such-force"}, "registry"),
        ("quotes", {"speaker": "o99"}, "o99"),
        ("quotes", {"parts": [{"start": 5, "end": 5}]}, "no stretch"),
        ("quotes", {"parts": [{"start": 0, "end": 10**6}]}, "no stretch"),
        ("quotes", {"parts": []}, "parts"),
        ("officials", {"name": None, "role": None}, "name or a role"),
    ],
)
def test_what_would_not_be_a_valid_record_is_refused_and_leaves_no_trace(desk, kent, rows, field, values, words):
    before = desk.store.corrections(kent)
    row = next(iter(rows(kent, field).values()))
    with pytest.raises(RefusedError, match=words):
        desk.step(kent, [changed(row, **values)], "Ada")
    assert desk.store.corrections(kent) == before
    assert rows(kent, field)[row.key].status == "open"


@pytest.mark.parametrize(
    "wish",
    [
        Wish("grades/99", "accept"),
        Wish("grades/0", "mend"),
        Wish("findings/+", "add", 0, {}),
        Wish("source/path", "change", 0, "elsewhere"),
        Wish("programme", "change", 0, "no-such-programme"),
        Wish("checked", "change", 0, "yes"),
        Wish("grades/+", "add", 0, {"area": 3}),
        Wish("grades/+", "add", 0, None),
    ],
    ids=lambda wish: f"{wish.action} {wish.row} {wish.new}",
)
def test_a_wish_that_means_nothing_is_refused(desk, kent, wish):
    with pytest.raises(RefusedError):
        desk.step(kent, [wish], "Ada")
    assert desk.store.corrections(kent) == []


def test_the_inspectorate_and_the_programme_are_values_like_others(desk, kent):
    desk.step(kent, [Wish("inspectorate", "delete"), Wish("programme", "change", 0, None)], "Ada")
    assert (record_of(desk, kent).inspectorate, record_of(desk, kent).programme) == (None, None)
    desk.step(kent, [Wish("inspectorate", "change", 99, {"name": "HMIC"})], "Ada")
    assert record_of(desk, kent).inspectorate.name == "HMIC"


def test_what_an_editor_need_not_say_is_filled_in(desk, kent, rows):
    desk.step(kent, [Wish("programme", "change", 0, "peel-2023-25")], "Ada")
    start = KENT.index("preventing crime")
    area = {"start": start, "end": start + 16, "topic": None}
    desk.step(kent, [changed(rows(kent, "grades")["grades/1"], area=area)], "Ada")
    assert rows(kent, "grades")["grades/1"].value["area"] == area | {
        "text": "preventing crime",
        "topic": "preventing-crime",
    }
    force = {"id": "essex-police", "subject": False, "evidence": [{"start": start, "end": start + 5}]}
    desk.step(kent, [Wish("forces/+", "add", 0, force)], "Ada")
    assert [row.value["name"] for row in rows(kent, "forces").values() if row.status == "added"] == ["Essex Police"]
    ask = {"kind": "recommendation", "force": None, "evidence": [{"start": 0, "end": 4}]}
    ask["deadline"] = {"start": KENT.index("24 November"), "end": KENT.index("24 November") + 16, "date": None}
    desk.step(kent, [Wish("recommendations/+", "add", 0, ask)], "Ada")
    added = next(row for row in rows(kent, "recommendations").values() if row.status == "added")
    assert added.value["deadline"]["date"] == "2025-11-24"


def test_undo_goes_all_the_way_back_and_redo_forward_again(desk, kent, rows):
    article = desk.open(kent)[0]
    desk.step(kent, [Wish("grades/0", "accept")], "Ada")
    desk.step(kent, [changed(rows(kent, "grades")["grades/0"], previous=True)], "Ada")
    desk.step(kent, [Wish("quotes/0", "delete")], "Ada")
    desk.step(kent, [Wish("checked", "change", 0, True), Wish("source/title", "accept")], "Ada")
    done = assemble(article.record, desk.board(article))
    while desk.undo(kent, "Ada"):
        pass
    board = desk.board(article)
    assert assemble(article.record, board) == article.record
    assert board.state == "new"
    while desk.redo(kent, "Ada"):
        pass
    assert assemble(article.record, desk.board(article)) == done
    assert desk.board(article).checked


def test_a_new_step_forgets_what_could_be_redone(desk, kent):
    desk.step(kent, [Wish("grades/0", "accept")], "Ada")
    desk.undo(kent, "Ada")
    desk.step(kent, [Wish("grades/1", "accept")], "Ada")
    assert desk.redo(kent, "Ada") == 0


def test_a_row_that_somebody_touched_is_not_overwritten(desk, kent, rows):
    seen = rows(kent, "grades")["grades/0"]
    desk.step(kent, [changed(seen, grade="adequate")], "Ada")
    with pytest.raises(ConflictError, match="Ada") as error:
        desk.step(kent, [changed(seen, grade="outstanding")], "Bea")
    assert error.value.rows == ["grades/0"]
    assert rows(kent, "grades")["grades/0"].value["grade"] == "adequate"
    desk.step(kent, [changed(rows(kent, "grades")["grades/0"], grade="outstanding")], "Bea")
    assert rows(kent, "grades")["grades/0"].editor == "Bea"


def test_two_editors_on_two_rows_do_not_disturb_each_other(desk, kent, rows):
    before = rows(kent, "grades")
    desk.step(kent, [changed(before["grades/0"], previous=True)], "Ada")
    desk.step(kent, [changed(before["grades/1"], previous=True)], "Bea")
    assert [row.editor for row in rows(kent, "grades").values()] == ["Ada", "Bea"]


def test_undo_takes_back_ones_own_step_and_never_anothers(desk, kent, rows):
    desk.step(kent, [Wish("grades/0", "accept")], "Ada")
    desk.step(kent, [Wish("grades/1", "accept")], "Bea")
    desk.undo(kent, "Ada")
    assert [row.status for row in rows(kent, "grades").values()] == ["open", "accepted"]
    desk.redo(kent, "Ada")
    desk.step(kent, [Wish("grades/0", "delete", 99)], "Bea")
    with pytest.raises(ConflictError, match="Bea"):
        desk.undo(kent, "Ada")
    assert rows(kent, "grades")["grades/0"].status == "deleted"


def test_a_request_that_is_sent_again_is_carried_out_once(desk, kent):
    assert desk.step(kent, [Wish("grades/0", "accept")], "Ada", "r1")
    assert desk.step(kent, [Wish("grades/0", "accept")], "Ada", "r1") == 0
    assert desk.undo(kent, "Ada", "r2")
    assert desk.undo(kent, "Ada", "r2") == 0
    assert len(desk.store.corrections(kent)) == 2


def test_many_threads_that_want_one_row_get_it_once(desk, kent):
    told = []

    def want(name):
        try:
            desk.step(kent, [Wish("grades/0", "accept", 0)], name)
            told.append("made")
        except ConflictError:
            told.append("late")
        finally:
            desk.store.close()

    threads = [threading.Thread(target=want, args=(f"editor {n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["late"] * 7 + ["made"]


def test_corrections_cannot_be_altered_or_deleted_even_in_the_database(desk, kent):
    desk.step(kent, [Wish("grades/0", "accept")], "Ada")
    for statement in ("UPDATE corrections SET editor = 'Bea'", "DELETE FROM corrections"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            desk.store.db.execute(statement)


def test_a_correction_holds_old_and_new_and_the_digest_of_the_text(desk, kent, rows):
    row = rows(kent, "grades")["grades/0"]
    desk.step(kent, [changed(row, grade="adequate")], "Ada")
    (made,) = desk.store.corrections(kent)
    assert (made.old["grade"], made.new["grade"], made.action, made.editor) == ("good", "adequate", "change", "Ada")
    assert made.text_sha256 == desk.open(kent)[0].text_sha256


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["accept", "delete", "restore", "previous", "undo", "redo"]),
        st.sampled_from(["grades/0", "grades/1", "quotes/0", "officials/0"]),
        st.sampled_from(["Ada", "Bea"]),
    ),
    max_size=14,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(acts=ACTS)
def test_whatever_is_done_the_record_is_valid_and_the_log_gives_the_same_board(desk, kent, acts):
    for action, key, editor in acts:
        row = desk.open(kent)[2].rows[key]
        try:
            if action in ("undo", "redo"):
                getattr(desk, action)(kent, editor)
            elif action == "restore":
                desk.step(kent, [Wish(key, "change", row.revision, row.base)], editor)
            elif action == "previous" and key.startswith("grades") and row.value:
                desk.step(kent, [changed(row, previous=not row.value["previous"])], editor)
            elif action in ("accept", "delete"):
                desk.step(kent, [Wish(key, action, row.revision)], editor)
        except (ConflictError, RefusedError):
            pass
    article, text, board = desk.open(kent)
    assert isinstance(desk.validate(article, text, board), Record)
    assert fold(article.record, desk.store.corrections(kent)).rows == board.rows
    listed = desk.store.db.execute("SELECT state, open FROM articles WHERE id = ?", (kent,)).fetchone()
    assert listed["state"] == board.state
