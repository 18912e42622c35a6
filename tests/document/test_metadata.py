import json

import pytest
from lxml.html import document_fromstring

from extract.document.document import Metadata
from extract.document.metadata import merge, read_head

TEXT = "Kent Police praised\nBy Ann Lee\nInspectors found much to praise."


def linked(**values):
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


def metadata(head, *, shown=None, heading=None, text=TEXT):
    """What a page with this head says of itself."""
    page = read_head(document_fromstring(f"<html><head>{head}</head><body><p>x</p></body></html>"))
    return merge(page, shown or Metadata(), heading, text)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:title" content="Kent Police praised">',
        '<meta name="DC.Title" content="Kent Police praised">',
        '<meta name="twitter:title" content=" Kent Police praised ">',
        "<title>\n  Kent Police praised\n</title>",
        linked(headline="Kent Police praised"),
    ],
)
def test_the_title(head):
    assert metadata(head).title == "Kent Police praised"


def test_the_headline_of_the_text_goes_before_the_title_of_the_head():
    assert metadata("<title>Kent Police praised | Gazette</title>", heading="Kent praised").title == "Kent praised"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-11-24T09:30:00Z">',
        '<meta name="DCTERMS.issued" content="2025-11-24">',
        '<meta itemprop="datePublished" content="2025-11-24">',
        '<meta name="date" content="24 November 2025">',
        linked(datePublished="2025-11-24T09:30:00+00:00"),
        '<meta name="date" content="soon"><meta name="pubdate" content="2025-11-24">',
    ],
)
def test_the_day_of_publication(head):
    assert metadata(head).published == "2025-11-24"


def test_a_day_in_the_text_goes_before_a_time_of_the_page_alone():
    page = document_fromstring("<html><body><time datetime='2019-01-01'>x</time></body></html>")
    assert merge(read_head(page), Metadata(), None, TEXT).published == "2019-01-01"
    assert merge(read_head(page), Metadata(published="2025-11-24"), None, TEXT).published == "2025-11-24"


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="author" content="Ann Lee">',
        '<meta name="dcterms.creator" content="Ann Lee">',
        linked(author="Ann Lee"),
        linked(author={"@type": "Person", "name": "Ann Lee"}),
        linked(author=[{"@type": "Organization", "name": "Gazette Team"}, {"name": "Ann Lee"}]),
    ],
)
def test_the_author(head):
    assert metadata(head).author == "Ann Lee"


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="author" content="Bob Ray">',  # not in the text
        '<meta name="author" content="newsroom">',
        '<meta name="author" content="Ann Lee"><meta property="og:site_name" content="Ann Lee">',
        linked(author={"@type": "Organization", "name": "Kent Police"}),
    ],
)
def test_who_is_no_author(head):
    assert metadata(head, shown=Metadata(author="Ida Roe")).author == "Ida Roe"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:site_name" content="Northbridge Gazette">',
        '<meta name="DC.publisher" content="Northbridge Gazette">',
        linked(publisher={"@type": "NewsMediaOrganization", "name": "Northbridge Gazette"}),
    ],
)
def test_the_publisher(head):
    assert metadata(head, shown=Metadata(publisher="Another")).publisher == "Northbridge Gazette"


def test_the_foot_of_the_page_says_the_publisher_where_nothing_else_does():
    page = document_fromstring("<html><body><p>x</p><footer>© 2025 Northbridge Gazette</footer></body></html>")
    assert merge(read_head(page), Metadata(), None, TEXT).publisher == "Northbridge Gazette"


def test_the_address():
    canonical = '<link rel="canonical" href="https://gazette.example/kent">'
    assert metadata(canonical).url == "https://gazette.example/kent"
    assert metadata(canonical + '<meta property="og:url" content="https://gazette.example/k">').url.endswith("/k")


def test_the_first_of_two_tags_holds():
    assert metadata('<meta name="date" content="2025-11-24"><meta name="date" content="2020-01-01">').published == (
        "2025-11-24"
    )


@pytest.mark.parametrize(
    "script",
    [
        "{broken",
        "[1, null, {}]",
        '{"@type": 5, "headline": "x"}',
        '{"@type": "NewsArticle", "headline": 5, "author": 5, "datePublished": [], "publisher": {"name": 3}}',
        '{"@type": "Person", "headline": "x"}',
        "[" * 3000,
    ],
)
def test_linked_data_of_no_use_is_passed_over(script):
    assert metadata(f'<script type="application/ld+json">{script}</script>') == Metadata()


def test_an_article_is_found_within_a_graph():
    graph = {"@graph": [{"@type": "WebSite"}, {"@type": ["Report", "Thing"], "headline": "Kent Police praised"}]}
    assert metadata(f'<script type="application/ld+json">{json.dumps([graph])}</script>').title == "Kent Police praised"


def test_half_of_a_surrogate_pair_does_not_come_through():
    assert metadata(linked(headline="Kent \ud83d praised")).title == "Kent ? praised"


def test_a_silent_page_says_what_its_text_shows():
    shown = Metadata(title=None, published="2025-11", publisher="Gazette", author="Ann Lee", url=None)
    assert metadata("", shown=shown) == shown


@pytest.mark.parametrize(
    ("title", "heading", "expected"),
    [
        (
            "Kent Police praised | Northbridge Gazette",
            "Kent Police praised",
            ("Kent Police praised", "Northbridge Gazette"),
        ),
        ("Kent Police praised - News - Kent Police", "Kent Police praised", ("Kent Police praised", "Kent Police")),
        ("BBC NEWS | England | Kent Police praised", None, ("Kent Police praised", "BBC NEWS")),
        ("Police praised | Northbridge Gazette", "Kent Police praised", ("Kent Police praised", "Northbridge Gazette")),
        ("A report - Kent Police", "Kent Police praised", ("Kent Police praised", None)),
        ("Kent Police praised - what the inspectors said", "Kent Police praised", ("Kent Police praised", None)),
        ("Kent Police praised | News", "Kent Police praised", ("Kent Police praised", None)),
        ("Kent Police praised", None, ("Kent Police praised", None)),
    ],
)
def test_the_title_of_the_head_holds_the_name_of_the_site(title, heading, expected):
    found = metadata(f"<title>{title}</title>", heading=heading)
    assert (found.title, found.publisher) == expected


def test_initials_of_the_rights_stand_for_the_name_of_the_site():
    head = "<title>Kent Police praised - Northbridge Evening Gazette</title>"
    found = metadata(head, shown=Metadata(publisher="NEG"), heading="Kent Police praised")
    assert found.publisher == "Northbridge Evening Gazette"
