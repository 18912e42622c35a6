"""Forms by which a line is told: the cues of `data/cues/blocks.toml`, compiled once, and the shapes of names.

Enters the text of one line; leaves what it looks like. It knows nothing of the lines around it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from extract.expressions import expression

UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de"
"""Capital letters, for character classes."""

_WORD = rf"[{UPPER}](?:[\w'\u2019]*[a-z\u00df-\u00ff])?[\w'\u2019]*(?:-[{UPPER}]?[\w'\u2019]+)*"
PERSON = (
    rf"{_WORD}(?: [{UPPER}]\.?)?(?: (?:de|van|der|von|da|di|du|del|la|le|el|al|ap|bin|ibn)){{0,2}}(?: {_WORD}){{1,3}}"
)
"""Pattern of a person's name: two to four capitalised words, with particles and an initial."""

_RESERVED = expression(r"\b(?:all rights reserved|copyright)\b\.?", re.I)
_NAV = expression(r"(?:^|\s)(?:[>\u203a\u00bb|/\u00b7\u2022]|::|//)(?:\s|$)")
_GRADED = expression(r"(?:outstanding|good|adequate|requires improvement|inadequate) ?(?::|\u2013)", re.I)
"""With which a line of areas begins, whatever parts them: "Good: leadership | vetting | custody"."""
_WIDEST_BAR = 400
_PLAIN = 111
_ENDS = frozenset('.!?,;\u201d"')
_PLEADING = frozenset(("follow", "join", "like", "find", "subscribe", "sign", "c", "page", "p"))
_SPEECH_END = expression(
    r"\b(?:said|says|added|adds|told|continued|commented|stated|wrote|explained|concluded)\b[^.?!]{0,40}[:.,]?$"
)
_SAYING = ("said", "says", "add", "told", "tinued", "mented", "stated", "wrote", "plained", "cluded")
"""Without any of which that matches nothing."""
_TERMINAL = expression(r"[.!?:;,][\"'\u2019\u201d)\]]*$")
_FOLIO = expression(r"(?:page|p\.?) ?\d{1,3}(?: of \d+)?(?::.*)?")
"""The number of a page, alone or before the head of another article: "PAGE 8: Police in theft probe"."""
_PLEA = expression(
    r"(?:follow|join|like|find|subscribe to|sign up (?:to|for)) [^.]{2,50} (?:on|for|in) "
    r"(?:facebook|twitter|x\b|whatsapp|instagram|linkedin|youtube|threads|bluesky|tiktok|sounds\b|your)"
    r"|\(c\) (?:crown copyright|copyright|\d{4})"
)
"""A plea to follow the page, or its rights where "(c)" is no bullet."""
_ARROWS = (">", "\u00bb", "\u203a")
_MORE = expression(
    r"(?:more|most (?:read|popular|viewed|shared)|related|popular|trending) [a-z ]{0,25}(?:news|stories|articles|posts|reports|headlines)"
    r"|(?:most|more) (?:read|popular|viewed|shared) in [\w'& ]{2,30}|also from (?:the|our) (?:media centre|news ?(?:room|desk)|press office|archives?|website)"
    r"|(?:read )?more from [\w'&. -]{2,40}|explore more\b.*|(?:your|our|all|readers?'?|latest|top) comments"
)
"""A line that heads what the page offers beside: "More from the Packet", "Your comments"."""
_REPLIES = expression(r"\d{1,4} (?:responses?|comments?|replies|thoughts?) (?:to|on) [\"'\u2018\u201c]", re.I)
"""A line that heads what readers wrote: '4 Responses to "Forces graded"'."""
_MORE_FIRST = frozenset(
    (
        *(
            "read",
            "more",
            "most",
            "also",
            "related",
            "popular",
            "trending",
            "explore",
            "your",
            "our",
            "all",
            "latest",
            "top",
        ),
        *("reader", "readers", "readers'", "reader's"),
    )
)
_HOUSE = expression(r"(?:[\w'&-]+ ){1,4}(?:jobs|vacancies|podcast|newsletter|shop)(?: ?:| \|)")
"""A label of what a publication sells: "Frontline Review Jobs: "."""
_CLOSES, _FIGURES, _OPENS = " \t:)]\u00bb>\u203a.", "0123456789", " \t:(["
"""What a count at the end of a line is made of, from its end: "Comments (3)"."""
_LOOSE = _CLOSES + _FIGURES + _OPENS


_RIGHTS = expression(
    r"(?:\u00a9|\bcopyright\b|\(c\))[\s\u00a9:\u2013-]*(?:copyright )?(?:\d{4}(?:[-\u2013]\d{2,4})?)?[\s,:\u2013-]*(?P<name>[^|\d.\u2022]{3,70}?)(?:\s+\d{4})?\s*(?:[.|\u2022]|$|\bISBN\b)",
    re.I,
)


_HOLDER = expression(
    rf"(?P<name>(?:The )?[{UPPER}][\w'\u2019-]*(?: (?:[{UPPER}][\w'\u2019-]*|&|and|of|for|the))*) \u00a9(?: \d{{4}})?$"
)
"""A name before the sign: "The Gazette \u00a9 2024"."""

_BUTTON = 24
"""Characters that what a button says does not reach."""
_WORDS = 8
"""Spaces that the words for a picture do not reach."""
_COUNT = expression(r"\d{1,4} (?:[Cc]omments?|[Ss]hares?)|@\w+")
_COUNTED = "0123456789@"
_FIRST = 40
"""Characters that the first word of a line does not reach; lower case of a whole paragraph costs more than what is asked."""

FUNCTION_WORDS = frozenset(
    [
        "the",
        "its",
        "their",
        "our",
        "a",
        "an",
        "of",
        "and",
        "to",
        "for",
        "in",
        "at",
        "on",
        "how",
        "it",
        "they",
        "with",
        "by",
    ]
)
"""Words that say nothing of what a phrase is about."""


def rights_holder(text: str) -> str | None:
    """Who holds the rights by a line such as "\u00a9 2024 The Gazette", or None."""
    if "mage copyright" in text:
        return None  # of a picture: "Image copyright Getty Images"
    if (
        "\u00a9" not in text
        and "opyright" not in text
        and "OPYRIGHT" not in text
        and "(c)" not in text
        and "(C)" not in text
    ):
        return None
    match = _HOLDER.match(text) or _RIGHTS.search(text)
    if not match or (match.start() > 1 and text[match.start() - 1] == "(" and text[-1] == ")"):
        return None  # of a picture as well: "A street (Copyright: The Gazette)"
    name = _RESERVED.sub("", match["name"]).strip(" ,.:-")
    return (
        name
        if name and not name[0].islower() and name.lower() not in ("crown", "parliamentary", "parliamentary copyright")
        else None
    )


def first_word(lower: str) -> str:
    """The first word of a line in lower case, without the marks around it.

    Example:
        >>> first_word("(picture: kent police"), first_word("read more: police dog retires")
        ('picture', 'read')
    """
    return lower.lstrip("([ ").partition(" ")[0].rstrip(":,.!|)\u2026")


def alternation(phrases: Iterable[str]) -> str:
    """A pattern that matches any of some phrases, the longest first.

    What phrases begin with alike stands once: a search that tries them at every word tries one branch a letter.

    Example:
        >>> alternation(["told", "to", "said"])
        '(?:said|to(?:ld)?)'
    """
    return _grouped(sorted(set(phrases)), 0)


def _grouped(phrases: Sequence[str], at: int) -> str:
    """The pattern of how phrases go on that are alike up to a place, in the order of the alphabet; the empty string last."""
    ways: list[str] = []
    whole = bool(phrases) and len(phrases[0]) == at  # one of them ends here
    first, count = int(whole), len(phrases)
    while first < count:
        word, last = phrases[first], first + 1
        while last < count and phrases[last][at] == word[at]:
            last += 1
        stop, final = len(word), phrases[last - 1]
        if last - first > 1:  # those in order are alike as far as the first and the last are
            most, stop = stop, at + 1
            while stop < most and word[stop] == final[stop]:
                stop += 1
        rest = _grouped(phrases[first:last], stop) if last - first > 1 else ""
        piece = word[at:stop]
        plain = piece.replace(" ", "").isalnum()  # most are, and need no escape
        ways.append((piece if plain else re.escape(piece).replace("\\ ", " ")) + rest)
        first = last
    if not whole:
        return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
    return f"(?:{'|'.join(ways)})?" if ways else ""


def _has_bar(text: str) -> bool:
    return (
        "|" in text or "/" in text or ">" in text or "\u00b7" in text or "\u2022" in text or "\u203a" in text or "\u00bb" in text
        or "::" in text
    )  # fmt: skip


def _has_picture(lower: str) -> bool:
    return "image" in lower or "photo" in lower or "pic" in lower or "credit" in lower


class Forms:
    """The compiled cues.

    Args:
        cues: Table of `cues/blocks.toml`: lists of phrases in lower case.
        given: First names in lower case; without them any is taken for one.
        common: Words and places in lower case, of which a name of a person whose first name is not known holds none.
    """

    def __init__(
        self,
        cues: Mapping[str, Sequence[str]],
        given: Collection[str] = frozenset(),
        common: Sequence[Collection[str]] = (),
    ) -> None:
        self.given = given
        self.common = common
        self.tail = frozenset(cues["tail"])
        self.notes = frozenset(cues["notes"])
        self.site = frozenset(cues["site"])
        self.press = frozenset(cues.get("press", ()))
        self.motto = tuple(cues.get("motto", ()))
        self.sections = frozenset(cues["sections"])
        self.alone = frozenset(cues.get("alone", ()))
        self.pleas = tuple(cues.get("pleas", ()))
        self.pictured = tuple(cues.get("pictured", ()))
        self.page = re.compile(rf"(?:{alternation(cues['page'])})")
        self.offer = re.compile(
            rf"(?:{alternation(cues.get('labels', ()))}|next (?:week|month|time|issue) (?:in|on) [\w'\u2019& ]{{2,24}})"
            r"(?: ?[:|\u2013\u00bb>]| - )"
        )
        self.caption = re.compile(rf"(?:{alternation(cues['caption'])})")
        self.dateline = re.compile(rf"(?:{alternation(cues['dateline'])})(?: on)?\b")
        self.captions = frozenset(map(first_word, cues["caption"]))
        self.datelines = frozenset(map(first_word, cues["dateline"]))
        self.pages = (
            frozenset(map(first_word, (*cues["page"], *cues.get("labels", ()), *self.alone, *self.pleas))) | _PLEADING
        )
        bylines = [phrase for phrase in cues["byline"] if phrase != "from"]
        self.byline = re.compile(
            rf"(?:^|(?<=[|\u00b7\u2022\u2013-] ))(?i:{alternation(bylines)})(?: our)?[\s:\u2013-]*(?=[{UPPER}])"
        )
        self.bylines = frozenset(map(first_word, bylines))
        heads = {first_word(head).rstrip(_LOOSE) for head in self.tail}
        self.firsts = {word.replace("\u2019", "'") for word in self.pages | self.captions | _MORE_FIRST | heads}
        self.journalist = re.compile(rf"(?i:\b(?:{alternation(cues['journalist'])})\b)")
        trades = cues["journalist"]
        self.trades = [trade for trade in trades if not any(part in trade for part in trades if part != trade)]
        self.person = re.compile(PERSON)

    def is_given(self, text: str) -> bool:
        """Whether a name opens with a first name, or holds no word of the language and no place: "Safer Streets" does."""
        words = text.lower().split()
        if not self.given or words[0].partition("-")[0] in self.given:
            return True
        return not any(word in words_of for word in words for words_of in self.common)

    def trade(self, text: str) -> re.Match[str] | None:
        """Where a line names the trade of a journalist: "local democracy reporter"."""
        lower = text.lower()
        return self.journalist.search(text) if any(map(lower.__contains__, self.trades)) else None

    def is_trade(self, text: str) -> bool:
        """Whether a text is the trade of a journalist and nothing else: "Chief Reporter", not "The Mansfield Reporter"."""
        trade = self.trade(text)
        return trade is not None and trade.span() == (0, len(text))

    def is_tail(self, text: str) -> bool:
        """Whether a line heads the page's own matter: "Related news", "Comments (3)"."""
        if text[:1].isdigit() and _REPLIES.match(text):
            return True
        if len(text) > 60 or text[-1:] in _ENDS:
            return False
        head = text.lower().replace("\u2019", "'")
        head = head if head[-1:].isalpha() else head.rstrip(_CLOSES).rstrip(_FIGURES).rstrip(_OPENS)
        if head in self.tail:
            return True
        word = first_word(head)
        return word in _MORE_FIRST and bool(_MORE.fullmatch(head))

    def is_page(self, text: str) -> bool:
        """Whether a line belongs to the page: a share bar, a licence, a plea to subscribe."""
        text = " ".join(text.split()) if "  " in text else text
        if text[:1] in _ARROWS and len(text) < 110:
            return True
        if first_word(text[:_FIRST].lower()) in self.pages:
            lower = text.lower()
            if (
                lower.startswith(self.pleas)
                or lower.rstrip(_CLOSES) in self.alone
                or _FOLIO.fullmatch(lower)
                or _PLEA.match(lower)
                or (len(text) < 160 and self.offer.match(lower))
            ):
                return True
            if self.page.match(lower):
                # a sentence of the article can begin alike; page lines are short or have no verb of their own
                return (
                    len(text) < 60
                    or "\u00a9" in lower
                    or ":" in lower[:24]
                    or not text.endswith(".")
                    or "click" in lower
                    or "cookie" in lower
                )
        if len(text) < 160 and "\u00a9" in text[:80]:
            return True
        if ":" in text[:40] and len(text) < 160 and _HOUSE.match(text.lower()):
            return True
        return "| " in text and self.is_bar(text)

    def is_button(self, text: str) -> bool:
        """Whether a line is a button or a label of the page and nothing else, whatever stands before it: "• Share this item"."""
        if len(text) >= _BUTTON:
            return False
        return text.lower().rstrip(_CLOSES) in self.alone or (text[0] in _COUNTED and bool(_COUNT.fullmatch(text)))

    def is_offer(self, text: str) -> bool:
        """Whether a line begins with a label of the page's own, whatever its bars make it look like: "Related: A | B"."""
        lower = text[:24].lower()
        return ":" in lower and first_word(lower) in self.pages and self.page.match(lower) is not None

    def is_sentence(self, text: str) -> bool:
        """Whether a line is so plainly a sentence or more of the article that no form need be tried on it."""
        if len(text) < _PLAIN or text[-1] not in _ENDS or "\u00a9" in text:
            return False
        word = text[:24].split(" ", 1)[0].lower().strip("([:,")
        return word not in self.pages and word not in self.captions and text[0] not in _ARROWS

    def is_own(self, text: str) -> bool:
        """Whether a line is so plainly one of the article that it neither heads nor is matter of the page, nor a caption."""
        lower = text.lower()
        word = first_word(lower).replace("\u2019", "'")
        if word in self.firsts or word.rstrip(_LOOSE) in self.firsts or text[0].isdigit():
            return False
        if ":" in text[:40] or "\u00a9" in text or "  " in text or _has_bar(text):
            return False
        return text[-1] in _ENDS or not _has_picture(lower)

    def is_bar(self, text: str) -> bool:
        """Whether a line is a bar of links or a trail of crumbs: "Home > News > Fire"."""
        if text[-1:] == "." or len(text) > _WIDEST_BAR or not _has_bar(text) or _GRADED.match(text):
            return False
        parts = _NAV.split(text)
        if len(parts) > 2 and (all(len(part.split()) <= 9 for part in parts) or parts[0].strip().lower() == "home"):
            return True
        return len(parts) == 2 and any(
            part.strip().lower() in self.sections or part.strip().lower() == "share" for part in parts
        )

    def is_caption(self, text: str) -> bool:
        """Whether a line is a caption or the credit of a picture."""
        if len(text) >= 300:
            return False
        if first_word(text[:_FIRST].lower()) in self.captions and self.caption.match(text.lower()):
            return True
        if text[-1:] in _ENDS:
            return False
        lower = text.lower()
        return _has_picture(lower) and bool(_CREDIT.search(lower))

    def is_picture(self, text: str) -> bool:
        """Whether a line says what a picture shows and nothing else, as stands for one that is not shown: "Police officers"."""
        return text.count(" ") < _WORDS and text.lower().endswith(self.pictured)

    def is_short(self, text: str) -> bool:
        """Whether a line is too short and open to be a sentence."""
        if len(text) > 110 or (not text[-1:].isalnum() and _TERMINAL.search(text)):
            return False
        return not (any(map(text.__contains__, _SAYING)) and _SPEECH_END.search(text))


_CREDIT = expression(
    r"(?:\((?:image|picture|photo|pic|credit|photograph)s?\b[^()]{0,80}\)?|image (?:source|copyright),? [^.:]{2,60}|\b(?:picture|photo|photograph|image|credit): ?[^.:]{2,60})$"
)
