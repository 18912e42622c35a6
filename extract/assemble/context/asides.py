"""Names of bodies that a text names without being about them: "unlike Kent", "who led Kent until last year".

Enters a text in lower case and where a name begins; leaves whether what stands before it sets it aside.
"""

from __future__ import annotations

from extract.expressions import expression

_ASIDE = expression(
    r"\b(?=[a-z])(?:level with|like|unlike|shar(?:e|es|ed|ing)\b[\w' -]{0,40} with|alongside|together with|same(?: [\w-]+){0,2} as|compared with|better than|worse than|more than|as \w+ as"
    r"|(?:joined|came|come|moved|transferred|arrived|officers|colleagues|help|helped|staff|detectives|support|advice|teams?|lent|borrowed|poached|recruited|switched|returned|arrangements|agreement|deal|links)\b[^.;,]{0,40}\b(?:from|by|to|with|at)"
    r"|(?:spell|stint|years|career|time) (?:at|with|in)|(?:calls|behalf|answers|control) (?:for|of)|over the border|merged? with|merger with|served (?:in|with|at)|work(?:s|ed|ing)?(?: closely)? (?:in|for|at|with)|(?:constable|officer|superintendent|commissioner|inspector|manager)s? (?:of|at|with|in)|(?:firefighter|detective|sergeant|trustee|employee|employed|member|volunteer|cadet|apprentice)s? (?:of|at|with|in|by|for)|losing \w+ to|tried by|jointly with|run (?:for it |for them )?by"
    r"|\b(?:who|he|she|previously|formerly|once) (?:had |has |also |then |previously |once )?(?:led|ran|headed|left|joined|commanded|leads|runs|heads)"
    r"|(?:has|have|had) (?:now |also |thus )?joined|joins|joining|overtakes|overtook|overtaken|leapfrogged|matche[sd]|outshone|pipped)"
    r" (?:the |both |neighbouring |colleagues at |officers from )*$"
)
_VISIT = expression(
    r"(?:\b(?:inspect(?:ors|orate)|hmi\w*|watchdog)\b[^.;]{0,30} (?:(?:has|have|had|then|also|now|last|next) )*(?:return(?:ed|s|ing)?|c[ao]me|coming|moved?|went|going|arrived|visits?|back)\b"
    r"|\bsen[dt] (?:(?:a|its|their|the|in|back|another|two|three|four|new) ){0,3}(?:[\w-]+ )?(?:teams?|inspectors))[^.;,]{0,30} (?:to|at|with|in) (?:the |both )*$"
)
"""What says of inspectors that they came: "sent a team to Kent"."""
_SET_ASIDE = (
    *("with ", "like ", "alongside ", "than ", "as ", "from ", "by ", "to ", "at ", "border ", "in ", "for ", "of "),
    *("the ", "both ", "neighbouring ", "led ", "ran ", "headed ", "left ", "joined ", "commanded ", "leads ", "runs "),
    *("heads ", "joins ", "joining ", "overtakes ", "overtook ", "overtaken ", "leapfrogged ", "matches ", "matched "),
    *("outshone ", "pipped "),
)
"""How what sets a name aside ends."""


def is_aside(lower: str, start: int, low: int) -> bool:
    """Whether what stands between `low` and a name says that the text is not about it: "unlike Kent".

    Args:
        lower: The reading in lower case.
        start: Where the name begins.
        low: From where on what stands before it counts.
    """
    return (
        lower.endswith(_SET_ASIDE, low, start)
        and _ASIDE.search(lower, low, start) is not None
        and _VISIT.search(lower, low, start) is None
    )
