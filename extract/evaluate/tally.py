"""What was counted of a field: right, found, in the gold; misses and verdicts beside the numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

FIELDS = (
    "forces",
    "grades",
    "counts",
    "recommendations",
    "rows",
    "initiatives",
    "officials",
    "quotes",
    "attributed",
    "fragments",
    "indirect",
)
"""Fields that have an F1, in the order in which they are shown."""

MACRO = ("forces", "grades", "recommendations", "initiatives", "officials", "attributed")
"""Fields whose mean F1 is the macro F1."""

SHARES = {
    "recommendations": ("kind",),
    "initiatives": ("started",),
    "officials": ("role", "organisation"),
    "quotes": ("speaker",),
    "fragments": ("speaker",),
    "indirect": ("speaker",),
    "source": ("title", "published", "author"),
}
"""What else is judged of each found value, or for `source` of each article."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A value of the gold that was not found, or one that was found and is not in the gold.

    Args:
        field: Of `FIELDS`.
        article: Stem of the gold file.
        what: `missed` or `wrong`.
        text: The value in words.
        start: Offset in the article of a wrong value, or -1.
        end: Offset behind it, or -1.
        says: Words of the article that a missed value stands in, to look for; or "".
        within: A wider stretch of the article that holds `says`, or "".
        rule: The rule that found a wrong value, or "".
    """

    field: str
    article: str
    what: Literal["missed", "wrong"]
    text: str
    start: int = -1
    end: int = -1
    says: str = ""
    within: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a value that a rule found is right.

    Args:
        article: Stem of the gold file.
        rule: Name of the rule.
        confidence: That the row states, 0 to 1.
        right: Whether the gold has it too; of a quoted part with the same speaker.
    """

    article: str
    rule: str
    confidence: float
    right: bool


@dataclass
class Tally:
    """Counts of one field on one or more articles.

    Args:
        right: Values of record and gold that match.
        found: Values of the record.
        gold: Values of the gold.
        shares: Right and judged, for each further thing that is judged.
    """

    right: int = 0
    found: int = 0
    gold: int = 0
    shares: dict[str, tuple[int, int]] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the found that are right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 1 where there is nothing to find."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 1.0

    def share(self, name: str) -> float | None:
        """Right share of what was judged under a name, or None where nothing was."""
        right, judged = self.shares.get(name, (0, 0))
        return right / judged if judged else None

    def judge(self, name: str, right: bool) -> None:
        """Count one judgement."""
        before = self.shares.get(name, (0, 0))
        self.shares[name] = (before[0] + right, before[1] + 1)

    def add(self, other: Tally) -> None:
        """Count what another counted as well."""
        self.right += other.right
        self.found += other.found
        self.gold += other.gold
        for name, (right, judged) in other.shares.items():
            before = self.shares.get(name, (0, 0))
            self.shares[name] = (before[0] + right, before[1] + judged)
        self.misses += other.misses
        self.verdicts += other.verdicts


Scores = dict[str, Tally]
"""Tallies by field, `source` among them."""


def add_up(scores: Iterable[Mapping[str, Tally]]) -> Scores:
    """The tallies of many articles in one."""
    total: Scores = {name: Tally() for name in (*FIELDS, "source")}
    for one in scores:
        for name, tally in one.items():
            total[name].add(tally)
    return total


def macro_f1(scores: Mapping[str, Tally]) -> float:
    """Mean F1 of the fields of `MACRO`."""
    return sum(scores[name].f1 for name in MACRO) / len(MACRO)
