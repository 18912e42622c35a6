"""Files elsewhere, by address: whatever fsspec knows, such as `s3://`, `https://` or `memory://`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from extract import errors
from extract.errors import ConfigError, InputError
from extract.expressions import expression
from extract.sources.limits import Stream

_ADDRESS = expression(r"[a-z][a-z0-9+.-]+://")


def is_address(path: str) -> bool:
    """Whether a path is an address and not a file of this machine.

    Example:
        >>> is_address("s3://bucket/a.txt"), is_address("C:/a.txt")
        (True, False)
    """
    return bool(_ADDRESS.match(path))


def open_file_system(address: str) -> tuple[Any, str]:
    """The file system of an address and the path on it.

    Raises:
        ConfigError: E202 where fsspec, or what it needs for such addresses, is not installed.
    """
    try:
        import fsspec

        system, path = fsspec.core.url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise ConfigError("E202", errors.E202.format(place=address, reason=str(error))) from None
    return system, str(path)


def open_address(address: str, wanted: Callable[[str], bool]) -> Iterator[tuple[str, int, Stream]]:
    """Files at an address, or below it, by name.

    Args:
        address: A file or a folder.
        wanted: Whether a file is read, by its path below the address.

    Returns:
        Address, size in bytes, and the open file of each; it is the caller's to close.

    Raises:
        InputError: E101 where there is nothing, E102 where it cannot be read.
        ConfigError: E202 where a library is missing.
    """
    system, path = open_file_system(address)
    try:
        folder = system.isdir(path)
        if not folder and not system.exists(path):
            raise InputError("E101", errors.E101, address)
        for one in sorted(system.find(path)) if folder else (path,):
            inside = one[len(path) :].lstrip("/")
            if not folder or wanted(inside):
                where = f"{address.rstrip('/')}/{inside}" if folder else address
                yield where, int(system.size(one) or 0), system.open(one, "rb")
    except OSError as error:
        raise InputError("E102", errors.E102.format(reason=(error.strerror or str(error)).lower()), address) from None
