"""Whether enough stands beside a name to take it for that of an initiative where the text reports no inspection.

Enters a name with its signs; leaves a verdict. An article on an inspection praises what it names, so that weak signs are
enough there; news of crime and of staff is full of streets, shops, brands, forms and offences in capitals.
"""

from __future__ import annotations

from extract.pipes.initiatives.candidate import Candidate

_SELF = frozenset(("designated", "headed", "known", "marked", "several"))
"""Shapes of names that say themselves what they are."""

_NOUNED = frozenset(
    (
        "noun behind",
        "noun before",
        "noun called",
        "thing called",
        "noun named",
        "thing named",
        "noun further",
        "noun apart",
        "apposed noun",
        "said noun",
        "bracketed noun",
        "below noun",
        "practice",
    )
)
"""Signs that a noun says what the name is, or that it stands under good practice."""

_LIVES = (
    frozenset(("comma", "which", "dated")),
    frozenset(("comma", "in which")),
    frozenset(("comma", "apposed thing", "dated")),
)
"""Signs that something is told of the name that has begun and is done by: "signed up to Quiet Hour, which since May …"."""
_DETERMINED = frozenset(("the", "a", "of it", "in", "in the", "lower"))
"""Signs of a place, or of a word of the language: those tell of everything."""

_TASKFORCE = "Taskforce"
"""The last word of a name of common words that no other team has."""
_CODED = frozenset(("OPERATION", "OP", "PROJECT"))
"""Words of headings before a name."""
_MADE_UP = frozenset(("word", "compound", "capitals"))
"""Shapes of a name that a team gives itself, where others say what it does: "our Lantern team", "the force's fraud team"."""


def is_firm(candidate: Candidate) -> bool:
    """Whether what a name is made of, or what stands beside it, says that it is one of an initiative."""
    features = candidate.features
    return (
        candidate.shape in _SELF
        or candidate.names[0].words[0] in _CODED
        or candidate.names[0].words[-1] == _TASKFORCE
        or not features.isdisjoint(_NOUNED)
        or ("team behind" in features and (candidate.shape in _MADE_UP or "function" in features))
        or (features.isdisjoint(_DETERMINED) and any(features >= signs for signs in _LIVES))
    )
