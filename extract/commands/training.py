"""`peelback train`: weights of the decisions that no rule makes well."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from extract import errors
from extract.commands.terminal import DataOption, load
from extract.errors import ConfigError

LESSONS = ["samples/dev", "samples/wide", "samples/passages"]


def train(
    lessons: Annotated[
        list[str] | None,
        typer.Argument(
            help="Folders of articles with gold, and files of passages. [default: those of samples/]",
            metavar="LESSONS...",
            show_default=False,
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; score each style of articles as learned without it.")
    ] = False,
    data: DataOption = None,
) -> None:
    """Learn the weights of decisions from articles with gold."""
    if find_spec("sklearn") is None:
        raise ConfigError("E126", errors.E126.format(extra="train"))
    from extract.training.training import check_lessons, train_lessons

    extractor = load(data)
    paths = lessons or LESSONS
    if check:
        for line in check_lessons(extractor, paths):
            typer.echo(line)
        return
    for path in train_lessons(extractor, paths, data):
        typer.echo(Path(path))
