"""Which line is the headline: the lines at the top of a page are weighed by their form and place.

Enters the lines of a text; leaves the number of one. A masthead is few words with capitals, a motto stands below it, a
standfirst ends in a full stop; a headline is long, open, and comes first of its like.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extract.document.forms import Forms
from extract.document.lines import Line
from extract.document.masthead import find_owner, is_event, is_named
from extract.expressions import expression

_LOOK = 14
"""Lines among which the headline is."""
_FOOT = 6
_MAIL = 6
"""Lines at the head of a mail that hold its subject."""
SUBJECT = "Subject: "
_PROSE = 150
_SENTENCE = 30
_LINE = 60
"""Characters of a line at least of which two in a row that end as sentences do are the article."""
_READ = 90
"""Characters of a line that is prose of the article where it ends in a full stop."""
_TOPIC = 3
"""Under how many spaces a line may be the topic above a headline: "Fire and rescue"."""
_SHOUTED = 5
"""Words of a name in capitals at most; a line of more is a headline."""
_PARAGRAPH = 13
"""Spaces of a paragraph at least."""
_NAMED = 9
"""Words of a name at most."""
_SURE = 3.1
"""Weight of a first line that none below can outweigh."""
_MARGIN = 0.9
"""A line that weighs less than another by so much is still taken where it stands above it."""
_SMALL = frozenset(
    ("and", "of", "the", "a", "an", "for", "in", "on", "to", "at", "by", "with", "from", "&", "as", "or", "is")
)
_LABEL = expression(
    r"(?:for )?(?:press|news|media) (?:release|statement|notice)s?\b(?!: (?:\w+ ){2})|embargo|strictly|for (?:immediate|the attention of|release)|issue \d|no\.? ?\d|vol(?:ume)?\.? ?\d"
    r"|number \d|(?:spring|summer|autumn|winter) (?:19|20)\d\d\b|agenda item\b|(?:[\w'&-]+ ){1,4}(?:press|news|media) (?:release|statement|notice)s?$|(?:[\w-]+ ){0,3}script\b(?: ?[-\u2013/].*)?$|(?:statement|transcript|notebook|comment|opinion|editorial|exclusive|breaking|draft|interview|minutes|blog)$"
)
_TURN = expression(r"(?:\[?\d{1,2}[:.]\d\d[\d:.]*\]? )?[A-Z][A-Z'. -]{0,24}: .*[.\"\u201d]$")
"""A line that somebody says in a transcript: "HALE: We did."."""
_SAYS = expression(r"\b(?:said|says|added|commented|stated|wrote)\b[^.?!]{0,40}:$")
"""The end of a line behind which somebody speaks: the body has begun."""
_FAREWELL = expression(r"(?:Yours|Kind(?:est)? regards|Best wishes|Regards)\b(?! (?:to|for)\b)[\w ]{0,20},?$")
"""How a letter ends, above who signs it."""
_SPOKEN = expression(
    r"[,?!][\"'\u2019\u201d] [\w' -]{0,40}?\b(?:said|says|added|adds|wrote|told)\b|\b(?:said|says|added|adds|wrote|told [\w ]{2,30}): [\"'\u2018\u201c]"
)
"""Speech and who speaks, in one line."""
_OPENING, _CLOSING = "\"'\u2018\u201c", "\"'\u2019\u201d"
_ASKED = expression(r"(?:\[?\d{1,2}[:.]\d\d[\d:.]*\]? )?[A-Z][A-Z'. -]{0,24}: ")
_NUMBERED = expression(r"\b(?:no\.?|issue|vol(?:ume)?\.?|edition)(?: number| no\.?)? ?\d+\W*$")
"""How the number of an issue ends a line: "Members' bulletin no. 611"."""
_MOTTO = expression(
    r"(?:^|[:,\u2013-] )(?:an?|the|our|your) (?:[\w-]+ ){0,2}(?:magazine|podcast|newsletter|bulletin|monthly|weekly|quarterly|journal|newspaper|blog)\b"
    r"(?: (?:for|of|about|from) [\w' ]+)?$"
    r"|^(?:[\w'-]+ ){0,2}(?:magazine|newsletter|bulletin|briefing|journal|digest|podcast|newspaper) (?:of|for|from) (?:the )?[\w' &-]+$|^[\w-]+s' (?:blog|page|newsletter|bulletin)$"
)
"""What a publication says that it is: "A podcast for people who record crime for a living"."""
_PERIODICALS = (
    *("magazine", "podcast", "newsletter", "bulletin", "monthly", "weekly", "quarterly", "journal", "newspaper"),
    *("blog", "briefing", "digest", "s' page"),
)
"""Without any of which that matches nothing."""
_TERSE = 2
"""Spaces before a colon that ends a label, "Minutes:", and wide gaps of a menu."""
_OPENS, _MENU = 3, 7
"""Lines at the head among which a menu begins, and those that it has at least."""
_SKIP = expression(r"skip to (?:main |the )?content\b", re.I)
_BANNER = 6
"""Lines at the head among which a link leads to the content."""
_GAPS = expression(r"\s{3,}")
_KICKER = expression(
    r"(?:blog|(?:the )?(?:[a-z]+ )?interview|opinion|analysis|comment|episode \d+|exclusive|q&a|podcast): \w"
)
"""How a headline opens that says its form."""
_INSIDE = expression(r"[a-z\d]\. [A-Z][a-z]")
"""Where a second sentence begins, as in a standfirst."""
_LIVED = expression(r", (?:1[89]|20)\d\d\s?[-\u2013]\s?(?:19|20)\d\d$")
_TRAIL = expression(r".*(?: [>\u00bb\u203a/] |[\w ]>)(?=\S)")
"""A trail of pages down to its last step."""
_STEPS = (">", " \u00bb ", " \u203a ", " / ")
_CODE = expression(r"\b[A-Z]{1,5}[ /-]?\d{1,4}[/-]\d{2,}$")
"""The number of a document, with which a line ends."""
_MARKS = expression(r"[:?!,\u2013]|[\"'\u2018\u201c]")
_DIGIT = expression(r"\d")
_CROWN = expression(r"(?:his|her) majesty|hm |office of ")
_OWNER = expression(
    r"\bcommissioner for\b|\boffice of the\b|\b(?:service|authority|panel|constabulary|council|committee|commissioner|board)$"
)
"""What in a line of capitals names whose page it is."""
_SITTING = expression(r"\b(?:committee|sub-committee|panel|board)$")
"""What in a line of capitals names who meets."""
_ADDRESS = expression(r"\b(?:floor|house|street|road)\b|\b[a-z]{1,2}\d{1,2}[a-z]? \d[a-z]{2}\b")
_PARTICULAR = expression(
    r"(?:(?:[a-z]{2,8}ed|written) by|(?:our|your) ref|reader|contact|(?:report )?author|slug|tx|duration|report of|(?:vice-)?chair(?:man)?|councillors|members|story|script for|meeting|held|present|in attendance|also|apologies|officers|dear|from|to|cc|ref|status|location|venue|summary for|inspection programme|web version"
    r"|appears in|clips are)\b"
)
"""Words with which a line opens that says something of the document."""


def find_headline(
    lines: Sequence[Line],
    forms: Forms,
    *,
    dated: Callable[[int], bool],
    signed: Callable[[int], str | None],
) -> int:
    """The number of the headline, or -1.

    Args:
        lines: Lines of the text.
        forms: Compiled cues.
        dated: Whether a line is a dateline.
        signed: The name in a byline, or None.
    """
    weighed: list[tuple[float, int]] = []
    above = days = names = whole = 0
    masthead, fresh = -2, True
    foot: str | None = None
    trail = ""
    start = max(_menu_end(lines, signed), _banner_end(lines))
    for number, line in enumerate(lines[start : start + _LOOK], start):
        text = line.text
        if text.startswith(SUBJECT) and number < _MAIL:
            return number
        if number and len(text) > _PROSE and text.rstrip('"\u201d\u2019')[-1:] in (".", "!", "?"):
            break
        if number and (
            _is_turn(lines, number)
            or (text[-1] == ":" and _SAYS.search(text))
            or (text[0] in "YKBR" and _FAREWELL.match(text))
        ):
            break
        if weighed and text[-1] == "?" and len(above_it := lines[number - 1].text) > _READ and above_it[-1] == ".":
            break  # the first question of an interview
        whole = whole + 1 if weighed and len(text) > _LINE and _is_whole(text) else 0
        if whole > 1:
            break  # the article, of which no paragraph is long
        if step := _step(text):
            trail = text[step.end() :].lower()
        if dated(number):
            days += 1
        elif signed(number):
            names += 1
        elif not (_is_apart(text, forms) and not (not number and _is_topped(text, lines, dated))) and not (
            weighed and len(text) > _SENTENCE and _is_whole(text)
        ):
            named = is_named(text)
            lower = text.lower()
            if masthead == number - 1 and (lower.startswith(forms.motto) or text[0].islower()):
                continue
            if named and foot is None:
                foot = "\n".join(line.text.lower() for line in lines[-_FOOT:]) if len(lines) > _LOOK else ""
            spoken = _is_spoken(text)
            weight = _weigh(
                text, lower, forms, named=named, spoken=spoken, first=not weighed, fresh=fresh, foot=foot or ""
            )
            short = text.count(" ") < _TOPIC
            fresh = fresh and not (spoken and weight > 0 and not short and not lower.startswith(forms.motto))
            if number + 1 < len(lines) and any(
                dated(below) or signed(below) for below in range(number + 1, min(number + 3, len(lines)))
            ):
                weight += 0.7
            if line.mark and weighed:
                weight -= 3.0  # a point of a list
            if number and lines[number - 1].text.lower() == "from:":
                continue  # whom it is from
            if number and lines[number - 1].text[:5].lower() == "dear ":
                weight += 4.0
            if number and lines[number - 1].text.lower() == "agenda item":
                weight += 7.0  # which the foot may give again
            elif lower == trail:
                weight += 4.0  # the page at which the trail above ends
            weight -= 0.7 * min(above, 3) + 1.2 * min(days, 2) + 1.5 * min(names, 2)
            weighed.append((weight, number))
            ahead = lines[number + 1].text[:_PROSE].lower() if number + 1 < len(lines) else ""
            if weight >= _SURE and above == 0 and not (_KICKER.match(ahead) or _step(ahead) or ahead == "agenda item"):
                return number
            above += 1
            if named and len(text.split()) <= 6 and not _MARKS.search(text):
                masthead = number
    if not weighed:
        number = 0 if lines and not (signed(0) or dated(0) or _is_bare(lines[0].text.lower())) else -1
    else:
        best = max(weight for weight, _ in weighed)
        number = next(number for weight, number in weighed if weight >= best - _MARGIN)
    return -1 if number >= 0 and _is_prose(lines[number].text) and not _is_above(lines, number, dated) else number


def _is_topped(text: str, lines: Sequence[Line], dated: Callable[[int], bool]) -> bool:
    """Whether the first line is a headline that opens as a caption or an offer does, with its day below: "New picture: do you know him?"."""
    barred = " | " in text or any(map(text.__contains__, _STEPS))
    return len(lines) > 1 and not barred and len(text) > _SENTENCE and _is_spoken(text) and dated(1)


def _is_above(lines: Sequence[Line], number: int, dated: Callable[[int], bool]) -> bool:
    """Whether a line stands above a dateline, or above the paragraph that gives it again: a headline, be it a sentence."""
    if number + 1 == len(lines):
        return False
    return dated(number + 1) or lines[number + 1].text[:_READ] == lines[number].text[:_READ]


def _menu_end(lines: Sequence[Line], signed: Callable[[int], str | None]) -> int:
    """The number of the line behind a menu that opens a page, a word or two a line; 0 where none does."""
    first = next((n for n, line in enumerate(lines[:_OPENS]) if _is_terse(line.text)), _OPENS)
    last = first
    while last < len(lines) and _is_terse(lines[last].text) and not signed(last):
        last += 1
    return last if last - first >= _MENU else 0


def _banner_end(lines: Sequence[Line]) -> int:
    """The number of the line behind "Skip to content", above which banners stand; 0 where none does."""
    return next((n + 1 for n in range(min(_BANNER, len(lines)) - 1, 0, -1) if _SKIP.match(lines[n].text)), 0)


def _is_terse(text: str) -> bool:
    return text.count(" ") < _TOPIC and not _MARKS.search(text) and text[-1] != "."


def _is_turn(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is a turn of a transcript: a statement, or a question above one."""
    text = lines[number].text
    if text[-1] == "?" and _ASKED.match(text) and number + 1 < len(lines):
        text = lines[number + 1].text
    return _TURN.match(text) is not None


def _is_whole(text: str) -> bool:
    """Whether a line ends as a sentence does, or with what somebody says in it: '"We did," Hale said. "All of us."'."""
    if text.endswith("."):
        return True
    return text[-2:-1] == "." and text[-1] in _CLOSING and (text[0] in _OPENING or _SPOKEN.search(text) is not None)


def _is_prose(text: str) -> bool:
    """Whether a line is the first paragraph of an article that came without its headline."""
    return text.endswith((".", '."', ".'", ".\u201d", ".\u2019")) and text.count(" ") >= _PARAGRAPH


def _step(text: str) -> re.Match[str] | None:
    """The trail of pages that a line is, down to its last step."""
    return _TRAIL.match(text) if len(text) < _PROSE and any(map(text.__contains__, _STEPS)) else None


def is_label(lower: str) -> bool:
    """Whether a line in lower case says what a page or an issue is: "for immediate release", "issue 77"."""
    lower = lower.lstrip("([* ")
    return bool(_LABEL.match(lower) or _NUMBERED.search(lower))


def _is_bare(lower: str) -> bool:
    """Whether a line is a label and nothing else: "Agenda item", "Press release"."""
    return lower == "from:" or (":" not in lower and lower.count(" ") < _TERSE and is_label(lower))


def _is_apart(text: str, forms: Forms) -> bool:
    """Whether a line is no headline by its form: a bar, a part of the site, a caption, a label."""
    lower = text.lower()
    if text.count(" | ") == 1 and _is_spoken(text):
        house = text.partition(" | ")[0].lower().split()
        # "Opinion | The inspectors are wrong" against "Police Weekly | Service policing"
        return forms.is_caption(text) or is_label(lower) or (len(house) > 1 and house[-1] in forms.site)
    return (
        lower.rstrip(":") in forms.sections
        or (not forms.is_own(text) and (forms.is_bar(text) or forms.is_page(text) or forms.is_caption(text)))
        or is_label(lower)
        or lower.endswith((" logo", " icon"))
        or (lower.startswith("by ") and text.count(" ") < _SHOUTED and is_named(text[3:]))
        or lower.startswith(("dear ", "home>", "skip to ", "main content"))
        or (":" in text[:16] and bool(_PARTICULAR.match(lower)))
        or (text[-1] == ":" and text.count(" ") < _TERSE)
        or ("   " in text and len(_GAPS.split(text)) > _TERSE)
    )


def _is_spoken(text: str) -> bool:
    """Whether a line has words without capitals, as no name of a site has."""
    core = [word for word in text.split()[1:] if word[0].isalpha() and word.lower() not in _SMALL]
    if text.isupper():
        return len(core) > _SHOUTED
    return bool(core) and sum(word[0].islower() for word in core) * 4 >= len(core)


def _weigh(
    text: str, lower: str, forms: Forms, *, named: bool, spoken: bool, first: bool, fresh: bool, foot: str
) -> float:
    """How much a line is like a headline; `fresh` if no line above it was spoken, `first` if it is the first of all."""
    words = text.split()
    count = len(words)
    marked = bool(_MARKS.search(text))
    weight = {1: -3.0, 2: -1.5, 3: -0.5, 4: 0.0}.get(count, 1.0 if spoken or marked or count > 8 else 0.0)
    if spoken:
        weight += 2.5 if fresh else 0.8
    elif not text.isupper() and count <= _NAMED and not marked:
        weight -= 1
    elif count > _NAMED and not named:
        weight += 1  # "Outcome of the HMICFRS inspection of Kent Fire and Rescue Service"
    if text.isupper() and count <= 3:
        weight -= 1
    if marked:
        weight += 0.7
    if len(text) > 160:
        weight -= 3
    if text.endswith("."):
        weight -= 2.5
    elif text.endswith(":"):
        weight -= 2
    if named and not marked and (words[-1].lower() in forms.site or find_owner(text, forms)):
        weight -= 2
    if named and count <= 8 and lower in foot:
        weight -= 3  # the name of the site, which the foot gives again
    if text.isupper() and _OWNER.search(lower):
        weight -= 3.5
    if named and not marked and not first and _SITTING.search(lower) and not lower.startswith(("minutes", "notes")):
        weight -= 2
    if named and _CROWN.match(lower):
        weight -= 3.5
    if named and count >= _SHOUTED and is_event(text):
        weight += 2.5
    if not first and lower.startswith(forms.motto):
        weight -= 1.5
    if "," in text and count <= 12 and _DIGIT.search(text) and _ADDRESS.search(lower):
        weight -= 3
    if not first and _PARTICULAR.match(lower):
        weight -= 2
    if count < _SHOUTED + 2 and _CODE.search(text):
        weight -= 3
    if any(map(lower.__contains__, _PERIODICALS)) and _MOTTO.search(lower):
        weight -= 4.5
    if _KICKER.match(lower):
        weight += 2
    if _LIVED.search(text):
        weight += 3
    if ". " in text and text[-1] != "?" and _INSIDE.search(text):
        weight -= 2
    return weight
