"""`peelback review` and `show`: records beside their articles, to correct and to look at."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from extract.commands.terminal import FINDINGS, OK, DataOption, load, target


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

    opened = open_review(path, store=store, output=output, data=data, editor=editor, load=load)
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

    page = draw(path, data=data, load=load)
    with target(output) as file:
        file.write(page)
