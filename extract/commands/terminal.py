"""What the commands share: statuses, options, the loading of the pipeline, and where they write."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO, cast

import typer

from extract.errors import ConfigError

if TYPE_CHECKING:
    from extract.pipeline import Extractor

OK, FINDINGS, USAGE, FAILED = 0, 1, 2, 3
"""Exit statuses: all well, findings or a floor, a wrong command, an input without a record."""

DataOption = Annotated[
    Path | None,
    typer.Option("--data", help="A folder of gazetteers that is laid over the built-in ones.", show_default=False),
]
LimitOption = Annotated[
    int | None,
    typer.Option(
        "--max-bytes", min=1, help="Size beyond which an input is refused; without it 50,000,000.", show_default=False
    ),
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write there instead of to standard output.", show_default=False)
]


def load(data: Path | None) -> Extractor:
    """The pipeline of a command; imported here, as a command that reads no article needs none."""
    from extract.loading import load_extractor

    return load_extractor(data)


@contextmanager
def target(output: Path | None) -> Iterator[TextIO]:
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
            yield file
        part.replace(output)
    except KeyboardInterrupt:
        if part.stat().st_size:
            part.replace(output)
            typer.echo(f"stopped; {output} holds what was done", err=True)
        else:
            typer.echo("stopped; nothing was done", err=True)
        raise
    except OSError as error:
        raise ConfigError(
            "E202", f"--output {output}: {(error.strerror or str(error)).lower()}; name a file that can be written"
        ) from None
    finally:
        part.unlink(missing_ok=True)
