"""Draws a sample beside its record: `python -m tests.picture` writes `.github/record.svg` from what is extracted now.

Enters one sample article, leaves an SVG drawn by rich. What is coloured on the left is evidence of the record on the
right; no value and no position is written by hand.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console, Group
from rich.table import Table
from rich.terminal_theme import TerminalTheme
from rich.text import Text

import extract
from extract.sinks.table import to_table
from models import Evidence, Record

ROOT = Path(__file__).parent.parent
SAMPLE = "samples/dev/trade-01-kent-peel-eight-areas.txt"
PICTURE = ROOT / ".github" / "record.svg"

COLUMNS = 158
STYLES = {
    "quotes": "on #dcebfa",
    "recommendations": "on #fbd9c8",
    "initiatives": "on #dcf3d6",
    "grades": "on #fff0a8",
    "stated_counts": "underline",
    "forces": "bold #7a1f5c",
    "inspectorate": "bold #1f4e8c",
    "officials": "bold #14603a",
}
"""A style for each field, those that cover most first."""

THEME = TerminalTheme((255, 255, 255), (32, 32, 32), [(32, 32, 32)] * 8, [(90, 90, 90)] * 8)

FORM = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>{lines}</defs>
<rect fill="#ffffff" width="{width}" height="{height}"/>
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def draw(text: str, record: Record) -> str:
    """The picture.

    Args:
        text: The article that the record's offsets point into.
        record: Its record.

    Returns:
        An SVG; the same record gives the same characters.
    """
    article = Text(text)
    for field, style in STYLES.items():
        for evidence in evidence_of(record, field):
            article.stylize(style, evidence.start, evidence.end)
    lines = Text("\n").join(line for line in article.split("\n") if line.plain.strip())
    legend = Text("  ").join(Text(field.replace("_", " "), style) for field, style in STYLES.items())
    sides = Table.grid(padding=(0, 3), expand=True)
    sides.add_column(ratio=10)
    sides.add_column(ratio=11)
    sides.add_row(Group(legend, Text(), lines), to_table(record))
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), color_system="truecolor", force_terminal=True)
    console.print(sides)
    return console.export_svg(theme=THEME, code_format=FORM, unique_id="record")


def evidence_of(record: Record, field: str) -> Iterator[Evidence]:
    """Every evidence below a field of a record, areas and quoted parts too."""
    value = getattr(record, field)
    for row in value if isinstance(value, tuple) else (value,):
        if row is None:
            continue
        area = getattr(row, "area", None)
        if field == "grades" and area.start is not None:
            yield Evidence(start=area.start, end=area.end, text=area.text)
        about = getattr(row, "about", None)
        yield from (about,) if about else ()
        yield from row.parts if field == "quotes" else row.evidence


def make() -> str:
    """The picture of the sample, as it is extracted now."""
    record = extract.extract_file(ROOT / SAMPLE)
    record = record.model_copy(update={"source": record.source.model_copy(update={"path": SAMPLE})})
    return draw((ROOT / SAMPLE).read_bytes().decode("utf-8"), record)


if __name__ == "__main__":
    PICTURE.write_text(make(), encoding="utf-8")
    print(PICTURE.relative_to(ROOT))
