"""Signs beside a name that tell whether it is the name of an initiative: what is done with it, what it is said to be.

Enters a name in its sentence; leaves names of signs, which are weighed elsewhere. Every sign is a closed class of words
in a place beside the name; no sign looks beyond the sentence but for those of the sentences before and behind.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from extract.document.forms import alternation
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.initiatives.apposition import ARTICLES, Appositions
from extract.pipes.initiatives.around import BEFORE, TOKENS, look_around
from extract.pipes.initiatives.names import Name
from extract.pipes.initiatives.words import LIKED, belongs
from extract.pipes.triggers import Hit

_LEFT, _RIGHT = 90, 120
_MARKS = "\"'("
_OWNING = frozenset(("its", "their", "our", "whose"))
_UNDER = frozenset(("under", "through", "via"))
_CHAIRS = frozenset((
    "chair", "chairman", "chairwoman", "chairs", "president", "treasurer", "secretary", "patron", "trustee", "trustees", "convener",
))  # fmt: skip
"""Those of whom only bodies have one: "chairman of the Custody Visiting Scheme"."""
_AT = frozenset(("in", "at", "near", "from", "around", "across", "outside", "towards", "between", "of"))
_TO = frozenset(("to", "for", "with", "by", "on", "about", "like", "as"))
_TOO = frozenset(("too", "also", "as", "well", "much", "particularly", "especially", ","))
"""Words between a verb and what belongs to it: "taken, too, with"."""
_LIKING = frozenset(
    ("we", "i", "they", "inspectors", "you", "he", "she", "also", "particularly", "really", "would", "did")
)
"""Words behind which "like" is a verb."""

_IS = frozenset(("is", "was", "are", "were", "it's", "that's", "mean", "namely", "being"))
_BE = frozenset(("is", "was", "are", "were", "remains", "became", "been", "being"))
_HELPS = frozenset((
    "has", "had", "is", "was", "were", "are", "have", "will", "does", "did", "can", "could", "would", "may", "must", "should",
    "might", "shall", "cannot",
))  # fmt: skip
_ADVERBS = frozenset(
    ("now", "still", "also", "only", "not", "really", "just", "already", "first", "itself", "to", "be")
)
_HOW = frozenset(("how", "what", "where", "why", "when"))
_DASHES = frozenset(("\u2013", "-", ":", ";"))
_NOUN_APART = expression(
    r"(?<![\w'-])([\w'-]+)(?: (?:for|of|in|at|from|that|which|they|we|he|she|it|you) [^,.;]{2,40})?(?:,|:| \u2013| -| \() ?(?:the |its |[\w ]+'s |the [a-z-]+ )?[\"']?$"
)
_NOUN_BESIDE = expression(r"(?<![\w'-])([\w'-]+)(?:,|:| \u2013| -| \() ?(?:the |its )?[\"']?$")
_CALLED_WHAT = expression(
    r"(?<![\w'-])([\w'-]+),?(?: (?:with|under|bearing|has|had) (?:the|an?|its)(?: [\w-]+)?| by the|(?: that| which| who)?(?: is| was| has been| to be| itself)?)? $"
)
"""What it is that is called so: "a review, called \u2026", "a seminar with the forbidding name of \u2026"."""

_SUBJECT = expression(
    r"\W*(?:an?|the|its|their|our|his|her|this|that) ([a-z-]+) (?:of|by|from|about|on|for) [^,;:]*? (?:is|was)(?: now)? $"
)
"""The subject that is called so: "a report by the auditors is called …"."""
_NOBODY = frozenset(("review", "anybody", "anyone", "somebody", "someone", "nobody", "boy", "girl", "lad", "people"))
"""What is called so without being of a list: "anybody called Harry"."""

_APART = expression(r"[,:(\u2013-] ?(?:the |its |[\w ]+'s |the [a-z-]+ )?[\"']?$")
"""The end of that, which is quick to rule out."""
_SINCE = expression(
    r"^[\"']? \((?:from|since|launched|begun|started|in|est) |^[\"']? \((?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?:19|20)\d\d"
)
_SUPPOSED = expression(
    r"\b(?:suppose|supposing|imagine|perhaps|would (?:be (?:[\w-]+ ){0,4}$|call|name)|(?:could|should|might|let's) (?:be called|call (?:it|them|this|that|the|her|him|one))|thinking of|jok(?:e|ed|ing)|fictional|fictitious|imaginary|hypothetical)\b[^.;]*$"
)
_SUPPOSING = ("suppos", "imagin", "perhaps", " call", "would ", "thinking of", " jok", "ficti", "hypothe")


_DATED = expression(
    r"\bsince (?:the |[A-Z][a-z]+ )?(?:[a-z]+ of )?(?:19|20)\d\d\b|\b(?:in|from) (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b|\bsince (?:last )?[A-Z][a-z]+\b"
    r"|\b(?:in|into|entering) (?:its|their) [a-z]+ (?:year|season)\b|\bfor (?:the (?:last|past) )?[\w-]+ years\b"
)
"""Behind a name: since when there is what it names."""
_DATING = ("since ", "19", "20", " year", " season")
"""One of which that holds."""
_AS_THE = expression(
    r",? as (?:the|this|that|its|their|our) (?:[a-z-]+ )*?([a-z-]+) (?:is|was|are|were|has|came|will)\b"
)
"""Behind a name: what is called so, as in ", as the team is known"."""
_VERBAL = ("they", "we", "who", "to", "will", "would", "can", "must", "should", "could", "not", "you")
"""Words behind which a noun is a verb: "they work with the council, …", "will visit …"."""
_SETTING_OFF = frozenset((",", ":", "\u2013", "-"))
_WHENEVER = frozenset(("this", "last", "next", "every", "each"))
_LATER = expression(
    r" (?:this|last|next|every|each|in|at|across|on|with|from) [^,.;:()]{2,30}, (?=(?:an?|its|the|their|our) )"
)
"""Behind a name: a place or time before what it is said to be, as in " this year, a scheme"."""
_NAMING = frozenset((
    "as", "is", "was", "being", "it", "they", "(", "we", "he", "she", "staff", "officers", "people", "locals", "some",
))  # fmt: skip
"""Words with which that opens behind a name which says that it is one."""
_DETERMINED = frozenset(("the", "a", "of it", "possessive"))
_OF_SUBJECTS = frozenset(("helps", "does", "did", "says", "begun", "dated"))
"""Signs of a name of which the verb behind it says something."""
_APPOSED = frozenset(("apposed noun", "apposed thing", "apposed group", "apposed unknown"))


class Surroundings:
    """Looks for signs.

    Args:
        cues: Table of `cues/initiatives.toml`.
    """

    def __init__(self, cues: Mapping[str, Any]) -> None:
        lists = cues["lists"]
        self.kinds: dict[str, str] = {**cues["things"], **cues["nouns"]}
        self.classes: dict[str, str] = {}
        for sort, words in (("other", lists["others"]), ("thing", cues["things"]), ("noun", cues["nouns"])):
            for word in words:
                self.classes[word] = self.classes[f"{word}s"] = sort
        self.apposed = Appositions(self.classes, lists["ends"])
        self.handled = frozenset(lists["handled"])
        self.founding = frozenset(lists["begun"])
        self.ends = frozenset(lists["ends"])
        self.share = frozenset(lists["share"])
        self.roles = frozenset(lists["roles"])
        self.offices = frozenset(lists["offices"])
        self.says = frozenset(lists["says"])
        self.visited = frozenset(lists["visited"])
        self.went = frozenset(lists["went"])
        self.calling = frozenset(
            word for phrase in (*lists["called"], *lists["called_by"]) for word in phrase.split(" ")
        )
        self.beginning = frozenset(phrase.split(" ")[0] for phrase in lists["begun"])
        owners = alternation(lists["owners"])
        self.owner = expression(rf"\b(?:{owners})(?:'s|s') [\"']?$", holder=self)
        called = alternation(lists["called"])
        name = alternation(lists["called_by"])
        self.called = expression(
            rf"(?:\b(?:{called})(?: (?:it|them|this|that|itself|themselves|the [a-z]+))?(?: (?:[a-z]+ly|now|there|only|to [a-z ]{{3,30}}|in [a-z ]{{3,20}}|by [a-z ]{{3,20}}))?(?: as| by)?"
            rf"|\b(?:{name})(?: (?:is|was|of))?(?:[,:]| [\u2013-])?)(?: the)? ?[\"'(]*$",
            holder=self,
        )
        self.named = expression(
            rf",? ?(?:as (?:[^,.;]{{2,50}} )?(?:{called})\b|(?:is|was) (?:what|how) [^,.;]{{2,40}} (?:{called}|describes?)\b"
            rf"|(?:is|was|being) (?:the|its|their) (?:[a-z]+ )?(?:{name})\b|(?:it|they) (?:is|are) (?:{called})\b|\(the (?:{name})\b"
            rf"|, (?:they|we|he|she|staff|officers|it|people|locals|some) (?:{called}) (?:it|them|this|these)\b)",
            holder=self,
        )
        self.begun = expression(
            r"[\"']?,? (?:(?:which|that|first|it|they) )*(?:(?:was|were|is|are|has been|had been|have been|being|will|to|can|should|must) (?:[a-z]+ly |first |only |be |due |to |itself |already )*)?"
            rf"(?:{alternation(lists['begun'])})\b(?!(?<=ran|uns) (?:the|an?|its|their) )",
            holder=self,
        )
        self.owned = expression(
            r"[\"']?,? (?:which|that) (?!is\b|was\b|has\b|are\b)[\w'& -]{2,50}? (?:has |have |had )?(?:first )?"
            r"(?:had(?= (?:since|for|in|until|from|at)\b|[.,;])|"
            rf"{alternation((*lists['begun'], 'used', 'uses', 'pays for', 'pay for', 'funds', 'fund', 'set it up', 'put'))})\b",
            holder=self,
        )

    def of(
        self, reading: Reading, name: Name, number: int, hits: Sequence[Hit], bodies: Sequence[int], found: set[str]
    ) -> str:
        """Add the signs beside a name.

        Args:
            reading: The text.
            name: The name.
            number: Number of its sentence.
            hits: Hits of nouns of initiatives.
            bodies: Where names of bodies end, in order.
            found: Signs found so far.

        Returns:
            The noun that says what it is, or "".
        """
        text, start = reading.text, name.start
        begin, end, span = reading.sentences[number]
        left = text[max(begin, start - _LEFT) : start]
        right = text[name.end : min(end, name.end + _RIGHT)]
        mark = left[-1:]
        if mark and mark in _MARKS and right[:2].lstrip(",.")[:1] == mark and mark != "(":
            found.add("quoted")
            right = right.lstrip(",.")[1:]
        if name.opens:
            found.add("opens")
            if start == reading.spans[span].start:
                found.add("opens block")
        tokens = TOKENS.findall(right)
        behind = self._behind(right, tokens, found) if tokens else None
        noun = (left and self._ahead(left, found)) or behind or ""
        if found.isdisjoint(_DETERMINED):
            if "thing behind" in found:  # as likely a verb: "mentors from Turning Point visit"
                found.remove("thing behind")
                found.add("thing bare")
            elif "noun behind" in found and name.opens:  # a heading: "Work programme"
                found.remove("noun behind")
                found.add("noun bare")
        elif not noun and right[:1] == " ":
            noun = self._further(tokens[:4])
            if noun:
                found.add("noun further")
        if "in" in found:
            found -= _OF_SUBJECTS  # of "lads from Moss Side have \u2026"
            if left.strip().lower() in _AT:
                found -= _APPOSED  # "In Matlock, a scheme has begun"
        noun = look_around(reading, name, number, hits, found, self.apposed) or noun
        if "possessive" in found and (self.owner.search(left) or _follows(bodies, start)):
            found.add("owner")
        opening = reading.lower[max(begin, start - BEFORE) : start]
        if opening and any(map(opening.__contains__, _SUPPOSING)) and _SUPPOSED.search(opening):
            found.add("supposed")
        return noun

    def _ahead(self, left: str, found: set[str]) -> str | None:
        """Signs of what stands before a name."""
        head = left.rstrip("\"'(")
        tokens = TOKENS.findall(head, max(0, len(head) - 40))[-5:]
        if not tokens:
            return None
        last = tokens[-1]
        lower = last.lower()
        noun = None
        if not self.calling.isdisjoint(map(str.lower, tokens)) and (called := self.called.search(left.lower())):
            what = _CALLED_WHAT.search(left.lower(), 0, called.start())
            subject = _SUBJECT.match(left.lower(), 0, called.start())
            closest = left[: called.start()].rstrip(" ,").rpartition(" ")[2]
            thing = what[1] if what and self.classes.get(closest) not in ("noun", "thing") else closest
            if (self.classes.get(thing) == "other" or thing in _NOBODY) or (
                subject and (self.classes.get(subject[1]) == "other" or subject[1] in _NOBODY)
            ):
                found.add("other apart")
                return None
            found.add("called")
            if self.classes.get(thing) in ("noun", "thing"):
                found.add(f"{self.classes[thing]} called")
                noun = thing
        if lower in ARTICLES and lower != "that":
            found.add("of it" if lower in _OWNING else "the" if lower == "the" else "a")
            tokens.pop()
        elif last.endswith(("'s", "s'")):
            found.add("possessive")
        elif lower not in self.classes and last[0].islower() and tokens[-2:-1] and tokens[-2].lower() in ARTICLES:
            lower = tokens[-2].lower()  # "the new Echo hub"
            found.add("of it" if lower in _OWNING else "the" if lower == "the" else "a")
            del tokens[-2:]
        article = lower in ARTICLES and lower != "that"
        word = tokens[-1].lower() if tokens else ""
        above = tokens[-2].lower() if len(tokens) > 1 else ""
        if word in ("with", "by") and above in _TOO:
            above = next((token.lower() for token in tokens[-3::-1] if token not in _TOO), "")
        if word == "like" and above not in _LIKING:
            found.add("to")
        elif word in self.visited or (word == "to" and above in self.went):
            found.add("in the" if article else "in")
        elif word in self.handled or f"{above} {word}" in LIKED or (above in self.handled and belongs(word, above)):
            found.add("handled the" if article else "handled")
            if not article and (word in self.founding or f"{above} {word}" in self.founding):
                found.add("founded")
        if word == "of" and above in _CHAIRS:
            found.add("chair of")
        if word in _UNDER:
            found.add("under")
        elif (word == "of" and above in self.share) or (word == "to" and above in ("thanks", "due", "down", "credit")):
            found.add("part of")
        elif word in _AT and not belongs(word, above):
            found.add("in the" if article else "in")
        elif word in _TO:
            found.add("by" if word == "by" else "to")
        elif word in _IS and above != "there":
            found.add("is")
            if above in ("it", "they", "these", "this") or word in ("it's", "that's"):
                found.add("it is")
            if any(self.classes.get(token) in ("noun", "thing") for token in left.split(" ")):
                found.add("noun is")
        if last in self.roles:
            found.add("role")
        elif word in self.offices and tokens[-1][0].islower():
            found.add("office")
        sort = self.classes.get(last)
        if sort and above not in _VERBAL:
            found.add(f"{sort} before")
            noun = last if sort != "other" else noun
        apart = _NOUN_APART.search(left) if _APART.search(left) else None
        beside = _NOUN_BESIDE.search(left) if apart and apart[1] not in self.classes else None
        apart = beside or apart  # "Over at the county's charity, \u2026"
        if apart and (sort := self.classes.get(apart[1])) and not left.lower().endswith(_VERBAL, 0, apart.start() - 1):
            found.add(f"{sort} apart")
            noun = noun or (apart[1] if sort != "other" else None)
        return noun

    def _behind(self, right: str, tokens: Sequence[str], found: set[str]) -> str | None:
        """Signs of what stands behind a name."""
        first = tokens[0]
        second = tokens[1] if len(tokens) > 1 else ""
        noun: str | None = None
        if right[0] == " " and first[0].islower():
            noun = self._verb(right, tokens, found)
        elif first in _DASHES or first in (",", "("):
            at = 1
            while at < len(tokens) and (tokens[at].lower() in _ADVERBS or tokens[at] in "\"'"):
                at += 1
            since = first == "(" and _SINCE.match(right)
            if since:
                found.add("since")
            else:
                noun = self.apposed.find(tokens, at, found, "bracketed" if first == "(" else "apposed")
            if first == "(" and second[:1].isupper() and not since:
                shut = tokens.index(")") if ")" in tokens[:6] else 0
                if shut and tokens[shut + 1 : shut + 2] and tokens[shut + 1] in _SETTING_OFF:
                    noun = self.apposed.find(tokens, shut + 2, found, "apposed")  # "Oak Watch (Kent): a text line"
                else:
                    found.add("bracketed name")
            elif first == "," and second.isdecimal() and tokens[2:3] and tokens[2] in ",.;":
                found.add("age")
            found.add({",": "comma", "(": "bracket"}.get(first, "dash"))
            self._relative(tokens, 1, found)
        elif first in ".!?":
            found.add("ends")
        if any(map(right.__contains__, _DATING)) and _DATED.search(right):
            found.add("dated")
        if (second if first == "," else first) in _NAMING and self.named.match(right):
            what = _AS_THE.match(right)
            sort = self.classes.get(what[1]) if what else None
            found.add(f"{sort} named" if sort else "named")
        if (
            not self.beginning.isdisjoint(tokens[:6])
            and self.begun.match(right, len(tokens[0]) + 1 if {"noun behind", "thing behind"} & found else 0)
        ) or (("which" in found or first == "that") and self.owned.match(right)):
            found.add("begun")
        return noun

    def _verb(self, right: str, tokens: Sequence[str], found: set[str]) -> str | None:
        """Signs of a word that follows at once: a noun, a verb, a preposition."""
        first = tokens[0]
        sort = self.classes.get(first)
        if sort:
            found.add(f"{sort} behind")
            if sort == "thing" and self.kinds.get(first.removesuffix("s")) in ("team", "programme"):
                found.add(f"{self.kinds[first.removesuffix('s')]} behind")
            return first if sort != "other" else None
        if first in _BE or (first in ("has", "had", "have") and len(tokens) > 1 and tokens[1] == "been"):
            at = 1
            while at < len(tokens) and (tokens[at] in _ADVERBS or tokens[at] == "been"):
                at += 1
            found.add("helps")
            if tokens[at : at + 1] and tokens[at] in _HOW:
                found.add("said how")
            return self.apposed.find(tokens, at, found, "said")
        if first in self.says:
            found.add("says")
        elif first in _HELPS:
            found.add("helps")
        elif first in ("and", "or"):
            found.add("and")
        elif first in self.ends or first in _WHENEVER:
            self._relative(tokens, 0, found)
            found.add("joint")
            later = _LATER.match(right)
            late: set[str] = set()
            if later and self.apposed.find(TOKENS.findall(right, later.end()), 0, late, "apposed"):
                found |= late
        elif len(tokens) > 1 and self.classes.get(tokens[1]) in ("noun", "thing"):
            found.add("noun beyond")
            return tokens[1]
        elif first.endswith("s") and not first.endswith("ss"):
            found.add("does")
        elif first.endswith("ed"):
            found.add("did")
        return None

    def _further(self, tokens: Sequence[str]) -> str:
        """The noun at the end of words without a mark: "the Lighthouse victim care unit"; or ""."""
        for number, token in enumerate(tokens):
            if token in self.ends or not token[0].islower() or token in self.says or token in self.handled:
                return ""
            if number > 1 and self.classes.get(token) in ("noun", "thing"):
                return token
        return ""

    def _relative(self, tokens: Sequence[str], at: int, found: set[str]) -> None:
        """Signs of a relative clause."""
        word = tokens[at] if at < len(tokens) else ""
        ahead = tokens[at + 1] if at + 1 < len(tokens) else ""
        if word in ("who", "whose", "whom"):
            found.add("who")
        elif word == "which":
            found.add("which")
        elif ahead == "which" and word in ("in", "under", "through", "by", "at", "on", "for", "with"):
            found.add("in which")
        elif word in ("that", "where"):
            found.add("that")


def _follows(ends: Sequence[int], start: int) -> bool:
    """Whether a name of a body ends right before an offset: "Kent Police's Oak Watch"."""
    at = bisect_right(ends, start)
    return at > 0 and start - ends[at - 1] <= 4
