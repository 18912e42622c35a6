"""The ways of an editor in a browser, against a process of `peelback review` on a free port of this machine."""

import random
import re

from tests.review.articles import KENT
from tests.review.browser import LONG, drag_over, ready, row, saved


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
    assert evidence() == "Constable Ada"  # the text is drawn again when that is saved
    page.locator(".handle.end").wait_for(state="attached")
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
