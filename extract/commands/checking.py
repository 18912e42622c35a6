"""`peelback validate`, `gold`, `diff` and `explain`: what to doubt in records, and why it is there."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from extract.commands.terminal import FAILED, FINDINGS, OK, DataOption, OutputOption, load, target
from extract.errors import Failure

if TYPE_CHECKING:
    from extract.report import Checked


class Report(StrEnum):
    """How findings are printed."""

    text = "text"
    json = "json"
    github = "github"
    junit = "junit"
    sarif = "sarif"


class Gravity(StrEnum):
    """From which severity on findings fail."""

    error = "error"
    warning = "warning"


class Comparison(StrEnum):
    """How differences are printed."""

    text = "text"
    json = "json"
    html = "html"


class Explanation(StrEnum):
    """How explanations are printed."""

    text = "text"
    json = "json"


ReportOption = Annotated[
    Report, typer.Option("--format", "-f", help="Text, JSON, annotations of GitHub, JUnit XML or SARIF 2.1.0.")
]
FailOption = Annotated[
    Gravity, typer.Option("--fail-on", help="Leave with 1 at findings of this severity, or graver ones.")
]


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
    extractor = load(settings.data)
    if check:
        _report(check_gold(extractor, paths), format, output, Gravity.error)
    for path in paths:
        typer.echo(draft_file(extractor, path, replace=replace, max_bytes=settings.max_bytes))


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
    with target(output) as file:
        for piece in COMPARISONS[format.value](compare_runs(pair_runs(old, new), totals), totals):
            file.write(piece)
    raise typer.Exit(FINDINGS if set(totals.articles) - {"same"} else OK)


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
    extractor = load(settings.data)
    found = explain_document(extractor, extractor.read(read_file(path, max_bytes=settings.max_bytes)), field or ())
    with target(None) as file:
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
    with target(output) as file:
        file.write(REPORTS[format.value](found))
    counts = count_severities(found)
    ignored = sum(article.ignored for article in found)
    if sys.stderr.isatty():
        told = ", ".join(f"{count} {severity}s" for severity, count in counts.items()) or "no findings"
        typer.echo(f"{len(found)} checked: {told}, {ignored} ignored", err=True)
    bad = counts["error"] + (counts["warning"] if fail_on is Gravity.warning else 0)
    raise typer.Exit(FAILED if failed else FINDINGS if bad else OK)
