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
        starts = page.starts
        last = starts[bisect_right(starts, span.end - 1) - 1]
        if verbs[0][0] >= last:
            return verbs
        near: list[tuple[int, int]] = []
        for stretch in stretches:
            first, behind = page.sentence_at(stretch.start - 1), page.sentence_at(stretch.end + 2) + 1
            near.append((starts[max(0, first - 1)], starts[behind] if behind < len(starts) else len(page.text)))
        kept = []
        for hit in verbs:
            at = hit[0]
            if (
                at >= last
                or page.text.startswith(":", hit[1])
                or (near and _is_within(near, at))
                or self._may_report(page.lower, hit)
            ):
                kept.append(hit)
        return kept

    def _may_report(self, lower: str, hit: Hit) -> bool:
        """Whether a verb can report what a person says: no body stands right before it."""
        if hit[2] not in self.reports.verbs:
            return hit[2] in self.infinitive or (hit[2] in ("heard", "hear") and lower.startswith(" from ", hit[1]))
        before = lower[max(0, hit[0] - 16) : hit[0]].split()
        voiced = bool(before) and before[-1] in self.voiced
        return not voiced and self.reports.may_follow(lower, hit)


def _is_within(stretches: Sequence[tuple[int, int]], offset: int) -> bool:
    return any(low <= offset < high for low, high in stretches)
