"""The command as its entry point runs it: small articles, what a run left, and a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from models import Record

ROOT = Path(__file__).parents[1]
KENT = "Kent Police praised\n\nHMICFRS graded Kent Police \u2018good\u2019 at preventing crime.\n"
DOG = "Dog retires\r\n\r\nA police dog hung up its harness.\r\n"
PAGE = (
    "<!doctype html><html><body><h1>Kent Police praised</h1><p>HMICFRS graded Kent&nbsp;Police good.</p></body></html>"
)


class Done:
    """What a run left: exit status, standard output as bytes and as text, standard error."""

    def __init__(self, status, out, err):
        self.status, self.bytes, self.out, self.err = status, out, out.decode(), err

    @property
    def records(self):
        return [Record.model_validate_json(line) for line in self.out.splitlines()]


def start(*arguments, **options):
    """The command as a process of its own."""
    quiet = {key: value for key, value in os.environ.items() if not key.startswith("PEELBACK_")}
    return subprocess.Popen(
        [sys.executable, "-m", "cli", *map(str, arguments)],
        cwd=options.pop("cwd", ROOT),
        env=quiet | {"PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": "/nowhere", **options.pop("env", {})},
        stdin=options.pop("stdin", subprocess.DEVNULL),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )
