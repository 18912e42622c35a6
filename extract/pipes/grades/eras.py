"""What the build of a sentence says of a grade's inspection, where no word right beside the grade does.

Enters a sentence and a grade in it; leaves `then`, `both`, `now`, or nothing: a relative clause that tells of earlier and is
over, a body whose report is an old one, a clause that goes on with a time before it.
"""

from __future__ import annotations

from extract.document.dates import MONTHS
from extract.document.forms import alternation
from extract.expressions import expression
from extract.pipes.elements import Elements
from extract.pipes.grades.view import View

_RELATIVES = frozenset(("which", "where", "whose", "whom"))
_OVER = expression(
    r"[^,;:.G(\u2013]*,(?P<told>(?:D?[YI]|F(?:OW{1,3})?|R)J?[BX]*J?[BX]?VR(?=.))?(?:[JBXVM][BXJVRWDPM]{0,6}|[RIYFD][RIYFDBXVJMWO]{0,9})D?"
)
"""Classes from the grade of a relative clause to the one of the clause around it: ", in which it was good, slipped to",
also where that is what somebody said: ", where it was good, inspectors found that it was"."""
_UNASKED = expression(
    r"[^;.]{0,80}?, (?:(?:which|that|where|an?|one)\b[^,;.]{0,60}?)?\b(?:not|never|wasn't|weren't|hadn't)(?: (?:been|previously|yet|before))*"
    r" (?:graded|rated|judged|marked|assessed|examined|inspected|tested|asked|put|covered|looked at|part of)\b"
    r"|[^;.]{0,80}?, (?:an?|one|the) (?:\w+ )?(?:question|area|topic|test|pillar|theme|category|measure)(?: (?:that|which) (?:is|was))? (?:new|asked for the first time)\b"
)
"""Behind a grade, that what it is for had none before: "good at custody, a question that was not asked in 2021"."""
_LISTED = expression("(?:P[DWFOY&]+)?(?:,|,?&),?(?:P[DWFOY&]+,?)?")
"""Classes between two grades of one verb: "they are good in Kent, adequate in Essex and, in Surrey,"."""
_LONG_AGO = frozenset(("had", "then", "previously"))
_HAD = _LONG_AGO | {"was", "were"}
"""Words of the second clause by which that may be earlier as well."""
_EARNED = expression(
    r"\b(?:has|have) (?:now |also |just |since )?(?:earned|won|brought|gained|secured|landed|gone up|gone down|risen|climbed|fallen|slipped|dropped|moved) (?:(?:it|us|them|the \w+|to|up|down|an?|its|our|their|first|ever|only) ){0,5}['\"]?$"
)
"""Before a grade that was got by now: "our work has earned us our first ever outstanding"."""
_NO = (" not ", " never ", "n't ", " new ")
"""Without any of which that matches nothing."""
_MOVES = expression("(?:R|D?Y|F)?[BX]*[MV]J*")
"""Classes of a clause, behind its comma, with which something is moved: ", it was moved down to"."""
_WAS_THEN_IS = expression(r"P[^GBXVM;:.]{1,8}[,&\u2013]{1,2}J?R?J?BJ?D?G")
"""Classes behind "was" and a grade, to the grade that it has now: "was adequate at custody and is good"."""
_WAS = frozenset(("was", "were"))
_IS = frozenset(("is", "are", "remains", "remain"))
_OLD = (
    r"(?:(?:19|20)\d\d|last (?:year|spring|summer|autumn|winter"
    rf"|{alternation(MONTHS)})|earlier (?:this|in the) year|(?:\w+ (?:years?|months)|a year) (?:ago|earlier|before))\b"
)
_REPORT = r"(?:(?:inspection |latest |own )?(?:reports?|inspection|grades|marks|results|verdict|assessment|turn))"
_OLD_REPORT = expression(
    rf", (?:whose (?:(?:last|own|most recent) )?{_REPORT} (?:came|was|were|had|appeared|dates?|followed)"
    rf"|(?:which|who) (?:got|had|received|saw|took) (?:its|their) {_REPORT})\b(?P<when>[^,;]*), (?:[a-z]+ly )?"
    r"(?:was|were|had|got|received|required|needed|came|took|scored|earned)\b[^,;]*$"
)
"""Before a grade, a body whose report is an old one: "Sussex, whose report came out last winter, was"."""
_OLD_BATCH = expression(
    rf"(?:, (?:which (?:was|were) )?(?:in|from|part of)|^in|^of) (?P<when>(?:in )?(?:{alternation(MONTHS)}|last (?:year|spring|summer|autumn|winter))'s|the (?:first|previous|earlier)) "
    r"(?:batch|tranche|crop|wave|lot)\b[^;]*$"
)
"""Before a grade, the batch of reports that a body was in: "Dorset, which was in December's batch, was"."""
_OLD_PAPER = expression(
    rf"(?:[a-z] {_REPORT}, (?:which )?(?:came out|appeared|(?:was |were )?(?:published|issued|released)))"
    r"(?: [^,;]{0,40}?)? (?P<when>(?:in|last) [a-z]+(?: (?:19|20)\d\d)?), [^;]*$"
)
"""Before a grade, when the report of its body came out: "in the Kent report, which came out in October, the force was"."""
_BATCHES = ("batch", "tranche", "crop", "wave", " lot ")
_PAPERS = ("came out", "appeared", "published", "issued", "released")
"""Without any of which those match nothing."""
_INSPECTED = expression(
    r"(?:[a-z], (?:which was )?(?:last )?|(?:was|were) )(?:inspected|visited)(?: [^,;]{0,40}?)? (?P<when>last year),?(?: and)? [^,;]*$"
)
"""Before a grade, when its body was inspected: "Essex, inspected last year, was", "was inspected last year and found to be"."""
_GRADED_IN = expression(
    r", which (?:was|were) (?:graded|rated|judged|found|marked|deemed|given) (?:as |to be |an? )?['\"]?$"
)
_IN_MONTH = expression(rf"['\"]?[^,;:.]{{0,40}} (?P<when>in (?:{alternation(MONTHS)})),")
"""Around a grade, an aside with its month: "Essex, which was graded inadequate in August, is to be inspected again"."""
_SEPARATE = expression(
    rf"(?:^|, )(?P<when>in (?:{alternation(MONTHS)})), in (?:a separate|another|a different) {_REPORT}[^;]*$"
)
"""Before a grade, another report and its month."""
_WHEN_OLD = expression(rf"\b{_OLD}")
_MONTH = expression(rf"\b(?P<month>{alternation(MONTHS)})\b(?! (?:19|20)\d\d)")
_YEAR = expression(r"(?:19|20)\d\d")
_THEN = expression(r"\bthen,? (?:and|while|but) (?:(?!\b(?:now|has|have|is|are)\b)[^;:.])*$")
"""Between two grades of an earlier inspection: "was good then, and leadership required"."""
_PAST = ("required", "needed")
"""With which a grade begins that is a verb of the past."""
_TOO = expression(r"['\"]?(?: (?:at|for|in) [^,;:.()]{3,50}?)? (?:back )?then,? (?:too|also|as well)\b")
"""Behind a grade, that it was of that inspection as well."""
_FRONTED = expression(
    r"(?:but |and |yet )?(?:once|formerly|previously|long|at one time) (?:rated|graded|judged|found|deemed|assessed|ranked|marked|classed|labelled|branded) [^,;:]*$"
)
"""With which a sentence opens, before the grade that its body has lost: "Once rated good for custody, the force"."""
_BETTER = expression(
    r"['\"]?(?: (?:grade|rating|mark|judge?ment|verdict|score))?(?: (?:at|for|in|on) [^,;:.()]{3,50}?)? (?:is|was|are|were|marks|represents) (?:now )?(?:\w+ (?:grades?|notch(?:es)?|steps?|levels?|places?) )?(?:up|down|better|worse|higher|lower) (?:from|than|on)\b"
)
"""Behind a grade, what it is beside an earlier one: "the good grade for custody is up from"."""
_REPLACES = r"(?:replac(?:es|ed|ing)|supersed(?:es|ed|ing)|(?:takes|took|taken|taking) the place of)"
_REPLACING = expression(
    rf"['\"]?(?: (?:grade|rating|mark|judge?ment|verdict|score))?(?: (?:for|at|in|on) [^,;:.()]{{3,60}}?)?,? (?:which )?(?:now |has |have ){{0,2}}{_REPLACES} "
)
"""Behind a grade, that it stands for another now: "a good for custody replaces the adequate of 2021"."""
_REPLACED = expression(rf"\b{_REPLACES} (?:the|an?|its|their|our|last time's|(?:19|20)\d\d's) ['\"]?$")
"""Before the grade that has gone."""
_OF_THEN = (" of ", " that ", " from ", " given ", " in ", "' of ", "' from ")
_ONCE = expression(
    r"(?:, (?:once|formerly|previously|until (?:now|then|today)|till now)|\bwhat (?:was|had been)(?: once)?) an? ['\"]?$"
)
"""Before a grade that something had: "custody, once a good, has become", "what was a good for custody is now"."""
_LAST_GRADE = expression(
    r"[a-z]'s? (?:last|previous|earlier|old|former) (?:grade|rating|mark|verdict|judge?ment|score)(?: (?:for|at|on)\b[^,;:.]{0,40})? (?:was|had been|of|is) (?:an? )?['\"]?$"
)
"""Before a grade that is left behind: "Kent's last grade for custody was"."""
_THIS_TIME = expression(
    r"(?:^|[,;:\u2013] |\b(?:and|but|while|whereas) )this (?:time|year|round)(?: (?:round|around))?,? (?:[\w']+ ){1,5}['\"]?$"
)
"""Before a grade, the time with which its clause opens: "had been good; this time it was"."""
_ARTICLE = 5
"""Characters before a grade in which its article stands."""
_DAY = 7
"""Characters of a date with its month."""
_NEAR = 90
"""Characters before a grade in which that stands."""
_BEFORE_CHANGE = expression(
    r"['\"]?(?: (?:at|for|in) [^,;:.()]{3,50}?)? (?:long |shortly |just |well )?before (?:the|its|their|his|her|she|he|it|they) [^,;.]{3,}"
)
"""Behind a grade that had been given, before what that was."""


def era_of(view: View, grade: int, prior: tuple[int, str] | None) -> str:
    """Of which inspections the sentence says that a grade is: `then`, `now`, or nothing.

    Args:
        view: The sentence.
        grade: Number of the grade's element.
        prior: The grade before it in the sentence and of which inspection that is, or None.
    """
    elements, lower = view.elements, view.reading.lower
    start, end, _ = view.hits[grade]
    before = lower[view.low : start]
    if prior is None:
        if ", w" in before and (match := _OLD_REPORT.search(before)) and _is_old(view, match["when"]):
            return "then"
        if _FRONTED.match(before) or _is_of_old_paper(view, before, end):
            return "then"
    elif prior[1] == "then":
        if _follows_relative(elements, grade, prior[0]) or _is_moved(elements, prior[0], grade):
            return "now"
        if "then" in elements.words[prior[0] : grade] and _THEN.search(lower, view.hits[prior[0]][1], start):
            told = elements.words[grade - 1] in _WAS or view.written(view.hits[grade]).startswith(_PAST)
            return "then" if told else ""
    elif prior[1] == "now" and _LISTED.fullmatch(elements.sorts, prior[0] + 1, grade):
        return "now"
    if any(map(lower[end : view.high].__contains__, _NO)) and _UNASKED.match(lower, end, view.high):
        return "now"
    if "then" in elements.words[grade:] and _TOO.match(lower, end, view.high):
        return "then"
    if elements.words[grade - 1] in _WAS and _WAS_THEN_IS.match(elements.sorts, grade + 1):
        verb = next(n for n in range(grade + 1, len(elements)) if elements.sorts[n] == "B")
        return "then" if elements.words[verb] in _IS else ""
    if _BETTER.match(lower, end, view.high):
        return "now"
    replaced = "plac" in lower[view.low : view.high] or "supersed" in lower[view.low : view.high]
    if replaced and _REPLACING.match(lower, end, view.high):
        return "now"
    near = before[-_NEAR:]
    since = lower[view.hits[prior[0]][1] if prior else view.low : start][-_NEAR:]
    if "ha" in since and _EARNED.search(since):
        return "now"
    if (" a" in near[-_ARTICLE:] and _ONCE.search(near)) or (
        replaced and lower.startswith(_OF_THEN, end) and _REPLACED.search(near)
    ):
        return "then"
    if "this " in near and _THIS_TIME.search(near):
        return "now"
    if "' " in near or "'s " in near:
        return "then" if _LAST_GRADE.search(near) else ""
    return "then" if " had been " in near and _BEFORE_CHANGE.match(lower, end, view.high) else ""


def _is_of_old_paper(view: View, before: str, end: int) -> bool:
    """Whether the words before a grade tell of another paper than that of the article: one of an earlier batch or month."""
    if any(map(before.__contains__, _BATCHES)) and (batch := _OLD_BATCH.search(before)):
        return batch["when"].startswith("the ") or _is_old(view, batch["when"])
    match = _INSPECTED.search(before) if " last " in before else None
    if not match and ", " in before:
        match = _OLD_PAPER.search(before) if any(map(before.__contains__, _PAPERS)) else None
        if not match and ", in " in before:
            match = _SEPARATE.search(before)
        if not match and ", which w" in before and _GRADED_IN.search(before):
            match = _IN_MONTH.match(view.reading.lower, end, view.high)
    return match is not None and _is_old(view, match["when"])


def _is_old(view: View, when: str) -> bool:
    """Whether a text says a time before the year of the article or its season."""
    match = _WHEN_OLD.search(when)
    year = _YEAR.search(match[0]) if match else None
    month = _MONTH.search(when) if match is None else None
    if month and view.published and len(view.published) >= _DAY:
        return (int(view.published[5:7]) - MONTHS[month["month"]]) % 12 > 1
    return match is not None and (year is None or (bool(view.published) and year[0] < str(view.published)[:4]))


def _follows_relative(elements: Elements, grade: int, prior: int) -> bool:
    """Whether the grade before stands in a relative clause of earlier that is over: "custody, in which it was good, slipped to"."""
    match = _OVER.fullmatch(elements.sorts, prior + 1, grade)
    if not match:
        return False
    comma = elements.sorts.rfind(",", 0, prior)
    if comma < 0 or _RELATIVES.isdisjoint(elements.words[comma + 1 : comma + 3]):
        return False
    over = match.end("told") if match["told"] else elements.sorts.index(",", prior)
    main = elements.words[over:grade]
    if match["told"] or "had" in elements.words[comma:prior] or "M" in elements.sorts[over:grade]:
        return _LONG_AGO.isdisjoint(main)  # "which had been good, it was moved down to"
    return _HAD.isdisjoint(main)


def _is_moved(elements: Elements, prior: int, grade: int) -> bool:
    """Whether a clause moves to a grade what had the one before: "people, which had been good, was moved down to"."""
    at = grade - 1 - (elements.sorts[grade - 1] == "D")
    if elements.words[at] not in ("to", "into"):
        return False
    opened = elements.sorts.rfind(",", prior, at)
    words = elements.words[opened:at]
    return opened > 0 and _MOVES.fullmatch(elements.sorts, opened + 1, at) is not None and "had" not in words
