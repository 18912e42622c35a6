"""Which verbs of saying are worth a parse: those that may credit quoted words or report what somebody says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

from extract.document.reading import Span
from extract.pipes.quotes.indirect import Reports
from extract.pipes.quotes.marks import Stretch
from extract.pipes.quotes.page import Page
from extract.pipes.triggers import Hit


class Crediting:
    """Picks the verbs of a block that may credit words.

    Args:
        reports: Finder of reported statements.
        infinitive: Forms that a person can stand behind and that no verb of a report is ("to quote").
        voiced: Words that name a body which speaks, before which nobody reports.
    """

    def __init__(self, reports: Reports, infinitive: Collection[str], voiced: Collection[str]) -> None:
        self.reports = reports
        self.infinitive = infinitive
        self.voiced = voiced

    def of(self, page: Page, span: Span, stretches: Sequence[Stretch], verbs: Sequence[Hit]) -> Sequence[Hit]:
        """Verbs in a sentence of quoted words, the one before it or the block's last, and verbs that report."""
        last = page.starts[bisect_right(page.starts, span.end - 1) - 1]
        if verbs[0][0] >= last:
            return verbs
        return [
            hit
            for hit in verbs
            if hit[0] >= last
            or page.text.startswith(":", hit[1])
            or self._may_report(page.lower, hit)
            or (stretches and _is_near(page, stretches, hit[0]))
        ]

    def _may_report(self, lower: str, hit: Hit) -> bool:
        """Whether a verb can report what a person says: no body stands right before it."""
        if hit[2] not in self.reports.verbs:
            return hit[2] in self.infinitive or (hit[2] in ("heard", "hear") and lower.startswith(" from ", hit[1]))
        before = lower[max(0, hit[0] - 16) : hit[0]].split()
        voiced = bool(before) and before[-1] in self.voiced
        return not voiced and self.reports.may_follow(lower, hit)


def _is_near(page: Page, stretches: Sequence[Stretch], offset: int) -> bool:
    """Whether a verb stands in a sentence of quoted words or the one before it."""
    own = page.sentence_at(offset)
    return any(page.sentence_at(one.start - 1) - 1 <= own <= page.sentence_at(one.end + 2) for one in stretches)
