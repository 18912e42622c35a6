import csv
import json
import re
import sys
from pathlib import Path

import pytest

from extract.errors import ConfigError
from extract.sinks import schema
from extract.sinks.rows import to_rows
from extract.sinks.schema import TABLES, VIEWS
from extract.sinks.tables import FORMATS, read_records, write_tables
from models import Record

duckdb = pytest.importorskip("duckdb")


@pytest.fixture(scope="module")
def tables(sample_run):
    write_tables(sample_run, list(FORMATS))
    return sample_run


@pytest.fixture
def base(tables):
    with duckdb.connect(str(tables / "peelback.duckdb"), read_only=True) as base:
        yield base


def sheet(folder, name):
    with (folder / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_page_of_the_tables_is_fresh():
    page = Path(schema.__file__).with_name("TABLES.md")
    assert page.read_text(encoding="utf-8") == schema.describe(), "python -m extract.sinks.schema > " + page.name


@pytest.mark.parametrize("name", TABLES)
def test_columns_are_those_of_the_schema_in_every_format(tables, base, name):
    expected = [(column.name, column.type) for column in TABLES[name]]
    described = "select column_name, column_type from (describe {})"
    assert base.execute(described.format(f'"{name}"')).fetchall() == expected
    parquet = f"select * from '{tables}/tables/{name}.parquet'"
    assert duckdb.execute(described.format(parquet)).fetchall() == expected
    head = (tables / "tables" / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert head.split(",") == [column for column, _ in expected]


@pytest.mark.parametrize("name", TABLES)
def test_formats_hold_the_same_rows(tables, base, name):
    rows = base.execute(f'from "{name}"').fetchall()
    assert rows == duckdb.execute(f"from '{tables}/tables/{name}.parquet'").fetchall()
    said = [
        tuple("" if cell is None else str(cell).lower() if isinstance(cell, bool) else cell for cell in row)
        for row in rows
    ]
    assert [tuple(map(str, row)) for row in said] == [tuple(row.values()) for row in sheet(tables, name)]


@pytest.mark.parametrize("name", TABLES)
def test_comments_say_what_columns_hold(base, name):
    found = base.execute("select column_name, comment from duckdb_columns() where table_name = ?", [name]).fetchall()
    assert found == [(column.name, column.about) for column in TABLES[name]]


def test_rows_are_those_of_the_records(tables, base):
    records = list(read_records(tables / "records.jsonl"))
    count = {name: base.execute(f'select count(*) from "{name}"').fetchone()[0] for name in TABLES}
    assert count["articles"] == len(records)
    assert count["recommendations"] == sum(len(ask.evidence) for one in records for ask in one.recommendations)
    assert count["quotes"] == sum(len(quote.parts) for one in records for quote in one.quotes)
    for name in ("forces", "stated_counts", "grades", "initiatives", "officials", "findings"):
        assert count[name] == sum(len(getattr(one, name)) for one in records) > 0, name


def test_keys_join(base):
    for name in TABLES:
        orphans = f'select count(*) from "{name}" left join articles a using (article) where a.article is null'
        assert base.execute(orphans).fetchone() == (0,), name
    lost = "select count(*) from quotes q anti join officials o using (article, official) where official is not null"
    assert base.execute(lost).fetchone() == (0,)
    for name in ("grades", "recommendations"):
        lost = f"select count(*) from {name} anti join forces using (article, force) where force is not null"
        assert base.execute(lost).fetchone() == (0,), name
    keys = {"forces": "force", "grades": "number", "officials": "official", "initiatives": "number"}
    for name, key in keys.items():
        assert base.execute(f"select count(*) - count(distinct (article, {key})) from {name}").fetchone() == (0,)


def test_evidence_is_the_text_of_the_article(base):
    for path, start, end, text in base.execute(
        "select path, start, \"end\", g.text from grades g join articles using (article) where media_type = 'text/plain'"
    ).fetchall():
        assert Path(path).read_bytes().decode()[start:end] == text


def test_ids_of_the_caller_come_through(base):
    assert base.execute("select id, given from articles where path = 'rows:1'").fetchall() == [("7", '{"site": "x"}')]


@pytest.mark.parametrize("view", VIEWS)
def test_views_answer(base, view):
    assert base.execute(f"from {view}").fetchall()


def test_grades_of_a_force_come_in_time(base):
    rows = base.execute("select force, topic, published from grades_over_time where topic is not null").fetchall()
    assert rows == sorted(rows, key=lambda row: (row[0] is None, row[0] or "", row[1], row[2] is None, row[2] or ""))


def test_asks_are_counted_once(base):
    asks, mentions = base.execute("select sum(asks), sum(mentions) from asks_by_area").fetchone()
    assert (asks, mentions) == base.execute(
        "select count(distinct (article, number)), count(*) from recommendations"
    ).fetchone()


def test_written_again_they_are_the_same_bytes(tables):
    files = [path for path in (tables / "tables").iterdir() if path.suffix in (".csv", ".parquet")]
    before = {path: path.read_bytes() for path in files}
    assert len(before) == 2 * len(TABLES)
    write_tables(tables, ["csv", "parquet"])
    assert {path: path.read_bytes() for path in files} == before


def test_nothing_is_left_beside_them(tables):
    assert not [path for path in tables.rglob(".*") if path.name != ".journal" and ".journal" not in path.parts]


def test_a_failure_leaves_the_old_tables(tables, monkeypatch):
    before = (tables / "tables" / "grades.csv").read_bytes()
    monkeypatch.setattr("extract.sinks.tables.to_rows", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write_tables(tables, list(FORMATS))
    assert (tables / "tables" / "grades.csv").read_bytes() == before
    test_nothing_is_left_beside_them(tables)


def test_no_records_give_empty_tables(tmp_path):
    (tmp_path / "records.jsonl").touch()
    write_tables(tmp_path, list(FORMATS))
    assert sheet(tmp_path, "grades") == []
    assert duckdb.execute(f"select count(*) from '{tmp_path}/tables/quotes.parquet'").fetchone() == (0,)


def test_csv_needs_no_duckdb(sample_run, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    (tmp_path / "records.jsonl").write_bytes((sample_run / "records.jsonl").read_bytes())
    assert len(write_tables(tmp_path, ["csv"])) == len(TABLES)
    with pytest.raises(ConfigError, match=r"E202: --to: .*peelback\[tables\]"):
        write_tables(tmp_path, ["parquet"])


def test_pages_of_evidence_are_counted(sample_run):
    line = json.loads((sample_run / "records.jsonl").read_bytes().splitlines()[0])
    line["source"]["pages"] = [0, 700, 1000]
    record = Record.model_validate(line)
    pages = {row[10]: row[13] for table, row in to_rows(record, 1) if table == "grades"}
    assert pages
    assert all(page == (1 if start < 700 else 2 if start < 1000 else 3) for start, page in pages.items())


def test_names_of_columns_are_plain():
    for columns in TABLES.values():
        assert all(
            re.fullmatch(r"[a-z]\w*", column.name, re.A) and column.about.endswith((".", "…")) for column in columns
        )
