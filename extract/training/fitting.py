"""Weights of one decision from examples: logistic regression over named features, and the file that holds them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

Weights = dict[str, float]
Tables = dict[str, dict[str, Weights]]
"""Weights by field and decision."""

LEAST = 3
"""Examples that a feature has to stand in to be weighed."""

_SMALLEST = 0.02
_PLACES = 2
_ROUNDS = 3000


@dataclass
class Examples:
    """Examples of one decision.

    Args:
        features: Names of the features of each.
        right: Whether it is so.
    """

    features: list[Sequence[str]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)

    def add(self, features: Sequence[str], right: bool) -> None:
        """Append an example."""
        self.features.append(features)
        self.right.append(right)

    def fit(self, strength: float) -> Weights:
        """Weights that foretell the examples, drawn towards 0.

        Args:
            strength: How little they are drawn there; the inverse of the penalty.

        Returns:
            Weight of each feature, under "" the bias; rounded, so that another machine gives the same.
        """
        from sklearn.feature_extraction import DictVectorizer
        from sklearn.linear_model import LogisticRegression

        if len(set(self.right)) < 2:
            return {"": 9.0 if self.right and self.right[0] else -9.0}
        counts = Counter(name for features in self.features for name in set(features))
        rows = [{name: 1.0 for name in features if counts[name] >= LEAST} for features in self.features]
        vectorizer = DictVectorizer()
        model = LogisticRegression(C=strength, max_iter=_ROUNDS).fit(vectorizer.fit_transform(rows), self.right)
        found = dict(zip(vectorizer.feature_names_, map(float, model.coef_[0]), strict=True))
        weights = {name: round(weight, _PLACES) for name, weight in found.items() if abs(weight) >= _SMALLEST}
        return weights | {"": round(float(model.intercept_[0]), _PLACES)}


def write_weights(tables: Mapping[str, Mapping[str, Weights]], folder: Path, lessons: int, digest: str) -> list[Path]:
    """Write the weights of each field to `FIELD.json`, a feature a line.

    Args:
        tables: Weights by field and decision.
        folder: Where to.
        lessons: How many articles and passages they were learned from.
        digest: Of those.

    Returns:
        The files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, decisions in tables.items():
        about = (
            f"Weights of features. Source: learned by `peelback train` from {lessons} articles and passages ({digest}). "
            f"Date: {date.today():%Y-%m}. "
            'What each decision and feature is, is said where it is named in the code. Log-odds; under "" the bias.'
        )
        tables_of = {decision: dict(sorted(weights.items())) for decision, weights in decisions.items()}
        path = folder / f"{name}.json"
        path.write_text(json.dumps({"about": about} | tables_of, indent=1) + "\n", encoding="utf-8")
        written.append(path)
    return written
