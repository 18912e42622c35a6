import json
import re

import pytest
from starlette.testclient import TestClient

from extract.errors import ConfigError
from extract.review.command import open_review, serve_review
from extract.review.guard import POLICY, hosts_of
from extract.review.queue import list_articles
from extract.review.server import PRESENT, Page, Presence

HOME = "http://127.0.0.1:8765"


@pytest.fixture
def browse(desk, open_desk, folder, extractor, tmp_path):
    """A client of the page; `browse(token="…")` for one behind a token."""

    def make(token="", host="127.0.0.1", base=HOME):
        _, intake = open_desk(folder, desk.store.path)
        intake.run()
        page = Page(desk, intake, extractor.parts.lists, "Ada", tmp_path / "out")
        return TestClient(page.app(hosts_of(host), token), base_url=base, follow_redirects=False)

    return make


def data_of(page):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)[1])


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765", "LOCALHOST"])
def test_our_own_names_are_answered(browse, host):
    assert browse().get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example:8765", "evil.example:8765", "127.0.0.2", "", "localhost.", "[::2]:8765"],
)
def test_a_foreign_host_is_refused(browse, host):
    assert browse().get("/", headers={"host": host}).status_code == 421
    assert browse().get("/static/page.css", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "https://127.0.0.1:8765", "http://127.0.0.1:9999", "http://localhost:8765"],
)
def test_a_foreign_origin_is_refused(browse, kent, desk, origin):
    body = {"changes": [{"row": "grades/0", "action": "accept"}]}
    answer = browse().post(f"/api/articles/{kent}/steps", json=body, headers={"origin": origin})
    assert answer.status_code == 403
    assert browse().get("/", headers={"origin": origin}).status_code == 403
    assert desk.store.corrections() == []


def test_our_own_origin_is_served(browse, kent, desk):
    body = {"changes": [{"row": "grades/0", "action": "accept"}]}
    answer = browse().post(f"/api/articles/{kent}/steps", json=body, headers={"origin": HOME})
    assert answer.status_code == 200
    assert len(desk.store.corrections()) == 1


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_what_a_form_of_another_site_could_send_is_refused(browse, kent, desk, kind):
    body = json.dumps({"changes": [{"row": "grades/0", "action": "accept"}]})
    assert browse().post(f"/api/articles/{kent}/steps", content=body, headers={"content-type": kind}).status_code == 415
    assert browse().post(
        f"/api/articles/{kent}/steps", json={}, headers={"sec-fetch-site": "cross-site"}
    ).status_code == 403  # fmt: skip
    assert desk.store.corrections() == []


def test_a_request_that_is_too_large_is_refused_before_it_is_read(browse, kent):
    headers = {"content-type": "application/json", "content-length": "99999999"}
    assert browse().post(f"/api/articles/{kent}/steps", content=b"{}", headers=headers).status_code == 413


@pytest.mark.parametrize(
    "path", ["/", "/articles/1", "/articles/999", "/static/page.css", "/static/article.js", "/nowhere", "/api/progress"]
)
def test_every_answer_forbids_what_is_not_ours(browse, path):
    headers = browse().get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/", "/articles/1", "/articles/999"])
def test_no_page_has_script_or_style_of_its_own(browse, path):
    page = browse().get(path).text
    assert re.findall(r"<script(?![^>]*(?:src=|application/json))", page) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=|javascript:", page) == []
    assert re.findall(r"""(?:src|href)=["'](?:https?:)?//""", page) == []


@pytest.mark.parametrize(
    "path", ["/static/../store.py", "/static/%2e%2e/store.py", "/static/..%2fstore.py", "/static//etc/passwd"]
)
def test_nothing_but_the_static_files_is_given_out(browse, path):
    assert browse().get(path).status_code == 404


HOSTILE = "<script>alert(1)</script></script><img src=x onerror=alert(2)> Kent Police\n\nHMICFRS graded Kent Police good at <b>crime</b>.\n"


def test_an_article_stays_text(browse, folder, desk, open_desk, key):
    (folder / "<img src=x onerror=alert(3)>.txt").write_text(HOSTILE)
    _, intake = open_desk(folder, desk.store.path)
    intake.run()
    client = browse()
    number = key("<img")
    page = client.get(f"/articles/{number}").text
    assert data_of(page)["article"]["text"] == HOSTILE
    for made in (page, client.get("/").text):
        assert "<img" not in made
        assert "alert(1)</script>" not in made


def test_another_host_than_this_machine_wants_a_token(folder, tmp_path):
    review = open_review(folder, store=tmp_path / "s.sqlite", load=lambda _: None)
    with pytest.raises(ConfigError, match="--token"):
        serve_review(review, host="0.0.0.0", port=0, token="", say=print)


def test_with_a_token_nothing_is_shown_without_it(browse, kent):
    client = browse("moss-and-slate", "0.0.0.0")
    for path in ("/", f"/articles/{kent}", f"/api/articles/{kent}", "/static/article.js"):
        answer = client.get(path)
        assert answer.status_code == 401
        assert "moss" not in answer.text
        assert "Kent Police" not in answer.text
    assert client.post(f"/api/articles/{kent}/undo", json={}).status_code == 401
    assert client.get("/?token=wrong").status_code == 401
    assert client.get("/", headers={"cookie": "peelback-token=wrong"}).status_code == 401


def test_the_token_opens_the_page_and_leaves_the_address(browse, kent):
    client = browse("moss & slate/ä", "0.0.0.0")
    answer = client.get(f"/articles/{kent}", params={"token": "moss & slate/ä", "state": "new"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/articles/{kent}?state=new")
    assert all(word in answer.headers["set-cookie"].lower() for word in ("httponly", "samesite=strict"))
    assert client.get(answer.headers["location"]).status_code == 200
    assert browse("moss", "0.0.0.0").get("/api/progress", headers={"authorization": "Bearer moss"}).status_code == 200


def test_the_token_does_not_send_one_to_another_site(browse):
    answer = browse("moss", "0.0.0.0").get("//evil.example/?token=moss")
    assert not answer.headers.get("location", "/").startswith("//")


def test_the_queue_shows_every_article_with_what_it_holds(browse):
    page = browse().get("/").text
    for words in (
        "Kent Police told to answer calls faster",
        "Crews praised",
        "Police dog retires",
        "0 of 3 checked",
        "2025-11-24",
    ):
        assert words in page


def test_articles_that_come_in_while_the_queue_is_made_are_shown_soon(
    open_desk, folder, extractor, tmp_path, monkeypatch
):
    made, intake = open_desk(folder)

    def list_late(store, chosen):
        found = list_articles(store, chosen)
        intake.run()
        return found

    monkeypatch.setattr("extract.review.server.list_articles", list_late)
    page = Page(made, intake, extractor.parts.lists, "Ada", tmp_path / "out")
    body = TestClient(page.app(hosts_of("127.0.0.1"), ""), base_url=HOME).get("/").text
    assert "police dog" not in body.lower()
    assert "data-finished" not in body  # so the page asks again


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("force=kent-police", {"Kent"}),
        ("state=checked", set()),
        ("field=quotes", {"Kent", "Crews"}),
        ("search=FENWICK", {"Kent"}),
        ("search=crews cheshire", {"Crews"}),
        ("since=2025-11&until=2025-11", {"Kent"}),
        ("since=2026", set()),
        ("code=V101", set()),
        ("search=%25", set()),
        ("page=77", set()),
        ("page=x&sort=x", {"Kent", "Crews", "Police dog"}),
    ],
)
def test_the_queue_is_filtered(browse, query, titles):
    page = browse().get(f"/?{query}").text
    shown = re.findall(r'data-id="\d+">([^<]+)<', page)
    assert {
        name for name in ("Kent", "Crews", "Police dog") if any(title.startswith(name) for title in shown)
    } == titles


def test_the_doubtful_come_first_and_the_checked_last(browse, key, desk):
    client = browse()

    def order():
        return re.findall(r'data-id="\d+">(\w+)', client.get("/").text)

    assert order()[0] == "Kent"
    client.post(
        f"/api/articles/{key('kent')}/steps", json={"changes": [{"row": "checked", "action": "change", "new": True}]}
    )
    assert order()[-1] == "Kent"


def test_a_step_is_answered_with_the_board(browse, kent):
    client = browse()
    answer = client.post(
        f"/api/articles/{kent}/steps", json={"changes": [{"row": "grades/0", "action": "accept"}], "editor": "Bea"}
    ).json()
    row = next(row for row in answer["board"]["rows"] if row["key"] == "grades/0")
    assert (row["status"], row["editor"], answer["board"]["undo"]) == ("accepted", "Bea", True)


def test_a_late_step_is_told_what_holds_now(browse, kent):
    client = browse()
    step = {"changes": [{"row": "grades/0", "action": "accept", "seen": 0}]}
    assert client.post(f"/api/articles/{kent}/steps", json=step | {"editor": "Ada"}).status_code == 200
    answer = client.post(f"/api/articles/{kent}/steps", json=step | {"editor": "Bea"})
    assert (answer.status_code, answer.json()["rows"]) == (409, ["grades/0"])
    assert "Ada" in answer.json()["message"]


@pytest.mark.parametrize(
    "body",
    [
        [],
        "x",
        3,
        {"changes": 3},
        {"changes": [3]},
        {"changes": [{"row": "grades/0"}]},
        {"changes": [{"row": 1, "action": [], "zeal": 2}]},
    ],
)
def test_a_request_of_another_form_is_refused(browse, kent, body):
    assert browse().post(f"/api/articles/{kent}/steps", json=body).status_code == 400


def test_a_tab_hears_of_the_others(browse, kent):
    client = browse()
    client.get(f"/api/articles/{kent}?tab=a&editor=Ada&since=0")
    answer = client.get(f"/api/articles/{kent}?tab=b&editor=Bea&since=0").json()
    assert answer == {"revision": 0, "others": ["Ada"]}
    client.post(f"/api/articles/{kent}/steps", json={"changes": [{"row": "grades/0", "action": "accept"}]})
    assert client.get(f"/api/articles/{kent}?tab=b&editor=Bea&since=0").json()["board"]["revision"] == 1


def test_a_tab_that_is_closed_is_forgotten():
    now = [0.0]
    presence = Presence(lambda: now[0])
    presence.note(1, "a", "Ada")
    assert presence.note(1, "b", "Bea") == ["Ada"]
    assert presence.note(2, "b", "Bea") == []
    now[0] += PRESENT
    assert presence.note(1, "b", "Bea") == []


def test_a_page_for_an_article_that_is_not_there(browse):
    answer = browse().get("/articles/999")
    assert answer.status_code == 404
    assert "Back to the queue" in answer.text
    assert browse().get("/api/articles/999?since=5").status_code == 404
    assert browse().post("/api/articles/999/undo", json={}).status_code == 404


def test_the_button_writes_the_corrections(browse, tmp_path):
    answer = browse().post("/api/export", json={}).json()
    assert (answer["folder"], answer["records"]) == (str(tmp_path / "out"), 3)
    assert len((tmp_path / "out" / "records.jsonl").read_text().splitlines()) == 3
