"""Tables and lines as articles: JSON lines, CSV, Parquet; one row an article, its other columns carried along.

The path of a row is that of its file, a colon and its number, the first row 1.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from extract import errors
from extract.errors import Failure, InputError
from extract.sources.files import Item, Scalar, media_type
from extract.sources.limits import Columns

Outcome = Item | Failure
_BATCH = 256
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def read_jsonl(stream: io.BufferedReader, path: str, columns: Columns, limit: int) -> Iterator[Outcome]:
    """Objects of JSON, one a line; blank lines are passed over and counted.

    Args:
        stream: The lines.
        path: Of the file.
        columns: Which field is what.
        limit: Size beyond which a line is not read, in bytes.
    """
    for number, line in enumerate(_lines(stream, limit), 1):
        where = f"{path}:{number}"
        if isinstance(line, int):
            yield Failure(where, "E106", errors.E106.format(size=line, limit=limit))
            continue
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8-sig", "replace"))
        except (ValueError, RecursionError) as error:
            reason = str(error) if isinstance(error, ValueError) else "nested too deeply"
            yield Failure(where, "E130", errors.E130.format(reason=reason))
            continue
        if not isinstance(row, dict):
            yield Failure(where, "E130", errors.E130.format(reason="no object of JSON"))
            continue
        yield to_item(row, where, columns)


def read_csv(stream: io.BufferedReader, path: str, columns: Columns, limit: int) -> Iterator[Outcome]:
    """Rows of a CSV file with a line of names; parted by commas, semicolons, tabs or bars, whichever its head has most.

    Args:
        stream: UTF-8, or Windows-1252 in lines that are no UTF-8.
        path: Of the file.
        columns: Which column is what.
        limit: Size beyond which a cell is not read, in characters.

    Raises:
        InputError: E105 for UTF-16, E106 for a line over the limit, E128 where no column is the article.
    """
    if stream.peek(2)[:2] in _WIDE:
        raise InputError("E105", errors.E105.format(reason="it is UTF-16; save it as CSV in UTF-8"), path)
    lines = _decoded(stream, path, limit)
    head = next(lines, "")
    before = csv.field_size_limit(min(limit, 1 << 31 - 1))
    try:
        delimiter = max(",;\t|", key=head.count)
        rows = csv.reader(_chained(head, lines), delimiter=delimiter, strict=True)
        names = next(rows, [])
        _check_head(names, path, columns)
        number = 0
        while True:
            number += 1
            where = f"{path}:{number}"
            try:
                cells = next(rows, None)
            except csv.Error as error:
                yield Failure(where, "E130", errors.E130.format(reason=str(error)))
                continue
            if cells is None:
                return
            if not cells:
                continue
            if len(cells) != len(names):
                reason = f"it has {len(cells)} cells, the head has {len(names)}"
                yield Failure(where, "E130", errors.E130.format(reason=reason))
                continue
            yield to_item(dict(zip(names, cells, strict=True)), where, columns)
    finally:
        csv.field_size_limit(before)


def read_parquet(path: str, columns: Columns) -> Iterator[Outcome]:
    """Rows of a Parquet file, read by DuckDB a few hundred at a time.

    Raises:
        InputError: E126 without DuckDB, E122 for a damaged file, E128 where no column is the article.
    """
    try:
        import duckdb
    except ImportError:
        raise InputError("E126", errors.E126.format(extra="tables"), path) from None
    base = duckdb.connect(config={"threads": 1})
    try:
        found = base.execute("select * from read_parquet(?)", [path])
        names = [column[0] for column in found.description or ()]
        _check_head(names, path, columns)
        number = 0
        while rows := found.fetchmany(_BATCH):
            for row in rows:
                number += 1
                yield to_item(dict(zip(names, row, strict=True)), f"{path}:{number}", columns)
    except duckdb.Error as error:
        raise InputError("E122", errors.E122.format(reason=str(error).splitlines()[0][:120]), path) from None
    finally:
        base.close()


def _check_head(names: list[str], path: str, columns: Columns) -> None:
    """Refuse a table without the columns that were named, once and not row by row."""
    for column in (columns.text, columns.id, columns.title, columns.date):
        if column is not None and column not in names:
            fields = (", ".join(names) or "none")[:200]
            raise InputError("E128", errors.E128.format(field=column, fields=fields), path)


def to_item(row: Mapping[str, Any], path: str, columns: Columns) -> Outcome:
    """The article of a row, with its other columns as given values.

    Example:
        >>> item = to_item({"text": "Fire crews rescue a cat", "n": 7}, "a.jsonl:1", Columns())
        >>> item.path, item.data, item.given
        ('a.jsonl:1', b'Fire crews rescue a cat', {'n': 7})
    """
    text = row.get(columns.text)
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    if not isinstance(text, str):
        fields = (", ".join(map(str, row)) or "none")[:200]
        return Failure(path, "E128", errors.E128.format(field=columns.text, fields=fields))
    data = _encodable(text).encode()
    given: dict[str, Scalar] = {}
    if columns.id is not None:
        given["id"] = _scalar(row.get(columns.id))
    for name, value in row.items():
        if name not in (columns.text, columns.id, columns.title, columns.date):
            given[_encodable(str(name))] = _scalar(value)
    return Item(
        path,
        data,
        media_type(data),
        title=_said(row, columns.title),
        published=_said(row, columns.date),
        given=given or None,
    )


def _said(row: Mapping[str, Any], column: str | None) -> str | None:
    value = row.get(column) if column else None
    return _encodable(str(value)) or None if value is not None else None


def _scalar(value: Any) -> Scalar:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if value == value and abs(value) != float("inf") else None
    if isinstance(value, str):
        return _encodable(value)
    if isinstance(value, list | dict):
        return _encodable(json.dumps(value, ensure_ascii=False, default=str))
    return _encodable(str(value))


def _encodable(text: str) -> str:
    """Half characters, which JSON can spell and UTF-8 cannot, become U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _lines(stream: io.BufferedReader, limit: int) -> Iterator[bytes | int]:
    """Lines of bytes; of one that is longer than the limit, its length alone."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        size = len(line)
        while (more := stream.readline(1 << 16)) and not more.endswith(b"\n"):
            size += len(more)
        yield size + len(more)


def _decoded(stream: io.BufferedReader, path: str, limit: int) -> Iterator[str]:
    first = True
    for line in _lines(stream, limit):
        if isinstance(line, int):
            raise InputError("E106", errors.E106.format(size=line, limit=limit), path)
        try:
            text = line.decode("utf-8-sig" if first else "utf-8")
        except UnicodeDecodeError:
            text = line.decode("cp1252", "replace")
        first = False
        yield text


def _chained(head: str, lines: Iterable[str]) -> Iterator[str]:
    yield head
    yield from lines
