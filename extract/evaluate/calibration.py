"""Confidence: the smoothed precision of each rule, measured on gold, and how far it can be relied on.

A rule that fired seldom says little, so its precision is drawn towards that of its field, and that of the field
towards that of all rules: (right + strength x prior) / (fired + strength). The strength is the one that foretells best
when each style is left out in turn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from extract.evaluate.rules import field_of, style_of
from extract.evaluate.tally import Verdict

STRENGTHS = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0)
"""Weights of a prior that are tried, in values."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Smoothed precisions, 0 to 1.

    Args:
        prior: Of all rules: what a rule of an unknown field gets.
        fields: Of the rules of each field: what an unknown rule of the field gets.
        rules: Of each rule.
        strength: Weight of a prior, in values.
    """

    prior: float
    fields: dict[str, float]
    rules: dict[str, float]
    strength: float

    def of(self, rule: str) -> float:
        """The confidence of a rule."""
        return self.rules.get(rule, self.fields.get(field_of(rule), self.prior))


@dataclass(frozen=True, slots=True)
class Bin:
    """Values of like confidence.

    Args:
        low: Least confidence among them.
        high: Greatest.
        values: How many they are.
        stated: Mean confidence.
        right: Share that is right.
    """

    low: float
    high: float
    values: int
    stated: float
    right: float


def smooth(verdicts: Iterable[Verdict], strength: float) -> Calibration:
    """Smoothed precisions with a given strength of the priors.

    Example:
        >>> smooth([Verdict("a", "grades.quoted", 0.5, True)] * 9, 4).of("grades.quoted") > 0.9
        True
    """
    by_rule: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for verdict in verdicts:
        by_rule[verdict.rule] += 1
        right[verdict.rule] += verdict.right
    prior = (right.total() + 1) / (by_rule.total() + 2)
    fields = {}
    for name in sorted({field_of(rule) for rule in by_rule}):
        rules = [rule for rule in by_rule if field_of(rule) == name]
        fired, good = sum(by_rule[rule] for rule in rules), sum(right[rule] for rule in rules)
        fields[name] = (good + strength * prior) / (fired + strength)
    return Calibration(
        prior,
        fields,
        {
            rule: (right[rule] + strength * fields[field_of(rule)]) / (by_rule[rule] + strength)
            for rule in sorted(by_rule)
        },
        strength,
    )


def calibrate(verdicts: Sequence[Verdict]) -> Calibration:
    """Smoothed precisions with the strength that foretells best across styles; of equal ones the greatest."""
    return smooth(verdicts, min(STRENGTHS, key=lambda strength: (_surprise(foretell(verdicts, strength)), -strength)))


def foretell(verdicts: Sequence[Verdict], strength: float) -> list[tuple[float, bool]]:
    """What the other styles say of each value, and whether the value is right: each style left out in turn.

    Args:
        verdicts: Of articles of several styles.
        strength: Weight of a prior, in values.

    Returns:
        Confidence and verdict of each value.
    """
    told = []
    for style in sorted({style_of(verdict.article) for verdict in verdicts}):
        others = smooth((v for v in verdicts if style_of(v.article) != style), strength)
        told += [(others.of(v.rule), v.right) for v in verdicts if style_of(v.article) == style]
    return told


def _surprise(told: Sequence[tuple[float, bool]]) -> float:
    """Mean logarithmic loss."""
    return -sum(log(stated if right else 1 - stated) for stated, right in told) / max(1, len(told))


def sort_into_bins(told: Sequence[tuple[float, bool]], count: int = 10) -> list[Bin]:
    """Bins of about equally many values, the least confidence first; values of one confidence stay together.

    Args:
        told: Confidence and verdict of each value.
        count: How many bins at most.
    """
    levels: dict[float, list[bool]] = {}
    for stated, right in told:
        levels.setdefault(round(stated, 6), []).append(right)
    bins: list[Bin] = []
    group: list[tuple[float, bool]] = []
    for stated in sorted(levels):
        group += [(stated, right) for right in levels[stated]]
        if len(group) * count >= len(told):
            bins.append(_bin(group))
            group = []
    if group:
        bins.append(_bin(group))
    return bins


def _bin(group: Sequence[tuple[float, bool]]) -> Bin:
    stated = [confidence for confidence, _ in group]
    right = sum(right for _, right in group)
    return Bin(stated[0], stated[-1], len(group), sum(stated) / len(group), right / len(group))


def calibration_error(bins: Sequence[Bin]) -> float:
    """Expected calibration error: mean distance of stated and true precision, weighted by values, 0 to 1."""
    values = sum(one.values for one in bins)
    return sum(one.values * abs(one.stated - one.right) for one in bins) / max(1, values)


def to_toml(calibration: Calibration, articles: int, corpus: str) -> str:
    """The table as `extract/data/confidence.toml` has it.

    Args:
        calibration: What to write.
        articles: How many it was measured on.
        corpus: Digest of these.
    """
    lines = [
        "# How often each rule is right: smoothed precision on annotated articles, 0 to 1.",
        "# Written by `peelback evaluate --calibrate`; not by hand.",
        f"# Measured on {articles} articles, digest {corpus[:16]}; weight of a prior {calibration.strength:g} values.",
        "",
        "# A rule of an unknown field.",
        f"prior = {calibration.prior:.3f}",
        "",
        "# A rule of the field that is not listed below.",
        "[fields]",
        *(f"{name} = {value:.3f}" for name, value in calibration.fields.items()),
        "",
        "[rules]",
        *(f'"{rule}" = {value:.3f}' for rule, value in calibration.rules.items()),
    ]
    return "\n".join(lines) + "\n"
