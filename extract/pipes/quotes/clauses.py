"""What stands around a reported clause: the words that part it, that only suppose it, or that tell what its speaker does next."""

from __future__ import annotations

from extract.expressions import expression

RELATED = expression(r", (?:where|which|who|when)$")
"""What begins a clause that is parted by who says it: "the trial, where, he said, complaints had fallen"."""
LINK = 8
"""How many characters it has at most."""
WHICH = expression(r", (?:which|who|that) [^,.;:\"]{2,60} $")
"""What stands before the verb of who tells something in a clause within a sentence."""
SUPPOSED = ("if ", "unless ", "whenever ")
"""How a sentence begins that only supposes that somebody says something."""
OWN_ACT = expression(r"(?:He|She) \w")
DID_THEN = expression(
    r", (?:and|but|before|then) (?:then |promptly |at once )?(?:lists?|listed|listing|points?|pointed|turns?|turned|nods?|nodded|laughs?|laughed|shrugs?|shrugged|smiles?|smiled|sighs?|sighed|pauses?|paused|looks|looked|gestures?|gestured|shows|showed|reaches|reached|picks|picked|leans|leaned|counts|counted|ticks|ticked|reels|reeled|names|named|sets|goes|went|gives|gave|lets)\b(?! that\b)"
)
"""What somebody does who has just said something: "He blames himself, he says, and then lists three things"."""
_TOLD_THAT = expression(
    r" [\u2013-] (?:but|although|though) (?:the |its )?[\w' -]{2,40} (?:has|have|had|was|were|is|are) (?:also |still )?(?:been )?"
    r"(?:told|warned|urged|criticised|found|ordered|asked|rated|graded)\b"
)
"""What an article sets against a statement behind a dash: "said she was proud \u2013 but the force has been told"."""


TENSED = expression(
    r"\b(?:(?:is|are|was|were|has|have|had|would|could|should|must|do|does|did)(?:n't)?|be|been|will|can|may|might|ought|won't|can't|cannot)\b"
)
"""Verbs that no noun is written like."""
_STRICT = expression(
    rf"{TENSED.pattern}|\b(?:needs|wants|wanted|failed|fails|had|remains|remained|made|took|felt|knew|went|came|got|gave|ran|saw|left|lost|held|fell|rose|became|\w+n't|\w+'(?:ll|ve|re|d))\b"
)
"""The same, and others that stand in a clause more often than not."""
FINITE = expression(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|should|must|may|might|ought|do|does|did|needs?|wants?|wanted|made|took|felt|knew|thought|believed|hoped|went|came|got|gave|began|ran|met|saw|left|kept|lost|held|paid|set|put|cut|fell|rose|grew|built|bought|brought|sent|spent|stood|taught|won|wrote|became|broke|chose|drove|drew|found|led|meant|understood|sought|\w+ed|isn't|wasn't|weren't|won't|wouldn't|didn't|doesn't|don't|hadn't|hasn't|haven't|couldn't|shouldn't|it's|he's|she's|they're|we're|there's|they'd|he'd|she'd|it'd|we'd|'s|\w+'(?:ll|ve|re|d)|\w{3,}s)\b"
)
_PLEADS = frozenset(
    (
        *("admit", "admits", "admitted", "deny", "denies", "denied", "accept", "accepts", "accepted"),
        *("acknowledge", "acknowledges", "acknowledged", "explain", "explains", "explained", "write", "writes"),
        *("wrote", "announces", "announced", "confirms", "confirmed", "reveals", "revealed", "confesses"),
        *("confessed"),
    )
)
"""Verbs behind which a thing stands as often as a clause: "admitted two thefts", "explained the sentences"."""
_PERSON = expression(r"(?:he|she|they|we|i|you|there)(?:'\w+)? ")
_FURTHER = expression(
    r"(?: [\u2013-]|,) |,? (?:and|but|when|after|before|while|as|because|since|so|following|which|whose?|whom|that|where) "
)
"""Where what stands behind such a verb goes on with another clause."""


_BRACKETS = 60
"""Characters back in which brackets open that a word stands in."""


def joins_words(text: str, start: int, end: int) -> bool:
    """Whether "and" stands within a name or brackets: "Fire and Rescue", "PEEL (efficiency and legitimacy)"."""
    low = max(0, start - _BRACKETS)
    if text.rfind("(", low, start) > text.rfind(")", low, start):
        return True
    before = text[text.rfind(" ", 0, start) + 1 : start]
    return text[start] == " " and before[:1].isupper() and text[end + 1 : end + 2].isupper()


def is_thing(verb: str, text: str) -> bool:
    """Whether what stands behind a verb that need report nothing is no clause: it has no verb before a further clause begins."""
    if verb.strip() not in _PLEADS or _PERSON.match(text):
        return False
    ends = _FURTHER.search(text)
    return _STRICT.search(text, 0, ends.start() if ends else len(text)) is None


def until_told(text: str, start: int, stop: int) -> int:
    """Where a statement ends before what the article sets against it."""
    told = _TOLD_THAT.search(text, start, stop) if text.find(" but ", start, stop) >= 0 else None
    if told:
        return told.start()
    return stop - 2 * text.endswith((" \u2013", " -"), start, stop)
