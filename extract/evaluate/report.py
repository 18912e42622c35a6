"""Scores, misses, rules and reliability as tables for a terminal and as values for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rich.markup import escape
from rich.table import Table
from rich.text import Text

from extract.evaluate.calibration import Bin, calibration_error
from extract.evaluate.place import Place, place_of
from extract.evaluate.rules import RuleScore
from extract.evaluate.tally import FIELDS, SHARES, Miss, Scores, add_up, macro_f1

PLACES = 4


def to_values(scores: Scores) -> dict[str, Any]:
    """Macro F1, and of each field precision, recall, F1, number in the gold, and shares."""
    values: dict[str, Any] = {"macro_f1": round(macro_f1(scores), PLACES)}
    for name in (*FIELDS, "source"):
        tally = scores[name]
        shares = {share: tally.share(share) for share in SHARES.get(name, ())}
        values[name] = {
            "p": round(tally.precision, PLACES),
            "r": round(tally.recall, PLACES),
            "f1": round(tally.f1, PLACES),
            "n": tally.gold,
        } | {share: None if value is None else round(value, PLACES) for share, value in shares.items()}
    return values


def score_table(scores: Scores, articles: int, records: int) -> Table:
    """Precision, recall and F1 of each field.

    Args:
        scores: Of all articles together.
        articles: How many have a gold.
        records: How many of these have a record.
    """
    table = _table("field", "precision", "recall", "F1", "in the gold", "other shares")
    for name in FIELDS:
        tally = scores[name]
        figures = (f"{value:.3f}" for value in (tally.precision, tally.recall, tally.f1))
        table.add_row(name, *figures, str(tally.gold), _shares(scores, name))
    table.add_row("source", "", "", "", "", _shares(scores, "source"))
    table.add_section()
    table.add_row("macro F1", "", "", f"{macro_f1(scores):.3f}", "", f"{articles} articles, {records} with a record")
    return table


def _shares(scores: Scores, name: str) -> str:
    values = ((share, scores[name].share(share)) for share in SHARES.get(name, ()))
    return "  ".join(f"{share} {value:.3f}" for share, value in values if value is not None)


def by_style(scores: Mapping[str, Scores], style_of: Any) -> dict[str, Scores]:
    """Scores of the articles of each style, by style."""
    styles: dict[str, list[Scores]] = {}
    for article, one in scores.items():
        styles.setdefault(style_of(article), []).append(one)
    return {style: add_up(ones) for style, ones in sorted(styles.items())}


def style_table(styles: Mapping[str, Scores]) -> Table:
    """F1 of each field on each style, and how far the macro F1 of a style lies from the mean of the styles."""
    mean = sum(macro_f1(scores) for scores in styles.values()) / max(1, len(styles))
    table = _table("F1", *styles)
    for name in FIELDS:
        table.add_row(name, *(f"{scores[name].f1:.3f}" for scores in styles.values()))
    table.add_section()
    table.add_row("macro F1", *(f"{macro_f1(scores):.3f}" for scores in styles.values()))
    table.add_row("from their mean", *(f"{macro_f1(scores) - mean:+.3f}" for scores in styles.values()))
    return table


def place_misses(scores: Mapping[str, Scores], texts: Mapping[str, str]) -> list[tuple[Miss, Place | None]]:
    """Every miss with its place, by field, article and line.

    Args:
        scores: By stem of the article.
        texts: Of the articles, by stem.
    """
    found = []
    for article, one in scores.items():
        for name in FIELDS:
            for miss in one[name].misses:
                place = place_of(miss, texts[article]) if article in texts else None
                found.append((miss, place))
    order = {name: number for number, name in enumerate(FIELDS)}
    return sorted(found, key=lambda both: (order[both[0].field], both[0].article, both[1].line if both[1] else 0))


def miss_lines(misses: Iterable[tuple[Miss, Place | None]]) -> Iterator[Text]:
    """Misses for people: what and where, and below it the line of the article with the place marked."""
    for miss, place in misses:
        head = Text()
        head.append(f"{miss.field} ", style="bold")
        head.append(miss.what, style="red" if miss.what == "wrong" else "yellow")
        head.append(f" {miss.article}{f':{place.line}' if place else ''}", style="cyan")
        head.append(f"  {' '.join(miss.text.split())}")
        if miss.rule:
            head.append(f"  by {miss.rule}", style="dim")
        yield head
        if place:
            line = Text("    ")
            line.append(place.before)
            line.append(f"⟦{place.marked}⟧", style="reverse")
            line.append(place.after)
            yield line


def miss_values(misses: Iterable[tuple[Miss, Place | None]]) -> list[dict[str, Any]]:
    """Misses for JSON."""
    return [
        {
            "field": miss.field,
            "what": miss.what,
            "article": miss.article,
            "line": place.line if place else None,
            "text": miss.text,
            "rule": miss.rule or None,
            "place": str(place) if place else None,
        }
        for miss, place in misses
    ]


def rule_table(rules: Sequence[RuleScore]) -> Table:
    """What each rule is worth; a rule that lives on one article is marked."""
    table = _table("rule", "fired", "articles", "styles", "precision", "")
    for rule in rules:
        if rule.articles == 1:
            note = "one article"
        else:
            note = "one style" if rule.styles == 1 else ""
        table.add_row(
            escape(rule.rule), str(rule.fired), str(rule.articles), str(rule.styles), f"{rule.precision:.3f}", note
        )
    return table


def rule_values(rules: Sequence[RuleScore]) -> list[dict[str, Any]]:
    """What each rule is worth, for JSON."""
    return [
        {
            "rule": rule.rule,
            "fired": rule.fired,
            "articles": rule.articles,
            "styles": rule.styles,
            "precision": round(rule.precision, PLACES),
        }
        for rule in rules
    ]


def reliability_table(bins: Sequence[Bin]) -> Table:
    """Stated confidence against the share that was right, and the expected calibration error."""
    table = _table("confidence", "values", "stated", "right", "distance")
    for one in bins:
        table.add_row(
            f"{one.low:.3f} to {one.high:.3f}",
            str(one.values),
            f"{one.stated:.3f}",
            f"{one.right:.3f}",
            f"{one.right - one.stated:+.3f}",
        )
    table.add_section()
    error = f"{calibration_error(bins):.3f}"
    table.add_row("expected error", str(sum(one.values for one in bins)), "", "", error)
    return table


def reliability_values(bins: Sequence[Bin]) -> dict[str, Any]:
    """Reliability for JSON."""
    return {
        "expected_calibration_error": round(calibration_error(bins), PLACES),
        "bins": [
            {
                "low": round(one.low, PLACES),
                "high": round(one.high, PLACES),
                "values": one.values,
                "stated": round(one.stated, PLACES),
                "right": round(one.right, PLACES),
            }
            for one in bins
        ],
    }


def _table(first: str, *columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(first)
    for column in columns:
        table.add_column(column, justify="left" if column in ("", "other shares") else "right")
    return table
