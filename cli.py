"""The command `peelback`: reads arguments, calls `extract`, prints. It holds no logic of its own."""

from __future__ import annotations

import gc
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO, cast

import typer

from extract.errors import ConfigError, Failure, PeelbackError

if TYPE_CHECKING:
    from extract.pipeline import Extractor
    from extract.report import Checked
    from models import Record

OK, FINDINGS, USAGE, FAILED = 0, 1, 2, 3

app = typer.Typer(
    name="peelback",
    help="Turns news and inspectorate articles about UK police forces and fire services into validated records.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Format(StrEnum):
    """How records are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


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
def text(
    path: Annotated[str, typer.Argument(help="One article, or - for standard input.", metavar="FILE")],
    max_bytes: LimitOption = None,
) -> None:
    """Print exactly the text that the offsets of a record point into."""
    from extract.settings import load_settings
    from extract.sources.files import read_file

    settings = load_settings(max_bytes=max_bytes)
    extractor = _load(settings.data)
    document = extractor.read(read_file(path, max_bytes=settings.max_bytes))
    sys.stdout.buffer.write(document.text.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


@app.command()
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
    extractor = _load(settings.data)
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


class Report(str, Enum):
    """How findings are printed."""

    text = "text"
    json = "json"
    github = "github"
    junit = "junit"
    sarif = "sarif"


class Gravity(str, Enum):
    """From which severity on findings fail."""

    error = "error"
    warning = "warning"


ReportOption = Annotated[
    Report, typer.Option("--format", "-f", help="Text, JSON, annotations of GitHub, JUnit XML or SARIF 2.1.0.")
]
FailOption = Annotated[
    Gravity, typer.Option("--fail-on", help="Leave with 1 at findings of this severity, or graver ones.")
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write there instead of to standard output.", show_default=False)
]


@app.command()
def validate(
    paths: Annotated[
        list[str],
        typer.Argument(help="Articles, folders of them, files of records, or - for either.", metavar="PATH..."),
    ],
    format: ReportOption = Report.text,
    output: OutputOption = None,
    fail_on: FailOption = Gravity.error,
    select: Annotated[
        list[str] | None, typer.Option("--select", help="Only these codes, or beginnings such as V2.", metavar="CODE")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", help="Not these codes, or beginnings.", metavar="CODE")
    ] = None,
    articles: Annotated[
        Path | None, typer.Option("--articles", help="Where the articles of records lie.", show_default=False)
    ] = None,
    data: DataOption = None,
) -> None:
    """Say what does not add up in records, or in articles, which are extracted first."""
    from extract.checks import chooser
    from extract.settings import load_settings
    from extract.validation import Validator

    settings = load_settings(data=data)
    wanted = chooser(select or (), ignore or ())
    validator = Validator(data=settings.data, wanted=wanted, articles=articles, max_bytes=settings.max_bytes)
    _report(validator.validate(paths), format, output, fail_on)


class Comparison(str, Enum):
    """How differences are printed."""

    text = "text"
    json = "json"
    html = "html"


@app.command()
def gold(
    paths: Annotated[list[str], typer.Argument(help="Articles; to check also gold, or folders.", metavar="ARTICLE...")],
    check: Annotated[bool, typer.Option("--check", help="Hold gold that is there against its article.")] = False,
    replace: Annotated[bool, typer.Option("--replace", help="Overwrite gold that is there already.")] = False,
    format: ReportOption = Report.text,
    output: OutputOption = None,
    data: DataOption = None,
) -> None:
    """Write a draft of gold beside an article, for a person to correct; or check what a person wrote."""
    from extract.annotation import check_gold, draft_file
    from extract.settings import load_settings

    settings = load_settings(data=data)
    extractor = _load(settings.data)
    if check:
        _report(check_gold(extractor, paths), format, output, Gravity.error)
    for path in paths:
        typer.echo(draft_file(extractor, path, replace=replace, max_bytes=settings.max_bytes))


@app.command()
def diff(
    old: Annotated[str, typer.Argument(help="Records of the earlier run.", metavar="OLD")],
    new: Annotated[str, typer.Argument(help="Records of the later run.", metavar="NEW")],
    format: Annotated[Comparison, typer.Option("--format", "-f", help="Text, JSON or a page.")] = Comparison.text,
    output: OutputOption = None,
) -> None:
    """Show which rows of each article appeared, vanished or changed between two runs."""
    from extract.comparison import COMPARISONS, Totals, compare_runs
    from extract.runs import pair_runs

    totals = Totals()
    with _target(output) as file:
        for piece in COMPARISONS[format.value](compare_runs(pair_runs(old, new), totals), totals):
            file.write(piece)
    raise typer.Exit(FINDINGS if set(totals.articles) - {"same"} else OK)


class Explanation(str, Enum):
    """How explanations are printed."""

    text = "text"
    json = "json"


@app.command()
def explain(
    path: Annotated[str, typer.Argument(help="One article, or - for standard input.", metavar="ARTICLE")],
    field: Annotated[
        list[str] | None, typer.Option("--field", help="Only this field, such as grades.", metavar="FIELD")
    ] = None,
    format: Annotated[Explanation, typer.Option("--format", "-f", help="Text or JSON.")] = Explanation.text,
    data: DataOption = None,
) -> None:
    """Say of each row which rule fired on which words, and of what was nearly a row what held it back."""
    from extract.explanation import explain as explain_document
    from extract.explanation.explained import to_json, to_text
    from extract.settings import load_settings
    from extract.sources.files import read_file

    settings = load_settings(data=data)
    extractor = _load(settings.data)
    found = explain_document(extractor, extractor.read(read_file(path, max_bytes=settings.max_bytes)), field or ())
    with _target(None) as file:
        file.write(to_json(found) if format is Explanation.json else to_text(found))


def _report(results: Iterable[Checked | Failure], format: Report, output: Path | None, fail_on: Gravity) -> NoReturn:
    """Print findings, sum them up on standard error, and leave with the status that they make."""
    from extract.report import REPORTS, Checked, count_severities

    found, failed = [], False
    for result in results:
        if isinstance(result, Checked):
            found.append(result)
        else:
            failed = True
            typer.echo(f"{result.code}: {result.path} {result.message}", err=True)
    with _target(output) as file:
        file.write(REPORTS[format.value](found))
    counts = count_severities(found)
    ignored = sum(article.ignored for article in found)
    if sys.stderr.isatty():
        told = ", ".join(f"{count} {severity}s" for severity, count in counts.items()) or "no findings"
        typer.echo(f"{len(found)} checked: {told}, {ignored} ignored", err=True)
    bad = counts["error"] + (counts["warning"] if fail_on is Gravity.warning else 0)
    raise typer.Exit(FAILED if failed else FINDINGS if bad else OK)


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


def main() -> NoReturn:
    """Run the command and leave with its exit status: 0 fine, 1 findings, 2 usage, 3 an input failed."""
    try:
        app(standalone_mode=True)
    except PeelbackError as error:
        typer.echo(str(error), err=True)
        sys.exit(USAGE if isinstance(error, ConfigError) else FAILED)
    except SystemExit as leaving:
        if isinstance(leaving.__context__, BrokenPipeError):  # the reader of a pipe has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            sys.exit(OK)
        raise
    sys.exit(OK)


if __name__ == "__main__":
    main()
