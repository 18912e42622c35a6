"""What a page says of itself in its head: Open Graph, JSON-LD, Dublin Core and `<time>`; nothing of its text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from extract.document.dates import read_timestamp
from extract.document.document import Metadata
from extract.document.forms import PERSON, rights_holder
from extract.document.masthead import initials, is_named
from extract.expressions import expression

_ARTICLE = expression(r"(?:Article|BlogPosting|WebPage|Report|Posting)$")
_PERSON = expression(PERSON)
_BAR = expression(r"\s+(?:[|\u2013\u2014\u00b7\u2022\u00bb\u203a-]|::)\s+")
"""What parts the headline from the name of the site in the title of a page."""
_SECTIONS = frozenset(
    ("news", "home", "latest news", "press releases", "press release", "blog", "uk news", "england", "publications")
)
_TEXT = etree.XPath("string()")
_LONGEST = 14
"""Words of the name of a site at most."""
_TITLE = ("og:title", "dc.title", "dcterms.title", "twitter:title")
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "datepublished",
    "publish-date",
    "date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "article:published",
    "dc.date.created",
    "originalpublicationdate",
    "publishdate",
    "publication_date",
    "govuk:first-published-at",
)
_SITE = ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name", "publisher")
_AUTHOR = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl", "sailthru.author")


@dataclass(slots=True)
class Page:
    """Values of a page's head, by source."""

    meta: dict[str, str] = field(default_factory=dict)
    linked: list[dict[str, Any]] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    canonical: str | None = None
    title: str | None = None
    rights: str | None = None
    foot: str | None = None


def text_of(element: Element) -> str:
    """The text of an element and of those in it."""
    return str(_TEXT(element))


def read_head(root: Element) -> Page:
    """Gather the values of a page's head.

    Args:
        root: The parsed page.

    Returns:
        Meta tags by lower-case name, the first value of each; articles of JSON-LD; times in the order of the page.
    """
    page = Page()
    for element in root.iter("meta", "script", "time", "link", "title", "footer"):
        if element.tag == "meta":
            name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
            value = (element.get("content") or "").strip()
            if name and value:
                page.meta.setdefault(name, value)
        elif element.tag == "script":
            if (element.get("type") or "").lower().startswith("application/ld+json") and element.text:
                page.linked.extend(_articles(element.text))
        elif element.tag == "time":
            value = element.get("datetime") or text_of(element)
            if value:
                page.times.append(value)
        elif element.tag == "link":
            if (element.get("rel") or "").lower() == "canonical":
                page.canonical = element.get("href")
        elif element.tag == "footer":
            page.foot = " ".join(text_of(element).split())
            page.rights = page.rights or rights_holder(page.foot)
        elif page.title is None and element.text:
            page.title = " ".join(element.text.split())
    return page


def _articles(source: str) -> Iterator[dict[str, Any]]:
    try:
        data = json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return
    stack = [data]
    seen = 0
    while stack and seen < 200:
        seen += 1
        item = stack.pop(0)
        if isinstance(item, list):
            stack.extend(item[:50])
        elif isinstance(item, dict):
            kinds = item.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and _ARTICLE.search(name) for name in names):
                yield item
            if "@graph" in item:
                stack.append(item["@graph"])


def _names(value: Any, kind: str | None = None) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield _whole(item)
        elif (
            isinstance(item, dict)
            and isinstance(item.get("name"), str)
            and (kind is None or item.get("@type") in (kind, None))
        ):
            yield _whole(item["name"])


def _whole(text: str) -> str:
    """A string of JSON without halves of surrogate pairs, which no record can be written with."""
    return text.strip().encode("utf-8", "replace").decode("utf-8")


def _parted(full: str | None, title: str | None, text: str) -> tuple[str | None, str | None]:
    r"""The headline of a page and the name of its site, by the title of its head: "Kent praised | The Gazette".

    Args:
        full: The title of the head.
        title: The headline, if it is known.
        text: The visible text, which holds the headline on a line of its own.

    Example:
        >>> _parted("BBC NEWS | England | Kent praised", None, "Kent praised\nInspectors were pleased.")
        ('Kent praised', 'BBC NEWS')
    """
    if not full:
        return title, None
    parts = _BAR.split(full)
    if title is None and len(parts) > 1:
        lines = set(map(str.strip, text.split("\n")))
        title = max((part for part in parts if part in lines), key=len, default=None)
    if title is None or title == full:
        return full, None
    at = full.find(title)
    if at < 0:
        house = full.rpartition(" | ")[2] if " | " in full else ""
    else:
        behind, before = _BAR.split(full[at + len(title) :]), _BAR.split(full[:at])
        house = behind[-1] if len(behind) > 1 else before[0] if len(before) > 1 else ""
    named = is_named(house) and house.lower() not in _SECTIONS
    return title, house if named and len(house.split()) < _LONGEST else None


def _first(page: Page, names: tuple[str, ...]) -> str | None:
    return next((page.meta[name] for name in names if name in page.meta), None)


def find_site(page: Page) -> str | None:
    """Who publishes a page by its head."""
    return _first(page, _SITE) or next((name for item in page.linked for name in _names(item.get("publisher"))), None)


def merge(
    page: Page,
    shown: Metadata,
    heading: str | None,
    text: str,
    is_person: Callable[[str], bool] = lambda name: _PERSON.fullmatch(name) is not None,
) -> Metadata:
    """The metadata of a page: its head first, what its text shows where the head is silent.

    Args:
        page: Values of the head.
        shown: What the text shows: dateline, byline.
        heading: The headline in the text.
        text: The visible text; a name of the head that it does not hold is no author.
        is_person: Whether a name is that of a person; heads give those of desks and agencies as well.

    Returns:
        Title, day of publication, publisher, author and address.
    """
    linked = page.linked
    title = heading or next((name for item in linked for name in _names(item.get("headline"))), None)
    title = title or _first(page, _TITLE)
    title, house = _parted(page.title, title, text)
    stamps = [item["datePublished"] for item in linked if isinstance(item.get("datePublished"), str)]
    stamps += [page.meta[name] for name in _PUBLISHED if name in page.meta]
    published = next((day for stamp in stamps if (day := read_timestamp(stamp))), None) or shown.published
    published = published or next((day for stamp in page.times if (day := read_timestamp(stamp))), None)
    site = find_site(page)
    people = [name for item in linked for name in _names(item.get("author"), "Person")]
    people += [page.meta[name] for name in _AUTHOR if name in page.meta]
    people = [name.removeprefix("By ") for name in people]
    author = next((name for name in people if name != site and name in text and is_person(name)), shown.author)
    url = page.meta.get("og:url") or page.canonical
    seen = shown.publisher or page.rights
    publisher = site or (house if house and seen and seen == initials(house) else seen or house)
    return Metadata(title=title, published=published, publisher=publisher, author=author, url=url, foot=page.foot)
