"""Names that the words beside them say to be something else: a law, a publication, an inspection programme,
a date.

Enters a name in its text; leaves a verdict that no weights can turn.
"""

from __future__ import annotations

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.initiatives.names import Name

_LAW = r"(?:\)|(?: etc\.?(?: [A-Z][\w'-]+)*)?(?: \([^()\n]{2,40}\))?) (?:Order|Act|Acts|Regulations|Rules|Bill)\b"
"""Behind it: "the Regulatory Reform (Fire Safety) Order 2005"."""

_WRITING = (
    r"[\"']*(?:,[\"']?| \(| [\u2013-]) ?(?:an?|the|its|their|our|this) (?:[\w&'-]+ ){0,4}?"
    r"(?:report|paper|booklet|book|study|thematic(?: inspection| review)?|joint inspection|magazine|newsletter|journal|film|blog|podcast)"
    r"(?=[\"',.;)]| (?:published|printed|released|issued|out|of|on|by|about|from|into|in|for|which|that|with|and|to|is|was|for)\b)"
)
"""Behind it: '"Drawn and Recorded", a 64-page report'."""

_AIRED = r"[\"']? (?:podcasts?|vodcasts?|(?:short |training |animated )?films?|newsletters?|magazine|newspaper|documentary|breakfast show|radio show|blog)\b"
"""Behind it: what is heard or read under that name: "the Talking Blue podcast"."""

_DEPARTMENT = expression(
    r"\b(?:department|ministry|secretary of state|minister) (?:for|of) (?:[\w',]+ ){1,5}(?:and|&) $"
)
"""Before it: the name of a department, as in "the Department for Energy Security and Net Zero"."""

_NOTICE = (
    r"(?:\(c\)|\u00a9|copyright|(?:pages|readers|issues?|editor) of|subscribe to)(?: (?:19|20)\d\d)?,? (?:the )?[\"']?$"
)
"""Before it: the name of what is published."""

_WORDS = (
    r"\b(?:headlined?|title (?:of|for) (?:the|its|this|that|our) (?:[a-z-]+ )?(?:report|paper|review|study|inspection|thematic)|the words|inscription|inscribed|book|novel|film|song|hymn|ballad|chapter|column|(?:has|have|had) read|reading from|hashtag"
    r"|(?:sign|notice|poster|placard|banner|badge|sticker|mug|t-shirt)(?: [a-z' -]{1,30})? (?:says|said|reads|read|marked|proclaims)"
    r"|sang|sung|singing|played|hummed)(?: (?:of|in|is|was|saying|by|from|with|under))?,? (?:the )?[\"'(]*$"
)
"""Before it: what is written, read or sung, as in "under the headline Blue Murder"."""

_PUBLISHED = expression(f"{_NOTICE}|{_WORDS}")
"""Before it: either of those."""
_ENDS = (
    "headline", "headlined", "report", "paper", "review", "study", "inspection", "thematic", "words", "inscription", "inscribed",
    "book", "novel", "film", "song", "hymn", "ballad", "chapter", "column", "read", "reading", "hashtag",
    "says", "said", "reads", "marked", "proclaims", "sang", "sung", "singing", "played", "hummed",
    "pages", "readers", "issue", "issues", "editor", "subscribe", "(c)", "\u00a9", "copyright", *"0123456789",
)  # fmt: skip
"""Before it, but for "the" and a small word: where none of these stands, that matches nothing."""
_SMALL = frozenset(("of", "in", "is", "was", "saying", "by", "from", "with", "under", "to"))

_INSPECTED = expression(
    r"\binspect(?:ed|ing|s|ions?)\b[^.;:\"]{0,40} (?:for|under|as part of|in) (?:its|their|the|our) [\"']?$"
)
_PROGRAMME = expression(r"[\"']? (?:programme|inspection|inspections|regime|framework|thematic|cycle)\b")
"""Around it: "re-inspected us for its Crime Data Integrity programme"."""

_SPEAKS_FOR = (
    r",? (?:which|that) (?:(?:also )?(?:represents|speaks for|lobbies|campaigns|regulates|employs|insures|owns|advises)|has (?:[\w,]+ )?(?:members|branches|shareholders))\b"
    r"|, whose (?:members|member|chair|chairman|chairwoman|chief executive|director|president|general secretary|head office|spokes\w+)\b"
)
"""Behind it: what only a body does or has, as in "the Rail Delivery Group, which speaks for train companies"."""
_SAID = expression("|".join((_LAW, _WRITING, _AIRED, _SPEAKS_FOR)))
"""Behind it: any of those."""
_DAYS = frozenset(("Day", "Eve", "Year"))
_BY = expression(r"\b(?:by|until|till|before|after|since|on) (?:the )?$")
"""Before a name of one of those: a date, as in "by Liberation Day"."""

_TREATY = frozenset(("Protocol", "Convention", "Covenant", "Treaty", "Directive"))
_STATES = expression(
    r"(?: (?:\d+ )?(?:to|of|on|against|for) (?:the )?(?:UN|United Nations|European|Convention|Council|Geneva|Rights|Human|Torture|Civil|Prevention))"
)
"""Behind such a name: what states have agreed, as in "the Optional Protocol to the UN Convention against Torture"."""
_RING = expression(r"\b(?:call|ring|phone|telephone|contact|text|to|visit|or)(?:ing)? (?:the )?[\"']?$")
_NUMBER = expression(
    r"[\"']?(?:,? (?:helpline|anonymously|confidentially|free|directly|in confidence))*,? (?:on|at) (?:freephone )?(?:0\d|1\d\d)"
)
"""Around a name: whom to ring, and on which number: "call Childline on 0800 1111"."""
_PARTNER = expression(
    r"\b(?:project|scheme|initiative|programme|pilot|partnership|campaign|service|work|working)(?:s)? (?:(?:that is |which is )?(?:run|led|set up|delivered|funded|paid for|staffed|shared|developed|provided) )?(?:jointly |together )?(?:with|by|from) (?:the )?$"
)
_CHARITIES = frozenset(
    ("Mission", "Army", "Trust", "Foundation", "Society", "Samaritans", "Hospice", "Fund", "Legion", "Church")
)
"""Last words of names of bodies with which something is run: "a project with the Fishermen's Mission"."""
_HEARD = ("told ", "told the ", "tells ", "tells the ", "speaking to ", "spoke to ", "talking to ", "speaking on ")
"""Before a name: who is told something, a paper or a station, as in "told BBC Radio Tees"."""
_STATIONS = frozenset(("BBC", "ITV", "STV", "UTV", "Sky", "Radio"))
"""First words of names of stations."""
_SCHOOLS = frozenset(("Academy", "Centre", "Club", "College"))
_AT = ("visited ", "visits ", "visit to ", " at ", "attended ", " from ", " outside ", " near ")
"""Before a name that ends so, where it is that of an establishment: "visited Halsham Academy"."""
_VETERANS = expression(r"\bveterans? of (?:[\w' ]+,? and )?$")
"""Before a name: who has fought in it, as in "veterans of Operation Market Garden"."""
_OFFICES = frozenset(
    ("Head", "Director", "Chief", "Chair", "Deputy", "Leader", "Secretary", "President", "Lead", "Member", "Minister")
)
"""First words of offices: "the service's Head of People"."""
_IS_PLACE = expression(
    r"['\"]? (?:is|was) an? (?:[a-z-]+ ){0,2}(?:shop|cafe|caf\u00e9|pub|bar|restaurant|hotel|farm|garage|bakery|salon|gym|nightclub|supermarket|street|road|village|town|river|ship|ferry|boat|film|song|novel|book|play)\b"
)
"""What is said of a name that is that of a place or a work: "Nan's Purse is a shop"."""
_SPOKEN = expression(r"[,!?]['\"] (?:he|she|they|i|we) (?:said|says|wrote|shouted|added|replied|told|asked)\b")
"""Behind words in marks that somebody says: '"Not Today, Thank You," she said'."""
_LEFT, _RIGHT = 70, 80
_CLOSE = 40
"""Characters before it within which such words begin."""


def is_misnomer(reading: Reading, name: Name) -> bool:
    """Whether the words beside a name say that it is that of a law, a publication, an inspection programme or a date."""
    text, words, end = reading.text, name.words, name.end
    if _SAID.match(text, end, end + _RIGHT):
        return True
    right = text[end : end + _RIGHT]
    if right.startswith((" is a", " was a", "' is", '" is', "' was", '" was')) and _IS_PLACE.match(reading.lower, end):
        return True
    if right[:1] in (",", "!", "?") and text[name.start - 1 : name.start] in ("'", '"') and _SPOKEN.match(right):
        return True
    if words[-1] in _TREATY and _STATES.match(text, end):
        return True
    left = reading.lower[max(0, name.start - _LEFT) : name.start]
    return bool(
        (words[0] in _OFFICES and words[1:2] in (("of",), ("for",)))
        or (words[0] in _STATIONS and left.endswith(_HEARD))
        or ("veteran" in left and _VETERANS.search(left))
        or (words[-1] in _SCHOOLS and left.endswith(_AT))
        or _is_published(left)
        or (left.endswith(("and ", "& ")) and _DEPARTMENT.search(left))
        or (words[-1] in _CHARITIES and _PARTNER.search(left))
        or (right[:1] in " '\"," and _NUMBER.match(right) and _RING.search(left))
        or (words[-1] in _DAYS and _BY.search(left))
        or ("inspect" in left and (_PROGRAMME.match(text, end) or words[-1] == "Programme") and _INSPECTED.search(left))
    )


def _is_published(left: str) -> bool:
    """Whether the words before a name say that it is that of what is written, read or sung."""
    head = left.rstrip("\"'(")
    if head[-1:] != " ":
        return False
    above, _, last = head[:-1].removesuffix(" the").rstrip(",").rpartition(" ")
    if last in _SMALL:
        last = above.rpartition(" ")[2]
    return last.endswith(_ENDS) and _PUBLISHED.search(left, max(0, len(left) - _CLOSE)) is not None
