"""Where the action of a clause ends: before a reason, a reporting clause, or a clause of its own.

Enters a line of letters and the place where an action begins; leaves the token behind the last of it.
"""

from __future__ import annotations

import re

from extract.document.dates import COUNT
from extract.expressions import expression
from extract.pipes.recommendations.lines import Line

_NOUN = "(?:[wBSNRfHhOgVcz0]|y(?=[ewg])|e(?:(?=[Pp])|(?<![BSFfNRHh]e))|(?<=D)s|F(?<![RHBSNf]F))"
NOMINAL = rf"(?:(?:DQw?(?=0))?[D0]++|F|{_NOUN}){_NOUN}*+"
CORE = rf"(?:[IEYWJK]|{NOMINAL})"
"""A noun phrase without what follows its noun."""

REPORT = (
    rf"(?:{CORE}(?:[PpA]V?{CORE})*(?:\(H\))?[vdy!ub]*(?:[sj]|a(?:{CORE})?)(?:[Pp]{CORE})?y*|s{CORE}(?:[Pp]{CORE})*)"
)
"""A reporting clause: "it says", "says the report"."""

FEW = 7
"""Tokens of an action that can be too general."""

_CLAUSE = rf"(?:w?D{{1,2}}y(?=[IEWJKBDFSNRH]))?y*(?:t+,?|[Pp][D0wVyeR]{{1,4}}(?:P[D0weR]{{1,3}})?,?(?=[IEDBF0RSHW]))?{CORE}(?:[Pp]{CORE}|[LT](?:y*[bvd]!(?=[vbueVw]))?+[^,;.]{{1,8}}?)*(?:,[^,]*,)?y*(?P<verb>M|n(?=\"?2|[D0g])|[bvdmsx!])"
_STOP = expression(
    rf"(?=[;?.:\n\u2013()\",qAC]|y++q|[Pp](?:g|ue|D?[weyg]{{0,3}}[RH]|D?[wa]P|D[weg]?R|[DHREI]++[vdyub]*+s))(?:[;?.:\n\u2013()\"]|,?y*q|,AwT|,(?=0P[D0])|,y*(?:k|L|[Pp]L|[D0w]y?PL)|(?:,?A|,)T(?=[bvdsm]|[^,.;:]{{1,24}}?(?:M|n[2wyD]|v[2t])|{CORE}(?:u[ePp]|V[DPw]|,L[^,;.]{{1,12}},y*[Mn]))|,?AT(?=[IEK]y*[vb]y*[exu])|,?AD[0w]T|,?A[Pp]D?[w0]{{1,2}}T|,?C|,?A,y,T|,?A(?:y*[JWKbsx]|D[wNSg]{{1,2}}L[^,;.MnbT]{{2,14}}m|[aj]y*(?:T|2|{CORE}2|P[^,.;:]{{1,9}}2|[IE]V)|y*(?:D?Rh*|Hh*|[IE])[vdy]*[ajs]|{_CLAUSE})|,?Am|,?AD{{1,2}}y(?=[IEWJK])|,?Aa(?:[IEFK]|D?[BS])?(?=t)|,?A[vd]y*!(?=[.,;:]|$)|,?AQ(?=[IEKWJDFBSNRHM])|,?A[kp](?=[IEKWJ]y*[bdvMm])|,(?=D?[RH]h*(?:wP|V)(?:[.,;:\"]|$))|,g[TL]|,?Av|,AT(?=w)|,Ay*e(?=[DBFSN])|,Awy*T"
    rf"|,(?={REPORT}(?:[,.;:\u2013\"]|$))|,(?=Hh*[vdy]*s|a2|P[D0weF])|,(?={CORE}(?:[Pp]{CORE})?y*(?:M|n\"?2))|,y*[bvds]|,(?=D[^,;A]*(?:[,.;]|$))|,(?=[Pp]Dw{{1,2}}k)|,(?=y*[IEWK]y*[bvdsMn])|,(?=(?:Dy*)?[weg]{{0,2}}[wegV][TLIE][^,A]*(?:Av[^,A]*)?\.?$)|,?P(?=[DHREI]+[vdyub]*s)|P(?=D?[weg]{{0,2}}[RH]h*[vdyub]*[eVxwa]|ue)|,[pP](?=[^,MnbvT]{{0,10}}[RHj][^,MnT]{{0,8}}$)|,?(?=[Pp]D?[wa]P|Pg|PD[weyg]{{0,3}}R(?:\.?$|[pP]D?[RH])))"
)
"""Marks and words that can end an action; what of a word most often says that it does not is asked first."""

_SPLICED = expression(rf",(?:Hh*[vdy]*s|{CORE}(?:[Pp]{CORE})?y*(?:M|n\"?2))")
"""A clause that a comma alone sets off: "While A must train, B must hire"."""

_REPORTED = expression(rf",(?:{REPORT}|D?[RH]h*(?:wP|V)(?:[.,;:\"]|$))")
_SURE = expression(r"\b(?:sure|ensures?|ensuring)\b")
_AFTER_VERB = expression(rf"y*\w(?:AV)?(?:[Ppw]?|[Pp]?{CORE}(?=,t+,[D0])),")
"""A verb whose object stands behind a parenthesis: "review, by June, its files"."""

_ASKS_AGAIN = expression(",?A(?:[aj]|wy*T)")
_ASKED = expression("y?2|u?y*a[^,;]{0,12}2")
_SAY_WHAT = expression(",?As(?:,[^,]{1,6},)?[QL]")
"""As in "and say, one by one, what they will do": what is said is asked too."""

_SHOULD_AGAIN = expression(";A?y*(?:M|n2|v2)(?:,[^,]{1,9},)?")
"""As in "should train its staff; should check their work; and must say so": one subject, several verbs."""

_IS_AND_IS = expression("T[^,b]{0,16}b[^,;]{0,16}Ay?b$")
"""As in "that it is regular and is recorded"."""

_OWN_VERB = expression("(?:L(?!V)|T)[^LTbvdmMsxeu!,]+$")
"""A relative clause that has no verb yet."""

_OWN_VERB_LATER = expression("(?:L(?!V)|T)[^LTbvdmMsxu!,]+,[^,bvdmMsx!]{1,7}$")
"""The same with an aside between two commas: "that all staff, on-call included, have"."""

_ASIDE_THERE = expression("[^,MbvdmxT]*,[^,bvdmMsx!]{1,7}$")
"""As in "make sure every victim, however old, is"."""

_LISTED = expression(r",v[^,]+(?:,[^,]+)*?,A(?:V|a|w[DSI])")
"""One of several verbs: "must appoint a lead, have its files reviewed, and give them a tutor"."""

_WHO_AND = expression("L[^,;:]*$")
"""A relative clause with which another verb can be joined: "those who call and are not answered"."""

_CONTRACTED = frozenset(("we've", "they've", "i've", "you've"))
"""Verbs that hold a subject, with which a clause begins."""

_DONE = expression(r"t+(?:2d[QTIED]+)?[.;]?$|[yk]*e(?:Q|[TIED]+)[.;]?$|[yk]+[exas](?:Q|[TIED]+|2)?[.;]?$")
"""Behind "and has": by when it is to be done, or that it was done: "until May to do so", "since done so"."""

_PLURAL = frozenset(("are", "were", "have", "do"))
_ASIDE = 16
"""Tokens between the commas of a relative clause behind which an action goes on."""

_REPORT_LAST = expression("PD[weyg]{0,3}R(?:[.]?$|[pP]D?[RH])")
"""As in "after a damning report"."""

_AFTER = frozenset(("after", "following"))
_JUDGED = frozenset(
    ("criticised", "rated", "graded", "judged", "branded", "warned", "slammed", "condemned", "placed", "told", "found")
)
"""What an inspection does to a body, behind "after being"."""

_REPORTS = expression("P[DHREI]+[vdyub]*s")
"""Before what was said: "after inspectors said", beside "from inspectors working"."""

_OVER = expression(
    r",(?=P2|aT|P[yPD]{0,2}0[^,]*$|2L[^,]*$|PDw[.,;]?$|[pP]D[weg]{0,2}R[TL]|A!?[yPw]{1,3}[.;]?$|A[vIE]|D0[wegV]|p(?:D|0)?[wcgBSNe]{1,5}(?:!|[Pp]))"
)
_OVER_SAYS = expression(
    rf"(?:according to|owing to|given that|thanks to|with (?:(?:only|just|fewer than|more than|some|nearly|almost|about|around|the) )?{COUNT}\b|to which|nor (?:has|have|had)"
    r"|in (?:its|their|his|her|my|our) (?:view|opinion|judge?ment)|in an? (?:\w+ ){0,2}(?:report|letter|inspection) (?:that|which)|and (?:soon|fast|quickly|now|urgently|not before time)\b"
    r"|and (?:it|they) will be (?:re-?)?(?:inspected|visited|monitored|assessed)\b|with (?:[\w-]+ ){1,5}not\b"
    r"|the (?:first|second|third|fourth|fifth|last) (?:time|year|inspection|report|of)\b)"
)
_AFTER_ALL = expression(r"P[^,.;:MnTP]{1,9}pD?[RH]h*[.;]?$")
_IN_REPORT = expression(r"[Pp]D[weyg]{0,3}R[pP]D?(?:wz)?[RH]")
_AS_IT = expression("k(?:[IEK]|D?[RH]h*)v?[eaxVsw]")
_PUBLISHING = expression(
    r"as (?:\w+ ){1,4}(?:published|releases?|released|issued|unveiled|announced|warned|placed|graded|rated|revealed|gave|handed)\b"
)
"""When something was said: "as it published its findings"."""

_OVER_NEAR = 7
"""Words behind a comma with which something else begins, and how many of them tell."""

_PLACE = expression("[Pp]Dw{1,2}k")
_REASON = expression(r"(?:for (?:want|lack|fear|(?:the )?sake|reasons)|in (?:view|light|the light)|on account) of\b")
"""As in "for want of", which says why."""

_FINDING = expression(r"(?:after|following) (?:find|discover|learn|see|hear|conclud|identify)ing$")
"""Words that say why something is asked: "after finding that …"."""

_SUPPOSED = frozenset(("if", "unless", "once", "so"))
"""Words behind "and" with which a clause of its own begins: "and if they have not, she must"."""

_IT_HAD = expression("[IEK]y*[vb]y*[exu]")
"""Behind "and that": what is the case, as in "and that it had hired ten"."""

_UNTIL = frozenset(("until", "till", "once"))
"""Words that do the same: "and until it does, I will not expect more"."""

_ON_BEHIND = expression("[Pp]|AV(?![bvdM])")
"""Behind an aside: what an action goes on with."""

_IN_MARKS = expression('(?:[Ppywt]{1,3}\\"V|y*V[Pp]?\\"[D0wegBFSNIE])')
"""An action of which marks hold only the beginning."""

_FROM_THE_VERB = expression(r'"y*(?:M|[nv]2|by*2)y*$')
"""Before an action of which marks hold the verb that asks too: '"must do more" to protect them', '"should act" on it'."""

_BEHIND_MARKS = expression(rf'"(?!{REPORT}|[Pp]D?[weg]*[RH])[D0wegyBFSNIEQ2Pp]')
"""How it goes on behind them."""

_TIMED = expression(r" (?:before|until|till|after)\b")
"""Words behind which a clause says when."""

_IS_SUBJECT = expression("D?[w0]{0,2}j(?:T[^,;]+|2)$")
"""Before an action: a clause that is itself the subject of its sentence, as in "A recommendation that it review its cells was met"."""

_BECAME = expression(r"(?:b|vu?)[y!]*(?:u|[exBa])?[^,;bvM]{0,4}[.;]?$")
"""The verb of such a sentence: what became of the recommendation."""

_SAME_SUBJECT = expression(r",?[AC]T?y*(?=M|n2|v2|[bv]u?y*a)")


def end_of(line: Line, start: int, *, embedded: bool = False) -> int:
    """Where the action of a clause ends: before a reason, a reporting clause, or a clause of its own.

    Args:
        line: The sentence.
        start: Where the action begins.
        embedded: Whether it stands in a clause already, in which a further verb is none of its own.
    """
    text, at, opened = line.text, start, False
    end = len(text)
    became = _BECAME.search(text, start) if _IS_SUBJECT.match(text, 0, start) else None
    if became:
        return became.start()
    parted = _AFTER_VERB.match(text, start) if text.find(",", start) > 0 else None
    if parted and not text.startswith("V", parted.end()):
        close = text.find(",", parted.end())
        at = close + 1 if 0 < close < parted.end() + 12 else at
    while True:
        match = _STOP.search(text, at)
        if match is None:
            break
        here = match.start()
        on = _goes_on(line, start, match, opened, embedded)
        if on is None:
            end = here
            break
        opened = opened != (text[here] == '"')
        at = on
    if text.find(",", start) >= 0 or "H" in text[start:] or "R" in text[start:]:
        end = min(end, _over(line, start))
    if text.find("k", start, end) > 0:
        end = _published(line, start, end)
    while end > start and text[end - 1] in ' ,.;:?\n"A':
        end -= 1
    return end


def _over(line: Line, start: int) -> int:
    """Where words begin that are none of an action, whatever they hold: "according to", "given that", "and soon"."""
    text = line.text
    for match in _OVER.finditer(text, start):
        if _OVER_SAYS.match(line.words(match.start() + 1, match.start() + _OVER_NEAR)):
            return match.start()
    for match in _AFTER_ALL.finditer(text, start):
        if line.word(match.start()) in _AFTER:
            return match.start()  # "after concerns were raised by inspectors"
    for match in _IN_REPORT.finditer(text, start):
        if line.word(match.start()) == "in":
            return match.start()  # "in a damning report by inspectors"
    return len(text)


def _published(line: Line, start: int, end: int) -> int:
    """Where words begin that say when something was said: "as it published its findings"."""
    match = _AS_IT.search(line.text, start, end)
    return match.start() if match and _PUBLISHING.match(line.words(match.start(), match.end())) else end


def _goes_on(line: Line, start: int, match: re.Match[str], opened: bool, embedded: bool) -> int | None:
    """Where to look on behind a mark or word that ends no action; None where it ends it."""
    here = match.start()
    text, mark = line.text, line.text[here]
    if mark in ".?\n)":
        return None
    if not match[0] or (match[0] == "," and text[here + 1] in "Pp"):
        first = match.end()
        place = _PLACE.match(text, first)
        if place and line.word(place.end() - 1) == "where":
            return None  # "in a county where the signal gives out"
        if text.startswith("Pg", first):
            return None if _FINDING.match(line.words(first, first + 2)) else first + 1
        if mark == "," and line.word(first) in ("after", "following") and text.find(",", first) < 0:
            return None  # ", after three engines were sent to the wrong town"
        if text.startswith("PD", first):
            after = line.word(first) in ("after", "following")
            return None if after and _REPORT_LAST.match(text, first) else first + 1
        return None if _REASON.match(line.words(first, first + 4)) else first + 1
    if match[0] == "P" and not _REPORTS.match(text, here):
        judged = not text.startswith("u", here + 1) or line.word(here + 2) in _JUDGED
        return None if judged and line.word(here) in _AFTER else here + 1
    if mark == ";":
        again = _SHOULD_AGAIN.match(text, here) if text[0] not in "Mnv" else None
        return again.end() if again else None
    if mark == "(":
        close = text.find(")", here)
        return close + 1 if 0 < close < len(text) - 2 and text[close + 1] not in ".;" else None
    if mark == "\u2013":
        close = text.find("\u2013", here + 1)
        if close > 0 and text[close + 1 : close + 2] in ("A", "P", "p", "2", "V", "C", "Q", "T"):
            return close + 1
        return here + 1 if text.startswith("AV", here + 1) else None  # "decide what it needs - and say so"
    if match[0].endswith("Av"):
        over = line.word(match.end() - 1) in _CONTRACTED or _DONE.match(text, match.end())
        return None if over else match.end()
    if mark == '"':
        if _IN_MARKS.match(text, start) and not opened:
            return here + 1  # '"must without delay" bring', '"must vet" its staff'
        if not opened and _BEHIND_MARKS.match(text, here) and _FROM_THE_VERB.search(text, max(0, start - FEW), start):
            return here + 1
        begins = line.end(here) < line.start(here) and (
            here + 1 >= len(text) or line.end(here + 1) == line.start(here + 1)
        )
        more = text.startswith(("AV", "AdD"), here + 1) and text.rfind('"', 0, start) >= 0
        return here + 1 if begins or opened or more else None
    if _SPLICED.match(text, here):
        return None
    if text[match.end() - 1] == "s" and line.word(match.end() - 1) == "say" and _SAY_WHAT.match(text, here):
        return match.end()
    if _ASKS_AGAIN.match(text, here) and not line.word(text.index("A", here) + 1).endswith(("s", "ed", "told")):
        return here + 2  # "and ask that they"
    if mark == ":" and text[start] == "d" and ("0" in text[start : start + FEW] or text.startswith("V", here + 1)):
        return here + 1  # "do one thing: share its plans", "do all this by May: share its plans"
    if match[0] == ",AwT":
        return None if line.word(here + 2).endswith(("s", "ed")) else match.end()  # "and notes that"
    if match[0][:2] == ",g" and match[0][2:] in ("T", "L"):
        return None if line.word(here + 1) == "something" else match.end()
    if text.startswith("AQ", match.end() - 2) and line.word(match.end() - 1) not in _SUPPOSED:
        return match.end()  # "and how it will do so"
    if text.startswith(("AT", ",AT"), here) and _IT_HAD.match(text, match.end()):
        return match.end() if "T" in text[start:here] or _SURE.search(line.words(start, here)) else None
    if match[0] == "Am":
        return match.end() if embedded or _embeds(line, start, here) or "L" in text[start:here] else None
    if text.endswith(("Ak", "Ap"), here, match.end()):
        return None if line.word(match.end() - 1) in _UNTIL else match.end()  # "and where they live"
    same = _SAME_SUBJECT.match(text, here)
    if same and text[same.end()] in "bv" and "'" in line.word(same.end()):
        return None  # "and I'm told that", which has a subject of its own
    if same:
        return same.end() + 1
    if text.startswith(("e", "ye"), match.end() - 1) and match[0][:2] == ",A" and text.startswith("u", start):
        return match.end()
    verb = match["verb"]
    if not verb and mark == "A" and text[match.end() - 1] in "sx" and _SURE.search(line.words(start, here)):
        return match.end()  # "ensure that it finds and considers"
    if mark == "," and text[match.end() - 1] in "bvd":
        sure = _ASIDE_THERE.match(text, start, here) and _SURE.search(line.words(start, here))
        if sure or _OWN_VERB_LATER.search(text, start, here):
            return match.end()
    if (
        match[0] == ",v"
        and line.word(here + 1) == "have"
        and text[start:here].lstrip("ty")[:1] in ("V", "a")
        and _LISTED.match(text, here)
    ):
        return match.end()
    if _IS_AND_IS.search(text, start, match.end()):
        return match.end()
    if match[0] == ",AT" and text.startswith("w", match.end()):  # "and that takes time"
        return match.end() if "T" in text[start:here] or _SURE.search(line.words(start, here)) else None
    asks = bool(verb) and (verb in "Mns" or bool(_ASKED.match(text, match.end("verb"))))
    plural = not asks and text[match.end() - 1] in "bvd" and line.word(match.end() - 1) in _PLURAL
    if plural and _WHO_AND.search(text, start, here):
        return match.end()
    if verb and verb in "bvdsx!" and _OWN_VERB.search(text, here, match.start("verb")):
        return match.end()  # "and staff whose clearance has lapsed"
    if verb and _TIMED.search(line.words(here, match.start("verb"))):
        return here + 2  # "and abused children after inspectors found"
    if verb and not asks and (embedded or _embeds(line, start, here)):
        return here + 2 if text[here + 1] == "A" else here + 1
    if mark == ",":
        if _REPORTED.match(text, here):
            return None
        aside = text.rfind(",", start, here)
        if match[0] == ",k" and aside > 0 and text[aside + 1] in "Pp":  # "put up, in both languages, where"
            return here + 2
        if match[0] == ",L" and (
            text.startswith("M", here + 2) or (text[start:here].lstrip("y")[:1] == "a" and aside > 0)
        ):
            return here + 2  # "its pens, which must be cleaned", "tell them, within a week, who"
        close = text.find(",", here + 1) if match[0].endswith("L") else -1
        if 0 < close < here + _ASIDE and _ON_BEHIND.match(text, close + 1):
            return close + 1  # "replace the form, which officers fill in, with one", "and give them another"
        if 0 < close < here + _ASIDE and text[close + 1 : close + 2] in ("v", "b") and _waits(line, start, here):
            return close + 2  # "make sure its staff, many of whom are new, have"
        if text[here + 1] == "k":  # "told, as a matter of routine, that", "staff, as well as officers"
            close = text.find(",", here + 1)
            aside = 0 < close < here + 9 and text[close + 1 : close + 2] in ("T", "2", "V", "e", "P")
            return close + 1 if aside else here + 2 if line.words(here + 1, here + 3) == "as well" else None
        if text[here + 1] == "D" and match[0] == "," and line.word(here + 1) not in ("a", "an"):
            return here + 1
    if mark == "C" and text.startswith("vC2", here - 1):
        return here + 1  # "who have yet to be trained"
    if mark == "C" and "!" in text[max(0, start - 3) : here]:
        return here + 1
    return None


def _waits(line: Line, start: int, end: int) -> bool:
    """Whether an action holds a clause that has no verb yet: "make sure that its staff"."""
    text = line.text
    if _OWN_VERB.search(text, start, end):
        return True
    verbs = any(letter in "bvdM" for letter in text[start:end])
    return not verbs and bool(_SURE.search(line.words(start, end)))


def _embeds(line: Line, start: int, end: int) -> bool:
    """Whether an action holds a clause, of which a further verb can be: "make sure A is and B is"."""
    return any(letter in "TkQL" for letter in line.text[start:end]) or bool(_SURE.search(line.words(start, end)))
