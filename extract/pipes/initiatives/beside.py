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
        called = (*lists["called"], *lists["called_by"])
        self.called = frozenset((*lists["called"], "as"))
        self.ahead = self.nouns.union(lists["handled"], _AHEAD, called)

    def tells(self, text: str, start: int, end: int) -> bool:
        """Whether a word beside a name can say that it is that of an initiative."""
        mark = text[end : end + 1]
        if mark in _MARKS or (mark == "," and text[start - 1 : start] == "\n"):
            return True
        if mark in (" ", ","):
            begin = end + 1 if mark == " " else end + 2
            stop = text.find(" ", begin, begin + _WORD_LONG)
            word = text[begin : stop if stop >= 0 else begin + _WORD_LONG].rstrip(",.;:\n")
            if word in self.nouns or word.startswith(_OPENING) or word == "-":
                return True
            if (
                mark == " "
                and text.endswith(_OWNERS, 0, start)
                and not self.nouns.isdisjoint(text[begin : begin + _NEAR].split(" ", 4)[1:4])
            ):
                return True  # "the Lighthouse victim care unit"
            if mark == "," and (word in _GOING_ON or word in self.begun):
                return True
            if mark == " " and word in _BEGAN:
                return True
            if word in _BEING:
                ahead = text[stop + 1 : stop + _WORD_LONG].split(" ", 1)[0]
                if ahead in _ARTICLES or ahead in self.begun or ahead in ("been", "what", "how"):
                    return True
        if mark in (".", ","):
            stop = text.find(". ", end, end + 30)
            if stop >= 0 and text.startswith(_IS_A, stop + 2):
                return True
        left = text[max(0, start - 24) : start].rstrip(" \"'(")
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

    def calls(self, text: str, start: int, end: int) -> bool:
        """Whether words are called so, or are a name in marks or commas behind a noun: "a campaign, Aaron's Coat, "."""
        before = text[max(0, start - 24) : start].rstrip(" \"'")
        if before.rpartition(" ")[2] in self.called:
            return True
        if text[start - 1] in "\"'" and text.startswith(text[start - 1], end):
            return text[end + 2 : end + 16].split(" ", 1)[0].rstrip(",.") in self.nouns  # "the 'Nan's Purse' project"
        apposed = before.endswith(",") and text.startswith((",", ".", ";"), end)
        return apposed and before.rstrip(",").rpartition(" ")[2] in self.nouns
