"""The command `peelback`: reads arguments, calls `extract`, prints. It holds no logic of its own."""

from __future__ import annotations

import gc
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO, cast

import typer

from extract.errors import ConfigError, EngineError, Failure, InputError, PeelbackError

if TYPE_CHECKING:
    from extract.pipeline import Extractor
    from models import Record

OK, FINDINGS, USAGE, FAILED = 0, 1, 2, 3

app = typer.Typer(
    name="peelback",
    help="Turns news and inspectorate articles about UK police forces and fire services into validated records.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Format(str, Enum):
    """How records are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


DataOption = Annotated[
    Path | None,
    typer.Option("--data", help="A folder of gazetteers that is laid over the built-in ones.", show_default=False),
]


@app.command()
def extract(
    paths: Annotated[
        list[str], typer.Argument(help="Articles: files, folders, or - for standard input.", metavar="PATH...")
    ],
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="Table, JSON array or JSON lines. [default: table on a terminal, else jsonl]",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write there instead of to standard output.", show_default=False),
    ] = None,
    data: DataOption = None,
) -> None:
    """Extract a record from each article."""
    from extract.settings import load_settings
    from extract.sources.files import read_inputs

    settings = load_settings(data=data)
    chosen = format or (Format.table if output is None and sys.stdout.isatty() else Format.jsonl)
    failures: list[Failure] = []

    def records() -> Iterator[Record]:
        extractor: Extractor | None = None
        for item in read_inputs(paths, max_bytes=settings.max_bytes):
            if isinstance(item, Failure):
                result: Record | Failure = item
            else:
                extractor = extractor or _load(settings.data)
                result = extractor.extract_item(item)
            if isinstance(result, Failure):
                failures.append(result)
                typer.echo(f"{result.code}: {result.path} {result.message}", err=True)
            else:
                yield result

    _print(records(), chosen, output)
    raise typer.Exit(FAILED if failures else OK)


@app.command()
def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(
            help="Files, folders, archives, addresses, or - for a list of them on standard input.", metavar="INPUT..."
        ),
    ],
    output: Annotated[str, typer.Option("--output", "-o", help="Folder to write to.", metavar="DIR")],
    to: Annotated[list[str] | None, typer.Option(help="Tables too: csv, parquet, duckdb.", show_default=False)] = None,
    include: Annotated[
        list[str] | None, typer.Option(help="Take only names of this pattern.", show_default=False)
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option(help="Leave names of this pattern out.", show_default=False)
    ] = None,
    text_field: Annotated[str, typer.Option(help="The article, in rows.")] = "text",
    id_field: Annotated[str | None, typer.Option(help="Its id, in rows.", show_default=False)] = None,
    title_field: Annotated[str | None, typer.Option(help="Its title, in rows.", show_default=False)] = None,
    date_field: Annotated[str | None, typer.Option(help="Its day of publication, in rows.", show_default=False)] = None,
    engine: Annotated[str, typer.Option(help="inline, processes or dask.")] = "processes",
    workers: Annotated[int | None, typer.Option(min=1, help="[default: one a core]", show_default=False)] = None,
    scheduler: Annotated[str | None, typer.Option(help="Of a Dask cluster, tcp://…", show_default=False)] = None,
    timeout: Annotated[float, typer.Option(min=0, help="Seconds that one article may take; 0 for any.")] = 60.0,
    max_chars: Annotated[int, typer.Option(min=1, help="Characters that one article may have.")] = 1_000_000,
    max_ratio: Annotated[int, typer.Option(min=1, help="Times its size that an archive may expand to.")] = 200,
    data: DataOption = None,
    restart: Annotated[bool, typer.Option("--restart", help="Forget what earlier runs did.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
    log_format: Annotated[str, typer.Option(help="text, or json for lines that programs read.")] = "text",
) -> None:
    """Extract records from archives of any size; stopped, the same command goes on."""
    from extract.batch import Request, run
    from extract.engines.engine import Orders
    from extract.settings import load_settings
    from extract.sources.limits import Choice, Columns

    settings = load_settings(data=data)
    columns = Columns(text_field, id_field, title_field, date_field)
    choice = Choice(tuple(include or ()), tuple(exclude or ()), columns, settings.max_bytes, max_ratio)
    orders = Orders(settings.data, settings.max_bytes, max_chars, timeout)
    request = Request(
        inputs, output, choice, orders, engine, workers, scheduler, to or (), restart, quiet, log_format
    )  # fmt: skip
    try:
        figures = run(request)
    except KeyboardInterrupt:
        typer.echo(f"stopped; give the same command again and it goes on from what {output} holds", err=True)
        raise
    raise typer.Exit(FAILED if figures.failures else OK)


@app.command()
def export(
    output: Annotated[str, typer.Argument(help="Folder of a run of peelback batch.", metavar="DIR")],
    to: Annotated[list[str], typer.Option(help="csv, parquet, duckdb; parted by commas.")],
) -> None:
    """Write tables of the records that a run left."""
    from extract.batch import export as export_tables

    for path in export_tables(output, to):
        typer.echo(path)


@app.command()
def text(path: Annotated[str, typer.Argument(help="One article, or - for standard input.", metavar="FILE")]) -> None:
    """Print exactly the text that the offsets of a record point into."""
    from extract.settings import load_settings
    from extract.sources.files import read_file

    settings = load_settings()
    extractor = _load(settings.data)
    document = extractor.read(read_file(path, max_bytes=settings.max_bytes))
    sys.stdout.buffer.write(document.text.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from models import Record

    typer.echo(json.dumps(Record.model_json_schema(), indent=2, ensure_ascii=False))


@app.command()
def forces(
    words: Annotated[list[str], typer.Argument(help="A name, an alias, an id, or part of one.", metavar="WORDS...")],
    data: DataOption = None,
) -> None:
    """Look a name up in the registry of forces."""
    from extract.gazetteers import load_forces
    from extract.registry import look_up
    from extract.settings import load_settings

    found = look_up(" ".join(words), load_forces(load_settings(data=data).data).values())
    for row in found:
        typer.echo("\t".join((row.id, row.name, row.kind, row.nation, "; ".join(row.aliases))))
    if not found:
        typer.echo(f"no force is called {' '.join(words)!r}; try a shorter part of its name", err=True)
        raise typer.Exit(FINDINGS)


def _load(data: Path | None) -> Extractor:
    """Load the pipeline; what is loaded lives as long as the process, so nothing of it is collected."""
    gc.disable()
    from extract.pipeline import Extractor

    extractor = Extractor(data)
    gc.freeze()
    gc.enable()
    return extractor


def _print(records: Iterable[Record], format: Format, output: Path | None) -> None:
    from extract.sinks.lines import to_array, to_lines

    with _target(output) as file:
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


@contextmanager
def _target(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that appears when it is complete; what was done stays when a run is stopped."""
    if output is None:
        stream = cast(TextIO, sys.stdout)
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogatepass")
        yield stream
        return
    part = output.with_name(f".{output.name}.part")
    try:
        with part.open("w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
            try:
                yield file
            finally:
                file.flush()
        part.replace(output)
    except KeyboardInterrupt:
        part.replace(output)
        typer.echo(f"stopped; {output} holds what was done", err=True)
        raise
    except OSError as error:
        raise ConfigError(
            "E202", f"--output {output}: {(error.strerror or str(error)).lower()}; name a file that can be written"
        ) from None


def main() -> NoReturn:
    """Run the command and leave with its exit status: 0 fine, 1 findings, 2 usage, 3 an input failed."""
    try:
        app(standalone_mode=True)
    except PeelbackError as error:
        typer.echo(str(error), err=True)
        sys.exit(FAILED if isinstance(error, InputError | EngineError) else USAGE)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(OK)
    sys.exit(OK)


if __name__ == "__main__":
    main()
