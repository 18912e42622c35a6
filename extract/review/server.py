"""The editors' page as a web application: pages, and the requests by which a page makes corrections."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from extract import errors
from extract.errors import ConfigError
from extract.gazetteers import Gazetteers
from extract.review.desk import ConflictError, Desk, RefusedError, Wish
from extract.review.export import export
from extract.review.guard import Guard, hosts_of
from extract.review.intake import Intake
from extract.review.queue import (
    PAGE,
    SORTS,
    STATES,
    Filter,
    list_articles,
    list_choices,
    list_failures,
    measure_progress,
    neighbour,
)
from extract.review.rendering import templates
from extract.review.views import FIELDS, explain, show_article, show_board, show_lists
from models.correction import LISTS

Json = Any
HERE = Path(__file__).parent
PRESENT = 8.0
"""Seconds after which a tab that was not heard of is taken to be closed."""


class Presence:
    """Which tabs have which article open.

    Args:
        clock: Tells the time, in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self._seen: dict[tuple[int, str], tuple[str, float]] = {}
        self._lock = threading.Lock()

    def note(self, article: int, tab: str, editor: str) -> list[str]:
        """A tab shows an article.

        Returns:
            Editors of the other tabs that show it.
        """
        now = self.clock()
        with self._lock:
            self._seen = {key: value for key, value in self._seen.items() if now - value[1] < PRESENT}
            self._seen[article, tab] = (editor, now)
            return sorted(name for (key, other), (name, _) in self._seen.items() if key == article and other != tab)


class Page:
    """The application.

    Args:
        desk: Makes corrections.
        intake: Brings articles in.
        lists: What an editor chooses from.
        editor: Who corrects, unless a tab says otherwise.
        output: The folder that exports go to.
    """

    def __init__(self, desk: Desk, intake: Intake, lists: Gazetteers, editor: str, output: Path) -> None:
        self.desk, self.store, self.intake, self.lists = desk, desk.store, intake, lists
        self.editor, self.output = editor, output
        self.presence = Presence()
        self.choices = show_lists(lists)

    def app(self, hosts: frozenset[str], token: str = "") -> ASGIApp:
        """The application behind its guard."""
        routes = [
            Route("/", self._queue),
            Route("/articles/{key:int}", self._article),
            Route("/api/progress", self._progress),
            Route("/api/export", self._export, methods=["POST"]),
            Route("/api/articles/{key:int}", self._poll),
            Route("/api/articles/{key:int}/{action}", self._act, methods=["POST"]),
            Mount("/static", StaticFiles(directory=HERE / "static")),
        ]
        return Guard(Starlette(routes=routes), hosts, token)

    def _queue(self, request: Request) -> Response:
        chosen = Filter.of(request.query_params)
        finished = self.intake.finished  # asked before the store, else what comes in between is never shown
        lines, total = list_articles(self.store, chosen)
        choices = list_choices(self.store)
        query = chosen.to_query()
        return _page(
            "queue.html",
            chosen=chosen,
            query=f"?{query}" if query else "",
            lines=lines,
            total=total,
            pages=max(1, -(-total // PAGE)),
            first=(chosen.page - 1) * PAGE + 1,
            progress=measure_progress(self.store),
            forces=[(value, f"{name} ({number})") for value, name, number in choices["forces"]],
            codes=[(value, f"{name} ({number})") for value, name, number in choices["codes"]],
            has=[(name, words[0].lower()) for name, words in FIELDS.items() if name in LISTS],
            states=[(state, state) for state in STATES],
            sorts=[(name, words) for name, (words, _) in SORTS.items()],
            sort_words=SORTS[chosen.sort][0],
            failures=list_failures(self.store),
            intake=self.intake,
            finished=finished,
            place=self.intake.path.resolve().name,
            explain=explain,
            editor=self.editor,
        )

    def _article(self, request: Request) -> Response:
        key = request.path_params["key"]
        try:
            article, text, board = self.desk.open(key)
        except RefusedError as error:
            return HTMLResponse(templates().get_template("absent.html").render(message=str(error)), 404)
        shown = show_article(article, text, board, self.editor)
        title = board.rows["source/title"].value or article.path
        data = {"article": shown, "lists": self.choices, "editor": self.editor, "next": neighbour(self.store, key)}
        return _page("article.html", title=title, data=data)

    def _progress(self, request: Request) -> Response:
        intake = self.intake
        return JSONResponse(
            measure_progress(self.store)
            | {"done": intake.done, "total": intake.total, "failed": intake.failed, "finished": intake.finished}
        )

    def _poll(self, request: Request) -> Response:
        key, query = request.path_params["key"], request.query_params
        editor = query.get("editor", "")[:80] or self.editor
        others = self.presence.note(key, query.get("tab", "")[:80], editor)
        answer: dict[str, Json] = {"revision": self.store.revision(key), "others": others}
        if query.get("since", "") != str(answer["revision"]):
            article = self.store.article(key)
            if article is None:
                return JSONResponse({"message": f"there is no article {key}"}, 404)
            answer["board"] = show_board(self.desk.board(article), editor)
        return JSONResponse(answer)

    async def _act(self, request: Request) -> Response:
        try:
            body = await request.json()
            editor = str(body.get("editor") or self.editor)[:80]
            name = str(body.get("request") or "")[:80]
            wishes = [Wish(**wish) for wish in body.get("changes", ())]
        except (ValueError, TypeError, AttributeError):
            return JSONResponse({"message": "the request is not of the form that the page sends"}, 400)
        return await run_in_threadpool(self._make, request.path_params, wishes, editor, name)

    def _make(self, path: dict[str, Any], wishes: list[Wish], editor: str, request: str) -> Response:
        key, action, status = path["key"], path["action"], 200
        answer: dict[str, Json] = {}
        try:
            if action == "steps":
                self.desk.step(key, wishes, editor, request)
            elif action in ("undo", "redo"):
                answer["step"] = getattr(self.desk, action)(key, editor, request)
            else:
                return JSONResponse({"message": f"there is no action {action}"}, 404)
        except ConflictError as error:
            status, answer = 409, {"message": str(error), "rows": error.rows}
        except RefusedError as error:
            status, answer = 422, {"message": str(error)}
        article = self.store.article(key)
        if article is not None:
            answer["board"] = show_board(self.desk.board(article), editor)
            answer["next"] = neighbour(self.store, key)
        return JSONResponse(answer, status if article is not None else 404)

    def _export(self, request: Request) -> Response:
        try:
            written = export(self.desk, self.output, self.intake.original)
        except ConfigError as error:
            return JSONResponse({"message": str(error)}, 500)
        return JSONResponse({"folder": str(self.output), **written.counts, "messages": written.left[:20]})


def _page(name: str, **values: Any) -> Response:
    answer = HTMLResponse(templates().get_template(name).render(**values))
    answer.headers["cache-control"] = "no-store"
    return answer


def bind(host: str, port: int) -> socket.socket:
    """A listening socket.

    Raises:
        ConfigError: E202 where the port is taken or the host is none of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # asyncio then sends without delay
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(128)
    except (OSError, OverflowError) as error:
        listening.close()
        reason = (
            f"{(getattr(error, 'strerror', None) or str(error)).lower()}; name another, or --port 0 for any free one"
        )
        raise ConfigError("E202", errors.E202.format(place=f"--host {host} --port {port}", reason=reason)) from None
    return listening


def serve(page: Page, listening: socket.socket, host: str, token: str = "") -> None:
    """Answer requests until the process is told to stop."""
    config = uvicorn.Config(
        page.app(hosts_of(host), token), log_level="warning", access_log=False, server_header=False, ws="none",
        proxy_headers=False, timeout_graceful_shutdown=2,
    )  # fmt: skip
    uvicorn.Server(config).run(sockets=[listening])
