"""Asks that a verb or a noun passes on: "told the force to", "was asked to", "recommends that it share", "wants it done".

Enters a line of letters and the word; leaves the clause that is asked, with who asks it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from extract.expressions import expression
from extract.pipes.recommendations.clauses import Ask, Clauses, Found, third_person
from extract.pipes.recommendations.ends import CORE
from extract.pipes.recommendations.lines import Line
from extract.pipes.recommendations.messages import Messages
from extract.pipes.recommendations.modals import TIMES
from extract.pipes.recommendations.parties import NOUNS, lists_asks
from extract.pipes.recommendations.unreal import is_unreal
from extract.pipes.recommendations.wishes import WISHES, Wishes, is_better

_TOLD = expression(rf"a(?:[Pp](?:{CORE}))?(?P<time>[0D]0?w|D?w|t+)?(?:,[^,]+,|[wyD]*)?(?:[Pp]L)?!?[\"]?2")
_BODY = expression("[BFSIE]")
_FRONTED = expression(rf"a(?:p{CORE})?(?:y|D?w)*2(?=[Vuwv])")
_MAIN = expression(rf",(?P<who>{CORE})y*[vbdmsMnxVwe]")
_ACTS = expression('[yt]*[VwuvdasneRS"]')
"""Behind "to": what is to be done, and how or when: "to urgently review", "to immediately stop"."""

_BY_INSPECTORS = expression("pD?w?[RH]h*$")
"""The end of a headline: who has told it."""

_TOLD_BY = expression(rf"a(?P<time>)p{CORE}(?:y|D?w)*2")
_PARTNER = expression(r"v?y*[bu]y*[exaw][^;:.bMn]*(?:,?A|,)$")
"""A passive with which another is joined: "was inspected in May, and "."""

_SELDOM = expression(r"\b(?:rarely|seldom|hardly|never|scarcely|barely)\b")
_HEADLINE_TOLD = expression(r"a(?P<time>t+|[D0]w)?!?2")
_TELLS = expression(
    rf"(?:(?:my?)?P|mPbP|[ac]|j(?=P))(?:[Pp]|bP|v)?(?P<who>{CORE}(?:[Pp]{CORE}|A{CORE})*)y*(?:,[^,]+,|t+|(?P<time>[D0]0?w)|[Pp]D?[w0m]{{1,2}})?y*!?\"?2(?=[\"yt!]*[VwuvdasncejRS]|\(\w\)V)"
)
_BY_THEN = expression(rf"(?P<when>t+),?{CORE}y*$")
"""Words of time before whoever asks: "By the end of the year, the inspectorate wants it to"."""

_THAT = expression(
    rf"[jcas]y*(?:b|{CORE}(?=[,:]?T))?(?:,(?!T)[^,]*,|:|,(?=T))?(?P<that>T)?(?:,?(?P<when>t+),?|,[^,]*,)?(?=\"?[DFBSIEYWKNwgc0Oy])"
)
_THAT_IS = expression(r"j[^,.;:\"]{0,14}?(?:,L)?by?T")
_AFTER_TIME = expression(",?t+,?|,")
_NOUN = expression(rf"(?:j(?:,[^,M]{{2,9}},)?|(?P<noun>j)P|[ac]P|c|a(?=[Dw]))(?P<what>g|(?![IEWYKJ]){CORE}R?)")
_SENSIBLE = expression(rf"mu(?P<how>w)P(?P<who>{CORE})2(?=.)")
_WISE = frozenset(("wise", "sensible", "prudent", "helpful", "advisable"))
"""As in "it would be sensible for the force to"."""

_PAST_WISHES = frozenset(("asked", "expected"))
_NO_WISH = frozenset(
    ["told", "tells", "tell", "telling", "called", "calling", "given", "gives", "gave", "give", "giving"]
)
"""Verbs behind which a clause with "that" says what is the case."""
_RECOMMENDS = frozenset(("recommend", "recommends", "recommended", "recommending", "demanded", "demanding"))
"""Verbs whose object is what is asked, whatever it is."""
_NEEDED = frozenset(("essential", "vital", "important", "imperative", "crucial"))
_HAVING = _NEEDED.union(("recommend", "recommends", "recommended", "recommending"))
"""Those behind which "have" and "are" say so too: "it is vital that", "recommended that all staff have"."""

_CALLS_FOR = frozenset(("called", "calling", "asked", "asks", "advise", "advises", "advised", "ordered"))
"""Verbs that can have a noun for what is asked."""

_CALLED = frozenset(("called", "calling"))
"""Verbs that ask of somebody only with "on" or "for"."""

_OTHERS = frozenset(("another", "other", "both", "these"))
"""One or more of several asks, as a subject: "Another asks it to"."""

_HAVE = frozenset(("have", "has"))
_GIVING = frozenset(("gave", "gives", "given", "give", "giving"))
_TELLING = frozenset(
    (
        *("told", "reminded", "urged", "asked", "ordered", "advised", "instructed", "directed", "invited"),
        *("encouraged", "challenged", "pressed", "given"),
    )
)
"""Participles of verbs that put an ask to somebody."""
_ABOUT = frozenset(
    (
        *("arising", "relating", "concerning", "regarding", "following", "stemming", "coming", "flowing", "resulting"),
        *("pending", "outstanding", "remaining", "affecting", "applying", "including", "covering", "dating"),
    )
)
"""What says which recommendations are meant, and not what they ask."""

_MEANS = expression(
    r"(?!the\b|its\b|their\b|all\b|each\b|every\b)(?:\w+ ){0,2}(?:powers?|funding|funds|money|cash|investment|legislation|laws?)$|an? (?:\w+ ){0,2}(?:plan|review|audit|strategy|overhaul|programme|policy|protocol|inquiry)$"
)
"""What a minister can give, and no force, or what is asked: "called for more powers to \u2026", "for a plan to \u2026"."""

_ENDS = frozenset(("an end", "a halt", "a stop"))
"""Nouns behind which "to" is a preposition."""

_DUE = frozenset(("expected", "required"))
"""Participles of what somebody will have to do: "will be expected to"."""

_PASTS = frozenset(("put", "set", "cut", "read", "let", "cost", "shut", "hit", "spread", "split"))
"""Verbs whose past is like their base form."""
_PLURALS = expression(r"(?:police|\w+s)$")
"""Bodies whose verb in the present is like its base form."""
_TRUSTED = expression("ABD?S")
"""A body behind "and" that may be the verb "trust"."""

_ENCOURAGING = tuple("JWHRm")  # before "encourage" where it asks: "I would encourage the force to"

_NEAR = 18
"""Tokens behind a verb within which its clause begins."""
_SHORT = 10  # tokens of a subject at most


class Passed:
    """Reads clauses that are asked.

    Args:
        cues: Table of `cues/recommendations.toml`.
        clauses: Cuts clauses.
    """

    def __init__(self, cues: Mapping[str, Any], clauses: Clauses) -> None:
        self.clauses = clauses
        self.messages = Messages(clauses)
        self.wishes = Wishes(clauses)
        self.plain = clauses.actions | {form for verb in clauses.actions for form in third_person(verb)}
        self.things = frozenset(cues["things"])

    def find(self, line: Line, at: int) -> Found | None:
        """An ask that a verb or noun passes on."""
        text = line.text
        letter = text[at]
        if letter in "ac":
            near = text[at : at + _NEAR]
            found = (self._told(line, at) or self._tells(line, at)) if "2" in near else None
            if not found and "T" in near:
                found = self._that(line, at)
            return found or self._noun(line, at)
        if letter == "j":
            if line.word(at) in _NEEDED and line.word(at + 1) == "for" and (found := self._tells(line, at)):
                return found
            return self._that(line, at) or self.messages.recommended(line, at) or self._noun(line, at)
        if letter == ":":
            return self.messages.after_colon(line, at)
        if found := self.wishes.grateful(line, at):
            return found
        if letter == "M":  # "I should like you to look again at your cells"
            return self._tells(line, at + 1) or self.wishes.like_to_see(line, at)
        well = text.startswith("mdy2", at) and line.word(at + 2) == "well"
        if well or (text.startswith("muw2", at) and line.word(at + 2) in ("wise", "sensible")):  # "would do well to"
            wise = self.clauses.around(line, at, at + 4)
            return Found(wise, "modal", (at, at + 4), flags="wise") if wise and not is_unreal(line, wise) else None
        if (sensible := _SENSIBLE.match(text, at)) and line.word(sensible.start("how")) in _WISE:
            who, action = sensible.span("who"), sensible.end()
            ask = self.clauses.close(line, Ask(who[0], action, who, action, None))
            return Found(ask, "tells", (at, action), flags="wise") if ask else None
        like = at + (3 if text.startswith(",y,", at + 1) else text.startswith("y", at + 1)) + 1
        return (self._tells(line, at) or self.wishes.like_to_see(line, at)) if line.word(like) == "like" else None

    def _told(self, line: Line, at: int) -> Found | None:
        """As in "was told to": the body is the subject."""
        text, begin = line.text, at
        while begin and text[begin - 1] in "yDE":
            begin -= 1
        if begin < at and _SELDOM.search(line.words(begin, at)):
            return None
        if begin and text[begin - 1] in ",A" and (own := _PARTNER.search(text, 0, begin)):
            return self._and_told(line, at, own.start())
        verb = line.word(at)
        if begin and text[begin - 1] in "bu":
            if verb.endswith("ing"):
                return self._tells(line, at)  # "is calling on the force to"
            match = _TOLD.match(text, at)
        elif verb not in _TELLING:
            return None
        elif not begin:
            return self._fronted(line, at)
        elif begin > 1 and text[begin - 1] == "," and text[begin - 2] in "FfB":
            match, begin = _TOLD_BY.match(text, at), begin - 1  # "Kent Police, told by inspectors to \u2026"
        elif line.span.kind == "headline" or text[-1] not in '.?:;,"':
            match = _HEADLINE_TOLD.match(text, at)
        else:
            return None
        if not match or line.word(at + 1) in ("of", "about") or not _ACTS.match(text, match.end()):
            return None  # "has been told of three plans to mend it"
        while begin and text[begin - 1] in "yvbu":
            begin -= 1
        if text.endswith("zu", 0, begin + 1):
            begin -= 1  # "Kent's been told to"
        if begin > 1 and text[begin - 1] == "," and line.word(begin) == "having":
            begin -= 1
        if begin and text[begin - 1] == "m" and line.word(begin - 1) == "will" and verb in _DUE:
            begin -= 1
        if begin and text[begin - 1] in "m!M":
            return None
        own = _BY_INSPECTORS.search(text, match.end())
        told = replace(line, text=text[: own.start()]) if own and line.word(own.start()) == "by" else line
        ask = self.clauses.around(told, begin, match.end())
        if ask is None or ask.end - ask.action < 2 or is_unreal(line, ask):
            return None
        if text[match.end() - 2] == "!" and not _BODY.search(text[slice(*ask.subject)]):
            return None
        if not ask.deadline and match["time"] and TIMES.match(line.words(*match.span("time"))):
            ask = ask._replace(deadline=match.span("time"))
        return Found(ask, "told", match.span())

    def _fronted(self, line: Line, at: int) -> Found | None:
        """As in "Asked by HMICFRS to publish its reasons, the force said \u2026": the body stands behind it."""
        match = _FRONTED.match(line.text, at)
        main = _MAIN.search(line.text, match.end()) if match else None
        if not match or not main:
            return None
        fronted = replace(line, text=line.text[: main.start()])
        ask = self.clauses.close(fronted, Ask(at, match.end(), (at, at), match.end(), None))
        if ask is None or ask.end - ask.action < 2:
            return None
        return Found(ask._replace(subject=main.span("who")), "told", match.span())

    def _and_told(self, line: Line, at: int, verb: int) -> Found | None:
        """As in "has been given a cause of concern and told to answer it": the subject stands before the first verb."""
        match = _TOLD.match(line.text, at)
        subject = self.clauses.subject(line, verb)
        if not match or not subject or not line.word(at).endswith(("ed", "told", "given")):
            return None  # "is ambitious and wants to lead"
        ask = self.clauses.close(line, Ask(at, match.end(), subject, match.end(), None))
        return Found(ask, "told", match.span()) if ask and ask.end - ask.action > 1 else None

    def _tells(self, line: Line, at: int) -> Found | None:
        """As in "told the force to": the body is the object."""
        text = line.text
        match = _TELLS.match(text, at)
        if not match:
            return None
        verb, before = line.word(at), line.word(at - 1)
        if verb == "call" and line.word(at + 1).startswith(("handl", "tak", "cent")):
            return None  # "call handlers to have the tool"
        if verb == "encourage" and not text[:at].rstrip("y").endswith(_ENCOURAGING):
            return None  # "managers encourage staff to take leave", "posters to encourage victims to come forward"
        if verb in _CALLED and text[at + 1 : at + 2] not in ("P", "p"):
            return None  # "called the force outstanding at responding to fires"
        telling = before == "'s" or verb.endswith("ing")  # "It's told the force to"
        noun = at > 0 and text[at - 1] in "buD" and before not in _OTHERS
        if noun and text[at] != "j" and not telling:
            return None
        if text[match.end() - 2 : match.end() - 1] == "!" and not _BODY.search(match["who"]):
            return None  # "asked us not to use her name"
        if line.words(*match.span("who")) in _ENDS or _MEANS.match(line.words(*match.span("who"))):
            return None  # "called for an end to single-crewed visits"
        trusted = _TRUSTED.search(text, *match.span("who"))
        if (at > 1 and line.words(at - 2, at) == "able to") or (trusted and line.word(trusted.start() + 1) == "trust"):
            return None  # "able to challenge bad behaviour and trust managers to"
        timed = match.span("time") if match["time"] else None
        if timed and not TIMES.match(line.words(*timed)):
            return None  # "gave the force a chance to"
        if at and text[at - 1] == "m" and "Q" in text[:at]:
            return None  # "if it were mine, I'd want it to \u2026"
        subject = match.span("who")
        given = subject[1] - 2
        if given > subject[0] and text[given] in "0D" and TIMES.match(line.words(given, subject[1])):
            subject, timed = (subject[0], given), (given, subject[1])  # "gave the force three months to"
        ask = self.clauses.close(line, Ask(subject[0], match.end(), subject, match.end(), None))
        if ask is None or ask.end - ask.action < 2:
            return None
        if timed and not ask.deadline:
            ask = ask._replace(deadline=timed)
        if not ask.deadline and text[0] == "t" and (fronted := _BY_THEN.match(text, 0, at)):
            ask = ask._replace(deadline=fronted.span("when"))
        if verb in _GIVING and line.span.kind in ("headline", "standfirst"):
            return None
        if text.startswith("bP", at + 1):
            pass  # "What it wants is for every officer to"
        elif text[at] == "m" or verb in WISHES or text[slice(*subject)] in "IEW":
            start = self.wishes.wisher(line, at)
            ask = ask if start == at else ask._replace(start=start)
        return Found(ask, "tells", (at, match.end()), asker=at)

    def _noun(self, line: Line, at: int) -> Found | None:
        """As in "recommends reviewing its files", "calls for a review of its files", in a headline "orders new locks"."""
        verb = line.word(at)
        wishes = verb in WISHES and not line.text.endswith("M", 0, at)  # "should expect to see more officers"
        if line.text[at] == "a" and not wishes and verb not in _CALLS_FOR:
            return None
        if wishes and (wanted := self.wishes.wanted(line, at)):
            return wanted
        match = _NOUN.match(line.text, at)
        if not match:
            return None
        what = match.start("what")
        if match["noun"] and not (verb.startswith("recommendation") and is_better(line, what)):
            return None  # "the recommendations for Kent", beside "the recommendation for better locks"
        if line.text[at + 1] == "," and verb.startswith("recommendation"):
            return None  # "recommendations, above all on boats, mending them and \u2026"
        if line.text[at + 1] == "P" and line.text[at] in "cj" and line.word(at + 1) != "for":
            return None  # "the challenges of finding detectives"
        if verb == "ordered" and not line.text[:at].rstrip("vy").endswith(("H", "h", "R")):
            return None  # "the commissioner has ordered a review"
        if (
            line.text[at] == "c"
            and line.text[at + 1] != "P"
            and not (line.span.kind == "headline" and at and line.text[at - 1] in "RH")
        ):
            return None
        if line.text[at] == "j" and not verb.startswith(("recommend", "propose", "demand")):
            return None
        if line.word(what) in _ABOUT:
            return None  # "the recommendations arising from it"
        better = verb not in _PAST_WISHES and is_better(line, what)
        thing = line.word(what) in ("a", "an") and not self.things.isdisjoint(line.words(*match.span("what")).split())
        named = verb in _RECOMMENDS or better or thing
        if line.text[at - 1 : at] == "m":
            return None  # "would recommend a merger"
        if not (named or line.text[what] == "g" or line.text[at : at + 2] == "cw" or line.text[at : at + 2] == "ce"):
            return None
        start = what if line.span.kind != "headline" and not wishes else self.wishes.wisher(line, at)
        ask = self.clauses.close(line, Ask(start, what, (what, what), what, None))
        if ask is None or ask.end - what < (2 if ask.deadline else 3):
            return None
        return Found(ask, "noun", (at, what), asker=at)

    def _that(self, line: Line, at: int) -> Found | None:
        """As in "recommends that the force share": a clause in the subjunctive."""
        text = line.text
        match = _THAT.match(text, at) or _THAT_IS.match(text, at)
        if not match:
            return None
        if text[at] != "j" and (text[match.end() - 1] != "T" or line.word(at) in _NO_WISH):
            return None
        who = match.end()
        if text[who - 1] != "T" and (text[who] not in "DBF" or line.word(at) in ("recommendation", "recommendations")):
            return None
        having = line.word(at) in _HAVING or (line.word(at) in NOUNS and text.find("b", at, who) > 0)
        verb = self.subjunctive(line, who, having=having)
        if verb is None:
            return None
        subject = (who, who + len(text[who:verb].rstrip("ty,")))
        aside = text.endswith(",T", 0, who)
        ask = self.messages.enclosed(
            line, Ask(who, verb, subject, verb, self.clauses.leading(line, who)), enclosed=aside
        )
        if ask is None or ask.end - ask.action < 2:
            return None
        return Found(ask, "that", (at, subject[0]), asker=at)

    def clause(self, line: Line, at: int) -> Found | None:
        """As in "That it visit each victim": a clause that is in the subjunctive by its form."""
        who = at + 1 + line.text.startswith('"', at + 1)
        listed = line.text.endswith((":", ";", "A", ")"), 0, at) and lists_asks(line, at)
        if timed := _AFTER_TIME.match(line.text, who):
            who = timed.end()
        verb = self.subjunctive(line, who, having=listed)
        if verb is None or (
            not listed and line.text[verb] != "u" and (line.word(verb) in _PASTS or _PLURALS.match(line.word(verb - 1)))
        ):
            return None
        if at and line.text[at - 1] in "Qkm":
            return None  # "so that it be"
        aside = line.text.startswith(",", at - 1) if at else False
        ask = self.messages.enclosed(
            line, Ask(who, verb, (who, verb), verb, self.clauses.leading(line, who)), enclosed=aside
        )
        return Found(ask, "that", (at, who)) if ask and ask.end - ask.action > 1 else None

    def subjunctive(self, line: Line, who: int, *, having: bool = False) -> int | None:
        """Where the verb of a clause stands that says what is to be done: "the force share", "it be told".

        Args:
            line: The sentence.
            who: Where the clause begins.
            having: Whether "have" says so too: "it is important that officers have the skills".
        """
        text = line.text
        for at in range(who + 1, min(who + _SHORT, len(text))):
            if (
                text[at - 1] in "DPp0z"
                or text[at] == "t"
                or (text[at] == "," and "t" in (text[at - 1], text[at + 1 : at + 2]))
            ):
                continue
            if text[at] == "u":
                return (
                    at
                    if line.word(at) == "be" and text[at + 1 : at + 2] in ("e", "V", "y", "a", "s", "P", "p")
                    else None
                )
            if (
                text[at] in "Vw,RSajs"
                and line.word(at) in self.plain
                and not line.word(at).startswith("requir")
                and text[at + 1 : at + 2] not in ("M", "n", "b", "v", "u", '"', "")
            ):
                return at
            if having and text[at] == "b" and text[at + 1 : at + 2] in ("e", "a"):
                return at  # "it is vital that victims are called back"
            if (text[at] == "d" and line.word(at) == "do") or (having and text[at] == "v" and line.word(at) in _HAVE):
                return at
            if text[at] in "MnbvdmT2;,":
                return None
        return None
