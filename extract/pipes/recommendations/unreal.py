"""Clauses that ask nothing of anybody: supposed, asked in a question, or part of a noun: "if it must", "the steps that it must take".

Enters a line of letters and a clause; leaves whether it is one of them.
"""

from __future__ import annotations

from extract.expressions import expression
from extract.pipes.recommendations.clauses import Ask
from extract.pipes.recommendations.lines import Line

_UNREAL = frozenset(["if", "whether", "unless", "how", "what", "why", "than", "once", "lest", "whenever", "wherever"])

_VERDICT = expression(
    r"(?:recommendations?|view|verdict|message|finding|conclusion|advice|point|belief|opinion|warning|demand|suggestion|request|requirement|call|idea|fact|hope|sign|improvement|concern|doubt|notice|reminder|insistence|clear|plain|obvious|evident)$"
)
"""Nouns with a clause of their own behind "that"."""

DROPPED = expression(r"\b(?:reject|dismiss|drop|consider|oppos|disput|discuss|debat)\w*\b")
"""Verbs of what becomes of an idea that is not taken up."""

_OURS = expression("[RH]")
"""Whose word it is that somebody goes on to report."""

_SPREAD = expression(r"\b(?:promot|push|spread|instil|embed|champion|convey|drive home|driving home)\w*(?: \w+){0,4}$")
"""Before a message that somebody has for others, as a force for its staff: "spreads the message that callers are to be heard"."""

LABELLED = expression(
    r"\b(?:causes? of concern|areas? for improvement|afis?|recommendations?)(?: as well| too)?,? under which$"
    r"|\b(?:causes? of concern|areas? for improvement|afis?|recommendations?)\b.*\b(?:one|two|another|the (?:first|second|third|last|other)) (?:under|by|of) which$"
)
"""Before a clause that an ask of the report puts: "one cause of concern, under which the force must \u2026"."""

_HOLDING = frozenset(("include", "includes", "included", "including"))
"""Verbs behind which one of several asks stands in a clause of its own."""

BEFORE = 14
"""Tokens before a clause in which it is told what became of it."""

_SAYS_WHERE = expression(r"s(?:[Pp]D?w{1,3}){1,2}$")
"""Before "that": "says in the section on skills"."""

_AND_THEN = expression(r"[saj].*,?A[Pp]D?[w0]{1,2}$")
"""Before "that": a second thing that was said, at another time."""

_OF_NOUN = expression(r"[Pp]L(?:[IEJWKY]|D?F[Ff]*(?:\(\w+\))?|D?e?[BSw])$")
"""A relative clause that has only its subject yet: "the yardstick by which other forces must measure"."""

_IF_YOU = expression("QY[ym]*[ws]T?$")
"""Before what a reader may think: "If you think the force should \u2026"."""

_MODEL = expression(
    r"\b(?:good|best|successful|effective) (?:forces|services|brigades|leaders|chiefs) (?:\w+ )?(?:know|understand|accept|recognise)$"
)
"""Before "that": what is true of others, as in "The best forces know that they must listen"."""

_WHERE_THESE = frozenset(("where these", "where those", "where this"))
"""What goes on with the ask before it."""

_NEAR = 5
"""Tokens between a verb that reports and its clause."""
_PRONOUNS = frozenset("IEWJKY")
_NOUNS = frozenset("wgSBNVn")
"""Letters of a noun, before which a pronoun opens a clause of it: "the steps it must take"."""

_OPENS = expression(
    r"^[\"ACty,]*[kQ2gv]|(?:^|[,;:.\u2013\"(ACT])[ty\"]*[pPk][^,;:bvdsMnmxaQLEIJKWY]*$|(?:^|[,;:.\u2013\"(CT])[ty\"]*[D0]?w{0,3}$|aD?[weg]{0,2}[BSNFf]+[wyDpP0]{0,4}$|b[y!]*w$|[HhRIK]y*w$"
)
"""Words with which a clause begins before its subject: "In its cells", "This time", who is told it: "told the force", or who tells it: "HMICFRS is adamant", "HMICFRS reiterates"."""

_REACH = 60
"""Tokens before a pronoun within which its clause begins."""

_OF_QUESTION = frozenset(("when", "where"))
"""Words of a clause that a preposition holds: "a grasp of when"."""

_DO_IS = expression("y?[Vd]?[y0]?(?:,[^,]{2,6},)?b")


def is_relative(line: Line, ask: Ask) -> bool:
    """Whether a pronoun opens a clause of the noun before it, which has no pronoun of its own: "the steps it must take"."""
    text, at = line.text, ask.subject[0]
    if ask.subject[1] - at != 1 or at < 2 or text[at] not in _PRONOUNS or text[at - 1] not in _NOUNS:
        return False
    return _OPENS.search(text, max(0, at - _REACH), at) is None


def is_unreal(line: Line, ask: Ask) -> bool:
    """Whether a clause is supposed, asked, or belongs to a noun: "if it must", "the steps that it must take"."""
    text, at = line.text, ask.start - 1
    if text.find("L", *ask.subject) > 0 and _OF_NOUN.search(text, *ask.subject):
        return True
    if text.find("QY", 0, ask.start) >= 0 and _IF_YOU.search(text, 0, ask.start):
        return True
    between = text[ask.subject[1] : ask.start]
    if "Q" in between and between[-1] == "A" and "," not in between:
        doubt = ask.subject[1] + between.index("Q")
        if line.word(doubt) == "whether":
            return True  # "whether it needs more or must use those it has"
    while at >= 0 and text[at] in 'y"(,':
        at -= 1
    if at < 0:
        return False
    letter = text[at]
    if letter == "Q":
        word = line.word(at)
        return word in _UNREAL and not (word == "what" and at == ask.start - 1 and _DO_IS.match(text, ask.action))
    if letter == "k" and at > 1 and text[at - 1] == "," and line.words(at, at + 2) in _WHERE_THESE:
        return True  # "the plans that it makes, where these should be kept"
    if letter == "k" and at and text[at - 1] in "Pp" and line.word(at) in _OF_QUESTION:
        return True  # "a grasp of when cells should be used"
    if letter == "k":  # "areas where the force needs to improve include"
        return at == ask.start - 1 and line.word(at) == "where" and line.word(at - 1).startswith("area")
    if letter == "L":
        return at == ask.start - 1 and not LABELLED.search(line.words(max(0, at - BEFORE), at + 1))
    if letter != "T":
        return letter in "wBSD" and text[at - 1 : at] == "L"  # "of which shift they should be on"
    if text.endswith("2R", 0, at) and not _OURS.search(text, 0, at - 1):
        return True  # "I am glad to report that all boats should be dry by June"
    if _MODEL.search(line.words(max(0, at - BEFORE), at)):
        return True
    if line.word(at - 1) == "one" and text.endswith(("A", ",", "D", "\u2013"), 0, at - 1):
        return True  # "a gap, and one that the force must close"
    if text[max(0, at - 2) : at] == "mu" or text[at - 1 : at] == "!":
        return True  # "it may be that", "it is not that"
    if "s" in text[max(0, at - _NEAR) : at] or _SAYS_WHERE.search(text, 0, at):
        return False  # "said this month that it must"
    if at and text[at - 1] in "BF" and text[: at - 1].rstrip("D0w")[-1:] not in ("", "b"):
        return False  # "it was put to the force that it must"
    if line.word(at - 1) in _HOLDING:
        return False  # "These include that the force should"
    if _AND_THEN.search(text, 0, at):
        return False  # "told it in May to clear the queue, and in June that it must"
    return (
        at > 1
        and text[at - 1] in "wSBNVg"
        and text[at - 2] in "DPpwVegz0"
        and (
            not _VERDICT.match(line.word(at - 1))
            or bool(DROPPED.search(line.words(max(0, at - BEFORE), at)))
            or bool(_SPREAD.search(line.words(max(0, at - _NEAR - 1), at - 1)))
        )
    )
