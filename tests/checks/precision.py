"""How often each check is right on the samples: `python -m tests.checks.precision` prints the table.

On the records of the gold a finding is right when `verdicts.csv` says so: somebody looked at each of them. On extracted
records a finding is right when it is one of those, or when the record differs from the gold in the field that it is
about.
"""

import csv
from collections import Counter, defaultdict
from pathlib import Path

from extract.checks import CHECKS
from extract.comparison import compare
from extract.pipeline import Extractor
from tests.checks.mutations import find, read_samples

VERDICTS = Path(__file__).parent / "verdicts.csv"


def read_verdicts():
    """Whether each finding on the gold is right, by sample, code and its words."""
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        return {(row["sample"], row["code"], row["words"]): row["right"] == "yes" for row in csv.DictReader(file)}


def words_of(finding):
    """What tells a finding from others of its code in one article."""
    return " ".join(finding.evidence[0].text.split())[:60] if finding.evidence else finding.path


def findings_on_gold(samples, lists):
    for sample in samples:
        for finding in find(sample.record, sample.text, lists):
            yield sample, finding


def measure(samples, lists):
    """By code: right and wrong on gold, right and wrong on what is extracted."""
    verdicts, table = read_verdicts(), defaultdict(Counter)
    for sample, finding in findings_on_gold(samples, lists):
        right = verdicts.get((sample.name, finding.code, words_of(finding)), False)
        table[finding.code]["gold right" if right else "gold wrong"] += 1
    for sample in samples:
        differing = {change.field for change in compare(sample.record, sample.extracted).changes}
        for finding in find(sample.extracted, sample.text, lists):
            key = (sample.name, finding.code, words_of(finding))
            field = finding.path.split("/")[1] if "/" in finding.path else ""
            about = {"stated_counts": {"stated_counts", "grades", "recommendations"}}.get(field, {field})
            right = verdicts.get(key, False) or bool(about & differing) or finding in sample.extracted.findings
            table[finding.code]["right" if right else "wrong"] += 1
    return table


def tell(table):
    """The table in Markdown."""
    lines = [
        "| code | severity | gold: right | wrong | extracted: right | wrong | precision |",
        "|---|---|---|---|---|---|---|",
    ]
    for code in sorted(table):
        row = table[code]
        right = row["gold right"] + row["right"]
        total = sum(row.values())
        lines.append(
            f"| {code} | {CHECKS[code].severity} | {row['gold right']} | {row['gold wrong']} "
            f"| {row['right']} | {row['wrong']} | {right / total:.2f} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    loaded = Extractor()
    print(tell(measure(list(read_samples(loaded)), loaded.parts.lists)))
