"""What each rule is worth: on how many articles of how many styles it fired, and how often it was right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extract.evaluate.tally import Scores, Verdict


@dataclass(frozen=True, slots=True)
class RuleScore:
    """One rule on a corpus.

    Args:
        rule: Its name.
        fired: Values that it gave: rows, mentions of an ask, parts of a quote.
        right: How many of them are right.
        articles: In how many articles it fired.
        styles: In articles of how many styles.
    """

    rule: str
    fired: int
    right: int
    articles: int
    styles: int

    @property
    def precision(self) -> float:
        """Share of its values that are right."""
        return self.right / self.fired


def style_of(article: str) -> str:
    """The style of an article: its name up to the first hyphen.

    Example:
        >>> style_of("news-07-police-dog-retires")
        'news'
    """
    return article.split("-", 1)[0]


def field_of(rule: str) -> str:
    """The field of a rule: its name up to the dot."""
    return rule.split(".", 1)[0]


def verdicts_of(scores: Mapping[str, Scores]) -> list[Verdict]:
    """The verdicts on every value of every article."""
    return [verdict for one in scores.values() for tally in one.values() for verdict in tally.verdicts]


def rate_rules(verdicts: Iterable[Verdict]) -> list[RuleScore]:
    """The score of each rule that fired, by name."""
    by_rule: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        by_rule.setdefault(verdict.rule, []).append(verdict)
    return [
        RuleScore(
            rule,
            fired=len(all_),
            right=sum(verdict.right for verdict in all_),
            articles=len({verdict.article for verdict in all_}),
            styles=len({style_of(verdict.article) for verdict in all_}),
        )
        for rule, all_ in sorted(by_rule.items())
    ]
