"""The command `peelback`: names its commands, runs one, and leaves with an exit status."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import typer

from extract.commands import archives, checking, editing, measuring, reading, training
from extract.commands.terminal import FAILED, OK, USAGE
from extract.errors import ConfigError, PeelbackError

app = typer.Typer(
    name="peelback",
    help="Turns news and inspectorate articles about UK police forces and fire services into validated records.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (
    reading.extract,
    archives.batch,
    archives.export,
    reading.text,
    reading.schema,
    reading.forces,
    checking.validate,
    checking.explain,
    checking.diff,
    checking.gold,
    measuring.evaluate,
    training.train,
    editing.review,
    editing.show,
):
    app.command()(command)


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
