"""The page in a browser, against a process of `peelback review` on a free port of this machine."""

import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from extract.review.page import draw_page
from tests.review.articles import KENT

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


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    if CHROMIUM is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium, and CI=true says that there must be one: apt-get install chromium")
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": FLAGS}


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


def test_an_editor_goes_through_three_articles_with_the_mouse(tab, served):
    page = tab(words="Kent Police told to answer calls faster")
    row(page, "grades/0").click()
    row(page, "grades/0").get_by_role("button", name="Accept").click()
    row(page, "grades/1").hover()
    row(page, "grades/1").get_by_role("button", name="Edit").click()
    page.get_by_label("Grade", exact=True).select_option("requires improvement")
    page.get_by_role("button", name="Save").click()
    row(page, "forces/0").hover()
    row(page, "forces/0").get_by_role("button", name="Edit").click()
    page.get_by_label("its inspection is reported").uncheck()
    page.get_by_role("button", name="Save").click()
    drag_over(page, "999 calls")
    page.get_by_role("toolbar").get_by_role("button", name="initiative").click()
    page.get_by_role("button", name="Save").click()
    page.locator(".row.is-added").wait_for()
    page.locator("#check").click()
    page.locator("#state", has_text="checked").wait_for()
    saved(page)
    page.locator("#next").click()
    for title in ("Crews praised", "Police dog retires"):
        page.get_by_role("heading", name=title).wait_for()
        ready(page).locator("#check").click()
        page.locator("#state", has_text="checked").wait_for()
        saved(page)
        page.locator("#next").click()
    page.get_by_text("3 of 3 checked").wait_for()
    done = served.asks(
        "SELECT row, action FROM corrections WHERE article = (SELECT id FROM articles WHERE path LIKE '%kent.txt') ORDER BY number"
    )
    assert done[:2] == [("grades/0", "accept"), ("grades/1", "change")]
    assert ("forces/0", "change") in done
    assert any(name.startswith("initiatives/+") for name, _ in done)
    page.get_by_role("button", name="Write corrections").click()
    page.get_by_text("3 gold files").wait_for()
    assert '"requires improvement"' in (served.folder / "review.corrected" / "gold" / "kent.gold.json").read_text()


def test_an_editor_goes_through_three_articles_with_the_keyboard_alone(tab, served):
    page = tab()
    press = page.keyboard.press
    press("j")
    press("Enter")
    page.wait_for_url("**/articles/*")
    ready(page)
    press("?")
    page.get_by_role("heading", name="Keys").wait_for()
    press("Escape")
    press("n")
    press("a")
    row(page, "forces/0").locator(".mark-of", has_text="✓").wait_for()
    for _ in range(30):
        if page.locator(".row.chosen").get_attribute("data-key") == "grades/0":
            break
        press("j")
    press("e")
    page.get_by_role("heading", name="Edit grade").wait_for()
    page.locator("input[list]").first.fill("essex police")
    press("Enter")
    row(page, "grades/0").locator(".mark-of", has_text="✎").wait_for()
    press("j")
    press("x")
    row(page, "grades/1").locator(".mark-of", has_text="×").wait_for()
    press("u")
    row(page, "grades/1").locator(".mark-of", has_text="×").wait_for(state="detached")
    press("U")
    row(page, "grades/1").locator(".mark-of", has_text="×").wait_for()
    press("t")
    press("ArrowDown")
    press("Shift+ArrowRight")
    press("4")
    page.get_by_role("heading", name="New initiative").wait_for()
    press("Enter")
    page.locator(".row.is-added").wait_for()
    for number in (1, 2, 3):
        press("c")
        page.locator("#state", has_text="checked").wait_for()
        saved(page)
        before = page.url
        press("J")
        page.wait_for_url(lambda url, before=before: url != before)
        if number < 3:
            ready(page)
    page.get_by_text("3 of 3 checked").wait_for()
    assert (
        served.asks("SELECT new FROM corrections WHERE row = 'grades/0' AND action = 'change'")[0][0].count(
            "essex-police"
        )
        == 1
    )


def test_a_recommendation_is_added_from_a_selection_across_an_emoji(tab, served):
    words = "The 🚓 force must answer 999 calls within ten seconds"
    page = tab(words="Kent Police told")
    drag_over(page, words)
    page.keyboard.press("3")
    page.get_by_role("heading", name="New recommendation").wait_for()
    page.get_by_role("button", name="Save").click()
    page.locator(".row.is-added").wait_for()
    saved(page)
    (made,) = served.asks(
        "SELECT json_extract(new, '$.evidence[0].start'), json_extract(new, '$.evidence[0].end'), json_extract(new, '$.evidence[0].text') FROM corrections"
    )
    assert made == (KENT.index(words), KENT.index(words) + len(words), words)


def test_offsets_are_code_points_whatever_the_text(tab):
    rng = random.Random(11)
    signs = ["a", "Kent", " ", "\n", "\r\n", "🚓", "👩🏽‍🚒", "𝔘", "e\u0301", "\ufeff", "’", "-", "…", "中"]
    texts = ["", "x", "🚓", *("".join(rng.choices(signs, k=rng.randint(1, 30))) for _ in range(200))]
    asked = [(text, *sorted(rng.randint(0, len(text)) for _ in range(2))) for text in texts]
    found = tab(words="Kent Police told").evaluate(
        """all => all.map(([text, start, end]) => {
          const points = new peelback.Points(text);
          const back = Array.from({ length: points.length + 1 }, (_, n) => points.toPoint(points.toUnit(n)));
          return [points.length, points.slice(start, end), back, points.words.map(([a, b]) => points.slice(a, b))];
        })""",
        asked,
    )
    for (text, start, end), (length, piece, back, words) in zip(asked, found, strict=True):
        assert (length, piece, back) == (len(text), text[start:end], list(range(len(text) + 1)))
        assert all(word.strip() for word in words)
        assert "".join("".join(words).split()) == "".join(text.replace("\ufeff", "").split())


def test_evidence_behind_an_emoji_is_marked_at_its_words(tab):
    page = tab(words="Kent Police told")
    row(page, "quotes/0").locator(".says").click()
    marked = page.locator(".mark.chosen").all_inner_texts()
    assert "We have work to do," in marked
    assert "We have begun it." in marked


def test_a_click_on_the_text_leads_to_the_row_and_back(tab):
    page = tab(words="Kent Police told")
    page.get_by_text("We have begun it.", exact=True).click()
    assert page.locator(".row.chosen").get_attribute("data-key") == "quotes/0"
    row(page, "grades/1").locator(".says").click()
    assert "responding to the public" in page.locator(".mark.chosen").all_inner_texts()


def test_a_boundary_is_moved_by_word_and_dragged(tab, served):
    def evidence():
        saved(page)
        return served.asks(
            "SELECT json_extract(new, '$.evidence[1].text') FROM corrections ORDER BY number DESC LIMIT 1"
        )[0][0]

    page = tab(words="Kent Police told")
    row(page, "officials/0").locator(".says").click()
    page.locator(".place", has_text="Chief Constable").click()
    page.keyboard.press("]")
    page.locator(".place.on", has_text="Chief Constable Ada").wait_for()
    assert evidence() == "Chief Constable Ada"
    page.keyboard.press("}")
    page.locator(".place.on", has_text=re.compile("^evidence 2 Constable Ada")).wait_for()
    handle = page.locator(".handle.end").bounding_box()
    target = page.locator(".mark", has_text=re.compile(r"^\s*Fenwick$")).bounding_box()
    page.mouse.move(handle["x"], handle["y"] + handle["height"] + 4)
    page.mouse.down()
    page.mouse.move(target["x"] + target["width"] - 2, target["y"] + 6, steps=6)
    page.mouse.up()
    page.locator(".place.on", has_text="Constable Ada Fenwick").wait_for()
    assert evidence() == "Constable Ada Fenwick"
    for _ in range(3):
        page.keyboard.press("u")
    row(page, "officials/0").locator(".mark-of", has_text="✎").wait_for(state="detached")


def test_the_words_of_a_value_are_taken_from_the_article_by_keys(tab, served):
    page = tab(words="Kent Police told")
    press = page.keyboard.press
    row(page, "grades/0").locator(".says").focus()
    press("Enter")
    press("e")
    page.get_by_role("button", name="Take area from the article").focus()
    press("Enter")
    page.get_by_text("Select the area in the article").wait_for()
    for _ in range(40):
        if page.evaluate("getSelection().toString()") == "inadequate":
            break
        press("ArrowRight")
    press("ArrowRight")
    press("ArrowRight")
    press("Shift+ArrowRight")
    press("Enter")
    page.get_by_role("heading", name="Edit grade").wait_for()
    press("Enter")
    row(page, "grades/0").locator(".main", has_text="responding to").wait_for()
    saved(page)
    (made,) = served.asks("SELECT json_extract(new, '$.area.text'), json_extract(new, '$.area.start') FROM corrections")
    assert made == ("responding to", KENT.index("responding to"))


def test_a_selection_joins_the_chosen_row_and_r_brings_back_what_was_extracted(tab):
    page = tab(words="Kent Police told")
    row(page, "officials/0").locator(".says").click()
    places = row(page, "officials/0").locator(".place")
    before = places.count()
    drag_over(page, "999 calls")
    page.get_by_role("button", name="to the chosen row").click()
    places.nth(before).wait_for()
    assert "999 calls" in places.nth(before - 1).inner_text() + places.nth(0).inner_text()
    page.keyboard.press("r")
    places.nth(before).wait_for(state="detached")


def test_a_finding_is_explained_in_its_place_and_can_be_dismissed(folder, tab, served):
    page = tab(words="Kent Police told")
    page.goto(served.url + "/")
    (folder / "lost.txt").write_text(
        "Chief?s reply\n\nKent Police?s chief said it was ?let down? by the ?odd? report.\n"
    )
    served.kill()
    served.start()
    page.goto(served.url + "/?code=V102")
    page.get_by_role("link").filter(has_text="reply").click(timeout=LONG)
    ready(page)
    page.keyboard.press("n")
    row(page, "findings/0").locator(".explains").get_by_text("stand as question marks").wait_for()
    assert page.locator('.mark[data-rows="findings/0"].chosen').count()
    assert page.locator(".handle").count() == 0
    page.keyboard.press("x")
    row(page, "findings/0").locator(".mark-of", has_text="×").wait_for()
    saved(page)
    page.goto(served.url + "/?code=V102")
    page.get_by_text("No article is like that").wait_for()


def test_a_quote_is_credited_by_a_click(tab, served):
    page = tab(words="Kent Police told")
    row(page, "quotes/0").locator(".says").click()
    row(page, "quotes/0").get_by_role("button", name="nobody", exact=True).click()
    row(page, "quotes/0").locator(".speaker", has_text="nobody").wait_for()
    row(page, "quotes/0").get_by_role("button", name="Ada Fenwick", exact=True).click()
    row(page, "quotes/0").locator(".speaker", has_text="Ada Fenwick").wait_for()
    saved(page)
    assert len(served.asks("SELECT 1 FROM corrections WHERE row = 'quotes/0'")) == 2


def test_a_field_is_switched_off_and_on(tab):
    page = tab(words="Kent Police told")
    marks = page.locator('.mark[data-rows*="quotes/"]')
    assert marks.count()
    page.get_by_role("group", name="Fields shown").get_by_role("button", name="Quotes").click()
    assert marks.count() == 0
    page.get_by_role("group", name="Fields shown").get_by_role("button", name="Quotes").click()
    assert marks.count()


def test_two_tabs_in_conflict_notice_and_nothing_is_overwritten(tab, served):
    first, second = tab(words="Kent Police told"), tab(words="Kent Police told")
    second.get_by_text("Also open: another tab of yours").wait_for()
    second.get_by_label("Editor").fill("Bea")
    second.get_by_label("Editor").blur()
    for page in (first, second):
        row(page, "grades/0").hover()
        row(page, "grades/0").get_by_role("button", name="Edit").click()
    first.get_by_label("Grade", exact=True).select_option("adequate")
    first.get_by_role("button", name="Save").click()
    saved(first)
    second.get_by_label("Grade", exact=True).select_option("outstanding")
    second.get_by_role("button", name="Save").click()
    dialog = second.get_by_role("dialog", name="Somebody changed this")
    dialog.wait_for()
    assert "Ada" in dialog.inner_text()
    assert "adequate" in dialog.locator(".theirs").inner_text()
    assert "outstanding" in dialog.locator(".yours").inner_text()
    assert len(served.asks("SELECT 1 FROM corrections")) == 1
    dialog.get_by_role("button", name="Put mine").click()
    row(first, "grades/0").locator(".badge", has_text="outstanding").wait_for()  # the other tab hears of it
    first.get_by_text("Bea changed 1 row").wait_for()
    assert served.asks("SELECT editor FROM corrections") == [("Ada",), ("Bea",)]


def test_the_server_is_killed_in_the_middle_and_nothing_is_lost(tab, served):
    page = tab(words="Kent Police told")
    row(page, "grades/0").hover()
    row(page, "grades/0").get_by_role("button", name="Accept").click()
    saved(page)
    row(page, "grades/1").hover()
    row(page, "grades/1").get_by_role("button", name="Edit").click()
    page.get_by_label("Grade", exact=True).select_option("adequate")
    served.kill()
    page.get_by_role("button", name="Save").click()
    page.get_by_text("The server does not answer").first.wait_for()
    row(page, "quotes/0").locator(".says").click()
    page.keyboard.press("x")
    row(page, "quotes/0").locator(".mark-of", has_text="×").wait_for()
    served.start()
    page.get_by_text("All saved").wait_for()
    assert served.asks("SELECT row, action FROM corrections") == [
        ("grades/0", "accept"),
        ("grades/1", "change"),
        ("quotes/0", "delete"),
    ]
    page.reload()
    ready(page)
    assert row(page, "grades/1").locator(".badge", has_text="adequate").count()


def test_what_was_not_sent_when_the_tab_was_closed_is_sent_when_it_is_opened_again(tab, served):
    page = tab(words="Kent Police told")
    served.kill()
    row(page, "grades/0").hover()
    row(page, "grades/0").get_by_role("button", name="Delete").click()
    page.get_by_text("The server does not answer").first.wait_for()
    page.close()
    served.start()
    page = tab(words="Kent Police told")
    row(page, "grades/0").locator(".mark-of", has_text="×").wait_for()
    saved(page)
    assert served.asks("SELECT row, action FROM corrections") == [("grades/0", "delete")]


def test_a_form_that_was_open_is_there_again_after_a_reload(tab):
    page = tab(words="Kent Police told")
    row(page, "officials/0").hover()
    row(page, "officials/0").get_by_role("button", name="Edit").click()
    page.get_by_label("Role", exact=True).fill("Deputy Chief Constable")
    page.reload()
    ready(page)
    assert page.get_by_label("Role", exact=True).input_value() == "Deputy Chief Constable"


def test_a_value_that_cannot_be_is_refused_with_its_reason(tab, served):
    page = tab(words="Kent Police told")
    row(page, "grades/0").hover()
    row(page, "grades/0").get_by_role("button", name="Edit").click()
    page.get_by_label("Force", exact=True).fill("Ruritania Police")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("is not in the registry").wait_for()
    page.keyboard.press("Escape")
    row(page, "source/published").locator(".says").click()
    page.keyboard.press("e")
    page.get_by_label("Date", exact=True).fill("31 June")
    page.keyboard.press("Enter")
    page.get_by_text("is not an ISO date").wait_for()
    assert served.asks("SELECT 1 FROM corrections") == []


def test_a_script_in_an_article_stays_text(context, folder):
    hostile = "<script>document.title = 'taken'</script><img src=x onerror=\"document.title = 'taken'\">\n\nKent Police were there. “<b>Bold</b> words,” said Chief Constable Ada <i>Fenwick</i>.\n"
    (folder / "<img src=x onerror=alert(1)>.txt").write_text(hostile)
    served = Served(folder)
    try:
        page = context.new_page()
        page.goto(served.url + "/?search=onerror")
        page.locator("#queue tbody a").first.click()
        ready(page)
        assert page.locator("#text").inner_text().startswith("<script>document.title")
        assert page.locator("#text b, #text img, #text script, #record i, #record img").count() == 0
        assert "taken" not in page.title().split("·")[-1]
        assert page.evaluate("document.title") != "taken"
    finally:
        served.kill()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(tab, context, scheme):
    page = tab()
    page.emulate_media(color_scheme=scheme)
    assert grave(page) == [], "queue"
    page.get_by_role("link", name="Kent Police told").click()
    ready(page)
    assert grave(page) == [], "article"
    row(page, "quotes/0").locator(".says").click()
    page.keyboard.press("a")
    row(page, "grades/0").locator(".says").click()
    page.keyboard.press("x")
    assert grave(page) == [], "rows"
    row(page, "grades/1").locator(".says").click()
    page.keyboard.press("e")
    assert grave(page) == [], "form"
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    page.locator("#selection").wait_for()
    assert grave(page) == [], "selection"
    page.keyboard.press("?")
    assert grave(page) == [], "keys"


@pytest.mark.parametrize("width", [1920, 1280, 1024, 820, 600])
def test_a_page_is_never_wider_than_the_screen_and_nothing_lies_beside_it(tab, width):
    page = tab()
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("link", name="Kent Police told").click()
    ready(page)
    row(page, "quotes/0").locator(".says").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for button in ("Undo", "Keys", "Next"):
        box = page.get_by_role("button", name=button, exact=True).bounding_box()
        assert box["x"] >= 0, button
        assert box["x"] + box["width"] <= width, button
    text, record = page.locator("section.text").bounding_box(), page.locator("section.record").bounding_box()
    assert text["width"] >= min(width, 600) * 0.55
    assert record["x"] >= text["x"] + text["width"] - 1 or record["y"] >= text["y"] + text["height"] - 1


def test_a_shown_article_runs_from_its_file_without_a_server(context, tmp_path, extractor):
    record = extractor.extract_text(KENT, "kent.txt")
    (tmp_path / "kent.html").write_text(draw_page(KENT, record, extractor.parts.lists), encoding="utf-8")
    page = context.new_page()
    troubles, asked = [], []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "kent.html").as_uri())
    ready(page)
    assert grave(page) == []
    row(page, "quotes/0").locator(".says").click()
    assert "We have begun it." in page.locator(".mark.chosen").all_inner_texts()
    assert page.get_by_role("button", name="Accept").count() == 0
    assert troubles == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
