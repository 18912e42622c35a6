"""One evaluation: everything that `peelback evaluate` was asked for, printed in its order."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console

from extract.evaluate import report
from extract.evaluate.calibration import calibrate, foretell, sort_into_bins, to_toml
from extract.evaluate.gate import corpus_digest, hold, measures, read_floors, renew, write_floors
from extract.evaluate.rules import rate_rules, style_of, verdicts_of
from extract.evaluate.score import score
from extract.evaluate.tally import add_up
from models import Record
from models.gold import Gold

CONFIDENCE = Path(__file__).parent.parent / "data" / "confidence.toml"
"""Our own table; with a user's folder of gazetteers the table goes there."""

SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml")
"""Endings of articles that count as part of the corpus."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command was asked for beside the scores, an option each."""

    misses: bool = False
    by_style: bool = False
    rules: bool = False
    calibrate: bool = False
    gate: bool = False
    update: bool = False
    allow_regression: str | None = None


@dataclass
class Evaluation:
    """A corpus and what was extracted from it.

    Args:
        folder: Of the gold.
        floors: The file of floors.
        data: A user's folder of gazetteers, or None.
        golds: By stem.
        records: By stem.
        texts: Of the articles, by stem; needed to show misses.
        complaints: What the gate did not let pass; filled by `print`.
    """

    folder: Path
    floors: Path
    data: Path | None
    golds: Mapping[str, Gold]
    records: Mapping[str, Record]
    texts: Mapping[str, str]
    complaints: list[str] = field(default_factory=list)

    def print(self, wanted: Wanted, *, as_json: bool) -> bool:
        """Print what is wanted to standard output, write what is to be written.

        Returns:
            Whether the gate let everything pass; true where it was not asked.

        Raises:
            ConfigError: E202 for floors that cannot be read, E203 for floors that would be lowered.
        """
        single = score(self.records, self.golds)
        total = add_up(single.values())
        records = sum(stem in self.records for stem in self.golds)
        values: dict[str, Any] = report.to_values(total) | {"articles": len(self.golds), "records": records}
        shown: list[Any] = [report.score_table(total, len(self.golds), records)]
        if wanted.by_style:
            styles = report.by_style(single, style_of)
            values["styles"] = {style: report.to_values(scores) for style, scores in styles.items()}
            shown += ["", report.style_table(styles)]
        if wanted.misses:
            misses = report.place_misses(single, self.texts)
            values["misses"] = report.miss_values(misses)
            shown += ["", *report.miss_lines(misses)]
        verdicts = verdicts_of(single)
        if wanted.rules:
            rules = rate_rules(verdicts)
            values["rules"] = report.rule_values(rules)
            shown += ["", report.rule_table(rules)]
        digest = corpus_digest(self.folder, self.golds, SUFFIXES)
        if wanted.calibrate and verdicts:
            calibration = calibrate(verdicts)
            target = self.data / CONFIDENCE.name if self.data else CONFIDENCE
            target.write_text(to_toml(calibration, len(self.golds), digest), encoding="utf-8")
            bins = sort_into_bins(foretell(verdicts, calibration.strength))
            values["reliability"] = report.reliability_values(bins)
            shown += ["", report.reliability_table(bins), f"weight of a prior: {calibration.strength:g} values"]
        if wanted.update or wanted.gate:
            self._hold(wanted, measures(total), digest)
        _write(values, shown, as_json=as_json)
        return not self.complaints

    def _hold(self, wanted: Wanted, found: dict[str, float], digest: str) -> None:
        if wanted.update:
            before = read_floors(self.floors) if self.floors.exists() else None
            write_floors(renew(before, found, digest, len(self.golds), wanted.allow_regression), self.floors)
        self.complaints = hold(read_floors(self.floors), found, digest)


def _write(values: dict[str, Any], shown: list[Any], *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(values, indent=2, ensure_ascii=False) + "\n")
        return
    console = Console()
    for piece in shown:
        console.print(piece, soft_wrap=not hasattr(piece, "columns"), highlight=False)
