"""Which mentions are one ask: each goes to the surest ask before it, or is one of its own.

Enters mentions with the body that each is put to; leaves groups of their numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.assemble.recommendations.mentions import Mention, count_words, weigh

Asked = tuple[Mention, str | None]
"""A mention and the body that it is put to."""

_TWICE = 0.5
"""How much surer a mention must be of an ask that its teller, the narrative or a person, has besides said already."""

_LIST = 12
"""Blocks within which items are of one list."""


def group(asked: Sequence[Asked]) -> list[list[int]]:
    """Numbers of the mentions of each ask, in the order of the text.

    Args:
        asked: Mentions in the order of the text, each with a body; one that is put to two stands here twice.
    """
    common = count_words({id(mention): mention for mention, _ in asked}.values())
    groups: list[list[int]] = []
    for number, (mention, force) in enumerate(asked):
        best, row = 0.0, None
        for numbers in groups:
            if asked[numbers[0]][1] == force:
                weight = _weigh([asked[other][0] for other in numbers], mention, common)
                if weight > best:
                    best, row = weight, numbers
        if row is None:
            groups.append([number])
        else:
            row.append(number)
    return groups


def _weigh(said: Sequence[Mention], mention: Mention, common: Mapping[str, int]) -> float:
    """How surely a mention is of an ask that was said before it; above 0 if it is."""
    if _beside(said[-1], mention):
        return 0.0
    told = said[1:] if said[0].headline and len(said) > 1 else said  # a headline sums up one ask
    return max(
        weigh(one, mention, common)
        - (_TWICE if any(other.teller == mention.teller for other in said if other is not one) else 0)
        for one in told
    )


def _beside(said: Mention, mention: Mention) -> bool:
    """Whether an earlier mention stands in the same sentence or list: those are asks of their own."""
    low, high = mention.note.attributes["sentence"]
    return low <= said.note.start < high or (said.listed and mention.listed and mention.block - said.block < _LIST)
