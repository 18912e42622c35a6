import base64
import hashlib
import json
import re

from extract.review.page import draw_page
from tests.review.articles import KENT


def draw(extractor, text):
    return draw_page(text, extractor.extract_text(text, "kent.txt"), extractor.parts.lists)


def test_the_page_needs_nothing_else(extractor):
    page = draw(extractor, KENT)
    assert re.findall(r"""(?:src|href)=["'](?!data:)""", page) == []
    assert "url(" not in page
    assert "@import" not in page


def test_its_policy_lets_its_own_script_and_style_run_and_no_other(extractor):
    page = draw(extractor, KENT)
    policy = re.search(r'<meta http-equiv="content-security-policy" content="([^"]+)"', page)[1].replace("&#39;", "'")
    for kind, source in (
        ("script", re.search(r"<script>(.*?)</script>", page, re.S)),
        ("style", re.search(r"<style>(.*?)</style>", page, re.S)),
    ):
        digest = base64.b64encode(hashlib.sha256(source[1].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_it_holds_the_article_and_the_record(extractor):
    data = json.loads(re.search(r'id="data">(.*?)</script>', draw(extractor, KENT), re.S)[1])
    assert data["article"]["text"] == KENT
    grades = [row["value"]["grade"] for row in data["article"]["board"]["rows"] if row["key"].startswith("grades/")]
    assert grades == ["good", "inadequate"]
    assert [force["id"] for force in data["lists"]["forces"]] == ["kent-police"]


def test_an_article_cannot_bring_a_script(extractor):
    page = draw(extractor, "</script><script>alert(1)</script>\n\nKent Police were graded good by HMICFRS.\n")
    assert "<script>alert" not in page
    assert page.count("<script") == 2


def test_the_same_article_gives_the_same_page(extractor):
    assert draw(extractor, KENT) == draw(extractor, KENT)
