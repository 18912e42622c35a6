"""What the page holds to in a browser: conflicts, crashes, hostile articles, access for everybody, any screen."""

import pytest

from extract.review.page import draw_page
from tests.review.articles import KENT
from tests.review.browser import Served, grave, ready, row, saved


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
