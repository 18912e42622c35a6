"""What the elements of a page are: which begin a block, which are a heading, which are no part of the article."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree
from lxml.etree import _Element as Element

from extract.expressions import expression

_SKIP = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "form",
        "button",
        "input",
        "select",
        "textarea",
        "iframe",
        "object",
        "embed",
        "video",
        "audio",
        "canvas",
        "nav",
        "footer",
        "aside",
        "dialog",
        "head",
        "map",
        "menu",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ROLES = frozenset(
    [
        "navigation",
        "banner",
        "contentinfo",
        "complementary",
        "search",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
    ]
)
_NAMES = expression(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|nav|navbar|navigation|menu|breadcrumbs?|crumbs?|share|sharing|social|related|"
    r"recommend(?:ed|ations?)?|recs|teasers|promo|promoted|newsletters?|subscribe|subscription|sign-?up|comments?|disqus|footer|"
    r"sidebar|side-bar|advert(?:s|isement|ising)?|ads?|adslot|popup|modal|overlay|skip(?:-?link)?|toc|contents|tags?|taglist|"
    r"topics|most-?read|more-?on|more-?stories|read-?next|read-?more|quick-?exit|toolbar|masthead|site-?header|site-?footer|"
    r"sponsored|outbrain|taboola|paywall|login|widget|pagination|pager|feedback|survey|print-?link|hidden|sr-only|"
    r"visually-?hidden|screen-reader-text|pull-?quote|pullquote|pull|pq|wa|nl)(?:$|[\s_-])",
    re.I,
)
_SURELY = expression(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|breadcrumbs?|crumbs?|related|recommend(?:ed|ations?)?|recs|comments?|disqus|footer|sidebar|side-bar|"
    r"taboola|outbrain|site-?footer|sr-only|visually-?hidden|screen-reader-text|pull-?quote|pullquote|pq)(?:$|[\s_-])",
    re.I,
)
"""Those of them that no article stands in, however long."""
_BUILDER = expression(r"\belementor-widget(?=$|\s|-(?!nav|menu|share|sidebar|posts|form|login|social))", re.I)
"""What builders of sites call every part of a page."""
_HOLDERS = frozenset(("div", "section", "form"))
_LINKED = frozenset(("a", "script", "style", "noscript", "option", "button", "label", "nav"))
_STANDFIRST = expression(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|sub|subtitle|subhead|sub-?headline|summary|strapline|lede|intro|excerpt|description|kicker)(?:$|[\s_-])",
    re.I,
)
_PANEL = expression(r"accordion|collaps|expand|tab-?panel|disclosure", re.I)
"""What names a part of an article that a reader opens by its heading."""
_HIDDEN = expression(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@lru_cache(maxsize=1 << 12)  # classes recur in a page and from page to page of a site
def is_standfirst(classes: str) -> bool:
    """Whether the classes of an element are those of a standfirst."""
    return _STANDFIRST.search(classes) is not None


@lru_cache(maxsize=1 << 12)
def _are_apart(names: str) -> bool:
    """Whether classes and id of an element are those of a part of the page."""
    return _NAMES.search(_BUILDER.sub(" ", names)) is not None


def _is_hidden(element: Element) -> bool:
    """Whether an element is not shown, or says that it is a part of the page."""
    if element.get("role", "") in _ROLES:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return _PANEL.search(f"{element.get('class', '')} {element.get('id', '')}") is None
    style = element.get("style")
    return style is not None and _HIDDEN.search(style) is not None


def may_hold(element: Element) -> bool:
    """Whether an element that seems to be apart can hold the article all the same: a form around a page, a "widget"."""
    if element.tag not in _HOLDERS or _is_hidden(element):
        return False
    return _SURELY.search(f"{element.get('class', '')} {element.get('id', '')}") is None


def count_texts(root: Element) -> dict[Element, int]:
    """Characters of the text below each element that can hold an article, and below the root, links left aside."""
    counts: dict[Element, int] = {}
    opened: list[int] = []
    total = links = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        linked = element.tag in _LINKED
        if event == "start":
            opened.append(total)
            links += linked
            total += 0 if links else len((element.text or "").strip())
            continue
        links -= linked
        begun = opened.pop()
        if element is root or element.tag in _HOLDERS:
            counts[element] = total - begun
        total += 0 if links else len((element.tail or "").strip())
    return counts


def is_credit(element: Element) -> bool:
    """Whether an element says whose words the quotation around it has."""
    above = element.getparent()
    return element.tag == "footer" and above is not None and above.tag == "blockquote"


def is_apart(element: Element) -> bool:
    """Whether an element belongs to the page and not to the article: a menu, a banner, a share bar, what is hidden."""
    tag = element.tag
    if tag in _SKIP and not is_credit(element):
        return True
    if tag != "header" and not element.keys():
        return False
    if _is_hidden(element):
        return True
    if tag == "header":
        return element.find(".//h1") is None and element.find(".//time") is None
    if tag in ("h1", "main", "article", "body"):
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}"
    if names == " ":
        return False
    return _are_apart(names) and element.find(".//h1") is None
