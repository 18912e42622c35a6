"""Files that appear when they are complete: a reader never sees half of one."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO


@dataclass
class Written:
    """A file that is being written.

    Args:
        file: Where its bytes go.
        lines: Lines written so far.
    """

    file: BinaryIO
    lines: int = 0
    _digest: hashlib._Hash = field(default_factory=hashlib.sha256)

    def write(self, line: bytes) -> None:
        """Append one line, without its line end."""
        self.put(line + b"\n")
        self.lines += 1

    def put(self, data: bytes) -> None:
        """Append bytes."""
        self.file.write(data)
        self._digest.update(data)

    @property
    def sha256(self) -> str:
        """Of what was written so far, in hexadecimal digits."""
        return self._digest.hexdigest()


@contextmanager
def replace_file(path: Path) -> Iterator[Written]:
    """A file under a hidden name, which takes the name `path` when the block ends without an error."""
    part = part_of(path)
    try:
        with part.open("wb", buffering=1 << 20) as file:
            yield Written(file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        _sync_folder(path.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """Make a new name in a folder last, where folders can be opened."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def part_of(path: Path) -> Path:
    """The hidden name that a file has until it is complete."""
    return path.with_name(f".{path.name}.part")
