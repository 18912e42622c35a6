"""Draws the picture of the page: `python -m tests.review.picture` writes `.github/review.png` with Chromium.

It is what `peelback show` makes of a sample, with one row chosen; nothing in it is drawn by hand.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from extract.pipeline import Extractor
from extract.review.page import draw_page
from tests.picture import ROOT, SAMPLE
from tests.review.browser import CHROMIUM, FLAGS

PICTURE = ROOT / ".github" / "review.png"


def main() -> None:
    """Write the picture."""
    extractor = Extractor()
    text = (ROOT / SAMPLE).read_bytes().decode("utf-8")
    record = extractor.extract_text(text, SAMPLE)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        path = Path(folder) / "page.html"
        path.write_text(draw_page(text, record, extractor.parts.lists), encoding="utf-8")
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1360, "height": 850})
        page.goto(path.as_uri())
        page.locator('[data-key="quotes/1"] .says').click()
        page.evaluate("document.activeElement.blur()")
        page.mouse.move(1, 1)
        page.screenshot(path=PICTURE)
        browser.close()
    print(PICTURE.relative_to(ROOT))


if __name__ == "__main__":
    main()
