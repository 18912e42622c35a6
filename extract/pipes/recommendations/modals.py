"""Asks by a modal: "must", "needs to", "has to", "is to", and by time given: "has until June to".

Enters a line of letters and the verb; leaves the clause around it, or nothing where it is supposed, asked or no ask at all.
"""

from __future__ import annotations

from extract.expressions import expression
from extract.pipes.recommendations.clauses import Ask, Clauses, Found
from extract.pipes.recommendations.ends import CORE
from extract.pipes.recommendations.lines import Line
from extract.pipes.recommendations.messages import ANNOUNCED
from extract.pipes.recommendations.needs import Needs
from extract.pipes.recommendations.unreal import BEFORE, LABELLED, is_relative, is_unreal

_ADVERBIAL = "(?:,[yPpkDw0V]{1,6},)?"
MODAL = expression(rf"(?:M(?:{_ADVERBIAL}2)?|n{_ADVERBIAL}[y!]*\"?2|vv?{_ADVERBIAL}y*\"?2|by*\"?2|bDw2)")
_SUPPOSED = expression(r"bye2")
"""As in "is also supposed to", which without "also" says what the rule is."""

_BETTER = expression("vw")
_PERFECT = expression(r"[y!]*v[y!]*(?:u|e(?![wBSNgV]))")
_PASTS = frozenset(("let", "put", "set", "cut", "read", "shut", "hit", "split", "spread", "run", "come", "become"))
"""Participles that are like their base form."""

_FOR = expression(rf"by?(?P<time>w{{0,2}})(?:P|P2)(?P<who>{CORE}(?:,?A{CORE})*)2(?=.)")
_NO_TIME = frozenset(("no time", "no point", "no stage", "no account", "no circumstances"))
_INVERTED = expression("(?:D?[BS]|Ff*|I)y*V")
"""Behind a modal: its subject."""

_SUBJECTS = tuple("YEIJKW")
"""Letters of what is a subject behind "should", which then supposes."""

_NOMINAL = tuple("DFBSHPp")
"""Letters of what begins no action."""

_ONE = expression(
    r"(?:the |and |a |its )*(?:first|second|third|fourth|fifth|sixth|other|last|next|final|latter|former|one|another)(?: of (?:these|them|those))?"
)
_LABEL = expression(r"\b(?:causes? of concern|areas? for improvement|afis?|recommendations?)\b")
_FEW = 4
"""Sentences back to the count of asks of which one is told."""

_DECIDES = frozenset(("decide", "say", "judge", "choose", "determine"))
"""Verbs of what is left to somebody."""

_UNTIL = expression(
    r"[vb]y*(?:u?[eVa]?Dw?(?P<deadline>wP)(?P<day>[0w]{1,4})|(?P<when>t+)|(?P<time>[D0][0wy]*))(?:pL)?2"
)
TIMES = expression(r"(?:only |just |another |a further |an? |up to )*\w+ (?:months?|weeks?|days?|years?|fortnight)$")
_OF_ONE = expression("(?:0|D[w0])[pP]L(?=[^,;:]+$)")
"""Before the subject of such a clause that is of one of several: "including one under which managers are to"."""

_ORDINALS = frozenset(("second", "third", "fourth", "fifth", "other", "another", "last", "next"))
_HELD = expression(
    r"(?:aim|purpose|job|task|goal|idea|plan|point|challenge|priority|answer|way|hope|intention|target|trick|step|thing|duty|role|next|question|temptation)$|\b(?:aim|purpose|job|goal|duty|role|mission) of [\w' -]+$"
)
"""Nouns of which "is to" says what they are."""
_FIRST_OF_ALL = expression(
    r"\b(?:first|next|main|top|chief|foremost|(?:most )?(?:urgent|pressing|immediate|important)) (?:thing|job|task|duty|step|priority)(?: (?:for|of) [\w' ]+)?$"
)
"""Of such nouns those that an inspectorate tells what they are: "The force's first job is to"."""

_CLEFT_NOUNS = frozenset(
    (
        *(
            "thing",
            "things",
            "step",
            "steps",
            "task",
            "tasks",
            "job",
            "change",
            "changes",
            "weakness",
            "failing",
            "gap",
        ),
        *("problem", "problems", "point", "matter", "work", "measures", "actions", "improvements", "everything"),
    )
)
"""Nouns of which a clause says what is to be done about them: "the first thing the force must do is"."""

_ADVICE = expression(
    r"\b(?:advice|message|orders|demands?|requests?|instructions?|conclusion|recommendation) (?:from|of|in|by) (?:the |his majesty's |her majesty's )?(?:hmi\w*|inspector\w*|report|watchdog|letter|review)\b(?! (?:to|for) (?:others?\b|ministers|the (?:home|government)))[^,;]{0,24}$|\b(?:its|their|hmi\w*|inspector\w*|report|watchdog)\b.*\b(?:advice|message|demand|request|instruction)(?: (?:to|for) (?!others?\b|ministers)(?:the |its )?\w+(?: \w+)?)?$"
)
"""Nouns of which "is to" says what is asked."""

_OPENS = expression('(?:^|[ACTsaJ,.;:"\u2013(])[ty]*$')
"""What stands before a clause that begins with "it", and before no "it" that means what follows."""

_BETWEEN = frozenset(("also", "now", "then", "therefore", "still", "further"))
"""Adverbs that can stand in "is also to"."""
_IS_DONE = expression('y?[Vd]?[y0]?(?:,[^,]{2,6},)?b(?="?[VwD2eTg])')
_WHAT_IT_IS = expression("[^,.;:bvdMn]{0,8}b(?=[TVD2wg0])")
_BY_OTHERS = expression("y*uy*[eVsax]y*pD?w?O")
"""What a body outside is to do: "has to be approved by the panel"."""

_NEEDED = frozenset(
    (
        *(
            "change",
            "changes",
            "improvement",
            "improvements",
            "action",
            "actions",
            "work",
            "steps",
            "measures",
            "reform",
        ),
        *("reforms", "skills", "training", "support", "resources", "information", "knowledge", "experience", "tools"),
    )
)
"""Nouns of which "needed to" says what they are for."""

_EASED = expression(
    r"be \w+ by (?:(?:a|an|the|its|some|more) )?(?:\w+ )?(?:recent|planned|proposed|forthcoming|expected|coming|latest)\b"
)
"""A forecast: "these should be eased by a recent rise in numbers"."""

_BODIES = expression("[FBSIE]")
_DONE = expression("uy*[eVsajx]")


class Modals:
    """Reads clauses around a modal.

    Args:
        clauses: Cuts clauses.
    """

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.needs = Needs(clauses)

    def find(self, line: Line, at: int, last: int, *, opened: bool) -> Found | None:
        """The clause that a modal asks.

        Args:
            line: The sentence.
            at: Number of the first token of the modal.
            last: Where the clause before it ends.
            opened: Whether its action may stand elsewhere, in the items of a list.
        """
        text = line.text
        letter = text[at]
        if letter == "n" and text.find("D", 0, at) > 0 and (found := self.needs.stressed(line, at)):
            return found
        match = MODAL.match(text, at)
        if match and letter == "n" and at and text[at - 1] in "bz" and line.word(at) == "needed":
            return self.needs.needed(line, at)  # "more work is needed to train its staff"
        if match and text.startswith("bDw2", at) and line.words(at + 1, at + 3) != "no longer":
            match = None
        if match is None:
            if text.startswith("vw", at) and line.words(at, at + 2) == "had better":
                match = _BETTER.match(text, at)
            elif text.startswith("bye2", at) and line.words(at + 1, at + 3) == "also supposed":
                match = _SUPPOSED.match(text, at)
        if match is None:
            if letter == "v":
                return self._until(line, at)
            if letter == "b":
                if text.startswith("a", at + 1):  # "better records are required"
                    return self.needs.needed(line, at + 1) or self._until(line, at)
                return self._for(line, at) or self.needs.there_is(line, at) or self._until(line, at)
            return self.needs.needed(line, at) or self.needs.wanting(line, at)
        action = match.end()
        modal = line.word(at) if letter != "M" else ""
        if (not at or text[at - 1] == ";") and text.startswith(("V", "u", "a", "d"), action) and text[-1] != "?":
            return self._bare(line, at, action)
        if letter == "M" and text.startswith(_SUBJECTS, action) and line.word(at) == "should":
            return None  # "call us, should you see them"
        if text.startswith("vV", action) and line.word(action + 1) in _PASTS:
            return None  # "should have let this happen"
        if letter == "v" and line.word(action - 2) == "further":
            return None  # "has further to go"
        if text.startswith("n!y2", at) and line.word(at + 2) != "only":
            return None  # "need not reply to"
        if _PERFECT.match(text, action) and text.find("t", 0, at) < 0:
            return None
        if letter == "v" and text[at + 1] in "vw" and line.word(at + 1) not in ("got", "better"):
            return None
        begin, flags = at, ""
        while begin and text[begin - 1] == "y" and line.word(begin - 1) != "there":
            begin -= 1
        if modal == "got" and not text.endswith(("z", "b", "v", "m", "B", "F"), 0, begin):
            return None  # "when we got to page 12", beside "the force got to"
        if modal == "got" and (text.endswith("z", 0, begin) or line.word(begin - 1) == "'s"):
            begin -= 1  # "Kent's got to"
        if text.endswith("mA", 0, begin):  # "could and should"
            begin -= 2
        if begin and text[begin - 1] == "d" and letter == "n":
            begin -= 1  # "does need to"
        if begin > 1 and line.words(begin - 2, begin) == "no longer":
            return None
        if begin and text[begin - 1] in "m!dv2":
            ahead = line.word(begin - 1)
            if text[begin - 1] != "m" or ahead not in ("will", "would") or (ahead == "would" and text.startswith("Q")):
                return None
            begin, flags = begin - 1, "will"
        if letter == "n" and begin and text[begin - 1] in "DPpz" and not self._is_more(line, begin - 1, at):
            return None
        if letter == "v" and text[at + 1] != "w":
            flags = "past" if modal == "had" else flags or "have"
        if modal == "needed":
            flags = "needed"
        if begin > 2 and text[begin - 1] in "TL" and line.word(begin - 2) in _CLEFT_NOUNS:
            return self._weakness(line, begin - 1, (at, action))
        of_one = _OF_ONE.search(text, last, begin) if text.find("L", last, begin) > 0 else None
        if of_one and LABELLED.search(line.words(max(0, of_one.end() - BEFORE), of_one.end())):
            last = of_one.end()
        ask = self.clauses.around(line, begin, action, last, opened=opened)
        if ask is None:
            return None
        if ask.start and text.startswith("Dw", ask.subject[0]) and line.words(*ask.subject) in _NO_TIME:
            ask = ask._replace(start=ask.start - 1)  # "At no time should fewer than two officers be on duty"
        elif text[0] in "!AC" and _INVERTED.match(text, action):
            return None  # "Not until they are vetted should the force let them in"
        if modal == "needed" and line.word(at - 1) in _NEEDED and not text.startswith("u", ask.action):
            return None  # "the changes needed to mend it"
        ahead = line.word(ask.start - 1) if modal == "needed" and ask.start and text[at - 1] == "w" else ""
        if ahead and (text[ask.start - 1] in "Pp" or ahead.endswith("ing")):
            return None  # "directing the actions needed to mend it"
        if _EASED.match(line.words(ask.action, ask.end)):
            return None
        if is_unreal(line, ask) or (text.find("O", ask.action) > 0 and _BY_OTHERS.match(text, ask.action)):
            return None
        if ask.start and text[ask.start - 1] in "Mmd":  # "nor should it have to close"
            return None
        if letter == "b":
            if _ADVICE.search(line.words(*ask.subject)) or self._is_one(line, ask):
                return Found(ask._replace(start=ask.action, subject=(ask.action, ask.action)), "message", (at, action))
            flags = "past be" if modal in ("was", "were") else "be"
            if not self._is_to(line, ask, at):
                return None
        if modal == "need" and line.word(ask.subject[0]) in ("a", "an", "no", "any"):
            return None
        what = ask.start - 1
        before = line.word(what) if text.startswith(("w", "g", "V", "Q", "D"), max(0, what)) else ""
        if what > 0 and before in _CLEFT_NOUNS and line.word(what - 1) != "other":
            if not _IS_DONE.match(text, ask.action):
                return None  # "there are things it must put right"
            thing = Clauses.subject(line, ask.start)
            return self._cleft(line, ask, (at, action), thing[0] if thing else what)
        if before in ("what", "all"):
            return self._cleft(line, ask, (at, action), what)
        if is_relative(line, ask):
            return None  # "the steps it must take"
        return Found(ask, "modal", (at, action), flags=flags)

    def _bare(self, line: Line, at: int, action: int) -> Found | None:
        """As in "Must check its files; needs to train its staff": the subject is the body of the text around it."""
        if line.span.kind == "headline":
            return None
        ask = self.clauses.close(line, Ask(at, action, (at, at), action, None))
        return Found(ask, "modal", (at, action)) if ask else None

    @staticmethod
    def _is_more(line: Line, subject: int, need: int) -> bool:
        """As in "more needs to be done", "both need to", where "need" is no noun."""
        plural = line.word(need) == "need"
        return line.word(subject) in (("both", "all", "many", "most") if plural else ("more", "much", "each"))

    def _cleft(self, line: Line, ask: Ask, cue: tuple[int, int], what: int) -> Found | None:
        """As in "What the force needs to do is train its staff"."""
        done = _IS_DONE.match(line.text, ask.action)
        if not done:
            return None
        whole = self.clauses.close(line, Ask(what, ask.end, ask.subject, done.end(), ask.deadline))
        return Found(whole, "modal", cue) if whole else None

    def _weakness(self, line: Line, relative: int, cue: tuple[int, int]) -> Found | None:
        """As in "A weakness that must be addressed is that its records are wrong"."""
        thing = Clauses.subject(line, relative)
        what = _WHAT_IT_IS.match(line.text, cue[1])
        if not thing or not what:
            return None
        ask = self.clauses.close(line, Ask(thing[0], what.end(), (thing[0], thing[0]), what.end(), None))
        return Found(ask, "modal", cue) if ask else None

    def _is_to(self, line: Line, ask: Ask, verb: int) -> bool:
        """Whether "is to" asks: of a body, or in the passive."""
        subject = line.text[slice(*ask.subject)]
        passive = bool(_DONE.match(line.text, ask.action))
        if any(line.word(at) not in _BETWEEN for at in range(verb + 1, ask.action) if line.text[at] == "y"):
            return False  # "was early to"
        if _FIRST_OF_ALL.search(line.words(*ask.subject)) and line.text.startswith("V", ask.action):
            return True
        if _HELD.search(line.words(*ask.subject)) or line.text.startswith("D", ask.action):
            return False
        if subject == "I" and not _OPENS.search(line.text, 0, ask.start):
            return False  # "how hard it is to keep", "when she spoke it was to promise"
        return (
            passive
            or bool(_BODIES.search(subject))
            or (subject.startswith("D") and line.word(ask.subject[0]) in ("every", "each", "all"))
        )

    @staticmethod
    def _is_one(line: Line, ask: Ask) -> bool:
        """Whether a clause says what one of the asks is that were counted before it: "The first is to fit new doors"."""
        reading = line.reading
        if (
            line.text.startswith(_NOMINAL, ask.action)  # behind the lead-in of a list nothing stands
            or line.word(ask.action) in ("follow", "come")
            or not _ONE.fullmatch(line.words(*ask.subject))
        ):
            return False
        number = reading.sentence_at(line.low)
        for above in range(number - 1, max(-1, number - 1 - _FEW), -1):
            sentence = reading.sentences[above]
            if _LABEL.search(reading.lower, sentence.start, sentence.end) or ANNOUNCED.search(
                reading.lower, sentence.start, sentence.end
            ):
                return True
        return False

    def _until(self, line: Line, at: int) -> Found | None:
        """As in "has until June to", "has six months to"."""
        match = _UNTIL.match(line.text, at)
        if match and match["deadline"]:
            return (
                self._by_deadline(line, at, match.end(), match.span("day"))
                if "deadline of" in line.words(at, match.end())
                else None
            )
        if not match or not (match["when"] or TIMES.match(line.words(*match.span("time")))):
            return None
        ask = self.clauses.around(line, at, match.end())
        if ask is None or is_unreal(line, ask):
            return None
        when = match.span("when" if match["when"] else "time")
        return Found(Ask(ask.start, ask.end, ask.subject, ask.action, when), "until", match.span())

    def _by_deadline(self, line: Line, at: int, action: int, day: tuple[int, int]) -> Found | None:
        """As in "has been given a deadline of 30 June to vet its staff"."""
        ask = self.clauses.around(line, at, action)
        if ask is None or is_unreal(line, ask):
            return None
        return Found(ask._replace(deadline=day), "until", (at, action))

    def _for(self, line: Line, at: int) -> Found | None:
        """As in "it is for the force to", "it is up to the force to"."""
        match = _FOR.match(line.text, at)
        if not match or not at or not _BODIES.search(match["who"]):
            return None
        how = line.word(match.start("time"))
        due = line.words(match.end("time") - 1, match.end("time") + 1)
        if match["time"]:
            if line.text[at - 1] != "I" or due not in ("time for", "incumbent on", "incumbent upon"):
                return None
        elif how == "on":
            if line.word(at - 1) not in ("onus", "duty", "burden", "responsibility"):
                return None
        elif how not in ("for", "up") or (line.text[at - 1] not in "Ij0" and line.word(at - 1) not in _ORDINALS):
            return None
        begin = max(0, at - 1 - (line.text.startswith("D", at - 2) if at > 1 else 0))
        begin = (
            match.start("who") if line.text[at - 1] == "j" else begin
        )  # "one of its recommendations is for the force to"
        if line.text[at - 1] == "I" and line.word(match.end()) in _DECIDES:
            return None  # "it is for the force to decide how to respond"
        ask = self.clauses.close(line, Ask(begin, match.end(), match.span("who"), match.end(), None))
        return Found(ask, "modal", (at, match.end())) if ask else None
