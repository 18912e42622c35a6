"""Examples of the decision which names are those of initiatives, and the weights that they give.

Logistic regression over the features of each name, pulled towards what we hold likely beforehand, so that a sign of which
the gold has few cases keeps a weight that makes sense. Names that overlap those of the gold without being them teach nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.pipeline import Extractor
from extract.pipes.annotation import reading_of
from extract.pipes.initiatives import Initiatives
from extract.pipes.initiatives.candidate import Candidate
from extract.pipes.initiatives.weighing import SORTS
from extract.training.fitting import Weights
from extract.training.lessons import Lesson

_PULL = 2.0
"""How strongly weights are pulled towards those held likely."""
_LEAN = 0.25
"""What is added to every sum: a name missed is worse than one too many."""
_ROUNDS = 60
_LEAST = 0.005

PRIORS: Mapping[str, Mapping[str, float]] = {
    "": {
        "called": 2.5, "noun called": 1.5, "thing called": 1, "apposed group": 1.5, "dated": 0.5, "named": 3, "noun named": 5, "thing named": 4.5, "other named": -2, "noun behind": 2, "apposed noun": 3, "said noun": 3, "bracketed noun": 3,
        "noun apart": 2, "noun is": 1, "noun before": 1.5, "noun beyond": 1.5, "noun further": 1.5, "thing behind": 0.7, "team behind": 0.7, "programme behind": 0.7, "apposed thing": 1.5,
        "said thing": 1.5, "bracketed thing": 1.5, "thing apart": 1, "handled": 1, "founded": 0.7, "handled the": 0.5, "begun": 1.5,
        "under": 1.5, "part of": 1.2, "opening": 1.2, "in which": 2, "since": 2, "quoted": 0.3, "noun below": 1,
        "it below": 0.3, "owner": 0.8, "apposed unknown": 0.5, "bracketed unknown": 0.5, "said unknown": 0.3,
        "of it": 0.3, "again": 0.3, "praise": 0.5, "praise is": 1, "practice": 0.5, "practice opens": 1,
        "apposed other": -2.5, "lower": -1, "place": -2, "titled": 1.5, "feast": -1.5, "written": -2, "by": -0.5, "said how": 1.5, "opens only": -0.5, "inside": 0.5, "said other": -2.5, "bracketed other": -2, "other behind": -1.5, "other before": -2.5,
        "other apart": -2, "says": -3, "who": -1.5, "age": -4, "role": -4, "office": -3, "person": -1,
        "first name": -3, "ground": -1.5, "press": -1.5, "in": -0.7, "in the": -0.3, "supposed": -4, "bracketed name": -0.5,
        "=designated": 3.5, "=headed": -0.5, "=unit": -3, "=plain": -1, "=policing": -2.5, "=placed": -2, "below noun": 3.5, "below thing": 1.5, "below other": -2, "=mixed": -3.5, "=foreign": -4,
        "=generic": -5, "=department": -7, "=body": -5, "=word": -5, "=compound": -4, "=stranger": -5, "=letters": -5, "=capitals": -5, "=plainest": -7,
    },
    "plain": {"quoted": 1.5},
    "general": {"of it": -1.5, "possessive": -1},
    "unit": {"of it": -1.5, "possessive": -1},
    "word": {"noun behind": 1.5, "team behind": 2, "apposed noun": 1.5, "said noun": 2, "called": 1, "named": 1, "in": -1},
    "stranger": {"apposed noun": 1, "bracketed noun": 1, "in": -2, "noun behind": -0.5},
    "designated": {"apposed other": -3, "handled": 2, "says": 2},
    "headed": {"says": 1.5},
}  # fmt: skip
"""What we hold likely of a sign, for every sort of name under "", and beyond that for each."""


@dataclass(slots=True)
class Case:
    """A name of an article and whether the gold has it.

    Args:
        sort: Its sort, which has weights of its own.
        features: Its features.
        right: Whether it is one of the gold.
    """

    sort: str
    features: frozenset[str]
    right: bool


def _fold(name: str) -> str:
    return " ".join(name.lower().replace("\u2019", "'").replace("&", "and").split())


def pipe_of(extractor: Extractor) -> Initiatives:
    """The pipe of initiatives of an extractor."""
    return next(pipe for _, pipe in extractor.nlp.pipeline if isinstance(pipe, Initiatives))


def names_of(pipe: Initiatives, lesson: Lesson) -> Iterator[Case]:
    """Names of an article and whether its gold has them."""
    gold = {_fold(row["name"]) for row in lesson.gold["initiatives"]}
    found: dict[str, Candidate] = pipe.candidates(lesson.doc)
    lower = reading_of(lesson.doc).lower
    right = [name for candidate in found.values() for name in candidate.names if lower[name.start : name.end] in gold]
    for key, candidate in found.items():
        overlaps = all(any(a.start < n.end and n.start < a.end for a in right) for n in candidate.names)
        if key in gold or not overlaps:
            yield Case(SORTS[candidate.shape], frozenset(candidate.features), key in gold)


def fit(cases: Sequence[Case]) -> dict[str, Weights]:
    """Weights of features for each sort of name: shared ones and its own, added up."""
    import numpy as np

    columns: dict[tuple[str, str], int] = {}
    for case in cases:
        for name in sorted(case.features):
            columns.setdefault(("", name), len(columns))
            columns.setdefault((case.sort, name), len(columns))
    for sort, table in PRIORS.items():
        for name in table:
            columns.setdefault((sort, name), len(columns))
    matrix = np.zeros((len(cases), len(columns) + 1))
    matrix[:, -1] = 1
    for row, case in enumerate(cases):
        for name in case.features:
            matrix[row, columns["", name]] = matrix[row, columns[case.sort, name]] = 1
    right = np.array([case.right for case in cases], dtype=float)
    prior = np.zeros(len(columns) + 1)
    for (sort, name), column in columns.items():
        prior[column] = PRIORS.get(sort, {}).get(name, 0.0)
    pull = np.full(len(columns) + 1, _PULL)
    pull[-1] = 0.01
    weights = _minimize(matrix, right, prior, pull)
    found: dict[str, dict[str, float]] = {}
    for sort in sorted(set(SORTS.values())):
        table = defaultdict(float, {"": float(weights[-1]) + _LEAN})
        for (own, name), column in columns.items():
            if own in ("", sort):
                table[name] += float(weights[column])
        found[sort] = {name: round(table[name], 3) for name in sorted(table) if not name or abs(table[name]) > _LEAST}
    return found


def _minimize(matrix: Any, right: Any, prior: Any, pull: Any) -> Any:
    """Weights of least loss, by Newton's method with steps halved where they go too far."""
    import numpy as np

    def loss(weights: Any) -> float:
        odds = np.clip(matrix @ weights, -35, 35)
        return float(np.sum(np.log1p(np.exp(odds)) - right * odds) + 0.5 * np.sum(pull * (weights - prior) ** 2))

    weights = prior.copy()
    last = loss(weights)
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(matrix @ weights, -35, 35)))
        slope = matrix.T @ (right - chance) - pull * (weights - prior)
        bend = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + np.diag(pull)
        step, size = np.linalg.solve(bend, slope), 1.0
        while size > 1e-4 and loss(weights + size * step) > last:
            size /= 2
        weights = weights + size * step
        now = loss(weights)
        if last - now < 1e-7:
            break
        last = now
    return weights
