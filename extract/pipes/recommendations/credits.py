"""Who asks: whom the words around a clause credit it to.

Enters a line and a clause in it; leaves who that is, as `parties` tells it, and the verb that reports or asks.
"""

from __future__ import annotations

from extract.expressions import expression
from extract.pipes.recommendations.asides import takes_over
from extract.pipes.recommendations.clauses import Ask, Clauses
from extract.pipes.recommendations.ends import CORE
from extract.pipes.recommendations.lines import Line
from extract.pipes.recommendations.messages import pointed_at
from extract.pipes.recommendations.parties import LABEL, NOBODY, NOUNS, Credit, class_of, credit_of

_NP = rf"{CORE}(?:[PpA]{CORE}|,{CORE}(?=,))*"
_HEAD = expression(_NP)
_AFTER = expression(
    rf"[,\"\u2013\st]*(?:(?P<who>{_NP}),?[vdyt!]*(?P<verb>[saj])(?!2)|(?P<verb2>[sa])(?P<who2>{CORE}(?:[Pp]{CORE}|,{CORE})*))"
)
_INSIDE = expression(
    rf"[,(\u2013]\"?(?:[kQ]?(?P<who>{_NP})[vdy!]*(?:wP)?2?(?P<verb>[saj])|y?(?P<verb2>s)(?P<who2>{CORE}(?:[Pp]{CORE})*))[^,)\u2013]{{0,6}}[,)\u2013]"
)
_ACCORDING = expression(
    r"\b(?P<phrase>according to|in the (?:\w+ )?(?:view|words|opinion|eyes|judge?ment) of) |\b(?:in|to) (?P<whose>its|their|his|her|my|our) (?:view|mind|words|opinion|judge?ment)\b"
    r"|\bin (?P<owner>(?:the )?(?:\w+ ){0,2}\w+)(?:'s|s') (?:view|words|opinion|judge?ment)\b"
)
_VIEWS = ("according to", "view", "words", "opinion", "eyes", "judg", "mind")
"""Without any of which `_ACCORDING` matches nothing."""

_TURN = expression(rf"(?P<who>{CORE}(?:[Pp]{CORE})*):\"?$")
_VERDICT = expression(r"D?w?[RH]h*(?:z?[wR]{1,2})?y*b[^,;:]{1,8}:\"?$")
"""Before a clause: what the report is like, which the clause says: "The report is damning: the force needed to …"."""

_ITS_POINT = expression(r"D?[RH]h*z[wegVjRs]{1,2}y*bT$")
"""The same without a colon: "The inspectorate's point is that"."""

_BY_US = expression("[pP]D?w?[RH]")
"""Behind "was recommended": by whom, or where."""

_PUTS_IT = expression(
    r"\b(?P<verb>puts?|made|makes?|making) (?:it|(?:the|that|this|its|their|his|her) (?:point|case|argument)|a case)(?: to [\w' ]{2,30}?)? that$"
)
"""As in "put it to us that", "made the point that"."""

_PUT = 9
"""Tokens before a clause within which that is told."""

_IS_ABOUT = expression(
    r"\b(?:one|first|second|third|fourth|last|other|another|this|it) (?:\w+ )?(?:concerns?|covers?|relates?|regards?|is)\b"
)
"""Before a colon: what one of several asks is about, which is nobody who speaks."""

_AGENT = expression(rf"[ae]p(?P<who>{CORE})(?=(?:y|[D0]?w|t)*2)")
"""Who a passive says has asked: "was told by the panel to"."""

_INVERTED = expression(rf"[,\"][sj](?P<who>{CORE}(?:[Pp]{CORE})*)(?=[,.;F]|\"(?![vbdMnm]))")
_MINE = expression(r",Ay*Jy*m(?![uw])")
"""Behind the wish of somebody who goes on in the first person: "…, and I will not be satisfied until they do"."""

_SIGNED = expression(r"\"?[\u2013:,]y*[Dw]{0,2}[RH]h*s?$")
"""The end of a headline that names the inspectorate."""

_JOINED_PASSIVE = expression(r"[bu]y*[eax][^,;.M]*,?$")
"""A passive with which another is joined."""

_HAS_DONE = expression(rf"s(?:[PpD]?{CORE})?T?D?[RH]h*(?:\(H\))?v[^;:.\"sbm]*,?[AC]$")
"""Before a second verb of a reported clause: "observed that the inspectorate had praised its dogs, but wanted"."""

_SHORT = {"they've": "they", "we've": "we", "i've": "we"}
"""Who stands in a verb that holds its subject: "They've said it must"."""

_TURNS = expression(r"[,\u2013]C(?:D?[BS]|F[Ff]*|I)[vbu]{1,2}$")
"""Before a passive that begins what another than the speaker has said."""

_SPOKEN_TO = expression(r"[BSN][LT]?[WH][vdy]*[wxeas][2P]?$")
"""Before a verb that reports: "staff we spoke to", "officers whom we interviewed"."""

_TO_THEM = expression(r"[saj]2D?[RH]")
"""What was said to inspectors."""

_SPOKEN = 7
"""Tokens of such words at most."""

_TO_ME = ("2J:", "2W:", "2J,", "2W,", "J:", "W:")
_OBJECT = expression("a(?:[WIEYF]|DB)")
"""A verb that tells, with those who are told."""

_SAYS = expression("[sajc]|[wyV](?=T)")
_CLEAR = frozenset(
    ("clear", "adamant", "explicit", "emphatic", "certain", "blunt", "insistent", "unequivocal", "plain", "firm")
)
"""Adjectives that say what somebody says: "The report is clear that …"."""
_ORDERS = frozenset(
    ("tell", "told", "order", "ordered", "ask", "asked", "instruct", "instructed", "direct", "directed")
)
_SHOWS = frozenset(
    ("shows", "show", "showed", "proves", "proved", "confirms", "confirmed", "underlines", "means", "reveals")
)
"""Verbs of what somebody takes from a report, who can be another."""

_DECIDED = frozenset(("agreed", "resolved", "decided"))
_WHOSE = {"its": "it", "their": "they", "his": "he", "her": "he", "my": "we", "our": "we"}
_LABEL_OF = expression(
    r"\b(?:causes? of concern|areas? for improvement|afis?|recommendations?)(?: (?:for|about|on|to|over) [\w' -]+)?$"
)
_ONE_OF = expression(r"\b(?:one|another|first|second|third|last|latter|other|both|some|two|three) of$")
_LABELLED = 9
"""Words before "which" in which stands a label that it is of: "one cause of concern for the force, which says"."""


def _speaks(line: Line, first: int, last: int) -> bool:
    """Whether what stands before a colon is somebody, and no heading: "Operational:", "The conclusion:"."""
    text = line.text[first:last]
    if text[-1] not in "wge" and text.strip("Dwyge"):
        return True
    said = line.reading.text[line.start(last - 1) : line.end(last)]
    return said.isupper() or (last - first > 1 and (said[0].isupper() or text[0] == "w") and "P" not in text)


class Credits:
    """Reads credits."""

    def of(self, line: Line, ask: Ask, asker: int) -> Credit:
        """Whom a clause is credited to.

        Args:
            line: Its sentence.
            ask: The clause.
            asker: Token of the verb by which it is put to its subject, -1 where it is not.
        """
        if asker >= 0:
            if line.word(asker) in NOUNS:
                return Credit("ours", asker)
            return self._wanting(line, asker)
        text = line.text
        if text.startswith(",A", ask.end) and _MINE.match(text, ask.end):
            return Credit("we")
        if ask.subject[0] > ask.end:  # "Told by HMICFRS to share its plans, the force"
            return credit_of(line, ask.start + 2, ask.action - 1, ask.start) if text[ask.start + 1] == "p" else NOBODY
        if text.endswith(("T", "\u2013", ":", "P"), 0, ask.start) and (at := pointed_at(line, ask.start)) >= 0:
            return Credit("ours", at)
        if text.endswith("j", 0, ask.end) and _BY_US.match(text, ask.end):
            return Credit("ours", ask.end - 1)
        if text.endswith("T", 0, ask.start) and (put := self._put(line, ask.start)).who:
            return put
        before = self._before(line, ask.start)
        if before.verb >= 0 and not before.who:
            return before
        if before.who and before.who != "ours" and takes_over(line, ask.start):
            return Credit("ours", before.verb)
        if before.who == "ours" and line.word(before.verb) in _SHOWS and self._after(line, ask.end).who == "other":
            return Credit("other", before.verb)  # "The report shows that it must, says the union's secretary"
        if before.who:
            nearer = self._according(line, ask.start) if before.who == "other" else NOBODY
            return nearer if nearer.verb > before.verb else before
        agent = _AGENT.search(text, ask.subject[1], ask.action) if ask.action - ask.subject[1] > 2 else None
        if agent and line.word(agent.start() + 1) == "by":
            return credit_of(line, *agent.span("who"), agent.start())
        inside = _INSIDE.search(text, ask.subject[0], ask.end)
        if inside:
            group = "" if inside["who"] else "2"
            return credit_of(line, *inside.span("who" + group), inside.start("verb" + group))
        if line.span.kind == "headline" and _SIGNED.match(text, ask.end):
            return Credit("ours", len(text) - 1)
        after = self._after(line, ask.end)
        return after if after.verb >= 0 else self._according(line, ask.end)

    def _wanting(self, line: Line, verb: int) -> Credit:
        """Who asks by a verb of his own; a pronoun behind "says" is who says so: "The union says it wants forces to"."""
        found = self._subject_of(line, verb)
        if found.who not in ("it", "they", "he"):
            return found
        who = verb
        while who and line.text[who - 1] in "vymbd":
            who -= 1
        if who > 1 and line.text[who - 1] in "IEK" and line.text.endswith(("s", "sT"), 0, who - 1):
            sayer = self._before(line, who - 1)
            return sayer if sayer.who and sayer.who != "he" else found
        return found

    @staticmethod
    def _put(line: Line, start: int) -> Credit:
        """Who makes the point that a clause is."""
        if _ITS_POINT.match(line.text, 0, start):
            return Credit("ours")
        low = max(0, start - _PUT)
        match = _PUTS_IT.search(line.words(low, start))
        if not match:
            return NOBODY
        verb = line.letters.at(line.start(low) + match.start()) - line.base
        subject = Clauses.subject(line, verb)
        return credit_of(line, *subject, verb) if subject else NOBODY

    @staticmethod
    def _after(line: Line, end: int) -> Credit:
        """The reporting verb behind a clause, and its subject."""
        after = _AFTER.match(line.text, end) if end + 1 < len(line.text) else None
        if not after:
            return NOBODY
        group = "" if after["who"] else "2"
        return credit_of(line, *after.span("who" + group), after.start("verb" + group))

    def _subject_of(self, line: Line, verb: int) -> Credit:
        """The subject of a verb."""
        who = verb
        while who and line.text[who - 1] in "vy":
            who -= 1
        if who and line.text[who - 1] == "L":  # "its contractor, which has asked for"
            end = who - 1
            while end and line.text[end - 1] in ",":
                end -= 1
            if _ONE_OF.search(line.words(0, end)) and LABEL.search(line.words(0, end)):
                return Credit("ours", verb)  # "two recommendations, the second of which says"
            aside = line.text.rfind(",", 0, end) if line.text[end : end + 1] == "," else -1
            if _LABEL_OF.search(line.words(max(0, end - _LABELLED), end)) or (
                aside > 0 and LABEL.search(line.words(max(0, aside - 3), aside))
            ):
                return Credit("ours", verb)  # "a cause of concern, which says"
            return credit_of(line, max(0, end - 1), end, verb)
        end, told = verb, verb
        if end and line.text[end - 1] == "P":
            return Credit("other", verb)  # "stops short of saying"
        if line.text[:end].endswith("w2"):  # "went on to say"
            end = told = end - 2
        while end and (line.text[end - 1] in "vdym!bu" or line.text[:end].endswith(("v2", "n2"))):
            end -= 1
        group = line.text[end:verb]
        if group.endswith(("v2", "n2")) and line.text[verb] == "a":
            return Credit("other", verb)  # "an inspector would have to give leave for them to"
        if group[:1] == "v" and "u" not in group and (short := _SHORT.get(line.word(end))):
            return Credit(short, verb)
        if (
            "m" in group
            and (
                (line.text[verb] == "s" and not line.text[:end].endswith("J"))  # "I would add that"
                or (
                    line.word(verb) in _ORDERS
                    and not line.text[:end].endswith(("J", "W"))
                    and "would" in line.words(end, verb)
                )
            )
        ):
            return Credit("other", verb)  # "it would say that", "it would have told the force to"
        if "!" in group and "only" not in line.words(end, verb):
            return Credit("other", verb)  # "it did not say that"
        if (
            end
            and line.text[end - 1] in "CA"
            and line.text[verb] == "a"
            and _JOINED_PASSIVE.search(line.text, 0, end - 1)
        ):
            return NOBODY  # "has been praised for its work but told that it must"
        has = line.word(end) == "'s" and _OBJECT.match(line.text, verb)  # "It's also told us to"
        if end > 2 and _SPOKEN_TO.search(line.text, max(0, end - _SPOKEN), end):
            return Credit("other", verb)
        clear = line.text[verb] in "wyV"
        passive = (
            told == verb
            and not (has or clear or line.word(verb).endswith("ing"))
            and ("b" in line.text[end:verb] or "u" in line.text[end:verb])
        )
        if line.text.startswith(_TO_ME, verb + 1) and line.text[end - 1 : end] == "K":
            return Credit("other", verb)  # "He said to me: 'They had to put it somewhere'"
        subject = Clauses.subject(line, end) if end else None
        if passive and line.word(verb) in _DECIDED and subject and line.text[slice(*subject)] == "I":
            return Credit("other", verb)  # "it was agreed that the force should report back"
        if passive and (
            _TO_THEM.match(line.text, verb)
            or (line.text[verb] == "a" and subject and class_of(line, *subject) == "ours")
        ):
            return Credit("other", verb)  # "inspectors were told that"
        if end and line.text[end - 1] in "CA" and _HAS_DONE.search(line.text, 0, end):
            return Credit("ours", verb)
        if passive or subject is None or (line.text[end - 1] in "CA" and not subject):
            return NOBODY
        if subject[0] and line.text[subject[0] - 1] in "QL":
            return NOBODY  # "what they want"
        if line.text[: subject[0]].endswith("Ad"):
            return Credit("other", verb)  # "nor did they say that"
        return credit_of(line, *subject, verb)

    def _before(self, line: Line, start: int) -> Credit:
        """The reporting verb before a clause, and its subject."""
        text, at, pronoun = line.text, start, NOBODY
        if text.endswith("(T", 0, start):
            return NOBODY
        verbs = [match.start() for match in _SAYS.finditer(text, 0, start)]
        while True:
            at = verbs.pop() if verbs else -1
            if at >= 0 and text[at] in "wyV" and line.word(at) not in _CLEAR:
                continue
            if at >= 0 and text[at] == "a" and line.word(at + 1) == "improvement":
                continue  # "requires improvement"
            if at < 0 or text.find(";", at, start) >= 0:
                if pronoun.who or text.find(":", 0, start) < 0:
                    return pronoun
                turn = _TURN.match(text, 0, start)
                if (
                    not turn
                    or text[turn.end("who") - 1] in "Ff0"
                    or _IS_ABOUT.search(line.words(0, turn.end("who")))
                    or not _speaks(line, *turn.span("who"))
                ):
                    return Credit("ours") if _VERDICT.match(text, 0, start) else pronoun
                return credit_of(line, *turn.span("who"), -1)
            if text[at + 1 : at + 2] in ("P", "p") and "T" not in text[at:start]:
                continue  # "what people think of it"
            if pronoun.who and text[at] == "a" and text[at + 1 : at + 2] in (",", "A", "C"):
                continue  # "below the standard required, and it says that"
            if text[at] == "c" and not (at and text[at - 1] in "REHIS"):
                continue
            if pronoun.who and line.word(at) == "heard":
                continue  # "Victims had heard nothing, they say, and they tell the force it must call"
            if text[at] == "j" and line.word(at) in NOUNS:
                return Credit("ours", at)
            inverted = _INVERTED.match(text, at - 1) if at else None
            if inverted:
                return credit_of(line, *inverted.span("who"), at)
            found = self._subject_of(line, at)
            if not found.who and text[at] == "a" and _TURNS.search(text, verbs[-1] if verbs else 0, at):
                return Credit("", at)  # "The chief said she was proud, but the force has been told it must"
            if found.who and found.who not in ("it", "they", "he"):
                return found
            pronoun = pronoun if pronoun.who else found

    @staticmethod
    def _according(line: Line, end: int) -> Credit:
        """As in "According to the report", "in its view"."""
        if "P2" not in line.text and "pD" not in line.text and "2D" not in line.text:
            return NOBODY
        lower = line.lower
        if not any(map(lower[line.low : line.high].__contains__, _VIEWS)):
            return NOBODY
        match = _ACCORDING.search(lower, line.low, line.end(end)) or _ACCORDING.match(
            lower, line.start(end + 1), line.high
        )
        if not match:
            return NOBODY
        at = line.letters.at(match.start()) - line.base
        if match["whose"]:
            return Credit(_WHOSE[match["whose"]], at)
        if match["owner"]:
            first, last = (line.letters.at(place) - line.base for place in match.span("owner"))
            return Credit(class_of(line, first, last), at)
        first = line.letters.at(match.end()) - line.base
        head = _HEAD.match(line.text[first:])
        return Credit(class_of(line, first, first + head.end()), at) if head else NOBODY
