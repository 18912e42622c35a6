"""What the words right beside a grade say of its inspection: that it was an earlier one, or that nothing changed since.

Enters a sentence and a grade in it; leaves `then`, `both`, `now`, or nothing where the words leave it open. What several
sentences say together is weighed by `times`.
"""

from __future__ import annotations

from extract.expressions import expression
from extract.pipes.elements import Elements
from extract.pipes.grades.pointers import is_turned
from extract.pipes.grades.view import View

_KEEPING = frozenset(
    (
        *("keep", "keeps", "kept", "keeping", "retain", "retains", "retained", "retaining"),
        *("maintain", "maintains", "maintained", "maintaining", "repeats", "repeated"),
        *("remain", "remains", "remained", "remaining", "stay", "stays", "stayed", "staying"),
    )
)
"""Verbs whose grade was there before."""
_HOLDING = frozenset(("held", "holds", "hold", "holding", "hung", "hang", "hangs", "clung", "cling", "clings"))
"""Verbs that keep a grade which somebody has: "held its good"."""
_WHOSE = frozenset(("its", "their", "our", "his"))
_AGAIN = frozenset(("again", "once again", "once more"))
"""Adverbs before a grade, or before its verb, that was there before: "has again been rated"."""
_ONLY = frozenset(("only", "just", "merely"))
_VERB = expression("[BXVM]")
_ENDS = frozenset(",.;:)\u2013&")
_WAS = frozenset(("was", "were", "been"))
_IS = expression("[,;&\u2013]{1,2}J?R?J?BJ?D?G")
_WAS_AND_IS = expression("B,?&J?B,?J?$")
_IS_WORDS = frozenset(("is", "are", "remains", "remain"))
_NOW = frozenset(("now", "today"))
_FORMERLY = frozenset(("previously", "formerly", "once", "originally"))
"""Words before a grade of an earlier inspection: "its leadership, previously good,"."""
_SHORT = 7
"""Elements of a statement that "then" ends."""
_APART = expression("[,;:()\u2013]")
_FAR = 160
"""Characters behind a grade that say that it was the same before."""
_PARTED = expression("[G;]")
_NEAR = 70
"""Characters before a grade that say what it is compared with."""

_PAST = (
    r"(?:(?:two|three|four|five|six|seven|\d+|a few|some|several|twelve|eighteen) (?:years|months) (?:ago|earlier|before|previously)"
    r"|a year (?:ago|earlier|before)|last time(?: round| around| out)?|last year|the (?:last|previous) time|the (?:year|time) before|at (?:that|the) time|back then|on that occasion|that year"
    r"|(?:in|at|from|during|of) (?:its|the|our|their|that) (?:[a-z]+ )?(?:last|previous|earlier) (?:\w+ ){0,2}(?:inspection|report|round|assessment|visit|grading|time)s?)\b"
)
"""Words for the time of an earlier inspection."""
_THEN_BEHIND = expression(
    rf"['\"]?\)?(?: (?:at|for|in) (?!(?:its|the|our|their|that) (?:last|previous|earlier)\b|(?:19|20)\d\d)(?:(?! - | that | which | and (?:is|was|it) )[^,;:.()\u2013]){{3,60}}?)?,? (?:back )?(?:{_PAST}|(?:as recently as|in|of|from) (?:[a-z]+ )?(?P<year>(?:19|20)\d\d)\b)"
)
"""Right behind a grade, or behind what it is for, when it was given."""
_PAST_SIGNS = (
    *("20", "19", "last ", "ago", "earlier", "before"),
    *("previous", "that time", "the time", "then", "occasion", "year"),
)
"""Without any of which that matches nothing."""
_SINCE = expression(r"['\"]?(?: (?:at|for|in) [^,;:.()]{3,60}?)? since\b")
_IT_HAD = expression(
    r"['\"]? (?:that |which )?(?:it|they|we|the (?:force|service|brigade)) (?:had|got|was|were|earned|received|held|used to|won|took|scored)\b"
    r"|['\"]? (?:given|handed|awarded|received|recorded|earned|handed down) (?:it |them |us |out )?(?:in|at|by|last|two|three|four)\b"
)
"""Behind a grade with an article, who had it: "the 'good' it had in 2021"."""
_LEFT_BEHIND = expression(
    r"(?<!no )(?<!nothing )(?<!little )\b(?:grades?|steps?|notch(?:es)?|rungs?|levels?|places?|marks?|one|two|better|worse|higher|lower|down|up|improve\w*|fall|drop|rise|slide|climb|decline|upgrade|downgrade) "
    r"(?:up |down |better |worse |higher |lower )?(?:(?:than|below|above|on) (?:an?|the|its|their|our)|from(?: an?| the| its| their| our| last time's| last year's| (?:19|20)\d\d's)?) (?:previous |last |earlier )?['\"]?$"
    r"|\b(?:improvement|advance|rise|climb|step (?:up|down)|drop|fall|slide|decline) on ['\"]?$"
    r"|\bhaving (?:previously |once )*(?:been|got|had|received|required|needed)(?: only)? (?:rated |graded |judged |found |given |marked |told it )?(?:as |an? |to be )?['\"]?$"
    r"|\bno longer (?:an? |only |merely )?['\"]?$"
    r"|\b(?:the|its|our|their|that) (?:last|previous|earlier|old|former|(?P<year>(?:19|20)\d\d)) (?:grade|rating|mark|verdict|judge?ment|score|result|one)s?(?: (?:for|at|on|there|here)\b[^,;:.]{0,30})? (?:was|were|had been|of|is) (?:an? )?['\"]?$"
)
"""Before a grade that is left behind: "two grades better than the", "having been", "no longer"."""
_SINCE_CALLED = expression(
    r"\b(?:(?:years?|months?) since (?:[\w']+ ){1,5}(?:was|were)"
    r"|(?:years|months|a year|(?:year|month)(?= since)) (?:since|after) (?:[\w']+ ){0,7}(?:came out|rating|grading|judging|called|rated|graded|judged|found|marked|deemed|labelled|branded))\b[^,;]*$"
)
"""Before a grade of which it is long since it was given."""
_LATER = expression(
    r"['\"]?(?: (?:at|for|in|on) [^,;:.()]{2,60}?)?,? (?:only |just )?(?:a|one|two|three|four|five|six|seven|\d+) years? (?:later|on)\b"
)
"""Behind a grade that follows upon an earlier one: "good in 2021, it was inadequate three years later"."""
_GOT_AGAIN = expression(
    rf"\b(?:what|the (?:very )?same(?: (?:grades|marks|ratings|verdicts))? (?:as|that)) (?:it|they|we|the \w+) (?:got|had|received|earned|was given|were given)(?: given)? (?:{_PAST}|in (?:19|20)\d\d) ?[:\u2013-]"
)
"""Before grades that were the same then: "It got exactly what it got two years ago:"."""
_GOT_SIGNS = frozenset(("same", "what"))
"""Words without which that says nothing."""
_FRONTED = expression(
    r"(?:but |and |just )?(?:(?:two|three|four|five|six|seven|\w+ and a half|a few|some|several|a) years? (?:ago|earlier|before|previously)"
    r"|last time(?: round| around| out)?|(?:in|at) (?:its|the|our|their) (?:last|previous) (?:\w+ )?(?:inspection|report|visit|round))"
    r",? (?:[\w']+ ){1,7}?(?:had|was|were|got|received|rated|graded|judged|found|gave|marked|required|needed)\b[^,;:\u2013(]*$"
)
"""Before the first grade of a sentence, the time with which that opens: "Two years earlier it had been rated"."""
_SINCE_LAST = expression(
    r"[^;]*? since (?:the|its|our|their) (?:last|previous|first|earlier) (?:\w+ )?(?:inspection|report|visit|review|assessment)\b"
)
"""Behind a grade, since when something has changed, which is so now."""
_ASIDE_THEN = r"\((?:in (?:[a-z]+ )?(?:19|20)\d\d,? |last time |then )?(?:it |they |we |which )?(?:was|were|had been|requires?d|previously|formerly|up from|down from)\b"
_BEFORE_ASIDE = expression(rf"[^();.]*{_ASIDE_THEN}")
"""Behind a grade, a bracket with an earlier one: "good (it was inadequate in 2021)"."""
_IN_ASIDE = expression(rf"{_ASIDE_THEN}[^()]*$|\((?:in (?:[a-z]+ )?(?:19|20)\d\d,? )?(?:it|they|we) $")
"""Before a grade, such a bracket."""
_HEAD = expression(
    r"(?:(?:but|and) )?(?:(?P<same>(?:just )?as (?:in|at|it (?:was|did) in)|like)|unlike(?: in| at)?|in contrast (?:to|with)|compared (?:to|with)) "
    r"(?:(?:its|the|our|their) (?:last|previous) (?:\w+ )?(?:inspection|report|round)|last time|(?:19|20)\d\d)(?:, when [^,;.]{3,90})?, (?!when\b)"
)
"""With which a sentence opens that says how its grades are beside earlier ones: "As in 2022, it was good"."""
_HEADS = frozenset(("but", "and", "just", "as", "like", "unlike", "in", "in contrast", "compared"))
"""First words of that."""
_PROGRESS = expression(
    r"\b(?:said|found|says|added|concluded) (?:the \w+|it|they) had (?:improved|made|progressed|got better)\b[^;.]* and [^;.]*$"
)
"""Before a grade, what is told of a body that got better: "said the force had improved and rated it good"."""
_PROGRESSED = expression(
    r"\b(?:has|have) (?!been (?:good|rated|graded|judged))[^;.]{4,80}? since (?:the|its|our|their) (?:last|previous|first) (?:\w+ )?(?:inspection|report|visit|assessment)\b"
    r"(?:(?!\b(?:had|then|which)\b|, when\b)[^;.])*$"
)
"""Before a grade, what has got better since the inspection before."""
_ADVANCED = expression(
    r"['\"]?(?: (?:at|for|in|on) [^,;.()\u2013]{3,60}?)?,? (?:which (?:is|was|marks|represents) )?an? (?:[a-z]+ )?(?:advance|improvement|step (?:up|down)|rise|climb|leap|drop|fall|slide|slip|upgrade|downgrade) (?:on|from|since)\b"
)
"""Behind a grade, what it is beside an earlier one: "good, a clear advance on 2014"."""
_YEAR_WHEN = expression(
    r"\b(?:in|on|from|of|than|with|to|since) (?:[a-z]+ )?(?P<year>(?:19|20)\d\d)(?: (?:inspection|report|visit|assessment|round))?,? when\b[^,;]*$"
)
"""Before a grade, the year in which it was given: "in 2014, when its efficiency required improvement"."""
_THIS = expression(
    r"['\"]?(?: (?:at|for|in|on) [^,;:.()\u2013]{3,60}?)?,? this(?: (?:time|year|week|month|spring|summer|autumn|winter|round))?(?: (?:round|around))?(?=[ ,.;:)]|$)(?! \w+ (?:is|was|has)\b| (?:time )?last\b)"
)
"""Behind a grade or what it is for, that it is the one given now: "from adequate in 2021 to good this year"."""
_IN_YEAR = expression(r"\bin (?:[a-z]+ )?(?P<year>(?:19|20)\d\d) (?:as |to be )?(?:an? )?['\"]?$")
"""The same with the grade right behind it: "adequate in 2023 and in 2024 good"."""
_SIGN_BEFORE = (
    *("than ", " on ", "from ", "below ", "above ", "having ", "longer "),
    *(" grade", " rating", " mark", " judg", " verdict", " one "),
)

_TIMES = r"(?:in|at|on|when|last|before|then|back|two|three|four|five|the (?:last|previous|first|time|year|round|inspection)|its|their|our|(?:19|20)\d\d)\b"
_GRADE = r"(?:grade|grading|rating|mark|judge?ment|verdict|score|result|level)"
_SAME = expression(
    rf",? (?:just |exactly |much )?as (?:it|they|we|you|that) (?:was|were|had been|did|had)(?= {_TIMES}|[.,;)])"
    r"|,? (?:just )?as (?:before|last time|previously)\b|\bunchanged\b|\bno change\b(?! of\b)"
    r"|[,(] ?as (?:in|at) (?:its |the |our |their )?(?:last|previous|first|(?:19|20)\d\d)"
    rf"|\b(?:was|were|had been) (?:also )?(?:given|awarded|rated|graded|judged) the same (?:{_GRADE} )?{_TIMES}"
    r"|\bsame as (?:last|before|previously|(?:19|20)\d\d)\b"
    rf"|\bthe same (?:{_GRADE} )?(?:as|that)(?: (?:it|they|we|the \w+)(?: \w+)?)? {_TIMES}"
    rf"|[,\u2013(] ?(?:which is |again )?the (?:same )?{_GRADE} (?:that |which )?(?:it|they|we|the \w+) (?:also |already )?"
    rf"(?:had|held|got|received|earned|achieved|was given|were given|was awarded) (?:also )?{_TIMES}"
    rf"|\bwhich is (?:what|where|how) (?:it|they|we|hmic\w*|inspectors|the \w+) (?:was|were|had been|got|stood|came out|said|found|gave|called|thought|judged|concluded)(?: it| them| us)? {_TIMES}"
    rf"|\band so (?:it|they|we) (?:was|were|had been) {_TIMES}"
    r"|\b(?:has|have|had)(?:n't| not) (?:changed|moved|shifted|budged|altered)\b"
    r"|\band (?:it |they )?(?:stays?|stayed|remains?|remained) (?:there|so|that way)\b|\b(?:has|have) (?:been|stayed|remained)(?: so| there| that(?: way)?)? (?:ever )?since\b"
    r"|\b(?:(?:and|that|but|because|as|it) (?:it |they |we )?|and (?:[a-z]+ ){1,6}(?:it|they|we) )(?:still (?:is|are|does|do)|(?:is|are) still|(?:is|are) so (?:now|still|today))\b(?=[.,;)]|$)"
    r"|\b(?:that|this|it)(?:'s| is| remains) (?:still )?the case\b(?= (?:now|today|still)|[.,;]|$)"
    r"|\bfor (?:a|the) (?:second|third|fourth|fifth) (?:\w+ )?(?:time|year|inspection|report)\b(?! this)"
    r"|\b(?:times?|years?|inspections?|reports?) (?:running|in a row)\b|\b(?:second|third|fourth)(?: \w+)? in a row\b"
)
"""What says behind a grade that it was the same before."""
_SAME_BEFORE = expression(
    r"\bfor (?:a|the) (?:second|third|fourth|fifth)(?: (?:successive|consecutive|straight))? (?:time|year|inspection|report|round)\b(?! (?:this|today)\b)[^;]*$"
    r"|\b(?:second|third|fourth) (?:report|inspection|time|year) (?:in a row|running)(?: in which| that| when)\b[^;]*$"
    r"|\bin (?:two|three|four) (?:successive|consecutive) (?:years|inspections|reports|rounds)\b[^;]*$"
    r"|\b(?:second|third|fourth|fifth) (?:successive|consecutive|straight) ['\"]?$"
)
"""Before a grade, the same: "for the second year running, inspectors judged it inadequate"."""
_LAST_REPORT = expression(
    r"[^a-z]*(?:notes?: )?(?:the|its|our|their) (?:last|previous|earlier|first|(?:19|20)\d\d) (?!such\b)[^.;:]*?\b(?:report|inspection|assessment)\b[^.;]*\b(?:was|came|took|is|had been)\b"
)
"""A sentence on an earlier report, which the next one goes on to tell of."""
_IT_GRADED = expression(
    r"(?:it|they|inspectors|that report|there) (?:also )?(?:graded|rated|judged|found|gave|marked|assessed|said)\b"
)
_STAND = expression(
    r"\b(?:grades?|judge?ments?|ratings?) (?:that were |we )?(?:given |made |awarded |gave )?(?:in|from|of) (?P<year>(?:19|20)\d\d) (?:still )?(?:stands?|remains?)\b"
)
"""Before a grade, what says that it was not given anew."""
_ALSO = expression(
    r"(?:it|they|we|he|she|inspectors|hmic(?:frs)?|the (?:[a-z]+ ){0,3}(?:force|service|constabulary|brigade|inspectorate|watchdog|inspectors|report))"
    r"(?: (?:was|were|had))?,? also(?: been)? (?:told|said|found|judged|graded|rated|marked|deemed|assessed|given|criticised)\b"
)
"""With which a sentence goes on with the inspection of the one before it."""
_CLOSED = expression("[^,;:.G(\u2013]*[,)\u2013][JBXVM][BXJVRWDPM]{0,6}")
"""Classes from a grade in an aside to the one of its clause: "leadership, good last time, came out as adequate"."""
_ORDERS = ("second ", "third ", "fourth ", "fifth ", "consecutive ", "successive ")
_SIGNS = (
    *(
        "as it ",
        "as they ",
        "as we ",
        "as you ",
        "as that ",
        "as before",
        "as last ",
        "as previously",
        "as in ",
        "as at ",
    ),
    *("same", "change", "the grade ", "the rating ", "the mark ", "the judg", "the verdict ", "which is "),
    *("t moved", "t shifted", "t budged", "t altered", "since", "still", "stay", "remain", "the case"),
    *("second ", "third ", "fourth ", "fifth ", " running", " in a row"),
)
"""Without any of which that matches nothing."""
_LATELY = expression(r"\b(?:has|have) (?:only |just )?recently (?:been )?[a-z]+ (?:as )?(?:an? )?['\"]?$")
"""Before the grade of an inspection that is the last: "has recently been rated good"."""
_NEXT_SAID = expression(
    r" and (?:so, |for (?:a|the) (?:second|third|fourth|fifth) [a-z ]{3,30} (?:we|it|they) (?:is|are|was|were|has|have) )"
)
"""With which a statement opens whose time is its own."""


def said_of(view: View, grade: int, prior: tuple[int, str] | None) -> str:
    """Of which inspections a grade is said to be: `then`, `both`, `now`, or nothing.

    Args:
        view: The sentence.
        grade: Number of the grade's element.
        prior: The grade before it in the sentence and of which inspection that is, or None.
    """
    elements, lower = view.elements, view.reading.lower
    start, end, _ = view.hits[grade]
    if not _GOT_SIGNS.isdisjoint(elements.words[max(0, grade - 60) : grade]) and _GOT_AGAIN.search(
        lower, max(view.low, start - _FAR), start
    ):
        return "both"
    if _is_held(elements, grade) or _is_again(elements, grade):
        return "both"
    if "recently" in elements.words[max(0, grade - 4) : grade] and _LATELY.search(lower, view.low, start):
        return "now"
    head = _HEAD.match(lower, view.low, start) if elements.words[0] in _HEADS else None
    if head:
        return "both" if head["same"] else "now"
    if _is_listed(view, grade):
        return "both"
    number = elements.sorts.find("G", grade + 1)
    while number >= 0 and view.hits[number][2] == "same":
        number = elements.sorts.find("G", number + 1)  # "good, the same grade as in 2023"
    stop = min(elements.starts[number] if number >= 0 else view.high, end + _FAR)
    so = _NEXT_SAID.search(lower, end, stop) if " and " in lower[end:stop] else None
    stop = so.start() if so else stop  # "are good and so, for the second time running, is vetting"
    behind = lower[end:stop]
    if any(map(behind.__contains__, _SIGNS)) and _SAME.search(lower, end, stop):
        return "both"
    if _since(view, grade):
        return "both"
    last = elements.sorts.rfind("G", 0, grade)
    low = max(elements.ends[last] if last >= 0 else view.low, start - 2 * _FAR)
    since = lower[low:start]
    if any(map(since.__contains__, _ORDERS)) and _SAME_BEFORE.search(since):
        return "both"
    if "(" in behind and stop < view.high and _BEFORE_ASIDE.match(lower, end, view.high):
        return "now"
    before = lower[max(view.low, start - _NEAR) : start]
    if "(" in before and _IN_ASIDE.search(before):
        return "then"
    if elements.words[grade - 1] == "from" and elements.sorts[max(0, grade - 3) : grade] == "G,J":
        return "then"
    if _is_formerly(elements, grade) or is_turned(elements, grade):
        return "then"
    if prior and prior[1] == "then" and _LATER.match(lower, end, stop):
        return "now"
    if (" a " in behind or " an " in behind) and _ADVANCED.match(lower, end, stop):
        return "now"
    if "since " in behind and _SINCE_LAST.match(lower, end, stop):
        return "now"
    if " since " in lower[view.low : start] and _PROGRESSED.search(lower, view.low, start):
        return "now"
    if " this" in behind and _THIS.match(lower, end, stop if number >= 0 else view.high):
        return "now"
    if last < 0 and _FRONTED.match(lower, view.low, start):
        return "then"
    match = _THEN_BEHIND.match(lower, end, stop) if any(map(behind.__contains__, _PAST_SIGNS)) else None
    if match and (not match["year"] or (view.published and match["year"] < view.published[:4])):
        return "then"
    if grade and elements.words[grade - 1] in ("the", "a", "an") and _IT_HAD.match(lower, end, view.high):
        return "then"
    dated = "20" in before or "19" in before
    told_when, given = (_YEAR_WHEN.search(before), _IN_YEAR.search(before)) if dated else (None, None)
    if told_when and view.published and told_when["year"] < view.published[:4]:
        return "then"
    if given and view.published and given["year"] >= view.published[:4]:
        return "now"
    told = lower[max(view.low, start - _FAR) : start]
    if ("since " in told or " after " in told) and _SINCE_CALLED.search(told):
        return "then"
    if any(map(before.__contains__, _SIGN_BEFORE)):
        match = _LEFT_BEHIND.search(before)
        if match and not (match["year"] and view.published and match["year"] >= view.published[:4]):
            return "then"
    if prior and prior == (grade - 2, "then") and elements.words[grade - 1] in ("to", "into") and " had " not in told:
        return "now"
    if elements.words[grade - 1] in _NOW or (
        elements.words[grade + 1 : grade + 2]
        and elements.words[grade + 1] in _NOW
        and (elements.sorts[grade + 2 : grade + 3] or ".") in _ENDS
    ):
        return "now"
    if prior and prior[1] == "then" and _CLOSED.fullmatch(elements.sorts, prior[0] + 1, grade):
        return "now" if elements.sorts[prior[0] - 1] in ",(\u2013" or elements.sorts[prior[0] - 2] == "," else ""
    if not prior and view.above and _IT_GRADED.match(lower, view.low) and _LAST_REPORT.match(lower, *view.above):
        return "then"
    if (not prior or prior[1] == "then") and any(map(lower[view.low : start].__contains__, (" stand", " remain"))):
        stands = _STAND.search(lower, view.low, start)
        if stands and view.published and stands["year"] < view.published[:4]:
            return "then"
    if not prior and view.state == "then" and _ALSO.match(lower, view.low, start):
        return "then"
    if prior and prior[1] == "both" and _is_joined(elements, grade, prior):
        return "both" if _is_held(elements, prior[0]) else "now"
    if (
        prior
        and prior[1] == "then"
        and _is_joined(elements, grade, prior)
        and not _APART.search(elements.sorts, prior[0], grade)
    ):
        return "then"
    return "now" if " had " in told and _PROGRESS.search(told) else ""


def _is_listed(view: View, grade: int) -> bool:
    """Whether a grade is one of a list in brackets of which is said that it is as before: "vetting (good) and custody (adequate) are unchanged"."""
    sorts = view.elements.sorts
    if "(G)" not in sorts:
        return False
    last = sorts.rfind("G")
    if last == grade or sorts[max(0, grade - 1) : grade + 2] != "(G)" or sorts[last - 1 : last + 2] != "(G)":
        return False
    return _SAME.search(view.reading.lower, view.elements.ends[last], view.high) is not None


def _since(view: View, grade: int) -> bool:
    """Whether a grade has been held since a year: "has been good since 2018"."""
    words = view.elements.words
    if words[max(0, grade - 2) : grade] not in (["has", "been"], ["have", "been"]):
        return False
    return _SINCE.match(view.reading.lower, view.hits[grade][1], view.high) is not None


def _is_formerly(elements: Elements, grade: int) -> bool:
    """Whether a word beside a grade says that it is an earlier one: "previously good", "rated good then,"."""
    if grade > 0 and elements.words[grade - 1] in _FORMERLY:
        return True
    behind = elements.sorts.find(",", grade, grade + _SHORT)
    told = behind > 0 and elements.words[behind - 1] == "then" and not _PARTED.search(elements.sorts, grade + 1, behind)
    if told and "G" in elements.sorts[behind:]:
        return True  # "adequate at custody then, it is good today"
    if elements.words[grade - 1] in _WAS and _IS.match(elements.sorts, grade + 1):
        verb = next(n for n in range(grade + 1, len(elements)) if elements.sorts[n] == "B")
        return elements.words[verb] in _IS_WORDS
    return elements.words[grade + 1 : grade + 2] == ["then"] and elements.sorts[grade + 2 : grade + 3] in (
        ",",
        ".",
        ";",
        ")",
    )


def _is_held(elements: Elements, grade: int) -> bool:
    """Whether a verb keeps it: "remains good", "keeps its good", "has again been rated good"."""
    sorts, words = elements.sorts, elements.words
    here = grade - 1
    whose = False
    while here > max(0, grade - 4) and (sorts[here] == "D" or words[here] in ("at", "as", "on", "to", "onto")):
        whose = whose or words[here] in _WHOSE or words[here] in ("to", "onto")
        here -= 1
    verb = here
    while verb > 0 and sorts[here] == "V" and sorts[verb - 1] in "BX":
        verb -= 1
    before = verb - 1 if verb != here or sorts[here] == "V" else here
    if before >= 0 and words[before] in _AGAIN and (before == 0 or sorts[before - 1] in "BXFYR,&G"):
        return True
    near = grade - 1 - (words[grade - 1] in _ONLY)
    if near > 0 and words[near] == "still" and (sorts[near - 1] in "BFR,&" or "with" in words[max(0, near - 6) : near]):
        return True  # "is still good", where "was still found good" may only be so in spite of something
    if _WAS_AND_IS.search(sorts, max(0, grade - 7), grade) and words[here - (words[here] == ",")] in _IS_WORDS:
        return True  # "was, and is, good"
    return here >= 0 and (words[here] in _KEEPING or (whose and words[here] in _HOLDING))


def _is_joined(elements: Elements, grade: int, prior: tuple[int, str]) -> bool:
    """Whether a grade has the verb of the one before it: "is good at A, as it was in 2021, and adequate at B"."""
    sorts = elements.sorts
    here = grade - 1
    while here > prior[0] and sorts[here] in "DJ":
        here -= 1
    return sorts[here] == "&" and _VERB.search(sorts, here, grade) is None


def _is_again(elements: Elements, grade: int) -> bool:
    """Whether what a grade is given to ends in "again": "good at leadership again"."""
    words, sorts = elements.words, elements.sorts
    if _AGAIN.isdisjoint(words):
        return False
    stop = sorts.find("G", grade + 1)
    for at in range(grade + 1, stop if stop >= 0 else len(words)):
        if words[at] in _AGAIN:
            return sorts[at + 1 : at + 2] in ("", *_ENDS) and not _VERB.search(sorts, grade + 1, at)
    return False
