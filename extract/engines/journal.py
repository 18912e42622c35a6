"""The journal: what was done, kept so that a run that was ended anyhow goes on where it stopped.

A SQLite database beside the output. Results lie under a key made of the article's bytes, path and given values, in the
journal of one set of settings; the order of the inputs is made anew by each run, so inputs may be added or moved.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal

from extract import errors
from extract.engines.engine import Result
from extract.errors import EngineError
from extract.sources.files import Item

FOLDER = ".journal"
_PASSING = ("E101", "E102", "E126", "E129", "E401", "E402")
"""Failures that may not come again: they are tried anew by every run."""
_RESULTS = "results.sqlite"
_INTERVAL = 0.5
"""Seconds after which what was done is made to last."""
State = Literal["new", "done", "copy"]
_SCHEMA = """
create table if not exists facts (name text primary key, value text not null);
create table if not exists results (
    key blob primary key, code text not null, text blob not null, counts text not null, seconds real not null,
    line blob not null);
create index if not exists failed on results (code) where code <> '';
"""
_ORDER = """
create table order_.inputs (
    number integer primary key, path text not null, digest blob, key blob, same integer, line blob, given text);
create index order_.digests on inputs (digest) where digest is not null and same is null;
create table order_.texts (text blob primary key, path text not null) without rowid;
"""


class Journal:
    """The journal of one output folder.

    Args:
        folder: The output folder, on this machine.
        settings: What the results depend on, by name; a journal of other settings is not gone on with.
        restart: Forget what was done.

    Raises:
        EngineError: E403 where it cannot be written, E404 where another run holds it, E405 for other settings.
    """

    def __init__(self, folder: Path, settings: dict[str, str], *, restart: bool = False) -> None:
        self.folder = folder / FOLDER
        self.path = str(folder)
        self.written = 0.0
        with writing(self.path):
            self.folder.mkdir(parents=True, exist_ok=True)
            if restart:
                self._forget()
            self.base = self._connect()
        try:
            with writing(self.path):
                self._open(settings)
        except BaseException:
            self.base.close()
            raise

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self.folder / _RESULTS, timeout=0, isolation_level=None)

    def _forget(self) -> None:
        """Remove what earlier runs did, unless one of them still goes on."""
        with closing(self._connect()) as base:
            try:
                base.execute("begin exclusive")
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                pass  # damaged; all the more reason to begin anew
        for path in self.folder.glob(f"{_RESULTS}*"):
            path.unlink(missing_ok=True)

    def _open(self, settings: dict[str, str]) -> None:
        base = self.base
        base.execute("pragma locking_mode=exclusive")
        base.execute("pragma journal_mode=wal")
        base.execute("pragma synchronous=normal")
        base.execute("begin exclusive")
        for one in _SCHEMA.split(";"):
            base.execute(one)
        known = dict(base.execute("select name, value from facts"))
        if known and known != settings:
            names = sorted(name for name in {*known, *settings} if known.get(name) != settings.get(name))
            told = ", ".join(f"{name} ({known.get(name, '-')}, now {settings.get(name, '-')})" for name in names)
            raise EngineError("E405", errors.E405.format(what=told), self.path)
        base.executemany("insert or replace into facts values (?, ?)", settings.items())
        base.executemany("delete from results where code = ?", [(code,) for code in _PASSING])
        base.execute("commit")
        order = self.folder / "order.sqlite"
        order.unlink(missing_ok=True)
        base.execute("attach database ? as order_", (str(order),))
        base.execute("pragma order_.journal_mode=off")
        base.execute("pragma order_.synchronous=off")
        for one in _ORDER.split(";"):
            base.execute(one)
        base.execute("begin")

    def enter(self, number: int, item: Item) -> State:
        """Write an input down in its place.

        Returns:
            `copy` if one before it has the same bytes, `done` if an earlier run has done it, else `new`.
        """
        digest = _digest(item.media_type.encode(), item.data)
        given = json.dumps(dict(item.given), ensure_ascii=False) if item.given else ""
        told = "\0".join((item.path, item.title or "", item.published or "", item.url or "", given))
        key = _digest(digest, told.encode("utf-8", "surrogatepass"))
        path = _plain(item.path)
        same = self.base.execute(
            "select number from order_.inputs where digest = ? and same is null", (digest,)
        ).fetchone()
        row = (number, path, digest, key, same[0] if same else None, _plain(given) or None)
        self.base.execute(
            "insert into order_.inputs (number, path, digest, key, same, given) values (?,?,?,?,?,?)", row
        )
        if same:
            return "copy"
        known = self.base.execute("select 1 from results where key = ?", (key,)).fetchone()
        return "done" if known else "new"

    def refuse(self, number: int, path: str, line: bytes) -> None:
        """Write down an input that could not be read at its source.

        Args:
            number: Its place.
            path: Of the input.
            line: The failure, packed.
        """
        self.base.execute(
            "insert into order_.inputs (number, path, line) values (?, ?, ?)", (number, _plain(path), line)
        )

    def add(self, results: Iterable[Result]) -> None:
        """Keep results; from time to time what was kept is made to last."""
        with writing(self.path):
            self.base.executemany(
                "insert or replace into results select key, ?, ?, ?, ?, ? from order_.inputs where number = ?",
                [
                    (one.code, one.text, " ".join(map(str, one.counts)), one.seconds, one.line, one.number)
                    for one in results
                ],
            )
        if time.monotonic() - self.written > _INTERVAL:
            self.commit()

    def commit(self) -> None:
        """Make what was kept last."""
        with writing(self.path):
            self.base.execute("commit")
            self.base.execute("begin")
        self.written = time.monotonic()

    def outcomes(self) -> Iterator[tuple[str, str, bytes, bytes, str, float, str | None]]:
        """What became of every input, in the order of the inputs.

        Returns:
            Path, code, packed line, digest of the text, counts, seconds, given values. An input that is a copy of one
            before it has the outcome of that one, with the code `=` before the other's path if that is a record.
        """
        rows = self.base.execute(
            "select i.path, coalesce(r.code, 'E'), coalesce(r.line, i.line), coalesce(r.text, x''), coalesce(r.counts, ''),"
            " coalesce(r.seconds, 0), i.given, f.path from order_.inputs i left join order_.inputs f on f.number = i.same"
            " left join results r on r.key = coalesce(f.key, i.key) order by i.number"
        )
        for path, code, line, text, counts, seconds, given, first in rows:
            yield path, f"={first}" if first is not None and not code else code, line, text, counts, seconds, given

    def first_with(self, text: bytes, path: str) -> str | None:
        """The path of the article that had this text before; None for the first, which is remembered."""
        row = self.base.execute("select path from order_.texts where text = ?", (text,)).fetchone()
        if row:
            return str(row[0])
        self.base.execute("insert into order_.texts values (?, ?)", (text, path))
        return None

    def close(self) -> None:
        """Keep what can be kept and let go of the folder."""
        try:
            if self.base.in_transaction:
                self.base.execute("commit")
        except sqlite3.Error:
            pass  # what was made to last before this is kept
        finally:
            self.base.close()
            (self.folder / "order.sqlite").unlink(missing_ok=True)


@contextmanager
def writing(path: str) -> Iterator[None]:
    """Errors of the disk and of the database, said as errors of the run.

    Raises:
        EngineError: E403 or E404.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise EngineError("E404", errors.E404, path) from None
        raise EngineError("E403", errors.E403.format(reason=str(error)), path) from None
    except sqlite3.DatabaseError as error:
        raise EngineError("E403", errors.E403.format(reason=f"{error}; begin anew with --restart"), path) from None
    except OSError as error:
        raise EngineError("E403", errors.E403.format(reason=(error.strerror or str(error)).lower()), path) from None


def _digest(*parts: bytes) -> bytes:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "little") + part)
    return whole.digest()[:16]


def _plain(text: str) -> str:
    """A text that SQLite takes: bytes of a file's name that are no UTF-8 become question marks."""
    return text.encode("utf-8", "replace").decode()
