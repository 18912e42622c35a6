"""What `peelback review` does: opens the store, brings the articles in, serves the page or writes the corrections out."""

from __future__ import annotations

import getpass
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extract import errors
from extract.errors import ConfigError, InputError, PeelbackError
from extract.gazetteers import Gazetteers, load_gazetteers
from extract.review.completion import Completion
from extract.review.desk import Desk
from extract.review.export import RULES, export
from extract.review.intake import Intake, explain_absence, store_of
from extract.review.store import Store
from extract.settings import load_settings
from extract.sources.files import read_file

if TYPE_CHECKING:
    from extract.pipeline import Extractor


@dataclass(frozen=True, slots=True)
class Review:
    """A folder or file of records, opened for review."""

    desk: Desk
    intake: Intake
    lists: Gazetteers
    editor: str
    output: Path


@dataclass(slots=True)
class Written:
    """What an export has to say: lines of data, what went wrong, and what was written."""

    lines: list[str]
    messages: list[str]
    summary: str


def open_review(
    path: Path,
    *,
    store: Path | None = None,
    output: Path | None = None,
    data: Path | None = None,
    editor: str | None = None,
    load: Callable[[Path | None], Extractor],
) -> Review:
    """Open a folder or a file of records; nothing is extracted yet.

    Args:
        path: The folder or file.
        store: The file of corrections, or None for the place beside the records.
        output: The folder for exports, or None for the place beside the store.
        data: A user's folder of gazetteers, or None.
        editor: Who corrects, or None for the login name.
        load: Makes what extracts, from a folder of gazetteers.

    Raises:
        InputError: E101 where the path is not there, E107 where a folder holds no article.
        ConfigError: E202 for a store or gazetteer that cannot be used, or a file that holds no records.
    """
    settings = load_settings(data=data)
    if not path.exists():
        raise InputError("E101", errors.E101, str(path))
    kept = Store(store or store_of(path))
    lists = load_gazetteers(settings.data)
    intake = Intake(path, kept, lambda: load(settings.data), settings.max_bytes)
    intake.check()
    desk = Desk(kept, Completion(lists.forces, lists.programmes), lists.forces, intake.read)
    where = output or kept.path.with_name(f"{kept.path.name.removesuffix('.sqlite').removesuffix('.review')}.corrected")
    return Review(desk, intake, lists, (editor or _login()).strip()[:80] or "editor", where)


def export_corrections(review: Review) -> Written:
    """Bring in what is new, and write the corrections out.

    Returns:
        The table of rules, parted by tabs, and what was written where.
    """
    review.intake.run()
    made = export(review.desk, review.output, review.intake.original)
    counts = made.counts
    return Written(
        ["\t".join(RULES), *("\t".join(str(row[name]) for name in RULES) for row in made.rules)],
        made.left,
        f"{review.output} holds {counts['records']} records, {counts['gold']} gold files of checked articles, "
        f"{counts['corrections']} corrections that hold",
    )


def serve_review(review: Review, *, host: str, port: int, token: str, say: Callable[[str], None]) -> None:
    """Serve the page until the process is told to stop.

    Args:
        review: What is reviewed.
        host: Address to listen on.
        port: Port, 0 for any free one.
        token: What every visitor must know, or "".
        say: Tells the person who started it.

    Raises:
        ConfigError: E202 without a token on a host that is not this machine alone, for a port that is taken, or where
            the packages of the page are not installed.
    """
    try:
        from extract.review.guard import is_loopback
        from extract.review.server import Page, bind, serve
    except ImportError as error:
        raise explain_absence("review") from error
    if not is_loopback(host) and not token:
        reason = "others could reach the page; say --token WORD as well, which every visitor must then know"
        raise ConfigError("E202", errors.E202.format(place=f"--host {host}", reason=reason))
    listening = bind(host, port)
    page = Page(review.desk, review.intake, review.lists, review.editor, review.output)

    def bring_in() -> None:
        try:
            review.intake.run()
            if review.intake.path.is_file():
                _ = review.intake.extractor  # loaded before the first article wants it
        except PeelbackError as error:
            review.intake.trouble = str(error)
            say(str(error))
        for path in _some(review.intake.parted):
            say(f"{path} has another text than its corrections; they are kept, and it is new in the queue")

    threading.Thread(target=bring_in, name="intake", daemon=True).start()
    shown = f"[{host}]" if ":" in host else host
    say(f"review at http://{shown}:{listening.getsockname()[1]}/{'?token=…' if token else ''} (Ctrl-C stops it)")
    serve(page, listening, host, token)


def draw(path: str, *, data: Path | None, load: Callable[[Path | None], Extractor]) -> str:
    """One article beside its record as one HTML file.

    Args:
        path: The article, or `-` for standard input.
        data: A user's folder of gazetteers, or None.
        load: Makes what extracts, from a folder of gazetteers.

    Raises:
        InputError: E1xx where the article cannot be read.
        ConfigError: E202 where the packages of the page are not installed.
    """
    try:
        from extract.review.page import draw_page
    except ImportError as error:
        raise explain_absence("show") from error
    settings = load_settings(data=data)
    item = read_file(path, max_bytes=settings.max_bytes)
    extractor = load(settings.data)
    document = extractor.read(item)
    return draw_page(document.text, extractor.extract(document), extractor.parts.lists)


def _some(paths: Sequence[str], most: int = 10) -> list[str]:
    return [*paths[:most], *([f"… and {len(paths) - most} more"] if len(paths) > most else [])]


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "editor"
