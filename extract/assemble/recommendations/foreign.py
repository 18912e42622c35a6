"""Words by which an ask is somebody else's than the inspectorate's: a law's, a writer's, a body's own promise."""

from __future__ import annotations

from extract.expressions import expression

PROMISE = expression(r"\b(?:we|our (?:response|plan)|i) (?:will|have|are|must|need|should)\b[^.]{0,40}:$")

REPLIES = expression(r"\b(?:response|reply|answers?) (?:to|on)\b[^.]*$")
"""A lead-in whose items are somebody's answer to what was asked."""

DEMANDS = expression(
    r"\b(?:(?:we|i)(?:'re| are|'m| am|'ve| have|'d| would)? (?:now |also |therefore |still )?(?:ask(?:ing|ed)? (?:for|that)|call(?:ing|ed)? (?:for|on)|demand(?:ing|ed)?|want(?:ed)?|like|urg(?:e|ing)|campaign(?:ing|ed)? for)|our (?:\w+ )?(?:demands?|asks?|wish list|manifesto|proposals?))\b[^.]*:$"
)
"""A lead-in whose items are what the writers of a page ask for themselves."""

HIS = expression(
    r"(?:his|her) (?:own )?(?:force|officers|service|constabulary|brigade|staff|people|detectives|crews)\b"
)
"""Of whom somebody wishes something who leads them: "He would like his force to be funded"."""

RULE = expression(
    r"\b(?:my (?:own )?(?:view|opinion|guess|advice|hunch|verdict|feeling)|ideally|in theory|in an ideal world|an? good (?:force|service|brigade)|(?:by|in) law|under (?:\w+ ){4,6}act|under (?:the |an? |its |new |national )?(?:\w+ ){0,3}(?:law|rules?|act|guidance|legislation|policy|code|regulations|contract|agreement|order|plan|standards?|targets?)"
    r"|the (?:target|aim|standard|goal|ambition|idea|plan|rule|hope|policy) (?:is|was)|(?:guidance|policy|rules|law|act|code|standards?) (?:says?|states?|requires?|stipulates?|means?)|reports? (?:to|for|by) (?:the )?(?:panel|committee|council\w*|authority|board|members))\b"
)
"""What a law, a policy or a wish asks is no recommendation."""

VIEW = expression(
    r"\b(?:in my (?:own )?(?:view|opinion|book)|to my mind|if you ask me|i (?:think|believe)|i(?:'d| would) (?:go further|suggest))\b"
)
"""Words with which a writer goes on to his own wishes."""

UNDER = expression(
    r"\bunder (?:[\w'-]+ ){0,6}(?:law|rules|policy|code|regulations|contract|act|framework)\b|\bregard to the (?:\w+ ){0,5}framework\b|\bin theory\b|\bideally\b|\bby law\b"
)

TURN = expression(
    r"\W*(?:my |our )?(?:cllr|coun|councillor|mr|mrs|ms|dr|sir|dame|lord|lady|dcc|acc|supt|superintendent|chief constable|chief fire officer|pcc|mp|commissioner|analysis|comment|opinion|editorial|what (?:the )?(?:\w+ )?(?:union|chief|force|pcc|council|service|brigade|federation)s? (?:says?|said))\b[^:.]{0,60}: "
)
"""A turn of somebody else's, or the paper's own view."""

FAILED = expression(
    r"\W*(?:(?:but |yet |and )?(?:in (?:\w+ ){1,4}(?:cases|files|records|of (?:the )?\w+|out of \w+)\b|(?:too )?often\b|twice\b|on \w+ (?:occasions?|nights?|days?)\b|at the time of (?:the|our) (?:inspection|visit)"
    r"|inspectors (?:found|saw|came across) (?:that )?|(?:that|this|it) (?:did not|didn't|was not|wasn't|had not|hadn't|does not|doesn't) |(?:nobody|none|few|not all|fewer than \w+|\w+) (?:did|had)\b(?: not)?[.,;]))"
)
"""What follows a rule that was not kept: "Each must be signed. In four of 20 cases it was not."."""

INSPECTORATE = expression(
    r"(?:the )?(?:inspectorate|inspectors|hmi\w*|hmfsi) (?:must|should|needs? to|has to|have to|ought to)\b"
)
"""An ask of the inspectorate, which it does not make itself."""

OTHERS = expression(
    r"(?:\W*|.*\b(?:from|in|of) )(?:other (?:\w+ ){0,3}(?:forces|services|brigades|constabularies|regions|counties)\b|those (?:rated|graded|judged|marked)\b)"
)
"""Forces that were not inspected."""

ADMITS = (
    "accept",
    "acknowledg",
    "recognis",
    "admit",
    "know",
    "knew",
    "agree",
    "conced",
    "understand",
    "promis",
    "pledg",
)
"""Verbs with which a body owns up to what it must do."""
