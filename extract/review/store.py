"""Articles, their records and every correction, in one SQLite file.

Corrections are only ever added: the database itself refuses to alter or delete one. What the queue shows of an article is
computed anew with each correction and kept beside it.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extract import errors
from extract.errors import ConfigError, Failure
from extract.review.board import Board, fold
from models.correction import LISTS, Correction

Json = Any
VERSION = 1
_LOW = {"error": 1.0, "warning": 0.5, "note": 0.1}

_SCHEMA = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL, position INTEGER NOT NULL, current INTEGER NOT NULL DEFAULT 1,
    sha256 TEXT NOT NULL, text_sha256 TEXT NOT NULL, version TEXT NOT NULL,
    title TEXT NOT NULL, published TEXT NOT NULL, rows INTEGER NOT NULL, open INTEGER NOT NULL, findings INTEGER NOT NULL,
    confidence REAL, doubt REAL NOT NULL, state TEXT NOT NULL, fields TEXT NOT NULL, search TEXT NOT NULL,
    UNIQUE (path, text_sha256));
CREATE TABLE documents (article INTEGER PRIMARY KEY REFERENCES articles, record TEXT NOT NULL, text BLOB);
CREATE INDEX texts ON articles (text_sha256);
CREATE INDEX queue ON articles (current, state = 'checked', doubt DESC, position);
CREATE TABLE article_forces (article INTEGER NOT NULL REFERENCES articles, force TEXT NOT NULL, name TEXT NOT NULL,
    subject INTEGER NOT NULL, PRIMARY KEY (article, force)) WITHOUT ROWID;
CREATE INDEX forces ON article_forces (force, name);
CREATE TABLE article_findings (article INTEGER NOT NULL REFERENCES articles, code TEXT NOT NULL, PRIMARY KEY (article, code))
    WITHOUT ROWID;
CREATE TABLE failures (path TEXT PRIMARY KEY, code TEXT NOT NULL, message TEXT NOT NULL);
CREATE TABLE corrections (
    number INTEGER PRIMARY KEY AUTOINCREMENT, step INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES articles,
    text_sha256 TEXT NOT NULL, row TEXT NOT NULL, action TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL,
    editor TEXT NOT NULL, at TEXT NOT NULL, undoes INTEGER);
CREATE INDEX of_article ON corrections (article, number);
CREATE TABLE requests (request TEXT PRIMARY KEY, step INTEGER NOT NULL) WITHOUT ROWID;
CREATE TRIGGER left_queue AFTER UPDATE OF current ON articles WHEN NOT NEW.current BEGIN
    DELETE FROM article_forces WHERE article = NEW.id; DELETE FROM article_findings WHERE article = NEW.id; END;
CREATE TRIGGER corrections_stay BEFORE UPDATE ON corrections BEGIN SELECT RAISE(ABORT, 'a correction is never altered'); END;
CREATE TRIGGER corrections_last BEFORE DELETE ON corrections BEGIN SELECT RAISE(ABORT, 'a correction is never deleted'); END;
"""


@dataclass(frozen=True, slots=True)
class Change:
    """What a step does to one row, before it has a number."""

    row: str
    action: str
    old: Json
    new: Json


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the store: its record as it was extracted, its text or None where it was not read yet."""

    id: int
    path: str
    text_sha256: str
    record: Json
    text: str | None


class Store:
    """One SQLite file; each thread has a connection of its own.

    Args:
        path: The file; it is made where there is none.

    Raises:
        ConfigError: E202 where the file cannot be opened or is no store of ours.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        try:
            with self.transaction() as db:
                version = db.execute("PRAGMA user_version").fetchone()[0]
                if version == 0 and not db.execute("SELECT 1 FROM sqlite_master").fetchone():
                    for statement in _statements(_SCHEMA):
                        db.execute(statement)
                    db.execute(f"PRAGMA user_version = {VERSION}")
                elif (
                    version != VERSION
                    or not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'corrections'").fetchone()
                ):
                    raise _refuse(path, "is no store of corrections of this version; name another with --store")
        except sqlite3.Error as error:
            raise _refuse(
                path, f"cannot be used as a store of corrections ({error}); name another with --store"
            ) from None

    @property
    def db(self) -> sqlite3.Connection:
        """This thread's connection."""
        found: sqlite3.Connection | None = getattr(self._local, "db", None)
        if found is None:
            found = sqlite3.connect(self.path, timeout=20, isolation_level=None)
            found.row_factory = sqlite3.Row
            found.execute("PRAGMA journal_mode = WAL")
            found.execute("PRAGMA synchronous = FULL")  # a correction that was answered for outlives a power cut
            found.execute("PRAGMA foreign_keys = ON")
            self._local.db = found
        return found

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A block whose writes are kept together or not at all; other writers wait."""
        db = self.db
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")

    def close(self) -> None:
        """Close this thread's connection."""
        if getattr(self._local, "db", None) is not None:
            self._local.db.close()
            self._local.db = None

    def known(self) -> dict[str, tuple[int, str, str]]:
        """Id, digest of the bytes and version of each current article, by path."""
        rows = self.db.execute("SELECT path, id, sha256, version FROM articles WHERE current")
        return {row["path"]: (row["id"], row["sha256"], row["version"]) for row in rows}

    def put(self, articles: Iterable[tuple[Json, int, str]]) -> list[str]:
        """Keep articles as they were extracted, all or none.

        An article with corrections keeps the record that they were made to. One whose text is another than before
        becomes an article of its own, and the former leaves the queue with its corrections.

        Args:
            articles: Record as JSON, position in the queue, version of peelback, of each.

        Returns:
            Paths whose text has changed since corrections were made.
        """
        parted = []
        with self.transaction() as db:
            for record, position, version in articles:
                source = record["source"]
                path, digest = plain(source["path"]), source["text_sha256"]
                db.execute("DELETE FROM failures WHERE path = ?", (path,))
                former = db.execute(
                    "SELECT EXISTS (SELECT 1 FROM corrections WHERE article = id) FROM articles"
                    " WHERE path = ? AND text_sha256 <> ? AND current", (path, digest)
                ).fetchone()  # fmt: skip
                if former and former[0]:
                    parted.append(path)
                db.execute("UPDATE articles SET current = 0 WHERE path = ? AND text_sha256 <> ?", (path, digest))
                row = self._former(db, path, digest)
                if row and row["corrected"]:
                    db.execute(
                        "UPDATE articles SET current = 1, path = ?, position = ?, sha256 = ?, version = ? WHERE id = ?",
                        (path, position, source["sha256"], version, row["id"]),
                    )
                    db.execute(
                        "UPDATE documents SET record = json_set(record, '$.source.path', json(?)) WHERE article = ?",
                        (to_json(source["path"]), row["id"]),
                    )
                    known = self.article(row["id"])
                    if known is not None:
                        self._summarise(db, known.id, fold(known.record, self.corrections(known.id)))
                    continue
                key = db.execute(
                    "INSERT INTO articles (id, path, position, sha256, text_sha256, version, title, published,"
                    " rows, open, findings, confidence, doubt, state, fields, search)"
                    " VALUES (?, ?, ?, ?, ?, ?, '', '', 0, 0, 0, NULL, 0, 'new', '', '') ON CONFLICT (id) DO UPDATE"
                    " SET current = 1, path = excluded.path, position = excluded.position, sha256 = excluded.sha256,"
                    " version = excluded.version RETURNING id",
                    (row["id"] if row else None, path, position, source["sha256"], digest, version),
                ).fetchone()[0]  # fmt: skip
                db.execute(
                    "INSERT INTO documents VALUES (?, ?, NULL) ON CONFLICT DO UPDATE SET record = excluded.record",
                    (key, to_json(record)),
                )
                self._summarise(db, key, fold(record, ()))
        return parted

    @staticmethod
    def _former(db: sqlite3.Connection, path: str, digest: str) -> sqlite3.Row | None:
        """The article as the store knows it: by its path and text, else one of this text that has left its place."""
        found = (
            "SELECT id, EXISTS (SELECT 1 FROM corrections WHERE article = id) AS corrected FROM articles"
            " WHERE text_sha256 = ? AND "
        )
        row: sqlite3.Row | None = db.execute(found + "path = ?", (digest, path)).fetchone()
        moved = found + "NOT current ORDER BY corrected DESC, id LIMIT 1"
        return row or db.execute(moved, (digest,)).fetchone()

    def put_failure(self, failure: Failure) -> None:
        """Keep an input that could not be read; it stands below the queue."""
        with self.transaction() as db:
            db.execute("UPDATE articles SET current = 0 WHERE path = ?", (plain(failure.path),))
            db.execute(
                "INSERT OR REPLACE INTO failures VALUES (?, ?, ?)", (plain(failure.path), failure.code, failure.message)
            )

    def drop(self, paths: Iterable[str]) -> None:
        """Take articles that are no longer there out of the queue; their corrections stay."""
        with self.transaction() as db:
            for path in paths:
                db.execute("UPDATE articles SET current = 0 WHERE path = ?", (path,))
                db.execute("DELETE FROM failures WHERE path = ?", (path,))

    def article(self, key: int) -> Article | None:
        """An article by its id."""
        row = self.db.execute(
            "SELECT text_sha256, record, text FROM articles JOIN documents ON article = id WHERE id = ?", (key,)
        ).fetchone()
        if row is None:
            return None
        record, text = json.loads(row["record"]), row["text"]
        path = record["source"]["path"]
        return Article(key, path, row["text_sha256"], record, text and text.decode("utf-8", "surrogatepass"))

    def keep_text(self, key: int, text: str) -> None:
        """Keep the text of an article that came as a record alone."""
        with self.transaction() as db:
            db.execute("UPDATE documents SET text = ? WHERE article = ?", (text.encode("utf-8", "surrogatepass"), key))

    def corrections(self, key: int | None = None) -> list[Correction]:
        """Corrections of an article, or of all, in the order of their numbers."""
        where, values = ("WHERE c.article = ?", (key,)) if key is not None else ("", ())
        rows = self.db.execute(
            "SELECT c.number, c.step, a.path AS article, c.text_sha256, c.row, c.action, c.old, c.new, c.editor, c.at,"
            f" c.undoes FROM corrections c JOIN articles a ON a.id = c.article {where} ORDER BY c.number", values
        )  # fmt: skip
        return [
            Correction.model_construct(**(dict(row) | {"old": json.loads(row["old"]), "new": json.loads(row["new"])}))
            for row in rows
        ]

    def revision(self, key: int) -> int:
        """Number of the last correction of an article, 0 for none."""
        found = self.db.execute("SELECT max(number) FROM corrections WHERE article = ?", (key,)).fetchone()[0]
        return int(found or 0)

    def answered(self, request: str) -> bool:
        """Whether a request was carried out before; one is sent again when its answer was lost."""
        return bool(self.db.execute("SELECT 1 FROM requests WHERE request = ?", (request,)).fetchone())

    def append(
        self,
        article: Article,
        changes: Sequence[Change],
        editor: str,
        *,
        request: str = "",
        undoes: int | None = None,
    ) -> int:
        """Add the corrections of one step, inside a transaction of the caller.

        Args:
            article: The article.
            changes: What is done to each row; a row that ends in `/+` gets its number.
            editor: Who does it.
            request: A name of the request that no other has, or "".
            undoes: The step that an undo or redo concerns.

        Returns:
            Number of the step.
        """
        db, at = self.db, datetime.now(UTC).isoformat(timespec="milliseconds")
        number = int(db.execute("SELECT coalesce(max(number), 0) FROM corrections").fetchone()[0])
        step = number + 1
        for number, change in enumerate(changes, step):
            row = f"{change.row}{number}" if change.row.endswith("/+") else change.row
            made = Correction(
                number=number,
                step=step,
                article=plain(article.path),
                text_sha256=article.text_sha256,
                row=row,
                action=change.action,  # type: ignore[arg-type]  # the model checks it
                old=change.old,
                new=change.new,
                editor=editor,
                at=at,
                undoes=undoes,
            )
            db.execute(
                "INSERT INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(made.number, step, article.id, made.text_sha256, made.row, made.action),
                    *(to_json(made.old), to_json(made.new), editor, at, undoes),
                ),
            )
        if request:
            db.execute("INSERT INTO requests VALUES (?, ?)", (request, step))
        return step

    def summarise(self, key: int, board: Board) -> None:
        """Bring what the queue shows of an article up to its board, inside a transaction of the caller."""
        self._summarise(self.db, key, board)

    def _summarise(self, db: sqlite3.Connection, key: int, board: Board) -> None:
        rows = [row for row in board.rows.values() if row.field in LISTS and row.value is not None]
        values = [row for row in rows if row.field != "findings"]
        waiting = [row for row in values if row.status == "open"]
        found = [row.value for row in rows if row.field == "findings" and row.status == "open"]
        forces = {row.value["id"]: row.value for row in values if row.field == "forces"}
        names = [row.value["name"] for row in values if row.field in ("officials", "initiatives", "forces")]
        title = plain(board.rows["source/title"].value or "")
        lowest = min((row.value["confidence"] for row in waiting), default=None)
        doubt = sum(1 - row.value["confidence"] for row in waiting) + sum(_LOW[item["severity"]] for item in found)
        fields = "".join(f" {name} " for name in sorted({row.field for row in values}))
        path = db.execute("SELECT path FROM articles WHERE id = ?", (key,)).fetchone()[0]
        db.execute(
            "UPDATE articles SET title = ?, published = ?, rows = ?, open = ?, findings = ?, confidence = ?, doubt = ?,"
            " state = ?, fields = ?, search = ? WHERE id = ?",
            (
                *(
                    title,
                    board.rows["source/published"].value or "",
                    len(values),
                    len(waiting),
                    len(found),
                    lowest,
                    doubt,
                ),
                *(board.state, fields, plain("\n".join([title, path, *filter(None, names)]).casefold()), key),
            ),
        )
        db.execute("DELETE FROM article_forces WHERE article = ?", (key,))
        db.executemany(
            "INSERT INTO article_forces VALUES (?, ?, ?, ?)",
            [(key, force, value["name"], value["subject"]) for force, value in forces.items()],
        )
        db.execute("DELETE FROM article_findings WHERE article = ?", (key,))
        db.executemany("INSERT INTO article_findings VALUES (?, ?)", {(key, item["code"]) for item in found})


def to_json(value: Json) -> str:
    """A value as JSON; lone surrogates of a broken article are written as escapes."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def plain(value: str) -> str:
    r"""Text that SQLite keeps: what UTF-8 cannot say, of a broken file name or article, as an escape.

    Example:
        >>> plain("caf\udce9.txt")
        'caf\\udce9.txt'
    """
    return value.encode("utf-8", "backslashreplace").decode()


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _refuse(path: Path, reason: str) -> ConfigError:
    return ConfigError("E202", errors.E202.format(place=str(path), reason=reason))
