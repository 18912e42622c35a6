"""What the browser tests stand on: Chromium, a served folder, and what a hand on mouse and keyboard does."""

import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LONG = 15_000
"""Milliseconds after which something is taken not to happen any more."""


class Served:
    """A process of `peelback review`."""

    def __init__(self, folder, *options):
        self.folder, self.options, self.port = folder, options, "0"
        self.start()

    def start(self):
        command = [
            sys.executable,
            "-m",
            "cli",
            "review",
            str(self.folder),
            "--editor",
            "Ada",
            "--port",
            self.port,
            *self.options,
        ]
        self.process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        self.url = re.search(r"http://\S+?:\d+", line)[0]
        self.port = self.url.rpartition(":")[2]

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stderr.close()

    def asks(self, question, *values):
        with sqlite3.connect(self.folder / "review.sqlite") as db:
            return db.execute(question, values).fetchall()


def ready(page):
    page.locator("body[data-ready]").wait_for()
    return page


def row(page, key):
    return page.locator(f'[data-key="{key}"]')


def saved(page):
    """Waits until the server has everything."""
    page.get_by_text("All saved").wait_for()


def drag_over(page, words):
    """Select words of the article with the mouse."""
    box = page.evaluate(
        """words => {
          const pane = document.getElementById('text');
          pane.querySelectorAll('.handle').forEach((one) => one.remove());
          const all = pane.textContent, at = all.indexOf(words);
          const walker = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
          const find = (unit) => { walker.currentNode = pane; let seen = 0;
            for (let n = walker.nextNode(); n; n = walker.nextNode()) { if (unit < seen + n.length) return [n, unit - seen]; seen += n.length; } };
          const range = document.createRange();
          range.setStart(...find(at)); const last = find(at + words.length - 1); range.setEnd(last[0], last[1] + 1);
          range.startContainer.parentElement.scrollIntoView({ block: 'center' });
          const boxes = range.getClientRects(), a = boxes[0], b = boxes[boxes.length - 1];
          return [a.left + .5, a.top + a.height / 3, b.right - .5, b.top + b.height / 3];
        }""",
        words,
    )
    page.mouse.move(box[0], box[1])
    page.mouse.down()
    page.mouse.move((box[0] + box[2]) / 2, box[3], steps=4)
    page.mouse.move(box[2], box[3], steps=4)
    page.mouse.up()


def grave(page):
    """What axe finds that is serious or critical."""
    from axe_playwright_python.sync_playwright import Axe

    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": rules}).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found if one["impact"] in ("serious", "critical")
    ]
