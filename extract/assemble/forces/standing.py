"""What a sentence says of a force that it names: what governs the name, what the force does or has done to it, and of
which inspection that is.

Enters a mention and its sentence; leaves names of traits, which `subjects` weighs. Every trait is a closed class of words
in a place beside the name, or beside the list of names in which it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation

_LINK = expression(
    r"(?:, [A-Z][\w'-]+(?: [A-Z][\w'-]+)?)?(?:,|,? and|,? or|,? but not|,? as well as| \u2013|/|,? plus|,? with)? ?(?:the |both |at |in |of |to |from |for )?$"
)
"""What stands between two names of a list, another that the registry does not know among it."""
_LONGEST = 40
_LEFT, _RIGHT = 110, 150
"""Characters of the sentence before a name and behind it that are looked at."""
_GOVERNING = 56
"""Characters before a name in which the word stands that governs it."""
_NEAR = 80
"""Characters behind a name within which it is said to be left out."""
LEFT_OUT = "left out"
"""The trait of a force that an inspection is said to have left out, which settles the matter."""

_WITHOUT = tuple(f"not {verb} {the}" for verb in ("including", "counting", "covering") for the in ("", "the "))
"""What stands before the name of a force that was left out: "ten forces (not including Kent)"."""
_GRADED = (
    r"(?:graded|rated|judged|marked|scored|found|deemed|assessed|considered|reckoned|thought|held|given|awarded|handed|praised|commended"
    r"|applauded|criticised|faulted|told|urged|asked|ordered|warned|reminded|advised|inspected|visited|examined|re-?inspected"
    r"|revisited|singled|picked|named|listed|said|credited|placed|put|moved|upgraded|downgraded)"
)
_ADVERBS = r"(?:(?:also|both|again|still|now|all|each|once|itself|themselves|only|just|then|not|never|first|too|recently|[a-z]+ly),? )*"
_BE = r"(?:is|was|are|were|has been|have been|had been|being|been|gets?|got|came out|comes out|emerged|emerges)"
_MOVES = r"(?:remain\w*|stay\w*|took|takes|requires?d?|needs?|climb\w*|rose|rises|fell|falls|slip\w*|went|goes|gone|improv\w*|dropp\w*|drops|has|had|have)"
_VALUE = (
    r"(?:outstanding|good|adequate|inadequate|requir\w+ improvement|need\w* (?:to improve|improvement)"
    r"|(?:top|bottom|highest|lowest|same)(?: \w+)? (?:marks?|grades?)|better|worse)"
)
_VERB = (
    rf"(?P<value>requir\w+ improvement\b|needs? (?:improvement|to improve)\b|(?:{_BE}|{_MOVES}) (?:[\w'\"-]+ ){{0,4}}?['\"]?{_VALUE}\b)"
    rf"|(?P<passive>(?:{_BE} {_ADVERBS}{_GRADED}|(?:graded|rated|judged|marked|praised|criticised|inspected|visited|examined|revisited))\b)"
    r"|(?P<ask>(?:should|must|needs? to|has to|have to|ought to)\b)"
    r"|(?P<say>(?:said|says|told|insisted|added|declined|welcomed|accepted|apologised|thanked|promised|claimed|admitted)\b)"
    r"|(?P<ahead>(?:will|(?:is|are) due|(?:is|are) to|awaits?|(?:is|are|has|have) yet|expects?|waits?|is waiting)\b)"
    r"|(?P<finding>(?:had|has|have|does|did|do|could|can|cannot|can't|failed|fails|lack(?:s|ed)?|keeps?|kept|took|takes|record(?:s|ed)|knows?|knew|log(?:s|ged)|loses|lost|answer(?:s|ed)|use[sd]|work(?:s|ed))\b)"
    r"|(?P<be>(?:is|was|are|were)\b)"
    r"|(?P<verb>[a-z]+(?:ed|es|s)\b|(?:lent|sent|gave|ran|led|built|brought|paid|won|spent|left|came|went|got|put|set|cut)\b)"
)
_DOES = expression(
    rf"(?:'s?(?= )(?: [\w-]+){{1,3}}?)?,?(?P<which> (?:which|who|whose [a-z]+|that))? {_ADVERBS}(?:{_VERB})"
)
_GOES_ON = expression(rf"[^,]*, {_ADVERBS}(?:{_VERB})")
"""What a force does whose relative clause is over: "Kent, which was good, is now inadequate"."""
_INVERTED = expression(
    r"\b(?:as|so|nor|neither) (?:is|was|did|does|do|are|were|has|have|should|must)(?: the)? $"
    r"|\b(?:they|these|those|the (?:other|others|rest|first|second|last|latter|former|pair|two|three|exception|force|service))(?: [a-z]+)? (?:is|are|was|were)(?: the)? $"
)
"""A name behind its verb: "so is Kent", "they are Kent and Essex"."""
_VERBS = (*("is ", "was ", "did ", "does ", "do ", "are ", "were ", "has ", "have ", "should ", "must ", " the "),)
"""How what stands before such a name ends."""
_NOUN_OF = expression(
    r"(?P<noun>[\w'-]+)(?P<mark>,)? (?P<link>of|at|with|from|for|in|by|to|on|into|than|like|between|across|behind|near|unlike|as|over|about|after|before|since)"
    r" (?:the |both |all |its |neighbouring |nearby )*$"
)
_LINKS = frozenset(
    (
        *("of", "at", "with", "from", "for", "in", "by", "to", "on", "into", "than", "like", "between", "across"),
        *("behind", "near", "unlike", "as", "over", "about", "after", "before", "since"),
    )
)
_DETERMINERS = frozenset(("the", "both", "all", "its", "neighbouring", "nearby"))
_VERB_OF = expression(
    rf"(?:^|[ ,(])(?P<verb>{_GRADED}|lent|visit|inspect|grades?|rates?|tells?|gives?|gave|finds?|praises?|join(?:ed|s)?|left|leaves?|includ(?:ing|e|es)"
    r"|covers?|covered|examines|calls?|called|beat|overtook|follows?|followed|neighbouring|nearby|versus|v|against)"
    r"(?: (?:up|out|in|back))? (?:the |both |all |its )*$"
)
_SORTS = {
    "report": (
        *(
            "report",
            "reports",
            "inspection",
            "inspections",
            "grade",
            "grades",
            "grading",
            "gradings",
            "review",
            "visit",
        ),
        *("visits", "verdict", "verdicts", "findings", "letter", "letters", "recommendation", "recommendations"),
        *("improvement", "improvements", "praise", "concern", "concerns", "judgement", "judgements", "judgment"),
        *("judgments", "assessment", "assessments", "marks", "mark", "scores", "criticism", "reinspection", "revisit"),
        *("re-inspection", "results", "result", "rating", "ratings", "fieldwork"),
    ),
    "went": (
        *("inspected", "visited", "went", "returned", "looked", "turned", "came", "called", "sent", "team", "teams"),
        *("inspectors", "spoke"),
    ),
    "rank": (
        *("constable", "constables", "officer", "officers", "superintendent", "commissioner", "inspector", "sergeant"),
        *("detective", "detectives", "chief", "chiefs", "director", "head", "leader", "firefighter", "firefighters"),
        *("manager", "spokesman", "spokeswoman", "spokesperson", "secretary", "chair", "crews", "crew", "colleagues"),
        *("staff", "members", "member"),
    ),
    "link": (
        *("exercise", "exercises", "arrangement", "arrangements", "agreement", "collaboration", "partnership", "units"),
        *(
            "unit",
            "merger",
            "alliance",
            "border",
            "help",
            "shared",
            "shares",
            "share",
            "sharing",
            "jointly",
            "together",
        ),
        *("along", "alongside", "work", "worked", "works", "working", "links", "deal", "talks", "compared", "lessons"),
        *("learn", "learned", "learnt", "borrowed", "copied", "hand", "joint", "combined", "comparison", "support"),
        *("advice", "loan", "talked", "level", "information"),
    ),
    "career": (
        *("years", "spell", "stint", "career", "time", "joined", "moved", "transferred", "retired", "served", "began"),
        *("started", "seconded", "job", "post", "role", "recruited", "poached", "arrived", "secondment", "months"),
    ),
    "forces": ("forces", "force", "services", "service", "brigades", "constabularies", "areas"),
    "folk": ("people", "victims", "residents", "public", "patients", "children", "town", "village", "part", "parts"),
}
_SORT = {word: sort for sort, words in _SORTS.items() for word in words}
"""Sort of a noun or verb that governs a name with a preposition."""

_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)"
_EVENT = r"(?:batch|tranche|round|reports?|inspections?|cycle|visit|wave|crop|set|group|programme|edition|issue|review)"
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)"
_INCLUDED = rf"(?:part of|on the (?:list|tour|visit)|in (?:this|the) (?:{_EVENT}|sample)|in it\b|among|one of|(?:inspected|visited|looked at|included|covered|chosen|picked|sampled)\b(?! (?:for|on|at|as)\b))"
_CUES = {
    "excluded": (
        rf"\b(?:(?:not|never|n't|nor) (?:been |itself |themselves |yet |actually )*{_INCLUDED}|wasn't {_INCLUDED}|neither (?:of them |of which |was |force )*(?:was )?{_INCLUDED}"
        rf"|(?:no|(?<!go )(?<!going )(?<!gone )without a) (?:visit|inspection|inspectors?)\b|did not (?:visit|inspect|go)\b)"
    ),
    "batch": (
        rf"\b(?:(?:first|earlier|previous|last|other|next|second|third|different|another|separate|past) (?:\w+ )?{_EVENT}\b|(?:{_MONTH}|last year|last month|last week)'s? {_EVENT}\b|issue \d)"
    ),
    "dated": (
        rf"\b(?:(?:inspected|graded|rated|visited|published|out|judged|praised|report|examined) (?:back )?in (?:{_MONTH}|(?:early |late )?(?:19|20)\d\d)\b"
        rf"|last (?:week|month|year|{_MONTH})\b|(?:years?|months?|weeks?) (?:ago|earlier|before|later)\b|in the (?:spring|summer|autumn|winter)\b|(?:when (?:it|they) (?:was|were) (?:last )?(?:inspected|looked at|visited|graded)|when last)\b|had been (?:found|graded|rated|judged|given)|in that year\b|in (?:19|20)\d\d\b)"
    ),
    "own": (r"\b(?:its|their) (?:own )?(?:reports?|grades?|grading|inspection|results?|turn|verdict|visit)\b"),
    "counted": (rf"\b{_NUMBER} (?:other |more |further |of the |police |fire |english |welsh |northern |southern )*(?:forces|services|brigades|constabularies)\b"),
    "past": (r"\b(?:former(?:ly)?|previously|career|served|serving|worked|spent|retired|poached|recruited|seconded|born|spell|stint|years (?:at|in|with)|(?:came|moved|transferred|joined|arrived|began|started)(?: (?:down|up|over|across|here|back|out|on))? (?:from|at|in|with|as|the)|ex-)"),
    "with": (r"\b(?:shar\w+|joint(?:ly)?|exercises?|together with|alongside|collaborat\w+|partner\w*|merg\w+|alliance|help\w*|mutual aid|learn\w*|cop(?:y|ied)|borrow\w*|lent|lend|model|pioneered|neighbour\w*|compar\w+|contrast|congratulat\w+|advis(?:es|ed|ing)|observers)\b"),
    "measures": (r"\b(?:special measures|engage\b|(?:enhanced|closer|routine) (?:(?:level|phase|stage) of )?monitoring)"),
    "later": (r"\b(?:next (?:week|month|year|batch|round|visit|in line)|yet to|will be|(?:is|are) due|later this|to be (?:inspected|published)|held (?:back|over)|withheld|delayed|postponed|nothing to do|no bearing|await\w*|wait(?:s|ing)?|still)\b"),
}  # fmt: skip


class _Compiled(dict[str, re.Pattern[str]]):
    """Expressions by name, each compiled when it is first asked."""

    def __missing__(self, name: str) -> re.Pattern[str]:
        self[name] = re.compile(_CUES[name])
        return self[name]


CUES = _Compiled()
"""Cues in the sentence of a mention."""


_BEGINNING = expression(r"(\d{2}|\w{1,4})\w*")
"""The first letters of a word, or the century of a year."""

_MONTHS = "spri summ autu wint janu febr marc apri may june july augu sept octo nove dece"
_NUMBERS = " ".join([*map(str, range(100)), *map("0{}".format, range(10))])
_BEGUN = {
    "excluded": (
        "not neve n nor wasn neit no with",
        "part on in amon one insp visi look incl cove chos pick samp go",
    ),
    "batch": (
        f"{_MONTHS} firs earl prev last othe next seco thir diff anot sepa past issu",
        "batc tran roun repo insp cycl visi wave crop set grou prog edit issu revi",
    ),
    "dated": (f"{_MONTHS} 19 20 last ago earl befo late when been year",),
    "own": ("its thei", "repo grad insp resu turn verd visi"),
    "counted": ("forc serv brig cons", f"{_NUMBERS} two thre four five six seve eigh nine ten elev twel"),
    "past": (
        "form prev care serv work spen reti poac recr seco born spel stin year came move tran join arri bega star ex",
    ),
    "with": (
        "shar join exer toge alon coll part merg alli help mutu lear copy copi borr lent lend mode pion neig comp cont"
        " cong advi obse",
    ),
    "measures": ("spec enga enha clos rout",),
    "later": ("next yet be due late held with dela post noth bear awai wait stil",),
}
"""How words begin of which each of them holds one of each line, which is quick to rule out."""


def _numbered() -> tuple[dict[str, int], dict[str, int]]:
    """For each beginning the bits of the lines that hold it, and for each cue the bits of its lines."""
    signs: dict[str, int] = {}
    held = dict.fromkeys(_BEGUN, 0)
    bit = 1
    for cue, lines in _BEGUN.items():
        for line in lines:
            signs.update((begun, signs.get(begun, 0) | bit) for begun in line.split())
            held[cue] |= bit
            bit *= 2
    return signs, held


_SIGNS, _HELD = _numbered()
_EXCLUDED = _HELD["excluded"]


class Chain(NamedTuple):
    """A list of names.

    Args:
        start: Where the first begins.
        end: Where the last ends.
        size: How many there are.
        behind: Where the next name behind it begins.
    """

    start: int
    end: int
    size: int
    behind: int


def chains_of(reading: Reading, notes: Iterable[Annotation]) -> dict[int, Chain]:
    """For the start of each mention the list of names in which it stands."""
    chains: list[list[Annotation]] = []
    for note in sorted(notes, key=lambda note: note.start):
        last = chains[-1][-1].end if chains else 0
        if chains and note.start - last < _LONGEST and _LINK.fullmatch(reading.text, last, note.start):
            chains[-1].append(note)
        else:
            chains.append([note])
    starts = [*(chain[0].start for chain in chains[1:]), len(reading.text)]
    found: dict[int, Chain] = {}
    for chain, behind in zip(chains, starts, strict=True):
        shared = Chain(chain[0].start, chain[-1].end, len(chain), behind)
        found.update((note.start, shared) for note in chain)
    return found


def traits_of(reading: Reading, number: int, chain: Chain) -> list[str]:
    """Traits of a mention.

    Args:
        reading: The text.
        number: Its sentence.
        chain: The list of names in which it stands.
    """
    lower, sentences = reading.lower, reading.sentences
    low, high, span = sentences[number]
    start, end, size, following = chain
    head = lower[max(low, start - _LEFT) : start]
    tail = lower[end : min(high, end + _RIGHT)]
    if reading.spans[span].kind in ("subheading", "headline") and number + 1 < len(sentences):
        ahead = sentences[number + 1]  # under a heading the text tells of what it names
        tail = f"{tail}\n{lower[ahead.start : min(ahead.end, ahead.start + _RIGHT)]}"
    before, behind = _signs(head), _signs(tail)
    found = [f"list{min(size, 4)}", "list"] if size > 1 else []
    what = _doing(head, tail)
    found.append(f"does:{what}")
    governs = _governor(head)
    if head.endswith(_WITHOUT):
        found.append(LEFT_OUT)
    if governs:
        found += [f"under:{governs[0]}", f"under:{governs[0]} {governs[1]}"]
    elif behind & _EXCLUDED == _EXCLUDED and CUES["excluded"].search(lower, end, min(high, following, end + _NEAR)):
        found.append(LEFT_OUT)
    if not head.strip("\"'( "):
        found.append(f"leads:{what}")
    for name, held in _HELD.items():
        follows = behind & held == held and CUES[name].search(tail)
        leads = before & held == held and CUES[name].search(head)
        if follows:
            found.append(f"{name} behind")
        if leads:
            found.append(f"{name} ahead")
        if follows or leads:
            found.append(name)
    return found


def _signs(words: str) -> int:
    """The bits of the beginnings that words have."""
    signs = 0
    for begun in _BEGINNING.findall(words):
        signs |= _SIGNS.get(begun, 0)
    return signs


def _doing(head: str, tail: str) -> str:
    """What a force does or what is done to it, by the sort of verb."""
    does = _DOES.match(tail)
    if does is None:
        return "inverted" if head.endswith(_VERBS) and _INVERTED.search(head[-_GOVERNING:]) else "none"
    if does["which"]:
        on = _GOES_ON.match(tail, does.end())
        return f"which {does.lastgroup} {on.lastgroup if on else ''}"
    return str(does.lastgroup)


def _governor(head: str) -> tuple[str, str] | None:
    """Sort of the word that governs a name, and the preposition between, if there is one."""
    if not head.endswith(" "):
        return None
    head = head[-_GOVERNING:]
    last = len(words := head.split(" ")) - 2
    while last >= 0 and words[last] in _DETERMINERS:
        last -= 1
    beside = len(" ".join(words[: max(0, last - 1)])) if words[last] in _LINKS else -1
    if beside >= 0 and (noun := _NOUN_OF.search(head, beside)):
        return ("," if noun["mark"] else _SORT.get(noun["noun"], "W")), noun["link"]
    verb = _VERB_OF.search(head)
    return ("verb", verb["verb"]) if verb else None
