"""Whether a word beside a capitalised run can say that it is the name of an initiative: a quick test that most runs fail.

Enters the text and a run in it; leaves whether to look closer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extract.pipes.initiatives.words import Words, belongs

_WORD_LONG = 18
_NEAR = 70
_ARTICLES = frozenset(("the", "its", "their", "our", "a", "an", "another", "one"))
_MARKS = frozenset(("'", '"', ":"))
_GOING_ON = _ARTICLES | {"now", "which", "where", "under", "in", "through", "by", "as", "two", "three", "first"}
"""Words behind a name and a comma that may go on to say what it is."""
_IS_A = ("That is ", "That's ", "It is ", "It's ", "This is ", "It was ", "This was ")
"""Openings of a sentence that says what was named last."""
_OPENING = ("(", "\u2013")
_OWNERS = ("the ", "The ", "'s ", "ts ")
_BEGAN = frozenset(("began", "begins", "started", "starts", "launched", "runs", "ran"))
_BEING = frozenset(("is", "was", "are", "were", "has", "had"))
_AHEAD = frozenset(("as", "under", "through", "via", "it", "of", "is", "was", "are", "were"))


class Beside:
    """Looks at the words beside a run.

    Args:
        cues: Table of `cues/initiatives.toml`.
        words: Tells common words.
    """

    def __init__(self, cues: Mapping[str, Any], words: Words) -> None:
        lists = cues["lists"]
        self.words = words
        self.nouns = frozenset(form for word in (*cues["nouns"], *cues["things"]) for form in (word, f"{word}s"))
        self.begun = frozenset(phrase.split(" ")[0] for phrase in lists["begun"])
        self.behind = self.nouns | _BEGAN | {"-"}
        self.apart = self.nouns | _GOING_ON | self.begun | {"-"}
        self.being = self.begun | _ARTICLES | {"been", "what", "how"}
        called = (*lists["called"], *lists["called_by"])
        self.ahead = self.nouns.union(lists["handled"], _AHEAD, called)

    def tells(self, text: str, start: int, end: int) -> bool:
        """Whether a word beside a name can say that it is that of an initiative."""
        mark = text[end]
        if mark in _MARKS or ((mark == " " or mark == ",") and self._tells_behind(text, start, end, mark)):
            return True
        if mark == "." or mark == ",":
            stop = text.find(". ", end, end + 30)
            if stop >= 0 and text.startswith(_IS_A, stop + 2):
                return True
        left = text[max(0, start - 24) : start].rstrip(" \"'(")
        if left[-1:] in ".\n" and "," not in left:
            return False  # as where a sentence begins
        head, _, last = left.rpartition(" ")
        last = last.lower()
        if last in self.ahead or (last.endswith("'s") and all(map(self.words.is_common, text[start:end].split(" ")))):
            return True
        verb = head.rpartition(" ")[2].lower()
        if verb in self.ahead and belongs(last, verb):
            return True
        if "," not in left:
            return last in _ARTICLES and verb in self.ahead
        above, comma, article = text[max(0, start - _NEAR) : start].rpartition(". ")[2].rpartition(", ")
        if comma and article.startswith(("the ", "its ")):
            return not self.nouns.isdisjoint(above.split(" "))
        word = (head if last in _ARTICLES else left).rstrip(" ,:\u2013-").rpartition(" ")[2]
        return word.lower() in self.ahead

    def _tells_behind(self, text: str, start: int, end: int, mark: str) -> bool:
        """Whether the words behind a space or comma can say it."""
        begin = end + 1 if mark == " " else end + 2
        stop = text.find(" ", begin, begin + _WORD_LONG)
        word = text[begin : stop if stop >= 0 else begin + _WORD_LONG].partition("\n")[0].rstrip(",.;:")
        if word in (self.behind if mark == " " else self.apart) or word.startswith(_OPENING):
            return True
        if word in _BEING and text[stop + 1 : stop + _WORD_LONG].split(" ", 1)[0] in self.being:
            return True
        if mark == ",":
            return word.endswith("s") or word.endswith("s'") or text[start - 1 : start] == "\n"
        return text.endswith(_OWNERS, 0, start) and not self.nouns.isdisjoint(
            text[begin : begin + _NEAR].split(" ", 4)[1:4]
        )  # "the Lighthouse victim care unit"
