"""What stands between somebody's name and a verb: an office, or a clause that no second comma closes."""

from __future__ import annotations

from extract.expressions import expression

OWN_OFFICE = expression(r", (?:(?:(?P<crown>H(?:is|er))|his|her|[Tt]he|an?|its|their) )?")
"""What stands between a name and the office behind it."""
OFFICE = expression(r", (?![^,]* (?:who|that|has|had|have|was|were|is|are|and|but) )[A-Z][^,.;:\"]{3,90} ")
"""An office that no second comma closes, before the verb."""
OWN_BODY = expression(r", (?:[A-Z][\w&'-]*(?: (?:[A-Z&][\w&'-]*|of|the|for|and|in))*, ){0,3}(?:the )?")
"""The same before the body behind it, with offices between: "Jo Hale, Projects Lead, "."""
WHO_OPEN = expression(r", who (?!(?:the|an?|he|she|they|it|his|her|its) |[A-Z])[^,.;:\"]{3,110} ")
"""The same where no second comma closes it: "Jo Hale, who led the search said"."""
TOLD_WHO = expression(r"(?:, (?!who)[^.;:\"]{2,60})?,? who(?:se|m)? [^,.;:\"]{2,60}")
"""What stands between somebody and another person who ends a clause about the first."""
TOLD_OF = expression(r", (?:[^,.;:\"]{2,80} )?(?:of|within|at|from|for|to|in|with|on) (?:[A-Z][\w&'-]* )?")
"""The same where what is told of the first is no clause."""
CITED = expression(
    r" (?:quoted|cited|interviewed|named|featured|mentioned) (?:in|by|for) (?:the|its|their|a) (?:[\w'-]+ ){1,2}$"
)
"""Where somebody is quoted, between them and the verb: "A detective quoted in the report says"."""
ANSWERING = expression(
    r", (?:in (?:response|reply|answer) to|responding to|replying to|answering|(?:when )?(?:asked|pressed|challenged|questioned) by) [^,;:\"]+, $"
)
"""To whom somebody replies, between their name and the verb."""
