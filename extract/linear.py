"""Linear models over named features: the weights of those that hold are added up.

Weights are data (`data/weights/*.json`), written by `peelback train`. A feature that the weights do not know counts
nothing, so a model stays usable whatever a text holds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from extract import errors
from extract.errors import ConfigError


def read_weights(path: Path) -> dict[str, dict[str, float]]:
    """Weights by decision, of a file of JSON: its thousands of lines are read in a tenth of the time that TOML takes.

    Raises:
        ConfigError: E202 for a file that cannot be used.
    """
    try:
        tables: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _refuse(path, f"cannot be read ({error})") from None
    if not isinstance(tables, dict):
        raise _refuse(path, "is no table of decisions")
    tables.pop("about", None)
    for decision, table in tables.items():
        if not isinstance(table, dict) or not {int, float}.issuperset(map(type, table.values())):
            raise _refuse(path, f"{decision!r} is no table of features and numbers")
    return tables


def _refuse(path: Path, reason: str) -> ConfigError:
    return ConfigError("E202", errors.E202.format(place=path, reason=reason))


class Model:
    """Says how likely something is.

    Args:
        weights: Weight of each feature, and under "" the bias.

    Example:
        >>> Model({"": -1.0, "marked": 2.5}).score(["marked", "never seen"])
        1.5
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.bias = weights.get("", 0.0)
        self.weights = {name: weight for name, weight in weights.items() if name}

    def score(self, features: Iterable[str], others: float | None = None) -> float:
        """Log-odds: above 0 it is likelier than not.

        Args:
            features: Names of features that hold.
            others: What the score of others is that hold beside them, or None.
        """
        return sum(filter(None, map(self.weights.get, features)), self.bias if others is None else others)


class Choice:
    """Says how likely each of several is: a model of each, all asked at once.

    Args:
        weights: Weights of each, by its name.

    Example:
        >>> Choice({"now": {"is": 1.0}, "then": {"was": 1.0, "": 0.5}}).totals(["is", "never seen"])
        [1.0, 0.5]
    """

    def __init__(self, weights: Mapping[str, Mapping[str, float]]) -> None:
        self.biases = [table.get("", 0.0) for table in weights.values()]
        known = {name for table in weights.values() for name in table if name}
        self.weights = {name: tuple(table.get(name, 0.0) for table in weights.values()) for name in known}

    def totals(self, features: Iterable[str]) -> list[float]:
        """Log-odds of each, in the order of their names."""
        rows = filter(None, map(self.weights.get, features))
        return list(map(sum, zip(self.biases, *rows, strict=True)))
