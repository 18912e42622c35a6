"""`peelback batch` and `export`: records of whole archives, and tables of them."""

from __future__ import annotations

from typing import Annotated

import typer

from extract.commands.terminal import FAILED, OK, DataOption


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


def export(
    output: Annotated[str, typer.Argument(help="Folder of a run of peelback batch.", metavar="DIR")],
    to: Annotated[list[str], typer.Option(help="csv, parquet, duckdb; parted by commas.")],
) -> None:
    """Write tables of the records that a run left."""
    from extract.batch import export as export_tables

    for path in export_tables(output, to):
        typer.echo(path)
