"""Verbs of saying by what they do, and the verbs that help them."""

from __future__ import annotations

import re

from extract.expressions import expression

JUDGED = frozenset(
    (
        "described",
        "accused",
        "called",
        "branded",
        "dubbed",
        "labelled",
        "hailed",
        "praised",
        "found",
        "criticised",
        "condemned",
        "likened",
        "compared",
        "dismissed",
        "slammed",
        "blasted",
        "slated",
        "attacked",
        "commended",
        "applauded",
        "decried",
        "derided",
        "deplored",
        "defended",
        "singled out",
    )
)
"""Verbs by which somebody says what something is, or what to think of it."""
JUDGE = frozenset(
    ("find", "describe", "call", "credit", "praise", "criticise", "commend", "liken", "compare", "label", "brand")
)
"""Base forms that do so."""
NAMES = frozenset(("called", "dubbed", "branded", "labelled"))
"""Verbs behind marks that give what they hold a name: "a 'safe space' called The Den"."""
ACTS = frozenset(("find", "write", "call", "describe", "label", "brand", "credit", "praise"))
"""Base forms that behind "would" tell what somebody is to do, and no words of theirs: "he would write to her"."""
DID = expression(
    r"\b(?P<aux>did|does|do|would|will|can|could|might|must|should|may)(?P<not>n't|(?= not\b)|(?= never\b))?(?: (?:not|never|only|also|at least|\w+ly))*(?:, (?:however|though|in fact|at least|to be fair),)?(?: say only)? $",
    re.I,
)
"""What stands between who speaks and the base form of a verb: "He did accept", "She would only say"."""
RELATING = (" that ", " which ")
"""Before a helping verb: the thing that does it, as in "injuries that would suggest"."""
DID_SO = frozenset(("did", "does", "do"))
"""Helping verbs behind which somebody has said it."""
DONE = frozenset(("did", "does", "would", "will"))
"""Helping verbs behind which a statement is reported: "would only say that"."""
SAY = frozenset(("says", "say", "said"))
READ = frozenset(("read", "reads", "quoted"))
TOLD_BY = frozenset(("said", "says", "added", "adds"))
STATES = frozenset(("read", "reads", "said", "says", "stated", "states", "added", "adds"))
"""What a passage of a report does."""
STOPPED = frozenset(
    (
        *("stop", "stops", "stopped", "stopping", "start", "starts", "started", "keep", "keeps", "kept", "avoid"),
        *("of", "from"),
    )
)
"""Words behind which a participle tells what is done and not what is said: "should stop asking"."""
NO_SAYING = {
    "found": (" to be ", " to have ", " guilty ", " wanting "),
    "said": (" to be ", " to have "),
    **dict.fromkeys(("continued", "continues"), (" to ",)),
}
"""What stands behind verbs where nobody says anything: "forces found to be slow", "visits that staff continued to make"."""
HEARD_SAY = expression(r"\b(?:over)?heard (?P<who>(?:an?|one|another|the|some|two|several) [\w' -]{3,30}) $")
"""Before "say": who is heard, as in "An inspector overheard one officer say"."""
HABIT = expression(
    r"\b(?:used|likes?|liked|loves?|loved|tends|tended|chose|hastened|hastens|continues|continued|(?:went|goes) (?:so|as) far as) to $"
)
"""Before "say", behind its subject: "His predecessor, Jo Hale, used to say"."""
BIDDEN = expression(r"\b(?:wish|asked|invited|told|urged|expected)(?: \w+)? to $")
"""Before the base form of a verb that tells what somebody else is to do: "Members may wish to note"."""
PASSIVE = expression(
    r"(?:\b(?:was|were|is|are|been|being|be|got|as)|'(?:re|m))(?: (?:also|all|both|once|then|\w+ly))? $"
)
HELPING = (
    *("was ", "were ", "is ", "are ", "been ", "being ", "be ", "got ", "as ", "'re ", "'m "),
    *("also ", "all ", "both ", "once ", "then ", "ly "),
)
"""Words with which `PASSIVE` ends."""
PASSIVE_AND = expression(r"\b(?:was|were|been|is|are)(?: \w+)? \w+(?:ed|en|t)\b[^.;]{0,60} and $")
SHOWS = frozenset(("show", "shows", "showed"))
"""Verbs by which a report, and nobody else, says something: "The findings show that"."""
SEEN_BY = expression(r"\b(?:by|of|from|to) (?:the )?(?P<who>inspectors|watchdogs?|inspectorate),? who (?:also )?$")
"""An inspectorate of which a clause tells what it said: "areas seen by inspectors, who warned that"."""
REPORT_THAT = expression(
    r"\b(?P<who>report|review|letter|inspection|inspectorate|watchdog|findings) (?:that|which) $", re.I
)
"""A paper or its author before a clause that tells what it says."""
IN_WHICH = expression(r"\b(?:(?:in|during|at|after|on|to|from|by|for) (?:which|whom)|what) (?=[^,.;:]+$)")
"""Before the subject of a clause about what stands before it: "messages in which a commander called"."""
TELLS = frozenset(("described", "describes"))
"""Verbs by which somebody says of a report what it tells, in words of their own."""
NESTED = (" the ", " that the ", " its ", " that its ")
"""What stands between a verb of saying and the report of which the clause behind it tells."""
OWN_WORDS = expression(
    r"\bin (?:(?P<pronoun>their|its|his|her)|(?P<who>[^,.;:\"]{2,60}?)'s?) (?:own |exact |very |actual )?(?:words|phrase|phrasing|expression)\b",
    re.I,
)
WORDS = (" words", " phras", " expression")
"""One of which such a phrase holds."""
GOVERNED = expression(
    r" (?:of|to|in|on|at|for|from|with|by|about|since|after|before|into|over) (?:the |its |their |a )?$"
)
"""A preposition, behind which stands no subject: "has been there since Christmas and warned that"."""
