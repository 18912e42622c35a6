"""Words of what is asked, by which an ask is told from a procedure or a promise."""

from __future__ import annotations

from extract.expressions import expression

GETS = (
    *("get ", "hear ", "receive ", "be given ", "have a ", "have an ", "have one ", "have at least ", "have its "),
    *("have their ", "carry a ", "include a ", "be able to ", "spend "),
)
"""Verbs of people to whom something is to be given: "each victim should get a call"."""

PLANS = expression(r"\b(?:plan|respond|response|reply|report back|show|evidence)\b")
"""What a body is expected to do for its inspectorate."""

TOLD_WHEN = expression(
    r"be (?:told|called|informed|notified|consulted|asked|alerted|sent for|present)\b.*\b(?:if|when|whenever|once|where|before|each time|every time)\b"
)
"""What is done at a rank's door whenever something happens."""
