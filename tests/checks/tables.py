"""Writes the tables of checks into the README: `python -m tests.checks.tables`."""

import re
from pathlib import Path

from extract.checks import CHECKS
from extract.pipeline import Extractor
from tests.checks import mutations, precision

README = Path(__file__).parent.parent.parent / "README.md"


def list_checks():
    """Every check in a row."""
    rows = [f"| {check.code} | {check.severity} | {check.title} | {check.explanation} |" for check in CHECKS.values()]
    return "\n".join(["| code | severity | finds | what it says and what to do |", "|---|---|---|---|", *rows])


def put(text, name, table):
    """A text with a table between its marks."""
    marks = rf"(<!-- {name}: begin -->\n).*?(<!-- {name}: end -->)"
    return re.sub(marks, lambda found: f"{found[1]}{table}\n{found[2]}", text, flags=re.S)


if __name__ == "__main__":
    loaded = Extractor()
    samples = list(mutations.read_samples(loaded))
    text = put(README.read_text(encoding="utf-8"), "checks", list_checks())
    text = put(text, "precision", precision.tell(precision.measure(samples, loaded.parts.lists)))
    text = put(text, "damages", "```\n" + mutations.tell(mutations.measure(loaded, samples)[0]) + "\n```")
    README.write_text(text, encoding="utf-8")
