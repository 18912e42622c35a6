"""Typographies of an article that leave its meaning alone: each a seeded transformation of its text or page.

A transformation of words and marks acts on the text between the tags of a page as on a plain text; one of lines acts
on plain texts alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from extract.document.lines import split_lines

Change = Callable[[str, Random], str]

WIDTH = 72
"""Columns at which lines are wrapped, in characters."""

_MARKUP = re.compile(r"<!--.*?-->|<(script|style|head)\b.*?</\1\s*>|<[^>]*>|&[#\w]+;", re.S | re.I)
_TYPED = {
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&lsquo;": "‘",
    "&rsquo;": "’",
    "&quot;": '"',
    "&nbsp;": "\u00a0",
    "&ndash;": "–",
    "&mdash;": "—",
    "&hellip;": "…",
    "&#8216;": "‘",
    "&#8217;": "’",
    "&#8220;": "“",
    "&#8221;": "”",
    "&#39;": "'",
}
_ENTITIES = {
    "“": "&ldquo;",
    "”": "&rdquo;",
    "‘": "&lsquo;",
    "’": "&#8217;",
    '"': "&quot;",
    "–": "&ndash;",
    "—": "&#8212;",
    "\u00a0": "&nbsp;",
    "£": "&pound;",
}
_LIGATURES = (("ffi", "\ufb03"), ("ffl", "\ufb04"), ("ff", "\ufb00"), ("fi", "\ufb01"), ("fl", "\ufb02"))
_CONFUSIONS = (
    ("rn", "m"),
    ("m", "rn"),
    ("cl", "d"),
    ("l", "1"),
    ("I", "l"),
    ("O", "0"),
    ("e", "c"),
    ("h", "b"),
    ("ri", "n"),
    ("i", "l"),
)


def between_tags(change: Change) -> Change:
    """A change of text made a change of a page: tags, heads, scripts and entities stay; quotes are typed out first."""

    def changed(page: str, rng: Random) -> str:
        page = re.sub(r"&[#\w]+;", lambda match: _TYPED.get(match[0], match[0]), page)
        pieces, last = [], 0
        for match in _MARKUP.finditer(page):
            pieces += [change(page[last : match.start()], rng), match[0]]
            last = match.end()
        return "".join([*pieces, change(page[last:], rng)])

    return changed


def straighten(text: str, rng: Random) -> str:
    """Straight for curly quotation marks and apostrophes."""
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def curl(text: str, rng: Random) -> str:
    """Curly for straight quotation marks and apostrophes, by what stands beside them."""
    text = re.sub(r"(?<![\w.,!?;:…)\]])\"(?=[\w£‘'\[(…])", "“", text).replace('"', "”")
    text = re.sub(r"(?<![\w.,!?;:…)\]”])'(?=[A-Za-z£])(?!(?:em|til|cause|tis)\b)", "‘", text)
    return text.replace("'", "’")


def single(text: str, rng: Random) -> str:
    """Single for double marks, and double for single within them."""
    inner = re.sub(r"‘([^‘’“”\n]{1,120})’(?!\w)", "\u0002\\1\u0003", text)
    outer = inner.translate(str.maketrans("“”", "‘’"))
    outer = re.sub(r'"([^"\n]*)"', r"'\1'", outer).replace('"', "'")
    return outer.translate(str.maketrans("\u0002\u0003", "“”"))


def hard_spaces(text: str, rng: Random) -> str:
    """One space in ten made a non-breaking one."""
    return re.sub(r"(?<=\S) (?=\S)", lambda match: "\u00a0" if rng.random() < 0.1 else " ", text)


def double_spaces(text: str, rng: Random) -> str:
    """Two spaces behind every sentence and in one place of twenty."""
    return re.sub(
        r"(?<=\S) (?=\S)",
        lambda match: "  " if text[match.start() - 1] in '.!?”’"' or rng.random() < 0.05 else " ",
        text,
    )


def soft_hyphens(text: str, rng: Random) -> str:
    """A soft hyphen inside one long word of three."""

    def broken(match: re.Match[str]) -> str:
        word = match[0]
        place = rng.randint(3, len(word) - 3)
        return f"{word[:place]}\u00ad{word[place:]}" if rng.random() < 1 / 3 else word

    return re.sub(r"[A-Za-z]{8,}", broken, text)


def lose_closing(text: str, rng: Random) -> str:
    """The closing mark lost at the end of every other paragraph that has one."""
    return re.sub(
        r"(?<=[.!?,…])[”\"](?=[ \t]*(?:\r?\n|$|</(?:p|li|blockquote)))",
        lambda match: "" if rng.random() < 0.5 else match[0],
        text,
    )


def ligatures(text: str, rng: Random) -> str:
    """Ligatures for fi, fl, ff and their likes."""
    for letters, ligature in _LIGATURES:
        text = text.replace(letters, ligature)
    return text


def ampersands(text: str, rng: Random) -> str:
    """`&` for every "and"."""
    return re.sub(r"(?<= )and(?= )", "&", text)


def misread(text: str, rng: Random) -> str:
    """A letter that a scanner confuses, in one word of a hundred."""

    def confused(match: re.Match[str]) -> str:
        word = match[0]
        fitting = [pair for pair in _CONFUSIONS if pair[0] in word]
        if not fitting or rng.random() >= 0.01:
            return word
        return word.replace(*rng.choice(fitting), 1)

    return re.sub(r"[A-Za-z]{3,}", confused, text)


def entities(text: str, rng: Random) -> str:
    """Entities for quotation marks, dashes and ampersands."""
    text = re.sub(r"&(?![#\w]+;)", "&amp;", text)
    return "".join(_ENTITIES.get(char, char) for char in text)


def carriage_returns(text: str, rng: Random) -> str:
    """Lines that end in a carriage return and a line feed."""
    return re.sub(r"\r?\n", "\r\n", text)


def wrap(text: str, rng: Random) -> str:
    """Lines wrapped at 72 columns, a blank line between paragraphs, items indented."""
    pieces = []
    for number, line in enumerate(split_lines(text)):
        body = " ".join(text[line.start : line.end].split(" ")).replace("\n", " ")
        long = len(body) > WIDTH and "|" not in body and "\t" not in body
        pieces.append(("\n\n" if line.gap or (long and not line.mark) else "\n") if number else "")
        pieces.append(_fold(body, "  " if line.mark else "") if long else body)
    return "".join(pieces) + "\n"


def _fold(line: str, indent: str) -> str:
    rows, row = [], ""
    for word in line.split(" "):
        if row.strip() and len(row) + 1 + len(word) > WIDTH:
            rows.append(row)
            row = indent + word
        else:
            row = f"{row} {word}" if row else word
    return "\n".join([*rows, row])


def tight(text: str, rng: Random) -> str:
    """One paragraph a line and no blank lines."""
    return "\n".join(text[line.start : line.end].replace("\n", " ") for line in split_lines(text)) + "\n"


def loose(text: str, rng: Random) -> str:
    """A blank line below every line."""
    return "\n\n".join(text[line.start : line.end].replace("\n", " ") for line in split_lines(text)) + "\n"


def emoji(text: str, rng: Random) -> str:
    """Emoji before the text."""
    return "🚨🚓 " + text


def _shout_page(page: str, rng: Random) -> str:
    """Headings of a page in capitals."""
    return re.sub(
        r"(<h[1-6][^>]*>)(.*?)(</h[1-6]>)",
        lambda match: match[1] + between_tags(lambda text, rng: text.upper())(match[2], rng) + match[3],
        page,
        flags=re.S,
    )


def _emoji_page(page: str, rng: Random) -> str:
    return re.sub(r"(<h1[^>]*>)", r"\1🚨🚓 ", page, count=1)


def _wrap_page(page: str, rng: Random) -> str:
    """Long source lines of a page wrapped, which changes no word of what is seen."""
    body = page.find("<body")
    return page[:body] + re.sub(
        r">([^<>]{73,})<", lambda match: ">" + _fold(match[1].replace("\n", " "), "") + "<", page[body:]
    )


def shout(headings: list[tuple[int, int]]) -> Change:
    """Headlines of a plain text in capitals.

    Args:
        headings: Where they stand in the text.
    """

    def changed(text: str, rng: Random) -> str:
        for start, end in headings:
            upper = text[start:end].upper()
            if len(upper) == end - start:
                text = text[:start] + upper + text[end:]
        return text

    return changed


WORDS: dict[str, Change] = {
    "straight for curly": straighten,
    "curly for straight": curl,
    "single for double": single,
    "non-breaking spaces": hard_spaces,
    "doubled spaces": double_spaces,
    "soft hyphens": soft_hyphens,
    "ligatures": ligatures,
    "& for and": ampersands,
    "scanner's confusions": misread,
    "entities": entities,
}
"""Changes of words and marks."""

TEXTS: dict[str, Change] = {
    "CRLF": carriage_returns,
    "lost closing marks": lose_closing,
    "wrapped at 72": wrap,
    "one paragraph a line": tight,
    "blank lines between": loose,
    "emoji before": emoji,
}
"""Changes of a plain text as a whole."""

PAGES: dict[str, Change] = {
    "CRLF": carriage_returns,
    "lost closing marks": lose_closing,
    "wrapped at 72": _wrap_page,
    "emoji before": _emoji_page,
    "CAPITAL headlines": _shout_page,
}
"""Changes of a page as a whole."""

CHANCE = frozenset(
    ("non-breaking spaces", "doubled spaces", "soft hyphens", "lost closing marks", "scanner's confusions")
)
"""Changes that the seed decides on."""

NAMES = (*WORDS, *TEXTS, "CAPITAL headlines")


def vary(name: str, source: str, seed: str, *, page: bool, headings: list[tuple[int, int]]) -> str:
    """An article in another typography.

    Args:
        name: Of `NAMES`.
        source: The text, or the page with its tags.
        seed: Two equal seeds give equal variants.
        page: Whether it is a page.
        headings: Where the headlines of a plain text stand.

    Returns:
        The variant; of a page the same source where the change is one of lines.
    """
    rng = Random(f"{seed} {name}")
    if name in WORDS:
        return (between_tags(WORDS[name]) if page else WORDS[name])(source, rng)
    if page:
        if name == "lost closing marks":  # entities would hide the marks
            source = re.sub(r"&[#\w]+;", lambda match: _TYPED.get(match[0], match[0]), source)
        return PAGES[name](source, rng) if name in PAGES else source
    return (shout(headings) if name == "CAPITAL headlines" else TEXTS[name])(source, rng)
