"""Whom "it" and "they" mean where no person is named by them: the body or the pair that the sentence before tells of.

Enters the reading and the place of the pronoun; leaves the characters of the body, or whether two spoke as one.
"""

from __future__ import annotations

from extract.assemble.organisations.bodies import WORD
from extract.document.reading import Reading
from extract.expressions import expression

_NOUN = r"(?:union|federation|charity|council|association|campaign group|helpline|trade union|staff association)"
_LETTERS = r"(?:FBU|GMB|U(?:nison|NISON)|Unite|PCS|Napo|Prospect|LGA|NSPCC|NFCC|NPCC|IOPC)"
_NAMED = (
    rf"(?:{WORD} (?:(?:of|and|for|&) )?){{0,5}}(?:Federation|Union|Association|Council|Society|Charity|Trust|Network)"
    rf"(?: (?:of|for) {WORD}(?: (?:(?:of|and) )?{WORD})*)?"
)
_BODY = rf"(?P<body>{_LETTERS}(?=(?:'s [A-Za-z' ]{{3,30}}branch)?\b)|{_NAMED}|(?<=[Tt]he ){_NOUN})(?:'s [A-Za-z' ]{{3,30}}branch)?"
_SUBJECT = expression(
    rf"(?:(?:But|And|Meanwhile|Locally),? )?(?:[Tt]he )?{_BODY}(?: \([A-Z]{{2,8}}\))?(?:, which [^.;:\"]{{3,90}},|, (?:an?|the) [^.;:,\"]{{3,60}},)? "
    r"(?!(?:and|of|or|for|members?|chairs?|chairman|secretary|officials?|leaders?|spokes\w+|general|deputy|vice|national|branch|brigade)\b)[a-z]"
)
"""A body with which a sentence begins, and its verb."""
_FROM = expression(
    rf"\b(?:submission|statement|letter|paper|email|response) (?:from|by) (?:the )?{_BODY}\b[^.;]*[.;]?$"
)
"""Whose paper a sentence tells of that the next goes on with."""
_PAPERS = expression(r"\b(?:reports?|inspectors?|inspectorate|hmic\w*|watchdog|letter)\b")
"""What else "it" may be in a sentence with which a body begins."""
_REACTS = expression(
    r"(?:(?:has|had|also|has also) )?(?:welcomed|criticised|condemned|attacked|rejected|dismissed|responded to|reacted|hit out|hit back|was (?:critical|scathing|angry|unimpressed|dismissive|not impressed)|disputed|disputes|rejects|welcomes|is unhappy|was unhappy)\b"
)
"""What somebody does with a report who then goes on to speak of it."""
_JOINT = expression(r",? and (?:[A-Z][\w'.&-]+ |the |of |its |her |his |then-){0,8}$")
"""What stands between two people of whom one sentence tells what they said."""
_STOP = expression(r"[.;:\"!?](?= |$)")


def body_before(reading: Reading, at: int) -> tuple[int, int] | None:
    """The body that "it" at an offset means: the subject of the sentence before, in the same block.

    Example: "The Fire Brigades Union was not impressed. It said", "A submission from Unison was read. It called".
    """
    number = reading.sentence_at(at)
    above = reading.sentences[number - 1] if number else None
    if above is None or above.span != reading.sentences[number].span:
        return None
    written = _FROM.search(reading.text, above.start, above.end)
    if written:
        return written.span("body")
    subject = _SUBJECT.match(reading.text, above.start, above.end)
    if subject is None:
        return None
    reacts = _REACTS.match(reading.text, subject.end() - 1, above.end)
    return subject.span("body") if reacts or not _PAPERS.search(reading.lower, subject.end(), above.end) else None


def are_joined(reading: Reading, first: int, second: int) -> bool:
    """Whether two names stand in one sentence, joined by "and": "Jo Hale, HM Inspector, and Al Dean, the chief, said"."""
    if reading.sentence_at(first) != reading.sentence_at(second):
        return False
    return _JOINT.search(reading.text, first, second) is not None
