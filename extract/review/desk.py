"""Where corrections are made: each step is held against what others did, checked as a record, and kept.

A step names for each row the last correction that its maker had seen. Where somebody has touched the row since, the step
is refused and nothing is written; so no editor and no tab overwrites another without knowing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from extract.errors import InputError
from extract.gazetteers import ForceRow
from extract.review.board import Board, Row, assemble, fold
from extract.review.completion import Completion
from extract.review.store import Article, Change, Store
from models import Record
from models.correction import LISTS

Json = Any
MANY = 5_000
"""Rows that one step may touch."""


class RefusedError(Exception):
    """A step that cannot be made: the article or row is not there, or the record would not be valid."""


class ConflictError(Exception):
    """A step for rows that somebody has touched since its maker looked.

    Args:
        message: Who did what.
        rows: Keys of the rows.
    """

    def __init__(self, message: str, rows: Sequence[str]) -> None:
        super().__init__(message)
        self.rows = list(rows)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a page asks to be done to one row.

    Args:
        row: Its key; `grades/+` for a new one.
        action: `accept`, `change`, `delete` or `add`.
        seen: Number of the last correction of the row that the page had seen, 0 for none.
        new: The value it shall have, for `change` and `add`.
    """

    row: str
    action: str
    seen: int = 0
    new: Json = None


class Desk:
    """Makes corrections.

    Args:
        store: Where they are kept.
        completion: Fills rows in.
        forces: The registry, by id.
        read: The text of an article that came as a record alone, by its path.
    """

    def __init__(
        self, store: Store, completion: Completion, forces: Mapping[str, ForceRow], read: Callable[[str], str]
    ) -> None:
        self.store, self.completion, self.forces, self._read = store, completion, forces, read

    def open(self, key: int) -> tuple[Article, str, Board]:
        """An article, its text and its board.

        Raises:
            RefusedError: If there is no such article, or its text cannot be read or is not that of the record.
        """
        article = self.store.article(key)
        if article is None:
            raise RefusedError(f"there is no article {key}; go back to the queue")
        return article, self._text(article), self.board(article)

    def board(self, article: Article) -> Board:
        """The board of an article."""
        return fold(article.record, self.store.corrections(article.id))

    def step(self, key: int, wishes: Sequence[Wish], editor: str, request: str = "") -> int:
        """Make one step.

        Args:
            key: The article.
            wishes: What is to be done, to each row once.
            editor: Who asks.
            request: A name that no other request has; the same request is carried out once.

        Returns:
            Number of the step, 0 where it was made before.

        Raises:
            ConflictError: If somebody has touched one of the rows since.
            RefusedError: If the record would not be valid, or a row is not there.
        """
        named = [wish.row for wish in wishes if not wish.row.endswith("/+")]
        if not 0 < len(wishes) <= MANY or len(set(named)) < len(named):
            raise RefusedError(f"a step touches 1 to {MANY} rows, each once")
        article, text, _ = self.open(key)
        with self.store.transaction():
            if request and self.store.answered(request):
                return 0
            board = self.board(article)
            late = [wish.row for wish in wishes if wish.row in board.rows and board.rows[wish.row].revision > wish.seen]
            if late:
                raise ConflictError(_told([board.rows[row] for row in late]), late)
            changes = [self._change(wish, text, board) for wish in wishes]
            changes += self._orphans(changes, board)
            return self._keep(article, text, changes, editor, request)

    def undo(self, key: int, editor: str, request: str = "") -> int:
        """Take back an editor's last step in an article; refused where somebody has built on it.

        Returns:
            Number of the new step, 0 where there is nothing to take back.

        Raises:
            ConflictError: If another editor has touched one of its rows since.
        """
        return self._turn(key, editor, "undo", request)

    def redo(self, key: int, editor: str, request: str = "") -> int:
        """Bring again the step that an editor took back last; otherwise as `undo`."""
        return self._turn(key, editor, "redo", request)

    def _turn(self, key: int, editor: str, action: str, request: str) -> int:
        article, text, _ = self.open(key)
        with self.store.transaction():
            if request and self.store.answered(request):
                return 0
            corrections = self.store.corrections(key)
            board = fold(article.record, corrections)
            step = board.undoable(editor) if action == "undo" else board.redoable(editor)
            if step is None:
                return 0
            made = [change for change in corrections if change.step == step]
            later = board.later(step, [change.row for change in made])
            if later:
                raise ConflictError(
                    _told([board.rows[change.row] for change in later]), [change.row for change in later]
                )
            back = action == "undo"
            changes = [
                Change(done.row, action, done.new if back else done.old, done.old if back else done.new)
                for done in made
            ]
            return self._keep(article, text, changes, editor, request, undoes=step)

    def _keep(
        self,
        article: Article,
        text: str,
        changes: Sequence[Change],
        editor: str,
        request: str,
        undoes: int | None = None,
    ) -> int:
        """Append a step and hold what comes of it against the model; the caller's transaction takes it back."""
        step = self.store.append(article, changes, editor, request=request, undoes=undoes)
        board = self.board(article)
        self.validate(article, text, board)
        self.store.summarise(article.id, board)
        return step

    def validate(self, article: Article, text: str | None, board: Board) -> Record:
        """The corrected record, held against the article where its text is at hand.

        Raises:
            RefusedError: If it is not valid, with what to mend.
        """
        try:
            context: dict[str, Json] = {"forces": self.forces} | ({} if text is None else {"text": text})
            return Record.model_validate(assemble(article.record, board), context=context)
        except ValidationError as error:
            first = error.errors()[0]
            place = " ".join(str(part) for part in first["loc"] if not isinstance(part, int))
            raise RefusedError(f"{place}: {first['msg'].removeprefix('Value error, ')}".strip(": ")) from None

    def _change(self, wish: Wish, text: str, board: Board) -> Change:
        row = board.rows.get(wish.row)
        if wish.action == "add":
            name = wish.row.removesuffix("/+")
            if not wish.row.endswith("/+") or name not in LISTS or name == "findings":
                raise RefusedError(f"{wish.row} is no field that rows can be added to")
            return Change(wish.row, "add", None, self._complete(name, wish.new, text, board))
        if row is None:
            raise RefusedError(f"there is no row {wish.row}")
        if wish.action == "accept":
            if row.value is None and row.base is not None:
                raise RefusedError("a deleted row cannot be accepted; undo or restore it first")
            return Change(row.key, "accept", row.value, row.value)
        if wish.action == "delete":
            return Change(row.key, "delete", row.value, False if row.key == "checked" else None)
        if wish.action == "change" and row.field != "findings":
            new = row.base if wish.new == row.base else self._complete(row.field, wish.new, text, board)
            return Change(row.key, "change", row.value, new)
        raise RefusedError(f"{wish.action} cannot be done to {wish.row}")

    def _complete(self, name: str, value: Json, text: str, board: Board) -> Json:
        try:
            return self.completion.complete(name, value, text, board)
        except (ValueError, TypeError, KeyError) as error:
            raise RefusedError(str(error)) from None

    def _orphans(self, changes: Sequence[Change], board: Board) -> list[Change]:
        """Quotes of officials who are deleted keep their name as that of a person without a row."""
        gone = {
            change.old["id"]: change.old["name"] or change.old["role"]
            for change in changes
            if change.action == "delete" and change.row.startswith("officials/") and change.old
        }
        touched = {change.row for change in changes}
        return [
            Change(row.key, "change", row.value, row.value | {"speaker": gone[row.value["speaker"]]})
            for row in board.rows.values()
            if row.field == "quotes" and row.value and row.value["speaker"] in gone and row.key not in touched
        ]

    def _text(self, article: Article) -> str:
        if article.text is not None:
            return article.text
        try:
            text = self._read(article.path)
        except InputError as error:
            raise RefusedError(str(error)) from None
        if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != article.text_sha256:
            raise RefusedError(f"{article.path} is another text than the record was made of; extract it again")
        self.store.keep_text(article.id, text)
        return text


def _told(rows: Sequence[Row]) -> str:
    who = ", ".join(dict.fromkeys(row.editor or "another tab" for row in rows))
    return f"{who} has changed this since you looked; here is how it stands now"
