import os
from pathlib import Path

import pytest

from extract.review.completion import Completion
from extract.review.desk import Desk
from extract.review.intake import Intake
from extract.review.store import Store
from tests.review.articles import CREWS, DOG, KENT
from tests.review.browser import CHROMIUM, FLAGS, LONG, Served, ready


@pytest.fixture
def folder(tmp_path):
    """Three articles in a folder."""
    where = tmp_path / "articles"
    where.mkdir()
    for name, text in (("kent.txt", KENT), ("crews.txt", CREWS), ("dog.txt", DOG)):
        (where / name).write_bytes(text.encode())
    return where


@pytest.fixture
def open_desk(extractor):
    """Opens a folder or a file of records, as the command does, with the session's pipeline: a desk and its intake."""

    def make(path: Path, store: Path | None = None):
        kept = Store(store or path.parent / "review.sqlite")
        intake = Intake(path, kept, lambda: extractor, 1_000_000)
        lists = extractor.parts.lists
        return Desk(kept, Completion(lists.forces, lists.programmes), lists.forces, intake.read), intake

    return make


@pytest.fixture
def desk(folder, open_desk):
    """A desk over the three articles, read in."""
    made, intake = open_desk(folder)
    intake.run()
    return made


@pytest.fixture
def key(desk):
    """Gives the id of an article by the beginning of its file's name."""

    def find(name):
        rows = desk.store.db.execute("SELECT id, path FROM articles WHERE current").fetchall()
        return next(row["id"] for row in rows if Path(row["path"]).name.startswith(name))

    return find


@pytest.fixture
def kent(key):
    """The id of the article about Kent."""
    return key("kent")


@pytest.fixture
def rows(desk):
    """Gives the rows of an article's field as they stand: `rows(kent, "grades")`."""

    def find(article, field):
        board = desk.open(article)[2]
        return {name: row for name, row in board.rows.items() if row.field == field}

    return find


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    if CHROMIUM is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium, and CI=true says that there must be one: apt-get install chromium")
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": FLAGS}


@pytest.fixture
def served(folder):
    made = Served(folder)
    yield made
    made.kill()


@pytest.fixture
def tab(context, served):
    """Opens tabs; whatever a page throws or its policy forbids fails the test."""
    context.set_default_timeout(LONG)
    troubles = []

    def watch(page):
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on(
            "console",
            lambda said: (
                troubles.append(said.text)
                if said.type == "error" and "Failed to load" not in said.text and "ERR_" not in said.text
                else None
            ),
        )

    def open_tab(path="/", words=None):
        page = context.new_page()
        watch(page)
        page.goto(served.url + path)
        if path == "/":
            page.locator("#queue tbody tr").nth(2).wait_for()
        if words:
            page.get_by_role("link", name=words).click()
            ready(page)
        return page

    yield open_tab
    assert troubles == []
