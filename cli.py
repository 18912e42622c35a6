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

from extract.errors import ConfigError, Failure, InputError, PeelbackError

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


@app.command()
def review(
    path: Annotated[
        Path, typer.Argument(help="A folder of articles, or a file of records.", metavar="DIR_OR_RECORDS")
    ] = Path(),
    editor: Annotated[
        str | None, typer.Option("--editor", help="Who corrects. [default: the login name]", show_default=False)
    ] = None,
    host: Annotated[str, typer.Option("--host", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port to listen on; 0 for any free one.")
    ] = 8765,
    token: Annotated[
        str,
        typer.Option(
            "--token",
            envvar="PEELBACK_TOKEN",
            help="What every visitor must know; needed where --host is not this machine alone.",
            show_default=False,
        ),
    ] = "",
    store: Annotated[
        Path | None,
        typer.Option("--store", help="The file of corrections. [default: beside the records]", show_default=False),
    ] = None,
    export: Annotated[bool, typer.Option("--export", help="Write what was corrected, and serve no page.")] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Folder for exports. [default: beside the store]", show_default=False),
    ] = None,
    data: DataOption = None,
) -> None:
    """Check and correct records in a browser, article by article."""
    from extract.review.command import export_corrections, open_review, serve_review

    opened = open_review(path, store=store, output=output, data=data, editor=editor, load=_load)
    if export:
        written = export_corrections(opened)
        for line in written.lines:
            typer.echo(line)
        for message in written.messages:
            typer.echo(message, err=True)
        if sys.stderr.isatty():
            typer.echo(written.summary, err=True)
        raise typer.Exit(FINDINGS if written.messages else OK)
    serve_review(opened, host=host, port=port, token=token, say=lambda message: typer.echo(message, err=True))


@app.command()
def show(
    path: Annotated[str, typer.Argument(help="One article, or - for standard input.", metavar="ARTICLE")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write there instead of to standard output.", show_default=False),
    ] = None,
    data: DataOption = None,
) -> None:
    """Show an article beside its record as one HTML file that needs nothing else."""
    from extract.review.command import draw

    page = draw(path, data=data, load=_load)
    with _target(output) as file:
        file.write(page)


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
        sys.exit(FAILED if isinstance(error, InputError) else USAGE)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(OK)
    sys.exit(OK)


if __name__ == "__main__":
    main()
