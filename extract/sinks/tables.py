"""Records to tidy tables: CSV, Parquet, and one DuckDB file with views that answer the usual questions.

Every file appears when it is complete. CSV is UTF-8 with a byte order mark, which Excel needs; an empty cell is a value
that there is not.
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO

from extract import errors
from extract.errors import ConfigError
from extract.sinks.atomic import Written, part_of, replace_file
from extract.sinks.rows import to_rows
from extract.sinks.schema import TABLES, VIEWS
from models import Record

FORMATS = ("csv", "parquet", "duckdb")
FOLDER, DATABASE, RECORDS = "tables", "peelback.duckdb", "records.jsonl"


def write_tables(folder: Path, formats: list[str]) -> list[Path]:
    """Tables of the records in a folder.

    Args:
        folder: Holds `records.jsonl`; gets `tables/NAME.csv`, `tables/NAME.parquet` and `peelback.duckdb`.
        formats: Of `csv`, `parquet`, `duckdb`.

    Returns:
        The files written.

    Raises:
        ConfigError: E202 where DuckDB is needed and not installed.
        OSError: Where a file cannot be written.
    """
    tables = folder / FOLDER
    tables.mkdir(exist_ok=True)
    staged = {name: tables / f".{name}.rows" for name in TABLES}
    written: list[Path] = []
    base = _connect() if {"parquet", "duckdb"} & set(formats) else None
    try:
        with ExitStack() as stack:
            sheets: dict[str, Written] = {}
            if "csv" in formats:
                sheets = {name: stack.enter_context(replace_file(tables / f"{name}.csv")) for name in TABLES}
                written += [tables / f"{name}.csv" for name in TABLES]
            rows: dict[str, BinaryIO] = {}
            if base is not None:
                rows = {name: stack.enter_context(open(path, "wb")) for name, path in staged.items()}
            _spread(folder / RECORDS, sheets, rows)
        if base is not None and "parquet" in formats:
            written += [_write_parquet(base, name, staged[name], tables / f"{name}.parquet") for name in TABLES]
        if base is not None and "duckdb" in formats:
            written.append(_write_database(base, staged, folder / DATABASE))
    finally:
        if base is not None:
            base.close()
        for path in staged.values():
            path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            tables.rmdir()  # where nothing is in it
    return written


def _spread(records: Path, sheets: dict[str, Written], rows: dict[str, BinaryIO]) -> None:
    """Write every record's rows to sheets of CSV and to lines of JSON."""
    for name, sheet in sheets.items():
        sheet.put(b"\xef\xbb\xbf" + _csv([column.name for column in TABLES[name]]))
    names = {table: [column.name for column in columns] for table, columns in TABLES.items()}
    for number, record in enumerate(read_records(records), 1):
        for table, row in to_rows(record, number):
            values = [_cell(value) for value in row]
            if sheets:
                sheets[table].put(_csv(values))
            if rows:
                line = json.dumps(dict(zip(names[table], values, strict=True)), ensure_ascii=False)
                rows[table].write(line.encode() + b"\n")


def read_records(path: Path) -> Iterator[Record]:
    """Records of a file of JSON lines."""
    with path.open("rb") as file:
        for line in file:
            yield Record.model_validate_json(line)


def _cell(value: Any) -> Any:
    """A value as tables take it: no empty strings, and NUL shown as its symbol, as CSV and databases end at one."""
    if isinstance(value, str):
        return value.replace("\0", "\u2400") or None
    return value


def _csv(values: list[Any]) -> bytes:
    line = io.StringIO()
    cells = [("true" if value else "false") if isinstance(value, bool) else value for value in values]
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue().encode()


def _connect() -> Any:
    try:
        import duckdb
    except ImportError:
        reason = "Parquet and DuckDB need the extra 'tables'; install peelback[tables], or take csv"
        raise ConfigError("E202", errors.E202.format(place="--to", reason=reason)) from None
    base = duckdb.connect(config={"threads": 1, "memory_limit": "1GB", "preserve_insertion_order": True})
    base.execute("set enable_progress_bar = false")
    return base


def _source(name: str, path: Path) -> str:
    columns = ", ".join(f"\"{column.name}\": '{column.type}'" for column in TABLES[name])
    return (
        f"(select * from read_json({_quoted(path)}, format='newline_delimited', columns={{{columns}}}, "
        "maximum_object_size=33554432))"
    )


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _write_parquet(base: Any, name: str, rows: Path, path: Path) -> Path:
    part = part_of(path)
    try:
        base.execute(f"copy {_source(name, rows)} to {_quoted(part)} (format parquet, compression zstd)")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path


def _write_database(base: Any, staged: dict[str, Path], path: Path) -> Path:
    part = part_of(path)
    log = part.with_name(part.name + ".wal")
    part.unlink(missing_ok=True)
    log.unlink(missing_ok=True)
    try:
        base.execute(f"attach {_quoted(part)} as made")
        base.execute("use made")
        for name, columns in TABLES.items():
            base.execute(f'create table "{name}" as select * from {_source(name, staged[name])}')
            for column in columns:
                about = column.about.replace("'", "''")
                base.execute(f'comment on column "{name}"."{column.name}" is \'{about}\'')
        for name, query in VIEWS.items():
            base.execute(f'create view "{name}" as {query}')
        base.execute("use memory")
        base.execute("detach made")  # writes its log into it
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
        log.unlink(missing_ok=True)
    return path
