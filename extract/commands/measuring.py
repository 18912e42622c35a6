"""`peelback evaluate`: records against gold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.commands.terminal import FAILED, FINDINGS, OK, DataOption, load
from extract.errors import Failure, InputError

if TYPE_CHECKING:
    from models import Record


def evaluate(
    given: Annotated[
        str,
        typer.Argument(
            help="Records (.jsonl), or articles to extract: a file or a folder.", metavar="RECORDS_OR_ARTICLES"
        ),
    ] = "samples/dev",
    gold: Annotated[
        Path | None,
        typer.Argument(
            help="A folder of NAME.gold.json. [default: the folder of the articles]",
            metavar="GOLD_DIR",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="Show each miss in its article.")] = False,
    by_style: Annotated[bool, typer.Option("--by-style", help="Show F1 for each style of article.")] = False,
    rules: Annotated[bool, typer.Option("--rules", help="Show where each rule fires and its precision.")] = False,
    calibrate: Annotated[
        bool, typer.Option("--calibrate", help="Write the measured precision of each rule, and show its reliability.")
    ] = False,
    gate: Annotated[bool, typer.Option("--gate", help="Fail where a field is below its floor.")] = False,
    update: Annotated[bool, typer.Option("--update", help="Set the floors to what is measured.")] = False,
    allow_regression: Annotated[
        str | None, typer.Option("--allow-regression", help="Why a floor may be lowered.", show_default=False)
    ] = None,
    floors: Annotated[
        Path | None,
        typer.Option("--floors", help="The file of floors. [default: floors.json beside GOLD_DIR]", show_default=False),
    ] = None,
    data: DataOption = None,
) -> None:
    """Score records against gold, field by field."""
    from extract.evaluate.corpus import RECORD_SUFFIXES, read_golds, read_records
    from extract.evaluate.run import Evaluation, Wanted

    folder = gold or Path(given if Path(given).is_dir() else Path(given).parent)
    golds = read_golds(folder)
    records: dict[str, Record] = {}
    texts: dict[str, str] = {}
    failed = False
    if Path(given).suffix in RECORD_SUFFIXES:
        records = read_records(Path(given))
        if misses:
            _, texts, failed = _read_articles([str(folder)], data, set(golds), extracting=False)
    else:
        records, texts, failed = _read_articles([given], data, set(golds), extracting=True)
    evaluation = Evaluation(folder, floors or folder.resolve().parent / "floors.json", data, golds, records, texts)
    wanted = Wanted(misses, by_style, rules, calibrate, gate, update, allow_regression)
    passed = evaluation.print(wanted, as_json=as_json)
    for line in evaluation.complaints:
        typer.echo(line, err=True)
    raise typer.Exit(FAILED if failed else OK if passed else FINDINGS)


def _read_articles(
    paths: list[str], data: Path | None, stems: set[str], *, extracting: bool
) -> tuple[dict[str, Record], dict[str, str], bool]:
    """Records, where they are wanted, and texts of the articles that have a gold, and whether any failed."""
    from extract.evaluate.score import stem_of
    from extract.settings import load_settings
    from extract.sources.files import read_inputs

    settings = load_settings(data=data)
    records: dict[str, Record] = {}
    texts: dict[str, str] = {}
    failed = False
    extractor = load(settings.data)
    for item in read_inputs(paths, max_bytes=settings.max_bytes):
        stem = stem_of(item.path)
        if stem not in stems:
            continue
        try:
            if isinstance(item, Failure):
                raise InputError(item.code, item.message, item.path)
            document = extractor.read(item)
            texts[stem] = document.text
            if extracting:
                records[stem] = extractor.extract(document)
        except InputError as error:
            failed = True
            typer.echo(str(error), err=True)
    return records, texts, failed
