"""`peelback extract`, `text`, `schema` and `forces`: articles to records, and what records refer to."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.commands.terminal import FAILED, FINDINGS, OK, DataOption, LimitOption, load, target
from extract.errors import Failure

if TYPE_CHECKING:
    from extract.pipeline import Extractor
    from models import Record


class Format(StrEnum):
    """How records are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


def extract(
    paths: Annotated[
        list[str], typer.Argument(help="Articles: files, folders, or - for standard input.", metavar="PATH...")
    ],
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="Table, JSON array or JSON lines; without it a table on a terminal, else lines.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write there instead of to standard output.", show_default=False),
    ] = None,
    data: DataOption = None,
    max_bytes: LimitOption = None,
) -> None:
    """Extract a record from each article."""
    from extract.settings import load_settings
    from extract.sources.files import read_inputs

    settings = load_settings(data=data, max_bytes=max_bytes)
    chosen = format or (Format.table if output is None and sys.stdout.isatty() else Format.jsonl)
    failures: list[Failure] = []

    def records() -> Iterator[Record]:
        extractor: Extractor | None = None
        for item in read_inputs(paths, max_bytes=settings.max_bytes):
            if isinstance(item, Failure):
                result: Record | Failure = item
            else:
                extractor = extractor or load(settings.data)
                result = extractor.extract_item(item)
            if isinstance(result, Failure):
                failures.append(result)
                typer.echo(f"{result.code}: {result.path} {result.message}", err=True)
            else:
                yield result

    print_records(records(), chosen, output)
    raise typer.Exit(FAILED if failures else OK)


def text(
    path: Annotated[str, typer.Argument(help="One article, or - for standard input.", metavar="FILE")],
    max_bytes: LimitOption = None,
) -> None:
    """Print exactly the text that the offsets of a record point into."""
    from extract.settings import load_settings
    from extract.sources.files import read_file

    settings = load_settings(max_bytes=max_bytes)
    extractor = load(settings.data)
    document = extractor.read(read_file(path, max_bytes=settings.max_bytes))
    sys.stdout.buffer.write(document.text.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


def schema() -> None:
    """Print the JSON Schema of a record."""
    from models import Record

    typer.echo(json.dumps(Record.model_json_schema(), indent=2, ensure_ascii=False))


def forces(
    words: Annotated[list[str], typer.Argument(help="A name, an alias, an id, or part of one.", metavar="WORDS...")],
    data: DataOption = None,
) -> None:
    """Look a name up in the registry of forces."""
    from extract.gazetteers import load_forces
    from extract.registry import MOST, look_up
    from extract.settings import load_settings

    found = look_up(" ".join(words), load_forces(load_settings(data=data).data).values())
    for row in found[:MOST]:
        typer.echo("\t".join((row.id, row.name, row.kind, row.nation, "; ".join(row.aliases))))
    if not found:
        typer.echo(f"no force is called {' '.join(words)!r}; try a shorter part of its name", err=True)
        raise typer.Exit(FINDINGS)
    if len(found) > MOST:
        typer.echo(f"and {len(found) - MOST} more; say more of the name", err=True)


def print_records(records: Iterable[Record], format: Format, output: Path | None) -> None:
    """Print records as they come, in one of the forms."""
    from extract.sinks.lines import to_array, to_lines

    with target(output) as file:
        if format is Format.table:
            from rich.console import Console

            from extract.sinks.table import to_table

            console = Console(file=file)
            for record in records:
                console.print(to_table(record))
                console.print()
            return
        for piece in to_array(records) if format is Format.json else (line + "\n" for line in to_lines(records)):
            file.write(piece)
            file.flush()
