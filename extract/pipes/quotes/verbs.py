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
ACTS = frozenset(("find", "write", "call", "describe", "label", "brand", "credit", "praise"))
"""Base forms that behind "would" tell what somebody is to do, and no words of theirs: "he would write to her"."""
DID = expression(
    r"\b(?P<aux>did|does|do|would|will|can|could|might|must|should|may)(?P<not>n't|(?= not\b)|(?= never\b))?(?: (?:not|never|only|also|at least|\w+ly))*(?:, (?:however|though|in fact|at least|to be fair),)?(?: say only)? $",
    re.I,
)
"""What stands between who speaks and the base form of a verb: "He did accept", "She would only say"."""
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
