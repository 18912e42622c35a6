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


def until_told(text: str, start: int, stop: int) -> int:
    """Where a statement ends before what the article sets against it."""
    told = _TOLD_THAT.search(text, start, stop) if text.find(" but ", start, stop) >= 0 else None
    if told:
        return told.start()
    return stop - 2 * text.endswith((" \u2013", " -"), start, stop)
